'use strict';
// Arrays with holes: made by their length, filled in any order, with room behind
// the end; arrays whose length or elements may not change; elements inherited.
function fill(n, at) {
  const a = new Array(n);
  for (let i = 0; i < n; i++) a[at(i, n)] = i;
  let s = a.length;
  for (let i = 0; i < a.length; i++) s = (s * 31 + (a[i] === undefined ? 7 : a[i])) % 1000003;
  return s;
}
const ways = [i => i, (i, n) => n - 1 - i, (i, n) => (i * 7) % n, (i, n) => i + n, i => 2 * i];
let sum = 0;
for (let r = 0; r < 40; r++) for (const way of ways) sum = (sum + fill(r * 3 + 1, way)) % 1000003;
print(sum);

function make(n) {
  try {
    const a = new Array(n), b = Array(n);
    a[1] = n;
    return a.length + ":" + b.length + ":" + Object.keys(a) + ":" + (0 in b);
  } catch (e) {
    return String(e);
  }
}
for (let i = 0; i < 200; i++) make(i);
print([0, 1, 2, 1024, 1025, 70000, 300000, 4294967295, 4294967296, -1, 1.5, 3.0, "7", null, NaN].map(make).join(" "));

function put(a, i, v) {
  try {
    a[i] = v;
    return a.length + "," + a[i];
  } catch (e) {
    return e.name;
  }
}
const room = [1, 2, 3];
room.pop();
room.pop();
const kinds = () => {
  const sealed = new Array(4), long = new Array(4), child = [];
  Object.seal(sealed);
  Object.defineProperty(long, "length", { writable: false });
  Object.setPrototypeOf(child, { get 2() { return "inherited"; }, set 2(v) { this.seen = v; } });
  return [new Array(4), sealed, Object.freeze(new Array(4)), long, child, room, [, , 1], new Float64Array(4), { length: 2 }];
};
for (let r = 0; r < 60; r++) for (let i = 0; i < 6; i++) put(new Array(4), i, r);
for (let r = 0; r < 3; r++) for (let i = 5; i >= 0; i--) print(kinds().map(a => put(a, i, i + r)).join(" "));
