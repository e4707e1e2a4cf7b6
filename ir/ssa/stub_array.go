package ssa

import "firn/heap"

// Limits of the stubs for arrays: what is longer is better copied by Go.
const (
	maxMoved  = 64  // values that are moved within, or between, elements
	maxSliced = 256 // elements of a new array
)

// moveValues is heap.CopyWords of values to the address 0 less OffValues, from 1
// likewise, beginning with the last one if 3 says so. It marks the cards, and charges
// as $CopyElements does.
func moveValues(s *stubBuilder) {
	to, from, n := s.args[0], s.args[1], s.args[2]
	zero := s.int(0)
	done, _ := s.block()
	downwards, _ := s.block()
	marked, _ := s.block()
	s.unless(s.op(OpCmpInt, int64(Eq), n, zero), done)
	last := s.op(OpSubIntW, 0, n, s.int(1))
	copyValue := func(i *Value) {
		s.op(OpStoreValX, heap.OffValues, to, i, s.op(OpLoadValX, heap.OffValues, from, i))
	}
	s.unless(s.cmp(Ne, s.args[3], zero), downwards)
	s.loop(n, 1, nil, copyValue)
	s.jump(marked)
	s.at(downwards)
	s.loop(n, 1, nil, func(i *Value) { copyValue(s.op(OpSubIntW, 0, last, i)) })
	s.jump(marked)
	// So few are in two cards at most.
	s.at(marked)
	s.op(OpBarrier, heap.OffValues, to)
	s.op(OpBarrierX, heap.OffValues, to, last)
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, n, s.int(3)))
	s.jump(done)
	s.at(done)
	s.ret(zero)
}

// newArray makes an array of shape with room for n elements, at least one, which
// fill stores.
func (s *stubBuilder) newArray(shape, n *Value, fill func(e *Value)) *Value {
	e := s.alloc(s.op(OpAddIntW, 0, s.op(OpShlInt, 0, n, s.int(3)), s.int(heap.OffValues)), heap.KElements, 0)
	fill(e)
	a := s.alloc(s.int(heap.OffInternal), heap.KArray, 0)
	s.op(OpStoreRef, heap.OffShape, a, shape)
	s.op(OpStoreInt, heap.OffSlots, a, s.int(0))
	s.op(OpStoreRef, heap.OffElements, a, e)
	s.op(OpStoreInt, heap.OffWord, a, n)
	return a
}

// arrayOf is what Array.prototype.slice makes: an array of shape 3 with the 2 elements
// of cell 0 from number 1 on, at least one.
func arrayOf(s *stubBuilder) {
	n := s.args[2]
	from := s.op(OpAddRef, 0, s.args[0], s.op(OpShlInt, 0, s.args[1], s.int(3)))
	a := s.newArray(s.args[3], n, func(e *Value) {
		s.loop(n, 1, nil, func(i *Value) {
			s.op(OpStoreValX, heap.OffValues, e, i, s.op(OpLoadValX, heap.OffValues, from, i))
		})
	})
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, n, s.int(2)))
	s.ret(a)
}

// copyDense is $CopyDense of array 0, which is neither sparse nor exotic: an array of
// shape 1. It cannot with no elements, and with holes.
func copyDense(s *stubBuilder) {
	cannot, _ := s.block()
	n := s.op(OpLoadInt, heap.OffWord, s.args[0])
	from := s.op(OpLoadRef, heap.OffElements, s.args[0])
	s.must(s.cmp(Ne, n, s.int(0)), cannot)
	s.must(s.cmp(Le, n, s.int(maxSliced)), cannot)
	s.must(s.cmp(Le, n, s.op(OpLoadCap, 0, from)), cannot)
	hole := s.bits(heap.Hole)
	s.loop(n, 1, nil, func(i *Value) {
		s.must(s.op(OpCmpVal, int64(Ne), s.op(OpLoadValX, heap.OffValues, from, i), hole), cannot)
	})
	a := s.newArray(s.args[1], n, func(e *Value) {
		s.loop(n, 1, nil, func(i *Value) {
			s.op(OpStoreValX, heap.OffValues, e, i, s.op(OpLoadValX, heap.OffValues, from, i))
		})
	})
	s.op(OpChargeInt, 0, s.op(OpAddIntW, 0, s.op(OpShrInt, 0, n, s.int(2)), s.op(OpShrInt, 0, n, s.int(3))))
	s.ret(a)
	s.at(cannot)
	s.cannot()
}

// appendAll is arrspread of an array onto another one, neither of them sparse: the
// elements cell that the first has then. The caller stores it and the length. It
// cannot with holes in the second one, or at the end of the first, and with arrays that
// are both empty.
func appendAll(s *stubBuilder) {
	to, from := s.args[0], s.args[1]
	cannot, _ := s.block()
	n, m := s.op(OpLoadInt, heap.OffWord, to), s.op(OpLoadInt, heap.OffWord, from)
	e := s.op(OpLoadRef, heap.OffElements, from)
	s.must(s.cmp(Le, m, s.int(maxSliced)), cannot)
	s.must(s.cmp(Le, m, s.op(OpLoadCap, 0, e)), cannot)
	s.must(s.cmp(Lt, n, s.int(maxSliced)), cannot)
	hole := s.bits(heap.Hole)
	s.loop(m, 1, nil, func(i *Value) {
		s.must(s.op(OpCmpVal, int64(Ne), s.op(OpLoadValX, heap.OffValues, e, i), hole), cannot)
	})
	old := s.op(OpLoadRef, heap.OffElements, to)
	total, have := s.op(OpAddIntW, 0, n, m), s.op(OpLoadCap, 0, old)
	s.must(s.cmp(Le, n, have), cannot) // there may be holes at the end
	enough, _ := s.block()
	room, r := s.block(Ref)
	s.unless(s.cmp(Le, total, have), enough)
	// As Heap.ReserveElements makes room.
	more := s.alloc(s.op(OpAddIntW, 0, s.op(OpShlInt, 0, total, s.int(3)), s.int(heap.OffValues)), heap.KElements, 0)
	s.loop(n, 1, nil, func(i *Value) {
		s.op(OpStoreValX, heap.OffValues, more, i, s.op(OpLoadValX, heap.OffValues, old, i))
	})
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, total, s.int(2)))
	s.jump(room, more)
	s.at(enough)
	s.must(s.op(OpCmpRef, int64(Ne), old, s.op(OpConstRef, 0)), cannot)
	s.jump(room, old)
	s.at(room)
	end := s.op(OpAddRef, 0, r[0], s.op(OpShlInt, 0, n, s.int(3)))
	s.loop(m, 1, nil, func(i *Value) {
		s.op(OpStoreValX, heap.OffValues, end, i, s.op(OpLoadValX, heap.OffValues, e, i))
		s.op(OpBarrierX, heap.OffValues, end, i)
	})
	s.op(OpChargeInt, 0, m)
	s.ret(r[0])
	s.at(cannot)
	s.cannot()
}
