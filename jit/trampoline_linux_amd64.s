//go:build !firn_nojit

#include "go_asm.h"
#include "funcdata.h"
#include "textflag.h"

// Registers while native code runs: R15 cage base, R14 frame, R13 context, R12
// fuel, SP native stack; the rest is the code's. Of what Go needs, only SP and BP
// must be kept here: for assembly functions every other register is free, the
// wrapper that Go puts around them restores R14 (g) and X15, and g itself is in
// thread-local storage, where signal handlers find it.
//
// Signals may arrive at any instruction. Go's handlers run on a stack of their
// own, and take an address outside Go's code as no place to preempt or unwind.
// Within these functions TOPFRAME stops the unwinder of the profiler, which would
// read return addresses off the native stack.
//
// All of these functions run with SP where the caller of enter, resume or restore
// has put its return address, and BP as the caller left it: which of them was
// called does not matter, and native code entered by the one may leave after the
// other.
//
// A slow exit does not go back to that caller: it calls handle, as if the caller
// had called exited in the first place, and native code is resumed from there. So
// returns of native code and of Go keep in step with the calls that CPUs predict
// them by. (handle may move Go's stack: SP and BP are stored anew each time.)

#define LOAD \
	MOVQ BP, const_ctxGoBP(R13); \
	MOVQ SP, const_ctxGoSP(R13); \
	MOVQ const_ctxFuel(R13), R12; \
	MOVQ const_ctxFrame(R13), R14; \
	MOVQ const_ctxBase(R13), R15; \
	MOVQ const_ctxNativeSP(R13), SP

#define LEAVE \
	MOVQ R12, const_ctxFuel(R13); \
	MOVQ R14, const_ctxFrame(R13); \
	MOVQ SP, const_ctxNativeSP(R13); \
	MOVQ const_ctxGoSP(R13), SP; \
	MOVQ const_ctxGoBP(R13), BP

// func enter(ctx unsafe.Pointer, e *Engine)
//
// The return of the function entered pairs with this CALL, which CPUs predict:
// 5 ns for both ways, and 35 when entered by a jump with the return address pushed.
TEXT ·enter(SB), NOSPLIT|NOFRAME|TOPFRAME, $0-16
	MOVQ ctx+0(FP), R13
	LOAD
	CALL const_ctxResume(R13)
	MOVQ AX, const_ctxResult(R13)
	MOVQ $0, const_ctxExit(R13)
	LEAVE
	RET

// func resume(ctx unsafe.Pointer, e *Engine)
TEXT ·resume(SB), NOSPLIT|NOFRAME|TOPFRAME, $0-16
	MOVQ ctx+0(FP), R13
	LOAD
	JMP const_ctxResume(R13)

// exitSlow leaves; the registers need not be kept.
TEXT ·exitSlow(SB), NOSPLIT|NOFRAME|TOPFRAME, $0-0
	LEAVE
	JMP ·exited(SB)

// func exited(ctx unsafe.Pointer, e *Engine)
//
// What unwinders see of it is an ordinary function that calls handle.
TEXT ·exited(SB), NOSPLIT, $16-16
	NO_LOCAL_POINTERS
	MOVQ e+8(FP), AX
	MOVQ AX, 0(SP)
	CALL ·handle(SB)
	MOVQ 8(SP), AX
	TESTQ AX, AX
	JNE again
	RET
again:
	RET ·resume(SB)

// callMath is called by native code for a function of doubles: CtxMath. The return
// address stays on the native stack.
TEXT ·callMath(SB), NOSPLIT|NOFRAME|TOPFRAME, $0-0
	MOVQ AX, (const_ctxGPR+0*8)(R13)
	MOVSD X0, (const_ctxFPR+0*8)(R13)
	MOVSD X1, (const_ctxFPR+1*8)(R13)
	LEAVE
	JMP ·computed(SB)

// func computed(ctx unsafe.Pointer, e *Engine)
TEXT ·computed(SB), NOSPLIT, $8-16
	NO_LOCAL_POINTERS
	MOVQ ctx+0(FP), AX
	MOVQ AX, 0(SP)
	CALL ·compute(SB)
	RET ·backWith(SB)

// func backWith(ctx unsafe.Pointer, e *Engine)
TEXT ·backWith(SB), NOSPLIT|NOFRAME|TOPFRAME, $0-16
	MOVQ ctx+0(FP), R13
	LOAD
	MOVSD (const_ctxFPR+0*8)(R13), X0
	RET

// exitSave leaves with all registers in the context.
TEXT ·exitSave(SB), NOSPLIT|NOFRAME|TOPFRAME, $0-0
	MOVQ AX, (const_ctxGPR+0*8)(R13)
	MOVQ CX, (const_ctxGPR+1*8)(R13)
	MOVQ DX, (const_ctxGPR+2*8)(R13)
	MOVQ BX, (const_ctxGPR+3*8)(R13)
	MOVQ SP, (const_ctxGPR+4*8)(R13)
	MOVQ BP, (const_ctxGPR+5*8)(R13)
	MOVQ SI, (const_ctxGPR+6*8)(R13)
	MOVQ DI, (const_ctxGPR+7*8)(R13)
	MOVQ R8, (const_ctxGPR+8*8)(R13)
	MOVQ R9, (const_ctxGPR+9*8)(R13)
	MOVQ R10, (const_ctxGPR+10*8)(R13)
	MOVQ R11, (const_ctxGPR+11*8)(R13)
	MOVQ R12, (const_ctxGPR+12*8)(R13)
	MOVQ R13, (const_ctxGPR+13*8)(R13)
	MOVQ R14, (const_ctxGPR+14*8)(R13)
	MOVQ R15, (const_ctxGPR+15*8)(R13)
	MOVSD X0, (const_ctxFPR+0*8)(R13)
	MOVSD X1, (const_ctxFPR+1*8)(R13)
	MOVSD X2, (const_ctxFPR+2*8)(R13)
	MOVSD X3, (const_ctxFPR+3*8)(R13)
	MOVSD X4, (const_ctxFPR+4*8)(R13)
	MOVSD X5, (const_ctxFPR+5*8)(R13)
	MOVSD X6, (const_ctxFPR+6*8)(R13)
	MOVSD X7, (const_ctxFPR+7*8)(R13)
	MOVSD X8, (const_ctxFPR+8*8)(R13)
	MOVSD X9, (const_ctxFPR+9*8)(R13)
	MOVSD X10, (const_ctxFPR+10*8)(R13)
	MOVSD X11, (const_ctxFPR+11*8)(R13)
	MOVSD X12, (const_ctxFPR+12*8)(R13)
	MOVSD X13, (const_ctxFPR+13*8)(R13)
	MOVSD X14, (const_ctxFPR+14*8)(R13)
	MOVSD X15, (const_ctxFPR+15*8)(R13)
	LEAVE
	RET

// exitFault is where onFault sends native code that faulted. It may have been
// anywhere, so only the context's address is relied upon.
TEXT ·exitFault(SB), NOSPLIT|NOFRAME|TOPFRAME, $0-0
	MOVQ $const_ExitFault, const_ctxExit(R13)
	LEAVE
	RET

// onFault is the handler of SIGSEGV and SIGBUS, called by the kernel on the
// thread's signal stack with the signal in DI, siginfo in SI, ucontext in DX. All
// registers are free: the kernel restores them from the ucontext. It may touch
// nothing of Go's but the tables, nor any memory that could fault.
TEXT ·onFault(SB), NOSPLIT|NOFRAME|TOPFRAME, $0-0
	MOVQ const_ucRIP(DX), AX
	LEAQ ·faultRegions(SB), CX
	LEAQ (const_faultRegionsSize)(CX), R8
search:
	CMPQ AX, 0(CX)
	JB next
	CMPQ AX, 8(CX)
	JB found
next:
	ADDQ $16, CX
	CMPQ CX, R8
	JB search
	// Not native code: on to Go.
	MOVQ ·oldSegv(SB), AX
	CMPQ DI, $11
	JEQ chain
	MOVQ ·oldBus(SB), AX
chain:
	JMP AX
found:
	MOVQ const_ucR13(DX), BX
	MOVQ const_siAddr(SI), AX
	MOVQ AX, const_ctxResult(BX)
	LEAQ ·exitFault(SB), AX
	MOVQ AX, const_ucRIP(DX)
	RET

// func onFaultPC() uintptr
TEXT ·onFaultPC(SB), NOSPLIT|NOFRAME, $0-8
	LEAQ ·onFault(SB), AX
	MOVQ AX, ret+0(FP)
	RET

// func stubs(ctx unsafe.Pointer)
TEXT ·exitStubs(SB), NOSPLIT|NOFRAME, $0-8
	MOVQ ctx+0(FP), DI
	LEAQ ·exitSave(SB), AX
	MOVQ AX, const_ctxExitSave(DI)
	LEAQ ·exitSlow(SB), AX
	MOVQ AX, const_ctxExitSlow(DI)
	LEAQ ·callMath(SB), AX
	MOVQ AX, const_ctxMath(DI)
	RET
