'use strict';
// JSON with replacers, revivers and toJSON, where the library writes and reads value by value; Array.isArray of all.

class Money {
  constructor(n) {
    this.n = n;
  }
  toJSON(key) {
    return key === 'raw' ? this.n : `${this.n} CHF`;
  }
}
const proxy = new Proxy([1, { a: 2 }], {});
const samples = [0, -5, 1.5, NaN, 'text "quoted"\n', '', true, false, null, undefined, [], {}, [1, [2, [3, undefined, () => 1]]], new Money(3), { raw: new Money(4), other: new Money(5) },
  { b: 1, a: { 3: 'x', 1: 'y', z: [null, true] }, [Symbol('s')]: 1, skip: undefined, f() {} }, Object.create({ inherited: 1 }), Object.assign(Object.create(null), { q: 1 }), new Map(), [, 1, ,],
  new String('s'), new Number(7), new Boolean(false), proxy, { get g() { return 5; }, plain: 123456 }, new Date(0), Object.defineProperty({ v: 1 }, 'h', { value: 1 }), 2147483647, -2147483648, 1e21];
function all(v) {
  return JSON.stringify(v, (key, x) => (typeof x === 'number' && x > 100 ? x - 100 : x));
}
function some(v) {
  return JSON.stringify(v, function (key, x) {
    return Array.isArray(this) && key === '1' ? 'one' : x;
  }, 1);
}
function back(text) {
  return JSON.parse(text, function (key, x) {
    if (key === 'a') return undefined;
    if (key === '0') return [x];
    return typeof x === 'string' ? x + key : x;
  });
}
let h = 0;
for (let round = 0; round < 30; round++) {
  for (const v of samples) {
    for (const t of [all(v), all([v, v]), some({ v, round }), JSON.stringify([v], ['a', 'v', 'raw', 1, '3']), JSON.stringify(back(JSON.stringify({ w: [v, 1], a: round }) ?? '1'))]) {
      const s = String(t);
      for (let i = 0; i < s.length; i++) h = (h * 31 + s.charCodeAt(i)) | 0;
    }
    h = (h * 3 + (Array.isArray(v) ? 1 : 0)) | 0;
  }
}
print(h, all(samples).length);
const cycle = { a: [] };
cycle.a.push(cycle);
for (const bad of [cycle, { n: 10n }, [cycle]]) {
  try {
    print(all(bad));
  } catch (e) {
    print(e.name);
  }
}
