package ssa

import "firn/heap"

// keys is the elements cell of the array that Object.keys or, if the integer is not
// 0, Object.values makes of an object: the object itself if they are none. It cannot
// with what is not an ordinary object without elements, and with accessors.
func keys(s *stubBuilder) {
	obj, values := s.args[0], s.args[1]
	cannot, _ := s.block()
	zero, one := s.int(0), s.int(1)
	s.unless(s.cmp(Ne, s.op(OpLoadU8, heap.OffKind, obj), s.int(heap.KObject)), cannot)
	s.unless(s.cmp(Ne, s.op(OpLoadInt, heap.OffElements, obj), zero), cannot)
	shape := s.op(OpLoadRef, heap.OffShape, obj)
	n := s.op(OpLoadInt, heap.ShapeCount, shape)
	s.unless(s.cmp(Gt, n, s.int(maxForInKeys)), cannot)
	descs := s.op(OpLoadRef, heap.ShapeDescs, shape)

	// listed does something with entry i of those that count, which becomes number j,
	// and gives their number.
	listed := func(do func(i, j, key *Value)) *Value {
		head, p := s.block(Int, Int)
		body, done := s.blocks2()
		s.jump(head, zero, zero)
		s.at(head)
		s.branch(s.cmp(Lt, p[0], n), body, done)
		at := s.op(OpAddRef, 0, descs, s.op(OpShlInt, 0, p[0], s.int(4)))
		next := s.op(OpAddIntW, 0, p[0], one)
		key := s.op(OpLoadVal, heap.DescEntries, at)
		attrs := s.op(OpLoadInt, heap.DescEntries+8, at)
		skip, _ := s.block()
		s.unless(s.op(OpNotBool, 0, s.op(OpHasTag, heap.TagString, key)), skip)
		s.unless(s.cmp(Eq, s.op(OpAndInt, 0, attrs, s.int(heap.Enumerable)), zero), skip)
		s.unless(s.cmp(Ne, s.op(OpAndInt, 0, attrs, s.int(heap.Accessor)), zero), cannot)
		do(p[0], p[1], key)
		s.jump(head, next, s.op(OpAddIntW, 0, p[1], one))
		s.at(skip)
		s.jump(head, next, p[1])
		s.at(done)
		return p[1]
	}
	count := listed(func(i, j, key *Value) {})
	none, _ := s.block()
	s.unless(s.cmp(Eq, count, zero), none)
	e := s.alloc(s.op(OpAddIntW, 0, s.op(OpShlInt, 0, count, s.int(3)), s.int(heap.OffValues)), heap.KElements, 0)
	ofKeys, ofValues := s.blocks2()
	s.branch(s.cmp(Eq, values, zero), ofKeys, ofValues)
	finish := func() {
		s.op(OpChargeInt, 0, count)
		s.ret(e)
	}
	listed(func(i, j, key *Value) { s.op(OpStoreValX, heap.OffValues, e, j, key) })
	finish()

	s.at(ofValues)
	in := s.op(OpLoadU16, heap.ShapeInline, shape)
	base := s.op(OpAddRef, 0, obj, s.op(OpLoadInt, heap.ShapeBase, shape))
	slots := s.op(OpLoadRef, heap.OffSlots, obj)
	listed(func(i, j, key *Value) {
		join, v := s.block(Val)
		inside, outside := s.blocks2()
		s.branch(s.cmp(Lt, i, in), inside, outside)
		s.jump(join, s.op(OpLoadValX, 0, base, i))
		s.at(outside)
		s.jump(join, s.op(OpLoadValX, heap.OffValues, slots, s.op(OpSubIntW, 0, i, in)))
		s.at(join)
		s.op(OpStoreValX, heap.OffValues, e, j, v[0])
	})
	finish()
	s.at(none)
	s.ret(obj)
	s.at(cannot)
	s.cannot()
}

// intern is Heap.addAtom of a string that becomes an atom. It cannot where there is
// no table or it would have to grow.
func intern(s *stubBuilder) {
	str, hash := s.args[0], s.args[1]
	cannot, _ := s.block()
	s.unless(s.op(OpNotBool, 0, s.op(OpHasTag, heap.TagCell, s.args[2])), cannot)
	one := s.int(1)
	table := s.op(OpUnboxRef, 0, s.args[2])
	room := s.op(OpShrInt, 0, s.op(OpSubIntW, 0, s.op(OpLoadInt, heap.OffSize, table), s.int(heap.AtomsEntries)), s.int(2))
	used := s.op(OpAddIntW, 0, s.op(OpLoadInt, heap.AtomsUsed, table), one)
	all := s.op(OpAddIntW, 0, used, s.op(OpLoadInt, heap.AtomsDeleted, table))
	s.unless(s.cmp(Gt, s.op(OpShlInt, 0, all, s.int(2)), s.op(OpMulIntW, 0, room, s.int(3))), cannot)

	probe, p := s.block(Int)
	mask := s.op(OpSubIntW, 0, room, one)
	s.jump(probe, s.op(OpAndInt, 0, hash, mask))
	s.at(probe)
	at := s.op(OpAddRef, 0, table, s.op(OpShlInt, 0, p[0], s.int(2)))
	entry := s.op(OpLoadInt, heap.AtomsEntries, at)
	next, free := s.blocks2()
	s.branch(s.cmp(Gt, entry, s.int(heap.AtomDeleted)), next, free)
	s.jump(probe, s.op(OpAndInt, 0, s.op(OpAddIntW, 0, p[0], one), mask))
	s.at(free)
	// An entry that was deleted is one less of those.
	s.op(OpStoreInt, heap.AtomsDeleted, table, s.op(OpSubIntW, 0, s.op(OpLoadInt, heap.AtomsDeleted, table), entry))
	s.op(OpStoreRef, heap.AtomsEntries, at, str)
	s.op(OpBarrier, heap.AtomsEntries, at)
	s.op(OpStoreInt, heap.AtomsUsed, table, used)
	flags := s.op(OpOrInt, 0, s.op(OpLoadU8, heap.OffFlags, str), s.int(heap.FAtom))
	s.op(OpStoreI8X, heap.OffFlags, str, s.int(0), flags)
	s.ret(str)
	s.at(cannot)
	s.cannot()
}

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

	// See Heap.indexPut.
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
