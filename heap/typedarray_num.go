//firn:core

package heap

import "unsafe"

// Conversions between numbers and the bits of typed array elements (ECMA-262
// 25.1.3.14 RawBytesToNumeric, 25.1.3.17 NumericToRawBytes).

// DecodeElement is RawBytesToNumeric of the low bytes of bits.
func (h *Heap) DecodeElement(t uint32, bits uint64) Value {
	switch t {
	case ElemInt8:
		return Int(int32(int8(bits)))
	case ElemUint8, ElemUint8Clamped:
		return Int(int32(uint8(bits)))
	case ElemInt16:
		return Int(int32(int16(bits)))
	case ElemUint16:
		return Int(int32(uint16(bits)))
	case ElemInt32:
		return Int(int32(bits))
	case ElemUint32:
		return Uint32(uint32(bits))
	case ElemFloat16:
		return Number(float16To64(uint16(bits)))
	case ElemFloat32:
		u := uint32(bits)
		return Number(float64(*(*float32)(unsafe.Pointer(&u))))
	case ElemFloat64:
		return Number(*(*float64)(unsafe.Pointer(&bits)))
	case ElemBigInt64:
		return BigInt(h.BigIntFromInt64(int64(bits)))
	}
	return BigInt(h.BigIntFromUint64(bits))
}

// EncodeElement is NumericToRawBytes of a number, or of a BigInt for the BigInt
// types.
func (h *Heap) EncodeElement(t uint32, v Value) uint64 {
	if ElemIsBigInt(t) {
		return h.BigIntToUint64(v.Ref())
	}
	switch t {
	case ElemUint8Clamped:
		return uint64(clampUint8(v))
	case ElemFloat16:
		return uint64(float64To16(v.Num()))
	case ElemFloat32:
		f := v.Num()
		if f != f {
			return 0x7FC00000
		}
		g := float32(f)
		return uint64(*(*uint32)(unsafe.Pointer(&g)))
	case ElemFloat64:
		return uint64(Double(v.Num()))
	}
	if v.IsInt() {
		return uint64(uint32(v.Int32()))
	}
	return uint64(toUint32(v.Float()))
}

// toUint32 is ToUint32 (ECMA-262 7.1.7) of a number, by its bits: a conversion
// of a float that does not fit is not the same on every CPU.
func toUint32(f float64) uint32 {
	u := *(*uint64)(unsafe.Pointer(&f))
	exp := int32(u>>52&0x7FF) - 1075
	if exp >= 32 || exp <= -53 {
		return 0 // a multiple of 2^32, infinite, NaN or below 1
	}
	m := u&(1<<52-1) | 1<<52
	if exp >= 0 {
		m <<= uint32(exp)
	} else {
		m >>= uint32(-exp)
	}
	if u>>63 != 0 {
		m = -m
	}
	return uint32(m)
}

// clampUint8 is ToUint8Clamp (ECMA-262 7.1.12): to nearest, ties to even.
func clampUint8(v Value) uint8 {
	f := v.Num()
	if !(f > 0) {
		return 0
	}
	if f >= 255 {
		return 255
	}
	n := uint8(f)
	rest := f - float64(n)
	if rest > 0.5 || rest == 0.5 && n&1 != 0 {
		n++
	}
	return n
}

// float16To64 is the value of an IEEE 754 binary16.
func float16To64(x uint16) float64 {
	sign, exp, m := uint64(x>>15)<<63, uint64(x>>10&31), uint64(x&1023)
	switch {
	case exp == 31 && m != 0:
		sign, exp, m = 0, 0x7FF, 1<<9
	case exp == 31:
		exp = 0x7FF
	case exp != 0:
		exp += 1023 - 15
	case m != 0: // subnormal: normalise
		exp = 1023 - 14
		for m&1024 == 0 {
			m <<= 1
			exp--
		}
		m &= 1023
	}
	u := sign | exp<<52 | m<<42
	return *(*float64)(unsafe.Pointer(&u))
}

// float64To16 rounds to IEEE 754 binary16, to nearest, ties to even.
func float64To16(f float64) uint16 {
	if f != f {
		return 0x7E00
	}
	u := *(*uint64)(unsafe.Pointer(&f))
	sign := uint16(u >> 63 << 15)
	exp := int32(u>>52&0x7FF) - 1023 + 15
	m := u & (1<<52 - 1)
	if exp >= 31 {
		return sign | 0x7C00
	}
	shift := uint32(42)
	if exp <= 0 {
		if exp < -10 {
			return sign // less than half of the smallest subnormal
		}
		m |= 1 << 52
		shift += uint32(1 - exp)
		exp = 0
	}
	r := uint16(exp)<<10 + uint16(m>>shift)
	half := uint64(1) << (shift - 1)
	if rest := m & (half<<1 - 1); rest > half || rest == half && r&1 != 0 {
		r++ // may carry into the exponent, up to infinity: right as well
	}
	return sign | r
}
