package ssa

import (
	"firn/ir/bytecode"
)

// Exceptions. A handler of the functions in the graph is a block like others, which
// begins behind its catch instruction with the exception in a register. It is led to
// from behind each call and each instruction of the driver's that can throw (Threw
// tells there: the engine looks for the handler, see jit/engine_throw.go), and from
// throw instructions, where nobody needs to know where the value was thrown.

// handler is the frame, and the word in it, of the handler of what the current
// instruction throws; ok is false if it is in none of the functions in the graph.
func (b *builder) handler() (fr *frame, target uint32, ok bool) {
	for fr = b.fr; fr != nil; fr = fr.parent {
		if target, ok = fr.src.live.Handler(fr.src.pc); ok {
			return fr, target, true
		}
	}
	return nil, 0, false
}

// toHandler ends the current block by going to the handler of fr at target, with
// exception v as its catch instruction gives it.
func (b *builder) toHandler(fr *frame, target uint32, v *Value) {
	inner, from := b.fr, b.cur
	catch, _ := bytecode.Decode(fr.src.code, target)
	regs := b.f.list(fr.regs)
	if inner != fr {
		// What lies where the frames were that are left is gone.
		for inner.parent != fr {
			inner = inner.parent
		}
		if first := inner.base - header - fr.base; first < len(regs) {
			clear(regs[first:])
		}
		inner = b.fr
	}
	regs[catch.Field(bytecode.FieldA)] = v
	b.fr = fr
	b.edgeInto(from, catch.Next, fr.into(fr.src.live.BlockAt(target)), regs)
	if from.Kind == Jump && from.EndState == nil {
		from.EndState = b.stateWith(fr, catch.Next, regs)
	}
	b.fr, b.cur = inner, nil
}

// orThrew builds the way to the handler of what the Call or Slow just built throws,
// if that is in the graph. With by, the driver has executed that instruction.
func (b *builder) orThrew(by *bytecode.Inst) {
	fr, target, ok := b.handler()
	if !ok {
		return
	}
	t := b.aux(OpThrew, int64(fr.base))
	t.Aux2 = int64(target)
	threw, on := b.split(t)
	threw.Cold = true
	b.cur = threw
	inner, regs := b.fr, b.fr.regs
	catch, _ := bytecode.Decode(fr.src.code, target)
	v := b.aux(OpCaught, int64(fr.base)+int64(catch.Field(bytecode.FieldA)))
	if by != nil {
		b.half(by)
	}
	b.toHandler(fr, target, v)
	b.cur, inner.regs = on, regs
}

// half tells what an instruction that throws may have written before: its results,
// of which only those that it also reads can matter.
func (b *builder) half(in *bytecode.Inst) {
	fr := b.fr
	fr.regs = b.f.list(fr.regs)
	read := make([]bool, len(fr.regs))
	in.Regs(func(first, n uint32) {
		for r := first; r < first+n; r++ {
			read[r] = true
		}
	}, func(uint32, uint32) {})
	in.Regs(func(uint32, uint32) {}, func(first, n uint32) {
		for r := first; r < first+n; r++ {
			if v := b.aux(OpReadSlot, int64(fr.base)+int64(r)); read[r] {
				fr.regs[r] = v
			}
		}
	})
}

// raise builds an instruction that throws, by the driver.
func (b *builder) raise(in *bytecode.Inst) {
	v := b.leave(in, OpSlow)
	b.orThrew(in)
	b.cur.Kind, b.cur.State, b.cur.Reason = Exit, v.State, "throw" // control does not come here
	b.cur = nil
}
