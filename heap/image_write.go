package heap

import (
	"bufio"
	"crypto/sha256"
	"io"
)

// A machine image is the canonical form of a heap: header, roots, stack, cells
// in the order of the graph, the caller's state, and a hash of it all. Offsets
// in it count from the firn line of the ROM it stands on, where the first cell
// is taken to be, so it says nothing about where the cells were.
const (
	imgMagic   = 0  // 8 bytes
	imgVersion = 8  // u32
	imgMark    = 12 // u32 byteOrder
	imgROM     = 16 // hash of the ROM, zero for none
	imgFirn    = 48 // u32
	imgStack   = 52 // u32 geometry
	imgNursery = 56 // u32
	imgRAM     = 60 // u32
	imgLimit   = 64 // u32
	imgFlags   = 68 // u32: 1 = Override
	imgValues  = 72 // u32 values on the stack
	imgCells   = 76 // u32 bytes of cells
	imgState   = 80 // u32 bytes of state
	imgWork    = 88 // u64 WorkDone
	imgHeader  = 96 // the roots follow, then the stack and the cells

	imgMagicText = "FIRNIMG\x00"
	imgOverride  = 1
)

// WriteImage writes the machine: everything reachable from the roots, the live
// part of the stack and the handles, and state, in which the caller keeps its
// own. Equal machines give equal bytes, on every platform and whether numbers
// are stored as int32 or double; derived state (feedback, transitions that lead
// nowhere alive, hash indexes, identity hashes, garbage) is left out. raw are the
// cage offsets of words on the stack that are no Values, in ascending order. The
// heap is not changed.
func (h *Heap) WriteImage(w io.Writer, state []byte, raw ...uint32) error {
	g := h.reach(h.firn, false)
	if g.size+uint64(h.firn) > maxCage {
		return &ImageError{What: "machine image", Off: -1, Msg: "the machine is too large"}
	}
	var head [imgHeader]byte
	geo := h.Geometry()
	copy(head[imgMagic:], imgMagicText)
	copy(head[imgROM:], h.mem.rom.hash[:])
	flags := uint32(0)
	if h.Override {
		flags |= imgOverride
	}
	for _, f := range [...]struct{ off, v uint32 }{
		{imgVersion, FormatVersion}, {imgMark, byteOrder}, {imgFirn, h.firn},
		{imgStack, geo.Stack}, {imgNursery, geo.Nursery}, {imgRAM, geo.RAM}, {imgLimit, h.Limit}, {imgFlags, flags},
		{imgValues, (h.StackTop - h.StackBase) / 8}, {imgCells, uint32(g.size)}, {imgState, uint32(len(state))},
	} {
		le.PutUint32(head[f.off:], f.v)
	}
	le.PutUint64(head[imgWork:], h.WorkDone)

	sum := sha256.New()
	out := bufio.NewWriterSize(io.MultiWriter(w, sum), 64<<10)
	out.Write(head[:])
	var word [8]byte
	put := func(v Value) {
		le.PutUint64(word[:], uint64(v))
		out.Write(word[:])
	}
	for i := uint32(0); i < NumRoots; i++ {
		v := h.Root(i)
		switch {
		case v == 0: // unset
			put(0)
		case !derivedRoots[i] || v.IsPointer() && h.IsROM(v.Ref()):
			put(g.value(v))
		default:
			put(0)
		}
	}
	for at := h.StackBase; at < h.StackTop; at += 8 {
		if len(raw) > 0 && raw[0] == at {
			raw = raw[1:]
			put(h.Val(at))
		} else {
			put(g.value(h.Val(at)))
		}
	}
	var cell []byte
	for _, ref := range g.cells {
		n := g.sizeOf(ref)
		if uint32(cap(cell)) < n {
			cell = make([]byte, n)
		}
		cell = cell[:n]
		g.emit(ref, cell, false)
		if _, err := out.Write(cell); err != nil {
			return err
		}
	}
	out.Write(state)
	if err := out.Flush(); err != nil {
		return err
	}
	_, err := w.Write(sum.Sum(nil))
	return err
}
