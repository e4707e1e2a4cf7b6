package jit

import (
	"fmt"
	"io"
	"sort"
	"time"

	"firn/ir/bytecode"
	"firn/jit/backend"
)

// Stats are the counters of an engine.
type Stats struct {
	Compiled    int    // code objects published
	CodeBytes   uint64 // … and their bytes
	Refused     int    // requests that the compiler refused
	LastRefusal error
	Discarded   int // code objects given up or evicted
	Evicted     int
	Abandoned   int // functions that stay in the interpreter after too many attempts
	Flushes     int // times that all code was dropped for memory

	Matchers     int    // regular expressions compiled
	MatcherBytes uint64 // … and their code

	BuildTime   time.Duration // CPU time of compiling on the machine's goroutine
	CompileTime time.Duration // … and elsewhere

	Samples  uint64 // slices of the interpreter that have ended
	Entries  uint64 // native code entered from the interpreter
	OSR      uint64 // … in the middle of a loop
	Resumes  uint64 // … behind an exit
	Returns  uint64 // exits by returning to the interpreter
	Handled  uint64 // exceptions that native code has handled
	Segments uint64 // times that native code waited for a frame of the interpreter
	Polls    uint64
	Deopts   [backend.NumReasons]uint64 // exits for good, by reason
	Slow     [256]uint64                // instructions done by the driver, by bytecode
	Calls    [numCallReasons]uint64     // … of them calls, by why
	Leaves   []uint64                   // … leaves run in place of them, by number
}

// ran counts a leaf that was run.
func (s *Stats) ran(leaf uint32) {
	for uint32(len(s.Leaves)) <= leaf {
		s.Leaves = append(s.Leaves, make([]uint64, leaf+64)...)
	}
	s.Leaves[leaf]++
}

// Stats gives the engine's counters.
func (e *Engine) Stats() Stats { return e.stats }

// Fprint writes the counters as lines of "name value". leafName names leaves.
func (s *Stats) Fprint(w io.Writer, leafName func(uint32) string) {
	fmt.Fprintf(w, "compiled        %d (%d bytes, %d refused, %d discarded, %d left to the interpreter)\n",
		s.Compiled, s.CodeBytes, s.Refused, s.Discarded, s.Abandoned)
	if s.Flushes > 0 {
		fmt.Fprintf(w, "dropped all     %d times, for memory\n", s.Flushes)
	}
	if s.LastRefusal != nil {
		fmt.Fprintf(w, "last refusal    %v\n", s.LastRefusal)
	}
	if s.Matchers > 0 {
		fmt.Fprintf(w, "regexps         %d (%d bytes)\n", s.Matchers, s.MatcherBytes)
	}
	fmt.Fprintf(w, "compile time    %v + %v in the background\n", s.BuildTime.Round(time.Microsecond), s.CompileTime.Round(time.Microsecond))
	fmt.Fprintf(w, "native entries  %d (%d in loops), resumed %d, returned %d, waited %d, polls %d, slices %d, exceptions %d\n",
		s.Entries, s.OSR, s.Resumes, s.Returns, s.Segments, s.Polls, s.Samples, s.Handled)
	type count struct {
		name string
		n    uint64
	}
	var deopts, slow []count
	for i, n := range s.Deopts {
		if n > 0 {
			deopts = append(deopts, count{backend.Reason(i).String(), n})
		}
	}
	for i, n := range s.Slow {
		if n > 0 {
			slow = append(slow, count{bytecode.Op(i).String(), n})
		}
	}
	var calls []count
	for i, n := range s.Calls {
		if n > 0 {
			calls = append(calls, count{callReasons[i], n})
		}
	}
	var leaves []count
	for i, n := range s.Leaves {
		if n > 0 {
			leaves = append(leaves, count{leafName(uint32(i)), n})
		}
	}
	for _, l := range []struct {
		name string
		c    []count
	}{{"deopts", deopts}, {"slow exits", slow}, {"slow calls", calls}, {"leaves", leaves}} {
		sort.SliceStable(l.c, func(i, j int) bool { return l.c[i].n > l.c[j].n })
		for i, c := range l.c {
			if i == 20 {
				break
			}
			fmt.Fprintf(w, "%-15s %s %d\n", l.name, c.name, c.n)
		}
	}
}
