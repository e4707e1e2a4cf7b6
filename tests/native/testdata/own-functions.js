'use strict';
// Functions of Math that native code has computed in Go, in loops with much else in
// registers, of all kinds of numbers and of what is none.
const one = ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cbrt', 'cos', 'cosh', 'exp', 'expm1', 'f16round', 'log', 'log10', 'log1p', 'log2', 'sin', 'sinh', 'tan', 'tanh'];
const two = ['atan2', 'hypot', 'pow'];
const values = [0, -0, 1, -1, 0.5, 2, 3, -7, 1e-5, 1e5, 1e200, -1e-300, 2147483647, 4294967296.5, NaN, Infinity, -Infinity];
const fs = [Math.cos, x => Math.sin(x), x => Math.exp(x), (x, y) => Math.pow(x, y), (x, y) => Math.hypot(x, y), (x, y) => Math.atan2(x, y), (x, y) => x ** y, x => Math.hypot(x, x), x => Math.log(x), x => Math.cbrt(x), x => Math.tan(x)];
for (let r = 0; r < 12; r++) for (const x of values) {
  const y = fs.map(f => f(x, 0.5));
  if (r === 11) print(x, y.map(v => Object.is(v, -0) ? '-0' : String(v)).join());
}
for (const name of one) if (Math[name]) print(name, values.map(x => Math[name](x)).join());
for (const name of two) print(name, values.map(x => values.map(y => Math[name](x, y)).join()).join(';'));
function spectrum(n) {
  let a = 0, b = 1, c = 2, d = 3, e = 4, f = 5, k = 0;
  for (let i = 0; i < n; i++) {
    a = a * 0.5 + Math.sin(i) * b;
    b = Math.cos(a) + c * 0.25;
    c = Math.hypot(a, b) * 0.5 - d;
    d = Math.atan2(b, c) + e * 0.5;
    e = Math.pow(Math.abs(d), 0.25) - f;
    f = Math.exp(-Math.abs(e)) + Math.log1p(i);
    k = (k * 31 + i) | 0;
    if (i % 300 === 0) print(a, b, c, d, e, f, k);
  }
  return a + b + c + d + e + f + k;
}
print(spectrum(600));
// Once a loop, with what does not change; conditions that are never true.
let s = 0;
for (let i = 0; i < 500; i++) {
  s += Math.sin(0.5) + (i < 0 ? Math.log(i) : Math.sqrt(i));
}
print(s);
// What is no number, and arguments too few or too many.
const odd = ['4', null, undefined, true, { valueOf() { return 0.5; } }, 7n, [0.25], Symbol.iterator];
const sin = x => Math.sin(x), pow = (x, y) => Math.pow(x, y), hyp = (...l) => Math.hypot(...l), power = (x, y) => x ** y;
for (let i = 0; i < 200; i++) sin(i), pow(i, 1.5), hyp(i, 2), power(i, 0.1);
for (let r = 0; r < 12; r++) for (const x of odd) for (const f of [sin, x => pow(x, 2), x => pow(2, x), x => power(x, 3), x => power(3, x), hyp, x => hyp(1, 2, x), x => Math.cos(), x => Math.pow(3), x => Math.hypot(), x => Math.atan2(1), x => Math.sin(1, x), x => Math.hypot(x)]) {
  try {
    const v = f(x);
    if (r === 11) print(String(v));
  } catch (e) {
    if (r === 11) print(e.name);
  }
}
