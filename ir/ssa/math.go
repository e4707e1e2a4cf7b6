package ssa

import "firn/runtime/builtin/fmath"

// Functions of Math that are too long for code of their own: native code calls
// MathFunc, so they give what the leaves give. They neither touch the heap nor
// charge anything, and code goes on right behind them with all it knows.

const (
	firstMath = int64(MathAcos)
	firstTwo  = int64(MathAtan2) // of two arguments
	lastMath  = int64(MathPow)
)

var mathNames = [lastMath - firstMath + 1]string{"acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "exp", "expm1",
	"f16round", "log", "log10", "log1p", "log2", "sin", "sinh", "tan", "tanh", "atan2", "hypot", "pow"}

// MathFunc is function k of Math of x, or of x and y; see OpMathF64.
func MathFunc(k Intrinsic, x, y float64) float64 {
	switch k {
	case MathAcos:
		return fmath.Acos(x)
	case MathAcosh:
		return fmath.Acosh(x)
	case MathAsin:
		return fmath.Asin(x)
	case MathAsinh:
		return fmath.Asinh(x)
	case MathAtan:
		return fmath.Atan(x)
	case MathAtanh:
		return fmath.Atanh(x)
	case MathCbrt:
		return fmath.Cbrt(x)
	case MathCos:
		return fmath.Cos(x)
	case MathCosh:
		return fmath.Cosh(x)
	case MathExp:
		return fmath.Exp(x)
	case MathExpm1:
		return fmath.Expm1(x)
	case MathF16round:
		return fmath.F16round(x)
	case MathLog:
		return fmath.Log(x)
	case MathLog10:
		return fmath.Log10(x)
	case MathLog1p:
		return fmath.Log1p(x)
	case MathLog2:
		return fmath.Log2(x)
	case MathSin:
		return fmath.Sin(x)
	case MathSinh:
		return fmath.Sinh(x)
	case MathTan:
		return fmath.Tan(x)
	case MathTanh:
		return fmath.Tanh(x)
	case MathAtan2:
		return fmath.Atan2(x, y)
	case MathHypot:
		return fmath.Hypot(x, y)
	}
	return fmath.Pow(x, y)
}

// mathF64 builds a call of function k of Math. With other than one argument, or
// two, it is the leaf's.
func (b *builder) mathF64(k Intrinsic, args []*Value) (*Value, bool) {
	want := 1
	if int64(k) >= firstTwo {
		want = 2
	}
	if len(args) < want || k == MathHypot && len(args) > want {
		return nil, false
	}
	x := b.toF64(args[0])
	if x == nil {
		return nil, false
	}
	y := x
	if want == 2 {
		if y = b.toF64(args[1]); y == nil {
			return nil, false
		}
	}
	return b.aux(OpMathF64, int64(k), x, y), true
}
