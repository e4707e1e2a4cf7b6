package ssa

import (
	"math"

	"firn/heap"
	"firn/ir/bytecode"
)

// Calls of built-in functions for text, numbers and the properties of objects. What
// their stubs cannot do is the driver's.

// textCall builds a call of a conversion of a string or a number.
func (b *builder) textCall(in *bytecode.Inst, k Intrinsic, dst uint32, this *Value, args []*Value) bool {
	var arg *Value
	if len(args) > 0 {
		arg = args[0]
	}
	decimal := func(radix *Value) bool {
		x, ok := b.known(radix)
		return ok && (x == heap.Undefined || x == heap.Int(10))
	}
	switch k {
	case StringOf:
		if arg == nil {
			return false
		}
	case NumberToString:
		if arg != nil && !decimal(arg) {
			return false
		}
	case NumberOf, ParseInt:
		if arg == nil || k == ParseInt && len(args) > 1 && !decimal(args[1]) || arg.Type != Int && arg.Type != Val {
			return false
		}
		b.orSlow(in, func() {
			v := b.integerOf(arg)
			b.charge(in.X)
			b.set(dst, v)
		})
		return true
	}
	b.stringOrSlow(in, dst, func() *Value {
		r := b.text(k, this, arg)
		b.charge(in.X)
		return r
	})
	return true
}

// integerOf is the number that an int32 or the digits of a string are.
func (b *builder) integerOf(v *Value) *Value {
	parse := func() *Value { return b.stub(StubDigits, b.requireString(v)) }
	if v.Type == Int {
		return v
	}
	if b.isString(v) {
		return parse()
	}
	return b.choose(b.aux(OpHasTag, heap.TagInt, v), func() *Value { return b.op(OpUnboxInt, v) }, parse)
}

// numberOf is v, a number, or the integer whose digits a string is.
func (b *builder) numberOf(v *Value) *Value {
	return b.choose(b.aux(OpHasTag, heap.TagString, v), func() *Value {
		return b.stub(StubDigits, b.op(OpUnboxRef, v))
	}, func() *Value {
		b.require(b.op(OpIsNum, v))
		return v
	})
}

// text is the cell of a string that k makes.
func (b *builder) text(k Intrinsic, this, arg *Value) *Value {
	switch k {
	case StringOf:
		return b.stringOf(arg)
	case NumberToString:
		return b.stub(StubIntToString, b.requireInt(this), b.chars())
	case StringUpper:
		return b.stub(StubCase, b.requireString(this), b.integer('a'))
	case StringLower:
		return b.stub(StubCase, b.requireString(this), b.integer('A'))
	}
	sides := int32(3)
	if k == StringTrimStart {
		sides = 1
	} else if k == StringTrimEnd {
		sides = 2
	}
	return b.stub(StubTrim, b.requireString(this), b.integer(sides), b.chars())
}

// numberIs builds a test of a number.
func (b *builder) numberIs(in *bytecode.Inst, k Intrinsic, dst uint32, v *Value) bool {
	yes := func(t bool) *Value { return b.constant(OpConstBool, int64(b2i(t))) }
	test := func(d *Value) *Value {
		size := b.op(OpAbsF64, d)
		max := math.MaxFloat64
		switch k {
		case NumberIsNaN:
			return b.op(OpNotBool, b.aux(OpCmpF64, int64(Eq), d, d))
		case NumberIsSafeInteger:
			max = 1<<53 - 1
		}
		small := b.aux(OpCmpF64, int64(Le), size, b.constant(OpConstF64, floatBits(max)))
		if k == NumberIsFinite {
			return small
		}
		whole := b.aux(OpCmpF64, int64(Eq), b.op(OpTruncToF64, d), d)
		return b.aux(OpCmpInt, int64(Ne), b.op(OpAndInt, b.op(OpConvBool, small), b.op(OpConvBool, whole)), b.integer(0))
	}
	switch v.Type {
	case Int:
		b.charge(in.X)
		b.set(dst, yes(k != NumberIsNaN))
	case F64:
		b.charge(in.X)
		b.set(dst, test(v))
	case Val:
		b.orSlow(in, func() {
			r := b.choose(b.aux(OpHasTag, heap.TagInt, v), func() *Value { return yes(k != NumberIsNaN) }, func() *Value {
				b.require(b.op(OpIsNum, v))
				return test(b.op(OpUnboxNum, v))
			})
			b.charge(in.X)
			b.set(dst, r)
		})
	default:
		return false
	}
	return true
}

// sameValue builds Object.is where bits decide: of other than two doubles, strings
// or BigInts.
func (b *builder) sameValue(in *bytecode.Inst, dst uint32, x, y *Value) bool {
	if x.Type == F64 || y.Type == F64 {
		return false
	}
	x, y = b.boxed(x), b.boxed(y)
	no := func() *Value { return b.constant(OpConstBool, 0) }
	b.orSlow(in, func() {
		r := b.choose(b.aux(OpCmpVal, int64(Eq), x, y), func() *Value { return b.constant(OpConstBool, 1) }, func() *Value {
			return b.choose(b.aux(OpHasTag, heap.TagObject, x), no, func() *Value {
				return b.choose(b.aux(OpHasTag, heap.TagObject, y), no, func() *Value {
					b.require(b.aux(OpHasTag, heap.TagInt, x))
					b.require(b.aux(OpHasTag, heap.TagInt, y))
					return no()
				})
			})
		})
		b.charge(in.X)
		b.set(dst, r)
	})
	return true
}

// keysOf builds Object.keys and Object.values.
func (b *builder) keysOf(in *bytecode.Inst, k Intrinsic, dst uint32, v *Value) bool {
	if v.Type != Val {
		return false
	}
	b.orSlow(in, func() {
		from := b.requireObject(v)
		which := b.integer(int32(b2i(k == ObjectValues)))
		b.newArray(dst, 0)
		obj := b.cellOf(b.reg(dst))
		e := b.stub(StubKeys, from, which)
		b.chargeCall(in)
		b.choose(b.aux(OpCmpRef, int64(Ne), e, from), func() *Value {
			b.store(OpStoreRef, MemElems, heap.OffElements, obj, e)
			b.store(OpStoreInt, MemWord, heap.OffWord, obj, b.load(OpLoadCap, MemFlags, 0, e))
			return nil
		}, func() *Value { return nil })
	})
	return true
}

// chargeCall charges for a call instruction; leaf instructions cost nothing.
func (b *builder) chargeCall(in *bytecode.Inst) {
	if in.Op != bytecode.OpLeaf {
		b.charge(in.X)
	}
}

// jsonPrimitive builds the leaf that gives the JSON text of a primitive, and null for
// an object; strings and doubles are the driver's.
func (b *builder) jsonPrimitive(dst uint32, v *Value) bool {
	null := b.atom("null")
	if v.Type != Val || null == nil {
		return false
	}
	b.orSlow(b.in, func() {
		b.set(dst, b.choose(b.aux(OpHasTag, heap.TagObject, v), func() *Value { return b.value(heap.Null) }, func() *Value {
			return b.choose(b.isValue(v, heap.Null), func() *Value { return null }, func() *Value {
				return b.op(OpBoxStr, b.stub(StubIntToString, b.requireInt(v), b.chars()))
			})
		}))
	})
	return true
}
