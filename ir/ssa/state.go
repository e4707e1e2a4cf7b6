package ssa

// IsInSlot reports whether register r is in its frame slot already.
func (s *FrameState) IsInSlot(r int) bool {
	return r>>6 < len(s.InSlot) && s.InSlot[r>>6]>>(r&63)&1 != 0
}

// SetInSlot says that register r is in its frame slot already.
func (s *FrameState) SetInSlot(r int) { s.InSlot = include(s.InSlot, r) }

// setUnread adds r to Unread.
func (s *FrameState) setUnread(r int) { s.Unread = include(s.Unread, r) }

func include(set []uint64, r int) []uint64 {
	for len(set) <= r>>6 {
		set = append(set, 0)
	}
	set[r>>6] |= 1 << (r & 63)
	return set
}

// bare is a chain of states whose registers are in their slots.
func (f *Func) bare(s *FrameState) *FrameState {
	if s == nil {
		return nil
	}
	c := f.NewState(len(s.Regs))
	regs := c.Regs
	*c = *s
	c.Regs, c.Parent = regs, f.bare(s.Parent)
	return c
}

// own is a copy of a chain of states, for one value alone.
func (f *Func) own(s *FrameState) *FrameState {
	if s == nil {
		return nil
	}
	c := f.memory().states.one()
	*c = *s
	c.Regs, c.Parent = f.list(s.Regs), f.own(s.Parent)
	return c
}

// eachSlot calls set for each frame slot to which a Slow with state s writes a register,
// with that.
func (s *FrameState) eachSlot(set func(slot int, v *Value)) {
	for ; s != nil; s = s.Parent {
		for r, v := range s.Regs {
			if v != nil {
				set(s.Base+r, v)
			}
		}
	}
}

// isUnread reports whether r is in Unread.
func (s *FrameState) isUnread(r int) bool {
	return r>>6 < len(s.Unread) && s.Unread[r>>6]>>(r&63)&1 != 0
}

// widen makes room for n registers in s.
func (f *Func) widen(s *FrameState, n int) {
	if n > len(s.Regs) {
		regs := f.room(n)
		copy(regs, s.Regs)
		s.Regs = regs
	}
}
