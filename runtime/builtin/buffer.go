//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/num"
)

// ArrayBuffer and DataView (ECMA-262 25.1, 25.3).

// ArrayBuffer_isView is ECMA-262 25.1.5.1.
func ArrayBuffer_isView(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Bool(c.H.IsKind(v, heap.KTypedArray) || c.H.IsKind(v, heap.KDataView))
}

// get_ArrayBufferPrototype_byteLength is ECMA-262 25.1.6.1.
func get_ArrayBufferPrototype_byteLength(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KArrayBuffer) {
		return c.throwOn("get ArrayBuffer.prototype.byteLength")
	}
	return c.H.Internal(c.This().Ref(), heap.BufLength)
}

// get_ArrayBufferPrototype_detached is ECMA-262 25.1.6.3.
func get_ArrayBufferPrototype_detached(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KArrayBuffer) {
		return c.throwOn("get ArrayBuffer.prototype.detached")
	}
	return heap.Bool(c.H.BufferDetached(c.This().Ref()))
}

// get_ArrayBufferPrototype_maxByteLength is ECMA-262 25.1.6.4.
func get_ArrayBufferPrototype_maxByteLength(c *Call) heap.Value {
	h := c.H
	if !h.IsKind(c.This(), heap.KArrayBuffer) {
		return c.throwOn("get ArrayBuffer.prototype.maxByteLength")
	}
	b := c.This().Ref()
	max := h.Internal(b, heap.BufMax)
	if max == heap.Undefined {
		return h.Internal(b, heap.BufLength)
	}
	if h.BufferDetached(b) {
		return heap.Int(0)
	}
	return max
}

// get_ArrayBufferPrototype_resizable is ECMA-262 25.1.6.5.
func get_ArrayBufferPrototype_resizable(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KArrayBuffer) {
		return c.throwOn("get ArrayBuffer.prototype.resizable")
	}
	return heap.Bool(c.H.Internal(c.This().Ref(), heap.BufMax) != heap.Undefined)
}

// maxBuffer is the largest buffer, in bytes. (The compiler of native code knows
// that views are no longer: ir/ssa.)
const maxBuffer = 1 << 30

// Do_NewArrayBuffer is ECMA-262 25.1.3.1 AllocateArrayBuffer from step 4 on.
func Do_NewArrayBuffer(c *Call) heap.Value {
	h := c.H
	n, max := c.Arg(1).Num(), c.Arg(2)
	if n > maxBuffer {
		return c.ThrowRangeError("Array buffer allocation failed")
	}
	limit := uint32(heap.NoIndex)
	size := uint32(n)
	if max != heap.Undefined {
		if max.Num() > maxBuffer {
			return c.ThrowRangeError("Invalid array buffer max length")
		}
		limit = uint32(max.Num())
		size = limit
	}
	// CreateByteDataBlock throws when there is no room; the machine goes on.
	if size > 64<<10 && !h.Room(uint64(size)+16) {
		return c.ThrowRangeError("Array buffer allocation failed")
	}
	b := h.NewArrayBuffer(protoRef(c.Arg(0)), uint32(n), limit)
	if b == 0 {
		return c.ThrowRangeError("Array buffer allocation failed")
	}
	return heap.Object(b)
}

func Do_ResizeBuffer(c *Call) heap.Value {
	b := c.Arg(0).Ref()
	if c.H.IsROM(b) {
		return c.status(heap.ReadOnly)
	}
	c.H.ResizeBuffer(b, num.ToUint32(c.Arg(1).Num()))
	return heap.Undefined
}

func Do_DetachBuffer(c *Call) heap.Value {
	b := c.Arg(0).Ref()
	if c.H.IsROM(b) {
		return c.status(heap.ReadOnly)
	}
	c.H.DetachBuffer(b)
	return heap.Undefined
}

// readOnlyBuffer reports whether a buffer's bytes are in ROM.
func (c *Call) readOnlyBuffer(b uint32) bool { return c.H.IsROM(c.H.BufferData(b)) }

// Do_CopyBufferBytes copies bytes from one attached buffer to another.
func Do_CopyBufferBytes(c *Call) heap.Value {
	h := c.H
	n := num.ToUint32(c.Arg(4).Num())
	if n == 0 {
		return heap.Undefined
	}
	if c.readOnlyBuffer(c.Arg(0).Ref()) {
		return c.status(heap.ReadOnly)
	}
	to := h.BufferData(c.Arg(0).Ref()) + num.ToUint32(c.Arg(1).Num())
	from := h.BufferData(c.Arg(2).Ref()) + num.ToUint32(c.Arg(3).Num())
	copy(h.Bytes(to, n), h.Bytes(from, n))
	h.Charge(uint64(n >> 6))
	return heap.Undefined
}

// get_DataViewPrototype_buffer is ECMA-262 25.3.4.1.
func get_DataViewPrototype_buffer(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KDataView) {
		return c.throwOn("get DataView.prototype.buffer")
	}
	return c.H.Internal(c.This().Ref(), heap.ViewBuffer)
}

// get_DataViewPrototype_byteLength is ECMA-262 25.3.4.2.
func get_DataViewPrototype_byteLength(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KDataView) {
		return c.throwOn("get DataView.prototype.byteLength")
	}
	n, ok := c.H.ViewByteLength(c.This().Ref())
	if !ok {
		return c.ThrowTypeError("Cannot perform DataView.prototype.byteLength on a detached ArrayBuffer")
	}
	return heap.Uint32(n)
}

// get_DataViewPrototype_byteOffset is ECMA-262 25.3.4.3.
func get_DataViewPrototype_byteOffset(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KDataView) {
		return c.throwOn("get DataView.prototype.byteOffset")
	}
	if _, ok := c.H.ViewByteLength(c.This().Ref()); !ok {
		return c.ThrowTypeError("Cannot perform DataView.prototype.byteOffset on a detached ArrayBuffer")
	}
	return c.H.Internal(c.This().Ref(), heap.ViewOffset)
}

// viewAt is the cage offset of the bytes that an element of type t at byte index
// takes; 0: it has thrown.
func (c *Call) viewAt(view uint32, index float64, t uint32) uint32 {
	h := c.H
	n, ok := h.ViewByteLength(view)
	if !ok {
		c.ThrowTypeError("Cannot perform DataView method on a detached ArrayBuffer")
		return 0
	}
	if index+float64(uint32(1)<<heap.ElemShift(t)) > float64(n) {
		c.ThrowRangeError("Offset is outside the bounds of the DataView")
		return 0
	}
	return h.BufferData(h.Internal(view, heap.ViewBuffer).Ref()) + h.Internal(view, heap.ViewOffset).Index() + uint32(index)
}

// viewGet is ECMA-262 25.3.1.5 GetViewValue from step 5 on.
func (c *Call) viewGet(view uint32, index float64, little bool, t uint32) heap.Value {
	h := c.H
	off := c.viewAt(view, index, t)
	if off == 0 {
		return heap.Empty
	}
	bits := uint64(0)
	n := uint32(1) << heap.ElemShift(t)
	for i := uint32(0); i < n; i++ {
		if little {
			bits |= uint64(h.U8(off+i)) << (8 * i)
		} else {
			bits = bits<<8 | uint64(h.U8(off+i))
		}
	}
	return h.DecodeElement(t, bits)
}

// viewSet is ECMA-262 25.3.1.6 SetViewValue from step 7 on.
func (c *Call) viewSet(view uint32, index float64, v heap.Value, little bool, t uint32) heap.Value {
	h := c.H
	off := c.viewAt(view, index, t)
	if off == 0 {
		return heap.Empty
	}
	if h.IsROM(off) {
		return c.status(heap.ReadOnly)
	}
	bits := h.EncodeElement(t, v)
	n := uint32(1) << heap.ElemShift(t)
	for i := uint32(0); i < n; i++ {
		if little {
			h.SetU8(off+i, uint8(bits))
		} else {
			h.SetU8(off+n-1-i, uint8(bits))
		}
		bits >>= 8
	}
	return heap.Undefined
}

func Do_DataViewGet(c *Call) heap.Value {
	return c.viewGet(c.Arg(0).Ref(), c.Arg(1).Num(), c.Arg(2) == heap.True, uint32(c.Arg(3).Int32()))
}

func Do_DataViewSet(c *Call) heap.Value {
	return c.viewSet(c.Arg(0).Ref(), c.Arg(1).Num(), c.Arg(2), c.Arg(3) == heap.True, uint32(c.Arg(4).Int32()))
}

// fastGet is a getter with a view, an int32 index and a boolean or no byte
// order.
func (c *Call) fastGet(t uint32) heap.Value {
	i, little := c.Arg(0), c.Arg(1)
	if !c.H.IsKind(c.This(), heap.KDataView) || !i.IsInt() || i.Int32() < 0 || little != heap.Undefined && !little.IsBool() {
		return c.Decline()
	}
	return c.viewGet(c.This().Ref(), i.Num(), little == heap.True, t)
}

// fastSet is a setter likewise, with a value that needs no coercion.
func (c *Call) fastSet(t uint32) heap.Value {
	i, v, little := c.Arg(0), c.Arg(1), c.Arg(2)
	if !c.H.IsKind(c.This(), heap.KDataView) || !i.IsInt() || i.Int32() < 0 || little != heap.Undefined && !little.IsBool() {
		return c.Decline()
	}
	if heap.ElemIsBigInt(t) && !v.IsBigInt() || !heap.ElemIsBigInt(t) && !v.IsNumber() {
		return c.Decline()
	}
	return c.viewSet(c.This().Ref(), i.Num(), v, little == heap.True, t)
}

// ECMA-262 25.3.4.5 to 25.3.4.26.

func DataViewPrototype_getInt8(c *Call) heap.Value      { return c.fastGet(heap.ElemInt8) }
func DataViewPrototype_getUint8(c *Call) heap.Value     { return c.fastGet(heap.ElemUint8) }
func DataViewPrototype_getInt16(c *Call) heap.Value     { return c.fastGet(heap.ElemInt16) }
func DataViewPrototype_getUint16(c *Call) heap.Value    { return c.fastGet(heap.ElemUint16) }
func DataViewPrototype_getInt32(c *Call) heap.Value     { return c.fastGet(heap.ElemInt32) }
func DataViewPrototype_getUint32(c *Call) heap.Value    { return c.fastGet(heap.ElemUint32) }
func DataViewPrototype_getFloat16(c *Call) heap.Value   { return c.fastGet(heap.ElemFloat16) }
func DataViewPrototype_getFloat32(c *Call) heap.Value   { return c.fastGet(heap.ElemFloat32) }
func DataViewPrototype_getFloat64(c *Call) heap.Value   { return c.fastGet(heap.ElemFloat64) }
func DataViewPrototype_getBigInt64(c *Call) heap.Value  { return c.fastGet(heap.ElemBigInt64) }
func DataViewPrototype_getBigUint64(c *Call) heap.Value { return c.fastGet(heap.ElemBigUint64) }
func DataViewPrototype_setInt8(c *Call) heap.Value      { return c.fastSet(heap.ElemInt8) }
func DataViewPrototype_setUint8(c *Call) heap.Value     { return c.fastSet(heap.ElemUint8) }
func DataViewPrototype_setInt16(c *Call) heap.Value     { return c.fastSet(heap.ElemInt16) }
func DataViewPrototype_setUint16(c *Call) heap.Value    { return c.fastSet(heap.ElemUint16) }
func DataViewPrototype_setInt32(c *Call) heap.Value     { return c.fastSet(heap.ElemInt32) }
func DataViewPrototype_setUint32(c *Call) heap.Value    { return c.fastSet(heap.ElemUint32) }
func DataViewPrototype_setFloat16(c *Call) heap.Value   { return c.fastSet(heap.ElemFloat16) }
func DataViewPrototype_setFloat32(c *Call) heap.Value   { return c.fastSet(heap.ElemFloat32) }
func DataViewPrototype_setFloat64(c *Call) heap.Value   { return c.fastSet(heap.ElemFloat64) }
func DataViewPrototype_setBigInt64(c *Call) heap.Value  { return c.fastSet(heap.ElemBigInt64) }
func DataViewPrototype_setBigUint64(c *Call) heap.Value { return c.fastSet(heap.ElemBigUint64) }
