'use strict';
// Map and Set at work: an LRU cache, Dijkstra's algorithm on a sparse graph, word statistics, union and
// difference of sets, memoised string keys, object keys and an inverted index.
// bench: small=1 normal=14 long=170
const SIZE = 14; // bench:size

let state = 4711;
function rand(limit) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 1) % limit;
}

class LruCache {
  constructor(capacity) {
    this.capacity = capacity;
    this.entries = new Map();
    this.hits = 0;
    this.misses = 0;
  }
  get(key, make) {
    let v = this.entries.get(key);
    if (v !== undefined) {
      this.hits++;
      this.entries.delete(key);
    } else {
      this.misses++;
      v = make(key);
      if (this.entries.size >= this.capacity) this.entries.delete(this.entries.keys().next().value);
    }
    this.entries.set(key, v);
    return v;
  }
}

function makeGraph(nodes, edges) {
  const graph = new Map();
  for (let i = 0; i < nodes; i++) graph.set(i, new Map());
  for (let i = 1; i < nodes; i++) graph.get(rand(i)).set(i, 1 + rand(50));
  for (let i = 0; i < edges; i++) graph.get(rand(nodes)).set(rand(nodes), 1 + rand(100));
  return graph;
}

function dijkstra(graph, start) {
  const distance = new Map([[start, 0]]);
  const buckets = new Map([[0, new Set([start])]]);
  const settled = new Set();
  let d = 0;
  let pending = 1;
  while (pending > 0) {
    const bucket = buckets.get(d);
    if (bucket !== undefined) {
      for (const node of bucket) {
        pending--;
        if (settled.has(node)) continue;
        settled.add(node);
        for (const [next, weight] of graph.get(node)) {
          const through = d + weight;
          if (through < (distance.get(next) ?? Infinity)) {
            distance.set(next, through);
            let target = buckets.get(through);
            if (target === undefined) buckets.set(through, (target = new Set()));
            if (!target.has(next)) {
              target.add(next);
              pending++;
            }
          }
        }
      }
      buckets.delete(d);
    }
    d++;
  }
  let sum = 0;
  let farthest = 0;
  for (const v of distance.values()) {
    sum += v;
    if (v > farthest) farthest = v;
  }
  return sum * 3 + farthest + settled.size;
}

function wordStatistics(count) {
  const counts = new Map();
  const firstSeen = new Map();
  for (let i = 0; i < count; i++) {
    const word = `w${rand(30) * rand(30)}`;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (!firstSeen.has(word)) firstSeen.set(word, i);
  }
  let best = '';
  counts.forEach((n, w) => {
    if (best === '' || n > counts.get(best) || (n === counts.get(best) && firstSeen.get(w) < firstSeen.get(best))) best = w;
  });
  return `${counts.size}:${best}:${counts.get(best)}`;
}

function setAlgebra(n) {
  const a = new Set();
  const b = new Set();
  for (let i = 0; i < n; i++) {
    a.add(rand(n));
    b.add(rand(n) * 2);
  }
  const union = new Set([...a, ...b]);
  const both = new Set([...a].filter((x) => b.has(x)));
  const onlyA = new Set(a);
  for (const x of b) onlyA.delete(x);
  return union.size * 10000 + both.size * 100 + onlyA.size;
}

function objectKeys(n) {
  const objects = Array.from({ length: n }, (_, id) => ({ id }));
  const rank = new Map(objects.map((o, i) => [o, (i * 7919) % n]));
  const seen = new WeakSet();
  let sum = 0;
  for (const o of objects) {
    seen.add(o);
    sum = (sum + rank.get(o) * (o.id & 3)) | 0;
  }
  for (const o of objects) {
    if (o.id % 3 === 0) rank.delete(o);
    if (!seen.has(o)) sum = -1;
  }
  return sum + rank.size;
}

function invertedIndex(documents) {
  const index = new Map();
  for (let d = 0; d < documents; d++) {
    for (let k = 0; k < 20; k++) {
      const term = `t${rand(60)}`;
      let postings = index.get(term);
      if (!postings) index.set(term, (postings = new Set()));
      postings.add(d);
    }
  }
  let sum = 0;
  for (let q = 0; q < 30; q++) {
    const x = index.get(`t${rand(60)}`);
    const y = index.get(`t${rand(60)}`);
    if (x === undefined || y === undefined) continue;
    for (const d of x) if (y.has(d)) sum += d + 1;
  }
  return sum;
}

function floatKeys(n) {
  const m = new Map();
  for (let i = 0; i < n; i++) m.set(i / 4, i);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += m.get(i) ?? 1;
  m.set(-0, 5).set(NaN, 6);
  return sum + m.get(0) + m.get(NaN);
}

const cache = new LruCache(64);
let checksum = 0;
let words = '';
for (let round = 0; round < SIZE; round++) {
  const graph = makeGraph(200, 500);
  for (let s = 0; s < 3; s++) checksum = (checksum * 31 + dijkstra(graph, rand(200))) | 0;
  words = wordStatistics(1500);
  checksum = (checksum * 31 + words.length + setAlgebra(600) + objectKeys(300)) | 0;
  checksum = (checksum * 31 + invertedIndex(60) + floatKeys(400)) | 0;
  for (let i = 0; i < 1500; i++) checksum = (checksum + cache.get(`k${rand(12) * rand(12)}`, (k) => k.length)) | 0;
}
print(`maps ${checksum} ${words} hits ${cache.hits} misses ${cache.misses}`);
