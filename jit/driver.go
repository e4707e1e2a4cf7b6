package jit

import (
	"firn/heap"
	"firn/jit/backend"
	"firn/runtime/builtin/regexp/vm"
)

// Driver is the machine that an Engine works for, as runtime/interp makes it;
// its methods are documented there.
type Driver interface {
	NativeHeap() *heap.Heap
	Running() (fp, tmpl, pc uint32)
	Feedback() uint32
	GoOn(fp, pc uint32)
	StackLimit() uint32
	Entered() bool
	SetEntered(on bool)
	Waiting() (n, left uint32)
	Wait()
	WaitHost()
	DropNative()
	Charged() uint64
	FuelLeft() int64
	Spend(n int64)
	Execute() uint32
	Stand(fp, tmpl, at uint32)
	Do(spent int64, fp, tmpl, at uint32) (r uint32, fuel int64, now uint32)
	LeafOf(fn heap.Value, construct bool) (number uint32, ok bool)
	LeafApart(number uint32) bool
	RunLeaf(number, base, n uint32, fn, newTarget heap.Value) (v heap.Value, work int64, ok bool)
	FailLeaf(base, n, dst uint32) uint32
	Return(v heap.Value) uint32
	Sent() (v heap.Value, mode uint32, ok bool)
	Overflow() uint32
	SetSlice(units int64) (left int64)
	SetRegExps(n *vm.Native)
	Profiling() bool
	BeginPlaces(fp uint32)
	AddPlace(tmpl, word uint32)
	Step() uint32
}

// What the methods of a Driver answer: the Stop codes of runtime/interp, as far
// as they concern the engine, the results of Execute, and how the frame was left
// that Waiting tells of. A test compares.
const (
	StopHost     = 2
	StopFuel     = 3
	StopPoll     = 4
	StopInternal = 6
	StopNative   = 7

	ExecNext  = 0
	ExecFrame = 1
	ExecOther = 2
	ExecStop  = 3

	LeftReturned = 1
	LeftThrew    = 2

	execNext  = ExecNext
	execFrame = ExecFrame
	execOther = ExecOther
	execStop  = ExecStop
)

// Request asks for native code of a function, or of a loop in it.
type Request struct {
	Template uint32 // cage offset, valid during Build
	// OSR asks for an entry in the middle: at instruction word PC, the control
	// instruction at the end of a loop, with all registers in the frame.
	OSR bool
	PC  uint32
	// Callee is the function that asks for the code, 0 if it is not known.
	Callee uint32
	// Frame is the cage offset of the registers of the activation that asks, 0 if
	// it is not known. Valid during Build.
	Frame uint32
	// Number is what the code stores in CtxCode when it exits.
	Number uint32

	// Failed reports whether the guard that is operation op at instruction word
	// line of a template has failed too often: the code must do without it. Of line
	// AnyLine it reports whether that holds for most lines. It may be asked during
	// Build only.
	Failed func(tmpl, line uint32, op uint16) bool
	// Pool gives the pool entry that holds v for the code, 0 when the pool is
	// full (the job is dropped then). During Build only.
	Pool func(v heap.Value) uint32
}

// Function is one of the functions that code is made of.
type Function struct {
	Tmpl  uint32 // pool entry that holds the template, or its offset in ROM
	InROM bool
}

// Compiler makes native code.
type Compiler interface {
	// Build reads what it needs from the heap. It runs on the machine's goroutine.
	Build(h *heap.Heap, r Request) (Job, error)
}

// StubCompiler is a Compiler whose code calls stubs (see backend.Code.Stubs).
type StubCompiler interface {
	Compiler
	// Stub gives the code of stub n and its name.
	Stub(n int) (code []byte, name string, err error)
}

// Job is native code in the making.
type Job interface {
	// Functions is what ExitFrame.Fn counts; the first is the function itself.
	Functions() []Function
	// Size is the number of values: Finish takes about a microsecond for each.
	Size() int
	// Small reports whether the code will be too little for the way from the
	// interpreter into it and back, so that only native code should call it.
	Small() bool
	// Drop is called instead of Finish when nobody wants the code.
	Drop()
	// Finish does the rest, without the heap. It may run on any goroutine.
	Finish() (*backend.Code, error)
}
