class A { x = 1; #p = 2; static s = 3; get p() { return this.#p; } static { A.t = A.s; } #m() { return super.toString(); } m() { return this.#m(); } has(o) { return #p in o; } }
class B extends A { constructor() { const f = () => super(); f(); this.y = new.target; } ['k' + 1] = () => this; static async *gen() { yield super.x; } }
class C extends null {}
const D = class { static name2 = class {}; };
const o = { __proto__: A, m() { return super.m(); }, get a() { return 1; }, 0: 1, [A]: class {}, ...B, f: () => {} };
