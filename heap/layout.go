//firn:core

package heap

// What lies where in a cage. All regions are multiples of 64 KiB. Only touched
// pages cost memory; the tables scale with the RAM they describe.
//
//	0                 ROM image (shared, read-only); starts with the ROM header
//	firn line         state page: machine header, root table (saved)
//	  +StatePages     feedback refs of ROM templates: u32 each (derived)
//	                  card table, object starts, mark words, move table (derived)
//	                  JS stack
//	                  nursery
//	                  tenured space … cageEnd
//	4 GiB             guard
//
// A fresh page is zero, which every region takes as empty.

// Geometry is what a cage is made to.
type Geometry struct {
	ROMSize   uint32 // bytes of the ROM image
	Templates uint32 // ROM templates: the highest template number + 1
	Stack     uint32 // bytes of JS stack
	Nursery   uint32 // bytes of nursery; 0 = none
	RAM       uint32 // bytes of tenured space that may ever be used
}

const (
	regionAlign = 64 << 10

	// The state page. Offsets from the firn line.
	StateRoots = 1024 // first root
	NumRoots   = 384
	StateSize  = regionAlign
	// FeedbackTable is where the feedback refs of ROM templates start.
	FeedbackTable = 4096
)

func alignUp(x uint32) uint32 { return (x + regionAlign - 1) &^ (regionAlign - 1) }

// place computes the layout of g; ok is false when it does not fit 4 GiB.
func (h *Heap) place(g Geometry) (ok bool) {
	firn := alignUp(g.ROMSize)
	at := uint64(firn) + uint64(alignUp(FeedbackTable+4*g.Templates))
	total := at + uint64(g.Stack) + uint64(g.Nursery) + uint64(g.RAM)
	total += total/32 + total/8 // tables: 1/512 + 1/512 + 1/64 + 1/128 of what they describe, with room to spare
	if total > 0xFFFF0000 {
		return false
	}
	cards := uint32(total >> CardShift)
	h.firn = firn
	cardAt := uint32(at)
	startAt := alignUp(cardAt + cards)
	markAt := alignUp(startAt + cards)
	moveAt := alignUp(markAt + 8*cards)
	// The tables are indexed by offset>>CardShift from zero; biasing by the
	// table's own start wastes the few bytes that would describe ROM.
	h.cardBias, h.startBias, h.markBias, h.moveBias = cardAt, startAt, markAt, moveAt
	h.StackBase = alignUp(moveAt + 4*cards)
	h.StackEnd = h.StackBase + alignUp(g.Stack)
	h.nurBase = h.StackEnd
	h.NurTop = h.nurBase
	h.NurEnd = h.nurBase + alignUp(g.Nursery)
	h.tenBase = h.NurEnd
	h.tenTop = h.tenBase
	h.cageEnd = h.tenBase + alignUp(g.RAM)
	h.Limit = g.RAM
	h.tenGC = h.tenBase + g.RAM/8
	h.StackTop = h.StackBase
	return true
}

// Root is entry i of the root table.
func (h *Heap) Root(i uint32) Value { return h.Val(h.firn + StateRoots + 8*i) }

// SetRoot stores entry i of the root table.
func (h *Heap) SetRoot(i uint32, v Value) { h.SetVal(h.firn+StateRoots+8*i, v) }

// InNursery reports whether ref is a nursery cell.
func (h *Heap) InNursery(ref uint32) bool { return ref-h.nurBase < h.tenBase-h.nurBase }
