package firn

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// ref is a handle: a root of the machine's heap that keeps one cell alive and
// follows it when the collector moves it. It ends with Free, or after the Go
// collector has found that nobody holds it.
type ref struct {
	m       *Machine
	id      uint32 // handle, 0 when freed
	cleanup runtime.Cleanup
}

// rawRef is a handle that lives as long as its machine.
type rawRef uint32

// newRef makes a handle of a pointer value.
func (m *Machine) newRef(v rawValue) *ref {
	r := &ref{m: m, id: m.h.NewHandle(v)}
	if r.id != 0 {
		r.cleanup = runtime.AddCleanup(r, m.freed.add, r.id)
	}
	return r
}

// free ends the handle.
func (r *ref) free() {
	if r.id != 0 {
		r.cleanup.Stop()
		r.m.h.FreeHandle(r.id)
		r.id = 0
	}
}

// freeList holds the handles that the Go collector found unused. It runs on a
// goroutine of its own, so the machine frees them when it is used next.
type freeList struct {
	some atomic.Bool
	mu   sync.Mutex
	ids  []uint32
}

func (f *freeList) add(id uint32) {
	f.mu.Lock()
	f.ids = append(f.ids, id)
	f.some.Store(true)
	f.mu.Unlock()
}

func (f *freeList) drain(h interface{ FreeHandle(uint32) }) {
	f.mu.Lock()
	for _, id := range f.ids {
		h.FreeHandle(id)
	}
	f.ids = f.ids[:0]
	f.some.Store(false)
	f.mu.Unlock()
}

// errorRing remembers which Go errors host functions have returned last, and
// the values that were thrown for them.
type errorRing struct {
	next    int
	entries [8]struct {
		handle uint32
		err    error
	}
}

func (r *errorRing) add(m *Machine, v rawValue, err error) {
	e := &r.entries[r.next]
	m.h.FreeHandle(e.handle)
	e.handle, e.err = m.h.NewHandle(v), err
	r.next = (r.next + 1) % len(r.entries)
}

func (r *errorRing) find(m *Machine, v rawValue) error {
	if !v.IsObject() {
		return nil
	}
	for i := range r.entries {
		if e := &r.entries[i]; e.handle != 0 && m.h.Handle(e.handle) == v {
			return e.err
		}
	}
	return nil
}
