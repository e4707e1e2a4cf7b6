package jit

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"firn/jit/backend"
)

// ErrNoNative says that this build runs no native code: the platform has none,
// or the build tag firn_nojit left it out.
var ErrNoNative = errors.New("jit: no native code in this build")

// ErrCodeFull says that a CodeMemory's limit would be passed.
var ErrCodeFull = errors.New("jit: code memory is full")

// CodeMemoryError is a refusal of the operating system.
type CodeMemoryError struct {
	Op  string // what was tried
	Err error
}

func (e *CodeMemoryError) Error() string { return "jit: " + e.Op + ": " + e.Err.Error() }

// Unwrap is the operating system's error.
func (e *CodeMemoryError) Unwrap() error { return e.Err }

const (
	// codeAlign is the alignment of pieces: no two share a cache line, so writing
	// one never disturbs the execution of another.
	codeAlign = 64
	// codeChunk is how much of the reservation is made accessible at a time.
	codeChunk = 64 << 10
	// maxCode keeps every address of a code memory within reach of a 32-bit
	// displacement from every other.
	maxCode = 1 << 30
)

// CodeMemory is memory for native code: one reservation of address space out of
// which pieces are published and freed. No page is ever writable at an address
// where it is executable. Unused space is filled with trapping instructions. It
// is safe for concurrent use.
type CodeMemory struct {
	mu     sync.Mutex
	region codeRegion // the operating system's part
	grain  int        // alignment of pieces
	limit  int        // bytes of the reservation
	ready  int        // bytes of it, from its start, that are accessible
	used   int        // bytes, from its start, that ever held code
	pieces []CodeRange
	free   []codeSpan // by offset, never adjacent to one another, all within ready
	stats  CodeStats
	stubs  [backend.MaxStubs]uintptr // addresses of stubs; 0: not published
}

// CodeRange is a published piece of code.
type CodeRange struct {
	Start uintptr // address of its first byte
	Size  int     // bytes of code
	Name  string  // what it was published as
}

// CodeStats are a CodeMemory's figures; sizes in bytes.
type CodeStats struct {
	Limit     int    // the budget: nothing is published beyond it
	Committed int    // made accessible so far; it never shrinks
	InUse     int    // taken by published pieces, with their rounding
	Pieces    int    // published now
	Published uint64 // pieces ever published
	Freed     uint64 // pieces ever freed
	DualMap   bool   // written through a second mapping, not by changing the protection
}

type codeSpan struct{ off, size int }

// NewCodeMemory reserves address space for limit bytes of code, rounded up to
// whole chunks of 64 KiB, at most 1 GiB. The error is ErrNoNative or a
// *CodeMemoryError; the program can go on without native code.
func NewCodeMemory(limit int) (*CodeMemory, error) {
	m, err := newCodeMemory(limit, true)
	if err != nil && !errors.Is(err, ErrNoNative) {
		// No memory files, or none that may be executed.
		m, err = newCodeMemory(limit, false)
	}
	return m, err
}

func newCodeMemory(limit int, dual bool) (*CodeMemory, error) {
	if limit <= 0 || limit > maxCode {
		return nil, &CodeMemoryError{"reserve code memory", fmt.Errorf("%d bytes; the limit is 1 to %d", limit, maxCode)}
	}
	limit = (limit + codeChunk - 1) &^ (codeChunk - 1)
	m := &CodeMemory{limit: limit, grain: codeAlign}
	if err := m.region.reserve(limit, dual); err != nil {
		return nil, err
	}
	if !dual {
		// Protection is by the page; a page must not hold running code when
		// another piece is written.
		m.grain = pageSize()
	}
	m.stats.Limit, m.stats.DualMap = limit, dual
	// Whether memory may be executed at all shows here.
	if err := m.commit(); err != nil {
		m.region.release()
		return nil, err
	}
	return m, nil
}

// commit makes one more chunk accessible and free.
func (m *CodeMemory) commit() error {
	if m.ready+codeChunk > m.limit {
		return ErrCodeFull
	}
	if err := m.region.commit(m.ready, codeChunk); err != nil {
		return err
	}
	off := m.ready
	m.ready += codeChunk
	m.stats.Committed = m.ready
	m.addFree(codeSpan{off, codeChunk})
	return nil
}

// Publish copies code, which must be position-independent, into executable
// memory and gives its address, a multiple of 64. The name is for profiles and
// dumps. The code may be executed at once by any goroutine that learns the
// address from this one. The error is ErrCodeFull or a *CodeMemoryError.
func (m *CodeMemory) Publish(code []byte, name string) (addr uintptr, err error) {
	if len(code) == 0 || len(code) > m.limit {
		return 0, ErrCodeFull
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	size := m.round(len(code))
	off, err := m.take(size)
	if err != nil {
		return 0, err
	}
	if err = m.region.write(off, code, size); err != nil {
		m.addFree(codeSpan{off, size})
		return 0, err
	}
	if off < m.used {
		// A CPU may have decoded what was here before.
		m.region.sync()
	}
	m.used = max(m.used, off+size)
	addr = m.region.addr() + uintptr(off)
	piece := CodeRange{addr, len(code), name}
	m.pieces = slices.Insert(m.pieces, m.after(addr), piece)
	m.stats.Published++
	m.stats.InUse += size
	recordPerf(piece)
	return addr, nil
}

// Stub gives the address of stub n, which code makes if it is needed first. Stubs
// are never freed.
func (m *CodeMemory) Stub(n int, code func() ([]byte, string, error)) (uintptr, error) {
	m.mu.Lock()
	at := m.stubs[n]
	m.mu.Unlock()
	if at != 0 {
		return at, nil
	}
	b, name, err := code()
	if err != nil {
		return 0, err
	}
	if at, err = m.Publish(b, name); err != nil {
		return 0, err
	}
	m.mu.Lock()
	m.stubs[n] = at // perhaps a second one: both are good
	m.mu.Unlock()
	return at, nil
}

// Free gives back the piece published at addr and fills it with trapping
// instructions. Nothing may execute it any more, and no native stack may hold an
// address in it. An address that no piece starts at is ignored.
func (m *CodeMemory) Free(addr uintptr) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	i := m.after(addr) - 1
	if i < 0 || m.pieces[i].Start != addr {
		return nil
	}
	size := m.round(m.pieces[i].Size)
	off := int(addr - m.region.addr())
	m.pieces = slices.Delete(m.pieces, i, i+1)
	m.stats.Freed++
	m.stats.InUse -= size
	if err := m.region.write(off, nil, size); err != nil {
		return err // the space is lost, nothing else
	}
	m.addFree(codeSpan{off, size})
	return nil
}

// Lookup finds the published piece that contains addr.
func (m *CodeMemory) Lookup(addr uintptr) (CodeRange, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if i := m.after(addr) - 1; i >= 0 && addr-m.pieces[i].Start < uintptr(m.pieces[i].Size) {
		return m.pieces[i], true
	}
	return CodeRange{}, false
}

// Ranges are all published pieces by address.
func (m *CodeMemory) Ranges() []CodeRange {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.pieces)
}

// Stats are the figures of this moment.
func (m *CodeMemory) Stats() CodeStats {
	m.mu.Lock()
	defer m.mu.Unlock()
	s := m.stats
	s.Pieces = len(m.pieces)
	return s
}

// Close gives the reservation back. No code in it may be executed any more;
// nothing else may be called on m afterwards but Close and Stats.
func (m *CodeMemory) Close() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.region.release()
	m.limit, m.ready, m.used = 0, 0, 0
	m.pieces, m.free = nil, nil
	m.stubs = [backend.MaxStubs]uintptr{}
	m.stats.InUse, m.stats.Committed = 0, 0
}

func (m *CodeMemory) round(n int) int { return (n + m.grain - 1) &^ (m.grain - 1) }

// after is the index of the first piece that starts behind addr.
func (m *CodeMemory) after(addr uintptr) int {
	i, _ := slices.BinarySearchFunc(m.pieces, addr, func(p CodeRange, a uintptr) int {
		if p.Start <= a {
			return -1
		}
		return 1
	})
	return i
}

// take finds free space: the lowest that is large enough, so that pieces crowd
// at the start and the end of the reservation stays untouched.
func (m *CodeMemory) take(size int) (int, error) {
	for {
		for i := range m.free {
			if s := &m.free[i]; s.size >= size {
				off := s.off
				s.off += size
				s.size -= size
				if s.size == 0 {
					m.free = slices.Delete(m.free, i, i+1)
				}
				return off, nil
			}
		}
		if err := m.commit(); err != nil {
			return 0, err
		}
	}
}

// addFree enters a span into the list and joins it with its neighbours.
func (m *CodeMemory) addFree(s codeSpan) {
	i, _ := slices.BinarySearchFunc(m.free, s.off, func(f codeSpan, off int) int { return f.off - off })
	if i < len(m.free) && s.off+s.size == m.free[i].off {
		m.free[i].off, m.free[i].size = s.off, s.size+m.free[i].size
	} else {
		m.free = slices.Insert(m.free, i, s)
	}
	if i > 0 && m.free[i-1].off+m.free[i-1].size == s.off {
		m.free[i-1].size += m.free[i].size
		m.free = slices.Delete(m.free, i, i+1)
	}
}
