'use strict';
// for-in: over objects of all kinds, that change meanwhile, and what has nothing to enumerate.
let h = 0;
const mix = (v) => {
  for (const c of String(v)) h = (h * 31 + c.charCodeAt(0)) | 0;
};
class P {
  m() {}
  get g() {
    return 1;
  }
}
class Q extends P {
  a = 1;
  b = 2;
  #c = 3;
  [Symbol.iterator] = 4;
}
const shadow = Object.create({ a: 1, b: 2, c: 3 }, { b: { value: 5, enumerable: false }, d: { value: 6, enumerable: true } });
const map = Object.create(null);
for (let i = 0; i < 200; i++) map['k' + i] = i;
for (let i = 0; i < 200; i += 2) delete map['k' + i];
const makers = [() => ({}), () => ({ a: 1 }), () => ({ a: 1, b: 2, c: 3, d: 4, e: 5 }), () => new Q(), () => Object.create(new Q()), () => shadow, () => map, () => [1, , 3], () => 'text', () => null,
  () => undefined, () => 5, () => ({ 2: 'two', 1: 'one', x: 1 }), () => new Proxy({ p: 1, q: 2 }, {}), () => Object.create(null), () => new Uint8Array(3), () => Object('ab'), () => function f() {},
  () => Object.assign(function () {}, { own: 1 }), () => Object.create(Object.create(Object.create({}))), () => Object.defineProperty({ y: 1 }, 'z', { value: 1, enumerable: false }), () => new Map(), () => Math];
const walk = (o) => {
  let s = '';
  for (const k in o) s += k + ',';
  return s;
};
const change = (o, how) => {
  let s = '';
  for (const k in o) {
    s += k;
    if (how === 1) delete o.b;
    if (how === 2) o.late = 1;
    if (how === 3) for (const q in o) s += q;
    if (how === 4 && k === 'b') break;
    if (how === 5) Object.setPrototypeOf(o, { c: 1 });
    if (how === 6) {
      delete o.c;
      o.c = 7;
    }
  }
  return s;
};
for (let i = 0; i < 1500; i++) {
  mix(walk(makers[i < 500 ? 2 : i % makers.length]()));
  mix(change({ a: 1, b: 2, c: 3 }, i % 7));
}
print(h);
const nested = (depth) => (depth === 0 ? {} : { l: nested(depth - 1), r: depth % 3 ? nested(depth - 1) : 5, end: true });
const count = (node) => {
  let n = 1;
  for (const key in node) if (key !== 'end' && typeof node[key] === 'object') n += count(node[key]);
  return n;
};
print(count(nested(9)));
