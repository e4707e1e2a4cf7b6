package runtime

import (
	"io"
	"time"

	"github.com/google/pprof/profile"

	"firn/heap"
)

// DefaultMemRate is the mean number of bytes between two samples of a memory
// profile.
const DefaultMemRate = 512 << 10

// memProfile adds up sampled allocations by stack, and follows the sampled cells.
type memProfile struct {
	begun   time.Time
	rate    uint32
	samples sampleTable // objects and bytes: all, those alive at the end, those alive when most were
	most    int64       // bytes that were alive then
	cells   []uint32    // sampled cells; collections keep them up to date
	sites   []memCell   // of each
	grown   int         // length at which dead ones are dropped
}

type memCell struct {
	sample         int
	objects, bytes int64
}

// StartMemProfile begins to sample allocations, one in about rate bytes.
func (m *Machine) StartMemProfile(rate uint32) error {
	p := m.profiling()
	if p.mem != nil {
		return ErrProfiling
	}
	p.mem = &memProfile{begun: time.Now(), rate: max(rate, 1<<10), samples: newSampleTable(6), grown: 1024}
	m.h.StartSampling(p.mem.rate)
	m.vm.SetProfiling(true, p.cpu != nil)
	return nil
}

// StopMemProfile ends the profile and writes it in the gzipped form that pprof
// reads: all allocations, those alive now, and those alive at the full collection
// that left most alive. Garbage is collected before, unless a host function is running.
func (m *Machine) StopMemProfile(w io.Writer) error {
	if m.prof == nil || m.prof.mem == nil {
		return ErrNoProfile
	}
	p, mem := m.prof, m.prof.mem
	p.clear()
	p.drain()
	if m.depth == 0 {
		m.vm.Collect(true)
	}
	mem.live()
	mem.add(2)
	m.h.StopSampling()
	p.mem = nil
	m.stopProfiling()
	out := newPprof(p, mem.begun, "space", "bytes", int64(mem.rate),
		&profile.ValueType{Type: "alloc_objects", Unit: "count"},
		&profile.ValueType{Type: "alloc_space", Unit: "bytes"},
		&profile.ValueType{Type: "inuse_objects", Unit: "count"},
		&profile.ValueType{Type: "inuse_space", Unit: "bytes"},
		&profile.ValueType{Type: "peak_objects", Unit: "count"},
		&profile.ValueType{Type: "peak_space", Unit: "bytes"})
	out.out.DefaultSampleType = "alloc_space"
	for _, s := range mem.samples.list {
		out.sample(s.stack, s.values, "kind", heap.KindName(uint8(s.class)))
	}
	return out.write(w)
}

// drain gives the allocations that were sampled to the stack that was taken.
func (p *profiler) drain() {
	mem, h := p.mem, p.m.h
	if mem == nil || h.Samples() == 0 {
		return
	}
	for h.Samples() > 0 {
		a := h.TakeSample()
		// Each point stands for as many bytes as points are apart on average.
		bytes := int64(a.Points) * int64(mem.rate)
		objects := max(bytes/int64(a.Size), 1)
		i := p.at(&mem.samples, a.Kind)
		values := mem.samples.list[i].values
		values[0] += objects
		values[1] += bytes
		if a.Ref != 0 {
			mem.cells = append(mem.cells, a.Ref)
			mem.sites = append(mem.sites, memCell{i, objects, bytes})
		}
	}
	if len(mem.cells) >= mem.grown {
		mem.bury()
		mem.grown = 2*len(mem.cells) + 1024
	}
	h.Watch(mem.cells)
}

// live is called after a full collection: it notes what is alive if that is more
// than ever before.
func (mem *memProfile) live() {
	mem.bury()
	bytes := int64(0)
	for _, c := range mem.sites {
		bytes += c.bytes
	}
	if bytes <= mem.most {
		return
	}
	mem.most = bytes
	for _, s := range mem.samples.list {
		s.values[4], s.values[5] = 0, 0
	}
	mem.add(4)
}

// add adds what is alive to values i and i+1 of its sites.
func (mem *memProfile) add(i int) {
	for _, c := range mem.sites {
		values := mem.samples.list[c.sample].values
		values[i] += c.objects
		values[i+1] += c.bytes
	}
}

// bury drops the cells that are dead.
func (mem *memProfile) bury() {
	n := 0
	for i, ref := range mem.cells {
		if ref != 0 {
			mem.cells[n], mem.sites[n] = ref, mem.sites[i]
			n++
		}
	}
	mem.cells, mem.sites = mem.cells[:n], mem.sites[:n]
}
