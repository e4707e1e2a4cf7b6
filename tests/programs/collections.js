'use strict';
// Map, Set, WeakMap, WeakSet and Symbol: keys of every kind, order, mutation while iterating, subclassing, the
// constructors' protocols, well-known symbols, the registry, and data structures built from them.

const show = (label, ...values) => print(`${label}: ${values.map(text).join(' ')}`);
function text(v) {
  if (typeof v === 'string') return v;
  if (typeof v === 'symbol') return v.toString();
  if (typeof v === 'function') return `function ${v.name}`;
  if (Object.is(v, -0)) return '-0';
  if (Array.isArray(v)) return `[${Array.from(v, text).join(', ')}]`;
  if (v instanceof Map) return `Map(${[...v].map(([k, x]) => `${text(k)}=>${text(x)}`).join(', ')})`;
  if (v instanceof Set) return `Set(${[...v].map(text).join(', ')})`;
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

// ---- keys ----
{
  const o = {};
  const f = () => {};
  const s = Symbol('s');
  const m = new Map([[0, 'zero'], [NaN, 'nan'], ['0', 'text'], [o, 'object'], [f, 'function'], [s, 'symbol'], [null, 'null'], [undefined, 'undefined'], [true, 'true'], [1n, 'big'], [1, 'one'], [1.5, 'half'], ['', 'empty'], [2 ** 40, 'large'], [-1, 'minus']]);
  show('lookup', m.get(-0), m.get(0 / 0), m.get('0'), m.get(o), m.get({}), m.get(f), m.get(s), m.get(null), m.get(), m.get(true), m.get(1n), m.get(1), m.get(3 / 2), m.get('' + ''), m.get(2 ** 40), m.get(-1), m.size);
  show('negative zero', [...new Map([[-0, 1]]).keys()], [...new Set([-0])], new Set([0, -0]).size);
  show('has and delete', m.has(NaN), m.delete(NaN), m.has(NaN), m.delete(NaN), m.size, m.set('k', 1) === m, m.delete('k'));
  show('strings', new Map([['ab', 1]]).get('a' + 'b'), new Set(['x'.repeat(50), 'xx'.repeat(25)]).size, new Map([['é', 1]]).get('e\u0301'), new Map([['😀', 1]]).get('\ud83d\ude00'));
  show('numbers', new Set([1, 1.0, '1', 1n, true]).size, new Map([[0.1 + 0.2, 'sum']]).get(0.3), new Map([[2147483648, 'a'], [-2147483649, 'b']]).get(2 ** 31), new Set([4294967295, -1 >>> 0]).size);
}

// ---- order and mutation while iterating ----
{
  const m = new Map([['a', 1], ['b', 2], ['c', 3]]);
  m.set('a', 9);
  m.delete('b');
  m.set('b', 4);
  show('order', m);
  const seen = [];
  for (const [k] of m) {
    seen.push(k);
    if (k === 'a') m.delete('c');
    if (k === 'b') m.set('d', 5);
    if (k === 'd' && !m.has('e')) m.set('e', 6).delete('a');
  }
  show('changing during for-of', seen, m);
  const s = new Set([1, 2, 3]);
  const visited = [];
  s.forEach((v, k, all) => {
    visited.push(v);
    if (v < 6) {
      all.delete(v);
      all.add(v + 3);
    }
  });
  show('changing during forEach', visited, s);
  const again = new Set([1, 2]);
  let n = 0;
  for (const x of again) {
    again.delete(x);
    if (n++ < 5) again.add(x);
  }
  show('delete and re-add', n, again);
  const c = new Map([[1, 1], [2, 2]]);
  const it = c.entries();
  it.next();
  c.clear();
  c.set(3, 3);
  show('clear under an iterator', it.next().value, it.next().done, (c.set(4, 4), it.next().done));
  const two = new Set('abc');
  const pairs = [];
  for (const x of two) for (const y of two) if (x < y) pairs.push(x + y);
  show('nested iteration', pairs);
  const big = new Map();
  for (let i = 0; i < 2000; i++) big.set(i * 7919 % 2003, i);
  for (let i = 0; i < 2003; i += 3) big.delete(i);
  let sum = 0;
  for (const [k, v] of big) sum = (sum * 31 + k * v) % 1000003;
  show('large', big.size, sum, [...big.keys()].slice(0, 5), big.has(3), big.has(4));
  const queue = new Set();
  for (let i = 0; i < 3000; i++) {
    queue.add(i);
    if (queue.size > 10) queue.delete(queue.values().next().value);
  }
  show('as a queue', [...queue]);
}

// ---- protocols ----
{
  show('constructors', new Map().size, new Map(null).size, new Set(undefined).size, new Map([[1]]).get(1), attempt(() => Map()), attempt(() => new Map(5)), attempt(() => new Map([5])), attempt(() => new Set(5)), new Map([[1, 2], [1, 3]]), new Set('hello'), new Map(new Map([[1, 2]])), Map.length, Set.length);
  const log = [];
  class Logged extends Map {
    set(k, v) {
      log.push(`${k}=${v}`);
      return super.set(k, v);
    }
    get size() {
      return super.size * 10;
    }
  }
  show('subclass', new Logged([['a', 1], ['b', 2]]).size, log);
  show('adder must be callable', attempt(() => new (class extends Set { get add() { return 1; } })([1])), attempt(() => new (class extends Set { get add() { return 1; } })()) instanceof Set);
  show('receivers', attempt(() => Map.prototype.get.call(new Set(), 1)), attempt(() => Set.prototype.has.call(new Map(), 1)), attempt(() => Map.prototype.size), attempt(() => Object.getOwnPropertyDescriptor(Set.prototype, 'size').get.call([])), attempt(() => new Map().forEach()), attempt(() => Map.prototype.entries.call({})));
  show('properties', Map.prototype[Symbol.iterator] === Map.prototype.entries, Set.prototype.keys === Set.prototype.values, Set.prototype[Symbol.iterator] === Set.prototype.values, Map.prototype[Symbol.toStringTag], Map[Symbol.species] === Map, Object.prototype.toString.call(new Set()), Object.prototype.toString.call(new Map().entries()), JSON.stringify([new Map([[1, 2]]), new Set([1])]));
  const i = new Map([['k', 'v']])[Symbol.iterator]();
  show('iterators', i[Symbol.iterator]() === i, i.next(), i.next(), i.next(), attempt(() => i.next.call(new Map().keys())).done, attempt(() => i.next.call([].keys())));
  const thisArg = {};
  new Map([['k', 'v']]).forEach(function (v, k, m) {
    show('forEach', this === thisArg, v, k, m.size);
  }, thisArg);
  show('conversions', Object.fromEntries(new Map([['a', 1], ['b', [2]]])), new Map(Object.entries({ x: 1 })), [...new Set([3, 1, 3])], Array.from(new Map([[1, 2]]), ([a, b]) => a + b), Math.max(...new Set([1, 5])), [...new Map([[1, 2]]).entries()].flat());
}

// ---- weak collections ----
{
  const k1 = {};
  const k2 = () => {};
  const w = new WeakMap([[k1, 'one'], [k2, 'two']]);
  show('WeakMap', w.get(k1), w.has(k2), w.get({}), w.delete(k1), w.has(k1), w.set(k1, w) === w, w.get(k1) === w, attempt(() => w.set(1, 2)), w.get(1), w.has('x'), w.delete(null), attempt(() => w.set('s', 1)), attempt(() => w.set(Symbol.for('registered'), 1)), w.size, attempt(() => [...w]));
  const s = new WeakSet([k1]);
  show('WeakSet', s.has(k1), s.add(k2) === s, s.has(k2), s.delete(k2), s.has(k2), attempt(() => s.add(1)), s.has(undefined), Object.prototype.toString.call(s), Object.prototype.toString.call(w), attempt(() => WeakMap()), attempt(() => WeakMap.prototype.get.call(new Map(), k1)));
  const sym = Symbol('unregistered');
  show('symbols as weak keys', new WeakMap([[sym, 1]]).get(sym), new WeakSet([sym]).has(sym));
  const frozen = Object.freeze({});
  w.set(frozen, 'works');
  const chain = new WeakMap();
  let o = {};
  const first = o;
  for (let n = 0; n < 100; n++) {
    const next = { n };
    chain.set(o, next);
    o = next;
  }
  let steps = 0;
  for (let x = first; chain.has(x); x = chain.get(x)) steps++;
  show('frozen keys and chains', w.get(frozen), steps);
  const memo = new WeakMap();
  let computed = 0;
  const size = (t) => {
    if (!memo.has(t)) {
      computed++;
      memo.set(t, 1 + (t.children ?? []).reduce((a, c) => a + size(c), 0));
    }
    return memo.get(t);
  };
  const leaf = {};
  const tree = { children: [leaf, { children: [leaf, leaf] }] };
  show('memo', size(tree), size(tree), computed);
}

// ---- symbols ----
{
  const a = Symbol('d');
  const o = { [a]: 1, [Symbol.for('shared')]: 2, plain: 3 };
  show('symbols', a.toString(), a.description, Symbol().description, Symbol('').description === '', Symbol('d') === a, typeof a, Symbol.for('x') === Symbol.for('x'), Symbol.keyFor(Symbol.for('x')), Symbol.keyFor(a), attempt(() => Symbol.keyFor('x')), attempt(() => new Symbol()), attempt(() => a + ''), attempt(() => +a), !a, `${String(a)}`, Object(a) == a, Object(a) === a, Object(a).description);
  show('as keys', Object.keys(o), JSON.stringify(o), Object.getOwnPropertySymbols(o).length, a in o, o[Symbol.for('shared')], Object.entries({ ...o }).length, Reflect.ownKeys({ ...o }).length, delete o[a], o[a]);
  show('registry keys', Symbol.for().description, Symbol.for(null).description, Symbol.for(1) === Symbol.for('1'));
  show('well known', ['iterator', 'asyncIterator', 'hasInstance', 'toPrimitive', 'toStringTag', 'species', 'isConcatSpreadable', 'unscopables', 'match', 'matchAll', 'replace', 'search', 'split'].map((n) => typeof Symbol[n] === 'symbol' && Symbol[n].description === `Symbol.${n}`), Symbol.keyFor(Symbol.iterator), Object.getOwnPropertyDescriptor(Symbol, 'iterator').writable);
  const p = { [Symbol.toPrimitive]: (hint) => hint };
  show('toPrimitive', `${p}`, p + '', +p, p * 1, p == 'default', [p] + '', new Date(0)[Symbol.toPrimitive]('number'), attempt(() => `${{ [Symbol.toPrimitive]: () => ({}) }}`), attempt(() => +{ [Symbol.toPrimitive]: 1 }), `${{ [Symbol.toPrimitive]: undefined, toString: () => 'ts' }}`, +{ valueOf: () => ({}), toString: () => '5' }, attempt(() => +{ valueOf: () => ({}), toString: () => ({}) }), { k: 1 }[{ toString: () => 'k' }], { toString: null, valueOf: () => 3 } * 2);
  show('toStringTag', Object.prototype.toString.call({ [Symbol.toStringTag]: 'Custom' }), Object.prototype.toString.call({ [Symbol.toStringTag]: 5 }), `${new (class { get [Symbol.toStringTag]() { return 'Getter'; } })()}`, [null, undefined, 1, 'a', true, [], () => {}, /x/, new Error(), new Date(0), Symbol(), 1n, function* () {}, Math, JSON, (function () { return arguments; })()].map((v) => Object.prototype.toString.call(v).slice(8, -1)));
  const like = { length: 2, 0: 'a', 1: 'b', [Symbol.isConcatSpreadable]: true };
  const not = Object.assign([1, 2], { [Symbol.isConcatSpreadable]: false });
  show('isConcatSpreadable', ['z'].concat(like), ['z'].concat(not).length, [].concat(1, [2], [[3]]));
  class Temperature {
    static [Symbol.hasInstance](x) {
      return typeof x === 'number';
    }
  }
  show('hasInstance', 5 instanceof Temperature, '5' instanceof Temperature, Function.prototype[Symbol.hasInstance].call(Array, []), attempt(() => ({}) instanceof (() => {})), ({}) instanceof function () {}.bind());
  show('unscopables', Array.prototype[Symbol.unscopables].flat, Object.getPrototypeOf(Array.prototype[Symbol.unscopables]));
}

// ---- structures on top ----
{
  class Lru {
    #map = new Map();
    constructor(limit) {
      this.limit = limit;
    }
    get(k) {
      if (!this.#map.has(k)) return undefined;
      const v = this.#map.get(k);
      this.#map.delete(k);
      this.#map.set(k, v);
      return v;
    }
    put(k, v) {
      this.#map.delete(k);
      this.#map.set(k, v);
      if (this.#map.size > this.limit) this.#map.delete(this.#map.keys().next().value);
    }
    get keys() {
      return [...this.#map.keys()];
    }
  }
  const lru = new Lru(3);
  for (const k of 'abcd') lru.put(k, k.toUpperCase());
  lru.get('b');
  lru.put('e', 'E');
  show('lru', lru.keys, lru.get('a'), lru.get('b'));

  class MultiMap {
    #m = new Map();
    add(k, ...vs) {
      const s = this.#m.get(k) ?? this.#m.set(k, new Set()).get(k);
      for (const v of vs) s.add(v);
      return this;
    }
    *[Symbol.iterator]() {
      for (const [k, vs] of this.#m) for (const v of vs) yield [k, v];
    }
    invert() {
      const r = new MultiMap();
      for (const [k, v] of this) r.add(v, k);
      return r;
    }
  }
  show('multimap', [...new MultiMap().add('x', 1, 2).add('y', 2).invert()]);

  const union = (a, b) => new Set([...a, ...b]);
  const intersection = (a, b) => new Set([...a].filter((x) => b.has(x)));
  const difference = (a, b) => new Set([...a].filter((x) => !b.has(x)));
  const powerSet = (s) => [...s].reduce((acc, x) => [...acc, ...acc.map((p) => [...p, x])], [[]]);
  const A = new Set([1, 2, 3]);
  const B = new Set([3, 4]);
  show('algebra', union(A, B), intersection(A, B), difference(A, B), powerSet(A).map((p) => p.join('')));

  class UnionFind {
    #parent = new Map();
    find(x) {
      if (!this.#parent.has(x)) this.#parent.set(x, x);
      let p = this.#parent.get(x);
      if (p !== x) this.#parent.set(x, (p = this.find(p)));
      return p;
    }
    union(a, b) {
      this.#parent.set(this.find(a), this.find(b));
      return this;
    }
    groups() {
      const g = new Map();
      for (const x of this.#parent.keys()) {
        const r = this.find(x);
        g.set(r, [...(g.get(r) ?? []), x]);
      }
      return [...g.values()];
    }
  }
  show('union-find', new UnionFind().union('a', 'b').union('c', 'd').union('b', 'd').union('x', 'y').groups());

  const graph = new Map(Object.entries({ shirt: ['tie', 'belt'], tie: ['jacket'], pants: ['shoes', 'belt'], belt: ['jacket'], socks: ['shoes'], shoes: [], jacket: [] }));
  const topological = (g) => {
    const indegree = new Map([...g.keys()].map((k) => [k, 0]));
    for (const outs of g.values()) for (const o of outs) indegree.set(o, indegree.get(o) + 1);
    const ready = [...indegree].filter(([, n]) => n === 0).map(([k]) => k);
    const out = [];
    while (ready.length) {
      const n = ready.shift();
      out.push(n);
      for (const o of g.get(n)) {
        indegree.set(o, indegree.get(o) - 1);
        if (indegree.get(o) === 0) ready.push(o);
      }
    }
    return out.length === g.size ? out : null;
  };
  show('topological', topological(graph), topological(new Map([['a', ['b']], ['b', ['a']]])));

  const roads = [['A', 'B', 4], ['A', 'C', 2], ['C', 'B', 1], ['B', 'D', 5], ['C', 'D', 8], ['D', 'E', 3], ['F', 'G', 1]];
  const net = new Map();
  for (const [a, b, w] of roads) for (const [x, y] of [[a, b], [b, a]]) (net.get(x) ?? net.set(x, new Map()).get(x)).set(y, w);
  const shortest = (from) => {
    const dist = new Map([[from, 0]]);
    const prev = new Map();
    const open = new Set([from]);
    while (open.size) {
      let best;
      for (const n of open) if (best === undefined || dist.get(n) < dist.get(best)) best = n;
      open.delete(best);
      for (const [n, w] of net.get(best)) {
        const d = dist.get(best) + w;
        if (d < (dist.get(n) ?? Infinity)) {
          dist.set(n, d);
          prev.set(n, best);
          open.add(n);
        }
      }
    }
    const path = (to) => (to === from ? [to] : [...path(prev.get(to)), to]);
    return [...dist.keys()].sort().map((n) => `${path(n).join('')}=${dist.get(n)}`);
  };
  show('shortest', shortest('A'));

  class Trie {
    #root = new Map();
    add(w) {
      let n = this.#root;
      for (const c of w) {
        if (!n.has(c)) n.set(c, new Map());
        n = n.get(c);
      }
      n.set('end', true);
      return this;
    }
    *withPrefix(p) {
      let n = this.#root;
      for (const c of p) {
        n = n.get(c);
        if (!n) return;
      }
      const walk = function* (node, w) {
        if (node.has('end')) yield w;
        for (const [c, next] of node) if (c !== 'end') yield* walk(next, w + c);
      };
      yield* walk(n, p);
    }
  }
  const t = new Trie();
  for (const w of ['car', 'card', 'care', 'cat', 'dog', 'do']) t.add(w);
  show('trie', [...t.withPrefix('car')], [...t.withPrefix('d')], [...t.withPrefix('x')]);

  const groupBy = (list, f) => list.reduce((m, x) => m.set(f(x), [...(m.get(f(x)) ?? []), x]), new Map());
  show('group', groupBy([1, 2, 3, 4, 5, 6], (x) => (x % 3 === 0 ? 'fizz' : x % 2)));
  const counter = (s) => [...[...s].reduce((m, c) => m.set(c, (m.get(c) ?? 0) + 1), new Map())].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  show('count', counter('mississippi').map(([c, n]) => c + n));

  class Observable {
    #listeners = new Map();
    on(type, f) {
      (this.#listeners.get(type) ?? this.#listeners.set(type, new Set()).get(type)).add(f);
      return () => this.#listeners.get(type)?.delete(f);
    }
    emit(type, ...args) {
      let n = 0;
      for (const f of this.#listeners.get(type) ?? []) {
        f(...args);
        n++;
      }
      return n;
    }
  }
  const bus = new Observable();
  const got = [];
  const off = bus.on('e', (x) => got.push(`1:${x}`));
  bus.on('e', (x) => {
    got.push(`2:${x}`);
    if (x === 'a') bus.on('e', () => got.push('late'));
    off();
  });
  show('observable', bus.emit('e', 'a'), bus.emit('e', 'b'), bus.emit('none'), got);

  class Matrix2 {
    #cells = new Map();
    static #key = (x, y) => x * 2 ** 20 + y;
    set(x, y, v) {
      this.#cells.set(Matrix2.#key(x, y), v);
      return this;
    }
    neighbours() {
      const counts = new Map();
      for (const k of this.#cells.keys()) for (const d of [-1, 0, 1]) for (const e of [-1, 0, 1]) if (d || e) counts.set(k + d * 2 ** 20 + e, (counts.get(k + d * 2 ** 20 + e) ?? 0) + 1);
      return counts;
    }
    step() {
      const next = new Matrix2();
      for (const [k, n] of this.neighbours()) if (n === 3 || (n === 2 && this.#cells.has(k))) next.#cells.set(k, 1);
      return next;
    }
    get shape() {
      return [...this.#cells.keys()].map((k) => [Math.floor(k / 2 ** 20), k % 2 ** 20]).sort(([a, b], [c, d]) => a - c || b - d).map((p) => p.join(':'));
    }
  }
  let life = new Matrix2().set(10, 10, 1).set(11, 11, 1).set(11, 12, 1).set(10, 12, 1).set(9, 12, 1);
  for (let g = 0; g < 8; g++) life = life.step();
  show('life', life.shape);
}
