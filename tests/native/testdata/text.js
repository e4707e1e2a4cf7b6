'use strict';
// Conversions of strings and numbers, tests of numbers, and Object.keys, values, hasOwn and is, at places that see
// one kind of argument only, and at places that see all.

const texts = ['', ' ', 'a', ' a', 'a ', '  both  ', '\t\n\v\f\rx\u00a0', '\u2003wide\u2003', 'Ünïcödé', 'ß', 'MiXed cAsE 42', 'straße', 'ǅ', 'x'.repeat(300), ' '.repeat(300) + 'y' + ' '.repeat(270), 'İstanbul', 'ΑΣ'];
const numbers = ['0', '7', '42', '007', '1234567', '12345678', '99999999999', '-5', '+5', '3.25', '1e3', '0x1f', ' 12 ', '12px', '', ' ', 'Infinity', 'NaN', '-0', '１２'];
const values = [0, -0, 1, -1, 7, 10, 123456, -123456, 2147483647, -2147483648, 2147483648, 0.5, -2.5, 1e21, 1e-7, NaN, Infinity, -Infinity, 2 ** 53 - 1, 2 ** 53];
const others = [undefined, null, true, false, 'text', 10n];

function rope(s) {
  let r = s;
  for (let i = 0; i < 3; i++) r += '-' + i + ' ';
  return r;
}
function change(s) {
  return `[${s.trim()}|${s.trimStart()}|${s.trimEnd()}|${s.toUpperCase()}|${s.toLowerCase()}]`;
}
function parse(s) {
  return `${parseInt(s)},${parseInt(s, 10)},${parseInt(s, 16)},${Number(s)},${parseFloat(s)}`;
}
function print1(n) {
  return `${n.toString()},${n.toString(10)},${n.toString(2).length},${String(n)}`;
}
function tests(v) {
  return [Number.isInteger(v), Number.isSafeInteger(v), Number.isFinite(v), Number.isNaN(v)].map(Number).join('');
}
function globals(v) {
  return `${isNaN(v)}${isFinite(v)}`;
}
function same(a, b) {
  return Object.is(a, b);
}
function text(v) {
  return String(v);
}
function number(v) {
  return Number(v);
}
function plus(v) {
  return +v;
}
function counted(s) {
  let n = s;
  n++;
  return n - -s;
}

let hash = 0;
function note(s) {
  for (let i = 0; i < s.length; i++) hash = (hash * 31 + s.charCodeAt(i)) | 0;
}
for (let round = 0; round < 40; round++) {
  for (const s of texts) {
    note(change(s));
    note(change(rope(s)));
    note(change(s + round));
  }
  for (const s of numbers) {
    note(parse(s));
    note(parse(round + s));
    note(`${plus(s)},${plus(round + s)},${counted(s)}`);
  }
  for (const v of values) {
    note(print1(v));
    note(tests(v));
    note(globals(v));
    note(`${plus(v)},${counted(v)}`);
    note(text(v));
    note(text(number(v)));
    note(parse(v));
    for (const w of values) note(String(same(v, w)));
  }
  if (round > 20) {
    for (const v of others) {
      note(tests(v) + text(v) + text(number(v)));
      if (typeof v !== 'bigint') note(globals(v));
      for (const w of others) note(String(same(v, w)));
      for (const w of values) note(String(same(v, w)));
    }
    note(String(same('ab' + round, 'ab' + round)) + same({}, {}) + same(texts, texts) + same(10n, 10n));
  }
}
print(hash, new String(5) instanceof String, new Number('12') + 1);

// Objects: their keys and values.
const symbol = Symbol('s');
class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  get sum() {
    return this.x + this.y;
  }
}
const many = {};
for (let i = 0; i < 100; i++) many['key' + i] = i;
const holed = { a: 1, b: 2, c: 3, d: 4 };
delete holed.b;
const hidden = Object.defineProperty({ shown: 1 }, 'hidden', { value: 2, enumerable: false });
const objects = [{}, { a: 1 }, { b: 1, a: 2, 3: 3, 1: 4 }, new Point(1, 2), [5, 6, , 7], many, holed, hidden, { get g() { return 9; }, h: 1 }, { [symbol]: 1, z: 2 },
  Object.create({ inherited: 1 }), Object.create(null), Object.freeze({ f: 1, g: 2 }), function named() {}, new Map([[1, 2]]), new Proxy({ p: 1 }, {}), Object.assign(Object.create(null), many)];
function keys(o) {
  return Object.keys(o);
}
function list(o) {
  return Object.values(o);
}
function count(o) {
  return Object.keys(o).length === 0 ? 'none' : Object.keys(o).length + Object.values(o).length;
}
const names = ['a', 'b', 'x', 'f', 'key50', '1', 'length', 'hidden', 'inherited', symbol, 2, 'no' + 'ne', 'p', 'sum'];
function owns(o) {
  let n = '';
  for (const k of names) n += (Object.hasOwn(o, k) ? 1 : 0) + (o.hasOwnProperty !== undefined && o.hasOwnProperty(k) ? 2 : 0);
  return n;
}
let seen = '';
for (let round = 0; round < 60; round++) {
  const o = objects[round < 30 ? 1 + (round % 3) : round % objects.length];
  const k = keys(o);
  k.push('more');
  seen += `${k.join()}/${list(o).map(String).join()}/${count(o)}/${owns(o)};`;
  if (round === 40) holed.e = 5;
}
print(seen);
for (const bad of [undefined, null, 5, 'str']) {
  try {
    print(keys(bad).join(), list(bad).length);
  } catch (e) {
    print(e.name);
  }
}
