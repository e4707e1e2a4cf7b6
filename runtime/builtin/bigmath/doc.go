// Package bigmath holds the operations of BigInt (ECMA-262 6.1.6.2 and 21.2) on magnitudes of
// little-endian machine words, which is also the layout of BigInt cells and of math/big.
//
// It is ordinary Go: operands beyond a few words go to math/big, in memory that an Arith keeps
// between operations, so that operations allocate nothing. Results above MaxBits bits are refused
// with TooBig.
//
// Start with int.go; work.go estimates the cost of an operation before it is done, for metering.
package bigmath
