package amd64

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firn/ir/ssa"
	"firn/jit/backend"
)

var update = flag.Bool("update", false, "write the listings in testdata")

// TestGolden compiles the graphs in testdata and the stubs and compares the LIR and the listing
// with what was written down. It needs no amd64.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no graphs", err)
	}
	for s := ssa.Stub(1); s < ssa.NumStubs; s++ {
		files = append(files, "testdata/stub_"+s.String()+".txt")
	}
	for i, file := range files {
		var f *ssa.Func
		if s := i - len(files) + int(ssa.NumStubs); s > 0 {
			f = ssa.Stub(s).Build()
		} else {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if f, err = ssa.Parse(dropComments(string(text))); err != nil {
				t.Errorf("%s: %v", file, err)
				continue
			}
		}
		if err := ssa.Check(f); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		var c Compiler
		cfg := testConfig()
		var got strings.Builder
		cfg.Dump = func(stage string, lf *backend.Func) {
			if stage == "lower" {
				got.WriteString(lf.String() + "\n")
			}
		}
		code, err := c.Compile(f, cfg)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		checkCode(t, file, code, c.CodeSize())
		got.WriteString(list(code, c.CodeSize()))
		golden := strings.TrimSuffix(file, ".txt") + ".asm"
		if *update {
			if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if string(want) != got.String() {
			t.Errorf("%s is not what is in %s (go test -run Golden -update writes it):\n%s", file, golden, firstDifference(string(want), got.String()))
		}
	}
}

// dropComments removes lines that begin with #.
func dropComments(text string) string {
	var b strings.Builder
	for _, line := range strings.SplitAfter(text, "\n") {
		if !strings.HasPrefix(line, "#") {
			b.WriteString(line)
		}
	}
	return b.String()
}

// firstDifference is the first lines that differ.
func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := 0; i < len(w) && i < len(g); i++ {
		if w[i] != g[i] {
			return "- " + w[i] + "\n+ " + g[i]
		}
	}
	return "one is longer"
}
