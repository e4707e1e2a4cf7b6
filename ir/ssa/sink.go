package ssa

// sink moves boxing, unboxing and conversions to where their results are needed,
// when that is on some of the paths only: mostly the boxes of phis, which phirep
// puts into loop headers and calls, stores and returns want. Nothing moves into
// a loop.
//
// Frame states refer to unboxed values from here on; exits box them.
func sink(f *Func) {
	f.Analyze()
	s := sinker{f: f, to: f.blockTable(f.nextValue), uses: f.int32s(f.nextValue),
		stores: f.mem.passes().values.take(f.nextValue)[:0], states: f.mem.passes().seen[:0]}
	f.marks++
	// Uses by what does not move, and by phis at the ends of predecessors.
	for _, b := range f.rpo {
		var last *FrameState // guards that follow each other mostly share theirs
		for _, v := range b.Values {
			switch {
			case v.Op == OpPhi:
				for k, a := range v.Args {
					s.uses[a.ID]++
					s.use(a, b.Preds[k])
				}
			case sinks(v):
				s.uses[v.Args[0].ID]++
			default:
				for _, a := range v.Args {
					s.uses[a.ID]++
					s.use(a, b)
				}
				if boxStored(v) != nil {
					s.stores = append(s.stores, v)
				}
			}
			if v.State != last {
				s.state(v.State, b)
				last = v.State
			}
		}
		if b.Control != nil {
			s.uses[b.Control.ID]++
			s.use(b.Control, b)
		}
		s.state(b.State, b)
		s.state(b.EndState, b)
	}
	// Users come before what they use.
	for i := len(f.rpo) - 1; i >= 0; i-- {
		b := f.rpo[i]
		moved := false
		for j := len(b.Values) - 1; j >= 0; j-- {
			v := b.Values[j]
			if !sinks(v) {
				continue
			}
			to := s.to[v.ID]
			for to != nil && to.Header != nil && !to.Header.loop.Contains(b) {
				to = to.Dom
			}
			if to != nil && to != b {
				to.Insert(to.numPhis(), v)
				moved = true
			}
			for _, a := range v.Args {
				s.use(a, v.Block)
			}
		}
		if !moved {
			continue
		}
		kept := b.Values[:0]
		for _, v := range b.Values {
			if v.Block == b {
				kept = append(kept, v)
			}
		}
		clear(b.Values[len(kept):])
		b.Values = kept
	}
	f.mem.passes().seen = s.states
	s.ownBoxes()
}

// ownBoxes gives each store, and the frame states together, a box of their own:
// stores and exits box on the way.
func (s *sinker) ownBoxes() {
	f, uses := s.f, s.uses
	more := f.int32s(f.nextBlock) // boxes to be made, by block
	total := 0
	for _, v := range s.stores {
		if uses[boxStored(v).ID] > 1 {
			more[v.Block.ID]++
			total++
		}
	}
	forStates := f.valueTable(f.nextValue)
	again := func(v *Value) *Value {
		w := f.NewValue(v.Op, v.Type, v.Args[0])
		w.Fn, w.Line = v.Fn, v.Line
		return w
	}
	for _, t := range s.states {
		for r, v := range t.Regs {
			if v != nil && isBox(v.Op) && uses[v.ID] > 0 {
				if forStates[v.ID] == nil {
					forStates[v.ID] = again(v)
					more[v.Block.ID]++
					total++
				}
				t.Regs[r] = forStates[v.ID]
			}
		}
	}
	if total == 0 {
		return
	}
	for _, b := range f.Blocks {
		if more[b.ID] == 0 {
			continue
		}
		list := f.mem.lists.take(len(b.Values) + int(more[b.ID]))[:0]
		for _, v := range b.Values {
			if a := boxStored(v); a != nil && uses[a.ID] > 1 {
				uses[a.ID]--
				w := again(a)
				w.Block = b
				list = append(list, w)
				v.Args[len(v.Args)-1] = w
			}
			list = append(list, v)
			if w := forStates[v.ID]; w != nil {
				w.Block = b
				list = append(list, w)
			}
		}
		b.Values = list
	}
}

// isBox reports whether op is a box that stores and exits can make themselves.
func isBox(op Op) bool {
	switch op {
	case OpBoxInt, OpBoxF64, OpBoxBool, OpBoxObj, OpBoxStr, OpBoxCell:
		return true
	}
	return false
}

// boxStored is the box that v stores, nil if it does not store one.
func boxStored(v *Value) *Value {
	switch v.Op {
	case OpStoreSlot, OpStoreVal, OpStoreValX:
		if a := stored(v); isBox(a.Op) && a.Op != OpBoxBool {
			return a
		}
	}
	return nil
}

// sinks reports whether v may move: with one argument, it makes another value
// live longer for each that lives shorter.
func sinks(v *Value) bool {
	return v.Op.Has(Pure) && len(v.Args) == 1 && v.Op != OpPhi && v.Op != OpVirtual
}

type sinker struct {
	f  *Func
	to []*Block // by ID: the last block that dominates all uses seen so far

	uses   []int32       // by ID: number of uses that are no states
	stores []*Value      // of boxes
	states []*FrameState // each once
}

// state notes the uses by a state in block b, which refers to the contents of boxed
// values from now on: exits box them.
func (s *sinker) state(t *FrameState, b *Block) {
	for ; t != nil; t = t.Parent {
		if t.mark != s.f.marks {
			t.mark = s.f.marks
			s.states = append(s.states, t)
			for r, v := range t.Regs {
				if v != nil && isBox(v.Op) {
					t.Regs[r] = unboxed(v)
				}
			}
			t.NewTarget = unboxed(t.NewTarget)
		} else if t.number == int32(b.ID) {
			return // b has used it, and those around it
		}
		t.number = int32(b.ID)
		for _, v := range t.Regs {
			if v != nil {
				s.use(v, b)
			}
		}
		if t.Callee != nil {
			s.use(t.Callee, b)
		}
		if t.NewTarget != nil {
			s.use(t.NewTarget, b)
		}
	}
}

// unboxed is v without boxes that exits make.
func unboxed(v *Value) *Value {
	for v != nil && (v.Op == OpBoxInt || v.Op == OpBoxF64 || v.Op == OpBoxBool) {
		v = v.Args[0]
	}
	return v
}

func (s *sinker) use(v *Value, b *Block) {
	if !sinks(v) {
		return
	}
	to := s.to[v.ID]
	if to == nil {
		s.to[v.ID] = b
		return
	}
	if to == v.Block {
		return
	}
	for to != b {
		if to.order > b.order {
			to = to.Dom
		} else {
			b = b.Dom
		}
	}
	s.to[v.ID] = to
}
