package heap

// lastSpecial is the highest special value.
const lastSpecial = Empty

// checkCell checks one cell: its references, its sizes, what its kind demands.
func (v *verifier) checkCell(ref uint32) bool {
	h := v.h
	k := h.Kind(ref)
	if k >= NumKinds || k == KForward {
		return v.fail(ref, "is of kind %d", k)
	}
	if k >= FirstObject {
		if !v.checkObject(ref, k) {
			return false
		}
	} else if !v.checkInternal(ref, k) {
		return false
	}
	from, to := h.valueRange(ref)
	for ; from < to; from += 8 {
		if !v.checkValue(ref, from) {
			return false
		}
	}
	return true
}

// need checks that the payload fits the cell; n is in bytes, header included.
func (v *verifier) need(ref uint32, n uint64) bool {
	return n <= uint64(v.h.Size(ref)) || v.fail(ref, "needs %d bytes but has %d", n, v.h.Size(ref))
}

func (v *verifier) checkObject(ref uint32, k uint8) bool {
	h := v.h
	first := OffInternal + 8*InternalSlots(k)
	if !v.need(ref, uint64(first)) || !v.checkRef(ref, ref+OffShape, isKind(KShape)) || !v.checkOptional(ref, ref+OffSlots, isKind(KSlots)) {
		return false
	}
	elements := isKind(KElements)
	if h.Flags(ref)&FSparse != 0 {
		elements = isKind(KSparse)
	}
	if !v.checkOptional(ref, ref+OffElements, elements) {
		return false
	}
	if k == KFunction && !v.checkRef(ref, ref+OffWord, isKind(KTemplate)) {
		return false
	}
	s := h.U32(ref + OffShape)
	if of := h.U8(s + ShapeFlags + 1); of != k {
		return v.fail(ref, "has a shape of %s", KindName(of))
	}
	base, in := h.U32(s+ShapeBase), uint32(h.U16(s+ShapeInline))
	if base < first || uint64(base)+8*uint64(in) > uint64(h.Size(ref)) {
		return v.fail(ref, "of %d bytes has a shape with %d slots from %d", h.Size(ref), in, base)
	}
	if n := h.U32(s + ShapeCount); n > in && (h.Size(h.U32(ref+OffSlots))-OffValues)/8 < n-in {
		return v.fail(ref, "has %d out-of-line properties and room for %d", n-in, (h.Size(h.U32(ref+OffSlots))-OffValues)/8)
	}
	return v.checkElements(ref, k)
}

// checkElements checks that what lies behind an array's length is Hole.
func (v *verifier) checkElements(ref uint32, k uint8) bool {
	h := v.h
	e := h.U32(ref + OffElements)
	if e == 0 || h.Flags(ref)&FSparse != 0 || k != KArray {
		return true
	}
	n := (h.Size(e) - OffValues) / 8
	for i := h.U32(ref + OffWord); i < n; i++ {
		if h.Val(e+OffValues+8*i) != Hole {
			return v.fail(ref, "has an element %d beyond its length %d", i, h.U32(ref+OffWord))
		}
	}
	return true
}

func (v *verifier) checkInternal(ref uint32, k uint8) bool {
	h := v.h
	switch k {
	case KStr1, KStr2, KRope, KSlice:
		return v.checkString(ref, k)
	case KSymbol:
		return v.checkOptional(ref, ref+OffDescription, isString)
	case KBigInt:
		n := h.U32(ref + OffDigits)
		if !v.need(ref, OffData+4*uint64(n)) {
			return false
		}
		if sign := h.U32(ref + OffSign); sign > 1 || n == 0 && sign != 0 || n > 0 && h.U32(ref+OffData+4*(n-1)) == 0 ||
			n&1 != 0 && h.U32(ref+OffData+4*n) != 0 {
			return v.fail(ref, "is not normalised")
		}
	case KShape:
		return v.checkShape(ref)
	case KDescs:
		if !v.checkOptional(ref, ref+DescIndex, isKind(KIndex)) {
			return false
		}
		return v.need(ref, DescEntries+DescSize*uint64(h.U32(ref+DescUsed)))
	case KTrans:
		if (h.Size(ref)-16)%24 != 0 {
			return v.fail(ref, "has a broken entry")
		}
	case KContext:
		return v.checkOptional(ref, ref+OffParent, isKind(KContext)) && v.need(ref, OffVars+8*uint64(h.U32(ref+12)))
	case KTemplate:
		return v.checkTemplate(ref)
	case KBytes:
		return v.need(ref, OffData+uint64(h.U32(ref+OffLength)))
	case KFeedback:
		return v.checkFeedback(ref)
	case KTable:
		stride, used, live, first := h.U32(ref+TableStride), h.U32(ref+TableUsed), h.U32(ref+TableLive), h.U32(ref+TableFirst)
		if stride != 8 && stride != 16 || live > used || first > used {
			return v.fail(ref, "has stride %d, %d entries, %d live, first %d", stride, used, live, first)
		}
		return v.checkOptional(ref, ref+TableIndex, isKind(KIndex)) && v.checkOptional(ref, ref+TableHeir, isKind(KTable)) &&
			v.need(ref, TableValues+uint64(stride)*uint64(used))
	case KWeak:
		if h.U32(ref+weakLink) != 0 {
			return v.fail(ref, "is still linked")
		}
	}
	return true
}

func (v *verifier) checkString(ref uint32, k uint8) bool {
	h := v.h
	n := h.U32(ref + OffLength)
	if n > MaxStringLength {
		return v.fail(ref, "is %d units long", n)
	}
	switch k {
	case KStr1:
		if !v.need(ref, OffChars+uint64(n)) {
			return false
		}
	case KStr2:
		if !v.need(ref, OffChars+2*uint64(n)) {
			return false
		}
	case KRope:
		if !v.checkRef(ref, ref+OffLeft, isString) || !v.checkRef(ref, ref+OffRight, isString) {
			return false
		}
		if sum := uint64(h.U32(h.U32(ref+OffLeft)+OffLength)) + uint64(h.U32(h.U32(ref+OffRight)+OffLength)); sum != uint64(n) {
			return v.fail(ref, "is %d units long, its parts %d", n, sum)
		}
	case KSlice:
		if !v.checkRef(ref, ref+OffBase, isFlat) {
			return false
		}
		if uint64(h.U32(ref+OffStart))+uint64(n) > uint64(h.U32(h.U32(ref+OffBase)+OffLength)) {
			return v.fail(ref, "reaches beyond its base")
		}
	}
	// A young garbage atom may have been dropped from the table already, but no
	// live one; a string that is in it must say so (checkAtomTables).
	if h.Flags(ref)&FAtom != 0 && (k == KRope || k == KSlice) {
		return v.fail(ref, "is an atom but not flat")
	}
	return true
}

func (v *verifier) checkShape(ref uint32) bool {
	h := v.h
	if !v.need(ref, ShapeSize) || !v.checkOptional(ref, ref+ShapeProto, isObject) || !v.checkOptional(ref, ref+ShapeDescs, isKind(KDescs)) ||
		!v.checkOptional(ref, ref+ShapeParent, isKind(KShape)) {
		return false
	}
	if t := h.U32(ref + ShapeTrans); t != 0 {
		if ref < h.firn {
			return v.fail(ref, "is in ROM and has transitions")
		}
		want := isKind(KShape)
		if v.isCell(t) && h.Kind(t) == KTrans {
			want = isKind(KTrans)
		}
		if !v.checkRef(ref, ref+ShapeTrans, want) {
			return false
		}
	}
	n := h.U32(ref + ShapeCount)
	if n == 0 {
		return true
	}
	d := h.U32(ref + ShapeDescs)
	if d == 0 || n > h.U32(d+DescUsed) {
		return v.fail(ref, "has %d properties and a table of %d", n, h.U32(d+DescUsed))
	}
	return true
}

func (v *verifier) checkTemplate(ref uint32) bool {
	h := v.h
	if !v.need(ref, TmplData) || !v.need(ref, TmplData+8*(uint64(h.U32(ref+TmplConsts))+uint64(h.U32(ref+TmplWords)))) {
		return false
	}
	if ref < h.firn && (h.U32(ref+TmplFeedback) != 0 || h.U32(ref+TmplID) >= h.templates) {
		return v.fail(ref, "is in ROM with number %d of %d and feedback %#x", h.U32(ref+TmplID), h.templates, h.U32(ref+TmplFeedback))
	}
	return v.checkOptional(ref, ref+TmplFeedback, isKind(KFeedback)) &&
		v.checkOptional(ref, ref+TmplName, isString) &&
		v.checkOptional(ref, ref+TmplScript, isKind(KRecord)) &&
		v.checkOptional(ref, ref+TmplHandlers, isKind(KBytes)) &&
		v.checkOptional(ref, ref+TmplLines, isKind(KBytes)) &&
		v.checkOptional(ref, ref+TmplExtra, isKind(KRecord))
}

func (v *verifier) checkFeedback(ref uint32) bool {
	h := v.h
	if !v.checkOptional(ref, ref+FbOwner, isKind(KTemplate)) || !v.need(ref, FbEntries+IcSize*uint64(h.U32(ref+FbSites))) {
		return false
	}
	at := ref + FbEntries
	for end := at + IcSize*h.U32(ref+FbSites); at < end; at += IcSize {
		// A shape or, where a call was, a template.
		want := isKind(KShape)
		if s := h.U32(at + IcShape); s >= firstIcShape && v.isCell(s) && h.Kind(s) == KTemplate {
			want = isKind(KTemplate)
		}
		if h.U32(at+IcShape) >= firstIcShape && !v.checkRef(ref, at+IcShape, want) ||
			!v.checkOptional(ref, at+IcRef, kindTest{KSymbol, NumKinds - 1}) {
			return false
		}
	}
	return true
}
