package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// accessor is the getter or setter of an entry that native code can call or
// inline, 0 if it is none.
func (b *builder) accessor(e *ic) uint32 {
	if e.shape < heap.IcPoly || e.data&7 != heap.IcSpecial || e.ref == 0 || b.h.Kind(e.ref) != heap.KFunction {
		return 0
	}
	switch e.data >> 3 & 31 {
	case heap.IcCall, heap.IcOwnAcc, heap.IcOwnAccSlots:
	default:
		return 0
	}
	t := b.h.Word(e.ref)
	if b.h.U32(t+heap.TmplFlags)&(heap.TClass|heap.TNeedsArgs|heap.TFast|heap.TGenerator|heap.TAsync) != 0 {
		return 0
	}
	return e.ref
}

// checkAccessor leaves unless obj, which has the shape of e, still has that
// accessor; half is heap.OffGetter or heap.OffSetter.
func (b *builder) checkAccessor(obj *Value, e *ic, half int64) {
	at := obj
	switch e.data >> 3 & 31 {
	case heap.IcCall:
		b.epoch(e)
		return
	case heap.IcOwnAccSlots:
		at = b.load(OpLoadRef, MemSlots, heap.OffSlots, obj)
	}
	pair := b.op(OpUnboxRef, b.load(OpLoadVal, MemProp, int64(e.data>>heap.IcOffsetShift), at))
	b.requireValue(b.load(OpLoadVal, MemProp, half, pair), b.value(heap.Object(e.ref)))
}

// getters builds the read of a property that is an accessor of some objects, or of all.
func (b *builder) getters(in *bytecode.Inst, dst uint32, recv *Value, list []ic) bool {
	if len(list) == 1 {
		return b.getter(in, dst, recv, &list[0])
	}
	for i := range list {
		if !b.simpleLoad(&list[i]) && b.accessor(&list[i]) == 0 {
			return false
		}
	}
	if b.failed(OpGuardRef) || b.failed(OpGuardVal) {
		return false
	}
	obj := b.object(recv)
	b.cases(obj, list, in.Next, func(i int) {
		if e := &list[i]; b.simpleLoad(e) {
			b.set(dst, b.loadEntry(obj, e))
		} else {
			b.checkAccessor(obj, e, heap.OffGetter)
			b.callAccessor(in, dst, e.ref, recv, nil)
		}
	})
	return true
}

// getter builds the read of an accessor.
func (b *builder) getter(in *bytecode.Inst, dst uint32, recv *Value, e *ic) bool {
	if leaf, ok := b.leafOf(e); ok {
		switch k, kind := b.cfg.Intrinsics[leaf], b.h.ShapeKind(e.shape); {
		case k == TypedArrayLength && kind == heap.KTypedArray:
			return b.lengthGetter(dst, recv, e, b.lengthOfTyped)
		case k == TypedArrayByteLength && kind == heap.KTypedArray, k == BufferByteLength && kind == heap.KArrayBuffer, k == ViewByteLength && kind == heap.KDataView:
			return b.lengthGetter(dst, recv, e, func(obj *Value) *Value { return b.byteLength(k, obj) })
		case k == MapSize && kind == heap.KMap, k == SetSize && kind == heap.KSet:
			return b.collectionSize(dst, recv, e)
		}
	}
	if b.accessor(e) == 0 || b.failed(OpCheckObj) || b.failed(OpGuardEpoch) || b.failed(OpGuardRef) || b.failed(OpGuardVal) {
		return false
	}
	obj := b.object(recv)
	b.guardShape(obj, e.shape)
	b.checkAccessor(obj, e, heap.OffGetter)
	b.callAccessor(in, dst, e.ref, recv, nil)
	return true
}

// leafOf is the leaf behind the getter of an entry.
func (b *builder) leafOf(e *ic) (uint32, bool) {
	if e.shape < heap.IcPoly || e.data&7 != heap.IcSpecial || e.data>>3&31 != heap.IcCall {
		return 0, false
	}
	return b.leaf(e.ref)
}

// callAccessor builds the call of getter f of recv, whose result goes to dst, or,
// with v, of the setter.
func (b *builder) callAccessor(in *bytecode.Inst, dst, f uint32, recv, v *Value) {
	if v != nil {
		b.callAbove(in, f, bytecode.ActDiscard, 0, recv, v)
	} else {
		b.callAbove(in, f, actStore, dst, recv)
	}
}

// callAbove builds the call of a function that an instruction calls by itself, in
// place of it or as native code. The result goes to dst, or nowhere (act is
// ActDiscard). Its frame lies behind the running one.
func (b *builder) callAbove(in *bytecode.Inst, f, act, dst uint32, this *Value, args ...*Value) {
	fr := b.fr
	base := fr.src.regs + header
	t := b.h.Word(f)
	callee := b.value(heap.Object(f))
	if b.inlinable(t) {
		b.inline(in, t, &frame{callee: callee, argc: uint32(len(args)), dst: dst, act: act, base: fr.base + base}, this, args)
		return
	}
	b.nativeAbove(in, OpCall, callee, act, dst, this, args, b.cellOf(callee), b.cell(t))
}

// nativeAbove is callAbove of code that is not inlined: args of the call op follow
// the arguments.
func (b *builder) nativeAbove(in *bytecode.Inst, op Op, callee *Value, act, dst uint32, this *Value, args []*Value, operands ...*Value) {
	fr := b.fr
	base := fr.src.regs + header
	b.flush(b.here())
	slot := int64(fr.base + base)
	b.storeWindow(slot, callee, this, args)
	if act == bytecode.ActDiscard {
		dst = uint32(base) // nothing that lives is there
	}
	call := b.aux(op, slot, operands...)
	call.Aux2 = PackCall(uint32(len(args)), dst, 0)
	if act == bytecode.ActDiscard {
		call.Aux2 |= CallDiscards
		call.State = b.f.bare(b.stateAt(fr, in.Next))
		b.orThrew(nil)
	} else {
		before := fr.regs[dst]
		fr.regs[dst] = nil
		call.State = b.f.bare(b.stateAt(fr, in.Next))
		fr.regs[dst] = before
		b.orThrew(nil)
		b.set(dst, call)
	}
	b.pollAt(in.Next)
}

// privateAccessor reports whether an entry of a private name is of an accessor.
func privateAccessor(e *ic) bool {
	return e.shape > heap.IcMega && e.data&7 == heap.IcSpecial && (e.data>>3&31 == heap.IcOwnAcc || e.data>>3&31 == heap.IcOwnAccSlots)
}

// callPrivate builds the call of the getter of a private name, or with v of the
// setter. Every object has the functions in a cell of its own.
func (b *builder) callPrivate(in *bytecode.Inst, dst uint32, obj, recv, v *Value, e *ic) *Value {
	at, half := obj, int64(heap.OffGetter)
	if e.data>>3&31 == heap.IcOwnAccSlots {
		at = b.load(OpLoadRef, MemSlots, heap.OffSlots, obj)
	}
	if v != nil {
		half = heap.OffSetter
	}
	f := b.load(OpLoadVal, MemProp, half, b.op(OpUnboxRef, b.load(OpLoadVal, MemProp, int64(e.data>>heap.IcOffsetShift), at)))
	if v != nil {
		b.nativeAbove(in, OpCallAny, f, bytecode.ActDiscard, 0, recv, []*Value{v}, f)
		return nil
	}
	b.nativeAbove(in, OpCallAny, f, actStore, dst, recv, nil, f)
	return b.fr.regs[dst]
}

// lengthGetter builds the read of a length by a getter that is a leaf: of a buffer or
// of a view of one.
func (b *builder) lengthGetter(dst uint32, recv *Value, e *ic, length func(obj *Value) *Value) bool {
	if b.failed(OpCheckObj) || b.failed(OpGuardEpoch) || b.failed(OpGuardRef) || b.failed(OpCheckInt) || b.failed(OpGuardVal) || b.failed(OpGuardTrue) || b.failed(OpGuardBound) {
		return false
	}
	obj := b.object(recv)
	b.guardShape(obj, e.shape)
	b.epoch(e)
	b.set(dst, length(obj))
	return true
}

// lengthOfTyped is the length of a typed array that has a fixed one. Its buffer is not
// detached and cannot shrink.
func (b *builder) lengthOfTyped(obj *Value) *Value {
	n := b.viewLength(obj)
	b.liveBuffer(obj)
	return n
}
