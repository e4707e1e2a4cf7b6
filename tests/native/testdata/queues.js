'use strict';
// Queues in arrays, of lengths about the one from which the first elements are taken
// off the front of their cell instead of moving the others: shift, splice at 0, with
// push, pop, unshift, indexes and iteration in between, and arrays that may not change.
function work(least, rounds) {
  const q = [], log = [];
  let s = 0, made = 0;
  for (let i = 0; i < least; i++) q.push({ n: made++ });
  for (let i = 0; i < rounds; i++) {
    q.push({ n: made++ }, i & 1 ? { n: -i } : { n: i / 2 });
    s = (Math.imul(s, 31) + q.shift().n) | 0;
    if (i % 3 !== 0) s = (s + q.shift().n * 2) | 0;
    if (i % 7 === 0) s = (s ^ q[q.length - 1].n ^ q[0].n) | 0;
    if (i % 31 === 0) for (const e of q) s = (s + e.n) | 0;
    if (i % 41 === 0) { const some = q.splice(0, i % 5); s = (s + some.length + (some.length ? some[some.length - 1].n : 9)) | 0; }
    if (i % 43 === 0) { q.unshift({ n: i }); q.splice(0, 2, { n: 3 }, { n: 4 }, { n: 5 }); }
    if (i % 53 === 0) { const last = q.pop(); q[q.length] = last; q[0] = { n: q[0].n + 1 }; }
    if (q.length < least) while (q.length < least + 20) q.push({ n: made++ });
  }
  log.push(least, q.length, s);
  while (q.length > 0) s = (Math.imul(s, 33) + q.shift().n) | 0;
  log.push(s, q.length, q.shift());
  return log.join();
}
for (const n of [0, 1, 63, 64, 65, 66, 129, 700]) print(work(n, 160));

// What is in reach of an iterator, a sort and a copy while the front goes.
const a = Array.from({ length: 300 }, (_, i) => (i * 7919) % 301);
let seen = "";
for (const x of a) { seen += x % 10; if (a.length > 70) a.shift(); }
print(seen, a.length, a.slice(0, 5).join(), a.toSorted((x, y) => x - y).slice(-3).join());
const holes = Array.from({ length: 100 }, (_, i) => i);
delete holes[0]; delete holes[2]; holes.length = 120;
print(holes.shift(), holes.shift(), holes.shift(), 0 in holes, holes.length, holes.splice(0, 20).length, holes.indexOf(30), holes.lastIndexOf(undefined));
for (const fix of [Object.freeze, Object.seal, Object.preventExtensions, o => Object.defineProperty(o, "length", { writable: false })]) {
  const b = fix(Array.from({ length: 90 }, (_, i) => i));
  let e = 0;
  try { e = b.shift(); } catch (x) { e = x.name; }
  print(e, b.length, b[0], b[1], 89 in b);
}
// A breadth-first search, where the queue is most of it.
const w = 30, dist = new Int32Array(w * w).fill(-1), queue = [0];
dist[0] = 0;
while (queue.length) {
  const p = queue.shift(), x = p % w, y = (p - x) / w;
  for (const [dx, dy] of [[1, 0], [0, 1], [-1, 0], [0, -1], [2, 1]]) {
    const nx = x + dx, ny = y + dy, at = ny * w + nx;
    if (nx < 0 || ny < 0 || nx >= w || ny >= w || dist[at] >= 0 || (nx * 7 + ny * 3) % 11 === 0) continue;
    dist[at] = dist[p] + 1;
    queue.push(at);
  }
}
print(dist.reduce((s, d) => (Math.imul(s, 31) + d) | 0, 7), Math.max(...dist));
