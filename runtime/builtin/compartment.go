//firn:core

package builtin

import "firn/heap"

// A compartment is a KCompartment object: [0] its global object, [1] its
// outermost context, whose variable 0 is the global object. The global object's
// internal slot 0 leads back to it.
const (
	CompGlobal  = 0
	CompContext = 1
)

// Roots of the models that compartments are made from: a global object with all
// shared globals, and the evaluators.
const (
	RootGlobalTemplate   = 46
	RootEvalTemplate     = 48
	RootFunctionTemplate = 49
)

// Own properties of a global object that are not shared, by their slot.
const (
	SlotGlobalThis = iota
	SlotEval
	SlotFunction
)

// What the word of a KEvaluator says (see also runtime/lib/compartment.js).
const (
	EvaluatorEval     = 0 // a compartment's eval
	EvaluatorFunction = 1 // a compartment's Function
	EvaluatorTask     = 2 // %Evaluate%, for the library
)

// NewCompartment makes a compartment: a few copies of models in ROM.
func NewCompartment(h *heap.Heap) uint32 {
	proto := h.Root(RootRealmPrototype)
	if !proto.IsObject() {
		proto = h.Root(heap.RootObjectProto)
	}
	g := h.CloneObject(h.Root(RootGlobalTemplate).Ref())
	c := h.NewKind(heap.KCompartment, proto.Ref())
	h.SetInternal(c, CompGlobal, heap.Object(g))
	h.SetInternal(g, 0, heap.Object(c))
	ctx := h.AllocValues(heap.KContext, heap.OffVars+8, heap.OffVars, heap.Object(g))
	h.SetU64(ctx+heap.OffParent, 1<<32)
	h.SetInternal(c, CompContext, heap.CellRef(ctx))
	h.SetOwnSlot(g, SlotGlobalThis, heap.Object(g))
	if t := h.Root(RootEvalTemplate); t.IsObject() {
		h.SetOwnSlot(g, SlotEval, evaluator(h, t.Ref(), c))
	}
	if t := h.Root(RootFunctionTemplate); t.IsObject() {
		h.SetOwnSlot(g, SlotFunction, evaluator(h, t.Ref(), c))
	}
	return c
}

// evaluator makes a compartment's own eval or Function, frozen as its model is.
func evaluator(h *heap.Heap, model, compartment uint32) heap.Value {
	e := h.CloneObject(model)
	h.SetInternal(e, 0, heap.Object(compartment))
	h.SetFlag(e, h.Flags(model))
	return heap.Object(e)
}

// Do_NewCompartment makes a compartment.
func Do_NewCompartment(c *Call) heap.Value {
	c.H.Charge(100)
	return heap.Object(NewCompartment(c.H))
}
