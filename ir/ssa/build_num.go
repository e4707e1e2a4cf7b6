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
	if k == opAdd && b.in.Op != bytecode.OpInc && types&heap.FbString != 0 {
		b.addStrings(dst, x, y, types)
		return true
	}
	if types&heap.FbBigInt != 0 {
		return b.bigArith(int64(BigAdd+k), dst, x, y)
	}
	if types&^(heap.FbDouble|heap.FbOver) != 0 {
		return false
	}
	ints := (types&heap.FbDouble == 0 || k == opMod) && x.Type != F64 && y.Type != F64 && !b.failedHere(intOps[k]) && !b.failedHere(OpCheckInt)
	if ints {
		p, q := b.toInt(x), b.toInt(y)
		if p == nil || q == nil {
			return false
		}
		b.set(dst, b.guard(intOps[k], 0, p, q))
		return true
	}
	if k == opMod && b.failed(OpModF64) {
		return false
	}
	p, q := b.toF64(x), b.toF64(y)
	if p == nil || q == nil {
		return false
	}
	if k == opMod {
		b.set(dst, b.op(OpBoxNum, b.guard(OpModF64, 0, p, q)))
		return true
	}
	b.set(dst, b.op(f64Ops[k], p, q))
	return true
}

// exponentiate builds x ** y of numbers; false when it is not for numbers, as far
// as is known.
func (b *builder) exponentiate(dst uint32, x, y *Value) bool {
	v := b.power(x, y)
	if v == nil && b.typesAt()&^(heap.FbDouble|heap.FbOver) == 0 {
		if p, ok := b.mathF64(MathPow, []*Value{x, y}); ok {
			v = b.op(OpBoxNum, p)
		}
	}
	if v != nil {
		b.set(dst, v)
	}
	return v != nil
}

// power is x ** 2, which is one multiplication (as in fmath.Pow); nil for other
// exponents.
func (b *builder) power(x, y *Value) *Value {
	if k, ok := b.known(y); !ok || k != heap.Int(2) || b.typesAt()&^(heap.FbDouble|heap.FbOver) != 0 {
		return nil
	}
	if x.Type == Int || x.Type == Val && b.typesAt() == 0 && !b.failedHere(OpCheckInt) {
		if p := b.toInt(x); p != nil && !b.failedHere(OpMulInt) {
			return b.guard(OpMulInt, 0, p, p)
		}
	}
	d := b.toF64(x)
	if d == nil {
		return nil
	}
	return b.op(OpBoxNum, b.op(OpMulF64, d, d))
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
		if b.failed(OpF64ToInt) {
			return nil
		}
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
	seen := b.typesAt()
	if v.Type != Val || seen&^heap.FbDouble != 0 {
		return nil
	}
	if seen == 0 && !b.failed(OpCheckInt) {
		return b.toInt(v)
	}
	return b.toF64(v)
}

// toInt32 is ToInt32 of v.
func (b *builder) toInt32(v *Value) *Value {
	if v.Type == Int {
		return v
	}
	if v.Type == Val && b.typesAt()&heap.FbDouble == 0 && !b.failedHere(OpCheckInt) {
		return b.toInt(v)
	}
	if b.typesAt()&^(heap.FbDouble|heap.FbOver) != 0 || b.failed(OpTruncF64) {
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
	if b.meetsBigInt() {
		return k < 5 && b.bigArith(int64(BigAnd+k), dst, x, y)
	}
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
		if b.typesAt()&heap.FbOver != 0 || b.failed(OpGuardPos) {
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
	if v.Type != F64 && b.typesAt() == 0 && !b.failedHere(OpNegInt) && !b.failedHere(OpCheckInt) {
		x := b.toInt(v)
		if x == nil {
			return false
		}
		b.set(dst, b.guard(OpNegInt, 0, x))
		return true
	}
	if b.meetsBigInt() {
		return b.bigUnary(BigNeg, dst, v)
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
	if b.failed(OpTruthy) || b.typesAt()&heap.FbBigInt != 0 {
		return nil
	}
	return b.guard(OpTruthy, 0, v)
}

// truth builds Boolean of a value.
func (b *builder) truth(in *bytecode.Inst, dst uint32, v *Value) bool {
	c := b.truthy(v)
	if c == nil {
		return false
	}
	b.charge(in.X)
	b.set(dst, c)
	return true
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
	if x.Type == Int && y.Type == Int {
		return b.aux(OpCmpInt, int64(c), x, y)
	}
	seen := b.typesAt()
	if b.isString(x) || b.isString(y) || x.Type == Val && y.Type == Val && (b.failed(OpCheckNum) || seen == heap.FbString) {
		return b.compareStrings(c, x, y)
	}
	if seen&^heap.FbDouble != 0 {
		return nil
	}
	if x.Type != F64 && y.Type != F64 && !b.isDouble(x) && !b.isDouble(y) && b.typesAt()&heap.FbDouble == 0 && !b.failedHere(OpCheckInt) {
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
			if b.failed(OpSeqStr) {
				return nil
			}
			return b.guard(OpSeqStr, 1, x, y)
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
			if strict {
				return b.constant(OpConstBool, 0)
			}
			return nil
		}
		seen := b.typesAt()
		if seen == 0 && !b.failed(OpCheckInt) && x.Type != F64 && y.Type != F64 && !b.isDouble(x) && !b.isDouble(y) {
			return b.compareEqual(x, y)
		}
		if seen&^heap.FbDouble == 0 && !b.failed(OpCheckNum) {
			return b.compareEqual(b.toF64(x), b.toF64(y))
		}
		if strict {
			return b.sameValues(x, y)
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
	return b.sameValues(x, y)
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

// typeofTest builds typeof and the comparison with a string constant right
// behind it, where the string is used for nothing else. It returns the word
// index to go on at.
func (b *builder) typeofTest(in *bytecode.Inst, dst uint32, v *Value) (uint32, bool) {
	src := b.fr.src
	if v.Type != Val || in.Next >= uint32(len(src.code)) || src.leader[in.Next] {
		return 0, false
	}
	test, ok := bytecode.Decode(src.code, in.Next)
	if !ok || test.Op != bytecode.OpJseqk && test.Op != bytecode.OpJsnek || test.Field(bytecode.FieldA) != dst {
		return 0, false
	}
	for _, pc := range []uint32{test.Next, target(&test)} {
		if src.live.At(pc)[dst/64]>>(dst%64)&1 != 0 {
			return 0, false
		}
	}
	k := b.constKey(test.Field(bytecode.FieldB))
	if !k.IsString() {
		return 0, false
	}
	var c *Value
	switch b.h.GoString(k.Ref()) {
	case "number":
		c = b.op(OpIsNum, v)
	case "string":
		c = b.aux(OpHasTag, heap.TagString, v)
	case "symbol":
		c = b.aux(OpHasTag, heap.TagSymbol, v)
	case "bigint":
		c = b.aux(OpHasTag, heap.TagBigInt, v)
	case "boolean":
		c = b.op(OpIsBool, v)
	case "undefined":
		c = b.isValue(v, heap.Undefined)
	default:
		return 0, false
	}
	b.fr.pc = test.PC
	b.jump(&test, c, test.Op == bytecode.OpJsnek)
	return test.Next, true
}

// isCallable builds iscallable of a value that is a compiled function.
func (b *builder) isCallable(dst uint32, v *Value) bool {
	if k, ok := b.known(v); ok {
		b.set(dst, b.constant(OpConstBool, int64(b2i(b.h.IsCallable(k)))))
		return true
	}
	if b.closures[v] != 0 {
		b.set(dst, b.constant(OpConstBool, 1))
		return true
	}
	switch {
	case v.Type != Val:
		b.set(dst, b.constant(OpConstBool, 0))
	case b.failed(OpCheckObj) || b.failed(OpGuardKind):
		b.orSlow(b.in, func() {
			b.set(dst, b.choose(b.aux(OpHasTag, heap.TagObject, v), func() *Value {
				obj := b.op(OpUnboxRef, v)
				// Of a proxy the target decides.
				b.require(b.op(OpNotBool, b.aux(OpIsKind, heap.KProxy, obj)))
				return b.aux(OpCmpUint, int64(Ge), b.load(OpLoadU8, MemFlags, heap.OffKind, obj), b.integer(heap.FirstCallable))
			}, func() *Value { return b.constant(OpConstBool, 0) }))
		})
	default:
		b.guard(OpGuardKind, heap.KFunction, b.object(v))
		b.set(dst, b.constant(OpConstBool, 1))
	}
	return true
}

// isKind is the test for an object of a kind.
func (b *builder) isKind(v *Value, kind uint32) *Value {
	if v.Op == OpBoxObj {
		return b.aux(OpIsKind, int64(kind), v.Args[0])
	}
	if k, ok := b.known(v); ok || v.Type != Val {
		return b.constant(OpConstBool, int64(b2i(ok && b.h.IsKind(k, uint8(kind)))))
	}
	from := b.cur
	yes, join := b.f.NewBlock(Jump), b.f.NewBlock(Jump)
	no := b.f.NewBlock(Jump)
	from.Kind, from.Control = If, b.aux(OpHasTag, heap.TagObject, v)
	from.Connect(yes)
	from.Connect(no)
	b.cur = yes
	c := b.aux(OpIsKind, int64(kind), b.op(OpUnboxRef, v))
	yes.Connect(join)
	no.Connect(join)
	p := b.f.NewValue(OpPhi, Bool, c, b.constant(OpConstBool, 0))
	p.Fn, p.Line, p.Block = b.fr.fn, b.fr.pc, join
	join.Append(p)
	b.cur = join
	return p
}

// leafOp builds a leaf call of library code; b.reg(first) is its argument 0.
func (b *builder) leafOp(dst, first, n, number uint32) bool {
	switch k := b.cfg.Intrinsics[number]; k {
	case LeafNextJob, LeafJobValue, LeafFulfillPromise, LeafAddReaction, LeafNewObject, LeafNewPromise:
		return b.jobLeaf(b.in, k, dst, first)
	case LeafMapSet, LeafSetAdd, LeafSetHas, LeafSetDelete:
		args := b.f.room(int(n) - 1)
		for i := range args {
			args[i] = b.reg(first + 1 + uint32(i))
		}
		return b.collection(b.in, collections[k], dst, b.reg(first), args)
	case LeafTableNext:
		return b.tableNext(b.in, dst, b.reg(first))
	case LeafCreateDataProperty:
		if x, ok := b.known(b.reg(first + 1)); ok && x.IsString() {
			return b.reflect(b.in, k, dst, []*Value{b.reg(first), b.reg(first + 1), b.reg(first + 2)})
		}
		return b.arrayLeaf(b.in, k, dst, first)
	case LeafCopyElements, LeafArrayCreate, LeafIsConstructor:
		return b.arrayLeaf(b.in, k, dst, first)
	case LeafBigIntAsN:
		op := int64(BigAsUint)
		if s, ok := b.known(b.reg(first)); !ok {
			return false
		} else if s == heap.True {
			op = BigAsInt
		}
		return b.bigArith(op, dst, b.reg(first+2), b.reg(first+1))
	case LeafNumberToBigInt:
		if v := b.reg(first); v.Type == Int || v.Type == Val {
			return b.bigUnary(BigFromInt, dst, b.boxed(v))
		}
		return false
	case LeafCopyDense:
		v := b.reg(first)
		if v.Type != Val || !b.plainArrays() {
			return false
		}
		b.orSlow(b.in, func() {
			obj := b.requireObject(v)
			b.require(b.aux(OpIsKind, heap.KArray, obj))
			b.requireFlags(obj, heap.FSparse|heap.FExotic)
			b.set(dst, b.op(OpBoxObj, b.stub(StubCopyDense, obj, b.cell(b.h.ArrayShape()))))
		})
		return true
	case LeafEmpty:
		b.set(dst, b.value(heap.Empty))
		return true
	case LeafGetData, LeafHasOwn, LeafIsFree, LeafSetProperty, LeafDelete, LeafGetPrototypeOf:
		args := b.f.room(int(n))
		for i := range args {
			args[i] = b.reg(first + uint32(i))
		}
		return b.reflect(b.in, k, dst, args)
	case LeafIsArray:
		return b.isArray(b.in, dst, b.reg(first))
	case LeafJSONPrimitive:
		return b.jsonPrimitive(dst, b.reg(first))
	case LeafEnumerableKeys:
		return b.keysOf(b.in, ObjectKeys, dst, b.reg(first))
	case LeafSubstring:
		return b.leafSubstring(dst, b.reg(first), b.reg(first+1), b.reg(first+2))
	case LeafPush:
		arr := b.reg(first)
		if arr.Type != Val || b.failed(OpGuardInt) || b.failed(OpCheckObj) {
			return false
		}
		obj := b.object(arr)
		b.plainElements(obj)
		n := b.load(OpLoadInt, MemWord, heap.OffWord, obj)
		e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
		v := b.reg(first + 1)
		b.orSlow(b.in, func() {
			b.appendTo(obj, b.roomFor(obj, e, n), n, v)
			b.set(dst, b.value(heap.Undefined))
		})
		return true
	case LeafDefineIndex:
		arr, v := b.reg(first), b.reg(first+2)
		if arr.Type != Val {
			return false
		}
		if b.failed(OpGuardBound) || b.failed(OpGuardInt) || b.failed(OpCheckObj) || b.failed(OpCheckInt) {
			return b.arrayLeaf(b.in, k, dst, first)
		}
		i := b.index(b.reg(first + 1))
		if i == nil {
			return false
		}
		obj := b.object(arr)
		b.plainElements(obj)
		e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
		b.guard(OpGuardBound, 0, i, b.load(OpLoadInt, MemWord, heap.OffWord, obj))
		b.guard(OpGuardBound, 0, i, b.load(OpLoadCap, MemFlags, 0, e))
		b.store(OpStoreValX, MemElem, heap.OffValues, e, i, b.boxed(v))
		b.aux(OpBarrierX, heap.OffValues, e, i)
		b.set(dst, b.value(heap.Undefined))
		return true
	}
	return false
}

// plainElements leaves unless elements of obj may be written in the fast way.
func (b *builder) plainElements(obj *Value) {
	flags := b.op(OpAndInt, b.load(OpLoadU8, MemFlags, heap.OffFlags, obj), b.integer(heap.FElemsSlow))
	b.guard(OpGuardInt, 0, flags, b.integer(0))
}
