package ssa

import "firn/heap"

const (
	// maxStubUnits is the length from which strings are not compared by stubs.
	maxStubUnits = 4096
	// longString is the length from which concatenations are ropes: heap.Concat.
	longString = heap.MinRope
	// maxString is the length that no string exceeds.
	maxString = heap.MaxStringLength
)

// view tells where the units of a flat string or a slice are: the address of the
// first one, and 1 if they are wide, else 0. It goes to cannot for a rope.
func (s *stubBuilder) view(str *Value, cannot *Block) (data, wide *Value) {
	join, p := s.block(Ref, Int)
	flat, _ := s.block()
	slice, _ := s.block()
	kind := s.op(OpLoadU8, heap.OffKind, str)
	s.branch(s.cmp(Le, kind, s.int(heap.KStr2)), flat, slice)
	s.jump(join, s.op(OpAddRef, 0, str, s.int(heap.OffChars)), s.op(OpSubIntW, 0, kind, s.int(heap.KStr1)))
	s.at(slice)
	s.unless(s.cmp(Ne, kind, s.int(heap.KSlice)), cannot)
	base := s.op(OpLoadRef, heap.OffBase, str)
	w := s.op(OpSubIntW, 0, s.op(OpLoadU8, heap.OffKind, base), s.int(heap.KStr1))
	start := s.op(OpShlInt, 0, s.op(OpLoadInt, heap.OffStart, str), w)
	s.jump(join, s.op(OpAddRef, 0, base, s.op(OpAddIntW, 0, start, s.int(heap.OffChars))), w)
	s.at(join)
	return p[0], p[1]
}

// stringEqual is heap.Equal: 1 or 0. It cannot with ropes and very long strings.
func stringEqual(s *stubBuilder) {
	a, b := s.args[0], s.args[1]
	yes, _ := s.block()
	no, _ := s.block()
	cannot, _ := s.block()
	s.unless(s.op(OpCmpRef, int64(Eq), a, b), yes)
	n := s.op(OpLoadInt, heap.OffLength, a)
	s.unless(s.cmp(Ne, n, s.op(OpLoadInt, heap.OffLength, b)), no)
	atoms := s.op(OpAndInt, 0, s.op(OpLoadU8, heap.OffFlags, a), s.op(OpLoadU8, heap.OffFlags, b))
	s.unless(s.op(OpCmpInt, int64(Ne), s.op(OpAndInt, 0, atoms, s.int(heap.FAtom)), s.int(0)), no)
	s.unless(s.cmp(Ge, n, s.int(maxStubUnits)), cannot)

	// Different hashes decide, where both are known; the charge is the same.
	charged := func(to *Block) *Block {
		b, _ := s.block()
		at := s.cur
		s.at(b)
		s.op(OpChargeInt, 0, s.op(OpShrInt, 0, n, s.int(6)))
		s.jump(to)
		s.at(at)
		return b
	}
	yes2, no2 := charged(yes), charged(no)
	same, _ := s.block()
	ha, hb := s.op(OpLoadInt, heap.OffStrHash, a), s.op(OpLoadInt, heap.OffStrHash, b)
	s.unless(s.cmp(Eq, ha, hb), same)
	s.unless(s.cmp(Eq, ha, s.int(0)), same)
	s.unless(s.cmp(Ne, hb, s.int(0)), no2)
	s.jump(same)
	s.at(same)

	x, wx := s.view(a, cannot)
	y, wy := s.view(b, cannot)
	mixed, _ := s.block()
	s.unless(s.cmp(Ne, wx, wy), mixed)

	// Eight bytes at a time, then one.
	bytes := s.op(OpShlInt, 0, n, wx)
	s.loop(bytes, 8, func(i *Value) {
		p, q := s.op(OpAddRef, 0, x, i), s.op(OpAddRef, 0, y, i)
		s.unless(s.op(OpCmpVal, int64(Ne), s.op(OpLoadVal, 0, p), s.op(OpLoadVal, 0, q)), no2)
	}, func(i *Value) {
		s.unless(s.cmp(Ne, s.op(OpLoadU8X, 0, x, i), s.op(OpLoadU8X, 0, y, i)), no2)
	})
	s.jump(yes2)

	// One is wide, the other is not.
	s.at(mixed)
	narrow, wide := s.swapped(wx, x, y)
	s.loop(n, 1, nil, func(i *Value) {
		s.unless(s.cmp(Ne, s.op(OpLoadU8X, 0, narrow, i), s.op(OpLoadU16X, 0, wide, i)), no2)
	})
	s.jump(yes2)

	s.at(yes)
	s.ret(s.int(1))
	s.at(no)
	s.ret(s.int(0))
	s.at(cannot)
	s.cannot()
}

// swapped is x and y, or y and x if the integer is not 0.
func (s *stubBuilder) swapped(first, x, y *Value) (p, q *Value) {
	join, list := s.block(Ref, Ref)
	other, _ := s.block()
	s.unless(s.cmp(Ne, first, s.int(0)), other)
	s.jump(join, x, y)
	s.at(other)
	s.jump(join, y, x)
	s.at(join)
	return list[0], list[1]
}

// loop does something for n bytes: step of them at a time, as long as so many are
// left, and then one at a time. (With step 1 only the latter.)
func (s *stubBuilder) loop(n *Value, step int64, many, one func(i *Value)) {
	zero := s.int(0)
	tail, t := s.block(Int)
	done, _ := s.block()
	if step > 1 {
		head, h := s.block(Int)
		body, _ := s.block()
		last, _ := s.block()
		s.jump(head, zero)
		s.at(head)
		next := s.op(OpAddIntW, 0, h[0], s.int(step))
		s.branch(s.cmp(Le, next, n), body, last)
		many(h[0])
		s.jump(head, next)
		s.at(last)
		s.jump(tail, h[0])
	} else {
		s.jump(tail, zero)
	}
	s.at(tail)
	body, _ := s.block()
	s.branch(s.cmp(Lt, t[0], n), body, done)
	one(t[0])
	s.jump(tail, s.op(OpAddIntW, 0, t[0], s.int(1)))
	s.at(done)
}

// stringConcat is heap.Concat. It cannot with a full nursery and results that are
// too long.
func stringConcat(s *stubBuilder) {
	a, b := s.args[0], s.args[1]
	first, _ := s.block()
	second, _ := s.block()
	cannot, _ := s.block()
	la, lb := s.op(OpLoadInt, heap.OffLength, a), s.op(OpLoadInt, heap.OffLength, b)
	s.unless(s.cmp(Eq, lb, s.int(0)), first)
	s.unless(s.cmp(Eq, la, s.int(0)), second)
	n := s.op(OpAddIntW, 0, la, lb)
	flags := s.op(OpAndInt, 0, s.op(OpLoadU8, heap.OffFlags, a), s.op(OpLoadU8, heap.OffFlags, b))
	latin := s.op(OpAndInt, 0, flags, s.int(heap.FLatin1))
	short, _ := s.block()
	s.unless(s.cmp(Lt, n, s.int(longString)), short)

	s.unless(s.cmp(Gt, n, s.int(maxString)), cannot)
	rope := s.op(OpAlloc, heap.RopeSize)
	rope.Aux2 = heap.RopeSize | heap.KRope<<32
	s.op(OpStoreI8X, heap.OffFlags, rope, s.int(0), latin)
	s.op(OpStoreInt, heap.OffLength, rope, n)
	s.op(OpStoreInt, heap.OffStrHash, rope, s.int(0))
	s.op(OpStoreRef, heap.OffLeft, rope, a)
	s.op(OpStoreRef, heap.OffRight, rope, b)
	s.ret(rope)

	s.at(short)
	x, wx := s.view(a, cannot)
	y, wy := s.view(b, cannot)
	wide, _ := s.block()
	s.unless(s.cmp(Eq, latin, s.int(0)), wide)
	// A slice of a wide string may have no wide units; its base tells.
	s.unless(s.cmp(Ne, s.op(OpOrInt, 0, wx, wy), s.int(0)), cannot)
	str := s.flat(n, n, heap.KStr1, heap.FLatin1)
	s.copyBytes(str, s.int(0), x, la)
	s.copyBytes(str, la, y, lb)
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, n, s.int(4)))
	s.ret(str)

	s.at(wide)
	bytes := s.op(OpShlInt, 0, n, s.int(1))
	str = s.flat(n, bytes, heap.KStr2, 0)
	s.copyWide(str, s.int(0), x, wx, la)
	s.copyWide(str, la, y, wy, lb)
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, n, s.int(4)))
	s.ret(str)

	s.at(first)
	s.ret(a)
	s.at(second)
	s.ret(b)
	s.at(cannot)
	s.cannot()
}

// flat makes a flat string of n units in so many bytes, not yet filled.
func (s *stubBuilder) flat(n, bytes *Value, kind, flags int64) *Value {
	size := s.op(OpAndInt, 0, s.op(OpAddIntW, 0, bytes, s.int(heap.OffChars+7)), s.int(-8))
	str := s.alloc(size, kind, flags)
	s.op(OpStoreInt, heap.OffLength, str, n)
	s.op(OpStoreInt, heap.OffStrHash, str, s.int(0))
	zero := s.int(0)
	last := s.op(OpAddRef, 0, str, size)
	last = s.op(OpAddRef, 0, last, s.int(-8))
	s.op(OpStoreInt, 0, last, zero)
	s.op(OpStoreInt, 4, last, zero)
	return str
}

// copyBytes copies n bytes to a new string, from byte at on.
func (s *stubBuilder) copyBytes(str, at, from, n *Value) {
	to := s.op(OpAddRef, 0, str, s.op(OpAddIntW, 0, at, s.int(heap.OffChars)))
	zero := s.int(0)
	s.loop(n, 8, func(i *Value) {
		p := s.op(OpAddRef, 0, from, i)
		s.op(OpStoreVal, 0, s.op(OpAddRef, 0, to, i), s.op(OpLoadValX, 0, p, zero))
	}, func(i *Value) {
		s.op(OpStoreI8X, 0, to, i, s.op(OpLoadU8X, 0, from, i))
	})
}

// copyWide copies n units, wide or not, to a new wide string, from unit at on.
func (s *stubBuilder) copyWide(str, at, from, wide, n *Value) {
	one := s.int(1)
	to := s.op(OpAddRef, 0, str, s.op(OpAddIntW, 0, s.op(OpShlInt, 0, at, one), s.int(heap.OffChars)))
	narrow, _ := s.block()
	done, _ := s.block()
	s.unless(s.cmp(Eq, wide, s.int(0)), narrow)
	s.loop(n, 1, nil, func(i *Value) { s.op(OpStoreI16X, 0, to, i, s.op(OpLoadU16X, 0, from, i)) })
	s.jump(done)
	s.at(narrow)
	s.loop(n, 1, nil, func(i *Value) { s.op(OpStoreI16X, 0, to, i, s.op(OpLoadU8X, 0, from, i)) })
	s.jump(done)
	s.at(done)
}
