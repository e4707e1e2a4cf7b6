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

// callSites remembers what callAt has found.
type callSites [64]callSite

// callSite is a native call, by the address where it returns.
type callSite struct {
	ret  uintptr
	c    *code
	call *backend.Call
}

// placeAt is the index in placed of the code at addr, or where it would be.
func (e *Engine) placeAt(addr uintptr) int {
	i, _ := slices.BinarySearchFunc(e.placed, addr, func(c *code, addr uintptr) int { return cmp.Compare(c.addr, addr) })
	return i
}

// placeCode and displace add code to those by address, and take it away.
func (e *Engine) placeCode(c *code) {
	e.placed = slices.Insert(e.placed, e.placeAt(c.addr), c)
	e.sites = callSites{}
}

func (e *Engine) displace(c *code) {
	i := e.placeAt(c.addr)
	e.placed = slices.Delete(e.placed, i, i+1)
	e.sites = callSites{}
}

// callAt finds the native call that returns to ret; nil if there is none.
func (e *Engine) callAt(ret uintptr) *callSite {
	s := &e.sites[(ret^ret>>6)%uintptr(len(e.sites))]
	if s.ret == ret {
		return s
	}
	i := e.placeAt(ret)
	if i == 0 {
		return nil
	}
	c := e.placed[i-1]
	at, ok := slices.BinarySearchFunc(c.Calls, ret-c.addr, func(x backend.Call, off uintptr) int { return cmp.Compare(uintptr(x.Return), off) })
	if !ok {
		return nil
	}
	*s = callSite{ret, c, &c.Calls[at]}
	return s
}

// handler is the position of the handler that the machine stands at, on the native
// stack from sp on: c has left there, of whose exit h is the handler and addr the
// address to go on at, in the frame at frame. With that the handler's first
// instruction is executed. There are so many units of fuel.
func (e *Engine) handler(c *code, h *backend.Handler, sp, addr uintptr, frame uint32, fuel int64) *position {
	fp, tmpl, pc := e.d.Running()
	outer := frame
	for fp < outer {
		addr = e.stack.Return(sp, c.FrameBytes)
		s := e.callAt(addr)
		if s == nil {
			return nil
		}
		// What is called runs in a frame of its own, which the code behind the call
		// goes back from.
		sp += uintptr(c.FrameBytes)
		c, h, frame = s.c, &s.call.Handler, outer
		outer -= uint32(s.call.Window)
	}
	if h.PC == 0 || fp != outer+8*uint32(h.Base) || pc-tmpl != e.word(tmpl, h.PC) || fuel < c.Fuel || e.d.Execute() != execNext {
		return nil
	}
	e.stats.Handled++
	return e.take(byThrow, c, addr, sp, frame)
}

// toHandler has native code go on at the handler where the machine stands, with so
// much fuel, if that is on the native stack. The code has left at q.
func (e *Engine) toHandler(q *quickExit, fuel int64) bool {
	s := e.stack
	c := e.codes[s.Code()]
	p := e.handler(c, &c.Exits[s.Exit()].Handler, s.NativeSP(), q.resume, uint32(s.Frame()-e.base), fuel)
	if p == nil {
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
