package bigmath

// Shl is BigInt::leftShift (ECMA-262 6.1.6.2.9); a negative y shifts right.
func (a *Arith) Shl(x, y Int) (Int, Status) {
	if y.Neg {
		return a.shiftRight(x, shiftCount(y))
	}
	return a.shiftLeft(x, shiftCount(y))
}

// Shr is BigInt::signedRightShift (ECMA-262 6.1.6.2.10); it rounds towards -∞.
func (a *Arith) Shr(x, y Int) (Int, Status) {
	if y.Neg {
		return a.shiftLeft(x, shiftCount(y))
	}
	return a.shiftRight(x, shiftCount(y))
}

// shiftCount returns |y|, or something above any size.
func shiftCount(y Int) uint64 {
	if y.BitLen() > 32 {
		return 1 << 40
	}
	return y.bits64(0)
}

func (a *Arith) shiftLeft(x Int, s uint64) (Int, Status) {
	if x.IsZero() {
		return Int{}, OK
	}
	if uint64(x.BitLen())+s > MaxBits {
		return Int{}, TooBig
	}
	words, n := int(s/wordBits), len(x.Mag)
	z := room(&a.out, n+words+1)
	for i := range z[:words] {
		z[i] = 0
	}
	z[n+words] = shlBits(z[words:n+words], x.Mag, uint(s%wordBits))
	return norm(x.Neg, z), OK
}

func (a *Arith) shiftRight(x Int, s uint64) (Int, Status) {
	if uint64(x.BitLen()) <= s {
		if x.Neg {
			return a.FromInt64(-1), OK
		}
		return Int{}, OK
	}
	words, n := int(s/wordBits), len(x.Mag)-int(s/wordBits)
	z := room(&a.out, n+1)
	shrBits(z[:n], x.Mag[words:], uint(s%wordBits))
	z[n] = 0
	if x.Neg && x.anyBelow(int(s)) {
		addMag(z, z[:n], oneMag[:])
	}
	return norm(x.Neg, z), OK
}

// twos reads x as words of two's complement, least significant first.
type twos struct {
	x      Int
	borrow Word // still to be subtracted from the magnitude of a negative number
}

func twosOf(x Int) twos {
	t := twos{x: x}
	if x.Neg {
		t.borrow = 1
	}
	return t
}

// word returns word i; calls must go up from 0. -m is ^(m-1).
func (t *twos) word(i int) Word {
	v := Word(0)
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
func fromTwos(z []Word) Int {
	if len(z) == 0 || z[len(z)-1]>>(wordBits-1) == 0 {
		return norm(false, z)
	}
	negate(z)
	return norm(true, z)
}

// negate replaces z by its two's complement.
func negate(z []Word) {
	c := Word(1)
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

func (a *Arith) bitwise(x, y Int, op int) (Int, Status) {
	if len(x.Mag) < len(y.Mag) {
		x, y = y, x
	}
	if !x.Neg && !y.Neg {
		return a.bitwiseMag(x.Mag, y.Mag, op), OK
	}
	z := room(&a.out, len(x.Mag)+1)
	tx, ty := twosOf(x), twosOf(y)
	for i := range z {
		p, q := tx.word(i), ty.word(i)
		switch op {
		case opAnd:
			z[i] = p & q
		case opOr:
			z[i] = p | q
		default:
			z[i] = p ^ q
		}
	}
	r := fromTwos(z)
	if r.BitLen() > MaxBits { // -2^MaxBits, from two numbers within the limit
		return Int{}, TooBig
	}
	return r, OK
}

// bitwiseMag is bitwise of two numbers that are not negative, x at least as long.
func (a *Arith) bitwiseMag(x, y []Word, op int) Int {
	if op == opAnd {
		x = x[:len(y)]
	}
	z := room(&a.out, len(x))
	copy(z[len(y):], x[len(y):])
	for i, w := range y {
		switch op {
		case opAnd:
			z[i] = x[i] & w
		case opOr:
			z[i] = x[i] | w
		default:
			z[i] = x[i] ^ w
		}
	}
	return norm(false, z)
}

// And is BigInt::bitwiseAND (ECMA-262 6.1.6.2.20).
func (a *Arith) And(x, y Int) (Int, Status) { return a.bitwise(x, y, opAnd) }

// Or is BigInt::bitwiseOR (ECMA-262 6.1.6.2.22).
func (a *Arith) Or(x, y Int) (Int, Status) { return a.bitwise(x, y, opOr) }

// Xor is BigInt::bitwiseXOR (ECMA-262 6.1.6.2.21).
func (a *Arith) Xor(x, y Int) (Int, Status) { return a.bitwise(x, y, opXor) }

// Not is BigInt::bitwiseNOT (ECMA-262 6.1.6.2.2): -x - 1.
func (a *Arith) Not(x Int) (Int, Status) {
	z, status := a.Inc(x)
	return Neg(z), status
}

// AsUintN is BigInt.asUintN (ECMA-262 21.2.2.2): x modulo 2^n.
func (a *Arith) AsUintN(n uint64, x Int) (Int, Status) {
	if n == 0 || x.IsZero() {
		return Int{}, OK
	}
	if !x.Neg && uint64(x.BitLen()) <= n {
		return x, OK
	}
	if n > MaxBits { // of a negative number: n bits long
		return Int{}, TooBig
	}
	return norm(false, a.lowBits(int(n), x)), OK
}

// lowBits returns x modulo 2^n.
func (a *Arith) lowBits(n int, x Int) []Word {
	z := room(&a.out, (n+wordBits-1)/wordBits)
	t := twosOf(x)
	for i := range z {
		z[i] = t.word(i)
	}
	if r := uint(n % wordBits); r != 0 {
		z[len(z)-1] &= 1<<r - 1
	}
	return z
}

// AsIntN is BigInt.asIntN (ECMA-262 21.2.2.1): x modulo 2^n in [-2^(n-1), 2^(n-1)).
func (a *Arith) AsIntN(n uint64, x Int) (Int, Status) {
	if n == 0 || x.IsZero() {
		return Int{}, OK
	}
	if uint64(x.BitLen()) < n {
		return x, OK
	}
	// n ≤ the bit length ≤ MaxBits
	z := a.lowBits(int(n), x)
	s := uint(n-1) % wordBits
	if z[len(z)-1]>>s&1 == 0 {
		return norm(false, z), OK
	}
	z[len(z)-1] |= ^Word(0) << s
	return fromTwos(z), OK
}
