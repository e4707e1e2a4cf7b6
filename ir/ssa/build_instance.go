package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// maxClasses is how many classes a class may extend that instanceof knows natively.
const maxClasses = 6

// instanceOf builds v instanceof f, where f is a function that is known or guessed
// and inherits the intrinsic Function.prototype[@@hasInstance].
func (b *builder) instanceOf(in *bytecode.Inst, dst uint32, v, f *Value) bool {
	if v.Type != Val || f.Type != Val || b.failed(OpGuardVal) || b.failed(OpGuardRef) {
		return false
	}
	g, ok := b.guess(f)
	if !ok || !b.h.IsKind(g, heap.KFunction) || !b.inheritsHasInstance(g.Ref()) {
		return false
	}
	var p heap.Prop
	fn := g.Ref()
	if b.h.Lookup(fn, b.h.Root(heap.RootAtomPrototype), &p) != heap.LookupData || p.Holder != fn || !p.Value.IsObject() {
		return false
	}
	fixed := p.Attrs&(heap.Writable|heap.Configurable) == 0
	if !fixed && (p.Where != heap.WhereSlots || b.h.ShapeFlagsOf(b.h.Shape(fn))&heap.SDictionary != 0) {
		return false
	}
	f = b.is(f, fn)
	for o := fn; !b.h.IsROM(o); o = b.h.Proto(o) {
		// That it still inherits the method.
		b.h.SeenByCode(b.h.Shape(o))
		b.guardShape(b.cell(o), b.h.Shape(o))
	}
	if !fixed && !b.h.IsROM(fn) {
		b.guard(OpGuardVal, 0, b.load(OpLoadVal, MemProp, int64(p.Offset), b.load(OpLoadRef, MemSlots, heap.OffSlots, b.cellOf(f))), b.value(p.Value))
	}
	b.orSlow(in, func() {
		b.set(dst, b.choose(b.aux(OpHasTag, heap.TagObject, v), func() *Value {
			r := b.stub(StubInstanceOf, b.op(OpUnboxRef, v), b.cell(p.Value.Ref()))
			return b.aux(OpCmpInt, int64(Ne), r, b.integer(0))
		}, func() *Value { return b.constant(OpConstBool, 0) }))
	})
	return true
}

// inheritsHasInstance reports whether fn[@@hasInstance] is the intrinsic, which
// classes between have not hidden.
func (b *builder) inheritsHasInstance(fn uint32) bool {
	var p heap.Prop
	key := b.cfg.Library.HasInstance
	if key == 0 || b.h.Lookup(fn, key, &p) != heap.LookupData || !b.h.IsROM(p.Holder) ||
		heap.Object(p.Holder) != b.h.Root(heap.RootFunctionProto) || p.Attrs&heap.Writable != 0 {
		return false
	}
	n := 0
	for o := fn; !b.h.IsROM(o); o = b.h.Proto(o) {
		if n++; n > maxClasses || b.h.Kind(o) != heap.KFunction {
			return false
		}
	}
	return true
}

// templateObject builds the template object of a tagged template that has been
// evaluated before: it is always the same.
func (b *builder) templateObject(dst uint32, site heap.Value) bool {
	v := b.h.Val(site.Ref() + heap.OffValues)
	if !v.IsObject() {
		return false
	}
	b.set(dst, b.value(v))
	return true
}

// setGlobal builds the write of a global variable that is an own property of the
// global object.
func (b *builder) setGlobal(v, global *Value, site uint32) bool {
	list, ok := b.entries(site)
	if ok && len(list) == 0 {
		return b.cold()
	}
	if !ok || b.failed(OpCheckObj) || b.failed(OpGuardRef) {
		return false
	}
	for i := range list {
		if k := list[i].data & 7; k != heap.IcOwn && k != heap.IcOwnSlots {
			return false
		}
	}
	obj := b.object(global)
	v = b.boxed(v)
	b.byShape(obj, list, func(e *ic) *Value {
		b.storeEntry(obj, v, e)
		return nil
	})
	return true
}
