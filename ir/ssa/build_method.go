package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

const (
	maxBetween  = 8   // instructions between the load of a method and its call
	methodWords = 100 // code words of all methods of a call that are put in place
)

// methodCases builds the load of a method from objects of several shapes, and all
// that follows up to its call, once for each shape: in each case the method and the
// shape of its this are known, and what the methods return is joined. The methods
// are small and come from prototypes. It returns the word behind the
// call, 0 if it has built nothing.
func (b *builder) methodCases(in *bytecode.Inst) uint32 {
	dst, recv := in.Field(bytecode.FieldA), b.reg(in.Field(bytecode.FieldB))
	site := in.Field(bytecode.FieldD)
	at := b.siteAt(site)
	if at == 0 || b.h.U32(at) != heap.IcPoly || b.fr.parent != nil || recv.Type != Val || b.meetsProxy(b.cfg.Library.ProxyGet) ||
		b.failed(OpCheckObj) || b.failed(OpGuardRef) || b.failed(OpGuardEpoch) || b.failed(OpGuardVal) {
		return 0
	}
	call := b.callOf(in, dst)
	if call == 0 {
		return 0
	}
	list, ok := b.entries(site)
	if !ok || len(list) < 2 {
		return 0
	}
	methods := make([]uint32, len(list))
	words := uint32(0)
	for i := range list {
		if methods[i] = b.method(&list[i]); methods[i] == 0 {
			return 0
		}
		words += b.h.U32(b.h.Word(methods[i]) + heap.TmplWords)
	}
	if words > methodWords {
		return 0
	}
	fr := b.fr
	obj := b.object(recv)
	for i := range list {
		b.epoch(&list[i])
	}
	last, _ := bytecode.Decode(fr.src.code, call)
	b.cases(obj, list, last.Next, func(i int) {
		v, f := b.loadEntry(obj, &list[i]), b.value(heap.Object(methods[i]))
		if v != f {
			b.guard(OpGuardVal, 0, v, f)
		}
		b.set(dst, f)
		for pc := in.Next; pc <= call && b.cur != nil; {
			next := b.insts.one()
			*next, _ = bytecode.Decode(fr.src.code, pc)
			fr.state = nil
			pc = b.instruction(next)
		}
	})
	return last.Next
}

// cases builds what do does for each shape that obj may have, by its number in list,
// up to the instruction at word next, before which it is joined. Registers, too, are
// those of the case.
func (b *builder) cases(obj *Value, list []ic, next uint32, do func(i int)) {
	fr, in := b.fr, b.in
	regs, shape := fr.regs, b.load(OpLoadRef, MemShape, heap.OffShape, obj)
	ends := b.edges.take(len(list))[:0]
	for i := range list {
		var other *Block
		if s := b.cell(list[i].shape); i == len(list)-1 {
			b.requireCell(shape, s)
		} else {
			b.cur, other = b.split(b.aux(OpCmpRef, int64(Eq), shape, s))
		}
		fr.regs = b.f.list(regs)
		if do(i); b.cur != nil {
			ends = append(ends, edge{b.cur, fr.regs})
		}
		// What is to come leaves with the state before.
		b.cur, b.in, fr.pc = other, in, in.PC
		fr.regs, fr.state = regs, nil
	}
	if len(ends) > 0 {
		b.join(fr, ends, next)
	}
}

// callOf is the word of the call of what in, in the same block, puts into the
// register fn: 0 if there is none, or too much in between.
func (b *builder) callOf(in *bytecode.Inst, fn uint32) uint32 {
	src := b.fr.src
	_, _, end := src.live.Block(src.live.BlockAt(in.PC))
	pc := in.Next
	for n := 0; n <= maxBetween && pc < end; n++ {
		i, ok := bytecode.Decode(src.code, pc)
		if !ok {
			return 0
		}
		if i.Op == bytecode.OpCall {
			if i.Field(bytecode.FieldB) == fn+1 {
				return pc
			}
			return 0
		}
		for _, o := range i.Operands() {
			if o.Type == bytecode.Base || o.Type == bytecode.Jump {
				return 0
			}
		}
		pc = i.Next
	}
	return 0
}

// method is the method that an entry finds in a prototype, if it is one to put in
// place of a call among others; otherwise 0.
func (b *builder) method(e *ic) uint32 {
	h := b.h
	at := e.ref
	switch {
	case e.shape <= heap.IcMega:
		return 0
	case e.data&7 == heap.IcProto:
	case e.data&7 == heap.IcProtoSlots:
		at = h.U32(at + heap.OffSlots)
	default:
		return 0
	}
	v := h.Val(at + e.data&^7)
	if !h.IsKind(v, heap.KFunction) {
		return 0
	}
	t := h.Word(v.Ref())
	if h.U32(t+heap.TmplFlags)&(heap.TClass|heap.TFast) != 0 || !b.inlinable(t) {
		return 0
	}
	return v.Ref()
}
