//firn:core

package heap

import "unsafe"

// Heap is the handle of one cage: where its parts lie and how full they are.
// Everything in it is either configuration or is saved with the machine.
type Heap struct {
	base unsafe.Pointer // address of cage offset 0

	// Layout, fixed when the cage is made; see layout.go.
	firn      uint32 // firn line: first offset that is not ROM
	cardBias  uint32 // card of offset x is at cardBias + x>>CardShift
	startBias uint32 // object-start byte of card x likewise
	markBias  uint32 // mark word (64 bits for 512 bytes) of x is at markBias + (x>>CardShift)*8
	moveBias  uint32 // u32 destination of the first live word of that block
	poolBase  uint32 // pool of native code [poolBase, poolEnd)
	poolEnd   uint32
	StackBase uint32 // JS stack [StackBase, StackEnd)
	StackEnd  uint32
	nurBase   uint32 // nursery [nurBase, tenBase)
	tenBase   uint32 // tenured space [tenBase, cageEnd)
	allocEnd  uint32 // allocation stops here; the rest is for a minor collection
	cageEnd   uint32 // end of tenured space, start of the scrap region
	templates uint32 // entries of the feedback table
	mem       *cageMem

	// Allocation.
	NurTop uint32 // next free byte of the nursery
	NurEnd uint32 // its current end; allocation beyond it goes to tenured space
	tenTop uint32 // next free byte of tenured space
	tenMin uint32 // when tenTop passes this a collection is asked for
	tenGC  uint32 // … and this, a full one

	// Limit is the most bytes tenured space may hold after a full collection.
	Limit uint32

	WantGC    bool // a collection is due at the next safepoint
	WantFull  bool // … and it must be a full one
	OverLimit bool // the last full collection left more than Limit alive
	Dead      bool // RAM is exhausted beyond repair; the machine must stop

	// GCCount counts collections; whatever caches cell offsets outside the
	// roots compares it, and a leaf must leave it as it was.
	GCCount uint32

	// Stress is a set of Stress… modes, for tests.
	Stress uint32

	// StackTop is the end of the live part of the JS stack: everything in
	// [StackBase, StackTop) is a valid Value. Set before every collection.
	StackTop uint32

	// ProtoEpoch counts changes to objects that are prototypes. Caches that
	// depend on a prototype chain outside ROM remember it.
	ProtoEpoch uint32
	hashSeq    uint32 // sequence behind identity hashes

	// mega is the megamorphic cache of cache.go, made anew after a collection:
	// valid while megaGC is GCCount.
	mega   uint32
	megaGC uint32

	// recent are root shapes found lately, valid while recentGC is GCCount.
	recent   [numRecent]recentShape
	recentGC uint32

	poolTop  uint32 // end of the entries of the pool that were ever used
	poolFree uint32 // list of its free entries

	// WorkDone collects work units of leaves (bytes copied, elements visited,
	// digits, …); the driver adds them to the meter after each leaf.
	WorkDone uint64

	// Override allows assignment to shadow a non-writable property inherited
	// from a ROM object (the profile's override: "allow").
	Override bool

	Stats Stats

	gc      gcState
	sampler sampler
}

// Stats counts what the allocator and collector did. Not part of images.
type Stats struct {
	Minor, Full uint32 // collections
	Promoted    uint64 // bytes copied out of the nursery
	Allocated   uint64 // bytes allocated directly in tenured space
	LastLive    uint32 // tenured bytes after the last full collection
}

// Stress modes.
const (
	StressCollect = 1 << iota // ask for a collection at every safepoint, minor and full in turn
	StressVerify              // verify the heap before and after each collection, panic on a bad one
	StressPoison              // overwrite freed space with 0xDB
)

const (
	// CardShift is log2 of the card size: 512 bytes, 64 words.
	CardShift = 9

	// maxSmall is the largest cell that is allocated in the nursery.
	maxSmall = 8 << 10
)

// Alloc returns a new cell of the given kind: header set, the rest undefined,
// so the caller must fill every field before the next safepoint. size is
// rounded up to 8. Alloc never collects: when the nursery is full the cell is
// made in tenured space and WantGC is set. For cells that may exceed 64 KB ask
// Room first.
func (h *Heap) Alloc(kind uint32, size uint32) uint32 {
	size = (size + 7) &^ 7
	if size < 16 {
		size = 16
	}
	ref := h.NurTop
	if size <= h.NurEnd-ref && size <= maxSmall {
		h.NurTop = ref + size
		h.SetU64(ref, uint64(size)|uint64(kind)<<32)
		return ref
	}
	if h.sampler.every != 0 && h.sampled(kind, size) {
		h.NurTop = ref + size
		h.SetU64(ref, uint64(size)|uint64(kind)<<32)
		return ref
	}
	if size <= maxSmall && h.nurBase != h.tenBase {
		h.WantGC = true
	}
	return h.AllocTenured(kind, size)
}

// AllocZero is Alloc with everything after the header zero.
func (h *Heap) AllocZero(kind uint32, size uint32) uint32 {
	ref := h.Alloc(kind, size)
	h.Zero(ref+HeaderSize, h.U32(ref)-HeaderSize)
	return ref
}

// AllocValues is Alloc of a cell whose Values from offset from on are all v.
func (h *Heap) AllocValues(kind, size, from uint32, v Value) uint32 {
	ref := h.Alloc(kind, size)
	h.Fill(ref+from, (h.U32(ref)-from)>>3, v)
	return ref
}

// AllocTenured makes a cell in tenured space. New tenured cells are dirty: they
// may be filled with plain stores (Set…) until the next safepoint.
func (h *Heap) AllocTenured(kind, size uint32) uint32 {
	size = (size + 7) &^ 7
	if size < 16 {
		size = 16
	}
	if h.tenTop > h.allocEnd || h.allocEnd-h.tenTop < size {
		return h.exhausted(kind, size)
	}
	ref := h.tenTop
	h.tenTop = ref + size
	h.Stats.Allocated += uint64(size)
	if h.tenTop > h.tenMin {
		h.WantGC = true
		if h.tenTop > h.tenGC {
			h.WantFull = true
		}
	}
	h.noteStart(ref, size)
	h.dirty(ref, size)
	h.SetU64(ref, uint64(size)|uint64(kind)<<32)
	if h.sampler.every != 0 {
		h.sampleTenured(ref, kind, size)
	}
	return ref
}

// exhausted serves an allocation that does not fit the cage at all: the heap is
// declared dead (the machine stops at the next safepoint) and the leaf that is
// running gets the scrap region to finish its nonsense in. Cells above 64 KB
// must have asked Room, so this always suffices.
func (h *Heap) exhausted(kind, size uint32) uint32 {
	h.Dead = true
	h.WantGC = true
	h.SetU64(h.cageEnd, uint64(size)|uint64(kind)<<32)
	return h.cageEnd
}

// Room reports whether n more bytes may be allocated without passing the
// memory limit. Leaves ask before making anything large; on false they return
// the out-of-memory error and the driver collects or stops the machine.
func (h *Heap) Room(n uint64) bool {
	return h.tenTop < h.allocEnd && n < uint64(h.allocEnd-h.tenTop) && n <= uint64(h.Limit) &&
		uint64(h.tenTop-h.tenBase)+n <= uint64(h.Limit)+uint64(h.Limit)/4
}

// noteStart records a cell in the object-start table: for the card that holds
// its first byte, the first cell start in it; for the cards it covers beyond,
// how far back its start is (65 + log2 of the distance in cards).
func (h *Heap) noteStart(ref, size uint32) {
	c := ref >> CardShift
	if h.U8(h.startBias+c) == 0 || h.U8(h.startBias+c) > 64 {
		h.SetU8(h.startBias+c, uint8((ref>>3)&63)+1)
	}
	last := (ref + size - 1) >> CardShift
	back, next := uint8(65), uint32(2)
	for i := c + 1; i <= last; i++ {
		if i-c == next {
			back++
			next <<= 1
		}
		h.SetU8(h.startBias+i, back)
	}
}

// dirty marks all cards of a region.
func (h *Heap) dirty(off, size uint32) {
	last := (off + size - 1) >> CardShift
	for c := off >> CardShift; c <= last; c++ {
		h.SetU8(h.cardBias+c, 1)
	}
}

// Zero clears n bytes (a multiple of 8).
func (h *Heap) Zero(off, n uint32) {
	for end := off + n; off < end; off += 8 {
		h.SetU64(off, 0)
	}
}

// Fill stores n copies of v with plain stores.
func (h *Heap) Fill(off, n uint32, v Value) {
	for end := off + 8*n; off < end; off += 8 {
		h.SetVal(off, v)
	}
}

// CopyWords moves n 8-byte words with plain stores; the regions may overlap.
func (h *Heap) CopyWords(dst, src, n uint32) {
	if dst <= src {
		for i := uint32(0); i < n; i++ {
			h.SetU64(dst+8*i, h.U64(src+8*i))
		}
		return
	}
	for i := n; i > 0; i-- {
		h.SetU64(dst+8*(i-1), h.U64(src+8*(i-1)))
	}
}

// DirtyCell marks all cards of a cell: after plain stores into a cell that may
// be tenured, before the next safepoint.
func (h *Heap) DirtyCell(ref uint32) { h.dirty(ref, h.U32(ref)) }

// Charge adds n units of work to the meter's account.
func (h *Heap) Charge(n uint64) { h.WorkDone += n }

// Firn is the firn line.
func (h *Heap) Firn() uint32 { return h.firn }

// CardBias is the cage offset to which offset>>CardShift is added to find a
// card; for code that stores without Store.
func (h *Heap) CardBias() uint32 { return h.cardBias }
