package ssa

import "firn/heap"

// hasElement builds k in recv for an own dense element, in loops of the library:
// they ask so about elements that are undefined. Mostly the guards are those of
// the load before, and nothing is left.
func (b *builder) hasElement(dst uint32, k, recv *Value) bool {
	if recv.Type != Val || !b.h.IsROM(b.fr.src.tmpl) || b.failed(OpGuardKind) || b.failed(OpGuardBound) || b.failed(OpGuardHole) ||
		b.failed(OpCheckObj) || b.failed(OpCheckInt) {
		return false
	}
	i := b.toInt(k)
	if i == nil {
		return false
	}
	obj := b.object(recv)
	e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	b.guard(OpGuardKind, heap.KElements, e)
	b.guard(OpGuardBound, 0, i, b.load(OpLoadCap, MemFlags, 0, e))
	b.guard(OpGuardHole, 0, b.load(OpLoadValX, MemElem, heap.OffValues, e, i))
	b.set(dst, b.constant(OpConstBool, 1))
	return true
}

// plainSpecies builds $PlainSpecies of a plain array: what its prototype says is
// in ROM.
func (b *builder) plainSpecies(dst uint32, v *Value) bool {
	s := b.h.ArrayShape()
	if v.Type != Val || b.failed(OpCheckObj) || b.failed(OpGuardKind) || b.failed(OpGuardRef) || !b.h.IsROM(b.h.U32(s+heap.ShapeProto)) {
		return false
	}
	obj := b.object(v)
	b.guard(OpGuardKind, heap.KArray, obj)
	b.guardShape(obj, s)
	b.set(dst, b.constant(OpConstBool, 1))
	return true
}
