//firn:core

package builtin

import "firn/heap"

// Internal methods of objects that are not proxies, for library code. Keys are
// property keys as JS has them (strings and symbols; numbers too).

// propertyKey is the heap's key for a property key.
func (c *Call) propertyKey(v heap.Value) heap.Value {
	h := c.H
	if v.IsString() {
		return h.KeyFromString(v.Ref())
	}
	if v.IsNumber() {
		if k, ok := heap.KeyFromNumber(v); ok {
			return k
		}
		return h.KeyFromString(c.PrimitiveToString(v))
	}
	return v
}

// keyValue is a key of the heap as JS sees it.
func (c *Call) keyValue(key heap.Value) heap.Value {
	if key.IsNumber() {
		return heap.String(c.PrimitiveToString(key))
	}
	return key
}

// atom is a constant property key.
func (c *Call) atom(s string) heap.Value { return heap.String(c.H.InternStr(s)) }

// done is the result of an operation that gives true or false.
func (c *Call) done(code uint32) heap.Value {
	switch {
	case code == heap.OpDone:
		return heap.True
	case code == heap.OpMemory:
		return c.NoMemory()
	case code == heap.OpRange:
		return c.ThrowRangeError("Invalid array length")
	case code == heap.OpNamespace:
		return c.ThrowTypeError("Cannot change a module namespace")
	case heap.Rejected(code):
		return heap.False
	}
	return c.ThrowTypeError("Cannot perform the operation on this object")
}

// list is a library array of n values of a record from offset values on.
func (c *Call) list(rec, n uint32) heap.Value {
	h := c.H
	a := h.NewArrayCap(n, n)
	if a == 0 {
		return c.NoMemory()
	}
	if n > 0 {
		e := h.U32(a + heap.OffElements)
		for i := uint32(0); i < n; i++ {
			h.SetVal(e+heap.OffValues+8*i, c.keyValue(h.Val(rec+heap.OffValues+8*i)))
		}
		h.DirtyCell(e)
	}
	return heap.Object(a)
}

func Do_GetPrototypeOf(c *Call) heap.Value {
	if p := c.H.Proto(c.Arg(0).Ref()); p != 0 {
		return heap.Object(p)
	}
	return heap.Null
}

func Do_SetPrototypeOf(c *Call) heap.Value {
	return c.done(c.H.SetPrototypeOf(c.Arg(0).Ref(), protoRef(c.Arg(1))))
}

func Do_IsExtensible(c *Call) heap.Value { return heap.Bool(c.H.IsExtensible(c.Arg(0).Ref())) }

func Do_PreventExtensions(c *Call) heap.Value {
	return c.done(c.H.PreventExtensions(c.Arg(0).Ref()))
}

// describe is the descriptor of a property that was found: an object without
// prototype.
func (c *Call) describe(p *heap.Prop) heap.Value { return c.describeFor(p, 0) }

// describeFor is describe with a prototype: FromPropertyDescriptor, ECMA-262
// 6.2.6.4.
func (c *Call) describeFor(p *heap.Prop, proto uint32) heap.Value {
	h := c.H
	o := h.NewObject(proto, 4)
	var q heap.Prop
	if p.Attrs&heap.Accessor != 0 {
		h.CreateDataProperty(o, c.Name(NameGet), p.Getter, &q)
		h.CreateDataProperty(o, c.Name(NameSet), p.Setter, &q)
	} else {
		h.CreateDataProperty(o, c.Name(NameValue), p.Value, &q)
		h.CreateDataProperty(o, c.Name(NameWritable), heap.Bool(p.Attrs&heap.Writable != 0), &q)
	}
	h.CreateDataProperty(o, c.Name(NameEnumerable), heap.Bool(p.Attrs&heap.Enumerable != 0), &q)
	h.CreateDataProperty(o, c.Name(NameConfigurable), heap.Bool(p.Attrs&heap.Configurable != 0), &q)
	return heap.Object(o)
}

func Do_GetOwnProperty(c *Call) heap.Value {
	var p heap.Prop
	if !c.H.GetOwn(c.Arg(0).Ref(), c.propertyKey(c.Arg(1)), &p) {
		return heap.Undefined
	}
	return c.describe(&p)
}

// field reads a field of a library descriptor.
func (c *Call) field(desc, name uint32) (v heap.Value, ok bool) {
	var p heap.Prop
	if !c.H.GetOwn(desc, c.Name(name), &p) {
		return heap.Undefined, false
	}
	return p.Value, true
}

// readDesc fills d from a library descriptor.
func (c *Call) readDesc(desc uint32, d *heap.Desc) {
	*d = heap.Desc{Value: heap.Undefined, Getter: heap.Undefined, Setter: heap.Undefined}
	var ok bool
	if d.Value, ok = c.field(desc, NameValue); ok {
		d.Has |= heap.HasValue
	}
	if d.Getter, ok = c.field(desc, NameGet); ok {
		d.Has |= heap.HasGet
	}
	if d.Setter, ok = c.field(desc, NameSet); ok {
		d.Has |= heap.HasSet
	}
	c.readAttr(desc, d, NameWritable, heap.Writable)
	c.readAttr(desc, d, NameEnumerable, heap.Enumerable)
	c.readAttr(desc, d, NameConfigurable, heap.Configurable)
}

func (c *Call) readAttr(desc uint32, d *heap.Desc, name, bit uint32) {
	v, ok := c.field(desc, name)
	if ok {
		d.Has |= bit
	}
	if v == heap.True {
		d.Attrs |= bit
	}
}

func Do_DefineOwnProperty(c *Call) heap.Value {
	var d heap.Desc
	c.readDesc(c.Arg(2).Ref(), &d)
	switch code := c.H.DefineOwn(c.Arg(0).Ref(), c.propertyKey(c.Arg(1)), &d); code {
	case heap.OpTyped:
		return c.atom("typed")
	case heap.OpNumber:
		return c.atom("length")
	default:
		return c.done(code)
	}
}

func Do_DefineOwn(c *Call) heap.Value {
	attrs := uint32(c.Arg(3).Int32())
	d := heap.Desc{Value: c.Arg(2), Has: heap.HasValue | heap.WEC}
	if attrs&1 != 0 {
		d.Attrs |= heap.Writable
	}
	if attrs&2 != 0 {
		d.Attrs |= heap.Enumerable
	}
	if attrs&4 != 0 {
		d.Attrs |= heap.Configurable
	}
	v := c.done(c.H.DefineOwn(c.Arg(0).Ref(), c.propertyKey(c.Arg(1)), &d))
	if v == heap.False {
		return c.ThrowTypeError("Cannot define property, object is not extensible")
	}
	return v
}

func Do_OwnKeys(c *Call) heap.Value {
	which := uint32(0)
	w := c.Arg(1).Int32()
	if w&1 != 0 {
		which |= heap.KeyStrings
	}
	if w&2 != 0 {
		which |= heap.KeySymbols
	}
	if w&4 != 0 {
		which |= heap.KeyEnumerable
	}
	rec, n := c.H.OwnKeys(c.Arg(0).Ref(), which)
	if rec == 0 {
		return c.NoMemory()
	}
	return c.list(rec, n)
}

func Do_FindProperty(c *Call) heap.Value {
	var p heap.Prop
	switch c.H.Lookup(c.Arg(0).Ref(), c.propertyKey(c.Arg(1)), &p) {
	case heap.LookupAbsent:
		return heap.Undefined
	case heap.LookupProxy:
		return heap.Object(p.Holder)
	case heap.LookupNamespace:
		return c.ThrowTypeError("Cannot access a module namespace here")
	}
	return c.describe(&p)
}

func Do_GetData(c *Call) heap.Value {
	var p heap.Prop
	switch c.H.Lookup(c.Arg(0).Ref(), c.propertyKey(c.Arg(1)), &p) {
	case heap.LookupAbsent:
		return heap.Undefined
	case heap.LookupData:
		return p.Value
	}
	return heap.Empty
}

func Do_IsFree(c *Call) heap.Value {
	var p heap.Prop
	o := c.Arg(0).Ref()
	if c.asks(o) {
		return heap.False
	}
	return heap.Bool(!c.H.GetOwn(o, c.propertyKey(c.Arg(1)), &p) || p.Attrs&heap.Configurable != 0 || p.Attrs&(heap.Writable|heap.Accessor) == heap.Writable)
}

// triple is a fresh array of three values.
func (c *Call) triple(x, y, z heap.Value) heap.Value {
	h := c.H
	r := h.NewArrayCap(3, 3)
	e := h.U32(r + heap.OffElements)
	h.Store(e+heap.OffValues, x)
	h.Store(e+heap.OffValues+8, y)
	h.Store(e+heap.OffValues+16, z)
	return heap.Object(r)
}

func Do_SetProperty(c *Call) heap.Value {
	var p heap.Prop
	p.Dynamic = true
	switch code := c.H.Set(c.Arg(0).Ref(), c.propertyKey(c.Arg(1)), c.Arg(2), c.written(c.Arg(3)), &p); code {
	case heap.OpSetter:
		return c.triple(c.atom("setter"), p.Setter, heap.Undefined)
	case heap.OpProxy:
		return c.triple(c.atom("proxy"), heap.Object(p.Holder), heap.Undefined)
	case heap.OpReceiver:
		return c.triple(c.atom("receiver"), heap.Undefined, heap.Undefined)
	case heap.OpTyped:
		return c.triple(c.atom("typed"), heap.Object(p.Holder), heap.Uint32(p.Offset))
	case heap.OpNumber:
		return c.triple(c.atom("length"), heap.Undefined, heap.Undefined)
	default:
		return c.done(code)
	}
}

func Do_DeleteProperty(c *Call) heap.Value {
	return c.done(c.H.Delete(c.Arg(0).Ref(), c.propertyKey(c.Arg(1))))
}

func Do_SetIntegrity(c *Call) heap.Value {
	return c.done(c.H.SetIntegrity(c.Arg(0).Ref(), uint32(c.Arg(1).Int32())))
}

func Do_TestIntegrity(c *Call) heap.Value {
	return heap.Bool(c.H.TestIntegrity(c.Arg(0).Ref(), uint32(c.Arg(1).Int32())))
}

// Do_TypedStore is the end of ECMA-262 10.4.5.18 TypedArraySetElement.
func Do_TypedStore(c *Call) heap.Value {
	a, i := c.Arg(0).Ref(), c.Arg(1)
	if i.IsNumber() && i.Num() < heap.NoIndex && c.H.TypedValid(a, i.Index()) {
		c.H.TypedSet(a, i.Index(), c.Arg(2))
	}
	return heap.Undefined
}

func Do_NewInternal(c *Call) heap.Value {
	o := c.H.NewKind(heap.KInternal, protoRef(c.Arg(0)))
	c.H.SetU32(o+heap.OffWord, uint32(c.Arg(1).Int32()))
	return heap.Object(o)
}

// Do_HasBrand says no for objects in ROM: their state could not change.
func Do_HasBrand(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Bool(c.H.IsKind(v, heap.KInternal) && !c.H.IsROM(v.Ref()) && c.H.Word(v.Ref()) == uint32(c.Arg(1).Int32()))
}

// Do_ProxyCreate is ECMA-262 10.5.15 from step 3 on.
func Do_ProxyCreate(c *Call) heap.Value {
	h := c.H
	target := c.Arg(0)
	p := h.NewKind(heap.KProxy, 0)
	bits := uint32(0)
	if h.IsCallable(target) {
		bits = 1
		if c.isConstructor(target) {
			bits = 3
		}
	}
	h.SetU32(p+heap.OffWord, bits)
	h.SetInternal(p, 0, target)
	h.SetInternal(p, 1, c.Arg(1))
	return heap.Object(p)
}
