//firn:core

package interp

import (
	"firn/heap"
	"firn/ir/bytecode"
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

	// Native code: see native.go. All zero without it.
	native   uint32 // nativeOn, nativeAlways
	segments uint32 // frames on the stack whose return word has ActNative
	left     uint32 // such a frame has just been left: Left…
	full     bool   // the last collection has left more alive than is allowed: see Full
	pending  uint32 // register 0 of a frame that was just entered and whose function has native code
	budget   int64  // units between two returns to the host

	// Profiling: see sample.go. All zero without it.
	profile     uint32
	lastLeaf    uint32 // number + 1 of the leaf that the instruction done by the driver ran last
	sampleLeft  int64  // units until the next sample
	sampleUnits int64  // … when there has just been one
	unspent     int64  // what is left of the budget after a StopSample
	didFP       uint32 // the frame and the instruction (0 = none), from the template, that the driver did last
	didAt       uint32
	places      nativePlaces

	prop heap.Prop // scratch of the property operations
	desc heap.Desc
}

// Frame layout and return actions: see bytecode.FrameCallee and what follows.
const (
	frameCallee    = bytecode.FrameCallee
	frameReturn    = bytecode.FrameReturn
	frameCaller    = bytecode.FrameCaller
	frameNewTarget = bytecode.FrameNewTarget
	frameHeader    = bytecode.FrameHeader

	ActStore         = bytecode.ActStore
	ActConstruct     = bytecode.ActConstruct
	ActBranch        = bytecode.ActBranch
	ActBranchNot     = bytecode.ActBranchNot
	ActDiscard       = bytecode.ActDiscard
	ActNot           = bytecode.ActNot
	ActExit          = bytecode.ActExit
	ActExitConstruct = bytecode.ActExitConstruct
	ActGenStep       = bytecode.ActGenStep
	ActGen           = bytecode.ActGen
	ActGenEnd        = bytecode.ActGenEnd
	ActIter          = bytecode.ActIter
	ActRetry         = bytecode.ActRetry
	ActNewProto      = bytecode.ActNewProto
	ActTypeError     = bytecode.ActTypeError
	ActNative        = bytecode.ActNative
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
	StopNative          // native code is to be executed: see native.go
	StopSample          // profiling: time for a sample; see sample.go
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
	m.dropNative()
	rel := m.pc - m.tmpl
	m.clearDead()
	m.H.StackTop = m.top()
	ok := m.H.Collect(full)
	m.reload()
	m.pc = m.tmpl + rel
	return ok
}

// Values of Machine.native.
const (
	nativeOn     = 1
	nativeAlways = 2 // every function is compiled when it is first called
)

// dropNative makes native code that waits for frames to return give up: the
// interpreter will go on for it, from the same frames.
func (m *Machine) dropNative() {
	h := m.H
	for fp := m.fp; m.segments > 0 && h.Val(fp+off(frameCallee)).IsObject(); fp -= h.U32(fp + off(frameCaller) + 4) {
		if ret := h.U64(fp + off(frameReturn)); ret>>48&ActNative != 0 {
			h.SetU64(fp+off(frameReturn), ret&^(ActNative<<48))
			m.segments--
		}
	}
	m.segments, m.left = 0, 0
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
