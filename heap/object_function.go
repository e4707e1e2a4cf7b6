//firn:core

package heap

// NewFunction makes a closure of template t in context (0 = none) with a shape
// from FunctionShape. Its own length, name and prototype are made when an
// operation first needs them (materialise).
func (h *Heap) NewFunction(t, context, shape uint32) uint32 {
	f := h.Alloc(KFunction, OffInternal+8)
	h.SetU64(f+OffShape, uint64(shape))
	h.SetU64(f+OffElements, uint64(t)<<32) // no elements; word = template
	v := Undefined
	if context != 0 {
		v = CellRef(context)
	}
	h.SetVal(f+OffInternal, v)
	return f
}

// isLazyKey reports whether a lazy function would have a property key once it
// is materialised.
func (h *Heap) isLazyKey(key Value) bool {
	return key == h.Root(RootAtomPrototype) || key == h.Root(RootAtomName) || key == h.Root(RootAtomLength)
}

// materialise gives a lazy function its own properties (ECMA-262 10.2.3
// OrdinaryFunctionCreate, 10.2.9 SetFunctionName, 10.2.5 MakeConstructor,
// 15.5.4, 15.6.4). The prototype property of a class is defined by the class
// definition itself.
func (h *Heap) materialise(f uint32) {
	s := h.U32(f + OffShape)
	if h.ShapeFlagsOf(s)&SLazyFunction == 0 {
		return
	}
	t := h.U32(f + OffWord)
	flags := h.U32(t + TmplFlags)
	plain := h.rootShape(h.U32(s+ShapeProto), KFunction, 0, 0)
	h.StoreRef(f+OffShape, plain)
	name := h.EmptyString()
	if n := h.U32(t + TmplName); n != 0 {
		name = n
	}
	h.addProperty(f, h.Root(RootAtomLength), Int(int32(h.U16(t+TmplLength))), Configurable, false)
	h.addProperty(f, h.Root(RootAtomName), String(name), Configurable, false)
	if flags&TProtoProp == 0 || flags&TClass != 0 {
		return
	}
	var proto uint32
	if flags&TGenerator != 0 {
		intrinsic := uint32(RootGeneratorProto)
		if flags&TAsync != 0 {
			intrinsic = RootAsyncGeneratorProto
		}
		proto = h.NewObject(h.rootObject(intrinsic), 0)
	} else {
		proto = h.NewObject(h.rootObject(RootObjectProto), 1)
		h.addProperty(proto, h.Root(RootAtomConstructor), Object(f), WC, false)
	}
	h.addProperty(f, h.Root(RootAtomPrototype), Object(proto), Writable, false)
}
