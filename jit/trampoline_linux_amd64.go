//go:build !firn_nojit

package jit

import (
	"unsafe"

	"firn/jit/backend"
)

// Native says whether this build can run native code at all.
const Native = true

// The context's layout for the assembler.
const (
	ctxBase     = backend.CtxBase
	ctxGoSP     = backend.CtxGoSP
	ctxGoBP     = backend.CtxGoBP
	ctxResume   = backend.CtxResume
	ctxNativeSP = backend.CtxNativeSP
	ctxFuel     = backend.CtxFuel
	ctxFrame    = backend.CtxFrame
	ctxExit     = backend.CtxExit
	ctxResult   = backend.CtxResult
	ctxExitSave = backend.CtxExitSave
	ctxExitSlow = backend.CtxExitSlow
	ctxGPR      = backend.CtxGPR
	ctxFPR      = backend.CtxFPR
)

// enter calls the code at CtxResume on the native stack; resume jumps there.
// Both come back when native code reaches a stub, but for slow exits, which call
// handle first.
//
//go:noescape
func enter(ctx unsafe.Pointer, e *Engine)

//go:noescape
func resume(ctx unsafe.Pointer, e *Engine)

// exited is where slow exits go on. Not to be called from Go.
func exited(ctx unsafe.Pointer, e *Engine)

// handle is called at a slow exit. It reports, by a number other than 0, that
// native code goes on at CtxResume; without an engine it does not.
func handle(e *Engine) uintptr {
	if e != nil && e.quick() {
		return 1
	}
	return 0
}

// exitStubs stores the stubs' addresses in the context.
//
//go:noescape
func exitStubs(ctx unsafe.Pointer)

// The stubs; native code jumps to them. Not to be called from Go.
func exitSave()
func exitSlow()
func exitFault()
