//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/num"
	"firn/runtime/builtin/strs"
)

// JSON.stringify (ECMA-262 25.5.2) of plain data: ordinary objects and dense
// arrays whose properties are data, without toJSON anywhere. Whatever might run
// user code makes it give up, with nothing done.

// jsonFrame is one level of nesting, in a record: the container, the next
// position, the number of positions, the shape or the record of keys of an object.
const (
	frameObject = iota
	frameNext
	frameCount
	frameKeys
	frameWords
)

// firstFrames is how many frames there is room for at first.
const firstFrames = 3

// maxPlainDepth bounds the search for cycles, which is linear in the depth.
const maxPlainDepth = 1000

// jsonWriter is the state of one serialisation.
type jsonWriter struct {
	c     *Call
	b     heap.StrBuilder
	gap   heap.StrView
	stack uint32 // record of frames
	depth uint32
	fresh bool // an object has just been opened
	prop  heap.Prop

	toJSON heap.Value // the key
	plain  uint32     // a shape whose objects have no toJSON, checked last
	above  uint32     // a prototype that has none either, nor its prototypes, checked last

	listRec uint32 // the property list (25.5.2 step 4.b), 0 without one
	listN   uint32
}

// Answers of jsonWriter.value.
const (
	jsonWritten   = iota
	jsonUndefined // the value has no JSON text
	jsonOpened    // a container: its members come next
	jsonGiveUp    // the library must do it
	jsonThrown    // c holds an error
)

// Do_StringifyPlain is the JSON text of a value with a gap and a property list
// (undefined, or an array of strings); null when user code might have to run.
func Do_StringifyPlain(c *Call) heap.Value {
	h := c.H
	var w jsonWriter
	w.c = c
	w.gap = h.View(c.Arg(1).Ref())
	w.toJSON = c.Name(NameToJSON)
	if list := c.Arg(2); list.IsObject() {
		n := h.Word(list.Ref())
		w.listN = n
		w.listRec = h.AllocValues(heap.KRecord, heap.OffValues+8*n+8, heap.OffValues, heap.Undefined)
		for i := uint32(0); i < n; i++ {
			h.SetVal(w.listRec+heap.OffValues+8*i, c.propertyKey(c.element(list.Ref(), i)))
		}
		h.DirtyCell(w.listRec)
	}
	w.b.Start(h, 64)
	w.stack = h.AllocValues(heap.KRecord, heap.OffValues+8*frameWords*firstFrames, heap.OffValues, heap.Undefined)
	switch w.value(c.Arg(0)) {
	case jsonUndefined:
		return heap.Undefined
	case jsonGiveUp:
		return heap.Null
	case jsonThrown:
		return heap.Empty
	case jsonOpened:
		switch w.run() {
		case jsonGiveUp:
			return heap.Null
		case jsonThrown:
			return heap.Empty
		}
	}
	return c.stringResult(w.b.Finish())
}

func (w *jsonWriter) frame(i uint32) uint32 {
	return w.stack + heap.OffValues + 8*(frameWords*(w.depth-1)+i)
}

// run serialises the members of the open containers.
func (w *jsonWriter) run() int {
	h := w.c.H
	for w.depth > 0 {
		if w.b.Failed() {
			return jsonWritten // Finish tells
		}
		o := h.Val(w.frame(frameObject)).Ref()
		next := uint32(h.Val(w.frame(frameNext)).Int32())
		count := uint32(h.Val(w.frame(frameCount)).Int32())
		keys := h.Val(w.frame(frameKeys))
		array := !keys.IsCell()
		if next >= count {
			w.close(array)
			continue
		}
		h.SetVal(w.frame(frameNext), heap.Int(int32(next+1)))
		if array {
			if code := w.element(o, next); code >= jsonGiveUp {
				return code
			}
			continue
		}
		code := jsonUndefined
		if h.Kind(keys.Ref()) != heap.KShape {
			code = w.property(o, h.Val(keys.Ref()+heap.OffValues+8*next))
		} else if key, attrs := h.ShapeKey(keys.Ref(), next); attrs&heap.Enumerable != 0 && key != heap.Empty && !key.IsSymbol() {
			if attrs&heap.Accessor != 0 {
				return jsonGiveUp
			}
			h.Charge(1) // as OwnKeys does
			code = w.member(key, h.ShapeValue(o, keys.Ref(), next))
		}
		if code >= jsonGiveUp {
			return code
		}
	}
	return jsonWritten
}

// element serialises element i of an array.
func (w *jsonWriter) element(a, i uint32) int {
	// Members of nested containers can change nothing, so a is as it was.
	if i > 0 {
		w.b.AddUnit(',')
	}
	w.newline(w.depth)
	v := w.c.element(a, i)
	if v == heap.Hole {
		if !w.c.cleanProtos(a) {
			return jsonGiveUp
		}
		v = heap.Undefined
	}
	code := w.value(v)
	if code == jsonUndefined {
		w.b.AddASCII("null")
	}
	return code
}

// property serialises property key of an object, if it has a JSON text.
func (w *jsonWriter) property(o uint32, key heap.Value) int {
	// With a property list the object need not have the property.
	switch w.c.H.Lookup(o, key, &w.prop) {
	case heap.LookupData:
		return w.member(key, w.prop.Value)
	case heap.LookupAbsent:
		return jsonUndefined
	}
	return jsonGiveUp
}

// member serialises a property, if it has a JSON text.
func (w *jsonWriter) member(key, v heap.Value) int {
	h := w.c.H
	if v == heap.Undefined || v.IsSymbol() || h.IsCallable(v) {
		// A function may have a toJSON of its own.
		if v.IsObject() && !w.noToJSON(v.Ref()) {
			return jsonGiveUp
		}
		return jsonUndefined
	}
	if !w.fresh {
		w.b.AddUnit(',')
	}
	w.fresh = false
	w.newline(w.depth)
	if key.IsNumber() {
		w.b.AddUnit('"')
		w.c.addNumber(&w.b, key)
		w.b.AddUnit('"')
	} else {
		strs.QuoteJSON(h, &w.b, h.View(key.Ref()))
	}
	w.b.AddUnit(':')
	if w.gap.Len > 0 {
		w.b.AddUnit(' ')
	}
	return w.value(v)
}

// newline starts a line indented by depth gaps, if there is a gap.
func (w *jsonWriter) newline(depth uint32) {
	if w.gap.Len == 0 {
		return
	}
	w.b.AddUnit('\n')
	for ; depth > 0; depth-- {
		w.b.AddView(w.gap)
	}
}

// close ends the innermost container.
func (w *jsonWriter) close(array bool) {
	empty := w.fresh
	w.fresh = false
	w.depth--
	if array {
		if w.c.H.Val(w.frameAt(w.depth, frameCount)) != heap.Int(0) {
			w.newline(w.depth)
		}
		w.b.AddUnit(']')
		return
	}
	if !empty {
		w.newline(w.depth)
	}
	w.b.AddUnit('}')
}

func (w *jsonWriter) frameAt(level, i uint32) uint32 {
	return w.stack + heap.OffValues + 8*(frameWords*level+i)
}

// noToJSON reports whether o is an object whose toJSON is surely undefined.
func (w *jsonWriter) noToJSON(o uint32) bool {
	h := w.c.H
	s := h.Shape(o)
	dictionary := h.ShapeFlagsOf(s)&heap.SDictionary != 0
	if s == w.plain && !dictionary {
		return true
	}
	if proto := h.Proto(o); proto != 0 && proto != w.above {
		if h.Lookup(proto, w.toJSON, &w.prop) != heap.LookupAbsent {
			return false
		}
		w.above = proto
	}
	if h.GetOwn(o, w.toJSON, &w.prop) {
		return false
	}
	if !dictionary {
		w.plain = s
	}
	return true
}

// value serialises v, or opens it.
func (w *jsonWriter) value(v heap.Value) int {
	h := w.c.H
	switch {
	case v.IsString():
		strs.QuoteJSON(h, &w.b, h.View(v.Ref()))
		return jsonWritten
	case v.IsNumber():
		if v.IsDouble() && !num.IsFinite(v.Float()) {
			w.b.AddASCII("null")
		} else {
			w.c.addNumber(&w.b, v)
		}
		return jsonWritten
	case v == heap.Null:
		w.b.AddASCII("null")
		return jsonWritten
	case v == heap.True:
		w.b.AddASCII("true")
		return jsonWritten
	case v == heap.False:
		w.b.AddASCII("false")
		return jsonWritten
	case v.IsBigInt():
		return jsonGiveUp
	case !v.IsObject():
		return jsonUndefined
	}
	o := v.Ref()
	k := h.Kind(o)
	if k >= heap.FirstCallable {
		if !w.noToJSON(o) {
			return jsonGiveUp
		}
		return jsonUndefined
	}
	if k != heap.KObject && k != heap.KArray || h.Flags(o)&heap.FExotic != 0 || !w.noToJSON(o) {
		return jsonGiveUp
	}
	return w.open(o, k == heap.KArray)
}

// open starts an object or array.
func (w *jsonWriter) open(o uint32, array bool) int {
	h := w.c.H
	if w.depth >= maxPlainDepth {
		return jsonGiveUp
	}
	for i := uint32(0); i < w.depth; i++ {
		if h.Val(w.frameAt(i, frameObject)) == heap.Object(o) {
			return jsonGiveUp // the library throws the TypeError
		}
	}
	h.Charge(uint64(w.depth>>3) + 1)
	keys, count := heap.Undefined, uint32(0)
	if array {
		if h.Flags(o)&heap.FSparse != 0 || h.Word(o) > 1<<27 {
			return jsonGiveUp
		}
		count = h.Word(o)
	} else if w.listRec != 0 {
		keys, count = heap.CellRef(w.listRec), w.listN
	} else {
		s := h.Shape(o)
		if h.ShapeFlagsOf(s)&heap.SDictionary == 0 && h.U32(o+heap.OffElements) == 0 {
			keys, count = heap.CellRef(s), h.ShapeSize(s)
		} else {
			rec, n := h.OwnKeys(o, heap.KeyStrings|heap.KeyEnumerable)
			if rec == 0 {
				w.c.NoMemory()
				return jsonThrown
			}
			keys, count = heap.CellRef(rec), n
		}
	}
	if w.depth*frameWords*8+heap.OffValues >= h.Size(w.stack) {
		size := 2*h.Size(w.stack) - heap.OffValues
		r := h.AllocValues(heap.KRecord, size, heap.OffValues, heap.Undefined)
		h.CopyWords(r+heap.OffValues, w.stack+heap.OffValues, w.depth*frameWords)
		w.stack = r
	}
	w.depth++
	h.SetVal(w.frame(frameObject), heap.Object(o))
	h.SetVal(w.frame(frameNext), heap.Int(0))
	h.SetVal(w.frame(frameCount), heap.Int(int32(count)))
	h.SetVal(w.frame(frameKeys), keys)
	if array {
		w.b.AddUnit('[')
	} else {
		w.b.AddUnit('{')
		w.fresh = true
	}
	return jsonOpened
}

// Do_QuoteJSON is ECMA-262 25.5.2.3 QuoteJSONString.
func Do_QuoteJSON(c *Call) heap.Value {
	var b heap.StrBuilder
	v := c.H.View(c.Arg(0).Ref())
	b.Start(c.H, v.Len+2)
	strs.QuoteJSON(c.H, &b, v)
	return c.stringResult(b.Finish())
}

// Do_JSONPrimitive is the JSON text of a primitive that is no BigInt: undefined
// if it has none, null for what is not such a primitive.
func Do_JSONPrimitive(c *Call) heap.Value {
	v := c.Arg(0)
	switch {
	case v.IsString():
		return Do_QuoteJSON(c)
	case v.IsNumber():
		if v.IsDouble() && !num.IsFinite(v.Float()) {
			return c.Name(NameNull)
		}
		return c.numberToString(v, 10)
	case v == heap.Null:
		return c.Name(NameNull)
	case v == heap.True:
		return c.Name(NameTrue)
	case v == heap.False:
		return c.Name(NameFalse)
	case v.IsBigInt() || v.IsObject():
		return heap.Null
	}
	return heap.Undefined
}

// maxFlatMember is the length of a text up to which it is copied rather than
// made part of a rope.
const maxFlatMember = 256

// Do_JSONMember is argument 0 (undefined or the members so far), followed by a
// separator, a quoted key, a colon and the text of a value.
func Do_JSONMember(c *Call) heap.Value {
	h := c.H
	var b heap.StrBuilder
	value := c.Arg(4).Ref()
	flat := h.StrLen(value) <= maxFlatMember
	b.Start(h, 64)
	if c.Arg(0).IsString() {
		b.AddView(h.View(c.Arg(1).Ref()))
	}
	strs.QuoteJSON(h, &b, h.View(c.Arg(2).Ref()))
	b.AddView(h.View(c.Arg(3).Ref()))
	if flat {
		b.AddView(h.View(value))
	}
	s, st := b.Finish()
	if st == heap.OK && !flat {
		s, st = h.Concat(s, value)
	}
	if st == heap.OK && c.Arg(0).IsString() {
		s, st = h.Concat(c.Arg(0).Ref(), s)
	}
	return c.stringResult(s, st)
}

// Do_EnumerableKeys is an array of the enumerable own string keys of an object
// that is neither a proxy nor a module namespace, undefined for those.
func Do_EnumerableKeys(c *Call) heap.Value {
	h := c.H
	o := c.Arg(0).Ref()
	if k := h.Kind(o); k == heap.KProxy || k == heap.KNamespace {
		return heap.Undefined
	}
	rec, n := h.OwnKeys(o, heap.KeyStrings|heap.KeyEnumerable)
	if rec == 0 {
		return c.NoMemory()
	}
	return c.list(rec, n)
}

// Do_EncodeURI is ECMA-262 19.2.6.5 Encode.
func Do_EncodeURI(c *Call) heap.Value {
	return c.uriResult(strs.EncodeURI(c.H, c.Arg(0).Ref(), uriMode(c.Arg(1))))
}

// Do_DecodeURI is ECMA-262 19.2.6.6 Decode.
func Do_DecodeURI(c *Call) heap.Value {
	return c.uriResult(strs.DecodeURI(c.H, c.Arg(0).Ref(), uriMode(c.Arg(1))))
}

func uriMode(component heap.Value) int {
	if component == heap.True {
		return strs.Component
	}
	return strs.URI
}

func (c *Call) uriResult(s uint32, st heap.Status) heap.Value {
	if st == heap.Malformed {
		return c.Throw(CodeURIError, "URI malformed")
	}
	return c.stringResult(s, st)
}
