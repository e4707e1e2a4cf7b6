'use strict';
// Elements: arrays that grow, at sites that see other things, too; lengths; clamped bytes; what is not there.
let h = 0;
const mix = (v) => {
  for (const c of String(v)) h = (h * 31 + c.charCodeAt(0)) | 0;
};
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e.name;
  }
};
const fill = (n, how) => {
  const a = [];
  for (let i = 0; i < n; i++) {
    if (how === 0) a[a.length] = i;
    else if (how === 1) a.push(i * 2);
    else if (how === 2) a[i] = `${i}`;
    else a[i * 2] = i;
  }
  return a;
};
for (let i = 0; i < 60; i++) {
  const a = fill(i * 7, i & 3);
  mix(a.length);
  mix(a[a.length - 1]);
  mix(a[a.length]);
  mix(a[3]);
}
print(h);
const put = (a, i, v) => {
  a[i] = v;
};
const get = (a, i) => a[i];
const makers = [() => [], () => [1, 2], () => Object.freeze([1]), () => Object.preventExtensions([1, 2]), () => Object.setPrototypeOf([], null), () => Object.setPrototypeOf([1], [7, 8, 9]), () => ({}), () => ({ length: 2 }),
  () => new Uint8ClampedArray(4), () => new Uint8Array(4), () => new Float32Array(4), () => new Float64Array(4), () => new Int16Array(4), () => Object('str'), () => Object.create(null), () => Object.create([5, 6]), () => new (class extends Array {})(),
  () => (function () { return arguments; })(1, 2), () => Object.defineProperty([1, 2], 'length', { writable: false }), () => new Proxy([1], {})];
const values = [0, 1, -1, 254.5, 255.5, 0.5, 1.5, 2.5, -0.4, 1e10, 255, 256, 3.7];
for (let round = 0; round < 60; round++)
  for (const make of makers) {
    const a = make();
    for (let i = 0; i < 6; i++) {
      mix(attempt(() => put(a, i, values[(round + i) % values.length])));
      mix(attempt(() => get(a, i)));
      mix(attempt(() => get(a, i + 1)));
    }
    mix(attempt(() => get(a, -1)));
    mix(attempt(() => a.length));
    mix(attempt(() => ((a.length = round % 9), a.length)));
    mix(attempt(() => ((a.length = a.length), a.length)));
  }
print(h);
// Rest elements, spread, deleting.
const rest = ([, ...r]) => r;
const literal = (a, b) => [...a, 1, ...b, 2, 3, 4, 5, 6];
for (let i = 0; i < 200; i++) {
  mix(rest(fill(i % 9, 0)));
  mix(literal(fill(i % 5, 1), fill(i % 3, 0)));
  const o = { a: 1, b: 2, c: 3 };
  const k = ['c', 'b', 'a', 'x', 'toString', 0][i % 6];
  mix(attempt(() => delete o[k]));
  mix(attempt(() => delete o.c));
  mix(attempt(() => delete Object.freeze({ q: 1 }).q));
  mix(Object.keys(o));
  o.c = 5;
  mix(Object.keys(o));
}
print(h);
let bytes = new Uint8ClampedArray(64);
for (let r = 0; r < 100; r++) for (let i = 0; i < 64; i++) bytes[i] = (i * r * 1.05) / 7 - 3;
mix(bytes);
for (let r = 0; r < 100; r++) for (let i = 0; i < 64; i++) bytes[i] = r * i - 50;
mix(bytes);
for (let r = 0; r < 100; r++) bytes[r & 63] = r % 50 ? NaN : undefined;
mix(bytes);
const same = (a, b) => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};
let equal = 0;
const lists = [[1, 2, 3], new Int32Array([1, 2, 3]), new Float64Array([1, 2, 3]), new Uint8Array([1, 2, 4]), [1, 2], 'abc', [0.5, 2, 3], { length: 0 }];
for (let i = 0; i < 3000; i++) equal += same(lists[i % 8], lists[(i >> 3) % 8]);
print(h, equal);
