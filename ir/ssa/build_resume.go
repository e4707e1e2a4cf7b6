package ssa

import (
	"sort"

	"firn/heap"
	"firn/ir/bytecode"
)

// Where coroutines go on. Native code of a generator or async function is left at
// every suspension, and entered anew at every resumption: the entry tells by the
// saved frame where to go on. So control never flows through a suspension, and
// many loops are none. But a resumption may lead into the middle of a loop that
// does go round without being suspended, and passes want loops with one entry.
// What follows a resumption inside of a loop, up to the loop's header, is
// therefore another copy of these blocks.

// resumeFlow is the control flow of a coroutine. Block n of copy c has the number
// c times the number of blocks, plus n. Copy 0 is what does not follow a
// resumption inside of a loop; copy c is the rest of an iteration of loop c-1, and
// of those around it.
type resumeFlow struct {
	loops []nestedLoop
	succs [][]int32 // by number
}

// nestedLoop is a loop of the bytecode.
type nestedLoop struct {
	head   int32
	in     []bool // by block
	size   int
	parent int32 // the copy of the loop around it; 0: there is none
}

// isCoroutine reports whether s is a generator, an async function or both.
func (s *source) isCoroutine() bool { return s.flags&(heap.TGenerator|heap.TAsync) != 0 }

// numBlocks is how many numbers of blocks there are, with the copies.
func (fr *frame) numBlocks() int {
	if fr.flow != nil {
		return len(fr.flow.succs)
	}
	return fr.src.live.NumBlocks()
}

// original and copyOf tell what a block is a copy of, and which one.
func (fr *frame) original(n int32) int32 {
	if fr.flow != nil {
		n %= int32(fr.src.live.NumBlocks())
	}
	return n
}

func (fr *frame) copyOf(n int32) int32 { return n / int32(fr.src.live.NumBlocks()) }

// into is the copy of block to that control comes to from the running one.
func (fr *frame) into(to int32) int32 {
	if fr.flow == nil {
		return to
	}
	return fr.flow.into(fr.src.live, fr.copy, to)
}

func (f *resumeFlow) into(live *bytecode.Liveness, copy, to int32) int32 {
	for copy != 0 {
		l := &f.loops[copy-1]
		if l.in[to] && l.head != to {
			break
		}
		copy = l.parent
	}
	return copy*int32(live.NumBlocks()) + to
}

// newResumeFlow finds the control flow of a coroutine; with copies, for
// resumptions.
func newResumeFlow(live *bytecode.Liveness, copies bool) *resumeFlow {
	f := &resumeFlow{}
	if copies {
		f.findLoops(live)
	}
	n := live.NumBlocks()
	f.succs = make([][]int32, n*(1+len(f.loops)))
	for i := range f.succs {
		copy, k := int32(i/n), int32(i%n)
		if copy != 0 && !f.loops[copy-1].in[k] {
			continue
		}
		_, last, _ := live.Block(k)
		op := live.OpAt(last)
		to := live.Succs(k)
		switch {
		case bytecode.Suspends(op):
			to = nil
		case op == bytecode.OpInitgen:
			to = to[:1]
		}
		for _, t := range to {
			f.succs[i] = append(f.succs[i], f.into(live, copy, t))
		}
		if t, ok := live.Handles(k); ok {
			f.succs[i] = append(f.succs[i], f.into(live, copy, t))
		}
	}
	return f
}

// findLoops finds the loops of the bytecode, with control going through
// suspensions and from what throws to its handler.
func (f *resumeFlow) findLoops(live *bytecode.Liveness) {
	n := live.NumBlocks()
	preds := make([][]int32, n)
	number := make([]int, n) // in postorder, from 1
	seen := make([]bool, n)
	type step struct {
		at   int32
		next []int32
	}
	seen[0] = true
	stack := []step{{0, live.Ways(0)}}
	var order []int32
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.next) == 0 {
			order = append(order, top.at)
			number[top.at] = len(order)
			stack = stack[:len(stack)-1]
			continue
		}
		t := top.next[0]
		top.next = top.next[1:]
		preds[t] = append(preds[t], top.at)
		if !seen[t] {
			seen[t] = true
			stack = append(stack, step{t, live.Ways(t)})
		}
	}
	// Bytecode is reducible: edges that go up in postorder lead back to headers.
	for _, head := range order {
		l := nestedLoop{head: head, in: make([]bool, n)}
		var work []int32
		for _, p := range preds[head] {
			if number[p] <= number[head] {
				work = append(work, p)
			}
		}
		if len(work) == 0 {
			continue
		}
		l.in[head], l.size = true, 1
		for len(work) > 0 {
			b := work[len(work)-1]
			work = work[:len(work)-1]
			if !l.in[b] {
				l.in[b] = true
				l.size++
				work = append(work, preds[b]...)
			}
		}
		f.loops = append(f.loops, l)
	}
	// Larger ones first; the one around a loop is the last of those before it that has
	// its header.
	sort.SliceStable(f.loops, func(i, j int) bool { return f.loops[i].size > f.loops[j].size })
	for i := range f.loops {
		for j := range f.loops[:i] {
			if f.loops[j].in[f.loops[i].head] {
				f.loops[i].parent = int32(j + 1)
			}
		}
	}
}

// resumptions are the words where the coroutine goes on, in order, if s is one.
func (s *source) resumptions() (words []uint32) {
	if !s.isCoroutine() {
		return nil
	}
	for n := 0; n < s.live.NumBlocks(); n++ {
		_, last, end := s.live.Block(int32(n))
		if in, ok := bytecode.Decode(s.code, last); ok && in.Op == bytecode.OpInitgen {
			words = append(words, target(&in))
		} else if ok && bytecode.Suspends(in.Op) {
			words = append(words, end)
		}
	}
	return words
}

// resumed is the block of the resumption at a word.
func (fr *frame) resumedAt(word uint32) int32 {
	n := fr.src.live.BlockAt(word)
	copy := int32(0)
	for i := range fr.flow.loops {
		if fr.flow.loops[i].in[n] {
			copy = int32(i + 1)
		}
	}
	return copy*int32(fr.src.live.NumBlocks()) + n
}

// coroutine builds a function that is a coroutine: its beginning, and where it goes
// on, at one of some words.
func (b *builder) coroutine(fr *frame, words []uint32) {
	fr.flow = newResumeFlow(fr.src.live, true)
	b.fr = fr
	roots := make([]int32, 1+len(words)) // the first is that of word 0
	for i, w := range words {
		roots[1+i] = fr.resumedAt(w)
	}
	b.walk(fr, true, roots...)
	b.prepare(fr, 0)

	fr.regs = b.f.room(fr.src.regs)
	b.enterHeader(fr)
	yes, no := b.split(b.aux(OpHasTag, heap.TagObject, fr.resumed))
	b.cur = no
	b.begin(fr)

	b.cur = yes
	rec := b.savedFrame(b.cellOf(fr.resumed))
	at := b.op(OpUnboxInt, b.load(OpLoadVal, MemInner, bytecode.SavedPC, rec))
	for i, w := range words {
		no := (*Block)(nil)
		if i+1 < len(words) {
			b.cur, no = b.split(b.aux(OpCmpInt, int64(Eq), at, b.integer(int32(w))))
		}
		b.goOn(fr, w, roots[1+i], rec)
		b.cur = no
	}
	b.ordered(fr)
}

// split ends the current block with a branch.
func (b *builder) split(c *Value) (yes, no *Block) {
	yes, no = b.f.NewBlock(Jump), b.f.NewBlock(Jump)
	b.cur.Kind, b.cur.Control = If, c
	b.cur.Connect(yes)
	b.cur.Connect(no)
	return yes, no
}

// begin builds the entry for calls: the arguments are in the slots.
func (b *builder) begin(fr *frame) {
	live := fr.src.live.At(0)
	entry := b.op(OpEntry)
	for r := range fr.regs {
		switch {
		case live[r/64]>>(r%64)&1 == 0:
		case r <= fr.src.params:
			fr.regs[r] = b.aux(OpReadSlot, int64(r))
		default:
			fr.regs[r] = b.value(heap.Undefined)
		}
	}
	entry.State = b.f.bare(b.stateAt(fr, 0))
	entry.State.InSlot = live
	b.pollAt(0)
	b.edgeInto(b.cur, 0, 0, fr.regs)
}

// goOn builds the entry for resumptions at a word, which leads to a block.
func (b *builder) goOn(fr *frame, word uint32, block int32, rec *Value) {
	src := fr.src
	fr.pc, fr.state = word, nil
	fr.regs = b.f.room(src.regs)
	live := src.live.At(word)
	sent, mode := -1, -1
	if in, ok := bytecode.Decode(src.code, word-1); ok && bytecode.Suspends(in.Op) {
		sent = int(in.Field(bytecode.FieldA))
		if in.Op != bytecode.OpAwait {
			mode = int(in.Field(bytecode.FieldB))
		}
	}
	for r := range fr.regs {
		switch {
		case live[r/64]>>(r%64)&1 == 0:
		case r == sent:
			fr.regs[r] = b.op(OpSent)
		case r == mode:
			fr.regs[r] = b.op(OpSentMode)
		default:
			fr.regs[r] = b.load(OpLoadVal, MemInner, int64(bytecode.SavedRegs+8*r), rec)
		}
	}
	entry := b.op(OpEntry)
	entry.Aux2 = 2
	entry.State = b.stateAt(fr, word)
	b.pollAt(word)
	b.edgeInto(b.cur, word, block, fr.regs)
}
