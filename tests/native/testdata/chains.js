// Searches far up a chain of prototypes are charged for, alike in native code, where
// caches know what was found and where they cannot.
function chain(n, root) {
  let o = root;
  for (let i = 0; i < n; i++) o = Object.create(o);
  return o;
}
class Base { get g() { return 7; } set s(v) { this.kept = v; } m() { return 3; } }
const lengths = [1, 2, 8, 30, 31, 32, 33, 34, 35, 36, 64, 200];
function get(o) { return o.far; }
function keyed(o, k) { return o[k]; }
function absent(o) { return o.nowhere; }
function has(o, k) { return k in o; }
function call(o) { return o.m(); }
function getter(o) { return o.g; }
function set(o, v) { o.s = v; return o.kept; }
function add(o, k, v) { o[k] = v; return o[k]; }
function plain(o, v) { o.own = v; return o.own; }
function is(o, c) { return o instanceof c; }
function element(o, i) { return o[i]; }
function own(o, k) { return Object.hasOwn(o, k); }
const out = [];
for (const n of lengths) {
  const root = new Base();
  root.far = n;
  root[5] = "five";
  let t = "";
  for (let i = 0; i < 60; i++) {
    const o = chain(n, root);
    t = [get(o), keyed(o, i & 1 ? "far" : "g"), absent(o), keyed(o, "none" + (i & 3)), has(o, "far"), has(o, "nope"), call(o), getter(o),
      set(o, i), add(o, "k" + (i & 7), i), plain(o, i), is(o, Base), is(o, Map), element(o, 5), element(o, 6), own(o, "far")].join();
  }
  out.push(n + ": " + t);
  // One object again and again.
  const o = chain(n, root);
  let sum = 0;
  for (let i = 0; i < 200; i++) {
    sum += get(o) + call(o) + getter(o) + (absent(o) === undefined ? 1 : 0) + (is(o, Base) ? 1 : 0) + (is(o, Date) ? 1 : 0);
    if (i === 150) root.far = 1;
  }
  out.push(sum);
  // An array at the end of the chain.
  const a = [1, 2, , 4];
  Object.setPrototypeOf(a, chain(n, Array.prototype));
  for (let i = 0; i < 40; i++) { a.push(i); a.indexOf(i); a.pop(); sum += a[2] === undefined ? 1 : 0; }
  out.push(a.concat([5]).length, a.slice(1).length, a.includes(undefined), sum);
}
print(out.join("\n"));
// A chain that grows under code that has seen it short.
let o = chain(20, { deep: 1 });
const top = o;
let seen = 0;
for (let i = 0; i < 100; i++) {
  seen += get(top) === undefined ? 1 : 0;
  seen += top.deep;
  if (i % 10 === 9) { const p = Object.getPrototypeOf(o); const q = chain(4, p); Object.setPrototypeOf(o, q); }
}
print(seen, top.deep, "deep" in top, top instanceof Object);
