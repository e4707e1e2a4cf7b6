'use strict';
// Objects as dictionaries: many properties added, written, deleted and listed by computed keys, in objects that
// named accesses, caches, prototypes, descriptors and integrity levels have seen, too.

let state = 7;
function rand(n) {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >>> 8) % n;
}
function word(n) {
  let w = '';
  for (let i = 1 + rand(n); i > 0; i--) w += 'bdfgkl'[rand(6)] + 'aeiou'[rand(5)];
  return w;
}
function digest(o) {
  let h = 0;
  for (const k in o) {
    for (let i = 0; i < k.length; i++) h = (h * 31 + k.charCodeAt(i)) | 0;
    h = (h * 33 + (typeof o[k] === 'number' ? o[k] : 1)) | 0;
  }
  return `${h}/${Object.keys(o).length}`;
}
function put(o, k, v) {
  o[k] = v;
}
function drop(o, k) {
  return delete o[k];
}
function bump(o, k) {
  o[k] = (o[k] ?? 0) + 1;
}
function define(k, v, l, w) {
  return { [k]: v, [l]: w, ...{ [k + l]: 1 } };
}

const kinds = [() => ({}), () => Object.create(null), () => Object.create({ inherited: 1, baba: 2 }), () => ({ a: 1, b: 2, named: 3 }), () => [1, 2], () => function f() {}];
for (let round = 0; round < 12; round++) {
  const o = kinds[round % kinds.length]();
  const keys = [];
  for (let i = 0; i < 260; i++) {
    const k = word(3);
    keys.push(k);
    if (i % 3 === 0) bump(o, k);
    else put(o, k, i);
    if (i % 7 === 0 && i > 20) drop(o, keys[rand(keys.length)]);
    // A cache sees the dictionary.
    if (round % 4 === 1 && i % 50 === 49) o.named = (o.named ?? 0) + i;
    if (round % 4 === 2 && i === 200) Object.defineProperty(o, 'fixed', { value: 5, configurable: false });
    if (i === 230 && round % 5 === 3) Object.create(o).x = 1;
  }
  let refused = 0;
  for (let i = 0; i < keys.length; i += 2) if (drop(o, keys[i])) refused++;
  for (let i = 0; i < keys.length; i += 5) put(o, keys[i], keys);
  try {
    drop(o, 'fixed');
  } catch (e) {
    refused += e.name;
  }
  print(round, digest(o), refused, o.named, 'baba' in o, o.baba === undefined);
  if (round % 3 === 0) {
    if (round % 2) Object.freeze(o);
    else Object.preventExtensions(o);
    try {
      for (const k of keys) drop(o, k);
    } catch (e) {
      print(e.name);
    }
    try {
      put(o, 'fresh', 1);
    } catch (e) {
      print(e.name);
    }
    print(digest(o));
  }
}

// Counting, and deleting what is counted once while the keys are listed.
function count(words) {
  const counts = Object.create(null);
  for (const w of words) counts[w] = (counts[w] ?? 0) + 1;
  let singles = 0;
  for (const w in counts) {
    if (counts[w] === 1) {
      delete counts[w];
      singles++;
    }
  }
  return `${singles} ${digest(counts)}`;
}
for (let round = 0; round < 8; round++) print(count(Array.from({ length: 300 }, () => word(1 + (round % 3)))));
let made = 0;
for (let i = 0; i < 300; i++) made += Object.keys(define(word(2), i, word(1), -i)).length;
print(made, digest(define('x', 1, 'y', 2)));
