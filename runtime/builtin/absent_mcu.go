//firn:core

//go:build firn_mcu

package builtin

import "firn/heap"

// What needs the Go library is not there on bare microcontrollers: arithmetic of
// big integers, and compiling regular expressions (programs that are in the ROM
// run).

// bigMemory is what Call keeps for BigInts: nothing here.
type bigMemory struct{}

func (c *Call) noBigInt() heap.Value {
	return c.ThrowTypeError("BigInt is not part of this build")
}

func Do_StringToBigInt(c *Call) heap.Value { return c.noBigInt() }
func Do_NumberToBigInt(c *Call) heap.Value { return c.noBigInt() }
func Do_BigIntToNumber(c *Call) heap.Value { return c.noBigInt() }
func Do_BigIntToString(c *Call) heap.Value { return c.noBigInt() }
func Do_BigIntAsN(c *Call) heap.Value      { return c.noBigInt() }

// BigIntOp is a binary operator.
func (c *Call) BigIntOp(op uint32, a, b heap.Value) heap.Value { return c.noBigInt() }

// BigIntUnary is a unary operator.
func (c *Call) BigIntUnary(op uint32, v heap.Value) heap.Value { return c.noBigInt() }

// BigIntCompare is never reached: there are no big integers.
func (c *Call) BigIntCompare(a, b heap.Value) int { return 0 }

// BigIntToString is never reached either.
func (c *Call) BigIntToString(v heap.Value, radix int) uint32 { return c.H.EmptyString() }

// compileRegExp throws.
func (c *Call) compileRegExp(o uint32, source, flags heap.Value) bool {
	c.Throw(CodeSyntaxError, "regular expressions cannot be compiled in this build")
	return false
}
