package parser

import "strconv"

// Code classifies syntax errors.
type Code uint8

// The codes of SyntaxError.
const (
	// ErrUnexpected: a token that the grammar does not allow there.
	ErrUnexpected Code = iota + 1
	// ErrLexical: a malformed token, escape or literal.
	ErrLexical
	// ErrEncoding: the source is not UTF-8.
	ErrEncoding
	// ErrEarly: an early error of ECMA-262 that has no code of its own.
	ErrEarly
	// ErrDuplicate: a name is declared or exported twice.
	ErrDuplicate
	// ErrUndeclared: a private name, label or exported name that is not declared.
	ErrUndeclared
	// ErrTarget: not a valid assignment or binding target.
	ErrTarget
	// ErrReserved: a reserved word used as a name.
	ErrReserved
	// ErrRegExp: an invalid regular expression.
	ErrRegExp
	// ErrSES: valid ECMAScript that SES forbids (direct eval, HTML-like comments, import() and import.meta outside the profile).
	ErrSES
	// ErrLimit: Options.MaxDepth or Options.MaxSource exceeded.
	ErrLimit
)

// SyntaxError is the only type of error that this package returns.
type SyntaxError struct {
	Code Code
	// Msg says what was expected and what was found, without position.
	Msg string
	// File is Options.FileName.
	File string
	// Line and Column are 1-based; columns count UTF-16 code units.
	Line, Column int
	// Start and End are byte offsets into the source.
	Start, End uint32
}

// Error gives file:line:column: message.
func (e *SyntaxError) Error() string {
	return e.File + ":" + strconv.Itoa(e.Line) + ":" + strconv.Itoa(e.Column) + ": " + e.Msg
}
