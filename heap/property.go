//firn:core

package heap

// Prop is a property that was found: the answer of GetOwn and Lookup, and the
// memory of where it is, for Read, Write and the inline caches.
type Prop struct {
	Value  Value  // data property: its value
	Getter Value  // accessor: function or undefined
	Setter Value  // accessor: function or undefined
	Attrs  uint32 // Writable, Enumerable, Configurable, Accessor
	Holder uint32 // the object that has it (or the proxy that must be asked)
	Where  uint32 // a Where constant
	Offset uint32 // byte offset of the value, or the index, as Where says

	// Dynamic is set by callers of Set and CreateDataProperty whose key was
	// computed at run time, not written in the program.
	Dynamic bool
}

// Where a property is.
const (
	WhereNone    = iota // Lookup: nowhere
	WhereObject         // at Holder + Offset
	WhereSlots          // in Holder's slots cell at Offset
	WhereElement        // element Offset of the dense elements
	WhereSparse         // in Holder's KSparse: the entry at Offset
	WhereLength         // length of an array
	WhereTyped          // element Offset of a typed array
	WhereString         // String object: unit Offset, or its length (Offset is noSlot)
	WhereAsk            // Lookup: the proxy or namespace Holder knows
)

// Codes of Lookup.
const (
	LookupAbsent    = iota // undefined: no object of the chain has it
	LookupData             // Prop.Value
	LookupAccessor         // Prop.Getter
	LookupProxy            // the proxy Prop.Holder must be asked
	LookupNamespace        // the module namespace Prop.Holder must be asked
)

// NoIndex is the Prop.Offset of a typed array element that cannot exist.
const NoIndex = 0xFFFFFFFF

// Index is the array index that a number key stands for.
func (key Value) Index() uint32 {
	if key.IsInt() {
		return uint32(key.Int32())
	}
	return uint32(int64(key.Float()))
}

// IndexKey is the property key of an array index.
func IndexKey(i uint32) Value { return Uint32(i) }

// KeyFromNumber is the property key of a number that is an array index; ok is
// false when it is not one and must be made a string first.
func KeyFromNumber(v Value) (key Value, ok bool) {
	if v.IsInt() {
		return v, v.Int32() >= 0
	}
	f := v.Float()
	if f >= 0 && f < 4294967295 {
		i := uint32(int64(f))
		if float64(i) == f {
			return Uint32(i), true
		}
	}
	return v, false
}

// GetOwn is OrdinaryGetOwnProperty and its exotic forms (ECMA-262 10.1.5.1,
// 10.4.2–10.4.5) for everything but proxies and the string keys of module
// namespaces. It fills p when it returns true.
func (h *Heap) GetOwn(obj uint32, key Value, p *Prop) bool {
	if h.U8(obj+OffFlags)&FExotic != 0 {
		found, ordinary := h.getOwnExotic(obj, key, p)
		if !ordinary {
			return found
		}
	}
	if key.IsNumber() {
		return h.getOwnIndex(obj, key.Index(), p)
	}
	s := h.U32(obj + OffShape)
	i := h.findSlot(s, key)
	if i != noSlot {
		h.fillProp(obj, s, i, p)
		return true
	}
	switch h.U8(obj + OffKind) {
	case KArray:
		if key == h.Root(RootAtomLength) {
			p.Holder, p.Where, p.Attrs = obj, WhereLength, Writable
			if h.U8(obj+OffFlags)&FLengthReadonly != 0 {
				p.Attrs = 0
			}
			p.Value = Uint32(h.U32(obj + OffWord))
			return true
		}
	case KFunction:
		if h.ShapeFlagsOf(s)&SLazyFunction != 0 && h.isLazyKey(key) {
			h.materialise(obj)
			return h.GetOwn(obj, key, p)
		}
	}
	return false
}

// fillProp fills p with named property i of obj, which has shape s.
func (h *Heap) fillProp(obj, s, i uint32, p *Prop) {
	p.Holder = obj
	p.Attrs = h.descAttrs(s, i)
	in := uint32(h.U16(s + ShapeInline))
	var v Value
	if i < in {
		p.Where, p.Offset = WhereObject, h.U32(s+ShapeBase)+8*i
		v = h.Val(obj + p.Offset)
	} else {
		p.Where, p.Offset = WhereSlots, OffValues+8*(i-in)
		v = h.Val(h.U32(obj+OffSlots) + p.Offset)
	}
	h.fillValue(v, p)
}

// fillValue sets the value, or the getter and setter, from a slot's content.
func (h *Heap) fillValue(v Value, p *Prop) {
	if p.Attrs&Accessor == 0 {
		p.Value = v
		return
	}
	p.Value = Undefined
	p.Getter, p.Setter = h.Val(v.Ref()+OffGetter), h.Val(v.Ref()+OffSetter)
}

// getOwnExotic answers for exotic objects; ordinary says that the ordinary
// operation goes on.
func (h *Heap) getOwnExotic(obj uint32, key Value, p *Prop) (found, ordinary bool) {
	switch h.U8(obj + OffKind) {
	case KProxy:
		return false, h.isPrivate(key)
	case KNamespace:
		return false, key.IsSymbol()
	case KTypedArray:
		i, numeric := h.typedIndex(key)
		if !numeric {
			return false, true
		}
		if !h.TypedValid(obj, i) {
			return false, false
		}
		p.Holder, p.Where, p.Offset, p.Attrs = obj, WhereTyped, i, WEC
		p.Value = h.TypedGet(obj, i)
		return true, false
	case KStringObj:
		str := h.Internal(obj, 0).Ref()
		if key.IsNumber() {
			if i := key.Index(); i < h.StrLen(str) {
				p.Holder, p.Where, p.Offset, p.Attrs = obj, WhereString, i, Enumerable
				p.Value = String(h.Char(h.At(str, i)))
				return true, false
			}
		} else if key == h.Root(RootAtomLength) {
			p.Holder, p.Where, p.Offset, p.Attrs = obj, WhereString, noSlot, 0
			p.Value = Uint32(h.StrLen(str))
			return true, false
		}
	}
	return false, true
}

// FreeLinks is how many prototypes a search looks at for nothing. Each one further
// on a chain is charged for, every time: caches know nothing of what is so far away,
// and native code leaves such searches to this package.
const FreeLinks = 32

// ChargeLink charges for the object so many links up a chain.
func (h *Heap) ChargeLink(links uint32) {
	if links > FreeLinks {
		h.WorkDone++
	}
}

// Near reports whether holder, or the end of the chain where that is 0, is at most
// FreeLinks links up from obj.
func (h *Heap) Near(obj, holder uint32) bool {
	for links := uint32(0); obj != holder && obj != 0; links++ {
		if links == FreeLinks {
			return holder == 0 && h.Proto(obj) == 0
		}
		obj = h.Proto(obj)
	}
	return true
}

// Lookup walks the prototype chain from obj for key: the part of OrdinaryGet
// and OrdinaryHasProperty (ECMA-262 10.1.7, 10.1.8) that does not call JS. It
// returns a Lookup code.
func (h *Heap) Lookup(obj uint32, key Value, p *Prop) uint32 {
	for links := uint32(0); ; links++ {
		h.ChargeLink(links)
		if h.U8(obj+OffFlags)&FExotic != 0 {
			switch h.U8(obj + OffKind) {
			case KProxy:
				if !h.isPrivate(key) {
					p.Holder, p.Where = obj, WhereAsk
					return LookupProxy
				}
			case KNamespace:
				if !key.IsSymbol() {
					p.Holder, p.Where = obj, WhereAsk
					return LookupNamespace
				}
			case KTypedArray:
				if _, numeric := h.typedIndex(key); numeric && !h.GetOwn(obj, key, p) {
					return h.lookupAbsent(p)
				}
			}
		}
		if h.GetOwn(obj, key, p) {
			if p.Attrs&Accessor != 0 {
				return LookupAccessor
			}
			return LookupData
		}
		obj = h.U32(h.U32(obj+OffShape) + ShapeProto)
		if obj == 0 {
			return h.lookupAbsent(p)
		}
	}
}

func (h *Heap) lookupAbsent(p *Prop) uint32 {
	p.Value, p.Attrs, p.Holder, p.Where = Undefined, 0, 0, WhereNone
	return LookupAbsent
}

// HasProperty is Lookup without the value: LookupAbsent, LookupData for
// "found", or a code to hand over.
func (h *Heap) HasProperty(obj uint32, key Value, p *Prop) uint32 {
	c := h.Lookup(obj, key, p)
	if c == LookupAccessor {
		return LookupData
	}
	return c
}

// propAddr is the cage offset of the value of a property in slots or elements.
func (h *Heap) propAddr(p *Prop) uint32 {
	switch p.Where {
	case WhereObject:
		return p.Holder + p.Offset
	case WhereSlots:
		return h.U32(p.Holder+OffSlots) + p.Offset
	case WhereElement:
		return h.U32(p.Holder+OffElements) + OffValues + 8*p.Offset
	}
	return h.U32(p.Holder+OffElements) + p.Offset + 8
}

// Write stores v in a data property that GetOwn or Lookup has just found, with
// no check but the array's own: its attributes are the caller's business
// (private names and bindings are written this way). It returns an Op code.
func (h *Heap) Write(p *Prop, v Value) uint32 {
	switch p.Where {
	case WhereLength:
		if !v.IsNumber() {
			return OpNumber
		}
		return h.SetArrayLength(p.Holder, v)
	case WhereTyped:
		return OpTyped
	case WhereString, WhereNone, WhereAsk:
		return RejReadOnly
	}
	h.Store(h.propAddr(p), v)
	return OpDone
}
