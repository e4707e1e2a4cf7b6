package runtime

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"firn/heap"
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

// exception makes the Go error of an uncaught exception.
func (m *Machine) exception(v heap.Value) error {
	e := &Exception{Value: m.h.NewHandle(v), Message: m.Describe(v)}
	e.Stack = m.Stack(v)
	return e
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
	h := m.h
	if !h.IsKind(v, heap.KError) {
		return nil
	}
	rec := h.Internal(v.Ref(), 0)
	if !rec.IsCell() {
		return nil
	}
	var frames []Frame
	for at := rec.Ref() + heap.OffValues; at < rec.Ref()+h.Size(rec.Ref()); at += 16 {
		if t := h.Val(at); t.IsCell() {
			frames = append(frames, m.position(t.Ref(), uint32(h.Val(at+8).Int32())))
		}
	}
	return frames
}

// position is where instruction pc (a word index) of template t is.
func (m *Machine) position(t, pc uint32) Frame {
	h := m.h
	f := Frame{File: "?"}
	if n := h.U32(t + heap.TmplName); n != 0 {
		f.Function = h.GoString(n)
	}
	script := h.U32(t + heap.TmplScript)
	if script == 0 {
		return f
	}
	if name := h.Val(script + heap.OffValues); name.IsString() {
		f.File = h.GoString(name.Ref())
	}
	at, _, _, _ := h.PositionAt(t, pc)
	if src := h.Val(script + heap.OffValues + 8); src.IsCell() {
		text := string(h.Bytes(src.Ref()+heap.OffData, h.U32(src.Ref()+heap.OffLength)))
		f.Line, f.Column = lineColumn(text, int(at))
	}
	return f
}

// lineColumn finds the line and column (1-based, UTF-16 units) of an offset.
func lineColumn(text string, at int) (line, column int) {
	if at > len(text) {
		at = len(text)
	}
	before := text[:at]
	line = 1 + strings.Count(before, "\n")
	start := strings.LastIndexByte(before, '\n') + 1
	column = 1
	for _, r := range before[start:] {
		column++
		if r >= 0x10000 && r != utf8.RuneError {
			column++
		}
	}
	return line, column
}
