package gen

// What expressions make anew each time they are evaluated, and what is asked to become something else: regular
// expressions, arguments objects, iterators in hand, copies of properties, closures of coroutines, objects as operands.

// evaluated has literals of regular expressions in loops: each is an object of its own.
func (g *generator) evaluated() *Node {
	s, n, f := g.name("s"), g.name("n"), g.name("f")
	pattern := func() string {
		return g.pick("/b/", "/[a-c]+/g", "/(\\w)(\\d)?/", "/x?/y", "/(?<q>\\d+)/", "/^\\w/", "/a|b|-/g", "/\\s+/", "/(?:a(b)?)+/g", "/\\u{61}/u", "/B/i", "/$/m")
	}
	body := g.repeat(120, func(i string) *Node {
		g.spend(40)
		return list(g.busy(
			func() *Node {
				return stmt("const r = @; mix(r.test(@)); mix(r.lastIndex); mix(r.test(@));", pattern(), s, s)
			},
			func() *Node { return stmt("for (let k = 0; k < 4; k++) mix(@.exec(@)?.index);", pattern(), s) },
			func() *Node {
				return stmt("mix(@.replace(@, @));", s, pattern(), g.pick("'$&$&'", "m => m + "+i, "(m, a) => typeof a", "''"))
			},
			func() *Node { return stmt("mix(@.split(@).length); mix(@.search(@));", s, pattern(), s, pattern()) },
			func() *Node {
				return stmt("const r = @(@); r.lastIndex = @ & 3; @ = r; mix(r === @()); mix(r.exec(@)?.length);", f, i, i, n, f, s)
			},
			func() *Node {
				return stmt("let m, k = 0; const r = @; while (k++ < 9 && (m = r.exec(@)) !== null) { mix(m[0]); if (m[0] === '' || !r.global) break; }", pattern(), s)
			},
			func() *Node {
				return stmt("const { index, groups, length } = @.match(@) ?? {}; mix(index); mix(length); mix(groups?.q);", s, pattern())
			},
			func() *Node {
				return stmt("const r = @; r.own = @; mix(r.own); mix(r.source); mix(r.flags);", pattern(), i)
			}),
			stmt("@ = (@ + @ + 'b-').slice(-@);", s, s, i, 5+g.Intn(30)))
	})
	return list(stmt("let @ = 'ab1 xB-a', @ = 0; const @ = k => @;", s, n, f, pattern()), body, stmt("log('@', @); log('@', typeof @);", s, s, n, n))
}

// operands has objects where operators want numbers, strings or keys, which they become by methods of all kinds.
func (g *generator) operands() *Node {
	o, c, n, x := g.name("o"), g.name("C"), g.name("n"), g.name("x")
	every := 7 + g.Intn(90)
	body := g.repeat(150, func(i string) *Node {
		g.spend(25)
		v := func() string {
			return g.pick(o, o, x, "new "+c+"("+i+")", i, "'"+g.pick("", "7", "k")+"'", "new Date("+i+")", "["+i+"]", "{}", "new "+c+"('s')", "null", i+" * 0.5", "new Number("+i+")", "new String("+i+")")
		}
		return list(stmt("if (@ % @ === 3) @ = @;", i, every, x, g.pick("new "+c+"("+i+")", i, "2n", "'z'", "{ valueOf() { throw new RangeError('v'); } }", "{ [Symbol.toPrimitive]: null, valueOf: null, toString() { return '5'; } }", "Object.create(null)", "{ [Symbol.toPrimitive]() { return {}; } }")),
			stmt("try {@} catch (e) { mix(e.name); }", g.busy(
				func() *Node { return stmt("mix((@) @ (@));", v(), g.pick("+", "-", "*", "/", "%", "**"), v()) },
				func() *Node { return stmt("mix((@) @ (@));", v(), g.pick("&", "|", "^", "<<", ">>", ">>>"), v()) },
				func() *Node { return stmt("mix((@) @ (@));", v(), g.pick("<", ">", "<=", ">=", "==", "!="), v()) },
				func() *Node {
					return stmt("mix(@(@));", g.pick("-", "+", "~", "Number", "String", "Math.abs", "Math.max", "isNaN", "Boolean"), v())
				},
				func() *Node { return stmt("mix(`${@}:${@}`);", v(), v()) },
				func() *Node {
					return stmt("let q = @; q@; mix(q);", v(), g.pick("++", "--", " += "+v(), " -= "+v(), " *= 2", " |= "+v()))
				},
				func() *Node {
					return stmt("const d = { 5: 'five', k: 'kay' }; mix(d[@]); d[@] = @; mix(Object.keys(d).length);", v(), v(), i)
				},
				func() *Node { return stmt("@ = (@ * 3 + (+@ | 0)) | 0;", n, n, v()) })), stmt("mix(@);", n))
	})
	return list(
		stmt("class @ { constructor(v) { this.v = v; } @ @ }", c, g.pick("valueOf() { return this.v; }", "get valueOf() { return () => this.v; }", "[Symbol.toPrimitive](hint) { mix(hint); return this.v; }", "[Symbol.toPrimitive](hint) { return hint === 'string' ? 'k' : this.v; }", ""), g.pick("toString() { return 's' + this.v; }", "", "toString() { mix('t'); return this; }")),
		stmt("const @ = { n: @, valueOf() { return this.n @; }, toString() { return 'o' + this.n; } }; let @ = new @(4), @ = 0;", o, g.num(0), g.pick("", "++", "+ 0.5"), x, c, n),
		body, stmt("log('@', @);", n, n))
}

// leaked has arguments objects that are kept, changed, passed on and walked elsewhere.
func (g *generator) leaked() *Node {
	f, h, k, n := g.name("f"), g.name("f"), g.name("x"), g.name("n")
	body := g.repeat(200, func(i string) *Node {
		g.spend(20)
		call := g.pick("@(%i)", "@(%i, 2, 'x')", "@()", "@(...[%i, , 3], 4)", "@.apply(null, %k)", "@(%k, %k)", "new @(%i, 1)")
		return list(stmt("const q = @; mix(q.length);", expr(call, f).put("%i", i).put("%k", k)), stmt("try {@} catch (e) { mix(e.name); }", g.busy(
			func() *Node { return stmt("for (let j = 0; j <= q.length; j++) mix(q[j]);") },
			func() *Node { return stmt("for (const v of q) mix(v); mix([...q].length); mix(Array.from(q).length);") },
			func() *Node { return stmt("q[@ & 3] = @; mix(q[1]); mix(Object.keys(q).join());", i, g.num(0)) },
			func() *Node {
				return stmt("q.length = @; mix([...q].length); mix(@(...q).length);", g.pick("1", "0", "5", "'2'", i+" & 7"), f)
			},
			func() *Node { return stmt("delete q[@ & 3]; mix(q[0]); mix(0 in q); mix(q.length);", i) },
			func() *Node { return stmt("mix(@(q)); mix(@(q, q));", h, h) },
			func() *Node { return stmt("Object.freeze(q); q[0] = 1;") },
			func() *Node {
				return stmt("q.x = @; mix(q.x); mix(Array.isArray(q)); mix(String(q)); mix(q.callee);", i)
			},
			func() *Node {
				return stmt("const { 0: a = 'none', length } = q; mix(typeof a); mix(length); @ = q;", k)
			})),
			stmt("@ = (@ * 5 + q.length) | 0;", n, n))
	})
	return list(
		stmt("function @(@) { @ return arguments; }", f, g.pick("", "a", "a, b = 2", "a, ...r", "{ length } = []"), g.pick("", "arguments[0] = 7;", "if (arguments.length > 2) arguments[1] = arguments;", "mix(arguments[2]);", "const t = () => arguments.length; mix(t());", "(() => { arguments.length = 1; })();")),
		stmt("function @() { let t = 0; for (let i = 0; i < arguments.length; i++) t += arguments[i].length | 0; return t + Math.max(...arguments[0], @); }", h, g.pick("0", "...arguments[0]", "arguments.length")),
		stmt("let @ = @(1, 2.5), @ = 0;", k, f, n), body, stmt("log('@', @);", n, n))
}

// stepped has iterators of Maps and Sets that are stepped by hand, while entries go and come before and behind them.
func (g *generator) stepped() *Node {
	m, q, its, n := g.name("m"), g.name("q"), g.name("a"), g.name("n")
	from := func() string {
		return g.pick(m+".entries()", m+".keys()", m+".values()", q+".values()", q+".entries()", m+"[Symbol.iterator]()")
	}
	body := g.repeat(120, func(i string) *Node {
		g.spend(50)
		gap := g.pick("3", "9", "60", "64", "65", "70")
		return list(g.busy(
			func() *Node {
				return stmt("for (let k = 0; k < @; k++) { @.set(@ + k, k); @.add(k * 2); }", gap, m, i, q)
			},
			func() *Node {
				return stmt("for (let k = 1; k < @; k++) { mix(@.delete(@ + k)); @.delete(k); }", gap, m, i, q)
			},
			func() *Node { return stmt("@.push(@); if (@.length > 9) @.shift();", its, from(), its, its) },
			func() *Node {
				return stmt("for (const it of @) { const { value, done } = it.next(); mix(done); mix(Array.isArray(value) ? value[1] : value); }", its)
			},
			func() *Node { return stmt("if (@ % 9 === 4) @.clear();", i, g.pick(m, q)) },
			func() *Node { return stmt("const [a, b] = @; mix(typeof a); mix(b?.length);", g.pick(m, q, from())) },
			func() *Node {
				return stmt("const it = @; it.next(); mix([...it].length); mix(it.next().done); mix(Math.max(0, ...@.values(), ...@.keys()));", from(), q, m)
			},
			func() *Node {
				return stmt("let k = 0; for (const v of @) { if (k++ > 2) break; @.delete(k); }", its+".at(-1) ?? []", q)
			},
			func() *Node {
				return stmt("@.forEach((v, k, w) => { @ = (@ + (v | 0) + w.size) | 0; @ });", g.pick(m, q), n, n, g.pick("", "if (v === 5) "+m+".set('f' + k, 1);", "if (k === 6) "+q+".clear();", q+".delete(k);", "if (v === 7) throw new RangeError('each');"))
			}),
			stmt("if (@.size > 300) @.clear(); if (@.size > 300) @.clear(); mix(@);", m, m, q, q, n))
	})
	return list(stmt("const @ = new Map(), @ = new Set(), @ = []; let @ = 0;", m, q, its, n), body, stmt("log('@', [@, @.size, @.size, @.length]);", n, n, m, q, its))
}

// assigned copies properties onto and from objects of many shapes.
func (g *generator) assigned() *Node {
	c, p, n := g.name("C"), g.name("o"), g.name("n")
	body := g.repeat(150, func(i string) *Node {
		g.spend(30)
		from := func() string {
			return fill(g.pick("{ a: %i, b: 2 }", "{ b: %i }", "{ c: 1, d: 2, e: 3, f: %i }", "new %it(%i)", "null", "{ get a() { return mix(%i); } }", "[%i, 2]", "'ab'", "{ [%i % 40]: 1, z: 2 }", "{ ['k' + %i % 30]: 1 }", "Object.freeze({ a: 5 })", "Object.create({ a: 1 }, { b: { value: 3, enumerable: true } })", "{ [Symbol.iterator]: 1, a: 0 }", "big"), i, c)
		}
		to := fill(g.pick("{}", "{ a: 0 }", "new %it(1)", "Object.create("+p+")", "[]", "Object.freeze({ q: 1 })", "Object.preventExtensions({ a: 1 })", "Object.create(Object.create(Object.create("+p+")))", "(x => x)", "{ set a(v) { mix(v); } }", "big"), i, c)
		return list(stmt("const big = {}; if (@ % 20 === 19) for (let k = 0; k < 40; k++) big['k' + k] = k;", i), stmt("try {@} catch (e) { mix(e.name); }", g.busy(
			func() *Node {
				return stmt("const o = Object.assign(@, @); mix(Object.keys(o).join()); mix(o.a); mix(o.b);", to, from())
			},
			func() *Node {
				return stmt("const o = Object.assign(@, @, @, @); mix(Object.keys(o).length); mix(o.f);", to, from(), from(), from())
			},
			func() *Node {
				return stmt("const s = @, o = { ...s, x: @, ...@ }; mix(Object.keys(o).join()); mix(o.a); mix(Object.assign(o, o) === o);", from(), i, from())
			},
			func() *Node {
				return stmt("const { a, ...r } = @ ?? {}; mix(typeof a); mix(Object.keys(Object.assign(r, @)).length);", from(), from())
			},
			func() *Node {
				return stmt("for (const [k, v] of Object.entries(Object.assign(@, @))) { mix(k); @ = (@ + (v | 0)) | 0; }", to, from(), n, n)
			})),
			stmt("if (@ === @) @;", i, g.Intn(140), g.pick("Object.defineProperty("+p+", 'b', { value: 1, writable: false, configurable: true })", "Object.defineProperty("+p+", 'a', { set(v) { mix('s'); }, get() { return 'g'; }, configurable: true })", "Object.freeze("+p+")", p+".a = 9", "delete "+p+".p")), stmt("mix(@);", n))
	})
	return list(stmt("class @ { a = 1; constructor(v) { this.b = v; @ } } const @ = { p: 1 }; let @ = 0;", c, g.pick("", "this.c = v * 0.5;", "if (v & 1) this.d = v;"), p, n), body, stmt("log('@', @);", n, n))
}

// enclosed has closures of generators and async functions over variables that change on both sides.
func (g *generator) enclosed() *Node {
	f, a, fs, n := g.name("f"), g.name("f"), g.name("a"), g.name("n")
	body := g.repeat(60, func(i string) *Node {
		g.spend(60)
		return list(stmt("const it = @(@ & 7, @);", f, i, i), g.busy(
			func() *Node { return stmt("for (const h of it) { mix(h()); mix(h(@)); }", g.num(0)) },
			func() *Node {
				return stmt("let r = it.next(); const one = r.value; r = it.next(@); mix(one?.(1)); mix(r.value?.()); mix(one?.());", i)
			},
			func() *Node {
				return stmt("const all = [...it]; for (const h of all) mix(h(@)); mix(all.at(0)?.()); @.push(...all);", i, fs)
			},
			func() *Node {
				return stmt("@(@ & 3, h => { mix(h()); @.push(h); }).then(v => mix(v), e => mix(e.name));", a, i, fs)
			},
			func() *Node { return stmt("const h = it.next().value; it.return(); mix(h?.(@)); mix(h?.());", i) }),
			stmt("while (@.length > 7) @.shift(); for (const h of @) @ = (@ + (h(@ & 1) | 0)) | 0;", fs, fs, fs, n, n, i))
	})
	return list(
		stmt("function* @(n, d) { let c = d; @ for (let k = 0; k < n; k++) { let own = k; const got = yield v => { @ own++; return v === undefined ? c + own : c; }; if (got) { c = got; own *= 2; } @ } }", f,
			g.pick("", "try { yield () => c; } finally { c = -1; }", "const arrow = () => arguments.length; mix(arrow());"), g.pick("c += v | 0;", "c = own;", ""), g.pick("", "if (c > 90) return;", "yield () => own;")),
		stmt("async function @(n, give) { let c = 1, last; for (let k = 0; k < n; k++) { give(() => ++c + k); @ last = () => c * k; } return last?.(); }", a, g.pick("await null;", "await k; c *= 2;", "if (k === 2) throw new Error('a');", "await Promise.resolve(() => c++).then(h => h());")),
		stmt("const @ = []; let @ = 0;", fs, n), body, stmt("log('@', @);", n, n))
}

// hidden has private accessors and methods, static ones too, computed names with super, and weak collections of objects.
func (g *generator) hidden() *Node {
	c, d, w, o, n := g.name("C"), g.name("C"), g.name("m"), g.name("o"), g.name("n")
	body := g.repeat(200, func(i string) *Node {
		g.spend(20)
		return list(stmt("const x = @;", g.pick("new "+d+"("+i+")", "new "+c+"("+i+")", o, "("+i+" & 7) === 7 ? {} : "+o)), stmt("try {@} catch (e) { mix(e.name); }", g.busy(
			func() *Node { return stmt("x.at(@); mix(x.at(@ & 1));", i, i) },
			func() *Node { return stmt("mix(@.total); @.total = @; mix(@.bump(x));", c, c, g.num(0), c) },
			func() *Node {
				return stmt("mix(x.pick(@)); mix(x.pick(@ & 1 ? 'at' : 'kind'));", g.pick("'kind'", "Symbol.iterator", "'none'", i), i)
			},
			func() *Node {
				return stmt("@.set(x, @); mix(@.get(x)); mix(@.has(@)); mix(@.get(@));", w, i, w, w, o, w, g.pick(i, "null", "{}", "'w'"))
			},
			func() *Node {
				return stmt("mix(@.delete(@)); @.set(@, @);", w, g.pick("x", o), w, g.pick("x", "x", i), i)
			},
			func() *Node { return stmt("x.put = @; mix(x.put); x.put += 2; mix(x.put++);", i) })), stmt("if (@ % 40 === 39) @ = new @(@); mix(@);", i, o, d, i, n))
	})
	return list(
		stmt("class @ { #v; static #t = 0; static get #total() { return this.#t; } static set #total(v) { this.#t = v @; } static get total() { return this.#total; } static set total(v) { this.#total = v; } static #step(x) { return x.#v ?? 'none'; } static bump(x) { @.#total++; return @.#step(x); } constructor(v) { this.#v = v; } get #two() { return this.#v @; } set #two(v) { this.#v = v; } get put() { return this.#two; } set put(v) { this.#two = v; } get kind() { return 'c'; } at(k) { this.#two = k; return this.#two; } }",
			c, g.pick("", "| 0", "+ 1"), c, c, g.pick("", "* 2", "+ ''")),
		stmt("class @ extends @ { get kind() { return super['ki' + 'nd'] + 'd'; } pick(k) { return typeof super[k] === 'function' ? super[k](1) : super[k]; } at(k) { return super['at'](k) @; } set put(v) { super.put = v; } get put() { return super.put @; } }", d, c, g.pick("", "+ 1"), g.pick("", "+ 0.5")),
		stmt("const @ = new WeakMap(); let @ = new @(2), @ = 0;", w, o, d, n), body, stmt("log('@', @.put);", o, o))
}
