'use strict';
// The remainder is known to be 0, if it is an int: it is NaN.
function f(p) { let n = p; n -= p; return (p % n) != 0 ? 0 : 1; }
let s = 0;
for (let i = 0; i < 500; i++) s += f(0);
print(s);
