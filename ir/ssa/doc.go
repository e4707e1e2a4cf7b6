// Package ssa is the optimising compiler's graph: typed values in SSA form with
// explicit guards, each with the state of the interpreter that it leaves to.
//
// Start with OPS.md (the operations) and ssa.go (the graph); build*.go makes it
// from bytecode and feedback; every other file is one pass. It may import
// ir/bytecode and heap (for layouts). A finished graph refers to no cell of RAM
// but through pool entries, so passes may run while the machine goes on.
package ssa
