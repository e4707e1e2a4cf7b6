package ses

import (
	"fmt"
	"os"
	"runtime/debug"
	"testing"
	"time"

	"firn/romgen"
	"firn/runtime"
)

// TestManyCompartments keeps 20,000 compartments alive: each costs the same and
// little. Times are reported, not asserted.
func TestManyCompartments(t *testing.T) {
	m, c := machine(t, runtime.PresetSes)
	h := m.Heap()
	const n = 20000
	run(t, m, c, `globalThis.all = []; 0`, "0")
	m.Collect(true)
	before := h.Used()
	var first, last time.Duration
	for i := 0; i < 20; i++ {
		start := time.Now()
		run(t, m, c, fmt.Sprintf(`for (let i = 0; i < %d; i++) all.push(Realm.makeCompartment()); all.length`, n/20), fmt.Sprint(n/20*(i+1)))
		last = time.Since(start)
		if i == 0 {
			first = last
		}
	}
	m.Collect(true)
	each := float64(h.Used()-before) / n
	if each > 3<<10 {
		t.Errorf("a compartment takes %.0f bytes", each)
	}
	run(t, m, c, `all[0].evaluateProgram("var x = 1"); all[19999].evaluateExpr("typeof x")`, "undefined")
	t.Logf("%.0f bytes each, %.2f µs each at the start, %.2f µs at the end",
		each, float64(first.Microseconds())/(n/20), float64(last.Microseconds())/(n/20))
}

// resident is the process's resident set without shared pages, of which the ROM
// is one, in bytes; 0 where it cannot be read.
func resident() int64 {
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	var size, rss, shared int64
	fmt.Sscan(string(b), &size, &rss, &shared)
	return (rss - shared) * int64(os.Getpagesize())
}

// TestIdleMachines measures what machines with one compartment that has run
// something keep.
func TestIdleMachines(t *testing.T) {
	if resident() == 0 {
		t.Skip("no /proc/self/statm: mount /proc (linux) to measure memory")
	}
	rom, err := romgen.Default()
	if err != nil {
		t.Fatal(err)
	}
	const n = 200
	machines := make([]*runtime.Machine, 0, n)
	add := func() {
		m, err := runtime.New(rom, runtime.Config{})
		if err != nil {
			t.Fatal(err)
		}
		c := m.NewCompartment()
		m.Heap().NewHandle(c)
		if _, err := m.Evaluate(c, `[1, 2, 3].map(x => x + 1).join()`, "idle.js", false); err != nil {
			t.Fatal(err)
		}
		machines = append(machines, m)
	}
	add()
	debug.FreeOSMemory()
	before := resident()
	start := time.Now()
	for len(machines) < n {
		add()
	}
	took := time.Since(start)
	debug.FreeOSMemory()
	raw := float64(resident()-before) / (n - 1)
	for _, m := range machines {
		m.Trim()
	}
	each := float64(resident()-before) / (n - 1)
	for _, m := range machines {
		m.Close()
	}
	if each > 256<<10 {
		t.Errorf("a machine keeps %.0f KiB", each/1024)
	}
	t.Logf("%.0f KiB each after a run, %.0f KiB when trimmed, %.0f µs to make one and run a line", raw/1024, each/1024, float64(took.Microseconds())/(n-1))
}

// TestParallel runs machines on one ROM in several goroutines.
func TestParallel(t *testing.T) {
	rom, err := romgen.Default()
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	for g := 0; g < 4; g++ {
		go func() {
			for i := 0; i < 10; i++ {
				m, err := runtime.New(rom, runtime.Config{})
				if err != nil {
					done <- err
					return
				}
				c := m.NewCompartment()
				m.Heap().NewHandle(c)
				v, err := m.Evaluate(c, `Realm.makeCompartment().evaluateProgram("[3, 1, 2].sort().map(x => x + /./.exec('ab')[0]).join()")`, "p.js", false)
				if err == nil && m.Describe(v) != "1a,2a,3a" {
					err = fmt.Errorf("got %s", m.Describe(v))
				}
				f, ferr := m.Fork()
				if ferr == nil {
					f.Close()
				}
				m.Close()
				if err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	for g := 0; g < 4; g++ {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}
