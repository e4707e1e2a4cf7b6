//go:build !firn_nojit

package jit

import (
	"sync"
	"unsafe"

	"golang.org/x/sys/unix"
)

const trap = 0xcc // INT3

// codeRegion is a reservation for code. With two mappings of one memory file,
// code is written through the one and executed through the other. With one
// mapping only (a nil view), pages are either writable or executable; CodeMemory
// hands out whole pages then, so those made writable are never running.
type codeRegion struct {
	exec unsafe.Pointer // where code runs
	view unsafe.Pointer // where it is written
	size uintptr
}

func pageSize() int { return unix.Getpagesize() }

func (r *codeRegion) addr() uintptr { return uintptr(r.exec) }

// reserve takes address space; all of it is inaccessible.
func (r *codeRegion) reserve(size int, dual bool) error {
	r.size = uintptr(size)
	if !dual {
		p, err := unix.MmapPtr(-1, 0, nil, r.size, unix.PROT_NONE, unix.MAP_PRIVATE|unix.MAP_ANON|unix.MAP_NORESERVE)
		if err != nil {
			return &CodeMemoryError{"reserve code memory", err}
		}
		r.exec = p
		watchFaults(r)
		return nil
	}
	// Newer kernels want to be told that the file will be executed; older ones do
	// not know the flag.
	fd, err := unix.MemfdCreate("firn-code", unix.MFD_CLOEXEC|unix.MFD_EXEC)
	if err == unix.EINVAL {
		fd, err = unix.MemfdCreate("firn-code", unix.MFD_CLOEXEC)
	}
	if err != nil {
		return &CodeMemoryError{"create a memory file for code", err}
	}
	defer unix.Close(fd) // the mappings keep it
	if err := unix.Ftruncate(fd, int64(size)); err != nil {
		return &CodeMemoryError{"size the memory file for code", err}
	}
	for _, p := range []*unsafe.Pointer{&r.exec, &r.view} {
		*p, err = unix.MmapPtr(fd, 0, nil, r.size, unix.PROT_NONE, unix.MAP_SHARED|unix.MAP_NORESERVE)
		if err != nil {
			r.release()
			return &CodeMemoryError{"reserve code memory", err}
		}
	}
	watchFaults(r)
	return nil
}

// release gives the address space back.
func (r *codeRegion) release() {
	if r.exec != nil {
		forgetFaults(r)
	}
	for _, p := range []*unsafe.Pointer{&r.exec, &r.view} {
		if *p != nil {
			unix.MunmapPtr(*p, r.size)
			*p = nil
		}
	}
}

// commit makes n bytes at off usable and fills them with traps.
func (r *codeRegion) commit(off, n int) error {
	if r.view == nil {
		return r.write(off, nil, n)
	}
	if err := protect(r.view, off, n, unix.PROT_READ|unix.PROT_WRITE); err != nil {
		return err
	}
	fill(r.view, off, nil, n)
	return protect(r.exec, off, n, unix.PROT_READ|unix.PROT_EXEC)
}

// write puts code at off and traps behind it, up to size bytes.
func (r *codeRegion) write(off int, code []byte, size int) error {
	if r.view != nil {
		fill(r.view, off, code, size)
		return nil
	}
	if err := protect(r.exec, off, size, unix.PROT_READ|unix.PROT_WRITE); err != nil {
		return err
	}
	fill(r.exec, off, code, size)
	return protect(r.exec, off, size, unix.PROT_READ|unix.PROT_EXEC)
}

func fill(p unsafe.Pointer, off int, code []byte, size int) {
	b := unsafe.Slice((*byte)(unsafe.Add(p, off)), size)
	b = b[copy(b, code):]
	for i := range b {
		b[i] = trap
	}
}

func protect(p unsafe.Pointer, off, n, prot int) error {
	if err := unix.Mprotect(unsafe.Slice((*byte)(unsafe.Add(p, off)), n), prot); err != nil {
		return &CodeMemoryError{"protect code memory", err}
	}
	return nil
}

// Commands of membarrier(2).
const (
	membarrierSyncCore         = 1 << 5
	membarrierRegisterSyncCore = 1 << 6
)

// barrierReady says whether this process may ask for membarrier's core barrier.
var barrierReady = sync.OnceValue(func() bool {
	_, _, errno := unix.Syscall(unix.SYS_MEMBARRIER, membarrierRegisterSyncCore, 0, 0)
	return errno == 0
})

// sync makes every CPU that runs this process forget instructions it has fetched
// or decoded. Intel asks for that (Software Developer's Manual 3A, 9.1.3) when
// code was written through another address than it is executed at.
func (r *codeRegion) sync() {
	if r.view == nil {
		return // write changed protections, which interrupts those CPUs
	}
	if barrierReady() {
		if _, _, errno := unix.Syscall(unix.SYS_MEMBARRIER, membarrierSyncCore, 0, 0); errno == 0 {
			return
		}
	}
	// Taking access to a page away interrupts them too.
	p, err := unix.MmapPtr(-1, 0, nil, uintptr(pageSize()), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE|unix.MAP_ANON)
	if err == nil {
		*(*byte)(p) = 1
		unix.MunmapPtr(p, uintptr(pageSize()))
	}
}
