package ssa

import (
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
	MathSign
	MathClz32

	// Functions of doubles that MathFunc computes.
	MathAcos
	MathAcosh
	MathAsin
	MathAsinh
	MathAtan
	MathAtanh
	MathCbrt
	MathCos
	MathCosh
	MathExp
	MathExpm1
	MathF16round
	MathLog
	MathLog10
	MathLog1p
	MathLog2
	MathSin
	MathSinh
	MathTan
	MathTanh
	MathAtan2 // from here on of two
	MathHypot
	MathPow

	StringCharCodeAt
	StringCodePointAt
	StringCharAt
	StringAt
	StringSlice
	StringSubstring
	StringFromCharCode
	StringIndexOf
	StringIncludes
	StringStartsWith
	StringEndsWith
	Array
	StringOf       // String
	NumberOf       // Number
	BooleanOf      // Boolean
	NumberToString // Number.prototype.toString
	ParseInt
	StringTrim
	StringTrimStart
	StringTrimEnd
	StringUpper
	StringLower
	NumberIsInteger
	NumberIsSafeInteger
	NumberIsFinite
	NumberIsNaN
	ObjectIs
	ObjectKeys
	ObjectValues
	ObjectHasOwn
	HasOwnProperty
	ArrayPush
	ArrayPop
	ArrayShift
	ArraySlice
	TypedArrayLength // the getter
	TypedArrayByteLength
	BufferByteLength
	ViewByteLength

	// Methods of DataView; viewTypes has them in this order, too.
	ViewGetInt8
	ViewGetUint8
	ViewGetInt16
	ViewGetUint16
	ViewGetInt32
	ViewGetUint32
	ViewGetFloat32
	ViewGetFloat64
	ViewSetInt8
	ViewSetUint8
	ViewSetInt16
	ViewSetUint16
	ViewSetInt32
	ViewSetUint32
	ViewSetFloat32
	ViewSetFloat64
	MapGet
	MapHas
	MapSet
	MapDelete
	MapSize // the getter
	SetHas
	SetAdd
	SetDelete
	NewMap
	NewSet
	SetSize // the getter
	MapKeys
	MapValues
	MapEntries
	SetValues
	SetEntries
	ArrayFrom
	BufferIsView // ArrayBuffer.isView
	DateGetTime  // … and valueOf
	WeakMapGet
	WeakMapHas
	WeakMapSet
	WeakSetHas
	WeakSetAdd
	ReflectGet
	ReflectSet
	ReflectHas
	ReflectDelete
	ReflectGetPrototypeOf // Object.getPrototypeOf, too

	// Leaves of library code.
	LeafIsArray
	LeafPush
	LeafDefineIndex
	LeafPlainSpecies
	LeafSubstring
	LeafJSONPrimitive
	LeafEnumerableKeys
	LeafNextJob
	LeafJobValue
	LeafFulfillPromise
	LeafAddReaction
	LeafNewPromise
	LeafNewObject // of promises
	LeafCopyElements
	LeafCreateDataProperty
	LeafArrayCreate
	LeafIsConstructor
	LeafMapSet
	LeafSetAdd
	LeafSetHas
	LeafSetDelete
	LeafTableNext
	LeafGetData
	LeafHasOwn
	LeafIsFree
	LeafSetProperty
	LeafDelete
	LeafGetPrototypeOf
	LeafEmpty
	LeafCopyDense
	LeafBigIntAsN
	LeafNumberToBigInt
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
		if len(args) < 1 {
			return nil, false
		}
		ints, floats := OpMinInt, OpMinF64
		if k == MathMax {
			ints, floats = OpMaxInt, OpMaxF64
		}
		x := b.toNumber(arg(0))
		for _, y := range args[1:] {
			if y = b.toNumber(y); x == nil || y == nil {
				return nil, false
			}
			if x.Type == Int && y.Type == Int {
				x = b.op(ints, x, y)
			} else {
				x = b.op(floats, b.toF64(x), b.toF64(y))
			}
		}
		if x == nil {
			return nil, false
		}
		b.charge(uint32(len(args)) >> 2) // as the leaf does
		return x, true
	case MathRound:
		if len(args) < 1 {
			return nil, false
		}
		x := b.toNumber(arg(0))
		if x == nil || x.Type == Int {
			return x, x != nil
		}
		// The integer above, or the one below when that is nearer.
		up := b.op(OpCeilF64, x)
		over := b.aux(OpCmpF64, int64(Gt), b.op(OpSubF64, up, b.constant(OpConstF64, floatBits(0.5))), x)
		x = b.op(OpSubF64, up, b.op(OpIntToF64, b.op(OpConvBool, over)))
		if b.failed(OpF64ToInt) {
			return x, true
		}
		return b.guard(OpF64ToInt, 0, x), true
	case MathSign:
		if len(args) < 1 {
			return nil, false
		}
		x := b.toNumber(arg(0))
		if x == nil {
			return nil, false
		}
		if x.Type == Int {
			return b.op(OpMaxInt, b.op(OpMinInt, x, b.integer(1)), b.integer(-1)), true
		}
		// Zeros and NaN are their own signs: they are rare.
		if b.failed(OpGuardTrue) {
			return nil, false
		}
		zero := b.constant(OpConstF64, 0)
		b.guard(OpGuardTrue, 0, b.aux(OpCmpF64, int64(Gt), b.op(OpAbsF64, x), zero))
		above, below := b.aux(OpCmpF64, int64(Gt), x, zero), b.aux(OpCmpF64, int64(Lt), x, zero)
		return b.op(OpSubIntW, b.op(OpConvBool, above), b.op(OpConvBool, below)), true
	case MathClz32:
		if len(args) < 1 {
			return nil, false
		}
		x := b.modular(arg(0))
		if x == nil {
			return nil, false
		}
		return b.op(OpClzInt, x), true
	case MathPow:
		if len(args) < 2 {
			return nil, false
		}
		if v := b.power(arg(0), arg(1)); v != nil {
			return v, true
		}
		return b.mathF64(k, args)
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
	if n := int64(k); n >= firstMath && n <= lastMath {
		return b.mathF64(k, args)
	}
	return nil, false
}

// isArray is Array.isArray; of proxies it is the driver's.
func (b *builder) isArray(in *bytecode.Inst, dst uint32, v *Value) bool {
	if v.Type != Val {
		b.chargeCall(in)
		b.set(dst, b.constant(OpConstBool, 0))
		return true
	}
	if !b.failed(OpCheckObj) && !b.failed(OpGuardKind) {
		obj := b.object(v)
		b.guard(OpGuardKind, heap.KArray, obj)
		b.chargeCall(in)
		b.set(dst, b.constant(OpConstBool, 1))
		return true
	}
	b.orSlow(in, func() {
		r := b.choose(b.aux(OpHasTag, heap.TagObject, v), func() *Value {
			obj := b.op(OpUnboxRef, v)
			b.require(b.op(OpNotBool, b.aux(OpIsKind, heap.KProxy, obj)))
			return b.aux(OpIsKind, heap.KArray, obj)
		}, func() *Value { return b.constant(OpConstBool, 0) })
		b.chargeCall(in)
		b.set(dst, r)
	})
	return true
}

// isView is ArrayBuffer.isView.
func (b *builder) isView(in *bytecode.Inst, dst uint32, v *Value) bool {
	no := func() *Value { return b.constant(OpConstBool, 0) }
	r := no()
	if v.Type == Val {
		r = b.choose(b.aux(OpHasTag, heap.TagObject, v), func() *Value {
			obj := b.op(OpUnboxRef, v)
			return b.choose(b.aux(OpIsKind, heap.KTypedArray, obj), func() *Value { return b.constant(OpConstBool, 1) }, func() *Value {
				return b.aux(OpIsKind, heap.KDataView, obj)
			})
		}, no)
	}
	b.chargeCall(in)
	b.set(dst, r)
	return true
}

// getTime builds Date.prototype.getTime.
func (b *builder) getTime(in *bytecode.Inst, dst uint32, this *Value) bool {
	if this.Type != Val {
		return false
	}
	b.orSlow(in, func() {
		obj := b.requireObject(this)
		b.require(b.aux(OpIsKind, heap.KDate, obj))
		v := b.load(OpLoadVal, MemInner, heap.OffInternal, obj)
		b.chargeCall(in)
		b.set(dst, v)
	})
	return true
}

// modular is ToInt32 of a number.
func (b *builder) modular(v *Value) *Value {
	if v.Type == Int {
		return v
	}
	if v.Type == Val && !b.isDouble(v) && !b.failed(OpCheckInt) {
		return b.toInt(v)
	}
	d := b.toF64(v)
	if d == nil || b.failed(OpTruncF64) {
		return nil
	}
	return b.guard(OpTruncF64, 0, d)
}
