package ssa_test

import (
	"fmt"
	"os"
	"runtime"
	"testing"
	"time"

	"firn/bench/programs"
	"firn/ir/ssa"

	"golang.org/x/sys/unix"
)

// cpuTime is the time that this thread has had so far: what else the machine
// does is not measured.
func cpuTime() time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t); err != nil {
		panic(err)
	}
	return time.Duration(t.Nano())
}

// TestPassTimes measures what the passes take on the functions of all bench
// programs, when FIRN_SSA_TIMES is set; with a function's name in it (not "1"),
// it prints that function after the passes.
func TestPassTimes(t *testing.T) {
	only := os.Getenv("FIRN_SSA_TIMES")
	if only == "" {
		t.Skip("FIRN_SSA_TIMES is not set: set it to 1 to measure, which is no test")
	}
	all, err := programs.All()
	if err != nil {
		t.Fatal(err)
	}
	runtime.LockOSThread()
	spent := map[string]time.Duration{}
	before, after, graphs, slowest := 0, 0, 0, time.Duration(0)
	slow := ""
	for _, p := range all {
		if name := os.Getenv("FIRN_SSA_PROGRAM"); name != "" && p.Name != name {
			continue
		}
		source, err := p.Source(programs.Small)
		if err != nil {
			t.Fatal(err)
		}
		m, cfg := warm(t, source)
		for _, tmpl := range templates(m.Heap()) {
			for _, pc := range entries(m.Heap(), tmpl) {
				start := cpuTime()
				f, err := ssa.Build(cfg, tmpl, pc)
				if err != nil {
					continue
				}
				spent["build"] += cpuTime() - start
				graphs++
				before += live(f)
				built := ""
				if f.Name == only {
					built = f.String()
				}
				start = cpuTime()
				last := start
				if err := ssa.Optimize(f, ssa.Config{Dump: func(pass string, f *ssa.Func) {
					now := cpuTime()
					if pass != "start" {
						spent[pass] += now - last
					}
					last = now
				}}); err != nil {
					t.Fatal(err)
				}
				if d := cpuTime() - start; d > slowest {
					slowest, slow = d, fmt.Sprintf("%s at %d, %d values", f.Name, pc, f.NumValues())
				}
				after += live(f)
				if f.Name == only {
					fmt.Printf("%s\n--------\n%s", built, f)
				}
			}
		}
	}
	total := time.Duration(0)
	t.Logf("%-14s %10v", "build", spent["build"])
	for _, name := range ssa.PassNames() {
		t.Logf("%-14s %10v", name, spent[name])
		total += spent[name]
	}
	t.Logf("%d graphs, %d values, %d after the passes; %v in all, %v a value; slowest %v: %s", graphs, before, after, total,
		total/time.Duration(max(before, 1)), slowest, slow)
}

func live(f *ssa.Func) (n int) {
	for _, b := range f.Blocks {
		n += len(b.Values)
	}
	return n
}
