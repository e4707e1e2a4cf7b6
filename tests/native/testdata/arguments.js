// The arguments object of an inlined function, made by the driver: its parameters have to be where it looks.
'use strict';
function f(a, b) { return arguments[1]; }
function g(v) { if ((v | 0) === v && v !== 0) return 1; return 2; }
let c = {}, seen = 0;
for (let i = 0; i < 300; i++) { let n = f(i, -0); const k = typeof n + g(n); c[k] = (c[k] | 0) + 1; n = 0; }
print(JSON.stringify(c));
