//firn:core

package interp

import (
	"firn/heap"
	"firn/ir/bytecode"
	"firn/runtime/builtin"
)

// An iterator takes three registers: the iterator, its next method, and state.
// Three kinds are known to the loop and the driver, marked by the next method:
//
//	Empty  the iterator is an array or typed array iterated by index; the state is the index
//	Hole   the iterator is a generator whose next method is the intrinsic
//	TDZ    the iterator is a built-in one: of a Map, Set or string, or one that the program has
//
// They are used only where nobody can tell: what would be looked up are the
// intrinsics (in ROM, or unchanged).
const (
	byIndex     = heap.Empty
	byGenerator = heap.Hole
	byBuiltin   = heap.TDZ
)

// pristine reports whether v[Symbol.iterator] is the intrinsic in root method.
func (m *Machine) pristine(v Value, method uint32) bool {
	h := m.H
	return h.Lookup(v.Ref(), h.Root(builtin.RootSymIterator), &m.prop) == heap.LookupData && m.prop.Value == h.Root(method)
}

// nextIs reports whether the next method of prototype root proto is still the
// intrinsic in root method.
func (m *Machine) nextIs(proto, method uint32) bool {
	h := m.H
	return h.Lookup(h.Root(proto).Ref(), m.Call.Name(builtin.NameNext), &m.prop) == heap.LookupData && m.prop.Value == h.Root(method)
}

// intrinsicNext reports whether the next method of a generator is the intrinsic one.
func (m *Machine) intrinsicNext(g Value) bool {
	h := m.H
	return h.Lookup(g.Ref(), m.Call.Name(builtin.NameNext), &m.prop) == heap.LookupData && m.prop.Value == h.Root(builtin.RootGeneratorPrototype_next)
}

// getIterator is GetIterator(v, sync), ECMA-262 7.4.3. With delegate, there is no
// fast path but for generators.
func (m *Machine) getIterator(dst uint32, v Value, delegate bool) status {
	h := m.H
	switch {
	case delegate && !h.IsKind(v, heap.KGenerator):
	case v.IsString():
		if h.Lookup(h.Root(builtin.RootStringPrototype).Ref(), h.Root(builtin.RootSymIterator), &m.prop) == heap.LookupData &&
			m.prop.Value == h.Root(builtin.RootStringPrototype_sym_iterator) && m.nextIs(builtin.RootStringIteratorPrototype, builtin.RootStringIteratorPrototype_next) {
			return m.builtinIterator(dst, m.iteratorOf(builtin.LDo_StringIterator, v), heap.FbIterBuiltin)
		}
	case v.IsObject():
		switch h.Kind(v.Ref()) {
		case heap.KMap:
			if m.pristine(v, builtin.RootMapPrototype_entries) && m.nextIs(builtin.RootMapIteratorPrototype, builtin.RootMapIteratorPrototype_next) {
				return m.builtinIterator(dst, m.iteratorOf(builtin.LMapPrototype_entries, v), heap.FbIterMap)
			}
		case heap.KSet:
			if m.pristine(v, builtin.RootSetPrototype_values) && m.nextIs(builtin.RootSetIteratorPrototype, builtin.RootSetIteratorPrototype_next) {
				return m.builtinIterator(dst, m.iteratorOf(builtin.LSetPrototype_values, v), heap.FbIterSet)
			}
		case heap.KTypedArray:
			if m.pristine(v, builtin.RootTypedArrayPrototype_values) && m.nextIs(builtin.RootArrayIteratorPrototype, builtin.RootArrayIteratorPrototype_next) &&
				!h.TypedOutOfBounds(v.Ref()) {
				return m.indexIterator(dst, v)
			}
		case heap.KIterator:
			if m.pristine(v, builtin.RootIteratorPrototype_sym_iterator) && m.Call.IsPlainIterator(v) {
				switch h.Word(v.Ref()) {
				case builtin.IterMap, builtin.IterSet:
					return m.builtinIterator(dst, v, heap.FbIterObject)
				}
				return m.builtinIterator(dst, v, heap.FbIterBuiltin)
			}
		case heap.KArray:
			if m.pristine(v, builtin.RootArrayPrototype_values) && m.nextIs(builtin.RootArrayIteratorPrototype, builtin.RootArrayIteratorPrototype_next) {
				return m.indexIterator(dst, v)
			}
		case heap.KGenerator:
			if m.pristine(v, builtin.RootIteratorPrototype_sym_iterator) && m.intrinsicNext(v) {
				m.saw(heap.FbIterGen)
				m.set(dst, v)
				m.set(dst+1, byGenerator)
				m.set(dst+2, heap.Undefined)
				return next
			}
		}
	}
	m.saw(heap.FbIterOther)
	return m.callLib(builtin.LibIteratorRecord, m.after(dst, ActIter), 1, v, 0, 0, 0)
}

// iteratorOf runs the leaf that makes the built-in iterator of v: its this, and
// its argument.
func (m *Machine) iteratorOf(leaf uint32, v Value) Value {
	base := m.top() + frameHeader
	m.H.SetVal(base, v)
	m.H.SetVal(base+8, v)
	return m.leaf(leaf, base, 1, heap.Undefined, heap.Undefined)
}

// builtinIterator is the iterator it in the registers from dst on.
func (m *Machine) builtinIterator(dst uint32, it Value, bit uint8) status {
	if it == heap.Empty {
		return m.leafFailed(0, 0, 0)
	}
	m.saw(bit)
	m.set(dst, it)
	m.set(dst+1, byBuiltin)
	m.set(dst+2, heap.Undefined)
	return next
}

// indexIterator is the iterator by index of v in the registers from dst on.
func (m *Machine) indexIterator(dst uint32, v Value) status {
	m.set(dst, v)
	m.set(dst+1, byIndex)
	m.set(dst+2, heap.Int(0))
	return next
}

// sawBuiltin records the kind of a built-in iterator.
func (m *Machine) sawBuiltin(it uint32) {
	bits := uint8(heap.FbIterBuiltin)
	switch m.H.Word(it) {
	case builtin.IterMap:
		bits = heap.FbIterMap
	case builtin.IterSet:
		bits = heap.FbIterSet
	}
	if bits != heap.FbIterBuiltin && bytecode.Op(m.H.U8(m.pc)) == bytecode.OpOfnext {
		if m.H.Internal(it, 2) == heap.Int(builtin.IterEntries) {
			bits |= heap.FbIterPairs
		} else {
			bits |= heap.FbIterSingles
		}
	}
	m.saw(bits)
}

// ofNext takes the next value of the iterator at register b, Empty at the end.
func (m *Machine) ofNext(dst, b uint32) status {
	h := m.H
	it := m.get(b)
	switch m.get(b + 1) {
	case byIndex:
		if h.Kind(it.Ref()) == heap.KTypedArray {
			return m.typedNext(dst, b, it)
		}
		i := uint32(m.get(b + 2).Num())
		if m.get(b+2) == heap.Undefined || i >= h.Word(it.Ref()) {
			// Over for good, even if the array grows later.
			m.saw(heap.FbIterIndex)
			m.set(b+2, heap.Undefined)
			m.set(dst, heap.Empty)
			return next
		}
		m.set(b+2, heap.Uint32(i+1))
		return m.found(dst, m.lookup(it, heap.IndexKey(i)), it, heap.IndexKey(i))
	case byBuiltin:
		m.sawBuiltin(it.Ref())
		if h.IsROM(it.Ref()) {
			return m.stepByMethod(dst, it)
		}
		v, ok := m.Call.BuiltinStep(it.Ref())
		if !ok {
			return m.stepByMethod(dst, it)
		}
		m.set(dst, v)
		return next
	case byGenerator:
		m.saw(heap.FbIterGen)
		return m.stepGenerator(dst, it)
	}
	m.saw(heap.FbIterOther)
	return m.callLib(builtin.LibIteratorStep, m.after(dst, ActStore), 2, it, m.get(b+1), 0, 0)
}

// typedNext is ofNext of typed array v, iterated by index.
func (m *Machine) typedNext(dst, b uint32, v Value) status {
	h := m.H
	if m.get(b+2) == heap.Undefined {
		m.set(dst, heap.Empty)
		return next
	}
	i := uint32(m.get(b + 2).Num())
	m.sawTyped(h.Word(v.Ref()))
	if h.TypedOutOfBounds(v.Ref()) {
		// Its iterator throws.
		base := m.top() + frameHeader
		h.SetVal(base+8, v)
		h.SetVal(base+16, heap.Int(builtin.IterValues))
		it := m.leaf(builtin.LDo_ArrayIterator, base, 2, heap.Undefined, heap.Undefined)
		if it == heap.Empty {
			return m.leafFailed(0, 0, 0)
		}
		return m.stepByMethod(dst, it)
	}
	if i >= h.TypedLength(v.Ref()) {
		m.set(b+2, heap.Undefined)
		m.set(dst, heap.Empty)
		return next
	}
	m.set(b+2, heap.Uint32(i+1))
	m.set(dst, h.TypedGet(v.Ref(), i))
	return next
}

// sawTyped records, with the jempty behind the ofnext at pc, of which type the
// elements are that this takes.
func (m *Machine) sawTyped(t uint32) {
	at := m.fb + m.H.U32(m.fb+heap.FbTypeRel) + (m.pc-m.tmpl)>>3 + 1
	if seen := m.H.U8(at); seen == 0 {
		m.H.SetU8(at, uint8(t)+1)
	} else if seen != uint8(t)+1 {
		m.H.SetU8(at, heap.FbIterTypes)
	}
}

// stepByMethod has the library call the next method of a built-in iterator.
func (m *Machine) stepByMethod(dst uint32, it Value) status {
	return m.callLib(builtin.LibIteratorStep, m.after(dst, ActStore), 2, it, m.Call.NextMethod(it.Ref()), 0, 0)
}

// stepGenerator resumes a generator for a for-of loop: its values need no
// result objects.
func (m *Machine) stepGenerator(dst uint32, gen Value) status {
	h := m.H
	if h.Internal(gen.Ref(), genState) == heap.Int(genDone) {
		m.set(dst, heap.Empty)
		return next
	}
	return m.pushGenerator(gen.Ref(), m.after(dst, ActGenStep), heap.Undefined, modeNext)
}

// iteratorClose closes the iterator at register a: ECMA-262 7.4.11. silent: an
// exception is on its way, errors of closing are dropped.
func (m *Machine) iteratorClose(a uint32, silent bool) status {
	h := m.H
	it := m.get(a)
	switch m.get(a + 1) {
	case byIndex:
		// Array iterators have no return method unless somebody gave them one.
		if h.Lookup(h.Root(builtin.RootArrayIteratorPrototype).Ref(), heap.String(h.InternStr("return")), &m.prop) == heap.LookupAbsent {
			return next
		}
		it = heap.Object(h.NewObject(h.Root(builtin.RootArrayIteratorPrototype).Ref(), 0))
	case byBuiltin:
		m.sawBuiltin(it.Ref())
		if h.Lookup(it.Ref(), heap.String(h.InternStr("return")), &m.prop) == heap.LookupAbsent {
			return next
		}
	}
	if m.get(a+1) != byIndex && m.get(a+1) != byBuiltin {
		m.saw(heap.FbIterOther)
	}
	root := uint32(builtin.LibIteratorClose)
	if silent {
		root = builtin.LibIteratorCloseSilent
	}
	return m.callLib(root, m.after(0, ActDiscard), 1, it, 0, 0, 0)
}

// arraySpread appends the values of an iterable to an array literal.
func (m *Machine) arraySpread(arr, v Value) status {
	h := m.H
	// Library code spreads only arrays of its own.
	if h.IsKind(v, heap.KArray) && (h.U32(m.tmpl+heap.TmplFlags)&heap.TLibrary != 0 ||
		m.pristine(v, builtin.RootArrayPrototype_values) && m.nextIs(builtin.RootArrayIteratorPrototype, builtin.RootArrayIteratorPrototype_next)) {
		n := h.Word(v.Ref())
		e := h.U32(v.Ref() + heap.OffElements)
		if n == 0 {
			return next
		}
		if e != 0 && h.Kind(e) == heap.KElements && (h.Size(e)-heap.OffValues)>>3 >= n {
			holes := false
			for i := uint32(0); i < n && !holes; i++ {
				holes = h.Val(e+heap.OffValues+8*i) == heap.Hole
			}
			if !holes {
				if !h.ReserveElements(arr.Ref(), h.Word(arr.Ref())+n) {
					return m.noMemory()
				}
				for i := uint32(0); i < n; i++ {
					if !h.ArrayPush(arr.Ref(), h.Val(e+heap.OffValues+8*i)) {
						return m.noMemory()
					}
				}
				h.Charge(uint64(n))
				return next
			}
		}
	}
	if v.IsObject() {
		switch h.Kind(v.Ref()) {
		case heap.KMap:
			m.saw(heap.FbIterMap)
		case heap.KSet:
			m.saw(heap.FbIterSet)
		case heap.KIterator:
			m.saw(heap.FbIterObject)
		}
	}
	if done, ok := m.Call.AppendValues(arr.Ref(), v, m.Call.IteratorMethod(v)); !ok {
		return m.noMemory()
	} else if done {
		return next
	}
	return m.callLib(builtin.LibArraySpread, m.after(0, ActDiscard), 2, arr, v, 0, 0)
}

// for-in. The list register holds a record: the next position, the number of
// keys, and the record of keys; undefined when there is nothing to visit. The
// library, asked when there is a proxy, gives an array instead.
const (
	listAt   = heap.ForInAt
	listLen  = heap.ForInLen
	listKeys = heap.ForInKeysRef
	listSize = heap.ForInSize
)

// keyList makes the record from n keys at the start of record or elements keys.
func (m *Machine) keyList(keys, n uint32) Value {
	h := m.H
	l := h.Alloc(heap.KRecord, listSize)
	h.SetVal(l+listAt, heap.Int(0))
	h.SetVal(l+listLen, heap.Uint32(n))
	h.SetVal(l+listKeys, heap.CellRef(keys))
	return heap.CellRef(l)
}

// forIn makes the key list of v.
func (m *Machine) forIn(dst uint32, v Value) status {
	h := m.H
	if v.IsNullish() {
		m.set(dst, heap.Undefined)
		return next
	}
	o := m.box(v)
	rec, n, code := h.ForInKeys(o)
	switch code {
	case heap.OpDone:
		h.Charge(uint64(n))
		m.set(dst, heap.Undefined)
		if n > 0 {
			m.set(dst, m.keyList(rec, n))
		}
		return next
	case heap.OpMemory:
		return m.noMemory()
	}
	return m.callLib(builtin.LibForInKeysSlow, m.after(dst, ActStore), 1, heap.Object(o), 0, 0, 0)
}

// inNext takes the next key of the list in register b that v still has.
func (m *Machine) inNext(dst, b uint32, v Value) status {
	h := m.H
	if list := m.get(b); list.IsObject() {
		m.set(b, heap.Undefined)
		if n := h.Word(list.Ref()); n > 0 {
			m.set(b, m.keyList(h.U32(list.Ref()+heap.OffElements), n))
		}
	}
	if m.get(b) == heap.Undefined {
		m.set(dst, heap.Empty)
		return next
	}
	l := m.get(b).Ref()
	o := m.box(v)
	for n := h.Val(l + listLen).Int32(); ; {
		i := h.Val(l + listAt).Int32()
		if i >= n {
			m.set(dst, heap.Empty)
			return next
		}
		h.SetVal(l+listAt, heap.Int(i+1))
		h.Charge(1)
		k, st := m.key(h.Val(h.Val(l+listKeys).Ref() + heap.OffValues + 8*uint32(i)))
		if st != next {
			return st
		}
		// A proxy's keys are taken as they were listed.
		if h.HasProperty(o, k, &m.prop) != heap.LookupAbsent {
			m.set(dst, m.keyValue(k))
			return next
		}
	}
}
