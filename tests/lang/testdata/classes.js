// Classes.
class A { x = 1; static s = 2; #p = 3; get p() { return this.#p; } set p(v) { this.#p = v; } m() { return 'A'; } static t() { return this.s; } }
class B extends A { y = this.x + 1; constructor() { super(); this.z = this.y + 1; } m() { return 'B' + super.m(); } static t() { return super.t() + 1; } }
const b = new B(); same(b.x + b.y + b.z, 6, 'fields'); same(b.m(), 'BA', 'super method'); same(B.t(), 3, 'static super'); b.p = 9; same(b.p, 9, 'private');
throws(TypeError, () => A(), 'class call'); throws(TypeError, () => { class X extends 1 { } }, 'heritage'); throws(TypeError, () => { class X extends (() => {}) { } }, 'arrow heritage');
same(Object.getPrototypeOf(class extends null { }.prototype), null, 'extends null'); throws(TypeError, () => new (class extends null { })(), 'new of extends null');
throws(ReferenceError, () => new (class extends A { constructor() { } })(), 'no super'); throws(ReferenceError, () => new (class extends A { constructor() { super(); super(); } })(), 'super twice');
throws(ReferenceError, () => new (class extends A { constructor() { this.x; super(); } })(), 'this before super');
same(new (class extends A { constructor() { const f = () => super(); f(); } })().x, 1, 'super in an arrow'); same(new (class extends A { constructor() { return { q: 1 }; } })().q, 1, 'object result');
throws(TypeError, () => new (class extends A { constructor() { super(); return 1; } })(), 'primitive result'); same(new (class extends A { constructor() { super(); return undefined; } })().x, 1, 'undefined result');
same(new (class { constructor() { return 1; } })() !== 1, true, 'base ignores primitives');
let log = ''; const k = (x) => (log += x, x);
class O { [k('a')] = k('1'); static [k('b')] = k('2'); [k('c')]() { } static { log += 's'; } static [k('d')] = k('3'); } same(log, 'abcd2s3', 'order'); new O(); same(log, 'abcd2s31', 'field on new');
same(new (class { a = this.b; b = 2; c = () => this.b; })().c(), 2, 'this in fields'); same(class { static a = class { }; }.a.name, 'a', 'named field class');
same(new (class { ['f' + 1] = () => {}; })().f1.name, 'f1', 'computed field name'); same((class { static #m() { return 5; } static c() { return this.#m(); } }).c(), 5, 'static private method');
class P { #a = 1; #m() { return this.#a; } get #g() { return this.#m() + 1; } set #g(v) { this.#a = v; } test() { this.#g = 4; this.#a += 1; this.#a++; return this.#g; } static has(o) { return #a in o; } set() { this.#m = 1; } static get(o) { return o.#a; } opt(o) { return o?.#a; } }
same(new P().test(), 7, 'private members'); same(P.has(new P()), true, 'brand'); same(P.has({}), false, 'no brand'); throws(TypeError, () => new P().set(), 'private method is read-only'); throws(TypeError, () => P.get({}), 'private get'); same(new P().opt(null), undefined, 'optional private');
throws(TypeError, () => { class R extends class { constructor(o) { return o; } } { #z = 1; } const o = {}; new R(o); new R(o); }, 'private twice');
same(new (class N { self() { return N; } })().self().name, 'N', 'inner name'); let C1 = class Inner { static n = Inner.name; }; same(C1.n, 'Inner', 'inner name in static'); const D = C1; C1 = null; same(new D() instanceof D, true, 'rebinding');
class G { static *gen() { yield 1; } *[Symbol.iterator]() { yield* [1, 2]; } static async am() { return 1; } get [k('e')]() { return 6; } 'quoted'() { return 7; } 12() { return 8; } } same([...new G()].length, 2, 'generator method'); same(new G().e + new G().quoted() + new G()[12](), 21, 'keys');
class S { static a = 1; static b = this.a + 1; static { this.c = this.b + 1; var v = 4; S.d = v; } } same(S.c + S.d, 7, 'static blocks');
class Acc { static get v() { return 1; } static set v(x) { Acc.w = x; } } Acc.v = 5; same(Acc.w + Acc.v, 6, 'static accessors');
class E1 extends Error { constructor(m) { super(m); this.extra = 1; } } const e = new E1('hi'); same(e instanceof E1 && e instanceof Error && e.message, 'hi', 'extends Error'); class Arr extends Array { sum() { let s = 0; for (const x of this) s += x; return s; } } const ar = new Arr(); ar.push(1, 2); same(ar.sum() + ar.length, 5, 'extends Array');
same(typeof class { }, 'function', 'typeof'); same(Object.keys(A.prototype).length, 0, 'methods are not enumerable'); same(A.length + B.length + class { constructor(a, b) { } }.length, 2, 'length');
same(new (class { constructor() { this.t = new.target; } })().t.name, '', 'new.target'); class Base { constructor() { this.n = new.target.name; } } class Derived extends Base { } same(new Derived().n, 'Derived', 'new.target passes'); class Sp extends Base { constructor(...a) { super(...a); } } same(new Sp(1, 2).n, 'Sp', 'super spread');
class DefArgs extends Array { } same(new DefArgs(3).length, 3, 'default constructor passes arguments'); same(new (class extends A { x = 5; })().x, 5, 'derived field'); class Getter { static get name() { return 'custom'; } } same(Getter.name, 'custom', 'static name');
class Cap { v = 1; f = () => this.v; g = function () { return this; }; } const cap = new Cap(); same(cap.f() + (cap.g() === cap ? 1 : 0), 2, 'capturing fields'); const objs = [1, 2].map((n) => class { static n = n; }); same(objs[0].n + objs[1].n, 3, 'classes in loops'); class Sup { static m() { return () => super.toString; } } same(Sup.m()(), Object.getPrototypeOf(class {}).toString, 'super in arrow in static');
class F { static f = () => this; static g = super.toString; h = super.toString; } same(F.f(), F, 'this of static field'); same(new F().h, Object.prototype.toString, 'super in field');
throws(TypeError, () => new (class extends A { constructor() { super(); try { return 0; } catch (e) { return; } } })(), 'a wrong result is not caught inside');
same(new (class extends A { constructor() { super(); try { return; } finally { this.fin = 1; } } })().fin, 1, 'finally in a derived constructor');
