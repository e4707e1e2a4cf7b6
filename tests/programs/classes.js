'use strict';
// Classes: fields, private names, static blocks, accessors, inheritance (also from built-ins), super in every
// position, Symbol.species, new.target, mixins, and the order in which all of it happens.

const show = (label, ...values) => print(`${label}: ${values.map(text).join(' ')}`);
function text(v) {
  if (typeof v === 'string') return v;
  if (typeof v === 'symbol') return v.toString();
  if (typeof v === 'bigint') return `${v}n`;
  if (Object.is(v, -0)) return '-0';
  if (Array.isArray(v)) return `[${v.map(text).join(', ')}]`;
  if (typeof v === 'function') return `function ${v.name}`;
  if (v !== null && typeof v === 'object') return `{${Object.entries(v).map(([k, x]) => `${k}: ${text(x)}`).join(', ')}}`;
  return String(v);
}
function thrown(f) {
  try {
    f();
  } catch (e) {
    return e instanceof Error ? e.constructor.name : `value ${text(e)}`;
  }
  return 'nothing';
}

// ---- order of evaluation ----
{
  const log = [];
  const step = (name, value = name) => {
    log.push(name);
    return value;
  };
  class Base {
    constructor() {
      log.push('base constructor');
    }
  }
  class Ordered extends step('heritage', Base) {
    static [step('static key', 's')] = step('static value', 1);
    [step('field key', 'f')] = step('field value', 2);
    [step('method key', 'm')]() {}
    static {
      step('static block');
    }
    static [step('static key 2', 't')] = step('static value 2', 3);
    get [step('getter key', 'g')]() {
      return step('getter body');
    }
    constructor() {
      log.push('before super');
      super();
      log.push('after super');
    }
  }
  show('definition', log.splice(0));
  const o = new Ordered();
  show('construction', log.splice(0));
  show('members', Object.keys(o), Ordered.s, Ordered.t, o.g);
}

// ---- fields ----
{
  class Fields {
    a = 1;
    b = this.a + 1;
    'quoted key' = 3;
    42 = 'number key';
    [`computed${1 + 1}`] = 4;
    undefinedField;
    arrow = () => this.a;
    static shared = [];
    static count = Fields.shared.length;
    static self = this;
  }
  const f = new Fields();
  const { arrow } = f;
  f.a = 10;
  show('fields', Object.keys(f), f.b, f[42], arrow(), 'undefinedField' in f, Fields.self === Fields);
  show('not shared', new Fields().arrow === f.arrow);

  class WithSetter {
    set x(v) {
      this.seen = v;
    }
  }
  class Defines extends WithSetter {
    x = 5;
  }
  const d = new Defines();
  show('fields define and do not set', d.x, d.seen, Object.hasOwn(d, 'x'));

  class Anonymous {
    f = function () {};
    g = () => {};
    static h = class {};
    ['i'] = () => {};
  }
  const n = new Anonymous();
  show('names', n.f.name, n.g.name, Anonymous.h.name, n.i.name);

  class Early {
    constructor() {
      this.seen = this.describe();
    }
    describe() {
      return 'base';
    }
  }
  class Late extends Early {
    word = 'set';
    describe() {
      return String(this.word);
    }
  }
  show('fields come after super', new Late().seen, new Late().describe());
}

// ---- private names ----
{
  class Counter {
    #n = 0;
    static #made = 0;
    #limit;
    constructor(limit) {
      this.#limit = limit;
      Counter.#made++;
    }
    #check() {
      if (this.#n >= this.#limit) throw new RangeError(`limit ${this.#limit}`);
    }
    get #next() {
      return this.#n + 1;
    }
    set #next(v) {
      this.#n = v;
    }
    static #describe(c) {
      return `${c.#n}/${c.#limit}`;
    }
    tick() {
      this.#check();
      this.#next = this.#next;
      return this;
    }
    bump() {
      this.#n++;
      ++this.#n;
      this.#n += 2;
      this.#n **= 2;
      this.#n ??= 99;
      this.#n ||= 98;
      this.#n &&= this.#n - 1;
      return this.#n;
    }
    static describe(c) {
      return Counter.#describe(c);
    }
    static get made() {
      return Counter.#made;
    }
    static is(x) {
      return #n in x;
    }
    static steal(x) {
      return x.#n;
    }
    destructure() {
      const { tick } = this;
      [this.#n, this.#limit] = [this.#limit, this.#n];
      ({ a: this.#n = 7 } = {});
      return [typeof tick, this.#n, this.#limit];
    }
    optional(other) {
      return other?.#n;
    }
  }
  const c = new Counter(2).tick().tick();
  show('private', Counter.describe(c), Counter.made, thrown(() => c.tick()));
  show('brand', Counter.is(c), Counter.is({}), thrown(() => Counter.is(1)), thrown(() => Counter.steal({})));
  show('updates', new Counter(1).bump());
  show('targets', c.destructure(), c.optional(null), c.optional(c));
  show('invisible', Object.keys(c), Reflect.ownKeys(c), JSON.stringify(c));

  class Return {
    constructor(o) {
      return o;
    }
  }
  class Stamper extends Return {
    #stamp = 'stamped';
    static read(o) {
      return o.#stamp;
    }
  }
  const plain = {};
  new Stamper(plain);
  show('stamped onto another object', Stamper.read(plain), thrown(() => new Stamper(plain)));

  class Readonly {
    #m() {}
    get #g() {
      return 1;
    }
    method() {
      this.#m = 1;
    }
    getter() {
      this.#g = 1;
    }
    chain = { make: () => this.#g };
  }
  const r = new Readonly();
  show('methods and getters cannot be assigned', thrown(() => r.method()), thrown(() => r.getter()), r.chain.make());

  class Outer {
    #x = 'outer';
    make() {
      const outer = this;
      return new (class Inner {
        #x = 'inner';
        both() {
          return `${this.#x}`;
        }
        read(o) {
          return o.#x;
        }
        get peek() {
          return thrown(() => this.read(outer));
        }
      })();
    }
  }
  show('shadowed private name', new Outer().make().both(), new Outer().make().peek);
}

// ---- accessors and methods of every kind ----
{
  const key = Symbol('key');
  class Kinds {
    static async *[Symbol.asyncIterator]() {}
    static async wait() {
      return 1;
    }
    static *range(n) {
      for (let i = 0; i < n; i++) yield i;
    }
    get [key]() {
      return this.stored ?? 'none';
    }
    set [key](v) {
      this.stored = `<${v}>`;
    }
    get get() {
      return 'get';
    }
    set set(v) {
      this.wasSet = v;
    }
    async() {
      return 'async';
    }
    static static() {
      return 'static';
    }
    'string method'() {
      return 's';
    }
    0x10() {
      return 'sixteen';
    }
  }
  const k = new Kinds();
  k[key] = 3;
  k.set = 4;
  show('kinds', k[key], k.get, k.wasSet, k.async(), Kinds.static(), k['string method'](), k[16](), [...Kinds.range(3)]);
  const d = Object.getOwnPropertyDescriptor(Kinds.prototype, 'async');
  show('method descriptor', d.enumerable, d.writable, d.configurable);
  const g = Object.getOwnPropertyDescriptor(Kinds.prototype, key);
  show('accessor names', g.get.name, g.set.name, Kinds.range.name, Kinds.prototype[16].name);
  show('prototype property', Object.getOwnPropertyDescriptor(Kinds, 'prototype').writable, thrown(() => (Kinds.prototype = {})));
  show('no call', thrown(() => Kinds()), thrown(() => new k.async()), thrown(() => new Kinds.range()));
  show('keys', Reflect.ownKeys(Kinds.prototype).map(String));
}

// ---- inheritance and super ----
{
  class Animal {
    static kingdom = 'animalia';
    static create(...args) {
      return new this(...args);
    }
    constructor(name) {
      this.name = name;
    }
    speak() {
      return `${this.name} makes a sound`;
    }
    get label() {
      return `animal ${this.name}`;
    }
    set label(v) {
      this.name = v.toUpperCase();
    }
    static toString() {
      return `[class ${this.name}]`;
    }
  }
  class Dog extends Animal {
    speak() {
      const again = () => super.speak();
      return `${again()}: woof`;
    }
    get label() {
      return `${super.label} (dog)`;
    }
    set label(v) {
      super.label = `${v}!`;
    }
    set plain(v) {
      super.unknown = v;
    }
    static create(...args) {
      return super.create(...args.map((a) => `dog ${a}`));
    }
  }
  class Puppy extends Dog {
    speak() {
      return super['spe' + 'ak']().replace('woof', 'yip');
    }
  }
  const p = Puppy.create('rex');
  show('chain', p.speak(), '|', p.label);
  p.label = 'max';
  p.plain = 9;
  show('super setter', p.name, p.unknown, Object.hasOwn(p, 'unknown'));
  show('static', Puppy.kingdom, String(Puppy), `${Animal}`, Object.getPrototypeOf(Puppy) === Dog);
  show('instanceof', p instanceof Animal, Dog.prototype instanceof Animal, p.constructor.name);

  const object = {
    __proto__: { hello() { return `hello from ${this.who}`; }, who: 'proto' },
    who: 'object',
    hello() {
      return `${super.hello()} and ${super.who}`;
    },
  };
  show('super in objects', object.hello());
  const moved = { hello: object.hello, who: 'moved' };
  show('home object stays', moved.hello());

  class DoubleSuper extends Animal {
    constructor() {
      super('once');
      this.error = thrown(() => super('twice'));
    }
  }
  show('super twice', new DoubleSuper().error);
  class NoSuper extends Animal {
    constructor() {
      // `this` is never bound.
    }
  }
  class EarlyThis extends Animal {
    constructor() {
      this.x = 1;
      super();
    }
  }
  class ReturnsPrimitive extends Animal {
    constructor() {
      super();
      return 1;
    }
  }
  class ReturnsObject extends Animal {
    constructor() {
      return { replaced: true };
    }
  }
  show('constructors', thrown(() => new NoSuper()), thrown(() => new EarlyThis()), thrown(() => new ReturnsPrimitive()), new ReturnsObject());
  class SuperInArrow extends Animal {
    constructor() {
      const init = () => super('by arrow');
      init();
    }
  }
  show('super() in an arrow', new SuperInArrow().name);

  class FromNull extends null {
    static make() {
      return Object.create(this.prototype);
    }
    hi() {
      return 'hi';
    }
  }
  show('extends null', FromNull.make().hi(), Object.getPrototypeOf(FromNull.prototype), thrown(() => new FromNull()));
  show('bad heritage', thrown(() => class extends 5 {}), thrown(() => class extends (() => {}) {}), thrown(() => class extends undefined {}));

  function Old(name) {
    if (!new.target) return new Old(name);
    this.name = name;
  }
  Old.prototype.greet = function () {
    return `old ${this.name}`;
  };
  class New extends Old {
    greet() {
      return `new ${super.greet()}`;
    }
  }
  show('function as base', new New('x').greet(), Old('y').greet());
}

// ---- new.target ----
{
  class Shape {
    constructor() {
      if (new.target === Shape) throw new TypeError('abstract');
      this.kind = new.target.name;
    }
  }
  class Circle extends Shape {}
  function F() {
    return new.target === undefined ? 'called' : undefined;
  }
  const viaArrow = function () {
    this.t = (() => new.target)();
  };
  show('new.target', thrown(() => new Shape()), new Circle().kind, F(), typeof new F(), new viaArrow().t === viaArrow);
  const made = Reflect.construct(Shape, [], class Other {});
  show('Reflect.construct', made.kind, made instanceof Shape);
}

// ---- inheriting from built-ins ----
{
  class Stack extends Array {
    peek() {
      return this[this.length - 1];
    }
    static get [Symbol.species]() {
      return Array;
    }
  }
  const s = Stack.of(1, 2, 3);
  show('Array', s.length, s.peek(), s instanceof Stack, s.map((x) => x * 2) instanceof Stack, Array.isArray(s), Stack.from('ab').peek());
  s.length = 1;
  s.push(9);
  show('exotic length', text([...s]), JSON.stringify(s));

  class List extends Array {
    sum() {
      return this.reduce((a, b) => a + b, 0);
    }
  }
  const l = List.from([1, 2, 3, 4]);
  show('species', l.filter((x) => x % 2).sum(), l.slice(1).constructor.name, l.concat([5]).sum(), l.flatMap((x) => [x, x]).sum(), l.splice(0, 2).sum());

  class DefaultMap extends Map {
    #make;
    constructor(make, entries) {
      super(entries);
      this.#make = make;
    }
    get(key) {
      if (!this.has(key)) this.set(key, this.#make(key));
      return super.get(key);
    }
  }
  const m = new DefaultMap(() => [], [['a', [1]]]);
  m.get('a').push(2);
  m.get('b').push(3);
  show('Map', m.size, text([...m]), Object.prototype.toString.call(m));

  class HttpError extends Error {
    name = 'HttpError';
    constructor(status, options) {
      super(`status ${status}`, options);
      this.status = status;
    }
    get [Symbol.toStringTag]() {
      return 'Http';
    }
  }
  class NotFound extends HttpError {
    constructor(path) {
      super(404, { cause: path });
    }
  }
  const e = new NotFound('/x');
  show('Error', String(e), e.cause, e instanceof Error, e.status, Object.prototype.toString.call(e), Object.keys(e));

  class Later extends Promise {
    static resolved = 0;
    then(f, g) {
      Later.resolved++;
      return super.then(f, g);
    }
  }
  const later = Later.resolve(5).then((x) => x + 1);
  show('Promise', later instanceof Later, later.constructor === Later, Later.resolved);

  class Bytes extends Uint8Array {
    hex() {
      return Array.from(this, (b) => b.toString(16).padStart(2, '0')).join('');
    }
  }
  show('Uint8Array', Bytes.of(1, 255, 16).hex(), Bytes.of(1, 2, 3).subarray(1).hex(), new Bytes(2).constructor.name);

  class Wrapped extends Number {
    double() {
      return this * 2;
    }
  }
  class Text extends String {
    shout() {
      return `${this.toUpperCase()}!`;
    }
  }
  class Re extends RegExp {
    test(s) {
      return !super.test(s);
    }
  }
  show('wrappers', new Wrapped(21).double(), new Text('hey').shout(), new Text('hey').length, new Text('hey')[1], new Re('a').test('b'), typeof new Wrapped(1));
  class Fn extends Object {
    constructor(x) {
      super();
      this.x = x;
    }
  }
  show('Object', new Fn(3).x, new Fn(4) instanceof Fn);
}

// ---- static blocks, static inheritance, Symbol.hasInstance ----
{
  let reveal;
  class Vault {
    #secret = 'gold';
    static names = [];
    static {
      reveal = (v) => v.#secret;
      for (const n of ['a', 'b']) this.names.push(n);
      var local = 'only here';
      this.kept = local;
    }
    static {
      this.names.push(typeof local);
    }
  }
  show('static blocks', reveal(new Vault()), Vault.names, Vault.kept);

  class Even {
    static [Symbol.hasInstance](n) {
      return n % 2 === 0;
    }
  }
  show('hasInstance', 4 instanceof Even, 3 instanceof Even, thrown(() => 1 instanceof {}));

  class A {
    static make() {
      return new this();
    }
    static #private() {
      return 'private static';
    }
    static call() {
      return this.#private();
    }
  }
  class B extends A {}
  show('static private brand', A.call(), thrown(() => B.call()), B.make() instanceof B);
}

// ---- mixins and composition ----
{
  const Serial = (C) =>
    class extends C {
      serialise() {
        return JSON.stringify(this, Object.keys(this).sort());
      }
    };
  const Evented = (C) =>
    class Evented extends C {
      #handlers = new Map();
      on(name, f) {
        if (!this.#handlers.has(name)) this.#handlers.set(name, new Set());
        this.#handlers.get(name).add(f);
        return () => this.#handlers.get(name).delete(f);
      }
      emit(name, ...args) {
        return [...(this.#handlers.get(name) ?? [])].map((f) => f.apply(this, args));
      }
    };
  class Point {
    constructor(x, y) {
      Object.assign(this, { y, x });
    }
  }
  class Rich extends Serial(Evented(Point)) {}
  const r = new Rich(1, 2);
  const off = r.on('move', function (dx) {
    this.x += dx;
    return this.x;
  });
  r.on('move', () => 'seen');
  show('mixins', r.emit('move', 5), r.serialise(), off(), r.emit('move', 5), r.emit('none'));
  show('names', Object.getPrototypeOf(Rich).name, Object.getPrototypeOf(Object.getPrototypeOf(Rich)).name);
}

// ---- class bindings and expressions ----
{
  const Named = class Inner {
    static self() {
      return Inner;
    }
    static reassign() {
      Inner = 1;
    }
  };
  show('expressions', Named.self() === Named, Named.name, typeof Inner, thrown(() => Named.reassign()));
  show('TDZ', thrown(() => new Later2()), thrown(() => {
    class X extends X {}
  }));
  class Later2 {}
  const classes = [class {}, class { static name = 'own'; }, class extends Object {}];
  show('anonymous', classes.map((c) => `<${c.name}>`), Object.hasOwn(classes[0], 'name'));
  let Reassigned = class {};
  const Old = Reassigned;
  Reassigned = class extends Old {};
  show('rebinding', new Reassigned() instanceof Old, Old.name, Reassigned.name);
  const instances = [];
  for (let i = 0; i < 3; i++) {
    instances.push(
      new (class {
        id = i;
        get() {
          return i * 10 + this.id;
        }
      })(),
    );
  }
  show('per iteration', instances.map((x) => x.get()), instances[0].constructor === instances[1].constructor);
}

// ---- a larger hierarchy: an expression language with visitors ----
class Expr {
  accept(visitor) {
    return visitor[`visit${this.constructor.name}`](this);
  }
  toString() {
    return this.accept(new Printer());
  }
}
class Num extends Expr {
  constructor(value) {
    super();
    this.value = value;
  }
}
class Var extends Expr {
  constructor(name) {
    super();
    this.name = name;
  }
}
class Bin extends Expr {
  constructor(op, left, right) {
    super();
    Object.assign(this, { op, left, right });
  }
}
class Call extends Expr {
  constructor(name, ...args) {
    super();
    this.name = name;
    this.args = args;
  }
}
class Visitor {
  visitNum(n) {
    return this.leaf(n);
  }
  visitVar(v) {
    return this.leaf(v);
  }
  visitBin({ left, right }) {
    return this.combine(left.accept(this), right.accept(this));
  }
  visitCall({ args }) {
    return args.map((a) => a.accept(this)).reduce((a, b) => this.combine(a, b), this.leaf(null));
  }
}
class Printer extends Visitor {
  static #power = { '+': 1, '-': 1, '*': 2, '/': 2, '**': 3 };
  visitNum({ value }) {
    return `${value}`;
  }
  visitVar({ name }) {
    return name;
  }
  visitBin({ op, left, right }) {
    const side = (e, strict) => {
      const inner = e.accept(this);
      if (!(e instanceof Bin)) return inner;
      const a = Printer.#power[e.op];
      const b = Printer.#power[op];
      return a < b || (strict && a === b) ? `(${inner})` : inner;
    };
    return `${side(left, op === '**')} ${op} ${side(right, op === '-' || op === '/')}`;
  }
  visitCall({ name, args }) {
    return `${name}(${args.map((a) => a.accept(this)).join(', ')})`;
  }
}
class Evaluator extends Visitor {
  #scope;
  static functions = { max: Math.max, min: Math.min, sq: (x) => x * x };
  constructor(scope) {
    super();
    this.#scope = scope;
  }
  visitNum({ value }) {
    return value;
  }
  visitVar({ name }) {
    if (!(name in this.#scope)) throw new ReferenceError(name);
    return this.#scope[name];
  }
  visitBin({ op, left, right }) {
    const a = left.accept(this);
    const b = right.accept(this);
    switch (op) {
      case '+':
        return a + b;
      case '-':
        return a - b;
      case '*':
        return a * b;
      case '/':
        return a / b;
      default:
        return a ** b;
    }
  }
  visitCall({ name, args }) {
    return Evaluator.functions[name](...args.map((a) => a.accept(this)));
  }
}
class Names extends Visitor {
  leaf(n) {
    return n instanceof Var ? [n.name] : [];
  }
  combine(a, b) {
    return [...new Set([...a, ...b])];
  }
}
class Size extends Visitor {
  leaf(n) {
    return n === null ? 1 : 1;
  }
  combine(a, b) {
    return a + b;
  }
}
class Derive extends Visitor {
  #by;
  constructor(by) {
    super();
    this.#by = by;
  }
  visitNum() {
    return new Num(0);
  }
  visitVar({ name }) {
    return new Num(name === this.#by ? 1 : 0);
  }
  visitBin(e) {
    const { op, left, right } = e;
    const [dl, dr] = [left.accept(this), right.accept(this)];
    switch (op) {
      case '+':
      case '-':
        return simplify(new Bin(op, dl, dr));
      case '*':
        return simplify(new Bin('+', simplify(new Bin('*', dl, right)), simplify(new Bin('*', left, dr))));
      case '**': {
        const outer = simplify(new Bin('*', right, simplify(new Bin('**', left, new Num(right.value - 1)))));
        return simplify(new Bin('*', outer, dl));
      }
      default:
        throw new TypeError(`cannot derive ${op}`);
    }
  }
}
function simplify(e) {
  const { op, left, right } = e;
  const is = (x, v) => x instanceof Num && x.value === v;
  if (left instanceof Num && right instanceof Num) return new Num(e.accept(new Evaluator({})));
  if (op === '+' && is(left, 0)) return right;
  if ((op === '+' || op === '-') && is(right, 0)) return left;
  if (op === '*' && (is(left, 0) || is(right, 0))) return new Num(0);
  if (op === '*' && is(left, 1)) return right;
  if ((op === '*' || op === '**') && is(right, 1)) return left;
  return e;
}
{
  const x = new Var('x');
  const y = new Var('y');
  const e = new Bin('+', new Bin('*', new Num(3), new Bin('**', x, new Num(2))), new Bin('*', new Bin('-', x, y), new Num(4)));
  show('expression', String(e), e.accept(new Evaluator({ x: 2, y: 5 })), e.accept(new Names()), e.accept(new Size()));
  show('derivative', `${e.accept(new Derive('x'))}`, '|', `${e.accept(new Derive('y'))}`, '|', `${e.accept(new Derive('z'))}`);
  const c = new Call('max', new Call('sq', x), new Bin('/', y, new Num(2)), new Num(-1));
  show('call', `${c}`, c.accept(new Evaluator({ x: 3, y: 40 })), c.accept(new Size()), thrown(() => c.accept(new Evaluator({}))));
  show('errors', thrown(() => c.accept(new Derive('x'))), thrown(() => new Bin('/', x, y).accept(new Derive('x'))));
  show('printing', `${new Bin('-', x, new Bin('-', y, x))} | ${new Bin('**', new Bin('**', x, y), x)} | ${new Bin('*', new Bin('+', x, y), new Bin('/', x, y))}`);
}

// ---- symbols on classes ----
{
  class Money {
    #cents;
    constructor(cents) {
      this.#cents = cents;
    }
    [Symbol.toPrimitive](hint) {
      return hint === 'string' ? `$${(this.#cents / 100).toFixed(2)}` : hint === 'number' ? this.#cents : `${this.#cents}c`;
    }
    static get [Symbol.toStringTag]() {
      return 'MoneyClass';
    }
    *[Symbol.iterator]() {
      yield Math.trunc(this.#cents / 100);
      yield this.#cents % 100;
    }
    get [Symbol.isConcatSpreadable]() {
      return true;
    }
    get length() {
      return 1;
    }
    get 0() {
      return this.#cents;
    }
  }
  const m = new Money(1234);
  show('toPrimitive', `${m}`, +m, m + '', m * 2, m > 1233, [...m], [0].concat(m), Object.prototype.toString.call(Money));
}
