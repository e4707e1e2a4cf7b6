// Strict equality with a small constant of everything, until no assumption is left.
'use strict';
function small(v) { return v === 7 ? 1 : v !== -3 ? 2 : 3; }
const values = [7, -3, 7.5, -0, NaN, '7', '-' + 3, 7n, -3n, null, undefined, true, {}, Symbol('7'), x => x, 7.0, 2147483648, 'a' + 'rope'.repeat(9)];
let s = '';
for (let round = 0; round < 60; round++) {
	for (const v of values) s = s.slice(-40) + small(v);
	for (let i = 0; i < 30; i++) s = s.slice(-40) + small(values[(round >> 2) % values.length]);
}
print(s);
