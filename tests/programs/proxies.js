'use strict';
// Proxies: every trap with its arguments and invariants, Reflect beside each, revocation, proxies as prototypes, as
// array and function targets, and how the rest of the language drives traps.

const show = (label, ...values) => print(`${label}: ${values.map(text).join(' ')}`);
function text(v) {
  if (typeof v === 'string') return v;
  if (typeof v === 'symbol') return v.toString();
  if (typeof v === 'function') return 'function';
  if (Object.is(v, -0)) return '-0';
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

// A handler that records each trap and forwards to Reflect.
const trapNames = ['getPrototypeOf', 'setPrototypeOf', 'isExtensible', 'preventExtensions', 'getOwnPropertyDescriptor', 'defineProperty', 'has', 'get', 'set', 'deleteProperty', 'ownKeys', 'apply', 'construct'];
function spy(target, log = []) {
  const handler = {};
  for (const name of trapNames) {
    handler[name] = (...args) => {
      const shown = args.slice(1).filter((a) => typeof a === 'string' || typeof a === 'symbol').map(text);
      log.push(shown.length > 0 ? `${name} ${shown.join(',')}` : name);
      return Reflect[name](...args);
    };
  }
  return { proxy: new Proxy(target, handler), log, take: () => log.splice(0).join('; ') };
}

// ---- which operations drive which traps ----
{
  const sym = Symbol('sym');
  const { proxy: p, take } = spy({ a: 1, b: { c: 2 }, [sym]: 3 });
  const drive = (label, f) => {
    const r = attempt(f);
    show(label, r, '<-', take());
  };
  drive('get', () => p.a);
  drive('get deep', () => p.b.c);
  drive('set new', () => (p.n = 1));
  drive('set old', () => (p.a = 5));
  drive('compound', () => (p.a += 1));
  drive('increment', () => p.a++);
  drive('logical', () => (p.zero ??= 'z'));
  drive('in', () => 'a' in p);
  drive('delete', () => delete p.n);
  drive('keys', () => Object.keys(p));
  drive('entries', () => Object.entries(p).length);
  drive('names', () => Object.getOwnPropertyNames(p));
  drive('symbols', () => Object.getOwnPropertySymbols(p));
  // The order of the traps behind for-in is left to engines.
  const forIn = [];
  for (const x in p) forIn.push(x);
  show('for in', forIn, take().split('; ').sort());
  drive('spread', () => ({ ...p }));
  drive('rest', () => { const { a, ...rest } = p; return rest; });
  drive('assign from', () => Object.assign({}, p));
  drive('assign to', () => Object.assign(p, { a: 1 }) === p);
  drive('hasOwn', () => Object.hasOwn(p, 'a'));
  drive('hasOwnProperty', () => p.hasOwnProperty('zz'));
  drive('propertyIsEnumerable', () => Object.prototype.propertyIsEnumerable.call(p, 'a'));
  drive('descriptor', () => Object.getOwnPropertyDescriptor(p, 'a'));
  drive('descriptors', () => Object.keys(Object.getOwnPropertyDescriptors(p)));
  drive('define', () => Object.defineProperty(p, 'd', { value: 1, configurable: true }) === p);
  drive('freeze', () => Object.freeze(spy({ x: 1 }).proxy) !== null);
  drive('isFrozen', () => Object.isFrozen(p));
  drive('isSealed', () => Object.isSealed(p));
  drive('isExtensible', () => Object.isExtensible(p));
  drive('getPrototypeOf', () => Object.getPrototypeOf(p) === Object.prototype);
  drive('instanceof', () => p instanceof Object);
  drive('isPrototypeOf', () => Object.prototype.isPrototypeOf(p));
  drive('setPrototypeOf', () => Object.setPrototypeOf(p, null) === p);
  drive('toString', () => Object.prototype.toString.call(p));
  drive('stringify', () => JSON.stringify(p));
  drive('template', () => `${p}`);
  drive('equality', () => p == 1);
  drive('destructure', () => { const { a, q = 'q' } = p; return [a, q]; });
  drive('optional', () => p?.a?.b);
  drive('preventExtensions', () => Object.preventExtensions(p) === p);
  drive('groups of keys', () => Reflect.ownKeys(p).length);
}
{
  const { proxy: p, take } = spy([3, 1, 2]);
  const drive = (label, f) => {
    const r = attempt(f);
    show(`array ${label}`, r, '<-', take());
  };
  drive('isArray', () => Array.isArray(p));
  drive('push', () => p.push(9));
  drive('pop', () => p.pop());
  drive('shift', () => p.shift());
  drive('unshift', () => p.unshift(7));
  drive('includes', () => p.includes(2));
  drive('indexOf', () => p.indexOf(2));
  drive('slice', () => p.slice(1));
  drive('spread', () => [...p]);
  drive('for of', () => { let s = 0; for (const x of p) s += x; return s; });
  drive('map', () => p.map((x) => x * 2));
  drive('reverse', () => p.reverse() === p);
  drive('sort', () => p.sort() === p);
  drive('concat', () => [0].concat(p));
  drive('join', () => p.join('-'));
  drive('length', () => (p.length = 1));
  drive('fill', () => p.fill(4).length);
  drive('at', () => p.at(-1));
  drive('splice', () => p.splice(0, 1, 'a', 'b'));
  drive('copyWithin', () => p.copyWithin(0, 1).length);
  drive('stringify', () => JSON.stringify(p));
  drive('from', () => Array.from(p));
  drive('flat', () => [p, p].flat());
}
{
  function target(a, b) {
    return new.target ? { made: a } : [this?.id, a, b];
  }
  const { proxy: p, take } = spy(target);
  const drive = (label, f) => {
    const r = attempt(f);
    show(`function ${label}`, r, '<-', take());
  };
  drive('call', () => p(1, 2));
  drive('method', () => ({ id: 'me', p }).p(3));
  drive('apply', () => p.apply({ id: 'x' }, [4]));
  drive('bind', () => p.bind({ id: 'y' }, 5)(6));
  drive('new', () => new p(7));
  drive('typeof', () => typeof p);
  drive('Reflect.construct', () => Reflect.construct(Object, [], p) instanceof p);
  drive('extends', () => new (class extends p { constructor() { super(8); } })());
  drive('callback', () => [1].map(p)[0]);
  drive('tag', () => p`a${1}b`.length);
  const arrow = new Proxy(() => 'arrow', {});
  show('arrow target', arrow(), attempt(() => new arrow()), typeof new Proxy(class {}, {}), attempt(() => new Proxy(class {}, {})()), attempt(() => new Proxy({}, {})()), typeof new Proxy({}, { apply() {} }));
}

// ---- what traps may answer: invariants ----
{
  const locked = Object.freeze({ fixed: 1 });
  const accessor = Object.defineProperty({}, 'g', { get: undefined, set: undefined, configurable: false });
  const trap = (name, answer, target = {}) => new Proxy(target, { [name]: typeof answer === 'function' ? answer : () => answer });
  show('get', attempt(() => trap('get', 2, locked).fixed), trap('get', 1, locked).fixed, trap('get', 9, { a: 1 }).a, attempt(() => trap('get', 1, accessor).g), trap('get', undefined, accessor).g);
  show('set', attempt(() => (trap('set', true, locked).fixed = 2)), attempt(() => (trap('set', true, locked).fixed = 1)), attempt(() => (trap('set', false).a = 1)), Reflect.set(trap('set', false), 'a', 1), attempt(() => (trap('set', true, accessor).g = 1)));
  show('has', attempt(() => 'fixed' in trap('has', false, locked)), 'other' in trap('has', true), attempt(() => 'a' in trap('has', false, Object.preventExtensions({ a: 1 }))), 'a' in trap('has', 0, { a: 1 }), 'zz' in trap('has', 'yes'));
  show('delete', attempt(() => delete trap('deleteProperty', true, locked).fixed), attempt(() => delete trap('deleteProperty', false).a), Reflect.deleteProperty(trap('deleteProperty', false), 'a'), attempt(() => delete trap('deleteProperty', true, Object.preventExtensions({ a: 1 })).a));
  show('ownKeys', attempt(() => Object.keys(trap('ownKeys', ['a', 'a']))), attempt(() => Object.keys(trap('ownKeys', [1]))), attempt(() => Object.keys(trap('ownKeys', [], locked))), attempt(() => Object.keys(trap('ownKeys', ['fixed', 'more'], locked))), attempt(() => Reflect.ownKeys(trap('ownKeys', ['x', 'y']))), attempt(() => Reflect.ownKeys(trap('ownKeys', 'no'))), Object.keys(trap('ownKeys', ['x', 'y'])), Reflect.ownKeys(trap('ownKeys', { length: 1, 0: 'like' })));
  show('getOwnPropertyDescriptor', attempt(() => Object.getOwnPropertyDescriptor(trap('getOwnPropertyDescriptor', undefined, locked), 'fixed')), attempt(() => Object.getOwnPropertyDescriptor(trap('getOwnPropertyDescriptor', 1), 'a')), attempt(() => Object.getOwnPropertyDescriptor(trap('getOwnPropertyDescriptor', { value: 1, configurable: false }), 'a')), Object.getOwnPropertyDescriptor(trap('getOwnPropertyDescriptor', { value: 1, configurable: true }), 'a'), attempt(() => Object.getOwnPropertyDescriptor(trap('getOwnPropertyDescriptor', { value: 2, configurable: true }, locked), 'fixed')), attempt(() => Object.getOwnPropertyDescriptor(trap('getOwnPropertyDescriptor', { value: 1, configurable: true }, Object.preventExtensions({})), 'new')));
  show('defineProperty', attempt(() => Object.defineProperty(trap('defineProperty', true, locked), 'x', {})), attempt(() => Object.defineProperty(trap('defineProperty', false), 'x', {})), attempt(() => Object.defineProperty(trap('defineProperty', true), 'x', { configurable: false })), Reflect.defineProperty(trap('defineProperty', false), 'x', {}), attempt(() => Object.defineProperty(trap('defineProperty', true, locked), 'fixed', { value: 2 })));
  show('getPrototypeOf', attempt(() => Object.getPrototypeOf(trap('getPrototypeOf', 1))), Object.getPrototypeOf(trap('getPrototypeOf', Array.prototype)) === Array.prototype, attempt(() => Object.getPrototypeOf(trap('getPrototypeOf', null, Object.preventExtensions({})))), trap('getPrototypeOf', Array.prototype) instanceof Array);
  show('setPrototypeOf', attempt(() => Object.setPrototypeOf(trap('setPrototypeOf', false), null)), Reflect.setPrototypeOf(trap('setPrototypeOf', false), null), attempt(() => Object.setPrototypeOf(trap('setPrototypeOf', true, Object.preventExtensions({})), null)));
  show('isExtensible', attempt(() => Object.isExtensible(trap('isExtensible', false))), Object.isExtensible(trap('isExtensible', 1)), attempt(() => Object.isExtensible(trap('isExtensible', true, locked))));
  show('preventExtensions', attempt(() => Object.preventExtensions(trap('preventExtensions', true))), attempt(() => Object.preventExtensions(trap('preventExtensions', false))), Reflect.preventExtensions(trap('preventExtensions', false)), Reflect.preventExtensions(trap('preventExtensions', (t) => Reflect.preventExtensions(t))));
  show('construct', attempt(() => new (trap('construct', 1, class {}))()), new (trap('construct', { made: 1 }, class {}))(), attempt(() => new (trap('construct', {}, () => {}))()));
  show('traps must be callable', attempt(() => trap('get', undefined).x), attempt(() => new Proxy({}, { get: 1 }).x), attempt(() => new Proxy({ x: 5 }, { get: null }).x), attempt(() => new Proxy({ x: 6 }, { get: undefined }).x));
  show('creation', attempt(() => new Proxy(1, {})), attempt(() => new Proxy({}, null)), attempt(() => Proxy({}, {})), 'prototype' in Proxy, Proxy.length);
}

// ---- receivers and prototypes ----
{
  const log = [];
  const proto = new Proxy({ base: 1 }, {
    get(t, k, r) {
      log.push(`get ${text(k)} ${r === child}`);
      return Reflect.get(t, k, r);
    },
    set(t, k, v, r) {
      log.push(`set ${text(k)} ${r === child}`);
      return Reflect.set(t, k, v, r);
    },
    has(t, k) {
      log.push(`has ${text(k)}`);
      return k === 'magic' || Reflect.has(t, k);
    },
  });
  const child = Object.create(proto);
  child.own = 1;
  show('as prototype', child.base, child.missing, 'magic' in child, 'own' in child, Object.hasOwn(child, 'own'), log.splice(0));
  child.own = 2;
  show('own set skips the proxy', log.splice(0));
  const target = { get self() { return this; }, set keep(v) { this.kept = v; } };
  const p = new Proxy(target, {});
  p.keep = 1;
  show('accessor receivers', p.self === p, target.kept, Reflect.get(p, 'self', 'recv') === 'recv');
  const order = [];
  const receiver = spy({}, order);
  Reflect.set({ x: 1 }, 'x', 2, receiver.proxy);
  show('set through a receiver', order.splice(0), text(Reflect.set(Object.freeze({ x: 1 }), 'x', 2, {})), Reflect.set({}, 'x', 1, 5), Reflect.set({ set x(v) { order.push(v); } }, 'x', 3, receiver.proxy), order);
  class Private {
    #x = 1;
    read() {
      return this.#x;
    }
    static has(o) {
      return #x in o;
    }
  }
  const wrapped = new Proxy(new Private(), {});
  show('private names go past proxies', attempt(() => wrapped.read()), Private.has(wrapped));
  show('internal slots too', attempt(() => new Proxy(new Map(), {}).size), attempt(() => new Proxy(new Date(0), {}).getTime()), attempt(() => Map.prototype.get.call(new Proxy(new Map(), {}), 1)), attempt(() => new Proxy(1n, {})), JSON.stringify(new Proxy([1, [2]], {})), Object.prototype.toString.call(new Proxy([], {})), Object.prototype.toString.call(new Proxy(() => 1, {})), Object.prototype.toString.call(new Proxy(new Date(0), {})));
}

// ---- revocation ----
{
  const { proxy, revoke } = Proxy.revocable({ a: 1 }, {});
  show('before', proxy.a);
  revoke();
  revoke();
  show('after', [() => proxy.a, () => (proxy.a = 1), () => 'a' in proxy, () => delete proxy.a, () => Object.keys(proxy), () => Object.getPrototypeOf(proxy), () => Object.isExtensible(proxy), () => Array.isArray(proxy), () => JSON.stringify(proxy), () => new Proxy(proxy, {}) instanceof Object].map(attempt));
  const f = Proxy.revocable(() => 1, {});
  f.revoke();
  show('callable still', typeof f.proxy, attempt(() => f.proxy()), attempt(() => Object.prototype.toString.call(f.proxy)));
  const self = Proxy.revocable({}, { get(t, k) { self.revoke(); return k; } });
  show('revoked by its own trap', self.proxy.x, attempt(() => self.proxy.x));
}

// ---- handlers that are proxies, chains, recursion ----
{
  const log = [];
  const meta = new Proxy({}, {
    get(t, trap) {
      log.push(trap);
      return undefined;
    },
  });
  const p = new Proxy({ a: 1 }, meta);
  p.a;
  p.b = 1;
  'a' in p;
  delete p.b;
  Object.keys(p);
  show('handler as a proxy', log);
  let chain = { depth: 0 };
  for (let i = 0; i < 200; i++) {
    const inner = chain;
    chain = new Proxy(inner, { get: (t, k) => (k === 'depth' ? t[k] + 1 : t[k]) });
  }
  show('a chain of 200', chain.depth, Object.keys(chain), 'depth' in chain);
  const deep = (path = []) => new Proxy(() => {}, { get: (_, k) => (k === 'end' ? path.join('.') : deep([...path, k])), apply: (_, __, args) => deep([...path.slice(0, -1), `${path.at(-1)}(${args})`]) });
  show('recording', deep().a.b(1, 2).c.end, deep().x['y z'](3).end);
  const throwing = new Proxy(class {}, Object.fromEntries(trapNames.map((n) => [n, () => { throw n; }])));
  show('every trap throws', [() => throwing.x, () => (throwing.x = 1), () => 'x' in throwing, () => delete throwing.x, () => Object.keys(throwing), () => throwing(), () => new throwing(), () => Object.getPrototypeOf(throwing), () => Object.setPrototypeOf(throwing, null), () => Object.isExtensible(throwing), () => Object.preventExtensions(throwing), () => Object.defineProperty(throwing, 'x', {}), () => Object.getOwnPropertyDescriptor(throwing, 'x'), () => throwing instanceof throwing, () => [...throwing], () => `${throwing}`, () => throwing == 1, () => throwing === throwing, () => typeof throwing, () => !throwing].map(attempt));
}

// ---- Reflect ----
{
  const o = { a: 1, get b() { return this.a; } };
  show('get and has', Reflect.get(o, 'b', { a: 7 }), Reflect.has(o, 'toString'), Reflect.has(o, 'nope'), attempt(() => Reflect.get(1, 'a')));
  show('define', Reflect.defineProperty(o, 'c', { value: 3 }), Reflect.defineProperty(o, 'c', { value: 4 }), Reflect.getOwnPropertyDescriptor(o, 'c'), attempt(() => Reflect.defineProperty(o, 'd', { get() {}, value: 1 })));
  show('delete', Reflect.deleteProperty(o, 'a'), Reflect.deleteProperty(o, 'c'), Reflect.deleteProperty(o, 'never'));
  show('apply', Reflect.apply(Math.max, null, [1, 3, 2]), Reflect.apply(String.prototype.slice, 'hello', [1, 3]), attempt(() => Reflect.apply(1, null, [])), attempt(() => Reflect.apply(Math.max, null)), Reflect.apply(function () { return this; }, 5, { length: 0 }));
  show('construct', Reflect.construct(Array, [3]).length, Reflect.construct(Date, [0]).getTime(), attempt(() => Reflect.construct(() => {}, [])), attempt(() => Reflect.construct(Array, [], 1)), Reflect.construct(function () { return new.target; }, [], Array) === Array);
  show('ownKeys', Reflect.ownKeys({ z: 1, [Symbol('s')]: 1, 10: 1, a: 1, 2: 1, '-1': 1, '01': 1 }), Reflect.ownKeys([1, 2]), Reflect.ownKeys(function f(a) {}).sort(), Reflect.ownKeys((a) => a).sort(), Reflect.ownKeys('x'.constructor).includes('raw'), attempt(() => Reflect.ownKeys('x')));
  show('extensions', Reflect.isExtensible(o), Reflect.preventExtensions(o), Reflect.isExtensible(o), Reflect.set(o, 'new', 1), Reflect.defineProperty(o, 'new', { value: 1 }), Reflect.setPrototypeOf(o, null), Reflect.setPrototypeOf(o, Object.prototype));
  show('cycles', Reflect.setPrototypeOf(Object.prototype, {}), Reflect.setPrototypeOf(Object.prototype, null), (() => { const a = {}; const b = Object.create(a); return Reflect.setPrototypeOf(a, b); })(), attempt(() => Reflect.setPrototypeOf({}, 1)));
  show('tag', Object.prototype.toString.call(Reflect), typeof Reflect, attempt(() => new Reflect()));
}

// ---- programs with proxies ----
{
  // A deep read-only view.
  const views = new WeakMap();
  const readonly = (o) => {
    if (o === null || (typeof o !== 'object' && typeof o !== 'function')) return o;
    if (!views.has(o)) {
      const refuse = () => { throw new TypeError('read only'); };
      views.set(o, new Proxy(o, { get: (t, k) => readonly(Reflect.get(t, k)), set: refuse, deleteProperty: refuse, defineProperty: refuse, setPrototypeOf: refuse, preventExtensions: refuse, getOwnPropertyDescriptor: (t, k) => { const d = Reflect.getOwnPropertyDescriptor(t, k); if (d && 'value' in d && d.configurable) d.value = readonly(d.value); return d; } }));
    }
    return views.get(o);
  };
  const data = { list: [{ n: 1 }], map: { k: [1, 2] } };
  const view = readonly(data);
  data.list.push({ n: 2 });
  show('read-only view', view.list.length, view.list[1].n, attempt(() => view.list.push(3)), attempt(() => (view.map.k[0] = 9)), attempt(() => delete view.map), view.list === view.list, Array.from(view.list, (x) => x.n));

  // Dependency tracking.
  let active = null;
  const deps = new WeakMap();
  const reactive = (o) => new Proxy(o, {
    get(t, k, r) {
      if (active) {
        let m = deps.get(t);
        if (!m) deps.set(t, (m = new Map()));
        let s = m.get(k);
        if (!s) m.set(k, (s = new Set()));
        s.add(active);
      }
      const v = Reflect.get(t, k, r);
      return typeof v === 'object' && v !== null ? reactive(v) : v;
    },
    set(t, k, v, r) {
      const old = t[k];
      const ok = Reflect.set(t, k, v, r);
      if (!Object.is(old, v)) for (const run of [...(deps.get(t)?.get(k) ?? [])]) run();
      return ok;
    },
  });
  const effect = (f) => {
    const run = () => {
      active = run;
      try {
        f();
      } finally {
        active = null;
      }
    };
    run();
  };
  const state = reactive({ price: 2, quantity: 3, nested: { tax: 1 } });
  const totals = [];
  effect(() => totals.push(state.price * state.quantity + state.nested.tax));
  state.price = 4;
  state.price = 4;
  state.nested.tax = 10;
  state.unrelated = 1;
  show('reactive', totals);

  // A lazily computed, infinite, sparse matrix.
  const matrix = new Proxy({}, { get: (_, row) => new Proxy({}, { get: (_, col) => Number(row) * 100 + Number(col) }) });
  show('matrix', matrix[3][4], matrix[12][34], [1, 2].map((i) => matrix[i][i]));

  // Method missing.
  const query = (table, parts = []) => new Proxy({}, {
    get(_, name) {
      if (name === 'sql') return `select * from ${table}${parts.length ? ` where ${parts.join(' and ')}` : ''}`;
      const m = /^by([A-Z]\w*)$/.exec(name);
      return m ? (v) => query(table, [...parts, `${m[1].toLowerCase()} = ${JSON.stringify(v)}`]) : undefined;
    },
  });
  show('query', query('users').byName('ann').byAge(3).sql, query('users').sql, query('users').other);

  // Copy on write.
  const draft = (base) => {
    const changes = new Map();
    const proxy = new Proxy(base, {
      get: (t, k) => (changes.has(k) ? changes.get(k) : t[k]),
      set: (t, k, v) => (changes.set(k, v), true),
      has: (t, k) => changes.has(k) || k in t,
      ownKeys: (t) => [...new Set([...Reflect.ownKeys(t), ...changes.keys()])],
      getOwnPropertyDescriptor: (t, k) => (changes.has(k) ? { value: changes.get(k), writable: true, enumerable: true, configurable: true } : Reflect.getOwnPropertyDescriptor(t, k)),
    });
    return [proxy, () => (changes.size ? { ...proxy } : base)];
  };
  const base = { a: 1, b: 2 };
  const [d, finish] = draft(base);
  show('untouched', finish() === base);
  d.b = 3;
  d.c = 4;
  show('draft', finish(), base, Object.keys(d), 'c' in d);
}
