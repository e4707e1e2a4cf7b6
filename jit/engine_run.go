package jit

import (
	"firn/heap"
	"firn/jit/backend"
)

// How native code is taken up.
const (
	byEnter   = iota // a call of an entry
	byResume         // behind an exit of kind ExitSlow
	byThrow          // likewise, with an exception that it handles
	byRestore        // behind an ExitPoll, with all registers
)

// position is where native code is taken up: the code, the address, the native
// stack and the frame.
type position struct {
	how   int
	c     *code
	addr  uintptr
	sp    uintptr
	frame uint32
}

// take is a position, until the next one is taken. (Positions by value would be put
// together from registers and copied by wider loads, which wait for all the stores.)
func (e *Engine) take(how int, c *code, addr, sp uintptr, frame uint32) *position {
	p := &e.next
	p.how, p.c, p.addr, p.sp, p.frame = how, c, addr, sp, frame
	return p
}

// Run executes native code where Drive has stopped for it. See interp.Native.
func (e *Engine) Run() uint32 {
	code := e.run()
	if len(e.segs) == 0 && len(e.doomed) > 0 {
		e.sweep()
	}
	return code
}

// Idle: see interp.Native. Others may use the native stack.
func (e *Engine) Idle() {
	e.segs = e.segs[:0]
	e.sweep()
	if e.matching != nil {
		e.matching.idle()
	}
	if e.stack != nil {
		e.stack.Release()
		e.stack = nil
	}
}

func (e *Engine) run() uint32 {
	e.collectJobs()
	if on := e.d.Profiling(); on != e.profiling {
		e.profiling = on
		e.budget = min(e.budget, e.pollUnits())
	}
	p, code := e.first()
	for p != nil {
		switch {
		case e.d.FuelLeft() < p.c.Fuel:
			// The interpreter stops exactly where fuel ends.
			return e.refuse(p, StopNative)
		case e.budget < p.c.Fuel:
			if e.profiling {
				e.d.BeginPlaces(0)
			}
			if e.o.Interrupted() {
				return e.refuse(p, StopPoll)
			}
			e.budget = max(e.pollUnits(), p.c.Fuel)
		}
		e.execute(p)
		if x := &e.pending; x.set {
			x.set = false
			p, code = e.done(&x.seg, x.r)
		} else {
			p, code = e.left()
		}
	}
	return code
}

// first finds out what Drive has stopped for. Without a position, code is the
// answer.
func (e *Engine) first() (p *position, code uint32) {
	n, left := e.d.Waiting()
	if left != 0 && int(n) < len(e.segs) {
		s := e.segs[n]
		e.segs = e.segs[:n]
		if left == LeftThrew {
			return e.thrown(&s)
		}
		return e.again(&s)
	}
	e.segs = e.segs[:min(int(n), len(e.segs))]
	if e.d.Entered() {
		return e.entered()
	}
	return nil, StopNative
}

// entered is the position at the entry of the function that was just called, or
// of the loop that Sample has found.
func (e *Engine) entered() (p *position, code uint32) {
	fp, tmpl, pc := e.d.Running()
	c := e.osr
	e.osr = nil
	if c != nil && (c.dead || e.template(c.unit) != tmpl || pc != tmpl+e.word(tmpl, c.pc)) {
		c = nil
	}
	var sent heap.Value
	var mode uint32
	if c == nil {
		resumed := false
		if sent, mode, resumed = e.d.Sent(); resumed || pc == e.h.TemplateCode(tmpl) {
			c = e.codeOf(e.h.U32(e.d.Feedback() + heap.FbNative))
		}
	}
	if c != nil && e.wantGC() {
		// Garbage is collected first.
		e.osr = nil
		if c.osr {
			e.osr = c
		}
		return nil, StopNative
	}
	if c == nil || !e.prepare() {
		e.d.SetEntered(false)
		return nil, StopNative
	}
	sp := e.stack.Top()
	if n := len(e.segs); n > 0 {
		sp = e.segs[n-1].sp &^ 15
	}
	e.stack.SetSent(sent, mode)
	e.stats.Entries++
	return e.take(byEnter, c, uintptr(c.start), sp, fp), 0
}

// codeOf is the code with a number. If it is wanted at this call it may be made now.
func (e *Engine) codeOf(number uint32) *code {
	if number == heap.NativeWanted {
		if e.o.Always {
			return e.wanted()
		}
		e.called()
		return nil
	}
	number &= heap.NativeEnter - 1
	if number >= firstNumber && int(number) < len(e.codes) {
		if c := e.codes[number]; c != nil && !c.dead {
			return c
		}
	}
	// A number from another life.
	e.h.SetU32(e.d.Feedback()+heap.FbNative, 0)
	return nil
}

// again is the position behind the exit of a segment whose frame has returned.
func (e *Engine) again(s *segment) (p *position, code uint32) {
	fp, tmpl, pc := e.d.Running()
	if fp != s.fp || e.wantGC() {
		return nil, StopNative
	}
	switch pc - tmpl {
	case s.behind, s.target:
		return e.goOn(s, pc-tmpl), 0
	case s.at:
		// The instruction is to be executed again, with what was returned.
		return e.slow(s)
	}
	return nil, StopNative
}

// refuse gives up going on natively at p; the interpreter can go on there.
func (e *Engine) refuse(p *position, code uint32) uint32 {
	if p.how == byEnter {
		e.d.SetEntered(false)
	}
	return code
}

// execute runs native code from p to its next exit.
func (e *Engine) execute(p *position) {
	s, h := e.stack, e.h
	e.lastGC = h.GCCount
	give := e.budget
	if left := e.d.FuelLeft(); left < give {
		give = left
	}
	e.d.SetEntered(false)
	e.clock++
	p.c.last = e.clock
	s.SetResume(p.addr)
	s.SetNativeSP(p.sp)
	s.SetFrame(e.base + uintptr(p.frame))
	e.giveFuel(give)
	s.SetNursery(h.NurTop, h.NurEnd)
	s.SetEpoch(h.ProtoEpoch)
	s.SetThrew(p.how == byThrow)
	e.setEntries()
	switch p.how {
	case byEnter:
		s.Enter()
	case byResume, byThrow:
		s.Resume()
	case byRestore:
		s.Restore()
	}
	if !e.pending.set {
		h.NurTop, _ = s.Nursery()
	}
	e.d.Spend(e.used())
}

// left handles the exit that native code has taken, and gives the position where
// it goes on, or the answer of Run.
func (e *Engine) left() (p *position, code uint32) {
	s := e.stack
	frame := uint32(s.Frame() - e.base)
	n := s.Exit()
	if n == 0 {
		e.stats.Returns++
		e.d.GoOn(frame, 0)
		return e.after(e.d.Return(s.Result()))
	}
	if n < 0 {
		// A fault: the machine is broken, and its frames may be.
		return nil, StopInternal
	}
	c := e.codes[s.Code()]
	x := &c.Exits[n]
	switch x.Kind {
	case backend.ExitPoll:
		e.stats.Polls++
		if e.d.FuelLeft() >= c.Fuel && !e.wantGC() {
			if e.profiling {
				e.places(c, x, frame)
			}
			if e.o.Interrupted() {
				e.rebuild(c, x, frame)
				return nil, StopPoll
			}
			e.budget = max(e.pollUnits(), c.Fuel)
			if x.Resume > 0 {
				return e.take(byRestore, c, c.addr+uintptr(x.Resume), s.NativeSP(), frame), 0
			}
		}
		e.rebuild(c, x, frame)
		return nil, StopPoll
	}
	e.stats.Deopts[x.Reason]++
	e.rebuild(c, x, frame)
	if x.Reason == backend.ReasonStack {
		if fp, tmpl, _ := e.d.Running(); fp+8*uint32(e.h.U16(tmpl+heap.TmplRegs)) > e.d.StackLimit() {
			return e.after(e.d.Overflow())
		}
	}
	c.taken[n]++
	if c.taken[n] >= c.enough(x.Reason) {
		e.giveUp(c, x, c.taken[n], frame)
	}
	if x.Reason == backend.ReasonLoopEnd && c.taken[n] > 1 {
		return e.outer(c)
	}
	e.hurry()
	return nil, StopNative
}

// mayTake is how often an exit may be taken for a reason before the code is given
// up.
var mayTake = func() (n [backend.NumReasons]uint32) {
	for r := range n {
		n[r] = maxTaken
	}
	// Room will be made, a throw costs more than the exit, and loops end.
	for _, r := range []backend.Reason{backend.ReasonMemory, backend.ReasonStack, backend.ReasonThrow, backend.ReasonLoopEnd} {
		n[r] = 1<<32 - 1
	}
	n[backend.ReasonUnsupported] = 10 * maxTaken
	return n
}()

// slow has the driver execute the instruction where the machine stands, for the
// segment s.
func (e *Engine) slow(s *segment) (p *position, code uint32) {
	left := e.d.FuelLeft()
	r := e.d.Execute()
	if e.profiling {
		e.took(left - e.d.FuelLeft())
	}
	return e.done(s, r)
}

// done goes on when the instruction that the segment s waits for has ended as r
// says.
func (e *Engine) done(s *segment, r uint32) (p *position, code uint32) {
	switch r {
	case execNext, execOther:
		fp, tmpl, pc := e.d.Running()
		if e.wantGC() {
			e.hurry()
			break
		}
		if r == execOther && (fp != s.fp || s.target == 0 || pc-tmpl != s.target) {
			if n, left := e.d.Waiting(); left == LeftThrew && int(n) < len(e.segs) {
				*s = e.segs[n]
				e.segs = e.segs[:n]
			}
			return e.thrown(s)
		}
		return e.goOn(s, pc-tmpl), 0
	case execFrame:
		e.d.Wait()
		e.segs = append(e.segs, *s)
		e.stats.Segments++
		if e.d.Entered() {
			return e.entered()
		}
		if e.stats.Segments%waitsPerHeat == 0 {
			e.waitsFor()
		}
		return nil, StopNative
	case execStop + StopHost:
		e.d.WaitHost()
		e.segs = append(e.segs, *s)
		return nil, StopHost
	}
	return e.after(r)
}

// thrown is the position of the handler that the machine stands at, if it is in the
// code that s waits in or in what has called that natively.
func (e *Engine) thrown(s *segment) (p *position, code uint32) {
	if !e.wantGC() {
		if p = e.handler(s.c, &s.c.Exits[s.exit].Handler, s.sp, s.resume, s.frame, e.d.FuelLeft()); p != nil {
			return p, 0
		}
	}
	e.hurry()
	return nil, StopNative
}

// goOn is the position behind the exit of a segment whose instruction is done,
// with pc behind it, or, of a conditional jump, where it went.
func (e *Engine) goOn(s *segment, pc uint32) *position {
	if s.target != 0 {
		e.setTaken(pc == s.target)
	}
	e.stats.Resumes++
	return e.take(byResume, s.c, s.resume, s.sp, s.frame)
}

// wantGC reports whether a collection is due before native code goes on. Under
// stress one always is; there each entry has one of its own.
func (e *Engine) wantGC() bool {
	return e.h.WantGC && (e.h.Stress&heap.StressCollect == 0 || e.lastGC == e.h.GCCount)
}

// hurry lets the next sample come soon: hot code has been left that may be
// entered again. The slice goes on behind it.
func (e *Engine) hurry() {
	if !e.o.Always && !e.hurried {
		e.hurried = true
		e.rest = e.d.SetSlice(hurryUnits) - hurryUnits
	}
}

// after turns the answer of Execute or Return into what Run does next.
func (e *Engine) after(r uint32) (p *position, code uint32) {
	if r >= execStop {
		return nil, r - execStop
	}
	return e.first()
}
