//firn:core

//go:build firn_mcu

package fmath

// Sqrt returns the square root of x, correctly rounded.
func Sqrt(x float64) float64 { return softSqrt(x) }
