//firn:core

package num

const (
	// MaxDecimalLen is the buffer size that NumberToString needs for radix 10.
	MaxDecimalLen = 32
	// MaxRadixLen is the buffer size that NumberToString needs for any other radix.
	MaxRadixLen = 1104
)

const digitPairs = "" +
	"0001020304050607080910111213141516171819" +
	"2021222324252627282930313233343536373839" +
	"4041424344454647484950515253545556575859" +
	"6061626364656667686970717273747576777879" +
	"8081828384858687888990919293949596979899"

const digitChars = "0123456789abcdefghijklmnopqrstuvwxyz"

// copyString copies s to the front of buf and returns its length.
func copyString(buf []byte, s string) int {
	for i := 0; i < len(s); i++ {
		buf[i] = s[i]
	}
	return len(s)
}

// decimalLen returns the number of decimal digits of v, 1 for 0.
func decimalLen(v uint64) int {
	n := 1
	for v >= 10000 {
		v /= 10000
		n += 4
	}
	if v >= 1000 {
		return n + 3
	}
	if v >= 100 {
		return n + 2
	}
	if v >= 10 {
		return n + 1
	}
	return n
}

// putDigits writes v as exactly n decimal digits to buf[:n].
func putDigits(buf []byte, v uint64, n int) {
	for v > 0xFFFFFFFF && n >= 8 {
		q := v / 100000000
		putDigits32(buf[n-8:], uint32(v-q*100000000), 8)
		v = q
		n -= 8
	}
	if v > 0xFFFFFFFF {
		// Unreachable when n covers v; keeps the narrowing below exact in any case.
		v &= 0xFFFFFFFF
	}
	putDigits32(buf, uint32(v), n)
}

func putDigits32(buf []byte, v uint32, n int) {
	for n >= 2 {
		q := v / 100
		r := (v - q*100) * 2
		buf[n-1] = digitPairs[r+1]
		buf[n-2] = digitPairs[r]
		v = q
		n -= 2
	}
	if n > 0 {
		buf[0] = byte('0' + v%10)
	}
}

// FormatUint writes v in decimal to buf (at most 20 bytes) and returns the length.
func FormatUint(v uint64, buf []byte) int {
	n := decimalLen(v)
	putDigits(buf, v, n)
	return n
}

// FormatInt32 writes v in decimal to buf (at most 11 bytes) and returns the length.
func FormatInt32(v int32, buf []byte) int {
	if v < 0 {
		buf[0] = '-'
		return 1 + FormatUint(uint64(-int64(v)), buf[1:])
	}
	return FormatUint(uint64(v), buf)
}

// NumberToString writes Number::toString(f, radix) (ECMA-262 6.1.6.1.20) to buf and returns its
// length. radix lies in [2, 36]; buf holds MaxDecimalLen bytes for radix 10 and MaxRadixLen
// bytes for others. The digits for radices other than 10, which the specification leaves to the
// implementation, are those of V8.
func NumberToString(f float64, radix int, buf []byte) int {
	if f != f {
		return copyString(buf, "NaN")
	}
	if f == 0 {
		buf[0] = '0'
		return 1
	}
	n := 0
	if f < 0 {
		f = -f
		buf[0] = '-'
		n = 1
	}
	if Float64bits(f) == bitsInf {
		return n + copyString(buf[n:], "Infinity")
	}
	if radix != 10 {
		return n + formatRadix(f, radix, buf[n:])
	}
	if f < 4294967296 {
		if i := uint64(f); float64(i) == f {
			return n + FormatUint(i, buf[n:])
		}
	}
	d, k := ShortestDecimal(f)
	return n + layout(d, k, buf[n:])
}

// layout writes d·10^k in the form that steps 6 to 11 of Number::toString choose.
func layout(d uint64, k int32, buf []byte) int {
	digits := decimalLen(d)
	point := digits + int(k) // the specification's n
	if k >= 0 && point <= 21 {
		putDigits(buf, d, digits)
		for i := digits; i < point; i++ {
			buf[i] = '0'
		}
		return point
	}
	d, digits = stripZeros(d, digits)
	switch {
	case 0 < point && point <= 21:
		if point >= digits {
			putDigits(buf, d, digits)
			for i := digits; i < point; i++ {
				buf[i] = '0'
			}
			return point
		}
		putDigits(buf[1:], d, digits)
		for i := 0; i < point; i++ {
			buf[i] = buf[i+1]
		}
		buf[point] = '.'
		return digits + 1
	case -6 < point && point <= 0:
		buf[0] = '0'
		buf[1] = '.'
		for i := 0; i < -point; i++ {
			buf[2+i] = '0'
		}
		putDigits(buf[2-point:], d, digits)
		return 2 - point + digits
	}
	n := 1
	putDigits(buf[1:], d, digits)
	buf[0] = buf[1]
	if digits > 1 {
		buf[1] = '.'
		n = digits + 1
	}
	return n + putExponent(buf[n:], point-1)
}

// putExponent writes e as "e+1" or "e-1".
func putExponent(buf []byte, e int) int {
	buf[0] = 'e'
	buf[1] = '+'
	if e < 0 {
		buf[1] = '-'
		e = -e
	}
	return 2 + FormatUint(uint64(e), buf[2:])
}

// stripZeros removes trailing decimal zeros of d, which has n digits.
func stripZeros(d uint64, n int) (uint64, int) {
	for d%10 == 0 && n > 1 {
		d /= 10
		n--
	}
	return d, n
}

// formatRadix writes the finite f > 0 in the given radix. It produces as many fraction digits as
// tell f from its neighbours, each computed in float64 arithmetic; every product below is by a
// small integer and used as rounded.
func formatRadix(f float64, radix int, buf []byte) int {
	whole := truncate(f)
	if whole == f && f < 1<<53 {
		return formatUintRadix(uint64(f), uint64(radix), buf)
	}
	r := float64(radix)
	frac := f - whole
	// Half the distance to the next double above f, at least the smallest double.
	delta := float64(0.5 * (Float64frombits(Float64bits(f)+1) - f))
	if smallest := Float64frombits(1); delta < smallest {
		delta = smallest
	}

	// Fraction digits go to the middle of a scratch area; the integer part is written
	// before them once a carry has settled.
	var fd [1088]byte
	n := 0
	if frac >= delta {
		for {
			frac = float64(frac * r)
			delta = float64(delta * r)
			digit := int(frac)
			fd[n] = byte(digit)
			n++
			frac -= float64(digit)
			if frac > 0.5 || frac == 0.5 && digit&1 != 0 {
				if frac+delta > 1 {
					// Round up and propagate the carry.
					for {
						n--
						if n < 0 {
							n = 0
							whole++
							break
						}
						if int(fd[n])+1 < radix {
							fd[n]++
							n++
							break
						}
					}
					break
				}
			}
			if !(frac >= delta) {
				break
			}
		}
	}

	// Integer digits, least significant first. Digits below the precision of the double are
	// zeros.
	var id [1024]byte
	m := 0
	for whole/r >= 1<<53 {
		whole /= r
		id[m] = '0'
		m++
	}
	for {
		rem := remainder(whole, r)
		id[m] = digitChars[int(rem)]
		m++
		whole = (whole - rem) / r
		if !(whole > 0) {
			break
		}
	}
	for i := 0; i < m; i++ {
		buf[i] = id[m-1-i]
	}
	if n == 0 {
		return m
	}
	buf[m] = '.'
	for i := 0; i < n; i++ {
		buf[m+1+i] = digitChars[fd[i]]
	}
	return m + 1 + n
}

// formatUintRadix writes v in the given radix.
func formatUintRadix(v, radix uint64, buf []byte) int {
	n := 1
	for q := v; q >= radix; q /= radix {
		n++
	}
	for i := n - 1; i >= 0; i-- {
		buf[i] = digitChars[v%radix]
		v /= radix
	}
	return n
}

// truncate returns the integral part of the finite f ≥ 0.
func truncate(f float64) float64 {
	b := Float64bits(f)
	e := int(b>>52) - 1023
	if e < 0 {
		return 0
	}
	if e >= 52 {
		return f
	}
	return Float64frombits(b &^ (mantMask >> uint(e)))
}

// remainder returns w mod r for 0 ≤ w < 2^59 and a small integer r. w need not be integral: a
// division in formatRadix may leave a fraction, which belongs to the remainder.
func remainder(w, r float64) float64 {
	i := truncate(w)
	return float64(uint64(i)%uint64(r)) + (w - i)
}
