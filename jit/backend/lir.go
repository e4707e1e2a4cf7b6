package backend

import (
	"math/bits"

	"firn/ir/tables"
)

// Reg is a machine register: 0-15 general, 16-31 float.
type Reg uint8

// NoReg is the absence of a register.
const NoReg Reg = 0xFF

// Class says whether r is a general or a float register.
func (r Reg) Class() Class {
	if r < 16 {
		return GPR
	}
	return FPR
}

// RegSet is a set of registers, bit r for register r.
type RegSet uint32

// Regs is the set of the registers given.
func Regs(rs ...Reg) RegSet {
	var s RegSet
	for _, r := range rs {
		s |= 1 << r
	}
	return s
}

// Has reports whether r is in s.
func (s RegSet) Has(r Reg) bool { return r < 32 && s>>r&1 != 0 }

// Len is the number of registers in s.
func (s RegSet) Len() int { return bits.OnesCount32(uint32(s)) }

// Class is the kind of register that a virtual register needs.
type Class uint8

// The classes.
const (
	GPR Class = iota
	FPR
)

// mask is all registers of the class.
func (c Class) mask() RegSet { return 0xFFFF << (16 * c) }

// VReg is a virtual register: an SSA value of the LIR, defined exactly once (by
// a Def operand, or as a block parameter). 0 is none. All are 64 bits wide.
type VReg uint32

// Loc is where a value is after allocation, or where an exit finds it.
type Loc uint32

// NoLoc is an operand that has not been allocated.
const NoLoc Loc = 0

const (
	locReg = iota + 1
	locSlot
	locConst
	locFrame
	locShift = 28
	locIndex = 1<<locShift - 1
)

// LocReg is register r.
func LocReg(r Reg) Loc { return locReg<<locShift | Loc(r) }

// LocSlot is spill slot i: 8 bytes at native stack pointer + 8*i.
func LocSlot(i int) Loc { return locSlot<<locShift | Loc(i) }

// LocConst is constant i of Func.Consts, which becomes Code.Consts.
func LocConst(i int) Loc { return locConst<<locShift | Loc(i) }

// LocFrame is the home slot of register i of the JS frame that the native code
// runs on (counted from the outer frame's r0; inlined frames' registers are
// behind it). Lowering uses it in Exit.Locs; the allocator never does.
func LocFrame(i int) Loc { return locFrame<<locShift | Loc(i) }

// IsReg reports whether l is a register.
func (l Loc) IsReg() bool { return l>>locShift == locReg }

// IsSlot reports whether l is a spill slot.
func (l Loc) IsSlot() bool { return l>>locShift == locSlot }

// IsConst reports whether l is a constant.
func (l Loc) IsConst() bool { return l>>locShift == locConst }

// IsFrame reports whether l is a home slot.
func (l Loc) IsFrame() bool { return l>>locShift == locFrame }

// Reg is the register of a location that is one.
func (l Loc) Reg() Reg { return Reg(l & 31) }

// Index is the number of the spill slot, constant or frame register.
func (l Loc) Index() int { return int(l & locIndex) }

// OperandKind says when an operand's register is read or written.
type OperandKind uint8

const (
	// Use is read before anything is written: a Def may have its register.
	Use OperandKind = iota
	// UseLate is read, or may be read by the exit, after the Defs are written:
	// its location is not that of any Def, Temp or clobbered register. Values of
	// an exit are always UseLate and AnyLoc.
	UseLate
	// Def is written after all Uses have been read.
	Def
	// EarlyDef is written while Uses are still to be read: its register is none
	// of theirs.
	EarlyDef
	// Temp is a register for the instruction alone. V is a virtual register used
	// nowhere else, or 0 when Fixed is given.
	Temp
)

// Operand is a virtual register with its constraints and, after allocation, its
// location.
type Operand struct {
	V     VReg
	Loc   Loc         // set by Allocate
	Kind  OperandKind //
	Fixed Reg         // this register and no other; NoReg is any
	// Same, when positive, makes a Def take the register of operand Same-1, a
	// Use: two-operand instructions. The allocator copies the use first if it
	// is needed later.
	Same int8
	// AnyLoc lets a use be in a spill slot or a constant instead of a register.
	// It does not keep a value in a register when registers are short.
	AnyLoc bool
}

// U is a use in any register.
func U(v VReg) Operand { return Operand{V: v, Kind: Use, Fixed: NoReg} }

// UFixed is a use in register r. Fixed uses of one instruction are in different
// registers.
func UFixed(v VReg, r Reg) Operand { return Operand{V: v, Kind: Use, Fixed: r} }

// UAny is a use in a register, spill slot or constant.
func UAny(v VReg) Operand { return Operand{V: v, Kind: Use, Fixed: NoReg, AnyLoc: true} }

// ULate is a use in a register that no Def overwrites.
func ULate(v VReg) Operand { return Operand{V: v, Kind: UseLate, Fixed: NoReg} }

// UExit is a value of the instruction's exit.
func UExit(v VReg) Operand { return Operand{V: v, Kind: UseLate, Fixed: NoReg, AnyLoc: true} }

// D is a definition in any register.
func D(v VReg) Operand { return Operand{V: v, Kind: Def, Fixed: NoReg} }

// DEarly is a definition in a register that no use has.
func DEarly(v VReg) Operand { return Operand{V: v, Kind: EarlyDef, Fixed: NoReg} }

// DFixed is a definition in register r.
func DFixed(v VReg, r Reg) Operand { return Operand{V: v, Kind: Def, Fixed: r} }

// DSame is a definition in the register of operand i of the same instruction.
func DSame(v VReg, i int) Operand { return Operand{V: v, Kind: Def, Fixed: NoReg, Same: int8(i + 1)} }

// T is a temporary.
func T(v VReg) Operand { return Operand{V: v, Kind: Temp, Fixed: NoReg} }

// TFixed is register r as a temporary.
func TFixed(r Reg) Operand { return Operand{Kind: Temp, Fixed: r} }

// Instructions that every target has. A target's own begin at OpTarget.
const (
	// OpNop is nothing; it may carry operands.
	OpNop uint16 = iota
	// OpMove copies all 64 bits of Ops[1] (a use) to Ops[0] (a def). After
	// allocation each of them is a register or a spill slot and they are not both
	// slots. Between spill slots the allocator goes through a scratch register of
	// either class, but a move between registers is within one class.
	OpMove
	// OpLoadConst puts Imm, 64 bits, into Ops[0]: a register of either class or,
	// after allocation only, a spill slot; for a slot or a float register the
	// target may use its general scratch register. The allocator repeats it where
	// the value is needed instead of keeping it in a spill slot.
	OpLoadConst
	// OpJump ends a block that has one successor. It has no operands.
	OpJump
	// OpTarget is the first instruction that a target defines.
	OpTarget uint16 = 16
)

// Flags of an Inst.
const (
	// Commutes: the operand that the Same of a Def names and the next use may be
	// exchanged.
	Commutes uint8 = 1 << iota
	// Undo: the exit first undoes what the instruction did to the register of its
	// tied operand (an addition that overflowed is subtracted again), so exit
	// operands that are the tied value are found there and it need not be kept
	// elsewhere. Not for an instruction that has the tied value as another use too,
	// and the operands that undoing needs must not be overwritten by results.
	Undo
	// Inserted: a move that the allocator made.
	Inserted
)

// Inst is a machine instruction. The meaning of Op (from OpTarget), Size, Cond,
// Scale, Imm and Disp is the target's. A block's last instruction is its only
// branch: when taken it goes to Succs[0], else to Succs[1].
type Inst struct {
	Op       uint16
	Size     uint8
	Cond     uint8
	Scale    uint8
	Flags    uint8
	ExitOps  uint16 // the operands from here on are Exit's values, if Exit != 0
	Disp     int32
	Exit     int32  // index into Func.Exits; 0 is none
	Clobbers RegSet // destroyed; besides, fixed Defs may be in it
	Pos      uint32 // bytecode position; 0 in moves that allocation adds
	Imm      int64
	Ops      []Operand
}

// Block is a basic block.
type Block struct {
	ID     int // stable; -dump shows it
	Index  int // place in Func.Blocks, kept by Renumber
	Params []VReg
	Insts  []Inst
	Preds  []*Block
	Succs  []*Block
	// EdgeArgs[i] are the values for the parameters of Succs[i].
	EdgeArgs  [][]VReg
	LoopDepth int  // 0 outside loops; Order sets it
	Cold      bool // seldom executed: emitted last, good for spilling

	num  int   // number by reverse postorder; Order's
	loop *loop // innermost loop; set by Order

	// Room for edges: few blocks have more.
	preds, succs [2]*Block
	args         [2][]VReg
}

// vregInfo is what is known of a virtual register.
type vregInfo struct {
	class   Class
	isConst bool
	konst   uint32 // index into Consts
}

// Func is a function in LIR.
type Func struct {
	Name   string
	Blocks []*Block // in emission order; Blocks[0] is the entry and has no predecessors
	Exits  []Exit   // Exits[0] is not used
	Consts []uint64 // what LocConst refers to
	// Slots is the number of spill slots after allocation. A target that wants
	// slots of its own may set it before: allocation then counts on from there.
	Slots int
	// OpName names a target's instruction for dumps; nil prints numbers.
	OpName func(op uint16) string
	// RegName names a register for dumps; nil prints r0…r15, x0…x15.
	RegName func(r Reg) string

	vregs  []vregInfo
	arena  []Operand
	args   []VReg
	insts  []Inst   // see room
	blocks []*Block // made so far: the first nextID are in use
	nextID int
	order  orderer
}

// Reset makes f empty and keeps its memory but for what becomes part of the code:
// blocks, instructions and operands that it had must not be used any more.
func (f *Func) Reset(name string) {
	*f = Func{Name: name, Blocks: f.Blocks[:0], Exits: make([]Exit, 1), vregs: append(f.vregs[:0], vregInfo{}),
		arena: f.arena[:0], insts: f.insts[:0], args: f.args[:0], blocks: f.blocks, order: f.order}
}

// Args copies a list of virtual registers into the function's memory.
func (f *Func) Args(list []VReg) []VReg {
	n := len(list)
	if n > cap(f.args)-len(f.args) {
		f.args = tables.Empty[VReg](nil, 2*cap(f.args)+n)
	}
	at := len(f.args)
	f.args = append(f.args, list...)
	return f.args[at : at+n : at+n]
}

// NewFunc makes an empty function.
func NewFunc(name string) *Func {
	return &Func{Name: name, Exits: make([]Exit, 1), vregs: make([]vregInfo, 1, 64)}
}

// NewVReg makes a virtual register.
func (f *Func) NewVReg(c Class) VReg {
	f.vregs = append(f.vregs, vregInfo{class: c})
	return VReg(len(f.vregs) - 1)
}

// NumVRegs is one more than the largest virtual register.
func (f *Func) NumVRegs() int { return len(f.vregs) }

// Class is the class of v.
func (f *Func) Class(v VReg) Class { return f.vregs[v].class }

// Const is the value of v if an OpLoadConst defines it.
func (f *Func) Const(v VReg) (uint64, bool) {
	i := f.vregs[v]
	if !i.isConst {
		return 0, false
	}
	return f.Consts[i.konst], true
}

// AddConst gives k a place in Consts, for a LocConst.
func (f *Func) AddConst(k uint64) int {
	f.Consts = append(f.Consts, k)
	return len(f.Consts) - 1
}

// AddExit adds an exit and returns its number, for Inst.Exit.
func (f *Func) AddExit(e Exit) int32 {
	f.Exits = append(f.Exits, e)
	return int32(len(f.Exits) - 1)
}

// NewBlock makes a block and puts it last.
func (f *Func) NewBlock() *Block {
	if f.nextID == len(f.blocks) {
		more := make([]Block, 32+len(f.blocks))
		for i := range more {
			more[i].num = unseen // so that what is read of it first has been written
			f.blocks = append(f.blocks, &more[i])
		}
	}
	b := f.blocks[f.nextID]
	*b = Block{ID: f.nextID, Index: len(f.Blocks), Params: b.Params[:0], Preds: b.Preds[:0]}
	if cap(b.Preds) == 0 {
		b.Preds = b.preds[:0]
	}
	b.Succs, b.EdgeArgs = b.succs[:0], b.args[:0]
	f.nextID++
	f.Blocks = append(f.Blocks, b)
	return b
}

// AddEdge makes to the next successor of from; args are the values of to's
// parameters.
func AddEdge(from, to *Block, args ...VReg) {
	from.Succs = append(from.Succs, to)
	from.EdgeArgs = append(from.EdgeArgs, args)
	to.Preds = append(to.Preds, from)
}

// Renumber sets each block's Index.
func (f *Func) Renumber() {
	for i, b := range f.Blocks {
		b.Index = i
	}
}

// Ops copies operands into the function's arena, for Inst.Ops.
func (f *Func) Ops(ops ...Operand) []Operand {
	n := len(ops)
	if n > cap(f.arena)-len(f.arena) {
		f.arena = tables.Empty[Operand](nil, max(2048, 2*cap(f.arena), n))
	}
	at := len(f.arena)
	f.arena = append(f.arena, ops...)
	return f.arena[at : at+n : at+n]
}

// room is room for n instructions of a block.
func (f *Func) room(n int) []Inst {
	if n > cap(f.insts)-len(f.insts) {
		f.insts = tables.Empty[Inst](nil, max(2*cap(f.insts), n))
	}
	at := len(f.insts)
	f.insts = f.insts[:at+n]
	return f.insts[at : at : at+n]
}

// Emit adds an instruction to b with these operands.
func (f *Func) Emit(b *Block, in Inst, ops ...Operand) {
	in.Ops = f.Ops(ops...)
	b.Insts = append(b.Insts, in)
}

// LoadConst adds the definition of a new virtual register that is k. One that is
// only used AnyLoc costs no register and no instruction.
func (f *Func) LoadConst(b *Block, c Class, k uint64) VReg {
	v := f.NewVReg(c)
	i := &f.vregs[v]
	i.isConst, i.konst = true, uint32(f.AddConst(k))
	f.Emit(b, Inst{Op: OpLoadConst, Imm: int64(k)}, D(v))
	return v
}

// Move adds a copy of v, a new virtual register.
func (f *Func) Move(b *Block, v VReg) VReg {
	d := f.NewVReg(f.Class(v))
	f.Emit(b, Inst{Op: OpMove}, D(d), UAny(v))
	return d
}

// Jump ends b with a jump to the block to.
func (f *Func) Jump(b, to *Block, args ...VReg) {
	f.Emit(b, Inst{Op: OpJump})
	AddEdge(b, to, args...)
}
