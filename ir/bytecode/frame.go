//firn:core

package bytecode

import "firn/heap"

// The frame of a function: words below register 0 in the caller's window, as the
// interpreter, native code and the driver between them know it. They are valid
// Values (small numbers read as doubles), so the collector scans the stack as
// one array.
const (
	FrameCallee    = -8  // Value: the function
	FrameReturn    = -16 // u64: return pc relative to the caller's template, register for the result << 32, action << 48
	FrameCaller    = -24 // u32 argument count, u32 bytes back to the caller's register 0
	FrameNewTarget = -32 // Value: new.target; of a resumed generator: the generator
	FrameHeader    = 32
)

// A coroutine: what a generator, async function or async generator is while it is
// suspended. Its object has internal slots:
const (
	GenFrame = 0 // KRecord: the saved frame; undefined when there is none
	GenState = 1
	GenExtra = 2 // async function: its promise; async generator: the library's queue
)

// States of a coroutine.
const (
	GenStart   = 0 // before the first instruction of the body
	GenYield   = 1 // at a yield
	GenRunning = 2
	GenDone    = 3
	GenAwait   = 4 // at an await
	GenHanded  = 5 // at a yield of yield*, which has handed out an iterator result object
)

// Modes of a resumption, as yield reports them.
const (
	ModeNext = iota
	ModeThrow
	ModeReturn
)

// A saved frame: the function, the word index to go on at (behind the instruction
// that suspended it), the registers.
const (
	SavedFunc = heap.OffValues
	SavedPC   = heap.OffValues + 8
	SavedRegs = heap.OffValues + 16
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

	// ActNative is added to the action of a frame that native code waits for:
	// when it has returned, that code goes on behind its exit.
	ActNative = 0x80
)
