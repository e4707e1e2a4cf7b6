// Calls by native code of what is exchanged meanwhile, and until the stack ends.
'use strict';
function say(...a) { print(a.join(' ')); }
function tried(f) { try { return f(); } catch (e) { return e.name; } }
{
	let f = x => x + 1, n = 0;
	const g = { get f() { if (++n === 350) f = x => 'other' + x; return f; } };
	let s = '';
	for (let i = 0; i < 400; i++) s = (s + g.f(i)).slice(-30);
	say(s);
	const deep = (k, ...r) => k === 0 ? r.length : 1 + deep(k - 1, ...r);
	function plain(a, b) { return a === 0 ? b : plain(a - 1, b + 1); }
	const method = { m(k) { return k === 0 ? 0 : 1 + this.m(k - 1); }, get g() { return this.left-- > 0 ? this.g + 1 : 0; }, left: 0 };
	for (let i = 0; i < 300; i++) { deep(3, 1, 2); plain(4, 0); method.m(3); method.left = 3; method.g; }
	for (let i = 0; i < 1; i++) { method.left = 1e9; say(tried(() => deep(1e9, 1)), tried(() => plain(1e9, 0)), tried(() => method.m(1e9)), tried(() => method.g), plain(100, 0), deep(50, 1, 2)); }
	const sorted = () => [3, 1, 2].sort((a, b) => { sorted(); return a - b; });
	say(tried(sorted), tried(() => { const o = { toString() { return '' + o; } }; return '' + o; }), tried(() => { const p = new Proxy({}, { get: (t, k, r) => r[k] }); return p.x; }));
}
