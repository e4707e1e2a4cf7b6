//firn:core

package heap

// Inline caches. A site is an entry of a KFeedback cell (template.go). It is
// filled from a lookup that has just been done, if what was found is certain to
// be found again by the receiver's shape alone: the shape tells about the
// object's own properties, ROM about itself, and ProtoEpoch about prototypes in
// RAM. A site that has seen one shape holds the entry itself, then a cell with
// up to four, and then gives up (IcMega): a table by shape and key, shared by
// all sites, takes over.

// polyEntries is how many shapes a polymorphic site holds.
const polyEntries = 4

// icEntry is the content of an entry.
type icEntry struct {
	shape, data, ref, epoch uint32
}

// PseudoShape is the IcShape of a receiver: an object's shape, the number of a
// primitive type, or IcEmpty for undefined and null, which have no properties.
func (h *Heap) PseudoShape(v Value) uint32 {
	switch {
	case v.IsObject():
		return h.U32(v.Ref() + OffShape)
	case v.IsString():
		return IcString
	case v.IsNumber():
		return IcNumber
	case v.IsBool():
		return IcBoolean
	case v.IsSymbol():
		return IcSymbol
	case v.IsBigInt():
		return IcBigInt
	}
	return IcEmpty
}

// chainEpoch is what an entry that depends on the prototypes of obj up to holder
// (0: all of them) must remember: 0 when they are all in ROM. It is not ok for what
// is far up, since searches are charged for that.
func (h *Heap) chainEpoch(obj, holder uint32) (epoch uint32, ok bool) {
	if h.Proto(obj) < h.firn { // null too
		return 0, true
	}
	if !h.Near(obj, holder) {
		return 0, false
	}
	if h.ProtoEpoch == 0 {
		h.ProtoEpoch = 1 // 0 says that an entry depends on nothing
	}
	return h.ProtoEpoch, h.ProtoEpoch != epochEnd
}

// seenByCache marks the dictionary shape of a receiver, so that it is replaced
// before it changes.
func (h *Heap) seenByCache(s uint32) {
	if s >= h.firn && h.ShapeFlagsOf(s)&SDictionary != 0 {
		h.SetU16(s+ShapeFlags, uint16(h.ShapeFlagsOf(s)|SCached))
	}
}

// SeenByCode is for code that tests for shape s: a dictionary shape that it
// knows is replaced before its object changes.
func (h *Heap) SeenByCode(s uint32) { h.seenByCache(s) }

// CacheGet fills a site, or the megamorphic cache, from a completed Lookup of a
// string or symbol key on an object receiver (p as Lookup left it), or on the
// prototype of a primitive one. It does nothing where that is not legal.
func (h *Heap) CacheGet(site uint32, receiver, key Value, p *Prop) {
	var e icEntry
	if h.entryForGet(receiver, key, p, &e) {
		h.putEntry(site, key, &e, 0)
	}
}

func (h *Heap) entryForGet(receiver, key Value, p *Prop, e *icEntry) bool {
	e.shape = h.PseudoShape(receiver)
	e.data, e.ref, e.epoch = 0, 0, 0
	if e.shape == IcEmpty || key.IsNumber() {
		return false
	}
	if e.shape == IcString && key == h.Root(RootAtomLength) {
		e.data = IcSpecial | IcStringLen<<3
		return true
	}
	if receiver.IsObject() {
		obj := receiver.Ref()
		if p.Where != WhereNone && p.Holder == obj {
			return h.entryForOwn(p, e)
		}
		var ok bool
		if e.epoch, ok = h.chainEpoch(obj, p.Holder); !ok {
			return false
		}
		h.seenByCache(e.shape)
	} else if p.Where == WhereNone || p.Holder >= h.firn {
		return false // the prototype of the primitive is not known here
	}
	switch {
	case p.Where == WhereNone:
		e.data = IcAbsent
	case p.Where != WhereObject && p.Where != WhereSlots:
		return false
	case p.Attrs&Accessor != 0:
		e.data = IcAbsent
		if p.Getter.IsObject() {
			e.data, e.ref = IcSpecial|IcCall<<3, p.Getter.Ref()
		}
	case p.Where == WhereObject:
		e.data, e.ref = p.Offset|IcProto, p.Holder
	default:
		e.data, e.ref = p.Offset|IcProtoSlots, p.Holder
	}
	return true
}

// entryForOwn describes an own property of the receiver, for reading and, if
// the caller has checked that it is writable, for writing.
func (h *Heap) entryForOwn(p *Prop, e *icEntry) bool {
	switch p.Where {
	case WhereObject:
		e.data = p.Offset | IcOwn
		if p.Attrs&Accessor != 0 {
			e.data, e.ref = p.Offset<<IcOffsetShift|IcOwnAcc<<3|IcSpecial, accessorRef(p.Getter)
		}
	case WhereSlots:
		e.data = p.Offset | IcOwnSlots
		if p.Attrs&Accessor != 0 {
			e.data, e.ref = p.Offset<<IcOffsetShift|IcOwnAccSlots<<3|IcSpecial, accessorRef(p.Getter)
		}
		if p.Offset >= 1<<24 {
			return false
		}
	case WhereLength:
		e.data = IcSpecial | IcArrayLength<<3
	default:
		return false
	}
	h.seenByCache(e.shape)
	return true
}

// accessorRef is the function of an accessor, 0 if there is none.
func accessorRef(f Value) uint32 {
	if f.IsObject() {
		return f.Ref()
	}
	return 0
}

// CacheSet fills a site from a Set, or a CreateDataProperty, of a string or
// symbol key on receiver as its own target (a site does one or the other, and
// only Set looks into the megamorphic cache). code and p are what Set returned, OpDone or OpSetter; before is
// the shape that the receiver had.
func (h *Heap) CacheSet(site uint32, receiver, key Value, code, before uint32, p *Prop) {
	var e icEntry
	if h.entryForSet(receiver, key, code, before, p, &e) {
		h.putEntry(site, key, &e, megaWrite)
	}
}

func (h *Heap) entryForSet(receiver, key Value, code, before uint32, p *Prop, e *icEntry) bool {
	if !receiver.IsObject() || key.IsNumber() {
		return false
	}
	obj := receiver.Ref()
	now := h.U32(obj + OffShape)
	e.shape = before
	if code == OpSetter {
		if now != before || p.Where != WhereObject && p.Where != WhereSlots {
			return false
		}
		if p.Holder == obj {
			ok := h.entryForOwn(p, e)
			e.ref = accessorRef(p.Setter)
			return ok
		}
		var ok bool
		if e.epoch, ok = h.chainEpoch(obj, p.Holder); !ok || !p.Setter.IsObject() {
			return false
		}
		h.seenByCache(before)
		e.data, e.ref = IcSpecial|IcCall<<3, p.Setter.Ref()
		return true
	}
	if code != OpDone || p.Holder != obj || p.Where != WhereObject && p.Where != WhereSlots {
		return false
	}
	if now == before {
		return p.Attrs&(Writable|Accessor) == Writable && h.entryForOwn(p, e)
	}
	// An added property: the transition must be the recorded one, since the
	// new shape is taken as it is.
	if h.ShapeFlagsOf(now)&SDictionary != 0 || h.U32(now+ShapeParent) != before ||
		h.Val(now+ShapeKey) != key || h.U32(now+ShapeAttrs) != WEC {
		return false
	}
	var ok bool
	if e.epoch, ok = h.chainEpoch(obj, 0); !ok {
		return false
	}
	e.ref = now
	if p.Where == WhereObject {
		e.data = p.Offset | IcAdd
		return true
	}
	e.data = p.Offset | IcAddSlots
	return true
}

// putEntry stores an entry in a site, which may become polymorphic or
// megamorphic by it.
func (h *Heap) putEntry(site uint32, key Value, e *icEntry, write uint32) {
	state := h.U32(site + IcShape)
	switch {
	case state == IcMega:
		h.megaPut(key, e, write)
	case state == IcPoly:
		cell := h.U32(site + IcRef)
		at := cell + FbEntries
		for end := at + IcSize*polyEntries; at < end; at += IcSize {
			if h.replaceable(h.U32(at+IcShape), e.shape) {
				h.writeEntry(at, e)
				return
			}
		}
		h.SetU64(site+IcShape, IcMega)
		h.SetU64(site+IcRef, 0)
		h.megaPut(key, e, write)
	case h.replaceable(state, e.shape):
		h.writeEntry(site, e)
	default:
		cell := h.AllocZero(KFeedback, FbEntries+IcSize*polyEntries)
		h.SetU32(cell+FbSites, polyEntries)
		h.CopyWords(cell+FbEntries, site, IcSize/8)
		h.writeEntry(cell+FbEntries+IcSize, e)
		h.SetU64(site+IcShape, IcPoly)
		h.StoreRef(site+IcRef, cell)
		h.SetU32(site+IcEpoch, 0)
	}
}

// AddCallee makes a call site that has called functions of other templates one of
// several, which may be too many. Its entries hold templates in place of shapes.
func (h *Heap) AddCallee(site, tmpl uint32) {
	state := h.U32(site + IcShape)
	if state != IcPoly {
		cell := h.AllocZero(KFeedback, FbEntries+IcSize*polyEntries)
		h.SetU32(cell+FbSites, polyEntries)
		h.StoreRef(cell+FbEntries, state)
		h.SetU64(site+IcShape, IcPoly)
		h.StoreRef(site+IcRef, cell)
		h.SetU32(site+IcEpoch, 0)
	}
	at := h.U32(site+IcRef) + FbEntries
	for end := at + IcSize*polyEntries; at < end; at += IcSize {
		switch h.U32(at + IcShape) {
		case IcEmpty:
			h.StoreRef(at+IcShape, tmpl)
			return
		case tmpl:
			return
		}
	}
	h.SetU64(site+IcShape, IcMega)
	h.SetU64(site+IcRef, 0)
}

// replaceable reports whether an entry with shape old can give way to one with
// shape s: it is empty, about the same shape, or about one that no object has.
func (h *Heap) replaceable(old, s uint32) bool {
	return old == IcEmpty || old == s || old > IcMega && h.ShapeFlagsOf(old)&SDead != 0
}

func (h *Heap) writeEntry(at uint32, e *icEntry) {
	h.StoreRef(at+IcShape, e.shape)
	h.SetU32(at+IcData, e.data)
	h.StoreRef(at+IcRef, e.ref)
	h.SetU32(at+IcEpoch, e.epoch)
}

// The megamorphic cache: a direct-mapped table of entries as in a site, each
// with its key behind it. It is a nursery cell that no root knows, so that it
// vanishes in the collection that would make its offsets wrong.
const (
	megaEntries = 256
	megaSize    = IcSize + 8
)

// megaWrite marks, in IcShape, the entries for writing: what may be read may
// not always be written.
const megaWrite = 1

func megaHash(shape uint32, key Value) uint32 {
	x := (shape>>3 ^ shape<<9 ^ key.Ref()>>1) * 0x9E3779B1
	return x >> 24
}

// MegaFind is the cage offset of an entry, laid out as that of a site, for
// reading key from objects of a shape (or pseudo-shape); 0 if there is none.
// The caller checks IcEpoch as at a site.
func (h *Heap) MegaFind(shape uint32, key Value) uint32 {
	if h.mega == 0 || h.megaGC != h.GCCount {
		return 0
	}
	at := h.mega + OffData + megaSize*megaHash(shape, key)
	if h.U32(at+IcShape) == shape && h.Val(at+IcSize) == key {
		return at
	}
	return 0
}

// MegaFindSet is MegaFind for writing key to objects of a shape; the entry's
// IcShape is not meaningful.
func (h *Heap) MegaFindSet(shape uint32, key Value) uint32 {
	return h.MegaFind(shape|megaWrite, key)
}

// MegaGet enters a completed Lookup into the megamorphic cache; p as for
// CacheGet. Computed keys (o[k] with string or symbol k) use it without a site.
func (h *Heap) MegaGet(receiver, key Value, p *Prop) {
	var e icEntry
	if h.entryForGet(receiver, key, p, &e) {
		h.megaPut(key, &e, 0)
	}
}

// MegaSet enters a completed Set into the megamorphic cache; arguments as for
// CacheSet.
func (h *Heap) MegaSet(receiver, key Value, code, before uint32, p *Prop) {
	var e icEntry
	if h.entryForSet(receiver, key, code, before, p, &e) {
		h.megaPut(key, &e, megaWrite)
	}
}

func (h *Heap) megaPut(key Value, e *icEntry, write uint32) {
	if k := e.data & 7; k == IcAdd || k == IcAddSlots {
		// The entry may come from a definition, which does not care about
		// prototypes; a Set that finds it here does.
		var q Prop
		if proto := h.U32(e.shape + ShapeProto); proto != 0 && h.Lookup(proto, key, &q) != LookupAbsent {
			return
		}
	}
	if h.mega == 0 || h.megaGC != h.GCCount {
		if h.nurBase == h.tenBase {
			return // without a nursery it would be garbage in tenured space
		}
		h.mega = h.AllocZero(KBytes, OffData+megaSize*megaEntries)
		h.SetU32(h.mega+OffLength, megaSize*megaEntries)
		h.megaGC = h.GCCount
	}
	at := h.mega + OffData + megaSize*megaHash(e.shape|write, key)
	h.SetU32(at+IcShape, e.shape|write)
	h.SetU32(at+IcData, e.data)
	h.SetU32(at+IcRef, e.ref)
	h.SetU32(at+IcEpoch, e.epoch)
	h.SetVal(at+IcSize, key)
}
