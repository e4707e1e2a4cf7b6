package gen

// called has places that call several functions: closures of one function and of several, bound ones, classes, built-in
// functions, proxies, what is no function.
func (g *generator) called() *Node {
	fs, n, c := g.name("a"), g.name("n"), g.name("C")
	of := args()
	for k := 2 + g.Intn(5); k > 0; k-- {
		of.Kids = append(of.Kids, expr(fill(g.pick("x => x + %i", "(x, y) => x - y", "function (x) { return this === undefined ? x : this.k | 0; }", "(x => y => x + y)(%i)", "function (...r) { return r.length; }", "(x, y = x) => y", "Math.max", "String", "parseInt",
			"function (x) { return this?.k ?? x; }.bind({ k: %i })", "((x, y) => x * y).bind(null, %i)", "((x, y) => [x, y].length).bind(null, 1, 2, 3)", "new Proxy(x => x + 1, {})", "new Proxy(x => x, { apply(t, self, r) { return r.length; } })", "function f(x) { return x > 0 ? f(x >> 2) + 1 : 0; }", "function () { return arguments.length; }", "Array.prototype.indexOf.bind([1, 2, 3])",
			g.pick("5", "undefined", "class { }", "x => { throw new RangeError('c'); }")), number(g.Intn(20)), "")))
	}
	count := len(of.Kids)
	body := g.repeat(400, func(i string) *Node {
		g.spend(8)
		call := func() *Node {
			return expr(fill(g.pick("f(%i)", "f(%i, 2)", "f()", "f.call(o, %i)", "f.apply(o, [%i, 3])", "Reflect.apply(f, o, [%i])", "f(...[%i, 1])", "o.f(%i)", "[%i].map(f)[0]", "f?.(%i)", "f.bind(o, 1)(%i)", "o.get(%i)"), i, ""))
		}
		return stmt("const f = @[@ % @], o = { f, k: 3, get(x) { return this.f(x); } }; try { const r = @; mix(r); @ = (@ + (r | 0) + (@ | 0)) | 0; } catch (e) { mix(e.name); }", fs, g.pick(i, i, "("+i+" >> 5)", "("+i+" & 1)"), count, call(), n, n, call())
	})
	tests := g.repeat(200, func(i string) *Node {
		g.spend(6)
		return list(stmt("const v = @;", expr(fill(g.pick("(%i & 1 ? new %t(%i) : {})", "(%i & 1 ? [%i] : new %t(1))", "(%i % 3 ? %i : new %t(2))", "(%i & 1 ? null : Object.create(%t.prototype))", "new (class extends %t {})(%i)", "(%i % 7 ? x => x : 's' + %i)"), i, c))),
			stmt("mix(v instanceof @); try { mix(v instanceof @[@ % @]); } catch (e) { mix(e.name); }", g.pick(c, c, "Array", "Object", "Function", c+".bind(null)", "Object(Error)"), fs, i, count),
			stmt("if (v) { try { v.own = @; mix(v.own); mix(v.k); } catch (e) { mix(e.name); } }", i))
	})
	return list(
		stmt("class @ { constructor(k) { this.k = k; @ } @ }", c, g.pick("", "Object.defineProperty(this, 'own', { set(v) { mix(v); this.k = v; }, get() { return this.k; }, configurable: true });", "if (k === 40) Object.freeze(this);"),
			g.pick("", "static [Symbol.hasInstance](v) { return typeof v === 'object'; }", "set own(v) { this.w = v; } get own() { return this.w; }")),
		stmt("const @ = [@]; let @ = 0;", fs, of, n), body, tests, stmt("log('@', @);", n, n))
}

// converted has conversions between numbers and strings, squares, rotations, and lists that are made with a length, as
// loops use them.
func (g *generator) converted() *Node {
	a, n, s, b, t := g.name("a"), g.name("n"), g.name("s"), g.name("n"), g.name("g")
	body := g.repeat(300, func(i string) *Node {
		g.spend(10)
		v := func() string {
			return fill(g.pick("%i", "%i * 0.5", "-%i", "%it", "'' + %i", "%i * 1e9", "'  ' + %i", "'0x' + %i", "%i + 'px'", "null", "(%i & 1 ? %i : 'x' + %i)", "%i / 3", "`${%i}.${%i & 7}`"), i, n)
		}
		return g.busy(
			func() *Node {
				return stmt("@ = @(@); mix(@);", n, g.pick("Number", "parseInt", "parseFloat", "+", "Number.parseInt"), v(), n)
			},
			func() *Node { return stmt("@ = String(@); mix(@);", s, v(), s) },
			func() *Node {
				return stmt("mix((@).toString(@));", fill(g.pick("%i", "%i * 0.5", "-%i", "%i * 1e6"), i, ""), g.pick("", "2", "16", "36"))
			},
			func() *Node {
				return stmt("mix((@ + '').@());", v(), g.pick("trim", "trimStart", "trimEnd", "toUpperCase", "toLowerCase"))
			},
			func() *Node {
				return stmt("let q = @; q@; mix(q); mix(typeof q);", v(), g.pick("++", "--", " += 1", " -= 1", " *= 2"))
			},
			func() *Node { return stmt("mix((@) ** 2); mix(Math.pow(@, 2));", v(), v()) },
			func() *Node {
				k := 1 + g.Intn(31)
				return stmt("@ = ((@ << @) | (@ >>> @)) @; mix(@);", n, n, k, n, g.pick(number(32-k), "7"), g.pick("| 0", ">>> 0", "^ "+i), n)
			},
			func() *Node {
				return stmt("{ const w = @(@); w[@ & 7] = @; if (w.length < 300) w[w.length] = @; mix(w.length); mix(w[3]); @ = w; }", g.pick("new Array", "Array"), g.pick("8", i, i+" & 15", "2, 3", "0"), i, v(), i, a)
			},
			func() *Node { return stmt("@[@ % 9] = @; mix(@.length); for (const e of @) mix(e);", a, i, v(), a, a) },
			func() *Node {
				return stmt("mix(Number.@(@)); mix(Object.is(@, @));", g.pick("isInteger", "isNaN", "isFinite", "isSafeInteger"), v(), v(), v())
			},
			func() *Node {
				return stmt("@ = BigInt.@(64, @ @ @);", b, g.pick("asIntN", "asUintN"), b, g.pick("+", "*", "^", "-", "<<", "&"), g.pick("BigInt("+i+")", "0x100000001b3n", "-5n", "13n"))
			},
			func() *Node {
				return stmt("mix(@ @ @); mix(@ >> 7n);", b, g.pick("<", "===", ">=", "=="), g.pick("BigInt("+i+")", i, "0n"), b)
			},
			func() *Node { return stmt("@ = (@ ?? 0) + @; mix(@);", t, t, i, t) })
	})
	return list(stmt("globalThis.@ = 0; let @ = [], @ = 0, @ = '', @ = 1n;", t, a, n, s, b), body, stmt("log('@', [@, @, @, @]); delete globalThis.@;", n, n, s, b, a, t))
}

// holed has arrays with holes, at their ends most of all, where they have room for fewer elements than they are long, and
// what copies, moves and counts elements.
func (g *generator) holed() *Node {
	a, b := g.name("a"), g.name("a")
	body := g.repeat(250, func(i string) *Node {
		g.spend(20)
		src := func() string {
			return fill(g.pick("[...%it, , ...q]", "[, , ...%it]", "[...q, , , ...%it, ]", "[...%it, , ]", "new Array(%i & 15)", "%it.slice(%i & 3)", "%it.slice(0, -2)", "%it.concat(q)", "Array(3)", "[%i, , %i]", "[...q, ...q, ...%it]",
				"%it.slice(1, 3)", "Array.from({ length: %i & 7 })", "[%i]", "%it.splice(%i & 3, 2)", "%it.reverse()", "%it.filter(() => true)", "%it.map(v => v)", "Object.values(%it)", "%it.copyWithin(1, 3)", "%it.flat()", "[].concat(%it, %it)"), i, a)
		}
		show := "mix(Object.keys(@).join()); mix(@.length);"
		return list(stmt("const q = @;", expr(src())), g.busy(
			func() *Node { return stmt("@.length = @ % 14;", a, i) },
			func() *Node { return stmt("q.length += @ & 7; "+show, i, "q", "q") },
			func() *Node { return stmt("@.push(@); @.push(...q);", a, i, a) },
			func() *Node { return stmt("mix(@.pop()); mix(q.shift()); mix(@.shift());", a, a) },
			func() *Node { return stmt("q.unshift(@, 1); q[q.length] = @; q[q.length + 1] = 2;", i, i) },
			func() *Node { return stmt("delete @[@ % 5]; delete q[q.length - 1];", a, i) },
			func() *Node { return stmt("@[@ % 16] = @;", a, i, i) },
			func() *Node {
				return stmt("mix(Math.max(...q)); mix(Math.min.apply(null, @)); mix(((...r) => r.length)(...q, ...@));", a, a)
			},
			func() *Node { return stmt("for (const v of q) mix(v); for (const k in @) mix(k);", a) },
			func() *Node {
				return stmt("mix(q.indexOf(@)); mix(q.includes(undefined)); mix(@.at(-1)); mix(q.join());", i, a)
			},
			func() *Node { return stmt("const [x, , y = 7, ...z] = q; mix(x); mix(y); mix(z.length);") },
			func() *Node {
				return stmt("mix(@ in q); mix(Object.hasOwn(@, @ & 7)); mix(Reflect.has(q, 2)); mix(Reflect.get(@, 1));", i, a, i, a)
			}),
			stmt("if (@ & 1) { @ = @; } if (@.length > 40) @ = [1, , 3];", i, b, a, a, a), stmt("@ = @; "+show, a, g.pick("q", a, a, "[...q]", "[...q, , ]"), a, a))
	})
	return list(stmt("let @ = [1, 2, , 4], @ = [];", a, b), body, stmt("log('@', [@.length, @.length]);", a, a, b))
}
