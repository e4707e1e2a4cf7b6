'use strict';
// Shapes that share a table of descriptors, in images.
class C { constructor() { this.x0 = 0; } }
const a = new C(), b = new C(), c = new C();
a.i1 = 1;
Object.freeze(b);
Object.preventExtensions(c);
let s = 0;
for (let i = 0; i < 3000; i++) s += [a, b, c, new C()][i & 3].x0 + i;
globalThis.keep = [a, b, c];
print(s, Object.keys(a).join());
