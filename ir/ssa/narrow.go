package ssa

// narrow gives phis of doubles that are integers a companion of int32 values, for
// those uses that want them modulo 2^32: TruncF64 of such a phi. The loop of
//
//	let h = 0x811c9dc5; for (…) h = (h ^ x) >>> 0;
//
// then computes with integers; the double, which frame states need, is made beside
// that.
//
// Every argument must be a converted integer, a constant, or another such phi:
// none of them makes TruncF64 leave. What comes into a loop may be anything: it is
// converted before the loop.
func narrow(f *Func) {
	if !f.mayHave(&truncOps) {
		return
	}
	f.Analyze()
	n := narrowing{f: f}
	for _, b := range f.Blocks {
		for _, v := range b.Values {
			if v.Op == OpTruncF64 && v.Args[0].Op == OpPhi {
				n.add(v.Args[0], v)
			}
		}
	}
	if len(n.phis) == 0 {
		return
	}
	n.exclude()
	for i, p := range n.phis {
		if !n.bad[i] {
			n.ints[i] = f.NewValue(OpPhi, Int)
			n.ints[i].Fn, n.ints[i].Line = p.Fn, p.Line
		}
	}
	for i, v := range n.ints {
		if v == nil {
			continue
		}
		p := n.phis[i]
		p.Block.Insert(0, v)
		for k, a := range p.Args {
			v.AddArg(n.argument(i, a, p.Block.Preds[k]))
		}
	}
	n.replace()
}

var truncOps = opsOf(OpTruncF64)

type narrowing struct {
	f    *Func
	phis []*Value // the uses lead to these
	uses []*Value // … and these are the uses
	bad  []bool   // those that have other arguments
	ints []*Value // companions
}

// maxNarrow bounds the phis looked at.
const maxNarrow = 32

// find is the place of a phi among n.phis, −1 if it is not there.
func (n *narrowing) find(p *Value) int {
	for i, q := range n.phis {
		if p == q {
			return i
		}
	}
	return -1
}

// add notes a phi that use is made of, and those that flow into it.
func (n *narrowing) add(p, use *Value) {
	if n.find(p) >= 0 || len(n.phis) == maxNarrow {
		return
	}
	n.phis, n.uses, n.bad, n.ints = append(n.phis, p), append(n.uses, use), append(n.bad, false), append(n.ints, nil)
	for _, a := range p.Args {
		if a.Op == OpPhi {
			n.add(a, use)
		}
	}
}

// exclude finds the bad ones.
func (n *narrowing) exclude() {
	for changed := true; changed; {
		changed = false
		for i, p := range n.phis {
			if n.bad[i] {
				continue
			}
			for j, a := range p.Args {
				if k := n.find(a); k >= 0 && !n.bad[k] || k < 0 && (integral(a) || enters(p.Block, p.Block.Preds[j])) {
					continue
				}
				n.bad[i], changed = true, true
				break
			}
		}
	}
}

// integral reports whether a is an integer by its operation, or a constant that
// TruncF64 takes.
func integral(a *Value) bool {
	switch a.Op {
	case OpIntToF64, OpUintToF64:
		return true
	case OpConstF64:
		_, ok := toInt32(a.Float())
		return ok
	}
	return false
}

// enters reports whether pred leads into a loop, which has b for its header.
func enters(b, pred *Block) bool {
	return b.loop != nil && pred.EndState != nil && !b.Dominates(pred)
}

// argument is what TruncF64 of a, for phi k, gives at the end of pred.
func (n *narrowing) argument(k int, a *Value, pred *Block) *Value {
	if i := n.find(a); i >= 0 {
		return n.ints[i]
	}
	if !integral(a) {
		v, use := n.f.NewValue(OpTruncF64, Int, a), n.uses[k]
		v.State = pred.EndState
		v.Fn, v.Line, v.From, v.Role = use.Fn, use.Line, use.From, use.Role
		pred.Append(v)
		return v
	}
	if a.Op != OpConstF64 {
		return a.Args[0]
	}
	c := n.f.NewValue(OpConstInt, Int)
	x, _ := toInt32(a.Float())
	c.Aux = int64(x)
	pred.Append(c)
	return c
}

// replace puts the companions in place of the conversions.
func (n *narrowing) replace() {
	s := newSubst(n.f)
	for _, b := range n.f.Blocks {
		kept := b.Values[:0]
		for _, v := range b.Values {
			if v.Op == OpTruncF64 && v.Args[0].Op == OpPhi {
				if i := n.find(v.Args[0]); i >= 0 && n.ints[i] != nil {
					s.set(v, n.ints[i])
					continue
				}
			}
			kept = append(kept, v)
		}
		clear(b.Values[len(kept):])
		b.Values = kept
	}
	n.f.apply(s)
	s.free()
}
