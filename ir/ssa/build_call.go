package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// call builds a call instruction: an intrinsic, the callee's body, a call of
// its native code, or a call by the driver.
func (b *builder) call(in *bytecode.Inst, dst, base, n uint32) {
	callee, this := b.reg(base-1), b.reg(base)
	args := b.f.room(int(n))
	for i := range args {
		args[i] = b.reg(base + 1 + uint32(i))
	}
	b.guessCallee(callee, in.Field(bytecode.FieldD))
	if b.neverCalled(callee, in.Field(bytecode.FieldD)) && b.cold() {
		return
	}
	if g, ok := b.guesses[callee]; ok && g.IsObject() {
		if leaf, ok := b.leaf(g.Ref()); ok && b.cfg.Intrinsics[leaf] != NoIntrinsic ||
			!ok && b.h.Kind(g.Ref()) == heap.KFunction && !b.recorded(in.Field(bytecode.FieldD)) {
			callee = b.settle(callee)
		}
	}
	if k, ok := b.known(callee); ok && k.IsObject() {
		if leaf, ok := b.leaf(k.Ref()); ok {
			if b.leafCall(in, leaf, dst, this, args) {
				return
			}
			b.slow(in)
			return
		}
	}
	w := &window{base: int(base), cost: in.X, callee: callee, this: this, args: args}
	if b.boundCall(in, dst, w) {
		return
	}
	b.invoke(in, dst, w)
}

// window is what a call calls, and with what.
type window struct {
	base         int // register of this; the callee's frame begins there, or above
	callee, this *Value
	args         []*Value
	cost         uint32
	apart        bool // the window lies above the registers of the caller

	// Of a construction:
	newTarget *Value
	made      *Value // the new object, if it is there before the constructor runs
}

// invoke builds a call of what is no leaf, as far as is known.
func (b *builder) invoke(in *bytecode.Inst, dst uint32, w *window) {
	fr := b.fr
	if k, ok := b.known(w.callee); ok && k == b.cfg.FunctionCall && k.IsObject() {
		// The site knows what is called by it.
		w.base++
		w.callee, w.this = w.this, b.value(heap.Undefined)
		if len(w.args) > 0 {
			w.this, w.args = w.args[0], w.args[1:]
		} else if !w.apart {
			b.slow(in)
			return
		}
	}
	callee := w.callee
	fn, t := b.target(callee, in.Field(bytecode.FieldD))
	fresh := b.closures[callee] != 0
	if t != 0 && b.h.U32(t+heap.TmplFlags)&(heap.TClass|heap.TFast) != 0 ||
		fn != 0 && (heap.Object(fn) == b.cfg.FunctionCall || b.cfg.FunctionCall == heap.Undefined && b.h.IsROM(fn)) {
		b.slow(in)
		return
	}
	if list, all := b.targets(callee, in.Field(bytecode.FieldD)); t == 0 && len(list) > 0 {
		b.callOneOf(in, dst, w, list, all)
		return
	}
	if t == 0 || b.failed(OpGuardVal) && fn != 0 || b.failed(OpGuardRef) || b.failed(OpGuardKind) || b.failed(OpCheckObj) {
		if callee.Type != Val || b.siteAt(in.Field(bytecode.FieldD)) == 0 || b.h.U32(b.siteAt(in.Field(bytecode.FieldD))) == heap.IcEmpty {
			b.slow(in) // a built-in, as far as is known
			return
		}
		b.nativeCall(in, OpCallAny, dst, w, 0, callee)
		return
	}
	// That it is this function, or one of this template.
	var cell *Value
	if fn != 0 {
		if _, ok := b.known(callee); !ok {
			b.guard(OpGuardVal, 0, callee, b.value(heap.Object(fn)))
		}
		callee = b.value(heap.Object(fn))
		cell = b.cellOf(callee)
	} else if cell = b.object(callee); !fresh {
		b.guard(OpGuardKind, heap.KFunction, cell)
		b.guard(OpGuardRef, 0, b.load(OpLoadRef, MemConst, heap.OffWord, cell), b.cell(t))
	}
	w.callee = callee
	if b.inlinable(t) {
		b.charge(w.cost)
		b.inline(in, t, &frame{callee: callee, dst: dst, base: fr.base + w.base}, w.this, w.args)
		return
	}
	b.nativeCall(in, OpCall, dst, w, int64(b.above(t, uint32(len(w.args)))), cell, b.cell(t))
}

// nativeCall builds a call of code that is not inlined; the callee's frame begins
// so many slots above the window.
func (b *builder) nativeCall(in *bytecode.Inst, op Op, dst uint32, w *window, above int64, callee ...*Value) {
	fr := b.fr
	b.flush(b.here())
	base := int64(fr.base + w.base)
	switch {
	case w.apart:
		b.storeWindow(base, w.callee, w.this, w.args)
	case w.newTarget != nil:
		b.aux(OpStoreSlot, base, w.this)
	}
	if above != 0 {
		b.aux(OpStoreSlot, base-2, b.bits(0))
		b.aux(OpStoreSlot, base-3, b.bits(0))
		b.aux(OpStoreSlot, base-4, b.value(heap.Undefined))
		base += above
		b.storeWindow(base, w.callee, w.this, w.args)
	}
	flags := int64(0)
	if w.newTarget != nil {
		b.aux(OpStoreSlot, base-header, b.boxed(w.newTarget))
		flags |= CallNewTarget
	}
	if w.made != nil {
		flags |= CallConstructs
	}
	v := b.aux(op, base, callee...)
	v.Aux2 = PackCall(uint32(len(w.args)), dst, w.cost) | flags
	after := fr.regs[dst]
	fr.regs[dst] = nil
	v.State = b.f.bare(b.stateAt(fr, in.Next))
	fr.regs[dst] = after
	b.orThrew(nil)
	b.set(dst, v)
	if w.made != nil {
		b.orMade(dst, v, w.made)
	}
	b.pollAt(in.Next)
}

// leaf is the number of the leaf behind a built-in function.
func (b *builder) leaf(f uint32) (uint32, bool) {
	h := b.h
	switch h.Kind(f) {
	case heap.KNative:
		return h.Word(f), true
	case heap.KFunction:
		if t := h.Word(f); h.U32(t+heap.TmplFlags)&heap.TFast != 0 {
			return h.U32(t+heap.TmplFast) - 1, true
		}
	}
	return 0, false
}

// leafCall builds a call of a leaf that has an intrinsic.
func (b *builder) leafCall(in *bytecode.Inst, leaf, dst uint32, this *Value, args []*Value) bool {
	k := b.cfg.Intrinsics[leaf]
	switch k {
	case Array:
		return b.arrayOf(in, dst, args)
	case ArrayPush:
		return b.push(in, dst, this, args)
	case ArrayPop:
		return b.pop(in, dst, this)
	case MapGet, MapHas, MapSet, MapDelete, SetHas, SetAdd, SetDelete, WeakMapGet, WeakMapHas, WeakMapSet, WeakSetHas, WeakSetAdd:
		return b.collection(in, collections[k], dst, this, args)
	case ArrayShift:
		b.arrayShift(in, dst, this)
		return true
	case ArraySlice:
		b.arraySlice(in, dst, this, args)
		return true
	case ArrayIsArray:
		return len(args) > 0 && b.isArray(in, dst, args[0])
	case StringOf, NumberOf, NumberToString, ParseInt, StringTrim, StringTrimStart, StringTrimEnd, StringUpper, StringLower:
		return b.textCall(in, k, dst, this, args)
	case MapKeys, MapValues, MapEntries, SetValues, SetEntries:
		return b.iteratorCall(in, k, dst, this)
	case ArrayFrom:
		return b.arrayFrom(in, dst, this, args)
	case DateGetTime:
		return b.getTime(in, dst, this)
	case BufferIsView:
		return len(args) > 0 && b.isView(in, dst, args[0])
	case BooleanOf:
		return len(args) > 0 && b.truth(in, dst, args[0])
	case NumberIsInteger, NumberIsSafeInteger, NumberIsFinite, NumberIsNaN:
		return len(args) > 0 && b.numberIs(in, k, dst, args[0])
	case ObjectIs:
		return len(args) > 1 && b.sameValue(in, dst, args[0], args[1])
	case ObjectKeys, ObjectValues:
		return len(args) > 0 && b.keysOf(in, k, dst, args[0])
	case StringCharCodeAt, StringCodePointAt, StringCharAt, StringAt, StringSlice, StringSubstring, StringFromCharCode:
		return b.stringCall(in, k, dst, this, args)
	case StringIndexOf, StringIncludes, StringStartsWith, StringEndsWith:
		return b.stringSearch(in, k, dst, this, args)
	case ReflectGet, ReflectSet, ReflectHas, ReflectDelete, ReflectGetPrototypeOf, ObjectHasOwn:
		return b.reflect(in, k, dst, args)
	case HasOwnProperty:
		return len(args) > 0 && b.reflect(in, ObjectHasOwn, dst, []*Value{this, args[0]})
	}
	if k >= ViewGetInt8 && k <= ViewSetFloat64 {
		return b.viewCall(in, k, dst, this, args)
	}
	v, ok := b.intrinsic(k, this, args)
	if !ok {
		return false
	}
	b.charge(in.X)
	b.set(dst, v)
	return true
}

// push builds Array.prototype.push of one value; a full array is the driver's.
func (b *builder) push(in *bytecode.Inst, dst uint32, this *Value, args []*Value) bool {
	if len(args) != 1 || this.Type != Val || !b.plainArrays() {
		return false
	}
	b.orSlow(in, func() {
		obj := b.arrayToChange(this)
		n := b.load(OpLoadInt, MemWord, heap.OffWord, obj)
		e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
		to := b.roomFor(obj, e, n)
		b.charge(in.X)
		b.set(dst, b.appendTo(obj, to, n, args[0]))
	})
	return true
}

// pop builds Array.prototype.pop; of an empty array, or one that ends with a
// hole, it is the driver's.
func (b *builder) pop(in *bytecode.Inst, dst uint32, this *Value) bool {
	if this.Type != Val || !b.plainArrays() {
		return false
	}
	b.orSlow(in, func() {
		obj := b.arrayToChange(this)
		n := b.load(OpLoadInt, MemWord, heap.OffWord, obj)
		e := b.load(OpLoadRef, MemElems, heap.OffElements, obj)
		i := b.op(OpSubIntW, n, b.integer(1))
		room := b.load(OpLoadCap, MemFlags, 0, e)
		b.requireBound(i, room)
		// Nor when much room is to be given back: as the leaf does it.
		b.requireBound(room, b.op(OpAddIntW, b.op(OpShlInt, i, b.integer(2)), b.integer(65)))
		v := b.load(OpLoadValX, MemElem, heap.OffValues, e, i)
		b.require(b.aux(OpCmpVal, int64(Ne), v, b.value(heap.Hole)))
		b.charge(in.X)
		// No barrier: a hole is no cell.
		b.store(OpStoreValX, MemElem, heap.OffValues, e, i, b.value(heap.Hole))
		b.store(OpStoreInt, MemWord, heap.OffWord, obj, i)
		b.set(dst, v)
	})
	return true
}

// arrayToChange is the cell of v, an array with the shape of new ones whose
// elements may be written. What else it is has the code left, or, once that has
// happened too often, goes the driver's way.
func (b *builder) arrayToChange(v *Value) *Value {
	fails := b.failed(OpCheckObj) || b.failed(OpGuardKind) || b.failed(OpGuardInt) || b.failed(OpGuardRef)
	if !fails {
		obj := b.object(v)
		b.guard(OpGuardKind, heap.KArray, obj)
		b.plainElements(obj)
		b.guardShape(obj, b.h.ArrayShape())
		return obj
	}
	obj := b.requireObject(v)
	b.require(b.aux(OpIsKind, heap.KArray, obj))
	flags := b.op(OpAndInt, b.load(OpLoadU8, MemFlags, heap.OffFlags, obj), b.integer(heap.FElemsSlow))
	b.require(b.aux(OpCmpInt, int64(Eq), flags, b.integer(0)))
	b.requireCell(b.load(OpLoadRef, MemShape, heap.OffShape, obj), b.cell(b.h.ArrayShape()))
	return obj
}

// guessCallee guesses that a call is, as it was so far, one of a built-in function.
func (b *builder) guessCallee(callee *Value, site uint32) {
	h := b.h
	at := b.siteAt(site)
	if _, ok := b.guess(callee); ok || at == 0 {
		return
	}
	f := h.U32(at + heap.IcRef)
	if f == 0 || h.U32(at) == heap.IcMega {
		return
	}
	if _, ok := b.leaf(f); ok {
		b.guesses[callee] = heap.Object(f)
	}
}

// neverCalled reports whether nothing is known of what a call calls, since it has
// never been executed.
func (b *builder) neverCalled(callee *Value, site uint32) bool {
	at := b.siteAt(site)
	if _, ok := b.guess(callee); ok || at == 0 || b.closures[callee] != 0 {
		return false
	}
	return b.h.U64(at) == 0 && b.h.U64(at+heap.IcRef) == 0
}

// recorded reports whether a call site has seen a compiled function.
func (b *builder) recorded(site uint32) bool {
	at := b.siteAt(site)
	return at != 0 && b.h.U32(at) != heap.IcEmpty
}

// target is what a call is known to call: a closure, or else a template.
func (b *builder) target(callee *Value, site uint32) (fn, t uint32) {
	h := b.h
	if k, ok := b.known(callee); ok {
		if !h.IsKind(k, heap.KFunction) {
			return 0, 0
		}
		return k.Ref(), h.Word(k.Ref())
	}
	if t := b.closures[callee]; t != 0 {
		return 0, t
	}
	at := b.siteAt(site)
	if at == 0 || h.U32(at) <= heap.IcMega || h.Kind(h.U32(at+heap.IcRef)) == heap.KBound {
		return 0, 0
	}
	return h.U32(at + heap.IcRef), h.U32(at)
}

// targets are the templates that a polymorphic call has called and that are put in
// place: small ones that call nothing, and not in what is in place itself. There is
// much of the code of calls, and what is called so is often called in trees. all tells
// that it has called nothing else.
func (b *builder) targets(callee *Value, site uint32) (list []uint32, all bool) {
	at := b.siteAt(site)
	if at == 0 || b.h.U32(at) != heap.IcPoly || callee.Type != Val || b.fr.parent != nil || b.f.NumValues() >= maxInlineAll {
		return nil, false
	}
	at = b.h.U32(at+heap.IcRef) + heap.FbEntries
	all = !b.failed(OpCheckObj) && !b.failed(OpGuardKind) && !b.failed(OpGuardRef)
	for n := b.h.U32(at - heap.FbEntries + heap.FbSites); n > 0; n-- {
		switch t := b.h.U32(at); {
		case t == heap.IcEmpty:
		case b.h.U32(t+heap.TmplFlags)&(heap.TClass|heap.TFast) == 0 && b.inlinable(t) && b.h.U32(t+heap.TmplWords) <= inlineSmall && !b.makesCalls(t):
			list = append(list, t)
		default:
			all = false
		}
		at += heap.IcSize
	}
	return list, all
}

// makesCalls reports whether a template has calls or constructions.
func (b *builder) makesCalls(t uint32) bool {
	code := b.source(t).code
	for pc := uint32(0); pc < uint32(len(code)); {
		in, ok := bytecode.Decode(code, pc)
		if !ok {
			return true
		}
		for _, o := range in.Operands() {
			if o.Type == bytecode.Base {
				return true
			}
		}
		pc = in.Next
	}
	return false
}

// callOneOf builds a call of one of several functions, by their templates; other
// functions are called in the general way, or if these are all leave the code.
func (b *builder) callOneOf(in *bytecode.Inst, dst uint32, w *window, list []uint32, all bool) {
	fr := b.fr
	callee, regs := w.callee, fr.regs
	var ends []edge
	var general []*Block
	begin := func(blk *Block) { b.cur, fr.regs, fr.state = blk, b.f.list(regs), nil }
	end := func() {
		if b.cur != nil {
			ends = append(ends, edge{b.cur, fr.regs})
		}
	}
	// check goes on where c holds.
	check := func(c *Value) {
		yes, no := b.split(c)
		general = append(general, no)
		begin(yes)
	}
	var cell *Value
	if all {
		cell = b.object(callee)
		b.guard(OpGuardKind, heap.KFunction, cell)
	} else {
		check(b.aux(OpHasTag, heap.TagObject, callee))
		cell = b.op(OpUnboxRef, callee)
		check(b.aux(OpIsKind, heap.KFunction, cell))
	}
	tmpl := b.load(OpLoadRef, MemConst, heap.OffWord, cell)
	for i, t := range list {
		var no *Block
		if all && i == len(list)-1 {
			b.guard(OpGuardRef, 0, tmpl, b.cell(t))
			fr.regs = b.f.list(regs)
		} else {
			yes, other := b.split(b.aux(OpCmpRef, int64(Eq), tmpl, b.cell(t)))
			no = other
			begin(yes)
		}
		b.charge(w.cost)
		b.inline(in, t, &frame{callee: callee, dst: dst, base: fr.base + w.base}, w.this, w.args)
		end()
		b.cur, fr.regs, fr.state, fr.pc = no, regs, nil, in.PC
	}
	if !all {
		general = append(general, b.cur)
		rest := b.f.NewBlock(Jump)
		for _, from := range general {
			from.Connect(rest)
		}
		begin(rest)
		b.nativeCall(in, OpCallAny, dst, w, 0, callee)
		end()
	}
	if len(ends) > 0 {
		b.join(fr, ends, in.Next)
	}
}

// inlinable reports whether the body of t is small enough to be put in place. That of
// a function that calls itself, and nothing else, is put in place in itself once.
func (b *builder) inlinable(t uint32) bool {
	h := b.h
	depth, words := 0, h.U32(t+heap.TmplWords)
	for fr := b.fr; fr != nil; fr = fr.parent {
		depth++
		if fr.src.tmpl == t && (fr.parent != nil || b.fr != fr || words > inlineWords || !b.callsItself(t)) {
			return false
		}
	}
	return h.U32(h.FeedbackSlot(t)) != 0 && depth <= maxDepth && h.U32(t+heap.TmplHandlers) == 0 && h.U32(t+heap.TmplFlags)&(heap.TGenerator|heap.TAsync) == 0 &&
		(words <= inlineSmall || words <= inlineWords && b.f.NumValues() < maxInlineAll)
}

// callsItself reports whether a template calls no other compiled function.
func (b *builder) callsItself(t uint32) bool {
	src := b.source(t)
	for pc := uint32(0); pc < uint32(len(src.code)); {
		in, ok := bytecode.Decode(src.code, pc)
		if !ok {
			return false
		}
		switch at := src.fb + heap.FbEntries + heap.IcSize*in.Field(bytecode.FieldD); in.Op {
		case bytecode.OpCall:
			if callee := b.h.U32(at); src.fb == 0 || callee != heap.IcEmpty && callee != t {
				return false
			}
		case bytecode.OpNew:
			return false
		}
		pc = in.Next
	}
	return true
}

// inline puts the body of t in place of the call in; fr is its frame, without
// registers.
func (b *builder) inline(in *bytecode.Inst, t uint32, fr *frame, this *Value, args []*Value) {
	caller := b.fr
	src := b.source(t)
	fr.src, fr.fn, fr.parent = src, b.function(src), caller
	fr.argc, fr.args = uint32(len(args)), args
	fr.outer = b.stateAt(caller, in.Next)
	if fr.act != bytecode.ActDiscard && int(fr.dst) < len(fr.outer.Regs) {
		fr.outer.Regs[fr.dst] = nil
	}
	if n := b.above(t, fr.argc); n != 0 {
		b.keepWindow(fr.outer, fr.base-caller.base, fr.callee, this, args)
		fr.base += int(n)
	}
	// An exception may come out of the call: what its handler reads must be there.
	if target, ok := caller.src.live.Handler(in.PC); ok {
		live := caller.src.live.At(target)
		b.f.widen(fr.outer, len(caller.regs))
		for r, v := range caller.regs {
			if v != nil && live[r/64]>>(r%64)&1 != 0 {
				fr.outer.Regs[r] = v
			}
		}
	}
	// What lies where the callee's frame will be is gone, though code may seem to
	// read it later: a window is read as a whole.
	if first := fr.base - header - caller.base; first < len(fr.outer.Regs) {
		clear(fr.outer.Regs[first:])
	}
	fr.regs = b.f.room(src.regs)
	fr.regs[0] = this
	for i := 0; i < src.params; i++ {
		if i < len(args) {
			fr.regs[1+i] = args[i]
		} else {
			fr.regs[1+i] = b.value(heap.Undefined)
		}
	}
	b.run(fr, 0)
	b.fr, b.cur = caller, nil
	caller.pc, caller.state = in.PC, nil
	if len(fr.rets) == 0 {
		return
	}
	blk, result := b.merge(caller, fr.rets, nil, in.PC)
	b.cur = blk
	if fr.act != bytecode.ActDiscard {
		b.set(fr.dst, result[0])
	}
}

// ret builds a return.
func (b *builder) ret(in *bytecode.Inst, v *Value) {
	fr := b.fr
	b.charge(in.X)
	switch {
	case fr.parent == nil:
		b.cur.Kind, b.cur.Control = Ret, b.boxed(v)
	case fr.this == nil || v.Op == OpBoxObj:
		fr.rets = append(fr.rets, edge{b.cur, []*Value{v}})
	default:
		// A construction: v if it is an object, else the new one.
		if k, ok := b.known(v); ok && !k.IsObject() || v.Type != Val {
			fr.rets = append(fr.rets, edge{b.cur, []*Value{fr.this}})
			break
		}
		from := b.cur
		yes, no := b.f.NewBlock(Jump), b.f.NewBlock(Jump)
		from.Kind, from.Control = If, b.aux(OpHasTag, heap.TagObject, v)
		from.Connect(yes)
		from.Connect(no)
		fr.rets = append(fr.rets, edge{yes, []*Value{v}}, edge{no, []*Value{fr.this}})
	}
	b.cur = nil
}
