"use strict";
// forEach of Maps and Sets that callbacks change, Maps and Sets made of arrays, and calls with up to seven arguments spread.
let log = 0;
function note(...list) {
  for (const x of list) {
    const s = String(x);
    for (let i = 0; i < s.length; i++) log = (Math.imul(log, 31) + s.charCodeAt(i)) | 0;
  }
}
const count = (...r) => r.length * 10 + (r[3] ?? 0);
const named = (a, b, c, d, e, f) => `${a}${b}${c}${d}${e}${f}`;
class Box {
  constructor(...v) { this.v = v; }
  call(a, b, c, d) { return this.v.length + a + d; }
}
const pairs = [["a", 1], ["b", 2], ["a", 3], [NaN, 4], [-0, 5]];
for (let i = 0; i < 80; i++) {
  const m = new Map(pairs), s = new Set([1, i, 1, "x", NaN, NaN, -0, 0]);
  let seen = "";
  m.forEach((v, k, o) => { seen += k + v + (o === m); });
  s.forEach(function (v, k, o) { seen += v === k || v !== v; seen += this.t; if (o !== s) throw 1; }, { t: i });
  note(seen, m.size, s.size);
  let left = 20;
  m.forEach((v, k) => { if (left-- > 0) { m.delete(k); m.set(k + "'", v); } if (left === 10 && i % 3 === 0) m.clear(); note(k); });
  s.forEach(v => { s.delete(v); if (left-- > 0) s.add(v + 1); note(v); });
  note(m.size, s.size);
  try {
    s.forEach(() => { throw new RangeError("f"); });
    m.forEach(v => { if (v > 2) throw new RangeError("m"); });
  } catch (e) {
    note(e.name);
  }
  const args = [1, "b", i, 4.5, null, , 7].slice(0, i < 40 ? 4 + i % 2 : i % 8);
  note(count(...args), named(...args), new Box(...args).call(...args), Math.max(...args.slice(2, 3)));
  for (const bad of [[[1, 2], 3], [[1], , [2]], 5, [{ 0: "k", 1: "v" }], "ab", [[, 1]], new Map([[i, i]])]) {
    try {
      const t = new Map(bad);
      note(t.size, t.get("k"), t.get(undefined), [...t].join());
    } catch (e) {
      note(e.name);
    }
    try {
      note([...new Set(bad)].length);
    } catch (e) {
      note(e.name);
    }
  }
}
print(log);
