'use strict';
// Promises and async functions: the order of jobs, await in every position, combinators, thenables, subclasses,
// async generators and for-await. Everything logs into one list, printed when the queue is nearly dry.

const log = [];
const note = (s) => {
  log.push(s);
};
const sections = [];
const section = (name, body) => sections.push([name, body]);
const describe = (e) => (e instanceof Error ? `${e.constructor.name}(${e.message})` : String(e));
const ticks = async (n) => {
  while (n-- > 0) await null;
};

section('order of jobs', async () => {
  note('sync 1');
  Promise.resolve().then(() => note('then 1')).then(() => note('then 2')).then(() => note('then 3'));
  (async () => {
    note('async body');
    await null;
    note('after await 1');
    await null;
    note('after await 2');
  })();
  new Promise((resolve) => {
    note('executor');
    resolve('x');
    note('after resolve');
  }).then((v) => note(`resolved ${v}`));
  note('sync 2');
  await ticks(6);
});

section('promise resolved with a promise takes two more jobs', async () => {
  const inner = Promise.resolve('inner');
  new Promise((r) => r(inner)).then(() => note('wrapped'));
  inner.then(() => note('direct 1')).then(() => note('direct 2')).then(() => note('direct 3')).then(() => note('direct 4'));
  await ticks(8);
});

section('await of native promises takes one job', async () => {
  const p = Promise.resolve();
  (async () => {
    await p;
    note('await 1');
    await p;
    note('await 2');
  })();
  p.then(() => note('then 1')).then(() => note('then 2'));
  await ticks(5);
});

section('return of a promise takes three jobs', async () => {
  const f = async () => Promise.resolve('r');
  const g = async () => await Promise.resolve('ra');
  const h = async () => 'v';
  f().then(() => note('return promise'));
  g().then(() => note('return await'));
  h().then(() => note('return value'));
  await ticks(6);
});

section('thenables', async () => {
  const make = (then) => ({ then });
  note(await make((r) => r('plain')));
  note(await make((r) => r(make((r2) => r2('nested')))));
  try {
    await make(() => {
      throw new RangeError('thrown in then');
    });
  } catch (e) {
    note(describe(e));
  }
  note(await make((r) => {
    r('first');
    r('second');
    throw new Error('ignored');
  }));
  try {
    await { get then() { throw new TypeError('getter'); } };
  } catch (e) {
    note(describe(e));
  }
  note(typeof (await { then: 5 }));
  const p = new Promise((_, reject) => reject(make(() => note('a rejection is not unwrapped'))));
  await p.catch((v) => note(typeof v.then));
});

section('resolve functions', async () => {
  let resolve, reject;
  const p = new Promise((a, b) => {
    resolve = a;
    reject = b;
  });
  resolve(1);
  reject(2);
  resolve(3);
  note(await p);
  let selfResolve;
  const self = new Promise((r) => (selfResolve = r));
  selfResolve(self);
  await self.catch((e) => note(e.constructor.name));
  await new Promise((r) => {
    r(7);
    throw new Error('after resolve');
  }).then((v) => note(`kept ${v}`));
  await new Promise(() => {
    throw 'executor';
  }).catch((e) => note(e));
  note([resolve.length, resolve.name === '', resolve() === undefined].join());
});

section('chains', async () => {
  const r = await Promise.reject(new Error('first'))
    .then(() => note('skipped'))
    .catch((e) => {
      note(describe(e));
      return 'recovered';
    })
    .finally((...args) => {
      note(`finally ${args.length}`);
      return 'ignored';
    })
    .then((v) => {
      note(v);
      throw new TypeError('second');
    })
    .finally(() => Promise.resolve().then(() => note('waited for')))
    .then(null, (e) => describe(e))
    .then(undefined)
    .then('not a function');
  note(r);
  await Promise.resolve(1).finally(() => Promise.reject('from finally')).catch((e) => note(e));
  await Promise.reject('original').finally(() => {
    throw 'replaced';
  }).catch((e) => note(e));
});

section('finally ticks', async () => {
  Promise.resolve().finally(() => {}).then(() => note('after finally'));
  Promise.resolve().then(() => note('1')).then(() => note('2')).then(() => note('3')).then(() => note('4')).then(() => note('5'));
  await ticks(8);
});

section('await everywhere', async () => {
  const v = async (x) => x;
  note([await v(1), ...(await v([2, 3])), `${await v('t')}`, (await v({ a: 4 })).a, await (await v(async () => 5))()].join());
  const o = { [await v('key')]: await v('value'), async m() { return (await this.n()) + 1; }, async n() { return 41; } };
  note(`${o.key} ${await o.m()}`);
  let x = 1;
  x += await v(((x = 10), 5));
  note(x);
  const arr = [1, 2, 3];
  arr[await v(1)] = await v('m');
  note(arr.join());
  note((await v(0)) || (await v('or')));
  note((await v(null)) ?? (await v('nullish')));
  note((await v(true)) ? await v('yes') : note('not evaluated'));
  const { a, b = await v('default') } = await v({ a: 1 });
  note(`${a}${b}`);
  for (let i = await v(0); i < (await v(3)); i += await v(1)) note(`loop ${i}`);
  for (const i of await v(['x', 'y'])) note(await v(i));
  let n = 0;
  while (await v(n < 2)) n++;
  do n++; while ((await v(n)) < 5);
  note(n);
  switch (await v(2)) {
    case await v(1):
      note('one');
    case await v(2):
      note('two');
    default:
      note('fell');
  }
  const tag = (s, ...vs) => s.join('_') + vs.join('');
  note(tag`a${await v(1)}b${await v(2)}c`);
  note(await (async (p = v('dflt')) => await p)());
  note(await new (class {
    constructor() {
      this.then = undefined;
      this.q = 'constructed';
    }
  })().q);
  label: {
    await null;
    break label;
  }
  note(typeof (await (() => {})));
});

section('exceptions', async () => {
  const fail = async (m) => {
    await null;
    throw new Error(m);
  };
  try {
    await fail('a');
    note('unreached');
  } catch ({ message }) {
    note(`caught ${message}`);
  } finally {
    await null;
    note('finally waits');
  }
  const f = async () => {
    try {
      return await fail('b');
    } catch (e) {
      return `handled ${e.message}`;
    } finally {
      note('cleanup');
    }
  };
  note(await f());
  const g = async () => {
    try {
      return fail('not caught inside');
    } catch {
      return 'wrong';
    }
  };
  await g().catch((e) => note(e.message));
  const h = async () => {
    for (const i of [1, 2, 3]) {
      try {
        if (i === 2) continue;
        if (i === 3) return `returned ${i}`;
        await fail(i);
      } catch (e) {
        note(`loop ${e.message}`);
      } finally {
        await null;
        note(`finally ${i}`);
      }
    }
  };
  note(await h());
  const early = async (a = (() => {
    throw new TypeError('default');
  })()) => a;
  note(describe(await early().catch((e) => e)));
  note(describe(await (async ({ x }) => x)(null).catch((e) => (e instanceof TypeError ? new TypeError('pattern') : e))));
  const both = await Promise.allSettled([fail('x'), f()]);
  note(both.map((s) => s.status[0] + (s.reason?.message ?? s.value)).join());
});

section('combinators', async () => {
  const later = async (n, v) => {
    await ticks(n);
    return v;
  };
  const bad = async (n, v) => {
    await ticks(n);
    throw new Error(v);
  };
  note((await Promise.all([later(3, 'a'), 'b', later(1, 'c'), { then: (r) => r('d') }])).join());
  note((await Promise.all([])).length);
  note(describe(await Promise.all([later(1, 1), bad(3, 'late'), bad(2, 'soon')]).catch((e) => e)));
  note((await Promise.allSettled([later(2, 1), bad(1, 'x'), 3])).map((r) => Object.entries(r).map(([k, v]) => `${k}=${v instanceof Error ? v.message : v}`).join('/')).join());
  note(await Promise.race([later(3, 'slow'), later(1, 'fast'), bad(2, 'never seen')]));
  note(await Promise.race([bad(1, 'lost race'), later(5, 'x')]).catch((e) => e.message));
  note(await Promise.any([bad(1, 'p'), later(4, 'any'), bad(2, 'q')]));
  const none = await Promise.any([bad(2, 'second'), bad(1, 'first')]).catch((e) => e);
  note(`${none.constructor.name} ${none.errors.map((e) => e.message).join()} ${none instanceof AggregateError}`);
  note((await Promise.any([]).catch((e) => e)).errors.length);
  let raced = false;
  Promise.race([]).then(() => (raced = true));
  await ticks(5);
  note(`race of nothing ${raced}`);
  note(await Promise.all(new Map([['k', Promise.resolve(1)]])).then((r) => r.flat().length));
  note(await Promise.all(1).catch((e) => e.constructor.name));
  const values = await Promise.all([1, 2, 3].map(async (x) => (await later(4 - x, x)) ** 2));
  note(values.join());
});

section('subclass', async () => {
  class Traced extends Promise {
    static count = 0;
    constructor(executor) {
      super(executor);
      Traced.count++;
    }
    then(a, b) {
      note('then');
      return super.then(a, b);
    }
  }
  const p = Traced.resolve(1);
  const q = p.then((x) => x + 1);
  note([p instanceof Traced, q instanceof Traced, Traced.resolve(p) === p, Promise.resolve(p) === p, Traced.count].join());
  note(await q);
  note(Traced.all([p]) instanceof Traced);
  note((async () => {})() instanceof Traced);
  class Plain extends Promise {
    static get [Symbol.species]() {
      return Promise;
    }
  }
  note(Plain.resolve().then() instanceof Plain);
  await q;
});

section('async generators', async () => {
  async function* count(n) {
    try {
      for (let i = 0; i < n; i++) {
        await null;
        const sent = yield i;
        if (sent) note(`sent ${sent}`);
      }
      return 'end';
    } finally {
      await null;
      note('generator finally');
    }
  }
  for await (const i of count(3)) note(i);
  const g = count(5);
  const results = await Promise.all([g.next(), g.next('x'), g.next('y')]);
  note(results.map((r) => r.value).join());
  note(JSON.stringify(await g.return('stopped')));
  note(JSON.stringify(await g.next()));
  const h = count(2);
  await h.next();
  note(await h.throw(new Error('in')).catch((e) => e.message));
  note(JSON.stringify(await h.next()));
  for await (const i of count(9)) if (i === 1) break;
  async function* delegate() {
    const r = yield* count(1);
    note(`delegate got ${r}`);
    yield* [Promise.resolve('from array'), 'plain'];
    yield Promise.resolve('awaited');
    try {
      yield Promise.reject(new Error('rejected yield'));
    } catch (e) {
      note(`inside ${e.message}`);
    }
    return Promise.resolve('returned');
  }
  const d = delegate();
  for (let r = await d.next(); ; r = await d.next()) {
    note(JSON.stringify(r));
    if (r.done) break;
  }
  const never = count(1);
  note(JSON.stringify(await never.return(Promise.resolve('unstarted'))));
  note(Object.prototype.toString.call(never));
});

section('for await', async () => {
  for await (const x of [Promise.resolve(1), 2, (async () => 3)()]) note(x);
  const source = {
    [Symbol.asyncIterator]() {
      let i = 0;
      return {
        async next() {
          return { value: i++, done: i > 4 };
        },
        async return(v) {
          note('return called');
          return {};
        },
      };
    },
  };
  for await (const x of source) {
    if (x === 1) continue;
    if (x === 2) break;
    note(x);
  }
  await (async () => {
    for await (const x of source) return x;
  })();
  try {
    for await (const x of source) throw new Error(`body ${x}`);
  } catch (e) {
    note(e.message);
  }
  try {
    for await (const x of [1, Promise.reject(new Error('element'))]) note(x);
  } catch (e) {
    note(e.message);
  }
  outer: for await (const a of ['a', 'b']) {
    for await (const b of [1, 2]) {
      if (b === 2) continue outer;
      note(a + b);
    }
  }
  for await (const [k, { v = 'none' }] of new Map([['k', { v: 1 }], ['l', {}]])) note(k + v);
  note(await (async () => {
    try {
      for await (const x of 5);
    } catch (e) {
      return e.constructor.name;
    }
  })());
});

section('interleaving', async () => {
  const worker = async (name, n) => {
    for (let i = 0; i < n; i++) {
      note(name + i);
      await null;
    }
    return name;
  };
  note((await Promise.all([worker('a', 3), worker('b', 2), worker('c', 4)])).join(''));
});

section('mutex and queue', async () => {
  class Mutex {
    #tail = Promise.resolve();
    run(f) {
      const result = this.#tail.then(() => f());
      this.#tail = result.then(() => {}, () => {});
      return result;
    }
  }
  const m = new Mutex();
  let shared = 0;
  const add = (n) => m.run(async () => {
    const before = shared;
    await ticks(n);
    shared = before + n;
    if (n === 2) throw new Error('two');
    return shared;
  });
  note((await Promise.allSettled([add(3), add(2), add(1)])).map((r) => r.value ?? r.reason.message).join());
  class AsyncQueue {
    #items = [];
    #waiting = [];
    #closed = false;
    push(v) {
      const w = this.#waiting.shift();
      if (w) w({ value: v, done: false });
      else this.#items.push(v);
    }
    close() {
      this.#closed = true;
      for (const w of this.#waiting.splice(0)) w({ value: undefined, done: true });
    }
    [Symbol.asyncIterator]() {
      return {
        next: () => {
          if (this.#items.length) return Promise.resolve({ value: this.#items.shift(), done: false });
          if (this.#closed) return Promise.resolve({ value: undefined, done: true });
          return new Promise((r) => this.#waiting.push(r));
        },
      };
    }
  }
  const q = new AsyncQueue();
  const consumer = (async () => {
    const seen = [];
    for await (const x of q) seen.push(x);
    return seen.join();
  })();
  q.push(1);
  await ticks(3);
  q.push(2);
  q.push(3);
  await ticks(3);
  q.close();
  note(await consumer);
});

section('retry and timeouts by ticks', async () => {
  const retry = async (f, times) => {
    const errors = [];
    for (let i = 1; i <= times; i++) {
      try {
        return await f(i);
      } catch (e) {
        errors.push(e);
      }
    }
    throw new AggregateError(errors, `failed ${times} times`, { cause: errors[0] });
  };
  note(await retry(async (i) => {
    if (i < 3) throw new Error(`try ${i}`);
    return `worked at ${i}`;
  }, 5));
  const e = await retry(async (i) => {
    throw new Error(`e${i}`);
  }, 2).catch((x) => x);
  note(`${e.message} ${e.errors.length} ${e.cause.message}`);
  const withLimit = (p, n) => Promise.race([p, ticks(n).then(() => Promise.reject(new Error('too late')))]);
  note(await withLimit(ticks(2).then(() => 'in time'), 20));
  note(await withLimit(ticks(50), 5).catch((x) => x.message));
});

section('a tree of tasks', async () => {
  const tree = { name: 'root', children: [{ name: 'a', children: [{ name: 'a1', children: [] }, { name: 'a2', children: [] }] }, { name: 'b', children: [{ name: 'b1', children: [] }] }] };
  const visit = async ({ name, children }, depth = 0) => {
    note(`${'-'.repeat(depth)}${name}`);
    const sizes = await Promise.all(children.map((c) => visit(c, depth + 1)));
    note(`${'-'.repeat(depth)}/${name}`);
    return sizes.reduce((a, b) => a + b, 1);
  };
  note(await visit(tree));
  async function* walk(node) {
    yield node.name;
    for (const c of node.children) yield* walk(c);
  }
  const names = [];
  for await (const n of walk(tree)) names.push(n);
  note(names.join(' '));
});

section('many', async () => {
  let sum = 0;
  await Promise.all(Array.from({ length: 500 }, async (_, i) => {
    await ticks(i % 7);
    sum += i;
  }));
  note(sum);
  let p = Promise.resolve(0);
  for (let i = 1; i <= 300; i++) p = p.then((x) => x + i);
  note(await p);
  const recurse = async (n) => (n === 0 ? 0 : 1 + (await recurse(n - 1)));
  note(await recurse(300));
});

async function main() {
  for (const [name, body] of sections) {
    note(`== ${name}`);
    try {
      await body();
    } catch (e) {
      note(`section failed: ${describe(e)}`);
    }
  }
}
main().then(() => {
  print(log.join('\n'));
  print(`lines ${log.length}`);
});
