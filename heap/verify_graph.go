package heap

// Checks that an image must pass beyond Verify: what the code of this package
// takes for granted and a running machine cannot get wrong, but a forged image
// can. They keep it from looping or reading wildly.

// verifyGraph checks tenured space, which is all there is.
func (h *Heap) verifyGraph() error {
	v := &verifier{h: h}
	v.checkRoots()
	colour := make([]uint8, (h.tenTop-h.tenBase)/8)
	h.Walk(SpaceTenured, func(ref uint32) bool {
		return v.checkTrusted(ref) &&
			v.checkChain(ref, colour, 1, h.protoOf, "prototypes") &&
			v.checkChain(ref, colour, 4, h.successor, "references")
	})
	if v.err != nil {
		return v.err
	}
	return nil
}

// checkRoots checks the roots of this package: unset, or what code expects
// there. Others below FirstRuntimeRoot are the interpreter's.
func (v *verifier) checkRoots() {
	h := v.h
	for i := uint32(0); i < FirstRuntimeRoot; i++ {
		var want kindTest
		switch i {
		case RootEmptyString, RootAtomLength, RootAtomName, RootAtomPrototype, RootAtomConstructor:
			want = isFlat
		case RootChars:
			want = isKind(KRecord)
		case RootROMAtoms, RootAtoms:
			want = isKind(KAtoms)
		case RootSymbols:
			want = isKind(KTable)
		case RootShapes:
			want = isKind(KWeak)
		case RootNullShapes, RootArrayShape:
			want = isKind(KShape)
		case RootShapeTrans:
			want = isKind(KTrans)
		case RootObjectProto, RootFunctionProto, RootArrayProto, RootGeneratorProto, RootAsyncGeneratorProto:
			want = isObject
		default:
			continue
		}
		r := h.Root(i)
		if r == 0 || r == Undefined {
			continue
		}
		if !r.IsPointer() || h.Kind(r.Ref()) < want.lo || h.Kind(r.Ref()) > want.hi {
			v.fail(0, "root %d is %#x, not %v", i, uint64(r), want)
			return
		}
	}
	if r := h.Root(RootChars); r.IsCell() {
		if h.Size(r.Ref()) < OffValues+8*256 {
			v.fail(r.Ref(), "is no table of one-unit strings")
			return
		}
		for i := uint32(0); i < 256; i++ {
			if s := h.Val(r.Ref() + OffValues + 8*i); !s.IsString() || h.Kind(s.Ref()) > KStr2 || h.U32(s.Ref()+OffLength) != 1 {
				v.fail(r.Ref(), "is no table of one-unit strings")
				return
			}
		}
	}
}

// protoOf is the next object of a prototype chain, 0 at its end. A proxy ends
// it, as for every search in Go.
func (h *Heap) protoOf(ref uint32) uint32 {
	if k := h.Kind(ref); k < FirstObject || k == KProxy {
		return 0
	}
	return h.Proto(ref)
}

// successor is the next cell of a chain that is followed in Go without an end
// in sight: proxies of proxies, bound functions of bound functions, heirs of
// tables, parents of contexts and shapes.
func (h *Heap) successor(ref uint32) uint32 {
	switch h.Kind(ref) {
	case KProxy, KBound:
		if t := h.Internal(ref, 0); t.IsObject() && h.Kind(t.Ref()) == h.Kind(ref) {
			return t.Ref()
		}
	case KTable:
		return h.U32(ref + TableHeir)
	case KContext:
		return h.U32(ref + OffParent)
	case KShape:
		return h.U32(ref + ShapeParent)
	}
	return 0
}

// checkChain follows next from ref and fails if that goes in a circle. bit and
// bit<<1 in colour say "on the way" and "known to end".
func (v *verifier) checkChain(ref uint32, colour []uint8, bit uint8, next func(uint32) uint32, what string) bool {
	h := v.h
	at := func(r uint32) *uint8 { return &colour[(r-h.tenBase)/8] }
	r := ref
	for ; r >= h.tenBase && *at(r)&(3*bit) == 0; r = next(r) {
		*at(r) |= bit
	}
	if r >= h.tenBase && *at(r)&(2*bit) == 0 {
		return v.fail(ref, "is in a circle of %s", what)
	}
	for r = ref; r >= h.tenBase && *at(r)&(2*bit) == 0; r = next(r) {
		*at(r) |= 2 * bit
	}
	return true
}

// internalCells tells which internal slots hold a cell that Go code uses
// without looking: the kind it must have, or, if optional, Undefined.
var internalCells = [...]struct {
	kind     uint8
	slot     uint32
	want     uint8
	optional bool
}{
	{KMap, 0, KTable, false}, {KSet, 0, KTable, false}, {KWeakMap, 0, KWeak, false}, {KWeakSet, 0, KWeak, false},
	{KArrayBuffer, BufBytes, KBytes, true}, {KTypedArray, ViewBuffer, KArrayBuffer, true}, {KDataView, ViewBuffer, KArrayBuffer, true},
	{KFunction, 0, KContext, true}, {KBound, 2, KRecord, true},
}

// checkTrusted checks what the code for one kind relies on.
func (v *verifier) checkTrusted(ref uint32) bool {
	h := v.h
	k := h.Kind(ref)
	if k >= FirstObject && !(v.checkSlots(ref) && v.checkAccessors(ref)) {
		return false
	}
	for _, c := range internalCells {
		if c.kind == k {
			x := h.Internal(ref, c.slot)
			if !(x.IsPointer() && h.Kind(x.Ref()) == c.want || x == Undefined && c.optional) {
				return v.fail(ref, "has no %s but %#x in internal slot %d", KindName(c.want), uint64(x), c.slot)
			}
		}
	}
	switch k {
	case KRope:
		if h.U32(h.U32(ref+OffLeft)+OffLength) == 0 || h.U32(h.U32(ref+OffRight)+OffLength) == 0 {
			return v.fail(ref, "has an empty part")
		}
		if wide := h.Flags(h.U32(ref+OffLeft)) & h.Flags(h.U32(ref+OffRight)) & FLatin1; h.Flags(ref)&FLatin1 != 0 && wide == 0 {
			return v.fail(ref, "is Latin-1 but not its parts")
		}
	case KStr1:
		if h.Flags(ref)&FLatin1 == 0 {
			return v.fail(ref, "is not marked Latin-1")
		}
	case KStr2:
		if h.Flags(ref)&FLatin1 != 0 && !h.IsLatin1(h.View(ref)) {
			return v.fail(ref, "is marked Latin-1")
		}
	case KShape:
		return v.checkTransition(ref)
	case KDescs:
		return v.checkDescs(ref)
	case KSparse:
		return v.checkSparse(ref)
	case KTable:
		return v.checkTable(ref)
	case KMap, KSet:
		t := h.Internal(ref, 0).Ref()
		if pairs := h.U32(t+TableStride) == 16; pairs != (k == KMap) || h.U32(t+TableHeir) != 0 {
			return v.fail(ref, "has the table %#x of something else", t)
		}
	case KWeak:
		n, capacity := h.U32(ref+WeakUsed), (h.Size(ref)-WeakEntries)/16
		if capacity&(capacity-1) != 0 || (h.Size(ref)-WeakEntries)%16 != 0 || uint64(n)*4 > uint64(capacity)*3 {
			return v.fail(ref, "has %d entries in %d places", n, capacity)
		}
		for i := uint32(0); i < n; i++ {
			if key := h.Val(ref + WeakEntries + 16*i); !key.IsObject() && !key.IsSymbol() {
				return v.fail(ref, "has the key %#x", uint64(key))
			}
		}
	case KArrayBuffer:
		return v.checkBuffer(ref)
	case KRegExp:
		x := h.Internal(ref, 2)
		if x.IsCell() && h.Kind(x.Ref()) == KRecord && h.Size(x.Ref()) > OffValues {
			x = h.Val(x.Ref() + OffValues) // with the names of its groups
		}
		if x != Undefined && !(x.IsCell() && h.Kind(x.Ref()) == KBytes) {
			return v.fail(ref, "has no program but %#x", uint64(x))
		}
	case KTypedArray, KDataView:
		if k == KTypedArray && h.Word(ref) >= NumElems {
			return v.fail(ref, "has element type %d", h.Word(ref))
		}
		if h.Internal(ref, ViewBuffer) == Undefined {
			return true // it has not been given one yet
		}
		if !isLength(h.Internal(ref, ViewOffset)) || h.Internal(ref, ViewLength) != Undefined && !isLength(h.Internal(ref, ViewLength)) {
			return v.fail(ref, "has impossible bounds")
		}
		// Native code goes by the length alone where the buffer cannot be resized.
		shift := uint32(0)
		if k == KTypedArray {
			shift = ElemShift(h.Word(ref))
		}
		b := h.Internal(ref, ViewBuffer).Ref()
		if !h.BufferDetached(b) && h.Internal(b, BufMax) == Undefined && isLength(h.Internal(b, BufLength)) && h.viewBytes(ref, shift) == noTyped {
			return v.fail(ref, "ends behind its buffer")
		}
	}
	return true
}

// checkSlots checks that an object's out-of-line slots have the capacity that
// cached transitions rely on.
func (v *verifier) checkSlots(ref uint32) bool {
	h := v.h
	s := h.Shape(ref)
	n, in, room := h.U32(s+ShapeCount), uint32(h.U16(s+ShapeInline)), uint32(0)
	if slots := h.U32(ref + OffSlots); slots != 0 {
		room = (h.Size(slots) - OffValues) / 8
	}
	if n > in && room < SlotCapacity(n-in) {
		return v.fail(ref, "has room for %d of %d out-of-line properties", room, n-in)
	}
	if h.Flags(ref)&FSparse != 0 && h.U32(ref+OffElements) == 0 {
		return v.fail(ref, "has no table of sparse elements")
	}
	return true
}

// checkAccessors checks that the slots of accessor properties hold accessors.
func (v *verifier) checkAccessors(ref uint32) bool {
	h := v.h
	s := h.Shape(ref)
	for i := uint32(0); i < h.U32(s+ShapeCount); i++ {
		if h.descAttrs(s, i)&Accessor == 0 {
			continue
		}
		if x := h.Val(h.slotAddr(ref, s, i)); !x.IsCell() || h.Kind(x.Ref()) != KAccessor {
			return v.fail(ref, "has no accessor but %#x as property %d", uint64(x), i)
		}
	}
	return true
}

// checkTransition checks a shape's fields and how it differs from its parent:
// what is reached by transitions must fit the objects that make them.
func (v *verifier) checkTransition(ref uint32) bool {
	h := v.h
	kind, flags := h.ShapeKind(ref), h.ShapeFlagsOf(ref)
	if kind < FirstObject || kind >= NumKinds || h.U32(ref+ShapeBase) != OffInternal+8*InternalSlots(kind) ||
		flags&SLazyFunction != 0 && (kind != KFunction || h.U32(ref+ShapeCount) != 0) {
		return v.fail(ref, "is of an impossible kind (%#x)", flags)
	}
	p := h.U32(ref + ShapeParent)
	if p == 0 || flags&SDictionary != 0 {
		return true
	}
	n, before, code := h.U32(ref+ShapeCount), h.U32(p+ShapeCount), h.U32(ref+ShapeAttrs)
	if h.ShapeKind(p) != kind || h.U16(p+ShapeInline) != h.U16(ref+ShapeInline) || h.ShapeFlagsOf(p)&SDictionary != 0 ||
		h.U32(p+ShapeProto) != h.U32(ref+ShapeProto) {
		return v.fail(ref, "has a parent of another family")
	}
	key := h.Val(ref + ShapeKey)
	switch {
	case code > AttrMask:
		if n != before {
			return v.fail(ref, "changed the number of properties from %d to %d", before, n)
		}
	case n != before+1 || h.descKey(ref, n-1) != key || h.descAttrs(ref, n-1) != code:
		return v.fail(ref, "does not add the property it says")
	}
	return true
}

// isLength reports whether v is a number that fits 32 bits unsigned.
func isLength(v Value) bool {
	return v.IsNumber() && v.Num() >= 0 && v.Num() <= 0xFFFFFFFF && v == Uint32(uint32(v.Num()))
}

func (v *verifier) checkDescs(ref uint32) bool {
	h := v.h
	for i := uint32(0); i < h.U32(ref+DescUsed); i++ {
		key := h.Val(ref + DescEntries + DescSize*i)
		if key != Empty && !key.IsSymbol() && !(key.IsString() && h.Flags(key.Ref())&FAtom != 0 && h.Kind(key.Ref()) <= KStr2) {
			return v.fail(ref, "has the key %#x", uint64(key))
		}
	}
	return true
}

func (v *verifier) checkSparse(ref uint32) bool {
	h := v.h
	places := h.sparsePlaces(ref)
	if (h.Size(ref)-sparseEntries)%sparseSize != 0 || places == 0 || places&(places-1) != 0 {
		return v.fail(ref, "has %d places", places)
	}
	used, live := uint32(0), uint32(0)
	for at := ref + sparseEntries; at < ref+h.Size(ref); at += sparseSize {
		switch key := h.Val(at); {
		case key == 0:
			continue
		case key == Empty:
		case isLength(key):
			live++
			if x := h.Val(at + 8); h.U32(at+16)&Accessor != 0 && (!x.IsCell() || h.Kind(x.Ref()) != KAccessor) {
				return v.fail(ref, "has no accessor but %#x for index %v", uint64(x), key.Num())
			}
		default:
			return v.fail(ref, "has the key %#x", uint64(key))
		}
		used++
	}
	if used != h.U32(ref+sparseUsed) || live != h.U32(ref+sparseLive) || used >= places {
		return v.fail(ref, "has %d used and %d live of %d places", used, live, places)
	}
	return true
}

func (v *verifier) checkTable(ref uint32) bool {
	h := v.h
	stride, used := h.U32(ref+TableStride), h.U32(ref+TableUsed)
	live := uint32(0)
	for i := uint32(0); i < used; i++ {
		if h.Val(ref+TableValues+stride*i) == Empty {
			continue
		}
		if live++; i < h.U32(ref+TableFirst) {
			return v.fail(ref, "has a live entry %d before its first", i)
		}
	}
	if live != h.U32(ref+TableLive) {
		return v.fail(ref, "has %d live entries, not %d", live, h.U32(ref+TableLive))
	}
	if heir := h.U32(ref + TableHeir); heir != 0 && h.U32(heir+TableStride) != stride {
		return v.fail(ref, "has an heir of another kind")
	}
	return true
}

func (v *verifier) checkBuffer(ref uint32) bool {
	h := v.h
	b, n, limit := h.Internal(ref, BufBytes), h.Internal(ref, BufLength), h.Internal(ref, BufMax)
	if !b.IsCell() {
		return true
	}
	size := h.U32(b.Ref() + OffLength)
	if !isLength(n) || n.Num() > float64(size) || limit != Undefined && (!isLength(limit) || limit.Num() > float64(size)) {
		return v.fail(ref, "has impossible bounds")
	}
	return true
}
