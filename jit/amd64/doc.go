// Package amd64 lowers SSA to amd64 instructions and turns those into bytes.
//
// It may import jit/backend, ir/ssa, heap (for layouts) and x/arch, never runtime and
// never another architecture. Lowering starts at lower.go; nothing in it depends on the host. For emission start at asm.go (the
// Assembler, instructions and operands); _gen/encodings.txt is the one table of
// instructions, encode.go the encoder, disasm.go the listing and the scan of finished
// code. The package golang below it is the reference the encoder is compared with.
package amd64

//go:generate go run _gen/main.go
