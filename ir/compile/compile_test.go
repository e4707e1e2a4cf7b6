package compile_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firn/ir/bytecode"
	"firn/ir/compile"
	"firn/parser"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func compileText(t *testing.T, name, src string, opts compile.Options) *compile.Result {
	t.Helper()
	p, err := parser.Parse(src, parser.Options{FileName: name, Library: opts.Library, Module: opts.Library})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	r, err := compile.Compile(p, opts)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return r
}

// TestGolden compares the listings of testdata/*.js with *.txt.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.js")
	if len(files) == 0 {
		t.Fatal("no test programs")
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := compileText(t, file, string(src), compile.Options{})
		if err := bytecode.Verify(r.Func); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		var b bytes.Buffer
		if err := bytecode.Fprint(&b, r.Func); err != nil {
			t.Fatal(err)
		}
		golden := strings.TrimSuffix(file, ".js") + ".txt"
		if *update {
			if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(want, b.Bytes()) {
			t.Errorf("%s: listing differs from %s; run with -update and look at the difference", file, golden)
		}
	}
}
