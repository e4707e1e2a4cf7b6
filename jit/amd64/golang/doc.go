// Package golang is an amd64.Assembler on golang-asm, the assembler of the Go
// toolchain: the reference that firn's own encoder is compared with.
//
// It is a package of its own so that an ordinary program does not link golang-asm,
// whose tables take a third of a millisecond at every start. It may import jit/amd64
// and golang-asm.
package golang
