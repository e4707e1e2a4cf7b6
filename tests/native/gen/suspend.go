package gen

// What is suspended and goes on: generators in generators, async functions, iterators of several kinds at one place;
// and collections and lists that change on the way.

// source is an expression for something to iterate over, of any kind; own has an iterator of the program's own, gens
// a generator function.
func (g *generator) source(own, gens, i string) string {
	return g.pick(
		"[1, 2, , "+i+", 'x']", "["+i+", 0.5]", "[]", "new Set(["+i+", 2, 'z', "+i+" & 3])", "new Map([["+i+", 1], [2, "+i+"]])",
		"'a\\u{1F600}b'", "new Uint8Array([3, "+i+"])", gens+"("+i+" & 7, 1)", gens+"(2, "+i+")", own, "[5, "+i+"].entries()", "new Map([[3, "+i+"]]).values()",
		"[8, 9].keys()", "["+i+", 4].values()", "(function* () { yield* "+gens+"(2, 3); yield* [7, "+i+"]; })()")
}

// delegated has generators that walk trees, iterate over all kinds of things at one place, and are left early.
func (g *generator) delegated() *Node {
	f, h, w, own, use := g.name("f"), g.name("f"), g.name("f"), g.name("o"), g.name("f")
	x := g.declare(variable{name: g.name("x"), habit: anAny})
	src := func(i string) string { return g.source(own, f, i) }
	leave := func() string {
		return g.pick("if (++t > "+g.pick("3", "9", "30")+") break;", "if (v === 7) continue outer;", "if (v === 3) break outer;", "if (t++ % 5 === 4) return t;", "if (v === 9) throw new RangeError('d');", "t += +(v === 2);", "")
	}
	body := g.repeat(150, func(i string) *Node {
		g.spend(60)
		return list(
			stmt("const list = [@, @, @];", src(i), src(i), src(i)),
			stmt("try { mix(@(list[@ % 3], @)); } catch (e) { mix(e.name); }", use, i, i),
			stmt("if (@ % @ === 0) { const it = @(@(@ & 3), @); let r = it.next(); for (let k = 0; k < 6 && !r.done; k++) r = k === @ ? it.@(k) : it.next(k); mix(r.value); }",
				i, 2+g.Intn(5), h, w, i, g.Intn(4), g.Intn(6), g.pick("next", "return")))
	})
	return list(
		stmt("let @;", x),
		stmt("function* @(n, d) { for (let k = 0; k < n; k++) { const s = yield k * d; if (s === 'no') return k; } }", f),
		stmt("const @ = { n: 0, [Symbol.iterator]() { let k = 0; return { next(v) { if (k === @) throw new TypeError('own'); return { done: ++k > @, value: k }; }, @ }; } };",
			own, g.pick("-1", "-1", "4"), 1+g.Intn(7), g.pick("return(v) { mix('r'); return { value: v, done: true }; }", "", "return() { throw new Error('ret'); }")),
		stmt("function* @(d) { if (d > 0) { yield* @(d - 1); @ yield d; yield* @(d - 1); } }", w, w, g.pick("", "", "if (d === 2) yield* [d, 10];", "yield* '"+g.pick("", "ab")+"';"), w),
		stmt("function* @(s, m) { let t = 0; try { outer: for (let j = 0; j < 2; j++) { for (const v of s) { @ const got = yield v; if (got === m) @ } } } @ finally { mix('e'); @ } return t; }",
			h, g.pick("", "t++;", "if (v === 1) continue;"), g.pick("break outer;", "continue outer;", "return got;", "throw new Error('g');"), g.pick("", "catch (e) { yield e.name; }"), g.pick("", "", "yield -5;", "t = 1;")),
		stmt("function @(s, i) { let t = 0; outer: for (let j = 0; j < 2; j++) { for (const v of s) { mix(v); @ } for (const v of @(s, j)) { @ = v; @ } } return t; }", use, leave(), h, x, leave()),
		body, stmt("log('@', @);", x, x))
}

// awaited has async functions that wait for all kinds of things, with loops and handlers around that.
func (g *generator) awaited() *Node {
	f, h, q, k := g.name("f"), g.name("f"), g.name("f"), g.name("f")
	n := g.trips(80, 120)
	g.spend(float64(n) * 120)
	what := func() string {
		return g.pick("i", "v", "null", "i * 0.5", "Promise.resolve(i)", "{ i }", "'s' + i", "(i % 3 ? i : Promise.reject(i))", "new Promise(r => r(v))", "new Promise((r, no) => i % 4 ? r(i) : no(new RangeError('n')))",
			"({ then(r) { r(i); } })", "({ get then() { if (i === 5) throw new TypeError('then'); } })", h+"(i & 3)", "[i, v]")
	}
	return list(
		stmt("async function @(n) { @ for (let i = 0; i < n; i++) { const v = await @; if (i === 2) @ } return @; }", h, g.pick("", "if (n === 3) throw new Error('h');"), g.pick("i", "null", "Promise.resolve(i)"), g.pick("return i;", "continue;", "break;", "throw i;"), g.pick("n", "'h'", "{ n }", "undefined", "Promise.resolve(n)")),
		stmt("async function* @2(n) { try { for (let i = 0; i < n; i++) { if (i === @) await @(i); yield @; } @ } finally { mix('ag'); } }", h, g.Intn(6), h, g.pick("i", "Promise.resolve(i)", "await i"), g.pick("", "yield* [1, Promise.resolve(2)];", "throw new Error('ag');", "return 4;")),
		stmt("async function @(n, v) { let s = 0; loop: for (let i = 0; i < n; i++) { try { const got = await @; s = (s * 3 + (got | 0)) | 0; if (i === @) @ } catch (e) { s ^= 5; mix(typeof e); @ } finally { @ } } return s; }",
			f, what(), g.Intn(8), g.pick("return s;", "continue loop;", "break loop;", "throw new Error('f');"), g.pick("", "await null;", "if (i > 6) throw e;", "continue;"), g.pick("s += 1;", "await i;", "if (i > 9) break;")),
		stmt("async function @(n) { const queue = [], waiting = []; let t = 0, left = n; const put = async v => { while (queue.length > 2) await new Promise(r => waiting.push(r)); queue.push(v); }; const take = async () => { for (let i = 0; i < n && (queue.length || left); i++) { await @; if (queue.length) { t = (t * 7 + (queue.shift() | 0)) | 0; waiting.shift()?.(); } } }; const w = [take(), take()]; for (let i = 0; i < 2; i++) put(i); left = 0; await Promise.@(w); return t; }",
			q, g.pick("null", "i", "Promise.resolve()"), g.pick("all", "allSettled")),
		stmt("async function @() { let t = 0; for (let i = 0; i < @; i++) { try { t = (t * 3 + await @(i & 7, i)) | 0; if (i % 3 === 1) t ^= await @(i & 15); if (i % 5 === 2) for await (const x of @) { mix(x); if (x === @) @ } } catch (e) { mix(e.name ?? e); } mix(t); } return t; }",
			k, n, f, q, g.pick(h+"2(i & 7)", "[i, Promise.resolve(2), 3]", "new Set([1, i])", h+"2(3)", "[Promise.reject(new Error('fa')), 1]"), g.Intn(4), g.pick("break;", "continue;", "throw new TypeError('x');")),
		stmt("@().then(t => log('@', t), e => caught('@', e)).then(() => @(4, 1)).finally(() => mix('fin')).then(v => log('@ end', v), e => caught('@ end', e));", k, k, k, f, k, k),
		stmt("Promise.@([@(2, 1), @(3), 4, @(5, 'v')]).then(v => log('@ all', v), e => caught('@ all', e));", g.pick("all", "race", "any", "allSettled"), f, h, f, k, k))
}

// tables has Maps and Sets in loops that grow, lose keys and are iterated on the way.
func (g *generator) tables() *Node {
	m, s, n := g.name("m"), g.name("s"), g.name("n")
	key := func(i string) string {
		return g.pick(i, i+" & 15", i+" & 63", "'k' + "+i, "`long key number ${"+i+" & 31} in a table`", i+" / 2", "-"+i, "("+i+" & 1 ? null : undefined)", "someKeys["+i+" & 15]", "'\\u4e16' + "+i, n, "mix", "BigInt("+i+")", "("+i+" % 7) * 0.5", "'abcdef'.slice(1, 3 + ("+i+" & 1))")
	}
	own := [4]string{}
	body := g.repeat(300, func(i string) *Node {
		g.spend(15)
		for k := range own {
			own[k] = key(i)
		}
		any := func() string { return own[g.Intn(len(own))] }
		return g.busy(
			func() *Node { return stmt("@.set(@, @);", m, any(), i) },
			func() *Node { return stmt("@.add(@).add(@);", s, any(), any()) },
			func() *Node { return stmt("if (@.delete(@)) @++;", g.pick(m, s), any(), n) },
			func() *Node { return stmt("@ = (@ * 3 + (@.get(@) | 0)) | 0;", n, n, m, any()) },
			func() *Node { return stmt("@ += @.has(@) ? 2 : 1;", n, g.pick(m, s), any()) },
			func() *Node {
				return stmt("if (@.size > @) { const k = @.keys().next().value; @.delete(k); mix(k); }", m, 3+g.Intn(40), m, m)
			},
			func() *Node {
				return stmt("if (@ % 9 === 0) for (const v of @) { mix(v); if (@.size < 30) @.add(@); if (v === @) { @.delete(v); @ } }", i, s, s, s, any(), any(), s, g.pick("", "break;"))
			},
			func() *Node {
				return stmt("if (@ % 11 === 3) { let c = 0; for (const [k, v] of @) { if (c++ > 20) break; if (v === @) @.delete(k); else @ = (@ + (v | 0)) | 0; } }", i, m, any(), m, n, n)
			},
			func() *Node { return stmt("if (@ === @) @.clear();", i, g.Intn(200), g.pick(m, s)) },
			func() *Node { return stmt("if (@ % 17 === 0) @ = new Set([...@, @]);", i, s, s, any()) },
			func() *Node { return stmt("if (@ % 23 === 0) { @ = new Map(@); mix(@.size); }", i, m, m, m) })
	})
	return list(stmt("let @ = new Map(), @ = new Set(), @ = 0;", m, s, n), body, stmt("log('@', [@, @.size, @.size, [...@.keys()].length]); log('@', @);", m, n, m, s, m, s, s))
}

// lists has methods of arrays, and arguments that are spread, in loops.
func (g *generator) lists() *Node {
	a, b, n, f := g.name("a"), g.name("a"), g.name("n"), g.name("f")
	body := g.repeat(300, func(i string) *Node {
		g.spend(15)
		at := func() string {
			return g.pick("0", "1", "-1", "-2", "2", i+" & 3", "undefined", n+" & 7", "1.5", a+".length", "-20")
		}
		v := func() string { return g.pick(i, i+" * 0.5", "'s' + "+i, "null", n, "["+i+"]") }
		some := func() string { return g.pick(a, b, a, "["+i+", 2]", "[]") }
		return g.busy(
			func() *Node { return stmt("@.push(@);", g.pick(a, b), v()) },
			func() *Node { return stmt("mix(@.@());", g.pick(a, b), g.pick("shift", "shift", "pop")) },
			func() *Node { return stmt("@ = @.slice(@);", b, a, at()) },
			func() *Node { return stmt("mix(@.slice(@, @).length);", some(), at(), at()) },
			func() *Node { return stmt("@.splice(@, @, @);", a, at(), g.pick("0", "1", "2", i), v()) },
			func() *Node {
				return stmt("@ = [@, ...@, ...@]; if (@.length > 40) @.length = 5;", a, v(), some(), some(), a, a)
			},
			func() *Node { return stmt("@ = (@ + @(...@)) | 0;", n, n, f, some()) },
			func() *Node { return stmt("@ = (@ + @(@, ...@.slice(@))) | 0;", n, n, f, v(), a, at()) },
			func() *Node {
				return stmt("@ = @.concat(@);  if (@.length > 40) @.length = 3;", b, some(), some(), b, b)
			},
			func() *Node { return stmt("@.unshift(@); mix(@.length);", a, v(), a) },
			func() *Node {
				return stmt("mix(@.@(@));", g.pick(a, b), g.pick("indexOf", "includes", "at", "lastIndexOf"), v())
			},
			func() *Node {
				return stmt("mix(Array.from({ length: @ & 7 }, (_, k) => k * @).@);", i, v(), g.pick("length", "join()", "shift()"))
			},
			func() *Node {
				return stmt("for (const [k, w] of @.entries()) { mix(w); if (k === @) break; }", some(), g.Intn(5))
			},
			func() *Node { return stmt("@.reverse().fill(@, @, @);", b, v(), at(), at()) },
			func() *Node { return stmt("const [p, q = @, ...r] = @; mix(q); mix(r.length);", v(), some()) },
			func() *Node { return stmt("if (@ === @) @[@.length + 3] = 1;", i, g.Intn(250), a, a) })
	})
	return list(
		stmt("let @ = [1, 2, 3], @ = [], @ = 0;", a, b, n),
		stmt("function @(@) { return @; }", f, g.pick("p, q", "p, ...r", "...r", "p = 1, q = 2, r = 3, s = 4", ""), g.pick("arguments.length", "[...arguments].length", "arguments.length * 3 + (arguments[1] | 0)")),
		body, stmt("log('@', @); log('@', [@, @]);", a, a, b, b, n))
}
