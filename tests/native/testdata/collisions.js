// Strings that all have the same hash: native code and the heap find them all the same, at
// their second homes, and charge nothing for that.
const mask = (1n << 64n) - 1n;
const text = (v) => {
  let s = "";
  for (let i = 0; i < 8; i++) { s += String.fromCharCode(Number(v & 255n)); v >>= 8n; }
  return s;
};
function key(i) {
  const w = BigInt(i) * 0x0101_0303_0505_0707n & mask;
  let x = (16n ^ w) * 0x9E3779B97F4A7C15n & mask;
  x ^= x >> 32n;
  return text(w) + text(x ^ 0x123456789ABCDEFn);
}
const n = 400, keys = [];
for (let i = 0; i < n; i++) keys.push(key(i));
// The same texts in other cells, which are no atoms.
const copy = (s) => s.slice(0, 8) + s.slice(8);

const map = new Map(), set = new Set();
function fill(m, s, from, to) {
  for (let i = from; i < to; i++) { m.set(copy(keys[i]), i); s.add(keys[i]); }
}
function look(m, s) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const k = copy(keys[i]);
    if (m.has(k)) sum += m.get(k);
    if (s.has(keys[i])) sum++;
  }
  return sum;
}
for (let i = 0; i < n; i += 20) { fill(map, set, i, i + 20); if (i % 100 === 0) print(i, look(map, set)); }
for (let i = 0; i < n; i += 3) { map.delete(copy(keys[i])); set.delete(keys[i]); }
print(look(map, set), map.size, set.size);
fill(map, set, 0, 50);
print(look(map, set), map.size, [...set].length);

// As names of properties: of one object, and of many that begin alike.
const o = {};
function write(o, k, v) { o[k] = v; }
function read(o, k) { return o[k]; }
for (let i = 0; i < n; i++) write(o, copy(keys[i]), i);
let sum = 0;
for (let r = 0; r < 3; r++) for (let i = 0; i < n; i++) sum += read(o, copy(keys[i])) + (keys[i] in o ? 1 : 0);
for (let i = 0; i < n; i += 2) delete o[copy(keys[i])];
print(sum, Object.keys(o).length);
const many = [];
for (let r = 0; r < 3; r++) for (let i = 0; i < n; i++) { const p = {}; write(p, copy(keys[i]), i); p.z = 1; many.push(p); }
sum = 0;
for (let i = 0; i < many.length; i++) sum += read(many[i], copy(keys[i % n])) + many[i].z;
print(sum, many.length);

// Integers whose places in a table are the same.
const numbers = new Map();
function count(m, k) { m.set(k, (m.get(k) ?? 0) + 1); }
for (let r = 0; r < 3; r++) for (let i = 0; i < 300; i++) count(numbers, Math.imul((i & 15) << 11 | i >> 4 << 26, 0xe8b2f51));
sum = 0;
for (const [k, v] of numbers) sum += v * (k & 1023) | 0;
print(numbers.size, sum);
