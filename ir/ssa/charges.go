package ssa

// charges merges charges with nothing between them that may leave: whoever looks
// at the meter, at an exit or behind the code, finds the same. A charge at the end of
// a block goes on into its successors when one of them is to charge anyway, as the
// bodies of loops are. Then polls go that no cycle needs.
func charges(f *Func) {
	f.Analyze()
	for _, b := range f.rpo {
		last := b.mergeCharges()
		if last == nil || b.Kind != If {
			continue
		}
		yes, no := b.Succs[0], b.Succs[1]
		if yes == no || len(yes.Preds) > 1 || len(no.Preds) > 1 || yes.firstCharge() == nil && no.firstCharge() == nil {
			continue
		}
		for _, s := range b.Succs {
			if c := s.firstCharge(); c != nil {
				c.Aux += last.Aux
				continue
			}
			c := f.NewValue(OpCharge, None)
			c.Aux, c.Fn, c.Line = last.Aux, last.Fn, last.Line
			s.Insert(0, c)
		}
		last.Aux = 0
		b.dropCharges()
	}
	if len(f.loops) > 0 {
		polls(f)
	}
}

// mergeCharges merges the charges of b, and gives the one behind which nothing leaves.
func (b *Block) mergeCharges() (last *Value) {
	gone := false
	for _, v := range b.Values {
		switch {
		case v.Op == OpCharge && last != nil:
			v.Aux += last.Aux
			last.Aux = 0
			last, gone = v, true
		case v.Op == OpCharge:
			last = v
		case v.State != nil:
			last = nil
		}
	}
	if gone {
		b.dropCharges()
	}
	return last
}

// dropCharges drops the charges of nothing.
func (b *Block) dropCharges() {
	kept := b.Values[:0]
	for _, v := range b.Values {
		if v.Op != OpCharge || v.Aux != 0 {
			kept = append(kept, v)
		}
	}
	clear(b.Values[len(kept):])
	b.Values = kept
}

// firstCharge is the charge of b before which nothing leaves, nil if there is none.
func (b *Block) firstCharge() *Value {
	for _, v := range b.Values {
		switch {
		case v.Op == OpCharge:
			return v
		case v.State != nil:
			return nil
		}
	}
	return nil
}

// polls drops the polls of loop headers where each way round the loop comes to another
// one, behind a call or in an inner loop. What is charged between two polls is no more
// than before, all charges of the graph: a way on which a block is twice has a poll.
func polls(f *Func) {
	has := f.flags(f.nextBlock) // polls that are left, but those of the headers themselves
	own := f.valueTable(f.nextBlock)
	for _, b := range f.rpo {
		for _, v := range b.Values {
			if v.Op == OpPoll {
				if b.Header == b && own[b.ID] == nil {
					own[b.ID] = v
				} else {
					has[b.ID] = true
				}
			}
		}
	}
	// Inner loops come behind the headers of outer ones.
	for i := len(f.rpo) - 1; i >= 0; i-- {
		h := f.rpo[i]
		if own[h.ID] == nil {
			continue
		}
		needed := false
		for _, latch := range h.Preds {
			if !h.Dominates(latch) {
				continue
			}
			b := latch
			for b != h && !has[b.ID] {
				b = b.Dom
			}
			needed = needed || !has[b.ID]
		}
		if needed {
			has[h.ID] = true
			continue
		}
		kept := h.Values[:0]
		for _, v := range h.Values {
			if v != own[h.ID] {
				kept = append(kept, v)
			}
		}
		clear(h.Values[len(kept):])
		h.Values = kept
	}
}
