'use strict';
// instanceof of everything, in loops that have learnt about something else; globals that are written, and turn into
// accessors; code that is compiled before it has ever run.
class A {}
class B extends A {}
class C extends B {}
function F() {}
function G() {}
const odd = { [Symbol.hasInstance]: v => v === 3 };
class Even { static [Symbol.hasInstance](v) { return typeof v === 'number' && v % 2 === 0; } }
const bound = B.bind(null);
const things = [new A(), new B(), new C(), new F(), {}, [], () => 1, 3, 4, 'B', null, undefined, Symbol.iterator, 5n, Object.create(null),
  Object.create(new B()), new Proxy(new C(), {}), new Proxy({}, { getPrototypeOf: () => A.prototype }), Object.create(new Proxy(new B(), {}))];
const classes = x => [x instanceof A, x instanceof B, x instanceof C, x instanceof F, x instanceof G, x instanceof Object, x instanceof Array,
  x instanceof Function, x instanceof odd, x instanceof Even, x instanceof bound].map(Number).join('');
let text = '';
for (let i = 0; i < 120; i++) text = classes(things[i % things.length]);
print(things.map(classes).join(' '));
const isF = x => x instanceof F;
const f = new F();
let n = 0;
for (let i = 0; i < 200; i++) n += isF(f);
F.prototype = {};
for (let i = 0; i < 50; i++) n += isF(f);
F.prototype = Object.getPrototypeOf(f);
for (let i = 0; i < 50; i++) n += isF(f);
print(n);
F.prototype = 1;
try { isF(f); } catch (e) { print(e.name); }
print(isF(1));
F.prototype = Object.getPrototypeOf(f);
const isC = x => x instanceof C;
n = 0;
for (let i = 0; i < 200; i++) n += isC(things[i % 3]);
Object.setPrototypeOf(C, Object.assign(Object.create(Function.prototype), {}));
Object.defineProperty(Object.getPrototypeOf(C), Symbol.hasInstance, { value: () => true });
for (let i = 0; i < 50; i++) n += isC(things[i % 3]);
print(n);
const not = x => { try { return x instanceof things[4]; } catch (e) { return e.name; } };
for (let i = 0; i < 100; i++) n = not(f);
print(n);

var counter = 0;
var words = '';
const bump = i => { counter = counter + i; words = i % 2 ? 'odd' : counter; };
for (let i = 0; i < 300; i++) bump(i);
print(counter, words);
Object.defineProperty(globalThis, 'later', { get() { return counter; }, set(v) { counter = -v; }, configurable: true });
Object.defineProperty(globalThis, 'other', { value: 1, writable: true, configurable: true });
const set = i => { later = i; other = i; };
for (let i = 0; i < 100; i++) set(i);
print(counter, other);
Object.defineProperty(globalThis, 'other', { writable: false });
try { set(7); } catch (e) { print(e.name, other); }
try { for (let i = 0; i < 100; i++) nowhere = i; } catch (e) { print(e.name); }

// Each loop is compiled with what follows it.
const tag = (s, ...v) => s.raw.join('-') + v;
let s = 0;
for (let i = 0; i < 400; i++) s = (s + i) | 0;
for (let i = 0; i < 100; i++) s = (s + classes(things[i % 3]).length) | 0;
for (let i = 0; i < 100; i++) s = (s + new Map([[i, 1]]).size + new F().constructor.length) | 0;
for (let i = 0; i < 100; i++) s = (s + { a() { return 1; }, get b() { return 2; }, __proto__: null }.a()) | 0;
for (let i = 0; i < 100; i++) s = (s + tag`${i}x${s}y`.length) | 0;
for (let i = 0; i < 100; i++) s = (s + Math.max(i, 3) + parseInt('12')) | 0;
print(s);

// Calls and constructions of several things, few and many.
class P { constructor(a) { this.a = a; } area() { return this.a; } }
class Q extends P { constructor(a) { super(a); this.b = 1; } area() { return super.area() * 2; } }
class R extends P { area() { return 3; } }
class S extends Q { extra = 4; area() { return this.extra + super.area(); } }
class T extends S { #p = 5; constructor(...rest) { super(...rest); } area() { return this.#p + super.area(); } }
const kinds = [P, Q, R, S, T];
const functions = [x => x + 1, x => x * 2, (x, y = 5) => x - y, (...r) => r.length, Math.abs, String, Number, kinds.indexOf.bind(kinds), function () { return arguments.length; }];
for (const many of [1, 2, 3, 4, 5]) {
  for (let i = 0; i < 150; i++) {
    const o = new kinds[i % many](i & 7);
    s = (s + o.area() + Object.keys(o).length) | 0;
  }
}
for (const many of [1, 2, 3, 4, 9]) {
  const call = new Function('f', 'x', 'return f(x);');
  for (let i = 0; i < 150; i++) s = (s + String(call(functions[i % many], i)).length) | 0;
}
print(s);
