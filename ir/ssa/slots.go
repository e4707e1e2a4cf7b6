package ssa

// slots follows what the frame slots hold. A store of what is there already goes,
// and so does a register of the state of a Slow; and where the slot of a register
// holds its value, frame states say so (InSlot) instead of using the value, which
// then need not be kept for exits.
//
// Frame states are shared: a register is in its slot when it is wherever the
// state is used. Nothing with a state may move after this pass.
func slots(f *Func) {
	f.Analyze()
	s := slotPass{f: f, out: f.mem.passes().slots.zeroed(f.nextBlock), low: -frameHeader, high: f.Slots, slotMemory: f.mem.passes().slotWork}
	s.states, s.same = s.states[:0], s.same[:0]
	for _, b := range f.Blocks {
		for _, v := range b.Values {
			switch v.Op {
			case OpStoreSlot, OpLoadSlot, OpReadSlot, OpCaught:
				s.low, s.high = min(s.low, int(v.Aux)), max(s.high, int(v.Aux)+1)
			}
		}
	}
	f.marks++
	for _, b := range f.rpo {
		s.block(b)
	}
	for i, t := range s.states {
		s.settle(t, s.same[i])
	}
	f.mem.passes().slotWork = s.slotMemory
}

// frameHeader is the number of slots of a frame's header, below its register 0.
const frameHeader = 4

type slotPass struct {
	f         *Func
	low, high int        // slots that there are
	out       [][]*Value // by block ID: what the slots hold at the end
	now       []*Value   // by slot, from low: the content; nil: unknown
	shared    bool       // now is that of a predecessor, to be copied before it changes

	slotMemory
}

// slotMemory is the memory of the pass that is kept for the next function.
type slotMemory struct {
	ins  [][]*Value // what the predecessors hold at their ends, and their numbers
	from []int

	states []*FrameState
	same   [][]uint64 // by FrameState.number: set of registers that are in their slots
}

// content is what two values have in common when they are the same JS value,
// boxed or not.
func content(v *Value) *Value {
	for {
		switch v.Op {
		case OpBoxInt, OpBoxF64, OpBoxNum, OpBoxBool, OpBoxObj, OpBoxStr, OpBoxCell, OpIntToF64,
			OpCheckInt, OpCheckNum, OpCheckBool, OpCheckObj, OpCheckStr, OpUnboxInt, OpUnboxNum, OpUnboxBool, OpUnboxRef:
			v = v.Args[0]
		default:
			return v
		}
	}
}

func sameContent(v, w *Value) bool {
	if v == nil || w == nil {
		return false
	}
	if v == w {
		return true
	}
	v, w = content(v), content(w)
	return v == w || isConst(v) && sameBits(v, w)
}

func (s *slotPass) block(b *Block) {
	s.enter(b)
	var last *FrameState // of a guard, with nothing written since
	kept := b.Values[:0]
	for _, v := range b.Values {
		switch {
		case v.Op == OpStoreSlot && sameContent(s.now[int(v.Aux)-s.low], v.Args[0]):
			continue
		case v.Op.isSlow():
			s.dropStored(v.State)
		case v.State != nil && v.State != last && !v.Op.Has(Clobber):
			s.use(v.State)
			last = v.State
		}
		if v.Op.Has(Frame | Clobber) {
			last = nil
			s.own()
			if v.Op == OpStoreSlot {
				s.now[int(v.Aux)-s.low] = v.Args[0]
			} else {
				s.write(v, func(slot int, x *Value) { s.now[slot-s.low] = x })
			}
		}
		kept = append(kept, v)
	}
	clear(b.Values[len(kept):])
	b.Values = kept
	if b.State != nil {
		s.use(b.State)
	}
	s.out[b.ID] = s.now
}

// dropStored takes out of the state of a Slow, for which its registers are stored, those
// that are in their slots already.
func (s *slotPass) dropStored(t *FrameState) {
	for ; t != nil; t = t.Parent {
		for r, v := range t.Regs {
			if v != nil && sameContent(s.now[t.Base+r-s.low], v) {
				t.Regs[r] = nil
			}
		}
	}
}

// own makes sure that now may be changed.
func (s *slotPass) own() {
	if s.shared {
		now := s.f.mem.passes().values.take(len(s.now))
		copy(now, s.now)
		s.now, s.shared = now, false
	}
}

// write calls set for each slot that v writes, with its content, nil if unknown.
func (s *slotPass) write(v *Value, set func(slot int, x *Value)) {
	above := func(slot int) {
		for ; slot < s.high; slot++ {
			if slot >= s.low {
				set(slot, nil)
			}
		}
	}
	switch v.Op {
	case OpLoadSlot, OpReadSlot, OpCaught:
		set(int(v.Aux), v)
	case OpStoreSlot:
		set(int(v.Aux), v.Args[0])
	case OpCall, OpCallAny, OpResume:
		above(int(v.Aux) - frameHeader)
		v.results(func(slot int) {
			if slot >= s.low && slot < s.high {
				set(slot, nil)
			}
		})
	case OpSlow, OpSlowTest:
		v.State.eachSlot(set)
		above(int(v.Aux2))
		for t := v.State; t != nil && t.Parent != nil; t = t.Parent {
			for i := 1; i <= frameHeader; i++ {
				if t.Base-i < s.high {
					set(t.Base-i, nil)
				}
			}
		}
	}
}

// enter finds what the slots hold at the beginning of b.
func (s *slotPass) enter(b *Block) {
	s.shared = false
	ins, from := s.ins[:0], s.from[:0]
	for k, p := range b.Preds {
		if p.order >= b.order {
			if b.loop == nil || !b.Dominates(p) {
				ins = ins[:0] // no loop: nothing is known of p yet
				break
			}
			continue
		}
		ins, from = append(ins, s.out[p.ID]), append(from, k)
	}
	s.ins, s.from = ins, from
	if len(ins) == 0 {
		s.now = s.f.valueTable(s.high - s.low)
		return
	}
	s.now, s.shared = ins[0], true
	for _, in := range ins[1:] {
		if len(in) == 0 || &in[0] == &ins[0][0] {
			continue
		}
		s.own()
		for i, x := range s.now {
			if x != nil && !sameContent(x, in[i]) {
				s.now[i] = nil
				if b.loop == nil {
					s.now[i] = mergedPhi(b, ins, from, i)
				}
			}
		}
	}
	if l := b.loop; l != nil {
		for _, c := range l.Blocks {
			for _, v := range c.Values {
				if v.Op.Has(Frame | Clobber) {
					s.own()
					s.write(v, func(slot int, x *Value) {
						if at := &s.now[slot-s.low]; *at != nil && !sameContent(*at, x) {
							*at = nil
						}
					})
				}
			}
		}
	}
}

// mergedPhi finds the phi that is what slot i holds whichever way control came.
func mergedPhi(b *Block, ins [][]*Value, from []int, i int) *Value {
	if len(from) != len(b.Preds) {
		return nil
	}
next:
	for _, p := range b.Values[:b.numPhis()] {
		for j, in := range ins {
			if !sameContent(in[i], p.Args[from[j]]) {
				continue next
			}
		}
		return p
	}
	return nil
}

// use notes which registers of t and its parents are in their slots here.
func (s *slotPass) use(t *FrameState) {
	for ; t != nil; t = t.Parent {
		var set []uint64
		if t.mark != s.f.marks {
			t.mark, t.number = s.f.marks, int32(len(s.states))
			set = s.f.mem.passes().sets.take((len(t.Regs) + 63) / 64)
			for i := range set {
				set[i] = ^uint64(0)
			}
			s.states, s.same = append(s.states, t), append(s.same, set)
		} else {
			set = s.same[t.number]
		}
		for r, v := range t.Regs {
			if v == nil || set[r>>6]>>(r&63)&1 == 0 {
				continue
			}
			slot := t.Base + r
			if slot >= s.high || !sameContent(s.now[slot-s.low], v) {
				set[r>>6] &^= 1 << (r & 63)
			}
		}
	}
}

// settle takes the registers of a set out of state t.
func (s *slotPass) settle(t *FrameState, set []uint64) {
	for r, v := range t.Regs {
		if v != nil && set[r>>6]>>(r&63)&1 != 0 && !isConst(v) {
			if len(t.InSlot) == 0 {
				t.InSlot = s.f.words(len(set))
			}
			t.Regs[r] = nil
			t.SetInSlot(r)
		}
	}
}
