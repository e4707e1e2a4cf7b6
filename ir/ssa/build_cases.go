package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// slowWay collects the ends of blocks that go on where the driver executes the
// current instruction instead.
//
// A check (require and what is made of it) is a guard, which leaves the code for
// good, when nothing says that it may fail. Inside of orSlow it is a branch to
// the driver's way instead, behind which the code goes on.
type slowWay struct {
	to     *Block   // where checks that fail lead
	from   []*Block // other ends
	apart  bool     // each check has an end of its own
	behind func()   // what is known of what the driver has done
}

// driver is the block of the driver's instruction, nil if nothing leads there.
func (b *builder) driver(w *slowWay) *Block {
	switch {
	case w.to == nil && len(w.from) == 0:
		return nil
	case w.to == nil && len(w.from) == 1:
		w.to = w.from[0]
	default:
		if w.to == nil {
			w.to = b.f.NewBlock(Jump)
		}
		for _, from := range w.from {
			from.Connect(w.to)
		}
	}
	w.to.Cold = true
	return w.to
}

// orSlow builds an instruction by do, and where its checks fail by the driver.
// What it does before the last check must not be visible.
func (b *builder) orSlow(in *bytecode.Inst, do func()) {
	fr := b.fr
	regs := b.f.list(fr.regs)
	b.hold(regs)
	d, outer := &slowWay{}, b.way
	b.way = d
	do()
	b.way = outer
	slow := b.driver(d)
	if slow == nil {
		return
	}
	ends := b.edges.take(2)[:0]
	if b.cur != nil {
		ends = append(ends, edge{b.cur, fr.regs})
	}
	fr.regs, fr.state, b.cur = regs, nil, slow
	b.slow(in)
	if d.behind != nil {
		d.behind()
	}
	ends = append(ends, edge{b.cur, fr.regs})
	b.cur, fr.regs = b.merge(fr, ends, fr.src.live.At(in.Next), in.Next)
	fr.state = nil
}

// require is a check that c holds.
func (b *builder) require(c *Value) {
	if b.way == nil {
		b.guard(OpGuardTrue, 0, c)
		return
	}
	from, no := b.cur, b.way.to
	yes := b.f.NewBlock(Jump)
	if no == nil || b.way.apart {
		no = b.f.NewBlock(Jump)
		no.Cold = true
		if b.way.apart {
			b.way.from = append(b.way.from, no)
		} else {
			b.way.to = no
		}
	}
	from.Kind, from.Control = If, c
	from.Connect(yes)
	from.Connect(no)
	b.cur = yes
}

// requireObject is the cell of v, which must be an object.
func (b *builder) requireObject(v *Value) *Value {
	if k, ok := b.known(v); b.way == nil || v.Op == OpBoxObj || ok && k.IsObject() {
		return b.object(v)
	}
	v = b.boxed(v)
	b.require(b.aux(OpHasTag, heap.TagObject, v))
	return b.op(OpUnboxRef, v)
}

// requireInt is v, which must be an int32.
func (b *builder) requireInt(v *Value) *Value {
	if b.way == nil {
		return b.toInt(v)
	}
	if _, ok := b.known(v); ok || v.Type != Val {
		if i := b.toInt(v); i != nil {
			return i
		}
		b.require(b.constant(OpConstBool, 0))
		return b.integer(0)
	}
	b.require(b.aux(OpHasTag, heap.TagInt, v))
	return b.op(OpUnboxInt, v)
}

// requireBound is the check that an index is below a length.
func (b *builder) requireBound(i, n *Value) {
	if b.way == nil {
		b.guard(OpGuardBound, 0, i, n)
		return
	}
	b.require(b.aux(OpCmpUint, int64(Lt), i, n))
}

// requireValue is the check that two boxed values are the same bits.
func (b *builder) requireValue(v, w *Value) {
	if b.way == nil {
		b.guard(OpGuardVal, 0, v, w)
		return
	}
	b.require(b.aux(OpCmpVal, int64(Eq), v, w))
}

// requireCell is the check that two refs are of the same cell.
func (b *builder) requireCell(v, w *Value) {
	if b.way == nil {
		b.guard(OpGuardRef, 0, v, w)
		return
	}
	b.require(b.aux(OpCmpRef, int64(Eq), v, w))
}

// choose is what yes builds where c holds and no where it does not. Either may
// end its path; results are joined if there are any. What they do to registers does
// not last.
func (b *builder) choose(c *Value, yes, no func() *Value) *Value {
	from := b.cur
	t, e := b.f.NewBlock(Jump), b.f.NewBlock(Jump)
	from.Kind, from.Control = If, c
	from.Connect(t)
	from.Connect(e)
	fr := b.fr
	before := b.f.list(fr.regs)
	b.hold(before)
	state := fr.state
	b.cur = t
	x := yes()
	copy(fr.regs, before)
	fr.state = state
	t, b.cur = b.cur, e
	y := no()
	copy(fr.regs, before)
	fr.state = state
	e = b.cur
	if t == nil {
		return y
	}
	if e == nil {
		b.cur = t
		return x
	}
	join := b.f.NewBlock(Jump)
	b.cur = join
	if x == nil || x == y {
		t.Connect(join)
		e.Connect(join)
		return x
	}
	typ := x.Type
	if y.Type != typ {
		typ = Val
	}
	p := b.f.NewValue(OpPhi, typ)
	p.Fn, p.Line, p.Block = b.fr.fn, b.fr.pc, join
	for i, v := range []*Value{x, y} {
		b.cur = []*Block{t, e}[i]
		if typ == Val {
			v = b.boxed(v)
		}
		p.AddArg(v)
	}
	t.Connect(join)
	e.Connect(join)
	join.Append(p)
	b.cur = join
	return p
}

// keyed is the value of property key of an object, by looking for it.
func (b *builder) keyed(obj, key *Value) *Value {
	v := b.load(OpKeyGet, MemKeyed, 0, obj, key)
	b.require(b.aux(OpCmpVal, int64(Ne), v, b.value(heap.Empty)))
	return v
}

// keyedOwn is the value of an own data property.
func (b *builder) keyedOwn(obj, key *Value) *Value {
	v := b.load(OpKeyGet, MemKeyed, 1, obj, key)
	b.require(b.aux(OpCmpVal, int64(Ne), v, b.value(heap.Empty)))
	return v
}

// hasKey tells whether an object has a property, itself (own is 1) or its
// prototypes, too.
func (b *builder) hasKey(obj, key *Value, own int64) *Value {
	r := b.load(OpKeyFind, MemKeyed, own, obj, key)
	b.require(b.aux(OpCmpInt, int64(Ne), r, b.integer(1)))
	return b.aux(OpCmpInt, int64(Ne), r, b.integer(0))
}

// setKeyed writes a property with a computed key, or adds it; with define (1) it is
// defined.
func (b *builder) setKeyed(obj, key, v *Value, define int64) {
	b.require(b.load(OpKeySet, MemKeyed, define, obj, key, b.boxed(v)))
}

// keysKnown reports whether properties can be looked for: arrays' length is told
// by an atom in ROM.
func (b *builder) keysKnown() bool {
	v := b.h.Root(heap.RootAtomLength)
	return v.IsString() && b.h.IsROM(v.Ref())
}
