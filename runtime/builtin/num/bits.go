//firn:core

package num

import "unsafe"

const (
	bitsSign = 0x8000000000000000 // sign bit of a float64
	bitsInf  = 0x7FF0000000000000 // +Infinity
	bitsNaN  = 0x7FF8000000000000 // the canonical NaN
	mantMask = 0x000FFFFFFFFFFFFF // stored significand
	mantHide = 0x0010000000000000 // the implicit leading bit
)

// Float64bits returns the IEEE 754 representation of f.
func Float64bits(f float64) uint64 { return *(*uint64)(unsafe.Pointer(&f)) }

// Float64frombits returns the float64 whose IEEE 754 representation is b.
func Float64frombits(b uint64) float64 { return *(*float64)(unsafe.Pointer(&b)) }

// NaN returns the canonical NaN.
func NaN() float64 { return Float64frombits(bitsNaN) }

// Inf returns +Infinity, or -Infinity if neg.
func Inf(neg bool) float64 {
	if neg {
		return Float64frombits(bitsInf | bitsSign)
	}
	return Float64frombits(bitsInf)
}

// withSign returns the non-negative f with its sign bit set if neg.
func withSign(f float64, neg bool) float64 {
	if neg {
		return -f
	}
	return f
}
