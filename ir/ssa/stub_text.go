package ssa

import "firn/heap"

// Limits of stubs that change the text of strings.
const (
	maxDigits = 7   // of StubDigits: what is longer is charged for
	maxTrim   = 256 // units that are cut off at either end
	maxCase   = 256
)

// digits is the integer whose decimal digits a string is, as Number and parseInt
// have it. It cannot with anything else, nor with many digits.
func digits(s *stubBuilder) {
	str := s.args[0]
	cannot, _ := s.block()
	zero := s.int(0)
	n := s.op(OpLoadInt, heap.OffLength, str)
	s.unless(s.cmp(Ge, s.op(OpSubIntW, 0, n, s.int(1)), s.int(maxDigits)), cannot)
	x := s.narrow(str, cannot)
	head, p := s.block(Int, Int)
	body, done := s.blocks2()
	s.jump(head, zero, zero)
	s.at(head)
	s.branch(s.cmp(Lt, p[0], n), body, done)
	d := s.op(OpSubIntW, 0, s.op(OpLoadU8X, 0, x, p[0]), s.int('0'))
	s.unless(s.cmp(Gt, d, s.int(9)), cannot)
	s.jump(head, s.op(OpAddIntW, 0, p[0], s.int(1)), s.op(OpAddIntW, 0, s.op(OpMulIntW, 0, p[1], s.int(10)), d))
	s.at(done)
	s.ret(p[1])
	s.at(cannot)
	s.cannot()
}

// narrow is where the units of a one-byte string are; it goes to cannot for others.
func (s *stubBuilder) narrow(str *Value, cannot *Block) *Value {
	x, wide := s.view(str, cannot)
	s.unless(s.cmp(Ne, wide, s.int(0)), cannot)
	return x
}

// trim is strs.Trim at the ends that the bits of an integer say: 1 the start, 2 the
// end. It cannot with two-byte strings and empty results.
func trim(s *stubBuilder) {
	str, sides, chars := s.args[0], s.args[1], s.args[2]
	cannot, _ := s.block()
	zero, one := s.int(0), s.int(1)
	n := s.op(OpLoadInt, heap.OffLength, str)
	x := s.narrow(str, cannot)

	// first is the first index from at on, by steps, whose unit is no white space.
	first := func(when *Value, at, step, add *Value) *Value {
		result, r := s.block(Int)
		head, p := s.block(Int, Int)
		look, asIs := s.blocks2()
		s.branch(s.cmp(Ne, when, zero), look, asIs)
		s.jump(head, at, zero)
		s.at(head)
		s.unless(s.cmp(Gt, p[1], s.int(maxTrim)), cannot)
		i := s.op(OpAddIntW, 0, p[0], add)
		s.unless(s.cmp(Ge, i, n), cannot)
		white, black := s.blocks2()
		u := s.op(OpLoadU8X, 0, x, i)
		s.unless(s.cmp(Eq, u, s.int(' ')), white)
		s.unless(s.cmp(Le, s.op(OpSubIntW, 0, u, s.int('\t')), s.int('\r'-'\t')), white)
		s.branch(s.cmp(Eq, u, s.int(0xA0)), white, black)
		s.jump(head, s.op(OpAddIntW, 0, p[0], step), s.op(OpAddIntW, 0, p[1], one))
		s.at(black)
		s.jump(result, p[0])
		s.at(asIs)
		s.jump(result, at)
		s.at(result)
		return r[0]
	}
	from := first(s.op(OpAndInt, 0, sides, one), zero, one, zero)
	to := first(s.op(OpAndInt, 0, sides, s.int(2)), n, s.int(-1), s.int(-1))
	s.substring(str, from, to, chars, cannot, func(r *Value) {
		s.op(OpChargeInt, 0, s.op(OpShrInt, 0, s.op(OpSubIntW, 0, n, s.op(OpSubIntW, 0, to, from)), s.int(3)))
		s.ret(r)
	})
	s.at(cannot)
	s.cannot()
}

// changeCase is strs.ToUpper or, if the integer is 'A', strs.ToLower, of one-byte
// text; the integer is the first letter that changes. It cannot with other text, nor
// with the letters whose capitals are longer or have two bytes.
func changeCase(s *stubBuilder) {
	str, letter := s.args[0], s.args[1]
	cannot, _ := s.block()
	n := s.op(OpLoadInt, heap.OffLength, str)
	s.unless(s.cmp(Gt, n, s.int(maxCase)), cannot)
	x := s.narrow(str, cannot)
	zero, one := s.int(0), s.int(1)

	head, p := s.block(Int, Int)
	body, seen := s.blocks2()
	s.jump(head, zero, zero)
	s.at(head)
	s.branch(s.cmp(Lt, p[0], n), body, seen)
	// The letters from C0 and E0 on, but for the signs among them, are so far from A
	// and a.
	const latin, letters, sign = 0xC0 - 'A', 31, 0xD7 - 0xC0
	changing := func(u *Value) *Value {
		i := s.op(OpSubIntW, 0, u, letter)
		j := s.op(OpSubIntW, 0, i, s.int(latin))
		ascii := s.op(OpConvBool, 0, s.cmp(Lt, i, s.int(26)))
		high := s.op(OpAndInt, 0, s.op(OpConvBool, 0, s.cmp(Lt, j, s.int(letters))), s.op(OpConvBool, 0, s.cmp(Ne, j, s.int(sign))))
		return s.op(OpOrInt, 0, ascii, high)
	}
	u := s.op(OpLoadU8X, 0, x, p[0])
	for _, odd := range []int64{0xB5, 0xDF, 0xFF} {
		s.unless(s.cmp(Eq, u, s.int(odd)), cannot)
	}
	changes := changing(u)
	s.jump(head, s.op(OpAddIntW, 0, p[0], one), s.op(OpOrInt, 0, p[1], changes))

	s.at(seen)
	same, _ := s.block()
	charge := s.op(OpShrInt, 0, n, s.int(2))
	s.unless(s.cmp(Eq, p[1], zero), same)
	r := s.flat(n, n, heap.KStr1, heap.FLatin1)
	s.loop(n, 1, nil, func(i *Value) {
		u := s.op(OpLoadU8X, 0, x, i)
		s.op(OpStoreI8X, heap.OffChars, r, i, s.op(OpXorInt, 0, u, s.op(OpShlInt, 0, changing(u), s.int(5))))
	})
	s.op(OpChargeInt, 0, s.op(OpAddIntW, 0, charge, s.op(OpShrInt, 0, n, s.int(4)))) // and Heap.NewFlat
	s.ret(r)
	s.at(same)
	s.op(OpChargeInt, 0, charge)
	s.ret(str)
	s.at(cannot)
	s.cannot()
}
