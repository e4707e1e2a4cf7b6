//go:build !firn_nojit

package jit

import "unsafe"

// restore goes on at CtxResume with all registers that exitSave saved.
//
//go:noescape
func restore(ctx unsafe.Pointer, e *Engine)
