package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// Iterators take three registers: see runtime/interp/iterate.go. Native code
// knows arrays that are iterated by index, whose next method is byIndex.
const byIndex = heap.Empty

// getIterator builds getiter of a plain array.
func (b *builder) getIterator(dst uint32, v *Value) bool {
	s := b.h.ArrayShape()
	if v.Type != Val || !b.plainArrays() || b.failed(OpCheckObj) || b.failed(OpGuardKind) || b.failed(OpGuardRef) {
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

// plainArrays reports whether arrays inherit from ROM only: no indexed properties,
// and the iterator methods are the intrinsics.
func (b *builder) plainArrays() bool {
	return b.h.IsROM(b.h.U32(b.h.ArrayShape() + heap.ShapeProto))
}

// iteratorClose builds the end of an iteration that was left early.
func (b *builder) iteratorClose(r uint32) bool {
	if !b.plainArrays() || b.failed(OpGuardVal) || b.failed(OpGuardRef) || b.failed(OpCheckObj) || b.reg(r).Type != Val || b.reg(r+1).Type != Val {
		return false
	}
	b.guard(OpGuardVal, 0, b.reg(r+1), b.value(byIndex))
	b.guardShape(b.object(b.reg(r)), b.h.ArrayShape())
	return true
}

// ofNext builds ofnext and the jempty behind it.
func (b *builder) ofNext(in *bytecode.Inst, dst, r uint32) uint32 {
	test, _ := bytecode.Decode(b.fr.src.code, in.Next)
	it, next, state := b.reg(r), b.reg(r+1), b.reg(r+2)
	if test.Op != bytecode.OpJempty || next.Type != Val || it.Type != Val || b.failed(OpGuardVal) || b.failed(OpGuardHole) ||
		b.failed(OpGuardKind) || b.failed(OpGuardBound) || b.failed(OpCheckInt) {
		b.slow(in)
		return in.Next
	}
	fr := b.fr
	b.guard(OpGuardVal, 0, next, b.value(byIndex))
	i := b.toInt(state)
	if i == nil {
		b.slow(in)
		return in.Next
	}
	arr := b.object(it)
	n := b.load(OpLoadInt, MemWord, heap.OffWord, arr)
	from := b.cur
	more, done := b.f.NewBlock(Jump), b.f.NewBlock(Jump)
	from.Kind, from.Control = If, b.aux(OpCmpUint, int64(Lt), i, n)
	from.Connect(more)
	from.Connect(done)
	regs := b.f.list(fr.regs)

	// Over for good.
	b.cur = done
	b.charge(in.X)
	b.charge(test.X)
	b.set(r+2, b.value(heap.Undefined))
	b.set(dst, b.value(heap.Empty))
	b.edgeTo(b.cur, target(&test), fr.regs)

	fr.regs, fr.state, b.cur = regs, nil, more
	e := b.load(OpLoadRef, MemElems, heap.OffElements, arr)
	b.guard(OpGuardKind, heap.KElements, e)
	b.guard(OpGuardBound, 0, i, b.load(OpLoadCap, MemFlags, 0, e))
	v := b.load(OpLoadValX, MemElem, heap.OffValues, e, i)
	b.guard(OpGuardHole, 0, v)
	b.charge(in.X)
	b.charge(test.X)
	// Below the length, so it does not overflow.
	b.set(r+2, b.op(OpAddIntW, i, b.integer(1)))
	b.set(dst, v)
	b.edgeTo(b.cur, test.Next, fr.regs)
	b.cur = nil
	return test.Next
}
