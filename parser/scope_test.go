package parser_test

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"

	"firn/parser"
	"firn/parser/ast"
)

// scopes parses src and prints its scopes without positions.
func scopes(t *testing.T, src string, opts parser.Options) string {
	t.Helper()
	p, err := parser.Parse(src, opts)
	if err != nil {
		t.Fatalf("%q: %v", src, err)
	}
	checkTree(t, p)
	var b bytes.Buffer
	if err := ast.FprintScopes(&b, p); err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(` \[\d+,\d+\)`).ReplaceAllString(b.String(), "")
}

func TestScopes(t *testing.T) {
	for _, c := range []struct {
		src, want string
		opts      parser.Options
	}{
		{src: "let a; { let b; (() => a + b) }", want: `
program script context=1
  let a slot=0
  block context=1
    let b slot=0
    function arrow`},
		{src: "function f(a, b) { var c = a; return d => a + d }", want: `
global f
program script
  function function f context=1
    param a slot=0
    param b unused
    var c unused
    function arrow
      param d`},
		{src: "(function f(a = () => b, b) { var a; a; var c })", want: `
program script
  function function f context=1
    param a unused
    param b slot=0 tdz
    func-name f unused
    function arrow
    body
      var a from-param
      var c unused`},
		{src: "for (let i = 0, n = 1; i < n; i++) { (() => i) }", want: `
program script
  for context=1 per-iteration
    let i slot=0 assigned
    let n
    function arrow`},
		{src: "for (let i = 0; i < 1; i++) {} for (const j of k) (() => j)", want: `
program script
  for
    let i assigned
  for context=1
    const j slot=0
    function arrow`},
		{src: "function f() { return () => () => [this, arguments, new.target] }", want: `
global f
program script
  function function f context=3
    this this slot=0
    arguments arguments slot=1
    new.target new.target slot=2
    function arrow
      function arrow`},
		{src: "function f() { return [this, arguments, new.target, () => 1] }", want: `
global f
program script
  function function f
    this this
    arguments arguments
    new.target new.target
    function arrow`},
		{src: "(function (x) { return (a = this, b = x) => arguments })", want: `
program script
  function function context=3
    param x slot=0
    this this slot=1
    arguments arguments slot=2
    function arrow
      param a unused
      param b unused
      body`},
		{src: "class A extends B { constructor() { (() => super())(); super.x } m() { return () => super.y } }", want: `
program script
  class A unused
  class
    class-name A unused
    function derived constructor context=3
      this this slot=0
      new.target new.target slot=1
      home %home%
      active-func %function% slot=2
      function arrow
    function method context=2
      this this slot=0
      home %home% slot=1
      function arrow`},
		{src: "try {} catch ({a, b}) { let c = a; (() => b) }", want: `
program script
  catch context=1
    catch a
    catch b slot=0
    block
      let c unused
      function arrow`},
		{src: "var f = function g() { return h => g(h) }", want: `
global f
program script
  function function g context=1
    func-name g slot=0
    function arrow
      param h`},
		{src: "(function g(g) { return g })", want: `
program script
  function function g
    param g`},
		{src: "let x = e; var y = (() => e2)", opts: parser.Options{Endowments: []string{"e", "e2", "e", "1x", "if", "eval"}}, want: `
global y
endowments context=1
  const e
  const e2 slot=0
  program script
    let x unused
    function arrow`},
		{src: "let e = 1; e", opts: parser.Options{Endowments: []string{"e"}}, want: `
endowments
  const e unused
  program script
    let e`},
		{src: "import a, {b as c} from 'm'; export let d = a; export {c}; var e; function f() {} export default f; (() => a)", opts: parser.Options{Module: true}, want: `
program module context=3
  import a slot=0 tdz
  import c unused
  let d slot=1 tdz exported
  var e unused
  function f
  synthetic *default* slot=2 tdz exported
  function function f
  function arrow`},
		{src: "{ { a } let b; { (c => b) } }", want: `
program script
  block context=1
    let b slot=0
    function arrow
      param c unused`},
		{src: "class A { #x; [k] = 1; static #y() {} #z() {} m() { return this.#x } }", want: `
program script
  class A unused
  class
    class-name A unused
    class-body context=4
      private #x slot=0
      synthetic %synthetic% slot=1
      private #y unused
      private #z slot=2
      synthetic %synthetic% slot=3
      function instance initializer
      function method
      function method
      function method
        this this`},
	} {
		got := scopes(t, c.src, c.opts)
		if want := strings.TrimPrefix(c.want, "\n") + "\n"; got != want {
			t.Errorf("%s\ngot:\n%swant:\n%s", c.src, got, want)
		}
	}
}

// TestTDZ marks in each program the references that must check with @: an identifier x@ is written x.
func TestTDZ(t *testing.T) {
	for _, src := range []string{
		"x@; let x; x", "let x = x@; x", "let x = 1, y = x; y", "{ x@ } let x", "let x; { x; (() => x) }", "(() => x@); let x", "let x = () => x", "let x = (0, () => x@)",
		"let x = function () { return x }", "let x = class { static a = x@ }", "let {x, y = x@} = z", "let [x] = [() => x@]", "for (let x = 1; x; x++) x", "for (let x of x@) x", "for (const x in () => x@) (() => x)",
		"function f() { x@ } let x; f()", "let x; function f() { x@ }", "let x; { function f() { x } }", "{ function f() { x@ } } let x", "let x; { { function f() { return () => x } } }",
		"switch (a) { case 1: let x; x; (() => x); case 2: x@; (() => x@) }", "switch (a) { case 1: x@; case 2: let x }", "let x; switch (a) { case 1: x; function f() { x } }",
		"class C extends C@ {}", "class C { [C@] = 1 }", "class C { [(() => C@)()] = 1 }", "class C { a = C; static b = C; m() { C; (() => C) } static { C } constructor() { C } }", "class C {} C", "C@; class C {}",
		"class C { [{m() { return C@ }}] = 1 }", "(class C { static a = C })", "x@ = 1; let x", "let x; x = 1", "[x@] = []; const x = 1", "x@++; let x", "for (x@ of a); let x",
		"(function (a = b@, b) {})", "(function (a, b = a) {})", "(function (a = a@) {})", "((a, b = () => a) => a)", "((a = () => b@, b) => b)", "(function (a = 1) { a; function f() { a } })", "(function (a) { a })",
		"(({a, b = a@}) => a)", "while (a) { x@; let x; x }", "a: { let x; break a; x } ", "const f = n => n ? f(n - 1) : g@(); let g", "let x; x; { x@; let x }", "try { x@ } finally {} let x",
		"async function f() { await x; let y; y } let x2; x2", "function* f() { let x; yield x; x }", "var v = v; v", "function f() {} f()", "try {} catch (e) { e }", "let x; class A { m() { x } a = x }", "class A { m() { x@ } static a = x@ } let x",
	} {
		plain := strings.ReplaceAll(src, "@", "")
		p, err := parser.Parse(plain, parser.Options{})
		if err != nil {
			t.Errorf("%s: %v", plain, err)
			continue
		}
		checks := map[uint32]bool{}
		var walk func(s *ast.Scope)
		walk = func(s *ast.Scope) {
			for id := s.Refs; id != nil; id = id.Next {
				if id.Flags&ast.IdentTDZ != 0 {
					checks[id.End] = true
					if !id.Binding.NeedsTDZ {
						t.Errorf("%s: %s is checked but never marked", plain, id.Name.Text)
					}
				}
			}
			for c := s.FirstChild; c != nil; c = c.NextSibling {
				walk(c)
			}
		}
		walk(p.Func.Scope)
		var got strings.Builder
		for i := 0; i <= len(plain); i++ {
			if checks[uint32(i)] {
				got.WriteByte('@')
			}
			if i < len(plain) {
				got.WriteByte(plain[i])
			}
		}
		if got.String() != src {
			t.Errorf("got  %s\nwant %s", got.String(), src)
		}
	}
}

// TestGlobals checks what a script declares on the global object.
func TestGlobals(t *testing.T) {
	p, err := parser.Parse("var a; function f() { 1 } { var b = c } for (var a in d); function f() { 2 } let l; { function g() {} }", parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, n := range p.VarNames {
		names = append(names, n.Text)
	}
	if got := strings.Join(names, " "); got != "a f b" {
		t.Errorf("names: %s", got)
	}
	if len(p.Functions) != 1 || p.Source[p.Functions[0].Start:p.Functions[0].End] != "function f() { 2 }" {
		t.Errorf("functions: %v", p.Functions)
	}
	if len(p.Func.Scope.Funcs) != 0 || len(p.Func.Scope.Bindings) != 1 {
		t.Errorf("scope: %+v", p.Func.Scope)
	}
}

func TestHops(t *testing.T) {
	p, err := parser.Parse("let a; (() => a); { let b; { let c; (() => [a, b, c]) } }", parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := p.Func.Scope
	inner := s.FirstChild.NextSibling.FirstChild.FirstChild
	if got := ast.Hops(inner, s); got != 2 {
		t.Errorf("got %d hops", got)
	}
}

func TestModuleRecords(t *testing.T) {
	src := `import a, * as b from 'm'; import {default as c, 'x y' as d} from 'n' with {type: 'json'}; import 'm';
export * from 'o'; export * as e from 'm'; export {c as f, b, a as default}; export {g as 'h i'} from 'n'; export const [i, {j}] = []; export function k() {} export class l {}`
	p, err := parser.Parse(src, parser.Options{Module: true})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	p.Func.Body = nil
	if err := ast.Fprint(&b, p); err != nil {
		t.Fatal(err)
	}
	want := `request 0 "m" []
request 1 "n" [{type json}]
request 2 "o" []
request 3 "n" []
import request=0 name="default" namespace=false local=a
import request=0 name="" namespace=true local=b
import request=1 name="default" namespace=false local=c
import request=1 name="x y" namespace=false local=d
export kind=2 name="" request=2 import="" local=
export kind=3 name="e" request=0 import="" local=
export kind=1 name="f" request=1 import="default" local=
export kind=0 name="b" request=-1 import="" local=b
export kind=1 name="default" request=0 import="default" local=
export kind=1 name="h i" request=3 import="g" local=
export kind=0 name="i" request=-1 import="" local=i
export kind=0 name="j" request=-1 import="" local=j
export kind=0 name="k" request=-1 import="" local=k
export kind=0 name="l" request=-1 import="" local=l
`
	if b.String() != want {
		t.Errorf("got:\n%s", b.String())
	}
	for _, src := range []string{"export {a}", "export {a as b, c as b}; let a, c", "export default 1; export default 2", "import {a, a} from 'm'", "import a from 'm'; let a", "export {if}", "export {'a'}",
		"import {'a'} from 'm'", "import {if} from 'm'", "import {eval} from 'm'", "import {a as arguments} from 'm'", "export {a as '\\ud800'} from 'm'", "{ import a from 'm' }", "{ export let a }",
		"import a from 'm' with {b: 'c', b: 'd'}", "function f() {} function f() {}", "var f; function f() {}", "await: 1", "let await", "import await from 'm'", "export var a, a; export {a}", "this.#x"} {
		syntaxError(t, src, parser.Options{Module: true})
	}
	if p, err = parser.Parse("await 1", parser.Options{Module: true}); err != nil || !p.HasTopLevelAwait || !p.Func.Async {
		t.Errorf("top-level await: %v %v", p, err)
	}
}

func TestExpressionMode(t *testing.T) {
	for src, ok := range map[string]bool{
		"1": true, "1, 2": true, "{}": true, "{a: 1}.a": true, "function () {}": true, "class {}": true, "1);(2": false, "1;": false, "": false, "a b": false, "var a": false, "1 // x": true, "1 /* ": false,
		"(1": false, "a => b": true, "{a = 1}": false, "let": false, "await": true, "1\n2": false, "-->": false, "#!x\n1": true, "1)//": false, "async () => {}": true, "return": false, "{a = 1} = b": true,
	} {
		p, err := parser.Parse(src, parser.Options{Expression: true})
		if (err == nil) != ok {
			t.Errorf("%q: %v", src, err)
		}
		if err == nil {
			checkTree(t, p)
		}
	}
}

func TestSES(t *testing.T) {
	for _, src := range []string{"eval('1')", "(eval)('1')", "function f() { eval(a) }", "eval(...a)", "eval()", "a = () => eval(b)"} {
		if e := syntaxError(t, src, parser.Options{}); e.Code != parser.ErrSES || !strings.Contains(e.Msg, "SES") {
			t.Errorf("%s: %v", src, e)
		}
	}
	for _, src := range []string{"(0, eval)('1')", "eval?.('1')", "a.eval('1')", "eval", "new eval()", "let f = eval", "eval`1`", "({eval() {}})"} {
		if _, err := parser.Parse(src, parser.Options{}); err != nil {
			t.Errorf("%s: %v", src, err)
		}
	}
	if _, err := parser.Parse("eval('1')", parser.Options{AllowDirectEval: true}); err != nil {
		t.Error(err)
	}
	for _, module := range []bool{false, true} {
		if e := syntaxError(t, "import('a')", parser.Options{Module: module}); e.Code != parser.ErrSES {
			t.Error(e)
		}
		if _, err := parser.Parse("import('a'); import('a', b,).then()", parser.Options{Module: module, AllowDynamicImport: true}); err != nil {
			t.Error(err)
		}
	}
	if e := syntaxError(t, "import.meta", parser.Options{Module: true}); e.Code != parser.ErrSES {
		t.Error(e)
	}
	if e := syntaxError(t, "import.meta", parser.Options{AllowImportMeta: true}); e.Code != parser.ErrEarly {
		t.Error(e)
	}
	if p, err := parser.Parse("import.meta.url", parser.Options{Module: true, AllowImportMeta: true}); err != nil || !p.UsesImportMeta {
		t.Error(err)
	}
}

func TestLibrary(t *testing.T) {
	p, err := parser.Parse("let $a; $b($a, $c.d); function f($e) { $e }", parser.Options{Library: true})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := ast.Fprint(&b, p); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{") intrinsic Name=$b", ") let Name=$a", ") intrinsic Name=$c", ") param Name=$e"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	if p, err = parser.Parse("$b()", parser.Options{}); err != nil || p.Func.Scope.Refs.Flags&ast.IdentIntrinsic != 0 {
		t.Errorf("intrinsic outside library mode: %v", err)
	}
}

func TestParseFunction(t *testing.T) {
	p, err := parser.ParseFunction(parser.DynamicAsyncFunction, []string{"a", "b = 1, ...c //"}, "return anonymous + await a // x", parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "async function anonymous(a,b = 1, ...c //\n) {\nreturn anonymous + await a // x\n}"; p.Source != want {
		t.Errorf("source: %q", p.Source)
	}
	fn := p.Func.Body[0].(*ast.ExprStmt).X.(*ast.Function)
	if fn.Name.Name.Text != "anonymous" || fn.Self != nil || !fn.Async || len(fn.Params) != 3 || fn.ExpectedArgs != 1 || p.Source[fn.Start:fn.End] != p.Source {
		t.Errorf("function: %+v", fn)
	}
	for _, c := range [][2]string{
		{"/*", "*/){"}, {"a){}, function(b", ""}, {"a", "}, function() {"}, {"a", "})("}, {"a = super()", ""}, {"", "super.x"}, {"a, a", ""}, {"a = yield", ""}, {"", "yield 1"}, {"", "await 1"},
		{"", "-->"}, {"-->", ""}, {"#!", ""}, {"", "#!"}, {"a", "let a"}, {"a = 1", "'use strict'"}, {"", "import('x')"}, {"", "eval(1)"}, {"", "`"}, {"`", "`"}, {"'", "'"}, {"a,", "/*"}, {",", ""}, {"a) /* ", "*/ (b"},
	} {
		_, err := parser.ParseFunction(parser.DynamicFunction, []string{c[0]}, c[1], parser.Options{})
		var e *parser.SyntaxError
		if !errors.As(err, &e) {
			t.Errorf("%q: got %v", c, err)
		}
	}
	_, err = parser.ParseFunction(parser.DynamicFunction, []string{"a"}, "b c", parser.Options{})
	var e *parser.SyntaxError
	if !errors.As(err, &e) || e.Line != 3 || e.Column != 3 || e.Start != 27 {
		t.Errorf("position: %+v", e)
	}
	for kind, body := range map[parser.FunctionKind]string{parser.DynamicGenerator: "yield new.target", parser.DynamicAsyncGenerator: "yield await 1", parser.DynamicFunction: "return this", parser.DynamicAsyncFunction: "await 1"} {
		if _, err := parser.ParseFunction(kind, nil, body, parser.Options{}); err != nil {
			t.Errorf("%q: %v", body, err)
		}
	}
}

func TestLimits(t *testing.T) {
	if e := syntaxError(t, "abc", parser.Options{MaxSource: 2}); e.Code != parser.ErrLimit {
		t.Error(e)
	}
	if e := syntaxError(t, "((((a))))", parser.Options{MaxDepth: 4}); e.Code != parser.ErrLimit {
		t.Error(e)
	}
	if _, err := parser.Parse("(((a)))", parser.Options{MaxDepth: 6}); err != nil {
		t.Error(err)
	}
}
