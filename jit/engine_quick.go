package jit

import (
	"firn/heap"
	"firn/ir/bytecode"
	"firn/jit/backend"
)

// quickExit is a slow exit, laid out for speed: most instructions that native
// code leaves to the driver are done in place, and native code goes on at once.
type quickExit struct {
	resume uintptr // address to go on at
	how    uint8
	inner  bool // in an inlined frame, whose headers are to be written
	op     bytecode.Op
	tmpl   Function // of the innermost frame
	frame  uint32   // r0 of the innermost frame, in bytes from the outermost's
	at     uint32   // the instruction, in bytes from its template
	behind uint32   // … and the next
	target uint32   // … and where it jumps, if it is a conditional jump

	// Of a call or leaf instruction; in bytes from r0 of the innermost frame.
	window uint32 // this; the callee is before it, the arguments behind
	argc   uint32
	dst    uint32
	leaf   uint32     // number of the leaf: of quickLeaf, else of callee
	callee heap.Value // the leaf in ROM that was called last, 0 if there was none
	cost   int64      // what the instruction charges
	fuel   int64      // what native code needs to go on
}

// What is to be done at a quickExit.
const (
	quickSlow = iota // the instruction is the driver's
	quickCall        // likewise, unless it calls a leaf
	quickNew
	quickLeaf
)

// quickOf is the quick exit of an exit that c has taken. It is made when it is needed
// first: most never are.
func (e *Engine) quickOf(c *code, exit int) *quickExit {
	if c.quick == nil {
		c.quick = make([]*quickExit, len(c.Exits))
	}
	q := c.quick[exit]
	if q == nil {
		q = e.quicken(c, &c.Exits[exit])
		c.quick[exit] = q
	}
	return q
}

// quicken makes the quick exit of x, a slow exit of c, which has its address.
func (e *Engine) quicken(c *code, x *backend.Exit) *quickExit {
	f := &x.Frames[len(x.Frames)-1]
	tmpl := e.templateOf(c.funcs[f.Fn])
	at := e.word(tmpl, x.PC)
	w := e.h.U64(tmpl + at)
	q := &quickExit{resume: c.addr + uintptr(x.Resume), inner: len(x.Frames) > 1, op: bytecode.Op(w),
		tmpl: c.funcs[f.Fn], frame: 8 * uint32(f.Base), at: at,
		dst: uint32(w>>16&0xFFFF) * 8, window: uint32(w>>32&0xFFFF) * 8, argc: uint32(w >> 48), cost: int64(w >> 8 & 0xFF), fuel: c.Fuel}
	info := &bytecode.Table[q.op]
	q.behind = at + 8*uint32(info.Words)
	if info.Effects&bytecode.Branch != 0 {
		q.target = q.behind + 8*uint32(jump(info, w))
	}
	switch q.op {
	case bytecode.OpCall:
		q.how = quickCall
	case bytecode.OpNew:
		q.how = quickNew
	case bytecode.OpLeaf:
		if leaf := uint32(e.h.U16(tmpl + at + 8)); e.d.LeafApart(leaf) {
			q.how, q.cost, q.window, q.leaf = quickLeaf, 0, q.window-8, leaf
		}
	}
	return q
}

// pending is an instruction of a slow exit that has not ended in place.
type pending struct {
	set bool
	r   uint32 // as Execute has ended
	seg segment
}

// quick does the instruction of the slow exit that native code has taken. It
// reports whether it is done and native code can go on right behind it; if not,
// e.pending says what is to come of it.
//
// It runs inside of execute, on top of whose Go frame native code has called it.
func (e *Engine) quick() bool {
	s := e.stack
	q := e.quickOf(e.codes[s.Code()], s.Exit())
	e.h.NurTop, _ = s.Nursery()
	e.stats.Slow[q.op]++
	fp := uint32(s.Frame()-e.base) + q.frame
	if q.how != quickSlow && !e.profiling {
		if done, again := e.leaf(q, fp); done {
			return again
		}
	}
	return e.byDriver(q, fp)
}

// byDriver has the driver do the instruction of q, in the frame at fp; it answers
// as quick does.
func (e *Engine) byDriver(q *quickExit, fp uint32) bool {
	s := e.stack
	tmpl := e.headers(q)
	if q.op == bytecode.OpCall {
		e.stats.Calls[whyCall(e.h, e.h.Val(fp+q.window-8))]++
	}
	before := int64(0)
	if e.profiling {
		before = e.d.FuelLeft() - (e.give - s.Fuel())
	}
	r, left, now := e.d.Do(e.used(), fp, tmpl, q.at)
	if e.profiling {
		e.took(before - left)
	}
	if left > e.budget {
		left = e.budget
	}
	if left >= q.fuel && !e.wantGC() {
		switch {
		case q.target == 0 && r == execNext:
			e.giveFuel(left)
			e.behind(q)
			return true
		case q.target != 0 && r <= execOther && (now == q.target || now == q.behind):
			e.setTaken(now == q.target)
			e.giveFuel(left)
			e.behind(q)
			return true
		case r == execOther && (q.target == 0 || now != q.target) && e.toHandler(q, left):
			return true
		}
	}
	e.pend(q, fp, r)
	return false
}

// leaf does the instruction of q, in the frame at fp, if it calls a leaf. again
// reports whether native code can go on behind it.
func (e *Engine) leaf(q *quickExit, fp uint32) (done, again bool) {
	s, h := e.stack, e.h
	fuel := s.Fuel() - q.cost
	if fuel < 0 {
		return false, false
	}
	base, number := fp+q.window, q.leaf
	fn, newTarget := heap.Undefined, heap.Undefined
	if q.how != quickLeaf {
		if fn = h.Val(base - 8); fn != q.callee {
			n, ok := e.d.LeafOf(fn, q.how == quickNew)
			if !ok {
				return false, false
			}
			number = n
			if h.IsROM(fn.Ref()) {
				q.callee, q.leaf = fn, n
			}
		}
		if q.how == quickNew {
			newTarget = fn
			h.SetVal(base, heap.Undefined)
		} else {
			e.stats.Calls[callLeaf]++
		}
	}
	e.stats.ran(number)
	v, work, ok := e.d.RunLeaf(number, base, q.argc, fn, newTarget)
	// The leaf's work is off the meter already.
	fuel -= work
	e.give -= work
	s.SetFuel(fuel)
	if ok {
		h.SetVal(fp+q.dst, v)
		if fuel >= q.fuel && !h.WantGC {
			e.behind(q)
			return true, true
		}
	}
	tmpl := e.headers(q)
	e.d.Spend(e.used())
	r := uint32(execNext)
	if ok {
		e.d.Stand(fp, tmpl, q.behind)
	} else {
		e.d.Stand(fp, tmpl, q.at)
		r = e.d.FailLeaf(base, q.argc, q.dst/8)
	}
	if left := min(e.d.FuelLeft(), e.budget); r == execOther && left >= q.fuel && !e.wantGC() && e.toHandler(q, left) {
		return true, true
	}
	e.pend(q, fp, r)
	return true, false
}

// used takes what native code has charged since it was given fuel off the budget.
func (e *Engine) used() int64 {
	left := e.stack.Fuel()
	n := e.give - left
	e.give = left
	e.budget -= n
	return n
}

// giveFuel gives native code fuel.
func (e *Engine) giveFuel(n int64) {
	e.give = n
	e.stack.SetFuel(n)
}

// behind has native code go on behind q.
func (e *Engine) behind(q *quickExit) {
	s, h := e.stack, e.h
	s.SetResume(q.resume)
	s.SetNursery(h.NurTop, h.NurEnd)
	s.SetEpoch(h.ProtoEpoch)
	e.stats.Resumes++
}

// headers makes the frames of q complete, and gives the template of the innermost.
func (e *Engine) headers(q *quickExit) uint32 {
	if !q.inner {
		return e.templateOf(q.tmpl)
	}
	s := e.stack
	c := e.codes[s.Code()]
	return e.frames(c, &c.Exits[s.Exit()], uint32(s.Frame()-e.base))
}

// setTaken tells native code where a conditional jump goes.
func (e *Engine) setTaken(taken bool) {
	if taken {
		e.stack.SetResult(1)
	} else {
		e.stack.SetResult(0)
	}
}

// pend notes how the instruction of q has ended.
func (e *Engine) pend(q *quickExit, fp, r uint32) {
	s := e.stack
	e.pending = pending{true, r, segment{c: e.codes[s.Code()], exit: s.Exit(), sp: s.NativeSP(), resume: q.resume, frame: uint32(s.Frame() - e.base),
		fp: fp, at: q.at, behind: q.behind, target: q.target}}
}
