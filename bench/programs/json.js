'use strict';
// JSON: builds nested records, writes them with and without indentation, replacers and toJSON, reads them back
// with and without a reviver, and walks the result.
// bench: small=1 normal=14 long=125
const SIZE = 14; // bench:size

let state = 31337;
function rand(limit) {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >>> 12) % limit;
}

const words = ['plain', 'with "quotes"', 'back\\slash', 'tab\there', 'línea', 'snow ❄ line', '\u0001ctl', 'emoji 😀'];

class Money {
  constructor(cents, currency) {
    this.cents = cents;
    this.currency = currency;
  }
  toJSON() {
    return `${this.currency} ${Math.trunc(this.cents / 100)}.${String(this.cents % 100).padStart(2, '0')}`;
  }
}

function makeValue(depth) {
  switch (rand(depth > 3 ? 6 : 9)) {
    case 0:
      return rand(1000000) - 500000;
    case 1:
      return rand(100000) / 64;
    case 2:
      return words[rand(words.length)];
    case 3:
      return rand(2) === 0;
    case 4:
      return null;
    case 5:
      return new Money(rand(100000), 'CHF');
    case 6:
      return Array.from({ length: rand(7) }, () => makeValue(depth + 1));
    default: {
      const o = {};
      const n = 1 + rand(6);
      for (let i = 0; i < n; i++) o[`key${rand(30)}`] = makeValue(depth + 1);
      return o;
    }
  }
}

function makeRecord(id) {
  return {
    id,
    name: `record-${id}`,
    tags: [words[id % 8], words[(id * 3) % 8]],
    position: { x: id / 8, y: -id * 1e-7, z: id * 1e21 },
    active: id % 3 === 0,
    body: makeValue(0),
    history: Array.from({ length: 4 }, (_, i) => ({ at: id * 1000 + i, by: `user${rand(9)}`, note: makeValue(2) })),
    missing: undefined,
    skip() {},
  };
}

function hashText(text) {
  let h = 17;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 131) + text.charCodeAt(i)) | 0;
  return h;
}

const counts = { numbers: 0, strings: 0, booleans: 0, nulls: 0, arrays: 0, objects: 0, deepest: 0 };
function walk(value, depth) {
  if (depth > counts.deepest) counts.deepest = depth;
  if (value === null) counts.nulls++;
  else if (typeof value === 'number') counts.numbers++;
  else if (typeof value === 'string') counts.strings++;
  else if (typeof value === 'boolean') counts.booleans++;
  else if (Array.isArray(value)) {
    counts.arrays++;
    for (const v of value) walk(v, depth + 1);
  } else {
    counts.objects++;
    for (const key in value) walk(value[key], depth + 1);
  }
}

let checksum = 0;
for (let round = 0; round < SIZE; round++) {
  const records = Array.from({ length: 40 }, (_, i) => makeRecord(round * 40 + i));
  const compact = JSON.stringify(records);
  checksum = (checksum * 31 + hashText(compact)) | 0;
  const back = JSON.parse(compact);
  if (JSON.stringify(back) !== compact) throw new Error('JSON does not come back');
  walk(back, 0);
  const pretty = JSON.stringify(back.map(({ id, name, tags, position }) => ({ id, name, tags, position, more: { id } })), null, 2);
  checksum = (checksum * 31 + hashText(pretty)) | 0;
  const picked = JSON.stringify(back, ['id', 'name', 'position', 'x', 'tags']);
  checksum = (checksum * 31 + hashText(picked)) | 0;
  const rounded = JSON.stringify(back, (key, v) => (typeof v === 'number' ? Math.round(v * 10) / 10 : key === 'body' ? undefined : v));
  checksum = (checksum * 31 + hashText(rounded)) | 0;
  const revived = JSON.parse(picked, (key, v) => (key === 'id' ? v + 1 : Array.isArray(v) && key === 'tags' ? v.join('|') : v));
  checksum = (checksum + revived[3].id + revived[5].tags.length) | 0;
  let errors = 0;
  for (const bad of ['{"a":1,}', '[1 2]', '{"a"}', 'nul', '"\n"', '01', '[1,2', '']) {
    try {
      JSON.parse(bad);
    } catch (e) {
      if (e instanceof SyntaxError) errors++;
    }
  }
  checksum = (checksum + errors) | 0;
}
print(`json ${checksum}`);
print(Object.entries(counts).map(([k, v]) => `${k}=${v}`).join(' '));
