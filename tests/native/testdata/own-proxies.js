'use strict';
// Proxies and Reflect: sites that have met proxies, with and without traps, in all their ways, and objects of many kinds behind them.
let log = '';
const show = (v) => (typeof v === 'symbol' ? String(v) : typeof v === 'object' && v !== null ? (Array.isArray(v) ? `[${v.map(show)}]` : '{…}') : typeof v === 'function' ? 'f' : `${v}`);
const attempt = (f, ...args) => {
  try {
    return show(f(...args));
  } catch (e) {
    return `${e.name}: ${e.message.length > 0}`;
  }
};
const s1 = Symbol('s1');
const all = {
  get: (t, k, r) => ((log += `g${String(k)} `), Reflect.get(t, k, r)),
  set: (t, k, v, r) => ((log += `s${String(k)} `), Reflect.set(t, k, v, r)),
  has: (t, k) => ((log += `h${String(k)} `), Reflect.has(t, k)),
  deleteProperty: (t, k) => ((log += `d${String(k)} `), Reflect.deleteProperty(t, k)),
};
const noDefine = { ...all, defineProperty: (t, k, d) => ((log += `D${String(k)} `), Reflect.defineProperty(t, k, d)) };
const noDescribe = { ...all, getOwnPropertyDescriptor: (t, k) => ((log += `G${String(k)} `), Reflect.getOwnPropertyDescriptor(t, k)) };
const liar = { get: () => 'lie', set: () => true, has: () => false, deleteProperty: () => true };
const deaf = { set: () => false, deleteProperty: () => false, get: null, has: undefined };
const inherited = Object.create(all);
const getters = { get get() { return (log += 'trap '), (t, k) => t[k]; } };
const targets = () => [
  { x: 1, y: 2 }, Object.freeze({ x: 1, 3: 4 }), Object.seal({ x: 5, 3: 6 }), [1, 2, 3, 4, 5], Object.freeze([1, 2, 3, 4]), [1, , 3], Object.create({ x: 7, 3: 8 }),
  { get x() { return this.y + 1; }, set x(v) { this.y = v; }, y: 3 }, Object.defineProperty({}, 'x', { value: 1, writable: true }), Object.defineProperty({}, 'x', { get: undefined, set: undefined }),
  Object.defineProperty({}, 'x', { value: 2 }), Object.preventExtensions({ y: 1 }), function f(x) {}, new Uint8Array([1, 2, 3, 4]), Object('text'), Object.create(null), new Map(),
  Object.create(new Proxy({ x: 3 }, all)), new Proxy({ x: 4 }, all), (function () { return arguments; })(1, 2, 3, 4), class { static x = 1; },
];
const keys = ['x', 'y', 'length', 'name', 3, '3', -1, '-1', 1.5, s1, 'toString', 'none'.concat(''), 'k' + 1, 'l'.repeat(70), '4294967295', '007', 100, { toString: () => 'x' }, null];
const get = (o, k) => o[k];
const getX = (o) => o.x;
const getLength = (o) => o.length;
const set = (o, k, v) => ((o[k] = v), 0);
const setX = (o, v) => ((o.x = v), 0);
const has = (o, k) => k in o;
const hasX = (o) => 'x' in o;
const del = (o, k) => delete o[k];
const delX = (o) => delete o.x;
const rget = (o, k) => Reflect.get(o, k);
const rgetR = (o, k, r) => Reflect.get(o, k, r);
const rset = (o, k, v) => Reflect.set(o, k, v);
const rsetR = (o, k, v, r) => Reflect.set(o, k, v, r);
const own = (o, k) => Object.hasOwn(o, k) + ' ' + Object.prototype.hasOwnProperty.call(o, k);
const proto = (o) => Reflect.getPrototypeOf(o) === Object.prototype || Object.getPrototypeOf(o) === Array.prototype;
const lines = [];
let count = 0;
for (let round = 0; round < 1; round++) {
  for (const handler of [all, noDefine, noDescribe, liar, deaf, inherited, getters, {}]) {
    targets().forEach((t, n) => {
      const p = new Proxy(t, handler);
      log = '';
      let line = `${n}`;
      for (const o of [p, t, Object.create(p)]) {
        for (const k of keys) {
          if (count++ % 61 !== 0) continue;
          line += ` ${attempt(get, o, k)} ${attempt(has, o, k)} ${attempt(set, o, k, 9)} ${attempt(rget, o, k)} ${attempt(rgetR, o, k, p)} ${attempt(rset, o, k, 10)} ${attempt(rsetR, o, k, 11, p)} ${attempt(rsetR, t, k, 12, p)} ${attempt(own, o, k)} ${attempt(del, o, k)}`;
          line += attempt(rsetR, t, k, 13, o) + attempt(rsetR, t, k, 14, t) + attempt(rsetR, p, k, 15, {}) + attempt(rsetR, t, k, 16, 1);
        }
        line += ` ${attempt(getX, o)} ${attempt(setX, o, 3)} ${attempt(hasX, o)} ${attempt(getLength, o)} ${attempt(delX, o)} ${attempt(proto, o)}`;
      }
      lines.push(`${line} ${log}`);
    });
  }
}
let h = 7;
for (const line of lines) for (let i = 0; i < line.length; i++) h = (Math.imul(h, 31) + line.charCodeAt(i)) | 0;
print(lines.length, h);
print(lines[0].slice(0, 3000));

// Revoked in the middle, and traps that throw.
function sum(o, n, stop) {
  let s = 0;
  for (let i = 0; i < n; i++) {
    if (i === stop) r.revoke();
    s += o.a;
    o.b = s;
    if ('c' in o) s++;
  }
  return s;
}
let r;
for (const stop of [-1, 5, 150]) {
  r = Proxy.revocable({ a: 1, c: 1 }, all);
  print(attempt(sum, r.proxy, 200, stop));
}
let budget = 150;
const angry = new Proxy({ a: 1 }, { get(t, k) { if (--budget < 0) throw new RangeError(k); return t[k]; } });
print(attempt(sum, angry, 300, -1), attempt(sum, { a: 2 }, 1000, -1));

// Weak tables: keys that nobody has asked for their identity, and those of the language.
const weak = new WeakMap();
const seen = new WeakSet([Math.max, Array.prototype]);
let hits = 0;
for (let i = 0; i < 80; i++) {
  const o = { i };
  if (weak.has(o) || seen.has(o)) hits++;
  weak.set(o, i);
  if (weak.get(o) === i) hits++;
  if (weak.has(Math.max)) hits += 1000;
  if (seen.has(Math.max)) hits++;
  if (seen.has(Math.min)) hits += 1000;
  seen.add(i % 2 ? Math.min : o);
  if (i % 2) seen.delete(Math.min);
}
print(hits);
