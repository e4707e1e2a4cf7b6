//go:build !firn_nojit

package jit

import (
	"unsafe"

	"firn/ir/ssa"
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
	ctxMath     = backend.CtxMath
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

// compute computes the function of doubles that native code has called for.
func compute(ctx unsafe.Pointer) {
	k := ssa.Intrinsic(*(*uint64)(unsafe.Add(ctx, ctxGPR)))
	x, y := (*float64)(unsafe.Add(ctx, ctxFPR)), (*float64)(unsafe.Add(ctx, ctxFPR+8))
	*x = ssa.MathFunc(k, *x, *y)
}

// computed is where calls of CtxMath go on, and backWith where they return to native
// code. Not to be called from Go.
func computed(ctx unsafe.Pointer, e *Engine)
func backWith(ctx unsafe.Pointer, e *Engine)

// exitStubs stores the stubs' addresses in the context.
//
//go:noescape
func exitStubs(ctx unsafe.Pointer)

// The stubs; native code jumps to them. Not to be called from Go.
func exitSave()
func exitSlow()
func exitFault()
func callMath()
