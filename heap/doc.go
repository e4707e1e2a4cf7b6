// Package heap is a machine's memory: the 4 GiB address cage, values, cell
// layouts, shapes, strings, the collector and images.
//
// It imports only the standard library and x/sys (one file an OS). Start with
// value.go (what a Value is), kind.go (every cell's layout) and layout.go (what
// lies where in the cage). Files that begin with //firn:core are Core Go: they
// compile for bare microcontrollers too.
//
// Invariants: all state of a machine is in its cage; no Go pointer is ever
// stored there; only the accessors of access.go touch it; ROM never changes.
package heap
