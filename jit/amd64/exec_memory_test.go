//go:build linux && amd64 && !firn_nojit

package amd64_test

import (
	"math"
	"testing"
	"unsafe"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// TestLoads reads fields and elements of a cell full of bytes.
func TestLoads(t *testing.T) {
	r := newRunner(t)
	h := r.h
	cell := h.AllocZero(heap.KBytes, 256)
	for i := uint32(0); i < 240; i++ {
		h.SetU8(cell+16+i, uint8(i*37+i>>3))
	}
	nan := uint64(0xFFFE000000001000) // looks like an object
	h.SetU64(cell+16+8*4, nan)
	h.SetU32(cell+16+4*10, 0xFFFFFFFF)
	h.SetU64(cell+16+8*6, math.Float64bits(-1.25))
	h.SetU32(cell+16+4*14, math.Float32bits(0.1))
	double := func(bits uint64) heap.Value { return heap.Double(math.Float64frombits(bits)) }
	for _, test := range []struct {
		op    ssa.Op
		scale uint32
		want  func(at uint32) heap.Value
	}{
		{ssa.OpLoadI8X, 1, func(at uint32) heap.Value { return heap.Int(int32(int8(h.U8(at)))) }},
		{ssa.OpLoadU8X, 1, func(at uint32) heap.Value { return heap.Int(int32(h.U8(at))) }},
		{ssa.OpLoadI16X, 2, func(at uint32) heap.Value { return heap.Int(int32(int16(h.U16(at)))) }},
		{ssa.OpLoadU16X, 2, func(at uint32) heap.Value { return heap.Int(int32(h.U16(at))) }},
		{ssa.OpLoadI32X, 4, func(at uint32) heap.Value { return heap.Int(int32(h.U32(at))) }},
		{ssa.OpLoadF32X, 4, func(at uint32) heap.Value { return heap.Double(float64(math.Float32frombits(h.U32(at)))) }},
		{ssa.OpLoadF64X, 8, func(at uint32) heap.Value { return double(h.U64(at)) }},
		{ssa.OpLoadValX, 8, func(at uint32) heap.Value { return h.Val(at) }},
	} {
		for konst := int32(-1); konst < 15; konst++ {
			g, params := newGraph(2)
			ref := g.unbox(params[0], ssa.Ref)
			index := g.unbox(params[1], ssa.Int)
			if konst >= 0 {
				index = g.aux(ssa.OpConstInt, int64(konst))
			}
			r.compile(g.ret(g.aux(test.op, 16, ref, index)))
			for i := int32(0); i < 15; i++ {
				if konst >= 0 {
					i = konst
				}
				want := test.want(cell + 16 + test.scale*uint32(i))
				if got, _ := r.run(heap.Object(cell), heap.Int(i)); got != want {
					t.Errorf("%v of %d: %s, want %s", test.op, i, show(got), show(want))
				}
				if konst >= 0 {
					break
				}
			}
		}
	}
	for _, test := range []struct {
		op   ssa.Op
		want func(at uint32) heap.Value
	}{
		{ssa.OpLoadRef, func(at uint32) heap.Value { return heap.Object(h.U32(at)) }},
		{ssa.OpLoadInt, func(at uint32) heap.Value { return heap.Int(int32(h.U32(at))) }},
		{ssa.OpLoadVal, func(at uint32) heap.Value { return h.Val(at) }},
		{ssa.OpLoadU8, func(at uint32) heap.Value { return heap.Int(int32(h.U8(at))) }},
		{ssa.OpLoadU16, func(at uint32) heap.Value { return heap.Int(int32(h.U16(at))) }},
	} {
		for off := uint32(0); off < 64; off += 8 {
			g, params := newGraph(1)
			r.compile(g.ret(g.aux(test.op, int64(off), g.unbox(params[0], ssa.Ref))))
			if got, _ := r.run(heap.Object(cell)); got != test.want(cell+off) {
				t.Errorf("%v at %d: %s, want %s", test.op, off, show(got), show(test.want(cell+off)))
			}
		}
	}
	// Cells of ROM and pool entries are addresses without a register.
	g, _ := newGraph(0)
	g.aux(ssa.OpStoreSlot, 3, g.aux(ssa.OpPoolVal, int64(cell+16)))
	g.aux(ssa.OpStoreSlot, 4, g.aux(ssa.OpLoadVal, 8, g.aux(ssa.OpConstRef, int64(cell+16))))
	r.compile(g.ret(g.aux(ssa.OpPoolRef, int64(cell+20))))
	if got, _ := r.run(); got != heap.Object(h.U32(cell+20)) || h.Val(r.frame+24) != h.Val(cell+16) || h.Val(r.frame+32) != h.Val(cell+24) {
		t.Error("pool entries or cells of ROM are not what they are")
	}
}

// pattern is what memory holds before a store.
var pattern uint64 = 0x1122334455667788

// TestStores writes fields and elements.
func TestStores(t *testing.T) {
	r := newRunner(t)
	h := r.h
	cell := h.AllocZero(heap.KBytes, 256)
	for _, test := range []struct {
		op    ssa.Op
		t     ssa.Type
		scale uint32
		size  uint32
		list  []heap.Value
		want  func(v heap.Value) uint64
	}{
		{ssa.OpStoreI8X, ssa.Int, 1, 1, intValues(), func(v heap.Value) uint64 { return uint64(uint8(v)) }},
		{ssa.OpStoreI16X, ssa.Int, 2, 2, intValues(), func(v heap.Value) uint64 { return uint64(uint16(v)) }},
		{ssa.OpStoreI32X, ssa.Int, 4, 4, intValues(), func(v heap.Value) uint64 { return uint64(uint32(v)) }},
		{ssa.OpStoreF32X, ssa.F64, 4, 4, floatValues(), func(v heap.Value) uint64 {
			if f := v.Num(); f == f {
				return uint64(math.Float32bits(float32(f)))
			}
			return 0x7FC00000
		}},
		{ssa.OpStoreF64X, ssa.F64, 8, 8, floatValues(), func(v heap.Value) uint64 { return uint64(heap.Double(v.Num())) }},
		{ssa.OpStoreValX, ssa.Val, 8, 8, append(floatValues(), heap.Undefined, heap.Int(-5)), func(v heap.Value) uint64 { return uint64(v) }},
	} {
		for _, konst := range []bool{false, true} {
			for i, v := range test.list {
				g, params := newGraph(3)
				ref, index, value := g.unbox(params[0], ssa.Ref), g.unbox(params[1], ssa.Int), params[2]
				if konst {
					index, value = g.aux(ssa.OpConstInt, 5), g.konst(v, test.t)
				} else {
					value = g.unbox(value, test.t)
				}
				if !konst && i > 0 {
					// The code is the same: compiled once.
				} else {
					s := g.aux(test.op, 16, ref, index, value)
					s.Mem = ssa.MemBytes
					r.compile(g.ret(g.konst(heap.True, ssa.Bool)))
				}
				for at := uint32(16); at < 256; at += 8 {
					h.SetU64(cell+at, pattern)
				}
				if got, exit := r.run(heap.Object(cell), heap.Int(5), v); got != heap.True {
					t.Fatalf("%v of %s: exit %v", test.op, show(v), exit)
				}
				at := cell + 16 + 5*test.scale
				got := h.U64(at) & (1<<(8*test.size-1)<<1 - 1)
				if got != test.want(v) {
					t.Errorf("%v of %s: stored %#x, want %#x", test.op, show(v), got, test.want(v))
				}
				if behind := h.U8(at + test.size); behind != uint8(pattern>>(8*((at+test.size-cell)%8))) {
					t.Errorf("%v writes too much", test.op)
				}
			}
		}
	}
	// Boxes are stored without a register for the boxed value.
	for _, box := range []struct {
		op   ssa.Op
		v    heap.Value
		unit ssa.Type
	}{
		{ssa.OpBoxInt, heap.Int(-7), ssa.Int}, {ssa.OpBoxF64, heap.Double(0.1), ssa.F64}, {ssa.OpBoxObj, heap.Object(cell), ssa.Ref},
		{ssa.OpBoxStr, heap.Object(cell), ssa.Ref}, {ssa.OpBoxCell, heap.Object(cell), ssa.Ref}, {ssa.OpBoxBool, heap.True, ssa.Bool},
		{ssa.OpBoxNum, heap.Double(3), ssa.F64},
	} {
		g, params := newGraph(2)
		b := g.op(box.op, g.unbox(params[0], box.unit))
		g.aux(ssa.OpStoreVal, 24, g.unbox(params[1], ssa.Ref), b)
		r.compile(g.ret(g.konst(heap.True, ssa.Bool)))
		r.run(box.v, heap.Object(cell))
		want := box.v
		switch box.op {
		case ssa.OpBoxStr:
			want = heap.String(cell)
		case ssa.OpBoxCell:
			want = heap.CellRef(cell)
		case ssa.OpBoxNum:
			want = heap.Int(3)
		}
		if got := h.Val(cell + 24); got != want {
			t.Errorf("%v stored: %s, want %s", box.op, show(got), show(want))
		}
	}
	g, params := newGraph(2)
	ref := g.unbox(params[0], ssa.Ref)
	g.aux(ssa.OpStoreRef, 16, ref, ref)
	g.aux(ssa.OpStoreInt, 20, ref, g.aux(ssa.OpConstInt, 0x12345678))
	for i, w := range []int64{0, -1, 0x123456789ABCDEF0, -6 << 48} {
		g.aux(ssa.OpStoreWord, int64(32+8*i), ref).Aux2 = w
	}
	r.compile(g.ret(g.op(ssa.OpAddRef, ref, g.unbox(params[1], ssa.Int))))
	got, _ := r.run(heap.Object(cell), heap.Int(100))
	if got != heap.Object(cell+100) || h.U32(cell+16) != cell || h.U32(cell+20) != 0x12345678 || h.U64(cell+32) != 0 ||
		h.U64(cell+40) != ^uint64(0) || h.U64(cell+48) != 0x123456789ABCDEF0 || h.Val(cell+56) != heap.Undefined {
		t.Error("a stored field is wrong")
	}
}

// TestStoreBetween has a store between a load and its only use, which must see the
// old value, and one that is elsewhere.
func TestStoreBetween(t *testing.T) {
	r := newRunner(t)
	cell := r.h.AllocZero(heap.KObject, 64)
	for _, same := range []bool{true, false} {
		g, params := newGraph(1)
		ref := g.unbox(params[0], ssa.Ref)
		v := g.aux(ssa.OpLoadVal, 24, ref)
		v.Mem = ssa.MemProp
		s := g.aux(ssa.OpStoreVal, 24, ref, g.konst(heap.Int(2), ssa.Val))
		s.Mem = ssa.MemProp
		if !same {
			s.Aux, s.Mem = 32, ssa.MemElem
		}
		r.compile(g.ret(g.op(ssa.OpCheckInt, v)))
		r.h.SetVal(cell+24, heap.Int(1))
		if got, _ := r.run(heap.Object(cell)); got != heap.Int(1) {
			t.Errorf("same place %v: %s", same, show(got))
		}
	}
	g, _ := newGraph(1)
	v := g.aux(ssa.OpLoadSlot, 2)
	g.aux(ssa.OpStoreSlot, 2, g.konst(heap.Int(2), ssa.Val))
	r.compile(g.ret(g.op(ssa.OpCheckInt, v)))
	r.h.SetVal(r.frame+16, heap.Int(1))
	if got, _ := r.run(heap.Null); got != heap.Int(1) {
		t.Errorf("slot: %s", show(got))
	}
}

// TestBounds runs the guards of indices, with lengths in registers, in memory and
// of elements cells.
func TestBounds(t *testing.T) {
	r := newRunner(t)
	h := r.h
	cell := h.AllocZero(heap.KElements, heap.OffValues+8*5)
	for i := -1; i < 8; i++ {
		for kind := 0; kind < 4; kind++ {
			g, params := newGraph(3)
			ref, index := g.unbox(params[0], ssa.Ref), g.unbox(params[1], ssa.Int)
			if kind&1 != 0 {
				index = g.aux(ssa.OpConstInt, int64(i))
			}
			length := g.op(ssa.OpLoadCap, ref)
			if kind&2 != 0 {
				g.aux(ssa.OpStoreSlot, 8, g.box(length))
			}
			g.op(ssa.OpGuardBound, index, length)
			r.compile(g.ret(index))
			for _, j := range ints {
				if kind&1 != 0 {
					j = int32(i)
				}
				want := heap.Int(j)
				if j < 0 || j >= 5 {
					want = leaves
				}
				got, exit := r.run(heap.Object(cell), heap.Int(j), heap.Null)
				if exit != nil {
					got = leaves
					if exit.Reason != backend.ReasonBounds {
						t.Errorf("reason %v", exit.Reason)
					}
				}
				if got != want {
					t.Errorf("index %d, kind %d: %s, want %s", j, kind, show(got), show(want))
				}
			}
			// The empty one: offset 0 of the cage holds 8.
			if kind&1 == 0 {
				if _, exit := r.run(heap.Object(0), heap.Int(0), heap.Null); exit == nil && h.U32(0) == 8 {
					t.Error("0 is an index of the empty cell")
				}
			}
		}
	}
	g, params := newGraph(2)
	length := g.aux(ssa.OpLoadInt, heap.OffWord, g.unbox(params[0], ssa.Ref))
	g.op(ssa.OpGuardBound, g.unbox(params[1], ssa.Int), length)
	r.compile(g.ret(params[1]))
	array := h.AllocZero(heap.KArray, 64)
	h.SetU32(array+heap.OffWord, 3)
	for i := int32(-1); i < 5; i++ {
		if _, exit := r.run(heap.Object(array), heap.Int(i)); (exit == nil) != (i >= 0 && i < 3) {
			t.Errorf("index %d of an array of 3", i)
		}
	}
}

// TestGuards runs the guards of cells and of equality.
func TestGuards(t *testing.T) {
	r := newRunner(t)
	h := r.h
	a, b := h.AllocZero(heap.KObject, 64), h.AllocZero(heap.KArray, 64)
	h.SetU32(a+heap.OffShape, b)
	h.SetU32(b+heap.OffShape, a)
	entry := h.Firn() + heap.StateRoots
	h.SetVal(entry, heap.CellRef(b))
	run := func(name string, f *ssa.Func, want bool, args ...heap.Value) {
		t.Helper()
		r.compile(f)
		if _, exit := r.run(args...); (exit == nil) != want {
			t.Errorf("%s: left is %v", name, exit != nil)
		}
	}
	for _, v := range []uint32{a, b} {
		g, params := newGraph(1)
		ref := g.unbox(params[0], ssa.Ref)
		s := g.aux(ssa.OpLoadRef, heap.OffShape, ref)
		s.Mem = ssa.MemShape
		g.op(ssa.OpGuardRef, s, g.aux(ssa.OpPoolRef, int64(entry)))
		run("shape in the pool", g.ret(params[0]), v == a, heap.Object(v))

		g, params = newGraph(1)
		s = g.aux(ssa.OpLoadRef, heap.OffShape, g.unbox(params[0], ssa.Ref))
		g.op(ssa.OpGuardRef, s, g.aux(ssa.OpConstRef, int64(b)))
		run("shape in ROM", g.ret(params[0]), v == a, heap.Object(v))

		g, params = newGraph(1)
		g.aux(ssa.OpGuardKind, heap.KArray, g.unbox(params[0], ssa.Ref))
		run("kind", g.ret(params[0]), v == b, heap.Object(v))

		g, params = newGraph(1)
		g.op(ssa.OpGuardVal, params[0], g.konst(heap.Object(a), ssa.Val))
		run("value", g.ret(params[0]), v == a, heap.Object(v))

		for _, how := range uses {
			g, params = newGraph(1)
			f := use(g, how, g.aux(ssa.OpIsKind, heap.KArray, g.unbox(params[0], ssa.Ref)))
			run("is kind "+how, f, result(how, heap.Bool(v == b)) != leaves, heap.Object(v))
			g, params = newGraph(1)
			f = use(g, how, g.aux(ssa.OpCmpRef, int64(ssa.Eq), g.unbox(params[0], ssa.Ref), g.aux(ssa.OpConstRef, int64(b))))
			run("same cell "+how, f, result(how, heap.Bool(v == b)) != leaves, heap.Object(v))
		}
	}
	for _, i := range ints {
		g, params := newGraph(1)
		g.op(ssa.OpGuardInt, g.unbox(params[0], ssa.Int), g.aux(ssa.OpConstInt, 65537))
		run("int", g.ret(params[0]), i == 65537, heap.Int(i))
	}
	for _, epoch := range []uint32{h.ProtoEpoch, h.ProtoEpoch + 1} {
		g, params := newGraph(1)
		g.aux(ssa.OpGuardEpoch, int64(epoch))
		run("epoch", g.ret(params[0]), epoch == h.ProtoEpoch, heap.Null)
	}
}

// TestAlloc makes cells until the nursery is full, and marks cards.
func TestAlloc(t *testing.T) {
	r := newRunner(t)
	h := r.h
	g, _ := newGraph(1)
	v := g.aux(ssa.OpAlloc, 48)
	v.Aux2 = 48 | heap.KArray<<32
	r.compile(g.ret(v))
	first, _ := r.run(heap.Null)
	top, end := r.stack.Nursery()
	if first != heap.Object(h.NurTop) || top != h.NurTop+48 || h.U64(first.Ref()) != 48|heap.KArray<<32 {
		t.Errorf("%s, top %#x", show(first), top)
	}
	for _, room := range []uint32{0, 40, 47, 48, 49} {
		h.NurTop = end - room
		_, exit := r.run(heap.Null)
		if (exit == nil) != (room >= 48) {
			t.Errorf("room for %d bytes", room)
		}
		if top, _ := r.stack.Nursery(); exit != nil && (top != h.NurTop || exit.Reason != backend.ReasonMemory) {
			t.Errorf("an allocation that failed took memory, or because of %v", exit.Reason)
		}
	}
	cell := h.AllocZero(heap.KElements, 8192)
	for _, off := range []int64{8, 520, 4096} {
		for i, konst := range []bool{false, true, false} {
			g, params := newGraph(2)
			ref, index := g.unbox(params[0], ssa.Ref), g.unbox(params[1], ssa.Int)
			if konst {
				index = g.aux(ssa.OpConstInt, 100)
			}
			at := cell + uint32(off)
			if i == 2 {
				g.aux(ssa.OpBarrier, off, ref)
			} else {
				g.aux(ssa.OpBarrierX, off, ref, index)
				at += 800
			}
			r.compile(g.ret(params[0]))
			card := h.CardBias() + at>>heap.CardShift
			h.SetU8(card, 0)
			r.run(heap.Object(cell), heap.Int(100))
			if h.U8(card) != 1 {
				t.Errorf("the card of offset %d is not marked", off)
			}
		}
	}
}

// TestEntry looks at what the entry does to the frame, and when it leaves.
func TestEntry(t *testing.T) {
	r := newRunner(t)
	h := r.h
	for params := 0; params < 4; params++ {
		for argc := 0; argc < 6; argc++ {
			for _, slow := range []bool{false, true} {
				g, _ := newGraph(params)
				if slow {
					s := g.aux(ssa.OpSlow, 2)
					s.State = &ssa.FrameState{PC: 2, Regs: make([]*ssa.Value, 12)}
				}
				r.compile(g.ret(g.op(ssa.OpLoadArgc)))
				args := make([]heap.Value, argc)
				for i := range args {
					args[i] = heap.Int(int32(100 + i))
				}
				for i := uint32(1); i < 20; i++ {
					h.SetVal(r.frame+8*i, heap.True)
				}
				got, exit := r.run(args...)
				if slow {
					if exit == nil || exit.Kind != backend.ExitSlow || exit.Resume == 0 {
						t.Fatalf("%v", exit)
					}
					r.stack.SetResume(r.addr + uintptr(exit.Resume))
					r.stack.Resume()
					got = r.stack.Result()
				}
				if got != heap.Int(int32(argc)) {
					t.Errorf("argc %s", show(got))
				}
				for i := 1; i < 16; i++ {
					want := heap.Undefined
					switch {
					case i <= argc && (i <= params || !slow):
						want = args[i-1]
					case i > params && !slow || i >= 12:
						want = heap.True
						if i <= argc {
							want = args[i-1]
						}
					}
					if v := h.Val(r.frame + 8*uint32(i)); v != want {
						t.Errorf("%d parameters, %d arguments, slow %v: slot %d is %s, want %s", params, argc, slow, i, show(v), show(want))
					}
				}
			}
		}
	}
	g, _ := newGraph(1)
	r.compile(g.ret(g.konst(heap.True, ssa.Bool)))
	base := uintptr(h.Base())
	for room := uintptr(14); room < 19; room++ {
		r.stack.SetStackLimit(base + uintptr(r.frame) + 8*room)
		_, exit := r.run(heap.Null)
		if (exit == nil) != (room >= 16) {
			t.Errorf("room for %d slots: left is %v", room, exit != nil)
		}
		if exit != nil && (exit.Reason != backend.ReasonStack || exit.Op != uint16(ssa.OpEntry)) {
			t.Errorf("left for %v", exit.Reason)
		}
	}
}

// TestPoll runs out of fuel and goes on.
func TestPoll(t *testing.T) {
	r := newRunner(t)
	g, params := newGraph(2)
	a, b := g.unbox(params[0], ssa.Int), g.unbox(params[1], ssa.F64)
	g.aux(ssa.OpCharge, 7)
	g.op(ssa.OpPoll)
	sum := g.op(ssa.OpAddF64, g.op(ssa.OpIntToF64, a), b)
	r.compile(g.ret(sum))
	run := func(fuel int64) {
		r.run(heap.Int(1), heap.Double(0.5))
		r.stack.SetFuel(fuel)
		r.stack.SetNativeSP(r.stack.Top())
		r.stack.SetFrame(uintptr(r.h.Base()) + uintptr(r.frame))
		r.stack.SetResume(r.addr)
		r.stack.Enter()
	}
	if got, exit := r.run(heap.Int(1), heap.Double(0.5)); exit != nil || got != heap.Double(1.5) || r.stack.Fuel() != 1<<40-7 {
		t.Errorf("%s, fuel %d", show(got), r.stack.Fuel())
	}
	for _, fuel := range []int64{107, 108, 106, 50, 0, -5} {
		run(fuel)
		n := r.stack.Exit()
		if (n == 0) != (fuel >= 107) {
			t.Errorf("fuel %d: exit %d", fuel, n)
		}
		if n == 0 {
			continue
		}
		x := r.code.Exits[n]
		if x.Kind != backend.ExitPoll || x.Resume == 0 || r.stack.Fuel() != fuel-7 {
			t.Errorf("exit %v, fuel %d", x.Kind, r.stack.Fuel())
		}
	}
}

// TestCalls calls itself, another function through the table of entries, and one
// without native code.
func TestCalls(t *testing.T) {
	r := newRunner(t)
	h, s := r.h, r.stack
	tmpl := h.AllocZero(heap.KTemplate, 256)
	fb := h.AllocZero(heap.KFeedback, 64)
	entry := h.Firn() + heap.StateRoots
	h.SetVal(entry, heap.CellRef(tmpl))
	entries := (*[256]uint64)(unsafe.Add(h.Base(), uintptr(h.AllocZero(heap.KBytes, 2048+16)+16)))
	s.SetEntries(unsafe.Pointer(entries))

	// f(n) = n < 1 ? 0.5 : f(n - 1) + 1, with the call at slot 6.
	build := func(self bool, kind int) *ssa.Func {
		g, params := newGraph(1)
		f := g.Functions[0]
		f.InROM, f.Tmpl = false, entry
		if !self {
			f.Tmpl = entry + 8
		}
		n := g.unbox(params[0], ssa.Int)
		first := g.b
		first.Kind, first.Control = ssa.If, g.aux(ssa.OpCmpInt, int64(ssa.Lt), n, g.aux(ssa.OpConstInt, 1))
		done, more := g.NewBlock(ssa.Ret), g.NewBlock(ssa.Ret)
		first.Connect(done)
		first.Connect(more)
		g.b = done
		done.Control = g.konst(heap.Double(0.5), ssa.Val)
		g.b = more
		g.aux(ssa.OpStoreSlot, 8, g.op(ssa.OpBoxInt, g.op(ssa.OpSubInt, n, g.aux(ssa.OpConstInt, 1))))
		g.aux(ssa.OpStoreSlot, 7, g.konst(heap.Null, ssa.Val))
		g.aux(ssa.OpStoreSlot, 6, g.konst(heap.True, ssa.Val))
		var t *ssa.Value
		switch kind {
		case 0:
			t = g.aux(ssa.OpPoolRef, int64(entry))
		case 1:
			t = g.aux(ssa.OpLoadRef, 0, g.aux(ssa.OpConstRef, int64(entry)))
		case 2: // one of ROM, its feedback in the table
			t = g.aux(ssa.OpConstRef, 4096)
		}
		c := g.aux(ssa.OpCall, 7, g.aux(ssa.OpConstRef, 4096), t)
		c.Aux2, c.Line = ssa.PackCall(1, 9, 3), 5
		c.State = &ssa.FrameState{PC: 6, Regs: make([]*ssa.Value, 12)}
		poll := g.op(ssa.OpPoll)
		poll.State = &ssa.FrameState{PC: 6, Regs: append(make([]*ssa.Value, 9), c, nil, nil)}
		return g.ret(g.op(ssa.OpAddF64, g.op(ssa.OpCheckNum, c), g.aux(ssa.OpConstF64, int64(math.Float64bits(1)))))
	}
	for kind := 0; kind < 3; kind++ {
		for _, self := range []bool{true, false} {
			if kind == 2 {
				r.cfg.TemplateID = func(uint32) (uint32, bool) { return 11, true }
				h.SetU32(h.Firn()+heap.FeedbackTable+44, fb)
			}
			h.SetU32(tmpl+heap.TmplFeedback, fb)
			h.SetU32(fb+heap.FbNative, 5)
			r.compile(build(self, kind))
			entries[5] = uint64(r.addr)
			for _, n := range []int32{0, 1, 2, 50} {
				got, exit := r.run(heap.Int(n))
				if exit != nil || got != heap.Double(float64(n)+0.5) || s.Fuel() != 1<<40-3*int64(n) {
					t.Fatalf("kind %d, self %v: f(%d) is %s, fuel %d, exit %v", kind, self, n, show(got), s.Fuel()-1<<40, exit)
				}
				if n > 0 {
					callee := r.frame + 8*7
					if h.U64(callee-16) != uint64(120+8*6)|9<<32 || h.U64(callee-24) != 1|56<<32 || h.Val(callee-32) != heap.Undefined {
						t.Errorf("header %#x %#x", h.U64(callee-16), h.U64(callee-24))
					}
				}
			}
			if self && kind == 0 {
				continue
			}
			for i := 0; i < 3; i++ {
				switch i {
				case 0:
					entries[5] = 0
				case 1:
					h.SetU32(fb+heap.FbNative, 0)
				case 2:
					h.SetU32(tmpl+heap.TmplFeedback, 0)
					h.SetU32(h.Firn()+heap.FeedbackTable+44, 0)
				}
				_, exit := r.run(heap.Int(2))
				if exit == nil || exit.Kind != backend.ExitSlow || exit.PC != 5 || s.Fuel() != 1<<40 {
					t.Fatalf("kind %d: no slow exit for a call: %v", kind, exit)
				}
				h.SetVal(r.frame+8*9, heap.Int(40))
				s.SetResume(r.addr + uintptr(exit.Resume))
				s.Resume()
				if s.Exit() != 0 || s.Result() != heap.Double(41) {
					t.Errorf("resumed: %s", show(s.Result()))
				}
			}
		}
	}
}

// TestSlowTest asks the driver where a jump goes.
func TestSlowTest(t *testing.T) {
	r := newRunner(t)
	for _, how := range uses {
		for _, want := range []heap.Value{heap.True, heap.False} {
			g, _ := newGraph(1)
			v := g.aux(ssa.OpSlowTest, 4)
			v.Line = 4
			v.State = &ssa.FrameState{PC: 4, Regs: make([]*ssa.Value, 12)}
			g.state = &ssa.FrameState{PC: 5, Regs: make([]*ssa.Value, 12)}
			r.compile(use(g, how, v))
			_, exit := r.run(heap.Null)
			if exit == nil || exit.Kind != backend.ExitSlow || exit.PC != 4 {
				t.Fatal("no slow exit")
			}
			r.stack.SetResult(uint64(want & 1))
			r.stack.SetResume(r.addr + uintptr(exit.Resume))
			r.stack.Resume()
			got := r.stack.Result()
			if r.stack.Exit() != 0 {
				got = leaves
			}
			if got != result(how, want) {
				t.Errorf("%s of %s: %s", how, show(want), show(got))
			}
		}
	}
}
