//firn:core

package heap

// BigInt cells: sign and magnitude, 32-bit digits from the least significant on,
// no leading zeros; zero has no digits and no sign. After an odd number of
// digits follows one that is zero, so that the digits may be read in pairs.
const (
	OffSign   = 8  // u32: 1 if negative
	OffDigits = 12 // u32: number of digits

	// MaxBigIntDigits bounds the size of a BigInt (2^30 bits, as V8 has it).
	MaxBigIntDigits = 1 << 25
)

// NewBigInt makes a BigInt of digits, the least significant first. 0 means out
// of memory.
func (h *Heap) NewBigInt(negative bool, digits []uint32) uint32 {
	n := uint32(len(digits))
	for n > 0 && digits[n-1] == 0 {
		n--
	}
	b := h.AllocBigInt(negative, n)
	if b == 0 {
		return 0
	}
	for i := uint32(0); i < n; i++ {
		h.SetU32(b+OffData+4*i, digits[i])
	}
	return b
}

// AllocBigInt makes a BigInt of n digits, all zero, for the caller to fill and
// BigIntTrim before the next safepoint. 0 means out of memory.
func (h *Heap) AllocBigInt(negative bool, n uint32) uint32 {
	b := h.AllocBigIntRaw(negative, n)
	if b != 0 {
		h.Zero(b+OffData, (4*n+7)&^7)
	}
	return b
}

// AllocBigIntRaw is AllocBigInt with any digits but for the last word, which is
// zero. The caller fills all n of them.
func (h *Heap) AllocBigIntRaw(negative bool, n uint32) uint32 {
	size := OffData + 4*n
	if size > bigCell && !h.Room(uint64(size)) {
		return 0
	}
	b := h.Alloc(KBigInt, size)
	sign := uint64(0)
	if negative && n > 0 {
		sign = 1
	}
	h.SetU64(b+OffSign, sign|uint64(n)<<32)
	if n > 0 {
		h.SetU64(b+OffData+(n-1)>>1<<3, 0)
	}
	h.WorkDone += uint64(n >> 2)
	return b
}

// BigIntFrom128 makes a BigInt of hi·2^64 + lo.
func (h *Heap) BigIntFrom128(negative bool, hi, lo uint64) uint32 {
	n, u := uint32(0), lo
	if hi != 0 {
		n, u = 2, hi
	}
	for ; u != 0; u >>= 32 {
		n++
	}
	b := h.Alloc(KBigInt, OffData+4*n)
	sign := uint64(0)
	if negative && n > 0 {
		sign = 1
	}
	h.SetU64(b+OffSign, sign|uint64(n)<<32)
	if n > 0 {
		h.SetU64(b+OffData, lo)
	}
	if n > 2 {
		h.SetU64(b+OffData+8, hi)
	}
	h.WorkDone += uint64(n >> 2)
	return b
}

// BigIntTrim drops leading zero digits of a BigInt that this leaf has made.
func (h *Heap) BigIntTrim(b uint32) {
	n := h.U32(b + OffDigits)
	k := n
	for k > 0 && h.U32(b+OffData+4*(k-1)) == 0 {
		k--
	}
	if k == n {
		return
	}
	if k == 0 {
		h.SetU32(b+OffSign, 0)
	}
	h.SetU32(b+OffDigits, k)
	size := (OffData + 4*k + 7) &^ 7
	h.shrinkCell(b, size)
}

// BigIntNegative reports whether b is below zero.
func (h *Heap) BigIntNegative(b uint32) bool { return h.U32(b+OffSign) != 0 }

// BigIntLen is the number of digits of b.
func (h *Heap) BigIntLen(b uint32) uint32 { return h.U32(b + OffDigits) }

// BigIntDigit is digit i of b, 0 beyond the last.
func (h *Heap) BigIntDigit(b, i uint32) uint32 {
	if i >= h.U32(b+OffDigits) {
		return 0
	}
	return h.U32(b + OffData + 4*i)
}

// BigIntFromUint64 makes a BigInt of u.
func (h *Heap) BigIntFromUint64(u uint64) uint32 { return h.BigIntFrom128(false, 0, u) }

// BigIntFromInt64 makes a BigInt of i.
func (h *Heap) BigIntFromInt64(i int64) uint32 {
	if i >= 0 {
		return h.BigIntFromUint64(uint64(i))
	}
	return h.BigIntFrom128(true, 0, -uint64(i))
}

// BigIntLow64 is the magnitude of b modulo 2^64.
func (h *Heap) BigIntLow64(b uint32) uint64 {
	if h.U32(b+OffDigits) == 0 {
		return 0
	}
	return h.U64(b + OffData)
}

// BigIntToUint64 is b modulo 2^64 (ECMA-262 7.1.16 ToBigUint64).
func (h *Heap) BigIntToUint64(b uint32) uint64 {
	u := h.BigIntLow64(b)
	if h.U32(b+OffSign) != 0 {
		u = -u
	}
	return u
}

// BigIntToInt64 is b modulo 2^64, signed (ECMA-262 7.1.15 ToBigInt64).
func (h *Heap) BigIntToInt64(b uint32) int64 { return int64(h.BigIntToUint64(b)) }

// BigIntExact64 is b as an int64 when it is one.
func (h *Heap) BigIntExact64(b uint32) (int64, bool) {
	i := h.BigIntToInt64(b)
	if h.U32(b+OffDigits) > 2 {
		return i, false
	}
	return i, i == 0 && h.U32(b+OffDigits) == 0 || i != 0 && (i < 0) == (h.U32(b+OffSign) != 0)
}

// BigIntEqual reports whether two BigInts are the same number.
func (h *Heap) BigIntEqual(a, b uint32) bool {
	if h.U64(a+OffSign) != h.U64(b+OffSign) {
		return false
	}
	n := h.U32(a + OffDigits)
	for i := uint32(0); i < n; i++ {
		if h.U32(a+OffData+4*i) != h.U32(b+OffData+4*i) {
			return false
		}
	}
	return true
}

// BigIntCompare orders two BigInts: negative, 0 or positive.
func (h *Heap) BigIntCompare(a, b uint32) int {
	sign := 1
	if h.U32(a+OffSign) != h.U32(b+OffSign) {
		if h.U32(a+OffSign) != 0 {
			return -1
		}
		return 1
	}
	if h.U32(a+OffSign) != 0 {
		sign = -1
	}
	n, m := h.U32(a+OffDigits), h.U32(b+OffDigits)
	if n != m {
		if n < m {
			return -sign
		}
		return sign
	}
	for n > 0 {
		n--
		x, y := h.U32(a+OffData+4*n), h.U32(b+OffData+4*n)
		if x != y {
			if x < y {
				return -sign
			}
			return sign
		}
	}
	return 0
}

// bigintHash is the hash of a BigInt's value.
func (h *Heap) bigintHash(b uint32) uint32 {
	x := uint64(h.U32(b+OffSign))<<32 | uint64(h.U32(b+OffDigits))
	n := h.U32(b + OffDigits)
	for i := uint32(0); i < n; i++ {
		x = hashStep(x, uint64(h.U32(b+OffData+4*i)))
	}
	return hashEnd(x)
}
