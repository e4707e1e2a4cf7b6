package amd64_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firn/ir/ssa"
	"firn/jit/amd64"
	"firn/jit/amd64/golang"
)

// TestGolangAssembler compiles the graphs in testdata with the reference assembler
// and compares the listings: encodings of jumps and no-operations may differ.
func TestGolangAssembler(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no graphs", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var lists [2]string
		for i := range lists {
			f, err := ssa.Parse(withoutComments(string(text)))
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			cfg := amd64.Config{Firn: 1 << 20, CardBias: 1 << 21, SSE41: true, Key: 0x123456789ABCDEF1}
			if i == 1 {
				cfg.Assembler = golang.New()
			}
			var c amd64.Compiler
			code, err := c.Compile(f, cfg)
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			l := amd64.Lister{CodeSize: c.CodeSize()}
			lists[i] = withoutNops(l.List(code.Bytes))
		}
		own, reference := strings.Split(lists[0], "\n"), strings.Split(lists[1], "\n")
		for i := range own {
			if i >= len(reference) || own[i] != reference[i] {
				t.Errorf("%s, line %d: the encoder has %s, golang-asm %s", file, i+1, own[i], reference[min(i, len(reference)-1)])
				break
			}
		}
	}
}

func withoutComments(text string) string {
	lines := strings.SplitAfter(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "#") {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "")
}

func withoutNops(list string) string {
	lines := strings.SplitAfter(list, "\n")
	for i, l := range lines {
		if s := strings.TrimSpace(l); strings.HasPrefix(s, "nop") || strings.HasPrefix(s, "xchg ax, ax") {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "")
}
