package compile_test

import (
	"os"
	"path/filepath"
	"testing"

	"firn/ir/bytecode"
	"firn/ir/compile"
	"firn/parser"
)

// FuzzCompile: whatever parses compiles, verifies, and survives serialisation;
// or compilation says why not.
func FuzzCompile(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.js")
	more, _ := filepath.Glob("../../tests/lang/testdata/*.js")
	for _, name := range append(files, more...) {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, o := range []compile.Options{{}, {Eval: true}, libraryOptions()} {
			p, err := parser.Parse(src, parser.Options{FileName: "fuzz", Library: o.Library, Endowments: []string{"a", "e"}})
			if err != nil {
				return
			}
			r, err := compile.Compile(p, o)
			if err != nil {
				continue
			}
			if err := bytecode.Verify(r.Func); err != nil {
				t.Fatal(err)
			}
			if _, err := bytecode.Unmarshal(bytecode.Marshal(r.Func)); err != nil {
				t.Fatal(err)
			}
		}
	})
}
