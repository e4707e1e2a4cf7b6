//firn:core

package heap

// Desc is a property descriptor (ECMA-262 6.2.6). Has tells which fields are
// present: the attribute bits Writable, Enumerable and Configurable, and
// HasValue, HasGet, HasSet.
type Desc struct {
	Value  Value
	Getter Value
	Setter Value
	Attrs  uint32
	Has    uint32
}

const (
	HasValue = 1 << 8
	HasGet   = 1 << 9
	HasSet   = 1 << 10
)

// IsAccessor is IsAccessorDescriptor (ECMA-262 6.2.6.1).
func (d *Desc) IsAccessor() bool { return d.Has&(HasGet|HasSet) != 0 }

// IsData is IsDataDescriptor (ECMA-262 6.2.6.2).
func (d *Desc) IsData() bool { return d.Has&(HasValue|Writable) != 0 }

// NewAccessor makes the cell that the slot of an accessor property holds.
func (h *Heap) NewAccessor(getter, setter Value) Value {
	c := h.Alloc(KAccessor, 24)
	h.SetVal(c+OffGetter, getter)
	h.SetVal(c+OffSetter, setter)
	return CellRef(c)
}

// DefineOwn is [[DefineOwnProperty]] (ECMA-262 10.1.6, 10.4.2–10.4.5) of an
// object that is not a proxy. Codes: OpDone, OpNamespace, OpTyped (the caller
// coerces the value and stores element key of the typed array; nothing else is
// left to do), OpNumber, OpRange, OpMemory, or a rejection.
func (h *Heap) DefineOwn(obj uint32, key Value, d *Desc) uint32 {
	var p Prop
	flags := h.U8(obj + OffFlags)
	kind := h.U8(obj + OffKind)
	if flags&FExotic != 0 {
		switch kind {
		case KProxy:
			if !h.isPrivate(key) {
				return OpProxy
			}
		case KNamespace:
			if !key.IsSymbol() {
				return OpNamespace
			}
		case KTypedArray:
			if i, numeric := h.typedIndex(key); numeric {
				return h.defineTyped(obj, i, d)
			}
		case KStringObj:
			if h.GetOwn(obj, key, &p) && p.Where == WhereString {
				return h.validate(d, &p)
			}
		}
	} else if kind == KArray && key == h.Root(RootAtomLength) {
		return h.defineLength(obj, d)
	}
	if !h.GetOwn(obj, key, &p) {
		if flags&FNonExtensible != 0 && !h.isPrivate(key) {
			return RejNotExtensible
		}
		attrs := d.Attrs & d.Has & WEC
		v := d.Value
		if d.IsAccessor() {
			attrs = attrs&^Writable | Accessor
			v = h.NewAccessor(d.given(HasGet), d.given(HasSet))
		} else if d.Has&HasValue == 0 {
			v = Undefined
		}
		if key.IsNumber() {
			return h.addIndex(obj, key.Index(), v, attrs)
		}
		if !h.addProperty(obj, key, v, attrs, false) {
			return OpMemory
		}
		return OpDone
	}
	if code := h.validate(d, &p); code != OpDone || d.Has == 0 {
		return code
	}
	return h.applyDesc(obj, key, d, &p)
}

// given is a field of the descriptor, undefined when it is absent.
func (d *Desc) given(field uint32) Value {
	switch {
	case d.Has&field == 0:
		return Undefined
	case field == HasGet:
		return d.Getter
	case field == HasSet:
		return d.Setter
	}
	return d.Value
}

// validate is the checking half of ValidateAndApplyPropertyDescriptor
// (ECMA-262 10.1.6.3 steps 3 to 5): may d change the property cur?
func (h *Heap) validate(d *Desc, cur *Prop) uint32 {
	if cur.Attrs&Configurable != 0 {
		return OpDone
	}
	if d.Has&Configurable != 0 && d.Attrs&Configurable != 0 {
		return RejNotConfigurable
	}
	if d.Has&Enumerable != 0 && (d.Attrs^cur.Attrs)&Enumerable != 0 {
		return RejNotConfigurable
	}
	accessor := cur.Attrs&Accessor != 0
	if d.IsAccessor() && !accessor || d.IsData() && accessor {
		return RejNotConfigurable
	}
	if accessor {
		if d.Has&HasGet != 0 && d.Getter != cur.Getter || d.Has&HasSet != 0 && d.Setter != cur.Setter {
			return RejNotConfigurable
		}
		return OpDone
	}
	if cur.Attrs&Writable == 0 {
		if d.Has&Writable != 0 && d.Attrs&Writable != 0 {
			return RejNotConfigurable
		}
		if d.Has&HasValue != 0 && !h.SameValue(d.Value, cur.Value) {
			return RejReadOnly
		}
	}
	return OpDone
}

// applyDesc is the other half, step 6, for property cur of obj.
func (h *Heap) applyDesc(obj uint32, key Value, d *Desc, cur *Prop) uint32 {
	attrs := cur.Attrs&^(d.Has&WEC) | d.Attrs&d.Has&WEC
	var v Value
	switch {
	case d.IsAccessor():
		attrs = attrs&^Writable | Accessor
		getter, setter := d.given(HasGet), d.given(HasSet)
		if cur.Attrs&Accessor != 0 {
			if d.Has&HasGet == 0 {
				getter = cur.Getter
			}
			if d.Has&HasSet == 0 {
				setter = cur.Setter
			}
			if attrs == cur.Attrs && getter == cur.Getter && setter == cur.Setter {
				return OpDone
			}
		}
		v = h.NewAccessor(getter, setter)
	case cur.Attrs&Accessor != 0 && d.IsData():
		attrs &^= Accessor | Writable
		attrs |= d.Attrs & d.Has & Writable
		v = d.given(HasValue)
	case cur.Attrs&Accessor != 0:
		v = h.Val(h.propAddr(cur))
	default:
		v = cur.Value
		if d.Has&HasValue != 0 {
			v = d.Value
		}
	}
	if obj < h.firn {
		// ROM is frozen: what validate let pass changes nothing.
		return OpDone
	}
	if key.IsNumber() {
		if !h.changeIndex(cur, key.Index(), attrs, v) {
			return OpMemory
		}
		return OpDone
	}
	i := h.findSlot(h.U32(obj+OffShape), key)
	if attrs != cur.Attrs && !h.changeAttrs(obj, i, attrs) {
		return OpMemory
	}
	if attrs&Accessor != 0 {
		h.touch(obj) // caches may know the getter itself
	}
	h.Store(h.slotAddr(obj, h.U32(obj+OffShape), h.findSlot(h.U32(obj+OffShape), key)), v)
	return OpDone
}

// defineTyped is ECMA-262 10.4.5.3 [[DefineOwnProperty]] for a numeric key.
func (h *Heap) defineTyped(obj, i uint32, d *Desc) uint32 {
	if !h.TypedValid(obj, i) || d.Has&^d.Attrs&WEC != 0 || d.IsAccessor() {
		return RejIndex
	}
	if d.Has&HasValue != 0 {
		return OpTyped
	}
	return OpDone
}

// Delete is [[Delete]] (ECMA-262 10.1.10, 10.4.5.7) of an object that is not a
// proxy. Codes: OpDone, OpNamespace, OpMemory, RejNotConfigurable.
func (h *Heap) Delete(obj uint32, key Value) uint32 {
	var p Prop
	if h.U8(obj+OffFlags)&FExotic != 0 {
		switch h.U8(obj + OffKind) {
		case KProxy:
			return OpProxy
		case KNamespace:
			if !key.IsSymbol() {
				return OpNamespace
			}
		}
	}
	if !h.GetOwn(obj, key, &p) {
		return OpDone
	}
	if p.Attrs&Configurable == 0 || p.Where == WhereTyped {
		return RejNotConfigurable
	}
	if key.IsNumber() {
		h.removeIndex(&p)
		return OpDone
	}
	if !h.removeProperty(obj, h.findSlot(h.U32(obj+OffShape), key)) {
		return OpMemory
	}
	return OpDone
}

// SameValue is ECMA-262 7.2.10.
func (h *Heap) SameValue(a, b Value) bool {
	if a == b {
		return true
	}
	if a.IsNumber() {
		return b.IsNumber() && Double(a.Num()) == Double(b.Num())
	}
	if a.IsString() && b.IsString() {
		return h.Equal(a.Ref(), b.Ref())
	}
	return a.IsBigInt() && b.IsBigInt() && h.BigIntEqual(a.Ref(), b.Ref())
}
