//firn:core

package heap

// Descriptor tables (KDescs) and their hash indexes (KIndex). A table is shared
// by a chain of shapes, or owned by one dictionary. Its index, there when it
// has more than LinearProps entries, always has at least twice as many places
// as the table has entries, so a deleted entry can stay in the index: its key
// is Empty and matches nothing.

// descCapacity is how many entries the cell d can hold.
func (h *Heap) descCapacity(d uint32) uint32 { return (h.U32(d) - DescEntries) / DescSize }

// newDescs makes a table for cap entries with the first n entries of from.
// 0 means out of memory.
func (h *Heap) newDescs(from, n, cap uint32) uint32 {
	if cap > 1<<26 {
		return 0
	}
	size := DescEntries + DescSize*cap
	if size > bigCell && !h.Room(uint64(size)*2) {
		return 0
	}
	d := h.Alloc(KDescs, size)
	h.SetU32(d+DescUsed, n)
	h.SetU32(d+DescIndex, 0)
	h.CopyWords(d+DescEntries, from+DescEntries, 2*n)
	h.Zero(d+DescEntries+DescSize*n, DescSize*(cap-n))
	if n > LinearProps {
		h.indexDescs(d)
	}
	return d
}

// indexDescs gives table d a new index over its used entries.
func (h *Heap) indexDescs(d uint32) {
	places := uint32(32)
	for places < 2*h.descCapacity(d) {
		places *= 2
	}
	ix := h.Alloc(KIndex, IndexEntries+4*places)
	h.Zero(ix+HeaderSize, h.U32(ix)-HeaderSize)
	h.StoreRef(d+DescIndex, ix)
	n := h.U32(d + DescUsed)
	for i := uint32(0); i < n; i++ {
		key := h.Val(d + DescEntries + DescSize*i)
		if key != Empty {
			h.indexPut(ix, key, i)
		}
	}
}

func (h *Heap) indexPut(ix uint32, key Value, i uint32) {
	at := probeFrom(h.keyHash(key), (h.U32(ix)-IndexEntries)>>2-1)
	for h.U32(ix+IndexEntries+4*at.at) != 0 {
		if at.far() {
			at.jump(h.farKey(key, at.at))
		}
	}
	h.SetU32(ix+IndexEntries+4*at.at, i+1)
}

// appendDesc adds an entry after the first n of d, in place when d is in RAM,
// has no newer entries and room; else in a copy. 0 means out of memory.
func (h *Heap) appendDesc(d, n uint32, key Value, attrs uint32) uint32 {
	if d == 0 || d < h.firn || h.U32(d+DescUsed) != n || h.descCapacity(d) <= n {
		cap := n + n/2 + 2
		if n >= 32 {
			cap = 2 * n
		}
		d = h.newDescs(d, n, cap)
		if d == 0 {
			return 0
		}
	}
	h.Store(d+DescEntries+DescSize*n, key)
	h.SetU64(d+DescEntries+DescSize*n+8, uint64(attrs))
	h.SetU32(d+DescUsed, n+1)
	if ix := h.U32(d + DescIndex); ix != 0 {
		h.indexPut(ix, key, n)
	} else if n+1 > LinearProps {
		h.indexDescs(d)
	}
	return d
}
