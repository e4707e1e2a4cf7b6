package gen

import "strings"

// corner makes one of the scenarios about parts of the language of which the others make little.
func (g *generator) corner() *Node {
	return g.choose([]choice{
		{3, g.wide},
		{2, g.keys},
		{2, g.bigints},
		{2, g.promises},
		{3, g.suspended},
		{2, g.symbols},
		{2, g.sorting},
		{1, g.json},
		{1, g.patterns},
		{2, g.watched},
		{2, g.enumerated},
		{3, g.buffers},
		{3, g.megamorphic},
		{3, g.finals},
		{3, g.captured},
		{2, g.privates},
		{2, g.unpacked},
		{2, g.walked},
		{3, g.transitions},
		{3, g.edges},
		{3, g.argued},
		{2, g.inherited},
		{2, g.chained},
		{2, g.thrownIn},
		{4, g.through},
		{4, g.delegated},
		{3, g.awaited},
		{3, g.tables},
		{3, g.lists},
		{4, g.called},
		{4, g.converted},
		{4, g.holed},
		{4, g.received},
		{3, g.evaluated},
		{3, g.operands},
		{3, g.leaked},
		{3, g.stepped},
		{3, g.assigned},
		{3, g.enclosed},
		{3, g.hidden},
	})
}

// busy makes a list of some of several statements, each in a scope of its own.
func (g *generator) busy(of ...func() *Node) *Node {
	b := list()
	for k := 1 + g.Intn(3); k > 0; k-- {
		b.Kids = append(b.Kids, stmt("{ @ }", of[g.Intn(len(of))]()))
	}
	return b
}

// wide has strings of both widths, ropes and slices of them, compared, looked into and used as keys.
func (g *generator) wide() *Node {
	s, u, n := g.name("s"), g.name("s"), g.name("n")
	piece := func() *Node {
		return expr(g.pick("'\\u4e16'", "'\\ud83d'", "'\\udc00x'", "'\\u00ff'", "'abcdefgh'", "'\\u0100'", "'k'", "''", "'longer than any short string '"))
	}
	body := g.repeat(200, func(i string) *Node {
		g.spend(6)
		b := g.busy(
			func() *Node { return stmt("@ = @ + @;", s, g.pick(s, u), piece()) },
			func() *Node { return stmt("@ = @ + @;", u, piece(), g.pick(s, u)) },
			func() *Node {
				return stmt("@ += @;", s, expr(g.pick("%i", "(%i * 0.5)", "-%i", "(%i & 1 ? null : undefined)", "(%i > 9)")))
			},
			func() *Node { return stmt("@ = @.@(@ & 15, @ & 31);", u, s, g.pick("slice", "substring"), i, i) },
			func() *Node {
				return stmt("@ = (@ + @).@(@);", u, s, u, g.pick("slice", "charAt", "at", "codePointAt", "substring"), g.pick("3", "-7", i))
			},
			func() *Node { return stmt("@ = `${@}${@}@`;", s, u, i, g.pick("", "\\u4e16", "x")) })
		b.Kids = append(b.Kids,
			stmt("@ = String(@); if (@.length > @) @ = @.slice(@);", u, u, s, 30+g.Intn(200), s, s, g.pick("-5", "1", "-20", "40")),
			stmt("if (@.length > 90) @ = @.substring(3, 20);", u, u, u),
			stmt("@ = (@ * 31 + @) | 0;", n, n, expr(g.pick("%s.charCodeAt(%i)", "%s.charCodeAt(%i & 7)", "(%s[%i & 15] === %u[0] ? 1 : 2)", "(%s < %u ? 3 : 4)", "(%s === %u ? 5 : 6)", "%s.indexOf(%u[0])", "%u.length", "(%s.codePointAt(%i % 9) ?? 7)",
				"(%s.startsWith(%u) ? 8 : 9)", "%s.lastIndexOf('k')", "(%s.includes('\\u4e16') ? 1 : 0)", "(%s == %i ? 1 : 2)", "(%s >= %u ? 1 : 0)"))),
			stmt("switch (@[@ & 3]) { case 'a': @ += 1; break; case '\\u4e16': @ -= 3; break; case undefined: @ ^= 9; break; default: @ *= 3; }", g.pick(s, u), i, n, n, n, n),
			stmt("mix(@);", g.pick(s, u, n)))
		return b.put("%i", i).put("%s", s).put("%u", u)
	})
	return list(stmt("let @ = @, @ = @, @ = 0;", s, piece(), u, piece(), n), body, stmt("log('@', [@, @, @]);", s, s, u, n))
}

// keys has objects and Maps as dictionaries, with keys that are computed.
func (g *generator) keys() *Node {
	o, m, n := g.name("o"), g.name("m"), g.name("n")
	count := g.pick("7", "20", "60", "200")
	key := func(i string) *Node {
		return expr(g.pick("('k' + (%i % %c))", "(%i % %c)", "('k' + (%i % %c) + 'x')", "String.fromCharCode(97 + %i % 26)", "(%i % 5 ? 'k' + (%i & 7) : %i)", "(-(%i & 3))", "((%i & 7) * 0.5)", "('' + (%i & 15))", "`${%i & 31}-`"))
	}
	body := g.repeat(400, func(i string) *Node {
		g.spend(6)
		b := g.busy(
			func() *Node { return stmt("@[@] = (@[@] | 0) + 1;", o, key(i), o, key(i)) },
			func() *Node { return stmt("@[@] ??= @;", o, key(i), i) },
			func() *Node { return stmt("@.set(@, (@.get(@) ?? 0) + 1);", m, key(i), m, key(i)) },
			func() *Node { return stmt("if (@ in @) @++;", key(i), o, n) },
			func() *Node { return stmt("if (@.has(@)) @ += 2;", m, key(i), n) },
			func() *Node { return stmt("mix(@[@]);", o, key(i)) },
			func() *Node { return stmt("mix(@.get(@));", m, key(i)) },
			func() *Node { return stmt("if (@ % @ === 0) delete @[@];", i, 3+g.Intn(30), o, key(i)) },
			func() *Node { return stmt("if (@ % @ === 0) mix(@.delete(@));", i, 3+g.Intn(30), m, key(i)) },
			func() *Node { return stmt("mix(Object.hasOwn(@, @));", o, key(i)) })
		return b.put("%i", i).put("%c", count)
	})
	return list(stmt("const @ = @, @ = new Map(); let @ = 0;", o, g.pick("{}", "{ k1: 1, k2: 2.5 }", "Object.create(null)", "Object.create({ k3: 3, get k4() { return mix(4); } })", "[]"), m, n), body,
		stmt("let k@ = ''; for (const k in @) k@ = (k@ + k).slice(-60); log('@', [@, k@, @.size, [...@.keys()].slice(0, 9)]);", n, o, n, n, o, n, n, m, m))
}

// bigints mixes BigInts and numbers, which throws where it must.
func (g *generator) bigints() *Node {
	x, f := g.name("x"), g.name("f")
	op := g.pick("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>")
	arg := func(i string) *Node {
		return expr(g.pick("%i", "BigInt(%i)", "BigInt(%i)", "(%i % 50 === 49 ? %i : BigInt(%i))", "(%i > 100 ? BigInt(%i) : %i)", "(2n ** BigInt(%i & 63))", "-BigInt(%i & 7)"))
	}
	body := g.repeat(200, func(i string) *Node {
		g.spend(4)
		b := list(
			stmt("try { @ = @(@, @); } catch (e) { mix(e.name); }", x, f, arg(i), arg(i)),
			stmt("mix(@); mix(typeof @ === 'bigint' ? BigInt.asUintN(@, @) : @ @ 3);", x, x, g.pick("8", "32", "64"), x, x, g.pick("+", "|", "<")),
			stmt("if (typeof @ !== 'number' && typeof @ !== 'bigint' || @ > 1n << 200n || @ < -5e60) @ = @;", x, x, x, x, x, g.pick("0", "1n", "0.5")),
			stmt("mix(@ @ @);", x, g.pick("<", ">=", "==", "===", "!="), g.pick(i, "BigInt("+i+")", "'7'", "0.5")))
		return b.put("%i", i)
	})
	if op == "<<" || op == ">>" {
		return list(stmt("const @ = (a, b) => typeof b === 'bigint' ? a @ (b & 31n) : a @ b; let @ = 1;", f, op, op, x), body, stmt("log('@', @);", x, x))
	}
	return list(stmt("const @ = (a, b) => a @ b; let @ = 1;", f, op, x), body, stmt("log('@', @);", x, x))
}

// promises has async functions, whose order shows.
func (g *generator) promises() *Node {
	f, h, k := g.name("f"), g.name("f"), g.name("f")
	n := g.trips(60, 60)
	g.spend(float64(n) * 60)
	return list(
		stmt("async function @(n, v) { let s = 0; for (let i = 0; i < n; i++) { try { s += await @; if (i === @) throw new Error('t'); } catch (e) { s -= 7; @ } finally { s ^= i; } } return s; }",
			f, expr(g.pick("i", "v", "(i & 1 ? v : Promise.resolve(i))", "({ then(r) { r(i * 0.5); } })", "(i > 5 ? Promise.reject(new TypeError('r')) : i)")), g.Intn(20), g.pick("", "continue;", "if (i > 10) return s;", "if (i > 12) throw e;")),
		stmt("async function* @(n) { for (let i = 0; i < n; i++) { const got = yield @; if (got === 'stop') return i; } }", h, g.pick("i", "await i", "Promise.resolve(i)")),
		stmt("async function @() { let t = 0; for (let i = 0; i < @; i++) { try { t = (t * 3 + await @(i & 15, i * 0.5)) | 0; } catch (e) { mix(e.name); } if (i % 7 === 3) for await (const x of @(i)) { t += x; if (x > @) break; } mix(t); } return t; }",
			k, n, f, h, g.Intn(40)),
		stmt("@().then(t => log('@', t), e => caught('@', e));", k, k, k),
		stmt("Promise.@([@(3, 1), @(5, 2), 4]).then(v => log('@ all', v), e => caught('@ all', e));", g.pick("all", "race", "any", "allSettled"), f, f, f, f))
}

// suspended has generators in hot loops: delegating, closed early, with handlers.
func (g *generator) suspended() *Node {
	f, h, x := g.name("f"), g.name("f"), g.declare(variable{name: g.name("x"), habit: anAny})
	n := g.trips(120, 50)
	g.spend(float64(n) * 50)
	i := g.name("i")
	use := g.choose([]choice{
		{2, func() *Node {
			return stmt("for (const v of @(@ & 15, 1)) { @ = v; if (v === @) break; }", h, i, x, g.numText())
		}},
		{2, func() *Node { return stmt("let t = 0; for (const v of @(@ % 9, 0.5)) t += v; @ = t;", f, i, x) }},
		{1, func() *Node {
			return stmt("mix([...@(@ & 7, @)].length); @ = Math.max(...@(@ & 3, 2));", f, i, g.num(0), x, h, i)
		}},
		{1, func() *Node { return stmt("const [p, , q = 5, ...r] = @(@ & 7, 3); @ = [p, q, r.length];", h, i, x) }},
		{1, func() *Node {
			return stmt("const it = @(9, 1); it.next(); try { mix(it.@(@).value); } catch (e) { mix(typeof e); } mix(it.next().done);", h, g.pick("return", "throw", "next"), g.any(0))
		}},
		{1, func() *Node { return stmt("@ = Array.from(@(@ & 7, 1), (v, k) => v + k).join();", x, f, i) }},
		{1, func() *Node { return stmt("const mp = new Map(@2(@ & 7)); mix(mp.size); mix(mp.get(2));", f, i) }},
	})
	return list(
		stmt("let @;", x),
		stmt("function* @(n, d) { let a = @, b = 1; for (let k = 0; k < n; k++) { [a, b] = [b, (a + b) | 0]; yield a * d; } return a; }", f, g.num(0)),
		stmt("function* @2(n) { for (let k = 0; k < n; k++) yield [k, { k }]; }", f),
		stmt("function* @(n, d) { try { const r = yield* @(n, d); mix(r); yield r + @; } catch (e) { mix(typeof e); yield -1; } finally { mix('f'); @ } }", h, f, g.num(0), g.pick("", "", "yield 8;")),
		stmt("for (let @ = 0; @ < @; @++) { @ mix(@); }", i, i, n, i, use, x),
		stmt("log('@', @);", x, x))
}

// symbols has conversions and iteration through well-known symbols, and symbols as keys.
func (g *generator) symbols() *Node {
	y, o, c := g.name("y"), g.name("o"), g.name("C")
	body := g.repeat(200, func(i string) *Node {
		g.spend(5)
		return g.busy(
			func() *Node {
				return stmt("mix(@ @ @);", o, g.pick("+", "-", "*", "<", "==", "|"), g.pick(i, "1.5", "'a'", o))
			},
			func() *Node { return stmt("@[@] = (@[@] ?? 0) + @;", o, y, o, y, i) },
			func() *Node { return stmt("mix(@ in @); mix(@[@]);", y, o, o, y) },
			func() *Node { return stmt("mix(@ instanceof @);", g.pick(o, i, "null"), c) },
			func() *Node { return stmt("mix(`${@}`); mix([1, 2].concat(@).length);", o, o) },
			func() *Node { return stmt("if (@ === @) delete @[@];", i, g.Intn(150), o, y) },
			func() *Node {
				return stmt("try { mix(@ + @); } catch (e) { mix(e.name); }", g.pick(y, i), g.pick("''", "1", y))
			},
			func() *Node {
				return stmt("mix(@[Symbol.iterator] === undefined); mix(Object.prototype.toString.call(@));", o, g.pick(o, i, y))
			})
	})
	return list(
		stmt("const @ = Symbol('y');", y),
		stmt("class @ { static [Symbol.hasInstance](v) { return typeof v === @; } get [Symbol.toStringTag]() { return 'T'; } @ }", c, g.pick("'object'", "'number'"),
			g.pick("[Symbol.toPrimitive](h) { mix(h); return h === 'string' ? 's' : 7; }", "valueOf() { return 5; }", "toString() { return '4'; }", "[Symbol.toPrimitive](h) { return h; }")),
		stmt("let @ = new @();", o, c), body, stmt("log('@', Object.getOwnPropertySymbols(@).length);", o, o))
}

// sorting sorts, searches and folds with callbacks.
func (g *generator) sorting() *Node {
	a, n := g.name("a"), g.name("n")
	rounds := g.trips(30, 400)
	g.spend(float64(rounds) * 400)
	i := g.name("i")
	// The oldest node that is compared with has less.
	newer := func(t string) string {
		if g.Own {
			return t
		}
		return a + ".length"
	}
	step := func() *Node {
		return stmt("mix(@);", expr(g.pick(
			a+".slice().sort((x, y) => x - y)[3]", a+".slice().sort((x, y) => (y > x) - (y < x)).length", a+".toSorted((x, y) => (x | 0) - (y | 0))[0]",
			a+".find(v => v > %n)", a+".findLastIndex(v => v < %n)", a+".some(function (v) { return v === %n; })", a+".every((v, k) => (%n = k, v === v))",
			a+".reduceRight((p, v) => p * 0.5 + v, 0)", a+".flatMap(v => v > 3 ? [v, -v] : []).length", a+".reduce((p, v, k, t) => p + t.length, 0)",
			a+".map((v, k) => { if (k === 5) "+a+".length = 9; return v; }).length", a+".forEach(v => { %n += v | 0; })", a+".lastIndexOf(%n)",
			a+".filter(v => { if (v === 77) throw new RangeError('f'); return v & 1; }).length", "["+a+", "+a+"].flat().indexOf(%n)", a+".entries().next().value[1]", a+".with(2, %n)[2]", a+".toSpliced(1, 2, %n).length", "Array.from("+a+", v => v * 2)[1]",
			newer("Object.groupBy("+a+", v => v & 1)[1]?.length"), newer(a+".values().map(v => v + 1).take(3).toArray().length")))).put("%n", n)
	}
	return list(
		stmt("const @ = Array.from({ length: @ }, (_, k) => @); let @ = @;", a, 10+g.Intn(40), g.pick("(k * 7919) % 31", "k % 5", "(k * 0.37) % 3", "k % 3 ? k : -0", "(k * 2654435761) | 0"), n, g.num(0)),
		stmt("for (let @ = 0; @ < @; @++) {@}", i, i, rounds, i, list(
			stmt("try { @ @ } catch (e) { mix(e.name); }", step(), step()),
			stmt("@[@ % 60] = @;", a, i, expr(g.pick(i, n, "77", i+" * 0.5", "'s'"))),
			stmt("@ = (@ | 0) + @;", n, n, i))),
		stmt("log('@', [@, @]);", a, a, n))
}

// json writes and reads JSON with functions that take part.
func (g *generator) json() *Node {
	o, s := g.name("o"), g.name("s")
	n := g.trips(30, 100)
	g.spend(float64(n) * 100)
	i := g.name("i")
	return list(
		stmt("let @ = { a: [1, @, { b: 'c\\u4e16\"' }], n: null, d: { toJSON(k) { mix(k); return @; } } }, @ = '';", o, g.num(0), g.num(0), s),
		stmt("for (let @ = 0; @ < @; @++) {@}", i, i, n, i, list(
			stmt("@.i = @; @ = JSON.stringify(@, @, @);", o, expr(g.pick(i, i+" * 0.5", "-0", "NaN", "undefined")), s, o, g.pick("null", "(k, v) => (mix(k), v)", "['a', 'i', 'b']", "(k, v) => k === 'n' ? undefined : v"), g.pick("0", "1", "''")),
			stmt("const back = JSON.parse(@@); mix(back.i); mix(@.length);", s, g.pick("", "", ", (k, v) => typeof v === 'number' ? v + 1 : v", ", function (k, v) { mix(k); return v; }"), s),
			stmt("try { JSON.parse(@.slice(0, @)); } catch (e) { mix(e.name); }", s, i))),
		stmt("log('@', @);", s, s))
}

// patterns uses regular expressions in loops.
func (g *generator) patterns() *Node {
	r, s := g.name("r"), g.name("s")
	n := g.trips(40, 100)
	g.spend(float64(n) * 100)
	i := g.name("i")
	flags := g.pick("g", "gu", "gy", "gi", "y", "gs", "")
	all := "mix([...@.matchAll(@)].length);"
	if !strings.Contains(flags, "g") {
		all = "mix(@.match(@)?.length);"
	}
	return list(
		stmt("const @ = /@/@; let @ = 'abc12 x@ ab-34';", r, g.pick("(\\w)(\\d)?", "[a-c]+", "(?<q>b)|c", "\\b", "x?", "(.)\\1", "(?:a|b)*?c", "\\s*(?:(\\d+)|([a-z]+))",
			"(?:\\w\\s?)*-", "[^a]*?\\d", "(?=(\\w))\\1?", "(?<!a)b", "\\b\\w{2,3}?", "(?:(a)|b|c)+", "ab|\\u0161"), flags, s, g.pick("\\u00e9", "\\u0161", "")),
		stmt("for (let @ = 0; @ < @; @++) {@}", i, i, n, i, list(
			stmt("@.lastIndex = @ & 7; const m = @.exec(@); mix(m === null ? -1 : m.index); mix(m?.[1]);", r, i, r, s),
			stmt("mix(@.replace(@, @));", s, r, g.pick("'[$&]'", "(m, ...a) => (mix(a.length), m + m)", "'$1'")),
			stmt("mix(@.test(@)); mix(@.lastIndex); mix(@.search(@)); mix(@.split(/[@]/).length);", r, s, r, s, r, s, g.pick("a", "\\d", "b-", "")),
			stmt(all, s, r),
			stmt("@ = (@ + @ + 'b').slice(-20);", s, s, i))),
		stmt("log('@', @);", s, s))
}

// watched looks at objects through proxies that write down every step.
func (g *generator) watched() *Node {
	o, p, t := g.name("o"), g.name("o"), g.name("s")
	all := "get set has deleteProperty ownKeys getOwnPropertyDescriptor defineProperty getPrototypeOf isExtensible preventExtensions"
	body := g.repeat(60, func(i string) *Node {
		g.spend(20)
		return list(g.busy(
			func() *Node { return stmt("@.n@ = @;", p, g.Intn(3), i) },
			func() *Node { return stmt("@.n0 += @.n1;", p, p) },
			func() *Node {
				if !g.Own { // when prototypes are asked for is the engine's business
					return stmt("mix('n2' in @);", p)
				}
				return stmt("for (const k in @) mix(k);", p)
			},
			func() *Node { return stmt("mix(Object.keys(@).length); mix('n1' in @);", p, p) },
			func() *Node { return stmt("mix({ ...@ }.n0); const { n1: d, ...rest } = @; mix(d);", p, p) },
			func() *Node { return stmt("delete @.n@;", p, g.Intn(3)) },
			func() *Node {
				return stmt("Object.defineProperty(@, 'n1', { value: @, writable: true, configurable: true });", p, i)
			},
			func() *Node { return stmt("mix(@ instanceof Object); mix(Array.isArray(@)); mix(@?.[0]);", p, p, p) },
			func() *Node {
				return stmt("const q = Object.create(@); q.n2 = @; mix(q.n0); mix(Object.hasOwn(q, 'n2'));", p, i)
			}),
			stmt("mix(@.length); @ = @.slice(-200);", t, t, t))
	})
	return list(
		stmt("let @ = ''; const @ = @;", t, o, g.pick("{ n0: 1 }", "[1, 2]", "function () {}", "Object.freeze({ n0: 1 })", "new (class { n0 = 1; get n1() { return this.n0; } })")),
		stmt("const @ = new Proxy(@, Object.fromEntries('@'.split(' ').map(k => [k, (...a) => { @ += k[0] + k[3]; return Reflect[k](...a); }])));", p, o, all, t),
		stmt("try {@} catch (e) { caught('@', e); }", body, p), stmt("log('@', [@, @]);", t, t, o))
}

// enumerated walks over the keys of objects that change meanwhile.
func (g *generator) enumerated() *Node {
	o, n := g.name("o"), g.name("n")
	body := g.repeat(60, func(i string) *Node {
		g.spend(30)
		return list(
			stmt("for (const k in @) {@}", o, g.busy(
				func() *Node { return stmt("mix(k); @ += @[k] | 0;", n, o) },
				func() *Node { return stmt("if (k === 'b') delete @.c;", o) },
				func() *Node { return stmt("if (@ % 9 === 4) @['z' + k[0]] = @;", i, o, i) },
				func() *Node { return stmt("@[k] @ 1;", o, g.pick("+=", "-=", "*=", "|=")) },
				func() *Node { return stmt("if (@ === @) break;", n, g.Intn(9)) },
				func() *Node { return stmt("if (k in @ && Object.hasOwn(@, k)) continue; mix(1);", o, o) })),
			stmt("if (Object.keys(@).length > 12) for (const k in @) if (k[0] === 'z') delete @[k];", o, o, o),
			stmt("if (@ === @) @ = @;", i, g.Intn(50), o, g.pick("[1, , 3]", "Object.create({ a: 1, q: 2 }, { b: { value: 3, enumerable: true, configurable: true } })", "{ 2: 1, b: 2, 1: 3 }", "'str'.split('')")),
			stmt("@.c = @; for (const [k, v] of Object.entries(@)) @ = (@ + (v | 0)) & 0xffff;", o, i, o, n, n))
	})
	return list(stmt("let @ = { a: 1, b: 2.5, c: 3 }, @ = 0;", o, n), stmt("try {@} catch (e) { caught('@', e); }", body, o), stmt("log('@', [@, @]);", o, o, n))
}

// buffers has views of buffers that grow, shrink and are taken away.
func (g *generator) buffers() *Node {
	b, t, u, d := g.name("b"), g.name("t"), g.name("t"), g.name("d")
	kind, other := g.pick(typedKinds...), g.pick(typedKinds...)
	if !g.Own {
		kind, other = g.pick("Int8Array", "Uint8ClampedArray", "Uint16Array", "Int32Array", "Uint32Array"), g.pick("Uint8Array", "Int16Array", "Uint32Array")
	}
	body := g.repeat(300, func(i string) *Node {
		g.spend(5)
		w := g.busy(
			func() *Node {
				return stmt("@[@] = @;", t, g.pick(i+" & 15", i, i+" >> 3", i+" - 5", "-0", "1.5", "'1'", "'-0'"), g.num(1))
			},
			func() *Node {
				return stmt("mix(@[@]); mix(@.length);", u, g.pick(i+" & 31", i, i+" - 20", "4294967295"), g.pick(t, u))
			},
			func() *Node { return stmt("@[@ & 7] @ @;", u, i, g.pick("+=", "^=", "-="), i) },
			func() *Node { return stmt("for (let k = 0; k < @.length; k++) mix(@[k]);", t, t) },
			func() *Node {
				order := func() string { return g.pick(", true", ", false", "", ", ("+i+" & 1) === 0", ", 0") }
				return stmt("try { @.set@(@, @@); mix(@.get@(@@)); mix(@.byteLength); } catch (e) { mix(e.name); }", d, g.pick("Int8", "Uint8", "Int16", "Uint16", "Int32", "Uint32", "Float32", "Float64"),
					g.pick(i+" & 31", i+" & 7", i), g.num(0), order(), d, g.pick("Int8", "Uint8", "Int16", "Uint16", "Int32", "Uint32"), g.pick(i+" % 40", i+" - 3", "1"), order(), g.pick(d, b, t))
			},
			func() *Node {
				return stmt("try { mix(@.subarray(@ & 3).length); mix(@.indexOf(@)); } catch (e) { mix(e.name); }", t, i, u, i)
			},
			func() *Node {
				return stmt("try { mix(@.slice(@ & 3, -1).join()); mix(@.subarray(1, @ & 7).length); @.fill(@, @ & 3, 6); @.set(@, @ & 3); mix(@.join()); } catch (e) { mix(e.name); }",
					t, i, u, i, t, g.num(0), i, u, g.pick("[1, 2.5]", "[1, , 3]", "['7']", "[]", t, u, t+".subarray(2)"), i, u)
			},
			func() *Node {
				return stmt("try { for (const v of @) { mix(v); if (v === 7) break; } } catch (e) { mix(e.name); }", g.pick(t, u))
			},
			func() *Node { return stmt("mix(@ in @); mix(@.byteLength);", i, t, u) })
		w.Kids = append(w.Kids, stmt("if (@ === @) { try { @ } catch (e) { mix(e.name); } }", i, g.Intn(250), g.choose([]choice{
			{3, func() *Node { return stmt("@.resize(@);", b, g.pick("0", "8", "24", "64", "32")) }},
			{1, func() *Node {
				if !g.Own { // the oldest node that is compared with cannot
					return nil
				}
				return stmt("@.transfer();", b)
			}},
			{1, func() *Node { return stmt("@.fill(@);", t, g.num(0)) }},
			{1, func() *Node { return stmt("@.set(@.slice(0, 2), 1);", t, u) }},
		})))
		return w
	})
	return list(
		stmt("const @ = new ArrayBuffer(32, { maxByteLength: 64 }), @ = new @(@), @ = new @(@, @), @ = new DataView(@@);", b, t, kind, b, u, other, b, g.pick("0", "8", "0, 2", "8, 1"), d, b, g.pick("", ", 4", ", 0, 32")),
		body, body.clone(), stmt("log('@', [@, @]);", t, t, u))
}

// megamorphic has sites that meet more shapes than anyone keeps.
func (g *generator) megamorphic() *Node {
	a, n := g.name("a"), g.name("n")
	kinds := 3 + g.Intn(14)
	of := args()
	for k := 0; k < kinds; k++ {
		of.Kids = append(of.Kids, expr(g.pick(
			"({ v: %k, m() { return this.v; } })", "({ p%k: 0, v: %k })", "({ v: %k.5, q%k: 1 })", "new (class { #z = %k; w%k = 1; get v() { return this.#z; } m(x) { return x; } })", "Object.create({ v: %k, m() { return 1; } })", "[%k, 2]",
			"Object.freeze({ v: %k })", "Object.assign(x => x, { v: %k })", "'s%k'", "%k", "new Int8Array(%k & 7)", "new Map([[1, 2]])", "new Date(%k)", "({ __proto__: null, v: '%k' })", "Object.defineProperty({}, 'v', { get() { return mix(%k); }, configurable: true })", "({ get v() { return this.h; }, set v(x) { this.h = x; }, h: %k })")))
		of.Kids[k].put("%k", number(k))
	}
	body := g.repeat(500, func(i string) *Node {
		g.spend(6)
		return list(stmt("const o = @[@ % @];", a, i, kinds), stmt("try {@} catch (e) { mix(e.name); }", g.busy(
			func() *Node { return stmt("@ = o.v;", n) },
			func() *Node { return stmt("o.v = @;", i) },
			func() *Node { return stmt("mix(o.m?.(@));", i) },
			func() *Node { return stmt("mix(o.length); mix(o[0]);") },
			func() *Node { return stmt("mix(o['@' + (@ & 1)]);", g.pick("p", "q", "w"), i) },
			func() *Node { return stmt("o[@] = @;", g.pick("0", "'v'", i+" & 3"), i) },
			func() *Node { return stmt("mix(typeof o); mix(@ + o.v);", n) },
			func() *Node { return stmt("if (!(o instanceof Map)) { mix(o - @); mix(o < @); mix(-o); }", i, i) },
			func() *Node { return stmt("for (const x of o) mix(x);") },
			func() *Node { return stmt("const { v, m = 1 } = o; mix(v); mix(typeof m);") },
			func() *Node { return stmt("o.extra@ = @;", g.Intn(3), i) })), stmt("mix(@);", n))
	})
	return list(stmt("const @ = [@]; let @ = 0;", a, of, n), body, stmt("log('@', @);", n, n))
}

// finals leaves blocks with finally in every way there is.
func (g *generator) finals() *Node {
	f, n := g.name("f"), g.name("n")
	way := func() string {
		return g.pick("return n;", "continue outer;", "break outer;", "break;", "continue;", "throw n;", "throw new TypeError('f');", "n++;", "n--;", "")
	}
	cond := func() *Node {
		return expr(g.pick("i % 3 === 1", "j === i", "n > 40", "(n & 3) === 2", "x < 0", "typeof x === 'string'", "j > 2"))
	}
	final := g.pick("n += 2;", "n ^= 1;", "if (n % 11 === 3) return -n;", "if (j === 3) break;", "if (n % 13 === 5) continue outer;", "try { if (n & 1) throw 1; } catch { n += 3; }")
	body := g.repeat(300, func(i string) *Node {
		g.spend(20)
		return list(stmt("try { @ = (@ + @(@)) | 0; } catch (e) { @ -= typeof e === 'object' ? 5 : e | 0; }", n, n, f, expr(g.pick("%i", "%i * 0.5", "-%i", "%i % 50 === 49 ? 's' : %i", "%i - 100")).put("%i", i), n), stmt("mix(@);", n))
	})
	return list(
		stmt("let @ = 0;", n),
		stmt("function @(x) { let n = x & 31; outer: for (let i = 0; i < 4; i++) { for (let j = 0; j < 4; j++) { try { if (@) { @ } try { if (@) { @ } } finally { @ } } catch (e) { if (@) { @ } n += 7; } finally { @ } } } return n; }",
			f, cond(), way(), cond(), way(), g.pick("n++;", "mix(n);", "if (n > 60) return 60;"), cond(), way(), final),
		body, stmt("log('@', @);", n, n))
}

// captured has closures over variables of loops.
func (g *generator) captured() *Node {
	fs, n := g.name("a"), g.name("n")
	body := g.repeat(80, func(i string) *Node {
		g.spend(12)
		return list(stmt("let c = @, d = @;", i, g.num(1)),
			g.busy(
				func() *Node { return stmt("@.push(() => c++ + @);", fs, i) },
				func() *Node { return stmt("@.push(v => { d = v; return c + d; });", fs) },
				func() *Node {
					return stmt("for (let k = 0; k < 3; k++) { @.push(() => (k += 2) * c); if (k & 1) c = @.length; }", fs, fs)
				},
				func() *Node {
					return stmt("{ const e = c * 2; class K { m() { return e + c; } } @.push(() => new K().m()); }", fs)
				},
				func() *Node { return stmt("try { if (@ & 1) throw c; } catch (q) { @.push(() => q = q + 1); }", i, fs) },
				func() *Node {
					return stmt("const self = function r(z) { return z > 0 ? r(z - 1) + d : c; }; @.push(self);", fs)
				},
				func() *Node { return stmt("@.push((a = c, { b = d } = {}) => a + b);", fs) }),
			stmt("if (@.length > @) @.splice(0, 4);", fs, 6+g.Intn(9), fs),
			stmt("for (const f of @) @ = (@ + (f(@ & 3) | 0)) | 0;", fs, n, n, i), stmt("mix(@); mix(c); mix(d);", n))
	})
	return list(stmt("const @ = []; let @ = 0;", fs, n), body, stmt("log('@', @);", n, n))
}

// privates has classes with private names of every sort.
func (g *generator) privates() *Node {
	c, d, o := g.name("C"), g.name("C"), g.name("o")
	body := g.repeat(250, func(i string) *Node {
		g.spend(8)
		return list(stmt("const x = @ % @ === 2 ? new @(@) : @;", i, 3+g.Intn(40), d, i, o), stmt("try {@} catch (e) { mix(e.name); }", g.busy(
			func() *Node { return stmt("mix(x.add(@));", i) },
			func() *Node { return stmt("mix(@.has(x)); mix(@.has(@));", c, c, g.pick("{}", "1", i)) },
			func() *Node { return stmt("x.val = @; mix(x.val);", g.num(0)) },
			func() *Node { return stmt("mix(@.peek(@ === @ ? {} : x));", c, i, g.Intn(200)) },
			func() *Node { return stmt("mix(@.count);", c) },
			func() *Node { return stmt("mix(x.twice?.());") })), stmt("if (@ % 50 === 49) @ = new @(@);", i, o, g.pick(c, d), i))
	})
	return list(
		stmt("class @ { #a = @; #b; static #n = 0; static { this.#n = 5; } constructor(b) { this.#b = b; @.#n++; } add(v) { this.#a += v; return this.#m(v); } #m(v) { return this.#a + (this.#b ?? 0); } get #g() { return this.#b; } set #g(v) { this.#b = v; } get val() { return this.#g; } set val(v) { this.#g = v; this.#a++; } static has(o) { try { return #a in o; } catch (e) { return e.name; } } static peek(o) { return o.#a; } static get count() { return @.#n; } }",
			c, g.num(0), c, c),
		stmt("class @ extends @ { #a = 'other'; y = 1; twice() { return this.#a + this.add(1); } }", d, c),
		stmt("let @ = new @(1);", o, c), body, stmt("log('@', @.val);", o, o))
}

// unpacked takes arrays, objects and iterables apart, with defaults that run code.
func (g *generator) unpacked() *Node {
	n, it := g.name("n"), g.name("o")
	body := g.repeat(150, func(i string) *Node {
		g.spend(10)
		src := g.pick("[%i, undefined, 3]", "[%i]", "{ length: 2, 0: 1 }", "%it", "'ab'", "new Set([%i, 2])", "[[1, [2]], {}]", "new Int8Array([%i, 3])")
		return list(stmt("try {@} catch (e) { mix(e.name); }", g.busy(
			func() *Node {
				return stmt("const [a, b = mix('d'), ...c] = @; mix(a); mix(b); mix(c.length);", fill(src, i, it))
			},
			func() *Node { return stmt("let a, b; [a = 1, [b] = [2]] = @; mix(a); mix(b);", fill(src, i, it)) },
			func() *Node {
				return stmt("const { a = mix(1), b: { c = @ } = {}, ...r } = { a: @ & 1 ? undefined : @, z: 1 }; mix(a); mix(c); mix(Object.keys(r).length);", i, i, i)
			},
			func() *Node {
				return stmt("const f = ([x, y] = [1, 2], { z = x } = {}) => x + y + z; @ = f(@); mix(@);", n, g.pick("", "undefined, {}", fill(src, i, it)), n)
			},
			func() *Node {
				return stmt("for (const [k, { v = k } = {}] of [[@, {}], [2], [3, { v: 4 }]]) @ += k + v;", i, n)
			},
			func() *Node {
				return stmt("let q = @, w = @; [q, w] = [w, q]; ({ q, w = 3 } = { q: w }); mix(q); mix(w);", i, g.num(0))
			},
			func() *Node {
				return stmt("const o = {}; [o.a, o['b' + (@ & 1)], ...o.r] = @; mix(o.a); mix(o.r.length);", i, fill(src, i, it))
			})))
	})
	return list(stmt("let @ = 0; const @ = { [Symbol.iterator]() { let k = 0; return { next() { return { value: k, done: k++ > @ }; }, return() { mix('r'); @; } }; } };", n, it, 1+g.Intn(4), g.pick("return {}", "return 1", "throw new RangeError('r')")), body, stmt("log('@', @);", n, n))
}

// fill puts names where a text has %it and %i.
func fill(t, i, it string) string {
	return strings.ReplaceAll(strings.ReplaceAll(t, "%it", it), "%i", i)
}

// walked has Maps and Sets that change while they are walked.
func (g *generator) walked() *Node {
	m, q, n := g.name("m"), g.name("q"), g.name("n")
	body := g.repeat(80, func(i string) *Node {
		g.spend(30)
		return list(stmt("@.set(@ % @, @); @.add(@);", m, i, 3+g.Intn(20), g.num(0), q, g.pick(i+" & 7", "-0", "NaN", "'k' + ("+i+" & 3)", i+" * 0.5")),
			stmt("for (const @ of @) {@}", g.pick("[k, v]", "[k]"), g.pick(m, m+".entries()"), g.busy(
				func() *Node { return stmt("mix(k);") },
				func() *Node { return stmt("if (k === @ & 3) @.delete(k);", i, m) },
				func() *Node { return stmt("if (@.size < 9 && k < 40) @.set(k + 20, k);", m, m) },
				func() *Node { return stmt("if (@ % 31 === 7) @.clear();", i, m) })),
			stmt("for (const v of @) { @ = (@ + (v | 0)) | 0; if (v === @) @.delete(v); }", q, n, n, i, q),
			stmt("@.forEach((v, k) => { @ += v | 0; if (k === 5) @.delete(6); }); @.forEach(v => mix(v));", m, n, m, q),
			stmt("if (@.size > 30) @.clear(); mix(@.size);", q, q, q),
			stmt("mix([...@.keys()].length); mix(Math.max(...@.values(), 0)); mix(new Set([...@, @]).size);", m, m, q, i),
			stmt("{ const it = @; if (@ % 5 === 0) it.next(); mix([...it].length); mix([...it].length); mix(Array.from(@).length); }", g.pick(m+".entries()", q+".values()", m+".keys()"), i, g.pick(q, m, m+".values()")),
			stmt("mix(Object.keys(Object.assign({ a: @ }, { b: 1, [@]: 2 }, @ & 1 ? { a: 3 } : null)).join());", i, g.pick("'c'", "'a'", i), i))
	})
	return list(stmt("const @ = new Map(), @ = new Set(); let @ = 0;", m, q, n), body, stmt("log('@', [@, @, @]);", n, n, m, q))
}

// transitions adds properties to objects whose shapes and prototypes come to forbid it.
func (g *generator) transitions() *Node {
	c, p, n := g.name("C"), g.name("o"), g.name("n")
	body := g.repeat(300, func(i string) *Node {
		g.spend(10)
		return list(stmt("try {@} catch (e) { mix(e.name); }", list(
			stmt("const o = @;", expr(g.pick("new "+c+"("+i+")", "new "+c+"("+i+")", "Object.create("+p+")", "{ a: "+i+" }", "[]"))),
			stmt("if (@ % @ === 3) Object.@(o);", i, 5+g.Intn(60), g.pick("freeze", "seal", "preventExtensions")),
			stmt("o.b = @; o.c = @; o.a = o.b; mix(o.a); mix(o.c);", i, g.num(1)),
			g.busy(
				func() *Node { return stmt("o[@ & 1] = @; mix(o.length);", i, i) },
				func() *Node { return stmt("delete o.@; o.b = 2; mix(o.b);", g.pick("a", "b", "c")) },
				func() *Node { return stmt("o.d = @; o.e = o.d; mix(Object.keys(o).length);", i) },
				func() *Node { return stmt("@ = (@ + (o.b | 0)) | 0;", n, n) }))),
			stmt("if (@ === @) { try { @ } catch (e) { mix(e.name); } }", i, g.Intn(280), g.choose([]choice{
				{1, func() *Node {
					return stmt("Object.defineProperty(@, 'c', { set(v) { mix(v); }, get() { return 3; }, configurable: true });", p)
				}},
				{1, func() *Node {
					return stmt("Object.defineProperty(@, 'b', { value: 9, writable: false, configurable: true });", p)
				}},
				{1, func() *Node { return stmt("Object.freeze(@);", p) }},
				{1, func() *Node { return stmt("Object.setPrototypeOf(@, { set b(v) { mix(v); }, d: 4 });", p) }},
				{1, func() *Node {
					return stmt("Object.setPrototypeOf(@, new Proxy({}, { set(t, k, v, r) { mix(k); return Reflect.set(t, k, v, r); } }));", p)
				}},
				{1, func() *Node { return stmt("@.e = 5; delete @.e;", p, p) }},
			})))
	})
	return list(stmt("class @ { constructor(a) { this.a = a; @ } } const @ = @.prototype; let @ = 0;", c, g.pick("", "this.z = 1;", "if (a & 1) this.y = a;"), p, c, n), body, stmt("log('@', @);", n, n))
}

// edges computes at the ends of what numbers can be, with loops that run there.
func (g *generator) edges() *Node {
	x, y := g.name("n"), g.name("n")
	from, step, rounds := g.pick("2147483640", "-2147483640", "4294967290", "9007199254740985", "-9007199254740990", "-5", "0.5", "-0", "1e308", "2147483647.5", "1073741820"), g.pick("1", "-1", "3", "0.5", "-0", "65536", "2147483647"), g.trips(200, 6)
	g.spend(float64(rounds) * 6)
	i := g.name("i")
	b := list()
	for k := 2 + g.Intn(3); k > 0; k-- {
		b.Kids = append(b.Kids, stmt("@ = @;", y, expr(fill(g.pick("%i | 0", "%i >>> 0", "%i + %it", "%i * -1", "%i / -3", "%i % 7", "-%i % 3", "%i % -0", "%it % %i", "Math.imul(%i, %i)", "Math.round(%i)", "Math.fround(%i)", "Math.hypot(%i)", "~~%i", "%i << 1", "%i >> 31", "%i & -%i", "-%i", "+!%i", "%i ** 2",
			"Math.max(%i, -0)", "Math.min(%i, 0, %it)", "Math.trunc(%i / 2) * 2", "Math.abs(%i)", "Math.sign(%i) * 0", "Math.clz32(%i)", "(%i | 0) * (%i | 0)", "(%i | 0) / (%it | 0)", "(%i | 0) % (%it | 0)", "parseInt('' + %i)", "Number('' + %i)", "(%i >>> 1) * 2", "((%i | 0) + 2147483647) | 0", "%i - %it", "1 / %i", "0 * %i", "%i ^ 0.7", "%it++", "--%it", "%it-- - %it"), x, y))), stmt("mix(@); mix(1 / @);", y, y))
	}
	b.Kids = append(b.Kids, stmt("switch (@) { case 0: mix('z'); break; case 1: mix(1); break; case 2147483647: mix(2); break; case -1: @ = 4; break; case NaN: mix('n'); }", g.pick(x, y, x+" & 3", y+" | 0"), y), stmt("@ @ @;", x, g.pick("+=", "-=", "+=", "*="), step))
	return list(stmt("let @ = @, @ = @;", x, from, y, g.num(0)), stmt("for (let @ = @; @ @ @; @@) {@}", i, 0, i, g.pick("<", "!=="), rounds, i, "++", b), stmt("log('@', [@, @]);", x, x, y))
}

// argued passes too many and too few arguments in every way.
func (g *generator) argued() *Node {
	f, n := g.name("f"), g.name("n")
	sig := g.pick("(a, b)", "(a, ...b)", "(a = 1, b = a)", "(a, b = mix('b'), ...c)", "()", "({ x } = { x: 2 }, b)", "(a, b, c, d, e)")
	ret := g.pick("arguments.length", "arguments[1]", "[...arguments].length", "typeof arguments[0]", "arguments.length + (arguments[2] | 0)", "Math.max(...arguments)", "this === undefined ? 1 : typeof this")
	call := func(i string) *Node {
		return expr(fill(g.pick("%it(%i)", "%it()", "%it(%i, 2, 3)", "%it(...[%i, 1])", "%it.call(%i, 1, 2)", "%it.apply(null, [%i, %i])", "%it.apply(%i, { length: 2, 0: 5 })", "%it.bind(null, %i)(4)", "%it(%i, ...[], 3, ...'ab')", "Reflect.apply(%it, 1, [%i])", "[%i, 2].map(%it)[0]", "new %it(%i).z", "%it(undefined, %i)", "(0, %it)(%i, -0)"), i, f))
	}
	body := g.repeat(300, func(i string) *Node {
		g.spend(10)
		return list(stmt("try { @ = @; mix(@); @ = @; } catch (e) { mix(e.name); }", n, call(i), n, n, call(i)), stmt("mix(@);", n))
	})
	return list(stmt("function @@ { @ return @; } let @ = 0;", f, sig, g.pick("", "", "mix(arguments.length);", "if (new.target) this.z = arguments.length;"), ret, n), body, stmt("log('@', @);", n, n))
}

// inherited has classes over classes and over built-ins, with super everywhere.
func (g *generator) inherited() *Node {
	a, b, c, n := g.name("C"), g.name("C"), g.name("C"), g.name("n")
	body := g.repeat(150, func(i string) *Node {
		g.spend(20)
		return list(stmt("try {@} catch (e) { mix(e.name); }", list(
			stmt("const o = new @(@, @);", g.pick(b, c, c), i, g.num(0)), g.busy(
				func() *Node { return stmt("mix(o.area(@)); mix(o.k);", i) },
				func() *Node { return stmt("o.k = @; mix(o.k);", i) },
				func() *Node { return stmt("mix(@.make(@).w);", c, i) },
				func() *Node { return stmt("mix(o instanceof @); mix(o.constructor === @);", a, b) },
				func() *Node {
					return stmt("class L extends Array { top() { return this[this.length - 1]; } } const l = new L(); l.push(@, 2); mix(l.top()); mix(l.map(x => x + 1).top()); mix(l.length);", i)
				},
				func() *Node {
					return stmt("class E extends RangeError { get code() { return @; } } try { throw new E('x'); } catch (e) { mix(e.code); mix(e instanceof RangeError); }", i)
				},
				func() *Node {
					return stmt("class M extends Map { get(k) { return (super.get(k) ?? 0) + 1; } } const t = new M([[1, 2]]); mix(t.get(@ & 1));", i)
				}),
			stmt("@ = (@ + (o.w | 0)) | 0;", n, n))), stmt("mix(@);", n))
	})
	return list(
		stmt("class @ { h = @; constructor(w) { this.w = w; @ } area(s) { return this.w * s; } get k() { return this.kk ?? 1; } set k(v) { this.kk = v; } static make(w) { return new this(w, 1); } }", a, g.num(0), g.pick("", "this.area(1);", "if (w === 44) throw new TypeError('w');", "if (w === 33) return { w: 3, area() { return 0; } };")),
		stmt("class @ extends @ { constructor(w, d) { @ super(w); this.d = d; } area(s) { return super.area(s) + (this.d | 0); } get k() { return super.k + 1; } set k(v) { super.k = v; } }", b, a, g.pick("", "if (w === 55) return {};", "w |= 0;", "const f = () => super.area; ")),
		stmt("class @ extends @ { area = s => super.area(s) - 1; @ }", c, b, g.pick("", "constructor(...r) { super(...r); this.z = new.target.name.length > 0; }", "get w() { return 4; } set w(v) {}")),
		stmt("let @ = 0;", n), body, stmt("log('@', @);", n, n))
}

// chained has optional chains, tags of templates, commas, void, conditional calls.
func (g *generator) chained() *Node {
	o, n := g.name("o"), g.name("n")
	body := g.repeat(250, func(i string) *Node {
		g.spend(8)
		return list(stmt("const q = @ % @ === 1 ? @ : @;", i, 3+g.Intn(50), g.pick("null", "undefined", "{}", "{ a: {} }", "5"), o), stmt("try {@} catch (e) { mix(e.name); }", g.busy(
			func() *Node { return stmt("mix(q?.a?.b?.c); mix(q?.a.b?.[@ & 1]);", i) },
			func() *Node { return stmt("mix(q?.f?.(@)); mix(q.f(@));", i, i) },
			func() *Node { return stmt("mix(delete q?.zz); mix(typeof q?.a?.b);") },
			func() *Node {
				return stmt("q.a.b.n @ @; mix(q.a.b.n);", g.pick("??=", "||=", "&&=", "+=", "**=", ">>>=", "-="), i)
			},
			func() *Node { return stmt("mix(((s, ...v) => s.raw.length + v[0])`a${@}b\\n`);", i) },
			func() *Node { return stmt("mix((@++, void 0, q?.a) ? 1 : 2);", n) },
			func() *Node { return stmt("q.a.b.l[@ & 3]++; mix(--q.a.b.l[1]); mix(q.a.b.l.length);", i) })), stmt("mix(@);", n))
	})
	return list(stmt("const @ = { f(x) { return this.a.b.n + x; }, a: { b: { c: @, n: 1, l: [1, 2.5] } } }; let @ = 0;", o, g.num(0), n), body, stmt("log('@', [@, @]);", o, o, n))
}

// thrownIn has exceptions come out of getters, setters, callbacks and conversions that are small enough to be inlined.
func (g *generator) thrownIn() *Node {
	o, n := g.name("o"), g.name("n")
	every := 3 + g.Intn(60)
	risky := func() *Node {
		return expr(g.pick("%o.g", "(%o.s = 1)", "(+%o)", "`${%o}`", "[1, 2].map(v => v + %o.g)[1]", "[...%o]", "(%o.g + %o.g)", "(%o < 3)", "%o[%o]", "({ [%o]: 1 })", "%o.m(%o.g)", "Math.max(1, %o)", "[3, 1, 2].sort((a, b) => a - b + 0 * %o.g)[0]", "new %o.K(%o.g).v", "String.fromCharCode(%o)", "(%o instanceof %o.K)")).put("%o", o)
	}
	body := g.repeat(200, func(i string) *Node {
		g.spend(20)
		return list(
			stmt("let a = @, b = a * 2; try { b = a + 1; const r = @; a = b; mix(r); b -= 1; @ = @; } catch (e) { mix(e.name); mix(a); mix(b); @ } @", i, risky(), n, risky(), g.pick("", "continue;", "a = -1;"), g.pick("", "finally { a++; mix(b); }")),
			stmt("mix(a);"))
	})
	return list(
		stmt("const @ = { c: 0, t(v) { if (++this.c % @ === 0) throw new RangeError('t'); return v; }, get g() { return this.t(@); }, set s(v) { this.t(v); }, valueOf() { return this.t(7); }, toString() { return this.t('c'); }, *[Symbol.iterator]() { yield this.t(1); yield this.t(2); }, m(v) { return this.t(v); }, K: class { constructor(v) { if (v === 5.5) throw v; this.v = v; } } }; let @ = 0;",
			o, every, g.num(0), n), body, stmt("log('@', @);", n, n))
}
