// Package runtime is the machine around the interpreter: realms and their
// construction (stage 1), compartments, programs, the host's view of values,
// saving and restoring.
//
// It imports heap, ir and parser, and its own builtin and interp. Start with
// machine.go, then realm.go (how a world is made) and compartment.go.
// Invariants: intrinsics are described in _gen/intrinsics only; user code runs
// only inside interp; Go values never hold cage offsets across a safepoint but
// through handles.
package runtime

//go:generate go run _gen/main.go
