'use strict';
// Loops that count down by truth: of integers, of doubles, of what is no number, and
// of links that end with null, undefined or 0.
const kern = x => { let c = 0; while (x) { x &= x - 1; c++; } return c; };
const half = x => { let c = 0; while (x) { x = x > 1e-3 || x < -1e-3 ? x / 2 : 0; c++; } return c; };
const digits = x => { let s = ''; do { s = x % 10 + s; x = Math.floor(x / 10); } while (x); return s; };
const gcd = (a, b) => { while (b) { const t = a % b; a = b; b = t; } return a; };
const length = n => { let c = 0; for (; n; n = n.next) c += n.v; return c; };
const both = (n, k) => { let c = 0; while (n && k) { c += n.v; n = n.next; k--; } return [c, k]; };
let s = 0;
for (let i = 0; i < 2000; i++) s += kern(i * 7919) + half(i) + gcd(i, 360) + digits(i).length;
print(s);
const list = n => { let l = null; for (let i = 0; i < n; i++) l = { v: i, next: l }; return l; };
for (let i = 0; i < 60; i++) s += length(list(i)) + both(list(i), 20)[0];
print(s);
const odd = [undefined, null, '', '12', 0, -0, NaN, 7n, 0n, true, false, {}, 2147483648, -2147483648, 4294967295, 1e20, 0.5];
for (let r = 0; r < 4; r++) for (const x of odd) for (const f of [kern, half, x => gcd(12, x), length, x => both(list(5), x)]) {
  try {
    const v = f(x);
    if (r === 3) print(String(x), String(v));
  } catch (e) {
    if (r === 3) print(String(x), e.name);
  }
}
print(length({ v: 1, next: { v: 2, next: 0 } }), length({ v: 1, next: undefined }), both({ v: 3, next: '' }, 9).join());
// The same with a falsy start more often than not.
for (let i = 0; i < 300; i++) s += kern(i % 3 ? undefined : i) + (i % 3 ? kern(null) : kern(i + 0.5));
print(s);
