//firn:core

package fmath

const (
	hyperOverflow = 710.4758600739439
	logMaxDouble  = 709.7822265625 // log of the largest double, low word cleared
)

// Sinh returns the hyperbolic sine of x.
func Sinh(x float64) float64 {
	h := 0.5
	if x < 0 {
		h = -0.5
	}
	ax := abs(x)
	if ax < 22 {
		if ax < 3.725290298461914e-9 { // 2^-28
			return x
		}
		t := Expm1(ax)
		if ax < 1 {
			return float64(h * (float64(2*t) - t*t/(t+1)))
		}
		return float64(h * (t + t/(t+1)))
	}
	if ax < logMaxDouble {
		return float64(h * Exp(ax))
	}
	if ax <= hyperOverflow {
		w := Exp(float64(0.5 * ax))
		t := float64(h * w)
		return float64(t * w)
	}
	if x != x {
		return nan()
	}
	return inf(x < 0)
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	if x != x {
		return nan()
	}
	ax := abs(x)
	ix := highWord(ax)
	if ix < 0x3FD62E43 { // below 0.5 ln2
		t := Expm1(ax)
		w := 1 + t
		if ix < 0x3C800000 {
			return w
		}
		return 1 + (t*t)/(w+w)
	}
	if ix < 0x40360000 { // below 22
		t := Exp(ax)
		return float64(0.5*t) + 0.5/t
	}
	if ix < 0x40862E42 {
		return float64(0.5 * Exp(ax))
	}
	if ax <= hyperOverflow {
		w := Exp(float64(0.5 * ax))
		t := float64(0.5 * w)
		return float64(t * w)
	}
	return inf(false)
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x float64) float64 {
	if x != x {
		return nan()
	}
	ax := abs(x)
	ix := highWord(ax)
	z := 1.0
	if ix < 0x40360000 { // below 22
		if ix < 0x3E300000 {
			return x
		}
		if ix >= 0x3FF00000 {
			t := Expm1(float64(2.0 * ax))
			z = 1 - 2.0/(t+2.0)
		} else {
			t := Expm1(float64(-2.0 * ax))
			z = -t / (t + 2.0)
		}
	}
	return signed(z, x < 0)
}

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x float64) float64 {
	if x != x {
		return nan()
	}
	t := abs(x)
	ix := highWord(t)
	if ix >= 0x7FF00000 || ix < 0x3E300000 {
		return x
	}
	var w float64
	if ix > 0x41B00000 { // above 2^28
		w = Log(t) + ln2
	} else if ix > 0x40000000 { // above 2
		w = Log(float64(2.0*t) + 1/(Sqrt(float64(x*x)+1)+t))
	} else {
		s := float64(x * x)
		w = Log1p(t + s/(1+Sqrt(1+s)))
	}
	return signed(w, x < 0)
}

// Acosh returns the inverse hyperbolic cosine of x, NaN below 1.
func Acosh(x float64) float64 {
	if !(x >= 1) {
		return nan()
	}
	hx := highWord(x)
	if hx >= 0x41B00000 {
		if hx >= 0x7FF00000 {
			return x
		}
		return Log(x) + ln2
	}
	if x == 1 {
		return 0
	}
	if hx > 0x40000000 {
		t := float64(x * x)
		return Log(float64(2.0*x) - 1/(x+Sqrt(t-1)))
	}
	t := x - 1
	return Log1p(t + Sqrt(float64(2.0*t)+float64(t*t)))
}

// Atanh returns the inverse hyperbolic tangent of x, NaN outside [-1, 1].
func Atanh(x float64) float64 {
	ax := abs(x)
	if !(ax <= 1) {
		return nan()
	}
	if ax == 1 {
		return inf(x < 0)
	}
	ix := highWord(ax)
	if ix < 0x3E300000 {
		return x
	}
	var t float64
	if ix < 0x3FE00000 {
		t = ax + ax
		t = float64(0.5 * Log1p(t+t*ax/(1-ax)))
	} else {
		t = float64(0.5 * Log1p((ax+ax)/(1-ax)))
	}
	return signed(t, x < 0)
}
