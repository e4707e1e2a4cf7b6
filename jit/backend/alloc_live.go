package backend

import (
	"math/bits"

	"firn/ir/tables"
)

// number numbers instructions and sets up the state of virtual registers.
func (a *Allocator) number() {
	f := a.f
	nb := len(f.Blocks)
	a.first = tables.Zeros(a.first, nb+1)
	a.weight = tables.Zeros(a.weight, nb)
	n := int32(0)
	for i, b := range f.Blocks {
		a.first[i] = n
		n += int32(len(b.Insts)) + 1
		d := b.LoopDepth
		if d > 6 {
			d = 6
		}
		a.weight[i] = 64 << (3 * d)
		if b.Cold {
			a.weight[i] >>= 6
		}
	}
	a.first[nb] = n
	a.insts = n
	a.blockOf = tables.Zeros(a.blockOf, int(n)+1)
	for i := 0; i < nb; i++ {
		for k := a.first[i]; k < a.first[i+1]; k++ {
			a.blockOf[k] = int32(i)
		}
	}
	a.blockOf[n] = int32(nb - 1)

	nv := len(f.vregs)
	a.v = tables.Empty(a.v, nv)[:nv]
	for i := range a.v {
		a.v[i] = vreg{global: -1, slot: -1, fixed: NoReg, pref: NoReg, last: NoReg, isConst: f.vregs[i].isConst}
	}
	a.head = tables.Zeros(a.head, nv)
	a.firstOf = tables.Zeros(a.firstOf, nv)
	a.pieces = append(tables.Empty(a.pieces, nv+nv/2), piece{reg: NoReg})
	a.uses = append(tables.Empty(a.uses, nv), use{})
	a.events = a.events[:0]
	a.clobber = a.clobber[:0]
	a.globals = a.globals[:0]
}

// liveness computes which globals (virtual registers used in another block than
// the one that defines them) are live at the start of each block.
func (a *Allocator) liveness() {
	f := a.f
	def := tables.Zeros(a.defBlock, len(f.vregs))
	a.defBlock = def
	for i := range def {
		def[i] = -1
	}
	a.exposed = a.exposed[:0]
	a.lastExposed = tables.Zeros(a.lastExposed, len(f.vregs))
	for bi, b := range f.Blocks {
		for _, p := range b.Params {
			def[p] = int32(bi)
		}
		last := int32(0)
		for i := range b.Insts {
			in := &b.Insts[i]
			ops := in.Ops
			if in.Exit != 0 {
				if f.sameState(last, in.Exit) {
					ops = ops[:in.ExitOps]
				}
				last = in.Exit
			}
			for j := range ops {
				o := &ops[j]
				if o.Kind >= Def {
					def[o.V] = int32(bi)
				} else if def[o.V] != int32(bi) {
					a.expose(bi, o.V)
				}
			}
		}
		for _, args := range b.EdgeArgs {
			for _, v := range args {
				if def[v] != int32(bi) {
					a.expose(bi, v)
				}
			}
		}
	}
	nb := len(f.Blocks)
	a.words = (len(a.globals) + 63) / 64
	a.liveIn = tables.Zeros(a.liveIn, a.words*nb)
	a.liveOut = tables.Zeros(a.liveOut, a.words)
	if len(a.liveIn) == 0 {
		a.killFrom = tables.Zeros(a.killFrom, nb+1)
		return
	}
	for i := 0; i < len(a.exposed); i += 2 {
		g := a.v[a.exposed[i+1]].global
		a.liveIn[int(a.exposed[i])*a.words+int(g>>6)] |= 1 << (g & 63)
	}
	a.findKilled()
	if !a.liveByLoops() {
		for changed := true; changed; {
			changed = false
			for bi := nb - 1; bi >= 0; bi-- {
				changed = a.liveAt(bi) || changed
			}
		}
	}
	for i, w := range a.in(0) {
		if w != 0 {
			a.fail("v%d is used where it is not defined", a.globals[i*64+bits.TrailingZeros64(w)])
			break
		}
	}
}

// liveByLoops finds what is live at the starts of blocks in two walks: against
// the flow of control, without the edges back, and down again, since what is live at
// the head of a loop is so in all of it (Brandner et al., "Computing Liveness Sets
// for SSA-Form Programs", 2011). It reports whether that is all: there may be cycles
// without a head, and blocks that Order has not seen.
func (a *Allocator) liveByLoops() bool {
	f := a.f
	rpo := f.order.rpo
	if len(rpo) != len(f.Blocks) || rpo[0] != f.Blocks[0] {
		return false
	}
	natural := true
	for i := len(rpo) - 1; i >= 0; i-- {
		b := rpo[i]
		for _, s := range b.Succs {
			if s.num <= i && (s.loop == nil || s.loop.header != s || !within(b.loop, s.loop)) {
				natural = false
			}
		}
		a.liveAt(b.Index)
	}
	for _, b := range rpo {
		l := b.loop
		if l != nil && l.header == b {
			l = l.parent
		}
		if l == nil {
			continue
		}
		in := a.in(b.Index)
		for i, w := range a.in(l.header.Index) {
			in[i] |= w
		}
	}
	return natural
}

// liveAt adds to what is live at the start of block b what is live at its end and
// not defined in it. It reports whether that is more than before.
func (a *Allocator) liveAt(b int) bool {
	out := a.out(b)
	for _, v := range a.killed[a.killFrom[b]:a.killFrom[b+1]] {
		g := a.v[v].global
		out[g>>6] &^= 1 << (g & 63)
	}
	in, more := a.in(b), uint64(0)
	in = in[:len(out)]
	for i, w := range out {
		more |= w &^ in[i]
		in[i] |= w
	}
	return more != 0
}

// expose records that v is live at the start of block b, for a use there.
func (a *Allocator) expose(b int, v VReg) {
	if a.lastExposed[v] == int32(b)+1 {
		return
	}
	a.lastExposed[v] = int32(b) + 1
	i := &a.v[v]
	if i.global < 0 {
		i.global = int32(len(a.globals))
		a.globals = append(a.globals, v)
	}
	a.exposed = append(a.exposed, int32(b), int32(v))
}

// findKilled groups the globals by the block that defines them.
func (a *Allocator) findKilled() {
	nb := len(a.f.Blocks)
	a.killFrom = tables.Zeros(a.killFrom, nb+1)
	for _, v := range a.globals {
		if d := a.defBlock[v]; d >= 0 {
			a.killFrom[d+1]++
		}
	}
	for i := 0; i < nb; i++ {
		a.killFrom[i+1] += a.killFrom[i]
	}
	a.killed = tables.Empty(a.killed, len(a.globals))[:len(a.globals)]
	for _, v := range a.globals {
		if d := a.defBlock[v]; d >= 0 {
			a.killed[a.killFrom[d]] = v
			a.killFrom[d]++
		}
	}
	copy(a.killFrom[1:], a.killFrom[:nb])
	a.killFrom[0] = 0
}

// in is the set of globals live at the start of block b.
func (a *Allocator) in(b int) []uint64 { return a.liveIn[b*a.words : (b+1)*a.words] }

// out computes the set of globals live at the end of block b.
func (a *Allocator) out(b int) []uint64 {
	out := a.liveOut
	succs := a.f.Blocks[b].Succs
	if len(succs) == 0 {
		for i := range out {
			out[i] = 0
		}
		return out
	}
	in := a.in(succs[0].Index)
	if len(succs) == 1 {
		copy(out, in)
		return out
	}
	in = in[:len(out)]
	other := a.in(succs[1].Index)[:len(out)]
	for i := range out {
		out[i] = in[i] | other[i]
	}
	for _, s := range succs[2:] {
		for i, w := range a.in(s.Index) {
			out[i] |= w
		}
	}
	return out
}

// build makes pieces, use lists and events, from the last instruction to the
// first.
func (a *Allocator) build() {
	f := a.f
	for bi := len(f.Blocks) - 1; bi >= 0; bi-- {
		b := f.Blocks[bi]
		to := a.to(bi)
		var next []uint64 // what is live at the start of the next block; its pieces are open
		if bi+1 < len(f.Blocks) {
			next = a.in(bi + 1)
		}
		for i, w := range a.out(bi) {
			n := uint64(0)
			if next != nil {
				n = next[i]
			}
			for x := w &^ n; x != 0; x &= x - 1 {
				a.addRange(a.globals[i*64+bits.TrailingZeros64(x)], to)
			}
			for x := n &^ w; x != 0; x &= x - 1 {
				// A hole ends here.
				a.pieces[a.head[a.globals[i*64+bits.TrailingZeros64(x)]]].start = to
			}
		}
		for i, args := range b.EdgeArgs {
			for j, v := range args {
				a.addRange(v, to)
				a.addUse(v, to-1, useAny, NoReg)
				if a.v[v].hintTo == 0 && b.Succs[i].Params[j] != v {
					a.v[v].hintTo = b.Succs[i].Params[j]
				}
			}
		}
		a.behind = 0
		for k := len(b.Insts) - 1; k >= 0; k-- {
			a.buildInst(&b.Insts[k], a.first[bi]+1+int32(k))
		}
		for _, p := range b.Params {
			if h := a.head[p]; h != 0 {
				a.pieces[h].start = a.from(bi)
				a.pieces[h].def = defAny
			}
		}
		if b.loop != nil && b.loop.header == b && !b.Cold {
			a.markLoop(b)
		}
	}
	// Events were added last first.
	for i, j := 0, len(a.events)-1; i < j; i, j = i+1, j-1 {
		a.events[i], a.events[j] = a.events[j], a.events[i]
	}
	for i, j := 0, len(a.clobber)-1; i < j; i, j = i+1, j-1 {
		a.clobber[i], a.clobber[j] = a.clobber[j], a.clobber[i]
	}
}

// buildInst adds instruction k.
func (a *Allocator) buildInst(in *Inst, k int32) {
	p := 4 * k
	var early, late RegSet
	late = in.Clobbers
	tied := -1
	gap := false // some use is read in the gap
	if in.Flags&Commutes != 0 {
		a.commute(in)
	}
	ops := in.Ops
	if in.Exit != 0 {
		if a.f.sameState(a.behind, in.Exit) {
			ops = ops[:in.ExitOps] // the others are live behind it
		}
		a.behind = in.Exit
	}
	for i := range ops {
		o := &ops[i]
		switch o.Kind {
		case UseLate:
			if o.Fixed != NoReg {
				early |= 1 << o.Fixed
				late |= 1 << o.Fixed
				gap = true
				continue
			}
			if in.Flags&Undo != 0 && tied >= 0 && o.V == in.Ops[tied].V {
				continue
			}
			a.addRange(o.V, p+4)
			if o.AnyLoc {
				a.addUse(o.V, p+3, useAny, NoReg)
			} else {
				a.addUse(o.V, p+3, useHard, NoReg)
			}
		case Use:
			if o.Fixed != NoReg {
				early |= 1 << o.Fixed
				gap = true
			}
		case Def, EarlyDef:
			if o.Fixed != NoReg {
				late |= 1 << o.Fixed
				if o.Kind == EarlyDef {
					early |= 1 << o.Fixed
				}
				a.define(o.V, p+4, defAny)
				a.v[o.V].fixed = o.Fixed
				continue
			}
			switch {
			case o.Same > 0:
				tied = int(o.Same) - 1
				a.define(o.V, p+1, defHard)
			case o.Kind == EarlyDef:
				a.define(o.V, p+1, defHard)
			case in.Op == OpLoadConst:
				a.define(o.V, p+2, defAny)
			default:
				a.define(o.V, p+2, defHard)
			}
		case Temp:
			if o.Fixed != NoReg {
				early |= 1 << o.Fixed
				late |= 1 << o.Fixed
				continue
			}
			a.define(o.V, p+1, defHard)
		}
	}
	gap = gap || tied >= 0
	if in.Op == OpMove {
		a.v[in.Ops[0].V].hintFrom = in.Ops[1].V
	}
	for i := range ops {
		o := &ops[i]
		if o.Kind != Use || o.Fixed != NoReg || i == tied || gap && readInGap(in, tied, o.V) {
			continue
		}
		a.addRange(o.V, p+2)
		if o.AnyLoc {
			a.addUse(o.V, p+1, useAny, NoReg)
		} else {
			a.addUse(o.V, p+1, useHard, NoReg)
		}
	}
	if gap {
		for i := range ops {
			o := &ops[i]
			if o.Kind > UseLate || o.Fixed == NoReg && i != tied {
				continue
			}
			hint := o.Fixed
			if i == tied {
				d := tiedDef(in, tied).V
				a.v[d].hintFrom = o.V
				if u := a.firstOf[d]; u != 0 && a.uses[u].next != 0 {
					// What the result should be in, the operand should be in.
					hint = a.uses[a.uses[u].next].hint
				}
			}
			a.addRange(o.V, p+1)
			a.addUse(o.V, p, useAny, hint)
		}
	}
	if early|late != 0 {
		a.events = append(a.events, event{k, early, late})
		if a.cfg.Regs&^late == 0 {
			a.clobber = append(a.clobber, k)
		}
	}
}

// tiedDef is the definition that takes the register of operand tied.
func tiedDef(in *Inst, tied int) *Operand {
	for i := range in.Ops {
		if int(in.Ops[i].Same) == tied+1 {
			return &in.Ops[i]
		}
	}
	return nil
}

// readInGap reports whether v is the tied use or a fixed one of in. Its other
// uses there then read the same register.
func readInGap(in *Inst, tied int, v VReg) bool {
	for i := range in.Ops {
		o := &in.Ops[i]
		if o.V == v && o.Kind <= UseLate && (i == tied || o.Fixed != NoReg) {
			return true
		}
	}
	return false
}

// commute exchanges the tied use and the next operand if that saves a copy.
func (a *Allocator) commute(in *Inst) {
	tied := -1
	for i := range in.Ops {
		if in.Ops[i].Same > 0 {
			tied = int(in.Ops[i].Same) - 1
		}
	}
	if tied < 0 || tied+1 >= len(in.Ops) {
		return
	}
	x, y := &in.Ops[tied], &in.Ops[tied+1]
	if x.Kind != Use || y.Kind != Use || x.Fixed != NoReg || y.Fixed != NoReg || x.V == y.V {
		return
	}
	liveX, liveY := a.kept(in, x.V), a.kept(in, y.V)
	if liveX && !liveY || liveX == liveY && a.v[tiedDef(in, tied).V].hintTo == y.V {
		x.V, y.V = y.V, x.V
	}
}

// kept reports, while building, whether a copy of v must be made if in overwrites
// it: it is used later, or the exit of in needs it.
func (a *Allocator) kept(in *Inst, v VReg) bool {
	if in.Flags&Undo == 0 {
		for i := range in.Ops {
			if in.Ops[i].V == v && in.Ops[i].Kind == UseLate {
				return true
			}
		}
	}
	return a.liveAfter(v)
}

// open is the start of a piece while it is being built: it begins at the start of
// the block at work or before.
const open = -1

// liveAfter reports, while building, whether v is used behind the instruction at
// work.
func (a *Allocator) liveAfter(v VReg) bool {
	h := a.head[v]
	return h != 0 && a.pieces[h].start == open
}

// addRange makes v live up to end, from where define or the end of a hole will
// say. Ranges come last first.
func (a *Allocator) addRange(v VReg, end int32) {
	h := a.head[v]
	if h != 0 && a.pieces[h].start <= end {
		a.pieces[h].start = open
		return
	}
	n := int32(len(a.pieces))
	a.pieces = append(a.pieces, piece{v: v, start: open, end: end, next: h, reg: NoReg})
	if h != 0 {
		a.pieces[h].prev = n
	}
	a.head[v] = n
}

// define ends v's first range, downwards, at its definition.
func (a *Allocator) define(v VReg, pos int32, kind defKind) {
	h := a.head[v]
	if h == 0 {
		if kind == defAny {
			return // not used
		}
		a.addRange(v, pos&^3+4)
		h = a.head[v]
	}
	p := &a.pieces[h]
	p.start = pos
	p.def = kind
	if kind == defHard {
		a.addUse(v, pos, useHard, NoReg)
	}
}

// addUse adds a use in front of the others, if it matters where the value is.
func (a *Allocator) addUse(v VReg, pos int32, kind useKind, hint Reg) {
	if kind == useAny && hint == NoReg {
		return
	}
	a.uses = append(a.uses, use{pos, a.firstOf[v], kind, hint})
	a.firstOf[v] = int32(len(a.uses) - 1)
}

// markLoop adds, at the end of b's loop, a use of each value that is live through
// the loop and needs a register in it: the next iteration will.
func (a *Allocator) markLoop(b *Block) {
	last := b.Index
	for last+1 < len(a.f.Blocks) && !a.f.Blocks[last+1].Cold && within(a.f.Blocks[last+1].loop, b.loop) {
		last++
	}
	end := a.to(last)
	for i, w := range a.in(b.Index) {
		for ; w != 0; w &= w - 1 {
			v := a.globals[i*64+bits.TrailingZeros64(w)]
			at, hard := int32(0), false
			for u := a.firstOf[v]; u != 0 && a.uses[u].pos < end-1; u = a.uses[u].next {
				at = u
				hard = hard || a.uses[u].kind == useHard
			}
			if hard {
				a.uses = append(a.uses, use{end - 1, a.uses[at].next, useLoop, NoReg})
				a.uses[at].next = int32(len(a.uses) - 1)
			}
		}
	}
}

// within reports whether l is outer or inside it.
func within(l, outer *loop) bool {
	for ; l != nil; l = l.parent {
		if l == outer {
			return true
		}
	}
	return false
}
