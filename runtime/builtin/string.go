//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/num"
	"firn/runtime/builtin/strs"
)

// Fast paths of String.prototype (ECMA-262 22.1.3): this is a string and the
// arguments need no coercion that runs user code. The library does the rest.

// thisString is the string this, or a decline.
func (c *Call) thisString() (s uint32, ok bool) {
	v := c.This()
	return v.Ref(), v.IsString()
}

// String is the fast path of ECMA-262 22.1.1.1: the string of a primitive.
func String(c *Call) heap.Value {
	if c.NewTarget != heap.Undefined || c.N == 0 || c.Arg(0).IsObject() || c.Arg(0).IsSymbol() {
		return c.Decline()
	}
	return c.newString(c.PrimitiveToString(c.Arg(0)))
}

// plainSearch are the arguments of replace: this, a search string and a
// replacement without user code.
func (c *Call) plainSearch() (s, search, template uint32, ok bool) {
	s, ok = c.thisString()
	return s, c.Arg(0).Ref(), c.Arg(1).Ref(), ok && c.Arg(0).IsString() && c.Arg(1).IsString()
}

// StringPrototype_match is ECMA-262 22.1.3.13 with a regular expression.
func StringPrototype_match(c *Call) heap.Value {
	if !c.plainArgument(RootSymMatch, RootRegExpPrototype_sym_match) {
		return c.Decline()
	}
	return c.matchRegExp(c.Arg(0).Ref(), c.This().Ref())
}

// StringPrototype_matchAll is ECMA-262 22.1.3.14 with a regular expression.
func StringPrototype_matchAll(c *Call) heap.Value {
	if !c.plainArgument(RootSymMatchAll, RootRegExpPrototype_sym_matchAll) || !c.plainSymbol(RootSymMatch, RootRegExpPrototype_sym_match) ||
		!c.hasGlobal(c.Arg(0).Ref()) || !c.plainRegExpSpecies() {
		return c.Decline()
	}
	return c.matchAllRegExp(c.Arg(0).Ref(), c.This())
}

// StringPrototype_search is ECMA-262 22.1.3.21 with a regular expression.
func StringPrototype_search(c *Call) heap.Value {
	if !c.plainArgument(RootSymSearch, RootRegExpPrototype_sym_search) {
		return c.Decline()
	}
	return c.searchRegExp(c.Arg(0).Ref(), c.This().Ref())
}

// StringPrototype_replace is ECMA-262 22.1.3.19 with a replacement string.
func StringPrototype_replace(c *Call) heap.Value {
	s, search, template, ok := c.plainSearch()
	if !ok {
		if by := c.Arg(1); (by.IsString() || c.H.IsCallable(by)) && c.plainArgument(RootSymReplace, RootRegExpPrototype_sym_replace) {
			if by.IsString() {
				return c.replaceRegExp(search, s, template)
			}
			return c.unmatchedRegExp(search, s)
		}
		return c.Decline()
	}
	return c.stringResult(strs.ReplaceFirst(c.H, s, search, template))
}

// StringPrototype_replaceAll is ECMA-262 22.1.3.20 with a replacement string.
func StringPrototype_replaceAll(c *Call) heap.Value {
	s, search, template, ok := c.plainSearch()
	if !ok {
		if c.Arg(1).IsString() && c.plainArgument(RootSymReplace, RootRegExpPrototype_sym_replace) &&
			c.plainSymbol(RootSymMatch, RootRegExpPrototype_sym_match) && c.hasGlobal(search) {
			return c.replaceRegExp(search, s, template)
		}
		return c.Decline()
	}
	return c.stringResult(strs.ReplaceAll(c.H, s, search, template))
}

// StringPrototype_at is ECMA-262 22.1.3.1.
func StringPrototype_at(c *Call) heap.Value {
	s, ok := c.thisString()
	f, fine := c.integerArg(0)
	if !ok || !fine {
		return c.Decline()
	}
	n := float64(c.H.StrLen(s))
	if f < 0 {
		f += n
	}
	if f < 0 || f >= n {
		return heap.Undefined
	}
	return heap.String(c.H.Char(c.H.At(s, uint32(f))))
}

// StringPrototype_charAt is ECMA-262 22.1.3.2.
func StringPrototype_charAt(c *Call) heap.Value {
	s, ok := c.thisString()
	f, fine := c.integerArg(0)
	if !ok || !fine {
		return c.Decline()
	}
	if f < 0 || f >= float64(c.H.StrLen(s)) {
		return heap.String(c.H.EmptyString())
	}
	return heap.String(c.H.Char(c.H.At(s, uint32(f))))
}

// StringPrototype_charCodeAt is ECMA-262 22.1.3.3.
func StringPrototype_charCodeAt(c *Call) heap.Value {
	s, ok := c.thisString()
	f, fine := c.integerArg(0)
	if !ok || !fine {
		return c.Decline()
	}
	if f < 0 || f >= float64(c.H.StrLen(s)) {
		return heap.Double(num.NaN())
	}
	return heap.Int(int32(c.H.At(s, uint32(f))))
}

// StringPrototype_codePointAt is ECMA-262 22.1.3.4.
func StringPrototype_codePointAt(c *Call) heap.Value {
	s, ok := c.thisString()
	f, fine := c.integerArg(0)
	if !ok || !fine {
		return c.Decline()
	}
	if f < 0 || f >= float64(c.H.StrLen(s)) {
		return heap.Undefined
	}
	cp, _ := c.H.CodePoint(c.H.View(s), uint32(f))
	return heap.Int(int32(cp))
}

// searchArgs are this and a search string, both strings, and a position clamped
// to the length of this.
func (c *Call) searchArgs(absent uint32) (s, search, pos uint32, ok bool) {
	s, ok = c.thisString()
	if !ok || !c.Arg(0).IsString() {
		return 0, 0, 0, false
	}
	n := c.H.StrLen(s)
	if absent > n {
		absent = n
	}
	pos, ok = c.clampedArg(1, n, absent)
	return s, c.Arg(0).Ref(), pos, ok
}

// position is a search result as a number.
func position(at uint32) heap.Value {
	if at == heap.NotFound {
		return heap.Int(-1)
	}
	return heap.Int(int32(at))
}

// StringPrototype_endsWith is ECMA-262 22.1.3.7.
func StringPrototype_endsWith(c *Call) heap.Value {
	s, search, end, ok := c.searchArgs(heap.MaxStringLength)
	if !ok {
		return c.Decline()
	}
	return heap.Bool(strs.EndsWith(c.H, s, search, end))
}

// StringPrototype_startsWith is ECMA-262 22.1.3.24.
func StringPrototype_startsWith(c *Call) heap.Value {
	s, search, from, ok := c.searchArgs(0)
	if !ok {
		return c.Decline()
	}
	return heap.Bool(strs.StartsWith(c.H, s, search, from))
}

// StringPrototype_includes is ECMA-262 22.1.3.8.
func StringPrototype_includes(c *Call) heap.Value {
	s, search, from, ok := c.searchArgs(0)
	if !ok {
		return c.Decline()
	}
	return heap.Bool(strs.IndexOf(c.H, s, search, from) != heap.NotFound)
}

// StringPrototype_indexOf is ECMA-262 22.1.3.9.
func StringPrototype_indexOf(c *Call) heap.Value {
	s, search, from, ok := c.searchArgs(0)
	if !ok {
		return c.Decline()
	}
	return position(strs.IndexOf(c.H, s, search, from))
}

// StringPrototype_repeat is ECMA-262 22.1.3.18.
func StringPrototype_repeat(c *Call) heap.Value {
	s, ok := c.thisString()
	f, fine := c.integerArg(0)
	if !ok || !fine || f < 0 || f > heap.MaxStringLength {
		return c.Decline()
	}
	return c.stringResult(strs.Repeat(c.H, s, uint32(f)))
}

// StringPrototype_slice is ECMA-262 22.1.3.22.
func StringPrototype_slice(c *Call) heap.Value {
	s, ok := c.thisString()
	if !ok {
		return c.Decline()
	}
	n := c.H.StrLen(s)
	from, ok1 := c.relativeArg(0, n, 0)
	to, ok2 := c.relativeArg(1, n, n)
	if !ok1 || !ok2 {
		return c.Decline()
	}
	if from >= to {
		return heap.String(c.H.EmptyString())
	}
	return heap.String(c.H.Substring(s, from, to))
}

// StringPrototype_substring is ECMA-262 22.1.3.25.
func StringPrototype_substring(c *Call) heap.Value {
	s, ok := c.thisString()
	if !ok {
		return c.Decline()
	}
	n := c.H.StrLen(s)
	from, ok1 := c.clampedArg(0, n, 0)
	to, ok2 := c.clampedArg(1, n, n)
	if !ok1 || !ok2 {
		return c.Decline()
	}
	if from > to {
		from, to = to, from
	}
	return heap.String(c.H.Substring(s, from, to))
}

// StringPrototype_split is ECMA-262 22.1.3.23 with a separator string.
func StringPrototype_split(c *Call) heap.Value {
	s, ok := c.thisString()
	if !ok || !c.Arg(0).IsString() || c.Arg(1) != heap.Undefined {
		if c.Arg(1) == heap.Undefined && c.plainArgument(RootSymSplit, RootRegExpPrototype_sym_split) && c.plainRegExpSpecies() {
			return c.splitRegExp(c.Arg(0).Ref(), s)
		}
		return c.Decline()
	}
	return c.split(s, c.Arg(0).Ref(), 0xFFFFFFFF)
}

// split is steps 6 to 17 of String.prototype.split.
func (c *Call) split(s, separator, limit uint32) heap.Value {
	h := c.H
	cell, n, st := strs.Split(h, s, separator, limit)
	if st != heap.OK {
		return c.status(st)
	}
	a := h.NewArray(n)
	if n > 0 {
		h.StoreRef(a+heap.OffElements, cell)
	}
	return heap.Object(a)
}

func Do_SplitString(c *Call) heap.Value {
	return c.split(c.Arg(0).Ref(), c.Arg(1).Ref(), num.ToUint32(c.Arg(2).Num()))
}

// StringPrototype_toLowerCase is ECMA-262 22.1.3.28.
func StringPrototype_toLowerCase(c *Call) heap.Value {
	s, ok := c.thisString()
	if !ok {
		return c.Decline()
	}
	return c.stringResult(strs.ToLower(c.H, s))
}

// StringPrototype_toUpperCase is ECMA-262 22.1.3.30.
func StringPrototype_toUpperCase(c *Call) heap.Value {
	s, ok := c.thisString()
	if !ok {
		return c.Decline()
	}
	return c.stringResult(strs.ToUpper(c.H, s))
}

// StringPrototype_trim is ECMA-262 22.1.3.32.
func StringPrototype_trim(c *Call) heap.Value { return c.trim(strs.TrimStart | strs.TrimEnd) }

// StringPrototype_trimEnd is ECMA-262 22.1.3.33.
func StringPrototype_trimEnd(c *Call) heap.Value { return c.trim(strs.TrimEnd) }

// StringPrototype_trimStart is ECMA-262 22.1.3.34.
func StringPrototype_trimStart(c *Call) heap.Value { return c.trim(strs.TrimStart) }

func (c *Call) trim(sides int) heap.Value {
	s, ok := c.thisString()
	if !ok {
		return c.Decline()
	}
	return heap.String(strs.Trim(c.H, s, sides))
}

// thisStringValue is ECMA-262 22.1.3.35.1.
func (c *Call) thisStringValue(method string) heap.Value {
	v := c.This()
	if v.IsString() {
		return v
	}
	if c.H.IsKind(v, heap.KStringObj) {
		return c.H.Internal(v.Ref(), 0)
	}
	return c.ThrowTypeError(method)
}

// StringPrototype_toString is ECMA-262 22.1.3.29.
func StringPrototype_toString(c *Call) heap.Value {
	return c.thisStringValue("String.prototype.toString requires that 'this' be a String")
}

// StringPrototype_valueOf is ECMA-262 22.1.3.35.
func StringPrototype_valueOf(c *Call) heap.Value {
	return c.thisStringValue("String.prototype.valueOf requires that 'this' be a String")
}

// String_fromCharCode is ECMA-262 22.1.2.1 for numbers.
func String_fromCharCode(c *Call) heap.Value {
	h := c.H
	for i := uint32(0); i < c.N; i++ {
		if !c.Arg(i).IsNumber() {
			return c.Decline()
		}
	}
	if c.N == 1 {
		return heap.String(h.Char(uint16(num.ToUint32(c.Arg(0).Num()))))
	}
	var b heap.StrBuilder
	b.Start(h, c.N)
	for i := uint32(0); i < c.N; i++ {
		b.AddUnit(num.ToUint32(c.Arg(i).Num()) & 0xFFFF)
	}
	return c.stringResult(b.Finish())
}

// StringIteratorPrototype_next is ECMA-262 22.1.5.1.1.
func StringIteratorPrototype_next(c *Call) heap.Value {
	if !c.isIterator(c.This(), IterString) {
		return c.throwOn("String Iterator.prototype.next")
	}
	if c.H.IsROM(c.This().Ref()) {
		return c.status(heap.ReadOnly)
	}
	v := c.StringIteratorStep(c.This().Ref())
	if v == heap.Empty {
		return c.iterResult(heap.Undefined, true)
	}
	return c.iterResult(v, false)
}

// StringIteratorStep is the next code point of a string iterator, Empty at the
// end: its next method without the result object.
func (c *Call) StringIteratorStep(it uint32) heap.Value {
	h := c.H
	s := h.Internal(it, 0)
	if !s.IsString() {
		return heap.Empty
	}
	v := h.View(s.Ref())
	i := h.Internal(it, 1).Index()
	if i >= v.Len {
		h.SetInternal(it, 0, heap.Undefined)
		return heap.Empty
	}
	cp, n := h.CodePoint(v, i)
	h.SetInternal(it, 1, heap.Uint32(i+n))
	return heap.String(h.CharPair(cp))
}

// What the library's half of String uses. Arguments have the right types.

func Do_StringIterator(c *Call) heap.Value {
	return c.newIterator(RootStringIteratorPrototype, IterString, c.Arg(0), heap.Int(0), heap.Undefined)
}

// Do_StringCreate is ECMA-262 10.4.3.4 StringCreate.
func Do_StringCreate(c *Call) heap.Value {
	o := c.H.NewKind(heap.KStringObj, protoRef(c.Arg(1)))
	c.H.SetInternal(o, 0, c.Arg(0))
	return heap.Object(o)
}

// Do_SymbolDescriptiveString is ECMA-262 20.4.3.3.1.
func Do_SymbolDescriptiveString(c *Call) heap.Value { return c.descriptiveString(c.Arg(0)) }

func (c *Call) descriptiveString(sym heap.Value) heap.Value {
	var b heap.StrBuilder
	b.Start(c.H, 32)
	b.AddASCII("Symbol(")
	if d := c.H.SymbolDescription(sym.Ref()); d.IsString() {
		b.AddString(d.Ref())
	}
	b.AddUnit(')')
	return c.stringResult(b.Finish())
}

func Do_CharString(c *Call) heap.Value {
	return heap.String(c.H.Char(uint16(num.ToUint32(c.Arg(0).Num()))))
}

func Do_CodePointString(c *Call) heap.Value {
	return heap.String(c.H.CharPair(num.ToUint32(c.Arg(0).Num())))
}

func Do_CharCode(c *Call) heap.Value {
	return heap.Int(int32(c.H.At(c.Arg(0).Ref(), num.ToUint32(c.Arg(1).Num()))))
}

func Do_CodePoint(c *Call) heap.Value {
	cp, _ := c.H.CodePoint(c.H.View(c.Arg(0).Ref()), num.ToUint32(c.Arg(1).Num()))
	return heap.Int(int32(cp))
}

func Do_Substring(c *Call) heap.Value {
	return heap.String(c.H.Substring(c.Arg(0).Ref(), num.ToUint32(c.Arg(1).Num()), num.ToUint32(c.Arg(2).Num())))
}

func Do_StringIndexOf(c *Call) heap.Value {
	return position(strs.IndexOf(c.H, c.Arg(0).Ref(), c.Arg(1).Ref(), num.ToUint32(c.Arg(2).Num())))
}

func Do_StringLastIndexOf(c *Call) heap.Value {
	return position(strs.LastIndexOf(c.H, c.Arg(0).Ref(), c.Arg(1).Ref(), num.ToUint32(c.Arg(2).Num())))
}

func Do_StartsAt(c *Call) heap.Value {
	return heap.Bool(strs.StartsWith(c.H, c.Arg(0).Ref(), c.Arg(1).Ref(), num.ToUint32(c.Arg(2).Num())))
}

func Do_Repeat(c *Call) heap.Value {
	f := c.Arg(1).Num()
	if f > heap.MaxStringLength {
		if c.H.StrLen(c.Arg(0).Ref()) == 0 {
			return c.Arg(0)
		}
		return c.status(heap.TooLong)
	}
	return c.stringResult(strs.Repeat(c.H, c.Arg(0).Ref(), uint32(f)))
}

func Do_Trim(c *Call) heap.Value {
	return heap.String(strs.Trim(c.H, c.Arg(0).Ref(), int(c.Arg(1).Int32())))
}

func Do_ToLowerCase(c *Call) heap.Value { return c.stringResult(strs.ToLower(c.H, c.Arg(0).Ref())) }

func Do_ToUpperCase(c *Call) heap.Value { return c.stringResult(strs.ToUpper(c.H, c.Arg(0).Ref())) }

func Do_Normalize(c *Call) heap.Value {
	h := c.H
	form := strs.NFC
	name := c.Arg(1).Ref()
	if h.At(name, h.StrLen(name)-1) == 'D' {
		form |= strs.NFD
	}
	if h.StrLen(name) == 4 {
		form |= strs.NFKC
	}
	return c.stringResult(strs.Normalize(h, c.Arg(0).Ref(), form))
}

// Do_LocaleCompare compares canonically equivalent strings as equal, others by
// code units of Normalization Form C.
func Do_LocaleCompare(c *Call) heap.Value {
	a, st := strs.Normalize(c.H, c.Arg(0).Ref(), strs.NFC)
	if st != heap.OK {
		return c.status(st)
	}
	b, st := strs.Normalize(c.H, c.Arg(1).Ref(), strs.NFC)
	if st != heap.OK {
		return c.status(st)
	}
	switch r := c.H.Compare(a, b); {
	case r < 0:
		return heap.Int(-1)
	case r > 0:
		return heap.Int(1)
	}
	return heap.Int(0)
}

func Do_IsWellFormed(c *Call) heap.Value { return heap.Bool(strs.IsWellFormed(c.H, c.Arg(0).Ref())) }

func Do_ToWellFormed(c *Call) heap.Value {
	return c.stringResult(strs.ToWellFormed(c.H, c.Arg(0).Ref()))
}

// Do_GetSubstitution is ECMA-262 22.1.3.19.1 but for named groups: when there
// are named captures and the template has a $<, it gives undefined.
func Do_GetSubstitution(c *Call) heap.Value {
	h := c.H
	template := h.View(c.Arg(5).Ref())
	if c.Arg(4) == heap.True {
		for i := uint32(0); i+1 < template.Len; i++ {
			if h.Unit(template, i) == '$' && h.Unit(template, i+1) == '<' {
				return heap.Undefined
			}
		}
	}
	matched := h.View(c.Arg(0).Ref())
	str := h.View(c.Arg(1).Ref())
	from := num.ToUint32(c.Arg(2).Num())
	to := from + matched.Len
	if to > str.Len || !h.EqualViews(str.Sub(from, to), matched) {
		// A user's exec method said so: work on the string as it would have to be.
		var fake heap.StrBuilder
		fake.Start(h, str.Len+matched.Len)
		fake.AddView(str.Sub(0, from))
		fake.AddView(matched)
		if to < str.Len {
			fake.AddView(str.Sub(to, str.Len))
		}
		s, st := fake.Finish()
		if st != heap.OK {
			return c.status(st)
		}
		str = h.View(s)
	}
	var b heap.StrBuilder
	b.Start(h, template.Len)
	strs.Substitute(h, &b, str, from, to, c.captures(c.Arg(3)), template)
	return c.stringResult(b.Finish())
}

// captures is a record of the values of a library array.
func (c *Call) captures(list heap.Value) uint32 {
	h := c.H
	n := h.U32(list.Ref() + heap.OffWord)
	if n == 0 {
		return 0
	}
	r := h.Alloc(heap.KRecord, heap.OffValues+8*n)
	h.CopyWords(r+heap.OffValues, h.U32(list.Ref()+heap.OffElements)+heap.OffValues, n)
	return r
}
