// Package backend is the place of what the CPU architectures share: the form of
// machine instructions, register allocation and the Assembler interface.
//
// There is no code in it yet. It may import ir and heap (for layouts).
package backend
