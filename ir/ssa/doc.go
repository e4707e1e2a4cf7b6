// Package ssa is the place of the SSA form: graph, builder from bytecode and
// feedback, passes, text form and checker.
//
// There is no code in it yet; programs run in the interpreter. It may import
// ir/bytecode and heap (for layouts).
package ssa
