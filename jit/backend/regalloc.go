package backend

import "fmt"

// Register allocation is a linear scan over SSA live intervals with splitting
// (Wimmer & Mössenböck 2005; Wimmer & Franz 2010), changed in one respect: an
// interval with holes is cut into its contiguous pieces before the scan and each
// piece is allocated on its own, with the register of the one before as its hint.
// In SSA form that costs no moves where registers are not short, there is no
// inactive set, and the scan is linear.
//
// Positions: instruction i (a block begins with a label, which counts as one) has
// the gap 4i before it, where moves go, then 4i+1 when it reads its uses, 4i+2
// when it writes its results and 4i+3 when its exit reads late uses. Live ranges
// are half open.
//
// A fixed or tied (Same) use is read in the gap, wherever it is, and copied to its
// register; a fixed definition is copied from its register in the next gap. Those
// registers are blocked meanwhile by events, as clobbered ones are.
//
// The moves of a gap are made in two steps, each of them parallel: first those
// that bring values to where the pieces that begin in the gap want them, with the
// results of the instruction before; then fixed and tied uses, and stores of
// values that lose their register in the middle of the instruction.

// Config is what allocation needs to know of the target.
type Config struct {
	Regs RegSet // allocatable registers, of both classes
	// Scratch registers for moves between spill slots and for cycles of moves.
	// They are not in Regs.
	ScratchGPR, ScratchFPR Reg
	// Check verifies the input and proves the result: see Check.
	Check bool
}

// AllocError says why a function cannot be allocated.
type AllocError struct {
	Func string
	Msg  string
}

func (e *AllocError) Error() string {
	return fmt.Sprintf("register allocation of %s: %s", e.Func, e.Msg)
}

// piece is a contiguous part of a virtual register's lifetime with one location.
type piece struct {
	v          VReg
	start, end int32
	next, prev int32 // of the same virtual register; 0 is none
	use        int32 // first use at or behind start; while active, behind the current position
	lastHard   int32 // while active: the last use before the current position that needs the register
	reg        Reg   // NoReg is memory: the spill slot or the constant
	def        defKind
}

// defKind says how a piece begins.
type defKind uint8

const (
	defNone defKind = iota // goes on from another piece or block
	defHard                // by an instruction that writes a register
	defAny                 // in any location: parameters, fixed definitions
)

type useKind uint8

const (
	useHard useKind = iota // must be in a register
	useAny                 // may be anywhere
	useLoop                // the loop that ends here has a hard use: only for choosing what to spill
)

// use is a place where a virtual register is needed. Lists are by position.
type use struct {
	pos  int32
	next int32
	kind useKind
	hint Reg
}

// event blocks registers around an instruction.
type event struct {
	inst  int32
	early RegSet // from 4i+1 to 4i+2
	late  RegSet // from 4i+2 to 4i+4
}

// vreg is the state of a virtual register.
type vreg struct {
	global   int32 // number among those live across blocks; -1 for others
	slot     int32 // spill slot; -1 is none
	stores   int32 // weight of stores other than at the definition
	hintFrom VReg  // copied from this one
	hintTo   VReg  // becomes this block parameter
	fixed    Reg   // fixed definition
	pref     Reg   // of a parameter: the register that arguments should be in
	last     Reg   // of the piece allocated last; NoReg is memory
	placed   bool  // a piece has been allocated
	inMem    bool  // some piece is in memory
	storeDef bool  // stored at the definition, once and for all
	isConst  bool
}

// Allocator keeps the memory of register allocation for the next function. Not
// for concurrent use.
type Allocator struct {
	f    *Func
	regs [2]RegSet // allocatable, by class
	cfg  *Config

	insts   int32   // instructions, labels included
	first   []int32 // of each block the number of its label; one more at the end
	blockOf []int32 // of each instruction
	weight  []int32 // of each block: how often it is executed, roughly

	v        []vreg
	defBlock []int32 // of each virtual register; -1 is not defined
	head     []int32 // … its first piece
	firstOf  []int32 // … its first use
	cursor   []int32 // … the piece that a linear walk is at
	here     []here  // … where it is in the linear walk of rewrite
	pieces   []piece
	uses     []use
	events   []event
	clobber  []int32 // instructions that destroy all registers

	globals     []VReg
	words       int      // of a set of globals
	liveIn      []uint64 // sets, by block
	liveOut     []uint64 // one set, of the block at work
	exposed     []int32  // pairs: block, virtual register used before it is defined there
	lastExposed []int32  // of each virtual register: the block it was exposed in last, plus 1
	behind      int32    // the next exit in the block at work, while building; 0: there is none
	killed      []VReg   // globals by block of definition
	killFrom    []int32

	// The scan.
	sorted []int32 // pieces by start
	bucket []int32
	queue  []int32 // heap of pieces made by splitting
	active [32]int32
	busy   RegSet
	ends   int32     // no active piece ends before
	free   [32]int32 // see freeFrom
	event  int

	// Resolution.
	splitAt    []int32 // of each instruction: a list, through nextSplit, of the pieces that begin there
	nextSplit  []int32
	splitWords []int32 // words of sets with globals that were split
	atStart    []int32 // pieces at the starts of blocks, of live globals that were split
	startFrom  []int32 // index of each block's first in atStart; one more at the end
	edgeFrom   []int32 // number of each block's first edge
	edgeMoves  []edgeMove
	edgeRange  []int32 // index of each edge's first in edgeMoves; one more at the end
	moves      []move
	mover      mover
	slotEnd    []int32
	slotFree   []int32
	slotHeap   []int32
	locs       []Loc
	code       []Inst    // instructions of finished blocks
	ops        []Operand // of the moves
	gives      bool      // the instruction at work has definitions that results is to see
	keep       bool      // keep instructions that do nothing; for the checker
	err        error
}

// Allocate gives every operand of f its Loc and inserts the moves. Critical edges
// must have been split.
func Allocate(f *Func, cfg *Config) error {
	var a Allocator
	return a.Allocate(f, cfg)
}

// Allocate is the function Allocate with this allocator's memory: f's instructions
// are valid until the next call.
func (a *Allocator) Allocate(f *Func, cfg *Config) error {
	a.f, a.cfg, a.err = f, cfg, nil
	a.regs[GPR] = cfg.Regs & GPR.mask()
	a.regs[FPR] = cfg.Regs & FPR.mask()
	var before *snapshot
	if cfg.Check {
		if err := Verify(f); err != nil {
			return err
		}
		before = takeSnapshot(f)
	}
	f.Renumber()
	a.number()
	a.liveness()
	a.build()
	if a.err == nil {
		a.scan()
	}
	if a.err != nil {
		return a.err
	}
	a.linkSplits()
	a.edges()
	a.chooseStores()
	a.assignSlots()
	a.rewrite()
	if cfg.Check {
		if err := before.check(f, cfg); err != nil {
			return err
		}
		a.strip()
	}
	a.f = nil
	return a.err
}

func (a *Allocator) fail(format string, args ...interface{}) {
	if a.err == nil {
		a.err = &AllocError{a.f.Name, fmt.Sprintf(format, args...)}
	}
}

// from and to are the positions of a block.
func (a *Allocator) from(b int) int32 { return 4 * a.first[b] }
func (a *Allocator) to(b int) int32   { return 4 * a.first[b+1] }

// block is the block of a position.
func (a *Allocator) block(pos int32) int32 { return a.blockOf[pos>>2] }
