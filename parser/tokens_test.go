package parser

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"

	"firn/parser/ast"
)

// regexpStarts collects the offsets of the regular expression literals of a tree.
func regexpStarts(v reflect.Value, out map[uint32]bool) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return
		}
		switch x := v.Interface().(type) {
		case *ast.Scope, *ast.Binding, *ast.Name:
			return
		case *ast.RegExp:
			out[x.Start] = true
		}
		regexpStarts(v.Elem(), out)
	case reflect.Slice:
		for i := 0; i < v.Len(); i++ {
			regexpStarts(v.Index(i), out)
		}
	case reflect.Struct:
		for i := 0; i < v.NumField(); i++ {
			name := v.Type().Field(i).Name
			back := name == "Class" && v.Type() == reflect.TypeOf(ast.Function{})
			if name != "Outer" && name != "Next" && name != "InstanceInit" && name != "StaticInit" && !back {
				regexpStarts(v.Field(i), out)
			}
		}
	}
}

// compareTokens compares our tokens of a valid program with those of the bare lexer.
func compareTokens(t *testing.T, name, src string, opts Options) {
	t.Helper()
	prog, err := Parse(src, opts)
	if err != nil {
		return
	}
	regexps := map[uint32]bool{}
	for _, s := range prog.Func.Body {
		regexpStarts(reflect.ValueOf(s), regexps)
	}
	p := newParser(opts)
	p.begin(src, true)
	in := parse.NewInputString(src)
	bare := js.NewLexer(in)
	if strings.HasPrefix(src, "#!") {
		in.Move(lineEnd(src, 2))
		in.Skip()
	}
	for n := 0; ; n++ {
		p.next()
		if p.tok == tDiv || p.tok == tDivAssign {
			if regexps[p.start] {
				p.rescanRegExp()
			}
		}
		var tt js.TokenType
		var text []byte
		for {
			if tt, text = bare.Next(); tt > js.CommentLineTerminatorToken || tt == js.ErrorToken {
				break
			}
		}
		start := uint32(in.Offset() - len(text))
		if (tt == js.DivToken || tt == js.DivEqToken) && regexps[start] {
			tt, _ = bare.RegExp()
		}
		if p.tok == tEOF {
			if tt != js.ErrorToken {
				t.Errorf("%s: the bare lexer has more tokens, at %d", name, start)
			}
			return
		}
		end := uint32(in.Offset())
		if tt == js.ErrorToken || start != p.start || end != p.end {
			t.Errorf("%s: token %d is [%d,%d) %q, the bare lexer's is %v [%d,%d)", name, n, p.start, p.end, src[p.start:p.end], tt, start, end)
			return
		}
	}
}

// TestTokensOfLexer compares token streams with js.Lexer used as it is, on programs without what that lexer has wrong (other Unicode tables).
func TestTokensOfLexer(t *testing.T) {
	for _, src := range []string{
		"a = b / c; d = /e\\/[/]/g.test(f)", "`a${`b${c}`}${{d: `}`}}e` + f`g`", "x={a:1}\n/b/g", "a?.5:b?.c", "0x1_0n+.5e-3*1..e", "'a\\'b'+\"c\\\nd\"", "#!x\na", "a>>>=b**=c??=d&&=e||=f",
		"class A{#a;static{this.#a}}", "/*\n*/a//b\n/c/", "é=\\u0061\\u{62}", "while(a --> b);", "a\u2028b", "\ufeffa", "{}/a/", "async\n(a)", "({...a})=>[...b]",
	} {
		compareTokens(t, src, src, Options{})
	}
	opts := Options{AllowDirectEval: true, AllowDynamicImport: true, AllowImportMeta: true}
	var files []string
	if dir := os.Getenv("FIRN_PARSER_TESTS"); dir != "" {
		files, _ = filepath.Glob(filepath.Join(dir, "pass*", "*.js"))
	}
	files = append(files, filepath.SplitList(os.Getenv("FIRN_PARSER_BENCH"))...)
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(b), "℘") {
			continue // Other_ID_Start, which the bare lexer does not continue an identifier with
		}
		opts.Module = strings.HasSuffix(file, ".module.js")
		compareTokens(t, filepath.Base(file), string(b), opts)
	}
}
