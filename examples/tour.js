'use strict';
// A tour of Firn: ordinary modern JavaScript first, then what is different in a hardened world.
// Run it with: go run ./cmd/firn run examples/tour.js

const title = (text) => print(`\n— ${text} —`);

title('classes, private fields, generators');
class Tree {
  #root = null;
  add(value) {
    const insert = (node) => {
      if (node === null) return { value, left: null, right: null };
      const side = value < node.value ? 'left' : 'right';
      return { ...node, [side]: insert(node[side]) };
    };
    this.#root = insert(this.#root);
    return this;
  }
  *[Symbol.iterator](node = this.#root) {
    if (node === null) return;
    yield* this[Symbol.iterator](node.left);
    yield node.value;
    yield* this[Symbol.iterator](node.right);
  }
}
const tree = new Tree();
for (const n of [5, 2, 8, 1, 9, 3]) tree.add(n);
print('sorted by a tree:', [...tree].join(' '));

title('destructuring, regular expressions, collections');
const log = '2024-02-29 alice login; 2024-03-01 bob login; 2024-03-01 alice logout';
const days = new Map();
for (const { groups: { day, user, what } } of log.matchAll(/(?<day>[\d-]+) (?<user>\w+) (?<what>\w+)/g)) {
  days.set(day, [...(days.get(day) ?? []), `${user}:${what}`]);
}
for (const [day, [first, ...others]] of days) print(day, first, others.length > 0 ? `and ${others.join(', ')}` : '');

title('big integers, typed arrays, JSON');
print('2^100 =', 2n ** 100n);
const bytes = new Uint8Array(new Float64Array([Math.PI]).buffer);
print('pi in memory:', Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join(' '));
print(JSON.stringify({ name: 'Firn', is: ['old', 'snow'], depth: 3.5 }, null, 1).replace(/\s+/g, ' '));

title('a world that nobody can change');
for (const [what, attack] of Object.entries({
  'replacing Array.prototype.map': () => {
    Array.prototype.map = () => 'hijacked';
  },
  'adding to Object.prototype': () => {
    Object.prototype.spy = () => 'listening';
  },
  'reaching Function from syntax': () => (() => {}).constructor('return 1')(),
})) {
  try {
    attack();
    print(what, 'worked?!');
  } catch (e) {
    print(`${what}: ${e.name}`);
  }
}
// What inherits from the frozen world is as free as ever.
const point = { x: 1, toString: undefined };
point.toString = () => `point at ${point.x}`;
print(`own properties shadow frozen ones: ${point}`);
print('no clock and no dice:', Date.now(), typeof Math.random);

title('harden');
const counter = harden({
  count: () => 42,
  tags: ['a', 'b'],
});
try {
  counter.tags.push('c');
} catch (e) {
  print('a hardened list refuses:', e.name);
}

title('compartments: other worlds, with nothing but what they are given');
const guest = Realm.makeCompartment();
print('the guest counts:', guest.evaluateExpr('[1, 2, 3].reduce((a, b) => a + b)'));
print('it has no print:', guest.evaluateExpr('typeof print'));
const heard = [];
guest.evaluateProgram('say("hello"); say(`I can see ${typeof console}`)', { say: harden((text) => heard.push(text)) });
print('it can only', heard.map((text) => `say ${JSON.stringify(text)}`).join(' and '));
print('its arrays are our arrays:', guest.evaluateExpr('[]') instanceof Array);
guest.global.answer = 42;
print('its globals are its own:', guest.evaluateExpr('answer'), typeof globalThis.answer);

title('promises');
const later = async (n) => {
  for (let i = 0; i < n; i++) await null;
  return n;
};
Promise.all([later(3), later(1), later(2)]).then((all) => print('all settled:', all.join(', ')));
print('this line comes first');
