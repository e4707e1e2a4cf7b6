'use strict';
// Sums modulo 2^32 whose first or last value is above the int32 range.
const bytes = [];
for (let i = 0; i < 600; i++) bytes.push(i * 37 & 255);
function fnv(b) {
	let h = 0x811c9dc5;
	for (let i = 0; i < b.length; i++) {
		h ^= b[i];
		h = Math.imul(h, 0x01000193) >>> 0;
	}
	return h;
}
function polynomial(b, h) {
	for (const x of b) h = (h * 31 + x) >>> 0;
	return h;
}
function crc(b, table) {
	let c = 0xFFFFFFFF;
	for (let i = 0; i < b.length; i++) c = table[(c ^ b[i]) & 255] ^ c >>> 8;
	return (c ^ 0xFFFFFFFF) >>> 0;
}
function nested(b) {
	let h = 4294967295, seen = '';
	for (let k = 0; k < 4; k++) {
		for (let i = 0; i < b.length; i++) {
			if ((h & 1023) === 5) seen += h + ' '; // the double itself
			h = (h << 5 | h >>> 27) + b[i] >>> 0;
		}
	}
	return seen + h;
}
const table = new Uint32Array(256);
for (let i = 0; i < 256; i++) {
	let c = i;
	for (let k = 0; k < 8; k++) c = c & 1 ? c >>> 1 ^ 0xEDB88320 : c >>> 1;
	table[i] = c;
}
for (let round = 0; round < 40; round++) {
	const line = [fnv(bytes), polynomial(bytes, round), crc(bytes, table), nested(bytes)].join();
	if (round % 13 === 0) print(line);
}
// What comes in is no integer, in the end.
print(polynomial(bytes, 0.5), polynomial(bytes, NaN), polynomial(bytes, -1), polynomial([1.5, 2, 3], 4294967295));
bytes[300] = -7.25;
print(fnv(bytes), crc(bytes, table), nested(bytes));
