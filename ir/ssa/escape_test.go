package ssa_test

import (
	"testing"

	"firn/bench/programs"
	"firn/ir/ssa"
)

// countOps counts the values of an operation.
func countOps(f *ssa.Func, op ssa.Op) (n int) {
	for _, b := range f.Blocks {
		for _, v := range b.Values {
			if v.Op == op {
				n++
			}
		}
	}
	return n
}

// TestEscapePrograms compares the bench programs' functions without and with
// escape analysis: there must be no more allocations, and fewer in all.
func TestEscapePrograms(t *testing.T) {
	all, err := programs.All()
	if err != nil {
		t.Fatal(err)
	}
	was, is := 0, 0
	for _, p := range all {
		source, err := p.Source(programs.Small)
		if err != nil {
			t.Fatal(err)
		}
		m, cfg := warm(t, source)
		before, after, virtual := 0, 0, 0
		for _, tmpl := range templates(m.Heap()) {
			for _, pc := range entries(m.Heap(), tmpl) {
				count := func(disable string) (*ssa.Func, int) {
					f, err := ssa.Build(cfg, tmpl, pc)
					if err != nil {
						return nil, 0
					}
					if err := ssa.Optimize(f, ssa.Config{Check: true, Disable: map[string]bool{disable: true}}); err != nil {
						t.Fatalf("%s: %s at %d: %v", p.Name, f.Name, pc, err)
					}
					return f, countOps(f, ssa.OpAlloc)
				}
				f, n := count("escape")
				if f == nil {
					continue
				}
				g, k := count("")
				if k > n {
					t.Errorf("%s: %s at %d: %d allocations, without the pass %d", p.Name, f.Name, pc, k, n)
				}
				before, after = before+n, after+k
				virtual += countOps(g, ssa.OpVirtual)
			}
		}
		if before > 0 {
			t.Logf("%-12s %3d of %3d allocations are gone, %d descriptions", p.Name, before-after, before, virtual)
		}
		was, is = was+before, is+after
	}
	t.Logf("%d of %d allocations are gone", was-is, was)
	if is >= was {
		t.Error("no allocation is gone")
	}
}
