package heap

import (
	"fmt"
	"unsafe"
)

// WriteROM makes a ROM image of everything that is reachable from the root
// table: relocated to the bottom of the cage, in canonical order, without
// derived state; templates are numbered, atoms get a table of their own, ropes
// are flattened. meta is kept for the user. The heap must have been made
// without a ROM; nothing may be on its stack. Equal heaps give equal bytes.
func (h *Heap) WriteROM(meta []byte) ([]byte, error) {
	if h.ROM() != nil {
		return nil, &ImageError{What: "ROM image", Off: -1, Msg: "the machine already stands on a ROM"}
	}
	g := h.reach(romHeader, true)
	for ropes := true; ropes; {
		ropes = false
		for _, ref := range g.cells {
			if h.Kind(ref) == KRope {
				h.Flatten(ref)
				ropes = true
			}
		}
		if h.Dead {
			return nil, &ImageError{What: "ROM image", Off: -1, Msg: "out of memory while ropes were flattened"}
		}
		if ropes {
			g = h.reach(romHeader, true)
		}
	}
	if g.size > 1<<28 {
		return nil, &ImageError{What: "ROM image", Off: -1, Msg: fmt.Sprintf("%d bytes of cells are too many", g.size)}
	}
	// A small heap of its own: the image at the bottom, room for the indexes
	// behind it, then the two tables that allocation needs.
	end := romHeader + uint32(g.size)
	limit := alignUp(end + 4*uint32(g.size) + 1<<20)
	words := make([]uint64, (limit+2*(limit>>CardShift)+64)/8)
	b := unsafe.Slice((*byte)(unsafe.Pointer(&words[0])), len(words)*8)
	t := &Heap{
		base:      unsafe.Pointer(&words[0]),
		cardBias:  limit,
		startBias: limit + limit>>CardShift,
		tenBase:   romHeader,
		tenTop:    end,
		allocEnd:  limit,
		cageEnd:   limit,
		tenMin:    limit,
		tenGC:     limit,
		Limit:     limit,
		hashSeq:   h.hashSeq,
	}
	for i := uint32(0); i < NumRoots; i++ {
		if !derivedRoots[i] && i != RootHandles && h.Root(i) != 0 {
			g.putValue(b, romRoots+8*i, h.Root(i))
		}
	}
	templates := uint32(0)
	for i, ref := range g.cells {
		cell := b[g.at[i]:][:g.sizeOf(ref)]
		g.emit(ref, cell, true)
		if h.Kind(ref) == KTemplate {
			le.PutUint32(cell[TmplID:], templates)
			templates++
		}
	}
	if err := t.rebuild(romHeader, end, true); err != nil {
		return nil, &ImageError{What: "ROM image", Off: -1, Msg: "the heap is inconsistent", Err: err}
	}
	if t.Dead {
		return nil, &ImageError{What: "ROM image", Off: -1, Msg: "no room for the indexes"}
	}
	out := append(b[:t.tenTop:t.tenTop], meta...)
	le.PutUint32(out[romPseudo:], HeaderSize)
	copy(out[romMagic:], romMagicText)
	le.PutUint32(out[romVersion:], FormatVersion)
	le.PutUint32(out[romMark:], byteOrder)
	le.PutUint32(out[romSize:], uint32(len(out)))
	le.PutUint32(out[romTemplates:], templates)
	le.PutUint32(out[romCellsEnd:], t.tenTop)
	le.PutUint32(out[romMetaSize:], uint32(len(meta)))
	sum := romSum(out)
	copy(out[romHash:], sum[:])
	return out, nil
}
