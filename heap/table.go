//firn:core

package heap

// KTable is the store of a Map or Set (ECMA-262 24.1, 24.2): entries {key,
// value} or {key} in insertion order, and over more than a few a KIndex of u32
// entry numbers + 1, open-addressed by key hash, at most half full. A deleted
// entry keeps its place with the key Empty; deterministic in every respect.
//
// When the entries must move (growth, compaction, clear) a new table takes over
// and the old one points to it, for iterators that still stand in the old one. If
// entries had been deleted, each old entry's key becomes the number of its place
// (or its successor's) in the heir. The owner stores the new ref.
const (
	TableIndex  = 8  // ref KIndex, 0 = search linearly
	TableHeir   = 12 // ref KTable that took over, 0 = this one is current
	TableUsed   = 16 // u32 entries, deleted ones included
	TableLive   = 20 // u32 entries without deleted ones
	TableFirst  = 24 // u32 no entry before this one is live
	TableStride = 28 // u32 bytes of an entry: 16, or 8 for sets
	TableFlags  = 32 // u32
	TableTaken  = 36 // u32 entries that the heir took over

	// TableValues is where the entries start; the words before are raw.
	TableValues = 40

	tableRefs = 1<<0 | 1<<1

	// TableMoved says that the keys are places in the heir now (see above).
	TableMoved = 1 << 0

	TableMin     = 4               // entries of the smallest table
	TableLinear  = 8               // entries up to which there is no index
	TableShrinks = 4 * TableLinear // entries up to which deleting moves none

	// TableSkips is how many deleted entries a step goes over for nothing, and heirUnits
	// what it costs to find out where an iteration stands in an heir.
	TableSkips = 64
	heirUnits  = 4

	// IndexData is where the slots of a KIndex start.
	IndexData = 8
)

// NewTable makes an empty table for a Set or a Map.
func (h *Heap) NewTable(set bool) uint32 {
	stride := uint32(16)
	if set {
		stride = 8
	}
	t, _ := h.newTable(stride, TableMin)
	return t
}

// newTable makes a table of capacity entries, a power of two.
func (h *Heap) newTable(stride, capacity uint32) (uint32, Status) {
	if capacity > 1<<26 {
		return 0, NoMemory
	}
	size := TableValues + stride*capacity
	index, slots := uint32(0), 2*capacity
	if size > bigCell && !h.Room(uint64(size)+uint64(4*slots)) {
		return 0, NoMemory
	}
	if capacity > TableLinear {
		index = h.AllocZero(KIndex, IndexData+4*slots)
	}
	t := h.AllocValues(KTable, size, TableValues, Empty)
	h.SetU32(t+TableIndex, index)
	h.SetU32(t+TableHeir, 0)
	h.SetU64(t+TableUsed, 0) // and live
	h.SetU32(t+TableFirst, 0)
	h.SetU32(t+TableStride, stride)
	h.SetU64(t+TableFlags, 0)
	return t, OK
}

// TableSize is the number of entries of a table.
func (h *Heap) TableSize(t uint32) uint32 { return h.U32(t + TableLive) }

// TableKey is a key as tables hold it: numbers in their preferred form, −0 as
// 0, one NaN (ECMA-262 24.5.1 CanonicalizeKeyedCollectionKey and SameValueZero).
func TableKey(key Value) Value {
	if key.IsDouble() {
		f := key.Float()
		if f == 0 {
			return Int(0)
		}
		return Number(f)
	}
	return key
}

// tableHash is the hash of a key in the form of TableKey.
func (h *Heap) tableHash(key Value) uint32 {
	switch key.Tag() {
	case TagInt, TagSpecial:
		x := uint32(key) * 0x9E3779B1
		return x ^ x>>15
	case TagString:
		return h.Hash(key.Ref())
	case TagBigInt:
		return h.bigintHash(key.Ref())
	case TagSymbol, TagObject, TagCell:
		return h.IdentityHash(key.Ref()) * 0x9E3779B1
	}
	return hashEnd(hashStep(0, uint64(key)))
}

// sameKey compares keys in the form of TableKey that differ in their bits.
func (h *Heap) sameKey(a, b Value) bool {
	switch a.Tag() {
	case TagString:
		return b.IsString() && h.U32(a.Ref()+OffLength) == h.U32(b.Ref()+OffLength) && h.sameUnits(a.Ref(), b.Ref())
	case TagBigInt:
		return b.IsBigInt() && h.BigIntEqual(a.Ref(), b.Ref())
	}
	return false
}

// TableFind is the cage offset of the entry of a key (in any form), 0 when there
// is none: the key is there, a Map's value 8 bytes on.
func (h *Heap) TableFind(t uint32, key Value) uint32 {
	key = TableKey(key)
	if key.IsString() {
		h.WorkDone += uint64(h.U32(key.Ref()+OffLength) >> 6)
	}
	return h.tableFind(t, key, h.U32(t+TableIndex), 0)
}

// tableFind searches for a key in the form of TableKey; hash 0 means that it has
// not been computed.
func (h *Heap) tableFind(t uint32, key Value, index, hash uint32) uint32 {
	stride := h.U32(t + TableStride)
	byBits := !key.IsString() && !key.IsBigInt()
	if index == 0 {
		e := t + TableValues + stride*h.U32(t+TableFirst)
		for end := t + TableValues + stride*h.U32(t+TableUsed); e < end; e += stride {
			k := h.Val(e)
			if k == key || !byBits && h.sameKey(key, k) {
				return e
			}
		}
		return 0
	}
	if hash == 0 {
		hash = h.tableHash(key)
	}
	for at := probeFrom(hash, indexMask(h, index)); ; {
		n := h.U32(index + IndexData + 4*at.at)
		if n == 0 {
			return 0
		}
		e := t + TableValues + stride*(n-1)
		k := h.Val(e)
		if k == key || !byBits && h.sameKey(key, k) {
			return e
		}
		if at.far() {
			at.jump(h.farKey(key, at.at))
		}
	}
}

// indexMask is the number of slots of an index, less one.
func indexMask(h *Heap, index uint32) uint32 { return (h.U32(index)-IndexData)>>2 - 1 }

// TableHas reports whether a table has a key.
func (h *Heap) TableHas(t uint32, key Value) bool { return h.TableFind(t, key) != 0 }

// TableGet is the value of a key in a Map's table, Empty when it has none.
func (h *Heap) TableGet(t uint32, key Value) Value {
	if e := h.TableFind(t, key); e != 0 {
		return h.Val(e + 8)
	}
	return Empty
}

// TableSet sets a key's value (Sets ignore it) and returns the table that now
// holds the entries: the owner must store it.
func (h *Heap) TableSet(t uint32, key, value Value) (uint32, Status) {
	if t < h.firn {
		return t, ReadOnly
	}
	key = TableKey(key)
	if key.IsString() {
		h.WorkDone += uint64(h.U32(key.Ref()+OffLength) >> 6)
	}
	index, hash := h.U32(t+TableIndex), uint32(0)
	if index != 0 {
		hash = h.tableHash(key)
	}
	stride := h.U32(t + TableStride)
	if e := h.tableFind(t, key, index, hash); e != 0 {
		if stride == 16 {
			h.Store(e+8, value)
		}
		return t, OK
	}
	used := h.U32(t + TableUsed)
	if used == (h.U32(t)-TableValues)/stride {
		heir, st := h.tableMove(t)
		if st != OK {
			return t, st
		}
		t = heir
		used = h.U32(t + TableUsed)
		index = h.U32(t + TableIndex)
		if index != 0 && hash == 0 {
			hash = h.tableHash(key)
		}
	}
	e := t + TableValues + stride*used
	h.Store(e, key)
	if stride == 16 {
		h.Store(e+8, value)
	}
	h.SetU32(t+TableUsed, used+1)
	h.SetU32(t+TableLive, h.U32(t+TableLive)+1)
	if index != 0 {
		h.tableSlot(index, hash, used+1, key)
	}
	h.WorkDone += 2 // this entry's share of all moves
	return t, OK
}

// tableSlot enters entry number, which has key, in an index.
func (h *Heap) tableSlot(index, hash, number uint32, key Value) {
	at := probeFrom(hash, indexMask(h, index))
	for h.U32(index+IndexData+4*at.at) != 0 {
		if at.far() {
			at.jump(h.farKey(key, at.at))
		}
	}
	h.SetU32(index+IndexData+4*at.at, number)
}

// tableMove makes an heir with the live entries of t and at least as many free
// places, so that moving costs a constant share of each insertion or deletion.
func (h *Heap) tableMove(t uint32) (uint32, Status) {
	live, stride := h.U32(t+TableLive), h.U32(t+TableStride)
	capacity := uint32(TableMin)
	for capacity < 2*live {
		capacity <<= 1
	}
	heir, st := h.newTable(stride, capacity)
	if st != OK {
		return 0, st
	}
	index := h.U32(heir + TableIndex)
	gaps := live != h.U32(t+TableUsed)
	to, n := heir+TableValues, uint32(0)
	e := t + TableValues
	for end := e + stride*h.U32(t+TableUsed); e < end; e += stride {
		key := h.Val(e)
		if gaps {
			h.SetVal(e, Int(int32(n)))
		}
		if key == Empty {
			continue
		}
		h.SetVal(to, key)
		if stride == 16 {
			h.SetVal(to+8, h.Val(e+8))
			if gaps {
				h.SetVal(e+8, Undefined)
			}
		}
		to += stride
		n++
		if index != 0 {
			h.tableSlot(index, h.tableHash(key), n, key)
		}
	}
	h.SetU32(heir+TableUsed, n)
	h.SetU32(heir+TableLive, n)
	h.SetU32(t+TableTaken, n)
	if gaps {
		h.SetU32(t+TableFlags, TableMoved)
		h.SetU32(t+TableLive, h.U32(t+TableUsed))
		h.SetU32(t+TableFirst, 0)
	}
	h.StoreRef(t+TableHeir, heir)
	return heir, OK
}

// TableDelete removes a key and reports whether it was there. It returns the
// table that now holds the entries: the owner must store it.
func (h *Heap) TableDelete(t uint32, key Value) (uint32, bool, Status) {
	if t < h.firn {
		return t, false, ReadOnly
	}
	e := h.TableFind(t, key)
	if e == 0 {
		return t, false, OK
	}
	stride := h.U32(t + TableStride)
	h.SetVal(e, Empty)
	if stride == 16 {
		h.SetVal(e+8, Undefined)
	}
	live, used := h.U32(t+TableLive)-1, h.U32(t+TableUsed)
	h.SetU32(t+TableLive, live)
	// Queues delete at the front: iteration must not walk over the gap each time.
	if first := h.U32(t + TableFirst); e == t+TableValues+stride*first {
		for first < used && h.Val(t+TableValues+stride*first) == Empty {
			first++
		}
		h.SetU32(t+TableFirst, first)
	}
	if used > TableShrinks && live < used/8 {
		if heir, st := h.tableMove(t); st == OK {
			return heir, true, OK
		}
	}
	return t, true, OK
}

// TableClear removes all entries. It returns the table that now holds them: the
// owner must store it.
func (h *Heap) TableClear(t uint32) (uint32, Status) {
	if t < h.firn {
		return t, ReadOnly
	}
	if h.U32(t+TableUsed) == 0 {
		return t, OK
	}
	heir, st := h.newTable(h.U32(t+TableStride), TableMin)
	if st != OK {
		return t, st
	}
	h.StoreRef(t+TableHeir, heir)
	return heir, OK
}

// TableNext is one step of an iteration that stands before entry pos of table t
// (pos 0 of the owner's table at the start). It returns the cage offset of the
// next entry, 0 at the end, and the new table and position to continue from.
// Entries added or deleted on the way are seen as ECMA-262 24.1.5.1 asks.
func (h *Heap) TableNext(t, pos uint32) (entry, table, next uint32) {
	t, pos = h.TableNow(t, pos)
	stride, used, first := h.U32(t+TableStride), h.U32(t+TableUsed), pos
	e := t + TableValues + stride*pos
	for pos < used && h.Val(e) == Empty {
		e += stride
		pos++
	}
	if gone := pos - first; gone > TableSkips {
		h.Charge(uint64(gone) >> 3)
	}
	if pos >= used {
		return 0, t, pos
	}
	return e, t, pos + 1
}

// TableNow is the table that has the entries of t now, and where an iteration that stands
// before entry pos of t stands in it. No entry before that is live that it has not seen.
func (h *Heap) TableNow(t, pos uint32) (table, at uint32) {
	for heir := h.U32(t + TableHeir); heir != 0; heir = h.U32(t + TableHeir) {
		h.Charge(heirUnits)
		// At the end nothing but what the heir got since then is left.
		if pos >= h.U32(t+TableUsed) || h.U32(t+TableTaken) == 0 {
			pos = h.U32(t + TableTaken)
		} else if h.U32(t+TableFlags)&TableMoved != 0 {
			pos = uint32(h.Val(t + TableValues + h.U32(t+TableStride)*pos).Int32())
		}
		t = heir
	}
	if first := h.U32(t + TableFirst); pos < first {
		pos = first
	}
	return t, pos
}

// The operations on Map and Set objects themselves, whose table is internal
// slot 0.

// MapSet is TableSet on the table of a Map or Set object.
func (h *Heap) MapSet(obj uint32, key, value Value) Status {
	old := h.Internal(obj, 0).Ref()
	t, st := h.TableSet(old, key, value)
	if t != old {
		h.SetInternal(obj, 0, CellRef(t))
	}
	return st
}

// MapDelete is TableDelete on the table of a Map or Set object.
func (h *Heap) MapDelete(obj uint32, key Value) (bool, Status) {
	old := h.Internal(obj, 0).Ref()
	t, found, st := h.TableDelete(old, key)
	if t != old {
		h.SetInternal(obj, 0, CellRef(t))
	}
	return found, st
}

// MapClear is TableClear on the table of a Map or Set object.
func (h *Heap) MapClear(obj uint32) Status {
	old := h.Internal(obj, 0).Ref()
	t, st := h.TableClear(old)
	if t != old {
		h.SetInternal(obj, 0, CellRef(t))
	}
	return st
}
