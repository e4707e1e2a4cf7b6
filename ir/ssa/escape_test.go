package ssa_test

import (
	"testing"

	"firn/bench/programs"
	"firn/ir/ssa"
	tests "firn/tests/programs"
)

// countOps counts the values of an operation in blocks that are not cold.
func countOps(f *ssa.Func, op ssa.Op) (n int) {
	for _, b := range f.Blocks {
		for _, v := range b.Values {
			if v.Op == op && !b.Cold {
				n++
			}
		}
	}
	return n
}

// TestEscapePrograms counts what the pass does to the functions of the bench
// programs: there must be no more allocations after it, and fewer in all.
func TestEscapePrograms(t *testing.T) {
	all, err := programs.All()
	if err != nil {
		t.Fatal(err)
	}
	others, err := tests.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range others {
		if p.Name == "temporaries" || p.Name == "numbers" {
			all = append(all, programs.Program{Name: p.Name, Text: p.Source})
		}
	}
	was, is := 0, 0
	for _, p := range all {
		source := p.Text
		if p.Sizes != nil {
			if source, err = p.Source(programs.Small); err != nil {
				t.Fatal(err)
			}
		}
		m, cfg := warm(t, source)
		before, after, virtual := 0, 0, 0
		for _, tmpl := range templates(m.Heap()) {
			for _, pc := range entries(m.Heap(), tmpl) {
				f, err := ssa.Build(cfg, tmpl, pc)
				if err != nil {
					continue
				}
				n, last := 0, 0
				err = ssa.Optimize(f, ssa.Config{Check: true, Dump: func(pass string, f *ssa.Func) {
					if pass == "escape" {
						n = last
					}
					last = countOps(f, ssa.OpAlloc)
				}})
				if err != nil {
					t.Fatalf("%s: %s at %d: %v", p.Name, f.Name, pc, err)
				}
				if last > n {
					t.Errorf("%s: %s at %d: %d allocations, before %d", p.Name, f.Name, pc, last, n)
				}
				before, after = before+n, after+last
				virtual += countOps(f, ssa.OpVirtual)
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
