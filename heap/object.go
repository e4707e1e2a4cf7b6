//firn:core

package heap

// The object model (ECMA-262 6.1.7, 10). Objects, prototypes and shapes are
// passed as cage offsets (0 = null prototype), keys and values as Values.
//
// Keys. A property key is a number (a canonical array index, 0 … 2^32−2, int32
// where it fits), an atom or a symbol; KeyFromString makes keys of strings.
// Private names are symbols with FPrivateName: stored like properties, never
// seen by reflection, and not subject to extensibility.
//
// The API, by file:
//
//	object.go              InitObjects, NewObject, NewObjectShape, NewKind
//	object_function.go     NewFunction; length, name, prototype made when first looked at
//	array.go               NewArray, NewArrayCap, SetArrayLength, ArrayPush
//	elements*.go           dense and sparse indexed properties
//	shape_root.go          RootShape, FunctionShape
//	property.go            Prop, GetOwn, Lookup, HasProperty; Read, Write of a found property
//	property_set.go        Set (OrdinarySet), CreateDataProperty, AddPrivate
//	property_define.go     Desc, DefineOwn, Delete, SameValue
//	property_keys.go       OwnKeys, ForInKeys, CopyDataProperties
//	property_integrity.go  IsExtensible, PreventExtensions, SetIntegrity, TestIntegrity, SetPrototypeOf
//	typedarray*.go         element kernels, bounds, NewArrayBuffer
//	cache.go               inline caches: CacheGet, CacheSet, PseudoShape; MegaFind
//
// Results. Nothing here calls JS or collects garbage. Operations return an Op
// code: OpDone, a reason to hand over to the caller (a proxy, a setter, a value
// that must be coerced first), or a rejection (Rejected), which is the
// operation's `false`, or the TypeError that a throwing caller makes of it.

// Codes of object operations.
const (
	OpDone      = iota
	OpSetter    // call Prop.Setter on the receiver with the value
	OpProxy     // continue with the internal method of the proxy Prop.Holder
	OpReceiver  // the receiver is a proxy or namespace: OrdinarySet from step 2.c with it
	OpNumber    // array length: coerce the value (ToUint32, ToNumber) and call again with a number
	OpTyped     // typed array element: coerce the value, then TypedSet(Prop.Holder, Prop.Offset, …)
	OpNamespace // a module namespace's string key: the module system answers
	OpMemory    // out of memory
	OpRange     // RangeError: invalid array length

	RejReadOnly        // a property that is not writable
	RejNoSetter        // an accessor without setter
	RejNotExtensible   // a new property on a non-extensible object
	RejNotConfigurable // a change or deletion of a non-configurable property
	RejReceiver        // the receiver is not an object
	RejAccessor        // the receiver has an accessor of that name
	RejIndex           // not an index of the typed array, or not a descriptor for one
	RejCycle           // SetPrototypeOf: a cycle
	RejImmutable       // SetPrototypeOf: an immutable prototype exotic object
	RejFixed           // typed array whose length may change, or with elements: cannot be made so
)

// Rejected reports whether an Op code is a refusal.
func Rejected(code uint32) bool { return code >= RejReadOnly }

// InitObjects interns the atoms that object operations know, in a heap whose
// ROM does not bring them.
func (h *Heap) InitObjects() {
	h.InitStrings()
	if h.Root(RootAtomLength).IsString() {
		return
	}
	h.SetRoot(RootAtomLength, String(h.InternStr("length")))
	h.SetRoot(RootAtomName, String(h.InternStr("name")))
	h.SetRoot(RootAtomPrototype, String(h.InternStr("prototype")))
	h.SetRoot(RootAtomConstructor, String(h.InternStr("constructor")))
}

// rootObject is the object in a root, 0 when it is not set: stage 1 makes the
// first prototypes before there is anything to inherit from.
func (h *Heap) rootObject(i uint32) uint32 {
	v := h.Root(i)
	if !v.IsObject() {
		return 0
	}
	return v.Ref()
}

// NewObject makes an ordinary object with prototype proto (0 = null) and room
// for inline properties in the cell.
func (h *Heap) NewObject(proto, inline uint32) uint32 {
	return h.NewObjectShape(h.rootShape(proto, KObject, inline, 0))
}

// NewKind makes an object of a kind, its internal slots undefined.
func (h *Heap) NewKind(kind uint8, proto uint32) uint32 {
	return h.NewObjectShape(h.rootShape(proto, kind, 0, 0))
}

// NewObjectShape makes an object of shape s (not a dictionary), all its slots
// undefined.
func (h *Heap) NewObjectShape(s uint32) uint32 {
	base := h.U32(s + ShapeBase)
	in := uint32(h.U16(s + ShapeInline))
	kind := h.ShapeKind(s)
	obj := h.Alloc(uint32(kind), base+8*in)
	h.SetU64(obj+OffShape, uint64(s)) // and no slots
	h.SetU64(obj+OffElements, 0)      // and no word
	for off, end := obj+OffInternal, obj+base+8*in; off < end; off += 8 {
		h.SetVal(off, Undefined)
	}
	flags := h.ShapeFlagsOf(s)
	switch kind {
	case KProxy, KTypedArray, KStringObj, KNamespace:
		h.SetU8(obj+OffFlags, FExotic)
	}
	if flags&SNonExtensible != 0 {
		h.SetFlag(obj, FNonExtensible)
	}
	if n := h.U32(s + ShapeCount); n > in {
		n = SlotCapacity(n - in)
		h.SetU32(obj+OffSlots, h.AllocValues(KSlots, OffValues+8*n, OffValues, Undefined))
	}
	return obj
}
