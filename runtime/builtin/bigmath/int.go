package bigmath

import (
	"math"
	"math/big"
	"math/bits"
)

// MaxBits is the largest size of a BigInt's magnitude in bits.
const MaxBits = 1 << 20

// maxWords is MaxBits in words.
const maxWords = MaxBits / 32

// Status says how an operation ended.
type Status uint8

const (
	OK           Status = iota
	TooBig              // RangeError: Maximum BigInt size exceeded
	DivideByZero        // RangeError: Division by zero
	NegativeExp         // RangeError: Exponent must be non-negative
	NotIntegral         // RangeError: the number has a fraction or is not finite
	BadSyntax           // SyntaxError: not a BigInt
)

// String returns the message of the error that s stands for.
func (s Status) String() string {
	switch s {
	case OK:
		return "ok"
	case TooBig:
		return "Maximum BigInt size exceeded"
	case DivideByZero:
		return "Division by zero"
	case NegativeExp:
		return "Exponent must be non-negative"
	case NotIntegral:
		return "The number cannot be converted to a BigInt because it is not an integer"
	}
	return "Cannot convert string to a BigInt"
}

// Int is a BigInt. Mag has no leading (last) zero words; zero is empty and not negative.
type Int struct {
	Neg bool
	Mag []uint32
}

// IsZero reports whether x is 0n.
func (x Int) IsZero() bool { return len(x.Mag) == 0 }

// BitLen returns the number of bits of the magnitude.
func (x Int) BitLen() int {
	if len(x.Mag) == 0 {
		return 0
	}
	return 32*len(x.Mag) - bits.LeadingZeros32(x.Mag[len(x.Mag)-1])
}

// room returns n zeroed words, in dst if it has them.
func room(dst []uint32, n int) []uint32 {
	if cap(dst) < n {
		return make([]uint32, n)
	}
	dst = dst[:n]
	for i := range dst {
		dst[i] = 0
	}
	return dst
}

// norm cuts leading zeros and clears the sign of zero.
func norm(neg bool, mag []uint32) Int {
	n := len(mag)
	for n > 0 && mag[n-1] == 0 {
		n--
	}
	return Int{neg && n > 0, mag[:n]}
}

// checked is norm with the size limit.
func checked(neg bool, mag []uint32) (Int, Status) {
	x := norm(neg, mag)
	if x.BitLen() > MaxBits {
		return Int{}, TooBig
	}
	return x, OK
}

func copyOf(dst []uint32, x Int) Int {
	m := room(dst, len(x.Mag))
	copy(m, x.Mag)
	return Int{x.Neg, m}
}

// FromUint64 returns v.
func FromUint64(dst []uint32, v uint64) Int {
	m := room(dst, 2)
	m[0], m[1] = uint32(v), uint32(v>>32)
	return norm(false, m)
}

// FromInt64 returns v.
func FromInt64(dst []uint32, v int64) Int {
	if v < 0 {
		x := FromUint64(dst, uint64(-v))
		x.Neg = true
		return x
	}
	return FromUint64(dst, uint64(v))
}

// ToUint64 returns x modulo 2^64, as ToBigUint64 (ECMA-262 7.1.16) does; converted to int64 it
// is ToBigInt64.
func ToUint64(x Int) uint64 {
	var v uint64
	if len(x.Mag) > 0 {
		v = uint64(x.Mag[0])
	}
	if len(x.Mag) > 1 {
		v |= uint64(x.Mag[1]) << 32
	}
	if x.Neg {
		return -v
	}
	return v
}

// FromFloat64 is NumberToBigInt (ECMA-262 21.2.1.1.1).
func FromFloat64(dst []uint32, f float64) (Int, Status) {
	if f != math.Trunc(f) || math.IsInf(f, 0) {
		return Int{}, NotIntegral
	}
	if f == 0 {
		return Int{}, OK
	}
	neg := f < 0
	b := math.Float64bits(math.Abs(f))
	m := b&(1<<52-1) | 1<<52
	s := int(b>>52) - 1075
	if s <= 0 {
		x := FromUint64(dst, m>>uint(-s))
		x.Neg = neg
		return x, OK
	}
	w := room(dst, s/32+3)
	sh := uint(s % 32)
	lo := m << sh
	hi := m >> (64 - sh) // 0 for sh = 0
	w[s/32] = uint32(lo)
	w[s/32+1] = uint32(lo >> 32)
	w[s/32+2] = uint32(hi)
	return norm(neg, w), OK
}

// top64 returns the n highest bits of x, n ≤ 64 the smaller of 64 and the bit length, and whether
// any lower bit is set.
func (x Int) top64() (v uint64, sticky bool) {
	n := len(x.Mag)
	if n <= 2 {
		for i := n - 1; i >= 0; i-- {
			v = v<<32 | uint64(x.Mag[i])
		}
		return v, false
	}
	z := uint(bits.LeadingZeros32(x.Mag[n-1]))
	v = (uint64(x.Mag[n-1])<<32|uint64(x.Mag[n-2]))<<z | uint64(x.Mag[n-3])>>(32-z)
	sticky = uint32(uint64(x.Mag[n-3])<<z) != 0
	for i := n - 4; i >= 0 && !sticky; i-- {
		sticky = x.Mag[i] != 0
	}
	return v, sticky
}

// ToFloat64 returns the nearest number, ties to even (ECMA-262 21.2.1.1: Number of a BigInt).
func ToFloat64(x Int) float64 {
	n := x.BitLen()
	v, sticky := x.top64()
	var f float64
	switch {
	case n <= 64:
		f = float64(v)
	case n > 1024:
		f = math.Inf(1)
	default:
		m := v >> 11
		if low := v & 0x7FF; low > 0x400 || low == 0x400 && (sticky || m&1 != 0) {
			m++
		}
		f = math.Float64frombits(uint64(n+1021)<<52 + m)
	}
	if x.Neg {
		return -f
	}
	return f
}

// cmpMag compares magnitudes.
func cmpMag(x, y []uint32) int {
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return 1
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// Cmp compares x with y: -1, 0 or 1.
func Cmp(x, y Int) int {
	if x.Neg != y.Neg {
		if x.Neg {
			return -1
		}
		return 1
	}
	c := cmpMag(x.Mag, y.Mag)
	if x.Neg {
		return -c
	}
	return c
}

// CmpFloat64 compares x with f exactly: -1, 0 or 1. ok is false if f is NaN.
func CmpFloat64(x Int, f float64) (c int, ok bool) {
	if f != f {
		return 0, false
	}
	if x.IsZero() {
		switch {
		case f > 0:
			return -1, true
		case f < 0:
			return 1, true
		}
		return 0, true
	}
	sign := 1
	if x.Neg {
		sign = -1
	}
	if f == 0 || x.Neg != (f < 0) {
		return sign, true
	}
	f = math.Abs(f)
	if math.IsInf(f, 1) {
		return -sign, true
	}
	if f < 1 {
		return sign, true
	}
	b := math.Float64bits(f)
	m := b&(1<<52-1) | 1<<52
	n := x.BitLen()
	if e := int(b>>52) - 1022; n != e { // f has e integral bits
		if n < e {
			return -sign, true
		}
		return sign, true
	}
	v, sticky := x.top64()
	if n < 64 {
		v <<= uint(64 - n)
	}
	if m <<= 11; v != m {
		if v < m {
			return -sign, true
		}
		return sign, true
	}
	// Here n ≥ 53 or the fraction of f is in m already, so only x can have more bits.
	if sticky {
		return sign, true
	}
	return 0, true
}

// toBig converts for math/big.
func toBig(mag []uint32) *big.Int {
	if bits.UintSize == 32 {
		w := make([]big.Word, len(mag))
		for i, v := range mag {
			w[i] = big.Word(v)
		}
		return new(big.Int).SetBits(w)
	}
	w := make([]big.Word, (len(mag)+1)/2)
	for i, v := range mag {
		w[i/2] |= big.Word(uint64(v) << uint(32*(i&1)))
	}
	return new(big.Int).SetBits(w)
}

// fromBig returns the magnitude of b.
func fromBig(dst []uint32, b *big.Int) []uint32 {
	w := b.Bits()
	if bits.UintSize == 32 {
		m := room(dst, len(w))
		for i, v := range w {
			m[i] = uint32(v)
		}
		return m
	}
	m := room(dst, 2*len(w))
	for i, v := range w {
		m[2*i] = uint32(v)
		m[2*i+1] = uint32(uint64(v) >> 32)
	}
	return m
}
