'use strict';
// Rotations by constants and variable counts, 0 and 32 among them; what looks like
// one and is none; elements that are holes, doubles or objects where integers were.
const rol = (x, n) => (x << n) | (x >>> (32 - n));
const ror = (x, n) => (x >>> n) | (x << (32 - n));
const xorl = (x, n) => (x << n) ^ (x >>> (32 - n));
const sum = (x, n) => ((x << n) + (x >>> (32 - n))) | 0;
const back = (x, n) => (x << n) | (x >>> -n);
function fixed(x) {
  const a = (x << 7) | (x >>> 25), b = (x >>> 1) ^ (x << 31), c = ((x << 16) + (x >>> 16)) | 0;
  return [a, b, c, (x << 7) | (x >>> 24), (x << 0) | (x >>> 32), (x << 5) | (x >> 27)].join();
}
let h = 1;
for (let i = 0; i < 3000; i++) {
  const x = Math.imul(h, 0x9e3779b1) + i | 0, n = i % 70 - 3;
  for (const f of [rol, ror, xorl, sum, back]) h = (Math.imul(h, 31) + f(x, n)) | 0;
  if (i % 500 === 0) print(i, h, fixed(x));
}
print(h, rol(0x80000001, 1), ror(1, 32), xorl(5, 0), sum(5, 32), back(-1, 4), rol(1.5, 4), rol("3", 30));

function least(rows, k) {
  let s = 0;
  for (let i = 0; i < rows.length; i++) for (let j = 0; j < k; j++) {
    const t = rows[i][j] + rows[j % rows.length][i % k];
    if (t < rows[i][j]) { rows[i][j] = t; s++; }
    s += rows[i][j] & 1;
  }
  return s;
}
const table = () => Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_, j) => (i * 7 + j * 5) % 11 - 3));
for (let r = 0; r < 120; r++) least(table(), 6);
const odd = [t => t, t => { t[2][3] = 0.5; }, t => { delete t[4][1]; }, t => { t[1][1] = "x"; }, t => { t[5] = [1]; }, t => { t[3] = { length: 1, 0: 4 }; },
  t => { t[0][0] = { valueOf() { return 3; } }; }, t => { t[3] = undefined; }, t => { t[2][2] = 2147483647; }];
for (let r = 0; r < 4; r++) for (const change of odd) {
  const t = table();
  change(t);
  try {
    print(least(t, 6), JSON.stringify(t));
  } catch (e) {
    print(e.name);
  }
}
