"use strict";
// Object.assign of objects of all kinds: order of properties, setters and read-only properties in the way, frozen
// targets, sources that are the target, symbols, getters that throw, many properties, prototypes.
let log = 0;
function note(o) {
  const s = typeof o === "object" && o !== null ? Reflect.ownKeys(o).map(k => String(k) + ":" + String(Reflect.getOwnPropertyDescriptor(o, k).value)).join() : String(o);
  for (let i = 0; i < s.length; i++) log = (Math.imul(log, 31) + s.charCodeAt(i)) | 0;
}
function attempt(f, ...args) {
  try {
    note(f(...args));
  } catch (e) {
    note(e.name);
  }
  for (const a of args) note(a);
}
const sym = Symbol("s");
class Point {
  #hidden = 1;
  constructor(x) { this.x = x; }
  set y(v) { note("set y" + v); }
  get z() { return 5; }
  read() { return this.#hidden; }
}
const assign = (t, a, b) => Object.assign(t, a, b);
const merged = (a, b) => Object.assign({}, a, b, { last: 1 });
const many = n => Object.fromEntries(Array.from({ length: n }, (_, i) => ["p" + i, i]));
const inherits = Object.create({ get a() { return 1; } });
const locked = Object.create(Object.freeze({ a: 1, toFixed: 2 }));
for (let i = 0; i < 40; i++) {
  const o = { a: i, b: 2, [sym]: i };
  attempt(merged, o, { c: i, a: "x" });
  attempt(assign, { b: 1 }, o, { a: 3, d: 4 });
  attempt(assign, o, o, { q: 1 });
  attempt(assign, new Point(i), { x: 2, y: i }, null);
  attempt(assign, new Point(i), new Point(3), undefined);
  attempt(assign, { x: 1 }, new Point(i), "ab");
  attempt(assign, Object.freeze({ a: 1 }), {}, i % 2 ? { b: 1 } : { a: 1 });
  attempt(assign, Object.preventExtensions({ a: 1 }), { a: 2 }, { b: 1 });
  attempt(assign, {}, { get g() { if (i % 3 === 0) throw new RangeError("g"); return i; } }, { h: 1 });
  attempt(assign, [1, 2], { 0: 5, a: 1 }, [7, 8, 9]);
  attempt(assign, {}, { __proto__: { a: 1 } }, JSON.parse('{"toString": "t", "1": 2}'));
  attempt(assign, Object.create(null), o, { toString: 1 });
  attempt(assign, Object.create(inherits), { b: 1, a: 2 }, {});
  attempt(assign, Object.create(locked), { b: 1 }, { c: 1 });
  attempt(assign, many(i % 5 === 0 ? 70 : 3), many(90), { p3: "new", extra: 1 });
  attempt(assign, class { static a = 1; }, { a: 2, b: 3 }, {});
  const proto = { v: i };
  const child = Object.create(proto);
  for (let k = 0; k < 3; k++) note(child.v + child.w);
  assign(proto, { v: i + 1 }, { w: 1 });
  note(child.v + child.w);
  const p = new Point(9);
  note(assign(p, { x: i }, {}).read());
}
print(log);
