//firn:core

//go:build firn_mcu

package num

// mul64 returns the 128-bit product of x and y.
func mul64(x, y uint64) (hi, lo uint64) {
	const mask = 1<<32 - 1
	x0, x1 := x&mask, x>>32
	y0, y1 := y&mask, y>>32
	p00 := x0 * y0
	t := x1*y0 + p00>>32
	m := t&mask + x0*y1
	return x1*y1 + t>>32 + m>>32, x * y
}

// leadingZeros64 returns the number of leading zero bits of x, 64 for 0.
func leadingZeros64(x uint64) int {
	if x == 0 {
		return 64
	}
	n := 0
	for s := 32; s > 0; s >>= 1 {
		if x>>uint(64-s) == 0 {
			n += s
			x <<= uint(s)
		}
	}
	return n
}
