"use strict";
// Setters of dates with all kinds of arguments, functions that are coroutines made in loops, and ArrayBuffer.isView.
let log = 0;
function note(...list) {
  for (const x of list) {
    const s = String(x);
    for (let i = 0; i < s.length; i++) log = (Math.imul(log, 31) + s.charCodeAt(i)) | 0;
  }
}
const names = ["Date", "FullYear", "Hours", "Milliseconds", "Minutes", "Month", "Seconds"];
const odd = { valueOf() { note("v"); return 3; } };
const args = i => [[], [i], [i, 2], [1, i, 3], [1.7, -i], [i, undefined], ["4"], [odd, i], [NaN], [1e9, 1], [2, 3, 4, i], [null]][i % 12];
const frozen = Object.freeze(new Date(5));
class Mine extends Date {
  shift(n) { return this.setUTCDate(this.getUTCDate() + n); }
}
const views = [new Uint8Array(2), new DataView(new ArrayBuffer(3)), new ArrayBuffer(2), [], null, 5, "s", new Float64Array(1), {}, undefined, new Proxy(new Uint8Array(1), {})];
async function later(i) {
  const twice = async x => { await null; return x * 2 + i; };
  const gen = function* (n) { for (let k = 0; k < n; k++) yield k + i; };
  const agen = async function* () { yield* gen(2); };
  let s = await twice(i);
  for (const x of gen(3)) s += x;
  for await (const x of agen()) s += x;
  try {
    await (async () => { if (i % 3 === 0) throw new RangeError("l"); return new gen(); })();
  } catch (e) {
    s += e.name.length;
  }
  return s + twice.name.length + gen.length + Object.getPrototypeOf(gen(1)) + (Object.getPrototypeOf(gen.prototype) === Object.getPrototypeOf(agen.prototype)) + twice.hasOwnProperty("prototype");
}
for (let i = 0; i < 120; i++) {
  const d = new Date(i % 17 === 16 ? NaN : 1e12 + i * 864e5 * 37);
  const name = names[i % names.length];
  note(d["set" + name](...args(i)), d["setUTC" + name](...args(i + 1)), +d, d.setMonth(i), d.setUTCHours(i % 30, 5), d.setTime(i * 1e8), d.setDate(40));
  note(d.getTime(), d.valueOf(), d.getTime() === +d);
  note(new Mine(i * 1e9).shift(i), ArrayBuffer.isView(views[i % views.length]), ArrayBuffer.isView(i), ArrayBuffer.isView());
  if (i % 30 === 29) {
    for (const bad of [{}, frozen, null]) {
      try {
        note(Date.prototype.setUTCMinutes.call(bad, 5), Date.prototype.getTime.call(bad));
      } catch (e) {
        note(e.name);
      }
    }
  }
}
(async () => {
  for (let i = 0; i < 60; i++) note(await later(i));
  print(log);
})();
