//firn:core

package heap

// Set is [[Set]] (ECMA-262 10.1.9 OrdinarySet and its exotic forms) of an
// object that is not a proxy, up to where user code has to run. Codes:
// OpDone; OpSetter: call p.Setter; OpProxy: [[Set]] of the proxy p.Holder with
// the same receiver; OpReceiver: go on with the receiver's own
// [[GetOwnProperty]] and [[DefineOwnProperty]] (it is a proxy or a namespace
// and the property may be written); OpTyped; OpNumber; OpRange; OpMemory; or a
// rejection.
func (h *Heap) Set(obj uint32, key, v, receiver Value, p *Prop) uint32 {
	o := obj
	for links := uint32(0); ; links++ {
		h.ChargeLink(links)
		if h.U8(o+OffFlags)&FExotic != 0 {
			code := h.setExotic(o, key, receiver, p)
			if code != setOrdinary {
				return code
			}
		}
		if h.GetOwn(o, key, p) {
			break
		}
		next := h.U32(h.U32(o+OffShape) + ShapeProto)
		if next == 0 {
			p.Holder, p.Where = 0, WhereNone
			return h.setReceiver(obj, key, v, receiver, p)
		}
		o = next
	}
	if p.Attrs&Accessor != 0 {
		if p.Setter == Undefined {
			return RejNoSetter
		}
		return OpSetter
	}
	own := receiver.IsObject() && receiver.Ref() == o
	if p.Attrs&Writable == 0 {
		// The override mistake: with h.Override a frozen primordial does not
		// keep its heirs from having a property of that name.
		if own || !h.Override || o >= h.firn {
			return RejReadOnly
		}
	}
	if own {
		return h.Write(p, v)
	}
	return h.setReceiver(obj, key, v, receiver, p)
}

const setOrdinary = 0xFFFF

// setExotic is what [[Set]] of exotic objects does first; setOrdinary: go on.
func (h *Heap) setExotic(o uint32, key, receiver Value, p *Prop) uint32 {
	switch h.U8(o + OffKind) {
	case KProxy:
		if !h.isPrivate(key) {
			p.Holder, p.Where = o, WhereAsk
			return OpProxy
		}
	case KNamespace: // 10.4.6.9
		return RejReadOnly
	case KTypedArray: // 10.4.5.6
		i, numeric := h.typedIndex(key)
		if !numeric {
			break
		}
		if receiver.IsObject() && receiver.Ref() == o {
			p.Holder, p.Where, p.Offset = o, WhereTyped, i
			return OpTyped
		}
		if !h.TypedValid(o, i) {
			p.Where = WhereNone
			return OpDone
		}
	}
	return setOrdinary
}

// setReceiver is OrdinarySetWithOwnDescriptor (ECMA-262 10.1.9.2) from step 2.b
// on: the property is absent, or writable data, on the chain of obj, and the
// receiver does not hold it there.
func (h *Heap) setReceiver(obj uint32, key, v, receiver Value, p *Prop) uint32 {
	if !receiver.IsObject() {
		return RejReceiver
	}
	r := receiver.Ref()
	flags := h.U8(r + OffFlags)
	if r != obj || flags&FExotic != 0 {
		if k := h.U8(r + OffKind); k == KProxy || k == KNamespace {
			p.Holder, p.Where = r, WhereAsk
			return OpReceiver
		}
		holder, where := p.Holder, p.Where
		if h.GetOwn(r, key, p) {
			if p.Attrs&Accessor != 0 {
				return RejAccessor
			}
			if p.Attrs&Writable == 0 {
				return RejReadOnly
			}
			return h.Write(p, v)
		}
		p.Holder, p.Where = holder, where
		if flags&FExotic != 0 && h.U8(r+OffKind) == KTypedArray {
			if _, numeric := h.typedIndex(key); numeric {
				return RejIndex
			}
		}
	}
	return h.addData(r, key, v, WEC, p)
}

// addData adds a data property that r does not have, if r is extensible.
func (h *Heap) addData(r uint32, key, v Value, attrs uint32, p *Prop) uint32 {
	if h.U8(r+OffFlags)&FNonExtensible != 0 {
		return RejNotExtensible
	}
	if key.IsNumber() {
		i := key.Index()
		code := h.addIndex(r, i, v, attrs)
		p.Holder, p.Where, p.Offset, p.Attrs = r, WhereElement, i, attrs
		return code
	}
	if !h.addProperty(r, key, v, attrs, p.Dynamic) {
		return OpMemory
	}
	h.lastProp(r, p)
	return OpDone
}

// lastProp fills the place of the property that was added last to r.
func (h *Heap) lastProp(r uint32, p *Prop) {
	s := h.U32(r + OffShape)
	i := h.U32(s+ShapeCount) - 1
	off, out := h.slotOffset(s, i)
	p.Holder, p.Where, p.Offset, p.Attrs = r, WhereObject, off, h.descAttrs(s, i)
	if out {
		p.Where = WhereSlots
	}
}

// AddConfigurable gives a new object a property that is configurable only, as the length
// of functions is. False: out of memory.
func (h *Heap) AddConfigurable(obj uint32, key, v Value) bool {
	return h.addProperty(obj, key, v, Configurable, false)
}

// CreateDataProperty is ECMA-262 7.3.5 for everything but proxies: a writable,
// enumerable and configurable property. Codes as of DefineOwn. p receives the
// place of the property when it was added or only written, else WhereNone.
func (h *Heap) CreateDataProperty(obj uint32, key, v Value, p *Prop) uint32 {
	p.Where = WhereNone
	if h.U8(obj+OffFlags)&(FExotic|FNonExtensible) == 0 {
		if !h.GetOwn(obj, key, p) {
			return h.addData(obj, key, v, WEC, p)
		}
		if p.Attrs == WEC {
			return h.Write(p, v)
		}
		p.Where = WhereNone // for caches: what was found is about to change
	}
	d := Desc{Value: v, Attrs: WEC, Has: HasValue | WEC}
	return h.DefineOwn(obj, key, &d)
}

// AddPrivate adds a private name (ECMA-262 7.3.29 PrivateFieldAdd, 7.3.30
// PrivateMethodOrAccessorAdd) to any object, extensible or not. attrs is
// Writable for a field, 0 for a method, Accessor with a KAccessor cell
// (NewAccessor) as value. RejNotExtensible says that obj has it already.
func (h *Heap) AddPrivate(obj uint32, key, v Value, attrs uint32) uint32 {
	if h.findSlot(h.U32(obj+OffShape), key) != noSlot {
		return RejNotExtensible
	}
	if obj < h.firn {
		return RejReadOnly
	}
	if !h.addProperty(obj, key, v, attrs, false) {
		return OpMemory
	}
	return OpDone
}
