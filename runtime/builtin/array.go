//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/num"
)

// Fast paths of Array.prototype (ECMA-262 23.1.3) that read: this is an array
// with dense elements. A hole reads as undefined when nothing on the prototype
// chain has an indexed property; else the library does the work.

// dense reports whether v is an array whose elements are in a KElements cell
// (or nowhere, when all are holes); it returns the array.
func (c *Call) dense(v heap.Value) (a uint32, ok bool) {
	h := c.H
	if !v.IsObject() {
		return 0, false
	}
	a = v.Ref()
	return a, h.Kind(a) == heap.KArray && h.Flags(a)&(heap.FSparse|heap.FExotic) == 0
}

// mutable is dense for methods that change the elements: nothing forbids that
// and nobody caches lookups that depend on them.
func (c *Call) mutable(v heap.Value) (a uint32, ok bool) {
	a, ok = c.dense(v)
	return a, ok && c.H.Flags(a)&(heap.FElemsSlow|heap.FIsProto) == 0 && !c.H.IsROM(a) && c.cleanProtos(a)
}

// cleanProtos reports whether no object of the prototype chain of o has indexed
// properties or behaves in its own way; of long ones it is not known.
func (c *Call) cleanProtos(o uint32) bool {
	h := c.H
	links := 0
	for o = h.Proto(o); o != 0; o = h.Proto(o) {
		if links++; links > heap.FreeLinks {
			return false
		}
		if h.U32(o+heap.OffElements) != 0 || h.Flags(o)&heap.FExotic != 0 {
			return false
		}
	}
	return true
}

// capacity is how many values the elements cell of a dense object holds.
func (c *Call) capacity(a uint32) uint32 {
	return (c.H.U32(c.H.U32(a+heap.OffElements)) - heap.OffValues) >> 3
}

// elementAt is the cage offset of element i of a dense object.
func (c *Call) elementAt(a, i uint32) uint32 {
	return c.H.U32(a+heap.OffElements) + heap.OffValues + 8*i
}

// element is element i of a dense array, Hole where there is none.
func (c *Call) element(a, i uint32) heap.Value {
	if i >= c.capacity(a) {
		return heap.Hole
	}
	return c.H.Val(c.elementAt(a, i))
}

// filled reports whether elements [from, to) are all there.
func (c *Call) filled(a, from, to uint32) bool {
	h := c.H
	if from >= to {
		return true
	}
	if to > c.capacity(a) {
		return false
	}
	h.Charge(uint64((to - from) >> 3))
	for off, end := c.elementAt(a, from), c.elementAt(a, to); off < end; off += 8 {
		if h.Val(off) == heap.Hole {
			return false
		}
	}
	return true
}

// plainSpecies reports whether ArraySpeciesCreate of array a gives an ordinary
// array, and cannot be observed.
func (c *Call) plainSpecies(a uint32) bool {
	h := c.H
	if h.Root(heap.RootArrayShape) != heap.CellRef(h.Shape(a)) {
		return c.speciesOf(a)
	}
	proto := c.rootObj(RootArrayPrototype) // no properties of its own
	if !h.IsROM(proto) || !h.IsROM(c.rootObj(RootArray)) {
		return c.speciesOf(proto)
	}
	if c.species == 0 {
		c.species = 1
		if c.speciesOf(proto) {
			c.species = 2
		}
	}
	return c.species == 2
}

// speciesOf is plainSpecies of arrays with the properties of o.
func (c *Call) speciesOf(o uint32) bool {
	h := c.H
	var p heap.Prop
	ctor := h.Root(RootArray)
	return h.Lookup(o, h.Root(heap.RootAtomConstructor), &p) == heap.LookupData && p.Value == ctor &&
		h.GetOwn(ctor.Ref(), h.Root(RootSymSpecies), &p) && p.Getter == h.Root(Rootget_Array_sym_species)
}

// Do_PlainSpecies is plainSpecies for anything; what is not an array gets an
// ordinary one, proxies aside.
func Do_PlainSpecies(c *Call) heap.Value {
	switch o := c.Arg(0).Ref(); c.H.Kind(o) {
	case heap.KArray:
		return heap.Bool(c.plainSpecies(o))
	case heap.KProxy:
		return heap.False
	}
	return heap.True
}

// Array is the fast path of ECMA-262 23.1.1.1.
func Array(c *Call) heap.Value {
	h := c.H
	if c.NewTarget != heap.Undefined && c.NewTarget != h.Root(RootArray) {
		return c.Decline()
	}
	if c.N == 1 && c.Arg(0).IsNumber() {
		return c.arrayCreate(c.Arg(0).Num())
	}
	r := h.NewArrayCap(c.N, c.N)
	if r == 0 {
		return c.NoMemory()
	}
	for i := uint32(0); i < c.N; i++ {
		h.SetVal(c.elementAt(r, i), c.Arg(i))
	}
	if c.N > 0 {
		h.DirtyCell(h.U32(r + heap.OffElements))
	}
	return heap.Object(r)
}

// plainIteration reports whether iterating array a is what the intrinsic array
// iterator does.
func (c *Call) plainIteration(a uint32) bool {
	h := c.H
	var p heap.Prop
	return h.Lookup(a, h.Root(RootSymIterator), &p) == heap.LookupData && p.Value == h.Root(RootArrayPrototype_values) &&
		h.GetOwn(c.rootObj(RootArrayIteratorPrototype), c.Name(NameNext), &p) &&
		p.Attrs&heap.Accessor == 0 && p.Value == h.Root(RootArrayIteratorPrototype_next)
}

// Array_from is the fast path of ECMA-262 23.1.2.1: a copy of a dense array
// without holes, and what strings, Maps, Sets and their iterators give.
func Array_from(c *Call) heap.Value {
	h := c.H
	if c.This() != h.Root(RootArray) || c.Arg(1) != heap.Undefined {
		return c.Decline()
	}
	method := c.IteratorMethod(c.Arg(0))
	if t, it, kind := c.tableOf(c.Arg(0), method); t != 0 {
		r := h.NewArray(0)
		if !c.appendTable(r, t, it, kind) {
			return c.NoMemory()
		}
		return heap.Object(r)
	}
	if c.iteratesUnits(c.Arg(0), method) {
		r := h.NewArray(0)
		if !c.appendString(r, c.Arg(0).Ref()) {
			return c.NoMemory()
		}
		return heap.Object(r)
	}
	a, ok := c.dense(c.Arg(0))
	if !ok || !c.filled(a, 0, h.Word(a)) || !c.plainIteration(a) {
		return c.Decline()
	}
	r := c.arrayOf(a, 0, h.Word(a))
	if r == 0 {
		return c.NoMemory()
	}
	return heap.Object(r)
}

// Do_CopyDense is a copy of an array without holes, undefined for others.
func Do_CopyDense(c *Call) heap.Value {
	a, ok := c.dense(c.Arg(0))
	if !ok || !c.filled(a, 0, c.H.Word(a)) {
		return heap.Undefined
	}
	r := c.arrayOf(a, 0, c.H.Word(a))
	if r == 0 {
		return c.NoMemory()
	}
	return heap.Object(r)
}

// arrayOf makes an array of elements [from, to) of dense array a, holes
// included; 0 means out of memory.
func (c *Call) arrayOf(a, from, to uint32) uint32 {
	h := c.H
	n := to - from
	r := h.NewArrayCap(n, n)
	if r == 0 {
		return 0
	}
	have := c.capacity(a)
	if have > to {
		have = to
	}
	if have > from {
		h.CopyWords(c.elementAt(r, 0), c.elementAt(a, from), have-from)
		h.DirtyCell(h.U32(r + heap.OffElements))
	}
	h.Charge(uint64(n >> 2))
	return r
}

// Array_isArray is ECMA-262 23.1.2.2.
func Array_isArray(c *Call) heap.Value { return Do_IsArray(c) }

// Do_IsArray is ECMA-262 7.2.2.
func Do_IsArray(c *Call) heap.Value {
	h := c.H
	v := c.Arg(0)
	for v.IsObject() {
		switch h.Kind(v.Ref()) {
		case heap.KArray:
			return heap.True
		case heap.KProxy:
			if !h.Internal(v.Ref(), 1).IsObject() {
				return c.ThrowTypeError("Cannot perform 'IsArray' on a proxy that has been revoked")
			}
			v = h.Internal(v.Ref(), 0)
			h.Charge(1)
			continue
		}
		return heap.False
	}
	return heap.False
}

// ArrayPrototype_at is ECMA-262 23.1.3.1.
func ArrayPrototype_at(c *Call) heap.Value {
	a, ok := c.dense(c.This())
	f, fine := c.integerArg(0)
	if !ok || !fine {
		return c.Decline()
	}
	n := float64(c.H.Word(a))
	if f < 0 {
		f += n
	}
	if f < 0 || f >= n {
		return heap.Undefined
	}
	v := c.element(a, uint32(f))
	if v == heap.Hole {
		return c.Decline()
	}
	return v
}

// ArrayPrototype_slice is ECMA-262 23.1.3.28.
func ArrayPrototype_slice(c *Call) heap.Value {
	a, ok := c.dense(c.This())
	if !ok || !c.cleanProtos(a) || !c.plainSpecies(a) {
		return c.Decline()
	}
	n := c.H.Word(a)
	from, ok1 := c.relativeArg(0, n, 0)
	to, ok2 := c.relativeArg(1, n, n)
	if !ok1 || !ok2 {
		return c.Decline()
	}
	if to < from {
		to = from
	}
	// A long array that is mostly holes stays one.
	if to-from > 4*c.capacity(a)+64 {
		return c.Decline()
	}
	r := c.arrayOf(a, from, to)
	if r == 0 {
		return c.NoMemory()
	}
	return heap.Object(r)
}

// ArrayPrototype_concat is ECMA-262 23.1.3.2 of dense arrays and values that do
// not spread.
func ArrayPrototype_concat(c *Call) heap.Value {
	h := c.H
	a, ok := c.dense(c.This())
	if !ok || !c.plainSpecies(a) {
		return c.Decline()
	}
	total := uint64(0)
	var p heap.Prop
	for i := uint32(0); i <= c.N; i++ {
		v := c.concatItem(i)
		n := uint64(1)
		if v.IsObject() {
			if h.Lookup(v.Ref(), h.Root(RootSymIsConcatSpreadable), &p) != heap.LookupAbsent {
				return c.Decline()
			}
			if h.Kind(v.Ref()) == heap.KArray {
				x, ok := c.dense(v)
				if !ok || !c.cleanProtos(x) || h.Word(x) > 4*c.capacity(x)+64 {
					return c.Decline()
				}
				n = uint64(h.Word(x))
			}
		}
		total += n
	}
	if total > 1<<27 {
		return c.Decline()
	}
	r := h.NewArrayCap(uint32(total), uint32(total))
	if r == 0 {
		return c.NoMemory()
	}
	at := uint32(0)
	for i := uint32(0); i <= c.N; i++ {
		v := c.concatItem(i)
		if !h.IsKind(v, heap.KArray) {
			h.SetVal(c.elementAt(r, at), v)
			at++
			continue
		}
		n := h.Word(v.Ref())
		have := c.capacity(v.Ref())
		if have > n {
			have = n
		}
		if have > 0 {
			h.CopyWords(c.elementAt(r, at), c.elementAt(v.Ref(), 0), have)
		}
		at += n
	}
	if total > 0 {
		h.DirtyCell(h.U32(r + heap.OffElements))
	}
	h.Charge(total >> 2)
	return heap.Object(r)
}

// concatItem is item i of concat: this, then the arguments.
func (c *Call) concatItem(i uint32) heap.Value {
	if i == 0 {
		return c.This()
	}
	return c.Arg(i - 1)
}

// search is the position of argument 0 in this array from position argument 1
// on, by IsStrictlyEqual or SameValueZero.
func (c *Call) search(zero bool) (at uint32, found, ok bool) {
	h := c.H
	a, ok := c.dense(c.This())
	if !ok || !c.cleanProtos(a) {
		return 0, false, false
	}
	n := h.Word(a)
	from, ok := c.relativeArg(1, n, 0)
	if !ok {
		return 0, false, false
	}
	end := c.capacity(a)
	if end > n {
		end = n
	}
	want := c.Arg(0)
	// Holes read as undefined; indexOf skips them.
	if zero && want == heap.Undefined && n > end && from < n {
		if from > end {
			return from, true, true
		}
		return end, true, true
	}
	h.Charge(uint64((n - from) >> 3))
	if from >= end {
		return 0, false, true
	}
	off, last := c.elementAt(a, from), c.elementAt(a, end)
	start := off
	switch {
	case want.IsInt():
		f := want.Num()
		for ; off < last; off += 8 {
			if v := h.Val(off); v == want || v.IsDouble() && v.Float() == f {
				return from + (off-start)>>3, true, true
			}
		}
	case want.IsNumber():
		f := want.Num()
		nan := zero && f != f
		for ; off < last; off += 8 {
			v := h.Val(off)
			if v.IsDouble() && (v.Float() == f || nan && v.Float() != v.Float()) || v.IsInt() && float64(v.Int32()) == f {
				return from + (off-start)>>3, true, true
			}
		}
	case want.IsString() || want.IsBigInt():
		for ; off < last; off += 8 {
			if v := h.Val(off); v == want || v>>48 == want>>48 && c.strictEquals(v, want) {
				return from + (off-start)>>3, true, true
			}
		}
	default:
		hole := want
		if zero && want == heap.Undefined {
			hole = heap.Hole
		}
		for ; off < last; off += 8 {
			if v := h.Val(off); v == want || v == hole {
				return from + (off-start)>>3, true, true
			}
		}
	}
	return 0, false, true
}

// ArrayPrototype_includes is ECMA-262 23.1.3.16.
func ArrayPrototype_includes(c *Call) heap.Value {
	_, found, ok := c.search(true)
	if !ok {
		return c.Decline()
	}
	return heap.Bool(found)
}

// ArrayPrototype_indexOf is ECMA-262 23.1.3.17.
func ArrayPrototype_indexOf(c *Call) heap.Value {
	at, found, ok := c.search(false)
	if !ok {
		return c.Decline()
	}
	if !found {
		return heap.Int(-1)
	}
	return heap.Uint32(at)
}

// ArrayPrototype_join is ECMA-262 23.1.3.18 where no element is an object.
func ArrayPrototype_join(c *Call) heap.Value {
	h := c.H
	a, ok := c.dense(c.This())
	if !ok || !c.cleanProtos(a) {
		return c.Decline()
	}
	sep := c.Arg(0)
	if sep == heap.Undefined {
		sep = heap.String(h.Char(','))
	} else if !sep.IsString() {
		return c.Decline()
	}
	n := h.Word(a)
	end := c.capacity(a)
	if end > n {
		end = n
	}
	for i := uint32(0); i < end; i++ {
		if v := h.Val(c.elementAt(a, i)); v.IsObject() || v.IsSymbol() || v.IsBigInt() {
			return c.Decline()
		}
	}
	var b heap.StrBuilder
	b.Start(h, 4*end+16)
	between := h.View(sep.Ref())
	for i := uint32(0); i < n && !b.Failed(); i++ {
		if i > 0 {
			b.AddView(between)
		}
		if i < end {
			c.addPrimitive(&b, h.Val(c.elementAt(a, i)))
		}
		if i&1023 == 1023 && between.Len == 0 && i >= end {
			break
		}
	}
	h.Charge(uint64(n >> 1))
	return c.stringResult(b.Finish())
}

// addPrimitive appends the string of a primitive that is not a symbol or
// BigInt; nothing for undefined, null and holes.
func (c *Call) addPrimitive(b *heap.StrBuilder, v heap.Value) {
	switch {
	case v.IsString():
		b.AddString(v.Ref())
	case v.IsNumber():
		c.addNumber(b, v)
	case v == heap.True:
		b.AddASCII("true")
	case v == heap.False:
		b.AddASCII("false")
	}
}

// addNumber appends ToString of a number.
func (c *Call) addNumber(b *heap.StrBuilder, v heap.Value) {
	var buf [num.MaxDecimalLen]byte
	if v.IsInt() {
		b.AddBytes(buf[:num.FormatInt32(v.Int32(), buf[:])])
		return
	}
	b.AddBytes(buf[:num.NumberToString(v.Num(), 10, buf[:])])
}

// ArrayIteratorPrototype_next is ECMA-262 23.1.5.2.1 over dense arrays.
func ArrayIteratorPrototype_next(c *Call) heap.Value {
	h := c.H
	if !c.isIterator(c.This(), IterArray) {
		return c.Decline()
	}
	it := c.This().Ref()
	if h.IsROM(it) {
		return c.status(heap.ReadOnly)
	}
	a, ok := c.dense(h.Internal(it, 0))
	i := h.Internal(it, 1)
	if !ok || !i.IsInt() {
		return c.Decline()
	}
	at := uint32(i.Int32())
	if at >= h.Word(a) {
		h.SetInternal(it, 0, heap.Undefined)
		return c.iterResult(heap.Undefined, true)
	}
	v := c.element(a, at)
	kind := h.Internal(it, 2).Int32()
	if v == heap.Hole && kind != IterKeys {
		return c.Decline()
	}
	h.SetInternal(it, 1, heap.Uint32(at+1))
	switch kind {
	case IterKeys:
		v = i
	case IterEntries:
		v = c.pair(i, v)
	}
	return c.iterResult(v, false)
}

// What the library's half of Array uses.

func Do_ArrayIterator(c *Call) heap.Value {
	return c.newIterator(RootArrayIteratorPrototype, IterArray, c.Arg(0), heap.Int(0), c.Arg(1))
}

func Do_IsArrayIterator(c *Call) heap.Value { return heap.Bool(c.isIterator(c.Arg(0), IterArray)) }

// maxPreset is the longest array whose elements are made with it.
const maxPreset = 1 << 18

// arrayCreate is ECMA-262 10.4.2.2 ArrayCreate with the intrinsic prototype.
func (c *Call) arrayCreate(f float64) heap.Value {
	h := c.H
	if !(f >= 0 && f <= 0xFFFFFFFF) || float64(uint32(f)) != f {
		return c.ThrowRangeError("Invalid array length")
	}
	n := uint32(f)
	if n <= maxPreset {
		if a := h.NewArrayCap(n, n); a != 0 {
			h.Charge(uint64(n >> 4))
			return heap.Object(a)
		}
	}
	return heap.Object(h.NewArray(n))
}

// Do_ArrayCreate is ArrayCreate(length, proto).
func Do_ArrayCreate(c *Call) heap.Value {
	h := c.H
	f := c.Arg(0).Num()
	if c.Arg(1) == h.Root(RootArrayPrototype) {
		return c.arrayCreate(f)
	}
	if !(f >= 0 && f <= 0xFFFFFFFF) {
		return c.ThrowRangeError("Invalid array length")
	}
	a := h.NewKind(heap.KArray, protoRef(c.Arg(1)))
	h.SetU32(a+heap.OffWord, uint32(f))
	return heap.Object(a)
}

// Do_NewArray makes a library array of a length, filled with undefined.
func Do_NewArray(c *Call) heap.Value {
	h := c.H
	n := num.ToUint32(c.Arg(0).Num())
	a := h.NewArrayCap(n, n)
	if a == 0 {
		return c.NoMemory()
	}
	if n > 0 {
		h.Fill(c.elementAt(a, 0), n, heap.Undefined)
		h.Charge(uint64(n >> 3))
	}
	return heap.Object(a)
}

// Do_Push appends to a library array.
func Do_Push(c *Call) heap.Value {
	if !c.H.ArrayPush(c.Arg(0).Ref(), c.Arg(1)) {
		return c.defineIndex(c.Arg(0).Ref(), c.H.Word(c.Arg(0).Ref()), c.Arg(1))
	}
	return heap.Undefined
}

// Do_DefineIndex defines an element of an ordinary array.
func Do_DefineIndex(c *Call) heap.Value {
	return c.defineIndex(c.Arg(0).Ref(), num.ToUint32(c.Arg(1).Num()), c.Arg(2))
}

func (c *Call) defineIndex(a, i uint32, v heap.Value) heap.Value {
	if i == 0xFFFFFFFF {
		return c.ThrowRangeError("Invalid array length")
	}
	h := c.H
	if h.Flags(a)&(heap.FElemsSlow|heap.FIsProto) == 0 && i < c.capacity(a) {
		h.Store(c.elementAt(a, i), v)
		if i >= h.Word(a) {
			h.SetU32(a+heap.OffWord, i+1)
		}
		return heap.Undefined
	}
	var p heap.Prop
	p.Dynamic = true
	switch code := h.CreateDataProperty(a, heap.IndexKey(i), v, &p); {
	case code == heap.OpMemory:
		return c.NoMemory()
	case heap.Rejected(code):
		return c.ThrowTypeError("Cannot define an element of a frozen array")
	}
	return heap.Undefined
}

// Do_Element is the value of a plain own element of an ordinary object,
// undefined for everything else.
func Do_Element(c *Call) heap.Value {
	h := c.H
	o, k := c.Arg(0), c.Arg(1)
	if !o.IsObject() || !k.IsInt() || k.Int32() < 0 || h.Flags(o.Ref())&(heap.FSparse|heap.FExotic) != 0 {
		return heap.Undefined
	}
	if v := c.element(o.Ref(), uint32(k.Int32())); v != heap.Hole {
		return v
	}
	return heap.Undefined
}

// Do_CreateDataProperty is ECMA-262 7.3.5: true, false, or undefined where user
// code would have to run.
func Do_CreateDataProperty(c *Call) heap.Value {
	h := c.H
	o, key, v := c.Arg(0).Ref(), c.Arg(1), c.Arg(2)
	if h.Flags(o)&heap.FExotic != 0 {
		return heap.Undefined
	}
	if key.IsNumber() {
		k, ok := heap.KeyFromNumber(key)
		if !ok {
			s := c.numberToString(key, 10)
			if s == heap.Empty {
				return s
			}
			k = heap.String(h.Intern(s.Ref()))
		}
		key = k
	} else if key.IsString() {
		key = h.KeyFromString(key.Ref())
	} else if !key.IsSymbol() {
		return heap.Undefined
	}
	var p heap.Prop
	p.Dynamic = true
	switch code := h.CreateDataProperty(o, key, v, &p); {
	case code == heap.OpDone:
		return heap.True
	case code == heap.OpMemory:
		return c.NoMemory()
	case code == heap.OpRange:
		return c.ThrowRangeError("Invalid array length")
	case heap.Rejected(code):
		return heap.False
	}
	return heap.Undefined
}
