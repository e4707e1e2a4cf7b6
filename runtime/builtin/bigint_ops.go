//go:build !firn_mcu

package builtin

import (
	"math/bits"
	"unsafe"

	"firn/heap"
	"firn/runtime/builtin/bigmath"
)

// BigInt arithmetic for the driver. Outside Core Go: it stands on math/big.

// bigView is the number in a bigint cell, without a copy: cells hold their
// digits in the order of bytes that heaps have, 8-aligned and filled up with a
// zero digit, so they are words too.
func (c *Call) bigView(v heap.Value) bigmath.Int {
	h := c.H
	b := v.Ref()
	n := (int(h.BigIntLen(b)) + wordDigits - 1) / wordDigits
	if n == 0 {
		return bigmath.Int{}
	}
	at := (*bigmath.Word)(unsafe.Add(h.Base(), uintptr(b)+heap.OffData))
	return bigmath.Int{Neg: h.BigIntNegative(b), Mag: unsafe.Slice(at, n)}
}

// wordDigits is the number of digits in a word.
const wordDigits = bits.UintSize / 32

// bigMemory is what Call keeps for BigInts; call.go is Core Go and cannot name
// it.
type bigMemory = bigmath.Arith

// arith is the memory for arithmetic, made when it is first needed.
func (c *Call) arith() *bigmath.Arith {
	if c.big == nil {
		c.big = new(bigmath.Arith)
	}
	return c.big
}

// bigResult makes the cell of a result, or throws what st says.
func (c *Call) bigResult(x bigmath.Int, st bigmath.Status) heap.Value {
	switch st {
	case bigmath.OK:
	case bigmath.BadSyntax:
		return c.Throw(CodeSyntaxError, st.String())
	default:
		return c.Throw(CodeRangeError, st.String())
	}
	ref := c.H.AllocBigIntRaw(x.Neg, uint32(x.Digits()))
	if ref == 0 {
		return c.NoMemory()
	}
	v := heap.BigInt(ref)
	copy(c.bigView(v).Mag, x.Mag)
	c.big.Trim()
	return v
}

// Binary operators in the order of the instructions add … ushr.
const (
	opAdd = iota
	opSub
	opMul
	opDiv
	opMod
	opExp
	opAnd
	opOr
	opXor
	opShl
	opShr
	opUshr
)

// BigIntOp is a binary operator (by its place among the instructions) on two
// BigInts: ECMA-262 6.1.6.2. Empty means that c holds an error.
func (c *Call) BigIntOp(op uint32, a, b heap.Value) heap.Value {
	c.Code = CodeNone
	if v := c.smallBigIntOp(op, a.Ref(), b.Ref()); v != heap.Empty {
		return v
	}
	x, y := c.bigView(a), c.bigView(b)
	work := uint64(0)
	switch op {
	case opMul:
		work = bigmath.WorkMul(x, y)
	case opDiv, opMod:
		work = bigmath.WorkDiv(x, y)
	case opExp:
		work = bigmath.WorkExp(x, y)
	case opShl, opShr:
		work = bigmath.WorkShift(x, y)
	default:
		work = bigmath.WorkLinear(x, y)
	}
	c.H.Charge(work)
	m := c.arith()
	switch op {
	case opAdd:
		return c.bigResult(m.Add(x, y))
	case opSub:
		return c.bigResult(m.Sub(x, y))
	case opMul:
		return c.bigResult(m.Mul(x, y))
	case opDiv:
		return c.bigResult(m.Quo(x, y))
	case opMod:
		return c.bigResult(m.Rem(x, y))
	case opExp:
		return c.bigResult(m.Exp(x, y))
	case opAnd:
		return c.bigResult(m.And(x, y))
	case opOr:
		return c.bigResult(m.Or(x, y))
	case opXor:
		return c.bigResult(m.Xor(x, y))
	case opShl:
		return c.bigResult(m.Shl(x, y))
	case opShr:
		return c.bigResult(m.Shr(x, y))
	}
	return c.ThrowTypeError("BigInts have no unsigned right shift, use >> instead")
}

// smallBigIntOp is BigIntOp for magnitudes below 2^64, without math/big, which
// are most; Empty when it does not know the answer. What it charges is what
// BigIntOp would.
func (c *Call) smallBigIntOp(op, a, b uint32) heap.Value {
	h := c.H
	n, m := h.BigIntLen(a), h.BigIntLen(b)
	if n > 2 || m > 2 {
		return heap.Empty
	}
	x, y := h.BigIntLow64(a), h.BigIntLow64(b)
	neg, yNeg := h.BigIntNegative(a), h.BigIntNegative(b)
	var hi, lo uint64
	longer := n
	if m > n {
		longer = m
	}
	work := uint64(longer) + 1
	switch op {
	case opAdd, opSub:
		if neg == (yNeg != (op == opSub)) {
			lo, hi = bits.Add64(x, y, 0)
		} else if lo = x - y; x < y {
			lo, neg = y-x, !neg
		}
	case opMul:
		hi, lo = bits.Mul64(x, y)
		neg = neg != yNeg
		work = uint64(n)*uint64(m) + 1
	case opDiv, opMod:
		if y == 0 {
			return heap.Empty
		}
		work = uint64(n) + 1
		if n >= m {
			work = 2*(uint64(m)*uint64(n-m+1)+1) + uint64(n)
		}
		if lo = x % y; op == opDiv {
			lo, neg = x/y, neg != yNeg
		}
	case opAnd, opOr, opXor:
		if neg || yNeg {
			return heap.Empty
		}
		switch op {
		case opAnd:
			lo = x & y
		case opOr:
			lo = x | y
		default:
			lo = x ^ y
		}
	case opShl:
		if yNeg || y >= 64 {
			return heap.Empty
		}
		lo, hi = x<<y, x>>1>>(63-y)
		work = uint64(n) + 1 + y/32
	case opShr:
		if neg || yNeg || y >= 64 {
			return heap.Empty
		}
		lo = x >> y
		work = uint64(n) + 1 + y/32
	default:
		return heap.Empty
	}
	h.Charge(work)
	return heap.BigInt(h.BigIntFrom128(neg, hi, lo))
}

// BigIntUnary is −, ~, ++ or −− (0 to 3) of a BigInt.
func (c *Call) BigIntUnary(op uint32, v heap.Value) heap.Value {
	c.Code = CodeNone
	x := c.bigView(v)
	c.H.Charge(uint64(x.Digits()) + 1)
	m := c.arith()
	switch op {
	case 0:
		return c.bigResult(bigmath.Neg(x), bigmath.OK)
	case 1:
		return c.bigResult(m.Not(x))
	case 2:
		return c.bigResult(m.Inc(x))
	}
	return c.bigResult(m.Dec(x))
}

// BigIntCompare orders a BigInt and another primitive (a number, string,
// boolean, null, undefined or BigInt): −1, 0, 1, or 2 when they cannot be
// ordered (NaN, or a string that is no BigInt).
func (c *Call) BigIntCompare(a, b heap.Value) int {
	h := c.H
	x := c.bigView(a)
	switch {
	case b.IsBigInt():
		return bigmath.Cmp(x, c.bigView(b))
	case b.IsString():
		y, st := c.parseBigInt(b.Ref())
		if st != bigmath.OK {
			return 2
		}
		return bigmath.Cmp(x, y)
	}
	r, ok := bigmath.CmpFloat64(x, c.PrimitiveToNumber(b))
	if !ok {
		return 2
	}
	h.Charge(1)
	return r
}

// parseBigInt is StringToBigInt, ECMA-262 7.1.14.
func (c *Call) parseBigInt(s uint32) (bigmath.Int, bigmath.Status) {
	h := c.H
	v := h.View(s)
	h.Charge(bigmath.WorkParse(int(v.Len), 10))
	if v.Wide {
		return c.arith().ParseUTF16(h.Units(v))
	}
	return c.arith().ParseLatin1(h.Bytes(v.Off, v.Len))
}

// BigIntToString is BigInt::toString, ECMA-262 6.1.6.2.21; 0 means out of
// memory.
func (c *Call) BigIntToString(v heap.Value, radix int) uint32 {
	x := c.bigView(v)
	c.H.Charge(bigmath.WorkText(x, radix))
	s := c.H.NewLatin1(c.arith().Text(x, radix))
	c.big.Trim()
	return s
}
