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

// maxHashed is the most units of a string that is hashed here.
const maxHashed = 64

func lowerStrHash(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.DEarly(lo.def(v)))
	o.add(backend.ULate(lo.use(v.Args[0])))
	o.add(backend.T(lo.temp()))
	o.add(backend.T(lo.temp()))
	o.add(backend.T(lo.temp()))
	lo.inst(backend.Inst{Op: special(sStrHash)}, &o)
}

// hashFold and hashStep are parts of heap.Hash: x ^= x >> shift, and what follows a
// word. They change w.
func (e *emitter) hashFold(x, w Reg, shift int32) {
	e.i2(MOV, S64, R(w), R(x))
	e.i2(SHR, S64, R(w), Imm(shift))
	e.i2(XOR, S64, R(x), R(w))
}

func (e *emitter) hashStep(x, w Reg, factor uint64) {
	e.i2(IMUL, S64, R(x), e.asm.Const64(factor))
	e.hashFold(x, w, 32)
}

// strHash is heap.Hash of a string of bytes: words of eight, the last one padded
// with zeros.
func (e *emitter) strHash() {
	x, str, at, left, w := e.reg(0), e.reg(1), e.reg(2), e.reg(3), e.reg(4)
	done, none, last, ended, ready := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	e.i2(MOV, S32, R(x), cell(str, heap.OffStrHash))
	e.i2(TEST, S32, R(x), R(x))
	e.jcc(CondNE, done)
	e.i2(CMP, S8, cell(str, heap.OffKind), Imm(heap.KStr1))
	e.jcc(CondNE, done)
	e.i2(MOV, S32, R(x), cell(str, heap.OffLength))
	e.i2(CMP, S32, R(x), Imm(maxHashed))
	e.jcc(CondA, none)
	e.i2(MOV, S32, R(at), R(str))
	e.i2(MOV, S32, R(left), R(x))
	words := e.here()
	e.i2(CMP, S32, R(left), Imm(8))
	e.jcc(CondB, last)
	e.i2(XOR, S64, R(x), cell(at, heap.OffChars))
	e.hashStep(x, w, heap.HashMul)
	e.i2(ADD, S32, R(at), Imm(8))
	e.i2(SUB, S32, R(left), Imm(8))
	e.jmp(words)
	e.asm.Bind(last)
	e.i2(TEST, S32, R(left), R(left))
	e.jcc(CondE, ended)
	// The bytes of the last word, from its end.
	e.i2(XOR, S32, R(w), R(w))
	bytes := e.here()
	e.i2(MOV, S32, R(scratch), R(at))
	e.i2(ADD, S32, R(scratch), R(left))
	e.i2(MOVZXB, S32, R(scratch), cell(scratch, heap.OffChars-1))
	e.i2(SHL, S64, R(w), Imm(8))
	e.i2(OR, S64, R(w), R(scratch))
	e.i2(SUB, S32, R(left), Imm(1))
	e.jcc(CondNE, bytes)
	e.i2(XOR, S64, R(x), R(w))
	e.hashStep(x, w, heap.HashMul)
	e.asm.Bind(ended)
	e.hashFold(x, w, 29)
	e.hashStep(x, w, heap.HashEnd)
	e.i2(MOV, S32, R(x), R(x))
	e.i2(TEST, S32, R(x), R(x))
	e.jcc(CondNE, ready)
	e.i2(MOV, S32, R(x), Imm(1))
	e.asm.Bind(ready)
	e.i2(CMP, S32, R(str), Mem(regContext, backend.CtxFirn))
	e.jcc(CondB, done)
	e.i2(MOV, S32, cell(str, heap.OffStrHash), R(x))
	e.jmp(done)
	e.asm.Bind(none)
	e.i2(XOR, S32, R(x), R(x))
	e.asm.Bind(done)
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
