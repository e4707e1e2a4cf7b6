package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// object is the cell of an object value, leaving when it is none.
func (b *builder) object(v *Value) *Value {
	if v.Op == OpBoxObj {
		return v.Args[0]
	}
	if k, ok := b.known(v); ok && k.IsObject() {
		return b.cellOf(v)
	}
	if v.Type != Val {
		v = b.boxed(v)
	}
	return b.guard(OpCheckObj, 0, v)
}

// cellOf is the cell of a value known to hold one.
func (b *builder) cellOf(v *Value) *Value {
	switch v.Op {
	case OpBoxObj, OpBoxCell, OpBoxStr:
		return v.Args[0]
	case OpConstVal:
		return b.constant(OpConstRef, int64(uint32(v.Aux)))
	case OpPoolVal:
		return b.constant(OpPoolRef, v.Aux)
	}
	return b.op(OpUnboxRef, v)
}

// load reads memory.
func (b *builder) load(op Op, mem Mem, off int64, args ...*Value) *Value {
	v := b.aux(op, off, args...)
	v.Mem = mem
	return v
}

// store writes memory, without a barrier.
func (b *builder) store(op Op, mem Mem, off int64, args ...*Value) {
	b.aux(op, off, args...).Mem = mem
}

// storeVal writes a value into a cell that may be tenured.
func (b *builder) storeVal(mem Mem, off int64, ref, v *Value) {
	b.store(OpStoreVal, mem, off, ref, b.boxed(v))
	b.aux(OpBarrier, off, ref)
}

// context is the context so many hops up from the one in a register.
func (b *builder) context(reg, hops uint32) *Value {
	ctx := b.cellOf(b.reg(reg))
	for ; hops > 0; hops-- {
		ctx = b.load(OpLoadRef, MemConst, heap.OffParent, ctx)
	}
	return ctx
}

// ic is an inline-cache entry as the builder sees it.
type ic struct{ shape, data, ref, epoch uint32 }

// entries are what site knows; ok is false when it has given up or holds what
// is out of date.
func (b *builder) entries(site uint32) (list []ic, ok bool) {
	at := b.siteAt(site)
	if at == 0 {
		return nil, true
	}
	h := b.h
	n := uint32(1)
	switch h.U32(at) {
	case heap.IcEmpty:
		return nil, true
	case heap.IcMega:
		return nil, false
	case heap.IcPoly:
		cell := h.U32(at + heap.IcRef)
		at, n = cell+heap.FbEntries, h.U32(cell+heap.FbSites)
	}
	list = b.ics.take(int(n))[:0]
	for ; n > 0; n-- {
		e := ic{h.U32(at), h.U32(at + heap.IcData), h.U32(at + heap.IcRef), h.U32(at + heap.IcEpoch)}
		at += heap.IcSize
		if e.shape == heap.IcEmpty || e.shape > heap.IcMega && h.ShapeFlagsOf(e.shape)&heap.SDead != 0 {
			continue
		}
		if e.epoch != 0 && e.epoch != h.ProtoEpoch {
			continue
		}
		list = append(list, e)
	}
	return list, true
}

// cold ends the path at an instruction that has never been executed.
func (b *builder) cold() bool {
	if b.failed(OpInvalid) {
		return false
	}
	b.exit(b.fr.pc, "never executed")
	return true
}

// guardShape leaves unless obj has shape s.
func (b *builder) guardShape(obj *Value, s uint32) {
	b.guard(OpGuardRef, 0, b.load(OpLoadRef, MemShape, heap.OffShape, obj), b.cell(s))
}

// getNamed builds recv.key with the inline cache of a site.
func (b *builder) getNamed(in *bytecode.Inst, dst uint32, recv *Value, key heap.Value, site uint32) bool {
	list, ok := b.entries(site)
	proxies := b.meetsProxy(b.cfg.Library.ProxyGet)
	if ok && len(list) == 0 && !proxies {
		return b.cold()
	}
	if !ok || b.failed(OpGuardRef) && len(list) == 1 && b.h.U32(b.siteAt(site)) != heap.IcPoly {
		return b.getAny(in, dst, recv, key, nil)
	}
	if proxies || b.failed(OpCheckObj) || b.failed(OpGuardEpoch) || b.failed(OpGuardTrue) || b.failed(OpCheckStr) {
		return b.getAny(in, dst, recv, key, list)
	}
	if g, ok := b.guesses[recv]; ok && g.IsObject() && b.h.IsROM(g.Ref()) {
		recv = b.settle(recv)
	}
	if list[0].shape < heap.IcPoly && len(list) == 1 {
		return b.primitiveNamed(dst, recv, &list[0])
	}
	for i := range list {
		if !b.simpleLoad(&list[i]) {
			return b.getters(in, dst, recv, list) || b.getAny(in, dst, recv, key, list)
		}
	}
	if k, ok := b.known(recv); ok && k.IsObject() && b.h.IsROM(k.Ref()) {
		// A ROM object: all is known.
		for i := range list {
			if list[i].shape == b.h.Shape(k.Ref()) {
				b.set(dst, b.loadEntry(b.cellOf(recv), &list[i]))
				return true
			}
		}
		return false
	}
	if b.failed(OpGuardRef) && len(list) > 1 {
		return b.getAny(in, dst, recv, key, list)
	}
	obj := b.object(recv)
	if len(list) == 1 {
		b.guardShape(obj, list[0].shape)
		b.set(dst, b.loadEntry(obj, &list[0]))
		return true
	}
	b.cases(obj, list, in.Next, func(i int) { b.set(dst, b.loadEntry(obj, &list[i])) })
	return true
}

// getAny builds recv.key for objects of all shapes, and strings if list has them:
// what list knows of them first, the other objects by looking for the property.
func (b *builder) getAny(in *bytecode.Inst, dst uint32, recv *Value, key heap.Value, list []ic) bool {
	if recv.Type != Val || !b.keysKnown() {
		return false
	}
	var ofString *ic
	simple := make([]ic, 0, len(list))
	for i := range list {
		e := &list[i]
		if e.shape == heap.IcString && (e.data == icStringLength || b.inROM(e)) {
			ofString = e
		} else if (b.simpleLoad(e) || b.accessor(e) != 0) && !(e.epoch != 0 && b.failed(OpGuardEpoch)) {
			simple = append(simple, *e)
		}
	}
	object := func() *Value {
		obj := b.requireObject(recv)
		return b.orProxy(in, b.cfg.Library.ProxyGet, actStore, dst, obj, func() []*Value { return []*Value{b.value(key), recv} }, func() *Value {
			return b.getCases(in, dst, obj, recv, key, simple)
		})
	}
	property := func() *Value {
		if b.inROM(ofString) {
			return b.romSlot(ofString.ref, ofString)
		}
		return b.stringLength(b.op(OpUnboxRef, recv))
	}
	b.orSlow(in, func() {
		var v *Value
		switch isString := b.aux(OpHasTag, heap.TagString, recv); {
		case ofString == nil:
			v = object()
		case len(list) == 1:
			b.require(isString)
			v = property()
		default:
			v = b.choose(isString, property, object)
		}
		if b.cur != nil {
			b.set(dst, v)
		}
	})
	return true
}

// icStringLength is the data of the entry for the length of strings.
const icStringLength = heap.IcSpecial | heap.IcStringLen<<3

// inROM reports whether an entry is that of a property of a ROM prototype.
func (b *builder) inROM(e *ic) bool {
	k := e.data & 7
	return (k == heap.IcProto || k == heap.IcProtoSlots) && b.h.IsROM(e.ref)
}

// getCases is property key of obj, the cell of recv: as list knows it, or by looking
// for it if list is empty.
func (b *builder) getCases(in *bytecode.Inst, dst uint32, obj, recv *Value, key heap.Value, list []ic) *Value {
	if len(list) == 0 {
		v := b.keyed(obj, b.value(key))
		if in.Op == bytecode.OpGetglobal {
			// A global that is not there is an error.
			b.require(b.aux(OpCmpVal, int64(Ne), v, b.value(heap.Undefined)))
		}
		return v
	}
	return b.byShape(obj, list, func(e *ic) *Value {
		if b.accessor(e) == 0 {
			return b.loadEntry(obj, e)
		}
		b.checkAccessor(obj, e, heap.OffGetter)
		b.callAccessor(in, dst, e.ref, recv, nil)
		if b.cur == nil {
			return nil
		}
		return b.fr.regs[dst]
	})
}

// byShape does something for each shape that obj may have; the results, if
// there are any, are joined.
func (b *builder) byShape(obj *Value, list []ic, do func(e *ic) *Value) *Value {
	s := b.load(OpLoadRef, MemShape, heap.OffShape, obj)
	var next func(list []ic) *Value
	next = func(list []ic) *Value {
		e := &list[0]
		if len(list) == 1 {
			b.requireCell(s, b.cell(e.shape))
			return do(e)
		}
		c := b.aux(OpCmpRef, int64(Eq), s, b.cell(e.shape))
		return b.choose(c, func() *Value { return do(e) }, func() *Value { return next(list[1:]) })
	}
	return next(list)
}

// simpleLoad reports whether an entry is a load or a constant.
func (b *builder) simpleLoad(e *ic) bool {
	if e.shape < heap.IcPoly {
		return false
	}
	k := e.data & 7
	return k <= heap.IcProtoSlots || k == heap.IcAbsent || k == heap.IcSpecial && e.data>>3&31 == heap.IcArrayLength
}

// loadEntry reads the property that e describes from obj, whose shape has been
// tested.
func (b *builder) loadEntry(obj *Value, e *ic) *Value {
	off := e.data &^ 7
	switch e.data & 7 {
	case heap.IcOwn, heap.IcOwnSlots:
		if obj.Op == OpConstRef {
			return b.romSlot(uint32(obj.Aux), e)
		}
		if e.data&7 == heap.IcOwn {
			return b.load(OpLoadVal, MemProp, int64(off), obj)
		}
		return b.load(OpLoadVal, MemProp, int64(off), b.load(OpLoadRef, MemSlots, heap.OffSlots, obj))
	case heap.IcProto, heap.IcProtoSlots:
		b.epoch(e)
		if b.h.IsROM(e.ref) {
			return b.romSlot(e.ref, e)
		}
		holder := b.cell(e.ref)
		if e.data&7 == heap.IcProto {
			return b.load(OpLoadVal, MemProp, int64(off), holder)
		}
		return b.load(OpLoadVal, MemProp, int64(off), b.load(OpLoadRef, MemSlots, heap.OffSlots, holder))
	case heap.IcAbsent:
		b.epoch(e)
		return b.value(heap.Undefined)
	}
	n := b.load(OpLoadInt, MemWord, heap.OffWord, obj)
	if b.way == nil {
		return b.guard(OpGuardPos, 0, n)
	}
	b.require(b.aux(OpCmpInt, int64(Ge), n, b.integer(0)))
	return n
}

// romSlot is the value of a property of a ROM object: it never changes.
func (b *builder) romSlot(obj uint32, e *ic) *Value {
	at := obj
	if k := e.data & 7; k == heap.IcOwnSlots || k == heap.IcProtoSlots {
		at = b.h.U32(obj + heap.OffSlots)
	}
	return b.value(b.h.Val(at + e.data&^7))
}

// epoch leaves when a prototype in RAM has changed since e was made.
func (b *builder) epoch(e *ic) {
	if e.epoch != 0 {
		b.guard(OpGuardEpoch, int64(e.epoch))
	}
}

// primitiveNamed reads a property of a primitive: its prototype is in ROM.
func (b *builder) primitiveNamed(dst uint32, recv *Value, e *ic) bool {
	switch e.shape {
	case heap.IcString:
		if recv.Type != Val || b.failed(OpCheckStr) {
			return false
		}
		if e.data == icStringLength {
			b.set(dst, b.stringLength(b.str(recv)))
			return true
		}
		b.str(recv)
	case heap.IcNumber:
		if recv.Type == Val {
			if b.failed(OpGuardTrue) {
				return false
			}
			b.guard(OpGuardTrue, 0, b.op(OpIsNum, recv))
		} else if recv.Type == Bool {
			return false
		}
	default:
		return false
	}
	if b.inROM(e) {
		b.set(dst, b.romSlot(e.ref, e))
		return true
	}
	return false
}

// str is the cell of a string, leaving when v is none.
func (b *builder) str(v *Value) *Value {
	if v.Op == OpBoxStr {
		return v.Args[0]
	}
	if k, ok := b.known(v); ok && k.IsString() {
		return b.cellOf(v)
	}
	return b.guard(OpCheckStr, 0, v)
}

func (b *builder) stringLength(s *Value) *Value {
	return b.load(OpLoadInt, MemConst, heap.OffLength, s)
}

// getLength builds recv.length: of an array or a string, or else by cases.
func (b *builder) getLength(in *bytecode.Inst, dst uint32, recv *Value, key heap.Value, site uint32) bool {
	if recv.Type != Val {
		return false
	}
	list, ok := b.entries(site)
	strings := b.typesAt()&heap.FbObject != 0
	proxies := b.meetsProxy(b.cfg.Library.ProxyGet)
	if ok && len(list) == 0 && !proxies && !b.failed(OpGuardKind) && !b.failed(OpCheckObj) && !b.failed(OpCheckStr) {
		if strings {
			b.set(dst, b.stringLength(b.str(recv)))
			return true
		}
		obj := b.object(recv)
		b.guard(OpGuardKind, heap.KArray, obj)
		b.set(dst, b.guard(OpGuardPos, 0, b.load(OpLoadInt, MemWord, heap.OffWord, obj)))
		return true
	}
	if ok && len(list) == 1 && !strings && !proxies && !b.failed(OpGuardRef) && !b.failed(OpCheckObj) {
		if e := &list[0]; b.simpleLoad(e) {
			return b.getNamed(in, dst, recv, key, site)
		} else if b.getter(in, dst, recv, e) {
			return true
		}
	}
	if !b.keysKnown() {
		return false
	}
	typed := func(e *ic) bool {
		leaf, ok := b.leafOf(e)
		return ok && b.cfg.Intrinsics[leaf] == TypedArrayLength && b.h.ShapeKind(e.shape) == heap.KTypedArray
	}
	other := func(obj *Value) *Value {
		var simple []ic
		for i := range list {
			if (b.simpleLoad(&list[i]) || typed(&list[i])) && list[i].epoch == 0 {
				simple = append(simple, list[i])
			}
		}
		if len(simple) == 0 {
			return b.keyed(obj, b.value(key))
		}
		return b.byShape(obj, simple, func(e *ic) *Value {
			if typed(e) {
				return b.lengthOfTyped(obj)
			}
			return b.loadEntry(obj, e)
		})
	}
	object := func(obj *Value) *Value {
		return b.choose(b.aux(OpIsKind, heap.KArray, obj), func() *Value {
			n := b.load(OpLoadInt, MemWord, heap.OffWord, obj)
			b.require(b.aux(OpCmpInt, int64(Ge), n, b.integer(0)))
			return n
		}, func() *Value {
			return b.orProxy(in, b.cfg.Library.ProxyGet, actStore, dst, obj, func() []*Value { return []*Value{b.value(key), recv} },
				func() *Value { return other(obj) })
		})
	}
	b.orSlow(in, func() {
		if !strings && !b.failed(OpCheckObj) {
			b.set(dst, object(b.requireObject(recv)))
			return
		}
		b.set(dst, b.choose(b.aux(OpHasTag, heap.TagObject, recv), func() *Value {
			return object(b.op(OpUnboxRef, recv))
		}, func() *Value {
			b.require(b.aux(OpHasTag, heap.TagString, recv))
			return b.stringLength(b.op(OpUnboxRef, recv))
		}))
	})
	return true
}

// setNamed builds recv.key = v, or, with define, the definition of a property of a
// literal or a field.
func (b *builder) setNamed(in *bytecode.Inst, recv, v *Value, key heap.Value, site uint32, define bool) bool {
	list, ok := b.entries(site)
	if recv.Type != Val {
		return false
	}
	proxies := !define && b.meetsProxy(b.cfg.Library.ProxyPut)
	if ok && len(list) == 0 && !proxies && b.cold() {
		return true
	}
	if key == b.h.Root(heap.RootAtomLength) && len(list) == 0 && !define && !proxies && v.Type != Bool && v.Type != F64 {
		b.orSlow(in, func() { b.setLength(b.requireObject(recv), v) })
		return true
	}
	v = b.boxed(v)
	simple := make([]ic, 0, len(list))
	for i := range list {
		e := &list[i]
		if k := e.data & 7; e.shape > heap.IcMega && (k == heap.IcOwn || k == heap.IcOwnSlots || k == heap.IcAdd || k == heap.IcAddSlots || !define && b.accessor(e) != 0) &&
			!(e.epoch != 0 && b.failed(OpGuardEpoch)) {
			simple = append(simple, *e)
		}
	}
	fails := b.failed(OpCheckObj) || b.failed(OpGuardBound) || b.failed(OpGuardRef) || b.failed(OpGuardInt) || b.failed(OpGuardVal)
	write := func(obj *Value) {
		b.byShape(obj, simple, func(e *ic) *Value {
			if e.data&7 == heap.IcSpecial {
				b.checkAccessor(obj, e, heap.OffSetter)
				b.callAccessor(in, 0, e.ref, recv, v)
			} else {
				b.storeEntry(obj, v, e)
			}
			return nil
		})
	}
	if len(simple) == len(list) && len(list) > 0 && ok && !fails && !proxies {
		write(b.object(recv))
		return true
	}
	if len(simple) == 0 && !b.keysKnown() {
		return false
	}
	b.orSlow(in, func() {
		obj := b.requireObject(recv)
		other := func() *Value {
			if len(simple) == 0 {
				b.setKeyed(obj, b.value(key), v, int64(b2i(define)))
			} else {
				write(obj)
			}
			return nil
		}
		if define {
			other()
			return
		}
		b.orProxy(in, b.cfg.Library.ProxyPut, bytecode.ActDiscard, 0, obj, func() []*Value { return []*Value{b.value(key), v, recv} }, other)
	})
	return true
}

// setLength sets the length of an array to what it is, as functions of the library
// do when they are done.
func (b *builder) setLength(obj, v *Value) {
	b.require(b.aux(OpIsKind, heap.KArray, obj))
	flags := b.op(OpAndInt, b.load(OpLoadU8, MemFlags, heap.OffFlags, obj), b.integer(heap.FLengthReadonly))
	b.require(b.aux(OpCmpInt, int64(Eq), flags, b.integer(0)))
	n := b.requireInt(v)
	b.require(b.aux(OpCmpInt, int64(Ge), n, b.integer(0)))
	b.require(b.aux(OpCmpInt, int64(Eq), n, b.load(OpLoadInt, MemWord, heap.OffWord, obj)))
}

// storeEntry writes the property that e describes.
func (b *builder) storeEntry(obj, v *Value, e *ic) {
	off := int64(e.data &^ 7)
	at := obj
	switch e.data & 7 {
	case heap.IcOwnSlots:
		at = b.load(OpLoadRef, MemSlots, heap.OffSlots, obj)
	case heap.IcAdd, heap.IcAddSlots:
		b.epoch(e)
		if e.data&7 == heap.IcAddSlots {
			at = b.slotsFor(obj, e)
		}
		b.store(OpStoreRef, MemShape, heap.OffShape, obj, b.cell(e.ref))
		b.aux(OpBarrier, heap.OffShape, obj)
	}
	b.storeVal(MemProp, off, at, v)
}

// private builds obj.#name, or with v obj.#name = v.
func (b *builder) private(in *bytecode.Inst, dst uint32, recv, name, v *Value, site uint32) bool {
	list, ok := b.entries(site)
	if recv.Type != Val || name.Type != Val {
		return false
	}
	if ok && len(list) == 0 && !b.failed(OpInvalid) {
		return b.cold()
	}
	same, simple, calls := true, true, false
	for i := range list {
		e := &list[i]
		same = same && e.ref == list[0].ref
		simple = simple && e.shape > heap.IcMega && (e.data&7 == heap.IcOwn || e.data&7 == heap.IcOwnSlots || privateAccessor(e))
		calls = calls || privateAccessor(e)
	}
	fails := b.failed(OpGuardRef) || b.failed(OpGuardVal) || b.failed(OpCheckObj)
	if ok && len(list) > 0 && same && simple && !fails {
		obj := b.object(recv)
		b.guard(OpGuardVal, 0, name, b.value(heap.Symbol(list[0].ref)))
		if v != nil {
			v = b.boxed(v)
		}
		x := b.byShape(obj, list, func(e *ic) *Value {
			if privateAccessor(e) {
				return b.callPrivate(in, dst, obj, recv, v, e)
			}
			if v != nil {
				b.storeEntry(obj, v, e)
				return nil
			}
			return b.loadEntry(obj, e)
		})
		if v == nil && b.cur != nil {
			b.set(dst, x)
		}
		return true
	}
	if calls || !b.keysKnown() {
		return false
	}
	b.orSlow(in, func() {
		obj := b.requireObject(recv)
		if v != nil {
			b.setKeyed(obj, name, v, 0)
		} else {
			b.set(dst, b.keyedOwn(obj, name))
		}
	})
	return true
}

// hasPrivate builds #name in recv.
func (b *builder) hasPrivate(in *bytecode.Inst, dst uint32, recv, name *Value) bool {
	if recv.Type != Val || name.Type != Val || !b.keysKnown() {
		return false
	}
	b.orSlow(in, func() { b.set(dst, b.hasKey(b.requireObject(recv), name, 1)) })
	return true
}

// getSuper builds super[key] with this recv: home is the home object, or, with
// direct, its prototype.
func (b *builder) getSuper(in *bytecode.Inst, dst uint32, key, home *Value, direct bool) bool {
	if key.Type != Val || home.Type != Val || !b.keysKnown() {
		return false
	}
	b.orSlow(in, func() {
		var base *Value
		if direct {
			base = b.requireObject(home)
		} else {
			s := b.load(OpLoadRef, MemShape, heap.OffShape, b.requireObject(home))
			base = b.load(OpLoadRef, MemConst, heap.ShapeProto, s)
			b.require(b.aux(OpCmpRef, int64(Ne), base, b.constant(OpConstRef, 0)))
		}
		b.set(dst, b.keyed(base, key))
	})
	return true
}

// slotsFor is the slots cell of obj with room for the property that e adds.
func (b *builder) slotsFor(obj *Value, e *ic) *Value {
	off := e.data &^ 7
	have := (off - heap.OffValues) / 8 // as many properties are out of line
	old := b.load(OpLoadRef, MemSlots, heap.OffSlots, obj)
	size := b.load(OpLoadInt, MemFlags, heap.OffSize, old)
	need := heap.OffValues + 8*heap.SlotCapacity(have+1)
	if heap.SlotCapacity(have) > have || need > maxInlineCell {
		b.requireBound(b.integer(int32(off)), size)
		return old
	}
	// They fill the cell: a larger one takes its place, as in heap.growSlots.
	if b.way == nil {
		b.guard(OpGuardInt, 0, size, b.integer(int32(off)))
	} else {
		b.require(b.aux(OpCmpInt, int64(Eq), size, b.integer(int32(off))))
	}
	c := b.alloc(heap.KSlots, need)
	for at := uint32(heap.OffValues); at < need; at += 8 {
		v := b.value(heap.Undefined)
		if at < off {
			v = b.load(OpLoadVal, MemProp, int64(at), old)
		}
		b.store(OpStoreVal, MemProp, int64(at), c, v)
	}
	b.store(OpStoreRef, MemSlots, heap.OffSlots, obj, c)
	b.aux(OpBarrier, heap.OffSlots, obj)
	b.charge(have >> 2)
	return c
}

// addKey builds the addition of a property with attributes that does not ask the
// prototypes: a private name, a method of a literal.
func (b *builder) addKey(in *bytecode.Inst, recv, key, v *Value, site, attrs uint32) bool {
	list, ok := b.entries(site)
	if ok && len(list) == 0 {
		return b.cold()
	}
	if !ok || recv.Type != Val || key.Type != Val {
		return false
	}
	k := b.h.Val(list[0].ref + heap.ShapeKey)
	for i := range list {
		e := &list[i]
		if kind := e.data & 7; e.shape <= heap.IcMega || kind != heap.IcAdd && kind != heap.IcAddSlots || b.h.Val(e.ref+heap.ShapeKey) != k || b.h.U32(e.ref+heap.ShapeAttrs) != attrs {
			return false
		}
	}
	known, ok := b.known(key)
	if ok && known != k {
		return false
	}
	v = b.boxed(v)
	add := func() {
		if !ok {
			b.requireValue(key, b.value(k))
		}
		obj := b.requireObject(recv)
		b.byShape(obj, list, func(e *ic) *Value {
			b.storeEntry(obj, v, e)
			return nil
		})
	}
	if b.failed(OpGuardRef) || b.failed(OpCheckObj) || b.failed(OpGuardBound) || b.failed(OpGuardVal) || b.failed(OpGuardInt) {
		b.orSlow(in, add)
	} else {
		add()
	}
	return true
}

// hasName reports whether f is a closure made here whose name is a constant key.
func (b *builder) hasName(f, key *Value) bool {
	k, ok := b.known(key)
	t := b.closures[f]
	return ok && k.IsString() && t != 0 && b.h.U32(t+heap.TmplName) == k.Ref()
}

// setProto builds the prototype of a literal.
func (b *builder) setProto(recv, proto *Value, site uint32) bool {
	list, ok := b.entries(site)
	if ok && len(list) == 0 {
		return b.cold()
	}
	if !ok || recv.Type != Val || proto.Type != Val || len(list) != 1 || list[0].data != heap.IcSpecial ||
		b.failed(OpGuardVal) || b.failed(OpGuardRef) || b.failed(OpCheckObj) {
		return false
	}
	e := &list[0]
	p := heap.Null
	if ref := b.h.U32(e.ref + heap.ShapeProto); ref != 0 {
		p = heap.Object(ref)
	}
	if known, ok := b.known(proto); !ok {
		b.guard(OpGuardVal, 0, proto, b.value(p))
	} else if known != p {
		return false
	}
	obj := b.object(recv)
	b.guardShape(obj, e.shape)
	b.store(OpStoreRef, MemShape, heap.OffShape, obj, b.cell(e.ref))
	b.aux(OpBarrier, heap.OffShape, obj)
	return true
}

// copyProps builds copyprops of all properties of an object, to an empty one.
func (b *builder) copyProps(in *bytecode.Inst, target, source *Value) bool {
	if in.X != 0 || target.Type != Val || source.Type != Val {
		return false
	}
	b.orSlow(in, func() {
		to, from := b.cellOf(target), b.requireObject(source)
		b.stub(StubCloneProps, to, from)
		for _, mem := range [...]Mem{MemShape, MemSlots, MemProp} {
			b.touch(mem, to)
		}
	})
	return true
}
