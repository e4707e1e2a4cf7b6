package gen

// function declares a function that later ones may call.
func (g *generator) function() {
	f := function{name: g.name("f"), result: []habit{anInt, aNum, aNum, anAny}[g.Intn(4)], gen: g.chance(5)}
	c := &context{limit: []float64{8, 20, 60, 200}[g.Intn(4)], result: f.result, isGen: f.gen, args: g.chance(4)}
	close := g.open(c)
	params := args()
	for i := 1 + g.Intn(4); i > 0; i-- {
		h := []habit{anInt, anInt, aNum, aNum, anAny, aStr, anArray, anObject, aTyped}[g.Intn(9)]
		v := variable{name: g.name("p"), habit: h, elem: aNum}
		if h == anArray || h == aTyped {
			v.fixed = true
		}
		f.params = append(f.params, h)
		switch {
		case g.chance(8) && h <= anAny:
			params.Kids = append(params.Kids, raw("@ = @", v.name, g.e(h, 1)))
		case g.chance(12) && h == anObject:
			// Taken apart at once.
			params.Kids = append(params.Kids, raw("{ n0: @ = @ }", v.name, g.num(0)))
			v.habit = aNum
		default:
			params.Kids = append(params.Kids, raw("@", v.name))
		}
		g.declare(v)
	}
	if g.chance(10) {
		rest := g.name("a")
		params.Kids = append(params.Kids, raw("...@", rest))
		g.declare(variable{name: rest, habit: anArray, elem: anAny, fixed: true})
	}
	var body []*Node
	switch {
	case f.gen:
		body = g.yields()
	case c.limit == 8:
	case f.params[0] <= aNum && g.chance(6):
		body = g.recursion(&f)
	default:
		body = g.statements(1 + g.Intn(4))
	}
	if g.chance(5) {
		body = append(body, stmt("if (@) throw @;", g.rare(), g.thrown()))
	}
	if !f.gen {
		body = append(body, stmt("return @;", g.e(f.result, 3)))
	}
	f.cost = close()
	star := ""
	if f.gen {
		star = "*"
	}
	g.tops.Kids = append(g.tops.Kids, stmt("function@ @(@) {@}", star, f.name, params, list(body...)))
	g.funcs = append(g.funcs, f)
}

// yields is the body of a generator function.
func (g *generator) yields() []*Node {
	i := g.name("i")
	end := g.scope()
	g.declare(variable{name: i, habit: anInt, fixed: true, index: true})
	g.mult *= 5
	loop := list(g.statements(1)...)
	loop.Kids = append(loop.Kids, stmt("@ yield @;", g.pick("", "", "if (mix(1) > 0)"), g.any(2)))
	g.mult /= 5
	end()
	body := []*Node{stmt("for (let @ = 0; @ < @; @++) {@}", i, i, 1+g.Intn(5), i, loop)}
	switch g.Intn(4) {
	case 0:
		body = []*Node{stmt("try {@} finally { mix(@); }", list(body...), g.num(0))}
	case 1:
		body = append(body, stmt("yield* @;", g.array(0)))
		body = []*Node{body[0], stmt("yield* [@, @];", g.any(0), g.any(0))}
	}
	return body
}

// recursion makes f call itself, its first parameter counting down.
func (g *generator) recursion(f *function) []*Node {
	depth, ways := 12, 1
	if g.chance(2) {
		depth, ways = 5, 2
	}
	g.spend(40)
	count := g.vars[0].name
	again := func() *Node {
		list := args(expr("@ - 1", count))
		for i := 1; i < len(f.params); i++ {
			list.Kids = append(list.Kids, g.e(f.params[i], 0))
		}
		return expr("@(@)", f.name, list)
	}
	sum := again()
	if ways == 2 {
		sum = expr("(@ @ @)", sum, g.pick("+", "-", "^"), again())
	}
	return []*Node{
		stmt("@ = Math.min(@ | 0, @);", count, count, depth),
		stmt("if (@ > 0) return @;", count, expr("(@ @ @)", sum, g.pick("+", "-", "^", "*"), g.num(1))),
	}
}
