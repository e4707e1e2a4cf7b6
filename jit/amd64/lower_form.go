package amd64

import (
	"firn/jit/backend"
)

// The LIR of this architecture. An instruction's Op is a form in the upper byte and
// below it an instruction of encodings.txt, or what a special form does. Values in
// general registers: boxed values as they are; int32, booleans and cage offsets
// zero-extended to 64 bits. R11 and X15 are the emitter's and free in every
// instruction.
//
// Memory operands (Flags) are an address mode with Disp; the cell's mode takes an
// operand, its offset.

// Forms: the upper byte of Inst.Op. "src" is a register, memory or immediate.
const (
	formMov     = 1 + iota // Ops: def, src. Ops[0] = asm(src[, Imm])
	formLea                // Ops: def, base[, index]. Ops[0] = base + index<<Scale + Disp, 32 bits
	formTwo                // Ops: def = Ops[1], src. Ops[0] = Ops[1] asm src; then, with an exit, leave if Cond
	formThree              // Ops: def, a, b. three-operand instructions (BMI2)
	formStore              // Ops: [base], src. memory = src
	formCmpExit            // Ops: a, b. compare, leave if Cond
	formCmpBr              // … branch if Cond
	formCmpSet             // Ops: def, a, b. … def = Cond
	formSpecial            // see the special forms
)

// Special forms: the lower byte of Inst.Op.
const (
	sCheckTag   = iota // Ops: def, value. leave unless the tag is Imm; the payload, 32 bits
	sCheckBool         // Ops: def, value
	sCheckNum          // Ops: def(F), value. leave unless it is a number
	sUnboxNum          // Ops: def(F), value
	sBoxNum            // Ops: def, F
	sF64ToInt          // Ops: def, F. leave unless exact; Imm 1: and for −0
	sTruncF64          // Ops: def, F. ToInt32; leave for NaN and outside ±2^63
	sMulInt            // Ops: def = Ops[1], a, late a, late b. leave on overflow and for −0
	sMulConst          // Ops: def, a, late a. likewise, by Imm
	sDivInt            // Ops: def RAX, a RAX, late b. Imm 1: quotient; 2: remainder, in RDX
	sModConst          // Ops: def, a. by Imm, 2 <= Imm <= maxMagic
	sDivConst          // Ops: early def, late a. exactly, by Imm
	sDivPow            // Ops: def = Ops[1], a. exactly, by 1<<Imm
	sQuotConst         // Ops: early def, late a. the quotient by Imm, 2 <= Imm <= maxMagic
	sQuotPow           // Ops: early def, late a. the quotient by 1<<Imm
	sClz               // Ops: def, a. leading zeros
	sSwap              // Ops: def = Ops[1], a. bytes in the other order
	sAbsInt            // Ops: def = Ops[1], a
	sMinMaxInt         // Ops: def = Ops[1], a, b. Cond: take b if it holds for b and a
	sMinMaxF64         // Ops: def = Ops[1], a, late b. Imm 0: min, 1: max
	sModF64            // Ops: def, late a[, late b]. of integers; without b by Imm
	sMath              // Ops: def X0, X0[, X1]. function Imm of Math, of one value twice
	sModPowF64         // Ops: def, late a. by 1<<Imm
	sStoreBox          // Ops: [base], src. store src with the tag at Imm in the context
	sStoreConst        // Ops: [base]. store 64 bits, Imm
	sStoreWord         // Ops: [base]. store 64 bits, Imm, that are not the program's
	sStoreF64          // Ops: [base], F. NaN is canonical
	sStoreF32          // likewise, rounded
	sLoadF64           // Ops: def(F), [base]. NaN is canonical
	sLoadF32           // likewise, widened
	sJoinF64           // Ops: def(F), upper, lower bits. NaN is canonical
	sHalfF64           // Ops: def, F. its lower bits, or with Imm 1 the upper ones; NaN is canonical
	sWidenF32          // Ops: def(F), bits. NaN is canonical
	sNarrowF32         // Ops: def, F. likewise
	sBarrier           // Ops: cell. mark the card of cell + Disp
	sAlloc             // Ops: def. Disp bytes with header Imm
	sRest              // Ops: def, late shape, temp, temp. see ssa.OpRest; Imm: number of the first
	sCharge            // fuel -= Imm
	sPoll              // leave if fuel < Imm
	sEntry             // function entry. Disp: end of the frames; Imm: see ssa.OpEntry
	sFill              // what sEntry has left
	sSent              // Ops: def. what a coroutine was sent; Imm 1: the mode
	sResumable         // Ops: def RAX, coroutine RBX[, mode RSI]. Disp: where its frame would be; Imm 1: ModeNext
	sResume            // Ops: def RAX, coroutine RBX, value RDI, mode RSI, code RAX. Imm: index of its callInfo
	sCall              // Ops: def RAX[, template]. Imm: index of its callInfo
	sParams            // Ops: defs. the arguments of a stub are in their registers
	sStub              // Ops: def RAX, arguments in stubArgs. call stub Imm
	sAllocSize         // Ops: early def, late size. a cell of so many bytes, upper half of the header Imm
	sChargeInt         // Ops: units. fuel -= units
	sStrHash           // Ops: early def, late string, temp, temp, temp. see ssa.OpStrHash
	sSlow              // Ops: [def RAX]. the driver executes an instruction; Imm 1: it answers a boolean
	sCaught            // Ops: def. the exception in frame slot Disp is handled
	sRet               // Ops: RAX
	sExit              // leave
	sTruthyBr          // Ops: value. branch
	sTruthySet         // Ops: def, value
	sSeqBr             // Ops: a, b; Imm: seqStub, seqString or 0
	sSeqSet            // Ops: def, a, b
	sCmpCap            // Ops: index, [base]. leave unless index < capacity of the KElements
	sKeyFind           // Ops: def RAX, object RAX, key RCX
	sKeyGet            // likewise
	sKeySet            // Ops: def RAX, object RAX, key RCX, value R9
	sKeyDelete         // Ops: def RAX, object RAX, key RCX
	sKeyAtom           // Ops: def RAX, key RCX
	sBigInt            // Ops: def RAX, values RAX, RCX; Imm: the routine
	numSpecials
)

var formNames = [...]string{"", "mov", "lea", "", "", "store", "exit", "br", "set", ""}

var specialNames = [numSpecials]string{"checktag", "checkbool", "checknum", "unboxnum", "boxnum",
	"f64toint", "truncf64", "mulint", "mulconst", "divint", "modconst", "divconst", "divpow", "quotconst", "quotpow", "clz", "swap", "absint", "minmaxint",
	"minmaxf64", "modf64", "math", "modpowf64", "storebox", "storeconst", "storeword", "storef64", "storef32", "loadf64", "loadf32", "joinf64", "halff64", "widenf32", "narrowf32", "barrier",
	"alloc", "rest", "charge", "poll", "entry", "fill", "sent", "resumable", "resume", "call", "params", "stub", "allocsize", "chargeint", "strhash", "slow", "caught", "ret", "exit", "truthy.br", "truthy.set", "seq.br", "seq.set",
	"cmpcap", "keyfind", "keyget", "keyset", "keydelete", "keyatom", "bigint"}

// opName names a LIR instruction in dumps.
func opName(op uint16) string {
	form, low := op>>8, op&0xff
	if form == formSpecial && low < numSpecials {
		return specialNames[low]
	}
	name := Op(low).String()
	if int(form) < len(formNames) && formNames[form] != "" {
		name = formNames[form] + "." + name
	}
	return name
}

// form makes the Op of a LIR instruction.
func form(f uint16, op Op) uint16 { return f<<8 | uint16(op) }

// special makes the Op of a special form.
func special(s uint16) uint16 { return formSpecial<<8 | s }

// Flags of an Inst, above the backend's.
const (
	memShift = 3
	memMask  = 7 << memShift

	// memLeft: the memory operand is the left one of a comparison.
	memLeft = 1 << 6
	// hasImm: the right operand is Imm.
	hasImm = 1 << 7
)

// trusted, in Inst.Scale: Imm is not chosen by the program.
const trusted = 1 << 7

// Address modes.
const (
	memNone  = iota << memShift
	memCell  // R15 + operand + Disp
	memAbs   // R15 + Disp: ROM and the pool
	memSlot  // R14 + Disp: the JS frame
	memCtx   // R13 + Disp: the context
	memConst // the 64 bits of Imm, which are not the program's
)

// Steps before a comparison (the rest of Inst.Scale): what is compared is in R11.
const (
	preNone  = iota
	preUpper // upper half of the left operand
	preOr1   // the left operand with its lowest bit set
)

// Conditions beyond the machine's own, of comparisons of floats.
const (
	condEqF = 16 + iota // equal and not unordered
	condNeF             // its opposite
)

// notCond is the opposite of c.
func notCond(c uint8) uint8 { return c ^ 1 }

// srcKind says what a src is.
type srcKind uint8

const (
	srcReg srcKind = iota
	srcImm
	srcMem
)

// src is an operand of an instruction that is being selected.
type src struct {
	kind  srcKind
	mode  uint8 // of srcMem
	trust bool  // of srcImm
	disp  int32
	v     backend.VReg // register, or cell of srcMem
	imm   int64        // immediate, or constant of memConst
}

func regSrc(v backend.VReg) src { return src{v: v} }

// immSrc is a constant of the program.
func immSrc(i int64) src { return src{kind: srcImm, imm: i} }

// ownImm is a constant that the program cannot choose.
func ownImm(i int64) src { return src{kind: srcImm, imm: i, trust: true} }

func cellSrc(v backend.VReg, disp int32) src {
	return src{kind: srcMem, mode: memCell, v: v, disp: disp}
}

func memSrc(mode uint8, disp int32) src { return src{kind: srcMem, mode: mode, disp: disp} }

func constSrc(bits uint64) src { return src{kind: srcMem, mode: memConst, imm: int64(bits)} }

// upper is the operand four bytes higher.
func (s src) upper() src {
	s.disp += 4
	return s
}

// operands is a list of operands under construction.
type operands struct {
	n    int
	list [8]backend.Operand
}

func (o *operands) add(op backend.Operand) {
	o.list[o.n] = op
	o.n++
}

// put adds s to the operands of in: registers as uses of kind any, which says that
// they may be anywhere.
func (o *operands) put(in *backend.Inst, s src, any bool) {
	switch s.kind {
	case srcReg:
		op := backend.U(s.v)
		op.AnyLoc = any
		o.add(op)
	case srcImm:
		in.Flags |= hasImm
		if s.trust {
			in.Scale |= trusted
		}
		in.Imm = s.imm
	case srcMem:
		in.Flags |= s.mode
		in.Disp = s.disp
		switch s.mode {
		case memCell:
			o.add(backend.U(s.v))
		case memConst:
			in.Imm = s.imm
		}
	}
}
