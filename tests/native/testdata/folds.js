'use strict';
// Operations whose result is known only if their operand is an integer: the operand must still be looked at.
function show(v) { return Object.is(v, -0) ? '-0' : String(v); }
const cases = {
  remainder(p) { return (p % p) * 0; },
  quotient(p) { return (p / p) * 0; },
  negation(p) { return -p * 0; },
  sum(p) { return (p + -2147483648 - 1) * 0; },
  product(p) { return (p * -5) * 0; },
  difference(p) { const r = p % p; return r - r; },
  bits(p) { const r = p % p; return (r & 0) + (r ^ r); },
  compare(p) { const r = p % p; return r === r ? 1 : 0; },
};
for (const name of Object.keys(cases)) {
  const f = cases[name];
  const seen = [];
  for (let i = 0; i < 400; i++) {
    const r = show(f(i < 345 ? i | 1 : i < 370 ? 0 : -i));
    if (seen[seen.length - 1] !== r) seen.push(r);
  }
  print(name, seen.join(' '));
}
