//firn:core

package heap

// The minor collection copies what is alive in the nursery to the end of
// tenured space (Cheney's algorithm: the copies are the queue). Roots are the
// root table, the stack, and the dirty cards: every store of a reference into a
// tenured cell marks its card, and tenured cells made since the last collection
// are dirty as a whole. References in weak tables count as strong here; only a
// full collection clears them.
//
// Everything is promoted at once, so afterwards the nursery is empty and no
// card is dirty.

func (h *Heap) minor() {
	first := h.tenTop
	h.Stats.Minor++
	if h.NurTop != h.nurBase {
		h.evacValues(h.firn+StateRoots, h.firn+StateRoots+8*NumRoots)
		h.evacValues(h.StackBase, h.StackTop)
		h.evacValues(h.poolBase, h.poolTop)
		fb := h.firn + FeedbackTable
		for end := fb + 4*h.templates; fb < end; fb += 4 {
			h.evacRef(fb)
		}
		h.evacCards(first)
		for at := first; at < h.tenTop; {
			next := at + h.sizeOf(at)
			h.evacFields(at, at, next)
			at = next
		}
	} else {
		h.zeroBytes(h.cardBias+h.tenBase>>CardShift, (first-h.tenBase+511)>>CardShift)
	}
	promoted := h.tenTop - first
	h.Stats.Promoted += uint64(promoted)
	sampling, point := h.sampler.every != 0, uint32(0)
	if sampling {
		h.watchMinor()
		point = h.pointLeft()
	}
	if h.Stress&StressPoison != 0 {
		h.poison(h.nurBase, h.NurTop)
	}
	h.NurTop = h.nurBase
	// A nursery that a good part survives is too small for what the program
	// does: what dies soon has not had the time.
	if size := h.NurEnd - h.nurBase; promoted > size/8 && h.NurEnd < h.tenBase {
		if size > h.tenBase-h.NurEnd {
			size = h.tenBase - h.NurEnd
		}
		h.NurEnd += size
	}
	if sampling {
		h.sampler.full = h.NurEnd
		h.placePoint(point)
	}
}

// evacCards handles and cleans the dirty cards of [tenBase, end).
func (h *Heap) evacCards(end uint32) {
	c := h.tenBase >> CardShift
	last := (end + 511) >> CardShift
	for c < last {
		// Eight clean cards at a time; the table and tenBase are aligned to 8.
		if c&7 == 0 && h.U64(h.cardBias+c) == 0 {
			c += 8
			continue
		}
		if h.U8(h.cardBias+c) != 0 {
			h.SetU8(h.cardBias+c, 0)
			lo := c << CardShift
			hi := lo + 1<<CardShift
			if hi > end {
				hi = end
			}
			for ref := h.cellAt(lo); ref < hi; ref += h.sizeOf(ref) {
				h.evacFields(ref, lo, hi)
			}
		}
		c++
	}
}

// evacFields moves what the fields of a cell between lo and hi refer to.
func (h *Heap) evacFields(ref, lo, hi uint32) {
	k := h.Kind(ref)
	at := ref + HeaderSize
	for refs := kindTable[k].refs; refs != 0; refs >>= 1 {
		if refs&1 != 0 && at >= lo && at < hi {
			h.evacRef(at)
		}
		at += 4
	}
	if k == KFeedback || k == KAtoms {
		h.evacRefs(ref, k, lo, hi)
		return
	}
	from, to := h.valueRange(ref)
	if from < lo {
		from = lo
	}
	if to > hi {
		to = hi
	}
	h.evacValues(from, to)
}

// evacRefs is evacFields for the u32 references of feedback and atom tables.
func (h *Heap) evacRefs(ref uint32, k uint8, lo, hi uint32) {
	step, from, to := uint32(4), ref+OffData, ref+h.Size(ref)
	if k == KFeedback {
		step, from = IcSize, ref+FbEntries
		to = from + IcSize*h.U32(ref+FbSites)
	}
	// Only the entries of this card: a table has many cards, and all may be dirty.
	if from < lo {
		from += (lo - from) / step * step
	}
	if to > hi {
		to = hi
	}
	for ; from < to; from += step {
		if from >= lo && from < hi {
			h.evacRef(from)
		}
		if k == KFeedback && from+IcRef >= lo && from+IcRef < hi {
			h.evacRef(from + IcRef)
		}
	}
}

func (h *Heap) evacRef(at uint32) {
	if ref := h.U32(at); ref-h.nurBase < h.tenBase-h.nurBase {
		h.SetU32(at, h.evacuate(ref))
	}
}

func (h *Heap) evacValues(from, to uint32) {
	base, size := h.nurBase, h.tenBase-h.nurBase
	for ; from < to; from += 8 {
		if v := h.Val(from); v.IsPointer() && uint32(v)-base < size {
			h.SetVal(from, v&^0xFFFFFFFF|Value(h.evacuate(uint32(v))))
		}
	}
}

// evacuate is the new place of a nursery cell, which is moved if it still has
// its own. There is always room: allocation stops the nursery's size before the
// end of tenured space.
func (h *Heap) evacuate(ref uint32) uint32 {
	if h.Kind(ref) == KForward {
		return h.U32(ref + 8)
	}
	size := h.Size(ref)
	to := h.tenTop
	h.tenTop = to + size
	h.moveBytes(to, ref, size)
	h.noteStart(to, size)
	h.SetU8(ref+OffKind, KForward)
	h.SetU32(ref+8, to)
	return to
}
