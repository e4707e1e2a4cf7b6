package heap

// Fork makes a second machine in the state of this one, on the same ROM. The
// two share nothing that either can change. It costs a copy of what is in use.
func (h *Heap) Fork() (*Heap, error) {
	f, err := NewCage(h.ROM(), h.Geometry())
	if err != nil {
		return nil, err
	}
	mem, base := f.mem, f.base
	*f = *h
	f.mem, f.base = mem, base
	f.resetPool()
	f.StopSampling()
	for _, r := range [...]struct{ from, to uint32 }{
		{h.firn, h.firn + FeedbackTable + 4*h.templates},
		{h.cardBias + h.tenBase>>CardShift, h.cardBias + (h.tenTop+511)>>CardShift},
		{h.startBias + h.tenBase>>CardShift, h.startBias + (h.tenTop+511)>>CardShift},
		{h.StackBase, h.StackTop},
		{h.nurBase, h.NurTop},
		{h.tenBase, h.tenTop},
	} {
		copy(f.Bytes(r.from, r.to-r.from), h.Bytes(r.from, r.to-r.from))
	}
	return f, nil
}
