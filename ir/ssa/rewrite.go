package ssa

// rewrite applies local rules: each looks at one value and what its arguments
// are. The rules are in the files rules_….go, in tables by operation; the first
// that matches counts, until none does. TestRules has an example of each.
func rewrite(f *Func) { rewriteAll(f, false) }

// rewriteLate also takes a boxed value for its content boxed again. Before, that
// would only hide from other rules what is known of the content.
func rewriteLate(f *Func) { rewriteAll(f, true) }

func rewriteAll(f *Func, late bool) {
	r := rewriter{f: f, s: newSubst(f), late: late}
	f.Analyze()
	f.marks++
	for _, b := range f.rpo {
		r.block(b)
	}
	f.applyBack(r.s)
	r.s.free()
	constantBranches(f)
	dropUnreachable(f)
}

// A rule tries to improve v. It gives nil when it does not match, v when it
// changed it in place, dropped when v is not needed, or what replaces v.
type rule struct {
	name string
	try  func(r *rewriter, v *Value) *Value
}

// dropped is what a rule gives for a guard that always holds.
var dropped = new(Value)

// rules has the rules of each operation; filled by init.
var rules [NumOps][]rule

func addRules(op Op, list ...rule) { rules[op] = append(rules[op], list...) }

type rewriter struct {
	f     *Func
	s     *subst
	late  bool
	gvn   *numbering // nil: only local facts are used
	b     *Block
	at    *Value         // the value under consideration
	out   []*Value       // values of b so far
	fired map[string]int // for tests; usually nil
}

func (r *rewriter) block(b *Block) {
	r.b = b
	r.out = r.f.memory().passes().out[:0]
	changed := false
	for i, v := range b.Values {
		if r.s.used {
			r.s.along(r.f, v)
		}
		if r.gvn != nil && gvnRoles[v.Op]&takesBool != 0 {
			r.gvn.args(v)
		}
		w := r.place(v)
		if w != v {
			changed = true
			if w != dropped {
				r.s.set(v, w)
			}
		}
		changed = changed || len(r.out) != i+1
	}
	if changed {
		b.setValues(r.out)
	}
	r.f.mem.passes().out = r.out
	r.s.end(r.f, b)
	if b.Kind == If {
		for b.Control.Op == OpNotBool {
			b.Control = r.s.get(b.Control.Args[0])
			b.Succs[0], b.Succs[1] = b.Succs[1], b.Succs[0]
			r.swapPhis(b)
		}
	}
}

// swapPhis keeps the arguments of phis right when the successors of b were
// swapped and are the same block: the edges are told apart by their order.
func (r *rewriter) swapPhis(b *Block) {
	if b.Succs[0] != b.Succs[1] {
		return
	}
	i, k := b.edge(0), b.edge(1)
	for _, v := range b.Succs[0].Values {
		if v.Op != OpPhi {
			break
		}
		v.Args[i], v.Args[k] = v.Args[k], v.Args[i]
	}
}

// value applies rules to v until none matches. What it gives is v, dropped, or
// an existing value to be used instead.
func (r *rewriter) value(v *Value) *Value {
	r.at = v
again:
	list := rules[v.Op]
	for i := range list {
		rule := &list[i]
		w := rule.try(r, v)
		if w == nil {
			continue
		}
		if r.fired != nil {
			r.fired[rule.name]++
		}
		if w == v {
			goto again
		}
		return w
	}
	return v
}

// new places a value before the one under consideration, rewritten itself.
func (r *rewriter) new(op Op, aux int64, args ...*Value) *Value {
	v := r.f.NewValue(op, op.Info().Result, args...)
	v.Aux = aux
	at := r.at
	v.Block, v.Fn, v.Line = r.b, at.Fn, at.Line
	if op.Has(Guard) {
		v.State, v.From = at.State, at.Built()
	}
	w := r.place(v)
	r.at = at
	return w
}

// place improves v and, if it is still needed then, puts it behind the values of
// the block.
func (r *rewriter) place(v *Value) *Value {
	if len(rules[v.Op]) > 0 {
		if w := r.value(v); w != v {
			return w
		}
	}
	n := r.gvn
	if n == nil {
		r.out = append(r.out, v)
		return v
	}
	n.grow(v.ID)
	role := gvnRoles[v.Op]
	if role&(implies|numbers) != 0 {
		if w := n.number(v, role); w != v {
			return w
		}
	}
	r.out = append(r.out, v)
	if role&teaches != 0 {
		n.learn(v)
	}
	return v
}

// kindsOf is what v may be where the value under consideration is.
func (r *rewriter) kindsOf(v *Value) kinds {
	k := kindsOf(v)
	if r.gvn != nil && v.ID < len(r.gvn.not) {
		k &^= r.gvn.not[v.ID]
	}
	return k
}

func (r *rewriter) int(x int32) *Value     { return r.new(OpConstInt, int64(x)) }
func (r *rewriter) float(x float64) *Value { return r.new(OpConstF64, floatBits(x)) }
func (r *rewriter) bool(x bool) *Value {
	if x {
		return r.new(OpConstBool, 1)
	}
	return r.new(OpConstBool, 0)
}
