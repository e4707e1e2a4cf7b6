package tests

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestInterpreterGenerated: the interpreter's loop and tables are what its
// generator makes now. (Packages with tests of their own check theirs.)
func TestInterpreterGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: runs the go tool")
	}
	const dir = "../runtime/interp"
	temp := t.TempDir()
	gen := filepath.Join(temp, "gen")
	build := exec.Command("go", "build", "-o", gen, "./_gen/main.go")
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	loop, err := os.ReadFile(filepath.Join(dir, "_gen", "loop.tmpl"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(temp, "_gen"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(temp, "_gen", "loop.tmpl"), loop, 0o666); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(gen)
	run.Dir = temp
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"zz_loop.go", "zz_tables.go"} {
		want, err := os.ReadFile(filepath.Join(temp, name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run go generate ./runtime/interp", name)
		}
	}
}
