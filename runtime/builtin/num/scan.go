//firn:core

package num

// zz_scan16.go is this file over []uint16, written by _gen.

// skipSpaceLatin1 returns the first index from i on that holds no white space.
func skipSpaceLatin1(s []byte, i int) int {
	for i < len(s) && isSpace(uint32(s[i])) {
		i++
	}
	return i
}

// trimEndLatin1 returns s without trailing white space.
func trimEndLatin1(s []byte) []byte {
	n := len(s)
	for n > 0 && isSpace(uint32(s[n-1])) {
		n--
	}
	return s[:n]
}

// hasInfinityLatin1 reports whether s has "Infinity" at i.
func hasInfinityLatin1(s []byte, i int) bool {
	const word = "Infinity"
	if len(s)-i < len(word) {
		return false
	}
	for j := 0; j < len(word); j++ {
		if uint32(s[i+j]) != uint32(word[j]) {
			return false
		}
	}
	return true
}

// scanDecimalLatin1 reads the longest StrUnsignedDecimalLiteral other than Infinity at s[i:]
// into d and returns the index after it, or i if there is none.
func scanDecimalLatin1(s []byte, i int, d *decimal) int {
	d.start = i
	w := uint64(0)
	exp := int64(0)
	n := 0 // significant digits in w
	seen, inFraction, truncated := false, false, false
	j := i
	for ; j < len(s); j++ {
		c := uint32(s[j]) - '0'
		if c > 9 {
			if s[j] != '.' || inFraction {
				break
			}
			inFraction = true
			continue
		}
		seen = true
		if n < 19 {
			w = w*10 + uint64(c)
			if w != 0 {
				n++
			}
			if inFraction {
				exp--
			}
			continue
		}
		if c != 0 {
			truncated = true
		}
		if !inFraction {
			exp++
		}
	}
	if !seen {
		return i
	}
	d.end = j
	d.explicit = 0
	if j < len(s) && uint32(s[j])|0x20 == 'e' {
		k := j + 1
		neg := false
		if k < len(s) && (s[k] == '+' || s[k] == '-') {
			neg = s[k] == '-'
			k++
		}
		if k < len(s) && uint32(s[k])-'0' <= 9 {
			e := int64(0)
			for ; k < len(s); k++ {
				c := uint32(s[k]) - '0'
				if c > 9 {
					break
				}
				if e < 1<<40 { // beyond what any length of digits can undo
					e = e*10 + int64(c)
				}
			}
			if neg {
				e = -e
			}
			d.explicit = e
			j = k
		}
	}
	d.w = w
	d.exp = exp + d.explicit
	d.truncated = truncated
	return j
}

// decimalValueLatin1 returns the value of d, which was scanned from s.
func decimalValueLatin1(s []byte, d *decimal) float64 {
	b, sure := d.estimate()
	if !sure {
		b = settleLatin1(s, d, b)
	}
	return Float64frombits(b)
}

func settleLatin1(s []byte, d *decimal, b uint64) uint64 {
	var sink digitSink
	sink.init(d.explicit)
	fraction := false
	for i := d.start; i < d.end; i++ {
		if s[i] == '.' {
			fraction = true
			continue
		}
		sink.push(uint32(s[i])-'0', fraction)
	}
	return sink.settle(b)
}

// scanIntegerLatin1 reads the longest run of digits of the radix at s[i:] and returns its value,
// exactly rounded, and the index after it.
func scanIntegerLatin1(s []byte, i int, radix uint32) (float64, int) {
	v := uint64(0)
	for ; i < len(s); i++ {
		c := digitValue(uint32(s[i]))
		if c >= radix {
			return float64(v), i
		}
		if v > (1<<64-36)/36 {
			return scanLongLatin1(s, i, radix, v)
		}
		v = v*uint64(radix) + uint64(c)
	}
	return float64(v), i
}

// scanLongLatin1 continues scanIntegerLatin1 where 64 bits end.
func scanLongLatin1(s []byte, i int, radix uint32, high uint64) (float64, int) {
	var v nat
	v.set(high)
	for ; i < len(s); i++ {
		c := digitValue(uint32(s[i]))
		if c >= radix {
			break
		}
		if v.n <= 33 { // more words only make Infinity larger
			v.mulAdd(radix, c)
		}
	}
	return v.float64(false), i
}

// StringToNumberLatin1 is StringToNumber (ECMA-262 7.1.4.1.1) of Latin-1 text.
func StringToNumberLatin1(s []byte) float64 {
	s = trimEndLatin1(s)
	i := skipSpaceLatin1(s, 0)
	if i == len(s) {
		return 0
	}
	if s[i] == '0' && len(s)-i > 2 {
		radix := uint32(0)
		switch uint32(s[i+1]) | 0x20 {
		case 'x':
			radix = 16
		case 'o':
			radix = 8
		case 'b':
			radix = 2
		}
		if radix != 0 {
			f, end := scanIntegerLatin1(s, i+2, radix)
			if end != len(s) {
				return NaN()
			}
			return f
		}
	}
	f, end := parseFloatLatin1(s, i)
	if end != len(s) {
		return NaN()
	}
	return f
}

// parseFloatLatin1 reads the longest StrDecimalLiteral at s[i:]. Without one it returns NaN
// and i.
func parseFloatLatin1(s []byte, i int) (float64, int) {
	start := i
	neg := false
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		neg = s[i] == '-'
		i++
	}
	var d decimal
	end := scanDecimalLatin1(s, i, &d)
	if end == i {
		if hasInfinityLatin1(s, i) {
			return Inf(neg), i + 8
		}
		return NaN(), start
	}
	return withSign(decimalValueLatin1(s, &d), neg), end
}

// ParseFloatLatin1 is the function parseFloat (ECMA-262 19.2.4) of Latin-1 text.
func ParseFloatLatin1(s []byte) float64 {
	f, _ := parseFloatLatin1(s, skipSpaceLatin1(s, 0))
	return f
}

// ParseIntLatin1 is the function parseInt (ECMA-262 19.2.5) of Latin-1 text, with radix after
// ToInt32. The result is exactly rounded for every radix.
func ParseIntLatin1(s []byte, radix int32) float64 {
	i := skipSpaceLatin1(s, 0)
	neg := false
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		neg = s[i] == '-'
		i++
	}
	if radix != 0 && (radix < 2 || radix > 36) {
		return NaN()
	}
	if radix == 0 || radix == 16 {
		if len(s)-i >= 2 && s[i] == '0' && uint32(s[i+1])|0x20 == 'x' {
			i += 2
			radix = 16
		} else if radix == 0 {
			radix = 10
		}
	}
	f, end := scanIntegerLatin1(s, i, uint32(radix))
	if end == i {
		return NaN()
	}
	return withSign(f, neg)
}

// ArrayIndexLatin1 reports whether s is the canonical text of an array index (ECMA-262 6.1.7:
// an integer in [0, 2^32-2]) and which.
func ArrayIndexLatin1(s []byte) (uint32, bool) {
	if len(s) == 0 || len(s) > 10 {
		return 0, false
	}
	v := uint64(0)
	for i := 0; i < len(s); i++ {
		c := uint32(s[i]) - '0'
		if c > 9 {
			return 0, false
		}
		v = v*10 + uint64(c)
	}
	if s[0] == '0' && len(s) > 1 || v > MaxArrayIndex {
		return 0, false
	}
	return uint32(v), true
}

// CanonicalNumericIndexLatin1 is CanonicalNumericIndexString (ECMA-262 7.1.21) of Latin-1 text;
// ok is false for undefined. The number is -0 for "-0".
func CanonicalNumericIndexLatin1(s []byte) (f float64, ok bool) {
	if len(s) == 0 || len(s) > MaxDecimalLen {
		return 0, false
	}
	// Most property names are told apart by their first character.
	if c := uint32(s[0]); c-'0' > 9 && c != '-' && c != 'I' && c != 'N' {
		return 0, false
	}
	if len(s) == 2 && s[0] == '-' && s[1] == '0' {
		return Float64frombits(bitsSign), true
	}
	f = StringToNumberLatin1(s)
	var buf [MaxDecimalLen]byte
	if NumberToString(f, 10, buf[:]) != len(s) {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if uint32(buf[i]) != uint32(s[i]) {
			return 0, false
		}
	}
	return f, true
}
