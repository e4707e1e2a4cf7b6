'use strict';
// Elements and methods of strings at places that see one-byte and two-byte strings, ropes, units that are not there,
// and other things than strings; and what other instructions of the same functions make of it.

function units(s, from, to) {
  const out = [];
  for (let i = from; i < to; i++) out.push(s[i] === undefined ? '-' : s[i]);
  return out.join('');
}

function both(a, b) {
  const seen = [];
  let n = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i];
    const y = b[i + 1];
    seen.push(x === y);
    if (seen.length > 9) n += seen.pop() ? 1 : 0;
    n += b.length + a.indexOf === undefined ? 1 : 0;
  }
  return `${n} ${seen.length} ${seen.filter((v) => v).length}`;
}

function methods(s, k) {
  let n = 0;
  for (let i = 0; i < 4; i++) {
    n = (n * 31 + s.length + (s.at ? 1 : 0)) | 0;
    n = (n * 31 + s.indexOf('b', i) + (s.includes('é') ? 3 : 5)) | 0;
    n = (n * 31 + s.slice(i, k).length) | 0;
  }
  return n;
}

const narrow = 'abcbcabcab';
const wide = 'aébc☃x\u{1F600}b';
for (let round = 0; round < 60; round++) {
  let rope = '';
  for (let i = 0; i < 20; i++) rope += i % 3 === 0 ? narrow[i % 10] : wide[i % 9];
  const texts = [narrow, wide, rope, '', narrow + round, wide + round];
  const line = [];
  for (const t of texts) line.push(units(t, 0, t.length), units(t, round % 4, t.length + 2), both(t, wide), both(wide, t));
  line.push(units(['x', , 'y'], 0, 4), both(['a', 'b'], ['a', 'a']), both([1, 2, 3], narrow));
  for (const t of texts) line.push(methods(t, round % 7));
  const list = ['b', 'é', 'c'];
  list.length = 2 + (round % 3);
  line.push(methods(list, 2));
  if (round % 10 === 9) print(line.join('|'));
}

// push and pop of what is no ordinary array, in a function that has seen others.
function ends(a, v) {
  const n = a.push(v);
  const got = a.pop();
  return `${n}${got}${a.length}`;
}
class Stack extends Array {}
const frozen = Object.freeze([1]);
let text = '';
for (let i = 0; i < 300; i++) {
  text += ends(i % 5 === 0 ? new Stack(3) : [i], i);
  if (i % 7 === 0) text += ends({ push: Array.prototype.push, pop: Array.prototype.pop, length: i }, 'o');
  try {
    if (i % 11 === 0) text += ends(frozen, i);
  } catch (e) {
    text += e.name[0];
  }
  if (text.length > 500) {
    print(text);
    text = '';
  }
}
print(text, [].pop(), ends([, 1, ,], undefined));
