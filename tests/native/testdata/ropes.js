"use strict";
// Units of ropes, which become slices when they are read, of slices of either width, and of what turns from one into another
// while a loop runs.
const parts = [];
for (let i = 0; i < 24; i++) parts.push('part ' + i + (i === 17 ? ' \u4e2d\u{1F600}' : ' is here') + '-'.repeat(i));
function build(n, wide) { let s = ''; for (let i = 0; i < n; i++) s += parts[wide ? i : i % 9]; return s; }
function hash(s) { let h = 7; for (let i = 0; i < s.length; i++) h = (Math.imul(h, 31) + s.charCodeAt(i)) | 0; return h; }
function letters(s) { let n = 0; for (let i = 0; i < s.length; i++) if (s[i] === 'e' || s[i] === '-') n += i; return n; }
function points(s) { let n = 0; for (let i = 0; i < s.length; i++) n = (n ^ s.codePointAt(i) * i) | 0; return n; }
function both(a, b) { let n = 0; for (let i = 0; i < a.length && i < b.length; i++) if (a.charCodeAt(i) === b.charCodeAt(i)) n++; return n; }
// The rope grows in the loop that reads it.
function growing(n) { let s = '', h = 0; for (let i = 0; i < n; i++) { s += parts[i % parts.length]; h = (h * 5 + s.charCodeAt(i) + s.charCodeAt(s.length - 1)) | 0; } return h; }
function beyond(s) { let n = 0; for (let i = -2; i < s.length + 3; i++) n += Number.isNaN(s.charCodeAt(i)) ? 1000 : s[i] === undefined ? 1 : 2; return n; }
let out = 0;
for (let r = 0; r < 30; r++) {
  const narrow = build(9 + r, false), wide = build(12 + r % 12, true), slice = narrow.slice(3 + r, -5), tail = wide.slice(r), flat = 'a flat string ' + r;
  for (const s of [narrow, slice, flat, wide, tail, narrow]) out = (out * 3 + hash(s) + letters(s) + points(s) + beyond(s)) | 0;
  out = (out + both(narrow, slice) + both(build(8, false) + r, build(8, false)) + both(wide, tail) + growing(40 + r)) | 0;
}
print(out);
