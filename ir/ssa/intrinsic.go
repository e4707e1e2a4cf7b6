package ssa

import (
	"math"

	"firn/heap"
	"firn/ir/bytecode"
)

// Intrinsic is a leaf that has SSA of its own.
type Intrinsic uint8

// The intrinsics; each is the built-in of that name.
const (
	NoIntrinsic Intrinsic = iota
	MathFloor
	MathCeil
	MathTrunc
	MathSqrt
	MathAbs
	MathMin
	MathMax
	MathImul
	MathFround
	MathRound
	ArrayIsArray
	StringCharCodeAt
	StringCodePointAt
	StringCharAt
	StringAt
	StringSlice
	StringSubstring
	StringFromCharCode
	ArrayPush
	ArrayPop
	TypedArrayLength // the getter

	// Leaves of library code.
	LeafIsArray
	LeafPush
	LeafDefineIndex
	LeafPlainSpecies
)

// intrinsic builds a call of a leaf with this and args; false when it cannot.
// The charge of the call instruction is still to be made.
func (b *builder) intrinsic(k Intrinsic, this *Value, args []*Value) (*Value, bool) {
	arg := func(i int) *Value { return args[i] }
	switch k {
	case MathFloor, MathCeil, MathTrunc:
		if len(args) < 1 {
			return nil, false
		}
		x := b.toNumber(arg(0))
		if x == nil || x.Type == Int {
			return x, x != nil
		}
		op := map[Intrinsic]Op{MathFloor: OpFloorF64, MathCeil: OpCeilF64, MathTrunc: OpTruncToF64}[k]
		x = b.op(op, x)
		if b.failed(OpF64ToInt) {
			return x, true
		}
		return b.guard(OpF64ToInt, 0, x), true
	case MathSqrt, MathFround:
		if len(args) < 1 {
			return nil, false
		}
		x := b.toF64(arg(0))
		if x == nil {
			return nil, false
		}
		if k == MathSqrt {
			return b.op(OpSqrtF64, x), true
		}
		return b.op(OpRoundF32, x), true
	case MathAbs:
		if len(args) < 1 {
			return nil, false
		}
		x := b.toNumber(arg(0))
		if x == nil {
			return nil, false
		}
		if x.Type == Int {
			if b.failed(OpAbsInt) {
				return b.op(OpAbsF64, b.op(OpIntToF64, x)), true
			}
			return b.guard(OpAbsInt, 0, x), true
		}
		return b.op(OpAbsF64, x), true
	case MathMin, MathMax:
		if len(args) == 0 {
			return nil, false
		}
		ints, op := true, map[Intrinsic]Op{MathMin: OpMinInt, MathMax: OpMaxInt}[k]
		list := make([]*Value, len(args))
		for i := range args {
			if list[i] = b.toNumber(arg(i)); list[i] == nil {
				return nil, false
			}
			ints = ints && list[i].Type == Int
		}
		if !ints {
			op = map[Intrinsic]Op{MathMin: OpMinF64, MathMax: OpMaxF64}[k]
			for i, x := range list {
				list[i] = b.toF64(x)
			}
		}
		x := list[0]
		for _, y := range list[1:] {
			x = b.op(op, x, y)
		}
		return x, true
	case MathRound:
		return b.round(args)
	case MathImul:
		if len(args) < 2 {
			return nil, false
		}
		x, y := b.modular(arg(0)), b.modular(arg(1))
		if x == nil || y == nil {
			return nil, false
		}
		return b.op(OpMulIntW, x, y), true
	}
	return nil, false
}

// round is Math.round of the first of args: towards +∞ from the middle between two
// integers. −0 is left to others.
func (b *builder) round(args []*Value) (*Value, bool) {
	if len(args) < 1 || b.failed(OpGuardInt) {
		return nil, false
	}
	x := b.toNumber(args[0])
	if x == nil || x.Type == Int {
		return x, x != nil
	}
	zero := b.constant(OpConstF64, 0)
	down := b.op(OpFloorF64, x)
	// The difference is exact.
	up := b.aux(OpCmpF64, int64(Ge), b.op(OpSubF64, x, down), b.constant(OpConstF64, int64(math.Float64bits(.5))))
	r := b.op(OpAddF64, down, b.op(OpIntToF64, b.op(OpConvBool, up)))
	minus := b.op(OpConvBool, b.aux(OpCmpF64, int64(Le), x, zero))
	b.guard(OpGuardInt, 0, b.op(OpAndInt, minus, b.op(OpConvBool, b.aux(OpCmpF64, int64(Eq), r, zero))), b.integer(0))
	if b.failed(OpF64ToInt) {
		return r, true
	}
	return b.guard(OpF64ToInt, 0, r), true
}

// isArray is Array.isArray; of proxies it is the driver's.
func (b *builder) isArray(in *bytecode.Inst, dst uint32, v *Value) bool {
	if v.Type != Val {
		b.charge(in.X)
		b.set(dst, b.constant(OpConstBool, 0))
		return true
	}
	if b.failed(OpCheckObj) {
		return false
	}
	obj := b.object(v)
	if !b.failed(OpGuardKind) {
		b.guard(OpGuardKind, heap.KArray, obj)
		b.charge(in.X)
		b.set(dst, b.constant(OpConstBool, 1))
		return true
	}
	b.either(in, b.op(OpNotBool, b.aux(OpIsKind, heap.KProxy, obj)), func() {
		b.charge(in.X)
		b.set(dst, b.aux(OpIsKind, heap.KArray, obj))
	})
	return true
}

// modular is ToInt32 of a number.
func (b *builder) modular(v *Value) *Value {
	if v.Type == Int {
		return v
	}
	if v.Type == Val && !b.failed(OpCheckInt) {
		return b.toInt(v)
	}
	d := b.toF64(v)
	if d == nil || b.failed(OpTruncF64) {
		return nil
	}
	return b.guard(OpTruncF64, 0, d)
}
