package ssa

// Analyze computes what passes need to know of the control flow: reverse
// postorder, immediate dominators (Cooper, Harvey, Kennedy: "A Simple, Fast
// Dominance Algorithm") and natural loops. It does nothing when the blocks have
// not changed since (see changedCFG).
func (f *Func) Analyze() {
	if f.analyzed {
		return
	}
	f.findOrder()
	f.dominators()
	f.findLoops()
	f.analyzed = true
}

// changedCFG must be called by whoever changes blocks or edges.
func (f *Func) changedCFG() { f.ordered, f.analyzed = false, false }

// findOrder makes f.rpo, unless it is right.
func (f *Func) findOrder() {
	if !f.ordered {
		f.orderBlocks()
		f.ordered = true
	}
}

// visit is a block on the way of a depth-first walk.
type visit struct {
	b *Block
	i int // successors that have been seen
}

// orderBlocks numbers the reachable blocks in reverse postorder.
func (f *Func) orderBlocks() {
	for _, b := range f.Blocks {
		b.order = -1
	}
	m := f.memory()
	n := len(f.Blocks)
	if cap(f.rpo) < n {
		f.rpo = m.edges.take(n)
	}
	f.rpo = f.rpo[:n]
	at := n
	stack := append(m.passes().walk[:0], visit{b: f.Blocks[0]})
	f.Blocks[0].order = 0
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		// The last successor first, so that the first one (the likely one, the
		// loop's body) comes right behind its block.
		if k := len(top.b.Succs) - 1 - top.i; k >= 0 {
			top.i++
			if s := top.b.Succs[k]; s.order < 0 {
				s.order = 0
				stack = append(stack, visit{b: s})
			}
			continue
		}
		at--
		f.rpo[at] = top.b
		stack = stack[:len(stack)-1]
	}
	m.passes().walk = stack
	if at > 0 {
		n = copy(f.rpo, f.rpo[at:])
		f.rpo = f.rpo[:n]
	}
	for i, b := range f.rpo {
		b.order = i
	}
}

func (f *Func) dominators() {
	for _, b := range f.Blocks {
		b.Dom = nil
	}
	entry := f.rpo[0]
	entry.Dom = entry
	// Without edges back, one round is enough.
	back := false
	for changed := true; changed; changed = changed && back {
		changed = false
		for _, b := range f.rpo[1:] {
			var dom *Block
			for _, p := range b.Preds {
				if p.order >= b.order {
					back = true
				}
				if p.order < 0 || p.Dom == nil {
					continue
				}
				if dom == nil {
					dom = p
					continue
				}
				q := p
				for q != dom {
					for q.order > dom.order {
						q = q.Dom
					}
					for dom.order > q.order {
						dom = dom.Dom
					}
				}
			}
			if b.Dom != dom {
				b.Dom = dom
				changed = true
			}
		}
	}
	entry.Dom = nil

	// Number the tree: sizes of subtrees from the leaves up, then intervals from
	// the root down. A parent comes before its children in f.rpo.
	n := len(f.rpo)
	size, next := f.int32s(n), f.int32s(n)
	for i := n - 1; i >= 0; i-- {
		size[i]++
		if d := f.rpo[i].Dom; d != nil {
			size[d.order] += size[i]
		}
	}
	for i, b := range f.rpo {
		b.first = 0
		if d := b.Dom; d != nil {
			b.first = next[d.order]
			next[d.order] += size[i]
		}
		b.last = b.first + size[i] - 1
		next[i] = b.first + 1
	}
}

// Dominates reports whether every path from the entry to c goes through b. Both
// are reachable.
func (b *Block) Dominates(c *Block) bool { return b.first <= c.first && c.first <= b.last }

// Reachable reports whether control can get to b; after Analyze.
func (b *Block) Reachable() bool { return b.order >= 0 }

// domPreorder lists the reachable blocks in a preorder of the dominator tree.
func (f *Func) domPreorder() []*Block {
	list := f.blockTable(len(f.rpo))
	for _, b := range f.rpo {
		list[b.first] = b
	}
	return list
}
