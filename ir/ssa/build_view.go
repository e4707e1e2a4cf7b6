package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// viewTypes are the element types of the methods of DataView, in their order.
var viewTypes = [...]uint32{heap.ElemInt8, heap.ElemUint8, heap.ElemInt16, heap.ElemUint16, heap.ElemInt32, heap.ElemUint32, heap.ElemFloat32, heap.ElemFloat64}

// viewCall builds a getter or setter of DataView (ECMA-262 25.3.4.5 to 25.3.4.26)
// of a view with a fixed length. Byte orders that are no booleans are the driver's.
func (b *builder) viewCall(in *bytecode.Inst, k Intrinsic, dst uint32, this *Value, args []*Value) bool {
	t, need := uint32(0), 1
	if k >= ViewSetInt8 {
		t, need = viewTypes[k-ViewSetInt8], 2
	} else {
		t = viewTypes[k-ViewGetInt8]
	}
	if len(args) < need || this.Type != Val || args[0].Type == Bool || args[0].Type == F64 && b.failed(OpF64ToIndex) {
		return false
	}
	order := b.value(heap.Undefined)
	if len(args) > need {
		order = args[need]
	}
	known, fixed := b.known(order)
	if fixed && known != heap.Undefined && !known.IsBool() || order.Type == F64 || order.Type == Int {
		return false
	}
	var v *Value
	switch {
	case need == 1:
	case 1<<t&floatTypes != 0:
		v = b.toF64(args[1])
	default:
		v = b.wrapped(args[1])
	}
	if need == 2 && v == nil {
		return false
	}
	i := args[0]
	if i.Type == F64 {
		i = b.index(i)
	}
	do := func() {
		at := b.viewPlace(this, b.requireInt(i), t)
		access := func(little bool) *Value {
			if need == 1 {
				return b.viewRead(at, t, little)
			}
			b.viewWrite(at, v, t, little)
			return nil
		}
		asLittle, asBig := func() *Value { return access(true) }, func() *Value { return access(false) }
		var r *Value
		switch {
		case fixed:
			r = access(known == heap.True)
		case order.Type == Bool:
			r = b.choose(order, asLittle, asBig)
		default:
			r = b.choose(b.isValue(order, heap.True), asLittle, func() *Value {
				b.require(b.isValue(order, heap.False))
				return asBig()
			})
		}
		b.charge(in.X)
		if r == nil {
			r = b.value(heap.Undefined)
		}
		b.set(dst, r)
	}
	if b.failed(OpCheckObj) || b.failed(OpGuardKind) || b.failed(OpCheckInt) || b.failed(OpGuardBound) || b.failed(OpGuardTrue) || b.failed(OpGuardVal) {
		b.orSlow(in, do)
	} else {
		do()
	}
	return true
}

// viewPlace is where in the bytes of a view an element of type t at index i lies.
func (b *builder) viewPlace(view, i *Value, t uint32) *Value {
	obj := b.requireObject(view)
	if b.way == nil {
		b.guard(OpGuardKind, heap.KDataView, obj)
	} else {
		b.require(b.aux(OpIsKind, heap.KDataView, obj))
	}
	n := b.viewBytes(obj)
	bytes := b.liveBuffer(obj)
	if more := int32(1)<<heap.ElemShift(t) - 1; more > 0 {
		// All of the element lies below the end.
		n = b.op(OpMaxInt, b.op(OpSubIntW, n, b.integer(more)), b.integer(0))
	}
	b.requireBound(i, n)
	off := b.op(OpUnboxInt, b.load(OpLoadVal, MemConst, heap.OffInternal+8*heap.ViewOffset, obj))
	return b.op(OpAddRef, b.op(OpAddRef, b.op(OpUnboxRef, bytes), off), i)
}

// viewBytes is the length of a view, which must be fixed and is not negative.
func (b *builder) viewBytes(obj *Value) *Value {
	return b.requireInt(b.load(OpLoadVal, MemInner, heap.OffInternal+8*heap.ViewLength, obj))
}

// viewRead reads an element.
func (b *builder) viewRead(at *Value, t uint32, little bool) *Value {
	zero := b.integer(0)
	if little || heap.ElemShift(t) == 0 {
		return b.typedLoad(at, zero, t)
	}
	swapped := func(op Op, off int64) *Value {
		return b.op(OpSwapInt, b.load(op, MemBytes, heap.OffData+off, at, zero))
	}
	switch t {
	case heap.ElemInt16:
		return b.op(OpSarInt, swapped(OpLoadU16X, 0), b.integer(16))
	case heap.ElemUint16:
		return b.op(OpShrInt, swapped(OpLoadU16X, 0), b.integer(16))
	case heap.ElemUint32:
		return b.unsigned(swapped(OpLoadI32X, 0))
	case heap.ElemFloat32:
		return b.op(OpWidenF32, swapped(OpLoadI32X, 0))
	case heap.ElemFloat64:
		return b.op(OpJoinF64, swapped(OpLoadI32X, 0), swapped(OpLoadI32X, 4))
	}
	return swapped(OpLoadI32X, 0)
}

// viewWrite writes an element.
func (b *builder) viewWrite(at, v *Value, t uint32, little bool) {
	zero := b.integer(0)
	if little || heap.ElemShift(t) == 0 {
		b.typedStore(at, zero, v, t)
		return
	}
	store := func(off int64, bits *Value) {
		b.store(OpStoreI32X, MemBytes, heap.OffData+off, at, zero, b.op(OpSwapInt, bits))
	}
	switch t {
	case heap.ElemInt16, heap.ElemUint16:
		b.store(OpStoreI16X, MemBytes, heap.OffData, at, zero, b.op(OpShrInt, b.op(OpSwapInt, v), b.integer(16)))
	case heap.ElemFloat32:
		store(0, b.op(OpNarrowF32, v))
	case heap.ElemFloat64:
		store(0, b.op(OpHighF64, v))
		store(4, b.op(OpLowF64, v))
	default:
		store(0, v)
	}
}

// byteLength builds the getter byteLength of a buffer or a view of one.
func (b *builder) byteLength(k Intrinsic, obj *Value) *Value {
	switch k {
	case BufferByteLength:
		return b.load(OpLoadVal, MemInner, heap.OffInternal+8*heap.BufLength, obj)
	case ViewByteLength:
		n := b.viewBytes(obj)
		b.liveBuffer(obj)
		return n
	}
	n := b.lengthOfTyped(obj)
	b.requireBound(n, b.integer(1<<28)) // bytes are an int32, whatever the type
	shifts := int32(0)
	for t := uint32(0); t < heap.NumElems; t++ {
		shifts |= int32(heap.ElemShift(t)) << (2 * t)
	}
	t := b.load(OpLoadInt, MemConst, heap.OffWord, obj)
	shift := b.op(OpAndInt, b.op(OpShrInt, b.integer(shifts), b.op(OpShlInt, t, b.integer(1))), b.integer(3))
	return b.op(OpShlInt, n, shift)
}
