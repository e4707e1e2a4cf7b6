package heap

import (
	"fmt"
	"runtime/debug"
	"unsafe"
)

// FaultError says that a machine touched memory of its cage that is not there,
// or wrote to its ROM: its heap is broken. Nothing else was harmed.
type FaultError struct {
	Off uint64 // offset in the cage
}

func (e *FaultError) Error() string {
	return fmt.Sprintf("heap: memory fault at cage offset %#x: the machine is broken", e.Off)
}

// Guard runs f, which works on this heap, and turns a memory fault inside the
// cage into a *FaultError; the heap is Dead then. It is the last line of defence
// for machines restored from images of unknown origin, and costs some
// nanoseconds. Other panics pass through.
func (h *Heap) Guard(f func()) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		if fault, ok := r.(interface{ Addr() uintptr }); ok && h.base != nil {
			if off := uint64(fault.Addr() - uintptr(unsafe.Pointer(h.base))); off < 4<<30+1<<20 {
				h.Dead = true
				err = &FaultError{off}
				return
			}
		}
		panic(r)
	}()
	f()
	return nil
}
