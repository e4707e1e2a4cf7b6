package amd64

import (
	"math/bits"

	"firn/ir/ssa"
	"firn/jit/backend"
)

// mov is d = op(s).
func (lo *lowerer) mov(d backend.VReg, op Op, size Size, s src) {
	var o operands
	in := backend.Inst{Op: form(formMov, op), Size: uint8(size)}
	o.add(backend.D(d))
	o.put(&in, s, true)
	lo.inst(in, &o)
}

// lea is d = base + index<<scale + disp, modulo 2^32; 0 for what is not there.
func (lo *lowerer) lea(d, base, index backend.VReg, scale uint8, disp int32) {
	var o operands
	o.add(backend.D(d))
	o.add(backend.U(base))
	if index != 0 {
		o.add(backend.U(index))
	}
	lo.inst(backend.Inst{Op: form(formLea, LEA), Size: uint8(S32), Scale: scale, Disp: disp}, &o)
}

// twoInst is v = a op b, in v's register.
func (lo *lowerer) twoInst(v *ssa.Value, op Op, size Size, a, b src, o *operands) backend.Inst {
	in := backend.Inst{Op: form(formTwo, op), Size: uint8(size)}
	o.add(backend.DSame(lo.def(v), 1))
	o.add(backend.U(a.v))
	o.put(&in, b, true)
	return in
}

// two is an instruction with two operands that cannot leave.
func (lo *lowerer) two(v *ssa.Value, op Op, size Size, a, b src) {
	var o operands
	in := lo.twoInst(v, op, size, a, b, &o)
	lo.inst(in, &o)
}

// one is an instruction that changes its operand.
func (lo *lowerer) one(v *ssa.Value, op Op, size Size, a backend.VReg) {
	var o operands
	o.add(backend.DSame(lo.def(v), 1))
	o.add(backend.U(a))
	lo.inst(backend.Inst{Op: form(formTwo, op), Size: uint8(size)}, &o)
}

// args are the operands of a binary operation; the first is a register and, when
// the order does not matter, the second a constant if there is one.
func (lo *lowerer) args(v *ssa.Value, commutes bool) (src, src) {
	a, b := v.Args[0], v.Args[1]
	if _, konst := constBits(a); konst && commutes {
		a, b = b, a
	}
	return regSrc(lo.use(a)), lo.operand(b)
}

// lowerTwo is for operations modulo 2^32 that are one instruction.
func lowerTwo(op Op, commutes bool) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		a, b := lo.args(v, commutes)
		var o operands
		in := lo.twoInst(v, op, S32, a, b, &o)
		if commutes && b.kind == srcReg {
			in.Flags |= backend.Commutes
		}
		lo.inst(in, &o)
	}
}

// lowerOverflow is for additions and subtractions that leave on overflow, having
// undone it.
func lowerOverflow(op Op, commutes bool) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		a, b := lo.args(v, commutes)
		var o operands
		in := lo.twoInst(v, op, S32, a, b, &o)
		in.Cond = uint8(CondO)
		if b.kind != srcReg || b.v != a.v {
			in.Flags |= backend.Undo
		}
		if commutes && b.kind == srcReg {
			in.Flags |= backend.Commutes
		}
		lo.guard(v, in, &o, backend.ReasonOverflow)
	}
}

func lowerAddIntW(lo *lowerer, v *ssa.Value) {
	a, b := lo.args(v, true)
	switch {
	case b.kind == srcReg:
		lo.lea(lo.def(v), a.v, b.v, 0, 0)
	case b.kind == srcImm && plainInt(b.imm):
		lo.lea(lo.def(v), a.v, 0, 0, int32(b.imm))
	default:
		lo.two(v, ADD, S32, a, b)
	}
}

func lowerSubIntW(lo *lowerer, v *ssa.Value) {
	a, b := lo.args(v, false)
	if b.kind == srcImm && plainInt(b.imm) {
		lo.lea(lo.def(v), a.v, 0, 0, -int32(b.imm))
		return
	}
	lo.two(v, SUB, S32, a, b)
}

func lowerMulIntW(lo *lowerer, v *ssa.Value) {
	a, b := lo.args(v, true)
	if b.kind != srcImm {
		lo.two(v, IMUL, S32, a, b)
		return
	}
	k := int32(b.imm)
	switch {
	case k > 0 && k&(k-1) == 0:
		lo.two(v, SHL, S32, a, ownImm(int64(bits.TrailingZeros32(uint32(k)))))
	case k == 3 || k == 5 || k == 9:
		lo.lea(lo.def(v), a.v, a.v, uint8(bits.TrailingZeros32(uint32(k-1))), 0)
	default:
		lo.mulConst(v, a.v, b)
	}
}

// mulConst is v = a * b by the instruction with three operands.
func (lo *lowerer) mulConst(v *ssa.Value, a backend.VReg, b src) {
	var o operands
	in := backend.Inst{Op: form(formMov, IMUL3), Size: uint8(S32)}
	o.add(backend.D(lo.def(v)))
	o.add(backend.U(a))
	in.Imm = b.imm
	lo.inst(in, &o)
}

func lowerMulInt(lo *lowerer, v *ssa.Value) {
	a, b := lo.args(v, true)
	var o operands
	if b.kind == srcImm {
		o.add(backend.D(lo.def(v)))
		o.add(backend.U(a.v))
		if b.imm <= 0 {
			o.add(backend.ULate(a.v))
		}
		lo.guard(v, backend.Inst{Op: special(sMulConst), Size: uint8(S32), Imm: b.imm}, &o, backend.ReasonOverflow)
		return
	}
	r := lo.use(v.Args[1])
	o.add(backend.DSame(lo.def(v), 1))
	o.add(backend.U(a.v))
	o.add(backend.ULate(a.v))
	o.add(backend.ULate(r))
	lo.guard(v, backend.Inst{Op: special(sMulInt), Size: uint8(S32)}, &o, backend.ReasonOverflow)
}

func lowerNegInt(lo *lowerer, v *ssa.Value) {
	a := lo.use(v.Args[0])
	lo.leaveIf(v, comparison{op: TEST, size: S32, cond: uint8(CondE), a: regSrc(a), b: ownImm(0x7fffffff)}, backend.ReasonMinusZero)
	lo.one(v, NEG, S32, a)
}

func lowerAbsInt(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.DSame(lo.def(v), 1))
	o.add(backend.U(lo.use(v.Args[0])))
	lo.guard(v, backend.Inst{Op: special(sAbsInt), Cond: uint8(CondO), Size: uint8(S32)}, &o, backend.ReasonOverflow)
}

func lowerNotInt(lo *lowerer, v *ssa.Value) { lo.one(v, NOT, S32, lo.use(v.Args[0])) }

// divide emits IDIV: the quotient, or the remainder of operands that are not
// negative.
func (lo *lowerer) divide(v *ssa.Value, what int64) {
	a, b := lo.use(v.Args[0]), lo.use(v.Args[1])
	d, other := backend.Reg(RAX), backend.Reg(RDX)
	if what == wantRem {
		d, other = other, d
	}
	var o operands
	o.add(backend.DFixed(lo.def(v), d))
	o.add(backend.UFixed(a, backend.Reg(RAX)))
	o.add(backend.ULate(b))
	lo.guard(v, backend.Inst{Op: special(sDivInt), Size: uint8(S32), Imm: what, Clobbers: backend.Regs(other)}, &o, backend.ReasonDivision)
}

// What sDivInt is asked for.
const (
	wantQuot = 1
	wantRem  = 2
)

func lowerDivInt(lo *lowerer, v *ssa.Value) {
	if b := v.Args[1]; b.Op == ssa.OpConstInt && b.Aux > 0 {
		k := b.Aux
		var o operands
		switch {
		case k&(k-1) == 0:
			o.add(backend.DSame(lo.def(v), 1))
			o.add(backend.U(lo.use(v.Args[0])))
			lo.guard(v, backend.Inst{Op: special(sDivPow), Size: uint8(S32), Imm: int64(bits.TrailingZeros64(uint64(k)))},
				&o, backend.ReasonDivision)
			return
		case k <= maxMagic:
			o.add(backend.DEarly(lo.def(v)))
			o.add(backend.ULate(lo.use(v.Args[0])))
			lo.guard(v, backend.Inst{Op: special(sDivConst), Size: uint8(S32), Imm: k}, &o, backend.ReasonDivision)
			return
		}
	}
	lo.divide(v, wantQuot)
}

// lowerQuotInt is the quotient by a constant, rounded.
func lowerQuotInt(lo *lowerer, v *ssa.Value) {
	var o operands
	k := v.Aux
	in := backend.Inst{Op: special(sQuotConst), Size: uint8(S32), Imm: k}
	switch {
	case k < 1 || k > maxMagic && k&(k-1) != 0 || k > 1<<30:
		lo.fail(v, "a divisor out of range")
		return
	case k&(k-1) == 0:
		in.Op, in.Imm = special(sQuotPow), int64(bits.TrailingZeros64(uint64(k)))
	}
	o.add(backend.DEarly(lo.def(v)))
	o.add(backend.ULate(lo.use(v.Args[0])))
	lo.inst(in, &o)
}

func lowerSwapInt(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.DSame(lo.def(v), 1))
	o.add(backend.U(lo.use(v.Args[0])))
	lo.inst(backend.Inst{Op: special(sSwap), Size: uint8(S32)}, &o)
}

func lowerClzInt(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.D(lo.def(v)))
	o.add(backend.U(lo.use(v.Args[0])))
	lo.inst(backend.Inst{Op: special(sClz), Size: uint8(S32)}, &o)
}

// maxMagic is the largest divisor that is replaced by a multiplication: of
// multipliers made of such divisors the program chooses 16 bits.
const maxMagic = 1<<16 - 1

// magic is m and s so that a/d == a*m >> s for 0 <= a < 2^31 and 2 <= d <= maxMagic,
// d not a power of two (Granlund and Montgomery 1994): s = 31 + ceil(log2 d).
// m has 32 bits.
func magic(d uint32) (m uint32, s uint8) {
	s = 31 + uint8(bits.Len32(d-1))
	return uint32(uint64(1)<<s/uint64(d) + 1), s
}

func lowerModInt(lo *lowerer, v *ssa.Value) {
	b := v.Args[1]
	if b.Op != ssa.OpConstInt || b.Aux <= 0 || b.Aux > maxMagic && b.Aux&(b.Aux-1) != 0 {
		lo.divide(v, wantRem)
		return
	}
	a := lo.use(v.Args[0])
	if b.Aux&(b.Aux-1) == 0 {
		lo.leaveIf(v, comparison{op: TEST, size: S32, cond: uint8(CondS), a: regSrc(a), b: regSrc(a)}, backend.ReasonDivision)
		lo.two(v, AND, S32, regSrc(a), immSrc(b.Aux-1))
		return
	}
	var o operands
	o.add(backend.D(lo.def(v)))
	o.add(backend.U(a))
	lo.guard(v, backend.Inst{Op: special(sModConst), Size: uint8(S32), Imm: b.Aux}, &o, backend.ReasonDivision)
}

// lowerShift is for shifts and rotations, by the low five bits of a count; bmi is
// the instruction that takes it from any register, if there is one.
func lowerShift(op, bmi Op) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		a, count := lo.use(v.Args[0]), v.Args[1]
		if count.Op == ssa.OpConstInt {
			lo.two(v, op, S32, regSrc(a), ownImm(count.Aux&31))
			return
		}
		var o operands
		if lo.cfg.BMI2 && bmi != 0 {
			o.add(backend.D(lo.def(v)))
			o.add(backend.U(a))
			o.add(backend.U(lo.use(count)))
			lo.inst(backend.Inst{Op: form(formThree, bmi), Size: uint8(S32)}, &o)
			return
		}
		o.add(backend.DSame(lo.def(v), 1))
		o.add(backend.U(a))
		o.add(backend.UFixed(lo.use(count), backend.Reg(RCX)))
		lo.inst(backend.Inst{Op: form(formTwo, op), Size: uint8(S32)}, &o)
	}
}

func lowerGuardPos(lo *lowerer, v *ssa.Value) {
	a := lo.use(v.Args[0])
	lo.leaveIf(v, comparison{op: TEST, size: S32, cond: uint8(CondS), a: regSrc(a), b: regSrc(a)}, backend.ReasonOverflow)
	lo.mov(lo.def(v), MOV, S32, regSrc(a))
}

// lowerMinMaxInt takes the second operand if it is less, or greater.
func lowerMinMaxInt(cond Cond) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		var o operands
		o.add(backend.DSame(lo.def(v), 1))
		o.add(backend.U(lo.use(v.Args[0])))
		o.add(backend.U(lo.use(v.Args[1])))
		lo.inst(backend.Inst{Op: special(sMinMaxInt), Size: uint8(S32), Cond: uint8(cond)}, &o)
	}
}

func lowerAddRef(lo *lowerer, v *ssa.Value) {
	if b := v.Args[1]; b.Op == ssa.OpConstInt && plainInt(b.Aux) {
		lo.lea(lo.def(v), lo.use(v.Args[0]), 0, 0, int32(b.Aux))
		return
	}
	lo.lea(lo.def(v), lo.use(v.Args[0]), lo.use(v.Args[1]), 0, 0)
}
