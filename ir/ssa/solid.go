package ssa

// solids knows, for the pass memory, where in a block elements are no holes. An
// element that was read and guarded stays one when something else is stored in the
// same array, perhaps in its place, as long as that is no hole, either: the second
// store of an exchange needs no guard.
type solids struct {
	guards   bool  // there are guards against holes: else this has no end
	block    int32 // number of the block, plus 1
	at       []int32
	elements []element
}

// element says that an element holds val, or else something that is no hole.
type element struct {
	access
	val *Value
}

var holeOps = opsOf(OpGuardHole)

// maxElements bounds the list of a block.
const maxElements = 16

func (s *solids) begin(b *Block) {
	s.block = int32(b.order) + 1
	s.elements = s.elements[:0]
}

// is reports whether v is known not to be the hole.
func (s *solids) is(v *Value) bool {
	return kindsOf(v)&kHole == 0 || s.at[v.ID] == s.block
}

// needless reports whether v is a guard against the hole that is not needed, and
// notes what v tells or changes.
func (s *solids) needless(v *Value, aliases *aliases) bool {
	switch {
	case v.Op == OpGuardHole:
		if s.is(v.Args[0]) {
			return true
		}
		s.at[v.Args[0].ID] = s.block
	case checked[v.Op] != 0:
		s.at[v.Args[0].ID] = s.block
	case v.Op.Has(Clobber):
		s.elements = s.elements[:0]
	case v.Op == OpLoadValX && v.Mem == MemElem:
		a := accessOf(v)
		for _, e := range s.elements {
			if e.access == a && s.is(e.val) {
				s.at[v.ID] = s.block
			}
		}
		s.add(a, v)
	case v.Op.Has(Store) && len(s.elements) > 0:
		s.store(accessOf(v), stored(v), aliases)
	}
	return false
}

func (s *solids) add(a access, val *Value) {
	if len(s.elements) < maxElements {
		s.elements = append(s.elements, element{a, val})
	}
}

// store notes that val is stored: nothing changes for elements that are solid
// whatever they are.
func (s *solids) store(a access, val *Value, aliases *aliases) {
	solid := a.op == OpLoadValX && s.is(val)
	kept := s.elements[:0]
	for _, e := range s.elements {
		if solid && e.access != a || !aliases.overlap(&e.access, &a) {
			kept = append(kept, e)
		}
	}
	s.elements = kept
	if solid && a.mem == MemElem {
		s.add(a, val)
	}
}
