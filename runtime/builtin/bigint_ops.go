//go:build !firn_mcu

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/bigmath"
)

// BigInt arithmetic for the driver. Outside Core Go: it stands on math/big.

// bigView is the number in a bigint cell, without a copy.
func (c *Call) bigView(v heap.Value) bigmath.Int {
	h := c.H
	b := v.Ref()
	return bigmath.Int{Neg: h.BigIntNegative(b), Mag: h.Digits(b)}
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
	ref := c.H.NewBigInt(x.Neg, x.Mag)
	if ref == 0 {
		return c.NoMemory()
	}
	return heap.BigInt(ref)
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
	x, y := c.bigView(a), c.bigView(b)
	var scratch [16]uint32
	dst := scratch[:0]
	work := bigmath.WorkLinear(x, y)
	switch op {
	case opMul:
		work = bigmath.WorkMul(x, y)
	case opDiv, opMod:
		work = bigmath.WorkDiv(x, y)
	case opExp:
		work = bigmath.WorkExp(x, y)
	case opShl, opShr:
		work = bigmath.WorkShift(x, y)
	}
	c.H.Charge(work)
	switch op {
	case opAdd:
		return c.bigResult(bigmath.Add(dst, x, y))
	case opSub:
		return c.bigResult(bigmath.Sub(dst, x, y))
	case opMul:
		return c.bigResult(bigmath.Mul(dst, x, y))
	case opDiv:
		return c.bigResult(bigmath.Quo(dst, x, y))
	case opMod:
		return c.bigResult(bigmath.Rem(dst, x, y))
	case opExp:
		return c.bigResult(bigmath.Exp(dst, x, y))
	case opAnd:
		return c.bigResult(bigmath.And(dst, x, y))
	case opOr:
		return c.bigResult(bigmath.Or(dst, x, y))
	case opXor:
		return c.bigResult(bigmath.Xor(dst, x, y))
	case opShl:
		return c.bigResult(bigmath.Shl(dst, x, y))
	case opShr:
		return c.bigResult(bigmath.Shr(dst, x, y))
	}
	return c.ThrowTypeError("BigInts have no unsigned right shift, use >> instead")
}

// BigIntUnary is −, ~, ++ or −− (0 to 3) of a BigInt.
func (c *Call) BigIntUnary(op uint32, v heap.Value) heap.Value {
	c.Code = CodeNone
	x := c.bigView(v)
	c.H.Charge(uint64(len(x.Mag)) + 1)
	var scratch [16]uint32
	dst := scratch[:0]
	switch op {
	case 0:
		return c.bigResult(bigmath.Neg(dst, x), bigmath.OK)
	case 1:
		return c.bigResult(bigmath.Not(dst, x))
	case 2:
		return c.bigResult(bigmath.Inc(dst, x))
	}
	return c.bigResult(bigmath.Dec(dst, x))
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
		return bigmath.ParseUTF16(nil, h.Units(v))
	}
	return bigmath.ParseLatin1(nil, h.Bytes(v.Off, v.Len))
}

// BigIntToString is BigInt::toString, ECMA-262 6.1.6.2.21; 0 means out of
// memory.
func (c *Call) BigIntToString(v heap.Value, radix int) uint32 {
	x := c.bigView(v)
	c.H.Charge(bigmath.WorkText(x, radix))
	return c.H.NewLatin1(bigmath.AppendText(nil, x, radix))
}
