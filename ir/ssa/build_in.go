package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// for-in: see runtime/interp/iterate.go for the list that one register holds.

// forIn builds the key list of v.
func (b *builder) forIn(in *bytecode.Inst, dst uint32, v *Value) bool {
	end := b.h.Root(heap.RootObjectProto)
	if v.Type != Val || !end.IsObject() || !b.plainEnd(end.Ref()) {
		return false
	}
	b.orSlow(in, func() {
		obj := b.requireObject(v)
		list := b.stub(StubForIn, obj, b.cell(end.Ref()))
		b.set(dst, b.choose(b.aux(OpCmpRef, int64(Eq), list, obj), func() *Value {
			return b.value(heap.Undefined)
		}, func() *Value {
			return b.op(OpBoxCell, list)
		}))
	})
	return true
}

// plainEnd reports whether a chain that ends with o has no enumerable properties
// by it: o is in ROM.
func (b *builder) plainEnd(o uint32) bool {
	h := b.h
	if !h.IsROM(o) || h.Proto(o) != 0 || h.U32(o+heap.OffElements) != 0 {
		return false
	}
	s := h.Shape(o)
	at := h.U32(s+heap.ShapeDescs) + heap.DescEntries
	for n := h.U32(s + heap.ShapeCount); n > 0; n-- {
		if h.U32(at+8)&heap.Enumerable != 0 {
			return false
		}
		at += heap.DescSize
	}
	return true
}

// inNext builds the next key of a list that v still has.
func (b *builder) inNext(in *bytecode.Inst, dst uint32, list, v *Value) bool {
	if list.Type != Val || v.Type != Val || !b.keysKnown() {
		return false
	}
	over := func() *Value {
		b.charge(in.X)
		return b.value(heap.Empty)
	}
	b.orSlow(in, func() {
		b.set(dst, b.choose(b.isValue(list, heap.Undefined), over, func() *Value {
			b.require(b.aux(OpHasTag, heap.TagCell, list))
			l := b.op(OpUnboxRef, list)
			i := b.op(OpUnboxInt, b.load(OpLoadVal, MemInner, heap.ForInAt, l))
			n := b.op(OpUnboxInt, b.load(OpLoadVal, MemInner, heap.ForInLen, l))
			return b.choose(b.aux(OpCmpInt, int64(Lt), i, n), func() *Value {
				keys := b.op(OpUnboxRef, b.load(OpLoadVal, MemInner, heap.ForInKeysRef, l))
				k := b.load(OpLoadValX, MemInner, heap.OffValues, keys, i)
				b.require(b.aux(OpHasTag, heap.TagString, k))
				b.require(b.hasKey(b.requireObject(v), k, 0))
				b.charge(in.X + 1)
				b.store(OpStoreVal, MemInner, heap.ForInAt, l, b.op(OpBoxInt, b.op(OpAddIntW, i, b.integer(1))))
				return k
			}, over)
		}))
	})
	return true
}
