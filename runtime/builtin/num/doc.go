// Package num holds the number kernels of the built-ins: conversions between float64 and text
// (ECMA-262 6.1.6.1.20 Number::toString, 7.1.4.1 StringToNumber, Number.prototype.to*), the
// integer conversions of 7.1, number hashing and the array-index tests.
//
// It is Core Go and imports nothing but unsafe (math/bits in one host-only file). Callers pass
// all buffers; nothing allocates, nothing panics on a buffer of the documented size, and every
// result is exactly rounded and the same on every platform.
//
// Start with format.go (number to text) and scan.go (text to number).
package num
