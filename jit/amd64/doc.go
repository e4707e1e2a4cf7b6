// Package amd64 is the place of lowering to and emission of amd64 instructions.
//
// There is no code in it yet. It may import jit/backend, never runtime and never
// another architecture.
package amd64
