//go:build !(linux && amd64) || firn_nojit

package jit

import "unsafe"

func (s *Stack) allocate() error { return ErrNoNative }
func (s *Stack) unmap()          {}

// Without native code there are no stacks, so these are never reached.
func enter(unsafe.Pointer, *Engine)  {}
func resume(unsafe.Pointer, *Engine) {}
func exitStubs(unsafe.Pointer)       {}
