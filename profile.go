package firn

import (
	"io"

	"firn/runtime"
)

// Errors of starting and stopping profiles.
var (
	ErrProfiling = runtime.ErrProfiling // one of this kind is running already
	ErrNoProfile = runtime.ErrNoProfile // none is running
)

// StartCPUProfile begins to sample where the machine's time goes: JavaScript
// functions and lines, built-in functions, garbage collection and host
// functions. Time while nothing is running does not count. It costs a few
// percent at most.
func (m *Machine) StartCPUProfile() error {
	return m.do(func() error { return m.rt.StartCPUProfile(runtime.DefaultPeriod) })
}

// StopCPUProfile ends the CPU profile and writes it as pprof reads it: "go tool
// pprof" shows it. Its values are samples and nanoseconds of wall-clock time; the
// label "tier" says what was running: interpreted, native, collector or host.
func (m *Machine) StopCPUProfile(w io.Writer) error {
	return m.do(func() error { return m.rt.StopCPUProfile(w) })
}

// StartMemProfile begins to sample where the machine's memory is allocated: one
// allocation in 512 KiB on average.
func (m *Machine) StartMemProfile() error {
	return m.do(func() error { return m.rt.StartMemProfile(runtime.DefaultMemRate) })
}

// StopMemProfile ends the memory profile and writes it as pprof reads it. Its
// values are objects and bytes, all that were allocated since StartMemProfile
// (estimated from the samples), those of them that are still alive (inuse), and those
// alive at the full collection that left most alive (peak); the label "kind" is the
// kind of cell. Garbage is collected before, unless a host function
// is running.
func (m *Machine) StopMemProfile(w io.Writer) error {
	return m.do(func() error { return m.rt.StopMemProfile(w) })
}
