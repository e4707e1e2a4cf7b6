'use strict';
// Operations on BigInts of all sizes around 32, 64 and 128 bits, with all signs: what native code does itself and what it leaves.
const list = [];
for (const bits of [0n, 1n, 2n, 5n, 31n, 32n, 33n, 63n, 64n, 65n, 96n, 127n, 128n, 129n, 200n]) for (const d of [-1n, 0n, 1n, 12345n]) list.push((1n << bits) + d, -((1n << bits) + d));
list.push(0xcbf29ce484222325n, 0x100000001b3n, 0xdeadbeefcafebabe0123456789abcdefn, 3n, 7n, 64n, 100n, 127n);
const ops = {
  add: (x, y) => x + y, sub: (x, y) => x - y, mul: (x, y) => x * y, div: (x, y) => x / y, mod: (x, y) => x % y, and: (x, y) => x & y, or: (x, y) => x | y, xor: (x, y) => x ^ y,
  shl: (x, y) => x << (y % 140n), shr: (x, y) => x >> (y % 140n), neg: (x) => -x, not: (x) => ~x, inc: (x) => ++x, dec: (x) => --x, post: (x) => [x++, x].join(),
  lt: (x, y) => x < y, le: (x, y) => x <= y, gt: (x, y) => x > y, ge: (x, y) => x >= y, eq: (x, y) => x === y, ne: (x, y) => x !== y, loose: (x, y) => x == y, unlike: (x, y) => x != y,
  iflt: (x, y) => (x < y ? 1 : 2), ifnle: (x, y) => (!(x <= y) ? 1 : 2), ifgt: (x, y) => (x > y ? 1 : 2), ifge: (x, y) => (x >= y ? 1 : 2), ifeq: (x, y) => (x === y ? 1 : 2), ifzero: (x) => (x === 0n ? 1 : 2), ifnot: (x) => (x ? 1 : 2), negated: (x) => !x,
  u64: (x) => BigInt.asUintN(64, x), s64: (x) => BigInt.asIntN(64, x), u1: (x) => BigInt.asUintN(1, x), s33: (x) => BigInt.asIntN(33, x), un: (x, y) => BigInt.asUintN(Number(y & 127n), x), sn: (x, y) => BigInt.asIntN(Number(y & 127n), x),
  zero: (x) => BigInt.asUintN(0, x), small: (x, y) => BigInt(Number(BigInt.asIntN(32, x))) + y, mixed: (x) => x + 1, text: (x) => x + '', number: (x) => Number(x), sum: (x, y) => { let s = 0n; for (let i = 0n; i < (y & 15n); i++) s += x; return s; },
};
let hash = 7;
const mix = (s) => { for (let i = 0; i < s.length; i++) hash = (Math.imul(hash, 31) + s.charCodeAt(i)) | 0; };
for (const [name, f] of Object.entries(ops)) {
  let n = 0;
  for (const x of list) {
    for (let i = n++ % 31; i < list.length; i += 31) {
      try {
        mix(String(f(x, list[i])));
      } catch (e) {
        mix(e.name);
      }
    }
  }
  print(name, hash);
}
// The same places with numbers, too.
let total = 0;
for (let i = 0; i < 300; i++) {
  const v = i % 3 === 0 ? BigInt(i) : i;
  if (v > 100) total++;
  if (v === 99n || v === 100) total += 1000;
  if (v) total += Number(v + v);
  if (typeof v === 'bigint' && -v < 0n && ~v < -1n) total++;
}
print(total);
