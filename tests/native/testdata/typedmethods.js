"use strict";
// Methods of typed arrays that leaves do, and where the library must.
let log = "";
function note(...a) {
  log += a.map(x => ArrayBuffer.isView(x) ? x.constructor.name + "[" + Array.from(x, String) + "]" + x.byteOffset + "/" + x.buffer.byteLength : String(x)).join() + ";";
}
function attempt(f) {
  try {
    note(f());
  } catch (e) {
    note(e.name);
  }
}
const kinds = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array];
class Mine extends Uint8Array {}
class Species extends Uint8Array {
  static get [Symbol.species]() {
    return Int16Array;
  }
}
const ranges = [[], [1], [-2], [1, 3], [3, 1], [0, -1], [2.7, 9], ["1", "3"], [null, 2], [NaN, Infinity], [-Infinity], [{ valueOf: () => 2 }]];
function round(C) {
  const a = new C([1, 2, 3, 250, -5.5, 300]);
  for (const r of ranges) {
    attempt(() => a.subarray(...r));
    attempt(() => a.slice(...r));
    attempt(() => a.subarray(2).slice(...r));
    attempt(() => new C(a).fill(7.9, ...r));
  }
  attempt(() => a.subarray(2, 5).subarray(1));
  for (const v of [1, -1.5, NaN, "12", null, undefined, true, 5n, { valueOf: () => 3 }]) attempt(() => new C(3).fill(v));
  for (const [src, at] of [[[1, 2.5, -3], 1], [[1, 2, 3, 4, 5, 6, 7], 0], [[1, , 3], 0], [["9", 8], 4], [new Uint8Array([200, 201]), 2], [new Float64Array([-1.5, 1e10]), 4], [[1], -1], [[1], 6], [[], 6], ["12", 1], [{ length: 2, 0: 5, 1: 6 }, 1.5], [new BigInt64Array(1), 0], [5, 0], [null, 0]]) {
    const t = new C(a);
    attempt(() => t.set(src, at));
    note(t);
  }
  const t = new C(a);
  t.set(t.subarray(0, 4), 2);
  note(t);
  t.set(new C(t.buffer, 0, 3), 1);
  note(t);
}
for (let k = 0; k < 8; k++) {
  for (const C of kinds) round(C);
  const m = new Mine([1, 2, 3]);
  note(m.subarray(1), m.slice(1), new Species([1, 2, 3, 4]).slice(1));
  attempt(() => new Species([1, 2, 3, 4]).subarray(2));
  const own = new Uint8Array([1, 2, 3]);
  Object.defineProperty(own, "constructor", { value: Mine });
  note(own.slice(1), own.subarray(1));
  const big = new BigInt64Array([1n, 2n, 3n]);
  note(big.subarray(1), big.slice(-2), big.fill(9n, 1));
  attempt(() => big.fill(1));
  attempt(() => big.set([1n, 2n]));
  attempt(() => big.set([1]));
  note(big);
  const buffer = new ArrayBuffer(8, { maxByteLength: 16 });
  const whole = new Uint8Array(buffer);
  const part = new Uint8Array(buffer, 4, 4);
  note(whole.subarray(2), whole.slice(6), part.subarray(1), part.slice(1));
  buffer.resize(6);
  attempt(() => part.subarray(1));
  attempt(() => part.slice(1));
  attempt(() => part.fill(1));
  attempt(() => whole.set(part));
  note(whole.fill(3), whole.subarray(5));
  attempt(() => Uint8Array.prototype.slice.call([1]));
  attempt(() => Uint8Array.prototype.subarray.call(new DataView(buffer)));
}
let h = 0;
for (let i = 0; i < log.length; i++) h = h * 31 + log.charCodeAt(i) | 0;
print(log.slice(0, 1500));
print(h, log.length);
