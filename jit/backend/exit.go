package backend

// ExitKind says what the driver does with native code that left.
type ExitKind uint8

const (
	// ExitNone is Exits[0], which no code takes.
	ExitNone ExitKind = iota
	// ExitDeopt: the interpreter goes on from the frames of the exit. Never
	// resumed; Reason says which assumption failed.
	ExitDeopt
	// ExitPoll is an ExitDeopt for lack of fuel or at the wish of the host: no
	// assumption failed.
	ExitPoll
	// ExitSlow: the frame is consistent; the driver executes the instruction at
	// PC and then resumes behind the exit.
	ExitSlow
	// ExitReturn: the bottom native frame returned; the value is in CtxResult.
	ExitReturn
)

// Reason is which assumption of the code failed, for feedback and statistics.
type Reason uint8

// The reasons of an ExitDeopt.
const (
	ReasonNone        Reason = iota
	ReasonShape              // an object of another shape
	ReasonNotInt             // not an int32
	ReasonNotNumber          // not a number
	ReasonNotObject          // not an object
	ReasonNotString          // not a string
	ReasonNotBoolean         // not a boolean
	ReasonOverflow           // an int32 operation overflowed
	ReasonMinusZero          // … or gave -0
	ReasonDivision           // … or was not exact
	ReasonBounds             // an index out of bounds
	ReasonHole               // an absent element
	ReasonTDZ                // a binding not initialised
	ReasonCallee             // another function than expected
	ReasonValue              // another value than expected
	ReasonEpoch              // a prototype changed
	ReasonMemory             // the nursery is full
	ReasonStack              // the JS stack is full
	ReasonUnreached          // a path without feedback
	ReasonThrow              // the instruction will throw
	ReasonUnsupported        // the instruction has no native form
	ReasonLoopEnd            // the end of the loop that the code was made for
	NumReasons
)

var reasonNames = [NumReasons]string{"none", "shape", "not-int", "not-number", "not-object", "not-string",
	"not-boolean", "overflow", "minus-zero", "division", "bounds", "hole", "tdz", "callee", "value", "epoch",
	"memory", "stack", "never executed", "throw", "unsupported", "leaves the loop"}

// String is the reason's name in dumps.
func (r Reason) String() string {
	if r < NumReasons {
		return reasonNames[r]
	}
	return "reason?"
}

var exitKindNames = [...]string{"none", "deopt", "poll", "slow", "return"}

// String is the kind's name in dumps.
func (k ExitKind) String() string {
	if int(k) < len(exitKindNames) {
		return exitKindNames[k]
	}
	return "exit?"
}

// Rep is how the 64 bits at a Loc stand for a JS value.
type Rep uint8

const (
	// RepVal is a boxed heap.Value.
	RepVal Rep = iota
	// RepInt is an int32, zero-extended.
	RepInt
	// RepF64 is a float64; any NaN is boxed as the canonical one.
	RepF64
	// RepBool is 0 or 1.
	RepBool
	// RepObject, RepString, RepSymbol, RepBigInt and RepCell are cage offsets,
	// zero-extended, to be boxed with that tag.
	RepObject
	RepString
	RepSymbol
	RepBigInt
	RepCell
	// RepUndefined is undefined, whatever the location.
	RepUndefined
	// RepPool is what is in the pool entry at that cage offset.
	RepPool
	// RepNewObject and RepNewCell are the object and the internal cell that the
	// exit makes: Loc is an index into Exit.Objects.
	RepNewObject
	RepNewCell
)

// IsNew reports whether the value is a cell that the exit makes.
func (r Rep) IsNew() bool { return r >= RepNewObject }

// ExitValue is one value of a frame that an exit rebuilds.
type ExitValue struct {
	Reg uint16 // interpreter register that receives it; unused for Callee and NewTarget
	Rep Rep
	Loc uint16 // index into Exit.Locs
}

// ExitObject is a cell that the code did without and an exit makes, since the
// interpreter can see it. Objects may refer to each other and to themselves.
type ExitObject struct {
	Header uint64 // its first word: size, kind and flags
	Fields []ExitField
}

// ExitField is a field of a cell that an exit makes.
type ExitField struct {
	Off    uint16
	Narrow bool      // a u32: the low half of the boxed value, so of a cell its offset
	Value  ExitValue // Reg is not used
}

// ExitFrame is an interpreter frame that an exit rebuilds. Frames are shared by
// the exits of guards that have the same frame state.
type ExitFrame struct {
	Fn   int32  // index into the function list of the code: which template
	PC   uint32 // word index of the instruction to go on with
	Base int32  // registers from the outermost frame's r0 to this one's; 0 for the outermost

	// The header; for inlined frames only. The outermost frame has one already.
	RetPC     uint32 // word index in the caller's template to return to
	RetDst    uint32 // register of the caller for the result
	RetAct    uint32 // interp.ActStore, …
	Argc      uint32 // arguments given
	Callee    ExitValue
	NewTarget ExitValue

	// Regs are the live registers. The others become undefined.
	Regs []ExitValue
}

// Exit is a place where native code leaves for Go.
type Exit struct {
	Kind   ExitKind
	Reason Reason
	PC     uint32      // word index in the innermost frame's template: the instruction that exits
	Frames []ExitFrame // outermost first; of an ExitSlow, without Regs (all are in place)
	// Objects are the cells to be made before the frames are written. Like the
	// frames, exits share them.
	Objects []ExitObject
	// Locs are the locations of the values. Allocate fills the first ones, as
	// many as the instruction has exit operands and in their order; lowering
	// appends those it knows itself: constants (LocConst) and home slots
	// (LocFrame). Registers are read from the save area of the context, spill
	// slots from CtxNativeSP.
	Locs []Loc
	// Handler is where the code handles what the instruction of an ExitSlow throws.
	Handler Handler
	// Resume is the code offset to go on at: of an ExitSlow, and of an ExitPoll
	// that can be resumed with all its registers (0: it cannot).
	Resume int32

	// The guard whose assumption failed: SSA operation Op of the instruction at
	// word Line of function Fn. The engine has the code compiled without it when
	// that happens too often.
	Fn   int32
	Line uint32
	Op   uint16
}

// Handler is a handler in the code, by the frame it belongs to and its first
// instruction. Code with a handler looks behind a call or exit whether an exception
// has come out (CtxThrew): then that instruction has been executed already.
type Handler struct {
	Base int32  // registers from the outermost frame's r0 to this one's
	PC   uint32 // word index; 0: there is no handler
}

// Call is a call of JS code by the code.
type Call struct {
	Return  int32 // code offset behind it
	Window  int32 // bytes from r0 of the code's outermost frame to that of the callee
	Handler Handler
}

// Position maps code to source.
type Position struct {
	Offset uint32 // the code from this offset on
	Fn     uint32 // belongs to this function of the code's list
	PC     uint32 // and this instruction, a word index
}

// Code is finished machine code: position-independent, no relocations.
type Code struct {
	Name       string
	Bytes      []byte
	Entry      int        // offset of the entry
	OSR        int        // offset of the entry in the middle of a loop; -1 if none
	OSRPC      uint32     // word index of the loop head that OSR enters at
	Exits      []Exit     // [0] is not used
	Consts     []uint64   // what LocConst refers to
	Fuel       int64      // K: the most that is charged between two polls
	FrameBytes int        // native stack that an activation takes, with its return address
	Positions  []Position // by Offset; nil where nobody asked for them
	Calls      []Call     // by Return
	Instrs     int        // machine instructions, for statistics
	Stubs      uint64     // set of the stubs it calls
}

// sameState reports whether exits i and k leave with the same frames, and so with the
// same values.
func (f *Func) sameState(i, k int32) bool {
	x, y := f.Exits[i].Frames, f.Exits[k].Frames
	return len(x) > 0 && len(x) == len(y) && &x[0] == &y[0]
}
