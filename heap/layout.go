//firn:core

package heap

// What lies where in a cage. All regions are multiples of 64 KiB. Only touched
// pages cost memory; the tables scale with the RAM they describe.
//
//	0                 ROM image (shared, read-only); starts with the ROM header
//	firn line         state page: machine header, root table (saved)
//	  +FeedbackTable  feedback refs of ROM templates: u32 each (derived)
//	                  pool: values that native code refers to (derived)
//	                  card table, object starts, mark words, move table (derived)
//	                  JS stack
//	                  nursery
//	                  tenured space … cageEnd
//	                  scrap: where a leaf finishes after memory ran out
//	4 GiB             guard
//
// A fresh page is zero, which every region takes as empty. Offset 0 of every
// cage holds u32 8: read as a cell without payload, a slots or elements
// reference of 0 has capacity 0 and needs no test of its own.

// Geometry is what a cage is made to. NewCage fills in the ROM's part.
type Geometry struct {
	ROMSize   uint32 // bytes of the ROM image
	Templates uint32 // ROM templates: the highest template number + 1
	Stack     uint32 // bytes of JS stack
	Nursery   uint32 // bytes of nursery; 0 = none
	RAM       uint32 // bytes of tenured space that may be live: the memory limit
	Pool      uint32 // bytes of the pool of native code; 0 = none
}

const (
	regionAlign = 64 << 10

	// The state page. Offsets from the firn line.
	StateRoots = 1024 // first root
	NumRoots   = 384
	StateSize  = regionAlign
	// FeedbackTable is where the feedback refs of ROM templates start.
	FeedbackTable = 4096

	// RootHandles is the root that holds the handle table; the users of the
	// root table have the ones below.
	RootHandles = NumRoots - 1

	// scrapSize is how much a leaf can still write after RAM is exhausted.
	scrapSize = 128 << 10

	// firstNursery is how much of the nursery a new machine uses.
	firstNursery = 256 << 10

	// maxCage is where the last region must end.
	maxCage = 0xFFFF0000
)

func alignUp(x uint32) uint32 { return (x + regionAlign - 1) &^ (regionAlign - 1) }

func alignUp64(x uint64) uint64 { return (x + regionAlign - 1) &^ (regionAlign - 1) }

// place computes the layout of g; ok is false when it does not fit 4 GiB.
//
// Tenured space is given a quarter more than g.RAM, because the limit is
// checked after a collection and not at every allocation, and the size of the
// nursery on top: a minor collection copies survivors to tenured space and has
// to find room for all of them. The mark stack needs some of that, too.
func (h *Heap) place(g Geometry) (ok bool) {
	state := FeedbackTable + 4*uint64(g.Templates)
	if state < StateSize {
		state = StateSize
	}
	at := alignUp64(uint64(g.ROMSize)) + alignUp64(state)
	pool := at
	at += alignUp64(uint64(g.Pool))
	if g.Pool != 0 && at > maxPool {
		return false
	}
	nursery := alignUp64(uint64(g.Nursery))
	reserve := nursery
	if reserve == 0 {
		reserve = regionAlign
	}
	work := alignUp64(uint64(g.Stack)) + nursery + reserve +
		alignUp64(uint64(g.RAM)+uint64(g.RAM)/4) + scrapSize
	if at+work > maxCage {
		return false
	}
	// The tables describe everything from 0 to the end of the cage, themselves
	// included; the part that would describe ROM and tables is never touched.
	tables := uint64(0)
	for i := 0; i < 8; i++ {
		cards := (at + tables + work) >> CardShift
		need := 2*alignUp64(cards) + alignUp64(8*cards) + alignUp64(4*cards)
		if need <= tables {
			break
		}
		tables = need
	}
	total := at + tables + work
	if total > maxCage {
		return false
	}
	cards := uint32(total >> CardShift)
	h.firn = alignUp(g.ROMSize)
	h.poolBase, h.poolEnd = uint32(pool), uint32(at)
	h.resetPool()
	h.cardBias = uint32(at)
	h.startBias = alignUp(h.cardBias + cards)
	h.markBias = alignUp(h.startBias + cards)
	h.moveBias = alignUp(h.markBias + 8*cards)
	h.StackBase = uint32(at + tables)
	h.StackEnd = h.StackBase + alignUp(g.Stack)
	h.nurBase = h.StackEnd
	h.tenBase = h.nurBase + uint32(nursery)
	h.cageEnd = uint32(total) - scrapSize
	h.allocEnd = h.cageEnd - uint32(reserve)
	h.Limit = g.RAM
	h.templates = g.Templates

	h.NurTop = h.nurBase
	h.NurEnd = h.tenBase
	if h.NurEnd-h.nurBase > firstNursery {
		h.NurEnd = h.nurBase + firstNursery
	}
	h.tenTop = h.tenBase
	h.StackTop = h.StackBase
	h.setThresholds()
	return true
}

// Root is entry i of the root table.
func (h *Heap) Root(i uint32) Value { return h.Val(h.firn + StateRoots + 8*i) }

// SetRoot stores entry i of the root table.
func (h *Heap) SetRoot(i uint32, v Value) { h.SetVal(h.firn+StateRoots+8*i, v) }

// InNursery reports whether ref is a nursery cell.
func (h *Heap) InNursery(ref uint32) bool { return ref-h.nurBase < h.tenBase-h.nurBase }
