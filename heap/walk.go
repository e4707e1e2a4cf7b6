package heap

// Walking the heap linearly: every space is a row of cells without gaps.

// Space is one part of a cage that holds cells.
type Space uint8

const (
	SpaceROM Space = iota
	SpaceNursery
	SpaceTenured
)

var spaceNames = [...]string{"rom", "nursery", "tenured"}

func (s Space) String() string { return spaceNames[s] }

// Bounds is where the cells of a space lie.
func (h *Heap) Bounds(s Space) (from, to uint32) {
	switch s {
	case SpaceROM:
		return romHeader, h.mem.rom.cellsEnd
	case SpaceNursery:
		return h.nurBase, h.NurTop
	}
	return h.tenBase, h.tenTop
}

// Walk calls f for each cell of a space, dead ones included, in address order.
// It stops where f returns false, or at a cell whose size makes no sense; it
// returns the offset at which it stopped, the end of the space if nowhere.
func (h *Heap) Walk(s Space, f func(ref uint32) bool) (stopped uint32) {
	ref, to := h.Bounds(s)
	for ref < to {
		size := h.Size(ref)
		if size < h.leastSize(ref) || size&7 != 0 || size > to-ref || !f(ref) {
			return ref
		}
		ref += size
	}
	return ref
}

// leastSize is how large the cell at ref is at least.
func (h *Heap) leastSize(ref uint32) uint32 {
	if h.Kind(ref) == KFree {
		return HeaderSize
	}
	return HeaderSize + 8
}

// KindStat counts the cells of one kind.
type KindStat struct {
	Kind  uint8
	Name  string
	Count uint64
	Bytes uint64
}

// KindStats counts the cells of a space by kind, dead ones included, in the
// order of the kinds and without those that do not occur.
func (h *Heap) KindStats(s Space) []KindStat {
	var all [NumKinds]KindStat
	h.Walk(s, func(ref uint32) bool {
		if k := h.Kind(ref); k < NumKinds {
			all[k].Count++
			all[k].Bytes += uint64(h.Size(ref))
		}
		return true
	})
	var out []KindStat
	for k := range all {
		if all[k].Count > 0 {
			all[k].Kind, all[k].Name = uint8(k), KindName(uint8(k))
			out = append(out, all[k])
		}
	}
	return out
}

// Used is the number of bytes of cells in nursery and tenured space, dead ones
// included.
func (h *Heap) Used() uint32 { return h.NurTop - h.nurBase + h.tenTop - h.tenBase }

// cellSet is the set of offsets in [base, …) at which cells start.
type cellSet struct {
	base uint32
	bits []uint64
}

func newCellSet(base, end uint32) cellSet {
	return cellSet{base, make([]uint64, (end-base)/512+1)}
}

func (c *cellSet) add(ref uint32) { c.bits[(ref-c.base)>>9] |= 1 << ((ref - c.base) >> 3 & 63) }

func (c *cellSet) has(ref uint32) bool {
	i := (ref - c.base) >> 9
	return ref >= c.base && ref&7 == 0 && int(i) < len(c.bits) && c.bits[i]>>((ref-c.base)>>3&63)&1 != 0
}
