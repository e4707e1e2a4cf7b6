// Package stress runs the bench programs, small, with a collection at every
// safepoint, the heap verified before and after each, and freed space poisoned:
// a missing root or write barrier shows at once. Tests only.
package stress
