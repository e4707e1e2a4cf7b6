package heap

import "testing"

// TestSampling: samples stand for the bytes that were allocated, large cells and
// small ones, and the collector says which of them live.
func TestSampling(t *testing.T) {
	h := newTestHeap(t, Geometry{Stack: 64 << 10, Nursery: 1 << 20, RAM: 64 << 20})
	const every = 4096
	h.StartSampling(every)
	bytes, seen := map[uint32]uint64{}, map[uint32]uint64{}
	var watch []uint32
	take := func() {
		for h.Samples() > 0 {
			s := h.TakeSample()
			seen[s.Size] += uint64(s.Points) * every
			if s.Ref == 0 || h.Size(s.Ref) != s.Size || uint32(h.Kind(s.Ref)) != s.Kind {
				t.Fatalf("%+v is not a cell", s)
			}
			watch = append(watch, s.Ref)
		}
		h.Watch(watch)
	}
	alive := 0
	for i := range 200000 {
		size := []uint32{24, 64, 256, 24 << 10}[i%16/5]
		ref := h.AllocValues(KRecord, size, OffValues, Undefined)
		bytes[size] += uint64(size)
		hit := h.Samples() > 0
		if hit && len(watch) < 20 {
			h.SetRoot(uint32(100+alive), CellRef(ref))
			alive++
		}
		take()
		if h.WantGC {
			h.StackTop = h.StackBase
			if !h.Collect(false) {
				t.Fatal("out of memory")
			}
		}
	}
	h.Collect(true)
	for size, n := range bytes {
		if got := float64(seen[size]) / float64(n); got < 0.9 || got > 1.1 {
			t.Errorf("cells of %d bytes: %d bytes, seen %d", size, n, seen[size])
		}
	}
	lives := 0
	for _, ref := range watch {
		if ref != 0 {
			lives++
		}
	}
	if lives != alive {
		t.Errorf("%d samples live, want %d", lives, alive)
	}
	end := h.NurEnd
	h.StopSampling()
	if h.NurEnd < end || h.Samples() != 0 {
		t.Errorf("after the end: NurEnd %#x, was %#x", h.NurEnd, end)
	}
}
