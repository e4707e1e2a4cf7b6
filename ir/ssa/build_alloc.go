package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// maxInlineCell is the largest cell that native code allocates.
const maxInlineCell = 512

// alloc makes a cell; the caller stores every field of it.
func (b *builder) alloc(kind uint32, size uint32) *Value {
	v := b.guard(OpAlloc, int64(size))
	v.Aux2 = int64(uint64(size) | uint64(kind)<<32)
	return v
}

// word stores 64 constant bits.
func (b *builder) word(ref *Value, mem Mem, off int64, bits uint64) {
	v := b.aux(OpStoreWord, off, ref)
	v.Mem, v.Aux2 = mem, int64(bits)
}

// newObject builds {} with room for n properties.
func (b *builder) newObject(dst, n uint32) bool {
	proto := b.h.Root(heap.RootObjectProto)
	if n > 24 || !proto.IsObject() {
		return false
	}
	s := b.h.FindRootShape(proto.Ref(), heap.KObject, n)
	if s == 0 {
		return b.cold() // no such object has been made
	}
	obj := b.instance(s)
	b.set(dst, b.op(OpBoxObj, obj))
	return true
}

// instance builds an object of shape s: no slots, no elements, all properties
// undefined.
func (b *builder) instance(s uint32) *Value {
	size := b.h.U32(s+heap.ShapeBase) + 8*uint32(b.h.U16(s+heap.ShapeInline))
	obj := b.alloc(uint32(b.h.ShapeKind(s)), size)
	b.word(obj, MemSlots, heap.OffShape, 0)
	b.store(OpStoreRef, MemShape, heap.OffShape, obj, b.cell(s))
	b.word(obj, MemElems, heap.OffElements, 0)
	undef := b.value(heap.Undefined)
	for off := uint32(heap.OffInternal); off < size; off += 8 {
		b.store(OpStoreVal, MemProp, int64(off), obj, undef)
	}
	return obj
}

// newArray builds [] with room for n elements.
func (b *builder) newArray(dst, n uint32) bool {
	if n > 32 {
		return false
	}
	s := b.h.ArrayShape()
	obj := b.alloc(heap.KArray, heap.OffInternal)
	b.word(obj, MemSlots, heap.OffShape, 0)
	b.store(OpStoreRef, MemShape, heap.OffShape, obj, b.cell(s))
	b.word(obj, MemElems, heap.OffElements, 0)
	if n > 0 {
		e := b.alloc(heap.KElements, heap.OffValues+8*n)
		hole := b.value(heap.Hole)
		for i := uint32(0); i < n; i++ {
			b.store(OpStoreVal, MemElem, int64(heap.OffValues+8*i), e, hole)
		}
		b.store(OpStoreRef, MemElems, heap.OffElements, obj, e)
	}
	b.set(dst, b.op(OpBoxObj, obj))
	return true
}

// arrayOf builds Array(n) and new Array(n). (Where n is no int32, none or large, it
// is the driver's.)
func (b *builder) arrayOf(in *bytecode.Inst, dst uint32, args []*Value) bool {
	if len(args) != 1 || args[0].Type != Int && args[0].Type != Val || b.failed(OpCheckInt) {
		return false
	}
	b.orSlow(in, func() {
		a := b.arrayOfHoles(b.requireInt(args[0]))
		b.charge(in.X)
		b.set(dst, a)
	})
	return true
}

// arrayOfHoles builds an array of n holes, at least one.
func (b *builder) arrayOfHoles(n *Value) *Value {
	arr := b.emptyArray()
	obj, e := b.cellOf(arr), b.stub(StubHoles, n)
	b.store(OpStoreRef, MemElems, heap.OffElements, obj, e)
	b.store(OpStoreInt, MemWord, heap.OffWord, obj, n)
	return arr
}

// arrayPush builds the append of a value to an array literal; where it has no
// room the driver makes some.
func (b *builder) arrayPush(in *bytecode.Inst, arr, v *Value) bool {
	if arr.Type != Val {
		return false
	}
	if l := b.lists[arr]; l != nil {
		b.extend(arr, l, l.room+l.room/2+4, v)
		return true
	}
	obj := b.object(arr)
	n := b.load(OpLoadInt, MemWord, heap.OffWord, obj)
	e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	if !b.failed(OpGuardBound) {
		b.guard(OpGuardBound, 0, n, b.load(OpLoadCap, MemFlags, 0, e))
		b.appendTo(obj, e, n, v)
		return true
	}
	b.orSlow(in, func() { b.appendTo(obj, b.roomFor(obj, e, n), n, v) })
	return true
}

// roomFor is the elements cell of an array, e, or a larger one if there is no room
// for element n behind the last one.
func (b *builder) roomFor(obj, e, n *Value) *Value {
	room := b.load(OpLoadCap, MemFlags, 0, e)
	return b.choose(b.aux(OpCmpUint, int64(Lt), n, room), func() *Value { return e }, func() *Value {
		b.require(b.aux(OpCmpInt, int64(Eq), n, room))
		more := b.stub(StubGrow, e)
		b.store(OpStoreRef, MemElems, heap.OffElements, obj, more)
		b.aux(OpBarrier, heap.OffElements, obj)
		return more
	})
}

// either does something when c holds, and leaves the instruction to the driver
// when it does not.
func (b *builder) either(in *bytecode.Inst, c *Value, do func()) {
	fr := b.fr
	from := b.cur
	yes, no := b.f.NewBlock(Jump), b.f.NewBlock(Jump)
	from.Kind, from.Control = If, c
	from.Connect(yes)
	from.Connect(no)
	no.Cold = true
	regs := b.f.list(fr.regs)

	b.cur = no
	b.slow(in)
	slow := edge{b.cur, fr.regs}

	fr.regs, fr.state, b.cur = regs, nil, yes
	do()
	fast := edge{b.cur, fr.regs}
	b.cur, fr.regs = b.merge(fr, []edge{fast, slow}, fr.src.live.At(in.Next), in.Next)
}

func (b *builder) appendTo(obj, e, n, v *Value) *Value {
	b.store(OpStoreValX, MemElem, heap.OffValues, e, n, b.boxed(v))
	b.aux(OpBarrierX, heap.OffValues, e, n)
	// The length is below the capacity of a cell: it does not overflow.
	m := b.op(OpAddIntW, n, b.integer(1))
	b.store(OpStoreInt, MemWord, heap.OffWord, obj, m)
	return m
}

// newContext builds a context of n variables, all uninitialised.
func (b *builder) newContext(dst, parent, n uint32) bool {
	size := heap.OffVars + 8*n
	if size > maxInlineCell {
		return false
	}
	p := b.reg(parent)
	ctx := b.alloc(heap.KContext, size)
	b.word(ctx, MemConst, heap.OffParent, uint64(n)<<32)
	if k, ok := b.known(p); !ok || k.IsCell() {
		b.store(OpStoreRef, MemConst, heap.OffParent, ctx, b.cellOf(p))
	}
	tdz := b.value(heap.TDZ)
	for i := uint32(0); i < n; i++ {
		b.store(OpStoreVal, MemCtx, int64(heap.OffVars+8*i), ctx, tdz)
	}
	b.set(dst, b.op(OpBoxCell, ctx))
	return true
}

// closure builds a function object of the template in constant k.
func (b *builder) closure(dst uint32, ctx *Value, k uint32) bool {
	t := b.constKey(k).Ref()
	flags := b.h.U32(t + heap.TmplFlags)
	shape, coroutine := b.cfg.FunctionShape, flags&(heap.TGenerator|heap.TAsync)
	if flags&heap.TProtoProp != 0 {
		shape = b.cfg.ConstructorShape
	}
	if coroutine != 0 {
		if b.cfg.Library.CoroutineShape == nil {
			return false
		}
		shape = b.cfg.Library.CoroutineShape(coroutine)
	}
	if shape == 0 {
		return false
	}
	f := b.alloc(heap.KFunction, heap.OffInternal+8)
	b.word(f, MemSlots, heap.OffShape, 0)
	b.store(OpStoreRef, MemShape, heap.OffShape, f, b.cell(shape))
	b.word(f, MemElems, heap.OffElements, 0)
	b.store(OpStoreRef, MemWord, heap.OffWord, f, b.cell(t))
	b.store(OpStoreVal, MemConst, heap.OffInternal, f, b.boxed(ctx))
	v := b.op(OpBoxObj, f)
	if coroutine == 0 {
		b.closures[v] = t
	}
	b.set(dst, v)
	return true
}
