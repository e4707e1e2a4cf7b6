//firn:core

package heap

// Object.assign (ECMA-262 20.1.2.1) of plain objects, without a list of keys.

// Assignable reports whether AssignPlain can assign the properties of source to target:
// ordinary objects with named properties only, all of the source's writable, enumerable and
// configurable data; the target may be given more, has no other ones of these names itself, and
// inherits none from ordinary objects.
func (h *Heap) Assignable(target, source uint32) bool {
	s, t := h.U32(source+OffShape), h.U32(target+OffShape)
	if h.U8(source+OffKind) != KObject || h.U8(target+OffKind) != KObject || h.U32(source+OffElements) != 0 ||
		h.U8(target+OffFlags)&FNonExtensible != 0 || (h.ShapeFlagsOf(s)|h.ShapeFlagsOf(t))&SDictionary != 0 || target < h.firn {
		return false
	}
	n := h.U32(s + ShapeCount)
	h.Charge(uint64(n)>>2 + 1)
	first := h.U32(t + ShapeProto)
	for o, links := first, uint32(1); o != 0; o, links = h.Proto(o), links+1 {
		h.ChargeLink(links)
		if h.U8(o+OffKind) != KObject {
			return false
		}
	}
	for i := uint32(0); i < n; i++ {
		key := h.descKey(s, i)
		if h.descAttrs(s, i) != WEC || h.isPrivate(key) {
			return false
		}
		if j := h.findSlot(t, key); j != noSlot {
			if h.descAttrs(t, j) != WEC {
				return false
			}
			continue
		}
		for o, links := first, uint32(1); o != 0; o, links = h.Proto(o), links+1 {
			h.ChargeLink(links)
			if h.findSlot(h.U32(o+OffShape), key) != noSlot {
				return false
			}
		}
	}
	return true
}

// AssignPlain assigns the properties of source to target, which is Assignable: OpDone or
// OpMemory.
func (h *Heap) AssignPlain(target, source uint32) uint32 {
	s := h.U32(source + OffShape)
	if source == target || h.cloneInto(target, source) {
		return OpDone
	}
	var p Prop
	n := h.U32(s + ShapeCount)
	for i := uint32(0); i < n; i++ {
		key, v := h.descKey(s, i), h.Val(h.slotAddr(source, s, i))
		if h.GetOwn(target, key, &p) {
			h.touch(target)
			h.Write(&p, v)
			continue
		}
		if !h.addProperty(target, key, v, WEC, true) {
			return OpMemory
		}
	}
	return OpDone
}
