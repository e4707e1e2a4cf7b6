//firn:core

package num

//go:generate go run ./_gen

// pow10 returns the 128-bit significand g of 10^k: 10^k ≤ g·2^(log2Pow10(k)-127), and the two
// differ by less than one unit of g; they are equal for 0 ≤ k ≤ pow10Exact.
// k must lie in [pow10Min, pow10Max].
func pow10(k int32) (hi, lo uint64) {
	i := int(k-pow10Min) * 16
	return beUint64(pow10Table[i : i+8]), beUint64(pow10Table[i+8 : i+16])
}

// pow10Exact is the largest k for which 5^k fits 128 bits.
const pow10Exact = 55

func beUint64(s string) uint64 {
	_ = s[7]
	return uint64(s[7]) | uint64(s[6])<<8 | uint64(s[5])<<16 | uint64(s[4])<<24 |
		uint64(s[3])<<32 | uint64(s[2])<<40 | uint64(s[1])<<48 | uint64(s[0])<<56
}

// log2Pow10 returns ⌊log2 10^k⌋ for |k| ≤ 1233.
func log2Pow10(k int32) int32 { return (k * 1741647) >> 19 }

// scale returns the upper 64 bits of g·c/2^64 with every lower bit folded into bit 0 ("round to
// odd"), so that comparing results compares the exact products.
func scale(gHi, gLo, c uint64) uint64 {
	x1, _ := mul64(gLo, c)
	y1, y0 := mul64(gHi, c)
	y0 += x1
	if y0 < x1 {
		y1++
	}
	if y0 > 1 {
		y1 |= 1
	}
	return y1
}

// ShortestDecimal returns the decimal d·10^k that has the fewest digits among those that round
// to f and is the closest to f among these (the k, n and s of ECMA-262 6.1.6.1.20 step 5 with
// note 2). f must be finite and positive. d has at most 17 digits; it may end in zeros.
//
// The method is Raffaello Giulietti's Schubfach ("The Schubfach way to render doubles", 2020):
// the rounding interval of f, scaled by one table look-up, holds at most two candidates of the
// larger and two of the smaller spacing.
func ShortestDecimal(f float64) (d uint64, k int32) {
	b := Float64bits(f)
	frac := b & mantMask
	be := int32(b >> 52 & 0x7FF)
	c, q := frac, int32(-1074)
	if be != 0 {
		c |= mantHide
		q = be - 1075
		if q <= 0 && q > -53 && c&(1<<uint(-q)-1) == 0 {
			return c >> uint(-q), 0
		}
	}
	// Bounds of the rounding interval in units of 2^(q-2). At a power of two the lower
	// neighbour is half as far away.
	lowerStep, kBias := uint64(2), int32(0)
	if frac == 0 && be > 1 {
		lowerStep, kBias = 1, 524031
	}
	open := c & 1 // an odd significand excludes both ends of its interval
	k = (q*1262611 - kBias) >> 22
	h := uint(q + log2Pow10(-k) + 1)
	gHi, gLo := pow10(-k)
	lower := scale(gHi, gLo, (4*c-lowerStep)<<h) + open
	v := scale(gHi, gLo, (4*c)<<h)
	upper := scale(gHi, gLo, (4*c+2)<<h) - open

	s := v >> 2
	if s >= 10 {
		t := s / 10
		below := lower <= 40*t
		above := 40*t+40 <= upper
		if below != above {
			if above {
				t++
			}
			return t, k + 1
		}
	}
	below := lower <= 4*s
	above := 4*s+4 <= upper
	if below != above {
		if above {
			s++
		}
		return s, k
	}
	if mid := 4*s + 2; v > mid || v == mid && s&1 != 0 {
		s++
	}
	return s, k
}
