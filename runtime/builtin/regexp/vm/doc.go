// Package vm runs the programs that package regexp compiles: a backtracking
// matcher over strings in the cage (ECMA-262 22.2.2). Core Go; it may import
// heap. Start with prog.go (the program format), then matcher.go; latin1.go is
// the loop for one-byte strings, zz_wide.go the same for two-byte ones, made of
// it by gen.go. Invariants: a program is position-independent; all memory is a
// cell of the cage that grows, so no pattern overflows a stack; every loop is
// counted in steps, and a match that uses up its steps can be continued.
//
//go:generate go run gen.go
package vm
