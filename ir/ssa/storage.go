package ssa

import (
	"sync"

	"firn/ir/tables"
)

// storage is the memory that a function under compilation is made of. Nothing in
// it is given back before the function is done with: then all is, for the next
// one (see Func.Free). So compiling allocates next to nothing, and what it leaves
// behind is no work for the collector.
type storage struct {
	values slab[Value]
	blocks slab[Block]
	states slab[FrameState]
	lists  slab[*Value]
	edges  slab[*Block]
	sets   slab[uint64]
	loops  slab[Loop]
	work   *scratch // on loan while f is built or optimized
	made   opSet    // the operations that values have, or had
	build  buildStorage
	most   int // values of the largest function so far
}

// storages keeps memory for the next functions. It is no sync.Pool, which Go's
// collector empties: programs that are compiled a lot would pay for the memory
// over and over.
var storages struct {
	sync.Mutex
	free    []*storage
	scratch []*scratch
}

const (
	// maxKept bounds the values of a function whose memory is kept for the next one.
	maxKept = 1 << 13
	// maxStorages is for how many functions memory is kept: some wait while one is
	// compiled.
	maxStorages = 4
	// maxScratch is for how many functions that are worked on.
	maxScratch = 2
)

// NewFunc makes an empty function.
func NewFunc() *Func {
	s := &storages
	s.Lock()
	defer s.Unlock()
	n := len(s.free)
	if n == 0 {
		return &Func{mem: new(storage)}
	}
	// What has been used most: one that is large is enough while functions do not wait.
	best := 0
	for i, m := range s.free {
		if m.most >= s.free[best].most {
			best = i
		}
	}
	m := s.free[best]
	s.free[best] = s.free[n-1]
	s.free = s.free[:n-1]
	return &Func{mem: m}
}

// Free gives the memory of f to the next function: values, blocks, states and
// lists of f must not be used any more. Who does not call it leaves f to the
// collector.
func (f *Func) Free() {
	m := f.mem
	if m == nil {
		return
	}
	kept := f.nextValue <= maxKept
	m.most = max(m.most, f.nextValue)
	*f = Func{}
	if !kept {
		return // with the memory of passes
	}
	m.idle()
	m.values.reset()
	m.blocks.reset()
	m.states.reset()
	m.lists.reset()
	m.edges.reset()
	m.sets.reset()
	m.loops.reset()
	m.build.reset()
	m.made = opSet{}
	s := &storages
	s.Lock()
	defer s.Unlock()
	if len(s.free) < maxStorages {
		s.free = append(s.free, m)
	}
}

// memory is the storage of f.
func (f *Func) memory() *storage {
	if f.mem == nil {
		f.mem = new(storage)
	}
	return f.mem
}

// scratch is memory that a pass has for itself: what comes out of its slabs is good
// until the next pass. A function that waits has none, so that there are few and
// those that there are have just been used.
type scratch struct {
	ints      slab[int32]
	bools     slab[bool]
	values    slab[*Value]
	blocks    slab[*Block]
	ranges    slab[interval]
	sets      slab[uint64]
	slots     slab[[]*Value]
	facts     slab[[]fact] // of memory
	factLists slab[fact]
	phis      slab[phiInfo]

	walk      []visit
	rounds    rounds
	known     []available // of the pass memory, like the next
	later     []access
	slotWork  slotMemory
	rangeWork rangeMemory
	substs    []*subst   // empty ones
	out       []*Value   // of rewriters
	gvn       *numbering // between its runs
	first     []place    // of the pass early, like the next
	seen      []*FrameState

	most int // values of the largest function that passes had it for
}

// passes is the memory of the present pass.
func (m *storage) passes() *scratch {
	if m.work == nil {
		m.work = takeScratch(false)
	}
	return m.work
}

// optimizing takes memory for the passes over a function of so many values.
func (m *storage) optimizing(values int) {
	m.idle()
	m.work = takeScratch(true)
	m.work.most = max(m.work.most, values)
}

// takeScratch takes what has been used most for passes, and what has been used least
// for the builder, which needs little of it: else there would soon be two that are
// large.
func takeScratch(most bool) *scratch {
	s := &storages
	s.Lock()
	defer s.Unlock()
	n := len(s.scratch)
	if n == 0 {
		return new(scratch)
	}
	best := 0
	for i, w := range s.scratch {
		if (w.most > s.scratch[best].most) == most {
			best = i
		}
	}
	w := s.scratch[best]
	s.scratch[best] = s.scratch[n-1]
	s.scratch = s.scratch[:n-1]
	return w
}

// idle gives the memory of passes back: none of it is used any more.
func (m *storage) idle() {
	w := m.work
	if w == nil {
		return
	}
	m.work = nil
	w.reset()
	s := &storages
	s.Lock()
	defer s.Unlock()
	if len(s.scratch) < maxScratch {
		s.scratch = append(s.scratch, w)
	}
}

func (s *scratch) reset() {
	s.rounds.reset()
	s.ranges.reset()
	s.sets.reset()
	s.facts.reset()
	s.slots.reset()
	s.factLists.reset()
	s.phis.reset()
	s.ints.reset()
	s.bools.reset()
	s.values.reset()
	s.blocks.reset()
}

// int32s, flags, valueTable and blockTable are zeroed tables of n elements for a
// pass.
func (f *Func) int32s(n int) []int32      { return f.memory().passes().ints.zeroed(n) }
func (f *Func) flags(n int) []bool        { return f.memory().passes().bools.zeroed(n) }
func (f *Func) valueTable(n int) []*Value { return f.memory().passes().values.zeroed(n) }
func (f *Func) blockTable(n int) []*Block { return f.memory().passes().blocks.zeroed(n) }

// words is a set of n words, which lives as long as f.
func (f *Func) words(n int) []uint64 { return f.memory().sets.zeroed(n) }

// slab gives out pieces of large chunks, one after the other.
type slab[T any] struct {
	chunk  []T   // the one in use
	used   int   // elements of it given out
	chunks [][]T // all
	next   int   // of them: the one behind the chunk in use
}

// largeChunk is the size of the largest chunks of a slab; until then each is twice
// the one before.
const largeChunk = 1 << 14

// take is n elements with whatever was in them before.
func (s *slab[T]) take(n int) []T {
	if s.used+n > len(s.chunk) {
		s.more(n)
	}
	at := s.used
	s.used += n
	return s.chunk[at:s.used:s.used]
}

// zeroed is n zeros.
func (s *slab[T]) zeroed(n int) []T {
	l := s.take(n)
	clear(l)
	return l
}

// one is a zero. It is written here, before anyone reads it: see package tables.
func (s *slab[T]) one() *T {
	if s.used == len(s.chunk) {
		s.more(1)
	}
	p := &s.chunk[s.used]
	s.used++
	var zero T
	*p = zero
	return p
}

// more goes on to a chunk with room for n.
func (s *slab[T]) more(n int) {
	for s.used = 0; s.next < len(s.chunks); {
		s.chunk = s.chunks[s.next]
		s.next++
		if n <= len(s.chunk) {
			return
		}
	}
	if k := len(s.chunks); k > 0 {
		n = max(n, min(2*len(s.chunks[k-1]), largeChunk))
	}
	s.chunk = tables.Empty[T](nil, n)
	s.chunk = s.chunk[:cap(s.chunk)]
	s.chunks = append(s.chunks, s.chunk)
	s.next = len(s.chunks)
}

// giveBack takes back what the last take gave: n elements.
func (s *slab[T]) giveBack(n int) { s.used -= n }

// reset takes everything back.
func (s *slab[T]) reset() { s.chunk, s.used, s.next = nil, 0, 0 }

// pushValue and pushBlock append to lists, as append does.
func (m *storage) pushValue(l []*Value, v *Value) []*Value {
	if len(l) == cap(l) {
		more := m.lists.take(2*len(l) + 4)
		copy(more, l)
		l = more[:len(l)]
	}
	return append(l, v)
}

func (m *storage) pushBlock(l []*Block, b *Block) []*Block {
	if len(l) == cap(l) {
		more := m.edges.take(2*len(l) + 2)
		copy(more, l)
		l = more[:len(l)]
	}
	return append(l, b)
}
