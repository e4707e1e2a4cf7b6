//firn:core

package heap

// What harden needs: see runtime/lib/harden.js.

// IsHardened reports whether everything reachable from obj by properties and
// prototypes is known to be frozen.
func (h *Heap) IsHardened(obj uint32) bool {
	return obj < h.firn || h.U8(obj+OffFlags)&FHardened != 0
}

// Harden freezes one object that is neither a proxy nor a module namespace. A
// typed array cannot be frozen: it is made non-extensible and its named
// properties are frozen. Codes as of SetIntegrity.
func (h *Heap) Harden(obj uint32) uint32 {
	if h.U8(obj+OffKind) != KTypedArray || obj < h.firn {
		return h.SetIntegrity(obj, Frozen)
	}
	if code := h.PreventExtensions(obj); code != OpDone {
		return code
	}
	return h.restrict(obj, transFreeze)
}

// OwnReferences are the objects that the own properties of obj, which is
// neither a proxy nor a module namespace, hold: a record whose first n values
// they are, functions of accessors included. rec is 0 when out of memory.
func (h *Heap) OwnReferences(obj uint32) (rec, n uint32) {
	h.materialise(obj)
	s := h.U32(obj + OffShape)
	count := h.U32(s + ShapeCount)
	e := h.U32(obj + OffElements)
	room := 2 * count
	sparse := h.U8(obj+OffFlags)&FSparse != 0
	if sparse {
		room += 2 * h.U32(e+sparseLive)
	} else {
		for i, c := uint32(0), h.elementsCapacity(e); i < c; i++ {
			if h.Val(e + OffValues + 8*i).IsObject() {
				room++
			}
		}
		h.Charge(uint64(h.elementsCapacity(e)) >> 2)
	}
	rec = h.newKeyRecord(room)
	if rec == 0 {
		return 0, 0
	}
	for i := uint32(0); i < count; i++ {
		if key := h.descKey(s, i); key != Empty && !h.isPrivate(key) {
			n = h.putReference(rec, n, h.Val(h.slotAddr(obj, s, i)))
		}
	}
	if sparse {
		for off, end := e+sparseEntries, e+h.U32(e); off < end; off += sparseSize {
			if k := h.Val(off); k != 0 && k != Empty {
				n = h.putReference(rec, n, h.Val(off+8))
			}
		}
	} else {
		for i, c := uint32(0), h.elementsCapacity(e); i < c; i++ {
			n = h.putReference(rec, n, h.Val(e+OffValues+8*i))
		}
	}
	h.Charge(uint64(count + n))
	return rec, n
}

// putReference adds what v, the content of a slot, refers to.
func (h *Heap) putReference(rec, n uint32, v Value) uint32 {
	if v.IsObject() {
		h.SetVal(rec+OffValues+8*n, v)
		return n + 1
	}
	if v.IsCell() && h.Kind(v.Ref()) == KAccessor {
		if f := h.Val(v.Ref() + OffGetter); f.IsObject() {
			h.SetVal(rec+OffValues+8*n, f)
			n++
		}
		if f := h.Val(v.Ref() + OffSetter); f.IsObject() {
			h.SetVal(rec+OffValues+8*n, f)
			n++
		}
	}
	return n
}
