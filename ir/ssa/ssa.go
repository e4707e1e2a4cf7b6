package ssa

import "math"

// Type is what a value is, and so the register class it needs.
type Type uint8

// The types. A Ref is the cage offset of a cell; where it came from says of
// which kind.
const (
	None Type = iota
	Val       // a boxed JS value, 64 bits
	Int       // int32
	F64       // double
	Bool      // 0 or 1
	Ref       // cage offset of a cell
)

// Mem is the class of memory that a load reads and a store writes: accesses of
// different classes never alias, but for those of MemKeyed.
type Mem uint8

// The memory classes.
const (
	MemNone  Mem = iota
	MemConst     // never written while code can see it: string units, templates, fields of shapes
	MemShape     // an object's shape
	MemSlots     // an object's reference to its slots cell
	MemElems     // an object's reference to its elements cell
	MemWord      // an object's word: array length, template of a function, …
	MemFlags     // kind and flags of a cell, its size
	MemProp      // a named property, in the object or in its slots cell
	MemElem      // an indexed property
	MemInner     // internal slots of objects
	MemCtx       // variables of contexts
	MemBytes     // contents of array buffers
	MemKeyed     // what properties are made of: MemShape, MemSlots, MemFlags and MemProp of any objects
	NumMem
)

// Func is one function under compilation, with what is inlined in it.
type Func struct {
	Name   string
	Blocks []*Block // Blocks[0] is the entry
	// Functions are the templates involved: [0] the function itself, then the
	// inlined ones.
	Functions []*Function
	// EntryPC is the word index of [0] at which control enters: 0, or the
	// control instruction of an OSR entry.
	EntryPC uint32
	// Stub is what the function is, if it is a stub.
	Stub *StubInfo
	// Slots is the number of frame slots used, inlined frames included; Fuel
	// the sum of all charges. Both are set by Finish.
	Slots int
	Fuel  int64

	nextValue, nextBlock int

	mem      *storage
	rpo      []*Block // reachable blocks in reverse postorder, when analyzed
	loops    []*Loop  // outer ones first, when analyzed
	ordered  bool     // rpo is right
	analyzed bool     // … and dominators and loops
	marks    uint32   // last FrameState.mark given
}

// Function is what is known of a template: its bytecode is a copy, so that
// compilation needs no heap.
type Function struct {
	Name   string
	Tmpl   uint32 // pool entry or ROM offset of the template, see InROM
	InROM  bool
	Regs   int
	Params int
	Flags  uint32 // heap T flags
	Code   uint32 // byte offset of the first instruction in the template cell
}

// BlockKind says how a block ends.
type BlockKind uint8

// The block kinds.
const (
	Jump BlockKind = iota // to Succs[0]
	If                    // Control (Bool): to Succs[0] when true, Succs[1] when not
	Ret                   // return Control (Val)
	Exit                  // leave to the interpreter with State
)

// Block is a basic block: its phis, then its other values, in order of
// execution.
type Block struct {
	ID      int
	Kind    BlockKind
	Values  []*Value
	Control *Value
	State   *FrameState // Exit
	Reason  string      // Exit: why, for the counters
	// EndState is the state behind a Jump: before the first instruction of the
	// successor, with the values of this predecessor. Passes put guards there.
	// Blocks that lead to a loop header or to phis have it; Optimize drops it.
	EndState *FrameState
	Preds    []*Block
	Succs    []*Block
	// Cold says that control rarely comes here.
	Cold bool

	mem *storage

	// Set by Analyze.
	Dom         *Block // immediate dominator
	Header      *Block // header of the innermost loop around it (itself, if it is one)
	Depth       int    // loop depth
	order       int    // position in reverse postorder; -1: out of reach
	first, last int32  // interval in a preorder of the dominator tree: those it dominates
	loop        *Loop  // of a header: its loop

	preds, succs [2]*Block // room for the first ones
}

// Value is one operation and its result.
type Value struct {
	ID    int
	Op    Op
	From  Op    // the guard that was built here, when rules have made another one of it; of a phi: see phiRole
	Role  uint8 // which of several such guards of its instruction it is: see Key
	Type  Type
	Mem   Mem
	Block *Block
	Args  []*Value
	args  [2]*Value   // room for them: few values have more
	State *FrameState // guards and exits: where the interpreter goes on
	Aux   int64
	Aux2  int64
	Fn    int32  // index in Func.Functions of the instruction it comes from
	Line  uint32 // word index of that instruction
}

// FrameState is the state of the interpreter before the instruction at PC. It
// is shared by all guards that leave there.
type FrameState struct {
	Parent *FrameState // the caller's, of an inlined frame: its PC is behind the call
	Fn     int32       // index in Func.Functions
	PC     uint32      // word index in its template's code
	Base   int         // frame slot of register 0
	Regs   []*Value    // by register; nil: dead, or in its slot already (InSlot)
	InSlot []uint64    // set of registers whose frame slot holds their value
	Unread []uint64    // of a Slow: set of registers that its instruction does not look at

	// The header of an inlined frame.
	Callee    *Value // the function
	NewTarget *Value // nil: undefined
	Argc      uint32
	RetDst    uint32 // register of the caller for the result
	RetAct    uint32 // what happens with the result: interp's Act

	mark   uint32 // visited, when equal to Func.marks
	number int32  // a pass's own

	// Number is for whoever the graph is given to.
	Number int32
}

// NewBlock adds a block.
func (f *Func) NewBlock(k BlockKind) *Block {
	m := f.memory()
	b := m.blocks.one()
	b.ID, b.Kind, b.mem = f.nextBlock, k, m
	b.Preds, b.Succs = b.preds[:0], b.succs[:0]
	f.nextBlock++
	f.Blocks = m.pushBlock(f.Blocks, b)
	return b
}

// NewValue makes a value that is in no block yet; Insert… or Add place it.
func (f *Func) NewValue(op Op, t Type, args ...*Value) *Value {
	m := f.memory()
	m.made.add(op)
	v := m.values.one()
	v.ID, v.Op, v.Type = f.nextValue, op, t
	if n := len(args); n <= len(v.args) {
		copy(v.args[:], args)
		v.Args = v.args[:n]
	} else {
		v.Args = f.list(args)
	}
	f.nextValue++
	return v
}

// list copies a list of values to the memory of f.
func (f *Func) list(vs []*Value) []*Value {
	if len(vs) == 0 {
		return nil
	}
	l := f.memory().lists.take(len(vs))
	copy(l, vs)
	return l
}

// room is a list of n values, all nil.
func (f *Func) room(n int) []*Value { return f.memory().lists.zeroed(n) }

// NewState makes a frame state for a frame of n registers.
func (f *Func) NewState(n int) *FrameState {
	s, regs := f.memory().states.one(), f.room(n)
	s.Regs = regs
	return s
}

// Add appends a new value to b. Its type is the operation's.
func (f *Func) Add(b *Block, op Op, args ...*Value) *Value {
	v := f.NewValue(op, op.Info().Result, args...)
	b.Append(v)
	return v
}

// AddAux is Add with an aux value.
func (f *Func) AddAux(b *Block, op Op, aux int64, args ...*Value) *Value {
	v := f.Add(b, op, args...)
	v.Aux = aux
	return v
}

// NumValues and NumBlocks bound the IDs.
func (f *Func) NumValues() int { return f.nextValue }
func (f *Func) NumBlocks() int { return f.nextBlock }

// Connect makes to a successor of b.
func (b *Block) Connect(to *Block) {
	b.Succs = b.mem.pushBlock(b.Succs, to)
	to.Preds = to.mem.pushBlock(to.Preds, b)
}

// PackCall makes the Aux2 of a Call: number of arguments, the caller's register
// for the result, and what the call instruction charges.
func PackCall(argc, dst, cost uint32) int64 {
	return int64(argc) | int64(dst)<<16 | int64(cost)<<32
}

// Flags in the Aux2 of a Call, for constructions and setters.
const (
	// CallNewTarget: new.target has been stored in the callee's header.
	CallNewTarget = 1 << 56
	// CallConstructs: the interpreter would take what is returned only if it is an
	// object, else this.
	CallConstructs = 1 << 57
	// CallDiscards: what is returned goes nowhere.
	CallDiscards = 1 << 58
)

// UnpackCall is the inverse of PackCall.
func (v *Value) UnpackCall() (argc, dst, cost uint32) {
	return uint32(v.Aux2) & 0xFFFF, uint32(v.Aux2>>16) & 0xFFFF, uint32(v.Aux2>>32) & 0xFFFFFF
}

// results calls f for the frame slots that the interpreter's result of v, a Call,
// CallAny or Resume, goes to: where the callee has no native code it is there, else
// the slot is as it was.
func (v *Value) results(f func(slot int)) {
	_, first, _ := v.UnpackCall()
	slot := int(first)
	if v.State != nil {
		slot += v.State.Base
	}
	f(slot)
	if v.Op == OpResume {
		f(slot + 1)
	}
}

// Float is the aux value of a ConstF64.
func (v *Value) Float() float64 { return math.Float64frombits(uint64(v.Aux)) }

// Cond is a comparison.
type Cond int64

// The conditions.
const (
	Eq Cond = iota
	Ne
	Lt
	Le
	Gt
	Ge
)
