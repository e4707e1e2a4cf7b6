package bigmath

import "math/bits"

// The functions here estimate, before an operation is done, how many multiplications or moves of
// 32-bit digits it takes. They depend on the operands alone, never on the host's word size, so
// that metering is the same everywhere; they follow the algorithms in growth, not in constants.

// Sizes in digits from which the estimates are those of subquadratic algorithms.
const (
	workKaratsuba = 48
	workText      = 32
)

// WorkLinear is the cost of add, subtract, compare, shifts and bitwise operations.
func WorkLinear(x, y Int) uint64 { return uint64(max(x.Digits(), y.Digits())) + 1 }

// WorkShift is the cost of Shl and, with the sign of y turned, Shr.
func WorkShift(x, y Int) uint64 {
	w := uint64(x.Digits()) + 1
	if s := shiftCount(y); !y.Neg && s <= MaxBits {
		w += s / 32
	}
	return w
}

// WorkMul is the cost of Mul.
func WorkMul(x, y Int) uint64 { return workMul(uint64(x.Digits()), uint64(y.Digits())) }

// workMul is schoolbook up to workKaratsuba words and Karatsuba above.
func workMul(n, m uint64) uint64 {
	if n > m {
		n, m = m, n
	}
	if n < workKaratsuba {
		return n*m + 1
	}
	blocks := (m + n - 1) / n
	w := uint64(1)
	for n >= workKaratsuba {
		n = (n + 1) / 2
		w *= 3
	}
	return blocks*w*n*n + 1
}

// WorkDiv is the cost of Quo and of Rem.
func WorkDiv(x, y Int) uint64 {
	n, m := uint64(x.Digits()), uint64(y.Digits())
	if n < m || m == 0 {
		return n + 1
	}
	return 2*workMul(m, n-m+1) + n
}

// WorkExp is the cost of Exp: the last squaring and multiplication outweigh the others.
func WorkExp(x, y Int) uint64 {
	if y.Neg || y.Digits() != 1 || x.BitLen() < 2 {
		return 1
	}
	b := uint64(x.BitLen()) * y.bits64(0)
	if b > 2*MaxBits {
		return 1 // refused
	}
	n := b/32 + 1
	return 2*workMul(n/2+1, n/2+1) + n
}

// WorkText is the cost of AppendText.
func WorkText(x Int, radix int) uint64 {
	n := uint64(x.Digits())
	if radix&(radix-1) == 0 {
		return 4*n + 1
	}
	return workConvert(n)
}

// WorkParse is the cost of parsing a text of the given length.
func WorkParse(chars int, radix int) uint64 {
	n := uint64(chars)
	if radix&(radix-1) == 0 {
		return n + 1
	}
	return n + workConvert(n*uint64(bits.Len(uint(radix)))/32+1)
}

// workConvert is the cost of converting n words between radices: quadratic when short, a product
// of half the size at each of the levels when long.
func workConvert(n uint64) uint64 {
	if n < workText {
		return n*n + 1
	}
	return uint64(bits.Len64(n/workText))*workMul(n/2+1, n/2+1) + 8*n
}
