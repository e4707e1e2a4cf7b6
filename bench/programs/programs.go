package programs

import (
	"embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

//go:embed *.js
var files embed.FS

// Size names one of the sizes every program has.
type Size string

// The sizes: Small for tests and stress modes (milliseconds), Normal for a quick look (about half a second on goja),
// Long for figures: two seconds or more on goja, also on machines twice as fast as what the sizes were chosen on.
const (
	Small  Size = "small"
	Normal Size = "normal"
	Long   Size = "long"
)

// Program is one bench program.
type Program struct {
	// Name is the file's name without .js.
	Name string
	// Text is the source as it stands in the file, at normal size.
	Text string
	// Sizes gives the value of SIZE for each size.
	Sizes map[Size]int
	// Skip lists engines that lack a feature the program is about.
	Skip []string
}

var (
	header   = regexp.MustCompile(`(?m)^// bench: (.+)$`)
	sizeLine = regexp.MustCompile(`(?m)^const SIZE = \d+; // bench:size$`)
)

// All lists the programs in the order of their names. It fails only when a file's header is wrong.
func All() ([]Program, error) {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	var all []Program
	for _, e := range entries {
		text, err := files.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		p := Program{Name: strings.TrimSuffix(e.Name(), ".js"), Text: string(text), Sizes: make(map[Size]int)}
		if err := p.readHeader(); err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
		all = append(all, p)
	}
	return all, nil
}

func (p *Program) readHeader() error {
	m := header.FindStringSubmatch(p.Text)
	if m == nil {
		return fmt.Errorf("no line // bench: small=… normal=… long=…")
	}
	for _, field := range strings.Fields(m[1]) {
		key, value, ok := strings.Cut(field, "=")
		if !ok {
			return fmt.Errorf("bench header: %q has no value", field)
		}
		if key == "skip" {
			p.Skip = append(p.Skip, value)
			continue
		}
		n, err := strconv.Atoi(value)
		if err != nil || n <= 0 {
			return fmt.Errorf("bench header: %q is no size", field)
		}
		p.Sizes[Size(key)] = n
	}
	for _, s := range []Size{Small, Normal, Long} {
		if p.Sizes[s] == 0 {
			return fmt.Errorf("bench header: no size %s", s)
		}
	}
	if len(sizeLine.FindAllString(p.Text, -1)) != 1 {
		return fmt.Errorf("want one line const SIZE = …; // bench:size")
	}
	return nil
}

// Source is the program's text at a size.
func (p *Program) Source(size Size) (string, error) {
	n, ok := p.Sizes[size]
	if !ok {
		return "", fmt.Errorf("%s: unknown size %q; want small, normal or long", p.Name, size)
	}
	return sizeLine.ReplaceAllString(p.Text, fmt.Sprintf("const SIZE = %d; // bench:size", n)), nil
}

// Skips reports whether the program asks not to be run on the named engine.
func (p *Program) Skips(engine string) bool {
	for _, s := range p.Skip {
		if s == engine {
			return true
		}
	}
	return false
}
