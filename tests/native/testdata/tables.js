// Maps and Sets that grow, shrink and are changed while they are iterated, with keys of all kinds.
let state = 12345;
const rnd = (n) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >> 8) % n;
};
const objects = [];
for (let i = 0; i < 40; i++) objects.push({ i });
function key(kind, n) {
  switch (kind) {
    case 0:
      return n;
    case 1:
      return 'k' + n;
    case 2:
      return 'a longer key with number ' + n + ' in it, of more than one word';
    case 3:
      return n / 2;
    case 4:
      return objects[n % 40];
    case 5:
      return n & 1 ? undefined : n & 2 ? null : n & 4 ? true : -0;
    case 6:
      return '世' + n;
    case 7:
      return BigInt(n);
    default:
      return `x${n}`.slice(0, 2);
  }
}
function churn(kind, range, steps) {
  const m = new Map(), s = new Set();
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const k = key(kind < 9 ? kind : rnd(9), rnd(range));
    switch (rnd(5)) {
      case 0:
        sum += m.delete(k) ? 3 : 1;
        break;
      case 1:
        sum += s.delete(k) ? 5 : 2;
        break;
      case 2:
        s.add(k);
        break;
      case 3:
        m.set(k, (m.get(k) ?? 0) + i);
        break;
      default:
        sum = (sum + (m.has(k) ? 7 : 0) + (s.has(k) ? 11 : 0)) | 0;
    }
  }
  let order = '';
  for (const [k, v] of m) order += typeof k + ':' + v + ',';
  for (const k of s) sum = (sum * 31 + String(typeof k === 'object' && k ? k.i : k).length) | 0;
  return `${kind} ${m.size} ${s.size} ${sum} ${order.length} ${order.slice(0, 60)}`;
}
for (let round = 0; round < 3; round++) for (let kind = 0; kind < 10; kind++) print(churn(kind, 5 + 30 * round * round, 800));

// Queues: deletion at the front, and iterators that stand in old tables.
function queue(n) {
  const q = new Map();
  let out = 0;
  for (let i = 0; i < n; i++) {
    q.set('job' + i, i);
    if (q.size > 12) {
      const first = q.keys().next().value;
      out = (out * 3 + q.get(first)) | 0;
      q.delete(first);
    }
  }
  return out;
}
print(queue(600), queue(50));
function moving(n) {
  const s = new Set([1, 2, 3]);
  let seen = 0, sum = 0;
  for (const x of s) {
    seen++;
    sum = (sum * 7 + x) | 0;
    if (s.size < n) s.add(x + 3).add(x * 2 + 1);
    if (x % 3 === 0) s.delete(x);
    if (x % 5 === 0) s.delete(x + 1);
    if (x % 41 === 0) {
      s.delete(x);
      s.add(x);
      if (seen > 300) break;
    }
    if (seen > 900) break;
  }
  return `${seen} ${sum} ${s.size}`;
}
for (let n = 5; n < 200; n += 13) print(moving(n));
function cleared(n) {
  const m = new Map();
  let sum = 0;
  for (let i = 0; i < n; i++) {
    m.set(i, i);
    if (i % 50 === 49) m.clear();
  }
  for (const k of m.keys()) sum += k;
  return sum + m.size;
}
print(cleared(500));
// Those that cannot be changed, and what is no Map.
for (const bad of [Object.freeze(new Map([[1, 2]])), {}, new Set([1]), 5]) {
  let got = '';
  for (let i = 0; i < 40; i++) {
    try {
      got = Map.prototype.delete.call(bad, 1) + '';
      got += Map.prototype.set.call(bad, i % 9, 2).size;
    } catch (e) {
      got = e.constructor.name;
    }
  }
  print(got);
}
class Counter extends Map {
  add(k) {
    return this.set(k, (this.get(k) ?? 0) + 1);
  }
}
const counter = new Counter();
for (let i = 0; i < 300; i++) counter.add('c' + rnd(30)).add(i & 3);
print(counter.size, [...counter.values()].join());
