//go:build !firn_nojit

package jit

import (
	"unsafe"

	"golang.org/x/sys/unix"

	"firn/jit/backend"
)

// allocate maps guard page, stack and context page. Pages are backed by memory
// when they are first touched.
func (s *Stack) allocate() error {
	page := unix.Getpagesize()
	context := (backend.CtxSize + page - 1) &^ (page - 1)
	size := page + NativeStackSize + context
	p, err := unix.MmapPtr(-1, 0, nil, uintptr(size), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE|unix.MAP_ANON|unix.MAP_NORESERVE)
	if err != nil {
		return &CodeMemoryError{"map a native stack", err}
	}
	if err := unix.Mprotect(unsafe.Slice((*byte)(p), page), unix.PROT_NONE); err != nil {
		unix.MunmapPtr(p, uintptr(size))
		return &CodeMemoryError{"protect the guard page of a native stack", err}
	}
	s.base, s.size = p, uintptr(size)
	s.ctx = unsafe.Add(p, page+NativeStackSize)
	return nil
}

func (s *Stack) unmap() {
	unix.MunmapPtr(s.base, s.size)
	s.base, s.ctx = nil, nil
}
