//firn:core

package heap

// decodeUTF8 decodes the code point at b[i:] and its length. Surrogates are
// taken as they are (WTF-8); anything else that is not UTF-8 gives U+FFFD for
// each maximal part (as the Encoding Standard does).
func decodeUTF8(b []byte, i int) (cp uint32, n int) {
	c := uint32(b[i])
	if c < 0x80 {
		return c, 1
	}
	lo, hi, more := uint32(0x80), uint32(0xBF), 0
	switch {
	case c < 0xC2:
		return 0xFFFD, 1
	case c < 0xE0:
		more, cp = 1, c&0x1F
	case c < 0xF0:
		more, cp = 2, c&0xF
		if c == 0xE0 {
			lo = 0xA0
		}
	case c < 0xF5:
		more, cp = 3, c&7
		if c == 0xF0 {
			lo = 0x90
		} else if c == 0xF4 {
			hi = 0x8F
		}
	default:
		return 0xFFFD, 1
	}
	for n = 1; n <= more; n++ {
		if i+n >= len(b) {
			return 0xFFFD, n
		}
		d := uint32(b[i+n])
		if d < lo || d > hi {
			return 0xFFFD, n
		}
		cp = cp<<6 | d&0x3F
		lo, hi = 0x80, 0xBF
	}
	return cp, n
}

// NewString makes a string of UTF-8 or WTF-8. What is neither becomes U+FFFD.
// 0 means out of memory or longer than MaxStringLength.
func (h *Heap) NewString(b []byte) uint32 {
	i := 0
	for i < len(b) && b[i] < 0x80 {
		i++
	}
	if i == len(b) {
		return h.NewLatin1(b)
	}
	units, wide := i, false
	for i < len(b) {
		cp, n := decodeUTF8(b, i)
		i += n
		units++
		if cp > 0xFF {
			wide = true
			if cp > 0xFFFF {
				units++
			}
		}
	}
	if units > MaxStringLength {
		return 0
	}
	if units == 1 {
		cp, _ := decodeUTF8(b, 0)
		return h.Char(uint16(cp))
	}
	s := h.NewFlat(wide, uint32(units))
	if s == 0 {
		return 0
	}
	off := s + OffChars
	for i = 0; i < len(b); {
		cp, n := decodeUTF8(b, i)
		i += n
		if !wide {
			h.SetU8(off, uint8(cp))
			off++
			continue
		}
		if cp > 0xFFFF {
			h.SetU16(off, uint16(0xD7C0+cp>>10))
			cp = 0xDC00 + cp&0x3FF
			off += 2
		}
		h.SetU16(off, uint16(cp))
		off += 2
	}
	return s
}

// NewStr is NewString of a Go string.
func (h *Heap) NewStr(s string) uint32 { return h.NewString(bytesOf(s)) }

// UTF8Len is the number of bytes that CopyUTF8 writes (either way).
func (h *Heap) UTF8Len(v StrView) uint64 {
	var n uint64
	if !v.Wide {
		for i := uint32(0); i < v.Len; i++ {
			n += 1 + uint64(h.U8(v.Off+i)>>7)
		}
		return n
	}
	for i := uint32(0); i < v.Len; {
		cp, k := h.CodePoint(v, i)
		i += k
		switch {
		case cp < 0x80:
			n++
		case cp < 0x800:
			n += 2
		case cp < 0x10000:
			n += 3
		default:
			n += 4
		}
	}
	return n
}

// CopyUTF8 writes a view to dst, which must hold UTF8Len bytes. Lone surrogates
// become U+FFFD, or with wtf their three-byte form, which NewString reads back.
func (h *Heap) CopyUTF8(dst []byte, v StrView, wtf bool) {
	j := 0
	if !v.Wide {
		if len(dst) == int(v.Len) {
			copy(dst, h.Bytes(v.Off, v.Len))
			return
		}
		for i := uint32(0); i < v.Len; i++ {
			c := h.U8(v.Off + i)
			if c < 0x80 {
				dst[j] = c
				j++
				continue
			}
			dst[j] = 0xC0 | c>>6
			dst[j+1] = 0x80 | c&0x3F
			j += 2
		}
		return
	}
	for i := uint32(0); i < v.Len; {
		cp, k := h.CodePoint(v, i)
		i += k
		switch {
		case cp < 0x80:
			dst[j] = uint8(cp)
			j++
		case cp < 0x800:
			dst[j] = uint8(0xC0 | cp>>6)
			dst[j+1] = uint8(0x80 | cp&0x3F)
			j += 2
		case cp < 0x10000:
			if cp&0xF800 == 0xD800 && !wtf {
				cp = 0xFFFD
			}
			dst[j] = uint8(0xE0 | cp>>12)
			dst[j+1] = uint8(0x80 | cp>>6&0x3F)
			dst[j+2] = uint8(0x80 | cp&0x3F)
			j += 3
		default:
			dst[j] = uint8(0xF0 | cp>>18)
			dst[j+1] = uint8(0x80 | cp>>12&0x3F)
			dst[j+2] = uint8(0x80 | cp>>6&0x3F)
			dst[j+3] = uint8(0x80 | cp&0x3F)
			j += 4
		}
	}
}
