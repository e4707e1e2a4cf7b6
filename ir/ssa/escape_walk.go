package ssa

import "firn/heap"

// value evaluates v, which is no phi.
func (e *escaper) value(v *Value) {
	if v.Op == OpAlloc {
		if o := e.object(v); o != nil {
			e.cur[o.index] = e.room.values.zeroed(int(v.Aux / 4))
			e.forget()
			return
		}
	}
	changed, virtual := false, false
	for _, a := range v.Args {
		w := e.s.get(a)
		changed = changed || w != a
		virtual = virtual || e.object(w) != nil
	}
	if !changed && !virtual {
		if v.State != nil {
			if s := e.stateOf(v); s != v.State {
				e.states = append(e.states, valueState{v, s})
			}
		}
		e.r.out = append(e.r.out, v)
		return
	}
	c := e.f.NewValue(v.Op, v.Type, v.Args...)
	e.s.args(c)
	c.Aux, c.Aux2, c.Mem, c.Fn, c.Line, c.Block, c.State = v.Aux, v.Aux2, v.Mem, v.Fn, v.Line, e.b, v.State
	e.r.at = c
	if w, ok := e.use(c); ok {
		if w != nil {
			e.s.set(v, w)
		}
		return
	}
	if c.State != nil {
		c.State = e.stateOf(c)
	}
	n := len(e.r.out)
	w := e.r.value(c)
	if w == dropped {
		return
	}
	made := e.room.values.take(len(e.r.out) - n + 1)[:0]
	made = append(made, e.r.out[n:]...)
	if w == c {
		made = append(made, c)
	}
	e.r.out = e.r.out[:n]
	for _, x := range made {
		e.s.args(x)
		e.r.at = x
		if y, ok := e.use(x); ok {
			if y != nil {
				e.s.set(x, y)
			}
			continue
		}
		for _, a := range x.Args {
			if o := e.object(a); o != nil {
				e.escapes(o)
			}
		}
		e.r.out = append(e.r.out, x)
	}
	e.s.set(v, w)
}

// use evaluates v, which may use an object, with what is known of that. ok is
// false when v must stay; otherwise w is its result, nil if it has none.
func (e *escaper) use(v *Value) (w *Value, ok bool) {
	if len(v.Args) == 0 {
		return nil, false
	}
	o := e.object(v.Args[0])
	if o == nil {
		return e.useSecond(v)
	}
	if e.in(o) == nil {
		e.conflict(o)
		return nil, false
	}
	switch v.Op {
	case OpBoxObj, OpBoxCell:
		return o.boxed, v.Op == o.boxed.Op
	case OpCheckObj:
		return o.alloc, o.boxed.Op == OpBoxObj
	case OpUnboxRef:
		return o.alloc, true
	case OpStoreVal:
		return nil, e.put(o, v.Aux, v.Args[1], upper)
	case OpStoreRef, OpStoreInt:
		return nil, e.put(o, v.Aux, v.Args[1], nil)
	case OpStoreWord:
		return nil, e.put(o, v.Aux, e.half(v.Aux2), e.half(v.Aux2>>32))
	case OpStoreValX:
		i, known := isInt(v.Args[1])
		return nil, known && e.put(o, v.Aux+8*int64(i), v.Args[2], upper)
	case OpBarrier, OpBarrierX:
		return nil, true
	case OpLoadVal:
		w = e.get(o, v.Aux, Val)
	case OpLoadRef:
		w = e.get(o, v.Aux, Ref)
	case OpLoadInt:
		w = e.get(o, v.Aux, Int)
	case OpLoadValX:
		if i, known := isInt(v.Args[1]); known {
			w = e.get(o, v.Aux+8*int64(i), Val)
		}
	case OpLoadU8:
		if v.Aux == heap.OffKind || v.Aux == heap.OffFlags {
			w = e.r.int(int32(o.alloc.Aux2 >> (8 * uint(v.Aux)) & 0xFF))
		}
	case OpLoadCap:
		if o.kind() == heap.KElements {
			w = e.r.int(int32(o.alloc.Aux-heap.OffValues) / 8)
		}
	case OpGuardKind:
		return nil, v.Aux == o.kind()
	case OpIsKind:
		w = e.r.bool(v.Aux == o.kind())
	case OpGuardRef, OpGuardVal:
		return nil, v.Args[1] == v.Args[0]
	case OpCmpRef, OpCmpVal:
		// Nothing else can refer to it.
		w = e.r.bool((v.Args[1] == v.Args[0]) == (Cond(v.Aux) == Eq))
	}
	return w, w != nil
}

// useSecond is use where the first argument is no object.
func (e *escaper) useSecond(v *Value) (w *Value, ok bool) {
	switch v.Op {
	case OpCmpRef, OpCmpVal:
		if e.object(v.Args[1]) != nil {
			return e.r.bool(Cond(v.Aux) == Ne), true
		}
	case OpLoadCap:
		// Offset 0 reads as a cell without contents.
		if a := v.Args[0]; a.Op == OpConstRef && a.Aux == 0 {
			return e.r.int(0), true
		}
	}
	return nil, false
}

// kind is the kind of the cell.
func (o *object) kind() int64 { return o.alloc.Aux2 >> 32 & 0xFF }

// half is 32 constant bits.
func (e *escaper) half(bits int64) *Value { return e.constant(OpConstInt, int64(int32(bits))) }

// put stores v, and next in the 4 bytes behind, at offset off of o. next is
// upper for a Val, nil to leave them.
func (e *escaper) put(o *object, off int64, v, next *Value) bool {
	n := int64(4)
	if next != nil {
		n = 8
	}
	c := e.in(o)
	if c == nil || off < heap.HeaderSize || off&(n-1) != 0 || off+n > o.alloc.Aux {
		return false
	}
	switch v.Op {
	case OpConstInt, OpConstRef, OpConstVal:
		v = e.constant(v.Op, v.Aux)
	}
	c = e.room.copy(c)
	i := int(off / 4)
	if c[i] == upper {
		c[i-1] = nil
	}
	last := i
	if next != nil {
		last++
	}
	if c.wide(last) {
		c[last+1] = nil
	}
	c[i] = v
	if next != nil {
		c[i+1] = next
	}
	e.cur[o.index] = c
	e.forget()
	return true
}

// get is the contents of a field as type t, nil if they are not known as such.
func (e *escaper) get(o *object, off int64, t Type) *Value {
	if off == heap.OffSize && t == Int {
		return e.r.int(int32(o.alloc.Aux))
	}
	c := e.in(o)
	n := int64(4)
	if t == Val {
		n = 8
	}
	if c == nil || off < heap.HeaderSize || off&(n-1) != 0 || off+n > o.alloc.Aux {
		return nil
	}
	i := int(off / 4)
	v := c[i]
	switch {
	case v == nil || v == upper || (t == Val) != c.wide(i):
		return nil
	case v.Op == OpInvalid:
		e.want(v)
		return v
	case t == Val:
		return v
	}
	return e.narrowAs(v, t)
}
