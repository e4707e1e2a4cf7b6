//firn:core

package interp

import (
	"firn/heap"
	"firn/runtime/builtin"
)

// Machine is the processor: a heap and the registers that say where execution
// stands. Everything else is in the cage.
type Machine struct {
	H    *heap.Heap
	Call builtin.Call // the leaf call under way

	// Registers: cage offsets. tmpl is 0 when only the host is on the stack.
	pc   uint32 // instruction to execute
	fp   uint32 // register 0 of the frame
	tmpl uint32 // template of the function
	fb   uint32 // its feedback

	slice int64 // units the loop may still charge in this slice

	// Fuel is what may still be charged; leaves may take it below zero.
	Fuel int64
	// Used is all that has been charged since the machine was made.
	Used uint64

	maxRegs    uint32 // most registers of any function that has run
	stackLimit uint32 // frames end at or below this
	chars      uint32 // first of the 256 one-unit strings

	constructorShape uint32 // cage offsets of the roots that hold these shapes
	functionShape    uint32
	arrayShape       uint32

	// The call that a StopHost is about; see HostCall.
	hostBase uint32
	hostN    uint32
	hostRet  uint64
	hostNew  Value

	prop heap.Prop // scratch of the property operations
	desc heap.Desc
}

// Frame layout: words below register 0 in the caller's window. They are valid
// Values (small numbers read as doubles), so the collector scans the stack as
// one array.
const (
	frameCallee    = -8  // Value: the function
	frameReturn    = -16 // u64: return pc relative to the caller's template, register for the result << 32, action << 48
	frameCaller    = -24 // u32 argument count, u32 bytes back to the caller's register 0
	frameNewTarget = -32 // Value: new.target; of a resumed generator: the generator
	frameHeader    = 32
)

// What happens with the value that a frame returns.
const (
	ActStore         = iota // into the result register
	ActConstruct            // likewise, but this when it is not an object
	ActBranch               // the caller's compare-and-branch goes by its truth
	ActBranchNot            // … by its falsity
	ActDiscard              // nothing
	ActNot                  // its negation into the result register
	ActExit                 // the frame's caller is the host: stop
	ActExitConstruct        // … with this when it is not an object
	ActGenStep              // a generator stepped by for-of: the value, or Empty when it is done
	ActGen                  // a resumed generator: value and done into two registers
	ActGenEnd               // likewise, from the library function that ends an async function
	ActIter                 // a two-element array: iterator and next method into registers
	ActRetry                // into the result register; the caller's instruction is executed again
	ActNewProto             // it is the prototype property: finish the construction
	ActTypeError            // a false result becomes a TypeError about the caller's instruction
)

// Why the loop returned.
const (
	ExitSlow = iota // the instruction at pc is the driver's
	ExitFuel        // the slice is used up
)

// Why Drive returned.
const (
	StopReturn   = iota // the host's call returned: Result
	StopThrow           // … threw: Result is the exception
	StopHost            // a host function or evaluator is to be called: HostCall
	StopFuel            // out of fuel: add some and Drive again
	StopPoll            // a slice is over: Drive again
	StopMemory          // over the memory limit even after a collection
	StopInternal        // a broken invariant: the machine must not go on
)

// pollUnits is the most that is charged between two returns to the host: some
// hundred microseconds.
const pollUnits = 200000

// Roots of the machine.
const (
	RootResult           = 40 // what the host's call returned or threw
	RootException        = 41 // the exception on its way to a handler
	RootJobs             = 42 // job queue, the library's
	RootFunctionShape    = 43
	RootConstructorShape = 44
	// 46, 48 and 49 are the models of compartments: see builtin.NewCompartment.
	RootOrigin = builtin.RootOrigin // where RootException was thrown: see origin.go
	RootKept   = 45                 // symbols and objects kept for the library
)

// Init makes m ready to run on h, which has its intrinsics.
func (m *Machine) Init(h *heap.Heap) {
	m.H = h
	m.Call.H = h
	m.stackLimit = h.StackEnd - 4096
	m.constructorShape = h.Firn() + heap.StateRoots + 8*RootConstructorShape
	m.functionShape = h.Firn() + heap.StateRoots + 8*RootFunctionShape
	m.arrayShape = h.Firn() + heap.StateRoots + 8*heap.RootArrayShape
	m.fp = h.StackBase + frameHeader
	h.SetVal(m.fp+off(frameCallee), heap.Undefined)
	h.SetU64(m.fp+off(frameReturn), 0)
	h.SetU64(m.fp+off(frameCaller), 0)
	h.SetVal(m.fp+off(frameNewTarget), heap.Undefined)
	m.tmpl, m.fb, m.pc = 0, 0, 0
	m.SetFunctionShapes()
}

// SetFunctionShapes puts the shapes of new closures where the loop finds them;
// again after stage 1 has made %Function.prototype%.
func (m *Machine) SetFunctionShapes() {
	h := m.H
	if p := h.Root(heap.RootFunctionProto); p.IsObject() {
		s := h.FunctionShape(p.Ref())
		h.SetRoot(RootFunctionShape, heap.CellRef(s))
		h.SetRoot(RootConstructorShape, heap.CellRef(s))
	}
}

// callSlow: template flags whose calls are the driver's.
const callSlow = heap.TClass | heap.TNeedsArgs | heap.TFast

// off is a negative frame offset as the uint32 that addition wraps.
func off(i int32) uint32 { return uint32(i) }

// reg is the cage offset of register i.
func (m *Machine) reg(i uint32) uint32 { return m.fp + 8*i }

func (m *Machine) get(i uint32) Value    { return m.H.Val(m.fp + 8*i) }
func (m *Machine) set(i uint32, v Value) { m.H.SetVal(m.fp+8*i, v) }

// constant is constant i of the running function.
func (m *Machine) constant(i uint32) Value { return m.H.Val(m.tmpl + heap.TmplData + 8*i) }

// site is the cage offset of inline-cache entry i of the running function.
func (m *Machine) site(i uint32) uint32 { return m.fb + heap.FbEntries + heap.IcSize*i }

// top is the end of the running frame.
func (m *Machine) top() uint32 {
	if m.tmpl == 0 {
		return m.fp
	}
	return m.fp + 8*uint32(m.H.U16(m.tmpl+heap.TmplRegs))
}

// Result is what the last StopReturn or StopThrow is about.
func (m *Machine) Result() Value { return m.H.Root(RootResult) }

// reload sets tmpl and fb from the frame's function.
func (m *Machine) reload() {
	f := m.H.Val(m.fp + off(frameCallee))
	if !f.IsObject() {
		m.tmpl, m.fb = 0, 0
		return
	}
	m.tmpl = m.H.U32(f.Ref() + heap.OffWord)
	m.fb = m.H.U32(m.H.FeedbackSlot(m.tmpl))
}

// Collect collects garbage. The machine is between two instructions.
func (m *Machine) Collect(full bool) bool {
	rel := m.pc - m.tmpl
	m.clearDead()
	m.H.StackTop = m.top()
	ok := m.H.Collect(full)
	m.reload()
	m.pc = m.tmpl + rel
	return ok
}

// clearDead clears what callers' frames hold above the end of the running one:
// registers that are dead during the call, are not scanned, and would be found
// stale when the call returns.
func (m *Machine) clearDead() {
	h := m.H
	top := m.top()
	end := top
	for fp := m.fp; fp+8*m.maxRegs > top; {
		fn := h.Val(fp + off(frameCallee))
		if !fn.IsObject() {
			break
		}
		if e := fp + 8*uint32(h.U16(h.Word(fn.Ref())+heap.TmplRegs)); e > end {
			end = e
		}
		fp -= h.U32(fp + off(frameCaller) + 4)
	}
	h.Fill(top, (end-top)>>3, heap.Undefined)
}

// EnsureFeedback makes the feedback cells of all functions on the stack, after
// the machine was read from an image.
func (m *Machine) EnsureFeedback() {
	h := m.H
	for fp := m.fp; ; {
		fn := h.Val(fp + off(frameCallee))
		if !fn.IsObject() {
			break
		}
		if t := h.Word(fn.Ref()); h.U32(h.FeedbackSlot(t)) == 0 {
			m.newFeedback(t)
		}
		fp -= h.U32(fp + off(frameCaller) + 4)
	}
	m.reload()
}
