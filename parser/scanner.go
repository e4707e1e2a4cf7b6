package parser

import (
	"strconv"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"

	"firn/parser/ast"
)

// The scanner wraps js.Lexer, which finds the ends of punctuators, literals, comments and templates. Everything in which that lexer is
// not exact is done here: white space and identifiers (pinned Unicode tables, escapes, reserved words), HTML-like comments, hashbang,
// what may follow a number, cooking (literal.go), regular expression flags, and positions. One token is current; nothing is read ahead, so
// that a slash can still become a regular expression.

// scanner is the lexical state of a parser. Offsets are bytes into src.
type scanner struct {
	src string
	in  *parse.Input
	lex *js.Lexer
	// pos is where the next token's scan begins (the end of the current token).
	pos uint32
	// tok is the current token, [start, end) its range, nl whether a line terminator comes before it.
	tok        token
	nl         bool
	escaped    bool // an identifier written with escapes
	start, end uint32
	// prevEnd is the end of the token before; first that of the hashbang, before any token.
	prevEnd, first uint32
	// name is the name of an identifier, reserved word or private name.
	name *ast.Name
}

var punctTokens = [...]token{
	js.OpenBraceToken & 0xff: tLBrace, js.CloseBraceToken & 0xff: tRBrace, js.OpenParenToken & 0xff: tLParen, js.CloseParenToken & 0xff: tRParen,
	js.OpenBracketToken & 0xff: tLBracket, js.CloseBracketToken & 0xff: tRBracket, js.DotToken & 0xff: tDot, js.SemicolonToken & 0xff: tSemicolon,
	js.CommaToken & 0xff: tComma, js.QuestionToken & 0xff: tQuestion, js.ArrowToken & 0xff: tArrow, js.ColonToken & 0xff: tColon, js.EllipsisToken & 0xff: tEllipsis,
}

var operatorTokens = [...]token{
	js.EqToken & 0xff: tAssign, js.EqEqToken & 0xff: tEq, js.EqEqEqToken & 0xff: tStrictEq, js.NotToken & 0xff: tNot, js.NotEqToken & 0xff: tNe,
	js.NotEqEqToken & 0xff: tStrictNe, js.LtToken & 0xff: tLt, js.LtEqToken & 0xff: tLe, js.LtLtToken & 0xff: tShl, js.LtLtEqToken & 0xff: tShlAssign,
	js.GtToken & 0xff: tGt, js.GtEqToken & 0xff: tGe, js.GtGtToken & 0xff: tShr, js.GtGtEqToken & 0xff: tShrAssign, js.GtGtGtToken & 0xff: tUshr,
	js.GtGtGtEqToken & 0xff: tUshrAssign, js.AddToken & 0xff: tAdd, js.AddEqToken & 0xff: tAddAssign, js.IncrToken & 0xff: tInc,
	js.SubToken & 0xff: tSub, js.SubEqToken & 0xff: tSubAssign, js.DecrToken & 0xff: tDec, js.MulToken & 0xff: tMul, js.MulEqToken & 0xff: tMulAssign,
	js.ExpToken & 0xff: tExp, js.ExpEqToken & 0xff: tExpAssign, js.DivToken & 0xff: tDiv, js.DivEqToken & 0xff: tDivAssign, js.ModToken & 0xff: tMod,
	js.ModEqToken & 0xff: tModAssign, js.BitAndToken & 0xff: tBitAnd, js.BitOrToken & 0xff: tBitOr, js.BitXorToken & 0xff: tBitXor,
	js.BitNotToken & 0xff: tBitNot, js.BitAndEqToken & 0xff: tBitAndAssign, js.BitOrEqToken & 0xff: tBitOrAssign,
	js.BitXorEqToken & 0xff: tBitXorAssign, js.AndToken & 0xff: tAnd, js.OrToken & 0xff: tOr, js.NullishToken & 0xff: tNullish,
	js.AndEqToken & 0xff: tAndAssign, js.OrEqToken & 0xff: tOrAssign, js.NullishEqToken & 0xff: tNullishAssign, js.OptChainToken & 0xff: tOptChain,
}

// initScanner checks the encoding and skips a hashbang comment.
func (p *parser) initScanner(src string, hashbang bool) {
	p.src = src
	if at := invalidUTF8(src, p.opts.WTF8); at >= 0 {
		p.fail(ErrEncoding, uint32(at), uint32(at)+1, "the source is not valid UTF-8 here")
	}
	// The lexer wants its own bytes, with a NUL after them.
	buf := make([]byte, len(src), len(src)+1)
	copy(buf, src)
	p.in = parse.NewInputBytes(buf)
	p.lex = js.NewLexer(p.in)
	if hashbang && hasPrefixAt(src, 0, "#!") {
		p.pos = uint32(lineEnd(src, 2))
		p.first, p.end = p.pos, p.pos
	}
}

// lineEnd gives the offset of the first line terminator of s at or after i, or len(s).
func lineEnd(s string, i int) int {
	for i < len(s) && s[i] != '\n' && s[i] != '\r' && !isLineSeparator(s, i) {
		i++
	}
	return i
}

// isLineSeparator tells whether U+2028 or U+2029 is at offset i of s.
func isLineSeparator(s string, i int) bool {
	return s[i] == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2]&^1 == 0xA8
}

// next moves to the next token.
func (p *parser) next() {
	p.prevEnd = p.end
	p.nl = false
	p.scan()
}

func (p *parser) scan() {
	p.escaped = false
	src := p.src
	for {
		if int(p.pos) >= len(src) {
			p.tok, p.start, p.end = tEOF, uint32(len(src)), uint32(len(src))
			return
		}
		c := src[p.pos]
		if c < 0x80 {
			switch asciiClass[c] {
			case clSpace:
				p.pos++
				continue
			case clNewline:
				p.nl = true
				p.pos++
				continue
			case clIdent:
				p.start = p.pos
				p.scanIdent()
				p.pos = p.end
				return
			}
			if c == '/' && int(p.pos)+1 < len(src) && (src[p.pos+1] == '/' || src[p.pos+1] == '*') {
				p.scanComment()
				continue
			}
			p.start = p.pos
			switch c {
			case '\\':
				p.scanIdentSlow()
			case '#':
				if int(p.pos)+1 >= len(src) {
					p.fail(ErrLexical, p.pos, p.pos+1, "unexpected #")
				}
				text, end, _ := p.identText(p.pos + 1)
				p.tok, p.end = tPrivate, end
				p.name = p.names.intern("#" + text)
			default:
				p.scanRaw(c)
			}
			p.pos = p.end
			return
		}
		r, w := utf8.DecodeRuneInString(src[p.pos:])
		switch {
		case isSpace(r):
			p.pos += uint32(w)
		case r == 0x2028 || r == 0x2029:
			p.nl = true
			p.pos += uint32(w)
		default:
			p.start = p.pos
			p.scanIdentSlow()
			p.pos = p.end
			return
		}
	}
}

// seek puts the lexer at offset pos.
func (p *parser) seek(pos uint32) {
	p.in.Move(int(pos) - p.in.Offset())
	p.in.Skip()
}

func (p *parser) scanComment() {
	p.seek(p.pos)
	switch tt, _ := p.lex.Next(); tt {
	case js.CommentLineTerminatorToken:
		p.nl = true
	case js.CommentToken:
	default:
		p.fail(ErrLexical, p.pos, uint32(len(p.src)), "unterminated comment: expected */, found the end of the source")
	}
	p.pos = uint32(p.in.Offset())
}

// scanRaw takes one token other than an identifier from the lexer.
func (p *parser) scanRaw(c byte) {
	src, pos := p.src, p.pos
	if c == '<' && hasPrefixAt(src, int(pos), "<!--") {
		p.fail(ErrSES, pos, pos+4, "SES forbids HTML-like comments: <!-- (write < ! -- with spaces if operators are meant)")
	}
	if c == '-' && hasPrefixAt(src, int(pos), "-->") {
		if p.nl || p.prevEnd == p.first {
			p.fail(ErrSES, pos, pos+3, "SES forbids HTML-like comments: --> at the start of a line")
		}
		// x --> y: the lexer does not know that x is on the line, since it saw no identifiers
		p.tok, p.end = tDec, pos+2
		return
	}
	p.seek(pos)
	tt, _ := p.lex.Next()
	p.end = uint32(p.in.Offset())
	switch {
	case js.IsOperator(tt):
		p.tok = operatorTokens[tt&0xff]
	case js.IsPunctuator(tt):
		p.tok = punctTokens[tt&0xff]
	case js.IsNumeric(tt):
		p.tok = tNumber
		if src[p.end-1] == 'n' {
			p.tok = tBigInt
		}
		p.checkAfterNumber()
	default:
		switch tt {
		case js.StringToken:
			p.tok = tString
		case js.TemplateToken:
			p.tok = tTemplate
		case js.TemplateStartToken:
			p.tok = tTemplateHead
		case js.TemplateMiddleToken:
			p.tok = tTemplateMiddle
		case js.TemplateEndToken:
			p.tok = tTemplateTail
		default:
			p.failRaw(c)
		}
	}
}

// failRaw reports why the lexer found no token that starts with c.
func (p *parser) failRaw(c byte) {
	start := p.pos
	switch {
	case c == '"' || c == '\'':
		p.fail(ErrLexical, start, uint32(lineEnd(p.src, int(start)+1)), "unterminated string literal")
	case c == '`' || c == '}':
		p.fail(ErrLexical, start, uint32(len(p.src)), "unterminated template literal")
	case c == '0' && int(start)+1 < len(p.src) && p.src[start+1]-'0' <= 9:
		p.fail(ErrLexical, start, start+2, "numbers with leading zeros are not allowed in strict code")
	case asciiClass[c&0x7f] == clDigit || c == '.':
		p.fail(ErrLexical, start, max(p.end, start+1), "malformed number")
	}
	p.fail(ErrLexical, start, start+1, "unexpected character "+describeRune(rune(c)))
}

func describeRune(r rune) string {
	if r < 0x20 || r == 0x7F || r == utf8.RuneError {
		return "U+" + strconv.FormatInt(int64(r)+0x10000, 16)[1:]
	}
	return strconv.QuoteRune(r)
}

func hasPrefixAt(s string, i int, prefix string) bool {
	return len(s)-i >= len(prefix) && s[i:i+len(prefix)] == prefix
}

// checkAfterNumber enforces §12.9.3: no identifier start or digit directly after a numeric literal.
func (p *parser) checkAfterNumber() {
	if int(p.end) >= len(p.src) {
		return
	}
	c := p.src[p.end]
	bad := c == '\\'
	if c < 0x80 {
		bad = bad || asciiClass[c] >= clIdent
	} else {
		r, _ := utf8.DecodeRuneInString(p.src[p.end:])
		bad = isIDStart(r)
	}
	if bad {
		p.fail(ErrLexical, p.end, p.end+1, "an identifier, digit or separator cannot directly follow a number")
	}
}

// rescanRegExp turns the current token / or /= into a regular expression literal and gives its pattern and flags.
func (p *parser) rescanRegExp() (pattern, flags string) {
	tt, _ := p.lex.RegExp()
	if tt != js.RegExpToken {
		p.fail(ErrLexical, p.start, uint32(lineEnd(p.src, int(p.start))), "unterminated regular expression literal")
	}
	p.tok = tRegExp
	p.end = uint32(p.in.Offset())
	text := p.src[p.start:p.end]
	slash := len(text) - 1
	for text[slash] != '/' {
		slash--
	}
	// The lexer's tables for the flags are another Unicode version's; only letters below are valid anyhow.
	p.pos = p.end
	pattern, flags = text[1:slash], text[slash+1:]
	p.checkFlags(flags, p.start+uint32(slash)+1)
	if p.opts.ValidateRegExp != nil {
		if at, msg := p.opts.ValidateRegExp(pattern, flags); msg != "" {
			at := p.start + 1 + uint32(min(max(at, 0), len(pattern)))
			p.fail(ErrRegExp, at, p.end, "invalid regular expression: "+msg)
		}
	}
	return pattern, flags
}

// checkFlags checks regular expression flags (§22.2.3.4).
func (p *parser) checkFlags(flags string, at uint32) {
	seen := 0
	for i := 0; i < len(flags); i++ {
		bit := 0
		switch flags[i] {
		case 'd':
			bit = 1
		case 'g':
			bit = 2
		case 'i':
			bit = 4
		case 'm':
			bit = 8
		case 's':
			bit = 16
		case 'u':
			bit = 32
		case 'v':
			bit = 64
		case 'y':
			bit = 128
		default:
			p.fail(ErrRegExp, at+uint32(i), at+uint32(len(flags)), "invalid regular expression flags: expected some of dgimsuvy, found "+strconv.Quote(flags))
		}
		if seen&bit != 0 {
			p.fail(ErrRegExp, at+uint32(i), at+uint32(len(flags)), "invalid regular expression flags: "+flags[i:i+1]+" is there twice")
		}
		seen |= bit
	}
	if seen&(32|64) == 32|64 {
		p.fail(ErrRegExp, at, at+uint32(len(flags)), "invalid regular expression flags: u and v exclude each other")
	}
	if int(p.end) < len(p.src) && p.src[p.end] == '\\' {
		p.fail(ErrRegExp, p.end, p.end+1, "regular expression flags cannot contain escapes")
	}
}

// invalidUTF8 gives the offset of the first byte that is not UTF-8, or -1. With wtf8 it accepts lone surrogates in their generalised encoding.
func invalidUTF8(s string, wtf8 bool) int {
	if utf8.ValidString(s) {
		return -1
	}
	afterHigh := false
	for i := 0; i < len(s); {
		if s[i] < 0x80 {
			i++
			afterHigh = false
			continue
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		if r != utf8.RuneError || w != 1 {
			i += w
			afterHigh = false
			continue
		}
		if !wtf8 || !isSurrogateAt(s, i) {
			return i
		}
		high := s[i+1] < 0xB0
		if !high && afterHigh {
			return i // a pair must be one four-byte sequence
		}
		afterHigh = high
		i += 3
	}
	return -1
}

// isSurrogateAt tells whether the generalised UTF-8 of a surrogate is at offset i of s.
func isSurrogateAt(s string, i int) bool {
	return i+2 < len(s) && s[i] == 0xED && 0xA0 <= s[i+1] && s[i+1] <= 0xBF && 0x80 <= s[i+2] && s[i+2] <= 0xBF
}
