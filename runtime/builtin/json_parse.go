//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/num"
)

// JSON.parse (ECMA-262 25.5.1) without a reviver: one pass over the text, with
// an explicit stack, so that nesting costs memory only.

// jsonStack is the stack of open objects and arrays: a record of frames, each a
// container and, for objects, the key that its next value gets.
type jsonStack struct {
	rec, depth, cap uint32
}

// jsonParser is the state of one parse.
type jsonParser struct {
	c     *Call
	v     heap.StrView
	pos   uint32
	stack jsonStack
	prop  heap.Prop
	shape uint32 // of new objects

	// keys remembers property keys by a hash of their ends: texts repeat few.
	keys   [64]heap.Value
	failed bool // memory ran out
}

// Do_ParseJSON is the value of a JSON text.
func Do_ParseJSON(c *Call) heap.Value {
	var p jsonParser
	p.c = c
	p.v = c.H.View(c.Arg(0).Ref())
	p.prop.Dynamic = true
	p.shape = c.H.RootShape(c.rootObj(RootObjectPrototype), heap.KObject, 4)
	v := p.document()
	c.H.Charge(uint64(p.v.Len >> 2))
	if p.failed && c.Code == CodeNone {
		return c.NoMemory()
	}
	return v
}

// unit is the code unit at pos, or a value that no unit has at the end.
func (p *jsonParser) unit() uint32 {
	if p.pos < p.v.Len {
		return p.c.H.Unit(p.v, p.pos)
	}
	return 0x10000
}

func (p *jsonParser) skipSpace() {
	for {
		u := p.unit()
		if u > ' ' || u != ' ' && u != '\n' && u != '\r' && u != '\t' {
			return
		}
		p.pos++
	}
}

// push opens a container.
func (p *jsonParser) push(container heap.Value) {
	h := p.c.H
	s := &p.stack
	if s.depth == s.cap {
		n := s.cap*2 + 16
		size := heap.OffValues + 16*n
		if size > 64<<10 && !h.Room(uint64(size)) {
			p.failed = true
			return
		}
		r := h.AllocValues(heap.KRecord, size, heap.OffValues, heap.Undefined)
		if s.depth > 0 {
			h.CopyWords(r+heap.OffValues, s.rec+heap.OffValues, 2*s.depth)
		}
		s.rec, s.cap = r, n
	}
	h.SetVal(s.rec+heap.OffValues+16*s.depth, container)
	s.depth++
}

// document parses the whole text.
func (p *jsonParser) document() heap.Value {
	h := p.c.H
	for {
		// A value is expected.
		p.skipSpace()
		var v heap.Value
		switch u := p.unit(); {
		case u == '{':
			p.pos++
			o := heap.Object(h.NewObjectShape(p.shape))
			p.skipSpace()
			if p.unit() != '}' {
				if p.push(o); p.failed || !p.key() {
					return heap.Empty
				}
				continue
			}
			p.pos++
			v = o
		case u == '[':
			p.pos++
			a := heap.Object(h.NewArray(0))
			p.skipSpace()
			if p.unit() != ']' {
				if p.push(a); p.failed {
					return heap.Empty
				}
				continue
			}
			p.pos++
			v = a
		case u == '"':
			if v = p.text(); v == heap.Empty {
				return v
			}
		default:
			if v = p.scalar(u); v == heap.Empty {
				return v
			}
		}
		// A value is complete: it goes into the container, which may end.
		for {
			if p.stack.depth == 0 {
				p.skipSpace()
				if p.pos < p.v.Len {
					return p.unexpected()
				}
				return v
			}
			frame := p.stack.rec + heap.OffValues + 16*(p.stack.depth-1)
			container := h.Val(frame)
			array := h.Kind(container.Ref()) == heap.KArray
			if !p.add(container.Ref(), array, frame, v) {
				return heap.Empty
			}
			p.skipSpace()
			u := p.unit()
			if u == ',' {
				p.pos++
				if !array {
					p.skipSpace()
					if !p.key() {
						return heap.Empty
					}
				}
				break
			}
			if u != '}' && u != ']' || (u == ']') != array {
				return p.unexpected()
			}
			p.pos++
			p.stack.depth--
			v = container
		}
	}
}

// add stores a complete value in its container.
func (p *jsonParser) add(container uint32, array bool, frame uint32, v heap.Value) bool {
	h := p.c.H
	if array {
		if h.ArrayPush(container, v) {
			return true
		}
		p.failed = true
		return false
	}
	if h.CreateDataProperty(container, h.Val(frame+8), v, &p.prop) != heap.OpDone {
		p.failed = true
		return false
	}
	return true
}

// key parses a member's name and colon, for the object on top of the stack.
func (p *jsonParser) key() bool {
	h := p.c.H
	if p.unit() != '"' {
		p.unexpected()
		return false
	}
	key := p.knownKey()
	if key == heap.Empty {
		k := p.text()
		if k == heap.Empty {
			return false
		}
		key = h.KeyFromString(k.Ref())
		if key.IsString() {
			p.keys[p.keySlot(h.View(key.Ref()))] = key
		}
	}
	p.skipSpace()
	if p.unit() != ':' {
		p.unexpected()
		return false
	}
	p.pos++
	h.SetVal(p.stack.rec+heap.OffValues+16*(p.stack.depth-1)+8, key)
	return true
}

// keySlot is the place in keys for a key with the units of a view.
func (p *jsonParser) keySlot(v heap.StrView) uint32 {
	if v.Len == 0 {
		return 0
	}
	return (v.Len*7 + p.c.H.Unit(v, 0)*3 + p.c.H.Unit(v, v.Len-1)) & 63
}

// knownKey skips a key that was seen before and gives it; Empty, with nothing
// skipped, when it was not or has escapes.
func (p *jsonParser) knownKey() heap.Value {
	if p.v.Wide {
		return heap.Empty
	}
	h := p.c.H
	start := p.pos + 1
	end := start
	for ; end < p.v.Len; end++ {
		u := h.U8(p.v.Off + end)
		if u == '"' {
			break
		}
		if u == '\\' || u < 0x20 {
			return heap.Empty
		}
	}
	if end == p.v.Len {
		return heap.Empty
	}
	v := p.v.Sub(start, end)
	key := p.keys[p.keySlot(v)]
	if !key.IsString() || !h.EqualViews(h.View(key.Ref()), v) {
		return heap.Empty
	}
	p.pos = end + 1
	return key
}

// text parses a string.
func (p *jsonParser) text() heap.Value {
	h := p.c.H
	p.pos++
	start := p.pos
	if !p.v.Wide {
		// Skip what is plain.
		at, end := p.v.Off+p.pos, p.v.Off+p.v.Len
		for at < end {
			u := h.U8(at)
			if u < 0x20 || u == '"' || u == '\\' {
				break
			}
			at++
		}
		p.pos = at - p.v.Off
	}
	for p.pos < p.v.Len {
		u := h.Unit(p.v, p.pos)
		if u == '"' {
			s := h.FromView(p.v.Sub(start, p.pos))
			p.pos++
			if s == 0 {
				p.failed = true
				return heap.Empty
			}
			return heap.String(s)
		}
		if u == '\\' {
			return p.escapedText(start)
		}
		if u < 0x20 {
			break
		}
		p.pos++
	}
	return p.badString()
}

// escapedText parses a string from its first backslash on.
func (p *jsonParser) escapedText(start uint32) heap.Value {
	h := p.c.H
	var b heap.StrBuilder
	b.Start(h, p.pos-start+32)
	b.AddView(p.v.Sub(start, p.pos))
	for p.pos < p.v.Len {
		u := h.Unit(p.v, p.pos)
		if u < 0x20 {
			break
		}
		p.pos++
		if u == '"' {
			s, st := b.Finish()
			if st != heap.OK {
				p.failed = true
				return heap.Empty
			}
			return heap.String(s)
		}
		if u == '\\' {
			switch u = p.unit(); u {
			case '"', '\\', '/':
			case 'b':
				u = 8
			case 'f':
				u = 12
			case 'n':
				u = 10
			case 'r':
				u = 13
			case 't':
				u = 9
			case 'u':
				u = 0
				for i := 0; i < 4; i++ {
					p.pos++
					d := hexDigit(p.unit())
					if d > 15 {
						return p.badEscape()
					}
					u = u<<4 | d
				}
			default:
				return p.badEscape()
			}
			p.pos++
		}
		b.AddUnit(u)
	}
	return p.badString()
}

// hexDigit is the value of a hexadecimal digit, above 15 for anything else.
func hexDigit(u uint32) uint32 {
	switch {
	case u-'0' < 10:
		return u - '0'
	case u-'a' < 6:
		return u - 'a' + 10
	case u-'A' < 6:
		return u - 'A' + 10
	}
	return 16
}

// scalar parses a number or a literal name.
func (p *jsonParser) scalar(u uint32) heap.Value {
	switch {
	case u == 't':
		return p.word("true", heap.True)
	case u == 'f':
		return p.word("false", heap.False)
	case u == 'n':
		return p.word("null", heap.Null)
	case u == '-' || u-'0' < 10:
		return p.number()
	}
	return p.unexpected()
}

func (p *jsonParser) word(w string, v heap.Value) heap.Value {
	for i := 0; i < len(w); i++ {
		if p.unit() != uint32(w[i]) {
			return p.unexpected()
		}
		p.pos++
	}
	return v
}

func (p *jsonParser) number() heap.Value {
	h := p.c.H
	start := p.pos
	if p.unit() == '-' {
		p.pos++
	}
	if p.unit() == '0' {
		p.pos++
	} else if !p.digits() {
		return p.unexpected()
	}
	whole := true
	if p.unit() == '.' {
		whole = false
		p.pos++
		if !p.digits() {
			return p.unexpected()
		}
	}
	if u := p.unit(); u == 'e' || u == 'E' {
		whole = false
		p.pos++
		if u = p.unit(); u == '+' || u == '-' {
			p.pos++
		}
		if !p.digits() {
			return p.unexpected()
		}
	}
	t := p.v.Sub(start, p.pos)
	if whole && t.Len <= 9 && h.Unit(t, 0) != '-' {
		n := uint32(0)
		for i := uint32(0); i < t.Len; i++ {
			n = n*10 + h.Unit(t, i) - '0'
		}
		return heap.Int(int32(n))
	}
	if t.Wide {
		return heap.Number(num.StringToNumberUTF16(h.Units(t)))
	}
	return heap.Number(num.StringToNumberLatin1(h.Bytes(t.Off, t.Len)))
}

// digits skips at least one decimal digit.
func (p *jsonParser) digits() bool {
	start := p.pos
	for p.unit()-'0' < 10 {
		p.pos++
	}
	return p.pos > start
}

func (p *jsonParser) badString() heap.Value {
	if p.pos >= p.v.Len {
		return p.at("Unterminated string in JSON at position ")
	}
	return p.at("Bad control character in string literal in JSON at position ")
}

func (p *jsonParser) badEscape() heap.Value {
	return p.at("Bad escaped character in JSON at position ")
}

// unexpected throws the SyntaxError of what is at pos.
func (p *jsonParser) unexpected() heap.Value {
	if p.pos >= p.v.Len {
		return p.c.Throw(CodeSyntaxError, "Unexpected end of JSON input")
	}
	h := p.c.H
	var b heap.StrBuilder
	b.Start(h, 64)
	b.AddASCII("Unexpected token '")
	cp, _ := h.CodePoint(p.v, p.pos)
	b.AddCodePoint(cp)
	b.AddASCII("' in JSON at position ")
	p.c.addNumber(&b, heap.Uint32(p.pos))
	return p.c.throwBuilt(CodeSyntaxError, &b)
}

func (p *jsonParser) at(text string) heap.Value {
	var b heap.StrBuilder
	b.Start(p.c.H, 64)
	b.AddASCII(text)
	p.c.addNumber(&b, heap.Uint32(p.pos))
	return p.c.throwBuilt(CodeSyntaxError, &b)
}
