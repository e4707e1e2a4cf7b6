'use strict';
// Built-in functions that native code knows from the calls before, with values that it
// leaves to others now and then.
const xs = [0, -0, 0.5, -0.5, 0.49999999999999994, -0.2, 1.5, 2.5, -1.5, -2.5, 4503599627370495.5, 4503599627370497, 9007199254740991, 1e300, -1e300, Infinity, -Infinity, NaN, 2147483647.5, 3, -7];
function r(x) { return Math.round(x); }
function mx(a, b, c) { return Math.max(a, b, c); }
function mn(a, b, c) { return Math.min(a, b, c) }
function m1(a) { return Math.max(a) }
function ia(x) { return Array.isArray(x) }
const show = v => Object.is(v, -0) ? "-0" : String(v);
let out = "";
for (let k = 0; k < 60; k++) { out = ""; for (const x of xs) { out += show(r(x)) + " "; for (const y of xs) out += show(mx(x, y, 1)) + show(mn(y, x, -1)) + show(m1(y)); } }
print(out.length);
let h = 0; for (let i = 0; i < out.length; i++) h = (h * 31 + out.charCodeAt(i)) | 0; print(h); print(out.slice(0,200));
const vs = [[], {}, 1, "a", new Proxy([], {}), new Proxy({}, {}), null, undefined, new Uint8Array(2)];
let s = ""; for (let k = 0; k < 50; k++) { s = ""; for (const v of vs) s += ia(v); } print(s);
for (let k = 0; k < 50; k++) { s = ""; for (let i = 0; i < 3; i++) s += ia([]) } print(s);
