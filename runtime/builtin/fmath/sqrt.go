//go:build !firn_mcu

package fmath

import "math"

// Sqrt returns the square root of x, correctly rounded.
func Sqrt(x float64) float64 { return math.Sqrt(x) }
