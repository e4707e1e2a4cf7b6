"use strict";
// Getters and setters of DataView, in both byte orders, at the edges and beyond.
const buffer = new ArrayBuffer(64), view = new DataView(buffer), part = new DataView(buffer, 3, 21), open = new DataView(new ArrayBuffer(16, { maxByteLength: 32 }));
const bytes = new Uint8Array(buffer), numbers = [0, -0, 1, -1, 255, 256, 32768, -32769, 65537, 2147483647, -2147483648, 4294967295, 1.5, -2.75, 1e-40, 1e40, 3.4e38, 3.5e38, NaN, Infinity, -Infinity, 0.1, 5e-324, 123456789012];
const kinds = ['Int8', 'Uint8', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float32', 'Float64'];
let h = 0;
const mix = x => { h = (Math.imul(h, 31) + (x === x ? (x % 4294967291) | 0 : 77) + (Object.is(x, -0) ? 5 : 0)) | 0; };
const attempt = f => { try { return f(); } catch (e) { return e.constructor.name; } };

function ints(v, i, x, little) {
  v.setInt8(i, x); mix(v.getInt8(i)); mix(v.getUint8(i));
  v.setUint8(i + 1, x); mix(v.getUint8(i + 1));
  v.setInt16(i, x, little); mix(v.getInt16(i, little)); mix(v.getUint16(i, little)); mix(v.getInt16(i, !little));
  v.setUint16(i + 1, x); mix(v.getUint16(i + 1)); mix(v.getUint16(i + 1, true)); mix(v.getInt16(i + 1, false));
  v.setInt32(i, x, true); mix(v.getInt32(i, true)); mix(v.getInt32(i)); mix(v.getUint32(i, little));
  v.setUint32(i + 1, x, little); mix(v.getUint32(i + 1, false)); mix(v.getUint32(i, true));
}
function floats(v, i, x, little) {
  v.setFloat32(i, x, little); mix(v.getFloat32(i, little)); mix(v.getFloat32(i)); mix(v.getUint32(i));
  v.setFloat64(i, x, little); mix(v.getFloat64(i, little)); mix(v.getInt32(i, true)); mix(v.getInt32(i + 4, true)); mix(v.getFloat64(i, !little));
  v.setFloat64(i, x); mix(v.getFloat64(i)); v.setFloat32(i + 4, x); mix(v.getFloat64(i, true));
  mix(bytes[i]); mix(bytes[i + 7]);
}
for (let r = 0; r < 24; r++) {
  for (const x of numbers) {
    ints(view, r % 50, x, (r & 1) === 0); floats(view, r % 56, x, (r & 2) === 0);
    ints(part, r % 14, x, (r & 1) === 1); floats(part, r % 13, x, r % 3 === 0);
  }
}
print(h);
// NaNs with bits of their own.
for (let r = 0; r < 60; r++) {
  for (let k = 0; k < 8; k++) bytes[8 + k] = k < 2 || k > 5 ? 255 : r;
  const a = view.getFloat64(8), b = view.getFloat64(8, true), c = view.getFloat32(8), d = view.getFloat32(12, true);
  mix(a); mix(b); mix(c); mix(d); view.setFloat64(16, a); view.setFloat32(24, c, true); mix(view.getFloat64(16)); mix(view.getFloat32(24, true));
}
print(h);
// Ends: the last index of each kind, and those behind it.
function ends(v, n) {
  for (let i = -2; i < n + 3; i++) {
    mix(attempt(() => v.getInt8(i)).length ?? 1); mix(attempt(() => v.getUint16(i)).length ?? 2); mix(attempt(() => v.getInt32(i, true)).length ?? 3); mix(attempt(() => v.getFloat64(i)).length ?? 4);
    mix(String(attempt(() => v.setUint8(i, i))).length); mix(String(attempt(() => v.setInt16(i, i))).length); mix(String(attempt(() => v.setFloat32(i, i, true))).length); mix(String(attempt(() => v.setFloat64(i, i))).length);
  }
}
for (let r = 0; r < 16; r++) { ends(view, 64); ends(part, 21); ends(open, 16); if (r === 12) open.buffer.resize(9); }
print(h);
// Lengths in bytes.
const views = [view, part, open, bytes, new Float64Array(buffer, 8, 2), new Int16Array(6), buffer, open.buffer];
function lengths(list) { let s = 0; for (const v of list) s += v.byteLength; for (let i = 0; i < buffer.byteLength; i++) s += view.byteLength + part.byteLength + bytes.byteLength; return s; }
for (let r = 0; r < 60; r++) mix(lengths(views));
// Odd arguments, and a buffer that goes.
for (const kind of kinds) for (let r = 0; r < 16; r++) {
  const get = view['get' + kind], set = view['set' + kind];
  for (const i of [1.5, '2', null, undefined, -0, 1e9, 4294967296, NaN]) { mix(String(attempt(() => get.call(view, i))).length); mix(String(attempt(() => set.call(view, i, '7', 0))).length); }
  mix(String(attempt(() => get.call(bytes, 0))).length); mix(String(attempt(() => get.call(view, 0, {}))).length); mix(String(attempt(() => set.call(view, 0, { valueOf: () => r }, 'x'))).length);
}
const gone = new DataView(new ArrayBuffer(8));
for (let r = 0; r < 100; r++) {
  const seen = [attempt(() => gone.getInt16(2)), attempt(() => gone.setInt16(2, r)), attempt(() => gone.byteLength), gone.buffer.byteLength];
  if (r <= 80) for (const x of seen) mix(String(x).length);
  if (r === 80) gone.buffer.transfer?.();
}
print(h);
