//firn:core

package builtin

import "firn/heap"

// Object (ECMA-262 20.1): fast paths and what the library's half uses.

// asks reports whether an object answers for its own properties itself: a
// proxy, or a module namespace.
func (c *Call) asks(obj uint32) bool {
	k := c.H.Kind(obj)
	return k == heap.KProxy || k == heap.KNamespace
}

// keyArg is argument i as a property key when that runs no user code.
func (c *Call) keyArg(i uint32) (key heap.Value, ok bool) {
	v := c.Arg(i)
	if v.IsString() || v.IsSymbol() || v.IsNumber() {
		return c.propertyKey(v), true
	}
	return v, false
}

// Do_HasOwn is ECMA-262 7.3.13.
func Do_HasOwn(c *Call) heap.Value {
	var p heap.Prop
	o := c.Arg(0).Ref()
	if c.asks(o) {
		return heap.Undefined
	}
	return heap.Bool(c.H.GetOwn(o, c.propertyKey(c.Arg(1)), &p))
}

func Do_HasOwnEnumerable(c *Call) heap.Value {
	var p heap.Prop
	o := c.Arg(0).Ref()
	if c.asks(o) {
		return heap.Undefined
	}
	return heap.Bool(c.H.GetOwn(o, c.propertyKey(c.Arg(1)), &p) && p.Attrs&heap.Enumerable != 0)
}

// hasOwn answers hasOwn and hasOwnProperty of an object.
func (c *Call) hasOwn(obj heap.Value, arg uint32) heap.Value {
	key, ok := c.keyArg(arg)
	if !ok || !obj.IsObject() || c.asks(obj.Ref()) {
		return c.Decline()
	}
	var p heap.Prop
	return heap.Bool(c.H.GetOwn(obj.Ref(), key, &p))
}

// Object_hasOwn is the fast path of ECMA-262 20.1.2.14.
func Object_hasOwn(c *Call) heap.Value { return c.hasOwn(c.Arg(0), 1) }

// ObjectPrototype_hasOwnProperty is the fast path of ECMA-262 20.1.3.2.
func ObjectPrototype_hasOwnProperty(c *Call) heap.Value { return c.hasOwn(c.This(), 0) }

// Object_is is ECMA-262 20.1.2.15.
func Object_is(c *Call) heap.Value { return heap.Bool(c.H.SameValue(c.Arg(0), c.Arg(1))) }

// Object_getPrototypeOf is the fast path of ECMA-262 20.1.2.12.
func Object_getPrototypeOf(c *Call) heap.Value {
	v := c.Arg(0)
	if !v.IsObject() || c.H.Kind(v.Ref()) == heap.KProxy {
		return c.Decline()
	}
	if p := c.H.Proto(v.Ref()); p != 0 {
		return heap.Object(p)
	}
	return heap.Null
}

// Object_keys is the fast path of ECMA-262 20.1.2.19.
func Object_keys(c *Call) heap.Value {
	v := c.Arg(0)
	if !v.IsObject() || c.asks(v.Ref()) {
		return c.Decline()
	}
	rec, n := c.H.OwnKeys(v.Ref(), heap.KeyStrings|heap.KeyEnumerable)
	if rec == 0 {
		return c.NoMemory()
	}
	return c.list(rec, n)
}

// Object_freeze is the fast path of ECMA-262 20.1.2.6.
func Object_freeze(c *Call) heap.Value {
	v := c.Arg(0)
	if !v.IsObject() {
		return v
	}
	if c.asks(v.Ref()) || c.H.Kind(v.Ref()) == heap.KTypedArray {
		return c.Decline()
	}
	switch code := c.H.SetIntegrity(v.Ref(), heap.Frozen); code {
	case heap.OpDone:
		return v
	case heap.OpMemory:
		return c.NoMemory()
	}
	return c.ThrowTypeError("Cannot freeze")
}

// Do_OwnData is the value of an own enumerable data property.
func Do_OwnData(c *Call) heap.Value {
	var p heap.Prop
	o := c.Arg(0).Ref()
	if c.asks(o) || !c.H.GetOwn(o, c.propertyKey(c.Arg(1)), &p) || p.Attrs&(heap.Enumerable|heap.Accessor) != heap.Enumerable {
		return heap.Empty
	}
	return p.Value
}

// Do_AssignData is the part of ECMA-262 20.1.2.1 step 3.a.iii that runs no user
// code and does not fail.
func Do_AssignData(c *Call) heap.Value {
	var p, q heap.Prop
	h := c.H
	to, from, keys := c.Arg(0), c.Arg(1).Ref(), c.Arg(2).Ref()
	n, i := h.Word(keys), c.Arg(3).Index()
	for ; i < n && !c.asks(from); i++ {
		key := c.propertyKey(h.Val(h.U32(keys+heap.OffElements) + heap.OffValues + 8*i))
		if !h.GetOwn(from, key, &p) || p.Attrs&heap.Enumerable == 0 {
			continue
		}
		q.Dynamic = true
		if p.Attrs&heap.Accessor != 0 || h.Set(to.Ref(), key, p.Value, to, &q) != heap.OpDone {
			break
		}
		h.Charge(1)
	}
	return heap.Uint32(i)
}

// Do_BuiltinTag is ECMA-262 20.1.3.6 steps 5 to 14.
func Do_BuiltinTag(c *Call) heap.Value {
	tag := "Object"
	switch c.H.Kind(c.Arg(0).Ref()) {
	case heap.KArguments:
		tag = "Arguments"
	case heap.KError:
		tag = "Error"
	case heap.KBooleanObj:
		tag = "Boolean"
	case heap.KNumberObj:
		tag = "Number"
	case heap.KStringObj:
		tag = "String"
	case heap.KDate:
		tag = "Date"
	case heap.KRegExp:
		tag = "RegExp"
	default:
		if c.H.IsCallable(c.Arg(0)) {
			tag = "Function"
		}
	}
	return c.atom(tag)
}
