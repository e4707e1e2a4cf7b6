package ssa

// IsInSlot reports whether register r is in its frame slot already.
func (s *FrameState) IsInSlot(r int) bool {
	return r>>6 < len(s.InSlot) && s.InSlot[r>>6]>>(r&63)&1 != 0
}

// SetInSlot says that register r is in its frame slot already.
func (s *FrameState) SetInSlot(r int) {
	for len(s.InSlot) <= r>>6 {
		s.InSlot = append(s.InSlot, 0)
	}
	s.InSlot[r>>6] |= 1 << (r & 63)
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

// widen makes room for n registers in s.
func (f *Func) widen(s *FrameState, n int) {
	if n > len(s.Regs) {
		regs := f.room(n)
		copy(regs, s.Regs)
		s.Regs = regs
	}
}
