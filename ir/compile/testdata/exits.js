// Leaving scopes: finally, iterator closing, labels.
function fin(a) {
  outer: for (const x of a) {
    try {
      if (x) continue outer;
      if (a.b) break;
      return f(x);
    } catch ({ message }) {
      log(message);
    } finally {
      done();
    }
  }
}
function plain(a) { for (const x of a) { if (x > 3) return x; } return null; }
function nested() {
  try { return 1; } finally { l: try { return 2; } finally { break l; } }
}
function keys(o) { for (var k in o) { if (o[k]) break; } return k; }
function pattern(a) {
  let [x, , y = 2, ...z] = a;
  let { p, q: { r } = {}, [x]: s, ...rest } = a;
  [a.x, a[y]] = z;
  return rest;
}
