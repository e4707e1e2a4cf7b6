//firn:core

package builtin

import "firn/heap"

// IteratorPrototype_sym_iterator is %Iterator.prototype% [ %Symbol.iterator% ]
// ( ): ECMA-262 27.1.4.13.
func IteratorPrototype_sym_iterator(c *Call) heap.Value { return c.This() }

// ThrowTypeError is %ThrowTypeError% ( ): ECMA-262 10.2.4.1.
func ThrowTypeError(c *Call) heap.Value {
	return c.ThrowTypeError("'caller', 'callee', and 'arguments' properties may not be accessed")
}

// Do_CaptureStack is never run: the driver knows the frames and does it.
func Do_CaptureStack(c *Call) heap.Value { return heap.Undefined }

// Do_Empty is the value that library code returns for "no more".
func Do_Empty(c *Call) heap.Value { return heap.Empty }
