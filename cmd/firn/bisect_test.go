//go:build linux && amd64 && !firn_nojit

package main

import (
	"context"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"firn/ir/ssa"
	"firn/jit"
)

// TestMain makes the test's executable the command when a test asks for it:
// bisection runs itself.
func TestMain(m *testing.M) {
	switch how := os.Getenv("FIRN_TEST_CHILD"); how {
	case "":
		os.Exit(m.Run())
	default:
		sabotage = func(o *jit.CompilerOptions) { breakCompiler(o, how) }
		os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
}

// breakCompiler makes the compiler turn 1234567 into 7654321 after a pass.
func breakCompiler(o *jit.CompilerOptions, pass string) {
	o.DumpSSA = func(after string, f *ssa.Func) {
		if after != pass {
			return
		}
		for _, b := range f.Blocks {
			for _, v := range b.Values {
				if v.Op == ssa.OpConstInt && v.Aux == 1234567 {
					v.Aux = 7654321
				}
			}
		}
	}
}

const victim = `function innocent(x) { return x * 2 | 0; }
const holder = {
  guilty(x) { return (x ^ 1234567) & 0xffff; },
};
let s = 0;
function loop() { for (let i = 0; i < 200; i++) s += innocent(i) + holder.guilty(i); }
for (let i = 0; i < 20; i++) loop();
print("sum", s);
`

func TestBisect(t *testing.T) {
	file := write(t, "v.js", victim)
	for _, c := range []struct {
		sabotage string
		status   int
		want     []string
	}{
		{"none", exitOK, []string{"same output as the interpreter"}},
		{"licm", exitException, []string{"it takes ", "the first pass that it takes: licm; without that one alone it is right", "ssa:narrow,ssa:licm",
			"the interpreter:  sum ", "native code:      sum "}},
		{"start", exitException, []string{"it is no pass", "-dump=ssa:start,regalloc,asm,deopt"}},
	} {
		t.Setenv("FIRN_TEST_CHILD", c.sabotage)
		status, out, errout := command("", "run", "-bisect", file)
		if status != c.status {
			t.Errorf("%s: status %d", c.sabotage, status)
		}
		for _, want := range c.want {
			if !strings.Contains(out+errout, want) {
				t.Errorf("%s: no %q in\n%s%s", c.sabotage, want, out, errout)
			}
		}
	}
	if status, _, errout := command("", "run", "-bisect", "-"); status != exitUsage || errout == "" {
		t.Error(status, errout)
	}
}

// TestBisectionOfSeveral: the search alone. It goes wrong when b and d are both
// compiled, with a pass or without any.
func TestBisectionOfSeveral(t *testing.T) {
	passes := []string{"p1", "p2", "p3"}
	list := func() ([]string, error) { return []string{"a", "b", "c", "d", "e"}, nil }
	for _, pass := range []string{"", "p1", "p2", "p3"} {
		b := &bisection{log: io.Discard, run: func(_ context.Context, _ string, c *choice) (outcome, error) {
			var o outcome
			if slices.Contains(c.Only, "b") && slices.Contains(c.Only, "d") && !slices.Contains(c.Disable, pass) {
				o.out = "wrong"
			}
			return o, nil
		}}
		c, err := b.find(list, passes)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(c.ids, []string{"d", "b"}) || c.pass != pass || c.only != (pass != "") {
			t.Errorf("found %+v, want d and b, pass %q", c, pass)
		}
	}
	sometimes := 0
	b := &bisection{log: io.Discard, run: func(context.Context, string, *choice) (o outcome, err error) {
		if sometimes++; sometimes%3 == 2 {
			o.status = 1
		}
		return o, nil
	}}
	if c, err := b.find(list, passes); err == nil {
		t.Errorf("found %+v in what differs only sometimes", c)
	}
}
