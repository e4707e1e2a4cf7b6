package amd64

import (
	"math"

	"firn/ir/ssa"
	"firn/jit/backend"
)

// Emission goes through the allocated LIR once. What is rarely executed is put
// off: parts of instructions (later) come behind the blocks, then the exits. An
// exit pushes its number and jumps to the code's common end, which moves that to
// the context, adds the number of the code object and leaves.
//
// Constants of the program that are wider than 16 bits never stand in the code as
// they are, and neither in the data behind it, which is executable, too: they are
// the exclusive or of two numbers that the program does not know (Config.Key). In
// the tables that Go reads (Exit.Locs, Code.Consts) they do.

// emitter is the state of emission.
type emitter struct {
	asm     Assembler
	own     Encoder
	lo      *lowerer
	cfg     *Config
	lf      *backend.Func
	labels  []Label // of blocks, by index
	cold    []coldPart
	stubs   []stub
	resume  []resumePoint
	returns []returnPoint
	places  []place
	random  uint64
	instrs  int
	err     error

	start, save, slow Label  // entry; common ends of exits
	cannot            Label  // of a stub: the end of its exits
	called            uint64 // set of stubs
	routines          [numRoutines]Label
	used              [numRoutines]bool
	bigUsed           int64 // … of operations on BigInts
	bigLabels         [ssa.NumBigOps + 1]Label
	useSlow           bool
	useCannot         bool
	in                *backend.Inst
	frame             int32 // bytes of spill slots
}

// coldPart is a part of an instruction that comes behind the blocks.
type coldPart struct {
	label Label
	emit  func()
}

// stub is where guards jump to.
type stub struct {
	label Label
	exit  int32
	undo  *backend.Inst // an addition or subtraction that is undone first
}

// resumePoint is where an exit goes on.
type resumePoint struct {
	label Label
	exit  int32
}

// returnPoint is where a call of JS code returns.
type returnPoint struct {
	label   Label
	window  int32
	handler backend.Handler
}

// place is where the code of a position begins.
type place struct {
	label Label
	pos   uint32
}

// loopAlign is the alignment of the first block of a loop.
const loopAlign = 16

// emit makes the code of lf, which lo lowered.
func (e *emitter) emit(lf *backend.Func, lo *lowerer) (*backend.Code, error) {
	e.lf, e.lo, e.cfg = lf, lo, lo.cfg
	e.asm = e.cfg.Assembler
	if e.asm == nil {
		e.asm = &e.own
	}
	e.asm.Reset()
	e.labels, e.cold, e.stubs = e.labels[:0], e.cold[:0], e.stubs[:0]
	e.resume, e.returns, e.places = e.resume[:0], e.returns[:0], e.places[:0]
	e.random, e.instrs, e.err = e.cfg.Key, 0, nil
	e.useSlow, e.useCannot, e.called, e.used, e.bigUsed = false, false, 0, [numRoutines]bool{}, 0
	e.start, e.save, e.slow = e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	e.cannot = e.asm.NewLabel()
	for range lf.Blocks {
		e.labels = append(e.labels, e.asm.NewLabel())
	}
	e.frame = int32(8 * lf.Slots)
	e.asm.Bind(e.start)
	if e.frame > 0 {
		e.i2(SUB, S64, R(RSP), Imm(e.frame))
	}
	for i, b := range lf.Blocks {
		if i > 0 && b.LoopDepth > lf.Blocks[i-1].LoopDepth && !b.Cold {
			e.asm.Align(loopAlign)
		}
		e.asm.Bind(e.labels[i])
		for j := range b.Insts {
			e.in = &b.Insts[j]
			if e.cfg.Positions {
				e.mark(e.in)
			}
			e.inst(b, e.in)
		}
	}
	for i := 0; i < len(e.cold); i++ { // they may add more
		e.asm.Bind(e.cold[i].label)
		e.cold[i].emit()
	}
	e.keyRoutines()
	e.bigRoutines()
	e.ends()
	bytes, err := e.asm.Finish()
	if err == nil {
		err = e.err
	}
	if err != nil {
		return nil, err
	}
	return e.code(bytes), nil
}

// mark notes where the code of an instruction's position begins.
func (e *emitter) mark(in *backend.Inst) {
	if n := len(e.places); in.Op < backend.OpTarget || n > 0 && e.places[n-1].pos == in.Pos || int(in.Pos) >= len(e.lo.positions) {
		return
	}
	l := e.asm.NewLabel()
	e.asm.Bind(l)
	e.places = append(e.places, place{l, in.Pos})
}

// code collects what has been made.
func (e *emitter) code(bytes []byte) *backend.Code {
	lf, f := e.lf, e.lo.f
	c := &backend.Code{
		Name:       lf.Name,
		Bytes:      append([]byte(nil), bytes...),
		OSR:        -1,
		Exits:      lf.Exits,
		Consts:     lf.Consts,
		Fuel:       f.Fuel,
		FrameBytes: int(e.frame) + 8,
		Instrs:     e.instrs,
		Stubs:      e.called,
	}
	c.Entry = e.asm.Offset(e.start)
	if f.EntryPC != 0 {
		c.OSR, c.OSRPC = c.Entry, f.EntryPC
	}
	for _, r := range e.resume {
		c.Exits[r.exit].Resume = int32(e.asm.Offset(r.label))
	}
	if n := len(e.returns); n > 0 {
		c.Calls = make([]backend.Call, n)
		for i, r := range e.returns {
			c.Calls[i] = backend.Call{Return: int32(e.asm.Offset(r.label)), Window: r.window, Handler: r.handler}
		}
	}
	if len(e.places) > 0 {
		c.Positions = make([]backend.Position, 0, len(e.places))
	}
	for _, p := range e.places {
		pos := e.lo.positions[p.pos]
		pos.Offset = uint32(e.asm.Offset(p.label))
		c.Positions = append(c.Positions, pos)
	}
	return c
}

// ends emits the exits and their common ends.
func (e *emitter) ends() {
	if e.lo.f.Stub != nil {
		e.stubEnd()
		return
	}
	if e.useSlow {
		e.end(e.slow, backend.CtxExitSlow)
	}
	if len(e.stubs) > 0 {
		e.end(e.save, backend.CtxExitSave)
	}
	for _, s := range e.stubs {
		e.asm.Bind(s.label)
		if s.undo != nil {
			e.in = s.undo
			op := SUB
			if Op(e.in.Op&0xff) == SUB {
				op = ADD
			}
			e.i2(op, S32, R(e.reg(0)), e.source(2))
		}
		e.i1(PUSH, S64, Imm(s.exit))
		e.i(Jmp(e.save))
	}
}

// end is a common end: it leaves through an address in the context.
func (e *emitter) end(l Label, through int32) {
	e.asm.Bind(l)
	e.i1(POP, S64, Mem(regContext, backend.CtxExit))
	e.i2(MOV, S64, Mem(regContext, backend.CtxCode), Imm(int32(e.cfg.Number)))
	e.i(I1(JMP, SizeNone, Mem(regContext, through)))
}

// leave is the label to jump to for the exit of the current instruction.
func (e *emitter) leave() Label {
	if e.lo.f.Stub != nil {
		e.useCannot = true
		return e.cannot
	}
	n := e.in.Exit
	x := &e.lf.Exits[n]
	undo := e.in
	if undo.Flags&backend.Undo == 0 {
		undo = nil
	}
	if x.Kind == backend.ExitDeopt && undo == nil {
		for i := len(e.stubs) - 1; i >= 0 && i >= len(e.stubs)-4; i-- {
			if s := e.stubs[i]; s.undo == nil && (s.exit == n || sameExit(&e.lf.Exits[s.exit], x)) {
				return s.label
			}
		}
	}
	l := e.asm.NewLabel()
	e.stubs = append(e.stubs, stub{l, n, undo})
	return l
}

// sameExit reports whether one stub will do for both.
func sameExit(a, b *backend.Exit) bool {
	if a.Kind != b.Kind || a.Op != b.Op || a.Line != b.Line || a.Fn != b.Fn || a.Reason != b.Reason || a.PC != b.PC ||
		len(a.Locs) != len(b.Locs) || len(a.Frames) != len(b.Frames) || &a.Frames[0] != &b.Frames[0] {
		return false
	}
	for i, l := range a.Locs {
		if l != b.Locs[i] {
			return false
		}
	}
	return true
}

// resumeHere notes that the exit of the current instruction goes on here.
func (e *emitter) resumeHere() {
	l := e.asm.NewLabel()
	e.asm.Bind(l)
	e.resume = append(e.resume, resumePoint{l, e.in.Exit})
}

// later puts a part of the current instruction behind the blocks.
func (e *emitter) later(f func()) Label {
	l := e.asm.NewLabel()
	in := e.in
	e.cold = append(e.cold, coldPart{l, func() {
		e.in = in
		f()
	}})
	return l
}

// here binds a new label.
func (e *emitter) here() Label {
	l := e.asm.NewLabel()
	e.asm.Bind(l)
	return l
}

func (e *emitter) i(in Inst) {
	e.instrs++
	e.asm.Emit(in)
}

func (e *emitter) i1(op Op, size Size, a Operand)       { e.i(I1(op, size, a)) }
func (e *emitter) i2(op Op, size Size, a, b Operand)    { e.i(I2(op, size, a, b)) }
func (e *emitter) i3(op Op, size Size, a, b, c Operand) { e.i(I3(op, size, a, b, c)) }
func (e *emitter) jcc(c Cond, l Label)                  { e.i(Jcc(c, l)) }
func (e *emitter) jmp(l Label)                          { e.i(Jmp(l)) }

// fail notes that the LIR is not as it should be.
func (e *emitter) fail(why string) {
	if e.err == nil {
		e.err = &UnsupportedError{Func: e.lf.Name, Op: opName(e.in.Op), Why: why}
	}
}

// Constants.

// next is a number that the program does not know (splitmix64).
func (e *emitter) next() uint64 {
	e.random += 0x9E3779B97F4A7C15
	z := e.random
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// load32 puts an int32 of the program into a general register, zero-extended.
func (e *emitter) load32(r Reg, v int32) {
	if plainInt(int64(v)) {
		e.i2(MOV, S32, R(r), Imm(v))
		return
	}
	k := int32(e.next())
	e.i2(MOV, S32, R(r), Imm(v^k))
	e.i2(XOR, S32, R(r), Imm(k))
}

// load puts 64 bits of the program into a register of either kind.
func (e *emitter) load(r Reg, bits uint64) {
	if r >= X0 {
		switch {
		case bits == 0:
			e.i2(XORPD, SizeNone, R(r), R(r))
		case plainFloat(bits):
			e.i2(MOVSD, SizeNone, R(r), e.asm.Const64(bits))
		default:
			e.i2(MOVSD, SizeNone, R(r), e.asm.Const64(bits^e.cfg.Key))
			e.i2(XORPD, SizeNone, R(r), e.asm.Const128(e.cfg.Key, 0))
		}
		return
	}
	switch {
	case bits <= math.MaxUint32:
		e.load32(r, int32(bits))
	case plainVal(bits):
		e.i(LoadImm(r, bits))
	default:
		e.i2(MOV, S64, R(r), e.asm.Const64(bits^e.cfg.Key))
		e.i2(XOR, S64, R(r), e.asm.Const128(e.cfg.Key, 0))
	}
}

// Operands.

// reg is the register of operand i.
func (e *emitter) reg(i int) Reg {
	l := e.in.Ops[i].Loc
	if !l.IsReg() {
		e.fail("an operand is not in a register")
		return RAX
	}
	return Reg(l.Reg())
}

// loc is operand i, wherever it is. A constant is loaded into the scratch register
// of its kind.
func (e *emitter) loc(i int) Operand {
	l := e.in.Ops[i].Loc
	switch {
	case l.IsReg():
		return R(Reg(l.Reg()))
	case l.IsSlot():
		return Mem(RSP, int32(8*l.Index()))
	case l.IsConst():
		r := scratch
		if e.lf.Class(e.in.Ops[i].V) == backend.FPR {
			r = scratchF
		}
		e.load(r, e.lf.Consts[l.Index()])
		return R(r)
	}
	e.fail("an operand has no location")
	return R(RAX)
}

// memory is the memory operand, whose cell, if it has one, is operand i; next is
// the operand behind it.
func (e *emitter) memory(i int) (m Operand, next int) { return e.memoryAt(i, 0) }

// memoryAt is the same, off bytes further.
func (e *emitter) memoryAt(i int, off int32) (m Operand, next int) {
	in := e.in
	switch in.Flags & memMask {
	case memCell:
		return MemIndex(regCage, e.reg(i), 1, in.Disp+off), i + 1
	case memAbs:
		return Mem(regCage, in.Disp+off), i
	case memSlot:
		return Mem(regFrame, in.Disp+off), i
	case memCtx:
		return Mem(regContext, in.Disp+off), i
	case memConst:
		return e.asm.Const64(uint64(in.Imm)), i
	}
	e.fail("there is no memory operand")
	return R(RAX), i
}

// source is the last operand: memory, an immediate or operand i.
func (e *emitter) source(i int) Operand {
	in := e.in
	switch {
	case in.Flags&hasImm != 0:
		return e.imm()
	case in.Flags&memMask != 0 && in.Flags&memLeft == 0:
		m, _ := e.memory(i)
		return m
	}
	return e.loc(i)
}

// imm is Imm as an operand: an immediate, or the scratch register.
func (e *emitter) imm() Operand {
	in := e.in
	if in.Imm == int64(int32(in.Imm)) && (in.Scale&trusted != 0 || plainInt(in.Imm)) {
		return Imm(int32(in.Imm))
	}
	e.load32(scratch, int32(in.Imm))
	return R(scratch)
}

// count is the number of operands that are not the exit's.
func (e *emitter) count() int {
	if e.in.Exit != 0 {
		return int(e.in.ExitOps)
	}
	return len(e.in.Ops)
}

// inst emits an instruction of the LIR.
func (e *emitter) inst(b *backend.Block, in *backend.Inst) {
	if in.Op < backend.OpTarget {
		e.common(b, in)
		return
	}
	op, size := Op(in.Op), Size(in.Size)
	switch in.Op >> 8 {
	case formMov:
		e.move(op, size)
	case formLea:
		e.sum()
	case formTwo:
		e.two(op, size)
	case formThree:
		e.i3(op, size, R(e.reg(0)), R(e.reg(1)), R(e.reg(2)))
	case formStore:
		m, i := e.memory(0)
		s := Operand(0)
		if in.Flags&hasImm != 0 {
			s = e.imm()
		} else {
			s = R(e.reg(i))
		}
		e.i2(op, size, m, s)
	case formCmpExit:
		e.compare(op, size, 0)
		e.jumpIf(in.Cond, e.leave())
	case formCmpBr:
		e.compare(op, size, 0)
		e.branch(b, in.Cond)
	case formCmpSet:
		e.compare(op, size, 1)
		e.set(in.Cond, e.reg(0))
	default:
		e.special(b, in)
	}
}

// common emits the instructions that every target has.
func (e *emitter) common(b *backend.Block, in *backend.Inst) {
	switch in.Op {
	case backend.OpNop:
	case backend.OpMove:
		dst, src := e.loc(0), e.loc(1)
		switch {
		case dst.Kind() == KindXMM && src.Kind() == KindXMM:
			e.i2(MOVAPS, SizeNone, dst, src)
		case dst.Kind() == KindXMM || src.Kind() == KindXMM:
			e.i2(MOVSD, SizeNone, dst, src)
		default:
			e.i2(MOV, S64, dst, src)
		}
	case backend.OpLoadConst:
		if l := in.Ops[0].Loc; l.IsSlot() {
			e.storeBits(Mem(RSP, int32(8*l.Index())), uint64(in.Imm))
		} else {
			e.load(e.reg(0), uint64(in.Imm))
		}
	case backend.OpJump:
		e.goTo(b, b.Succs[0])
	default:
		e.fail("an unknown instruction")
	}
}

// storeBits stores 64 bits of the program.
func (e *emitter) storeBits(m Operand, bits uint64) {
	if plainInt(int64(bits)) {
		e.i2(MOV, S64, m, Imm(int32(bits)))
		return
	}
	e.load(scratch, bits)
	e.i2(MOV, S64, m, R(scratch))
}

// goTo jumps to a block, unless it is the next.
func (e *emitter) goTo(from, to *backend.Block) {
	if to.Index != from.Index+1 {
		e.jmp(e.labels[to.Index])
	}
}

// move emits a formMov.
func (e *emitter) move(op Op, size Size) {
	in, d := e.in, R(e.reg(0))
	if in.Flags&memMask == 0 && in.Ops[1].Loc.IsConst() && (op == MOV || op == MOVQ) {
		bits := e.lf.Consts[in.Ops[1].Loc.Index()]
		if size == S32 {
			bits = uint64(uint32(bits))
		}
		e.load(d.Reg(), bits)
		return
	}
	switch op {
	case IMUL3:
		e.mulConst(d, e.loc(1), int32(in.Imm))
		return
	case ROUNDSD:
		e.i3(ROUNDSD, SizeNone, d, e.loc(1), Imm(int32(in.Imm)))
		return
	}
	s := e.source(1)
	switch {
	case op == CVTSI2SD:
		e.i2(PXOR, SizeNone, d, d)
	case op == MOVQ && s.Kind() == KindMem:
		op = MOV
	case op == MOV && size == S64 && s == d:
		return
	}
	e.i2(op, size, d, s)
}

// mulConst is d = s * k, 32 bits.
func (e *emitter) mulConst(d, s Operand, k int32) {
	if plainInt(int64(k)) {
		e.i3(IMUL3, S32, d, s, Imm(k))
		return
	}
	if s != d {
		e.i2(MOV, S32, d, s)
	}
	e.load32(scratch, k)
	e.i2(IMUL, S32, d, R(scratch))
}

// sum emits a formLea.
func (e *emitter) sum() {
	in, d, base := e.in, e.reg(0), e.reg(1)
	if len(in.Ops) == 3 {
		e.i2(LEA, S32, R(d), MemIndex(base, e.reg(2), 1<<in.Scale, in.Disp))
		return
	}
	e.i2(LEA, S32, R(d), Mem(base, in.Disp))
}

// two emits a formTwo.
func (e *emitter) two(op Op, size Size) {
	in, d := e.in, R(e.reg(0))
	if e.count() == 2 && in.Flags&(hasImm|memMask) == 0 {
		e.i1(op, size, d)
	} else {
		e.i2(op, size, d, e.source(2))
	}
	if in.Exit != 0 {
		e.jcc(Cond(in.Cond), e.leave())
	}
}

// compare emits the comparison whose operands begin at i.
func (e *emitter) compare(op Op, size Size, i int) {
	in := e.in
	var a, b Operand
	switch {
	case in.Scale&^trusted != preNone:
		s := e.loc(i)
		if s != R(scratch) {
			e.i2(MOV, S64, R(scratch), s)
		}
		if in.Scale&^trusted == preUpper {
			e.i2(SHR, S64, R(scratch), Imm(32))
		} else {
			e.i2(OR, S64, R(scratch), Imm(1))
		}
		a, i = R(scratch), i+1
	case in.Flags&memLeft != 0:
		a, i = e.memory(i)
	default:
		if op == TEST && in.Flags&hasImm == 0 && in.Ops[i].Loc == in.Ops[i+1].Loc && in.Ops[i].Loc.IsSlot() {
			e.i2(CMP, size, e.loc(i), Imm(0))
			return
		}
		a = e.loc(i)
		i++
	}
	b = e.source(i)
	if a.Kind() == KindMem && b.Kind() == KindMem {
		e.i2(MOV, size, R(scratch), a)
		a = R(scratch)
	}
	if op == TEST && b.Kind() == KindMem {
		a, b = b, a
	}
	e.i2(op, size, a, b)
}

// jumpIf jumps when the condition holds.
func (e *emitter) jumpIf(cond uint8, l Label) {
	switch cond {
	case condEqF:
		skip := e.asm.NewLabel()
		e.jcc(CondP, skip)
		e.jcc(CondE, l)
		e.asm.Bind(skip)
	case condNeF:
		e.jcc(CondNE, l)
		e.jcc(CondP, l)
	default:
		e.jcc(Cond(cond), l)
	}
}

// branch ends a block.
func (e *emitter) branch(b *backend.Block, cond uint8) {
	yes, no := b.Succs[0], b.Succs[1]
	if yes.Index == b.Index+1 {
		yes, no, cond = no, yes, notCond(cond)
	}
	if yes != no {
		if cond == condEqF && no.Index != b.Index+1 {
			e.jcc(CondP, e.labels[no.Index])
			cond = uint8(CondE)
		}
		e.jumpIf(cond, e.labels[yes.Index])
	}
	e.goTo(b, no)
}

// set makes a boolean of the flags.
func (e *emitter) set(cond uint8, d Reg) {
	switch cond {
	case condEqF, condNeF:
		c, other := CondNP, int32(0)
		if cond == condNeF {
			c, other = CondP, 1
		}
		e.i(Setcc(c, R(scratch)))
		e.i2(MOVZXB, S32, R(scratch), R(scratch))
		e.i2(MOV, S32, R(d), Imm(other))
		e.i(Cmov(CondE, S32, R(d), R(scratch)))
	default:
		e.i(Setcc(Cond(cond), R(d)))
		e.i2(MOVZXB, S32, R(d), R(d))
	}
}

// upperOf is the upper half of a value with this tag.
func upperOf(tag uint32) Operand { return Imm(int32(tag << 16)) }
