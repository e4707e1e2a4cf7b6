//go:build !firn_nojit

package jit

import (
	"sync"
	"sync/atomic"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Faults of native code. A machine with a broken heap (see heap.Guard) can make
// native code touch memory of its cage that is not there. Go cannot turn that
// into a panic, for it would run on the native stack, and ends the process. So a
// small handler stands before Go's for SIGSEGV and SIGBUS: a fault at an address
// inside a code memory becomes exit ExitFault; everything else is Go's as before.

// faultRegions are the code memories whose faults become exits, as [start, end).
// Unused entries are 0, 0. Those of further memories end the process.
var faultRegions [64]struct{ start, end uintptr }

// Offsets for the assembler: in the kernel's ucontext and siginfo.
const (
	ucR13            = 40 + 5*8
	ucRIP            = 40 + 16*8
	siAddr           = 16
	faultRegionsSize = unsafe.Sizeof(faultRegions)
)

// The handlers that were there before.
var oldSegv, oldBus uintptr

var faultLock sync.Mutex
var faultInstalled bool

// sigaction is the kernel's structure.
type sigaction struct {
	handler  uintptr
	flags    uint64
	restorer uintptr
	mask     uint64
}

// onFault is the signal handler, onFaultPC its address. Not to be called from Go.
func onFault()
func onFaultPC() uintptr

// watchFaults makes faults of code in the region exits.
func watchFaults(r *codeRegion) {
	faultLock.Lock()
	defer faultLock.Unlock()
	if !faultInstalled {
		faultInstalled = true
		replaceHandler(unix.SIGSEGV, &oldSegv)
		replaceHandler(unix.SIGBUS, &oldBus)
	}
	for i := range faultRegions {
		if f := &faultRegions[i]; f.end == 0 {
			// A handler may look at any time: the entry is empty till its end is there.
			atomic.StoreUintptr(&f.start, r.addr())
			atomic.StoreUintptr(&f.end, r.addr()+r.size)
			return
		}
	}
}

// forgetFaults ends that.
func forgetFaults(r *codeRegion) {
	faultLock.Lock()
	defer faultLock.Unlock()
	for i := range faultRegions {
		if f := &faultRegions[i]; f.start == r.addr() && f.end != 0 {
			atomic.StoreUintptr(&f.end, 0)
			atomic.StoreUintptr(&f.start, 0)
		}
	}
}

// replaceHandler puts onFault before a signal's handler and keeps all else that
// Go has set: the signal stack, the mask, the way back.
func replaceHandler(sig unix.Signal, old *uintptr) {
	var act sigaction
	if !rtSigaction(sig, nil, &act) || act.handler <= 1 {
		return // not Go's handler but the default: faults end the process
	}
	*old = act.handler
	act.handler = onFaultPC()
	rtSigaction(sig, &act, nil)
}

func rtSigaction(sig unix.Signal, set, old *sigaction) bool {
	_, _, errno := unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(sig), uintptr(unsafe.Pointer(set)), uintptr(unsafe.Pointer(old)), 8, 0, 0)
	return errno == 0
}
