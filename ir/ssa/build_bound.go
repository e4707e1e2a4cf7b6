package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// maxBound is the most arguments that a bound function holds whose body is put in
// place.
const maxBound = 8

// boundCall builds a call of a bound function (ECMA-262 10.4.1.1) by the body of what
// it stands for. That is known of the one function that is always called, or from
// those that were: of other bound functions the target and the number of arguments
// are checked.
func (b *builder) boundCall(in *bytecode.Inst, dst uint32, w *window) bool {
	h := b.h
	f, known := b.bound(w.callee, in.Field(bytecode.FieldD))
	if f == 0 || b.failed(OpGuardKind) || b.failed(OpGuardRef) || b.failed(OpGuardInt) || b.failed(OpGuardTrue) || b.failed(OpCheckObj) {
		return false
	}
	target, held := h.Internal(f, 0), h.Internal(f, 2)
	if !h.IsKind(target, heap.KFunction) {
		return false
	}
	t, n := h.Word(target.Ref()), uint32(0)
	if held.IsCell() {
		n = (h.Size(held.Ref()) - heap.OffValues) >> 3
	}
	if n > maxBound || h.U32(t+heap.TmplFlags)&(heap.TClass|heap.TFast) != 0 || target == b.cfg.FunctionCall || !b.inlinable(t) {
		return false
	}
	obj := b.object(w.callee)
	if !known {
		b.guard(OpGuardKind, heap.KBound, obj)
	}
	internal := func(i int64) *Value { return b.load(OpLoadVal, MemConst, heap.OffInternal+8*i, obj) }
	callee, list := internal(0), internal(2)
	var args []*Value
	if n > 0 {
		if !known {
			b.guard(OpGuardTrue, 0, b.aux(OpHasTag, heap.TagCell, list))
		}
		record := b.op(OpUnboxRef, list)
		if !known {
			b.guard(OpGuardInt, 0, b.load(OpLoadCap, MemFlags, 0, record), b.integer(int32(n)))
		}
		for i := int64(0); i < int64(n); i++ {
			args = append(args, b.load(OpLoadVal, MemConst, heap.OffValues+8*i, record))
		}
	} else if !known {
		b.guard(OpGuardFalse, 0, b.aux(OpHasTag, heap.TagCell, list))
	}
	if known {
		callee = b.value(target)
	} else {
		cell := b.object(callee)
		b.guard(OpGuardKind, heap.KFunction, cell)
		b.guard(OpGuardRef, 0, b.load(OpLoadRef, MemConst, heap.OffWord, cell), b.cell(t))
	}
	args = append(args, w.args...)
	// The call, and what the interpreter moves.
	b.charge(w.cost + uint32(len(args)) + 1)
	b.inline(in, t, &frame{callee: callee, dst: dst, base: b.fr.base + w.base}, internal(1), args)
	return true
}

// bound is the bound function that a call calls, or one like it; 0 if that is not
// known. known reports whether it is always this one.
func (b *builder) bound(callee *Value, site uint32) (f uint32, known bool) {
	h := b.h
	if k, ok := b.known(callee); ok {
		if !h.IsKind(k, heap.KBound) {
			return 0, false
		}
		return k.Ref(), true
	}
	at := b.siteAt(site)
	if callee.Type != Val || at == 0 || h.U32(at) <= heap.IcMega {
		return 0, false
	}
	if f = h.U32(at + heap.IcRef); h.Kind(f) != heap.KBound {
		return 0, false
	}
	return f, false
}
