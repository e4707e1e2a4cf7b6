package bigmath

// Shl is BigInt::leftShift (ECMA-262 6.1.6.2.9); a negative y shifts right.
func Shl(dst []uint32, x, y Int) (Int, Status) {
	if y.Neg {
		return shiftRight(dst, x, shiftCount(y))
	}
	return shiftLeft(dst, x, shiftCount(y))
}

// Shr is BigInt::signedRightShift (ECMA-262 6.1.6.2.10); it rounds towards -∞.
func Shr(dst []uint32, x, y Int) (Int, Status) {
	if y.Neg {
		return shiftLeft(dst, x, shiftCount(y))
	}
	return shiftRight(dst, x, shiftCount(y))
}

// shiftCount returns |y|, or something above any size.
func shiftCount(y Int) uint64 {
	switch len(y.Mag) {
	case 0:
		return 0
	case 1:
		return uint64(y.Mag[0])
	}
	return 1 << 40
}

func shiftLeft(dst []uint32, x Int, s uint64) (Int, Status) {
	if x.IsZero() {
		return Int{}, OK
	}
	if uint64(x.BitLen())+s > MaxBits {
		return Int{}, TooBig
	}
	words := int(s / 32)
	n := len(x.Mag)
	z := room(dst, n+words+1)
	z[n+words] = shlBits(z[words:n+words], x.Mag, uint(s%32))
	return norm(x.Neg, z), OK
}

func shiftRight(dst []uint32, x Int, s uint64) (Int, Status) {
	if uint64(x.BitLen()) <= s {
		if x.Neg {
			return FromInt64(dst, -1), OK
		}
		return Int{}, OK
	}
	words, b := int(s/32), uint(s%32)
	lost := x.Mag[words]<<(32-b) != 0 && b != 0
	for i := 0; i < words && !lost; i++ {
		lost = x.Mag[i] != 0
	}
	z := room(dst, len(x.Mag)-words+1)
	copy(z, x.Mag[words:])
	shrBits(z, b)
	if x.Neg && lost {
		n := len(z) - 1
		addMag(z, z[:n], oneMag[:])
	}
	return norm(x.Neg, z), OK
}

// twos reads x as words of two's complement, least significant first.
type twos struct {
	x      Int
	borrow uint32 // still to be subtracted from the magnitude of a negative number
}

func twosOf(x Int) twos {
	t := twos{x: x}
	if x.Neg {
		t.borrow = 1
	}
	return t
}

// word returns word i; calls must go up from 0. -m is ^(m-1).
func (t *twos) word(i int) uint32 {
	v := uint32(0)
	if i < len(t.x.Mag) {
		v = t.x.Mag[i]
	}
	if !t.x.Neg {
		return v
	}
	w := v - t.borrow
	if v != 0 {
		t.borrow = 0
	}
	return ^w
}

// fromTwos reads z as two's complement of its whole length, in place.
func fromTwos(z []uint32) Int {
	if len(z) == 0 || z[len(z)-1]>>31 == 0 {
		return norm(false, z)
	}
	negate(z)
	return norm(true, z)
}

// negate replaces z by its two's complement.
func negate(z []uint32) {
	c := uint32(1)
	for i, v := range z {
		z[i] = ^v + c
		if v != 0 {
			c = 0
		}
	}
}

const (
	opAnd = iota
	opOr
	opXor
)

func bitwise(dst []uint32, x, y Int, op int) (Int, Status) {
	n := max(len(x.Mag), len(y.Mag)) + 1
	z := room(dst, n)
	tx, ty := twosOf(x), twosOf(y)
	for i := range z {
		a, b := tx.word(i), ty.word(i)
		switch op {
		case opAnd:
			z[i] = a & b
		case opOr:
			z[i] = a | b
		default:
			z[i] = a ^ b
		}
	}
	r := fromTwos(z)
	if r.BitLen() > MaxBits { // -2^MaxBits, from two numbers within the limit
		return Int{}, TooBig
	}
	return r, OK
}

// And is BigInt::bitwiseAND (ECMA-262 6.1.6.2.20).
func And(dst []uint32, x, y Int) (Int, Status) { return bitwise(dst, x, y, opAnd) }

// Or is BigInt::bitwiseOR (ECMA-262 6.1.6.2.22).
func Or(dst []uint32, x, y Int) (Int, Status) { return bitwise(dst, x, y, opOr) }

// Xor is BigInt::bitwiseXOR (ECMA-262 6.1.6.2.21).
func Xor(dst []uint32, x, y Int) (Int, Status) { return bitwise(dst, x, y, opXor) }

// Not is BigInt::bitwiseNOT (ECMA-262 6.1.6.2.2): -x - 1.
func Not(dst []uint32, x Int) (Int, Status) {
	if x.Neg {
		return norm(false, subMag(room(dst, len(x.Mag)), x.Mag, oneMag[:])), OK
	}
	z, status := Inc(dst, x)
	z.Neg = status == OK
	return z, status
}

// AsUintN is BigInt.asUintN (ECMA-262 21.2.2.2): x modulo 2^n.
func AsUintN(dst []uint32, n uint64, x Int) (Int, Status) {
	if n == 0 || x.IsZero() {
		return Int{}, OK
	}
	if !x.Neg && uint64(x.BitLen()) <= n {
		return copyOf(dst, x), OK
	}
	if n > MaxBits { // of a negative number: n bits long
		return Int{}, TooBig
	}
	return norm(false, lowBits(dst, int(n), x)), OK
}

// lowBits returns x modulo 2^n.
func lowBits(dst []uint32, n int, x Int) []uint32 {
	z := room(dst, (n+31)/32)
	t := twosOf(x)
	for i := range z {
		z[i] = t.word(i)
	}
	if r := uint(n % 32); r != 0 {
		z[len(z)-1] &= 1<<r - 1
	}
	return z
}

// AsIntN is BigInt.asIntN (ECMA-262 21.2.2.1): x modulo 2^n in [-2^(n-1), 2^(n-1)).
func AsIntN(dst []uint32, n uint64, x Int) (Int, Status) {
	if n == 0 || x.IsZero() {
		return Int{}, OK
	}
	if uint64(x.BitLen()) < n {
		return copyOf(dst, x), OK
	}
	// n ≤ the bit length ≤ MaxBits
	z := lowBits(dst, int(n), x)
	s := uint(n-1) % 32
	if z[len(z)-1]>>s&1 == 0 {
		return norm(false, z), OK
	}
	z[len(z)-1] |= ^uint32(0) << s
	return fromTwos(z), OK
}
