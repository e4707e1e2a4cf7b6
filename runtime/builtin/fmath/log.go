//firn:core

package fmath

const (
	// Of the expansion of log(1+f) - 2s in s², s = f/(2+f).
	lg1 = 6.666666666666735130e-01
	lg2 = 3.999999999940941908e-01
	lg3 = 2.857142874366239149e-01
	lg4 = 2.222219843214978396e-01
	lg5 = 1.818357216161805012e-01
	lg6 = 1.531383769920937332e-01
	lg7 = 1.479819860511658591e-01

	two54 = 1.80143985094819840000e+16
)

// logSpecial answers log(x) for arguments other than positive finite numbers.
func logSpecial(x float64) float64 {
	if x == 0 {
		return inf(true)
	}
	if x < 0 || x != x {
		return nan()
	}
	return x
}

// Log returns the natural logarithm of x.
func Log(x float64) float64 {
	if !(x > 0) || toBits(x) == bitsInf {
		return logSpecial(x)
	}
	k := int32(0)
	hx := highWord(x)
	if hx < 0x00100000 { // subnormal
		k = -54
		x = float64(x * two54)
		hx = highWord(x)
	}
	// x = 2^k·(1+f) with √2/2 < 1+f < √2
	k += hx>>20 - 1023
	hx &= 0x000FFFFF
	i := (hx + 0x95F64) & 0x100000
	x = withHigh(x, hx|(i^0x3FF00000))
	k += i >> 20
	dk := float64(k)
	f := x - 1.0
	if 0x000FFFFF&(2+hx) < 3 { // |f| below 2^-20
		if f == 0 {
			if k == 0 {
				return 0
			}
			return float64(dk*ln2Hi) + float64(dk*ln2Lo)
		}
		r := float64(f * f * (0.5 - float64(0.33333333333333333*f)))
		if k == 0 {
			return f - r
		}
		return float64(dk*ln2Hi) - ((r - float64(dk*ln2Lo)) - f)
	}
	s := f / (2.0 + f)
	z := float64(s * s)
	w := float64(z * z)
	t1 := float64(w * (lg2 + float64(w*(lg4+float64(w*lg6)))))
	t2 := float64(z * (lg1 + float64(w*(lg3+float64(w*(lg5+float64(w*lg7)))))))
	r := t2 + t1
	if (hx-0x6147A)|(0x6B851-hx) > 0 {
		hfsq := float64(0.5 * f * f)
		if k == 0 {
			return f - (hfsq - float64(s*(hfsq+r)))
		}
		return float64(dk*ln2Hi) - ((hfsq - (float64(s*(hfsq+r)) + float64(dk*ln2Lo))) - f)
	}
	if k == 0 {
		return f - float64(s*(f-r))
	}
	return float64(dk*ln2Hi) - ((float64(s*(f-r)) - float64(dk*ln2Lo)) - f)
}

// Log1p returns log(1+x), accurate near 0.
func Log1p(x float64) float64 {
	if x != x || x < -1 {
		return nan()
	}
	if x == -1 {
		return inf(true)
	}
	hx := highWord(x)
	ax := hx & 0x7FFFFFFF
	if hx >= 0x7FF00000 {
		return x
	}
	var f, c float64
	hu := int32(1)
	k := int32(1)
	if hx < 0x3FDA827A { // 1+x below √2
		if ax < 0x3E200000 { // below 2^-29
			if ax < 0x3C900000 {
				return x
			}
			return x - float64(x*x*0.5)
		}
		if hx > 0 || hx <= -0x402D413C { // x above √2/2 - 1
			k = 0
			f = x
		}
	}
	if k != 0 {
		u := x
		if hx < 0x43400000 {
			u = 1.0 + x
			hu = highWord(u)
			k = hu>>20 - 1023
			// What rounding 1+x lost.
			if k > 0 {
				c = 1.0 - (u - x)
			} else {
				c = x - (u - 1.0)
			}
			c = c / u
		} else {
			hu = highWord(u)
			k = hu>>20 - 1023
		}
		hu &= 0x000FFFFF
		if hu < 0x6A09E {
			u = withHigh(u, hu|0x3FF00000)
		} else {
			k++
			u = withHigh(u, hu|0x3FE00000)
			hu = (0x00100000 - hu) >> 2
		}
		f = u - 1.0
	}
	dk := float64(k)
	hfsq := float64(0.5 * f * f)
	if hu == 0 { // |f| below 2^-20
		if f == 0 {
			if k == 0 {
				return 0
			}
			c = c + float64(dk*ln2Lo)
			return float64(dk*ln2Hi) + c
		}
		r := float64(hfsq * (1.0 - float64(0.66666666666666666*f)))
		if k == 0 {
			return f - r
		}
		return float64(dk*ln2Hi) - ((r - (float64(dk*ln2Lo) + c)) - f)
	}
	s := f / (2.0 + f)
	z := float64(s * s)
	r := float64(z * (lg1 + float64(z*(lg2+float64(z*(lg3+float64(z*(lg4+float64(z*(lg5+float64(z*(lg6+float64(z*lg7)))))))))))))
	if k == 0 {
		return f - (hfsq - float64(s*(hfsq+r)))
	}
	return float64(dk*ln2Hi) - ((hfsq - (float64(s*(hfsq+r)) + (float64(dk*ln2Lo) + c))) - f)
}

// Log2 returns the binary logarithm of x, exact for powers of two.
func Log2(x float64) float64 {
	const (
		ivLn2Hi = 1.44269504072144627571e+00
		ivLn2Lo = 1.67517131648865118353e-10
	)
	if !(x > 0) || toBits(x) == bitsInf {
		return logSpecial(x)
	}
	if x == 1 {
		return 0
	}
	k := int32(0)
	hx := highWord(x)
	if hx < 0x00100000 {
		k = -54
		x = float64(x * two54)
		hx = highWord(x)
	}
	k += hx>>20 - 1023
	hx &= 0x000FFFFF
	i := (hx + 0x95F64) & 0x100000
	x = withHigh(x, hx|(i^0x3FF00000))
	k += i >> 20
	y := float64(k)

	f := x - 1.0
	hfsq := float64(0.5 * f * f)
	s := f / (2.0 + f)
	z := float64(s * s)
	w := float64(z * z)
	t1 := float64(w * (lg2 + float64(w*(lg4+float64(w*lg6)))))
	t2 := float64(z * (lg1 + float64(w*(lg3+float64(w*(lg5+float64(w*lg7)))))))
	r := float64(s * (hfsq + (t2 + t1)))
	// log(1+f) = f - hfsq + r, split so that the product with 1/ln2 keeps extra bits.
	hi := chop(f - hfsq)
	lo := (f - hi) - hfsq + r
	vHi := float64(hi * ivLn2Hi)
	vLo := float64((lo+hi)*ivLn2Lo) + float64(lo*ivLn2Hi)
	w = y + vHi
	vLo = vLo + ((y - w) + vHi)
	return vLo + w
}

// Log10 returns the decimal logarithm of x.
func Log10(x float64) float64 {
	const (
		ivLn10   = 4.34294481903251816668e-01
		log10of2 = 3.01029995663611771306e-01
		log10Lo  = 3.69423907715893078616e-13
	)
	if !(x > 0) || toBits(x) == bitsInf {
		return logSpecial(x)
	}
	if x == 1 {
		return 0
	}
	k := int32(0)
	hx := highWord(x)
	if hx < 0x00100000 {
		k = -54
		x = float64(x * two54)
		hx = highWord(x)
	}
	k += hx>>20 - 1023
	i := int32(uint32(k) >> 31)
	x = withHigh(x, hx&0x000FFFFF|(0x3FF-i)<<20)
	y := float64(k + i)
	z := float64(y*log10Lo) + float64(ivLn10*Log(x))
	return z + float64(y*log10of2)
}
