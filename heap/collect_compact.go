//firn:core

package heap

// The compacting half of a full collection: live cells slide down in address
// order. Where a cell goes follows from the mark table alone (the destination
// of its 512-byte block's first live word, plus the live words before it in the
// block), so each cell can be updated and moved in the same walk.

func (h *Heap) compact() {
	oldTop := h.tenTop
	to := h.tenBase
	first, last := h.tenBase>>CardShift, (oldTop+511)>>CardShift
	for b := first; b < last; b++ {
		h.SetU32(h.moveBias+4*b, to)
		to += popcount(h.U64(h.markBias+8*b)) << 3
	}
	h.updateValues(h.firn+StateRoots, h.firn+StateRoots+8*NumRoots)
	h.updateValues(h.StackBase, h.StackTop)
	h.updateValues(h.poolBase, h.poolTop)
	fb := h.firn + FeedbackTable
	for end := fb + 4*h.templates; fb < end; fb += 4 {
		h.updateRef(fb)
	}
	if h.sampler.every != 0 {
		h.watchFull()
	}
	h.zeroBytes(h.cardBias+first, last-first)
	h.zeroBytes(h.startBias+first, last-first)
	to = h.tenBase
	for at := h.nextMarked(h.tenBase); at < oldTop; {
		size := h.sizeOf(at)
		h.updateFields(at)
		if to != at {
			h.moveBytes(to, at, size)
		}
		h.noteStart(to, size)
		to += size
		at = h.nextMarked(at + size)
	}
	h.tenTop = to
	h.Stats.LastLive = to - h.tenBase

	if h.gc.high < oldTop {
		h.gc.high = oldTop
	}
	if h.Stress&StressPoison != 0 {
		h.poison(to, oldTop)
	}
}

// moved is where the live tenured cell ref goes.
func (h *Heap) moved(ref uint32) uint32 {
	b := ref >> CardShift
	w := h.U64(h.markBias+8*b) & (1<<(ref>>3&63) - 1)
	return h.U32(h.moveBias+4*b) + popcount(w)<<3
}

func (h *Heap) updateRef(at uint32) {
	if ref := h.U32(at); ref >= h.tenBase {
		h.SetU32(at, h.moved(ref))
	}
}

func (h *Heap) updateValues(from, to uint32) {
	for ; from < to; from += 8 {
		if v := h.Val(from); v.IsPointer() && uint32(v) >= h.tenBase {
			h.SetVal(from, v&^0xFFFFFFFF|Value(h.moved(uint32(v))))
		}
	}
}

// updateFields makes the fields of a live cell refer to the new places and
// clears its weak references to the dead.
func (h *Heap) updateFields(ref uint32) {
	k := h.Kind(ref)
	at := ref + HeaderSize
	if k == KShape && !h.marked(h.U32(ref+ShapeTrans)) {
		h.SetU32(ref+ShapeTrans, 0)
	}
	for refs := kindTable[k].refs; refs != 0; refs >>= 1 {
		if refs&1 != 0 {
			h.updateRef(at)
		}
		at += 4
	}
	switch k {
	case KFeedback:
		at = ref + FbEntries
		for end := at + IcSize*h.U32(ref+FbSites); at < end; at += IcSize {
			if shape := h.U32(at + IcShape); shape >= firstIcShape {
				if !h.marked(shape) || !h.marked(h.U32(at+IcRef)) {
					h.SetU64(at, 0)
					h.SetU64(at+8, 0)
					continue
				}
				h.updateRef(at + IcShape)
			}
			h.updateRef(at + IcRef)
		}
		return
	case KAtoms:
		for at, end := ref+OffData, ref+h.Size(ref); at < end; at += 4 {
			if h.marked(h.U32(at)) {
				h.updateRef(at)
				continue
			}
			h.SetU32(at, AtomDeleted)
			h.SetU32(ref+AtomsUsed, h.U32(ref+AtomsUsed)-1)
			h.SetU32(ref+AtomsDeleted, h.U32(ref+AtomsDeleted)+1)
		}
		return
	case KTrans:
		for at, end := ref+TransEntries, ref+h.Size(ref); at < end; at += TransSize {
			if c := h.Val(at + 16); c.IsPointer() && !h.marked(c.Ref()) {
				h.SetVal(at, Empty)
				h.SetVal(at+16, Undefined)
			}
		}
	case KWeakRef:
		if v := h.Internal(ref, 0); v.IsPointer() && !h.marked(v.Ref()) {
			h.SetVal(ref+OffInternal, Undefined)
		}
	}
	from, to := h.valueRange(ref)
	h.updateValues(from, to)
}
