'use strict';
// Constructors called by native code: derived and base ones, with fields, rest parameters, other results and other new.targets.
let made = 0;
class Base { x = 1; constructor(a) { this.a = a; made++; if (a === 2500) return { a: 'other', sum() { return 1; } }; if (a === 2600) return 7; } sum() { return this.a + this.x; } }
class Mid extends Base { #p = 5; y = 2; constructor(a, b) { super(a); this.b = b; } get p() { return #p in this ? this.#p : -1; } }
class Leaf extends Mid { z = [1]; constructor(...args) { super(...args); this.n = args.length; } }
class Plain extends Leaf { }
class Tree { constructor(d, parent) { this.parent = parent; this.left = d > 0 ? new Tree(d - 1, this) : null; this.right = d > 0 ? new Tree(d - 1, this) : null; } size() { return 1 + (this.left ? this.left.size() : 0) + (this.right ? this.right.size() : 0); } }
function Old(a, b) { this.a = a; if (b) this.b = b; this.t = new.target === Old ? 1 : 0; }
Old.prototype.get = function () { return this.a + (this.b === undefined ? 0 : this.b) + this.t; };
class Thrower extends Base { constructor(a) { if (a % 1000 === 999) throw new RangeError('early'); super(a); if (a % 1000 === 998) throw new RangeError('late'); } }
class Bare extends Base { constructor(a) { if (a % 500 !== 7) super(a); } }
class Arrow extends Base { constructor(a) { const f = () => super(a); if (a & 1) f(); else super(a); } }
const make = (C, ...a) => new C(...a);
function big(C, a) {
	// Too large to be put in place.
	let s = 0;
	for (let i = 0; i < 2; i++) { s += i; s ^= a; s = s * 3 | 0; s += i << 2; s ^= a >>> 1; s = s * 5 | 0; s -= 7; s ^= i; s = s * 7 | 0; s += a; }
	return new C(a, s & 7);
}
function attempt(f) { try { return f(); } catch (e) { return e.name + e.message.length; } }
let t = 0;
for (let i = 0; i < 4000; i++) {
	const v = [new Base(i), new Mid(i, 1), new Leaf(i, 2, 3), new Plain(i), new Old(i), make(i & 1 ? Base : Old, i), big(i % 3 ? Mid : Old, i), new Arrow(i)];
	t = t + v[0].sum() + v[1].sum() + v[2].n + v[3].sum() + v[4].get() | 0;
	t = t + (v[5].a | 0) + v[6].b + (v[1].p | 0) + (v[3].z ? v[3].z.length : 9) + (v[7].a | 0) | 0;
	t = t + String(attempt(() => new Thrower(i).a)).length + String(attempt(() => new Bare(i).a)).length | 0;
	t = t + String(attempt(() => Base(i))).length + Reflect.construct(Base, [i], Old).a | 0;
	if (i === 2000) Old.prototype = { get() { return 100; } };
	if (i === 3000) Object.setPrototypeOf(Plain, Mid);
	if (i === 3300) Object.setPrototypeOf(Plain, Base);
	if (i === 3500) Object.setPrototypeOf(Arrow, Old);
	if (i % 100 === 0) t = t + new Tree(5, null).size() | 0;
}
print(t, made, new Plain(1) instanceof Mid, Object.keys(new Leaf(1)).join());
