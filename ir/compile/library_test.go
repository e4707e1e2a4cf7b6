package compile_test

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"firn/heap"
	"firn/ir/bytecode"
	"firn/ir/compile"
	"firn/parser"
)

// libraryOptions knows the leaf Leaf (7), the root Root (8) and the kind KMap.
func libraryOptions() compile.Options {
	one := func(want string, n int) func(string) (int, bool) {
		return func(name string) (int, bool) { return n, name == want }
	}
	return compile.Options{Library: true, Leaf: one("Leaf", 7), Root: one("Root", 8), Const: one("KMap", 9)}
}

func compileLibrary(src string, module bool) (*compile.Result, error) {
	p, err := parser.Parse(src, parser.Options{FileName: "lib", Library: true, Module: module})
	if err != nil {
		return nil, err
	}
	return compile.Compile(p, libraryOptions())
}

func TestLibraryIntrinsics(t *testing.T) {
	const src = `
const limit = 3;
function F(a, b) { return $Leaf(a, $$Root, limit) + $Slot(a, 1) + $Is(b, $KMap) + G($ToString(a)); }
function G(x) { "use constructor"; return $Call(x, undefined, ...x, 1); }
function H(g, v) { const r = $GenResume(g, v, 0); return { r, done: $Done() }; }
function I(f) { $SetSlot(f, 2, NaN); return $Construct(f, [1], H) ?? $ToPrimitive(f, 2); }
`
	for _, module := range []bool{false, true} {
		r, err := compileLibrary(src, module)
		if err != nil {
			t.Fatal(err)
		}
		if err := bytecode.Verify(r.Func); err != nil {
			t.Fatal(err)
		}
		top := map[string]bool{}
		for _, n := range r.TopLevel {
			top[n] = true
		}
		if !reflect.DeepEqual(top, map[string]bool{"limit": true, "F": true, "G": true, "H": true, "I": true}) {
			t.Errorf("top level %v", r.TopLevel)
		}
		var b bytes.Buffer
		if err := bytecode.Fprint(&b, r.Func); err != nil {
			t.Fatal(err)
		}
		text := b.String()
		for _, want := range []string{"leaf ", "n3, 7", "ldroot ", ", 8", "ldslot ", "iskind ", ", 9", "genresume ", "stslot ", "construct ", "callspread ", "toprimitive", "tostring"} {
			if !strings.Contains(text, want) {
				t.Errorf("no %q in\n%s", want, text)
			}
		}
		if strings.Contains(text, "getglobal") || strings.Contains(text, "declvar") {
			t.Errorf("library code uses the global object:\n%s", text)
		}
		for _, c := range r.Func.Consts {
			f, ok := c.(*bytecode.Function)
			if !ok {
				continue
			}
			ctor := f.Flags&(heap.TConstructor|heap.TBuiltinCtor) == heap.TConstructor|heap.TBuiltinCtor
			if f.Flags&heap.TLibrary == 0 || ctor != (f.Name == "G") || f.Flags&heap.TProtoProp != 0 {
				t.Errorf("%s has flags %#x", f.Name, f.Flags)
			}
		}
	}
}

func TestLibraryErrors(t *testing.T) {
	for src, want := range map[string]string{
		"function f() { $Nope(); }":                   "lib:1:16: library code calls unknown intrinsic $Nope",
		"function f() {\n return $$Nope; }":           "lib:2:9: library code uses unknown name $$Nope",
		"function f() { Object; }":                    "lib:1:16: library code uses unknown name Object",
		"function f() { x = 1; }":                     "lib:1:16: library code assigns to unknown name x",
		"function f(a) { $Slot(a, a); }":              "lib:1:26: operand of an intrinsic must be a constant",
		"function f(a) { $ToString(); }":              "lib:1:17: wrong number of arguments of $ToString",
		"function f(a) { $Leaf(...a); }":              "lib:1:23: a leaf takes no spread arguments",
		"function f(a) { const c = 1; $Done(); }":     "lib:1:30: $Done without $GenResume",
		"function f(a) { /* \U0001F600 */ $Nope(); }": "lib:1:26: library code calls unknown intrinsic $Nope",
	} {
		_, err := compileLibrary(src, false)
		var e *compile.Error
		if !errors.As(err, &e) || e.Error() != want {
			t.Errorf("%s: %v, want %s", src, err, want)
		}
	}
}

func TestModulesNeedALoader(t *testing.T) {
	p, err := parser.Parse("export let x = 1;", parser.Options{FileName: "m", Module: true})
	if err != nil {
		t.Fatal(err)
	}
	var e *compile.Error
	if _, err := compile.Compile(p, compile.Options{}); !errors.As(err, &e) {
		t.Errorf("%v", err)
	}
}

// TestEndowments: endowments are variables of one context around the program's.
func TestEndowments(t *testing.T) {
	p, err := parser.Parse("a + (() => b)() + c; b = 1", parser.Options{FileName: "e", Endowments: []string{"a", "not a name", "b"}})
	if err != nil {
		t.Fatal(err)
	}
	r, err := compile.Compile(p, compile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := bytecode.Verify(r.Func); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := bytecode.Fprint(&b, r.Func); err != nil {
		t.Fatal(err)
	}
	for i, n := range r.Endowments {
		if n == "b" && !strings.Contains(b.String(), "ldctx       r2, r1, "+string(rune('0'+i))) {
			t.Errorf("b is not variable %d of the endowments:\n%s", i, b.String())
		}
	}
	if !strings.Contains(b.String(), `"c", s1, x=1`) || !strings.Contains(b.String(), `throwerr    0, "b"`) {
		t.Errorf("c is not a global one hop up, or b is not constant:\n%s", b.String())
	}
}

// TestEval: declarations of eval code are no properties of the global object.
func TestEval(t *testing.T) {
	p, err := parser.Parse("var a = 1; function f() { return a + typeof b + c; } var b; a += f()", parser.Options{FileName: "e"})
	if err != nil {
		t.Fatal(err)
	}
	r, err := compile.Compile(p, compile.Options{Eval: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := bytecode.Verify(r.Func); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := bytecode.Fprint(&b, r.Func); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.Contains(s, "declvar") || strings.Contains(s, "setglobal") || strings.Count(s, "getglobal") != 1 {
		t.Errorf("eval code uses the global object:\n%s", s)
	}
}
