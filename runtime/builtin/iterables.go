//firn:core

package builtin

import "firn/heap"

// Built-in iterables: strings, arrays, typed arrays, Maps, Sets and their iterators,
// where what iterating them looks up is as it was made. Then nobody can tell
// whether the next method is called.

// IteratorMethod is v[Symbol.iterator] where it is a data property, else Empty.
func (c *Call) IteratorMethod(v heap.Value) heap.Value {
	h := c.H
	var p heap.Prop
	o := h.Root(RootStringPrototype)
	if v.IsObject() {
		o = v
	} else if !v.IsString() {
		return heap.Empty
	}
	if h.Lookup(o.Ref(), h.Root(RootSymIterator), &p) != heap.LookupData {
		return heap.Empty
	}
	return p.Value
}

// nextIs reports whether the next method of the prototype in root proto is the
// intrinsic in root method.
func (c *Call) nextIs(proto, method uint32) bool {
	var p heap.Prop
	return c.H.Lookup(c.rootObj(proto), c.Name(NameNext), &p) == heap.LookupData && p.Value == c.H.Root(method)
}

// iteratorRoots are the roots of the prototype of the iterators of a word, and of
// its next method.
func iteratorRoots(word uint32) (proto, next uint32) {
	switch word {
	case IterArray:
		return RootArrayIteratorPrototype, RootArrayIteratorPrototype_next
	case IterMap:
		return RootMapIteratorPrototype, RootMapIteratorPrototype_next
	case IterSet:
		return RootSetIteratorPrototype, RootSetIteratorPrototype_next
	case IterString:
		return RootStringIteratorPrototype, RootStringIteratorPrototype_next
	}
	return 0, 0
}

// NextMethod is the intrinsic next method of a built-in iterator.
func (c *Call) NextMethod(it uint32) heap.Value {
	_, next := iteratorRoots(c.H.Word(it))
	return c.H.Root(next)
}

// IsPlainIterator reports whether v is a built-in iterator that is its own iterator
// and has the intrinsic next method. It may be in ROM.
func (c *Call) IsPlainIterator(v heap.Value) bool {
	h := c.H
	if !h.IsKind(v, heap.KIterator) {
		return false
	}
	var p heap.Prop
	proto, next := iteratorRoots(h.Word(v.Ref()))
	return proto != 0 && h.Proto(v.Ref()) == c.rootObj(proto) && c.nextIs(proto, next) && !h.GetOwn(v.Ref(), c.Name(NameNext), &p)
}

// BuiltinIterator is the iterator that calling method, which is v[Symbol.iterator],
// gives, if it is a built-in one that can be stepped without its next method; else 0.
func (c *Call) BuiltinIterator(v, method heap.Value) uint32 {
	h := c.H
	if v.IsString() {
		if method == h.Root(RootStringPrototype_sym_iterator) && c.nextIs(RootStringIteratorPrototype, RootStringIteratorPrototype_next) {
			return c.newIterator(RootStringIteratorPrototype, IterString, v, heap.Int(0), heap.Undefined).Ref()
		}
		return 0
	}
	if !v.IsObject() {
		return 0
	}
	kind := h.Kind(v.Ref())
	switch {
	case kind == heap.KArray && method == h.Root(RootArrayPrototype_values),
		kind == heap.KTypedArray && method == h.Root(RootTypedArrayPrototype_values) && !h.TypedOutOfBounds(v.Ref()):
		if c.nextIs(RootArrayIteratorPrototype, RootArrayIteratorPrototype_next) {
			return c.newIterator(RootArrayIteratorPrototype, IterArray, v, heap.Int(0), heap.Int(IterValues)).Ref()
		}
	case kind == heap.KMap && method == h.Root(RootMapPrototype_entries):
		if c.nextIs(RootMapIteratorPrototype, RootMapIteratorPrototype_next) {
			return c.newIterator(RootMapIteratorPrototype, IterMap, heap.CellRef(c.table(v)), heap.Int(0), heap.Int(IterEntries)).Ref()
		}
	case kind == heap.KSet && method == h.Root(RootSetPrototype_values):
		if c.nextIs(RootSetIteratorPrototype, RootSetIteratorPrototype_next) {
			return c.newIterator(RootSetIteratorPrototype, IterSet, heap.CellRef(c.table(v)), heap.Int(0), heap.Int(IterValues)).Ref()
		}
	case kind == heap.KIterator && method == h.Root(RootIteratorPrototype_sym_iterator):
		if !h.IsROM(v.Ref()) && c.IsPlainIterator(v) {
			return v.Ref()
		}
	}
	return 0
}

// BuiltinStep is the next value of a built-in iterator, Empty at the end. It is not
// ok, and nothing has been done, where the next method must be called: getters may
// run, or it throws.
func (c *Call) BuiltinStep(it uint32) (v heap.Value, ok bool) {
	c.H.Charge(1)
	switch c.H.Word(it) {
	case IterString:
		return c.StringIteratorStep(it), true
	case IterMap, IterSet:
		return c.TableIteratorStep(it), true
	}
	return c.arrayStep(it)
}

// arrayStep is BuiltinStep of an array iterator (ECMA-262 23.1.5.1).
func (c *Call) arrayStep(it uint32) (v heap.Value, ok bool) {
	h := c.H
	a := h.Internal(it, 0)
	if a == heap.Undefined {
		return heap.Empty, true
	}
	at := h.Internal(it, 1)
	if !a.IsObject() || !at.IsInt() || at.Int32() < 0 || at.Int32() == 0x7FFFFFFF {
		return heap.Empty, false
	}
	i, n := uint32(at.Int32()), uint32(0)
	typed := h.Kind(a.Ref()) == heap.KTypedArray
	if typed {
		if h.TypedOutOfBounds(a.Ref()) {
			return heap.Empty, false
		}
		n = h.TypedLength(a.Ref())
	} else if _, dense := c.dense(a); dense {
		n = h.Word(a.Ref())
	} else {
		return heap.Empty, false
	}
	if i >= n {
		h.SetInternal(it, 0, heap.Undefined)
		return heap.Empty, true
	}
	kind := h.Internal(it, 2).Int32()
	switch {
	case kind == IterKeys:
		v = heap.Uint32(i)
	case typed:
		v = h.TypedGet(a.Ref(), i)
	case i >= c.capacity(a.Ref()) || h.Val(c.elementAt(a.Ref(), i)) == heap.Hole:
		return heap.Empty, false
	default:
		v = h.Val(c.elementAt(a.Ref(), i))
	}
	h.SetInternal(it, 1, heap.Uint32(i+1))
	if kind == IterEntries {
		v = c.pair(heap.Uint32(i), v)
	}
	return v, true
}

// steady reports whether all steps of a built-in iterator to its end can be taken
// one after the other.
func (c *Call) steady(it uint32) bool {
	h := c.H
	if h.Word(it) != IterArray {
		return true
	}
	v := h.Internal(it, 0)
	a, dense := c.dense(v)
	return v == heap.Undefined || h.IsKind(v, heap.KTypedArray) && !h.TypedOutOfBounds(v.Ref()) || dense && c.filled(a, 0, h.Word(a))
}

// stepRoom is what a thousand steps may allocate.
const stepRoom = 256 << 10

// AppendValues appends to array a all values of v, whose Symbol.iterator is method.
// If done is false, the library must do it. If ok is false there is no memory.
func (c *Call) AppendValues(a uint32, v, method heap.Value) (done, ok bool) {
	h := c.H
	if t, it, kind := c.tableOf(v, method); t != 0 {
		return true, c.appendTable(a, t, it, kind)
	}
	if c.iteratesUnits(v, method) {
		return true, c.appendString(a, v.Ref())
	}
	it := c.BuiltinIterator(v, method)
	if it == 0 || !c.steady(it) {
		return false, true
	}
	for n := 0; ; n++ {
		if n&1023 == 0 && !h.Room(stepRoom) {
			return true, false
		}
		v, fine := c.BuiltinStep(it)
		if v == heap.Empty || !fine {
			return true, true
		}
		if !h.ArrayPush(a, v) {
			return true, false
		}
	}
}

// tableOf is the table of a Map or Set that is iterated by method, or of a plain iterator
// of one (it, else 0) that has not come to its end, and what its steps give.
func (c *Call) tableOf(v, method heap.Value) (t, it uint32, kind int32) {
	h := c.H
	if !v.IsObject() {
		return 0, 0, 0
	}
	switch o := v.Ref(); h.Kind(o) {
	case heap.KMap:
		if method == h.Root(RootMapPrototype_entries) && c.nextIs(RootMapIteratorPrototype, RootMapIteratorPrototype_next) {
			return c.table(v), 0, IterEntries
		}
	case heap.KSet:
		if method == h.Root(RootSetPrototype_values) && c.nextIs(RootSetIteratorPrototype, RootSetIteratorPrototype_next) {
			return c.table(v), 0, IterValues
		}
	case heap.KIterator:
		if w := h.Word(o); (w == IterMap || w == IterSet) && h.Internal(o, 0).IsCell() && !h.IsROM(o) &&
			method == h.Root(RootIteratorPrototype_sym_iterator) && c.IsPlainIterator(v) {
			return h.Internal(o, 0).Ref(), o, h.Internal(o, 2).Int32()
		}
	}
	return 0, 0, 0
}

// appendTable appends to array a what stepping through table t to its end gives, from where
// the iterator it stands, if it is not 0. False: there is no memory. (StubTableList does so, too.)
func (c *Call) appendTable(a, t, it uint32, kind int32) bool {
	h := c.H
	pos := uint32(0)
	if it != 0 {
		pos = h.Internal(it, 1).Index()
	}
	t, pos = h.TableNow(t, pos)
	stride, used, m := h.U32(t+heap.TableStride), h.U32(t+heap.TableUsed), uint32(0)
	for e, end := t+heap.TableValues+stride*pos, t+heap.TableValues+stride*used; e < end; e += stride {
		if h.Val(e) != heap.Empty {
			m++
		}
	}
	if !h.Room(uint64(m)*64+4096) || !h.ReserveElements(a, h.Word(a)+m) {
		return false
	}
	for e := t + heap.TableValues + stride*pos; pos < used; pos, e = pos+1, e+stride {
		if h.Val(e) == heap.Empty {
			continue
		}
		key, value := h.Val(e), h.Val(e)
		if stride == 16 {
			value = h.Val(e + 8)
		}
		switch kind {
		case IterValues:
			key = value
		case IterEntries:
			key = c.pair(key, value)
		}
		if !h.ArrayPush(a, key) {
			return false
		}
	}
	if it != 0 {
		h.SetInternal(it, 0, heap.Undefined)
		h.SetInternal(it, 1, heap.Uint32(pos))
	}
	h.Charge(uint64(m) + 1)
	return true
}

// iteratesUnits reports whether v is a string that is iterated by method as strings are made.
func (c *Call) iteratesUnits(v, method heap.Value) bool {
	return v.IsString() && method == c.H.Root(RootStringPrototype_sym_iterator) && c.nextIs(RootStringIteratorPrototype, RootStringIteratorPrototype_next)
}

// appendString appends to array a the code points of a string. False: there is no memory.
func (c *Call) appendString(a, s uint32) bool {
	h := c.H
	v := h.View(s)
	if !h.Room(uint64(v.Len)*40+4096) || !h.ReserveElements(a, h.Word(a)+v.Len) {
		return false
	}
	h.Charge(uint64(v.Len) + 1)
	if n, e := h.Word(a), h.U32(a+heap.OffElements); !v.Wide && e != 0 {
		for i := uint32(0); i < v.Len; i++ {
			h.Store(e+heap.OffValues+8*(n+i), heap.String(h.Char(uint16(h.U8(v.Off+i)))))
		}
		h.SetU32(a+heap.OffWord, n+v.Len)
		return true
	}
	for i := uint32(0); i < v.Len; {
		cp, n := h.CodePoint(v, i)
		if !h.ArrayPush(a, heap.String(h.CharPair(cp))) {
			return false
		}
		i += n
	}
	return true
}

// Do_ListOf is an array of the values of an iterable, given its Symbol.iterator
// method; undefined where the library must call its methods.
func Do_ListOf(c *Call) heap.Value {
	v := c.Arg(0)
	if a, dense := c.dense(v); dense && c.Arg(1) == c.H.Root(RootArrayPrototype_values) &&
		c.nextIs(RootArrayIteratorPrototype, RootArrayIteratorPrototype_next) && c.filled(a, 0, c.H.Word(a)) {
		return Do_CopyDense(c)
	}
	a := c.H.NewArray(0)
	done, ok := c.AppendValues(a, v, c.Arg(1))
	if !ok {
		return c.NoMemory()
	}
	if !done {
		return heap.Undefined
	}
	return heap.Object(a)
}

// Do_BuiltinIterator is the iterator that a method of an iterable gives, if it is a
// built-in one that for-of can step without its next method; else undefined.
func Do_BuiltinIterator(c *Call) heap.Value {
	if it := c.BuiltinIterator(c.Arg(0), c.Arg(1)); it != 0 {
		return heap.Object(it)
	}
	return heap.Undefined
}

// fillFrom is fillTable of a dense array that is iterated as it was made.
func (c *Call) fillFrom(o, a uint32, entries bool) (done bool, st heap.Status) {
	h := c.H
	n := h.Word(a)
	h.Charge(uint64(n) + 1)
	if !c.filled(a, 0, n) {
		return false, heap.OK
	}
	for i := uint32(0); i < n; i++ {
		if i&1023 == 0 && !h.Room(stepRoom) {
			return true, heap.NoMemory
		}
		if done, st := c.addTo(o, h.Val(c.elementAt(a, i)), entries); !done || st != heap.OK {
			return done, st
		}
	}
	return true, heap.OK
}

// addTo adds to a Map or Set a value or, if it takes entries, what the entry v says; not
// done: v is none that can be taken apart here.
func (c *Call) addTo(o uint32, v heap.Value, entries bool) (done bool, st heap.Status) {
	value := heap.Undefined
	if entries {
		e, ok := c.dense(v)
		if !ok || !c.filled(e, 0, 2) {
			return false, heap.OK
		}
		v, value = c.H.Val(c.elementAt(e, 0)), c.H.Val(c.elementAt(e, 1))
	}
	return true, c.H.MapSet(o, v, value)
}

// fillTable adds what an iterable gives to a new Map or Set: entries, or values. If
// done is false, the library must make another one.
func (c *Call) fillTable(o uint32, iterable heap.Value, entries bool) (done bool, st heap.Status) {
	h := c.H
	if a, ok := c.dense(iterable); ok && c.plainIteration(a) {
		return c.fillFrom(o, a, entries)
	}
	it := c.BuiltinIterator(iterable, c.IteratorMethod(iterable))
	if it == 0 || !c.steady(it) {
		return false, heap.OK
	}
	if entries && heap.Object(it) == iterable && h.Word(it) != IterMap {
		return false, heap.OK // what is no entry would be known too late
	}
	for n := 0; ; n++ {
		if n&1023 == 0 && !h.Room(stepRoom) {
			return true, heap.NoMemory
		}
		key, _ := c.BuiltinStep(it)
		if key == heap.Empty {
			return true, heap.OK
		}
		if done, st := c.addTo(o, key, entries); !done || st != heap.OK {
			return done, st
		}
	}
}

// newTable is the fast path of new Map(iterable) and new Set(iterable): the method
// that adds, in root adder, is the intrinsic.
func (c *Call) newTable(o uint32, proto, name, adder uint32) heap.Value {
	h := c.H
	if c.Arg(0).IsNullish() {
		return heap.Object(o)
	}
	var p heap.Prop
	if h.Lookup(c.rootObj(proto), c.Name(name), &p) != heap.LookupData || p.Value != h.Root(adder) {
		return c.Decline()
	}
	done, st := c.fillTable(o, c.Arg(0), name == NameSet)
	if !done {
		return c.Decline()
	}
	if st != heap.OK {
		return c.status(st)
	}
	return heap.Object(o)
}
