//firn:core

package heap

// Handles are roots for the host: values it holds between calls. They live in a
// KRecord in root RootHandles; entry 0 is the head of the list of free entries,
// which are linked by special values no JS value can be.

const freeHandleBit = 31

func freeHandle(next uint32) Value { return TagSpecial<<48 | 1<<freeHandleBit | Value(next) }

// NewHandle makes v a root and returns its handle. 0 means that there are too
// many, or no memory for more.
func (h *Heap) NewHandle(v Value) uint32 {
	t := h.Root(RootHandles)
	if !t.IsCell() {
		if t = CellRef(h.growHandles(0, 0)); t.Ref() == 0 {
			return 0
		}
	}
	id := uint32(h.Val(t.Ref()+OffValues)) &^ (1 << freeHandleBit)
	if id == 0 {
		n := (h.Size(t.Ref()) - OffValues) / 8
		if n > 1<<24 {
			return 0
		}
		if t = CellRef(h.growHandles(t.Ref(), n)); t.Ref() == 0 {
			return 0
		}
		id = n
	}
	at := t.Ref() + OffValues + 8*id
	h.SetVal(t.Ref()+OffValues, h.Val(at))
	h.Store(at, v)
	return id
}

// growHandles makes a table of twice as many entries, the new ones free. 0 means
// out of memory.
func (h *Heap) growHandles(old, n uint32) uint32 {
	size := 2 * n
	if n == 0 {
		size = 16
	}
	if 8*size > bigCell && !h.Room(uint64(8*size)) {
		return 0
	}
	t := h.Alloc(KRecord, OffValues+8*size)
	if n > 0 {
		h.CopyWords(t+OffValues, old+OffValues, n)
		h.DirtyCell(t)
	} else {
		n = 1
	}
	for i := n; i < size-1; i++ {
		h.SetVal(t+OffValues+8*i, freeHandle(i+1))
	}
	h.SetVal(t+OffValues+8*(size-1), freeHandle(0))
	h.SetVal(t+OffValues, freeHandle(n))
	h.SetRoot(RootHandles, CellRef(t))
	return t
}

// Handle is the value of a handle; Undefined for one that is not in use.
func (h *Heap) Handle(id uint32) Value {
	if v := h.handleAt(id); v != 0 {
		return h.Val(v)
	}
	return Undefined
}

// SetHandle changes the value of a handle that is in use.
func (h *Heap) SetHandle(id uint32, v Value) {
	if at := h.handleAt(id); at != 0 {
		h.Store(at, v)
	}
}

// FreeHandle ends a handle; its number will be used again.
func (h *Heap) FreeHandle(id uint32) {
	if at := h.handleAt(id); at != 0 {
		t := h.Root(RootHandles).Ref()
		h.SetVal(at, h.Val(t+OffValues))
		h.SetVal(t+OffValues, freeHandle(id))
	}
}

// handleAt is where the value of a handle in use lies, 0 for others.
func (h *Heap) handleAt(id uint32) uint32 {
	t := h.Root(RootHandles)
	if !t.IsCell() || id == 0 || id >= (h.Size(t.Ref())-OffValues)/8 {
		return 0
	}
	at := t.Ref() + OffValues + 8*id
	if v := h.Val(at); v.Tag() == TagSpecial && v>>freeHandleBit&1 != 0 {
		return 0
	}
	return at
}

// FreeHandlesAbove ends all handles whose numbers are above id: those of a host
// that is gone.
func (h *Heap) FreeHandlesAbove(id uint32) {
	t := h.Root(RootHandles)
	if !t.IsCell() {
		return
	}
	for n := (h.Size(t.Ref())-OffValues)/8 - 1; n > id; n-- {
		h.FreeHandle(n)
	}
}
