// Package interp is the bytecode interpreter and its driver: the stackless loop
// (zz_loop.go, from _gen/loop.tmpl), the slow path of every instruction, calls,
// exceptions, generators and the meter.
//
// It imports heap, the instruction numbers and the leaves, and is Core Go.
// Start with machine.go (state, frames), then drive.go.
// Invariants: the loop calls nothing; user code runs only as frames in the cage;
// between two instructions the whole state is in the cage and a few registers.
package interp

//go:generate go run _gen/main.go
