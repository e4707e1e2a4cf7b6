//firn:core

package strs

import "firn/heap"

// IsWhiteSpace reports whether a code unit is WhiteSpace or LineTerminator
// (ECMA-262 12.2, 12.3). All of them are in the BMP.
func IsWhiteSpace(c uint32) bool {
	if c < 0x80 {
		return c == ' ' || c-9 < 5
	}
	switch c {
	case 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
		return true
	}
	return c-0x2000 < 11
}

// Sides of a string that Trim trims.
const (
	TrimStart = 1
	TrimEnd   = 2
)

// Trim is ECMA-262 22.1.3.32.1 TrimString.
func Trim(h *heap.Heap, s uint32, sides int) uint32 {
	v := h.View(s)
	from, to := uint32(0), v.Len
	if sides&TrimStart != 0 {
		for from < to && IsWhiteSpace(h.Unit(v, from)) {
			from++
		}
	}
	if sides&TrimEnd != 0 {
		for to > from && IsWhiteSpace(h.Unit(v, to-1)) {
			to--
		}
	}
	h.Charge(uint64((v.Len - (to - from)) >> 3))
	return h.Substring(s, from, to)
}

// Repeat is s repeated n times (ECMA-262 22.1.3.18).
func Repeat(h *heap.Heap, s uint32, n uint32) (uint32, heap.Status) {
	v := h.View(s)
	if n == 0 || v.Len == 0 {
		return h.EmptyString(), heap.OK
	}
	if n == 1 {
		return s, heap.OK
	}
	total := uint64(v.Len) * uint64(n)
	if total > heap.MaxStringLength {
		return 0, heap.TooLong
	}
	wide := v.Wide && !h.IsLatin1(v)
	r := h.NewFlat(wide, uint32(total))
	if r == 0 {
		return 0, heap.NoMemory
	}
	fillRepeated(h, r+heap.OffChars, wide, v, uint32(total))
	return r, heap.OK
}

// fillRepeated writes total units at dst, v over and over, the last one cut.
func fillRepeated(h *heap.Heap, dst uint32, wide bool, v heap.StrView, total uint32) {
	done := v.Len
	if done > total {
		done = total
	}
	h.CopyUnits(dst, wide, v.Sub(0, done))
	// Then the part that is written doubles.
	out := heap.StrView{Off: dst, Len: total, Wide: wide}
	for done < total {
		n := done
		if n > total-done {
			n = total - done
		}
		h.CopyUnits(out.Sub(done, total).Off, wide, out.Sub(0, n))
		done += n
	}
}

// Pad is ECMA-262 22.1.3.17.1 StringPad; maxLength may be any number of units.
func Pad(h *heap.Heap, s uint32, maxLength uint64, filler uint32, atStart bool) (uint32, heap.Status) {
	n := h.StrLen(s)
	if maxLength <= uint64(n) || h.StrLen(filler) == 0 {
		return s, heap.OK
	}
	if maxLength > heap.MaxStringLength {
		return 0, heap.TooLong
	}
	total := uint32(maxLength)
	v, f := h.View(s), h.View(filler)
	if f.Len > total-n {
		f = f.Sub(0, total-n)
	}
	wide := !h.IsLatin1(v) || !h.IsLatin1(f)
	r := h.NewFlat(wide, total)
	if r == 0 {
		return 0, heap.NoMemory
	}
	out := heap.StrView{Off: r + heap.OffChars, Len: total, Wide: wide}
	if atStart {
		fillRepeated(h, out.Off, wide, f, total-v.Len)
		h.CopyUnits(out.Sub(total-v.Len, total).Off, wide, v)
	} else {
		h.CopyUnits(out.Off, wide, v)
		fillRepeated(h, out.Sub(v.Len, total).Off, wide, f, total-v.Len)
	}
	return r, heap.OK
}

// StartsWith reports whether search occurs in s at position from.
func StartsWith(h *heap.Heap, s, search, from uint32) bool {
	v, w := h.View(s), h.View(search)
	if from > v.Len || w.Len > v.Len-from {
		return false
	}
	h.Charge(uint64(w.Len >> 4))
	return h.EqualViews(v.Sub(from, from+w.Len), w)
}

// EndsWith reports whether search occurs in s just before position end.
func EndsWith(h *heap.Heap, s, search, end uint32) bool {
	v, w := h.View(s), h.View(search)
	if end > v.Len || w.Len > end {
		return false
	}
	h.Charge(uint64(w.Len >> 4))
	return h.EqualViews(v.Sub(end-w.Len, end), w)
}

// IndexOf is the first position ≥ from of search in s, or heap.NotFound
// (ECMA-262 6.1.4.1 StringIndexOf).
func IndexOf(h *heap.Heap, s, search, from uint32) uint32 {
	return h.IndexOf(h.View(s), h.View(search), from)
}

// LastIndexOf is the last position ≤ from of search in s, or heap.NotFound
// (ECMA-262 6.1.4.2 StringLastIndexOf).
func LastIndexOf(h *heap.Heap, s, search, from uint32) uint32 {
	return h.LastIndexOf(h.View(s), h.View(search), from)
}

// firstLone is the position of the first lone surrogate of a view, or its
// length.
func firstLone(h *heap.Heap, v heap.StrView) uint32 {
	if !v.Wide {
		return v.Len
	}
	h.Charge(uint64(v.Len >> 3))
	for i := uint32(0); i < v.Len; {
		cp, n := h.CodePoint(v, i)
		if cp&0xFFFFF800 == 0xD800 {
			return i
		}
		i += n
	}
	return v.Len
}

// IsWellFormed is ECMA-262 7.2.8 IsStringWellFormedUnicode.
func IsWellFormed(h *heap.Heap, s uint32) bool {
	v := h.View(s)
	return firstLone(h, v) == v.Len
}

// ToWellFormed replaces lone surrogates by U+FFFD (ECMA-262 22.1.3.31).
func ToWellFormed(h *heap.Heap, s uint32) (uint32, heap.Status) {
	v := h.View(s)
	i := firstLone(h, v)
	if i == v.Len {
		return s, heap.OK
	}
	r := h.NewFlat(true, v.Len)
	if r == 0 {
		return 0, heap.NoMemory
	}
	h.CopyUnits(r+heap.OffChars, true, v)
	for i < v.Len {
		cp, n := h.CodePoint(v, i)
		if cp&0xFFFFF800 == 0xD800 {
			h.SetU16(r+heap.OffChars+2*i, 0xFFFD)
		}
		i += n
	}
	return r, heap.OK
}

// Split cuts s at the occurrences of separator, into at most limit parts
// (ECMA-262 22.1.3.23, steps 6 to 17). It returns a KElements cell whose first
// count values are the parts; with no parts the cell is 0.
func Split(h *heap.Heap, s, separator, limit uint32) (cell, count uint32, st heap.Status) {
	v, w := h.View(s), h.View(separator)
	if limit == 0 {
		return 0, 0, heap.OK
	}
	if w.Len == 0 {
		return splitUnits(h, v, limit)
	}
	if w.Len == 1 && !v.Wide && !w.Wide {
		return splitAt(h, s, v, h.U8(w.Off), limit)
	}
	// The first pass counts.
	for at := uint32(0); count < limit; count++ {
		i := h.IndexOf(v, w, at)
		if i == heap.NotFound {
			count++
			break
		}
		at = i + w.Len
	}
	cell = newElements(h, count)
	if cell == 0 {
		return 0, 0, heap.NoMemory
	}
	at := uint32(0)
	for k := uint32(0); k < count; k++ {
		end := h.IndexOf(v, w, at)
		if end == heap.NotFound {
			end = v.Len
		}
		h.SetVal(cell+heap.OffValues+8*k, heap.String(h.Substring(s, at, end)))
		at = end + w.Len
	}
	return cell, count, heap.OK
}

// splitAt is Split at a byte; v is the view of s. It charges what two searches for each
// separator do: how many bytes a unit takes does not show on the meter.
func splitAt(h *heap.Heap, s uint32, v heap.StrView, separator uint8, limit uint32) (cell, count uint32, st heap.Status) {
	bytes := h.Bytes(v.Off, v.Len)
	count = 1
	for _, b := range bytes {
		if b == separator {
			count++
		}
	}
	if count > limit {
		count = limit
	}
	if cell = newElements(h, count); cell == 0 {
		return 0, 0, heap.NoMemory
	}
	at, k := uint32(0), uint32(0)
	for i, b := range bytes {
		if b == separator {
			h.SetVal(cell+heap.OffValues+8*k, heap.String(h.Part(s, v, at, uint32(i))))
			h.Charge(2 * uint64((uint32(i)+1-at)>>4))
			at = uint32(i) + 1
			if k++; k == count {
				return cell, count, heap.OK
			}
		}
	}
	h.SetVal(cell+heap.OffValues+8*k, heap.String(h.Part(s, v, at, v.Len)))
	h.Charge(2 * uint64((v.Len-at)>>4))
	return cell, count, heap.OK
}

func splitUnits(h *heap.Heap, v heap.StrView, limit uint32) (cell, count uint32, st heap.Status) {
	count = v.Len
	if count > limit {
		count = limit
	}
	if count == 0 {
		return 0, 0, heap.OK
	}
	// Units above Latin-1 are 24 bytes each.
	if v.Wide && count > 2048 && !h.Room(uint64(count)*32) {
		return 0, 0, heap.NoMemory
	}
	cell = newElements(h, count)
	if cell == 0 {
		return 0, 0, heap.NoMemory
	}
	for k := uint32(0); k < count; k++ {
		h.SetVal(cell+heap.OffValues+8*k, heap.String(h.Char(uint16(h.Unit(v, k)))))
	}
	return cell, count, heap.OK
}

// newElements makes a KElements cell for n values. Parts are at most 32 bytes
// each beyond it, which Room is asked for too. 0 means out of memory.
func newElements(h *heap.Heap, n uint32) uint32 {
	if n > 2048 && !h.Room(uint64(n)*40+heap.OffValues) {
		return 0
	}
	size := heap.OffValues + 8*n
	h.Charge(uint64(n))
	return h.AllocValues(heap.KElements, size, heap.OffValues, heap.Hole)
}
