package amd64

import (
	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

func lowerConst(*lowerer, *ssa.Value) {} // where it is used

// ctxTag is where the context has the tag that a box operation adds.
func ctxTag(op ssa.Op) int32 {
	switch op {
	case ssa.OpBoxInt:
		return backend.CtxTagInt
	case ssa.OpBoxObj:
		return backend.CtxTagObject
	case ssa.OpBoxStr:
		return backend.CtxTagString
	}
	return backend.CtxTagCell
}

// lowerBoxTag is for boxes that are a tag over 32 bits.
func lowerBoxTag(lo *lowerer, v *ssa.Value) {
	lo.two(v, OR, S64, regSrc(lo.use(v.Args[0])), memSrc(memCtx, ctxTag(v.Op)))
}

func lowerBoxF64(lo *lowerer, v *ssa.Value) {
	lo.mov(lo.def(v), MOVQ, S64, regSrc(lo.use(v.Args[0])))
}

func lowerBoxNum(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.D(lo.def(v)))
	o.add(backend.ULate(lo.use(v.Args[0])))
	lo.inst(backend.Inst{Op: special(sBoxNum)}, &o)
}

// lowerBoxBool: True is False + 1.
func lowerBoxBool(lo *lowerer, v *ssa.Value) {
	lo.two(v, ADD, S64, regSrc(lo.use(v.Args[0])), constSrc(uint64(heap.False)))
}

// lowerCheckTag is for guards of a tag whose result is the 32 bits below it.
func lowerCheckTag(tag uint32, why backend.Reason) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		var o operands
		in := backend.Inst{Op: special(sCheckTag), Imm: upperImm(tag << 16)}
		o.add(backend.D(lo.def(v)))
		o.put(&in, lo.boxed(v.Args[0]), false)
		lo.guard(v, in, &o, why)
	}
}

// boxed is a boxed value in a register or in memory that is not a constant.
func (lo *lowerer) boxed(v *ssa.Value) src {
	if _, konst := constBits(v); konst {
		return regSrc(lo.use(v))
	}
	return lo.operand(v)
}

func lowerCheckBool(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.D(lo.def(v)))
	o.add(backend.U(lo.use(v.Args[0])))
	lo.guard(v, backend.Inst{Op: special(sCheckBool)}, &o, backend.ReasonNotBoolean)
}

func lowerCheckNum(lo *lowerer, v *ssa.Value) {
	var o operands
	in := backend.Inst{Op: special(sCheckNum)}
	o.add(backend.D(lo.def(v)))
	o.put(&in, lo.boxed(v.Args[0]), false)
	lo.guard(v, in, &o, backend.ReasonNotNumber)
}

func lowerUnboxNum(lo *lowerer, v *ssa.Value) {
	var o operands
	in := backend.Inst{Op: special(sUnboxNum)}
	o.add(backend.D(lo.def(v)))
	o.put(&in, lo.boxed(v.Args[0]), false)
	lo.inst(in, &o)
}

// lowerUnbox32 takes the lower half of a value.
func lowerUnbox32(lo *lowerer, v *ssa.Value) {
	lo.mov(lo.def(v), MOV, S32, lo.boxed(v.Args[0]))
}

// lowerUnboxBool: False is even, True odd.
func lowerUnboxBool(lo *lowerer, v *ssa.Value) {
	lo.two(v, AND, S32, regSrc(lo.use(v.Args[0])), ownImm(1))
}

func lowerConvBool(lo *lowerer, v *ssa.Value) {
	lo.mov(lo.def(v), MOV, S32, regSrc(lo.use(v.Args[0])))
}
