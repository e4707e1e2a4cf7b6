//firn:core

package num

// decimal is a scanned StrUnsignedDecimalLiteral: its value is w·10^exp, or, if truncated, a
// little more, below (w+1)·10^exp.
type decimal struct {
	w         uint64
	exp       int64
	explicit  int64 // the exponent part alone
	truncated bool
	start     int // the digits, with at most one point among them, are text[start:end]
	end       int
}

// DecimalToFloat returns w·10^exp rounded to the nearest double, ties to even.
func DecimalToFloat(w uint64, exp int) float64 {
	d := decimal{w: w, exp: int64(exp)}
	b, sure := d.estimate()
	if !sure {
		var v nat
		v.set(w)
		b = settle(b, &v, exp)
	}
	return Float64frombits(b)
}

// estimate returns the bits of the double nearest to d if it can be sure of them, otherwise the
// bits of a double such that the nearest is this one or the next above.
func (d *decimal) estimate() (b uint64, sure bool) {
	if d.w == 0 {
		return 0, true
	}
	if d.exp < pow10Min {
		return 0, true // below 2^64·10^-344, less than half the smallest double
	}
	if d.exp > 308 {
		return bitsInf, true
	}
	if d.exp == 0 && d.w <= 1<<53 {
		return Float64bits(float64(d.w)), true
	}
	low, high := nearest(d.w, int32(d.exp))
	if d.truncated {
		_, high = nearest(d.w+1, int32(d.exp))
	}
	return low, low == high
}

// nearest returns bounds for the bits of the double nearest to w·10^k, w ≠ 0. They are equal
// except when that product is too close to the middle between two neighbouring doubles to tell.
//
// With P = ⌊w·g/2^64⌋, w normalised to 64 bits and g the 128-bit significand of 10^k, the exact
// product lies strictly within one unit of P. So it rounds as P does unless P itself is a middle.
// (The idea of deciding nearly all cases by one such product is Eisel and Lemire's, "Number
// parsing at a gigabyte per second", 2021.)
func nearest(w uint64, k int32) (low, high uint64) {
	gHi, gLo := pow10(k)
	lz := leadingZeros64(w)
	w <<= uint(lz)
	hi, mid := mul64(w, gHi)
	c, lo := mul64(w, gLo)
	mid += c
	if mid < c {
		hi++
	}
	top := 62 + int(hi>>63) // the leading bit of hi
	biased := int(log2Pow10(k)) + 1 + top - lz + 1023
	if biased >= 2047 {
		return bitsInf, bitsInf
	}
	drop := top - 52 // bits of hi below the significand
	b := uint64(0)
	if biased > 0 {
		b = uint64(biased-1) << 52
	} else {
		drop += 1 - biased
		if drop > 64 {
			return 0, 0
		}
	}
	b += hi >> uint(drop)
	rest := hi & (1<<uint(drop) - 1)
	half := uint64(1) << uint(drop-1)
	if rest != half || mid != 0 {
		if rest >= half {
			b++
		}
		return b, b
	}
	if k < 0 || k > pow10Exact {
		return b, b + 1
	}
	// g is exact, hence so is the product.
	if lo != 0 {
		b++
	} else {
		b += b & 1
	}
	return b, b
}

// settle chooses between the double with bits b and the next one above by comparing v·10^exp
// exactly with the middle between them, ties to even. v is used up.
func settle(b uint64, v *nat, exp int) uint64 {
	c, q := split(Float64frombits(b))
	var m nat
	m.set(2*c + 1)
	q-- // the middle is (2c+1)·2^(q-1)
	if exp >= 0 {
		v.mulPow5(exp)
	} else {
		m.mulPow5(-exp)
	}
	if s := exp - q; s >= 0 {
		v.shl(s)
	} else {
		m.shl(-s)
	}
	switch v.cmp(&m) {
	case -1:
		return b
	case 0:
		return b + b&1
	}
	return b + 1
}

// maxSignificant is how many digits settle looks at. Middles between doubles have at most 768
// significant digits, so beyond that only "more than" matters.
const maxSignificant = 800

// digitSink collects significant digits for settle.
type digitSink struct {
	v      nat
	exp    int64 // the digits so far are v·10^exp
	n      int   // significant digits taken
	chunk  uint32
	scale  uint32
	sticky bool
}

func (s *digitSink) init(exp int64) {
	s.v.n = 0
	s.exp = exp
	s.n = 0
	s.chunk = 0
	s.scale = 1
	s.sticky = false
}

// push takes one more digit, of the fraction part or before it.
func (s *digitSink) push(d uint32, fraction bool) {
	if fraction {
		s.exp--
	}
	if s.n == 0 && d == 0 {
		return
	}
	if s.n >= maxSignificant {
		s.exp++
		if d != 0 {
			s.sticky = true
		}
		return
	}
	s.n++
	s.chunk = s.chunk*10 + d
	s.scale *= 10
	if s.scale == 1000000000 {
		s.v.mulAdd(s.scale, s.chunk)
		s.chunk = 0
		s.scale = 1
	}
}

// settle chooses between the double with bits b and the next one above.
func (s *digitSink) settle(b uint64) uint64 {
	s.v.mulAdd(s.scale, s.chunk)
	if s.sticky {
		s.v.mulAdd(10, 1)
		s.exp--
	}
	return settle(b, &s.v, int(s.exp))
}

// isSpace reports whether c is WhiteSpace or LineTerminator (ECMA-262 12.2, 12.3).
func isSpace(c uint32) bool {
	if c < 0x80 {
		return c == ' ' || c-9 <= 4
	}
	switch c {
	case 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
		return true
	}
	return c-0x2000 <= 10
}

// digitValue returns the value of c as a digit of radix 36, or 99.
func digitValue(c uint32) uint32 {
	if d := c - '0'; d <= 9 {
		return d
	}
	if l := (c | 0x20) - 'a'; l <= 25 && c < 0x80 {
		return l + 10
	}
	return 99
}
