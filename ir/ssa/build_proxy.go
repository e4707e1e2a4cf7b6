package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// Proxies: an access to a property calls the function of the library that asks
// the handler, as the driver would, where the site has met a proxy.

// meetsProxy reports whether the current instruction has met a proxy, for which it
// calls function f of the library.
func (b *builder) meetsProxy(f uint32) bool {
	return f != 0 && b.typesAt()&heap.FbProxy != 0 && b.h.Kind(f) == heap.KFunction
}

// orProxy is what other builds for an object that is no proxy, and of a proxy what
// function f of the library answers, which also gets args. It comes behind all
// checks of what is common to both.
func (b *builder) orProxy(in *bytecode.Inst, f, act, dst uint32, obj *Value, args func() []*Value, other func() *Value) *Value {
	if !b.meetsProxy(f) {
		return other()
	}
	return b.choose(b.aux(OpIsKind, heap.KProxy, obj), func() *Value {
		list := append([]*Value{b.op(OpBoxObj, obj)}, args()...)
		b.callAbove(in, f, act, dst, b.value(heap.Undefined), list...)
		if b.cur == nil || act == bytecode.ActDiscard {
			return nil
		}
		return b.fr.regs[dst]
	}, other)
}

// trapKey is property key k as traps see it.
func (b *builder) trapKey(k *Value) *Value {
	if x, ok := b.known(k); ok && x.IsSymbol() || ok && x.IsString() && b.h.U32(x.Ref()+heap.OffLength) > 10 {
		return k
	}
	digits := func(i *Value) *Value { return b.op(OpBoxStr, b.stub(StubIntToString, i, b.chars())) }
	if k.Type == Int {
		return digits(k)
	}
	return b.choose(b.aux(OpHasTag, heap.TagInt, k), func() *Value { return digits(b.op(OpUnboxInt, k)) }, func() *Value {
		k = b.load(OpKeyAtom, MemKeyed, 0, k)
		b.require(b.aux(OpCmpVal, int64(Ne), k, b.value(heap.Empty)))
		return k
	})
}
