// Attacks on what native code takes for granted: what was learnt is made untrue between compilation and execution, or in the middle.
'use strict';
const log = [];
function say(...a) { print(a.map(v => typeof v === 'symbol' ? 'symbol' : Object.is(v, -0) ? '-0' : String(v)).join(' ')); }
function tried(f) { try { return f(); } catch (e) { return e.name; } }

// Bits of doubles that look like tags: they must stay NaN, wherever they come from.
{
	const u = new Uint32Array(2), f = new Float64Array(u.buffer), v = new BigUint64Array(u.buffer), d = new DataView(u.buffer), g = new Float32Array(u.buffer);
	const read = (a, i) => a[i], twice = x => x + x, typeOf = x => typeof x, keep = x => ({ x }), asKey = x => [x][0];
	for (let i = 0; i < 400; i++) { v[0] = 0x3ff0000000000000n; read(f, 0); typeOf(read(f, 0)); keep(read(f, 0)).x; twice(read(f, 0)); asKey(f[0]); g[0]; d.getFloat64(0); }
	for (const tag of [0xfff8n, 0xfff9n, 0xfffan, 0xfffbn, 0xfffcn, 0xfffdn, 0xfffen, 0xffffn, 0x7ff8n, 0x7fffn, 0xfff0n]) for (const low of [0n, 1n, 0x1000n, 0xffffffffn]) {
		v[0] = tag << 48n | low;
		say(typeOf(read(f, 0)), keep(read(f, 0)).x, twice(read(f, 0)), asKey(f[0]), d.getFloat64(0, true), d.getFloat32(0, true), g[1], f[0] === f[0], Object.is(read(f, 0), NaN));
		const h = new Float64Array(4); h.set(f); h[1] = f[0]; h.fill(f[0], 2);
		say([...h].join(), h.includes(NaN), Array.from(f)[0], f.at(0), Math.max(f[0], 1), -f[0], Math.abs(f[0]), Math.fround(f[0]), new Map([[f[0], 1]]).get(NaN));
	}
}

// Arrays that get shorter, sparse or strange while a loop walks over them.
function total(a, cut) { let s = 0; for (let i = 0; i < a.length; i++) { s += typeof a[i] === 'number' ? a[i] : 1000; if (i === cut.at) cut.go(a); } return s; }
{
	const none = { at: -1, go() {} }, make = () => Array.from({ length: 50 }, (_, k) => k);
	for (let i = 0; i < 100; i++) total(make(), none);
	for (const go of [a => { a.length = 3; }, a => { a.length = 0; a.push(1, 2); }, a => { delete a[12]; }, a => { a[60000] = 1; a.length = 40; }, a => { a[13] = 'x'; }, a => { Object.defineProperty(a, 14, { get() { a.length = 15; return 7; } }); },
		a => { Object.setPrototypeOf(a, { 12: 5, length: 9 }); delete a[12]; }, a => { a.splice(0, 30); }, a => { a.reverse(); }, a => Object.freeze(a), a => { a.length = 12; a.length = 50; }]) say(total(make(), { at: 11, go }));
}

// Buffers that are resized or taken away in the middle.
function bytes(t, cut) { let s = 0; for (let i = 0; i < 40; i++) { t[i] = i; s = (s * 3 + (t[i] ?? 100)) | 0; if (i === cut.at) cut.go(t); } return s + ' ' + t.length; }
{
	const none = { at: -1, go() {} };
	for (const T of [Uint8Array, Int32Array, Float64Array, Uint8ClampedArray]) {
		const size = T.BYTES_PER_ELEMENT * 32, make = (off, n) => new T(new ArrayBuffer(size, { maxByteLength: size * 2 }), off, n);
		for (let i = 0; i < 40; i++) { bytes(make(), none); bytes(make(8), none); bytes(make(8, 4), none); }
		for (const [off, n] of [[0], [8], [8, 4], [0, 32]]) for (const go of [t => t.buffer.resize(0), t => t.buffer.resize(8), t => t.buffer.resize(size * 2), t => t.buffer.resize(12), t => { t.buffer.resize(0); t.buffer.resize(size); }])
			say(tried(() => bytes(make(off, n), { at: 5, go })));
		// Not every engine can take buffers away.
		for (const how of ['transfer', 'transferToFixedLength']) for (const [off, n] of [[0], [8, 4]]) if (ArrayBuffer.prototype[how] && !String(tried(() => bytes(make(off, n), { at: 5, go(t) { t.buffer[how](); } }))).endsWith(' 0')) say('a buffer that is gone has a length');
	}
}

// Shapes: objects of a shape that was guarded become others by every way there is, also in a getter between two reads of a register.
class P { constructor(x, y) { this.x = x; this.y = y; } }
function norm(p, q) { return p.x * 2 + q.z + p.y + p.x; }
{
	for (let i = 0; i < 400; i++) norm(new P(i, 1), { z: 1 });
	const ways = [p => { delete p.x; }, p => { p.x = 'a'; }, p => Object.defineProperty(p, 'x', { get() { return 9; } }), p => Object.setPrototypeOf(p, { x: 4, y: 3 }), p => { delete p.y; delete p.x; p.y = 5; p.x = 6; }, p => Object.freeze(p), p => { for (let i = 0; i < 200; i++) p['k' + i] = i; }, p => { for (let i = 0; i < 200; i++) p['k' + i] = i; for (let i = 0; i < 200; i++) delete p['k' + i]; delete p.x; }];
	for (const way of ways) { const p = new P(1, 2); say(tried(() => norm(p, { get z() { way(p); return 1; } })), tried(() => norm(p, { z: 1 }))); }
}

// Transitions: objects of a shape to which a property was added get it no more.
function add(o, v) { o.extra = v; return o.extra; }
{
	const proto = {}, make = () => Object.create(proto);
	for (let i = 0; i < 400; i++) add(make(), i);
	const sealed = [Object.preventExtensions(make()), Object.seal(make()), Object.freeze(make())];
	for (const o of sealed) say(tried(() => add(o, 5)), Object.keys(o).length, o.extra);
	Object.defineProperty(proto, 'extra', { value: 3, writable: false, configurable: true });
	say(tried(() => add(make(), 5)));
	Object.defineProperty(proto, 'extra', { get() { return 11; }, set(v) { log.push(v); }, configurable: true });
	say(tried(() => add(make(), 6)), log.length);
	delete proto.extra;
	say(tried(() => add(make(), 7)), log.length);
	Object.setPrototypeOf(proto, new Proxy({}, { set() { log.push('set'); return true; }, get() { return 'got'; } }));
	say(tried(() => add(make(), 8)), log.length);
	// The same for elements, whose arrays are made longer in place.
	const put = (a, i, v) => { a[i] = v; return a.length; };
	for (let i = 0; i < 400; i++) { const a = []; put(a, 0, 1); put(a, 1, 2); }
	for (const a of [Object.freeze([]), Object.preventExtensions([]), Object.seal([1]), Object.defineProperty([], 'length', { writable: false })]) say(tried(() => put(a, a.length, 5)), a.length, a[0]);
}

// Arguments, rest and spread of lengths that nothing was compiled for.
{
	const count = (...r) => r.length, last = function () { return arguments[arguments.length - 1]; }, pass = (a, ...r) => count(...r, a);
	for (let i = 0; i < 400; i++) { count(1, 2); last(1, i); pass(1, 2); }
	for (const n of [0, 1, 2, 100, 2000]) { const a = new Array(n).fill(n); say(tried(() => count(...a)), tried(() => last(...a)), tried(() => pass(...a))); }
	say(tried(() => last.apply(null, { length: 1e9 })));
}
