package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// Suspending and resuming coroutines: see bytecode.GenFrame and what follows for
// their layout.

const (
	genFrame = heap.OffInternal + 8*bytecode.GenFrame
	genState = heap.OffInternal + 8*bytecode.GenState
	genExtra = heap.OffInternal + 8*bytecode.GenExtra
)

// savedFrame is the record that holds the frame of a coroutine.
func (b *builder) savedFrame(gen *Value) *Value {
	return b.op(OpUnboxRef, b.load(OpLoadVal, MemInner, genFrame, gen))
}

// setState sets the state of a coroutine.
func (b *builder) setState(gen *Value, state int32) {
	b.store(OpStoreVal, MemInner, genState, gen, b.value(heap.Int(state)))
}

// stateIs tests the state of a coroutine, an Int.
func (b *builder) stateIs(state *Value, n int32) *Value {
	return b.aux(OpCmpInt, int64(Eq), state, b.integer(n))
}

// stateOf is the state of a coroutine.
func (b *builder) stateOf(gen *Value) *Value {
	return b.op(OpUnboxInt, b.load(OpLoadVal, MemInner, genState, gen))
}

// suspend builds an instruction that suspends the running coroutine: what will be
// read later is saved, and the value returned to whoever has resumed it.
func (b *builder) suspend(in *bytecode.Inst, coroutine, v *Value, state int32) {
	fr := b.fr
	v = b.boxed(v)
	gen := b.cellOf(coroutine)
	if fr.src.flags&heap.TGenerator == 0 {
		// An async function that has not been suspended before.
		old := b.load(OpLoadVal, MemInner, genFrame, gen)
		have, none := b.split(b.aux(OpHasTag, heap.TagCell, old))
		none.Cold = true
		regs := fr.regs
		b.cur = none
		b.newSavedFrame(gen)
		made := b.cur
		b.cur = b.f.NewBlock(Jump)
		have.Connect(b.cur)
		made.Connect(b.cur)
		have.EndState = b.stateWith(fr, in.PC, regs)
		made.EndState = have.EndState
		fr.state = nil
	}
	rec := b.savedFrame(gen)
	live := append([]uint64(nil), fr.src.live.At(in.Next)...)
	in.Regs(func(uint32, uint32) {}, func(first, n uint32) {
		for r := first; r < first+n; r++ {
			live[r/64] &^= 1 << (r % 64)
		}
	})
	for r := range fr.regs {
		if live[r/64]>>(r%64)&1 != 0 {
			b.storeVal(MemInner, int64(bytecode.SavedRegs+8*r), rec, b.reg(uint32(r)))
		}
	}
	b.store(OpStoreVal, MemInner, bytecode.SavedPC, rec, b.value(heap.Int(int32(in.Next))))
	b.setState(gen, state)
	b.charge(in.X)
	if fr.src.flags&heap.TGenerator != 0 {
		b.leaveWith(v)
		return
	}
	// The first activation gives the promise to its caller.
	again, first := b.split(b.aux(OpHasTag, heap.TagObject, fr.resumed))
	b.cur = again
	b.leaveWith(v)
	b.cur = first
	b.leaveWith(b.load(OpLoadVal, MemInner, genExtra, gen))
}

// leaveWith ends the current block by returning v from the outermost frame.
func (b *builder) leaveWith(v *Value) {
	b.cur.Kind, b.cur.Control, b.cur = Ret, v, nil
}

// newSavedFrame makes the record that the frame of gen is saved in.
func (b *builder) newSavedFrame(gen *Value) {
	fr := b.fr
	size := uint32(bytecode.SavedRegs + 8*fr.src.regs)
	rec := b.alloc(heap.KRecord, size)
	b.store(OpStoreVal, MemInner, bytecode.SavedFunc, rec, fr.callee)
	b.store(OpStoreVal, MemInner, bytecode.SavedPC, rec, b.value(heap.Int(0)))
	for r := 0; r < fr.src.regs; r++ {
		b.store(OpStoreVal, MemInner, int64(bytecode.SavedRegs+8*r), rec, b.value(heap.Undefined))
	}
	b.storeVal(MemInner, genFrame, gen, b.op(OpBoxCell, rec))
}

// finishCoroutine marks the running coroutine done.
func (b *builder) finishCoroutine(gen *Value) {
	b.setState(gen, bytecode.GenDone)
	b.store(OpStoreVal, MemInner, genFrame, gen, b.value(heap.Undefined))
}

// asyncReturn builds the return from an async function, whose promise is settled.
func (b *builder) asyncReturn(in *bytecode.Inst, gen *Value) {
	b.charge(in.X)
	promise := b.load(OpLoadVal, MemInner, genExtra, gen)
	again, first := b.split(b.aux(OpHasTag, heap.TagObject, b.fr.resumed))
	b.cur = again
	b.finishCoroutine(gen)
	b.leaveWith(promise)
	b.cur = first
	b.leaveWith(promise)
}

// resumption builds the instruction behind a yield: go on, throw, or return.
func (b *builder) resumption(in *bytecode.Inst, mode *Value) {
	m := b.toInt(mode)
	if m == nil {
		b.exit(in.PC, in.Op.String())
		return
	}
	if m.Op == OpConstInt && m.Aux == bytecode.ModeNext {
		b.charge(in.X)
		b.jumpTo(in.Next)
		return
	}
	next, other := b.split(b.stateIs(m, bytecode.ModeNext))
	other.Cold = true
	b.cur = next
	b.charge(in.X)
	b.jumpTo(in.Next)
	b.cur = other
	ret, throw := b.split(b.stateIs(m, bytecode.ModeReturn))
	b.cur = ret
	b.charge(in.X)
	b.jumpTo(target(in))
	throw.Cold = true
	b.cur = throw
	b.raise(in)
}

// windowAbove is the slot of register 0 of a frame above the running one that the
// driver pushes.
func (b *builder) windowAbove() int64 {
	return int64(b.fr.base + b.fr.src.regs + header)
}

// resume builds the resumption of a coroutine by its native code, and gives the
// value it was left with. written are the registers that the instruction writes
// from first on.
func (b *builder) resume(in *bytecode.Inst, act, first, written uint32, gen, v, mode, code *Value) *Value {
	fr := b.fr
	b.charge(in.X)
	b.flush(b.here())
	r := b.op(OpResume, gen, b.boxed(v), mode, code)
	r.Aux = b.windowAbove()
	r.Aux2 = PackCall(act, first, 0)
	after := b.f.list(fr.regs)
	for i := uint32(0); i < written; i++ {
		fr.regs[first+i] = nil
	}
	r.State = b.f.bare(b.stateAt(fr, in.Next))
	fr.regs = after
	b.orThrew(nil)
	fr.state = nil
	return r
}

// resumable builds the test whether native code can resume a coroutine.
func (b *builder) resumable(gen, mode *Value) *Value {
	return b.aux(OpResumable, b.windowAbove(), gen, mode)
}

// genResume builds genresume of an object that is a coroutine.
func (b *builder) genResume(in *bytecode.Inst, dst uint32, coroutine, v, mode *Value) {
	m := b.toInt(mode)
	if coroutine.Type != Val || m == nil {
		b.slow(in)
		return
	}
	gen := b.cellOf(coroutine)
	code := b.resumable(gen, m)
	b.either(in, b.aux(OpCmpInt, int64(Ne), code, b.integer(0)), func() {
		r := b.resume(in, bytecode.ActGen, dst, 2, gen, v, m, code)
		b.set(dst, r)
		// done: false, true, or undefined.
		fr := b.fr
		state := b.stateOf(gen)
		regs := fr.regs
		with := func(blk *Block, done heap.Value) edge {
			b.cur = blk
			fr.regs = b.f.list(regs)
			b.set(dst+1, b.value(done))
			blk.EndState = b.stateAt(fr, in.Next)
			return edge{blk, fr.regs}
		}
		yield, other := b.split(b.stateIs(state, bytecode.GenYield))
		b.cur = other
		end, rest := b.split(b.stateIs(state, bytecode.GenDone))
		in1, in2, in3 := with(yield, heap.False), with(end, heap.True), with(rest, heap.Undefined)
		b.cur, fr.regs = b.merge(fr, []edge{in1, in2, in3}, fr.src.live.At(in.Next), in.Next)
		fr.state = nil
		b.pollAt(in.Next)
	})
}

// withInner builds an object of shape s, without properties, whose first internal
// slots have these values; the others are undefined.
func (b *builder) withInner(s uint32, values ...*Value) *Value {
	size := b.h.U32(s + heap.ShapeBase)
	obj := b.alloc(uint32(b.h.ShapeKind(s)), size)
	b.word(obj, MemSlots, heap.OffShape, 0)
	b.store(OpStoreRef, MemShape, heap.OffShape, obj, b.cell(s))
	b.word(obj, MemElems, heap.OffElements, 0)
	for off := uint32(heap.OffInternal); off < size; off += 8 {
		v := b.value(heap.Undefined)
		if i := int(off-heap.OffInternal) / 8; i < len(values) {
			v = values[i]
		}
		b.store(OpStoreVal, MemInner, int64(off), obj, v)
	}
	return obj
}

// initGenerator builds initgen in a function that is known, by the prototype
// property that it has now.
func (b *builder) initGenerator(in *bytecode.Inst, dst uint32) bool {
	fr, h := b.fr, b.h
	g, ok := b.guesses[fr.callee]
	size := bytecode.SavedRegs + 8*fr.src.regs
	if !ok || size > maxInlineCell || b.failed(OpGuardVal) || b.failed(OpGuardRef) {
		return false
	}
	var p heap.Prop
	if h.Lookup(g.Ref(), h.Root(heap.RootAtomPrototype), &p) != heap.LookupData || p.Where != heap.WhereSlots || p.Holder != g.Ref() || !p.Value.IsObject() {
		return false
	}
	kind := uint8(heap.KGenerator)
	if in.X != 0 {
		kind = heap.KAsyncGen
	}
	s := h.FindRootShape(p.Value.Ref(), kind, 0)
	if s == 0 {
		return false
	}
	fn := b.settle(fr.callee)
	cell := b.cellOf(fn)
	h.SeenByCode(h.Shape(g.Ref()))
	b.guardShape(cell, h.Shape(g.Ref()))
	b.guard(OpGuardVal, 0, b.load(OpLoadVal, MemProp, int64(p.Offset), b.load(OpLoadRef, MemSlots, heap.OffSlots, cell)), b.value(p.Value))
	rec := b.alloc(heap.KRecord, uint32(size))
	gen := b.withInner(s, b.op(OpBoxCell, rec), b.value(heap.Int(bytecode.GenStart)))
	at := target(in)
	b.set(dst, b.op(OpBoxObj, gen))
	b.store(OpStoreVal, MemInner, bytecode.SavedFunc, rec, fn)
	b.store(OpStoreVal, MemInner, bytecode.SavedPC, rec, b.value(heap.Int(int32(at))))
	live := fr.src.live.At(at)
	for r := range fr.regs {
		v := b.value(heap.Undefined)
		if live[r/64]>>(r%64)&1 != 0 {
			v = b.boxed(b.reg(uint32(r)))
		}
		b.store(OpStoreVal, MemInner, int64(bytecode.SavedRegs+8*r), rec, v)
	}
	return true
}

// initAsync builds initasync.
func (b *builder) initAsync(dst uint32) bool {
	proto := b.cfg.Library.PromisePrototype
	if proto == 0 {
		return false
	}
	shape, state := b.h.FindRootShape(proto, heap.KPromise, 0), b.h.FindRootShape(0, heap.KGenerator, 0)
	if shape == 0 || state == 0 {
		return false
	}
	promise := b.newPromise(shape)
	gen := b.withInner(state, b.value(heap.Undefined), b.value(heap.Int(bytecode.GenRunning)), b.op(OpBoxObj, promise))
	b.set(dst, b.op(OpBoxObj, gen))
	return true
}
