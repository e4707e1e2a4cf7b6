//go:build !(386 || arm || mips || mipsle)

package heap

import (
	"sync"
	"unsafe"

	"golang.org/x/sys/unix"
)

// guardSize lies beyond the 4 GiB that 32 bits can address: instructions of
// native code may add a displacement to an offset.
const guardSize = 1 << 20

const cageSize = 4<<30 + guardSize

// romImage shares a ROM's bytes between the cages of the process: one sealed
// memory file, made when the first cage is.
type romImage struct {
	bytes []byte
	once  sync.Once
	fd    int
	err   error
}

func (r *romImage) open() {
	fd, err := unix.MemfdCreate("firn-rom", unix.MFD_CLOEXEC|unix.MFD_ALLOW_SEALING)
	if err != nil {
		r.err = &CageError{"create a memory file for the ROM", err}
		return
	}
	for b := r.bytes; len(b) > 0; {
		n, err := unix.Write(fd, b)
		if err != nil && err != unix.EINTR {
			unix.Close(fd)
			r.err = &CageError{"write the ROM to a memory file", err}
			return
		}
		b = b[max(n, 0):]
	}
	// Padding to the firn line: reading between the image and the line must not
	// fault, and a page wholly beyond the file would.
	if err := unix.Ftruncate(fd, int64(alignUp(uint32(len(r.bytes))))); err != nil {
		unix.Close(fd)
		r.err = &CageError{"size the ROM's memory file", err}
		return
	}
	// Sealing fails on kernels without it; the mapping is read-only anyway.
	unix.FcntlInt(uintptr(fd), unix.F_ADD_SEALS, unix.F_SEAL_SHRINK|unix.F_SEAL_GROW|unix.F_SEAL_WRITE|unix.F_SEAL_SEAL)
	r.fd = fd
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
	// Kernels before 6.7 refuse a shared mapping of a sealed file; a private
	// read-only one shares the same pages.
	_, err = unix.MmapPtr(r.fd, 0, p, uintptr(firn), unix.PROT_READ, unix.MAP_SHARED|unix.MAP_FIXED)
	if err != nil {
		_, err = unix.MmapPtr(r.fd, 0, p, uintptr(firn), unix.PROT_READ, unix.MAP_PRIVATE|unix.MAP_FIXED)
	}
	if err != nil {
		unix.MunmapPtr(p, cageSize)
		return &CageError{"map the ROM", err}
	}
	ram := unsafe.Add(p, uintptr(firn))
	if _, err = unix.MmapPtr(-1, 0, ram, uintptr(end-firn), unix.PROT_READ|unix.PROT_WRITE,
		unix.MAP_PRIVATE|unix.MAP_ANON|unix.MAP_NORESERVE|unix.MAP_FIXED); err != nil {
		unix.MunmapPtr(p, cageSize)
		return &CageError{"map RAM", err}
	}
	// A huge page would be zeroed whole for the few bytes a small machine
	// touches in each region. Without the option there are no huge pages.
	unix.Madvise(unsafe.Slice((*byte)(ram), int(end-firn)), unix.MADV_NOHUGEPAGE)
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
// they read as zero afterwards.
func (m *cageMem) discard(off, n uint32) {
	page := uint32(unix.Getpagesize())
	from := (off + page - 1) &^ (page - 1)
	to := (off + n) &^ (page - 1)
	if from < to {
		unix.Madvise(unsafe.Slice((*byte)(unsafe.Add(m.region, uintptr(from))), int(to-from)), unix.MADV_DONTNEED)
	}
}
