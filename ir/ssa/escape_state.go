package ssa

import (
	"fmt"

	"firn/heap"
)

// Frame states that refer to objects without a cell describe these by Virtual
// values, with the contents at that place. A Virtual is identified by Aux, the
// number of the Alloc: the same number is the same object, in a state and those
// around it. Inside of its own description an object is a VirtualRef.

// describer is the part of escaper that makes descriptions.
type describer struct {
	known  []*Value // by object: its description here, whatever state it is in
	open   []*Value // likewise, but only good for the state that is being made
	depth  []int    // by object: how deep inside its own description this is; 0: not
	cached map[*FrameState]*FrameState
}

// forget drops what was known of the contents of objects: they have changed.
func (e *escaper) forget() {
	if n := len(e.objects); len(e.known) < n {
		e.known, e.open, e.depth = make([]*Value, n), make([]*Value, n), make([]int, n)
		e.cached = map[*FrameState]*FrameState{}
		return
	}
	clear(e.known)
	if len(e.cached) > 0 {
		clear(e.cached)
	}
}

// stateOf is the state of v, at the current place.
func (e *escaper) stateOf(v *Value) *FrameState {
	if !v.Op.Has(Clobber) {
		return e.state(v.State)
	}
	return e.parkedState(v)
}

// state is s with objects described: s itself if it has none.
func (e *escaper) state(s *FrameState) *FrameState {
	if !e.refers(s) {
		return s
	}
	clear(e.open)
	return e.describeState(s)
}

// refers reports whether s has objects.
func (e *escaper) refers(s *FrameState) bool {
	for ; s != nil; s = s.Parent {
		for _, v := range s.Regs {
			if v != nil && e.object(e.s.get(v)) != nil {
				return true
			}
		}
		if e.object(e.s.get(s.Callee)) != nil || e.object(e.s.get(s.NewTarget)) != nil {
			return true
		}
	}
	return false
}

func (e *escaper) describeState(s *FrameState) *FrameState {
	if s == nil {
		return nil
	}
	if t := e.cached[s]; t != nil {
		return t
	}
	t := s
	change := func() {
		if t == s {
			c := *s
			c.Regs = e.f.list(s.Regs)
			t = &c
		}
	}
	if p := e.describeState(s.Parent); p != s.Parent {
		change()
		t.Parent = p
	}
	for r, v := range s.Regs {
		if w := e.described(v); w != v {
			change()
			t.Regs[r] = w
		}
	}
	if w := e.described(s.Callee); w != s.Callee {
		change()
		t.Callee = w
	}
	if w := e.described(s.NewTarget); w != s.NewTarget {
		change()
		t.NewTarget = w
	}
	e.cached[s] = t
	return t
}

// described is v, or the description of the object that v is.
func (e *escaper) described(v *Value) *Value {
	if v == nil {
		return nil
	}
	o := e.object(e.s.get(v))
	if o == nil {
		return v
	}
	d, _ := e.describe(o, 1)
	return e.emit(o.boxed.Op, d)
}

// emit places a value at the current place.
func (e *escaper) emit(op Op, args ...*Value) *Value {
	v := e.f.NewValue(op, op.Info().Result, args...)
	v.Block = e.b
	e.r.out = append(e.r.out, v)
	return v
}

// describe is the description of o, a Ref, and the depth of the outermost object
// around it that it refers to (that of o or more: it stands alone).
func (e *escaper) describe(o *object, depth int) (v *Value, low int) {
	const alone = 1 << 30
	i := o.index
	switch {
	case e.known[i] != nil:
		return e.known[i], alone
	case e.depth[i] != 0:
		v = e.emit(OpVirtualRef)
		v.Aux = int64(o.alloc.ID)
		return v, e.depth[i]
	case e.open[i] != nil:
		return e.open[i], 1
	}
	e.depth[i] = depth
	low = alone
	var args []*Value
	c := e.in(o)
	if c == nil {
		e.conflict(o)
	}
	for u := 2; u < len(c); u++ {
		v := c[u]
		switch {
		case v == upper:
			continue
		case v == nil:
			e.escapes(o)
			continue
		case v.Op == OpInvalid:
			e.want(v)
		}
		if in := e.object(v); in != nil {
			d, l := e.describe(in, depth+1)
			low = min(low, l)
			if v = d; c.wide(u) {
				v = e.emit(in.boxed.Op, d)
			}
		}
		args = append(args, v)
	}
	e.depth[i] = 0
	v = e.emit(OpVirtual, args...)
	v.Aux, v.Aux2 = int64(o.alloc.ID), o.alloc.Aux2
	if low >= depth {
		e.known[i] = v
	} else {
		e.open[i] = v
	}
	return v, low
}

// describes reports whether v is the description of an object, boxed.
func describes(v *Value) bool {
	return (v.Op == OpBoxObj || v.Op == OpBoxCell) && (v.Args[0].Op == OpVirtual || v.Args[0].Op == OpVirtualRef)
}

// checkVirtual checks that the contents of a description are as many as its
// header says, and that only what is for states uses descriptions.
func checkVirtual(v *Value) error {
	for _, a := range v.Args {
		if a.Op == OpVirtual || a.Op == OpVirtualRef {
			switch v.Op {
			case OpBoxObj, OpBoxCell, OpVirtual:
			default:
				return fmt.Errorf("uses the description %v", a)
			}
		}
	}
	if v.Op != OpVirtual {
		return nil
	}
	size := int64(heap.HeaderSize)
	for _, a := range v.Args {
		if size += 8; a.Type == Ref || a.Type == Int {
			size -= 4
		}
	}
	if size != int64(uint32(v.Aux2)) {
		return fmt.Errorf("describes %d bytes, not %d", size, uint32(v.Aux2))
	}
	return nil
}
