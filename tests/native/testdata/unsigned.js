"use strict";
// Remainders of numbers from 0 to 2^32 by constants: odd, even, powers of two, and what is none of these.
function m(x) { const u = x >>> 0; return [u % 2, u % 3, u % 7, u % 10, u % 1000, u % 65535, u % 65536, u % 65537, u % 100000, u % 1000003, u % 1000000007, u % 1073741824, u % 1073741823, u % 2147483647, u % 4294967295, u % 0.5, u % -7, u % 1].join(); }
function chain(n) { let x = 7, s = 0; const a = new Int32Array(1000), b = new Array(999).fill(0); for (let i = 0; i < n; i++) { x = (Math.imul(x, 1664525) + 1013904223) >>> 0; a[x % 1000]++; b[x % 999] += x % 17; s = (s + x % 65537 + (x % 12345) * 2) % 1000000007; } return s + ':' + a[17] + ':' + b[500]; }
let h = 0; const edge = [0, 1, 2, 5, 6, 7, 9, 10, 2147483647, 2147483648, 2147483649, 4294967295, 4294967294, 4294967290, 3000000000, 1073741823, 1073741824, 1073741825];
for (let r = 0; r < 120; r++) { for (const e of edge) for (const ch of m(e + r)) h = (Math.imul(h, 31) + ch.charCodeAt(0)) | 0; h ^= m(Math.imul(r, 2654435761)).length; }
print(h, chain(20000));
