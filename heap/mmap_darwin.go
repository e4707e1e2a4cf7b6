package heap

import (
	"os"
	"sync"
	"unsafe"

	"golang.org/x/sys/unix"
)

// guardSize lies beyond the 4 GiB that 32 bits can address: instructions of
// native code may add a displacement to an offset.
const guardSize = 1 << 20

const cageSize = 4<<30 + guardSize

// romImage shares a ROM's bytes between the cages of the process: an unlinked
// temporary file, opened for reading only and made when the first cage is.
// (Anonymous memory files need cgo here.)
type romImage struct {
	bytes []byte
	once  sync.Once
	file  *os.File
	err   error
}

func (r *romImage) open() {
	f, err := os.CreateTemp("", "firn-rom-")
	if err != nil {
		r.err = &CageError{"create a file for the ROM", err}
		return
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if _, err = f.Write(r.bytes); err == nil {
		err = f.Truncate(int64(alignUp(uint32(len(r.bytes)))))
	}
	if err == nil {
		r.file, err = os.Open(f.Name())
	}
	if err != nil {
		r.err = &CageError{"write the ROM to a file", err}
	}
}

// reserve makes the reservation: ROM in [0, firn), RAM in [firn, end), nothing
// accessible beyond. Three mappings.
func (m *cageMem) reserve(firn, end uint32) error {
	r := &m.rom.image
	r.once.Do(r.open)
	if r.err != nil {
		return r.err
	}
	p, err := unix.MmapPtr(-1, 0, nil, cageSize, unix.PROT_NONE, unix.MAP_PRIVATE|unix.MAP_ANON|unix.MAP_NORESERVE)
	if err != nil {
		return &CageError{"reserve 4 GiB of address space", err}
	}
	if _, err = unix.MmapPtr(int(r.file.Fd()), 0, p, uintptr(firn), unix.PROT_READ, unix.MAP_SHARED|unix.MAP_FIXED); err != nil {
		unix.MunmapPtr(p, cageSize)
		return &CageError{"map the ROM", err}
	}
	if _, err = unix.MmapPtr(-1, 0, unsafe.Add(p, uintptr(firn)), uintptr(end-firn), unix.PROT_READ|unix.PROT_WRITE,
		unix.MAP_PRIVATE|unix.MAP_ANON|unix.MAP_NORESERVE|unix.MAP_FIXED); err != nil {
		unix.MunmapPtr(p, cageSize)
		return &CageError{"map RAM", err}
	}
	m.region = p
	return nil
}

// release gives the reservation back.
func (m *cageMem) release() {
	if m.region != nil {
		unix.MunmapPtr(m.region, cageSize)
		m.region = nil
	}
}

// discard tells the OS that the whole pages in [off, off+n) are not needed;
// they read as zero afterwards. Mapping fresh memory over them is the one way
// that gives both at once here.
func (m *cageMem) discard(off, n uint32) {
	page := uint32(unix.Getpagesize())
	from := (off + page - 1) &^ (page - 1)
	to := (off + n) &^ (page - 1)
	if from >= to {
		return
	}
	p := unsafe.Add(m.region, uintptr(from))
	if _, err := unix.MmapPtr(-1, 0, p, uintptr(to-from), unix.PROT_READ|unix.PROT_WRITE,
		unix.MAP_PRIVATE|unix.MAP_ANON|unix.MAP_NORESERVE|unix.MAP_FIXED); err != nil {
		clear(unsafe.Slice((*byte)(p), int(to-from)))
	}
}
