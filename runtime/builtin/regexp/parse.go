package regexp

import (
	"strconv"
	"unicode/utf8"

	"firn/runtime/builtin/regexp/vm"
)

// parser parses a pattern. Its methods are named after the productions of
// ECMA-262 22.2.1; they panic with an *Error.
type parser struct {
	src   string
	in    []uint32 // code points in Unicode mode, else code units
	pos   int
	depth int

	flags uint32
	u     bool // Unicode mode: flag u or v
	v     bool // flag v

	// What the flags and modifiers say here.
	icase, lines, dotAll bool
	back                 bool // in a lookbehind

	groups     int // capturing groups so far, the whole match included
	names      []string
	nameOf     map[int]int      // group to the number of its name
	numbers    map[string]int   // name to its number
	groupsOf   map[string][]int // name to groups
	declared   []string         // names in the order of their groups
	active     map[string]bool  // names of groups that could take part along with what comes next
	backrefs   []pending
	root       *node
	escapes    map[string]*node // of class escapes that came before
	properties map[string]class // of \p and \P likewise
	work       int              // ranges and so on that sets have cost
}

// pending is a backreference to be resolved at the end.
type pending struct {
	node   *node
	at     int
	number int
	name   string
}

func newParser(pattern string, flags uint32) *parser {
	p := &parser{src: pattern, flags: flags, groups: 1, nameOf: map[int]int{}, numbers: map[string]int{},
		groupsOf: map[string][]int{}, active: map[string]bool{}, escapes: map[string]*node{}, properties: map[string]class{}}
	p.v = flags&vm.FUnicodeSets != 0
	p.u = p.v || flags&vm.FUnicode != 0
	p.icase = flags&vm.FIgnoreCase != 0
	p.lines = flags&vm.FMultiline != 0
	p.dotAll = flags&vm.FDotAll != 0
	p.in = make([]uint32, 0, len(pattern))
	for i := 0; i < len(pattern); {
		c, n := decodeWTF8(pattern[i:])
		i += n
		if c > 0xFFFF && !p.u {
			p.in = append(p.in, 0xD7C0+c>>10)
			c = 0xDC00 + c&0x3FF
		}
		p.in = append(p.in, c)
	}
	return p
}

// decodeWTF8 is the first character of s, not empty: UTF-8 or a surrogate in
// three bytes.
func decodeWTF8(s string) (c uint32, n int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xED {
		return uint32(s[0]&0xF)<<12 | uint32(s[1]&0x3F)<<6 | uint32(s[2]&0x3F), 3
	}
	return uint32(r), n
}

// fail panics with an error at position at of p.in.
func (p *parser) fail(at int, msg string) {
	offset := 0
	for i := 0; i < at && offset < len(p.src); i++ {
		c, n := decodeWTF8(p.src[offset:])
		offset += n
		if c > 0xFFFF && !p.u {
			i++
		}
	}
	panic(&Error{Offset: offset, Msg: msg})
}

// loneBracket is the error of a bracket that stands for itself, which only Annex B
// allows: the most frequent thing in patterns from elsewhere.
func (p *parser) loneBracket(at int) {
	p.fail(at, "Lone quantifier brackets; write \\"+string(rune(p.in[at]))+" for the character")
}

const eof = 0xFFFFFFFF

func (p *parser) peek() uint32 { return p.at(0) }

// at is the character k places ahead.
func (p *parser) at(k int) uint32 {
	if p.pos+k < len(p.in) {
		return p.in[p.pos+k]
	}
	return eof
}

// eat skips text if it comes next.
func (p *parser) eat(text string) bool {
	for i := 0; i < len(text); i++ {
		if p.at(i) != uint32(text[i]) {
			return false
		}
	}
	p.pos += len(text)
	return true
}

// spend counts work on sets, which a few characters of a pattern can make much of.
func (p *parser) spend(n int) {
	p.work += n
	if p.work > MaxWork {
		p.fail(p.pos, "Regular expression too large")
	}
}

func (p *parser) enter() {
	p.depth++
	if p.depth > MaxDepth {
		p.fail(p.pos, "Regular expression too large")
	}
}

// parsePattern is Pattern.
func (p *parser) parsePattern() {
	p.root = p.disjunction()
	if p.pos < len(p.in) {
		if p.peek() == ')' {
			p.fail(p.pos, "Unmatched ')'")
		}
		p.loneBracket(p.pos)
	}
	for _, b := range p.backrefs {
		if b.name != "" {
			b.node.groups = p.groupsOf[b.name]
			if b.node.groups == nil {
				p.fail(b.at, "Invalid named capture referenced")
			}
			continue
		}
		if b.number >= p.groups {
			p.fail(b.at, "Invalid escape")
		}
		b.node.groups = []int{b.number}
	}
}

// disjunction is Disjunction: alternatives up to the end or a closing
// parenthesis.
func (p *parser) disjunction() *node {
	p.enter()
	first := len(p.declared)
	var alts []*node
	for {
		start := len(p.declared)
		alts = append(alts, p.alternative())
		if p.peek() != '|' {
			break
		}
		p.pos++
		// What one alternative names another may name too.
		for _, name := range p.declared[start:] {
			delete(p.active, name)
		}
	}
	for _, name := range p.declared[first:] {
		p.active[name] = true
	}
	p.depth--
	if len(alts) == 1 {
		return alts[0]
	}
	return (&node{kind: nAlt, kids: alts}).measure()
}

// alternative is Alternative.
func (p *parser) alternative() *node {
	var terms []*node
	for p.pos < len(p.in) && p.peek() != '|' && p.peek() != ')' {
		terms = append(terms, p.term())
	}
	return sequence(terms)
}

// sequence is a node for terms one after the other.
func sequence(terms []*node) *node {
	switch len(terms) {
	case 0:
		return &node{kind: nEmpty}
	case 1:
		return terms[0]
	}
	return (&node{kind: nSeq, kids: terms}).measure()
}

// term is Term.
func (p *parser) term() *node {
	start, groups := p.pos, p.groups
	c := p.peek()
	p.pos++
	var n *node
	switch c {
	case '^':
		return &node{kind: nBol, line: p.lines}
	case '$':
		return &node{kind: nEol, line: p.lines}
	case '(':
		var isAtom bool
		if n, isAtom = p.group(start); !isAtom {
			return n
		}
	case '.':
		n = p.dot()
	case '[':
		n = p.characterClass()
	case '\\':
		if c := p.peek(); c == 'b' || c == 'B' {
			p.pos++
			return &node{kind: nWord, not: c == 'B', set: p.wordCharacters()}
		}
		n = p.atomEscape()
	case '*', '+', '?':
		p.fail(start, "Nothing to repeat")
	case '{':
		p.pos = start
		if _, _, ok := p.braces(); ok {
			p.fail(start, "Nothing to repeat")
		}
		p.loneBracket(start)
	case '}', ']':
		p.loneBracket(start)
	default:
		n = p.char(c)
	}
	return p.quantified(n, groups)
}

// char is a node for a character, by itself.
func (p *parser) char(c uint32) *node {
	if p.icase {
		return p.setNode(set{{c, c}})
	}
	return (&node{kind: nChar, c: c}).measure()
}

// setNode is CharacterSetMatcher (ECMA-262 22.2.2.7.1) for a set, not inverted.
func (p *parser) setNode(s set) *node {
	if p.icase {
		s = p.closure(s)
	}
	if c, ok := s.single(); ok {
		return (&node{kind: nChar, c: c}).measure()
	}
	n := &node{kind: nSet, set: s}
	if len(s) == 1 && s[0].lo == 0 && s[0].hi == maxChar(p.u) {
		n.all = allAny
	}
	return n.measure()
}

func (p *parser) dot() *node {
	n := &node{kind: nSet, all: allAny, set: set{{0, maxChar(p.u)}}}
	if !p.dotAll {
		n.all, n.set = allDot, lineEnds.not(maxChar(p.u))
	}
	return n.measure()
}

// quantified is a Quantifier, if there is one, on atom n, whose groups begin at
// number groups.
func (p *parser) quantified(n *node, groups int) *node {
	start := p.pos
	min, max := uint32(0), uint32(infinite)
	switch p.peek() {
	case '*':
		p.pos++
	case '+':
		min = 1
		p.pos++
	case '?':
		max = 1
		p.pos++
	case '{':
		var ok bool
		min, max, ok = p.braces()
		if !ok {
			p.fail(start, "Incomplete quantifier")
		}
		if min > max {
			p.fail(start, "numbers out of order in {} quantifier")
		}
	default:
		return n
	}
	lazy := p.eat("?")
	loop := &node{kind: nLoop, min: min, max: max, lazy: lazy, kids: []*node{n}, index: groups, end: p.groups}
	return loop.measure()
}

// braces is {n}, {n,} or {n,m}.
func (p *parser) braces() (min, max uint32, ok bool) {
	start := p.pos
	p.pos++
	min, ok = p.decimal()
	if ok {
		max = min
		if p.eat(",") {
			if max, ok = p.decimal(); !ok {
				max, ok = infinite, true
			}
		}
		ok = p.eat("}")
	}
	if !ok {
		p.pos = start
	}
	return min, max, ok
}

// decimal is DecimalDigits; the value saturates at infinite, which is as good as
// any larger one.
func (p *parser) decimal() (n uint32, ok bool) {
	for c := p.peek() - '0'; c < 10; c = p.peek() - '0' {
		n, ok = satAdd(satMul(n, 10), c), true
		p.pos++
	}
	return n, ok
}

// group is what begins with a parenthesis; isAtom is false for assertions, which
// take no quantifier.
func (p *parser) group(start int) (n *node, isAtom bool) {
	if !p.eat("?") {
		return p.capture(start, ""), true
	}
	switch {
	case p.eat(":"):
		return p.body(start), true
	case p.eat("="):
		return p.look(start, false, false), false
	case p.eat("!"):
		return p.look(start, false, true), false
	case p.eat("<="):
		return p.look(start, true, false), false
	case p.eat("<!"):
		return p.look(start, true, true), false
	case p.eat("<"):
		name := p.groupName()
		if p.active[name] {
			p.fail(start, "Duplicate capture group name")
		}
		p.active[name] = true
		p.declared = append(p.declared, name)
		return p.capture(start, name), true
	}
	return p.modified(start), true
}

// body is the inside of a group and its closing parenthesis.
func (p *parser) body(start int) *node {
	n := p.disjunction()
	if !p.eat(")") {
		p.fail(start, "Unterminated group")
	}
	return n
}

// capture is a capturing group.
func (p *parser) capture(start int, name string) *node {
	n := &node{kind: nCapture, index: p.groups}
	p.groups++
	if name != "" {
		k, known := p.numbers[name]
		if !known {
			k = len(p.names)
			p.names = append(p.names, name)
			p.numbers[name] = k
		}
		p.nameOf[n.index] = k
		p.groupsOf[name] = append(p.groupsOf[name], n.index)
	}
	n.kids = []*node{p.body(start)}
	return n.measure()
}

// look is a lookahead or lookbehind.
func (p *parser) look(start int, back, not bool) *node {
	outer, first := p.back, p.groups
	p.back = back
	n := &node{kind: nLook, back: back, not: not, index: first}
	n.kids = []*node{p.body(start)}
	n.end = p.groups
	p.back = outer
	return n
}

// modified is a group with modifiers.
func (p *parser) modified(start int) *node {
	var on, off [3]bool
	which, minus := &on, false
	for p.peek() != ':' {
		c := p.peek()
		k := 0
		switch c {
		case 'i':
		case 'm':
			k = 1
		case 's':
			k = 2
		case '-':
			if minus {
				p.fail(start, "Invalid group")
			}
			which, minus = &off, true
			p.pos++
			continue
		default:
			p.fail(start, "Invalid group")
		}
		if on[k] || off[k] {
			p.fail(p.pos, "Repeated flag in modifiers")
		}
		which[k] = true
		p.pos++
	}
	p.pos++
	if on == [3]bool{} && off == [3]bool{} {
		p.fail(start, "Invalid flag group")
	}
	icase, lines, dotAll := p.icase, p.lines, p.dotAll
	p.icase = (icase || on[0]) && !off[0]
	p.lines = (lines || on[1]) && !off[1]
	p.dotAll = (dotAll || on[2]) && !off[2]
	n := p.body(start)
	p.icase, p.lines, p.dotAll = icase, lines, dotAll
	return n
}

// groupName is GroupName after its first character <.
func (p *parser) groupName() string {
	start := p.pos
	var name []byte
	for {
		at := p.pos
		c := p.peek()
		p.pos++
		switch {
		case c == '>' && len(name) > 0:
			return string(name)
		case c == '\\':
			if !p.eat("u") {
				p.fail(at, "Invalid Unicode escape")
			}
			// RegExpUnicodeEscapeSequence as in Unicode mode.
			var ok bool
			if c, ok = p.unicodeEscape(true); !ok {
				p.fail(at, "Invalid Unicode escape")
			}
		case c&0xFFFFFC00 == 0xD800 && p.peek()&0xFFFFFC00 == 0xDC00:
			c = (c-0xD7C0)<<10 | p.peek()&0x3FF
			p.pos++
		}
		if c == eof || len(name) == 0 && !isIDStart(c) || !isIDContinue(c) {
			p.fail(start, "Invalid capture group name")
		}
		name = utf8.AppendRune(name, rune(c))
	}
}

// atomEscape is AtomEscape after the backslash.
func (p *parser) atomEscape() *node {
	start := p.pos - 1
	c := p.peek()
	switch {
	case c >= '1' && c <= '9':
		k, _ := p.decimal()
		if k > 1<<24 {
			k = 1 << 24
		}
		return p.backref(pending{at: start, number: int(k)})
	case c == 'k':
		p.pos++
		if !p.eat("<") {
			p.fail(start, "Invalid named reference")
		}
		return p.backref(pending{at: start, name: p.groupName()})
	}
	if cls, ok := p.classEscape(start); ok {
		key := string(rune('0' + btoi(p.icase) + 2*btoi(p.back)))
		for _, c := range p.in[start:p.pos] {
			key += string(rune(c))
		}
		if p.escapes[key] == nil {
			p.escapes[key] = p.classNode(cls)
		}
		return p.escapes[key]
	}
	return p.char(p.characterEscape(start))
}

func (p *parser) backref(b pending) *node {
	b.node = (&node{kind: nBackref, fold: p.icase}).measure()
	p.backrefs = append(p.backrefs, b)
	return b.node
}

// characterEscape is CharacterEscape.
func (p *parser) characterEscape(start int) uint32 {
	c := p.peek()
	p.pos++
	switch c {
	case 'f':
		return 12
	case 'n':
		return 10
	case 'r':
		return 13
	case 't':
		return 9
	case 'v':
		return 11
	case '0':
		if p.peek()-'0' < 10 {
			p.fail(start, "Invalid decimal escape")
		}
		return 0
	case 'c':
		if l := p.peek() | 0x20; l-'a' < 26 {
			p.pos++
			return l & 31
		}
		p.fail(start, "Invalid unicode escape")
	case 'x':
		if h, ok := p.hex(2); ok {
			return h
		}
		p.fail(start, "Invalid escape")
	case 'u':
		if h, ok := p.unicodeEscape(p.u); ok {
			return h
		}
		p.fail(start, "Invalid Unicode escape")
	case eof:
		p.fail(start, "\\ at end of pattern")
	}
	// IdentityEscape.
	if p.u {
		if !isSyntax(c) && c != '/' {
			p.fail(start, "Invalid escape")
		}
	} else if c < 0x80 && c != '$' && isIDContinue(c) || c >= 0x80 && inProperty("ID_Continue", c) {
		p.fail(start, "Invalid escape")
	}
	return c
}

// isSyntax is SyntaxCharacter.
func isSyntax(c uint32) bool {
	switch c {
	case '^', '$', '\\', '.', '*', '+', '?', '(', ')', '[', ']', '{', '}', '|':
		return true
	}
	return false
}

// hex is exactly n hexadecimal digits.
func (p *parser) hex(n int) (v uint32, ok bool) {
	for k := 0; k < n; k++ {
		d, ok := hexDigit(p.at(k))
		if !ok {
			return 0, false
		}
		v = v<<4 | d
	}
	p.pos += n
	return v, true
}

func hexDigit(c uint32) (uint32, bool) {
	if c >= 0x80 {
		return 0, false
	}
	d, err := strconv.ParseUint(string(rune(c)), 16, 8)
	return uint32(d), err == nil
}

// unicodeEscape is RegExpUnicodeEscapeSequence after the u.
func (p *parser) unicodeEscape(unicode bool) (c uint32, ok bool) {
	if unicode && p.eat("{") {
		k := 0
		for ; ; k++ {
			d, ok := hexDigit(p.at(k))
			if !ok {
				break
			}
			if c = c<<4 | d; c > 0x10FFFF {
				return 0, false
			}
		}
		if k == 0 || p.at(k) != '}' {
			return 0, false
		}
		p.pos += k + 1
		return c, true
	}
	c, ok = p.hex(4)
	if ok && unicode && c&0xFC00 == 0xD800 && p.peek() == '\\' && p.at(1) == 'u' {
		start := p.pos
		p.pos += 2
		if d, ok := p.hex(4); ok && d&0xFC00 == 0xDC00 {
			return (c-0xD7C0)<<10 | d&0x3FF, true
		}
		p.pos = start
	}
	return c, ok
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
