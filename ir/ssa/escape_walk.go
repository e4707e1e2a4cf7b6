package ssa

import "firn/heap"

// merge makes the contents of the objects at the start of b those at the ends of
// its live predecessors, and keeps the phis of b that are still needed.
func (e *escaper) merge(b *Block, info *escapeBlock, preds []int, phis []*Value) {
	header := b.Header == b
	for _, p := range phis {
		if !header {
			if v := e.sameArg(p, preds); v != nil {
				e.s.set(p, v)
				continue
			}
		}
		e.r.out = append(e.r.out, p)
	}
	e.cur = make([]contents, len(e.objects))
	if len(preds) > 0 {
		for i, o := range e.objects {
			if !o.stays {
				e.cur[i] = e.mergeObject(b, info, preds, i)
			}
		}
	}
	if header {
		info.in = append([]contents(nil), e.cur...)
	}
	for _, p := range phis {
		if e.s.to[p.ID] != nil {
			continue
		}
		for _, k := range preds {
			e.escapesAtPhi(p.Args[k])
		}
	}
}

// escapesAtPhi notes that a phi has v.
func (e *escaper) escapesAtPhi(v *Value) {
	if o := e.object(e.s.get(v)); o != nil {
		e.escapes(o)
	}
}

// sameArg is the only value that phi p can have.
func (e *escaper) sameArg(p *Value, preds []int) *Value {
	v := e.s.get(p.Args[preds[0]])
	for _, k := range preds[1:] {
		if e.s.get(p.Args[k]) != v {
			return nil
		}
	}
	return v
}

// mergeObject is the contents of object i at the start of b.
func (e *escaper) mergeObject(b *Block, info *escapeBlock, preds []int, i int) contents {
	from := func(k int) contents { return e.blocks[b.Preds[k].ID].out[i] }
	first := from(preds[0])
	for _, k := range preds {
		if from(k) == nil {
			return nil // not made on all ways here: nobody will ask for it
		}
	}
	c := first
	for u := range first {
		t, phi := e.changed[loopField{b, i, u}]
		for _, k := range preds[1:] {
			phi = phi || from(k)[u] != first[u]
		}
		if !phi {
			continue
		}
		if &c[0] == &first[0] {
			c = append(contents(nil), first...)
		}
		c[u] = e.fieldPhi(b, info, preds, i, u, t)
	}
	return c
}

// fieldPhi joins the contents of a field; nil when they have nothing in common.
// t is its type if that is known already.
func (e *escaper) fieldPhi(b *Block, info *escapeBlock, preds []int, i, u int, t Type) *Value {
	from := func(k int) contents { return e.blocks[b.Preds[k].ID].out[i] }
	for _, k := range preds {
		c := from(k)
		if c[u] == nil || c[u] == upper || c.wide(u) != from(preds[0]).wide(u) {
			return nil
		}
		if o := e.object(c[u]); o != nil {
			e.escapes(o)
		}
		if t == None || t == Int && c[u].Type == Ref {
			t = c[u].Type
		}
	}
	p := e.f.NewValue(OpPhi, t)
	p.Block = b
	p.Args = make([]*Value, len(b.Preds))
	for _, k := range preds {
		v := e.narrowAs(from(k)[u], t, &e.blocks[b.Preds[k].ID].values)
		if v == nil {
			return nil
		}
		p.Args[k] = v
	}
	for k := range p.Args {
		if p.Args[k] == nil {
			p.Args[k] = p.Args[preds[0]] // an edge that goes
			if b.Preds[k].order >= b.order {
				p.Args[k] = p // a latch
			}
		}
	}
	info.phis = append(info.phis, p)
	return p
}

// narrowAs is field contents v as a value of type t: constants of 4 bytes have
// any. list is where a new constant goes. It gives nil when v has another type.
func (e *escaper) narrowAs(v *Value, t Type, list *[]*Value) *Value {
	if v.Type == t {
		return v
	}
	if t == Ref && v.Op == OpConstInt || t == Int && v.Op == OpConstRef {
		op, bits := OpConstRef, int64(uint32(v.Aux))
		if t == Int {
			op, bits = OpConstInt, int64(int32(v.Aux))
		}
		c := e.f.NewValue(op, t)
		c.Aux = bits
		*list = append(*list, c)
		return c
	}
	return nil
}

// latch compares the contents at the end of a loop with those at its header h,
// whose predecessor k this is.
func (e *escaper) latch(h *Block, k int) {
	info := &e.blocks[h.ID]
	for _, p := range h.Values[:h.numPhis()] {
		e.escapesAtPhi(p.Args[k])
	}
	for i, c := range info.in {
		if c == nil || e.objects[i].stays {
			continue
		}
		end := e.cur[i]
		for u, v := range c {
			w := end[u]
			phi := v != nil && v.Op == OpPhi && v.Block == h && v.ID >= e.first
			switch {
			case w == v && !phi:
			case v == nil || w == nil || v == upper || w == upper || c.wide(u) != end.wide(u):
				e.escapes(e.objects[i])
			case !phi:
				key := loopField{h, i, u}
				e.changed[key] = v.Type
				if w.Type == Ref {
					e.changed[key] = Ref
				}
				e.again = true
			default:
				if o := e.object(w); o != nil {
					e.escapes(o)
				}
				a := e.narrowAs(w, v.Type, &e.blocks[e.b.ID].values)
				if a == nil {
					e.escapes(e.objects[i])
					continue
				}
				v.Args[k] = a
			}
		}
	}
}

// value evaluates v, which is no phi.
func (e *escaper) value(v *Value) {
	if v.Op == OpAlloc {
		if o := e.object(v); o != nil {
			e.cur[o.index] = make(contents, v.Aux/4)
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
	c := e.f.NewValue(v.Op, v.Type, append([]*Value(nil), v.Args...)...)
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
	made := append([]*Value(nil), e.r.out[n:]...)
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
func (e *escaper) half(bits int64) *Value { return e.r.int(int32(bits)) }

// put stores v, and next in the 4 bytes behind, at offset off of o. next is
// upper for a Val, nil to leave them.
func (e *escaper) put(o *object, off int64, v, next *Value) bool {
	n := int64(4)
	if next != nil {
		n = 8
	}
	c := e.cur[o.index]
	if c == nil || off < heap.HeaderSize || off&(n-1) != 0 || off+n > o.alloc.Aux {
		return false
	}
	c = append(contents(nil), c...)
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
	c := e.cur[o.index]
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
	case t == Val:
		return v
	}
	return e.narrowAs(v, t, &e.r.out)
}
