package amd64

import (
	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// special emits a special form.
func (e *emitter) special(b *backend.Block, in *backend.Inst) {
	switch in.Op & 0xff {
	case sCheckTag:
		e.checkTag()
	case sCheckBool:
		e.checkBool()
	case sCheckNum:
		e.number(true)
	case sUnboxNum:
		e.number(false)
	case sBoxNum:
		e.boxNum()
	case sF64ToInt:
		e.floatToInt(in.Imm != 0)
	case sTruncF64:
		e.truncate()
	case sMulInt:
		e.mulInt()
	case sMulConst:
		e.mulIntConst(int32(in.Imm))
	case sDivInt:
		e.divide(in.Imm == wantRem)
	case sModConst:
		e.modConst(uint32(in.Imm))
	case sDivConst:
		e.divConst(uint32(in.Imm))
	case sDivPow:
		e.divPow(uint8(in.Imm))
	case sQuotConst:
		e.quotConst(uint32(in.Imm))
	case sQuotPow:
		e.quotPow(int32(in.Imm))
	case sSwap:
		e.i1(BSWAP, S32, R(e.reg(0)))
	case sClz:
		e.leadingZeros()
	case sAbsInt:
		e.absInt()
	case sMinMaxInt:
		d, s := R(e.reg(0)), R(e.reg(2))
		e.i2(CMP, S32, s, d)
		e.i(Cmov(Cond(in.Cond), S32, d, s))
	case sMinMaxF64:
		e.minMax(in.Imm != 0)
	case sMath:
		if len(in.Ops) == 2 {
			e.i2(MOVAPS, SizeNone, R(X1), R(X0))
		}
		e.i2(MOV, S32, R(RAX), Imm(int32(in.Imm)))
		e.i1(CALL, SizeNone, Mem(regContext, backend.CtxMath))
	case sModF64:
		e.modFloat()
	case sModPowF64:
		e.modPowFloat(uint8(in.Imm))
	case sStoreBox:
		m, i := e.memory(0)
		e.i2(MOV, S64, R(scratch), R(e.reg(i)))
		e.i2(OR, S64, R(scratch), Mem(regContext, int32(in.Imm)))
		e.i2(MOV, S64, m, R(scratch))
	case sStoreConst:
		m, _ := e.memory(0)
		e.storeBits(m, uint64(in.Imm))
	case sStoreWord:
		e.storeWord(uint64(in.Imm))
	case sStoreF64:
		m, i := e.memory(0)
		high, _ := e.memoryAt(0, 4)
		x := R(e.reg(i))
		e.i2(MOVSD, SizeNone, m, x)
		e.ifNaN(x, func() {
			e.i2(MOV, S32, m, Imm(0))
			e.i2(MOV, S32, high, Imm(heap.CanonicalNaN>>32))
		})
	case sStoreF32:
		m, i := e.memory(0)
		x := R(e.reg(i))
		e.i2(CVTSD2SS, SizeNone, R(scratchF), x)
		e.i2(MOVSS, SizeNone, m, R(scratchF))
		e.ifNaN(x, func() { e.i2(MOV, S32, m, Imm(canonicalNaN32)) })
	case sLoadF64, sLoadF32:
		m, _ := e.memory(1)
		d := R(e.reg(0))
		if in.Op&0xff == sLoadF64 {
			e.i2(MOVSD, SizeNone, d, m)
		} else {
			e.i2(XORPD, SizeNone, d, d)
			e.i2(CVTSS2SD, SizeNone, d, m)
		}
		e.ifNaN(d, func() { e.i2(MOVSD, SizeNone, d, e.asm.Const64(heap.CanonicalNaN)) })
	case sJoinF64, sHalfF64, sWidenF32, sNarrowF32:
		e.floatBits()
	case sBarrier:
		e.i2(LEA, S32, R(scratch), Mem(e.reg(0), in.Disp))
		e.i2(SHR, S32, R(scratch), Imm(heap.CardShift))
		if e.lo.f.Stub != nil {
			// Stubs are for all machines.
			e.i2(ADD, S32, R(scratch), Mem(regContext, backend.CtxCards))
			e.i2(MOV, S8, MemIndex(regCage, scratch, 1, 0), Imm(1))
			break
		}
		e.i2(MOV, S8, MemIndex(regCage, scratch, 1, int32(e.cfg.CardBias)), Imm(1))
	case sAlloc:
		e.alloc()
	case sRest:
		e.rest()
	case sCharge:
		e.i2(SUB, S64, R(regFuel), Imm(int32(in.Imm)))
	case sPoll:
		e.i2(CMP, S64, R(regFuel), Imm(int32(in.Imm)))
		e.jcc(CondL, e.leave())
		e.resumeHere()
	case sEntry:
		e.entry()
	case sFill:
		e.fill(e.filled())
	case sSent:
		if in.Imm != 0 {
			e.i2(MOV, S32, R(e.reg(0)), Mem(regContext, backend.CtxMode))
		} else {
			e.i2(MOV, S64, R(e.reg(0)), Mem(regContext, backend.CtxResult))
		}
	case sResumable:
		e.resumable(in.Disp, in.Imm != 0)
	case sResume:
		e.resumeCoroutine(&e.lo.calls[in.Imm])
	case sCall:
		e.call(&e.lo.calls[in.Imm])
	case sParams:
	case sStub:
		e.callStub(in.Imm)
	case sAllocSize:
		e.allocSize()
	case sStrHash:
		e.strHash()
	case sChargeInt:
		e.i2(MOVSXD, S64, R(scratch), R(e.reg(0)))
		e.i2(SUB, S64, R(regFuel), R(scratch))
	case sSlow:
		e.writeRegisters()
		e.leaveSlow()
		if in.Imm != 0 {
			e.i2(MOV, S32, R(e.reg(0)), Mem(regContext, backend.CtxResult))
		}
	case sCaught:
		e.i2(MOV, S32, Mem(regContext, backend.CtxThrew), Imm(0))
		e.i2(MOV, S64, R(e.reg(0)), Mem(regFrame, in.Disp))
	case sRet:
		e.ret()
	case sExit:
		e.jmp(e.leave())
	case sTruthyBr:
		yes, no := e.labels[b.Succs[0].Index], e.labels[b.Succs[1].Index]
		e.truthy(R(e.reg(0)), yes, no, b.Succs[0].Index == b.Index+1)
		if b.Succs[0].Index != b.Index+1 {
			e.goTo(b, b.Succs[1])
		}
	case sTruthySet:
		e.boolean(func(yes, no Label) { e.truthy(R(e.reg(1)), yes, no, false) })
	case sSeqBr:
		yes, no := e.labels[b.Succs[0].Index], e.labels[b.Succs[1].Index]
		e.equal(R(e.reg(0)), R(e.reg(1)), yes, no)
		e.goTo(b, b.Succs[1])
	case sSeqSet:
		e.boolean(func(yes, no Label) { e.equal(R(e.reg(1)), R(e.reg(2)), yes, no) })
	case sCmpCap:
		m, _ := e.memory(1)
		e.i2(MOV, S32, R(scratch), m)
		e.i2(SUB, S32, R(scratch), Imm(heap.OffValues))
		e.i2(SHR, S32, R(scratch), Imm(3))
		e.i2(CMP, S32, R(e.reg(0)), R(scratch))
		e.jcc(CondAE, e.leave())
	case sKeyFind, sKeyGet, sKeySet:
		n := int(in.Op&0xff - sKeyFind)
		switch in.Imm {
		case 1:
			n += keyFindOwn - keyFind
		case 2:
			n = keyAttrs
		}
		e.i(Call(e.routine(n)))
	case sBigInt:
		e.i(Call(e.bigRoutine(in.Imm)))
	case sKeyAtom:
		e.i(Call(e.routine(keyAtom)))
	case sKeyDelete:
		e.i(Call(e.routine(keyDelete)))
	default:
		e.fail("an unknown instruction")
	}
}

// canonicalNaN32 is the one NaN that is written as a float32.
const canonicalNaN32 = 0x7FC00000

// ifNaN does something, out of the way, when x is NaN.
func (e *emitter) ifNaN(x Operand, f func()) {
	e.i2(UCOMISD, SizeNone, x, x)
	back := e.asm.NewLabel()
	e.jcc(CondP, e.later(func() {
		f()
		e.jmp(back)
	}))
	e.asm.Bind(back)
}

// floatBits moves bits between the register files. A NaN is canonical on either side:
// its bits must not become a tag, and what is stored does not tell how it was made.
func (e *emitter) floatBits() {
	in, d, a := e.in, R(e.reg(0)), R(e.reg(1))
	canonical := func() { e.i2(MOVSD, SizeNone, d, e.asm.Const64(heap.CanonicalNaN)) }
	switch in.Op & 0xff {
	case sJoinF64:
		e.i2(MOV, S64, R(scratch), a)
		e.i2(SHL, S64, R(scratch), Imm(32))
		e.i2(OR, S64, R(scratch), R(e.reg(2)))
		e.i2(MOVQ, S64, d, R(scratch))
		e.ifNaN(d, canonical)
	case sHalfF64:
		e.i2(MOVQ, S64, d, a)
		bits := uint32(heap.CanonicalNaN & 0xFFFFFFFF)
		if in.Imm != 0 {
			e.i2(SHR, S64, d, Imm(32))
			bits = heap.CanonicalNaN >> 32
		} else {
			e.i2(MOV, S32, d, d)
		}
		e.ifNaN(a, func() { e.i2(MOV, S32, d, Imm(int32(bits))) })
	case sWidenF32:
		e.i2(MOVD, S32, R(scratchF), a)
		e.i2(XORPD, SizeNone, d, d)
		e.i2(CVTSS2SD, SizeNone, d, R(scratchF))
		e.ifNaN(d, canonical)
	case sNarrowF32:
		e.i2(CVTSD2SS, SizeNone, R(scratchF), a)
		e.i2(MOVD, S32, d, R(scratchF))
		e.ifNaN(a, func() { e.i2(MOV, S32, d, Imm(canonicalNaN32)) })
	}
}

// Values.

func (e *emitter) checkTag() {
	d := R(e.reg(0))
	if e.in.Flags&memMask != 0 {
		low, _ := e.memory(1)
		high, _ := e.memoryAt(1, 4)
		e.i2(CMP, S32, high, Imm(int32(e.in.Imm)))
		e.jcc(CondNE, e.leave())
		e.i2(MOV, S32, d, low)
		return
	}
	v := R(e.reg(1))
	e.upper(v)
	e.i2(CMP, S32, R(scratch), Imm(int32(e.in.Imm)))
	e.jcc(CondNE, e.leave())
	e.i2(MOV, S32, d, v)
}

// upper puts the upper half of a value into the scratch register.
func (e *emitter) upper(v Operand) {
	e.i2(MOV, S64, R(scratch), v)
	e.i2(SHR, S64, R(scratch), Imm(32))
}

func (e *emitter) checkBool() {
	d, v := R(e.reg(0)), R(e.reg(1))
	e.i2(MOV, S64, R(scratch), v)
	e.i2(OR, S64, R(scratch), Imm(1))
	e.i2(CMP, S64, R(scratch), e.asm.Const64(uint64(heap.True)))
	e.jcc(CondNE, e.leave())
	e.i2(MOV, S32, d, v)
	e.i2(AND, S32, d, Imm(1))
}

// number is the double that a value is; an int32 is converted out of the way.
func (e *emitter) number(check bool) {
	d := R(e.reg(0))
	back := e.asm.NewLabel()
	convert := func(low Operand) {
		e.i2(PXOR, SizeNone, d, d)
		e.i2(CVTSI2SD, S32, d, low)
		e.jmp(back)
	}
	if e.in.Flags&memMask != 0 {
		low, _ := e.memory(1)
		high, _ := e.memoryAt(1, 4)
		e.i2(CMP, S32, high, upperOf(heap.TagInt))
		e.jcc(CondAE, e.later(func() {
			if check {
				e.jcc(CondNE, e.leave())
			}
			convert(low)
		}))
		e.i2(MOVSD, SizeNone, d, low)
		e.asm.Bind(back)
		return
	}
	v := R(e.reg(1))
	e.i2(CMP, S64, v, Mem(regContext, backend.CtxTagInt))
	e.jcc(CondAE, e.later(func() {
		if check {
			e.upper(v)
			e.i2(CMP, S32, R(scratch), upperOf(heap.TagInt))
			e.jcc(CondNE, e.leave())
		}
		convert(v)
	}))
	e.i2(MOVQ, S64, d, v)
	e.asm.Bind(back)
}

// boxNum boxes a double, as an int32 if it is one.
func (e *emitter) boxNum() {
	d, x := R(e.reg(0)), R(e.reg(1))
	done, small := e.asm.NewLabel(), e.asm.NewLabel()
	double := e.later(func() {
		e.i2(MOVQ, S64, d, x)
		e.jmp(done)
	})
	e.exactInt(d, x, double)
	e.i2(TEST, S32, d, d)
	e.jcc(CondE, e.later(func() {
		e.i2(MOVMSKPD, SizeNone, R(scratch), x)
		e.i2(TEST, S32, R(scratch), Imm(1))
		e.jcc(CondNE, double)
		e.jmp(small)
	}))
	e.asm.Bind(small)
	e.i2(OR, S64, d, Mem(regContext, backend.CtxTagInt))
	e.asm.Bind(done)
}

// exactInt is the int32 that a double is; it goes to other if it is none. −0 is 0.
func (e *emitter) exactInt(d, x Operand, other Label) {
	e.i2(CVTTSD2SI, S32, d, x)
	e.i2(PXOR, SizeNone, R(scratchF), R(scratchF))
	e.i2(CVTSI2SD, S32, R(scratchF), d)
	e.i2(UCOMISD, SizeNone, R(scratchF), x)
	e.jcc(CondNE, other)
	e.jcc(CondP, other)
}

func (e *emitter) floatToInt(zero bool) {
	d, x := R(e.reg(0)), R(e.reg(1))
	e.exactInt(d, x, e.leave())
	if !zero {
		return
	}
	back := e.asm.NewLabel()
	e.i2(TEST, S32, d, d)
	e.jcc(CondE, e.later(func() {
		e.i2(MOVMSKPD, SizeNone, R(scratch), x)
		e.i2(TEST, S32, R(scratch), Imm(1))
		e.jcc(CondNE, e.leave())
		e.jmp(back)
	}))
	e.asm.Bind(back)
}

// truncate is ToInt32: the low half of the 64-bit integer. What that cannot hold
// becomes -2^63, the only number from which 1 cannot be subtracted.
func (e *emitter) truncate() {
	d := R(e.reg(0))
	e.i2(CVTTSD2SI, S64, d, R(e.reg(1)))
	e.i2(CMP, S64, d, Imm(1))
	e.jcc(CondO, e.leave())
	e.i2(MOV, S32, d, d)
}

// Integers.

func (e *emitter) mulInt() {
	d, a, b := R(e.reg(0)), R(e.reg(2)), R(e.reg(3))
	e.i2(IMUL, S32, d, b)
	e.jcc(CondO, e.leave())
	e.i2(TEST, S32, d, d)
	back := e.asm.NewLabel()
	e.jcc(CondE, e.later(func() {
		e.i2(MOV, S32, R(scratch), a)
		e.i2(OR, S32, R(scratch), b)
		e.jcc(CondS, e.leave())
		e.jmp(back)
	}))
	e.asm.Bind(back)
}

// mulIntConst is a * k: −0 is possible for a negative a and k = 0, or a = 0 and a
// negative k.
func (e *emitter) mulIntConst(k int32) {
	d, a := R(e.reg(0)), R(e.reg(1))
	if k == 0 {
		e.i2(TEST, S32, a, a)
		e.jcc(CondS, e.leave())
		e.i2(MOV, S32, d, Imm(0))
		return
	}
	if k < 0 {
		e.i2(TEST, S32, a, a)
		e.jcc(CondE, e.leave())
	}
	e.mulConst(d, a, k)
	e.jcc(CondO, e.leave())
}

// divide: see sDivInt. The dividend is in RAX.
func (e *emitter) divide(rem bool) {
	b := R(e.reg(2))
	if rem {
		e.i2(TEST, S32, R(RAX), R(RAX))
		e.jcc(CondS, e.leave())
		e.i2(TEST, S32, b, b)
		e.jcc(CondLE, e.leave())
		e.i2(XOR, S32, R(RDX), R(RDX))
		e.i1(DIV, S32, b)
		return
	}
	done := e.asm.NewLabel()
	e.i2(TEST, S32, b, b)
	e.jcc(CondE, e.leave())
	e.i2(CMP, S32, b, Imm(-1))
	e.jcc(CondE, e.later(func() {
		e.i2(TEST, S32, R(RAX), Imm(0x7fffffff)) // 0 gives −0, −2^31 is too large
		e.jcc(CondE, e.leave())
		e.i1(NEG, S32, R(RAX))
		e.jmp(done)
	}))
	e.i(I0(CDQ))
	e.i1(IDIV, S32, b)
	e.i2(TEST, S32, R(RDX), R(RDX))
	e.jcc(CondNE, e.leave())
	e.i2(TEST, S32, R(RAX), R(RAX))
	e.jcc(CondE, e.later(func() {
		e.i2(TEST, S32, b, b)
		e.jcc(CondS, e.leave())
		e.jmp(done)
	}))
	e.asm.Bind(done)
}

// modConst is a % k for a >= 0.
func (e *emitter) modConst(k uint32) {
	d, a := R(e.reg(0)), R(e.reg(1))
	m, s := magic(k)
	e.i2(TEST, S32, a, a)
	e.jcc(CondS, e.leave())
	e.i2(MOV, S32, R(scratch), Imm(int32(m)))
	e.i2(IMUL, S64, R(scratch), a)
	e.i2(SHR, S64, R(scratch), Imm(int32(s)))
	e.i3(IMUL3, S32, R(scratch), R(scratch), Imm(int32(k)))
	if d != a {
		e.i2(MOV, S32, d, a)
	}
	e.i2(SUB, S32, d, R(scratch))
}

// divConst is a / k where that is exact. The quotient is right if it is; whether it
// is, multiplication tells.
func (e *emitter) divConst(k uint32) {
	d, a := R(e.reg(0)), R(e.reg(1))
	e.quotient(k)
	e.i3(IMUL3, S32, d, R(scratch), Imm(int32(k)))
	e.i2(CMP, S32, d, a)
	e.jcc(CondNE, e.leave())
	e.i2(MOV, S32, d, R(scratch))
}

// divPow is a / 2^n where that is exact.
func (e *emitter) divPow(n uint8) {
	if n == 0 {
		return
	}
	d := R(e.reg(0))
	e.i2(TEST, S32, d, Imm(1<<n-1))
	e.jcc(CondNE, e.leave())
	e.i2(SAR, S32, d, Imm(int32(n)))
}

// quotient is the quotient of Ops[1] by k in the scratch register; Ops[0] is
// overwritten.
func (e *emitter) quotient(k uint32) {
	d, a := R(e.reg(0)), R(e.reg(1))
	m, s := magic(k)
	e.i2(MOVSXD, S64, d, a)
	e.i2(MOV, S32, R(scratch), Imm(int32(m)))
	e.i2(IMUL, S64, R(scratch), d)
	e.i2(SAR, S64, R(scratch), Imm(int32(s)))
	e.i2(SHR, S32, d, Imm(31))
	e.i2(ADD, S32, R(scratch), d) // towards zero
}

// quotConst is a / k, rounded.
func (e *emitter) quotConst(k uint32) {
	e.quotient(k)
	e.i2(MOV, S32, R(e.reg(0)), R(scratch))
}

// quotPow is a / 2^n, rounded: 2^n-1 is added to a negative a first.
func (e *emitter) quotPow(n int32) {
	d, a := R(e.reg(0)), R(e.reg(1))
	e.i2(MOV, S32, d, a)
	if n == 0 {
		return
	}
	e.i2(SAR, S32, d, Imm(31))
	e.i2(SHR, S32, d, Imm(32-n))
	e.i2(ADD, S32, d, a)
	e.i2(SAR, S32, d, Imm(n))
}

// leadingZeros is 32 less the highest bit of 2a+1, which there is for 0, too.
func (e *emitter) leadingZeros() {
	d, a := R(e.reg(0)), R(e.reg(1))
	e.i2(MOV, S32, R(scratch), a)
	e.i2(ADD, S64, R(scratch), R(scratch))
	e.i2(OR, S64, R(scratch), Imm(1))
	e.i2(BSR, S64, d, R(scratch))
	e.i1(NEG, S32, d)
	e.i2(ADD, S32, d, Imm(32))
}

func (e *emitter) absInt() {
	d := R(e.reg(0))
	e.i2(MOV, S32, R(scratch), d)
	e.i2(SAR, S32, R(scratch), Imm(31))
	e.i2(XOR, S32, d, R(scratch))
	e.i2(SUB, S32, d, R(scratch))
	e.jcc(CondO, e.leave())
}

// Doubles.

// minMax is Math.min or Math.max of two. MINSD and MAXSD do not do for NaN and for
// zeros of different signs.
func (e *emitter) minMax(max bool) {
	d, b := R(e.reg(0)), R(e.reg(2))
	op, zero := MINSD, ORPD
	if max {
		op, zero = MAXSD, ANDPD
	}
	done := e.asm.NewLabel()
	e.i2(UCOMISD, SizeNone, d, b)
	e.jcc(CondP, e.later(func() {
		e.i2(ADDSD, SizeNone, d, b)
		e.jmp(done)
	}))
	e.jcc(CondE, e.later(func() {
		e.i2(zero, SizeNone, d, b)
		e.jmp(done)
	}))
	e.i2(op, SizeNone, d, b)
	e.asm.Bind(done)
}

// integer converts a double that is an integer below 2^63; it leaves for others.
func (e *emitter) integer(d, x Operand, leave Label) {
	e.i2(CVTTSD2SI, S64, d, x)
	e.i2(PXOR, SizeNone, R(scratchF), R(scratchF))
	e.i2(CVTSI2SD, S64, R(scratchF), d)
	e.i2(UCOMISD, SizeNone, R(scratchF), x)
	e.jcc(CondNE, leave)
	e.jcc(CondP, leave)
}

// modFloat is x % y of integers (ECMA-262 6.1.6.1.6): the result has the sign of x,
// even if it is 0, and that of y does not matter. (With |y| there is no quotient
// that would trap.)
func (e *emitter) modFloat() {
	d, x := R(e.reg(0)), R(e.reg(1))
	leave := e.leave()
	e.integer(R(RAX), x, leave)
	if k := e.in.Imm; k != 0 {
		e.load(scratch, uint64(k))
	} else {
		e.integer(R(scratch), R(e.reg(2)), leave)
		e.i2(TEST, S64, R(scratch), R(scratch))
		e.jcc(CondE, leave)
		positive := e.asm.NewLabel()
		e.jcc(CondNS, positive)
		e.i1(NEG, S64, R(scratch))
		e.asm.Bind(positive)
	}
	divided, done := e.asm.NewLabel(), e.asm.NewLabel()
	// Most CPUs divide 32 bits in much less time than 64.
	e.i2(MOV, S64, R(RDX), R(RAX))
	e.i2(OR, S64, R(RDX), R(scratch))
	e.i2(SHR, S64, R(RDX), Imm(32))
	e.jcc(CondNE, e.later(func() {
		e.i(I0(CQO))
		e.i1(IDIV, S64, R(scratch))
		e.jmp(divided)
	}))
	e.i1(DIV, S32, R(scratch))
	e.asm.Bind(divided)
	e.i2(PXOR, SizeNone, d, d)
	e.i2(CVTSI2SD, S64, d, R(RDX))
	e.i2(TEST, S64, R(RDX), R(RDX))
	e.jcc(CondE, e.later(func() {
		e.i2(MOVAPS, SizeNone, d, x)
		e.i2(ANDPD, SizeNone, d, Mem(regContext, backend.CtxSignMask))
		e.jmp(done)
	}))
	e.asm.Bind(done)
}

// modPowFloat is x % 2^n of an integer.
func (e *emitter) modPowFloat(n uint8) {
	d, x := R(e.reg(0)), R(e.reg(1))
	low := func() {
		if n == 0 {
			e.i2(MOV, S32, R(scratch), Imm(0))
			return
		}
		e.i2(SHL, S64, R(scratch), Imm(int32(64-n)))
		e.i2(SHR, S64, R(scratch), Imm(int32(64-n)))
	}
	e.integer(R(scratch), x, e.leave())
	done := e.asm.NewLabel()
	e.i2(TEST, S64, R(scratch), R(scratch))
	e.jcc(CondLE, e.later(func() {
		zero := e.asm.NewLabel()
		e.jcc(CondE, zero)
		e.i1(NEG, S64, R(scratch))
		low()
		e.i2(PXOR, SizeNone, d, d)
		e.i2(CVTSI2SD, S64, d, R(scratch))
		e.i2(XORPD, SizeNone, d, Mem(regContext, backend.CtxSignMask))
		e.jmp(done)
		e.asm.Bind(zero)
		e.i2(MOVAPS, SizeNone, d, x)
		e.jmp(done)
	}))
	low()
	e.i2(PXOR, SizeNone, d, d)
	e.i2(CVTSI2SD, S64, d, R(scratch))
	e.asm.Bind(done)
}

// Tests.

// boolean makes 1 or 0 of a test that jumps.
func (e *emitter) boolean(test func(yes, no Label)) {
	d := R(e.reg(0))
	yes, no, done := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	test(yes, no)
	e.asm.Bind(no)
	e.i2(MOV, S32, d, Imm(0))
	e.jmp(done)
	e.asm.Bind(yes)
	e.i2(MOV, S32, d, Imm(1))
	e.asm.Bind(done)
}

// truthy is ToBoolean (ECMA-262 7.1.2): it jumps to yes, or jumps to no or goes on;
// the other way round when yes is what follows. Booleans come first.
func (e *emitter) truthy(v Operand, yes, no Label, yesFollows bool) {
	e.upper(v)
	e.i2(CMP, S32, R(scratch), upperOf(heap.TagSpecial))
	e.jcc(CondNE, e.later(func() {
		double, other := e.asm.NewLabel(), e.asm.NewLabel()
		e.i2(CMP, S32, R(scratch), upperOf(heap.TagInt))
		e.jcc(CondB, double)
		e.jcc(CondNE, other)
		e.i2(TEST, S32, v, v)
		e.jcc(CondNE, yes)
		e.jmp(no)
		// A double without its sign, times two: 0 for 0, above that of infinity for NaN.
		e.asm.Bind(double)
		e.i2(MOV, S64, R(scratch), v)
		e.i2(ADD, S64, R(scratch), R(scratch))
		e.jcc(CondE, no)
		e.i2(CMP, S64, R(scratch), e.asm.Const64(doubledInf))
		e.jcc(CondA, no)
		e.jmp(yes)
		e.asm.Bind(other)
		e.i2(CMP, S32, R(scratch), upperOf(heap.TagBigInt))
		e.jcc(CondE, e.leave())
		e.i2(CMP, S32, R(scratch), upperOf(heap.TagString))
		e.jcc(CondNE, yes)
		e.i2(MOV, S32, R(scratch), v)
		e.i2(CMP, S32, MemIndex(regCage, scratch, 1, heap.OffLength), Imm(0))
		e.jcc(CondNE, yes)
		e.jmp(no)
	}))
	e.i2(CMP, S32, v, Imm(int32(heap.True&0xffffffff)))
	if yesFollows {
		e.jcc(CondNE, no)
	} else {
		e.jcc(CondE, yes)
	}
}

// doubledInf is the bits of infinity plus themselves.
const doubledInf = 0xFFE0000000000000

// equal is what the current SeqVal or SeqStr wants.
func (e *emitter) equal(a, b Operand, yes, no Label) {
	if e.in.Imm != seqString {
		e.strictEqual(a, b, yes, no)
		return
	}
	e.i2(CMP, S64, a, b)
	e.jcc(CondE, yes)
	e.upper(a)
	e.i2(CMP, S32, R(scratch), upperOf(heap.TagString))
	e.jcc(CondNE, no)
	e.equalStrings(a, b, yes, no)
}

// equalStrings compares different strings: it jumps to yes, or jumps to no or goes
// on. Different atoms are different, and so are strings of different lengths; for
// the rest there is a stub.
func (e *emitter) equalStrings(a, b Operand, yes, no Label) {
	p, q := stubArgs[0], stubArgs[1]
	switch {
	case b.Reg() != p:
		e.i2(MOV, S32, R(p), a)
		e.i2(MOV, S32, R(q), b)
	case a.Reg() != q:
		e.i2(MOV, S32, R(q), b)
		e.i2(MOV, S32, R(p), a)
	default:
		e.i2(MOV, S32, R(scratch), a)
		e.i2(MOV, S32, R(q), b)
		e.i2(MOV, S32, R(p), R(scratch))
	}
	e.i2(MOV, S32, R(scratch), MemIndex(regCage, p, 1, heap.OffLength))
	e.i2(CMP, S32, R(scratch), MemIndex(regCage, q, 1, heap.OffLength))
	e.jcc(CondNE, no)
	call := e.asm.NewLabel()
	e.i2(TEST, S8, MemIndex(regCage, p, 1, heap.OffFlags), Imm(heap.FAtom))
	e.jcc(CondE, call)
	e.i2(TEST, S8, MemIndex(regCage, q, 1, heap.OffFlags), Imm(heap.FAtom))
	e.jcc(CondNE, no)
	e.asm.Bind(call)
	e.callStub(int64(ssa.StubStringEqual))
	e.i2(TEST, S32, R(RAX), R(RAX))
	e.jcc(CondS, e.leave())
	e.jcc(CondNE, yes)
}

// strictEqual is IsStrictlyEqual (ECMA-262 7.2.14): it jumps to yes, or jumps to no
// or goes on.
func (e *emitter) strictEqual(a, b Operand, yes, no Label) {
	e.i2(CMP, S64, a, b)
	e.jcc(CondE, e.later(func() { // the same, unless NaN
		e.i2(CMP, S64, a, Mem(regContext, backend.CtxTagInt))
		e.jcc(CondAE, yes)
		e.i2(MOV, S64, R(scratch), a)
		e.i2(ADD, S64, R(scratch), R(scratch))
		e.i2(CMP, S64, R(scratch), e.asm.Const64(doubledInf))
		e.jcc(CondA, no)
		e.jmp(yes)
	}))
	special := e.asm.Const64(heap.TagSpecial << 48)
	e.i2(CMP, S64, a, special)
	e.jcc(CondB, e.later(func() { // a number
		e.i2(CMP, S64, b, special)
		e.jcc(CondAE, no)
		e.equalNumbers(a, b, yes, no)
	}))
	e.upper(a)
	e.i2(CMP, S32, R(scratch), upperOf(heap.TagString))
	e.jcc(CondE, e.later(func() {
		e.upper(b)
		e.i2(CMP, S32, R(scratch), upperOf(heap.TagString))
		e.jcc(CondNE, no)
		if e.in.Imm == seqStub {
			e.equalStrings(a, b, yes, no)
			e.jmp(no)
			return
		}
		for _, s := range [...]Operand{a, b} { // different atoms are different
			e.i2(MOV, S32, R(scratch), s)
			e.i2(TEST, S8, MemIndex(regCage, scratch, 1, heap.OffFlags), Imm(heap.FAtom))
			e.jcc(CondE, e.leave())
		}
		e.jmp(no)
	}))
	e.i2(CMP, S32, R(scratch), upperOf(heap.TagBigInt))
	e.jcc(CondE, e.later(func() {
		e.upper(b)
		e.i2(CMP, S32, R(scratch), upperOf(heap.TagBigInt))
		e.jcc(CondE, e.leave())
		e.jmp(no)
	}))
}

// equalNumbers compares two numbers with different bits. The one that is a double
// goes by way of the stack, for want of a register; POP leaves the flags alone.
func (e *emitter) equalNumbers(a, b Operand, yes, no Label) {
	isInt := Mem(regContext, backend.CtxTagInt)
	intA, intB, compare := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	e.i2(CMP, S64, a, isInt)
	e.jcc(CondAE, intA)
	e.i2(CMP, S64, b, isInt)
	e.jcc(CondAE, intB)
	e.i2(MOVQ, S64, R(scratchF), a)
	e.i1(PUSH, S64, b)
	e.jmp(compare)
	e.asm.Bind(intA)
	e.i2(CMP, S64, b, isInt)
	e.jcc(CondAE, no)
	e.i2(PXOR, SizeNone, R(scratchF), R(scratchF))
	e.i2(CVTSI2SD, S32, R(scratchF), a)
	e.i1(PUSH, S64, b)
	e.jmp(compare)
	e.asm.Bind(intB)
	e.i2(PXOR, SizeNone, R(scratchF), R(scratchF))
	e.i2(CVTSI2SD, S32, R(scratchF), b)
	e.i1(PUSH, S64, a)
	e.asm.Bind(compare)
	e.i2(UCOMISD, SizeNone, R(scratchF), Mem(RSP, 0))
	e.i1(POP, S64, R(scratch))
	e.jcc(CondP, no)
	e.jcc(CondE, yes)
	e.jmp(no)
}
