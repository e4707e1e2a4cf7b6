// Package bytecode is the instruction set: the table of instructions and what
// derives from it (encoder, decoder, verifier, disassembler, reference page),
// and compiled functions on their way into a heap.
//
// It imports heap (layouts). Start with _gen/instructions.txt, then op.go.
// Invariant: an instruction is described in one row of the table only.
package bytecode

//go:generate go run _gen/main.go
