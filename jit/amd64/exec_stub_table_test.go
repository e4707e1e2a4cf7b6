//go:build linux && amd64 && !firn_nojit

package amd64_test

import (
	"testing"

	"firn/heap"
	"firn/ir/ssa"
)

// TestStubTablePlace compares with heap.TableNext, at all positions of tables with
// holes here and there, with and without values.
func TestStubTablePlace(t *testing.T) {
	r := newRunner(t)
	h := r.h
	r.stub(ssa.StubTablePlace, ssa.Ref, ssa.Int)
	for _, set := range []bool{true, false} {
		for _, every := range []int32{0, 1, 2, 7, 40} {
			table := h.NewTable(set)
			const n = 60
			for i := int32(0); i < n; i++ {
				table, _ = h.TableSet(table, heap.Int(i), heap.Int(i))
			}
			for i := int32(0); i < n && every > 0; i++ {
				if i%every == 0 {
					h.SetVal(h.TableFind(table, heap.Int(i)), heap.Empty) // no new table
				}
			}
			for pos := uint32(0); pos <= n+2; pos++ {
				got, exit := r.run(heap.Object(table), heap.Int(int32(pos)))
				e, _, next := h.TableNext(table, pos)
				want := next
				if e != 0 {
					want--
				}
				if got != heap.Uint32(want) || exit != nil {
					t.Errorf("set %v, every %d: position %d: %s, want %d", set, every, pos, show(got), want)
				}
			}
		}
	}
	// Too many that are deleted.
	table := h.NewTable(true)
	for i := int32(0); i < 9000; i++ {
		table, _ = h.TableSet(table, heap.Int(i), heap.Undefined)
	}
	for i := int32(10); i < 8999; i++ {
		h.SetVal(h.TableFind(table, heap.Int(i)), heap.Empty)
	}
	if got, _ := r.run(heap.Object(table), heap.Int(20)); got != heap.Int(-1) {
		t.Errorf("%s behind thousands of deleted entries", show(got))
	}
}
