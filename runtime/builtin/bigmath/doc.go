// Package bigmath holds the operations of BigInt (ECMA-262 6.1.6.2 and 21.2) on magnitudes of
// little-endian 32-bit words, the layout of BigInt cells.
//
// It is ordinary Go: operands beyond a few dozen words go to math/big. Operations take a buffer
// for the result, which must not overlap operands, and use it if it is large enough; nothing is
// kept between calls. Results above MaxBits bits are refused with TooBig.
//
// Start with int.go; work.go estimates the cost of an operation before it is done, for metering.
package bigmath
