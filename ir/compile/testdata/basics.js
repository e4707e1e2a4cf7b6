// Loops, conditions, arithmetic, calls.
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
function sum(a) {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i];
  return s;
}
function chain(o, x) { return o.a.b(x, 1).c(o.d(x)).e; }
function logic(a, b, c) {
  if (a && (b || !c)) return 1;
  while (a !== null && b == null) { a = b ?? c; if (a > 10) break; else continue; }
  do { b--; } while (b >= c);
  return a || b;
}
function strings(x, y) { return `a${x}b${y}` + typeof x + (typeof y === 'string'); }
fib(10);
