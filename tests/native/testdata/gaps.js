'use strict';
// Steps over runs of deleted entries of Maps and Sets: what they charge for, and what native
// code leaves to others, begins at a length; and iterators that stand in tables which others have
// taken over, many times.
const next = (it) => it.next();
function walk(m, most) {
  let s = '', n = 0;
  for (const x of m) {
    s += x + ';';
    if (++n === most) break;
  }
  return s;
}
function each(m, most) {
  let s = '', n = 0;
  try {
    m.forEach((v, k) => {
      s += k + ';';
      if (++n === most) throw s;
    });
  } catch (e) {
    return e + '!';
  }
  return s;
}
const spread = (m) => [...m].length;
const two = (m) => {
  const [a, b] = m;
  return a + '/' + b;
};
let log = '';
for (const gone of [0, 63, 64, 65, 72, 300]) {
  for (const rest of [0, 1, 60]) {
    const m = new Map(), s = new Set();
    for (let i = 0; i < 1 + gone + rest; i++) {
      m.set(i, -i);
      s.add(i);
    }
    const old = m.keys();
    next(old);
    for (let i = 1; i <= gone; i++) {
      m.delete(i);
      s.delete(i);
    }
    log += next(old).value + ',' + next(m.entries()).value;
    for (let k = 0; k < 4; k++) {
      const it = s.values();
      next(it);
      log += next(it).value + walk(m, 2) + walk(s, 2) + each(m, 2) + each(s, 1 + k) + two(s) + spread(m) + spread(it) + Array.from(m.values()).length;
    }
    log += walk(s.keys(), 100).length + each(m, 500).length;
  }
  print(gone, log.length);
}
print(log.slice(0, 400));
let sum = 0;
for (const c of log) sum = (sum * 31 + c.charCodeAt(0)) | 0;
print(sum);
// Tables that have been taken over.
const m = new Map(), q = new Set(), waiting = [];
for (let round = 0; round < 40; round++) {
  for (let i = 0; i < 3 + round % 40; i++) {
    m.set(round * 7 + i, i);
    q.add('k' + (round + i) % 50);
  }
  const a = m.entries(), b = q.values();
  next(a);
  next(b);
  waiting.push(a, b);
  if (round % 3 === 0) m.clear();
  if (round % 5 === 0) q.clear();
  for (const k of m.keys()) if (k % 3 === 0) m.delete(k);
}
let out = '';
waiting.forEach((it, i) => {
  const { value, done } = next(it);
  out += value + (done ? '.' : ',') + (i % 7 === 3 ? [...it].length : '') + ' ';
});
print(out);
