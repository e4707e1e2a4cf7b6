package regexp

// What the matcher can use to look for a match or to choose between
// alternatives: which characters something may begin with, and which it must.

// maxFirst bounds the ranges of a first set that are looked at.
const maxFirst = 400

// first is the set of characters that a match of n going forward can begin with;
// empty says that n can also match without taking any, or that nothing is known
// about what it begins with (s is then meaningless).
func (e *emitter) first(n *node, budget *int) (s set, empty bool) {
	if *budget--; *budget < 0 {
		return nil, true
	}
	switch n.kind {
	case nChar:
		return set{{n.c, n.c}}, false
	case nSet:
		if len(n.set) > maxFirst {
			return nil, true
		}
		return n.set, false
	case nSeq:
		for _, k := range n.kids {
			t, empty := e.first(k, budget)
			if empty && !consumesNothing(k) && !e.knownEmpty(k) {
				return nil, true
			}
			s = s.union(t)
			if !empty {
				return s, false
			}
		}
		return s, true
	case nAlt:
		for _, k := range n.kids {
			t, none := e.first(k, budget)
			if none {
				return nil, true
			}
			s = s.union(t)
			if len(s) > maxFirst {
				return nil, true
			}
		}
		return s, false
	case nCapture:
		return e.first(n.kids[0], budget)
	case nLoop:
		if n.max == 0 {
			return nil, true
		}
		s, empty = e.first(n.kids[0], budget)
		return s, empty || n.min == 0
	}
	return nil, true
}

// consumesNothing reports whether n is an assertion.
func consumesNothing(n *node) bool {
	switch n.kind {
	case nEmpty, nBol, nEol, nWord, nLook:
		return true
	}
	return false
}

// knownEmpty reports whether first of n gives a set even though n can be empty:
// a loop of what has a first set.
func (e *emitter) knownEmpty(n *node) bool {
	if n.kind == nCapture {
		return e.knownEmpty(n.kids[0])
	}
	return n.kind == nLoop && n.max > 0 && n.kids[0].oneCharacter() && len(n.kids[0].set) <= maxFirst
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
