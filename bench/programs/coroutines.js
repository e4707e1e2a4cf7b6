'use strict';
// Generators, delegation, async functions and promises: lazy sequences, a round-robin scheduler, a tree walker,
// an async pipeline with a bounded channel, Promise combinators and thenables.
// bench: small=1 normal=32 long=380
const SIZE = 32; // bench:size

function* range(from, to, step = 1) {
  for (let i = from; i < to; i += step) yield i;
}
function* mapped(source, f) {
  for (const x of source) yield f(x);
}
function* kept(source, p) {
  for (const x of source) if (p(x)) yield x;
}
function* taken(source, n) {
  if (n <= 0) return;
  for (const x of source) {
    yield x;
    if (--n === 0) return;
  }
}
function* naturals() {
  let n = 1;
  for (;;) {
    const jump = yield n;
    n = jump ?? n + 1;
  }
}
function* primes() {
  const found = [];
  for (const n of naturals()) {
    if (n < 2) continue;
    let prime = true;
    for (const p of found) {
      if (p * p > n) break;
      if (n % p === 0) {
        prime = false;
        break;
      }
    }
    if (prime) {
      found.push(n);
      yield n;
    }
  }
}

class Tree {
  constructor(value, left, right) {
    this.value = value;
    this.left = left;
    this.right = right;
  }
  static build(lo, hi) {
    if (lo >= hi) return null;
    const mid = (lo + hi) >> 1;
    return new Tree(mid, Tree.build(lo, mid), Tree.build(mid + 1, hi));
  }
  *[Symbol.iterator]() {
    if (this.left !== null) yield* this.left;
    yield this.value;
    if (this.right !== null) yield* this.right;
  }
}

function* worker(id, jobs, log) {
  let done = 0;
  try {
    while (jobs > 0) {
      const slice = yield id;
      jobs -= slice;
      done++;
    }
    return done;
  } finally {
    log.push(id * 100 + done);
  }
}

function schedule(count) {
  const log = [];
  let queue = Array.from(range(0, count), (id) => {
    const w = worker(id, 5 + ((id * 13) % 11), log);
    w.next();
    return w;
  });
  let ticks = 0;
  while (queue.length > 0) {
    const next = [];
    for (const w of queue) {
      ticks++;
      if (ticks % 29 === 0) {
        w.return(0);
        continue;
      }
      if (!w.next(1 + (ticks % 3)).done) next.push(w);
    }
    queue = next;
  }
  return log.reduce((a, x) => (Math.imul(a, 7) + x) | 0, ticks);
}

class Channel {
  constructor(capacity) {
    this.capacity = capacity;
    this.buffer = [];
    this.readers = [];
    this.writers = [];
    this.closed = false;
  }
  async send(value) {
    while (this.buffer.length >= this.capacity) await new Promise((resolve) => this.writers.push(resolve));
    this.buffer.push(value);
    this.readers.shift()?.();
  }
  async receive() {
    while (this.buffer.length === 0) {
      if (this.closed) return undefined;
      await new Promise((resolve) => this.readers.push(resolve));
    }
    const v = this.buffer.shift();
    this.writers.shift()?.();
    return v;
  }
  close() {
    this.closed = true;
    for (const r of this.readers) r();
  }
}

async function produce(channel, from, to) {
  for (const i of range(from, to)) await channel.send(i);
}
async function consume(channel, log) {
  let sum = 0;
  for (;;) {
    const v = await channel.receive();
    if (v === undefined) break;
    if (v % 50 === 49) {
      try {
        await Promise.reject(new RangeError(`${v}`));
      } catch (e) {
        log.push(e.message);
      }
    }
    sum += v;
  }
  return sum;
}

async function pipeline(n) {
  const channel = new Channel(4);
  const log = [];
  const consumers = [consume(channel, log), consume(channel, log), consume(channel, log)];
  await Promise.all([produce(channel, 0, n), produce(channel, n, 2 * n)]);
  channel.close();
  const sums = await Promise.all(consumers);
  return sums.reduce((a, b) => a + b, 0) * 10 + log.length;
}

async function combinators(n) {
  const delay = async (ticks, value) => {
    for (let i = 0; i < ticks; i++) await null;
    return value;
  };
  const settled = await Promise.allSettled(Array.from(range(0, n), (i) => (i % 4 === 0 ? Promise.reject(i) : delay(i % 5, i))));
  const sum = settled.reduce((a, s) => a + (s.status === 'fulfilled' ? s.value : -s.reason), 0);
  const first = await Promise.race([delay(5, 'slow'), delay(1, 'fast'), delay(3, 'middle')]);
  const thenable = { then: (resolve) => resolve(delay(2, 11)) };
  return `${sum}${first}${await thenable}`;
}

async function main() {
  let checksum = 0;
  let text = '';
  for (let round = 0; round < SIZE; round++) {
    for (const p of taken(primes(), 120)) checksum = (checksum * 31 + p) | 0;
    const chain = kept(mapped(range(0, 3000, 2), (x) => x * x + round), (x) => x % 3 === 0);
    for (const x of taken(chain, 300)) checksum = (checksum + x) | 0;
    for (const v of Tree.build(0, 500)) checksum = (checksum * 3 + v) | 0;
    checksum = (checksum + schedule(24)) | 0;
    const n = naturals();
    n.next();
    for (let i = 0; i < 300; i++) checksum = (checksum + n.next(i % 10 === 0 ? i : undefined).value) | 0;
    checksum = (checksum + (await pipeline(150))) | 0;
    text = await combinators(60);
  }
  return `coroutines ${checksum} ${text}`;
}

main().then(print, (e) => print(`failed ${e}`));
