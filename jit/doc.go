// Package jit executes native code for a machine: the engine with its tiering
// (engine*.go, tier*.go), exits and deoptimisation (exit.go), code memory, native
// stacks and trampolines, and the compiler that ties ir/ssa to a CPU.
//
// It imports ir, jit/backend, the CPUs' packages and heap, never runtime, which
// it sees as a Driver (driver.go). Start reading at engine_run.go. Invariant: at
// every exit and call the JS frames are complete, so native frames can be dropped
// at any time.
package jit
