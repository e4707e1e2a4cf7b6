'use strict';
// An interpreter for a Scheme dialect: reader, hygienic-enough syntax-rules, a compiler to closures with tail calls by
// trampoline, call/cc by exceptions (escaping), strings, vectors, hash tables; then programs in that language.

// ---- data ----
class Sym {
  static #table = new Map();
  constructor(name) {
    this.name = name;
  }
  static of(name) {
    let s = Sym.#table.get(name);
    if (!s) Sym.#table.set(name, (s = new Sym(name)));
    return s;
  }
  static #next = 0;
  static fresh(base) {
    return new Sym(`${base}~${++Sym.#next}`);
  }
  toString() {
    return this.name;
  }
}
class Pair {
  constructor(car, cdr) {
    this.car = car;
    this.cdr = cdr;
  }
  *[Symbol.iterator]() {
    let p = this;
    for (; p instanceof Pair; p = p.cdr) yield p.car;
    if (p !== Nil) throw new SchemeError('improper list', p);
  }
}
const Nil = new (class Empty {
  *[Symbol.iterator]() {}
})();
const Unspecified = Symbol('unspecified');
class Char {
  constructor(c) {
    this.c = c;
  }
}
class MString {
  constructor(s) {
    this.s = s;
  }
}
class SchemeError extends Error {
  constructor(message, ...irritants) {
    super([message, ...irritants.map((i) => write(i))].join(' '));
    this.irritants = irritants;
    this.short = message;
  }
  get name() {
    return 'SchemeError';
  }
}
class Escape {
  constructor(tag, value) {
    this.tag = tag;
    this.value = value;
  }
}
class Raised {
  constructor(payload) {
    this.payload = payload;
  }
}
class TailCall {
  f = null;
  args = null;
}
class Lambda {
  constructor(name, required, rest, body, env) {
    Object.assign(this, { name, required, rest, body, env });
  }
}
class Primitive {
  constructor(name, f, min, max = min) {
    Object.assign(this, { name, f, min, max });
  }
}

const list = (...xs) => xs.reduceRight((tail, x) => new Pair(x, tail), Nil);
const fromArray = (xs, tail = Nil) => xs.reduceRight((t, x) => new Pair(x, t), tail);
const isTrue = (x) => x !== false;

function write(x, display = false) {
  if (x === true) return '#t';
  if (x === false) return '#f';
  if (x === Nil) return '()';
  if (x === Unspecified) return '#<void>';
  if (x instanceof Sym) return x.name;
  if (x instanceof MString) return display ? x.s : JSON.stringify(x.s);
  if (x instanceof Char) return display ? x.c : `#\\${x.c === ' ' ? 'space' : x.c === '\n' ? 'newline' : x.c}`;
  if (Array.isArray(x)) return `#(${x.map((e) => write(e, display)).join(' ')})`;
  if (x instanceof Map) return `#<table ${x.size}>`;
  if (x instanceof Lambda || x instanceof Primitive) return `#<procedure ${x.name}>`;
  if (x instanceof SchemeError) return `#<error ${x.message}>`;
  if (x instanceof Pair) {
    if (x.car === Sym.of('quote') && x.cdr instanceof Pair && x.cdr.cdr === Nil) return `'${write(x.cdr.car, display)}`;
    const parts = [];
    let p = x;
    for (; p instanceof Pair; p = p.cdr) parts.push(write(p.car, display));
    return `(${parts.join(' ')}${p === Nil ? '' : ` . ${write(p, display)}`})`;
  }
  return String(x);
}

// ---- reader ----
const tokenForm = /\s+|;[^\n]*|#\|[\s\S]*?\|#|(#;|[()[\]']|`|,@|,|#\(|"(?:\\[\s\S]|[^"\\])*"|#\\(?:[a-z]+|[\s\S])|[^\s()[\]'"`,;]+)/gy;
class Reader {
  constructor(text) {
    this.tokens = [];
    tokenForm.lastIndex = 0;
    while (tokenForm.lastIndex < text.length) {
      const m = tokenForm.exec(text);
      if (m === null) throw new SchemeError('bad token');
      if (m[1] !== undefined) this.tokens.push(m[1]);
    }
    this.at = 0;
  }
  get done() {
    return this.at >= this.tokens.length;
  }
  read() {
    if (this.done) throw new SchemeError('unexpected end');
    const t = this.tokens[this.at++];
    switch (t) {
      case '(':
      case '[':
        return this.#list(t === '(' ? ')' : ']');
      case '#(':
        return [...this.#list(')')];
      case "'":
        return list(Sym.of('quote'), this.read());
      case '`':
        return list(Sym.of('quasiquote'), this.read());
      case ',':
        return list(Sym.of('unquote'), this.read());
      case ',@':
        return list(Sym.of('unquote-splicing'), this.read());
      case '#;':
        this.read();
        return this.read();
      case ')':
      case ']':
        throw new SchemeError(`unexpected ${t}`);
    }
    if (t[0] === '"') return new MString(JSON.parse(t.replace(/\n/g, '\\n')));
    if (t.startsWith('#\\')) return new Char({ space: ' ', newline: '\n', tab: '\t' }[t.slice(2)] ?? t.slice(2));
    if (t === '#t' || t === '#true') return true;
    if (t === '#f' || t === '#false') return false;
    if (/^[+-]?\d+$/.test(t)) {
      const n = Number(t);
      return Number.isSafeInteger(n) ? n : BigInt(t);
    }
    if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(t)) return Number(t);
    return Sym.of(t);
  }
  #list(end) {
    const items = [];
    for (;;) {
      if (this.done) throw new SchemeError('list without an end');
      const t = this.tokens[this.at];
      if (t === end) {
        this.at++;
        return fromArray(items);
      }
      if (t === '.') {
        this.at++;
        const tail = this.read();
        if (this.tokens[this.at++] !== end) throw new SchemeError('bad dotted list');
        return fromArray(items, tail);
      }
      items.push(this.read());
    }
  }
}

// ---- compiler: every expression becomes (env, tail) => value | TailCall ----
class Scope {
  constructor(names, parent) {
    this.names = names;
    this.parent = parent;
    this.macros = new Map();
  }
  find(sym) {
    let depth = 0;
    for (let s = this; s; s = s.parent, depth++) {
      if (s.macros.has(sym)) return { macro: s.macros.get(sym) };
      const i = s.names.indexOf(sym);
      if (i >= 0) return { depth, i };
    }
    return null;
  }
}

class Interpreter {
  globals = new Map();
  macros = new Map();
  special = new Map();
  output = [];
  calls = 0;
  #tail = new TailCall();

  constructor() {
    defineSpecial(this);
    definePrimitives(this);
    this.run(prelude);
  }

  run(text) {
    const r = new Reader(text);
    let value = Unspecified;
    while (!r.done) value = this.force(this.compile(r.read(), null)([]));
    return value;
  }

  compile(x, scope) {
    if (x instanceof Sym) return this.#reference(x, scope);
    if (x instanceof Pair) {
      if (x.car instanceof Sym) {
        const local = scope?.find(x.car);
        const macro = local ? local.macro : this.macros.get(x.car);
        if (macro) return this.compile(macro(x, scope), scope);
        if (!local && this.special.has(x.car.name)) return this.special.get(x.car.name)(x, scope);
      }
      const f = this.compile(x.car, scope);
      const args = [...x.cdr].map((a) => this.compile(a, scope));
      return (env) => {
        const t = this.#tail;
        const callee = this.force(f(env));
        const values = args.map((a) => this.force(a(env)));
        t.f = callee;
        t.args = values;
        return t;
      };
    }
    if (x === Nil) throw new SchemeError('empty application');
    return () => x;
  }
  #reference(sym, scope) {
    const found = scope?.find(sym);
    if (found?.macro) throw new SchemeError('macro used as a variable', sym);
    if (found) {
      const { depth, i } = found;
      if (depth === 0) return (env) => env[i];
      if (depth === 1) return (env) => env.outer[i];
      return (env) => {
        for (let d = depth; d > 0; d--) env = env.outer;
        return env[i];
      };
    }
    if (this.special.has(sym.name) || this.macros.has(sym)) throw new SchemeError('syntax used as a variable', sym);
    const { globals } = this;
    return () => {
      const v = globals.get(sym);
      if (v === undefined) throw new SchemeError('unbound variable', sym);
      return v;
    };
  }
  body(forms, scope) {
    const xs = [...forms];
    if (xs.length === 0) return () => Unspecified;
    // Internal definitions become names of the scope before anything is compiled.
    if (scope) {
      for (const f of xs) {
        if (f instanceof Pair && f.car === Sym.of('define')) {
          let target = f.cdr.car;
          while (target instanceof Pair) target = target.car;
          if (!scope.names.includes(target)) scope.names.push(target);
        }
      }
    }
    const code = xs.map((f) => this.compile(f, scope));
    if (code.length === 1) return code[0];
    const last = code.pop();
    return (env) => {
      for (const c of code) this.force(c(env));
      return last(env);
    };
  }
  force(v) {
    while (v instanceof TailCall) {
      const { f, args } = v;
      v = this.step(f, args);
    }
    return v;
  }
  step(f, args) {
    this.calls++;
    if (f instanceof Primitive) {
      if (args.length < f.min || args.length > f.max) throw new SchemeError(`${f.name} expects ${f.min}${f.max === f.min ? '' : '+'} arguments, got ${args.length}`);
      return f.f(...args);
    }
    if (!(f instanceof Lambda)) throw new SchemeError('not a procedure', f);
    const n = f.required;
    if (args.length < n || (!f.rest && args.length > n)) throw new SchemeError(`${f.name} expects ${n} arguments, got ${args.length}`);
    const env = f.rest ? [...args.slice(0, n), fromArray(args.slice(n))] : args;
    env.outer = f.env;
    return f.body(env);
  }
  apply(f, ...args) {
    return this.force(this.step(f, args));
  }
}

function defineSpecial(it) {
  const special = (name, f) => it.special.set(name, f);
  const S = Sym.of;
  special('quote', (x) => {
    const v = x.cdr.car;
    return () => v;
  });
  special('if', (x, s) => {
    const [, test, yes, no] = [...x];
    const t = it.compile(test, s);
    const y = it.compile(yes, s);
    const n = no === undefined ? () => Unspecified : it.compile(no, s);
    return (env) => (it.force(t(env)) !== false ? y(env) : n(env));
  });
  const assign = (sym, code, scope, define) => {
    const found = scope?.find(sym);
    if (found && !found.macro) {
      const { depth, i } = found;
      return (env) => {
        const v = it.force(code(env));
        let e = env;
        for (let d = depth; d > 0; d--) e = e.outer;
        e[i] = v;
        return Unspecified;
      };
    }
    return (env) => {
      const v = it.force(code(env));
      if (!define && !it.globals.has(sym)) throw new SchemeError('set! of an unbound variable', sym);
      if (v instanceof Lambda && v.name === 'lambda') v.name = sym.name;
      it.globals.set(sym, v);
      return Unspecified;
    };
  };
  special('define', (x, s) => {
    let target = x.cdr.car;
    let value = x.cdr.cdr;
    if (target instanceof Pair) {
      while (target.car instanceof Pair) {
        value = list(new Pair(S('lambda'), new Pair(target.cdr, value)));
        target = target.car;
      }
      return assign(target.car, lambda(target.car.name, target.cdr, value, s), s, true);
    }
    return assign(target, value === Nil ? () => Unspecified : it.compile(value.car, s), s, true);
  });
  special('set!', (x, s) => assign(x.cdr.car, it.compile(x.cdr.cdr.car, s), s, false));
  const lambda = (name, params, body, scope) => {
    const names = [];
    let p = params;
    for (; p instanceof Pair; p = p.cdr) names.push(p.car);
    const required = names.length;
    const rest = p !== Nil;
    if (rest) names.push(p);
    const inner = new Scope(names, scope);
    const code = it.body(body, inner);
    return (env) => new Lambda(name, required, rest, code, env);
  };
  special('lambda', (x, s) => lambda('lambda', x.cdr.car, x.cdr.cdr, s));
  special('named-lambda', (x, s) => lambda(x.cdr.car.car.name, x.cdr.car.cdr, x.cdr.cdr, s));
  special('let', (x, s) => {
    if (x.cdr.car instanceof Sym) {
      const [, name, bindings, ...body] = [...x];
      const vars = [...bindings].map((b) => b.car);
      const inits = [...bindings].map((b) => b.cdr.car);
      const loop = list(S('letrec'), list(list(name, new Pair(S('lambda'), new Pair(fromArray(vars), fromArray(body))))), name);
      return it.compile(new Pair(loop, fromArray(inits)), s);
    }
    const bindings = [...x.cdr.car];
    return it.compile(new Pair(new Pair(S('lambda'), new Pair(fromArray(bindings.map((b) => b.car)), x.cdr.cdr)), fromArray(bindings.map((b) => b.cdr.car))), s);
  });
  special('letrec', (x, s) => {
    const bindings = [...x.cdr.car];
    const defines = bindings.map((b) => new Pair(S('define'), b));
    return it.compile(list(new Pair(S('lambda'), new Pair(Nil, fromArray([...defines, new Pair(new Pair(S('lambda'), new Pair(Nil, x.cdr.cdr)), Nil)])))), s);
  });
  special('and', (x, s) => {
    const code = [...x.cdr].map((e) => it.compile(e, s));
    if (code.length === 0) return () => true;
    const last = code.pop();
    return (env) => {
      for (const c of code) if (it.force(c(env)) === false) return false;
      return last(env);
    };
  });
  special('or', (x, s) => {
    const code = [...x.cdr].map((e) => it.compile(e, s));
    if (code.length === 0) return () => false;
    const last = code.pop();
    return (env) => {
      for (const c of code) {
        const v = it.force(c(env));
        if (v !== false) return v;
      }
      return last(env);
    };
  });
  const sequence = (forms, s) => {
    const code = [...forms].map((f) => it.compile(f, s));
    const last = code.pop();
    return (env) => {
      for (const c of code) it.force(c(env));
      return last(env);
    };
  };
  special('begin', (x, s) => (x.cdr === Nil ? () => Unspecified : sequence(x.cdr, s)));
  special('cond', (x, s) => {
    const clauses = [...x.cdr].map((c) => {
      const arrow = c.cdr instanceof Pair && c.cdr.car === S('=>');
      const body = arrow ? it.compile(c.cdr.cdr.car, s) : c.cdr === Nil ? null : sequence(c.cdr, s);
      return { test: c.car === S('else') ? null : it.compile(c.car, s), arrow, body };
    });
    return (env) => {
      for (const { test, arrow, body } of clauses) {
        const v = test === null ? true : it.force(test(env));
        if (v === false) continue;
        if (arrow) return it.step(it.force(body(env)), [v]);
        return body === null ? v : body(env);
      }
      return Unspecified;
    };
  });
  special('quasiquote', (x, s) => {
    const walk = (t, depth) => {
      if (Array.isArray(t)) return list(S('list->vector'), walk(fromArray(t), depth));
      if (!(t instanceof Pair)) return list(S('quote'), t);
      if (t.car === S('unquote')) return depth === 1 ? t.cdr.car : list(S('list'), list(S('quote'), t.car), walk(t.cdr.car, depth - 1));
      if (t.car === S('quasiquote')) return list(S('list'), list(S('quote'), t.car), walk(t.cdr.car, depth + 1));
      if (t.car instanceof Pair && t.car.car === S('unquote-splicing') && depth === 1) return list(S('append'), t.car.cdr.car, walk(t.cdr, depth));
      return list(S('cons'), walk(t.car, depth), walk(t.cdr, depth));
    };
    return it.compile(walk(x.cdr.car, 1), s);
  });
  special('define-syntax', (x, s) => {
    const macro = syntaxRules(x.cdr.cdr.car);
    if (s) s.macros.set(x.cdr.car, macro);
    else it.macros.set(x.cdr.car, macro);
    return () => Unspecified;
  });
}

// ---- syntax-rules: patterns with ellipses; names bound by templates are renamed ----
function syntaxRules(spec) {
  const [, literals, ...rules] = [...spec];
  const dots = Sym.of('...');
  const isLiteral = (s) => [...literals].includes(s);
  const match = (p, x, b) => {
    if (p instanceof Sym) {
      if (isLiteral(p)) return p === x;
      if (p !== Sym.of('_')) b.set(p, x);
      return true;
    }
    if (p instanceof Pair) {
      if (p.cdr instanceof Pair && p.cdr.car === dots) {
        const after = p.cdr.cdr;
        let min = 0;
        for (let q = after; q instanceof Pair; q = q.cdr) min++;
        const items = [];
        while (x instanceof Pair) {
          items.push(x.car);
          x = x.cdr;
        }
        const tail = items.splice(Math.max(0, items.length - min));
        if (tail.length < min) return false;
        const seqs = items.map((i) => {
          const inner = new Map();
          return match(p.car, i, inner) ? inner : null;
        });
        if (seqs.includes(null)) return false;
        for (const v of variables(p.car)) b.set(v, { each: seqs.map((m) => m.get(v)) });
        return match(after, fromArray(tail, x), b);
      }
      return x instanceof Pair && match(p.car, x.car, b) && match(p.cdr, x.cdr, b);
    }
    if (p === Nil) return x === Nil;
    return p === x;
  };
  const variables = (p) => (p instanceof Sym ? (p === dots || isLiteral(p) ? [] : [p]) : p instanceof Pair ? [...variables(p.car), ...variables(p.cdr)] : []);
  const binders = (t, acc = new Set()) => {
    if (t instanceof Pair) {
      if (t.car instanceof Sym && ['let', 'letrec', 'let*'].includes(t.car.name) && t.cdr instanceof Pair) {
        let bs = t.cdr.car;
        if (bs instanceof Sym) {
          acc.add(bs);
          bs = t.cdr.cdr.car;
        }
        for (; bs instanceof Pair; bs = bs.cdr) if (bs.car instanceof Pair && bs.car.car instanceof Sym) acc.add(bs.car.car);
      }
      if (t.car === Sym.of('lambda') && t.cdr instanceof Pair) for (const v of variables(t.cdr.car)) acc.add(v);
      binders(t.car, acc);
      binders(t.cdr, acc);
    }
    return acc;
  };
  const expand = (t, b) => {
    if (t instanceof Sym) return b.has(t) ? b.get(t) : t;
    if (!(t instanceof Pair)) return t;
    if (t.cdr instanceof Pair && t.cdr.car === dots) {
      const vars = variables(t.car).filter((v) => b.get(v)?.each);
      if (vars.length === 0) throw new SchemeError('ellipsis without a sequence');
      const n = Math.max(...vars.map((v) => b.get(v).each.length));
      const items = Array.from({ length: n }, (_, i) => {
        const inner = new Map(b);
        for (const v of vars) inner.set(v, b.get(v).each[i]);
        return expand(t.car, inner);
      });
      return fromArray(items, expand(t.cdr.cdr, b));
    }
    return new Pair(expand(t.car, b), expand(t.cdr, b));
  };
  return (form) => {
    for (const rule of rules) {
      const [pattern, template] = [...rule];
      const b = new Map();
      if (match(pattern.cdr, form.cdr, b)) {
        for (const s of binders(template)) if (!b.has(s) && s !== dots) b.set(s, Sym.fresh(s.name));
        return expand(template, b);
      }
    }
    throw new SchemeError('no rule matches', form);
  };
}

function definePrimitives(it) {
  const prim = (name, f, min = f.length, max = min) => it.globals.set(Sym.of(name), new Primitive(name, f, min, max));
  const norm = (b) => (b >= BigInt(Number.MIN_SAFE_INTEGER) && b <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(b) : b);
  const number = (x) => {
    if (typeof x !== 'number' && typeof x !== 'bigint') throw new SchemeError('not a number', x);
    return x;
  };
  const isInt = (x) => typeof x === 'bigint' || Number.isInteger(x);
  const arith = (small, big) => (a, b) => {
    number(a);
    number(b);
    if (typeof a === 'number' && typeof b === 'number') {
      const r = small(a, b);
      if (!Number.isInteger(a) || !Number.isInteger(b) || Number.isSafeInteger(r)) return r;
    }
    if (isInt(a) && isInt(b)) return norm(big(BigInt(a), BigInt(b)));
    return small(Number(a), Number(b));
  };
  const add = arith((a, b) => a + b, (a, b) => a + b);
  const sub = arith((a, b) => a - b, (a, b) => a - b);
  const mul = arith((a, b) => a * b, (a, b) => a * b);
  prim('+', (...xs) => xs.reduce(add, 0), 0, Infinity);
  prim('*', (...xs) => xs.reduce(mul, 1), 0, Infinity);
  prim('-', (x, ...xs) => (xs.length === 0 ? sub(0, x) : xs.reduce(sub, x)), 1, Infinity);
  const divide = (name, small, big) => prim(name, (a, b) => {
    if (Number(number(b)) === 0) throw new SchemeError(`${name} by zero`);
    return typeof a === 'number' && typeof b === 'number' ? small(a, b) : norm(big(BigInt(a), BigInt(b)));
  }, 2);
  divide('quotient', (a, b) => Math.trunc(a / b), (a, b) => a / b);
  divide('remainder', (a, b) => a % b, (a, b) => a % b);
  divide('modulo', (a, b) => ((a % b) + b) % b, (a, b) => ((a % b) + b) % b);
  prim('/', (a, b) => Number(number(a)) / Number(number(b)));
  const compare = (name, f) => prim(name, (...xs) => xs.every((x, i) => i === 0 || f(number(xs[i - 1]), number(x))), 1, Infinity);
  compare('=', (a, b) => a == b);
  compare('<', (a, b) => a < b);
  compare('>', (a, b) => a > b);
  compare('<=', (a, b) => a <= b);
  compare('>=', (a, b) => a >= b);
  for (const f of ['sqrt', 'floor', 'round', 'abs', 'exp']) prim(f, (x) => Math[f](Number(number(x))));
  prim('cons', (a, b) => new Pair(a, b));
  const pair = (p) => {
    if (!(p instanceof Pair)) throw new SchemeError('not a pair', p);
    return p;
  };
  prim('car', (p) => pair(p).car);
  prim('cdr', (p) => pair(p).cdr);
  prim('set-car!', (p, v) => ((pair(p).car = v), Unspecified));
  prim('set-cdr!', (p, v) => ((pair(p).cdr = v), Unspecified));
  for (const path of ['aa', 'ad', 'da', 'dd', 'add', 'ddd']) prim(`c${path}r`, (p) => [...path].reduceRight((x, c) => (c === 'a' ? pair(x).car : pair(x).cdr), p));
  prim('list', (...xs) => fromArray(xs), 0, Infinity);
  prim('length', (l) => [...l].length);
  prim('append', (...ls) => ls.reduceRight((tail, l) => fromArray([...l], tail)), 1, Infinity);
  prim('reverse', (l) => fromArray([...l].reverse()));
  prim('list->vector', (l) => [...l]);
  prim('vector->list', (v) => fromArray(v));
  prim('vector', (...xs) => xs, 0, Infinity);
  prim('make-vector', (n, x = 0) => Array(n).fill(x), 1, 2);
  const inside = (v, i) => {
    if (!(i >= 0 && i < v.length)) throw new SchemeError('index out of range', i);
    return i;
  };
  prim('vector-ref', (v, i) => v[inside(v, i)]);
  prim('vector-set!', (v, i, x) => ((v[inside(v, i)] = x), Unspecified));
  prim('vector-length', (v) => v.length);
  const is = (name, f) => prim(name, (x) => f(x));
  is('null?', (x) => x === Nil);
  is('pair?', (x) => x instanceof Pair);
  is('symbol?', (x) => x instanceof Sym);
  is('number?', (x) => typeof x === 'number' || typeof x === 'bigint');
  is('string?', (x) => x instanceof MString);
  is('procedure?', (x) => x instanceof Lambda || x instanceof Primitive);
  is('vector?', (x) => Array.isArray(x));
  is('not', (x) => x === false);
  is('zero?', (x) => x == 0);
  is('even?', (x) => (typeof x === 'bigint' ? x % 2n === 0n : x % 2 === 0));
  is('odd?', (x) => (typeof x === 'bigint' ? x % 2n !== 0n : x % 2 !== 0));
  const eqv = (a, b) => a === b || (a instanceof Char && b instanceof Char && a.c === b.c);
  const equal = (a, b) => eqv(a, b) || (a instanceof Pair && b instanceof Pair ? equal(a.car, b.car) && equal(a.cdr, b.cdr) : a instanceof MString && b instanceof MString ? a.s === b.s : Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((x, i) => equal(x, b[i])) : false);
  prim('eq?', eqv);
  prim('eqv?', eqv);
  prim('equal?', equal);
  prim('display', (x) => (it.output.push(write(x, true)), Unspecified));
  prim('write', (x) => (it.output.push(write(x)), Unspecified));
  prim('newline', () => (it.output.push('\n'), Unspecified));
  prim('string-append', (...xs) => new MString(xs.map((x) => x.s).join('')), 0, Infinity);
  prim('number->string', (n, radix = 10) => new MString(n.toString(radix)), 1, 2);
  prim('string->number', (s, radix = 10) => (radix === 10 && s.s.trim() !== '' && !Number.isNaN(Number(s.s)) ? Number(s.s) : radix !== 10 ? parseInt(s.s, radix) : false), 1, 2);
  prim('string->symbol', (s) => Sym.of(s.s));
  prim('symbol->string', (s) => new MString(s.name));
  prim('string->list', (s) => fromArray([...s.s].map((c) => new Char(c))));
  prim('list->string', (l) => new MString([...l].map((c) => c.c).join('')));
  prim('string-length', (s) => s.s.length);
  prim('substring', (s, a, b = s.s.length) => new MString(s.s.slice(a, b)), 2, 3);
  prim('string<?', (a, b) => a.s < b.s);
  prim('char-upcase', (c) => new Char(c.c.toUpperCase()));
  prim('char->integer', (c) => c.c.codePointAt(0));
  prim('make-table', () => new Map());
  const keyOf = (k) => (k instanceof MString ? `"${k.s}` : k);
  prim('table-set!', (t, k, v) => (t.set(keyOf(k), v), Unspecified));
  prim('table-ref', (t, k, d = false) => t.get(keyOf(k)) ?? d, 2, 3);
  prim('table-size', (t) => t.size);
  prim('apply', (f, ...args) => it.apply(f, ...args.slice(0, -1), ...args.at(-1)), 2, Infinity);
  prim('error', (m, ...irritants) => {
    throw new SchemeError(m.s ?? write(m), ...irritants);
  }, 1, Infinity);
  prim('raise', (x) => {
    throw new Raised(x);
  });
  prim('error-message', (e) => new MString(e instanceof SchemeError ? e.short : write(e)));
  prim('with-handler', (handler, thunk) => {
    try {
      return it.apply(thunk);
    } catch (e) {
      if (e instanceof Raised) return it.step(handler, [e.payload]);
      if (e instanceof SchemeError) return it.step(handler, [e]);
      throw e;
    }
  });
  prim('dynamic-wind', (before, thunk, after) => {
    it.apply(before);
    try {
      return it.apply(thunk);
    } finally {
      it.apply(after);
    }
  });
  prim('call/cc', (f) => {
    const tag = {};
    const k = new Primitive('continuation', (v = Unspecified) => {
      throw new Escape(tag, v);
    }, 0, 1);
    try {
      return it.apply(f, k);
    } catch (e) {
      if (e instanceof Escape && e.tag === tag) return e.value;
      throw e;
    }
  });
  prim('eval', (x) => it.force(it.compile(x, null)([])));
}

const prelude = `
(define-syntax let* (syntax-rules () ((_ () body ...) (let () body ...)) ((_ (b rest ...) body ...) (let (b) (let* (rest ...) body ...)))))
(define-syntax when (syntax-rules () ((_ c body ...) (if c (begin body ...)))))
(define-syntax unless (syntax-rules () ((_ c body ...) (if c #f (begin body ...)))))
(define-syntax case (syntax-rules (else) ((_ e (else body ...)) (begin body ...)) ((_ e ((d ...) body ...) rest ...) (let ((v e)) (if (memv v '(d ...)) (begin body ...) (case v rest ...)))) ((_ e) #f)))
(define-syntax do (syntax-rules () ((_ ((v init step) ...) (test result ...) body ...) (let loop ((v init) ...) (if test (begin #f result ...) (begin body ... (loop step ...)))))))
(define-syntax swap! (syntax-rules () ((_ a b) (let ((tmp a)) (set! a b) (set! b tmp)))))
(define-syntax while (syntax-rules () ((_ c body ...) (let loop () (when c body ... (loop))))))
(define-syntax my-or (syntax-rules () ((_) #f) ((_ e) e) ((_ e rest ...) (let ((t e)) (if t t (my-or rest ...))))))
(define-syntax delay (syntax-rules () ((_ e) (let ((done #f) (v #f)) (lambda () (unless done (set! v e) (set! done #t)) v)))))
(define-syntax cons-stream (syntax-rules () ((_ a b) (cons a (delay b)))))
(define (memv x l) (cond ((null? l) #f) ((eqv? x (car l)) l) (else (memv x (cdr l)))))
(define (assoc k l) (cond ((null? l) #f) ((equal? k (caar l)) (car l)) (else (assoc k (cdr l)))))
(define (map f l . more) (if (null? more) (let loop ((l l) (acc '())) (if (null? l) (reverse acc) (loop (cdr l) (cons (f (car l)) acc))))
  (let loop ((a l) (b (car more))) (if (my-or (null? a) (null? b)) '() (cons (f (car a) (car b)) (loop (cdr a) (cdr b)))))))
(define (for-each f l) (unless (null? l) (f (car l)) (for-each f (cdr l))))
(define (filter p l) (cond ((null? l) '()) ((p (car l)) (cons (car l) (filter p (cdr l)))) (else (filter p (cdr l)))))
(define (fold-left f acc l) (if (null? l) acc (fold-left f (f acc (car l)) (cdr l))))
(define (fold-right f acc l) (if (null? l) acc (f (car l) (fold-right f acc (cdr l)))))
(define (iota n) (let loop ((i (- n 1)) (acc '())) (if (< i 0) acc (loop (- i 1) (cons i acc)))))
(define (compose . fs) (if (null? fs) (lambda (x) x) (lambda (x) ((car fs) ((apply compose (cdr fs)) x)))))
(define (sort l less) (if (my-or (null? l) (null? (cdr l))) l
  (let ((p (car l))) (append (sort (filter (lambda (x) (less x p)) (cdr l)) less) (list p) (sort (filter (lambda (x) (not (less x p))) (cdr l)) less)))))
(define (stream-head s n) (if (= n 0) '() (cons (car s) (stream-head ((cdr s)) (- n 1)))))
`;

// ---- programs ----
const it = new Interpreter();
const test = (label, source) => {
  it.output = [];
  let result;
  try {
    result = write(it.run(source));
  } catch (e) {
    result = e instanceof SchemeError ? `error: ${e.message}` : e instanceof Raised ? `raised: ${write(e.payload)}` : `${e.constructor.name}: unexpected`;
  }
  const out = it.output.join('').trimEnd();
  print(`${label}: ${result}${out ? ` | ${out.replace(/\n/g, ' / ')}` : ''}`);
};

test('arithmetic', '(list (+ 1 2 3) (- 5) (* 2 3.5) (quotient 17 5) (modulo -7 3) (remainder -7 3) (/ 1 4) (= 1 1 1) (< 1 2 2))');
test('factorial', '(define (fact n) (if (= n 0) 1 (* n (fact (- n 1))))) (list (fact 5) (fact 20) (fact 30))');
test('tail calls', '(let loop ((i 0) (sum 0)) (if (= i 20000) sum (loop (+ i 1) (+ sum i))))');
test('mutual recursion', '(define (ev? n) (if (= n 0) #t (od? (- n 1)))) (define (od? n) (if (= n 0) #f (ev? (- n 1)))) (list (ev? 5000) (od? 5000))');
test('closures', '(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (define a (counter)) (define b (counter)) (a) (a) (list (a) (b))');
test('quotes', "`(1 ,(+ 1 1) ,@(map (lambda (x) (* x x)) '(2 3)) #(v ,(+ 2 2)) (nested `(,(x ,(+ 3 4)))) . tail)");
test('data', "(list 'sym \"str\\n\" #\\a #\\space 1.5 #t '() '(a . b) (vector 1 \"x\") ''q)");
test('higher order', "(list (map + '(1 2 3) '(10 20 30)) (filter even? (iota 10)) (fold-left cons '() '(1 2)) (fold-right cons '() '(1 2)) ((compose (lambda (x) (* x 2)) (lambda (x) (+ x 1))) 5) (apply + 1 2 '(3 4)))");
test('curried define', '(define ((adder n) x) (+ n x)) ((adder 5) 10)');
test('varargs', '(define (f a . rest) (list a rest)) (list (f 1) (f 1 2 3) ((lambda all all) 1 2))');
test('let forms', '(let* ((x 1) (y (+ x 1))) (letrec ((f (lambda (n) (if (= n 0) y (f (- n 1)))))) (f 3)))');
test('case and do', "(list (case 3 ((1 2) 'low) ((3 4) 'mid) (else 'high)) (case 9 ((1) 1) (else 'none)) (do ((i 0 (+ i 1)) (acc '() (cons i acc))) ((= i 4) acc)))");
test('cond arrow', "(list (cond ((assoc 'b '((a 1) (b 2))) => cadr) (else 'no)) (cond (#f 1)) (cond (5)))");
test('hygiene', '(let ((tmp 1) (other 2)) (swap! tmp other) (list tmp other (let ((t 5)) (my-or #f t))))');
test('while', '(define i 0) (while (< i 3) (display i) (newline) (set! i (+ i 1))) i');
test('local macro', '(let ((x 10)) (define-syntax double (syntax-rules () ((_ e) (* 2 e)))) (double (+ x 1)))');
test('escape', "(list (call/cc (lambda (k) (for-each (lambda (x) (when (< x 0) (k x))) '(1 2 -3 4)) 'none)) (+ 1 (call/cc (lambda (k) (+ 10 (k 1))))))");
test('dynamic-wind', "(call/cc (lambda (k) (dynamic-wind (lambda () (display 'in)) (lambda () (k 'out)) (lambda () (display 'after)))))");
test('handlers', "(list (with-handler (lambda (e) (list 'caught e)) (lambda () (raise 42))) (with-handler (lambda (e) (error-message e)) (lambda () (error \"bad thing:\" 1 '(2)))) (with-handler (lambda (e) 'no-car) (lambda () (car '()))))");
test('errors', '(error "custom" (list 1 "two" \'three))');
test('unbound', '(undefined-function 1)');
test('arity', '((lambda (x y) x) 1)');
test('not a procedure', '("string" 1)');
test('syntax errors', '(let ((x 1)');
test('raise', "(raise 'uncaught)");
test('vectors', '(define v (make-vector 3 0)) (vector-set! v 1 (list 1 2)) (list v (vector-length v) (vector-ref v 1))');
test('vector range', '(vector-ref (vector 1 2) 5)');
test('strings', '(list (string-append "a" "b" (number->string 255 16)) (string->list "hi") (list->string (map char-upcase (string->list "shout"))) (substring "hello" 1 3) (string->symbol "sym") (string-length "four") (string->number "12.5"))');
test('tables', '(define t (make-table)) (for-each (lambda (w) (table-set! t w (+ 1 (table-ref t w 0)))) (list "a" "b" "a" \'a)) (list (table-ref t "a") (table-ref t "b") (table-ref t \'a) (table-ref t "z" \'none) (table-size t))');
test('sort', "(list (sort '(3 1 4 1 5 9 2 6) <) (sort '(\"pear\" \"apple\" \"fig\") string<?))");
test('streams', '(define (ints n) (cons-stream n (ints (+ n 1)))) (define (smap f s) (cons-stream (f (car s)) (smap f ((cdr s))))) (define (sfilter p s) (if (p (car s)) (cons-stream (car s) (sfilter p ((cdr s)))) (sfilter p ((cdr s))))) (define (sieve s) (cons-stream (car s) (sieve (sfilter (lambda (x) (not (= 0 (remainder x (car s))))) ((cdr s)))))) (list (stream-head (smap (lambda (x) (* x x)) (ints 1)) 5) (stream-head (sieve (ints 2)) 12))');
test('queens', "(define (queens n) (define (safe? q qs d) (cond ((null? qs) #t) ((= (car qs) q) #f) ((= (abs (- (car qs) q)) d) #f) (else (safe? q (cdr qs) (+ d 1))))) (define (place k qs) (if (= k 0) 1 (let loop ((q 0) (sum 0)) (if (= q n) sum (loop (+ q 1) (if (safe? q qs 1) (+ sum (place (- k 1) (cons q qs))) sum)))))) (place n '())) (list (queens 4) (queens 5) (queens 6))");
test('hanoi', "(define moves '()) (define (hanoi n a b c) (unless (= n 0) (hanoi (- n 1) a c b) (set! moves (cons (list a c) moves)) (hanoi (- n 1) b a c))) (hanoi 3 'x 'y 'z) (reverse moves)");
test('primes', '(let loop ((n 2) (found (list))) (if (= (length found) 15) (reverse found) (loop (+ n 1) (if (let check ((ps found)) (cond ((null? ps) #t) ((= 0 (remainder n (car ps))) #f) (else (check (cdr ps))))) (append found (list n)) found))))');
test('church', "(define (church n) (lambda (f) (lambda (x) (if (= n 0) x (f (((church (- n 1)) f) x)))))) (define (add a b) (lambda (f) (lambda (x) ((a f) ((b f) x))))) (((add (church 3) (church 4)) (lambda (x) (+ x 1))) 0)");
test('Y combinator', '(((lambda (f) ((lambda (x) (f (lambda (n) ((x x) n)))) (lambda (x) (f (lambda (n) ((x x) n)))))) (lambda (self) (lambda (n) (if (< n 2) n (+ (self (- n 1)) (self (- n 2))))))) 15)');
test('objects', "(define (account balance) (lambda (msg . args) (case msg ((deposit) (set! balance (+ balance (car args))) balance) ((withdraw) (if (> (car args) balance) (error \"insufficient funds\" balance) (begin (set! balance (- balance (car args))) balance))) (else (error \"unknown message\" msg))))) (define acc (account 100)) (acc 'deposit 50) (acc 'withdraw 30) (list (acc 'deposit 0) (with-handler error-message (lambda () (acc 'withdraw 1000))) (with-handler error-message (lambda () (acc 'fly))))");
test('eval', "(list (eval '(+ 1 2)) (eval (list 'let (list (list 'x 5)) '(* x x))))");
test('meta-circular', `
(define (lookup k env) (let ((b (assoc k env))) (if b (cadr b) (error "unbound" k))))
(define (ev x env) (cond ((symbol? x) (lookup x env)) ((not (pair? x)) x)
  (else (case (car x)
    ((quote) (cadr x))
    ((if) (if (ev (cadr x) env) (ev (caddr x) env) (ev (car (cdddr x)) env)))
    ((lambda) (list 'closure (cadr x) (caddr x) env))
    (else (ap (ev (car x) env) (map (lambda (a) (ev a env)) (cdr x))))))))
(define (ap f args) (if (procedure? f) (apply f args) (ev (caddr f) (append (map list (cadr f) args) (cadr (cddr f))))))
(define base (list (list '+ +) (list '* *) (list '- -) (list '= =)))
(ev '((lambda (fact) (fact fact 10)) (lambda (self n) (if (= n 0) 1 (* n (self self (- n 1)))))) base)`);
test('big numbers', '(define (pow b n) (if (= n 0) 1 (* b (pow b (- n 1))))) (list (pow 2 100) (- (pow 2 64) (pow 2 64)) (quotient (pow 10 30) (pow 10 28)) (even? (pow 2 70)) (< (pow 2 70) (pow 2 71)))');
test('bubble sort on vectors', '(define v (list->vector (map (lambda (i) (modulo (* i 7919) 101)) (iota 30)))) (do ((i 0 (+ i 1))) ((= i 30)) (do ((j 0 (+ j 1))) ((= j (- 29 i))) (when (> (vector-ref v j) (vector-ref v (+ j 1))) (let ((t (vector-ref v j))) (vector-set! v j (vector-ref v (+ j 1))) (vector-set! v (+ j 1) t))))) (vector->list v)');
print(`calls ${it.calls}`);
