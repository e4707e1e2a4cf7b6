//go:build !firn_nojit

#include "go_asm.h"
#include "textflag.h"

// func restore(ctx unsafe.Pointer, e *Engine)
//
// resume with the registers of the save area; fuel, frame and cage base are the
// context's.
TEXT ·restore(SB), NOSPLIT|NOFRAME|TOPFRAME, $0-16
	MOVQ ctx+0(FP), R13
	MOVQ BP, const_ctxGoBP(R13)
	MOVQ SP, const_ctxGoSP(R13)
	MOVQ const_ctxFuel(R13), R12
	MOVQ const_ctxFrame(R13), R14
	MOVQ const_ctxBase(R13), R15
	MOVQ const_ctxNativeSP(R13), SP
	MOVQ (const_ctxGPR+0*8)(R13), AX
	MOVQ (const_ctxGPR+1*8)(R13), CX
	MOVQ (const_ctxGPR+2*8)(R13), DX
	MOVQ (const_ctxGPR+3*8)(R13), BX
	MOVQ (const_ctxGPR+5*8)(R13), BP
	MOVQ (const_ctxGPR+6*8)(R13), SI
	MOVQ (const_ctxGPR+7*8)(R13), DI
	MOVQ (const_ctxGPR+8*8)(R13), R8
	MOVQ (const_ctxGPR+9*8)(R13), R9
	MOVQ (const_ctxGPR+10*8)(R13), R10
	MOVQ (const_ctxGPR+11*8)(R13), R11
	MOVSD (const_ctxFPR+0*8)(R13), X0
	MOVSD (const_ctxFPR+1*8)(R13), X1
	MOVSD (const_ctxFPR+2*8)(R13), X2
	MOVSD (const_ctxFPR+3*8)(R13), X3
	MOVSD (const_ctxFPR+4*8)(R13), X4
	MOVSD (const_ctxFPR+5*8)(R13), X5
	MOVSD (const_ctxFPR+6*8)(R13), X6
	MOVSD (const_ctxFPR+7*8)(R13), X7
	MOVSD (const_ctxFPR+8*8)(R13), X8
	MOVSD (const_ctxFPR+9*8)(R13), X9
	MOVSD (const_ctxFPR+10*8)(R13), X10
	MOVSD (const_ctxFPR+11*8)(R13), X11
	MOVSD (const_ctxFPR+12*8)(R13), X12
	MOVSD (const_ctxFPR+13*8)(R13), X13
	MOVSD (const_ctxFPR+14*8)(R13), X14
	MOVSD (const_ctxFPR+15*8)(R13), X15
	JMP const_ctxResume(R13)
