//firn:core

package heap

// KShape describes objects: prototype, named properties in creation order, and
// whether more may be added. Objects with the same history share it.
//
// The properties are the first ShapeCount entries of a KDescs cell, which a
// chain of transitions shares: the newest shape appends to it in place. Entry i
// describes slot i. Slot i is in the object while i is below the shape's
// in-object capacity and in its KSlots cell beyond.
//
// A dictionary shape belongs to one object and is changed in place unless an
// inline cache has seen it (SCached): then any change but a plain store
// replaces it by a copy, so a cached shape always tells the truth. Deleted
// entries of a dictionary have the key Empty.
const (
	ShapeProto  = 8  // ref, 0 = null
	ShapeDescs  = 12 // ref, 0 = none
	ShapeCount  = 16 // u32 entries that count
	ShapeFlags  = 20 // u16 S flags, and the kind of the objects in the top byte
	ShapeInline = 22 // u16 in-object slot capacity
	ShapeTrans  = 24 // ref KTrans or the only child KShape; 0 = none. RAM shapes only
	ShapeParent = 28 // ref shape it came from, 0 = a root
	ShapeKey    = 32 // Value: property that the transition from the parent added; roots: next root of the prototype
	ShapeAttrs  = 40 // u32 its attributes, or a transition code
	ShapeBase   = 44 // u32 byte offset of slot 0 in the object
	ShapeSize   = 48

	shapeRefs = 1<<0 | 1<<1 | 1<<4 | 1<<5
)

// Shape flags.
const (
	SDictionary    = 1 << 0
	SNonExtensible = 1 << 1
	SSealed        = 1 << 2 // every named property non-configurable, not extensible
	SFrozen        = 1 << 3 // … and data properties non-writable
	SLazyFunction  = 1 << 4 // a function whose length, name and prototype are not made yet
	SCached        = 1 << 5 // dictionary: seen by an inline cache
	SHasIndexAcc   = 1 << 6 // the object's indexed elements include accessors or read-only ones

	SDead = 1 << 7 // dictionary: replaced by a copy, no object has it

	// ShapeKindShift is where the object kind starts in ShapeFlags: objects of
	// different kinds never share a shape.
	ShapeKindShift = 8
)

// Property attributes (as in a descriptor entry's second word).
const (
	Writable     = 1 << 0
	Enumerable   = 1 << 1
	Configurable = 1 << 2
	Accessor     = 1 << 3 // the slot holds a KAccessor

	WEC = Writable | Enumerable | Configurable
	WC  = Writable | Configurable
)

// Descriptor entries.
const (
	DescUsed    = 8  // u32 entries used
	DescIndex   = 12 // ref KIndex, 0 = search linearly
	DescEntries = 16
	DescSize    = 16 // {key Value, attributes u64}
)

// Transition codes: values of ShapeAttrs, and of the attributes of a transition
// table's entries, that say more than "added with these attributes".
const (
	transChange  = 1 << 8  // the property's attributes became the low bits
	transPrevent = 1 << 9  // key Undefined: not extensible any more
	transSeal    = 1 << 10 // key Undefined: sealed
	transFreeze  = 1 << 11 // key Undefined: frozen

	AttrMask = 0xFF
)

// Limits of shape mode.
const (
	maxShapeProps   = 512  // properties of an object that is not a dictionary
	MaxDynamicProps = 128  // … when added by computed keys
	TransMany       = 1024 // transitions out of a shape whose objects are used as maps
	LinearProps     = 8    // descriptors that are searched without an index
)

// noSlot is the answer of a search that found no property.
const noSlot = 0xFFFFFFFF

// KTrans and KSparse entries and headers.
const (
	TransUsed    = 8
	TransEntries = 16
	TransSize    = 24 // {key Value, attributes u64, shape Value}

	IndexEntries = 16 // KIndex: u32 entry number + 1, 0 = free

	// KeyFactor is the factor in keyHash, and the last one in transHash, whose
	// others are TransLow and TransHigh; here as they are when signed.
	KeyFactor = -0x61C88647 // 0x9E3779B1
	TransLow  = -0x7A143595 // 0x85EBCA6B
	TransHigh = -0x3D4D51CB // 0xC2B2AE35
)

// ShapeFlagsOf is the S flags of a shape (and the kind above them).
func (h *Heap) ShapeFlagsOf(s uint32) uint32 { return uint32(h.U16(s + ShapeFlags)) }

// ShapeKind is the kind of the objects that have shape s.
func (h *Heap) ShapeKind(s uint32) uint8 { return h.U8(s + ShapeFlags + 1) }

// Proto is the prototype of an object, 0 = null.
func (h *Heap) Proto(obj uint32) uint32 { return h.U32(h.U32(obj+OffShape) + ShapeProto) }

// keyHash is the hash of an atom or symbol key. It is stored in the cell, so
// tables built on it survive when cells move.
func (h *Heap) keyHash(key Value) uint32 {
	x := h.U32(key.Ref()+OffStrHash) * (KeyFactor & 0xFFFFFFFF)
	return x ^ x>>15
}

// findSlot is the number of the property of shape s with a string or symbol
// key, noSlot if there is none.
func (h *Heap) findSlot(s uint32, key Value) uint32 {
	n := h.U32(s + ShapeCount)
	if n == 0 {
		return noSlot
	}
	d := h.U32(s + ShapeDescs)
	ix := h.U32(d + DescIndex)
	if ix == 0 {
		off := d + DescEntries
		for i := uint32(0); i < n; i++ {
			if h.Val(off) == key {
				return i
			}
			off += DescSize
		}
		return noSlot
	}
	for at := probeFrom(h.keyHash(key), (h.U32(ix)-IndexEntries)>>2-1); ; {
		e := h.U32(ix + IndexEntries + 4*at.at)
		if e == 0 {
			return noSlot
		}
		if h.Val(d+DescEntries+DescSize*(e-1)) == key {
			// The table may be shared with newer shapes that have more.
			if e-1 < n {
				return e - 1
			}
			return noSlot
		}
		if at.far() {
			at.jump(h.farKey(key, at.at))
		}
	}
}

// descKey and descAttrs read entry i of the descriptors of shape s.
func (h *Heap) descKey(s, i uint32) Value {
	return h.Val(h.U32(s+ShapeDescs) + DescEntries + DescSize*i)
}

func (h *Heap) descAttrs(s, i uint32) uint32 {
	return h.U32(h.U32(s+ShapeDescs) + DescEntries + DescSize*i + 8)
}

// ShapeSize is how many properties objects of shape s have, those with symbols and
// private names included.
func (h *Heap) ShapeSize(s uint32) uint32 { return h.U32(s + ShapeCount) }

// ShapeKey is the key of property i of shape s, Empty if it has been deleted, and its
// attributes.
func (h *Heap) ShapeKey(s, i uint32) (key Value, attrs uint32) {
	off := h.U32(s+ShapeDescs) + DescEntries + DescSize*i
	return h.Val(off), h.U32(off + 8)
}

// ShapeValue is what the slot of property i of obj holds, which has shape s.
func (h *Heap) ShapeValue(obj, s, i uint32) Value { return h.Val(h.slotAddr(obj, s, i)) }

// slotOffset tells where slot i of the objects of shape s is: an offset in the
// object, or in its slots cell when out is true.
func (h *Heap) slotOffset(s, i uint32) (off uint32, out bool) {
	in := uint32(h.U16(s + ShapeInline))
	if i < in {
		return h.U32(s+ShapeBase) + 8*i, false
	}
	return OffValues + 8*(i-in), true
}

// slotAddr is the cage offset of slot i of obj, which has shape s.
func (h *Heap) slotAddr(obj, s, i uint32) uint32 {
	in := uint32(h.U16(s + ShapeInline))
	if i < in {
		return obj + h.U32(s+ShapeBase) + 8*i
	}
	return h.U32(obj+OffSlots) + OffValues + 8*(i-in)
}

// SlotCapacity is how many values the slots cell of an object with n
// out-of-line properties has at least. Because it depends on n alone, a cached
// transition knows whether the new slot exists.
func SlotCapacity(n uint32) uint32 {
	if n == 0 {
		return 0
	}
	c := uint32(3)
	for c < n {
		c = 2*c + 1
	}
	return c
}

// isPrivate reports whether key is a private name (#x).
func (h *Heap) isPrivate(key Value) bool {
	return key.IsSymbol() && h.U8(key.Ref()+OffFlags)&FPrivateName != 0
}
