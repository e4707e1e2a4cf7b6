//firn:core

package heap

// Root shapes: without properties, one for each prototype, kind and in-object
// capacity. RootShapes is a weak table from prototypes to their first root
// shape; the others follow through ShapeKey. Prototypes die with their last
// object, and their shapes with them.

// RootShape is the shape of new objects of a kind with prototype proto (0 =
// null) and room for inline properties in the object itself.
func (h *Heap) RootShape(proto uint32, kind uint8, inline uint32) uint32 {
	return h.rootShape(proto, kind, inline, 0)
}

// FunctionShape is the shape of new compiled functions with prototype proto:
// their length, name and prototype properties are made when first looked at.
func (h *Heap) FunctionShape(proto uint32) uint32 {
	return h.rootShape(proto, KFunction, 0, SLazyFunction)
}

// FindFunctionShape is FunctionShape for those who must not change the heap: 0 if the shape
// has not been made.
func (h *Heap) FindFunctionShape(proto uint32) uint32 {
	return h.findRootShape(proto, KFunction, 0, SLazyFunction)
}

func (h *Heap) rootShape(proto uint32, kind uint8, inline, flags uint32) uint32 {
	if s := h.findRootShape(proto, kind, inline, flags); s != 0 {
		return s
	}
	first, at := h.rootShapes(proto)
	s := h.AllocZero(KShape, ShapeSize)
	h.SetU32(s+ShapeProto, proto)
	h.SetU16(s+ShapeFlags, uint16(flags|uint32(kind)<<ShapeKindShift))
	h.SetU16(s+ShapeInline, uint16(inline))
	h.SetU32(s+ShapeBase, OffInternal+8*kindTable[kind].slots)
	h.SetVal(s+ShapeKey, Undefined)
	if proto != 0 && at == 0 {
		h.markProto(proto)
	}
	h.addRootShape(s, first, at)
	return s
}

// FindRootShape is RootShape for those who must not change the heap: 0 if the shape
// has not been made.
func (h *Heap) FindRootShape(proto uint32, kind uint8, inline uint32) uint32 {
	return h.findRootShape(proto, kind, inline, 0)
}

func (h *Heap) findRootShape(proto uint32, kind uint8, inline, flags uint32) uint32 {
	if kind == KArray && inline == 0 {
		// The shape of most arrays may be in ROM, where the table is not.
		if v := h.Root(RootArrayShape); v.IsCell() && h.U32(v.Ref()+ShapeProto) == proto {
			return v.Ref()
		}
	}
	flags |= uint32(kind) << ShapeKindShift
	which := flags | inline<<16
	r := &h.recent[(proto>>3^which>>ShapeKindShift)%numRecent]
	if r.proto == proto && r.which == which && r.shape != 0 && h.recentGC == h.GCCount {
		return r.shape
	}
	first, _ := h.rootShapes(proto)
	for s := first; s.IsCell(); s = h.Val(s.Ref() + ShapeKey) {
		if uint32(h.U16(s.Ref()+ShapeFlags)) == flags && uint32(h.U16(s.Ref()+ShapeInline)) == inline {
			if h.recentGC != h.GCCount {
				h.recent, h.recentGC = [numRecent]recentShape{}, h.GCCount
			}
			*r = recentShape{proto, which, s.Ref()}
			return s.Ref()
		}
	}
	return 0
}

// recentShape is a root shape: what has this prototype, kind and flags, and inline capacity.
type recentShape struct {
	proto, which, shape uint32
}

// numRecent is how many root shapes are remembered.
const numRecent = 16

// rootShapes is the first root shape with prototype proto, if there is one, and
// its entry in RootShapes (0: none).
func (h *Heap) rootShapes(proto uint32) (first Value, at uint32) {
	if proto == 0 {
		return h.Root(RootNullShapes), 0
	}
	table := h.Root(RootShapes)
	if !table.IsCell() {
		return Undefined, 0
	}
	if at = h.WeakFind(table.Ref(), Object(proto)); at == 0 {
		return Undefined, 0
	}
	return h.Val(at + 8), at
}

// addRootShape puts s before first and at, which rootShapes gave.
func (h *Heap) addRootShape(s uint32, first Value, at uint32) {
	if first.IsCell() {
		h.Store(s+ShapeKey, first)
	}
	switch proto := h.U32(s + ShapeProto); {
	case proto == 0:
		h.SetRoot(RootNullShapes, CellRef(s))
	case at != 0:
		h.Store(at+8, CellRef(s))
	default:
		// Without memory for the table the shape is not shared, that is all. The
		// table is derived state and must not show on the meter.
		work := h.WorkDone
		table := h.Root(RootShapes)
		if !table.IsCell() {
			table = CellRef(h.NewWeak())
		}
		larger, _ := h.WeakSet(table.Ref(), Object(proto), CellRef(s))
		h.WorkDone = work
		h.SetRoot(RootShapes, CellRef(larger))
	}
}

// markProto makes obj a prototype. Prototypes in RAM have a shape of their own
// (a dictionary), so that every change of their properties is seen here and
// moves the epoch; a cached transition of another object cannot pass by.
func (h *Heap) markProto(obj uint32) {
	if obj < h.firn || h.U8(obj+OffFlags)&FIsProto != 0 {
		return
	}
	if h.Kind(obj) != KProxy {
		h.materialise(obj)
		h.toDictionary(obj)
	}
	h.SetFlag(obj, FIsProto)
}

// touch notes that the properties or elements of obj are about to change in a
// way that a cache of another object's lookups could depend on.
func (h *Heap) touch(obj uint32) {
	if h.U8(obj+OffFlags)&FIsProto != 0 {
		h.bumpEpoch()
	}
}

// bumpEpoch invalidates what depends on prototypes in RAM. The counter stops at
// its end, where nothing is cached any more: it must never repeat.
func (h *Heap) bumpEpoch() {
	if h.ProtoEpoch != epochEnd {
		h.ProtoEpoch++
	}
}

const epochEnd = 0xFFFFFFFF
