//firn:core

package heap

// When collections happen, and what they are made of: collect_minor.go empties
// the nursery, collect_mark.go and collect_compact.go do a full collection.

const (
	// minThreshold is the least tenured growth between full collections.
	minThreshold = 4 << 20
	// minorStep is how much may be allocated directly in tenured space before a
	// minor collection is asked for: all of it is dirty and has to be scanned.
	minorStep = 1 << 20
)

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
	if step > h.allocEnd-h.tenTop {
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
