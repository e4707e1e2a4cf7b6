'use strict';
// Coroutines in native code: resumptions that lead into the middle of loops, every mode of resumption, delegation, results
// that are handed out, frames of many registers, async functions and async generators, and generators left by for-of.

const log = [];
let sum = 0;
function mix(x) {
  sum = (Math.imul(sum, 31) + (x | 0)) | 0;
  return x;
}

// Loops that go round without and with yields; a yield in the middle of the inner one.
function* grid(n, p) {
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      if (p(i, k)) {
        const got = yield i * n + k;
        if (got === 3) continue;
        if (got === 5) break;
      }
      mix(k);
    }
    mix(i);
  }
  return n;
}
// A loop in front of the yield, one behind it, and a branch out of both.
function* mixed(list) {
  let total = 0;
  outer: for (const x of list) {
    for (let j = 0; j < 3; j++) total += j;
    const y = yield total;
    while (total > 100) {
      total -= x + 7;
      if (total % 11 === 0) continue outer;
    }
    if (y) total += y;
    do total++;
    while (total % 3 !== 0);
  }
  return total;
}
function* careful(n) {
  let done = 0;
  try {
    for (let i = 0; i < n; i++) {
      try {
        done += yield i;
      } catch (e) {
        mix(e);
        yield -1;
      } finally {
        mix(done);
      }
    }
  } finally {
    yield 'last';
    log.push(done | 0);
  }
}
// Many values alive over the yield, of all kinds.
function* wide(a, b = a + 1, c = [a, b], d = { a }, e = 1.5) {
  let f = a * e, g = `${a}`, h = null, k = -0;
  for (let i = 0; ; i++) {
    const v = yield f + i;
    f += e;
    k = -k;
    h = { v, h: h && h.v };
    mix(c[i & 1] + d.a + g.length);
    if (i === 5) return [f, g, h.h, Object.is(k, -0), b];
  }
}
const iterable = {
  [Symbol.iterator]() {
    let n = 0;
    return { next: (v) => ({ value: v === undefined ? n : v, done: ++n > 4 }), return: (v) => ({ value: v, done: true }) };
  },
};
function* inner(n) {
  const r = yield n;
  yield r;
  return n * 2;
}
function* outerStar(n) {
  const r = yield* inner(n);
  yield* [r, r + 1];
  yield* iterable;
  yield* new Set([1, 2]);
  for (const x of iterable) if (x === 2) break;
  return yield* inner(r);
}
function rest(...args) {
  return (function* (...more) {
    for (const a of args) yield a + more.length + arguments.length;
  })(...args, 1);
}

function drive(g, sends) {
  const seen = [];
  let i = 0;
  try {
    for (let r = g.next(); ; ) {
      seen.push(r.done ? [r.value] : r.value);
      if (r.done) break;
      const s = sends[i++ % sends.length];
      if (s === 'throw') r = g.throw(i);
      else if (s === 'return') r = g.return(i);
      else r = g.next(s);
    }
  } catch (e) {
    seen.push(`caught ${e}`);
  }
  return JSON.stringify(seen);
}

const evens = (i, k) => (i + k) % 2 === 0;
for (let round = 0; round < 40; round++) {
  drive(grid(4, evens), [1, 3, 5, 2]);
  drive(mixed([5, 9, 30]), [0, 40, 60]);
  drive(careful(4), [1, 2]);
  drive(wide(round), [1, 'x', undefined]);
  drive(outerStar(round), [round]);
  for (const x of grid(3, () => true)) mix(x);
  for (const x of rest(1, 2, 3)) mix(x);
  for (const x of careful(3)) if (x === 1) break;
  const [p, q] = inner(round);
  mix(p + (q | 0));
  mix([...mixed([1, 2]), ...grid(2, evens)].length);
}
print(drive(grid(4, evens), [1, 3, 5, 2]), sum);
print(drive(mixed([5, 9, 30]), [0, 40, 60]), sum);
print(drive(careful(4), [1, 'throw', 2]), drive(careful(4), [1, 'return']), drive(careful(4), [1, 'return', 'throw']), sum);
print(drive(wide(7), [1, 'x']), drive(outerStar(2), [8, 9]), drive(outerStar(2), [8, 'throw']), drive(outerStar(2), [8, 9, 'return']), sum);
print(log.length, log.slice(-5).join());

// Errors of resumption.
function* self() {
  try {
    it.next();
  } catch (e) {
    yield e.name;
  }
}
const it = self();
print(drive(it, [0]));
function* deep(n) {
  yield n;
  if (n > 0) yield* deep(n - 1);
}
let depth = 0;
for (const x of deep(60)) depth += x;
print(depth);
function* bottomless() {
  yield* bottomless();
}
try {
  bottomless().next();
} catch (e) {
  print(e.name);
}

// Async functions and generators.
const order = [];
async function steps(name, n) {
  let s = 0;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < 3; k++) {
      if (k === i % 3) continue;
      s += await (k === 1 ? i : Promise.resolve(k));
    }
    if (i % 7 === 6) {
      try {
        await Promise.reject(i);
      } catch (e) {
        s += e;
      } finally {
        order.push(`${name}${i}`);
      }
    }
  }
  return s;
}
async function* ticks(n) {
  for (let i = 0; i < n; i++) {
    const got = yield i % 4 === 3 ? Promise.resolve(i) : i;
    if (got) mix(await got);
  }
  return 'end';
}
async function collect(n) {
  let t = 0;
  for await (const x of ticks(n)) t += x;
  for await (const x of [1, Promise.resolve(2)]) t += x;
  const g = ticks(3);
  await g.next();
  t += (await g.next(5)).value;
  t += (await g.return(4)).value;
  return t;
}
const none = async () => {};
const plain = async (x) => x;
const thenable = { then: (f) => f(6) };
async function main() {
  let total = 0;
  for (let round = 0; round < 30; round++) {
    const [a, b] = await Promise.all([steps('a', 8), steps('b', round % 9)]);
    total += a + b + (await collect(6)) + (await plain(thenable)) + ((await none()) === undefined ? 1 : 0);
    try {
      await (async () => {
        if (round % 2) throw new RangeError('odd');
        return await Promise.reject('even');
      })();
    } catch (e) {
      total += String(e).length;
    }
  }
  return total;
}
main().then((v) => print(v, order.length, sum));
// Fuel may end exactly where a generator does: the loop over it has had its last value then.
{
  const once = function* (x) { yield x; };
  const nested = function* (x) { yield* once(x); };
  let n = 0;
  for (let i = 0; i < 6000; i++) {
    for (const x of once(i)) n += x === i ? 1 : 1e6;
    for (const x of nested(i)) n += x === i ? 1 : 1e6;
  }
  print(n);
}
