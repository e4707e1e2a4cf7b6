package ssa

import (
	"math"

	"firn/heap"
)

// kinds is a set of kinds of JS values: what a boxed value may be.
type kinds uint16

const (
	kInt kinds = 1 << iota
	kDouble
	kUndefined
	kNull
	kBool
	kHole
	kTDZ
	kEmpty
	kSymbol
	kBigInt
	kString
	kObject
	kCell
	kAll kinds = 1<<iota - 1

	kNum     = kInt | kDouble
	kNullish = kUndefined | kNull
	kSpecial = kNullish | kBool | kHole | kTDZ | kEmpty
	kPointer = kSymbol | kBigInt | kString | kObject | kCell
	// kBits are those that are equal (===) when, and only when, their bits are:
	// there are other values equal to numbers, strings and bigints.
	kBits = kSpecial | kSymbol | kObject | kCell
)

var tagKinds = [...]kinds{kInt, kSpecial, kSymbol, kBigInt, kString, kObject, kCell}

// kindsOfTag is what has a tag.
func kindsOfTag(tag int64) kinds {
	if i := tag - heap.TagInt; i >= 0 && i < int64(len(tagKinds)) {
		return tagKinds[i]
	}
	return 0
}

// kindsOfBits is the kind of a constant.
func kindsOfBits(v heap.Value) kinds {
	switch {
	case v.IsDouble():
		return kDouble
	case v == heap.Undefined:
		return kUndefined
	case v == heap.Null:
		return kNull
	case v.IsBool():
		return kBool
	case v == heap.Hole:
		return kHole
	case v == heap.TDZ:
		return kTDZ
	case v == heap.Empty:
		return kEmpty
	}
	return kindsOfTag(int64(v.Tag()))
}

// kindsOf is what v, a Val, may be by its operation.
func kindsOf(v *Value) kinds {
	switch v.Op {
	case OpConstVal:
		return kindsOfBits(heap.Value(v.Aux))
	case OpBoxInt:
		return kInt
	case OpBoxF64:
		// A pass may make it the boxed value that the double came from.
		return kNum
	case OpBoxNum:
		return kNum
	case OpBoxBool:
		return kBool
	case OpBoxObj:
		return kObject
	case OpBoxStr:
		return kString
	case OpBoxCell:
		return kCell
	}
	return kAll
}

// isInt reports whether v is a ConstInt, and which.
func isInt(v *Value) (int32, bool) {
	return int32(v.Aux), v.Op == OpConstInt
}

// exactInt is the int32 that x is; −0 is 0.
func exactInt(x float64) (int32, bool) {
	if x >= math.MinInt32 && x <= math.MaxInt32 && math.Trunc(x) == x {
		return int32(x), true
	}
	return 0, false
}

// toInt32 is ECMA-262 7.1.6 ToInt32 of a finite x within ±2^63.
func toInt32(x float64) (int32, bool) {
	if !(x > -(1<<63) && x < 1<<63) {
		return 0, false
	}
	return int32(int64(x)), true
}

// maxAbs bounds the magnitude of an Int, taken as signed.
func maxAbs(v *Value) int64 {
	switch v.Op {
	case OpConstInt:
		if v.Aux < 0 {
			return -v.Aux
		}
		return v.Aux
	case OpAndInt:
		if c, ok := isInt(v.Args[1]); ok && c >= 0 {
			return int64(c)
		}
	case OpShrInt:
		if c, ok := isInt(v.Args[1]); ok && c&31 != 0 {
			return 1<<(32-c&31) - 1
		}
	case OpSarInt:
		if c, ok := isInt(v.Args[1]); ok {
			return 1 << (31 - c&31)
		}
	case OpLoadU8, OpLoadU8X:
		return 0xFF
	case OpLoadU16, OpLoadU16X:
		return 0xFFFF
	case OpLoadI8X:
		return 0x80
	case OpLoadI16X:
		return 0x8000
	case OpConvBool:
		return 1
	}
	return 1 << 31
}

// notNegative reports whether an Int is known not to be negative, by its
// operation.
func notNegative(v *Value) bool {
	switch v.Op {
	case OpConstInt:
		return v.Aux >= 0
	case OpGuardPos, OpLoadU8, OpLoadU8X, OpLoadU16, OpLoadU16X, OpLoadCap, OpLoadArgc, OpConvBool, OpAbsInt, OpModInt, OpClzInt:
		return true
	case OpAndInt:
		c, ok := isInt(v.Args[1])
		return ok && c >= 0
	case OpShrInt:
		c, ok := isInt(v.Args[1])
		return ok && c&31 != 0
	}
	return false
}

// negate is the condition that holds when c does not, for integers.
func (c Cond) negate() Cond { return [...]Cond{Eq: Ne, Ne: Eq, Lt: Ge, Le: Gt, Gt: Le, Ge: Lt}[c] }

// swap is the condition that holds of (b, a) when c holds of (a, b).
func (c Cond) swap() Cond { return [...]Cond{Eq: Eq, Ne: Ne, Lt: Gt, Le: Ge, Gt: Lt, Ge: Le}[c] }

// compare applies c to two ordered values.
func compare[T int64 | uint32 | float64](c Cond, a, b T) bool {
	switch c {
	case Eq:
		return a == b
	case Ne:
		return a != b
	case Lt:
		return a < b
	case Le:
		return a <= b
	case Gt:
		return a > b
	}
	return a >= b
}
