package heap

import "sync"

// ROM is a read-only image that machines of this process share: the frozen
// primordials and what they need. It is immutable and safe for concurrent use.
type ROM struct {
	size      uint32 // bytes, before rounding up to the firn line
	templates uint32 // highest template number + 1
	cellsEnd  uint32 // end of the cells, which start at romHeader
	roots     []Value
	hash      [32]byte // of the whole image; zero: no ROM, only the header page
	image     romImage // how the OS shares it

	startsOnce sync.Once
	starts     cellSet
}

// cells is the set of the ROM's cells, for the verifier; h is any cage on it.
func (r *ROM) cells(h *Heap) cellSet {
	r.startsOnce.Do(func() {
		r.starts = newCellSet(0, r.size)
		h.Walk(SpaceROM, func(ref uint32) bool {
			r.starts.add(ref)
			return true
		})
	})
	return r.starts
}

// romHeader is the size of the fixed part at the start of every ROM; the first
// cell follows.
const romHeader = 4096

var bare struct {
	once sync.Once
	rom  *ROM
}

// bareROM is the header page that stands in for a ROM in stage 1: offset 0
// reads as a cell of size 8, everything else as zero.
func bareROM() *ROM {
	bare.once.Do(func() {
		b := make([]byte, romHeader)
		b[0] = HeaderSize
		bare.rom = &ROM{size: romHeader, cellsEnd: romHeader, image: romImage{bytes: b}}
	})
	return bare.rom
}
