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

// A block is a word index and a copy: 0, or 1 + the number of the innermost loop
// of which what is left of an iteration is done.
const copyShift = 16

func wordOf(block uint32) uint32     { return block & (1<<copyShift - 1) }
func copyNumber(block uint32) uint32 { return block >> copyShift }

// nestedLoop is a loop of the bytecode.
type nestedLoop struct {
	head   uint32
	blocks map[uint32]bool
	parent uint32 // the loop around it: its number + 1, 0 if there is none
}

// suspends reports whether an instruction suspends the coroutine.
func suspends(op bytecode.Op) bool {
	return op == bytecode.OpYield || op == bytecode.OpYieldres || op == bytecode.OpAwait
}

// into is the block that control comes to from a copy by going to word to.
func (s *source) into(copy, to uint32) uint32 {
	for copy != 0 {
		l := &s.nest[copy-1]
		if l.blocks[to] && l.head != to {
			break
		}
		copy = l.parent
	}
	return copy<<copyShift | to
}

// resumptions are the words where the coroutine goes on, in order, if s is one.
// They are made leaders, and loops are found.
func (s *source) resumptions() (words []uint32) {
	if s.flags&(heap.TGenerator|heap.TAsync) == 0 {
		return nil
	}
	for pc := uint32(0); pc < uint32(len(s.code)); {
		in, ok := bytecode.Decode(s.code, pc)
		if !ok {
			break
		}
		if in.Op == bytecode.OpInitgen {
			words = append(words, target(&in))
		} else if suspends(in.Op) {
			words = append(words, in.Next)
		}
		pc = in.Next
	}
	s.leader = append([]bool(nil), s.leader...)
	for _, w := range words {
		s.leader[w] = true
	}
	if s.nest == nil {
		s.findNest()
	}
	return words
}

// findNest finds the loops of the bytecode, with control going through suspensions
// and from instructions that throw to their handlers.
func (s *source) findNest() {
	preds := map[uint32][]uint32{}
	number := map[uint32]int{} // in postorder
	succs := func(b uint32) (to []uint32) {
		in := s.last(b)
		if bytecode.Table[in.Op].Effects&bytecode.End == 0 && in.Next < uint32(len(s.code)) {
			to = append(to, in.Next)
		}
		for _, o := range in.Operands() {
			if o.Type == bytecode.Jump {
				to = append(to, uint32(in.Value(o)))
			}
		}
		// Handlers begin and end with blocks.
		if h, ok := s.live.Handler(b); ok {
			to = append(to, h)
		}
		return to
	}
	type step struct {
		at   uint32
		next []uint32
	}
	seen := map[uint32]bool{0: true}
	stack := []step{{0, succs(0)}}
	var order []uint32
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.next) == 0 {
			number[top.at] = len(order)
			order = append(order, top.at)
			stack = stack[:len(stack)-1]
			continue
		}
		t := top.next[0]
		top.next = top.next[1:]
		preds[t] = append(preds[t], top.at)
		if !seen[t] {
			seen[t] = true
			stack = append(stack, step{t, succs(t)})
		}
	}
	// Bytecode is reducible: edges that go up in postorder are those back to headers.
	for i := len(order) - 1; i >= 0; i-- {
		head := order[i]
		var work []uint32
		for _, p := range preds[head] {
			if number[p] <= i {
				work = append(work, p)
			}
		}
		if len(work) == 0 {
			continue
		}
		l := nestedLoop{head: head, blocks: map[uint32]bool{head: true}}
		for len(work) > 0 {
			b := work[len(work)-1]
			work = work[:len(work)-1]
			if !l.blocks[b] {
				l.blocks[b] = true
				work = append(work, preds[b]...)
			}
		}
		s.nest = append(s.nest, l)
	}
	// Larger ones first; the one around a loop is the last of those before it that has
	// its header.
	sort.SliceStable(s.nest, func(i, j int) bool { return len(s.nest[i].blocks) > len(s.nest[j].blocks) })
	for i := range s.nest {
		for j := range s.nest[:i] {
			if s.nest[j].blocks[s.nest[i].head] {
				s.nest[i].parent = uint32(j + 1)
			}
		}
	}
}

// resumed is the block of the resumption at a word.
func (s *source) resumed(word uint32) uint32 {
	copy := uint32(0)
	for i := range s.nest {
		if s.nest[i].blocks[word] {
			copy = uint32(i + 1)
		}
	}
	return copy<<copyShift | word
}

// coroutine builds a function that is a coroutine: its beginning, and where it goes
// on, at one of some words.
func (b *builder) coroutine(fr *frame, words []uint32) {
	src := fr.src
	b.fr = fr
	blocks := make([]uint32, len(words))
	for i, w := range words {
		blocks[i] = src.resumed(w)
	}
	fr.blocks = map[uint32]*blockState{}
	fr.order = src.walk(nil, append([]uint32{0}, blocks...)...)
	b.prepare(fr, 0)

	fr.regs = make([]*Value, src.regs)
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
		b.goOn(fr, w, blocks[i], rec)
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
	b.jumpTo(0)
}

// goOn builds the entry for resumptions at a word, which leads to a block.
func (b *builder) goOn(fr *frame, word, block uint32, rec *Value) {
	src := fr.src
	src.pc, fr.state = word, nil
	fr.regs = make([]*Value, src.regs)
	live := src.live.At(word)
	sent, mode := -1, -1
	if in, ok := bytecode.Decode(src.code, word-1); ok && suspends(in.Op) {
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
