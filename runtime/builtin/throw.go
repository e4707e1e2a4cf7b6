//firn:core

package builtin

import "firn/heap"

// throwText throws an error of the given code whose message is argument 0, a
// string.
func (c *Call) throwText(code uint32) heap.Value {
	c.Code = code
	c.Text = c.Arg(0).Ref()
	c.A = heap.Empty
	return heap.Empty
}

func Do_ThrowTypeError(c *Call) heap.Value      { return c.throwText(CodeTypeError) }
func Do_ThrowRangeError(c *Call) heap.Value     { return c.throwText(CodeRangeError) }
func Do_ThrowSyntaxError(c *Call) heap.Value    { return c.throwText(CodeSyntaxError) }
func Do_ThrowReferenceError(c *Call) heap.Value { return c.throwText(CodeReferenceError) }
func Do_ThrowURIError(c *Call) heap.Value       { return c.throwText(CodeURIError) }
func Do_ThrowEvalError(c *Call) heap.Value      { return c.throwText(CodeEvalError) }

// FunctionPrototype is %Function.prototype% called: ECMA-262 20.2.3.
func FunctionPrototype(c *Call) heap.Value { return heap.Undefined }
