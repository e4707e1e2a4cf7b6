package ssa

import "firn/ir/bytecode"

// A detour is the way around what stubs do: where one of them cannot, the driver
// executes the whole instruction.
//
//	d := b.detour(in)
//	r := d.call(StubStringConcat, x, y)
//	b.set(dst, b.op(OpBoxStr, d.join(dst, r)))
//
// Between detour and join the instruction must do nothing but call stubs and read:
// the driver does it again from the start.
type detour struct {
	b    *builder
	in   *bytecode.Inst
	slow *Block
	regs []*Value
}

func (b *builder) detour(in *bytecode.Inst) *detour {
	b.state() // of before, also for what comes behind
	return &detour{b: b, in: in, regs: append([]*Value(nil), b.fr.regs...)}
}

// call calls a stub.
func (d *detour) call(s Stub, args ...*Value) *Value {
	b := d.b
	if Stubs[s].Result == Ref {
		r := b.aux(OpStubRef, int64(s), args...)
		d.around(b.aux(OpCmpRef, int64(Eq), r, b.constant(OpConstRef, 0)))
		return r
	}
	r := b.aux(OpStubInt, int64(s), args...)
	d.around(b.aux(OpCmpInt, int64(Lt), r, b.integer(0)))
	return r
}

// around takes the detour if c holds.
func (d *detour) around(c *Value) {
	b := d.b
	if d.slow == nil {
		d.slow = b.f.NewBlock(Jump)
		d.slow.Cold = true
	}
	from, next := b.cur, b.f.NewBlock(Jump)
	from.Kind, from.Control = If, c
	from.Connect(d.slow)
	from.Connect(next)
	b.cur = next
}

// slowly builds the detour and gives what the driver leaves in register dst.
func (d *detour) slowly(dst uint32) (end *Block, v *Value) {
	b, fr := d.b, d.b.fr
	cur, regs := b.cur, fr.regs
	b.cur, fr.regs = d.slow, d.regs
	b.slow(d.in)
	end, v = b.cur, fr.regs[dst]
	b.cur, fr.regs, fr.state = cur, regs, nil
	return end, v
}

// join ends the detour of an instruction whose result in register dst is r, the
// cell of a string or a value: it is that, or what the driver has made of it.
func (d *detour) join(dst uint32, r *Value) *Value {
	b := d.b
	if d.slow == nil {
		return r
	}
	end, v := d.slowly(dst)
	if r.Type == Ref {
		b.cur, end = end, b.cur
		v = b.op(OpUnboxRef, v)
		b.cur, end = end, b.cur
	} else {
		r = b.boxed(r)
	}
	join := b.f.NewBlock(Jump)
	b.cur.Connect(join)
	end.Connect(join)
	p := b.f.NewValue(OpPhi, r.Type, r, v)
	p.Fn, p.Line, p.Block = b.fr.fn, b.fr.src.pc, join
	join.Values = append(join.Values, p)
	b.cur = join
	return p
}
