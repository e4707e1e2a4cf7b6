'use strict';
// Binary data: ArrayBuffer (fixed, resizable), every typed array, conversions and rounding, DataView in both byte
// orders, overlapping copies, out-of-bounds views, methods, species, and codecs written on top.

const show = (label, ...values) => print(`${label}: ${values.map(text).join(' ')}`);
function text(v) {
  if (typeof v === 'string') return v;
  if (typeof v === 'bigint') return `${v}n`;
  if (typeof v === 'function') return v.name;
  if (Object.is(v, -0)) return '-0';
  if (ArrayBuffer.isView(v) && !(v instanceof DataView)) return `${v.constructor.name}(${attempt(() => Array.from(v, text).join(','))})`;
  if (Array.isArray(v)) return `[${Array.from(v, text).join(', ')}]`;
  if (v !== null && typeof v === 'object') return `{${Object.entries(v).map(([k, x]) => `${k}: ${text(x)}`).join(', ')}}`;
  return String(v);
}
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e instanceof Error ? e.constructor.name : `thrown ${text(e)}`;
  }
};
const hex = (b) => Array.from(b instanceof ArrayBuffer ? new Uint8Array(b) : new Uint8Array(b.buffer, b.byteOffset, b.byteLength), (x) => x.toString(16).padStart(2, '0')).join(' ');

const kinds = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array];
const isBig = (K) => K === BigInt64Array || K === BigUint64Array;

// ---- constructors ----
for (const K of kinds) {
  const one = isBig(K) ? 1n : 1;
  const a = new K([one, one + one, isBig(K) ? -1n : -1]);
  show(K.name, K.BYTES_PER_ELEMENT, a.length, a.byteLength, a, Object.prototype.toString.call(a), K.length, a.BYTES_PER_ELEMENT);
}
{
  const b = new ArrayBuffer(16);
  show('views', new Uint8Array(b, 4).length, new Uint8Array(b, 4, 3).byteLength, new Float64Array(b, 8).length, new Uint16Array(b).buffer === b, new Int32Array(b, 4, 2).byteOffset);
  show('misaligned', attempt(() => new Int32Array(b, 2)), attempt(() => new Int32Array(new ArrayBuffer(7))), attempt(() => new Uint8Array(b, 17)), attempt(() => new Uint8Array(b, 8, 9)), attempt(() => new Uint8Array(-1)), attempt(() => Uint8Array(1)), attempt(() => new (Object.getPrototypeOf(Uint8Array))()));
  show('sources', new Uint8Array(3), new Uint8Array(), new Uint8Array([1, '2', null, undefined, true, { valueOf: () => 9 }]), new Uint8Array(new Set([5, 6])), new Uint8Array({ length: 2, 1: 7 }), new Float32Array(new Uint8Array([1, 2])), new Uint8Array(new Float64Array([300.7, -1.5])), new Uint8Array('3'), new Uint8Array(null), attempt(() => new Uint8Array(new BigInt64Array(1))), attempt(() => new BigInt64Array([1])), attempt(() => new Uint8Array([1n])), attempt(() => new Uint8Array(Symbol())));
  show('of and from', Int16Array.of(1, 70000, -1.9), Uint8Array.from('123'), Uint8Array.from([1, 2], (x, i) => x * 10 + i), Uint8Array.from({ length: 3 }, (_, i) => i * i), Float64Array.from(new Map([[1, 2]]), ([k, v]) => k + v), BigInt64Array.from([1n, -1n]), attempt(() => Uint8Array.from.call(Array, [])), attempt(() => Uint8Array.of.call(() => {})));
  show('shared buffer', (() => { const u = new Uint8Array(b); const i = new Int16Array(b); u[0] = 1; u[1] = 2; return [i[0], (i[1] = -2, u[2]), u[3]]; })());
}

// ---- conversions ----
{
  const put = (K, values) => {
    const a = new K(values.length);
    values.forEach((v, i) => {
      a[i] = v;
    });
    return a;
  };
  const odd = [0, -0, 1.5, 2.5, -1.5, 127, 128, 255, 256, -129, 65536, 2147483648, 4294967297, -4294967297, NaN, Infinity, -Infinity, 1e20, 0.1, 1e-320];
  for (const K of kinds.filter((k) => !isBig(k))) show(`to ${K.name}`, put(K, odd));
  show('clamping', put(Uint8ClampedArray, [0.5, 1.5, 2.5, 254.5, 254.50001, 255.5, -0.5, 1e300, '99', null]));
  show('float32', put(Float32Array, [16777217, 1e-46, 3.4028235677973366e38, 3.4028235e38, 0.3, -1e-45]));
  const b64 = new BigInt64Array(4);
  b64[0] = 2n ** 63n;
  b64[1] = -(2n ** 63n) - 1n;
  b64[2] = 2n ** 64n + 5n;
  const u64 = new BigUint64Array(b64.buffer);
  show('big', b64, u64, attempt(() => (b64[0] = 1)), attempt(() => (new Int8Array(1)[0] = 1n)), attempt(() => (b64[3] = '12')), b64[3], attempt(() => (b64[3] = true)), b64[3]);
  show('NaN bits', hex(new Float64Array([-0])), hex(new Float32Array([1.5, -2])), hex(new Float64Array([Math.PI])));
}

// ---- element access ----
{
  const a = new Int8Array([1, 2, 3]);
  a.extra = 'x';
  show('indices', a[3], a[-1], a['1'], a['1.0'], a['01'], a[1.5], '-0' in a, '3' in a, 2 in a, a.extra, Object.keys(a));
  a[5] = 9;
  a['-0'] = 9;
  a['1.5'] = 9;
  show('writes outside vanish', a, attempt(() => { a[10] = 1; return 'no error'; }), Reflect.set(a, 10, 1), Reflect.defineProperty(a, 10, { value: 1 }), Reflect.defineProperty(a, 0, { value: 7 }), Reflect.defineProperty(a, 0, { value: 7, enumerable: false }), a[0]);
  show('descriptors', Object.getOwnPropertyDescriptor(a, 0), Object.getOwnPropertyDescriptor(a, 9), Reflect.deleteProperty(a, 0), Reflect.deleteProperty(a, 9), attempt(() => delete a[0]), attempt(() => Object.freeze(a)), Object.isFrozen(Object.freeze(new Int8Array(0))));
  const child = Object.create(a);
  child[0] = 55;
  child[7] = 1;
  show('as prototype', child[0], a[0], Object.keys(child), 7 in child);
  show('length is an accessor', Object.hasOwn(a, 'length'), attempt(() => { a.length = 1; }), a.length, Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Int8Array.prototype), 'length').set);
  let order = '';
  attempt(() => { a[(order += 'k', 0)] = { valueOf() { order += 'v'; return 3; } }; });
  show('order', order, a[0], a.at(-1), a.at(9));
}

// ---- methods ----
{
  const a = Int16Array.of(5, 1, 4, 1, 3);
  show('search', a.indexOf(1), a.lastIndexOf(1), a.includes(4), a.includes('4'), a.find((x) => x > 3), a.findIndex((x) => x === 1), a.findLast((x) => x > 3), a.findLastIndex((x) => x === 1), Float32Array.of(NaN).includes(NaN), Float32Array.of(NaN).indexOf(NaN));
  show('iterate', a.map((x) => x * 1000), a.filter((x) => x !== 1), a.reduce((s, x) => s + x), a.reduceRight((s, x) => `${s}${x}`, ''), a.every((x) => x > 0), a.some((x) => x > 9), (() => { let s = ''; a.forEach((x, i) => (s += `${i}${x} `)); return s; })(), a.join('-'), String(a), [...a.entries()].length, [...a.keys()].length);
  show('order', Int16Array.from(a).sort(), Int16Array.from(a).sort((x, y) => y - x), Float64Array.of(3, NaN, -0, 0, -Infinity, 1).sort(), a.toSorted(), a.toReversed(), a.with(0, 9), attempt(() => a.with(9, 0)), Int16Array.from(a).reverse(), BigInt64Array.of(3n, -1n, 2n).sort(), attempt(() => a.sort(1)));
  show('parts', a.slice(1, 3), a.slice(-2), a.subarray(1, 3), a.subarray(-2).byteOffset, a.subarray(2).buffer === a.buffer, a.slice(9), a.subarray(3, 1).length);
  show('fill', new Uint8Array(5).fill(7, 1, 3), new Uint8Array(3).fill(256 + 5), new Uint8Array(4).fill(1, -2), attempt(() => new BigInt64Array(1).fill(1)));
  show('copyWithin', Uint8Array.of(1, 2, 3, 4, 5).copyWithin(0, 3), Uint8Array.of(1, 2, 3, 4, 5).copyWithin(1, 0, 3), Uint8Array.of(1, 2, 3, 4, 5).copyWithin(-2, 0));
  const s = new Uint8Array(6);
  s.set([1, 2]);
  s.set(Uint16Array.of(300, 400), 2);
  s.set({ length: 1, 0: '9' }, 5);
  show('set', s, attempt(() => s.set([1, 2], 5)), attempt(() => s.set([1], -1)), attempt(() => s.set(BigInt64Array.of(1n))), (s.set('78', 3), s));
  const overlap = Uint8Array.of(1, 2, 3, 4, 5, 6);
  overlap.set(overlap.subarray(0, 4), 2);
  show('overlap', overlap, (() => { const b = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]).buffer; new Uint16Array(b).set(new Uint8Array(b, 0, 4)); return hex(b); })(), (() => { const b = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]).buffer; new Uint8Array(b).set(new Uint16Array(b, 0, 3), 1); return hex(b); })());
  class Deci extends Uint8Array {
    static get [Symbol.species]() {
      return Float32Array;
    }
  }
  show('species', Deci.of(1, 2).map((x) => x / 4), Deci.of(1, 2).slice(0, 1).constructor, attempt(() => Deci.of(1).subarray(0)), attempt(() => new Deci(new ArrayBuffer(8)).subarray(4, 5)), attempt(() => { const x = new Uint8Array(1); x.constructor = { [Symbol.species]: BigInt64Array }; return x.map((v) => v); }), attempt(() => { const x = new Uint8Array(4); x.constructor = { [Symbol.species]: function () { return new Uint8Array(1); } }; return x.slice(); }));
  show('generic receivers', attempt(() => Uint8Array.prototype.fill.call([1], 2)), Array.prototype.map.call(a, (x) => x + 1), Array.prototype.concat.call([], a).length, [...a, 1].length, Array.prototype.slice.call(Uint8Array.of(1, 2)), JSON.stringify({ a: Uint8Array.of(1, 2), f: new Float32Array([0.5]) }), Array.from(Uint8Array.of(1, 2)), Math.max(...a), Object.entries(Uint8Array.of(9)));
  show('callbacks change things', (() => { const t = Uint8Array.of(1, 2, 3); t.forEach((x, i) => { t[i + 1] = x * 2; }); return t; })(), Uint8Array.of(1, 2, 3).map(function (x) { return this.k * x; }, { k: 3 }));
}

// ---- ArrayBuffer ----
{
  const b = new ArrayBuffer(8);
  new Uint8Array(b).set([1, 2, 3, 4, 5, 6, 7, 8]);
  show('buffer', b.byteLength, hex(b.slice(2, 5)), hex(b.slice(-2)), b.slice(5, 1).byteLength, ArrayBuffer.isView(new DataView(b)), ArrayBuffer.isView(b), ArrayBuffer.isView([]), Object.prototype.toString.call(b), b.resizable, b.maxByteLength, attempt(() => b.resize(4)), attempt(() => new ArrayBuffer(-1)), attempt(() => ArrayBuffer(1)), new ArrayBuffer('3').byteLength);
  const r = new ArrayBuffer(4, { maxByteLength: 8 });
  const all = new Uint8Array(r);
  const fixed = new Uint8Array(r, 1, 3);
  const tail = new Uint8Array(r, 2);
  const wide = new Uint16Array(r);
  const view = new DataView(r, 1);
  all.set([1, 2, 3, 4]);
  const sizes = () => [r.byteLength, all.length, fixed.length, tail.length, wide.length, attempt(() => view.byteLength)];
  show('resizable', r.resizable, r.maxByteLength, sizes());
  r.resize(8);
  show('grown', sizes(), all);
  all[7] = 77;
  r.resize(3);
  show('shrunk', sizes(), all, fixed, fixed.byteOffset, attempt(() => fixed.fill(1)), fixed[0], tail, 0 in fixed, Object.keys(fixed));
  r.resize(1);
  show('one byte', sizes(), tail.byteOffset, attempt(() => view.getUint8(0)), attempt(() => tail.at(0)));
  r.resize(8);
  show('back', sizes(), all, attempt(() => r.resize(9)), attempt(() => new ArrayBuffer(9, { maxByteLength: 8 })), attempt(() => r.resize(-1)), r.slice(0, 2).resizable);
  const seen = [];
  r.resize(4);
  for (const x of all) {
    seen.push(x);
    if (seen.length === 2) r.resize(6);
    if (seen.length === 5) r.resize(2);
  }
  show('iterating while resizing', seen, all.length);
  r.resize(6);
  show('methods while resizing', all.map((x, i) => { if (i === 1) r.resize(3); return i; }), all.length, (() => { r.resize(6); return all.fill({ valueOf() { r.resize(4); return 9; } }); })(), (() => { const s = all.slice({ valueOf() { r.resize(2); return 0; } }); return s; })());
}

// ---- DataView ----
{
  const v = new DataView(new ArrayBuffer(16), 2, 12);
  show('view', v.byteLength, v.byteOffset, v.buffer.byteLength, Object.prototype.toString.call(v), attempt(() => new DataView({})), attempt(() => new DataView(new ArrayBuffer(2), 3)), attempt(() => new DataView(new ArrayBuffer(2), 1, 2)), attempt(() => DataView(new ArrayBuffer(1))));
  const cases = [['Int8', -5], ['Uint8', 250], ['Int16', -2], ['Uint16', 0xabcd], ['Int32', -123456], ['Uint32', 0xdeadbeef], ['Float32', 1.5], ['Float64', -Math.E], ['BigInt64', -3n], ['BigUint64', 2n ** 64n - 2n]];
  for (const [name, value] of cases) {
    v.setUint32(0, 0);
    v.setUint32(4, 0);
    v.setUint32(8, 0);
    v[`set${name}`](1, value);
    const big = hex(v);
    v[`set${name}`](1, value, true);
    show(name, big, '|', hex(v), v[`get${name}`](1, true), v[`get${name}`](1));
  }
  show('wrapping', (v.setUint8(0, 511), v.getUint8(0)), (v.setInt16(0, 65535.9), v.getInt16(0)), (v.setFloat32(0, '2.5'), v.getFloat32(0)), (v.setInt32(0), v.getInt32(0)));
  show('bounds', attempt(() => v.getUint8(12)), attempt(() => v.getUint16(11)), attempt(() => v.getInt8(-1)), attempt(() => v.setFloat64(5, 1)), v.getInt8('1.9'), attempt(() => v.getBigInt64()), attempt(() => v.setBigInt64(0, 1)), attempt(() => v.getInt8.call(new Uint8Array(1))), v.getInt8(undefined));
  let order = '';
  attempt(() => v.setInt8({ valueOf() { order += 'i'; return 99; } }, { valueOf() { order += 'v'; return 1; } }));
  show('order', order);
  const f = new DataView(new ArrayBuffer(8));
  const bits = (x) => (f.setFloat64(0, x), [f.getUint32(0).toString(16), f.getUint32(4).toString(16)].join(':'));
  show('doubles', [0, -0, 1, -2, 0.1, 5e-324, 1.7976931348623157e308, Infinity, 2 ** 53].map(bits));
  const next = (x) => (f.setFloat64(0, x), f.setBigUint64(0, f.getBigUint64(0) + 1n), f.getFloat64(0));
  show('next double', next(1), next(0), next(0.1) - 0.1, next(1.7976931348623157e308));
}

// ---- codecs ----
{
  const utf8 = {
    encode(s) {
      const out = [];
      for (const ch of s.toWellFormed()) {
        const c = ch.codePointAt(0);
        if (c < 0x80) out.push(c);
        else if (c < 0x800) out.push(0xc0 | (c >> 6), 0x80 | (c & 63));
        else if (c < 0x10000) out.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
        else out.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
      }
      return Uint8Array.from(out);
    },
    decode(b) {
      let s = '';
      for (let i = 0; i < b.length; ) {
        const c = b[i++];
        const more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
        let p = more === 0 ? c : c & (0x3f >> more);
        for (let k = 0; k < more; k++) p = (p << 6) | (b[i++] & 63);
        s += String.fromCodePoint(p);
      }
      return s;
    },
  };
  const sample = 'aé€😀\ud800z';
  show('utf-8', hex(utf8.encode(sample)), utf8.decode(utf8.encode(sample)) === sample.toWellFormed());

  // Lempel-Ziv with a window and varints.
  const compress = (src) => {
    const out = [];
    const varint = (n) => {
      while (n > 127) {
        out.push((n & 127) | 128);
        n >>>= 7;
      }
      out.push(n);
    };
    let i = 0;
    while (i < src.length) {
      let best = 0;
      let at = 0;
      for (let j = Math.max(0, i - 255); j < i; j++) {
        let n = 0;
        while (i + n < src.length && src[j + n] === src[i + n] && n < 300) n++;
        if (n > best) {
          best = n;
          at = i - j;
        }
      }
      if (best > 3) {
        out.push(0);
        varint(at);
        varint(best);
        i += best;
      } else if (src[i] === 0) {
        out.push(0, 0);
        i++;
      } else out.push(src[i++]);
    }
    return Uint8Array.from(out);
  };
  const expand = (src) => {
    let out = new Uint8Array(16);
    let n = 0;
    let i = 0;
    const varint = () => {
      let v = 0;
      let shift = 0;
      for (;;) {
        const b = src[i++];
        v |= (b & 127) << shift;
        if (b < 128) return v;
        shift += 7;
      }
    };
    const put = (b) => {
      if (n === out.length) {
        const bigger = new Uint8Array(n * 2);
        bigger.set(out);
        out = bigger;
      }
      out[n++] = b;
    };
    while (i < src.length) {
      const b = src[i++];
      if (b !== 0) put(b);
      else {
        const distance = varint();
        if (distance === 0) put(0);
        else for (let k = varint(); k > 0; k--) put(out[n - distance]);
      }
    }
    return out.subarray(0, n);
  };
  const input = utf8.encode(`${'the rain in spain stays mainly in the plain; '.repeat(8)}\0\0end`);
  const packed = compress(input);
  show('compress', input.length, packed.length, utf8.decode(expand(packed)) === utf8.decode(input), hex(packed.subarray(0, 24)));

  // A little binary record format.
  class Writer {
    #view = new DataView(new ArrayBuffer(8, { maxByteLength: 4096 }));
    #at = 0;
    #room(n) {
      const { buffer } = this.#view;
      if (this.#at + n > buffer.byteLength) buffer.resize(Math.max(buffer.byteLength * 2, this.#at + n));
      const at = this.#at;
      this.#at += n;
      return at;
    }
    value(v) {
      const tag = (t) => this.#view.setUint8(this.#room(1), t);
      if (v === null) tag(0);
      else if (typeof v === 'boolean') tag(v ? 1 : 2);
      else if (typeof v === 'number' && Number.isInteger(v) && v >= -32768 && v < 32768 && !Object.is(v, -0)) {
        tag(3);
        this.#view.setInt16(this.#room(2), v);
      } else if (typeof v === 'number') {
        tag(4);
        this.#view.setFloat64(this.#room(8), v);
      } else if (typeof v === 'bigint') {
        tag(5);
        this.#view.setBigInt64(this.#room(8), v);
      } else if (typeof v === 'string') {
        tag(6);
        this.bytes(utf8.encode(v));
      } else if (Array.isArray(v)) {
        tag(7);
        this.#view.setUint16(this.#room(2), v.length);
        for (const x of v) this.value(x);
      } else {
        tag(8);
        const entries = Object.entries(v);
        this.#view.setUint16(this.#room(2), entries.length);
        for (const [k, x] of entries) {
          this.bytes(utf8.encode(k));
          this.value(x);
        }
      }
      return this;
    }
    bytes(b) {
      this.#view.setUint16(this.#room(2), b.length);
      new Uint8Array(this.#view.buffer).set(b, this.#room(b.length));
    }
    done() {
      return new Uint8Array(this.#view.buffer.slice(0, this.#at));
    }
  }
  const read = (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    const take = (n) => ((at += n), at - n);
    const string = () => {
      const n = view.getUint16(take(2));
      return utf8.decode(bytes.subarray(take(n), at));
    };
    const value = () => {
      const tag = view.getUint8(take(1));
      switch (tag) {
        case 0: return null;
        case 1: return true;
        case 2: return false;
        case 3: return view.getInt16(take(2));
        case 4: return view.getFloat64(take(8));
        case 5: return view.getBigInt64(take(8));
        case 6: return string();
        case 7: return Array.from({ length: view.getUint16(take(2)) }, value);
        case 8: return Object.fromEntries(Array.from({ length: view.getUint16(take(2)) }, () => [string(), value()]));
        default: throw new RangeError(`tag ${tag} at ${at}`);
      }
    };
    return value();
  };
  const record = { id: 7, name: 'näme', tags: ['a', null, true], ratio: 0.1, big: -5n, deep: { list: [[1], [2, [3, -0]]], f: false } };
  const bytes = new Writer().value(record).done();
  show('record', bytes.length, hex(bytes.subarray(0, 20)), read(bytes), attempt(() => read(Uint8Array.of(9))), attempt(() => read(bytes.subarray(0, 30))));
  const crc = (b) => {
    let c = ~0;
    for (const x of b) {
      c ^= x;
      for (let k = 0; k < 8; k++) c = (c >>> 1) ^ (c & 1 ? 0xedb88320 : 0);
    }
    return (~c >>> 0).toString(16);
  };
  show('crc', crc(utf8.encode('123456789')), crc(bytes));
  const image = new Uint32Array(8 * 8);
  const pixels = new Uint8ClampedArray(image.buffer);
  for (let i = 0; i < 64; i++) pixels.set([i * 5, 300 - i * 3, -i, 255], i * 4);
  show('image', hex(image.slice(0, 3)), pixels.reduce((a, b) => (a * 31 + b) % 65521, 1));
}
