package ssa

import "firn/heap"

// Limits of the stub for for-in.
const (
	maxForInKeys  = 64 // properties of the object and of each prototype
	maxForInChain = 8
)

// forIn is interp's for-in: the list of the keys of an object, or the object itself
// if it has none. The second argument is an object that a chain may end with,
// which has no enumerable properties and no prototype. It cannot with what is not
// an ordinary object without elements, and with enumerable prototypes.
func forIn(s *stubBuilder) {
	obj, end := s.args[0], s.args[1]
	cannot, _ := s.block()
	none, _ := s.block()
	zero := s.int(0)
	ordinary := func(o *Value) (shape, n *Value) {
		s.unless(s.cmp(Ne, s.op(OpLoadU8, heap.OffKind, o), s.int(heap.KObject)), cannot)
		s.unless(s.cmp(Ne, s.op(OpLoadInt, heap.OffElements, o), zero), cannot)
		shape = s.op(OpLoadRef, heap.OffShape, o)
		n = s.op(OpLoadInt, heap.ShapeCount, shape)
		s.unless(s.cmp(Gt, n, s.int(maxForInKeys)), cannot)
		return shape, n
	}
	shape, n := ordinary(obj)
	null := s.op(OpConstRef, 0)

	// The chain, and how many objects are on it.
	level, l := s.block(Ref, Int)
	listed, units := s.block(Int)
	s.jump(level, s.op(OpLoadRef, heap.ShapeProto, shape), s.int(1))
	s.at(level)
	ended, _ := s.block()
	s.unless(s.op(OpCmpRef, int64(Eq), l[0], null), ended)
	last, _ := s.block()
	s.unless(s.op(OpCmpRef, int64(Eq), l[0], end), last)
	s.unless(s.cmp(Ge, l[1], s.int(maxForInChain)), cannot)
	up, m := ordinary(l[0])
	s.entries(up, m, func(key, attrs *Value) {
		s.unless(s.cmp(Ne, s.op(OpAndInt, 0, attrs, s.int(heap.Enumerable)), zero), cannot)
	})
	s.jump(level, s.op(OpLoadRef, heap.ShapeProto, up), s.op(OpAddIntW, 0, l[1], s.int(1)))
	s.at(ended)
	s.jump(listed, l[1])
	s.at(last)
	s.jump(listed, s.op(OpAddIntW, 0, l[1], s.int(1)))

	// Room for all properties and one more, as Heap.countKeys says, and the keys
	// among them.
	s.at(listed)
	s.unless(s.op(OpCmpInt, int64(Eq), n, zero), none)
	room := s.op(OpAddIntW, 0, n, s.int(1))
	keys := s.alloc(s.op(OpAddIntW, 0, s.op(OpShlInt, 0, room, s.int(3)), s.int(heap.OffValues)), heap.KRecord, 0)
	hole := s.bits(heap.Hole)
	s.loop(room, 1, nil, func(i *Value) { s.op(OpStoreValX, heap.OffValues, keys, i, hole) })
	i, j := s.block(Int, Int)
	done, _ := s.block()
	body, _ := s.block()
	s.jump(i, zero, zero)
	s.at(i)
	s.branch(s.cmp(Lt, j[0], n), body, done)
	descs := s.op(OpLoadRef, heap.ShapeDescs, shape)
	at := s.op(OpAddRef, 0, descs, s.op(OpShlInt, 0, j[0], s.int(4)))
	key := s.op(OpLoadVal, heap.DescEntries, at)
	next := s.op(OpAddIntW, 0, j[0], s.int(1))
	listKey, skip := s.blocks2()
	s.branch(s.op(OpHasTag, heap.TagString, key), listKey, skip)
	listKey2, skip2 := s.blocks2()
	s.branch(s.cmp(Ne, s.op(OpAndInt, 0, s.op(OpLoadInt, heap.DescEntries+8, at), s.int(heap.Enumerable)), zero), listKey2, skip2)
	s.op(OpStoreValX, heap.OffValues, keys, j[1], key)
	s.jump(i, next, s.op(OpAddIntW, 0, j[1], s.int(1)))
	s.at(skip)
	s.jump(i, next, j[1])
	s.at(skip2)
	s.jump(i, next, j[1])
	s.at(done)
	s.unless(s.op(OpCmpInt, int64(Eq), j[1], zero), none)

	list := s.alloc(s.int(heap.ForInSize), heap.KRecord, 0)
	s.op(OpStoreVal, heap.ForInAt, list, s.bits(heap.Int(0)))
	s.op(OpStoreVal, heap.ForInLen, list, s.op(OpBoxInt, 0, j[1]))
	s.op(OpStoreVal, heap.ForInKeysRef, list, s.op(OpBoxCell, 0, keys))
	s.op(OpChargeInt, 0, s.op(OpAddIntW, 0, units[0], s.op(OpShlInt, 0, j[1], s.int(1))))
	s.ret(list)
	s.at(none)
	s.op(OpChargeInt, 0, units[0])
	s.ret(obj)
	s.at(cannot)
	s.cannot()
}

// instanceOf is the search of ECMA-262 7.3.21 OrdinaryHasInstance. It cannot with
// proxies on the chain, and where the heap charges for its length.
func instanceOf(s *stubBuilder) {
	cannot, _ := s.block()
	found, _ := s.block()
	none, _ := s.block()
	at, p := s.block(Ref, Int)
	o, links := p[0], p[1]
	s.jump(at, s.args[0], s.int(0))
	s.at(at)
	s.unless(s.cmp(Eq, s.op(OpLoadU8, heap.OffKind, o), s.int(heap.KProxy)), cannot)
	proto := s.op(OpLoadRef, heap.ShapeProto, s.op(OpLoadRef, heap.OffShape, o))
	s.unless(s.op(OpCmpRef, int64(Eq), proto, s.args[1]), found)
	s.unless(s.op(OpCmpRef, int64(Eq), proto, s.op(OpConstRef, 0)), none)
	next := s.op(OpAddIntW, 0, links, s.int(1))
	s.unless(s.cmp(Ge, next, s.int(heap.FreeLinks)), cannot)
	s.jump(at, proto, next)
	s.at(found)
	s.ret(s.int(1))
	s.at(none)
	s.ret(s.int(0))
	s.at(cannot)
	s.cannot()
}

// maxGrow is how many elements a cell may have that the stub makes larger.
const maxGrow = 1024

// grow is what Heap.growDense does for an element just behind the last one.
func grow(s *stubBuilder) {
	e := s.args[0]
	cannot, _ := s.block()
	have := s.op(OpLoadCap, 0, e)
	s.unless(s.cmp(Gt, have, s.int(maxGrow)), cannot)
	want := s.op(OpAddIntW, 0, s.op(OpAddIntW, 0, have, s.op(OpShrInt, 0, have, s.int(1))), s.int(4))
	c := s.alloc(s.op(OpAddIntW, 0, s.op(OpShlInt, 0, want, s.int(3)), s.int(heap.OffValues)), heap.KElements, 0)
	s.loop(have, 1, nil, func(i *Value) {
		s.op(OpStoreValX, heap.OffValues, c, i, s.op(OpLoadValX, heap.OffValues, e, i))
	})
	hole := s.bits(heap.Hole)
	rest := s.op(OpAddRef, 0, c, s.op(OpShlInt, 0, have, s.int(3)))
	s.loop(s.op(OpSubIntW, 0, want, have), 1, nil, func(i *Value) { s.op(OpStoreValX, heap.OffValues, rest, i, hole) })
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, want, s.int(2)))
	s.ret(c)
	s.at(cannot)
	s.cannot()
}

// maxHoles is how many elements the stub for them makes.
const maxHoles = 1024

// holes makes the elements cell of new Array(n), for n from 1.
func holes(s *stubBuilder) {
	n := s.args[0]
	cannot, _ := s.block()
	s.unless(s.cmp(Ge, s.op(OpSubIntW, 0, n, s.int(1)), s.int(maxHoles)), cannot)
	c := s.alloc(s.op(OpAddIntW, 0, s.op(OpShlInt, 0, n, s.int(3)), s.int(heap.OffValues)), heap.KElements, 0)
	hole := s.bits(heap.Hole)
	s.loop(n, 1, nil, func(i *Value) { s.op(OpStoreValX, heap.OffValues, c, i, hole) })
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, n, s.int(4)))
	s.ret(c)
	s.at(cannot)
	s.cannot()
}

// blocks2 is two blocks without parameters.
func (s *stubBuilder) blocks2() (a, b *Block) {
	a, _ = s.block()
	b, _ = s.block()
	return a, b
}

// entries does something with the first n properties of a shape.
func (s *stubBuilder) entries(shape, n *Value, do func(key, attrs *Value)) {
	descs := s.op(OpLoadRef, heap.ShapeDescs, shape)
	s.loop(n, 1, nil, func(i *Value) {
		at := s.op(OpAddRef, 0, descs, s.op(OpShlInt, 0, i, s.int(4)))
		do(s.op(OpLoadVal, heap.DescEntries, at), s.op(OpLoadInt, heap.DescEntries+8, at))
	})
}

// bits is a constant value.
func (s *stubBuilder) bits(v heap.Value) *Value { return s.op(OpConstVal, int64(v)) }

// maxCloned is how many properties an object may have that the stub copies.
const maxCloned = 32

// cloneProps is heap.cloneInto: an empty object 0 takes over the shape of an
// ordinary object 1 whose properties are all plain, and their values.
func cloneProps(s *stubBuilder) {
	to, from := s.args[0], s.args[1]
	cannot, _ := s.block()
	zero := s.int(0)
	same := func(op Op, off int64, x, y *Value) { s.must(s.cmp(Eq, s.op(op, off, x), s.op(op, off, y)), cannot) }
	none := func(v *Value, bits int64) { s.must(s.cmp(Eq, s.op(OpAndInt, 0, v, s.int(bits)), zero), cannot) }
	s.must(s.cmp(Eq, s.op(OpLoadU8, heap.OffKind, from), s.int(heap.KObject)), cannot)
	s.must(s.cmp(Eq, s.op(OpLoadInt, heap.OffElements, from), zero), cannot)
	none(s.op(OpLoadU8, heap.OffFlags, to), heap.FIsProto|heap.FNonExtensible)
	s.must(s.cmp(Eq, s.op(OpLoadInt, heap.OffSlots, to), zero), cannot)
	shape, empty := s.op(OpLoadRef, heap.OffShape, from), s.op(OpLoadRef, heap.OffShape, to)
	none(s.op(OpLoadU16, heap.ShapeFlags, shape), heap.SDictionary)
	s.must(s.cmp(Eq, s.op(OpLoadInt, heap.ShapeCount, empty), zero), cannot)
	same(OpLoadInt, heap.ShapeProto, shape, empty)
	same(OpLoadInt, heap.ShapeBase, shape, empty)
	same(OpLoadU16, heap.ShapeInline, shape, empty)
	same(OpLoadU16, heap.ShapeFlags, shape, empty)
	n := s.op(OpLoadInt, heap.ShapeCount, shape)
	s.must(s.cmp(Le, n, s.int(maxCloned)), cannot)
	s.entries(shape, n, func(key, attrs *Value) {
		s.must(s.op(OpHasTag, heap.TagString, key), cannot)
		s.must(s.cmp(Eq, attrs, s.int(heap.WEC)), cannot)
	})

	// Those that are not in the object itself.
	in := s.op(OpLoadU16, heap.ShapeInline, shape)
	outside, _ := s.block()
	roomy, _ := s.block()
	s.unless(s.cmp(Gt, n, in), outside)
	s.jump(roomy)
	s.at(outside)
	rest := s.op(OpSubIntW, 0, n, in)
	grow, c := s.block(Int)
	sized, _ := s.block()
	s.jump(grow, s.int(3)) // as heap.SlotCapacity
	s.at(grow)
	s.must(s.cmp(Lt, c[0], rest), sized)
	s.jump(grow, s.op(OpAddIntW, 0, s.op(OpShlInt, 0, c[0], s.int(1)), s.int(1)))
	s.at(sized)
	slots := s.alloc(s.op(OpAddIntW, 0, s.op(OpShlInt, 0, c[0], s.int(3)), s.int(heap.OffValues)), heap.KSlots, 0)
	undefined, old := s.bits(heap.Undefined), s.op(OpLoadRef, heap.OffSlots, from)
	s.loop(c[0], 1, nil, func(i *Value) { s.op(OpStoreValX, heap.OffValues, slots, i, undefined) })
	s.loop(rest, 1, nil, func(i *Value) {
		s.op(OpStoreValX, heap.OffValues, slots, i, s.op(OpLoadValX, heap.OffValues, old, i))
	})
	s.op(OpStoreRef, heap.OffSlots, to, slots)
	s.op(OpBarrier, heap.OffSlots, to)
	s.jump(roomy)

	s.at(roomy)
	base := s.op(OpLoadInt, heap.ShapeBase, shape)
	target, source := s.op(OpAddRef, 0, to, base), s.op(OpAddRef, 0, from, base)
	inside := s.op(OpMinInt, 0, n, in)
	s.loop(inside, 1, nil, func(i *Value) {
		s.op(OpStoreValX, 0, target, i, s.op(OpLoadValX, 0, source, i))
		s.op(OpBarrierX, 0, target, i)
	})
	s.op(OpStoreRef, heap.OffShape, to, shape)
	s.op(OpBarrier, heap.OffShape, to)
	s.ret(zero)
	s.at(cannot)
	s.cannot()
}
