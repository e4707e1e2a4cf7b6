'use strict';
// Squares by ** and Math.pow, of integers that overflow, of doubles, and of what is
// no number; other exponents.
const sq = x => x ** 2, pw = x => Math.pow(x, 2), cube = x => x ** 3, by = (x, n) => x ** n;
let s = 0;
for (let i = -300; i < 300; i++) s += sq(i) + pw(i) + cube(i & 7) + by(i, i & 3);
print(s);
for (let r = 0; r < 60; r++) for (const x of [0, -0, 3, -7, 46340, 46341, -46341, 2147483647, 1e200, -1e-200, 0.5, NaN, Infinity, -Infinity]) {
  const y = [sq(x), pw(x), cube(x), by(x, 2), by(x, 0.5), by(x, 2.0)];
  if (r === 59) print(x, y.join(), Object.is(y[0], 0), [10, 20, 30][sq(Math.sqrt(x))]);
}
const odd = ["4", null, undefined, true, { valueOf() { return 5; } }, 7n, [3], Symbol.iterator];
for (let r = 0; r < 3; r++) for (const x of odd) for (const f of [sq, pw]) {
  try {
    print(String(f(x)));
  } catch (e) {
    print(e.name);
  }
}
let t = 0;
for (let i = 0; i < 20000; i++) {
  const x = i / 1000 - 10;
  t += x ** 2 + Math.pow(x, 2) + i ** 2;
}
print(t);
