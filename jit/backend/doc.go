// Package backend is what the CPU architectures share: the form of machine
// instructions (lir.go), block order (order.go), register allocation
// (regalloc.go and the files named alloc_*.go) with a checker that proves each
// result (check.go), and the contracts between native code and the rest: the
// machine context (context.go), exits and finished code (exit.go).
//
// It imports nothing of Firn but ir/tables. Start reading at lir.go. After Allocate every
// operand has a Loc, and the only instructions added are OpMove and
// OpLoadConst, which must not change the CPU's flags.
package backend
