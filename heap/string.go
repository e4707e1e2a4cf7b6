//firn:core

package heap

import "unsafe"

// Strings are sequences of 16-bit code units in one of four forms:
//
//	KStr1   flat, one byte a unit
//	KStr2   flat, two bytes a unit
//	KSlice  part of a flat string (its base)
//	KRope   a concatenation that has not been carried out
//
// Work is charged by content, never by form or by what happens to be cached, so
// that a restored machine's meter reads the same: interning, hashing and
// comparing strings costs a unit for 64 code units.
//
// The form never shows: equality, order and hash depend on the units alone. The
// unused bytes of a flat string's last word are zero. Nothing in ROM is a rope.
//
// FLatin1 says that every unit is below 0x100. KStr1 always has it; on ropes
// and slices it tells about the content, whatever the base's width is.
const (
	// MaxStringLength is the longest string, in code units.
	MaxStringLength = 1<<28 - 16

	// MinRope is the shortest rope; shorter concatenations are copied.
	MinRope = 24
	// MinSlice is the shortest slice; shorter substrings are copied.
	MinSlice = 16
	// bigCell is the size from which leaves ask Room.
	bigCell = 64 << 10

	// RopeSize is the size of ropes and slices in bytes.
	RopeSize = 24

	// NotFound is the result of a search that found nothing.
	NotFound = 0xFFFFFFFF
)

// Status tells why an operation on strings or tables gave no result.
type Status uint32

const (
	OK        Status = iota
	NoMemory         // the memory limit forbids it: collect or stop the machine
	TooLong          // a string would exceed MaxStringLength: RangeError
	ReadOnly         // the table lies in ROM: TypeError
	Malformed        // the text is not what it should be: URIError
)

// StrView is where the units of a string lie in the cage. It is valid until the
// next collection.
type StrView struct {
	Off  uint32 // cage offset of unit 0
	Len  uint32 // units
	Wide bool   // two bytes a unit
}

// InitStrings makes the empty string and the one-unit strings, in a heap whose
// ROM does not bring them.
func (h *Heap) InitStrings() {
	if h.Root(RootChars).IsCell() {
		return
	}
	empty := h.Alloc(KStr1, 16)
	h.SetU64(empty+OffLength, 0)
	h.SetU8(empty+OffFlags, FLatin1)
	h.SetRoot(RootEmptyString, String(h.Intern(empty)))
	rec := h.AllocValues(KRecord, OffValues+8*256, OffValues, Undefined)
	h.SetRoot(RootChars, CellRef(rec))
	for c := uint32(0); c < 256; c++ {
		s := h.NewFlat(false, 1)
		h.SetU8(s+OffChars, uint8(c))
		// Digits are array indices, which are never property keys as strings.
		if c < '0' || c > '9' {
			s = h.Intern(s)
		}
		h.Store(rec+OffValues+8*c, String(s))
	}
}

// EmptyString is "".
func (h *Heap) EmptyString() uint32 { return h.Root(RootEmptyString).Ref() }

// Char is the string of the one code unit c.
func (h *Heap) Char(c uint16) uint32 {
	if c < 256 {
		return h.Val(h.Root(RootChars).Ref() + OffValues + 8*uint32(c)).Ref()
	}
	s := h.NewFlat(true, 1)
	h.SetU16(s+OffChars, c)
	return s
}

// CharPair is the string of the code point c: one unit or a surrogate pair.
func (h *Heap) CharPair(c uint32) uint32 {
	if c < 0x10000 {
		return h.Char(uint16(c))
	}
	s := h.NewFlat(true, 2)
	h.SetU16(s+OffChars, uint16(0xD7C0+c>>10))
	h.SetU16(s+OffChars+2, uint16(0xDC00+c&0x3FF))
	return s
}

// NewFlat makes a flat string of n units for the caller to fill before the next
// safepoint; a wide one should get at least one unit above 0xFF. 0 means out of
// memory. n must not exceed MaxStringLength.
func (h *Heap) NewFlat(wide bool, n uint32) uint32 {
	h.WorkDone += uint64(n >> 4)
	return h.newFlat(wide, n)
}

// newFlat is NewFlat without the charge.
func (h *Heap) newFlat(wide bool, n uint32) uint32 {
	size, kind, flags := 16+n, uint32(KStr1), uint8(FLatin1)
	if wide {
		size, kind, flags = 16+2*n, KStr2, 0
	}
	size = (size + 7) &^ 7
	if size > bigCell && !h.Room(uint64(size)) {
		return 0
	}
	ref := h.Alloc(kind, size)
	h.finishFlat(ref, n, size, flags)
	return ref
}

func (h *Heap) finishFlat(ref, n, size uint32, flags uint8) {
	h.SetU8(ref+OffFlags, flags)
	h.SetU64(ref+OffLength, uint64(n)) // and no hash
	if n > 0 {
		h.SetU64(ref+size-8, 0)
	}
}

// forceFlat is NewFlat for callers that cannot fail: it passes the memory limit
// (the next full collection will notice) and gives 0 only when the cage itself
// is full; the heap is dead then.
func (h *Heap) forceFlat(wide bool, n uint32) uint32 {
	size := 16 + n
	if wide {
		size += n
	}
	size = (size + 7) &^ 7
	if size > bigCell && !h.fits(size) {
		h.Dead = true
		return 0
	}
	kind, flags := uint32(KStr1), uint8(FLatin1)
	if wide {
		kind, flags = KStr2, 0
	}
	ref := h.Alloc(kind, size)
	h.finishFlat(ref, n, size, flags)
	return ref
}

// fits reports whether tenured space has room for size bytes, limit or not.
func (h *Heap) fits(size uint32) bool {
	return h.tenTop < h.allocEnd && size < h.allocEnd-h.tenTop
}

// NewLatin1 makes a string of Latin-1 bytes. 0 means out of memory.
func (h *Heap) NewLatin1(b []byte) uint32 {
	if len(b) <= 1 {
		if len(b) == 0 {
			return h.EmptyString()
		}
		return h.Char(uint16(b[0]))
	}
	if len(b) > MaxStringLength {
		return 0
	}
	s := h.NewFlat(false, uint32(len(b)))
	if s != 0 {
		copy(h.Bytes(s+OffChars, uint32(len(b))), b)
	}
	return s
}

// NewUnits makes a string of UTF-16 units, narrow where they allow it. 0 means
// out of memory.
func (h *Heap) NewUnits(u []uint16) uint32 {
	if len(u) > MaxStringLength {
		return 0
	}
	var or uint16
	for i := 0; i < len(u); i++ {
		or |= u[i]
	}
	if len(u) <= 1 {
		if len(u) == 0 {
			return h.EmptyString()
		}
		return h.Char(u[0])
	}
	s := h.NewFlat(or > 0xFF, uint32(len(u)))
	if s == 0 {
		return 0
	}
	off := s + OffChars
	if or > 0xFF {
		for i := 0; i < len(u); i++ {
			h.SetU16(off, u[i])
			off += 2
		}
		return s
	}
	for i := 0; i < len(u); i++ {
		h.SetU8(off, uint8(u[i]))
		off++
	}
	return s
}

// StrLen is the number of code units of a string.
func (h *Heap) StrLen(ref uint32) uint32 { return h.U32(ref + OffLength) }

// View flattens a string and tells where its units are. Should the cage be full
// the view is empty and the heap dead.
func (h *Heap) View(ref uint32) StrView {
	switch h.Kind(ref) {
	case KStr1:
		return StrView{ref + OffChars, h.U32(ref + OffLength), false}
	case KStr2:
		return StrView{ref + OffChars, h.U32(ref + OffLength), true}
	case KRope:
		h.Flatten(ref)
		if h.Kind(ref) == KRope {
			return StrView{ref + OffChars, 0, false}
		}
	}
	base, start := h.U32(ref+OffBase), h.U32(ref+OffStart)
	if h.Kind(base) == KStr2 {
		return StrView{base + OffChars + 2*start, h.U32(ref + OffLength), true}
	}
	return StrView{base + OffChars + start, h.U32(ref + OffLength), false}
}

// Unit is code unit i of a view; i must be below its length.
func (h *Heap) Unit(v StrView, i uint32) uint32 {
	if v.Wide {
		return uint32(h.U16(v.Off + 2*i))
	}
	return uint32(h.U8(v.Off + i))
}

// Sub is the part [from, to) of a view.
func (v StrView) Sub(from, to uint32) StrView {
	if v.Wide {
		return StrView{v.Off + 2*from, to - from, true}
	}
	return StrView{v.Off + from, to - from, false}
}

// At is code unit i of a string, 0 beyond its end.
func (h *Heap) At(ref, i uint32) uint16 {
	k := h.Kind(ref)
	if k == KStr1 && i < h.U32(ref+OffLength) {
		return uint16(h.U8(ref + OffChars + i))
	}
	v := h.View(ref)
	if i >= v.Len {
		return 0
	}
	return uint16(h.Unit(v, i))
}

// CodePoint is the code point that starts at unit i of a view and the number of
// its units (ECMA-262 11.1.4 CodePointAt); lone surrogates stand for
// themselves.
func (h *Heap) CodePoint(v StrView, i uint32) (cp, n uint32) {
	c := h.Unit(v, i)
	if c&0xFC00 == 0xD800 && i+1 < v.Len {
		if d := h.Unit(v, i+1); d&0xFC00 == 0xDC00 {
			return (c-0xD7C0)<<10 | d&0x3FF, 2
		}
	}
	return c, 1
}

// CopyUnits copies a view to dst, widening or narrowing as needed; narrowing
// needs content that fits.
func (h *Heap) CopyUnits(dst uint32, wide bool, v StrView) {
	n := v.Len
	if v.Wide == wide {
		if wide {
			n *= 2
		}
		copy(h.Bytes(dst, n), h.Bytes(v.Off, n))
		return
	}
	src := v.Off
	if wide {
		for end := src + n; src < end; src++ {
			h.SetU16(dst, uint16(h.U8(src)))
			dst += 2
		}
		return
	}
	for end := dst + n; dst < end; dst++ {
		h.SetU8(dst, uint8(h.U16(src)))
		src += 2
	}
}

// IsLatin1 reports whether every unit of a view is below 0x100.
func (h *Heap) IsLatin1(v StrView) bool {
	if !v.Wide {
		return true
	}
	off, end := v.Off, v.Off+2*v.Len
	if unaligned || off&7 == 0 {
		for ; end-off >= 8; off += 8 {
			if h.U64(off)&0xFF00FF00FF00FF00 != 0 {
				return false
			}
		}
	}
	for ; off < end; off += 2 {
		if h.U16(off) > 0xFF {
			return false
		}
	}
	return true
}

// FromView makes a flat string with the units of a view, narrow where they
// allow it. 0 means out of memory.
func (h *Heap) FromView(v StrView) uint32 {
	if v.Len <= 1 {
		if v.Len == 0 {
			return h.EmptyString()
		}
		return h.Char(uint16(h.Unit(v, 0)))
	}
	wide := !h.IsLatin1(v)
	s := h.NewFlat(wide, v.Len)
	if s != 0 {
		h.CopyUnits(s+OffChars, wide, v)
	}
	return s
}

// Flatten turns a rope into a slice of a new flat string, in place, and so with
// all ropes in it, which makes repeated flattening of growing strings linear.
// It needs no stack: on the way down a rope's hash field holds its parent and
// its left field its first unit, and a right field of 0 says that the right
// half is being copied.
func (h *Heap) Flatten(root uint32) uint32 {
	if h.Kind(root) != KRope {
		return root
	}
	wide := h.Flags(root)&FLatin1 == 0
	total := h.U32(root + OffLength)
	flat := h.forceFlat(wide, total)
	if flat == 0 {
		return root
	}
	h.WorkDone += uint64(total >> 3)
	dst := flat + OffChars
	pos, parent, node := uint32(0), uint32(0), root
	for {
		for h.Kind(node) == KRope {
			left := h.U32(node + OffLeft)
			h.SetU32(node+OffLeft, pos)
			h.SetU32(node+OffStrHash, parent)
			parent, node = node, left
		}
		v := h.View(node)
		if wide {
			h.CopyUnits(dst+2*pos, true, v)
		} else {
			h.CopyUnits(dst+pos, false, v)
		}
		pos += v.Len
		for {
			if right := h.U32(parent + OffRight); right != 0 {
				h.SetU32(parent+OffRight, 0)
				node = right
				break
			}
			done := parent
			parent = h.U32(done + OffStrHash)
			start := h.U32(done + OffLeft)
			h.SetU8(done+OffKind, KSlice)
			h.SetU32(done+OffStrHash, 0)
			h.StoreRef(done+OffBase, flat)
			h.SetU32(done+OffStart, start)
			if done == root {
				h.SetFlag(root, FFlatRef)
				return root
			}
		}
	}
}

// bytesOf views a Go string's bytes.
func bytesOf(s string) []byte {
	if len(s) == 0 {
		return nil
	}
	return unsafe.Slice(*(**byte)(unsafe.Pointer(&s)), len(s))
}
