package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// construct builds new, or super(…): the constructor's body, or a call of its
// native code. The window has the constructor, the arguments and new.target, which
// is nil for new: the constructor itself.
func (b *builder) construct(in *bytecode.Inst, dst uint32, w *window) bool {
	h := b.h
	at := b.siteAt(in.Field(bytecode.FieldD))
	if w.newTarget == nil {
		if g, ok := b.guess(w.callee); ok && g.IsObject() {
			if leaf, ok := b.leaf(g.Ref()); ok && b.cfg.Intrinsics[leaf] == Array && !b.failed(OpGuardVal) {
				b.settle(w.callee)
				return b.arrayOf(in, dst, w.args)
			}
		}
	}
	// The constructor; the new.target that the site has seen; the shape of instances.
	var fn, seen, s uint32
	if at != 0 && h.U32(at) > heap.IcMega {
		seen = h.U32(at + heap.IcRef)
	}
	if k, ok := b.known(w.callee); ok {
		if !k.IsObject() {
			return false
		}
		fn = k.Ref()
	} else if w.newTarget == nil && seen != 0 {
		fn = seen
	} else if g, ok := b.guess(w.callee); ok && g.IsObject() {
		fn = g.Ref()
	}
	if fn == 0 && w.newTarget == nil && at != 0 && h.U64(at) == 0 && h.U64(at+heap.IcRef) == 0 {
		return b.cold()
	}
	if fn == 0 || h.Kind(fn) != heap.KFunction || b.failed(OpGuardVal) || b.failed(OpGuardRef) {
		return false
	}
	t := h.Word(fn)
	const wrong = heap.TConstructor | heap.TFast | heap.TGenerator | heap.TAsync
	flags := h.U32(t + heap.TmplFlags)
	if flags&wrong != heap.TConstructor {
		return false
	}
	derived := flags&(heap.TDerived|heap.TBuiltinCtor) != 0 // which make their instances themselves
	nt := fn
	if w.newTarget != nil {
		nt = seen
		if k, ok := b.known(w.newTarget); ok {
			if !h.IsKind(k, heap.KFunction) {
				return false
			}
			nt = k.Ref()
		}
	}
	// Of a constructor that makes its instances: where new.target has their
	// prototype. A class always has the same.
	proto, fixed := heap.Prop{}, false
	if !derived {
		if nt == 0 || h.Kind(nt) != heap.KFunction || h.Lookup(nt, h.Root(heap.RootAtomPrototype), &proto) != heap.LookupData ||
			proto.Holder != nt || !proto.Value.IsObject() {
			return false
		}
		fixed = proto.Attrs&(heap.Writable|heap.Configurable) == 0
		if !fixed && (proto.Where != heap.WhereSlots || h.ShapeFlagsOf(h.Shape(nt))&heap.SDictionary != 0) {
			return false
		}
		s = h.FindRootShape(proto.Value.Ref(), heap.KObject, h.InstanceSlots(t, nt))
		if s == 0 {
			return b.cold() // there has been no instance yet
		}
		if h.ShapeFlagsOf(s)&heap.SDictionary != 0 || h.U32(s+heap.ShapeBase)+8*uint32(h.U16(s+heap.ShapeInline)) > maxInlineCell {
			return false
		}
	}
	w.callee = b.is(w.callee, fn)
	if w.newTarget == nil {
		w.newTarget = w.callee
	}
	w.this = b.value(heap.Undefined)
	if !derived {
		w.newTarget = b.is(w.newTarget, nt)
		if !fixed {
			// That instances still have this shape.
			cell := b.cellOf(w.newTarget)
			h.SeenByCode(h.Shape(nt))
			b.guardShape(cell, h.Shape(nt))
			is := b.load(OpLoadVal, MemProp, int64(proto.Offset), b.load(OpLoadRef, MemSlots, heap.OffSlots, cell))
			b.guard(OpGuardVal, 0, is, b.value(proto.Value))
		}
		w.made = b.op(OpBoxObj, b.instance(s))
		w.this = w.made
	}
	if b.inlinable(t) {
		fr := &frame{callee: w.callee, newTarget: w.newTarget, dst: dst, base: b.fr.base + w.base, this: w.made}
		if w.made != nil {
			fr.act = actConstruct
		}
		b.charge(w.cost)
		b.inline(in, t, fr, w.this, w.args)
		return true
	}
	b.nativeCall(in, OpCall, dst, w, int64(b.above(t, uint32(len(w.args)))), b.cellOf(w.callee), b.cell(t))
	return true
}

// is makes sure that v is object o.
func (b *builder) is(v *Value, o uint32) *Value {
	k := b.value(heap.Object(o))
	if _, ok := b.known(v); !ok {
		b.guard(OpGuardVal, 0, v, k)
	}
	return k
}

// newWindow is the window of a construction with its arguments in registers.
func (b *builder) newWindow(in *bytecode.Inst, base, n uint32, newTarget *Value) *window {
	args := make([]*Value, n)
	for i := range args {
		args[i] = b.reg(base + 1 + uint32(i))
	}
	return &window{base: int(base), cost: in.X, callee: b.reg(base - 1), args: args, newTarget: newTarget}
}

// constructSpread builds newspread and superspread with arguments that are known.
func (b *builder) constructSpread(in *bytecode.Inst, dst, base uint32, array, newTarget *Value) bool {
	l := b.lists[array]
	if l == nil {
		return false
	}
	return b.construct(in, dst, &window{base: b.fr.src.regs + header, cost: in.X + uint32(len(l.elems)), apart: true,
		callee: b.reg(base - 1), args: l.elems, newTarget: newTarget})
}

// orMade sets dst to what a constructor has returned, if that is an object, else
// to the object that was made for it.
func (b *builder) orMade(dst uint32, v, made *Value) {
	from := b.cur
	yes, no := b.f.NewBlock(Jump), b.f.NewBlock(Jump)
	from.Kind, from.Control = If, b.aux(OpHasTag, heap.TagObject, v)
	from.Connect(yes)
	from.Connect(no)
	yes.Cold = true
	edges := []edge{{yes, []*Value{v}}, {no, []*Value{made}}}
	blk, result := b.merge(b.fr, edges, nil, b.fr.pc)
	b.cur = blk
	b.set(dst, result[0])
}

// superConstructor builds getsuperctor of a function that is known.
func (b *builder) superConstructor(dst uint32, f *Value) bool {
	if _, ok := b.known(f); !ok {
		f = b.settle(f)
	}
	k, ok := b.known(f)
	if !ok || !b.h.IsKind(k, heap.KFunction) || b.failed(OpGuardRef) {
		return false
	}
	s := b.h.Shape(k.Ref())
	b.h.SeenByCode(s)
	b.guardShape(b.cellOf(f), s)
	p := heap.Null
	if proto := b.h.U32(s + heap.ShapeProto); proto != 0 {
		p = heap.Object(proto)
	}
	b.set(dst, b.value(p))
	return true
}

// retDerived builds the return from a derived constructor, this in that.
func (b *builder) retDerived(in *bytecode.Inst, v, this *Value) bool {
	if v.Op != OpBoxObj {
		if k, ok := b.known(v); !ok || k != heap.Undefined {
			return false
		}
		v = this
		if v.Op != OpBoxObj {
			if v.Type != Val {
				return false
			}
			b.object(v)
		}
	}
	fr := b.fr
	b.charge(in.X)
	if fr.parent != nil {
		fr.rets = append(fr.rets, edge{b.cur, []*Value{v}})
	} else {
		b.cur.Kind, b.cur.Control = Ret, v
	}
	b.cur = nil
	return true
}
