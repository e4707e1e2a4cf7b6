//go:build !amd64 || firn_nojit

package jit

import "firn/ir/ssa"

// CompilerOptions say how functions are compiled, where there is a compiler.
type CompilerOptions struct {
	Intrinsics map[uint32]ssa.Intrinsic
}

// NewCompiler gives nil: there is no native code for this CPU.
func NewCompiler(CompilerOptions) Compiler { return nil }
