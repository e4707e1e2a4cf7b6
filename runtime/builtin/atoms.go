//firn:core

package builtin

import "firn/heap"

// Strings that leaves and the driver need often.
const (
	NameValue = iota
	NameWritable
	NameEnumerable
	NameConfigurable
	NameGet
	NameSet
	NameLength
	NameNext
	NameDone
	NameExec
	NameFlags
	NameIndex
	NameInput
	NameGroups
	NameLastIndex
	NameToJSON
	NameUndefined
	NameNull
	NameObject
	NameFunction
	NameNumber
	NameString
	NameBoolean
	NameSymbol
	NameBigInt
	NameTrue
	NameFalse
	NameGetOwnPropertyDescriptor
	NameDefineProperty
	NameAdd
	NameValueOf
	numNames
)

var nameTexts = [numNames]string{
	"value", "writable", "enumerable", "configurable", "get", "set", "length", "next", "done",
	"exec", "flags", "index", "input", "groups", "lastIndex", "toJSON",
	"undefined", "null", "object", "function", "number", "string", "boolean", "symbol", "bigint", "true", "false",
	"getOwnPropertyDescriptor", "defineProperty", "add", "valueOf",
}

// Name is the atom of a constant name.
func (c *Call) Name(i uint32) heap.Value {
	if c.namesGC != c.H.GCCount {
		c.namesGC = c.H.GCCount
		c.names = [numNames]heap.Value{}
	}
	if v := c.names[i]; v != 0 {
		return v
	}
	v := heap.String(c.H.InternStr(nameTexts[i]))
	c.names[i] = v
	return v
}
