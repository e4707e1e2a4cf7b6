package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"

	"firn/ir/ssa"
	"firn/jit"
)

// Bisection: run -bisect runs a program again and again in processes of their
// own, with native code for a part of its functions, and with a part of the
// passes, until it knows which ones make its output differ from the
// interpreter's.

// choice says what is compiled. It is passed to a child as a file of JSON.
type choice struct {
	Only    []string // ids of code to compile; nil: all
	Disable []string // passes to leave out
	Log     string   // file that gets the ids of what is compiled, one a line
}

// outcome is what can be seen of a run.
type outcome struct {
	status int
	out    string // stdout, then stderr with the fuel that was used
	took   time.Duration
}

func (o *outcome) same(p *outcome) bool { return o.status == p.status && o.out == p.out }

// bisection is the search.
type bisection struct {
	ctx     context.Context
	run     func(ctx context.Context, jit string, c *choice) (outcome, error)
	log     io.Writer
	want    outcome // the interpreter's
	runs    int
	lastBad outcome
}

// culprit is what the search has found.
type culprit struct {
	ids  []string // functions that it takes, mostly one; the last is the first to be needed
	pass string   // "": not even without passes is the output right
	only bool     // without just that pass it is right
}

// bad runs the program with a choice and tells whether it goes wrong.
func (b *bisection) bad(c *choice) (bool, error) {
	b.runs++
	o, err := b.run(b.ctx, "always", c)
	if err != nil || o.same(&b.want) {
		return false, err
	}
	b.lastBad = o
	return true, nil
}

// find does the search. list gives the ids of all code, in the order in which it
// was compiled.
func (b *bisection) find(list func() ([]string, error), passes []string) (*culprit, error) {
	ids, err := list()
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(b.log, "%d functions and loops are compiled\n", len(ids))
	if bad, err := b.bad(&choice{Only: []string{}}); err != nil {
		return nil, err
	} else if bad {
		return nil, errors.New("the output differs with nothing compiled: it is not native code, or the program differs from run to run")
	}
	var c culprit
	// Each round finds the next function without which the rest is right.
	for rest := ids; ; {
		n, err := b.least(len(rest), func(n int) (bool, error) {
			return b.bad(&choice{Only: slices.Concat(c.ids, rest[:n])})
		})
		if err != nil {
			return nil, err
		}
		if n == 0 || n > len(rest) {
			return nil, errSometimes
		}
		c.ids = append(c.ids, rest[n-1])
		fmt.Fprintf(b.log, "it takes %s\n", rest[n-1])
		if bad, err := b.bad(&choice{Only: c.ids}); err != nil {
			return nil, err
		} else if bad {
			break
		}
		if rest = rest[:n-1]; len(rest) == 0 {
			return nil, errSometimes
		}
	}
	n, err := b.least(len(passes), func(n int) (bool, error) {
		return b.bad(&choice{Only: c.ids, Disable: passes[n:]})
	})
	if err != nil {
		return nil, err
	}
	if n > 0 && n <= len(passes) {
		c.pass = passes[n-1]
		bad, err := b.bad(&choice{Only: c.ids, Disable: []string{c.pass}})
		if err != nil {
			return nil, err
		}
		c.only = !bad
	}
	for range 2 {
		for _, ids := range [][]string{c.ids, {}} {
			if bad, err := b.bad(&choice{Only: ids}); err != nil {
				return nil, err
			} else if bad != (len(ids) > 0) {
				return nil, errSometimes
			}
		}
	}
	return &c, nil
}

var errSometimes = errors.New("the output differs only sometimes: this search is for what is always wrong")

// least is the least n in 0…max for which bad(n), which is taken to stay so for
// all greater ones; max+1 if there is none.
func (b *bisection) least(max int, bad func(n int) (bool, error)) (int, error) {
	lo, hi := 0, max+1
	for lo < hi {
		mid := (lo + hi) / 2
		is, err := bad(mid)
		if err != nil {
			return 0, err
		}
		if is {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo, nil
}

// bisect is run -bisect.
func (a *app) bisect(files []string) error {
	if !jit.Native {
		return jit.ErrNoNative
	}
	if slices.Contains(files, "-") {
		return usage("-bisect runs the program many times: it cannot read it from standard input")
	}
	ctx, stop := interruptible()
	defer stop()
	child := func(ctx context.Context, jit string, c *choice) (outcome, error) { return a.child(ctx, jit, c, files) }
	b := &bisection{ctx: ctx, log: a.stderr, run: child}
	var err error
	if b.want, err = child(ctx, "off", nil); err != nil {
		return err
	}
	log, err := os.CreateTemp("", "firn-bisect-*")
	if err != nil {
		return err
	}
	log.Close()
	defer os.Remove(log.Name())
	bad, err := b.bad(&choice{Log: log.Name()})
	if err != nil {
		return err
	}
	if !bad {
		fmt.Fprintln(a.stdout, "native code gives the same output as the interpreter")
		return nil
	}
	c, err := b.find(func() ([]string, error) {
		text, err := os.ReadFile(log.Name())
		return unique(strings.Split(strings.TrimSpace(string(text)), "\n")), err
	}, ssa.PassNames())
	if err != nil {
		return err
	}
	a.reportCulprit(b, c, files)
	return statusError(exitException)
}

// unique drops what is there a second time.
func unique(list []string) []string {
	seen := map[string]bool{"": true}
	return slices.DeleteFunc(list, func(s string) bool {
		was := seen[s]
		seen[s] = true
		return was
	})
}

func (a *app) reportCulprit(b *bisection, c *culprit, files []string) {
	out := a.stdout
	fmt.Fprintf(out, "native code of this changes the output (%d runs):\n", b.runs)
	for _, id := range c.ids {
		fmt.Fprintf(out, "  %s\n", id)
	}
	if want, got := difference(b.want.out, b.lastBad.out); b.want.status != b.lastBad.status && want == got {
		fmt.Fprintf(out, "status: %d, from the interpreter %d\n", b.lastBad.status, b.want.status)
	} else {
		fmt.Fprintf(out, "the interpreter:  %s\nnative code:      %s\n", want, got)
	}
	id := c.ids[len(c.ids)-1]
	name, _, _ := strings.Cut(id, "@")
	osr := ""
	if _, word, ok := strings.Cut(id, "#"); ok {
		osr = " -osr=" + word
	}
	switch {
	case c.pass == "":
		fmt.Fprintf(out, "it is no pass: look at how the graph is built, at lowering, register allocation and exits:\n  firn dump -live -dump=ssa:start,regalloc,asm,deopt -func=%q%s %s\n", name, osr, files[len(files)-1])
	default:
		alone := "; without that one alone it is still wrong"
		if c.only {
			alone = "; without that one alone it is right"
		}
		fmt.Fprintf(out, "the first pass that it takes: %s%s\n", c.pass, alone)
		before := "start"
		if i := slices.Index(ssa.PassNames(), c.pass); i > 0 {
			before = ssa.PassNames()[i-1]
		}
		fmt.Fprintf(out, "  firn dump -live -dump=ssa:%s,ssa:%s -func=%q%s %s\n", strings.ReplaceAll(before, " ", "-"), strings.ReplaceAll(c.pass, " ", "-"), name, osr, files[len(files)-1])
	}
}

// difference is the first line in which two texts differ.
func difference(a, b string) (string, string) {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := 0; i < len(x) && i < len(y); i++ {
		if x[i] != y[i] {
			return x[i], y[i]
		}
	}
	line := func(l []string, n int) string {
		if n < len(l) {
			return l[n]
		}
		return "(nothing)"
	}
	n := min(len(x), len(y))
	return line(x, n), line(y, n)
}

// child runs the program in a process of its own. A run that takes too long is
// stopped, which counts as an outcome.
func (a *app) child(ctx context.Context, jit string, c *choice, files []string) (o outcome, err error) {
	self, err := os.Executable()
	if err != nil {
		return o, err
	}
	args := []string{"run", "-fuelused", "-jit=" + jit}
	l := &a.limits
	if l.fuel > 0 {
		args = append(args, fmt.Sprint("-fuel=", l.fuel))
	}
	for flag, n := range map[string]byteSize{"-memory=": l.memory, "-stack=": l.stack} {
		if n > 0 {
			args = append(args, flag+n.String())
		}
	}
	if l.rom != "" {
		args = append(args, "-rom="+l.rom)
	}
	if c != nil {
		f, err := os.CreateTemp("", "firn-choice-*")
		if err != nil {
			return o, err
		}
		defer os.Remove(f.Name())
		if err := errors.Join(json.NewEncoder(f).Encode(c), f.Close()); err != nil {
			return o, err
		}
		args = append(args, "-choice="+f.Name())
	}
	limit := 10 * time.Minute
	if c != nil {
		limit = 20*time.Second + 30*a.reference
	}
	ctx, stop := context.WithTimeout(ctx, limit)
	defer stop()
	cmd := exec.CommandContext(ctx, self, append(append(args, "--"), files...)...)
	var out, errout bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errout
	begin := time.Now()
	err = cmd.Run()
	o.took = time.Since(begin)
	if c == nil {
		a.reference = o.took
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return o, err
	}
	if ctx.Err() == context.Canceled {
		return o, context.Cause(ctx)
	}
	o.status = cmd.ProcessState.ExitCode()
	o.out = out.String() + errout.String()
	return o, nil
}

// readChoice reads what a child is to compile.
func readChoice(file string) (c choice, err error) {
	b, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	return c, err
}
