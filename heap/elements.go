//firn:core

package heap

// Indexed properties, of any kind of object, are in OffElements: a KElements
// cell (dense: all writable, enumerable and configurable, or all sealed or all
// frozen by the object's flags; Hole where there is none), or a KSparse table.

// maxDense is the largest capacity of dense elements.
const maxDense = 1 << 27

// elementsCapacity is the number of values the elements cell e (0: none) holds.
func (h *Heap) elementsCapacity(e uint32) uint32 {
	if e == 0 {
		return 0
	}
	return (h.U32(e) - OffValues) / 8
}

// denseAttrs are the attributes of all dense elements of an object with these
// flags.
func denseAttrs(flags uint8) uint32 {
	switch {
	case flags&FElemsFrozen != 0:
		return Enumerable
	case flags&FElemsSealed != 0:
		return Writable | Enumerable
	}
	return WEC
}

func (h *Heap) getOwnIndex(obj, i uint32, p *Prop) bool {
	e := h.U32(obj + OffElements)
	if e == 0 {
		return false
	}
	flags := h.U8(obj + OffFlags)
	if flags&FSparse != 0 {
		off := h.sparseFind(e, i)
		if off == 0 {
			return false
		}
		p.Holder, p.Where, p.Offset = obj, WhereSparse, off-e
		p.Attrs = h.U32(off + 16)
		h.fillValue(h.Val(off+8), p)
		return true
	}
	if i >= h.elementsCapacity(e) {
		return false
	}
	v := h.Val(e + OffValues + 8*i)
	if v == Hole {
		return false
	}
	p.Holder, p.Where, p.Offset, p.Attrs, p.Value = obj, WhereElement, i, denseAttrs(flags), v
	return true
}

// hasIndex reports whether obj has an own indexed property i in its elements.
func (h *Heap) hasIndex(obj, i uint32) bool {
	e := h.U32(obj + OffElements)
	if e == 0 {
		return false
	}
	if h.U8(obj+OffFlags)&FSparse != 0 {
		return h.sparseFind(e, i) != 0
	}
	return i < h.elementsCapacity(e) && h.Val(e+OffValues+8*i) != Hole
}

// addIndex adds element i, which obj does not have. Extensibility has been
// checked; the array rules (ECMA-262 10.4.2.1 step 2) are followed here.
func (h *Heap) addIndex(obj, i uint32, v Value, attrs uint32) uint32 {
	array := h.U8(obj+OffKind) == KArray
	if array && i >= h.U32(obj+OffWord) && h.U8(obj+OffFlags)&FLengthReadonly != 0 {
		return RejReadOnly
	}
	h.touch(obj)
	if h.U8(obj+OffFlags)&FSparse == 0 {
		if attrs == WEC {
			switch h.growDense(obj, i) {
			case growOK:
				h.Store(h.U32(obj+OffElements)+OffValues+8*i, v)
				if array && i >= h.U32(obj+OffWord) {
					h.SetU32(obj+OffWord, i+1)
				}
				return OpDone
			case growMemory:
				return OpMemory
			}
		}
		if !h.toSparse(obj) {
			return OpMemory
		}
	}
	if !h.sparseAdd(obj, i, v, attrs) {
		return OpMemory
	}
	if array && i >= h.U32(obj+OffWord) {
		h.SetU32(obj+OffWord, i+1)
	}
	return OpDone
}

// Answers of growDense.
const (
	growOK = iota
	growSparse
	growMemory
)

// growDense makes room for element i in dense elements, unless they would be
// mostly holes. The elements are counted only when the capacity is about to
// grow by half at least, so that counting costs no more than copying.
func (h *Heap) growDense(obj, i uint32) uint32 {
	e := h.U32(obj + OffElements)
	cap := h.elementsCapacity(e)
	if i < cap {
		return growOK
	}
	if i >= maxDense {
		return growSparse
	}
	want := cap + cap/2 + 4
	if i >= want {
		if i > 1024 {
			used := uint32(0)
			for j := uint32(0); j < cap; j++ {
				if h.Val(e+OffValues+8*j) != Hole {
					used++
				}
			}
			if i > 4*used+1024 {
				return growSparse
			}
		}
		want = i + 1
	}
	if OffValues+8*want > bigCell && !h.Room(uint64(OffValues+8*want)) {
		want = i + 1
		if OffValues+8*want > bigCell && !h.Room(uint64(OffValues+8*want)) {
			return growMemory
		}
	}
	h.resizeDense(obj, e, cap, want)
	return growOK
}

// resizeDense gives obj an elements cell for want values, with the first keep
// values of e.
func (h *Heap) resizeDense(obj, e, keep, want uint32) {
	c := h.Alloc(KElements, OffValues+8*want)
	h.CopyWords(c+OffValues, e+OffValues, keep)
	h.Fill(c+OffValues+8*keep, h.elementsCapacity(c)-keep, Hole)
	h.StoreRef(obj+OffElements, c)
	h.Charge(uint64(want) >> 2)
}

// ReserveElements makes sure that obj has dense elements with room for n values
// (unused ones are holes). False: they are sparse, or out of memory.
func (h *Heap) ReserveElements(obj, n uint32) bool {
	if h.U8(obj+OffFlags)&(FSparse|FExotic) != 0 {
		return false
	}
	e := h.U32(obj + OffElements)
	cap := h.elementsCapacity(e)
	if n <= cap {
		return true
	}
	if n > maxDense || OffValues+8*n > bigCell && !h.Room(uint64(OffValues+8*n)) {
		return false
	}
	h.resizeDense(obj, e, cap, n)
	return true
}

// TrimElements drops the first n of obj's dense elements, which must have more:
// those behind get numbers lower by n. They stay where they are: the cell begins
// later, and what is before it becomes a filler.
func (h *Heap) TrimElements(obj, n uint32) {
	e := h.U32(obj + OffElements)
	to := e + 8*n
	h.SetU64(to, h.U64(e)-uint64(8*n))
	free, size := e, 8*n
	if e >= h.tenBase && uint32(h.U8(h.startBias+e>>CardShift)) != e>>3&63+1 {
		// A row of fillers is one, which can be skipped at once. (A start that is in the
		// object-start table stays one.)
		if f := h.cellAt(e - 8); h.Kind(f) == KFree {
			free, size = f, size+h.Size(f)
		}
	}
	h.SetU64(free, uint64(size)|KFree<<32)
	h.StoreRef(obj+OffElements, to)
}

// removeIndex deletes element i, found by p.
func (h *Heap) removeIndex(p *Prop) {
	h.touch(p.Holder)
	if p.Where == WhereElement {
		h.SetVal(h.propAddr(p), Hole)
		return
	}
	h.sparseRemove(p.Holder, h.U32(p.Holder+OffElements)+p.Offset)
}

// changeIndex gives element i, found by p, other attributes and a new content.
// False means out of memory.
func (h *Heap) changeIndex(p *Prop, i, attrs uint32, v Value) bool {
	h.touch(p.Holder)
	if p.Where == WhereElement {
		if attrs == denseAttrs(h.U8(p.Holder+OffFlags)) {
			h.Store(h.propAddr(p), v)
			return true
		}
		if !h.toSparse(p.Holder) {
			return false
		}
		e := h.U32(p.Holder + OffElements)
		p.Where, p.Offset = WhereSparse, h.sparseFind(e, i)-e
	}
	h.Store(h.propAddr(p), v)
	h.SetU64(h.propAddr(p)+8, uint64(attrs))
	return true
}
