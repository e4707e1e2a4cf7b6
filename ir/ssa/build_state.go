package ssa

import (
	"math/bits"

	"firn/heap"
	"firn/ir/tables"
)

// lazyState is the state before an instruction: what it is made of until somebody
// asks for it, and then itself.
type lazyState struct {
	regs  []*Value
	state *FrameState
	own   bool // state is not that of an earlier instruction
}

// lastState is the last state of a frame that guards leave with: made in block at,
// after so many effects.
type lastState struct {
	state   *FrameState
	at      *Block
	effects int
}

// state is what a guard of the current instruction leaves with: the state before
// that, or before an earlier one where nothing has happened since that the
// interpreter could not do again. Such a state must not keep alive what the
// instruction's own would not.
func (b *builder) state() *FrameState {
	fr := b.fr
	b.hold(fr.regs)
	s := fr.state
	if s.state == nil {
		if l := &fr.last; l.at == b.cur && l.effects == b.effects && fr.lives(l.state, s.regs) {
			s.state = l.state
		} else {
			s.state, s.own = b.stateWith(fr, fr.pc, s.regs), true
			*l = lastState{s.state, b.cur, b.effects}
		}
	}
	return s.state
}

// lives reports whether all that t refers to is in registers regs, and live, before the
// current instruction, too.
func (fr *frame) lives(t *FrameState, regs []*Value) bool {
	live := fr.src.live.At(fr.pc)
	for r, v := range t.Regs {
		if v != nil && (v != regs[r] || live[r/64]>>(r%64)&1 == 0) {
			return false
		}
	}
	return true
}

// hold keeps regs, which nobody changes, for the state before the current instruction.
func (b *builder) hold(regs []*Value) {
	if b.fr.state == nil {
		s := b.lazy.one()
		*s = lazyState{regs: regs}
		b.fr.state = s
	}
}

// stateAt is the state of fr, with the registers as they are, before the
// instruction at word pc.
func (b *builder) stateAt(fr *frame, pc uint32) *FrameState { return b.stateWith(fr, pc, fr.regs) }

// stateWith is that with registers regs. The list in the state ends with the last
// one that is live: all passes go through it.
func (b *builder) stateWith(fr *frame, pc uint32, regs []*Value) *FrameState {
	live := fr.src.live.At(pc)
	n := 0
	for i := len(live) - 1; i >= 0 && n == 0; i-- {
		if w := live[i]; w != 0 {
			n = min(64*i+bits.Len64(w), len(regs))
		}
	}
	s := b.f.NewState(n)
	s.Parent, s.Fn, s.PC, s.Base = fr.outer, fr.fn, pc, fr.base
	for i, w := range live {
		for ; w != 0; w &= w - 1 {
			if r := 64*i + bits.TrailingZeros64(w); r < n {
				s.Regs[r] = regs[r]
			}
		}
	}
	if fr.parent != nil {
		s.Callee, s.NewTarget, s.Argc, s.RetDst, s.RetAct = fr.callee, fr.newTarget, fr.argc, fr.dst, fr.act
	}
	return s
}

// flush stores what is live in state s in the frame slots, and the headers of inlined
// frames.
func (b *builder) flush(s *FrameState) {
	for ; s != nil; s = s.Parent {
		for r, v := range s.Regs {
			if v != nil {
				b.aux(OpStoreSlot, int64(s.Base+r), b.boxed(v))
			}
		}
		if s.Parent != nil {
			b.storeHeader(s)
		}
	}
}

// here is the state before the current instruction itself.
func (b *builder) here() *FrameState {
	fr := b.fr
	if s := fr.state; s != nil {
		if s.own && s.state.PC == fr.pc {
			return s.state
		}
		return b.stateWith(fr, fr.pc, s.regs)
	}
	return b.stateAt(fr, fr.pc)
}

// storeHeader writes the header words of an inlined frame.
func (b *builder) storeHeader(s *FrameState) {
	p := s.Parent
	ret := uint64(b.f.Functions[p.Fn].Code+8*p.PC) | uint64(s.RetDst)<<32 | uint64(s.RetAct)<<48
	caller := uint64(s.Argc) | uint64(8*(s.Base-p.Base))<<32
	nt := s.NewTarget
	if nt == nil {
		nt = b.value(heap.Undefined)
	}
	b.aux(OpStoreSlot, int64(s.Base-1), b.boxed(s.Callee))
	b.aux(OpStoreSlot, int64(s.Base-2), b.bits(ret))
	b.aux(OpStoreSlot, int64(s.Base-3), b.bits(caller))
	b.aux(OpStoreSlot, int64(s.Base-4), b.boxed(nt))
}

// constant is the one constant of its kind, in the entry block.
func (b *builder) constant(op Op, aux int64) *Value {
	at := b.consts.find(op, aux)
	if *at != nil {
		return *at
	}
	v := b.f.NewValue(op, op.Info().Result)
	v.Aux = aux
	v.Block = b.entry
	b.constants = append(b.constants, v)
	b.consts.add(at, v)
	return v
}

// constTable is a hash table of constants.
type constTable struct {
	slots []*Value // a power of two of them, half empty
	used  int
}

// find is the place of a constant, which is nil if there is none yet.
func (t *constTable) find(op Op, aux int64) **Value {
	if 2*t.used >= len(t.slots) {
		old := t.slots
		t.slots = tables.Zeros[*Value](nil, max(256, 2*len(old)))
		for _, v := range old {
			if v != nil {
				*t.find(v.Op, v.Aux) = v
			}
		}
	}
	h := (uint64(aux) ^ uint64(op)<<56) * 0x9E3779B97F4A7C15
	for i := h >> 32; ; i++ {
		at := &t.slots[i&uint64(len(t.slots)-1)]
		if v := *at; v == nil || v.Op == op && v.Aux == aux {
			return at
		}
	}
}

// add puts v where find has found no constant.
func (t *constTable) add(at **Value, v *Value) {
	*at = v
	t.used++
}

func (t *constTable) reset() {
	clear(t.slots)
	t.used = 0
}

// bits is a word as a value.
func (b *builder) bits(w uint64) *Value { return b.constant(OpConstVal, int64(w)) }

// value is a JS value as a constant: of RAM cells, in the pool.
func (b *builder) value(v heap.Value) *Value {
	if v.IsPointer() && !b.h.IsROM(v.Ref()) {
		return b.constant(OpPoolVal, b.cfg.Pool(v))
	}
	return b.constant(OpConstVal, int64(v))
}

// cell is a cell as a constant.
func (b *builder) cell(ref uint32) *Value {
	if b.h.IsROM(ref) {
		return b.constant(OpConstRef, int64(ref))
	}
	v := heap.CellRef(ref)
	switch k := b.h.Kind(ref); {
	case k >= heap.FirstObject:
		v = heap.Object(ref)
	case k >= heap.KStr1 && k <= heap.KSlice:
		v = heap.String(ref)
	case k == heap.KSymbol:
		v = heap.Symbol(ref)
	case k == heap.KBigInt:
		v = heap.BigInt(ref)
	}
	return b.constant(OpPoolRef, b.cfg.Pool(v))
}

func (b *builder) integer(i int32) *Value { return b.constant(OpConstInt, int64(i)) }

// known is the JS value that v is known to be.
func (b *builder) known(v *Value) (heap.Value, bool) {
	switch v.Op {
	case OpConstVal:
		return heap.Value(v.Aux), true
	case OpConstInt:
		return heap.Int(int32(v.Aux)), true
	case OpPoolVal:
		return b.h.Val(uint32(v.Aux)), true
	}
	return 0, false
}

// boxed is v as a Val.
func (b *builder) boxed(v *Value) *Value {
	switch v.Type {
	case Int:
		if v.Op == OpConstInt {
			return b.value(heap.Int(int32(v.Aux)))
		}
		return b.op(OpBoxInt, v)
	case F64:
		if v.Op == OpConstF64 {
			return b.value(heap.Number(v.Float()))
		}
		return b.op(OpBoxF64, v)
	case Bool:
		if v.Op == OpConstBool {
			return b.value(heap.Bool(v.Aux != 0))
		}
		return b.op(OpBoxBool, v)
	}
	return v
}

// guess is what v is known to be, or was when the function asked to be compiled.
func (b *builder) guess(v *Value) (heap.Value, bool) {
	if k, ok := b.known(v); ok {
		return k, true
	}
	g, ok := b.guesses[v]
	return g, ok
}

// guessContext is the context so many hops up from that in a register, as far as
// can be guessed; 0 if it cannot.
func (b *builder) guessContext(reg, hops uint32) uint32 {
	g, ok := b.guess(b.reg(reg))
	if !ok || !g.IsCell() || b.h.Kind(g.Ref()) != heap.KContext {
		return 0
	}
	ctx := g.Ref()
	for ; hops > 0 && ctx != 0; hops-- {
		ctx = b.h.U32(ctx + heap.OffParent)
	}
	return ctx
}

// guessRegister notes that v, a register of an entry in the middle, is x when that is
// something that other activations are likely to have there, too.
func (b *builder) guessRegister(v *Value, x heap.Value) {
	if x.IsCell() && b.h.Kind(x.Ref()) == heap.KContext || b.h.IsKind(x, heap.KFunction) || b.h.IsKind(x, heap.KNative) ||
		x.IsObject() && b.h.IsROM(x.Ref()) {
		b.guesses[v] = x
	}
}

// guessProperty notes that v is property key of an object.
func (b *builder) guessProperty(v *Value, obj, key heap.Value) {
	var p heap.Prop
	if obj.IsObject() && b.h.Kind(obj.Ref()) != heap.KProxy && b.h.Lookup(obj.Ref(), key, &p) == heap.LookupData {
		b.guesses[v] = p.Value
	}
}

// settle is v as the object it is guessed to be, leaving when it is another one;
// v itself when nothing is guessed.
func (b *builder) settle(v *Value) *Value {
	g, ok := b.guesses[v]
	if !ok || !g.IsObject() || b.failed(OpGuardVal) {
		return v
	}
	c := b.value(g)
	b.guard(OpGuardVal, 0, v, c)
	return c
}

// reg and set read and write a register of the running frame.
func (b *builder) reg(r uint32) *Value {
	v := b.fr.regs[r]
	if v == nil {
		v = b.value(heap.Undefined)
	}
	return v
}

func (b *builder) set(r uint32, v *Value) {
	if v.Type == Ref {
		panic("ssa: a bare Ref in a register")
	}
	b.fr.regs[r] = v
}
