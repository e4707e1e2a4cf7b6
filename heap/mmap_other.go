//go:build (!linux && !darwin) || 386 || arm || mips || mipsle

package heap

import (
	"fmt"
	"unsafe"
)

// Where this package has no mapping calls or addresses are short of 64 bits, a cage is ordinary Go memory of the
// size that is used. Containment is weaker: a wrong offset beyond the end, or a
// write to ROM, is not caught by the memory management unit, and each cage has
// its own copy of the ROM.

type romImage struct{ bytes []byte }

func (m *cageMem) reserve(firn, end uint32) error {
	if uint64(end)+4096 > uint64(^uint(0)>>1) {
		return &CageError{"allocate the cage", fmt.Errorf("%d bytes exceed the address space", end)}
	}
	b := make([]byte, int(end)+4096)
	pad := -uintptr(unsafe.Pointer(&b[0])) & 15
	copy(b[pad:], m.rom.image.bytes)
	m.keep = b
	m.region = unsafe.Pointer(&b[pad])
	return nil
}

func (m *cageMem) release() { m.keep, m.region = nil, nil }

func (m *cageMem) discard(off, n uint32) {
	clear(unsafe.Slice((*byte)(unsafe.Add(m.region, uintptr(off))), int(n)))
}
