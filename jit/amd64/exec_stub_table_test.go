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

// TestStubTableList: what a table gives, in order, and what that costs; not of tables that
// are empty, large or replaced.
func TestStubTableList(t *testing.T) {
	r := newRunner(t)
	h := r.h
	r.stub(ssa.StubTableList, ssa.Ref, ssa.Int, ssa.Ref, ssa.Int)
	const keys, values, entries = 0, 1, 2
	for _, set := range []bool{true, false} {
		for _, n := range []int32{0, 1, 3, 4, 40, 256, 257} {
			for kind := int32(keys); kind <= entries; kind++ {
				table := h.NewTable(set)
				want := [2][]heap.Value{}
				for i := int32(0); i < n+5; i++ {
					v := heap.Int(-i)
					if set {
						v = heap.Int(i)
					}
					table, _ = h.TableSet(table, heap.Int(i), v)
					if i > 1 && i < 5 || i == n+2 || i == n+3 {
						table, _, _ = h.TableDelete(table, heap.Int(i))
						continue
					}
					want[0], want[1] = append(want[0], heap.Int(i)), append(want[1], v)
				}
				got, exit := r.run(heap.Object(table), heap.Int(kind), heap.Object(h.ArrayShape()), heap.Int(3))
				h.NurTop, _ = r.stack.Nursery()
				m := uint32(len(want[0]))
				if exit != nil || (m > 0 && m <= 256) != (got.Ref() != 0) {
					t.Fatalf("set %v, %d of kind %d: %s", set, m, kind, show(got))
				}
				if got.Ref() == 0 {
					continue
				}
				units := uint64(m) + 1
				if m > 3 {
					units += uint64(m) >> 2
				}
				if used := uint64(1<<40 - r.stack.Fuel()); used != units {
					t.Errorf("set %v, %d of kind %d: %d units, want %d", set, m, kind, used, units)
				}
				if n := (h.Size(got.Ref()) - heap.OffValues) / 8; n != max(m, 3) {
					t.Errorf("set %v, %d of kind %d: room for %d", set, m, kind, n)
				}
				for i := m; i < 3; i++ {
					if v := h.Val(got.Ref() + heap.OffValues + 8*i); v != heap.Hole {
						t.Errorf("set %v, %d of kind %d: %s behind them", set, m, kind, show(v))
					}
				}
				for i := uint32(0); i < m; i++ {
					v := h.Val(got.Ref() + heap.OffValues + 8*i)
					pair := [2]heap.Value{v, v}
					if kind == entries {
						if !h.IsKind(v, heap.KArray) || h.Word(v.Ref()) != 2 || h.Shape(v.Ref()) != h.ArrayShape() {
							t.Fatalf("element %d: %s", i, show(v))
						}
						e := h.U32(v.Ref()+heap.OffElements) + heap.OffValues
						pair = [2]heap.Value{h.Val(e), h.Val(e + 8)}
					}
					if kind != values && pair[0] != want[0][i] || kind != keys && pair[1] != want[1][i] {
						t.Fatalf("set %v, %d of kind %d: element %d is %s, %s", set, m, kind, i, show(pair[0]), show(pair[1]))
					}
				}
			}
		}
	}
	r = newRunner(t) // with an empty nursery
	h = r.h
	r.stub(ssa.StubTableList, ssa.Ref, ssa.Int, ssa.Ref, ssa.Int)
	table := h.NewTable(true)
	for i := int32(0); i < 9; i++ {
		if i == 4 {
			if got, _ := r.run(heap.Object(table), heap.Int(keys), heap.Object(h.ArrayShape()), heap.Int(0)); got.Ref() == 0 {
				t.Error("a table of 4")
			}
			h.NurTop, _ = r.stack.Nursery()
		}
		first := table
		if table, _ = h.TableSet(table, heap.Int(i), heap.Undefined); table != first {
			if got, _ := r.run(heap.Object(first), heap.Int(keys), heap.Object(h.ArrayShape()), heap.Int(0)); got.Ref() != 0 {
				t.Error("a table that has been replaced:", show(got))
			}
		}
	}
}
