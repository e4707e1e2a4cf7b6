package jit

import (
	"time"

	"golang.org/x/sys/unix"
)

// cpuTime is the CPU time that this thread has had; differences of it mean
// something to a goroutine that is locked to its thread.
func cpuTime() time.Duration {
	var t unix.Timespec
	if unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t) != nil {
		return 0
	}
	return time.Duration(t.Nano())
}
