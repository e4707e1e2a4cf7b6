package ssa

import "firn/heap"

// phirep gives phis of boxed values an unboxed type. A phi becomes an Int, F64,
// Bool or Ref phi when all that flows into it is of that type: optimistically,
// phis are assumed to be of no type at first and get what their arguments
// demand, until nothing changes.
//
// Arguments of which nothing is known (parameters, loaded values) may be checked
// at the end of their predecessor, if it has an EndState and the phi's uses say
// that it would be checked sooner or later: then the check moves out of the loop.
// Other uses of the phi get it boxed again, which costs where they are and not in
// the loop around; frame states refer to the unboxed phi, exits box it.
//
// Behind it, checks go before loops alone: other blocks have no EndState any more.
func phirep(f *Func) {
	f.Analyze()
	convertPhis(f)
	for _, b := range f.rpo {
		if b.EndState != nil && (b.Succs[0].loop == nil || b.Succs[0].loop.Contains(b)) {
			b.EndState = nil
		}
	}
}

func convertPhis(f *Func) {
	p := phireps{f: f, phis: f.phis()}
	n := 0
	for _, v := range p.phis {
		if v.Type == Val {
			p.phis[n] = v
			n++
		}
	}
	if p.phis = p.phis[:n]; n == 0 {
		return
	}
	p.index = f.int32s(f.nextValue)
	p.info = f.mem.passes().phis.zeroed(n + 1)
	for i, v := range p.phis {
		p.index[v.ID] = int32(i + 1)
		p.info[i+1].phi = true
	}
	p.uses()
	p.solve()
	p.seed()
	p.convert()
}

// rep is how a phi is represented: a point of the lattice
// repTop > repInt > repNum > repVal, repTop > others > repVal.
type rep uint8

const (
	repTop rep = iota // nothing known yet
	repInt
	repNum
	repBool
	repObj
	repStr
	repVal // boxed
)

var repType = [...]Type{repInt: Int, repNum: F64, repBool: Bool, repObj: Ref, repStr: Ref}
var repCheck = [...]Op{repInt: OpCheckInt, repNum: OpCheckNum, repBool: OpCheckBool, repObj: OpCheckObj, repStr: OpCheckStr}

func (r rep) join(s rep) rep {
	switch {
	case r == s || s == repTop:
		return r
	case r == repTop:
		return s
	case r == repInt && s == repNum, r == repNum && s == repInt:
		return repNum
	}
	return repVal
}

// phiInfo is what is known of a phi; of other values, that they are none.
type phiInfo struct {
	phi    bool
	rep    rep
	wants  uint8 // set of reps: the checks it ends up in
	tested bool  // something asks what it is: it may well be anything
	truthy bool  // something asks whether it is true
	mixed  bool  // a rep of repNum has arguments that may be int32 values
	loops  bool  // is the phi of a loop header
	boxed  *Value
}

type phireps struct {
	f     *Func
	phis  []*Value
	index []int32   // by value ID: of a phi in info, otherwise 0
	info  []phiInfo // [0] is that of all other values
}

// of is what is known of v.
func (p *phireps) of(v *Value) *phiInfo {
	if v.ID < len(p.index) {
		return &p.info[p.index[v.ID]]
	}
	return &p.info[0]
}

// uses finds out what the phis are used for, through other phis, too.
func (p *phireps) uses() {
	for _, b := range p.f.Blocks {
		for _, v := range b.Values {
			for _, a := range v.Args {
				if a.Op != OpPhi || a.Type != Val || !p.of(a).phi {
					continue
				}
				in := p.of(a)
				var want rep
				switch v.Op {
				case OpCheckInt:
					want = repInt
				case OpCheckNum:
					want = repNum
				case OpCheckBool:
					want = repBool
				case OpCheckObj:
					want = repObj
				case OpCheckStr:
					want = repStr
				case OpHasTag, OpIsNum, OpIsNullish, OpIsBool, OpSeqVal, OpSeqStr, OpCmpVal, OpGuardVal, OpGuardHole, OpGuardTDZ:
					in.tested = true
				case OpTruthy:
					in.truthy = true
				}
				if want != repTop {
					in.wants |= 1 << want
				}
			}
		}
	}
	for _, v := range p.phis {
		p.of(v).loops = v.Block.Header == v.Block
	}
	for changed := true; changed; {
		changed = false
		for i := len(p.phis) - 1; i >= 0; i-- {
			from := p.of(p.phis[i])
			for _, a := range p.phis[i].Args {
				to := p.of(a)
				if !to.phi {
					continue
				}
				if from.wants&^to.wants != 0 || from.tested && !to.tested || from.truthy && !to.truthy {
					to.wants |= from.wants
					to.tested = to.tested || from.tested
					to.truthy = to.truthy || from.truthy
					changed = true
				}
			}
		}
	}
}

// known is the rep of a value that is not a phi; repTop means that it could be
// checked to be anything.
func known(v *Value) rep {
	switch v.Op {
	case OpBoxInt:
		return repInt
	case OpBoxF64, OpBoxNum:
		return repNum
	case OpBoxBool:
		return repBool
	case OpBoxObj:
		return repObj
	case OpBoxStr:
		return repStr
	case OpConstVal:
		switch x := heap.Value(v.Aux); {
		case x.IsInt():
			return repInt
		case x.IsNumber():
			return repNum
		case x.IsBool():
			return repBool
		}
		return repVal
	}
	return repTop
}

// want is the rep that the uses of phi v ask for, as far as what flows into it has
// not been something else before.
func (p *phireps) want(v *Value) rep {
	in := p.of(v)
	switch w := in.wants; {
	case in.tested, v.From == OpPhi, in.truthy && w&^(1<<repInt|1<<repNum) != 0:
	case v.From == OpCheckInt:
		if w != 0 && w&^(1<<repInt|1<<repNum) == 0 {
			return repNum
		}
	case w == 1<<repInt, w == 1<<repInt|1<<repNum:
		return repInt
	case w == 1<<repNum:
		return repNum
	case w == 1<<repBool:
		return repBool
	case w == 1<<repObj:
		return repObj
	case w == 1<<repStr:
		return repStr
	}
	return repTop
}

// checkable reports whether unknown values may be checked to be of rep r when
// they flow into phi v from predecessor k. What is tested for truth, like the link
// of a list, may be something else in the end; a number that a loop counts down
// comes in as a number.
func (p *phireps) checkable(v *Value, k int, r rep) bool {
	pred := v.Block.Preds[k]
	if pred.EndState == nil || p.of(v).truthy && (!p.of(v).loops || v.Block.Dominates(pred)) {
		return false
	}
	switch p.want(v) {
	case r:
		return true
	case repInt:
		return r == repNum
	}
	return false
}

// solve finds the reps that the arguments of phis demand.
func (p *phireps) solve() {
	for changed := true; changed; {
		changed = false
		for _, v := range p.phis {
			in := p.of(v)
			if in.rep == repVal {
				continue
			}
			r := in.rep
			for _, a := range v.Args {
				if from := p.of(a); from.phi && from.rep != repVal {
					r = r.join(from.rep)
				} else if !from.phi {
					r = r.join(known(a))
				}
			}
			if r == repInt && p.want(v) == repNum && p.someUnknown(v) {
				r = repNum
			}
			if r != repTop && r != repVal {
				for k, a := range v.Args {
					if p.unknown(a) && !p.checkable(v, k, r) {
						r = repVal
						break
					}
				}
			}
			if r != in.rep {
				in.rep = r
				changed = true
			}
		}
	}
}

func (p *phireps) someUnknown(v *Value) bool {
	for _, a := range v.Args {
		if p.unknown(a) {
			return true
		}
	}
	return false
}

// unknown reports whether a must be checked when it becomes part of a phi.
func (p *phireps) unknown(a *Value) bool {
	if from := p.of(a); from.phi {
		return from.rep == repVal
	}
	return known(a) == repTop
}

// seed gives phis of loop headers that are made of unknown values alone the rep
// that their uses want, and drops the others.
func (p *phireps) seed() {
	seeded := false
	for _, v := range p.phis {
		in := p.of(v)
		if in.rep == repTop && in.loops {
			if w := p.want(v); w != repTop {
				in.rep = w
				seeded = true
			}
		}
	}
	if seeded {
		p.solve()
	}
	// What is left is boxed, and so unknown where it flows on. So are mixed
	// numbers that nothing computes with: boxing them as doubles costs more.
	p.findMixed()
	left := false
	for _, v := range p.phis {
		if in := p.of(v); in.rep == repTop || in.rep == repNum && in.mixed && in.wants == 0 {
			in.rep = repVal
			left = true
		}
	}
	if left {
		p.solve()
	}
}

func (p *phireps) convert() {
	f := p.f
	converted := false
	for _, v := range p.phis {
		if in := p.of(v); in.rep != repVal {
			v.Type = repType[in.rep]
			converted = true
		}
	}
	if !converted {
		return
	}
	p.findMixed()
	for _, v := range p.phis {
		in := p.of(v)
		if in.rep == repVal {
			continue
		}
		for k, a := range v.Args {
			v.Args[k] = p.argument(v, k, a, in.rep)
		}
	}

	// The other uses.
	f.marks++
	for _, b := range f.Blocks {
		for i := 0; i < len(b.Values); i++ {
			v := b.Values[i]
			if v.Op != OpPhi || v.Type == Val {
				for k, a := range v.Args {
					if a.Op == OpPhi && (v.Op == OpPhi || v.Op == OpVirtual || v.argType(k) == Val) {
						v.Args[k] = p.asVal(a)
					}
				}
			}
			if t := v.State; t != nil && t.mark != f.marks {
				if v.Op.isSlow() {
					p.fixRead(t)
				}
				p.fixState(t)
			}
		}
		p.fixState(b.State)
		p.fixState(b.EndState)
		if b.Kind == Ret {
			b.Control = p.asVal(b.Control)
		}
	}
	for _, v := range p.phis {
		if box := p.of(v).boxed; box != nil {
			v.Block.Insert(v.Block.numPhis(), box)
		}
	}
}

// findMixed tells the F64 phis that may hold what was an int32 value.
func (p *phireps) findMixed() {
	for changed := true; changed; {
		changed = false
		for _, v := range p.phis {
			in := p.of(v)
			if in.rep != repNum || in.mixed {
				continue
			}
			for _, a := range v.Args {
				from := p.of(a)
				if from.phi && (from.rep != repNum || from.mixed) || !from.phi && a.Op != OpBoxF64 && known(a) != repTop && !isDouble(a) ||
					!from.phi && known(a) == repTop {
					in.mixed = true
					changed = true
					break
				}
			}
		}
	}
}

func isDouble(a *Value) bool { return a.Op == OpConstVal && heap.Value(a.Aux).IsDouble() }

// argument is a, from predecessor k of phi v, in the rep r.
func (p *phireps) argument(v *Value, k int, a *Value, r rep) *Value {
	f, pred := p.f, v.Block.Preds[k]
	place := func(op Op, args ...*Value) *Value {
		w := f.NewValue(op, op.Info().Result, args...)
		w.Fn, w.Line = v.Fn, v.Line
		pred.Append(w)
		return w
	}
	if from := p.of(a); from.phi && from.rep != repVal {
		if from.rep == repInt && r == repNum {
			return place(OpIntToF64, a)
		}
		return a
	}
	switch {
	case a.Op == OpConstVal && r == repInt:
		w := place(OpConstInt)
		w.Aux = int64(heap.Value(a.Aux).Int32())
		return w
	case a.Op == OpConstVal && r == repNum:
		w := place(OpConstF64)
		w.Aux = floatBits(heap.Value(a.Aux).Num())
		return w
	case a.Op == OpConstVal && r == repBool:
		w := place(OpConstBool)
		w.Aux = int64(heap.Value(a.Aux) & 1)
		return w
	case a.Op == OpBoxInt && r == repNum:
		return place(OpIntToF64, a.Args[0])
	case known(a) != repTop:
		return a.Args[0]
	}
	w := place(repCheck[r], a)
	w.State, w.Role = pred.EndState, v.Role
	if r != repInt {
		w.From = OpPhi
	}
	return w
}

// asVal is a, boxed if it is a phi that no longer is.
func (p *phireps) asVal(a *Value) *Value {
	if a.Op != OpPhi || a.Type == Val || !p.of(a).phi {
		return a
	}
	in := p.of(a)
	if in.boxed == nil {
		op := [...]Op{repInt: OpBoxInt, repNum: OpBoxF64, repBool: OpBoxBool, repObj: OpBoxObj, repStr: OpBoxStr}[in.rep]
		if in.mixed {
			op = OpBoxNum
		}
		in.boxed = p.f.NewValue(op, Val, a)
		in.boxed.Block, in.boxed.Fn, in.boxed.Line = a.Block, a.Fn, a.Line
	}
	return in.boxed
}

// fixRead boxes what the instruction of a Slow reads as the interpreter would have it:
// as an int32 if it is one.
func (p *phireps) fixRead(s *FrameState) {
	for t := s; t != nil; t = t.Parent {
		for r, v := range t.Regs {
			if v != nil && v.Op == OpPhi && p.of(v).mixed && !t.isUnread(r) {
				t.Regs[r] = p.asVal(v)
			}
		}
	}
}

// fixState boxes the references of a state; exits box the rest.
func (p *phireps) fixState(t *FrameState) {
	for ; t != nil && t.mark != p.f.marks; t = t.Parent {
		t.mark = p.f.marks
		for i, v := range t.Regs {
			if v != nil && v.Type == Ref {
				t.Regs[i] = p.asVal(v)
			}
		}
		if v := t.Callee; v != nil && v.Type == Ref {
			t.Callee = p.asVal(v)
		}
		if v := t.NewTarget; v != nil && v.Type == Ref {
			t.NewTarget = p.asVal(v)
		}
	}
}
