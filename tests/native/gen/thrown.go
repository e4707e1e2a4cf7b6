package gen

import "strings"

// through has exceptions come through several functions, too long to be put in place of their calls, each of which
// lets them pass, handles, changes or closes something.
func (g *generator) through() *Node {
	n, it := g.name("n"), g.name("g")
	pad := func() string {
		s := ""
		for k := g.Intn(3) * 8; k > 0; k-- {
			s += g.pick("a = (a * 5 + 3) & 1023; ", "d += a * 0.25; ", "a ^= i; ", "s = s.length > 4 ? s : s + a % 10; ")
		}
		return s
	}
	thrown := func() string {
		return g.pick("i", "d", "s", "new RangeError(s)", "new (class extends Error { get name() { return 'own' + a % 3; } })(s)", "null", "{ name: s }", "undefined", "kept")
	}
	source := g.pick("throw %v;", "throw %v;", "null.x;", "JSON.parse('{' + s);", "s.at(Symbol());", "undefinedName;", "const q = 1; q = 2;", "[].reduce(x => x);", "(void 0)();", "new s();", "throw (() => %v)();")
	var all []*Node
	last := g.name("f")
	all = append(all, stmt("function @(i) { let a = i | 0, d = i * 0.5, s = 'x'; @ if (@) { @ } return a & 31; }", last, pad(),
		g.pick("i % 3 === 1", "(i & 15) === 5", "i % 2 === 0", "i > 30", "i % 1 !== 0", "true"), strings.ReplaceAll(source, "%v", thrown())))
	for levels := 1 + g.Intn(4); levels > 0; levels-- {
		f := g.name("f")
		call := func() string {
			return fill(g.pick("%i(i)", "%i(i)", "%i(i + a % 3)", "%i.call(null, i)", "%i(...[i])", "Math.max(%i(i), d)", "[i].map(%i)[0]", "new (class { constructor(v) { this.v = %i(v); } })(i).v",
				"({ get x() { return %i(i); } }).x", "({ valueOf() { return %i(i); } }) * 1", "`${{ toString() { return %i(i) + s; } }}`.length", "(i % 7 === 3 ? %i(i) : a)", "[3, 1].sort((x, y) => %i(i) - x)[0]"), last, "")
		}
		c := call()
		if g.chance(5) {
			c = "(i > 0 && i < 6 ? " + f + "(i - 3) : " + c + ")"
		}
		all = append(all, stmt("function @(i) { let a = i | 0, d = i * 0.5, s = 'y' + (i & 3); @ @ return a & 63; }", f, pad(), strings.NewReplacer("%i", c, "%t", it, "%v", thrown()).Replace(g.pick(
			"a += %i;",
			"try { a += %i; } finally { s += '.'; d -= 1; }",
			"try { a += %i; } catch (e) { if (i % 3 === 1) throw e; a -= d; }",
			"try { a += %i; } catch { a -= 3; }",
			"try { d += 2; a += %i; d += 4; } catch (e) { throw i & 1 ? %v : e; } finally { if (i % 13 === 5) return a; }",
			"for (const x of [1, 2, 3]) { a += x; if (x === 2) a += %i; }",
			"for (const x of %t(i)) { a += x; a += %i; if (x === 2) break; }",
			"const [p, q] = %t(i); a += p; a += %i;",
			"for (let k = 0; k < 3; k++) { try { a += %i; } catch { d += k; continue; } finally { a++; } if (k === 1) break; }",
			"outer: for (let k = 0; k < 2; k++) { for (const x of new Set([1, 2])) { try { a += %i; } catch (e) { if (x === 2) continue outer; if (k === 1) throw e; } } }",
			"try { try { a += %i; } finally { if (i % 5 === 2) throw %v; } } catch (e) { a += typeof e === 'number' ? e : 1; if (i % 11 === 7) throw e; }",
			"const h = %t(i); h.next(); try { a += %i; } catch (e) { a += h.throw(e).value; }"))))
		last = f
	}
	body := g.repeat(250, func(i string) *Node {
		g.spend(60)
		return list(stmt("try { @ = (@ + @(@)) | 0; } catch (e) { @ = (@ * 3 + (typeof e === 'object' && e ? e.name.length : Number(e) | 0)) | 0; @ }", n, n, last,
			expr(fill(g.pick("%i", "%i", "%i * 0.5", "-%i", "%i & 63"), i, "")), n, n, g.pick("", "", "continue;", "mix(typeof e);")), stmt("mix(@);", n))
	})
	return list(append([]*Node{stmt("let @ = 0; const kept = new TypeError('k'); function* @(v) { let k = 0; try { for (;;) { try { k += (yield k) | 0; k++; } catch (e) { k = 7; if (v % 5 === 1) throw e; } } } finally { mix('c'); @ } }",
		n, it, g.pick("", "", "if (v % 9 === 4) throw v;"))}, append(all, body, stmt("log('@', @);", n, n))...)...)
}
