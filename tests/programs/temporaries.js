'use strict';
// Objects that live for a moment, whose cells a compiler can do without until something looks at them: vectors, pairs,
// contexts and closures of callbacks, iterator results, destructured arrays. Every function is first run with what it
// expects, many times, and then with what it does not, while such objects are alive.

const show = (label, ...values) => print(`${label}: ${values.map(text).join(' ')}`);
function text(v) {
  if (typeof v === 'string') return `'${v}'`;
  if (typeof v === 'function') return `function ${v.name}`;
  if (Object.is(v, -0)) return '-0';
  if (Array.isArray(v)) return `[${v.map(text).join(',')}]`;
  if (v !== null && typeof v === 'object') return `{${Object.entries(v).map(([k, x]) => `${k}:${text(x)}`).join(',')}}`;
  return String(v);
}
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e instanceof Error ? `${e.name}!` : e;
  }
};
const odd = [0.5, -0, NaN, 2147483647, 'x', null, undefined, true, { valueOf: () => 7 }, [3], 10n, 1e300];

// Runs f with i = 0 … 199, then with each odd value; f gives something to show.
function exercise(label, f) {
  let sum = 0;
  for (let i = 0; i < 200; i++) {
    const r = f(i, i & 7);
    if (typeof r === 'number') sum += r;
  }
  show(label, sum, ...odd.map((v) => attempt(() => f(v, 3))), ...odd.map((v) => attempt(() => f(5, v))));
  for (let i = 0; i < 50; i++) sum += Number(f(i, 1)) || 0;
  show(`${label} again`, sum);
}

class Vec {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  add(o) {
    return new Vec(this.x + o.x, this.y + o.y);
  }
  scale(k) {
    return new Vec(this.x * k, this.y * k);
  }
  get sum() {
    return this.x + this.y;
  }
}

exercise('vectors', (a, b) => new Vec(a, b).add(new Vec(b, 1)).scale(2).sum);
exercise('kept', (a, b) => {
  const v = new Vec(a, b);
  const w = v.add(v);
  const n = w.x * 2; // may leave with v and w alive
  return typeof n === 'number' && n > 1000 ? [v, w] : n + v.y;
});
exercise('accumulate', (a, b) => {
  let v = new Vec(0, 0);
  for (let i = 0; i < 5; i++) v = v.add(new Vec(a, i));
  return v.x + v.y + b;
});
exercise('two', (a, b) => {
  let p = new Vec(a, 0);
  let q = new Vec(b, 1);
  for (let i = 0; i < 4; i++) {
    const t = p;
    p = q;
    q = t.add(p);
  }
  return p.sum + q.sum;
});
exercise('branches', (a, b) => {
  const p = a > b ? { v: a, k: 1 } : { v: b, k: 2 };
  if (b === 3) p.k = a + 1;
  return p.v * p.k;
});
exercise('same', (a, b) => {
  const p = { v: a };
  const q = { v: a };
  const r = b ? p : q;
  r.v = b;
  return (p === r ? 1 : 0) + (q === r ? 2 : 0) + (p === q ? 4 : 0) + p.v * q.v;
});

// Contexts and closures.
const each = (list, f) => {
  for (let i = 0; i < list.length; i++) f(list[i], i);
};
exercise('captured', (a, b) => {
  let total = 0;
  let last;
  each([a, b, 1], (x, i) => {
    total += x * i;
    last = x;
  });
  return total + last;
});
exercise('counter', (a, b) => {
  let n = a;
  const up = () => {
    n = n + b;
    return n;
  };
  const down = () => (n = n - 1);
  return up() + down() + up();
});
exercise('self', (a, b) => {
  let n = a;
  const step = () => {
    n = n - 1;
    return () => [typeof step, n];
  };
  const f = step();
  const k = n * b;
  return k > 100 ? f() : k;
});
exercise('leaked', (a, b) => {
  let n = a;
  const get = () => n;
  const set = (v) => (n = v);
  set(b + 1);
  if (typeof b !== 'number' || b === 6) return { get, now: get() };
  return get() + n;
});
exercise('tdz', (a, b) => {
  const read = () => later;
  const v = b === 6 || b === null ? attempt(read) : 1;
  const later = a;
  return [v, read()].length + later;
});

// Arrays.
exercise('swap', (a, b) => {
  let x = a;
  let y = b;
  [x, y] = [y, x];
  [x, y] = [x - y, x];
  return x * 10 + y;
});
exercise('destructured', (a, b) => {
  const [p, q = 9, ...rest] = [a, b, a, b];
  const { u, v: { w } } = { u: p, v: { w: q } };
  return u * w + rest.length;
});
exercise('pairs', (a, b) => {
  const pair = (x, y) => [x, y];
  const [p, q] = pair(a, b);
  const r = pair(q, p);
  r[1] = r[0] + 1;
  return r[0] * r[1] + r.length;
});

// Iterators and generators' results.
class Range {
  constructor(from, to) {
    this.from = from;
    this.to = to;
  }
  [Symbol.iterator]() {
    let at = this.from;
    const to = this.to;
    return { next: () => (at < to ? { value: at++, done: false } : { value: undefined, done: true }) };
  }
}
exercise('iterator', (a, b) => {
  let s = 0;
  for (const v of new Range(0, b)) {
    s += v * a;
    if (v > 9) break;
  }
  return s;
});
exercise('result', (a, b) => {
  const it = new Range(a, a + 2)[Symbol.iterator]();
  const x = it.next();
  const y = it.next();
  const z = it.next();
  return (x.done ? 0 : x.value) + (y.done ? 100 : y.value) + (z.done ? b : z.value);
});

// Thrown out of, and looked at by a handler.
exercise('thrown', (a, b) => {
  const p = { v: a, log: [] };
  try {
    p.v = p.v + b;
    if (p.v > 200) throw p;
    p.log.push(p.v);
    p.w = null.x;
  } catch (e) {
    return e === p ? p : e instanceof TypeError ? p.log.length + (Number(p.v) || 0) : e;
  }
});
exercise('nested', (a, b) => {
  const tree = { l: { l: null, v: a, r: null }, v: b, r: { l: null, v: 1, r: null } };
  const count = (t) => (t === null ? 0 : 1 + (t.l ? t.l.v : 0) + (t.r ? t.r.v : 0));
  const c = count(tree);
  tree.l.l = tree.r;
  const d = count(tree.l);
  return c - d === 1000 ? tree : c * 3 + d;
});

// Objects with a shared part that must stay shared.
exercise('shared', (a, b) => {
  const inner = { n: a };
  const p = { inner };
  const q = { inner };
  const k = a * b;
  p.inner.n = k;
  if (k === 35 || k !== k) return [p, q, p.inner === q.inner];
  return q.inner.n;
});
exercise('sequence', (a, b) => {
  const o = { a };
  o.b = b;
  o.c = o.a + o.b;
  delete o.nothing;
  o.d = o.c - 1;
  return b === 6 ? Object.keys(o).length : o.d;
});

// Callbacks of the library: their contexts live in its loops, which ask whether undefined elements are there.
exercise('library', (a, b) => {
  let n = 0;
  let s = '';
  const list = [a, undefined, b, 4];
  if (b === 6) delete list[1];
  if (a === null) list.length = 2;
  list.forEach((x, i) => {
    n += i;
    if (x === undefined) s += i;
  });
  const some = list.some((x) => x === b);
  const none = list.every((x) => x !== undefined);
  return s.length * 1000 + n + (some ? 1 : 0) + (none ? 10 : 0) + list.findIndex((x) => x === undefined);
});
exercise('borrowed', (a, b) => {
  let s = 0;
  const from = typeof a === 'number' ? [a, b] : { length: 2, 1: b, 0: a };
  Array.prototype.forEach.call(b === 6 ? 'ab' : from, (x, i) => {
    s += typeof x === 'number' ? x * (i + 1) : 1;
  });
  return s;
});

// An array grows now and then, which a compiler leaves to others: what is alive then must be there if these do not come
// back, and still be the same if they do.
exercise('pushing', (a, b) => {
  const out = [];
  let n = 0;
  const p = { a, log: out };
  const q = { p, n: () => n };
  for (let i = 0; i < 12; i++) {
    out.push(a, i);
    if (i === 7) p.a = b;
    n += i;
  }
  if (b === 6 || a !== a) return [out.length, p, q.p === p, q.n()];
  return out.length + p.a + q.n() + (p.log === out ? 1 : 0);
});
exercise('pushed by callbacks', (a, b) => {
  const out = [];
  let n = 0;
  [a, b, 3, a, b].forEach((x, i) => {
    for (let k = 0; k < i; k++) out.push(x);
    n += out.length;
  });
  return n + out.length;
});
exercise('filtered', (a, b) => {
  let calls = 0;
  const kept = [1, a, 2, b, 3, a, 4].filter((x) => {
    calls++;
    return x > 1;
  });
  return kept.length * 10 + calls;
});
