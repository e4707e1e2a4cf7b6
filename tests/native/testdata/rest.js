'use strict';
// Rest parameters, arguments and spread: inlined, called natively and through the driver, with all numbers of arguments.
const sum = (...xs) => { let s = 0; for (let i = 0; i < xs.length; i++) s += xs[i]; return s; };
function rest1(a, ...xs) { return a + xs.length * 10 + (xs.length > 1 ? xs[1] : 0); }
function rest2(a, b, ...xs) { xs.push(a, b); return xs.join('-').length; }
function va() { let s = arguments.length; for (let i = 0; i < arguments.length; i++) s += arguments[i]; return s; }
const fwd = (...a) => sum(...a);
const fwd2 = (...a) => sum(1, ...a, 2, ...a);
const fwd3 = (f, ...a) => f(...a);
const kept = [];
function keep(...a) { if (a[0] % 1000 === 0) kept.push(a); return a.length; }
function deep(n, ...a) { return n === 0 ? a.length : deep(n - 1, ...a, n); }
function late(a, b = a, ...xs) { return b + xs.length; }
function thrower(...a) { if (a[0] % 97 === 0) throw new RangeError(String(a.length)); return a[0] | 0; }
function caught(i) { try { return thrower(i, 1, 2); } catch (e) { return e.message.length; } }
function target(a, b) { return this.k + a + (b === undefined ? 0 : b) | 0; }
const o = { k: 3 };
class P { x = 1; constructor(...args) { this.a = args; this.n = args.length; } }
class Q extends P { y = 2; }
class R extends Q { constructor(a, ...more) { super(a, ...more); this.z = more.length; } }
const many = [];
for (let i = 0; i < 40; i++) many.push(i);
let t = 0;
for (let i = 0; i < 4000; i++) {
	const x = i === 3000 ? 0.5 : i === 3500 ? 'x' : i;
	t += sum() + sum(i) + sum(1, 2, 3, i) + rest1(i) + rest1(i, 1) + rest1(i, 1, 2, 3);
	t += rest2(i) + rest2(1, 2, 3, 4) + va() + va(i, 1) + fwd() + fwd(1, i) + fwd2(i, 3) + fwd3(sum, 1, i, 3) + fwd3(va, i);
	t += keep(i, x) + late(1) + late(1, 2) + late(1, 2, 3, 4) + caught(i);
	if (i % 50 === 0) t += deep(6) + sum(...many) + rest1(...many) + fwd(...many);
	t += target.call(o, i) + target.call(o, i, 1) + target.call(o) + sum.call(null, 1, i) + fwd3.call(0, sum, 2, i);
	const p = new P(i, 2), q = new Q(i), r = new R(i, 1, 2);
	t += p.n + q.n + q.y + r.z + r.n + r.a[0] + String(fwd(x, 1)).length;
	t |= 0;
}
print(t, kept.length, kept[3].join());
try { (1, o).k.call(); } catch (e) { print(e.name); }
try { for (let i = 0; i < 500; i++) { const f = i < 400 ? target : {}; Function.prototype.call.call(f, o, i); } } catch (e) { print(e.name); }
// Whatever is called, Function.prototype.call among it.
function callee(...a) { return a.length; }
callee.m = Function.prototype.call;
const objects = [{ m: sum }, { m: va }, { m: rest1 }, callee, { m(a) { return a; } }, { m: fwd }];
let u = 0;
for (let i = 0; i < 3000; i++) {
	const x = objects[i % objects.length];
	u = u + x.m(i, 1) + (i % 6 === 2 ? 0 : x.m() | 0) | 0;
}
print(u);
