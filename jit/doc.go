// Package jit is the place of native code: tiering, code memory, entry and exit,
// safepoints and deoptimisation.
//
// There is no code in it yet; programs run in the interpreter, which records the
// type feedback that compilation will start from. It may import ir and heap (for
// layouts); runtime reaches it through one small interface.
package jit
