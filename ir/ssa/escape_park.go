package ssa

import "firn/heap"

// Where the driver executes an instruction, all that is live is in its slots,
// objects without a cell, too. Those that the instruction does not read are there
// only in case the interpreter goes on: native code that is resumed never looks
// at the slot again, and nobody else knows what is in it. So in a cold block such
// an object is parked: the slot gets a copy, and the object does without a cell
// before and after. If the interpreter goes on, the copy is the object.

// Parked, as Aux2 of a StoreSlot, says that the instruction for which it is
// stored does not read the slot.
const Parked = 1

// parking is a group of StoreSlots and what executes the instruction behind them.
type parking struct {
	copies  map[*object]*Value
	patches []patch
	state   *FrameState // before the instruction
}

// patch is a field of a copy that refers to one which is not there yet.
type patch struct {
	in   *Value
	at   int
	to   *object
	wide bool
}

// park replaces StoreSlot v of object o; false when it cannot.
func (e *escaper) park(v *Value, o *object) bool {
	if !e.b.Cold || v.Aux2 != Parked || !e.startParking(v) {
		return false
	}
	c := e.parked(v, o)
	if c == nil {
		return false
	}
	w := e.emit(OpStoreSlot, e.emit(o.boxed.Op, c))
	w.Aux, w.Aux2, w.Fn, w.Line = v.Aux, v.Aux2, v.Fn, v.Line
	return true
}

// startParking finds the state before the instruction for which v is stored.
func (e *escaper) startParking(v *Value) bool {
	if e.parks != nil {
		return true
	}
	values := e.b.Values
	i := v.index()
	for ; i < len(values) && !values[i].Op.Has(Clobber); i++ {
	}
	if i == len(values) || values[i].Op != OpSlow && values[i].Op != OpSlowTest {
		return false
	}
	s := e.f.bare(values[i].State)
	first := v.index()
	for i--; i >= 0 && (values[i].Op == OpStoreSlot || values[i].Op.Has(Pure) && values[i].Op != OpPhi); i-- {
		x := values[i]
		if x.Op != OpStoreSlot {
			continue
		}
		for t := s; t != nil; t = t.Parent {
			r := int(x.Aux) - t.Base
			if r < 0 || r >= e.f.Functions[t.Fn].Regs {
				continue
			}
			for len(t.Regs) <= r {
				t.Regs = append(t.Regs, nil)
			}
			w := e.s.get(x.Args[0])
			if w.Block == e.b && e.object(w) == nil {
				// It may be boxed for this store alone, behind this place.
				if w = e.early(w, first); w == nil {
					return false
				}
			}
			t.Regs[r] = w
			break
		}
	}
	e.parks = &parking{copies: map[*object]*Value{}, state: e.state(s)}
	return true
}

// early is w as a value that is there before place n of the block: itself, what
// is boxed in it, or the same box made here; nil if there is none.
func (e *escaper) early(w *Value, n int) *Value {
	here := func(w *Value) bool {
		i := w.index()
		return i < n && (i >= 0 || e.made(w))
	}
	if here(w) {
		return w
	}
	switch w.Op {
	case OpBoxInt, OpBoxF64, OpBoxBool, OpBoxNum, OpBoxObj, OpBoxStr, OpBoxCell:
		a := e.s.get(w.Args[0])
		if o := e.object(a); o != nil {
			return o.boxed
		}
		if a.Block == e.b && !here(a) {
			return nil
		}
		if a.Type != Ref && w.Op != OpBoxNum {
			return a
		}
		return e.emit(w.Op, a)
	}
	return nil
}

// made reports whether w is a new value before the current place.
func (e *escaper) made(w *Value) bool {
	for _, x := range e.r.out {
		if x == w {
			return true
		}
	}
	return false
}

// parked is the copy of o, made here for v if it is not there yet; nil when it
// cannot be made.
func (e *escaper) parked(v *Value, o *object) *Value {
	p := e.parks
	if c, ok := p.copies[o]; ok {
		return c
	}
	p.copies[o] = nil // under way
	list := e.in(o)
	if list == nil {
		e.conflict(o)
		return nil
	}
	for u := heap.HeaderSize / 4; u < len(list); u++ {
		x := list[u]
		if x == nil || x != upper && x.Op == OpInvalid {
			if x == nil {
				e.escapes(o)
			} else {
				e.want(x)
			}
			return nil
		}
		if in := e.object(x); in != nil {
			if _, ok := p.copies[in]; !ok && e.parked(v, in) == nil {
				return nil
			}
		} else if u == heap.OffElements/4 && o.kind() == heap.KArray && x.Op != OpConstInt {
			// Elements that are written later would lie beyond the copy's length.
			e.escapes(o)
			return nil
		}
	}
	undefined := heap.Undefined
	emit := func(op Op, mem Mem, aux int64, args ...*Value) *Value {
		w := e.emit(op, args...)
		w.Mem, w.Aux, w.Fn, w.Line = mem, aux, v.Fn, v.Line
		return w
	}
	a := emit(OpAlloc, MemNone, o.alloc.Aux)
	a.Aux2, a.State = o.alloc.Aux2, p.state
	p.copies[o] = a
	store := func(in *Value, u int, x *Value, wide bool) {
		switch {
		case wide:
			emit(OpStoreVal, MemProp, int64(4*u), in, x)
		case x.Type == Ref:
			emit(OpStoreRef, MemShape, int64(4*u), in, x)
		default:
			emit(OpStoreInt, MemWord, int64(4*u), in, x)
		}
	}
	for u := heap.HeaderSize / 4; u < len(list); u++ {
		x := list[u]
		if x == upper {
			continue
		}
		wide := list.wide(u)
		if in := e.object(x); in != nil {
			c := p.copies[in]
			switch {
			case c == nil: // it refers to this one
				p.patches = append(p.patches, patch{a, u, in, wide})
				x = e.constant(OpConstInt, 0)
				if wide {
					x = e.constant(OpConstVal, int64(undefined))
				}
			case wide:
				x = e.emit(in.boxed.Op, c)
			default:
				x = c
			}
		}
		store(a, u, x, wide)
	}
	for _, q := range p.patches {
		if q.to == o {
			x := a
			if q.wide {
				x = e.emit(o.boxed.Op, a)
			}
			store(q.in, q.at, x, q.wide)
		}
	}
	return a
}

// parkedState is the state of v, which executes an instruction: the functions of
// inlined frames are parked, too.
func (e *escaper) parkedState(v *Value) *FrameState {
	s := v.State
	if !e.refers(s) {
		return s
	}
	if !e.b.Cold || v.Op != OpSlow && v.Op != OpSlowTest || !e.startParking(v) {
		s.eachValue(func(w *Value) {
			if o := e.object(e.s.get(w)); o != nil {
				e.escapes(o)
			}
		})
		return s
	}
	park := func(w *Value) *Value {
		if o := e.object(e.s.get(w)); o != nil {
			if c := e.parked(v, o); c != nil {
				return e.emit(o.boxed.Op, c)
			}
		}
		return w
	}
	head := *s
	for t := &head; t != nil; t = t.Parent {
		t.Callee, t.NewTarget = park(t.Callee), park(t.NewTarget)
		if t.Parent != nil {
			c := *t.Parent
			t.Parent = &c
		}
	}
	return &head
}
