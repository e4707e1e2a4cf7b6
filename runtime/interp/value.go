//firn:core

package interp

import (
	"unsafe"

	"firn/heap"
)

// Value is heap.Value: the loop mentions it too often to spell it out.
type Value = heap.Value

// numberLimit is the first value that is not a number.
const numberLimit Value = heap.TagSpecial << 48

// dbl is the double of a number value.
func dbl(v Value) float64 {
	if v>>48 == heap.TagInt {
		return float64(int32(v))
	}
	return *(*float64)(unsafe.Pointer(&v))
}

// box stores an arithmetic result: its NaNs are quiet, so it is a value as it is.
func box(f float64) Value { return *(*Value)(unsafe.Pointer(&f)) }

// boxAny stores a double whose NaN may have any bits.
func boxAny(f float64) Value {
	if f != f {
		return heap.CanonicalNaN
	}
	return *(*Value)(unsafe.Pointer(&f))
}

func canonical(f float64) float64 {
	v := boxAny(f)
	return *(*float64)(unsafe.Pointer(&v))
}

func canonical32(f float64) float32 {
	if f != f {
		u := uint32(0x7FC00000)
		return *(*float32)(unsafe.Pointer(&u))
	}
	return float32(f)
}

func boxU32(u uint32) Value {
	if int32(u) >= 0 {
		return heap.TagInt<<48 | Value(u)
	}
	return box(float64(u))
}

func boolean(b bool) Value {
	if b {
		return heap.True
	}
	return heap.False
}

// int32Able reports whether toInt32 of a number is exact modular arithmetic.
func int32Able(v Value) bool {
	if v>>48 == heap.TagInt {
		return true
	}
	f := *(*float64)(unsafe.Pointer(&v))
	return f > -4611686018427387904 && f < 4611686018427387904
}

// toInt32 is ToInt32 of a number for which int32Able holds.
func toInt32(v Value) int32 {
	if v>>48 == heap.TagInt {
		return int32(v)
	}
	return int32(int64(*(*float64)(unsafe.Pointer(&v))))
}

// bitsDecide reports whether a === b exactly when their bits are equal: not so
// for two numbers one of which is a double, two strings, or two bigints.
func bitsDecide(a, b Value) bool {
	if a>>48 != b>>48 {
		return a >= numberLimit || b >= numberLimit
	}
	t := a >> 48
	return t == heap.TagInt || t == heap.TagObject || t == heap.TagSpecial || t == heap.TagSymbol
}

// pseudoShape is what inline caches know of a primitive receiver: heap.Ic….
func pseudoShape(v Value) uint32 {
	switch v >> 48 {
	case heap.TagString:
		return heap.IcString
	case heap.TagSymbol:
		return heap.IcSymbol
	case heap.TagBigInt:
		return heap.IcBigInt
	case heap.TagSpecial:
		if v == heap.True || v == heap.False {
			return heap.IcBoolean
		}
		return 0xFFFFFFFF // undefined and null: never cached
	}
	return heap.IcNumber
}

// parentRef is the ref in a context register that may be undefined.
func parentRef(v Value) uint64 {
	if v>>48 == heap.TagCell {
		return uint64(uint32(v))
	}
	return 0
}

// cleanArray reports whether arrays of shape s inherit from ROM only, where no
// object has indexed properties.
func (m *Machine) cleanArray(s uint32) bool {
	return m.H.U32(s+heap.ShapeProto) < m.H.Firn()
}
