package parser

import (
	"hash/maphash"
	"unicode/utf8"

	"firn/parser/ast"
)

// Classes of ASCII characters, for the scanner's dispatch.
const (
	clOther uint8 = iota
	clSpace
	clNewline
	clIdent // identifier start
	clDigit
)

var asciiClass = [128]uint8{
	' ': clSpace, '\t': clSpace, '\v': clSpace, '\f': clSpace, '\n': clNewline, '\r': clNewline, '$': clIdent, '_': clIdent,
	'a': clIdent, 'b': clIdent, 'c': clIdent, 'd': clIdent, 'e': clIdent, 'f': clIdent, 'g': clIdent, 'h': clIdent, 'i': clIdent,
	'j': clIdent, 'k': clIdent, 'l': clIdent, 'm': clIdent, 'n': clIdent, 'o': clIdent, 'p': clIdent, 'q': clIdent, 'r': clIdent,
	's': clIdent, 't': clIdent, 'u': clIdent, 'v': clIdent, 'w': clIdent, 'x': clIdent, 'y': clIdent, 'z': clIdent,
	'A': clIdent, 'B': clIdent, 'C': clIdent, 'D': clIdent, 'E': clIdent, 'F': clIdent, 'G': clIdent, 'H': clIdent, 'I': clIdent,
	'J': clIdent, 'K': clIdent, 'L': clIdent, 'M': clIdent, 'N': clIdent, 'O': clIdent, 'P': clIdent, 'Q': clIdent, 'R': clIdent,
	'S': clIdent, 'T': clIdent, 'U': clIdent, 'V': clIdent, 'W': clIdent, 'X': clIdent, 'Y': clIdent, 'Z': clIdent,
	'0': clDigit, '1': clDigit, '2': clDigit, '3': clDigit, '4': clDigit, '5': clDigit, '6': clDigit, '7': clDigit, '8': clDigit, '9': clDigit,
}

// isIDStart tells whether r is IdentifierStartChar (§12.7), by the pinned tables.
func isIDStart(r rune) bool {
	if r < 0x80 {
		return r >= 0 && asciiClass[r] == clIdent
	}
	return inRanges(idStart[:], r)
}

// isIDPart tells whether r is IdentifierPartChar (§12.7), by the pinned tables.
func isIDPart(r rune) bool {
	if r < 0x80 {
		return r >= 0 && asciiClass[r] >= clIdent
	}
	return r == 0x200C || r == 0x200D || inRanges(idContinue[:], r)
}

func inRanges(t [][2]rune, r rune) bool {
	lo, hi := 0, len(t)
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		if r > t[m][1] {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(t) && r >= t[lo][0]
}

// isSpace tells whether r, not ASCII, is WhiteSpace (§12.2).
func isSpace(r rune) bool {
	switch r {
	case 0xA0, 0xFEFF, 0x1680, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// IsIdentifierName tells whether s is an IdentifierName without escapes.
func IsIdentifierName(s string) bool {
	for i, r := range s {
		if r == utf8.RuneError || i == 0 && !isIDStart(r) || !isIDPart(r) {
			return false
		}
	}
	return s != ""
}

// IsVariableName tells whether s can be the name of a variable in strict code of either goal:
// an IdentifierName that is no reserved word and not await, eval or arguments.
func IsVariableName(s string) bool {
	if !IsIdentifierName(s) || s == "await" || s == "eval" || s == "arguments" {
		return false
	}
	for t := firstKeyword; t < tokenCount; t++ {
		if tokenText[t] == s {
			return false
		}
	}
	return true
}

// nameTable interns names. The hash is seeded per process, so that no input can be made to collide; IDs do not depend on it.
type nameTable struct {
	names []*ast.Name
	slots []uint32 // open addressing: ID+1, or 0
	alloc slab[ast.Name]
}

var nameSeed = maphash.MakeSeed()

func (t *nameTable) init(sourceLen int) {
	size := 256
	for size < 1<<16 && size < sourceLen/16 {
		size *= 2
	}
	t.slots = make([]uint32, size)
	t.names = make([]*ast.Name, 0, size/2)
	for k := firstKeyword; k < tokenCount; k++ {
		t.intern(tokenText[k])
	}
	for _, s := range knownText {
		t.intern(s)
	}
}

// intern returns the Name of s.
func (t *nameTable) intern(s string) *ast.Name {
	mask := uint64(len(t.slots) - 1)
	i := maphash.String(nameSeed, s) & mask
	for {
		id := t.slots[i]
		if id == 0 {
			break
		}
		if n := t.names[id-1]; n.Text == s {
			return n
		}
		i = (i + 1) & mask
	}
	n := t.alloc.new()
	n.Text, n.ID = s, uint32(len(t.names))
	t.names = append(t.names, n)
	t.slots[i] = n.ID + 1
	if len(t.names)*2 > len(t.slots) {
		t.grow()
	}
	return n
}

func (t *nameTable) grow() {
	t.slots = make([]uint32, 2*len(t.slots))
	mask := uint64(len(t.slots) - 1)
	for _, n := range t.names {
		i := maphash.String(nameSeed, n.Text) & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = n.ID + 1
	}
}

// scanIdent scans an identifier that starts with an ASCII letter, $ or _ at p.pos, and sets the token.
func (p *parser) scanIdent() {
	src, i := p.src, int(p.pos)+1
	for i < len(src) && src[i] < 0x80 && asciiClass[src[i]] >= clIdent {
		i++
	}
	if i < len(src) && (src[i] >= 0x80 || src[i] == '\\') {
		p.scanIdentSlow()
		return
	}
	p.setIdent(p.names.intern(src[p.pos:i]), uint32(i))
}

func (p *parser) setIdent(n *ast.Name, end uint32) {
	p.name, p.end = n, end
	p.tok = tIdent
	if n.ID < nameAsync {
		p.tok = firstKeyword + token(n.ID)
	}
}

// scanIdentSlow scans any identifier at p.pos: with escapes and non-ASCII characters.
func (p *parser) scanIdentSlow() {
	text, end, escaped := p.identText(p.pos)
	p.setIdent(p.names.intern(text), end)
	if escaped {
		p.escaped = true
		if p.tok != tIdent {
			p.tok = tEscapedKeyword
		}
	}
}

// identText gives the cooked text and the end of the identifier at offset start.
func (p *parser) identText(start uint32) (text string, end uint32, escaped bool) {
	src, i := p.src, int(start)
	var buf []byte
	for i < len(src) {
		at := i
		var r rune
		if c := src[i]; c < 0x80 && c != '\\' {
			if asciiClass[c] < clIdent {
				break
			}
			r = rune(c)
			i++
		} else if c == '\\' {
			if !escaped {
				escaped = true
				buf = append(buf, src[start:i]...)
			}
			var ok bool
			r, i, ok = p.identEscape(i)
			if !ok {
				p.fail(ErrLexical, uint32(at), uint32(min(i+1, len(src))), "expected \\uXXXX or \\u{…} in an identifier")
			}
			if !isIDPart(r) || at == int(start) && !isIDStart(r) {
				p.fail(ErrLexical, uint32(at), uint32(i), "this escaped character cannot be part of an identifier here")
			}
		} else {
			var w int
			r, w = utf8.DecodeRuneInString(src[i:])
			if r == utf8.RuneError && w == 1 || !isIDPart(r) || at == int(start) && !isIDStart(r) {
				break
			}
			i += w
		}
		if escaped {
			buf = utf8.AppendRune(buf, r)
		}
	}
	if i == int(start) {
		r, w := utf8.DecodeRuneInString(src[i:])
		p.fail(ErrLexical, start, start+uint32(w), "unexpected character "+describeRune(r))
	}
	if escaped {
		return string(buf), uint32(i), true
	}
	return src[start:i], uint32(i), false
}

// identEscape decodes \uXXXX or \u{X…} at offset i; it returns the offset after it.
func (p *parser) identEscape(i int) (r rune, end int, ok bool) {
	src := p.src
	if i+1 >= len(src) || src[i+1] != 'u' {
		return 0, i + 1, false
	}
	i += 2
	return unicodeEscape(src, i)
}

// unicodeEscape decodes what follows \u: XXXX or {X…} up to 10FFFF.
func unicodeEscape(src string, i int) (r rune, end int, ok bool) {
	if i < len(src) && src[i] == '{' {
		i++
		first := i
		for i < len(src) && hexValue(src[i]) >= 0 {
			if r = r<<4 | rune(hexValue(src[i])); r > 0x10FFFF {
				return 0, i, false
			}
			i++
		}
		if i == first || i >= len(src) || src[i] != '}' {
			return 0, i, false
		}
		return r, i + 1, true
	}
	for k := 0; k < 4; k++ {
		if i >= len(src) || hexValue(src[i]) < 0 {
			return 0, i, false
		}
		r = r<<4 | rune(hexValue(src[i]))
		i++
	}
	return r, i, true
}

func hexValue(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
