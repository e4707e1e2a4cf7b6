package runtime

import (
	"embed"
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"firn/heap"
	"firn/ir/bytecode"
	"firn/ir/compile"
	"firn/parser"
	"firn/runtime/builtin"
)

//go:embed lib/*.js
var libFS embed.FS

// LibrarySource is the engine's own JavaScript: all files of runtime/lib, one
// after the other in the order of their names.
func LibrarySource() string {
	var b strings.Builder
	for _, n := range libraryFiles() {
		text, err := libFS.ReadFile(n)
		if err != nil {
			panic(err) // embedded
		}
		b.Write(text)
		b.WriteByte('\n')
	}
	b.WriteString("OpAdd;\n") // the program's value: any function of it
	return b.String()
}

// libraryFiles are the names of the library's files, in order.
func libraryFiles() []string {
	names, err := fs.Glob(libFS, "lib/*.js")
	if err != nil {
		panic(err) // the pattern is constant
	}
	sort.Strings(names)
	return names
}

// libraryPosition turns a line of LibrarySource into file and line.
func libraryPosition(line int) string {
	for _, n := range libraryFiles() {
		text, _ := libFS.ReadFile(n)
		lines := strings.Count(string(text), "\n") + 1
		if line <= lines {
			return fmt.Sprintf("runtime/%s:%d", n, line)
		}
		line -= lines
	}
	return "runtime/lib"
}

// compileLibrary compiles LibrarySource.
func compileLibrary() (*compile.Result, error) {
	prog, err := parser.Parse(LibrarySource(), parser.Options{FileName: "runtime/lib", Library: true})
	if err != nil {
		if e, ok := err.(*parser.SyntaxError); ok {
			return nil, fmt.Errorf("%s: %w", libraryPosition(e.Line), err)
		}
		return nil, err
	}
	res, err := compile.Compile(prog, compile.Options{
		Library: true,
		Leaf: func(name string) (int, bool) {
			n, _, ok := builtin.LeafByName(name)
			return int(n), ok
		},
		Root: func(name string) (int, bool) {
			n, ok := builtin.RootByName(name)
			return int(n), ok
		},
		Const: func(name string) (int, bool) {
			k, ok := heap.KindNumber(name)
			return int(k), ok
		},
	})
	if e, ok := err.(*compile.Error); ok {
		return nil, fmt.Errorf("%s: %w", libraryPosition(e.Line), err)
	}
	if err != nil {
		return nil, err
	}
	if err := bytecode.Verify(res.Func); err != nil {
		return nil, fmt.Errorf("runtime/lib: %w", err)
	}
	return res, nil
}
