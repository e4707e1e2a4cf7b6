package compile_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firn/ir/bytecode"
	"firn/ir/compile"
	"firn/parser"
)

// TestCorpus compiles and verifies every program below the directories in
// FIRN_CORPUS (separated like PATH) and the benchmark programs.
func TestCorpus(t *testing.T) {
	dirs := filepath.SplitList(os.Getenv("FIRN_CORPUS"))
	if len(dirs) == 0 {
		t.Log("FIRN_CORPUS is not set: only the benchmark programs are compiled")
	}
	dirs = append(dirs, filepath.Join("..", "..", "bench", "programs"))
	compiled, words := 0, 0
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".js") {
				return err
			}
			src, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			p, err := parser.Parse(string(src), parser.Options{FileName: path})
			if err != nil {
				return nil // modules, sloppy code and negative tests
			}
			r, err := compile.Compile(p, compile.Options{})
			if err != nil {
				var e *compile.Error
				if errors.As(err, &e) && (strings.Contains(e.Msg, "module loader") || strings.Contains(e.Msg, "declared already")) {
					return nil
				}
				t.Errorf("%s: %v", path, err)
				return nil
			}
			if err := bytecode.Verify(r.Func); err != nil {
				t.Errorf("%s: %v", path, err)
			}
			compiled++
			words += len(r.Func.Code)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if compiled < 20 {
		t.Errorf("only %d programs were compiled", compiled)
	}
	t.Logf("%d programs", compiled)
}
