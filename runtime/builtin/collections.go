//firn:core

package builtin

import "firn/heap"

// Map and Set (ECMA-262 24.1, 24.2): methods that run no user code, and what
// the library's half of them uses.

// table is the table of a Map or Set.
func (c *Call) table(obj heap.Value) uint32 { return c.H.Internal(obj.Ref(), 0).Ref() }

// newCollection makes an empty Map or Set.
func (c *Call) newCollection(kind uint8, proto uint32) uint32 {
	t := c.H.NewTable(kind == heap.KSet)
	o := c.H.NewKind(kind, proto)
	c.H.SetInternal(o, 0, heap.CellRef(t))
	return o
}

func Do_MapCreate(c *Call) heap.Value {
	return heap.Object(c.newCollection(heap.KMap, protoRef(c.Arg(0))))
}

func Do_SetCreate(c *Call) heap.Value {
	return heap.Object(c.newCollection(heap.KSet, protoRef(c.Arg(0))))
}

// Map is the fast path of ECMA-262 24.1.1.1: new Map() and new Map(iterable).
func Map(c *Call) heap.Value {
	if c.NewTarget != c.H.Root(RootMap) {
		return c.Decline()
	}
	return c.newTable(c.newCollection(heap.KMap, c.rootObj(RootMapPrototype)), RootMapPrototype, NameSet, RootMapPrototype_set)
}

// Set is the fast path of ECMA-262 24.2.2.1: new Set() and new Set(iterable).
func Set(c *Call) heap.Value {
	if c.NewTarget != c.H.Root(RootSet) {
		return c.Decline()
	}
	return c.newTable(c.newCollection(heap.KSet, c.rootObj(RootSetPrototype)), RootSetPrototype, NameAdd, RootSetPrototype_add)
}

// Do_SetCopy makes an intrinsic Set with the values of a Set.
func Do_SetCopy(c *Call) heap.Value {
	h := c.H
	o := c.newCollection(heap.KSet, c.rootObj(RootSetPrototype))
	t, pos := c.table(c.Arg(0)), uint32(0)
	for {
		var e uint32
		if e, t, pos = h.TableNext(t, pos); e == 0 {
			return heap.Object(o)
		}
		if st := h.MapSet(o, h.Val(e), heap.Undefined); st != heap.OK {
			return c.status(st)
		}
	}
}

func Do_MapGet(c *Call) heap.Value {
	if v := c.H.TableGet(c.table(c.Arg(0)), c.Arg(1)); v != heap.Empty {
		return v
	}
	return heap.Undefined
}

func Do_MapSet(c *Call) heap.Value {
	if st := c.H.MapSet(c.Arg(0).Ref(), c.Arg(1), c.Arg(2)); st != heap.OK {
		return c.status(st)
	}
	return heap.Undefined
}

func Do_SetAdd(c *Call) heap.Value {
	if st := c.H.MapSet(c.Arg(0).Ref(), c.Arg(1), heap.Undefined); st != heap.OK {
		return c.status(st)
	}
	return heap.Undefined
}

func Do_SetHas(c *Call) heap.Value {
	return heap.Bool(c.H.TableHas(c.table(c.Arg(0)), c.Arg(1)))
}

func Do_SetDelete(c *Call) heap.Value { return c.remove(c.Arg(0), c.Arg(1)) }

// remove deletes a key from a Map or Set.
func (c *Call) remove(obj, key heap.Value) heap.Value {
	found, st := c.H.MapDelete(obj.Ref(), key)
	if st != heap.OK {
		return c.status(st)
	}
	return heap.Bool(found)
}

func Do_TableSize(c *Call) heap.Value {
	return heap.Uint32(c.H.TableSize(c.table(c.Arg(0))))
}

// Do_TableCursor makes a cursor before the first entry of a Map or Set. It is
// never seen by user code.
func Do_TableCursor(c *Call) heap.Value {
	return c.newIterator(RootIteratorPrototype, IterCursor, c.H.Internal(c.Arg(0).Ref(), 0), heap.Int(0), heap.Undefined)
}

// step moves an iterator with a table in slot 0 and a position in slot 1 on. It
// returns the entry, 0 at the end.
func (c *Call) step(it uint32) uint32 {
	h := c.H
	e, t, pos := h.TableNext(h.Internal(it, 0).Ref(), h.Internal(it, 1).Index())
	h.SetInternal(it, 0, heap.CellRef(t))
	h.SetInternal(it, 1, heap.Uint32(pos))
	return e
}

func Do_TableNext(c *Call) heap.Value {
	h := c.H
	it := c.Arg(0).Ref()
	e := c.step(it)
	if e == 0 {
		return heap.False
	}
	h.SetInternal(it, 2, h.Val(e))
	h.SetInternal(it, 3, h.Val(e+h.U32(h.Internal(it, 0).Ref()+heap.TableStride)-8)) // of a Set, the key again
	return heap.True
}

// MapPrototype_get is ECMA-262 24.1.3.6.
func MapPrototype_get(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KMap) {
		return c.throwOn("Map.prototype.get")
	}
	if v := c.H.TableGet(c.table(c.This()), c.Arg(0)); v != heap.Empty {
		return v
	}
	return heap.Undefined
}

// MapPrototype_has is ECMA-262 24.1.3.7.
func MapPrototype_has(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KMap) {
		return c.throwOn("Map.prototype.has")
	}
	return heap.Bool(c.H.TableHas(c.table(c.This()), c.Arg(0)))
}

// MapPrototype_set is ECMA-262 24.1.3.9.
func MapPrototype_set(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KMap) {
		return c.throwOn("Map.prototype.set")
	}
	if st := c.H.MapSet(c.This().Ref(), c.Arg(0), c.Arg(1)); st != heap.OK {
		return c.status(st)
	}
	return c.This()
}

// MapPrototype_delete is ECMA-262 24.1.3.3.
func MapPrototype_delete(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KMap) {
		return c.throwOn("Map.prototype.delete")
	}
	return c.remove(c.This(), c.Arg(0))
}

// MapPrototype_clear is ECMA-262 24.1.3.1.
func MapPrototype_clear(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KMap) {
		return c.throwOn("Map.prototype.clear")
	}
	if st := c.H.MapClear(c.This().Ref()); st != heap.OK {
		return c.status(st)
	}
	return heap.Undefined
}

// get_MapPrototype_size is ECMA-262 24.1.3.10.
func get_MapPrototype_size(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KMap) {
		return c.throwOn("get Map.prototype.size")
	}
	return heap.Uint32(c.H.TableSize(c.table(c.This())))
}

// mapIterator is ECMA-262 24.1.5.1 CreateMapIterator.
func (c *Call) mapIterator(kind int32, method string) heap.Value {
	if !c.H.IsKind(c.This(), heap.KMap) {
		return c.throwOn(method)
	}
	return c.newIterator(RootMapIteratorPrototype, IterMap, c.H.Internal(c.This().Ref(), 0), heap.Int(0), heap.Int(kind))
}

// MapPrototype_entries is ECMA-262 24.1.3.4.
func MapPrototype_entries(c *Call) heap.Value {
	return c.mapIterator(IterEntries, "Map.prototype.entries")
}

// MapPrototype_keys is ECMA-262 24.1.3.8.
func MapPrototype_keys(c *Call) heap.Value { return c.mapIterator(IterKeys, "Map.prototype.keys") }

// MapPrototype_values is ECMA-262 24.1.3.11.
func MapPrototype_values(c *Call) heap.Value {
	return c.mapIterator(IterValues, "Map.prototype.values")
}

// MapIteratorPrototype_next is ECMA-262 24.1.5.2.1.
func MapIteratorPrototype_next(c *Call) heap.Value {
	if !c.isIterator(c.This(), IterMap) {
		return c.throwOn("Map Iterator.prototype.next")
	}
	return c.tableIteratorNext()
}

// SetIteratorPrototype_next is ECMA-262 24.2.6.2.1.
func SetIteratorPrototype_next(c *Call) heap.Value {
	if !c.isIterator(c.This(), IterSet) {
		return c.throwOn("Set Iterator.prototype.next")
	}
	return c.tableIteratorNext()
}

func (c *Call) tableIteratorNext() heap.Value {
	if c.H.IsROM(c.This().Ref()) {
		return c.status(heap.ReadOnly)
	}
	v := c.TableIteratorStep(c.This().Ref())
	if v == heap.Empty {
		return c.iterResult(heap.Undefined, true)
	}
	return c.iterResult(v, false)
}

// TableIteratorStep is the next value of a Map or Set iterator, Empty at the
// end: its next method without the result object.
func (c *Call) TableIteratorStep(it uint32) heap.Value {
	h := c.H
	if !h.Internal(it, 0).IsCell() {
		return heap.Empty
	}
	e := c.step(it)
	if e == 0 {
		h.SetInternal(it, 0, heap.Undefined)
		return heap.Empty
	}
	value := e
	if h.Word(it) == IterMap {
		value = e + 8
	}
	switch h.Internal(it, 2).Int32() {
	case IterKeys:
		return h.Val(e)
	case IterValues:
		return h.Val(value)
	}
	return c.pair(h.Val(e), h.Val(value))
}

// SetPrototype_add is ECMA-262 24.2.4.1.
func SetPrototype_add(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KSet) {
		return c.throwOn("Set.prototype.add")
	}
	if st := c.H.MapSet(c.This().Ref(), c.Arg(0), heap.Undefined); st != heap.OK {
		return c.status(st)
	}
	return c.This()
}

// SetPrototype_has is ECMA-262 24.2.4.8.
func SetPrototype_has(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KSet) {
		return c.throwOn("Set.prototype.has")
	}
	return heap.Bool(c.H.TableHas(c.table(c.This()), c.Arg(0)))
}

// SetPrototype_delete is ECMA-262 24.2.4.4.
func SetPrototype_delete(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KSet) {
		return c.throwOn("Set.prototype.delete")
	}
	return c.remove(c.This(), c.Arg(0))
}

// SetPrototype_clear is ECMA-262 24.2.4.2.
func SetPrototype_clear(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KSet) {
		return c.throwOn("Set.prototype.clear")
	}
	if st := c.H.MapClear(c.This().Ref()); st != heap.OK {
		return c.status(st)
	}
	return heap.Undefined
}

// get_SetPrototype_size is ECMA-262 24.2.4.14.
func get_SetPrototype_size(c *Call) heap.Value {
	if !c.H.IsKind(c.This(), heap.KSet) {
		return c.throwOn("get Set.prototype.size")
	}
	return heap.Uint32(c.H.TableSize(c.table(c.This())))
}

// setIterator is ECMA-262 24.2.6.1 CreateSetIterator.
func (c *Call) setIterator(kind int32, method string) heap.Value {
	if !c.H.IsKind(c.This(), heap.KSet) {
		return c.throwOn(method)
	}
	return c.newIterator(RootSetIteratorPrototype, IterSet, c.H.Internal(c.This().Ref(), 0), heap.Int(0), heap.Int(kind))
}

// SetPrototype_entries is ECMA-262 24.2.4.6.
func SetPrototype_entries(c *Call) heap.Value {
	return c.setIterator(IterEntries, "Set.prototype.entries")
}

// SetPrototype_values is ECMA-262 24.2.4.17.
func SetPrototype_values(c *Call) heap.Value {
	return c.setIterator(IterValues, "Set.prototype.values")
}
