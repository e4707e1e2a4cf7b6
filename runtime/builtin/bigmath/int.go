package bigmath

import (
	"math"
	"math/big"
	"math/bits"
	"unsafe"
)

// MaxBits is the largest size of a BigInt's magnitude in bits.
const MaxBits = 1 << 20

// Word is a word of a magnitude, as big.Word is.
type Word = uint

const wordBits = bits.UintSize

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
	Mag []Word
}

// Arith does operations in memory that it keeps. A result may lie in that memory or in an
// operand: it is valid until the next operation. Operands must not lie in it.
type Arith struct {
	out  []Word // results
	u, v []Word // scaled operands of a division, powers
	text []byte

	x, y, z, r big.Int // hand words to math/big; empty between operations
}

// keepWords is how much of a buffer is kept from one operation to the next.
const keepWords = 64 << 10 / (wordBits / 8)

// Trim gives back memory that an unusually long operand needed.
func (a *Arith) Trim() {
	if cap(a.out) > keepWords || cap(a.u) > keepWords || cap(a.v) > keepWords || cap(a.text) > keepWords*8 {
		*a = Arith{}
	}
}

// room returns n words with any contents in the memory of *buf.
func room(buf *[]Word, n int) []Word {
	if cap(*buf) < n {
		*buf = make([]Word, n+n/4+8)
	}
	return (*buf)[:n]
}

// set points b to words without copying them; b has their capacity for a result.
func set(b *big.Int, words []Word) *big.Int {
	return b.SetBits(*(*[]big.Word)(unsafe.Pointer(&words)))
}

// take returns the words of b and lets go of them: they may be in a cage, to which nothing may
// point from Go's heap once the machine is closed.
func take(b *big.Int) []Word {
	w := b.Bits()
	b.SetBits(nil)
	return *(*[]Word)(unsafe.Pointer(&w))
}

// IsZero reports whether x is 0n.
func (x Int) IsZero() bool { return len(x.Mag) == 0 }

// BitLen returns the number of bits of the magnitude.
func (x Int) BitLen() int {
	if len(x.Mag) == 0 {
		return 0
	}
	return wordBits*len(x.Mag) - bits.LeadingZeros(x.Mag[len(x.Mag)-1])
}

// Digits is the number of 32-bit digits of the magnitude, the same on every host.
func (x Int) Digits() int { return (x.BitLen() + 31) / 32 }

// bits64 returns 64 bits of the magnitude from bit at on.
func (x Int) bits64(at int) uint64 {
	i, got := at/wordBits, wordBits-at%wordBits
	if i >= len(x.Mag) {
		return 0
	}
	v := uint64(x.Mag[i] >> uint(at%wordBits))
	for i++; got < 64 && i < len(x.Mag); i++ {
		v |= uint64(x.Mag[i]) << uint(got)
		got += wordBits
	}
	return v
}

// anyBelow reports whether a bit of the magnitude below bit at is set.
func (x Int) anyBelow(at int) bool {
	for i, w := range x.Mag {
		if n := at - i*wordBits; n < wordBits {
			return n > 0 && w<<uint(wordBits-n) != 0
		}
		if w != 0 {
			return true
		}
	}
	return false
}

// norm cuts leading zeros and clears the sign of zero.
func norm(neg bool, mag []Word) Int {
	n := len(mag)
	for n > 0 && mag[n-1] == 0 {
		n--
	}
	return Int{neg && n > 0, mag[:n]}
}

// checked is norm with the size limit.
func checked(neg bool, mag []Word) (Int, Status) {
	x := norm(neg, mag)
	if x.BitLen() > MaxBits {
		return Int{}, TooBig
	}
	return x, OK
}

// FromUint64 returns v.
func (a *Arith) FromUint64(v uint64) Int {
	z := room(&a.out, 64/wordBits)
	for i := range z {
		z[i] = Word(v >> uint(i*wordBits))
	}
	return norm(false, z)
}

// FromInt64 returns v.
func (a *Arith) FromInt64(v int64) Int {
	if v < 0 {
		x := a.FromUint64(uint64(-v))
		x.Neg = true
		return x
	}
	return a.FromUint64(uint64(v))
}

// ToUint64 returns x modulo 2^64, as ToBigUint64 (ECMA-262 7.1.16) does; converted to int64 it
// is ToBigInt64.
func ToUint64(x Int) uint64 {
	v := x.bits64(0)
	if x.Neg {
		return -v
	}
	return v
}

// FromFloat64 is NumberToBigInt (ECMA-262 21.2.1.1.1).
func (a *Arith) FromFloat64(f float64) (Int, Status) {
	if f != math.Trunc(f) || math.IsInf(f, 0) {
		return Int{}, NotIntegral
	}
	if f == 0 {
		return Int{}, OK
	}
	b := math.Float64bits(math.Abs(f))
	m := b&(1<<52-1) | 1<<52
	s := int(b>>52) - 1075
	if s <= 0 {
		x := a.FromUint64(m >> uint(-s))
		x.Neg = f < 0
		return x, OK
	}
	var words [64 / wordBits]Word
	for i := range words {
		words[i] = Word(m >> uint(i*wordBits))
	}
	x, st := a.shiftLeft(norm(false, words[:]), uint64(s))
	x.Neg = f < 0
	return x, st
}

// top64 returns the n highest bits of x, n ≤ 64 the smaller of 64 and the bit length, and whether
// any lower bit is set.
func (x Int) top64() (v uint64, sticky bool) {
	n := x.BitLen()
	if n <= 64 {
		return x.bits64(0), false
	}
	return x.bits64(n - 64), x.anyBelow(n - 64)
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
func cmpMag(x, y []Word) int {
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
