//go:build !firn_mcu

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/bigmath"
	"firn/runtime/builtin/num"
)

// What the library's half of BigInt uses (ECMA-262 21.2). Outside Core Go, as
// all of BigInt.

// Do_StringToBigInt is ECMA-262 7.1.14; undefined when it is not a BigInt.
func Do_StringToBigInt(c *Call) heap.Value {
	x, st := c.parseBigInt(c.Arg(0).Ref())
	if st == bigmath.BadSyntax {
		return heap.Undefined
	}
	return c.bigResult(x, st)
}

// Do_NumberToBigInt is ECMA-262 21.2.1.1.1; undefined when the number is not an
// integer.
func Do_NumberToBigInt(c *Call) heap.Value {
	x, st := c.arith().FromFloat64(c.Arg(0).Num())
	if st == bigmath.NotIntegral {
		return heap.Undefined
	}
	return c.bigResult(x, st)
}

func Do_BigIntToNumber(c *Call) heap.Value {
	return heap.Number(bigmath.ToFloat64(c.bigView(c.Arg(0))))
}

func Do_BigIntToString(c *Call) heap.Value {
	return c.newString(c.BigIntToString(c.Arg(0), int(num.ToInt32(c.Arg(1).Num()))))
}

// Do_BigIntAsN is BigInt.asIntN (argument 0 true) or BigInt.asUintN.
func Do_BigIntAsN(c *Call) heap.Value {
	x := c.bigView(c.Arg(2))
	n := uint64(c.Arg(1).Num())
	c.H.Charge(uint64(x.Digits()) + 1)
	if c.Arg(0) == heap.True {
		return c.bigResult(c.arith().AsIntN(n, x))
	}
	return c.bigResult(c.arith().AsUintN(n, x))
}
