package coregs

import (
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
)

// packages are the core packages in the order of their imports.
var packages = []string{
	"heap",
	"ir/bytecode",
	"runtime/builtin/num",
	"runtime/builtin/fmath",
	"runtime/builtin/datemath",
	"runtime/builtin/strs",
	"runtime/builtin/regexp/vm",
	"runtime/builtin",
	"runtime/interp",
}

const root = "../.."

// mark is the first line of a file in Core Go.
const mark = "//firn:core\n"

// mcuTags are the build tags of the microcontroller build.
func mcuTags(tag string) bool { return tag == "firn_mcu" || tag == "arm" }

// coreFiles are the core files of a package that the microcontroller build has.
func coreFiles(t *testing.T, pkg string) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(root, pkg, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, name := range all {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if isCore(string(text)) && wanted(t, name, string(text)) {
			files = append(files, name)
		}
	}
	if len(files) == 0 {
		t.Fatalf("%s has no core files", pkg)
	}
	return files
}

func isCore(text string) bool { return strings.HasPrefix(text, mark) }

// wanted evaluates a file's build constraint.
func wanted(t *testing.T, name, text string) bool {
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "package ") {
			break
		}
		if constraint.IsGoBuild(line) {
			x, err := constraint.Parse(line)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			return x.Eval(mcuTags)
		}
	}
	return true
}

// TestPackagesAreListed finds core files outside the packages of this test.
func TestPackagesAreListed(t *testing.T) {
	listed := map[string]bool{}
	for _, p := range packages {
		listed[p] = true
	}
	missing := map[string]bool{}
	err := filepath.WalkDir(root, func(name string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && name != root {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		dir, err := filepath.Rel(root, filepath.Dir(name))
		if err != nil {
			return err
		}
		if isCore(string(text)) && !listed[filepath.ToSlash(dir)] {
			missing[dir] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for dir := range missing {
		names = append(names, dir)
	}
	sort.Strings(names)
	if len(names) > 0 {
		t.Errorf("core files in packages that this test does not list: %s", strings.Join(names, " "))
	}
}

// parseCore parses the core files of a package.
func parseCore(t *testing.T, fset *token.FileSet, pkg string) []*ast.File {
	t.Helper()
	var files []*ast.File
	for _, name := range coreFiles(t, pkg) {
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}
