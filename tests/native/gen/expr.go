package gen

// Names of properties by habit. p0 and p1 are accessors of most objects that have them.
var (
	intFields = []string{"i0", "i1"}
	numFields = []string{"n0", "n1"}
	strFields = []string{"s0"}
	anyFields = []string{"x0", "x1"}
	accessors = []string{"p0", "p1"}
)

var (
	intTexts = []string{"0", "1", "(-1)", "2", "3", "5", "7", "8", "31", "32", "33", "63", "100", "127", "128", "255", "256", "(-128)", "32767", "32768", "65535", "65536",
		"2147483647", "2147483646", "(-2147483648)", "(-2147483647)", "1073741823", "1073741824", "(-1073741824)", "(-1073741825)", "16777216", "46341", "(-46341)"}
	numTexts = []string{"(-0)", "0.5", "(-0.5)", "1.5", "0.1", "NaN", "Infinity", "(-Infinity)", "2147483647.5", "2147483648", "(-2147483649)", "4294967295", "4294967296", "4294967297",
		"9007199254740991", "9007199254740992", "9007199254740993", "(-9007199254740992)", "1e300", "5e-324", "1e-7", "(-1e21)", "1.7976931348623157e308", "4503599627370496.5",
		"0.49999999999999994", "(-2147483648)", "2147483647", "1", "0", "(0 / 0)", "3", "(-2147483648.5)", "6755399441055744", "1e-310", "0.7", "2.220446049250313e-16"}
	strTexts = []string{"''", "'a'", "'abc'", "'0'", "'12'", "'-0'", "' 7 '", "'0x1f'", "'1e3'", "'NaN'", "'length'", "'x0'", "'\\u00e9t\\u00e9'", "'\\u4e16\\u754c'", "'\\ud83d\\ude00'", "'valueOf'", "'1.5'"}
	keyTexts = []string{"'i0'", "'n0'", "'x0'", "'x1'", "'s0'", "'p0'", "0", "1", "'1'", "'zz'", "(-1)", "1.5", "'length'"}
)

// value makes an initial value of a habit.
func (g *generator) value(h habit) *Node {
	switch h {
	case anArray:
		return g.arrayOf(anInt)
	case aTyped:
		return g.typed()
	case anObject:
		return g.object()
	case aMap:
		return g.choose([]choice{{1, func() *Node { return expr("new Map()") }}, {1, func() *Node { return expr("new Map([[1, @], ['a', @], [NaN, @]])", g.num(1), g.any(1), g.any(1)) }}})
	case aSet:
		return g.choose([]choice{{1, func() *Node { return expr("new Set()") }}, {2, func() *Node { return expr("new Set([@, @, @])", g.num(1), g.any(1), g.num(0)) }}})
	}
	return g.e(h, 1)
}

// e makes an expression of a habit, at most d operators deep.
func (g *generator) e(h habit, d int) *Node {
	switch h {
	case anInt:
		return g.int(d)
	case aNum:
		return g.num(d)
	case aBool:
		return g.bool(d)
	case aStr:
		return g.str(d)
	case anArray:
		return g.array(d)
	case anObject:
		return g.obj(d)
	case aTyped:
		if v := g.ofHabit(aTyped); v != nil {
			return expr(v.name)
		}
		return g.typed()
	}
	return g.any(d)
}

func (g *generator) text(of []string) *Node { return expr(of[g.Intn(len(of))]) }

// variableOr answers a variable of a habit, or what other makes if there is none.
func (g *generator) variableOr(h habit, other func() *Node) func() *Node {
	return func() *Node {
		if v := g.ofHabit(h); v != nil {
			return expr(v.name)
		}
		return other()
	}
}

func (g *generator) intText() *Node { return g.text(intTexts) }
func (g *generator) numText() *Node { return g.text(numTexts) }
func (g *generator) strText() *Node { return g.text(strTexts) }

func (g *generator) int(d int) *Node {
	leaves := []choice{{4, g.intText}, {8, g.variableOr(anInt, g.intText)}}
	if d <= 0 {
		return g.choose(leaves)
	}
	num := func() *Node { return g.num(d - 1) }
	whole := func() *Node { return g.int(d - 1) }
	return g.choose(append(leaves,
		choice{6, func() *Node { return expr("(@ @ @)", num(), g.pick("|", "&", "^", "<<", ">>"), num()) }},
		choice{8, func() *Node { return expr("((@ @ @) | 0)", num(), g.pick("+", "-", "*", "/", "%"), num()) }},
		choice{5, func() *Node { return expr("(@ @ @)", whole(), g.pick("+", "-", "*", "+", "-"), whole()) }},
		choice{1, func() *Node { return expr("(@ % @)", whole(), whole()) }},
		choice{2, func() *Node { return expr("(@ & @)", whole(), g.pick("1", "3", "7", "15", "255")) }},
		choice{2, func() *Node { return expr("(~@)", num()) }},
		choice{1, func() *Node { return expr("(- @)", whole()) }},
		choice{2, func() *Node { return expr("(@ >>> @)", num(), g.pick("0", "1", "5", "31")) }},
		choice{2, func() *Node { return expr("Math.imul(@, @)", num(), num()) }},
		choice{1, func() *Node { return expr("Math.clz32(@)", num()) }},
		choice{1, func() *Node { return expr("Math.@(@, @)", g.pick("min", "max"), whole(), whole()) }},
		choice{1, func() *Node { return expr("Math.@(@, @, @)", g.pick("min", "max"), whole(), whole(), num()) }},
		choice{1, func() *Node { return expr("Math.@(@)", g.pick("abs", "sign", "floor"), whole()) }},
		choice{1, func() *Node { return expr("(@ / @ | 0)", whole(), g.pick("2", "3", "10", "1024", "-3")) }},
		choice{1, func() *Node {
			return expr("Math.@(@ / @)", g.pick("floor", "trunc", "round"), whole(), g.pick("2", "3", "7", "16"))
		}},
		choice{2, func() *Node { return expr("@.length", g.anyIndexed()) }},
		choice{1, func() *Node { return expr("@.charCodeAt(@)", g.str(d-1), g.int(0)) }},
		choice{3, func() *Node { return expr("@.@", g.obj(d-1), intFields[g.Intn(2)]) }},
		choice{2, func() *Node { return g.element(anInt, d) }},
		choice{2, func() *Node { return expr("(@ ? @ : @)", g.bool(d-1), whole(), whole()) }},
		choice{2, func() *Node { return g.step(anInt) }},
		choice{3, func() *Node { return g.call(anInt, d) }},
	))
}

func (g *generator) num(d int) *Node {
	leaves := []choice{{3, g.intText}, {5, g.numText}, {7, g.variableOr(aNum, g.numText)}, {7, g.variableOr(anInt, g.intText)}}
	if d <= 0 {
		return g.choose(leaves)
	}
	num := func() *Node { return g.num(d - 1) }
	return g.choose(append(leaves,
		choice{14, func() *Node { return expr("(@ @ @)", num(), g.pick("+", "-", "*", "/", "%", "+", "-", "*"), num()) }},
		choice{7, func() *Node { return g.int(d) }},
		choice{3, func() *Node { return expr("(- @)", num()) }},
		choice{2, func() *Node { return g.power(d) }},
		choice{2, func() *Node { return expr("(@ >>> @)", num(), num()) }},
		choice{3, func() *Node {
			return expr("Math.@(@)", g.pick("floor", "ceil", "round", "trunc", "abs", "sqrt", "fround", "sign"), num())
		}},
		choice{2, func() *Node { return expr("Math.@(@, @)", g.pick("min", "max"), num(), num()) }},
		choice{1, func() *Node { return expr("Math.@(@, @, @)", g.pick("min", "max"), num(), num(), num()) }},
		choice{1, func() *Node { return expr("(+ @)", g.any(d-1)) }},
		choice{1, func() *Node { return expr("(@ @ @)", g.odd(), g.pick("-", "*", "&"), num()) }},
		choice{4, func() *Node { return g.element(aNum, d) }},
		choice{4, func() *Node { return g.typedElement(d) }},
		choice{4, func() *Node { return expr("@.@", g.obj(d-1), numFields[g.Intn(2)]) }},
		choice{3, func() *Node { return g.accessor(d) }},
		choice{2, func() *Node { return expr("(@ ? @ : @)", g.bool(d-1), num(), num()) }},
		choice{2, func() *Node { return g.step(aNum) }},
		choice{1, func() *Node { return expr("(@, @)", g.any(d-1), num()) }},
		choice{1, func() *Node { return expr("(@ && @)", num(), num()) }},
		choice{1, func() *Node { return expr("(@ ?? @)", num(), num()) }},
		choice{5, func() *Node { return g.call(aNum, d) }},
		choice{2, func() *Node { return g.methodCall(d) }},
		choice{1, func() *Node { return g.bombCall() }},
		choice{1, func() *Node { return g.arguments() }},
		choice{1, func() *Node { return g.ownNum(d) }},
	))
}

// power keeps to what every engine computes exactly, unless there is only one.
func (g *generator) power(d int) *Node {
	if g.Own {
		return expr("(@ ** @)", g.num(d-1), g.num(0))
	}
	return g.choose([]choice{
		{2, func() *Node { return expr("((@ & 15) ** @)", g.num(d-1), g.pick("0", "1", "2", "3", "5", "(-0)")) }},
		{1, func() *Node { return expr("(2 ** (@ & 63))", g.num(d-1)) }},
		{1, func() *Node { return expr("(@ ** @)", g.num(d-1), g.pick("0", "1", "NaN", "(-0)")) }},
	})
}

// ownNum is what the language leaves to the engine.
func (g *generator) ownNum(d int) *Node {
	if !g.Own {
		return nil
	}
	if g.Intn(3) == 0 {
		return expr("Math.@(@, @)", g.pick("atan2", "hypot", "pow"), g.num(d-1), g.num(0))
	}
	return expr("Math.@(@)", g.pick("sinh", "acos", "log10", "f16round", "sin", "cos", "exp", "log", "atan", "cbrt", "tan", "log2", "expm1"), g.num(d-1))
}

func (g *generator) bool(d int) *Node {
	if d <= 0 {
		return g.choose([]choice{{1, func() *Node { return expr(g.pick("true", "false")) }},
			{3, func() *Node { return expr("(@ < @)", g.num(0), g.num(0)) }}, {2, func() *Node { return expr("((@ & @) === 0)", g.int(0), g.pick("1", "3", "7")) }}})
	}
	return g.choose([]choice{
		{10, func() *Node {
			return expr("(@ @ @)", g.num(d-1), g.pick("<", "<=", ">", ">=", "===", "!==", "==", "!="), g.num(d-1))
		}},
		{4, func() *Node { return expr("((@ & @) @ 0)", g.int(d-1), g.pick("1", "3", "7"), g.pick("===", "!==")) }},
		{3, func() *Node {
			return expr("(@ @ @)", g.any(d-1), g.pick("<", "<=", ">", ">=", "===", "!==", "==", "!="), g.any(d-1))
		}},
		{2, func() *Node { return expr("(@ @ @)", g.str(d-1), g.pick("<", "===", "!==", ">"), g.str(d-1)) }},
		{2, func() *Node {
			return expr("(typeof @ === '@')", g.any(d-1), g.pick("number", "string", "object", "undefined", "function", "boolean"))
		}},
		{2, func() *Node { return expr("(@ in @)", g.key(), g.obj(d-1)) }},
		{1, func() *Node { return expr("(@ in @)", g.int(0), g.array(d-1)) }},
		{1, func() *Node { return expr("(@ instanceof @)", g.any(d-1), g.className()) }},
		{2, func() *Node { return expr("(!@)", g.any(d-1)) }},
		{2, func() *Node { return expr("(@ @ @)", g.bool(d-1), g.pick("&&", "||"), g.bool(d-1)) }},
		{1, func() *Node { return expr("Object.is(@, @)", g.num(d-1), g.num(d-1)) }},
		{1, func() *Node {
			return expr("Number.@(@)", g.pick("isInteger", "isSafeInteger", "isNaN", "isFinite"), g.any(d-1))
		}},
		{1, func() *Node { return expr("@.includes(@)", g.array(0), g.num(0)) }},
		{1, func() *Node { return expr("@.has(@)", g.collection(), g.any(0)) }},
	})
}

// str makes a string, which may be long: see capped.
func (g *generator) str(d int) *Node {
	leaves := []choice{{2, g.strText}, {5, g.variableOr(aStr, g.strText)}}
	if d <= 0 {
		return g.choose(leaves)
	}
	return g.choose(append(leaves,
		choice{4, func() *Node { return expr("(@ + @)", g.str(d-1), g.primitive(d-1)) }},
		choice{1, func() *Node { return expr("`${@}-${@}`", g.num(d-1), g.str(0)) }},
		choice{2, func() *Node { return expr("@.slice(@, @)", g.str(d-1), g.int(0), g.int(0)) }},
		choice{2, func() *Node { return expr("@.substring(@)", g.str(d-1), g.int(0)) }},
		choice{1, func() *Node { return expr("@.charAt(@)", g.str(d-1), g.int(0)) }},
		choice{2, func() *Node { return expr("String.fromCharCode(@ & 127)", g.num(d-1)) }},
		choice{2, func() *Node { return expr("String(@)", g.num(d-1)) }},
		choice{1, func() *Node { return expr("(@).toString(@)", g.int(d-1), g.pick("2", "10", "16", "36")) }},
		choice{1, func() *Node { return expr("(typeof @)", g.any(d-1)) }},
		choice{1, func() *Node { return expr("@.@()", g.str(d-1), g.pick("toUpperCase", "trim", "toLowerCase")) }},
		choice{1, func() *Node { return expr("@.padStart(@ & 15, @)", g.str(d-1), g.int(0), g.strText()) }},
		choice{1, func() *Node { return expr("@.repeat(@ & 3)", g.str(0), g.int(0)) }},
		choice{1, func() *Node { return expr("@.replace(@, @)", g.str(d-1), g.strText(), g.str(0)) }},
		choice{1, func() *Node { return expr("@.split('').reverse().join('')", g.str(0)) }},
	))
}

// primitive is a value whose text all engines agree about, and which runs nothing when it is asked for.
func (g *generator) primitive(d int) *Node {
	return g.choose([]choice{{4, func() *Node { return g.num(d) }}, {4, func() *Node { return g.str(d) }}, {1, func() *Node { return g.bool(d) }},
		{1, func() *Node { return expr(g.pick("undefined", "null", "true")) }}})
}

func (g *generator) any(d int) *Node {
	leaves := []choice{{6, g.variableOr(anAny, g.numText)}, {2, g.intText}, {3, g.numText}, {1, g.strText},
		{2, func() *Node { return expr(g.pick("undefined", "null", "true", "false")) }}, {3, func() *Node { return g.num(0) }}}
	if d <= 0 {
		return g.choose(leaves)
	}
	return g.choose(append(leaves,
		choice{8, func() *Node { return g.num(d) }},
		choice{3, func() *Node { return g.str(d) }},
		choice{3, func() *Node { return g.bool(d) }},
		choice{3, func() *Node { return expr("(@ + @)", g.any(d-1), g.any(d-1)) }},
		choice{4, func() *Node { return expr("@.@", g.obj(d-1), anyFields[g.Intn(2)]) }},
		choice{2, func() *Node { return expr("@[@]", g.obj(d-1), g.key()) }},
		choice{3, func() *Node { return g.element(anAny, d) }},
		choice{2, func() *Node { return expr("@[@]", g.str(d-1), g.int(0)) }},
		choice{2, func() *Node { return g.odd() }},
		choice{1, func() *Node { return expr("@.get(@)", g.someMap(), g.any(0)) }},
		choice{3, func() *Node { return g.call(anAny, d) }},
		choice{1, func() *Node { return expr("@?.@", g.any(0), anyFields[g.Intn(2)]) }},
		choice{1, func() *Node { return expr("(@ @ @)", g.any(d-1), g.pick("||", "&&", "??"), g.any(d-1)) }},
		choice{1, func() *Node { return expr("@.at(@)", g.array(0), g.int(0)) }},
		choice{1, func() *Node { return expr("@.indexOf(@)", g.array(0), g.any(0)) }},
	))
}

// odd is something that is no number but becomes one.
func (g *generator) odd() *Node {
	list := []choice{
		{3, func() *Node {
			return expr(g.pick("undefined", "null", "true", "false", "'7'", "'0x10'", "' 2 '", "''", "'-0'", "'1e400'", "[]", "[5]"))
		}},
	}
	if !g.quiet {
		list = append(list,
			choice{1, func() *Node { return expr("({ valueOf() { return @; } })", g.number()) }},
			choice{1, g.variableOr(anObject, g.numText)},
			choice{1, func() *Node { return expr("({ toString() { return @; } })", g.number()) }},
			choice{1, func() *Node { return expr("({ [Symbol.toPrimitive](hint) { mix(hint); return @; } })", g.number()) }})
	}
	return g.choose(list)
}

// number is what a conversion answers: simple, or with an effect.
func (g *generator) number() *Node {
	if n := g.bombCall(); n != nil && g.chance(3) {
		return n
	}
	return g.num(0)
}

// capped makes an expression for a place that lives on: a string in it is kept short.
func (g *generator) capped(h habit, d int) *Node {
	switch h {
	case anInt, aNum:
		if g.chance(40) {
			return expr(g.pick("undefined", "null", "true", "false", "0.5", "(-0)", "NaN"))
		}
	case aStr:
		if g.chance(3) {
			return g.strText()
		}
		return expr("cap(@)", g.str(d))
	case anAny:
		if g.chance(2) {
			return g.num(d)
		}
		return expr("cap(@)", g.any(d))
	}
	return g.e(h, d)
}

// step is an assignment to a variable within an expression.
func (g *generator) step(h habit) *Node {
	v := g.find(func(v *variable) bool { return v.habit == h && !v.fixed })
	if v == nil {
		return nil
	}
	switch g.Intn(6) {
	case 0:
		return expr("@++", v.name)
	case 1:
		return expr("--@", v.name)
	case 2:
		return expr("(@ = @)", v.name, g.e(h, 1))
	case 3:
		return expr("@--", v.name)
	case 4:
		return expr("(@ @ @)", v.name, g.pick("-=", "|=", "&=", "^=", "<<=", ">>>=", "*=", "%=", "/="), g.num(0))
	}
	return expr("++@", v.name)
}

// index makes an index of an array: mostly inside, sometimes not one at all.
func (g *generator) index(of string) *Node {
	return g.choose([]choice{
		{8, func() *Node {
			if v := g.find(func(v *variable) bool { return v.index }); v != nil {
				return expr(v.name)
			}
			return nil
		}},
		{5, func() *Node { return expr("(@ & @)", g.int(1), g.pick("3", "7", "15")) }},
		{5, func() *Node { return expr(g.pick("0", "1", "2", "3", "4")) }},
		{2, func() *Node { return expr("(@.length - 1)", of) }},
		{1, func() *Node { return expr("@.length", of) }},
		{1, func() *Node {
			return expr(g.pick("(-1)", "1.5", "(-0)", "'1'", "40", "'x'", "4294967295", "2147483648", "undefined", "NaN"))
		}},
		{1, func() *Node { return expr("(@ % 5)", g.num(1)) }},
	})
}

// element reads an element of an array whose elements have habit h.
func (g *generator) element(h habit, d int) *Node {
	v := g.find(func(v *variable) bool { return v.habit == anArray && v.elem <= h && v.elem != aStr && v.elem != aBool })
	if v == nil {
		return nil
	}
	return expr("@[@]", v.name, g.index(v.name))
}

func (g *generator) typedElement(d int) *Node {
	v := g.ofHabit(aTyped)
	if v == nil {
		return nil
	}
	return expr("@[@]", v.name, g.index(v.name))
}

// accessor reads an accessor property, which may run code.
func (g *generator) accessor(d int) *Node {
	if g.quiet || g.leaf {
		return nil
	}
	return expr("@.@", g.obj(d-1), accessors[g.Intn(2)])
}

// anyIndexed is something with a length.
func (g *generator) anyIndexed() *Node {
	return g.choose([]choice{{3, func() *Node { return g.array(0) }}, {1, func() *Node { return g.str(0) }}, {2, func() *Node { return g.e(aTyped, 0) }}})
}

func (g *generator) collection() *Node {
	v := g.find(func(v *variable) bool { return v.habit == aMap || v.habit == aSet })
	if v == nil {
		return expr("new Set([1, 2])")
	}
	return expr(v.name)
}

func (g *generator) someMap() *Node {
	if v := g.ofHabit(aMap); v != nil {
		return expr(v.name)
	}
	return expr("new Map([[1, 2]])")
}

// array makes an expression that is an array.
func (g *generator) array(d int) *Node {
	v := g.ofHabit(anArray)
	if v == nil {
		return g.arrayOf(anInt)
	}
	if d <= 1 || g.quiet || g.room() < 200 || g.chance(2) {
		return expr(v.name)
	}
	g.spend(40)
	return g.derived(v, d)
}

// obj makes an expression that is mostly an object.
func (g *generator) obj(d int) *Node {
	return g.choose([]choice{
		{8, func() *Node {
			if v := g.ofHabit(anObject); v != nil {
				return expr(v.name)
			}
			return g.object()
		}},
		{6, func() *Node {
			if g.this {
				return expr("this")
			}
			return nil
		}},
		{3, func() *Node {
			v := g.find(func(v *variable) bool { return v.habit == anArray && v.elem == anObject })
			w := g.ofHabit(anObject)
			if v == nil || w == nil {
				return nil
			}
			return expr("(@[@] ?? @)", v.name, g.index(v.name), w.name)
		}},
		{1, func() *Node {
			if d <= 0 {
				return nil
			}
			return g.object()
		}},
	})
}

// call calls a function of the program, if there is one and time for it.
func (g *generator) call(h habit, d int) *Node {
	if g.quiet || g.leaf {
		return nil
	}
	var fit []*function
	for i := range g.funcs {
		f := &g.funcs[i]
		if !f.gen && f.cost < g.room()/4 && (f.result == h || h == anAny || h == aNum && f.result == anInt) {
			fit = append(fit, f)
		}
	}
	if len(fit) == 0 {
		return nil
	}
	f := fit[g.Intn(len(fit))]
	g.spend(f.cost)
	return expr("@(@)", f.name, g.actual(f, d))
}

// actual are arguments for f, some too many or too few now and then.
func (g *generator) actual(f *function, d int) *Node {
	list := args()
	for _, h := range f.params {
		if g.chance(25) {
			break
		}
		if g.chance(15) {
			h = anAny
		}
		if g.chance(30) {
			list.Kids = append(list.Kids, raw("...[@, @]", g.e(h, 0), g.any(0)))
			continue
		}
		list.Kids = append(list.Kids, g.e(h, min(d-1, 2)))
	}
	if g.chance(15) {
		list.Kids = append(list.Kids, g.any(0))
	}
	return list
}

// arguments uses the arguments object.
func (g *generator) arguments() *Node {
	if !g.args {
		return nil
	}
	return g.choose([]choice{{1, func() *Node { return expr("arguments.length") }}, {1, func() *Node { return expr("arguments[@]", g.pick("0", "1", "2", "7")) }}})
}

func (g *generator) methodCall(d int) *Node {
	if g.quiet || g.leaf || g.method == 0 || g.outer == nil && g.level == 0 || g.room() < 4*methodCost {
		return nil
	}
	g.spend(methodCost)
	m := g.Intn(g.method)
	return expr("@.@(@)", g.obj(d-1), raw("m"+number(m)+g.pick("?.", "?.", "?.", "?.", "?.", "?.", "?.", "")), args(g.num(d-1), g.any(0)))
}

// bombCall calls a function that changes something behind everyone's back when it has been called often enough.
func (g *generator) bombCall() *Node {
	if g.bombs == 0 || g.quiet {
		return nil
	}
	return expr("bomb@()", 1+g.Intn(g.bombs))
}
