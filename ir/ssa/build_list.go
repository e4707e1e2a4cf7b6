package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// Iterators of Maps and Sets that methods make, and arrays of what Maps, Sets and
// their iterators give: [...map.values()], Array.from(set).

// tableIterators are the methods that make iterators.
var tableIterators = map[Intrinsic]struct {
	set  bool
	kind int32
}{
	MapKeys: {false, iterKeys}, MapValues: {false, iterValues}, MapEntries: {false, iterEntries},
	SetValues: {true, iterValues}, SetEntries: {true, iterEntries},
}

// newTableIterator builds the iterator of a plain Map or Set, whose cell is obj and whose
// iterators have shape.
func (b *builder) newTableIterator(obj *Value, shape uint32, set bool, kind int32) *Value {
	word := int32(iterMap)
	if set {
		word = iterSet
	}
	table := b.load(OpLoadVal, MemInner, heap.OffInternal, obj)
	it := b.instance(shape)
	b.store(OpStoreInt, MemWord, heap.OffWord, it, b.integer(word))
	b.store(OpStoreVal, MemProp, iterSource, it, table)
	b.store(OpStoreVal, MemProp, iterPosition, it, b.value(heap.Int(0)))
	b.store(OpStoreVal, MemProp, iterKind, it, b.value(heap.Int(kind)))
	return b.op(OpBoxObj, it)
}

// iteratorCall builds a call of a method that makes an iterator.
func (b *builder) iteratorCall(in *bytecode.Inst, k Intrinsic, dst uint32, this *Value) bool {
	m := tableIterators[k]
	object, iterator, ok := b.tablesOf(m.set)
	if !ok || this.Type != Val {
		return false
	}
	b.orSlow(in, func() {
		obj := b.requireObject(this)
		b.requireCell(b.load(OpLoadRef, MemShape, heap.OffShape, obj), b.cell(object))
		it := b.newTableIterator(obj, iterator, m.set, m.kind)
		b.charge(in.X)
		b.set(dst, it)
	})
	return true
}

// appendTable builds the append of all that v gives, a plain Map or Set or an iterator of one
// that has not been stepped, to an array without elements, whose cell is to: heap's
// Call.appendTable. seen tells which of them there have been; others go on with otherwise.
func (b *builder) appendTable(to, v *Value, seen uint8, otherwise func()) bool {
	maps, mapIterators, _ := b.tablesOf(false)
	sets, setIterators, _ := b.tablesOf(true)
	if v.Type != Val || maps|sets == 0 {
		return false
	}
	obj := b.requireObject(v)
	shape := b.load(OpLoadRef, MemShape, heap.OffShape, obj)
	list := func(table, kind *Value) {
		b.require(b.aux(OpHasTag, heap.TagCell, table))
		t := b.op(OpUnboxRef, table)
		b.require(b.aux(OpCmpInt, int64(Eq), b.load(OpLoadInt, MemWord, heap.OffWord, to), b.integer(0)))
		have := b.load(OpLoadCap, MemFlags, 0, b.load(OpLoadRef, MemElems, heap.OffElements, to))
		e := b.stub(StubTableList, t, kind, b.cell(b.h.ArrayShape()), have)
		b.store(OpStoreRef, MemElems, heap.OffElements, to, e)
		b.aux(OpBarrier, heap.OffElements, to)
		b.store(OpStoreInt, MemWord, heap.OffWord, to, b.load(OpLoadInt, MemInner, heap.TableLive, t))
	}
	ofObject := func(kind int32) func() {
		return func() { list(b.load(OpLoadVal, MemInner, heap.OffInternal, obj), b.integer(kind)) }
	}
	ofIterator := func() {
		b.requireValue(b.load(OpLoadVal, MemProp, iterPosition, obj), b.value(heap.Int(0)))
		table := b.load(OpLoadVal, MemProp, iterSource, obj)
		list(table, b.op(OpUnboxInt, b.load(OpLoadVal, MemProp, iterKind, obj)))
		used := b.load(OpLoadInt, MemInner, heap.TableUsed, b.op(OpUnboxRef, table))
		b.store(OpStoreVal, MemProp, iterPosition, obj, b.op(OpBoxInt, used))
		b.store(OpStoreVal, MemProp, iterSource, obj, b.value(heap.Undefined))
	}
	cases := []struct {
		bit   uint8
		shape uint32
		do    func()
	}{
		{heap.FbIterMap, maps, ofObject(iterEntries)}, {heap.FbIterSet, sets, ofObject(iterValues)},
		{heap.FbIterObject, mapIterators, ofIterator}, {heap.FbIterObject, setIterators, ofIterator},
	}
	var next func(i int)
	next = func(i int) {
		for i < len(cases) && (seen&cases[i].bit == 0 || cases[i].shape == 0) {
			i++
		}
		if i == len(cases) {
			otherwise()
			return
		}
		b.choose(b.aux(OpCmpRef, int64(Eq), shape, b.cell(cases[i].shape)), func() *Value {
			cases[i].do()
			return nil
		}, func() *Value {
			next(i + 1)
			return nil
		})
	}
	next(0)
	return true
}

// tableNext builds $TableNext of a cursor of the library: its table and position, then the
// key and the value that it has come to. Its slots are the library's, not an iterator's.
func (b *builder) tableNext(in *bytecode.Inst, dst uint32, cursor *Value) bool {
	if cursor.Type != Val {
		return false
	}
	const position, key, value = heap.OffInternal + 8, heap.OffInternal + 16, heap.OffInternal + 24
	b.orSlow(in, func() {
		c := b.requireObject(cursor)
		t := b.op(OpUnboxRef, b.load(OpLoadVal, MemInner, heap.OffInternal, c))
		b.require(b.aux(OpCmpInt, int64(Eq), b.load(OpLoadInt, MemInner, heap.TableHeir, t), b.integer(0)))
		p := b.aux(OpStubInt, int64(StubTablePlace), t, b.requireInt(b.load(OpLoadVal, MemInner, position, c)))
		b.require(b.aux(OpCmpInt, int64(Ge), p, b.integer(0)))
		more := b.aux(OpCmpUint, int64(Lt), p, b.load(OpLoadInt, MemInner, heap.TableUsed, t))
		b.set(dst, b.choose(more, func() *Value {
			// Entries are one or two values.
			second := b.op(OpShrInt, b.load(OpLoadInt, MemInner, heap.TableStride, t), b.integer(4))
			i := b.op(OpShlInt, p, second)
			b.storeVal(MemInner, key, c, b.load(OpLoadValX, MemElem, heap.TableValues, t, i))
			b.storeVal(MemInner, value, c, b.load(OpLoadValX, MemElem, heap.TableValues, t, b.op(OpAddIntW, i, second)))
			b.store(OpStoreVal, MemInner, position, c, b.op(OpBoxInt, b.op(OpAddIntW, p, b.integer(1))))
			return b.constant(OpConstBool, 1)
		}, func() *Value {
			b.store(OpStoreVal, MemInner, position, c, b.op(OpBoxInt, p))
			return b.constant(OpConstBool, 0)
		}))
	})
	return true
}

// arrayFrom builds Array.from of a Map, a Set or an iterator of one.
func (b *builder) arrayFrom(in *bytecode.Inst, dst uint32, this *Value, args []*Value) bool {
	if len(args) != 1 || args[0].Type != Val || this.Type != Val || b.cfg.Library.Array == 0 {
		return false
	}
	maps, _, _ := b.tablesOf(false)
	if sets, _, _ := b.tablesOf(true); maps|sets == 0 {
		return false
	}
	b.orSlow(in, func() {
		b.requireValue(this, b.value(b.cfg.Library.Array))
		arr := b.emptyArray()
		b.appendTable(b.cellOf(arr), args[0], heap.FbIterMap|heap.FbIterSet|heap.FbIterObject, func() { b.require(b.constant(OpConstBool, 0)) })
		b.charge(in.X)
		b.set(dst, arr)
	})
	return true
}

// tableList is the elements that stepping through table 0 from its start to its end gives:
// keys, values or pairs, as 1 says, with the room for 3 elements that the array has now if
// that is more. It charges for that, and for more room. It cannot with none, with too many,
// and where another table has taken over.
func tableList(s *stubBuilder) {
	t, kind := s.args[0], s.args[1]
	cannot, _ := s.block()
	empty, none := s.bits(heap.Empty), s.op(OpConstRef, 0)
	n := s.op(OpLoadInt, heap.TableLive, t)
	s.must(s.op(OpCmpRef, int64(Eq), s.op(OpLoadRef, heap.TableHeir, t), none), cannot)
	s.must(s.cmp(Ne, n, s.int(0)), cannot)
	room := s.op(OpMaxInt, 0, n, s.args[3])
	s.must(s.cmp(Le, room, s.int(maxSliced)), cannot)
	stride := s.op(OpLoadInt, heap.TableStride, t)
	offset := s.op(OpSubIntW, 0, stride, s.int(8)) // of values
	e := s.alloc(s.op(OpAddIntW, 0, s.op(OpShlInt, 0, room, s.int(3)), s.int(heap.OffValues)), heap.KElements, 0)
	// What is allocated below may have to leave: e is a whole cell from here on.
	s.loop(room, 1, nil, func(i *Value) { s.op(OpStoreValX, heap.OffValues, e, i, s.bits(heap.Hole)) })
	first, used := s.op(OpLoadInt, heap.TableFirst, t), s.op(OpLoadInt, heap.TableUsed, t)
	loop, p := s.block(Int, Ref, Int)
	i, entry, at := p[0], p[1], p[2]
	live, _ := s.block()
	store, v := s.block(Val)
	skip, _ := s.block()
	pair, _ := s.block()
	value, _ := s.block()
	done, _ := s.block()
	s.jump(loop, s.int(0), s.op(OpAddRef, 0, t, s.op(OpMulIntW, 0, first, stride)), first)
	s.at(loop)
	s.must(s.cmp(Lt, at, used), cannot)
	key := s.op(OpLoadVal, heap.TableValues, entry)
	next, after := s.op(OpAddRef, 0, entry, stride), s.op(OpAddIntW, 0, at, s.int(1))
	s.branch(s.op(OpCmpVal, int64(Ne), key, empty), live, skip)
	s.at(skip)
	s.jump(loop, i, next, after)
	s.at(live)
	s.unless(s.cmp(Eq, kind, s.int(iterEntries)), pair)
	s.unless(s.cmp(Eq, kind, s.int(iterValues)), value)
	s.jump(store, key)
	s.at(value)
	s.jump(store, s.op(OpLoadVal, heap.TableValues, s.op(OpAddRef, 0, entry, offset)))
	s.at(pair)
	a := s.newArray(s.args[2], s.int(2), func(two *Value) {
		s.op(OpStoreVal, heap.OffValues, two, key)
		s.op(OpStoreVal, heap.OffValues+8, two, s.op(OpLoadVal, heap.TableValues, s.op(OpAddRef, 0, entry, offset)))
	})
	s.jump(store, s.op(OpBoxObj, 0, a))
	s.at(store)
	s.op(OpStoreValX, heap.OffValues, e, i, v[0])
	i = s.op(OpAddIntW, 0, i, s.int(1))
	more, _ := s.block()
	s.branch(s.cmp(Lt, i, n), more, done)
	s.at(more)
	s.jump(loop, i, next, after)
	s.at(done)
	s.op(OpChargeInt, 0, s.op(OpAddIntW, 0, n, s.int(1)))
	grows, _ := s.block()
	end, _ := s.block()
	s.branch(s.cmp(Lt, s.args[3], n), grows, end)
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, n, s.int(2)))
	s.jump(end)
	s.at(end)
	s.ret(e)
	s.at(cannot)
	s.cannot()
}
