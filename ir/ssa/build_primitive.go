package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// Operators of objects, which have methods convert them: what the driver would call for
// that is called here.

// objectOperands builds binary operator k (see Library.Operators) where an operand has been an
// object; other operands are the driver's then.
func (b *builder) objectOperands(in *bytecode.Inst, dst, k uint32, x, y *Value) bool {
	f := b.cfg.Library.Operators[k]
	if b.typesAt()&heap.FbObject == 0 || f == 0 || x.Type != Val && y.Type != Val {
		return false
	}
	b.orSlow(in, func() {
		some := b.isConverted(x, k != 0, func() *Value { return b.constant(OpConstBool, 0) })
		b.require(b.isConverted(y, k != 0, func() *Value { return some }))
		b.callAbove(in, f, actStore, dst, b.value(heap.Undefined), x, y)
	})
	return true
}

// isConverted tells whether v is an object, and otherwise gives what that does. Dates are
// the driver's, with numeric: it converts them without calling anything.
func (b *builder) isConverted(v *Value, numeric bool, otherwise func() *Value) *Value {
	if v.Type != Val {
		return otherwise()
	}
	return b.choose(b.aux(OpHasTag, heap.TagObject, v), func() *Value {
		if numeric {
			b.require(b.op(OpNotBool, b.aux(OpIsKind, heap.KDate, b.op(OpUnboxRef, v))))
		}
		return b.constant(OpConstBool, 1)
	}, otherwise)
}

// converted builds a conversion of v, which f makes of objects and primitive of other values;
// more follows v as an argument.
func (b *builder) converted(in *bytecode.Inst, dst, f uint32, numeric bool, v *Value, primitive func() *Value, more ...*Value) bool {
	if f == 0 {
		return false
	}
	b.orSlow(in, func() {
		object := b.isConverted(v, numeric, func() *Value { return b.constant(OpConstBool, 0) })
		r := b.choose(object, func() *Value {
			b.callAbove(in, f, actStore, dst, b.value(heap.Undefined), append([]*Value{v}, more...)...)
			if b.cur == nil {
				return nil
			}
			return b.fr.regs[dst]
		}, primitive)
		if b.cur != nil {
			b.set(dst, r)
		}
	})
	return true
}
