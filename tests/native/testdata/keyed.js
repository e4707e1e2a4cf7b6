'use strict';
// Properties with computed keys: all that a look-up natively may meet, and all that it has to leave to others.
const big = {};
for (let i = 0; i < 40; i++) big[`p${i}`] = i;
const map = Object.create(null);
for (let i = 0; i < 200; i++) map[`key${i}`] = i;
for (let i = 0; i < 200; i += 3) delete map[`key${i}`];
const s1 = Symbol('s1');
const s2 = Symbol('s2');
const long = 'l'.repeat(70);
class A {
  x = 1;
  get g() {
    return this.x + 1;
  }
  set g(v) {
    this.x = v;
  }
  m() {
    return 2;
  }
  static s = 3;
}
class B extends A {
  y = 2;
  [s1] = 5;
  m() {
    return super.m() + 1;
  }
}
const frozen = Object.freeze({ x: 1, y: 2, length: 3 });
const sealed = Object.seal({ x: 1 });
const readonly = Object.create(frozen);
const proxy = new Proxy({ x: 1 }, { get: (t, k) => `got ${String(k)}`, has: (t, k) => k === 'x', set: (t, k, v) => (t[k] = v) > 0 });
const sparse = [1, 2];
sparse[5000000] = 3;
const holey = [1, , 3];
const args = (function () {
  return arguments;
})(1, 2, 3);
const typed = [new Uint8Array([1, 2, 3]), new Float64Array([0.5, 1.5]), new Int32Array(2), new Uint32Array([4294967295])];
const objects = [new A(), new B(), big, map, frozen, sealed, readonly, proxy, [1, 2, 3], sparse, holey, args, ...typed, A, B, function f(a, b) {}, Object('str'),
  'text', 7, 1.5, true, s2, 10n, { 0: 'zero', 1.5: 'half', '-1': 'minus' }, Math, Object.prototype, new Map(), /a/g];
const keys = ['x', 'y', 'g', 'm', 's', 'p5', 'p39', 'key1', 'key3', 'key199', s1, s2, Symbol.iterator, 'length', 'name', 'prototype', 'constructor', 'toString', '0', '1', '-1', '1.5',
  long, '', 0, 1, 2, 3, -1, 1.5, 4294967294, 4294967295, 5000000, -0, NaN, true, null, undefined, '4294967295', 'key' + 1, ['x'], 'PI', 'lastIndex', '007', 'a'.concat('b')];
const show = (v) => (typeof v === 'function' ? `function ${v.name}` : typeof v === 'symbol' ? String(v) : typeof v === 'object' && v !== null ? Object.prototype.toString.call(v) : `${v}`);
const get = (o, k) => o[k];
const set = (o, k, v) => {
  o[k] = v;
};
const has = (k, o) => k in o;
const length = (o) => o.length;
const named = (o) => o.x;
const attempt = (f) => {
  try {
    return show(f());
  } catch (e) {
    return `${e.name}`;
  }
};
let out = [];
for (let round = 0; round < 6; round++) {
  out = [];
  for (const o of objects) {
    for (const k of keys) {
      out.push(attempt(() => get(o, k)));
      out.push(attempt(() => has(k, o)));
    }
    out.push(attempt(() => length(o)), attempt(() => named(o)));
  }
}
let sum = 0;
for (const s of out) for (let i = 0; i < s.length; i++) sum = (sum * 31 + s.charCodeAt(i)) | 0;
print(out.length, sum);
for (let round = 0; round < 20; round++) {
  for (const o of [new A(), new B(), big, map, frozen, sealed, readonly, proxy, holey, args, [], typed[0], typed[1]])
    for (const k of ['x', 'y', 'g', s1, 'p7', 'key2', 'new' + round, 0, 1, 2, 3, -1, 'length'])
      out.push(attempt(() => (set(o, k, round), get(o, k))));
}
sum = 0;
for (const s of out) for (let i = 0; i < s.length; i++) sum = (sum * 31 + s.charCodeAt(i)) | 0;
print(out.length, sum, frozen.x, sealed.x, holey.length, typed[0].join(), typed[1].join(), Object.keys(map).length);
// Growing arrays, reading past the end, several kinds of elements at one site.
const grow = [];
for (let i = 0; i < 300; i++) grow[grow.length] = i * 2;
let past = 0;
for (let i = -5; i < 310; i++) if (grow[i] === undefined) past++;
print(grow.length, past, grow[299]);
let total = 0;
for (let i = 0; i < 300; i++) for (const t of typed) total += t[i % 4] ?? 100;
print(total);
for (let i = 0; i < 300; i++) for (const t of typed) t[i % 4] = i * 1.5;
print(typed.map((t) => t.join()).join(' '));
// An element of a prototype.
const heir = Object.setPrototypeOf([1, , 3], [9, 9, 9, 9]);
const at = (a, i) => a[i];
let elements = '';
for (let i = 0; i < 60; i++) elements += at(i % 3 ? holey : heir, i % 5);
print(elements);
