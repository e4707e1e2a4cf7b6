//firn:core

package heap

// CloneObject makes a copy of a plain object: the same shape, the same slots,
// no elements. The shape must not be a dictionary's.
func (h *Heap) CloneObject(o uint32) uint32 {
	size := h.Size(o)
	c := h.Alloc(uint32(h.Kind(o)), size)
	h.CopyWords(c+HeaderSize, o+HeaderSize, (size-HeaderSize)>>3)
	h.SetU32(c+OffElements, 0)
	if s := h.U32(o + OffSlots); s != 0 {
		n := h.Size(s)
		t := h.Alloc(KSlots, n)
		h.CopyWords(t+HeaderSize, s+HeaderSize, (n-HeaderSize)>>3)
		h.SetU32(c+OffSlots, t)
	}
	return c
}

// SetOwnSlot stores named property i, in order of creation, of an object that
// is not a dictionary.
func (h *Heap) SetOwnSlot(o, i uint32, v Value) {
	s := h.U32(o + OffShape)
	if in := uint32(h.U16(s + ShapeInline)); i >= in {
		h.Store(h.U32(o+OffSlots)+OffValues+8*(i-in), v)
		return
	}
	h.Store(o+h.U32(s+ShapeBase)+8*i, v)
}
