//firn:core

package strs

import "firn/heap"

// Sets of ASCII characters, one bit each: units 0 to 63 and 64 to 127.
type asciiSet struct{ lo, hi uint64 }

func (s asciiSet) has(c uint32) bool {
	if c < 64 {
		return s.lo>>c&1 != 0
	}
	return c < 128 && s.hi>>(c-64)&1 != 0
}

// Which characters EncodeURI leaves alone and DecodeURI leaves encoded.
const (
	URI       = 0 // encodeURI, decodeURI
	Component = 1 // encodeURIComponent, decodeURIComponent
)

const (
	digits  = 0x3FF << '0'
	letters = 0x3FFFFFF<<1 | 0x3FFFFFF<<33
	// ECMA-262 19.2.6.1, 19.2.6.2: ;/?:@&=+$, and #
	reservedLo = 1<<';' | 1<<'/' | 1<<'?' | 1<<':' | 1<<'&' | 1<<'=' | 1<<'+' | 1<<'$' | 1<<',' | 1<<'#'
	reservedHi = 1 << ('@' - 64)
	// -_.!~*'()
	markLo = 1<<'-' | 1<<'.' | 1<<'!' | 1<<'*' | 1<<'\'' | 1<<'(' | 1<<')'
	markHi = 1<<('_'-64) | 1<<('~'-64)
)

const hexUpper = "0123456789ABCDEF"

// EncodeURI is ECMA-262 19.2.6.5 Encode. Malformed means a lone surrogate.
func EncodeURI(h *heap.Heap, s uint32, mode int) (uint32, heap.Status) {
	keep := asciiSet{digits | markLo, letters | markHi}
	if mode == URI {
		keep = asciiSet{keep.lo | reservedLo, keep.hi | reservedHi}
	}
	v := h.View(s)
	i := uint32(0)
	for i < v.Len && keep.has(h.Unit(v, i)) {
		i++
	}
	h.Charge(uint64(v.Len >> 2))
	if i == v.Len {
		return s, heap.OK
	}
	var b heap.StrBuilder
	b.Start(h, v.Len+16)
	b.AddView(v.Sub(0, i))
	for i < v.Len {
		c := h.Unit(v, i)
		if keep.has(c) {
			b.AddUnit(c)
			i++
			continue
		}
		cp, n := h.CodePoint(v, i)
		i += n
		switch {
		case cp < 0x80:
			percent(&b, cp)
		case cp < 0x800:
			percent(&b, 0xC0|cp>>6)
			percent(&b, 0x80|cp&0x3F)
		case cp < 0x10000:
			if cp&0xF800 == 0xD800 {
				return 0, heap.Malformed
			}
			percent(&b, 0xE0|cp>>12)
			percent(&b, 0x80|cp>>6&0x3F)
			percent(&b, 0x80|cp&0x3F)
		default:
			percent(&b, 0xF0|cp>>18)
			percent(&b, 0x80|cp>>12&0x3F)
			percent(&b, 0x80|cp>>6&0x3F)
			percent(&b, 0x80|cp&0x3F)
		}
	}
	return b.Finish()
}

func percent(b *heap.StrBuilder, x uint32) {
	b.AddUnit('%')
	b.AddUnit(uint32(hexUpper[x>>4]))
	b.AddUnit(uint32(hexUpper[x&0xF]))
}

// DecodeURI is ECMA-262 19.2.6.6 Decode. Malformed means an escape that is
// incomplete or not UTF-8.
func DecodeURI(h *heap.Heap, s uint32, mode int) (uint32, heap.Status) {
	var keep asciiSet
	if mode == URI {
		keep = asciiSet{reservedLo, reservedHi}
	}
	v := h.View(s)
	i := h.IndexOf(v, h.View(h.Char('%')), 0)
	if i == heap.NotFound {
		return s, heap.OK
	}
	h.Charge(uint64(v.Len >> 2))
	var b heap.StrBuilder
	b.Start(h, v.Len)
	b.AddView(v.Sub(0, i))
	for i < v.Len {
		c := h.Unit(v, i)
		if c != '%' {
			b.AddUnit(c)
			i++
			continue
		}
		start := i
		x := escapedByte(h, v, i)
		if x > 0xFF {
			return 0, heap.Malformed
		}
		i += 3
		if x < 0x80 {
			if keep.has(x) {
				b.AddView(v.Sub(start, i))
			} else {
				b.AddUnit(x)
			}
			continue
		}
		n, cp, least := 0, uint32(0), uint32(0)
		switch {
		case x&0xE0 == 0xC0:
			n, cp, least = 1, x&0x1F, 0x80
		case x&0xF0 == 0xE0:
			n, cp, least = 2, x&0xF, 0x800
		case x&0xF8 == 0xF0:
			n, cp, least = 3, x&7, 0x10000
		default:
			return 0, heap.Malformed
		}
		for ; n > 0; n-- {
			x = escapedByte(h, v, i)
			if x&0xFFFFFFC0 != 0x80 {
				return 0, heap.Malformed
			}
			cp = cp<<6 | x&0x3F
			i += 3
		}
		if cp < least || cp > 0x10FFFF || cp&0xFFFFF800 == 0xD800 {
			return 0, heap.Malformed
		}
		b.AddCodePoint(cp)
	}
	return b.Finish()
}

// escapedByte is the byte that %XX at i stands for, or more than 0xFF.
func escapedByte(h *heap.Heap, v heap.StrView, i uint32) uint32 {
	if i+2 >= v.Len || h.Unit(v, i) != '%' {
		return 0x100
	}
	return hexValue(h.Unit(v, i+1))<<4 | hexValue(h.Unit(v, i+2))
}

// hexValue is the value of a hexadecimal digit, or 0x100.
func hexValue(c uint32) uint32 {
	switch {
	case c-'0' < 10:
		return c - '0'
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return 0x100
}
