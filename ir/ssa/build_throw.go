package ssa

import (
	"firn/heap"
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
		if target, ok = fr.src.live.Handler(fr.pc); ok {
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

// throw builds a throw of v. If the handler is in the graph, it is a jump there, unless
// the handler keeps where v was thrown (see runtime/interp/origin.go): only errors
// know that themselves.
func (b *builder) throw(in *bytecode.Inst, v *Value) {
	fr, target, ok := b.handler()
	if !ok {
		b.raise(in)
		return
	}
	if !keeps(fr, target) {
		b.handOver(in, fr, target, v)
		return
	}
	if v = b.boxed(v); v.Type != Val {
		b.raise(in)
		return
	}
	b.orRaise(in, func() { b.handOverError(in, fr, target, v) })
}

// rethrow builds a throw of what a handler has kept: an error, or the record of a
// value and where it was thrown.
func (b *builder) rethrow(in *bytecode.Inst, kept *Value) {
	fr, target, ok := b.handler()
	if !ok || kept.Type != Val {
		b.raise(in)
		return
	}
	b.orRaise(in, func() {
		b.choose(b.aux(OpHasTag, heap.TagCell, kept), func() *Value {
			v := kept
			if !keeps(fr, target) {
				v = b.load(OpLoadVal, MemInner, heap.OffValues, b.op(OpUnboxRef, kept))
			}
			b.handOver(in, fr, target, v)
			return nil
		}, func() *Value {
			b.handOverError(in, fr, target, kept)
			return nil
		})
	})
}

// keeps tells that the handler of fr at target keeps where the exception was thrown.
func keeps(fr *frame, target uint32) bool {
	catch, _ := bytecode.Decode(fr.src.code, target)
	return catch.X != 0
}

// handOver ends the current block by going to a handler with what instruction in
// throws.
func (b *builder) handOver(in *bytecode.Inst, fr *frame, target uint32, v *Value) {
	b.charge(in.X)
	b.store(OpStoreVal, MemBytes, root(heap.RootOrigin), b.heapState(), b.value(heap.Undefined))
	b.toHandler(fr, target, v)
}

// handOverError is handOver where v must be an error that knows where it was made.
func (b *builder) handOverError(in *bytecode.Inst, fr *frame, target uint32, v *Value) {
	obj := b.requireObject(v)
	b.require(b.aux(OpIsKind, heap.KError, obj))
	b.require(b.aux(OpHasTag, heap.TagCell, b.load(OpLoadVal, MemInner, heap.OffInternal, obj)))
	b.handOver(in, fr, target, v)
}

// orRaise builds an instruction that throws by do, and where its checks fail by the
// driver.
func (b *builder) orRaise(in *bytecode.Inst, do func()) {
	way, outer := &slowWay{}, b.way
	b.way = way
	regs := b.f.list(b.fr.regs)
	do()
	b.way = outer
	if b.cur = b.driver(way); b.cur == nil {
		return
	}
	b.fr.regs, b.fr.state = regs, nil
	b.raise(in)
}

// raise builds an instruction that throws, by the driver.
func (b *builder) raise(in *bytecode.Inst) {
	v := b.leave(in, OpSlow)
	b.orThrew(in)
	b.cur.Kind, b.cur.State, b.cur.Reason = Exit, b.f.bare(v.State), "throw" // control does not come here
	b.cur = nil
}
