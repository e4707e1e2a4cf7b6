package jit

import (
	"cmp"
	"slices"

	"firn/jit/backend"
)

// Exceptions. The interpreter's frames are complete where anything can throw, so it
// is the machine that looks for the handler and leaves frames on the way there. If
// that handler belongs to native code that is on the native stack still, the code
// goes on there: behind its call or exit, where it looks whether an exception has
// come out (CtxThrew). Between the code that has left and the one that handles the
// exception there are calls of native code by native code; the tables of the codes
// (backend.Code.Calls) tell how to get from one to the next. If there is none, since
// it was thrown away meanwhile, the interpreter goes on.

// place is the index in placed of the code at addr, or where it would be.
func (e *Engine) place(addr uintptr) (int, bool) {
	return slices.BinarySearchFunc(e.placed, addr, func(c *code, addr uintptr) int { return cmp.Compare(c.addr, addr) })
}

// callAt finds the native call that returns to ret; nil if there is none.
func (e *Engine) callAt(ret uintptr) (*code, *backend.Call) {
	i, exact := e.place(ret)
	if exact || i == 0 {
		return nil, nil
	}
	c := e.placed[i-1]
	at, ok := slices.BinarySearchFunc(c.Calls, ret-c.addr, func(x backend.Call, off uintptr) int { return cmp.Compare(uintptr(x.Return), off) })
	if !ok {
		return nil, nil
	}
	return c, &c.Calls[at]
}

// handler is the position of the handler that the machine stands at, on the native
// stack from sp on: c has left there, of whose exit h is the handler and resume the
// address to go on at, in the frame at frame. With that the handler's first
// instruction is executed. There are so many units of fuel.
func (e *Engine) handler(c *code, h *backend.Handler, sp, resume uintptr, frame uint32, fuel int64) (p position, ok bool) {
	fp, tmpl, pc := e.d.Running()
	p = position{byThrow, c, resume, sp, frame}
	for fp < frame {
		ret := e.stack.Return(p.sp, p.c.FrameBytes)
		caller, call := e.callAt(ret)
		if caller == nil {
			return p, false
		}
		// What is called runs in a frame of its own, which the code behind the call
		// goes back from.
		p = position{byThrow, caller, ret, p.sp + uintptr(p.c.FrameBytes), frame}
		frame -= uint32(call.Window)
		h = &call.Handler
	}
	if h.PC == 0 || fp != frame+8*uint32(h.Base) || pc-tmpl != e.word(tmpl, h.PC) || fuel < p.c.Fuel || e.d.Execute() != execNext {
		return p, false
	}
	e.stats.Handled++
	return p, true
}

// toHandler has native code go on at the handler where the machine stands, with so
// much fuel, if that is on the native stack. The code has left at q.
func (e *Engine) toHandler(q *quickExit, fuel int64) bool {
	s := e.stack
	c := e.codes[s.Code()]
	p, ok := e.handler(c, &c.Exits[s.Exit()].Handler, s.NativeSP(), q.resume, uint32(s.Frame()-e.base), fuel)
	if !ok {
		return false
	}
	e.giveFuel(fuel)
	e.behind(q)
	s.SetResume(p.addr)
	s.SetNativeSP(p.sp)
	s.SetFrame(e.base + uintptr(p.frame))
	s.SetThrew(true)
	return true
}
