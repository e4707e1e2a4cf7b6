// Package matcher compiles the programs of regular expressions (package vm of
// runtime/builtin/regexp) to native code, instruction by instruction: every
// instruction has its place in the code, so that native code can begin and leave
// at each, and the interpreting loops of vm go on there.
//
// It imports jit/amd64 for its assembler and vm for the format of programs. Start
// at compile.go; ops.go has the instructions, runs.go those that repeat one
// character, frame.go the way in, out and back. Invariants: the steps taken are
// those of the loops to the unit; positions, the stack pointer and places of
// instructions that come from the cage are checked before they are used, so
// whatever the cage holds, nothing outside the string is read, nothing outside the
// cage is written, and nothing but places of instructions is jumped to; code has no
// constants of more than 16 bits that the pattern chooses, and no tables.
package matcher
