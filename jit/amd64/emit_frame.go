package amd64

import (
	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// entry emits what a function begins with: room in the JS frame and on the native
// stack, values for the parameters that were not given, and, if the frames may be
// seen from outside while the code is running, for everything else in them. (Until
// the next collection all words of the stack below the end of these frames are
// valid: they have been written since the last one. After it, this code is not
// resumed.)
func (e *emitter) entry() {
	in, lo := e.in, e.lo
	fn := lo.f.Functions[0]
	leave := e.leave()
	e.i2(LEA, S64, R(scratch), Mem(regFrame, in.Disp))
	e.i2(CMP, S64, R(scratch), Mem(regContext, backend.CtxStackLimit))
	e.jcc(CondA, leave)
	e.i2(CMP, S64, R(RSP), Mem(regContext, backend.CtxNativeLimit))
	e.jcc(CondB, leave)

	from, end := e.filled()
	middle := false
	switch in.Imm {
	case 1:
		from, middle = fn.Regs, true
	case 2:
		from, middle = 0, true
	case ssa.EntryLater:
		end = 0
	}
	if middle || fn.Params == 0 {
		e.fill(from, end)
		return
	}
	ready := e.asm.NewLabel()
	missing := e.later(func() {
		// Downwards from the last parameter to the first that was not given.
		e.undefined()
		e.i2(MOV, S32, R(scratch), Mem(regFrame, frameCaller))
		for p := fn.Params; p > 0; p-- {
			e.i2(MOVQ, S64, Mem(regFrame, int32(8*p)), R(scratchF))
			if p > 1 {
				e.i2(CMP, S32, R(scratch), Imm(int32(p-1)))
				e.jcc(CondAE, ready)
			}
		}
		e.jmp(ready)
	})
	e.i2(CMP, S32, Mem(regFrame, frameCaller), Imm(int32(fn.Params)))
	e.jcc(CondB, missing)
	e.asm.Bind(ready)
	e.fill(from, end)
}

// filled is which slots need values besides the parameters.
func (e *emitter) filled() (from, end int) {
	fn := e.lo.f.Functions[0]
	if end = e.lo.slowEnd; end > 0 {
		end = max(end, fn.Regs)
	}
	return fn.Params + 1, end
}

// undefined puts undefined into both halves of the scratch register.
func (e *emitter) undefined() {
	e.i2(MOVUPS, SizeNone, R(scratchF), e.asm.Const128(uint64(heap.Undefined), uint64(heap.Undefined)))
}

// fill gives slots from up to end the value undefined.
func (e *emitter) fill(from, end int) {
	if from >= end {
		return
	}
	e.undefined()
	for ; from+2 <= end; from += 2 {
		e.i2(MOVUPS, SizeNone, Mem(regFrame, int32(8*from)), R(scratchF))
	}
	if from < end {
		e.i2(MOVQ, S64, Mem(regFrame, int32(8*from)), R(scratchF))
	}
}

// alloc bumps the nursery's top.
func (e *emitter) alloc() {
	in, d := e.in, e.reg(0)
	e.i2(MOV, S32, R(d), Mem(regContext, backend.CtxNurTop))
	e.i2(LEA, S32, R(scratch), Mem(d, in.Disp))
	e.i2(CMP, S32, R(scratch), Mem(regContext, backend.CtxNurEnd))
	e.jcc(CondA, e.leave())
	e.i2(MOV, S32, Mem(regContext, backend.CtxNurTop), R(scratch))
	e.i2(MOV, S32, MemIndex(regCage, d, 1, 0), Imm(int32(in.Imm)))
	e.i2(MOV, S32, MemIndex(regCage, d, 1, 4), Imm(int32(in.Imm>>32)))
}

// rest makes the array of a rest parameter. There are more arguments than
// parameters if it is not empty, and so they lie below the header of the frame.
func (e *emitter) rest() {
	d, shape, n, t := e.reg(0), e.reg(1), e.reg(2), e.reg(3)
	counted, done, loop := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	e.i2(MOV, S32, R(n), Mem(regFrame, frameCaller))
	e.i2(SUB, S32, R(n), Imm(int32(e.in.Imm)))
	e.jcc(CondB, e.later(func() {
		e.i2(MOV, S32, R(n), Imm(0))
		e.jmp(counted)
	}))
	e.i2(CMP, S32, R(n), Imm(ssa.MaxList))
	e.jcc(CondA, e.leave())
	e.asm.Bind(counted)
	e.i2(MOV, S32, R(d), Mem(regContext, backend.CtxNurTop))
	e.i2(LEA, S32, R(scratch), MemIndex(d, n, 8, heap.OffInternal+heap.OffValues))
	e.i2(CMP, S32, R(scratch), Mem(regContext, backend.CtxNurEnd))
	e.jcc(CondA, e.leave())

	field := func(cell Reg, off int32) Operand { return MemIndex(regCage, cell, 1, off) }
	e.i2(MOV, S32, field(d, 0), Imm(heap.OffInternal))
	e.i2(MOV, S32, field(d, 4), Imm(heap.KArray))
	e.i2(MOV, S32, field(d, heap.OffShape), R(shape))
	e.i2(MOV, S32, field(d, heap.OffSlots), Imm(0))
	e.i2(MOV, S32, field(d, heap.OffElements), Imm(0))
	e.i2(MOV, S32, field(d, heap.OffWord), R(n))
	e.i2(TEST, S32, R(n), R(n))
	e.jcc(CondE, e.later(func() {
		e.i2(LEA, S32, R(scratch), Mem(d, heap.OffInternal))
		e.i2(MOV, S32, Mem(regContext, backend.CtxNurTop), R(scratch))
		e.jmp(done)
	}))
	e.i2(MOV, S32, Mem(regContext, backend.CtxNurTop), R(scratch))
	e.i2(LEA, S32, R(scratch), Mem(d, heap.OffInternal))
	e.i2(MOV, S32, field(d, heap.OffElements), R(scratch))
	e.i2(MOV, S32, R(t), R(n))
	e.i2(SHL, S32, R(t), Imm(3))
	e.i2(ADD, S32, R(t), Imm(heap.OffValues))
	e.i2(MOV, S32, field(scratch, 0), R(t))
	e.i2(MOV, S32, field(scratch, 4), Imm(heap.KElements))
	e.i2(SUB, S64, R(regFuel), R(n))
	e.i2(MOV, S64, R(t), R(regFrame))
	e.i2(SUB, S64, R(t), R(regCage))
	e.i2(SHL, S32, R(n), Imm(3))
	e.i2(SUB, S32, R(t), R(n))
	e.asm.Bind(loop)
	e.i2(MOVQ, S64, R(scratchF), field(t, frameNewTarget))
	e.i2(MOVQ, S64, field(scratch, heap.OffValues), R(scratchF))
	e.i2(ADD, S32, R(scratch), Imm(8))
	e.i2(ADD, S32, R(t), Imm(8))
	e.i2(SUB, S32, R(n), Imm(8))
	e.jcc(CondNE, loop)
	e.asm.Bind(done)
}

// storeWord stores 64 bits that are not the program's.
func (e *emitter) storeWord(bits uint64) {
	m, _ := e.memory(0)
	if bits == uint64(int64(int32(bits))) {
		e.i2(MOV, S64, m, Imm(int32(bits)))
		return
	}
	e.i(LoadImm(scratch, bits))
	e.i2(MOV, S64, m, R(scratch))
}

// writeRegisters writes the registers of a slow exit's frames to their slots.
func (e *emitter) writeRegisters() {
	x := &e.lf.Exits[e.in.Exit]
	for i := range x.Frames {
		f := &x.Frames[i]
		for j := range f.Regs {
			v := &f.Regs[j]
			if v.Rep.IsNew() || v.Rep == backend.RepUndefined {
				e.fail("a register that is not there cannot be written")
				continue
			}
			e.writeRegister(Mem(regFrame, 8*(f.Base+int32(v.Reg))), v.Rep, x.Locs[v.Loc])
		}
	}
}

// writeRegister stores what is in l, boxed.
func (e *emitter) writeRegister(to Operand, rep backend.Rep, l backend.Loc) {
	from := R(scratch)
	switch {
	case rep == backend.RepPool:
		e.i2(MOV, S64, from, Mem(regCage, int32(e.lf.Consts[l.Index()])))
		rep = backend.RepVal
	case l.IsConst():
		// The allocator's are bits of the value's type, those of the lowering JS values.
		e.storeBits(to, box(rep, e.lf.Consts[l.Index()]))
		return
	case l.IsSlot():
		e.i2(MOV, S64, from, Mem(RSP, int32(8*l.Index())))
	case l.Reg().Class() == backend.FPR:
		e.i2(MOVSD, SizeNone, to, R(Reg(l.Reg())))
		return
	case rep == backend.RepVal:
		from = R(Reg(l.Reg()))
	default:
		e.i2(MOV, S64, from, R(Reg(l.Reg())))
	}
	switch rep {
	case backend.RepVal, backend.RepF64:
	case backend.RepInt:
		e.i2(OR, S64, from, Mem(regContext, backend.CtxTagInt))
	case backend.RepBool:
		e.i2(ADD, S64, from, e.asm.Const64(uint64(heap.False)))
	case backend.RepObject:
		e.i2(OR, S64, from, Mem(regContext, backend.CtxTagObject))
	case backend.RepString:
		e.i2(OR, S64, from, Mem(regContext, backend.CtxTagString))
	case backend.RepCell:
		e.i2(OR, S64, from, Mem(regContext, backend.CtxTagCell))
	}
	e.i2(MOV, S64, to, from)
}

// leaveSlow leaves for the driver; the code behind it is where that goes on.
func (e *emitter) leaveSlow() {
	e.useSlow = true
	e.i1(PUSH, S64, Imm(e.in.Exit))
	e.jmp(e.slow)
	e.resumeHere()
}

// call emits a call of a JS function. Everything that is live is in its slot, and
// so are the function, this and the arguments; all registers are free but that of
// the template.
//
// The callee's code is found by its template's feedback. Without one, or without
// code, the driver executes the call instruction.
func (e *emitter) call(c *callInfo) {
	window := 8 * c.slot
	join := e.asm.NewLabel()
	if c.kind != callSelf {
		slow := e.later(func() {
			e.leaveSlow()
			e.i2(MOV, S64, R(RAX), Mem(regFrame, 8*(c.base+int32(c.dst))))
			e.jmp(join)
		})
		switch c.kind {
		case callROM:
			e.i2(MOV, S32, R(RAX), Mem(regCage, int32(e.cfg.Firn+heap.FeedbackTable+4*c.id)))
		case callRAM:
			e.i2(MOV, S32, R(RAX), MemIndex(regCage, e.reg(1), 1, heap.TmplFeedback))
		case callValue:
			e.plainFunction(e.reg(1), slow)
			e.moved(c, slow, join)
			e.feedback(RCX)
		default:
			e.feedback(e.reg(1))
		}
		e.entryOf(slow)
	}
	e.push(c, window)
	if c.kind == callSelf {
		e.i(Call(e.start))
	} else {
		e.i1(CALL, SizeNone, R(RAX))
	}
	e.returnsHere(c, window)
	e.i2(SUB, S64, R(regFrame), Imm(window))
	e.asm.Bind(join)
}

// returnsHere notes where a call returns that runs so many bytes above the frame.
func (e *emitter) returnsHere(c *callInfo, window int32) {
	e.returns = append(e.returns, returnPoint{e.here(), window, c.handler})
}

// entryOf turns the feedback in RAX into the address of the native code.
func (e *emitter) entryOf(otherwise Label) {
	e.i2(TEST, S32, R(RAX), R(RAX))
	e.jcc(CondE, otherwise)
	e.i2(MOVZXW, S32, R(RAX), MemIndex(regCage, RAX, 1, heap.FbNative))
	e.i2(MOV, S64, R(RCX), Mem(regContext, backend.CtxEntries))
	e.i2(MOV, S64, R(RAX), MemIndex(RCX, RAX, 8, 0))
	e.i2(TEST, S64, R(RAX), R(RAX))
	e.jcc(CondE, otherwise)
}

// push writes the header of the callee's frame, so many bytes above the running
// one, charges for the call and goes there.
func (e *emitter) push(c *callInfo, window int32) {
	e.i2(MOV, S32, Mem(regFrame, window+frameReturn), Imm(int32(c.ret)))
	e.i2(MOV, S32, Mem(regFrame, window+frameReturn+4), Imm(int32(c.dst|c.act<<16)))
	if c.newTarget {
		e.i2(MOV, S32, Mem(regFrame, window+frameCaller), Imm(int32(c.argc)))
		e.i2(MOV, S32, Mem(regFrame, window+frameCaller+4), Imm(window-8*c.base))
	} else {
		// new.target, the number of arguments and the way back are one store.
		e.i2(MOVUPS, SizeNone, R(scratchF), e.asm.Const128(uint64(heap.Undefined), uint64(c.argc)|uint64(window-8*c.base)<<32))
		e.i2(MOVUPS, SizeNone, Mem(regFrame, window+frameNewTarget), R(scratchF))
	}
	if c.cost > 0 {
		e.i2(SUB, S64, R(regFuel), Imm(int32(c.cost)))
	}
	e.i2(ADD, S64, R(regFrame), Imm(window))
}

// moved emits, out of the way, the call of a function that finds its actual
// arguments below its frame, if there are more than parameters: the frame begins
// above the window. The function is in RAX, its template in RCX. (The driver calls
// what Function.prototype.call would call; native code leaves that to it.)
func (e *emitter) moved(c *callInfo, otherwise, join Label) {
	goOn := e.asm.NewLabel()
	e.i2(TEST, S32, MemIndex(regCage, RCX, 1, heap.TmplFlags), Imm(heap.TNeedsArgs))
	e.jcc(CondNE, e.later(func() {
		if e.cfg.FunctionCall == 0 {
			e.jmp(otherwise)
			return
		}
		e.i2(CMP, S32, R(RAX), Imm(int32(e.cfg.FunctionCall)))
		e.jcc(CondE, otherwise)
		if c.argc == 0 {
			e.jmp(goOn)
			return
		}
		e.i2(MOVZXW, S32, R(RAX), MemIndex(regCage, RCX, 1, heap.TmplParams))
		e.i2(CMP, S32, R(RAX), Imm(int32(c.argc)))
		e.jcc(CondAE, goOn)
		e.feedback(RCX)
		e.entryOf(otherwise)
		from := 8 * c.slot
		window := from + int32(8*(c.argc+1)) - frameNewTarget
		// What is more than the parameters is overwritten, or not looked at.
		for i := int32(-1); i <= int32(c.argc); i++ {
			e.i2(MOV, S64, R(RCX), Mem(regFrame, from+8*i))
			e.i2(MOV, S64, Mem(regFrame, window+8*i), R(RCX))
		}
		e.i2(MOVUPS, SizeNone, R(scratchF), e.asm.Const128(uint64(heap.Undefined), 0))
		e.i2(MOVUPS, SizeNone, Mem(regFrame, from+frameNewTarget), R(scratchF))
		e.i2(MOV, S64, Mem(regFrame, from+frameReturn), Imm(0))
		e.push(c, window)
		e.i1(CALL, SizeNone, R(RAX))
		e.returnsHere(c, window)
		e.i2(SUB, S64, R(regFrame), Imm(window))
		e.jmp(join)
	}))
	e.asm.Bind(goOn)
}

// notCalled are the functions whose frames are made by the driver.
const notCalled = heap.TClass | heap.TFast

// plainFunction puts the template of the value in v into RCX, unless it is no
// function whose frame native code makes.
func (e *emitter) plainFunction(v Reg, otherwise Label) {
	e.i2(MOV, S64, R(scratch), R(v))
	e.i2(SHR, S64, R(scratch), Imm(48))
	e.i2(CMP, S32, R(scratch), Imm(heap.TagObject))
	e.jcc(CondNE, otherwise)
	e.i2(MOV, S32, R(RAX), R(v))
	e.i2(CMP, S8, MemIndex(regCage, RAX, 1, heap.OffKind), Imm(heap.KFunction))
	e.jcc(CondNE, otherwise)
	e.i2(MOV, S32, R(RCX), MemIndex(regCage, RAX, 1, heap.OffWord))
	e.i2(TEST, S32, MemIndex(regCage, RCX, 1, heap.TmplFlags), Imm(notCalled))
	e.jcc(CondNE, otherwise)
}

// feedback puts the feedback of the template in t into RAX: the template's own
// field, or in ROM an entry of the table behind the firn line.
func (e *emitter) feedback(t Reg) {
	done := e.asm.NewLabel()
	rom := e.later(func() {
		e.i2(MOV, S32, R(scratch), MemIndex(regCage, t, 1, heap.TmplID))
		e.i2(SHL, S32, R(scratch), Imm(2))
		e.i2(MOV, S32, R(RAX), MemIndex(regCage, scratch, 1, int32(e.cfg.Firn+heap.FeedbackTable)))
		e.jmp(done)
	})
	e.i2(CMP, S32, R(t), Imm(int32(e.cfg.Firn)))
	e.jcc(CondB, rom)
	e.i2(MOV, S32, R(RAX), MemIndex(regCage, t, 1, heap.TmplFeedback))
	e.asm.Bind(done)
}
