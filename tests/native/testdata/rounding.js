'use strict';
// Rounding, quotients by constants and unsigned shifts, with what makes their fast paths leave.
const edge = [0, 1, -1, 2, 6, 7, -6, -7, 100, -100, 65535, 65536, 2147483647, -2147483648, 2147483646,
	0.5, -0.5, 0.49999999999999994, -0.49999999999999994, 1.5, -1.5, 2.5, -2.5, 4503599627370495.5, -4503599627370496.5,
	4294967295, 4294967296, 9007199254740993, 1e300, -1e300, NaN, Infinity, -Infinity, -0];
const show = (x) => Object.is(x, -0) ? '-0' : String(x);
const tests = {
	round: (x) => Math.round(x),
	sign: (x) => Math.sign(x),
	clz: (x) => Math.clz32(x),
	min3: (x) => Math.min(x, 3, -x),
	max3: (x) => Math.max(x, -0, x / 2),
	min1: (x) => Math.min(x),
	third: (x) => x / 3 | 0,
	half: (x) => x / 2 | 0,
	big: (x) => x / 65535 | 0,
	wide: (x) => x / 1073741824 | 0,
	floor7: (x) => Math.floor(x / 7),
	floor4: (x) => Math.floor(x / 4),
	trunc10: (x) => Math.trunc(x / 10),
	unsigned: (x) => x >>> 0,
	shifted: (x) => (x >>> 1) + (x >>> (x & 1)),
	flipped: (x) => ~x + (x | 0),
};
for (const name in tests) {
	const f = tests[name];
	let sum = 0;
	for (let i = 0; i < 3000; i++) sum = (sum + f(i - 1000)) | 0; // whole numbers first
	let out = '';
	for (let round = 0; round < 3; round++) {
		out = '';
		for (const x of edge) out += ' ' + show(f(x));
	}
	for (let i = 0; i < 3000; i++) sum = (sum + f(i / 4 - 300)) | 0;
	print(name, sum, out);
}
// The context is known where a loop is entered in its middle.
const scale = 3;
{
	let sum = 0;
	for (let i = 0; i < 20000; i++) {
		sum += Math.min(i, 5000, 9000 - i) + Math.floor(i / 3) * scale;
		if (i % 5000 === 0) sum = Math.round(sum / 2);
	}
	print(sum);
}
// What a loop computes with are doubles, what comes in first is an int32 value.
function nearest(list) {
	let best = 1000000000;
	for (const x of list) {
		const d = x * x - x;
		if (d < best) best = d;
	}
	return best;
}
let near = 0;
for (let i = 0; i < 500; i++) near += nearest([i + 0.5, i, 7.25, i < 400 ? 3 : 2 ** 40]);
print(near);
// The leaf charges for many arguments, too.
{
	let sum = 0;
	const most = (a, b, c, d, e) => Math.max(a, b, c, d, e, a, b, c, d, e) - Math.min(e, d, c, b);
	for (let i = 0; i < 9000; i++) sum += most(i, 2, 3, 4000, 5);
	print(sum);
}
