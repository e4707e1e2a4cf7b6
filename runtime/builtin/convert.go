//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/num"
)

// Conversions of primitives that the driver and many leaves need.

// Display is v as error messages name it: a string cell.
func (c *Call) Display(v heap.Value) uint32 {
	var b heap.StrBuilder
	b.Start(c.H, 32)
	c.display(&b, v)
	s, st := b.Finish()
	if st != heap.OK {
		return c.H.EmptyString()
	}
	return s
}

// PrimitiveToNumber is ToNumber (ECMA-262 7.1.4) of anything but an object,
// symbol or bigint.
func (c *Call) PrimitiveToNumber(v heap.Value) float64 {
	switch {
	case v.IsNumber():
		return v.Num()
	case v.IsString():
		return c.stringToNumber(v.Ref())
	case v == heap.True:
		return 1
	case v == heap.Undefined:
		return num.NaN()
	}
	return 0
}

// stringToNumber is ECMA-262 7.1.4.1.1.
func (c *Call) stringToNumber(s uint32) float64 {
	h := c.H
	v := h.View(s)
	h.Charge(uint64(v.Len >> 4))
	if v.Wide {
		return num.StringToNumberUTF16(h.Units(v))
	}
	return num.StringToNumberLatin1(h.Bytes(v.Off, v.Len))
}

// PrimitiveToString is ToString (ECMA-262 7.1.17) of anything but an object or
// symbol; 0 means out of memory.
func (c *Call) PrimitiveToString(v heap.Value) uint32 {
	h := c.H
	switch {
	case v.IsString():
		return v.Ref()
	case v.IsInt():
		if i := v.Int32(); i >= 0 && i < 10 {
			return h.Char(uint16('0' + i))
		}
		var buf [12]byte
		return h.NewLatin1(buf[:num.FormatInt32(v.Int32(), buf[:])])
	case v.IsNumber():
		var buf [num.MaxDecimalLen]byte
		return h.NewLatin1(buf[:num.NumberToString(v.Num(), 10, buf[:])])
	case v.IsBigInt():
		return c.BigIntToString(v, 10)
	case v == heap.Undefined:
		return c.Name(NameUndefined).Ref()
	case v == heap.Null:
		return c.Name(NameNull).Ref()
	case v == heap.True:
		return c.Name(NameTrue).Ref()
	}
	return c.Name(NameFalse).Ref()
}
