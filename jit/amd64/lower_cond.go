package amd64

import (
	"strings"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// comparison is a test that a branch, a guard or a SETcc makes: flags of
// "op a, b", after pre, looked at with cond.
type comparison struct {
	op   Op
	size Size
	pre  uint8
	cond uint8
	a, b src
}

// Conditions by ssa.Cond.
var (
	signedConds   = [...]Cond{CondE, CondNE, CondL, CondLE, CondG, CondGE}
	unsignedConds = [...]Cond{CondE, CondNE, CondB, CondBE, CondA, CondAE}
	mirrored      = [...]ssa.Cond{ssa.Eq, ssa.Ne, ssa.Gt, ssa.Ge, ssa.Lt, ssa.Le}
)

// test is how v, a boolean, is tested.
func (lo *lowerer) test(v *ssa.Value) comparison {
	if isTest(v.Op) && lo.take(v) {
		return lo.comparison(v)
	}
	r := regSrc(lo.use(v))
	return comparison{op: TEST, size: S32, cond: uint8(CondNE), a: r, b: r}
}

// comparison is the test that v, an operation of isTest, is.
func (lo *lowerer) comparison(v *ssa.Value) comparison {
	cond := ssa.Cond(v.Aux)
	switch v.Op {
	case ssa.OpCmpInt:
		return lo.compareInts(v.Args[0], v.Args[1], cond, &signedConds)
	case ssa.OpCmpUint:
		return lo.compareInts(v.Args[0], v.Args[1], cond, &unsignedConds)
	case ssa.OpCmpRef:
		return lo.compareInts(v.Args[0], v.Args[1], cond, &unsignedConds)
	case ssa.OpCmpVal:
		return lo.compareBits(v.Args[0], v.Args[1], cond)
	case ssa.OpCmpF64:
		return lo.compareFloats(v.Args[0], v.Args[1], cond)
	case ssa.OpNotBool:
		c := lo.test(v.Args[0])
		c.cond = notCond(c.cond)
		return c
	case ssa.OpHasTag:
		return lo.compareUpper(v.Args[0], uint32(v.Aux)<<16, CondE)
	case ssa.OpIsNum:
		a := lo.operand(v.Args[0])
		if a.kind == srcMem && a.mode != memConst {
			return comparison{op: CMP, size: S32, cond: uint8(CondB), a: a.upper(), b: ownImm(upperImm(heap.TagSpecial << 16))}
		}
		return comparison{op: CMP, size: S64, cond: uint8(CondB), a: regSrc(lo.use(v.Args[0])), b: constSrc(heap.TagSpecial << 48)}
	case ssa.OpIsNullish:
		return comparison{op: CMP, size: S64, pre: preOr1, cond: uint8(CondE), a: regSrc(lo.use(v.Args[0])), b: constSrc(uint64(heap.Null))}
	case ssa.OpIsBool:
		return comparison{op: CMP, size: S64, pre: preOr1, cond: uint8(CondE), a: regSrc(lo.use(v.Args[0])), b: constSrc(uint64(heap.True))}
	case ssa.OpThrew:
		return comparison{op: CMP, size: S32, cond: uint8(CondNE), a: memSrc(memCtx, backend.CtxThrew), b: ownImm(0)}
	case ssa.OpIsKind:
		return comparison{op: CMP, size: S8, cond: uint8(CondE), a: lo.cell(v, v.Args[0], heap.OffKind), b: ownImm(v.Aux)}
	}
	lo.fail(v, "is no comparison")
	return comparison{}
}

// upperImm is a 32-bit pattern as an immediate.
func upperImm(u uint32) int64 { return int64(int32(u)) }

// compareUpper compares the upper half of a boxed value, which holds the tag and
// zeros if there is one.
func (lo *lowerer) compareUpper(v *ssa.Value, upper uint32, cond Cond) comparison {
	a := lo.operand(v)
	c := comparison{op: CMP, size: S32, cond: uint8(cond), b: ownImm(upperImm(upper))}
	if a.kind == srcMem && a.mode != memConst {
		c.a = a.upper()
		return c
	}
	c.pre, c.a = preUpper, regSrc(lo.use(v))
	return c
}

// compareInts compares 32 bits.
func (lo *lowerer) compareInts(x, y *ssa.Value, cond ssa.Cond, conds *[6]Cond) comparison {
	if _, konst := constBits(x); konst {
		x, y, cond = y, x, mirrored[cond]
	}
	c := comparison{op: CMP, size: S32, cond: uint8(conds[cond])}
	if x.Op == ssa.OpAndInt && isConstInt(y, 0) && lo.take(x) {
		c.op = TEST
		a, b := x.Args[0], x.Args[1]
		if a.Op == ssa.OpConstInt {
			a, b = b, a
		}
		c.b = lo.operand(b)
		if a.Op == ssa.OpLoadU8 && c.b.kind == srcImm && c.b.imm == int64(int8(c.b.imm)) && c.b.imm >= 0 && lo.take(a) {
			c.size, c.a = S8, lo.cell(a, a.Args[0], a.Aux)
			return c
		}
		c.a = regSrc(lo.use(a))
		return c
	}
	if _, konst := constBits(x); konst {
		c.a = regSrc(lo.use(x))
	} else {
		c.a = lo.operand(x)
	}
	c.b = lo.operand(y)
	if c.a.kind == srcMem && c.b.kind == srcMem {
		c.b = regSrc(lo.intoReg(c.b, S32))
	}
	if c.a.kind == srcReg && c.b.kind == srcImm && c.b.imm == 0 && (conds == &signedConds || cond <= ssa.Ne) {
		c.op, c.b = TEST, c.a
	}
	return c
}

// compareBits compares 64 bits.
func (lo *lowerer) compareBits(x, y *ssa.Value, cond ssa.Cond) comparison {
	if x.Op == ssa.OpConstVal {
		x, y = y, x
	}
	c := comparison{op: CMP, size: S64, cond: uint8(unsignedConds[cond])}
	if x.Op == ssa.OpConstVal {
		c.a = regSrc(lo.use(x))
	} else {
		c.a = lo.operand(x)
	}
	c.b = lo.operand(y)
	if c.a.kind == srcMem && c.b.kind == srcMem {
		c.a = regSrc(lo.intoReg(c.a, S64))
	}
	return c
}

// compareFloats compares doubles. UCOMISD sets the flags of "above" and "equal"
// for unordered operands so that A and AE are false for NaN.
func (lo *lowerer) compareFloats(x, y *ssa.Value, cond ssa.Cond) comparison {
	c := comparison{op: UCOMISD, size: SizeNone}
	switch cond {
	case ssa.Lt, ssa.Le:
		x, y, cond = y, x, mirrored[cond]
	}
	switch cond {
	case ssa.Eq:
		c.cond = condEqF
	case ssa.Ne:
		c.cond = condNeF
	default:
		c.cond = uint8(unsignedConds[cond])
	}
	c.a, c.b = regSrc(lo.use(x)), lo.operand(y)
	return c
}

// intoReg loads memory into a register.
func (lo *lowerer) intoReg(s src, size Size) backend.VReg {
	d := lo.temp()
	lo.mov(d, MOV, size, s)
	return d
}

// compareInst makes the instruction for c. A constant on the left must be in a
// register: the emitter may need its own for the right side.
func (lo *lowerer) compareInst(o *operands, f uint16, c *comparison) backend.Inst {
	in := backend.Inst{Op: form(f, c.op), Size: uint8(c.size), Cond: c.cond, Scale: c.pre}
	if c.a.kind == srcMem {
		in.Flags |= memLeft
	}
	any := c.op != UCOMISD
	if c.a.kind == srcReg && any {
		_, konst := lo.lf.Const(c.a.v)
		any = !konst
	}
	o.put(&in, c.a, any)
	o.put(&in, c.b, true)
	return in
}

// leaveIf leaves when c holds.
func (lo *lowerer) leaveIf(v *ssa.Value, c comparison, why backend.Reason) {
	var o operands
	in := lo.compareInst(&o, formCmpExit, &c)
	lo.guard(v, in, &o, why)
}

// leaveUnless leaves when c does not hold.
func (lo *lowerer) leaveUnless(v *ssa.Value, c comparison, why backend.Reason) {
	c.cond = notCond(c.cond)
	lo.leaveIf(v, c, why)
}

// lowerTest makes a boolean of a comparison.
func lowerTest(lo *lowerer, v *ssa.Value) {
	c := lo.comparison(v)
	if v.Op == ssa.OpNotBool && c.op == TEST && c.cond == uint8(CondE) && c.a == c.b {
		lo.two(v, XOR, S32, regSrc(c.a.v), ownImm(1))
		return
	}
	var o operands
	o.add(backend.D(lo.def(v)))
	in := lo.compareInst(&o, formCmpSet, &c)
	lo.inst(in, &o)
}

func lowerTruthy(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.D(lo.def(v)))
	o.add(backend.U(lo.use(v.Args[0])))
	lo.guard(v, backend.Inst{Op: special(sTruthySet)}, &o, backend.ReasonValue)
}

func lowerSeqVal(lo *lowerer, v *ssa.Value) {
	if c, ok := lo.sameBits(v); ok {
		var o operands
		o.add(backend.D(lo.def(v)))
		in := lo.compareInst(&o, formCmpSet, &c)
		lo.inst(in, &o)
		return
	}
	var o operands
	o.add(backend.D(lo.def(v)))
	lo.seqOperands(v, &o)
	lo.guard(v, seqInst(v, sSeqSet), &o, backend.ReasonValue)
}

// seqInst is the instruction of a SeqVal or SeqStr.
func seqInst(v *ssa.Value, form uint16) backend.Inst {
	in := backend.Inst{Op: special(form)}
	if v.Op == ssa.OpSeqStr {
		in.Imm, in.Clobbers = seqStub+v.Aux, stubRegs
	}
	return in
}

// What Imm of sSeqBr and sSeqSet says.
const (
	seqStub   = 1 + iota // a stub compares strings
	seqString            // likewise, and the second operand is one
)

func (lo *lowerer) seqOperands(v *ssa.Value, o *operands) {
	o.add(backend.U(lo.use(v.Args[0])))
	o.add(backend.U(lo.use(v.Args[1])))
}

// sameBits is === where one side is a constant that is equal to nothing but its
// own bits.
func (lo *lowerer) sameBits(v *ssa.Value) (comparison, bool) {
	for _, a := range v.Args {
		if a.Op == ssa.OpConstVal {
			switch uint64(a.Aux) >> 48 {
			case heap.TagSpecial, heap.TagObject, heap.TagSymbol:
				return lo.compareBits(v.Args[0], v.Args[1], ssa.Eq), true
			}
		}
	}
	return comparison{}, false
}

// terminator ends the block.
func (lo *lowerer) terminator(sb *ssa.Block) {
	switch sb.Kind {
	case ssa.Jump:
		lo.jump(sb, 0)
	case ssa.If:
		lo.branch(sb)
	case ssa.Ret:
		var o operands
		o.add(backend.UFixed(lo.use(sb.Control), backend.Reg(RAX)))
		lo.inst(backend.Inst{Op: special(sRet)}, &o)
	case ssa.Exit:
		lo.leave(sb)
	}
}

// leave ends the block with an exit. Its place is that of the state.
func (lo *lowerer) leave(sb *ssa.Block) {
	s := sb.State
	at := &ssa.Value{State: s}
	if s != nil {
		at.Fn, at.Line = s.Fn, s.PC
		lo.at(s.Fn, s.PC)
	}
	lo.exit(at, backend.Inst{Op: special(sExit)}, &operands{}, s, backend.Exit{Kind: backend.ExitDeopt, Reason: exitReason(sb.Reason)})
}

// jump ends the block with a jump to a successor.
func (lo *lowerer) jump(sb *ssa.Block, succ int) {
	args := lo.edgeArgs(sb, succ)
	lo.lf.Emit(lo.b, backend.Inst{Op: backend.OpJump, Pos: lo.pos})
	backend.AddEdge(lo.b, lo.blocks[sb.Succs[succ].ID], args...)
}

// edgeArgs are the registers with the values of the phis of a successor.
func (lo *lowerer) edgeArgs(sb *ssa.Block, succ int) []backend.VReg {
	to := sb.Succs[succ]
	// An If may lead to the same block twice: the first edge is the first of its
	// predecessors that is sb.
	skip := 0
	for _, s := range sb.Succs[:succ] {
		if s == to {
			skip++
		}
	}
	at := -1
	for i, p := range to.Preds {
		if p == sb {
			if skip == 0 {
				at = i
				break
			}
			skip--
		}
	}
	args := lo.edge[:0]
	for _, v := range to.Values {
		if v.Op != ssa.OpPhi {
			break
		}
		if !lo.info[v.ID].dropped {
			args = append(args, lo.use(v.Args[at]))
		}
	}
	lo.edge = args
	return lo.lf.Args(args)
}

// branch ends the block with a conditional branch.
func (lo *lowerer) branch(sb *ssa.Block) {
	v := sb.Control
	if v.Op == ssa.OpConstBool {
		lo.jump(sb, 1-int(v.Aux&1))
		return
	}
	yes, no := lo.edgeArgs(sb, 0), lo.edgeArgs(sb, 1)
	lo.branchOn(v)
	backend.AddEdge(lo.b, lo.blocks[sb.Succs[0].ID], yes...)
	backend.AddEdge(lo.b, lo.blocks[sb.Succs[1].ID], no...)
}

func (lo *lowerer) branchOn(v *ssa.Value) {
	var o operands
	if (v.Op == ssa.OpTruthy || v.Op == ssa.OpSeqVal || v.Op == ssa.OpSeqStr) && lo.take(v) {
		lo.at(v.Fn, v.Line)
		if v.Op == ssa.OpTruthy {
			o.add(backend.U(lo.use(v.Args[0])))
			lo.guard(v, backend.Inst{Op: special(sTruthyBr)}, &o, backend.ReasonValue)
			return
		}
		c, ok := lo.sameBits(v)
		if !ok {
			lo.seqOperands(v, &o)
			lo.guard(v, seqInst(v, sSeqBr), &o, backend.ReasonValue)
			return
		}
		in := lo.compareInst(&o, formCmpBr, &c)
		lo.inst(in, &o)
		return
	}
	c := lo.test(v)
	in := lo.compareInst(&o, formCmpBr, &c)
	lo.inst(in, &o)
}

// exitReason is the backend's reason for the builder's, which is one of its names
// or that of an instruction.
func exitReason(name string) backend.Reason {
	for r := backend.ReasonNone; r < backend.NumReasons; r++ {
		if r.String() == name {
			return r
		}
	}
	if strings.Contains(name, "throw") {
		return backend.ReasonThrow
	}
	return backend.ReasonUnsupported
}

// The guards.

func lowerGuardRef(lo *lowerer, v *ssa.Value) {
	why := backend.ReasonCallee
	for _, a := range v.Args {
		if a.Mem == ssa.MemShape {
			why = backend.ReasonShape
		}
	}
	lo.leaveUnless(v, lo.compareInts(v.Args[0], v.Args[1], ssa.Eq, &unsignedConds), why)
}

func lowerGuardVal(lo *lowerer, v *ssa.Value) {
	lo.leaveUnless(v, lo.compareBits(v.Args[0], v.Args[1], ssa.Eq), backend.ReasonValue)
}

func lowerGuardInt(lo *lowerer, v *ssa.Value) {
	lo.leaveUnless(v, lo.compareInts(v.Args[0], v.Args[1], ssa.Eq, &signedConds), backend.ReasonValue)
}

func lowerGuardKind(lo *lowerer, v *ssa.Value) {
	lo.leaveUnless(v, comparison{op: CMP, size: S8, cond: uint8(CondE),
		a: lo.cell(v, v.Args[0], heap.OffKind), b: ownImm(v.Aux)}, backend.ReasonShape)
}

func lowerGuardTrue(lo *lowerer, v *ssa.Value) {
	lo.leaveUnless(v, lo.test(v.Args[0]), backend.ReasonValue)
}

func lowerGuardFalse(lo *lowerer, v *ssa.Value) {
	lo.leaveIf(v, lo.test(v.Args[0]), backend.ReasonValue)
}

// lowerGuardNot leaves for one special value.
func lowerGuardNot(special heap.Value, why backend.Reason) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		a := lo.operand(v.Args[0])
		c := comparison{op: CMP, size: S64, cond: uint8(CondE), a: a, b: constSrc(uint64(special))}
		if a.kind == srcMem {
			c.a = regSrc(lo.intoReg(a, S64))
		}
		lo.leaveIf(v, c, why)
	}
}

func lowerGuardBound(lo *lowerer, v *ssa.Value) {
	index, length := v.Args[0], v.Args[1]
	if length.Op == ssa.OpLoadCap && lo.take(length) {
		lo.guardCapacity(v, index, length)
		return
	}
	lo.leaveUnless(v, lo.compareInts(index, length, ssa.Lt, &unsignedConds), backend.ReasonBounds)
}

// guardCapacity leaves unless index is below the capacity of the KElements cell
// that length is about: (size-8)/8.
func (lo *lowerer) guardCapacity(v, index, length *ssa.Value) {
	size := lo.cell(length, length.Args[0], heap.OffSize)
	if index.Op == ssa.OpConstInt && index.Aux >= 0 && index.Aux < 1<<12 {
		lo.leaveIf(v, comparison{op: CMP, size: S32, cond: uint8(CondBE), a: size, b: ownImm(heap.OffValues + 8*index.Aux)},
			backend.ReasonBounds)
		return
	}
	var o operands
	in := backend.Inst{Op: special(sCmpCap)}
	o.add(backend.U(lo.use(index)))
	o.put(&in, size, false)
	lo.guard(v, in, &o, backend.ReasonBounds)
}

func lowerGuardEpoch(lo *lowerer, v *ssa.Value) {
	lo.leaveUnless(v, comparison{op: CMP, size: S32, cond: uint8(CondE),
		a: memSrc(memCtx, backend.CtxEpoch), b: ownImm(int64(int32(v.Aux)))}, backend.ReasonEpoch)
}
