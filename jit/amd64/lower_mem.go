package amd64

import (
	"math"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

func lowerLoadSlot(lo *lowerer, v *ssa.Value) { lo.mov(lo.def(v), MOV, S64, slotSrc(v.Aux)) }

// argcSlot is the frame's word with the number of arguments in its lower half.
const argcSlot = -3

func lowerLoadArgc(lo *lowerer, v *ssa.Value) { lo.mov(lo.def(v), MOV, S32, slotSrc(argcSlot)) }

// lowerLoad is for fields of cells.
func lowerLoad(op Op, size Size) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		lo.mov(lo.def(v), op, size, lo.cell(v, v.Args[0], v.Aux))
	}
}

// lowerLoadX is for elements.
func lowerLoadX(op Op, size Size, scale uint8) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		lo.mov(lo.def(v), op, size, lo.cellX(v, v.Args[0], v.Args[1], scale, v.Aux))
	}
}

// lowerLoadFloat is for floats from array buffers, which may be any NaN.
func lowerLoadFloat(s uint16, scale uint8) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		var o operands
		in := backend.Inst{Op: special(s)}
		o.add(backend.D(lo.def(v)))
		o.put(&in, lo.cellX(v, v.Args[0], v.Args[1], scale, v.Aux), false)
		lo.inst(in, &o)
	}
}

// lowerLoadCap: the size of the cell is 8 and 8 for every value.
func lowerLoadCap(lo *lowerer, v *ssa.Value) {
	t, u := lo.temp(), lo.temp()
	lo.mov(t, MOV, S32, lo.cell(v, v.Args[0], heap.OffSize))
	var o operands
	o.add(backend.DSame(u, 1))
	o.add(backend.U(t))
	in := backend.Inst{Op: form(formTwo, SHR), Size: uint8(S32)}
	o.put(&in, ownImm(3), false)
	lo.inst(in, &o)
	lo.lea(lo.def(v), u, 0, 0, -1)
}

// store is memory to = s, by an instruction that is a move.
func (lo *lowerer) store(op Op, size Size, to, s src) {
	var o operands
	in := backend.Inst{Op: form(formStore, op), Size: uint8(size)}
	o.put(&in, to, false)
	o.put(&in, s, false)
	lo.inst(in, &o)
}

// storeSpecial is a special form that stores v.
func (lo *lowerer) storeSpecial(s uint16, to src, v backend.VReg, imm int64) {
	var o operands
	in := backend.Inst{Op: special(s)}
	o.put(&in, to, false)
	o.add(backend.U(v))
	in.Imm = imm
	lo.inst(in, &o)
}

// storeBits stores 64 bits; s says whether they may be the program's.
func (lo *lowerer) storeBits(s uint16, to src, bits int64) {
	var o operands
	in := backend.Inst{Op: special(s)}
	o.put(&in, to, false)
	in.Imm = bits
	lo.inst(in, &o)
}

// storeValue stores a boxed value, boxing it on the way.
func (lo *lowerer) storeValue(to src, v *ssa.Value) {
	if v.Op == ssa.OpConstVal {
		lo.storeBits(sStoreConst, to, v.Aux)
		return
	}
	if isBox(v.Op) && lo.take(v) {
		a := v.Args[0]
		if bits, konst := constBits(a); konst && v.Op == ssa.OpBoxInt {
			lo.storeBits(sStoreConst, to, int64(box(backend.RepInt, bits)))
			return
		}
		if v.Op == ssa.OpBoxF64 {
			lo.store(MOVSD, SizeNone, to, regSrc(lo.use(a)))
			return
		}
		lo.storeSpecial(sStoreBox, to, lo.use(a), int64(ctxTag(v.Op)))
		return
	}
	lo.store(MOV, S64, to, regSrc(lo.use(v)))
}

func lowerStoreSlot(lo *lowerer, v *ssa.Value) { lo.storeValue(slotSrc(v.Aux), v.Args[0]) }

func lowerStoreVal(lo *lowerer, v *ssa.Value) {
	lo.storeValue(lo.cell(v, v.Args[0], v.Aux), v.Args[1])
}

func lowerStoreValX(lo *lowerer, v *ssa.Value) {
	lo.storeValue(lo.cellX(v, v.Args[0], v.Args[1], 3, v.Aux), v.Args[2])
}

// lowerStore32 is for u32 fields.
func lowerStore32(lo *lowerer, v *ssa.Value) {
	to := lo.cell(v, v.Args[0], v.Aux)
	s := lo.operand(v.Args[1])
	if s.kind == srcMem {
		s = regSrc(lo.use(v.Args[1]))
	}
	lo.store(MOV, S32, to, s)
}

func lowerStoreWord(lo *lowerer, v *ssa.Value) {
	lo.storeBits(sStoreWord, lo.cell(v, v.Args[0], v.Aux), v.Aux2)
}

// lowerStoreX is for elements that are integers.
func lowerStoreX(size Size, scale uint8) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		to := lo.cellX(v, v.Args[0], v.Args[1], scale, v.Aux)
		lo.store(MOV, size, to, regSrc(lo.use(v.Args[2])))
	}
}

// lowerStoreFloat is for elements that are floats.
func lowerStoreFloat(s uint16, scale uint8) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		to := lo.cellX(v, v.Args[0], v.Args[1], scale, v.Aux)
		lo.storeSpecial(s, to, lo.use(v.Args[2]), 0)
	}
}

func lowerBarrier(lo *lowerer, v *ssa.Value) {
	lo.barrier(v, lo.use(v.Args[0]), v.Aux)
}

func lowerBarrierX(lo *lowerer, v *ssa.Value) {
	ref, index := lo.use(v.Args[0]), v.Args[1]
	if index.Op == ssa.OpConstInt && index.Aux >= 0 && v.Aux+8*index.Aux < 1<<15 {
		lo.barrier(v, ref, v.Aux+8*index.Aux)
		return
	}
	lo.barrier(v, lo.sum(ref, lo.use(index), 3), v.Aux)
}

func (lo *lowerer) barrier(v *ssa.Value, cell backend.VReg, off int64) {
	if off < 0 || off >= maxDisp {
		lo.fail(v, "offset %d is out of range", off)
	}
	var o operands
	o.add(backend.U(cell))
	lo.inst(backend.Inst{Op: special(sBarrier), Disp: int32(off)}, &o)
}

func lowerAlloc(lo *lowerer, v *ssa.Value) {
	if v.Aux <= 0 || v.Aux >= maxDisp {
		lo.fail(v, "a cell of %d bytes", v.Aux)
	}
	var o operands
	o.add(backend.D(lo.def(v)))
	lo.guard(v, backend.Inst{Op: special(sAlloc), Disp: int32(v.Aux), Imm: v.Aux2}, &o, backend.ReasonMemory)
}

func lowerRest(lo *lowerer, v *ssa.Value) {
	if v.Aux < v.Aux2 || v.Aux > math.MaxInt16 {
		lo.fail(v, "a rest from argument %d on", v.Aux)
	}
	var o operands
	o.add(backend.D(lo.def(v)))
	o.add(backend.ULate(lo.use(v.Args[0])))
	o.add(backend.T(lo.temp()))
	o.add(backend.T(lo.temp()))
	lo.guard(v, backend.Inst{Op: special(sRest), Imm: v.Aux}, &o, backend.ReasonMemory)
}

// lowerVirtual is for descriptions of objects that something but a frame state
// uses.
func lowerVirtual(lo *lowerer, v *ssa.Value) {
	lo.fail(v, "only frame states may refer to it")
}
