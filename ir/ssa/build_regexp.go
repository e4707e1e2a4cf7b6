package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// newRegExp builds a regular expression literal that has been evaluated before: its
// program is made once, and kept. Where it has been forgotten the driver makes it.
func (b *builder) newRegExp(in *bytecode.Inst, dst uint32, source, flags heap.Value) bool {
	if b.cfg.Library.RegExpLiteral == nil {
		return false
	}
	shape, cache, offset, units := b.cfg.Library.RegExpLiteral(source, flags)
	if shape == 0 {
		return false
	}
	const inner = 3 // source, flags, program
	b.orSlow(in, func() {
		program := b.value(b.h.Val(cache + offset))
		b.requireValue(b.load(OpLoadVal, MemInner, int64(offset), b.cell(cache)), program)
		obj := b.alloc(heap.KRegExp, b.h.U32(shape+heap.ShapeBase)+8*uint32(b.h.U16(shape+heap.ShapeInline)))
		b.word(obj, MemSlots, heap.OffShape, 0)
		b.store(OpStoreRef, MemShape, heap.OffShape, obj, b.cell(shape))
		b.word(obj, MemElems, heap.OffElements, 0)
		for i, v := range [inner]*Value{b.value(source), b.value(flags), program} {
			b.store(OpStoreVal, MemInner, int64(heap.OffInternal+8*i), obj, v)
		}
		b.store(OpStoreVal, MemProp, heap.OffInternal+8*inner, obj, b.value(heap.Int(0)))
		b.charge(units)
		b.set(dst, b.op(OpBoxObj, obj))
	})
	return true
}
