package backend

import "firn/ir/tables"

// move is one of a set of parallel moves: all sources are read before any
// destination is written. Destinations are different.
type move struct {
	dst, src Loc
	v        VReg // the value, for its class and for dumps
}

// mover turns parallel moves into a sequence. Locations are numbered: registers,
// then spill slots.
type mover struct {
	readers []int32 // of each location: moves not made yet that read it
	writer  []int32 // of each location: 1 + the move that writes it
	ready   []int32
	done    []bool
	other   Reg // in a cycle: the scratch register that holds nothing
}

const moverSlots = 32

func moverIndex(l Loc) int {
	if l.IsReg() {
		return int(l.Reg())
	}
	return moverSlots + l.Index()
}

// grow makes room for n spill slots. Both tables are zero between uses.
func (p *mover) grow(n int) {
	if n += moverSlots; len(p.readers) < n {
		p.readers = make([]int32, n+n/2)
		p.writer = make([]int32, n+n/2)
	}
}

// sequence appends instructions for moves to out. Constants go last, since making
// one may take the target's scratch register.
func (a *Allocator) sequence(out []Inst, moves []move) []Inst {
	if len(moves) == 1 {
		return a.emitMove(out, moves[0], false)
	}
	p := &a.mover
	p.ready = p.ready[:0]
	if cap(p.done) < len(moves) {
		p.done = make([]bool, len(moves)*2)
	}
	p.done = p.done[:len(moves)]
	for i, m := range moves {
		p.done[i] = m.src.IsConst() || m.src == m.dst
		if p.done[i] {
			continue
		}
		p.readers[moverIndex(m.src)]++
		p.writer[moverIndex(m.dst)] = int32(i + 1)
	}
	for i, m := range moves {
		if !p.done[i] && p.readers[moverIndex(m.dst)] == 0 {
			p.ready = append(p.ready, int32(i))
		}
	}
	out = a.drain(out, moves, false)
	for i, m := range moves {
		if p.done[i] {
			continue
		}
		// All that is left is cycles. Break this one: its source is saved, and the
		// move itself is made last.
		t := LocReg(a.scratch(m.v))
		p.other = a.cfg.ScratchFPR
		if a.f.vregs[m.v].class == FPR {
			p.other = a.cfg.ScratchGPR
		}
		out = a.emitMove(out, move{t, m.src, m.v}, false)
		p.done[i] = true
		p.readers[moverIndex(m.src)] = 0
		p.writer[moverIndex(m.dst)] = 0
		if w := p.writer[moverIndex(m.src)]; w != 0 {
			p.ready = append(p.ready, w-1)
		}
		out = a.drain(out, moves, true)
		out = a.emitMove(out, move{m.dst, t, m.v}, true)
	}
	for _, m := range moves {
		if m.src.IsConst() {
			out = a.emitMove(out, m, false)
		} else {
			p.readers[moverIndex(m.src)] = 0
			p.writer[moverIndex(m.dst)] = 0
		}
	}
	return out
}

// drain makes the moves whose destination nobody reads any more.
func (a *Allocator) drain(out []Inst, moves []move, cycle bool) []Inst {
	p := &a.mover
	for len(p.ready) > 0 {
		i := p.ready[len(p.ready)-1]
		p.ready = p.ready[:len(p.ready)-1]
		m := moves[i]
		out = a.emitMove(out, m, cycle)
		p.done[i] = true
		s := moverIndex(m.src)
		p.readers[s]--
		if w := p.writer[s]; p.readers[s] == 0 && w != 0 && !p.done[w-1] {
			p.ready = append(p.ready, w-1)
		}
	}
	return out
}

// scratch is the scratch register of v's class.
func (a *Allocator) scratch(v VReg) Reg {
	if a.f.vregs[v].class == FPR {
		return a.cfg.ScratchFPR
	}
	return a.cfg.ScratchGPR
}

// emitMove appends one move. Between two spill slots it goes through a scratch
// register; in a cycle through the one that holds no value, whatever its class.
func (a *Allocator) emitMove(out []Inst, m move, cycle bool) []Inst {
	if m.dst == m.src {
		return out
	}
	if m.dst.IsSlot() && m.src.IsSlot() {
		t := LocReg(a.scratch(m.v))
		if cycle {
			t = LocReg(a.mover.other)
		}
		out = a.emitMove(out, move{t, m.src, m.v}, cycle)
		m.src = t
	}
	if cap(a.ops)-len(a.ops) < 2 {
		a.ops = tables.Empty[Operand](nil, int(a.insts)+2)
	}
	at := len(a.ops)
	a.ops = a.ops[:at+2]
	ops := a.ops[at : at+2 : at+2]
	ops[0] = Operand{V: m.v, Loc: m.dst, Kind: Def, Fixed: NoReg}
	ops[1] = Operand{V: m.v, Loc: m.src, Kind: Use, Fixed: NoReg}
	out = append(out, Inst{})
	in := &out[len(out)-1]
	in.Op, in.Flags, in.Ops = OpMove, Inserted, ops
	a.constMove(in)
	return out
}
