//firn:core

package fmath

// Trunc returns x without its fraction; the sign of zero is kept.
func Trunc(x float64) float64 {
	b := toBits(x)
	e := int(b>>52&0x7FF) - 1023
	if e < 0 {
		return fromBits(b & bitsSign)
	}
	if e >= 52 {
		return x
	}
	return fromBits(b &^ (1<<uint(52-e) - 1))
}

// Floor returns the largest integral value that is not above x.
func Floor(x float64) float64 {
	t := Trunc(x)
	if t > x {
		return t - 1
	}
	return t
}

// Ceil returns the least integral value that is not below x; it is -0 in (-1, -0].
func Ceil(x float64) float64 {
	t := Trunc(x)
	if t < x {
		return t + 1
	}
	return t
}

// Round is Math.round (ECMA-262 21.3.2.28): the nearest integral value, halves upwards; -0 in
// [-0.5, -0].
func Round(x float64) float64 {
	t := Trunc(x)
	d := x - t // exact
	if d >= 0.5 {
		return t + 1
	}
	if d < -0.5 {
		return t - 1
	}
	return t
}

// Sign is Math.sign (ECMA-262 21.3.2.29).
func Sign(x float64) float64 {
	if x > 0 {
		return 1
	}
	if x < 0 {
		return -1
	}
	return x
}

// Abs is Math.abs (ECMA-262 21.3.2.1).
func Abs(x float64) float64 { return abs(x) }

// Max2 returns the larger of x and y as Math.max does: NaN wins, +0 is larger than -0.
func Max2(x, y float64) float64 {
	if x > y || x != x {
		return x
	}
	if x == y && toBits(y)>>63 != 0 {
		return x
	}
	return y
}

// Min2 returns the smaller of x and y as Math.min does: NaN wins, -0 is smaller than +0.
func Min2(x, y float64) float64 {
	if x < y || x != x {
		return x
	}
	if x == y && toBits(y)>>63 == 0 {
		return x
	}
	return y
}

// Fround rounds x to float32 (ECMA-262 21.3.2.17).
func Fround(x float64) float64 { return float64(float32(x)) }

// F16round rounds x to float16, ties to even.
func F16round(x float64) float64 { return Float16frombits(Float16bits(x)) }

// Float16bits returns the IEEE 754 binary16 representation of x, rounded once, ties to even.
func Float16bits(x float64) uint16 {
	b := toBits(x)
	sign := uint16(b >> 48 & 0x8000)
	if x != x {
		return 0x7E00
	}
	ax := abs(x)
	if ax >= 65520 {
		return sign | 0x7C00
	}
	if ax < 6.103515625e-05 { // below 2^-14: a multiple of 2^-24, which the sum rounds to
		m := toBits(ax + 402653184.0)
		return sign | uint16(m&0xFFFF)
	}
	b &^= bitsSign
	b += 1<<41 - 1 + b>>42&1
	return sign | uint16((b>>42-(1023-15)<<10)&0xFFFF)
}

// Float16frombits returns the value of the binary16 representation h.
func Float16frombits(h uint16) float64 {
	sign := uint64(h>>15) << 63
	e := uint64(h >> 10 & 0x1F)
	m := uint64(h & 0x3FF)
	switch e {
	case 0:
		f := float64(float64(m) * 5.9604644775390625e-08) // 2^-24, exact
		return fromBits(toBits(f) | sign)
	case 31:
		if m != 0 {
			return nan()
		}
		return fromBits(sign | bitsInf)
	}
	return fromBits(sign | (e+1023-15)<<52 | m<<42)
}

// Clz32 returns the number of leading zero bits of x.
func Clz32(x uint32) int32 {
	if x == 0 {
		return 32
	}
	n := int32(0)
	for s := uint(16); s > 0; s >>= 1 {
		if x>>(32-s) == 0 {
			n += int32(s)
			x <<= s
		}
	}
	return n
}

// Imul returns the low 32 bits of the product.
func Imul(x, y int32) int32 { return x * y }

// Mod is Number::remainder (ECMA-262 6.1.6.1.6): the exact remainder of the division truncated
// towards zero, with the sign of x.
func Mod(x, y float64) float64 {
	bx, by := toBits(x), toBits(y)
	sign := bx & bitsSign
	bx &^= bitsSign
	by &^= bitsSign
	if by == 0 || bx >= bitsInf || by > bitsInf {
		return nan()
	}
	if bx < by {
		return x
	}
	if bx == by {
		return fromBits(sign)
	}
	mx, ex := significand(bx)
	my, ey := significand(by)
	d := ex - ey
	if d <= 11 {
		// One division: mx·2^d fits 64 bits.
		mx = mx << uint(d) % my
	} else {
		mx = mx << 11 % my
		d -= 11
		for d > 11 && mx != 0 {
			mx = mx << 11 % my
			d -= 11
		}
		mx = mx << uint(d) % my
	}
	if mx == 0 {
		return fromBits(sign)
	}
	return fromBits(sign | assemble(mx, ey))
}

// significand returns m and e with value m·2^(e-1075), e ≥ 1.
func significand(b uint64) (m uint64, e int) {
	e = int(b >> 52)
	m = b & (1<<52 - 1)
	if e == 0 {
		return m, 1
	}
	return m | 1<<52, e
}

// assemble is the inverse of significand for 0 < m < 2^53.
func assemble(m uint64, e int) uint64 {
	for m>>52 == 0 && e > 1 {
		m <<= 1
		e--
	}
	if m>>52 == 0 {
		return m
	}
	return uint64(e)<<52 | m&(1<<52-1)
}
