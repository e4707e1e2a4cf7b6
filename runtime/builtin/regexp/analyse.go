package regexp

// What the matcher can use to look for a match or to choose between
// alternatives: which characters something may begin with, and which it must.

// maxFirst bounds the ranges of a first set that are looked at.
const maxFirst = 400

// first is the set of characters that a match of n going forward can begin with;
// empty says that n can also match without taking any. Nothing is known unless
// known.
func (e *emitter) first(n *node, budget *int) (s set, empty, known bool) {
	if *budget--; *budget < 0 {
		return nil, false, false
	}
	switch n.kind {
	case nChar:
		return set{{n.c, n.c}}, false, true
	case nSet:
		return n.set, false, len(n.set) <= maxFirst
	case nSeq:
		for {
			for _, k := range n.kids {
				t, empty, known := e.first(k, budget)
				if !known {
					return nil, false, false
				}
				if s == nil {
					s = t
				} else if t != nil {
					s = s.union(t)
				}
				if !empty {
					return s, false, len(s) <= maxFirst
				}
			}
			if n.after == nil {
				return s, true, len(s) <= maxFirst
			}
			n = n.after
			if n.kind != nSeq {
				n = &node{kind: nSeq, kids: []*node{n}}
			}
		}
	case nAlt:
		for _, k := range n.kids {
			t, none, known := e.first(k, budget)
			s, empty = s.union(t), empty || none
			if !known || len(s) > maxFirst {
				return nil, false, false
			}
		}
		return s, empty, true
	case nCapture:
		return e.first(n.kids[0], budget)
	case nLoop:
		if n.max == 0 {
			return nil, true, true
		}
		s, empty, known = e.first(n.kids[0], budget)
		return s, empty || n.min == 0, known
	case nBackref:
		return nil, false, false
	}
	return nil, true, true // assertions
}

// firstUnits is the set of units that a match of n begins with; ok is false when
// it is not known or n can match without taking any.
func (e *emitter) firstUnits(n *node, budget int) (s set, ok bool) {
	if n == nil {
		return nil, false
	}
	s, empty, known := e.first(n, &budget)
	if empty || !known || len(s) == 0 {
		return nil, false
	}
	e.p.work += len(s)
	return unitsOf(s), true
}

// tested is what a set bitmap of s says yes to: all units above 255 or none.
func tested(s set) set {
	if s[len(s)-1].hi > 255 {
		return s.union(set{{256, 0xFFFF}})
	}
	return s
}

// unitsOf turns a set of characters into the set of units that they begin with.
func unitsOf(s set) set {
	var out set
	for _, r := range s {
		if r.lo > 0xFFFF {
			out = append(out, span{0xD7C0 + r.lo>>10, 0xD7C0 + r.hi>>10})
			continue
		}
		if r.hi > 0xFFFF {
			out = append(out, span{r.lo, 0xFFFF}, span{0xD800, 0xD7C0 + r.hi>>10})
			continue
		}
		out = append(out, r)
	}
	return out.normal()
}

// prefix appends the units that every match of n begins with; whole says that
// they are all of n.
func (e *emitter) prefix(n *node, units []uint32) (out []uint32, whole bool) {
	const longest = 64
	switch n.kind {
	case nEmpty:
		return units, true
	case nChar:
		if e.p.u && n.c&^0x7FF == 0xD800 || len(units) >= longest {
			return units, false
		}
		if n.c > 0xFFFF {
			return append(units, 0xD7C0+n.c>>10, 0xDC00+n.c&0x3FF), true
		}
		return append(units, n.c), true
	case nSeq:
		for _, k := range n.kids {
			if units, whole = e.prefix(k, units); !whole {
				return units, false
			}
		}
		return units, true
	case nCapture:
		return e.prefix(n.kids[0], units)
	case nLoop:
		if n.min > 0 && !(n.kids[0].kind == nCapture) {
			units, whole = e.prefix(n.kids[0], units)
			return units, whole && n.min == 1 && n.max == 1
		}
	}
	return units, false
}

// anchored reports whether n can match at the start of the input only.
func anchored(n *node) bool {
	switch n.kind {
	case nBol:
		return !n.line
	case nSeq:
		for _, k := range n.kids {
			if anchored(k) {
				return true
			}
			if !consumesNothing(k) {
				return false
			}
		}
	case nAlt:
		for _, k := range n.kids {
			if !anchored(k) {
				return false
			}
		}
		return true
	case nCapture:
		return anchored(n.kids[0])
	}
	return false
}

// lead is the greedy loop of one character, without end, that every attempt to
// match n begins with, or nil.
func lead(n *node) *node {
	for n.kind == nSeq || n.kind == nCapture {
		n = n.kids[0]
	}
	if n.kind == nLoop && n.kids[0].oneCharacter() && !n.lazy && n.min > 0 && n.max == infinite {
		return n
	}
	return nil
}

// consumesNothing reports whether n is an assertion.
func consumesNothing(n *node) bool {
	switch n.kind {
	case nEmpty, nBol, nEol, nWord, nLook:
		return true
	}
	return false
}
