package jit

import "firn/jit/backend"

// SetResult stores what code finds in CtxResult when it goes on: the outcome of
// a conditional jump that the driver has done.
func (s *Stack) SetResult(v uint64) { *s.word(backend.CtxResult) = v }

// Restore goes on at the address given to SetResume with all registers as they
// were at the last exit that saved them. Otherwise it is like Resume.
//
//go:noinline
func (s *Stack) Restore() { restore(s.ctx, s.engine) }
