package backend

import (
	"math/bits"

	"firn/ir/tables"
)

// edgeMove brings a value from the piece at the end of one block to the one at
// the start of the next.
type edgeMove struct {
	src, dst int32
}

// at is v's piece at pos; 0 if it is not live. Positions asked for must not go
// back by more than an instruction.
func (a *Allocator) at(v VReg, pos int32) int32 {
	i := a.cursor[v]
	for i != 0 && a.pieces[i].end <= pos&^3 {
		i = a.pieces[i].next
	}
	a.cursor[v] = i
	for i != 0 && a.pieces[i].end <= pos {
		i = a.pieces[i].next
	}
	if i != 0 && a.pieces[i].start > pos {
		return 0
	}
	return i
}

// rewind puts every cursor at the first piece.
func (a *Allocator) rewind() {
	a.cursor = append(a.cursor[:0], a.head...)
}

// loc is where piece i is.
func (a *Allocator) loc(i int32) Loc {
	p := &a.pieces[i]
	if p.reg != NoReg {
		return LocReg(p.reg)
	}
	if i == 0 {
		return NoLoc
	}
	v := &a.v[p.v]
	if v.isConst {
		return LocConst(int(a.f.vregs[p.v].konst))
	}
	return LocSlot(int(v.slot))
}

// edges finds the moves that control-flow edges need.
func (a *Allocator) edges() {
	f := a.f
	nb := len(f.Blocks)
	split := a.liveOut
	for i := range split {
		split[i] = 0
	}
	for g, v := range a.globals {
		if a.wanders(v) {
			split[g>>6] |= 1 << (g & 63)
		}
	}
	words := a.splitWords[:0] // those of split that are not empty
	for i, w := range split {
		if w != 0 {
			words = append(words, int32(i))
		}
	}
	a.splitWords = words

	// Where those that are live at the start of a block are there, for blocks that do
	// not only follow the one before.
	a.rewind()
	a.startFrom = tables.Zeros(a.startFrom, nb+1)
	a.atStart = a.atStart[:0]
	edges := 0
	a.edgeFrom = tables.Zeros(a.edgeFrom, nb)
	for bi, b := range f.Blocks {
		a.edgeFrom[bi] = int32(edges)
		edges += len(b.Succs)
		a.startFrom[bi] = int32(len(a.atStart))
		if bi == 0 || len(b.Preds) == 1 && b.Preds[0].Index == bi-1 {
			continue
		}
		a.atStart = a.atAll(a.atStart, words, split, a.in(bi), a.from(bi))
	}
	a.startFrom[nb] = int32(len(a.atStart))

	a.rewind()
	a.edgeRange = tables.Zeros(a.edgeRange, edges+1)
	a.edgeMoves = a.edgeMoves[:0]
	n := 0
	for bi, b := range f.Blocks {
		end := a.to(bi) - 1
		for si, s := range b.Succs {
			a.edgeRange[n] = int32(len(a.edgeMoves))
			n++
			if s.Index == bi+1 {
				// Pieces go on over the boundary but for those split there.
				for i := a.splitAt[a.first[s.Index]]; i != 0; i = a.nextSplit[i] {
					a.addEdge(a.pieces[i].prev, i, bi, s.Index)
				}
			} else {
				for _, dst := range a.atStart[a.startFrom[s.Index]:a.startFrom[s.Index+1]] {
					if d := &a.pieces[dst]; d.start > end || d.end <= end { // else it is the same piece
						a.addEdge(a.at(d.v, end), dst, bi, s.Index)
					}
				}
			}
			for i, p := range s.Params {
				if dst := a.head[p]; dst != 0 {
					a.addEdge(a.at(b.EdgeArgs[si][i], end), dst, bi, s.Index)
				}
			}
		}
	}
	a.edgeRange[n] = int32(len(a.edgeMoves))
}

// wanders reports whether v is not in one register all the time, nor always in memory.
func (a *Allocator) wanders(v VReg) bool {
	h := a.head[v]
	reg := a.pieces[h].reg
	for i := a.pieces[h].next; i != 0; i = a.pieces[i].next {
		if a.pieces[i].reg != reg {
			return true
		}
	}
	return false
}

// atAll appends to list the pieces at pos, where a block begins, of the globals in
// both sets, of whose words it looks at some.
func (a *Allocator) atAll(list, words []int32, set, of []uint64, pos int32) []int32 {
	pieces, cursor := a.pieces, a.cursor
	for _, i := range words {
		for w := of[i] & set[i]; w != 0; w &= w - 1 {
			v := a.globals[int(i)*64+bits.TrailingZeros64(w)]
			k := cursor[v]
			for k != 0 && pieces[k].end <= pos {
				k = pieces[k].next
			}
			cursor[v] = k
			if k != 0 && pieces[k].start > pos {
				k = 0
			}
			list = append(list, k)
		}
	}
	return list
}

// linkSplits makes lists of the pieces that others of the same value change into,
// by instruction; those at the start of a block by its label.
func (a *Allocator) linkSplits() {
	a.splitAt = tables.Zeros(a.splitAt, int(a.insts))
	a.nextSplit = tables.Zeros(a.nextSplit, len(a.pieces))
	for i := 1; i < len(a.pieces); i++ {
		p := &a.pieces[i]
		if p.prev == 0 || a.pieces[p.prev].end != p.start || p.reg == a.pieces[p.prev].reg {
			continue
		}
		k := p.start >> 2
		a.nextSplit[i] = a.splitAt[k]
		a.splitAt[k] = int32(i)
		if b := a.blockOf[k]; p.reg == NoReg && k != a.first[b] {
			a.addStore(p.v, a.weight[b])
		}
	}
}

// addEdge adds a move to the edge that is being collected.
func (a *Allocator) addEdge(src, dst int32, from, to int) {
	if src == dst {
		return
	}
	s, d := &a.pieces[src], &a.pieces[dst]
	if s.v == d.v {
		if s.reg == d.reg {
			return
		}
		if d.reg == NoReg {
			w := a.weight[from]
			if a.weight[to] < w {
				w = a.weight[to]
			}
			a.addStore(d.v, w)
		}
	}
	a.edgeMoves = append(a.edgeMoves, edgeMove{src, dst})
}

func (a *Allocator) addStore(v VReg, weight int32) {
	if s := &a.v[v]; s.stores < 1<<29 {
		s.stores += weight
	}
}

// chooseStores decides which values are stored once where they are defined, which
// makes all their other moves to memory unnecessary.
func (a *Allocator) chooseStores() {
	for i := range a.v {
		v := &a.v[i]
		if v.inMem && !v.isConst {
			v.storeDef = a.pieces[a.head[i]].reg == NoReg || v.stores > a.weight[a.defBlock[i]]
		}
	}
}

// assignSlots gives each value that is ever in memory a spill slot for its whole
// life. Values whose lives do not overlap share slots.
func (a *Allocator) assignSlots() {
	base := a.f.Slots
	a.slotEnd = a.slotEnd[:0]
	a.slotFree = a.slotFree[:0]
	a.slotHeap = a.slotHeap[:0]
	for _, i := range a.sorted {
		p := &a.pieces[i]
		v := &a.v[p.v]
		if a.head[p.v] != i || !v.inMem || v.isConst {
			continue
		}
		start := p.start
		for len(a.slotHeap) > 0 && a.slotEnd[a.slotHeap[0]] <= start {
			a.slotFree = append(a.slotFree, a.popSlot())
		}
		end := p.end
		for j := p.next; j != 0; j = a.pieces[j].next {
			end = a.pieces[j].end
		}
		slot := int32(-1)
		for _, h := range [2]VReg{v.hintTo, v.hintFrom} {
			if h != 0 && slot < 0 {
				if s := a.v[h].slot - int32(base); s >= 0 && a.slotEnd[s] <= start {
					slot = s
				}
			}
		}
		for slot < 0 && len(a.slotFree) > 0 {
			s := a.slotFree[len(a.slotFree)-1]
			a.slotFree = a.slotFree[:len(a.slotFree)-1]
			if a.slotEnd[s] <= start { // else a hint has taken it
				slot = s
			}
		}
		if slot < 0 {
			slot = int32(len(a.slotEnd))
			a.slotEnd = append(a.slotEnd, 0)
		}
		a.slotEnd[slot] = end
		a.pushSlot(slot)
		v.slot = int32(base) + slot
	}
	a.f.Slots = base + len(a.slotEnd)
}

// pushSlot and popSlot keep a heap of the slots in use by the end of their use.
func (a *Allocator) pushSlot(s int32) {
	q := append(a.slotHeap, s)
	k := len(q) - 1
	for k > 0 && a.slotEnd[q[(k-1)/2]] > a.slotEnd[s] {
		q[k] = q[(k-1)/2]
		k = (k - 1) / 2
	}
	q[k] = s
	a.slotHeap = q
}

func (a *Allocator) popSlot() int32 {
	q := a.slotHeap
	top, last := q[0], q[len(q)-1]
	q = q[:len(q)-1]
	a.slotHeap = q
	if len(q) == 0 {
		return top
	}
	k := 0
	for {
		c := 2*k + 1
		if c >= len(q) {
			break
		}
		if c+1 < len(q) && a.slotEnd[q[c+1]] < a.slotEnd[q[c]] {
			c++
		}
		if a.slotEnd[last] <= a.slotEnd[q[c]] {
			break
		}
		q[k] = q[c]
		k = c
	}
	q[k] = last
	return top
}

// rewrite sets the locations of operands and inserts moves.
func (a *Allocator) rewrite() {
	a.mover.grow(a.f.Slots)
	a.code, a.ops = a.code[:0], a.ops[:0]
	a.rewind()
	a.here = tables.Zeros(a.here, len(a.v))
	for bi, b := range a.f.Blocks {
		a.rewriteBlock(bi, b)
	}
}

func (a *Allocator) rewriteBlock(bi int, b *Block) {
	if room := 2*len(b.Insts) + 32; cap(a.code)-len(a.code) < room {
		a.code = tables.Empty[Inst](nil, max(2*int(a.insts), room))
	}
	at := len(a.code)
	out := a.code
	if len(b.Preds) == 1 && len(b.Preds[0].Succs) > 1 {
		p := b.Preds[0]
		e := int(a.edgeFrom[p.Index])
		for p.Succs[e-int(a.edgeFrom[p.Index])] != b {
			e++
		}
		out = a.edgeInsts(out, e)
	}
	for _, p := range b.Params {
		if v := &a.v[p]; v.storeDef && a.pieces[a.head[p]].reg != NoReg {
			a.moves = append(a.moves, move{LocSlot(int(v.slot)), a.loc(a.head[p]), p})
		}
	}
	insts := b.Insts
	all := a.keep || a.cfg.Check
	k := a.first[bi]
	for i := range insts {
		in := &insts[i]
		k++
		for s := a.splitAt[k]; s != 0; s = a.nextSplit[s] {
			if a.pieces[s].start&3 == 0 {
				a.splitMove(s, a.pieces[s].prev)
			}
		}
		if len(a.moves) > 0 {
			out = a.sequence(out, a.moves)
			a.moves = a.moves[:0]
		}
		if a.locate(in, k) {
			out = a.sequence(out, a.moves)
			a.moves = a.moves[:0]
		}
		last := i == len(insts)-1
		if last && len(b.Succs) == 1 {
			out = a.edgeInsts(out, int(a.edgeFrom[bi]))
		}
		if all {
			out = append(out, *in)
		} else if in.Op >= OpTarget || useful(in) {
			a.constMove(in)
			out = append(out, *in)
		}
		if a.gives && !last {
			a.results(in)
		}
	}
	b.Insts = out[at:len(out):len(out)]
	a.code = out
}

// splitMove adds the move to piece s from another of the same value.
func (a *Allocator) splitMove(s, from int32) {
	p := &a.pieces[s]
	v := &a.v[p.v]
	if p.reg == NoReg && (v.storeDef || v.isConst) {
		return
	}
	a.moves = append(a.moves, move{a.loc(s), a.loc(from), p.v})
}

// edgeInsts appends the moves of edge e.
func (a *Allocator) edgeInsts(out []Inst, e int) []Inst {
	for _, m := range a.edgeMoves[a.edgeRange[e]:a.edgeRange[e+1]] {
		s, d := &a.pieces[m.src], &a.pieces[m.dst]
		if s.v == d.v && d.reg == NoReg && (a.v[d.v].storeDef || a.v[d.v].isConst) {
			continue
		}
		dst, src := a.loc(m.dst), a.loc(m.src)
		if dst != src {
			a.moves = append(a.moves, move{dst, src, s.v})
		}
	}
	if len(a.moves) > 0 {
		out = a.sequence(out, a.moves)
		a.moves = a.moves[:0]
	}
	return out
}

// here is where a value is up to a position, to save looking for its piece.
type here struct {
	end int32
	loc Loc
}

// find is where v is at pos, in the instruction whose gap is p.
func (a *Allocator) find(v VReg, p, pos int32) Loc {
	i := a.at(v, pos)
	l := a.loc(i)
	if end := a.pieces[i].end; end > p+3 && a.pieces[i].start <= p {
		a.here[v] = here{end, l}
	}
	return l
}

// locate sets the locations of the operands of instruction k. It reports whether
// there are moves to make in the gap after those of splits: to fixed registers,
// of tied operands, and of values that go to memory within the instruction.
func (a *Allocator) locate(in *Inst, k int32) bool {
	p := 4 * k
	tied, gap := -1, false
	a.gives = false
	for i := range in.Ops {
		o := &in.Ops[i]
		switch {
		case o.Fixed != NoReg:
			o.Loc = LocReg(o.Fixed)
			if o.Kind <= UseLate {
				gap = true
				a.moves = append(a.moves, move{o.Loc, a.loc(a.at(o.V, p)), o.V})
			} else {
				a.gives = true
			}
		case o.Kind == UseLate:
			if c := &a.here[o.V]; p+3 < c.end {
				o.Loc = c.loc
			} else {
				o.Loc = a.find(o.V, p, p+3)
			}
		case o.Kind == Use:
			if c := &a.here[o.V]; p+3 < c.end {
				o.Loc = c.loc
			} else {
				o.Loc = a.find(o.V, p, p+1)
			}
		case in.Op == OpLoadConst:
			o.Loc = LocConst(int(a.f.vregs[o.V].konst))
			a.gives = true
		default:
			o.Loc = a.loc(a.head[o.V])
			a.gives = a.gives || a.v[o.V].storeDef
			if o.Same > 0 {
				tied = int(o.Same) - 1
				gap = true
			}
		}
	}
	if tied >= 0 {
		u := &in.Ops[tied]
		u.Loc = tiedDef(in, tied).Loc
		a.moves = append(a.moves, move{u.Loc, a.loc(a.at(u.V, p)), u.V})
	}
	if gap {
		// Other uses of a tied or fixed value read the same register.
		for i := range in.Ops {
			u := &in.Ops[i]
			if u.Kind > UseLate || i != tied && u.Fixed == NoReg {
				continue
			}
			for j := range in.Ops {
				o := &in.Ops[j]
				if o.V != u.V || o.Fixed != NoReg || j == tied {
					continue
				}
				if o.Kind == Use || o.Kind == UseLate && i == tied && in.Flags&Undo != 0 {
					o.Loc = u.Loc
				}
			}
		}
	}
	for s := a.splitAt[k]; s != 0; s = a.nextSplit[s] {
		if a.pieces[s].start&3 != 0 {
			a.splitMove(s, a.at(a.pieces[s].v, p))
		}
	}
	if in.Exit != 0 {
		a.locateExit(in)
	}
	return len(a.moves) > 0
}

// locateExit puts the locations of the exit operands in front of the exit's.
func (a *Allocator) locateExit(in *Inst) {
	ops := in.Ops[in.ExitOps:]
	if len(ops) == 0 {
		return
	}
	e := &a.f.Exits[in.Exit]
	n := len(ops) + len(e.Locs)
	if cap(a.locs)-len(a.locs) < n {
		a.locs = tables.Empty[Loc](nil, n)
	}
	m := len(a.locs)
	for i := range ops {
		a.locs = append(a.locs, ops[i].Loc)
	}
	a.locs = append(a.locs, e.Locs...)
	e.Locs = a.locs[m : m+n : m+n]
}

// results adds the moves of the next gap that the definitions of in need: out of
// fixed registers, and to memory.
func (a *Allocator) results(in *Inst) {
	for i := range in.Ops {
		o := &in.Ops[i]
		if o.Kind != Def && o.Kind != EarlyDef {
			continue
		}
		v := &a.v[o.V]
		if h := a.head[o.V]; o.Fixed != NoReg && h != 0 {
			if l := a.loc(h); l != o.Loc {
				a.moves = append(a.moves, move{l, o.Loc, o.V})
			}
			if v.storeDef && a.pieces[h].reg != NoReg {
				a.moves = append(a.moves, move{LocSlot(int(v.slot)), o.Loc, o.V})
			}
		} else if v.storeDef {
			a.moves = append(a.moves, move{LocSlot(int(v.slot)), o.Loc, o.V})
		}
	}
}

// useful reports whether in does something: not a constant made where LIR defines
// it, since it is made where it is needed instead, and not a move from a register
// to itself.
func useful(in *Inst) bool {
	return !(in.Op == OpLoadConst && in.Ops[0].Loc.IsConst() || in.Op == OpMove && in.Ops[0].Loc == in.Ops[1].Loc)
}

// strip removes instructions that are not useful, after a check.
func (a *Allocator) strip() {
	for _, b := range a.f.Blocks {
		n := 0
		for i := range b.Insts {
			if in := &b.Insts[i]; useful(in) {
				a.constMove(in)
				b.Insts[n] = *in
				n++
			}
		}
		b.Insts = b.Insts[:n]
	}
}

// constMove turns a move of a constant into its making.
func (a *Allocator) constMove(in *Inst) {
	if in.Op == OpMove && in.Ops[1].Loc.IsConst() {
		in.Op = OpLoadConst
		in.Imm = int64(a.f.Consts[in.Ops[1].Loc.Index()])
		in.Ops = in.Ops[:1]
	}
}
