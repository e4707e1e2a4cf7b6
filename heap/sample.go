//firn:core

package heap

// Sampling of allocations, for memory profiles: points are strewn over the bytes
// that are allocated, in the nursery and in tenured space, and the cells they
// hit are noted. The bump allocators, those of the interpreter and of native
// code too, need not know: a point is where NurEnd is, until it is reached.
//
// The distances between points are random, from a fixed seed, so that they do
// not fall into step with a loop. Nothing that a program can see depends on it.

// AllocSample is a cell that points have hit.
type AllocSample struct {
	Ref    uint32 // 0: it is dead by now
	Size   uint32
	Kind   uint32
	Points uint32 // how many: it stands for so many times the mean distance
}

// maxSamples is how many samples are kept until TakeSamples; points beyond them
// count for the last one.
const maxSamples = 32

type sampler struct {
	every   uint32 // mean bytes between two points, 0 = off
	seed    uint32
	full    uint32 // what NurEnd is when the next point is not before it
	left    uint32 // bytes from NurEnd to the next point, when NurEnd is full
	tenLeft uint32 // bytes to be allocated in tenured space until its next point
	n       uint32
	found   [maxSamples]AllocSample
	watch   []uint32
}

// StartSampling puts points at a mean distance of every bytes.
func (h *Heap) StartSampling(every uint32) {
	h.StopSampling()
	if every < 1024 {
		every = 1024
	}
	s := &h.sampler
	s.every, s.seed, s.full = every, 0x9E3779B9, h.NurEnd
	s.tenLeft = s.next()
	h.placePoint(s.next())
}

// StopSampling ends sampling.
func (h *Heap) StopSampling() {
	s := &h.sampler
	if s.every != 0 {
		h.NurEnd = s.full
	}
	s.every, s.n, s.watch = 0, 0, nil
}

// Samples is the number of samples that wait for TakeSample.
func (h *Heap) Samples() uint32 { return h.sampler.n }

// TakeSample removes and returns the last sample.
func (h *Heap) TakeSample() AllocSample {
	s := &h.sampler
	s.n--
	return s.found[s.n]
}

// Watch makes collections keep up to date where cells are: each element is a
// cell's offset, which becomes 0 when the cell dies. Until the next Watch or
// StopSampling.
func (h *Heap) Watch(refs []uint32) { h.sampler.watch = refs }

// next is the distance to another point.
func (s *sampler) next() uint32 {
	x := s.seed
	x ^= x << 13
	x ^= x >> 17
	x ^= x << 5
	s.seed = x
	return s.every/2 + x%s.every
}

// placePoint puts the next point in the nursery n bytes behind NurTop.
func (h *Heap) placePoint(n uint32) {
	s := &h.sampler
	s.left = 0
	if room := s.full - h.NurTop; n >= room {
		h.NurEnd, s.left = s.full, n-room
	} else {
		h.NurEnd = h.NurTop + n
	}
}

// note records a sample.
func (s *sampler) note(ref, kind, size, points uint32) {
	if s.n == maxSamples {
		s.found[maxSamples-1].Points += points
		return
	}
	s.found[s.n] = AllocSample{Ref: ref, Size: size, Kind: kind, Points: points}
	s.n++
}

// sampled is called for a small cell that does not end before NurEnd. It reports
// whether there is room for it in the nursery nevertheless.
func (h *Heap) sampled(kind, size uint32) bool {
	s := &h.sampler
	if size > maxSmall || size > s.full-h.NurTop || h.NurEnd == s.full {
		return false
	}
	end := h.NurTop + size
	at, points := h.NurEnd, uint32(0)
	for at < end {
		at += s.next()
		points++
	}
	s.note(h.NurTop, kind, size, points)
	h.placePoint(at - h.NurTop)
	return true
}

// sampleTenured is called for each cell made in tenured space.
func (h *Heap) sampleTenured(ref, kind, size uint32) {
	s := &h.sampler
	points := size / s.every
	for rest := size % s.every; ; points++ {
		if rest < s.tenLeft {
			s.tenLeft -= rest
			break
		}
		rest -= s.tenLeft
		s.tenLeft = s.next()
	}
	if points > 0 {
		s.note(ref, kind, size, points)
	}
}

// pointLeft is how far the next point is from NurTop; NurEnd is then as without
// sampling. For the minor collection, which calls placePoint afterwards.
func (h *Heap) pointLeft() uint32 {
	s := &h.sampler
	n := h.NurEnd + s.left - h.NurTop
	h.NurEnd = s.full
	return n
}

// watchMinor follows the watched cells out of the nursery.
func (h *Heap) watchMinor() {
	s := &h.sampler
	for i := uint32(0); i < s.n; i++ {
		s.found[i].Ref = h.promoted(s.found[i].Ref)
	}
	for i := range s.watch {
		s.watch[i] = h.promoted(s.watch[i])
	}
}

func (h *Heap) promoted(ref uint32) uint32 {
	if !h.InNursery(ref) {
		return ref
	}
	if h.Kind(ref) != KForward {
		return 0
	}
	return h.U32(ref + 8)
}

// watchFull follows the watched cells while the move table is valid.
func (h *Heap) watchFull() {
	s := &h.sampler
	for i := uint32(0); i < s.n; i++ {
		s.found[i].Ref = h.survivor(s.found[i].Ref)
	}
	for i := range s.watch {
		s.watch[i] = h.survivor(s.watch[i])
	}
}

func (h *Heap) survivor(ref uint32) uint32 {
	if ref < h.tenBase {
		return ref
	}
	if !h.marked(ref) {
		return 0
	}
	return h.moved(ref)
}
