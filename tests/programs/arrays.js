'use strict';
// Arrays and objects: every Array method on packed, sparse and array-like receivers, sorting and its stability, copying
// methods, species, lengths, holes; Object statics, descriptors, integrity levels, property order, accessors.

const show = (label, ...values) => print(`${label}: ${values.map(text).join(' ')}`);
function text(v) {
  if (typeof v === 'string') return v;
  if (typeof v === 'symbol') return v.toString();
  if (typeof v === 'function') return `function ${v.name}`;
  if (Object.is(v, -0)) return '-0';
  if (Array.isArray(v)) {
    const parts = [];
    for (let i = 0; i < Math.min(v.length, 40); i++) parts.push(i in v ? text(v[i]) : '_');
    return `[${parts.join(',')}${v.length > 40 ? `…${v.length}` : ''}]`;
  }
  if (v !== null && typeof v === 'object') return `{${Object.entries(v).map(([k, x]) => `${k}:${text(x)}`).join(',')}}`;
  return String(v);
}
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e instanceof Error ? e.constructor.name : `thrown ${text(e)}`;
  }
};

// ---- making arrays ----
show('constructors', new Array(3), new Array('3'), new Array(1, 2), Array(2).length, Array.of(3), Array.of(), attempt(() => new Array(1.5)), attempt(() => new Array(-1)), attempt(() => new Array(2 ** 32)), new Array(2 ** 32 - 1).length, [, ,].length, [1, , 3], [, 1].indexOf(undefined), Array.length);
show('from', Array.from('a😀'), Array.from({ length: 3 }), Array.from({ length: 2, 0: 'x' }, (v, i) => v + i), Array.from(new Set([1, 1, 2])), Array.from([1, , 3]), attempt(() => Array.from(null)), Array.from(5), Array.from([1, 2], function (x) { return x * this.k; }, { k: 5 }), attempt(() => Array.from([], 1)), Array.from({ length: '2' }), Array.from.call(Object, [1]), Array.from.call(function (n) { this.n = n; }, { length: 1, 0: 'z' }));
show('isArray', Array.isArray([]), Array.isArray({ length: 0 }), Array.isArray(new (class extends Array {})()), Array.isArray(Array.prototype), Array.isArray(arguments0()));
function arguments0() {
  return arguments;
}

// ---- length and indices ----
{
  const a = [1, 2, 3];
  a.length = 5;
  a[7] = 8;
  show('length', a.length, a, Object.keys(a), 5 in a, a[5]);
  a.length = 2;
  show('truncated', a, a[2], attempt(() => (a.length = -1)), attempt(() => (a.length = 1.5)), (a.length = '1', a));
  const b = [];
  b['2'] = 'two';
  b['02'] = 'name';
  b[-1] = 'neg';
  b[1.5] = 'frac';
  b[2 ** 32 - 1] = 'past';
  b[true] = 'bool';
  show('keys', b.length, Object.keys(b), b['2'], b.at(-1));
  const fixed = Object.freeze([1, 2]);
  show('frozen', attempt(() => fixed.push(3)), attempt(() => (fixed[0] = 9)), attempt(() => fixed.pop()), attempt(() => (fixed.length = 0)), attempt(() => fixed.sort()), fixed.concat(3), fixed.map((x) => x + 1), Object.isFrozen(fixed), fixed.toSorted((x, y) => y - x));
  const partly = [1, 2, 3];
  Object.defineProperty(partly, 1, { configurable: false });
  show('undeletable element', attempt(() => (partly.length = 0)), partly.length, attempt(() => partly.shift()), partly);
  const unwritable = Object.defineProperty([1, 2], 'length', { writable: false });
  show('unwritable length', attempt(() => unwritable.push(3)), attempt(() => (unwritable[2] = 3)), unwritable, (unwritable[0] = 9), attempt(() => unwritable.pop()), unwritable);
  const sealed = Object.seal([1, 2]);
  sealed[0] = 5;
  show('sealed', sealed, attempt(() => sealed.push(1)), attempt(() => sealed.pop()), attempt(() => delete sealed[0]));
  const accessor = [1, 2, 3];
  Object.defineProperty(accessor, 1, { get: () => 'got', set(v) { this.set = v; }, enumerable: true, configurable: true });
  accessor[1] = 'x';
  show('accessor element', accessor, accessor.set, accessor.map(String), accessor.indexOf('got'), [...accessor], accessor.slice(1));
  const big = [];
  big[50000] = 'far';
  big.push('next');
  show('sparse', big.length, Object.keys(big), big.indexOf('far'), big.lastIndexOf('next'), big.findLast((x) => x), big.filter(() => true), big.flat(), (() => { let n = 0; big.forEach(() => n++); return n; })());
}

// ---- mutators ----
{
  const a = [3, 4];
  show('ends', a.push(5, 6), a.unshift(1, 2), a.pop(), a.shift(), a, [].pop(), [].shift(), [].push(), a.unshift());
  show('splice', (() => { const x = [1, 2, 3, 4, 5]; return [x.splice(1, 2), x, x.splice(1, 0, 'a', 'b'), x, x.splice(-2), x, x.splice(1, 1, 'X', 'Y'), x, x.splice(), x, x.splice(0), x.length]; })());
  show('splice args', [1, 2, 3].splice(undefined), [1, 2, 3].splice(1, undefined), [1, 2, 3].splice('1', '1'), [1, 2, 3].splice(-99, 1), [1, 2, 3].splice(99, 1, 'end').length, [1, , 3, , 5].splice(1, 3));
  show('reverse', [1, 2, 3].reverse(), [1, , 3, 4].reverse(), [].reverse(), [1, , , ].reverse());
  show('fill', [1, 2, 3, 4].fill(0, 1, 3), new Array(3).fill('x'), [1, 2].fill(9, -1), [1, 2, 3].fill(0, 2, 1), [, , 1].fill(5, 0, 1));
  show('copyWithin', [1, 2, 3, 4, 5].copyWithin(0, 3), [1, 2, 3, 4, 5].copyWithin(1, 0, 3), [1, , 3].copyWithin(0, 1), [1, 2, 3, 4].copyWithin(-2, -4, -3));
  show('generic', (() => { const o = { length: 2, 0: 'a', 1: 'b' }; Array.prototype.push.call(o, 'c'); Array.prototype.shift.call(o); return o; })(), Array.prototype.splice.call({ length: 3, 0: 1, 2: 3 }, 1, 1), Array.prototype.reverse.call({ length: 3, 0: 'x' }), Array.prototype.pop.call({ length: 0 }), (() => { const o = {}; Array.prototype.push.call(o, 1); return o; })(), attempt(() => Array.prototype.push.call('abc', 'd')), attempt(() => Array.prototype.pop.call(null)));
  show('limits', attempt(() => Array.prototype.push.call({ length: 2 ** 53 - 1 }, 1)), attempt(() => { const x = new Array(2 ** 32 - 1); x.push(1); }), Array.prototype.indexOf.call({ length: 2 ** 53 - 1, [2 ** 53 - 2]: 'z' }, 'z', 2 ** 53 - 3), Array.prototype.at.call({ length: -5 }, 0), Array.prototype.slice.call({ length: NaN, 0: 1 }));
}

// ---- accessors ----
show('slice', [1, 2, 3].slice(1), [1, 2, 3].slice(-2, -1), [1, , 3].slice(), [1, 2].slice(5), Array.prototype.slice.call('abc', 1), [1, 2, 3].slice(NaN, Infinity));
show('concat', [1].concat(2, [3, [4]], [[5]]), [].concat(), [1, , 2].concat([, 3]), [1].concat('ab', { length: 1, 0: 'x' }).length, Array.prototype.concat.call(1, 2).length);
show('join', [1, [2, [3]], null, undefined, ''].join(), [1, 2].join(''), [1, 2].join(undefined), [, , 1].join('-'), Array(4).join('ab'), [[]].join(), String([1, [2, 3]]), [1.5, -0, true, {}].toString(), [1, 2].join({ toString: () => '+' }));
show('search', [1, NaN, 3].indexOf(NaN), [1, NaN].includes(NaN), [1, 2, 1].lastIndexOf(1), [1, 2, 1].indexOf(1, 1), [1, 2, 1].lastIndexOf(1, -2), [, 1].includes(undefined), [0].includes(-0), [0].indexOf(-0), ['1'].includes(1), [1, 2, 3].includes(1, 1), [1, 2, 3].indexOf(3, -1), [].lastIndexOf(1), [1].indexOf(1, 5), [5].lastIndexOf(5, undefined));
show('find', [1, 5, 9].find((x) => x > 3), [1].find(() => false), [1, 5, 9].findIndex((x) => x > 3), [1, 5, 9].findLast((x) => x < 9), [1, 5, 9].findLastIndex((x) => x > 99), [, 1].find((x, i) => i === 0), [1, , 3].findIndex((x) => x === undefined));
show('at', [1, 2, 3].at(-1), [1, 2, 3].at(3), [1, 2, 3].at('1'), [1].at(NaN), [1, 2].at(-3), [1, 2, 3].at(1.9));
show('iteration', [1, 2, 3].map((x, i, a) => x * i + a.length), [1, , 3].map((x) => x * 2), [1, 2, 3, 4].filter((x) => x % 2), [3, 4].every((x) => x > 2), [].every(() => false), [].some(() => true), [, 1].some((x) => x === undefined), [1, 2].forEach(() => 1), ['1', '2', '3'].map(Number), ['1', '2', '3'].map(parseInt), [1, 2].map(function () { return this; }, 'ctx'));
show('reduce', [1, 2, 3].reduce((a, b) => a + b), [1, 2, 3].reduceRight((a, b) => `${a}${b}`), [].reduce((a) => a, 'init'), attempt(() => [].reduce((a) => a)), [5].reduce(() => 'never'), [, 1, , 2].reduce((a, b, i) => `${a},${b}@${i}`), [[1, 2], [3]].reduce((a, b) => a.concat(b), []), attempt(() => [, ,].reduceRight((a) => a)), [1, 2].reduce((a, x, i, all) => a + all.length, ''));
show('flat', [1, [2, [3, [4]]]].flat(), [1, [2, [3, [4]]]].flat(Infinity), [[], [[]], , 1].flat(), [1, [2]].flat(0), [1, 2].flatMap((x) => [x, [x * 2]]), ['a b', 'c'].flatMap((s) => s.split(' ')), [1, 2].flatMap((x) => x), [[[1]]].flat(-1), attempt(() => [1].flatMap()), [[1, , 2]].flat());
show('copying', [3, 1, 2].toSorted(), [1, 2, 3].toReversed(), [1, 2, 3].with(-1, 'z'), attempt(() => [1].with(5, 0)), [1, 2, 3, 4].toSpliced(1, 2, 'a'), [1, , 3].toSorted(), [, 1].toReversed(), [1, , 3].with(0, 0), [1, 2].toSpliced(), [1, 2].toSpliced(0, 0, 'x'), attempt(() => [].toSorted('no')), Array.prototype.with.call({ length: 1, 0: 'q' }, 0, 'r'));
show('iterators', [...['a', 'b'].entries()], [...['a', , 'b'].keys()], [...['a', , 'b'].values()], [...[].entries()], [][Symbol.iterator] === [].values, (() => { const it = [1, 2].values(); return [...it, ...it]; })(), Object.prototype.toString.call([].keys()));
show('callbacks see changes', (() => { const a = [1, 2, 3]; const seen = []; a.forEach((x, i) => { seen.push(x); if (i === 0) { a.push(9); a[1] = 'new'; delete a[2]; } }); return seen; })(), (() => { const a = [1, 2, 3]; return a.map((x) => { a.length = 1; return x; }); })(), (() => { const a = [1, 2, 3, 4]; return a.filter((x) => (a.pop(), true)); })(), (() => { const a = [1, 2]; let n = 0; for (const x of a) { if (n++ < 5) a.push(x); } return a.length; })(), [1, 2, 3].some((x, i, a) => (a.length = 0, false)), [1, 2, 3].find((x, i, a) => (a.length = 1, x === undefined)));
show('callback errors', attempt(() => [1].map()), attempt(() => [1].forEach({})), attempt(() => [].map('x')), attempt(() => [1].some(() => { throw 'inside'; })), attempt(() => Array.prototype.map.call(undefined, () => 1)));
{
  class Sub extends Array {}
  const s = Sub.from([1, 2, 3]);
  show('species', s.map((x) => x).constructor.name, s.toSorted().constructor.name, s.concat().constructor.name, s.flat().constructor.name, s.with(0, 1).constructor.name, s.slice().constructor.name, attempt(() => { const a = [1]; a.constructor = 5; return a.map((x) => x); }), (() => { const a = [1]; a.constructor = undefined; return a.map((x) => x); })(), (() => { const a = [1]; a.constructor = { [Symbol.species]: null }; return a.slice(); })(), (() => { const a = [1, 2]; a.constructor = { [Symbol.species]: function (n) { return { made: n }; } }; return a.map((x) => x * 2); })());
}

// ---- sorting ----
{
  show('default', [10, 9, 1, 2, 33, 100].sort(), ['b', undefined, 'a', , 'c', null].sort(), [true, false, 'x', 5, {}].sort().length, ['B', 'a', 'C'].sort(), ['é', 'z', 'e'].sort(), [-1, -2, 5, 10].sort(), ['😀', '\uffff', 'a'].sort().map((s) => s.length));
  show('comparators', [3, 1, 2].sort((a, b) => b - a), [1, 2, 3].sort(() => 0), [1, 2, 3].sort(() => NaN), [3, 1, 2].sort((a, b) => (a > b ? 1 : -1)), [2, 1].sort(undefined), attempt(() => [1].sort(null)), attempt(() => [1, 2].sort(() => { throw 'cmp'; })), [3, , 1, undefined].sort((a, b) => a - b), ['10', 9, '8'].sort((a, b) => a - b), [5, 1].sort((a, b) => ({ valueOf: () => a - b })));
  const people = Array.from({ length: 60 }, (_, i) => ({ i, k: (i * 7) % 5 }));
  const sorted = people.toSorted((a, b) => a.k - b.k);
  show('stable', sorted.every((p, i) => i === 0 || sorted[i - 1].k < p.k || (sorted[i - 1].k === p.k && sorted[i - 1].i < p.i)), sorted.slice(0, 6).map((p) => p.i));
  const rnd = (() => { let s = 99; return () => (s = (s * 16807) % 2147483647); })();
  for (const n of [0, 1, 2, 3, 10, 31, 32, 33, 64, 100, 500]) {
    const a = Array.from({ length: n }, () => rnd() % 100);
    const counts = new Map();
    for (const x of a) counts.set(x, (counts.get(x) ?? 0) + 1);
    a.sort((x, y) => x - y);
    for (const x of a) counts.set(x, counts.get(x) - 1);
    if (!a.every((x, i) => i === 0 || a[i - 1] <= x) || [...counts.values()].some((c) => c !== 0)) show('sort failed', n);
  }
  let compares = 0;
  const ascending = Array.from({ length: 1000 }, (_, i) => i);
  ascending.sort((a, b) => (compares++, a - b));
  show('sorted input is cheap', compares < 3000);
  const chunks = Array.from({ length: 400 }, (_, i) => (i % 2 ? i : -i));
  show('patterns', chunks.sort((a, b) => a - b).every((x, i, a) => i === 0 || a[i - 1] <= x), Array.from({ length: 300 }, (_, i) => i % 7).sort((a, b) => b - a).slice(0, 3), Array.from({ length: 300 }, (_, i) => 300 - i).sort((a, b) => a - b)[150]);
  show('inconsistent comparators end', [5, 3, 8, 1, 9, 2, 7].sort(() => 1).length, [5, 3, 8, 1].sort(() => -1).sort().join(''), Array.from({ length: 100 }, (_, i) => i).sort((a, b) => ((a * b) % 3) - 1).sort((a, b) => a - b)[99]);
  show('by several keys', [['b', 2], ['a', 2], ['b', 1], ['a', 1]].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map((p) => p.join('')));
  const mutated = [3, 2, 1];
  mutated.sort((a, b) => { mutated.length = 0; return a - b; });
  show('changed while sorting', mutated);
  show('generic', Array.prototype.sort.call({ length: 3, 0: 'c', 2: 'a' }), Array.prototype.toSorted.call({ length: 2, 0: 2, 1: 1 }));
}

// ---- Object statics ----
{
  const sym = Symbol('sym');
  const o = { b: 1, a: 2, [sym]: 3, 1: 'one', 0: 'zero' };
  show('keys', Object.keys(o), Object.values(o), Object.entries(o), Object.getOwnPropertyNames('ab'), Object.keys([7, 8]), Object.keys('hi'), Object.entries(5), attempt(() => Object.keys(null)), Object.values('xy'));
  show('assign', Object.assign({ a: 1 }, null, { b: 2 }, undefined, 'xy', [9], 5), attempt(() => Object.assign(null)), attempt(() => Object.assign(Object.freeze({}), { a: 1 })), (() => { const log = []; Object.assign({ set x(v) { log.push(v); } }, { get x() { log.push('get'); return 'v'; } }); return log; })(), typeof Object.assign(1), Object.assign({}, { [sym]: 1 })[sym]);
  show('create', Object.getPrototypeOf(Object.create(null)), Object.create({ p: 1 }, { q: { value: 2, enumerable: true } }), attempt(() => Object.create(1)), attempt(() => Object.create({}, { x: 1 })), attempt(() => Object.create({}, null)), Object.create(Array.prototype) instanceof Array);
  show('fromEntries', Object.fromEntries([['a', 1], ['b', 2], ['a', 3]]), Object.fromEntries(new Map([[sym, 1]]))[sym], attempt(() => Object.fromEntries(5)), attempt(() => Object.fromEntries([1])), Object.fromEntries([]), Object.fromEntries([{ 0: 'k', 1: 'v' }]));
  show('is', Object.is(NaN, NaN), Object.is(0, -0), Object.is({}, {}), Object.is('a', 'a'), Object.is(1n, 1n), Object.is());
  show('hasOwn', Object.hasOwn({ a: undefined }, 'a'), Object.hasOwn([], 'length'), Object.hasOwn('abc', 1), Object.hasOwn({}, 'toString'), attempt(() => Object.hasOwn(null, 'x')), { a: 1 }.propertyIsEnumerable('a'), [].propertyIsEnumerable('length'), {}.isPrototypeOf.call(Array.prototype, []));
  show('Object()', typeof Object(1), Object(o) === o, typeof Object(null), Object.keys(new Object()), new Object('s') instanceof String, {}.toLocaleString(), {}.valueOf.call(5) == 5, attempt(() => ({}).valueOf.call(null)));
  show('prototypes', Object.getPrototypeOf(1) === Number.prototype, attempt(() => Object.getPrototypeOf(undefined)), Object.setPrototypeOf(1, null), attempt(() => Object.setPrototypeOf({}, 1)), attempt(() => Object.setPrototypeOf(undefined, {})), attempt(() => Object.setPrototypeOf(Object.preventExtensions({}), {})), (() => { const a = {}; return attempt(() => Object.setPrototypeOf(a, Object.create(a))); })());
}

// ---- descriptors ----
{
  const o = Object.defineProperties({}, { hidden: { value: 1 }, shown: { value: 2, enumerable: true, writable: true }, computed: { get: () => 3, configurable: true } });
  show('defaults', Object.getOwnPropertyDescriptor(o, 'hidden'), Object.getOwnPropertyDescriptor(o, 'shown'), Object.keys(Object.getOwnPropertyDescriptor(o, 'computed')), Object.getOwnPropertyDescriptor(o, 'none'), Object.keys(o), JSON.stringify(o));
  const redefine = (k, d) => attempt(() => (Object.defineProperty(o, k, d), 'fine'));
  show('redefinition', redefine('hidden', { value: 1 }), redefine('hidden', { value: 2 }), redefine('hidden', { enumerable: true }), redefine('hidden', {}), redefine('hidden', { writable: true }), redefine('shown', { value: 5 }), redefine('shown', { writable: false }), redefine('shown', { writable: true }), redefine('computed', { value: 1 }), redefine('computed', { get() {} }), redefine('hidden', { get() {} }), redefine('x', { get: 1 }), redefine('x', { value: 1, get() {} }), redefine('x', 5), redefine('x', { set: undefined }));
  show('writes', attempt(() => (o.hidden = 2)), attempt(() => delete o.hidden), attempt(() => (o.computed = 1)), attempt(() => ({ get a() { return 1; } }.a = 2)), attempt(() => (Object.create({ get a() { return 1; } }).a = 2)), attempt(() => { 5..x = 1; }), attempt(() => { undefined.x = 1; }), attempt(() => { 'abc'.length = 1; }), attempt(() => { NaN.y = 1; }));
  const acc = { _v: 1, get v() { return this._v; }, set v(x) { this._v = x * 2; }, get ['c' + 1]() { return 'computed'; } };
  acc.v = 5;
  acc.v += 1;
  const child = Object.create(acc);
  child.v = 50;
  show('accessors', acc.v, acc.c1, child.v, Object.hasOwn(child, '_v'), Object.hasOwn(child, 'v'), Object.getOwnPropertyDescriptor(acc, 'v').get.name, Object.getOwnPropertyDescriptor(acc, 'v').set.length);
  show('shorthand', (() => { const a = 1; const b = 2; return { a, b, ['x' + a]: b, m() { return 'm'; }, async() { return 'async'; }, get: 'g', set: 's', static: 1, 'quoted-key': 2, 3.5: 'num', 0x10: 'hex', [`t${1}`]: 't' }; })());
  show('duplicates', { a: 1, a: 2, get b() { return 1; }, b: 3 }, Object.keys({ b: 1, a: 2, b: 3 }), { ['x']: 1, x: 2 });
  show('__proto__', Object.getPrototypeOf({ __proto__: null }), Object.keys({ ['__proto__']: 1 }), Object.keys({ __proto__() {} }), (() => { const __proto__ = 5; return Object.keys({ __proto__ }); })(), Object.getPrototypeOf({ __proto__: 5 }) === Object.prototype, attempt(() => Object.keys({ '__proto__': { z: 1 } })));
}

// ---- integrity ----
{
  const frozen = Object.freeze({ a: 1, inner: { b: 2 } });
  frozen.inner.b = 3;
  show('freeze', attempt(() => (frozen.a = 2)), attempt(() => (frozen.n = 1)), attempt(() => delete frozen.a), frozen.inner.b, Object.isFrozen(frozen), Object.isSealed(frozen), Object.isExtensible(frozen), Object.freeze(5), Object.isFrozen('x'), Object.isFrozen({}), Object.isFrozen(Object.preventExtensions({})));
  const sealed = Object.seal({ a: 1 });
  sealed.a = 2;
  show('seal', sealed, attempt(() => (sealed.b = 1)), attempt(() => delete sealed.a), Object.isSealed(sealed), Object.isFrozen(sealed));
  const closed = Object.preventExtensions({ a: 1 });
  delete closed.a;
  show('preventExtensions', attempt(() => (closed.a = 1)), Object.isExtensible(closed), Object.isFrozen(closed), attempt(() => Object.defineProperty(closed, 'x', { value: 1 })), attempt(() => Object.setPrototypeOf(closed, {})), Object.setPrototypeOf(closed, Object.prototype) === closed);
  const withAccessor = Object.freeze({ get a() { return 1; }, set a(v) { this.constructor.last = v; } });
  show('accessors in frozen objects', withAccessor.a, Object.getOwnPropertyDescriptor(withAccessor, 'a').configurable);
  const f = Object.freeze(function named() {});
  show('functions', attempt(() => { f.x = 1; }), Object.isFrozen(f), attempt(() => { (() => 1).name = 'x'; }), delete function g() {}.name);
  const deep = (x) => { if (x && typeof x === 'object' && !Object.isFrozen(x)) { Object.freeze(x); Object.values(x).forEach(deep); } return x; };
  const loop = { list: [{ n: 1 }] };
  loop.self = loop;
  deep(loop);
  show('deep', attempt(() => (loop.list[0].n = 2)), attempt(() => loop.list.push(1)), loop.self.self === loop);
}

// ---- property order and many properties ----
{
  const o = {};
  for (const k of ['z', '10', 'a', '2', '-1', '1.5', '4294967294', '4294967295', '01', 'b']) o[k] = 1;
  delete o.a;
  o.a = 1;
  show('order', Reflect.ownKeys(o));
  const many = {};
  for (let i = 0; i < 1500; i++) many[`k${(i * 37) % 1500}`] = i;
  for (let i = 0; i < 1500; i += 2) delete many[`k${i}`];
  let h = 0;
  for (const k in many) h = (h * 31 + many[k] + k.length) % 1000003;
  show('many', Object.keys(many).length, h, many.k1, many.k2, 'k3' in many, Object.keys(many).slice(0, 3));
  many.k2 = 'again';
  show('re-added last', Object.keys(many).at(-1), Object.values(many).at(-1));
  const shapes = Array.from({ length: 50 }, (_, i) => { const s = {}; for (let k = 0; k < 6; k++) s[`p${(i + k) % 9}`] = k; return s; });
  show('many shapes', shapes.reduce((a, s) => a + (s.p3 ?? 10) * 3 + Object.keys(s)[0].length, 0));
  function Point(x) { this.x = x; if (x % 2) this.odd = true; this.y = x * 2; }
  Point.prototype.sum = function () { return this.x + this.y; };
  show('constructors', Array.from({ length: 10 }, (_, i) => new Point(i).sum()), Object.keys(new Point(1)), new Point(1).constructor === Point);
  const changing = { f: () => 1 };
  const results = [];
  for (let i = 0; i < 6; i++) {
    if (i === 2) changing.f = () => 2;
    if (i === 4) Object.setPrototypeOf(changing, { f: () => 3 }), delete changing.f;
    if (i === 5) changing.f = () => 4;
    results.push(changing.f());
  }
  show('caches see changes', results);
}

// ---- errors ----
{
  const e = new Error('m', { cause: 'c' });
  show('Error', String(e), e.name, e.message, e.cause, Object.keys(e), Object.hasOwn(e, 'message'), Object.getOwnPropertyDescriptor(e, 'cause').enumerable, 'cause' in new Error('x'), 'cause' in new Error('x', { cause: undefined }), Object.hasOwn(new Error(), 'message'), Error('called') instanceof Error, Error.length, Error.prototype.message === '', new Error(undefined).message === '', new Error(5).message);
  show('kinds', [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map((E) => [String(new E('x')), Object.getPrototypeOf(E) === Error, E.prototype.name, new E() instanceof Error, E.length]));
  const a = new AggregateError([1, new Error('in')], 'many', { cause: 'why' });
  show('AggregateError', String(a), a.errors.length, a.cause, Object.keys(a), AggregateError.length, attempt(() => new AggregateError()), a instanceof Error, new AggregateError(new Set([1])).errors);
  show('toString', Error.prototype.toString.call({ name: 'N', message: 'M' }), Error.prototype.toString.call({}), Error.prototype.toString.call({ name: '', message: 'only' }), Error.prototype.toString.call({ name: 'only', message: '' }), attempt(() => Error.prototype.toString.call(1)), String(Object.assign(new Error('x'), { name: undefined })));
  class Chained extends Error {
    constructor(message, cause) {
      super(message, { cause });
      this.name = new.target.name;
    }
    get chain() {
      const out = [];
      for (let x = this; x; x = x.cause) out.push(`${x.name}: ${x.message}`);
      return out;
    }
  }
  const wrap = (n) => { try { if (n === 0) null.x; wrap(n - 1); } catch (err) { throw new Chained(`level ${n}`, n === 0 ? new TypeError('root') : err); } };
  show('chain', attempt(() => { try { wrap(2); } catch (err) { return err.chain; } }));
}
