//firn:core

package builtin

import "firn/heap"

// Origins of exceptions that are no errors: see runtime/interp/origin.go.

// RootOrigin is the root that holds the origin of the exception on its way, or
// undefined.
const RootOrigin = heap.RootOrigin

// OriginOf is the value that origin o is about, Empty if o is none.
func OriginOf(h *heap.Heap, o heap.Value) heap.Value {
	if o.IsCell() && h.Kind(o.Ref()) == heap.KRecord {
		return h.Val(o.Ref() + heap.OffValues)
	}
	return heap.Empty
}

// Uncaught is the exception that a handler has kept with its origin, which goes
// back to RootOrigin.
func Uncaught(h *heap.Heap, kept heap.Value) heap.Value {
	v := OriginOf(h, kept)
	if v == heap.Empty {
		h.SetRoot(RootOrigin, heap.Undefined)
		return kept
	}
	h.SetRoot(RootOrigin, kept)
	return v
}

// takeOrigin is the origin of v, undefined if there is none. It is nobody else's
// any more.
func takeOrigin(h *heap.Heap, v heap.Value) heap.Value {
	o := h.Root(RootOrigin)
	h.SetRoot(RootOrigin, heap.Undefined)
	if OriginOf(h, o) == v {
		return o
	}
	return heap.Undefined
}

// Do_Caught is what library code that handles a rejection with v can keep for
// $Rethrow: v, with its origin if it is known.
func Do_Caught(c *Call) heap.Value {
	v := c.Arg(0)
	if o := takeOrigin(c.H, v); o != heap.Undefined {
		return o
	}
	return v
}

// Do_Uncaught is the exception that a catch clause of the library has caught.
func Do_Uncaught(c *Call) heap.Value { return Uncaught(c.H, c.Arg(0)) }
