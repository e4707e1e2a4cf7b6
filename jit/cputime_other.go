//go:build !linux

package jit

import "time"

var started = time.Now()

// cpuTime is elapsed time, where threads do not tell how much CPU they have had.
func cpuTime() time.Duration { return time.Since(started) }
