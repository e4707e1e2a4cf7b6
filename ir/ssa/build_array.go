package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// Methods of arrays, and what the library does with arrays. They are of plain
// arrays: of the first shape, so that nothing is known of them but elements and
// length, and inheriting from ROM.

// requireOrdinaryArray is the cell of a plain array that may be changed.
func (b *builder) requireOrdinaryArray(v *Value, changes bool) *Value {
	obj := b.requireObject(v)
	b.require(b.constant(OpConstBool, int64(b2i(b.plainArrays()))))
	b.require(b.aux(OpIsKind, heap.KArray, obj))
	b.requireCell(b.load(OpLoadRef, MemShape, heap.OffShape, obj), b.cell(b.h.ArrayShape()))
	if changes {
		b.requirePlainElements(obj)
	}
	return obj
}

// requirePlainElements is the check that elements may be written in the fast way.
func (b *builder) requirePlainElements(obj *Value) {
	flags := b.op(OpAndInt, b.load(OpLoadU8, MemFlags, heap.OffFlags, obj), b.integer(heap.FElemsSlow))
	b.require(b.aux(OpCmpInt, int64(Eq), flags, b.integer(0)))
}

// requireDense is the elements cell of an array, which must be a dense one with room
// for n elements.
func (b *builder) requireDense(obj, n *Value) *Value {
	e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	b.require(b.aux(OpIsKind, heap.KElements, e))
	b.require(b.aux(OpCmpUint, int64(Le), n, b.load(OpLoadCap, MemFlags, 0, e)))
	return e
}

// emptyArray makes an array without elements.
func (b *builder) emptyArray() *Value { return b.listArray(nil) }

// arrayShift builds Array.prototype.shift of a short array.
func (b *builder) arrayShift(in *bytecode.Inst, dst uint32, this *Value) {
	b.orSlow(in, func() {
		obj := b.requireOrdinaryArray(this, true)
		n := b.load(OpLoadInt, MemWord, heap.OffWord, obj)
		v := b.choose(b.aux(OpCmpInt, int64(Eq), n, b.integer(0)), func() *Value { return b.value(heap.Undefined) }, func() *Value {
			b.requireBound(n, b.integer(maxMoved+1))
			e := b.requireDense(obj, n)
			left := b.op(OpSubIntW, n, b.integer(1))
			// Not when much room is given back.
			few := b.op(OpMaxInt, b.integer(65), b.op(OpShlInt, n, b.integer(2)))
			b.requireBound(b.load(OpLoadCap, MemFlags, 0, e), few)
			v := b.load(OpLoadVal, MemElem, heap.OffValues, e)
			b.require(b.aux(OpCmpVal, int64(Ne), v, b.value(heap.Hole)))
			b.aux(OpStubInt, int64(StubMoveValues), e, b.op(OpAddRef, e, b.integer(8)), left, b.integer(0))
			b.touch(MemElem, e)
			b.store(OpStoreValX, MemElem, heap.OffValues, e, left, b.value(heap.Hole))
			b.store(OpStoreInt, MemWord, heap.OffWord, obj, left)
			return v
		})
		b.charge(in.X)
		b.set(dst, v)
	})
}

// relative is the index that an argument of slice and its like stands for.
func (b *builder) relative(args []*Value, k int, n, otherwise *Value) *Value {
	if k >= len(args) {
		return otherwise
	}
	if v, ok := b.known(args[k]); ok && v == heap.Undefined {
		return otherwise
	}
	i := b.requireInt(args[k])
	return b.choose(b.aux(OpCmpInt, int64(Lt), i, b.integer(0)), func() *Value {
		return b.op(OpMaxInt, b.op(OpAddIntW, i, n), b.integer(0))
	}, func() *Value {
		return b.op(OpMinInt, i, n)
	})
}

// arraySlice builds Array.prototype.slice that gives a short array.
func (b *builder) arraySlice(in *bytecode.Inst, dst uint32, this *Value, args []*Value) {
	b.orSlow(in, func() {
		obj := b.requireOrdinaryArray(this, false)
		n := b.load(OpLoadInt, MemWord, heap.OffWord, obj)
		b.require(b.aux(OpCmpInt, int64(Ge), n, b.integer(0)))
		from, to := b.relative(args, 0, n, b.integer(0)), b.relative(args, 1, n, n)
		some := b.aux(OpCmpInt, int64(Lt), from, to)
		v := b.choose(some, func() *Value {
			count := b.op(OpSubIntW, to, from)
			b.requireBound(count, b.integer(maxSliced+1))
			e := b.requireDense(obj, n)
			return b.op(OpBoxObj, b.stub(StubArrayOf, e, from, count, b.cell(b.h.ArrayShape())))
		}, b.emptyArray)
		b.charge(in.X)
		b.set(dst, v)
	})
}

// arrayLeaf builds a leaf of library code that works on arrays.
func (b *builder) arrayLeaf(in *bytecode.Inst, k Intrinsic, dst, first uint32) bool {
	arg := func(i uint32) *Value { return b.reg(first + i) }
	undefined := func() { b.set(dst, b.value(heap.Undefined)) }
	switch k {
	case LeafCopyElements:
		b.orSlow(in, func() {
			to, from, n := b.requireInt(arg(1)), b.requireInt(arg(3)), b.requireInt(arg(4))
			b.requireBound(n, b.integer(maxMoved+1))
			place := func(array, i *Value) (e, at *Value) {
				b.requireBound(i, b.integer(1<<24))
				e = b.requireDense(b.requireObject(array), b.op(OpAddIntW, i, n))
				return e, b.op(OpAddRef, e, b.op(OpShlInt, i, b.integer(3)))
			}
			e, target := place(arg(0), to)
			_, source := place(arg(2), from)
			up := b.op(OpConvBool, b.aux(OpCmpInt, int64(Gt), to, from))
			b.aux(OpStubInt, int64(StubMoveValues), target, source, n, up)
			b.touch(MemElem, e)
			undefined()
		})
	case LeafDefineIndex, LeafCreateDataProperty:
		b.orSlow(in, func() {
			obj := b.requireObject(arg(0))
			b.require(b.aux(OpIsKind, heap.KArray, obj))
			b.requirePlainElements(obj)
			b.defineIndex(obj, b.requireInt(arg(1)), arg(2))
			if undefined(); k == LeafCreateDataProperty {
				b.set(dst, b.constant(OpConstBool, 1))
			}
		})
	case LeafArrayCreate:
		proto := heap.Object(b.h.U32(b.h.ArrayShape() + heap.ShapeProto))
		b.orSlow(in, func() {
			if k, ok := b.known(arg(1)); !ok || k != proto {
				b.requireValue(b.boxed(arg(1)), b.value(proto))
			}
			n := b.requireInt(arg(0))
			some := b.aux(OpCmpInt, int64(Ne), n, b.integer(0))
			b.set(dst, b.choose(some, func() *Value { return b.arrayOfHoles(n) }, b.emptyArray))
		})
	case LeafIsConstructor:
		if f, ok := b.known(arg(0)); ok && b.h.IsKind(f, heap.KFunction) {
			b.set(dst, b.constant(OpConstBool, int64(b2i(b.h.U32(b.h.Word(f.Ref())+heap.TmplFlags)&heap.TConstructor != 0))))
			return true
		}
		b.orSlow(in, func() {
			f := b.requireObject(arg(0))
			b.require(b.aux(OpIsKind, heap.KFunction, f))
			flags := b.load(OpLoadInt, MemConst, heap.TmplFlags, b.load(OpLoadRef, MemWord, heap.OffWord, f))
			b.set(dst, b.aux(OpCmpInt, int64(Ne), b.op(OpAndInt, flags, b.integer(heap.TConstructor)), b.integer(0)))
		})
	}
	return true
}

// defineIndex builds the definition of element i of an array that may be changed:
// one that there is room for, or the next one.
func (b *builder) defineIndex(obj, i, v *Value) {
	e := b.roomFor(obj, b.load(OpLoadRef, MemElems, heap.OffElements, obj), i)
	b.store(OpStoreValX, MemElem, heap.OffValues, e, i, b.boxed(v))
	b.aux(OpBarrierX, heap.OffValues, e, i)
	n := b.load(OpLoadInt, MemWord, heap.OffWord, obj)
	b.choose(b.aux(OpCmpUint, int64(Lt), i, n), func() *Value { return nil }, func() *Value {
		b.store(OpStoreInt, MemWord, heap.OffWord, obj, b.op(OpAddIntW, i, b.integer(1)))
		return nil
	})
}

// spreadArray builds arrspread of a plain array, or of the Maps, Sets and iterators that
// there have been.
func (b *builder) spreadArray(in *bytecode.Inst, arr, v *Value) bool {
	if v.Type != Val || arr.Type != Val {
		return false
	}
	array := func() {
		to, from := b.cellOf(arr), b.requireOrdinaryArray(v, false)
		m := b.load(OpLoadInt, MemWord, heap.OffWord, from)
		b.choose(b.aux(OpCmpInt, int64(Eq), m, b.integer(0)), func() *Value { return nil }, func() *Value {
			b.require(b.aux(OpIsKind, heap.KElements, b.load(OpLoadRef, MemElems, heap.OffElements, from)))
			n := b.load(OpLoadInt, MemWord, heap.OffWord, to)
			e := b.stub(StubAppendAll, to, from)
			b.touch(MemElem, e)
			b.store(OpStoreRef, MemElems, heap.OffElements, to, e)
			b.aux(OpBarrier, heap.OffElements, to)
			b.store(OpStoreInt, MemWord, heap.OffWord, to, b.op(OpAddIntW, n, m))
			return nil
		})
	}
	b.orSlow(in, func() {
		if seen := b.typesAt() & (heap.FbIterMap | heap.FbIterSet | heap.FbIterObject); seen == 0 || !b.appendTable(b.cellOf(arr), v, seen, array) {
			array()
		}
		b.charge(in.X)
	})
	return true
}
