package programs

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed *.js *.out
var files embed.FS

// Program is one program.
type Program struct {
	// Name is the file's name without .js.
	Name string
	// Source is the text of the script. Its only need of the host is print.
	Source string
	// Output is everything that it prints, one line a call.
	Output string
}

// All lists the programs in the order of their names.
func All() ([]Program, error) {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	var all []Program
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".js")
		if !ok {
			continue
		}
		source, err := files.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		output, err := files.ReadFile(name + ".out")
		if err != nil {
			return nil, fmt.Errorf("%s has no expected output: %w", e.Name(), err)
		}
		all = append(all, Program{Name: name, Source: string(source), Output: string(output)})
	}
	return all, nil
}

// Difference names the first line where got is not what the program must print, or "" when they are equal.
func (p *Program) Difference(got string) string {
	g, w := strings.Split(got, "\n"), strings.Split(p.Output, "\n")
	for i := 0; i < len(g) || i < len(w); i++ {
		a, b := "(nothing)", "(nothing)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return fmt.Sprintf("line %d:\n got  %s\n want %s", i+1, a, b)
		}
	}
	return ""
}
