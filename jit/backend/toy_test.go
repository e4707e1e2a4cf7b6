package backend

import "fmt"

// toy executes LIR: before allocation on virtual registers, after it on machine
// registers and spill slots. Both give a trace of what every instruction read.
type toy struct {
	f     *Func
	after bool
	virt  []uint64
	reg   [32]uint64
	slot  []uint64
	trace []uint64
	junk  uint64
}

func mix(h, x uint64) uint64 {
	h ^= x
	h *= 0x9E3779B97F4A7C15
	return h ^ h>>29
}

func (t *toy) read(o Operand) uint64 {
	switch {
	case !t.after:
		return t.virt[o.V]
	case o.Loc.IsReg():
		return t.reg[o.Loc.Reg()]
	case o.Loc.IsSlot():
		return t.slot[o.Loc.Index()]
	case o.Loc.IsConst():
		return t.f.Consts[o.Loc.Index()]
	}
	panic("no location")
}

func (t *toy) write(o Operand, x uint64) {
	switch {
	case !t.after:
		t.virt[o.V] = x
	case o.Loc.IsReg():
		t.reg[o.Loc.Reg()] = x
	case o.Loc.IsSlot():
		t.slot[o.Loc.Index()] = x
	default:
		panic("no location")
	}
}

// spoil is a value that must not be read.
func (t *toy) spoil() uint64 {
	t.junk++
	return 0xBAD0000000000000 + t.junk
}

// run executes until so many branches have been taken.
func (t *toy) run(seed uint64, steps int) {
	t.virt = make([]uint64, t.f.NumVRegs())
	t.slot = make([]uint64, t.f.Slots)
	for i := range t.slot {
		t.slot[i] = t.spoil()
	}
	for i := range t.reg {
		t.reg[i] = t.spoil()
	}
	b := t.f.Blocks[0]
	for steps > 0 {
		var last uint64
		for i := range b.Insts {
			last = t.inst(&b.Insts[i], seed)
		}
		if len(b.Succs) == 0 {
			return
		}
		k := 0
		if len(b.Succs) > 1 {
			k = int(mix(last, seed+uint64(steps)) % uint64(len(b.Succs)))
			t.trace = append(t.trace, uint64(k))
			steps--
		}
		s := b.Succs[k]
		if !t.after {
			vals := make([]uint64, len(s.Params))
			for i, v := range b.EdgeArgs[k] {
				vals[i] = t.virt[v]
			}
			for i, p := range s.Params {
				t.virt[p] = vals[i]
			}
		}
		b = s
	}
}

// inst executes one instruction and returns a hash of what it read.
func (t *toy) inst(in *Inst, seed uint64) uint64 {
	switch in.Op {
	case OpMove:
		t.write(in.Ops[0], t.read(in.Ops[1]))
		return 0
	case OpLoadConst:
		if !in.Ops[0].Loc.IsConst() {
			t.write(in.Ops[0], uint64(in.Imm))
		}
		return 0
	case OpJump:
		return 0
	}
	for _, o := range in.Ops {
		if t.after && (o.Kind == Temp || o.Kind == EarlyDef) {
			t.write(o, t.spoil())
		}
	}
	h := mix(seed, uint64(in.Op)+uint64(in.Imm))
	for i, o := range in.Ops {
		if o.Kind == Use {
			x := t.read(o)
			if in.Flags&Commutes != 0 {
				h += mix(x, 1)
			} else {
				h = mix(h, x+uint64(i))
			}
		}
	}
	late := h
	for i, o := range in.Ops {
		if undone(in, o) {
			late += mix(t.read(o), uint64(i))
		}
	}
	if t.after {
		for r := Reg(0); r < 32; r++ {
			if in.Clobbers.Has(r) {
				t.reg[r] = t.spoil()
			}
		}
	}
	for i, o := range in.Ops {
		if o.Kind == Def || o.Kind == EarlyDef {
			t.write(o, mix(h, uint64(i)))
		}
	}
	if t.after && in.Exit != 0 {
		for i, o := range in.Ops[in.ExitOps:] {
			if t.f.Exits[in.Exit].Locs[i] != o.Loc {
				panic("an exit's location is wrong")
			}
		}
	}
	for i, o := range in.Ops {
		if o.Kind == UseLate && !undone(in, o) {
			late += mix(t.read(o), uint64(i))
		}
	}
	t.trace = append(t.trace, late)
	return h
}

// compareRuns executes f as it was (before) and as allocated.
func compareRuns(before, after *Func, seed uint64) error {
	x := &toy{f: before}
	x.run(seed, 200)
	y := &toy{f: after, after: true}
	y.run(seed, 200)
	for i := range x.trace {
		if i >= len(y.trace) || x.trace[i] != y.trace[i] {
			return fmt.Errorf("runs differ at event %d of %d", i, len(x.trace))
		}
	}
	if len(x.trace) != len(y.trace) {
		return fmt.Errorf("runs of %d and %d events", len(x.trace), len(y.trace))
	}
	return nil
}

// copyFunc copies what toy needs of an unallocated function.
func copyFunc(f *Func) *Func {
	g := *f
	g.Blocks = make([]*Block, len(f.Blocks))
	index := map[*Block]*Block{}
	for i, b := range f.Blocks {
		c := *b
		g.Blocks[i] = &c
		index[b] = &c
	}
	for i, b := range f.Blocks {
		c := g.Blocks[i]
		c.Insts = append([]Inst(nil), b.Insts...)
		for k := range c.Insts {
			c.Insts[k].Ops = append([]Operand(nil), b.Insts[k].Ops...)
		}
		c.Succs = nil
		for _, s := range b.Succs {
			c.Succs = append(c.Succs, index[s])
		}
	}
	return &g
}
