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

	// The charge is the same whatever decides.
	charged := func(to *Block) *Block {
		b, _ := s.block()
		at := s.cur
		s.at(b)
		s.op(OpChargeInt, 0, s.op(OpShrInt, 0, n, s.int(6)))
		s.jump(to)
		s.at(at)
		return b
	}
	s.sameContent(a, b, n, charged(yes), charged(no), cannot)

	s.at(yes)
	s.ret(s.int(1))
	s.at(no)
	s.ret(s.int(0))
	s.at(cannot)
	s.cannot()
}

// sameContent goes to yes or no as two strings of n units have the same ones or
// not, and to cannot for ropes. Different hashes decide, where both are known.
func (s *stubBuilder) sameContent(a, b, n *Value, yes, no, cannot *Block) {
	same, _ := s.block()
	ha, hb := s.op(OpLoadInt, heap.OffStrHash, a), s.op(OpLoadInt, heap.OffStrHash, b)
	s.unless(s.cmp(Eq, ha, hb), same)
	s.unless(s.cmp(Eq, ha, s.int(0)), same)
	s.unless(s.cmp(Ne, hb, s.int(0)), no)
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
		s.unless(s.op(OpCmpVal, int64(Ne), s.op(OpLoadVal, 0, p), s.op(OpLoadVal, 0, q)), no)
	}, func(i *Value) {
		s.unless(s.cmp(Ne, s.op(OpLoadU8X, 0, x, i), s.op(OpLoadU8X, 0, y, i)), no)
	})
	s.jump(yes)

	// One is wide, the other is not.
	s.at(mixed)
	narrow, wide := s.swapped(wx, x, y)
	s.loop(n, 1, nil, func(i *Value) {
		s.unless(s.cmp(Ne, s.op(OpLoadU8X, 0, narrow, i), s.op(OpLoadU16X, 0, wide, i)), no)
	})
	s.jump(yes)
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

// stringCompare is heap.Compare, plus 1. It cannot with ropes and very long strings.
func stringCompare(s *stubBuilder) {
	a, b := s.args[0], s.args[1]
	same, _ := s.block()
	cannot, _ := s.block()
	s.unless(s.op(OpCmpRef, int64(Eq), a, b), same)
	la, lb := s.op(OpLoadInt, heap.OffLength, a), s.op(OpLoadInt, heap.OffLength, b)
	n := s.op(OpMinInt, 0, la, lb)
	s.unless(s.cmp(Ge, n, s.int(maxStubUnits)), cannot)
	x, wx := s.view(a, cannot)
	y, wy := s.view(b, cannot)

	// Where they differ: index and units.
	found, f := s.block(Int, Int, Int)
	wide, _ := s.block()
	end, _ := s.block()
	s.unless(s.cmp(Ne, s.op(OpOrInt, 0, wx, wy), s.int(0)), wide)
	skip, k := s.block(Int)
	tail, t := s.block(Int)
	s.jump(skip, s.int(0))
	s.at(skip)
	more, _ := s.block()
	few, _ := s.block()
	next := s.op(OpAddIntW, 0, k[0], s.int(8))
	s.branch(s.cmp(Le, next, n), more, few)
	p, q := s.op(OpAddRef, 0, x, k[0]), s.op(OpAddRef, 0, y, k[0])
	equal, _ := s.block()
	s.branch(s.op(OpCmpVal, int64(Eq), s.op(OpLoadVal, 0, p), s.op(OpLoadVal, 0, q)), equal, few)
	s.jump(skip, next)
	s.at(few)
	s.jump(tail, k[0])
	s.at(tail)
	body, _ := s.block()
	differ, _ := s.block()
	s.branch(s.cmp(Lt, t[0], n), body, end)
	u, v := s.op(OpLoadU8X, 0, x, t[0]), s.op(OpLoadU8X, 0, y, t[0])
	s.unless(s.cmp(Ne, u, v), differ)
	s.jump(tail, s.op(OpAddIntW, 0, t[0], s.int(1)))
	s.at(differ)
	s.jump(found, t[0], u, v)

	s.at(wide)
	loop, l := s.block(Int)
	s.jump(loop, s.int(0))
	s.at(loop)
	body, _ = s.block()
	differ, _ = s.block()
	s.branch(s.cmp(Lt, l[0], n), body, end)
	u, v = s.unitAt(x, wx, l[0]), s.unitAt(y, wy, l[0])
	s.unless(s.cmp(Ne, u, v), differ)
	s.jump(loop, s.op(OpAddIntW, 0, l[0], s.int(1)))
	s.at(differ)
	s.jump(found, l[0], u, v)

	s.at(found)
	s.order(f[0], f[1], f[2])
	s.at(end)
	s.order(n, la, lb)
	s.at(same)
	s.ret(s.int(1))
	s.at(cannot)
	s.cannot()
}

// order charges for n units and returns how x compares with y.
func (s *stubBuilder) order(n, x, y *Value) {
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, n, s.int(6)))
	less := s.op(OpConvBool, 0, s.cmp(Lt, x, y))
	more := s.op(OpConvBool, 0, s.cmp(Gt, x, y))
	s.ret(s.op(OpAddIntW, 0, s.op(OpSubIntW, 0, more, less), s.int(1)))
}

// unitAt is unit i of the data at x.
func (s *stubBuilder) unitAt(x, wide, i *Value) *Value {
	join, p := s.block(Int)
	one, _ := s.block()
	s.unless(s.cmp(Eq, wide, s.int(0)), one)
	s.jump(join, s.op(OpLoadU16X, 0, x, i))
	s.at(one)
	s.jump(join, s.op(OpLoadU8X, 0, x, i))
	s.at(join)
	return p[0]
}

// stringUnit is heap.At. It cannot with ropes.
func stringUnit(s *stubBuilder) {
	cannot, _ := s.block()
	x, wide := s.view(s.args[0], cannot)
	s.ret(s.unitAt(x, wide, s.args[1]))
	s.at(cannot)
	s.cannot()
}

// stringCodePoint is heap.CodePoint. It cannot with ropes.
func stringCodePoint(s *stubBuilder) {
	cannot, _ := s.block()
	str, i := s.args[0], s.args[1]
	n := s.op(OpLoadInt, heap.OffLength, str)
	x, wide := s.view(str, cannot)
	narrow, _ := s.block()
	s.unless(s.cmp(Eq, wide, s.int(0)), narrow)
	u := s.op(OpLoadU16X, 0, x, i)
	single, _ := s.block()
	high := s.int(0xFC00)
	s.unless(s.cmp(Ne, s.op(OpAndInt, 0, u, high), s.int(0xD800)), single)
	next := s.op(OpAddIntW, 0, i, s.int(1))
	s.unless(s.cmp(Ge, next, n), single)
	v := s.op(OpLoadU16X, 0, x, next)
	s.unless(s.cmp(Ne, s.op(OpAndInt, 0, v, high), s.int(0xDC00)), single)
	top := s.op(OpShlInt, 0, s.op(OpSubIntW, 0, u, s.int(0xD7C0)), s.int(10))
	s.ret(s.op(OpOrInt, 0, top, s.op(OpAndInt, 0, v, s.int(0x3FF))))
	s.at(single)
	s.ret(u)
	s.at(narrow)
	s.ret(s.op(OpLoadU8X, 0, x, i))
	s.at(cannot)
	s.cannot()
}

// char returns the string of a unit below 256.
func (s *stubBuilder) char(unit, chars *Value) { s.ret(s.charOf(unit, chars)) }

// charOf is the string of a unit below 256.
func (s *stubBuilder) charOf(unit, chars *Value) *Value {
	return s.op(OpUnboxRef, 0, s.op(OpLoadValX, heap.OffValues, chars, unit))
}

// charString is heap.CharPair.
func charString(s *stubBuilder) {
	c, chars := s.args[0], s.args[1]
	wide, _ := s.block()
	pair, _ := s.block()
	zero, one := s.int(0), s.int(1)
	s.unless(s.cmp(Ge, c, s.int(256)), wide)
	s.char(c, chars)
	s.at(wide)
	s.unless(s.cmp(Ge, c, s.int(0x10000)), pair)
	str := s.flat(one, s.int(2), heap.KStr2, 0)
	s.op(OpStoreI16X, heap.OffChars, str, zero, c)
	s.ret(str)
	s.at(pair)
	str = s.flat(s.int(2), s.int(4), heap.KStr2, 0)
	s.op(OpStoreI16X, heap.OffChars, str, zero, s.op(OpAddIntW, 0, s.op(OpShrInt, 0, c, s.int(10)), s.int(0xD7C0)))
	s.op(OpStoreI16X, heap.OffChars, str, one, s.op(OpOrInt, 0, s.op(OpAndInt, 0, c, s.int(0x3FF)), s.int(0xDC00)))
	s.ret(str)
}

// substring is heap.Substring. It cannot with ropes and empty results.
func substring(s *stubBuilder) {
	cannot, _ := s.block()
	s.substring(s.args[0], s.args[1], s.args[2], s.args[3], cannot, s.ret)
	s.at(cannot)
	s.cannot()
}

// substring ends with done of each of the possible results.
func (s *stubBuilder) substring(str, from, to, chars *Value, cannot *Block, done func(r *Value)) {
	all, _ := s.block()
	part, _ := s.block()
	flat, _ := s.block()
	short, _ := s.block()
	n := s.op(OpSubIntW, 0, to, from)
	s.unless(s.op(OpCmpInt, int64(Le), n, s.int(0)), cannot)
	s.unless(s.cmp(Eq, n, s.op(OpLoadInt, heap.OffLength, str)), all)
	s.unless(s.cmp(Lt, n, s.int(heap.MinSlice)), short)

	kind := s.op(OpLoadU8, heap.OffKind, str)
	s.unless(s.cmp(Eq, kind, s.int(heap.KRope)), cannot)
	s.unless(s.cmp(Le, kind, s.int(heap.KStr2)), flat)
	start := s.op(OpAddIntW, 0, from, s.op(OpLoadInt, heap.OffStart, str))
	base, b := s.block(Ref, Int)
	s.jump(base, s.op(OpLoadRef, heap.OffBase, str), start)
	s.at(flat)
	s.jump(base, str, from)
	s.at(base)
	latin := s.op(OpAndInt, 0, s.op(OpLoadU8, heap.OffFlags, str), s.int(heap.FLatin1))
	slice := s.op(OpAlloc, heap.RopeSize)
	slice.Aux2 = heap.RopeSize | heap.KSlice<<32
	s.op(OpStoreI8X, heap.OffFlags, slice, s.int(0), latin)
	s.op(OpStoreInt, heap.OffLength, slice, n)
	s.op(OpStoreInt, heap.OffStrHash, slice, s.int(0))
	s.op(OpStoreRef, heap.OffBase, slice, b[0])
	s.op(OpStoreInt, heap.OffStart, slice, b[1])
	done(slice)

	s.at(short)
	x, w := s.view(str, cannot)
	s.unless(s.cmp(Ne, w, s.int(0)), part)
	one, _ := s.block()
	s.unless(s.cmp(Eq, n, s.int(1)), one)
	copied := s.flat(n, n, heap.KStr1, heap.FLatin1)
	s.copyBytes(copied, s.int(0), s.op(OpAddRef, 0, x, from), n)
	done(copied)
	s.at(one)
	done(s.charOf(s.op(OpLoadU8X, 0, x, from), chars))

	// Of a wide string: wide if one of its units is.
	s.at(part)
	y := s.op(OpAddRef, 0, x, s.op(OpShlInt, 0, from, s.int(1)))
	head, h := s.block(Int, Int)
	body, _ := s.block()
	ended, _ := s.block()
	s.jump(head, s.int(0), s.int(0))
	s.at(head)
	s.branch(s.cmp(Lt, h[0], n), body, ended)
	s.jump(head, s.op(OpAddIntW, 0, h[0], s.int(1)), s.op(OpOrInt, 0, h[1], s.op(OpLoadU16X, 0, y, h[0])))
	s.at(ended)
	wide, _ := s.block()
	one, _ = s.block()
	s.unless(s.cmp(Ge, h[1], s.int(256)), wide)
	s.unless(s.cmp(Eq, n, s.int(1)), one)
	copied = s.flat(n, n, heap.KStr1, heap.FLatin1)
	to8 := s.op(OpAddRef, 0, copied, s.int(heap.OffChars))
	s.loop(n, 1, nil, func(i *Value) { s.op(OpStoreI8X, 0, to8, i, s.op(OpLoadU16X, 0, y, i)) })
	done(copied)
	s.at(one)
	done(s.charOf(h[1], chars))
	s.at(wide)
	copied = s.flat(n, s.op(OpShlInt, 0, n, s.int(1)), heap.KStr2, 0)
	s.copyWide(copied, s.int(0), y, w, n)
	done(copied)

	s.at(all)
	done(str)
}

// toString is ToString of a string or an int32. It cannot with others.
func toString(s *stubBuilder) {
	v := s.args[0]
	str, _ := s.block()
	cannot, _ := s.block()
	s.unless(s.op(OpHasTag, heap.TagString, v), str)
	s.unless(s.op(OpNotBool, 0, s.op(OpHasTag, heap.TagInt, v)), cannot)
	s.intToString(s.op(OpUnboxInt, 0, v), s.args[1])
	s.at(str)
	s.ret(s.op(OpUnboxRef, 0, v))
	s.at(cannot)
	s.cannot()
}

// intToString returns the decimal digits of an int32. It cannot with −2^31.
func (s *stubBuilder) intToString(x, chars *Value) {
	zero, one, ten := s.int(0), s.int(1), s.int(10)
	digit, _ := s.block()
	s.unless(s.cmp(Lt, x, ten), digit)
	sign := s.op(OpShrInt, 0, x, s.int(31))
	rest := s.op(OpAbsInt, 0, x)

	// The number of digits, then the digits from behind.
	count, c := s.block(Int, Int)
	counted, _ := s.block()
	more, _ := s.block()
	s.jump(count, rest, one)
	s.at(count)
	s.branch(s.cmp(Ge, c[0], ten), more, counted)
	s.jump(count, s.tenth(c[0]), s.op(OpAddIntW, 0, c[1], one))
	s.at(counted)
	n := s.op(OpAddIntW, 0, c[1], sign)
	str := s.flat(n, n, heap.KStr1, heap.FLatin1)
	s.op(OpStoreI8X, heap.OffChars, str, zero, s.int('-'))
	fill, f := s.block(Int, Int)
	again, _ := s.block()
	done, _ := s.block()
	s.jump(fill, rest, n)
	s.at(fill)
	q := s.tenth(f[0])
	at := s.op(OpSubIntW, 0, f[1], one)
	d := s.op(OpSubIntW, 0, f[0], s.op(OpMulIntW, 0, q, ten))
	s.op(OpStoreI8X, heap.OffChars, str, at, s.op(OpAddIntW, 0, d, s.int('0')))
	s.branch(s.cmp(Ne, q, zero), again, done)
	s.jump(fill, q, at)
	s.at(done)
	s.ret(str)
	s.at(digit)
	s.char(s.op(OpAddIntW, 0, x, s.int('0')), chars)
}

// tenth is a tenth of an integer that is not negative.
func (s *stubBuilder) tenth(x *Value) *Value {
	r := s.op(OpModInt, 0, x, s.int(10))
	return s.op(OpDivInt, 0, s.op(OpSubIntW, 0, x, r), s.int(10))
}
