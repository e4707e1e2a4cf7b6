//firn:core

package builtin

import "firn/heap"

// Forget drops what the leaves keep in roots for running programs, none of
// which may get into a ROM: the empty job queue, caches of regular expressions.
func Forget(h *heap.Heap) {
	h.SetRoot(RootJobs, heap.Undefined)
	h.SetRoot(rootRegExpCache, heap.Undefined)
	ForgetEpochs(h)
}

// ForgetEpochs drops what holds for an epoch of the heap, whose count begins
// again when an image is restored.
func ForgetEpochs(h *heap.Heap) {
	h.SetRoot(rootRegExpChecked, heap.Undefined)
}
