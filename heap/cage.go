package heap

import (
	"fmt"
	"unsafe"
)

// cageMem is the operating system's side of a cage.
type cageMem struct {
	rom    *ROM
	region unsafe.Pointer // the reservation; what release gives back
	keep   []byte         // keeps the memory alive where it is the Go heap's
	ram    uint32         // Geometry.RAM
}

// CageError says that a cage could not be made.
type CageError struct {
	Op  string // what was attempted
	Err error  // why it failed
}

func (e *CageError) Error() string { return "heap: " + e.Op + ": " + e.Err.Error() }
func (e *CageError) Unwrap() error { return e.Err }

// NewCage makes the memory of one machine on a ROM, or on none (stage 1). The
// ROM's part of g is filled in. Nothing is touched but the state page, so this
// costs a few system calls whatever the sizes. The caller must Close it.
func NewCage(rom *ROM, g Geometry) (*Heap, error) {
	if rom == nil {
		rom = bareROM()
	}
	g.ROMSize, g.Templates = rom.size, rom.templates
	h := new(Heap)
	if !h.place(g) {
		return nil, &CageError{"lay out", fmt.Errorf(
			"ROM %d + stack %d + nursery %d + RAM %d bytes do not fit a 4 GiB cage", g.ROMSize, g.Stack, g.Nursery, g.RAM)}
	}
	h.mem = &cageMem{rom: rom, ram: g.RAM}
	if err := h.mem.reserve(h.firn, h.cageEnd+scrapSize); err != nil {
		return nil, err
	}
	h.base = h.mem.region
	h.ProtoEpoch = 1
	for i, v := range rom.roots {
		h.SetVal(h.firn+StateRoots+8*uint32(i), v)
	}
	return h, nil
}

// Close gives the cage's memory back. The Heap must not be used afterwards;
// Close itself may be repeated.
func (h *Heap) Close() {
	if h.mem != nil {
		h.mem.release()
		h.mem, h.base = nil, nil
	}
}

// ROM is the image the cage stands on; nil for a cage without one.
func (h *Heap) ROM() *ROM {
	if h.mem.rom.hash == ([32]byte{}) {
		return nil
	}
	return h.mem.rom
}

// Geometry is what the cage was made to.
func (h *Heap) Geometry() Geometry {
	return Geometry{
		ROMSize:   h.mem.rom.size,
		Templates: h.templates,
		Stack:     h.StackEnd - h.StackBase,
		Nursery:   h.tenBase - h.nurBase,
		RAM:       h.mem.ram,
		Pool:      h.poolEnd - h.poolBase,
	}
}
