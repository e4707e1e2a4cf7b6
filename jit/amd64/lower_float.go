package amd64

import (
	"math"

	"firn/ir/ssa"
	"firn/jit/backend"
)

// lowerFloat is for arithmetic that is one instruction.
func lowerFloat(op Op, commutes bool) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		a, b := lo.args(v, commutes)
		var o operands
		in := lo.twoInst(v, op, SizeNone, a, b, &o)
		if commutes && b.kind == srcReg {
			in.Flags |= backend.Commutes
		}
		lo.inst(in, &o)
	}
}

// lowerMask is for operations on the bits, with a mask in the context.
func lowerMask(op Op, mask int32) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		lo.two(v, op, SizeNone, regSrc(lo.use(v.Args[0])), memSrc(memCtx, mask))
	}
}

func lowerSqrt(lo *lowerer, v *ssa.Value) {
	lo.mov(lo.def(v), SQRTSD, SizeNone, regSrc(lo.use(v.Args[0])))
}

// Rounding modes of ROUNDSD: 8 keeps the inexact flag alone.
const (
	roundDown = 9
	roundUp   = 10
	roundZero = 11
)

func lowerRound(mode int64) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		if !lo.cfg.SSE41 {
			lo.fail(v, "the CPU has no SSE4.1")
			return
		}
		var o operands
		o.add(backend.D(lo.def(v)))
		o.add(backend.U(lo.use(v.Args[0])))
		lo.inst(backend.Inst{Op: form(formMov, ROUNDSD), Imm: mode}, &o)
	}
}

func lowerRoundF32(lo *lowerer, v *ssa.Value) {
	t := lo.lf.NewVReg(backend.FPR)
	lo.mov(t, CVTSD2SS, SizeNone, regSrc(lo.use(v.Args[0])))
	lo.mov(lo.def(v), CVTSS2SD, SizeNone, regSrc(t))
}

// lowerBits is for operations that see doubles as bits.
func lowerBits(s uint16, imm int64) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		var o operands
		o.add(backend.D(lo.def(v)))
		for _, a := range v.Args {
			o.add(backend.ULate(lo.use(a)))
		}
		lo.inst(backend.Inst{Op: special(s), Imm: imm}, &o)
	}
}

// lowerMinMaxF64: what is 0 for the minimum, 1 for the maximum.
func lowerMinMaxF64(what int64) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		var o operands
		o.add(backend.DSame(lo.def(v), 1))
		o.add(backend.U(lo.use(v.Args[0])))
		o.add(backend.ULate(lo.use(v.Args[1])))
		lo.inst(backend.Inst{Op: special(sMinMaxF64), Imm: what}, &o)
	}
}

func lowerIntToF64(lo *lowerer, v *ssa.Value) {
	lo.mov(lo.def(v), CVTSI2SD, S32, regSrc(lo.use(v.Args[0])))
}

// lowerUintToF64 converts 64 bits, of which the upper half is zero.
func lowerUintToF64(lo *lowerer, v *ssa.Value) {
	lo.mov(lo.def(v), CVTSI2SD, S64, regSrc(lo.use(v.Args[0])))
}

// lowerF64ToInt: zero is 1 when −0 leaves, too.
func lowerF64ToInt(zero int64) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		var o operands
		o.add(backend.D(lo.def(v)))
		o.add(backend.ULate(lo.use(v.Args[0])))
		lo.guard(v, backend.Inst{Op: special(sF64ToInt), Imm: zero}, &o, backend.ReasonNotInt)
	}
}

func lowerTruncF64(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.D(lo.def(v)))
	o.add(backend.U(lo.use(v.Args[0])))
	lo.guard(v, backend.Inst{Op: special(sTruncF64)}, &o, backend.ReasonOverflow)
}

// lowerModF64: by a power of two it takes no division.
func lowerModF64(lo *lowerer, v *ssa.Value) {
	x, y := v.Args[0], v.Args[1]
	var o operands
	o.add(backend.D(lo.def(v)))
	o.add(backend.ULate(lo.use(x)))
	if y.Op == ssa.OpConstF64 {
		if frac, exp := math.Frexp(y.Float()); frac == 0.5 && exp >= 1 && exp <= 53 {
			lo.guard(v, backend.Inst{Op: special(sModPowF64), Imm: int64(exp - 1)}, &o, backend.ReasonNotInt)
			return
		}
	}
	in := backend.Inst{Op: special(sModF64), Clobbers: backend.Regs(backend.Reg(RAX), backend.Reg(RDX))}
	if f := math.Abs(y.Float()); y.Op == ssa.OpConstF64 && f >= 1 && f < 1<<62 && f == math.Trunc(f) {
		in.Imm = int64(f)
	} else {
		o.add(backend.ULate(lo.use(y)))
	}
	lo.guard(v, in, &o, backend.ReasonNotInt)
}

// lowerMath: see backend.CtxMath.
func lowerMath(lo *lowerer, v *ssa.Value) {
	x, y := lo.use(v.Args[0]), lo.use(v.Args[1])
	var o operands
	o.add(backend.DFixed(lo.def(v), backend.Reg(X0)))
	o.add(backend.UFixed(x, backend.Reg(X0)))
	if y != x {
		o.add(backend.UFixed(y, backend.Reg(X1)))
	}
	lo.inst(backend.Inst{Op: special(sMath), Imm: v.Aux, Clobbers: allocatable}, &o)
}
