package ssa

import (
	mathbits "math/bits"

	"firn/heap"
)

// index is an element index: an int32, whose sign the bounds check sees.
func (b *builder) index(k *Value) *Value {
	switch k.Type {
	case Int:
		return k
	case F64:
		return b.guard(OpF64ToIndex, 0, k)
	case Val:
		if !b.failed(OpCheckInt) {
			return b.toInt(k)
		}
		if d := b.toF64(k); d != nil && !b.failed(OpF64ToIndex) {
			return b.guard(OpF64ToIndex, 0, d)
		}
	}
	return nil
}

// elementTypes is the set of typed-array element types that a site has met.
func (b *builder) elementTypes(site uint32) uint32 {
	at := b.siteAt(site)
	if at == 0 || b.h.U32(at) != heap.IcEmpty {
		return 0
	}
	return b.h.U32(at + heap.IcData)
}

// getElem builds recv[k].
func (b *builder) getElem(dst uint32, recv, k *Value, site uint32) bool {
	if recv.Type != Val || b.typesAt()&(heap.FbString|heap.FbOther) != 0 || b.failed(OpGuardKind) || b.failed(OpGuardBound) || b.failed(OpGuardHole) {
		return false
	}
	types := b.elementTypes(site)
	if types == 0 && (b.failed(OpCheckObj) || b.typesAt()&heap.FbObject != 0) {
		return b.charAt(dst, recv, k)
	}
	if mathbits.OnesCount32(types) > 1 || b.failed(OpCheckObj) {
		return false
	}
	i := b.index(k)
	if i == nil {
		return false
	}
	obj := b.object(recv)
	if types != 0 {
		t := uint32(mathbits.TrailingZeros32(types))
		data := b.typedData(obj, i, t)
		if data == nil {
			return false
		}
		b.set(dst, b.typedLoad(data, i, t))
		return true
	}
	e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	b.guard(OpGuardKind, heap.KElements, e)
	b.guard(OpGuardBound, 0, i, b.load(OpLoadCap, MemFlags, 0, e))
	v := b.load(OpLoadValX, MemElem, heap.OffValues, e, i)
	b.guard(OpGuardHole, 0, v)
	b.set(dst, v)
	return true
}

// charAt builds s[i] of a one-byte string.
func (b *builder) charAt(dst uint32, recv, k *Value) bool {
	if b.failed(OpCheckStr) {
		return false
	}
	i := b.index(k)
	if i == nil {
		return false
	}
	s := b.str(recv)
	b.guard(OpGuardKind, heap.KStr1, s)
	b.guard(OpGuardBound, 0, i, b.stringLength(s))
	c := b.load(OpLoadU8X, MemConst, heap.OffChars, s, i)
	b.set(dst, b.load(OpLoadValX, MemConst, heap.OffValues, b.cell(b.h.Root(heap.RootChars).Ref()), c))
	return true
}

// typedData checks that i is an index of a typed array of element type t with a
// fixed length, and gives the address of its data; nil when the type has no
// native form.
func (b *builder) typedData(obj, i *Value, t uint32) *Value {
	switch t {
	case heap.ElemFloat16, heap.ElemBigInt64, heap.ElemBigUint64:
		return nil
	}
	b.guard(OpGuardKind, heap.KTypedArray, obj)
	b.guard(OpGuardInt, 0, b.load(OpLoadInt, MemConst, heap.OffWord, obj), b.integer(int32(t)))
	n := b.guard(OpCheckInt, 0, b.load(OpLoadVal, MemInner, heap.OffInternal+8*heap.ViewLength, obj))
	b.guard(OpGuardBound, 0, i, n)
	bytes := b.liveBuffer(obj)
	off := b.op(OpUnboxInt, b.load(OpLoadVal, MemConst, heap.OffInternal+8*heap.ViewOffset, obj))
	return b.op(OpAddRef, b.op(OpUnboxRef, bytes), off)
}

// liveBuffer is the contents of the buffer of a typed array, which must not be
// detached nor resizable.
func (b *builder) liveBuffer(obj *Value) *Value {
	buf := b.op(OpUnboxRef, b.load(OpLoadVal, MemConst, heap.OffInternal+8*heap.ViewBuffer, obj))
	bytes := b.load(OpLoadVal, MemInner, heap.OffInternal+8*heap.BufBytes, buf)
	b.guard(OpGuardTrue, 0, b.aux(OpHasTag, heap.TagCell, bytes))
	b.guard(OpGuardVal, 0, b.load(OpLoadVal, MemInner, heap.OffInternal+8*heap.BufMax, buf), b.value(heap.Undefined))
	return bytes
}

// typedLoad reads element i of the data of a typed array.
func (b *builder) typedLoad(data, i *Value, t uint32) *Value {
	op := OpLoadI32X
	switch t {
	case heap.ElemInt8:
		op = OpLoadI8X
	case heap.ElemUint8, heap.ElemUint8Clamped:
		op = OpLoadU8X
	case heap.ElemInt16:
		op = OpLoadI16X
	case heap.ElemUint16:
		op = OpLoadU16X
	case heap.ElemFloat32:
		op = OpLoadF32X
	case heap.ElemFloat64:
		op = OpLoadF64X
	}
	v := b.load(op, MemBytes, heap.OffData, data, i)
	if t == heap.ElemUint32 {
		if b.failed(OpGuardPos) {
			return b.op(OpUintToF64, v)
		}
		return b.guard(OpGuardPos, 0, v)
	}
	return v
}

// setElem builds recv[k] = v.
func (b *builder) setElem(recv, k, v *Value, site uint32) bool {
	if recv.Type != Val || b.typesAt()&(heap.FbString|heap.FbOther) != 0 || b.failed(OpGuardKind) || b.failed(OpGuardBound) ||
		b.failed(OpGuardHole) || b.failed(OpGuardInt) || b.failed(OpCheckObj) {
		return false
	}
	types := b.elementTypes(site)
	if mathbits.OnesCount32(types) > 1 {
		return false
	}
	i := b.index(k)
	if i == nil {
		return false
	}
	if types != 0 {
		t := uint32(mathbits.TrailingZeros32(types))
		return t != heap.ElemUint8Clamped && b.typedStore(recv, i, v, t)
	}
	obj := b.object(recv)
	b.plainElements(obj)
	e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	b.guard(OpGuardBound, 0, i, b.load(OpLoadCap, MemFlags, 0, e))
	b.guard(OpGuardHole, 0, b.load(OpLoadValX, MemElem, heap.OffValues, e, i))
	b.store(OpStoreValX, MemElem, heap.OffValues, e, i, b.boxed(v))
	b.aux(OpBarrierX, heap.OffValues, e, i)
	return true
}

// typedStore writes an element of a typed array of element type t.
func (b *builder) typedStore(recv, i, v *Value, t uint32) bool {
	float := t == heap.ElemFloat32 || t == heap.ElemFloat64
	var x *Value
	switch {
	case float:
		x = b.toF64(v)
	case v.Type == Val && b.failed(OpCheckInt) || v.Type == F64:
		if d := b.toF64(v); d != nil && !b.failed(OpTruncF64) {
			x = b.guard(OpTruncF64, 0, d)
		}
	default:
		x = b.toInt(v)
	}
	if x == nil {
		return false
	}
	obj := b.object(recv)
	data := b.typedData(obj, i, t)
	if data == nil {
		return false
	}
	op := OpStoreI32X
	switch t {
	case heap.ElemInt8, heap.ElemUint8:
		op = OpStoreI8X
	case heap.ElemInt16, heap.ElemUint16:
		op = OpStoreI16X
	case heap.ElemFloat32:
		op = OpStoreF32X
	case heap.ElemFloat64:
		op = OpStoreF64X
	}
	b.store(op, MemBytes, heap.OffData, data, i, x)
	return true
}

// libraryElem builds ldelem: an own dense element of an object.
func (b *builder) libraryElem(dst uint32, recv, k *Value) bool {
	if recv.Type != Val || b.failed(OpGuardKind) || b.failed(OpGuardBound) || b.failed(OpGuardHole) || b.failed(OpCheckObj) || b.failed(OpCheckInt) {
		return false
	}
	i := b.toInt(k)
	if i == nil {
		return false
	}
	obj := b.object(recv)
	e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	b.guard(OpGuardKind, heap.KElements, e)
	b.guard(OpGuardBound, 0, i, b.load(OpLoadCap, MemFlags, 0, e))
	v := b.load(OpLoadValX, MemElem, heap.OffValues, e, i)
	b.guard(OpGuardHole, 0, v)
	b.set(dst, v)
	return true
}
