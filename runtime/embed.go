package runtime

import (
	"strings"

	"firn/heap"
	"firn/ir/compile"
	"firn/parser"
)

// ClearInterrupt forgets an Interrupt that no run has seen.
func (m *Machine) ClearInterrupt() { m.interrupt.Store(false) }

// SourceLine is the text of the source line that frame i of an error's stack
// points into, or "".
func (m *Machine) SourceLine(v heap.Value, i int) string {
	h := m.h
	if !h.IsKind(v, heap.KError) {
		return ""
	}
	rec := h.Internal(v.Ref(), 0)
	if !rec.IsCell() {
		return ""
	}
	end := rec.Ref() + h.Size(rec.Ref())
	for at := rec.Ref() + heap.OffValues; at < end; at += 16 {
		t := h.Val(at)
		if !t.IsCell() {
			continue
		}
		if i > 0 {
			i--
			continue
		}
		script := h.U32(t.Ref() + heap.TmplScript)
		if script == 0 {
			return ""
		}
		src := h.Val(script + heap.OffValues + 8)
		pos, _, _, ok := h.PositionAt(t.Ref(), uint32(h.Val(at+8).Int32()))
		if !ok || !src.IsCell() {
			return ""
		}
		return LineOf(string(h.Bytes(src.Ref()+heap.OffData, h.U32(src.Ref()+heap.OffLength))), int(pos))
	}
	return ""
}

// LineOf is the line of text, without its end, that holds the byte at offset at.
func LineOf(text string, at int) string {
	at = min(max(at, 0), len(text))
	start := strings.LastIndexByte(text[:at], '\n') + 1
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return strings.TrimSuffix(text[start:at+n], "\r")
	}
	return text[start:]
}

// Collect collects garbage between two runs or inside a host call.
func (m *Machine) Collect(full bool) bool { return m.vm.Collect(full) }

// SyntaxError is what the parser and the bytecode compiler say against a source.
type SyntaxError struct {
	Msg          string
	File         string
	Line, Column int // 1-based; columns count UTF-16 units
	Offset       int // in bytes
}

// AsSyntaxError is the error of Evaluate as a SyntaxError, nil for others.
func AsSyntaxError(err error) *SyntaxError {
	switch e := err.(type) {
	case *parser.SyntaxError:
		return &SyntaxError{e.Msg, e.File, e.Line, e.Column, int(e.Start)}
	case *compile.Error:
		return &SyntaxError{e.Msg, e.File, e.Line, e.Column, int(e.Start)}
	}
	return nil
}

// Trim collects garbage and gives memory that is not in use back to the OS, for
// machines that will be idle.
func (m *Machine) Trim() bool { return m.vm.Collect(true) && m.h.Trim() }

// Stopped reports whether a stopped run waits for Continue.
func (m *Machine) Stopped() bool { return m.stopped != nil }
