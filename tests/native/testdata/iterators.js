'use strict';
// Iteration in native code: Maps and Sets that change meanwhile, their iterators, iterators of the program's own, loops left
// early, and sites that meet several kinds.

let sum = 0;
function mix(x) {
  sum = (Math.imul(sum, 31) + (x | 0)) | 0;
}
function pairs(m) {
  for (const [k, v] of m) mix(k + v);
}
function whole(m) {
  const kept = [];
  for (const e of m) kept.push(e);
  return kept;
}
function singles(it) {
  for (const x of it) mix(x);
}
function early(it, n) {
  for (const x of it) {
    mix(x);
    if (--n < 0) break;
  }
}
function any(it) {
  let n = 0;
  for (const x of it) n += typeof x === 'number' ? x : x.length;
  mix(n);
}
function mapOf(n) {
  const m = new Map();
  for (let i = 0; i < n; i++) m.set(i * 3, i);
  return m;
}
function changing(n) {
  const m = mapOf(n);
  let steps = 0;
  for (const [k, v] of m) {
    if (++steps > 300) break;
    if (k % 2 === 0) m.delete(k);
    if (k % 5 === 0) m.delete(k + 3);
    if (v % 7 === 3) m.set(-k, v);
    if (steps === 40) for (let i = 0; i < 200; i++) m.set(1000 + i, i);
    if (steps === 90) m.clear();
    if (steps === 90) m.set(5, 5);
    mix(k * v);
  }
  const s = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  for (const x of s) {
    s.delete(x - 1);
    s.delete(x + 1);
    if (x < 20) s.add(x + 10);
    mix(x);
  }
  return steps + s.size;
}
class List {
  #head = null;
  closed = 0;
  add(v) {
    this.#head = { v, next: this.#head };
    return this;
  }
  [Symbol.iterator]() {
    let at = this.#head;
    const list = this;
    return {
      next() {
        if (at === null) return { value: undefined, done: true };
        const { v } = at;
        at = at.next;
        return { value: v, done: false };
      },
      return() {
        list.closed++;
        return {};
      },
    };
  }
}
class Chars {
  constructor(text) {
    this.text = text;
  }
  *[Symbol.iterator]() {
    yield* this.text;
  }
}
function throwing(it) {
  try {
    for (const x of it) if (x === 2) throw new Error(`at ${x}`);
  } catch (e) {
    mix(e.message.length);
  }
}

const list = new List().add(1).add(2).add(3);
const deleted = new Set(Array.from({ length: 9000 }, (_, i) => i));
for (let i = 1; i < 8999; i++) deleted.delete(i);
for (let round = 0; round < 60; round++) {
  const m = mapOf(20);
  pairs(m);
  pairs(m.entries());
  pairs([[1, 2], [3, 4]]);
  mix(whole(m)[3][1]);
  mix(whole(new Set([1, 2])).length);
  singles(m.keys());
  singles(m.values());
  singles(new Set([1, 2, round]));
  singles(new Set([1, 2, round]).values());
  singles([round, 2]);
  singles(list);
  early(m.keys(), 3);
  early(new Set([4, 5, 6]), 1);
  early(list, 1);
  early([7, 8, 9], round % 4);
  any('wörld');
  any(new Chars('ab'));
  any(list);
  any([1, 2]);
  any(new Set(['x', 3]));
  any(new Map([[1, 2]]));
  throwing(list);
  throwing(new Set([1, 2, 3]));
  throwing([1, 2, 3]);
  mix(changing(30 + round));
  for (const [a, b] of deleted.entries()) mix(a + b);
  const [p, q = 5, ...r] = deleted;
  mix(p + q + r.length);
  const it = m[Symbol.iterator]();
  it.next();
  for (const [k] of it) mix(k);
  for (const [k] of it) mix(k + 1);
}
print(sum, list.closed);
const odd = new Map([[1, 2]]);
odd[Symbol.iterator] = function* () {
  yield [10, 20];
};
pairs(odd);
class Own extends Set {
  *[Symbol.iterator]() {
    yield 100;
    yield* super[Symbol.iterator]();
  }
}
singles(new Own([1]));
for (const bad of [{ [Symbol.iterator]: 1 }, { [Symbol.iterator]: () => 1 }, { [Symbol.iterator]: () => ({ next: 2 }) }, { [Symbol.iterator]: () => ({ next: () => 3 }) }, {}, null]) {
  try {
    singles(bad);
  } catch (e) {
    print(e.name);
  }
}
print(sum);
// A loop over what somebody's own method gives: first generators, later built-in iterators.
{
  const map = function* (it, f) { let i = 0; for (const x of it) yield f(x, i++); };
  const loop = (it, f) => [...map(it, f)].join();
  const own = (make) => ({ [Symbol.iterator]: make });
  const count = own(function* () { for (let i = 0; i < 12; i++) yield i; });
  for (let n = 0; n < 15; n++) mix(loop(count, (x, i) => x * i + n).length);
  for (const s of ['a', 'ab', 'abc']) print(loop(own(() => s[Symbol.iterator]()), (c, i) => c + i));
  print(loop(own(() => [7, 8][Symbol.iterator]()), (x, i) => x - i), loop(own(() => new Set([1, 2]).values()), (x, i) => x - i));
}
// A loop over arrays with holes and over generators: its index may become a double in native code.
{
  const none = function* () {};
  const walk = (s) => { let n = 0; for (let j = 0; j < 2; j++) for (const v of s) { if (v === 1) continue; n++; } return n; };
  const some = [none(), [,], [1, , '']];
  let n = 0;
  for (let i = 0; i < 150; i++) n += walk(some[i % 3]) + walk(some[i % 3]);
  print(n);
}
