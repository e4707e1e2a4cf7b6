//firn:core

package fmath

// Cbrt returns the cube root of x.
func Cbrt(x float64) float64 {
	const (
		b1 = 715094163 // (1023-1023/3-0.03306235651)·2^20
		b2 = 696219795 // (1023-1023/3-54/3-0.03306235651)·2^20
		p0 = 1.87595182427177009643
		p1 = -1.88497979543377169875
		p2 = 1.621429720105354466140
		p3 = -0.758397934778766047437
		p4 = 0.145996192886612446982
	)
	if x != x {
		return nan()
	}
	ax := abs(x)
	hx := highWord(ax)
	if ax == 0 || hx >= 0x7FF00000 {
		return x
	}
	// A third of the exponent: 5 bits.
	var t float64
	if hx < 0x00100000 {
		t = fromWords(highWord(float64(ax*two54))/3+b2, 0)
	} else {
		t = fromWords(hx/3+b1, 0)
	}
	// A polynomial: 23 bits.
	r := float64((t * t) * (t / ax))
	t = float64(t * ((p0 + float64(r*(p1+float64(r*p2)))) + float64(((r*r)*r)*(p3+float64(r*p4)))))
	// Round to 23 bits, away from 0, so that t·t is exact; then one step of Newton: 53 bits.
	t = fromBits((toBits(t) + 0x80000000) &^ 0x3FFFFFFF)
	s := float64(t * t)
	r = ax / s
	w := t + t
	r = (r - t) / (w + r)
	t = t + float64(t*r)
	return signed(t, x < 0)
}

// HypotSum accumulates the arguments of Math.hypot (ECMA-262 21.3.2.18). The zero value is an
// empty sum. Squares are summed in double-double arithmetic in three ranges, so nothing
// overflows, underflows or depends visibly on the order.
type HypotSum struct {
	sums     [3]doubleDouble // of squares of small, middle and large numbers, scaled
	infinite bool
	nan      bool
}

type doubleDouble struct{ hi, lo float64 }

const (
	hypotSmall = -400 // arguments below 2^-400 are scaled up by 2^600
	hypotLarge = 400  // arguments from 2^400 are scaled down by 2^-600
	hypotScale = 600
)

// middling reports whether x counts in the middle range.
func middling(x float64) bool {
	e := highWord(x)>>20&0x7FF - 1023
	return e >= hypotSmall && e < hypotLarge
}

// Add adds an argument.
func (s *HypotSum) Add(x float64) {
	x = abs(x)
	if x != x {
		s.nan = true
		return
	}
	if toBits(x) == bitsInf {
		s.infinite = true
		return
	}
	e := highWord(x)>>20 - 1023
	if e < hypotSmall {
		s.sums[0].addSquare(float64(x * pow2(hypotScale)))
	} else if e < hypotLarge {
		s.sums[1].addSquare(x)
	} else {
		s.sums[2].addSquare(float64(x * pow2(-hypotScale)))
	}
}

// Result returns the square root of the sum of the squares.
func (s *HypotSum) Result() float64 {
	if s.infinite {
		return inf(false)
	}
	if s.nan {
		return nan()
	}
	// The lower range counts in units of 2^1200 in the next one; what underflows there is far
	// below an ulp.
	const down = -2 * hypotScale
	if s.sums[2].hi != 0 {
		d := s.sums[2]
		m := s.sums[1]
		d.add(scalb(m.hi, down))
		d.add(scalb(m.lo, down))
		return scalb(d.sqrt(), hypotScale)
	}
	if s.sums[1].hi != 0 {
		d := s.sums[1]
		m := s.sums[0]
		d.add(scalb(m.hi, down))
		d.add(scalb(m.lo, down))
		return d.sqrt()
	}
	if s.sums[0].hi != 0 {
		return scalb(s.sums[0].sqrt(), -hypotScale)
	}
	return 0
}

// Hypot returns √(x²+y²), as a HypotSum of both does.
func Hypot(x, y float64) float64 {
	if middling(x) && middling(y) {
		var d doubleDouble
		d.addSquare(x)
		d.addSquare(y)
		d.add(0) // what there is of small numbers, in two parts
		d.add(0)
		return d.sqrt()
	}
	var s HypotSum
	s.Add(x)
	s.Add(y)
	return s.Result()
}

// square returns x·x = p + e exactly (Dekker's product).
func square(x float64) (p, e float64) {
	c := float64(134217729 * x) // 2^27+1
	hi := c - (c - x)
	lo := x - hi
	p = float64(x * x)
	e = ((float64(hi*hi) - p) + float64(2*hi*lo)) + float64(lo*lo)
	return p, e
}

func (d *doubleDouble) addSquare(x float64) {
	p, e := square(x)
	d.add(p)
	d.add(e)
}

// add adds v (Knuth's two-sum, then renormalisation).
func (d *doubleDouble) add(v float64) {
	s := d.hi + v
	b := s - d.hi
	e := (d.hi - (s - b)) + (v - b)
	e = e + d.lo
	d.hi = s + e
	d.lo = e - (d.hi - s)
}

// sqrt returns the square root of d > 0 with one correction step.
func (d *doubleDouble) sqrt() float64 {
	s := Sqrt(d.hi)
	p, e := square(s)
	rest := ((d.hi - p) - e) + d.lo
	return s + rest/(s+s)
}
