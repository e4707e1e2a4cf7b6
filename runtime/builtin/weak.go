//firn:core

package builtin

import "firn/heap"

// WeakMap and WeakSet (ECMA-262 24.3, 24.4).

// Do_WeakCreate makes an empty WeakMap, or a WeakSet if argument 1 is true.
func Do_WeakCreate(c *Call) heap.Value {
	kind := uint8(heap.KWeakMap)
	if c.Arg(1) == heap.True {
		kind = heap.KWeakSet
	}
	t := c.H.NewWeak()
	o := c.H.NewKind(kind, protoRef(c.Arg(0)))
	c.H.SetInternal(o, 0, heap.CellRef(t))
	return heap.Object(o)
}

// canBeHeldWeakly is ECMA-262 9.13.
func (c *Call) canBeHeldWeakly(v heap.Value) bool {
	return v.IsObject() || v.IsSymbol() && c.H.Flags(v.Ref())&heap.FRegistered == 0
}

// weakGet is the value of argument 0 in the collection this, Empty when there
// is none.
func (c *Call) weakGet() heap.Value {
	if !c.canBeHeldWeakly(c.Arg(0)) {
		return heap.Empty
	}
	return c.H.WeakGet(c.table(c.This()), c.Arg(0))
}

// weakSet adds argument 0 with a value to the collection this.
func (c *Call) weakSet(v heap.Value, message string) heap.Value {
	if !c.canBeHeldWeakly(c.Arg(0)) {
		var b heap.StrBuilder
		b.Start(c.H, 64)
		b.AddASCII(message)
		c.display(&b, c.Arg(0))
		return c.throwBuilt(CodeTypeError, &b)
	}
	old := c.table(c.This())
	t, st := c.H.WeakSet(old, c.Arg(0), v)
	if st != heap.OK {
		return c.status(st)
	}
	if t != old {
		c.H.SetInternal(c.This().Ref(), 0, heap.CellRef(t))
	}
	return c.This()
}

// weakDelete removes argument 0 from the collection this.
func (c *Call) weakDelete() heap.Value {
	if !c.canBeHeldWeakly(c.Arg(0)) {
		return heap.False
	}
	found, st := c.H.WeakDelete(c.table(c.This()), c.Arg(0))
	if st != heap.OK {
		return c.status(st)
	}
	return heap.Bool(found)
}

// WeakMapPrototype_delete is ECMA-262 24.3.3.2.
func WeakMapPrototype_delete(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KWeakMap) {
		return c.throwOn("WeakMap.prototype.delete")
	}
	return c.weakDelete()
}

// WeakMapPrototype_get is ECMA-262 24.3.3.3.
func WeakMapPrototype_get(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KWeakMap) {
		return c.throwOn("WeakMap.prototype.get")
	}
	if v := c.weakGet(); v != heap.Empty {
		return v
	}
	return heap.Undefined
}

// WeakMapPrototype_has is ECMA-262 24.3.3.4.
func WeakMapPrototype_has(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KWeakMap) {
		return c.throwOn("WeakMap.prototype.has")
	}
	return heap.Bool(c.weakGet() != heap.Empty)
}

// WeakMapPrototype_set is ECMA-262 24.3.3.5.
func WeakMapPrototype_set(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KWeakMap) {
		return c.throwOn("WeakMap.prototype.set")
	}
	return c.weakSet(c.Arg(1), "Invalid value used as weak map key: ")
}

// WeakSetPrototype_add is ECMA-262 24.4.3.1.
func WeakSetPrototype_add(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KWeakSet) {
		return c.throwOn("WeakSet.prototype.add")
	}
	return c.weakSet(heap.True, "Invalid value used in weak set: ")
}

// WeakSetPrototype_delete is ECMA-262 24.4.3.3.
func WeakSetPrototype_delete(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KWeakSet) {
		return c.throwOn("WeakSet.prototype.delete")
	}
	return c.weakDelete()
}

// WeakSetPrototype_has is ECMA-262 24.4.3.4.
func WeakSetPrototype_has(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KWeakSet) {
		return c.throwOn("WeakSet.prototype.has")
	}
	return heap.Bool(c.weakGet() != heap.Empty)
}
