"use strict";
// Operators of objects that convert themselves, and accessors with private names, often enough to be compiled:
// getters and setters that throw, conversions that give what is no number, other operands at the same places.
let log = 0;
function note(...list) {
  for (const x of list) {
    const s = typeof x === "number" && Object.is(x, -0) ? "-0" : String(x);
    for (let i = 0; i < s.length; i++) log = (Math.imul(log, 31) + s.charCodeAt(i)) | 0;
  }
}
function attempt(f, ...args) {
  try {
    return f(...args);
  } catch (e) {
    return e.name;
  }
}
class Money {
  #cents;
  static #made = 0;
  constructor(cents) { this.#cents = cents; Money.#made++; }
  get #whole() { return Math.trunc(this.#cents / 100); }
  get #part() { if (this.#cents < 0) throw new RangeError("negative"); return this.#cents % 100; }
  set #part(v) { this.#cents = this.#whole * 100 + v; }
  set #write(v) { this.#cents = v; }
  get #read() { return this.#cents; }
  valueOf() { return this.#cents; }
  toString() { return this.#whole + "." + this.#part; }
  bump(n) { this.#part += n; return this.#part; }
  wrong() { this.#read = 1; }
  wrong2() { return this.#write; }
  static total() { return Money.#made; }
  static peek(o) { return o.#whole; }
}
class Late extends Money {
  #extra = 1;
  get #double() { return this.#extra * 2; }
  more() { return this.#double + super.bump(1); }
}
const vectors = i => ({ [Symbol.toPrimitive](hint) { return hint === "string" ? "v" + i : hint === "number" ? i : "d" + i; } });
const odd = { valueOf() { return {}; }, toString() { return "7"; } };
const none = { valueOf() { return {}; }, toString() { return []; } };
const big = { valueOf() { return 12n; } };
const sym = { valueOf() { return Symbol.iterator; } };
const bad = { valueOf() { throw new TypeError("no value"); } };
const plus = (a, b) => a + b;
const times = (a, b) => a * b;
const rest = (a, b) => (a - b) + (a & b) + (a ^ b) + (a << b) + (a >>> b) + a % b + a / b + a ** b;
const step = a => { let x = a; x++; return x - -a; };
const number = a => +a;
const date = new Date(86400000);
const far = new Proxy(new Money(5), { get: (t, k) => k === Symbol.toPrimitive ? () => 3 : undefined });
for (let i = 0; i < 120; i++) {
  const m = new Money(i * 37 + 5), l = new Late(i);
  const operands = [m, i, vectors(i), odd, "5", 1.5, date, null, undefined, true, far, big, 3n, none, sym, bad, [i], () => i];
  const a = operands[i < 60 ? i % 3 : i % operands.length], b = operands[i < 60 ? 1 : (i * 7) % operands.length];
  note(attempt(plus, a, b), attempt(plus, b, a), attempt(times, a, b), attempt(times, b, a), attempt(rest, a, b), attempt(step, a), attempt(number, a));
  note(attempt(() => m + 1), attempt(() => 1 - l), attempt(() => m * l), `${m}`, attempt(() => m > l));
  note(attempt(() => m.bump(i % 9)), attempt(() => l.more()), attempt(() => m.wrong()), attempt(() => l.wrong2()));
  note(attempt(Money.peek, i % 10 === 9 ? {} : i % 10 === 8 ? i : m), Money.total());
  if (i % 20 === 19) note(attempt(() => new Money(-5).bump(1)));
}
print(log);
