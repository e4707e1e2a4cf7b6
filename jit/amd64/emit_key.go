package amd64

import (
	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// Properties with computed keys are looked for in the descriptors of shapes, by
// routines that a code object has at its end if it needs them. They are entered
// by CALL with the object in RAX and the key in RCX, and answer in RAX. What they do not decide is left to the driver: exotic objects, keys that
// have no atom or may be indices, functions whose properties are not made yet, the
// length of arrays, accessors; whatever the heap charges for, like long keys; long
// searches.
const (
	keyFind = iota
	keyGet
	keySet
	keyFindOwn
	keyGetOwn
	keyDefine
	keyAttrs
	keyAtom
	keyAdd
	keyDelete
	keyIntern
	numRoutines
)

// keyScratch is what the routines destroy besides RAX and the emitter's scratch.
var keyScratch = backend.Regs(backend.Reg(RDX), backend.Reg(RBX), backend.Reg(RSI), backend.Reg(RDI), backend.Reg(R8), backend.Reg(RCX))

// maxFreeKey is the length below which Heap.Intern does not charge.
const maxFreeKey = 64

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

func lowerKeyAtom(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.DFixed(lo.def(v), backend.Reg(RAX)))
	o.add(backend.UFixed(lo.use(v.Args[0]), backend.Reg(RCX)))
	lo.inst(backend.Inst{Op: special(sKeyAtom), Clobbers: keyScratch}, &o)
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
		e.keySet(heap.Writable|heap.Accessor, heap.Writable)
	}
	if e.used[keyDefine] {
		e.asm.Bind(e.routines[keyDefine])
		e.keySet(heap.WEC|heap.Accessor, heap.WEC)
	}
	if e.used[keyAdd] {
		e.asm.Bind(e.routines[keyAdd])
		e.keyAdd()
	}
	if e.used[keyDelete] {
		e.asm.Bind(e.routines[keyDelete])
		e.keyDelete()
	}
	if e.used[keyGetOwn] {
		e.asm.Bind(e.routines[keyGetOwn])
		e.keyGetOwn()
	}
	if e.used[keyAttrs] {
		e.asm.Bind(e.routines[keyAttrs])
		e.keyAttrs()
	}
	if e.used[keyAtom] {
		e.asm.Bind(e.routines[keyAtom])
		e.keyAtom()
	}
	if e.used[keyFindOwn] {
		e.asm.Bind(e.routines[keyFindOwn])
		e.keyFind(true)
	}
	if e.used[keyFind] {
		e.asm.Bind(e.routines[keyFind])
		e.keyFind(false)
	}
	if e.used[keyIntern] {
		e.asm.Bind(e.routines[keyIntern])
		e.keyIntern()
	}
}

// cell is a field of the cell whose offset is in r.
func cell(r Reg, off int32) Operand { return MemIndex(regCage, r, 1, off) }

// keyFind: RAX becomes the address of the property's slot, with its attributes in
// RSI, its holder in RBX and its entry at RDI + heap.DescEntries; 0 if there is
// none, 1 if that is not decided. With own it is looked for in the object alone, and
// RBX is the object in any case.
func (e *emitter) keyFind(own bool) {
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
	intern := e.asm.NewLabel()
	e.i2(TEST, S8, cell(scratch, heap.OffFlags), Imm(heap.FAtom))
	e.jcc(CondE, intern)
	e.i2(CMP, S32, cell(scratch, heap.OffLength), Imm(maxFreeKey))
	e.jcc(CondAE, undecided)
	e.asm.Bind(start)
	e.i2(MOV, S32, R(RAX), Imm(heap.FreeLinks))

	// An object of the chain: RBX, its shape RDX, descriptors RSI of RDI. RAX more
	// may follow.
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
	if !own {
		e.i2(MOV, S32, R(RBX), cell(RDX, heap.ShapeProto))
		ended := e.asm.NewLabel()
		e.i2(TEST, S32, R(RBX), R(RBX))
		e.jcc(CondE, ended)
		e.i2(SUB, S32, R(RAX), Imm(1))
		e.jcc(CondNE, next)
		e.jmp(undecided)
		e.asm.Bind(ended)
	}
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

	e.asm.Bind(intern)
	e.i(Call(e.routine(keyIntern)))
	e.i2(MOV, S32, R(RAX), R(RAX))
	e.i2(MOV, S32, R(RBX), R(RAX))
	e.i2(TEST, S32, R(RDX), R(RDX))
	e.jcc(CondNE, start)
	e.jmp(undecided)

	// Entry R8 of the descriptors, at RDI.
	e.asm.Bind(found)
	e.i2(MOV, S32, R(RSI), cell(RDI, heap.DescEntries+8))
	e.i2(MOVZXW, S32, R(scratch), cell(RDX, heap.ShapeInline))
	e.i2(SUB, S32, R(R8), R(scratch))
	e.jcc(CondAE, outside)
	e.i2(ADD, S32, R(R8), R(scratch))
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
	e.i1(PUSH, S64, R(RAX))
	e.i1(PUSH, S64, R(R9))
	e.i1(PUSH, S64, R(R10))
	leave := func() {
		e.i1(POP, S64, R(R10))
		e.i1(POP, S64, R(R9))
		e.i1(POP, S64, R(RAX))
	}
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
	e.i2(MOV, S32, R(R10), Imm(heap.FreeProbes))
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
	leave()
	e.jmp(undecided)
	e.asm.Bind(gone)
	leave()
	e.jmp(absent)
	// The table may be shared with newer shapes that have more.
	e.asm.Bind(hit)
	e.i2(MOV, S32, R(R8), R(R9))
	e.i2(SUB, S32, R(R8), R(RDI))
	e.i2(SHR, S32, R(R8), Imm(4))
	e.i2(MOV, S32, R(RDI), R(R9))
	leave()
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

// keyAttrs: RAX becomes 2 plus the attributes of an own property; 0 if there is none,
// 1 if that is not decided.
func (e *emitter) keyAttrs() {
	done := e.asm.NewLabel()
	e.i(Call(e.routine(keyFindOwn)))
	e.i2(CMP, S32, R(RAX), Imm(1))
	e.jcc(CondBE, done)
	e.i2(MOV, S32, R(RAX), R(RSI))
	e.i2(AND, S32, R(RAX), Imm(heap.WEC|heap.Accessor))
	e.i2(ADD, S32, R(RAX), Imm(2))
	e.asm.Bind(done)
	e.i(I0(RET))
}

// keyAtom: RAX becomes the property key for RCX as the program sees it, the empty
// value if that is not decided: for keys that may be indices, and new ones.
func (e *emitter) keyAtom() {
	empty, atom, done := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	e.i2(MOV, S64, R(scratch), R(RCX))
	e.i2(SHR, S64, R(scratch), Imm(48))
	e.i2(CMP, S32, R(scratch), Imm(heap.TagSymbol))
	e.jcc(CondE, done)
	e.i2(CMP, S32, R(scratch), Imm(heap.TagString))
	e.jcc(CondNE, empty)
	e.i2(MOV, S32, R(scratch), R(RCX))
	e.i2(TEST, S8, cell(scratch, heap.OffFlags), Imm(heap.FAtom))
	e.jcc(CondNE, atom)
	e.i(Call(e.routine(keyIntern)))
	e.i2(TEST, S32, R(RDX), R(RDX))
	e.jcc(CondE, empty)
	e.asm.Bind(atom)
	e.i2(MOV, S32, R(scratch), R(RCX))
	e.i2(CMP, S32, cell(scratch, heap.OffLength), Imm(maxFreeKey))
	e.jcc(CondAE, empty)
	e.i2(CMP, S32, cell(scratch, heap.OffLength), Imm(10))
	e.jcc(CondA, done)
	e.i2(MOVZXB, S32, R(RAX), cell(scratch, heap.OffChars))
	e.i2(SUB, S32, R(RAX), Imm('0'))
	e.i2(CMP, S32, R(RAX), Imm(9))
	e.jcc(CondBE, empty)
	e.asm.Bind(done)
	e.i2(MOV, S64, R(RAX), R(RCX))
	e.i(I0(RET))
	e.asm.Bind(empty)
	e.i(LoadImm(RAX, uint64(heap.Empty)))
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

// keySet writes R9: RAX becomes 1, or 0 if the object is not in RAM or the
// property is neither an own one with attributes want of mask nor one to be added.
func (e *emitter) keySet(mask, want int32) {
	fail := e.asm.NewLabel()
	e.i1(PUSH, S64, R(RAX))
	e.i(Call(e.routine(keyFind)))
	e.i1(POP, S64, R(RDX))
	e.i2(CMP, S32, R(RDX), Imm(int32(e.cfg.Firn)))
	e.jcc(CondB, fail)
	e.i2(CMP, S32, R(RAX), Imm(1))
	e.jcc(CondB, e.routine(keyAdd))
	e.jcc(CondE, fail)
	e.i2(CMP, S32, R(RBX), R(RDX))
	e.jcc(CondNE, fail)
	e.i2(AND, S32, R(RSI), Imm(mask))
	e.i2(CMP, S32, R(RSI), Imm(want))
	e.jcc(CondNE, fail)
	e.i2(MOV, S64, cell(RAX, 0), R(R9))
	e.markCard(RAX)
	e.i2(MOV, S32, R(RAX), Imm(1))
	e.i(I0(RET))
	e.asm.Bind(fail)
	e.i2(XOR, S32, R(RAX), R(RAX))
	e.i(I0(RET))
}

// keyDelete deletes a property: RAX becomes 1, or 0 if it is not the last one of an
// object in RAM that is no prototype, nor one of a dictionary that no cache knows,
// which would not be made smaller then. See Heap.removeProperty.
func (e *emitter) keyDelete() {
	fail, done, dict := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	e.i(Call(e.routine(keyFindOwn)))
	e.i2(MOV, S32, R(RDX), R(RBX)) // the object
	e.i2(CMP, S32, R(RAX), Imm(1))
	e.jcc(CondB, done)
	e.jcc(CondE, fail)
	e.i2(CMP, S32, R(RDX), Imm(int32(e.cfg.Firn)))
	e.jcc(CondB, fail)
	e.i2(TEST, S32, R(RSI), Imm(heap.Configurable))
	e.jcc(CondE, fail)
	e.i2(TEST, S8, cell(RDX, heap.OffFlags), Imm(heap.FIsProto))
	e.jcc(CondNE, fail)
	e.i2(MOV, S32, R(RBX), cell(RDX, heap.OffShape))
	e.i2(TEST, S8, cell(RBX, heap.ShapeFlags), Imm(heap.SDictionary))
	e.jcc(CondNE, dict)
	// The shape came from its parent by this property.
	e.i2(CMP, S64, cell(RBX, heap.ShapeKey), R(RCX))
	e.jcc(CondNE, fail)
	e.i2(CMP, S32, cell(RBX, heap.ShapeAttrs), Imm(heap.AttrMask))
	e.jcc(CondA, fail)
	e.i2(MOV, S32, R(RSI), cell(RBX, heap.ShapeParent))
	e.i2(TEST, S32, R(RSI), R(RSI))
	e.jcc(CondE, fail)
	e.i(LoadImm(RDI, uint64(heap.Undefined)))
	e.i2(MOV, S64, cell(RAX, 0), R(RDI))
	e.i2(MOV, S32, cell(RDX, heap.OffShape), R(RSI))
	e.i2(ADD, S32, R(RDX), Imm(heap.OffShape))
	e.markCard(RDX)
	e.asm.Bind(done)
	e.i2(MOV, S32, R(RAX), Imm(1))
	e.i(I0(RET))
	e.asm.Bind(fail)
	e.i2(XOR, S32, R(RAX), R(RAX))
	e.i(I0(RET))

	// See Heap.dictRemove.
	e.asm.Bind(dict)
	e.ownDictionary(RSI, fail)
	e.i2(MOV, S32, R(R8), cell(RBX, heap.ShapeCount))
	e.i2(SHR, S32, R(R8), Imm(1))
	e.i2(ADD, S32, R(R8), Imm(heap.DictDead))
	e.i2(MOV, S32, R(RSI), cell(RBX, heap.DictDeleted))
	e.i2(ADD, S32, R(RSI), Imm(1))
	e.i2(CMP, S32, R(RSI), R(R8))
	e.jcc(CondA, fail)
	e.i2(MOV, S32, cell(RBX, heap.DictDeleted), R(RSI))
	e.i2(MOV, S32, R(RDI), R(RDI)) // for who checks addresses
	e.i(LoadImm(RSI, uint64(heap.Empty)))
	e.i2(MOV, S64, cell(RDI, heap.DescEntries), R(RSI))
	e.i2(MOV, S64, cell(RDI, heap.DescEntries+8), Imm(0))
	e.i(LoadImm(RSI, uint64(heap.Undefined)))
	e.i2(MOV, S64, cell(RAX, 0), R(RSI))
	e.jmp(done)
}

// ownDictionary goes to fail unless the dictionary shape RBX can be changed in place:
// it and its descriptors, which become r, are in RAM, and no inline cache has
// seen it.
func (e *emitter) ownDictionary(r Reg, fail Label) {
	e.i2(TEST, S8, cell(RBX, heap.ShapeFlags), Imm(heap.SCached))
	e.jcc(CondNE, fail)
	e.i2(CMP, S32, R(RBX), Imm(int32(e.cfg.Firn)))
	e.jcc(CondB, fail)
	e.i2(MOV, S32, R(r), cell(RBX, heap.ShapeDescs))
	e.i2(CMP, S32, R(r), Imm(int32(e.cfg.Firn)))
	e.jcc(CondB, fail)
}

// markCard marks the card of the address in r, which it destroys.
func (e *emitter) markCard(r Reg) {
	e.i2(SHR, S32, R(r), Imm(heap.CardShift))
	e.i2(MOV, S8, cell(r, int32(e.cfg.CardBias)), Imm(1))
}

// keyAdd adds to object RDX the property with value R9: RAX becomes 1, or 0 if it
// is not extensible, or a prototype, or the key is a symbol (private names are not
// added by writing), or the shape that it gets has not been made yet, or a dictionary
// is not its alone, or there is no room. See Heap.addProperty and Heap.findTrans.
func (e *emitter) keyAdd() {
	fail, outside, place, table := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	rom, search, add, dict := e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel(), e.asm.NewLabel()
	e.i2(TEST, S8, cell(RDX, heap.OffFlags), Imm(heap.FNonExtensible|heap.FIsProto))
	e.jcc(CondNE, fail)
	e.i2(MOV, S32, R(RBX), R(RCX))
	e.i2(CMP, S8, cell(RBX, heap.OffKind), Imm(heap.KSymbol))
	e.jcc(CondE, fail)
	e.i2(MOV, S32, R(RBX), cell(RDX, heap.OffShape))
	e.i2(TEST, S8, cell(RBX, heap.ShapeFlags), Imm(heap.SLazyFunction))
	e.jcc(CondNE, fail)
	e.i2(TEST, S8, cell(RBX, heap.ShapeFlags), Imm(heap.SDictionary))
	e.jcc(CondNE, dict)
	e.i2(MOV, S32, R(RSI), cell(RBX, heap.ShapeCount))
	e.i2(CMP, S32, R(RSI), Imm(heap.MaxDynamicProps))
	e.jcc(CondAE, fail)

	// The slot: RDI.
	e.i2(MOVZXW, S32, R(RDI), cell(RBX, heap.ShapeInline))
	e.i2(MOV, S32, R(RAX), R(RSI))
	e.i2(SUB, S32, R(RAX), R(RDI))
	e.jcc(CondAE, outside)
	e.i2(MOV, S32, R(RDI), cell(RBX, heap.ShapeBase))
	e.i2(SHL, S32, R(RSI), Imm(3))
	e.i2(ADD, S32, R(RDI), R(RSI))
	e.i2(ADD, S32, R(RDI), R(RDX))
	e.asm.Bind(place)

	// The shape: RAX.
	e.i2(CMP, S32, R(RBX), Imm(int32(e.cfg.Firn)))
	e.jcc(CondB, rom)
	e.i2(MOV, S32, R(RAX), cell(RBX, heap.ShapeTrans))
	e.i2(TEST, S32, R(RAX), R(RAX))
	e.jcc(CondE, fail)
	e.i2(CMP, S8, cell(RAX, heap.OffKind), Imm(heap.KShape))
	e.jcc(CondNE, table)
	e.i2(CMP, S64, cell(RAX, heap.ShapeKey), R(RCX))
	e.jcc(CondNE, fail)
	e.i2(CMP, S32, cell(RAX, heap.ShapeAttrs), Imm(heap.WEC))
	e.jcc(CondNE, fail)
	e.asm.Bind(add)
	e.i2(MOV, S64, cell(RDI, 0), R(R9))
	e.markCard(RDI)
	e.i2(MOV, S32, cell(RDX, heap.OffShape), R(RAX))
	e.i2(ADD, S32, R(RDX), Imm(heap.OffShape))
	e.markCard(RDX)
	e.i2(MOV, S32, R(RAX), Imm(1))
	e.i(I0(RET))
	e.asm.Bind(fail)
	e.i2(XOR, S32, R(RAX), R(RAX))
	e.i(I0(RET))

	e.asm.Bind(outside)
	grow, roomy := e.asm.NewLabel(), e.asm.NewLabel()
	e.i2(MOV, S32, R(RDI), cell(RDX, heap.OffSlots))
	e.i2(SHL, S32, R(RAX), Imm(3))
	e.i2(ADD, S32, R(RAX), Imm(heap.OffValues))
	e.i2(CMP, S32, R(RAX), cell(RDI, heap.OffSize))
	e.jcc(CondE, grow)
	e.jcc(CondA, fail)
	e.asm.Bind(roomy)
	e.i2(ADD, S32, R(RDI), R(RAX))
	e.jmp(place)
	e.asm.Bind(grow)
	e.growSlots(fail)
	e.jmp(roomy)

	// Table RAX, the upper half of whose entries' words is RSI.
	e.asm.Bind(table)
	e.i2(CMP, S32, cell(RAX, heap.TransUsed), Imm(heap.TransMany))
	e.jcc(CondAE, fail)
	e.i2(XOR, S32, R(RSI), R(RSI))
	e.jmp(search)
	e.asm.Bind(rom)
	e.i2(MOV, S64, R(RAX), Mem(regCage, int32(e.cfg.Firn+heap.StateRoots+8*heap.RootShapeTrans)))
	e.i2(MOV, S64, R(scratch), R(RAX))
	e.i2(SHR, S64, R(scratch), Imm(48))
	e.i2(CMP, S32, R(scratch), Imm(heap.TagCell))
	e.jcc(CondNE, fail)
	e.i2(MOV, S32, R(RAX), R(RAX))
	e.i2(MOV, S32, R(RSI), R(RBX))
	e.asm.Bind(search)
	e.i2(MOV, S32, R(R8), R(RCX))
	e.i2(MOV, S32, R(R8), cell(R8, heap.OffStrHash))
	e.i(I3(IMUL3, S32, R(R8), R(R8), Imm(heap.KeyFactor)))
	e.foldHash(15)
	e.i(I3(IMUL3, S32, R(scratch), R(RSI), Imm(heap.TransHigh)))
	e.i2(XOR, S32, R(R8), R(scratch))
	e.i2(XOR, S32, R(R8), Imm(int32(heap.WEC*heap.TransLow&0xFFFFFFFF-1<<32)))
	e.i(I3(IMUL3, S32, R(R8), R(R8), Imm(heap.KeyFactor)))
	e.foldHash(16)
	// The number of places: a third of that of words, exactly.
	e.i2(MOV, S32, R(RBX), cell(RAX, heap.OffSize))
	e.i2(SUB, S32, R(RBX), Imm(heap.TransEntries))
	e.i2(SHR, S32, R(RBX), Imm(3))
	e.i(I3(IMUL3, S32, R(RBX), R(RBX), Imm(inverse3)))
	e.i2(SUB, S32, R(RBX), Imm(1))
	next, miss := e.asm.NewLabel(), e.asm.NewLabel()
	e.i1(PUSH, S64, R(R8))
	probe := e.here()
	e.i2(MOV, S32, R(scratch), R(R8))
	e.i2(AND, S32, R(scratch), R(RBX))
	e.i(I3(IMUL3, S32, R(scratch), R(scratch), Imm(heap.TransSize)))
	e.i2(ADD, S32, R(scratch), R(RAX))
	e.i2(CMP, S64, cell(scratch, heap.TransEntries), Imm(0))
	e.jcc(CondE, miss)
	e.i2(CMP, S64, cell(scratch, heap.TransEntries), R(RCX))
	e.jcc(CondNE, next)
	e.i2(CMP, S32, cell(scratch, heap.TransEntries+8), Imm(heap.WEC))
	e.jcc(CondNE, next)
	e.i2(CMP, S32, cell(scratch, heap.TransEntries+12), R(RSI))
	e.jcc(CondNE, next)
	e.i2(MOV, S32, R(RAX), cell(scratch, heap.TransEntries+16))
	e.i1(POP, S64, R(R8))
	e.jmp(add)
	e.asm.Bind(next)
	e.i2(ADD, S32, R(R8), Imm(1))
	e.i2(MOV, S32, R(scratch), R(R8))
	e.i2(SUB, S32, R(scratch), Mem(RSP, 0))
	e.i2(CMP, S32, R(scratch), Imm(heap.FreeProbes))
	e.jcc(CondB, probe)
	e.asm.Bind(miss)
	e.i1(POP, S64, R(R8))
	e.jmp(fail)

	// See Heap.dictAdd.
	e.asm.Bind(dict)
	e.ownDictionary(RSI, fail)
	e.i1(PUSH, S64, R(RCX))
	e.i1(PUSH, S64, R(RDX))
	e.i2(MOV, S32, R(stubArgs[0]), R(RBX))
	e.i2(MOV, S32, R(stubArgs[1]), R(RDX))
	e.i2(MOV, S64, R(stubArgs[2]), R(RCX))
	e.callStub(int64(ssa.StubDictAdd))
	e.i1(POP, S64, R(RDX))
	e.i1(POP, S64, R(RCX))
	e.i2(TEST, S32, R(RAX), R(RAX))
	e.jcc(CondE, fail)
	e.i2(MOV, S64, cell(RAX, 0), R(R9))
	e.markCard(RAX)
	e.i2(MOV, S32, R(RSI), cell(RBX, heap.ShapeCount))
	e.i2(SHL, S32, R(RSI), Imm(4))
	e.i2(ADD, S32, R(RSI), cell(RBX, heap.ShapeDescs))
	e.i2(ADD, S32, R(RSI), Imm(heap.DescEntries-heap.DescSize))
	e.i2(MOV, S64, cell(RSI, 0), R(RCX))
	e.i2(MOV, S64, cell(RSI, 8), Imm(heap.WEC))
	e.markCard(RSI)
	e.i2(MOV, S32, R(RAX), Imm(1))
	e.i(I0(RET))
}

// growSlots gives object RDX a slots cell with room for more than in RDI, whose
// bytes are RAX: one of the first two sizes of Heap.slotCapacity, which cost
// nothing. RDI becomes the new cell.
func (e *emitter) growSlots(fail Label) {
	const first, second = heap.OffValues + 8*3, heap.OffValues + 8*7
	sized, filled := e.asm.NewLabel(), e.asm.NewLabel()
	e.i2(MOV, S32, R(R8), Imm(first))
	e.i2(CMP, S32, R(RAX), Imm(heap.OffValues))
	e.jcc(CondE, sized)
	e.i2(CMP, S32, R(RAX), Imm(first))
	e.jcc(CondNE, fail)
	e.i2(MOV, S32, R(R8), Imm(second))
	e.asm.Bind(sized)
	e.i2(MOV, S32, R(scratch), Mem(regContext, backend.CtxNurTop))
	e.i2(MOV, S32, R(RSI), R(scratch))
	e.i2(ADD, S32, R(RSI), R(R8))
	e.i2(CMP, S32, R(RSI), Mem(regContext, backend.CtxNurEnd))
	e.jcc(CondA, fail)
	e.i2(MOV, S32, Mem(regContext, backend.CtxNurTop), R(RSI))
	e.i2(MOV, S32, cell(scratch, heap.OffSize), R(R8))
	e.i2(MOV, S32, cell(scratch, heap.OffKind), Imm(heap.KSlots))
	e.i(LoadImm(RSI, uint64(heap.Undefined)))
	for off := int32(heap.OffValues); off < first; off += 8 {
		e.i2(MOV, S64, cell(scratch, off), R(RSI))
	}
	e.i2(CMP, S32, R(R8), Imm(first))
	e.jcc(CondE, filled)
	for off := int32(first); off < second; off += 8 {
		e.i2(MOV, S64, cell(scratch, off), R(RSI))
	}
	for off := int32(heap.OffValues); off < first; off += 8 {
		e.i2(MOV, S64, R(RSI), cell(RDI, off))
		e.i2(MOV, S64, cell(scratch, off), R(RSI))
	}
	e.asm.Bind(filled)
	e.i2(MOV, S32, cell(RDX, heap.OffSlots), R(scratch))
	e.i2(MOV, S32, R(RDI), R(scratch))
	e.i2(MOV, S32, R(RSI), R(RDX))
	e.i2(ADD, S32, R(RSI), Imm(heap.OffSlots))
	e.markCard(RSI)
}

// inverse3 times 3 is 1 modulo 2^32.
const inverse3 = -0x55555555

// foldHash is R8 ^= R8 >> n.
func (e *emitter) foldHash(n int32) {
	e.i2(MOV, S32, R(scratch), R(R8))
	e.i2(SHR, S32, R(scratch), Imm(n))
	e.i2(XOR, S32, R(R8), R(scratch))
}
