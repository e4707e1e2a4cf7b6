package regexp

import "sort"

// set is a set of characters: ranges in ascending order that neither overlap nor
// touch.
type set []span

type span struct{ lo, hi uint32 }

// maxChar is the last character: a code point, or a code unit without Unicode
// mode.
func maxChar(unicode bool) uint32 {
	if unicode {
		return 0x10FFFF
	}
	return 0xFFFF
}

// normal sorts and joins the spans of s, in place.
func (s set) normal() set {
	inOrder := true
	for i := 1; i < len(s); i++ {
		if s[i].lo <= s[i-1].hi || s[i].lo == s[i-1].hi+1 {
			inOrder = false
			break
		}
	}
	if inOrder {
		return s
	}
	sort.Slice(s, func(i, j int) bool { return s[i].lo < s[j].lo })
	out := s[:1]
	for _, r := range s[1:] {
		last := &out[len(out)-1]
		if r.lo <= last.hi+1 {
			if r.hi > last.hi {
				last.hi = r.hi
			}
			continue
		}
		out = append(out, r)
	}
	return out
}

func (s set) union(t set) set {
	out := make(set, 0, len(s)+len(t))
	return append(append(out, s...), t...).normal()
}

// not is what is in [0, max] but not in s.
func (s set) not(max uint32) set {
	var out set
	at := uint32(0)
	for _, r := range s {
		if r.lo > max {
			break
		}
		if r.lo > at {
			out = append(out, span{at, r.lo - 1})
		}
		at = r.hi + 1
	}
	if at <= max {
		out = append(out, span{at, max})
	}
	return out
}

func (s set) and(t set) set {
	var out set
	for i, j := 0, 0; i < len(s) && j < len(t); {
		lo, hi := s[i].lo, s[i].hi
		if t[j].lo > lo {
			lo = t[j].lo
		}
		if t[j].hi < hi {
			hi = t[j].hi
		}
		if lo <= hi {
			out = append(out, span{lo, hi})
		}
		if s[i].hi < t[j].hi {
			i++
		} else {
			j++
		}
	}
	return out
}

func (s set) minus(t set) set { return s.and(t.not(0x10FFFF)) }

func (s set) has(c uint32) bool {
	i := sort.Search(len(s), func(i int) bool { return s[i].hi >= c })
	return i < len(s) && s[i].lo <= c
}

// single is the only character of s.
func (s set) single() (uint32, bool) {
	if len(s) == 1 && s[0].lo == s[0].hi {
		return s[0].lo, true
	}
	return 0, false
}

// pair is s if it has exactly two characters.
func (s set) pair() (a, b uint32, ok bool) {
	switch {
	case len(s) == 2 && s[0].lo == s[0].hi && s[1].lo == s[1].hi:
		return s[0].lo, s[1].lo, true
	case len(s) == 1 && s[0].hi == s[0].lo+1:
		return s[0].lo, s[0].hi, true
	}
	return 0, 0, false
}

// Character classes that do not depend on flags (ECMA-262 22.2.2.9).
var (
	digits     = set{{'0', '9'}}
	basicWord  = set{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}
	whiteSpace = set{{9, 13}, {32, 32}, {0xA0, 0xA0}, {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F},
		{0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}}
	lineEnds = set{{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}}
)
