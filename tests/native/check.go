package native

import (
	"fmt"
	"strings"
	"time"

	"firn/tests/native/gen"
)

// Finding is a program that behaves differently in two modes.
type Finding struct {
	Mode   string
	What   string
	Source string
}

func (f *Finding) String() string { return fmt.Sprintf("in mode %q: %s", f.Mode, f.What) }

// Checker runs programs in all modes.
type Checker struct {
	Modes []Mode
	Node  *node // nil without
	// Patience is how long one run may take.
	Patience time.Duration
	// Spent is the time in each mode, Runs the number of runs, Slow those that were given up.
	Spent      map[string]time.Duration
	Runs, Slow map[string]int
}

// NewChecker makes a checker of all modes that there are, with node if withNode and there is one.
func NewChecker(withNode bool) (*Checker, error) {
	c := &Checker{Modes: Modes(), Patience: 20 * time.Second, Spent: map[string]time.Duration{}, Runs: map[string]int{}, Slow: map[string]int{}}
	if withNode {
		var err error
		if c.Node, err = startNode(); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// Close ends node.
func (c *Checker) Close() {
	if c.Node != nil {
		c.Node.close()
	}
}

func (c *Checker) run(mode *Mode, name, source string, seed int64) (*Result, error) {
	start := time.Now()
	r, err := mode.Run(name, source, seed, c.Patience)
	c.Spent[mode.Name] += time.Since(start)
	c.Runs[mode.Name]++
	if err == ErrSlow {
		c.Slow[mode.Name]++
	}
	return r, err
}

// reference runs a program in the interpreter; nil if it takes too long.
func (c *Checker) reference(name, source string, seed int64) (*Result, *Finding) {
	want, err := c.run(&Interpreter, name, source, seed)
	if err == ErrSlow {
		return nil, nil
	}
	if err != nil {
		return nil, &Finding{Interpreter.Name, err.Error(), source}
	}
	return want, nil
}

// Compare runs a program in a mode and compares with what the interpreter did,
// and with what the last mode with slices did where they ended.
func (c *Checker) Compare(mode *Mode, want *Result, name, source string, seed int64) *Finding {
	got, err := c.run(mode, name, source, seed)
	switch {
	case err == ErrSlow:
		return nil
	case err != nil:
		return &Finding{mode.Name, err.Error(), source}
	}
	if d := want.Difference(got); d != "" {
		return &Finding{mode.Name, d, source}
	}
	if want.Stops == none {
		want.Stops = got.Stops
	}
	return nil
}

// CompareNode compares what node prints with what the interpreter did, and whether both ended well.
func (c *Checker) CompareNode(want *Result, source string) *Finding {
	start := time.Now()
	out, failure, err := c.Node.run(source, c.Patience)
	c.Spent["node"] += time.Since(start)
	c.Runs["node"]++
	if err != nil {
		// It has been killed: a new one for the next program.
		c.Node.close()
		if c.Node, err = startNode(); err != nil || c.Node == nil {
			return &Finding{"node", fmt.Sprintf("it cannot be started again: %v", err), source}
		}
		c.Slow["node"]++
		return nil
	}
	var f *Finding
	switch {
	case out != want.Out:
		f = &Finding{"node", "Firn's output: " + firstLine(want.Out, out), source}
	case (failure == "") != (want.Failure == ""):
		f = &Finding{"node", fmt.Sprintf("Firn ended with %q, node with %q", want.Failure, failure), source}
	}
	if f != nil {
		if deep, err := c.run(&deepInterpreter, "deep", source, 1); err == nil && deep.Out != want.Out {
			return nil // it depends on the size of the stack, which nobody promises
		}
	}
	return f
}

// Generated makes the program of a seed and checks it. Every other program is one that only Firn can be compared with
// itself in; modes that are slow get shorter programs and not all of them, and some
// programs are long.
func (c *Checker) Generated(seed int64) *Finding {
	o := gen.Options{Own: seed&1 == 1}
	name := fmt.Sprintf("seed%d", seed)
	rare := 0
	for _, m := range c.Modes {
		if m.Rare {
			rare++
		}
	}
	skip := int64(0)
	if rare > 0 {
		skip = seed % int64(rare)
	}
	if f := c.program(gen.New(seed, o), name, o, func(m *Mode) bool {
		if m.Rare {
			skip--
			return skip == -1
		}
		return m.Slow <= 50
	}); f != nil {
		return f
	}
	if seed%16 == 3 {
		// Long enough for functions to become hot by themselves.
		o.Steps = 500_000
		return c.program(gen.New(seed, o), name, o, func(m *Mode) bool { return m.Slow <= 10 && !m.Rare })
	}
	if seed%8 != 0 {
		return nil
	}
	o.Steps = 300
	return c.program(gen.New(seed, o), name, o, func(m *Mode) bool { return m.Slow > 50 })
}

func (c *Checker) program(p *gen.Program, name string, o gen.Options, wanted func(*Mode) bool) *Finding {
	f := c.modes(p.Source(), name, p.Seed, !o.Own, wanted)
	if f == nil {
		return nil
	}
	return c.reduce(p, name, f)
}

func (c *Checker) modes(source, name string, seed int64, withNode bool, wanted func(*Mode) bool) *Finding {
	want, f := c.reference(name, source, seed)
	if f != nil || want == nil {
		return f
	}
	if withNode && c.Node != nil {
		if f := c.CompareNode(want, source); f != nil {
			return f
		}
	}
	for i := range c.Modes {
		if wanted(&c.Modes[i]) {
			if f := c.Compare(&c.Modes[i], want, name, source, seed); f != nil {
				return f
			}
		}
	}
	return nil
}

// reduce makes the program of a finding small.
func (c *Checker) reduce(p *gen.Program, name string, f *Finding) *Finding {
	end := time.Now().Add(time.Minute)
	small := &Checker{Modes: c.Modes, Node: c.Node, Patience: min(c.Patience, 5*time.Second), Spent: map[string]time.Duration{}, Runs: map[string]int{}, Slow: map[string]int{}}
	best := f
	gen.Reduce(p, func(p *gen.Program) bool {
		if time.Now().After(end) {
			return false
		}
		g := small.modes(p.Source(), name, p.Seed, f.Mode == "node", func(m *Mode) bool { return m.Name == f.Mode })
		if g == nil || g.Mode != f.Mode || kindOf(g) != kindOf(f) {
			return false
		}
		best = g
		return true
	}, 3000)
	c.Node = small.Node
	return best
}

// kindOf is how a finding begins: a smaller program must fail in the same way.
func kindOf(f *Finding) string {
	kind, _, _ := strings.Cut(f.What, ":")
	return strings.TrimRight(kind, "0123456789 ")
}
