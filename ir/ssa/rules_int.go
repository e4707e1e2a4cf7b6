package ssa

import (
	"math"
	mathbits "math/bits"
)

// Rules for integers.

// commutative are the operations whose arguments may change places.
var commutative = [NumOps]bool{OpAddInt: true, OpMulInt: true, OpAddIntW: true, OpMulIntW: true, OpAndInt: true, OpOrInt: true,
	OpXorInt: true, OpMinInt: true, OpMaxInt: true, OpAddF64: true, OpMulF64: true, OpMinF64: true, OpMaxF64: true}

func isConst(v *Value) bool {
	switch v.Op {
	case OpConstVal, OpConstInt, OpConstF64, OpConstBool, OpConstRef:
		return true
	}
	return false
}

func init() {
	for op := range commutative {
		if commutative[op] {
			addRules(Op(op), rule{"const-right", func(r *rewriter, v *Value) *Value {
				if isConst(v.Args[0]) && !isConst(v.Args[1]) {
					v.Args[0], v.Args[1] = v.Args[1], v.Args[0]
					return v
				}
				return nil
			}})
		}
	}
	for _, op := range []Op{OpCmpInt, OpCmpUint, OpCmpF64} {
		addRules(op, rule{"compare-const-right", func(r *rewriter, v *Value) *Value {
			if isConst(v.Args[0]) && !isConst(v.Args[1]) {
				v.Args[0], v.Args[1] = v.Args[1], v.Args[0]
				v.Aux = int64(Cond(v.Aux).swap())
				return v
			}
			return nil
		}})
	}
	for _, op := range []Op{OpAddInt, OpSubInt, OpMulInt, OpDivInt, OpModInt, OpAddIntW, OpSubIntW, OpMulIntW, OpAndInt, OpOrInt, OpXorInt,
		OpShlInt, OpSarInt, OpShrInt, OpRotInt, OpMinInt, OpMaxInt} {
		addRules(op, rule{"fold-int", foldInt})
	}
	for _, op := range []Op{OpNegInt, OpAbsInt, OpNotInt} {
		addRules(op, rule{"fold-int-unary", foldIntUnary})
	}
	for _, op := range []Op{OpCmpInt, OpCmpUint} {
		addRules(op, rule{"fold-compare", foldCompare})
	}

	// Operations with 0, 1, −1 and with themselves.
	neutral := func(c int32) rule {
		return rule{"neutral", func(r *rewriter, v *Value) *Value {
			if x, ok := isInt(v.Args[1]); ok && x == c {
				return v.Args[0]
			}
			return nil
		}}
	}
	for _, op := range []Op{OpAddInt, OpAddIntW, OpSubInt, OpSubIntW, OpOrInt, OpXorInt} {
		addRules(op, neutral(0))
	}
	for _, op := range []Op{OpMulInt, OpMulIntW, OpDivInt} {
		addRules(op, neutral(1))
	}
	addRules(OpAndInt, neutral(-1))
	for _, op := range []Op{OpAndInt, OpOrInt, OpMinInt, OpMaxInt} {
		addRules(op, rule{"same-operands", func(r *rewriter, v *Value) *Value {
			if v.Args[0] == v.Args[1] {
				return v.Args[0]
			}
			return nil
		}})
	}
	for _, op := range []Op{OpXorInt, OpSubInt, OpSubIntW} {
		addRules(op, rule{"itself-off", func(r *rewriter, v *Value) *Value {
			if v.Args[0] == v.Args[1] {
				return r.int(0)
			}
			return nil
		}})
	}
	addRules(OpAndInt, rule{"absorb", func(r *rewriter, v *Value) *Value {
		if x, ok := isInt(v.Args[1]); ok && x == 0 {
			return v.Args[1]
		}
		return nil
	}})
	addRules(OpMulIntW, rule{"absorb", rules[OpAndInt][len(rules[OpAndInt])-1].try})
	addRules(OpOrInt, rule{"absorb-ones", func(r *rewriter, v *Value) *Value {
		if x, ok := isInt(v.Args[1]); ok && x == -1 {
			return v.Args[1]
		}
		return nil
	}})
	addRules(OpXorInt, rule{"xor-ones", func(r *rewriter, v *Value) *Value {
		if x, ok := isInt(v.Args[1]); ok && x == -1 {
			return r.new(OpNotInt, 0, v.Args[0])
		}
		return nil
	}})
	addRules(OpNotInt, rule{"not-not", func(r *rewriter, v *Value) *Value {
		if a := v.Args[0]; a.Op == OpNotInt {
			return a.Args[0]
		}
		return nil
	}})

	// Constants are joined: (x op c) op d.
	for _, op := range []Op{OpAndInt, OpOrInt, OpXorInt, OpAddIntW, OpMulIntW} {
		addRules(op, rule{"join-consts", func(r *rewriter, v *Value) *Value {
			a := v.Args[0]
			if a.Op != v.Op {
				return nil
			}
			if d, ok := isInt(v.Args[1]); ok {
				if c, ok := isInt(a.Args[1]); ok {
					x, _ := evalInt(v.Op, c, d)
					return r.new(v.Op, 0, a.Args[0], r.int(x))
				}
			}
			return nil
		}})
	}
	for op, add := range map[Op]Op{OpSubInt: OpAddInt, OpSubIntW: OpAddIntW} {
		addRules(op, rule{"sub-const", func(r *rewriter, v *Value) *Value {
			if c, ok := isInt(v.Args[1]); ok && (c != math.MinInt32 || op == OpSubIntW) {
				v.become(add, 0, v.Args[0], r.int(-c))
				return v
			}
			return nil
		}})
	}

	// Shifts.
	for _, op := range []Op{OpShlInt, OpSarInt, OpShrInt, OpRotInt} {
		addRules(op, rule{"shift-count", func(r *rewriter, v *Value) *Value {
			switch c, ok := isInt(v.Args[1]); {
			case ok && c&31 == 0:
				return v.Args[0]
			case ok && c&31 != c:
				v.become(v.Op, 0, v.Args[0], r.int(c&31))
				return v
			}
			if b := v.Args[1]; b.Op == OpAndInt {
				if c, ok := isInt(b.Args[1]); ok && c&31 == 31 {
					v.become(v.Op, 0, v.Args[0], b.Args[0])
					return v
				}
			}
			return nil
		}})
	}
	for _, op := range []Op{OpOrInt, OpXorInt, OpAddIntW} {
		addRules(op, rule{"rotate", rotation})
	}
	addRules(OpSarInt, rule{"sar-positive", func(r *rewriter, v *Value) *Value {
		if notNegative(v.Args[0]) {
			v.become(OpShrInt, 0, v.Args...)
			return v
		}
		return nil
	}})

	addRules(OpModInt, rule{"mod-power", func(r *rewriter, v *Value) *Value {
		if c, ok := isInt(v.Args[1]); ok && c > 0 && c&(c-1) == 0 {
			return r.new(OpAndInt, 0, r.new(OpGuardPos, 0, v.Args[0]), r.int(c-1))
		}
		return nil
	}})
	addRules(OpQuotInt, rule{"quotient-one", func(r *rewriter, v *Value) *Value {
		if v.Aux == 1 {
			return v.Args[0]
		}
		return nil
	}}, rule{"fold-quotient", func(r *rewriter, v *Value) *Value {
		if a, ok := isInt(v.Args[0]); ok {
			return r.int(int32(int64(a) / v.Aux))
		}
		return nil
	}})
	addRules(OpClzInt, rule{"fold-clz", func(r *rewriter, v *Value) *Value {
		if a, ok := isInt(v.Args[0]); ok {
			return r.int(int32(mathbits.LeadingZeros32(uint32(a))))
		}
		return nil
	}})
	addRules(OpAbsInt, rule{"abs-positive", func(r *rewriter, v *Value) *Value {
		if notNegative(v.Args[0]) {
			return v.Args[0]
		}
		return nil
	}})
	addRules(OpGuardPos, rule{"guardpos-positive", func(r *rewriter, v *Value) *Value {
		if notNegative(v.Args[0]) {
			return v.Args[0]
		}
		return nil
	}})
	addRules(OpGuardBound, rule{"guardbound-const", func(r *rewriter, v *Value) *Value {
		x, okX := isInt(v.Args[0])
		y, okY := isInt(v.Args[1])
		if okX && okY && uint32(x) < uint32(y) {
			return dropped
		}
		return nil
	}})

	// Comparisons.
	for _, op := range []Op{OpCmpInt, OpCmpUint} {
		addRules(op, rule{"compare-itself", func(r *rewriter, v *Value) *Value {
			if v.Args[0] == v.Args[1] {
				c := Cond(v.Aux)
				return r.bool(c == Eq || c == Le || c == Ge)
			}
			return nil
		}})
	}
	addRules(OpCmpInt, rule{"compare-conv", func(r *rewriter, v *Value) *Value {
		a := v.Args[0]
		x, ok := isInt(v.Args[1])
		c := Cond(v.Aux)
		if !ok || a.Op != OpConvBool || x != 0 && x != 1 || c != Eq && c != Ne {
			return nil
		}
		if (x == 1) == (c == Eq) {
			return a.Args[0]
		}
		return r.new(OpNotBool, 0, a.Args[0])
	}})
}

// evalInt computes op on constants; false when its guard would leave.
func evalInt(op Op, a, b int32) (int32, bool) {
	x, y := int64(a), int64(b)
	fits := func(z int64) (int32, bool) { return int32(z), z == int64(int32(z)) }
	switch op {
	case OpAddInt:
		return fits(x + y)
	case OpSubInt:
		return fits(x - y)
	case OpMulInt:
		if x*y == 0 && (x < 0 || y < 0) {
			return 0, false
		}
		return fits(x * y)
	case OpDivInt:
		if y == 0 || x%y != 0 || x == 0 && y < 0 {
			return 0, false
		}
		return fits(x / y)
	case OpModInt:
		if x < 0 || y <= 0 {
			return 0, false
		}
		return fits(x % y)
	case OpAddIntW:
		return a + b, true
	case OpSubIntW:
		return a - b, true
	case OpMulIntW:
		return a * b, true
	case OpAndInt:
		return a & b, true
	case OpOrInt:
		return a | b, true
	case OpXorInt:
		return a ^ b, true
	case OpShlInt:
		return a << (b & 31), true
	case OpSarInt:
		return a >> (b & 31), true
	case OpShrInt:
		return int32(uint32(a) >> (b & 31)), true
	case OpRotInt:
		return int32(mathbits.RotateLeft32(uint32(a), int(b&31))), true
	case OpMinInt:
		return min(a, b), true
	case OpMaxInt:
		return max(a, b), true
	}
	return 0, false
}

// rotation makes x << n | x >>> 32 - n one operation. Counts that are no constants
// may be 0 modulo 32: then x | x is x, which sums and ^ do not give.
func rotation(r *rewriter, v *Value) *Value {
	left, right := v.Args[0], v.Args[1]
	if left.Op != OpShlInt {
		left, right = right, left
	}
	if left.Op != OpShlInt || right.Op != OpShrInt || left.Args[0] != right.Args[0] {
		return nil
	}
	m, n := left.Args[1], right.Args[1]
	c, okC := isInt(m)
	d, okD := isInt(n)
	if okC && okD && c&31 != 0 && (c+d)&31 == 0 || v.Op == OpOrInt && (isRest(m, n) || isRest(n, m)) {
		return r.new(OpRotInt, 0, left.Args[0], m)
	}
	return nil
}

// isRest reports whether m is 32 − n, or −n.
func isRest(m, n *Value) bool {
	if m.Op != OpSubInt && m.Op != OpSubIntW || m.Args[1] != n {
		return m.Op == OpNegInt && m.Args[0] == n
	}
	c, ok := isInt(m.Args[0])
	return ok && c&31 == 0
}

func foldInt(r *rewriter, v *Value) *Value {
	a, okA := isInt(v.Args[0])
	b, okB := isInt(v.Args[1])
	if !okA || !okB {
		return nil
	}
	if x, ok := evalInt(v.Op, a, b); ok {
		return r.int(x)
	}
	return nil
}

func foldIntUnary(r *rewriter, v *Value) *Value {
	a, ok := isInt(v.Args[0])
	switch {
	case !ok:
	case v.Op == OpNotInt:
		return r.int(^a)
	case a == math.MinInt32:
	case v.Op == OpNegInt && a != 0:
		return r.int(-a)
	case v.Op == OpAbsInt:
		return r.int(max(a, -a))
	}
	return nil
}

func foldCompare(r *rewriter, v *Value) *Value {
	a, okA := isInt(v.Args[0])
	b, okB := isInt(v.Args[1])
	switch {
	case !okA || !okB:
		return nil
	case v.Op == OpCmpUint:
		return r.bool(compare(Cond(v.Aux), uint32(a), uint32(b)))
	}
	return r.bool(compare(Cond(v.Aux), int64(a), int64(b)))
}
