package native

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	bench "firn/bench/programs"
	"firn/runtime"
	"firn/tests/native/gen"
	"firn/tests/programs"
)

// Environment variables that ask for more.
const (
	hoursVariable = "FIRN_NATIVE_HOURS" // how long generated programs are run, e.g. 2.5
	seedVariable  = "FIRN_NATIVE_SEED"  // the only generated program that is run
	fileVariable  = "FIRN_NATIVE_FILE"  // a program to run instead, with FIRN_NATIVE_SEED for the modes
	fromVariable  = "FIRN_NATIVE_FROM"  // the first seed; otherwise the number of the day
	modesVariable = "FIRN_NATIVE_MODES" // only modes with one of these words, separated by commas, in their names
)

// Times of a run without these.
const (
	generatedTime = 2 * time.Minute
	shortTime     = 5 * time.Second
	programTime   = 40 * time.Second // for all programs of the repository together, in modes other than the interpreter
)

// failed reports a finding with its program in a file.
func failed(t *testing.T, name string, f *Finding) {
	t.Helper()
	text := fmt.Sprintf("// %s\n%s", f, f.Source)
	dir := os.TempDir()
	file := filepath.Join(dir, "firn-"+strings.ReplaceAll(name, "/", "-")+".js")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		file = err.Error()
	}
	_, body, found := strings.Cut(f.Source, "const opaque = v => v;\n")
	if !found {
		body = ""
	}
	t.Errorf("%s %s\nthe program is in %s; behind the prelude:\n%s", name, f, file, body)
}

func (c *Checker) report(t *testing.T) {
	for _, name := range append([]string{"node", Interpreter.Name}, names(c.Modes)...) {
		if n := c.Runs[name]; n > 0 {
			t.Logf("%-40s %6d runs, %7.1f ms each, %d given up", name, n, float64(c.Spent[name].Microseconds())/1e3/float64(n), c.Slow[name])
		}
	}
}

func names(modes []Mode) (all []string) {
	for _, m := range modes {
		all = append(all, m.Name)
	}
	return all
}

// TestGenerated runs random programs in all modes for some time.
func TestGenerated(t *testing.T) {
	c, err := NewChecker(true)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if words := os.Getenv(modesVariable); words != "" {
		c.Modes = slices.DeleteFunc(c.Modes, func(m Mode) bool {
			return !slices.ContainsFunc(strings.Split(words, ","), func(w string) bool { return strings.Contains(m.Name, w) })
		})
	}
	if c.Node == nil {
		t.Log("node is not in PATH: the output is not compared with it")
	}
	defer c.report(t)
	if file := os.Getenv(fileVariable); file != "" {
		runFile(t, c, file)
		return
	}
	if s := os.Getenv(seedVariable); s != "" {
		seed, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		if f := c.Generated(seed); f != nil {
			failed(t, "seed"+s, f)
		}
		return
	}
	budget := generatedTime
	if testing.Short() {
		budget = shortTime
	}
	if s := os.Getenv(hoursVariable); s != "" {
		hours, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		budget = time.Duration(hours * float64(time.Hour))
	}
	// Other programs every day, the same ones all day.
	first := time.Now().Unix() / 86400 * 1_000_000
	if s := os.Getenv(fromVariable); s != "" {
		if first, err = strconv.ParseInt(s, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	seed, found := first, 0
	for start := time.Now(); time.Since(start) < budget && found < 20; seed++ {
		if f := c.Generated(seed); f != nil {
			found++
			failed(t, fmt.Sprint("seed", seed), f)
		}
	}
	t.Logf("%d programs from seed %d, %d of them failed", seed-first, first, found)
}

// runFile runs a program in all modes, such as a failed one that was reported.
func runFile(t *testing.T, c *Checker, file string) {
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	seed, _ := strconv.ParseInt(os.Getenv(seedVariable), 10, 64)
	name := fmt.Sprint("seed", seed)
	want, f := c.reference(name, string(source), seed)
	if f != nil || want == nil {
		t.Fatalf("in the interpreter: %v", f)
	}
	t.Logf("the interpreter ends with %q after %d units and prints\n%s%s", want.Failure, want.Used, want.Out, want.Notes)
	if c.Node != nil {
		if f := c.CompareNode(want, string(source)); f != nil {
			t.Error(f)
		}
	}
	for i := range c.Modes {
		if f := c.Compare(&c.Modes[i], want, name, string(source), seed); f != nil {
			t.Error(f)
		}
	}
}

// TestPrograms runs the programs of the repository in all modes.
func TestPrograms(t *testing.T) {
	c, err := NewChecker(false) // their output is compared with node's elsewhere
	if err != nil {
		t.Fatal(err)
	}
	defer c.report(t)
	type program struct{ name, source string }
	var all []program
	bs, err := bench.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range bs {
		source, err := p.Source(bench.Small)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, program{"bench-" + p.Name, source})
	}
	ps, err := programs.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range ps {
		all = append(all, program{p.Name, p.Source})
	}
	budget := programTime
	if testing.Short() {
		budget = shortTime
	}
	long := os.Getenv(hoursVariable) != ""
	if long {
		c.Patience = 10 * time.Minute
	}
	rare := 0
	for _, m := range c.Modes {
		if m.Rare {
			rare++
		}
	}
	// Where time is short, others are left out tomorrow.
	today := int(time.Now().Unix()/86400) % len(all)
	all = append(all[today:len(all):len(all)], all[:today]...)
	left := 0
	start := time.Now()
	for i, p := range all {
		want, f := c.reference(p.name, p.source, 1)
		if f != nil || want == nil {
			t.Errorf("%s in the interpreter: %v", p.name, f)
			continue
		}
		kind := 0
		for k := range c.Modes {
			m := &c.Modes[k]
			if m.Rare {
				kind++
			}
			switch {
			case long:
			case m.Rare && kind-1 != i%rare: // another program's
				continue
			case m.Slow > 50: // tests/stress has these, and generated programs
				continue
			case time.Since(start) > budget:
				left++
				continue
			}
			if f := c.Compare(m, want, p.name, p.source, int64(i)); f != nil {
				failed(t, p.name, f)
			}
		}
	}
	if left > 0 {
		t.Logf("%d runs were left out for lack of time", left)
	}
}

// TestKept runs programs that once failed, or might: testdata/*.js. Those named own-… do what only Firn does. Two of the six
// seeds of each run each day, and all of them where hours are asked for.
func TestKept(t *testing.T) {
	c, err := NewChecker(true)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	files, err := filepath.Glob("testdata/*.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	long, day := os.Getenv(hoursVariable) != "", time.Now().Unix()/86400
	for i, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		for seed := int64(0); seed < 6; seed++ { // with and without feedback, checks, dead registers
			if turn := (day + int64(i)) % 3; !long && seed != turn && seed != 5-turn {
				continue // the others have the other days
			}
			kind := i
			chosen := func(m *Mode) bool {
				if m.Rare {
					kind++
				}
				// A rare mode has a third of the seeds of a program, another third of the next one's.
				return m.Slow <= 50 && (long || !m.Rare || int64(kind%3) == seed%3)
			}
			if f := c.modes(string(source), name, seed, seed < 3 && !strings.HasPrefix(name, "own-"), chosen); f != nil {
				t.Errorf("%s, seed %d: %s", name, seed, f)
			}
		}
	}
}

// TestDifference: the harness sees what it is for.
func TestDifference(t *testing.T) {
	run := func(source string) *Result {
		r, err := Interpreter.Run("t", source, 1, time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	a := run("print(1); try { null.x } catch (e) { note(e) } globalThis.x = [1];")
	for _, c := range []struct{ source, want string }{
		{"print(1); try { null.x } catch (e) { note(e) } globalThis.x = [1];", ""},
		{"print(2); try { null.x } catch (e) { note(e) } globalThis.x = [1];", "output"},
		{"print(1); try {null.x } catch (e) { note(e) } globalThis.x = [1];", "exceptions"},
		{"print(1); try { null.x } catch (e) { note(e) } globalThis.x = [1]; throw 1", "it ended with"},
		{"print(1); try { null.x } catch (e) { note(e) } globalThis.x = [1]; x.length;", "meter"},
	} {
		d := a.Difference(run(c.source))
		if (d == "") != (c.want == "") || !strings.HasPrefix(d, c.want) {
			t.Errorf("%s: %q, want %q", c.source, d, c.want)
		}
	}
	if d := run("globalThis.x = 1; var y = 2;").Difference(run("globalThis.x = 2; var y = 2;")); !strings.Contains(d, "machine") {
		t.Errorf("another machine: %q", d)
	}
	// Modes that change what a program does are found out, and the program is made small.
	c := &Checker{Modes: []Mode{{Name: "another stack", Configure: func(c *runtime.Config, _ int64) { c.Stack *= 2 }}}, Patience: 10 * time.Second, Spent: map[string]time.Duration{}, Runs: map[string]int{}, Slow: map[string]int{}}
	p := gen.New(3, gen.Options{})
	f := c.program(p, "p", gen.Options{Own: true}, func(*Mode) bool { return true })
	if f == nil || f.Mode != "another stack" {
		t.Fatalf("finding %v", f)
	}
	if n := strings.Count(f.Source, "\n") - strings.Count(gen.New(3, gen.Options{}).Source(), "\n"); n > -50 {
		t.Errorf("the program was not made small:\n%s", f.Source)
	}
}
