//firn:core

package heap

// Element types of typed arrays: the word of a KTypedArray.
const (
	ElemInt8 = iota
	ElemUint8
	ElemUint8Clamped
	ElemInt16
	ElemUint16
	ElemInt32
	ElemUint32
	ElemFloat16
	ElemFloat32
	ElemFloat64
	ElemBigInt64
	ElemBigUint64

	NumElems
)

// elemShifts are log2 of the element sizes, by type.
const elemShifts = "\x00\x00\x00\x01\x01\x02\x02\x01\x02\x03\x03\x03"

// ElemShift is log2 of the size in bytes of elements of type t.
func ElemShift(t uint32) uint32 { return uint32(elemShifts[t]) }

// ElemIsBigInt reports whether elements of type t are BigInts.
func ElemIsBigInt(t uint32) bool { return t >= ElemBigInt64 }

// Internal slots of KArrayBuffer, KTypedArray and KDataView.
const (
	BufBytes  = 0 // KBytes cell, or undefined: detached
	BufLength = 1 // in bytes, a number
	BufMax    = 2 // maximal length of a resizable buffer, else undefined

	ViewBuffer = 0
	ViewOffset = 1 // in bytes, a number
	ViewLength = 2 // elements (DataView: bytes), or undefined: tracks the buffer's length
)

// noTyped is the length of a view that is out of bounds.
const noTyped = 0xFFFFFFFF

// NewArrayBuffer makes a buffer of n zero bytes with prototype proto. max is
// its greatest length, or NoIndex when it cannot be resized. 0 means out of
// memory.
func (h *Heap) NewArrayBuffer(proto, n, max uint32) uint32 {
	size := n
	if max != NoIndex {
		size = max
	}
	// The bytes of a resizable buffer are all reserved at once: resizing must
	// not fail for want of memory, nor move them.
	if size > 0xF0000000 || size > bigCell && !h.Room(uint64(size)+16) {
		return 0
	}
	bytes := h.AllocZero(KBytes, OffData+size)
	h.SetU32(bytes+OffLength, size)
	h.Charge(uint64(size) >> 4)
	b := h.NewKind(KArrayBuffer, proto)
	h.SetInternal(b, BufBytes, CellRef(bytes))
	h.SetInternal(b, BufLength, Uint32(n))
	if max != NoIndex {
		h.SetInternal(b, BufMax, Uint32(max))
	}
	return b
}

// BufferDetached is IsDetachedBuffer (ECMA-262 25.1.3.3).
func (h *Heap) BufferDetached(b uint32) bool { return !h.Internal(b, BufBytes).IsCell() }

// DetachBuffer is DetachArrayBuffer (ECMA-262 25.1.3.5).
func (h *Heap) DetachBuffer(b uint32) {
	h.SetInternal(b, BufBytes, Undefined)
	h.SetInternal(b, BufLength, Int(0))
}

// BufferLength is the length of a buffer in bytes, 0 when detached.
func (h *Heap) BufferLength(b uint32) uint32 { return h.Internal(b, BufLength).Index() }

// BufferData is the cage offset of a buffer's first byte, valid until the next
// collection; 0 when detached.
func (h *Heap) BufferData(b uint32) uint32 {
	v := h.Internal(b, BufBytes)
	if !v.IsCell() {
		return 0
	}
	return v.Ref() + OffData
}

// ResizeBuffer sets the length of a resizable buffer to n, at most its maximum
// (ECMA-262 25.1.6.6 steps 7 to 15).
func (h *Heap) ResizeBuffer(b, n uint32) {
	old := h.BufferLength(b)
	data := h.BufferData(b)
	for i := n; i < old; i++ {
		h.SetU8(data+i, 0)
	}
	if old > n {
		h.Charge(uint64(old-n) >> 3)
	}
	h.SetInternal(b, BufLength, Uint32(n))
}

// viewBytes is the number of bytes a view can use from its offset on, noTyped
// when it is out of bounds: IsTypedArrayOutOfBounds and IsViewOutOfBounds
// (ECMA-262 10.4.5.14, 25.3.1.4). shift is log2 of the element size.
func (h *Heap) viewBytes(view, shift uint32) uint32 {
	b := h.Internal(view, ViewBuffer).Ref()
	if h.BufferDetached(b) {
		return noTyped
	}
	n, off := h.BufferLength(b), h.Internal(view, ViewOffset).Index()
	if off > n {
		return noTyped
	}
	length := h.Internal(view, ViewLength)
	if length == Undefined {
		return n - off
	}
	if want := uint64(length.Index()) << shift; want <= uint64(n-off) {
		return uint32(want)
	}
	return noTyped
}

// TypedOutOfBounds is IsTypedArrayOutOfBounds; detached counts too.
func (h *Heap) TypedOutOfBounds(a uint32) bool {
	return h.viewBytes(a, ElemShift(h.U32(a+OffWord))) == noTyped
}

// TypedLength is TypedArrayLength (ECMA-262 10.4.5.13), 0 when out of bounds.
func (h *Heap) TypedLength(a uint32) uint32 {
	shift := ElemShift(h.U32(a + OffWord))
	n := h.viewBytes(a, shift)
	if n == noTyped {
		return 0
	}
	return n >> shift
}

// TypedFixedLength is IsTypedArrayFixedLength (ECMA-262 10.4.5.15).
func (h *Heap) TypedFixedLength(a uint32) bool {
	return h.Internal(a, ViewLength) != Undefined &&
		h.Internal(h.Internal(a, ViewBuffer).Ref(), BufMax) == Undefined
}

// ViewByteLength is GetViewByteLength (ECMA-262 25.3.1.3) of a DataView; ok is
// false when it is out of bounds or detached.
func (h *Heap) ViewByteLength(view uint32) (n uint32, ok bool) {
	n = h.viewBytes(view, 0)
	return n, n != noTyped
}

// TypedValid is IsValidIntegerIndex (ECMA-262 10.4.5.12) for an index.
func (h *Heap) TypedValid(a, i uint32) bool { return i < h.TypedLength(a) }

// TypedData is the cage offset of element 0, valid until the next collection.
// The array must be in bounds.
func (h *Heap) TypedData(a uint32) uint32 {
	return h.BufferData(h.Internal(a, ViewBuffer).Ref()) + h.Internal(a, ViewOffset).Index()
}

// TypedGet is TypedArrayGetElement (ECMA-262 10.4.5.16): undefined when i is
// not a valid index.
func (h *Heap) TypedGet(a, i uint32) Value {
	if !h.TypedValid(a, i) {
		return Undefined
	}
	t := h.U32(a + OffWord)
	return h.LoadElement(h.TypedData(a)+i<<ElemShift(t), t)
}

// TypedSet is TypedArraySetElement (ECMA-262 10.4.5.17) of a value that was
// coerced before: a number, or a BigInt for the BigInt types. Without effect
// when i is not a valid index.
func (h *Heap) TypedSet(a, i uint32, v Value) {
	if h.TypedValid(a, i) {
		t := h.U32(a + OffWord)
		h.StoreElement(h.TypedData(a)+i<<ElemShift(t), t, v)
	}
}

// LoadElement reads the element of type t at an aligned cage offset.
func (h *Heap) LoadElement(off, t uint32) Value {
	switch ElemShift(t) {
	case 0:
		return h.DecodeElement(t, uint64(h.U8(off)))
	case 1:
		return h.DecodeElement(t, uint64(h.U16(off)))
	case 2:
		return h.DecodeElement(t, uint64(h.U32(off)))
	}
	return h.DecodeElement(t, h.U64(off))
}

// StoreElement writes a number or BigInt as an element of type t at an aligned
// cage offset.
func (h *Heap) StoreElement(off, t uint32, v Value) {
	bits := h.EncodeElement(t, v)
	switch ElemShift(t) {
	case 0:
		h.SetU8(off, uint8(bits))
	case 1:
		h.SetU16(off, uint16(bits))
	case 2:
		h.SetU32(off, uint32(bits))
	default:
		h.SetU64(off, bits)
	}
}
