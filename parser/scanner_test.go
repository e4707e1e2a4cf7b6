package parser_test

import (
	"errors"
	"math"
	"testing"

	"firn/parser"
	"firn/parser/ast"
)

// expr parses src as an expression.
func expr(t *testing.T, src string) ast.Expr {
	t.Helper()
	p, err := parser.Parse(src, parser.Options{Expression: true, WTF8: true})
	if err != nil {
		t.Fatalf("%q: %v", src, err)
	}
	return p.Func.Body[0].(*ast.ExprStmt).X
}

// syntaxError parses src and gives its error.
func syntaxError(t *testing.T, src string, opts parser.Options) *parser.SyntaxError {
	t.Helper()
	_, err := parser.Parse(src, opts)
	var e *parser.SyntaxError
	if !errors.As(err, &e) {
		t.Fatalf("%q: got %v, want a SyntaxError", src, err)
	}
	return e
}

func TestNumbers(t *testing.T) {
	for src, want := range map[string]float64{
		"0": 0, "12": 12, "1.5": 1.5, ".5": .5, "5.": 5, "1e3": 1000, "1_000.2_5e-1_0": 1000.25e-10, "0x1F": 31, "0XfF_ff": 65535, "0b101": 5, "0B1": 1,
		"0o17": 15, "0O7_7": 63, "9007199254740993": 9007199254740992, "123456789012345678": 123456789012345678, "1e400": math.Inf(1), "5e-324": 5e-324,
		"0x20000000000001": 9007199254740992, "0x20000000000003": 9007199254740996, "0b100000000000000000000000000000000000000000000000000001": 9007199254740992,
		"0o400000000000000003": 9007199254740996, "1.7976931348623159e308": math.Inf(1),
	} {
		if n, ok := expr(t, src).(*ast.Number); !ok || n.Value != want {
			t.Errorf("%s: got %v, want %v", src, n, want)
		}
	}
	for src, want := range map[string]ast.BigInt{
		"0n": {Digits: "0", Base: 10}, "12_3n": {Digits: "123", Base: 10}, "0x0Fn": {Digits: "F", Base: 16}, "0o70n": {Digits: "70", Base: 8}, "0b00n": {Digits: "0", Base: 2},
	} {
		if n, ok := expr(t, src).(*ast.BigInt); !ok || n.Digits != want.Digits || n.Base != want.Base {
			t.Errorf("%s: got %v, want %v", src, n, want)
		}
	}
	for _, src := range []string{"01", "08", "09.5", "00", "1_", "1__0", "0_1", "1_.5", "1._5", "1e_5", "1e", "1e+", "0x", "0b2", "0o8", "0xg", "1n2", "1.5n", "01n", "1e3n", "3in [ ]",
		"3a", "3\\u0061", "0b12", "3\u00e9", "0B1_", "0xFn1", "5.5.5"} {
		if e := syntaxError(t, src, parser.Options{}); e.Code != parser.ErrLexical && e.Code != parser.ErrUnexpected {
			t.Errorf("%s: %v", src, e)
		}
	}
}

func TestStrings(t *testing.T) {
	for src, want := range map[string]string{
		`'a\n\t\r\b\f\v\0b'`: "a\n\t\r\b\f\v\x00b", `"\x41\u0042\u{43}\u{1F600}"`: "ABC😀", `'\ud83d\ude00'`: "😀", `'\ud83d'`: "\xed\xa0\xbd", `'\ude00\ud83d'`: "\xed\xb8\x80\xed\xa0\xbd",
		"'a\\\nb\\\r\nc\\\rd\\\u2028e\\\u2029f'": "abcdef", "'\u2028\u2029'": "\u2028\u2029", `'\a\'\"\\\/'`: `a'"\/`, "'\\\u00e9'": "é", "''": "", "'\x00'": "\x00",
		"'\xed\xa0\xbd\\ude00'": "😀", "'\\ud83d\xed\xb8\x80'": "😀", "'\\ud83d\\\xed\xb8\x80'": "😀", `'\u{0000000041}'`: "A", `'\u{d83d}\u{de00}'`: "😀", "'\\\xf0\x9f\x98\x80'": "😀",
	} {
		if s, ok := expr(t, src).(*ast.String); !ok || s.Value != want {
			t.Errorf("%q: got %q, want %q", src, s.Value, want)
		}
	}
	for _, src := range []string{`'\1'`, `'\01'`, `'\8'`, `'\9'`, `'\08'`, `'\x4'`, `'\u004'`, `'\u{110000}'`, `'\u{}'`, `'\u{41'`, "'a", "'a\nb'", "'a\rb'", `'\`, `'\u'`} {
		if e := syntaxError(t, src, parser.Options{}); e.Code != parser.ErrLexical {
			t.Errorf("%s: %v", src, e)
		}
	}
}

func TestTemplates(t *testing.T) {
	q := expr(t, "`a\r\nb\\r\\n\\\r\nc${1}\\u{41}`").(*ast.Template)
	if e := q.Quasis[0]; e.Cooked != "a\nb\r\nc" || e.Raw != "a\nb\\r\\n\\\nc" || e.Invalid {
		t.Errorf("got %+v", e)
	}
	if e := q.Quasis[1]; e.Cooked != "A" || e.Raw != `\u{41}` {
		t.Errorf("got %+v", e)
	}
	tagged := expr(t, "f`\\u{`").(*ast.TaggedTemplate)
	if e := tagged.Quasi.Quasis[0]; !e.Invalid || e.Raw != `\u{` || e.Cooked != "" {
		t.Errorf("got %+v", e)
	}
	if q := expr(t, "`${{a: `}`}}${`${b}`}`").(*ast.Template); len(q.Exprs) != 2 || len(q.Quasis) != 3 {
		t.Errorf("got %+v", q)
	}
	for _, src := range []string{"`", "`${", "`${a", "`${a}", "`\\1`", "`\\u{`", "`${a b}`", "`${}`"} {
		syntaxError(t, src, parser.Options{})
	}
	if e := syntaxError(t, "`\r\n\\u{`", parser.Options{}); e.Start != 3 || e.Line != 2 || e.Column != 1 {
		t.Errorf("got %+v", e)
	}
}

func TestIdentifiers(t *testing.T) {
	for src, want := range map[string]string{
		`\u0061`: "a", `a\u{62}c`: "abc", "℘": "℘", "゛": "゛", "℮x": "℮x", "a·፩": "a·፩", "a\u200c\u200d": "a\u200c\u200d", "$_": "$_", "𐊧": "𐊧",
		"ꟁ": "ꟁ", "\U0001E4D0": "\U0001E4D0" /* Unicode 15 */, "\U000105C0": "\U000105C0" /* 16 */, "\\u{105C0}": "\U000105C0",
	} {
		if id, ok := expr(t, src).(*ast.Ident); !ok || id.Name.Text != want {
			t.Errorf("%s: got %v, want %q", src, id, want)
		}
	}
	for _, src := range []string{`\u0030a`, `a\u002d`, `\u{110000}`, `\x61`, `\`, `\u`, "\u200ca", "a\u2e2f", "፩", "·", "a\\u{d800}", "😀"} {
		if e := syntaxError(t, src, parser.Options{}); e.Code != parser.ErrLexical {
			t.Errorf("%s: %v", src, e)
		}
	}
	for _, src := range []string{`v\u0061r x`, `var l\u0065t`, `({\u0069f})`, `\u0074his`, `n\u0065w a`, `var yi\u0065ld`, `tru\u0065`, `class { st\u0061tic a() {} }`,
		`({g\u0065t a() {}})`, `a\u0073ync function f() {}`, `for (a o\u0066 b);`, `(a\u0073ync x => x)`, `export {}`} {
		if e := syntaxError(t, src, parser.Options{}); e.Code != parser.ErrReserved && e.Code != parser.ErrUnexpected {
			t.Errorf("%s: %v", src, e)
		}
	}
	for _, src := range []string{`({\u0069f: 1}).\u0069f`, `a\u0073ync = 1`, `class A { g\u0065t; st\u0061tic }`, `class A { #\u0061; static { this.#a } }`, `new.target`} {
		if _, err := parser.Parse(src, parser.Options{}); (err != nil) != (src == `new.target`) {
			t.Errorf("%s: %v", src, err)
		}
	}
}

func TestSpace(t *testing.T) {
	for _, src := range []string{"\ufeffa\u00a0+\u3000b\u2003;\u2028c\u2029d", "a//x\u2028b", "a/*\n*/b", "a\u2028++b", "#!x\na", "#!", "#!x\u2028a", "a\r\nb\rc", "a/*\u2029*/b", "\v\f\ta"} {
		if _, err := parser.Parse(src, parser.Options{}); err != nil {
			t.Errorf("%q: %v", src, err)
		}
	}
	for src, code := range map[string]parser.Code{
		" #!x": parser.ErrLexical, "\n#!x": parser.ErrLexical, "a /*x*/ b": parser.ErrUnexpected, "a\u180eb": parser.ErrLexical, "/*": parser.ErrLexical, "/* *": parser.ErrLexical, "a\u0085b": parser.ErrLexical,
		"\xc0\xa0": parser.ErrEncoding, "'\xed\xa0\x80'": parser.ErrEncoding, "a\xff": parser.ErrEncoding, "/*\xe2\x82*/": parser.ErrEncoding, "a\x00b": parser.ErrLexical, "@a": parser.ErrLexical, "#": parser.ErrLexical,
	} {
		if e := syntaxError(t, src, parser.Options{}); e.Code != code {
			t.Errorf("%q: %v (code %d)", src, e, e.Code)
		}
	}
	if e := syntaxError(t, "'\xed\xa0\xbd\xed\xb8\x80'", parser.Options{WTF8: true}); e.Code != parser.ErrEncoding {
		t.Errorf("a pair of encoded surrogates: %v", e)
	}
}

func TestHTMLComments(t *testing.T) {
	for _, src := range []string{"<!-- a", "a <!-- b", "a<!--b", "-->", "  --> a", "/* */ --> a", "a\n-->", "a /*\n*/ --> b", "\u2028-->", "#!x\n-->"} {
		for _, module := range []bool{false, true} {
			if e := syntaxError(t, src, parser.Options{Module: module}); e.Code != parser.ErrSES {
				t.Errorf("%q: %v", src, e)
			}
		}
	}
	for _, src := range []string{"a < ! --b", "a-->b", "a --> b", "async --> b", "a /**/ --> b", "a <! --b", "while (a --> 0);", "'<!--'", "`-->`", "/<!--/", "//-->", "/*<!--*/"} {
		if _, err := parser.Parse(src, parser.Options{}); err != nil {
			t.Errorf("%q: %v", src, err)
		}
	}
}

func TestRegExps(t *testing.T) {
	r := expr(t, "/[/\\]]\\/(a)/giy").(*ast.RegExp)
	if r.Pattern != "[/\\]]\\/(a)" || r.Flags != "giy" || r.Start != 0 || r.End != 15 {
		t.Errorf("got %+v", r)
	}
	if r := expr(t, "/=/").(*ast.RegExp); r.Pattern != "=" {
		t.Errorf("got %+v", r)
	}
	for _, src := range []string{"/a", "/[/", "/a\n/", "/\\\n/", "/a\u2028/", "/a/gg", "/a/x", "/a/uv", "/a/\\u0067", "/a/é", "/"} {
		syntaxError(t, src, parser.Options{})
	}
	for _, src := range []string{"a / b / c", "a++ / b", "a\n/b/g", "if (a) /b/.c", "a = b\n/c/d", "(a) / b", "[a] / b", "({}) / a", "`a` / b", "{}\n/a/", "x = {} / 1", "return1 / a"} {
		if _, err := parser.Parse(src, parser.Options{}); err != nil {
			t.Errorf("%q: %v", src, err)
		}
	}
	opts := parser.Options{ValidateRegExp: func(pattern, flags string) (int, string) {
		if pattern == "a(" && flags == "u" {
			return 1, "unterminated group"
		}
		return 0, ""
	}}
	if e := syntaxError(t, "x = /a(/u", opts); e.Code != parser.ErrRegExp || e.Start != 6 {
		t.Errorf("got %+v", e)
	}
	if _, err := parser.Parse("/a/u", opts); err != nil {
		t.Error(err)
	}
}

func TestPositions(t *testing.T) {
	for src, want := range map[string][2]int{
		"a b": {1, 3}, "a\nb c": {2, 3}, "a\r\nb c": {2, 3}, "a\rb c": {2, 3}, "a\u2028b c": {2, 3}, "a\u2029b c": {2, 3}, "'😀' b": {1, 6}, "é b": {1, 3}, "/*\n\n*/ a b": {3, 6}, "(": {1, 2},
		"a\n": {0, 0}, "#!x\n)": {2, 1}, "`\n\r\n`b c": {3, 2}, "\n\n  )": {3, 3},
	} {
		_, err := parser.Parse(src, parser.Options{FileName: "f.js"})
		if want[0] == 0 {
			if err != nil {
				t.Errorf("%q: %v", src, err)
			}
			continue
		}
		e := syntaxError(t, src, parser.Options{FileName: "f.js"})
		if e.Line != want[0] || e.Column != want[1] || e.File != "f.js" {
			t.Errorf("%q: at %d:%d, want %v", src, e.Line, e.Column, want)
		}
	}
	p, err := parser.Parse("a\r\nb\rc\u2028d\n", parser.Options{})
	if err != nil || len(p.Lines) != 5 || p.Lines[1] != 3 || p.Lines[2] != 5 || p.Lines[3] != 9 || p.Lines[4] != 11 {
		t.Errorf("lines: %v %v", p, err)
	}
	if got := syntaxError(t, "var 1", parser.Options{FileName: "x.js"}).Error(); got != "x.js:1:5: expected identifier, found number 1" {
		t.Errorf("got %q", got)
	}
}
