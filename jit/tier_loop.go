package jit

import (
	"firn/heap"
	"firn/ir/bytecode"
)

const (
	// loopSteps is how many control instructions Sample executes in search of the
	// end of a loop.
	loopSteps = 100
	// chaseCalls is how many calls of native code on the way to that end are waited
	// for, with the search going on behind each, whichever function goes on there: a
	// loop around small functions that call native code would not be found by chance.
	chaseCalls = 16
	// maxCallers is how many callers of a function without loops are looked at.
	maxCallers = 4
	// outerSteps is the same for the loop around one that native code has left.
	outerSteps = 12
	// aroundSteps is the same for the loops around one that is to be compiled: code
	// of those has it, too.
	aroundSteps = 300

	// A loop is compiled once so many samples have found it, and more if it is
	// large: then interpreting it has taken about as long as compiling will. Where the
	// function has code, only the activations that began before need the loop's.
	loopWarm     = 8
	wordsPerWarm = 4
	warmEntry    = 4 // times as many
)

// back is a control instruction that jumps backwards.
type back struct {
	head uint32 // word that it jumps to
	// entry is the one under which code of the loop is kept. Where several do
	// nothing but go to the same header, as the ends of the cases of a switch in a
	// loop, code is made for the first only: see atLoop.
	entry uint32
}

// findLoops notes the control instructions that jump backwards.
func (e *Engine) findLoops(u *unit, tmpl uint32) {
	h := e.h
	code := h.TemplateCode(tmpl)
	first := map[uint32]uint32{} // by header
	for pc, n := uint32(0), h.U32(tmpl+heap.TmplWords); pc < n; {
		w := h.U64(code + 8*pc)
		info := &bytecode.Table[bytecode.Op(w)]
		// Word 0 stands for the entry of the function.
		if by := jump(info, w); pc > 0 && info.Effects&bytecode.Branch != 0 && by < 0 {
			b := back{head: pc + uint32(info.Words) + uint32(by), entry: pc}
			if bytecode.Op(w) == bytecode.OpJmp {
				if at, ok := first[b.head]; ok {
					b.entry = at
				} else {
					first[b.head] = pc
				}
			}
			u.backs[pc] = b
		}
		pc += uint32(info.Words)
	}
}

// jump is how many words behind itself a control instruction jumps to.
func jump(info *bytecode.Info, w uint64) int32 {
	for _, o := range info.Operands {
		if o.Type == bytecode.Jump {
			switch o.Field {
			case bytecode.FieldAB:
				return int32(w >> 16)
			case bytecode.FieldBC:
				return int32(w >> 32)
			default:
				return int32(int16(w >> 48))
			}
		}
	}
	return 0
}

// around reports whether the loop that ends at word outer contains the one that
// ends at word inner.
func (u *unit) around(outer, inner uint32) bool {
	return outer > inner && u.backs[outer].head < u.backs[inner].head
}

// isInner reports whether there is a loop around the one that ends at word.
func (u *unit) isInner(word uint32) bool {
	for outer := range u.backs {
		if u.around(outer, word) {
			return true
		}
	}
	return false
}

// loopAround is the caller of the function without loops that runs at fp, or its
// caller and so on, that has a loop to be entered. Slices end by units, not by time:
// in a loop that calls in step with them every sample would find the same function.
func (e *Engine) loopAround(fp uint32) (*unit, uint32) {
	h := e.h
	for i := 0; i < maxCallers; i++ {
		fp -= h.U32(fp + off(frameCaller) + 4)
		f := h.Val(fp + off(frameCallee))
		if !f.IsObject() || h.Kind(f.Ref()) != heap.KFunction {
			return nil, 0
		}
		tmpl := h.Word(f.Ref())
		fb := h.U32(h.FeedbackSlot(tmpl))
		if fb == 0 || h.U32(fb+heap.FbHot) == heatNever || h.U32(fb+heap.FbHot)+1 < threshold(h, tmpl) {
			return nil, 0
		}
		u := e.unitOf(tmpl, true)
		if u == nil || !e.o.Always && e.expect(u) {
			return nil, 0
		}
		if len(u.backs) > 0 {
			return u, fp
		}
	}
	return nil, 0
}

// loop has the interpreter go on to the end of a loop of the running function,
// if one is near, and makes native code go on there, once there is some. In a hurry
// no code is requested.
func (e *Engine) loop(u *unit, fp uint32, hurried bool) uint32 {
	if len(u.backs) == 0 && !e.o.Always {
		if u, fp = e.loopAround(fp); u == nil {
			return StopPoll
		}
	}
	if len(u.backs) == 0 || !e.o.Always && u.misses > 8 && u.misses&7 != 0 {
		u.misses++
		return StopPoll
	}
	word, code := e.search(u, fp, loopSteps, func(uint32) bool { return true })
	if word == 0 {
		if code == StopNative && e.chase > 0 && !e.o.Always {
			// Native code was called: what called it goes on behind that.
			e.chase--
			e.chased, e.chaseFP = u, fp
			e.hurried, e.rest = true, e.slice()
			e.d.SetSlice(0) // before it comes to the next jump
		} else {
			u.misses++
		}
		return code
	}
	u.misses = 0
	entry := u.backs[word].entry
	c := u.loops[entry]
	if c == nil {
		switch {
		case e.o.Always:
			c = e.ask(u, true, entry, fp)
		case !hurried && e.warmed(u, word):
			word, code = e.askAround(u, word, fp)
			c = u.loops[u.backs[word].entry]
		}
	}
	if c != nil && code == StopPoll {
		e.enterLoop(c, word)
	}
	return code
}

// search has the interpreter go on for some control instructions to the end of a
// loop that is wanted, in the frame at fp. It is at word, if that is not 0. code is
// what Drive has returned, or StopPoll.
func (e *Engine) search(u *unit, fp uint32, steps int, wanted func(word uint32) bool) (word, code uint32) {
	slice := e.d.SetSlice(0)
	for code = StopPoll; steps > 0 && code == StopPoll; steps-- {
		at, t, pc := e.d.Running()
		if at < fp {
			break
		}
		if at == fp && t == e.template(u) {
			w := (pc - e.h.TemplateCode(t)) >> 3
			if _, ok := u.backs[w]; ok && wanted(w) {
				word = w
				break
			}
		}
		code = e.d.Step()
	}
	e.d.SetSlice(slice)
	return word, code
}

// warmed counts a sample that has found the end of a loop without code at word, and
// reports whether that is to be requested.
func (e *Engine) warmed(u *unit, word uint32) bool {
	b := u.backs[word]
	u.warm[b.entry]++
	need := loopWarm + (word-b.head)/wordsPerWarm
	switch {
	case u.entry != nil || u.state[0] == askedFor:
		need *= warmEntry
	case len(u.loops) == 0:
		need = 1 // the function has become hot by the loop
	}
	return u.warm[b.entry] >= need
}

// askAround requests code of the loop that ends at word, or better of one around
// it, if its end is near. at is where the machine stands then, if it is at the end
// of a loop.
func (e *Engine) askAround(u *unit, word, fp uint32) (at, code uint32) {
	best := word
	for at, code = word, StopPoll; code == StopPoll && u.isInner(best); {
		if at, code = e.search(u, fp, aroundSteps, func(w uint32) bool { return u.around(w, best) }); at == 0 {
			break
		}
		entry := u.backs[at].entry
		if u.loops[entry] != nil {
			return at, code
		}
		if u.state[entry+1] == refused {
			break
		}
		best = at
	}
	e.ask(u, true, u.backs[best].entry, fp)
	return at, code
}

// outer is called where code of a loop has left it, more than once: the loop
// around it is the one to be in.
func (e *Engine) outer(c *code) (p *position, code uint32) {
	u := c.unit
	fp, _, _ := e.d.Running()
	word, code := e.search(u, fp, outerSteps, func(w uint32) bool { return u.backs[w].entry != c.pc })
	if code != StopPoll {
		return nil, code
	}
	if word != 0 {
		if c := u.loops[u.backs[word].entry]; c != nil {
			e.enterLoop(c, word)
		} else if e.warmed(u, word) {
			e.ask(u, true, u.backs[word].entry, fp)
		}
	}
	if e.d.Entered() {
		return e.entered()
	}
	return nil, StopNative
}

// enterLoop has native code c of a loop go on where the interpreter stands, at one
// of the loop's ends, at word. If c is entered at another end, it goes there: all
// that differs between them is what they charge.
func (e *Engine) enterLoop(c *code, word uint32) {
	e.d.SetSlice(e.slice())
	if word != c.pc {
		if e.d.FuelLeft() < c.Fuel {
			return
		}
		fp, tmpl, pc := e.d.Running()
		e.d.Spend(int64(e.h.U8(pc+1)) - int64(e.h.U8(e.h.TemplateCode(tmpl)+8*c.pc+1)))
		e.d.GoOn(fp, c.pc)
	}
	e.osr = c
	e.d.SetEntered(true)
	e.stats.OSR++
}
