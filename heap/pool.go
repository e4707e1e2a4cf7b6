//firn:core

package heap

// The pool holds the values that native code refers to. Its entries never move,
// so their cage offsets are constants of the code; what is in them is a root and
// is kept up to date by collections. The pool is derived state: it is in no
// image, and a fork starts with an empty one.

// DefaultPool is the size of the pool of a machine that may have native code,
// in bytes of address space.
const DefaultPool = 4 << 20

// maxPool is where a pool must end: its offsets are signed 32-bit displacements.
const maxPool = 1 << 31

// PoolAlloc takes n consecutive entries, each undefined, and returns the cage
// offset of the first. 0 means that the pool is full, or that there is none.
func (h *Heap) PoolAlloc(n uint32) uint32 {
	if n == 1 && h.poolFree != 0 {
		at := h.poolFree
		h.poolFree = uint32(h.Val(at))
		h.SetVal(at, Undefined)
		return at
	}
	if n == 0 || n > (h.poolEnd-h.poolTop)/8 {
		return 0
	}
	at := h.poolTop
	h.poolTop += 8 * n
	h.Fill(at, n, Undefined)
	return at
}

// PoolFree gives back n entries from offset at on.
func (h *Heap) PoolFree(at, n uint32) {
	for end := at + 8*n; at < end; at += 8 {
		h.SetVal(at, TagInt<<48|Value(h.poolFree))
		h.poolFree = at
	}
}

// SetPool stores a pool entry. An entry is a root: no write barrier is needed.
func (h *Heap) SetPool(at uint32, v Value) { h.SetVal(at, v) }

// PoolUsed is the number of bytes of the pool that collections scan.
func (h *Heap) PoolUsed() uint32 { return h.poolTop - h.poolBase }

// InPool reports whether at is the offset of a pool entry that was allocated.
func (h *Heap) InPool(at uint32) bool { return at-h.poolBase < h.poolTop-h.poolBase && at&7 == 0 }

// resetPool drops all entries.
func (h *Heap) resetPool() { h.poolTop, h.poolFree = h.poolBase, 0 }
