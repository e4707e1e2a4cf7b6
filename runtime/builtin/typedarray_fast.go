//firn:core

package builtin

import "firn/heap"

// Fast paths of %TypedArray%.prototype (ECMA-262 23.2.3): typed arrays within the
// bounds of their buffers, arguments that need no coercion that runs user code, and
// for methods that make one the intrinsic constructor. The library does the rest.

// typedThis is the typed array this, and its length.
func (c *Call) typedThis() (a, n uint32, ok bool) {
	h := c.H
	if !h.IsKind(c.This(), heap.KTypedArray) || h.TypedOutOfBounds(c.This().Ref()) {
		return 0, 0, false
	}
	a = c.This().Ref()
	return a, h.TypedLength(a), true
}

// plainTypedSpecies reports whether TypedArraySpeciesCreate of typed array a calls
// the intrinsic constructor of its type, and cannot be observed.
func (c *Call) plainTypedSpecies(a uint32) bool {
	h := c.H
	t := h.Word(a)
	proto, ctor := c.rootObj(typedProto(t)), h.Root(typedRoot(t))
	if h.ShapeSize(h.Shape(a)) == 0 && h.Proto(a) == proto && h.IsROM(proto) && h.IsROM(ctor.Ref()) {
		// What cannot change is looked up once.
		if c.typed&(1<<t) == 0 && c.typedSpeciesOf(a, ctor) {
			c.typed |= 1 << t
		}
		return c.typed&(1<<t) != 0
	}
	return c.typedSpeciesOf(a, ctor)
}

// typedSpeciesOf is plainTypedSpecies, given the intrinsic constructor.
func (c *Call) typedSpeciesOf(a uint32, ctor heap.Value) bool {
	h := c.H
	var p heap.Prop
	return h.Lookup(a, h.Root(heap.RootAtomConstructor), &p) == heap.LookupData && p.Value == ctor &&
		h.Lookup(ctor.Ref(), h.Root(RootSymSpecies), &p) == heap.LookupAccessor && p.Getter == h.Root(Rootget_TypedArray_sym_species)
}

// relativeRange are arguments first and first+1, the start and the end of a range of n
// elements.
func (c *Call) relativeRange(first, n uint32) (from, to uint32, ok bool) {
	from, ok = c.relativeArg(first, n, 0)
	to, fine := c.relativeArg(first+1, n, n)
	if to < from {
		to = from
	}
	return from, to, ok && fine
}

// TypedArrayPrototype_subarray is ECMA-262 23.2.3.30.
func TypedArrayPrototype_subarray(c *Call) heap.Value {
	h := c.H
	a, n, ok := c.typedThis()
	from, to, fine := c.relativeRange(0, n)
	if !ok || !fine || h.Internal(a, heap.ViewLength) == heap.Undefined || !c.plainTypedSpecies(a) {
		return c.Decline()
	}
	h.Charge(10)
	t := h.Word(a)
	at := h.Internal(a, heap.ViewOffset).Num() + float64(uint64(from)<<heap.ElemShift(t))
	return c.newTyped(c.rootObj(typedProto(t)), t, h.Internal(a, heap.ViewBuffer), heap.Number(at), heap.Uint32(to-from))
}

// TypedArrayPrototype_slice is ECMA-262 23.2.3.27.
func TypedArrayPrototype_slice(c *Call) heap.Value {
	h := c.H
	a, n, ok := c.typedThis()
	from, to, fine := c.relativeRange(0, n)
	if !ok || !fine || !c.plainTypedSpecies(a) {
		return c.Decline()
	}
	h.Charge(10)
	v := c.typedSame(h.Word(a), heap.Uint32(to-from))
	if v == heap.Empty || from == to {
		return v
	}
	source, count := c.typedRange(a, float64(from), to-from)
	target, _ := c.typedRange(v.Ref(), 0, count)
	size := count << heap.ElemShift(h.Word(a))
	h.Charge(uint64(size >> 4))
	copy(h.Bytes(target, size), h.Bytes(source, size))
	return v
}

// TypedArrayPrototype_fill is ECMA-262 23.2.3.9 with a number.
func TypedArrayPrototype_fill(c *Call) heap.Value {
	h := c.H
	a, n, ok := c.typedThis()
	from, to, fine := c.relativeRange(1, n)
	if !ok || !fine || !c.Arg(0).IsNumber() || heap.ElemIsBigInt(h.Word(a)) {
		return c.Decline()
	}
	if v := c.typedFill(a, float64(from), to-from, c.Arg(0)); v == heap.Empty {
		return v
	}
	return c.This()
}

// TypedArrayPrototype_set is ECMA-262 23.2.3.26 with a typed array or an array of
// numbers.
func TypedArrayPrototype_set(c *Call) heap.Value {
	h := c.H
	a, n, ok := c.typedThis()
	at, fine := c.integerArg(1)
	source := c.Arg(0)
	if !ok || !fine || !(at >= 0 && at <= float64(n)) || !source.IsObject() {
		return c.Decline()
	}
	src, big := source.Ref(), heap.ElemIsBigInt(h.Word(a))
	if h.Kind(src) == heap.KTypedArray {
		if h.TypedOutOfBounds(src) || heap.ElemIsBigInt(h.Word(src)) != big || at+float64(h.TypedLength(src)) > float64(n) {
			return c.Decline()
		}
		return c.typedCopy(a, at, src, 0, h.TypedLength(src))
	}
	e, dense := c.dense(source)
	if !dense || big || !c.filled(e, 0, h.Word(e)) || at+float64(h.Word(e)) > float64(n) {
		return c.Decline()
	}
	count := h.Word(e)
	h.Charge(uint64(count >> 1))
	for i := uint32(0); i < count; i++ {
		if !h.Val(c.elementAt(e, i)).IsNumber() {
			return c.Decline()
		}
	}
	off, count := c.typedRange(a, at, count)
	if count == 0 {
		return heap.Undefined
	}
	if h.IsROM(off) {
		return c.status(heap.ReadOnly)
	}
	t := h.Word(a)
	for i := uint32(0); i < count; i++ {
		h.StoreElement(off+i<<heap.ElemShift(t), t, h.Val(c.elementAt(e, i)))
	}
	return heap.Undefined
}
