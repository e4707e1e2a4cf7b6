"use strict";
// Functions that call themselves, which are put in place in themselves: with too few and too many arguments, with values
// of other types below, with exceptions from the bottom and from the end of the stack, with what they change on the way.
let log = "";
function note(v) {
  log += typeof v === "number" && Object.is(v, -0) ? "-0;" : String(v) + ";";
}
let count = 0, mark = 0;
const fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2);
function towers(n, a, b, c) { if (n === 0) return 0; towers(n - 1, a, c, b); count++; towers(n - 1, c, b, a); return count; }
function ack(m, n) { return m === 0 ? n + 1 : n === 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); }
function few(n, x) { return n <= 0 ? x === undefined ? 1 : x : few(n - 1) + few(n - 2, n, 7); }
function many(n, ...r) { return n <= 0 ? r.length : many(n - 1, n, ...r) + r.length; }
function passed(n) { return n <= 0 ? arguments.length : passed(n - 1, n, n) + arguments.length; }
function thrown(n) { if (n < mark) throw n < -5 ? "deep" : new RangeError("r" + n); return thrown(n - 1) + thrown(n - 2); }
function typed(n, v) { return n === 0 ? v : n & 1 ? typed(n - 1, v) : typed(n - 1, v) + v; }
function made(n) { return n === 0 ? null : { l: made(n - 1), r: n & 1 ? made(n - 2 < 0 ? 0 : n - 2) : null, n }; }
function total(t) { return t === null ? 0 : total(t.l) + t.n + total(t.r); }
function lists(n, l) { if (n === 0) { l.push(l.length); return l.length; } return lists(n - 1, l) + lists(n - 1, l); }
function loops(n) { let s = 0; for (let i = 0; i < n; i++) s += loops(i) + i; return s; }
function closed(n, f) { return n === 0 ? f() : closed(n - 1, () => f() + n); }
function endless(n) { count++; return endless(n + 1) + n; }
function self(n) { return n <= 0 ? this === undefined ? 1 : this.k : self.call({ k: n }, n - 1) + self(n - 2); }
class Tree {
  constructor(n) { this.n = n; this.kids = n > 0 ? [new Tree(n - 1), new Tree(n >> 1)] : []; }
  sum(k) { return this.kids.length === 0 ? k : this.kids[0].sum(k + 1) + this.kids[1].sum(k * 0.5) + this.n; }
  depth() { let d = 0; for (const t of this.kids) d = Math.max(d, t.depth()); return d + 1; }
}
const work = [() => fib(11), () => fib(6.5), () => fib("7"), () => towers(6, 0, 2, 1), () => ack(2, 3), () => ack(1, 0.5), () => few(8), () => many(6), () => passed(7), () => thrown(5), () => typed(9, 1), () => typed(9, 0.25), () => typed(9, "s"),
  () => typed(9, 2147483647), () => typed(5, -0), () => total(made(8)), () => total(made(3)) + total({ l: null, n: 0.5, r: null }), () => total({ l: null, n: "x" }), () => lists(5, []), () => loops(7), () => closed(6, () => 2), () => self(6),
  () => new Tree(5).sum(1), () => new Tree(4).sum("k"), () => new Tree(5).depth(), () => thrown(9)];
for (let round = 0; round < 14; round++) {
  mark = [0, -3, 2, -9][round & 3];
  for (const w of work) {
    try {
      note(w());
    } catch (e) {
      note(typeof e === "string" ? e : e.name + e.message.length);
    }
  }
}
for (let round = 0; round < 3; round++) {
  count = 0;
  try {
    endless(0);
  } catch (e) {
    note(e.name + (count > 500));
  }
}
let sum = 0;
for (let i = 0; i < log.length; i++) sum = (Math.imul(sum, 31) + log.charCodeAt(i)) | 0;
print(log.length + " " + sum);
print(log.slice(0, 1500));
