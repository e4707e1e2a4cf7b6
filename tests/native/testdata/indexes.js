'use strict';
// Indexes that differ by constants, at the ends of arrays and beyond; exchanges of
// elements with and without holes; hashes that begin with any number.
const u8 = new Uint8Array(40).map((_, i) => i * 7), f64 = new Float64Array(40).map((_, i) => i / 3), i32 = new Int32Array(40).map((_, i) => i * 1000003);
const list = Array.from({ length: 40 }, (_, i) => i * i);
const quad = (a, i) => a[i] | a[i + 1] << 8 | a[i + 2] << 16 | a[i + 3] << 24;
const around = (a, i) => a[i - 1] + a[i + 1] - 2 * a[i];
const backwards = (a, i) => a[i + 3] - a[i + 1] + a[i] - a[i - 2];
function smooth(a, from, to) {
  let d = 0;
  for (let k = from; k < to; k++) {
    const v = (a[k - 1] + a[k] + a[k + 1]) / 3;
    d += v - a[k];
    a[k] = v;
  }
  return d;
}
for (let r = 0; r < 40; r++) {
  for (const a of [u8, i32, list, f64]) {
    let s = 0;
    for (let i = 2; i < 36; i++) s += quad(a, i) + around(a, i) + backwards(a, i);
    if (r % 13 === 0) print(r, s);
  }
  if (r % 10 === 9) print(smooth(f64.slice(), 1, 39), smooth(list.slice(), 1, 39), smooth(i32.slice(), 1, 39));
}
for (const i of [-5, -4, -3, -2, -1, 0, 1, 2, 35, 36, 37, 38, 39, 40, 2147483646, 2147483647, -2147483648, 0.5])
  for (const a of [u8, f64, list]) print(i, quad(a, i), around(a, i), backwards(a, i));
print(smooth(list.slice(), 0, 5), smooth(list.slice(), 36, 42));
// What is written in between is seen.
function overlap(a, i) {
  a[i] = a[i + 1] + 1;
  a[i + 1] = a[i] + a[i + 2];
  a[i + 2] = a[i + 1];
  return a[i] * 3 + a[i + 1] * 5 + a[i + 2];
}
for (let r = 0; r < 60; r++) { const a = [1, 2, 3, 4, 5]; overlap(a, r % 3); if (r > 56) print(a.join()); }
print(overlap([1, 2], 0), overlap([], 0));
// Exchanges.
class Box {
  constructor(v) { this.v = v; }
  swap(i, j) { const t = this.v[i]; this.v[i] = this.v[j]; this.v[j] = t; }
  rotate(i, j, k) { const v = this.v, t = v[i]; v[i] = v[j]; v[j] = v[k]; v[k] = t; return v[i] + v[j]; }
  clear(i, j, x) { const v = this.v, a = v[i], b = v[j]; v[j] = x; v[i] = b; return [a, v[j], j in v]; }
}
const b = new Box([0, 1, 2, 3, 4, 5, 6, 7]);
for (let r = 0; r < 200; r++) { b.swap(r & 7, (r * 5) & 7); b.rotate(r % 7, r % 5, r % 3); b.clear(r & 7, (r + 1) & 7, r); }
print(b.v.join());
const h = new Box([1, , 3, , 5, 'x', { y: 1 }, null]);
for (let r = 0; r < 8; r++) {
  h.swap(r & 7, (r * 3) & 7);
  print(h.v.length, 0 in h.v, 1 in h.v, 2 in h.v, 3 in h.v, String(h.rotate(r & 7, (r + 3) & 7, 2)), h.v.join());
}
print(new Box(Object.freeze([1, 2])).v.length, (() => { try { new Box(Object.freeze([1, 2])).swap(0, 1); } catch (e) { return e.name; } })());
// Hashes.
function hash(bytes, seed) {
  let h = seed;
  const n = bytes.length & ~3;
  for (let i = 0; i < n; i += 4) {
    let k = bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    k = Math.imul(k, 0xcc9e2d51);
    h ^= k;
    h = (Math.imul(h << 13 | h >>> 19, 5) + 0xe6546b64) | 0;
  }
  return (h ^ bytes.length) >>> 0;
}
let x = 1;
for (let r = 0; r < 90; r++) x = hash(u8, x);
print(x);
for (const seed of [0, -0, -1, 4294967295, 1e10, 1e300, -1e18, 2 ** 63, NaN, Infinity, 0.7, -7.9, '12', undefined, null, true]) print(hash(u8, seed), hash(u8.subarray(0, 2), seed));
try { print(hash(u8, 1n)); } catch (e) { print(e.name); }
