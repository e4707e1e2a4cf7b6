package ssa

import "firn/heap"

const (
	// maxSearched is the length from which the driver searches faster, with the
	// processor's vectors.
	maxSearched = 256
	// maxNeedle bounds the time of a search, which goes back after false starts.
	maxNeedle = 32
)

// stringIndex is heap.ArrayIndex, plus 1, of strings of up to nine units. It cannot
// with strings of ten, nor with those of two bytes a unit and parts of others.
func stringIndex(s *stubBuilder) {
	str := s.args[0]
	none, _ := s.block()
	cannot, _ := s.block()
	zero, one := s.int(0), s.int(1)
	n := s.op(OpLoadInt, heap.OffLength, str)
	s.unless(s.cmp(Gt, n, s.int(10)), none)
	s.unless(s.cmp(Eq, n, zero), none)
	s.unless(s.cmp(Eq, n, s.int(10)), cannot)
	s.unless(s.op(OpNotBool, 0, s.op(OpIsKind, heap.KStr1, str)), cannot)
	digit := func(i *Value) *Value {
		d := s.op(OpSubIntW, 0, s.op(OpLoadU8X, heap.OffChars, str, i), s.int('0'))
		s.unless(s.cmp(Gt, d, s.int(9)), none)
		return d
	}
	first := digit(zero)
	head, v := s.block(Int, Int)
	found, _ := s.block()
	s.jump(head, one, first)
	s.at(head)
	s.unless(s.cmp(Ge, v[0], n), found)
	s.unless(s.cmp(Eq, v[1], zero), none) // a zero in front
	s.jump(head, s.op(OpAddIntW, 0, v[0], one), s.op(OpAddIntW, 0, s.op(OpMulIntW, 0, v[1], s.int(10)), digit(v[0])))
	s.at(found)
	s.ret(s.op(OpAddIntW, 0, v[1], one))
	s.at(none)
	s.ret(zero)
	s.at(cannot)
	s.cannot()
}

// stringIndexOf is heap.IndexOf, plus 1. It cannot with ropes and long strings.
func stringIndexOf(s *stubBuilder) {
	hay, needle, from := s.args[0], s.args[1], s.args[2]
	none, _ := s.block()
	empty, _ := s.block()
	cannot, _ := s.block()
	zero, one := s.int(0), s.int(1)
	x, wx := s.view(hay, cannot) // ropes are flattened, and charged for, in any case
	y, wy := s.view(needle, cannot)
	m := s.op(OpLoadInt, heap.OffLength, needle)
	left := s.op(OpSubIntW, 0, s.op(OpLoadInt, heap.OffLength, hay), from)
	s.unless(s.cmp(Gt, m, left), none)
	s.unless(s.cmp(Eq, m, zero), empty)
	s.unless(s.cmp(Ge, left, s.int(maxSearched)), cannot)
	s.unless(s.cmp(Ge, m, s.int(maxNeedle)), cannot)
	first := s.unitAt(y, wy, zero)
	x = s.op(OpAddRef, 0, x, s.op(OpShlInt, 0, from, wx))
	last := s.op(OpSubIntW, 0, left, m)

	// Where the first unit is, the others are compared.
	head, i := s.block(Int)
	try, _ := s.block()
	missing, _ := s.block()
	next, _ := s.block()
	s.jump(head, zero)
	s.at(head)
	s.branch(s.cmp(Le, i[0], last), try, missing)
	s.unless(s.cmp(Ne, s.unitAt(x, wx, i[0]), first), next)
	rest, j := s.block(Int)
	body, _ := s.block()
	found, _ := s.block()
	s.jump(rest, one)
	s.at(rest)
	s.branch(s.cmp(Lt, j[0], m), body, found)
	s.unless(s.cmp(Ne, s.unitAt(x, wx, s.op(OpAddIntW, 0, i[0], j[0])), s.unitAt(y, wy, j[0])), next)
	s.jump(rest, s.op(OpAddIntW, 0, j[0], one))
	s.at(next)
	s.jump(head, s.op(OpAddIntW, 0, i[0], one))

	s.at(found)
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, s.op(OpAddIntW, 0, i[0], m), s.int(4)))
	s.ret(s.op(OpAddIntW, 0, s.op(OpAddIntW, 0, from, i[0]), one))
	s.at(missing)
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, left, s.int(4)))
	s.ret(zero)
	s.at(none)
	s.ret(zero)
	s.at(empty)
	s.ret(s.op(OpAddIntW, 0, from, one))
	s.at(cannot)
	s.cannot()
}

// stringAt is strs.StartsWith at an index. It cannot with ropes and long strings.
func stringAt(s *stubBuilder) {
	hay, needle, from := s.args[0], s.args[1], s.args[2]
	cannot, _ := s.block()
	differ, _ := s.block()
	wide, _ := s.block()
	m := s.op(OpLoadInt, heap.OffLength, needle)
	x, wx := s.view(hay, cannot)
	y, wy := s.view(needle, cannot)
	n := s.op(OpLoadInt, heap.OffLength, hay)
	s.unless(s.cmp(Gt, from, n), differ)
	s.unless(s.cmp(Gt, m, s.op(OpSubIntW, 0, n, from)), differ)
	s.unless(s.cmp(Ge, m, s.int(maxSearched)), cannot)
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, m, s.int(4)))
	x = s.op(OpAddRef, 0, x, s.op(OpShlInt, 0, from, wx))
	s.unless(s.cmp(Ne, wx, wy), wide)
	s.loop(s.op(OpShlInt, 0, m, wx), 8, func(i *Value) {
		p, q := s.op(OpAddRef, 0, x, i), s.op(OpAddRef, 0, y, i)
		s.unless(s.op(OpCmpVal, int64(Ne), s.op(OpLoadVal, 0, p), s.op(OpLoadVal, 0, q)), differ)
	}, func(i *Value) {
		s.unless(s.cmp(Ne, s.op(OpLoadU8X, 0, x, i), s.op(OpLoadU8X, 0, y, i)), differ)
	})
	s.ret(s.int(1))
	s.at(wide)
	s.loop(m, 1, nil, func(i *Value) {
		s.unless(s.cmp(Ne, s.unitAt(x, wx, i), s.unitAt(y, wy, i)), differ)
	})
	s.ret(s.int(1))
	s.at(differ)
	s.ret(s.int(0))
	s.at(cannot)
	s.cannot()
}
