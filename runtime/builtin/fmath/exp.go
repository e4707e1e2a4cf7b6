//firn:core

package fmath

const (
	ln2    = 6.93147180559945286227e-01
	ln2Hi  = 6.93147180369123816490e-01 // 32 bits
	ln2Lo  = 1.90821492927058770002e-10
	invLn2 = 1.44269504088896338700e+00

	expOverflow  = 7.09782712893383973096e+02
	expUnderflow = -7.45133219101941108420e+02

	// Of the expansion of x·(e^x+1)/(e^x-1).
	exp1 = 1.66666666666666019037e-01
	exp2 = -2.77777777770155933842e-03
	exp3 = 6.61375632143793436117e-05
	exp4 = -1.65339022054652515390e-06
	exp5 = 4.13813679705723846039e-08
)

// Exp returns e^x.
func Exp(x float64) float64 {
	hx := highWord(x)
	neg := hx < 0
	hx &= 0x7FFFFFFF
	if hx >= 0x40862E42 {
		if hx >= 0x7FF00000 {
			if x != x {
				return nan()
			}
			if neg {
				return 0
			}
			return x
		}
		if x > expOverflow {
			return inf(false)
		}
		if x < expUnderflow {
			return 0
		}
	}
	// x = k·ln2 + (hi - lo), the difference at most ln2/2
	var hi, lo float64
	k := int32(0)
	if hx > 0x3FD62E42 { // above 0.5 ln2
		if hx < 0x3FF0A2B2 { // below 1.5 ln2
			if x == 1 {
				return 2.718281828459045
			}
			if neg {
				hi, lo, k = x+ln2Hi, -ln2Lo, -1
			} else {
				hi, lo, k = x-ln2Hi, ln2Lo, 1
			}
		} else {
			if neg {
				k = int32(float64(invLn2*x) - 0.5)
			} else {
				k = int32(float64(invLn2*x) + 0.5)
			}
			t := float64(k)
			hi = x - float64(t*ln2Hi)
			lo = float64(t * ln2Lo)
		}
		x = hi - lo
	} else if hx < 0x3E300000 {
		return 1 + x
	}
	t := float64(x * x)
	c := x - float64(t*(exp1+float64(t*(exp2+float64(t*(exp3+float64(t*(exp4+float64(t*exp5)))))))))
	if k == 0 {
		return 1 - ((x*c)/(c-2.0) - x)
	}
	y := 1 - ((lo - (x*c)/(2.0-c)) - hi)
	if k >= -1021 {
		if k == 1024 {
			return float64(y * 2.0 * pow2(1023))
		}
		return float64(y * pow2(k))
	}
	return float64(y * pow2(k+1000) * pow2(-1000))
}

// Expm1 returns e^x - 1, accurate near 0.
func Expm1(x float64) float64 {
	const (
		q1 = -3.33333333333331316428e-02
		q2 = 1.58730158725481460165e-03
		q3 = -7.93650757867487942473e-05
		q4 = 4.00821782732936239552e-06
		q5 = -2.01099218183624371326e-07
	)
	hx := highWord(x)
	neg := hx < 0
	hx &= 0x7FFFFFFF
	if hx >= 0x4043687A { // from 56 ln2 on
		if hx >= 0x40862E42 {
			if x != x {
				return nan()
			}
			if hx >= 0x7FF00000 && !neg || x > expOverflow {
				return inf(false)
			}
		}
		if neg {
			return -1
		}
	}
	var c float64
	k := int32(0)
	if hx > 0x3FD62E42 {
		var hi, lo float64
		if hx < 0x3FF0A2B2 {
			if neg {
				hi, lo, k = x+ln2Hi, -ln2Lo, -1
			} else {
				hi, lo, k = x-ln2Hi, ln2Lo, 1
			}
		} else {
			if neg {
				k = int32(float64(invLn2*x) - 0.5)
			} else {
				k = int32(float64(invLn2*x) + 0.5)
			}
			t := float64(k)
			hi = x - float64(t*ln2Hi)
			lo = float64(t * ln2Lo)
		}
		x = hi - lo
		c = (hi - x) - lo
	} else if hx < 0x3C900000 {
		return x
	}
	hfx := float64(0.5 * x)
	hxs := float64(x * hfx)
	r1 := 1 + float64(hxs*(q1+float64(hxs*(q2+float64(hxs*(q3+float64(hxs*(q4+float64(hxs*q5)))))))))
	t := 3.0 - float64(r1*hfx)
	e := float64(hxs * ((r1 - t) / (6.0 - float64(x*t))))
	if k == 0 {
		return x - (float64(x*e) - hxs)
	}
	e = float64(x*(e-c)) - c
	e = e - hxs
	switch {
	case k == -1:
		return float64(0.5*(x-e)) - 0.5
	case k == 1:
		if x < -0.25 {
			return float64(-2.0 * (e - (x + 0.5)))
		}
		return 1 + float64(2.0*(x-e))
	case k <= -2 || k > 56:
		y := 1 - (e - x)
		if k == 1024 {
			y = float64(y * 2.0 * pow2(1023))
		} else {
			y = float64(y * pow2(k))
		}
		return y - 1
	case k < 20:
		y := (1 - pow2(-k)) - (e - x)
		return float64(y * pow2(k))
	}
	y := x - (e + pow2(-k))
	y = y + 1
	return float64(y * pow2(k))
}
