package parser

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"firn/parser/ast"
)

// appendUnit appends a code point or surrogate in WTF-8, joining a low surrogate to a high one at the end of b.
func appendUnit(b []byte, r rune) []byte {
	if r < 0xD800 || r > 0xDFFF {
		return utf8.AppendRune(b, r)
	}
	if n := len(b); r >= 0xDC00 && n >= 3 && b[n-3] == 0xED && 0xA0 <= b[n-2] && b[n-2] <= 0xAF {
		high := 0xD000 | rune(b[n-2]&0x3F)<<6 | rune(b[n-1]&0x3F)
		return utf8.AppendRune(b[:n-3], 0x10000+(high-0xD800)<<10+(r-0xDC00))
	}
	return append(b, 0xED, 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
}

// appendRaw appends source text, joining surrogates at the seam.
func appendRaw(b []byte, s string) []byte {
	if s != "" && s[0] == 0xED && isSurrogateAt(s, 0) {
		b = appendUnit(b, 0xD000|rune(s[1]&0x3F)<<6|rune(s[2]&0x3F))
		s = s[3:]
	}
	return append(b, s...)
}

// escapeError is why an escape sequence is invalid; at is its offset in the text.
type escapeError struct {
	at  int
	msg string
}

// cook decodes the escapes of a string or template body. It returns the text itself when it has none.
func cook(text string, template bool) (string, *escapeError) {
	i := strings.IndexByte(text, '\\')
	if template {
		text = normalizeLines(text)
		i = strings.IndexByte(text, '\\')
	}
	if i < 0 {
		return text, nil
	}
	b := make([]byte, 0, len(text))
	done := 0
	for i < len(text) {
		next := strings.IndexByte(text[i:], '\\')
		if next < 0 {
			break
		}
		i += next
		b = appendRaw(b, text[done:i])
		at := i
		i++
		c := text[i] // the lexer sees to it that a backslash is never last
		i++
		switch c {
		case 'n':
			b = append(b, '\n')
		case 't':
			b = append(b, '\t')
		case 'r':
			b = append(b, '\r')
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case 'v':
			b = append(b, '\v')
		case '\n':
		case '\r':
			if i < len(text) && text[i] == '\n' {
				i++
			}
		case 'x':
			if i+1 >= len(text) || hexValue(text[i]) < 0 || hexValue(text[i+1]) < 0 {
				return "", &escapeError{at, "malformed escape: expected two hexadecimal digits after \\x"}
			}
			b = utf8.AppendRune(b, rune(hexValue(text[i])<<4|hexValue(text[i+1])))
			i += 2
		case 'u':
			r, end, ok := unicodeEscape(text, i)
			if !ok {
				return "", &escapeError{at, "malformed escape: expected \\uXXXX or \\u{…} up to 10FFFF"}
			}
			b = appendUnit(b, r)
			i = end
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			if c != '0' || i < len(text) && '0' <= text[i] && text[i] <= '9' {
				return "", &escapeError{at, "octal escapes, \\8 and \\9 are not allowed in strict code"}
			}
			b = append(b, 0)
		default:
			i--
			if isLineSeparator(text, i) {
				i += 3
			} else if c >= 0x80 {
				// keep the character whole so that surrogates can join
				done = i
				continue
			} else {
				b = append(b, c)
				i++
			}
		}
		done = i
	}
	return string(appendRaw(b, text[done:])), nil
}

// normalizeLines turns CR and CRLF into LF, as templates want (§12.9.6).
func normalizeLines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// stringValue cooks the current string token.
func (p *parser) stringValue() string {
	v, err := cook(p.src[p.start+1:p.end-1], false)
	if err != nil {
		at := p.start + 1 + uint32(err.at)
		p.fail(ErrLexical, at, p.end, err.msg)
	}
	return v
}

// templateElem cooks the current template token; a malformed escape is an error unless tagged.
func (p *parser) templateElem(tagged bool) ast.TemplateElem {
	e := ast.TemplateElem{Span: ast.Span{Start: p.start, End: p.end}}
	tail := uint32(1)
	if p.tok == tTemplateHead || p.tok == tTemplateMiddle {
		tail = 2
	}
	text := p.src[p.start+1 : p.end-tail]
	e.Raw = normalizeLines(text)
	v, err := cook(text, true)
	if err != nil {
		if !tagged {
			_, err = cook(text, false) // with offsets into the source
			at := p.start + 1 + uint32(err.at)
			p.fail(ErrLexical, at, p.end, err.msg)
		}
		e.Invalid = true
		return e
	}
	e.Cooked = v
	return e
}

// numberValue gives the value of the current number token (§12.9.3).
func (p *parser) numberValue() float64 {
	text := p.src[p.start:p.end]
	if len(text) <= 15 {
		v, plain := uint64(0), true
		for i := 0; i < len(text); i++ {
			d := text[i] - '0'
			if d > 9 {
				plain = false
				break
			}
			v = v*10 + uint64(d)
		}
		if plain {
			return float64(v)
		}
	}
	text = strings.ReplaceAll(text, "_", "")
	if len(text) > 2 && text[0] == '0' {
		switch text[1] | 0x20 {
		case 'x':
			return parseHex(text[2:])
		case 'o':
			return parseHex(toHex(text[2:], 3))
		case 'b':
			return parseHex(toHex(text[2:], 1))
		}
	}
	v, _ := strconv.ParseFloat(text, 64) // out of range gives ±Inf, as wanted
	return v
}

func parseHex(digits string) float64 {
	v, _ := strconv.ParseFloat("0x"+digits+"p0", 64)
	return v
}

// toHex converts digits of bits bits each to hexadecimal digits, in linear time.
func toHex(digits string, bits int) string {
	n := len(digits) * bits
	out := make([]byte, (n+3)/4)
	for i := range out {
		out[i] = '0'
	}
	for i := 0; i < len(digits); i++ {
		d := digits[len(digits)-1-i] - '0'
		for b := 0; b < bits; b++ {
			if d>>b&1 != 0 {
				at := i*bits + b
				k := len(out) - 1 - at/4
				out[k] = "0123456789abcdef"[hexValue(out[k])|1<<(at%4)]
			}
		}
	}
	return string(out)
}

// bigIntValue gives the digits and base of the current BigInt token.
func (p *parser) bigIntValue() (digits string, base uint8) {
	text := strings.ReplaceAll(p.src[p.start:p.end-1], "_", "")
	base = 10
	if len(text) > 2 && text[0] == '0' {
		switch text[1] | 0x20 {
		case 'x':
			base = 16
		case 'o':
			base = 8
		case 'b':
			base = 2
		}
		if base != 10 {
			text = text[2:]
		}
	}
	text = strings.TrimLeft(text, "0")
	if text == "" {
		text = "0"
	}
	return text, base
}
