package ssa

import (
	"math"

	"firn/heap"
	"firn/ir/bytecode"
)

// Binary operators in the order of their instructions.
const (
	opAdd bytecode.Op = iota
	opSub
	opMul
	opDiv
	opMod
)

var intOps = [...]Op{OpAddInt, OpSubInt, OpMulInt, OpDivInt, OpModInt}
var f64Ops = [...]Op{OpAddF64, OpSubF64, OpMulF64, OpDivF64}

// arith builds a binary operator on numbers; false when it is not for numbers,
// as far as is known.
func (b *builder) arith(k bytecode.Op, dst uint32, x, y *Value) bool {
	types := b.typesAt()
	if types&^(heap.FbDouble|heap.FbOver) != 0 {
		return false
	}
	ints := types&heap.FbDouble == 0 && x.Type != F64 && y.Type != F64 && !b.failed(intOps[k]) && !b.failed(OpCheckInt)
	if ints {
		p, q := b.toInt(x), b.toInt(y)
		if p == nil || q == nil {
			return false
		}
		b.set(dst, b.guard(intOps[k], 0, p, q))
		return true
	}
	if k == opMod {
		return false
	}
	p, q := b.toF64(x), b.toF64(y)
	if p == nil || q == nil {
		return false
	}
	b.set(dst, b.op(f64Ops[k], p, q))
	return true
}

// toInt is v as an int32, leaving when it is none; nil when it cannot be one.
func (b *builder) toInt(v *Value) *Value {
	if k, ok := b.known(v); ok {
		if k.IsInt() {
			return b.integer(k.Int32())
		}
		return nil
	}
	switch v.Type {
	case Int:
		return v
	case F64:
		return b.guard(OpF64ToInt, 0, v)
	case Val:
		return b.guard(OpCheckInt, 0, v)
	}
	return nil
}

// toF64 is v as a double, leaving when it is no number; nil when that is known.
func (b *builder) toF64(v *Value) *Value {
	if k, ok := b.known(v); ok {
		if k.IsNumber() {
			return b.constant(OpConstF64, int64(math.Float64bits(k.Num())))
		}
		return nil
	}
	switch v.Type {
	case F64:
		return v
	case Int:
		return b.op(OpIntToF64, v)
	case Val:
		if b.failed(OpCheckNum) {
			return nil
		}
		return b.guard(OpCheckNum, 0, v)
	}
	return nil
}

// toNumber is v as an Int or F64.
func (b *builder) toNumber(v *Value) *Value {
	if v.Type == Int || v.Type == F64 {
		return v
	}
	if v.Type != Val {
		return nil
	}
	if !b.failed(OpCheckInt) {
		return b.toInt(v)
	}
	return b.toF64(v)
}

// toInt32 is ToInt32 of v.
func (b *builder) toInt32(v *Value) *Value {
	if v.Type == Int {
		return v
	}
	if v.Type == Val && b.typesAt() == 0 && !b.failed(OpCheckInt) {
		return b.toInt(v)
	}
	if b.typesAt()&^heap.FbDouble != 0 || b.failed(OpTruncF64) {
		return nil
	}
	d := b.toF64(v)
	if d == nil {
		return nil
	}
	return b.guard(OpTruncF64, 0, d)
}

// bitwise builds & | ^ << >> >>>.
func (b *builder) bitwise(k bytecode.Op, dst uint32, x, y *Value) bool {
	p := b.toInt32(x)
	if p == nil {
		return false
	}
	q := b.toInt32(y)
	if q == nil {
		return false
	}
	ops := [...]Op{OpAndInt, OpOrInt, OpXorInt, OpShlInt, OpSarInt, OpShrInt}
	v := b.op(ops[k], p, q)
	if ops[k] == OpShrInt && !(q.Op == OpConstInt && q.Aux&31 != 0) {
		if b.failed(OpGuardPos) {
			v = b.op(OpUintToF64, v)
		} else {
			v = b.guard(OpGuardPos, 0, v)
		}
	}
	b.set(dst, v)
	return true
}

// negate builds unary minus.
func (b *builder) negate(dst uint32, v *Value) bool {
	if v.Type != F64 && b.typesAt() == 0 && !b.failed(OpNegInt) && !b.failed(OpCheckInt) {
		x := b.toInt(v)
		if x == nil {
			return false
		}
		b.set(dst, b.guard(OpNegInt, 0, x))
		return true
	}
	if b.typesAt()&^heap.FbDouble != 0 {
		return false
	}
	x := b.toF64(v)
	if x == nil {
		return false
	}
	b.set(dst, b.op(OpNegF64, x))
	return true
}

// toInteger builds tointeger and tolength where the value is such a number
// already.
func (b *builder) toInteger(dst uint32, v *Value, length bool) bool {
	if b.failed(OpCheckInt) || b.failed(OpGuardPos) {
		return false
	}
	x := b.toInt(v)
	if x == nil {
		return false
	}
	if length {
		x = b.guard(OpGuardPos, 0, x)
	}
	b.set(dst, x)
	return true
}

// propertyKey builds topropkey of an index or a string.
func (b *builder) propertyKey(dst uint32, v *Value) bool {
	if v.Type == Int || v.Type == F64 {
		b.set(dst, v)
		return true
	}
	if v.Type != Val {
		return false
	}
	if !b.failed(OpCheckInt) {
		if x := b.toInt(v); x != nil {
			b.set(dst, x)
			return true
		}
	}
	if b.failed(OpCheckStr) {
		return false
	}
	b.guard(OpCheckStr, 0, v)
	b.set(dst, v)
	return true
}

// truthy is ToBoolean of v, nil when it is the driver's to find.
func (b *builder) truthy(v *Value) *Value {
	switch v.Type {
	case Bool:
		return v
	case Int:
		return b.aux(OpCmpInt, int64(Ne), v, b.integer(0))
	case F64:
		// Neither 0 nor NaN.
		zero := b.constant(OpConstF64, 0)
		lt, gt := b.aux(OpCmpF64, int64(Lt), v, zero), b.aux(OpCmpF64, int64(Gt), v, zero)
		return b.aux(OpCmpInt, int64(Ne), b.op(OpOrInt, b.op(OpConvBool, lt), b.op(OpConvBool, gt)), b.integer(0))
	}
	if k, ok := b.known(v); ok && !k.IsPointer() {
		t := k == heap.True || k.IsInt() && k.Int32() != 0 || k.IsDouble() && k.Float() != 0 && k.Float() == k.Float()
		return b.constant(OpConstBool, int64(b2i(t)))
	}
	if b.failed(OpTruthy) {
		return nil
	}
	return b.guard(OpTruthy, 0, v)
}

func b2i(t bool) int {
	if t {
		return 1
	}
	return 0
}

// isValue is the test for one special value.
func (b *builder) isValue(v *Value, k heap.Value) *Value {
	if v.Type != Val {
		return b.constant(OpConstBool, 0)
	}
	if x, ok := b.known(v); ok {
		return b.constant(OpConstBool, int64(b2i(x == k)))
	}
	return b.aux(OpCmpVal, int64(Eq), v, b.value(k))
}

func (b *builder) nullish(v *Value) *Value {
	if v.Type != Val {
		return b.constant(OpConstBool, 0)
	}
	if x, ok := b.known(v); ok {
		return b.constant(OpConstBool, int64(b2i(x.IsNullish())))
	}
	return b.op(OpIsNullish, v)
}

// compare builds < <= > >= on numbers.
func (b *builder) compare(c Cond, x, y *Value) *Value {
	if x.Type != F64 && y.Type != F64 && !b.isDouble(x) && !b.isDouble(y) && !b.failed(OpCheckInt) {
		p, q := b.toInt(x), b.toInt(y)
		if p == nil || q == nil {
			return nil
		}
		return b.aux(OpCmpInt, int64(c), p, q)
	}
	p, q := b.toF64(x), b.toF64(y)
	if p == nil || q == nil {
		return nil
	}
	return b.aux(OpCmpF64, int64(c), p, q)
}

// isDouble reports whether v is a constant that is no int32.
func (b *builder) isDouble(v *Value) bool {
	k, ok := b.known(v)
	return ok && k.IsDouble()
}

// equal builds === and ==.
func (b *builder) equal(x, y *Value, strict bool) *Value {
	if k, ok := b.known(x); ok && !k.IsNumber() {
		x, y = y, x
	}
	if k, ok := b.known(y); ok && y.Type == Val && !k.IsNumber() {
		switch {
		case k.IsNullish() && !strict:
			return b.nullish(x)
		case k.IsNullish() || k.IsBool() && strict || k == heap.TDZ || k == heap.Empty:
			if x.Type == Bool && k.IsBool() {
				if k == heap.True {
					return x
				}
				return b.op(OpNotBool, x)
			}
			return b.isValue(x, k)
		case k.IsString() && strict:
			if x.Type != Val {
				return b.constant(OpConstBool, 0)
			}
			if b.failed(OpSeqVal) {
				return nil
			}
			return b.guard(OpSeqVal, 0, x, y)
		}
		if !strict {
			return nil
		}
	}
	number := func(v *Value) bool {
		k, ok := b.known(v)
		return v.Type == Int || v.Type == F64 || ok && k.IsNumber()
	}
	switch {
	case number(x) && number(y):
		return b.compareEqual(x, y)
	case number(x) || number(y):
		// The other one is most likely a number, too.
		if x.Type == Bool || y.Type == Bool {
			return nil
		}
		if !b.failed(OpCheckInt) && x.Type != F64 && y.Type != F64 && !b.isDouble(x) && !b.isDouble(y) {
			return b.compareEqual(x, y)
		}
		if !b.failed(OpCheckNum) {
			return b.compareEqual(b.toF64(x), b.toF64(y))
		}
		if strict && !b.failed(OpSeqVal) {
			return b.guard(OpSeqVal, 0, b.boxed(x), b.boxed(y))
		}
		return nil
	case x.Type == Bool && y.Type == Bool:
		return b.aux(OpCmpInt, int64(Eq), b.op(OpConvBool, x), b.op(OpConvBool, y))
	}
	if !strict {
		if x.Type != Val || y.Type != Val {
			return nil
		}
		// Two objects, or two equal things.
		if b.failed(OpCheckObj) {
			if b.failed(OpCheckInt) {
				return nil
			}
			return b.compareEqual(x, y)
		}
		return b.aux(OpCmpRef, int64(Eq), b.object(x), b.object(y))
	}
	if b.failed(OpSeqVal) {
		return nil
	}
	return b.guard(OpSeqVal, 0, b.boxed(x), b.boxed(y))
}

// compareEqual compares two numbers.
func (b *builder) compareEqual(x, y *Value) *Value {
	if x == nil || y == nil {
		return nil
	}
	if x.Type != F64 && y.Type != F64 && !b.isDouble(x) && !b.isDouble(y) {
		p, q := b.toInt(x), b.toInt(y)
		if p == nil || q == nil {
			return nil
		}
		return b.aux(OpCmpInt, int64(Eq), p, q)
	}
	p, q := b.toF64(x), b.toF64(y)
	if p == nil || q == nil {
		return nil
	}
	return b.aux(OpCmpF64, int64(Eq), p, q)
}
