//firn:core

package interp

import (
	"firn/heap"
	"firn/runtime/builtin"
	"firn/runtime/builtin/fmath"
	"firn/runtime/builtin/num"
)

// Binary operators in the order of their instructions.
const (
	kindAdd = iota
	kindSub
	kindMul
	kindDiv
	kindMod
	kindExp
	kindBitand
	kindBitor
	kindBitxor
	kindShl
	kindShr
	kindUshr
)

// arith is the generic binary operator (ECMA-262 13.15.4
// ApplyStringOrNumericBinaryOperator) for all operands.
func (m *Machine) arith(kind, dst uint32, a, b Value) status {
	if a.IsNumber() && b.IsNumber() {
		m.saw(heap.FbDouble)
		m.set(dst, numberOp(kind, dbl(a), dbl(b)))
		return next
	}
	if kind == kindAdd && (a.IsString() || b.IsString()) && !a.IsObject() && !b.IsObject() {
		m.saw(heap.FbString)
		x, st := m.primitiveString(a)
		if st != next {
			return st
		}
		y, st := m.primitiveString(b)
		if st != next {
			return st
		}
		return m.concatTwo(dst, x, y)
	}
	if a.IsObject() || b.IsObject() {
		m.saw(heap.FbObject)
		if kind != kindAdd {
			if x, y := m.dateNumber(a), m.dateNumber(b); x.IsNumber() && y.IsNumber() {
				m.set(dst, numberOp(kind, dbl(x), dbl(y)))
				return next
			}
		}
		return m.callLib(builtin.LibOpAdd+kind, m.after(dst, ActStore), 2, a, b, 0, 0)
	}
	if a.IsSymbol() || b.IsSymbol() {
		return m.typeError("Cannot convert a Symbol value to a number", 0, "")
	}
	if a.IsBigInt() || b.IsBigInt() {
		if !a.IsBigInt() || !b.IsBigInt() {
			return m.typeError("Cannot mix BigInt and other types, use explicit conversions", 0, "")
		}
		m.saw(heap.FbBigInt)
		v := m.Call.BigIntOp(kind, a, b)
		m.settle()
		if v == heap.Empty {
			return m.leafFailed(0, 0, 0)
		}
		m.set(dst, v)
		return next
	}
	m.saw(heap.FbOther)
	m.set(dst, numberOp(kind, m.Call.PrimitiveToNumber(a), m.Call.PrimitiveToNumber(b)))
	return next
}

// dateNumber is the number that v, if it is a date, is converted to without calling
// its methods, else v.
func (m *Machine) dateNumber(v Value) Value {
	if v.IsObject() {
		v, _ = m.Call.DateNumber(v)
	}
	return v
}

// saw records operand types of the instruction at pc.
func (m *Machine) saw(bits uint8) {
	at := m.fb + m.H.U32(m.fb+heap.FbTypeRel) + (m.pc-m.tmpl)>>3
	m.H.SetU8(at, m.H.U8(at)|bits)
}

// sawValue records what an operand of the instruction at pc is.
func (m *Machine) sawValue(v Value) {
	switch {
	case v.IsInt():
	case v.IsDouble():
		m.saw(heap.FbDouble)
	case v.IsString():
		m.saw(heap.FbString)
	case v.IsObject():
		m.saw(heap.FbObject)
	case v.IsBigInt():
		m.saw(heap.FbBigInt)
	default:
		m.saw(heap.FbOther)
	}
}

func (m *Machine) sawValues(a, b Value) {
	m.sawValue(a)
	m.sawValue(b)
}

// numberOp is a binary operator on two numbers.
func numberOp(kind uint32, x, y float64) Value {
	switch kind {
	case kindAdd:
		return heap.Number(x + y)
	case kindSub:
		return heap.Number(x - y)
	case kindMul:
		return heap.Number(x * y)
	case kindDiv:
		return heap.Number(x / y)
	case kindMod:
		return heap.Number(fmath.Mod(x, y))
	case kindExp:
		return heap.Number(fmath.Pow(x, y))
	}
	a, b := num.ToInt32(x), num.ToInt32(y)
	switch kind {
	case kindBitand:
		return heap.Int(a & b)
	case kindBitor:
		return heap.Int(a | b)
	case kindBitxor:
		return heap.Int(a ^ b)
	case kindShl:
		return heap.Int(a << (uint32(b) & 31))
	case kindShr:
		return heap.Int(a >> (uint32(b) & 31))
	}
	return heap.Uint32(uint32(a) >> (uint32(b) & 31))
}

// concatTwo stores the concatenation of two strings.
func (m *Machine) concatTwo(dst, x, y uint32) status {
	s, code := m.H.Concat(x, y)
	if s == 0 {
		return m.stringFailed(code)
	}
	m.set(dst, heap.String(s))
	return next
}

// stringFailed turns the failure of a string operation into what it means.
func (m *Machine) stringFailed(code heap.Status) status {
	if code == heap.TooLong {
		return m.throwError(builtin.CodeRangeError, m.H.NewStr("Invalid string length"))
	}
	return m.noMemory()
}

// primitiveString is ToString of a primitive.
func (m *Machine) primitiveString(v Value) (uint32, status) {
	if v.IsString() {
		return v.Ref(), next
	}
	if v.IsSymbol() {
		return 0, m.typeError("Cannot convert a Symbol value to a string", 0, "")
	}
	s := m.Call.PrimitiveToString(v)
	if s == 0 {
		return 0, m.noMemory()
	}
	return s, next
}

// concat joins the strings of n registers: a template literal.
func (m *Machine) concat(dst, first, n uint32) status {
	h := m.H
	for i := uint32(0); i < n; i++ {
		if v := m.get(first + i); v.IsObject() {
			// Convert it in place and come back.
			return m.callLib(builtin.LibToStringSlow, m.here(first+i), 1, v, 0, 0, 0)
		}
	}
	s := h.EmptyString()
	for i := uint32(0); i < n; i++ {
		t, st := m.primitiveString(m.get(first + i))
		if st != next {
			return st
		}
		var code heap.Status
		if s, code = h.Concat(s, t); s == 0 {
			return m.stringFailed(code)
		}
	}
	m.set(dst, heap.String(s))
	return next
}

// unary is -, ~, ++ or -- (by its library function's root) of any value.
func (m *Machine) unary(root, dst uint32, v Value) status {
	if v.IsObject() {
		m.saw(heap.FbObject)
		return m.callLib(root, m.after(dst, ActStore), 1, v, 0, 0, 0)
	}
	if v.IsSymbol() {
		return m.typeError("Cannot convert a Symbol value to a number", 0, "")
	}
	if v.IsBigInt() {
		m.saw(heap.FbBigInt)
		r := m.Call.BigIntUnary(root-builtin.LibOpNeg, v)
		m.settle()
		if r == heap.Empty {
			return m.leafFailed(0, 0, 0)
		}
		m.set(dst, r)
		return next
	}
	m.sawValue(v)
	x := m.Call.PrimitiveToNumber(v)
	switch root {
	case builtin.LibOpNeg:
		m.set(dst, heap.Number(-x))
	case builtin.LibOpBitnot:
		m.set(dst, heap.Int(^num.ToInt32(x)))
	case builtin.LibOpInc:
		m.set(dst, heap.Number(x+1))
	default:
		m.set(dst, heap.Number(x-1))
	}
	return next
}

// toNumeric is ECMA-262 7.1.3.
func (m *Machine) toNumeric(dst uint32, v Value) status {
	m.sawValue(v)
	if v.IsBigInt() || v.IsNumber() {
		m.set(dst, v)
		return next
	}
	if v = m.dateNumber(v); v.IsNumber() {
		m.set(dst, v)
		return next
	}
	if v.IsObject() {
		return m.callLib(builtin.LibToNumericSlow, m.after(dst, ActStore), 1, v, 0, 0, 0)
	}
	return m.toNumber(dst, v)
}

// toNumber is ECMA-262 7.1.4.
func (m *Machine) toNumber(dst uint32, v Value) status {
	m.sawValue(v)
	v = m.dateNumber(v)
	switch {
	case v.IsNumber():
		m.set(dst, v)
		return next
	case v.IsObject():
		return m.callLib(builtin.LibToNumberSlow, m.after(dst, ActStore), 1, v, 0, 0, 0)
	case v.IsSymbol():
		return m.typeError("Cannot convert a Symbol value to a number", 0, "")
	case v.IsBigInt():
		return m.typeError("Cannot convert a BigInt value to a number", 0, "")
	}
	m.set(dst, heap.Number(m.Call.PrimitiveToNumber(v)))
	return next
}

// toString is ECMA-262 7.1.17.
func (m *Machine) toString(dst uint32, v Value) status {
	if !v.IsString() {
		m.saw(heap.FbOther)
	}
	if v.IsObject() {
		return m.callLib(builtin.LibToStringSlow, m.after(dst, ActStore), 1, v, 0, 0, 0)
	}
	s, st := m.primitiveString(v)
	if st == next {
		m.set(dst, heap.String(s))
	}
	return st
}

// toPropertyKey is ECMA-262 7.1.19. A result may be any number or string; the
// property operations make keys of them.
func (m *Machine) toPropertyKey(dst uint32, v Value) status {
	if v.IsObject() {
		return m.callLib(builtin.LibToPropertyKeySlow, m.after(dst, ActStore), 1, v, 0, 0, 0)
	}
	if v.IsSymbol() || v.IsNumber() {
		m.set(dst, v)
		return next
	}
	return m.toString(dst, v)
}

// toInteger is ToIntegerOrInfinity, ECMA-262 7.1.5.
func (m *Machine) toInteger(dst uint32, v Value) status {
	if v.IsObject() || v.IsSymbol() || v.IsBigInt() {
		if !v.IsObject() {
			return m.toNumber(dst, v)
		}
		return m.callLib(builtin.LibToIntegerSlow, m.after(dst, ActStore), 1, v, 0, 0, 0)
	}
	x := m.Call.PrimitiveToNumber(v)
	if x != x {
		x = 0
	}
	m.set(dst, heap.Number(fmath.Trunc(x)+0))
	return next
}

// toLength is ECMA-262 7.1.20.
func (m *Machine) toLength(dst uint32, v Value) status {
	if v.IsObject() || v.IsSymbol() || v.IsBigInt() {
		if !v.IsObject() {
			return m.toNumber(dst, v)
		}
		return m.callLib(builtin.LibToLengthSlow, m.after(dst, ActStore), 1, v, 0, 0, 0)
	}
	x := m.Call.PrimitiveToNumber(v)
	switch {
	case !(x > 0):
		x = 0
	case x > 9007199254740991:
		x = 9007199254740991
	}
	m.set(dst, heap.Number(fmath.Trunc(x)))
	return next
}

// toPrimitive is ECMA-262 7.1.1.
func (m *Machine) toPrimitive(dst uint32, v Value, hint uint32) status {
	if !v.IsObject() {
		m.set(dst, v)
		return next
	}
	return m.callLib(builtin.LibToPrimitiveSlow, m.after(dst, ActStore), 2, v, heap.Int(int32(hint)), 0, 0)
}

// toObject is ECMA-262 7.1.18.
func (m *Machine) toObject(dst uint32, v Value) status {
	if v.IsNullish() {
		return m.typeError("Cannot convert undefined or null to object", 0, "")
	}
	m.set(dst, heap.Object(m.box(v)))
	return next
}

// box makes the wrapper object of a primitive, or returns the object itself.
func (m *Machine) box(v Value) uint32 {
	h := m.H
	if v.IsObject() {
		return v.Ref()
	}
	kind, root := uint8(heap.KNumberObj), uint32(builtin.RootNumberPrototype)
	switch {
	case v.IsString():
		kind, root = heap.KStringObj, builtin.RootStringPrototype
	case v.IsBool():
		kind, root = heap.KBooleanObj, builtin.RootBooleanPrototype
	case v.IsSymbol():
		kind, root = heap.KSymbolObj, builtin.RootSymbolPrototype
	case v.IsBigInt():
		kind, root = heap.KBigIntObj, builtin.RootBigIntPrototype
	}
	o := h.NewKind(kind, h.Root(root).Ref())
	h.SetInternal(o, 0, v)
	return o
}

// truthy is ToBoolean, ECMA-262 7.1.2.
func (m *Machine) truthy(v Value) bool {
	switch {
	case v.IsInt():
		return v.Int32() != 0
	case v.IsDouble():
		f := v.Float()
		return f == f && f != 0
	case v.IsString():
		return m.H.StrLen(v.Ref()) != 0
	case v.IsBigInt():
		return m.H.U32(v.Ref()+12) != 0
	}
	return v == heap.True || v.IsObject() || v.IsSymbol()
}

// strictly is strictEqual for an instruction, with feedback.
func (m *Machine) strictly(a, b Value) bool {
	m.sawValues(a, b)
	return m.strictEqual(a, b)
}

// strictEqual is IsStrictlyEqual, ECMA-262 7.2.14.
func (m *Machine) strictEqual(a, b Value) bool {
	if bitsDecide(a, b) {
		return a == b
	}
	if a.IsNumber() && b.IsNumber() {
		return a.Num() == b.Num()
	}
	if a.IsString() && b.IsString() {
		return m.H.Equal(a.Ref(), b.Ref())
	}
	if a.IsBigInt() && b.IsBigInt() {
		return m.H.SameValue(a, b)
	}
	return false
}

// equalOp is == or !=, ECMA-262 7.2.15 IsLooselyEqual.
func (m *Machine) equalOp(dst uint32, a, b Value, not bool) status {
	m.sawValues(a, b)
	r, known := m.looselyEqual(a, b)
	if known {
		m.set(dst, boolean(r != not))
		return next
	}
	act := uint32(ActStore)
	if not {
		act = ActNot
	}
	return m.callLib(builtin.LibOpEq, m.after(dst, act), 2, a, b, 0, 0)
}

func (m *Machine) equalBranch(a, b Value, not bool, w uint64) status {
	m.sawValues(a, b)
	r, known := m.looselyEqual(a, b)
	if known {
		return m.branch(r != not, int32(int64(w)>>48))
	}
	return m.callLib(builtin.LibOpEq, m.after(0, branchAct(not)), 2, a, b, 0, 0)
}

// branchAct is the return action of a comparison that a branch waits for.
func branchAct(not bool) uint32 {
	if not {
		return ActBranchNot
	}
	return ActBranch
}

// looselyEqual answers where no user code is needed.
func (m *Machine) looselyEqual(a, b Value) (equal, known bool) {
	if a.IsNullish() || b.IsNullish() {
		return a.IsNullish() && b.IsNullish(), true
	}
	if a.IsObject() != b.IsObject() {
		return false, false
	}
	if a.IsObject() || a.IsSymbol() || b.IsSymbol() {
		return a == b, true
	}
	if a.IsString() && b.IsString() || a.IsBigInt() && b.IsBigInt() {
		return m.strictEqual(a, b), true
	}
	if a.IsBigInt() || b.IsBigInt() {
		if b.IsBigInt() {
			a, b = b, a
		}
		return m.Call.BigIntCompare(a, b) == 0, true
	}
	return m.Call.PrimitiveToNumber(a) == m.Call.PrimitiveToNumber(b), true
}

// Relations in the order of their instructions.
const (
	relLt = iota
	relLe
	relGt
	relGe
)

// compare is a relation of two primitives (ECMA-262 7.2.13 IsLessThan); bad
// says that one is a symbol.
func (m *Machine) compare(rel uint32, a, b Value) (result, bad bool) {
	if a.IsSymbol() || b.IsSymbol() {
		return false, true
	}
	var d int // the sign of a − b; 2 when they are not comparable
	if a.IsString() && b.IsString() {
		if d = m.H.Compare(a.Ref(), b.Ref()); d > 0 {
			d = 1
		}
	} else if a.IsBigInt() || b.IsBigInt() {
		if a.IsBigInt() {
			d = m.Call.BigIntCompare(a, b)
		} else if d = m.Call.BigIntCompare(b, a); d != 2 {
			d = -d
		}
	} else {
		x, y := m.Call.PrimitiveToNumber(a), m.Call.PrimitiveToNumber(b)
		switch {
		case x < y:
			d = -1
		case x > y:
			d = 1
		case x != y:
			d = 2
		}
	}
	switch rel {
	case relLt:
		return d < 0, false
	case relLe:
		return d <= 0, false
	case relGt:
		return d == 1, false
	}
	return d == 0 || d == 1, false
}

func (m *Machine) compareOp(dst, rel uint32, a, b Value) status {
	m.sawValues(a, b)
	a, b = m.dateNumber(a), m.dateNumber(b)
	if a.IsObject() || b.IsObject() {
		return m.callLib(builtin.LibOpLt+rel, m.after(dst, ActStore), 2, a, b, 0, 0)
	}
	r, bad := m.compare(rel, a, b)
	if bad {
		return m.typeError("Cannot convert a Symbol value to a number", 0, "")
	}
	m.set(dst, boolean(r))
	return next
}

func (m *Machine) compareBranch(rel uint32, a, b Value, not bool, w uint64) status {
	m.sawValues(a, b)
	a, b = m.dateNumber(a), m.dateNumber(b)
	if a.IsObject() || b.IsObject() {
		return m.callLib(builtin.LibOpLt+rel, m.after(0, branchAct(not)), 2, a, b, 0, 0)
	}
	r, bad := m.compare(rel, a, b)
	if bad {
		return m.typeError("Cannot convert a Symbol value to a number", 0, "")
	}
	return m.branch(r != not, int32(int64(w)>>48))
}

// typeOf is the string of the typeof operator, ECMA-262 13.5.3.
func (m *Machine) typeOf(v Value) Value {
	name := uint32(builtin.NameNumber)
	switch {
	case v == heap.Undefined:
		name = builtin.NameUndefined
	case v == heap.Null:
		name = builtin.NameObject
	case v.IsBool():
		name = builtin.NameBoolean
	case v.IsString():
		name = builtin.NameString
	case v.IsSymbol():
		name = builtin.NameSymbol
	case v.IsBigInt():
		name = builtin.NameBigInt
	case v.IsObject():
		name = builtin.NameObject
		if m.H.IsCallable(v) {
			name = builtin.NameFunction
		}
	}
	return m.Call.Name(name)
}
