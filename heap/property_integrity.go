//firn:core

package heap

// Integrity levels (ECMA-262 7.3.15 SetIntegrityLevel).
const (
	Sealed = 1
	Frozen = 2
)

// IsExtensible is OrdinaryIsExtensible (ECMA-262 10.1.3.1); proxies must be
// asked themselves.
func (h *Heap) IsExtensible(obj uint32) bool {
	return h.U8(obj+OffFlags)&FNonExtensible == 0 && h.U8(obj+OffKind) != KNamespace
}

// PreventExtensions is [[PreventExtensions]] (ECMA-262 10.1.4, 10.4.5.1,
// 10.4.6.4). Codes: OpDone, OpProxy, OpMemory, RejFixed.
func (h *Heap) PreventExtensions(obj uint32) uint32 {
	switch h.U8(obj + OffKind) {
	case KProxy:
		return OpProxy
	case KNamespace:
		return OpDone
	case KTypedArray:
		if !h.TypedFixedLength(obj) {
			return RejFixed
		}
	}
	if h.U8(obj+OffFlags)&FNonExtensible != 0 {
		return OpDone
	}
	return h.restrict(obj, transPrevent)
}

// restrict makes obj non-extensible, sealed or frozen in its named properties.
func (h *Heap) restrict(obj, code uint32) uint32 {
	h.materialise(obj)
	h.touch(obj)
	s := h.U32(obj + OffShape)
	if h.ShapeFlagsOf(s)&SDictionary == 0 {
		if h.transFull(s) {
			if !h.toDictionary(obj) {
				return OpMemory
			}
			return h.restrict(obj, code)
		}
		c := h.shapeIntegrity(s, code)
		if c == 0 {
			return OpMemory
		}
		h.StoreRef(obj+OffShape, c)
	} else {
		s = h.dictChange(obj)
		h.SetU16(s+ShapeFlags, uint16(h.ShapeFlagsOf(s)|integrityFlags(code)))
		if n := h.U32(s + ShapeCount); code != transPrevent && n > 0 {
			h.restrictDescs(h.U32(s+ShapeDescs), n, code)
			h.Charge(uint64(n))
		}
	}
	h.SetFlag(obj, FNonExtensible)
	return OpDone
}

// SetIntegrity is SetIntegrityLevel (ECMA-262 7.3.15) for Sealed or Frozen.
// Codes: OpDone, OpProxy, OpNamespace, OpMemory, or a rejection (the operation
// may then have been done in part, as the specification has it).
func (h *Heap) SetIntegrity(obj, level uint32) uint32 {
	switch h.U8(obj + OffKind) {
	case KProxy:
		return OpProxy
	case KNamespace:
		return OpNamespace
	}
	if obj < h.firn {
		return OpDone
	}
	code := h.PreventExtensions(obj)
	if code != OpDone {
		return code
	}
	if h.U8(obj+OffKind) == KTypedArray && h.TypedLength(obj) > 0 {
		return RejFixed
	}
	trans := uint32(transSeal)
	if level == Frozen {
		trans = transFreeze
	}
	// Nothing in the way of property changes: indexed elements first, named
	// properties after, in one step each.
	flags := h.U8(obj + OffFlags)
	if e := h.U32(obj + OffElements); flags&FSparse != 0 {
		for off, end := e+sparseEntries, e+h.U32(e); off < end; off += sparseSize {
			if k := h.Val(off); k == 0 || k == Empty {
				continue
			}
			attrs := h.U32(off+16) &^ Configurable
			if level == Frozen && attrs&Accessor == 0 {
				attrs &^= Writable
			}
			h.SetU64(off+16, uint64(attrs))
		}
		h.Charge(uint64(h.sparsePlaces(e)))
	} else {
		flags |= FElemsSealed
		if level == Frozen {
			flags |= FElemsFrozen
		}
	}
	if level == Frozen && h.U8(obj+OffKind) == KArray {
		flags |= FLengthReadonly
	}
	h.SetU8(obj+OffFlags, flags)
	return h.restrict(obj, trans)
}

// TestIntegrity is TestIntegrityLevel (ECMA-262 7.3.16) for everything but
// proxies and module namespaces.
func (h *Heap) TestIntegrity(obj, level uint32) bool {
	flags := h.U8(obj + OffFlags)
	if flags&FNonExtensible == 0 {
		return false
	}
	kind := h.U8(obj + OffKind)
	if kind == KTypedArray && h.TypedLength(obj) > 0 {
		return false
	}
	if level == Frozen && kind == KArray && flags&FLengthReadonly == 0 {
		return false
	}
	e := h.U32(obj + OffElements)
	if flags&FSparse != 0 {
		h.Charge(uint64(h.sparsePlaces(e)))
		for off, end := e+sparseEntries, e+h.U32(e); off < end; off += sparseSize {
			if k := h.Val(off); k != 0 && k != Empty && !attrsAtLevel(h.U32(off+16), level) {
				return false
			}
		}
	} else if !attrsAtLevel(denseAttrs(flags), level) {
		h.Charge(uint64(h.elementsCapacity(e)) >> 2)
		for i, n := uint32(0), h.elementsCapacity(e); i < n; i++ {
			if h.Val(e+OffValues+8*i) != Hole {
				return false
			}
		}
	}
	s := h.U32(obj + OffShape)
	if h.ShapeFlagsOf(s)&SFrozen != 0 || level == Sealed && h.ShapeFlagsOf(s)&SSealed != 0 {
		return true
	}
	n := h.U32(s + ShapeCount)
	h.Charge(uint64(n) >> 2)
	for i := uint32(0); i < n; i++ {
		key := h.descKey(s, i)
		if key != Empty && !h.isPrivate(key) && !attrsAtLevel(h.descAttrs(s, i), level) {
			return false
		}
	}
	return true
}

// attrsAtLevel reports whether a property with these attributes is sealed or
// frozen.
func attrsAtLevel(attrs, level uint32) bool {
	return attrs&Configurable == 0 && (level == Sealed || attrs&Accessor != 0 || attrs&Writable == 0)
}

// SetPrototypeOf is [[SetPrototypeOf]] (ECMA-262 10.1.2, 10.4.7) of an object
// that is not a proxy; proto 0 is null. Global objects and %Object.prototype%
// are immutable prototype exotic objects. Codes: OpDone, OpProxy, OpMemory,
// RejNotExtensible, RejCycle, RejImmutable.
func (h *Heap) SetPrototypeOf(obj, proto uint32) uint32 {
	kind := h.U8(obj + OffKind)
	if kind == KProxy {
		return OpProxy
	}
	s := h.U32(obj + OffShape)
	if h.U32(s+ShapeProto) == proto {
		return OpDone
	}
	if kind == KGlobal || kind == KNamespace || obj == h.rootObject(RootObjectProto) {
		return RejImmutable
	}
	if h.U8(obj+OffFlags)&FNonExtensible != 0 {
		return RejNotExtensible
	}
	// Only a prototype can be on a chain: others cannot close a cycle.
	if h.U8(obj+OffFlags)&FIsProto != 0 || obj == proto {
		for q := proto; q != 0; q = h.Proto(q) {
			if q == obj {
				return RejCycle
			}
			if h.U8(q+OffKind) == KProxy {
				break
			}
			h.WorkDone++
		}
	}
	return h.setProto(obj, proto)
}

// InitPrototype gives a new object its prototype without the checks of
// SetPrototypeOf: for kinds whose prototype is otherwise immutable.
func (h *Heap) InitPrototype(obj, proto uint32) uint32 {
	if h.Proto(obj) == proto {
		return OpDone
	}
	return h.setProto(obj, proto)
}

// setProto changes the prototype. The new shape is the one that an object made
// with that prototype and given the same properties would have.
func (h *Heap) setProto(obj, proto uint32) uint32 {
	h.touch(obj)
	s := h.U32(obj + OffShape)
	flags := h.ShapeFlagsOf(s)
	n := h.U32(s + ShapeCount)
	if flags&SDictionary == 0 && n > 64 {
		if !h.toDictionary(obj) {
			return OpMemory
		}
		flags = SDictionary
	}
	if proto != 0 {
		h.markProto(proto)
	}
	if flags&SDictionary != 0 {
		s = h.dictChange(obj)
		h.StoreRef(s+ShapeProto, proto)
		return OpDone
	}
	c := h.rootShape(proto, h.ShapeKind(s), uint32(h.U16(s+ShapeInline)), flags&SLazyFunction)
	for i := uint32(0); i < n; i++ {
		if c = h.shapeAdd(c, h.descKey(s, i), h.descAttrs(s, i)); c == 0 {
			return OpMemory
		}
	}
	h.StoreRef(obj+OffShape, c)
	return OpDone
}
