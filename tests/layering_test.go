package tests

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// layers says which packages of the module, and which of others, a package may
// import, tests apart. "x/..." means x and what is below it; the longest pattern
// on the left that matches a package counts. Everything may import the standard
// library.
const layers = `
firn                  : runtime/... heap romgen jit
parser/...            : parser/... github.com/tdewolff/parse/v2/...
heap                  : golang.org/x/sys/...
ir/bytecode           : heap
ir/compile            : parser/... ir/bytecode heap
ir/tables             :
ir/ssa                : ir/bytecode ir/tables heap runtime/builtin/fmath
jit                   : ir/... jit/backend jit/amd64 jit/amd64/matcher jit/amd64/stubs jit/arm64 heap runtime/builtin/regexp/vm golang.org/x/sys/...
jit/backend           : ir/... heap
jit/amd64             : jit/backend ir/ssa ir/bytecode ir/tables heap golang.org/x/arch/...
jit/amd64/matcher     : jit/amd64 runtime/builtin/regexp/vm
jit/amd64/stubs       :
jit/amd64/golang      : jit/amd64 github.com/twitchyliquid64/golang-asm/...
jit/arm64             : jit/backend
runtime               : heap ir/bytecode ir/compile ir/ssa parser/... runtime/... github.com/google/pprof/profile
runtime/...           : heap ir/bytecode ir/compile ir/ssa parser/... runtime/...
runtime/builtin/...   : heap runtime/builtin/...
runtime/interp        : heap ir/bytecode runtime/builtin/...
romgen                : runtime heap
cmd/...               : *
bench/...             : *
examples/...          : *
tests/...             : *
`

// onlyImporters names the packages that few may import.
var onlyImporters = map[string][]string{
	"romgen": {"firn", "cmd/...", "tests/...", "bench/..."},
}

type pkg struct {
	ImportPath string
	Imports    []string
	Standard   bool
	Module     *struct{ Path string }
}

func TestLayering(t *testing.T) {
	rules := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(layers), "\n") {
		from, to, _ := strings.Cut(line, ":")
		rules[strings.TrimSpace(from)] = strings.Fields(to)
	}
	packages := list(t)
	standard := map[string]bool{}
	for _, p := range packages {
		standard[p.ImportPath] = p.Standard
	}
	for _, p := range packages {
		if p.Module == nil || p.Module.Path != "firn" {
			continue
		}
		name := local(p.ImportPath)
		allowed, best := []string(nil), ""
		for pattern, to := range rules {
			// The most exact rule counts.
			if matches(pattern, name) && (pattern == name || best != name && len(pattern) > len(best)) {
				allowed, best = to, pattern
			}
		}
		if best == "" {
			t.Errorf("%s has no rule: add it to the map of this test", name)
			continue
		}
		for _, imported := range p.Imports {
			if standard[imported] {
				continue
			}
			to := local(imported)
			if !matchesAny(allowed, to) {
				t.Errorf("%s imports %s; it may import only: %s", name, to, strings.Join(allowed, " "))
			}
			if only, ok := onlyImporters[to]; ok && !matchesAny(only, name) {
				t.Errorf("%s imports %s, which is for %s only", name, to, strings.Join(only, " "))
			}
		}
	}
}

// list is all packages of the module and what they import.
func list(t *testing.T) []pkg {
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Standard,Module", "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		var e *exec.ExitError
		if errors.As(err, &e) {
			t.Fatalf("go list: %s", e.Stderr)
		}
		t.Skip("the go tool is not in PATH: install Go 1.26 or newer:", err)
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// local is a package's path below the module, and "firn" for its root.
func local(p string) string { return strings.TrimPrefix(p, "firn/") }

func matches(pattern, name string) bool {
	if pattern == "*" || pattern == name {
		return true
	}
	dir, below := strings.CutSuffix(pattern, "/...")
	return below && (name == dir || strings.HasPrefix(name, path.Clean(dir)+"/"))
}

func matchesAny(patterns []string, name string) bool {
	for _, p := range patterns {
		if matches(p, name) {
			return true
		}
	}
	return false
}

// TestStartUp: the command links nothing that makes an ordinary build use cgo.
// A dynamic libc and its threads cost a millisecond at every start.
func TestStartUp(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "./cmd/firn")
	cmd.Dir, cmd.Env = "..", append(os.Environ(), "CGO_ENABLED=1")
	out, err := cmd.Output()
	if err != nil {
		t.Skip("go list failed; put Go 1.26 or newer in PATH:", err)
	}
	for _, p := range strings.Fields(string(out)) {
		switch p {
		case "runtime/cgo", "net", "os/user":
			t.Errorf("cmd/firn links %s: see what imports it with go mod why or go list -deps", p)
		}
	}
}

// TestDocs: every package has a doc.go, whose comment has ten lines at most.
func TestDocs(t *testing.T) {
	cmd := exec.Command("go", "list", "-f", "{{.Dir}}", "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Skip("go list failed; put Go 1.26 or newer in PATH:", err)
	}
	for _, dir := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		text, err := os.ReadFile(filepath.Join(dir, "doc.go"))
		if err != nil {
			t.Error(err)
			continue
		}
		comment, _, _ := strings.Cut(string(text), "\npackage ")
		comment, _, _ = strings.Cut(comment, "\n\n") // what follows is for go generate
		if lines := strings.Count(comment, "\n") + 1; !strings.HasPrefix(comment, "// ") || lines > 10 {
			t.Errorf("%s: the comment of doc.go has %d lines; it should have 1 to 10", dir, lines)
		}
	}
}
