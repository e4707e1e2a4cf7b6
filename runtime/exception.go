package runtime

import (
	"bytes"
	"fmt"
	"math"
	"unicode/utf8"

	"firn/heap"
	"firn/runtime/builtin"
)

var inf = math.Inf(1)

// Frame is one entry of a stack.
type Frame struct {
	Function string // "" for a program or an anonymous function
	File     string
	Line     int // 1-based
	Column   int // 1-based, UTF-16 units
}

func (f Frame) String() string { return fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column) }

// exception makes the Go error of the uncaught exception v, which the host has
// now. Inside a host function its origin stays: the function may return it.
func (m *Machine) exception(v heap.Value) error {
	e := m.caught(v, m.vm.Origin(v))
	if m.depth == 0 {
		m.vm.ForgetOrigin()
	}
	return e
}

// caught describes exception v whose origin is a record, 0 for none.
func (m *Machine) caught(v heap.Value, origin uint32) *Exception {
	e := &Exception{Value: m.h.NewHandle(v), Message: m.Describe(v)}
	e.Stack, e.Source = m.stack(v)
	if e.Stack == nil && origin != 0 {
		e.Stack, e.Source = m.frames(origin, 8)
		e.Thrown = e.Stack != nil
	}
	return e
}

// AsException describes a value that was not thrown, such as an error.
func (m *Machine) AsException(v heap.Value) *Exception { return m.caught(v, 0) }

// Rejection describes the reason of a rejected promise.
func (m *Machine) Rejection(promise heap.Value) *Exception {
	reason, o := builtin.Rejection(m.h, promise.Ref())
	origin := uint32(0)
	if builtin.OriginOf(m.h, o) == reason {
		origin = o.Ref()
	}
	return m.caught(reason, origin)
}

// Describe is a value in one line for people, without running user code:
// "TypeError: message" for errors.
func (m *Machine) Describe(v heap.Value) string {
	h := m.h
	if !v.IsObject() {
		if v.IsString() {
			return h.GoString(v.Ref())
		}
		return h.GoString(m.vm.Call.Display(v))
	}
	var p heap.Prop
	str := func(key string) (string, bool) {
		if h.Lookup(v.Ref(), heap.String(h.InternStr(key)), &p) == heap.LookupData && p.Value.IsString() {
			return h.GoString(p.Value.Ref()), true
		}
		return "", false
	}
	name, ok := str("name")
	msg, has := str("message")
	if !ok && !has {
		return h.GoString(m.vm.Call.Display(v))
	}
	if !ok {
		name = "Error"
	}
	if msg == "" {
		return name
	}
	return name + ": " + msg
}

// Stack is the call stack that an error object remembers, innermost first.
func (m *Machine) Stack(v heap.Value) []Frame {
	frames, _ := m.stack(v)
	return frames
}

// stack is Stack and the text of the source line of the first frame, or "".
func (m *Machine) stack(v heap.Value) (frames []Frame, source string) {
	if !m.h.IsKind(v, heap.KError) {
		return nil, ""
	}
	rec := m.h.Internal(v.Ref(), 0)
	if !rec.IsCell() || m.h.Kind(rec.Ref()) != heap.KRecord {
		return nil, ""
	}
	return m.frames(rec.Ref(), 0)
}

// frames reads the call stack in record rec from byte from of its values on, and
// the source line of the first frame.
func (m *Machine) frames(rec, from uint32) (frames []Frame, source string) {
	h := m.h
	for at, end := rec+heap.OffValues+from, rec+h.Size(rec); at+16 <= end; at += 16 {
		t, pc := h.Val(at), h.Val(at+8)
		if !t.IsCell() || h.Kind(t.Ref()) != heap.KTemplate || !pc.IsInt() {
			continue
		}
		f, line := m.where(t.Ref(), uint32(pc.Int32()))
		if frames == nil {
			source = string(line)
		}
		frames = append(frames, f)
	}
	return frames, source
}

// position is where instruction pc (a word index) of template t is.
func (m *Machine) position(t, pc uint32) Frame {
	f, _ := m.where(t, pc)
	return f
}

// where is position and a view of the source line.
func (m *Machine) where(t, pc uint32) (f Frame, source []byte) {
	h := m.h
	f.File = "?"
	if n := h.U32(t + heap.TmplName); n != 0 {
		f.Function = h.GoString(n)
	}
	script := h.U32(t + heap.TmplScript)
	if script == 0 {
		return f, nil
	}
	if name := h.Val(script + heap.OffValues); name.IsString() {
		f.File = h.GoString(name.Ref())
	}
	at, _, _, _ := h.PositionAt(t, pc)
	if src := h.Val(script + heap.OffValues + 8); src.IsCell() && h.Kind(src.Ref()) == heap.KBytes {
		text := h.Bytes(src.Ref()+heap.OffData, h.U32(src.Ref()+heap.OffLength))
		f.Line, f.Column, source = lineColumn(text, int(at))
	}
	return f, source
}

// lineColumn finds the line and column (1-based, UTF-16 units) of an offset, and
// the line's text without its end.
func lineColumn(text []byte, at int) (line, column int, source []byte) {
	at = min(max(at, 0), len(text))
	before := text[:at]
	line = 1 + bytes.Count(before, []byte{'\n'})
	start := bytes.LastIndexByte(before, '\n') + 1
	column = 1
	for rest := before[start:]; len(rest) > 0; column++ {
		r, n := utf8.DecodeRune(rest)
		if r >= 0x10000 {
			column++
		}
		rest = rest[n:]
	}
	source = text[start:]
	if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
		source = bytes.TrimSuffix(text[start:at+n], []byte{'\r'})
	}
	return line, column, source
}

// LineOf is the line of text, without its end, that holds the byte at offset at.
func LineOf(text string, at int) string {
	_, _, line := lineColumn([]byte(text), at)
	return string(line)
}
