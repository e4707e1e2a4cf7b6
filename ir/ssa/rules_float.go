package ssa

import (
	"math"

	"firn/heap"
)

// Rules for doubles and conversions.

// floatBits is the aux value of a ConstF64; NaNs are canonical.
func floatBits(x float64) int64 { return int64(heap.Double(x)) }

// isFloat reports whether v is a ConstF64, and which.
func isFloat(v *Value) (float64, bool) { return v.Float(), v.Op == OpConstF64 }

func init() {
	addRules(OpIntToF64, rule{"int-to-f64-const", func(r *rewriter, v *Value) *Value {
		if c, ok := isInt(v.Args[0]); ok {
			return r.float(float64(c))
		}
		return nil
	}})
	addRules(OpUintToF64, rule{"uint-to-f64", func(r *rewriter, v *Value) *Value {
		if c, ok := isInt(v.Args[0]); ok {
			return r.float(float64(uint32(c)))
		}
		if notNegative(v.Args[0]) {
			v.become(OpIntToF64, 0, v.Args[0])
			return v
		}
		return nil
	}})
	for _, op := range []Op{OpF64ToInt, OpF64ToIndex, OpTruncF64} {
		addRules(op, rule{"f64-to-int", f64ToInt})
	}
	addRules(OpTruncF64, rule{"trunc-arith", truncArith}, rule{"trunc-quotient", func(r *rewriter, v *Value) *Value {
		if a, k := quotient(v.Args[0]); a != nil {
			return r.new(OpQuotInt, k, a)
		}
		return nil
	}})
	for _, op := range []Op{OpF64ToInt, OpF64ToIndex, OpTruncF64} {
		addRules(op, rule{"floor-quotient", func(r *rewriter, v *Value) *Value {
			if v.Args[0].Op != OpFloorF64 {
				return nil
			}
			a, k := quotient(v.Args[0].Args[0])
			if a == nil {
				return nil
			}
			// floor(a/k) is ~(~a/k) for negative a; it is never −0.
			sign := r.new(OpSarInt, 0, a, r.int(31))
			return r.new(OpXorInt, 0, r.new(OpQuotInt, k, r.new(OpXorInt, 0, a, sign)), sign)
		}})
	}
	addRules(OpModF64, rule{"mod-unsigned", modUnsigned})
	addRules(OpF64ToInt, rule{"to-int-arith", toIntArith})
	addRules(OpF64ToIndex, rule{"to-int-arith", toIntArith})

	for _, op := range []Op{OpAddF64, OpSubF64, OpMulF64, OpDivF64} {
		addRules(op, rule{"fold-f64", func(r *rewriter, v *Value) *Value {
			a, okA := isFloat(v.Args[0])
			b, okB := isFloat(v.Args[1])
			if okA && okB {
				return r.float(evalF64(v.Op, a, b))
			}
			return nil
		}})
	}
	for _, op := range []Op{OpNegF64, OpAbsF64, OpSqrtF64, OpFloorF64, OpCeilF64, OpTruncToF64, OpRoundF32} {
		addRules(op, rule{"fold-f64-unary", func(r *rewriter, v *Value) *Value {
			if a, ok := isFloat(v.Args[0]); ok {
				return r.float(evalF64Unary(v.Op, a))
			}
			return nil
		}})
	}
	// x−0, x+(−0), x·1 and x/1 are x for every x, −0 and NaN too.
	for op, bits := range map[Op]int64{OpSubF64: 0, OpAddF64: math.MinInt64, OpMulF64: floatBits(1), OpDivF64: floatBits(1)} {
		addRules(op, rule{"neutral-f64", func(r *rewriter, v *Value) *Value {
			if b := v.Args[1]; b.Op == OpConstF64 && b.Aux == bits {
				return v.Args[0]
			}
			return nil
		}})
	}
	addRules(OpDivF64, rule{"div-power", func(r *rewriter, v *Value) *Value {
		// Exact when the divisor is a power of two and its reciprocal is normal.
		if c, ok := isFloat(v.Args[1]); ok {
			if frac, exp := math.Frexp(c); math.Abs(frac) == 0.5 && exp > -1000 && exp < 1000 {
				v.become(OpMulF64, 0, v.Args[0], r.float(1/c))
				return v
			}
		}
		return nil
	}})
	addRules(OpNegF64, rule{"neg-neg", func(r *rewriter, v *Value) *Value {
		if a := v.Args[0]; a.Op == OpNegF64 {
			return a.Args[0]
		}
		return nil
	}})
	addRules(OpAbsF64, rule{"abs-neg", func(r *rewriter, v *Value) *Value {
		if a := v.Args[0]; a.Op == OpNegF64 || a.Op == OpAbsF64 {
			v.become(OpAbsF64, 0, a.Args[0])
			return v
		}
		return nil
	}})
	for _, op := range []Op{OpFloorF64, OpCeilF64, OpTruncToF64} {
		addRules(op, rule{"round-int", func(r *rewriter, v *Value) *Value {
			switch v.Args[0].Op {
			case OpIntToF64, OpUintToF64, OpFloorF64, OpCeilF64, OpTruncToF64:
				return v.Args[0]
			}
			return nil
		}})
	}
	addRules(OpCmpF64, rule{"fold-compare-f64", func(r *rewriter, v *Value) *Value {
		a, okA := isFloat(v.Args[0])
		b, okB := isFloat(v.Args[1])
		if okA && okB {
			return r.bool(compare(Cond(v.Aux), a, b))
		}
		return nil
	}}, rule{"compare-converted", compareConverted})
}

func evalF64(op Op, a, b float64) float64 {
	switch op {
	case OpAddF64:
		return float64(a + b)
	case OpSubF64:
		return float64(a - b)
	case OpMulF64:
		return float64(a * b)
	}
	return float64(a / b)
}

func evalF64Unary(op Op, a float64) float64 {
	switch op {
	case OpNegF64:
		return -a
	case OpAbsF64:
		return math.Abs(a)
	case OpSqrtF64:
		return math.Sqrt(a)
	case OpFloorF64:
		return math.Floor(a)
	case OpCeilF64:
		return math.Ceil(a)
	case OpTruncToF64:
		return math.Trunc(a)
	}
	return float64(float32(a))
}

// f64ToInt finds the integer that a double was made of.
func f64ToInt(r *rewriter, v *Value) *Value {
	a := v.Args[0]
	switch a.Op {
	case OpIntToF64:
		return a.Args[0]
	case OpUintToF64:
		if v.Op == OpTruncF64 {
			return a.Args[0]
		}
		v.become(OpGuardPos, 0, a.Args[0])
		return v
	case OpConstF64:
		x := a.Float()
		if v.Op == OpTruncF64 {
			if c, ok := toInt32(x); ok {
				return r.int(c)
			}
		} else if c, ok := exactInt(x); ok && (c != 0 || v.Op == OpF64ToIndex || a.Aux == 0) {
			return r.int(c)
		}
	case OpFloorF64, OpCeilF64, OpTruncToF64:
		if v.Op == OpTruncF64 && a.Op == OpTruncToF64 {
			v.become(OpTruncF64, 0, a.Args[0])
			return v
		}
	}
	return nil
}

// quotient finds the Int and the constant whose quotient v is. Rounded, it is that
// of the integers: no quotient of an int32 is so near to an integer above it that
// the division could round it there.
func quotient(v *Value) (a *Value, k int64) {
	if len(v.Args) != 2 || v.Args[0].Op != OpIntToF64 {
		return nil, 0
	}
	c, ok := isFloat(v.Args[1])
	switch {
	case !ok:
		return nil, 0
	case v.Op == OpMulF64: // see div-power
		if frac, _ := math.Frexp(c); frac != 0.5 {
			return nil, 0
		}
		c = 1 / c
	case v.Op != OpDivF64:
		return nil, 0
	}
	if c >= 1 && (c <= maxQuotient && c == math.Trunc(c) || v.Op == OpMulF64 && c <= 1<<30) {
		return v.Args[0].Args[0], int64(c)
	}
	return nil, 0
}

// maxQuotient is the largest divisor of QuotInt that is no power of two.
const maxQuotient = 65535

// exact bounds the magnitude to which sums of integers are exact as doubles.
const exact = 1 << 53

// truncArith makes arithmetic modulo 2^32 of arithmetic on doubles that are
// integers, if every intermediate result is exact.
func truncArith(r *rewriter, v *Value) *Value {
	a := v.Args[0]
	switch a.Op {
	case OpAddF64, OpSubF64, OpMulF64, OpNegF64:
		if magnitude(a, 6) <= exact {
			return r.wrapped(a)
		}
	}
	return nil
}

// magnitude bounds |v| when v is an integer, computed exactly; it is above
// exact when that is not known.
func magnitude(v *Value, depth int) int64 {
	const unknown = exact + 1
	if depth == 0 {
		return unknown
	}
	switch v.Op {
	case OpIntToF64:
		return maxAbs(v.Args[0])
	case OpUintToF64:
		return 1 << 32
	case OpConstF64:
		if x := v.Float(); math.Abs(x) <= exact && x == math.Trunc(x) {
			return int64(math.Abs(x))
		}
	case OpPhi:
		m := int64(0)
		for _, a := range v.Args {
			if !integral(a) || a.Op == OpConstF64 && a.Float() != math.Trunc(a.Float()) {
				return unknown
			}
			m = max(m, magnitude(a, depth-1))
		}
		return m
	case OpNegF64:
		return magnitude(v.Args[0], depth-1)
	case OpAddF64, OpSubF64, OpMulF64:
		x, y := magnitude(v.Args[0], depth-1), magnitude(v.Args[1], depth-1)
		switch {
		case x > exact || y > exact:
		case v.Op != OpMulF64:
			return min(x+y, unknown)
		case x == 0 || y <= exact/x:
			return x * y
		}
	}
	return unknown
}

// wrapping and guarded are the integer operations for those on doubles.
var wrapping = [NumOps]Op{OpAddF64: OpAddIntW, OpSubF64: OpSubIntW, OpMulF64: OpMulIntW}
var guarded = [NumOps]Op{OpAddF64: OpAddInt, OpSubF64: OpSubInt, OpMulF64: OpMulInt}

// wrapped is v modulo 2^32, for what magnitude bounds.
func (r *rewriter) wrapped(v *Value) *Value {
	switch v.Op {
	case OpIntToF64, OpUintToF64:
		return v.Args[0]
	case OpConstF64:
		c, _ := toInt32(v.Float())
		return r.int(c)
	case OpPhi:
		return r.new(OpTruncF64, 0, v)
	case OpNegF64:
		return r.new(OpSubIntW, 0, r.int(0), r.wrapped(v.Args[0]))
	}
	return r.new(wrapping[v.Op], 0, r.wrapped(v.Args[0]), r.wrapped(v.Args[1]))
}

// intOperand is the Int that a double was made of, a constant one too.
func (r *rewriter) intOperand(v *Value) *Value {
	switch v.Op {
	case OpIntToF64:
		return v.Args[0]
	case OpConstF64:
		if c, ok := exactInt(v.Float()); ok {
			return r.int(c)
		}
	}
	return nil
}

// toIntArith makes guarded integer arithmetic of double arithmetic whose result
// must be an int32 anyway.
func toIntArith(r *rewriter, v *Value) *Value {
	a := v.Args[0]
	op := guarded[a.Op]
	if op == OpInvalid || a.Op == OpMulF64 && v.Op == OpF64ToIndex {
		return nil
	}
	for _, x := range a.Args {
		// −0 as an operand of a sum is as good as 0 unless both are.
		if x.Op != OpIntToF64 && !(x.Op == OpConstF64 && x.Aux != math.MinInt64) {
			return nil
		}
	}
	if x, y := r.intOperand(a.Args[0]), r.intOperand(a.Args[1]); x != nil && y != nil {
		v.become(op, 0, x, y)
		return v
	}
	return nil
}

// compareConverted compares integers as such.
func compareConverted(r *rewriter, v *Value) *Value {
	a, b := v.Args[0], v.Args[1]
	switch {
	case a.Op == OpIntToF64:
		if y := r.intOperand(b); y != nil {
			return r.new(OpCmpInt, v.Aux, a.Args[0], y)
		}
	case a.Op == OpUintToF64 && b.Op == OpUintToF64:
		return r.new(OpCmpUint, v.Aux, a.Args[0], b.Args[0])
	case a.Op == OpUintToF64:
		if x, ok := isFloat(b); ok && x >= 0 && x < 1<<32 && x == math.Trunc(x) {
			return r.new(OpCmpUint, v.Aux, a.Args[0], r.int(int32(uint32(x))))
		}
	}
	return nil
}

// modUnsigned makes the remainder of a 32-bit number without a sign by a constant one of
// its half, which has one: with a = 2h + b, a mod 2k is 2(h mod k) + b, and a mod c is
// 2(h mod c) + b, less c where that is not below c.
func modUnsigned(r *rewriter, v *Value) *Value {
	if v.Args[0].Op != OpUintToF64 || v.Args[1].Op != OpConstF64 {
		return nil
	}
	a := v.Args[0].Args[0]
	c, ok := exactInt(v.Args[1].Float())
	if !ok || c < 2 || c > 1<<30 {
		return nil
	}
	if c&(c-1) == 0 {
		return r.new(OpIntToF64, 0, r.new(OpAndInt, 0, a, r.int(c-1)))
	}
	k := c
	if c&1 == 0 {
		k = c / 2
	}
	one := r.int(1)
	rest := r.new(OpModInt, 0, r.new(OpShrInt, 0, a, one), r.int(k))
	rest = r.new(OpOrInt, 0, r.new(OpShlInt, 0, rest, one), r.new(OpAndInt, 0, a, one))
	if k == c {
		less := r.new(OpSubIntW, 0, rest, r.int(c))
		rest = r.new(OpAddIntW, 0, less, r.new(OpAndInt, 0, r.new(OpSarInt, 0, less, r.int(31)), r.int(c)))
	}
	return r.new(OpIntToF64, 0, rest)
}
