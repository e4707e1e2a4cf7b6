package matcher

import (
	"firn/jit/amd64"
	"firn/runtime/builtin/regexp/vm"
)

// The words of a run, from the instruction behind it, whose places in Jumps are
// those of the code that goes on with it after a failure.
const (
	greedyWord = 4
	lazyWord   = 8
)

// instruction words of a run.
type repeat struct {
	low, high uint32
	hint      uint32 // the unit that must follow
	hinted    bool
	body      body
}

// repeat is the run at c.at; ok says that native code has it.
func (c *compiler) repeat() (x repeat, ok bool) {
	x.low, x.high, x.hint = c.word(c.at+vm.RunMin), c.word(c.at+vm.RunMax), c.word(c.at+vm.RunHint)
	x.hinted = x.hint != 0
	x.hint--
	x.body, ok = c.body(c.word(c.at+vm.RunBody), c.at+vm.RunExtra)
	if !ok || x.low > maxCount || x.high > maxCount && x.high != vm.NoCapture || x.high < x.low || x.hinted && !c.possible(x.hint) {
		return x, false
	}
	return x, x.body.op >= vm.OpChar && x.body.op <= vm.OpClass
}

// scanTo takes characters up to a position in a register, as long as they are in the
// body.
func (c *compiler) scanTo(b *body, limit amd64.Reg) {
	if b.op == vm.OpAny {
		c.i2(amd64.MOV, amd64.S32, r(rPos), r(limit))
		return
	}
	top, end := c.label(), c.label()
	c.i2(amd64.CMP, amd64.S32, r(rPos), r(limit))
	c.jcc(amd64.CondAE, end)
	c.bind(top)
	c.mismatch(b, 0, end)
	c.i2(amd64.ADD, amd64.S32, r(rPos), imm(1))
	c.i2(amd64.CMP, amd64.S32, r(rPos), r(limit))
	c.jcc(amd64.CondB, top)
	c.bind(end)
}

// most leaves in RCX the position n units on, or the end of the text.
func (c *compiler) most(n uint32) {
	c.i2(amd64.LEA, amd64.S32, r(rC), amd64.Mem(rPos, int32(n)))
	c.i2(amd64.CMP, amd64.S32, r(rC), r(rEnd))
	c.asm.Emit(amd64.Cmov(amd64.CondA, amd64.S32, r(rC), r(rEnd)))
}

// run is a greedy run, or one that gives nothing back.
func (c *compiler) run(w, next uint32) {
	x, ok := c.repeat()
	if !ok {
		c.unsupported()
		return
	}
	c.step()
	c.flush()
	c.rest()
	all := w&0xFF == vm.OpRunAll
	if x.low > 0 && !x.body.cps {
		c.i2(amd64.LEA, amd64.S32, r(rA), amd64.Mem(rPos, int32(x.low)))
		c.i2(amd64.CMP, amd64.S32, r(rA), r(rEnd))
		c.jcc(amd64.CondA, c.fail)
	}
	c.i2(amd64.MOV, amd64.S32, r(rD), r(rPos))
	limit := rEnd
	if x.high != vm.NoCapture {
		c.most(x.high)
		limit = rC
	}
	c.scanTo(&x.body, limit)
	c.i2(amd64.MOV, amd64.S32, r(rA), r(rPos))
	c.i2(amd64.SUB, amd64.S32, r(rA), r(rD))
	if x.low > 0 {
		few := c.label()
		c.i2(amd64.CMP, amd64.S32, r(rA), imm(x.low))
		c.jcc(amd64.CondB, few)
		c.cold = append(c.cold, func() {
			c.bind(few)
			c.eighth()
			c.jmp(c.fail)
		})
	}
	c.eighth()
	if w>>8 != 0 {
		c.i2(amd64.MOV, amd64.S32, field(vm.StateFrom), r(rPos))
	}
	if all || x.high == x.low {
		return
	}
	low := rC
	if x.low > 0 {
		c.i2(amd64.LEA, amd64.S32, r(rC), amd64.Mem(rD, int32(x.low)))
	} else {
		c.i2(amd64.MOV, amd64.S32, r(rC), r(rD))
	}
	done := c.to(next)
	c.i2(amd64.CMP, amd64.S32, r(rPos), r(low))
	c.jcc(amd64.CondE, done)
	tag := uint32(vm.EntryRun)
	if x.body.cps {
		tag = vm.EntryRunCP
	}
	if x.hinted && !x.body.cps {
		top, last, found := c.label(), c.label(), c.label()
		c.i2(amd64.MOV, amd64.S32, r(rD), r(rPos))
		c.i2(amd64.CMP, amd64.S32, r(rPos), r(rEnd))
		c.jcc(amd64.CondE, last)
		c.bind(top)
		c.compare(c.unit(rPos, 0), x.hint)
		c.jcc(amd64.CondE, found)
		c.bind(last)
		c.i2(amd64.SUB, amd64.S32, r(rPos), imm(1))
		c.i2(amd64.CMP, amd64.S32, r(rPos), r(low))
		c.jcc(amd64.CondA, top)
		c.compare(c.unit(rPos, 0), x.hint)
		c.jcc(amd64.CondE, found)
		c.charge(rD, rPos)
		c.jmp(c.fail)
		c.bind(found)
		c.charge(rD, rPos)
		c.i2(amd64.CMP, amd64.S32, r(rPos), r(low))
		c.jcc(amd64.CondE, done)
	}
	c.i2(amd64.MOV, amd64.S32, cage(rSP, 0), imm(vm.EntryData))
	c.i2(amd64.MOV, amd64.S32, cage(rSP, 4), r(low))
	c.i2(amd64.ADD, amd64.S32, r(rSP), imm(8))
	c.push(tag|next, r(rPos), next)
	c.less(&x, next)
}

// less makes the code that gives back one character of a greedy run, which ends at
// RDX: where it may not end before is in the entry below.
func (c *compiler) less(x *repeat, next uint32) {
	l, at := c.label(), c.to(next)
	c.retry = append(c.retry, handler{next - greedyWord, l})
	late := c.leave(vm.Suspended, next, 0)
	c.cold = append(c.cold, func() {
		last, on := c.label(), c.label()
		c.bind(l)
		c.i2(amd64.MOV, amd64.S32, r(rC), cage(rSP, -4))
		c.i2(amd64.CMP, amd64.S32, r(rD), r(rEnd))
		c.jcc(amd64.CondA, c.broken)
		c.i2(amd64.CMP, amd64.S32, r(rD), r(rC))
		c.jcc(amd64.CondBE, c.broken)
		c.i2(amd64.MOV, amd64.S32, r(rPos), r(rD))
		if x.hinted && !x.body.cps {
			top, found := c.label(), c.label()
			c.bind(top)
			c.i2(amd64.SUB, amd64.S32, r(rPos), imm(1))
			c.compare(c.unit(rPos, 0), x.hint)
			c.jcc(amd64.CondE, found)
			c.i2(amd64.CMP, amd64.S32, r(rPos), r(rC))
			c.jcc(amd64.CondA, top)
			c.charge(rD, rPos)
			c.i2(amd64.SUB, amd64.S32, r(rSP), imm(8))
			c.jmp(c.fail)
			c.bind(found)
			c.charge(rD, rPos)
		} else {
			c.i2(amd64.SUB, amd64.S32, r(rPos), imm(1))
		}
		c.i2(amd64.CMP, amd64.S32, r(rPos), r(rC))
		c.jcc(amd64.CondBE, last)
		c.i2(amd64.MOV, amd64.S32, cage(rSP, 4), r(rPos))
		c.i2(amd64.ADD, amd64.S32, r(rSP), imm(8))
		c.bind(on)
		c.i2(amd64.TEST, amd64.S64, r(rLeft), r(rLeft))
		c.jcc(amd64.CondS, late)
		c.jmp(at)
		c.bind(last)
		c.i2(amd64.SUB, amd64.S32, r(rSP), imm(8))
		c.jmp(on)
	})
}

// lazy is a lazy run.
func (c *compiler) lazy(next uint32) {
	x, ok := c.repeat()
	if !ok || x.hinted && (x.high != vm.NoCapture || x.body.cps || x.body.op == vm.OpChar || x.body.op == vm.OpChar2) {
		c.unsupported()
		return
	}
	c.step()
	c.flush()
	c.rest()
	c.i2(amd64.MOV, amd64.S32, r(rD), r(rPos))
	if x.low > 0 {
		c.most(x.low)
		c.scanTo(&x.body, rC)
		c.i2(amd64.MOV, amd64.S32, r(rA), r(rPos))
		c.i2(amd64.SUB, amd64.S32, r(rA), r(rD))
		c.i2(amd64.MOV, amd64.S32, r(rC), r(rA))
		c.eighth()
		c.i2(amd64.CMP, amd64.S32, r(rC), imm(x.low))
		c.jcc(amd64.CondB, c.fail)
	}
	rest := uint32(vm.NoCapture)
	if x.high != vm.NoCapture {
		rest = x.high - x.low
	}
	if x.hinted {
		c.until(&x, c.fail)
	}
	c.i2(amd64.MOV, amd64.S32, cage(rSP, 0), imm(vm.EntryData))
	c.i2(amd64.MOV, amd64.S32, cage(rSP, 4), imm(rest))
	c.i2(amd64.ADD, amd64.S32, r(rSP), imm(8))
	c.push(vm.EntryLazy|next, r(rPos), next)
	c.more(&x, next)
}

// until goes on to the hint, and to missing if something else comes before it; the
// steps are those from RDX on.
func (c *compiler) until(x *repeat, missing amd64.Label) {
	top, found, none := c.label(), c.label(), c.label()
	c.bind(top)
	c.ahead(none)
	c.compare(c.unit(rPos, 0), x.hint)
	c.jcc(amd64.CondE, found)
	c.mismatch(&x.body, 0, none)
	c.i2(amd64.ADD, amd64.S32, r(rPos), imm(1))
	c.jmp(top)
	c.bind(none)
	c.charge(rPos, rD)
	c.jmp(missing)
	c.bind(found)
	c.charge(rPos, rD)
}

// more makes the code that takes one more character of a lazy run, or as many as it
// takes to the hint; how many more there may be is in the entry below.
func (c *compiler) more(x *repeat, next uint32) {
	l, at := c.label(), c.to(next)
	c.retry = append(c.retry, handler{next - lazyWord, l})
	late := c.leave(vm.Suspended, next, 0)
	c.cold = append(c.cold, func() {
		drop := c.label()
		c.bind(l)
		c.i2(amd64.CMP, amd64.S32, r(rD), r(rEnd))
		c.jcc(amd64.CondA, c.broken)
		c.i2(amd64.MOV, amd64.S32, r(rPos), r(rD))
		if x.high != vm.NoCapture {
			c.i2(amd64.MOV, amd64.S32, r(rC), cage(rSP, -4))
			c.i2(amd64.TEST, amd64.S32, r(rC), r(rC))
			c.jcc(amd64.CondE, drop)
		}
		c.ahead(drop)
		c.mismatch(&x.body, 0, drop)
		c.i2(amd64.ADD, amd64.S32, r(rPos), imm(1))
		if x.high != vm.NoCapture {
			c.i2(amd64.SUB, amd64.S32, r(rC), imm(1))
			c.i2(amd64.MOV, amd64.S32, cage(rSP, -4), r(rC))
		}
		if x.hinted {
			c.until(x, drop)
		}
		c.i2(amd64.MOV, amd64.S32, cage(rSP, 4), r(rPos))
		c.i2(amd64.ADD, amd64.S32, r(rSP), imm(8))
		c.i2(amd64.TEST, amd64.S64, r(rLeft), r(rLeft))
		c.jcc(amd64.CondS, late)
		c.jmp(at)
		c.bind(drop)
		c.i2(amd64.SUB, amd64.S32, r(rSP), imm(8))
		c.jmp(c.fail)
	})
}
