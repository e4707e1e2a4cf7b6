//firn:core

package num

// natWords bounds every exact computation of this package: 801 decimal digits scaled by a power
// of five, or the significand of a double times 5^424, stay below 2,700 bits.
const natWords = 96

// nat is a natural number of bounded size: w[:n], least significant word first, no leading zero
// words.
type nat struct {
	n int
	w [natWords]uint32
}

func (x *nat) set(v uint64) {
	x.n = 0
	for v != 0 {
		x.w[x.n] = uint32(v & 0xFFFFFFFF)
		x.n++
		v >>= 32
	}
}

// mulAdd sets x = x·m + a. It reports whether the result fits.
func (x *nat) mulAdd(m, a uint32) bool {
	carry := uint64(a)
	for i := 0; i < x.n; i++ {
		carry += uint64(x.w[i]) * uint64(m)
		x.w[i] = uint32(carry & 0xFFFFFFFF)
		carry >>= 32
	}
	if carry != 0 {
		if x.n == natWords {
			return false
		}
		x.w[x.n] = uint32(carry)
		x.n++
	}
	return true
}

// mulPow5 sets x = x·5^k.
func (x *nat) mulPow5(k int) {
	for ; k >= 13; k -= 13 {
		x.mulAdd(1220703125, 0)
	}
	p := uint32(1)
	for ; k > 0; k-- {
		p *= 5
	}
	x.mulAdd(p, 0)
}

// mulPow10 sets x = x·10^k, for small k.
func (x *nat) mulPow10(k int) {
	for ; k >= 9; k -= 9 {
		x.mulAdd(1000000000, 0)
	}
	p := uint32(1)
	for ; k > 0; k-- {
		p *= 10
	}
	x.mulAdd(p, 0)
}

// divSmall sets x = ⌊x/d⌋ and returns the remainder.
func (x *nat) divSmall(d uint32) uint32 {
	rem := uint64(0)
	for i := x.n - 1; i >= 0; i-- {
		rem = rem<<32 | uint64(x.w[i])
		q := rem / uint64(d)
		x.w[i] = uint32(q)
		rem -= q * uint64(d)
	}
	x.trim()
	return uint32(rem)
}

// divPow10 sets x = ⌊x/10^k⌋.
func (x *nat) divPow10(k int) {
	for ; k >= 9; k -= 9 {
		x.divSmall(1000000000)
	}
	p := uint32(1)
	for ; k > 0; k-- {
		p *= 10
	}
	x.divSmall(p)
}

// shl sets x = x·2^s.
func (x *nat) shl(s int) {
	if x.n == 0 || s == 0 {
		return
	}
	words, bits := s/32, uint(s%32)
	top := x.n + words
	if bits != 0 {
		x.w[top] = 0
	}
	for i := x.n - 1; i >= 0; i-- {
		v := uint64(x.w[i]) << bits
		if bits != 0 {
			x.w[i+words+1] |= uint32(v >> 32)
		}
		x.w[i+words] = uint32(v & 0xFFFFFFFF)
	}
	for i := 0; i < words; i++ {
		x.w[i] = 0
	}
	x.n = top
	if bits != 0 && x.w[top] != 0 {
		x.n++
	}
}

// shr sets x = ⌊x/2^s⌋.
func (x *nat) shr(s int) {
	words, bits := s/32, uint(s%32)
	if words >= x.n {
		x.n = 0
		return
	}
	n := x.n - words
	for i := 0; i < n; i++ {
		v := uint64(x.w[i+words])
		if i+words+1 < x.n {
			v |= uint64(x.w[i+words+1]) << 32
		}
		x.w[i] = uint32(v >> bits & 0xFFFFFFFF)
	}
	x.n = n
	x.trim()
}

func (x *nat) trim() {
	for x.n > 0 && x.w[x.n-1] == 0 {
		x.n--
	}
}

// cmp compares x with y: -1, 0 or 1.
func (x *nat) cmp(y *nat) int {
	if x.n != y.n {
		if x.n < y.n {
			return -1
		}
		return 1
	}
	for i := x.n - 1; i >= 0; i-- {
		if x.w[i] != y.w[i] {
			if x.w[i] < y.w[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func (x *nat) bitLen() int {
	if x.n == 0 {
		return 0
	}
	return 32*x.n + 32 - leadingZeros64(uint64(x.w[x.n-1]))
}

// bit returns bit i of x.
func (x *nat) bit(i int) uint32 {
	if i/32 >= x.n {
		return 0
	}
	return x.w[i/32] >> uint(i%32) & 1
}

// float64 returns x rounded to the nearest double, ties to even; sticky says that x lacks a
// non-zero fraction.
func (x *nat) float64(sticky bool) float64 {
	n := x.bitLen()
	if n > 1024 {
		return Inf(false)
	}
	var v uint64 // the top 64 bits
	if x.n > 0 {
		v = uint64(x.w[x.n-1]) << 32
		if x.n > 1 {
			v |= uint64(x.w[x.n-2])
		}
		if z := uint(n % 32); z != 0 {
			v <<= 32 - z
			if x.n > 2 {
				v |= uint64(x.w[x.n-3]) >> z
			}
		}
	}
	if v == 0 {
		return 0
	}
	if !sticky {
		// Bits below the 64 that v holds.
		for i := 0; 32*i < n-64; i++ {
			w := x.w[i]
			if rest := n - 64 - 32*i; rest < 32 {
				w &= 1<<uint(rest) - 1
			}
			if w != 0 {
				sticky = true
				break
			}
		}
	}
	mant := v >> 11
	low := v & 0x7FF
	if low > 0x400 || low == 0x400 && (sticky || mant&1 != 0) {
		mant++
	}
	// A carry out of the significand moves on into the exponent, at the top to Infinity.
	return Float64frombits(uint64(n+1021)<<52 + mant)
}

// decimal writes x in decimal to buf and returns the length; x is used up. It writes nothing
// for 0.
func (x *nat) decimal(buf []byte) int {
	// Groups of nine digits, least significant first.
	var groups [(natWords*32)/29 + 1]uint32
	g := 0
	for x.n > 0 {
		groups[g] = x.divSmall(1000000000)
		g++
	}
	if g == 0 {
		return 0
	}
	n := FormatUint(uint64(groups[g-1]), buf)
	for i := g - 2; i >= 0; i-- {
		putDigits32(buf[n:], groups[i], 9)
		n += 9
	}
	return n
}
