package bigmath

import "math/bits"

// addMag sets z = x + y for len(x) ≥ len(y); z has one word more than x and may be x.
func addMag(z, x, y []Word) {
	c := Word(0)
	z = z[:len(x)+1]
	for i, w := range y {
		z[i], c = bits.Add(x[i], w, c)
	}
	for i := len(y); i < len(x); i++ {
		z[i], c = bits.Add(x[i], 0, c)
	}
	z[len(x)] = c
}

// subMag sets z = x - y for x ≥ y; z has the length of x and may be x.
func subMag(z, x, y []Word) {
	c := Word(0)
	z = z[:len(x)]
	for i, w := range y {
		z[i], c = bits.Sub(x[i], w, c)
	}
	for i := len(y); i < len(x); i++ {
		z[i], c = bits.Sub(x[i], 0, c)
	}
}

// bigLinear is the size in words from which math/big adds and subtracts.
const bigLinear = 16

// sum returns x + y, or x - y if minus.
func (a *Arith) sum(x, y Int, minus bool) (Int, Status) {
	yNeg := y.Neg != minus
	if len(y.Mag) == 0 {
		return x, OK
	}
	if len(x.Mag) == 0 {
		return Int{yNeg, y.Mag}, OK
	}
	if x.Neg == yNeg {
		p, q := x.Mag, y.Mag
		if len(p) < len(q) {
			p, q = q, p
		}
		z := room(&a.out, len(p)+1)
		if len(q) < bigLinear {
			addMag(z, p, q)
		} else {
			set(&a.z, z[:0]).Add(set(&a.x, p), set(&a.y, q))
			z = a.taken()
		}
		return checked(x.Neg, z)
	}
	c := cmpMag(x.Mag, y.Mag)
	if c == 0 {
		return Int{}, OK
	}
	neg, p, q := x.Neg, x.Mag, y.Mag
	if c < 0 {
		neg, p, q = yNeg, q, p
	}
	z := room(&a.out, len(p))
	if len(q) < bigLinear {
		subMag(z, p, q)
	} else {
		set(&a.z, z[:0]).Sub(set(&a.x, p), set(&a.y, q))
		z = a.taken()
	}
	return norm(neg, z), OK
}

// taken is the result of math/big in a.z; the operands are let go.
func (a *Arith) taken() []Word {
	a.x.SetBits(nil)
	a.y.SetBits(nil)
	return take(&a.z)
}

// Add is BigInt::add (ECMA-262 6.1.6.2.7).
func (a *Arith) Add(x, y Int) (Int, Status) { return a.sum(x, y, false) }

// Sub is BigInt::subtract (ECMA-262 6.1.6.2.8).
func (a *Arith) Sub(x, y Int) (Int, Status) { return a.sum(x, y, true) }

var oneMag = [1]Word{1}

// Inc returns x + 1.
func (a *Arith) Inc(x Int) (Int, Status) { return a.sum(x, Int{Mag: oneMag[:]}, false) }

// Dec returns x - 1.
func (a *Arith) Dec(x Int) (Int, Status) { return a.sum(x, Int{Mag: oneMag[:]}, true) }

// Neg is BigInt::unaryMinus (ECMA-262 6.1.6.2.1).
func Neg(x Int) Int { return Int{!x.Neg && len(x.Mag) > 0, x.Mag} }

// Mul is BigInt::multiply (ECMA-262 6.1.6.2.4).
func (a *Arith) Mul(x, y Int) (Int, Status) {
	if x.IsZero() || y.IsZero() {
		return Int{}, OK
	}
	if x.BitLen()+y.BitLen() > MaxBits+1 {
		return Int{}, TooBig
	}
	return checked(x.Neg != y.Neg, a.mulMag(room(&a.out, len(x.Mag)+len(y.Mag)), x.Mag, y.Mag))
}

// bigMul is the size in words of both operands from which math/big multiplies, bigMulLong that of
// the longer one.
const (
	bigMul     = 8
	bigMulLong = 16
)

// mulMag returns x·y, neither zero, in z, which has the sum of their lengths.
func (a *Arith) mulMag(z, x, y []Word) []Word {
	if len(x) < len(y) {
		x, y = y, x
	}
	if len(y) >= bigMul || len(x) >= bigMulLong {
		p, q := set(&a.x, x), &a.x
		if len(x) != len(y) || &x[0] != &y[0] {
			q = set(&a.y, y)
		}
		set(&a.z, z[:0]).Mul(p, q)
		return a.taken()
	}
	c := Word(0)
	for i, w := range x {
		hi, lo := bits.Mul(y[0], w)
		var carry Word
		z[i], carry = bits.Add(lo, c, 0)
		c = hi + carry
	}
	z[len(x)] = c
	for j := 1; j < len(y); j++ {
		z[j+len(x)] = addMul(z[j:j+len(x)], x, y[j])
	}
	return z
}

// addMul sets z += x·y and returns the word that is carried out.
func addMul(z, x []Word, y Word) (c Word) {
	z = z[:len(x)]
	for i, w := range x {
		hi, lo := bits.Mul(w, y)
		var carry Word
		lo, carry = bits.Add(lo, z[i], 0)
		hi += carry
		z[i], carry = bits.Add(lo, c, 0)
		c = hi + carry
	}
	return c
}

// subMul sets z -= x·y and returns what is borrowed.
func subMul(z, x []Word, y Word) (c Word) {
	z = z[:len(x)]
	for i, w := range x {
		hi, lo := bits.Mul(w, y)
		var carry Word
		lo, carry = bits.Add(lo, c, 0)
		hi += carry
		z[i], carry = bits.Sub(z[i], lo, 0)
		c = hi + carry
	}
	return c
}

// Quo is BigInt::divide (ECMA-262 6.1.6.2.5), truncated towards zero.
func (a *Arith) Quo(x, y Int) (Int, Status) {
	if y.IsZero() {
		return Int{}, DivideByZero
	}
	if cmpMag(x.Mag, y.Mag) < 0 {
		return Int{}, OK
	}
	q, _ := a.divMag(x.Mag, y.Mag)
	return norm(x.Neg != y.Neg, q), OK
}

// Rem is BigInt::remainder (ECMA-262 6.1.6.2.6); the sign is that of x.
func (a *Arith) Rem(x, y Int) (Int, Status) {
	if y.IsZero() {
		return Int{}, DivideByZero
	}
	if cmpMag(x.Mag, y.Mag) < 0 {
		return x, OK
	}
	_, r := a.divMag(x.Mag, y.Mag)
	return norm(x.Neg, r), OK
}

// Sizes in words from which math/big divides: of a divisor of one word the dividend, else the
// divisor.
const (
	bigDivWord = 24
	bigDiv     = 40
)

// divMag returns the quotient and the remainder of x by y, x ≥ y. (Knuth, The Art of Computer
// Programming, volume 2, 4.3.1, algorithm D.)
func (a *Arith) divMag(x, y []Word) (q, r []Word) {
	n := len(y)
	q = room(&a.out, len(x)-n+1)
	if n >= bigDiv || n == 1 && len(x) >= bigDivWord {
		set(&a.z, q[:0]).QuoRem(set(&a.x, x), set(&a.y, y), set(&a.r, room(&a.u, len(x)+1)[:0]))
		r = take(&a.r)
		return a.taken(), r
	}
	if n == 1 {
		r = room(&a.u, 1)
		r[0] = divWord(q, x, y[0])
		return q, r
	}
	s := uint(bits.LeadingZeros(y[n-1]))
	v, u := room(&a.v, n), room(&a.u, len(x)+1)
	shlBits(v, y, s)
	u[len(x)] = shlBits(u[:len(x)], x, s)
	vh, vl := v[n-1], v[n-2]
	for j := len(x) - n; j >= 0; j-- {
		top := u[j+n]
		qh := ^Word(0) // at most one too many if top = vh
		if top < vh {
			var rh, carry Word
			qh, rh = bits.Div(top, u[j+n-1], vh)
			hi, lo := bits.Mul(qh, vl)
			for hi > rh || hi == rh && lo > u[j+n-2] {
				qh--
				if rh, carry = bits.Add(rh, vh, 0); carry != 0 {
					break
				}
				lo, carry = bits.Sub(lo, vl, 0)
				hi -= carry
			}
		}
		if subMul(u[j:j+n], v, qh) > top { // one too many: add back
			qh--
			c := Word(0)
			for i, w := range v {
				u[j+i], c = bits.Add(u[j+i], w, c)
			}
		}
		q[j] = qh
	}
	shrBits(u[:n], u[:n], s)
	return q, u[:n]
}

// divWord sets q = ⌊x/d⌋ and returns the remainder; q may be x.
func divWord(q, x []Word, d Word) (r Word) {
	q = q[:len(x)]
	for i := len(x) - 1; i >= 0; i-- {
		q[i], r = bits.Div(r, x[i], d)
	}
	return r
}

// shlBits sets z = x·2^s for s < wordBits and returns the word that falls out.
func shlBits(z, x []Word, s uint) (c Word) {
	z = z[:len(x)]
	if s == 0 {
		copy(z, x)
		return 0
	}
	for i, w := range x {
		z[i] = w<<(s%wordBits) | c
		c = w >> ((wordBits - s) % wordBits)
	}
	return c
}

// shrBits sets z = ⌊x/2^s⌋ for s < wordBits; z may be x or begin below it.
func shrBits(z, x []Word, s uint) {
	z = z[:len(x)]
	if s == 0 || len(x) == 0 {
		copy(z, x)
		return
	}
	w := x[0]
	for i, next := range x[1:] {
		z[i] = w>>(s%wordBits) | next<<((wordBits-s)%wordBits)
		w = next
	}
	z[len(x)-1] = w >> (s % wordBits)
}

// Exp is BigInt::exponentiate (ECMA-262 6.1.6.2.3).
func (a *Arith) Exp(x, y Int) (Int, Status) {
	switch {
	case y.Neg:
		return Int{}, NegativeExp
	case y.IsZero():
		return a.FromUint64(1), OK
	case x.IsZero():
		return Int{}, OK
	}
	neg := x.Neg && y.Mag[0]&1 != 0
	n := x.BitLen()
	if n == 1 { // ±1
		z := a.FromUint64(1)
		z.Neg = neg
		return z, OK
	}
	if len(y.Mag) > 1 || y.Mag[0] > MaxBits || uint64(n-1)*uint64(y.Mag[0])+1 > MaxBits {
		return Int{}, TooBig
	}
	e := uint(y.Mag[0])
	if !x.anyBelow(n - 1) { // a power of two
		z, s := a.shiftLeft(Int{Mag: oneMag[:]}, uint64(n-1)*uint64(e))
		z.Neg = neg
		return z, s
	}
	// Left to right, to and fro between two buffers; a size above the limit can
	// only grow, so each squaring checks it.
	r := x.Mag
	from, to := &a.out, &a.u
	for i := bits.Len(e) - 2; i >= 0; i-- {
		if 2*(Int{Mag: r}).BitLen()-1 > MaxBits {
			return Int{}, TooBig
		}
		r = norm(false, a.mulMag(room(to, 2*len(r)), r, r)).Mag
		from, to = to, from
		if e>>uint(i)&1 != 0 {
			r = norm(false, a.mulMag(room(to, len(r)+len(x.Mag)), r, x.Mag)).Mag
			from, to = to, from
		}
	}
	return checked(neg, r)
}
