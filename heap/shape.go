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
	ShapeFlags  = 20 // u16 S flags
	ShapeInline = 22 // u16 in-object slot capacity
	ShapeTrans  = 24 // ref KTrans or the only child KShape; 0 = none. RAM shapes only
	ShapeParent = 28 // ref shape it came from, 0 = a root
	ShapeKey    = 32 // Value: property that the transition from the parent added
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

// ShapeGet is the shape field readers used everywhere.
func (h *Heap) ShapeFlagsOf(s uint32) uint32 { return uint32(h.U16(s + ShapeFlags)) }

// Proto is the prototype of an object, 0 = null.
func (h *Heap) Proto(obj uint32) uint32 { return h.U32(h.U32(obj+OffShape) + ShapeProto) }
