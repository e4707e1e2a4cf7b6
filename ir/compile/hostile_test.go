package compile_test

import (
	"strings"
	"testing"
	"time"

	"firn/ir/bytecode"
	"firn/ir/compile"
	"firn/parser"
)

// TestHostile compiles sources that are long or deep in one way. None may
// overflow the stack, and time must stay near linear.
func TestHostile(t *testing.T) {
	many := func(n int, s string) string { return strings.Repeat(s, n) }
	const wide, deep = 100000, 1500
	for name, src := range map[string]string{
		"additions":    "x" + many(wide, " + x"),
		"ands":         "x" + many(wide, " && x"),
		"ors as test":  "if (x" + many(wide, " || x") + ") y;",
		"coalescing":   "x" + many(wide, " ?? x"),
		"calls":        "x" + many(wide, ".m(1)"),
		"plain calls":  "x" + many(wide, "()"),
		"members":      "x" + many(wide, ".m"),
		"elements":     "x" + many(wide, "[0]"),
		"optional":     "x" + many(wide, "?.m"),
		"tags":         "x" + many(wide, "``"),
		"else if":      "if (x) 1;" + many(wide, " else if (x) 1;"),
		"conditionals": "x ? 1 : " + many(deep, "x ? 1 : ") + "2",
		"statements":   many(wide, "x = 1;"),
		"variables":    "{" + many(20000, "let a$ = 1;") + "}",
		"cases":        "switch (x) {" + many(wide, "case x: y;") + "}",
		"elements of":  "[" + many(wide, "x,") + "]",
		"arguments":    "f(" + many(20000, "x,") + ")",
		"template":     "`" + many(20000, "${x}") + "`",
		"functions":    many(20000, "function f$() { return f$; }"),
		"labels":       many(deep, "a$: ") + ";",
		"blocks":       many(deep, "{ let a = 1; f(() => a);") + many(deep, "}"),
		"nested":       many(deep/4, "(function () { let a = 1; return ") + "a" + many(deep/4, "; })"),
		"arrows":       many(deep, "() => ") + "x",
		"arrays":       many(deep, "[") + many(deep, "]"),
		"patterns":     "let " + many(deep, "[") + "x" + many(deep, "]") + " = y;",
		"finally":      "function f() {" + many(deep/2, "try { return 1; } finally { if (x) return 2; ") + many(deep/2, "}") + "}",
		"inner try":    "function f() {" + many(deep/2, "try {") + many(1000, "if (x) return 1;") + many(deep/2, "} finally { y; }") + "}",
		"for-of":       "function f() {" + many(deep/2, "for (const x of y) {") + many(1000, "if (x) return 1;") + many(deep/2, "}") + "}",
		"yields":       "function* f() { try {" + many(20000, "yield 1;") + "} finally {} }",
		"classes":      many(300, "(class extends (class { m() { ") + many(300, "} }) {});"),
		"properties":   "x = [" + many(40000, "{ a: 1, b: 2 },") + "]; x.y.z(x.w); x.v = x[1]++;",
		"unary":        many(deep, "- ") + "x",
		"powers":       many(deep, "x ** ") + "x",
		"assignments":  many(deep, "x = ") + "x",
	} {
		t.Run(name, func(t *testing.T) {
			for i := 0; strings.Contains(src, "$") && i < 1; i++ {
				src = number(src)
			}
			p, err := parser.Parse(src, parser.Options{FileName: name})
			if err != nil {
				t.Skipf("nothing to compile, for the parser rejects it: %v", err)
			}
			start := time.Now()
			r, err := compile.Compile(p, compile.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d := time.Since(start); d > 5*time.Second {
				t.Errorf("took %v for %d bytes", d, len(src))
			} else if d > 300*time.Millisecond {
				t.Logf("took %v for %d bytes", d, len(src))
			}
			if err := bytecode.Verify(r.Func); err != nil {
				t.Error(err)
			}
		})
	}
}

// number replaces the n-th pair of equal $ names by n.
func number(src string) string {
	var b strings.Builder
	parts := strings.Split(src, "$")
	per := 1
	if strings.Contains(src, "return f$") {
		per = 2
	}
	for i, p := range parts {
		b.WriteString(p)
		if i < len(parts)-1 && !strings.HasSuffix(p, "`") && !strings.HasSuffix(p, "}") {
			n := i / per
			b.WriteString("_")
			for ; n > 0; n /= 10 {
				b.WriteByte(byte('0' + n%10))
			}
		} else if i < len(parts)-1 {
			b.WriteByte('$')
		}
	}
	return b.String()
}
