//firn:core

package heap

// When collections happen, and what both kinds share. collect_minor.go empties
// the nursery; collect_mark.go and collect_compact.go do a full collection.

const (
	// minThreshold is the least tenured growth between full collections.
	minThreshold = 4 << 20
	// minorStep is how much may be allocated directly in tenured space before a
	// minor collection is asked for: all of it is dirty and has to be scanned.
	minorStep = 1 << 20
	// discardStep is how much freed tenured space is worth a system call.
	discardStep = 1 << 20
)

// gcState is the collector's scratch, meaningful during a collection only.
type gcState struct {
	sp, spBase, spEnd uint32 // mark stack: next free entry and its current segment
	inTail            bool   // the segment is the one behind tenured space
	overflow          bool   // something was not pushed: marked cells must be looked at again
	weak              uint32 // list of the weak tables that were marked
	high              uint32 // end of the space behind tenTop that was written
}

// Moments at which the heap is checked under StressVerify.
const (
	beforeCollection = iota
	afterMinor
	afterFull
)

// Collect does a minor collection or, if asked for here or by WantFull or
// needed, a full one. Every reference the program holds must be in a root: the
// root table, the stack below StackTop, a handle. All of them, and nothing
// else, are changed to where the cells are afterwards. It returns false when
// the machine must stop: the memory limit is exceeded by what is alive, or RAM
// was exhausted.
func (h *Heap) Collect(full bool) (ok bool) {
	if h.Dead {
		h.OverLimit = true
		h.WantGC = false
		return false
	}
	if h.Stress&StressVerify != 0 {
		h.checkHeap(beforeCollection)
	}
	full = full || h.WantFull || h.Stress&StressCollect != 0 && h.GCCount&1 != 0
	h.GCCount++
	h.WantGC, h.WantFull = false, false
	h.minor()
	if h.Stress&StressVerify != 0 {
		h.checkHeap(afterMinor)
	}
	if full || h.tenTop > h.tenGC {
		h.full()
		if h.Stress&StressVerify != 0 {
			h.checkHeap(afterFull)
		}
		h.setThresholds()
		h.OverLimit = h.tenTop-h.tenBase > h.Limit
		// What lies below the next full collection's mark will be used again.
		if high := h.gc.high; high > h.tenGC && high-h.tenGC >= discardStep {
			h.discard(h.tenGC, high-h.tenGC)
		}
	} else {
		h.setMinorThreshold()
	}
	if h.Stress&StressCollect != 0 {
		h.WantGC = true
	}
	return !h.OverLimit
}

// Trim gives memory that is not in use back to the OS, after a full collection:
// for machines that will be idle. It returns what Collect returns.
func (h *Heap) Trim() (ok bool) {
	ok = h.Collect(true)
	first := h.tenBase >> CardShift
	cards := h.cageEnd>>CardShift - first
	h.discard(h.markBias+8*first, 8*cards)
	h.discard(h.moveBias+4*first, 4*cards)
	h.discard(h.StackTop, h.StackEnd-h.StackTop)
	h.discard(h.nurBase, h.tenBase-h.nurBase)
	h.discard(h.tenTop, h.cageEnd-h.tenTop)
	return ok
}

// SetLimit changes the memory limit, in bytes of tenured space.
func (h *Heap) SetLimit(n uint32) {
	h.Limit = n
	if h.tenTop-h.tenBase <= n {
		h.OverLimit = false
	}
	h.setThresholds()
}

// setThresholds sets when the next collections are due.
func (h *Heap) setThresholds() {
	live := h.tenTop - h.tenBase
	step := live
	if step < minThreshold {
		step = minThreshold
	}
	// Near the limit collections become more frequent, but each may still
	// gain an eighth of the limit.
	left := h.Limit / 8
	if live < h.Limit && h.Limit-live > left {
		left = h.Limit - live
	}
	if step > left {
		step = left
	}
	if h.tenTop >= h.allocEnd {
		step = 0
	} else if step > h.allocEnd-h.tenTop {
		step = h.allocEnd - h.tenTop
	}
	h.tenGC = h.tenTop + step
	h.setMinorThreshold()
}

func (h *Heap) setMinorThreshold() {
	h.tenMin = h.tenTop + minorStep
	if h.nurBase == h.tenBase || h.tenMin > h.tenGC {
		h.tenMin = h.tenGC
	}
}

// valueRange is where the Values of a cell lie; from == to when it has none.
func (h *Heap) valueRange(ref uint32) (from, to uint32) {
	k := h.Kind(ref)
	if k == KTemplate {
		from = ref + TmplData
		return from, from + 8*h.U32(ref+TmplConsts)
	}
	to = ref + h.Size(ref)
	from = to
	if off := kindTable[k].vals; off != 0 {
		from = ref + off
	}
	return from, to
}

// sizeOf is the size of a cell, for walks. In the broken heap of a forged image it
// may be 0, and the walk would never end: that is a fault (see Guard).
func (h *Heap) sizeOf(ref uint32) uint32 {
	n := h.Size(ref)
	if n == 0 {
		h.SetU32(0, 0)
	}
	return n
}

// cellAt is the tenured cell that covers off, found through the object-start
// table.
func (h *Heap) cellAt(off uint32) uint32 {
	c := off >> CardShift
	s := uint32(h.U8(h.startBias + c))
	if s <= 64 && c<<CardShift+(s-1)<<3 > off {
		// The first cell that starts in this card starts behind off.
		c--
		s = uint32(h.U8(h.startBias + c))
	}
	for s > 64 {
		c -= 1 << (s - 65)
		s = uint32(h.U8(h.startBias + c))
	}
	ref := c<<CardShift + (s-1)<<3
	for size := h.sizeOf(ref); off-ref >= size; size = h.sizeOf(ref) {
		ref += size
	}
	return ref
}

// moveBytes copies n bytes, a multiple of 8, to a place that may overlap if it
// lies below.
func (h *Heap) moveBytes(dst, src, n uint32) {
	if n >= 64 {
		copy(h.Bytes(dst, n), h.Bytes(src, n))
		return
	}
	for i := uint32(0); i < n; i += 8 {
		h.SetU64(dst+i, h.U64(src+i))
	}
}

// zeroBytes clears n bytes.
func (h *Heap) zeroBytes(off, n uint32) {
	b := h.Bytes(off, n)
	for i := range b {
		b[i] = 0
	}
}

// poison overwrites freed space so that a stale reference is noticed.
func (h *Heap) poison(from, to uint32) {
	for ; from < to; from += 8 {
		h.SetU64(from, 0xDBDBDBDBDBDBDBDB)
	}
}
