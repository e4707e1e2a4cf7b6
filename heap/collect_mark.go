//firn:core

package heap

// The marking half of a full collection. The nursery is empty by then. The mark
// table has one bit for each 8 bytes; every word of a live cell is marked, so
// that compaction can count words.
//
// The mark stack (u32 offsets) lies in the empty nursery and goes on in the
// unused space behind tenured space. If both are full, cells are marked without
// being pushed and found again by a walk over what is marked.
//
// Weak: the keys of weak tables (their values live as long as table and key
// do), the target of a WeakRef, the strings of the RAM atom table, the shapes
// and holders in feedback, and the transitions of shapes: a shape lives only
// through objects and later shapes.

const (
	weakLink     = 12 // of a KWeak: the collector's list
	firstIcShape = 16 // IcShape values below are not references
)

func (h *Heap) full() {
	h.Stats.Full++
	blocks := (h.tenTop - h.tenBase + 511) >> CardShift
	h.zeroBytes(h.markBias+h.tenBase>>CardShift*8, blocks*8)
	g := &h.gc
	g.sp, g.spBase, g.spEnd = h.nurBase, h.nurBase, h.tenBase
	g.inTail, g.overflow, g.weak, g.high = false, false, 0, h.tenTop

	h.markValues(h.firn+StateRoots, h.firn+StateRoots+8*NumRoots)
	h.markValues(h.StackBase, h.StackTop)
	h.markValues(h.poolBase, h.poolTop)
	fb := h.firn + FeedbackTable
	for end := fb + 4*h.templates; fb < end; fb += 4 {
		h.mark(h.U32(fb))
	}
	h.drain()
	h.markEphemerons()
	h.clearWeak()
	h.compact()
	if t := h.Root(RootAtoms); t.IsCell() && h.U32(t.Ref()+AtomsDeleted) != 0 {
		h.AtomsRebuild(t.Ref())
	}
}

// marked reports whether a cell is alive: ROM always is.
func (h *Heap) marked(ref uint32) bool {
	return ref < h.tenBase || h.U64(h.markBias+ref>>CardShift*8)>>(ref>>3&63)&1 != 0
}

// mark marks a cell and queues it if it has fields.
func (h *Heap) mark(ref uint32) {
	if ref < h.tenBase {
		return
	}
	word := h.markBias + ref>>CardShift*8
	bits := h.U64(word)
	bit := ref >> 3 & 63
	if bits>>bit&1 != 0 {
		return
	}
	words := h.Size(ref) >> 3
	if bit+words <= 64 {
		h.SetU64(word, bits|(1<<words-1)<<bit)
	} else {
		h.SetU64(word, bits|^uint64(0)<<bit)
		words -= 64 - bit
		for word += 8; words >= 64; word += 8 {
			h.SetU64(word, ^uint64(0))
			words -= 64
		}
		if words > 0 {
			h.SetU64(word, h.U64(word)|(1<<words-1))
		}
	}
	k := h.Kind(ref)
	if kindTable[k].refs|kindTable[k].vals != 0 && k != KTrans {
		h.push(ref)
	}
}

func (h *Heap) push(ref uint32) {
	g := &h.gc
	if g.sp == g.spEnd {
		if g.inTail || h.cageEnd-h.tenTop < 64 {
			g.overflow = true
			return
		}
		g.inTail = true
		g.spBase, g.spEnd = h.tenTop, h.cageEnd
		g.sp = g.spBase
	}
	h.SetU32(g.sp, ref)
	g.sp += 4
	if g.inTail && g.sp > g.high {
		g.high = g.sp
	}
}

// drain marks everything reachable from the queued cells.
func (h *Heap) drain() {
	g := &h.gc
	for {
		for {
			if g.sp == g.spBase {
				if !g.inTail {
					break
				}
				g.inTail = false
				g.spBase, g.spEnd = h.nurBase, h.tenBase
				g.sp = g.spEnd
				continue
			}
			g.sp -= 4
			h.markFields(h.U32(g.sp))
		}
		if !g.overflow {
			return
		}
		g.overflow = false
		for at := h.nextMarked(h.tenBase); at < h.tenTop; at = h.nextMarked(at + h.sizeOf(at)) {
			h.markFields(at)
			if g.overflow {
				// Cells before this one may have lost children meanwhile, but
				// those are marked themselves: the next walk sees them.
				break
			}
		}
	}
}

// nextMarked is the first marked word from at on, or tenTop.
func (h *Heap) nextMarked(at uint32) uint32 {
	for at < h.tenTop {
		w := h.U64(h.markBias+at>>CardShift*8) >> (at >> 3 & 63)
		if w != 0 {
			return at + lowestBit(w)<<3
		}
		at = (at>>CardShift + 1) << CardShift
	}
	return h.tenTop
}

func (h *Heap) markFields(ref uint32) {
	k := h.Kind(ref)
	at := ref + HeaderSize
	refs := kindTable[k].refs
	if k == KShape {
		refs &^= 1 << ((ShapeTrans - HeaderSize) / 4)
		if t := h.U32(ref + ShapeTrans); t != 0 && h.Kind(t) == KTrans {
			h.mark(t)
		}
	}
	for ; refs != 0; refs >>= 1 {
		if refs&1 != 0 {
			h.mark(h.U32(at))
		}
		at += 4
	}
	switch k {
	case KFeedback:
		// Shapes and what goes with them are weak; sites without a shape are not.
		at = ref + FbEntries
		for end := at + IcSize*h.U32(ref+FbSites); at < end; at += IcSize {
			if h.U32(at+IcShape) < firstIcShape {
				h.mark(h.U32(at + IcRef))
			}
		}
	case KWeak:
		// Walks after an overflow come here again: link it once. The link is
		// never 0 in the list, for its end is 1.
		if h.U32(ref+weakLink) == 0 {
			if h.gc.weak == 0 {
				h.gc.weak = 1
			}
			h.SetU32(ref+weakLink, h.gc.weak)
			h.gc.weak = ref
		}
	case KWeakRef:
		from, to := h.valueRange(ref)
		h.markValues(from+8, to)
	default:
		from, to := h.valueRange(ref)
		h.markValues(from, to)
	}
}

func (h *Heap) markValues(from, to uint32) {
	for ; from < to; from += 8 {
		if v := h.Val(from); v.IsPointer() {
			h.mark(uint32(v))
		}
	}
}

// markEphemerons marks the values of weak tables whose key is alive, until
// nothing changes.
func (h *Heap) markEphemerons() {
	for changed := true; changed; {
		changed = false
		for t := h.gc.weak; t > 1; t = h.U32(t + weakLink) {
			for at, end := t+OffData, t+h.Size(t); at+16 <= end; at += 16 {
				key, v := h.Val(at), h.Val(at+8)
				if v.IsPointer() && !h.marked(v.Ref()) && (!key.IsPointer() || h.marked(key.Ref())) {
					h.mark(v.Ref())
					changed = true
				}
			}
		}
		h.drain()
	}
}

// clearWeak removes the entries of weak tables whose key died. The other weak
// references are cleared when their cell is updated.
func (h *Heap) clearWeak() {
	for t := h.gc.weak; t > 1; {
		next := h.U32(t + weakLink)
		h.SetU32(t+weakLink, 0)
		for at, end := t+OffData, t+h.Size(t); at+16 <= end; at += 16 {
			if key := h.Val(at); key.IsPointer() && !h.marked(key.Ref()) {
				h.SetVal(at, Hole)
				h.SetVal(at+8, Undefined)
			}
		}
		t = next
	}
}
