package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// Functions with a rest parameter or arguments (TNeedsArgs) find their actual
// arguments below their frame when there are more than parameters: the frame then
// begins above the window of the call. See enter in runtime/interp.

// MaxList is the largest number of arguments that are a list here: arrays of rest
// parameters, and arguments that are spread.
const MaxList = 16

// list is what is known of an array that nobody but the code here has: its elements
// and, if it may grow, how many it has room for.
type list struct {
	elems []*Value
	room  uint32
}

// above is how many slots above the window of a call of t with n arguments the
// callee's frame begins.
func (b *builder) above(t, n uint32) uint32 {
	if b.h.U32(t+heap.TmplFlags)&heap.TNeedsArgs == 0 || n <= uint32(b.h.U16(t+heap.TmplParams)) {
		return 0
	}
	return n + 1 + header
}

// keepWindow adds the window of a call whose callee's frame begins above it to the
// caller's state behind the call: as long as the callee is running it is as the
// interpreter leaves it.
func (b *builder) keepWindow(s *FrameState, base int, callee, this *Value, args []*Value) {
	end := base + 1 + len(args)
	b.f.widen(s, end)
	w := s.Regs[base-header : end]
	w[0], w[1], w[2], w[3], w[4] = b.value(heap.Undefined), b.bits(0), b.bits(0), callee, this
	copy(w[5:], args)
}

// storeWindow stores the window of a call in the frame slots from base on.
func (b *builder) storeWindow(base int64, callee, this *Value, args []*Value) {
	b.aux(OpStoreSlot, base-1, b.boxed(callee))
	b.aux(OpStoreSlot, base, b.boxed(this))
	for i, v := range args {
		b.aux(OpStoreSlot, base+1+int64(i), b.boxed(v))
	}
}

// rest builds the array of a rest parameter.
func (b *builder) rest(dst, from uint32) bool {
	fr := b.fr
	if fr.parent == nil {
		if b.failed(OpRest) || from < uint32(fr.src.params) {
			return false
		}
		shape := b.cell(b.h.ArrayShape())
		v := b.guard(OpRest, int64(from), shape)
		v.Aux2 = int64(fr.src.params)
		b.set(dst, b.op(OpBoxObj, v))
		return true
	}
	if uint32(len(fr.args)) != fr.argc {
		return false
	}
	var elems []*Value
	if fr.argc > from {
		elems = fr.args[from:]
	}
	if len(elems) > MaxList {
		return false
	}
	v := b.listArray(elems)
	b.set(dst, v)
	b.charge(uint32(len(elems)))
	if fr.src.onlyRead(dst) {
		b.lists[v] = &list{elems: elems}
	}
	return true
}

// arguments builds the arguments object of a function that is put in place, as the
// interpreter makes it.
func (b *builder) arguments(dst uint32) bool {
	fr, l := b.fr, &b.cfg.Library
	s := b.h.Root(heap.RootArgumentsShape)
	if fr.parent == nil || uint32(len(fr.args)) != fr.argc || fr.argc > MaxList || !s.IsCell() || !l.ThrowTypeError.IsObject() || !l.ArrayValues.IsObject() {
		return false
	}
	obj := b.instance(s.Ref())
	thrower := b.value(l.ThrowTypeError)
	pair := b.alloc(heap.KAccessor, heap.OffSetter+8)
	b.store(OpStoreVal, MemProp, heap.OffGetter, pair, thrower)
	b.store(OpStoreVal, MemProp, heap.OffSetter, pair, thrower)
	for i, v := range [...]*Value{b.integer(int32(fr.argc)), b.value(l.ArrayValues), b.op(OpBoxCell, pair)} {
		b.storeVal(MemProp, heap.OffInternal+8*int64(i), obj, v)
	}
	if fr.argc > 0 {
		e := b.elements(fr.args, fr.argc)
		b.store(OpStoreRef, MemElems, heap.OffElements, obj, e)
		b.aux(OpBarrier, heap.OffElements, obj)
	}
	b.charge(fr.argc)
	b.set(dst, b.op(OpBoxObj, obj))
	return true
}

// listArray builds an array of values.
func (b *builder) listArray(elems []*Value) *Value {
	obj := b.alloc(heap.KArray, heap.OffInternal)
	b.word(obj, MemSlots, heap.OffShape, 0)
	b.store(OpStoreRef, MemShape, heap.OffShape, obj, b.cell(b.h.ArrayShape()))
	b.word(obj, MemElems, heap.OffElements, 0)
	if n := uint32(len(elems)); n > 0 {
		e := b.elements(elems, n)
		b.store(OpStoreInt, MemWord, heap.OffWord, obj, b.integer(int32(n)))
		b.store(OpStoreRef, MemElems, heap.OffElements, obj, e)
	}
	return b.op(OpBoxObj, obj)
}

// elements makes a cell of elements with so much room.
func (b *builder) elements(elems []*Value, room uint32) *Value {
	e := b.alloc(heap.KElements, heap.OffValues+8*room)
	for i := uint32(0); i < room; i++ {
		v := b.value(heap.Hole)
		if i < uint32(len(elems)) {
			v = b.boxed(elems[i])
		}
		b.store(OpStoreVal, MemElem, int64(heap.OffValues+8*i), e, v)
	}
	return e
}

// literal makes the array of an array literal for the arguments of a call: when all
// that goes into it is known, so are they. dst is its register, room what it has
// room for.
func (b *builder) literal(in *bytecode.Inst, dst, room uint32) bool {
	n, ok := uint32(0), false
	src := b.fr.src
	for pc := in.Next; !ok && pc < uint32(len(src.code)) && !src.leader[pc]; {
		x, good := bytecode.Decode(src.code, pc)
		if !good {
			return false
		}
		A, B, C := x.Field(bytecode.FieldA), x.Field(bytecode.FieldB), x.Field(bytecode.FieldC)
		switch {
		case x.Op == bytecode.OpArrpush && A == dst && B != dst:
			n++
		case x.Op == bytecode.OpArrspread && A == dst && B != dst:
			l := b.lists[b.reg(B)]
			if l == nil {
				return false
			}
			n += uint32(len(l.elems))
		case spreads(x.Op) && C == dst:
			ok = true
		case touches(&x, dst):
			return false
		}
		pc = x.Next
	}
	if !ok || n > MaxList || !b.plainArrays() || !b.newArray(dst, room) {
		return false
	}
	b.lists[b.reg(dst)] = &list{room: room}
	return true
}

// extend builds the append of values to an array that is known. Room is made as
// the heap makes it, which is charged for.
func (b *builder) extend(arr *Value, l *list, room uint32, more ...*Value) {
	n := uint32(len(l.elems))
	obj := b.object(arr)
	var e *Value
	if total := n + uint32(len(more)); total > l.room {
		e = b.elements(l.elems, room)
		b.store(OpStoreRef, MemElems, heap.OffElements, obj, e)
		b.aux(OpBarrier, heap.OffElements, obj)
		b.charge(room >> 2)
		l.room = room
	} else {
		e = b.load(OpLoadRef, MemElems, heap.OffElements, obj)
	}
	for i, v := range more {
		b.storeVal(MemElem, int64(heap.OffValues+8*(n+uint32(i))), e, v)
	}
	l.elems = append(l.elems[:n:n], more...)
	b.store(OpStoreInt, MemWord, heap.OffWord, obj, b.integer(int32(len(l.elems))))
}

// spreads reports whether op calls with an array of arguments in field C.
func spreads(op bytecode.Op) bool {
	return op == bytecode.OpCallspread || op == bytecode.OpNewspread || op == bytecode.OpSuperspread
}

// touches reports whether an instruction reads or writes register r.
func touches(in *bytecode.Inst, r uint32) (yes bool) {
	see := func(first, n uint32) { yes = yes || r-first < n }
	in.Regs(see, see)
	return yes
}

// onlyRead reports whether the array in register r, made by the one instruction
// that writes r, is never changed nor seen by anybody else: what reads r are
// elements, length and spreads.
func (s *source) onlyRead(r uint32) bool {
	writes := 0
	for pc := uint32(0); pc < uint32(len(s.code)); {
		in, ok := bytecode.Decode(s.code, pc)
		if !ok {
			return false
		}
		reads := false
		in.Regs(func(first, n uint32) { reads = reads || r-first < n }, func(first, n uint32) {
			if r-first < n {
				writes++
			}
		})
		if reads {
			A, B, C := in.Field(bytecode.FieldA), in.Field(bytecode.FieldB), in.Field(bytecode.FieldC)
			switch {
			case in.Op == bytecode.OpArrspread && B == r && A != r:
			case in.Op == bytecode.OpGetlen && B == r:
			case in.Op == bytecode.OpGetelem && B == r && C != r:
			case spreads(in.Op) && C == r && B != r && B-1 != r:
			default:
				return false
			}
		}
		pc = in.Next
	}
	return writes == 1
}

// arraySpread builds arrspread of an array whose elements are known, onto another
// one.
func (b *builder) arraySpread(arr, v *Value) bool {
	to, from := b.lists[arr], b.lists[v]
	if to == nil || from == nil {
		delete(b.lists, arr)
		return false
	}
	if n := uint32(len(from.elems)); n > 0 {
		b.extend(arr, to, uint32(len(to.elems))+n, from.elems...)
		b.charge(n)
	}
	return true
}

// callSpread builds callspread with arguments that are known.
func (b *builder) callSpread(in *bytecode.Inst, dst, base uint32, array *Value) bool {
	l := b.lists[array]
	if l == nil {
		return false
	}
	w := &window{base: b.fr.src.regs + header, cost: in.X + uint32(len(l.elems)), apart: true,
		callee: b.reg(base - 1), this: b.reg(base), args: l.elems}
	if k, ok := b.known(w.callee); ok && k.IsObject() {
		if _, leaf := b.leaf(k.Ref()); leaf {
			return false
		}
	}
	b.invoke(in, dst, w)
	return true
}

// maxSpread is the largest number of arguments that a call spreads whose number is
// not known before.
const maxSpread = 5

// callSpreadAny builds callspread by how many arguments there are.
func (b *builder) callSpreadAny(in *bytecode.Inst, dst, base uint32, array *Value) bool {
	callee := b.reg(base - 1)
	at := b.siteAt(in.Field(bytecode.FieldD))
	if array.Type != Val || callee.Type != Val || at == 0 || b.h.U32(at) == heap.IcEmpty {
		return false
	}
	b.guessCallee(callee, in.Field(bytecode.FieldD))
	for _, find := range []func(*Value) (heap.Value, bool){b.known, b.guess} {
		if k, ok := find(callee); ok && k.IsObject() {
			if _, leaf := b.leaf(k.Ref()); leaf {
				return false
			}
		}
	}
	fr := b.fr
	b.orSlow(in, func() {
		obj := b.cellOf(array)
		n := b.load(OpLoadInt, MemWord, heap.OffWord, obj)
		regs := b.f.list(fr.regs)
		var ends []edge
		for k := int32(0); k <= maxSpread; k++ {
			yes, no := b.split(b.aux(OpCmpInt, int64(Eq), n, b.integer(k)))
			b.cur = yes
			args := b.f.room(int(k))
			if k > 0 {
				e := b.requireDense(obj, n)
				for i := range args {
					args[i] = b.load(OpLoadVal, MemElem, int64(heap.OffValues+8*i), e)
					b.require(b.aux(OpCmpVal, int64(Ne), args[i], b.value(heap.Hole)))
				}
			}
			w := &window{base: fr.src.regs + header, cost: in.X + uint32(k), apart: true, callee: callee, this: b.reg(base), args: args}
			b.nativeCall(in, OpCallAny, dst, w, 0, callee)
			ends = append(ends, edge{b.cur, fr.regs})
			b.cur, fr.regs, fr.state = no, b.f.list(regs), nil
		}
		b.way.from = append(b.way.from, b.cur)
		b.cur, fr.regs = b.merge(fr, ends, fr.src.live.At(in.Next), in.Next)
		fr.state = nil
	})
	return true
}
