"use strict";
// Methods, getters and properties of objects of a few shapes, and what becomes of code for them when one of those changes.
let log = "";
function note(v) {
  log += typeof v === "number" && Object.is(v, -0) ? "-0;" : String(v) + ";";
}
class Base {
  constructor(w) { this.w = w; }
  area(k) { return 0; }
  half() { return this.area(2) / 2; }
  get size() { return this.w; }
}
class Square extends Base {
  area(k) { return this.w * this.w * k; }
}
class Circle extends Base {
  area(k) { return Math.PI * this.w * k; }
  get size() { return this.w * 0.5; }
}
class Box extends Base {
  constructor(w, h) { super(w); this.h = h; }
  area(k) { return k > 1 ? this.w * this.h : this.h; }
}
class Plain {
  constructor(w) { this.size = w; this.w = w; this.t = 1; }
  area(k) { if (this.t > 5) throw new RangeError("t" + this.t); return -this.w; }
  half() { return 0.25; }
}
const make = [() => [new Square(3), new Circle(2)], () => [new Square(3), new Circle(2.5), new Box(3, 4)], () => [new Circle(1e9), new Box(0, -1), new Plain(7), new Square(-0)], () => [new Square(1e9), new Box(2147483647, 2)],
  () => [new Square(1), new Circle(2), new Box(3, 4), new Plain(5), { w: 1, area: k => k }, { w: 2, get size() { return 9; }, area() { return this; } }]];
const changes = [() => {}, l => { l[0].area = k => k + 1; }, l => { Object.setPrototypeOf(l[1], { area() { return 77; }, half() { return 78; } }); }, l => { l[0].w = 1.5; }, l => { l[1].w = "7"; }, l => { l.push(new Plain(3)); }, l => { l.push(undefined); },
  l => { l[0].extra = 1; }, l => { Object.freeze(l[1]); }, l => { delete l[0].w; }, l => { l[l.length - 1].t = 9; }, l => { Square.prototype.area = Math.abs; }, l => { Circle.prototype.area = function (k) { return this.w | k; }; },
  l => { Object.defineProperty(Base.prototype, "size", { get() { return this.w + 100; }, configurable: true }); }, l => { Circle.prototype.area = 5; }, l => { delete Box.prototype.area; }];
// Between a method and its call there are arguments that change things.
const uses = [
  (l, n) => { let s = 0; for (let i = 0; i < n; i++) s += l[i % l.length].area(i & 3); return s; },
  (l, n) => { let s = 0; for (let i = 0; i < n; i++) { try { s += l[i % l.length].area(2) * 0.5; } catch (e) { s += e.name.length; } } return s; },
  (l, n) => { let s = 0; for (let i = 0; i < n; i++) s += l[i % l.length].half(); return s; },
  (l, n) => { let s = 0; for (let i = 0; i < n; i++) s += l[i % l.length].size; return s; },
  (l, n) => { let s = 0; for (let i = 0; i < n; i++) { const o = l[i % l.length]; s = (s + o.area(o.size | 0)) | 0; o.w = (o.w + 1) & 15; } return s; },
  (l, n) => { let s = 0; for (let i = 0; i < n; i++) { const o = l[i % l.length]; s = Math.max(s, o.area((o.w = i & 7, 1))); } return s; },
  (l, n) => { let s = ""; for (let i = 0; i < n; i++) { const o = l[i % l.length]; s = typeof o.area(1) + s.length; } return s; },
  (l, n) => { let s = 0, x = l[0]; for (let i = 0; i < n; i++) { s += x.area(1) + x.w; x = l[(i >> 4) % l.length]; } return s; },
];
const kept = [Square.prototype.area, Circle.prototype.area, Box.prototype.area, Object.getOwnPropertyDescriptor(Base.prototype, "size")];
for (const use of uses) {
  for (const m of make) {
    for (const change of changes) {
      const l = m();
      for (let part = 0; part < 3; part++) {
        try {
          note(use(l, 40));
        } catch (e) {
          note(e.name);
        }
        if (part === 1) change(l);
      }
      Square.prototype.area = kept[0];
      Circle.prototype.area = kept[1];
      Box.prototype.area = kept[2];
      Object.defineProperty(Base.prototype, "size", kept[3]);
    }
  }
}
// Places that have called one of a few functions, and then another, or none.
const some = [x => x + 1, x => x * 0.5, x => -x];
function calls(list, n) {
  let s = 0;
  for (let i = 0; i < n; i++) s += list[i % list.length](i);
  return s;
}
for (let part = 0; part < 12; part++) {
  const list = [some, some, [...some, Math.abs], some, [some[0], x => x | 0], [some[2], x => x & 3, x => x ^ 1, x => x >> 1], [some[0], 5], some, [some[1], undefined], [class {}], some, [Math.sqrt, some[1]]][part];
  try {
    note(calls(list, 200));
  } catch (e) {
    note(e.name);
  }
}
let sum = 0;
for (let i = 0; i < log.length; i++) sum = (Math.imul(sum, 31) + log.charCodeAt(i)) | 0;
print(log.length + " " + sum);
print(log.slice(0, 2000));
print(log.slice(-1500));
