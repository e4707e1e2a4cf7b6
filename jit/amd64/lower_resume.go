package amd64

import (
	"firn/heap"
	"firn/ir/bytecode"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// Coroutines: see bytecode.GenFrame and what follows for their layout.

const (
	genFrame = heap.OffInternal + 8*bytecode.GenFrame
	genState = heap.OffInternal + 8*bytecode.GenState
)

// lowerSent: whoever resumes a coroutine puts what it sends into the context.
func lowerSent(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.D(lo.def(v)))
	in := backend.Inst{Op: special(sSent)}
	if v.Op == ssa.OpSentMode {
		in.Imm = 1
	}
	lo.inst(in, &o)
}

func lowerResumable(lo *lowerer, v *ssa.Value) {
	if v.Aux < 4 || v.Aux >= 1<<16 {
		lo.fail(v, "a frame at slot %d", v.Aux)
	}
	var o operands
	o.add(backend.DFixed(lo.def(v), backend.Reg(RAX)))
	o.add(backend.UFixed(lo.use(v.Args[0]), backend.Reg(RBX)))
	in := backend.Inst{Op: special(sResumable), Disp: int32(8 * v.Aux), Clobbers: backend.Regs(backend.Reg(RAX), backend.Reg(RCX), backend.Reg(RDX))}
	if mode := v.Args[1]; isConstInt(mode, bytecode.ModeNext) {
		in.Imm = 1
	} else {
		o.add(backend.UFixed(lo.use(mode), backend.Reg(RSI)))
	}
	lo.inst(in, &o)
}

func lowerResume(lo *lowerer, v *ssa.Value) {
	act, dst, cost := v.UnpackCall()
	s := v.State
	if s == nil || s.Base < 0 || v.Aux < int64(s.Base)+4 || v.Aux >= 1<<16 || cost != 0 {
		lo.fail(v, "a resumption at slot %d", v.Aux)
		return
	}
	lo.calls = append(lo.calls, callInfo{slot: int32(v.Aux), base: int32(s.Base), ret: lo.f.Functions[s.Fn].Code + 8*s.PC, dst: dst, act: act, handler: lo.handler()})
	var o operands
	o.add(backend.DFixed(lo.def(v), backend.Reg(RAX)))
	for i, r := range [...]Reg{RBX, RDI, RSI, RAX} {
		o.add(backend.UFixed(lo.use(v.Args[i]), backend.Reg(r)))
	}
	lo.inst(backend.Inst{Op: special(sResume), Imm: int64(len(lo.calls) - 1), Clobbers: allocatable}, &o)
}

// resumable emits the test whether the coroutine in RBX can be resumed in the mode
// in RSI (or, if next is set, ModeNext) by native code, and the number of that code.
func (e *emitter) resumable(window int32, next bool) {
	ok, done := e.asm.NewLabel(), e.asm.NewLabel()
	no := e.later(func() {
		e.i2(MOV, S32, R(RAX), Imm(0))
		e.jmp(done)
	})
	e.i2(MOV, S32, R(RAX), MemIndex(regCage, RBX, 1, genState))
	e.i2(CMP, S32, R(RAX), Imm(bytecode.GenYield))
	e.jcc(CondNE, e.later(func() {
		e.i2(CMP, S32, R(RAX), Imm(bytecode.GenHanded))
		e.jcc(CondE, ok)
		// Before the body and at an await, other modes are not the code's.
		if !next {
			e.i2(TEST, S32, R(RSI), R(RSI))
			e.jcc(CondNE, no)
		}
		e.i2(CMP, S32, R(RAX), Imm(bytecode.GenAwait))
		e.jcc(CondE, ok)
		e.i2(TEST, S32, R(RAX), R(RAX)) // GenStart
		e.jcc(CondE, ok)
		e.jmp(no)
	}))
	e.asm.Bind(ok)
	e.i2(MOV, S32, R(RCX), MemIndex(regCage, RBX, 1, genFrame))
	e.i2(MOV, S32, R(RCX), MemIndex(regCage, RCX, 1, bytecode.SavedFunc))
	e.i2(MOV, S32, R(RCX), MemIndex(regCage, RCX, 1, heap.OffWord))
	// Room for the registers and two headers more: see interp.pushGenerator.
	e.i2(MOVZXW, S32, R(RAX), MemIndex(regCage, RCX, 1, heap.TmplRegs))
	e.i2(SHL, S32, R(RAX), Imm(3))
	e.i2(ADD, S64, R(RAX), R(regFrame))
	e.i2(ADD, S64, R(RAX), Imm(window+2*bytecode.FrameHeader))
	e.i2(CMP, S64, R(RAX), Mem(regContext, backend.CtxStackLimit))
	e.jcc(CondA, no)
	e.feedback(RCX)
	e.i2(TEST, S32, R(RAX), R(RAX))
	e.jcc(CondE, no)
	e.i2(MOVZXW, S32, R(RAX), MemIndex(regCage, RAX, 1, heap.FbNative))
	e.i2(MOV, S64, R(RCX), Mem(regContext, backend.CtxEntries))
	e.i2(MOV, S32, R(RDX), R(RAX))
	e.i2(MOV, S64, R(RAX), MemIndex(RCX, RAX, 8, 0))
	e.i2(TEST, S64, R(RAX), R(RAX))
	e.jcc(CondE, no)
	e.i2(MOV, S32, R(RAX), R(RDX))
	e.asm.Bind(done)
}

// resumeCoroutine emits the resumption of the coroutine in RBX, to which the value
// in RDI is sent in the mode in RSI, by the native code with the number in RAX.
// That finds where to go on and its registers in the saved frame.
func (e *emitter) resumeCoroutine(c *callInfo) {
	window := 8 * c.slot
	e.i2(MOV, S64, Mem(regContext, backend.CtxResult), R(RDI))
	e.i2(MOV, S32, Mem(regContext, backend.CtxMode), R(RSI))
	e.i2(MOV, S32, R(RCX), MemIndex(regCage, RBX, 1, genFrame))
	e.i2(MOV, S64, R(RCX), MemIndex(regCage, RCX, 1, bytecode.SavedFunc))
	e.i2(MOV, S64, Mem(regFrame, window+frameCallee), R(RCX))
	e.i2(MOV, S32, Mem(regFrame, window+frameReturn), Imm(int32(c.ret)))
	e.i2(MOV, S32, Mem(regFrame, window+frameReturn+4), Imm(int32(c.dst|c.act<<16)))
	e.i2(MOV, S32, Mem(regFrame, window+frameCaller), Imm(0))
	e.i2(MOV, S32, Mem(regFrame, window+frameCaller+4), Imm(8*(c.slot-c.base)))
	e.i2(MOV, S32, MemIndex(regCage, RBX, 1, genState), Imm(bytecode.GenRunning))
	e.i2(OR, S64, R(RBX), Mem(regContext, backend.CtxTagObject))
	e.i2(MOV, S64, Mem(regFrame, window+frameNewTarget), R(RBX))
	e.i2(MOV, S64, R(RCX), Mem(regContext, backend.CtxEntries))
	e.i2(MOV, S64, R(RAX), MemIndex(RCX, RAX, 8, 0))
	e.i2(ADD, S64, R(regFrame), Imm(window))
	e.i1(CALL, SizeNone, R(RAX))
	e.returnsHere(c, window)
	e.i2(SUB, S64, R(regFrame), Imm(window))
}
