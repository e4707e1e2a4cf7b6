//firn:core

package builtin

import "firn/heap"

// Reflect (ECMA-262 28.1): fast paths for objects that do not answer
// themselves, where no user code runs.

// plainArg is argument 0 and, as a property key, argument 1.
func (c *Call) plainArg() (obj uint32, key heap.Value, ok bool) {
	v := c.Arg(0)
	if !v.IsObject() || c.asks(v.Ref()) {
		return 0, 0, false
	}
	key, ok = c.keyArg(1)
	return v.Ref(), key, ok
}

// Reflect_get is the fast path of ECMA-262 28.1.5: data properties.
func Reflect_get(c *Call) heap.Value {
	o, key, ok := c.plainArg()
	if !ok {
		return c.Decline()
	}
	var p heap.Prop
	switch c.H.Lookup(o, key, &p) {
	case heap.LookupData:
		return p.Value
	case heap.LookupAbsent:
		return heap.Undefined
	}
	return c.Decline()
}

// Reflect_set is the fast path of ECMA-262 28.1.12: no setter, and a receiver
// that is an ordinary object.
func Reflect_set(c *Call) heap.Value {
	o, key, ok := c.plainArg()
	if !ok {
		return c.Decline()
	}
	receiver := heap.Object(o)
	if c.N > 3 {
		receiver = c.written(c.Arg(3))
	}
	var p heap.Prop
	p.Dynamic = true
	switch code := c.H.Set(o, key, c.Arg(2), receiver, &p); {
	case code == heap.OpDone:
		return heap.True
	case code == heap.OpMemory:
		return c.NoMemory()
	case heap.Rejected(code):
		return heap.False
	}
	return c.Decline()
}

// written is the object on which an assignment to receiver ends: receiver, or the
// target of a proxy whose handler leaves [[GetOwnProperty]] and
// [[DefineOwnProperty]] (ECMA-262 10.5.5, 10.5.6) to it, when nobody can see that
// it is asked.
func (c *Call) written(receiver heap.Value) heap.Value {
	h := c.H
	if !h.IsKind(receiver, heap.KProxy) {
		return receiver
	}
	p := receiver.Ref()
	target, handler := h.Internal(p, 0), h.Internal(p, 1)
	if !target.IsObject() || h.Flags(target.Ref())&heap.FExotic != 0 ||
		!c.without(handler.Ref(), NameGetOwnPropertyDescriptor) || !c.without(handler.Ref(), NameDefineProperty) {
		return receiver
	}
	return target
}

// without reports whether a handler has no such trap, and is not asked for it.
func (c *Call) without(handler, name uint32) bool {
	var p heap.Prop
	switch c.H.Lookup(handler, c.Name(name), &p) {
	case heap.LookupAbsent:
		return true
	case heap.LookupData:
		return p.Value.IsNullish()
	}
	return false
}

// Reflect_has is the fast path of ECMA-262 28.1.8.
func Reflect_has(c *Call) heap.Value {
	o, key, ok := c.plainArg()
	if !ok {
		return c.Decline()
	}
	var p heap.Prop
	switch c.H.HasProperty(o, key, &p) {
	case heap.LookupData:
		return heap.True
	case heap.LookupAbsent:
		return heap.False
	}
	return c.Decline()
}

// Reflect_deleteProperty is the fast path of ECMA-262 28.1.4.
func Reflect_deleteProperty(c *Call) heap.Value {
	o, key, ok := c.plainArg()
	if !ok {
		return c.Decline()
	}
	return c.done(c.H.Delete(o, key))
}

// Reflect_getPrototypeOf is the fast path of ECMA-262 28.1.7.
func Reflect_getPrototypeOf(c *Call) heap.Value {
	if !c.Arg(0).IsObject() {
		return c.Decline()
	}
	return Object_getPrototypeOf(c)
}

// Reflect_ownKeys is the fast path of ECMA-262 28.1.10.
func Reflect_ownKeys(c *Call) heap.Value {
	v := c.Arg(0)
	if !v.IsObject() || c.asks(v.Ref()) {
		return c.Decline()
	}
	rec, n := c.H.OwnKeys(v.Ref(), heap.KeyStrings|heap.KeySymbols)
	if rec == 0 {
		return c.NoMemory()
	}
	return c.list(rec, n)
}

// Object_getOwnPropertyDescriptor is the fast path of ECMA-262 20.1.2.8.
func Object_getOwnPropertyDescriptor(c *Call) heap.Value {
	o, key, ok := c.plainArg()
	if !ok {
		return c.Decline()
	}
	var p heap.Prop
	if !c.H.GetOwn(o, key, &p) {
		return heap.Undefined
	}
	return c.describeFor(&p, c.rootObj(RootObjectPrototype))
}

// Reflect_getOwnPropertyDescriptor is the fast path of ECMA-262 28.1.6.
func Reflect_getOwnPropertyDescriptor(c *Call) heap.Value {
	return Object_getOwnPropertyDescriptor(c)
}
