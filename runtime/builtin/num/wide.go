//go:build !firn_mcu

package num

import "math/bits"

// Host builds take the compiler's intrinsics; wide_mcu.go is the same in Core Go.

func mul64(x, y uint64) (hi, lo uint64) { return bits.Mul64(x, y) }

func leadingZeros64(x uint64) int { return bits.LeadingZeros64(x) }
