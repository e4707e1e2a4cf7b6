// Package compile turns syntax trees into bytecode functions: all of strict-mode
// ECMAScript, and the intrinsics of library code.
//
// It imports parser/ast and ir/bytecode. Start with compile.go and func.go, then
// env.go (where variables live), expr.go, stmt.go and exit.go (leaving scopes).
// Invariants: code for an expression writes its target register last when that
// is a variable; left spines are walked with loops; time is linear in the tree.
package compile
