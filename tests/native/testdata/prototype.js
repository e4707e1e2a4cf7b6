'use strict';
// A method's result comes from an object that only the prototype chain leads to.
const o = Object.create({ i0: -128 });
let n = 0;
const f = x => { n ^= o.i0; return x; };
for (let i = 0; i < 100; i++) f(i);
Object.getPrototypeOf(o).i0 = 7;
f(0);
print(n);
