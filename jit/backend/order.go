package backend

import "firn/ir/tables"

// SplitCriticalEdges puts a block with a jump on each edge from a block with
// several successors to one with several predecessors, so that every edge has a
// place for moves. Order comes after it.
func SplitCriticalEdges(f *Func) {
	for _, b := range f.Blocks[:len(f.Blocks):len(f.Blocks)] {
		if len(b.Succs) < 2 {
			continue
		}
		for i, s := range b.Succs {
			if len(s.Preds) < 2 {
				continue
			}
			m := f.NewBlock()
			m.Cold = b.Cold || s.Cold
			m.Insts = f.room(1)
			f.Emit(m, Inst{Op: OpJump})
			m.Preds = append(m.Preds, b)
			m.Succs = append(m.Succs, s)
			m.EdgeArgs = append(m.EdgeArgs, b.EdgeArgs[i])
			b.Succs[i], b.EdgeArgs[i] = m, nil
			for j, p := range s.Preds {
				if p == b {
					s.Preds[j] = m
					break
				}
			}
		}
	}
}

// RemoveEmptyBlocks lets branches go past blocks that hold only a jump. For
// targets to call between Allocate and emission; edge arguments and parameters
// mean nothing afterwards.
func RemoveEmptyBlocks(f *Func) {
	kept := f.Blocks[:0]
	for i, b := range f.Blocks {
		if i == 0 || len(b.Insts) != 1 || b.Insts[0].Op != OpJump || b.Succs[0] == b {
			kept = append(kept, b)
			continue
		}
		s := b.Succs[0]
		at := -1
		for j, p := range s.Preds {
			if p == b {
				at = j
			}
		}
		s.Preds = append(s.Preds[:at], s.Preds[at+1:]...)
		for _, p := range b.Preds {
			for j := range p.Succs {
				if p.Succs[j] == b {
					p.Succs[j] = s
					s.Preds = append(s.Preds, p)
				}
			}
			b.Preds = nil
		}
	}
	f.Blocks = kept
	f.Renumber()
}

// loop is a natural loop.
type loop struct {
	header *Block
	parent *loop
	depth  int
	ready  []*Block // blocks of the loop, or headers of inner ones, that can be placed
}

// States of Block.num before it is the number.
const (
	unseen = -2
	seen   = -1
)

// orderer is the state of Order. Blocks are numbered (Block.num) by reverse
// postorder, 0 the entry; slices are indexed by that number.
type orderer struct {
	rpo   []*Block
	idom  []int
	loops []*loop // innermost loop of a block
	wait  []int   // forward predecessors that have not been placed
	out   []*Block

	post     []*Block
	stack    []orderStep
	work     []int
	open     []*loop
	made     []*loop // … so far, in any function
	numLoops int     // of them: those of this one
}

// orderStep is a block on the way of a depth-first walk.
type orderStep struct {
	b *Block
	i int
}

// newLoop makes a loop, of one of an earlier function if there is one.
func (o *orderer) newLoop(header *Block) *loop {
	if o.numLoops == len(o.made) {
		o.made = append(o.made, &loop{})
	}
	l := o.made[o.numLoops]
	o.numLoops++
	*l = loop{header: header, ready: l.ready[:0]}
	return l
}

// Order sorts f.Blocks for allocation and emission: every block behind its
// dominators, the blocks of a loop together, the fall-through successor next if
// possible, cold blocks (and those that only cold ones lead to) last. Blocks that
// cannot be reached are removed. It sets LoopDepth and Index.
func Order(f *Func) {
	o := &f.order
	o.rpo, o.out, o.numLoops = o.rpo[:0], o.out[:0], 0
	o.postorder(f)
	o.dominators()
	o.findLoops()
	o.spreadCold()
	o.place()
	f.Blocks = f.Blocks[:0]
	for _, b := range o.out {
		if !b.Cold {
			f.Blocks = append(f.Blocks, b)
		}
	}
	for _, b := range o.out {
		if b.Cold {
			f.Blocks = append(f.Blocks, b)
		}
	}
	f.Renumber()
}

// postorder numbers the reachable blocks and removes edges from others.
func (o *orderer) postorder(f *Func) {
	for _, b := range f.Blocks {
		b.num = unseen
	}
	stack := append(o.stack[:0], orderStep{b: f.Blocks[0]})
	f.Blocks[0].num = seen
	post := o.post[:0]
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if top.i < len(top.b.Succs) {
			s := top.b.Succs[top.i]
			top.i++
			if s.num == unseen {
				s.num = seen
				stack = append(stack, orderStep{b: s})
			}
			continue
		}
		post = append(post, top.b)
		stack = stack[:len(stack)-1]
	}
	o.post, o.stack = post, stack
	for i := len(post) - 1; i >= 0; i-- {
		b := post[i]
		b.num = len(o.rpo)
		o.rpo = append(o.rpo, b)
		kept := b.Preds[:0]
		for _, p := range b.Preds {
			if p.num != unseen {
				kept = append(kept, p)
			}
		}
		b.Preds = kept
	}
}

// dominators computes immediate dominators (Cooper, Harvey, Kennedy: A Simple,
// Fast Dominance Algorithm).
func (o *orderer) dominators() {
	o.idom = tables.Zeros(o.idom, len(o.rpo))
	for i := range o.idom {
		o.idom[i] = -1
	}
	o.idom[0] = 0
	// Without edges back, one round is enough.
	back := false
	for changed := true; changed; changed = changed && back {
		changed = false
		for i := 1; i < len(o.rpo); i++ {
			d := -1
			for _, p := range o.rpo[i].Preds {
				j := p.num
				back = back || j >= i
				switch {
				case o.idom[j] < 0:
				case d < 0:
					d = j
				default:
					for d != j {
						if d > j {
							d = o.idom[d]
						} else {
							j = o.idom[j]
						}
					}
				}
			}
			if d != o.idom[i] {
				o.idom[i] = d
				changed = true
			}
		}
	}
}

// dominates reports whether a dominates b.
func (o *orderer) dominates(a, b int) bool {
	for b > a {
		b = o.idom[b]
	}
	return a == b
}

// findLoops finds the natural loops, inner ones first, and nests them. A cycle
// that can be entered in several places has none.
func (o *orderer) findLoops() {
	o.loops = tables.Zeros(o.loops, len(o.rpo))
	for h := len(o.rpo) - 1; h >= 0; h-- {
		work := o.work[:0]
		for _, p := range o.rpo[h].Preds {
			if j := p.num; j >= h && o.dominates(h, j) {
				work = append(work, j)
			}
		}
		o.work = work
		if len(work) == 0 {
			continue
		}
		l := o.newLoop(o.rpo[h])
		for len(work) > 0 {
			j := work[len(work)-1]
			work = work[:len(work)-1]
			if in := o.loops[j]; in != nil {
				// j is in an inner loop: go on from the outermost that is not yet l.
				for in != l && in.parent != nil {
					in = in.parent
				}
				if in == l {
					continue
				}
				in.parent = l
				j = in.header.num
				if j == h {
					continue
				}
			} else {
				o.loops[j] = l
				if j == h {
					continue
				}
			}
			for _, p := range o.rpo[j].Preds {
				if k := p.num; o.outermost(k) != l && o.dominates(h, k) {
					work = append(work, k)
				}
			}
		}
		o.loops[h] = l
	}
	for i, b := range o.rpo {
		b.LoopDepth = 0
		b.loop = o.loops[i]
		for l := o.loops[i]; l != nil; l = l.parent {
			b.LoopDepth++
		}
	}
}

// outermost is the outermost loop known so far that holds block i.
func (o *orderer) outermost(i int) *loop {
	l := o.loops[i]
	for l != nil && l.parent != nil {
		l = l.parent
	}
	return l
}

// spreadCold makes blocks cold that only cold ones lead to, so that cold blocks
// can go last without getting before their dominators.
func (o *orderer) spreadCold() {
	o.rpo[0].Cold = false
	for i, b := range o.rpo[1:] {
		cold := true
		for _, p := range b.Preds {
			if p.num <= i && !p.Cold {
				cold = false
			}
		}
		b.Cold = b.Cold || cold
	}
}

// place makes the order: a block when all its forward predecessors have been
// placed, a loop as a whole.
func (o *orderer) place() {
	o.wait = tables.Zeros(o.wait, len(o.rpo))
	for i, b := range o.rpo {
		for _, p := range b.Preds {
			if p.num < i {
				o.wait[i]++
			}
		}
	}
	root := o.newLoop(nil)
	root.ready = append(root.ready, o.rpo[0])
	open := append(o.open[:0], root)
	for len(open) > 0 {
		l := open[len(open)-1]
		if len(l.ready) == 0 {
			open = open[:len(open)-1]
			continue
		}
		b := l.ready[len(l.ready)-1]
		l.ready = l.ready[:len(l.ready)-1]
		if in := o.loops[b.num]; in != nil && in.header == b && in != l {
			open = append(open, in)
		}
		o.out = append(o.out, b)
		for _, s := range b.Succs {
			i := s.num
			if i <= b.num {
				continue
			}
			o.wait[i]--
			if o.wait[i] > 0 {
				continue
			}
			at := o.loops[i]
			if at != nil && at.header == s {
				at = at.parent
			}
			if at == nil {
				at = root
			}
			at.ready = append(at.ready, s)
		}
	}
	o.open = open
}
