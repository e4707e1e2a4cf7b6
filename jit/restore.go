package jit

// Restore goes on at the address given to SetResume with all registers as they
// were at the last exit that saved them. Otherwise it is like Resume.
//
//go:noinline
func (s *Stack) Restore() { restore(s.ctx) }
