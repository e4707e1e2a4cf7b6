//firn:core

package strs

import "firn/heap"

// be16 and be24 read the big-endian numbers of the generated tables.
func be16(t string, i int) uint32 { return uint32(t[i])<<8 | uint32(t[i+1]) }
func be24(t string, i int) uint32 {
	return uint32(t[i])<<16 | uint32(t[i+1])<<8 | uint32(t[i+2])
}

// lastRow is the place of the last row of a table whose first field, a number of
// three bytes, is not above cp, or −1.
func lastRow(t string, row int, cp uint32) int {
	lo, hi := 0, len(t)/row
	for lo < hi {
		m := (lo + hi) >> 1
		if be24(t, m*row) <= cp {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return (lo - 1) * row
}

// simpleCase is the simple mapping of a code point by one of the row tables.
func simpleCase(t string, cp uint32) uint32 {
	r := lastRow(t, 10, cp)
	if r < 0 || cp > be24(t, r+3) {
		return cp
	}
	if t[r+6] == 2 && (cp-be24(t, r))&1 != 0 {
		return cp
	}
	return (cp + be24(t, r+7)) & 0xFFFFFF
}

// caseless tells about kana, CJK and Hangul, which need not be looked up.
func caseless(cp uint32) bool {
	return cp-0x2E80 < 0xA640-0x2E80 || cp-0xAC00 < 0xFB00-0xAC00 || cp-0x20000 < 0x20000
}

// ToLowerCodePoint is the simple lower-case mapping (UnicodeData.txt).
func ToLowerCodePoint(cp uint32) uint32 {
	if cp < 0x80 {
		if cp-'A' < 26 {
			return cp + 32
		}
		return cp
	}
	if caseless(cp) {
		return cp
	}
	return simpleCase(lowerRows, cp)
}

// ToUpperCodePoint is the simple upper-case mapping (UnicodeData.txt).
func ToUpperCodePoint(cp uint32) uint32 {
	if cp < 0x80 {
		if cp-'a' < 26 {
			return cp - 32
		}
		return cp
	}
	if caseless(cp) {
		return cp
	}
	return simpleCase(upperRows, cp)
}

// specialUpper is the place in specialUpperRows of a code point that becomes
// more than one, or −1.
func specialUpper(cp uint32) int {
	if cp < 0xDF || cp > 0xFB17 {
		return -1
	}
	lo, hi := 0, len(specialUpperRows)/8
	for lo < hi {
		m := (lo + hi) >> 1
		if be16(specialUpperRows, m*8) < cp {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if r := lo * 8; r < len(specialUpperRows) && be16(specialUpperRows, r) == cp {
		return r
	}
	return -1
}

func inRanges(t string, cp uint32) bool {
	r := lastRow(t, 5, cp)
	return r >= 0 && cp-be24(t, r) < be16(t, r+3)
}

// ToLower is String.prototype.toLowerCase (ECMA-262 22.1.3.28): full mapping,
// the context of the final sigma included, no locale.
func ToLower(h *heap.Heap, s uint32) (uint32, heap.Status) {
	v := h.View(s)
	h.Charge(uint64(v.Len >> 2))
	if !v.Wide {
		i := uint32(0)
		for i < v.Len && latinLower(h.U8(v.Off+i)) == h.U8(v.Off+i) {
			i++
		}
		if i == v.Len {
			return s, heap.OK
		}
		r := h.NewFlat(false, v.Len)
		if r == 0 {
			return 0, heap.NoMemory
		}
		dst := r + heap.OffChars
		h.CopyUnits(dst, false, v.Sub(0, i))
		for ; i < v.Len; i++ {
			h.SetU8(dst+i, latinLower(h.U8(v.Off+i)))
		}
		return r, heap.OK
	}
	i := uint32(0)
	for i < v.Len {
		cp, n := h.CodePoint(v, i)
		if ToLowerCodePoint(cp) != cp {
			break
		}
		i += n
	}
	if i == v.Len {
		return s, heap.OK
	}
	var b heap.StrBuilder
	b.Start(h, v.Len)
	b.AddView(v.Sub(0, i))
	b.Reserve(v.Len-i, true)
	// What is before i is kept along the way and what is after it is looked up once
	// for each run of case-ignorable code points, so that this stays linear.
	f := sigmaContext{h: h, v: v}
	for j := uint32(0); j < i; {
		cp, n := h.CodePoint(v, j)
		j += n
		f.pass(cp)
	}
	for i < v.Len && !b.Failed() {
		cp, n := h.CodePoint(v, i)
		switch {
		case cp == 0x3A3 && f.casedBefore && !f.casedAfter(i+n):
			b.AddUnit(0x3C2)
		case cp == 0x130:
			b.AddUnit('i')
			b.AddUnit(0x307)
		default:
			b.AddCodePoint(ToLowerCodePoint(cp))
		}
		f.pass(cp)
		i += n
	}
	return b.Finish()
}

// latinLower is ToLowerCodePoint below 0x100.
func latinLower(c uint8) uint8 {
	if c-'A' < 26 || c >= 0xC0 && c <= 0xDE && c != 0xD7 {
		return c + 32
	}
	return c
}

// sigmaContext answers Final_Sigma (The Unicode Standard, table 3-17): a cased
// code point and then case-ignorable ones before, no such sequence after. Code
// points that are both cased and case-ignorable (U+0345, modifier letters) are
// passed over, as ICU does and test262 expects.
type sigmaContext struct {
	h           *heap.Heap
	v           heap.StrView
	casedBefore bool
	known       uint32 // up to here casedAfter has looked
	answer      bool   // … and what it found there
}

// pass takes note of a code point that is now before.
func (f *sigmaContext) pass(cp uint32) {
	if cp < 0x80 {
		if lower := cp | 0x20; lower-'a' < 26 {
			f.casedBefore = true
			return
		}
	}
	if !inRanges(ignorableRanges, cp) {
		f.casedBefore = inRanges(casedRanges, cp)
	}
}

// casedAfter reports whether case-ignorable code points and then a cased one are
// at i.
func (f *sigmaContext) casedAfter(i uint32) bool {
	if i < f.known {
		return f.answer
	}
	f.answer = false
	for i < f.v.Len {
		cp, n := f.h.CodePoint(f.v, i)
		if !inRanges(ignorableRanges, cp) {
			f.answer = inRanges(casedRanges, cp)
			break
		}
		i += n
	}
	f.known = i
	return f.answer
}

// ToUpper is String.prototype.toUpperCase (ECMA-262 22.1.3.30): full mapping, no
// locale.
func ToUpper(h *heap.Heap, s uint32) (uint32, heap.Status) {
	v := h.View(s)
	h.Charge(uint64(v.Len >> 2))
	i := uint32(0)
	if !v.Wide {
		for i < v.Len && latinUpper(h.U8(v.Off+i)) == h.U8(v.Off+i) && h.U8(v.Off+i) != 0xDF {
			i++
		}
		if end := latinUpperEnd(h, v, i); i < v.Len && end == v.Len {
			r := h.NewFlat(false, v.Len)
			if r == 0 {
				return 0, heap.NoMemory
			}
			dst := r + heap.OffChars
			h.CopyUnits(dst, false, v.Sub(0, i))
			for ; i < v.Len; i++ {
				h.SetU8(dst+i, latinUpper(h.U8(v.Off+i)))
			}
			return r, heap.OK
		}
	} else {
		for i < v.Len {
			cp, n := h.CodePoint(v, i)
			if ToUpperCodePoint(cp) != cp || specialUpper(cp) >= 0 {
				break
			}
			i += n
		}
	}
	if i == v.Len {
		return s, heap.OK
	}
	var b heap.StrBuilder
	b.Start(h, v.Len)
	b.AddView(v.Sub(0, i))
	b.Reserve(v.Len-i, v.Wide)
	for i < v.Len && !b.Failed() {
		cp, n := h.CodePoint(v, i)
		i += n
		if cp < 0x80 {
			b.AddUnit(ToUpperCodePoint(cp))
			continue
		}
		r := specialUpper(cp)
		if r < 0 {
			b.AddCodePoint(ToUpperCodePoint(cp))
			continue
		}
		for k := 2; k < 8; k += 2 {
			if c := be16(specialUpperRows, r+k); c != 0 {
				b.AddUnit(c)
			}
		}
	}
	return b.Finish()
}

// latinUpperEnd is the position from i on of the first Latin-1 unit whose upper
// case is not one: ß, ÿ, µ; or the view's length.
func latinUpperEnd(h *heap.Heap, v heap.StrView, i uint32) uint32 {
	for i < v.Len {
		if c := h.U8(v.Off + i); c >= 0xB5 && (c == 0xDF || c == 0xFF || c == 0xB5) {
			break
		}
		i++
	}
	return i
}

// latinUpper is ToUpperCodePoint below 0x100; for the two that leave Latin-1 it
// is any other number than c.
func latinUpper(c uint8) uint8 {
	if c-'a' < 26 || c >= 0xE0 && c != 0xF7 || c == 0xB5 {
		return c - 32
	}
	return c
}
