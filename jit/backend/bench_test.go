package backend

import (
	"math/rand"
	"testing"
)

// BenchmarkAllocate allocates a function of some 3,000 instructions; ns/inst is
// the figure to watch.
func BenchmarkAllocate(b *testing.B) {
	for _, c := range []struct {
		name  string
		shape randomShape
		least int
	}{
		{"small", randomShape{blocks: 8, insts: 10, old: 0.05, calls: 0.05, structured: true}, 50},
		{"typical", randomShape{blocks: 200, insts: 24, old: 0.3, calls: 0.03, structured: true, window: 20}, 3000},
		{"pressure", randomShape{blocks: 200, insts: 24, old: 0.6, calls: 0.03, structured: true}, 3000},
		{"calls", randomShape{blocks: 200, insts: 24, old: 0.05, calls: 0.3, structured: true}, 3000},
		{"large", randomShape{blocks: 4000, insts: 24, old: 0.05, calls: 0.03, structured: true}, 40000},
	} {
		b.Run(c.name, func(b *testing.B) {
			cfg := testConfig()
			cfg.Check = false
			var f *Func
			insts := 0
			for seed := int64(1); insts < c.least; seed++ {
				f = randomFunc(rand.New(rand.NewSource(seed)), cfg, c.shape)
				insts = countInsts(f)
			}
			var a Allocator
			b.ReportAllocs()
			b.ResetTimer()
			after := 0
			for i := 0; i < b.N; i++ {
				b.StopTimer()
				g := cloneFunc(f)
				b.StartTimer()
				if err := a.Allocate(g, cfg); err != nil {
					b.Fatal(err)
				}
				after = countInsts(g)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(insts), "ns/inst")
			b.ReportMetric(float64(insts), "insts")
			b.ReportMetric(float64(after-insts), "moves")
		})
	}
}

func countInsts(f *Func) int {
	n := 0
	for _, b := range f.Blocks {
		n += len(b.Insts)
	}
	return n
}

// cloneFunc copies an unallocated function, loops and all.
func cloneFunc(f *Func) *Func {
	g := copyFunc(f)
	index := map[*Block]*Block{}
	for i, b := range f.Blocks {
		index[b] = g.Blocks[i]
	}
	loops := map[*loop]*loop{}
	var clone func(l *loop) *loop
	clone = func(l *loop) *loop {
		if l == nil {
			return nil
		}
		if loops[l] == nil {
			loops[l] = &loop{header: index[l.header], parent: clone(l.parent)}
		}
		return loops[l]
	}
	for i, b := range f.Blocks {
		c := g.Blocks[i]
		c.loop = clone(b.loop)
		c.Preds = nil
		for _, p := range b.Preds {
			c.Preds = append(c.Preds, index[p])
		}
	}
	g.Exits = append([]Exit(nil), f.Exits...)
	return g
}
