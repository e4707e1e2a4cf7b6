//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/num"
)

// Number, the global number functions, Boolean and Symbol (ECMA-262 21.1, 19.2,
// 20.3, 20.4).

// Number is the fast path of ECMA-262 21.1.1.1: the number of a primitive.
func Number(c *Call) heap.Value {
	v := c.Arg(0)
	if c.NewTarget != heap.Undefined || c.N == 0 || v.IsObject() || v.IsSymbol() || v.IsBigInt() {
		return c.Decline()
	}
	return heap.Number(c.PrimitiveToNumber(v))
}

// Boolean is the fast path of ECMA-262 20.3.1.1: called, not constructed.
func Boolean(c *Call) heap.Value {
	v := c.Arg(0)
	switch {
	case c.NewTarget != heap.Undefined:
		return c.Decline()
	case v.IsObject(), v.IsSymbol():
		return heap.True
	case v.IsNumber():
		f := v.Num()
		return heap.Bool(f == f && f != 0)
	case v.IsString():
		return heap.Bool(c.H.StrLen(v.Ref()) > 0)
	case v.IsBigInt():
		return heap.Bool(c.H.BigIntLen(v.Ref()) > 0)
	}
	return heap.Bool(v == heap.True)
}

// NumberPrototype_toString is the fast path of ECMA-262 21.1.3.6.
func NumberPrototype_toString(c *Call) heap.Value {
	if !c.This().IsNumber() {
		return c.Decline()
	}
	radix := int32(10)
	if v := c.Arg(0); v.IsInt() && v.Int32() >= 2 && v.Int32() <= 36 {
		radix = v.Int32()
	} else if v != heap.Undefined {
		return c.Decline()
	}
	return c.numberToString(c.This(), radix)
}

// numberToString is Number::toString (ECMA-262 6.1.6.1.20).
func (c *Call) numberToString(v heap.Value, radix int32) heap.Value {
	h := c.H
	if v.IsInt() && v.Int32() >= 0 && v.Int32() < radix {
		d := v.Int32()
		if d < 10 {
			return heap.String(h.Char(uint16('0' + d)))
		}
		return heap.String(h.Char(uint16('a' + d - 10)))
	}
	if radix == 10 {
		var buf [num.MaxDecimalLen]byte
		if v.IsInt() {
			return c.ascii(buf[:num.FormatInt32(v.Int32(), buf[:])])
		}
		return c.ascii(buf[:num.NumberToString(v.Num(), 10, buf[:])])
	}
	var buf [num.MaxRadixLen]byte
	n := num.NumberToString(v.Num(), int(radix), buf[:])
	h.Charge(uint64(n))
	return c.ascii(buf[:n])
}

func Do_NumberToString(c *Call) heap.Value {
	return c.numberToString(c.Arg(0), int32(num.ToInt32(c.Arg(1).Num())))
}

// NumberPrototype_toFixed is the fast path of ECMA-262 21.1.3.3.
func NumberPrototype_toFixed(c *Call) heap.Value {
	f, ok := c.integerArg(0)
	if !ok || f < 0 || f > num.MaxDigits || !c.This().IsNumber() || !num.IsFinite(c.This().Num()) {
		return c.Decline()
	}
	return c.format(0, c.This().Num(), int(f))
}

func Do_NumberFormat(c *Call) heap.Value {
	return c.format(c.Arg(0).Int32(), c.Arg(1).Num(), int(num.ToInt32(c.Arg(2).Num())))
}

func (c *Call) format(mode int32, x float64, digits int) heap.Value {
	var buf [num.MaxFixedLen]byte
	n := 0
	switch mode {
	case 0:
		n = num.ToFixed(x, digits, buf[:])
	case 1:
		n = num.ToExponential(x, digits, buf[:])
	default:
		n = num.ToPrecision(x, digits, buf[:])
	}
	return c.ascii(buf[:n])
}

// parseFloat is the fast path of ECMA-262 19.2.4.
func parseFloat(c *Call) heap.Value {
	v := c.Arg(0)
	if v.IsInt() {
		return v
	}
	if !v.IsString() {
		return c.Decline()
	}
	return heap.Number(c.parseFloatOf(v.Ref()))
}

func Do_ParseFloat(c *Call) heap.Value { return heap.Number(c.parseFloatOf(c.Arg(0).Ref())) }

func (c *Call) parseFloatOf(s uint32) float64 {
	v := c.H.View(s)
	c.H.Charge(uint64(v.Len >> 3))
	if v.Wide {
		return num.ParseFloatUTF16(c.H.Units(v))
	}
	return num.ParseFloatLatin1(c.H.Bytes(v.Off, v.Len))
}

// parseInt is the fast path of ECMA-262 19.2.5.
func parseInt(c *Call) heap.Value {
	v, r := c.Arg(0), c.Arg(1)
	radix := int32(0)
	if r.IsInt() {
		radix = r.Int32()
	} else if r != heap.Undefined {
		return c.Decline()
	}
	if v.IsInt() && (radix == 0 || radix == 10) {
		return v
	}
	if !v.IsString() {
		return c.Decline()
	}
	return heap.Number(c.parseIntOf(v.Ref(), radix))
}

func Do_ParseInt(c *Call) heap.Value {
	return heap.Number(c.parseIntOf(c.Arg(0).Ref(), c.Arg(1).Int32()))
}

func (c *Call) parseIntOf(s uint32, radix int32) float64 {
	v := c.H.View(s)
	c.H.Charge(uint64(v.Len >> 3))
	if v.Wide {
		return num.ParseIntUTF16(c.H.Units(v), radix)
	}
	return num.ParseIntLatin1(c.H.Bytes(v.Off, v.Len), radix)
}

// isFinite is the fast path of ECMA-262 19.2.2.
func isFinite(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return heap.Bool(num.IsFinite(c.Arg(0).Num()))
}

// isNaN is the fast path of ECMA-262 19.2.3.
func isNaN(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	f := c.Arg(0).Num()
	return heap.Bool(f != f)
}

// Number_isFinite is ECMA-262 21.1.2.2.
func Number_isFinite(c *Call) heap.Value {
	return heap.Bool(c.Arg(0).IsNumber() && num.IsFinite(c.Arg(0).Num()))
}

// Number_isInteger is ECMA-262 21.1.2.3.
func Number_isInteger(c *Call) heap.Value {
	return heap.Bool(c.Arg(0).IsNumber() && num.IsIntegral(c.Arg(0).Num()))
}

// Number_isNaN is ECMA-262 21.1.2.4.
func Number_isNaN(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Bool(v.IsDouble() && v.Float() != v.Float())
}

// Number_isSafeInteger is ECMA-262 21.1.2.5.
func Number_isSafeInteger(c *Call) heap.Value {
	return heap.Bool(c.Arg(0).IsNumber() && num.IsSafeInteger(c.Arg(0).Num()))
}

// thisBoolean is ECMA-262 20.3.3.3.1 ThisBooleanValue.
func (c *Call) thisBoolean(message string) heap.Value {
	v := c.This()
	if v == heap.True || v == heap.False {
		return v
	}
	if c.H.IsKind(v, heap.KBooleanObj) {
		return c.H.Internal(v.Ref(), 0)
	}
	return c.ThrowTypeError(message)
}

// BooleanPrototype_toString is ECMA-262 20.3.3.2.
func BooleanPrototype_toString(c *Call) heap.Value {
	switch c.thisBoolean("Boolean.prototype.toString requires that 'this' be a Boolean") {
	case heap.True:
		return heap.String(c.H.InternStr("true"))
	case heap.False:
		return heap.String(c.H.InternStr("false"))
	}
	return heap.Empty
}

// BooleanPrototype_valueOf is ECMA-262 20.3.3.3.
func BooleanPrototype_valueOf(c *Call) heap.Value {
	return c.thisBoolean("Boolean.prototype.valueOf requires that 'this' be a Boolean")
}

// thisSymbol is ECMA-262 20.4.3.4.1 ThisSymbolValue.
func (c *Call) thisSymbol(message string) heap.Value {
	v := c.This()
	if v.IsSymbol() {
		return v
	}
	if c.H.IsKind(v, heap.KSymbolObj) {
		return c.H.Internal(v.Ref(), 0)
	}
	return c.ThrowTypeError(message)
}

// get_SymbolPrototype_description is ECMA-262 20.4.3.2.
func get_SymbolPrototype_description(c *Call) heap.Value {
	v := c.thisSymbol("Symbol.prototype.description requires that 'this' be a Symbol")
	if v == heap.Empty {
		return v
	}
	return c.H.SymbolDescription(v.Ref())
}

// SymbolPrototype_toString is ECMA-262 20.4.3.3.
func SymbolPrototype_toString(c *Call) heap.Value {
	v := c.thisSymbol("Symbol.prototype.toString requires that 'this' be a Symbol")
	if v == heap.Empty {
		return v
	}
	return c.descriptiveString(v)
}

// SymbolPrototype_valueOf is ECMA-262 20.4.3.4.
func SymbolPrototype_valueOf(c *Call) heap.Value {
	return c.thisSymbol("Symbol.prototype.valueOf requires that 'this' be a Symbol")
}

// SymbolPrototype_sym_toPrimitive is ECMA-262 20.4.3.5.
func SymbolPrototype_sym_toPrimitive(c *Call) heap.Value {
	return c.thisSymbol("Symbol.prototype [ @@toPrimitive ] requires that 'this' be a Symbol")
}

// Symbol_keyFor is ECMA-262 20.4.2.6.
func Symbol_keyFor(c *Call) heap.Value {
	v := c.Arg(0)
	if !v.IsSymbol() {
		var b heap.StrBuilder
		b.Start(c.H, 64)
		c.display(&b, v)
		b.AddASCII(" is not a symbol")
		return c.throwBuilt(CodeTypeError, &b)
	}
	return c.H.SymbolKeyFor(v.Ref())
}

func Do_NewSymbol(c *Call) heap.Value {
	d := uint32(0)
	if c.Arg(0).IsString() {
		d = c.Arg(0).Ref()
	}
	return heap.Symbol(c.H.NewSymbol(d, 0))
}

func Do_SymbolFor(c *Call) heap.Value {
	s, st := c.H.SymbolFor(c.Arg(0).Ref())
	if st != heap.OK {
		return c.status(st)
	}
	return heap.Symbol(s)
}
