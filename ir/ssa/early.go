package ssa

// early makes checks of what was loaded as early as possible, and then forgets
// what was checked.
//
// An element is guarded against the hole where it is read, and checked where it is
// used: two tests of one value, with other guards between them. The check fails
// for the hole, too, and a guard may leave early without reason: so it takes the
// guard's place, and leaves to where the element has not been read. It stays what
// it is for Failed.
//
// Where a loaded value has no use but its check, states behind that refer to what
// the check gave. The value is in no register then, and the load part of the check.
func early(f *Func) {
	f.Analyze()
	moveChecks(f)
	checkedStates(f)
}

// moveChecks puts checks in the place of guards against the hole in their block.
func moveChecks(f *Func) {
	if !f.mayHave(&holeOps) {
		return
	}
	guard := f.int32s(f.nextValue) // by value: place of its guard in kept, plus 1
	for _, b := range f.rpo {
		kept := b.Values[:0]
		for _, v := range b.Values {
			switch {
			case v.Op == OpGuardHole:
				guard[v.Args[0].ID] = int32(len(kept)) + 1
			case checked[v.Op] != 0:
				at := guard[v.Args[0].ID] - 1
				if at < 0 || int(at) >= len(kept) {
					break
				}
				if w := kept[at]; w.Op == OpGuardHole && w.Args[0] == v.Args[0] {
					v.State = w.State
					kept[at] = v
					continue
				}
			case v.Op.Has(Clobber):
				// Behind it the value is in its slot, and would be in a register.
				for _, w := range kept {
					if w.Op == OpGuardHole {
						guard[w.Args[0].ID] = 0
					}
				}
			}
			kept = append(kept, v)
		}
		clear(b.Values[len(kept):])
		b.Values = kept
	}
}

// place is a value's, or that behind the last of a block.
type place struct {
	b *Block
	i int
}

// before reports whether control has passed p wherever it is at q.
func (p place) before(q place) bool {
	if p.b == q.b {
		return p.i < q.i
	}
	return p.b.Dominates(q.b)
}

// checkedStates has states refer to the results of checks of loaded values that
// have no other use.
func checkedStates(f *Func) {
	if !f.mayHave(&checkOps) || !f.mayHave(&loadOps) {
		return
	}
	uses := f.int32s(f.nextValue)
	at := f.int32s(f.nextValue)                         // by check: its place
	list := f.mem.passes().values.take(f.nextValue)[:0] // of checks
	for _, b := range f.rpo {
		for i, v := range b.Values {
			for _, a := range v.Args {
				uses[a.ID]++
			}
			switch v.Op {
			case OpCheckInt, OpCheckObj:
				if l := v.Args[0]; (l.Op == OpLoadVal || l.Op == OpLoadValX) && l.Block == b {
					list, at[v.ID] = append(list, v), int32(i)
				}
			}
		}
		if b.Control != nil {
			uses[b.Control.ID]++
		}
	}
	n := 0
	for _, v := range list {
		if uses[v.Args[0].ID] == 1 {
			list[n] = v
			n++
		}
	}
	if n == 0 {
		return
	}
	checks := f.valueTable(f.nextValue) // by value: its only use
	for _, v := range list[:n] {
		checks[v.Args[0].ID] = v
	}

	// Where each state is first used: a place that all its uses are behind.
	first, states := f.mem.passes().first[:0], f.mem.passes().seen[:0]
	f.marks++
	use := func(t *FrameState, p place) {
		for ; t != nil; t = t.Parent {
			if t.mark != f.marks {
				t.mark, t.number = f.marks, int32(len(first))
				first, states = append(first, p), append(states, t)
				continue
			}
			q := &first[t.number]
			switch {
			case q.b == p.b:
				q.i = min(q.i, p.i)
			case q.b.Dominates(p.b):
			case p.b.Dominates(q.b):
				*q = p
			default:
				for b := q.b; ; b = b.Dom {
					if b.Dominates(p.b) {
						*q = place{b, len(b.Values)}
						break
					}
				}
			}
		}
	}
	for _, b := range f.rpo {
		var last *FrameState
		for i, v := range b.Values {
			if v.State != last {
				last = v.State
				use(last, place{b, i})
			}
		}
		use(b.State, place{b, len(b.Values)})
		use(b.EndState, place{b, len(b.Values)})
	}

	boxes := f.valueTable(f.nextValue)
	boxed := false
	for k, t := range states {
		for r, v := range t.Regs {
			if v == nil {
				continue
			}
			c := checks[v.ID]
			if c == nil || !(place{c.Block, int(at[c.ID])}).before(first[k]) {
				continue
			}
			if c.Op == OpCheckObj {
				if boxes[c.ID] == nil {
					box := f.NewValue(OpBoxObj, Val, c)
					box.Fn, box.Line = c.Fn, c.Line
					boxes[c.ID], boxed = box, true
				}
				c = boxes[c.ID]
			}
			t.Regs[r] = c
		}
	}
	if boxed {
		insertBehind(f, boxes)
	}
	f.mem.passes().first, f.mem.passes().seen = first, states
}

var checkOps, loadOps = opsOf(OpCheckInt, OpCheckObj), opsOf(OpLoadVal, OpLoadValX)

// insertBehind inserts values behind those by whose ID they are in a table.
func insertBehind(f *Func, table []*Value) {
	for _, b := range f.rpo {
		more := 0
		for _, v := range b.Values {
			if v.ID < len(table) && table[v.ID] != nil {
				more++
			}
		}
		if more == 0 {
			continue
		}
		list := f.mem.lists.take(len(b.Values) + more)[:0]
		for _, v := range b.Values {
			list = append(list, v)
			if w := table[v.ID]; w != nil {
				w.Block = b
				list = append(list, w)
			}
		}
		b.Values = list
	}
}
