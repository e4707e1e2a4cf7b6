//go:build linux && amd64 && !firn_nojit

package amd64_test

import (
	"testing"

	"firn/heap"
	"firn/ir/ssa"
)

// found runs a stub that looks for an entry, and says what it answers: the entry,
// 0 if there is none, and whether it can tell.
func (r *runner) found(t uint32, key heap.Value, lowest uint32) (entry uint32, ok bool) {
	got, exit := r.run(heap.CellRef(t), key, heap.Int(int32(lowest)))
	if exit != nil || !got.IsObject() {
		r.tb.Fatalf("%s, %v", show(got), exit)
	}
	switch e := got.Ref(); e {
	case 0:
		return 0, false
	case 8:
		return 0, true
	default:
		return e, true
	}
}

// keysOf makes keys of all kinds, strings among them that are equal.
func keysOf(h *heap.Heap) []heap.Value {
	keys := []heap.Value{heap.Undefined, heap.Null, heap.True, heap.False, heap.Double(.5), heap.CanonicalNaN, heap.Double(3e9)}
	for i := int32(-20); i < 20; i++ {
		keys = append(keys, heap.Int(i), heap.Int(i*0x1234567))
	}
	for i, s := range stringsOf(h) {
		keys = append(keys, heap.String(s))
		if h.Kind(s) != heap.KRope {
			c := h.FromView(h.View(s))
			if i%2 == 0 {
				h.Hash(c)
			}
			keys = append(keys, heap.String(c))
		}
	}
	for i := 0; i < 20; i++ {
		o := h.NewObject(0, 0)
		if i%4 != 0 {
			h.IdentityHash(o)
		}
		keys = append(keys, heap.Object(o))
	}
	return keys
}

// TestStubTableFind finds what heap.TableFind does, for the same charge, in tables of
// all sizes with deleted entries.
func TestStubTableFind(t *testing.T) {
	r := newRunner(t)
	h := r.h
	keys := keysOf(h)
	r.stub(ssa.StubTableFind, ssa.Val, ssa.Val, ssa.Int)
	told := 0
	for _, set := range []bool{false, true} {
		for _, n := range []int{0, 1, 5, 8, 9, 30, len(keys)} {
			table := h.NewTable(set)
			for i := 0; i < n; i++ {
				table, _ = h.TableSet(table, keys[(i*7+n)%len(keys)], heap.Int(int32(i)))
			}
			for i := 0; i < n; i += 4 {
				table, _, _ = h.TableDelete(table, keys[(i*7+n)%len(keys)])
			}
			for _, key := range keys {
				for _, lowest := range []uint32{0, table, table + 1} {
					e, ok := r.found(table, key, lowest)
					used := int64(1<<40) - r.stack.Fuel()
					if lowest > table {
						if ok || used != 0 {
							t.Errorf("a table that is not written: %v, %d units", ok, used)
						}
						continue
					}
					if !ok {
						if used != 0 || key.IsInt() {
							t.Errorf("%s: cannot, %d units", show(key), used)
						}
						continue
					}
					told++
					h.WorkDone = 0
					want := h.TableFind(table, key)
					if want == 0 && lowest > 0 {
						h.WorkDone = 0
					}
					if e != want || used != int64(h.WorkDone) {
						t.Errorf("%d entries, %s: %#x, %d units, want %#x, %d", n, show(key), e, used, want, h.WorkDone)
					}
				}
			}
		}
	}
	if told < 1500 {
		t.Errorf("it told %d times", told)
	}
}

// TestStubWeakFind is the same for heap.WeakFind.
func TestStubWeakFind(t *testing.T) {
	r := newRunner(t)
	h := r.h
	r.stub(ssa.StubWeakFind, ssa.Val, ssa.Val, ssa.Int)
	var keys []heap.Value
	for i := 0; i < 100; i++ {
		keys = append(keys, heap.Object(h.NewObject(0, 0)))
		if i < 90 {
			h.IdentityHash(keys[i].Ref())
		}
	}
	table := h.NewWeak()
	for i, key := range keys[:90] {
		if e, ok := r.found(table, key, 0); e != 0 || !ok {
			t.Fatalf("%d: %#x, %v before it is there", i, e, ok)
		}
		table, _ = h.WeakSet(table, key, heap.Int(int32(i)))
		if i%5 == 0 {
			h.WeakDelete(table, keys[i/2])
		}
		for j, key := range keys {
			want := uint32(0)
			if j < 90 {
				want = h.WeakFind(table, key)
			}
			if e, ok := r.found(table, key, 0); e != want || ok != (j < 90) {
				t.Fatalf("%d of %d: %#x, %v, want %#x", j, i, e, ok, want)
			}
		}
	}
	for _, key := range []heap.Value{heap.Int(1), heap.Undefined, heap.String(h.NewStr("x")), heap.Symbol(h.NewSymbol(0, 0))} {
		if _, ok := r.found(table, key, 0); ok {
			t.Errorf("%s is a key", show(key))
		}
	}
}

// TestStubTableAdd grows one table by heap.TableSet, the other by the stub as far as
// it can: they stay the same, and so do the charges.
func TestStubTableAdd(t *testing.T) {
	r := newRunner(t)
	h := r.h
	keys := keysOf(h)
	r.stub(ssa.StubTableAdd, ssa.Val, ssa.Val)
	for _, set := range []bool{false, true} {
		want, table := h.NewTable(set), h.NewTable(set)
		made := 0
		for i, key := range keys {
			key, v := heap.TableKey(key), heap.Int(int32(i))
			if h.TableFind(table, key) == 0 {
				got, exit := r.run(heap.CellRef(table), key)
				used := int64(1<<40) - r.stack.Fuel()
				if exit != nil || !got.IsObject() {
					t.Fatalf("%s, %v", show(got), exit)
				}
				if e := got.Ref(); e != 0 {
					made++
					h.Store(e, key)
					if !set {
						h.Store(e+8, v)
					}
					h.WorkDone = 0
					want, _ = h.TableSet(want, key, v)
					if used != int64(h.WorkDone) {
						t.Errorf("%s: %d units, want %d", show(key), used, h.WorkDone)
					}
				} else if used != 0 {
					t.Errorf("%s: cannot, %d units", show(key), used)
				} else {
					want, _ = h.TableSet(want, key, v)
				}
			} else {
				want, _ = h.TableSet(want, key, v)
			}
			table, _ = h.TableSet(table, key, v)
			for _, k := range keys[:i+1] {
				if a, b := h.TableFind(want, k), h.TableFind(table, k); a == 0 || a-want != b-table {
					t.Fatalf("%d: %s is at %#x of %#x, not at %#x of %#x", i, show(k), b, table, a, want)
				}
			}
			if h.TableSize(table) != h.TableSize(want) || h.U32(table+heap.TableUsed) != h.U32(want+heap.TableUsed) {
				t.Fatalf("%d: %d of %d entries, want %d of %d", i, h.TableSize(table), h.U32(table+heap.TableUsed), h.TableSize(want), h.U32(want+heap.TableUsed))
			}
		}
		if made < 100 {
			t.Errorf("%d of %d keys", made, len(keys))
		}
	}
}
