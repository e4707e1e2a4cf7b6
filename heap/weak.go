//firn:core

package heap

// KWeak is the store of a WeakMap or WeakSet (ECMA-262 24.3, 24.4): entries
// {key, value}, open-addressed by the identity hash of the key, which does not
// change when the key moves. It holds its keys weakly and a value only while
// its key lives: a full collection overwrites the keys of dead entries with
// Hole and their values with Undefined.
const (
	WeakUsed    = 8  // u32 entries that are not Empty, deleted ones included
	WeakEntries = 16 // {key, value}; key Empty = free, Hole = deleted

	weakMin = 4
)

// NewWeak makes an empty weak table.
func (h *Heap) NewWeak() uint32 {
	t, _ := h.newWeak(weakMin)
	return t
}

func (h *Heap) newWeak(capacity uint32) (uint32, Status) {
	if capacity > 1<<26 {
		return 0, NoMemory
	}
	size := WeakEntries + 16*capacity
	if size > bigCell && !h.Room(uint64(size)) {
		return 0, NoMemory
	}
	t := h.AllocValues(KWeak, size, WeakEntries, Empty)
	h.SetU64(t+WeakUsed, 0)
	return t, OK
}

func (h *Heap) weakCap(t uint32) uint32 { return (h.U32(t) - WeakEntries) >> 4 }

// WeakFind is the cage offset of the entry of an object or symbol, 0 when there
// is none; its value is 8 bytes on.
func (h *Heap) WeakFind(t uint32, key Value) uint32 {
	mask := h.weakCap(t) - 1
	i := h.weakHome(key) & mask
	for {
		e := t + WeakEntries + 16*i
		switch h.Val(e) {
		case key:
			return e
		case Empty:
			return 0
		}
		i = (i + 1) & mask
	}
}

func (h *Heap) weakHome(key Value) uint32 { return h.IdentityHash(key.Ref()) * 0x9E3779B1 }

// WeakGet is the value of a key, Empty when it has none.
func (h *Heap) WeakGet(t uint32, key Value) Value {
	if e := h.WeakFind(t, key); e != 0 {
		return h.Val(e + 8)
	}
	return Empty
}

// WeakSet sets the value of an object or symbol and returns the table that now
// holds the entries: the owner must store it.
func (h *Heap) WeakSet(t uint32, key, value Value) (uint32, Status) {
	if t < h.firn {
		return t, ReadOnly
	}
	if e := h.WeakFind(t, key); e != 0 {
		h.Store(e+8, value)
		return t, OK
	}
	if capacity := h.weakCap(t); (h.U32(t+WeakUsed)+1)*4 > capacity*3 {
		live := uint32(1)
		for i := uint32(0); i < capacity; i++ {
			if h.Val(t + WeakEntries + 16*i).IsPointer() {
				live++
			}
		}
		n := uint32(weakMin)
		for n < 2*live {
			n <<= 1
		}
		fresh, st := h.newWeak(n)
		if st != OK {
			return t, st
		}
		for i := uint32(0); i < capacity; i++ {
			e := t + WeakEntries + 16*i
			if k := h.Val(e); k.IsPointer() {
				h.weakPut(fresh, k, h.Val(e+8))
			}
		}
		t = fresh
	}
	h.weakPut(t, key, value)
	h.WorkDone += 2
	return t, OK
}

// weakPut stores an entry that is not there yet in a table that has room.
func (h *Heap) weakPut(t uint32, key, value Value) {
	mask := h.weakCap(t) - 1
	i := h.weakHome(key) & mask
	for h.Val(t + WeakEntries + 16*i).IsPointer() {
		i = (i + 1) & mask
	}
	e := t + WeakEntries + 16*i
	if h.Val(e) == Empty {
		h.SetU32(t+WeakUsed, h.U32(t+WeakUsed)+1)
	}
	h.Store(e, key)
	h.Store(e+8, value)
}

// WeakDelete removes a key and reports whether it was there.
func (h *Heap) WeakDelete(t uint32, key Value) (bool, Status) {
	if t < h.firn {
		return false, ReadOnly
	}
	e := h.WeakFind(t, key)
	if e == 0 {
		return false, OK
	}
	h.SetVal(e, Hole)
	h.SetVal(e+8, Undefined)
	return true, OK
}
