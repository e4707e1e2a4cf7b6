"use strict";
// Built-in iterables taken whole, and step by step: spread, Array.from, new Map and new Set, for-of.
let log = "";
function note(...a) {
  log += a.map(x => typeof x === "object" && x !== null ? JSON.stringify(x) : String(x)).join() + ";";
}
const map = new Map([["a", 1], ["b", -0], [NaN, 3], [{}, 4]]);
const set = new Set([1, 2, 0, "x"]);
const sources = {
  array: () => [1, 2, 3],
  holes: () => [1, , 3],
  string: () => "a😀b",
  bytes: () => new Uint8Array([1, 255, 7]),
  doubles: () => new Float64Array([0.5, -0, NaN]),
  big: () => new BigInt64Array([1n, -5n]),
  map: () => map,
  set: () => set,
  mapKeys: () => map.keys(),
  mapValues: () => map.values(),
  setEntries: () => set.entries(),
  entries: () => ["p", "q"].entries(),
  keys: () => [5, 6].keys(),
  typedEntries: () => new Int16Array([9, -9]).entries(),
  chars: () => "xyz"[Symbol.iterator](),
  generator: function* () {
    yield 1;
    yield [2, 3];
  },
  args: function () {
    return arguments;
  },
  object: () => ({ [Symbol.iterator]: () => [7, 8].values() }),
};
function show(v) {
  return typeof v === "bigint" ? v + "n" : Object.is(v, -0) ? "-0" : v;
}
function use(make) {
  const of = f => {
    try {
      note(f());
    } catch (e) {
      note(e.name);
    }
  };
  of(() => [...make(1, 2)].map(show));
  of(() => [0, ...make(1, 2), ...make(3)].map(show));
  of(() => Array.from(make(1, 2)).map(show));
  of(() => Array.from(make(1, 2), (v, i) => [show(v), i]));
  of(() => [...new Set(make(1, 2))].map(show));
  of(() => [...new Map(make(1, 2))].map(show));
  of(() => Math.max(...make(1, 2)));
  of(() => Float64Array.from(make(1, 2)).join());
  of(() => {
    let n = 0;
    let s = "";
    for (const v of make(1, 2)) {
      s += String(show(v)) + "/";
      if (++n === 2) break;
    }
    return s;
  });
  of(() => {
    let s = "";
    for (const v of make(1, 2)) s += String(show(v)) + "/";
    return s;
  });
  of(() => {
    const [a, ...r] = make(1, 2);
    return [show(a), r.map(show)];
  });
}
for (let k = 0; k < 40; k++) for (const name in sources) use(sources[name]);
// An iterator is taken up where it is, and is over afterwards.
const it = [1, 2, 3].values();
it.next();
note([...it], [...it]);
const ks = map.keys();
ks.next();
note(Array.from(ks), Array.from(ks));
// The source changes on the way.
for (let k = 0; k < 60; k++) {
  const a = [1, 2, 3];
  let s = 0;
  for (const [i, v] of a.entries()) {
    if (i === 1) a.push(10);
    if (i === 2) a.length = 3;
    s += v;
  }
  const t = new Uint8Array(4);
  for (const v of t) {
    t.fill(v + 1);
    s += v;
  }
  s += Array.from(a, (v, i) => {
    if (i === 0) a[2] = 40;
    return v;
  })[2];
  note(s);
}
// Getters on the way, and what only looks built in.
const odd = [1, 2];
Object.defineProperty(odd, 1, { get: () => 77 });
const mine = [1, 2].values();
mine.next = () => ({ done: true });
const own = new Set([1, 2]);
own[Symbol.iterator] = function* () {
  yield "own";
};
class Adds extends Set {
  add(v) {
    return super.add(v + 1);
  }
}
class Sets extends Map {
  set(k, v) {
    return super.set(k, v + 1);
  }
}
for (let k = 0; k < 40; k++) {
  note([...odd], [...odd.entries()], Array.from(odd), [...mine], [...own], Array.from(own), [...new Set(own)]);
  note([...new Adds([1, 2])], [...new Sets([[1, 2]])], [...new Map([[1, 2], [1, 3], { 0: "k", 1: "v" }])]);
  for (const bad of [5, [1], [[1, 2], 3], { a: 1 }, "ab"]) {
    try {
      note(new Map(bad).size);
    } catch (e) {
      note(e.name);
    }
  }
  const buffer = new ArrayBuffer(8, { maxByteLength: 16 });
  const view = new Uint8Array(buffer, 4);
  let n = 0;
  try {
    for (const v of view) {
      n += v + 1;
      if (n === 2) buffer.resize(2);
    }
  } catch (e) {
    n = e.name;
  }
  note(n);
}
let h = 0;
for (let i = 0; i < log.length; i++) h = h * 31 + log.charCodeAt(i) | 0;
print(log.slice(0, 3000));
print(h, log.length);
