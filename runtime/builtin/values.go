//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/num"
)

// The word of a KIterator tells which iterator it is; see the constants'
// comments for the internal slots.
const (
	IterArray  = 0 // [0] array or undefined when done, [1] next index, [2] kind
	IterMap    = 1 // [0] table cell or undefined, [1] position, [2] kind
	IterSet    = 2 // likewise
	IterString = 3 // [0] string or undefined, [1] position
	IterCursor = 4 // library cursor over a Map or Set: [0] table cell, [1] position, [2] key, [3] value
)

// Kinds of Array, Map and Set iterators.
const (
	IterKeys    = 0
	IterValues  = 1
	IterEntries = 2
)

// status is the result of an operation of the heap that failed.
func (c *Call) status(st heap.Status) heap.Value {
	switch st {
	case heap.TooLong:
		return c.ThrowRangeError("Invalid string length")
	case heap.ReadOnly:
		return c.ThrowTypeError("Cannot change a hardened object")
	}
	return c.NoMemory()
}

// stringResult is the result of an operation that gives a string or fails.
func (c *Call) stringResult(ref uint32, st heap.Status) heap.Value {
	if st != heap.OK {
		return c.status(st)
	}
	return heap.String(ref)
}

// newString is the result of a leaf that made a string; 0 means no memory.
func (c *Call) newString(ref uint32) heap.Value {
	if ref == 0 {
		return c.NoMemory()
	}
	return heap.String(ref)
}

// ascii is a string result from Latin-1 bytes.
func (c *Call) ascii(b []byte) heap.Value { return c.newString(c.H.NewLatin1(b)) }

// rootObj is the object in a root.
func (c *Call) rootObj(root uint32) uint32 { return c.H.Root(root).Ref() }

// throwOn throws the TypeError of a method called on a wrong this value.
func (c *Call) throwOn(method string) heap.Value {
	h := c.H
	var b heap.StrBuilder
	b.Start(h, 80)
	b.AddASCII("Method ")
	b.AddASCII(method)
	b.AddASCII(" called on incompatible receiver ")
	c.display(&b, c.This())
	return c.throwBuilt(CodeTypeError, &b)
}

// throwBuilt throws an error with the builder's text.
func (c *Call) throwBuilt(code uint32, b *heap.StrBuilder) heap.Value {
	ref, st := b.Finish()
	if st != heap.OK {
		ref = c.H.EmptyString()
	}
	c.Code, c.Text, c.A = code, ref, heap.Empty
	return heap.Empty
}

// maxDisplay bounds what messages show of a value, in code units.
const maxDisplay = 128

// display appends v as error messages name it: strings quoted, objects by
// their kind, never running user code.
func (c *Call) display(b *heap.StrBuilder, v heap.Value) {
	h := c.H
	switch {
	case v.IsNumber():
		var buf [num.MaxDecimalLen]byte
		b.AddBytes(buf[:num.NumberToString(v.Num(), 10, buf[:])])
	case v.IsString():
		b.AddUnit('"')
		c.displayUnits(b, v.Ref())
		b.AddUnit('"')
	case v.IsSymbol():
		b.AddASCII("Symbol(")
		if d := h.SymbolDescription(v.Ref()); d.IsString() {
			c.displayUnits(b, d.Ref())
		}
		b.AddUnit(')')
	case v.IsBigInt():
		b.AddASCII("a BigInt")
	case v.IsObject():
		c.displayObject(b, v.Ref())
	case v == heap.Null:
		b.AddASCII("null")
	case v == heap.True:
		b.AddASCII("true")
	case v == heap.False:
		b.AddASCII("false")
	default:
		b.AddASCII("undefined")
	}
}

func (c *Call) displayUnits(b *heap.StrBuilder, s uint32) {
	v := c.H.View(s)
	if v.Len > maxDisplay {
		b.AddView(v.Sub(0, maxDisplay))
		b.AddASCII("...")
		return
	}
	b.AddView(v)
}

func (c *Call) displayObject(b *heap.StrBuilder, o uint32) {
	k := c.H.Kind(o)
	switch {
	case k >= heap.FirstCallable:
		b.AddASCII("[object Function]")
	case k == heap.KArray:
		b.AddASCII("[object Array]")
	case k == heap.KObject:
		b.AddASCII("#<Object>")
	default:
		b.AddASCII("#<")
		b.AddASCII(heap.KindName(k))
		b.AddUnit('>')
	}
}

// Do_Display is a value as error messages name it.
func Do_Display(c *Call) heap.Value {
	var b heap.StrBuilder
	b.Start(c.H, 32)
	c.display(&b, c.Arg(0))
	return c.stringResult(b.Finish())
}

// isConstructor is ECMA-262 7.2.4.
func (c *Call) isConstructor(v heap.Value) bool {
	h := c.H
	for v.IsObject() {
		o := v.Ref()
		switch h.Kind(o) {
		case heap.KFunction:
			return h.U32(h.Word(o)+heap.TmplFlags)&heap.TConstructor != 0
		case heap.KProxy:
			return h.Word(o)&2 != 0
		case heap.KEvaluator:
			return h.Word(o) == EvaluatorFunction
		case heap.KHost:
			return h.Word(o)&HostConstructor != 0
		case heap.KBound:
			v = h.Internal(o, 0)
			continue
		}
		return false
	}
	return false
}

// strictEquals is ECMA-262 7.2.14 IsStrictlyEqual.
func (c *Call) strictEquals(a, b heap.Value) bool {
	if a == b {
		return !a.IsDouble() || a.Float() == a.Float()
	}
	switch {
	case a.IsNumber():
		return b.IsNumber() && a.Num() == b.Num()
	case a.IsString():
		return b.IsString() && c.H.Equal(a.Ref(), b.Ref())
	case a.IsBigInt():
		return b.IsBigInt() && c.H.BigIntEqual(a.Ref(), b.Ref())
	}
	return false
}

// sameValueZero is ECMA-262 7.2.11.
func (c *Call) sameValueZero(a, b heap.Value) bool {
	if a.IsNumber() && b.IsNumber() {
		return num.SameValueZero(a.Num(), b.Num())
	}
	return c.strictEquals(a, b)
}

// Do_SameValue is ECMA-262 7.2.10.
func Do_SameValue(c *Call) heap.Value { return heap.Bool(c.H.SameValue(c.Arg(0), c.Arg(1))) }

// Do_SameValueZero is ECMA-262 7.2.11.
func Do_SameValueZero(c *Call) heap.Value { return heap.Bool(c.sameValueZero(c.Arg(0), c.Arg(1))) }

// Do_IsConstructor is ECMA-262 7.2.4.
func Do_IsConstructor(c *Call) heap.Value { return heap.Bool(c.isConstructor(c.Arg(0))) }

// protoRef is a prototype argument: an object, or 0 for null.
func protoRef(v heap.Value) uint32 {
	if v.IsObject() {
		return v.Ref()
	}
	return 0
}

// Do_NewObject makes an object of a kind, its internal slots undefined.
func Do_NewObject(c *Call) heap.Value {
	return heap.Object(c.H.NewKind(uint8(c.Arg(1).Int32()), protoRef(c.Arg(0))))
}

// integerArg is ToIntegerOrInfinity of argument i when that runs no user code:
// a number or undefined.
func (c *Call) integerArg(i uint32) (f float64, ok bool) {
	v := c.Arg(i)
	if v.IsInt() {
		return float64(v.Int32()), true
	}
	if v.IsDouble() {
		return num.ToIntegerOrInfinity(v.Float()), true
	}
	return 0, v == heap.Undefined
}

// relativeArg is argument i as a position in [0, length] that counts from the
// end when negative; absent stands for undefined.
func (c *Call) relativeArg(i uint32, length, absent uint32) (pos uint32, ok bool) {
	v := c.Arg(i)
	if v == heap.Undefined {
		return absent, true
	}
	if !v.IsNumber() {
		return 0, false
	}
	return uint32(num.RelativeIndex(v.Num(), int64(length))), true
}

// clampedArg is argument i as a position clamped to [0, length].
func (c *Call) clampedArg(i uint32, length, absent uint32) (pos uint32, ok bool) {
	v := c.Arg(i)
	if v == heap.Undefined {
		return absent, true
	}
	if !v.IsNumber() {
		return 0, false
	}
	return uint32(num.ToIntegerClamp(v.Num(), 0, int64(length))), true
}

// rootIterResult is the root of the shape of iterator results. It is kept, for
// they live shorter than the time between two collections.
const rootIterResult = 61

// iterResult is ECMA-262 7.4.15 CreateIteratorResultObject.
func (c *Call) iterResult(v heap.Value, done bool) heap.Value {
	h := c.H
	if s := h.Root(rootIterResult); s.IsCell() {
		o := h.NewObjectShape(s.Ref())
		h.SetVal(o+heap.OffInternal, v)
		h.SetVal(o+heap.OffInternal+8, heap.Bool(done))
		return heap.Object(o)
	}
	o := h.NewObject(c.rootObj(RootObjectPrototype), 2)
	var p heap.Prop
	h.CreateDataProperty(o, c.Name(NameValue), v, &p)
	h.CreateDataProperty(o, c.Name(NameDone), heap.Bool(done), &p)
	h.SetRoot(rootIterResult, heap.CellRef(h.Shape(o)))
	return heap.Object(o)
}

// pair is a fresh array of two values.
func (c *Call) pair(a, b heap.Value) heap.Value {
	h := c.H
	r := h.NewArrayCap(2, 2)
	e := h.U32(r + heap.OffElements)
	h.Store(e+heap.OffValues, a)
	h.Store(e+heap.OffValues+8, b)
	return heap.Object(r)
}

// newIterator makes a built-in iterator of a kind.
func (c *Call) newIterator(proto, word uint32, a, b, k heap.Value) heap.Value {
	h := c.H
	it := h.NewKind(heap.KIterator, c.rootObj(proto))
	h.SetU32(it+heap.OffWord, word)
	h.SetInternal(it, 0, a)
	h.SetInternal(it, 1, b)
	h.SetInternal(it, 2, k)
	return heap.Object(it)
}

// isIterator reports whether v is the built-in iterator of that word.
func (c *Call) isIterator(v heap.Value, word uint32) bool {
	return c.H.IsKind(v, heap.KIterator) && c.H.Word(v.Ref()) == word
}

// HostConstructor is a bit of the word of a KHost: the function can be
// constructed.
const HostConstructor = 1 << 31
