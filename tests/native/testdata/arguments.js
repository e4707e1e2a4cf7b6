// The arguments object of an inlined function, made by the driver: its parameters have to be where it looks.
'use strict';
function f(a, b) { return arguments[1]; }
function g(v) { if ((v | 0) === v && v !== 0) return 1; return 2; }
let c = {}, seen = 0;
for (let i = 0; i < 300; i++) { let n = f(i, -0); const k = typeof n + g(n); c[k] = (c[k] | 0) + 1; n = 0; }
print(JSON.stringify(c));
// Each has properties of its own.
function own() { return arguments; }
const kept = [];
for (let i = 0; i < 60; i++) {
  const a = own(...Array.from({ length: i % 20 }, (_, k) => k * i)), b = own(i, undefined, i);
  if (i % 4 === 0) a.length = 1;
  if (i % 5 === 0) delete a[0];
  a[25] = i;
  let error = "";
  try { b.callee; } catch (e) { error = e.name; }
  kept.push(`${Reflect.ownKeys(a).map(String)};${a.length};${[...b]};${error};${Object.keys(b)};${JSON.stringify(Object.getOwnPropertyDescriptor(b, "length"))};${typeof Object.getOwnPropertyDescriptor(b, "callee").get};${String(a)}`);
}
let sum = 0;
for (const s of kept) for (let i = 0; i < s.length; i++) sum = (Math.imul(sum, 31) + s.charCodeAt(i)) | 0;
print(sum, kept[59]);
// Functions small enough to be put in place, whose arguments objects are read, changed, kept and returned.
function addAll() { let t = 0; for (let i = 0; i < arguments.length; i++) t += arguments[i]; return t; }
function lastOf(a) { return arguments[arguments.length - 1]; }
function changes(a, b) { arguments[0] = 7; arguments.length = 1; a = 9; return a + arguments[0] + arguments.length + (arguments[2] ?? 0.5); }
function keeps() { return arguments; }
function spreads() { return [...arguments].length + Math.max(...arguments); }
function calleeOf() { try { return arguments.callee; } catch (e) { return e.name; } }
let totals = 0, kinds = "";
for (let i = 0; i < 400; i++) {
  totals += addAll(i, 1, 2.5) + addAll() + lastOf(i) + lastOf(1, i * 0.5, i) + changes(i, 2, i) + changes() + spreads(i, 3) + keeps(i, 2)[i & 1];
  const k = keeps(i, "x", i & 3);
  k[1] = i & 4 ? "y" : undefined;
  if (i % 50 === 0) kinds += calleeOf(1) + Object.prototype.toString.call(k) + Object.keys(k) + k.length + k[1] + (k[Symbol.iterator] === Array.prototype.values) + ";";
}
print(totals + " " + kinds);
