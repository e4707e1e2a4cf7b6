package gen

// methods is how many method names there are: a method calls only those before its own.
const (
	methods    = 3
	methodCost = 30
)

// key is a property key: one of the program's text, or a computed one.
func (g *generator) key() *Node {
	if g.chance(2) {
		return g.text(keyTexts)
	}
	return expr("someKeys[(@) & 15]", g.int(0))
}

// shuffled answers some of the names in any order.
func (g *generator) shuffled(names ...[]string) []string {
	var all []string
	for _, n := range names {
		all = append(all, n...)
	}
	g.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:1+g.Intn(len(all))]
}

// habitOf is the habit of the property of a name.
func habitOf(name string) habit {
	switch name[0] {
	case 'i':
		return anInt
	case 'n', 'p':
		return aNum
	case 's':
		return aStr
	}
	return anAny
}

// object makes a new object: of a literal, of a class, with accessors, frozen, behind a proxy.
func (g *generator) object() *Node {
	n := g.choose([]choice{
		{10, g.literal},
		{6, func() *Node {
			if len(g.classes) == 0 || g.quiet {
				return nil
			}
			g.spend(10)
			return expr("new @(@, @)", g.classes[g.Intn(len(g.classes))], g.num(0), g.any(0))
		}},
		{1, func() *Node { return expr("Object.freeze(@)", g.literal()) }},
		{1, func() *Node { return expr("Object.assign(Object.create(@), @)", g.literal(), g.literal()) }},
		{1, func() *Node { return expr("Object.assign(@, @)", g.arrayOf(anInt), g.literal()) }},
		{1, func() *Node { return expr("{ ...@, @: @ }", g.obj(0), anyFields[g.Intn(2)], g.any(0)) }},
		{1, g.proxy},
	})
	if n.Text[0] != "" && n.Text[0][0] == '{' {
		return expr("(@)", n)
	}
	return n
}

func (g *generator) literal() *Node {
	parts := args()
	for _, f := range g.shuffled(intFields, numFields, strFields, anyFields) {
		parts.Kids = append(parts.Kids, raw("@: @", f, g.capped(habitOf(f), 1)))
	}
	if g.chance(6) && !g.quiet {
		parts.Kids = append(parts.Kids, g.getter("", accessors[g.Intn(2)]))
	}
	if g.chance(8) && !g.quiet {
		parts.Kids = append(parts.Kids, raw("m@(a, b) { @ }", g.Intn(methods), g.small("a", "b")))
	}
	return expr("({ @ })", parts)
}

// small makes the only statement of a short method.
func (g *generator) small(params ...string) *Node {
	close := g.open(&context{this: true, leaf: true, limit: methodCost, result: aNum})
	g.method = 0
	for i, p := range params {
		g.declare(variable{name: p, habit: []habit{aNum, anAny}[i]})
	}
	body := list(stmt("return @;", g.num(2)))
	if b := g.bombCall(); b != nil && g.chance(3) {
		body.Kids = append([]*Node{stmt("@;", b)}, body.Kids...)
	}
	close()
	return body
}

// getter makes an accessor, and sometimes its setter.
func (g *generator) getter(word, name string) *Node {
	return g.asMethod(func() *Node {
		var body []*Node
		if b := g.bombCall(); b != nil && g.chance(3) {
			body = append(body, stmt("@;", b))
		}
		if g.chance(3) {
			body = append(body, stmt("this.@ = @;", intFields[g.Intn(2)], g.num(1)))
		}
		if g.chance(12) {
			body = append(body, stmt("if (@) throw new @('getter');", g.rare(), g.errorName()))
		}
		body = append(body, stmt("return @;", g.num(2)))
		get := raw("get @() {@}", name, list(body...))
		if g.chance(2) {
			return get
		}
		g.declare(variable{name: "v", habit: aNum})
		set := []*Node{stmt("this.@ = v;", numFields[g.Intn(2)])}
		if g.chance(3) {
			set = append(set, stmt("mix(@);", g.num(1)))
		}
		if word == "" {
			word = ", "
		}
		return raw("@@set @(v) {@}", get, word, name, list(set...))
	})
}

// asMethod makes something in which this is an object and little may be called.
func (g *generator) asMethod(make func() *Node) *Node {
	close := g.open(&context{this: true, leaf: true, limit: methodCost})
	g.method = 0
	n := make()
	close()
	return n
}

// rare is a condition that comes true now and then.
func (g *generator) rare() *Node {
	return expr("((++clock % @) === @)", g.pick("7", "31", "100", "333", "1000"), g.pick("0", "3", "5"))
}

func (g *generator) errorName() string { return g.pick("Error", "RangeError", "TypeError") }

func (g *generator) className() string {
	if len(g.classes) == 0 {
		return "Map"
	}
	return g.classes[g.Intn(len(g.classes))]
}

// class declares a class.
func (g *generator) class() {
	name := g.name("C")
	members := list()
	add := func(n *Node) { members.Kids = append(members.Kids, n) }
	base := ""
	if len(g.classes) > 0 && g.chance(2) {
		base = g.className()
	}
	secret := g.chance(2)
	if secret {
		add(stmt("#h = @;", g.num(0)))
	}
	fields := g.shuffled(intFields, numFields, anyFields)
	for i, f := range fields {
		if i < len(fields)/2 {
			add(stmt("@ = @;", f, g.e(habitOf(f), 1)))
		}
	}
	body := list()
	if base != "" {
		body.Kids = append(body.Kids, stmt("super(a, b);"))
	}
	for i, f := range fields {
		if i >= len(fields)/2 {
			body.Kids = append(body.Kids, stmt("this.@ = @;", f, expr(g.pick("a", "a", "b", "0", "(a | 0)"))))
		}
	}
	if g.chance(8) {
		body.Kids = append(body.Kids, stmt("mix(new.target === @);", name))
	}
	if g.chance(12) {
		body.Kids = append(body.Kids, stmt("if (a === @) return { x0: 1, i0: a };", g.numText()))
	}
	add(stmt("constructor(a, b) {@}", body))
	for i := 0; i < methods; i++ {
		if g.chance(3) {
			continue
		}
		add(g.member(i, secret, base))
	}
	for _, a := range accessors {
		if g.chance(2) {
			add(g.getter("\n", a))
		}
	}
	if g.chance(4) {
		add(stmt("static make(a) { return new this(a, @); }", g.any(0)))
	}
	if g.chance(5) {
		add(stmt("*[Symbol.iterator]() { yield this.i0; yield* [this.n0, this.x0]; }"))
	}
	if g.chance(6) {
		add(stmt("valueOf() { return this.n0 @ @; }", g.pick("|", "*", "-"), g.intText()))
	}
	extends := ""
	if base != "" {
		extends = " extends " + base
	}
	g.tops.Kids = append(g.tops.Kids, stmt("class @@ {@}", name, extends, members))
	g.classes = append(g.classes, name)
	g.tops.Kids = append(g.tops.Kids, g.declaration(anObject))
}

// member makes method number i.
func (g *generator) member(i int, secret bool, base string) *Node {
	close := g.open(&context{this: true, limit: methodCost, result: aNum})
	g.method = i
	g.declare(variable{name: "a", habit: aNum})
	g.declare(variable{name: "b", habit: anAny})
	body := list()
	add := func(n *Node) { body.Kids = append(body.Kids, n) }
	if secret && g.chance(2) {
		add(stmt("this.#h @ @;", g.pick("=", "+=", "-=", "^="), g.num(1)))
		if g.chance(2) {
			add(stmt("if (#h in this) mix(this.#h);"))
		}
	}
	if g.chance(2) {
		f := g.shuffled(intFields, numFields, anyFields)[0]
		add(stmt("this.@ = @;", f, g.capped(habitOf(f), 2)))
	}
	if base != "" && g.chance(3) {
		add(stmt("if (super.m@) a -= super.m@(@, b);", i, i, g.num(0)))
	}
	if b := g.bombCall(); b != nil && g.chance(4) {
		add(stmt("@;", b))
	}
	if g.chance(10) {
		add(stmt("if (@) throw new @('method');", g.rare(), g.errorName()))
	}
	if secret && g.chance(2) {
		add(stmt("return this.#h;"))
	} else {
		add(stmt("return @;", g.num(2)))
	}
	close()
	return stmt("m@(a, b) {@}", i, body)
}

// proxy makes a proxy that tells what is done to its target.
func (g *generator) proxy() *Node {
	if g.quiet {
		return nil
	}
	traps := args()
	for _, t := range []struct{ name, params, result string }{
		{"get", "t, k, r", "Reflect.get(t, k, r)"}, {"set", "t, k, v, r", "Reflect.set(t, k, v, r)"}, {"has", "t, k", "Reflect.has(t, k)"},
		{"deleteProperty", "t, k", "Reflect.deleteProperty(t, k)"}, {"ownKeys", "t", "Reflect.ownKeys(t)"},
	} {
		if g.chance(3) {
			continue
		}
		tell := "mix('" + t.name + "'); mix(k);"
		if t.name == "ownKeys" {
			tell = "mix('keys');"
		}
		if b := g.bombCall(); b != nil && g.chance(3) {
			tell += " " + b.String() + ";"
		}
		traps.Kids = append(traps.Kids, raw("@(@) { @ return @; }", t.name, t.params, tell, t.result))
	}
	return expr("new Proxy(@, { @ })", g.literal(), traps)
}

// bomb declares a function that does nothing much but, the n-th time, change what others rely on.
func (g *generator) bomb() {
	g.bombs++
	count := g.name("count")
	g.quiet = true
	body := list()
	for i := 1 + g.Intn(3); i > 0; i-- {
		if n := g.mutation(); n != nil {
			body.Kids = append(body.Kids, n)
		}
	}
	if g.chance(4) {
		body.Kids = append(body.Kids, stmt("throw new @('bomb');", g.errorName()))
	}
	g.quiet = false
	g.tops.Kids = append(g.tops.Kids, stmt("let @ = 0;", count), stmt("function bomb@() {@}", g.bombs, list(
		stmt("if (++@ @ @) {@}", count, g.pick("===", "===", "===", "%"), g.pick("3", "10", "50", "101", "300", "1000"), body),
		stmt("return @;", expr(g.pick(count, "1", "0.5", "("+count+" & 7)", "("+count+" * 0.25)"))))))
}

// mutation changes a variable, an object or an array under the program's feet.
func (g *generator) mutation() *Node {
	return g.choose([]choice{
		{3, func() *Node { return g.assign() }},
		{2, func() *Node { return stmt("delete @.@;", g.obj(0), g.shuffled(intFields, numFields, anyFields)[0]) }},
		{2, func() *Node { return stmt("@.@ = @;", g.obj(0), g.pick("z1", "z2", "z3"), g.num(0)) }},
		{1, func() *Node { return stmt("delete @[@];", g.obj(0), g.key()) }},
		{2, func() *Node { return stmt("@.@ = @;", g.obj(0), intFields[g.Intn(2)], g.numText()) }},
		{1, func() *Node {
			return stmt("Object.defineProperty(@, '@', { value: @, writable: @, configurable: true, enumerable: true });", g.obj(0), g.shuffled(intFields, numFields)[0], g.num(0), g.pick("true", "false"))
		}},
		{1, func() *Node {
			return stmt("Object.defineProperty(@, '@', { get() { return mix(@); }, configurable: true });", g.obj(0), g.shuffled(intFields, anyFields)[0], g.numText())
		}},
		{1, func() *Node { return stmt("Object.@(@);", g.pick("freeze", "seal", "preventExtensions"), g.obj(0)) }},
		{1, func() *Node { return stmt("Object.setPrototypeOf(@, @);", g.obj(0), g.literal()) }},
		{2, func() *Node { return g.onArray("@.length = @;", g.pick("0", "1", "3", "9")) }},
		{2, func() *Node { return g.onArray("@[@] = @;", g.pick("1", "2", "7", "30"), g.any(0)) }},
		{1, func() *Node { return g.onArray("delete @[@];", g.pick("0", "1", "2")) }},
		{1, func() *Node { return g.onArray("@[@] = @;", g.pick("3000", "20000"), g.numText()) }},
		{1, func() *Node { return g.onArray("@.length = 2;") }},
	})
}

// onArray makes a statement about an array variable.
func (g *generator) onArray(text string, more ...any) *Node {
	v := g.ofHabit(anArray)
	if v == nil {
		return nil
	}
	return stmt(text, append([]any{v.name}, more...)...)
}

// arrayOf makes a new array.
func (g *generator) arrayOf(h habit) *Node {
	list := args()
	for i := g.Intn(9); i > 0; i-- {
		if g.chance(12) {
			list.Kids = append(list.Kids, raw(""))
			continue
		}
		list.Kids = append(list.Kids, g.capped(h, 0))
	}
	list.Kids = append(list.Kids, g.capped(h, 1))
	return g.choose([]choice{
		{9, func() *Node { return expr("[@]", list) }},
		{1, func() *Node { return expr("new Array(@)", g.pick("0", "3", "8", "20")) }},
		{1, func() *Node { return expr("[@, ...@]", list, raw("[@]", g.capped(h, 0))) }},
		{1, func() *Node { return expr("new Array(@).fill(@)", g.pick("4", "10", "16"), g.capped(h, 0)) }},
		{1, func() *Node {
			return expr("Array.from({ length: @ }, (_, k) => @)", g.pick("4", "8", "12"), g.pick("k", "k * 0.5", "k - 3", "k & 1", "-k"))
		}},
	})
}

var typedKinds = []string{"Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Int32Array", "Uint32Array", "Float32Array", "Float64Array", "Float64Array"}

// typed makes a new typed array of numbers.
func (g *generator) typed() *Node {
	kind := g.pick(typedKinds...)
	return g.choose([]choice{
		{3, func() *Node { return expr("new @(@)", kind, g.pick("1", "4", "8", "16")) }},
		{3, func() *Node {
			return expr("new @([@, @, @, @, @])", kind, g.num(0), g.num(0), g.num(0), g.num(0), g.num(0))
		}},
		{1, func() *Node { return expr("new @(new ArrayBuffer(64), 8, 4)", kind) }},
		{1, func() *Node { return expr("@.from(@)", kind, g.arrayOf(aNum)) }},
	})
}

// derived makes an array from the array v.
func (g *generator) derived(v *variable, d int) *Node {
	return g.choose([]choice{
		{3, func() *Node { return expr("@.map(@)", v.name, g.callback(v, aNum, d)) }},
		{3, func() *Node { return expr("@.filter(@)", v.name, g.callback(v, aBool, d)) }},
		{2, func() *Node { return expr("@.slice(@, @)", v.name, g.int(0), g.int(0)) }},
		{1, func() *Node { return expr("[...@]", v.name) }},
		{1, func() *Node { return expr("[...@, @]", v.name, g.any(0)) }},
		{1, func() *Node { return expr("@.concat(@)", v.name, g.arrayOf(v.elem)) }},
		{1, func() *Node { return expr("Array.from(@)", v.name) }},
		{1, func() *Node { return expr("Object.keys(@)", g.obj(0)) }},
	})
}

// callback makes a function for map and the like.
func (g *generator) callback(v *variable, result habit, d int) *Node {
	// Arrays may have become long behind everyone's back.
	close := g.open(&context{limit: g.room() / 30, this: g.this, result: result})
	x, i := g.name("e"), g.name("k")
	elem := v.elem
	if elem > anAny {
		elem = anAny
	}
	g.declare(variable{name: x, habit: elem})
	g.declare(variable{name: i, habit: anInt, index: true})
	var n *Node
	switch g.Intn(4) {
	case 0:
		n = expr("(function (@, @) {@})", x, i, list(stmt("return @;", g.withoutThis(func() *Node { return g.e(result, d-1) }))))
	case 1:
		body := list()
		if b := g.bombCall(); b != nil && g.chance(2) {
			body.Kids = append(body.Kids, stmt("@;", b))
		}
		if g.chance(2) {
			if s := g.assign(); s != nil {
				body.Kids = append(body.Kids, s)
			}
		}
		body.Kids = append(body.Kids, stmt("return @;", g.e(result, d-1)))
		n = expr("((@, @) => {@})", x, i, body)
	default:
		n = expr("((@, @) => @)", x, i, g.e(result, d-1))
	}
	steps := close()
	g.spend(steps * 30)
	return n
}

// withoutThis makes something in which this is undefined.
func (g *generator) withoutThis(make func() *Node) *Node {
	saved := g.this
	g.this = false
	n := make()
	g.this = saved
	return n
}
