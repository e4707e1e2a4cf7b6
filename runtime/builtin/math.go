//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/fmath"
	"firn/runtime/builtin/num"
)

// Math (ECMA-262 21.3.2). The functions answer when their arguments are
// numbers; Do_ functions are the same for library code, which has coerced.

// Math_abs is ECMA-262 21.3.2.1.
func Math_abs(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_abs(c)
}

func Do_Math_abs(c *Call) heap.Value {
	v := c.Arg(0)
	if v.IsInt() && v.Int32() >= 0 {
		return v
	}
	return heap.Number(fmath.Abs(v.Num()))
}

// Math_acos is ECMA-262 21.3.2.2.
func Math_acos(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_acos(c)
}

func Do_Math_acos(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Acos(v.Num()))
}

// Math_acosh is ECMA-262 21.3.2.3.
func Math_acosh(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_acosh(c)
}

func Do_Math_acosh(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Acosh(v.Num()))
}

// Math_asin is ECMA-262 21.3.2.4.
func Math_asin(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_asin(c)
}

func Do_Math_asin(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Asin(v.Num()))
}

// Math_asinh is ECMA-262 21.3.2.5.
func Math_asinh(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_asinh(c)
}

func Do_Math_asinh(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Asinh(v.Num()))
}

// Math_atan is ECMA-262 21.3.2.6.
func Math_atan(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_atan(c)
}

func Do_Math_atan(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Atan(v.Num()))
}

// Math_atanh is ECMA-262 21.3.2.7.
func Math_atanh(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_atanh(c)
}

func Do_Math_atanh(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Atanh(v.Num()))
}

// Math_cbrt is ECMA-262 21.3.2.9.
func Math_cbrt(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_cbrt(c)
}

func Do_Math_cbrt(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Cbrt(v.Num()))
}

// Math_ceil is ECMA-262 21.3.2.10.
func Math_ceil(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_ceil(c)
}

func Do_Math_ceil(c *Call) heap.Value {
	v := c.Arg(0)
	if v.IsInt() {
		return v
	}
	return heap.Number(fmath.Ceil(v.Num()))
}

// Math_clz32 is ECMA-262 21.3.2.11.
func Math_clz32(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_clz32(c)
}

func Do_Math_clz32(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Int(fmath.Clz32(num.ToUint32(v.Num())))
}

// Math_cos is ECMA-262 21.3.2.12.
func Math_cos(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_cos(c)
}

func Do_Math_cos(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Cos(v.Num()))
}

// Math_cosh is ECMA-262 21.3.2.13.
func Math_cosh(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_cosh(c)
}

func Do_Math_cosh(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Cosh(v.Num()))
}

// Math_exp is ECMA-262 21.3.2.14.
func Math_exp(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_exp(c)
}

func Do_Math_exp(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Exp(v.Num()))
}

// Math_expm1 is ECMA-262 21.3.2.15.
func Math_expm1(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_expm1(c)
}

func Do_Math_expm1(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Expm1(v.Num()))
}

// Math_f16round is ECMA-262 21.3.2.18.
func Math_f16round(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_f16round(c)
}

func Do_Math_f16round(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.F16round(v.Num()))
}

// Math_floor is ECMA-262 21.3.2.16.
func Math_floor(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_floor(c)
}

func Do_Math_floor(c *Call) heap.Value {
	v := c.Arg(0)
	if v.IsInt() {
		return v
	}
	return heap.Number(fmath.Floor(v.Num()))
}

// Math_fround is ECMA-262 21.3.2.17.
func Math_fround(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_fround(c)
}

func Do_Math_fround(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Fround(v.Num()))
}

// Math_log is ECMA-262 21.3.2.20.
func Math_log(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_log(c)
}

func Do_Math_log(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Log(v.Num()))
}

// Math_log10 is ECMA-262 21.3.2.22.
func Math_log10(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_log10(c)
}

func Do_Math_log10(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Log10(v.Num()))
}

// Math_log1p is ECMA-262 21.3.2.21.
func Math_log1p(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_log1p(c)
}

func Do_Math_log1p(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Log1p(v.Num()))
}

// Math_log2 is ECMA-262 21.3.2.23.
func Math_log2(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_log2(c)
}

func Do_Math_log2(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Log2(v.Num()))
}

// Math_round is ECMA-262 21.3.2.28.
func Math_round(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_round(c)
}

func Do_Math_round(c *Call) heap.Value {
	v := c.Arg(0)
	if v.IsInt() {
		return v
	}
	return heap.Number(fmath.Round(v.Num()))
}

// Math_sign is ECMA-262 21.3.2.29.
func Math_sign(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_sign(c)
}

func Do_Math_sign(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Sign(v.Num()))
}

// Math_sin is ECMA-262 21.3.2.30.
func Math_sin(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_sin(c)
}

func Do_Math_sin(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Sin(v.Num()))
}

// Math_sinh is ECMA-262 21.3.2.31.
func Math_sinh(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_sinh(c)
}

func Do_Math_sinh(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Sinh(v.Num()))
}

// Math_sqrt is ECMA-262 21.3.2.32.
func Math_sqrt(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_sqrt(c)
}

func Do_Math_sqrt(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Sqrt(v.Num()))
}

// Math_tan is ECMA-262 21.3.2.33.
func Math_tan(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_tan(c)
}

func Do_Math_tan(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Tan(v.Num()))
}

// Math_tanh is ECMA-262 21.3.2.34.
func Math_tanh(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_tanh(c)
}

func Do_Math_tanh(c *Call) heap.Value {
	v := c.Arg(0)
	return heap.Number(fmath.Tanh(v.Num()))
}

// Math_trunc is ECMA-262 21.3.2.35.
func Math_trunc(c *Call) heap.Value {
	if !c.Arg(0).IsNumber() {
		return c.Decline()
	}
	return Do_Math_trunc(c)
}

func Do_Math_trunc(c *Call) heap.Value {
	v := c.Arg(0)
	if v.IsInt() {
		return v
	}
	return heap.Number(fmath.Trunc(v.Num()))
}

// numbers reports whether the first n arguments are numbers.
func (c *Call) numbers(n uint32) bool {
	for i := uint32(0); i < n; i++ {
		if !c.Arg(i).IsNumber() {
			return false
		}
	}
	return true
}

// Math_atan2 is ECMA-262 21.3.2.8.
func Math_atan2(c *Call) heap.Value {
	if !c.numbers(2) {
		return c.Decline()
	}
	return Do_Math_atan2(c)
}

func Do_Math_atan2(c *Call) heap.Value {
	return heap.Number(fmath.Atan2(c.Arg(0).Num(), c.Arg(1).Num()))
}

// Math_imul is ECMA-262 21.3.2.19.
func Math_imul(c *Call) heap.Value {
	if !c.numbers(2) {
		return c.Decline()
	}
	return Do_Math_imul(c)
}

func Do_Math_imul(c *Call) heap.Value {
	return heap.Int(fmath.Imul(num.ToInt32(c.Arg(0).Num()), num.ToInt32(c.Arg(1).Num())))
}

// Math_pow is ECMA-262 21.3.2.26.
func Math_pow(c *Call) heap.Value {
	if !c.numbers(2) {
		return c.Decline()
	}
	return Do_Math_pow(c)
}

func Do_Math_pow(c *Call) heap.Value {
	return heap.Number(fmath.Pow(c.Arg(0).Num(), c.Arg(1).Num()))
}

// Math_hypot is ECMA-262 21.3.2.18.
func Math_hypot(c *Call) heap.Value { return c.fold(0) }

// Math_max is ECMA-262 21.3.2.24.
func Math_max(c *Call) heap.Value { return c.fold(1) }

// Math_min is ECMA-262 21.3.2.25.
func Math_min(c *Call) heap.Value { return c.fold(2) }

func (c *Call) fold(op int32) heap.Value {
	if !c.numbers(c.N) {
		return c.Decline()
	}
	return c.foldAt(op, c.base+8, c.N)
}

// Do_Math_list is hypot (0), max (1) or min (2) of a library array.
func Do_Math_list(c *Call) heap.Value {
	a := c.Arg(1).Ref()
	return c.foldAt(c.Arg(0).Int32(), c.H.U32(a+heap.OffElements)+heap.OffValues, c.H.Word(a))
}

// foldAt folds n numbers at a cage offset.
func (c *Call) foldAt(op int32, off, n uint32) heap.Value {
	h := c.H
	h.Charge(uint64(n >> 2))
	if op == 0 {
		var sum fmath.HypotSum
		for i := uint32(0); i < n; i++ {
			sum.Add(h.Val(off + 8*i).Num())
		}
		return heap.Number(sum.Result())
	}
	r := num.Inf(op == 1)
	for i := uint32(0); i < n; i++ {
		if op == 1 {
			r = fmath.Max2(r, h.Val(off+8*i).Num())
		} else {
			r = fmath.Min2(r, h.Val(off+8*i).Num())
		}
	}
	return heap.Number(r)
}
