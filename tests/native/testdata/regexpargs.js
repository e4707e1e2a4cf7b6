"use strict";
// Methods of strings called with regular expressions, and with what only looks like one.
let log = "";
function note(...a) {
  log += a.map(String).join() + ";";
}
const all = /(\w)(\d)?/g;
const one = /(\w)(\d)?/;
const named = /(?<letter>[a-z])-?(?<digit>\d)/g;
const text = "a1 b-2 c d4 ";
function by(...args) {
  return "<" + args.map(x => typeof x === "object" ? JSON.stringify(x) : String(x)).join("|") + ">";
}
function round(k) {
  all.lastIndex = k;
  one.lastIndex = 2;
  note(text.replace(all, "[$1$2$&]"), text.replace(one, "[$1$2]"), text.replaceAll(all, "$$"));
  note(all.lastIndex, one.lastIndex);
  note(text.replace(all, by), text.replace(one, by), text.replaceAll(all, by), text.replace(named, by));
  note(text.replace(named, "$<digit>$<letter>"), text.replace(/x/, by), text.replace(/x/g, by), text.replace(/$/g, by));
  note(text.match(all), text.match(one), text.match(/x/g), text.search(/\d/), text.search(all), text.split(/[ -]/), text.split(/( )/, 3));
  for (const m of text.matchAll(named)) note(m.index, m[0], m.groups.digit);
  for (const f of [() => text.matchAll(one), () => text.replaceAll(one, ""), () => text.replaceAll(one, by)]) {
    try {
      f();
      note("no error");
    } catch (e) {
      note(e.name);
    }
  }
  const y = /\w\d/y;
  y.lastIndex = 3;
  note(text.replace(y, by), y.lastIndex, text.replace(y, "!"), y.lastIndex);
  const frozen = Object.freeze(/\d/);
  note(text.replace(frozen, by), text.replace(frozen, "#"), text.search(frozen));
  const mine = /\d/g;
  mine[Symbol.replace] = (s, r) => "mine " + s.length + typeof r;
  mine[Symbol.split] = (s, n) => ["mine", n];
  note(text.replace(mine, by), text.replace(mine, ""), text.split(mine), text.split(mine, 1));
  const odd = /\d/;
  odd.exec = () => null;
  note(text.replace(odd, "q"), text.match(odd), text.search(odd));
  const object = { [Symbol.match]: s => "m" + s.length, [Symbol.search]: () => 7, [Symbol.matchAll]: () => "all", flags: "g", toString: () => "d4" };
  note(text.match(object), text.search(object), text.matchAll(object), text.replace({ toString: () => "d4" }, by));
}
for (let k = 0; k < 30; k++) round(k % 5);
// Enough patterns that some share a set of the cache of programs.
let n = 0;
for (let k = 0; k < 3; k++) {
  for (let i = 0; i < 300; i++) n += new RegExp("a" + i, i % 2 ? "g" : "").test("xa" + i) ? 1 : 0;
}
for (let k = 0; k < 200; k++) {
  for (const s of ["a", "1", " ", "é"]) n += (/[a-z]/i.test(s) ? 1 : 0) + (/\d/.test(s) ? 2 : 0) + (/[a-z]/.test(s) ? 4 : 0);
}
let h = 0;
for (let i = 0; i < log.length; i++) h = h * 31 + log.charCodeAt(i) | 0;
print(log.slice(0, 1500));
print(n, h, log.length);
