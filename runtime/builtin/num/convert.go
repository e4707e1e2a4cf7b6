//firn:core

package num

const (
	// MaxArrayIndex is the largest array index, 2^32-2.
	MaxArrayIndex = 4294967294
	// MaxSafeInteger is 2^53-1.
	MaxSafeInteger = 9007199254740991
)

// ToUint32 is ToUint32 (ECMA-262 7.1.7) of a number: its integral part modulo 2^32.
// The low bits of the result are ToUint16 and ToUint8.
func ToUint32(f float64) uint32 {
	if f > -2147483649 && f < 2147483648 {
		return uint32(int32(f))
	}
	b := Float64bits(f)
	e := int(b>>52&0x7FF) - 1075
	if e >= 32 { // multiples of 2^32, the infinities and NaN
		return 0
	}
	c := b&mantMask | mantHide
	var v uint32
	if e >= 0 {
		v = uint32(c << uint(e) & 0xFFFFFFFF)
	} else {
		v = uint32(c >> uint(-e) & 0xFFFFFFFF)
	}
	if b>>63 != 0 {
		return -v
	}
	return v
}

// ToInt32 is ToInt32 (ECMA-262 7.1.6) of a number. The low bits of the result, sign-extended,
// are ToInt16 and ToInt8.
func ToInt32(f float64) int32 { return int32(ToUint32(f)) }

// ToUint8Clamp is ToUint8Clamp (ECMA-262 7.1.12) of a number: clamped to [0, 255], halves to
// even.
func ToUint8Clamp(f float64) uint8 {
	if !(f > 0) {
		return 0
	}
	if f >= 255 {
		return 255
	}
	i := uint8(f)
	r := f - float64(i)
	if r > 0.5 || r == 0.5 && i&1 != 0 {
		i++
	}
	return i
}

// ToIntegerOrInfinity is ToIntegerOrInfinity (ECMA-262 7.1.5) of a number; it never returns
// NaN or -0.
func ToIntegerOrInfinity(f float64) float64 {
	if f != f {
		return 0
	}
	if f < 0 {
		f = truncate(-f)
		if f == 0 {
			return 0
		}
		return -f
	}
	return truncate(f + 0) // -0 becomes +0
}

// ToIntegerClamp returns the integral part of f clamped to [low, high], NaN as 0 (clamped too).
// low and high lie within ±2^53.
func ToIntegerClamp(f float64, low, high int64) int64 {
	if f != f {
		f = 0
	}
	if f <= float64(low) {
		return low
	}
	if f >= float64(high) {
		return high
	}
	return int64(f)
}

// ToLength is ToLength (ECMA-262 7.1.20) of a number: an integer in [0, 2^53-1].
func ToLength(f float64) int64 { return ToIntegerClamp(f, 0, MaxSafeInteger) }

// ToIndex is ToIndex (ECMA-262 7.1.22) of a number; ok is false where it throws a RangeError.
func ToIndex(f float64) (i int64, ok bool) {
	f = ToIntegerOrInfinity(f)
	if f < 0 || f > MaxSafeInteger {
		return 0, false
	}
	return int64(f), true
}

// RelativeIndex resolves a relative position, as slice, at, fill and others take it: negative
// positions count from length; the result is clamped to [0, length].
func RelativeIndex(f float64, length int64) int64 {
	i := ToIntegerClamp(f, -length-1, length)
	if i < 0 {
		i += length
		if i < 0 {
			return 0
		}
	}
	return i
}

// IsInt32 reports whether f is an int32 other than -0, and which.
func IsInt32(f float64) (int32, bool) {
	if !(f >= -2147483648 && f <= 2147483647) {
		return 0, false
	}
	i := int32(f)
	return i, Float64bits(float64(i)) == Float64bits(f)
}

// IsIntegral is IsIntegralNumber (ECMA-262 7.2.6) of a number.
func IsIntegral(f float64) bool {
	b := Float64bits(f) &^ bitsSign
	return b < bitsInf && truncate(Float64frombits(b)) == Float64frombits(b)
}

// IsSafeInteger is Number.isSafeInteger (ECMA-262 21.1.2.5) of a number.
func IsSafeInteger(f float64) bool {
	return IsIntegral(f) && -MaxSafeInteger <= f && f <= MaxSafeInteger
}

// IsFinite reports whether f is neither NaN nor an infinity.
func IsFinite(f float64) bool { return Float64bits(f)&bitsInf != bitsInf }

// SameValue is Number::sameValue (ECMA-262 6.1.6.1.14).
func SameValue(x, y float64) bool {
	if x != x {
		return y != y
	}
	return Float64bits(x) == Float64bits(y)
}

// SameValueZero is Number::sameValueZero (ECMA-262 6.1.6.1.15).
func SameValueZero(x, y float64) bool { return x == y || x != x && y != y }

// ArrayIndex reports whether f is an array index, and which. -0 counts as 0, as ToString makes
// it "0".
func ArrayIndex(f float64) (uint32, bool) {
	if !(f >= 0 && f <= MaxArrayIndex) {
		return 0, false
	}
	i := uint32(f)
	return i, float64(i) == f
}

// Hash returns a hash of f that agrees with SameValueZero and, for int32 values, with HashInt32.
func Hash(f float64) uint32 {
	if f >= -2147483648 && f <= 2147483647 {
		if i := int32(f); float64(i) == f {
			return HashInt32(i)
		}
	}
	b := Float64bits(f)
	if f != f {
		b = bitsNaN
	}
	return mix(uint32(b&0xFFFFFFFF) ^ mix(uint32(b>>32)))
}

// HashInt32 returns a hash of i.
func HashInt32(i int32) uint32 { return mix(uint32(i)) }

// mix is a bijection of 32 bits in which every input bit moves about half of the output bits
// (multiply and xor-shift, constants from Chris Wellons' search "lowbias32").
func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x7feb352d
	h ^= h >> 15
	h *= 0x846ca68b
	return h ^ h>>16
}
