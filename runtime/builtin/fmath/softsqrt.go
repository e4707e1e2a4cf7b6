//firn:core

package fmath

// softSqrt computes the square root digit by digit in integers, for targets without a double
// precision unit. sqrt_mcu.go uses it; tests compare it with the hardware everywhere.
func softSqrt(x float64) float64 {
	b := toBits(x)
	if b&^bitsSign == 0 || b == bitsInf || x != x {
		return x
	}
	if b>>63 != 0 {
		return nan()
	}
	e := int32(b >> 52)
	m := b & (1<<52 - 1)
	if e == 0 {
		for m>>52 == 0 {
			m <<= 1
			e--
		}
		e++
	} else {
		m |= 1 << 52
	}
	e -= 1023
	if e&1 != 0 {
		m <<= 1
	}
	m <<= 1
	// The root of a number in [1, 4): one bit of q a step, rest is what remains of m.
	q, twice := uint64(0), uint64(0)
	for r := uint64(1) << 53; r != 0; r >>= 1 {
		if t := twice + r; t <= m {
			twice = t + r
			m -= t
			q += r
		}
		m <<= 1
	}
	if m != 0 { // inexact; a tie is impossible, so the extra bit alone decides
		q += q & 1
	}
	return fromBits(uint64(e>>1+1022)<<52 + q>>1)
}
