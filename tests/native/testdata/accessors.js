'use strict';
// Getters and setters: on prototypes and of the object itself, inlined and called, that throw, are replaced, or are in ROM.
let log = 0;
const big = (n) => {
  let s = 0;
  for (let i = 0; i < 3; i++) s = (s * 7 + n + i) | 0;
  for (let i = 0; i < 3; i++) s = (s * 5 + n - i) | 0;
  for (let i = 0; i < 3; i++) s = (s ^ (n << i)) | 0;
  return s;
};
class A {
  v = 1;
  static made = 0;
  static get count() {
    return ++A.made;
  }
  static set count(n) {
    A.made = n;
  }
  get small() {
    return this.v;
  }
  set small(x) {
    this.v = x;
    return 99;
  }
  get large() {
    let s = this.v;
    for (let i = 0; i < 4; i++) s = (s * 31 + big(i)) | 0;
    for (let i = 0; i < 4; i++) s = (s * 31 + big(s & 15)) | 0;
    try {
      if (this.v % 50 === 49) throw new RangeError('large');
    } finally {
      log++;
    }
    return s;
  }
  set large(x) {
    for (let i = 0; i < 4; i++) log = (log + big(x + i)) | 0;
    try {
      if (x % 40 === 39) throw new RangeError('set');
    } finally {
      this.v = x;
    }
  }
  get only() {
    return 5;
  }
}
class B extends A {
  get small() {
    return super.small + 1000;
  }
  set small(x) {
    super.small = x + 1;
  }
}
const literal = {
  v: 3,
  get small() {
    return this.v * 2;
  },
  set small(x) {
    this.v = x | 0;
  },
  get large() {
    return `${this.v}`.length;
  },
  get only() {
    return 7;
  },
};
const data = { small: 1, large: 2, only: 3 };
const objects = [new A(), new B(), literal, Object.create(literal), data, Object.create(new B())];
const read = (o) => o.small;
const write = (o, x) => {
  o.small = x;
  return o.small;
};
const read2 = (o) => o.large;
const write2 = (o, x) => {
  o.large = x;
};
const one = (o) => o.only;
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e.name;
  }
};
let sum = 0;
const mix = (v) => {
  sum = (Math.imul(sum, 31) + (typeof v === 'number' ? v : String(v).length)) | 0;
};
const single = new A();
let plain = 0;
for (let i = 0; i < 600; i++) {
  single.small = i;
  single.large = i - (i % 40 === 39);
  plain = (plain + single.small + (single.v % 50 === 49 ? 0 : single.large)) | 0;
  A.count = i;
  plain += A.count;
}
print(plain, log);
for (let i = 0; i < 900; i++) {
  const o = objects[i % (i < 300 ? 1 : i < 600 ? 2 : 6)];
  mix(read(o));
  mix(attempt(() => write(o, i)));
  mix(attempt(() => read2(o)));
  mix(attempt(() => write2(o, i)));
  mix(one(o));
  mix(attempt(() => ((o.only = i), o.only)));
  if (i === 700) Object.defineProperty(A.prototype, 'small', { get: () => 1, set: undefined, configurable: true });
  if (i === 750) Object.defineProperty(literal, 'small', { get: () => 2, configurable: true });
  if (i === 800) Object.defineProperty(literal, 'only', { value: 8, configurable: true });
  if (i === 850) delete A.prototype.large;
  if (i > 700) mix(attempt(() => write(o, i)));
}
print(sum, log);
// Accessors of ROM, and in loops of their own.
const sizes = [new Map([[1, 2]]), new Set([1, 2, 3]), new Uint8Array(7), new Map()];
let total = 0;
for (let i = 0; i < 400; i++) {
  const c = sizes[i & 3];
  total += c.size ?? c.byteLength + c.length;
  total += /x/gi.flags.length + Symbol('abc').description.length + (function f() {}).name.length;
}
print(total);
