package jit

import (
	"errors"
	"math/bits"
)

var errNoStubs = errors.New("jit: the compiler has no stubs")

// link makes sure that the stubs of a set are there.
func (e *Engine) link(set uint64) error {
	var err error
	for ; set != 0 && err == nil; set &= set - 1 {
		n := bits.TrailingZeros64(set)
		if e.stubs[n] != 0 {
			continue
		}
		c, ok := e.o.Compiler.(StubCompiler)
		if !ok {
			return errNoStubs
		}
		e.stubs[n], err = e.memory.Stub(n, func() ([]byte, string, error) { return c.Stub(n) })
	}
	e.setStubs()
	return err
}

// setStubs tells native code where stubs are. Those that are not linked are
// called by no code of this machine.
func (e *Engine) setStubs() {
	if e.stack == nil {
		return
	}
	for n, at := range e.stubs {
		e.stack.SetStub(n, at)
	}
}
