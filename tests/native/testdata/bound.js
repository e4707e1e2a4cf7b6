'use strict';
// Bound functions: one, many alike, others; with arguments held, missing and too many;
// of functions that look at their arguments, leave, throw or are bound themselves.
const add = (a, b, c) => a + b + (c === undefined ? 100 : c);
const f = add.bind(null, 5), g = add.bind(null, 1, 2), g3 = add.bind(null, 1, 2, 3), h = add.bind(null);
const o = { k: 2, m(x) { return this.k + x; }, get self() { return this; } };
const m = o.m.bind(o), bare = o.m.bind({ k: 7 });
function sums(n) {
  let s = 0;
  for (let i = 0; i < n; i++) s = (s + f(i) + f(i, i) + g(i) + g() + g3(i, i) + h(i, 1, 2) + m(i) + bare(1)) | 0;
  return s;
}
for (let r = 0; r < 5; r++) print(sums(300 + r));
class Counter {
  constructor(k) { this.k = k; this.n = 0; this.step = this.step.bind(this); this.by = this.by.bind(this, k); }
  step() { this.n += this.k; return this.n; }
  by(a, b) { this.n += a * b; return this.n; }
}
function drive(list, n) {
  let s = 0;
  for (let i = 0; i < n; i++) { const { step, by } = list[i % list.length]; s += step() + by(i & 3); }
  return s;
}
const many = Array.from({ length: 7 }, (_, i) => new Counter(i));
for (let r = 0; r < 4; r++) print(drive(many, 200), many.map(c => c.n).join());
many.push({ step: (() => 1).bind(0), by: x => x }, { step: Math.abs.bind(null, -3), by: Math.max.bind(null, 4) }, { step: add.bind(null, 1), by: add.bind(null, 'x') });
for (let r = 0; r < 3; r++) print(drive(many, 100));
// Rest parameters, arguments, defaults, more than the parameters.
const rest = ((...l) => l.length * 10 + l[0]).bind(null, 4);
const args = function (a, b = 9) { return arguments.length * 100 + a + b; }.bind(null, 1);
const both = function (a, ...l) { return [a, l.length, arguments.length, l[l.length - 1]].join(); }.bind(null, 8, 7);
const call = (i => [rest(), rest(i, i, i), args(), args(i), args(i, 2, 3), both(), both(i, i, i)].join(';'));
for (let i = 0; i < 200; i++) { const v = call(i); if (i > 197) print(v); }
// Bound twice, constructed, not callable in the end.
const twice = f.bind(1, 2).bind(2, 3), K = Counter.bind(null, 3), K2 = K.bind(9);
function odd(i) {
  const c = new K(), d = new K2();
  return twice(i) + c.step() + d.by(i) + (c instanceof K ? 1 : 0);
}
for (let i = 0, s = 0; i < 200; i++) { s += odd(i); if (i === 199) print(s); }
for (const bad of [() => K(), () => new f(), () => (class { static s() { return this; } }).s.bind(4)() + 1, () => f.call(1, 2)]) {
  for (let r = 0; r < 3; r++) try { print(String(bad())); } catch (e) { print(e.name); }
}
// What leaves and throws inside.
const div = function (a, b) { if (b === 77) throw new RangeError('b ' + this.x); return this.x + a / b + b * 2147483; }.bind({ x: 1 }, 6);
const tryIt = b => { try { return div(b); } catch (e) { return e.message; } finally { sum++; } };
let sum = 0;
for (let i = 1; i < 300; i++) { const v = tryIt(i); if (i % 77 === 0) print(v); }
print(tryIt('3'), tryIt(2n === 2n ? 0.5 : 1), tryIt(undefined), tryIt({ valueOf: () => 4 }), sum);
let deep = function (n) { return n === 0 ? 0 : 1 + deep(n - 1); };
deep = deep.bind(null);
for (let i = 0; i < 30; i++) sum += deep(i);
print(sum);
try { deep(1e9); } catch (e) { print(e instanceof RangeError); }
// Frozen, and made anew each time.
let t = 0;
for (let i = 0; i < 300; i++) { const k = Object.freeze(o.m.bind({ k: i })); t += k(1) + (x => x + i).bind(null, 2)(); }
print(t);
