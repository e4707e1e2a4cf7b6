package bigmath

import (
	"math/big"
	"math/bits"
)

// bigThreshold is the size in words of both operands from which math/big multiplies and divides.
const bigThreshold = 48

// addMag sets z = x + y; z has room for one word more than the longer operand and may be x.
func addMag(z, x, y []uint32) []uint32 {
	if len(x) < len(y) {
		x, y = y, x
	}
	z = z[:len(x)+1]
	c := uint64(0)
	for i, v := range x {
		c += uint64(v)
		if i < len(y) {
			c += uint64(y[i])
		}
		z[i] = uint32(c)
		c >>= 32
	}
	z[len(x)] = uint32(c)
	return z
}

// subMag sets z = x - y for x ≥ y; z may be x.
func subMag(z, x, y []uint32) []uint32 {
	z = z[:len(x)]
	c := int64(0)
	for i, v := range x {
		c += int64(v)
		if i < len(y) {
			c -= int64(y[i])
		}
		z[i] = uint32(c)
		c >>= 32
	}
	return z
}

// sum returns x + y, or x - y if minus.
func sum(dst []uint32, x, y Int, minus bool) (Int, Status) {
	yNeg := y.Neg != minus
	if x.Neg == yNeg {
		n := max(len(x.Mag), len(y.Mag))
		return checked(x.Neg, addMag(room(dst, n+1), x.Mag, y.Mag))
	}
	switch cmpMag(x.Mag, y.Mag) {
	case 0:
		return Int{}, OK
	case 1:
		return norm(x.Neg, subMag(room(dst, len(x.Mag)), x.Mag, y.Mag)), OK
	}
	return norm(yNeg, subMag(room(dst, len(y.Mag)), y.Mag, x.Mag)), OK
}

// Add is BigInt::add (ECMA-262 6.1.6.2.7).
func Add(dst []uint32, x, y Int) (Int, Status) { return sum(dst, x, y, false) }

// Sub is BigInt::subtract (ECMA-262 6.1.6.2.8).
func Sub(dst []uint32, x, y Int) (Int, Status) { return sum(dst, x, y, true) }

var oneMag = [1]uint32{1}

// Inc returns x + 1.
func Inc(dst []uint32, x Int) (Int, Status) { return sum(dst, x, Int{Mag: oneMag[:]}, false) }

// Dec returns x - 1.
func Dec(dst []uint32, x Int) (Int, Status) { return sum(dst, x, Int{Mag: oneMag[:]}, true) }

// Neg is BigInt::unaryMinus (ECMA-262 6.1.6.2.1).
func Neg(dst []uint32, x Int) Int {
	z := copyOf(dst, x)
	z.Neg = !x.Neg && len(z.Mag) > 0
	return z
}

// Mul is BigInt::multiply (ECMA-262 6.1.6.2.4).
func Mul(dst []uint32, x, y Int) (Int, Status) {
	if x.IsZero() || y.IsZero() {
		return Int{}, OK
	}
	if x.BitLen()+y.BitLen() > MaxBits+1 {
		return Int{}, TooBig
	}
	neg := x.Neg != y.Neg
	if min(len(x.Mag), len(y.Mag)) >= bigThreshold {
		p := toBig(x.Mag)
		p.Mul(p, toBig(y.Mag))
		return checked(neg, fromBig(dst, p))
	}
	return checked(neg, mulMag(room(dst, len(x.Mag)+len(y.Mag)), x.Mag, y.Mag))
}

// mulMag sets the zeroed z to x·y.
func mulMag(z, x, y []uint32) []uint32 {
	for i, v := range x {
		c := uint64(0)
		for j, w := range y {
			c += uint64(v)*uint64(w) + uint64(z[i+j])
			z[i+j] = uint32(c)
			c >>= 32
		}
		z[i+len(y)] = uint32(c)
	}
	return z
}

// Quo is BigInt::divide (ECMA-262 6.1.6.2.5), truncated towards zero.
func Quo(dst []uint32, x, y Int) (Int, Status) {
	if y.IsZero() {
		return Int{}, DivideByZero
	}
	if cmpMag(x.Mag, y.Mag) < 0 {
		return Int{}, OK
	}
	neg := x.Neg != y.Neg
	if len(y.Mag) == 1 {
		q := room(dst, len(x.Mag))
		copy(q, x.Mag)
		divWord(q, y.Mag[0])
		return norm(neg, q), OK
	}
	if useBig(x, y) {
		q := toBig(x.Mag)
		return norm(neg, fromBig(dst, q.Quo(q, toBig(y.Mag)))), OK
	}
	q := room(dst, len(x.Mag)-len(y.Mag)+1)
	divMag(q, x.Mag, y.Mag)
	return norm(neg, q), OK
}

// Rem is BigInt::remainder (ECMA-262 6.1.6.2.6); the sign is that of x.
func Rem(dst []uint32, x, y Int) (Int, Status) {
	if y.IsZero() {
		return Int{}, DivideByZero
	}
	if cmpMag(x.Mag, y.Mag) < 0 {
		return copyOf(dst, x), OK
	}
	if len(y.Mag) == 1 {
		r := uint64(0)
		for i := len(x.Mag) - 1; i >= 0; i-- {
			r = (r<<32 | uint64(x.Mag[i])) % uint64(y.Mag[0])
		}
		z := FromUint64(dst, r)
		z.Neg = x.Neg && r != 0
		return z, OK
	}
	if useBig(x, y) {
		r := toBig(x.Mag)
		return norm(x.Neg, fromBig(dst, r.Rem(r, toBig(y.Mag)))), OK
	}
	r := divMag(make([]uint32, len(x.Mag)-len(y.Mag)+1), x.Mag, y.Mag)
	z := room(dst, len(r))
	copy(z, r)
	return norm(x.Neg, z), OK
}

func useBig(x, y Int) bool {
	return len(y.Mag) >= bigThreshold && len(x.Mag)-len(y.Mag) >= bigThreshold
}

// divWord sets x = ⌊x/d⌋ and returns the remainder.
func divWord(x []uint32, d uint32) uint32 {
	r := uint64(0)
	for i := len(x) - 1; i >= 0; i-- {
		r = r<<32 | uint64(x[i])
		q := r / uint64(d)
		x[i] = uint32(q)
		r -= q * uint64(d)
	}
	return uint32(r)
}

// divMag sets q to the quotient of x by y and returns the remainder in new memory. y has at least
// two words and x ≥ y; q has len(x)-len(y)+1 words. (Knuth, The Art of Computer Programming,
// volume 2, 4.3.1, algorithm D.)
func divMag(q, x, y []uint32) []uint32 {
	n, m := len(y), len(x)-len(y)
	s := uint(bits.LeadingZeros32(y[n-1]))
	v := make([]uint32, n)
	shlBits(v, y, s)
	u := make([]uint32, len(x)+1)
	u[len(x)] = shlBits(u[:len(x)], x, s)
	for j := m; j >= 0; j-- {
		top := uint64(u[j+n])<<32 | uint64(u[j+n-1])
		qh := top / uint64(v[n-1])
		rh := top - qh*uint64(v[n-1])
		for qh>>32 != 0 || qh*uint64(v[n-2]) > rh<<32|uint64(u[j+n-2]) {
			qh--
			rh += uint64(v[n-1])
			if rh>>32 != 0 {
				break
			}
		}
		var borrow int64
		var carry uint64
		for i := 0; i < n; i++ {
			carry += qh * uint64(v[i])
			t := int64(u[i+j]) - int64(uint32(carry)) + borrow
			u[i+j] = uint32(t)
			borrow = t >> 32
			carry >>= 32
		}
		t := int64(u[j+n]) - int64(carry) + borrow
		u[j+n] = uint32(t)
		if t < 0 { // one too many: add back
			qh--
			c := uint64(0)
			for i := 0; i < n; i++ {
				c += uint64(u[i+j]) + uint64(v[i])
				u[i+j] = uint32(c)
				c >>= 32
			}
			u[j+n] += uint32(c)
		}
		q[j] = uint32(qh)
	}
	shrBits(u, s)
	return u[:n]
}

// shlBits sets z = x·2^s for s < 32 and returns the word that falls out.
func shlBits(z, x []uint32, s uint) uint32 {
	c := uint32(0)
	for i, v := range x {
		z[i] = v<<s | c
		c = uint32(uint64(v) << s >> 32)
	}
	return c
}

// shrBits sets x = ⌊x/2^s⌋ for s < 32.
func shrBits(x []uint32, s uint) {
	for i := range x {
		v := uint64(x[i])
		if i+1 < len(x) {
			v |= uint64(x[i+1]) << 32
		}
		x[i] = uint32(v >> s)
	}
}

// Exp is BigInt::exponentiate (ECMA-262 6.1.6.2.3).
func Exp(dst []uint32, x, y Int) (Int, Status) {
	switch {
	case y.Neg:
		return Int{}, NegativeExp
	case y.IsZero():
		return FromUint64(dst, 1), OK
	case x.IsZero():
		return Int{}, OK
	}
	neg := x.Neg && y.Mag[0]&1 != 0
	n := x.BitLen()
	if n == 1 { // ±1
		z := FromUint64(dst, 1)
		z.Neg = neg
		return z, OK
	}
	if len(y.Mag) > 1 || uint64(n-1)*uint64(y.Mag[0])+1 > MaxBits {
		return Int{}, TooBig
	}
	e := int(y.Mag[0])
	if x.isPowerOfTwo() {
		z, s := shiftLeft(dst, Int{Mag: oneMag[:]}, uint64(n-1)*uint64(e))
		z.Neg = neg
		return z, s
	}
	// Left to right; a size above the limit can only grow, so each step checks it.
	b := toBig(x.Mag)
	r := new(big.Int).Set(b)
	for i := bits.Len(uint(e)) - 2; i >= 0; i-- {
		if 2*r.BitLen()-1 > MaxBits {
			return Int{}, TooBig
		}
		r.Mul(r, r)
		if e>>uint(i)&1 != 0 {
			r.Mul(r, b)
		}
	}
	return checked(neg, fromBig(dst, r))
}

func (x Int) isPowerOfTwo() bool {
	for i, v := range x.Mag {
		if i < len(x.Mag)-1 {
			if v != 0 {
				return false
			}
		} else {
			return v&(v-1) == 0
		}
	}
	return false
}
