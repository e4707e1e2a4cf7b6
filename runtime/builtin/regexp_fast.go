//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/regexp/vm"
	"firn/runtime/builtin/strs"
)

// Fast paths of RegExp.prototype (ECMA-262 22.2.6): this is a regular expression
// as it was made, what it inherits is intrinsic, the string is a string. They
// decline, before any side effect, when the search takes too many steps, and the
// library does it in slices.

// plainRegExp reports whether v is a regular expression with nothing but its own
// lastIndex, an int, whose prototype is %RegExp.prototype% as it was made. It may
// be frozen.
func (c *Call) plainRegExp(v heap.Value) bool {
	h := c.H
	if !h.IsKind(v, heap.KRegExp) {
		return false
	}
	o := v.Ref()
	return (!c.frozenRegExp(o) || c.plainFrozen(o)) && h.Val(o+offLastIndex).IsInt() &&
		h.Internal(o, regexpProgram).IsCell() && c.plainPrototype()
}

// frozenRegExp reports whether a plain regular expression is frozen.
func (c *Call) frozenRegExp(o uint32) bool {
	shape := c.H.Root(rootRegExpShape)
	return !shape.IsCell() || c.H.Shape(o) != shape.Ref()
}

// plainFrozen reports whether a regular expression is as it was made but for
// being frozen.
func (c *Call) plainFrozen(o uint32) bool {
	h := c.H
	if h.Flags(o)&heap.FNonExtensible == 0 {
		return false
	}
	shape := h.Shape(o)
	if v := h.Root(rootRegExpFrozen); v.IsCell() && v.Ref() == shape {
		return true
	}
	var p heap.Prop
	if h.U32(shape+heap.ShapeCount) != 1 || h.Proto(o) != c.rootObj(RootRegExpPrototype) ||
		!h.GetOwn(o, heap.String(h.InternStr("lastIndex")), &p) || p.Where != heap.WhereObject || p.Offset != offLastIndex || p.Attrs != 0 {
		return false
	}
	h.SetRoot(rootRegExpFrozen, heap.CellRef(shape))
	return true
}

// plainPrototype reports whether the properties of %RegExp.prototype% that its
// methods look up are the intrinsic ones.
func (c *Call) plainPrototype() bool {
	h := c.H
	proto := c.rootObj(RootRegExpPrototype)
	seen := h.Root(rootRegExpChecked)
	if seen == heap.True {
		return true
	}
	// The epoch tells nothing of values.
	var p heap.Prop
	if !h.GetOwn(proto, heap.String(h.InternStr("exec")), &p) || p.Value != h.Root(RootRegExpPrototype_exec) {
		return false
	}
	if h.ProtoEpoch < 0x7FFFFFFE && seen == heap.Int(int32(h.ProtoEpoch+1)) && !h.IsROM(proto) {
		return true
	}
	if !h.GetOwn(proto, heap.String(h.InternStr("flags")), &p) || p.Attrs&heap.Accessor == 0 || p.Getter != h.Root(Rootget_RegExpPrototype_flags) {
		return false
	}
	if !c.plainGetter(proto, "dotAll", Rootget_RegExpPrototype_dotAll) || !c.plainGetter(proto, "global", Rootget_RegExpPrototype_global) ||
		!c.plainGetter(proto, "hasIndices", Rootget_RegExpPrototype_hasIndices) ||
		!c.plainGetter(proto, "ignoreCase", Rootget_RegExpPrototype_ignoreCase) ||
		!c.plainGetter(proto, "multiline", Rootget_RegExpPrototype_multiline) || !c.plainGetter(proto, "sticky", Rootget_RegExpPrototype_sticky) ||
		!c.plainGetter(proto, "unicode", Rootget_RegExpPrototype_unicode) ||
		!c.plainGetter(proto, "unicodeSets", Rootget_RegExpPrototype_unicodeSets) {
		return false
	}
	if h.IsROM(proto) {
		if c.plainSymbol(RootSymMatch, RootRegExpPrototype_sym_match) && c.plainSymbol(RootSymMatchAll, RootRegExpPrototype_sym_matchAll) &&
			c.plainSymbol(RootSymReplace, RootRegExpPrototype_sym_replace) && c.plainSymbol(RootSymSearch, RootRegExpPrototype_sym_search) &&
			c.plainSymbol(RootSymSplit, RootRegExpPrototype_sym_split) {
			h.SetRoot(rootRegExpChecked, heap.True) // it stays so
		}
	} else if h.ProtoEpoch < 0x7FFFFFFE {
		h.SetRoot(rootRegExpChecked, heap.Int(int32(h.ProtoEpoch+1)))
	}
	return true
}

func (c *Call) plainGetter(proto uint32, name string, root uint32) bool {
	var p heap.Prop
	return c.H.GetOwn(proto, heap.String(c.H.InternStr(name)), &p) && p.Attrs&heap.Accessor != 0 && p.Getter == c.H.Root(root)
}

// plainSymbol reports whether a method of %RegExp.prototype% named by a symbol is
// the intrinsic one.
func (c *Call) plainSymbol(symbol, method uint32) bool {
	h := c.H
	if h.Root(rootRegExpChecked) == heap.True {
		return true
	}
	var p heap.Prop
	return h.GetOwn(c.rootObj(RootRegExpPrototype), h.Root(symbol), &p) && p.Attrs&heap.Accessor == 0 && p.Value == h.Root(method)
}

// plainArgument reports whether argument 0 of a method of String.prototype, called
// on a string, is a plain regular expression that has the intrinsic method that it
// would call.
func (c *Call) plainArgument(symbol, method uint32) bool {
	return c.This().IsString() && c.plainRegExp(c.Arg(0)) && c.plainSymbol(symbol, method)
}

// plainExec is RegExpBuiltinExec of a plain regular expression up to the result:
// vm.Matched leaves the match in r. Anything but vm.Matched and vm.NoMatch had no
// side effect.
func (c *Call) plainExec(r *regexpSearch, o, s uint32) uint32 {
	h := c.H
	c.openSearch(r, o, s)
	at := int32(0)
	if r.flags&(vm.FGlobal|vm.FSticky) != 0 {
		if c.frozenRegExp(o) {
			return vm.Suspended
		}
		at = h.Val(o + offLastIndex).Int32()
		if at < 0 {
			at = 0
		}
		if uint32(at) > r.view.Len {
			h.SetVal(o+offLastIndex, heap.Int(0))
			return vm.NoMatch
		}
	}
	if !c.begin(r, uint32(at)) {
		return vm.NoMemory
	}
	code := r.run(regexpSteps)
	switch code {
	case vm.Matched:
		r.take()
		if r.flags&(vm.FGlobal|vm.FSticky) != 0 {
			_, to, _ := r.group(0)
			h.SetVal(o+offLastIndex, heap.Int(int32(to)))
		}
	default:
		r.m.Release()
		if code == vm.NoMatch && r.flags&(vm.FGlobal|vm.FSticky) != 0 {
			h.SetVal(o+offLastIndex, heap.Int(0))
		}
	}
	return code
}

// fastString reports whether this is a plain regular expression and argument 0 a
// string.
func (c *Call) fastString() bool { return c.Arg(0).IsString() && c.plainRegExp(c.This()) }

// RegExpPrototype_exec is ECMA-262 22.2.6.2.
func RegExpPrototype_exec(c *Call) heap.Value {
	if !c.fastString() {
		return c.Decline()
	}
	var r regexpSearch
	return c.execResult(&r, c.This().Ref(), c.Arg(0).Ref())
}

func (c *Call) execResult(r *regexpSearch, o, s uint32) heap.Value {
	switch c.plainExec(r, o, s) {
	case vm.Matched:
		return c.resultArray(r)
	case vm.NoMatch:
		return heap.Null
	}
	return c.Decline()
}

// RegExpPrototype_test is ECMA-262 22.2.6.16.
func RegExpPrototype_test(c *Call) heap.Value {
	if !c.fastString() {
		return c.Decline()
	}
	var r regexpSearch
	switch c.plainExec(&r, c.This().Ref(), c.Arg(0).Ref()) {
	case vm.Matched:
		return heap.True
	case vm.NoMatch:
		return heap.False
	}
	return c.Decline()
}

// RegExpPrototype_sym_search is ECMA-262 22.2.6.12.
func RegExpPrototype_sym_search(c *Call) heap.Value {
	if !c.fastString() {
		return c.Decline()
	}
	return c.searchRegExp(c.This().Ref(), c.Arg(0).Ref())
}

func (c *Call) searchRegExp(o, s uint32) heap.Value {
	var r regexpSearch
	c.openSearch(&r, o, s)
	if c.frozenRegExp(r.o) && c.H.Val(r.o+offLastIndex) != heap.Int(0) {
		return c.Decline()
	}
	if !c.begin(&r, 0) {
		return c.Decline()
	}
	code := r.run(regexpSteps)
	switch code {
	case vm.Matched:
		r.take()
		from, _, _ := r.group(0)
		return heap.Int(int32(from))
	case vm.NoMatch:
		r.m.Release()
		return heap.Int(-1)
	}
	r.m.Release()
	return c.Decline()
}

// after is where the search goes on after an empty match at i: AdvanceStringIndex
// (ECMA-262 22.2.7.3).
func (c *Call) after(r *regexpSearch, i uint32) uint32 {
	if r.flags&(vm.FUnicode|vm.FUnicodeSets) != 0 && i < r.view.Len {
		_, width := c.H.CodePoint(r.view, i)
		return i + width
	}
	return i + 1
}

// matches is a loop over all matches: next is called until it is not
// vm.Matched.
type matches struct {
	r     regexpSearch
	left  uint32 // steps
	at    uint32 // where the search goes on
	begun bool
	from  uint32 // the match
	to    uint32
}

// next finds the next match, and where the one after it may begin.
func (c *Call) next(l *matches) uint32 {
	h := c.H
	if l.at > l.r.view.Len {
		return vm.NoMatch
	}
	if !l.begun {
		if !c.begin(&l.r, l.at) {
			return vm.NoMemory
		}
		l.begun = true
	} else {
		l.r.m.Restart(l.at)
	}
	before := h.WorkDone
	code := l.r.m.Run(l.left)
	if used := h.WorkDone - before; used < uint64(l.left) {
		l.left -= uint32(used)
	} else {
		l.left = 0
	}
	if code == vm.Matched {
		l.from, l.to = l.r.m.Register(0), l.r.m.Register(1)
		l.at = l.to
		if l.from == l.to {
			l.at = c.after(&l.r, l.to)
		}
	}
	return code
}

// RegExpPrototype_sym_match is ECMA-262 22.2.6.8.
func RegExpPrototype_sym_match(c *Call) heap.Value {
	if !c.fastString() {
		return c.Decline()
	}
	return c.matchRegExp(c.This().Ref(), c.Arg(0).Ref())
}

func (c *Call) matchRegExp(o, s uint32) heap.Value {
	h := c.H
	l := matches{left: regexpAllSteps}
	code, _ := c.regexpCode(o)
	flags := c.programFlags(code)
	if flags&vm.FGlobal == 0 {
		return c.execResult(&l.r, o, s)
	}
	if flags&vm.FSticky != 0 || c.frozenRegExp(o) {
		return c.Decline()
	}
	c.openSearch(&l.r, o, s)
	a := uint32(0)
	for n := uint32(0); ; n++ {
		switch c.next(&l) {
		case vm.NoMatch:
			h.SetVal(o+offLastIndex, heap.Int(0))
			if n == 0 {
				return heap.Null
			}
			return heap.Object(a)
		case vm.Matched:
			if n&1023 == 0 && !h.Room(128<<10) {
				return c.Decline()
			}
			if a == 0 {
				a = h.NewArray(0)
			}
			if !h.ArrayPush(a, heap.String(h.Substring(l.r.s, l.from, l.to))) {
				return c.Decline()
			}
		default:
			return c.Decline()
		}
	}
}

// RegExpPrototype_sym_replace is ECMA-262 22.2.6.11 with a replacement string.
func RegExpPrototype_sym_replace(c *Call) heap.Value {
	if !c.fastString() || !c.Arg(1).IsString() {
		return c.Decline()
	}
	return c.replaceRegExp(c.This().Ref(), c.Arg(0).Ref(), c.Arg(1).Ref())
}

func (c *Call) replaceRegExp(o, s, by uint32) heap.Value {
	h := c.H
	l := matches{left: regexpAllSteps}
	c.openSearch(&l.r, o, s)
	if l.r.flags&vm.FSticky != 0 || l.r.flags&vm.FGlobal != 0 && c.frozenRegExp(o) {
		return c.Decline()
	}
	template := h.View(by)
	dollars, named := false, false
	for i := uint32(0); i+1 < template.Len; i++ {
		if h.Unit(template, i) == '$' {
			dollars = true
			named = named || h.Unit(template, i+1) == '<'
		}
	}
	if named && l.r.names != 0 {
		return c.Decline()
	}
	str := l.r.view
	global := l.r.flags&vm.FGlobal != 0
	var b heap.StrBuilder
	done := uint32(0)
	for n := 0; ; n++ {
		code := c.next(&l)
		if code != vm.Matched && code != vm.NoMatch {
			return c.Decline()
		}
		if code == vm.NoMatch {
			if global {
				h.SetVal(o+offLastIndex, heap.Int(0))
			}
			if n == 0 {
				return heap.String(s)
			}
			break
		}
		if n == 0 {
			b.Start(h, str.Len)
		}
		if n&255 == 0 && !h.Room(uint64(l.r.groups)*32*256+64<<10) {
			return c.Decline()
		}
		b.AddView(str.Sub(done, l.from))
		if dollars {
			strs.Substitute(h, &b, str, l.from, l.to, c.captureRecord(&l), template)
		} else {
			b.AddView(template)
		}
		done = l.to
		if b.Failed() {
			break
		}
		if !global {
			break
		}
	}
	b.AddView(str.Sub(done, str.Len))
	return c.stringResult(b.Finish())
}

// unmatchedRegExp replaces what a regular expression matches by what a function gives,
// if that is nothing. What matches is searched for once more by the library.
func (c *Call) unmatchedRegExp(o, s uint32) heap.Value {
	var l matches
	l.left = regexpSteps
	c.openSearch(&l.r, o, s)
	global := l.r.flags&vm.FGlobal != 0
	if l.r.flags&vm.FSticky != 0 || global && c.frozenRegExp(o) {
		return c.Decline()
	}
	code := c.next(&l)
	l.r.m.Release()
	if code != vm.NoMatch {
		return c.Decline()
	}
	if global {
		c.H.SetVal(o+offLastIndex, heap.Int(0))
	}
	return heap.String(s)
}

// captureRecord is a record of the strings of the groups of a match, 0 for none.
func (c *Call) captureRecord(l *matches) uint32 {
	h := c.H
	n := l.r.groups - 1
	if n == 0 {
		return 0
	}
	rec := h.AllocValues(heap.KRecord, heap.OffValues+8*n, heap.OffValues, heap.Undefined)
	for i := uint32(1); i <= n; i++ {
		h.Store(rec+heap.OffValues+8*(i-1), c.matchGroup(l, i))
	}
	return rec
}

// matchGroup is the string of group i of the current match, or undefined.
func (c *Call) matchGroup(l *matches, i uint32) heap.Value {
	from, to := l.r.m.Register(2*i), l.r.m.Register(2*i+1)
	if from == vm.NoCapture || to == vm.NoCapture {
		return heap.Undefined
	}
	return heap.String(c.H.Substring(l.r.s, from, to))
}

// Do_RegExpAll finds what a replacement function is to be called for: all matches
// of plain regular expression argument 0 in string argument 1, or the first one if it
// is not global. The answer is one array: the number of groups, the whole match
// included, negative if some are named; then for each match its strings, from the
// whole one on, its position, and its groups object if there are named groups. It is
// undefined, and nothing has been done, when the library must search. Argument 2
// is true for String.prototype.replace, which would call the Symbol.replace method.
func Do_RegExpAll(c *Call) heap.Value {
	h := c.H
	if !c.plainRegExp(c.Arg(0)) || !c.Arg(1).IsString() ||
		c.Arg(2) == heap.True && !c.plainSymbol(RootSymReplace, RootRegExpPrototype_sym_replace) {
		return heap.Undefined
	}
	o := c.Arg(0).Ref()
	l := matches{left: regexpAllSteps}
	c.openSearch(&l.r, o, c.Arg(1).Ref())
	global := l.r.flags&vm.FGlobal != 0
	if l.r.flags&vm.FSticky != 0 || global && c.frozenRegExp(o) || l.r.groups > smallGroups {
		return heap.Undefined
	}
	groups := int32(l.r.groups)
	if l.r.names != 0 {
		groups = -groups
	}
	a := h.NewArrayCap(0, 15)
	if a == 0 {
		return c.NoMemory()
	}
	ok := h.ArrayPush(a, heap.Int(groups))
	for n := 0; ok; n++ {
		code := c.next(&l)
		if code == vm.NoMatch {
			if global {
				h.SetVal(o+offLastIndex, heap.Int(0))
			}
			return heap.Object(a)
		}
		if code != vm.Matched || n&255 == 0 && !h.Room(uint64(l.r.groups)*64*256+64<<10) {
			break
		}
		for i := uint32(0); i < l.r.groups; i++ {
			l.r.regs[2*i], l.r.regs[2*i+1] = l.r.m.Register(2*i), l.r.m.Register(2*i+1)
			ok = ok && h.ArrayPush(a, c.capture(&l.r, i))
		}
		ok = ok && h.ArrayPush(a, heap.Uint32(l.from))
		if l.r.names != 0 {
			ok = ok && h.ArrayPush(a, c.namedGroups(&l.r, false))
		}
		if !global && ok {
			return heap.Object(a)
		}
	}
	return heap.Undefined
}

// RegExpStringIteratorPrototype_next is ECMA-262 22.2.9.2.1 for a plain regular
// expression.
func RegExpStringIteratorPrototype_next(c *Call) heap.Value {
	h := c.H
	if !c.isIterator(c.This(), iterRegExpString) {
		return c.Decline()
	}
	it := c.This().Ref()
	if h.Internal(it, 4) != heap.False || !c.plainRegExp(h.Internal(it, 0)) {
		return c.Decline()
	}
	var r regexpSearch
	switch c.plainExec(&r, h.Internal(it, 0).Ref(), h.Internal(it, 1).Ref()) {
	case vm.Matched:
		from, to, _ := r.group(0)
		if h.Internal(it, 2) != heap.True {
			h.SetInternal(it, 0, heap.Undefined)
		} else if from == to {
			h.SetVal(r.o+offLastIndex, heap.Int(int32(c.after(&r, to))))
		}
		v := c.resultArray(&r)
		if v == heap.Empty {
			return v
		}
		return c.iterResult(v, false)
	case vm.NoMatch:
		h.SetInternal(it, 0, heap.Undefined)
		return c.iterResult(heap.Undefined, true)
	}
	return c.Decline()
}

// RegExpPrototype_sym_split is ECMA-262 22.2.6.14 without a limit.
func RegExpPrototype_sym_split(c *Call) heap.Value {
	if !c.fastString() || c.Arg(1) != heap.Undefined || !c.plainRegExpSpecies() {
		return c.Decline()
	}
	return c.splitRegExp(c.This().Ref(), c.Arg(0).Ref())
}

func (c *Call) splitRegExp(o, s uint32) heap.Value {
	h := c.H
	l := matches{left: regexpAllSteps}
	c.openSearch(&l.r, o, s)
	size := l.r.view.Len
	a := h.NewArray(0)
	p := uint32(0)
	for n := 0; ; n++ {
		code := c.next(&l)
		if code != vm.Matched && code != vm.NoMatch {
			return c.Decline()
		}
		if code == vm.Matched && size == 0 {
			return heap.Object(a)
		}
		if code == vm.NoMatch || l.from >= size {
			break
		}
		if l.to == p {
			// It is empty and where the last one ended: it separates nothing.
			continue
		}
		if n&255 == 0 && !h.Room(uint64(l.r.groups)*32*256+64<<10) {
			return c.Decline()
		}
		ok := h.ArrayPush(a, heap.String(h.Substring(l.r.s, p, l.from)))
		for i := uint32(1); i < l.r.groups; i++ {
			ok = ok && h.ArrayPush(a, c.matchGroup(&l, i))
		}
		if !ok {
			return c.Decline()
		}
		p = l.to
		l.at = p // 22.2.6.14 step 19.d.iv: an empty match may follow here
	}
	if !h.ArrayPush(a, heap.String(h.Substring(l.r.s, p, size))) {
		return c.Decline()
	}
	return heap.Object(a)
}

// plainRegExpSpecies reports whether SpeciesConstructor of a plain regular expression
// is %RegExp%.
func (c *Call) plainRegExpSpecies() bool {
	h := c.H
	var p heap.Prop
	proto := c.rootObj(RootRegExpPrototype)
	return h.GetOwn(proto, h.Root(heap.RootAtomConstructor), &p) && p.Value == h.Root(RootRegExp) &&
		h.GetOwn(c.rootObj(RootRegExp), h.Root(RootSymSpecies), &p) && p.Attrs&heap.Accessor != 0 && p.Getter == h.Root(Rootget_RegExp_sym_species)
}
