//firn:core

package fmath

// Sin returns the sine of x in radians.
func Sin(x float64) float64 {
	ix := highWord(x) & 0x7FFFFFFF
	if ix <= 0x3FE921FB { // |x| up to about π/4
		return kernelSin(x, 0, false)
	}
	if ix >= 0x7FF00000 {
		return nan()
	}
	var y [2]float64
	switch remPio2(x, &y) & 3 {
	case 0:
		return kernelSin(y[0], y[1], true)
	case 1:
		return kernelCos(y[0], y[1])
	case 2:
		return -kernelSin(y[0], y[1], true)
	}
	return -kernelCos(y[0], y[1])
}

// Cos returns the cosine of x in radians.
func Cos(x float64) float64 {
	ix := highWord(x) & 0x7FFFFFFF
	if ix <= 0x3FE921FB {
		return kernelCos(x, 0)
	}
	if ix >= 0x7FF00000 {
		return nan()
	}
	var y [2]float64
	switch remPio2(x, &y) & 3 {
	case 0:
		return kernelCos(y[0], y[1])
	case 1:
		return -kernelSin(y[0], y[1], true)
	case 2:
		return -kernelCos(y[0], y[1])
	}
	return kernelSin(y[0], y[1], true)
}

// Tan returns the tangent of x in radians.
func Tan(x float64) float64 {
	ix := highWord(x) & 0x7FFFFFFF
	if ix <= 0x3FE921FB {
		return kernelTan(x, 0, false)
	}
	if ix >= 0x7FF00000 {
		return nan()
	}
	var y [2]float64
	n := remPio2(x, &y)
	return kernelTan(y[0], y[1], n&1 != 0)
}

// kernelSin returns sin(x+y) for |x| ≤ π/4 and a tail y, which is 0 unless tail.
func kernelSin(x, y float64, tail bool) float64 {
	const (
		s1 = -1.66666666666666324348e-01
		s2 = 8.33333333332248946124e-03
		s3 = -1.98412698298579493134e-04
		s4 = 2.75573137070700676789e-06
		s5 = -2.50507602534068634195e-08
		s6 = 1.58969099521155010221e-10
	)
	if highWord(x)&0x7FFFFFFF < 0x3E400000 { // below 2^-27
		return x
	}
	z := float64(x * x)
	v := float64(z * x)
	r := s2 + float64(z*(s3+float64(z*(s4+float64(z*(s5+float64(z*s6)))))))
	if !tail {
		return x + float64(v*(s1+float64(z*r)))
	}
	return x - ((float64(z*(float64(0.5*y)-float64(v*r))) - y) - float64(v*s1))
}

// kernelCos returns cos(x+y) for |x| ≤ π/4 and a tail y.
func kernelCos(x, y float64) float64 {
	const (
		c1 = 4.16666666666666019037e-02
		c2 = -1.38888888888741095749e-03
		c3 = 2.48015872894767294178e-05
		c4 = -2.75573143513906633035e-07
		c5 = 2.08757232129817482790e-09
		c6 = -1.13596475577881948265e-11
	)
	ix := highWord(x) & 0x7FFFFFFF
	if ix < 0x3E400000 {
		return 1
	}
	z := float64(x * x)
	r := float64(z * (c1 + float64(z*(c2+float64(z*(c3+float64(z*(c4+float64(z*(c5+float64(z*c6)))))))))))
	if ix < 0x3FD33333 { // below 0.3
		return 1 - (float64(0.5*z) - (float64(z*r) - float64(x*y)))
	}
	// Split off a part of x²/2 that subtracts exactly from 1.
	q := 0.28125
	if ix <= 0x3FE90000 {
		q = fromWords(ix-0x00200000, 0) // about x/4
	}
	h := float64(0.5*z) - q
	a := 1 - q
	return a - (h - (float64(z*r) - float64(x*y)))
}

// kernelTan returns tan(x+y), or -1/tan(x+y) if cot, for |x| ≤ π/4 and a tail y.
func kernelTan(x, y float64, cot bool) float64 {
	const (
		t0  = 3.33333333333334091986e-01
		t1  = 1.33333333333201242699e-01
		t2  = 5.39682539762260521377e-02
		t3  = 2.18694882948595424599e-02
		t4  = 8.86323982359930005737e-03
		t5  = 3.59207910759131235356e-03
		t6  = 1.45620945432529025516e-03
		t7  = 5.88041240820264096874e-04
		t8  = 2.46463134818469906812e-04
		t9  = 7.81794442939557092300e-05
		t10 = 7.14072491382608190305e-05
		t11 = -1.85586374855275456654e-05
		t12 = 2.59073051863633712884e-05

		pio4   = 7.85398163397448278999e-01
		pio4Lo = 3.06161699786838301793e-17
	)
	hx := highWord(x)
	ix := hx & 0x7FFFFFFF
	if ix < 0x3E300000 { // below 2^-28
		if !cot {
			return x
		}
		if x == 0 {
			return inf(false)
		}
		w := x + y
		return negReciprocal(w, x, y)
	}
	big := ix >= 0x3FE59428 // from 0.6744 on, by tan(π/4 - x)
	if big {
		if hx < 0 {
			x = -x
			y = -y
		}
		z := pio4 - x
		w := pio4Lo - y
		x = z + w
		y = 0
	}
	z := float64(x * x)
	w := float64(z * z)
	r := t1 + float64(w*(t3+float64(w*(t5+float64(w*(t7+float64(w*(t9+float64(w*t11)))))))))
	v := float64(z * (t2 + float64(w*(t4+float64(w*(t6+float64(w*(t8+float64(w*(t10+float64(w*t12)))))))))))
	s := float64(z * x)
	r = y + float64(z*(float64(s*(r+v))+y))
	r = r + float64(t0*s)
	w = x + r
	if big {
		v = 1.0
		if cot {
			v = -1.0
		}
		t := v - float64(2.0*(x-(w*w/(w+v)-r)))
		if hx < 0 {
			return -t
		}
		return t
	}
	if !cot {
		return w
	}
	return negReciprocal(w, x, r)
}

// negReciprocal returns -1/(x+r), where w = x+r rounded, with the rounding of w made good.
func negReciprocal(w, x, r float64) float64 {
	z := chop(w)
	v := r - (z - x)
	a := -1.0 / w
	t := chop(a)
	s := 1.0 + float64(t*z)
	return t + float64(a*(s+float64(t*v)))
}

// remPio2 writes to y the remainder of x by π/2, in [-π/4, π/4], as a sum of two doubles and
// returns the quotient modulo 8 (possibly negative). |x| > π/4 and finite.
func remPio2(x float64, y *[2]float64) int32 {
	const (
		invPio2 = 6.36619772367581382433e-01
		pio2    = 1.57079632679489655800e+00
		pio2x1  = 1.57079632673412561417e+00 // first 33 bits of π/2
		pio2x1t = 6.07710050650619224932e-11 // π/2 - pio2x1
		pio2x2  = 6.07710050630396597660e-11 // second 33 bits
		pio2x2t = 2.02226624879595063154e-21
		pio2x3  = 2.02226624871116645580e-21 // third 33 bits
		pio2x3t = 8.47842766036889956997e-32
	)
	hx := highWord(x)
	ix := hx & 0x7FFFFFFF
	if ix < 0x4002D97C { // below 3π/4: ±1
		if hx > 0 {
			z := x - pio2x1
			if ix != 0x3FF921FB {
				y[0] = z - pio2x1t
				y[1] = (z - y[0]) - pio2x1t
			} else { // near π/2: 33+33+53 bits
				z = z - pio2x2
				y[0] = z - pio2x2t
				y[1] = (z - y[0]) - pio2x2t
			}
			return 1
		}
		z := x + pio2x1
		if ix != 0x3FF921FB {
			y[0] = z + pio2x1t
			y[1] = (z - y[0]) + pio2x1t
		} else {
			z = z + pio2x2
			y[0] = z + pio2x2t
			y[1] = (z - y[0]) + pio2x2t
		}
		return -1
	}
	if ix <= 0x413921FB { // up to about 2^19·π/2
		t := abs(x)
		n := int32(float64(t*invPio2) + 0.5)
		fn := float64(n)
		r := t - float64(fn*pio2x1)
		w := float64(fn * pio2x1t) // good to 85 bits
		y[0] = r - w
		if n >= 32 || ix == highWord(float64(fn*pio2)) {
			j := ix >> 20
			if j-(highWord(y[0])>>20&0x7FF) > 16 { // cancellation: good to 118 bits
				t = r
				w = float64(fn * pio2x2)
				r = t - w
				w = float64(fn*pio2x2t) - ((t - r) - w)
				y[0] = r - w
				if j-(highWord(y[0])>>20&0x7FF) > 49 { // 151 bits, enough for every double
					t = r
					w = float64(fn * pio2x3)
					r = t - w
					w = float64(fn*pio2x3t) - ((t - r) - w)
					y[0] = r - w
				}
			}
		}
		y[1] = (r - y[0]) - w
		if hx < 0 {
			y[0] = -y[0]
			y[1] = -y[1]
			return -n
		}
		return n
	}
	// Three 24-bit pieces of |x|, scaled to [2^23, 2^24).
	e0 := ix>>20 - 1046
	z := withHigh(abs(x), ix-e0<<20)
	var tx [3]float64
	for i := 0; i < 2; i++ {
		tx[i] = float64(int32(z))
		z = float64((z - tx[i]) * 16777216)
	}
	tx[2] = z
	nx := 3
	for tx[nx-1] == 0 {
		nx--
	}
	n := remPio2Large(&tx, nx, e0, y)
	if hx < 0 {
		y[0] = -y[0]
		y[1] = -y[1]
		return -n
	}
	return n
}

// pio2Piece returns the i-th 24-bit piece of π/2.
func pio2Piece(i int) float64 {
	switch i {
	case 0:
		return 1.57079625129699707031e+00
	case 1:
		return 7.54978941586159635335e-08
	case 2:
		return 5.39030252995776476554e-15
	case 3:
		return 3.28200341580791294123e-22
	}
	return 1.27065575308067607349e-29
}

// twoOverPi returns the i-th group of 24 bits of 2/π.
func twoOverPi(i int) float64 {
	i *= 3
	return float64(uint32(twoOverPiBits[i])<<16 | uint32(twoOverPiBits[i+1])<<8 | uint32(twoOverPiBits[i+2]))
}

// remPio2Large is the reduction of Payne and Hanek: it multiplies the nx pieces of x, the first
// of which has the exponent e0, by those bits of 2/π that can matter.
func remPio2Large(x *[3]float64, nx int, e0 int32, y *[2]float64) int32 {
	const (
		jk     = 4 // pieces of 2/π, beyond the first, for a result of two doubles
		two24  = 16777216.0
		twon24 = 5.96046447753906250000e-08
	)
	var f, q, fq [20]float64
	var iq [20]int32
	jx := nx - 1
	jv := int(e0-3) / 24
	if jv < 0 {
		jv = 0
	}
	q0 := e0 - 24*int32(jv+1)
	for i := 0; i <= jx+jk; i++ {
		if j := jv - jx + i; j >= 0 {
			f[i] = twoOverPi(j)
		}
	}
	for i := 0; i <= jk; i++ {
		q[i] = convolve(x, jx, &f, i)
	}
	jz := jk
	var z float64
	var n, ih int32
	for {
		// Distil q into 24-bit integers, least significant first.
		z = q[jz]
		for i, j := 0, jz; j > 0; i, j = i+1, j-1 {
			fw := float64(int32(twon24 * z))
			iq[i] = int32(z - float64(two24*fw))
			z = q[j-1] + fw
		}
		// The integral part modulo 8 is the quotient.
		z = scalb(z, q0)
		z = z - float64(8.0*Floor(float64(z*0.125)))
		n = int32(z)
		z = z - float64(n)
		ih = 0
		if q0 > 0 {
			i := iq[jz-1] >> uint(24-q0)
			n += i
			iq[jz-1] -= i << uint(24-q0)
			ih = iq[jz-1] >> uint(23-q0)
		} else if q0 == 0 {
			ih = iq[jz-1] >> 23
		} else if z >= 0.5 {
			ih = 2
		}
		if ih > 0 { // the fraction is above 1/2: take 1 - fraction
			n++
			carry := false
			for i := 0; i < jz; i++ {
				if j := iq[i]; carry {
					iq[i] = 0xFFFFFF - j
				} else if j != 0 {
					carry = true
					iq[i] = 0x1000000 - j
				}
			}
			if q0 == 1 {
				iq[jz-1] &= 0x7FFFFF
			} else if q0 == 2 {
				iq[jz-1] &= 0x3FFFFF
			}
			if ih == 2 {
				z = 1.0 - z
				if carry {
					z = z - scalb(1, q0)
				}
			}
		}
		if z != 0 {
			break
		}
		some := int32(0)
		for i := jz - 1; i >= jk; i-- {
			some |= iq[i]
		}
		if some != 0 {
			break
		}
		// Everything cancelled: take more bits of 2/π.
		k := 1
		for k <= jk && iq[jk-k] == 0 {
			k++
		}
		for i := jz + 1; i <= jz+k; i++ {
			f[jx+i] = twoOverPi(jv + i)
			q[i] = convolve(x, jx, &f, i)
		}
		jz += k
	}
	if z == 0 {
		jz--
		q0 -= 24
		for iq[jz] == 0 {
			jz--
			q0 -= 24
		}
	} else {
		z = scalb(z, -q0)
		if z >= two24 {
			fw := float64(int32(twon24 * z))
			iq[jz] = int32(z - float64(two24*fw))
			jz++
			q0 += 24
			iq[jz] = int32(fw)
		} else {
			iq[jz] = int32(z)
		}
	}
	fw := scalb(1, q0)
	for i := jz; i >= 0; i-- {
		q[i] = float64(fw * float64(iq[i]))
		fw = float64(fw * twon24)
	}
	for i := jz; i >= 0; i-- {
		fw = 0
		for k := 0; k <= jk && k <= jz-i; k++ {
			fw = fw + float64(pio2Piece(k)*q[i+k])
		}
		fq[jz-i] = fw
	}
	fw = 0
	for i := jz; i >= 0; i-- {
		fw = fw + fq[i]
	}
	y[0] = fw
	fw = fq[0] - fw
	for i := 1; i <= jz; i++ {
		fw = fw + fq[i]
	}
	y[1] = fw
	if ih != 0 {
		y[0] = -y[0]
		y[1] = -y[1]
	}
	return n & 7
}

// convolve returns the i-th sum of products of x with the pieces of 2/π.
func convolve(x *[3]float64, jx int, f *[20]float64, i int) float64 {
	s := 0.0
	for j := 0; j <= jx; j++ {
		s = s + float64(x[j]*f[jx+i-j])
	}
	return s
}
