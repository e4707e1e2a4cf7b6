package firn

import (
	"fmt"
	"math"
	"math/big"

	"firn/heap"
	"firn/runtime/builtin"
)

// Value is a JavaScript value. The zero Value is undefined.
//
// Strings, symbols, big integers and objects are held through handles: they stay
// alive while Go code can reach the Value, or until Free. Copies of a Value share
// its handle. The methods without an error result never run JavaScript, and treat
// a freed value, or one of a closed or busy machine, as undefined.
type Value struct {
	// bits is the engine's representation, with undefined as 0; of a value with
	// a handle only the tag.
	bits uint64
	ref  *ref
}

// Type is the type of a Value: the answers of typeof, with null apart.
type Type uint8

// The types.
const (
	TypeUndefined Type = iota
	TypeNull
	TypeBool
	TypeNumber
	TypeBigInt
	TypeString
	TypeSymbol
	TypeObject
	TypeFunction
)

// String is the type's name.
func (t Type) String() string {
	return [...]string{"undefined", "null", "boolean", "number", "bigint", "string", "symbol", "object", "function"}[t]
}

// Undefined, Null and the booleans.
func Undefined() Value       { return Value{} }
func Null() Value            { return immediate(heap.Null) }
func Bool(b bool) Value      { return immediate(heap.Bool(b)) }
func Number(f float64) Value { return immediate(heap.Number(f)) }

func immediate(v rawValue) Value { return Value{bits: uint64(v ^ heap.Undefined)} }

// value makes the Value of an engine's value.
func (m *Machine) value(v rawValue) Value {
	if !v.IsPointer() {
		if v == heap.Hole || v == heap.Empty || v == heap.TDZ {
			return Value{}
		}
		return immediate(v)
	}
	return Value{bits: uint64((v &^ math.MaxUint32) ^ heap.Undefined), ref: m.newRef(v)}
}

// tag tells what v is without looking into the heap.
func (v Value) tag() rawValue { return rawValue(v.bits) ^ heap.Undefined }

// raw is the engine's value. The machine must have been entered.
func (v Value) raw() rawValue {
	if v.ref == nil {
		return v.tag()
	}
	return v.ref.m.h.Handle(v.ref.id)
}

// in is the engine's value for use in m.
func (v Value) in(m *Machine) (rawValue, error) {
	if v.ref != nil {
		if v.ref.m != m {
			return 0, ErrForeign
		}
		if v.ref.id == 0 {
			return 0, ErrFreed
		}
	}
	return v.raw(), nil
}

// look runs f on the engine's value when the machine can be entered.
func (v Value) look(f func(m *Machine, raw rawValue)) {
	if v.ref == nil {
		return
	}
	m := v.ref.m
	m.do(func() error {
		if v.ref.id != 0 {
			f(m, v.raw())
		}
		return nil
	})
}

// do runs f on the engine's value, or says why it cannot.
func (v Value) do(f func(m *Machine, raw rawValue) error) error {
	if v.ref == nil {
		return TypeErrorf("%s is not an object", v)
	}
	m := v.ref.m
	return m.do(func() error {
		raw, err := v.in(m)
		if err != nil {
			return err
		}
		return f(m, raw)
	})
}

// Free lets the value go now instead of when the Go collector finds it unused.
// It and its copies must not be used any more.
func (v Value) Free() {
	if v.ref != nil && v.ref.m.enter() == nil {
		v.ref.free()
		v.ref.m.leave()
	}
}

// Machine is the machine the value belongs to; nil for undefined, null, booleans
// and numbers, which belong to all.
func (v Value) Machine() *Machine {
	if v.ref == nil {
		return nil
	}
	return v.ref.m
}

// Type is the value's type.
func (v Value) Type() Type {
	t := v.tag()
	switch {
	case t.IsNumber():
		return TypeNumber
	case t == heap.Null:
		return TypeNull
	case t.IsBool():
		return TypeBool
	case t.IsString():
		return TypeString
	case t.IsSymbol():
		return TypeSymbol
	case t.IsBigInt():
		return TypeBigInt
	case t.IsObject():
		typ := TypeObject
		v.look(func(m *Machine, raw rawValue) {
			if m.h.IsCallable(raw) {
				typ = TypeFunction
			}
		})
		return typ
	}
	return TypeUndefined
}

// IsUndefined, IsNull and the like test for one type; IsNullish is undefined or
// null, IsObject is true for functions, too.
func (v Value) IsUndefined() bool { return v.tag() == heap.Undefined }
func (v Value) IsNull() bool      { return v.tag() == heap.Null }
func (v Value) IsNullish() bool   { return v.tag().IsNullish() }
func (v Value) IsBool() bool      { return v.tag().IsBool() }
func (v Value) IsNumber() bool    { return v.tag().IsNumber() }
func (v Value) IsString() bool    { return v.tag().IsString() }
func (v Value) IsSymbol() bool    { return v.tag().IsSymbol() }
func (v Value) IsBigInt() bool    { return v.tag().IsBigInt() }
func (v Value) IsObject() bool    { return v.tag().IsObject() }
func (v Value) IsFunction() bool  { return v.Type() == TypeFunction }

// IsArray reports whether the value is an array (not a proxy of one).
func (v Value) IsArray() bool { return v.isKind(heap.KArray) }

// IsError reports whether the value is an error object.
func (v Value) IsError() bool { return v.isKind(heap.KError) }

// IsPromise reports whether the value is a promise.
func (v Value) IsPromise() bool { return v.isKind(heap.KPromise) }

func (v Value) isKind(k uint8) (is bool) {
	v.look(func(m *Machine, raw rawValue) { is = m.h.IsKind(raw, k) })
	return is
}

// Bool is ToBoolean(v) (ECMA-262 7.1.2).
func (v Value) Bool() bool {
	t := v.tag()
	switch {
	case t.IsNullish() || t == heap.False:
		return false
	case t.IsNumber():
		f := t.Num()
		return f != 0 && f == f
	case t.IsString():
		n := uint32(0)
		v.look(func(m *Machine, raw rawValue) { n = m.h.StrLen(raw.Ref()) })
		return n != 0
	case t.IsBigInt():
		n := uint32(0)
		v.look(func(m *Machine, raw rawValue) { n = m.h.BigIntLen(raw.Ref()) })
		return n != 0
	}
	return true
}

// Float is the number, NaN for other types.
func (v Value) Float() float64 {
	if t := v.tag(); t.IsNumber() {
		return t.Num()
	}
	return math.NaN()
}

// Int is the number as an integer; ok is false when the value is no number, is
// not integral or does not fit.
func (v Value) Int() (i int64, ok bool) {
	t := v.tag()
	if t.IsInt() {
		return int64(t.Int32()), true
	}
	if !t.IsNumber() {
		return 0, false
	}
	f := t.Num()
	if f != math.Trunc(f) || f < -1<<63 || f >= 1<<63 {
		return 0, false
	}
	return int64(f), true
}

// BigInt is the big integer, nil for other types.
func (v Value) BigInt() (b *big.Int) {
	if v.tag().IsBigInt() {
		v.look(func(m *Machine, raw rawValue) { b = m.bigInt(raw) })
	}
	return b
}

// String is the text of a string, and a short description of other values; see
// Inspect for more and ToString for the conversion of ECMA-262. Lone surrogates
// become U+FFFD.
func (v Value) String() string {
	t := v.tag()
	if v.ref != nil {
		s := "undefined"
		v.look(func(m *Machine, raw rawValue) { s = m.describeShort(raw) })
		return s
	}
	switch {
	case t == heap.Null:
		return "null"
	case t.IsBool():
		return fmt.Sprint(t == heap.True)
	case t.IsNumber():
		return formatNumber(t.Num())
	}
	return "undefined"
}

func (m *Machine) describeShort(raw rawValue) string {
	switch {
	case raw.IsString():
		return m.h.GoString(raw.Ref())
	case raw.IsBigInt():
		return m.bigInt(raw).String()
	case raw.IsSymbol():
		return m.symbolText(raw)
	case m.h.IsCallable(raw):
		return "function " + m.functionName(raw)
	}
	return m.rt.Describe(raw)
}

func (m *Machine) symbolText(raw rawValue) string {
	if d := m.h.SymbolDescription(raw.Ref()); d.IsString() {
		return "Symbol(" + m.h.GoString(d.Ref()) + ")"
	}
	return "Symbol()"
}

// ToString is ToString(v) (ECMA-262 7.1.17), which may run JavaScript.
func (v Value) ToString() (string, error) {
	if v.ref == nil || v.IsString() {
		return v.String(), nil
	}
	var s string
	err := v.do(func(m *Machine, raw rawValue) error {
		out, err := m.call(m.h.Root(builtin.LibToStringSlow), heap.Undefined, raw)
		if err == nil {
			s = m.h.GoString(out.Ref())
		}
		return err
	})
	return s, err
}

// Same reports whether two values are the same (ECMA-262 7.2.11 SameValue).
func (v Value) Same(w Value) (same bool) {
	if v.ref == nil || w.ref == nil {
		a, b := v.tag(), w.tag()
		return v.ref == w.ref && (a == b || a.IsNumber() && b.IsNumber() && heap.Double(a.Num()) == heap.Double(b.Num()))
	}
	v.do(func(m *Machine, a rawValue) error {
		b, err := w.in(m)
		same = err == nil && m.h.SameValue(a, b)
		return nil
	})
	return same
}

// bigInt is the value of a big integer.
func (m *Machine) bigInt(raw rawValue) *big.Int {
	digits := m.h.Digits(raw.Ref())
	words := make([]byte, 4*len(digits))
	for i, d := range digits {
		for k := 0; k < 4; k++ {
			words[len(words)-1-4*i-k] = byte(d >> (8 * k))
		}
	}
	b := new(big.Int).SetBytes(words)
	if m.h.BigIntNegative(raw.Ref()) {
		b.Neg(b)
	}
	return b
}
