package ssa

import "math"

// Ranges of int32 values. Every Int has an interval that holds for it anywhere:
// the solution of a fixpoint over the whole function. On the way down the
// dominator tree, the branches taken and the guards passed narrow the intervals
// of the values they test, for what they dominate. With that, additions that
// cannot overflow lose their check, tests that are decided become constants, and
// bounds checks that another one implies go away.

// interval is the set lo…hi of int32 values; empty (lo > hi) before anything is
// known to reach it.
type interval struct{ lo, hi int64 }

var (
	emptyRange = interval{1, 0}
	fullRange  = interval{math.MinInt32, math.MaxInt32}
)

// maxLength bounds lengths of strings and typed arrays, and capacities of elements
// cells.
const maxLength = 1 << 30

func (a interval) empty() bool { return a.lo > a.hi }

func (a interval) union(b interval) interval {
	switch {
	case a.empty():
		return b
	case b.empty():
		return a
	}
	return interval{min(a.lo, b.lo), max(a.hi, b.hi)}
}

func (a interval) meet(b interval) interval { return interval{max(a.lo, b.lo), min(a.hi, b.hi)} }

// int32 cuts an exact result to the values that leave no exit.
func (a interval) int32() interval { return a.meet(fullRange) }

// fits reports whether all of a are int32 values.
func (a interval) fits() bool { return a.lo >= math.MinInt32 && a.hi <= math.MaxInt32 }

func product(a, b interval) interval {
	p := [4]int64{a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi}
	r := interval{p[0], p[0]}
	for _, x := range p[1:] {
		r = interval{min(r.lo, x), max(r.hi, x)}
	}
	return r
}

// ranger is the state of the pass.
type ranger struct {
	f     *Func
	ints  []*Value
	at    []interval // by value ID
	subst *subst
	rangeMemory
}

// rangeMemory is the memory of the pass that is kept for the next function.
type rangeMemory struct {
	less   [][2]*Value // pairs of which the first is known to be less than the second
	undo   []change
	scopes []rangeScope
}

// rangeScope is a block on the path from the entry.
type rangeScope struct {
	last int32 // Block.last
	undo int   // length of ranger.undo before it
}

// change is a fact to be taken back.
type change struct {
	v   *Value // nil: the last pair of less
	old interval
}

// rangeAnalysis is the pass.
func rangeAnalysis(f *Func) {
	if !f.mayHave(&rangeOps) {
		return
	}
	f.Analyze()
	r := &ranger{f: f, subst: newSubst(f), rangeMemory: f.memory().passes().rangeWork}
	r.ints = f.ints()
	if len(r.ints) == 0 {
		r.subst.free()
		return
	}
	r.at = f.memory().passes().ranges.take(f.nextValue)
	for i := range r.at {
		r.at[i] = emptyRange
	}
	r.solve()
	r.walk()
	f.mem.passes().rangeWork = r.rangeMemory
	f.apply(r.subst)
	r.subst.free()
}

// rangeOps are the operations that simplify may do something about.
var rangeOps = opsOf(OpAddInt, OpSubInt, OpMulInt, OpAbsInt, OpGuardPos, OpSarInt, OpXorInt, OpUintToF64, OpGuardBound, OpCmpInt, OpCmpUint)

// ints lists the values of type Int.
func (f *Func) ints() []*Value {
	list := f.memory().passes().values.take(f.nextValue)[:0]
	for _, b := range f.Blocks {
		for _, v := range b.Values {
			if v.Type == Int {
				list = append(list, v)
			}
		}
	}
	return list
}

// solve finds the intervals that hold everywhere. A bound that moves for the
// third time goes to its end at once; two more rounds bring back what that gave
// away needlessly.
func (r *ranger) solve() {
	visits := r.f.int32s(r.f.nextValue)
	for changed := true; changed; {
		changed = false
		for _, v := range r.ints {
			old := r.at[v.ID]
			if old == fullRange {
				continue
			}
			now := old.union(r.eval(v))
			if now == old {
				continue
			}
			if visits[v.ID]++; visits[v.ID] > 3 && v.Op == OpPhi {
				if now.lo < old.lo {
					now.lo = math.MinInt32
				}
				if now.hi > old.hi {
					now.hi = math.MaxInt32
				}
			}
			r.at[v.ID] = now
			changed = true
		}
	}
	for i := 0; i < 2; i++ {
		for _, v := range r.ints {
			if x := r.eval(v); !x.empty() {
				r.at[v.ID] = x.meet(r.at[v.ID])
			}
		}
	}
}

// of is the interval of a value here.
func (r *ranger) of(v *Value) interval { return r.at[v.ID] }

// eval is the interval of v by those of its arguments.
func (r *ranger) eval(v *Value) interval {
	var a, b interval
	if len(v.Args) > 0 && v.Args[0].Type == Int {
		if a = r.of(v.Args[0]); a.empty() && v.Op != OpPhi {
			return emptyRange
		}
	}
	if len(v.Args) > 1 && v.Args[1].Type == Int {
		if b = r.of(v.Args[1]); b.empty() && v.Op != OpPhi {
			return emptyRange
		}
	}
	switch v.Op {
	case OpConstInt:
		return interval{v.Aux, v.Aux}
	case OpPhi:
		x := emptyRange
		for _, arg := range v.Args {
			x = x.union(r.of(arg))
		}
		return x
	case OpAddInt:
		return interval{a.lo + b.lo, a.hi + b.hi}.int32()
	case OpSubInt:
		return interval{a.lo - b.hi, a.hi - b.lo}.int32()
	case OpMulInt:
		return product(a, b).int32()
	case OpNegInt:
		return interval{-a.hi, -a.lo}.int32()
	case OpAddIntW:
		return wrap(interval{a.lo + b.lo, a.hi + b.hi})
	case OpSubIntW:
		return wrap(interval{a.lo - b.hi, a.hi - b.lo})
	case OpMulIntW:
		return wrap(product(a, b))
	case OpAbsInt:
		if a.lo >= 0 {
			return a
		}
		return interval{0, max(-a.lo, a.hi)}.int32()
	case OpModInt:
		return interval{0, max(b.hi-1, 0)}
	case OpAndInt:
		switch {
		case a.lo >= 0 && b.lo >= 0:
			return interval{0, min(a.hi, b.hi)}
		case a.lo >= 0:
			return interval{0, a.hi}
		case b.lo >= 0:
			return interval{0, b.hi}
		}
	case OpOrInt, OpXorInt:
		if a.lo >= 0 && b.lo >= 0 {
			x := a.hi | b.hi
			for i := 1; i < 32; i *= 2 {
				x |= x >> i
			}
			return interval{0, x}
		}
	case OpShlInt:
		if b.lo == b.hi && a.lo >= 0 && a.hi<<(b.lo&31) <= math.MaxInt32 {
			return interval{a.lo << (b.lo & 31), a.hi << (b.lo & 31)}
		}
	case OpSarInt:
		if b.lo == b.hi {
			return interval{a.lo >> (b.lo & 31), a.hi >> (b.lo & 31)}
		}
		return a.union(interval{0, 0}).union(interval{-1, -1}).meet(interval{min(a.lo, 0), max(a.hi, -1)})
	case OpShrInt:
		if b.lo == b.hi && b.lo&31 != 0 {
			if a.lo >= 0 {
				return interval{a.lo >> (b.lo & 31), a.hi >> (b.lo & 31)}
			}
			return interval{0, math.MaxUint32 >> (b.lo & 31)}
		}
		if a.lo >= 0 {
			return interval{0, a.hi}
		}
	case OpQuotInt:
		return interval{a.lo / v.Aux, a.hi / v.Aux}
	case OpClzInt:
		return interval{0, 32}
	case OpGuardPos:
		return a.meet(interval{0, math.MaxInt32})
	case OpMinInt:
		return interval{min(a.lo, b.lo), min(a.hi, b.hi)}
	case OpMaxInt:
		return interval{max(a.lo, b.lo), max(a.hi, b.hi)}
	case OpConvBool:
		return interval{0, 1}
	case OpLoadU8, OpLoadU8X:
		return interval{0, 255}
	case OpLoadI8X:
		return interval{-128, 127}
	case OpLoadU16, OpLoadU16X:
		return interval{0, 65535}
	case OpLoadI16X:
		return interval{-32768, 32767}
	case OpCheckInt, OpUnboxInt:
		if l := v.Args[0]; l.Op == OpLoadVal && l.Aux2 == isLength {
			return interval{0, maxLength}
		}
	case OpLoadCap:
		return interval{0, maxLength}
	case OpLoadArgc:
		return interval{0, 65535}
	}
	return fullRange
}

// wrap is the interval of a result modulo 2^32.
func wrap(x interval) interval {
	if x.fits() {
		return x
	}
	return fullRange
}

// narrow makes x hold for v until the end of the walk below this block.
func (r *ranger) narrow(v *Value, x interval) {
	if v.Op == OpConstInt {
		return
	}
	old := r.at[v.ID]
	now := old.meet(x)
	if now != old && !now.empty() {
		r.undo = append(r.undo, change{v: v, old: old})
		r.at[v.ID] = now
	}
}

// assume makes a comparison of two Ints hold.
func (r *ranger) assume(c Cond, a, b *Value) {
	x, y := r.of(a), r.of(b)
	switch c {
	case Eq:
		r.narrow(a, y)
		r.narrow(b, x)
	case Lt:
		r.narrow(a, interval{math.MinInt32, y.hi - 1})
		r.narrow(b, interval{x.lo + 1, math.MaxInt32})
		r.lessThan(a, b)
	case Le:
		r.narrow(a, interval{math.MinInt32, y.hi})
		r.narrow(b, interval{x.lo, math.MaxInt32})
	case Gt, Ge:
		r.assume(c.swap(), b, a)
	case Ne:
		if y.lo == y.hi {
			switch y.lo {
			case x.lo:
				r.narrow(a, interval{x.lo + 1, x.hi})
			case x.hi:
				r.narrow(a, interval{x.lo, x.hi - 1})
			}
		}
	}
}

// lessThan notes that a < b.
func (r *ranger) lessThan(a, b *Value) {
	if !r.isLess(a, b) {
		r.less = append(r.less, [2]*Value{a, b})
		r.undo = append(r.undo, change{})
	}
}

// isLess reports whether a < b is known here.
func (r *ranger) isLess(a, b *Value) bool {
	for i := len(r.less) - 1; i >= 0; i-- {
		if p := &r.less[i]; p[0] == a && p[1] == b {
			return true
		}
	}
	return false
}

// condition makes a Bool true or false.
func (r *ranger) condition(c *Value, holds bool) {
	switch c.Op {
	case OpNotBool:
		r.condition(c.Args[0], !holds)
	case OpCmpInt:
		k := Cond(c.Aux)
		if !holds {
			k = k.negate()
		}
		r.assume(k, c.Args[0], c.Args[1])
	case OpCmpUint:
		k := Cond(c.Aux)
		if !holds {
			k = k.negate()
		}
		if a, b := c.Args[0], c.Args[1]; k == Lt && r.of(b).lo >= 0 {
			r.narrow(a, interval{0, math.MaxInt32})
			r.assume(Lt, a, b)
		}
	}
}

// walk goes down the dominator tree.
func (r *ranger) walk() {
	r.less, r.undo = r.less[:0], r.undo[:0]
	scopes := r.scopes[:0]
	for _, b := range r.f.domPreorder() {
		for n := len(scopes) - 1; n >= 0 && scopes[n].last < b.first; n-- {
			r.back(scopes[n].undo)
			scopes = scopes[:n]
		}
		scopes = append(scopes, rangeScope{b.last, len(r.undo)})
		r.block(b)
	}
	r.scopes = scopes
}

// back takes back what was noted since r.undo had this length.
func (r *ranger) back(mark int) {
	for len(r.undo) > mark {
		u := r.undo[len(r.undo)-1]
		r.undo = r.undo[:len(r.undo)-1]
		if u.v != nil {
			r.at[u.v.ID] = u.old
		} else {
			r.less = r.less[:len(r.less)-1]
		}
	}
}

func (r *ranger) block(b *Block) {
	if len(b.Preds) == 1 {
		if p := b.Preds[0]; p.Kind == If && p.Succs[0] != p.Succs[1] {
			r.condition(p.Control, b == p.Succs[0])
		}
	}
	kept := b.Values[:0]
	for _, v := range b.Values {
		if r.subst.used {
			r.subst.args(v)
		}
		if v.Type == Int && v.Op != OpPhi {
			// What is known here of the arguments may say more of the result.
			if x := r.eval(v); !x.empty() {
				r.narrow(v, x)
			}
		}
		if !r.simplify(v) {
			kept = append(kept, v)
		}
	}
	b.Values = kept
}

// simplify uses what is known for v, and notes what v tells. It reports whether
// v is not needed any more.
func (r *ranger) simplify(v *Value) bool {
	var a, b interval
	if len(v.Args) > 0 && v.Args[0].Type == Int {
		a = r.of(v.Args[0])
	}
	if len(v.Args) > 1 && v.Args[1].Type == Int {
		b = r.of(v.Args[1])
	}
	switch v.Op {
	case OpAddInt:
		if (interval{a.lo + b.lo, a.hi + b.hi}).fits() {
			r.unguard(v, OpAddIntW)
		}
	case OpSubInt:
		if (interval{a.lo - b.hi, a.hi - b.lo}).fits() {
			r.unguard(v, OpSubIntW)
		}
	case OpMulInt:
		// −0 is the product of 0 and a negative number.
		zero := (a.lo <= 0 && a.hi >= 0 && b.lo < 0) || (b.lo <= 0 && b.hi >= 0 && a.lo < 0)
		if product(a, b).fits() && !zero {
			r.unguard(v, OpMulIntW)
		}
	case OpAbsInt, OpGuardPos:
		if a.lo >= 0 {
			r.subst.set(v, v.Args[0])
			return true
		}
		if v.Op == OpGuardPos {
			r.narrow(v.Args[0], interval{0, math.MaxInt32})
		}
	case OpSarInt:
		if b.lo == b.hi && a.lo >= 0 && a.hi>>(b.lo&31) == 0 {
			v.become(OpConstInt, 0)
		}
	case OpXorInt:
		if b.lo == 0 && b.hi == 0 {
			r.subst.set(v, v.Args[0])
			return true
		}
	case OpUintToF64:
		if a.lo >= 0 {
			v.Op = OpIntToF64
		}
	case OpGuardBound:
		i, n := v.Args[0], v.Args[1]
		if a.lo >= 0 && (a.hi < b.lo || r.isLess(i, n)) {
			return true
		}
		if b.lo >= 0 {
			r.narrow(i, interval{0, math.MaxInt32})
			r.assume(Lt, i, n)
		}
	case OpGuardInt:
		r.assume(Eq, v.Args[0], v.Args[1])
	case OpGuardTrue:
		r.condition(v.Args[0], true)
	case OpGuardFalse:
		r.condition(v.Args[0], false)
	case OpCmpInt:
		if t, ok := decide(Cond(v.Aux), a, b); ok {
			v.become(OpConstBool, int64(b2i(t)))
		} else if Cond(v.Aux) == Lt && r.isLess(v.Args[0], v.Args[1]) {
			v.become(OpConstBool, 1)
		}
	case OpCmpUint:
		if a.lo >= 0 && b.lo >= 0 {
			if t, ok := decide(Cond(v.Aux), a, b); ok {
				v.become(OpConstBool, int64(b2i(t)))
			} else {
				v.Op = OpCmpInt
			}
		}
	}
	return false
}

// unguard replaces an operation by one that cannot leave.
func (r *ranger) unguard(v *Value, op Op) {
	v.Op, v.State = op, nil
}

// decide tells what a comparison of values in two intervals gives.
func decide(c Cond, a, b interval) (result, ok bool) {
	if a.empty() || b.empty() {
		return false, false
	}
	switch c {
	case Lt:
		return a.hi < b.lo, a.hi < b.lo || a.lo >= b.hi
	case Le:
		return a.hi <= b.lo, a.hi <= b.lo || a.lo > b.hi
	case Gt:
		return decide(Lt, b, a)
	case Ge:
		return decide(Le, b, a)
	case Eq:
		if a.lo == a.hi && a == b {
			return true, true
		}
		return false, a.hi < b.lo || a.lo > b.hi
	}
	t, ok := decide(Eq, a, b)
	return !t, ok
}
