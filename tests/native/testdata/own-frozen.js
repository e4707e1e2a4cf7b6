// Built-ins are frozen: code that has written to other objects of their kind does not write to them.
'use strict';
function say(...a) { print(a.join(' ')); }
function tried(f) { try { return f(); } catch (e) { return e.name; } }
function poke(o, v) { o.toString = v; return 1; }
function poke2(o, k, v) { o[k] = v; return 1; }
{
	for (let i = 0; i < 400; i++) { poke({ toString: 1 }, i); poke2({ a: 1 }, 'a', i); poke2([1, 2], 0, i); }
	for (const o of [Object.prototype, Array.prototype, Math, Function.prototype, Map, [].values().__proto__ ?? Map.prototype]) {
		say(tried(() => poke(o, 5)), tried(() => poke2(o, 'constructor', 5)), tried(() => poke2(o, 'brandNew', 5)), tried(() => poke2(o, 0, 5)));
	}
	say(typeof Object.prototype.toString, typeof Math.toString, [].brandNew, Object.prototype[0]);
}

