//go:build linux && amd64 && !firn_nojit

package amd64_test

import (
	"fmt"
	"math/rand"
	"testing"

	"firn/heap"
	"firn/ir/ssa"
	"firn/runtime/builtin"
)

// valuesText shows n values from off on.
func valuesText(h *heap.Heap, off, n uint32) (s string) {
	for i := uint32(0); i < n; i++ {
		s += show(h.Val(off+8*i)) + " "
	}
	return s
}

// tableText shows all of a table, and of its heirs.
func tableText(h *heap.Heap, t uint32) (s string) {
	for ; t != 0; t = h.U32(t + heap.TableHeir) {
		n := (h.U32(t) - heap.TableValues) / 8
		s += fmt.Sprint("used ", h.U32(t+heap.TableUsed), " live ", h.U32(t+heap.TableLive), " first ", h.U32(t+heap.TableFirst), " flags ",
			h.U32(t+heap.TableFlags), " taken ", h.U32(t+heap.TableTaken), " stride ", h.U32(t+heap.TableStride), ": ", valuesText(h, t+heap.TableValues, n))
		if x := h.U32(t + heap.TableIndex); x != 0 {
			for i := uint32(heap.IndexData); i < h.U32(x); i += 4 {
				s += fmt.Sprint(h.U32(x+i), " ")
			}
		}
	}
	return s
}

// TestStubTableChanges makes the same changes to two tables, of one with stubs, where
// they can, and of the other in Go.
func TestStubTableChanges(t *testing.T) {
	r := newRunner(t)
	h := r.h
	h.InitStrings()
	r.link(ssa.StubTableDelete)
	r.link(ssa.StubTableMove)
	rnd := rand.New(rand.NewSource(1))
	can := map[ssa.Stub]int{}
	for _, set := range []bool{true, false} {
		a, b := h.NewTable(set), h.NewTable(set)
		firstA, firstB := a, b
		for step := 0; step < 150; step++ {
			key := heap.Int(int32(rnd.Intn(30)))
			if step&1 == 1 {
				key = heap.String(h.NewStr(fmt.Sprint("a key of some length ", rnd.Intn(20)))) // not hashed yet
			}
			if rnd.Intn(3) == 0 {
				r.caller(ssa.StubTableDelete, ssa.Val, ssa.Val, ssa.Int)
				got, _ := r.run(heap.CellRef(a), key, heap.Int(0))
				var found bool
				b, found, _ = h.TableDelete(b, key)
				if got == heap.Int(-1) {
					a, _, _ = h.TableDelete(a, key)
				} else if can[ssa.StubTableDelete]++; got != heap.Int(map[bool]int32{true: 1}[found]) {
					t.Fatalf("step %d: deleted: %s, want %v", step, show(got), found)
				}
			} else {
				if h.TableFind(a, key) == 0 {
					r.caller(ssa.StubTableMove, ssa.Val)
					got, _ := r.run(heap.CellRef(a))
					h.NurTop, _ = r.stack.Nursery()
					full := heap.TableValues+h.U32(a+heap.TableUsed)*h.U32(a+heap.TableStride) >= h.U32(a)
					if heir := h.U32(a + heap.TableHeir); heir != 0 {
						can[ssa.StubTableMove]++
						if got.Ref() != heir || !full {
							t.Fatalf("step %d: moved to %s, full: %v", step, show(got), full)
						}
						a = heir
					}
				}
				a, _ = h.TableSet(a, key, heap.Int(int32(step)))
				b, _ = h.TableSet(b, key, heap.Int(int32(step)))
			}
			if x, y := tableText(h, firstA), tableText(h, firstB); x != y {
				t.Fatalf("step %d:\n%s\nwant\n%s", step, x, y)
			}
		}
	}
	if can[ssa.StubTableDelete] < 40 || can[ssa.StubTableMove] < 4 {
		t.Error("they can seldom:", can)
	}
}

// TestStubMoveValues moves within and between cells, in both directions.
func TestStubMoveValues(t *testing.T) {
	r := newRunner(t)
	h := r.h
	r.stub(ssa.StubMoveValues, ssa.Ref, ssa.Ref, ssa.Int, ssa.Int)
	for _, c := range [][3]uint32{{0, 1, 9}, {1, 0, 9}, {3, 7, 5}, {7, 3, 5}, {2, 2, 6}, {0, 5, 0}, {0, 64, 64}} {
		a, b := h.NewArrayCap(130, 130), h.NewArrayCap(130, 130)
		ea, eb := h.U32(a+heap.OffElements), h.U32(b+heap.OffElements)
		for i := uint32(0); i < 130; i++ {
			h.SetVal(ea+heap.OffValues+8*i, heap.Int(int32(i)))
			h.SetVal(eb+heap.OffValues+8*i, heap.Int(int32(i)))
		}
		down := int32(0)
		if c[0] > c[1] {
			down = 1
		}
		got, exit := r.run(heap.Object(ea+8*c[0]), heap.Object(ea+8*c[1]), heap.Int(int32(c[2])), heap.Int(down))
		h.CopyWords(eb+heap.OffValues+8*c[0], eb+heap.OffValues+8*c[1], c[2])
		if x, y := valuesText(h, ea+heap.OffValues, 130), valuesText(h, eb+heap.OffValues, 130); x != y || exit != nil || got != heap.Int(0) {
			t.Errorf("%v: %s\nwant %s", c, x, y)
		}
		if units := uint64(1<<40 - r.stack.Fuel()); units != uint64(c[2]>>3) {
			t.Errorf("%v: %d units", c, units)
		}
	}
}

// TestStubArrays: parts of arrays, and arrays behind arrays.
func TestStubArrays(t *testing.T) {
	r := newRunner(t)
	h := r.h
	make := func(n, room uint32, first int32) uint32 {
		a := h.NewArrayCap(n, room)
		for i := uint32(0); i < n; i++ {
			h.SetVal(h.U32(a+heap.OffElements)+heap.OffValues+8*i, heap.Int(first+int32(i)))
		}
		return a
	}
	elements := func(a uint32) string { return valuesText(h, h.U32(a+heap.OffElements)+heap.OffValues, h.Word(a)) }
	r.stub(ssa.StubArrayOf, ssa.Ref, ssa.Int, ssa.Int, ssa.Ref)
	from := make(20, 25, 0)
	got, _ := r.run(heap.Object(h.U32(from+heap.OffElements)), heap.Int(4), heap.Int(9), heap.Object(h.ArrayShape()))
	h.NurTop, _ = r.stack.Nursery()
	if a := got.Ref(); h.Kind(a) != heap.KArray || h.Word(a) != 9 || elements(a) != elements(make(9, 9, 4)) || h.Shape(a) != h.ArrayShape() {
		t.Error("a part of an array:", elements(a))
	}
	r.stub(ssa.StubAppendAll, ssa.Ref, ssa.Ref)
	for _, n := range [][3]uint32{{0, 0, 5}, {3, 3, 4}, {3, 10, 4}, {0, 4, 4}, {200, 200, 60}} {
		to, more := make(n[0], n[1], 0), make(n[2], n[2]+1, int32(n[0]))
		got, exit := r.run(heap.Object(to), heap.Object(more))
		h.NurTop, _ = r.stack.Nursery()
		if want := elements(make(n[0]+n[2], n[0]+n[2], 0)); exit != nil || got == heap.Int(0) || valuesText(h, got.Ref()+heap.OffValues, n[0]+n[2]) != want {
			t.Errorf("%v: %s, want %s", n, show(got), want)
		}
	}
	holes := make(4, 4, 0)
	h.SetVal(h.U32(holes+heap.OffElements)+heap.OffValues+8, heap.Hole)
	if got, _ := r.run(heap.Object(make(1, 1, 0)), heap.Object(holes)); got.Ref() != 0 {
		t.Error("an array with holes:", show(got))
	}
	r.stub(ssa.StubCopyDense, ssa.Ref, ssa.Ref)
	for _, n := range [][2]uint32{{1, 1}, {3, 7}, {8, 8}, {256, 300}, {0, 4}, {5, 3}, {257, 257}} {
		a := h.NewArrayCap(n[0], n[1])
		for i := uint32(0); i < min(n[0], n[1]); i++ {
			h.SetVal(h.U32(a+heap.OffElements)+heap.OffValues+8*i, heap.Int(int32(i)))
		}
		got, exit := r.run(heap.Object(a), heap.Object(h.ArrayShape()))
		h.NurTop, _ = r.stack.Nursery()
		switch able := n[0] > 0 && n[0] <= n[1] && n[0] <= 256; {
		case exit != nil || able != (got.Ref() != 0):
			t.Errorf("a copy of %v: %s", n, show(got))
		case able && (h.Word(got.Ref()) != n[0] || elements(got.Ref()) != elements(a)):
			t.Errorf("a copy of %v: %s", n, elements(got.Ref()))
		}
	}
	if got, _ := r.run(heap.Object(holes), heap.Object(h.ArrayShape())); got.Ref() != 0 {
		t.Error("a copy of an array with holes:", show(got))
	}
}

// TestStubJobs: jobs come out as they went in, whoever has put them there, and
// promises have reactions.
func TestStubJobs(t *testing.T) {
	r := newRunner(t)
	h := r.h
	state := heap.Object(h.Firn())
	value := func(i int) heap.Value { return heap.Int(int32(i)) }
	r.stub(ssa.StubEnqueue, ssa.Ref, ssa.Val, ssa.Val)
	r.link(ssa.StubNextJob)
	if got, _ := r.run(state, value(1), value(2)); got != heap.Int(-1) {
		t.Error("a job in a queue that is not there:", show(got))
	}
	next, in, out := 0, 0, 0
	rnd := rand.New(rand.NewSource(2))
	for step := 0; step < 150; step++ {
		if rnd.Intn(5) < 3 && in-out < 16 {
			r.caller(ssa.StubEnqueue, ssa.Ref, ssa.Val, ssa.Val)
			got := heap.Int(-1)
			if step&3 != 0 {
				got, _ = r.run(state, value(in), value(in+1000))
			}
			if got == heap.Int(-1) && !builtin.EnqueueJob(h, heap.Int(0), value(in), value(in+1000), heap.Undefined) {
				t.Fatal("no memory")
			}
			in++
		}
		if n := builtin.PendingJobs(h); int(n) != in-out {
			t.Fatalf("step %d: %d jobs, want %d", step, n, in-out)
		}
		if in > out && rnd.Intn(2) == 0 {
			r.caller(ssa.StubNextJob, ssa.Ref)
			got, exit := r.run(state)
			rec := h.Root(heap.RootJobs).Ref() + heap.OffValues + 8*heap.JobsTaken
			if got != heap.Int(0) || exit != nil || h.Val(rec) != value(out) || h.Val(rec+8) != value(out+1000) || h.Val(rec+16) != heap.Undefined {
				t.Fatalf("step %d: job %d: %s of %s", step, out, show(got), valuesText(h, rec, 3))
			}
			out, next = out+1, next+1
		}
	}
	if next < 25 {
		t.Error("only", next, "jobs")
	}
	// A promise that gets a reaction, is fulfilled, and gets another one.
	h.NewArray(0)
	p := h.NewKind(heap.KPromise, 0)
	h.SetInternal(p, heap.PromiseState, heap.Int(heap.PromisePending))
	h.SetInternal(p, heap.PromiseHandled, heap.False)
	react := func(i int) heap.Value {
		r.stub(ssa.StubReact, ssa.Ref, ssa.Ref, ssa.Val)
		got, _ := r.run(state, heap.Object(p), value(i))
		h.NurTop, _ = r.stack.Nursery()
		return got
	}
	if got := react(7); got != heap.Int(0) || h.Internal(p, heap.PromiseHandled) != heap.True || h.Word(h.Internal(p, heap.PromiseReactions).Ref()) != 1 {
		t.Error("a first reaction:", show(got))
	}
	if got := react(8); got != heap.Int(-1) {
		t.Error("a second reaction:", show(got))
	}
	before := builtin.PendingJobs(h)
	r.stub(ssa.StubFulfill, ssa.Ref, ssa.Ref, ssa.Val)
	if got, _ := r.run(state, heap.Object(p), value(99)); got != heap.Int(0) || h.Internal(p, heap.PromiseState) != heap.Int(heap.PromiseFulfilled) ||
		h.Internal(p, heap.PromiseResult) != value(99) || h.Internal(p, heap.PromiseReactions) != heap.Undefined || builtin.PendingJobs(h) != before+1 {
		t.Error("fulfilled:", show(got))
	}
	if got := react(9); got != heap.Int(0) || builtin.PendingJobs(h) != before+2 {
		t.Error("a reaction to a fulfilled promise:", show(got))
	}
}

// TestStubCloneProps compares with heap.CopyDataProperties.
func TestStubCloneProps(t *testing.T) {
	r := newRunner(t)
	h := r.h
	h.InitStrings()
	r.stub(ssa.StubCloneProps, ssa.Ref, ssa.Ref)
	proto := h.NewObject(0, 0)
	can := 0
	for inline := uint32(0); inline < 5; inline++ {
		for n := uint32(0); n < 14; n++ {
			from := h.NewObject(proto, inline)
			var p heap.Prop
			for i := uint32(0); i < n; i++ {
				h.CreateDataProperty(from, heap.String(h.InternStr(fmt.Sprint("p", i))), heap.Int(int32(i)), &p)
			}
			a, b := h.NewObject(proto, inline), h.NewObject(proto, inline)
			got, exit := r.run(heap.Object(a), heap.Object(from))
			h.NurTop, _ = r.stack.Nursery()
			if code := h.CopyDataProperties(b, from, 0, 0); code != heap.OpDone {
				t.Fatal(code)
			}
			if exit != nil || got != heap.Int(0) {
				t.Errorf("%d of %d properties: %s", n, inline, show(got))
				continue
			}
			can++
			same := h.Shape(a) == h.Shape(b)
			for i := uint32(0); same && i < n; i++ {
				same = h.GetOwn(a, heap.String(h.InternStr(fmt.Sprint("p", i))), &p) && p.Value == heap.Int(int32(i))
			}
			if x, y := h.U32(a+heap.OffSlots), h.U32(b+heap.OffSlots); !same || (x == 0) != (y == 0) || x != 0 && h.U32(x) != h.U32(y) {
				t.Errorf("%d properties, %d in the object: another copy", n, inline)
			}
		}
	}
	// Neither onto others, nor what has elements.
	from, to := h.NewObject(proto, 2), h.NewObject(proto, 2)
	var p heap.Prop
	h.CreateDataProperty(to, heap.String(h.InternStr("p")), heap.Null, &p)
	if got, _ := r.run(heap.Object(to), heap.Object(from)); got != heap.Int(-1) {
		t.Error("onto properties:", show(got))
	}
	h.CreateDataProperty(from, heap.IndexKey(0), heap.Null, &p)
	if got, _ := r.run(heap.Object(h.NewObject(proto, 2)), heap.Object(from)); got != heap.Int(-1) {
		t.Error("elements:", show(got))
	}
}
