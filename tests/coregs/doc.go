// Package coregs checks Core Go: the subset of Go in which the heap, the
// interpreter and the leaf built-ins are written, so that they compile for bare
// microcontrollers without the Go runtime. Tests only.
//
// Start with subset_test.go (the rules) and gccgo_test.go (the proof).
package coregs
