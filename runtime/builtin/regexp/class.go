package regexp

import (
	"sort"

	"firn/runtime/builtin/regexp/vm"
)

// class is a CharSet (ECMA-262 22.2.1.9): characters, and with flag v strings of
// other lengths than one, sorted. may is MayContainStrings.
type class struct {
	set     set
	strings []string
	may     bool
}

// wordCharacters is WordCharacters (ECMA-262 22.2.2.9.3).
func (p *parser) wordCharacters() set {
	if p.icase {
		return p.closure(basicWord)
	}
	return basicWord
}

// foldV is MaybeSimpleCaseFolding.
func (p *parser) foldV(s set) set {
	if p.v && p.icase {
		return simpleFolding(s)
	}
	return s
}

// complement is CharacterComplement.
func (p *parser) complement(s set) set {
	if p.v && p.icase {
		return foldedChars().minus(s)
	}
	return s.not(maxChar(p.u))
}

// classEscape is CharacterClassEscape after the backslash, if it comes next.
func (p *parser) classEscape(start int) (class, bool) {
	c := p.peek()
	var s set
	switch c {
	case 'd', 'D':
		s = digits
	case 's', 'S':
		s = whiteSpace
	case 'w', 'W':
		s = p.foldV(p.wordCharacters())
	case 'p', 'P':
		if !p.u {
			return class{}, false
		}
		p.pos++
		return p.property(start, c == 'P'), true
	default:
		return class{}, false
	}
	p.pos++
	if c < 'a' {
		s = p.complement(s)
	}
	return class{set: s}, true
}

// property is \p{…} after the p.
func (p *parser) property(start int, not bool) class {
	end := p.pos
	for end < len(p.in) && end < p.pos+140 && p.in[end] != '}' {
		end++
	}
	key := string(rune('0' + btoi(not) + 2*btoi(p.icase)))
	for _, c := range p.in[p.pos:end] {
		key += string(rune(c))
	}
	cls, known := p.properties[key]
	if known {
		p.pos = end + 1
		p.spend(1 + (len(cls.set)+len(cls.strings))/8)
	} else {
		cls = p.newProperty(start, not)
		p.properties[key] = cls
		p.spend(4 * (len(cls.set) + len(cls.strings)))
	}
	// The strings get sorted and joined by others.
	cls.strings = append([]string(nil), cls.strings...)
	return cls
}

// newProperty is property the first time.
func (p *parser) newProperty(start int, not bool) class {
	if !p.eat("{") {
		p.fail(start, "Invalid property name")
	}
	name, value, lone := "", "", true
	for {
		c := p.peek()
		p.pos++
		if c == '}' {
			break
		}
		if c == '=' && lone {
			name, value, lone = value, "", false
			continue
		}
		if !isPropertyName(c) {
			p.fail(start, "Invalid property name")
		}
		value += string(rune(c))
		if len(value) > 64 {
			p.fail(start, "Invalid property name")
		}
	}
	if lone && p.v && !not {
		if s, list, ok := propertyStrings(value); ok {
			cls := class{set: p.foldV(s), strings: list, may: true}
			return p.foldStrings(cls)
		}
	}
	var s set
	var ok bool
	if lone {
		s, ok = propertySet(value, "", true)
	} else {
		s, ok = propertySet(name, value, false)
	}
	if !ok {
		p.fail(start, "Invalid property name")
	}
	s = p.foldV(s)
	if not {
		s = p.complement(s)
	}
	return class{set: s}
}

// classNode is a node for a character class.
func (p *parser) classNode(c class) *node {
	if len(c.strings) == 0 {
		return p.setNode(c.set)
	}
	// Longest strings first; where several match they are prefixes of each other, so
	// a tree of shared beginnings finds them in that order.
	list := make([][]uint32, 0, len(c.strings))
	empty := false
	for _, s := range c.strings {
		if s == "" {
			empty = true
			continue
		}
		var cps []uint32
		for i := 0; i < len(s); {
			cp, n := decodeWTF8(s[i:])
			i += n
			cps = append(cps, cp)
		}
		if p.back {
			for i, j := 0, len(cps)-1; i < j; i, j = i+1, j-1 {
				cps[i], cps[j] = cps[j], cps[i]
			}
		}
		list = append(list, cps)
	}
	sort.Slice(list, func(i, j int) bool { return lessThan(list[i], list[j]) })
	var alts []*node
	if len(list) > 0 {
		alts = p.tree(list, 0)
	}
	if len(c.set) > 0 {
		alts = append(alts, p.setNode(c.set))
	}
	if empty {
		alts = append(alts, &node{kind: nEmpty})
	}
	return alternatives(alts)
}

func lessThan(a, b []uint32) bool {
	for i := range a {
		if i == len(b) || a[i] != b[i] {
			return i < len(b) && a[i] < b[i]
		}
	}
	return len(a) < len(b)
}

func alternatives(alts []*node) *node {
	if len(alts) == 1 {
		return alts[0]
	}
	return (&node{kind: nAlt, kids: alts}).measure()
}

// tree is alternatives for sorted strings that agree in their first k
// characters: for each next character what follows it; a string that ends here
// comes last.
func (p *parser) tree(list [][]uint32, k int) []*node {
	p.enter()
	var alts []*node
	ends := false
	for i := 0; i < len(list); {
		if len(list[i]) == k {
			ends = true
			i++
			continue
		}
		j := i + 1
		for j < len(list) && list[j][k] == list[i][k] {
			j++
		}
		n := p.char(list[i][k])
		rest := alternatives(p.tree(list[i:j], k+1))
		if rest.kind != nEmpty {
			if p.back {
				n = sequence([]*node{rest, n})
			} else {
				n = sequence([]*node{n, rest})
			}
		}
		alts = append(alts, n)
		i = j
	}
	if ends {
		alts = append(alts, &node{kind: nEmpty})
	}
	p.depth--
	return alts
}

// characterClass is CharacterClass after its first bracket.
func (p *parser) characterClass() *node {
	start := p.pos - 1
	if p.v {
		return p.classNode(p.classV(start))
	}
	not := p.eat("^")
	var s set
	for !p.eat("]") {
		at := p.pos
		a, single := p.classAtom(start)
		if p.peek() != '-' || p.at(1) == ']' || p.at(1) == eof {
			s = append(s, a...)
			continue
		}
		p.pos++
		b, alsoSingle := p.classAtom(start)
		if !single || !alsoSingle {
			p.fail(at, "Invalid character class")
		}
		if a[0].lo > b[0].lo {
			p.fail(at, "Range out of order in character class")
		}
		s = append(s, span{a[0].lo, b[0].lo})
	}
	p.spend(4 * len(s))
	s = s.normal()
	if p.icase {
		s = p.closure(s)
	}
	if not {
		// Case is accounted for, and stays so: what is left is closed too.
		s = s.not(maxChar(p.u))
	}
	return p.setNode(s)
}

// classAtom is ClassAtom; single says that it is one character.
func (p *parser) classAtom(start int) (s set, single bool) {
	at := p.pos
	c := p.peek()
	if c == eof {
		p.fail(start, "Unterminated character class")
	}
	p.pos++
	if c != '\\' {
		return set{{c, c}}, true
	}
	switch c := p.peek(); {
	case c == 'b':
		p.pos++
		return set{{8, 8}}, true
	case c == '-' && p.u:
		p.pos++
		return set{{'-', '-'}}, true
	}
	if cls, ok := p.classEscape(at); ok {
		return append(set(nil), cls.set...), false
	}
	c = p.characterEscape(at)
	return set{{c, c}}, true
}

// classV is CharacterClass or NestedClass with flag v, after the bracket.
func (p *parser) classV(start int) class {
	p.enter()
	not := p.eat("^")
	c := p.classContents(start)
	p.depth--
	if not {
		if c.may {
			p.fail(start, "Negated character class may contain strings")
		}
		p.spend(len(c.set) + 3000*btoi(p.icase))
		return class{set: p.complement(c.set)}
	}
	return c
}

// classContents is ClassContents with flag v and the closing bracket.
func (p *parser) classContents(start int) class {
	if p.eat("]") {
		return class{}
	}
	left, single := p.classOperand(start)
	switch {
	case p.peek() == '&' && p.at(1) == '&':
		for !p.eat("]") {
			if !p.eat("&&") || p.peek() == '&' {
				p.fail(p.pos, "Invalid character in character class")
			}
			right, _ := p.classOperand(start)
			p.spendOn(left, right)
			left = class{p.foldV(left.set).and(p.foldV(right.set)), both(left.strings, right.strings, true), left.may && right.may}
		}
		return left
	case p.peek() == '-' && p.at(1) == '-':
		for !p.eat("]") {
			if !p.eat("--") {
				p.fail(p.pos, "Invalid character in character class")
			}
			right, _ := p.classOperand(start)
			p.spendOn(left, right)
			left = class{p.foldV(left.set).minus(p.foldV(right.set)), both(left.strings, right.strings, false), left.may}
		}
		return left
	}
	// ClassUnion.
	var all class
	var spans set
	for {
		if p.peek() == '-' {
			at := p.pos
			p.pos++
			if !single {
				p.fail(at, "Invalid character class")
			}
			right, ok := p.classOperand(start)
			if !ok {
				p.fail(at, "Invalid character class")
			}
			lo, hi := left.set[0].lo, right.set[0].lo
			if lo > hi {
				p.fail(at, "Range out of order in character class")
			}
			left = class{set: set{{lo, hi}}}
		}
		p.spendOn(left, class{})
		spans = append(spans, p.foldV(left.set)...)
		all.strings = append(all.strings, left.strings...)
		all.may = all.may || left.may
		if p.eat("]") {
			all.set = spans.normal()
			all.strings = distinct(all.strings)
			return all
		}
		if p.peek() == '&' && p.at(1) == '&' || p.peek() == '-' && p.at(1) == '-' {
			p.fail(p.pos, "Invalid set operation in character class")
		}
		left, single = p.classOperand(start)
	}
}

// spendOn counts the work of an operation on two classes.
func (p *parser) spendOn(a, b class) {
	n := len(a.set) + len(b.set) + len(a.strings) + len(b.strings)
	if p.icase {
		n *= 8
	}
	p.spend(n)
}

// classOperand is ClassSetOperand; single says that it is a ClassSetCharacter,
// which is given without case folding, for it may begin a range.
func (p *parser) classOperand(start int) (c class, single bool) {
	at := p.pos
	ch := p.peek()
	switch ch {
	case eof:
		p.fail(start, "Unterminated character class")
	case '[':
		p.pos++
		return p.classV(at), false
	case '\\':
		p.pos++
		switch next := p.peek(); {
		case next == 'q':
			p.pos++
			return p.classStrings(at), false
		case next == 'b':
			p.pos++
			return class{set: set{{8, 8}}}, true
		case isReservedPunctuator(next):
			p.pos++
			return class{set: set{{next, next}}}, true
		}
		if cls, ok := p.classEscape(at); ok {
			return cls, false
		}
		ch = p.characterEscape(at)
		return class{set: set{{ch, ch}}}, true
	case '(', ')', ']', '{', '}', '/', '-', '|':
		p.fail(at, "Invalid character in character class")
	}
	if isDoublePunctuator(ch) && p.at(1) == ch {
		p.fail(at, "Invalid set operation in character class")
	}
	p.pos++
	return class{set: set{{ch, ch}}}, true
}

// classStrings is ClassStringDisjunction after \q.
func (p *parser) classStrings(start int) class {
	if !p.eat("{") {
		p.fail(start, "Invalid escape")
	}
	var c class
	var cps []rune
	end := func() {
		if len(cps) == 1 {
			c.set = append(c.set, span{uint32(cps[0]), uint32(cps[0])})
		} else {
			c.strings = append(c.strings, wtf8(cps))
			c.may = true
		}
		cps = nil
	}
	for {
		switch p.peek() {
		case '|':
			p.pos++
			end()
			continue
		case '}':
			p.pos++
			end()
			c.set = p.foldV(c.set.normal())
			return p.foldStrings(c)
		case '[':
			p.fail(p.pos, "Invalid character in character class")
		}
		o, single := p.classOperand(start)
		if !single {
			p.fail(start, "Invalid escape")
		}
		cps = append(cps, rune(o.set[0].lo))
	}
}

// foldStrings folds, sorts and uniques the strings of a class.
func (p *parser) foldStrings(c class) class {
	if p.icase {
		for i, s := range c.strings {
			var cps []rune
			for k := 0; k < len(s); {
				cp, n := decodeWTF8(s[k:])
				k += n
				cps = append(cps, rune(vm.Fold(cp)))
			}
			c.strings[i] = wtf8(cps)
		}
	}
	c.strings = distinct(c.strings)
	return c
}

// wtf8 encodes characters, lone surrogates as three bytes.
func wtf8(cps []rune) string {
	var b []byte
	for _, c := range cps {
		if c&^0x7FF == 0xD800 {
			b = append(b, 0xED, byte(0x80|c>>6&0x3F), byte(0x80|c&0x3F))
		} else {
			b = append(b, string(c)...)
		}
	}
	return string(b)
}

func distinct(list []string) []string {
	if len(list) < 2 {
		return list
	}
	sort.Strings(list)
	out := list[:1]
	for _, s := range list[1:] {
		if s != out[len(out)-1] {
			out = append(out, s)
		}
	}
	return out
}

// both is the intersection of two sorted lists, or the first without the second.
func both(a, b []string, in bool) []string {
	var out []string
	for _, s := range a {
		i := sort.SearchStrings(b, s)
		if (i < len(b) && b[i] == s) == in {
			out = append(out, s)
		}
	}
	return out
}

// isReservedPunctuator is ClassSetReservedPunctuator.
func isReservedPunctuator(c uint32) bool {
	switch c {
	case '&', '-', '!', '#', '%', ',', ':', ';', '<', '=', '>', '@', '`', '~':
		return true
	}
	return false
}

// isDoublePunctuator reports whether two of c are ClassSetReservedDoublePunctuator.
func isDoublePunctuator(c uint32) bool {
	switch c {
	case '&', '!', '#', '$', '%', '*', '+', ',', '.', ':', ';', '<', '=', '>', '?', '@', '^', '`', '~':
		return true
	}
	return false
}
