// Package arm64 is the place of lowering to and emission of arm64 instructions.
//
// There is no code in it yet. It may import jit/backend, never runtime and never
// another architecture.
package arm64
