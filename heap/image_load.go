package heap

import "fmt"

// Rebuilding what images leave out, once their cells are in place and have been
// verified: hashes of symbols and strings, hash indexes, weak tables, the atom
// table, the shape tree. from and to bound the cells; new ones are allocated
// behind them. It returns an error for a heap that is well-formed but
// contradicts itself.
func (h *Heap) rebuild(from, to uint32, rom bool) error {
	work := h.WorkDone
	defer func() { h.WorkDone = work }()
	atoms := uint32(0)
	for ref := from; ref < to; ref += h.Size(ref) {
		if rom && h.Kind(ref) >= FirstObject && h.U16(ref+OffHash) == 0 {
			h.SetU16(ref+OffHash, uint16(placeHash(ref)))
		}
		switch h.Kind(ref) {
		case KStr1, KStr2, KSlice:
			if rom || h.Flags(ref)&FAtom != 0 {
				h.SetU32(ref+OffStrHash, 0)
				h.Hash(ref)
			}
			if h.Flags(ref)&FAtom != 0 {
				atoms++
			}
		case KSymbol:
			if h.U16(ref+OffHash) == 0 {
				h.SetU32(ref+OffSymHash, hashEnd(uint64(h.IdentityHash(ref))))
			}
		}
	}
	if atoms > 0 {
		t := h.AllocZero(KAtoms, AtomsEntries+4*atomsCapacity(atoms))
		for ref := from; ref < to; ref += h.Size(ref) {
			if k := h.Kind(ref); k != KStr1 && k != KStr2 || h.Flags(ref)&FAtom == 0 {
				continue
			}
			hash := h.U32(ref + OffStrHash)
			if v := h.View(ref); h.findAtom(h.Root(RootROMAtoms), hash, v) != 0 || h.findAtom(CellRef(t), hash, v) != 0 {
				return fmt.Errorf("two atoms with the same content, one at %#x", ref)
			}
			h.putAtom(t, ref, hash)
		}
		if rom {
			h.SetRoot(RootROMAtoms, CellRef(t))
		} else {
			h.SetRoot(RootAtoms, CellRef(t))
		}
	}
	for ref := from; ref < to; ref += h.Size(ref) {
		switch h.Kind(ref) {
		case KDescs:
			if h.U32(ref+DescUsed) > LinearProps {
				h.indexDescs(ref)
			}
		case KTable:
			if h.U32(ref+TableHeir) == 0 {
				h.indexTable(ref)
			}
		case KWeak:
			h.replaceWeak(ref)
		case KShape:
			if !rom {
				h.relinkShape(ref)
			}
		}
	}
	return nil
}

// indexTable gives a Map's or Set's table its index.
func (h *Heap) indexTable(t uint32) {
	stride := h.U32(t + TableStride)
	capacity := (h.Size(t) - TableValues) / stride
	if capacity <= TableLinear {
		return
	}
	slots := uint32(2 * TableLinear)
	for slots < 2*capacity {
		slots <<= 1
	}
	index := h.AllocZero(KIndex, IndexData+4*slots)
	h.StoreRef(t+TableIndex, index)
	for i := uint32(0); i < h.U32(t+TableUsed); i++ {
		if key := h.Val(t + TableValues + stride*i); key != Empty {
			h.tableSlot(index, h.tableHash(key), i+1, key)
		}
	}
}

// replaceWeak puts the entries of a weak table, which stand at its start in the
// image, where they belong.
func (h *Heap) replaceWeak(t uint32) {
	n := h.U32(t + WeakUsed)
	entries := make([]Value, 2*n)
	for i := range entries {
		at := t + WeakEntries + 8*uint32(i)
		entries[i] = h.Val(at)
	}
	h.Fill(t+WeakEntries, (h.Size(t)-WeakEntries)/8, Empty)
	h.SetU32(t+WeakUsed, 0)
	for i := 0; i < len(entries); i += 2 {
		h.weakPut(t, entries[i], entries[i+1])
	}
}

// relinkShape enters a RAM shape into the shape tree, if a program could get to
// it from there and no equal one is there already.
func (h *Heap) relinkShape(s uint32) {
	if h.ShapeFlagsOf(s)&SDictionary != 0 {
		return
	}
	if parent := h.U32(s + ShapeParent); parent != 0 {
		key, code := h.Val(s+ShapeKey), h.U32(s+ShapeAttrs)
		if h.findTrans(parent, key, code) == 0 {
			h.putTrans(parent, key, code, s)
		}
		return
	}
	if h.U32(s+ShapeCount) == 0 {
		h.relinkRoot(s)
	}
}

// relinkRoot enters a shape without properties into the list of its prototype's.
func (h *Heap) relinkRoot(s uint32) {
	first, at := h.rootShapes(h.U32(s + ShapeProto))
	for o := first; o.IsCell(); o = h.Val(o.Ref() + ShapeKey) {
		if h.U32(o.Ref()+ShapeFlags) == h.U32(s+ShapeFlags) {
			return // flags, kind and in-object capacity are the same
		}
	}
	h.addRootShape(s, first, at)
}
