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
