package gen

import "strings"

// received has methods, getters and properties of objects of a few classes, with arguments that come in between, and
// with now and then another method, another class, another prototype or a property of an object's own.
func (g *generator) received() *Node {
	a, n, base := g.name("a"), g.name("n"), g.name("C")
	expression := func() string {
		return g.pick("this.w * x", "this.w + 0.5", "this.w | 0", "x", "this.v * this.w", "Math.max(this.w, x)", "Math.PI * this.v", "-this.w", "this.u ?? x", "'s' + this.w", "x > 3 ? this.w : this.v * 0.25",
			"this.w++", "(this.w = x) & 7", "undefined", "this.h(x)", "x < 40 ? x : this.none.x", "Number(this.w)", "x === 33 ? (() => { throw new RangeError('m'); })() : this.w")
	}
	all := []*Node{stmt("class @ { constructor(w, v) { this.w = w; this.v = v; } m(x) { return @; } h(x) { return x & 3; } get g() { return this.w; } }", base, expression())}
	kinds := 2 + g.Intn(4)
	of := args()
	for k := 0; k < kinds; k++ {
		c := g.name("C")
		all = append(all, stmt("class @ extends @ { constructor(w, v) { super(w, v); @ } @ @ }", c, base, g.pick("", "this.u = w;", "this.z = [v];", "this.w = v * 0.5;", "this.s = 's';"),
			fill(g.pick("m(x) { return %i; }", "m(x) { return %i; }", "m(x, y) { return y === undefined ? %i : y; }", "m = x => %i;", "get m() { return x => %i; }", "k(x) { return %i; }"), expression(), ""),
			fill(g.pick("", "", "get g() { return %i; }", "h(x) { return %i; }", "set g(x) { this.v = %i; }"), g.pick("this.v", "this.w * 2", "this.w + this.v", "1"), "")))
		of.Kids = append(of.Kids, stmt("new @(@, @), new @(@, @)", c, k, g.pick("1", "2.5", "-1"), c, g.pick("7", "0.5", "1e9", "'t'"), k))
	}
	change := g.pick("", "", "%c.prototype.m = function (x) { return x; };", "o.m = x => x + 1;", "Object.setPrototypeOf(o, { m(x) { return x - 1; }, get g() { return 5; } });", "Object.defineProperty(%c.prototype, 'g', { get() { return 9; } });",
		"o.w = 's';", "delete o.w;", "Object.freeze(o);", "%c.prototype.m = Math.abs;", "%c.prototype.m = 7;", "o.w = 0.5;", "o.w = 2147483647;")
	body := g.repeat(600, func(i string) *Node {
		g.spend(20)
		use := func() *Node {
			return expr(fill(g.pick("o.m(%i)", "o.m(%i)", "o.m(%i & 7, o.v)", "o.m(%a[%i % 2].w)", "o.m(%it)", "o.m()", "o.g", "o.g * 2", "o.w", "o.w * o.v", "o.m(o.g)", "o.m(o.m(1))", "-o.m(%i) | 0", "o.m(%i) * 0.5"), i, n)).put("%a", a)
		}
		return list(stmt("const o = @[@ % @];", a, i, len(of.Kids)*2), stmt("if (@ === @) { @ }", i, g.Intn(700), strings.ReplaceAll(change, "%c", base)),
			stmt(g.pick("try {@} catch (e) { mix(e.name); }", "{@}", "{@}"), list(stmt("@ = @ + @; @ = @; mix(@);", n, n, use(), n, g.pick(n+" | 0", n, n+" * 0.5", "typeof "+n+" === 'number' ? "+n+" : 1"), n), stmt("mix(@);", use()))))
	})
	return list(append(all, stmt("const @ = [@]; let @ = 0;", a, of, n), body, stmt("log('@', @);", n, n))...)
}
