"use strict";
// Arrays of what Maps, Sets and their iterators give, and the iterators themselves: with entries that have been
// deleted, tables that have been replaced, iterators that stand in the middle, subclasses and objects of other kinds.
let log = 0;
function note(...list) {
  for (const x of list) {
    const s = Array.isArray(x) ? "[" + x.map(String).join("|") + "]" + x.length : String(x);
    for (let i = 0; i < s.length; i++) log = (Math.imul(log, 31) + s.charCodeAt(i)) | 0;
  }
}
class Mine extends Map {
  *[Symbol.iterator]() { yield [1, 2]; }
}
const spread = v => [...v];
const two = (a, b) => [0, ...a, ...b, 1];
const from = v => Array.from(v);
const own = v => Array.from.call(Object, v).length;
const keys = m => [...m.keys()];
const values = m => [...m.values()];
const entries = m => Array.from(m.entries());
const sorted = m => [...m.entries()].sort((a, b) => String(a[1]) < String(b[1]) ? -1 : 1);
const dedupe = a => [...new Set(a)];
const max = m => Math.max(...m.values());
const kept = [];
const one = new Set([1]);
for (let i = 0; i < 80; i++) {
  const m = new Map(), s = new Set();
  const n = i < 60 ? 3 + i % 3 : i % 9 === 0 ? 0 : i % 13 === 0 ? 300 : i % 12;
  for (let k = 0; k < n; k++) {
    m.set(k % 3 ? "k" + k : k, k * i);
    s.add(k & 1 ? { k } : k);
  }
  note(spread(m), spread(s), from(m), from(s), keys(m), values(m), keys(s), values(s), entries(s), sorted(m), max(m));
  m.delete(0);
  s.delete(2);
  note(spread(m), spread(s), keys(m), entries(m), dedupe([1, i, 1, "x", i % 4, "x"]), own(s));
  const it = m.values(), st = s[Symbol.iterator]();
  it.next();
  if (i % 7 === 0) m.clear();
  if (i % 5 === 0) for (let k = 0; k < 9; k++) m.set("more" + k, k);
  const rest = spread(it);
  note(rest, it.next().done, spread(it), two(st, keys(m)), st.next().done);
  const whole = m.keys();
  note(spread(whole), whole.next().done, spread(whole).length);
  note(spread(new Mine([[5, i]])), from("aé" + i), spread("a😀b\ud800" + i), from("čđ" + i), from({ length: 2, 0: i }), spread([i, , 2]), two("ab", m.keys()));
  kept.push(...s.keys());
  // Fewer values than the array was made with room for: the next ones find it.
  note([...one, i, 2].length, [...one.values(), ...one, i].length);
  if (i % 40 === 39) {
    for (const bad of [null, 5, {}, { [Symbol.iterator]: 1 }]) {
      try {
        note(spread(bad));
      } catch (e) {
        note(e.name);
      }
      try {
        note(keys.call(null, bad));
      } catch (e) {
        note(e.name);
      }
    }
    try {
      Map.prototype.keys.call(new Set());
    } catch (e) {
      note(e.name);
    }
  }
}
note(kept.length, kept.filter(x => typeof x === "object").length);
print(log);
