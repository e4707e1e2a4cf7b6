//firn:core

package heap

// PrivateFields is the number of an object's private fields (#x), which no
// integrity level makes read-only. Private methods and accessors do not count.
func (h *Heap) PrivateFields(obj uint32) (n uint32) {
	s := h.U32(obj + OffShape)
	for i := uint32(0); i < h.U32(s+ShapeCount); i++ {
		if key := h.descKey(s, i); key != Empty && h.isPrivate(key) && h.U8(key.Ref()+OffFlags)&FPrivateMeth == 0 {
			n++
		}
	}
	return n
}
