// A construction that leaves native code in a loop: the frame of the inlined constructor lies where
// registers of the program are, which seem to be read by later constructions.
'use strict';
function mix(v) {
	switch (typeof v) {
	}
}
function bomb1() {
	if (++count18 === 50) {
	}
}
class C21 {
	constructor(a, b) {
	}
	set p0(v) {
	}
}
function* f23(p24, p25, p26) {
	for (let i27 = 0; i27 < 3; i27++) {
	}
}
try {
	class C29 { #a = 256; #b; static #n = 0; static { this.#n = 5; } constructor(b) { this.#b = b; C29.#n++; } add(v) { this.#a += v; return this.#m(v); } #m(v) { return this.#a + (this.#b ?? 0); } get #g() { return this.#b; } set #g(v) { this.#b = v; } get val() { return this.#g; } set val(v) { this.#g = v; this.#a++; } static has(o) { try { return #a in o; } catch (e) { return e.name; } } static peek(o) { return o.#a; } static get count() { return C29.#n; } }
	class C30 extends C29 { #a = 'other'; y = 1; twice() { return this.#a + this.add(1); } }
	let o31 = new C29(1);
	for (let i32 = 0; i32 < 250; i32++) {
		const x = i32 % 3 === 2 ? new C30(i32) : o31;
		try {
			{ x.val = 100; mix(x.val); }
		} catch (e) { mix(e.name); }
		if (i32 % 50 === 49) o31 = new C29(i32);
	}
} catch (e) { print(e.name); }
try {
	for (let i37 = 0; i37 < 20; i37++) {
		for (let i38 = 0; i38 < 18; i38++) {
			if ((i5 in a17)) {
			}
		}
	}
} catch (e) { print(e.name); }
try {
	let s42 = ''; const o40 = new (class { n0 = 1; get n1() { return this.n0; } });
	const o41 = new Proxy(o40, Object.fromEntries('get set has deleteProperty ownKeys getOwnPropertyDescriptor defineProperty getPrototypeOf isExtensible preventExtensions'.split(' ').map(k => [k, (...a) => { s42 += k[0] + k[3]; return Reflect[k](...a); }])));
	try {for (let i43 = 0; i43 < 60; i43++) {
	}} catch (e) { print(e.name); }
} catch (e) { print(e.name); }
function f49(p50) {
}
try {
	function f52(p54, p55) {
	}
	for (let i53 = 0; i53 < 400; i53++) {
	}
} catch (e) { print(e.name); }
try {
	function f60(p62, p63, p64) {
	}
	for (let i67 = 0; i67 < 400; i67++) {
	}
} catch (e) { print(e.name); }
