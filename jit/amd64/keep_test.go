package amd64

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"firn/ir/ssa"
	"firn/jit/backend"
)

// TestKeep: a Compiler keeps its memory from one function to the next, but what
// it has made stays as it was.
func TestKeep(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no graphs", err)
	}
	var shared Compiler
	var got, want []*backend.Code
	for round := 0; round < 2; round++ {
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, fresh := range [...]bool{true, false} {
				f, err := ssa.Parse(dropComments(string(text)))
				if err != nil {
					t.Fatal(err)
				}
				c := &shared
				if fresh {
					c = new(Compiler)
				}
				code, err := c.Compile(f, testConfig())
				if err != nil {
					t.Fatal(err)
				}
				if fresh {
					want = append(want, code)
				} else {
					got = append(got, code)
				}
			}
		}
	}
	for i := range got {
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("%s: the code has changed", files[i%len(files)])
		}
	}
}
