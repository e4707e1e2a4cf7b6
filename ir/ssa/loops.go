package ssa

// Loop is a natural loop: the blocks from which a latch can be reached without
// passing the header, which dominates them.
type Loop struct {
	Header  *Block
	Outer   *Loop    // nil: none
	Latches []*Block // predecessors of the header inside the loop
	Blocks  []*Block // with those of inner loops, in reverse postorder
	Depth   int      // 1: outermost
}

// Contains reports whether b is in l.
func (l *Loop) Contains(b *Block) bool {
	for h := b.Header; h != nil; h = h.loop.outerHeader() {
		if h == l.Header {
			return true
		}
	}
	return false
}

func (l *Loop) outerHeader() *Block {
	if l.Outer == nil {
		return nil
	}
	return l.Outer.Header
}

// findLoops sets Header and Depth of all blocks and fills f.loops. Edges back to
// a block that does not dominate their source make no loop: passes that go in
// reverse postorder must expect such predecessors (none come from JavaScript).
func (f *Func) findLoops() {
	for _, b := range f.Blocks {
		b.Header, b.loop, b.Depth = nil, nil, 0
	}
	f.loops = f.loops[:0]
	// Inner loops have later headers; each block gets the first loop that
	// claims it, and loops found inside a later one become its inner loops.
	var work []*Block
	for i := len(f.rpo) - 1; i >= 0; i-- {
		h := f.rpo[i]
		var l *Loop
		for _, p := range h.Preds {
			if p.order >= h.order && h.Dominates(p) {
				if l == nil {
					l = &Loop{Header: h}
				}
				l.Latches = append(l.Latches, p)
			}
		}
		if l == nil {
			continue
		}
		f.loops = append(f.loops, l)
		h.loop = l
		h.Header = h
		work = append(work[:0], l.Latches...)
		for len(work) > 0 {
			b := work[len(work)-1]
			work = work[:len(work)-1]
			if b.Header == nil {
				b.Header = h
			} else {
				// Go on from the outermost loop around b found so far.
				top := b.Header.loop
				for top.Outer != nil {
					top = top.Outer
				}
				if top == l {
					continue
				}
				top.Outer = l
				b = top.Header
			}
			for _, p := range b.Preds {
				if p.order >= 0 {
					work = append(work, p)
				}
			}
		}
	}
	for i, j := 0, len(f.loops)-1; i < j; i, j = i+1, j-1 {
		f.loops[i], f.loops[j] = f.loops[j], f.loops[i]
	}
	for _, l := range f.loops {
		l.Depth = 1
		if l.Outer != nil {
			l.Depth += l.Outer.Depth
		}
	}
	for _, b := range f.rpo {
		if b.Header == nil {
			continue
		}
		b.Depth = b.Header.loop.Depth
		for l := b.Header.loop; l != nil; l = l.Outer {
			l.Blocks = append(l.Blocks, b)
		}
	}
}

// entry is the predecessor from which the loop is entered and its number, when
// there is one alone and it goes nowhere else; nil otherwise.
func (l *Loop) entry() (*Block, int) {
	var entry *Block
	at := -1
	for i, p := range l.Header.Preds {
		if p.order < 0 || l.Contains(p) {
			continue
		}
		if entry != nil {
			return nil, -1
		}
		entry, at = p, i
	}
	if entry == nil || entry.Kind != Jump {
		return nil, -1
	}
	return entry, at
}

// Preheader is the block from which alone l is entered, made if need be. A new
// block has an EndState when those of the blocks before it can be joined.
// The loops must be analyzed again after blocks have been made; see changed.
func (f *Func) Preheader(l *Loop) (pre *Block, changed bool) {
	if p, _ := l.entry(); p != nil {
		return p, false
	}
	h := l.Header
	var outside []int // numbers of the entering edges
	var keep []int
	for i, p := range h.Preds {
		if p.order < 0 || l.Contains(p) {
			keep = append(keep, i)
		} else {
			outside = append(outside, i)
		}
	}
	if len(outside) == 0 {
		return nil, false
	}
	pre = f.NewBlock(Jump)
	f.changedCFG()
	preds := make([]*Block, 0, len(h.Preds))
	preds = append(preds, pre)
	for _, i := range keep {
		preds = append(preds, h.Preds[i])
	}
	for _, i := range outside {
		p := h.Preds[i]
		pre.Preds = append(pre.Preds, p)
		for k, s := range p.Succs {
			if s == h {
				p.Succs[k] = pre
				break
			}
		}
	}
	joined := f.joinStates(h, pre, outside)
	for _, v := range h.Values {
		if v.Op != OpPhi {
			break
		}
		in := v.Args[outside[0]]
		if len(outside) > 1 {
			in = f.NewValue(OpPhi, v.Type)
			for _, i := range outside {
				in.Args = append(in.Args, v.Args[i])
			}
			in.Block, in.Fn, in.Line = pre, v.Fn, v.Line
			pre.Values = append(pre.Values, in)
			if joined != nil {
				for r, w := range joined.Regs {
					if w == v {
						joined.Regs[r] = in
					}
				}
			}
		}
		args := append(make([]*Value, 0, len(preds)), in)
		for _, i := range keep {
			args = append(args, v.Args[i])
		}
		v.Args = args
	}
	pre.EndState = joined
	h.Preds = preds
	pre.Succs = []*Block{h}
	return pre, true
}

// joinStates makes one state of those at the ends of the edges into h, which are
// about to go through pre: with the phis of h, to be replaced, where they
// differ. It gives nil when it cannot.
func (f *Func) joinStates(h, pre *Block, edges []int) *FrameState {
	first := h.Preds[edges[0]].EndState
	if first == nil {
		return nil
	}
	s := *first
	s.Regs = append([]*Value(nil), first.Regs...)
	for _, i := range edges[1:] {
		t := h.Preds[i].EndState
		if t == nil || t.Parent != s.Parent || t.Fn != s.Fn || t.PC != s.PC || t.Base != s.Base || t.Callee != s.Callee || t.NewTarget != s.NewTarget ||
			len(t.Regs) != len(s.Regs) || len(t.InSlot) > 0 || len(s.InSlot) > 0 {
			return nil
		}
	}
	for r := range s.Regs {
		same := true
		for _, i := range edges[1:] {
			same = same && h.Preds[i].EndState.Regs[r] == s.Regs[r]
		}
		if same {
			continue
		}
		var phi *Value
		for _, v := range h.Values {
			if v.Op != OpPhi {
				break
			}
			match := true
			for _, i := range edges {
				match = match && v.Args[i] == h.Preds[i].EndState.Regs[r]
			}
			if match {
				phi = v
				break
			}
		}
		if phi == nil {
			return nil
		}
		s.Regs[r] = phi
	}
	return &s
}
