package amd64

// Reg is a machine register: the general ones are 0..15 in the numbering of the
// instruction set, the vector ones follow.
type Reg uint8

// Registers. RIP is only a base of memory operands, and only labels make those.
const (
	RAX Reg = iota
	RCX
	RDX
	RBX
	RSP
	RBP
	RSI
	RDI
	R8
	R9
	R10
	R11
	R12
	R13
	R14
	R15
	X0
	X1
	X2
	X3
	X4
	X5
	X6
	X7
	X8
	X9
	X10
	X11
	X12
	X13
	X14
	X15
	RIP
	NoReg Reg = 0xff
)

// Size is the width of an instruction's operation. Instructions that have only
// one width (most of SSE, jumps, calls, push and pop) ignore it.
type Size uint8

// Sizes of operations in bits.
const (
	SizeNone Size = iota
	S8
	S16
	S32
	S64
)

// Cond is the condition of JCC, SETCC and CMOVCC, in the numbering of the
// instruction set: its lowest bit negates.
type Cond uint8

// Conditions. B, AE, BE and A are unsigned, and what UCOMISD needs; L, GE, LE and
// G are signed; P is "unordered" after UCOMISD.
const (
	CondO Cond = iota
	CondNO
	CondB
	CondAE
	CondE
	CondNE
	CondBE
	CondA
	CondS
	CondNS
	CondP
	CondNP
	CondL
	CondGE
	CondLE
	CondG
)

// Not is the opposite condition.
func (c Cond) Not() Cond { return c ^ 1 }

// Op is an instruction by its mnemonic; zz_op.go has them all, encodings.txt in
// _gen what each of them takes.
type Op uint8

// Label is a place in the code: made by NewLabel, put somewhere once by Bind.
type Label uint32

// Kind says what an operand is.
type Kind uint8

// Kinds of operands.
const (
	KindNone Kind = iota
	KindGPR       // a general register
	KindXMM       // a vector register
	KindMem       // memory: base, index, scale and displacement, or a label
	KindImm       // a signed 32-bit immediate

	KindLabel = KindImm + 8 // the target of a jump or call; counts as an immediate for the choice of a form
)

// Operand is packed: kind, register or base, index, logarithm of the scale, and in
// the upper half the immediate, displacement or label. The zero Operand is none.
type Operand uint64

const (
	regShift, indexShift, scaleShift, valueShift = 8, 16, 24, 32
)

// R is a register operand.
func R(r Reg) Operand { return Operand(r)<<regShift | Operand(1+r>>4) }

// Imm is an immediate. Where the operation is narrower, it must fit either signed
// or unsigned; where it has 64 bits, it is sign-extended.
func Imm(v int32) Operand { return Operand(uint32(v))<<valueShift | Operand(KindImm) }

// Mem is memory at base + disp.
func Mem(base Reg, disp int32) Operand {
	return Operand(uint32(disp))<<valueShift | Operand(NoReg)<<indexShift | Operand(base)<<regShift | Operand(KindMem)
}

// MemIndex is memory at base + index*scale + disp, scale being 1, 2, 4 or 8. RSP
// cannot be an index.
func MemIndex(base, index Reg, scale uint8, disp int32) Operand {
	return Operand(uint32(disp))<<valueShift | Operand(scaleLog[scale&15])<<scaleShift |
		Operand(index)<<indexShift | Operand(base)<<regShift | Operand(KindMem)
}

// scaleLog is the logarithm of a scale; that of a wrong one is refused by Emit.
var scaleLog = [16]uint8{4, 0, 1, 4, 2, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 4}

// At is memory at a label, addressed relative to RIP: for constants and for LEA of
// a resume address.
func At(l Label) Operand {
	return Operand(l)<<valueShift | Operand(NoReg)<<indexShift | Operand(RIP)<<regShift | Operand(KindMem)
}

// To is a label as the target of JMP, JCC or CALL.
func To(l Label) Operand { return Operand(l)<<valueShift | Operand(KindLabel) }

// Kind says what the operand is.
func (o Operand) Kind() Kind { return Kind(o & 15) }

// Reg is the register, or the base of a memory operand (RIP: see Label).
func (o Operand) Reg() Reg { return Reg(o >> regShift) }

// Index is the index register of a memory operand, or NoReg.
func (o Operand) Index() Reg { return Reg(o >> indexShift) }

// Scale is what the index of a memory operand is multiplied by.
func (o Operand) Scale() uint8 { return 1 << (o >> scaleShift & 7) }

// Value is the immediate or displacement.
func (o Operand) Value() int32 { return int32(o >> valueShift) }

// Label is the label of To and At.
func (o Operand) Label() Label { return Label(o >> valueShift) }

// Inst is one instruction: operands in Intel's order, destination first. For
// MOVABS, B is not an operand but the 64 bits themselves. The count of a shift by
// register is R(RCX).
type Inst struct {
	Op   Op
	Size Size
	Cond Cond // of JCC, SETCC and CMOVCC
	A    Operand
	B    Operand
	C    Operand
}

// I0 is an instruction without operands.
func I0(op Op) Inst { return Inst{Op: op} }

// I1 is an instruction with one operand.
func I1(op Op, size Size, a Operand) Inst { return Inst{Op: op, Size: size, A: a} }

// I2 is an instruction with two operands, a being the destination.
func I2(op Op, size Size, a, b Operand) Inst { return Inst{Op: op, Size: size, A: a, B: b} }

// I3 is an instruction with three operands, a being the destination.
func I3(op Op, size Size, a, b, c Operand) Inst { return Inst{Op: op, Size: size, A: a, B: b, C: c} }

// Jmp is a jump to a label.
func Jmp(l Label) Inst { return Inst{Op: JMP, A: To(l)} }

// Jcc is a conditional jump to a label.
func Jcc(c Cond, l Label) Inst { return Inst{Op: JCC, Cond: c, A: To(l)} }

// Call is a call of a label.
func Call(l Label) Inst { return Inst{Op: CALL, A: To(l)} }

// Setcc sets the low byte of a register, or a byte of memory, to 0 or 1.
func Setcc(c Cond, a Operand) Inst { return Inst{Op: SETCC, Size: S8, Cond: c, A: a} }

// Cmov moves if the condition holds; size is S32 or S64.
func Cmov(c Cond, size Size, a, b Operand) Inst {
	return Inst{Op: CMOVCC, Size: size, Cond: c, A: a, B: b}
}

// Movabs loads a register with 64 bits, always in ten bytes.
func Movabs(r Reg, v uint64) Inst { return Inst{Op: MOVABS, Size: S64, A: R(r), B: Operand(v)} }

// LoadImm loads a register with 64 bits in the shortest way that leaves the flags
// alone.
func LoadImm(r Reg, v uint64) Inst {
	switch {
	case v == uint64(uint32(v)):
		return I2(MOV, S32, R(r), Imm(int32(uint32(v))))
	case v == uint64(int64(int32(v))):
		return I2(MOV, S64, R(r), Imm(int32(v)))
	}
	return Movabs(r, v)
}

// Patch is an instruction whose immediate is set later.
type Patch uint32

// Assembler turns instructions into bytes. There are two: Encoder, and Golang for
// comparison. Positions are labels, because Golang knows them only at the end.
// The first error stays and is returned by Finish; what comes after it is ignored.
type Assembler interface {
	// Reset makes the assembler empty; what Finish returned is not valid any more.
	Reset()
	// Emit appends an instruction.
	Emit(in Inst)
	// EmitPatch appends an instruction whose last operand is an immediate; it takes
	// its widest form. Patch sets the immediate, any time before Finish.
	EmitPatch(in Inst) Patch
	Patch(p Patch, v int32)
	// NewLabel makes a label, Bind puts it at the end of what there is.
	NewLabel() Label
	Bind(l Label)
	// Align pads with no-operations to a multiple of n, a power of two up to 32, from
	// the start of the code.
	Align(n int)
	// Const64 and Const128 put a constant (lo is at the lower address) into the data
	// behind the code and are memory operands for it. Equal ones are there once.
	// Const128 is aligned to 16 bytes, if the code will be.
	Const64(bits uint64) Operand
	Const128(lo, hi uint64) Operand
	// Finish resolves labels, appends the data and returns code and data; CodeSize is
	// where the data begins. The bytes are valid until Reset.
	Finish() ([]byte, error)
	CodeSize() int
	// Offset is where a label is, in bytes from the start; only after Finish.
	Offset(l Label) int
}
