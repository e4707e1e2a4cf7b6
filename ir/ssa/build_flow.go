package ssa

import "firn/ir/bytecode"

// The control flow of bytecode: which of its blocks are compiled, in what order,
// and which of them are loop headers.

// run turns the bytecode of fr, from word start on, into blocks. b.cur is where
// control comes from, fr.regs the registers there.
func (b *builder) run(fr *frame, start uint32) {
	src := fr.src
	b.fr = fr
	outer := b.way
	b.way = nil
	defer func() { b.way = outer }()
	if start != 0 {
		b.findCuts(src, start)
	}
	fr.flow = nil
	if src.isCoroutine() {
		fr.flow = newResumeFlow(src.live, false)
	}
	b.walk(fr, src.leader[start], src.live.BlockAt(start))
	b.prepare(fr, start)
	if fr.polls {
		b.pollAt(start)
	}
	// The code from start to the end of its block is a block of its own when it is
	// entered in the middle of one.
	if !src.leader[start] {
		_, _, end := src.live.Block(src.live.BlockAt(start))
		b.block(fr, start, end)
	} else {
		b.jumpTo(start)
	}
	b.ordered(fr)
}

// ordered builds the blocks of fr that control comes to.
func (b *builder) ordered(fr *frame) {
	for _, n := range fr.order {
		bs := fr.blocks[n]
		if len(bs.in) == 0 {
			continue
		}
		fr.copy = fr.copyOf(n)
		b.open(fr, bs)
		b.block(fr, bs.start, bs.end)
	}
}

// findCuts notes the backward jumps of loops around the one whose end start is:
// what is entered there is left to the interpreter when control gets to them. Other
// ends of the same loop are not.
func (b *builder) findCuts(s *source, start uint32) {
	s.cut = b.f.flags(s.live.NumBlocks())
	in, _ := bytecode.Decode(s.code, start)
	head := start
	for _, o := range in.Operands() {
		if o.Type == bytecode.Jump {
			head = uint32(in.Value(o))
		}
	}
	for n := range s.cut {
		_, last, _ := s.live.Block(int32(n))
		if last <= start {
			continue
		}
		in, _ := bytecode.Decode(s.code, last)
		for _, o := range in.Operands() {
			if o.Type == bytecode.Jump && uint32(in.Value(o)) < head {
				s.cut[n] = true
			}
		}
	}
}

// isCut reports whether the outermost frame leaves to the interpreter at pc.
func (s *source) isCut(fr *frame, pc uint32) bool {
	if s.cut == nil || fr.parent != nil {
		return false
	}
	n := s.live.BlockAt(pc)
	_, last, _ := s.live.Block(n)
	return s.cut[n] && pc == last
}

// succs are the blocks that control goes to from block n of fr: from its end, or as
// it throws.
func (fr *frame) succs(n int32) []int32 {
	if fr.parent == nil && fr.src.cut != nil && fr.src.cut[n] {
		return fr.src.live.Ways(n)[len(fr.src.live.Succs(n)):]
	}
	if fr.flow != nil {
		return fr.flow.succs[n]
	}
	return fr.src.live.Ways(n)
}

// walk finds the blocks that can be reached from some, in reverse postorder. Those
// themselves are among them only if control enters them where they begin, or if
// they are got to again.
func (b *builder) walk(fr *frame, begins bool, roots ...int32) {
	n := fr.numBlocks()
	seen := b.f.flags(n)
	type step struct {
		block int32
		left  int // successors
	}
	list := b.f.int32s(n + 1)
	at := len(list)
	stack := make([]step, 0, 16)
	for len(stack) > 0 || len(roots) > 0 {
		if len(stack) == 0 {
			root := roots[0]
			roots = roots[1:]
			if !seen[root] {
				seen[root] = begins
				stack = append(stack, step{root, len(fr.succs(root))})
			}
			continue
		}
		top := &stack[len(stack)-1]
		if top.left > 0 {
			// The last successor first, so that the first comes right behind its block.
			top.left--
			if t := fr.succs(top.block)[top.left]; !seen[t] {
				seen[t] = true
				stack = append(stack, step{t, len(fr.succs(t))})
			}
			continue
		}
		if len(stack) > 1 || begins {
			at--
			list[at] = top.block
		}
		stack = stack[:len(stack)-1]
	}
	fr.order = list[at:]
}

// prepare makes the states of the blocks of fr and finds the loop headers among
// them.
func (b *builder) prepare(fr *frame, start uint32) {
	live := fr.src.live
	n := fr.numBlocks()
	fr.blocks = b.tables.zeroed(n)
	place := b.f.int32s(n) // in fr.order, from 1
	for i, k := range fr.order {
		bs := b.buildStorage.blocks.one()
		*bs = blockState{}
		bs.start, _, bs.end = live.Block(fr.original(k))
		if in, _ := bytecode.Decode(fr.src.code, bs.start); in.Op == bytecode.OpCatch {
			bs.start = in.Next
		}
		fr.blocks[k] = bs
		place[k] = int32(i + 1)
	}
	edges, loops := 0, false
	for i, k := range fr.order {
		for _, t := range fr.succs(k) {
			edges++
			fr.blocks[t].preds++
			if int(place[t]) <= i+1 {
				fr.blocks[t].loop, loops = true, true
			}
		}
	}
	if loops {
		b.loopWrites(fr, start, place, edges)
	}
	if !fr.src.leader[start] {
		for _, t := range fr.succs(live.BlockAt(start)) {
			fr.blocks[t].preds++
		}
	}
}

// loopWrites finds the registers that each loop of fr writes: in the blocks from
// which an end of it can be reached without the header. When an OSR entry leads
// into the middle of a loop, all may differ at its header.
func (b *builder) loopWrites(fr *frame, start uint32, place []int32, edges int) {
	live := fr.src.live
	n := fr.numBlocks()
	// The predecessors of block k are preds[from[k]:from[k+1]].
	from, preds := b.f.int32s(n+1), b.f.int32s(edges)
	for _, k := range fr.order {
		for _, t := range fr.succs(k) {
			from[t]++
		}
	}
	sum := int32(0)
	for k := range from {
		sum += from[k]
		from[k] = sum
	}
	for i := len(fr.order) - 1; i >= 0; i-- {
		k := fr.order[i]
		for _, t := range fr.succs(k) {
			from[t]--
			preds[from[t]] = k
		}
	}
	entered := b.f.flags(n)
	if entry := live.BlockAt(start); fr.src.leader[start] {
		entered[entry] = true
	} else {
		for _, t := range fr.succs(entry) {
			entered[t] = true
		}
	}
	seen := b.f.int32s(n) // 1 + the header for which a block was seen
	work := b.f.int32s(n)
	for _, head := range fr.order {
		bs := fr.blocks[head]
		if !bs.loop {
			continue
		}
		set := b.f.words((fr.src.regs + 63) / 64)
		bs.writes = set
		top := 0
		visit := func(k int32) {
			if seen[k] != head+1 {
				seen[k] = head + 1
				work[top] = k
				top++
				for i, w := range live.Writes(fr.original(k)) {
					set[i] |= w
				}
			}
		}
		visit(head)
		top = 0
		for _, k := range preds[from[head]:from[head+1]] {
			if place[k] >= place[head] {
				visit(k)
			}
		}
		for top > 0 {
			top--
			k := work[top]
			if entered[k] {
				for i := range set {
					set[i] = ^uint64(0)
				}
				break
			}
			for _, p := range preds[from[k]:from[k+1]] {
				visit(p)
			}
		}
	}
}
