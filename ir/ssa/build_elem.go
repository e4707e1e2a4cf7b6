package ssa

import (
	"math"
	mathbits "math/bits"

	"firn/heap"
	"firn/ir/bytecode"
)

// index is an element index: an int32, whose sign the bounds check sees.
func (b *builder) index(k *Value) *Value {
	switch k.Type {
	case Int:
		return k
	case F64:
		return b.guard(OpF64ToIndex, 0, k)
	case Val:
		if !b.failed(OpCheckInt) {
			return b.toInt(k)
		}
		if d := b.toF64(k); d != nil && !b.failed(OpF64ToIndex) {
			return b.guard(OpF64ToIndex, 0, d)
		}
	}
	return nil
}

// elementTypes is the set of typed-array element types that a site has met.
func (b *builder) elementTypes(site uint32) uint32 {
	at := b.siteAt(site)
	if at == 0 || b.h.U32(at) != heap.IcEmpty {
		return 0
	}
	return b.h.U32(at + heap.IcData)
}

// getElem builds recv[k]: as what was seen, or, where that was more than one
// thing, by cases.
func (b *builder) getElem(in *bytecode.Inst, dst uint32, recv, k *Value, site uint32) bool {
	if recv.Type != Val {
		return false
	}
	types, seen := b.elementTypes(site), b.typesAt()
	fails := b.failed(OpGuardKind) || b.failed(OpGuardBound) || b.failed(OpGuardHole) || b.failed(OpCheckObj) || b.failed(OpCheckInt) ||
		b.failed(OpGuardInt) || b.failed(OpGuardTrue) || b.failed(OpGuardVal) || b.failed(OpCheckStr)
	proxies := b.meetsProxy(b.cfg.Library.ProxyGet) && b.isKey(k)
	if fails || proxies || seen&(heap.FbString|heap.FbOther) != 0 || mathbits.OnesCount32(types) > 1 {
		if k.Type == Bool || b.failed(OpF64ToIndex) && k.Type == F64 {
			return false
		}
		b.orSlow(in, func() {
			if !proxies {
				b.set(dst, b.anyElem(recv, k, types, seen))
				return
			}
			v := b.orProxy(in, b.cfg.Library.ProxyGet, actStore, dst, b.requireObject(recv), func() []*Value { return []*Value{b.trapKey(k), recv} },
				func() *Value { return b.anyElem(recv, k, types, seen) })
			if b.cur != nil {
				b.set(dst, v)
			}
		})
		return true
	}
	i := b.index(k)
	if i == nil {
		return false
	}
	if types == 0 && seen&heap.FbObject != 0 {
		b.set(dst, b.charAt(b.str(recv), i))
		return true
	}
	obj := b.object(recv)
	if types != 0 {
		b.guard(OpGuardKind, heap.KTypedArray, obj)
		b.set(dst, b.typedElem(obj, i, types, false))
		return true
	}
	e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	b.guard(OpGuardKind, heap.KElements, e)
	b.guard(OpGuardBound, 0, i, b.load(OpLoadCap, MemFlags, 0, e))
	v := b.load(OpLoadValX, MemElem, heap.OffValues, e, i)
	b.guard(OpGuardHole, 0, v)
	b.set(dst, v)
	return true
}

// anyElem builds recv[k] by cases of k.
func (b *builder) anyElem(recv, k *Value, types uint32, seen uint8) *Value {
	byIndex := func(i *Value) *Value {
		if seen&heap.FbObject == 0 && !b.failed(OpCheckObj) {
			return b.objectElem(b.requireObject(recv), i, types, seen)
		}
		return b.choose(b.aux(OpHasTag, heap.TagObject, recv), func() *Value {
			return b.objectElem(b.op(OpUnboxRef, recv), i, types, seen)
		}, func() *Value {
			b.require(b.aux(OpHasTag, heap.TagString, recv))
			s := b.op(OpUnboxRef, recv)
			if seen&heap.FbOther == 0 || !b.plainArrays() {
				return b.charAt(s, i)
			}
			return b.choose(b.aux(OpCmpUint, int64(Lt), i, b.stringLength(s)), func() *Value { return b.charAt(s, i) }, func() *Value {
				b.require(b.aux(OpCmpInt, int64(Ge), i, b.integer(0)))
				return b.value(heap.Undefined)
			})
		})
	}
	if k.Type == F64 {
		return byIndex(b.index(k))
	}
	if k.Type == Int || seen&heap.FbString == 0 || !b.keysKnown() {
		return byIndex(b.requireInt(k))
	}
	return b.choose(b.aux(OpHasTag, heap.TagInt, k), func() *Value {
		return byIndex(b.op(OpUnboxInt, k))
	}, func() *Value {
		return b.keyed(b.requireObject(recv), k)
	})
}

// objectElem builds obj[i] by cases of obj.
func (b *builder) objectElem(obj, i *Value, types uint32, seen uint8) *Value {
	plain := func() *Value { return b.plainElem(obj, i, seen) }
	if types == 0 {
		return plain()
	}
	typed := func() *Value {
		return b.typedElem(obj, i, types, seen&heap.FbOther != 0 || b.failed(OpGuardBound))
	}
	return b.choose(b.aux(OpIsKind, heap.KTypedArray, obj), typed, plain)
}

// plainElem is an element of an object with ordinary elements; of most also what
// is not there, since what they inherit from has no elements.
func (b *builder) plainElem(obj, i *Value, seen uint8) *Value {
	e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	b.require(b.op(OpNotBool, b.aux(OpIsKind, heap.KSparse, e)))
	room := b.load(OpLoadCap, MemFlags, 0, e)
	read := func() *Value { return b.load(OpLoadValX, MemElem, heap.OffValues, e, i) }
	hole := b.value(heap.Hole)
	if !b.plainArrays() || seen&heap.FbOther == 0 && !b.failed(OpGuardBound) && !b.failed(OpGuardHole) {
		b.requireBound(i, room)
		v := read()
		b.require(b.aux(OpCmpVal, int64(Ne), v, hole))
		return v
	}
	v := b.choose(b.aux(OpCmpUint, int64(Lt), i, room), read, func() *Value { return hole })
	return b.choose(b.aux(OpCmpVal, int64(Ne), v, hole), func() *Value { return v }, func() *Value {
		b.require(b.aux(OpCmpInt, int64(Ge), i, b.integer(0)))
		b.requireNoElements(obj)
		return b.value(heap.Undefined)
	})
}

// requireNoElements is the check that obj inherits elements from nowhere: it is an
// ordinary object whose prototype is that of arrays or of objects, or none.
func (b *builder) requireNoElements(obj *Value) {
	flags := b.op(OpAndInt, b.load(OpLoadU8, MemFlags, heap.OffFlags, obj), b.integer(heap.FExotic))
	b.require(b.aux(OpCmpInt, int64(Eq), flags, b.integer(0)))
	proto := b.load(OpLoadRef, MemConst, heap.ShapeProto, b.load(OpLoadRef, MemShape, heap.OffShape, obj))
	arrays := b.h.U32(b.h.ArrayShape() + heap.ShapeProto)
	done := func() *Value { return nil }
	b.choose(b.aux(OpCmpRef, int64(Eq), proto, b.cell(arrays)), done, func() *Value {
		objects := b.h.Proto(arrays) // the end of that chain, in ROM, too
		return b.choose(b.aux(OpCmpRef, int64(Eq), proto, b.constant(OpConstRef, 0)), done, func() *Value {
			b.requireCell(proto, b.cell(objects))
			return nil
		})
	})
}

// requirePlainArray is the check that obj is an array that inherits elements from
// nowhere.
func (b *builder) requirePlainArray(obj *Value) {
	b.require(b.aux(OpIsKind, heap.KArray, obj))
	s := b.load(OpLoadRef, MemShape, heap.OffShape, obj)
	b.requireCell(b.load(OpLoadRef, MemConst, heap.ShapeProto, s), b.cell(b.h.U32(b.h.ArrayShape()+heap.ShapeProto)))
}

// charAt is s[i] of a one-byte string.
func (b *builder) charAt(s, i *Value) *Value {
	b.requireBound(i, b.stringLength(s))
	if b.way == nil {
		b.guard(OpGuardKind, heap.KStr1, s)
		return b.op(OpBoxStr, b.oneChar(b.load(OpLoadU8X, MemConst, heap.OffChars, s, i)))
	}
	return b.op(OpBoxStr, b.charString(b.unit(s, i)))
}

// noNative are the element types without a native form.
const noNative = 1<<heap.ElemFloat16 | 1<<heap.ElemBigInt64 | 1<<heap.ElemBigUint64

// typedData checks that obj is a typed array of a fixed length, and gives that and
// the address of its data.
func (b *builder) typedData(obj *Value) (data, n *Value) {
	n = b.viewLength(obj)
	bytes := b.liveBuffer(obj)
	off := b.op(OpUnboxInt, b.load(OpLoadVal, MemConst, heap.OffInternal+8*heap.ViewOffset, obj))
	return b.op(OpAddRef, b.op(OpUnboxRef, bytes), off), n
}

// viewLength is the length of a typed array, which must be fixed.
func (b *builder) viewLength(obj *Value) *Value {
	v := b.load(OpLoadVal, MemInner, heap.OffInternal+8*heap.ViewLength, obj)
	v.Aux2 = isLength
	return b.requireInt(v)
}

// isLength, as Aux2 of LoadVal: if it is an integer, it is between 0 and maxLength.
const isLength = 1

// byType does something for each of a set of element types that obj, a typed
// array, may have.
func (b *builder) byType(obj *Value, types uint32, do func(t uint32) *Value) *Value {
	have := b.load(OpLoadInt, MemConst, heap.OffWord, obj)
	t := uint32(mathbits.TrailingZeros32(types))
	rest := types & (types - 1)
	if rest != 0 {
		c := b.aux(OpCmpInt, int64(Eq), have, b.integer(int32(t)))
		return b.choose(c, func() *Value { return do(t) }, func() *Value { return b.byType(obj, rest, do) })
	}
	if b.way == nil {
		b.guard(OpGuardInt, 0, have, b.integer(int32(t)))
	} else {
		b.require(b.aux(OpCmpInt, int64(Eq), have, b.integer(int32(t))))
	}
	return do(t)
}

// typedElem is element i of typed array obj of one of a set of types; beyond says
// that i may lie beyond its end.
func (b *builder) typedElem(obj, i *Value, types uint32, beyond bool) *Value {
	data, n := b.typedData(obj)
	types &^= noNative
	if types == 0 {
		types = 1 << heap.ElemUint8
	}
	read := func() *Value { return b.byType(obj, types, func(t uint32) *Value { return b.typedLoad(data, i, t) }) }
	if !beyond {
		b.requireBound(i, n)
		return read()
	}
	return b.choose(b.aux(OpCmpUint, int64(Lt), i, n), read, func() *Value {
		b.require(b.aux(OpCmpInt, int64(Ge), i, b.integer(0)))
		return b.value(heap.Undefined)
	})
}

// liveBuffer is the contents of the buffer of a typed array, which must not be
// detached nor resizable.
func (b *builder) liveBuffer(obj *Value) *Value {
	buf := b.op(OpUnboxRef, b.load(OpLoadVal, MemConst, heap.OffInternal+8*heap.ViewBuffer, obj))
	bytes := b.load(OpLoadVal, MemInner, heap.OffInternal+8*heap.BufBytes, buf)
	b.require(b.aux(OpHasTag, heap.TagCell, bytes))
	b.requireValue(b.load(OpLoadVal, MemInner, heap.OffInternal+8*heap.BufMax, buf), b.value(heap.Undefined))
	return bytes
}

// typedLoad reads element i of the data of a typed array.
func (b *builder) typedLoad(data, i *Value, t uint32) *Value {
	op := OpLoadI32X
	switch t {
	case heap.ElemInt8:
		op = OpLoadI8X
	case heap.ElemUint8, heap.ElemUint8Clamped:
		op = OpLoadU8X
	case heap.ElemInt16:
		op = OpLoadI16X
	case heap.ElemUint16:
		op = OpLoadU16X
	case heap.ElemFloat32:
		op = OpLoadF32X
	case heap.ElemFloat64:
		op = OpLoadF64X
	}
	v := b.load(op, MemBytes, heap.OffData, data, i)
	if t == heap.ElemUint32 {
		return b.unsigned(v)
	}
	return v
}

// unsigned is the number whose 32 bits v has.
func (b *builder) unsigned(v *Value) *Value {
	if b.failed(OpGuardPos) {
		return b.op(OpUintToF64, v)
	}
	return b.guard(OpGuardPos, 0, v)
}

// setElem builds recv[k] = v: as what was seen, or, where that was more than one
// thing, by cases.
func (b *builder) setElem(in *bytecode.Inst, recv, k, v *Value, site uint32) bool {
	if recv.Type != Val {
		return false
	}
	types, seen := b.elementTypes(site), b.typesAt()
	fails := b.failed(OpGuardKind) || b.failed(OpGuardBound) || b.failed(OpGuardHole) || b.failed(OpCheckObj) || b.failed(OpCheckInt) ||
		b.failed(OpGuardInt) || b.failed(OpGuardTrue) || b.failed(OpGuardVal)
	if types&noNative != 0 {
		return false
	}
	// The value, as elements of typed arrays need it.
	var x, d *Value
	if types&(floatTypes|1<<heap.ElemUint8Clamped) != 0 {
		if d = b.toF64(v); d == nil {
			return false
		}
	}
	if types&^(floatTypes|1<<heap.ElemUint8Clamped) != 0 {
		if x = b.wrapped(v); x == nil {
			return false
		}
	}
	proxies := b.meetsProxy(b.cfg.Library.ProxyPut) && b.isKey(k)
	if fails || proxies || seen&(heap.FbString|heap.FbOther) != 0 || mathbits.OnesCount32(types) > 1 {
		if k.Type == Bool || b.failed(OpF64ToIndex) && k.Type == F64 {
			return false
		}
		b.orSlow(in, func() {
			if !proxies {
				b.setAnyElem(recv, k, v, x, d, types, seen)
				return
			}
			b.orProxy(in, b.cfg.Library.ProxyPut, bytecode.ActDiscard, 0, b.requireObject(recv),
				func() []*Value { return []*Value{b.trapKey(k), b.boxed(v), recv} }, func() *Value {
					b.setAnyElem(recv, k, v, x, d, types, seen)
					return nil
				})
		})
		return true
	}
	i := b.index(k)
	if i == nil {
		return false
	}
	obj := b.object(recv)
	if types != 0 {
		b.guard(OpGuardKind, heap.KTypedArray, obj)
		b.setTypedElem(obj, i, x, d, types)
		return true
	}
	b.setPlainElem(obj, i, v, false)
	return true
}

const floatTypes = 1<<heap.ElemFloat32 | 1<<heap.ElemFloat64

// wrapped is v as an integer modulo 2^32; nil when that is the driver's to find.
func (b *builder) wrapped(v *Value) *Value {
	if v.Type == F64 || v.Type == Val && b.failed(OpCheckInt) {
		if d := b.toF64(v); d != nil && !b.failed(OpTruncF64) {
			return b.guard(OpTruncF64, 0, d)
		}
		return nil
	}
	return b.toInt(v)
}

// setAnyElem builds recv[k] = v by cases.
func (b *builder) setAnyElem(recv, k, v, x, d *Value, types uint32, seen uint8) {
	obj := b.requireObject(recv)
	plain := func(i *Value) *Value {
		b.setPlainElem(obj, i, v, seen&heap.FbOther != 0 || b.failed(OpGuardHole) || b.failed(OpGuardBound))
		return nil
	}
	byIndex := func(i *Value) *Value {
		if types == 0 {
			return plain(i)
		}
		typed := func() *Value {
			b.setTypedElem(obj, i, x, d, types)
			return nil
		}
		return b.choose(b.aux(OpIsKind, heap.KTypedArray, obj), typed, func() *Value { return plain(i) })
	}
	switch {
	case k.Type == F64:
		byIndex(b.index(k))
	case k.Type == Int || seen&heap.FbString == 0 || !b.keysKnown():
		byIndex(b.requireInt(k))
	default:
		b.choose(b.aux(OpHasTag, heap.TagInt, k), func() *Value {
			return byIndex(b.op(OpUnboxInt, k))
		}, func() *Value {
			b.setKeyed(obj, k, v, 0)
			return nil
		})
	}
}

// defElem builds the definition of a property with a computed key that is no index.
func (b *builder) defElem(in *bytecode.Inst, recv, k, v *Value) bool {
	if recv.Type != Val || k.Type != Val || !b.keysKnown() {
		return false
	}
	b.orSlow(in, func() { b.setKeyed(b.requireObject(recv), k, v, 1) })
	return true
}

// deleteKey builds delete recv[k] for a key that is no index.
func (b *builder) deleteKey(in *bytecode.Inst, dst uint32, recv, k *Value) bool {
	if recv.Type != Val || k.Type != Val || !b.keysKnown() {
		return false
	}
	b.orSlow(in, func() {
		obj, yes := b.requireObject(recv), b.value(heap.True)
		b.orProxy(in, b.cfg.Library.ProxyDelete, actStore, dst, obj, func() []*Value { return []*Value{b.trapKey(k)} }, func() *Value {
			b.require(b.load(OpKeyDelete, MemKeyed, 0, obj, k))
			return yes
		})
		b.set(dst, yes)
	})
	return true
}

// setPlainElem writes an element of an object with ordinary elements; grows says
// that it may be the next one of an array.
func (b *builder) setPlainElem(obj, i, v *Value, grows bool) {
	if b.way == nil {
		b.plainElements(obj)
	} else {
		b.require(b.aux(OpCmpInt, int64(Eq), b.op(OpAndInt, b.load(OpLoadU8, MemFlags, heap.OffFlags, obj), b.integer(heap.FElemsSlow)), b.integer(0)))
	}
	e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	room := b.load(OpLoadCap, MemFlags, 0, e)
	read := func() *Value { return b.load(OpLoadValX, MemElem, heap.OffValues, e, i) }
	hole := b.value(heap.Hole)
	switch {
	case b.way == nil:
		b.requireBound(i, room)
		b.guard(OpGuardHole, 0, read())
	case grows && b.plainArrays():
		longer := func() *Value {
			// Below the capacity of a cell: it does not overflow.
			b.store(OpStoreInt, MemWord, heap.OffWord, obj, b.op(OpAddIntW, i, b.integer(1)))
			return e
		}
		e = b.choose(b.aux(OpCmpUint, int64(Lt), i, room), func() *Value {
			return b.choose(b.aux(OpCmpVal, int64(Ne), read(), hole), func() *Value { return e }, func() *Value {
				// A hole, as new Array(n) leaves them, or room behind the end.
				b.requirePlainArray(obj)
				n := b.load(OpLoadInt, MemWord, heap.OffWord, obj)
				return b.choose(b.aux(OpCmpUint, int64(Lt), i, n), func() *Value { return e }, longer)
			})
		}, func() *Value {
			b.requirePlainArray(obj)
			b.require(b.aux(OpCmpInt, int64(Eq), i, b.load(OpLoadInt, MemWord, heap.OffWord, obj)))
			e = b.roomFor(obj, e, i)
			return longer()
		})
	default:
		b.requireBound(i, room)
		b.require(b.aux(OpCmpVal, int64(Ne), read(), hole))
	}
	b.store(OpStoreValX, MemElem, heap.OffValues, e, i, b.boxed(v))
	b.aux(OpBarrierX, heap.OffValues, e, i)
}

// setTypedElem writes element i of typed array obj of one of a set of types: x to
// those of integers, d to the others.
func (b *builder) setTypedElem(obj, i, x, d *Value, types uint32) {
	data, n := b.typedData(obj)
	b.requireBound(i, n)
	var c *Value
	if types&(1<<heap.ElemUint8Clamped) != 0 {
		c = b.clamped(d)
	}
	b.byType(obj, types, func(t uint32) *Value {
		v := x
		switch {
		case t == heap.ElemUint8Clamped:
			v = c
		case 1<<t&floatTypes != 0:
			v = d
		}
		b.typedStore(data, i, v, t)
		return nil
	})
}

// typedStore writes element i of the data of a typed array: a double, or the bits of
// an integer.
func (b *builder) typedStore(data, i, v *Value, t uint32) {
	op := OpStoreI32X
	switch t {
	case heap.ElemInt8, heap.ElemUint8, heap.ElemUint8Clamped:
		op = OpStoreI8X
	case heap.ElemInt16, heap.ElemUint16:
		op = OpStoreI16X
	case heap.ElemFloat32:
		op = OpStoreF32X
	case heap.ElemFloat64:
		op = OpStoreF64X
	}
	b.store(op, MemBytes, heap.OffData, data, i, v)
}

// clamped is ToUint8Clamp (ECMA-262 7.1.12) of a number that is not NaN.
func (b *builder) clamped(d *Value) *Value {
	if d.Op == OpIntToF64 {
		return b.op(OpMaxInt, b.op(OpMinInt, d.Args[0], b.integer(255)), b.integer(0))
	}
	number := func(x float64) *Value { return b.constant(OpConstF64, int64(math.Float64bits(x))) }
	d = b.op(OpMaxF64, b.op(OpMinF64, d, number(255)), number(0))
	// No fraction is left of a sum above 2^52; it rounds to even.
	return b.guard(OpTruncF64, 0, b.op(OpSubF64, b.op(OpAddF64, d, number(1<<52)), number(1<<52)))
}

// libraryElem builds ldelem: an own dense element of an object.
func (b *builder) libraryElem(dst uint32, recv, k *Value) bool {
	if recv.Type != Val || b.failed(OpGuardKind) || b.failed(OpGuardBound) || b.failed(OpGuardHole) || b.failed(OpCheckObj) || b.failed(OpCheckInt) {
		return false
	}
	i := b.toInt(k)
	if i == nil {
		return false
	}
	obj := b.object(recv)
	e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	b.guard(OpGuardKind, heap.KElements, e)
	b.guard(OpGuardBound, 0, i, b.load(OpLoadCap, MemFlags, 0, e))
	v := b.load(OpLoadValX, MemElem, heap.OffValues, e, i)
	b.guard(OpGuardHole, 0, v)
	b.set(dst, v)
	return true
}
