'use strict';
// Private names, super, in: of one class and of many, of what is no object, of names that a class made again does not share.
const make = (n) =>
  class {
    #a = n;
    #b;
    static #count = 0;
    constructor(b) {
      this.#b = b;
    }
    get #sum() {
      return this.#a + this.#b;
    }
    set #sum(v) {
      this.#a = v - this.#b;
    }
    #twice() {
      return 2 * this.#sum;
    }
    static has(o) {
      return #a in o;
    }
    static hasMethod(o) {
      return #twice in o;
    }
    static read(o) {
      return o.#b;
    }
    static write(o, v) {
      o.#b = v;
      this.#count++;
      return this.#count;
    }
    all() {
      this.#sum += 1;
      return this.#twice() + this.#a * 1000 + this.#b;
    }
    wrong() {
      this.#twice = 1;
    }
  };
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e.name;
  }
};
const [P, Q] = [make(1), make(10)];
class Sub extends P {
  z = 1;
}
class Sub2 extends Sub {
  w = 2;
}
let out = [];
const heir = Object.create(new P(5));
for (let i = 0; i < 200; i++) {
  const objects = [new P(i), new Q(i), new Sub(i), new Sub2(i), heir, {}, [], null, 'text', 7, new Proxy(new P(1), {})];
  const o = objects[i % objects.length];
  out.push(attempt(() => P.has(o)), attempt(() => Q.has(o)), attempt(() => P.hasMethod(o)), attempt(() => P.read(o)), attempt(() => P.write(o, i)), attempt(() => P.read(o)));
  out.push(attempt(() => o.all()), attempt(() => o.wrong()));
}
const digest = (list) => {
  let h = 0;
  for (const v of list) for (const c of String(v)) h = (h * 31 + c.charCodeAt(0)) | 0;
  return h;
};
print(out.length, digest(out));

class Base {
  get kind() {
    return 'base of ' + this.name;
  }
  set kind(v) {
    this.log = v;
  }
  hello(n) {
    return `${this.name}${n}`;
  }
  [Symbol.toStringTag] = 'Base';
}
Base.prototype.shared = 5;
class Middle extends Base {
  name = 'm';
  hello(n) {
    return super.hello(n + 1) + super.shared + super['sha' + 'red'] + super.nothing + super.kind;
  }
  write(n) {
    super.kind = n;
    super.extra = n;
    return this.log + this.extra;
  }
}
class Last extends Middle {
  name = 'l';
  hello(n) {
    return super.hello(n * 2) + '!';
  }
}
const literal = {
  __proto__: { f: () => 1, g: 2 },
  f() {
    return super.f() + super.g;
  },
  g() {
    return super.toString === Object.prototype.toString;
  },
};
out = [];
for (let i = 0; i < 150; i++) {
  const o = [new Middle(), new Last()][i & 1];
  out.push(o.hello(i), o.write(i), literal.f(), literal.g());
  if (i === 60) Base.prototype.shared = 6;
  if (i === 90) Base.prototype.nothing = 'something';
  if (i === 120) Object.setPrototypeOf(literal, { f: () => 2, g: 3 });
}
print(out.length, digest(out), out[out.length - 4]);

const inside = (k, o) => k in o;
out = [];
for (let i = 0; i < 400; i++) {
  const keys = ['name', 'shared', 'x', 'toString', 'length', '0', 0, 1, 2, -1, 5, Symbol.iterator, 'y' + i, 1.5, null];
  const objects = [new Last(), { x: 1 }, [1, , 3], new Uint8Array(2), Object.create(null), new Proxy({ x: 1 }, {}), Math, function () {}, Object('ab'), 'text', null];
  out.push(attempt(() => inside(keys[i % keys.length], objects[i % objects.length])));
  out.push(attempt(() => inside(keys[i % 10], objects[i % 3])));
}
print(out.length, digest(out));
