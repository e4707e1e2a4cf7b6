package gen

// scenario makes one of the top statements that do the work: a place where compilers go wrong. make makes it, or nil for
// any.
func (g *generator) scenario(make func() *Node) {
	end := g.scope()
	label := g.name("S")
	if make != nil {
		g.tops.Kids = append(g.tops.Kids, g.tried(make(), label)...)
		end()
		return
	}
	body := g.choose([]choice{
		{6, func() *Node { return list(g.statements(3 + g.Intn(4))...) }},
		{5, g.phases},
		{7, g.tight},
		{3, g.prototypes},
		{4, g.nested},
		{3, g.kinds},
		{3, g.views},
		{4, g.shapes},
		{3, g.throwing},
		{2, g.strings},
		{3, g.temporaries},
		{3, g.integers},
		{2, g.deep},
		{2, g.coroutines},
		{1, g.stack},
		{18, g.corner},
	})
	end()
	g.tops.Kids = append(g.tops.Kids, g.tried(body, label)...)
}

// tried is a scenario whose exceptions are told.
func (g *generator) tried(body *Node, label string) []*Node {
	return []*Node{stmt("try {@} catch (e) { caught('@', e); }", body, label), stmt("log('@', sum);", label)}
}

// trips is how often a loop around something of some steps may run.
func (g *generator) trips(most int, steps float64) int {
	return max(2, min(most*g.scale(), int(g.room()/steps)))
}

// scale is how many times more rounds than usual loops of long programs make.
func (g *generator) scale() int { return max(1, g.Steps/40000) }

// repeat makes a loop of most rounds around what make makes, with a counter named i.
func (g *generator) repeat(most int, make func(i string) *Node) *Node {
	n := g.trips(most, 12)
	i := g.name("i")
	end := g.scope()
	saved := g.mult
	g.mult *= float64(n)
	g.declare(variable{name: i, habit: anInt, fixed: true, index: n < 50})
	g.loops = append(g.loops, "")
	body := make(i)
	g.loops = g.loops[:len(g.loops)-1]
	g.mult = saved
	end()
	return stmt("for (let @ = 0; @ < @; @++) {@}", i, i, n, i, body)
}

// phases calls a function for a long time with values of one kind, then of another.
func (g *generator) phases() *Node {
	if len(g.funcs) == 0 {
		return nil
	}
	f := &g.funcs[g.Intn(len(g.funcs))]
	if f.gen {
		return nil
	}
	n := g.trips(2000, f.cost+4)
	i := g.name("i")
	g.spend(float64(n) * (f.cost + 2))
	change := n - 1 - g.Intn(n/2+1)
	list0 := args()
	for _, h := range f.params {
		usual, other := g.e(h, 1), g.e([]habit{anInt, aNum, anAny, aStr, h, h}[g.Intn(6)], 0)
		if h <= aNum && g.chance(2) {
			usual = expr(g.pick("i", "(i * 3)", "(i & 15)", "(i - 500)", "(i * 0.5)", "(i << 20)", "(-i)"))
		}
		usual = rename(usual, "i", i)
		if g.chance(3) {
			list0.Kids = append(list0.Kids, usual)
		} else {
			list0.Kids = append(list0.Kids, expr("(@ @ @ ? @ : @)", i, g.pick("<", "<", "!=="), change, usual, other))
		}
	}
	return list(stmt("for (let @ = 0; @ < @; @++) {@}", i, i, n, i, list(stmt("mix(@(@));", f.name, list0))))
}

// rename gives the leaf that is a text about the name from the name to.
func rename(n *Node, from, to string) *Node {
	if len(n.Kids) > 0 || len(n.Text) != 1 {
		return n
	}
	t := []byte{}
	for k := 0; k < len(n.Text[0]); k++ {
		c := n.Text[0][k]
		alone := (k == 0 || !letter(n.Text[0][k-1])) && (k+1 == len(n.Text[0]) || !letter(n.Text[0][k+1]))
		if string(c) == from && alone {
			t = append(t, to...)
		} else {
			t = append(t, c)
		}
	}
	return &Node{Kind: n.Kind, Text: []string{string(t)}}
}

func letter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '\''
}

// large are the numbers at which int32 arithmetic goes wrong.
var large = []string{"2147483647", "(-2147483648)", "2147483646", "(-2147483647)", "1073741824", "(-1073741825)", "46341", "(-65536)", "65537", "0", "(-0)", "(-1)", "0.5", "NaN", "4294967296"}

// tight calls a small function of numbers for a long time with what it is used to,
// then with what breaks the assumptions that were made.
func (g *generator) tight() *Node {
	f, i := g.name("f"), g.name("i")
	params := []string{g.name("p"), g.name("p"), g.name("p")}[:1+g.Intn(3)]
	names, usual := args(), args()
	kind := g.Intn(4) // 1: doubles, 2: other things, too; otherwise ints
	whole := kind&1 == 0
	n := g.trips(400, 12)
	change := n/2 + g.Intn(n/2+1)
	for _, p := range params {
		names.Kids = append(names.Kids, raw(p))
		small := g.pick("@", "(@ & 15)", "(@ - 40)", "(@ & 1)", "(@ % 7)", "(@ * 3)", "(- @)", "(@ | 1)")
		switch {
		case kind == 1:
			small = g.pick("(@ * 0.5)", "(@ + 0.25)", "(@ / 3)", "(@ - 0.5)", "(@ & 15)")
		case kind == 2 && g.chance(2):
			small = g.pick("(@ % 2 === 0)", "('a' + @)", "(@ < 10)", "String.fromCharCode(@ & 127)")
		}
		usual.Kids = append(usual.Kids, g.choose([]choice{
			{1, func() *Node { return expr(small, i) }},
			{3, func() *Node {
				return expr("(@ < @ ? @ : @)", i, change, expr(small, i), expr(g.pick(large...)))
			}},
			{2, func() *Node {
				return expr("(@ !== @ ? @ : @)", i, change, expr(small, i), g.choose([]choice{{4, g.intText}, {4, g.numText}, {1, g.strText}, {2, g.odd}}))
			}},
		}))
	}
	body := list()
	if g.chance(2) {
		x := g.name("n")
		body.Kids = append(body.Kids, stmt("let @ = @;", x, g.arith(whole, params, 3)))
		params = append(params, x, x)
		for k := g.Intn(3); k > 0; k-- {
			body.Kids = append(body.Kids, g.choose([]choice{
				{2, func() *Node {
					return stmt("@ @ @;", x, g.pick("+=", "-=", "*=", "/=", "%="), g.arith(whole, params, 1))
				}},
				{1, func() *Node {
					return stmt("if (@ @ @) @ = @;", x, g.pick("<", ">", "<=", ">=", "===", "!=="), g.arith(whole, params, 1), x, g.arith(whole, params, 2))
				}},
				{1, func() *Node { return stmt("@@;", x, g.pick("++", "--")) }},
				{1, func() *Node {
					j := g.name("i")
					return stmt("for (let @ = 0; @ < 5; @++) @ = @;", j, j, j, x, g.arith(whole, append(params, j), 2))
				}},
			}))
		}
	}
	body.Kids = append(body.Kids, stmt("return @;", g.arith(whole, params, 1+g.Intn(3))))
	g.spend(float64(n) * 10)
	return list(stmt("function @(@) {@}", f, names, body),
		stmt("for (let @ = 0; @ < @; @++) {@}", i, i, n, i, list(stmt("mix(@(@));", f, usual))))
}

// arith is arithmetic on variables of the names alone; whole: such as gives ints of
// ints as long as they are small.
func (g *generator) arith(whole bool, of []string, d int) *Node {
	constants := []string{"1", "2", "3", "7", "(-1)", "100", "65536", "0.5"}
	if whole {
		constants = constants[:7]
	}
	leaves := []choice{{9, func() *Node { return expr(g.pick(of...)) }}, {1, func() *Node { return expr(g.pick(constants...)) }}}
	if d <= 0 {
		return g.choose(leaves)
	}
	if g.chance(2) {
		leaves = nil
	}
	x := func() *Node { return g.arith(whole, of, d-1) }
	if whole && !g.chance(8) {
		return g.choose(append(leaves,
			choice{24, func() *Node { return expr("(@ @ @)", x(), g.pick("+", "-", "*", "+", "-"), x()) }},
			choice{3, func() *Node { return expr("(@ @ @)", x(), g.pick("|", "&", "^", "<<", ">>", ">>>", "%"), x()) }},
			choice{3, func() *Node { return expr("(- @)", x()) }},
			choice{2, func() *Node { return expr("(@ @ @ ? @ : @)", x(), g.pick("<", ">", "===", "!=="), x(), x(), x()) }},
			choice{2, func() *Node { return expr("Math.@(@, @)", g.pick("min", "max", "imul"), x(), x()) }},
			choice{2, func() *Node { return expr("Math.abs(@)", x()) }}))
	}
	return g.choose(append(leaves,
		choice{16, func() *Node { return expr("(@ @ @)", x(), g.pick("+", "-", "*", "+", "-", "*", "%", "/"), x()) }},
		choice{4, func() *Node { return expr("(@ @ @)", x(), g.pick("|", "&", "^", "<<", ">>", ">>>"), x()) }},
		choice{2, func() *Node { return expr("(@ @ 0)", x(), g.pick("|", ">>>", ">>")) }},
		choice{2, func() *Node { return expr("(- @)", x()) }},
		choice{1, func() *Node { return expr("(~ @)", x()) }},
		choice{1, func() *Node { return expr("(! @)", x()) }},
		choice{2, func() *Node {
			return expr("(@ @ @ ? @ : @)", x(), g.pick("<", ">", "<=", ">=", "===", "!==", "==", "!="), x(), x(), x())
		}},
		choice{2, func() *Node { return expr("Math.@(@, @)", g.pick("min", "max", "imul"), x(), x()) }},
		choice{2, func() *Node {
			return expr("Math.@(@)", g.pick("abs", "floor", "ceil", "trunc", "round", "sqrt", "sign", "fround", "clz32"), x())
		}},
		choice{1, func() *Node { return expr("(@ && @)", x(), x()) }},
		choice{1, func() *Node { return expr("(@ || @)", x(), x()) }},
		choice{1, func() *Node { return expr("(+ @)", x()) }},
	))
}

// prototypes changes prototypes while what is found on them is used.
func (g *generator) prototypes() *Node {
	c, o, d := g.name("C"), g.name("o"), g.name("C")
	change := func() *Node {
		of := g.pick(c+".prototype", d+".prototype", o)
		return g.choose([]choice{
			{2, func() *Node { return stmt("@.m = function (v) { return v - @; };", of, g.num(0)) }},
			{1, func() *Node { return stmt("@.m = v => @;", of, g.num(0)) }},
			{1, func() *Node { return stmt("delete @.m;", of) }},
			{1, func() *Node { return stmt("@.f = @;", of, g.num(0)) }},
			{1, func() *Node {
				return stmt("Object.defineProperty(@, '@', { get() { return mix(@); }, set(v) { mix(v); }, configurable: true });", of, g.pick("f", "q", "n"), g.num(0))
			}},
			{1, func() *Node {
				return stmt("Object.setPrototypeOf(@, @);", o, g.pick(c+".prototype", d+".prototype", "{ m(v) { return v; } }", "null"))
			}},
			{1, func() *Node {
				return stmt("Object.setPrototypeOf(@.prototype, { q: @, m(v) { return 'z'; } });", c, g.num(0))
			}},
			{1, func() *Node { return stmt("@ = new @();", o, g.pick(c, d)) }},
			{1, func() *Node { return stmt("Object.freeze(@);", of) }},
			{1, func() *Node { return stmt("@.@ = @;", of, g.pick("z1", "z2"), g.num(0)) }},
		})
	}
	n := g.trips(300, 12)
	i := g.name("i")
	g.spend(float64(n) * 12)
	body := list(
		stmt("mix(@.m?.(@));", o, i), stmt("mix(@.f);", o), stmt("mix(@.q);", o),
		stmt("@.n = @;", o, g.pick(i, i+" * 0.5", o+".f")),
		stmt("if (@ === @) {@}", i, g.Intn(n), list(change())),
		stmt("if (@ === @) {@}", i, g.Intn(n), list(change(), change())))
	return list(
		stmt("class @ { get q() { return @; } m(v) { return v + 1; } }", d, g.num(0)),
		stmt("class @ extends @ { n = 1; @ }", c, d, g.pick("m(v) { return v * 2; }", "m(v) { return super.m(v) * 2; }", "get f() { return this.n; }", "")),
		stmt("let @ = new @();", o, c),
		stmt("for (let @ = 0; @ < @; @++) {@}", i, i, n, i, body),
		stmt("log('@', @);", o, o))
}

// nested is loops in loops with variables that live through them and change their representation on the way.
func (g *generator) nested() *Node {
	x := g.declare(variable{name: g.name("n"), habit: aNum})
	y := g.declare(variable{name: g.name("i"), habit: anInt})
	z := g.declare(variable{name: g.name("x"), habit: anAny})
	loops := g.repeat(20, func(i string) *Node {
		inner := g.repeat(60, func(j string) *Node {
			body := list(stmt("@ = @;", x, g.num(3)), stmt("@ = @;", y, g.int(3)))
			body.Kids = append(body.Kids, g.statements(1+g.Intn(3))...)
			if g.chance(2) {
				body.Kids = append(body.Kids, stmt("if (@ === @ && @ === @) @ = @;", i, g.Intn(10), j, g.Intn(30), g.pick(x, z, y), g.numText()))
			}
			return body
		})
		return list(stmt("mix(@);", x), inner, stmt("mix(@);", z))
	})
	return list(stmt("let @ = @, @ = @, @ = @;", x, g.num(0), y, g.int(0), z, g.any(0)), loops, stmt("log('@', [@, @, @]);", x, x, y, z))
}

// kinds takes an array from packed to holey to sparse while it is read.
func (g *generator) kinds() *Node {
	long := g.chance(4) // then nothing may walk through it
	a := g.declare(variable{name: g.name("a"), habit: anArray, elem: aNum, fixed: true})
	fill := g.repeat(40, func(i string) *Node {
		return list(stmt("@[@] = @;", a, g.pick(i, i, i+" * 2", "40 - "+i, i+" - 1"), g.num(2)))
	})
	read := g.repeat(300, func(i string) *Node {
		body := list(stmt("mix(@[@]);", a, g.pick(i, i+" & 31", i+" % 50", "("+i+" >> 2)", i+" - 1")), stmt("mix(@.length);", a))
		if long {
			body.Kids = append(body.Kids, stmt("if (@ === @) @.length = @;", i, g.Intn(100), a, g.pick("4294967295", "2147483648", "2147483647")))
			return body
		}
		body.Kids = append(body.Kids, stmt("mix(@);", g.num(2)))
		body.Kids = append(body.Kids, stmt("if (@ === @) @;", i, g.Intn(100), g.choose([]choice{
			{1, func() *Node { return raw("@[@] = @", a, g.pick("45", "300", "2000", "50000"), g.num(0)) }},
			{1, func() *Node { return raw("@.length = @", a, g.pick("0", "3", "1000", "100000")) }},
			{1, func() *Node { return raw("@[1] = @", a, g.any(1)) }},
			{1, func() *Node { return raw("delete @[2]", a) }},
			{1, func() *Node { return raw("@.push(@)", a, g.any(0)) }},
			{1, func() *Node { return raw("@.x0 = @", a, g.any(0)) }},
			{1, func() *Node { return raw("Object.freeze(@)", a) }},
			{1, func() *Node {
				return raw("Object.defineProperty(@, 1, { get() { return mix(@); }, configurable: true })", a, g.numText())
			}},
		})))
		if g.chance(2) {
			body.Kids = append(body.Kids, g.statements(1)...)
		}
		return body
	})
	return list(stmt("const @ = @;", a, g.arrayOf(aNum)), fill, read, stmt("@.length = Math.min(@.length, 60);", a, a), stmt("log('@', @);", a, a))
}

// views writes and reads typed arrays of all kinds over the same bytes.
func (g *generator) views() *Node {
	t := g.declare(variable{name: g.name("t"), habit: aTyped, fixed: true})
	u := g.declare(variable{name: g.name("t"), habit: aTyped, fixed: true})
	from, to := g.pick(typedKinds...), g.pick(typedKinds...)
	if !g.Own && from[0] == 'F' {
		// What bits a NaN has is the engine's business.
		from = "Int32Array"
	}
	body := g.repeat(400, func(i string) *Node {
		body := list(stmt("@[@] = @;", t, g.index(t), g.num(2)), stmt("mix(@[@]);", u, g.index(u)))
		if g.Own || to[0] != 'F' {
			body.Kids = append(body.Kids, stmt("@[@ & 7] @ @;", u, i, g.pick("=", "+=", "|=", "-="), g.num(2)))
		}
		if g.chance(3) {
			body.Kids = append(body.Kids, stmt("@ = @[@ & 3] + @;", "let "+g.name("n"), u, i, g.num(1)))
		}
		return body
	})
	bits := list()
	if g.chance(2) {
		big := g.name("t")
		bits.Kids = append(bits.Kids, stmt("const @ = new BigUint64Array(@.buffer);", big, t))
		for i := 1 + g.Intn(3); i > 0; i-- {
			bits.Kids = append(bits.Kids, stmt("@[@] = @; mix(@[@]);", big, g.Intn(4), g.pick("0x7ff8000000000000n", "0xfff8000000000001n", "0x7ff0000000000001n", "0xfff9000000000005n", "0xfffe000000000008n", "0xffffffffffffffffn", "0x8000000000000000n", "0x41e0000000000000n", "-1n", "0x3ff8000000000000n"), u, g.Intn(4)))
		}
		bits.Kids = append(bits.Kids, stmt("for (const v of new Float64Array(@.buffer)) mix(v);", t))
	}
	if !g.Own && (from[0] == 'F' || to[0] == 'F') {
		return list(stmt("const @ = new @(8), @ = new @(16);", t, from, u, to), body, stmt("log('@', [@, @]);", t, t, u))
	}
	return list(stmt("const @ = new @(8 * 8), @ = new @(@.buffer);", t, from, u, to, t), body, bits, body.clone(), stmt("log('@', [@, @]);", t, t, u))
}

// shapes reads and writes the same properties of objects of many shapes.
func (g *generator) shapes() *Node {
	a := g.name("a")
	of := args()
	for i := 2 + g.Intn(7); i > 0; i-- {
		of.Kids = append(of.Kids, g.object())
	}
	g.declare(variable{name: a, habit: anArray, elem: anObject, fixed: true})
	o := g.name("o")
	body := g.repeat(400, func(i string) *Node {
		g.declare(variable{name: o, habit: anObject, fixed: true})
		body := list(stmt("const @ = @[@ % @];", o, a, i, len(of.Kids)))
		for k := 2 + g.Intn(3); k > 0; k-- {
			f := [][]string{intFields, numFields, anyFields, accessors, numFields}[g.Intn(5)][g.Intn(2)]
			switch g.Intn(4) {
			case 0:
				body.Kids = append(body.Kids, stmt("@.@ = @;", o, f, g.capped(habitOf(f), 2)))
			case 1:
				if n := g.methodCall(1); n != nil {
					body.Kids = append(body.Kids, stmt("mix(@);", n))
				}
			default:
				body.Kids = append(body.Kids, stmt("mix(@.@);", o, f))
			}
		}
		if g.chance(2) {
			body.Kids = append(body.Kids, stmt("if (@ === @) { @ }", i, g.Intn(200), g.mutationOutside()))
		}
		return body
	})
	return list(stmt("const @ = [@];", a, of), body, stmt("log('@', @);", a, a))
}

// throwing has exceptions come out of small functions into handlers in loops.
func (g *generator) throwing() *Node {
	f, p := g.name("f"), g.name("n")
	close := g.open(&context{limit: 10, result: aNum})
	g.declare(variable{name: p, habit: aNum})
	inner := list(stmt("if (@) throw @;", expr("(@ @)", p, g.pick("% 7 === 3", "> 20", "< 0", "% 1 !== 0", "=== 12")), g.thrown()), stmt("return @;", g.num(2)))
	close()
	x := g.declare(variable{name: g.name("n"), habit: aNum})
	body := g.repeat(300, func(i string) *Node {
		g.spend(4)
		e := g.name("e")
		risky := list(stmt("@ = @;", x, g.num(1)), stmt("mix(@(@));", f, expr(g.pick("@", "@ * 0.5", "@ - 100", "@ & 15"), i)), stmt("@ @ 1;", x, g.pick("+=", "-=", "^=")))
		handler := list(stmt("mix(@);", x), stmt("mix(typeof @ === 'object' ? @.name : @);", e, e, e))
		n := stmt("try {@} catch (@) {@}", risky, e, handler)
		if g.chance(3) {
			n = stmt("try {@} catch (@) {@} finally {@}", risky, e, handler, list(stmt("@ = @;", x, g.num(1)), stmt("if (@) @;", g.bool(1), g.pick("continue", "break", "mix(1)"))))
		}
		return list(n)
	})
	return list(stmt("const @ = @ => {@};", f, p, inner), stmt("let @ = 0;", x), body, stmt("log('@', @);", x, x))
}

// strings builds strings and looks at their units.
func (g *generator) strings() *Node {
	s := g.declare(variable{name: g.name("s"), habit: aStr})
	build := g.repeat(100, func(i string) *Node {
		b := list(stmt("@ += @;", s, g.choose([]choice{
			{2, func() *Node { return expr("String.fromCharCode(97 + (@ & 15))", i) }}, {1, func() *Node { return g.strText() }},
			{1, func() *Node { return expr("@", i) }}, {1, func() *Node { return expr("(@ * 0.5 + ',')", i) }}})))
		if g.chance(2) {
			b.Kids = append(b.Kids, stmt("if (@.length > @) @ = @.slice(@);", s, 20+g.Intn(100), s, s, 1+g.Intn(30)))
		}
		return b
	})
	n := g.name("n")
	g.declare(variable{name: n, habit: aNum})
	scan := g.repeat(200, func(i string) *Node {
		return list(stmt("@ = @ * 31 + @ @;", n, n, expr(g.pick("@.charCodeAt(@)", "@.charCodeAt(@ - 1)", "(@[@] === 'a')", "@.codePointAt(@)", "@.indexOf(@)"), s, i), g.pick("| 0", "& 0xffffff", "% 1000003")))
	})
	return list(stmt("let @ = '', @ = 0;", s, n), build, scan, stmt("log('@', [@, @]);", s, n, s))
}

// temporaries makes objects, closures and arrays that need not be made.
func (g *generator) temporaries() *Node {
	x := g.declare(variable{name: g.name("n"), habit: aNum})
	y := g.declare(variable{name: g.name("n"), habit: aNum})
	body := g.repeat(300, func(i string) *Node {
		o := g.name("o")
		escape := stmt(";")
		if v := g.find(func(v *variable) bool { return v.habit == anObject && !v.fixed }); v != nil && g.chance(2) {
			escape = stmt("if (@ === @) @ = @;", i, g.Intn(200), v.name, o)
		}
		return list(
			stmt("const @ = { n0: @, i0: @, x0: @ };", o, g.num(1), i, g.any(1)),
			escape,
			g.choose([]choice{
				{1, func() *Node {
					return stmt("[@, @] = [@, @];", x, y, expr(y), expr("(@ + @.i0)", x, o))
				}},
				{1, func() *Node { return stmt("const get = () => @.n0 + @; @ = get();", o, x, y) }},
				{1, func() *Node { return stmt("for (const v of [@.n0, @, @.i0]) @ = v;", o, g.any(0), o, x) }},
				{1, func() *Node { return stmt("const { n0, ...rest } = @; @ = rest.i0; @ = n0;", o, x, y) }},
				{1, func() *Node { return stmt("@.n0 = @; @ = @.n0 - @;", o, g.num(1), x, o, y) }},
				{1, func() *Node {
					return stmt("@ = [@, @, @.n0].reduce((p, c) => p > c ? p : c, @.i0);", x, y, g.num(0), o, o)
				}},
				{1, func() *Node { return stmt("@ = Math.max(...[@, @.n0, @.i0]);", y, x, o, o) }},
				{1, func() *Node {
					return stmt("@ = (function (...r) { return r.length + r[0]; })(@, @);", x, g.num(0), g.any(0))
				}},
				{1, func() *Node {
					return stmt("@ = ((...r) => ((a, ...s) => s.length + (s.length > 0 ? s[0] : 0))(...r, @, ...r))(@, @);", x, g.any(0), g.num(0), g.any(0))
				}},
				{1, func() *Node {
					return stmt("@ = (function (a, ...r) { return r.length + mix(a); }).call(@, @, @);", x, o, g.any(0), g.num(0))
				}},
				{1, func() *Node {
					return stmt("@ = (function () { return arguments.length > 1 ? arguments[1] : 0; })(@, @.n0);", x, g.num(0), o)
				}},
			}),
			stmt("mix(@); mix(@.x0);", g.pick(x, y), o),
			stmt("if (@) @ = @;", expr("(typeof @ !== 'number')", x), x, g.numText()))
	})
	return list(stmt("let @ = @, @ = @;", x, g.num(0), y, g.num(0)), body, stmt("log('@', [@, @]);", x, x, y))
}

// integers is arithmetic that stays in int32 until it does not.
func (g *generator) integers() *Node {
	x := g.declare(variable{name: g.name("i"), habit: anInt})
	y := g.declare(variable{name: g.name("i"), habit: anInt})
	body := g.repeat(1000, func(i string) *Node {
		b := list()
		for k := 1 + g.Intn(4); k > 0; k-- {
			v := g.pick(x, y)
			switch g.Intn(5) {
			case 0:
				b.Kids = append(b.Kids, stmt("@ = @ @ @;", v, g.pick(x, y), g.pick("+", "-", "*", "%", "/"), g.int(1)))
			case 1:
				b.Kids = append(b.Kids, stmt("@ = (@ @ @) @ @;", v, g.pick(x, y, i), g.pick("+", "-", "*"), g.int(2), g.pick("|", "^", "&", ">>", ">>>", "<<"), g.intText()))
			case 2:
				b.Kids = append(b.Kids, stmt("@ @ @;", v, g.pick("+=", "-=", "*=", "%=", "<<=", ">>>=", "**="), g.pick("1", "3", i, "2147483647", "(-1)", "0")))
			case 3:
				b.Kids = append(b.Kids, stmt("@ = @;", v, g.int(3)))
			default:
				b.Kids = append(b.Kids, stmt("if (@ @ @) @ = @;", v, g.pick(">", "<", "===", "!=="), g.int(1), v, g.int(1)))
			}
		}
		b.Kids = append(b.Kids, stmt("mix(@);", g.pick(x, y)))
		return b
	})
	return list(stmt("let @ = @, @ = @;", x, g.int(0), y, g.int(0)), body, stmt("log('@', [@, @]);", x, x, y))
}

// deep has closures share variables with loops that change them.
func (g *generator) deep() *Node {
	x := g.declare(variable{name: g.name("n"), habit: aNum})
	fs := g.name("a")
	body := g.repeat(60, func(i string) *Node {
		g.spend(4)
		return list(
			stmt("@.push(@);", fs, expr("(v => { @ = @; return @ + v; })", x, g.num(1), expr(g.pick(x, i)))),
			stmt("if (@.length > 6) @.shift();", fs, fs),
			stmt("for (const f of @) mix(f(@));", fs, g.num(1)))
	})
	return list(stmt("let @ = 0; const @ = [];", x, fs), body, stmt("log('@', @);", x, x))
}

// coroutines has generators and iterators of the program's own.
func (g *generator) coroutines() *Node {
	f, x := g.name("f"), g.declare(variable{name: g.name("x"), habit: anAny})
	own := g.name("o")
	g.spend(60)
	return list(
		stmt("let @;", x),
		stmt("function* @(n) { let r = @; try { for (let k = 0; k < n; k++) { r = yield k * @ + (r | 0); mix(r); } } finally { mix('end'); } return r; }", f, g.num(0), g.num(0)),
		g.repeat(20, func(i string) *Node {
			return list(stmt("const it = @(@ & 7); it.next();", f, i),
				stmt("for (let k = 0; k < 4; k++) { const r = it.next(@); mix(r.value); if (r.done) break; }", g.any(1)),
				stmt("if (@ === 3) { try { it.throw(@); } catch (e) { mix(typeof e); } } else if (@ & 1) mix(it.return(@).value);", i, g.thrown(), i, g.num(0)))
		}),
		stmt("const @ = { [Symbol.iterator]() { let k = 0; return { next() { return { done: ++k > @, value: k * @ }; }, return() { mix('return'); return {}; } }; } };", own, 2+g.Intn(9), g.num(0)),
		g.repeat(20, func(i string) *Node {
			return list(stmt("for (const v of @) { @ = v; if (v === @) break; }", own, x, i), stmt("mix([...@].length); const [p, q] = @; mix(q);", own, own), stmt("mix(Math.max(...@, @));", own, i))
		}))
}

// stack uses up the stack.
func (g *generator) stack() *Node {
	if !g.Own || g.room() < 30000 {
		return nil
	}
	f := g.name("f")
	return list(
		stmt("let depth = 0;"),
		stmt("function @(a, b) { depth++; return @(a + 1, @) + 1; }", f, f, g.num(1)),
		stmt("try { @(0, 0); } catch (e) { note(e); mix(e.name); }", f),
		stmt("log('depth', depth);"))
}
