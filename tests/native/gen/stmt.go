package gen

// block makes a list of n statements with a scope of its own.
func (g *generator) block(n int) *Node {
	defer g.scope()()
	return list(g.statements(n)...)
}

func (g *generator) statements(n int) []*Node {
	var all []*Node
	for ; n > 0; n-- {
		g.spend(1)
		if s := g.statement(); s != nil {
			all = append(all, s)
		}
	}
	return all
}

// few is a number of statements that becomes smaller with the nesting.
func (g *generator) few() int { return 1 + g.Intn(max(1, 4-g.level)) }

func (g *generator) statement() *Node {
	simple := []choice{
		{14, g.assign},
		{5, func() *Node { return stmt("mix(@);", g.any(2)) }},
		{5, func() *Node { return stmt("mix(@);", g.num(3)) }},
		{5, g.setField},
		{6, g.setElement},
		{3, g.arrayStatement},
		{4, func() *Node {
			return g.declaration([]habit{anInt, aNum, aNum, aBool, aStr, anAny, anArray, anObject}[g.Intn(8)])
		}},
		{2, g.destructure},
		{1, g.setProto},
		{2, g.collect},
		{1, func() *Node { return stmt("delete @.@;", g.obj(0), g.shuffled(anyFields, numFields)[0]) }},
		{2, g.jump},
		{1, func() *Node {
			if g.mult > 20 {
				return nil
			}
			return stmt("log('@', @);", g.name("at"), g.any(1))
		}},
		{1, func() *Node {
			if n := g.methodCall(1); n != nil {
				return stmt("@;", n)
			}
			return nil
		}},
		{1, func() *Node {
			if n := g.bombCall(); n != nil {
				return stmt("@;", n)
			}
			return nil
		}},
	}
	if g.level >= 5 || g.room() < 8 {
		return g.choose(simple)
	}
	return g.choose(append(simple,
		choice{7, func() *Node { return stmt("if (@) {@}", g.bool(2), g.block(g.few())) }},
		choice{4, func() *Node { return stmt("if (@) {@} else {@}", g.bool(2), g.block(g.few()), g.block(g.few())) }},
		choice{10, g.loop},
		choice{3, g.tryStatement},
		choice{2, g.switchStatement},
		choice{2, g.closure},
		choice{2, g.each},
		choice{1, func() *Node {
			label := g.name("L")
			g.loops = append(g.loops, "!"+label)
			body := g.block(g.few())
			g.loops = g.loops[:len(g.loops)-1]
			return stmt("@: {@}", label, body)
		}},
		choice{1, g.consume},
	))
}

// assign assigns to a variable.
func (g *generator) assign() *Node {
	v := g.find(func(v *variable) bool { return !v.fixed && v.habit != aFunc && v.habit != aTyped })
	if v == nil {
		return nil
	}
	switch {
	case v.habit == anArray:
		if g.mult > 200 {
			return nil
		}
		if g.chance(2) {
			return stmt("@ = @;", v.name, g.arrayOf(v.elem))
		}
		// What is put in must not be longer than what was there, time after time.
		return stmt("@ = @.slice(0, 20);", v.name, g.array(2))
	case v.habit == anInt && g.chance(2):
		return stmt("@ @ @;", v.name, g.pick("+=", "-=", "|=", "^=", "&=", "<<=", ">>=", ">>>=", "*="), g.int(2))
	case v.habit == aNum && g.chance(2):
		return stmt("@ @ @;", v.name, g.pick("+=", "-=", "*=", "/=", "%=", "|=", "-=", "+="), g.num(2))
	case (v.habit == anInt || v.habit == aNum) && g.chance(3):
		return stmt("@@;", v.name, g.pick("++", "--"))
	case v.habit == aStr && g.chance(2):
		return stmt("@ = cap(@ + @);", v.name, v.name, g.primitive(1))
	case v.habit == anAny && g.chance(4):
		return stmt("@ @ @;", v.name, g.pick("??=", "||=", "&&="), g.num(1))
	}
	return stmt("@ = @;", v.name, g.capped(v.habit, 3))
}

func (g *generator) setField() *Node {
	fields := [][]string{intFields, numFields, anyFields, strFields, numFields, anyFields}
	if !g.quiet {
		fields = append(fields, accessors)
	}
	f := fields[g.Intn(len(fields))]
	name := f[g.Intn(len(f))]
	h := habitOf(name)
	if h <= aNum && g.chance(2) {
		return stmt("@.@ @ @;", g.obj(0), name, g.pick("+=", "-=", "|=", "*=", "^="), g.num(1))
	}
	if g.chance(10) {
		return stmt("@[@] = @;", g.obj(0), g.key(), g.num(1))
	}
	if h <= aNum && g.chance(4) {
		return stmt("@.@++;", g.obj(0), name)
	}
	return stmt("@.@ = @;", g.obj(0), name, g.capped(h, 2))
}

func (g *generator) setElement() *Node {
	v := g.find(func(v *variable) bool { return v.habit == anArray || v.habit == aTyped })
	if v == nil {
		return nil
	}
	if v.habit == aTyped {
		if g.chance(3) {
			return stmt("@[@] @ @;", v.name, g.index(v.name), g.pick("+=", "-=", "*=", "^="), g.num(1))
		}
		return stmt("@[@] = @;", v.name, g.index(v.name), g.num(2))
	}
	i := g.index(v.name)
	if i.String() == "4294967295" || i.String() == "2147483648" {
		i = g.intIndex()
	}
	if v.elem <= aNum && g.chance(3) {
		return stmt("@[@] @ @;", v.name, i, g.pick("+=", "-=", "|="), g.num(1))
	}
	h := v.elem
	if g.chance(20) {
		h = anAny
	}
	return stmt("@[@] = @;", v.name, i, g.capped(h, 2))
}

func (g *generator) intIndex() *Node { return expr("(@ & 7)", g.int(1)) }

func (g *generator) arrayStatement() *Node {
	v := g.ofHabit(anArray)
	if v == nil {
		return nil
	}
	a := v.name
	return g.choose([]choice{
		{4, func() *Node { return stmt("if (@.length < 40) @.push(@);", a, a, g.capped(v.elem, 1)) }},
		{2, func() *Node { return stmt("mix(@.pop());", a) }},
		{1, func() *Node { return stmt("mix(@.shift());", a) }},
		{1, func() *Node { return stmt("if (@.length < 40) @.unshift(@);", a, a, g.capped(v.elem, 1)) }},
		{1, func() *Node { return stmt("@.length = @;", a, g.pick("0", "1", "2", "5", "12")) }},
		{1, func() *Node { return stmt("@.splice(@ & 3, 2, @);", a, g.int(0), g.capped(v.elem, 1)) }},
		{1, func() *Node { return stmt("@.reverse();", a) }},
		{1, func() *Node { return stmt("@.fill(@, @ & 7);", a, g.capped(v.elem, 1), g.int(0)) }},
		{1, func() *Node {
			return stmt("@[@.length] = @; if (@.length > 50) @.length = 3;", a, a, g.capped(v.elem, 1), a, a)
		}},
		{1, func() *Node { return stmt("delete @[@ & 7];", a, g.int(0)) }},
		{1, func() *Node { return stmt("@.copyWithin(@ & 3, @ & 3);", a, g.int(0), g.int(0)) }},
		{1, func() *Node {
			if g.mult > 50 {
				return nil
			}
			g.spend(50)
			if v.elem > aNum {
				return stmt("@.sort((a, b) => 0);", a)
			}
			if g.Own {
				return stmt("@.sort((a, b) => @);", a, g.pick("a - b", "b - a", "mix(a) - b", "(a < b) - 0.5"))
			}
			return stmt("@.sort((a, b) => (a | 0) - (b | 0));", a)
		}},
	})
}

func (g *generator) destructure() *Node {
	x, y := g.name("n"), g.name("x")
	v := g.find(func(v *variable) bool { return v.habit == anArray && v.elem <= aNum })
	w := g.find(func(v *variable) bool { return v.habit == aNum && !v.fixed })
	u := g.find(func(v *variable) bool { return v.habit == anAny && !v.fixed })
	declare := func() {
		g.declare(variable{name: x, habit: aNum})
		g.declare(variable{name: y, habit: anAny})
	}
	n := g.choose([]choice{
		{2, func() *Node { return stmt("let { n0: @ = @, x0: @ } = @;", x, g.num(1), y, g.obj(0)) }},
		{2, func() *Node {
			if v == nil {
				return nil
			}
			return stmt("let [@ = @, @] = @;", x, g.num(1), y, v.name)
		}},
		{1, func() *Node { return stmt("let [@, ...@] = [@, @, @];", x, y, g.num(1), g.num(1), g.any(1)) }},
		{2, func() *Node {
			if w == nil || u == nil {
				return nil
			}
			return stmt("let @ = @, @ = @; [@, @] = [@, @];", x, g.num(1), y, g.any(0), x, w.name, w.name, x)
		}},
		{1, func() *Node {
			if w == nil {
				return nil
			}
			return stmt("let @, @; ({ i0: @, n1: @ = @, ...@ } = @);", x, y, x, w.name, g.num(0), y, g.obj(0))
		}},
	})
	declare()
	return n
}

func (g *generator) setProto() *Node {
	if g.mult > 20 {
		return nil
	}
	return g.mutationOutside()
}

// mutationOutside is what bombs do, done here.
func (g *generator) mutationOutside() *Node {
	saved := g.quiet
	g.quiet = true
	n := g.mutation()
	g.quiet = saved
	return n
}

// collect uses a Map or a Set.
func (g *generator) collect() *Node {
	v := g.find(func(v *variable) bool { return v.habit == aMap || v.habit == aSet })
	if v == nil {
		return nil
	}
	m := v.name
	if g.chance(4) {
		return stmt("mix(@.delete(@));", m, g.num(1))
	}
	if g.chance(8) {
		return stmt("@.clear();", m)
	}
	if v.habit == aMap {
		return stmt("if (@.size < 30) @.set(@, @);", m, m, g.num(1), g.capped(anAny, 1))
	}
	return stmt("if (@.size < 30) @.add(@);", m, m, g.capped(anAny, 1))
}

// jump leaves a loop, a block or the function, under a condition.
func (g *generator) jump() *Node {
	return g.choose([]choice{
		{6, func() *Node {
			if len(g.loops) == 0 {
				return nil
			}
			l := g.loops[g.Intn(len(g.loops))]
			word := g.pick("break", "continue", "continue")
			switch {
			case l == "": // the innermost one only
				if g.loops[len(g.loops)-1] != "" {
					return nil
				}
			case l[0] == '!':
				word, l = "break", l[1:]
			case l[0] == '?':
				word, l = "break", ""
				if g.loops[len(g.loops)-1] != "?" {
					return nil
				}
			}
			if l != "" {
				l = " " + l
			}
			return stmt("if (@) @@;", g.bool(2), word, l)
		}},
		{2, func() *Node {
			if g.outer == nil {
				return nil
			}
			return stmt("if (@) return @;", g.bool(1), g.e(g.result, 2))
		}},
		{2, func() *Node { return stmt("if (@) throw @;", g.rare(), g.thrown()) }},
	})
}

func (g *generator) thrown() *Node {
	return g.choose([]choice{{4, func() *Node { return expr("new @('t')", g.errorName()) }}, {1, func() *Node { return g.num(1) }}, {1, func() *Node { return expr("{ name: 'own', x0: @ }", g.num(0)) }}})
}

// loop makes a loop with a counter.
func (g *generator) loop() *Node {
	most := g.room() / 6
	if most < 3 {
		return nil
	}
	trips := 2 + g.Intn(6)
	if g.chance(2) {
		trips = 8 + g.Intn(30)
	}
	if g.mult == 1 || g.chance(8) {
		trips = 30 + g.Intn(400*g.scale())
	}
	trips = int(min(float64(trips), most))
	label := ""
	if g.chance(4) {
		label = g.name("L")
	}
	defer g.scope()()
	g.loops = append(g.loops, label)
	saved := g.mult
	g.mult *= float64(trips)
	defer func() {
		g.mult = saved
		g.loops = g.loops[:len(g.loops)-1]
	}()
	before, n := g.anyLoop(trips)
	if label != "" {
		n = stmt("@: @", label, raw("@", n))
	}
	if before != "" {
		n = stmt("@\n@", before, raw("@", n))
	}
	return n
}

// anyLoop makes a loop and what must stand before it.
func (g *generator) anyLoop(trips int) (before string, loop *Node) {
	i := g.name("i")
	body := func(index bool) *Node {
		g.declare(variable{name: i, habit: anInt, fixed: true, index: index})
		return g.block(1 + g.few())
	}
	loop = g.choose([]choice{
		{12, func() *Node { return stmt("for (let @ = 0; @ < @; @++) {@}", i, i, trips, i, body(true)) }},
		{2, func() *Node { return stmt("for (let @ = @; @ >= 0; @--) {@}", i, trips, i, i, body(true)) }},
		{2, func() *Node { return stmt("for (let @ = 0; @ < @; @ += 2) {@}", i, i, 2*trips, i, body(true)) }},
		{1, func() *Node {
			return stmt("for (let @ = 0.5; @ < @; @ += @) {@}", i, i, trips, i, g.pick("1", "1.5"), body(false))
		}},
		{1, func() *Node {
			return stmt("for (let @ = @, end = @ + @; @ < end; @++) {@}", i, g.pick("2147483640", "(-2147483650)", "4294967290", "1073741820", "9007199254740900"), i, min(trips, 60), i, i, body(false))
		}},
		{2, func() *Node {
			before = "let " + i + " = " + number(trips) + ";"
			return stmt("while (@-- > 0) {@}", i, body(false))
		}},
		{2, func() *Node {
			before = "let " + i + " = 0;"
			return stmt("do {@} while (++@ < @);", body(true), i, trips)
		}},
		{3, func() *Node {
			v := g.find(func(v *variable) bool { return v.habit == anArray || v.habit == aTyped })
			if v == nil {
				return nil
			}
			return stmt("for (let @ = 0; @ < @.length && @ < @; @++) {@}", i, i, v.name, i, trips, i, body(true))
		}},
		{1, func() *Node {
			return stmt("for (const @ in @) {@}", i, g.literal(), func() *Node {
				g.declare(variable{name: i, habit: aStr, fixed: true})
				return g.block(g.few())
			}())
		}},
		{3, func() *Node {
			// The array may grow as long as the loop runs: its trips are counted.
			v := g.ofHabit(anArray)
			if v == nil {
				return nil
			}
			count := g.name("c")
			elem := min(v.elem, anAny)
			before = "let " + count + " = 0;"
			return stmt("for (@ @ of @) {@}", g.pick("const", "let"), i, g.pick(v.name, v.name, v.name+".entries()", v.name+".values()", "new Set("+v.name+")"), func() *Node {
				if elem < anAny {
					elem = anAny
				}
				g.declare(variable{name: i, habit: elem, fixed: true})
				b := g.block(1 + g.few())
				b.Kids = append([]*Node{stmt("if (@++ > @) break;", count, trips)}, b.Kids...)
				return b
			}())
		}},
	})
	return before, loop
}

func (g *generator) tryStatement() *Node {
	e := g.name("e")
	handler := func() *Node {
		defer g.scope()()
		g.declare(variable{name: e, habit: anAny, fixed: true})
		return list(append([]*Node{stmt("mix(@ instanceof Error ? @.name : @);", e, e, e)}, g.statements(g.few()-1)...)...)
	}
	risky := func() *Node {
		b := g.block(g.few())
		if g.chance(2) {
			b.Kids = append(b.Kids, stmt("if (@) throw @;", g.bool(1), g.thrown()))
		}
		return b
	}
	return g.choose([]choice{
		{4, func() *Node { return stmt("try {@} catch (@) {@}", risky(), e, handler()) }},
		{1, func() *Node { return stmt("try {@} catch {@}", risky(), g.block(1)) }},
		{2, func() *Node { return stmt("try {@} catch (@) {@} finally {@}", risky(), e, handler(), g.block(1)) }},
		{1, func() *Node { return stmt("try {@} finally {@}", g.block(g.few()), g.block(g.few())) }},
	})
}

func (g *generator) switchStatement() *Node {
	g.loops = append(g.loops, "?")
	defer func() { g.loops = g.loops[:len(g.loops)-1] }()
	cases := list()
	byText := g.chance(4)
	for i := 2 + g.Intn(4); i > 0; i-- {
		body := g.block(g.few())
		if !g.chance(4) {
			body.Kids = append(body.Kids, stmt("break;"))
		}
		label := "case " + number(len(cases.Kids))
		if byText {
			label = "case " + strTexts[len(cases.Kids)]
		} else if g.chance(6) {
			label = "case " + g.pick("-0", "'0'", "undefined", "NaN", "2147483648", "0.5")
		}
		cases.Kids = append(cases.Kids, stmt("@: {@}", label, body))
	}
	if g.chance(2) {
		at := g.Intn(len(cases.Kids) + 1)
		rest := append([]*Node{stmt("default: {@}", g.block(1))}, cases.Kids[at:]...)
		cases.Kids = append(cases.Kids[:at:at], rest...)
	}
	subject := expr("(@ & 7)", g.num(1))
	if byText {
		subject = g.str(1)
	} else if g.chance(3) {
		subject = g.num(1)
	}
	return stmt("switch (@) {@}", subject, cases)
}

// closure declares a function in the middle of things and calls it.
func (g *generator) closure() *Node {
	f, p := g.name("f"), g.name("n")
	if g.room() < 40 {
		return nil
	}
	close := g.open(&context{limit: min(g.room()/10, 60), result: aNum, this: g.this})
	g.declare(variable{name: p, habit: aNum})
	arrow := g.chance(2)
	make := func() *Node {
		body := list(g.statements(1 + g.Intn(2))...)
		body.Kids = append(body.Kids, stmt("return @;", g.num(2)))
		return body
	}
	var body *Node
	if arrow {
		body = make()
	} else {
		body = g.withoutThis(make)
	}
	calls := 2 + g.Intn(4)
	g.spend(close() * float64(calls))
	init := raw("(@) => {@}", p, body)
	if !arrow {
		init = raw("function (@) {@}", p, body)
	}
	use := list()
	for ; calls > 0; calls-- {
		use.Kids = append(use.Kids, stmt("mix(@(@));", f, g.e([]habit{anInt, aNum, aNum, anAny}[g.Intn(4)], 1)))
	}
	if v := g.find(func(v *variable) bool { return v.habit == anAny && !v.fixed }); v != nil && g.chance(4) {
		use.Kids = append(use.Kids, stmt("@ = @;", v.name, f))
	}
	return stmt("const @ = @;\n{@}", f, init, use)
}

// each calls a callback for the elements of an array.
func (g *generator) each() *Node {
	v := g.ofHabit(anArray)
	if v == nil || g.room() < 300 {
		return nil
	}
	a := v.name
	return g.choose([]choice{
		{3, func() *Node { return stmt("@.forEach(@);", a, g.callback(v, aNum, 2)) }},
		{2, func() *Node { return stmt("mix(@.map(@).length);", a, g.callback(v, aNum, 3)) }},
		{2, func() *Node {
			return stmt("mix(@.@(@));", a, g.pick("some", "every", "findIndex", "find"), g.callback(v, aBool, 2))
		}},
		{3, func() *Node {
			acc, x := g.name("n"), g.name("e")
			close := g.open(&context{limit: g.room() / 60, this: g.this, result: aNum})
			g.declare(variable{name: acc, habit: aNum})
			g.declare(variable{name: x, habit: min(v.elem, anAny)})
			body := g.num(2)
			steps := close()
			g.spend(steps * 30)
			return stmt("mix(@.@((@, @) => (@), @));", a, g.pick("reduce", "reduce", "reduceRight"), acc, x, body, g.num(0))
		}},
		{1, func() *Node {
			w := g.ofHabit(aTyped)
			if w == nil {
				return nil
			}
			return stmt("mix(@.@((x, k) => (@)).length);", w.name, g.pick("map", "filter"), g.pick("x + k", "x > k", "x * 0.5", "-x"))
		}},
	})
}

// consume runs through what a generator function yields.
func (g *generator) consume() *Node {
	for _, f := range g.funcs {
		if f.gen && f.cost < g.room()/8 {
			g.spend(f.cost)
			x := g.name("x")
			if g.chance(3) {
				return stmt("mix([...@(@)].length);", f.name, g.actual(&f, 1))
			}
			if g.chance(3) {
				return stmt("let [@, , @ = 0] = @(@); mix(@);", x, g.name("x"), f.name, g.actual(&f, 1), x)
			}
			return stmt("for (const @ of @(@)) { mix(@); if (@ === @) break; }", x, f.name, g.actual(&f, 1), x, x, g.num(0))
		}
	}
	return nil
}
