package programs

import (
	"os"
	"strings"
	"testing"

	"firn"
	bench "firn/bench/programs"
)

// runFirn runs a script with its jobs and answers what it printed.
func runFirn(t *testing.T, name, source string, c firn.Config) string {
	m, err := firn.New(c)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	var out strings.Builder
	print := func(args ...string) { out.WriteString(strings.Join(args, " ") + "\n") }
	if err := m.Set("print", print); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Run(name, source); err != nil {
		t.Errorf("%v", err)
		return out.String()
	}
	if err := m.RunJobs(); err != nil {
		t.Errorf("in a job: %v", err)
	}
	return out.String()
}

// TestFirn runs every program and compares what it prints, to the byte.
func TestFirn(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		t.Run(p.Name, func(t *testing.T) {
			if d := p.Difference(runFirn(t, p.Name+".js", p.Source, firn.Config{})); d != "" {
				t.Error(d)
			}
		})
	}
}

// StressVariable names the environment variable that asks for TestFirnStress, which takes minutes.
const StressVariable = "FIRN_STRESS"

// TestFirnStress runs the bench programs at small size twice, once with a collection at every safepoint and the heap
// verified before and after each, and compares the two.
func TestFirnStress(t *testing.T) {
	if os.Getenv(StressVariable) == "" {
		t.Skip(StressVariable + " is not set: set it to 1 to run this, which takes minutes")
	}
	all, err := bench.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		t.Run(p.Name, func(t *testing.T) {
			source, err := p.Source(bench.Small)
			if err != nil {
				t.Fatal(err)
			}
			want := Program{Name: p.Name, Output: runFirn(t, p.Name+".js", source, firn.Config{})}
			if d := want.Difference(runFirn(t, p.Name+".js", source, firn.Config{Stress: true})); d != "" {
				t.Error(d)
			}
		})
	}
}
