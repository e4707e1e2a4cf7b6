package parser_test

import (
	"strings"
	"testing"
	"unicode"

	"firn/parser"
)

// earlyErrors are programs that must be rejected, a line each, under the rule of ECMA-262 that rejects them. (The conformance suites have far
// more; these run everywhere.)
var earlyErrors = map[parser.Code]string{
	parser.ErrDuplicate: `
let a; let a
let a; var a
var a; let a
const a = 1; function a() {}
{ let a; { var a } }
{ { var a } let a }
{ function a() {} function a() {} }
{ function a() {} var a }
switch (a) { case 1: let b; case 2: let b }
for (let a;;) { var a }
for (let a of b) { var a }
let [a, a] = b
try {} catch ([a, a]) {}
try {} catch (a) { let a }
try {} catch (a) { var a }
try {} catch ({a}) { { var a } }
function f(a, a) {}
(a, a) => 1
(a, {a}) => 1
({m(a, ...a) {}})
function f(a) { let a }
function f(a = 1) { let a }
a => { let a }
function f() { let a; var a }
class A {} let A
class A { constructor() {} constructor() {} }
class A { #a; #a }
class A { get #a() {} get #a() {} }
class A { get #a() {} static set #a(b) {} }
class A { static { let a; var a } }
a: a: b
a: { b: { a: c } }
switch (a) { default: default: }`,
	parser.ErrUndeclared: `
this.#a
class A { m() { #b in this } }
class A extends (a.#b) { #b }
class A { #a } a.#a
break a
a: { (function () { break a }) }
for (;;) { continue a }
a: b; break a
class A { static { a: { (() => { break a }) } } }`,
	parser.ErrTarget: `
1 = 2
a() = 1
a + b = 1
a?.b = 1
a?.[0]++
++a()
--this
new.a = 1
(a, b) = 1
[a + b] = c
({a: 1} = b)
({a() {}} = b)
({get a() {}} = b)
[...a, b] = c
[...a,] = c
[...a = 1] = b
({...a, b} = c)
({...{a}} = b)
({...a,} = b)
({...[a]} = b)
([a]) = 1
({a}) = 1
[([a])] = 1
[(a = 1)] = 1
({a: ({b})} = c)
[a] += 1
(a => b) = 1
eval = 1
arguments++
[eval] = a
({eval} = a)
({a: arguments} = b)
({eval = 1} = b)
for (a() of b);
for ((a, b) in c);
for (let a, b of c);
(a.b) => 1
([a.b]) => 1
((a)) => 1
([(a)]) => 1
(a, b + c) => 1
({a: b.c}) => 1
([[(a)] = 1]) => 1
([a.b] = 1) => 1
async (a()) => 1
(eval) => 1
eval => 1
arguments => 1
function eval() {}
function f(arguments) {}
let eval
let {arguments} = a
try {} catch (eval) {}
class eval {}`,
	parser.ErrReserved: `
let let
var yield
let static
let public
function* g() { let yield }
async function f() { let await }
async await => 1
class A { static { let await } }
class A { static { await } }
class A { static { (await) => 1 } }
(async function await() {})
let enum
v\u0061r a`,
	parser.ErrEarly: `
delete a
delete (a)
delete ((a))
class A { #a; m() { delete this.#a } }
class A { #a; m() { delete this?.#a } }
class A { #a; m() { delete (this.#a) } }
new.target
() => new.target
super.a
function f() { super.a }
super()
class A { constructor() { super() } }
class A extends B { m() { super() } }
class A extends B { a = super() }
class A extends B { constructor() { function f() { super() } } }
({m() { super() }})
class A { a = arguments }
class A { a = () => arguments }
class A { static { arguments } }
class A { get constructor() {} }
class A { async constructor() {} }
class A { *constructor() {} }
class A { constructor = 1 }
class A { 'constructor' = 1 }
class A { static prototype() {} }
class A { static prototype = 1 }
class A { #constructor }
class A { m() { super.#a } #a }
return
class A { static { return } }
break
continue
if (a) { break }
switch (a) { case 1: continue }
a: { continue a }
a: { for (;;) { continue a } }
while (a) { (function () { break }) }
function f(a = 1) { 'use strict' }
function f({a}) { 'use strict' }
(...a) => { 'use strict' }
({set a(b = 1) { "use strict" }})
({get a(b) {}})
({set a() {}})
({set a(b, c) {}})
({set a(...b) {}})
function* g(a = yield) {}
async function f(a = await 1) {}
function* g() { (a = yield) => 1 }
async function f() { (a = await 1) => 1 }
async function f() { async (a = await 1) => 1 }
async (a = await) => 1
async (await) => 1
({a = 1})
[{a = 1}]
({a = 1}).b
f({a = 1})
({__proto__: a, __proto__: b})
({__proto__: a, "__proto__": b})
a?.b` + "`c`" + `
a?.` + "`b`" + `
for await (a of b);
import.meta`,
	parser.ErrUnexpected: `
with (a) {}
if (a) function f() {}
if (a) let b
if (a) class B {}
while (a) async function f() {}
a: function f() {}
a: async function f() {}
label: let a
for (;;) function f() {}
for (var a = 1 of b);
for (var a = 1 in b);
for (let a = 1 of b);
for (const a;;);
for (async of a);
for (a of b, c);
const a
let [a]
let {a}
-a ** b
typeof a ** b
await1 a
a ?? b || c
a || b ?? c
a && b ?? c
a ?? b && c
class A { #a; m() { return 1 + #a in this } }
class A { #a; m() { return #a } }
new a?.b()
new import
() + 1
()
(a,)
(...a)
1 + (a) => b
a => {} ()
a => {} + 1
a ? b : c => d => {} ()
async (...a,) => 1
function f(...a,) {}
function f(...a = 1) {}
let [...a,] = b
let {...{a}} = b
throw
a b
a++b
for (;;
do a while (b)
try {}
class { }
class A { a b }
class A { get a }
class A { static async *a = 1 }
export let a
import a from 'b'
function () {}
({a b})
({a: b c})
({if})
({async a})
`,
}

func TestEarlyErrors(t *testing.T) {
	for code, lines := range earlyErrors {
		for _, src := range strings.Split(strings.TrimSpace(lines), "\n") {
			e := syntaxError(t, src, parser.Options{AllowDynamicImport: true})
			if e.Code != code && !(e.Code == parser.ErrUnexpected || code == parser.ErrUnexpected) {
				t.Errorf("%s: code %d, want %d: %v", src, e.Code, code, e)
			}
		}
	}
}

// TestRestrictedLines: where the grammar has [no LineTerminator here].
func TestRestrictedLines(t *testing.T) {
	for _, src := range []string{"a\n=> 1", "(a)\n=> 1", "async a\n=> 1", "async (a)\n=> 1", "async\na => 1 1", "throw\na", "function* g() { yield\n* 2 }", "({async\na() {}})", "a\n++", "for (;;) { continue\na b }"} {
		syntaxError(t, src, parser.Options{})
	}
}

// TestValid parses what is next to the early errors and must not be one.
func TestValid(t *testing.T) {
	for _, src := range []string{
		"let a; { let a; { let a } }", "{ var a } var a", "function f() {} function f() {} var f", "function f(a) { var a; function a() {} }", "function f(a = 1) { var a; function a() {} }",
		"var a; { let a }", "{ let a } var a", "try {} catch (a) { { let a } }", "try {} catch { let a; }", "switch (a) { case 1: let b } let b", "a: b; a: c", "a: { (function () { a: b }) }",
		"a: b: for (;;) continue a", "a: { break a }", "a: for (;;) { b: for (;;) { continue a; break b } }", "class A { get #a() {} set #a(b) {} }", "class A { static get #a() {} static set #a(b) {} }",
		"class A extends B { constructor() { (() => super())() } }", "class A { m() { super.a; (() => super.b) } a = super.c; static { super.d } }", "({m() { super.a }})", "class A extends B { a = () => super.b }",
		"function f() { (() => new.target) }", "class A { a = new.target }", "class A { static { new.target } }", "class A { static { (function () { arguments; let await }) } }", "class A { static { (() => { let await }) } }",
		"class A { static constructor() {} prototype() {} static ['prototype']() {} ['constructor']() {} static get a() {} }", "class A { get; set; async; static; static static; static async; 'a'; 1; [b] }",
		"class A { get\na() {} async\nb() {} }", "class A { static async *#a() {} static { this.#a } }", "class A extends B.c().d {}", "(class extends null {})", "class A { static\na() {} }",
		"({__proto__: a, __proto__() {}, __proto__, ['__proto__']: b})", "({__proto__: a, __proto__: b} = c)", "({__proto__: a, __proto__: b}) => c", "({a = 1} = b)", "[{a = 1}] = b", "({a = 1}) => b", "({b: {a = 1}} = c)",
		"for ({a = 1} of b);", "[a = ({b = 1} = c)] = d", "(a = {b = 1} = c) => d", "async ({a = 1}) => b", "({a: b.c, d: [e()[f]], ...g.h} = i)", "[...a[b]] = c", "[...[a]] = b", "[, , ,] = a", "[,] = a", "[a, ,] = b",
		"(a) = 1", "((a.b)) = 1", "[(a)] = 1", "[(a.b) = 1] = c", "({a: (b)} = c)", "(a)++", "for ((a) of b);", "for (a.b in c);", "for (var [a] of b);", "for (async of => 1;;) break", "for ((async) of a);", "for (a in b, c);",
		"for (let in1 in a);", "for (var i = (a in b); ;) break", "for (let a = (() => b in c);;) break", "for (const a = 1;;) break", "async function f() { for await (async of a); for await (let b of c); }",
		"(-a) ** b", "a ** -b", "a ** b ** c", "a++ ** b", "(await1) ** a", "(a ?? b) || c", "a ?? (b && c)", "a ?? b ?? c", "a | b ?? c", "class A { #a; m() { return #a in this && #a in b == c } }", "new (a?.b)()", "new a.b`c`.d(e)",
		"new new a()()", "a?.b?.[c]?.(d).e", "a ? .5 : 1", "a?.5:1", "(a?.b)`c`", "delete a.b", "delete a?.b", "delete (a, b)", "async () => await a", "async a => await a", "async\n(a)", "async\n(a)\n(b)", "async", "async = 1",
		"async => async", "(async) => 1", "async (async) => 1", "await", "await = 1", "(await) => 1", "function await() {}", "var {await} = a", "function* g() { yield; yield a; yield* b; (yield) ? 1 : 2; [yield]; `${yield}` }",
		"function* g() { function f(a = 1) {} yield (a) => b }", "async function f() { await a ?? b; -await c; (await d) ** e }", "async function f() { (function () { await })}", "'use strict'", "function f() { 'use strict' }", "function f(a = 1) { ('use strict') }",
		"function f(a = 1) { 'use strict' + 1 }", "function f(a = 1) { 'use strict'\n+ 1 }", "function f(a = 1) { 'use\\x20strict' }", "function f(a = 1) { 'use strict'.b }", "function f(a = 1) { 'use strict' in a }",
		"if (a) ; else ;", "do a; while (b) c", "do {} while (a)\nb", "a\n++b", "a\n/b/c", "var a\nvar b", "return1\nreturn2", "function f() { return\na }", "{}", "{}\n/a/", "({}).a", "a: {}", "throw a", "debugger", "for (;;) ;",
		"if (a) b\nelse c", "switch (a) {}", "switch (a) { case 1: case 2: default: }", "let [a = 1, {b: [c]}, ...d] = e", "let {a, b: c = 1, [d]: e, 'f': g, 1: h, 2n: i, if: j, ...k} = l", "const a = 1, b = 2", "let async, of, get, set, from, as, target",
		"({async, get, set, of, async a() {}, async *b() {}, *c() {}, get d() { return 1 }, set e(f) {}, get: 1, set: 2, async: 3, if: 4, 'g'() {}, 1() {}, [h]() {}, get [i]() {}, async 'j'() {}, get if() {}})", "({get\na() {}})",
		"`a${b}c${`d${e}`}`", "a`b`.c`d`", "(a, b)", "((a))", "(a, b) => ({})", "() => {}", "(a, ...[b]) => 1", "(a,) => 1", "f(a,)", "f(...a, ...b,)", "x = a ? b => c : d", "a ? (b) : c => d", "a ? (b, c) => d : e",
		"a = b ? c : d = e", "a &&= b", "a ||= b ??= c", "a **= b >>>= c", "!function () {}()", "void 0, typeof a, +a, -a, ~a", "a in b instanceof c", "x = {a, b,}", "[a, , b]", "/a/.b", "yield1",
	} {
		p, err := parser.Parse(src, parser.Options{})
		if err != nil {
			t.Errorf("%q: %v", src, err)
			continue
		}
		checkTree(t, p)
	}
}

// TestUnicodeTables compares the pinned tables with Go's: an older version's identifiers stay identifiers (Unicode's stability policy).
func TestUnicodeTables(t *testing.T) {
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		pattern := unicode.Is(unicode.Pattern_Syntax, r) || unicode.Is(unicode.Pattern_White_Space, r)
		start := !pattern && (unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_ID_Start, r))
		part := start || !pattern && unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)
		if start && !parser.IsIdentifierName(string(r)) {
			t.Errorf("%U is not an identifier start", r)
		}
		if part && !parser.IsIdentifierName("a"+string(r)) {
			t.Errorf("%U is not an identifier part", r)
		}
		if !part && unicode.In(r, unicode.Sc, unicode.Sk, unicode.Po, unicode.Ps, unicode.Pe, unicode.Zs, unicode.No) && parser.IsIdentifierName("a"+string(r)) && r != 0x30FB && r != 0xFF65 {
			t.Errorf("%U is an identifier part", r)
		}
	}
}
