package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// Iterators take three registers: see runtime/interp/iterate.go. The next method
// says of what kind an iterator is.
const (
	byIndex     = heap.Empty // an array or typed array iterated by index
	byGenerator = heap.Hole  // a generator with the intrinsic next method
	byBuiltin   = heap.TDZ   // the iterator of a Map, Set or string
)

// getIterator builds getiter: of a plain array, or as the library does it.
func (b *builder) getIterator(in *bytecode.Inst, dst uint32, v *Value) bool {
	if v.Type != Val {
		return false
	}
	switch seen := b.typesAt(); {
	case in.X != 0 && seen != heap.FbIterOther:
		return false
	case seen == heap.FbIterBuiltin:
		return b.stringIterator(dst, v)
	case seen == heap.FbIterOther:
		return b.iteratorRecord(in, dst, v)
	case seen != 0:
		return b.tableIterator(dst, v, seen)
	}
	s := b.h.ArrayShape()
	if !b.plainArrays() || b.failed(OpCheckObj) || b.failed(OpGuardKind) || b.failed(OpGuardRef) {
		return false
	}
	obj := b.object(v)
	b.guard(OpGuardKind, heap.KArray, obj)
	b.guardShape(obj, s)
	b.set(dst, v)
	b.set(dst+1, b.value(byIndex))
	b.set(dst+2, b.integer(0))
	return true
}

// iteratorRecord builds getiter of an object that is iterated by its methods alone.
func (b *builder) iteratorRecord(in *bytecode.Inst, dst uint32, v *Value) bool {
	fr := b.fr
	if !b.libraryCall(b.cfg.Library.IteratorRecord) || b.failed(OpCheckObj) || b.failed(OpGuardTrue) {
		return false
	}
	obj := b.object(v)
	b.guard(OpGuardTrue, 0, b.aux(OpIsKind, heap.KObject, obj))
	if !b.inlineLibrary(in, b.cfg.Library.IteratorRecord, bytecode.ActIter, dst, v) {
		return true
	}
	// An array of two elements that the library has just made.
	e := b.load(OpLoadRef, MemElems, heap.OffElements, b.cellOf(b.reg(dst)))
	it := b.load(OpLoadVal, MemElem, heap.OffValues, e)
	next := b.load(OpLoadVal, MemElem, heap.OffValues+8, e)
	b.set(dst, it)
	b.set(dst+1, next)
	b.set(dst+2, b.value(heap.Undefined))
	if b.cfg.Library.GeneratorNext == 0 {
		return true
	}
	// A generator with the intrinsic next method has a fast path.
	at := func(blk *Block, regs []*Value) { b.cur, fr.regs, fr.state = blk, b.f.list(regs), nil }
	regs := fr.regs
	same, plain := b.split(b.aux(OpCmpVal, int64(Eq), next, b.value(heap.Object(b.cfg.Library.GeneratorNext))))
	at(same, regs)
	gen, other := b.split(b.aux(OpIsKind, heap.KGenerator, b.op(OpUnboxRef, it)))
	at(gen, regs)
	b.set(dst+1, b.value(byGenerator))
	ways := []edge{{gen, fr.regs}, {plain, regs}, {other, regs}}
	b.cur, fr.regs = b.merge(fr, ways, fr.src.live.At(in.Next), in.Next)
	fr.state = nil
	return true
}

// libraryCall reports whether a function of the library can be put in place.
func (b *builder) libraryCall(f uint32) bool {
	return f != 0 && b.h.Kind(f) == heap.KFunction && b.inlinable(b.h.Word(f))
}

// inlineLibrary puts a function of the library in place that the driver would call
// for an instruction; false when it does not return.
func (b *builder) inlineLibrary(in *bytecode.Inst, f, act, dst uint32, args ...*Value) bool {
	return b.inlineFrame(in, f, &frame{dst: dst, act: act}, args)
}

// inlineFrame is inlineLibrary with a frame that says more.
func (b *builder) inlineFrame(in *bytecode.Inst, f uint32, fr *frame, args []*Value) bool {
	fr.callee, fr.base = b.value(heap.Object(f)), int(b.windowAbove())
	b.inline(in, b.h.Word(f), fr, b.value(heap.Undefined), args)
	return b.cur != nil
}

// plainArrays reports whether arrays inherit from ROM only: no indexed properties,
// and the iterator methods are the intrinsics.
func (b *builder) plainArrays() bool {
	return b.h.IsROM(b.h.U32(b.h.ArrayShape() + heap.ShapeProto))
}

// iteratorClose builds the end of an iteration that was left early.
func (b *builder) iteratorClose(in *bytecode.Inst, r uint32) bool {
	if b.typesAt() == heap.FbIterBuiltin {
		return b.closeString(r)
	}
	if t := b.typesAt(); t != 0 && t&^(heap.FbIterMap|heap.FbIterSet) == 0 {
		return b.closeTable(r)
	}
	it, next := b.reg(r), b.reg(r+1)
	if it.Type != Val || next.Type != Val {
		return false
	}
	if f := b.cfg.Library.IteratorClose; in.X == 0 && b.typesAt() == heap.FbIterOther && b.libraryCall(f) && !b.failed(OpGuardTrue) {
		// What is not iterated by index, and not built in.
		b.guard(OpGuardTrue, 0, b.op(OpNotBool, b.isValue(next, byIndex)))
		b.guard(OpGuardTrue, 0, b.op(OpNotBool, b.isValue(next, byBuiltin)))
		old := b.fr.regs[r]
		if b.inlineLibrary(in, f, bytecode.ActDiscard, r, it) {
			b.fr.regs[r] = old
		}
		return true
	}
	if !b.plainArrays() || b.typesAt() != 0 || b.failed(OpGuardVal) {
		return false
	}
	b.guard(OpGuardVal, 0, next, b.value(byIndex)) // array iterators have no return method
	return true
}

// step is an ofnext with the jempty behind it, as it is built.
type step struct {
	in, test *bytecode.Inst
	dst, r   uint32 // registers of the value and of the iterator
	it, next *Value
}

// ofNext builds ofnext and the jempty behind it.
func (b *builder) ofNext(in *bytecode.Inst, dst, r uint32) uint32 {
	test, _ := bytecode.Decode(b.fr.src.code, in.Next)
	s := &step{in, &test, dst, r, b.reg(r), b.reg(r + 1)}
	if test.Op != bytecode.OpJempty || s.next.Type != Val || s.it.Type != Val {
		b.slow(in)
		return in.Next
	}
	for _, w := range [2]uint32{test.Next, target(&test)} {
		if bs := b.fr.blocks[b.fr.into(b.fr.src.live.BlockAt(w))]; bs != nil {
			bs.preds++ // more ways lead there than the instructions tell
		}
	}
	seen := b.typesAt()
	if seen&heap.FbIterGen != 0 && b.cfg.Library.ResultStep != 0 {
		b.whenNext(s, byGenerator, b.stepGenerator)
		seen &^= heap.FbIterGen
	}
	if seen&heap.FbIterOther != 0 && b.libraryCall(b.cfg.Library.IteratorStep) && b.cur != nil {
		b.whenMethod(s)
		seen &^= heap.FbIterOther
	}
	tables := uint8(heap.FbIterMap | heap.FbIterSet | heap.FbIterPairs | heap.FbIterSingles)
	switch t := seen & tables; {
	case b.cur == nil:
	case seen&heap.FbIterBuiltin != 0:
		b.whenNext(s, byBuiltin, b.stepBuiltin)
	case t != 0:
		b.whenNext(s, byBuiltin, func(s *step) { b.stepTable(s, t) })
		seen &^= tables
	}
	if b.cur != nil && (seen != 0 && seen != heap.FbIterIndex || b.typesAt() != 0 && seen == 0 || !b.stepIndex(s)) {
		b.stepSlow(s)
	}
	return test.Next
}

// whenMethod builds a step by calling the next method.
func (b *builder) whenMethod(s *step) {
	fr := b.fr
	yes, no := b.split(b.aux(OpHasTag, heap.TagObject, s.next))
	regs := b.f.list(fr.regs)
	b.cur = yes
	b.charge(s.in.X)
	b.libraryStep(s, b.cfg.Library.IteratorStep, &frame{}, s.it, s.next)
	b.cur, fr.regs, fr.state = no, regs, nil
}

// whenNext builds a step for iterators whose next method is kind.
func (b *builder) whenNext(s *step, kind heap.Value, do func(*step)) {
	fr := b.fr
	if k, ok := b.known(s.next); ok {
		if k == kind {
			do(s)
		}
		return
	}
	yes, no := b.split(b.aux(OpCmpVal, int64(Eq), s.next, b.value(kind)))
	regs := b.f.list(fr.regs)
	b.cur = yes
	do(s)
	b.cur, fr.regs, fr.state = no, regs, nil
}

// stepSlow has the driver do the step.
func (b *builder) stepSlow(s *step) {
	b.slow(s.in)
	b.jump(s.test, b.isValue(b.reg(s.dst), heap.Empty), false)
}

// stepDone ends the current block where the iteration is over.
func (b *builder) stepDone(s *step) {
	b.set(s.dst, b.value(heap.Empty))
	b.charge(s.test.X)
	b.edgeTo(b.cur, target(s.test), b.fr.regs)
	b.cur = nil
}

// stepMore ends the current block with the next value.
func (b *builder) stepMore(s *step, v *Value) {
	b.set(s.dst, v)
	b.charge(s.test.X)
	b.edgeTo(b.cur, s.test.Next, b.fr.regs)
	b.cur = nil
}

// stepIndex builds the step of an array iterated by index. Arrays that have often
// been empty, or had holes, are told apart at each step.
func (b *builder) stepIndex(s *step) bool {
	if b.failed(OpGuardVal) || b.failed(OpCheckInt) {
		return false
	}
	fr := b.fr
	b.guard(OpGuardVal, 0, s.next, b.value(byIndex))
	i := b.toInt(b.reg(s.r + 2))
	if i == nil {
		return false
	}
	if b.failed(OpGuardHole) || b.failed(OpGuardTrue) || b.failed(OpGuardBound) {
		b.way = &slowWay{}
	}
	regs := b.f.list(fr.regs)
	arr := b.object(s.it)
	typed, types := b.typedIn(s)
	switch {
	case b.failed(OpGuardKind) || typed && (types == 0 || b.typesAt()&heap.FbIterIndex != 0):
		yes, no := b.split(b.aux(OpIsKind, heap.KTypedArray, arr))
		b.cur = yes
		if types != 0 {
			b.indexTyped(s, arr, i, types)
		} else {
			b.stepSlow(s)
		}
		b.cur, fr.regs, fr.state = no, b.f.list(regs), nil
		b.indexArray(s, arr, i)
	case typed:
		b.guard(OpGuardKind, heap.KTypedArray, arr)
		b.indexTyped(s, arr, i, types)
	default:
		b.guard(OpGuardKind, heap.KArray, arr)
		b.indexArray(s, arr, i)
	}
	if way := b.way; way != nil {
		b.way = nil
		b.stepDriver(s, way, regs)
	}
	return true
}

// indexArray builds the step to element i of an array.
func (b *builder) indexArray(s *step, arr, i *Value) {
	b.indexBelow(s, i, b.load(OpLoadInt, MemWord, heap.OffWord, arr))
	e := b.load(OpLoadRef, MemElems, heap.OffElements, arr)
	b.require(b.op(OpNotBool, b.aux(OpIsKind, heap.KSparse, e)))
	b.requireBound(i, b.load(OpLoadCap, MemFlags, 0, e))
	v := b.load(OpLoadValX, MemElem, heap.OffValues, e, i)
	b.requireElement(v)
	b.indexMore(s, i, v)
}

// indexTyped builds the step to element i of a typed array of one of some types.
func (b *builder) indexTyped(s *step, arr, i *Value, types uint32) {
	data, n := b.typedData(arr)
	b.indexBelow(s, i, n)
	b.indexMore(s, i, b.byType(arr, types, func(t uint32) *Value { return b.typedLoad(data, i, t) }))
}

// typedIn tells whether a step has met typed arrays, and which native element types
// those may have had.
func (b *builder) typedIn(s *step) (met bool, types uint32) {
	if b.fr.src.fb == 0 {
		return false, 0
	}
	switch t := b.h.U8(b.fr.src.types + s.test.PC); t {
	case 0:
		return false, 0
	case heap.FbIterTypes:
		return true, (1<<heap.NumElems - 1) &^ noNative
	default:
		return true, 1 << (t - 1) &^ noNative
	}
}

// indexBelow builds the end of an iteration by index when i is not below n.
func (b *builder) indexBelow(s *step, i, n *Value) {
	fr := b.fr
	more, done := b.split(b.aux(OpCmpUint, int64(Lt), i, n))
	regs := b.f.list(fr.regs)
	b.cur = done
	b.charge(s.in.X)
	b.set(s.r+2, b.value(heap.Undefined)) // over for good
	b.stepDone(s)
	fr.regs, fr.state, b.cur = regs, nil, more
}

// indexMore ends the step with element i, which is v.
func (b *builder) indexMore(s *step, i, v *Value) {
	b.charge(s.in.X)
	// Below the length, so it does not overflow.
	b.set(s.r+2, b.op(OpAddIntW, i, b.integer(1)))
	b.stepMore(s, v)
}

// requireElement is the check that v is no hole.
func (b *builder) requireElement(v *Value) {
	if b.way == nil {
		b.guard(OpGuardHole, 0, v)
		return
	}
	b.require(b.aux(OpCmpVal, int64(Ne), v, b.value(heap.Hole)))
}

// stepDriver builds the driver's step, which ways lead to.
func (b *builder) stepDriver(s *step, way *slowWay, regs []*Value) {
	slow := b.driver(way)
	if slow == nil {
		return
	}
	b.fr.regs, b.fr.state, b.cur = b.f.list(regs), nil, slow
	b.stepSlow(s)
}

// stepGenerator builds the step of a generator.
func (b *builder) stepGenerator(s *step) {
	fr, in := b.fr, s.in
	gen := b.cellOf(s.it)
	regs := b.f.list(fr.regs)
	at := func(blk *Block) { b.cur, fr.regs, fr.state = blk, b.f.list(regs), nil }

	over, alive := b.split(b.stateIs(b.stateOf(gen), bytecode.GenDone))
	at(over)
	b.charge(in.X)
	b.stepDone(s)

	at(alive)
	mode := b.integer(bytecode.ModeNext)
	code := b.resumable(gen, mode)
	native, slow := b.split(b.aux(OpCmpInt, int64(Ne), code, b.integer(0)))
	slow.Cold = true
	at(slow)
	b.stepSlow(s)

	at(native)
	v := b.resume(in, bytecode.ActGenStep, s.dst, 1, gen, b.value(heap.Undefined), mode, code)
	// What the loop takes, and so the state at the poll, depends on how the generator
	// was left.
	state := b.stateOf(gen)
	regs = fr.regs
	yield, other := b.split(b.stateIs(state, bytecode.GenYield))
	at(yield)
	b.set(s.dst, v)
	b.pollAt(in.Next)
	b.stepMore(s, v)
	at(other)
	end, handed := b.split(b.stateIs(state, bytecode.GenDone))
	other.Cold, handed.Cold = true, true
	at(end)
	b.set(s.dst, b.value(heap.Empty))
	b.pollAt(in.Next)
	b.stepDone(s)
	// An iterator result object that yield* has handed out.
	at(handed)
	b.libraryStep(s, b.cfg.Library.ResultStep, &frame{polls: true}, v)
}

// libraryStep builds a step as the library does it.
func (b *builder) libraryStep(s *step, f uint32, inner *frame, args ...*Value) {
	inner.act, inner.dst = bytecode.ActStore, s.dst
	if !b.inlineFrame(s.in, f, inner, args) {
		return
	}
	fr := b.fr
	fr.pc, b.in, fr.state = s.test.PC, s.test, nil
	b.jump(s.test, b.isValue(b.reg(s.dst), heap.Empty), false)
	// Other ways of the step may follow.
	fr.pc, b.in = s.in.PC, s.in
}
