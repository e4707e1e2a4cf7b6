package ssa

import "strconv"

// Where control joins.

// merge makes the contents of the objects at the start of b those at the ends of
// its live predecessors, and keeps the phis of b that are still needed.
func (e *escaper) merge(b *Block, info *escapeBlock, preds []int, phis []*Value) {
	header := b.Header == b
	e.cur = e.room.contents.zeroed(len(e.objects))
	if len(preds) == 0 {
		e.r.out = append(e.r.out, phis...)
		return
	}
	for _, p := range phis {
		if w := e.mergePhi(b, info, preds, p, header); w != nil {
			e.s.set(p, w)
			continue
		}
		for _, k := range preds {
			e.escapesAtPhi(p.Args[k])
		}
		e.r.out = append(e.r.out, p)
	}
	one := len(preds) == 1 && !header
	for i, o := range e.objects[:len(e.objects):len(e.objects)] {
		switch {
		case o.stays || o.join == b || info.takes(o):
		case one:
			e.cur[i] = e.out(b, preds[0], i)
		default:
			e.cur[i] = e.mergeObject(b, info, preds, func(k int) contents { return e.out(b, k, i) }, i)
		}
	}
	for _, j := range info.joined {
		for _, o := range j.from {
			e.cur[o.index] = nil
		}
	}
	if header {
		info.in = e.room.contents.take(len(e.cur))
		copy(info.in, e.cur)
	}
	e.forget()
}

// out is the contents of object i at the end of predecessor k of b.
func (e *escaper) out(b *Block, k, i int) contents {
	if out := e.blocks[b.Preds[k].ID].out; i < len(out) {
		return out[i]
	}
	return nil
}

// takes reports whether o becomes part of a join.
func (info *escapeBlock) takes(o *object) bool {
	for _, j := range info.joined {
		for _, c := range j.from {
			if c == o {
				return true
			}
		}
	}
	return false
}

// escapesAtPhi notes that a phi has v.
func (e *escaper) escapesAtPhi(v *Value) {
	if o := e.object(e.s.get(v)); o != nil {
		e.escapes(o)
	}
}

// mergePhi is what phi p is instead: the only value that it can have, or a join
// of objects; nil when it stays.
func (e *escaper) mergePhi(b *Block, info *escapeBlock, preds []int, p *Value, header bool) *Value {
	v := e.s.get(p.Args[preds[0]])
	same := !header
	var from []*object
	for _, k := range preds {
		w := e.s.get(p.Args[k])
		same = same && w == v
		if o := e.object(w); o != nil {
			from = append(from, o)
		}
	}
	switch {
	case same:
		return v
	case len(from) < len(preds):
		return nil
	}
	return e.join(b, info, preds, from, p.Type)
}

// join is the object that the objects from become, one from each of the
// predecessors, as a Val or Ref; nil when they cannot.
func (e *escaper) join(b *Block, info *escapeBlock, preds []int, from []*object, t Type) *Value {
	key := strconv.Itoa(b.ID)
	for _, o := range from {
		if o.alloc.Aux2 != from[0].alloc.Aux2 {
			return nil
		}
		key += " " + strconv.Itoa(o.index)
	}
	o := e.joins[key]
	if o == nil {
		if len(e.objects) >= 2*maxObjects {
			return nil
		}
		alloc := e.f.NewValue(OpAlloc, Ref)
		alloc.Aux, alloc.Aux2 = from[0].alloc.Aux, from[0].alloc.Aux2
		o = e.newObject(alloc)
		o.join = b
		for _, c := range from {
			o.addSource(c)
		}
		e.joins[key] = o
	}
	if o.stays {
		return nil
	}
	if !info.has(o) {
		for i := range preds {
			if p := info.taker(i, from[i]); p != nil {
				e.escapes(p)
				e.escapes(o)
				return nil
			}
		}
		info.joined = append(info.joined, join{o, from})
		for len(e.cur) < len(e.objects) {
			e.cur = append(e.cur, nil)
		}
		c := e.mergeObject(b, info, preds, func(k int) contents {
			for i, p := range preds {
				if p == k {
					return e.out(b, k, from[i].index)
				}
			}
			return nil
		}, o.index)
		if c == nil {
			e.escapes(o)
			return nil
		}
		e.cur[o.index] = c
	}
	if t == Ref {
		return o.alloc
	}
	return o.boxed
}

func (o *object) addSource(c *object) {
	for _, s := range o.sources {
		if s == c {
			return
		}
	}
	o.sources = append(o.sources, c)
}

// has reports whether o is a join of this block.
func (info *escapeBlock) has(o *object) bool {
	for _, j := range info.joined {
		if j.o == o {
			return true
		}
	}
	return false
}

// taker is the join that o becomes part of when it comes from predecessor i of
// those of the round.
func (info *escapeBlock) taker(i int, o *object) *object {
	for _, j := range info.joined {
		if j.from[i] == o {
			return j.o
		}
	}
	return nil
}

// mergeObject is the contents of object i at the start of b, from those at the
// ends of predecessors.
func (e *escaper) mergeObject(b *Block, info *escapeBlock, preds []int, from func(k int) contents, i int) contents {
	first := from(preds[0])
	if first == nil {
		return nil
	}
	same := true
	for _, k := range preds[1:] {
		c := from(k)
		if c == nil {
			return nil // not made on all ways here, or dead
		}
		same = same && &c[0] == &first[0]
	}
	header := b.Header == b
	if same && !header {
		return first
	}
	c := first
	for u := range first {
		phi := false
		if header {
			_, phi = e.changed[joinField{b, i, u}]
		}
		for _, k := range preds[1:] {
			phi = phi || from(k)[u] != first[u]
		}
		if !phi {
			continue
		}
		if &c[0] == &first[0] {
			c = e.room.copy(first)
		}
		c[u] = e.fieldPhi(b, info, preds, from, joinField{b, i, u})
	}
	return c
}

// fieldPhi joins the contents of a field; nil when they have nothing in common.
// Objects are joined when it is known that the field matters; until then it is a
// mark, which says so when it is read: the object may be dead.
func (e *escaper) fieldPhi(b *Block, info *escapeBlock, preds []int, from func(k int) contents, at joinField) *Value {
	t, matters := e.changed[at]
	matters = matters || e.wanted[at] || info.has(e.objects[at.object])
	var objects []*object
	marked := false
	for _, k := range preds {
		c := from(k)
		v := c[at.at]
		if v == nil || v == upper || c.wide(at.at) != from(preds[0]).wide(at.at) {
			return nil
		}
		if v.Op == OpInvalid {
			marked = true
			if matters {
				e.want(v)
			}
		}
		if o := e.object(v); o != nil {
			objects = append(objects, o)
		}
		if t == None || t == Int && v.Type == Ref {
			t = v.Type
		}
	}
	switch {
	case marked || len(objects) > 0 && !matters:
		return e.mark(at, t)
	case len(objects) == len(preds):
		if w := e.join(b, info, preds, objects, t); w != nil {
			return w
		}
	}
	for _, o := range objects {
		e.escapes(o)
	}
	p := e.f.NewValue(OpPhi, t)
	p.Block = b
	p.Args = e.f.room(len(b.Preds))
	for _, k := range preds {
		v := e.narrowAs(from(k)[at.at], t)
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

// mark is a value that stands for a field whose contents were not joined.
func (e *escaper) mark(at joinField, t Type) *Value {
	v := e.marks[at]
	if v == nil {
		v = e.f.NewValue(OpInvalid, t)
		v.Aux = int64(len(e.places))
		e.first = e.f.nextValue
		e.places = append(e.places, at)
		e.marks[at] = v
	}
	v.Type = t
	return v
}

// want notes that a mark was read.
func (e *escaper) want(v *Value) {
	at := e.places[v.Aux]
	if e.wanted[at] && !e.again {
		// It cannot be joined.
		e.escapes(e.objects[at.object])
		return
	}
	e.wanted[at] = true
	e.again = true
}

// narrowAs is field contents v as a value of type t: constants of 4 bytes have
// any. It gives nil when v has another type.
func (e *escaper) narrowAs(v *Value, t Type) *Value {
	switch {
	case v.Type == t:
		return v
	case t == Ref && v.Op == OpConstInt:
		return e.constant(OpConstRef, int64(uint32(v.Aux)))
	case t == Int && v.Op == OpConstRef:
		return e.constant(OpConstInt, int64(int32(v.Aux)))
	}
	return nil
}

// constant is the one constant of its kind in fields, so that they compare equal.
// It is in the entry block.
func (e *escaper) constant(op Op, aux int64) *Value {
	k := constKey{op, aux}
	v := e.consts[k]
	if v == nil {
		v = e.f.NewValue(op, op.Info().Result)
		v.Aux = aux
		e.first = e.f.nextValue
		e.consts[k] = v
		e.constList = append(e.constList, v)
	}
	return v
}

// flow is an object that becomes one of the joins of a loop header at a latch.
type flow struct {
	to, from *object
}

// latch compares the contents at the end of a loop with those at its header h,
// whose predecessor k this is.
func (e *escaper) latch(h *Block, k int) {
	info := &e.blocks[h.ID]
	var flows []flow
	for _, p := range h.Values[:h.numPhis()] {
		v := e.s.get(p.Args[k])
		if !e.s.has(p) {
			e.escapesAtPhi(v)
		} else if o := e.object(e.s.get(p)); o != nil {
			flows = e.flow(flows, o, v)
		} else {
			e.escapesAtPhi(v)
		}
	}
	// What is in the joins may be joins, too.
	for i, c := range info.in {
		if o := e.objects[i]; c != nil && !o.stays && !info.has(o) {
			flows = e.compare(flows, h, o, c, e.in(o))
		}
	}
	for n := 0; n < len(flows); n++ {
		to, from := flows[n].to, flows[n].from
		switch {
		case to.stays || from.stays:
		case e.in(from) == nil:
			e.conflict(from)
		default:
			flows = e.compare(flows, h, to, info.in[to.index], e.in(from))
		}
	}
	for _, x := range flows {
		if x.to == x.from || x.from.index >= len(info.in) || info.in[x.from.index] == nil {
			continue
		}
		// It is there at the header already: good if it is another one there.
		replaced := false
		for _, y := range flows {
			replaced = replaced || y.to == x.from && y.from != x.from
		}
		if !replaced {
			e.escapes(x.to)
		}
	}
}

// flow adds what v is to what comes to join o.
func (e *escaper) flow(flows []flow, o *object, v *Value) []flow {
	x := e.object(v)
	if x == nil || x.alloc.Aux2 != o.alloc.Aux2 {
		if x != nil {
			e.escapes(x)
		}
		e.escapes(o)
		return flows
	}
	for _, y := range flows {
		switch {
		case y.to == o && y.from == x:
			return flows
		case y.to == o || y.from == x:
			e.escapes(y.to)
			e.escapes(o)
			e.escapes(x)
			return flows
		}
	}
	if x != o {
		o.addSource(x)
	}
	return append(flows, flow{o, x})
}

// compare compares the contents of o at loop header h, start, with those at a
// latch.
func (e *escaper) compare(flows []flow, h *Block, o *object, start, end contents) []flow {
	if start == nil || end == nil {
		e.conflict(o)
		return flows
	}
	for u, v := range start {
		w := end[u]
		if p := e.object(v); p != nil && p.join == h {
			if w != nil && w != upper && w.Op == OpInvalid {
				e.want(w)
			} else {
				flows = e.flow(flows, p, w)
			}
			continue
		}
		phi := v != nil && v.Op == OpPhi && v.Block == h
		switch {
		case w == v && !phi:
		case v == nil || w == nil || v == upper || w == upper || start.wide(u) != end.wide(u):
			e.escapes(o)
		case v.Op == OpInvalid || w.Op == OpInvalid:
			for _, m := range [...]*Value{v, w} {
				if m.Op == OpInvalid {
					e.want(m)
				}
			}
		case !phi:
			t := v.Type
			if w.Type == Ref {
				t = Ref
			}
			at := joinField{h, o.index, u}
			if _, known := e.changed[at]; known && !e.again {
				e.escapes(o) // it was of no use
			}
			e.changed[at] = t
			e.again = true
		default:
			if c := e.object(w); c != nil {
				e.escapes(c)
			}
			a := e.narrowAs(w, v.Type)
			if a == nil {
				e.escapes(o)
				continue
			}
			for k, p := range h.Preds {
				if p == e.b {
					v.Args[k] = a
				}
			}
		}
	}
	return flows
}
