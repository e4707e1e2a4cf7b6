package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// collection is a method of Map, Set, WeakMap or WeakSet that looks for a key.
type collection struct {
	kind uint8
	find Stub
	what uint8
}

// What such a method does with the entry.
const (
	entryHas = iota
	entryGet
	entrySet // makes it, and writes the value
	entryAdd // makes it
)

var collections = map[Intrinsic]collection{
	MapGet:     {heap.KMap, StubTableFind, entryGet},
	MapHas:     {heap.KMap, StubTableFind, entryHas},
	MapSet:     {heap.KMap, StubTableFind, entrySet},
	SetHas:     {heap.KSet, StubTableFind, entryHas},
	SetAdd:     {heap.KSet, StubTableFind, entryAdd},
	WeakMapGet: {heap.KWeakMap, StubWeakFind, entryGet},
	WeakMapHas: {heap.KWeakMap, StubWeakFind, entryHas},
	WeakMapSet: {heap.KWeakMap, StubWeakFind, entrySet},
	WeakSetHas: {heap.KWeakSet, StubWeakFind, entryHas},
	WeakSetAdd: {heap.KWeakSet, StubWeakFind, entryAdd},
}

// collection builds a call of such a method. In weak tables new entries are the
// driver's to make.
func (b *builder) collection(in *bytecode.Inst, c collection, dst uint32, this *Value, args []*Value) bool {
	writes := c.what == entrySet || c.what == entryAdd
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
		e := b.stub(c.find, table, b.boxed(args[0]), b.integer(lowest))
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
				// (The store of the key tells passes that the table changes.)
				e = b.choose(there, func() *Value { return e }, func() *Value {
					n := b.stub(StubTableAdd, table, b.boxed(args[0]))
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
		b.charge(in.X)
		b.set(dst, r)
	})
	return true
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
