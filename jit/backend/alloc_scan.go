package backend

import (
	"math/bits"

	"firn/ir/tables"
)

const farAway = 1<<31 - 1

// horizon is how many events a piece looks ahead; registers count as blocked
// behind them. It keeps the scan linear.
const horizon = 300

// scan gives every piece a register or memory, splitting pieces as needed.
func (a *Allocator) scan() {
	a.sortPieces()
	a.queue = a.queue[:0]
	a.busy, a.ends = 0, farAway
	a.event = 0
	at := 0
	for a.err == nil {
		cur := int32(0)
		switch {
		case at < len(a.sorted) && (len(a.queue) == 0 || a.pieces[a.sorted[at]].start <= a.pieces[a.queue[0]].start):
			cur = a.sorted[at]
			at++
		case len(a.queue) > 0:
			cur = a.pop()
		default:
			return
		}
		start := a.pieces[cur].start
		if a.ends <= start {
			a.expire(start)
		}
		for a.event < len(a.events) && 4*a.events[a.event].inst+4 <= start {
			a.event++
		}
		a.place(cur)
	}
}

// expire frees the registers of pieces that have ended.
func (a *Allocator) expire(pos int32) {
	ends := int32(farAway)
	for s := a.busy; s != 0; s &= s - 1 {
		r := bits.TrailingZeros32(uint32(s))
		if end := a.pieces[a.active[r]].end; end <= pos {
			a.busy &^= 1 << r
		} else if end < ends {
			ends = end
		}
	}
	a.ends = ends
}

// sortPieces sorts the pieces by start, with as many buckets as positions.
func (a *Allocator) sortPieces() {
	a.bucket = tables.Zeros(a.bucket, 4*int(a.insts)+2)
	for i := 1; i < len(a.pieces); i++ {
		a.bucket[a.pieces[i].start+1]++
	}
	for i := 1; i < len(a.bucket); i++ {
		a.bucket[i] += a.bucket[i-1]
	}
	a.sorted = tables.Zeros(a.sorted, len(a.pieces)-1)
	for i := len(a.pieces) - 1; i > 0; i-- {
		s := a.pieces[i].start
		a.sorted[a.bucket[s]] = int32(i)
		a.bucket[s]++
	}
}

// push and pop keep the heap of pieces made by splitting.
func (a *Allocator) push(i int32) {
	q := append(a.queue, i)
	k := len(q) - 1
	s := a.pieces[i].start
	for k > 0 {
		up := (k - 1) / 2
		if a.pieces[q[up]].start <= s {
			break
		}
		q[k] = q[up]
		k = up
	}
	q[k] = i
	a.queue = q
}

func (a *Allocator) pop() int32 {
	q := a.queue
	top, last := q[0], q[len(q)-1]
	q = q[:len(q)-1]
	a.queue = q
	if len(q) == 0 {
		return top
	}
	s := a.pieces[last].start
	k := 0
	for {
		c := 2*k + 1
		if c >= len(q) {
			break
		}
		if c+1 < len(q) && a.pieces[q[c+1]].start < a.pieces[q[c]].start {
			c++
		}
		if s <= a.pieces[q[c]].start {
			break
		}
		q[k] = q[c]
		k = c
	}
	q[k] = last
	return top
}

// firstUse skips p's uses before pos and returns the first one of a kind up to
// most and its position; farAway if there is none.
func (a *Allocator) firstUse(p *piece, pos int32, most useKind) int32 {
	for u := p.use; u != 0; u = a.uses[u].next {
		x := &a.uses[u]
		if x.pos >= p.end {
			break
		}
		if x.pos >= pos && (x.kind == useHard || x.kind == most) {
			return x.pos
		}
	}
	return farAway
}

// split cuts piece i at pos and returns the second part.
func (a *Allocator) split(i, pos int32) int32 {
	n := int32(len(a.pieces))
	p := &a.pieces[i]
	t := piece{v: p.v, start: pos, end: p.end, next: p.next, prev: i, use: p.use, reg: NoReg}
	for t.use != 0 && a.uses[t.use].pos < pos {
		t.use = a.uses[t.use].next
	}
	p.end = pos
	p.next = n
	if t.next != 0 {
		a.pieces[t.next].prev = n
	}
	a.pieces = append(a.pieces, t)
	return n
}

// place allocates one piece.
func (a *Allocator) place(cur int32) {
	c := &a.pieces[cur]
	v := &a.v[c.v]
	if c.use == 0 {
		// A piece of the first set: its uses begin somewhere in the list.
		c.use = a.firstOf[c.v]
		for c.use != 0 && a.uses[c.use].pos < c.start {
			c.use = a.uses[c.use].next
		}
		a.firstOf[c.v] = c.use
	}
	need := a.firstUse(c, c.start, useHard)
	fromMem := c.def == defNone && v.last == NoReg || v.isConst && c.def == defAny
	if c.def == defNone && c.start&3 != 0 {
		// Its register was blocked within an instruction: no other before the next gap.
		if need != farAway {
			a.push(a.split(cur, a.reloadPos(c.start|3+1, need)))
		}
		a.memory(cur)
		return
	}
	if need == farAway {
		if fromMem || !a.takeFree(cur, need) {
			a.memory(cur)
		}
		return
	}
	if fromMem {
		if pos := a.reloadPos(c.start, need); pos > c.start {
			a.push(a.split(cur, pos))
			a.memory(cur)
			return
		}
	}
	if !a.takeFree(cur, need) {
		a.takeBusy(cur, need)
	}
}

// memory puts piece i into memory.
func (a *Allocator) memory(i int32) {
	p := &a.pieces[i]
	p.reg = NoReg
	v := &a.v[p.v]
	v.last = NoReg
	v.placed = true
	v.inMem = true
}

// assign gives piece i register r.
func (a *Allocator) assign(i int32, r Reg) {
	p := &a.pieces[i]
	p.reg = r
	p.lastHard = -1
	if p.end < a.ends {
		a.ends = p.end
	}
	a.active[r] = i
	a.busy |= 1 << r
	v := &a.v[p.v]
	v.last = r
	if !v.placed {
		v.placed = true
		v.pref = r
	}
	if v.hintTo != 0 {
		if to := &a.v[v.hintTo]; !to.placed {
			to.pref = r
		}
	}
}

// freeFrom returns the registers of set that no event blocks from start to end,
// and sets a.free[r] for the others to the position where one does.
func (a *Allocator) freeFrom(set RegSet, start, end int32) RegSet {
	for i := a.event; i < len(a.events); i++ {
		e := &a.events[i]
		p := 4 * e.inst
		if p+1 >= end {
			break
		}
		early, late := e.early&set, e.late&set
		if i-a.event > horizon {
			early = set
		}
		if early != 0 && start < p+2 {
			set &^= early
			a.blockRegs(early, max32(p+1, start))
		}
		late &= set
		if late != 0 && end > p+2 && start < p+4 {
			set &^= late
			a.blockRegs(late, max32(p+2, start))
		}
		if set == 0 {
			break
		}
	}
	return set
}

func (a *Allocator) blockRegs(set RegSet, pos int32) {
	for s := set; s != 0; s &= s - 1 {
		a.free[bits.TrailingZeros32(uint32(s))] = pos
	}
}

func max32(x, y int32) int32 {
	if x > y {
		return x
	}
	return y
}

// hint is the best register in set that piece c has a reason to be in; NoReg if
// there is none.
func (a *Allocator) hint(c *piece, set RegSet) Reg {
	v := &a.v[c.v]
	if c.def == defNone {
		if set.Has(v.last) {
			return v.last
		}
	} else {
		if set.Has(v.fixed) {
			return v.fixed
		}
		if v.hintFrom != 0 {
			if r := a.v[v.hintFrom].last; set.Has(r) {
				return r
			}
		}
		if set.Has(v.pref) {
			return v.pref
		}
	}
	if v.hintTo != 0 {
		if r := a.v[v.hintTo].pref; set.Has(r) {
			return r
		}
	}
	i := 0
	for u := c.use; u != 0 && i < 8; i++ {
		x := &a.uses[u]
		if x.pos >= c.end {
			break
		}
		if set.Has(x.hint) {
			return x.hint
		}
		u = x.next
	}
	if set.Has(v.pref) {
		return v.pref
	}
	return NoReg
}

// takeFree gives piece cur, which needs a register at need, one that is free. If
// none is to the end, cur is split. A piece with no need is not.
func (a *Allocator) takeFree(cur, need int32) bool {
	c := &a.pieces[cur]
	set := a.regs[a.f.vregs[c.v].class] &^ a.busy
	if set == 0 {
		return false
	}
	if whole := a.freeFrom(set, c.start, c.end); whole != 0 {
		r := a.hint(c, whole)
		if r == NoReg {
			r = Reg(bits.TrailingZeros32(uint32(whole)))
		}
		a.assign(cur, r)
		return true
	}
	if need == farAway {
		return false
	}
	pos, best := int32(-1), RegSet(0) // those that are free longest
	for s := set; s != 0; s &= s - 1 {
		r := bits.TrailingZeros32(uint32(s))
		if a.free[r] > pos {
			pos, best = a.free[r], 0
		}
		if a.free[r] == pos {
			best |= 1 << r
		}
	}
	if pos <= need {
		return false
	}
	r := a.hint(c, best)
	if r == NoReg {
		r = Reg(bits.TrailingZeros32(uint32(best)))
	}
	return a.takeUntil(cur, r, pos, need)
}

// takeUntil gives piece cur register r up to pos, where it is blocked, and splits
// off the rest.
func (a *Allocator) takeUntil(cur int32, r Reg, pos, need int32) bool {
	c := &a.pieces[cur]
	pos = a.limit(c, pos)
	if pos <= need || pos <= c.start {
		return false
	}
	lo := need + 1
	for u := c.use; u != 0 && a.uses[u].pos < pos; u = a.uses[u].next {
		if a.uses[u].kind == useHard {
			lo = a.uses[u].pos + 1
		}
	}
	pos = a.storePos(lo, pos)
	if pos <= c.start || pos >= c.end {
		a.fail("no place to split v%d", c.v)
		return false
	}
	t := a.split(cur, pos)
	a.assign(cur, r)
	a.push(t)
	return true
}

// limit is where piece c can leave a register that is blocked from pos on: not in
// the middle of an instruction that goes on to need it.
func (a *Allocator) limit(c *piece, pos int32) int32 {
	if pos&3 != 0 && a.firstUse(c, pos, useHard) <= pos|3 {
		return pos &^ 3
	}
	return pos
}

// storePos is the best position from lo to hi to move a value to memory: hi, or
// before the loops around hi that begin behind lo. lo is behind a hard use or is
// the start of the piece.
func (a *Allocator) storePos(lo, hi int32) int32 {
	if hi&3 != 0 && lo <= hi&^3 {
		hi &^= 3
	}
	return a.hoist(lo, hi)
}

// reloadPos is the best position from lo on to bring a value back that is needed
// in a register at need.
func (a *Allocator) reloadPos(lo, need int32) int32 {
	hi := need &^ 3
	if c := a.lastClobber(need); lo < c {
		lo = c
	}
	if hi <= lo {
		return lo
	}
	return a.hoist(lo, hi)
}

// hoist is the head of the outermost loop around pos that begins at or behind lo;
// pos if there is none.
func (a *Allocator) hoist(lo, pos int32) int32 {
	bi := a.block(pos)
	b := a.f.Blocks[bi]
	if b.Cold {
		return pos
	}
	for l := b.loop; l != nil; l = l.parent {
		from := a.from(l.header.Index)
		if from < lo || from > pos {
			break
		}
		pos = from
	}
	return pos
}

// lastClobber is the end of the last instruction before pos that destroys all
// registers; 0 if there is none.
func (a *Allocator) lastClobber(pos int32) int32 {
	lo, hi := 0, len(a.clobber)
	for lo < hi {
		m := (lo + hi) / 2
		if a.clobber[m] < pos>>2 {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == 0 {
		return 0
	}
	return 4*a.clobber[lo-1] + 4
}

// takeBusy finds a register for piece cur, which needs one at need, when none is
// free: it takes the register that is needed latest, or leaves cur in memory up
// to need.
func (a *Allocator) takeBusy(cur, need int32) {
	c := &a.pieces[cur]
	start := c.start
	class := a.f.vregs[c.v].class
	set := a.regs[class] & a.busy
	whole := a.freeFrom(set, start, c.end)
	later := need > start|3 // cur can do without until then
	best, bestPos := NoReg, int32(-1)
	for s := set; s != 0; s &= s - 1 {
		r := bits.TrailingZeros32(uint32(s))
		if !whole.Has(Reg(r)) && (a.free[r] <= need || a.limit(c, a.free[r]) <= need) {
			continue
		}
		x := &a.pieces[a.active[r]]
		a.advance(x, start)
		if x.start > start&^3 {
			continue // it begins in this instruction
		}
		hard := a.firstUse(x, start, useHard)
		if hard <= start|3 {
			continue // it is needed in this instruction
		}
		pos := a.firstUse(x, start, useLoop)
		if a.v[x.v].isConst && pos < farAway/2 {
			pos += pos - start // cheap to make again
		}
		if pos > bestPos {
			best, bestPos = Reg(r), pos
		}
	}
	if best == NoReg || later && bestPos <= need {
		pos := start
		if later {
			pos = a.reloadPos(start+1, need)
		}
		if pos <= start || pos >= c.end || c.def == defHard {
			a.fail("no register for v%d at instruction %d of block %d", c.v,
				start>>2-a.first[a.block(start)], a.f.Blocks[a.block(start)].ID)
			return
		}
		a.push(a.split(cur, pos))
		a.memory(cur)
		return
	}
	a.evict(a.active[best], start)
	if whole.Has(best) {
		a.assign(cur, best)
		return
	}
	if !a.takeUntil(cur, best, a.free[best], need) {
		a.fail("no register for v%d at position %d", a.pieces[cur].v, start)
	}
}

// advance moves an active piece's use list to pos.
func (a *Allocator) advance(p *piece, pos int32) {
	for p.use != 0 && a.uses[p.use].pos < pos {
		if u := &a.uses[p.use]; u.kind == useHard {
			p.lastHard = u.pos
		}
		p.use = a.uses[p.use].next
	}
}

// evict takes the register from active piece i from pos on, or earlier if that is
// better, until it is needed again.
func (a *Allocator) evict(i, pos int32) {
	x := &a.pieces[i]
	a.busy &^= 1 << x.reg
	need := a.firstUse(x, pos, useHard)
	lo := max32(x.start, x.lastHard+1)
	at := a.storePos(lo, pos)
	mem := i
	if at > x.start {
		mem = a.split(i, at)
		// split begins with the uses from the current position on; those that
		// are in any location do not matter any more.
	}
	if need != farAway {
		t := a.split(mem, a.reloadPos(pos+1, need))
		a.push(t)
	}
	a.memory(mem)
}
