package matcher

import (
	"firn/jit/amd64"
	"firn/runtime/builtin/regexp/vm"
)

// instruction makes the code of the instruction at c.at, as attempt1 and attempt2
// of package vm execute it. Native code leaves at those that it does not have.
func (c *compiler) instruction(w uint32) {
	op, x, next := w&0xFF, w>>8, c.at+length(w)
	if op&vm.Back != 0 && !c.backwards(op) {
		c.unsupported()
		return
	}
	switch op &^ vm.Back {
	case vm.OpMatch:
		c.step()
		c.flush()
		c.i2(amd64.MOV, amd64.S32, r(rA), field(vm.StateStart))
		c.i2(amd64.MOV, amd64.S32, c.reg(0), r(rA))
		c.i2(amd64.MOV, amd64.S32, c.reg(1), r(rPos))
		c.i2(amd64.XOR, amd64.S32, r(rC), r(rC))
		c.i2(amd64.MOV, amd64.S32, r(rA), imm(vm.Matched))
		c.jmp(c.out)
	case vm.OpChar, vm.OpChar2, vm.OpAny, vm.OpDot, vm.OpClass, vm.OpUAny, vm.OpUDot, vm.OpUClass:
		b, ok := c.body(w&^vm.Back, c.at+4)
		if !ok {
			c.unsupported()
			return
		}
		c.step()
		c.character(b, op&vm.Back != 0)
	case vm.OpChars:
		c.step()
		c.literal(x)
	case vm.OpJump:
		c.step()
		c.flush()
		c.pause(x)
		c.jmp(c.to(x))
	case vm.OpSplit:
		c.step()
		c.push(x, r(rPos), next)
	case vm.OpSplitBack:
		c.step()
		c.flush()
		c.push(next, r(rPos), x)
		c.jmp(c.to(x))
	case vm.OpSplitUnit, vm.OpBranchUnit:
		c.step()
		c.flush()
		c.ahead(c.to(x))
		c.not(c.word(c.at+4), c.to(x))
		if op == vm.OpSplitUnit {
			c.push(x, r(rPos), next)
		}
	case vm.OpSplitSet, vm.OpBranchSet:
		c.step()
		c.flush()
		c.ahead(c.to(x))
		c.load(0)
		c.test(set{c.word(c.at + 4), setUnits}, false, c.to(x))
		if op == vm.OpSplitSet {
			c.push(x, r(rPos), next)
		}
	case vm.OpSave:
		c.step()
		c.store(x, r(rPos), next)
	case vm.OpZero:
		c.step()
		c.store(x, imm(0), next)
	case vm.OpReset:
		c.reset(x, c.word(c.at+4), next)
	case vm.OpProgress:
		c.step()
		c.i2(amd64.CMP, amd64.S32, r(rPos), c.reg(x))
		c.jcc(amd64.CondE, c.failed())
	case vm.OpProgress2:
		if c.word(c.at+8) > maxCount {
			c.unsupported()
			return
		}
		c.step()
		ok := c.label()
		c.i2(amd64.CMP, amd64.S32, r(rPos), c.reg(x))
		c.jcc(amd64.CondNE, ok)
		c.i2(amd64.CMP, amd64.S32, c.reg(c.word(c.at+4)), imm(c.word(c.at+8)))
		c.jcc(amd64.CondAE, c.failed())
		c.bind(ok)
	case vm.OpLoop:
		c.loop(x, next)
	case vm.OpNext:
		c.count(x)
	case vm.OpBol:
		c.step()
		c.i2(amd64.TEST, amd64.S32, r(rPos), r(rPos))
		c.jcc(amd64.CondNE, c.failed())
	case vm.OpEol:
		c.step()
		c.i2(amd64.CMP, amd64.S32, r(rPos), r(rEnd))
		c.jcc(amd64.CondNE, c.failed())
	case vm.OpBolLine:
		c.step()
		ok := c.label()
		c.behind(ok)
		c.load(-1)
		c.test(set{0, setLines}, false, c.failed())
		c.bind(ok)
	case vm.OpEolLine:
		c.step()
		ok := c.label()
		c.ahead(ok)
		c.load(0)
		c.test(set{0, setLines}, false, c.failed())
		c.bind(ok)
	case vm.OpWord, vm.OpNotWord:
		c.boundary(set{x, setClass}, op == vm.OpWord)
	case vm.OpBackref:
		c.backref(x)
	case vm.OpLook:
		c.step()
		c.mark(x)
		c.push(vm.EntryData, r(rPos), next)
	case vm.OpNegLook:
		c.step()
		c.mark(c.word(c.at + 4))
		c.push(x, r(rPos), next)
	case vm.OpLookEnd:
		c.lookEnd(x)
	case vm.OpNegLookEnd:
		c.negLookEnd(x)
	case vm.OpRun, vm.OpRunAll:
		c.run(w, next)
	case vm.OpRunLazy:
		c.lazy(next)
	case vm.OpFail:
		c.step()
		c.flush()
		c.jmp(c.fail)
	default:
		c.unsupported()
	}
}

// backwards reports whether an instruction moves backwards natively.
func (c *compiler) backwards(op uint32) bool {
	switch op &^ vm.Back {
	case vm.OpChar, vm.OpChar2, vm.OpAny, vm.OpDot, vm.OpClass:
		return true
	case vm.OpUAny, vm.OpUDot, vm.OpUClass:
		return !c.wide
	}
	return false
}

// unsupported leaves.
func (c *compiler) unsupported() {
	c.whole = false
	c.jmp(c.leave(vm.NativeLeave, c.at, c.pend))
	c.pend = 0
}

// pause leaves if no steps are left, to go on at a place.
func (c *compiler) pause(at uint32) {
	c.i2(amd64.TEST, amd64.S64, r(rLeft), r(rLeft))
	c.jcc(amd64.CondS, c.leave(vm.Suspended, at, 0))
}

// ahead goes to l at the end of the text, behind at its start.
func (c *compiler) ahead(l amd64.Label) {
	c.i2(amd64.CMP, amd64.S32, r(rPos), r(rEnd))
	c.jcc(amd64.CondAE, l)
}

func (c *compiler) behind(l amd64.Label) {
	c.i2(amd64.TEST, amd64.S32, r(rPos), r(rPos))
	c.jcc(amd64.CondE, l)
}

// unit is the unit i places from a position.
func (c *compiler) unit(pos amd64.Reg, i int32) amd64.Operand {
	if c.wide {
		return amd64.MemIndex(rText, pos, 2, 2*i)
	}
	return amd64.MemIndex(rText, pos, 1, i)
}

// load loads the unit i places from the position into RAX.
func (c *compiler) load(i int32) {
	if c.wide {
		c.i2(amd64.MOVZXW, amd64.S32, r(rA), c.unit(rPos, i))
	} else {
		c.i2(amd64.MOVZXB, amd64.S32, r(rA), c.unit(rPos, i))
	}
}

// compare compares a unit in memory with one that it can be.
func (c *compiler) compare(m amd64.Operand, u uint32) {
	if c.wide {
		c.i2(amd64.CMP, amd64.S16, m, imm(u))
	} else {
		c.i2(amd64.CMP, amd64.S8, m, imm(u))
	}
}

// possible reports whether a unit can be in the text.
func (c *compiler) possible(u uint32) bool { return u <= 0xFF || c.wide && u <= 0xFFFF }

// not goes to l unless the next unit is u.
func (c *compiler) not(u uint32, l amd64.Label) {
	if !c.possible(u) {
		c.jmp(l)
		return
	}
	c.compare(c.unit(rPos, 0), u)
	c.jcc(amd64.CondNE, l)
}

// test goes to l if it is so that the unit in RAX is in s.
func (c *compiler) test(s set, is bool, l amd64.Label) {
	disp, mask := c.bit(s)
	after := c.label()
	if c.wide {
		spans, ok := c.above(s)
		if !ok {
			c.bad = true // it was asked before
		}
		yes, no := after, l
		if is {
			yes, no = l, after
		}
		c.i2(amd64.CMP, amd64.S32, r(rA), imm(0xFF))
		switch {
		case len(spans) == 0:
			c.jcc(amd64.CondA, no)
		case len(spans) == 1 && spans[0] == span{256, 0xFFFF}:
			c.jcc(amd64.CondA, yes)
		default:
			high := c.label()
			c.jcc(amd64.CondA, high)
			c.cold = append(c.cold, func() {
				c.bind(high)
				for _, s := range spans {
					c.i2(amd64.CMP, amd64.S32, r(rA), imm(s.lo))
					c.jcc(amd64.CondB, no)
					c.i2(amd64.CMP, amd64.S32, r(rA), imm(s.hi))
					c.jcc(amd64.CondBE, yes)
				}
				c.jmp(no)
			})
		}
	}
	c.i2(amd64.TEST, amd64.S8, amd64.MemIndex(rTable, rA, 1, disp), amd64.Imm(mask))
	if is {
		c.jcc(amd64.CondNE, l)
	} else {
		c.jcc(amd64.CondE, l)
	}
	c.bind(after)
}

// body is an instruction that takes one character.
type body struct {
	op   uint32 // OpChar, OpChar2, OpAny, OpDot or OpClass
	a, b uint32 // units
	set  set
	cps  bool // it is one of those for code points
}

// body is the instruction with first word w and its second at extra. Not ok: it is
// one for the loops.
func (c *compiler) body(w, extra uint32) (b body, ok bool) {
	b.op, b.a = w&0xFF, w>>8
	switch b.op {
	case vm.OpChar2:
		b.b = c.word(extra)
	case vm.OpUAny:
		b.op, b.cps = vm.OpAny, true
	case vm.OpUDot:
		b.op, b.cps = vm.OpDot, true
	case vm.OpUClass:
		b.op, b.cps = vm.OpClass, true
	}
	if b.cps && c.wide {
		return b, false
	}
	switch b.op {
	case vm.OpDot:
		b.set = set{0, setLines}
	case vm.OpClass:
		b.set = set{b.a, setClass}
		if _, ok := c.above(b.set); c.wide && !ok {
			return b, false
		}
	}
	return b, true
}

// mismatch goes to l unless the unit i places from the position is one of b.
func (c *compiler) mismatch(b *body, i int32, l amd64.Label) {
	switch b.op {
	case vm.OpChar:
		if !c.possible(b.a) {
			c.jmp(l)
			return
		}
		c.compare(c.unit(rPos, i), b.a)
		c.jcc(amd64.CondNE, l)
	case vm.OpChar2:
		c.load(i)
		if b.a&^0x20 == b.b&^0x20 && b.a <= 0xFF && b.b <= 0xFF {
			c.i2(amd64.OR, amd64.S32, r(rA), imm(0x20))
			c.i2(amd64.CMP, amd64.S32, r(rA), imm(b.a|0x20))
			c.jcc(amd64.CondNE, l)
			return
		}
		same := c.label()
		c.i2(amd64.CMP, amd64.S32, r(rA), imm(b.a&0xFFFF))
		c.jcc(amd64.CondE, same)
		c.i2(amd64.CMP, amd64.S32, r(rA), imm(b.b&0xFFFF))
		c.jcc(amd64.CondNE, l)
		c.bind(same)
	case vm.OpDot:
		c.load(i)
		c.test(b.set, true, l)
	case vm.OpClass:
		c.load(i)
		c.test(b.set, false, l)
	}
}

// character takes one character.
func (c *compiler) character(b body, back bool) {
	if back {
		c.behind(c.failed())
		c.mismatch(&b, -1, c.failed())
		c.i2(amd64.SUB, amd64.S32, r(rPos), imm(1))
		return
	}
	c.ahead(c.failed())
	c.mismatch(&b, 0, c.failed())
	c.i2(amd64.ADD, amd64.S32, r(rPos), imm(1))
}

// literal takes k units, four bytes at a time.
func (c *compiler) literal(k uint32) {
	if k > maxCount {
		c.bad = true
		return
	}
	c.i2(amd64.LEA, amd64.S32, r(rA), amd64.Mem(rPos, int32(k)))
	c.i2(amd64.CMP, amd64.S32, r(rA), r(rEnd))
	c.jcc(amd64.CondA, c.failed())
	per := uint32(4)
	if c.wide {
		per = 2
	}
	for i := uint32(0); i < k; {
		group := uint32(0)
		if k-i >= per {
			for j := uint32(0); j < per; j++ {
				u := c.unitOf(i + j)
				if !c.possible(u) {
					c.jmp(c.failed())
					return
				}
				group |= u << (j * 32 / per)
			}
			m := c.unit(rPos, int32(i))
			c.i2(amd64.MOV, amd64.S32, r(rA), m)
			c.i2(amd64.XOR, amd64.S32, r(rA), imm(c.key))
			c.i2(amd64.CMP, amd64.S32, r(rA), imm(group^c.key))
			c.jcc(amd64.CondNE, c.failed())
			i += per
			continue
		}
		u := c.unitOf(i)
		if !c.possible(u) {
			c.jmp(c.failed())
			return
		}
		c.compare(c.unit(rPos, int32(i)), u)
		c.jcc(amd64.CondNE, c.failed())
		i++
	}
	c.i2(amd64.ADD, amd64.S32, r(rPos), imm(k))
}

// unitOf is unit i of the OpChars at c.at.
func (c *compiler) unitOf(i uint32) uint32 { return c.word(c.at+4+i/2*4) >> (16 * (i & 1)) & 0xFFFF }

// store sets a register and pushes what undoes it.
func (c *compiler) store(n uint32, v amd64.Operand, next uint32) {
	c.i2(amd64.MOV, amd64.S32, r(rA), c.reg(n))
	c.i2(amd64.MOV, amd64.S32, c.reg(n), v)
	c.push(vm.EntryUndo|4*n, r(rA), next)
}

// reset makes registers undefined, one a step.
func (c *compiler) reset(from, to, next uint32) {
	if to > c.regs || to-from > 32 {
		c.unsupported()
		return
	}
	at := c.at
	c.take(1)
	for n := from; n < to; n++ {
		clear, n := c.label(), n
		c.i2(amd64.CMP, amd64.S32, c.reg(n), amd64.Imm(-1))
		c.jcc(amd64.CondNE, clear)
		c.cold = append(c.cold, func() {
			c.bind(clear)
			c.pend = 0
			c.store(n, amd64.Imm(-1), at)
			c.jmp(c.to(at))
		})
	}
}

// loop begins an iteration of a counted loop, or ends it.
func (c *compiler) loop(n, next uint32) {
	low, high, follow, lazy := c.word(c.at+4), c.word(c.at+8), c.word(c.at+12), c.word(c.at+16) != 0
	if low > maxCount || high > maxCount && high != vm.NoCapture {
		c.unsupported()
		return
	}
	c.take(1)
	late, at := c.label(), c.at
	c.jcc(amd64.CondS, late)
	c.cold = append(c.cold, func() {
		c.bind(late)
		c.i2(amd64.ADD, amd64.S64, r(rLeft), imm(1))
		c.i2(amd64.MOV, amd64.S32, r(rC), imm(at))
		c.i2(amd64.MOV, amd64.S32, r(rA), imm(vm.NativeLoop))
		c.jmp(c.out)
	})
	c.i2(amd64.MOV, amd64.S32, r(rA), c.reg(n))
	if low > 0 {
		c.i2(amd64.CMP, amd64.S32, r(rA), imm(low))
		c.jcc(amd64.CondB, c.to(next))
	}
	if high != vm.NoCapture {
		c.i2(amd64.CMP, amd64.S32, r(rA), imm(high))
		c.jcc(amd64.CondAE, c.to(follow))
	} else {
		c.i2(amd64.CMP, amd64.S32, r(rA), amd64.Imm(-1))
		c.jcc(amd64.CondE, c.to(follow))
	}
	if lazy {
		c.push(next, r(rPos), follow)
		c.jmp(c.to(follow))
		return
	}
	c.push(follow, r(rPos), next)
}

// count ends an iteration of a counted loop.
func (c *compiler) count(n uint32) {
	stop, top := c.word(c.at+4), c.word(c.at+8)
	if stop > maxCount {
		c.unsupported()
		return
	}
	c.step()
	c.flush()
	c.i2(amd64.MOV, amd64.S32, r(rA), c.reg(n))
	c.i2(amd64.CMP, amd64.S32, r(rA), imm(stop))
	c.jcc(amd64.CondAE, c.to(top))
	c.i2(amd64.LEA, amd64.S32, r(rC), amd64.Mem(rA, 1))
	c.i2(amd64.MOV, amd64.S32, c.reg(n), r(rC))
	c.push(vm.EntryUndo|4*n, r(rA), top)
	c.jmp(c.to(top))
}

// boundary fails unless it is so that just one of the units around is in s.
func (c *compiler) boundary(s set, is bool) {
	if _, ok := c.above(s); c.wide && !ok {
		c.unsupported()
		return
	}
	c.step()
	first, last := c.label(), c.label()
	c.i2(amd64.XOR, amd64.S32, r(rC), r(rC))
	c.behind(first)
	c.load(-1)
	c.test(s, false, first)
	c.i2(amd64.MOV, amd64.S32, r(rC), imm(1))
	c.bind(first)
	c.ahead(last)
	c.load(0)
	c.test(s, false, last)
	c.i2(amd64.XOR, amd64.S32, r(rC), imm(1))
	c.bind(last)
	c.i2(amd64.TEST, amd64.S32, r(rC), r(rC))
	if is {
		c.jcc(amd64.CondE, c.failed())
	} else {
		c.jcc(amd64.CondNE, c.failed())
	}
}

// backref takes what a group took.
func (c *compiler) backref(group uint32) {
	c.step()
	c.flush()
	c.rest()
	top, done := c.label(), c.label()
	c.i2(amd64.MOV, amd64.S32, r(rA), c.reg(2*group))
	c.i2(amd64.MOV, amd64.S32, r(rC), c.reg(2*group+1))
	c.i2(amd64.CMP, amd64.S32, r(rA), amd64.Imm(-1))
	c.jcc(amd64.CondE, done)
	c.i2(amd64.CMP, amd64.S32, r(rC), amd64.Imm(-1))
	c.jcc(amd64.CondE, done)
	c.i2(amd64.CMP, amd64.S32, r(rC), r(rEnd))
	c.jcc(amd64.CondA, c.broken)
	c.i2(amd64.MOV, amd64.S32, r(rD), r(rC))
	c.i2(amd64.SUB, amd64.S32, r(rD), r(rA))
	c.jcc(amd64.CondB, c.again(vm.NativeLeave))
	c.i2(amd64.LEA, amd64.S64, r(rC), amd64.MemIndex(rPos, rD, 1, 0)) // where it ends
	c.i2(amd64.SHR, amd64.S32, r(rD), imm(2))
	c.i2(amd64.SUB, amd64.S64, r(rLeft), r(rD))
	c.i2(amd64.CMP, amd64.S64, r(rC), r(rEnd))
	c.jcc(amd64.CondA, c.fail)
	c.bind(top)
	c.i2(amd64.CMP, amd64.S32, r(rPos), r(rC))
	c.jcc(amd64.CondAE, done)
	if c.wide {
		c.i2(amd64.MOVZXW, amd64.S32, r(rD), c.unit(rA, 0))
		c.i2(amd64.CMP, amd64.S16, r(rD), c.unit(rPos, 0))
	} else {
		c.i2(amd64.MOVZXB, amd64.S32, r(rD), c.unit(rA, 0))
		c.i2(amd64.CMP, amd64.S8, r(rD), c.unit(rPos, 0))
	}
	c.jcc(amd64.CondNE, c.fail)
	c.i2(amd64.ADD, amd64.S32, r(rA), imm(1))
	c.i2(amd64.ADD, amd64.S32, r(rPos), imm(1))
	c.jmp(top)
	c.bind(done)
}

// rest leaves if the steps are used up, in front of an instruction that takes time
// without coming to a place where Suspended is possible. Its step was subtracted.
func (c *compiler) rest() {
	c.i2(amd64.TEST, amd64.S64, r(rLeft), r(rLeft))
	c.jcc(amd64.CondS, c.again(vm.NativeRest))
}

// again makes code, out of the way, that leaves with a result at the instruction,
// whose step was subtracted.
func (c *compiler) again(result uint32) amd64.Label {
	l := c.label()
	leave := c.leave(result, c.at, 0)
	c.cold = append(c.cold, func() {
		c.bind(l)
		c.i2(amd64.ADD, amd64.S64, r(rLeft), imm(1))
		c.jmp(leave)
	})
	return l
}

// mark notes where the entries of a lookaround begin.
func (c *compiler) mark(n uint32) {
	c.i2(amd64.MOV, amd64.S32, r(rA), r(rSP))
	c.i2(amd64.SUB, amd64.S32, r(rA), field(vm.StateStack))
	c.i2(amd64.MOV, amd64.S32, c.reg(n), r(rA))
}

// marked loads the place that mark noted into RAX, takes the steps for the entries
// from there on and leaves the stack pointer in RCX.
func (c *compiler) marked(n uint32) {
	c.step()
	c.flush()
	c.i2(amd64.MOV, amd64.S32, r(rA), c.reg(n))
	c.i2(amd64.ADD, amd64.S32, r(rA), field(vm.StateStack))
	c.i2(amd64.CMP, amd64.S32, r(rA), field(vm.StateStack))
	c.jcc(amd64.CondB, c.broken)
	c.i2(amd64.MOV, amd64.S32, r(rC), r(rSP))
	c.i2(amd64.SUB, amd64.S32, r(rC), r(rA))
	c.jcc(amd64.CondBE, c.broken)
	c.i2(amd64.SHR, amd64.S32, r(rC), imm(5))
	c.i2(amd64.SUB, amd64.S64, r(rLeft), r(rC))
}

// lookEnd ends a lookaround that matched: Matcher.settle.
func (c *compiler) lookEnd(n uint32) {
	c.marked(n)
	c.i2(amd64.MOV, amd64.S32, r(rPos), cage(rA, 4))
	c.i2(amd64.CMP, amd64.S32, r(rPos), r(rEnd))
	c.jcc(amd64.CondA, c.broken)
	top, done := c.label(), c.label()
	c.i2(amd64.MOV, amd64.S32, r(rD), r(rA))
	c.bind(top)
	c.i2(amd64.ADD, amd64.S32, r(rA), imm(8))
	c.i2(amd64.CMP, amd64.S32, r(rA), r(rSP))
	c.jcc(amd64.CondAE, done)
	c.i2(amd64.MOV, amd64.S64, r(rC), cage(rA, 0))
	c.i2(amd64.MOV, amd64.S64, cage(rD, 0), r(rC)) // kept, if it is what is kept
	c.i2(amd64.SHR, amd64.S32, r(rC), imm(28))
	c.i2(amd64.CMP, amd64.S32, r(rC), imm(vm.EntryUndo>>28))
	c.jcc(amd64.CondNE, top)
	c.i2(amd64.ADD, amd64.S32, r(rD), imm(8))
	c.jmp(top)
	c.bind(done)
	c.i2(amd64.MOV, amd64.S32, r(rSP), r(rD))
}

// negLookEnd fails a lookaround whose body matched: Matcher.unwind.
func (c *compiler) negLookEnd(n uint32) {
	c.marked(n)
	top := c.label()
	c.bind(top)
	c.i2(amd64.CMP, amd64.S32, r(rSP), r(rA))
	c.jcc(amd64.CondBE, c.fail)
	c.i2(amd64.SUB, amd64.S32, r(rSP), imm(8))
	c.i2(amd64.MOV, amd64.S32, r(rC), cage(rSP, 0))
	c.i2(amd64.MOV, amd64.S32, r(rD), r(rC))
	c.i2(amd64.SHR, amd64.S32, r(rD), imm(28))
	c.i2(amd64.CMP, amd64.S32, r(rD), imm(vm.EntryUndo>>28))
	c.jcc(amd64.CondNE, top)
	c.i2(amd64.MOV, amd64.S32, r(rD), cage(rSP, 4))
	c.undo()
	c.jmp(top)
}
