package parser_test

import (
	"bytes"
	"errors"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"firn/parser"
	"firn/parser/ast"
)

// checkTree checks what must hold of any result: spans nest and lie in the source, references resolve to enclosing scopes, contexts are laid out.
func checkTree(t testing.TB, p *ast.Program) {
	t.Helper()
	for _, s := range p.Func.Body {
		checkSpans(t, p, reflect.ValueOf(s), 0, uint32(len(p.Source)), 0)
	}
	root := p.Func.Scope
	if p.Endowments != nil {
		root = p.Endowments
	}
	checkScope(t, p, root)
	for i, n := range p.Names {
		if n.ID != uint32(i) {
			t.Fatalf("name %d has ID %d", i, n.ID)
		}
	}
}

func checkSpans(t testing.TB, p *ast.Program, v reflect.Value, lo, hi uint32, depth int) {
	if depth > 3000 {
		return
	}
	for v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return
		}
		switch v.Interface().(type) {
		case *ast.Scope, *ast.Binding, *ast.Name:
			return
		}
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct {
		return
	}
	if v.CanAddr() {
		if n, ok := v.Addr().Interface().(ast.Node); ok {
			start, end := n.Pos()
			if start < lo || end > hi || start >= end {
				t.Fatalf("%T [%d,%d) is not inside [%d,%d) in %q", n, start, end, lo, hi, p.Source)
			}
			lo, hi = start, end
		}
	}
	for i := 0; i < v.NumField(); i++ {
		f := v.Type().Field(i)
		switch f.Name {
		case "Next", "Outer", "InstanceInit", "StaticInit", "Span":
			continue
		case "Class":
			if v.Type() == reflect.TypeOf(ast.Function{}) {
				continue
			}
		}
		x := v.Field(i)
		if x.Kind() != reflect.Slice {
			checkSpans(t, p, x, lo, hi, depth+1)
			continue
		}
		for k := 0; k < x.Len(); k++ {
			checkSpans(t, p, x.Index(k), lo, hi, depth+1)
		}
	}
}

func checkScope(t testing.TB, p *ast.Program, s *ast.Scope) {
	slots := uint32(0)
	for _, b := range s.Bindings {
		if b.Scope != s {
			t.Fatalf("binding %s is in another scope's list in %q", b.Name.Text, p.Source)
		}
		if b.Captured {
			if b.Slot != slots {
				t.Fatalf("binding %s has slot %d, want %d", b.Name.Text, b.Slot, slots)
			}
			slots++
		}
	}
	if s.ContextSize != slots || s.NeedsContext != (slots > 0) {
		t.Fatalf("scope has context size %d, want %d", s.ContextSize, slots)
	}
	for id := s.Refs; id != nil; id = id.Next {
		b := id.Binding
		if b == nil {
			continue
		}
		if b.Name != id.Name {
			t.Fatalf("%s resolves to %s in %q", id.Name.Text, b.Name.Text, p.Source)
		}
		o := s
		for o != nil && o != b.Scope {
			o = o.Parent
		}
		if o == nil {
			t.Fatalf("%s resolves to a scope that is not around it in %q", id.Name.Text, p.Source)
		}
		if s.Func != b.Scope.Func && !b.Captured {
			t.Fatalf("%s is used by an inner function but not captured in %q", id.Name.Text, p.Source)
		}
	}
	for c := s.FirstChild; c != nil; c = c.NextSibling {
		if c.Parent != s {
			t.Fatalf("scope with a wrong parent in %q", p.Source)
		}
		isFunc := c.Kind == ast.ScopeFunction || c.Kind == ast.ScopeProgram
		if isFunc != (c.Func.Scope == c) || !isFunc && c.Func != s.Func {
			t.Fatalf("%s scope with a wrong function in %q", c.Kind, p.Source)
		}
		checkScope(t, p, c)
	}
}

// tryParse parses src for both goals and checks the outcome.
func tryParse(t testing.TB, src string) {
	t.Helper()
	for _, module := range []bool{false, true} {
		p, err := parser.Parse(src, everything(module))
		if err == nil {
			checkTree(t, p)
			if err := ast.Fprint(io.Discard, p); err != nil {
				t.Fatal(err)
			}
			continue
		}
		var e *parser.SyntaxError
		if !errors.As(err, &e) {
			t.Fatalf("error of type %T", err)
		}
		if e.Code == 0 || e.Msg == "" || e.Line < 1 || e.Column < 1 || e.Start > e.End || int(e.End) > len(src) {
			t.Fatalf("bad error %+v for %q", e, src)
		}
	}
}

// seeds are programs to start fuzzing from.
var seeds = []string{
	"let {a, b: [c = 1, ...d], ...e} = f(g, ...h) ?? (await1 => await1)",
	"class A extends B { #p = 1; static #q; get [x]() { return super.y } static { this.#q?.r } constructor() { super(...arguments) } }",
	"async function* f(a = 1, {b}, ...c) { for await (const x of y) yield* x; await z }",
	"for (let i = 0, j; i < 3; i++) continue; for (const [k] of l) break; for (m in n);",
	"label: while (a) { switch (b) { case 1: let c; default: continue label } }",
	"try { throw `a${b}c` } catch ({message}) {} finally { tag`\\u{` }",
	"x = {a, b() {}, get c() { return 1 }, set c(v) {}, async *d() {}, [e]: 1, __proto__: null, ...f, 'g': 0x1F, 1n: 2}",
	"import a, {b as c} from 'm' with {type: 'json'}; export * as d from 'n'; export default class {} export {c as 'e'}",
	"(a, {b = 1}, ...[c]) => ({a = b} = c); async (x) => await x; async x => x; (y) => y ** 2",
	"/[/]\\/(?<n>a)/dgimsuy.test(a) / b / c; a\n/b/g; `${`${a}`}`; a?.b?.[c]?.(d)",
	"if (a) b; else if (c) d; else { do e; while (f) g }",
	"'\\u{1F600}\\x41\\\n'; 1_000.5e-3; 0b1; 0o7; #!x", "\\u0061\\u{62}; ℘; ゛x; a\u200cb", "<!-- a", "a\n--> b", "//\u2028a",
}

// FuzzParse looks for panics, bad positions and broken trees.
func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) { tryParse(t, src) })
}

// FuzzParseFunction looks for texts that leave their place in the assembled function.
func FuzzParseFunction(f *testing.F) {
	f.Add("a, b = 1", "return a + b")
	f.Add("/*", "*/){")
	f.Add("a){}, function(", "}")
	f.Fuzz(func(t *testing.T, params, body string) {
		for kind := parser.DynamicFunction; kind <= parser.DynamicAsyncGenerator; kind++ {
			p, err := parser.ParseFunction(kind, []string{params}, body, parser.Options{})
			if err != nil {
				var e *parser.SyntaxError
				if !errors.As(err, &e) {
					t.Fatalf("error of type %T", err)
				}
				continue
			}
			s, ok := p.Func.Body[0].(*ast.ExprStmt)
			if !ok || len(p.Func.Body) != 1 {
				t.Fatalf("%q, %q: not one expression", params, body)
			}
			fn, ok := s.X.(*ast.Function)
			if !ok || fn.Start != 0 || int(fn.End) != len(p.Source) {
				t.Fatalf("%q, %q: not the function", params, body)
			}
			checkTree(t, p)
		}
	})
}

// TestMutations parses random mixtures of tokens and pieces of the seeds: a short deterministic fuzz run.
func TestMutations(t *testing.T) {
	tokens := strings.Fields(`a b let const var function class async await yield static get set of in new this super import export default
		if else for while do switch case break continue return throw try catch finally typeof void delete instanceof eval arguments
		( ) [ ] { } , ; : ? . ?. ... = == + - * ** / % ++ -- ! ~ & | ^ && || ?? ??= += => #p 1 0n 's' "use_strict" /x/ ` + "` ${ }` `t`")
	r := rand.New(rand.NewSource(1))
	n := 20000
	if testing.Short() {
		n = 2000
	}
	ok := 0
	for i := 0; i < n; i++ {
		var b strings.Builder
		if i%2 == 0 {
			s := seeds[r.Intn(len(seeds))]
			at := r.Intn(len(s))
			b.WriteString(s[:at])
			b.WriteString(" " + tokens[r.Intn(len(tokens))] + " ")
			b.WriteString(s[min(at+r.Intn(4), len(s)):])
		} else {
			for k := r.Intn(12); k >= 0; k-- {
				b.WriteString(tokens[r.Intn(len(tokens))])
				b.WriteString([]string{" ", "", "\n"}[r.Intn(3)])
			}
		}
		tryParse(t, b.String())
		if _, err := parser.Parse(b.String(), everything(false)); err == nil {
			ok++
		}
	}
	t.Logf("%d of %d were valid scripts", ok, n)
}

// TestTrees checks the trees of all programs of the conformance suites.
func TestTrees(t *testing.T) {
	if dir := os.Getenv("FIRN_PARSER_TESTS"); dir != "" {
		files, _ := filepath.Glob(filepath.Join(dir, "*", "*.js"))
		for _, file := range files {
			if b, err := os.ReadFile(file); err == nil {
				tryParse(t, string(b))
			}
		}
	}
	if dir := os.Getenv("FIRN_TEST262"); dir != "" {
		eachFile(t, dir, func(name, text string) {
			if strings.HasPrefix(name, "test/language/") {
				tryParse(t, text)
			}
		})
	}
	for _, s := range seeds {
		tryParse(t, s)
	}
	var empty bytes.Buffer
	p, err := parser.Parse("", parser.Options{})
	if err != nil || ast.Fprint(&empty, p) != nil || empty.Len() != 0 {
		t.Errorf("the empty program: %v %q", err, empty.String())
	}
}
