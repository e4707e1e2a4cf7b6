package jit

import (
	"firn/ir/bytecode"
	"firn/jit/backend"
)

// quickExit is a slow exit, laid out for speed: most instructions that native
// code leaves to the driver are done in place, and native code goes on at once.
type quickExit struct {
	resume uintptr // address to go on at; 0: no slow exit
	inner  bool    // in an inlined frame, whose headers are to be written
	op     bytecode.Op
	at     uint32 // the instruction, in bytes from its template
	behind uint32 // … and the next
	target uint32 // … and where it jumps, if it is a conditional jump
}

// quicken makes the quick exits of c, which has its address.
func (e *Engine) quicken(c *code) {
	c.quick = make([]quickExit, len(c.Exits))
	for i := range c.Exits {
		x := &c.Exits[i]
		if x.Kind != backend.ExitSlow {
			continue
		}
		tmpl := e.templateOf(c.funcs[x.Frames[len(x.Frames)-1].Fn])
		at := e.word(tmpl, x.PC)
		w := e.h.U64(tmpl + at)
		q := quickExit{resume: c.addr + uintptr(x.Resume), inner: len(x.Frames) > 1, op: bytecode.Op(w), at: at}
		info := &bytecode.Table[q.op]
		q.behind = at + 8*uint32(info.Words)
		if info.Effects&bytecode.Branch != 0 {
			q.target = q.behind + 8*uint32(jump(info, w))
		}
		c.quick[i] = q
	}
}

// segment is what waits for a frame if the instruction of q, which has just been
// taken, pushes one.
func (e *Engine) segment(c *code, q *quickExit, frame, fp uint32) segment {
	return segment{c: c, sp: e.stack.NativeSP(), resume: q.resume, frame: frame, fp: fp, at: q.at, behind: q.behind, target: q.target}
}

// quick has the driver do the instructions of slow exits, one after the other,
// and resumes native code behind them, for as long as they are done in place.
// When an instruction ends otherwise, ok and answer are those of done; without
// end, native code has left by another kind of exit.
func (e *Engine) quick() (end bool, p position, ok bool, answer uint32) {
	s, h := e.stack, e.h
	for {
		n := s.Exit()
		if n <= 0 {
			return
		}
		c := e.codes[s.Code()]
		q := &c.quick[n]
		if q.resume == 0 {
			return
		}
		frame := uint32(s.Frame() - e.base)
		fp, tmpl := frame, uint32(0)
		if q.inner {
			tmpl = e.frames(c, &c.Exits[n], frame, &fp)
		} else {
			tmpl = e.templateOf(c.funcs[0])
		}
		e.stats.Slow[q.op]++
		if q.op == bytecode.OpCall {
			e.stats.Calls[whyCall(h, h.Val(fp+8*uint32(h.U16(tmpl+q.at+4))-8))]++
		}
		before := int64(0)
		if e.profiling {
			before = e.d.FuelLeft()
		}
		r, left := e.d.Do(fp, tmpl, q.at)
		if e.profiling {
			e.took(before - left)
		}
		if r != execNext || e.wantGC() || left < c.Fuel || e.budget < c.Fuel || q.target != 0 {
			seg := e.segment(c, q, frame, fp)
			p, ok, answer = e.done(&seg, r)
			return true, p, ok, answer
		}
		e.stats.Resumes++
		give := e.budget
		if left < give {
			give = left
		}
		s.SetResume(q.resume)
		s.SetFuel(give)
		s.SetNursery(h.NurTop, h.NurEnd)
		s.SetEpoch(h.ProtoEpoch)
		s.Resume()
		h.NurTop, _ = s.Nursery()
		used := give - s.Fuel()
		e.budget -= used
		e.d.Spend(used)
	}
}
