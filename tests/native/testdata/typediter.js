'use strict';
// for-of, spread and destructuring of typed arrays of all types: where arrays and
// typed arrays meet at one loop, where buffers shrink, grow or go away on the way, and
// with loops that are left early.
const types = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array];
const make = (T, n, f) => { const a = new T(n); const big = a instanceof BigInt64Array || a instanceof BigUint64Array; for (let i = 0; i < n; i++) a[i] = big ? BigInt(Math.trunc(f(i))) : f(i); return a; };
const show = (v) => typeof v === "bigint" ? v + "n" : String(v);
function sum(a) { let s = 0; for (const x of a) s = (Math.imul(s, 31) + Number(x)) | 0; return s; }
function sumOf() { return function (a) { let s = 0; for (const x of a) s += Number(x); return s; }; }
function find(a, least) { let n = 0; for (const x of a) { if (x > least) break; n++; } return n; }
function pairs(a) { let s = ""; for (const x of a) { for (const y of a) { if (y > x) continue; s += show(y); if (s.length > 200) return s; } } return s; }
for (const T of types) {
  const a = make(T, 20, i => i * 77.5 - 1000), b = new T(0), one = sumOf();
  let r = 0;
  for (let k = 0; k < 60; k++) r = (r + one(a) + find(a, k * 3)) | 0;
  print(T.name, r, one(b), pairs(a.subarray(0, 20)), [...a.subarray(3, 7)].map(show).join());
}
for (let k = 0; k < 160; k++) { // all at one loop
  const T = types[k % types.length];
  const x = k % 5 === 0 ? Array.from({ length: 9 }, (_, i) => i * k) : make(T, 9, i => i * k - 100);
  if (k % 40 === 0) print(k, sum(x), find(x, 50)); else { sum(x); find(x, 50); }
}
const [p, q = 7, ...rest] = Uint8Array.of(1, 2, 3, 4), [u = 5] = new Float64Array(0);
print(p, q, rest.length, u, Math.max(...Int16Array.of(3, -9, 12)), new Set(Uint8Array.of(1, 1, 2)).size);

// Node 20 has no transfer.
function detach(b) { if (b.transfer) b.transfer(); else structuredClone(b, { transfer: [b] }); }
// Arrays that change while they are iterated.
function during(a, at, change) {
  let s = "", i = 0;
  try {
    for (const x of a) { s += show(x) + " "; if (i++ === at) change(a); if (i > 40) break; }
  } catch (e) { s += e.name; }
  return s;
}
const fixed = () => Int32Array.from({ length: 8 }, (_, i) => i), moving = (n) => new Int32Array(new ArrayBuffer(16, { maxByteLength: 64 }), 0, n);
for (let k = 0; k < 60; k++) {
  const out = [during(fixed(), k % 9, a => { a[7] = k; a[k % 8] = -1; }), during(fixed(), k % 9, a => { detach(a.buffer); }),
    during(moving(), k % 5, a => { a.buffer.resize(32); }), during(moving(), k % 5, a => { a.buffer.resize(4); }), during(moving(3), k % 5, a => { a.buffer.resize(8); })];
  if (k % 6 === 0) print(k, out.join("|"));
}
// What is not as it was made.
class Mine extends Uint8Array { *[Symbol.iterator]() { yield 100; yield this.length; } }
class Same extends Uint8Array {}
const odd = fixed();
Object.defineProperty(odd, Symbol.iterator, { value: function* () { yield "own"; } });
const gone = fixed();
detach(gone.buffer);
for (let k = 0; k < 40; k++) {
  let r = "";
  for (const a of [new Mine(3), Same.of(1, k & 7), odd, gone, fixed(), [k]]) {
    try { let n = 0; for (const x of a) r += show(x) + (n++ > 3 ? ";" : ","); } catch (e) { r += e.name; }
  }
  if (k % 10 === 0) print(k, r);
}
function* gen(a) { for (const x of a) { const got = yield x; if (got) return got; } }
async function later(a) { let s = 0; for (const x of a) { await null; s += x; } for await (const x of a) s += x; return s; }
const it = gen(Uint16Array.of(5, 6, 7));
print(it.next().value, it.next().value, it.next("end").value, it.next().done);
later(Float32Array.of(1.5, 2.25)).then(print);
