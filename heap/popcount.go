//go:build !firn_mcu

package heap

import "math/bits"

// Host builds take the compiler's intrinsics; popcount_mcu.go is the same in
// Core Go.

func popcount(x uint64) uint32 { return uint32(bits.OnesCount64(x)) }

// lowestBit is the number of the lowest bit set in x, which is not 0.
func lowestBit(x uint64) uint32 { return uint32(bits.TrailingZeros64(x)) }

// discard gives the whole pages of [off, off+n) back to the OS.
func (h *Heap) discard(off, n uint32) { h.mem.discard(off, n) }
