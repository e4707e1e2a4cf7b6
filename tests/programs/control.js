'use strict';
// Control flow: closures over loop variables, labelled loops, switch, try/finally in all combinations, destructuring in
// every position, spread, optional chaining, and iterators that are closed early.

const show = (label, ...values) => print(`${label}: ${values.map(text).join(' ')}`);
function text(v) {
  if (typeof v === 'string') return v;
  if (typeof v === 'symbol' || typeof v === 'function') return typeof v;
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

// ---- loops and closures ----
{
  const fs = [];
  for (let i = 0; i < 3; i++) {
    fs.push(() => i);
    i += 0;
  }
  const gs = [];
  for (let i = 0, inc = () => i++; i < 3; inc(), i++) gs.push(() => i);
  show('let per iteration', fs.map((f) => f()), gs.length > 0);
  var vs = [];
  for (var i = 0; i < 3; i++) vs.push(() => i);
  show('var is one', vs.map((f) => f()));
  const hs = [];
  for (const k in { a: 1, b: 2 }) hs.push(() => k);
  for (const [x, y] of [[1, 2], [3, 4]]) hs.push(() => x * y);
  show('for-in and for-of', hs.map((f) => f()));
  let captured;
  for (let j = 0, read = () => j; j < 2; j++) captured = read;
  show('initialiser scope', captured());
  const counters = (() => {
    let n = 0;
    return { up: () => ++n, down: () => --n, get value() { return n; } };
  })();
  counters.up();
  counters.up();
  counters.down();
  show('shared variable', counters.value);
  const adders = [1, 2, 3].map((a) => (b) => (c) => a * 100 + b * 10 + c);
  show('nested', adders.map((f) => f(4)(5)));
  function outer() {
    let x = 'outer';
    {
      let x = 'block';
      var inner = () => x;
    }
    return [x, inner()];
  }
  show('block scope', outer());
  show('hoisting', attempt(() => hoisted()), attempt(() => {
    const v = typeof undeclaredName;
    return v;
  }), attempt(() => tdz));
  function hoisted() {
    return 'hoisted';
  }
  let tdz = 1;
  show('parameters have their own scope', ((a, b = () => a) => {
    var a = 2;
    return [a, b()];
  })(1));
  show('default sees earlier', ((a, b = a + 1, c = b * 2) => [a, b, c])(1), attempt(() => ((a = b, b) => a)()));
  const self = function fact(n) {
    return n < 2 ? 1 : n * fact(n - 1);
  };
  show('named function expression', self(6), attempt(() => (function f() { f = 1; })()));
  show('this', (function () { return this; })(), (() => typeof this === 'object' || this === undefined)(), (function () { return typeof this; }).call(5), (function () { return this; }).call(null));
  show('arguments', (function (a) { arguments[0] = 9; return [a, arguments.length, [...arguments]]; })(1, 2), (function () { return (() => arguments[1])(); })('x', 'y'));
  show('lengths', ((a, b) => 0).length, ((a, b = 1, c) => 0).length, ((...r) => 0).length, (({ a }, [b]) => 0).length);
}

// ---- labels, break, continue ----
{
  const log = [];
  outer: for (let i = 0; i < 4; i++) {
    inner: for (let j = 0; j < 4; j++) {
      if (j === 2) continue outer;
      if (i === 2) break outer;
      if (j === 1 && i === 1) break inner;
      log.push(`${i}${j}`);
    }
    log.push(`end${i}`);
  }
  show('labels', log);
  let block = 'before';
  exit: {
    block = 'inside';
    if (log.length > 0) break exit;
    block = 'never';
  }
  show('labelled block', block);
  let n = 0;
  loop: do {
    n++;
    switch (n) {
      case 3:
        continue loop;
      case 5:
        break loop;
      default:
        if (n > 3) log.push('x');
    }
  } while (n < 10);
  show('switch in a loop', n, log.filter((x) => x === 'x').length);
  const kinds = (v) => {
    const out = [];
    switch (v) {
      case 1:
        out.push('one');
      case 2:
        out.push('two');
        break;
      default:
        out.push('other');
      case 'last':
        out.push('last');
        break;
      case NaN:
        out.push('never');
    }
    return out.join('+');
  };
  show('switch', [1, 2, 3, 'last', NaN, '1'].map(kinds));
  const order = [];
  const c = (x) => {
    order.push(x);
    return x;
  };
  switch (c(3)) {
    case c(1):
    case c(3):
      order.push('hit');
      break;
    case c(4):
      order.push('no');
  }
  show('case order', order);
  switch (1) {
    case 0:
      let scoped = 'never';
    case 1:
      show('switch TDZ', attempt(() => scoped));
  }
  let sum = 0;
  for (let a = 0, b = 10; a < b; a++, b--) sum += b - a;
  for (;;) {
    if (sum++ > 40) break;
  }
  while (true) {
    if (sum % 7 === 0) break;
    sum++;
    continue;
  }
  show('loops', sum);
  const keys = [];
  const proto = { inherited: 1, shadowed: 1 };
  const o = Object.create(proto, { hidden: { value: 1, enumerable: false }, shadowed: { value: 1, enumerable: false } });
  o.b = 1;
  o[2] = 1;
  o.a = 1;
  o[1] = 1;
  for (const k in o) keys.push(k);
  show('for-in order', keys);
  const deleted = [];
  const d = { a: 1, b: 2, c: 3 };
  for (const k in d) {
    deleted.push(k);
    delete d.b;
    d.z = 1;
  }
  show('for-in while deleting', deleted);
  for (const k in null) show('never', k);
  for (const k in 'ab') show('string keys', k);
}

// ---- try, catch, finally ----
{
  const log = [];
  const f = (what) => {
    try {
      log.push('try');
      if (what === 'throw') throw 'T';
      if (what === 'return') return 'R';
      log.push('end');
    } catch (e) {
      log.push(`catch ${e}`);
      return 'C';
    } finally {
      log.push('finally');
      if (what === 'override') return 'O';
    }
    return 'after';
  };
  for (const w of ['normal', 'throw', 'return', 'override']) show(`finally ${w}`, f(w), log.splice(0));

  const g = () => {
    for (let i = 0; ; i++) {
      try {
        if (i === 1) continue;
        if (i === 3) break;
        log.push(i);
      } finally {
        log.push(`f${i}`);
        if (i === 2) continue;
      }
    }
    return log.splice(0);
  };
  show('loops and finally', g());

  const nested = () => {
    try {
      try {
        throw 1;
      } finally {
        log.push('inner');
        throw 2;
      }
    } catch (e) {
      log.push(`caught ${e}`);
      try {
        return `value ${log.push('returning')}`;
      } finally {
        log.push('outer');
      }
    }
  };
  show('nested', nested(), log.splice(0));
  const lost = () => {
    label: try {
      return 'lost';
    } finally {
      break label;
    }
    return 'kept';
  };
  show('break out of finally', lost());
  const deep = (n) => {
    try {
      if (n === 0) throw new Error('bottom');
      return deep(n - 1);
    } catch (e) {
      if (n < 3) throw new Error(`${e.message}<${n}`);
      return e.message;
    } finally {
      log.push(n);
    }
  };
  show('unwinding', deep(5), log.splice(0));
  show('value before finally', (() => {
    let x = 1;
    try {
      return x;
    } finally {
      x = 2;
    }
  })());
  show('catch scope', (() => {
    let e = 'outer';
    try {
      throw 'inner';
    } catch (e) {
      var seen = e;
      e = 'changed';
    }
    return [e, seen];
  })());
  show('catch patterns', (() => {
    try {
      throw { code: 7, list: [1, 2], extra: 'x' };
    } catch ({ code, list: [, second], missing = 'default', ...rest }) {
      return [code, second, missing, rest];
    }
  })());
  show('no binding', (() => {
    try {
      null.x;
    } catch {
      return 'caught';
    }
  })());
  show('what can be thrown', [undefined, null, 0, 'text', { a: 1 }, [1]].map((v) => attempt(() => { throw v; })));
  const cleanup = [];
  const using = (name, body) => {
    cleanup.push(`open ${name}`);
    try {
      return body();
    } finally {
      cleanup.push(`close ${name}`);
    }
  };
  attempt(() => using('a', () => using('b', () => using('c', () => { throw new TypeError(); }))));
  show('nesting', cleanup);
  show('engine errors', [() => null.x, () => undefined.y.z, () => nope, () => (1)(), () => new (() => {})(), () => ({}).x.y, () => [].reduce((a) => a), () => 'x'.repeat(-1), () => (1).toFixed(101), () => new Array(-1), () => Symbol() + '', () => 1n + 1, () => decodeURIComponent('%'), () => JSON.parse('{'), () => new RegExp('('), () => Object.defineProperty(Object.freeze({}), 'a', { value: 1 }), () => { const c = 1; c = 2; }].map(attempt));
}

// ---- destructuring ----
{
  const { a, b: { c = 5, d: [e, , f = 'F'] = [1, 2] } = {}, ...others } = { a: 1, b: { d: ['E', 0] }, x: 1, y: 2 };
  show('object pattern', a, c, e, f, others);
  const [p, [q = 'Q', ...r] = [], ...{ length, 0: first }] = [1, [undefined, 2, 3], 'r0', 'r1'];
  show('array pattern', p, q, r, length, first);
  const log = [];
  const track = (name, v) => {
    log.push(name);
    return v;
  };
  const { [track('key1', 'k')]: v1 = track('default1', 1), [track('key2', 'l')]: v2 = track('default2', 2) } = { l: 'L' };
  show('order', v1, v2, log.splice(0));
  let x, y;
  [x, y] = [1, 2];
  [x, y] = [y, x];
  const o = { list: [] };
  ({ a: o.first, b: o.list[0], c: o['th' + 'ird'] = 'dflt' } = { a: 10, b: 20 });
  [o.list[1], ...o.rest] = 'xyz';
  show('assignment targets', x, y, o);
  show('value of an assignment', text(([x, y] = [7, 8, 9])), text(({ x } = { x: 3, extra: 1 })));
  show('strings and iterables', (([h, ...t]) => [h, t])('h€😀'), (([[k, v]]) => [k, v])(new Map([['key', 'val']])), (([m, n] = new Set([5, 6])) => m + n)());
  show('primitives', (({ length: l }) => l)('four'), (({ toFixed }) => typeof toFixed)(1));
  show('refused', attempt(() => { const { z } = null; }), attempt(() => { const [z] = {}; }), attempt(() => { const [z] = undefined; }), attempt(() => (({}) => 1)(null)), attempt(() => { const {} = 0; return 'fine'; }));
  show('defaults only for undefined', (([i = 'i', j = 'j', k = 'k', l = 'l']) => [i, j, k, l])([null, undefined, 0]));
  show('function names', (({ f1 = () => {}, g1 = class {} }) => [f1.name, g1.name])({}));
  show('parameters', (function ({ a = 1, b } = {}, [c2, d2] = [3], ...[e2, f2 = 'z']) { return [a, b, c2, d2, e2, f2]; })({ b: 2 }, undefined, 'E'));
  const swapped = [3, 1, 2];
  [swapped[0], swapped[1], swapped[2]] = [swapped[1], swapped[2], swapped[0]];
  show('rotation', swapped);
  const loops = [];
  for (const { id, tags: [tag] = ['none'] } of [{ id: 1, tags: ['t'] }, { id: 2 }]) loops.push(id, tag);
  for (const [i2, ch] of [...'ab'].entries()) loops.push(i2 + ch);
  for (let [k1, { v: w }] of Object.entries({ m: { v: 1 }, n: { v: 2 } })) loops.push(k1 + w++);
  for (o.member of [1, 2]) loops.push(o.member);
  for ([x, y] of [[1, 2]]) loops.push(x + y);
  show('in loops', loops);
  const sym = Symbol('s');
  const { [sym]: bySymbol, ...noSymbol } = { [sym]: 1, plain: 2 };
  show('symbols', bySymbol, noSymbol);
  const rest = (({ a, ...rest }) => rest)(Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true }, hidden: { value: 2 } }));
  show('rest takes own enumerables', rest);
  const getterLog = [];
  const { g: got, ...left } = { get g() { getterLog.push('g'); return 1; }, get h() { getterLog.push('h'); return 2; } };
  show('getters run once', got, left, getterLog);
}

// ---- iterator closing ----
{
  const log = [];
  const source = (name, limit = 3, extra = {}) => ({
    [Symbol.iterator]() {
      let i = 0;
      log.push(`${name} open`);
      return {
        next() {
          log.push(`${name} next`);
          return { value: i, done: i++ >= limit };
        },
        return(v) {
          log.push(`${name} return`);
          return { value: v, done: true };
        },
        ...extra,
      };
    },
  });
  const check = (label, f) => {
    const result = attempt(f);
    show(label, result, log.splice(0).join(', '));
  };
  check('pattern shorter', () => { const [a] = source('s'); return a; });
  check('pattern longer', () => { const [a, b, c, d, e] = source('s', 1); return [a, b, e]; });
  check('empty pattern', () => { const [] = source('s'); });
  check('rest', () => { const [a, ...b] = source('s'); return b; });
  check('break', () => { for (const x of source('s')) if (x === 1) break; });
  check('return', () => { for (const x of source('s')) return x; });
  check('throw', () => { for (const x of source('s')) throw 'body'; });
  check('continue outer', () => { l: for (const x of source('a', 1)) for (const y of source('b')) continue l; });
  check('to the end', () => { for (const x of source('s', 1)); });
  check('throwing default', () => { const [a = (() => { throw 'default'; })()] = source('s', 1, { next() { log.push('n'); return { done: false, value: undefined }; } }); });
  check('throwing next', () => { for (const x of source('s', 1, { next() { throw 'next'; } })); });
  check('throwing return', () => { for (const x of source('s', 1, { return() { throw 'return'; } })) break; });
  check('body wins over return', () => { for (const x of source('s', 1, { return() { throw 'return'; } })) throw 'body'; });
  check('return gives no object', () => { for (const x of source('s', 1, { return() { return 1; } })) break; });
  check('body wins again', () => { for (const x of source('s', 1, { return() { return 1; } })) throw 'body'; });
  check('no return method', () => { for (const x of source('s', 1, { return: undefined })) break; return 'fine'; });
  check('result no object', () => { for (const x of source('s', 1, { next() { return 1; } })); });
  check('throwing target', () => { [{ set x(v) { throw 'setter'; } }.x] = source('s'); });
  check('Map constructor', () => new Map(source('s')));
  check('Set constructor', () => new Set(source('s', 2)).size);
  check('Array.from', () => Array.from(source('s', 2), (x) => { if (x === 1) throw 'map'; return x; }));
  check('spread in a call', () => Math.max(...source('s', 3)));
  check('spread in an array', () => [...source('a', 1), ...source('b', 2)]);
  check('yield*', () => { function* g() { yield* source('s'); } const it = g(); it.next(); return it.return('early').value; });
  check('Promise.all', () => { Promise.all(source('s', 1)); });
  check('Object.fromEntries', () => Object.fromEntries(source('s', 1)));
  let nextReads = 0;
  const counted = { [Symbol.iterator]: () => ({ get next() { nextReads++; let n = 0; return () => ({ done: n++ > 3, value: n }); } }) };
  show('next is read once', [...counted], nextReads);
  show('not iterable', attempt(() => { for (const x of 5); }), attempt(() => [...null]), attempt(() => new Map([1])), attempt(() => { for (const x of { [Symbol.iterator]: 1 }); }));
}

// ---- spread, optional chaining, nullish, exponent, comma ----
{
  show('spread', [...'ab', ...[1, , 3], ...new Set([4, 4, 5])], { ...'hi', ...[9], ...null, ...{ a: 1, get b() { return 2; } } }, Math.max(...[1, 5], 3, ...[4]));
  const o = { a: { b: () => ({ c: [10, 20] }), n: null }, f() { return this === o; } };
  show('optional', o?.a?.b?.()?.c?.[1], o.x?.y.z.w, o.a.n?.(), o.f?.(), (o?.f)(), o.x?.[attempt(() => { throw 'not evaluated'; })], delete o?.a?.n, 'n' in o.a);
  let evaluated = 0;
  const un = undefined;
  un?.[evaluated++];
  un?.f(evaluated++);
  show('short circuit', evaluated, attempt(() => un?.a.b.c), attempt(() => (un?.a).b), attempt(() => o.missing()), attempt(() => o.missing?.()));
  show('nullish', null ?? 'a', 0 ?? 'a', '' ?? 'a', undefined ?? null ?? 'z', (false || null) ?? 'mixed');
  let l1 = null;
  let l2 = 0;
  let l3 = 1;
  l1 ??= 'set';
  l2 ||= 'set';
  l3 &&= 'set';
  const frozen = Object.freeze({ a: 1, z: 0 });
  show('logical assignment', l1, l2, l3, attempt(() => (frozen.a ??= 2)), attempt(() => (frozen.z ||= 2)), attempt(() => (frozen.a &&= 2)));
  show('exponent', 2 ** 10, 2 ** 3 ** 2, (-2) ** 2, 2 ** -1, (() => { let b = 3; b **= 3; return b; })(), NaN ** 0, 1 ** Infinity);
  show('comma and void', (1, 2, 3), void 0, typeof void 'x', typeof null, typeof (() => 1), typeof Symbol.iterator, typeof 1n);
  show('in and instanceof', 'a' in { a: undefined }, 1 in [0], [] instanceof Object, attempt(() => 'a' in 'abc'));
  show('equality', null == undefined, null == 0, '1' == 1, [1] == 1, NaN == NaN, '0' == false, 1n == 1, 2n > 1, 'b' > 'a', [2] > 1, null >= 0, undefined >= 0);
  show('coercion', 1 + '2', '3' * '4', [] + {}, [] + [], +[], +{}, +'0x1f', +'  12  ', +'1_0', 1 - 'x', true + true, null + 1, undefined + 1, '5' - -'2', -'', `${[1, [2, 3]]}`);
  show('bits', ~5, 5 & 3, 5 | 3, 5 ^ 3, -1 >>> 28, 1 << 33, -9 >> 1, 2 ** 32 >> 0, (2 ** 31) | 0, 1.9 | 0, -1.9 | 0, NaN | 0);
  let i = 5;
  show('increments', i++ + ++i, i, i-- - --i, i);
}
