package amd64

import (
	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// Properties with computed keys are looked for in the descriptors of shapes, by
// routines that a code object has at its end if it needs them. They are entered
// by CALL with the object in RAX and the key in RCX, which they keep, and answer
// in RAX. What they do not decide is left to the driver: exotic objects, keys that
// are no atoms or may be indices, functions whose properties are not made yet, the
// length of arrays, accessors; and whatever the heap charges for: long keys, long
// searches.
const (
	keyFind = iota
	keyGet
	keySet
	keyFindOwn
	keyGetOwn
	numRoutines
)

// keyScratch is what the routines destroy besides RAX and the emitter's scratch.
var keyScratch = backend.Regs(backend.Reg(RDX), backend.Reg(RBX), backend.Reg(RSI), backend.Reg(RDI), backend.Reg(R8))

// Limits below which the heap does not charge: Heap.Intern and Heap.findSlot.
const (
	maxFreeKey   = 64
	maxFreeSteps = 32
)

// lowerKeyed is for accesses with computed keys.
func lowerKeyed(s uint16) func(*lowerer, *ssa.Value) {
	return func(lo *lowerer, v *ssa.Value) {
		var o operands
		o.add(backend.DFixed(lo.def(v), backend.Reg(RAX)))
		o.add(backend.UFixed(lo.use(v.Args[0]), backend.Reg(RAX)))
		o.add(backend.UFixed(lo.use(v.Args[1]), backend.Reg(RCX)))
		if s == sKeySet {
			o.add(backend.UFixed(lo.use(v.Args[2]), backend.Reg(R9)))
		}
		lo.inst(backend.Inst{Op: special(s), Imm: v.Aux, Clobbers: keyScratch}, &o)
	}
}

// routine is the label of a routine that the code needs.
func (e *emitter) routine(n int) Label {
	if !e.used[n] {
		e.used[n], e.routines[n] = true, e.asm.NewLabel()
	}
	return e.routines[n]
}

// keyRoutines emits the routines that are needed.
func (e *emitter) keyRoutines() {
	if e.used[keyGet] {
		e.asm.Bind(e.routines[keyGet])
		e.keyGet()
	}
	if e.used[keySet] {
		e.asm.Bind(e.routines[keySet])
		e.keySet()
	}
	if e.used[keyGetOwn] {
		e.asm.Bind(e.routines[keyGetOwn])
		e.keyGetOwn()
	}
	if e.used[keyFindOwn] {
		e.asm.Bind(e.routines[keyFindOwn])
		e.keyFindOwn()
	}
	if e.used[keyFind] {
		e.asm.Bind(e.routines[keyFind])
		e.keyFind()
	}
}

// cell is a field of the cell whose offset is in r.
func cell(r Reg, off int32) Operand { return MemIndex(regCage, r, 1, off) }

// keyFind: RAX becomes the address of the property's slot, with its attributes in
// RSI and its holder in RBX; 0 if there is none, 1 if that is not decided.
func (e *emitter) keyFind() {
	undecided, start, indexed := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	found, absent, outside, notLength, none := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	e.i2(MOV, S64, R(scratch), R(RCX))
	e.i2(SHR, S64, R(scratch), Imm(48))
	e.i2(MOV, S32, R(RBX), R(RAX))
	e.i2(CMP, S32, R(scratch), Imm(heap.TagSymbol))
	e.jcc(CondE, start)
	e.i2(CMP, S32, R(scratch), Imm(heap.TagString))
	e.jcc(CondNE, undecided)
	e.i2(MOV, S32, R(scratch), R(RCX))
	e.i2(TEST, S8, cell(scratch, heap.OffFlags), Imm(heap.FAtom))
	e.jcc(CondE, undecided)
	e.i2(CMP, S32, cell(scratch, heap.OffLength), Imm(maxFreeKey))
	e.jcc(CondAE, undecided)
	e.asm.Bind(start)

	// An object of the chain: RBX, its shape RDX, descriptors RSI of RDI.
	next := e.here()
	e.i2(TEST, S8, cell(RBX, heap.OffFlags), Imm(heap.FExotic))
	e.jcc(CondNE, undecided)
	e.i2(MOV, S32, R(RDX), cell(RBX, heap.OffShape))
	e.i2(MOV, S32, R(RSI), cell(RDX, heap.ShapeCount))
	e.i2(MOV, S32, R(RDI), cell(RDX, heap.ShapeDescs))
	e.i2(TEST, S32, R(RSI), R(RSI))
	e.jcc(CondE, absent)
	e.i2(MOV, S32, R(R8), cell(RDI, heap.DescIndex))
	e.i2(TEST, S32, R(R8), R(R8))
	e.jcc(CondNE, indexed)
	loop := e.here()
	e.i2(CMP, S64, cell(RDI, heap.DescEntries), R(RCX))
	e.jcc(CondE, found)
	e.i2(ADD, S32, R(RDI), Imm(heap.DescSize))
	e.i2(ADD, S32, R(R8), Imm(1))
	e.i2(CMP, S32, R(R8), R(RSI))
	e.jcc(CondB, loop)

	// Not here.
	e.asm.Bind(absent)
	e.i2(CMP, S8, cell(RBX, heap.OffKind), Imm(heap.KArray))
	e.jcc(CondNE, notLength)
	e.i2(CMP, S32, R(RCX), Imm(int32(e.cfg.Length)))
	e.jcc(CondE, undecided)
	e.asm.Bind(notLength)
	e.i2(TEST, S8, cell(RDX, heap.ShapeFlags), Imm(heap.SLazyFunction))
	e.jcc(CondNE, undecided)
	e.i2(MOV, S32, R(RBX), cell(RDX, heap.ShapeProto))
	e.i2(TEST, S32, R(RBX), R(RBX))
	e.jcc(CondNE, next)
	// Nowhere, unless it is an index: a short string that begins with a digit.
	e.i2(MOV, S64, R(scratch), R(RCX))
	e.i2(SHR, S64, R(scratch), Imm(48))
	e.i2(CMP, S32, R(scratch), Imm(heap.TagSymbol))
	e.jcc(CondE, none)
	e.i2(MOV, S32, R(scratch), R(RCX))
	e.i2(CMP, S32, cell(scratch, heap.OffLength), Imm(10))
	e.jcc(CondA, none)
	e.i2(MOVZXB, S32, R(RAX), cell(scratch, heap.OffChars))
	e.i2(SUB, S32, R(RAX), Imm('0'))
	e.i2(CMP, S32, R(RAX), Imm(9))
	e.jcc(CondBE, undecided)
	e.asm.Bind(none)
	e.i2(XOR, S32, R(RAX), R(RAX))
	e.i(I0(RET))
	e.asm.Bind(undecided)
	e.i2(MOV, S32, R(RAX), Imm(1))
	e.i(I0(RET))

	// Entry R8 of the descriptors, at RDI.
	e.asm.Bind(found)
	e.i2(MOV, S32, R(RSI), cell(RDI, heap.DescEntries+8))
	e.i2(MOVZXW, S32, R(RDI), cell(RDX, heap.ShapeInline))
	e.i2(SUB, S32, R(R8), R(RDI))
	e.jcc(CondAE, outside)
	e.i2(ADD, S32, R(R8), R(RDI))
	e.i2(SHL, S32, R(R8), Imm(3))
	e.i2(MOV, S32, R(RAX), cell(RDX, heap.ShapeBase))
	e.i2(ADD, S32, R(RAX), R(R8))
	e.i2(ADD, S32, R(RAX), R(RBX))
	e.i(I0(RET))
	e.asm.Bind(outside)
	e.i2(SHL, S32, R(R8), Imm(3))
	e.i2(MOV, S32, R(RAX), cell(RBX, heap.OffSlots))
	e.i2(ADD, S32, R(RAX), R(R8))
	e.i2(ADD, S32, R(RAX), Imm(heap.OffValues))
	e.i(I0(RET))

	// By the index R8: see Heap.findSlot.
	e.asm.Bind(indexed)
	gone, hit := e.asm.NewLabel(), e.asm.NewLabel()
	e.i1(PUSH, S64, R(R9))
	e.i1(PUSH, S64, R(R10))
	e.i2(MOV, S32, R(scratch), R(RCX))
	e.i2(MOV, S32, R(scratch), cell(scratch, heap.OffStrHash))
	e.i(I3(IMUL3, S32, R(scratch), R(scratch), Imm(heap.KeyFactor)))
	e.i2(MOV, S32, R(RAX), R(scratch))
	e.i2(SHR, S32, R(RAX), Imm(15))
	e.i2(XOR, S32, R(scratch), R(RAX))
	e.i2(MOV, S32, R(RAX), cell(R8, heap.OffSize))
	e.i2(SUB, S32, R(RAX), Imm(heap.IndexEntries))
	e.i2(SHR, S32, R(RAX), Imm(2))
	e.i2(SUB, S32, R(RAX), Imm(1))
	e.i2(MOV, S32, R(R10), Imm(maxFreeSteps))
	probe := e.here()
	e.i2(AND, S32, R(scratch), R(RAX))
	e.i2(MOV, S32, R(R9), R(scratch))
	e.i2(SHL, S32, R(R9), Imm(2))
	e.i2(ADD, S32, R(R9), R(R8))
	e.i2(MOV, S32, R(R9), cell(R9, heap.IndexEntries))
	e.i2(TEST, S32, R(R9), R(R9))
	e.jcc(CondE, gone)
	e.i2(SUB, S32, R(R9), Imm(1))
	e.i2(SHL, S32, R(R9), Imm(4))
	e.i2(ADD, S32, R(R9), R(RDI))
	e.i2(CMP, S64, cell(R9, heap.DescEntries), R(RCX))
	e.jcc(CondE, hit)
	e.i2(ADD, S32, R(scratch), Imm(1))
	e.i2(SUB, S32, R(R10), Imm(1))
	e.jcc(CondNE, probe)
	e.i1(POP, S64, R(R10))
	e.i1(POP, S64, R(R9))
	e.jmp(undecided)
	e.asm.Bind(gone)
	e.i1(POP, S64, R(R10))
	e.i1(POP, S64, R(R9))
	e.jmp(absent)
	// The table may be shared with newer shapes that have more.
	e.asm.Bind(hit)
	e.i2(MOV, S32, R(R8), R(R9))
	e.i2(SUB, S32, R(R8), R(RDI))
	e.i2(SHR, S32, R(R8), Imm(4))
	e.i2(MOV, S32, R(RDI), R(R9))
	e.i1(POP, S64, R(R10))
	e.i1(POP, S64, R(R9))
	e.i2(CMP, S32, R(R8), R(RSI))
	e.jcc(CondB, found)
	e.jmp(absent)
}

// keyGet: RAX becomes the value, the empty value if it is not found here.
func (e *emitter) keyGet() {
	absent, empty := e.asm.NewLabel(), e.asm.NewLabel()
	e.i(Call(e.routine(keyFind)))
	e.i2(CMP, S32, R(RAX), Imm(1))
	e.jcc(CondB, absent)
	e.jcc(CondE, empty)
	e.i2(TEST, S32, R(RSI), Imm(heap.Accessor))
	e.jcc(CondNE, empty)
	e.i2(MOV, S64, R(RAX), cell(RAX, 0))
	e.i(I0(RET))
	e.asm.Bind(absent)
	e.i(LoadImm(RAX, uint64(heap.Undefined)))
	e.i(I0(RET))
	e.asm.Bind(empty)
	e.i(LoadImm(RAX, uint64(heap.Empty)))
	e.i(I0(RET))
}

// keyFindOwn is keyFind for properties of the object itself.
func (e *emitter) keyFindOwn() {
	done := e.asm.NewLabel()
	e.i1(PUSH, S64, R(RAX))
	e.i(Call(e.routine(keyFind)))
	e.i1(POP, S64, R(RDX))
	e.i2(CMP, S32, R(RAX), Imm(1))
	e.jcc(CondBE, done)
	e.i2(CMP, S32, R(RBX), R(RDX))
	e.jcc(CondE, done)
	e.i2(XOR, S32, R(RAX), R(RAX))
	e.asm.Bind(done)
	e.i(I0(RET))
}

// keyGetOwn: RAX becomes the value of an own property, the empty value if it is
// not found here.
func (e *emitter) keyGetOwn() {
	empty := e.asm.NewLabel()
	e.i(Call(e.routine(keyFindOwn)))
	e.i2(CMP, S32, R(RAX), Imm(1))
	e.jcc(CondBE, empty)
	e.i2(TEST, S32, R(RSI), Imm(heap.Accessor))
	e.jcc(CondNE, empty)
	e.i2(MOV, S64, R(RAX), cell(RAX, 0))
	e.i(I0(RET))
	e.asm.Bind(empty)
	e.i(LoadImm(RAX, uint64(heap.Empty)))
	e.i(I0(RET))
}

// keySet writes R9: RAX becomes 1, or 0 if there is no own data property, of an
// object in RAM, that may be written.
func (e *emitter) keySet() {
	fail := e.asm.NewLabel()
	e.i1(PUSH, S64, R(RAX))
	e.i(Call(e.routine(keyFind)))
	e.i1(POP, S64, R(RDX))
	e.i2(CMP, S32, R(RAX), Imm(1))
	e.jcc(CondBE, fail)
	e.i2(CMP, S32, R(RBX), R(RDX))
	e.jcc(CondNE, fail)
	e.i2(AND, S32, R(RSI), Imm(heap.Writable|heap.Accessor))
	e.i2(CMP, S32, R(RSI), Imm(heap.Writable))
	e.jcc(CondNE, fail)
	e.i2(CMP, S32, R(RDX), Imm(int32(e.cfg.Firn)))
	e.jcc(CondB, fail)
	e.i2(MOV, S64, cell(RAX, 0), R(R9))
	e.i2(SHR, S32, R(RAX), Imm(heap.CardShift))
	e.i2(MOV, S8, cell(RAX, int32(e.cfg.CardBias)), Imm(1))
	e.i2(MOV, S32, R(RAX), Imm(1))
	e.i(I0(RET))
	e.asm.Bind(fail)
	e.i2(XOR, S32, R(RAX), R(RAX))
	e.i(I0(RET))
}
