//firn:core

package datemath

// Tokens of date strings.
const (
	tokEnd     = iota
	tokNumber  // digits
	tokSymbol  // one of : - + . )
	tokWord    // letters, and anything from 'A' on that is not white space
	tokSpace   // one white space character
	tokIgnored // a parenthesised comment, or any other character
)

// Kinds of words.
const (
	wordOther = iota
	wordMonth // value 1 to 12
	wordHalf  // AM or PM, value 0 or 12
	wordZone  // value in hours from UTC
	wordT     // the separator of the ISO format
)

// words holds four characters for each known word: its first three letters, blank if fewer, and
// its kind and value as one character, decoded by lookUp.
const words = "" +
	"jana" + "febb" + "marc" + "aprd" + "maye" + "junf" + "julg" + "augh" + "sepi" + "octj" + "novk" + "decl" +
	"am m" + "pm n" + "t  o" +
	"z  8" + "ut 8" + "utc8" + "gmt8" +
	"edt4" + "est3" + "cdt3" + "cst2" + "mdt2" + "mst1" + "pdt1" + "pst0"

type token struct {
	kind  int32
	value int32 // number, symbol, or value of the word
	word  int32
	len   int32 // characters, at most 1<<20
}

// text is a string of either width.
type text struct {
	latin1 []byte
	utf16  []uint16
	wide   bool
}

func (s *text) len() int {
	if s.wide {
		return len(s.utf16)
	}
	return len(s.latin1)
}

// at returns the character at i, 0 at the end.
func (s *text) at(i int) uint32 {
	if s.wide {
		if i < len(s.utf16) {
			return uint32(s.utf16[i])
		}
		return 0
	}
	if i < len(s.latin1) {
		return uint32(s.latin1[i])
	}
	return 0
}

// scanner splits text into tokens, one ahead.
type scanner struct {
	s   text
	pos int
	tok token // the next token
}

// next returns the next token and scans the one after it.
func (s *scanner) next() token {
	t := s.tok
	s.scan()
	return t
}

func (s *scanner) scan() {
	start := s.pos
	s.tok.word = wordOther
	s.tok.value = 0
	if s.pos >= s.s.len() {
		s.tok.kind = tokEnd
		s.tok.len = 0
		return
	}
	c := s.s.at(s.pos)
	switch {
	case c-'0' <= 9:
		s.tok.kind = tokNumber
		s.tok.value = s.numeral()
	case c == ':' || c == '-' || c == '+' || c == '.' || c == ')':
		s.tok.kind = tokSymbol
		s.tok.value = int32(c)
		s.pos++
	case isSpace(c):
		s.tok.kind = tokSpace
		s.pos++
	case c >= 'A':
		s.tok.kind = tokWord
		s.scanWord()
	case c == '(':
		s.tok.kind = tokIgnored
		s.skipComment()
	default:
		s.tok.kind = tokIgnored
		s.pos++
	}
	n := s.pos - start
	if n > 1<<20 {
		n = 1 << 20
	}
	s.tok.len = int32(n)
}

// numeral reads digits; of more than nine significant ones the rest is dropped.
func (s *scanner) numeral() int32 {
	v, n := int32(0), 0
	for {
		c := s.s.at(s.pos) - '0'
		if c > 9 {
			return v
		}
		if n < 9 {
			v = v*10 + int32(c)
			if v != 0 {
				n++
			}
		}
		s.pos++
	}
}

// scanWord reads a word and looks up its first three letters. Longer words count only as month
// names.
func (s *scanner) scanWord() {
	var key [3]byte
	key[0], key[1], key[2] = ' ', ' ', ' '
	n := 0
	for {
		c := s.s.at(s.pos)
		if c < 'A' || isSpace(c) {
			break
		}
		if n < 3 {
			switch {
			case c-'A' <= 25:
				key[n] = byte(c + 0x20)
			case c-'a' <= 25:
				key[n] = byte(c)
			default:
				key[n] = '?'
			}
		}
		n++
		s.pos++
	}
	for i := 0; i < len(words); i += 4 {
		if words[i] != key[0] || words[i+1] != key[1] || words[i+2] != key[2] {
			continue
		}
		v := int32(words[i+3])
		switch {
		case 'a' <= v && v <= 'l':
			s.tok.word = wordMonth
			s.tok.value = v - 'a' + 1
		case n > 3:
		case v == 'm' || v == 'n':
			s.tok.word = wordHalf
			s.tok.value = (v - 'm') * 12
		case v == 'o':
			s.tok.word = wordT
		default:
			s.tok.word = wordZone
			s.tok.value = v - '8'
		}
		return
	}
}

// skipComment skips a balanced parenthesised comment, or an unbalanced one to the end.
func (s *scanner) skipComment() {
	depth := 0
	for s.pos < s.s.len() {
		switch s.s.at(s.pos) {
		case '(':
			depth++
		case ')':
			depth--
		}
		s.pos++
		if depth == 0 {
			return
		}
	}
}

// skip consumes the symbol c if it is next.
func (s *scanner) skip(c int32) bool {
	if !s.isSymbol(c) {
		return false
	}
	s.scan()
	return true
}

func (s *scanner) isSymbol(c int32) bool { return s.tok.kind == tokSymbol && s.tok.value == c }

func (s *scanner) isSign() bool { return s.isSymbol('+') || s.isSymbol('-') }

// isFixed reports whether a number of exactly n digits with a value in [low, high] is next.
func (s *scanner) isFixed(n, low, high int32) bool {
	return s.tok.kind == tokNumber && s.tok.len == n && low <= s.tok.value && s.tok.value <= high
}

// isSpace reports whether c separates words: WhiteSpace (ECMA-262 12.2), line feed and carriage
// return, but, as in V8, not U+2028 and U+2029.
func isSpace(c uint32) bool {
	if c < 0x80 {
		return c == ' ' || c-9 <= 4
	}
	switch c {
	case 0xA0, 0x1680, 0x202F, 0x205F, 0x3000, 0xFEFF:
		return true
	}
	return c-0x2000 <= 10
}
