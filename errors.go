package firn

import (
	"errors"
	"fmt"
	"strings"

	"firn/runtime"
)

// Errors about how a machine or value is used.
var (
	// ErrClosed: the machine was closed.
	ErrClosed = errors.New("firn: the machine is closed")
	// ErrConcurrent: another goroutine is using the machine.
	ErrConcurrent = errors.New("firn: the machine is in use by another goroutine")
	// ErrBusy: a run that was stopped by a limit waits for Continue or Abandon.
	ErrBusy = errors.New("firn: a stopped run waits: call Continue or Abandon first")
	// ErrNotStopped: there is no stopped run to continue.
	ErrNotStopped = errors.New("firn: no stopped run to continue")
	// ErrHostCall: this cannot be done while a host function is being called.
	ErrHostCall = errors.New("firn: not possible during the call of a host function")
	// ErrFreed: the value was freed.
	ErrFreed = errors.New("firn: the value was freed")
	// ErrForeign: the value belongs to another machine.
	ErrForeign = errors.New("firn: the value belongs to another machine")
)

// SyntaxError says that a source is not a program of strict-mode ECMAScript, or
// is one that SES forbids.
type SyntaxError struct {
	Message      string
	File         string
	Line, Column int    // 1-based; columns count UTF-16 code units
	Offset       int    // in bytes, from the start of the source
	Source       string // the line of the source
}

// Error is file:line:column: SyntaxError: message.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s:%d:%d: SyntaxError: %s", e.File, e.Line, e.Column, e.Message)
}

// Excerpt is the source line and, under it, a caret at the column; "" when the
// line is not known.
func (e *SyntaxError) Excerpt() string { return excerpt(e.Source, e.Column) }

// Frame is one entry of an exception's stack.
type Frame struct {
	Function     string // "" for a program or an anonymous function
	File         string
	Line, Column int // 1-based; columns count UTF-16 code units
}

// String is function (file:line:column).
func (f Frame) String() string {
	at := fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column)
	if f.Function == "" {
		return at
	}
	return f.Function + " (" + at + ")"
}

// Exception is an uncaught JavaScript exception. Unwrap gives the Go error that
// a host function returned, when that is what was thrown.
type Exception struct {
	// Value is what was thrown.
	Value Value
	// Message is the value in one line, such as "TypeError: x is not a function",
	// 5 or { code: 7 }.
	Message string
	// Stack is where an error object was made, or where any other value was
	// thrown or given to reject: the functions of the programs being called then,
	// innermost first, 32 at most. It is empty when it was the host.
	Stack []Frame
	// Source is the source line of the first frame, if there is one.
	Source string

	thrown bool // Stack is where it was thrown: it is no error
	cause  error
}

// Error is file:line:column: message; before the message of a value that is no
// error it says "uncaught".
func (e *Exception) Error() string {
	message := e.Message
	if e.thrown || len(e.Stack) == 0 {
		message = "uncaught " + message
	}
	if len(e.Stack) == 0 {
		return message
	}
	f := e.Stack[0]
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, message)
}

// Unwrap is the Go error that the exception stands for, or nil.
func (e *Exception) Unwrap() error { return e.cause }

// Excerpt is the source line of the first frame and a caret under the column;
// "" when it is not known.
func (e *Exception) Excerpt() string {
	if len(e.Stack) == 0 {
		return ""
	}
	return excerpt(e.Source, e.Stack[0].Column)
}

// StackString is the message and, one a line, the frames.
func (e *Exception) StackString() string { return stackString(e.Message, e.Stack) }

func stackString(message string, frames []Frame) string {
	var b strings.Builder
	b.WriteString(message)
	for _, f := range frames {
		b.WriteString("\n    at ")
		b.WriteString(f.String())
	}
	return b.String()
}

// RejectionError says that promises were rejected, and that nobody had taken
// care of them when the job queue was empty.
type RejectionError struct {
	Rejections []*Exception // in the order in which they happened
}

func (e *RejectionError) Error() string {
	s := "unhandled rejection: " + e.Rejections[0].Error()
	if n := len(e.Rejections) - 1; n > 0 {
		s += fmt.Sprintf(" (and %d more)", n)
	}
	return s
}

// Unwrap is the rejections.
func (e *RejectionError) Unwrap() []error {
	all := make([]error, len(e.Rejections))
	for i, r := range e.Rejections {
		all[i] = r
	}
	return all
}

// Limit names what a run ran out of.
type Limit string

// The limits.
const (
	LimitFuel      Limit = "fuel"
	LimitMemory    Limit = "memory"
	LimitStack     Limit = "stack"     // arguments from the host do not fit the stack; recursion is a RangeError
	LimitInterrupt Limit = "interrupt" // Machine.Interrupt or a context
)

// LimitError says that a run ended at a limit. JavaScript cannot catch it.
type LimitError struct {
	Limit Limit
	// Resumable: Machine.Continue goes on exactly where the run stopped. Without
	// it the run is gone; the machine can be used again unless it is out of memory
	// for good.
	Resumable bool

	cause error
}

func (e *LimitError) Error() string {
	if e.Limit == LimitInterrupt {
		if e.cause != nil {
			return "firn: interrupted: " + e.cause.Error()
		}
		return "firn: interrupted"
	}
	return "firn: out of " + string(e.Limit)
}

// Unwrap is the context's error for an interruption by a context.
func (e *LimitError) Unwrap() error { return e.cause }

// PanicError says that a host function panicked. The run is over; JavaScript
// could not catch it. The machine can be used again.
type PanicError struct {
	Function string // the host function's name
	Value    any    // what it panicked with
	Stack    string // the goroutine's stack
}

func (e *PanicError) Error() string {
	return fmt.Sprintf("firn: host function %s panicked: %v", e.Function, e.Value)
}

// Unwrap is the panic's value when that is an error.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

// InternalError says that the machine broke one of its own invariants. It cannot
// be used any more; other machines are not affected. It is a bug of Firn.
type InternalError struct {
	Message string
	Stack   string // the goroutine's stack, if there was a panic
}

func (e *InternalError) Error() string { return "firn: internal error: " + e.Message }

// Thrown is an error that a host function returns to throw an error object of
// one of the standard kinds. See TypeErrorf and RangeErrorf.
type Thrown struct {
	Name    string // "TypeError", "RangeError", "SyntaxError", "ReferenceError", "URIError", "EvalError"; else an Error
	Message string
}

func (e *Thrown) Error() string { return e.Name + ": " + e.Message }

// TypeErrorf is an error that is thrown as a TypeError.
func TypeErrorf(format string, args ...any) error {
	return &Thrown{"TypeError", fmt.Sprintf(format, args...)}
}

// RangeErrorf is an error that is thrown as a RangeError.
func RangeErrorf(format string, args ...any) error {
	return &Thrown{"RangeError", fmt.Sprintf(format, args...)}
}

// excerpt shows a column (1-based, UTF-16 units) of a line, cut to what fits a
// terminal.
func excerpt(line string, column int) string {
	if line == "" {
		return ""
	}
	const before, after = 60, 60
	runes := []rune(line)
	at, units := 0, 1
	for at < len(runes) && units < column {
		if units++; runes[at] >= 0x10000 {
			units++
		}
		at++
	}
	from, to := 0, len(runes)
	head, tail := "", ""
	if at-from > before {
		from, head = at-before, "…"
	}
	if to-at > after {
		to, tail = at+after, "…"
	}
	var pad strings.Builder
	pad.WriteString(strings.Repeat(" ", len([]rune(head))))
	for i, r := range runes[from:to] {
		if r < ' ' && r != '\t' || r == 0x7F {
			runes[from+i] = ' ' // control characters do nothing to the reader's terminal
		}
		if from+i < at {
			if r == '\t' {
				pad.WriteByte('\t')
			} else {
				pad.WriteByte(' ')
			}
		}
	}
	return head + string(runes[from:to]) + tail + "\n" + pad.String() + "^"
}

// error turns an error of the engine into one of this package. source is the
// text that was being evaluated, if any.
func (m *Machine) error(err error, source *Source) error {
	switch e := err.(type) {
	case nil:
		return nil
	case *runtime.Exception:
		return m.exception(e)
	case *runtime.LimitError:
		return &LimitError{Limit: Limit(e.Limit), Resumable: e.Resumable}
	case *runtime.InternalError:
		return &InternalError{Message: e.Msg}
	}
	if e := runtime.AsSyntaxError(err); e != nil {
		out := &SyntaxError{Message: e.Msg, File: e.File, Line: e.Line, Column: e.Column, Offset: e.Offset}
		if source != nil {
			out.Source = runtime.LineOf(source.Text, e.Offset)
		}
		return out
	}
	if err == runtime.ErrBusy {
		return ErrBusy
	}
	return err
}

// exception makes the public error of an uncaught exception and takes its
// handle over.
func (m *Machine) exception(e *runtime.Exception) *Exception {
	v := m.h.Handle(e.Value)
	out := &Exception{Value: m.value(v), Message: e.Message, Source: e.Source, thrown: e.Thrown, cause: m.hostErrors.find(m, v)}
	for _, f := range e.Stack {
		out.Stack = append(out.Stack, Frame(f))
	}
	if v.IsObject() && strings.HasPrefix(e.Message, "#<") {
		// An object without a name or message: show what is in it if that is short.
		i := inspector{m: m, h: m.h, left: maxInspected}
		if s := i.text(v, 0); len(s) <= 2*inspectWidth && !strings.Contains(s, "\n") {
			out.Message = s
		}
	}
	m.h.FreeHandle(e.Value)
	return out
}

// describe makes the error that v is, or would be if it were thrown.
func (m *Machine) describe(v rawValue) *Exception {
	return m.exception(m.rt.AsException(v))
}
