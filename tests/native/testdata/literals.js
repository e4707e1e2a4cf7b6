"use strict";
// Regular expression literals in loops: objects of their own each time, whose programs are kept for as long as
// there is room; and replacements by functions where nothing matches.
let log = 0;
function note(s) {
  s = String(s);
  for (let i = 0; i < s.length; i++) log = (Math.imul(log, 31) + s.charCodeAt(i)) | 0;
}
const upper = s => s.toUpperCase();
const escape = s => s.replace(/[&<>]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" }[c]));
function marked(s) {
  const m = /^(#+)\s*(.*)$/.exec(s);
  if (m) return m[1].length + escape(m[2]);
  if (/^\s*$/.test(s)) return "-";
  return escape(s).replace(/\*([^*]+)\*/g, "<$1>").replace(/_(\w)/, upper);
}
function own(i) {
  const r = /a(?<x>b)?/g;
  if (i % 5 === 0) r.extra = i;
  if (i % 3 === 0) r.lastIndex = i;
  return r;
}
function unseen(i) {
  const r = /x+y/giu;
  return r.lastIndex + r.source.length + (i % 40 === 39 ? r.flags.length : 0);
}
function state() {
  const sticky = /b/y;
  const global = /b/g;
  sticky.lastIndex = 1;
  global.lastIndex = 2;
  return "abab".replace(sticky, upper) + sticky.lastIndex + "aaa".replace(global, upper) + global.lastIndex + "bab".replace(global, upper) + global.lastIndex;
}
const frozen = Object.freeze(/q/g);
const lines = ["# one <two>", "plain", "", "a & *b* _c", "## x", "   ", "_é & <ö> *č*"];
let last = null;
for (let i = 0; i < 120; i++) {
  note(marked(lines[i % lines.length]));
  const r = own(i);
  note(`${r === last}${r.lastIndex}${r.extra}${r}${r.exec("xabab")}${r.lastIndex}${Object.keys(r)}`);
  last = r;
  note(unseen(i));
  note(state());
  note(["", 0, "0", NaN, i, null, [], 1n, 0n, undefined, false].filter(Boolean).length + Number(Boolean(i % 2)) + Number(Boolean()));
  if (i % 60 === 39) {
    // Others take the places of their programs.
    for (let j = 0; j < 250; j++) note(new RegExp(`${i + j}`).test(String(j)));
    try {
      note("abc".replace(frozen, upper));
    } catch (e) {
      note(e.name);
    }
  }
}
print(log);
