package backend

import "fmt"

// Verify checks what Allocate expects of its input: one definition for each
// virtual register, constraints that can be met, edges that match parameters, no
// critical edges, one branch at the end of each block that defines nothing.
func Verify(f *Func) error {
	bad := func(b *Block, i int, format string, args ...interface{}) error {
		return &AllocError{f.Name, fmt.Sprintf("block %d, instruction %d: ", b.ID, i) + fmt.Sprintf(format, args...)}
	}
	defined := make([]bool, len(f.vregs))
	define := func(v VReg) bool {
		if v == 0 || int(v) >= len(defined) || defined[v] {
			return false
		}
		defined[v] = true
		return true
	}
	if len(f.Blocks) == 0 || len(f.Blocks[0].Preds) != 0 || len(f.Blocks[0].Params) != 0 {
		return &AllocError{f.Name, "the entry has predecessors or parameters"}
	}
	exits := make([]bool, len(f.Exits))
	for _, b := range f.Blocks {
		for _, p := range b.Params {
			if !define(p) {
				return bad(b, 0, "parameter v%d is defined twice", p)
			}
		}
		if len(b.Insts) == 0 {
			return bad(b, 0, "the block is empty")
		}
		if len(b.EdgeArgs) != len(b.Succs) {
			return bad(b, 0, "%d successors, %d lists of arguments", len(b.Succs), len(b.EdgeArgs))
		}
		for i, s := range b.Succs {
			if len(b.EdgeArgs[i]) != len(s.Params) {
				return bad(b, 0, "%d arguments for the %d parameters of block %d", len(b.EdgeArgs[i]), len(s.Params), s.ID)
			}
			for j, v := range b.EdgeArgs[i] {
				if f.Class(v) != f.Class(s.Params[j]) {
					return bad(b, 0, "v%d and parameter v%d are of different classes", v, s.Params[j])
				}
			}
			if len(b.Succs) > 1 && len(s.Preds) > 1 {
				return bad(b, 0, "the edge to block %d is critical", s.ID)
			}
			n := 0
			for _, p := range s.Preds {
				if p == b {
					n++
				}
			}
			if n == 0 {
				return bad(b, 0, "block %d does not have it as a predecessor", s.ID)
			}
		}
		for i := range b.Insts {
			in := &b.Insts[i]
			last := i == len(b.Insts)-1
			if last && len(b.Succs) == 1 && len(in.Ops) != 0 {
				return bad(b, i, "a jump with operands")
			}
			if in.Op == OpJump && (!last || len(b.Succs) != 1) {
				return bad(b, i, "a jump where none can be")
			}
			if in.Exit != 0 {
				if exits[in.Exit] {
					return bad(b, i, "exit %d belongs to two instructions", in.Exit)
				}
				exits[in.Exit] = true
			}
			var fixed RegSet
			for j, o := range in.Ops {
				if o.V == 0 && (o.Kind != Temp || o.Fixed == NoReg) {
					return bad(b, i, "operand %d has no virtual register", j)
				}
				if o.Fixed != NoReg && o.V != 0 && o.Fixed.Class() != f.Class(o.V) {
					return bad(b, i, "operand %d is fixed to a register of the other class", j)
				}
				if o.Kind <= UseLate {
					if o.Same != 0 || o.Fixed != NoReg && o.AnyLoc {
						return bad(b, i, "operand %d has constraints that contradict each other", j)
					}
					if o.Fixed != NoReg {
						if fixed.Has(o.Fixed) {
							return bad(b, i, "two uses are fixed to %v", o.Fixed)
						}
						fixed |= 1 << o.Fixed
					}
					continue
				}
				if last && len(b.Succs) > 0 {
					return bad(b, i, "a branch defines v%d", o.V)
				}
				if o.AnyLoc {
					return bad(b, i, "v%d is defined in any location", o.V)
				}
				if o.V != 0 && !define(o.V) {
					return bad(b, i, "v%d is defined twice", o.V)
				}
				if o.Same != 0 {
					t := int(o.Same) - 1
					if t >= len(in.Ops) || o.Fixed != NoReg || o.Kind != Def || in.Ops[t].Kind != Use ||
						in.Ops[t].Fixed != NoReg || f.Class(in.Ops[t].V) != f.Class(o.V) {
						return bad(b, i, "v%d cannot have the register of operand %d", o.V, t)
					}
				}
				if in.Flags&Undo != 0 && o.Same != 0 {
					for k, u := range in.Ops {
						if k != int(o.Same)-1 && u.Kind == Use && u.V == in.Ops[o.Same-1].V {
							return bad(b, i, "v%d cannot be restored from itself", u.V)
						}
					}
				}
				if in.Op != OpLoadConst && f.vregs[o.V].isConst {
					return bad(b, i, "v%d is a constant and defined otherwise", o.V)
				}
			}
		}
	}
	return nil
}

// snapshot is a function before allocation.
type snapshot struct {
	insts [][]Inst // by Block.Index
}

func takeSnapshot(f *Func) *snapshot {
	s := &snapshot{make([][]Inst, len(f.Blocks))}
	for i, b := range f.Blocks {
		s.insts[i] = append([]Inst(nil), b.Insts...)
		for j := range s.insts[i] {
			s.insts[i][j].Ops = append([]Operand(nil), b.Insts[j].Ops...)
		}
	}
	return s
}

// state is which virtual registers' values a location is known to hold. A constant
// is a location that holds the virtual register defined so, and the parameters
// that it became.
type state map[Loc]map[VReg]bool

func (s state) clone() state {
	c := make(state, len(s))
	for l, set := range s {
		d := make(map[VReg]bool, len(set))
		for v := range set {
			d[v] = true
		}
		c[l] = d
	}
	return c
}

// meet keeps in s what o knows too and reports whether that changed s.
func (s state) meet(o state) bool {
	changed := false
	for l, set := range s {
		for v := range set {
			if !o[l][v] {
				delete(set, v)
				changed = true
			}
		}
	}
	return changed
}

// forget removes v: it is about to be defined anew.
func (s state) forget(v VReg) {
	for _, set := range s {
		delete(set, v)
	}
}

// checker proves an allocation.
type checker struct {
	f   *Func
	cfg *Config
	in  []state // at the start of each block, by Index
	err error
	b   *Block
	i   int
}

// check proves that f, allocated from s, computes the same: an abstract
// interpretation with, for each location, the set of virtual registers whose
// value it holds on every path; each use must find its own. The method is that
// of regalloc2's checker (C. Fallin).
func (s *snapshot) check(f *Func, cfg *Config) error {
	c := &checker{f: f, cfg: cfg, in: make([]state, len(f.Blocks))}
	if err := s.sameInsts(f); err != nil {
		return err
	}
	c.in[0] = state{}
	for v, i := range f.vregs {
		if i.isConst {
			c.in[0][LocConst(int(i.konst))] = map[VReg]bool{VReg(v): true}
		}
	}
	work := []*Block{f.Blocks[0]}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		st := c.in[b.Index].clone()
		c.block(b, st, false)
		for i, t := range b.Succs {
			e := edgeState(st, t.Params, b.EdgeArgs[i])
			switch {
			case c.in[t.Index] == nil:
				c.in[t.Index] = e
			case !c.in[t.Index].meet(e):
				continue
			}
			work = append(work, t)
		}
	}
	for _, b := range f.Blocks {
		if c.in[b.Index] != nil {
			c.block(b, c.in[b.Index].clone(), true)
		}
	}
	return c.err
}

// sameInsts checks that allocation has only added moves and exchanged operands
// that commute.
func (s *snapshot) sameInsts(f *Func) error {
	for i, b := range f.Blocks {
		old := s.insts[i]
		for j := range b.Insts {
			in := &b.Insts[j]
			if in.Flags&Inserted != 0 {
				if in.Op != OpMove && in.Op != OpLoadConst {
					return &AllocError{f.Name, fmt.Sprintf("instruction %d of block %d was inserted", j, b.ID)}
				}
				continue
			}
			if len(old) == 0 || !sameInst(&old[0], in) {
				return &AllocError{f.Name, fmt.Sprintf("instruction %d of block %d has changed", j, b.ID)}
			}
			old = old[1:]
		}
		if len(old) != 0 {
			return &AllocError{f.Name, fmt.Sprintf("block %d has lost instructions", b.ID)}
		}
	}
	return nil
}

func sameInst(x, y *Inst) bool {
	if x.Op != y.Op || x.Imm != y.Imm || x.Exit != y.Exit || x.Clobbers != y.Clobbers || len(x.Ops) != len(y.Ops) {
		return false
	}
	for i := range x.Ops {
		p, q := x.Ops[i], y.Ops[i]
		p.Loc, q.Loc = 0, 0
		if p == q {
			continue
		}
		if x.Flags&Commutes == 0 {
			return false
		}
		// The other one of an exchanged pair.
		j := i + 1
		if i > 0 && x.Ops[i-1].V == q.V {
			j = i - 1
		}
		if j >= len(x.Ops) || x.Ops[j].V != q.V || y.Ops[j].V != p.V {
			return false
		}
		p.V, q.V = 0, 0
		if p != q {
			return false
		}
	}
	return true
}

// edgeState is st after the parameters have become the arguments.
func edgeState(st state, params, args []VReg) state {
	e := st.clone()
	for _, p := range params {
		e.forget(p)
	}
	for l, set := range st {
		for i, v := range args {
			if set[v] {
				e[l][params[i]] = true
			}
		}
	}
	return e
}

func (c *checker) fail(format string, args ...interface{}) {
	if c.err == nil {
		c.err = &AllocError{c.f.Name, fmt.Sprintf("wrong allocation: block %d, instruction %d (%s): ",
			c.b.ID, c.i, c.f.instString(&c.b.Insts[c.i])) + fmt.Sprintf(format, args...)}
	}
}

// holds reports whether l holds v.
func (c *checker) holds(st state, l Loc, v VReg) bool {
	return st[l][v]
}

// block interprets b; with report it also checks constraints and uses.
func (c *checker) block(b *Block, st state, report bool) {
	c.b = b
	for i := range b.Insts {
		in := &b.Insts[i]
		c.i = i
		if report {
			c.constraints(in)
			for _, o := range in.Ops {
				if o.Kind <= UseLate && in.Flags&Inserted == 0 && !c.holds(st, o.Loc, o.V) {
					c.fail("%s does not hold v%d", c.f.locString(o.Loc), o.V)
				}
			}
		}
		switch {
		case in.Op == OpMove:
			d, u := in.Ops[0], in.Ops[1]
			set := map[VReg]bool{}
			for v := range st[u.Loc] {
				set[v] = true
			}
			if in.Flags&Inserted == 0 {
				st.forget(d.V)
				set[d.V] = true
			}
			st[d.Loc] = set
		case in.Op == OpLoadConst:
			d := in.Ops[0]
			if k, ok := c.f.Const(d.V); !ok || k != uint64(in.Imm) {
				c.fail("v%d is not this constant", d.V)
			}
			if !d.Loc.IsConst() {
				st[d.Loc] = map[VReg]bool{}
				for v := range st[LocConst(int(c.f.vregs[d.V].konst))] {
					st[d.Loc][v] = true
				}
			}
		default:
			for r := Reg(0); r < 32; r++ {
				if in.Clobbers.Has(r) {
					delete(st, LocReg(r))
				}
			}
			for _, o := range in.Ops {
				if o.Kind == Temp {
					delete(st, o.Loc)
				}
			}
			if report {
				for _, o := range in.Ops {
					if o.Kind == UseLate && !undone(in, o) && !c.holds(st, o.Loc, o.V) {
						c.fail("v%d is destroyed before the exit", o.V)
					}
				}
			}
			for _, o := range in.Ops {
				if o.Kind == Def || o.Kind == EarlyDef {
					st.forget(o.V)
					st[o.Loc] = map[VReg]bool{o.V: true}
				}
			}
		}
		if report && c.err != nil {
			return
		}
	}
}

// undone reports whether o is an exit operand of the tied value that the exit
// restores.
func undone(in *Inst, o Operand) bool {
	if in.Flags&Undo == 0 || o.Kind != UseLate {
		return false
	}
	for _, d := range in.Ops {
		if d.Same > 0 && in.Ops[d.Same-1].V == o.V {
			return true
		}
	}
	return false
}

// constraints checks the locations of in's operands against each other.
func (c *checker) constraints(in *Inst) {
	if in.Flags&Inserted != 0 {
		d := in.Ops[0].Loc
		if !d.IsReg() && !d.IsSlot() {
			c.fail("a move to nowhere")
		}
		if in.Op == OpMove && (!in.Ops[1].Loc.IsReg() && !in.Ops[1].Loc.IsSlot() || d.IsSlot() && in.Ops[1].Loc.IsSlot()) {
			c.fail("a move that is none")
		}
		if in.Op == OpMove && d.IsReg() && in.Ops[1].Loc.IsReg() && d.Reg().Class() != in.Ops[1].Loc.Reg().Class() {
			c.fail("a move between classes")
		}
		return
	}
	var uses, late, defs, early RegSet
	for i, o := range in.Ops {
		if in.Op == OpLoadConst && o.Loc.IsConst() {
			continue
		}
		switch {
		case o.AnyLoc:
			if !o.Loc.IsReg() && !o.Loc.IsSlot() && !o.Loc.IsConst() {
				c.fail("operand %d has no location", i)
			}
		case !o.Loc.IsReg():
			c.fail("operand %d is not in a register", i)
		}
		if !o.Loc.IsReg() {
			if o.Loc.IsSlot() && o.Loc.Index() >= c.f.Slots {
				c.fail("spill slot %d of %d", o.Loc.Index(), c.f.Slots)
			}
			continue
		}
		r := o.Loc.Reg()
		bit := RegSet(1) << r
		if o.Fixed != NoReg && r != o.Fixed {
			c.fail("operand %d is not in its register", i)
		}
		if o.V != 0 && r.Class() != c.f.Class(o.V) || o.Fixed == NoReg && !c.cfg.Regs.Has(r) {
			c.fail("operand %d is in a wrong register", i)
		}
		if o.Same != 0 && in.Ops[o.Same-1].Loc != o.Loc {
			c.fail("operand %d is not in the register of operand %d", i, o.Same-1)
		}
		switch o.Kind {
		case Use:
			uses |= bit
		case UseLate:
			uses |= bit
			if !undone(in, o) {
				late |= bit
			}
		default:
			if defs&bit != 0 {
				c.fail("operand %d shares a register with another result", i)
			}
			defs |= bit
			if o.Kind != Def {
				early |= bit
			} else if in.Clobbers&bit != 0 && o.Fixed == NoReg {
				c.fail("operand %d is in a register that is destroyed", i)
			}
		}
	}
	if early&uses != 0 {
		c.fail("a use shares a register with a temporary or an early result")
	}
	if late&(defs|in.Clobbers) != 0 {
		c.fail("a late use shares a register with a result")
	}
}
