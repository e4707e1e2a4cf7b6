package ssa

import "firn/ir/tables"

// Insert puts v, which is in no block, before b.Values[i].
func (b *Block) Insert(i int, v *Value) {
	v.Block = b
	b.Values = b.mem.pushValue(b.Values, nil)
	copy(b.Values[i+1:], b.Values[i:])
	b.Values[i] = v
}

// Append puts v, which is in no block, behind all values of b.
func (b *Block) Append(v *Value) {
	v.Block = b
	b.Values = b.mem.pushValue(b.Values, v)
}

// setValues makes b's values those of a list, which is copied.
func (b *Block) setValues(list []*Value) {
	if len(list) > cap(b.Values) {
		b.Values = b.mem.lists.take(len(list) + len(list)/4)[:len(list)]
	}
	b.Values = b.Values[:len(list)]
	copy(b.Values, list)
}

// appendAll puts values behind all values of b, without saying so to them.
func (b *Block) appendAll(list []*Value) {
	n := len(b.Values)
	if n+len(list) > cap(b.Values) {
		more := b.mem.lists.take(2*n + len(list))
		copy(more, b.Values)
		b.Values = more
	}
	b.Values = b.Values[:n+len(list)]
	copy(b.Values[n:], list)
}

// AddArg appends an argument to v, which is in a block.
func (v *Value) AddArg(a *Value) { v.Args = v.Block.mem.pushValue(v.Args, a) }

// index is the place of v in its block.
func (v *Value) index() int {
	for i, w := range v.Block.Values {
		if w == v {
			return i
		}
	}
	return -1
}

// numPhis is how many phis b begins with.
func (b *Block) numPhis() int {
	for i, v := range b.Values {
		if v.Op != OpPhi {
			return i
		}
	}
	return len(b.Values)
}

// become makes v another operation on other arguments, with the same result
// type; place, number and origin stay.
func (v *Value) become(op Op, aux int64, args ...*Value) {
	if v.Op.Has(Guard) {
		v.From = v.Built()
	}
	v.Op, v.Aux, v.Aux2, v.Mem = op, aux, 0, MemNone
	v.Block.mem.made.add(op)
	v.Args = append(v.Args[:0], args...)
	if !op.Has(Guard) {
		v.State = nil
	}
}

// Built is the operation that the builder has made guard v as: what it is to do
// without when v fails too often.
func (v *Value) Built() Op {
	if v.From != OpInvalid {
		return v.From
	}
	return v.Op
}

// Key is what Failed is asked about a guard: Built, with the role in the upper
// byte.
func (v *Value) Key() Op { return v.Built() | Op(v.Role)<<8 }

const _ = uint8(NumOps) // operations leave the upper byte to the role

// edge is the number of the predecessor entry of b.Succs[i] that stands for this
// edge: the one for the same occurrence when both ends of an If go to one block.
func (b *Block) edge(i int) int {
	to := b.Succs[i]
	skip := 0
	for _, s := range b.Succs[:i] {
		if s == to {
			skip++
		}
	}
	for k, p := range to.Preds {
		if p == b {
			if skip == 0 {
				return k
			}
			skip--
		}
	}
	panic("ssa: predecessors and successors disagree")
}

// removePred removes predecessor number k of b, with the arguments of the phis.
func (b *Block) removePred(k int) {
	b.Preds = without(&b.mem.edges, b.Preds, k)
	for _, v := range b.Values {
		if v.Op != OpPhi {
			break
		}
		v.Args = without(&b.mem.lists, v.Args, k)
	}
}

// without is list l without element k; l stays as it is.
func without[T any](s *slab[T], l []T, k int) []T {
	kept := s.take(len(l) - 1)
	copy(kept, l[:k])
	copy(kept[k:], l[k+1:])
	return kept
}

// removeSucc removes successor number i of b.
func (f *Func) removeSucc(b *Block, i int) {
	b.Succs[i].removePred(b.edge(i))
	b.Succs = without(&b.mem.edges, b.Succs, i)
	f.changedCFG()
}

// takeBranch makes b, an If, go to successor i always.
func (f *Func) takeBranch(b *Block, i int) {
	f.removeSucc(b, 1-i)
	b.Kind, b.Control = Jump, nil
}

// subst collects replacements of values, to be applied to all uses in one go.
type subst struct {
	to   []*Value // by ID; nil, or beyond its end: itself
	used bool     // something is replaced
	f    *Func
	m    *scratch // where it comes from
}

// newSubst takes an empty table out of f's memory.
func newSubst(f *Func) *subst {
	m := f.memory().passes()
	var s *subst
	if n := len(m.substs); n > 0 {
		s = m.substs[n-1]
		m.substs = m.substs[:n-1]
	} else {
		s = &subst{m: m}
	}
	s.to, s.used, s.f = s.to[:0], false, f
	return s
}

// free gives s back; it must not be used any more. Who does not call it leaves s
// to the collector.
func (s *subst) free() {
	s.f = nil
	s.m.substs = append(s.m.substs, s)
}

// set replaces v by w; it must not make a circle.
func (s *subst) set(v, w *Value) {
	if v.ID >= len(s.to) {
		s.grow(v.ID + 1)
	}
	s.to[v.ID] = w
	s.used = true
}

// grow makes room for n values: the table is made when something is replaced.
func (s *subst) grow(n int) {
	n = max(n+64, s.f.nextValue)
	if !s.used {
		s.to = tables.Zeros(s.to, n)
		return
	}
	s.to = append(s.to, make([]*Value, n-len(s.to))...)
}

// has reports whether v is replaced.
func (s *subst) has(v *Value) bool { return v.ID < len(s.to) && s.to[v.ID] != nil }

// get is what v is replaced by in the end, v itself if nothing.
func (s *subst) get(v *Value) *Value {
	if v == nil || !s.has(v) {
		return v
	}
	w := s.to[v.ID]
	for w.ID < len(s.to) && s.to[w.ID] != nil {
		w = s.to[w.ID]
	}
	s.to[v.ID] = w
	return w
}

// args replaces the arguments of v.
func (s *subst) args(v *Value) {
	to := s.to
	for i, a := range v.Args {
		if a.ID < len(to) && to[a.ID] != nil {
			v.Args[i] = s.get(a)
		}
	}
}

// state replaces the values of t and its parents.
func (s *subst) state(f *Func, t *FrameState) {
	for ; t != nil && t.mark != f.marks; t = t.Parent {
		t.mark = f.marks
		for i, v := range t.Regs {
			if v != nil && s.has(v) {
				t.Regs[i] = s.get(v)
			}
		}
		if t.Callee != nil {
			t.Callee = s.get(t.Callee)
		}
		if t.NewTarget != nil {
			t.NewTarget = s.get(t.NewTarget)
		}
	}
}

// apply replaces all uses in f. The replaced values stay where they are.
func (f *Func) apply(s *subst) {
	if !s.used {
		return
	}
	f.marks++
	for _, b := range f.Blocks {
		for _, v := range b.Values {
			s.args(v)
			if t := v.State; t != nil && t.mark != f.marks {
				s.state(f, t)
			}
		}
		b.Control = s.get(b.Control)
		s.state(f, b.State)
		s.state(f, b.EndState)
	}
}

// along replaces the arguments of v and the values of its state, for a pass that goes
// through the blocks, dominators first, and replaces what it has come by: what v uses
// has been decided then. f.marks must be new; applyBack does what is left in the end.
func (s *subst) along(f *Func, v *Value) {
	if s.used {
		s.args(v)
		if t := v.State; t != nil && t.mark != f.marks {
			s.state(f, t)
		}
	}
}

// end does the same at the end of b.
func (s *subst) end(f *Func, b *Block) {
	if s.used {
		b.Control = s.get(b.Control)
		s.state(f, b.State)
		s.state(f, b.EndState)
	}
}

// applyBack replaces what phis use that comes from further down.
func (f *Func) applyBack(s *subst) {
	if !s.used {
		return
	}
	for _, b := range f.Blocks {
		for _, v := range b.Values {
			if v.Op != OpPhi {
				break
			}
			s.args(v)
		}
	}
}

// eachValue calls fn for the values of t and its parents.
func (t *FrameState) eachValue(fn func(*Value)) {
	for ; t != nil; t = t.Parent {
		for _, v := range t.Regs {
			if v != nil {
				fn(v)
			}
		}
		if t.Callee != nil {
			fn(t.Callee)
		}
		if t.NewTarget != nil {
			fn(t.NewTarget)
		}
	}
}
