//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/regexp/vm"
)

// Getters of RegExp.prototype and RegExp.escape (ECMA-262 22.2.5, 22.2.6).

// hasGlobal reports whether a regular expression has the flag g.
func (c *Call) hasGlobal(o uint32) bool {
	code, _ := c.regexpCode(o)
	return c.programFlags(code)&vm.FGlobal != 0
}

// regExpHasFlag is ECMA-262 22.2.6.4.1 RegExpHasFlag.
func (c *Call) regExpHasFlag(flag uint32, name string) heap.Value {
	v := c.This()
	if c.isRegExp(v) {
		code, _ := c.regexpCode(v.Ref())
		return heap.Bool(c.programFlags(code)&flag != 0)
	}
	if v == c.H.Root(RootRegExpPrototype) {
		return heap.Undefined
	}
	return c.badFlagReceiver(name)
}

// badFlagReceiver throws the TypeError of a getter called on something else.
func (c *Call) badFlagReceiver(name string) heap.Value {
	var b heap.StrBuilder
	b.Start(c.H, 80)
	b.AddASCII("RegExp.prototype.")
	b.AddASCII(name)
	b.AddASCII(" getter called on non-RegExp object")
	return c.throwBuilt(CodeTypeError, &b)
}

func get_RegExpPrototype_dotAll(c *Call) heap.Value { return c.regExpHasFlag(vm.FDotAll, "dotAll") }
func get_RegExpPrototype_global(c *Call) heap.Value { return c.regExpHasFlag(vm.FGlobal, "global") }
func get_RegExpPrototype_hasIndices(c *Call) heap.Value {
	return c.regExpHasFlag(vm.FHasIndices, "hasIndices")
}
func get_RegExpPrototype_ignoreCase(c *Call) heap.Value {
	return c.regExpHasFlag(vm.FIgnoreCase, "ignoreCase")
}
func get_RegExpPrototype_multiline(c *Call) heap.Value {
	return c.regExpHasFlag(vm.FMultiline, "multiline")
}
func get_RegExpPrototype_sticky(c *Call) heap.Value { return c.regExpHasFlag(vm.FSticky, "sticky") }
func get_RegExpPrototype_unicode(c *Call) heap.Value {
	return c.regExpHasFlag(vm.FUnicode, "unicode")
}
func get_RegExpPrototype_unicodeSets(c *Call) heap.Value {
	return c.regExpHasFlag(vm.FUnicodeSets, "unicodeSets")
}

// get_RegExpPrototype_source is ECMA-262 22.2.6.13, with EscapeRegExpPattern
// (22.2.6.13.1): slashes outside classes and line terminators are escaped.
func get_RegExpPrototype_source(c *Call) heap.Value {
	h := c.H
	v := c.This()
	if !c.isRegExp(v) {
		if v == h.Root(RootRegExpPrototype) {
			return heap.String(h.InternStr("(?:)"))
		}
		return c.badFlagReceiver("source")
	}
	source := h.Internal(v.Ref(), regexpSource)
	s := h.View(source.Ref())
	if s.Len == 0 {
		return heap.String(h.InternStr("(?:)"))
	}
	h.Charge(uint64(s.Len >> 2))
	change := false
	for i := uint32(0); i < s.Len && !change; i++ {
		u := h.Unit(s, i)
		change = u == '/' || isLineEnd(u)
	}
	if !change {
		return source
	}
	var b heap.StrBuilder
	b.Start(h, s.Len+8)
	inClass, escaped := false, false
	for i := uint32(0); i < s.Len; i++ {
		u := h.Unit(s, i)
		if isLineEnd(u) {
			if !escaped {
				b.AddUnit('\\')
			}
			switch u {
			case '\n':
				b.AddUnit('n')
			case '\r':
				b.AddUnit('r')
			default:
				b.AddASCII("u202")
				b.AddUnit('0' + u&15)
			}
			escaped = false
			continue
		}
		switch {
		case escaped:
		case u == '/' && !inClass:
			b.AddUnit('\\')
		case u == '[':
			inClass = true
		case u == ']':
			inClass = false
		}
		escaped = !escaped && u == '\\'
		b.AddUnit(u)
	}
	return c.stringResult(b.Finish())
}

func isLineEnd(u uint32) bool { return u == '\n' || u == '\r' || u|1 == 0x2029 }

// RegExp_escape is ECMA-262 22.2.5.1 RegExp.escape ( S ).
func RegExp_escape(c *Call) heap.Value {
	h := c.H
	if !c.Arg(0).IsString() {
		return c.ThrowTypeError("RegExp.escape: argument is not a string")
	}
	s := h.View(c.Arg(0).Ref())
	h.Charge(uint64(s.Len >> 2))
	var b heap.StrBuilder
	b.Start(h, s.Len)
	for i := uint32(0); i < s.Len && !b.Failed(); {
		u, width := h.CodePoint(s, i)
		switch {
		case i == 0 && (u-'0' < 10 || u|0x20-'a' < 26):
			addHexEscape(&b, u)
		case isRegExpSyntax(u):
			b.AddUnit('\\')
			b.AddUnit(u)
		case u-9 < 5:
			b.AddUnit('\\')
			b.AddUnit(uint32("tnvfr"[u-9]))
		case isOtherPunctuator(u) || isRegExpSpace(u) || u&^0x7FF == 0xD800:
			addHexEscape(&b, u)
		default:
			b.AddCodePoint(u)
		}
		i += width
	}
	return c.stringResult(b.Finish())
}

// addHexEscape appends \xHH or \uHHHH.
func addHexEscape(b *heap.StrBuilder, u uint32) {
	const digits = "0123456789abcdef"
	b.AddUnit('\\')
	if u < 0x100 {
		b.AddUnit('x')
	} else {
		b.AddUnit('u')
		b.AddUnit(uint32(digits[u>>12&15]))
		b.AddUnit(uint32(digits[u>>8&15]))
	}
	b.AddUnit(uint32(digits[u>>4&15]))
	b.AddUnit(uint32(digits[u&15]))
}

// isRegExpSyntax is SyntaxCharacter or a slash.
func isRegExpSyntax(u uint32) bool {
	switch u {
	case '^', '$', '\\', '.', '*', '+', '?', '(', ')', '[', ']', '{', '}', '|', '/':
		return true
	}
	return false
}

// isOtherPunctuator is otherPunctuators of ECMA-262 22.2.5.1.1.
func isOtherPunctuator(u uint32) bool {
	switch u {
	case ',', '-', '=', '<', '>', '#', '&', '!', '%', ':', ';', '@', '~', '\'', '`', '"':
		return true
	}
	return false
}

// isRegExpSpace is WhiteSpace or LineTerminator beyond the control characters.
func isRegExpSpace(u uint32) bool {
	return u == 0x20 || u == 0xA0 || u == 0x1680 || u-0x2000 <= 10 || u|1 == 0x2029 || u == 0x202F || u == 0x205F || u == 0x3000 || u == 0xFEFF
}

// Do_RegExpStringIterator is CreateRegExpStringIterator (ECMA-262 22.2.9.1).
func Do_RegExpStringIterator(c *Call) heap.Value {
	it := c.newIterator(RootRegExpStringIteratorPrototype, iterRegExpString, c.Arg(0), c.Arg(1), c.Arg(2))
	c.H.SetInternal(it.Ref(), 3, c.Arg(3))
	c.H.SetInternal(it.Ref(), 4, heap.False)
	return it
}

// Do_IsRegExpStringIterator reports whether a value is such an iterator.
func Do_IsRegExpStringIterator(c *Call) heap.Value {
	return heap.Bool(c.isIterator(c.Arg(0), iterRegExpString))
}

// get_RegExpPrototype_flags is ECMA-262 22.2.6.4 for a plain regular expression.
func get_RegExpPrototype_flags(c *Call) heap.Value {
	if !c.plainRegExp(c.This()) {
		return c.Decline()
	}
	return c.flagsString(c.This().Ref())
}

// flagsString is the string of the flags of a regular expression, in the order of
// the flags property.
func (c *Call) flagsString(o uint32) heap.Value {
	h := c.H
	code, _ := c.regexpCode(o)
	flags := c.programFlags(code)
	given := h.Internal(o, regexpFlags)
	v := h.View(given.Ref())
	var b heap.StrBuilder
	at, same := uint32(0), true
	for i := uint32(0); i < uint32(len(flagUnits)); i++ {
		if flags>>i&1 != 0 {
			same = same && at < v.Len && h.Unit(v, at) == uint32(flagUnits[i])
			at++
		}
	}
	if same {
		return given
	}
	b.Start(h, at)
	for i := uint32(0); i < uint32(len(flagUnits)); i++ {
		if flags>>i&1 != 0 {
			b.AddUnit(uint32(flagUnits[i]))
		}
	}
	return c.stringResult(b.Finish())
}

// flagUnits are the flags in the order of the constants of package vm.
const flagUnits = "dgimsuvy"

// RegExpPrototype_sym_matchAll is ECMA-262 22.2.6.9.
func RegExpPrototype_sym_matchAll(c *Call) heap.Value {
	if !c.fastString() || !c.plainRegExpSpecies() || !c.plainSymbol(RootSymMatch, RootRegExpPrototype_sym_match) {
		return c.Decline()
	}
	return c.matchAllRegExp(c.This().Ref(), c.Arg(0))
}

func (c *Call) matchAllRegExp(o uint32, s heap.Value) heap.Value {
	h := c.H
	h.Charge(20)
	flags := c.flagsString(o)
	if flags == heap.Empty {
		return flags
	}
	matcher := c.regexpAlloc(c.rootObj(RootRegExpPrototype))
	h.SetInternal(matcher, regexpSource, h.Internal(o, regexpSource))
	h.SetInternal(matcher, regexpFlags, flags)
	h.SetInternal(matcher, regexpProgram, h.Internal(o, regexpProgram))
	h.SetVal(matcher+offLastIndex, h.Val(o+offLastIndex))
	code, _ := c.regexpCode(o)
	has := c.programFlags(code)
	it := c.newIterator(RootRegExpStringIteratorPrototype, iterRegExpString, heap.Object(matcher), s, heap.Bool(has&vm.FGlobal != 0))
	h.SetInternal(it.Ref(), 3, heap.Bool(has&(vm.FUnicode|vm.FUnicodeSets) != 0))
	h.SetInternal(it.Ref(), 4, heap.False)
	return it
}
