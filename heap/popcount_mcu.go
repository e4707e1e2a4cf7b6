//firn:core

//go:build firn_mcu

package heap

// popcount is the number of bits set in x.
func popcount(x uint64) uint32 {
	x -= x >> 1 & 0x5555555555555555
	x = x&0x3333333333333333 + x>>2&0x3333333333333333
	x = (x + x>>4) & 0x0F0F0F0F0F0F0F0F
	return uint32(x * 0x0101010101010101 >> 56)
}

// lowestBit is the number of the lowest bit set in x, which is not 0.
func lowestBit(x uint64) uint32 { return popcount(x&-x - 1) }

// discard gives memory back to the OS, of which there is none here.
func (h *Heap) discard(off, n uint32) {}

// checkHeap is a debugging aid of hosts.
func (h *Heap) checkHeap(when uint32) {}

// cageMem is the operating system's side of a cage.
type cageMem struct{}
