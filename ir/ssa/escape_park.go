package ssa

import "firn/heap"

// Where the driver executes an instruction, all that is live is in its slots,
// objects without a cell, too. Those that the instruction does not read are there
// only in case the interpreter goes on: native code that is resumed never looks
// at the slot again, and nobody else knows what is in it. So in a cold block such
// an object is parked: the slot gets a copy, and the object does without a cell
// before and after. If the interpreter goes on, the copy is the object.

// parking is the copies that are made for an instruction of the driver.
type parking struct {
	copies  map[*object]*Value
	patches []patch
	before  *FrameState // the instruction
	state   *FrameState // … with objects described; nil: not yet
}

// patch is a field of a copy that refers to one which is not there yet.
type patch struct {
	in   *Value
	at   int
	to   *object
	wide bool
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
	if p.state == nil {
		p.state = e.state(p.before)
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

// parkedState is the state of v, which executes an instruction, with copies in place
// of the objects that this does not read, and of the functions of inlined frames.
func (e *escaper) parkedState(v *Value) *FrameState {
	s := v.State
	if !e.refers(s) {
		return s
	}
	parks := e.b.Cold && v.Op.isSlow()
	if parks {
		e.parks = &parking{copies: map[*object]*Value{}, before: s}
	}
	park := func(w *Value, unread bool) *Value {
		o := e.object(e.s.get(w))
		switch {
		case o == nil:
		case !parks || !unread:
			e.escapes(o)
		default:
			if c := e.parked(v, o); c != nil {
				return e.emit(o.boxed.Op, c)
			}
		}
		return w
	}
	s = e.f.own(s)
	for t := s; t != nil; t = t.Parent {
		for r, w := range t.Regs {
			if w != nil {
				t.Regs[r] = park(w, t.isUnread(r))
			}
		}
		t.Callee, t.NewTarget = park(t.Callee, true), park(t.NewTarget, true)
	}
	e.parks = nil
	return s
}
