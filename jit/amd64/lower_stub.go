package amd64

import (
	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// Stubs (ssa.Stub) are called through their table in the context. Arguments are in
// stubArgs, the result in RAX, both as in any register; nothing but stubRegs
// changes.

var stubArgs = [ssa.MaxStubArgs]Reg{RDI, RSI, RDX, RCX}

// stubRegs is the registers that stubs work with: enough for their loops, so that
// they have no spill slots, and few enough for their callers to keep something.
var stubRegs = backend.Regs(backend.Reg(RAX), backend.Reg(RCX), backend.Reg(RDX), backend.Reg(RSI), backend.Reg(RDI), backend.Reg(R8))

// params defines the arguments of a stub, all at once: until then no register is
// free.
func (lo *lowerer) params() {
	var o operands
	for _, v := range lo.f.Blocks[0].Values {
		if v.Op != ssa.OpParam {
			break
		}
		if v.Aux < 0 || v.Aux >= int64(len(stubArgs)) || v.Type == ssa.F64 {
			lo.fail(v, "no register for it")
			return
		}
		o.add(backend.DFixed(lo.def(v), backend.Reg(stubArgs[v.Aux])))
	}
	lo.inst(backend.Inst{Op: special(sParams)}, &o)
}

// lowerParam has nothing left to do: see params.
func lowerParam(lo *lowerer, v *ssa.Value) {
	if lo.f.Stub == nil {
		lo.fail(v, "this is no stub")
	}
}

func lowerStub(lo *lowerer, v *ssa.Value) {
	if len(v.Args) > len(stubArgs) || v.Aux <= 0 || v.Aux >= backend.MaxStubs {
		lo.fail(v, "no such stub")
		return
	}
	var o operands
	o.add(backend.DFixed(lo.def(v), backend.Reg(RAX)))
	for i, a := range v.Args {
		o.add(backend.UFixed(lo.use(a), backend.Reg(stubArgs[i])))
	}
	lo.inst(backend.Inst{Op: special(sStub), Imm: v.Aux, Clobbers: stubRegs}, &o)
}

func lowerChargeInt(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.U(lo.use(v.Args[0])))
	lo.inst(backend.Inst{Op: special(sChargeInt)}, &o)
}

func lowerAllocSize(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.DEarly(lo.def(v)))
	o.add(backend.ULate(lo.use(v.Args[0])))
	lo.guard(v, backend.Inst{Op: special(sAllocSize), Imm: v.Aux2}, &o, backend.ReasonMemory)
}

// callStub calls a stub, whose arguments are where they must be.
func (e *emitter) callStub(n int64) {
	e.called |= 1 << n
	e.i1(CALL, SizeNone, Mem(regContext, int32(backend.CtxStubs+8*n)))
}

// allocSize bumps the nursery's top by as many bytes as a register says.
func (e *emitter) allocSize() {
	in, d, size := e.in, e.reg(0), e.reg(1)
	e.i2(MOV, S32, R(d), Mem(regContext, backend.CtxNurTop))
	e.i2(LEA, S64, R(scratch), MemIndex(d, size, 1, 0))
	e.i2(CMP, S32, R(scratch), Mem(regContext, backend.CtxNurEnd))
	e.jcc(CondA, e.leave())
	e.i2(MOV, S32, Mem(regContext, backend.CtxNurTop), R(scratch))
	e.i2(MOV, S32, MemIndex(regCage, d, 1, heap.OffSize), R(size))
	e.i2(MOV, S32, MemIndex(regCage, d, 1, heap.OffKind), Imm(int32(in.Imm)))
}

// ret returns what is in RAX.
func (e *emitter) ret() {
	if e.frame > 0 {
		e.i2(ADD, S64, R(RSP), Imm(e.frame))
	}
	e.i(I0(RET))
}

// stubEnd is where guards of a stub go: it cannot.
func (e *emitter) stubEnd() {
	if !e.useCannot {
		return
	}
	e.asm.Bind(e.cannot)
	none := int32(-1)
	if e.lo.f.Stub.Result == ssa.Ref {
		none = 0
	}
	e.i2(MOV, S32, R(RAX), Imm(none))
	e.ret()
}
