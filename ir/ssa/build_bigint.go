package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// Operations on BigInts (Value.Aux of BigInt): those of the instructions in their
// order, and what the library does.
const (
	BigAdd = iota
	BigSub
	BigMul
	BigDiv
	BigMod
	BigAnd
	BigOr
	BigXor
	BigShl
	BigShr
	BigNeg
	BigNot
	BigInc
	BigDec
	BigAsUint  // modulo 2^n; the second operand is n, an int32
	BigAsInt   // likewise, signed
	BigFromInt // of an int32; the second operand is not used
	NumBigOps

	// BigFuel is the most that such an operation charges: a division of four digits.
	BigFuel = 24
)

// meetsBigInt reports whether the current instruction has met BigInts.
func (b *builder) meetsBigInt() bool { return b.typesAt()&heap.FbBigInt != 0 }

// bigArith builds an operation on BigInts.
func (b *builder) bigArith(op int64, dst uint32, x, y *Value) bool {
	if x.Type != Val || y.Type != Val && y.Type != Int {
		return false
	}
	b.orSlow(b.in, func() {
		v := b.aux(OpBigInt, op, x, b.boxed(y))
		b.require(b.aux(OpCmpVal, int64(Ne), v, b.value(heap.Empty)))
		b.set(dst, v)
	})
	return true
}

// bigUnary builds one with a single operand.
func (b *builder) bigUnary(op int64, dst uint32, x *Value) bool { return b.bigArith(op, dst, x, x) }

// bigCompare is how two values that may be BigInts compare; other says it for those
// that are not, or too large.
func (b *builder) bigCompare(x, y *Value, is func(r *Value) *Value, other func() *Value) *Value {
	r := b.aux(OpBigCmp, 0, b.boxed(x), b.boxed(y))
	return b.choose(b.aux(OpCmpInt, int64(Ge), r, b.integer(0)), func() *Value { return is(r) }, other)
}

// isBigInt reports whether v is a BigInt constant.
func (b *builder) isBigInt(v *Value) bool {
	k, ok := b.known(v)
	return ok && k.IsBigInt()
}

// bigTest builds a comparison of BigInts by instruction in, and its jump if it is
// one; false when it has not met any.
func (b *builder) bigTest(in *bytecode.Inst) (done bool) {
	A, B, C := in.Field(bytecode.FieldA), in.Field(bytecode.FieldB), in.Field(bytecode.FieldC)
	var x, y *Value
	c, not, jump := Eq, false, true
	switch op := in.Op; op {
	case bytecode.OpJlt, bytecode.OpJle, bytecode.OpJgt, bytecode.OpJge:
		x, y, c = b.reg(A), b.reg(B), Lt+Cond(op-bytecode.OpJlt)
	case bytecode.OpJnlt, bytecode.OpJnle, bytecode.OpJngt, bytecode.OpJnge:
		x, y, c, not = b.reg(A), b.reg(B), Lt+Cond(op-bytecode.OpJnlt), true
	case bytecode.OpJseq, bytecode.OpJsne, bytecode.OpJeq, bytecode.OpJne:
		x, y, not = b.reg(A), b.reg(B), op == bytecode.OpJsne || op == bytecode.OpJne
	case bytecode.OpJseqk, bytecode.OpJsnek:
		x, y, not = b.reg(A), b.constantAt(B), op == bytecode.OpJsnek
	case bytecode.OpLt, bytecode.OpLe, bytecode.OpGt, bytecode.OpGe:
		x, y, c, jump = b.reg(B), b.reg(C), Lt+Cond(op-bytecode.OpLt), false
	case bytecode.OpSeq, bytecode.OpSne, bytecode.OpEq, bytecode.OpNe:
		x, y, not, jump = b.reg(B), b.reg(C), op == bytecode.OpSne || op == bytecode.OpNe, false
	default:
		return false
	}
	if x.Type != Val || y.Type != Val || !b.meetsBigInt() && !b.isBigInt(x) && !b.isBigInt(y) {
		return false
	}
	holds := func(r *Value) *Value {
		v := b.aux(OpCmpInt, int64(c), r, b.integer(1))
		if not {
			return b.op(OpNotBool, v)
		}
		return v
	}
	if !jump {
		b.orSlow(in, func() {
			r := b.aux(OpBigCmp, 0, x, y)
			b.require(b.aux(OpCmpInt, int64(Ge), r, b.integer(0)))
			b.set(A, holds(r))
		})
		return true
	}
	taken := b.bigCompare(x, y, func(r *Value) *Value {
		b.charge(in.X)
		return holds(r)
	}, func() *Value {
		b.cur.Cold = true
		return b.slowTest(in)
	})
	b.branch(taken, target(in), in.Next)
	return true
}

// bigTruth builds jt or jf of a value that is no number, a BigInt most likely.
func (b *builder) bigTruth(in *bytecode.Inst, v *Value, not bool) bool {
	if v.Type != Val || !b.meetsBigInt() {
		return false
	}
	taken := b.choose(b.aux(OpHasTag, heap.TagBigInt, v), func() *Value {
		b.charge(in.X)
		n := b.load(OpLoadInt, MemConst, heap.OffDigits, b.op(OpUnboxRef, v))
		c := Ne
		if not {
			c = Eq
		}
		return b.aux(OpCmpInt, int64(c), n, b.integer(0))
	}, func() *Value {
		b.cur.Cold = true
		return b.slowTest(in)
	})
	b.branch(taken, target(in), in.Next)
	return true
}
