package matcher

import (
	"firn/jit/amd64"
	"firn/runtime/builtin/regexp/vm"
)

func (c *compiler) i2(op amd64.Op, size amd64.Size, a, b amd64.Operand) {
	c.asm.Emit(amd64.I2(op, size, a, b))
}

func (c *compiler) jcc(cond amd64.Cond, l amd64.Label) { c.asm.Emit(amd64.Jcc(cond, l)) }

func (c *compiler) jmp(l amd64.Label) { c.asm.Emit(amd64.Jmp(l)) }

func (c *compiler) label() amd64.Label { return c.asm.NewLabel() }

func (c *compiler) bind(l amd64.Label) { c.asm.Bind(l) }

func r(x amd64.Reg) amd64.Operand { return amd64.R(x) }

func imm(v uint32) amd64.Operand { return amd64.Imm(int32(v)) }

func field(off uintptr) amd64.Operand { return amd64.Mem(rState, int32(off)) }

// cage is memory at a cage offset in a register.
func cage(x amd64.Reg, disp int32) amd64.Operand { return amd64.MemIndex(rCage, x, 1, disp) }

// reg is a register of the program.
func (c *compiler) reg(n uint32) amd64.Operand {
	if n >= c.regs {
		c.bad = true
		n = 0
	}
	return cage(rRegs, int32(4*n))
}

// flush subtracts the steps taken.
func (c *compiler) flush() {
	c.take(c.pend)
	c.pend = 0
}

func (c *compiler) take(n int64) {
	if n != 0 {
		c.i2(amd64.SUB, amd64.S64, r(rLeft), amd64.Imm(int32(n)))
	}
}

// failed is where to go when the attempt fails with the steps taken so far.
func (c *compiler) failed() amd64.Label {
	if c.pend == 0 {
		return c.fail
	}
	for _, f := range c.fails {
		if f.pend == c.pend {
			return f.label
		}
	}
	l := c.label()
	c.fails = append(c.fails, place{pend: c.pend, label: l})
	return l
}

// to is where to go for the instruction at a place that is jumped to; the steps
// must have been subtracted.
func (c *compiler) to(at uint32) amd64.Label {
	if c.pend != 0 || !c.target[at] {
		c.bad = true
	}
	return c.labelOf(at)
}

func (c *compiler) labelOf(at uint32) amd64.Label {
	l, ok := c.labels[at]
	if !ok {
		l = c.label()
		c.labels[at] = l
	}
	return l
}

// maxPend keeps the list of ways to fail short.
const maxPend = 32

// step takes the step of the instruction.
func (c *compiler) step() {
	if c.pend >= maxPend {
		c.flush()
	}
	c.pend++
}

// leave makes code, out of the way, that leaves with a result at the instruction at
// a place, when so many steps are to be subtracted.
func (c *compiler) leave(result, at uint32, pend int64) amd64.Label {
	l := c.label()
	c.cold = append(c.cold, func() {
		c.bind(l)
		c.take(pend)
		c.i2(amd64.MOV, amd64.S32, r(rC), imm(at))
		c.i2(amd64.MOV, amd64.S32, r(rA), imm(result))
		c.jmp(c.out)
	})
	return l
}

// push pushes an entry; next is the instruction to come.
func (c *compiler) push(what uint32, value amd64.Operand, next uint32) {
	c.i2(amd64.MOV, amd64.S32, cage(rSP, 0), imm(what))
	c.i2(amd64.MOV, amd64.S32, cage(rSP, 4), value)
	c.i2(amd64.ADD, amd64.S32, r(rSP), imm(8))
	c.room(next)
}

// room leaves if the stack is full.
func (c *compiler) room(next uint32) {
	c.i2(amd64.CMP, amd64.S32, r(rSP), r(rLimit))
	c.jcc(amd64.CondAE, c.leave(vm.NativeGrow, next, c.pend))
}

// dispatch goes to the instruction at byte RCX of the program. It changes RAX.
func (c *compiler) dispatch() {
	c.i2(amd64.AND, amd64.S32, r(rC), amd64.Imm(-4))
	c.i2(amd64.CMP, amd64.S32, r(rC), imm(c.end))
	c.jcc(amd64.CondAE, c.broken)
	c.i2(amd64.MOV, amd64.S64, r(rA), field(vm.StateJumps))
	c.i2(amd64.MOV, amd64.S32, r(rA), amd64.MemIndex(rA, rC, 1, 0))
	c.i2(amd64.ADD, amd64.S64, r(rA), r(rCode))
	c.asm.Emit(amd64.I1(amd64.JMP, amd64.SizeNone, r(rA)))
}

// begin makes the way in: to a search or, between instructions, into an attempt.
func (c *compiler) begin() {
	c.i2(amd64.MOV, amd64.S64, r(rCode), field(vm.StateEntry))
	c.i2(amd64.MOV, amd64.S64, r(rTable), field(vm.StateTables))
	c.i2(amd64.MOV, amd64.S64, r(rText), field(vm.StateText))
	c.i2(amd64.MOV, amd64.S64, r(rLeft), field(vm.StateLeft))
	c.i2(amd64.MOV, amd64.S32, r(rEnd), field(vm.StateN))
	c.i2(amd64.MOV, amd64.S32, r(rRegs), field(vm.StateRegs))
	c.i2(amd64.MOV, amd64.S32, r(rPos), field(vm.StatePos))
	c.i2(amd64.MOV, amd64.S32, r(rSP), field(vm.StateSP))
	c.i2(amd64.MOV, amd64.S32, r(rLimit), field(vm.StateEnd))
	c.i2(amd64.MOV, amd64.S32, r(rC), field(vm.StatePC))
	search := c.label()
	if c.search {
		c.i2(amd64.TEST, amd64.S32, r(rC), r(rC))
		c.jcc(amd64.CondE, search)
	}
	c.dispatch()
	c.backtrack()
	if c.search {
		c.find(search)
		return
	}
	c.bind(c.noMatch)
	c.jmp(c.none)
}

// backtrack makes the code that takes the last choice.
func (c *compiler) backtrack() {
	special, run, lazy := c.label(), c.label(), c.label()
	c.bind(c.fail)
	c.i2(amd64.CMP, amd64.S32, r(rSP), field(vm.StateStack))
	c.jcc(amd64.CondBE, c.noMatch)
	c.i2(amd64.SUB, amd64.S32, r(rSP), imm(8))
	c.i2(amd64.MOV, amd64.S32, r(rC), cage(rSP, 0))
	c.i2(amd64.MOV, amd64.S32, r(rD), cage(rSP, 4))
	c.i2(amd64.CMP, amd64.S32, r(rC), imm(vm.EntryUndo))
	c.jcc(amd64.CondAE, special)
	c.i2(amd64.MOV, amd64.S32, r(rPos), r(rD))
	c.i2(amd64.CMP, amd64.S32, r(rD), r(rEnd))
	c.jcc(amd64.CondA, c.broken)
	c.i2(amd64.TEST, amd64.S64, r(rLeft), r(rLeft))
	c.jcc(amd64.CondS, c.suspended)
	c.dispatch()

	c.bind(special)
	c.i2(amd64.CMP, amd64.S32, r(rC), imm(vm.EntryRun))
	c.jcc(amd64.CondAE, run)
	c.undo()
	c.jmp(c.fail)

	// What goes on with a run has its place in the last words of the run.
	c.bind(run)
	c.i2(amd64.CMP, amd64.S32, r(rC), imm(vm.EntryData))
	c.jcc(amd64.CondAE, c.fail)
	c.i2(amd64.CMP, amd64.S32, r(rC), imm(vm.EntryLazy))
	c.jcc(amd64.CondAE, lazy)
	c.i2(amd64.AND, amd64.S32, r(rC), imm(vm.EntryMask))
	c.i2(amd64.SUB, amd64.S32, r(rC), imm(greedyWord))
	c.dispatch()
	c.bind(lazy)
	c.i2(amd64.AND, amd64.S32, r(rC), imm(vm.EntryMask))
	c.i2(amd64.SUB, amd64.S32, r(rC), imm(lazyWord))
	c.dispatch()
}

// undo puts RDX back into the register that the entry in RCX tells.
func (c *compiler) undo() {
	c.i2(amd64.AND, amd64.S32, r(rC), imm(vm.EntryMask&^3))
	c.i2(amd64.CMP, amd64.S32, r(rC), imm(4*c.regs))
	c.jcc(amd64.CondAE, c.broken)
	c.i2(amd64.ADD, amd64.S32, r(rC), r(rRegs))
	c.i2(amd64.MOV, amd64.S32, cage(rC, 0), r(rD))
}

// find makes the code that looks for the next place.
func (c *compiler) find(search amd64.Label) {
	c.bind(c.noMatch)
	if c.kind == vm.SearchOnce {
		c.jmp(c.none)
	} else {
		c.i2(amd64.CMP, amd64.S32, field(vm.StateOnce), imm(0))
		c.jcc(amd64.CondNE, c.none)
	}
	c.bind(search)
	c.i2(amd64.XOR, amd64.S32, r(rC), r(rC))
	c.i2(amd64.TEST, amd64.S64, r(rLeft), r(rLeft))
	c.jcc(amd64.CondLE, c.suspended)
	c.i2(amd64.MOV, amd64.S32, r(rPos), field(vm.StateFrom))
	c.i2(amd64.CMP, amd64.S32, r(rPos), r(rEnd))
	c.jcc(amd64.CondA, c.none)
	if least := c.word(vm.HMinimum); least > 0 {
		c.i2(amd64.LEA, amd64.S32, r(rA), amd64.Mem(rPos, int32(least)))
		c.i2(amd64.CMP, amd64.S32, r(rA), r(rEnd))
		c.jcc(amd64.CondA, c.none)
	}
	if c.kind == vm.SearchSet {
		s := set{c.word(vm.HPrefix), setUnits}
		top, found, end := c.label(), c.label(), c.label()
		c.i2(amd64.MOV, amd64.S32, r(rD), r(rPos))
		c.bind(top)
		c.i2(amd64.CMP, amd64.S32, r(rPos), r(rEnd))
		c.jcc(amd64.CondAE, end)
		c.load(0)
		c.test(s, true, found)
		c.i2(amd64.ADD, amd64.S32, r(rPos), imm(1))
		c.jmp(top)
		c.bind(end)
		c.charge(rPos, rD)
		c.jmp(c.none)
		c.bind(found)
		c.charge(rPos, rD)
	}
	c.i2(amd64.MOV, amd64.S32, field(vm.StateStart), r(rPos))
	c.i2(amd64.LEA, amd64.S32, r(rA), amd64.Mem(rPos, 1))
	c.i2(amd64.MOV, amd64.S32, field(vm.StateFrom), r(rA))
	c.i2(amd64.MOV, amd64.S32, r(rSP), field(vm.StateStack))
	// The first instruction is next.
}

// charge takes the steps of going from one position to another, which is not below.
func (c *compiler) charge(to, from amd64.Reg) {
	c.i2(amd64.MOV, amd64.S32, r(rA), r(to))
	c.i2(amd64.SUB, amd64.S32, r(rA), r(from))
	c.eighth()
}

// eighth takes the steps for as many units as RAX says.
func (c *compiler) eighth() {
	c.i2(amd64.SHR, amd64.S32, r(rA), imm(3))
	c.i2(amd64.SUB, amd64.S64, r(rLeft), r(rA))
}

// finish makes what is out of the way, and the ways out.
func (c *compiler) finish() {
	for len(c.cold) > 0 {
		list := c.cold
		c.cold = nil
		for _, f := range list {
			f()
		}
	}
	for _, f := range c.fails {
		c.bind(f.label)
		c.take(f.pend)
		c.jmp(c.fail)
	}
	for i := range c.places {
		if p := &c.places[i]; p.pend != 0 {
			l := c.label()
			c.bind(l)
			c.i2(amd64.ADD, amd64.S64, r(rLeft), amd64.Imm(int32(p.pend)))
			c.jmp(p.label)
			p.label = l
		}
	}
	c.bind(c.suspended)
	c.i2(amd64.MOV, amd64.S32, r(rA), imm(vm.Suspended))
	c.jmp(c.out)
	c.bind(c.broken)
	c.i2(amd64.MOV, amd64.S32, r(rA), imm(vm.NativeBroken))
	c.jmp(c.out)
	c.bind(c.none)
	c.i2(amd64.XOR, amd64.S32, r(rC), r(rC))
	c.i2(amd64.MOV, amd64.S32, r(rA), imm(vm.NoMatch))
	c.bind(c.out)
	c.i2(amd64.MOV, amd64.S32, field(vm.StatePC), r(rC))
	c.i2(amd64.MOV, amd64.S32, field(vm.StatePos), r(rPos))
	c.i2(amd64.MOV, amd64.S32, field(vm.StateSP), r(rSP))
	c.i2(amd64.MOV, amd64.S64, field(vm.StateLeft), r(rLeft))
	c.asm.Emit(amd64.I0(amd64.RET))
}
