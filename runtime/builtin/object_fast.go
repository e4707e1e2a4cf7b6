//firn:core

package builtin

import "firn/heap"

// Object's functions over all properties or a descriptor: fast paths for plain
// data, where no user code runs.

// plainKeys are the own keys of v, an object without accessors that does not
// answer itself; rec is 0 when it is not, or out of memory.
func (c *Call) plainKeys(v heap.Value, which uint32) (rec, n uint32) {
	h := c.H
	if !v.IsObject() || c.asks(v.Ref()) {
		return 0, 0
	}
	if rec, n = h.OwnKeys(v.Ref(), which); rec == 0 {
		return 0, 0
	}
	var p heap.Prop
	for i := uint32(0); i < n; i++ {
		if !h.GetOwn(v.Ref(), h.Val(rec+heap.OffValues+8*i), &p) || p.Attrs&heap.Accessor != 0 {
			return 0, 0
		}
	}
	return rec, n
}

// valuesOf is an array of the enumerable own properties of argument 0: values,
// or pairs of key and value.
func (c *Call) valuesOf(pairs bool) heap.Value {
	h := c.H
	v := c.Arg(0)
	rec, n := c.plainKeys(v, heap.KeyStrings|heap.KeyEnumerable)
	if rec == 0 {
		return c.Decline()
	}
	a := h.NewArrayCap(n, n)
	if a == 0 {
		return c.NoMemory()
	}
	e := h.U32(a + heap.OffElements)
	var p heap.Prop
	for i := uint32(0); i < n; i++ {
		key := h.Val(rec + heap.OffValues + 8*i)
		h.GetOwn(v.Ref(), key, &p)
		x := p.Value
		if pairs {
			x = c.pair(c.keyValue(key), x)
		}
		h.Store(e+heap.OffValues+8*i, x)
	}
	return heap.Object(a)
}

// Object_entries is the fast path of ECMA-262 20.1.2.5.
func Object_entries(c *Call) heap.Value { return c.valuesOf(true) }

// Object_values is the fast path of ECMA-262 20.1.2.23.
func Object_values(c *Call) heap.Value { return c.valuesOf(false) }

// Object_assign is the fast path of ECMA-262 20.1.2.1: an extensible ordinary
// object takes plain data, and no setter or read-only property is in the way.
// Nothing is written before that is known of all.
func Object_assign(c *Call) heap.Value {
	h := c.H
	to := c.Arg(0)
	if !h.IsKind(to, heap.KObject) || !h.IsExtensible(to.Ref()) {
		return c.Decline()
	}
	plain := true
	for i := uint32(1); i < c.N && plain; i++ {
		plain = c.Arg(i).IsNullish() || c.Arg(i).IsObject() && h.Assignable(to.Ref(), c.Arg(i).Ref())
	}
	for i := uint32(1); i < c.N && plain; i++ {
		if c.Arg(i).IsObject() && h.AssignPlain(to.Ref(), c.Arg(i).Ref()) != heap.OpDone {
			return c.NoMemory()
		}
	}
	if plain {
		return to
	}
	var p heap.Prop
	for i := uint32(1); i < c.N; i++ {
		if c.Arg(i).IsNullish() {
			continue
		}
		rec, n := c.plainKeys(c.Arg(i), heap.KeyStrings|heap.KeySymbols|heap.KeyEnumerable)
		if rec == 0 {
			return c.Decline()
		}
		for j := uint32(0); j < n; j++ {
			switch h.Lookup(to.Ref(), h.Val(rec+heap.OffValues+8*j), &p) {
			case heap.LookupAbsent:
			case heap.LookupData:
				if p.Attrs&heap.Writable == 0 {
					return c.Decline()
				}
			default:
				return c.Decline()
			}
		}
	}
	for i := uint32(1); i < c.N; i++ {
		from := c.Arg(i)
		if from.IsNullish() {
			continue
		}
		rec, n := h.OwnKeys(from.Ref(), heap.KeyStrings|heap.KeySymbols|heap.KeyEnumerable)
		if rec == 0 {
			return c.NoMemory()
		}
		for j := uint32(0); j < n; j++ {
			key := h.Val(rec + heap.OffValues + 8*j)
			h.GetOwn(from.Ref(), key, &p)
			p.Dynamic = true
			if h.Set(to.Ref(), key, p.Value, to, &p) != heap.OpDone {
				return c.NoMemory()
			}
		}
	}
	return to
}

// userDesc is ToPropertyDescriptor (ECMA-262 6.2.6.5) of a value that reads
// without user code and is right; false otherwise.
func (c *Call) userDesc(v heap.Value, d *heap.Desc) bool {
	if !v.IsObject() {
		return false
	}
	*d = heap.Desc{Value: heap.Undefined, Getter: heap.Undefined, Setter: heap.Undefined}
	var p heap.Prop
	for name := uint32(NameValue); name <= NameSet; name++ {
		switch c.H.Lookup(v.Ref(), c.Name(name), &p) {
		case heap.LookupAbsent:
			continue
		case heap.LookupData:
		default:
			return false
		}
		switch name {
		case NameValue:
			d.Value = p.Value
			d.Has |= heap.HasValue
		case NameGet, NameSet:
			if p.Value != heap.Undefined && !c.H.IsCallable(p.Value) {
				return false
			}
			if name == NameGet {
				d.Getter = p.Value
				d.Has |= heap.HasGet
			} else {
				d.Setter = p.Value
				d.Has |= heap.HasSet
			}
		default:
			bit := uint32(heap.Writable)
			if name == NameEnumerable {
				bit = heap.Enumerable
			} else if name == NameConfigurable {
				bit = heap.Configurable
			}
			d.Has |= bit
			switch p.Value {
			case heap.True:
				d.Attrs |= bit
			case heap.False, heap.Undefined:
			default:
				return false
			}
		}
	}
	return !d.IsAccessor() || !d.IsData()
}

// define is the fast path of Object.defineProperty and Reflect.defineProperty.
func (c *Call) define(done heap.Value) heap.Value {
	o, key, ok := c.plainArg()
	var d heap.Desc
	if !ok || !c.userDesc(c.Arg(2), &d) {
		return c.Decline()
	}
	switch c.H.DefineOwn(o, key, &d) {
	case heap.OpDone:
		return done
	case heap.OpMemory:
		return c.NoMemory()
	}
	return c.Decline()
}

// Object_defineProperty is the fast path of ECMA-262 20.1.2.4.
func Object_defineProperty(c *Call) heap.Value { return c.define(c.Arg(0)) }

// Reflect_defineProperty is the fast path of ECMA-262 28.1.3.
func Reflect_defineProperty(c *Call) heap.Value { return c.define(heap.True) }
