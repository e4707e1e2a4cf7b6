package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// has builds k in recv. Loops of the library ask so about elements that are
// undefined; there the guards are mostly those of the load before, and nothing is
// left.
func (b *builder) has(in *bytecode.Inst, dst uint32, k, recv *Value) bool {
	if recv.Type != Val {
		return false
	}
	fails := b.failed(OpGuardKind) || b.failed(OpGuardBound) || b.failed(OpGuardHole) || b.failed(OpCheckObj) || b.failed(OpCheckInt)
	if x, ok := b.known(k); b.h.IsROM(b.fr.src.tmpl) && !fails && !(ok && !x.IsInt()) && !b.meetsProxy(b.cfg.Library.ProxyHas) {
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
	if !b.isKey(k) {
		return false
	}
	b.orSlow(in, func() {
		obj := b.requireObject(recv)
		v := b.orProxy(in, b.cfg.Library.ProxyHas, actStore, dst, obj, func() []*Value { return []*Value{b.trapKey(k)} },
			func() *Value { return b.hasProperty(obj, k) })
		if b.cur != nil {
			b.set(dst, v)
		}
	})
	return true
}

// hasElement tells whether an object has element i; of others than arrays, only
// if it has.
func (b *builder) hasElement(obj, i *Value) *Value {
	e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	b.require(b.op(OpNotBool, b.aux(OpIsKind, heap.KSparse, e)))
	hole := b.value(heap.Hole)
	c := b.aux(OpCmpUint, int64(Lt), i, b.load(OpLoadCap, MemFlags, 0, e))
	v := b.choose(c, func() *Value { return b.load(OpLoadValX, MemElem, heap.OffValues, e, i) }, func() *Value { return hole })
	return b.choose(b.aux(OpCmpVal, int64(Ne), v, hole), func() *Value { return b.constant(OpConstBool, 1) }, func() *Value {
		b.require(b.aux(OpCmpInt, int64(Ge), i, b.integer(0)))
		b.require(b.constant(OpConstBool, int64(b2i(b.plainArrays()))))
		b.requirePlainArray(obj)
		return b.constant(OpConstBool, 0)
	})
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
