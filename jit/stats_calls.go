package jit

import (
	"firn/heap"
)

// Why the driver has executed a call that native code has come to.
const (
	callNoCode   = iota // a compiled function without native code
	callNeedArgs        // … that wants its actual arguments
	callClass           // a class
	callLeaf            // a built-in function in Go
	callBound
	callProxy
	callHost
	callOther // nothing that can be called, or a function of the realm
	numCallReasons
)

var callReasons = [numCallReasons]string{"no native code", "rest or arguments", "class", "leaf", "bound", "proxy", "host", "other"}

// whyCall finds out why, of the function at register base-1 of the frame at fp.
func whyCall(h *heap.Heap, f heap.Value) int {
	if !f.IsObject() {
		return callOther
	}
	switch h.Kind(f.Ref()) {
	case heap.KFunction:
		t := h.Word(f.Ref())
		switch flags := h.U32(t + heap.TmplFlags); {
		case flags&heap.TFast != 0:
			return callLeaf
		case flags&heap.TClass != 0:
			return callClass
		case flags&heap.TNeedsArgs != 0:
			return callNeedArgs
		}
		return callNoCode
	case heap.KNative:
		return callLeaf
	case heap.KBound:
		return callBound
	case heap.KProxy:
		return callProxy
	case heap.KHost, heap.KEvaluator:
		return callHost
	}
	return callOther
}
