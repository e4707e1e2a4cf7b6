'use strict';
// Function.prototype.apply and call, Reflect.apply and construct, with lists of all kinds.
function f(a, b, c) {
  return `${this === undefined ? '-' : this.k}:${a},${b},${c}/${arguments.length}`;
}
class P {
  constructor(...all) {
    this.all = all;
    this.t = new.target === P;
  }
}
class Q extends P {}
const o = { k: 'k' };
const holey = [1, , 3];
const sparse = [1];
sparse[100000] = 1;
sparse.length = 2;
const lists = [[], [1], [1, 2, 3, 4], holey, sparse, Object.freeze([5, 6]), { length: 2, 0: 'x' }, 'no', null, undefined, new Uint8Array([7, 8]), new Proxy([9, 10], {}), Array.from({ length: 300 }, (_, i) => i),
  (function () { return arguments; })(1, 2), Object.assign([1, 2], { extra: 1 }), new (class extends Array {})(3).fill(4), [0.5, -0, NaN]];
let h = 0;
const mix = (s) => {
  for (let i = 0; i < s.length; i++) h = (Math.imul(h, 31) + s.charCodeAt(i)) | 0;
};
const attempt = (g, l) => {
  try {
    mix(String(g(l)));
  } catch (e) {
    mix(e.name);
  }
};
const ways = [(l) => f.apply(o, l), (l) => Reflect.apply(f, o, l), (l) => f(...l), (l) => Reflect.construct(P, l).all.length, (l) => Reflect.construct(P, l, Q).t, (l) => new P(...l).all.join(), (l) => f.call(o, ...l),
  (l) => Math.max.apply(null, l), (l) => Reflect.apply(Math.min, 0, l), (l) => f.bind(o, 'b').apply(null, l)];
for (let i = 0; i < 400; i++) attempt(ways[i % ways.length], lists[i % lists.length]);
for (let i = 0; i < 200; i++) attempt(ways[0], lists[i % 3]);
for (let i = 0; i < 200; i++) attempt(ways[1], lists[i % lists.length]);
print(h);
