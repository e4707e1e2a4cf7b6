'use strict';
// Properties that are added with computed keys: along transitions that exist and that do not, beyond the room in the object, to dictionaries, to what
// may not be extended, past setters and read-only properties of prototypes; definitions, which do not ask those.
const words = [];
for (let i = 0; i < 300; i++) words.push('w' + ((i * 7919) % 211), 'k' + (i % 5));
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e.name;
  }
};
const put = (o, k, v) => {
  o[k] = v;
};
let h = 0;
const mix = (v) => {
  for (const c of String(v)) h = (h * 31 + c.charCodeAt(0)) | 0;
};
const digest = (o) => mix(Object.entries(o).join(';'));
// Tries: small objects with many orders of keys.
const trie = {};
for (let i = 0; i < 2000; i++) {
  let node = trie;
  for (const c of String((i * 7919) % 5000)) node = node['d' + c] ??= {};
  node.end = i;
}
const count = (n) => {
  let s = 1;
  for (const k in n) if (k !== 'end') s += count(n[k]) * 3 + k.length;
  return s;
};
print(count(trie));
// Counting: grows into a dictionary.
for (let round = 0; round < 8; round++) {
  const counts = round & 1 ? {} : Object.create(null);
  for (const w of words) counts[w] = (counts[w] ?? 0) + 1;
  digest(counts);
  for (const w of words) if (counts[w] % 2) delete counts[w];
  for (const w of words) put(counts, w, round);
  digest(counts);
}
print(h);
// What is in the way.
class P {
  set k0(v) {
    this.log = (this.log ?? '') + v;
  }
  get k1() {
    return 1;
  }
}
Object.defineProperty(P.prototype, 'k2', { value: 2, writable: false, configurable: true });
const proto = {};
const makers = [() => ({}), () => [], () => new P(), () => Object.preventExtensions({ k3: 1 }), () => Object.freeze({ k3: 1 }), () => Object.create(null), () => Object.create(proto), () => proto,
  () => function () {}, () => new Map(), () => Object.create(new Proxy({}, { set: (t, k, v, r) => Reflect.set(t, k, v + 1, r) })), () => new Uint8Array(2), () => Object('s'), () => ({ a: 1, b: 2, c: 3, d: 4 })];
const symbol = Symbol('s');
for (let round = 0; round < 40; round++)
  for (const make of makers) {
    const o = make();
    for (const k of ['k0', 'k1', 'k2', 'k3', 'k4', 'length', 'name', symbol, '1', '01', 'k' + (round % 9), 'constructor', '__proto__'.slice(2, 7)]) mix(attempt(() => (put(o, k, round), o[k])));
    if (typeof o !== 'function') mix(Object.keys(o));
  }
print(h);
// Definitions.
const literal = (k, v, w) => ({ a: 1, [k]: v, b: w, [k + 'x']: w });
const fields = (k) =>
  class extends P {
    [k] = 5;
    static [k] = 6;
    k0 = 7;
    k2 = 8;
  };
for (let i = 0; i < 300; i++) {
  const k = ['a', 'b', 'k0', 'k2', 'ax', 'name', 'length', symbol, 3, 'z' + (i % 3)][i % 10];
  mix(Object.entries(literal(typeof k === 'symbol' ? 's' : k, i, -i)));
  mix(Object.keys({ [k]: i, q: 1 }));
  const C = fields(k);
  mix(Object.entries(new C()).join());
  mix(attempt(() => C[k]));
  mix(Object.getOwnPropertyNames(C).join());
}
print(h);
