//firn:core

package fmath

// Pow is Number::exponentiate (ECMA-262 6.1.6.1.3). Unlike C's pow, 1 and -1 to an infinite
// power, and 1 to the power NaN, are NaN.
func Pow(x, y float64) float64 {
	if y == 0 {
		return 1
	}
	if x != x || y != y {
		return nan()
	}
	hx, hy := highWord(x), highWord(y)
	ix, iy := hx&0x7FFFFFFF, hy&0x7FFFFFFF
	ax := abs(x)
	if iy == 0x7FF00000 {
		if ax == 1 {
			return nan()
		}
		if (ax > 1) == (hy >= 0) {
			return inf(false)
		}
		return 0
	}
	switch y {
	case 1:
		return x
	case -1:
		return 1 / x
	case 2:
		return float64(x * x)
	case 0.5:
		if hx >= 0 {
			return Sqrt(x)
		}
	}
	odd, integral := false, false
	if hx < 0 {
		odd, integral = parity(y)
	}
	if ix == 0x7FF00000 && lowWord(x) == 0 || ax == 0 || ax == 1 {
		z := ax
		if hy < 0 {
			z = 1 / z
		}
		if hx < 0 {
			if ax == 1 && !integral {
				return nan()
			}
			if odd {
				z = -z
			}
		}
		return z
	}
	if hx < 0 && !integral {
		return nan()
	}
	neg := hx < 0 && odd

	if iy > 0x41E00000 { // |y| above 2^31: over- or underflow unless x is close to 1
		if iy > 0x43F00000 || ix < 0x3FEFFFFF || ix > 0x3FF00000 {
			if (ix >= 0x3FF00000) == (hy > 0) {
				return inf(neg)
			}
			return signed(0, neg)
		}
		return powNearOne(ax, y, neg)
	}
	return powGeneral(ax, ix, y, neg)
}

// parity classifies the finite y.
func parity(y float64) (odd, integral bool) {
	b := toBits(y) &^ bitsSign
	e := int(b>>52) - 1023
	if e < 0 {
		return false, b == 0
	}
	if e > 52 {
		return false, true
	}
	m := b&(1<<52-1) | 1<<52
	s := uint(52 - e)
	if m&(1<<s-1) != 0 {
		return false, false
	}
	return m>>s&1 != 0, true
}

const (
	ivLn2H = 1.44269502162933349609e+00 // 24 bits of 1/ln2
	ivLn2L = 1.92596299112661746887e-08
)

// powNearOne handles |1-x| ≤ 2^-20, where log(x) is x-1 - (x-1)²/2 + ….
func powNearOne(ax, y float64, neg bool) float64 {
	t := ax - 1
	w := float64((t * t) * (0.5 - float64(t*(0.3333333333333333333333-float64(t*0.25)))))
	u := float64(ivLn2H * t)
	v := float64(t*ivLn2L) - float64(w*invLn2)
	t1 := chop(u + v)
	t2 := v - (t1 - u)
	return powFinish(t1, t2, y, neg)
}

// powGeneral computes log2(ax) = t1 + t2 to about 68 bits.
func powGeneral(ax float64, ix int32, y float64, neg bool) float64 {
	const (
		l1 = 5.99999999999994648725e-01
		l2 = 4.28571428578550184252e-01
		l3 = 3.33333329818377432918e-01
		l4 = 2.72728123808534006489e-01
		l5 = 2.30660745775561754067e-01
		l6 = 2.06975017800338417784e-01

		cp  = 9.61796693925975554329e-01 // 2/(3 ln2)
		cpH = 9.61796700954437255859e-01
		cpL = -7.02846165095275826516e-09
	)
	n := int32(0)
	if ix < 0x00100000 {
		ax = float64(ax * 9007199254740992.0)
		n = -53
		ix = highWord(ax)
	}
	n += ix>>20 - 0x3FF
	j := ix & 0x000FFFFF
	ix = j | 0x3FF00000
	// Expand about 1 or about 1.5.
	bp, dpH, dpL, k := 1.0, 0.0, 0.0, int32(0)
	if j > 0x3988E {
		if j < 0xBB67A {
			bp, dpH, dpL, k = 1.5, 5.84962487220764160156e-01, 1.35003920212974897128e-08, 1
		} else {
			n++
			ix -= 0x00100000
		}
	}
	ax = withHigh(ax, ix)

	u := ax - bp
	v := 1 / (ax + bp)
	ss := float64(u * v)
	sH := chop(ss)
	tH := fromWords((ix>>1|0x20000000)+0x00080000+k<<18, 0) // ax + bp, high part
	tL := ax - (tH - bp)
	sL := float64(v * ((u - float64(sH*tH)) - float64(sH*tL)))
	s2 := float64(ss * ss)
	r := float64(s2 * s2 * (l1 + float64(s2*(l2+float64(s2*(l3+float64(s2*(l4+float64(s2*(l5+float64(s2*l6)))))))))))
	r = r + float64(sL*(sH+ss))
	s2 = float64(sH * sH)
	tH = chop(3.0 + s2 + r)
	tL = r - ((tH - 3.0) - s2)
	u = float64(sH * tH)
	v = float64(sL*tH) + float64(tL*ss)
	pH := chop(u + v)
	pL := v - (pH - u)
	zH := float64(cpH * pH)
	zL := float64(cpL*pH) + float64(pL*cp) + dpL
	t := float64(n)
	t1 := chop(((zH + zL) + dpH) + t)
	t2 := zL - (((t1 - t) - dpH) - zH)
	return powFinish(t1, t2, y, neg)
}

// powFinish returns ±2^(y·(t1+t2)).
func powFinish(t1, t2, y float64, neg bool) float64 {
	const (
		ln2H = 6.93147182464599609375e-01
		ln2L = -1.90465429995776804525e-09
		ovt  = 8.0085662595372944372e-17 // -(1024 - log2(overflow threshold))
	)
	y1 := chop(y)
	pL := float64((y-y1)*t1) + float64(y*t2)
	pH := float64(y1 * t1)
	z := pL + pH
	j := highWord(z)
	if j >= 0x40900000 { // from 1024 on
		if z != 1024 || pL+ovt > z-pH {
			return inf(neg)
		}
	} else if j&0x7FFFFFFF >= 0x4090CC00 { // from -1075 down
		if z != -1075 || pL <= z-pH {
			return signed(0, neg)
		}
	}
	i := j & 0x7FFFFFFF
	n := int32(0)
	if i > 0x3FE00000 { // above 0.5: split off n = [z + 0.5]
		k := i>>20 - 0x3FF
		n = j + 0x00100000>>uint(k+1)
		k = n&0x7FFFFFFF>>20 - 0x3FF
		t := fromWords(n&^(0x000FFFFF>>uint(k)), 0)
		n = (n&0x000FFFFF | 0x00100000) >> uint(20-k)
		if j < 0 {
			n = -n
		}
		pH = pH - t
	}
	t := chop(pL + pH)
	u := float64(t * ln2H)
	v := float64((pL-(t-pH))*ln2) + float64(t*ln2L)
	z = u + v
	w := v - (z - u)
	t = float64(z * z)
	t1 = z - float64(t*(exp1+float64(t*(exp2+float64(t*(exp3+float64(t*(exp4+float64(t*exp5)))))))))
	// fdlibm subtracts w + z·w from the quotient. V8 has it in the divisor, which costs up to a
	// quarter of an ulp; programs see V8's digits everywhere, so these are V8's.
	r := z * t1 / ((t1 - 2.0) - (w + float64(z*w)))
	z = 1 - (r - z)
	if h := highWord(z) + n<<20; h>>20 <= 0 {
		z = scalb(z, n)
	} else {
		z = withHigh(z, h)
	}
	return signed(z, neg)
}
