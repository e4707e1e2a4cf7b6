package heap

import "sync"

// ROM is a read-only image that machines of this process share: the frozen
// primordials and what they need. It is immutable and safe for concurrent use.
type ROM struct {
	size      uint32 // bytes, before rounding up to the firn line
	templates uint32 // highest template number + 1
	roots     []Value
	hash      [32]byte // of the whole image; zero: no ROM, only the header page
	image     romImage // how the OS shares it
}

// romHeader is the size of the fixed part at the start of every ROM.
const romHeader = 64 << 10

var bare struct {
	once sync.Once
	rom  *ROM
}

// bareROM is the header page that stands in for a ROM in stage 1: offset 0
// reads as a cell of size 8, everything else as zero.
func bareROM() *ROM {
	bare.once.Do(func() {
		b := make([]byte, 4096)
		b[0] = HeaderSize
		bare.rom = &ROM{size: 4096, image: romImage{bytes: b}}
	})
	return bare.rom
}
