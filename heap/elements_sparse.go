//firn:core

package heap

// KSparse: an open hash table of indexed properties, at most three quarters
// full. The key 0 (the double) is a free place, Empty a deleted entry.
const (
	sparseUsed    = 8 // places that are not free
	sparseLive    = 12
	sparseEntries = 16
	sparseSize    = 24 // {index Value, value, attributes u64}
)

func (h *Heap) sparsePlaces(e uint32) uint32 { return (h.U32(e) - sparseEntries) / sparseSize }

func sparseHash(i uint32) uint32 {
	i ^= i >> 16
	i *= 0x7FEB352D
	i ^= i >> 15
	i *= 0x846CA68B
	return i ^ i>>16
}

// sparseFind is the offset of the entry of index i, 0 if there is none.
func (h *Heap) sparseFind(e, i uint32) uint32 {
	key := Uint32(i)
	mask := h.sparsePlaces(e) - 1
	pos := sparseHash(i) & mask
	for n := uint32(0); ; n++ {
		off := e + sparseEntries + sparseSize*pos
		k := h.Val(off)
		if k == key {
			return off
		}
		if k == 0 {
			return 0
		}
		if n > 16 {
			h.WorkDone++ // colliding keys can be chosen: let them be paid for
		}
		pos = (pos + 1) & mask
	}
}

// newSparse is an empty table for n entries, 0 when out of memory.
func (h *Heap) newSparse(n uint32) uint32 {
	places := uint32(8)
	for places < 2*n {
		places *= 2
	}
	if places > 1<<26 {
		return 0
	}
	size := sparseEntries + sparseSize*places
	if size > bigCell && !h.Room(uint64(size)) {
		return 0
	}
	return h.AllocZero(KSparse, size)
}

// sparsePut enters an index that is not in the table, which has room.
func (h *Heap) sparsePut(e, i uint32, v Value, attrs uint32) {
	mask := h.sparsePlaces(e) - 1
	pos := sparseHash(i) & mask
	n := uint32(0)
	for h.Val(e+sparseEntries+sparseSize*pos) != 0 {
		if n++; n > 16 {
			h.WorkDone++
		}
		pos = (pos + 1) & mask
	}
	off := e + sparseEntries + sparseSize*pos
	h.SetVal(off, Uint32(i))
	h.Store(off+8, v)
	h.SetU64(off+16, uint64(attrs))
	h.SetU32(e+sparseUsed, h.U32(e+sparseUsed)+1)
	h.SetU32(e+sparseLive, h.U32(e+sparseLive)+1)
}

// toSparse turns the dense elements of obj into a table. False means out of
// memory.
func (h *Heap) toSparse(obj uint32) bool {
	flags := h.U8(obj + OffFlags)
	e := h.U32(obj + OffElements)
	cap := h.elementsCapacity(e)
	n := uint32(0)
	for i := uint32(0); i < cap; i++ {
		if h.Val(e+OffValues+8*i) != Hole {
			n++
		}
	}
	t := h.newSparse(n + 1)
	if t == 0 {
		return false
	}
	attrs := denseAttrs(flags)
	for i := uint32(0); i < cap; i++ {
		if v := h.Val(e + OffValues + 8*i); v != Hole {
			h.sparsePut(t, i, v, attrs)
		}
	}
	h.Charge(uint64(cap))
	h.StoreRef(obj+OffElements, t)
	h.SetU8(obj+OffFlags, flags&^(FElemsSealed|FElemsFrozen)|FSparse)
	return true
}

// sparseAdd adds an index that obj does not have. False means out of memory.
func (h *Heap) sparseAdd(obj, i uint32, v Value, attrs uint32) bool {
	e := h.U32(obj + OffElements)
	if 4*(h.U32(e+sparseUsed)+1) > 3*h.sparsePlaces(e) {
		if attrs == WEC && h.sparseToDense(obj, e, i) {
			h.Store(h.U32(obj+OffElements)+OffValues+8*i, v)
			return true
		}
		if e = h.sparseRehash(obj, e); e == 0 {
			return false
		}
	}
	h.sparsePut(e, i, v, attrs)
	return true
}

// sparseRehash gives obj a table that fits its live entries and more. 0 means
// out of memory.
func (h *Heap) sparseRehash(obj, e uint32) uint32 {
	live := h.U32(e + sparseLive)
	t := h.newSparse(live + live/4 + 1)
	if t == 0 {
		return 0
	}
	for off, end := e+sparseEntries, e+h.U32(e); off < end; off += sparseSize {
		if k := h.Val(off); k != 0 && k != Empty {
			h.sparsePut(t, k.Index(), h.Val(off+8), h.U32(off+16))
		}
	}
	h.Charge(uint64(h.sparsePlaces(e)))
	h.StoreRef(obj+OffElements, t)
	return t
}

// sparseToDense makes the elements dense again when at least half of the
// indices up to the highest are in use, the new index next included, and none
// has special attributes.
func (h *Heap) sparseToDense(obj, e, next uint32) bool {
	live := h.U32(e + sparseLive)
	if next >= 2*live+16 || h.U8(obj+OffFlags)&FNonExtensible != 0 {
		return false
	}
	top := next
	for off, end := e+sparseEntries, e+h.U32(e); off < end; off += sparseSize {
		k := h.Val(off)
		if k == 0 || k == Empty {
			continue
		}
		if h.U32(off+16) != WEC || k.Index() >= 2*live+16 {
			return false
		}
		if k.Index() > top {
			top = k.Index()
		}
	}
	want := top + top/4 + 4
	size := OffValues + 8*want
	if want > maxDense || size > bigCell && !h.Room(uint64(size)) {
		return false
	}
	d := h.AllocValues(KElements, size, OffValues, Hole)
	for off, end := e+sparseEntries, e+h.U32(e); off < end; off += sparseSize {
		if k := h.Val(off); k != 0 && k != Empty {
			h.SetVal(d+OffValues+8*k.Index(), h.Val(off+8))
		}
	}
	h.Charge(uint64(want))
	h.StoreRef(obj+OffElements, d)
	h.SetU8(obj+OffFlags, h.U8(obj+OffFlags)&^FSparse)
	return true
}

// sparseRemove deletes the entry at off. Tables that have become mostly empty
// are made smaller.
func (h *Heap) sparseRemove(obj, off uint32) {
	e := h.U32(obj + OffElements)
	h.SetVal(off, Empty)
	h.SetVal(off+8, Undefined)
	h.SetU64(off+16, 0)
	live := h.U32(e+sparseLive) - 1
	h.SetU32(e+sparseLive, live)
	if live == 0 {
		h.SetU32(obj+OffElements, 0)
		h.SetU8(obj+OffFlags, h.U8(obj+OffFlags)&^FSparse)
	} else if places := h.sparsePlaces(e); places > 64 && live < places/16 {
		h.sparseRehash(obj, e)
	}
}

// sparseTruncate deletes the elements from n up, from the highest down, until
// one is not configurable. It returns the length that is left: n, or that
// element's index + 1.
func (h *Heap) sparseTruncate(obj, n, length uint32) uint32 {
	e := h.U32(obj + OffElements)
	if length-n <= 16 || length-n <= h.sparsePlaces(e)/4 {
		h.Charge(uint64(length - n))
		for i := length; i > n; i-- {
			off := h.sparseFind(e, i-1)
			if off == 0 {
				continue
			}
			if h.U32(off+16)&Configurable == 0 {
				return i
			}
			h.sparseRemove(obj, off)
			if e = h.U32(obj + OffElements); e == 0 {
				return n
			}
		}
		return n
	}
	stop := n
	end := e + h.U32(e)
	for off := e + sparseEntries; off < end; off += sparseSize {
		k := h.Val(off)
		if k != 0 && k != Empty && h.U32(off+16)&Configurable == 0 && k.Index() >= stop {
			stop = k.Index() + 1
		}
	}
	live := h.U32(e + sparseLive)
	for off := e + sparseEntries; off < end; off += sparseSize {
		k := h.Val(off)
		if k != 0 && k != Empty && k.Index() >= stop {
			h.SetVal(off, Empty)
			h.SetVal(off+8, Undefined)
			h.SetU64(off+16, 0)
			live--
		}
	}
	h.SetU32(e+sparseLive, live)
	h.Charge(uint64(h.sparsePlaces(e)))
	if live == 0 {
		h.SetU32(obj+OffElements, 0)
		h.SetU8(obj+OffFlags, h.U8(obj+OffFlags)&^FSparse)
	} else if live < h.sparsePlaces(e)/16 {
		h.sparseRehash(obj, e)
	}
	return stop
}
