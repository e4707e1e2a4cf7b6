//go:build linux && amd64 && !firn_nojit

package native

import (
	"math/rand"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit"
)

// forcer is a compiler that makes guards fail: after the last pass it puts, in
// front of a value that can leave, a guard of the same state that counts how often
// it is executed, in a cell of its own, and fails now and then. Results must not
// tell.
type forcer struct {
	jit.Compiler
	*rand.Rand
	cell uint32 // pool entry with the cell of the function under way, 0 for none
}

func newForcer(seed int64, co jit.CompilerOptions) *forcer {
	f := &forcer{Rand: rand.New(rand.NewSource(seed))}
	co.DumpSSA = f.pass
	f.Compiler = jit.NewCompiler(co)
	return f
}

// Build is the compiler's, for an engine that calls Finish at once.
func (f *forcer) Build(h *heap.Heap, r jit.Request) (jit.Job, error) {
	f.cell = 0
	// Every third function is left alone, so that there are callers and callees
	// that stay.
	if f.Intn(3) > 0 {
		c := h.AllocZero(heap.KBytes, heap.OffData+8)
		h.SetU32(c+heap.OffLength, 8)
		f.cell = r.Pool(heap.CellRef(c))
	}
	return f.Compiler.Build(h, r)
}

func (f *forcer) pass(name string, fn *ssa.Func) {
	if name != "finish" || f.cell == 0 {
		return
	}
	type place struct {
		b *ssa.Block
		i int
	}
	var at []place
	for _, b := range fn.Blocks {
		for i, v := range b.Values {
			// Calls have the state behind them, and what the driver does has all that
			// it needs in frame slots already.
			if v.State != nil && v.Op.Has(ssa.Guard) && !v.Op.Has(ssa.Clobber) && v.Op != ssa.OpEntry && v.Op != ssa.OpPoll {
				at = append(at, place{b, i})
			}
		}
	}
	if len(at) == 0 {
		return
	}
	p := at[f.Intn(len(at))]
	v := p.b.Values[p.i]
	i := p.i
	insert := func(op ssa.Op, mem ssa.Mem, aux int64, t ssa.Type, args ...*ssa.Value) *ssa.Value {
		n := fn.NewValue(op, t, args...)
		n.Aux, n.Mem, n.Fn, n.Line = aux, mem, v.Fn, v.Line
		p.b.Insert(i, n)
		i++
		return n
	}
	mask := int64([]int{0, 0, 1, 3, 7, 31, 127}[f.Intn(7)])
	cell := insert(ssa.OpPoolRef, ssa.MemNone, int64(f.cell), ssa.Ref)
	n := insert(ssa.OpLoadInt, ssa.MemBytes, heap.OffData, ssa.Int, cell)
	one := insert(ssa.OpConstInt, ssa.MemNone, 1, ssa.Int)
	insert(ssa.OpStoreInt, ssa.MemBytes, heap.OffData, ssa.None, cell, insert(ssa.OpAddIntW, ssa.MemNone, 0, ssa.Int, n, one))
	low := insert(ssa.OpAndInt, ssa.MemNone, 0, ssa.Int, n, insert(ssa.OpConstInt, ssa.MemNone, mask, ssa.Int))
	test := insert(ssa.OpCmpInt, ssa.MemNone, int64(ssa.Ne), ssa.Bool, low, insert(ssa.OpConstInt, ssa.MemNone, f.Int63n(mask+1), ssa.Int))
	insert(ssa.OpGuardTrue, ssa.MemNone, 0, ssa.None, test).State = v.State
}
