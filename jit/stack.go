package jit

import (
	"sync"
	"unsafe"

	"firn/heap"
	"firn/jit/backend"
)

const (
	// NativeStackSize is the size of the native part of a Stack in bytes.
	NativeStackSize = 256 << 10
	// nativeReserve is kept free below the native limit for direct calls of
	// leaf helpers, which do not check.
	nativeReserve = 4 << 10
	// idleStacks is how many released stacks are kept.
	idleStacks = 64
)

// ExitFault is the number of the exit when native code faulted: it touched memory
// that it must not, or ran off the native stack in spite of the check. Nothing of
// the JS frames can be relied upon; the machine's heap is broken, or the code is.
// FaultAddr tells which: an address in the cage harmed nobody else.
const ExitFault = -1

// Stack is a native stack with its machine context: one mapping of a guard page,
// the stack, and the context's page above it. One goroutine at a time uses it.
// The context lies outside the Go heap; nothing in it is seen by Go's collector.
//
// The contract with native code: every function's entry compares RSP less the
// bytes of its activation (backend.Code.FrameBytes) with CtxNativeLimit, unsigned,
// and leaves for the interpreter when it is below. The guard page is only the
// safety net (ExitFault).
type Stack struct {
	ctx  unsafe.Pointer // the context; page-aligned
	top  uintptr        // where an empty native stack begins; 16-byte aligned
	base unsafe.Pointer // of the mapping
	size uintptr        // of the mapping

	engine *Engine // does the instructions of slow exits; nil: they come back from Enter
}

var stackPool struct {
	sync.Mutex
	idle []*Stack
}

// AcquireStack gives an empty stack, an idle one if there is any. Constants, the
// native limit and the exit stubs' addresses are set in its context; everything
// else holds what the last use left. The error is ErrNoNative or a
// *CodeMemoryError.
func AcquireStack() (*Stack, error) {
	stackPool.Lock()
	var s *Stack
	if n := len(stackPool.idle); n > 0 {
		s = stackPool.idle[n-1]
		stackPool.idle = stackPool.idle[:n-1]
	}
	stackPool.Unlock()
	if s == nil {
		s = &Stack{}
		if err := s.allocate(); err != nil {
			return nil, err
		}
		s.setConstants()
	}
	s.SetNativeSP(s.top)
	return s, nil
}

// Release gives the stack back for others. Nothing may use it afterwards.
func (s *Stack) Release() {
	s.engine = nil
	stackPool.Lock()
	keep := len(stackPool.idle) < idleStacks
	if keep {
		stackPool.idle = append(stackPool.idle, s)
	}
	stackPool.Unlock()
	if !keep {
		s.unmap()
	}
}

func (s *Stack) setConstants() {
	s.top = uintptr(s.ctx)
	*s.word(backend.CtxTagInt) = heap.TagInt << 48
	*s.word(backend.CtxTagObject) = heap.TagObject << 48
	*s.word(backend.CtxTagString) = heap.TagString << 48
	*s.word(backend.CtxTagCell) = heap.TagCell << 48
	*s.word(backend.CtxSignMask) = 1 << 63
	*s.word(backend.CtxAbsMask) = 1<<63 - 1
	*s.word(backend.CtxNativeLimit) = uint64(s.top - NativeStackSize + nativeReserve)
	exitStubs(s.ctx)
}

func (s *Stack) word(off int) *uint64   { return (*uint64)(unsafe.Add(s.ctx, off)) }
func (s *Stack) word32(off int) *uint32 { return (*uint32)(unsafe.Add(s.ctx, off)) }

// Enter calls native code: the entry of a function or of a loop in its middle, at
// the address given to SetResume, on the native stack at NativeSP, which must be
// a multiple of 16. It comes back when the code leaves by an exit (Exit is its
// number) or when the function entered returns (Exit is 0, Result its value).
// Fuel, Frame and NativeSP are up to date then.
//
// Entering is also the goroutine's preemption point, so native code must come
// back every 50 µs or so.
//
//go:noinline
func (s *Stack) Enter() { enter(s.ctx, s.engine) }

// Resume goes on behind a resumable exit: at the address given to SetResume with
// the native stack at NativeSP, both as the exit left them. Otherwise it is like
// Enter.
//
//go:noinline
func (s *Stack) Resume() { resume(s.ctx, s.engine) }

// Top is the address where the empty native stack begins: the NativeSP to enter
// with when no native frames are kept. Below kept frames enter at their NativeSP,
// rounded down to a multiple of 16.
func (s *Stack) Top() uintptr { return s.top }

// NativeSP is the native stack pointer of the last exit.
func (s *Stack) NativeSP() uintptr { return uintptr(*s.word(backend.CtxNativeSP)) }

// SetNativeSP sets the stack pointer to enter or resume with.
func (s *Stack) SetNativeSP(sp uintptr) { *s.word(backend.CtxNativeSP) = uint64(sp) }

// NativeLimit is the lowest address that a native activation may reach.
func (s *Stack) NativeLimit() uintptr { return uintptr(*s.word(backend.CtxNativeLimit)) }

// ResumeAt is the address behind the resumable exit taken.
func (s *Stack) ResumeAt() uintptr { return uintptr(*s.word(backend.CtxResume)) }

// SetResume sets the address to enter or resume at.
func (s *Stack) SetResume(addr uintptr) { *s.word(backend.CtxResume) = uint64(addr) }

// SetBase sets the address of the cage.
func (s *Stack) SetBase(base unsafe.Pointer) { *s.word(backend.CtxBase) = uint64(uintptr(base)) }

// Fuel is what is left of the fuel.
func (s *Stack) Fuel() int64 { return int64(*s.word(backend.CtxFuel)) }

// SetFuel sets the fuel to go on with.
func (s *Stack) SetFuel(n int64) { *s.word(backend.CtxFuel) = uint64(n) }

// Frame is the address of r0 of the JS frame that was running.
func (s *Stack) Frame() uintptr { return uintptr(*s.word(backend.CtxFrame)) }

// SetFrame sets the JS frame to run.
func (s *Stack) SetFrame(r0 uintptr) { *s.word(backend.CtxFrame) = uint64(r0) }

// Exit is the number of the exit taken; 0 is the return of the function entered,
// negative is ExitFault.
func (s *Stack) Exit() int { return int(*s.word(backend.CtxExit)) }

// Code is the number of the code object whose exit was taken; it has no meaning
// after a return.
func (s *Stack) Code() int { return int(*s.word(backend.CtxCode)) }

// Result is the value that the function entered returned.
func (s *Stack) Result() heap.Value { return heap.Value(*s.word(backend.CtxResult)) }

// SetSent sets what a coroutine is resumed with that is entered next.
func (s *Stack) SetSent(v heap.Value, mode uint32) {
	*s.word(backend.CtxResult), *s.word32(backend.CtxMode) = uint64(v), mode
}

// FaultAddr is the address that could not be touched, after an ExitFault.
func (s *Stack) FaultAddr() uintptr { return uintptr(*s.word(backend.CtxResult)) }

// Nursery is the heap's bump pointer and its end, as native code left them.
func (s *Stack) Nursery() (top, end uint32) {
	return *s.word32(backend.CtxNurTop), *s.word32(backend.CtxNurEnd)
}

// SetNursery sets the bump pointer and its end.
func (s *Stack) SetNursery(top, end uint32) {
	*s.word32(backend.CtxNurTop), *s.word32(backend.CtxNurEnd) = top, end
}

// SetPlaces tells stubs where the cards are, heap.CardBias, and where ROM ends,
// heap.Firn.
func (s *Stack) SetPlaces(cards, firn uint32) {
	*s.word32(backend.CtxCards), *s.word32(backend.CtxFirn) = cards, firn
}

// SetEpoch sets the heap's prototype epoch.
func (s *Stack) SetEpoch(epoch uint32) { *s.word32(backend.CtxEpoch) = epoch }

// SetStackLimit sets the address that no JS frame may end above.
func (s *Stack) SetStackLimit(addr uintptr) { *s.word(backend.CtxStackLimit) = uint64(addr) }

// SetStub sets the address of stub n.
func (s *Stack) SetStub(n int, addr uintptr) { *s.word(backend.CtxStubs + 8*n) = uint64(addr) }

// SetEntries sets the address of the table of entries by code number, which must
// lie outside the Go heap or be pinned.
func (s *Stack) SetEntries(table unsafe.Pointer) {
	*s.word(backend.CtxEntries) = uint64(uintptr(table))
}

// GPR is general register i (0 to 15) at the last exit that saved the registers.
func (s *Stack) GPR(i int) uint64 { return *s.word(backend.CtxGPR + 8*(i&15)) }

// FPR is the low 64 bits of float register i (0 to 15) at that exit.
func (s *Stack) FPR(i int) uint64 { return *s.word(backend.CtxFPR + 8*(i&15)) }

// SetThrew says whether an exception has come out of what the code waited for that
// goes on.
func (s *Stack) SetThrew(threw bool) {
	n := uint32(0)
	if threw {
		n = 1
	}
	*s.word32(backend.CtxThrew) = n
}

// Return is the return address of an activation of so many bytes that begins at sp.
func (s *Stack) Return(sp uintptr, size int) uintptr {
	at := sp + uintptr(size) - 8
	if at < s.top-NativeStackSize || at > s.top-8 {
		return 0
	}
	return uintptr(*s.word(int(at - s.top)))
}

// Spill is the word at NativeSP + off; off is a multiple of 8 within the
// activation that exited.
func (s *Stack) Spill(off int) uint64 {
	at := s.NativeSP() + uintptr(off)
	if at < s.top-NativeStackSize || at >= s.top {
		return 0 // a broken exit table; the checks of values are the driver's
	}
	return *s.word(int(at - s.top))
}
