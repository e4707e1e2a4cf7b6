// Package matcher compiles the programs of regular expressions (package vm of
// runtime/builtin/regexp) to native code, instruction by instruction. It imports
// jit/amd64 for its assembler and vm for the format. Start at compile.go; ops.go has
// the instructions, runs.go those that repeat one character, frame.go the way in, out
// and back. Invariants: it takes the steps of the loops in vm to the unit and can be
// left at each instruction; what comes from the cage (positions, stack pointers, places)
// is checked before it is used, so that nothing outside the string is read and nothing
// outside the cage written; the pattern chooses no constants of more than 16 bits.
package matcher
