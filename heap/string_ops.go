//firn:core

package heap

import "unsafe"

// Concat is a + b. Short results are copied, longer ones are ropes.
func (h *Heap) Concat(a, b uint32) (uint32, Status) {
	la, lb := h.U32(a+OffLength), h.U32(b+OffLength)
	if lb == 0 {
		return a, OK
	}
	if la == 0 {
		return b, OK
	}
	n := la + lb
	if n > MaxStringLength {
		return 0, TooLong
	}
	flags := h.Flags(a) & h.Flags(b) & FLatin1
	if n >= MinRope {
		r := h.Alloc(KRope, RopeSize)
		h.SetU8(r+OffFlags, flags)
		h.SetU64(r+OffLength, uint64(n))
		h.SetU32(r+OffLeft, a)
		h.SetU32(r+OffRight, b)
		return r, OK
	}
	wide := flags == 0
	s := h.NewFlat(wide, n)
	h.CopyUnits(s+OffChars, wide, h.View(a))
	if wide {
		h.CopyUnits(s+OffChars+2*la, true, h.View(b))
	} else {
		h.CopyUnits(s+OffChars+la, false, h.View(b))
	}
	return s, OK
}

// Substring is the units [from, to) of a string; from ≤ to ≤ its length.
func (h *Heap) Substring(ref, from, to uint32) uint32 {
	if from == 0 && to == h.U32(ref+OffLength) {
		return ref
	}
	return h.Part(ref, h.View(ref), from, to)
}

// Part is Substring of a string with its view.
func (h *Heap) Part(ref uint32, v StrView, from, to uint32) uint32 {
	if to > v.Len || from >= to {
		return h.EmptyString()
	}
	n := to - from
	if n == v.Len {
		return ref
	}
	if n == 1 && !v.Wide {
		return h.Char(uint16(h.U8(v.Off + from)))
	}
	if n < MinSlice {
		return h.FromView(v.Sub(from, to))
	}
	latin := h.Flags(ref) & FLatin1
	base := ref
	if h.Kind(ref) == KSlice {
		base = h.U32(ref + OffBase)
		from += h.U32(ref + OffStart)
	}
	s := h.Alloc(KSlice, RopeSize)
	h.SetU8(s+OffFlags, latin)
	h.SetU64(s+OffLength, uint64(n))
	h.SetU32(s+OffBase, base)
	h.SetU32(s+OffStart, from)
	return s
}

// Equal reports whether two strings have the same units.
func (h *Heap) Equal(a, b uint32) bool {
	if a == b {
		return true
	}
	n := h.U32(a + OffLength)
	if n != h.U32(b+OffLength) || h.Flags(a)&h.Flags(b)&FAtom != 0 {
		return false // atoms are compared without work wherever it is done
	}
	h.WorkDone += uint64(n >> 6)
	return h.sameUnits(a, b)
}

// sameUnits is Equal for different strings of one length, without the charge.
func (h *Heap) sameUnits(a, b uint32) bool {
	if h.Flags(a)&h.Flags(b)&FAtom != 0 {
		return false
	}
	ha, hb := h.U32(a+OffStrHash), h.U32(b+OffStrHash)
	if ha != hb && ha != 0 && hb != 0 {
		return false
	}
	return h.EqualViews(h.View(a), h.View(b))
}

// EqualViews reports whether two views have the same units.
func (h *Heap) EqualViews(a, b StrView) bool {
	n := a.Len
	if n != b.Len {
		return false
	}
	if a.Wide == b.Wide {
		if a.Wide {
			n *= 2
		}
		return h.equalBytes(a.Off, b.Off, n)
	}
	if a.Wide {
		a, b = b, a
	}
	for i := uint32(0); i < n; i++ {
		if uint16(h.U8(a.Off+i)) != h.U16(b.Off+2*i) {
			return false
		}
	}
	return true
}

// equalBytes compares n bytes by words.
func (h *Heap) equalBytes(a, b, n uint32) bool {
	if unaligned || (a|b)&7 == 0 {
		for ; n >= 8; n -= 8 {
			if h.U64(a) != h.U64(b) {
				return false
			}
			a += 8
			b += 8
		}
	}
	for ; n > 0; n-- {
		if h.U8(a) != h.U8(b) {
			return false
		}
		a++
		b++
	}
	return true
}

// Compare orders two strings by code units (ECMA-262 7.2.12 IsLessThan, step
// 3): negative, 0 or positive.
func (h *Heap) Compare(a, b uint32) int {
	if a == b {
		return 0
	}
	va, vb := h.View(a), h.View(b)
	n := va.Len
	if vb.Len < n {
		n = vb.Len
	}
	i := uint32(0)
	if va.Wide == vb.Wide && (unaligned || (va.Off|vb.Off)&7 == 0) {
		// Skip what is equal by words.
		w := uint32(0)
		if va.Wide {
			w = 1
		}
		for (n-i)<<w >= 8 && h.U64(va.Off+i<<w) == h.U64(vb.Off+i<<w) {
			i += 8 >> w
		}
	}
	for ; i < n; i++ {
		x, y := h.Unit(va, i), h.Unit(vb, i)
		if x != y {
			h.WorkDone += uint64(i >> 6)
			return int(x) - int(y)
		}
	}
	h.WorkDone += uint64(n >> 6)
	if va.Len < vb.Len {
		return -1
	}
	if va.Len > vb.Len {
		return 1
	}
	return 0
}

// Hash is the hash of a string's units, never 0. It is kept in the string. The
// caller charges for it.
func (h *Heap) Hash(ref uint32) uint32 {
	if x := h.U32(ref + OffStrHash); x != 0 {
		return x
	}
	x := h.HashView(h.View(ref))
	if ref >= h.firn && h.Kind(ref) != KRope {
		h.SetU32(ref+OffStrHash, x)
	}
	return x
}

const (
	HashMul  = 0x9E3779B97F4A7C15
	HashEnd  = 0xBF58476D1CE4E5B9
	hashWide = 0xD6E8FEB86659FD93
)

// HashView is the hash of a view's units. Content that fits Latin-1 is hashed
// as bytes whatever its form, eight a step; other content as 16-bit units.
func (h *Heap) HashView(v StrView) uint32 {
	if !v.Wide {
		return hashBytes(unsafe.Add(h.base, uintptr(v.Off)), v.Len)
	}
	if !h.IsLatin1(v) {
		return hashEnd(hashMem(unsafe.Add(h.base, uintptr(v.Off)), 2*v.Len, uint64(v.Len)^hashWide))
	}
	x := uint64(v.Len)
	i := uint32(0)
	for v.Len-i >= 8 {
		var w uint64
		for j := uint32(0); j < 8; j++ {
			w |= uint64(h.U16(v.Off+2*(i+j))) << (8 * j)
		}
		x = hashStep(x, w)
		i += 8
	}
	if i < v.Len {
		var w uint64
		for j := uint32(0); i+j < v.Len; j++ {
			w |= uint64(h.U16(v.Off+2*(i+j))) << (8 * j)
		}
		x = hashStep(x, w)
	}
	return hashEnd(x)
}

// hashBytes is the hash of a Latin-1 string.
func hashBytes(p unsafe.Pointer, n uint32) uint32 { return hashEnd(hashMem(p, n, uint64(n))) }

func hashStep(x, w uint64) uint64 {
	x = (x ^ w) * HashMul
	return x ^ x>>32
}

func hashEnd(x uint64) uint32 {
	x = (x ^ x>>29) * HashEnd
	x ^= x >> 32
	if uint32(x) == 0 {
		return 1
	}
	return uint32(x)
}

// hashMem hashes n bytes as little-endian words, the last one padded with
// zeros.
func hashMem(p unsafe.Pointer, n uint32, x uint64) uint64 {
	// The address is formed for each load: p may be Go memory, where a pointer
	// to its end is not allowed.
	i := uint32(0)
	if unaligned || uintptr(p)&7 == 0 {
		for ; n-i >= 8; i += 8 {
			x = hashStep(x, *(*uint64)(unsafe.Add(p, uintptr(i))))
		}
	} else {
		for ; n-i >= 8; i += 8 {
			x = hashStep(x, tailWord(unsafe.Add(p, uintptr(i)), 8))
		}
	}
	if i < n {
		x = hashStep(x, tailWord(unsafe.Add(p, uintptr(i)), n-i))
	}
	return x
}

// tailWord loads n ≤ 8 bytes.
func tailWord(p unsafe.Pointer, n uint32) uint64 {
	var w uint64
	for i := uint32(0); i < n; i++ {
		w |= uint64(*(*uint8)(unsafe.Add(p, uintptr(i)))) << (8 * i)
	}
	return w
}
