// Strings by every operation that native code has for them, with a nursery that fills in the middle of each.
function tok(s){ let n=0,i=0; const out=[]; while(i<s.length){ const c=s[i]; if(c===" "){i++;continue;} let j=i; while(j<s.length && s[j]!==" ") j++; out.push(s.slice(i,j)); i=j; } return out; }
function lev(a,b){ const p=[]; for(let j=0;j<=b.length;j++)p.push(j); for(let i=1;i<=a.length;i++){ let d=p[0]; p[0]=i; for(let j=1;j<=b.length;j++){ const t=p[j]; p[j]=a.charCodeAt(i-1)===b.charCodeAt(j-1)?d:1+Math.min(d,p[j],p[j-1]); d=t; } } return p[b.length]; }
const B="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function b64(s){ let o=""; for(let i=0;i<s.length;i+=3){ const x=s.charCodeAt(i), y=i+1<s.length?s.charCodeAt(i+1):0, z=i+2<s.length?s.charCodeAt(i+2):0; o+=B[x>>2]+B[(x&3)<<4|y>>4]+B[(y&15)<<2|z>>6]+B[z&63]; } return o; }
function csv(rows){ let o=""; for(const r of rows){ let line=""; for(let k=0;k<r.length;k++){ if(k>0) line+=","; line+=r[k]; } o+=line+"\n"; } return o; }
function fmt(i,x){ return `item ${i}: ${x} (${typeof x})`; }
function upper(s){ let o=""; for(const c of s){ const k=c.charCodeAt(0); o+= k>=97&&k<=122?String.fromCharCode(k-32):c; } return o; }
function words(t){ const m=new Map(); for(const w of t) m.set(w,(m.get(w)||0)+1); return m; }
function sortCount(a){ let c=0; for(let i=1;i<a.length;i++) if(a[i-1]<a[i]) c++; return c; }
function kind(w){ switch(w){ case "alpha":return 1; case "beta":return 2; case "gamma":return 3; case "delta":return 4; default: return 0; } }
let t=0; const text="the quick brown fox jumps over the lazy dog alpha beta gamma delta and the rest of it ".repeat(3);
for(let r=0;r<2;r++){
  const ws=tok(text); t+=ws.length; for(const w of ws) t+=kind(w); t+=words(ws).size; t+=sortCount(ws);
  t+=lev("kitten sitting on the dock of the bay","sitting kitten at the dock of a bay, and so on");
  t+=b64(text).length; 
  const rows=[]; for(let i=0;i<12;i++) rows.push([i,"name"+i,i*7,"x"]); t+=csv(rows).length;
  for(let i=0;i<30;i++) t+=fmt(i, i%2?"s"+i:i*3).length;
  t+=upper(text).length;
}
print(t);
// All forms of strings, and operands of which some stub cannot make anything.
const forms = ["", "x", "é", "€", "abc", "0123456789abcdef".slice(1), "0123456789abcdefghijk".slice(2), "wide € and some more units".slice(5), "a" + "b".repeat(30), "a😀b"];
const others = [0, 7, -5, 10, 123456, -2147483648, 2147483647, 1.5, -0, NaN, 1e21, true, false, null, undefined, 12345678901n];
function add(a, b) { return a + b; }
function template(a, b, c) { return `${a}<${b}>${c}!`; }
function compare(a, b) { return (a < b ? 1 : 0) + (a <= b ? 2 : 0) + (a > b ? 4 : 0) + (a >= b ? 8 : 0) + (a === b ? 16 : 0) + (a !== b ? 32 : 0); }
function loose(a, b) { return a == b; }
function kindOf(v) { return typeof v; }
function isText(v) { return typeof v === "string" || typeof v === "function" || typeof v === "object"; }
function units(s) {
  let h = 0;
  for (let i = 0; i < s.length; i++) h = h * 31 + s.charCodeAt(i) + (s.codePointAt(i) ^ s[i].length) + s.at(-1 - i).length + s.charAt(i).charCodeAt(0) | 0;
  return h;
}
function outside(s, i) { return [s.charCodeAt(i), s.codePointAt(i), s.charAt(i), s.at(i), s[i]].map(String).join(); }
function parts(s) {
  let out = "";
  for (let i = -3; i < 20; i += 7) for (let j = -4; j < 22; j += 8) out += s.slice(i, j) + "|" + s.substring(i, j) + "|";
  return out + s.slice(2) + s.substring(1) + s.slice();
}
function codes(n) { let out = ""; for (let i = 0; i < n; i++) out += String.fromCharCode(i * 37); return out; }
function rope(n) { let s = "start of a rope that is long"; for (let i = 0; i < n; i++) { s += i; if (s === "no" + i || s > "z" || s.charCodeAt(i) === 0) return -1; } return s.length; }
function points(s) { let n = 0; for (const c of s) n = n * 7 + c.codePointAt(0) | 0; return n; }
function found(s, c) { for (const x of s) if (x === c) return true; return false; }
function search(s, t, i) { return [s.indexOf(t), s.indexOf(t, i), s.includes(t, i), s.startsWith(t), s.startsWith(t, i), s.endsWith(t), s.endsWith(t, i)].join(); }
let digest = 0, last = "";
function note(v) { last = v; const s = String(v); for (let i = 0; i < s.length; i++) digest = digest * 33 + s.charCodeAt(i) | 0; }
for (let round = 0; round < 2; round++) {
  for (const a of forms) {
    for (const b of forms) { note(add(a, b)); note(template(a, b, round)); note(compare(a, b)); note(loose(a, b)); note(search(a, b, round)); note(search(a + b + a, b, 2 * round)); note(search(a + "ab", b, -round)); }
    note(units(a)); note(parts(a)); note(points(a)); note(found(a, "b")); note([...a].length); note(points(new Set(a))); note(outside(a, 1)); note(outside(a, -1)); note(outside(a, 99)); note(kindOf(a)); note(isText(a));
  }
  for (const o of others) {
    note(add("n", o)); note(add(o, "n")); note(template(o, "t", o)); note(kindOf(o)); note(isText(o)); note(compare("5", "6"));
    for (const p of others) if (typeof o !== "bigint" && typeof p !== "bigint") note(add(o, p));
  }
  for (const f of [kindOf, {}, [], Symbol.iterator, class {}, new Map()]) { note(kindOf(f)); note(isText(f)); }
  note(codes(40)); note(rope(40));
  for (const bad of [Symbol("s"), { toString() { throw new RangeError("no"); } }]) {
    try { note(template("a", bad, "b")); } catch (e) { note(e.message); }
    try { note(add("a", bad)); } catch (e) { note(e.message); }
  }
  note(template({ toString() { return "object"; } }, 1, [2, 3]));
}
print(digest, last);
// ++ and -- of strings are numeric, whatever the operand.
{
  const inc = (s) => { let n = s; n++; return n; };
  const dec = (s) => { let n = s; n--; return n; };
  let sum = 0, nans = 0;
  for (let i = 0; i < 300; i++) {
    const values = [inc(String(i)), dec(`${i}.5`), inc(`x${i}`)];
    sum += values[0] + values[1];
    if (values[2] !== values[2]) nans++;
  }
  print(sum, nans);
}
