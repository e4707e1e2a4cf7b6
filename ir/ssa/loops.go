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
	m := f.memory()
	work := m.passes().blocks.take(len(f.rpo) + 1)[:0]
	for i := len(f.rpo) - 1; i >= 0; i-- {
		h := f.rpo[i]
		var l *Loop
		for _, p := range h.Preds {
			if p.order >= h.order && h.Dominates(p) {
				if l == nil {
					l = m.loops.one()
					*l = Loop{Header: h}
				}
				l.Latches = m.pushBlock(l.Latches, p)
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
			l.Blocks = m.pushBlock(l.Blocks, b)
		}
	}
}

// entry is the predecessor from which the loop is entered and its number, when
// there is one alone and it goes nowhere else; nil otherwise. The builder gives
// every loop one.
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
