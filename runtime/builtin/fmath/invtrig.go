//firn:core

package fmath

const (
	pi     = 3.14159265358979311600e+00
	piLo   = 1.2246467991473531772e-16
	pio2Hi = 1.57079632679489655800e+00
	pio2Lo = 6.12323399573676603587e-17
	pio4Hi = 7.85398163397448278999e-01
)

// asinRational returns R(t) ≈ (asin(√t) - √t)/(t·√t) · t, the correction both asin and acos use.
func asinRational(t float64) float64 {
	const (
		p0 = 1.66666666666666657415e-01
		p1 = -3.25565818622400915405e-01
		p2 = 2.01212532134862925881e-01
		p3 = -4.00555345006794114027e-02
		p4 = 7.91534994289814532176e-04
		p5 = 3.47933107596021167570e-05
		q1 = -2.40339491173441421878e+00
		q2 = 2.02094576023350569471e+00
		q3 = -6.88283971605453293030e-01
		q4 = 7.70381505559019352791e-02
	)
	p := float64(t * (p0 + float64(t*(p1+float64(t*(p2+float64(t*(p3+float64(t*(p4+float64(t*p5)))))))))))
	q := 1 + float64(t*(q1+float64(t*(q2+float64(t*(q3+float64(t*q4)))))))
	return p / q
}

// Asin returns the arc sine of x, NaN outside [-1, 1].
func Asin(x float64) float64 {
	hx := highWord(x)
	ix := hx & 0x7FFFFFFF
	if ix >= 0x3FF00000 {
		if x == 1 || x == -1 {
			return float64(x*pio2Hi) + float64(x*pio2Lo)
		}
		return nan()
	}
	if ix < 0x3FE00000 { // below 0.5
		if ix < 0x3E400000 {
			return x
		}
		return x + float64(x*asinRational(float64(x*x)))
	}
	// asin(x) = π/2 - 2·asin(√((1-x)/2))
	t := float64((1 - abs(x)) * 0.5)
	r := asinRational(t)
	s := Sqrt(t)
	if ix >= 0x3FEF3333 { // above 0.975
		t = pio2Hi - (float64(2.0*(s+float64(s*r))) - pio2Lo)
	} else {
		w := chop(s)
		c := (t - float64(w*w)) / (s + w)
		p := float64(2.0*s*r) - (pio2Lo - float64(2.0*c))
		q := pio4Hi - float64(2.0*w)
		t = pio4Hi - (p - q)
	}
	if hx > 0 {
		return t
	}
	return -t
}

// Acos returns the arc cosine of x, NaN outside [-1, 1].
func Acos(x float64) float64 {
	hx := highWord(x)
	ix := hx & 0x7FFFFFFF
	if ix >= 0x3FF00000 {
		if x == 1 {
			return 0
		}
		if x == -1 {
			return pi
		}
		return nan()
	}
	if ix < 0x3FE00000 {
		if ix <= 0x3C600000 { // up to 2^-57
			return pio2Hi
		}
		r := asinRational(float64(x * x))
		return pio2Hi - (x - (pio2Lo - float64(x*r)))
	}
	if hx < 0 {
		z := float64((1 + x) * 0.5)
		s := Sqrt(z)
		w := float64(asinRational(z)*s) - pio2Lo
		return pi - float64(2.0*(s+w))
	}
	z := float64((1 - x) * 0.5)
	s := Sqrt(z)
	d := chop(s)
	c := (z - float64(d*d)) / (s + d)
	w := float64(asinRational(z)*s) + c
	return float64(2.0 * (d + w))
}

// Atan returns the arc tangent of x.
func Atan(x float64) float64 {
	const (
		a0  = 3.33333333333329318027e-01
		a1  = -1.99999999998764832476e-01
		a2  = 1.42857142725034663711e-01
		a3  = -1.11111104054623557880e-01
		a4  = 9.09088713343650656196e-02
		a5  = -7.69187620504482999495e-02
		a6  = 6.66107313738753120669e-02
		a7  = -5.83357013379057348645e-02
		a8  = 4.97687799461593236017e-02
		a9  = -3.65315727442169155270e-02
		a10 = 1.62858201153657823623e-02
	)
	hx := highWord(x)
	ix := hx & 0x7FFFFFFF
	if ix >= 0x44100000 { // from 2^66 on
		if x != x {
			return nan()
		}
		if hx < 0 {
			return -pio2Hi
		}
		return pio2Hi
	}
	// Reduce to atan(hi+lo) + atan(x) at 0.5, 1, 1.5 or infinity.
	hi, lo := 0.0, 0.0
	near := false
	if ix < 0x3FDC0000 { // below 0.4375
		if ix < 0x3E400000 {
			return x
		}
		near = true
	} else {
		x = abs(x)
		if ix < 0x3FF30000 {
			if ix < 0x3FE60000 {
				hi, lo = 4.63647609000806093515e-01, 2.26987774529616870924e-17
				x = (float64(2.0*x) - 1) / (2.0 + x)
			} else {
				hi, lo = 7.85398163397448278999e-01, 3.06161699786838301793e-17
				x = (x - 1) / (x + 1)
			}
		} else if ix < 0x40038000 {
			hi, lo = 9.82793723247329054082e-01, 1.39033110312309984516e-17
			x = (x - 1.5) / (1 + float64(1.5*x))
		} else {
			hi, lo = pio2Hi, pio2Lo
			x = -1.0 / x
		}
	}
	z := float64(x * x)
	w := float64(z * z)
	s1 := float64(z * (a0 + float64(w*(a2+float64(w*(a4+float64(w*(a6+float64(w*(a8+float64(w*a10)))))))))))
	s2 := float64(w * (a1 + float64(w*(a3+float64(w*(a5+float64(w*(a7+float64(w*a9)))))))))
	if near {
		return x - float64(x*(s1+s2))
	}
	z = hi - ((float64(x*(s1+s2)) - lo) - x)
	if hx < 0 {
		return -z
	}
	return z
}

// Atan2 is Math.atan2 (ECMA-262 21.3.2.8): the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	if x != x || y != y {
		return nan()
	}
	if x == 1 {
		return Atan(y)
	}
	yNeg := toBits(y)>>63 != 0
	xNeg := toBits(x)>>63 != 0
	ax, ay := abs(x), abs(y)
	z := 0.0
	switch {
	case y == 0:
		if xNeg {
			z = pi
		}
		return signed(z, yNeg)
	case x == 0:
		return signed(pio2Hi, yNeg)
	case toBits(ax) == bitsInf:
		if toBits(ay) == bitsInf {
			z = pio4Hi
			if xNeg {
				z = 2.3561944901923448
			}
		} else if xNeg {
			z = pi
		}
		return signed(z, yNeg)
	case toBits(ay) == bitsInf:
		return signed(pio2Hi, yNeg)
	}
	k := (highWord(ay) - highWord(ax)) >> 20
	if k > 60 { // |y/x| above 2^60
		return signed(pio2Hi, yNeg)
	}
	if !(xNeg && k < -60) {
		z = Atan(abs(y / x))
	}
	if !xNeg {
		return signed(z, yNeg)
	}
	if yNeg {
		return (z - piLo) - pi
	}
	return pi - (z - piLo)
}

func signed(f float64, neg bool) float64 {
	if neg {
		return -f
	}
	return f
}
