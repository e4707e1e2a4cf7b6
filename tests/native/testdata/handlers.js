// Exceptions that native code handles: its own, those of native and interpreted callees, of leaves and of the driver.
const E = new Error('kept');
let log = [];
const mix = v => { log.push(v); if (log.length > 40) log = [log.reduce((a, b) => a + '|' + String(b), '').length, v]; };

// In the same function: plain, nested, with finally, rethrown.
function same(n) {
  let s = 0, a = 1;
  for (let i = 0; i < n; i++) {
    a = i * 2;
    try {
      if (i % 3 === 0) throw i;
      a += 1;
      if (i % 7 === 1) throw E;
      s += 1;
    } catch (e) {
      s += e === E ? 100 : e + a;
    }
  }
  return s;
}
function nested(n) {
  let s = 0;
  outer: for (let i = 0; i < n; i++) {
    try {
      try {
        try {
          if (i % 3 === 0) throw i;
          if (i % 5 === 1) throw new RangeError('r' + i);
          s += 1;
        } finally {
          s += 2;
          if (i % 17 === 3) continue outer;
        }
      } catch (e) {
        if (e % 2 === 0) throw e + 1;
        if (e instanceof RangeError && i % 4 === 1) throw e;
        s += 3;
      }
    } catch (e) {
      s += typeof e === 'number' ? e & 7 : e.message.length;
    }
  }
  return s;
}

// Out of callees: inlined, native with loops, recursive, constructors, accessors, methods of the library.
function small(i) { if (i % 4 === 1) throw E; return i; }
function loops(i) { let t = 0; for (let k = 0; k < 3; k++) t += k; if (i % 2) throw t + i; return t; }
function deep(d, i) { if (d === 0) { if (i % 3) throw 'deep' + i; return 1; } return deep(d - 1, i) + 1; }
function own(i) { try { return loops(i); } catch (e) { if (i % 5 === 0) throw e; return -e; } finally { mix(i & 1); } }
class Box {
  #v;
  constructor(v) { if (v % 6 === 2) throw new TypeError('box'); this.#v = v; }
  get v() { if (this.#v % 5 === 0) throw this.#v; return this.#v; }
  set v(x) { if (x < 3) throw x; this.#v = x; }
  static of(x) { return new Box(x); }
}
class Sub extends Box { constructor(v) { super(v); if (v === 9) throw this; } }
const things = [null, { x: { y: 1 } }, {}, undefined, { x: { y: 2.5 } }, 7];
const callbacks = [x => x + 1, x => { if (x & 1) throw x; return x; }, 5, x => { throw E; }];
const kinds = [
  i => small(i), i => loops(i), i => deep(i % 6, i), i => own(i), i => new Box(i).v, i => { const b = Box.of(i); b.v = i % 7; return b.v; },
  i => new Sub(i % 11) ? 1 : 0, i => things[i % 6].x.y, i => callbacks[i % 4](i), i => JSON.parse(['1', '{', '"x"', '[1,]'][i % 4]).length,
  i => [1, 2, 3].map(x => { if (x === i % 5) throw x; return x; }).length, i => BigInt(i * 0.5), i => Symbol.iterator + i, i => { E.message = 1; E.message = 'kept'; return undefinedName; },
  i => { const k = 1; const f = () => { k = i; }; f(); }, i => Reflect.construct(Box, [i]).v, i => [3, 1, 2].sort((a, b) => { if (i % 3 === 0) throw a; return a - b; })[0],
  i => 'abc'.repeat(i % 4 - 2).length, i => new Array(i % 3 - 1).length, i => small.apply(null, [i]), i => small.call(null, i), i => ({ valueOf() { if (i & 1) throw i; return i; } }) * 2,
  i => `${{ toString() { if (i % 3) throw i; return 't'; } }}`.length, i => { let t = 0; for (const x of [1, 2, 3]) { if (x === i % 4) throw x; t += x; } return t; },
];
function calls(f, n) {
  let s = 0, last = 0, at = -1;
  for (let i = 0; i < n; i++) {
    let b = i * 0.5;
    try {
      last = i;
      const r = f(i);
      b += 1;
      s += Number(r) || 0;
      at = i;
    } catch (e) {
      s += b + (typeof e === 'object' ? (e.name ?? 'none').length : Number(e) || 1);
      mix(last - at);
    } finally {
      s += 1;
    }
  }
  return s;
}

// With windows of arguments, live values of all kinds, and loops around.
function values(n) {
  let int = 0, dbl = 0.5, str = 'a', obj = { p: 1 }, und, bool = true;
  const out = [];
  for (let i = 0; i < n; i++) {
    let o = { i, q: i * 2 };
    try {
      int = i | 0; dbl = i / 3; str = 'a' + (i & 3); obj = { p: i }; und = i & 1 ? undefined : i; bool = i % 3 === 0;
      o.q = loops(i) + loops(i + 1) * small(i);
      int += 1;
      o.i = deep(2, i);
    } catch (e) {
      out[i % 10] = [int, dbl, str, obj.p, und, bool, o.i, o.q, typeof e];
      o = null;
    }
    if (o !== null) mix(o.q);
  }
  return out.map(x => x && x.join()).join(';');
}
const many = (a, b, c, ...rest) => { if (rest.length > 1 && rest[1] === a) throw rest; return a + b + c + rest.length; };
function spread(n) {
  let s = 0;
  for (let i = 0; i < n; i++) {
    try { s += many(i & 3, 1, 2, ...[4, i & 7, 9].slice(i & 1)); } catch (e) { s += e[0] * 10 + e.length; }
    try { s += many(i & 3, 1, 2, 3, i & 1); } catch (e) { s -= e.length; }
  }
  return s;
}

// Iterators and generators are closed.
class Range {
  constructor(n, bad) { this.n = n; this.bad = bad; this.closed = 0; }
  [Symbol.iterator]() { this.i = 0; return this; }
  next() { if (this.i === this.bad) throw new RangeError('next'); return { value: this.i++, done: this.i > this.n }; }
  return() { this.closed++; if (this.n === 4) throw 'return'; return {}; }
}
function* gen(n) { let k = 0; try { for (; k < n; k++) { try { k += (yield k) | 0; } catch (e) { if (e === 'out') throw e; k++; } } } finally { mix('g' + k); } return k; }
function iterate(n) {
  let s = 0;
  const ranges = [new Range(3, -1), new Range(4, -1), new Range(9, 5), [1, 2, 3], new Set([4, 5]), 'xyz', new Map([[1, 2]])];
  for (let i = 0; i < n; i++) {
    try {
      for (const x of ranges[i % 7]) { if (x === i % 5) throw x; s += Number(x) || 1; if (x === 4) break; }
      const [a, b] = ranges[(i + 1) % 7];
      s += Number(b) || 2;
    } catch (e) { s += e === 'return' ? 50 : e instanceof RangeError ? 70 : 5; }
    const g = gen(6);
    try {
      for (const x of g) { if (x === i % 9) throw x; s += x; }
    } catch (e) { s += e; }
    const h = gen(5);
    h.next();
    for (let k = 0; k < 4; k++) {
      try { s += h.throw(k === i % 6 ? 'out' : k).value | 0; } catch (e) { s += 1000; break; }
    }
  }
  return s + ranges[0].closed + ranges[1].closed;
}
function* delegate(i) { try { const r = yield* gen(4); yield r; } catch (e) { yield 'c' + e; } finally { mix('d'); } }
function delegates(n) {
  let s = '';
  for (let i = 0; i < n; i++) {
    const d = delegate(i);
    d.next();
    try { s += d.throw(i & 1 ? 'out' : 1).value; s += d.next(2).value; if (i % 3 === 0) d.return(4); } catch (e) { s += e; }
    if (s.length > 30) s = s.slice(20);
  }
  return s;
}

// Limits: of the stack, caught natively; where the message says where.
function endless(n) { return n + endless(n + 1); }
function overflows(n) {
  let s = 0;
  for (let i = 0; i < n; i++) {
    try { endless(0); } catch (e) { s += e instanceof RangeError ? 1 : 100; }
  }
  return s;
}

// Error objects made on the way, and what is thrown through library functions.
class Fail extends Error { constructor(m, at) { super(m); this.at = at; } get name() { return 'Fail'; } }
function parse(s) {
  let i = 0;
  const fail = m => { throw new Fail(m, i); };
  const atom = () => { if (s[i] === '(') { i++; const v = sum(); if (s[i++] !== ')') fail('paren'); return v; } if (s[i] >= '0' && s[i] <= '9') return Number(s[i++]); return fail('atom'); };
  const sum = () => { let v = atom(); while (s[i] === '+') { i++; v += atom(); } return v; };
  const v = sum();
  return i === s.length ? v : fail('end');
}
function parses(n) {
  let s = 0;
  for (let i = 0; i < n; i++) {
    try { s += parse(['1+2', '(1', '2)', '(1+(2+3))', '', '+'][i % 6]); } catch (e) { if (!(e instanceof Fail)) throw e; s += e.at + e.message.length; }
  }
  return s;
}
let asyncs = 0;
async function maybe(i) { if (i & 1) throw i; return i; }
async function awaits(n) {
  let s = 0;
  for (let i = 0; i < n; i++) { try { s += await maybe(i); if (i % 10 === 4) throw new Fail('a', i); } catch (e) { s -= e.at ?? e; } finally { asyncs++; } }
  return s;
}

print(same(300), nested(300));
for (let round = 0; round < 3; round++) for (const [k, f] of kinds.entries()) print(k, calls(f, 60));
print(values(200));
print(spread(200), iterate(150), delegates(100), overflows(6), parses(200));
print(log.length, log[0]);
awaits(80).then(v => print('async', v, asyncs));
