package ssa

import "firn/heap"

// Iterators of Maps and Sets: like those of strings, with the table, the position
// and the kind in internal slots. See heap/table.go.
const (
	iterMap     = 1 // builtin.IterMap, and so on
	iterSet     = 2
	iterKeys    = 0
	iterValues  = 1
	iterEntries = 2
	iterKind    = heap.OffInternal + 16
)

// tablesOf tells the shapes of plain Maps or Sets, and of their iterators, if for-of
// makes those whatever a program does; ok is that there have been both.
func (b *builder) tablesOf(set bool) (object, iterator uint32, ok bool) {
	if b.cfg.Library.TableIterator == nil {
		return 0, 0, false
	}
	object, iterator = b.cfg.Library.TableIterator(set)
	return object, iterator, object != 0 && iterator != 0
}

// tableIterator builds getiter of a plain Map or Set, or of an iterator of one.
func (b *builder) tableIterator(dst uint32, v *Value, seen uint8) bool {
	maps, mapIterators, ok := b.tablesOf(false)
	sets, setIterators, ok2 := b.tablesOf(true)
	if v.Type != Val || seen == heap.FbIterMap && !ok || seen == heap.FbIterSet && !ok2 || mapIterators|setIterators == 0 {
		return false
	}
	var make func(obj, shape *Value) *Value
	iterator := func(object, shape uint32, set bool, kind int32) func(obj, s *Value) *Value {
		return func(obj, s *Value) *Value {
			b.requireCell(s, b.cell(object))
			return b.newTableIterator(obj, shape, set, kind)
		}
	}
	switch seen {
	case heap.FbIterMap:
		make = iterator(maps, mapIterators, false, iterEntries)
	case heap.FbIterSet:
		make = iterator(sets, setIterators, true, iterValues)
	case heap.FbIterObject:
		make = func(_, s *Value) *Value {
			if mapIterators == 0 || setIterators == 0 {
				b.requireCell(s, b.cell(mapIterators|setIterators))
				return v
			}
			return b.choose(b.aux(OpCmpRef, int64(Eq), s, b.cell(mapIterators)), func() *Value { return v }, func() *Value {
				b.requireCell(s, b.cell(setIterators))
				return v
			})
		}
	default:
		return false
	}
	b.orSlow(b.in, func() {
		obj := b.requireObject(v)
		it := make(obj, b.load(OpLoadRef, MemShape, heap.OffShape, obj))
		b.set(dst, it)
		b.set(dst+1, b.value(byBuiltin))
		b.set(dst+2, b.value(heap.Undefined))
	})
	return true
}

// closeTable builds iterclose of an iterator of a Map or Set: it has no return
// method.
func (b *builder) closeTable(r uint32) bool {
	_, maps, _ := b.tablesOf(false)
	_, sets, _ := b.tablesOf(true)
	if maps|sets == 0 || b.reg(r).Type != Val || b.reg(r+1).Type != Val {
		return false
	}
	b.orSlow(b.in, func() {
		b.requireValue(b.reg(r+1), b.value(byBuiltin))
		b.requireTable(b.cellOf(b.reg(r)), heap.FbIterMap|heap.FbIterSet)
	})
	return true
}

// requireTable is the check that a built-in iterator is one of a Map, or of a Set,
// or of either; whether it is one of a Map comes back, an Int.
func (b *builder) requireTable(it *Value, seen uint8) *Value {
	word := b.load(OpLoadInt, MemWord, heap.OffWord, it)
	switch seen & (heap.FbIterMap | heap.FbIterSet) {
	case heap.FbIterMap:
		b.require(b.aux(OpCmpInt, int64(Eq), word, b.integer(iterMap)))
		return b.integer(1)
	case heap.FbIterSet:
		b.require(b.aux(OpCmpInt, int64(Eq), word, b.integer(iterSet)))
		return b.integer(0)
	}
	n := b.op(OpSubIntW, word, b.integer(iterMap))
	b.require(b.aux(OpCmpUint, int64(Lt), n, b.integer(2)))
	return b.op(OpSubIntW, b.integer(1), n)
}

// stepTable builds the step of an iterator of a Map or Set: TableIteratorStep.
func (b *builder) stepTable(s *step, seen uint8) {
	fr, in := b.fr, s.in
	regs := b.f.list(fr.regs)
	outer := b.way
	b.way = &slowWay{}
	it := b.cellOf(s.it)
	isMap := b.requireTable(it, seen)
	kind := b.op(OpUnboxInt, b.load(OpLoadVal, MemProp, iterKind, it))
	if pairs := heap.FbIterPairs; seen&(heap.FbIterPairs|heap.FbIterSingles) == uint8(pairs) && !b.failed(OpGuardInt) {
		b.guard(OpGuardInt, 0, kind, b.integer(iterEntries))
		kind = b.integer(iterEntries)
	}
	table := b.load(OpLoadVal, MemProp, iterSource, it)
	b.require(b.aux(OpHasTag, heap.TagCell, table))
	t := b.op(OpUnboxRef, table)
	b.require(b.aux(OpCmpInt, int64(Eq), b.load(OpLoadInt, MemInner, heap.TableHeir, t), b.integer(0)))
	pos := b.requireInt(b.load(OpLoadVal, MemProp, iterPosition, it))
	p := b.aux(OpStubInt, int64(StubTablePlace), t, pos)
	b.require(b.aux(OpCmpInt, int64(Ge), p, b.integer(0)))
	more, done := b.split(b.aux(OpCmpUint, int64(Lt), p, b.load(OpLoadInt, MemInner, heap.TableUsed, t)))

	b.cur = done
	b.charge(in.X + iterStepUnits)
	b.store(OpStoreVal, MemProp, iterPosition, it, b.op(OpBoxInt, p))
	b.store(OpStoreVal, MemProp, iterSource, it, b.value(heap.Undefined))
	b.stepDone(s)

	fr.regs, fr.state, b.cur = b.f.list(regs), nil, more
	i := b.op(OpShlInt, p, isMap)
	key := b.load(OpLoadValX, MemElem, heap.TableValues, t, i)
	value := func() *Value {
		return b.load(OpLoadValX, MemElem, heap.TableValues, t, b.op(OpAddIntW, i, isMap))
	}
	pair := func() *Value { return b.pair(key, value()) }
	isKind := func(k int32) *Value { return b.aux(OpCmpInt, int64(Eq), kind, b.integer(k)) }
	var v *Value
	if kind.Op == OpConstInt {
		v = pair()
	} else {
		v = b.choose(isKind(iterEntries), pair, func() *Value {
			return b.choose(isKind(iterValues), value, func() *Value { return key })
		})
	}
	b.charge(in.X + iterStepUnits)
	b.store(OpStoreVal, MemProp, iterPosition, it, b.op(OpBoxInt, b.op(OpAddIntW, p, b.integer(1))))
	b.stepMore(s, v)

	// The driver's.
	way := b.way
	b.way = outer
	b.stepDriver(s, way, regs)
}

// pair builds an array of two values.
func (b *builder) pair(x, y *Value) *Value {
	obj := b.alloc(heap.KArray, heap.OffInternal)
	e := b.alloc(heap.KElements, heap.OffValues+16)
	b.word(obj, MemSlots, heap.OffShape, 0)
	b.store(OpStoreRef, MemShape, heap.OffShape, obj, b.cell(b.h.ArrayShape()))
	b.word(obj, MemElems, heap.OffElements, 0)
	b.store(OpStoreVal, MemElem, heap.OffValues, e, x)
	b.store(OpStoreVal, MemElem, heap.OffValues+8, e, y)
	b.store(OpStoreRef, MemElems, heap.OffElements, obj, e)
	b.store(OpStoreInt, MemWord, heap.OffWord, obj, b.integer(2))
	return b.op(OpBoxObj, obj)
}

// tablePlace is where heap.TableNext finds the next entry of a table without an
// heir: its position, or the number of entries. It cannot where so many are deleted
// that going over them has a price.
func tablePlace(s *stubBuilder) {
	t, empty := s.args[0], heap.Empty
	loop, p := s.block(Int, Ref)
	at, entry := p[0], p[1]
	found, _ := s.block()
	cannot, _ := s.block()
	live, _ := s.block()
	pos := s.op(OpMaxInt, 0, s.args[1], s.op(OpLoadInt, heap.TableFirst, t))
	stride := s.op(OpLoadInt, heap.TableStride, t)
	used := s.op(OpLoadInt, heap.TableUsed, t)
	end := s.op(OpAddIntW, 0, pos, s.int(heap.TableSkips))
	s.jump(loop, pos, s.op(OpAddRef, 0, t, s.op(OpMulIntW, 0, pos, stride)))
	s.at(loop)
	s.unless(s.cmp(Ge, at, used), found)
	s.unless(s.op(OpCmpVal, int64(Ne), s.op(OpLoadVal, heap.TableValues, entry), s.op(OpConstVal, int64(empty))), found)
	s.unless(s.cmp(Ge, at, end), cannot)
	s.jump(live)
	s.at(live)
	s.jump(loop, s.op(OpAddIntW, 0, at, s.int(1)), s.op(OpAddRef, 0, entry, stride))
	s.at(found)
	s.ret(at)
	s.at(cannot)
	s.cannot()
}
