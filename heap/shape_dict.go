//firn:core

package heap

// DictDeleted counts deleted entries of a dictionary, which is a shape and a
// descriptor table of the object's own: they stay until the table is rebuilt.
const DictDeleted = ShapeAttrs

// DictDead is how many deleted entries a table may have besides half of all.
const DictDead = 16

// toDictionary gives obj a dictionary shape. False means out of memory.
func (h *Heap) toDictionary(obj uint32) bool {
	s := h.U32(obj + OffShape)
	if h.ShapeFlagsOf(s)&SDictionary != 0 {
		return true
	}
	n := h.U32(s + ShapeCount)
	d := h.newDescs(h.U32(s+ShapeDescs), n, n+n/2+4)
	if d == 0 {
		return false
	}
	c := h.newShape(s)
	h.SetU32(c+ShapeDescs, d)
	h.SetU16(c+ShapeFlags, uint16(h.ShapeFlagsOf(s)|SDictionary))
	h.StoreRef(obj+OffShape, c)
	return true
}

// dictChange is the dictionary shape of obj, ready to be changed in place.
func (h *Heap) dictChange(obj uint32) uint32 {
	s := h.U32(obj + OffShape)
	if h.ShapeFlagsOf(s)&SCached == 0 {
		return s
	}
	// The caches keep the old cell, which no object has any more.
	c := h.newShape(s)
	h.SetU32(c+DictDeleted, h.U32(s+DictDeleted))
	h.SetU16(c+ShapeFlags, uint16(h.ShapeFlagsOf(s)&^SCached))
	h.SetU16(s+ShapeFlags, uint16(h.ShapeFlagsOf(s)|SDead))
	h.StoreRef(obj+OffShape, c)
	return c
}

// dictAdd adds a property to a dictionary object. False means out of memory.
func (h *Heap) dictAdd(obj uint32, key, v Value, attrs uint32) bool {
	s := h.dictChange(obj)
	d := h.U32(s + ShapeDescs)
	n := h.U32(s + ShapeCount)
	if dead := h.U32(s + DictDeleted); dead*4 > n && n >= h.descCapacity(d) {
		if !h.dictCompact(obj, s) {
			return false
		}
		d, n = h.U32(s+ShapeDescs), h.U32(s+ShapeCount)
	}
	if !h.growSlots(obj, s, n) {
		return false
	}
	d = h.appendDesc(d, n, key, attrs)
	if d == 0 {
		return false
	}
	h.StoreRef(s+ShapeDescs, d)
	h.SetU32(s+ShapeCount, n+1)
	h.Store(h.slotAddr(obj, s, n), v)
	return true
}

// dictRemove deletes property i of a dictionary object.
func (h *Heap) dictRemove(obj, i uint32) {
	s := h.dictChange(obj)
	d := h.U32(s + ShapeDescs)
	h.SetVal(d+DescEntries+DescSize*i, Empty)
	h.SetU64(d+DescEntries+DescSize*i+8, 0)
	h.SetVal(h.slotAddr(obj, s, i), Undefined)
	dead := h.U32(s+DictDeleted) + 1
	h.SetU32(s+DictDeleted, dead)
	if n := h.U32(s + ShapeCount); dead > DictDead+n/2 {
		h.dictCompact(obj, s)
	}
}

// dictCompact drops the deleted entries of obj's dictionary shape s and moves
// the slots together. False means out of memory.
func (h *Heap) dictCompact(obj, s uint32) bool {
	n := h.U32(s + ShapeCount)
	live := n - h.U32(s+DictDeleted)
	old := h.U32(s + ShapeDescs)
	d := h.newDescs(0, 0, live+live/2+8)
	if d == 0 {
		return false
	}
	j := uint32(0)
	for i := uint32(0); i < n; i++ {
		e := old + DescEntries + DescSize*i
		if h.Val(e) == Empty {
			continue
		}
		h.SetVal(d+DescEntries+DescSize*j, h.Val(e))
		h.SetU64(d+DescEntries+DescSize*j+8, h.U64(e+8))
		if i != j {
			h.Store(h.slotAddr(obj, s, j), h.Val(h.slotAddr(obj, s, i)))
		}
		j++
	}
	for i := j; i < n; i++ {
		h.SetVal(h.slotAddr(obj, s, i), Undefined)
	}
	h.SetU32(d+DescUsed, j)
	if j > LinearProps {
		h.indexDescs(d)
	}
	h.StoreRef(s+ShapeDescs, d)
	h.SetU32(s+ShapeCount, j)
	h.SetU32(s+DictDeleted, 0)
	h.Charge(uint64(n))
	h.shrinkSlots(obj, s, j)
	return true
}

// shrinkSlots replaces the slots cell of obj, which needs n slots in all, when
// it is much too large.
func (h *Heap) shrinkSlots(obj, s, n uint32) {
	slots := h.U32(obj + OffSlots)
	if slots == 0 {
		return
	}
	need := uint32(0)
	if in := uint32(h.U16(s + ShapeInline)); n > in {
		need = SlotCapacity(n - in)
	}
	if (h.U32(slots)-OffValues)/8 <= 4*need+16 {
		return
	}
	if need == 0 {
		h.SetU32(obj+OffSlots, 0)
		return
	}
	c := h.Alloc(KSlots, OffValues+8*need)
	h.CopyWords(c+OffValues, slots+OffValues, need)
	h.StoreRef(obj+OffSlots, c)
}

// growSlots makes sure that slot n of an object of shape s exists. False means
// out of memory.
func (h *Heap) growSlots(obj, s, n uint32) bool {
	in := uint32(h.U16(s + ShapeInline))
	if n < in {
		return true
	}
	need := SlotCapacity(n + 1 - in)
	slots := h.U32(obj + OffSlots)
	have := uint32(0)
	if slots != 0 {
		have = (h.U32(slots) - OffValues) / 8
	}
	if have >= need {
		return true
	}
	if need > 1<<27 {
		return false
	}
	size := OffValues + 8*need
	if size > bigCell && !h.Room(uint64(size)) {
		return false
	}
	c := h.Alloc(KSlots, size)
	h.CopyWords(c+OffValues, slots+OffValues, have)
	h.Fill(c+OffValues+8*have, need-have, Undefined)
	h.StoreRef(obj+OffSlots, c)
	h.Charge(uint64(have) >> 2)
	return true
}

// addProperty adds a property that obj does not have. dynamic says that the
// key was computed: such objects become dictionaries sooner. False means out
// of memory.
func (h *Heap) addProperty(obj uint32, key, v Value, attrs uint32, dynamic bool) bool {
	h.touch(obj)
	s := h.U32(obj + OffShape)
	flags := h.ShapeFlagsOf(s)
	if flags&SLazyFunction != 0 {
		h.materialise(obj)
		s = h.U32(obj + OffShape)
	}
	if flags&SDictionary != 0 {
		return h.dictAdd(obj, key, v, attrs)
	}
	n := h.U32(s + ShapeCount)
	if n >= maxShapeProps || dynamic && n >= MaxDynamicProps || h.transFull(s) {
		return h.toDictionary(obj) && h.dictAdd(obj, key, v, attrs)
	}
	if !h.growSlots(obj, s, n) {
		return false
	}
	c := h.shapeAdd(s, key, attrs)
	if c == 0 {
		return false
	}
	h.Store(h.slotAddr(obj, s, n), v)
	h.StoreRef(obj+OffShape, c)
	return true
}

// removeProperty deletes property i of obj.
func (h *Heap) removeProperty(obj, i uint32) bool {
	h.touch(obj)
	s := h.U32(obj + OffShape)
	if h.ShapeFlagsOf(s)&SDictionary == 0 {
		if p := h.U32(s + ShapeParent); p != 0 && i+1 == h.U32(s+ShapeCount) && h.U32(s+ShapeAttrs) <= AttrMask {
			h.SetVal(h.slotAddr(obj, s, i), Undefined)
			h.StoreRef(obj+OffShape, p)
			return true
		}
		if !h.toDictionary(obj) {
			return false
		}
	}
	h.dictRemove(obj, i)
	return true
}

// changeAttrs gives property i of obj other attributes. False means out of
// memory.
func (h *Heap) changeAttrs(obj, i, attrs uint32) bool {
	h.touch(obj)
	s := h.U32(obj + OffShape)
	if h.descAttrs(s, i) == attrs {
		return true
	}
	if h.ShapeFlagsOf(s)&SDictionary == 0 {
		if h.U32(s+ShapeCount) <= 64 && !h.transFull(s) {
			c := h.shapeChange(s, i, attrs)
			if c != 0 {
				h.StoreRef(obj+OffShape, c)
			}
			return c != 0
		}
		if !h.toDictionary(obj) {
			return false
		}
	}
	s = h.dictChange(obj)
	h.SetU64(h.U32(s+ShapeDescs)+DescEntries+DescSize*i+8, uint64(attrs))
	return true
}
