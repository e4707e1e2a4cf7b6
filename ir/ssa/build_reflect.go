package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// Reflect, Object's functions for one property, and what the library asks of an
// object that is no proxy. All of them look for a property with a computed key;
// what is not decided by that is done by the driver.

// isKey reports whether v may be a property key that native code looks for.
func (b *builder) isKey(v *Value) bool {
	k, ok := b.known(v)
	return b.keysKnown() && (v.Type == Int || v.Type == Val && (!ok || k.IsInt() || k.IsString() || k.IsSymbol()))
}

// byKey goes by what key k is: an index, or a string or symbol.
func (b *builder) byKey(k *Value, index, name func(k *Value) *Value) *Value {
	if k.Type == Int {
		return index(k)
	}
	if x, ok := b.known(k); ok {
		if x.IsInt() {
			return index(b.integer(x.Int32()))
		}
		return name(k)
	}
	none := func() *Value { return b.integer(-1) }
	i := b.choose(b.aux(OpHasTag, heap.TagInt, k), func() *Value { return b.op(OpUnboxInt, k) }, func() *Value {
		return b.choose(b.aux(OpHasTag, heap.TagString, k), func() *Value {
			return b.op(OpSubIntW, b.stub(StubStringIndex, b.op(OpUnboxRef, k)), b.integer(1))
		}, none)
	})
	return b.choose(b.aux(OpCmpInt, int64(Ge), i, b.integer(0)), func() *Value { return index(i) }, func() *Value {
		return name(k) // not of a negative integer
	})
}

// property is the value of a property, undefined if there is none.
func (b *builder) property(obj, k *Value) *Value {
	return b.byKey(k, func(i *Value) *Value { return b.plainElem(obj, i, heap.FbOther) },
		func(k *Value) *Value { return b.keyed(obj, k) })
}

// hasProperty tells whether there is a property.
func (b *builder) hasProperty(obj, k *Value) *Value {
	return b.byKey(k, func(i *Value) *Value { return b.hasElement(obj, i) },
		func(k *Value) *Value { return b.hasKey(obj, k, 0) })
}

// hasOwn tells whether there is an own property.
func (b *builder) hasOwn(obj, k *Value) *Value {
	return b.byKey(k, func(i *Value) *Value {
		return b.aux(OpCmpVal, int64(Ne), b.ownElement(obj, i), b.value(heap.Hole))
	}, func(k *Value) *Value { return b.hasKey(obj, k, 1) })
}

// ownElement is element i of an object with ordinary elements, or a hole.
func (b *builder) ownElement(obj, i *Value) *Value {
	b.requireFlags(obj, heap.FExotic|heap.FSparse)
	b.require(b.aux(OpCmpInt, int64(Ge), i, b.integer(0)))
	e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	c := b.aux(OpCmpUint, int64(Lt), i, b.load(OpLoadCap, MemFlags, 0, e))
	return b.choose(c, func() *Value { return b.load(OpLoadValX, MemElem, heap.OffValues, e, i) }, func() *Value { return b.value(heap.Hole) })
}

// requireFlags is the check that obj has none of some flags.
func (b *builder) requireFlags(obj *Value, flags int32) {
	f := b.op(OpAndInt, b.load(OpLoadU8, MemFlags, heap.OffFlags, obj), b.integer(flags))
	b.require(b.aux(OpCmpInt, int64(Eq), f, b.integer(0)))
}

// isFree builds $IsFree: that a proxy's target does not restrict what its traps get
// and set have done.
func (b *builder) isFree(obj, k *Value) *Value {
	yes := b.constant(OpConstBool, 1)
	attrs := func(k *Value) *Value {
		r := b.load(OpKeyFind, MemKeyed, 2, obj, k)
		b.require(b.aux(OpCmpInt, int64(Ne), r, b.integer(1)))
		has := func(mask int32) *Value { return b.op(OpAndInt, b.op(OpSubIntW, r, b.integer(2)), b.integer(mask)) }
		return b.choose(b.aux(OpCmpInt, int64(Eq), r, b.integer(0)), func() *Value { return yes }, func() *Value {
			return b.choose(b.aux(OpCmpInt, int64(Ne), has(heap.Configurable), b.integer(0)), func() *Value { return yes }, func() *Value {
				return b.aux(OpCmpInt, int64(Eq), has(heap.Writable|heap.Accessor), b.integer(heap.Writable))
			})
		})
	}
	return b.byKey(k, func(i *Value) *Value {
		b.requireFlags(obj, heap.FElemsFrozen)
		b.ownElement(obj, i)
		return yes
	}, func(k *Value) *Value {
		length := b.value(b.h.Root(heap.RootAtomLength))
		return b.choose(b.aux(OpCmpVal, int64(Eq), k, length), func() *Value {
			return b.choose(b.aux(OpIsKind, heap.KArray, obj), func() *Value {
				b.requireFlags(obj, heap.FLengthReadonly)
				return yes
			}, func() *Value { return attrs(k) })
		}, func() *Value { return attrs(k) })
	})
}

// requireReceiver is the check that an assignment to receiver is one to target, whose
// cell is obj: it is the same object, or a proxy of it without the traps that would
// be asked. See Call.written in runtime/builtin.
func (b *builder) requireReceiver(receiver, target, obj *Value) {
	b.choose(b.aux(OpCmpVal, int64(Eq), receiver, target), func() *Value { return nil }, func() *Value {
		p := b.requireObject(receiver)
		b.require(b.aux(OpIsKind, heap.KProxy, p))
		b.requireFlags(obj, heap.FExotic)
		b.requireValue(b.load(OpLoadVal, MemInner, heap.OffInternal, p), target)
		handler := b.requireObject(b.load(OpLoadVal, MemInner, heap.OffInternal+8, p))
		for _, trap := range []string{"getOwnPropertyDescriptor", "defineProperty"} {
			name := b.atom(trap)
			if name == nil {
				b.require(b.constant(OpConstBool, 0))
				return nil
			}
			b.requireValue(b.keyed(handler, name), b.value(heap.Undefined))
		}
		return nil
	})
}

// setProperty builds an assignment, on the object itself.
func (b *builder) setProperty(obj, k, v *Value) {
	b.byKey(k, func(i *Value) *Value {
		b.setPlainElem(obj, i, v, true)
		return nil
	}, func(k *Value) *Value {
		b.setKeyed(obj, k, v, 0)
		return nil
	})
}

// prototype is the prototype of an object that is not exotic.
func (b *builder) prototype(obj *Value) *Value {
	b.requireFlags(obj, heap.FExotic)
	p := b.load(OpLoadRef, MemConst, heap.ShapeProto, b.load(OpLoadRef, MemShape, heap.OffShape, obj))
	return b.choose(b.aux(OpCmpRef, int64(Ne), p, b.constant(OpConstRef, 0)), func() *Value { return b.op(OpBoxObj, p) },
		func() *Value { return b.value(heap.Null) })
}

// reflect builds a call of such a function with arguments args, or a leaf of the
// library.
func (b *builder) reflect(in *bytecode.Inst, k Intrinsic, dst uint32, args []*Value) bool {
	need := 2
	switch k {
	case ReflectSet, LeafSetProperty, LeafCreateDataProperty:
		need = 3
	case ReflectGetPrototypeOf, LeafGetPrototypeOf:
		need = 1
	}
	if len(args) < need || args[0].Type != Val || need > 1 && !b.isKey(args[1]) {
		return false
	}
	yes := b.constant(OpConstBool, 1)
	b.orSlow(in, func() {
		obj := b.requireObject(args[0])
		var r *Value
		switch k {
		case ReflectGet, LeafGetData:
			r = b.property(obj, args[1])
		case ReflectHas:
			r = b.hasProperty(obj, args[1])
		case ObjectHasOwn, LeafHasOwn:
			r = b.hasOwn(obj, args[1])
		case LeafIsFree:
			r = b.isFree(obj, args[1])
		case ReflectSet, LeafSetProperty:
			if len(args) > 3 {
				b.requireReceiver(b.boxed(args[3]), args[0], obj)
			}
			b.setProperty(obj, args[1], args[2])
			r = yes
		case LeafCreateDataProperty:
			b.require(b.op(OpNotBool, b.isIndex(args[1])))
			b.setKeyed(obj, args[1], args[2], 1)
			r = yes
		case ReflectDelete, LeafDelete:
			b.require(b.op(OpNotBool, b.isIndex(args[1])))
			b.require(b.load(OpKeyDelete, MemKeyed, 0, obj, args[1]))
			r = yes
		case ReflectGetPrototypeOf, LeafGetPrototypeOf:
			r = b.prototype(obj)
		}
		if in.Op == bytecode.OpCall {
			b.charge(in.X)
		}
		b.set(dst, r)
	})
	return true
}

// isIndex tells whether a key is an integer.
func (b *builder) isIndex(k *Value) *Value {
	if x, ok := b.known(k); ok || k.Type == Int {
		return b.constant(OpConstBool, int64(b2i(!ok || x.IsInt())))
	}
	return b.aux(OpHasTag, heap.TagInt, k)
}
