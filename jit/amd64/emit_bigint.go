package amd64

import (
	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// BigInts with magnitudes below 2^128 are computed by routines that a code object has
// at its end if it needs them: see Call.smallBigIntOp and package bigmath, which do the
// same and charge the same. They are entered by CALL with the operands, values of any
// kind, in RAX and RCX, and answer in RAX: the result, or the empty value for what is
// left to the driver, before anything is charged.

// lowerBigInt is for operations on BigInts; the routine is told by Aux.
func lowerBigInt(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.DFixed(lo.def(v), backend.Reg(RAX)))
	o.add(backend.UFixed(lo.use(v.Args[0]), backend.Reg(RAX)))
	o.add(backend.UFixed(lo.use(v.Args[1]), backend.Reg(RCX)))
	n := v.Aux
	if v.Op == ssa.OpBigCmp {
		n = ssa.NumBigOps
	}
	if n < 0 || n > ssa.NumBigOps {
		lo.fail(v, "no such operation on BigInts")
		return
	}
	lo.inst(backend.Inst{Op: special(sBigInt), Imm: n, Clobbers: keyScratch}, &o)
}

// bigRoutine is the label of the routine for operation n.
func (e *emitter) bigRoutine(n int64) Label {
	if e.bigUsed>>n&1 == 0 {
		e.bigUsed |= 1 << n
		e.bigLabels[n] = e.asm.NewLabel()
	}
	return e.bigLabels[n]
}

// bigRoutines emits the routines that are needed.
func (e *emitter) bigRoutines() {
	for n := int64(0); n <= ssa.NumBigOps; n++ {
		if e.bigUsed>>n&1 != 0 {
			e.asm.Bind(e.bigLabels[n])
			if n == ssa.NumBigOps {
				e.bigCompare()
			} else {
				e.bigOp(n)
			}
		}
	}
}

// bigLoad goes on with the number in value v: its digits in n, its sign in sign, its
// magnitude in hi and v. It goes to fail when v is no BigInt, or too large.
func (e *emitter) bigLoad(v, n, sign, hi Reg, fail Label) {
	small, zero := e.asm.NewLabel(), e.asm.NewLabel()
	e.i2(MOV, S64, R(scratch), R(v))
	e.i2(SHR, S64, R(scratch), Imm(48))
	e.i2(CMP, S32, R(scratch), Imm(heap.TagBigInt))
	e.jcc(CondNE, fail)
	e.i2(MOV, S32, R(scratch), R(v))
	e.i2(MOV, S32, R(n), cell(scratch, heap.OffDigits))
	e.i2(CMP, S32, R(n), Imm(4))
	e.jcc(CondA, fail)
	e.i2(MOV, S32, R(sign), cell(scratch, heap.OffSign))
	e.i2(XOR, S32, R(hi), R(hi))
	e.i2(XOR, S32, R(v), R(v))
	e.i2(TEST, S32, R(n), R(n))
	e.jcc(CondE, zero)
	e.i2(CMP, S32, R(n), Imm(2))
	e.jcc(CondBE, small)
	e.i2(MOV, S64, R(hi), cell(scratch, heap.OffData+8))
	e.asm.Bind(small)
	e.i2(MOV, S64, R(v), cell(scratch, heap.OffData))
	e.asm.Bind(zero)
}

// bigEnter and bigLeave keep what keyScratch does not name.
func (e *emitter) bigEnter() {
	e.i1(PUSH, S64, R(R9))
	e.i1(PUSH, S64, R(R10))
}

func (e *emitter) bigLeave() {
	e.i1(POP, S64, R(R10))
	e.i1(POP, S64, R(R9))
	e.i(I0(RET))
}

// bigOp is the routine for an operation with a BigInt as its result. The operands are
// x = RDX·2^64 + RAX, of RSI digits with sign RBX, and y = R10·2^64 + RCX, of RDI
// digits with sign R8; so is the result as x, and its charge is R9.
func (e *emitter) bigOp(op int64) {
	fail, done := e.asm.NewLabel(), e.asm.NewLabel()
	e.bigEnter()
	// failIf leaves the operation to the driver unless both registers are 0.
	failIf := func(r, s Reg) {
		e.i2(MOV, S64, R(scratch), R(r))
		e.i2(OR, S64, R(scratch), R(s))
		e.jcc(CondNE, fail)
	}
	// workOf begins the charge with a number of digits, plus 1.
	workOf := func(digits Reg) {
		e.i2(MOV, S32, R(R9), R(digits))
		e.i2(ADD, S32, R(R9), Imm(1))
	}
	// longer is the charge by the longer operand.
	longer := func() {
		by := e.asm.NewLabel()
		e.i2(CMP, S32, R(RSI), R(RDI))
		e.jcc(CondAE, by)
		e.i2(MOV, S32, R(RSI), R(RDI))
		e.asm.Bind(by)
		workOf(RSI)
	}
	// byShift adds what a shift by RCX is charged.
	byShift := func() {
		workOf(RSI)
		e.i2(MOV, S32, R(scratch), R(RCX))
		e.i2(SHR, S32, R(scratch), Imm(5))
		e.i2(ADD, S32, R(R9), R(scratch))
	}
	number := func(v int32) { // y is v
		e.i2(MOV, S32, R(RCX), Imm(1))
		e.i2(XOR, S32, R(R10), R(R10))
		e.i2(MOV, S32, R(R8), Imm((1-v)/2))
	}
	if op == ssa.BigFromInt {
		positive := e.asm.NewLabel()
		e.i2(MOV, S64, R(scratch), R(RAX))
		e.i2(SHR, S64, R(scratch), Imm(48))
		e.i2(CMP, S32, R(scratch), Imm(heap.TagInt))
		e.jcc(CondNE, fail)
		e.i2(XOR, S32, R(RDX), R(RDX))
		e.i2(XOR, S32, R(RBX), R(RBX))
		e.i2(XOR, S32, R(R9), R(R9))
		e.i2(MOV, S32, R(RAX), R(RAX))
		e.i2(TEST, S32, R(RAX), R(RAX))
		e.jcc(CondNS, positive)
		e.i1(NEG, S32, R(RAX))
		e.i2(MOV, S32, R(RBX), Imm(1))
		e.asm.Bind(positive)
		e.bigResult(fail)
		return
	}
	e.bigLoad(RAX, RSI, RBX, RDX, fail)
	switch op {
	case ssa.BigAdd, ssa.BigSub, ssa.BigMul, ssa.BigDiv, ssa.BigMod, ssa.BigAnd, ssa.BigOr, ssa.BigXor, ssa.BigShl, ssa.BigShr:
		e.bigLoad(RCX, RDI, R8, R10, fail)
	}
	switch op {
	case ssa.BigAdd:
		longer()
		e.bigSum(fail)
	case ssa.BigSub:
		longer()
		e.i2(XOR, S32, R(R8), Imm(1))
		e.bigSum(fail)
	case ssa.BigNeg:
		workOf(RSI)
		e.i2(XOR, S32, R(RBX), Imm(1))
	case ssa.BigNot: // −x − 1
		workOf(RSI)
		e.i2(XOR, S32, R(RBX), Imm(1))
		number(-1)
		e.bigSum(fail)
	case ssa.BigInc:
		workOf(RSI)
		number(1)
		e.bigSum(fail)
	case ssa.BigDec:
		workOf(RSI)
		number(-1)
		e.bigSum(fail)
	case ssa.BigMul:
		failIf(RDX, R10)
		e.i2(MOV, S32, R(R9), R(RSI))
		e.i2(IMUL, S32, R(R9), R(RDI))
		e.i2(ADD, S32, R(R9), Imm(1))
		e.i1(MUL, S64, R(RCX))
		e.i2(XOR, S32, R(RBX), R(R8))
	case ssa.BigDiv, ssa.BigMod:
		e.bigDivide(op, fail)
	case ssa.BigAnd, ssa.BigOr, ssa.BigXor:
		failIf(RBX, R8)
		longer()
		insn := map[int64]Op{ssa.BigAnd: AND, ssa.BigOr: OR, ssa.BigXor: XOR}[op]
		e.i2(insn, S64, R(RAX), R(RCX))
		e.i2(insn, S64, R(RDX), R(R10))
	case ssa.BigShl:
		failIf(RDX, R10)
		e.i2(TEST, S32, R(R8), R(R8))
		e.jcc(CondNE, fail)
		e.i2(CMP, S64, R(RCX), Imm(64))
		e.jcc(CondAE, fail)
		byShift()
		e.i2(MOV, S64, R(RDX), R(RAX))
		e.i2(SHR, S64, R(RDX), Imm(1))
		e.i2(XOR, S32, R(RCX), Imm(63))
		e.i2(SHR, S64, R(RDX), R(RCX))
		e.i2(XOR, S32, R(RCX), Imm(63))
		e.i2(SHL, S64, R(RAX), R(RCX))
	case ssa.BigShr:
		failIf(RBX, R8)
		e.i2(TEST, S64, R(R10), R(R10))
		e.jcc(CondNE, fail)
		e.i2(CMP, S64, R(RCX), Imm(128))
		e.jcc(CondAE, fail)
		byShift()
		words := e.asm.NewLabel()
		e.i2(CMP, S32, R(RCX), Imm(64))
		e.jcc(CondB, words)
		e.i2(MOV, S64, R(RAX), R(RDX))
		e.i2(XOR, S32, R(RDX), R(RDX))
		e.asm.Bind(words) // by the rest, which is how CPUs count
		e.i2(MOV, S64, R(RSI), R(RDX))
		e.i2(SHL, S64, R(RSI), Imm(1))
		e.i2(SHR, S64, R(RAX), R(RCX))
		e.i2(SHR, S64, R(RDX), R(RCX))
		e.i2(XOR, S32, R(RCX), Imm(63))
		e.i2(SHL, S64, R(RSI), R(RCX))
		e.i2(OR, S64, R(RAX), R(RSI))
	case ssa.BigAsUint, ssa.BigAsInt:
		// RCX is the number of bits. Of the magnitude the low word is enough.
		positive := e.asm.NewLabel()
		e.i2(MOV, S64, R(scratch), R(RCX))
		e.i2(SHR, S64, R(scratch), Imm(48))
		e.i2(CMP, S32, R(scratch), Imm(heap.TagInt))
		e.jcc(CondNE, fail)
		e.i2(MOV, S32, R(scratch), R(RCX))
		e.i2(SUB, S32, R(scratch), Imm(1))
		e.i2(CMP, S32, R(scratch), Imm(63))
		e.jcc(CondA, fail)
		workOf(RSI)
		e.i2(XOR, S32, R(RDX), R(RDX))
		e.i2(TEST, S32, R(RBX), R(RBX))
		e.jcc(CondE, positive)
		e.i1(NEG, S64, R(RAX))
		e.asm.Bind(positive)
		e.i2(XOR, S32, R(RBX), R(RBX))
		e.i1(NEG, S32, R(RCX)) // 64 less the bits, as CPUs count
		e.i2(SHL, S64, R(RAX), R(RCX))
		if op == ssa.BigAsUint {
			e.i2(SHR, S64, R(RAX), R(RCX))
			break
		}
		e.i2(SAR, S64, R(RAX), R(RCX))
		e.i2(TEST, S64, R(RAX), R(RAX))
		e.jcc(CondNS, done)
		e.i1(NEG, S64, R(RAX))
		e.i2(MOV, S32, R(RBX), Imm(1))
	}
	e.asm.Bind(done)
	e.bigResult(fail)
}

// bigSum makes x + y of x and y; it goes to fail when that is too large.
func (e *emitter) bigSum(fail Label) {
	minus, ordered, swap, noCarry, noBorrow, done := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	e.i2(CMP, S32, R(RBX), R(R8))
	e.jcc(CondNE, minus)
	e.i2(ADD, S64, R(RAX), R(RCX))
	e.jcc(CondAE, noCarry)
	e.i2(ADD, S64, R(RDX), Imm(1))
	e.jcc(CondB, fail)
	e.asm.Bind(noCarry)
	e.i2(ADD, S64, R(RDX), R(R10))
	e.jcc(CondB, fail)
	e.jmp(done)
	// The smaller magnitude from the larger one.
	e.asm.Bind(minus)
	e.i2(CMP, S64, R(RDX), R(R10))
	e.jcc(CondA, ordered)
	e.jcc(CondB, swap)
	e.i2(CMP, S64, R(RAX), R(RCX))
	e.jcc(CondAE, ordered)
	e.asm.Bind(swap)
	e.i2(XCHG, S64, R(RAX), R(RCX))
	e.i2(XCHG, S64, R(RDX), R(R10))
	e.i2(XOR, S32, R(RBX), Imm(1))
	e.asm.Bind(ordered)
	e.i2(SUB, S64, R(RAX), R(RCX))
	e.jcc(CondAE, noBorrow)
	e.i2(SUB, S64, R(RDX), Imm(1))
	e.asm.Bind(noBorrow)
	e.i2(SUB, S64, R(RDX), R(R10))
	e.asm.Bind(done)
}

// bigDivide makes the quotient or the remainder of x by a y below 2^64.
func (e *emitter) bigDivide(op int64, fail Label) {
	short, charged, divided := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	e.i2(TEST, S64, R(R10), R(R10))
	e.jcc(CondNE, fail)
	e.i2(TEST, S64, R(RCX), R(RCX))
	e.jcc(CondE, fail)
	e.i2(MOV, S32, R(R9), R(RSI))
	e.i2(SUB, S32, R(R9), R(RDI))
	e.jcc(CondB, short)
	e.i2(ADD, S32, R(R9), Imm(1))
	e.i2(IMUL, S32, R(R9), R(RDI))
	e.i2(ADD, S32, R(R9), Imm(1))
	e.i2(SHL, S32, R(R9), Imm(1))
	e.i2(ADD, S32, R(R9), R(RSI))
	e.jmp(charged)
	e.asm.Bind(short)
	e.i2(MOV, S32, R(R9), R(RSI))
	e.i2(ADD, S32, R(R9), Imm(1))
	e.asm.Bind(charged)
	if op == ssa.BigDiv {
		e.i2(XOR, S32, R(RBX), R(R8))
	}
	// The upper word of the quotient is R8: a division must not overflow.
	e.i2(XOR, S32, R(R8), R(R8))
	e.i2(CMP, S64, R(RDX), R(RCX))
	e.jcc(CondB, divided)
	e.i2(MOV, S64, R(R8), R(RAX))
	e.i2(MOV, S64, R(RAX), R(RDX))
	e.i2(XOR, S32, R(RDX), R(RDX))
	e.i1(DIV, S64, R(RCX))
	e.i2(XCHG, S64, R(RAX), R(R8))
	e.asm.Bind(divided)
	e.i1(DIV, S64, R(RCX))
	if op == ssa.BigDiv {
		e.i2(MOV, S64, R(RDX), R(R8))
		return
	}
	e.i2(MOV, S64, R(RAX), R(RDX))
	e.i2(XOR, S32, R(RDX), R(RDX))
}

// bigResult makes a cell of x, charges R9 and returns: see Heap.BigIntFrom128.
func (e *emitter) bigResult(fail Label) {
	one, counted := e.asm.NewLabel(), e.asm.NewLabel()
	// RSI digits: those of the upper word that is not 0, in RDI.
	e.i2(XOR, S32, R(RSI), R(RSI))
	e.i2(MOV, S64, R(RDI), R(RAX))
	e.i2(TEST, S64, R(RDX), R(RDX))
	e.jcc(CondE, one)
	e.i2(MOV, S32, R(RSI), Imm(2))
	e.i2(MOV, S64, R(RDI), R(RDX))
	e.asm.Bind(one)
	for i := 0; i < 2; i++ {
		e.i2(TEST, S64, R(RDI), R(RDI))
		e.jcc(CondE, counted)
		e.i2(ADD, S32, R(RSI), Imm(1))
		e.i2(SHR, S64, R(RDI), Imm(32))
	}
	e.asm.Bind(counted)
	e.i2(MOV, S32, R(RDI), R(RSI))
	e.i2(ADD, S32, R(RDI), Imm(1))
	e.i2(SHR, S32, R(RDI), Imm(1))
	e.i2(SHL, S32, R(RDI), Imm(3))
	e.i2(ADD, S32, R(RDI), Imm(heap.OffData))
	e.i2(MOV, S32, R(RCX), Mem(regContext, backend.CtxNurTop))
	e.i2(LEA, S64, R(scratch), MemIndex(RCX, RDI, 1, 0))
	e.i2(CMP, S32, R(scratch), Mem(regContext, backend.CtxNurEnd))
	e.jcc(CondA, fail)
	e.i2(MOV, S32, Mem(regContext, backend.CtxNurTop), R(scratch))
	e.i2(MOV, S32, cell(RCX, heap.OffSize), R(RDI))
	e.i2(MOV, S32, cell(RCX, heap.OffKind), Imm(heap.KBigInt))
	e.i2(MOV, S32, cell(RCX, heap.OffDigits), R(RSI))
	filled := e.asm.NewLabel()
	e.i2(MOV, S32, R(scratch), R(RSI)) // the sign of 0 is 0
	e.i2(TEST, S32, R(RSI), R(RSI))
	e.jcc(CondE, filled)
	e.i2(MOV, S64, cell(RCX, heap.OffData), R(RAX))
	e.i2(MOV, S32, R(scratch), R(RBX))
	e.i2(CMP, S32, R(RSI), Imm(2))
	e.jcc(CondBE, filled)
	e.i2(MOV, S64, cell(RCX, heap.OffData+8), R(RDX))
	e.asm.Bind(filled)
	e.i2(MOV, S32, cell(RCX, heap.OffSign), R(scratch))
	e.i2(SHR, S32, R(RSI), Imm(2))
	e.i2(ADD, S32, R(R9), R(RSI))
	e.i2(SUB, S64, R(regFuel), R(R9))
	e.i(LoadImm(RAX, heap.TagBigInt<<48))
	e.i2(OR, S64, R(RAX), R(RCX))
	e.bigLeave()
	e.asm.Bind(fail)
	e.i(LoadImm(RAX, uint64(heap.Empty)))
	e.bigLeave()
}

// bigCompare is the routine for comparisons: RAX becomes 0, 1 or 2 as x is below,
// equal to or above y, −1 if that is not decided.
func (e *emitter) bigCompare() {
	fail, different, above, below, turned := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	answer := func(n int32) {
		e.i2(MOV, S32, R(RAX), Imm(n))
		e.bigLeave()
	}
	e.bigEnter()
	e.bigLoad(RAX, RSI, RBX, RDX, fail)
	e.bigLoad(RCX, RDI, R8, R10, fail)
	e.i2(CMP, S32, R(RBX), R(R8))
	e.jcc(CondB, above) // y is negative, x is not
	e.jcc(CondA, below)
	e.i2(CMP, S64, R(RDX), R(R10))
	e.jcc(CondNE, different)
	e.i2(CMP, S64, R(RAX), R(RCX))
	e.jcc(CondNE, different)
	answer(1)
	e.asm.Bind(different)
	e.jcc(CondB, turned)
	e.i2(TEST, S32, R(RBX), R(RBX))
	e.jcc(CondNE, below)
	e.asm.Bind(above)
	answer(2)
	e.asm.Bind(turned)
	e.i2(TEST, S32, R(RBX), R(RBX))
	e.jcc(CondNE, above)
	e.asm.Bind(below)
	answer(0)
	e.asm.Bind(fail)
	answer(-1)
}
