//firn:core

package num

const (
	// MaxDigits is the largest fractionDigits of ToFixed and ToExponential and the largest
	// precision of ToPrecision.
	MaxDigits = 100
	// MaxFixedLen is the buffer size that ToFixed, ToExponential and ToPrecision need.
	MaxFixedLen = 136
)

// special writes NaN and the infinities, or just the sign; done says that nothing is left to
// write. -0 has no sign here.
func special(f float64, buf []byte) (x float64, n int, done bool) {
	if f != f {
		return f, copyString(buf, "NaN"), true
	}
	if f < 0 {
		buf[0] = '-'
		n = 1
		f = -f
	}
	if Float64bits(f) == bitsInf {
		return f, n + copyString(buf[n:], "Infinity"), true
	}
	return f, n, false
}

// split returns c and q with f = c·2^q for a finite f ≥ 0.
func split(f float64) (c uint64, q int) {
	b := Float64bits(f)
	c = b & mantMask
	if e := int(b >> 52 & 0x7FF); e != 0 {
		return c | mantHide, e - 1075
	}
	return c, -1074
}

// ToFixed writes Number.prototype.toFixed (ECMA-262 21.1.3.3) of f to buf and returns the
// length. fraction lies in [0, MaxDigits]; buf holds MaxFixedLen bytes.
func ToFixed(f float64, fraction int, buf []byte) int {
	x, n, done := special(f, buf)
	if done {
		return n
	}
	if x >= 1e21 {
		return NumberToString(f, 10, buf)
	}
	// Let n be an integer for which n/10^f - x is as close to zero as possible. If there are
	// two such n, pick the larger.
	var v nat
	c, q := split(x)
	v.set(c)
	v.mulPow10(fraction)
	if q >= 0 {
		v.shl(q)
	} else {
		half := v.bit(-q - 1)
		v.shr(-q)
		if half != 0 {
			v.increment()
		}
	}
	var digits [160]byte
	m := v.decimal(digits[:])
	// At least one digit stands before the point.
	for i := 0; i < fraction+1-m; i++ {
		buf[n] = '0'
		n++
		if i == 0 && fraction > 0 {
			buf[n] = '.'
			n++
		}
	}
	for i := 0; i < m; i++ {
		if m-i == fraction && m > fraction {
			buf[n] = '.'
			n++
		}
		buf[n] = digits[i]
		n++
	}
	return n
}

// increment adds one to x.
func (x *nat) increment() {
	for i := 0; i < x.n; i++ {
		x.w[i]++
		if x.w[i] != 0 {
			return
		}
	}
	x.w[x.n] = 1
	x.n++
}

// exactDigits writes to digits the p digits of the integer n and returns the e for which
// 10^(p-1) ≤ n < 10^p and n·10^(e-p+1) is as close to x as possible, the larger n of two.
// x is finite and positive, 1 ≤ p ≤ MaxDigits+1.
func exactDigits(x float64, p int, digits []byte) int {
	c, q := split(x)
	// ⌊log10 x⌋ or one less, from the position of the leading bit.
	lead := 63 - leadingZeros64(c) + q
	e := int(int32(lead) * 1262611 >> 22)
	var v nat
	var m int
	for {
		// One digit more than wanted, truncated: rounding half up needs only that digit.
		s := p - e // x·10^s has p+1 digits before the point
		v.set(c)
		if s >= 0 {
			v.mulPow5(s)
			if q+s >= 0 {
				v.shl(q + s)
			} else {
				v.shr(-q - s)
			}
		} else {
			if q >= 0 {
				v.shl(q)
				v.divPow10(-s)
			} else {
				// ⌊⌊c·2^q⌋/10^-s⌋ = ⌊c·2^q/10^-s⌋
				v.shr(-q)
				v.divPow10(-s)
			}
		}
		m = v.decimal(digits)
		if m <= p+1 {
			break
		}
		e++
	}
	up := digits[p] >= '5'
	if up {
		i := p - 1
		for i >= 0 && digits[i] == '9' {
			digits[i] = '0'
			i--
		}
		if i < 0 {
			digits[0] = '1' // 99…9 became 100…0
			e++
		} else {
			digits[i]++
		}
	}
	return e
}

// ToExponential writes Number.prototype.toExponential (ECMA-262 21.1.3.2) of f to buf and
// returns the length. fraction lies in [0, MaxDigits], or is negative for undefined: as many
// digits as necessary. buf holds MaxFixedLen bytes.
func ToExponential(f float64, fraction int, buf []byte) int {
	x, n, done := special(f, buf)
	if done {
		return n
	}
	var digits [128]byte
	e, m := 0, fraction+1
	switch {
	case x == 0:
		if fraction < 0 {
			m = 1
		}
		for i := 0; i < m; i++ {
			digits[i] = '0'
		}
	case fraction < 0:
		d, k := ShortestDecimal(x)
		l := decimalLen(d)
		e = l + int(k) - 1
		d, m = stripZeros(d, l)
		putDigits(digits[:], d, m)
	default:
		e = exactDigits(x, m, digits[:])
	}
	return n + putScientific(buf[n:], digits[:], m, e)
}

// putScientific writes d.ddd e±x.
func putScientific(buf, digits []byte, m, e int) int {
	buf[0] = digits[0]
	n := 1
	if m > 1 {
		buf[1] = '.'
		for i := 1; i < m; i++ {
			buf[1+i] = digits[i]
		}
		n = m + 1
	}
	return n + putExponent(buf[n:], e)
}

// ToPrecision writes Number.prototype.toPrecision (ECMA-262 21.1.3.5) of f to buf and returns
// the length. precision lies in [1, MaxDigits]; buf holds MaxFixedLen bytes.
func ToPrecision(f float64, precision int, buf []byte) int {
	x, n, done := special(f, buf)
	if done {
		return n
	}
	var digits [128]byte
	e := 0
	if x == 0 {
		for i := 0; i < precision; i++ {
			digits[i] = '0'
		}
	} else {
		e = exactDigits(x, precision, digits[:])
	}
	if e < -6 || e >= precision {
		return n + putScientific(buf[n:], digits[:], precision, e)
	}
	if e < 0 {
		buf[n] = '0'
		buf[n+1] = '.'
		n += 2
		for i := -1; i > e; i-- {
			buf[n] = '0'
			n++
		}
		for i := 0; i < precision; i++ {
			buf[n] = digits[i]
			n++
		}
		return n
	}
	for i := 0; i < precision; i++ {
		if i == e+1 {
			buf[n] = '.'
			n++
		}
		buf[n] = digits[i]
		n++
	}
	return n
}
