//firn:core

package heap

// Transitions between shapes. A RAM shape holds its only child or a table of
// children (ShapeTrans); the children of ROM shapes are in one RAM table
// (RootShapeTrans) whose keys carry the parent in the attribute word.

// newShape makes a copy of shape s without its place in the tree.
func (h *Heap) newShape(s uint32) uint32 {
	c := h.Alloc(KShape, ShapeSize)
	h.CopyWords(c+HeaderSize, s+HeaderSize, (ShapeSize-HeaderSize)/8)
	h.SetU32(c+ShapeTrans, 0)
	h.SetU32(c+ShapeParent, 0)
	h.SetVal(c+ShapeKey, Undefined)
	h.SetU32(c+ShapeAttrs, 0)
	return c
}

// transHash hashes a transition.
func (h *Heap) transHash(key Value, word uint64) uint32 {
	x := uint32(word)*(TransLow&0xFFFFFFFF) ^ uint32(word>>32)*(TransHigh&0xFFFFFFFF)
	if key.IsPointer() {
		x ^= h.keyHash(key)
	}
	x *= KeyFactor & 0xFFFFFFFF
	return x ^ x>>16
}

// findTrans is the shape that (key, code) leads to from s, 0 if there is none
// yet.
func (h *Heap) findTrans(s uint32, key Value, code uint32) uint32 {
	if s < h.firn {
		t := h.Root(RootShapeTrans)
		if !t.IsCell() {
			return 0
		}
		return h.transGet(t.Ref(), key, uint64(s)<<32|uint64(code))
	}
	t := h.U32(s + ShapeTrans)
	if t == 0 {
		return 0
	}
	if h.Kind(t) == KShape {
		if h.Val(t+ShapeKey) == key && h.U32(t+ShapeAttrs) == code {
			return t
		}
		return 0
	}
	return h.transGet(t, key, uint64(code))
}

// putTrans records that (key, code) leads from s to c.
func (h *Heap) putTrans(s uint32, key Value, code, c uint32) {
	h.SetU32(c+ShapeParent, s)
	h.SetVal(c+ShapeKey, key)
	h.SetU32(c+ShapeAttrs, code)
	if s < h.firn {
		t := uint32(0)
		if v := h.Root(RootShapeTrans); v.IsCell() {
			t = v.Ref()
		}
		t = h.transPut(t, key, uint64(s)<<32|uint64(code), c)
		h.SetRoot(RootShapeTrans, CellRef(t))
		return
	}
	t := h.U32(s + ShapeTrans)
	if t == 0 {
		h.StoreRef(s+ShapeTrans, c)
		return
	}
	if h.Kind(t) == KShape {
		only := t
		t = h.transPut(0, h.Val(only+ShapeKey), uint64(h.U32(only+ShapeAttrs)), only)
	}
	h.StoreRef(s+ShapeTrans, h.transPut(t, key, uint64(code), c))
}

func (h *Heap) transGet(t uint32, key Value, word uint64) uint32 {
	for at := probeFrom(h.transHash(key, word), (h.U32(t)-TransEntries)/TransSize-1); ; {
		e := t + TransEntries + TransSize*at.at
		k := h.Val(e)
		if k == 0 {
			return 0
		}
		if k == key && h.U64(e+8) == word {
			return h.Val(e + 16).Ref()
		}
		if at.far() {
			at.jump(h.farTrans(key, word, at.at))
		}
	}
}

// farTrans is the second hash of a transition.
func (h *Heap) farTrans(key Value, word uint64, fallback uint32) uint32 {
	x := uint32(word)*(TransLow&0xFFFFFFFF) ^ uint32(word>>32)*(TransHigh&0xFFFFFFFF)
	if !key.IsString() {
		return fallback
	}
	return x ^ h.farKey(key, 0)
}

// transPut adds an entry to table t (0: none yet) and returns the table, which
// may be a larger copy. It is kept at most three quarters full.
func (h *Heap) transPut(t uint32, key Value, word uint64, c uint32) uint32 {
	if t == 0 {
		t = h.AllocZero(KTrans, TransEntries+TransSize*4)
	}
	places := (h.U32(t) - TransEntries) / TransSize
	used := h.U32(t + TransUsed)
	if 4*(used+1) > 3*places {
		// Entries whose shape died have the key Empty; see the collector.
		live := uint32(0)
		for e, end := t+TransEntries, t+TransEntries+TransSize*places; e < end; e += TransSize {
			if k := h.Val(e); k != 0 && k != Empty {
				live++
			}
		}
		if 2*live >= places {
			places *= 2
		}
		size := TransEntries + TransSize*places
		if size > bigCell && !h.Room(uint64(size)) {
			return t // the transition is not shared, that is all
		}
		fresh := h.AllocZero(KTrans, size)
		for e, end := t+TransEntries, t+h.Size(t); e < end; e += TransSize {
			if k := h.Val(e); k != 0 && k != Empty {
				h.transInsert(fresh, k, h.U64(e+8), h.Val(e+16))
			}
		}
		t, used = fresh, live
	}
	h.transInsert(t, key, word, CellRef(c))
	h.SetU32(t+TransUsed, used+1)
	return t
}

func (h *Heap) transInsert(t uint32, key Value, word uint64, c Value) {
	at := probeFrom(h.transHash(key, word), (h.U32(t)-TransEntries)/TransSize-1)
	for h.Val(t+TransEntries+TransSize*at.at) != 0 {
		if at.far() {
			at.jump(h.farTrans(key, word, at.at))
		}
	}
	e := t + TransEntries + TransSize*at.at
	h.Store(e, key)
	h.SetU64(e+8, word)
	h.Store(e+16, c)
}

// transFull reports whether s has so many children that one more is unlikely
// to be shared: its objects are used as maps.
func (h *Heap) transFull(s uint32) bool {
	if s < h.firn {
		return false
	}
	t := h.U32(s + ShapeTrans)
	return t != 0 && h.Kind(t) == KTrans && h.U32(t+TransUsed) >= TransMany
}

// shapeAdd is shape s with one more property. 0 means out of memory.
func (h *Heap) shapeAdd(s uint32, key Value, attrs uint32) uint32 {
	if c := h.findTrans(s, key, attrs); c != 0 {
		return c
	}
	n := h.U32(s + ShapeCount)
	d := h.appendDesc(h.U32(s+ShapeDescs), n, key, attrs)
	if d == 0 {
		return 0
	}
	c := h.newShape(s)
	h.SetU32(c+ShapeDescs, d)
	h.SetU32(c+ShapeCount, n+1)
	h.putTrans(s, key, attrs, c)
	return c
}

// shapeChange is shape s with other attributes for property i.
func (h *Heap) shapeChange(s, i, attrs uint32) uint32 {
	key := h.descKey(s, i)
	code := attrs | transChange
	if c := h.findTrans(s, key, code); c != 0 {
		return c
	}
	n := h.U32(s + ShapeCount)
	d := h.newDescs(h.U32(s+ShapeDescs), n, n+1)
	if d == 0 {
		return 0
	}
	h.SetU64(d+DescEntries+DescSize*i+8, uint64(attrs))
	c := h.newShape(s)
	h.SetU32(c+ShapeDescs, d)
	h.putTrans(s, key, code, c)
	return c
}

// shapeIntegrity is shape s made non-extensible (transPrevent), sealed or
// frozen. Private names keep their attributes.
func (h *Heap) shapeIntegrity(s, code uint32) uint32 {
	flags := h.ShapeFlagsOf(s)
	want := integrityFlags(code)
	if flags&want == want {
		return s
	}
	if c := h.findTrans(s, Undefined, code); c != 0 {
		return c
	}
	c := h.newShape(s)
	h.SetU16(c+ShapeFlags, uint16(flags|want))
	if n := h.U32(s + ShapeCount); code != transPrevent && n > 0 {
		d := h.newDescs(h.U32(s+ShapeDescs), n, n)
		if d == 0 {
			return 0
		}
		h.SetU32(c+ShapeDescs, d)
		h.restrictDescs(d, n, code)
	}
	h.putTrans(s, Undefined, code, c)
	return c
}

// integrityFlags is what a shape's flags gain by an integrity transition.
func integrityFlags(code uint32) uint32 {
	switch code {
	case transSeal:
		return SNonExtensible | SSealed
	case transFreeze:
		return SNonExtensible | SSealed | SFrozen
	}
	return SNonExtensible
}

// restrictDescs takes from the entries of d what sealing or freezing takes.
func (h *Heap) restrictDescs(d, n, code uint32) {
	for i := uint32(0); i < n; i++ {
		e := d + DescEntries + DescSize*i
		key := h.Val(e)
		if key == Empty || h.isPrivate(key) {
			continue
		}
		attrs := h.U32(e+8) &^ Configurable
		if code == transFreeze && attrs&Accessor == 0 {
			attrs &^= Writable
		}
		h.SetU64(e+8, uint64(attrs))
	}
}
