//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/regexp/vm"
)

// Call is one call of a leaf: a built-in in Go that never calls JS and never
// collects. It lives in the machine and is reused.
//
// A leaf returns its result. To throw it returns the result of Throw…; a fast
// path that cannot answer returns Decline() before having changed anything, and
// the JS version runs. All three non-results are heap.Empty, told apart by Code.
type Call struct {
	H *heap.Heap

	base uint32 // cage offset of this; the arguments follow
	N    uint32 // number of actual arguments

	Func      heap.Value // the function called, or undefined for a $leaf
	NewTarget heap.Value // undefined for a plain call

	Code   uint32     // one of the Code constants after an Empty result
	Msg    uint32     // message number, when thrown by number
	Text   uint32     // ref of the message string, when thrown by text
	A      heap.Value // what the message names
	Thrown heap.Value // the value thrown, for CodeThrow

	// The constant names, 0 where not made yet; only good while namesGC is the
	// heap's count of collections.
	names   [numNames]heap.Value
	namesGC uint32

	typed   uint16 // element types of which plain typed arrays have the intrinsic species for ever
	species uint8  // of plain arrays, while they cannot change: 1 not the intrinsic, 2 the intrinsic; 0 not looked at

	// RegExps matches regular expressions natively; nil: they are interpreted.
	RegExps *vm.Native

	big *bigMemory // memory of BigInt arithmetic, nil until it is used
}

// Why a leaf gave no result.
const (
	CodeNone           = iota // it gave one (or Empty is the result)
	CodeDecline               // run the JS version
	CodeTypeError             // throw new TypeError(message)
	CodeRangeError            //
	CodeSyntaxError           //
	CodeReferenceError        //
	CodeURIError              //
	CodeEvalError             //
	CodeError                 //
	CodeThrow                 // throw Thrown
	CodeNoMemory              // the memory limit: stops the machine, uncatchable
	CodeTail                  // call Thrown (a function) with the same this and arguments instead
)

// Enter prepares c for a call whose this is at cage offset base.
func (c *Call) Enter(base, n uint32, fn, newTarget heap.Value) {
	c.base, c.N, c.Func, c.NewTarget, c.Code, c.Text = base, n, fn, newTarget, CodeNone, 0
}

// This is the this value. A $leaf has none.
func (c *Call) This() heap.Value { return c.H.Val(c.base) }

// Arg is argument i, undefined when absent.
func (c *Call) Arg(i uint32) heap.Value {
	if i >= c.N {
		return heap.Undefined
	}
	return c.H.Val(c.base + 8 + 8*i)
}

// Decline makes the JS version run.
func (c *Call) Decline() heap.Value {
	c.Code = CodeDecline
	return heap.Empty
}

// Throw throws an error of the given code with message text (a constant string).
func (c *Call) Throw(code uint32, text string) heap.Value {
	c.Code = code
	c.Text = c.H.NewStr(text)
	c.A = heap.Empty
	return heap.Empty
}

// ThrowTypeError throws a TypeError with a constant message.
func (c *Call) ThrowTypeError(text string) heap.Value { return c.Throw(CodeTypeError, text) }

// ThrowRangeError throws a RangeError with a constant message.
func (c *Call) ThrowRangeError(text string) heap.Value { return c.Throw(CodeRangeError, text) }

// NoMemory reports that the memory limit forbids what the call needs.
func (c *Call) NoMemory() heap.Value {
	c.Code = CodeNoMemory
	return heap.Empty
}
