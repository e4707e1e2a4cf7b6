//firn:core

package fmath

import "unsafe"

const (
	bitsSign = 0x8000000000000000
	bitsInf  = 0x7FF0000000000000
	bitsNaN  = 0x7FF8000000000000
)

func toBits(f float64) uint64   { return *(*uint64)(unsafe.Pointer(&f)) }
func fromBits(b uint64) float64 { return *(*float64)(unsafe.Pointer(&b)) }

// highWord returns sign, exponent and the top 20 significand bits, the unit in which fdlibm
// states its thresholds.
func highWord(f float64) int32 { return int32(toBits(f) >> 32) }

func lowWord(f float64) uint32 { return uint32(toBits(f) & 0xFFFFFFFF) }

// fromWords puts together a double.
func fromWords(high int32, low uint32) float64 {
	return fromBits(uint64(uint32(high))<<32 | uint64(low))
}

// withHigh returns f with its high word replaced.
func withHigh(f float64, high int32) float64 {
	return fromBits(uint64(uint32(high))<<32 | toBits(f)&0xFFFFFFFF)
}

// chop returns f with its low word cleared: at most 21 significant bits.
func chop(f float64) float64 { return fromBits(toBits(f) &^ 0xFFFFFFFF) }

func abs(f float64) float64 { return fromBits(toBits(f) &^ bitsSign) }

func nan() float64 { return fromBits(bitsNaN) }

func inf(neg bool) float64 {
	if neg {
		return fromBits(bitsInf | bitsSign)
	}
	return fromBits(bitsInf)
}

// pow2 returns 2^k for -1022 ≤ k ≤ 1023.
func pow2(k int32) float64 { return fromWords((1023+k)<<20, 0) }

// scalb returns x·2^n, rounded once.
func scalb(x float64, n int32) float64 {
	if n > 1023 {
		x = float64(x * pow2(1023))
		n -= 1023
		if n > 1023 {
			x = float64(x * pow2(1023))
			n -= 1023
			if n > 1023 {
				n = 1023
			}
		}
	} else if n < -1022 {
		// The factor 2^53 keeps the intermediate normal, so that only the last step rounds.
		x = float64(x * pow2(-1022+53))
		n += 1022 - 53
		if n < -1022 {
			x = float64(x * pow2(-1022+53))
			n += 1022 - 53
			if n < -1022 {
				n = -1022
			}
		}
	}
	return float64(x * pow2(n))
}
