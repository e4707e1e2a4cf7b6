'use strict';
// Generators and iterators: next, throw and return at every point, delegation, infinite sequences, two-way
// communication, generator methods, own iterator protocols, and programs built on them.

const show = (label, ...values) => print(`${label}: ${values.map(text).join(' ')}`);
function text(v) {
  if (typeof v === 'string') return v;
  if (typeof v === 'function') return 'function';
  if (typeof v === 'symbol') return v.toString();
  if (Array.isArray(v)) return `[${Array.from(v, text).join(', ')}]`;
  if (v !== null && typeof v === 'object') return `{${Object.entries(v).map(([k, x]) => `${k}: ${text(x)}`).join(', ')}}`;
  return String(v);
}
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e instanceof Error ? e.constructor.name : `thrown ${text(e)}`;
  }
};
const step = ({ value, done }) => `${text(value)}${done ? '.' : ''}`;

// ---- basics ----
{
  const log = [];
  function* g(a, b = (log.push('default'), 2)) {
    log.push(`start ${a}${b}`);
    const x = yield 'one';
    log.push(`x=${x}`);
    const y = (yield 'two') + (yield 'three');
    log.push(`y=${y}`);
    return 'done';
  }
  const it = g(1);
  show('nothing runs before next', log.splice(0));
  show('protocol', step(it.next('ignored')), step(it.next('X')), step(it.next(10)), step(it.next(20)), step(it.next()), step(it.next('more')));
  show('log', log.splice(0));
  show('identity', it[Symbol.iterator]() === it, Object.prototype.toString.call(it), typeof it.next, it instanceof g, Object.getPrototypeOf(it) === g.prototype);
  show('no constructor', attempt(() => new g()), 'prototype' in g, Reflect.ownKeys(g.prototype).length, Object.getOwnPropertyNames(g).sort());
  show('empty', step((function* () {})().next()), [...(function* () {})()], step((function* () { return 5; })().next()));
  show('return value is not iterated', [...(function* () { yield 1; return 2; })()]);
  show('running already', attempt(() => { const it = (function* () { it.next(); yield 1; })(); it.next(); }));
  show('this and arguments', [...(function* () { yield this.v; yield arguments.length; yield* arguments; }).call({ v: 'this' }, 'a', 'b')]);
  show('wrong receiver', attempt(() => it.next.call({})), attempt(() => it.return.call(1)));
}

// ---- throw and return ----
{
  const log = [];
  function* guarded() {
    try {
      yield 1;
      yield 2;
    } catch (e) {
      log.push(`caught ${e}`);
      yield 'from catch';
    } finally {
      log.push('finally');
      yield 'from finally';
      log.push('after');
    }
    return 'end';
  }
  let it = guarded();
  it.next();
  show('throw into try', step(it.throw('E')), step(it.next()), step(it.next()), step(it.next()), log.splice(0));
  it = guarded();
  it.next();
  show('return into try', step(it.return('R')), step(it.next()), step(it.next()), log.splice(0));
  it = guarded();
  show('return before start', step(it.return('R')), step(it.next()), log.splice(0));
  it = guarded();
  show('throw before start', attempt(() => it.throw('T')), step(it.next()), log.splice(0));
  it = guarded();
  [...it];
  show('after the end', step(it.return('R')), attempt(() => it.throw('T')), log.splice(0));
  it = guarded();
  it.next();
  it.return('first');
  show('return twice', step(it.return('second')), step(it.next()), log.splice(0));
  it = guarded();
  it.next();
  it.throw('a');
  show('throw in catch', step(it.return('b')), attempt(() => it.throw('c')), step(it.next()), log.splice(0));
  function* overriding() {
    try {
      yield 1;
    } finally {
      return 'overridden';
    }
  }
  it = overriding();
  it.next();
  show('finally returns', step(it.throw('lost')), step(it.next()));
  function* loops() {
    for (let i = 0; ; i++) {
      try {
        yield i;
      } catch (e) {
        log.push(e);
        if (e === 'stop') break;
      } finally {
        if (i === 2) continue;
      }
    }
    return 'left';
  }
  it = loops();
  it.next();
  show('in loops', step(it.throw('go')), step(it.next()), step(it.return('refused by continue')), step(it.throw('stop')), log.splice(0));
  function* nested() {
    try {
      try {
        yield 'a';
      } finally {
        yield 'b';
        throw 'inner';
      }
    } catch (e) {
      yield `c ${e}`;
    }
  }
  it = nested();
  it.next();
  show('nested finally', step(it.return('x')), step(it.next()), step(it.next()));
}

// ---- delegation ----
{
  const log = [];
  function* inner() {
    try {
      const got = yield 'i1';
      log.push(`got ${got}`);
      yield 'i2';
      return 'inner result';
    } catch (e) {
      log.push(`inner caught ${e}`);
      yield 'recovered';
    } finally {
      log.push('inner finally');
    }
  }
  function* outer() {
    try {
      log.push(`result ${yield* inner()}`);
      yield 'after';
    } finally {
      log.push('outer finally');
    }
  }
  let it = outer();
  show('next', step(it.next()), step(it.next('S')), step(it.next()), step(it.next()), log.splice(0));
  it = outer();
  it.next();
  show('throw', step(it.throw('E')), step(it.next()), step(it.next()), log.splice(0));
  it = outer();
  it.next();
  show('return', step(it.return('R')), step(it.next()), log.splice(0));
  const custom = (methods) => ({ [Symbol.iterator]: () => ({ next: () => ({ value: 'v', done: false }), ...methods }) });
  const run = (o) => (function* () { return yield* o; })();
  it = run(custom({}));
  it.next();
  show('no throw method', attempt(() => it.throw('x')), step(it.next()));
  it = run(custom({ return: () => (log.push('closed'), {}) }));
  it.next();
  show('closed when throw is missing', attempt(() => it.throw('x')), log.splice(0));
  it = run(custom({}));
  it.next();
  show('no return method', step(it.return(5)));
  it = run(custom({ return: (v) => ({ value: `r${v}`, done: false }) }));
  it.next();
  show('return that is not done', step(it.return(1)), step(it.return(2)), step(it.next()));
  it = run(custom({ throw: (e) => ({ value: `handled ${e}`, done: true }) }));
  it.next();
  show('throw that is done', step(it.throw('t')));
  it = run(custom({ return: () => 1 }));
  it.next();
  show('bad result', attempt(() => it.return()));
  const seen = [];
  it = run({ [Symbol.iterator]: () => ({ next: (...a) => (seen.push(a.length, ...a), { done: seen.length > 6, value: 1 }) }) });
  it.next('first');
  it.next('second');
  it.next();
  show('arguments', seen);
  show('yield* of many', [...(function* () { yield* 'ab'; yield* [1, [2]]; yield* new Set([3]); yield* new Map([[4, 5]]); yield* (function* () { yield 6; })(); yield* []; })()]);
  show('not iterable', attempt(() => [...(function* () { yield* 5; })()]), attempt(() => [...(function* () { yield* null; })()]));
  const results = { [Symbol.iterator]: () => ({ next: () => ({ get value() { log.push('value read'); return 1; }, get done() { log.push('done read'); return log.length > 3; } }) }) };
  show('results pass unread', [...run(results)].length, log.splice(0));
  function* deep(n) {
    if (n > 0) yield* deep(n - 1);
    yield n;
  }
  show('deep', [...deep(60)].length, [...deep(4)]);
}

// ---- positions of yield ----
{
  function* everywhere() {
    const o = { [yield 'key']: yield 'value', m: [yield 'e1', ...(yield 'spread')] };
    const t = `${yield 'template'}!`;
    const c = (yield 'test') ? yield 'yes' : yield 'no';
    const call = Math.max(yield 'arg1', ...(yield 'args'));
    const { a = yield 'default' } = yield 'object';
    let x = 1;
    x += yield 'add';
    const logical = (yield 'left') && (yield 'right');
    const n = new (yield 'class')(yield 'new arg');
    delete o[yield 'delete'];
    const f = (v = 3) => v;
    for (let i = yield 'init'; i < (yield 'limit'); i += yield 'step') log.push(i);
    for (const k of yield 'of') log.push(k);
    switch (yield 'switch') {
      case yield 'case':
        log.push('case hit');
    }
    if (yield) log.push('bare');
    throw yield 'throw';
  }
  const log = [];
  const answers = ['K', 'V', 1, [2, 3], 'T', 0, 'N', 4, [9, 5], {}, 'dflt', 5, 1, 'R', Array, 2, 'm', 0, 2, 2, 1, ['p', 'q'], 'S', 'S', true];
  const it = everywhere();
  const asked = [];
  let r = it.next();
  for (const a of answers) {
    asked.push(r.value);
    r = attempt(() => it.next(a));
    if (typeof r === 'string') break;
    while (r.value === 'limit' && log.length > 1) r = it.next(0);
  }
  show('positions', asked);
  show('effects', log, attempt(() => it.throw('out')));
  const precedence = [...(function* () { const v = yield 1, w = yield 2; yield v ?? 'none', w; yield (1, 2); })()];
  show('precedence', precedence);
  const obj = { *gen() { yield* [1, 2]; }, *[Symbol.iterator]() { yield 'it'; }, *'quoted name'() { yield 'q'; }, *5() { yield 5; } };
  show('methods', [...obj.gen()], [...obj], [...obj['quoted name']()], [...obj[5]()], attempt(() => new obj.gen()));
  class C {
    static *s() { yield 's'; }
    *#p() { yield 'private'; }
    *use() { yield* this.#p(); yield* super.toString().slice(0, 2); }
  }
  show('class methods', [...C.s()], [...new C().use()]);
  const closure = [];
  for (const g of [1, 2].map((n) => (function* () { for (let i = 0; i < 2; i++) closure.push(() => n * 10 + i), yield; })())) [...g];
  show('closures', closure.map((f) => f()));
}

// ---- lazy sequences ----
class Seq {
  #source;
  constructor(source) {
    this.#source = source;
  }
  static from(iterable) {
    return new Seq(() => iterable[Symbol.iterator]());
  }
  static iterate(seed, f) {
    return new Seq(function* () {
      for (let x = seed; ; x = f(x)) yield x;
    });
  }
  static range(from = 0, to = Infinity, by = 1) {
    return new Seq(function* () {
      for (let x = from; x < to; x += by) yield x;
    });
  }
  [Symbol.iterator]() {
    return this.#source();
  }
  #then(generator) {
    const self = this;
    return new Seq(() => generator(self));
  }
  map(f) {
    return this.#then(function* (s) {
      let i = 0;
      for (const x of s) yield f(x, i++);
    });
  }
  filter(p) {
    return this.#then(function* (s) {
      for (const x of s) if (p(x)) yield x;
    });
  }
  take(n) {
    return this.#then(function* (s) {
      if (n <= 0) return;
      let left = n;
      for (const x of s) {
        yield x;
        if (--left === 0) return;
      }
    });
  }
  skip(n) {
    return this.#then(function* (s) {
      let left = n;
      for (const x of s) if (left-- <= 0) yield x;
    });
  }
  takeWhile(p) {
    return this.#then(function* (s) {
      for (const x of s) {
        if (!p(x)) return;
        yield x;
      }
    });
  }
  flatMap(f) {
    return this.#then(function* (s) {
      for (const x of s) yield* f(x);
    });
  }
  zip(...others) {
    return this.#then(function* (s) {
      const its = [s, ...others].map((o) => o[Symbol.iterator]());
      try {
        for (;;) {
          const rs = its.map((i) => i.next());
          if (rs.some((r) => r.done)) return;
          yield rs.map((r) => r.value);
        }
      } finally {
        for (const i of its) i.return?.();
      }
    });
  }
  chunk(n) {
    return this.#then(function* (s) {
      let c = [];
      for (const x of s) {
        c.push(x);
        if (c.length === n) {
          yield c;
          c = [];
        }
      }
      if (c.length) yield c;
    });
  }
  scan(f, seed) {
    return this.#then(function* (s) {
      let acc = seed;
      for (const x of s) yield (acc = f(acc, x));
    });
  }
  cycle() {
    return this.#then(function* (s) {
      for (;;) yield* s;
    });
  }
  distinct() {
    return this.#then(function* (s) {
      const seen = new Set();
      for (const x of s) {
        if (!seen.has(x)) {
          seen.add(x);
          yield x;
        }
      }
    });
  }
  reduce(f, seed) {
    let acc = seed;
    for (const x of this) acc = f(acc, x);
    return acc;
  }
  array() {
    return [...this];
  }
}
{
  show('squares', Seq.range(1).map((x) => x * x).filter((x) => x % 2).take(5).array());
  show('powers', Seq.iterate(1, (x) => x * 2).takeWhile((x) => x < 300).array());
  show('zip', Seq.from('abc').zip(Seq.range(), [true, false, true, false]).array());
  show('chunks', Seq.range(0, 7).chunk(3).array(), Seq.from([3, 1, 2]).cycle().skip(1).take(7).array());
  show('scan', Seq.range(1, 6).scan((a, b) => a * b, 1).array(), Seq.from('mississippi').distinct().array().join(''));
  show('flatMap', Seq.range(1, 4).flatMap((n) => Seq.from('x'.repeat(n)).map((c, i) => c + i)).array());
  show('reduce', Seq.range(0, 101).reduce((a, b) => a + b, 0));
  const s = Seq.range(0, 3);
  show('again and again', s.array(), s.array());
  let closed = 0;
  const closing = new Seq(function* () {
    try {
      yield* [1, 2, 3];
    } finally {
      closed++;
    }
  });
  const [a] = closing.map((x) => x * 10);
  for (const x of closing.filter(() => true).take(2)) if (x === 1) break;
  closing.zip([]).array();
  show('closing through the chain', a, closed);
}

// ---- permutations, combinations, partitions ----
function* permutations(items, n = items.length) {
  if (n <= 1) yield items.slice();
  else {
    for (let i = 0; i < n; i++) {
      yield* permutations(items, n - 1);
      const j = n % 2 ? 0 : i;
      [items[n - 1], items[j]] = [items[j], items[n - 1]];
    }
  }
}
function* combinations(items, k, start = 0) {
  if (k === 0) yield [];
  else for (let i = start; i <= items.length - k; i++) for (const rest of combinations(items, k - 1, i + 1)) yield [items[i], ...rest];
}
function* partitions(n, max = n) {
  if (n === 0) yield [];
  for (let k = Math.min(n, max); k > 0; k--) for (const p of partitions(n - k, k)) yield [k, ...p];
}
function* grayCode(n) {
  if (n === 0) yield '';
  else {
    for (const c of grayCode(n - 1)) yield `0${c}`;
    for (const c of [...grayCode(n - 1)].reverse()) yield `1${c}`;
  }
}
function* product(first, ...rest) {
  for (const x of first) {
    if (rest.length === 0) yield [x];
    else for (const r of product(...rest)) yield [x, ...r];
  }
}
show('permutations', [...permutations([1, 2, 3])].map((p) => p.join('')), [...permutations([...'abcd'])].length);
show('combinations', [...combinations([...'abcd'], 2)].map((c) => c.join('')), [...combinations([1, 2, 3, 4, 5, 6], 3)].length);
show('partitions', [...partitions(5)].map((p) => p.join('+')), [...partitions(12)].length);
show('gray', [...grayCode(3)]);
show('product', [...product('ab', [1, 2], 'x')].map((p) => p.join('')));

// ---- coroutines: a scheduler with messages ----
{
  const log = [];
  class Scheduler {
    #ready = [];
    #mail = new Map();
    #waiting = new Map();
    spawn(name, generator) {
      this.#ready.push([name, generator, undefined]);
      this.#mail.set(name, []);
    }
    run() {
      let steps = 0;
      while (this.#ready.length > 0 && steps++ < 1000) {
        const [name, g, input] = this.#ready.shift();
        let r;
        try {
          r = g.next(input);
        } catch (e) {
          log.push(`${name} died: ${e.message}`);
          continue;
        }
        if (r.done) {
          log.push(`${name} ended ${text(r.value)}`);
          continue;
        }
        const { op, to, message } = r.value;
        if (op === 'send') {
          if (this.#waiting.has(to)) {
            this.#ready.push([to, this.#waiting.get(to), { from: name, message }]);
            this.#waiting.delete(to);
          } else this.#mail.get(to).push({ from: name, message });
          this.#ready.push([name, g, true]);
        } else if (op === 'receive') {
          const m = this.#mail.get(name).shift();
          if (m) this.#ready.push([name, g, m]);
          else this.#waiting.set(name, g);
        } else this.#ready.push([name, g, 'resumed']);
      }
      return [steps, [...this.#waiting.keys()]];
    }
  }
  const send = (to, message) => ({ op: 'send', to, message });
  const receive = { op: 'receive' };
  const s = new Scheduler();
  s.spawn('adder', (function* () {
    let total = 0;
    for (;;) {
      const { from, message } = yield receive;
      if (message === 'stop') return total;
      total += message;
      log.push(`adder ${total}`);
      yield send(from, total);
    }
  })());
  for (const [name, list] of [['p', [1, 2]], ['q', [10, 20, 30]]]) {
    s.spawn(name, (function* () {
      const replies = [];
      for (const n of list) {
        yield send('adder', n);
        replies.push((yield receive).message);
      }
      if (name === 'q') yield send('adder', 'stop');
      return replies;
    })());
  }
  s.spawn('faulty', (function* () {
    yield {};
    throw new Error('fault');
  })());
  s.spawn('idle', (function* () {
    yield receive;
  })());
  show('scheduler', ...s.run());
  for (const l of log) show('  ', l);
}

// ---- a tokenizer and a recursive-descent parser as generators ----
{
  function* tokens(s) {
    let i = 0;
    while (i < s.length) {
      if (/\s/.test(s[i])) i++;
      else if (/\d/.test(s[i])) {
        let j = i;
        while (/[\d.]/.test(s[j] ?? '')) j++;
        yield { type: 'num', value: Number(s.slice(i, j)) };
        i = j;
      } else if ('+-*/()^'.includes(s[i])) yield { type: s[i++] };
      else throw new SyntaxError(`at ${i}`);
    }
    yield { type: 'end' };
  }
  function* parser() {
    let t = yield;
    const stack = [];
    const take = function* (type) {
      if (t.type !== type) throw new SyntaxError(`${t.type} for ${type}`);
      t = yield;
    };
    const expr = function* (power) {
      let left;
      if (t.type === 'num') {
        left = t.value;
        t = yield;
      } else if (t.type === '-') {
        t = yield;
        left = -(yield* expr(3));
      } else {
        yield* take('(');
        left = yield* expr(0);
        yield* take(')');
      }
      for (;;) {
        const p = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 }[t.type];
        if (!p || p <= power) return left;
        const op = t.type;
        t = yield;
        const right = yield* expr(op === '^' ? p - 1 : p);
        left = { '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '^': (a, b) => a ** b }[op](left, right);
        stack.push(op);
      }
    };
    const v = yield* expr(0);
    if (t.type !== 'end') throw new SyntaxError('rest');
    return [v, stack.join('')];
  }
  const evaluate = (s) => {
    const p = parser();
    p.next();
    let r;
    for (const t of tokens(s)) r = p.next(t);
    return r.done ? r.value : p.next({ type: 'end' }).value;
  };
  show('parser', ['1 + 2 * 3', '(1+2)*3', '2^3^2', '-2^2', '10/4-1', '8 / (3 - 1) / 2'].map((s) => evaluate(s)));
  show('parse errors', attempt(() => evaluate('1 +')), attempt(() => evaluate('(1')), attempt(() => evaluate('1 $ 2')), attempt(() => evaluate('1 2')));
}

// ---- state machines and simulations ----
{
  function* trafficLight() {
    let emergencies = 0;
    for (;;) {
      for (const [colour, time] of [['green', 3], ['yellow', 1], ['red', 2]]) {
        for (let t = 0; t < time; t++) {
          const signal = yield colour[0];
          if (signal === 'emergency') {
            emergencies++;
            yield 'R!';
          }
          if (signal === 'off') return emergencies;
        }
      }
    }
  }
  const light = trafficLight();
  const seen = [];
  let r = light.next();
  for (let i = 0; !r.done; i++) {
    seen.push(r.value);
    r = light.next(i === 4 ? 'emergency' : i === 11 ? 'off' : undefined);
  }
  show('light', seen.join(''), r.value);

  function* collatz(n) {
    while (n !== 1) {
      yield n;
      n = n % 2 ? 3 * n + 1 : n / 2;
    }
    yield 1;
  }
  show('collatz', [...collatz(6)], [...collatz(27)].length, Math.max(...collatz(27)));

  function* maze(w, h) {
    const rnd = (() => {
      let s = 42;
      return (n) => (s = (s * 1103515245 + 12345) % 2147483648) % n;
    })();
    const cells = Array.from({ length: h }, () => Array(w).fill(0));
    const stack = [[0, 0]];
    cells[0][0] = 16;
    while (stack.length) {
      const [x, y] = stack.at(-1);
      const open = [[0, -1, 1, 2], [0, 1, 2, 1], [1, 0, 4, 8], [-1, 0, 8, 4]].filter(([dx, dy]) => cells[y + dy]?.[x + dx] === 0);
      if (open.length === 0) {
        stack.pop();
        continue;
      }
      const [dx, dy, out, back] = open[(rnd(97) * 31) % open.length];
      cells[y][x] |= out;
      cells[y + dy][x + dx] |= back | 16;
      stack.push([x + dx, y + dy]);
      yield stack.length;
    }
    return cells;
  }
  const m = maze(8, 5);
  let carved = 0;
  let deepest = 0;
  let result = m.next();
  for (; !result.done; result = m.next()) {
    carved++;
    deepest = Math.max(deepest, result.value);
  }
  show('maze', carved, deepest > 5, result.value.flat().every((c) => c & 16), result.value.flat().reduce((a, c) => a + ((c & 15).toString(2).split('1').length - 1), 0));
}

// ---- iterators of the library ----
{
  const m = new Map([['a', 1], ['b', 2]]);
  show('library', [...m.keys()], [...m.values()], [...m.entries()], [...[7, 8].entries()], [...[, 1].keys()], [...'h😀'].length, [...new Set([1, 1]).entries()]);
  const it = [1, 2, 3][Symbol.iterator]();
  it.next();
  show('partly used', [...it], [...it], step(it.next()));
  const growing = [1];
  const out = [];
  for (const x of growing) {
    out.push(x);
    if (x < 4) growing.push(x + 1);
  }
  show('growing array', out);
  const proto = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  show('prototype chain', proto[Symbol.iterator].call(5) === 5 || typeof proto[Symbol.iterator].call(5), Object.prototype.toString.call([][Symbol.iterator]()), Object.prototype.toString.call(new Map().keys()), Object.prototype.toString.call(''[Symbol.iterator]()), attempt(() => [][Symbol.iterator]().next.call({})));
  const entries = Object.entries({ x: 1, y: 2 })[Symbol.iterator]();
  const [[k, v]] = entries;
  show('entries', k, v, [...entries].length);
}
