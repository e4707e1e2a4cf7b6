package parser_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"firn/parser"
)

// hostile are texts that nest, chain or backtrack without end: prefix, then unit repeated, then suffix. ok tells that the whole is valid.
var hostile = []struct {
	name, prefix, unit, suffix string
	ok                         bool
}{
	{"brackets", "", "[", "", false},
	{"binding brackets", "var ", "[", "", false},
	{"binding braces", "var ", "{a:", "", false},
	{"parens", "", "(", "", false},
	{"braces", "", "{", "", false},
	{"object", "x=", "{a:", "", false},
	{"arrows", "", "a=>", "", false},
	{"paren arrows", "", "(a)=>", "", false},
	{"default arrows", "", "(a=", "", false},
	{"arrow bodies", "", "()=>{", "", false},
	{"async arrows", "", "async(a=", "", false},
	{"async calls", "", "async(", "", false},
	{"not", "", "!", "", false},
	{"minus", "", "- ", "", false},
	{"typeof", "", "typeof ", "", false},
	{"increments", "", "++ ", "", false},
	{"new", "", "new ", "", false},
	{"templates", "", "`${", "", false},
	{"conditionals", "", "a?b:", "", false},
	{"nested conditionals", "", "a?", "", false},
	{"assignments", "", "a=", "", false},
	{"pattern assignments", "", "[a]=", "", false},
	{"nested pattern assignments", "", "[a=", "", false},
	{"exponents", "", "a**", "", false},
	{"functions", "", "function f(){", "", false},
	{"function defaults", "", "function f(a=", "", false},
	{"function expressions", "", "(function(){", "", false},
	{"classes", "", "class A{a=", "", false},
	{"extends", "", "class A extends ", "", false},
	{"static blocks", "", "class A{static{", "", false},
	{"computed", "", "({[", "", false},
	{"labels", "", "if(a)", "", false},
	{"else", "", "if(a);else ", ";", true},
	{"loops", "", "for(;;)", "", false},
	{"do", "", "do ", "", false},
	{"try", "", "try{", "", false},
	{"switch", "", "switch(a){case ", "", false},
	{"yield", "function*g(){", "yield ", "", false},
	{"await", "async function g(){", "await ", "", false},
	{"spread", "", "f(...", "", false},
	{"tagged", "", "a`${", "", false},
	{"chain", "", "a?.[", "", false},
	{"imports", "", "import(", "", false},
	{"sum", "a", "+a", ";", true},
	{"logic", "a", "||a", ";", true},
	{"commas", "a", ",a", ";", true},
	{"members", "a", ".b", ";", true},
	{"calls", "a", ".then()", ";", true},
	{"indexes", "a", "[0]", ";", true},
	{"optional", "a", "?.b", ";", true},
	{"elements", "[", "a,", "]", true},
	{"holes", "[", ",", "]", true},
	{"hole pattern", "[", ",", "]=a", true},
	{"arguments", "f(", "a,", ")", true},
	{"properties", "x={", "a,", "}", true},
	{"protos", "x={", "__proto__:a,", "}", false},
	{"cover inits", "x={", "a=1,", "}", false},
	{"cover init pattern", "({", "a=1,", "}=b)", true},
	{"element objects", "[", "{a=1},", "]=b", true},
	{"parameters", "(", "a,", ")=>0", false},
	{"statements", "", ";", "", true},
	{"blocks", "", "{let a}", "", true},
	{"small functions", "", "function f(a){return a}", "", true},
	{"small arrows", "", "(a=>a)(1);", "", true},
	{"not arrows", "", "(a,b,c);", "", true},
	{"lets", "", "{let a,b=()=>a}", "", true},
	{"directives", "", "'a';", "", true},
	{"directive lines", "", "'a'\n", "", true},
	{"strict directives", "function f(){", "'use strict'\n", "}", true},
	{"labelled", "", "a:;", "", true},
	{"comments", "", "/**/", "", true},
	{"string", "'", "\\u0041", "'", true},
	{"octal number", "0o", "7", "", true},
	{"decimal number", "", "9", "", true},
	{"bigint", "", "9", "n", true},
	{"regexp", "/", "(", "/", true},
	{"async comments", "async", "/**/", "function f(){}", true},
	{"class fields", "class A{", "a=1;", "}", true},
	{"private", "class A{", "static{this.#a}", "#a}", true},
	{"var and let", "{var a;", "{let b;}", "}", true},
	{"jumps", "a:{", "break a;", "}", true},
	{"cases", "switch(a){", "case a:", "}", true},
	{"declarators", "var a", ",a=1", ";", true},
	{"parens once", "", "(a)=1;", "", true},
	{"sequence of parens", "", "(a)+", "1", true},
	{"escaped names", "", "\\u0061;", "", true},
}

// TestHostile parses long texts: no stack overflow, no panic, and linear time.
func TestHostile(t *testing.T) {
	size := 1 << 20
	if os.Getenv("FIRN_LONG") != "" {
		size = 5 << 20
	}
	for _, h := range hostile {
		text := h.prefix + strings.Repeat(h.unit, size/len(h.unit)) + h.suffix
		start := time.Now()
		opts := everything(false)
		_, err := parser.Parse(text, opts)
		took := time.Since(start)
		if (err == nil) != h.ok {
			t.Errorf("%s: ok is %t, want %t: %v", h.name, err == nil, h.ok, err)
		}
		var e *parser.SyntaxError
		if err != nil && !errors.As(err, &e) {
			t.Errorf("%s: the error is a %T", h.name, err)
		}
		if limit := 5 * time.Second; took > limit {
			t.Errorf("%s: took %v", h.name, took)
		}
		if testing.Verbose() {
			t.Logf("%-28s %8v %v", h.name, took.Round(time.Millisecond), err)
		}
	}
}

// TestHostileDepth: the highest possible depth limit still fits the Go stack, for everything that nests.
func TestHostileDepth(t *testing.T) {
	for _, h := range hostile {
		if h.ok {
			continue
		}
		opts := everything(false)
		opts.MaxDepth = 1 << 30
		_, err := parser.Parse(h.prefix+strings.Repeat(h.unit, 30000), opts)
		if err == nil {
			t.Errorf("%s: accepted", h.name)
		}
	}
}

// TestDistinctNames declares and uses many names, at the bottom of many scopes: each must resolve in constant time.
func TestDistinctNames(t *testing.T) {
	var b strings.Builder
	const depth = 2000
	b.WriteString(strings.Repeat("(function(p){let q=p;", depth))
	names := 100000
	if testing.Short() {
		names = 5000
	}
	for i := 0; i < names; i++ {
		n := "n" + itoa(i)
		b.WriteString("var " + n + ";g" + n + "(" + n + ");")
	}
	b.WriteString(strings.Repeat("})", depth))
	start := time.Now()
	if _, err := parser.Parse(b.String(), parser.Options{MaxDepth: 10000}); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

func itoa(i int) string {
	if i < 10 {
		return string(rune('0' + i))
	}
	return itoa(i/10) + string(rune('0'+i%10))
}
