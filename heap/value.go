//firn:core

package heap

import (
	"unsafe"
)

// Value is one JavaScript value in 64 bits, NaN-boxed.
//
// A double stands for itself. Everything else is a 16-bit tag in the top bits
// over a 32-bit payload. Arithmetic on any CPU produces quiet NaNs whose top 16
// bits are 0x7FF8 or 0xFFF8, so tags start at 0xFFF9 and no result needs to be
// canonicalised when it is stored; bits that come from outside (typed arrays,
// hosts, images) do, see CanonicalNaN.
//
// The order of the tags is chosen so that each common test is one compare:
//
//	number   v <  TagSpecial<<48      (doubles and int32)
//	double   v <  TagInt<<48
//	pointer  v >= TagSymbol<<48
//	object   v>>48 == TagObject
type Value uint64

// Tags, the top 16 bits of a Value that is not a double.
const (
	TagInt     = 0xFFF9 // payload: int32
	TagSpecial = 0xFFFA // payload: one of the Special numbers below
	TagSymbol  = 0xFFFB // payload: cage offset of a symbol cell
	TagBigInt  = 0xFFFC // payload: cage offset of a bigint cell
	TagString  = 0xFFFD // payload: cage offset of a string cell
	TagObject  = 0xFFFE // payload: cage offset of an object cell
	TagCell    = 0xFFFF // payload: cage offset of an internal cell; never visible to JS
)

// Special values. Undefined to True are JS values; the rest never reach JS.
const (
	Undefined Value = TagSpecial<<48 | 0
	Null      Value = TagSpecial<<48 | 1
	False     Value = TagSpecial<<48 | 2
	True      Value = TagSpecial<<48 | 3
	Hole      Value = TagSpecial<<48 | 4 // an absent array element
	TDZ       Value = TagSpecial<<48 | 5 // a binding that is not initialised yet
	Empty     Value = TagSpecial<<48 | 6 // no value: absent argument, empty completion, "declined"
)

// Bounds used by the one-compare tests.
const (
	firstInt     Value = TagInt << 48
	firstSpecial Value = TagSpecial << 48
	firstPointer Value = TagSymbol << 48
)

// CanonicalNaN is the one NaN that is written to images and typed arrays.
const CanonicalNaN = 0x7FF8000000000000

func Int(i int32) Value      { return TagInt<<48 | Value(uint32(i)) }
func Object(r uint32) Value  { return TagObject<<48 | Value(r) }
func String(r uint32) Value  { return TagString<<48 | Value(r) }
func Symbol(r uint32) Value  { return TagSymbol<<48 | Value(r) }
func BigInt(r uint32) Value  { return TagBigInt<<48 | Value(r) }
func CellRef(r uint32) Value { return TagCell<<48 | Value(r) }

// Bool returns True or False.
func Bool(b bool) Value {
	if b {
		return True
	}
	return False
}

// Double boxes f as a double, whatever its value; NaNs are made canonical.
func Double(f float64) Value {
	if f != f {
		return CanonicalNaN
	}
	return Value(*(*uint64)(unsafe.Pointer(&f)))
}

// Number boxes f in its preferred form: int32 where that is exact (not −0),
// a double otherwise.
func Number(f float64) Value {
	if f >= -2147483648 && f <= 2147483647 {
		i := int32(f)
		if float64(i) == f && (i != 0 || *(*uint64)(unsafe.Pointer(&f)) == 0) {
			return Int(i)
		}
	}
	return Double(f)
}

// Uint32 boxes u as a number.
func Uint32(u uint32) Value {
	if u <= 0x7FFFFFFF {
		return Int(int32(u))
	}
	return Double(float64(u))
}

func (v Value) Tag() uint32     { return uint32(v >> 48) }
func (v Value) IsInt() bool     { return v>>48 == TagInt }
func (v Value) IsDouble() bool  { return v < firstInt }
func (v Value) IsNumber() bool  { return v < firstSpecial }
func (v Value) IsPointer() bool { return v >= firstPointer }
func (v Value) IsObject() bool  { return v>>48 == TagObject }
func (v Value) IsString() bool  { return v>>48 == TagString }
func (v Value) IsSymbol() bool  { return v>>48 == TagSymbol }
func (v Value) IsBigInt() bool  { return v>>48 == TagBigInt }
func (v Value) IsCell() bool    { return v>>48 == TagCell }
func (v Value) IsBool() bool    { return v|1 == True }
func (v Value) IsNullish() bool { return v|1 == Null }

// Ref is the cage offset held by a pointer value.
func (v Value) Ref() uint32 { return uint32(v) }

// Int32 is the payload of an int32 value.
func (v Value) Int32() int32 { return int32(uint32(v)) }

// Float is the float64 of a double value (not of an int32 one).
func (v Value) Float() float64 {
	u := uint64(v)
	return *(*float64)(unsafe.Pointer(&u))
}

// Num is the float64 of any number value.
func (v Value) Num() float64 {
	if v.IsInt() {
		return float64(v.Int32())
	}
	return v.Float()
}
