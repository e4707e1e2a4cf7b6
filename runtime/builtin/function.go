//firn:core

package builtin

import "firn/heap"

// FunctionPrototype_toString is ECMA-262 20.2.3.5.
func FunctionPrototype_toString(c *Call) heap.Value {
	h := c.H
	v := c.This()
	if !h.IsCallable(v) {
		return c.ThrowTypeError("Function.prototype.toString requires that 'this' be a Function")
	}
	f := v.Ref()
	if h.Kind(f) == heap.KFunction {
		t := h.Word(f)
		script := h.U32(t + heap.TmplScript)
		if h.U32(t+heap.TmplFlags)&heap.TLibrary == 0 && script != 0 {
			src := h.Val(script + heap.OffValues + 8)
			from, to := h.U32(t+heap.TmplStart), h.U32(t+heap.TmplEnd)
			if src.IsCell() && from <= to && to <= h.U32(src.Ref()+heap.OffLength) {
				h.Charge(uint64(to-from) >> 3)
				return c.newString(h.NewString(h.Bytes(src.Ref()+heap.OffData+from, to-from)))
			}
		}
	}
	// A NativeFunction; the name of a built-in is a property name or symbol in
	// brackets, perhaps after get or set.
	var b heap.StrBuilder
	b.Start(h, 40)
	b.AddASCII("function ")
	var p heap.Prop
	if k := h.Kind(f); k == heap.KFunction || k == heap.KNative {
		if h.GetOwn(f, h.Root(heap.RootAtomName), &p) && p.Value.IsString() {
			b.AddString(p.Value.Ref())
		}
	}
	b.AddASCII("() { [native code] }")
	return c.stringResult(b.Finish())
}

// Do_BoundFunctionCreate is ECMA-262 10.4.1.3, with the length and the name that
// Function.prototype.bind gives the function.
func Do_BoundFunctionCreate(c *Call) heap.Value {
	h := c.H
	f := h.NewKind(heap.KBound, protoRef(c.Arg(0)))
	h.SetInternal(f, 0, c.Arg(1))
	h.SetInternal(f, 1, c.Arg(2))
	args := c.Arg(3).Ref()
	if n := h.Word(args); n > 0 {
		rec := h.AllocValues(heap.KRecord, heap.OffValues+8*n, heap.OffValues, heap.Undefined)
		h.CopyWords(rec+heap.OffValues, h.U32(args+heap.OffElements)+heap.OffValues, n)
		h.DirtyCell(rec)
		h.SetInternal(f, 2, heap.CellRef(rec))
		h.Charge(uint64(n))
	}
	if !h.AddConfigurable(f, h.Root(heap.RootAtomLength), c.Arg(4)) || !h.AddConfigurable(f, h.Root(heap.RootAtomName), c.Arg(5)) {
		return c.NoMemory()
	}
	return heap.Object(f)
}
