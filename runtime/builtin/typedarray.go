//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/num"
)

// Typed arrays (ECMA-262 23.2): accessors, and what the library's half uses.

// isTyped reports whether this is a typed array; else it has thrown.
func (c *Call) isTyped() bool {
	if c.H.IsKind(c.This(), heap.KTypedArray) {
		return true
	}
	c.ThrowTypeError("this is not a typed array.")
	return false
}

// get_TypedArrayPrototype_buffer is ECMA-262 23.2.3.2.
func get_TypedArrayPrototype_buffer(c *Call) heap.Value {
	if !c.isTyped() {
		return heap.Empty
	}
	return c.H.Internal(c.This().Ref(), heap.ViewBuffer)
}

// get_TypedArrayPrototype_byteLength is ECMA-262 23.2.3.3.
func get_TypedArrayPrototype_byteLength(c *Call) heap.Value {
	if !c.isTyped() {
		return heap.Empty
	}
	a := c.This().Ref()
	return heap.Uint32(c.H.TypedLength(a) << heap.ElemShift(c.H.Word(a)))
}

// get_TypedArrayPrototype_byteOffset is ECMA-262 23.2.3.4.
func get_TypedArrayPrototype_byteOffset(c *Call) heap.Value {
	if !c.isTyped() {
		return heap.Empty
	}
	if c.H.TypedOutOfBounds(c.This().Ref()) {
		return heap.Int(0)
	}
	return c.H.Internal(c.This().Ref(), heap.ViewOffset)
}

// get_TypedArrayPrototype_length is ECMA-262 23.2.3.21.
func get_TypedArrayPrototype_length(c *Call) heap.Value {
	if !c.isTyped() {
		return heap.Empty
	}
	return heap.Uint32(c.H.TypedLength(c.This().Ref()))
}

// get_TypedArrayPrototype_sym_toStringTag is ECMA-262 23.2.3.38.
func get_TypedArrayPrototype_sym_toStringTag(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KTypedArray) {
		return heap.Undefined
	}
	return heap.String(c.H.InternStr(typedName(c.H.Word(c.This().Ref()))))
}

func typedName(t uint32) string {
	switch t {
	case heap.ElemInt8:
		return "Int8Array"
	case heap.ElemUint8:
		return "Uint8Array"
	case heap.ElemUint8Clamped:
		return "Uint8ClampedArray"
	case heap.ElemInt16:
		return "Int16Array"
	case heap.ElemUint16:
		return "Uint16Array"
	case heap.ElemInt32:
		return "Int32Array"
	case heap.ElemUint32:
		return "Uint32Array"
	case heap.ElemFloat16:
		return "Float16Array"
	case heap.ElemFloat32:
		return "Float32Array"
	case heap.ElemFloat64:
		return "Float64Array"
	case heap.ElemBigInt64:
		return "BigInt64Array"
	}
	return "BigUint64Array"
}

// typedRoot is the root of the constructor of element type t.
func typedRoot(t uint32) uint32 {
	switch t {
	case heap.ElemInt8:
		return RootInt8Array
	case heap.ElemUint8:
		return RootUint8Array
	case heap.ElemUint8Clamped:
		return RootUint8ClampedArray
	case heap.ElemInt16:
		return RootInt16Array
	case heap.ElemUint16:
		return RootUint16Array
	case heap.ElemInt32:
		return RootInt32Array
	case heap.ElemUint32:
		return RootUint32Array
	case heap.ElemFloat16:
		return RootFloat16Array
	case heap.ElemFloat32:
		return RootFloat32Array
	case heap.ElemFloat64:
		return RootFloat64Array
	case heap.ElemBigInt64:
		return RootBigInt64Array
	}
	return RootBigUint64Array
}

// typedProto is the root of the prototype of element type t.
func typedProto(t uint32) uint32 {
	switch t {
	case heap.ElemInt8:
		return RootInt8ArrayPrototype
	case heap.ElemUint8:
		return RootUint8ArrayPrototype
	case heap.ElemUint8Clamped:
		return RootUint8ClampedArrayPrototype
	case heap.ElemInt16:
		return RootInt16ArrayPrototype
	case heap.ElemUint16:
		return RootUint16ArrayPrototype
	case heap.ElemInt32:
		return RootInt32ArrayPrototype
	case heap.ElemUint32:
		return RootUint32ArrayPrototype
	case heap.ElemFloat16:
		return RootFloat16ArrayPrototype
	case heap.ElemFloat32:
		return RootFloat32ArrayPrototype
	case heap.ElemFloat64:
		return RootFloat64ArrayPrototype
	case heap.ElemBigInt64:
		return RootBigInt64ArrayPrototype
	}
	return RootBigUint64ArrayPrototype
}

// newTyped makes a typed array; length may be undefined: it tracks the buffer.
func (c *Call) newTyped(proto, t uint32, buffer, offset, length heap.Value) heap.Value {
	h := c.H
	a := h.NewKind(heap.KTypedArray, proto)
	h.SetU32(a+heap.OffWord, t)
	h.SetInternal(a, heap.ViewBuffer, buffer)
	h.SetInternal(a, heap.ViewOffset, offset)
	h.SetInternal(a, heap.ViewLength, length)
	return heap.Object(a)
}

func Do_NewTypedArray(c *Call) heap.Value {
	return c.newTyped(protoRef(c.Arg(0)), uint32(c.Arg(1).Int32()), c.Arg(2), c.Arg(3), c.Arg(4))
}

// Do_TypedArraySame is ECMA-262 23.2.4.3 TypedArrayCreateSameType.
func Do_TypedArraySame(c *Call) heap.Value {
	return c.typedSame(c.H.Word(c.Arg(0).Ref()), c.Arg(1))
}

// Do_AllocTypedArray is ECMA-262 23.2.5.1.6 AllocateTypedArrayBuffer and the object.
func Do_AllocTypedArray(c *Call) heap.Value {
	return c.allocTyped(protoRef(c.Arg(0)), uint32(c.Arg(1).Int32()), c.Arg(2))
}

// typedSame makes an ordinary typed array of element type t with a buffer of its own.
func (c *Call) typedSame(t uint32, length heap.Value) heap.Value {
	return c.allocTyped(c.rootObj(typedProto(t)), t, length)
}

// allocTyped makes a typed array of element type t with a buffer of its own.
func (c *Call) allocTyped(proto, t uint32, length heap.Value) heap.Value {
	h := c.H
	n := length.Num()
	if n > maxBuffer {
		return c.ThrowRangeError("Array buffer allocation failed")
	}
	size := uint64(n) << heap.ElemShift(t)
	if size > maxBuffer || size > 64<<10 && !h.Room(size+16) {
		return c.ThrowRangeError("Array buffer allocation failed")
	}
	b := h.NewArrayBuffer(c.rootObj(RootArrayBufferPrototype), uint32(size), heap.NoIndex)
	if b == 0 {
		return c.ThrowRangeError("Array buffer allocation failed")
	}
	return c.newTyped(proto, t, heap.Object(b), heap.Int(0), length)
}

func Do_TypedArrayLength(c *Call) heap.Value {
	if c.H.TypedOutOfBounds(c.Arg(0).Ref()) {
		return heap.Int(-1)
	}
	return heap.Uint32(c.H.TypedLength(c.Arg(0).Ref()))
}

func Do_TypedArrayConstructor(c *Call) heap.Value {
	return c.H.Root(typedRoot(c.H.Word(c.Arg(0).Ref())))
}

func Do_IsBigIntArray(c *Call) heap.Value {
	return heap.Bool(heap.ElemIsBigInt(c.H.Word(c.Arg(0).Ref())))
}

func Do_SameElementType(c *Call) heap.Value {
	return heap.Bool(c.H.Word(c.Arg(0).Ref()) == c.H.Word(c.Arg(1).Ref()))
}

func Do_ElementSize(c *Call) heap.Value {
	return heap.Int(1 << heap.ElemShift(uint32(c.Arg(0).Int32())))
}

func Do_ElementSizeOf(c *Call) heap.Value {
	return heap.Int(1 << heap.ElemShift(c.H.Word(c.Arg(0).Ref())))
}

// typedRange is the cage offset of element i of typed array a and how many of
// count elements from there on are in bounds; 0: none.
func (c *Call) typedRange(a uint32, i float64, count uint32) (off, n uint32) {
	h := c.H
	length := h.TypedLength(a)
	if !(i >= 0 && i < float64(length)) {
		return 0, 0
	}
	at := uint32(i)
	if count > length-at {
		count = length - at
	}
	return h.TypedData(a) + at<<heap.ElemShift(h.Word(a)), count
}

// typedSpans is where a copy of count elements, from index from of src to index
// to of dst, reads and writes, and how many of them are in bounds on both sides.
func (c *Call) typedSpans(dst uint32, to float64, src uint32, from float64, count uint32) (target, source, n uint32) {
	target, n = c.typedRange(dst, to, count)
	source, n = c.typedRange(src, from, n)
	return target, source, n
}

// Do_TypedCopy copies elements between typed arrays of the same content type, as
// if all were read before any is written (ECMA-262 23.2.3.26.1).
func Do_TypedCopy(c *Call) heap.Value {
	return c.typedCopy(c.Arg(0).Ref(), c.Arg(1).Num(), c.Arg(2).Ref(), c.Arg(3).Num(), num.ToUint32(c.Arg(4).Num()))
}

// typedCopy copies count elements from index first of src to index at of dst.
func (c *Call) typedCopy(dst uint32, at float64, src uint32, first float64, count uint32) heap.Value {
	h := c.H
	to, from, n := c.typedSpans(dst, at, src, first, count)
	if n == 0 {
		return heap.Undefined
	}
	if h.IsROM(to) {
		return c.status(heap.ReadOnly)
	}
	td, ts := h.Word(dst), h.Word(src)
	h.Charge(uint64(n >> 2))
	if td == ts {
		copy(h.Bytes(to, n<<heap.ElemShift(td)), h.Bytes(from, n<<heap.ElemShift(ts)))
		return heap.Undefined
	}
	size := n << heap.ElemShift(ts)
	if from < to+n<<heap.ElemShift(td) && to < from+size {
		// Overlapping: read from a copy.
		if size > 64<<10 && !h.Room(uint64(size)+16) {
			return c.NoMemory()
		}
		tmp := h.Alloc(heap.KBytes, heap.OffData+size)
		h.SetU32(tmp+heap.OffLength, size)
		copy(h.Bytes(tmp+heap.OffData, size), h.Bytes(from, size))
		from = tmp + heap.OffData
	}
	ds, ss := uint32(1)<<heap.ElemShift(td), uint32(1)<<heap.ElemShift(ts)
	for i := uint32(0); i < n; i++ {
		h.StoreElement(to, td, h.LoadElement(from, ts))
		to += ds
		from += ss
	}
	return heap.Undefined
}

// Do_TypedCopyAscending copies bytes one after the other to the start of a typed
// array of the same type (ECMA-262 23.2.3.27 step 14.h): where source and
// target overlap, bytes that were written are read again.
func Do_TypedCopyAscending(c *Call) heap.Value {
	h := c.H
	dst, src := c.Arg(0).Ref(), c.Arg(1).Ref()
	to, from, n := c.typedSpans(dst, 0, src, c.Arg(2).Num(), num.ToUint32(c.Arg(3).Num()))
	if n == 0 {
		return heap.Undefined
	}
	if h.IsROM(to) {
		return c.status(heap.ReadOnly)
	}
	size := n << heap.ElemShift(h.Word(src))
	h.Charge(uint64(size >> 4))
	if to <= from || to >= from+size {
		copy(h.Bytes(to, size), h.Bytes(from, size))
		return heap.Undefined
	}
	for i := uint32(0); i < size; i++ {
		h.SetU8(to+i, h.U8(from+i))
	}
	return heap.Undefined
}

// Do_TypedMove moves elements in a typed array: to, from, count.
func Do_TypedMove(c *Call) heap.Value {
	h := c.H
	a := c.Arg(0).Ref()
	to, from, n := c.typedSpans(a, c.Arg(1).Num(), a, c.Arg(2).Num(), num.ToUint32(c.Arg(3).Num()))
	if n == 0 {
		return heap.Undefined
	}
	if h.IsROM(to) {
		return c.status(heap.ReadOnly)
	}
	size := n << heap.ElemShift(h.Word(a))
	copy(h.Bytes(to, size), h.Bytes(from, size))
	h.Charge(uint64(size >> 5))
	return heap.Undefined
}

// Do_TypedFill fills elements [start, end) with a coerced value.
func Do_TypedFill(c *Call) heap.Value {
	start := c.Arg(2).Num()
	return c.typedFill(c.Arg(0).Ref(), start, num.ToUint32(c.Arg(3).Num()-start), c.Arg(1))
}

// typedFill writes a coerced value to count elements from index start on.
func (c *Call) typedFill(a uint32, start float64, count uint32, v heap.Value) heap.Value {
	h := c.H
	off, n := c.typedRange(a, start, count)
	if n == 0 {
		return heap.Undefined
	}
	if h.IsROM(off) {
		return c.status(heap.ReadOnly)
	}
	t := h.Word(a)
	size := uint32(1) << heap.ElemShift(t)
	// One element, and copies of what is there.
	h.StoreElement(off, t, v)
	for all := n * size; size < all; size *= 2 {
		more := all - size
		if more > size {
			more = size
		}
		copy(h.Bytes(off+size, more), h.Bytes(off, more))
	}
	h.Charge(uint64(n >> 3))
	return heap.Undefined
}

// Modes of Do_TypedSearch.
const (
	searchForwards  = 0
	searchBackwards = 1
	searchZero      = 2 // SameValueZero, and undefined beyond the end
)

// Do_TypedSearch is the position of a value in a typed array: array, value,
// start, end as it was before user code ran, mode; -1 when absent.
func Do_TypedSearch(c *Call) heap.Value {
	h := c.H
	a, want, mode := c.Arg(0).Ref(), c.Arg(1), c.Arg(4).Int32()
	length := h.TypedLength(a)
	t := h.Word(a)
	start, end := num.ToUint32(c.Arg(2).Num()), num.ToUint32(c.Arg(3).Num())
	if mode == searchZero && want == heap.Undefined {
		// Elements that vanished read as undefined.
		if end > length && start < end {
			return heap.Uint32(end - 1)
		}
		return heap.Int(-1)
	}
	if end > length {
		end = length
	}
	if heap.ElemIsBigInt(t) != want.IsBigInt() || !want.IsBigInt() && !want.IsNumber() || end == 0 {
		return heap.Int(-1)
	}
	data, shift := h.TypedData(a), heap.ElemShift(t)
	if mode == searchBackwards {
		if start >= end {
			start = end - 1
		}
		for i := start + 1; i > 0; i-- {
			if c.strictEquals(h.LoadElement(data+(i-1)<<shift, t), want) {
				return heap.Uint32(i - 1)
			}
		}
		h.Charge(uint64(start >> 2))
		return heap.Int(-1)
	}
	for i := start; i < end; i++ {
		v := h.LoadElement(data+i<<shift, t)
		if c.strictEquals(v, want) || mode == searchZero && c.sameValueZero(v, want) {
			h.Charge(uint64((i - start) >> 2))
			return heap.Uint32(i)
		}
	}
	h.Charge(uint64(end >> 2))
	return heap.Int(-1)
}

func Do_TypedReverse(c *Call) heap.Value {
	h := c.H
	a := c.Arg(0).Ref()
	n := h.TypedLength(a)
	if n < 2 {
		return heap.Undefined
	}
	t := h.Word(a)
	shift := heap.ElemShift(t)
	lo, hi := h.TypedData(a), h.TypedData(a)+(n-1)<<shift
	if h.IsROM(lo) {
		return c.status(heap.ReadOnly)
	}
	for lo < hi {
		switch shift {
		case 0:
			x, y := h.U8(lo), h.U8(hi)
			h.SetU8(lo, y)
			h.SetU8(hi, x)
		case 1:
			x, y := h.U16(lo), h.U16(hi)
			h.SetU16(lo, y)
			h.SetU16(hi, x)
		case 2:
			x, y := h.U32(lo), h.U32(hi)
			h.SetU32(lo, y)
			h.SetU32(hi, x)
		default:
			x, y := h.U64(lo), h.U64(hi)
			h.SetU64(lo, y)
			h.SetU64(hi, x)
		}
		lo += 1 << shift
		hi -= 1 << shift
	}
	h.Charge(uint64(n >> 2))
	return heap.Undefined
}

// orderKey maps the bits of an element of type t to an unsigned number in the
// order of CompareTypedArrayElements (ECMA-262 23.2.4.7), and keyOrder back:
// −0 before +0, NaN last.
func orderKey(t uint32, bits uint64, width uint32) uint64 {
	sign := uint64(1) << (width - 1)
	switch t {
	case heap.ElemUint8, heap.ElemUint8Clamped, heap.ElemUint16, heap.ElemUint32, heap.ElemBigUint64:
		return bits
	case heap.ElemFloat16, heap.ElemFloat32, heap.ElemFloat64:
		if isNaNBits(t, bits&^sign) {
			return bits | sign // whatever its sign
		}
		if bits&sign != 0 {
			return ^bits & (sign<<1 - 1)
		}
	}
	return bits ^ sign
}

func keyOrder(t uint32, key uint64, width uint32) uint64 {
	sign := uint64(1) << (width - 1)
	switch t {
	case heap.ElemUint8, heap.ElemUint8Clamped, heap.ElemUint16, heap.ElemUint32, heap.ElemBigUint64:
		return key
	case heap.ElemFloat16, heap.ElemFloat32, heap.ElemFloat64:
		if key&sign == 0 {
			return ^key & (sign<<1 - 1)
		}
	}
	return key ^ sign
}

// isNaNBits reports whether the magnitude bits of a float are those of a NaN.
func isNaNBits(t uint32, bits uint64) bool {
	switch t {
	case heap.ElemFloat16:
		return bits > 0x7C00
	case heap.ElemFloat32:
		return bits > 0x7F800000
	}
	return bits > 0x7FF0000000000000
}

// loadBits and storeBits move the raw bits of an element of 1 << shift bytes.
func (c *Call) loadBits(off, shift uint32) uint64 {
	switch shift {
	case 0:
		return uint64(c.H.U8(off))
	case 1:
		return uint64(c.H.U16(off))
	case 2:
		return uint64(c.H.U32(off))
	}
	return c.H.U64(off)
}

func (c *Call) storeBits(off, shift uint32, bits uint64) {
	switch shift {
	case 0:
		c.H.SetU8(off, uint8(bits))
	case 1:
		c.H.SetU16(off, uint16(bits))
	case 2:
		c.H.SetU32(off, uint32(bits))
	default:
		c.H.SetU64(off, bits)
	}
}

// Do_TypedSort sorts a typed array by value (ECMA-262 23.2.3.29 without a
// comparator): short ones by insertion, others by a radix sort of order keys.
func Do_TypedSort(c *Call) heap.Value {
	h := c.H
	a := c.Arg(0).Ref()
	n := h.TypedLength(a)
	if n < 2 {
		return heap.Undefined
	}
	t := h.Word(a)
	shift := heap.ElemShift(t)
	width := uint32(8) << shift
	data := h.TypedData(a)
	if h.IsROM(data) {
		return c.status(heap.ReadOnly)
	}
	h.Charge(uint64(n) << shift)
	if n <= 48 {
		for i := uint32(1); i < n; i++ {
			bits := c.loadBits(data+i<<shift, shift)
			key := orderKey(t, bits, width)
			j := i
			for j > 0 {
				prev := c.loadBits(data+(j-1)<<shift, shift)
				if orderKey(t, prev, width) <= key {
					break
				}
				c.storeBits(data+j<<shift, shift, prev)
				j--
			}
			c.storeBits(data+j<<shift, shift, bits)
		}
		return heap.Undefined
	}
	if size := uint64(n) * 16; size > 0x7FFFFFFF || size > 64<<10 && !h.Room(size+16) {
		return c.NoMemory()
	}
	keys := h.Alloc(heap.KBytes, heap.OffData+16*n)
	h.SetU64(keys+heap.OffLength, uint64(16*n))
	src := keys + heap.OffData
	dst := src + 8*n
	for i := uint32(0); i < n; i++ {
		h.SetU64(src+8*i, orderKey(t, c.loadBits(data+i<<shift, shift), width))
	}
	for digit := uint32(0); digit < width; digit += 8 {
		var count [256]uint32
		for i := uint32(0); i < n; i++ {
			count[h.U64(src+8*i)>>digit&0xFF]++
		}
		if count[h.U64(src)>>digit&0xFF] == n {
			continue // all the same here
		}
		at := uint32(0)
		for i := 0; i < 256; i++ {
			k := count[i]
			count[i] = at
			at += k
		}
		for i := uint32(0); i < n; i++ {
			key := h.U64(src + 8*i)
			b := key >> digit & 0xFF
			h.SetU64(dst+8*count[b], key)
			count[b]++
		}
		src, dst = dst, src
	}
	for i := uint32(0); i < n; i++ {
		c.storeBits(data+i<<shift, shift, keyOrder(t, h.U64(src+8*i), width))
	}
	return heap.Undefined
}

// Do_TypedFromNumbers sets the first elements of a typed array to those of a
// library array, up to the first that would need coercion, and returns how many
// there were.
func Do_TypedFromNumbers(c *Call) heap.Value {
	h := c.H
	a, list := c.Arg(0).Ref(), c.Arg(1).Ref()
	n := h.Word(list)
	if m := c.capacity(list); n > m {
		n = m
	}
	off, room := c.typedRange(a, 0, n)
	if room < n || n == 0 || h.IsROM(off) {
		return heap.Int(0)
	}
	t := h.Word(a)
	big, size := heap.ElemIsBigInt(t), uint32(1)<<heap.ElemShift(t)
	h.Charge(uint64(n >> 2))
	for i := uint32(0); i < n; i++ {
		v := h.Val(c.elementAt(list, i))
		if !v.IsNumber() || big {
			if !big || !v.IsBigInt() {
				return heap.Uint32(i)
			}
		}
		h.StoreElement(off, t, v)
		off += size
	}
	return heap.Uint32(n)
}
