package jit

import (
	"fmt"
	"os"
	"strings"
	"sync"
)

// The perf map of the process: a text file by which Linux's perf names the
// functions of native code. One for all code memories, as perf wants it.
var perfMap struct {
	sync.Mutex
	file *os.File
}

// PerfMapPath is where perf looks for the names of this process's code.
func PerfMapPath() string { return fmt.Sprintf("/tmp/perf-%d.map", os.Getpid()) }

// StartPerfMap begins to record code in PerfMapPath, for "perf record" and
// "perf report": first what is published in the given memories, then everything
// published from now on anywhere. A file left there by a former process is
// replaced. The file stays behind, since perf reads it later.
func StartPerfMap(memories ...*CodeMemory) error {
	if err := openPerfMap(); err != nil {
		return err
	}
	// Code published meanwhile is there twice, which does no harm.
	for _, m := range memories {
		for _, r := range m.Ranges() {
			recordPerf(r)
		}
	}
	return nil
}

func openPerfMap() error {
	perfMap.Lock()
	defer perfMap.Unlock()
	if perfMap.file != nil {
		return nil
	}
	path := PerfMapPath()
	// The directory is everyone's: never write through what somebody else left.
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL|os.O_APPEND, 0o600)
	if err == nil {
		perfMap.file = f
	}
	return err
}

// StopPerfMap ends the recording; the file stays.
func StopPerfMap() error {
	perfMap.Lock()
	defer perfMap.Unlock()
	f := perfMap.file
	perfMap.file = nil
	if f == nil {
		return nil
	}
	return f.Close()
}

// recordPerf adds a piece to the map. A map that cannot be written any more is
// given up: profiles lose names, the program nothing.
func recordPerf(r CodeRange) {
	perfMap.Lock()
	defer perfMap.Unlock()
	if perfMap.file == nil {
		return
	}
	if _, err := perfMap.file.WriteString(perfLine(r)); err != nil {
		perfMap.file.Close()
		perfMap.file = nil
	}
}

// perfLine is "START SIZE name", numbers in hexadecimal.
func perfLine(r CodeRange) string {
	name := strings.Map(func(c rune) rune {
		if c < ' ' {
			return ' '
		}
		return c
	}, r.Name)
	return fmt.Sprintf("%x %x %s\n", r.Start, r.Size, name)
}
