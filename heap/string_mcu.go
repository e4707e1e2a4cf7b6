//firn:core

//go:build firn_mcu

package heap

// Double-word loads of a Cortex-M trap on odd addresses.
const unaligned = false

func (h *Heap) indexByte(off, n uint32, c uint8) uint32 {
	for i := uint32(0); i < n; i++ {
		if h.U8(off+i) == c {
			return i
		}
	}
	return NotFound
}
