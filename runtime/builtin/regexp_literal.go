//firn:core

package builtin

import "firn/heap"

// NewRegExp makes the object of a regular expression literal.
func (c *Call) NewRegExp(source, flags heap.Value) heap.Value {
	c.Code = CodeNone
	return c.Throw(CodeSyntaxError, "regular expressions are not part of this build")
}
