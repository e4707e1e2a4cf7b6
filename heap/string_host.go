//go:build !firn_mcu

package heap

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
)

// Host builds: processors that load words from any address, and the Go
// library's vector code. string_mcu.go is the same in Core Go.

const unaligned = true

func init() {
	var b [16]byte
	if _, err := rand.Read(b[:]); err == nil {
		secret[0], secret[1] = binary.LittleEndian.Uint64(b[:]), binary.LittleEndian.Uint64(b[8:])
	}
}

// indexByte is the position of the first c in n bytes at off, or NotFound.
func (h *Heap) indexByte(off, n uint32, c uint8) uint32 {
	i := bytes.IndexByte(h.Bytes(off, n), c)
	if i < 0 {
		return NotFound
	}
	return uint32(i)
}
