package heap

import "fmt"

// VerifyError describes the first thing found wrong with a heap.
type VerifyError struct {
	Ref  uint32 // cage offset of the cell, 0 if it is not about a cell
	Kind uint8  // its kind
	What string
}

func (e *VerifyError) Error() string {
	if e.Ref == 0 {
		return "heap: " + e.What
	}
	return fmt.Sprintf("heap: %s at %#x: %s", KindName(e.Kind), e.Ref, e.What)
}

// Verify checks every cell of RAM, the roots, the stack, and the tables of the
// collector. It returns a *VerifyError for the first thing that is wrong. A
// heap that passes cannot make this package read or write outside its cage.
func (h *Heap) Verify() error {
	v := verifier{h: h}
	if err := v.verify(false); err != nil {
		return err
	}
	return nil
}

// VerifyROM is Verify for the cells of the ROM.
func (h *Heap) VerifyROM() error {
	v := verifier{h: h}
	if err := v.verify(true); err != nil {
		return err
	}
	return nil
}

// VerifyLeaf runs f and panics if it collected: a Go leaf never may. A debugging
// aid.
func (h *Heap) VerifyLeaf(name string, f func()) {
	before := h.GCCount
	f()
	if h.GCCount != before {
		panic("heap: leaf " + name + " collected garbage")
	}
}

var moments = [...]string{"before a collection", "after a minor collection", "after a full collection"}

// checkHeap serves StressVerify.
func (h *Heap) checkHeap(when uint32) {
	if err := h.Verify(); err != nil {
		panic(fmt.Sprintf("collection %d, %s: %v", h.GCCount, moments[when], err))
	}
}

type verifier struct {
	h     *Heap
	sets  [3]cellSet      // by space
	atoms map[uint32]bool // entries of the atom tables
	err   *VerifyError
}

// fail records the first error; always false.
func (v *verifier) fail(ref uint32, format string, args ...any) bool {
	if v.err == nil {
		v.err = &VerifyError{Ref: ref, What: fmt.Sprintf(format, args...)}
		if ref != 0 {
			v.err.Kind = v.h.Kind(ref)
		}
	}
	return false
}

func (v *verifier) verify(rom bool) *VerifyError {
	h := v.h
	if h.NurTop < h.nurBase || h.NurTop > h.NurEnd || h.NurEnd > h.tenBase || h.tenTop < h.tenBase || h.tenTop > h.cageEnd ||
		h.poolTop < h.poolBase || h.poolTop > h.poolEnd || h.StackTop < h.StackBase || h.StackTop > h.StackEnd || h.StackTop&7 != 0 {
		v.fail(0, "the bounds of nursery (%#x–%#x), tenured space (%#x) or stack (%#x) are wrong", h.NurTop, h.NurEnd, h.tenTop, h.StackTop)
		return v.err
	}
	v.sets[SpaceROM] = h.mem.rom.cells(h)
	if !v.collectStarts(SpaceNursery) || !v.collectStarts(SpaceTenured) || !v.checkAtomTables() {
		return v.err
	}
	spaces := []Space{SpaceNursery, SpaceTenured}
	if rom {
		if from, to := h.Bounds(SpaceROM); from < to {
			if stopped := h.Walk(SpaceROM, func(uint32) bool { return true }); stopped != to {
				v.fail(stopped, "has impossible size %d", h.Size(stopped))
				return v.err
			}
		}
		spaces = []Space{SpaceROM}
	}
	for _, s := range spaces {
		h.Walk(s, v.checkCell)
	}
	if v.err == nil {
		for i := uint32(0); i < NumRoots && v.checkValue(0, h.firn+StateRoots+8*i); i++ {
		}
		for at := h.StackBase; at < h.StackTop && v.checkValue(0, at); at += 8 {
		}
		for at := h.poolBase; at < h.poolTop && v.checkValue(0, at); at += 8 {
		}
		for i := uint32(0); i < h.templates; i++ {
			at := h.firn + FeedbackTable + 4*i
			if ref := h.U32(at); ref != 0 {
				v.checkRef(0, at, isKind(KFeedback))
			}
		}
		v.checkTables()
	}
	return v.err
}

// collectStarts walks a space and notes where cells start.
func (v *verifier) collectStarts(s Space) bool {
	h := v.h
	v.sets[s] = newCellSet(h.Bounds(s))
	stopped := h.Walk(s, func(ref uint32) bool {
		v.sets[s].add(ref)
		return true
	})
	if _, to := h.Bounds(s); stopped != to {
		return v.fail(stopped, "has impossible size %d (in %v, which ends at %#x)", h.Size(stopped), s, to)
	}
	return true
}

// checkAtomTables checks the two atom tables and notes their entries.
func (v *verifier) checkAtomTables() bool {
	h := v.h
	v.atoms = map[uint32]bool{}
	for _, root := range []uint32{RootROMAtoms, RootAtoms} {
		r := h.Root(root)
		if !r.IsCell() {
			continue
		}
		t := r.Ref()
		if !v.isCell(t) || h.Kind(t) != KAtoms {
			return v.fail(0, "root %d is not an atom table", root)
		}
		n := (h.Size(t) - AtomsEntries) / 4
		if n&(n-1) != 0 {
			return v.fail(t, "capacity %d is not a power of two", n)
		}
		used, deleted := uint32(0), uint32(0)
		for at := t + AtomsEntries; at < t+h.Size(t); at += 4 {
			switch a := h.U32(at); {
			case a == 0:
			case a == AtomDeleted:
				deleted++
			case !v.isCell(a) || h.Kind(a) != KStr1 && h.Kind(a) != KStr2 || h.Flags(a)&FAtom == 0:
				return v.fail(t, "entry %#x is not an atom", a)
			case v.atoms[a]:
				return v.fail(t, "entry %#x occurs twice", a)
			default:
				used++
				v.atoms[a] = true
			}
		}
		if used != h.U32(t+AtomsUsed) || deleted != h.U32(t+AtomsDeleted) || used+deleted >= n {
			return v.fail(t, "%d used and %d deleted of %d entries, but it says %d and %d", used, deleted, n, h.U32(t+AtomsUsed), h.U32(t+AtomsDeleted))
		}
	}
	return true
}

// checkTables checks the object-start table.
func (v *verifier) checkTables() {
	h := v.h
	for c := h.tenBase >> CardShift; c<<CardShift < h.tenTop; c++ {
		lo := c << CardShift
		if s := h.U8(h.startBias + c); s == 0 || s > 64+23 {
			v.fail(0, "object-start entry %d of card %#x", s, lo)
			return
		}
		if ref := h.cellAt(lo); !v.isCell(ref) || ref > lo || ref+h.Size(ref) <= lo {
			v.fail(0, "the object-start table finds %#x for %#x", ref, lo)
			return
		}
	}
}

// isCell reports whether a cell starts at ref.
func (v *verifier) isCell(ref uint32) bool {
	s := SpaceNursery
	if ref < v.h.firn {
		s = SpaceROM
	} else if ref >= v.h.tenBase {
		s = SpaceTenured
	}
	return v.sets[s].has(ref)
}

// A kindTest says which kinds a reference may have: [lo, hi].
type kindTest struct{ lo, hi uint8 }

func isKind(k uint8) kindTest { return kindTest{k, k} }

var (
	isString   = kindTest{KStr1, KSlice}
	isFlat     = kindTest{KStr1, KStr2}
	isObject   = kindTest{FirstObject, NumKinds - 1}
	isInternal = kindTest{KShape, FirstObject - 1}
)

func (t kindTest) String() string {
	if t.lo == t.hi {
		return KindName(t.lo)
	}
	return KindName(t.lo) + "…" + KindName(t.hi)
}

// checkTarget checks a reference found at offset at of cell ref (0: a root).
func (v *verifier) checkTarget(ref, at, target uint32, want kindTest) bool {
	h := v.h
	if !v.isCell(target) {
		return v.fail(ref, "the reference at %#x to %#x does not lead to a cell", at, target)
	}
	if k := h.Kind(target); k < want.lo || k > want.hi {
		return v.fail(ref, "the reference at %#x to %#x leads to a cell of kind %s, not %v", at, target, KindName(k), want)
	}
	if target >= h.firn {
		if at < h.firn {
			return v.fail(ref, "the reference at %#x leads from ROM to RAM (%#x)", at, target)
		}
		if h.InNursery(target) && at >= h.tenBase && h.U8(h.cardBias+at>>CardShift) == 0 {
			return v.fail(ref, "the reference at %#x leads to the nursery (%#x, %s) but its card is clean", at, target, KindName(h.Kind(target)))
		}
	}
	return true
}

// checkRef checks the u32 reference at offset at.
func (v *verifier) checkRef(ref, at uint32, want kindTest) bool {
	return v.checkTarget(ref, at, v.h.U32(at), want)
}

// checkOptional is checkRef where 0 is allowed.
func (v *verifier) checkOptional(ref, at uint32, want kindTest) bool {
	return v.h.U32(at) == 0 || v.checkRef(ref, at, want)
}

// checkValue checks the Value at offset at.
func (v *verifier) checkValue(ref, at uint32) bool {
	x := v.h.Val(at)
	if x.IsDouble() {
		return true
	}
	if x>>32&0xFFFF != 0 {
		return v.fail(ref, "the value %#x at %#x has stray bits", uint64(x), at)
	}
	switch x.Tag() {
	case TagInt:
		return true
	case TagSpecial:
		return x <= lastSpecial || x>>freeHandleBit&1 != 0 || v.fail(ref, "the value %#x at %#x is no special value", uint64(x), at)
	case TagSymbol:
		return v.checkTarget(ref, at, x.Ref(), isKind(KSymbol))
	case TagBigInt:
		return v.checkTarget(ref, at, x.Ref(), isKind(KBigInt))
	case TagString:
		return v.checkTarget(ref, at, x.Ref(), isString)
	case TagObject:
		return v.checkTarget(ref, at, x.Ref(), isObject)
	}
	return v.checkTarget(ref, at, x.Ref(), isInternal)
}
