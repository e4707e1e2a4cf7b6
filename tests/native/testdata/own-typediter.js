'use strict';
// for-of over typed arrays whose buffers go, shrink and grow meanwhile, and over what only looks like one.
const walk = (t, f) => { let s = 0, n = 0; for (const v of t) { s = (s * 3 + Number(v)) | 0; if (++n === 3) f(t); if (n > 40) break; } return s + ':' + n; };
const none = () => {};
function make(k) {
  const b = new ArrayBuffer(16, { maxByteLength: 64 }), fixed = new ArrayBuffer(16);
  switch (k) {
    case 0: return [new Uint8Array(fixed), t => fixed.transfer()];
    case 1: return [new Uint8Array(b), t => b.resize(4)];
    case 2: return [new Uint8Array(b), t => b.resize(32)];
    case 3: return [new Uint8Array(b, 0, 8), t => b.resize(4)];
    case 4: return [new Uint8Array(b, 4, 8), t => b.resize(40)];
    case 5: return [new Int16Array(b, 2), t => b.resize(8)];
    case 6: return [new Int16Array(b, 2), t => b.resize(0)];
    case 7: return [new Float64Array(b), t => { t[1] = 7; b.resize(24); }];
    case 8: return [new BigInt64Array(b), t => b.resize(48)];
    case 9: return [new Uint8Array(0), none];
    case 10: return [new Float32Array([1, NaN, -0, 2.5]), t => { t[3] = 9; }];
    case 11: return [new Uint8Array(fixed, 3, 5), none];
    case 12: return [Object.freeze(new Uint8Array(0)), none];
    case 13: { const t = new Uint8Array(fixed); fixed.transfer(); return [t, none]; }
    case 14: { const t = new Uint8Array(b, 8); b.resize(4); return [t, none]; }
    case 15: { const t = new Uint8Array([1, 2, 3, 4, 5]); Object.defineProperty(t, 'length', { value: 2 }); return [t, none]; }
    case 16: { const t = new Uint8Array([1, 2, 3, 4, 5]); t[Symbol.iterator] = function* () { yield 5; yield 6; }; return [t, none]; }
    case 17: { class T extends Uint16Array { get length() { return 1; } } return [new T([1, 2, 3, 4]), none]; }
    case 18: return [[1, 2, 3, 4], t => t.push(5)];
    case 19: { const t = new Uint8Array([1, 2, 3]); return [t.values(), none]; }
    case 20: { const t = new Uint8Array([1, 2, 3]); return [t.entries(), none]; }
    case 21: { const t = new Uint8Array([1, 2, 3]); Object.setPrototypeOf(t, Array.prototype); return [t, none]; }
    case 22: { const t = new Uint8Array([1, 2, 3]); Object.setPrototypeOf(t, null); return [t, none]; }
  }
}
const fill = t => { if (ArrayBuffer.isView(t)) try { for (let i = 0; i < t.length; i++) t[i] = t instanceof BigInt64Array ? BigInt(i + 1) : i + 1; } catch (e) { } };
for (let r = 0; r < 5; r++) {
  let out = '';
  for (let k = 0; k < 23; k++) {
    for (let q = 0; q < 6; q++) {
      const [t, f] = make(k);
      fill(t);
      try { out += walk(t, r & 1 || q > 3 ? f : none) + ' '; } catch (e) { out += e.name + ' '; }
    }
  }
  print(out);
}
