package ssa

import "firn/heap"

// Iterators of strings: objects like those of Maps and Sets, with the string, or
// undefined at the end, and the position in internal slots.
const (
	iterString    = 3 // the word of a string's iterator: builtin.IterString
	iterSource    = heap.OffInternal
	iterPosition  = heap.OffInternal + 8
	firstAstral   = 0x10000
	iterStepUnits = 1 // what a step charges besides the instruction
)

// stringIterator builds getiter of a string; of what else has a built-in iterator
// it is the driver's.
func (b *builder) stringIterator(dst uint32, v *Value) bool {
	if v.Type != Val || b.cfg.Library.StringIterator == nil {
		return false
	}
	shape := b.cfg.Library.StringIterator()
	if shape == 0 {
		return false
	}
	b.orSlow(b.in, func() {
		b.require(b.aux(OpHasTag, heap.TagString, v))
		it := b.instance(shape)
		b.store(OpStoreInt, MemWord, heap.OffWord, it, b.integer(iterString))
		b.store(OpStoreVal, MemProp, iterSource, it, v)
		b.store(OpStoreVal, MemProp, iterPosition, it, b.value(heap.Int(0)))
		b.set(dst, b.op(OpBoxObj, it))
		b.set(dst+1, b.value(byBuiltin))
		b.set(dst+2, b.value(heap.Undefined))
	})
	return true
}

// closeString builds iterclose of a string's iterator, which has no return method.
func (b *builder) closeString(r uint32) bool {
	if b.cfg.Library.StringIterator == nil || b.cfg.Library.StringIterator() == 0 || b.reg(r).Type != Val || b.reg(r+1).Type != Val {
		return false
	}
	b.orSlow(b.in, func() {
		b.requireValue(b.reg(r+1), b.value(byBuiltin))
		b.require(b.aux(OpCmpInt, int64(Eq), b.load(OpLoadInt, MemWord, heap.OffWord, b.cellOf(b.reg(r))), b.integer(iterString)))
	})
	return true
}

// stepBuiltin builds the step of a string's iterator; those of Maps and Sets are
// the driver's.
func (b *builder) stepBuiltin(s *step) {
	fr, in := b.fr, s.in
	regs := b.f.list(fr.regs)
	outer := b.way
	b.way = &slowWay{}
	it := b.cellOf(s.it)
	b.require(b.aux(OpCmpInt, int64(Eq), b.load(OpLoadInt, MemWord, heap.OffWord, it), b.integer(iterString)))
	src := b.load(OpLoadVal, MemProp, iterSource, it)
	b.require(b.aux(OpHasTag, heap.TagString, src))
	str := b.op(OpUnboxRef, src)
	i := b.requireInt(b.load(OpLoadVal, MemProp, iterPosition, it))
	more, done := b.split(b.aux(OpCmpUint, int64(Lt), i, b.stringLength(str)))

	b.cur = done
	b.charge(in.X + iterStepUnits)
	b.storeVal(MemProp, iterSource, it, b.value(heap.Undefined))
	b.stepDone(s)

	fr.regs, fr.state, b.cur = b.f.list(regs), nil, more
	c := b.codePoint(str, i)
	char := b.charString(c)
	b.charge(in.X + iterStepUnits)
	n := b.op(OpAddIntW, b.integer(1), b.op(OpConvBool, b.aux(OpCmpUint, int64(Ge), c, b.integer(firstAstral))))
	b.storeVal(MemProp, iterPosition, it, b.op(OpBoxInt, b.op(OpAddIntW, i, n)))
	b.stepMore(s, b.op(OpBoxStr, char))

	// The driver's.
	slow := b.driver(b.way)
	b.way = outer
	fr.regs, fr.state, b.cur = b.f.list(regs), nil, slow
	b.stepSlow(s)
}
