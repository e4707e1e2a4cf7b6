// Package parser turns strict-mode ECMAScript source text into the syntax tree of package ast, with all early errors and scopes.
//
// It imports tdewolff/parse's js.Lexer (in scanner.go only) and parser/ast. Start reading at parser.go, then scanner.go and scope.go.
// Invariants: no input panics, overflows the Go stack or takes more than linear time; every error is a *SyntaxError
// with an exact position; the accepted language is exactly that of strict code, minus what SES forbids (direct eval, import in scripts).
package parser
