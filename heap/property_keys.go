//firn:core

package heap

// What OwnKeys lists.
const (
	KeyStrings    = 1 << 0 // indices and strings
	KeySymbols    = 1 << 1
	KeyEnumerable = 1 << 2 // only enumerable properties

	KeyAll = KeyStrings | KeySymbols
)

// keyList is a growing record of keys. rec is 0 after memory ran out.
type keyList struct {
	rec, n uint32
}

func (h *Heap) newKeyList(cap uint32) keyList {
	return keyList{rec: h.newKeyRecord(cap)}
}

func (h *Heap) newKeyRecord(cap uint32) uint32 {
	if cap > maxDense {
		return 0
	}
	size := OffValues + 8*cap
	if size > bigCell && !h.Room(uint64(size)) {
		return 0
	}
	return h.AllocValues(KRecord, size, OffValues, Hole)
}

func (h *Heap) pushKey(l *keyList, key Value) {
	if l.rec == 0 {
		return
	}
	cap := h.elementsCapacity(l.rec)
	if l.n == cap {
		bigger := h.newKeyRecord(2*cap + 4)
		if bigger != 0 {
			h.CopyWords(bigger+OffValues, l.rec+OffValues, cap)
		}
		if l.rec = bigger; bigger == 0 {
			return
		}
	}
	// Keys are pushed into cells of this leaf's own making: no barrier.
	h.SetVal(l.rec+OffValues+8*l.n, key)
	l.n++
}

// OwnKeys is [[OwnPropertyKeys]] (ECMA-262 10.1.11, 10.4.3.3, 10.4.5.8) of an
// object that is neither a proxy nor a module namespace: a record whose first n
// values are the keys, the rest Hole. which selects (Key constants). rec is 0
// when out of memory.
func (h *Heap) OwnKeys(obj, which uint32) (rec, n uint32) {
	h.materialise(obj)
	l := h.newKeyList(h.countKeys(obj))
	h.listKeys(obj, which, &l)
	h.Charge(uint64(l.n))
	return l.rec, l.n
}

// countKeys is an upper bound for the number of own keys, never much too high
// but for holes and deleted entries.
func (h *Heap) countKeys(obj uint32) uint32 {
	n := h.U32(h.U32(obj+OffShape)+ShapeCount) + 1
	e := h.U32(obj + OffElements)
	switch {
	case e == 0:
	case h.U8(obj+OffFlags)&FSparse != 0:
		n += h.U32(e + sparseLive)
	default:
		c := h.elementsCapacity(e)
		if h.U8(obj+OffKind) == KArray && c > h.U32(obj+OffWord) {
			c = h.U32(obj + OffWord)
		}
		n += c
	}
	switch h.U8(obj + OffKind) {
	case KTypedArray:
		n += h.TypedLength(obj)
	case KStringObj:
		n += h.StrLen(h.Internal(obj, 0).Ref())
	}
	return n
}

// listKeys appends the own keys of obj to l, in the order of the specification.
func (h *Heap) listKeys(obj, which uint32, l *keyList) {
	if which&KeyStrings != 0 {
		h.listIndices(obj, which, l)
		switch h.U8(obj + OffKind) {
		case KArray, KStringObj:
			if which&KeyEnumerable == 0 {
				h.pushKey(l, h.Root(RootAtomLength))
			}
		}
	}
	s := h.U32(obj + OffShape)
	n := h.U32(s + ShapeCount)
	if n == 0 {
		return
	}
	d := h.U32(s+ShapeDescs) + DescEntries
	end := d + DescSize*n
	symbols := false
	for off := d; off < end; off += DescSize {
		key := h.Val(off)
		if key.IsSymbol() {
			symbols = true
		} else if key != Empty && which&KeyStrings != 0 && (which&KeyEnumerable == 0 || h.U32(off+8)&Enumerable != 0) {
			h.pushKey(l, key)
		}
	}
	if !symbols || which&KeySymbols == 0 {
		return
	}
	for off := d; off < end; off += DescSize {
		key := h.Val(off)
		if key.IsSymbol() && !h.isPrivate(key) && (which&KeyEnumerable == 0 || h.U32(off+8)&Enumerable != 0) {
			h.pushKey(l, key)
		}
	}
}

// listIndices appends the own array indices of obj in ascending order.
func (h *Heap) listIndices(obj, which uint32, l *keyList) {
	virtual := uint32(0)
	switch h.U8(obj + OffKind) {
	case KTypedArray:
		virtual = h.TypedLength(obj)
	case KStringObj:
		virtual = h.StrLen(h.Internal(obj, 0).Ref())
	}
	for i := uint32(0); i < virtual; i++ {
		h.pushKey(l, Uint32(i))
	}
	e := h.U32(obj + OffElements)
	if e == 0 {
		return
	}
	if h.U8(obj+OffFlags)&FSparse == 0 {
		for i, n := uint32(0), h.elementsCapacity(e); i < n; i++ {
			if h.Val(e+OffValues+8*i) != Hole {
				h.pushKey(l, Uint32(i))
			}
		}
		return
	}
	first := l.n
	for off, end := e+sparseEntries, e+h.U32(e); off < end; off += sparseSize {
		k := h.Val(off)
		if k != 0 && k != Empty && (which&KeyEnumerable == 0 || h.U32(off+16)&Enumerable != 0) {
			h.pushKey(l, k)
		}
	}
	h.Charge(uint64(h.sparsePlaces(e)))
	if l.rec != 0 {
		h.sortIndices(l.rec+OffValues+8*first, l.n-first)
	}
}

// sortIndices sorts n index keys at off: heapsort, which has no bad case.
func (h *Heap) sortIndices(off, n uint32) {
	for i := n / 2; i > 0; i-- {
		h.siftIndex(off, i-1, n)
	}
	for n > 1 {
		n--
		a := h.Val(off)
		h.SetVal(off, h.Val(off+8*n))
		h.SetVal(off+8*n, a)
		h.siftIndex(off, 0, n)
	}
}

func (h *Heap) siftIndex(off, i, n uint32) {
	v := h.Val(off + 8*i)
	x := v.Index()
	for {
		c := 2*i + 1
		if c >= n {
			break
		}
		if c+1 < n && h.Val(off+8*c+8).Index() > h.Val(off+8*c).Index() {
			c++
		}
		if h.Val(off+8*c).Index() <= x {
			break
		}
		h.SetVal(off+8*i, h.Val(off+8*c))
		i = c
	}
	h.SetVal(off+8*i, v)
}

// ForInKeys collects the keys that for-in over obj visits (ECMA-262 14.7.5.9
// EnumerateObjectProperties): the enumerable string keys of the prototype
// chain, each once, without those hidden by an earlier object. A key that is
// deleted before its turn must be skipped by the loop. Codes: OpDone; OpProxy,
// OpNamespace: there is one on the chain, the generic way must be taken;
// OpMemory.
func (h *Heap) ForInKeys(obj uint32) (rec, n, code uint32) {
	h.materialise(obj)
	l := h.newKeyList(h.countKeys(obj))
	level, seen := uint32(0), uint32(0)
	for o := obj; o != 0; o = h.Proto(o) {
		switch h.U8(o + OffKind) {
		case KProxy:
			return 0, 0, OpProxy
		case KNamespace:
			return 0, 0, OpNamespace
		}
		h.WorkDone++
		if level == 0 {
			h.listKeys(o, KeyStrings|KeyEnumerable, &l)
			level++
			continue
		}
		if seen != 0 || h.hasEnumerable(o) {
			if level == forInWalk && seen == 0 {
				seen = h.NewObject(0, 0)
				h.toDictionary(seen)
				for q := obj; q != o; q = h.Proto(q) {
					h.noteKeys(seen, q)
				}
			}
			m := h.newKeyList(h.countKeys(o))
			h.listKeys(o, KeyStrings|KeyEnumerable, &m)
			if m.rec == 0 {
				return 0, 0, OpMemory
			}
			for i := uint32(0); i < m.n; i++ {
				key := h.Val(m.rec + OffValues + 8*i)
				if !h.hidden(obj, o, seen, key) {
					h.pushKey(&l, key)
				}
			}
			if seen != 0 {
				h.noteKeys(seen, o)
			}
		}
		if level < forInWalk {
			level++
		}
	}
	if l.rec == 0 {
		return 0, 0, OpMemory
	}
	h.Charge(uint64(l.n))
	return l.rec, l.n, OpDone
}

// The list of a for-in: a KRecord with the number of the next key, how many there
// are, and the record of the keys.
const (
	ForInAt      = OffValues
	ForInLen     = OffValues + 8
	ForInKeysRef = OffValues + 16
	ForInSize    = OffValues + 24
)

// forInWalk is the depth of a chain from which the keys seen are kept in a
// table: above it each key is looked up in the objects before.
const forInWalk = 8

// hasEnumerable reports whether o may have enumerable string-keyed properties.
func (h *Heap) hasEnumerable(o uint32) bool {
	if h.U32(o+OffElements) != 0 {
		return true
	}
	switch h.U8(o + OffKind) {
	case KTypedArray, KStringObj:
		return true
	}
	s := h.U32(o + OffShape)
	for i, n := uint32(0), h.U32(s+ShapeCount); i < n; i++ {
		if h.descAttrs(s, i)&Enumerable != 0 {
			return true
		}
	}
	return false
}

// hidden reports whether an object of the chain from obj up to before o has
// the key; seen, if not 0, has all their keys.
func (h *Heap) hidden(obj, o, seen uint32, key Value) bool {
	var p Prop
	if seen != 0 {
		return h.GetOwn(seen, key, &p)
	}
	for q := obj; q != o; q = h.Proto(q) {
		if h.GetOwn(q, key, &p) {
			return true
		}
	}
	return false
}

// noteKeys adds the string keys of o to the scratch object seen.
func (h *Heap) noteKeys(seen, o uint32) {
	var p Prop
	rec, n := h.OwnKeys(o, KeyStrings)
	for i := uint32(0); i < n && rec != 0; i++ {
		key := h.Val(rec + OffValues + 8*i)
		if !h.GetOwn(seen, key, &p) {
			h.addData(seen, key, True, WEC, &p)
		}
	}
}

// CopyDataProperties is ECMA-262 7.3.26 for a source without enumerable
// accessors that is neither a proxy nor a namespace, and a target that is a new
// ordinary object. The n values of record excluded are keys to leave out.
// OpReceiver says that the generic way must be taken; nothing was done then.
func (h *Heap) CopyDataProperties(target, source, excluded, n uint32) uint32 {
	switch h.U8(source + OffKind) {
	case KProxy, KNamespace:
		return OpReceiver
	}
	h.materialise(source)
	s := h.U32(source + OffShape)
	count := h.U32(s + ShapeCount)
	plain, symbols := h.ShapeFlagsOf(s)&SDictionary == 0, false
	for i := uint32(0); i < count; i++ {
		key, attrs := h.ShapeKey(s, i)
		if attrs&(Accessor|Enumerable) == Accessor|Enumerable {
			return OpReceiver
		}
		if attrs != WEC || h.isPrivate(key) {
			plain = false
		}
		symbols = symbols || key.IsSymbol()
	}
	if h.U8(source+OffFlags)&FSparse != 0 {
		e := h.U32(source + OffElements)
		for off, end := e+sparseEntries, e+h.U32(e); off < end; off += sparseSize {
			if h.U32(off+16)&(Accessor|Enumerable) == Accessor|Enumerable {
				return OpReceiver
			}
		}
	}
	var p, q Prop
	if plain && h.U32(source+OffElements) == 0 && h.U8(source+OffKind) == KObject {
		if n == 0 && h.cloneInto(target, source) {
			return OpDone
		}
		if !symbols {
			return h.copyPlain(target, source, excluded, n)
		}
	}
	rec, keys := h.OwnKeys(source, KeyAll|KeyEnumerable)
	if rec == 0 {
		return OpMemory
	}
	for i := uint32(0); i < keys; i++ {
		key := h.Val(rec + OffValues + 8*i)
		if n > 0 && h.inRecord(excluded, n, key) {
			continue
		}
		if h.GetOwn(source, key, &p) {
			q.Dynamic = keys > MaxDynamicProps
			if code := h.CreateDataProperty(target, key, p.Value, &q); code != OpDone {
				return code
			}
		}
	}
	return OpDone
}

// copyPlain is CopyDataProperties of an object whose properties are all plain, in the
// order of its shape.
func (h *Heap) copyPlain(target, source, excluded, n uint32) uint32 {
	var p Prop
	s := h.U32(source + OffShape)
	count := h.U32(s + ShapeCount)
	h.Charge(uint64(count))
	for i := uint32(0); i < count; i++ {
		key := h.descKey(s, i)
		if key == Empty || n > 0 && h.inRecord(excluded, n, key) {
			continue
		}
		v := h.Val(h.slotAddr(source, s, i))
		if h.U32(h.U32(target+OffShape)+ShapeCount) != 0 && h.GetOwn(target, key, &p) {
			p.Dynamic = false
			if code := h.CreateDataProperty(target, key, v, &p); code != OpDone {
				return code
			}
		} else if !h.addProperty(target, key, v, WEC, count > MaxDynamicProps) {
			return OpMemory
		}
	}
	return OpDone
}

func (h *Heap) inRecord(rec, n uint32, key Value) bool {
	for i := uint32(0); i < n; i++ {
		if h.Val(rec+OffValues+8*i) == key {
			return true
		}
	}
	return false
}

// cloneInto makes an empty target a copy of a source whose properties are all
// plain, by taking over its shape.
func (h *Heap) cloneInto(target, source uint32) bool {
	s, t := h.U32(source+OffShape), h.U32(target+OffShape)
	if h.U8(target+OffFlags)&(FIsProto|FNonExtensible) != 0 || h.U32(t+ShapeCount) != 0 ||
		h.U32(s+ShapeProto) != h.U32(t+ShapeProto) || h.U32(s+ShapeBase) != h.U32(t+ShapeBase) ||
		h.U16(s+ShapeInline) != h.U16(t+ShapeInline) || h.U16(s+ShapeFlags) != h.U16(t+ShapeFlags) {
		return false
	}
	n, in := h.U32(s+ShapeCount), uint32(h.U16(s+ShapeInline))
	if n > 0 && !h.growSlots(target, s, n-1) {
		return false
	}
	for i := uint32(0); i < n && i < in; i++ {
		off := h.U32(s+ShapeBase) + 8*i
		h.Store(target+off, h.Val(source+off))
	}
	for i := in; i < n; i++ {
		h.Store(h.slotAddr(target, s, i), h.Val(h.slotAddr(source, s, i)))
	}
	h.StoreRef(target+OffShape, s)
	return true
}
