'use strict';
// What the driver does to arrays that are new here, in the middle of making them (elisions), is seen behind it.
const b = new ArrayBuffer(32), u = new Uint8Array(b, 0, 2), t = new Uint8Array(b);
let out = '';
for (let i = 0; i < 300; i++) {
  try { out += t.slice(i & 3, -1).join(); t.fill(3, i & 3, 6); u.set([1, , 3], i & 3); out += u.join(); } catch (e) { out += e.name; }
  out += '\n';
}
print(out);
