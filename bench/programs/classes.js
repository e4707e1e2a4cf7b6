'use strict';
// Modern class and binding syntax on hot paths: private fields and methods, accessors, static blocks, mixins,
// super calls, destructuring with defaults, spread and rest, optional chaining, tagged templates.
// bench: small=20 normal=2500 long=29000
const SIZE = 2500; // bench:size

class Vector {
  #x;
  #y;
  static #made = 0;
  static zero;
  static {
    Vector.zero = new Vector();
  }
  constructor(x = 0, y = 0) {
    this.#x = x;
    this.#y = y;
    Vector.#made++;
  }
  static get made() {
    return Vector.#made;
  }
  static isVector(v) {
    return #x in v;
  }
  get x() {
    return this.#x;
  }
  get y() {
    return this.#y;
  }
  plus({ x, y }) {
    return new Vector(this.#x + x, this.#y + y);
  }
  scaled(k) {
    return new Vector(this.#x * k, this.#y * k);
  }
  #dot(v) {
    return this.#x * v.#x + this.#y * v.#y;
  }
  get length2() {
    return this.#dot(this);
  }
  *[Symbol.iterator]() {
    yield this.#x;
    yield this.#y;
  }
}

const Named = (Base) =>
  class extends Base {
    #name = 'anonymous';
    get name() {
      return this.#name;
    }
    set name(v) {
      this.#name = `${v}`;
    }
    describe() {
      return `${this.#name}(${super.describe?.() ?? ''})`;
    }
  };

const Counted = (Base) =>
  class extends Base {
    count = 0;
    bump(by = 1) {
      this.count += by;
      return this;
    }
  };

class Shape {
  origin = Vector.zero;
  moved(v) {
    this.origin = this.origin.plus(v);
    return this;
  }
  area() {
    return 0;
  }
  describe() {
    const [x, y] = this.origin;
    return `${x},${y}:${this.area()}`;
  }
}

class Rectangle extends Counted(Named(Shape)) {
  constructor({ width = 1, height = width, name, ...rest } = {}) {
    super();
    this.width = width;
    this.height = height;
    this.extra = rest;
    if (name !== undefined) this.name = name;
  }
  area() {
    return this.width * this.height;
  }
}

class Square extends Rectangle {
  constructor(side, options) {
    super({ ...options, width: side });
  }
  area() {
    this.bump();
    return super.area();
  }
  get perimeter() {
    return 4 * this.width;
  }
}

class Stack {
  #items = [];
  #limit;
  constructor(limit = 16) {
    this.#limit = limit;
  }
  push(...items) {
    for (const item of items) {
      if (this.#items.length === this.#limit) this.#shrink();
      this.#items.push(item);
    }
    return this.#items.length;
  }
  #shrink() {
    const [, , ...kept] = this.#items;
    this.#items = kept;
  }
  get sum() {
    let s = 0;
    for (const i of this.#items) s += i;
    return s;
  }
}

const tag = (strings, ...values) => strings.raw.reduce((acc, s, i) => acc + s.length + (values[i] ?? 0), 0);

const nowhere = { x: -1 };

function summarise(record, scale = record.id + 1) {
  const { id, point: { x, y = [0] } = nowhere, tags = [], ...rest } = record;
  const [first, ...others] = y;
  const [head = 'none', second = head, third] = tags;
  return id + (x + first + others.length) * scale + head.length + (third?.length ?? 0) + second.length + Object.keys(rest).length;
}

let a = 1;
let b = 2;
let checksum = 0;
const stack = new Stack();
let text = '';
for (let i = 0; i < SIZE; i++) {
  let v = new Vector(i % 7, i % 5);
  for (let k = 0; k < 5; k++) v = v.plus(Vector.zero.plus({ x: k, y: 1 })).scaled(k % 2 ? 2 : 1);
  const [x, y] = v;
  checksum = (checksum * 31 + x + y + v.length2) | 0;
  const shapes = [
    new Rectangle({ width: i % 9, height: 3, colour: 'red', z: i }),
    new Square(i % 11, { name: `s${i % 3}` }),
    new Rectangle(),
  ];
  for (const s of shapes) {
    text = s.moved(v).describe();
    checksum = (checksum * 31 + s.area() + s.count + text.length + (s.extra?.z ?? 1) + (s.perimeter ?? 2)) | 0;
  }
  checksum = (checksum + stack.push(x, y, ...shapes.map((s) => s.width)) + stack.sum) | 0;
  [a, b] = [b, (a + b) % 1000007];
  checksum = (checksum + tag`a${a}\n${b}c` + (Vector.isVector(v) ? 1 : 0)) | 0;
  checksum = (checksum + summarise({ id: i, point: { x: a, y: [b, 1, 2] }, tags: ['t', 'u', 'third'], more: 1 })) | 0;
  checksum = (checksum + summarise({ id: i, tags: [undefined] }) + summarise({ id: i }, ...[a, b])) | 0;
  const merged = { ...{ a, b }, b: i, ...(i % 2 ? { c: 3 } : null) };
  checksum = (checksum + merged.b + (merged.c ?? 0) + Math.max(i, ...[a, b], ...v)) | 0;
}
print(`classes ${checksum} made ${Vector.made} sum ${stack.sum} ${text}`);
