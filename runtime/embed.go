package runtime

import (
	"firn/ir/compile"
	"firn/parser"
)

// ClearInterrupt forgets an Interrupt that no run has seen.
func (m *Machine) ClearInterrupt() { m.interrupt.Store(false) }

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
