package ssa

// deadcode drops blocks that cannot be reached, values that nothing needs, and
// empty blocks, and joins blocks that follow each other.
//
// A guard stays: what comes behind it relies on it, whether or not it uses the
// result. So does an integer operation that can leave: a rule may have used that
// its result is an integer (x·0 is 0) without keeping x. The exceptions are the
// total operations of onlyResult.
func deadcode(f *Func) { eliminateDead(f, false) }

// eliminateDead is deadcode; at the end, results of slow instructions go, too
// (until then they tell that the instruction writes the slot).
func eliminateDead(f *Func, last bool) {
	constantBranches(f)
	dropUnreachable(f)
	dropUnused(f, last)
	if threadEmpty(f) {
		dropUnused(f, last)
	}
	joinBlocks(f)
}

// onlyResult are the guards that stand for operations which any primitive value
// has and which change nothing: when nothing uses the result, they can go.
func onlyResult(op Op) bool {
	switch op {
	case OpTruncF64, OpTruthy, OpSeqVal:
		return true
	}
	return false
}

// constantBranches turns Ifs on constants, and Ifs that go the same way in
// either case, into jumps.
func constantBranches(f *Func) {
	for _, b := range f.Blocks {
		if b.Kind != If {
			continue
		}
		switch {
		case b.Control.Op == OpConstBool:
			f.takeBranch(b, int(1-b.Control.Aux))
		case b.Succs[0] == b.Succs[1] && b.sameOnBoth():
			f.takeBranch(b, 0)
		}
	}
}

// sameOnBoth reports whether the phis behind an If, both ends of which go to the
// same block, do not depend on which it is.
func (b *Block) sameOnBoth() bool {
	i, k := b.edge(0), b.edge(1)
	for _, v := range b.Succs[0].Values {
		if v.Op != OpPhi {
			break
		}
		if v.Args[i] != v.Args[k] {
			return false
		}
	}
	return true
}

// dropUnreachable removes the blocks that cannot be reached. What analysis says of
// the others stays right.
func dropUnreachable(f *Func) {
	f.findOrder()
	if len(f.rpo) == len(f.Blocks) {
		return
	}
	kept := f.Blocks[:0]
	for _, b := range f.Blocks {
		if !b.Reachable() {
			continue
		}
		for k := len(b.Preds) - 1; k >= 0; k-- {
			if !b.Preds[k].Reachable() {
				b.removePred(k)
			}
		}
		kept = append(kept, b)
	}
	f.Blocks = kept
}

// dropUnused keeps what is needed: effects, guards, controls, and what these and
// their states use. It goes backwards, so that users come before what they use, but
// for phis that use what comes from further down.
func dropUnused(f *Func, last bool) {
	u := uses{f: f, live: f.flags(f.nextValue), work: f.mem.passes().values.take(f.nextValue)[:0]}
	f.marks++
	f.findOrder()
	unused := f.mem.passes().blocks.take(len(f.rpo))[:0] // blocks with values that may be
	for i := len(f.rpo) - 1; i >= 0; i-- {
		b := f.rpo[i]
		if b.Control != nil {
			u.live[b.Control.ID] = true
		}
		u.state(b.State)
		u.state(b.EndState)
		for j := len(b.Values) - 1; j >= 0; j-- {
			v := b.Values[j]
			if !u.live[v.ID] {
				if !v.Op.Has(Effect|Store|Guard) || onlyResult(v.Op) ||
					v.Op == OpCharge && v.Aux == 0 || last && v.Op == OpReadSlot {
					if n := len(unused); n == 0 || unused[n-1] != b {
						unused = append(unused, b)
					}
					continue
				}
				u.live[v.ID] = true
			}
			if v.Op == OpPhi {
				for _, a := range v.Args {
					if !u.live[a.ID] {
						u.live[a.ID] = true
						if a.Block.order >= b.order {
							u.work = append(u.work, a) // it was gone by
						}
					}
				}
				continue
			}
			for _, a := range v.Args {
				u.live[a.ID] = true
			}
			if t := v.State; t != nil && t.mark != f.marks {
				u.state(t)
			}
		}
	}
	u.rest()
	for _, b := range unused {
		n := 0
		for _, v := range b.Values {
			if u.live[v.ID] {
				b.Values[n] = v
				n++
			}
		}
		b.Values = b.Values[:n]
	}
}

// uses is what is found to be needed.
type uses struct {
	f    *Func
	live []bool   // by ID
	work []*Value // of them, those whose arguments are still to be seen
}

// state is told of a state where nothing that it uses was gone by.
func (u *uses) state(t *FrameState) {
	for ; t != nil && t.mark != u.f.marks; t = t.Parent {
		t.mark = u.f.marks
		for _, v := range t.Regs {
			if v != nil {
				u.live[v.ID] = true
			}
		}
		if t.Callee != nil {
			u.live[t.Callee.ID] = true
		}
		if t.NewTarget != nil {
			u.live[t.NewTarget.ID] = true
		}
	}
}

// rest goes on from what only phis further up need.
func (u *uses) rest() {
	need := func(v *Value) {
		if !u.live[v.ID] {
			u.live[v.ID] = true
			u.work = append(u.work, v)
		}
	}
	for len(u.work) > 0 {
		v := u.work[len(u.work)-1]
		u.work = u.work[:len(u.work)-1]
		for _, a := range v.Args {
			need(a)
		}
		for t := v.State; t != nil && t.mark != u.f.marks; t = t.Parent {
			t.mark = u.f.marks
			t.eachValue(need)
		}
	}
}

// threadEmpty makes the predecessors of empty blocks go to where these lead.
// Blocks with an EndState are places for guards and stay. It reports whether a
// branch became a jump, so that its condition may be unused now.
func threadEmpty(f *Func) (unused bool) {
	for _, b := range f.Blocks[1:] {
		if b.Kind != Jump || len(b.Values) > 0 || b.EndState != nil || b.Succs[0] == b || len(b.Preds) == 0 {
			continue
		}
		to := b.Succs[0]
		phis := to.Values[:to.numPhis()]
		if len(phis) > 0 && !onlyJumps(b.Preds) {
			continue // a place for the moves of the phis
		}
		k := b.edge(0)
		to.Preds[k] = b.Preds[0]
		for _, p := range b.Preds[1:] {
			to.Preds = f.mem.pushBlock(to.Preds, p)
			for _, v := range phis {
				v.AddArg(v.Args[k])
			}
		}
		for _, p := range b.Preds {
			for i, s := range p.Succs {
				if s == b {
					p.Succs[i] = to
				}
			}
			if p.Kind == If && p.Succs[0] == p.Succs[1] && p.sameOnBoth() {
				f.takeBranch(p, 0)
				unused = true
			}
		}
		b.Preds, b.Succs = nil, nil
		b.Kind = Exit // to be dropped
		f.changedCFG()
	}
	dropUnreachable(f)
	return unused
}

func onlyJumps(blocks []*Block) bool {
	for _, b := range blocks {
		if b.Kind != Jump {
			return false
		}
	}
	return true
}

// joinBlocks appends blocks to their only predecessor when they are its only
// successor.
func joinBlocks(f *Func) {
	var s *subst
	for _, b := range f.Blocks {
		for b.Kind == Jump && b.order >= 0 {
			to := b.Succs[0]
			if to == b || len(to.Preds) != 1 || to == f.Blocks[0] {
				break
			}
			n := to.numPhis()
			for _, p := range to.Values[:n] {
				if s == nil {
					s = newSubst(f)
				}
				s.set(p, p.Args[0])
			}
			for _, v := range to.Values[n:] {
				v.Block = b
			}
			b.appendAll(to.Values[n:])
			b.Kind, b.Control, b.State, b.Reason, b.EndState = to.Kind, to.Control, to.State, to.Reason, to.EndState
			b.Succs = to.Succs
			b.Cold = b.Cold || to.Cold
			for _, t := range b.Succs {
				for k, p := range t.Preds {
					if p == to {
						t.Preds[k] = b
					}
				}
			}
			to.Values, to.Preds, to.Succs, to.order = nil, nil, nil, -1
			to.Kind, to.Control, to.State, to.EndState = Exit, nil, nil, nil
			f.changedCFG()
		}
	}
	if s != nil {
		f.apply(s)
		s.free()
	}
	dropUnreachable(f)
}
