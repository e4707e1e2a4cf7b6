package parser_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"sort"
	"strings"
	"testing"

	"firn/parser"
	"firn/parser/ast"
)

var update = flag.Bool("update", false, "write testdata instead of comparing with it")

// sloppyRules name the rules of strict code (or of code without Annex B) by which the suite's sloppy programs are rejected, by the error they give.
var sloppyRules = []struct {
	rule string
	code parser.Code
	msg  string
}{
	{"with", parser.ErrUnexpected, "with is not allowed in strict code"},
	{"octal-escape", parser.ErrLexical, "octal escapes"},
	{"leading-zero", parser.ErrLexical, "numbers with leading zeros"},
	{"eval-arguments-binding", parser.ErrTarget, "cannot be bound in strict code"},
	{"eval-arguments-assignment", parser.ErrTarget, "cannot be assigned to in strict code"},
	{"delete-name", parser.ErrEarly, "delete of a plain name"},
	{"function-in-statement", parser.ErrUnexpected, "a function declaration is only allowed"},
	{"html-like-comment", parser.ErrSES, "HTML-like comments"},
	{"duplicate-parameter-or-catch-var", parser.ErrDuplicate, "is already declared"},
	{"reserved-word", parser.ErrReserved, "the reserved word"},
	{"reserved-word", parser.ErrUnexpected, "found the reserved word"},
	{"let-or-yield-as-name", parser.ErrUnexpected, "expected"},
}

func sloppyRule(err error) string {
	var e *parser.SyntaxError
	if errors.As(err, &e) {
		for _, r := range sloppyRules {
			if e.Code == r.code && strings.Contains(e.Msg, r.msg) {
				return r.rule
			}
		}
	}
	return "none: " + err.Error()
}

// outdated are programs of the fail directory that later editions made valid.
var outdated = map[string]string{
	"647e21f8f157c338.js": "U+2029 in strings (ES2019)",
	"8af69d8f15295ed2.js": "U+2028 in strings (ES2019)",
	"98204d734f8c72b3.js": "class fields (ES2022)",
	"ef81b93cf9bdb4ec.js": "class fields (ES2022)",
}

// regexps are programs that only a regular expression validator rejects; that is another package's (Options.ValidateRegExp).
var regexps = map[string]bool{
	"66e383bfd18e66ab.js": true, "78c215fabdf13bae.js": true, "bf49ec8d96884562.js": true, "e4a43066905a597b.js": true, "4de83a7417cd30dd.js": true,
}

// otherProgram are programs whose explicit version is a different program: other property keys, or arguments without their parentheses.
var otherProgram = map[string]bool{
	"0426f15dac46e92d.js": true, "06f7278423cef571.js": true, "1093d98f5fc0758d.js": true, "1450a897a4ba83a7.js": true,
	"247a3a57e8176ebd.js": true, "47f974d6fc52e3e4.js": true, "4e1a0da46ca45afe.js": true, "589dc8ad3b9aa28f.js": true,
	"7b72d7b43bedc895.js": true, "87a9b0d1d80812cc.js": true, "96f5d93be9a54573.js": true, "b62c6dd890bef675.js": true,
	"c1319833fc139cf8.js": true, "e1387fe892984e2b.js": true, "e8ea384458526db0.js": true,
}

var (
	printedName  = regexp.MustCompile(` Name=\S+`)
	printedValue = regexp.MustCompile(`Number Value=\S+`)
)

// shape prints a tree without what the suite's two versions of a program do not have in common: names, values of numbers,
// parentheses around targets and in sequences.
func shape(t *testing.T, p *ast.Program) string {
	for _, s := range p.Func.Body {
		flatten(reflect.ValueOf(s))
	}
	var b bytes.Buffer
	if err := ast.FprintBare(&b, p); err != nil {
		t.Fatal(err)
	}
	text := printedName.ReplaceAllString(b.String(), "")
	text = printedValue.ReplaceAllString(text, "Number")
	return strings.ReplaceAll(text, " ParenTarget=true", "")
}

// flatten makes one sequence of (a, b), c.
func flatten(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return
		}
		switch x := v.Interface().(type) {
		case *ast.Scope, *ast.Binding, *ast.Name:
			return
		case *ast.Sequence:
			for {
				inner, ok := x.Exprs[0].(*ast.Sequence)
				if !ok {
					break
				}
				x.Exprs = append(append([]ast.Expr(nil), inner.Exprs...), x.Exprs[1:]...)
			}
		}
		flatten(v.Elem())
	case reflect.Slice:
		for i := 0; i < v.Len(); i++ {
			flatten(v.Index(i))
		}
	case reflect.Struct:
		for i := 0; i < v.NumField(); i++ {
			switch v.Type().Field(i).Name {
			case "Outer", "Next", "InstanceInit", "StaticInit":
				continue
			case "Class":
				if v.Type() == reflect.TypeOf(ast.Function{}) {
					continue
				}
			}
			flatten(v.Field(i))
		}
	}
}

// TestParserTests runs npm's test262-parser-tests: all of pass that is strict must parse, and to the same tree as in pass-explicit; the
// rest is listed with its rule in testdata/sloppy.txt; all of fail and early must be rejected.
func TestParserTests(t *testing.T) {
	dir := os.Getenv("FIRN_PARSER_TESTS")
	if dir == "" {
		t.Skip("FIRN_PARSER_TESTS is not set: npm install test262-parser-tests, and set it to the package's directory")
	}
	read := func(kind string, f func(name string, p *ast.Program, err error)) {
		files, err := filepath.Glob(filepath.Join(dir, kind, "*.js"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no %s tests in %s", kind, dir)
		}
		sort.Strings(files)
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p, err := parser.Parse(string(b), everything(strings.HasSuffix(file, ".module.js")))
			f(filepath.Base(file), p, err)
		}
	}
	trees := map[string]string{}
	var sloppy []string
	read("pass", func(name string, p *ast.Program, err error) {
		if err != nil {
			sloppy = append(sloppy, sloppyRule(err)+"\t"+name)
			return
		}
		trees[name] = shape(t, p)
	})
	read("pass-explicit", func(name string, p *ast.Program, err error) {
		want, ok := trees[name]
		if !ok {
			return
		}
		if err != nil {
			t.Errorf("pass-explicit/%s: %v", name, err)
			return
		}
		if got := shape(t, p); got != want && !otherProgram[name] {
			t.Errorf("%s: pass and pass-explicit differ:\n%s\n%s", name, want, got)
		}
	})
	for _, kind := range []string{"fail", "early"} {
		read(kind, func(name string, p *ast.Program, err error) {
			if err == nil && outdated[name] == "" && !regexps[name] {
				t.Errorf("%s/%s: accepted", kind, name)
			}
			if err != nil && outdated[name] != "" {
				t.Errorf("%s/%s: rejected, but %s: %v", kind, name, outdated[name], err)
			}
		})
	}
	sort.Strings(sloppy)
	got := strings.Join(sloppy, "\n") + "\n"
	const file = "testdata/sloppy.txt"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the rejected sloppy programs are not those of %s:\n%s", file, got)
	}
	t.Logf("%d programs parsed and compared, %d sloppy ones rejected", len(trees), len(sloppy))
}
