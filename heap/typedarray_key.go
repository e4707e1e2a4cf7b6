//firn:core

package heap

// typedIndex tells whether a property key is numeric to a typed array, that is
// CanonicalNumericIndexString (ECMA-262 7.1.21) is not undefined, and which
// index it is: NoIndex for numbers that no typed array can have as index (-0,
// fractions, 2^32−1 and above, NaN, infinities).
func (h *Heap) typedIndex(key Value) (i uint32, numeric bool) {
	if key.IsNumber() {
		return key.Index(), true
	}
	if !key.IsString() {
		return 0, false
	}
	return NoIndex, h.isCanonicalNumeric(key.Ref())
}

// isCanonicalNumeric reports whether an atom is "-0" or what ToString makes of
// some number.
func (h *Heap) isCanonicalNumeric(atom uint32) bool {
	if h.U8(atom+OffKind) != KStr1 {
		return false
	}
	n := h.StrLen(atom)
	at := atom + OffChars
	// The longest number has 17 digits, a sign, "0.00000" or "." and "e-308".
	if n == 0 || n > 25 {
		return false
	}
	c := h.U8(at)
	if c == '-' {
		at++
		if n--; n == 0 {
			return false
		}
		if c = h.U8(at); c == '0' && n == 1 {
			return true
		}
	} else if c == 'N' {
		return n == 3 && h.U8(at+1) == 'a' && h.U8(at+2) == 'N'
	}
	if c == 'I' {
		const infinity = "Infinity"
		if n != uint32(len(infinity)) {
			return false
		}
		for i := uint32(0); i < n; i++ {
			if h.U8(at+i) != infinity[i] {
				return false
			}
		}
		return true
	}
	digits, point, ok := h.numericForm(at, n)
	if !ok {
		return false
	}
	// Up to 15 digits always survive the way through a double; from where
	// doubles have fewer, or for more digits, it takes a conversion.
	if digits <= 15 && point > -300 && point < 300 {
		return true
	}
	return digits <= 17 && h.roundTrips(at, n)
}

// numericForm checks the form that Number::toString (ECMA-262 6.1.6.1.20) gives
// to a positive number: significant digits without trailing zeros, in the
// notation that goes with the position of the decimal point. digits is their
// number (k), point the position (n of the specification).
func (h *Heap) numericForm(at, n uint32) (digits uint32, point int32, ok bool) {
	first := h.U8(at)
	if first < '0' || first > '9' {
		return 0, 0, false
	}
	end := at + n
	whole, frac := uint32(0), uint32(0) // digits before and behind the dot
	zeros := uint32(0)                  // behind the dot, before other digits
	trail := uint32(0)                  // zeros at the end of the digits
	dot, seen := false, first != '0'
	pos := at
	for ; pos < end; pos++ {
		c := h.U8(pos)
		if c == '.' {
			if dot || pos == at {
				return 0, 0, false
			}
			dot = true
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		if c == '0' {
			trail++
		} else {
			trail = 0
		}
		if !dot {
			whole++
			continue
		}
		frac++
		if c != '0' {
			seen = true
		} else if !seen {
			zeros++
		}
	}
	if first == '0' && whole > 1 || dot && (frac == 0 || trail > 0) {
		return 0, 0, false
	}
	if pos == end {
		switch {
		case first != '0':
			if !dot {
				return whole - trail, int32(whole), whole <= 21
			}
			return whole + frac, int32(whole), whole <= 21
		case !dot:
			return 1, 1, true // "0"
		}
		return frac - zeros, -int32(zeros), zeros < 6
	}
	// d.ddde±x
	if h.U8(pos) != 'e' || whole != 1 || first == '0' || pos+2 >= end {
		return 0, 0, false
	}
	sign := h.U8(pos + 1)
	if sign != '+' && sign != '-' || h.U8(pos+2) == '0' {
		return 0, 0, false
	}
	e := int32(0)
	for pos += 2; pos < end; pos++ {
		c := h.U8(pos)
		if c < '0' || c > '9' || e > 1000 {
			return 0, 0, false
		}
		e = e*10 + int32(c-'0')
	}
	if sign == '-' {
		return whole + frac, 1 - e, e >= 7
	}
	return whole + frac, 1 + e, e >= 21
}
