package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// collection is a method of Map, Set, WeakMap or WeakSet that looks for a key.
type collection struct {
	kind  uint8
	find  Stub
	what  uint8
	quiet bool // gives undefined
}

// What such a method does with the entry.
const (
	entryHas = iota
	entryGet
	entrySet // makes it, and writes the value
	entryAdd // makes it
	entryDelete
)

var collections = map[Intrinsic]collection{
	MapGet:     {heap.KMap, StubTableFind, entryGet, false},
	MapHas:     {heap.KMap, StubTableFind, entryHas, false},
	MapSet:     {heap.KMap, StubTableFind, entrySet, false},
	MapDelete:  {heap.KMap, StubTableDelete, entryDelete, false},
	SetHas:     {heap.KSet, StubTableFind, entryHas, false},
	SetAdd:     {heap.KSet, StubTableFind, entryAdd, false},
	SetDelete:  {heap.KSet, StubTableDelete, entryDelete, false},
	WeakMapGet: {heap.KWeakMap, StubWeakFind, entryGet, false},
	WeakMapHas: {heap.KWeakMap, StubWeakFind, entryHas, false},
	WeakMapSet: {heap.KWeakMap, StubWeakFind, entrySet, false},
	WeakSetHas: {heap.KWeakSet, StubWeakFind, entryHas, false},
	WeakSetAdd: {heap.KWeakSet, StubWeakFind, entryAdd, false},

	LeafMapSet:    {heap.KMap, StubTableFind, entrySet, true},
	LeafSetAdd:    {heap.KSet, StubTableFind, entryAdd, true},
	LeafSetHas:    {heap.KSet, StubTableFind, entryHas, false},
	LeafSetDelete: {heap.KSet, StubTableDelete, entryDelete, false},
}

// collection builds a call of such a method. In weak tables new entries are the
// driver's to make.
func (b *builder) collection(in *bytecode.Inst, c collection, dst uint32, this *Value, args []*Value) bool {
	writes := c.what != entryGet && c.what != entryHas
	if len(args) < 1 || c.what == entrySet && len(args) < 2 || this.Type != Val || b.failed(OpCheckObj) || b.failed(OpGuardKind) {
		return false
	}
	obj := b.object(this)
	b.guard(OpGuardKind, int64(c.kind), obj)
	lowest := int32(0)
	if writes {
		lowest = int32(b.h.Firn()) // ROM is not written
	}
	b.orSlow(in, func() {
		table := b.load(OpLoadVal, MemInner, heap.OffInternal, obj)
		find := func() *Value { return b.stub(c.find, table, b.boxed(args[0]), b.integer(lowest)) }
		var e *Value
		if c.find == StubWeakFind && !writes {
			e = b.choose(b.unhashed(args[0]), func() *Value { return b.constant(OpConstRef, noEntry) }, find)
		} else {
			e = find()
		}
		if c.what == entryDelete {
			b.touchTable(table)
			b.charge(in.X)
			b.set(dst, b.aux(OpCmpInt, int64(Ne), e, b.integer(0)))
			return
		}
		there := b.aux(OpCmpRef, int64(Ne), e, b.constant(OpConstRef, noEntry))
		r := this
		switch c.what {
		case entryHas:
			r = there
		case entryGet:
			r = b.choose(there, func() *Value {
				return b.load(OpLoadVal, MemBytes, 8, e)
			}, func() *Value {
				return b.value(heap.Undefined)
			})
		default:
			if c.find == StubTableFind {
				e = b.choose(there, func() *Value { return e }, func() *Value {
					n := b.newEntry(obj, table, b.boxed(args[0]))
					b.touchTable(table)
					b.storeVal(MemBytes, 0, n, args[0])
					return n
				})
			} else {
				b.require(there)
			}
			if c.what == entrySet {
				b.storeVal(MemBytes, 8, e, args[1])
			}
		}
		if c.quiet {
			r = b.value(heap.Undefined)
		}
		b.charge(in.X)
		b.set(dst, r)
	})
	return true
}

// newEntry is a new entry for a key in the table of a Map or Set, which may have
// to move.
func (b *builder) newEntry(obj, table, key *Value) *Value {
	n := b.aux(OpStubRef, int64(StubTableAdd), table, key)
	return b.choose(b.aux(OpCmpRef, int64(Ne), n, b.constant(OpConstRef, 0)), func() *Value { return n }, func() *Value {
		heir := b.op(OpBoxCell, b.stub(StubTableMove, table))
		b.storeVal(MemInner, heap.OffInternal, obj, heir)
		return b.stub(StubTableAdd, heir, key)
	})
}

// touchTable tells passes that a stub has changed a table.
func (b *builder) touchTable(table *Value) {
	t := b.op(OpUnboxRef, table)
	for _, mem := range [...]Mem{MemBytes, MemElem, MemInner} {
		b.touch(mem, t)
	}
}

// newCollection builds new Map or new Set without entries.
func (b *builder) newCollection(in *bytecode.Inst, dst, base, n uint32) bool {
	callee := b.reg(base - 1)
	b.guessCallee(callee, in.Field(bytecode.FieldD))
	g, ok := b.guesses[callee]
	if !ok {
		g, ok = b.known(callee)
	}
	if !ok || !g.IsObject() {
		return false
	}
	leaf, ok := b.leaf(g.Ref())
	k := b.cfg.Intrinsics[leaf]
	if !ok || k != NewMap && k != NewSet {
		return false
	}
	shape, _, _ := b.tablesOf(k == NewSet)
	if shape == 0 {
		return false
	}
	b.settle(callee)
	b.orSlow(in, func() {
		if n > 0 {
			b.require(b.op(OpIsNullish, b.boxed(b.reg(base+1))))
		}
		stride := uint64(16)
		if k == NewSet {
			stride = 8
		}
		obj := b.instance(shape)
		t := b.alloc(heap.KTable, uint32(heap.TableValues+stride*heap.TableMin))
		b.word(t, MemInner, heap.TableIndex, 0) // and no heir
		b.word(t, MemInner, heap.TableUsed, 0)  // and live
		b.word(t, MemInner, heap.TableFirst, stride<<32)
		b.word(t, MemInner, heap.TableFlags, 0) // and taken
		for i := uint64(0); i < stride/8*heap.TableMin; i++ {
			b.store(OpStoreVal, MemElem, int64(heap.TableValues+8*i), t, b.value(heap.Empty))
		}
		b.store(OpStoreVal, MemInner, heap.OffInternal, obj, b.op(OpBoxCell, t))
		b.charge(in.X)
		b.set(dst, b.op(OpBoxObj, obj))
	})
	return true
}

// unhashed tells whether key is an object without an identity hash, which no table
// has.
func (b *builder) unhashed(key *Value) *Value {
	no := func() *Value { return b.constant(OpConstBool, 0) }
	if key.Type != Val {
		return no()
	}
	return b.choose(b.aux(OpHasTag, heap.TagObject, key), func() *Value {
		return b.aux(OpCmpInt, int64(Eq), b.load(OpLoadU16, MemBytes, heap.OffHash, b.op(OpUnboxRef, key)), b.integer(0))
	}, no)
}

// collectionSize builds the read of the size of a Map or Set.
func (b *builder) collectionSize(dst uint32, recv *Value, e *ic) bool {
	if b.failed(OpCheckObj) || b.failed(OpGuardEpoch) || b.failed(OpGuardRef) {
		return false
	}
	obj := b.object(recv)
	b.guardShape(obj, e.shape)
	b.epoch(e)
	table := b.cellOf(b.load(OpLoadVal, MemInner, heap.OffInternal, obj))
	b.set(dst, b.load(OpLoadInt, MemBytes, heap.TableLive, table))
	return true
}
