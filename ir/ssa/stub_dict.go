package ssa

import "firn/heap"

// dictAdd is Heap.dictAdd for a dictionary shape in RAM that no cache knows, of an
// object, and the atom key: all but what stores values, key and attributes,
// behind which cards are marked. It cannot where a cell would have to grow.
func dictAdd(s *stubBuilder) {
	shape, obj, key := s.args[0], s.args[1], s.args[2]
	cannot, _ := s.block()
	zero, one := s.int(0), s.int(1)
	descs := s.op(OpLoadRef, heap.ShapeDescs, shape)
	n := s.op(OpLoadInt, heap.ShapeCount, shape)
	s.unless(s.cmp(Ne, s.op(OpLoadInt, heap.DescUsed, descs), n), cannot)
	room := s.op(OpShrInt, 0, s.op(OpSubIntW, 0, s.op(OpLoadInt, heap.OffSize, descs), s.int(heap.DescEntries)), s.int(4))
	s.unless(s.cmp(Ge, n, room), cannot)

	slot, at := s.block(Ref)
	inside, outside := s.blocks2()
	in := s.op(OpLoadU16, heap.ShapeInline, shape)
	s.branch(s.cmp(Lt, n, in), inside, outside)
	base := s.op(OpAddRef, 0, obj, s.op(OpLoadInt, heap.ShapeBase, shape))
	s.jump(slot, s.op(OpAddRef, 0, base, s.op(OpShlInt, 0, n, s.int(3))))
	s.at(outside)
	slots := s.op(OpLoadRef, heap.OffSlots, obj)
	s.unless(s.op(OpCmpRef, int64(Eq), slots, s.op(OpConstRef, 0)), cannot)
	off := s.op(OpAddIntW, 0, s.op(OpShlInt, 0, s.op(OpSubIntW, 0, n, in), s.int(3)), s.int(heap.OffValues))
	s.unless(s.cmp(Ge, off, s.op(OpLoadInt, heap.OffSize, slots)), cannot)
	s.jump(slot, s.op(OpAddRef, 0, slots, off))

	s.at(slot)
	more := s.op(OpAddIntW, 0, n, one)
	written, _ := s.block()
	linear, indexed := s.blocks2()
	index := s.op(OpLoadRef, heap.DescIndex, descs)
	s.branch(s.op(OpCmpRef, int64(Eq), index, s.op(OpConstRef, 0)), linear, indexed)
	s.unless(s.cmp(Gt, more, s.int(heap.LinearProps)), cannot)
	s.jump(written)

	// Heap.indexPut charges for long searches.
	s.at(indexed)
	hash := s.op(OpMulIntW, 0, s.op(OpLoadInt, heap.OffStrHash, s.op(OpUnboxRef, 0, key)), s.int(heap.KeyFactor))
	hash = s.op(OpXorInt, 0, hash, s.op(OpShrInt, 0, hash, s.int(15)))
	mask := s.op(OpSubIntW, 0, s.op(OpShrInt, 0, s.op(OpSubIntW, 0, s.op(OpLoadInt, heap.OffSize, index), s.int(heap.IndexEntries)), s.int(2)), one)
	probe, p := s.block(Int, Int)
	s.jump(probe, s.op(OpAndInt, 0, hash, mask), zero)
	s.at(probe)
	entry := s.op(OpAddRef, 0, index, s.op(OpShlInt, 0, p[0], s.int(2)))
	next, free := s.blocks2()
	s.branch(s.cmp(Ne, s.op(OpLoadInt, heap.IndexEntries, entry), zero), next, free)
	s.unless(s.cmp(Ge, p[1], s.int(maxDictSteps)), cannot)
	s.jump(probe, s.op(OpAndInt, 0, s.op(OpAddIntW, 0, p[0], one), mask), s.op(OpAddIntW, 0, p[1], one))
	s.at(free)
	s.op(OpStoreInt, heap.IndexEntries, entry, more)
	s.jump(written)

	s.at(written)
	s.op(OpStoreInt, heap.DescUsed, descs, more)
	s.op(OpStoreInt, heap.ShapeCount, shape, more)
	s.ret(at[0])
	s.at(cannot)
	s.cannot()
}

// maxDictSteps is how many entries of an index dictAdd passes by at most.
const maxDictSteps = 16
