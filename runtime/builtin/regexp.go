//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/num"
	"firn/runtime/builtin/regexp/vm"
)

// Regular expression objects (ECMA-262 22.2): a KRegExp has its pattern, its
// flags and its program: a KBytes, or, with named groups, a KRecord of that and
// the names' property keys. lastIndex is its only in-object property.

// Roots of this file.
const (
	rootRegExpCache   = 56 // KRecord: programs of recent patterns, see regexp_compile.go
	rootRegExpShape   = 57 // shape of regular expressions as they are made
	rootRegExpResult  = 58 // shape of result arrays without indices
	rootRegExpFrozen  = 60 // … and of frozen ones
	rootRegExpChecked = 59 // ProtoEpoch plus one at which RegExp.prototype was found unchanged; true if it is in ROM
)

const (
	regexpSource  = 0
	regexpFlags   = 1
	regexpProgram = 2

	// offLastIndex is where the in-object property is.
	offLastIndex = heap.OffInternal + 8*3

	// regexpSteps is how long one leaf may search.
	regexpSteps = 20000
	// regexpAllSteps is how long one that finds all matches may.
	regexpAllSteps = 200000

	// iterRegExpString is the word of a RegExp String Iterator: [0] regexp or
	// undefined when done, [1] string, [2] global, [3] fullUnicode, [4] running.
	iterRegExpString = 5
)

// regexpAlloc is RegExpAlloc (ECMA-262 22.2.3.2) with lastIndex 0.
func (c *Call) regexpAlloc(proto uint32) uint32 {
	h := c.H
	intrinsic := proto == c.rootObj(RootRegExpPrototype)
	if v := h.Root(rootRegExpShape); intrinsic && v.IsCell() {
		o := h.NewObjectShape(v.Ref())
		h.SetVal(o+offLastIndex, heap.Int(0))
		return o
	}
	o := h.NewObjectShape(h.RootShape(proto, heap.KRegExp, 1))
	d := heap.Desc{Value: heap.Int(0), Attrs: heap.Writable, Has: heap.HasValue | heap.WEC}
	h.DefineOwn(o, heap.String(h.InternStr("lastIndex")), &d)
	if intrinsic {
		h.SetRoot(rootRegExpShape, heap.CellRef(h.Shape(o)))
	}
	return o
}

// Do_RegExpAlloc is RegExpAlloc of a prototype.
func Do_RegExpAlloc(c *Call) heap.Value { return heap.Object(c.regexpAlloc(protoRef(c.Arg(0)))) }

// Do_RegExpInitialize is RegExpInitialize (ECMA-262 22.2.3.3) of strings.
func Do_RegExpInitialize(c *Call) heap.Value {
	if !c.compileRegExp(c.Arg(0).Ref(), c.Arg(1), c.Arg(2)) {
		return heap.Empty
	}
	return c.Arg(0)
}

// NewRegExp makes the object of a regular expression literal (ECMA-262
// 13.2.7.3).
func (c *Call) NewRegExp(source, flags heap.Value) heap.Value {
	c.Code = CodeNone
	o := c.regexpAlloc(c.rootObj(RootRegExpPrototype))
	if !c.compileRegExp(o, source, flags) {
		return heap.Empty
	}
	return heap.Object(o)
}

// regexpCode is the cell of bytes of a regular expression's program, and the
// record with its names, 0 for none.
func (c *Call) regexpCode(o uint32) (code, names uint32) {
	h := c.H
	code = h.Internal(o, regexpProgram).Ref()
	if h.Kind(code) == heap.KRecord {
		return h.Val(code + heap.OffValues).Ref(), code
	}
	return code, 0
}

// programFlags are the vm.F constants of a program.
func (c *Call) programFlags(code uint32) uint32 { return c.H.U32(code + heap.OffData + vm.HFlags) }

// isRegExp reports whether v is a regular expression that has been initialized.
func (c *Call) isRegExp(v heap.Value) bool {
	return c.H.IsKind(v, heap.KRegExp) && c.H.Internal(v.Ref(), regexpProgram).IsCell()
}

// regexpSearch is the search that a leaf carries out.
type regexpSearch struct {
	m      vm.Matcher
	o      uint32 // the regular expression
	s      uint32 // the string
	code   uint32
	names  uint32
	flags  uint32
	groups uint32
	view   heap.StrView
	regs   [2 * smallGroups]uint32 // of a match, when there are few groups
}

// smallGroups is how many groups a result is copied out for, so that the
// matcher's cell can be given back before anything else is made.
const smallGroups = 16

func (c *Call) openSearch(r *regexpSearch, o, s uint32) {
	h := c.H
	r.o, r.s = o, s
	r.code, r.names = c.regexpCode(o)
	r.flags = c.programFlags(r.code)
	r.groups = h.U32(r.code + heap.OffData + vm.HGroups)
	r.view = h.View(s)
	r.m.Native = c.RegExps
}

// begin prepares the search from unit at on.
func (c *Call) begin(r *regexpSearch, at uint32) bool {
	h := c.H
	if r.view.Wide && r.flags&(vm.FUnicode|vm.FUnicodeSets) != 0 && at > 0 && at < r.view.Len &&
		h.Unit(r.view, at)&0xFC00 == 0xDC00 && h.Unit(r.view, at-1)&0xFC00 == 0xD800 {
		// 22.2.7.2 step 11: the match begins at the character that has unit at.
		at--
	}
	return r.m.Begin(h, r.code, r.view, at)
}

// run goes on for a number of steps.
func (r *regexpSearch) run(steps uint32) uint32 {
	if r.flags&vm.FSticky != 0 {
		return r.m.Once(steps)
	}
	return r.m.Run(steps)
}

// take copies a match out of the matcher if it is small.
func (r *regexpSearch) take() {
	if r.groups > smallGroups {
		return
	}
	for i := uint32(0); i < 2*r.groups; i++ {
		r.regs[i] = r.m.Register(i)
	}
	r.m.Release()
}

// group is where group i of the match that was taken starts and ends; ok is
// false when it took no part.
func (r *regexpSearch) group(i uint32) (from, to uint32, ok bool) {
	if r.groups <= smallGroups {
		from, to = r.regs[2*i], r.regs[2*i+1]
	} else {
		from, to = r.m.Register(2*i), r.m.Register(2*i+1)
	}
	return from, to, from != vm.NoCapture && to != vm.NoCapture
}

// capture is the string of group i, or undefined.
func (c *Call) capture(r *regexpSearch, i uint32) heap.Value {
	from, to, ok := r.group(i)
	if !ok {
		return heap.Undefined
	}
	return heap.String(c.H.Part(r.s, r.view, from, to))
}

// resultArray is the result of RegExpBuiltinExec from step 23 on, for the match
// that was taken.
func (c *Call) resultArray(r *regexpSearch) heap.Value {
	h := c.H
	if !h.Room(uint64(r.groups)*64 + 4096) {
		return c.NoMemory()
	}
	var p heap.Prop
	from, _, _ := r.group(0)
	groups := heap.Undefined
	if r.names != 0 {
		groups = c.namedGroups(r, false)
	}
	a := uint32(0)
	if v := h.Root(rootRegExpResult); v.IsCell() {
		a = h.NewObjectShape(v.Ref())
		at := a + heap.OffInternal
		h.SetVal(at, heap.Uint32(from))
		h.SetVal(at+8, heap.String(r.s))
		h.SetVal(at+16, groups)
	} else {
		a = h.NewObjectShape(h.RootShape(c.rootObj(heap.RootArrayProto), heap.KArray, 3))
		h.CreateDataProperty(a, heap.String(h.InternStr("index")), heap.Uint32(from), &p)
		h.CreateDataProperty(a, heap.String(h.InternStr("input")), heap.String(r.s), &p)
		h.CreateDataProperty(a, heap.String(h.InternStr("groups")), groups, &p)
		h.SetRoot(rootRegExpResult, heap.CellRef(h.Shape(a)))
	}
	h.SetU32(a+heap.OffWord, r.groups)
	e := h.Alloc(heap.KElements, heap.OffValues+8*r.groups)
	h.StoreRef(a+heap.OffElements, e)
	for i := uint32(0); i < r.groups; i++ {
		h.SetVal(e+heap.OffValues+8*i, c.capture(r, i)) // it is new, and nothing is collected here
	}
	if r.flags&vm.FHasIndices != 0 {
		h.CreateDataProperty(a, heap.String(h.InternStr("indices")), heap.Object(c.indicesArray(r)), &p)
	}
	return heap.Object(a)
}

// indicesArray is MakeMatchIndicesIndexPairArray (ECMA-262 22.2.7.8).
func (c *Call) indicesArray(r *regexpSearch) uint32 {
	h := c.H
	var p heap.Prop
	a := h.NewArrayCap(r.groups, r.groups)
	for i := uint32(0); i < r.groups; i++ {
		h.Store(h.U32(a+heap.OffElements)+heap.OffValues+8*i, c.indexPair(r, i))
	}
	groups := heap.Undefined
	if r.names != 0 {
		groups = c.namedGroups(r, true)
	}
	h.CreateDataProperty(a, heap.String(h.InternStr("groups")), groups, &p)
	return a
}

func (c *Call) indexPair(r *regexpSearch, i uint32) heap.Value {
	from, to, ok := r.group(i)
	if !ok {
		return heap.Undefined
	}
	return c.pair(heap.Uint32(from), heap.Uint32(to))
}

// namedGroups is a groups object: of index pairs or of strings. Where groups
// share a name the one that took part counts.
func (c *Call) namedGroups(r *regexpSearch, indices bool) heap.Value {
	h := c.H
	var p heap.Prop
	table := r.code + heap.OffData
	table += h.U32(table + vm.HNames)
	o := h.NewObject(0, 0)
	for i := uint32(1); i < r.groups; i++ {
		k := h.U32(table + 4*i)
		if k == 0 {
			continue
		}
		key := h.Val(r.names + heap.OffValues + 8*k)
		if _, _, ok := r.group(i); !ok && h.GetOwn(o, key, &p) {
			continue
		}
		v := heap.Undefined
		if indices {
			v = c.indexPair(r, i)
		} else {
			v = c.capture(r, i)
		}
		h.CreateDataProperty(o, key, v, &p)
	}
	return heap.Object(o)
}

// Do_RegExpMatch searches from lastIndex on, or there only if sticky.
func Do_RegExpMatch(c *Call) heap.Value {
	var r regexpSearch
	c.openSearch(&r, c.Arg(0).Ref(), c.Arg(1).Ref())
	if !c.begin(&r, num.ToUint32(c.Arg(2).Num())) {
		return c.NoMemory()
	}
	return c.stepped(&r, 0)
}

// Do_RegExpStep goes on with a suspended search: a KInternal with the regular
// expression, the string, and the matcher's cell.
func Do_RegExpStep(c *Call) heap.Value {
	h := c.H
	var r regexpSearch
	search := c.Arg(0).Ref()
	c.openSearch(&r, h.Internal(search, 0).Ref(), h.Internal(search, 1).Ref())
	r.m.Resume(h, r.code, r.view, h.Internal(search, 2).Ref())
	return c.stepped(&r, search)
}

// stepped runs a slice of a search; search is the object to suspend it in, 0 for
// a new one.
func (c *Call) stepped(r *regexpSearch, search uint32) heap.Value {
	h := c.H
	switch r.run(regexpSteps) {
	case vm.Matched:
		r.take()
		return c.resultArray(r)
	case vm.NoMatch:
		r.m.Release()
		return heap.Null
	case vm.NoMemory:
		return c.NoMemory()
	}
	cell := r.m.Suspend()
	h.DirtyCell(cell)
	if search == 0 {
		search = h.NewKind(heap.KInternal, 0)
		h.SetInternal(search, 0, heap.Object(r.o))
		h.SetInternal(search, 1, heap.String(r.s))
	}
	h.SetInternal(search, 2, heap.CellRef(cell))
	return heap.Object(search)
}
