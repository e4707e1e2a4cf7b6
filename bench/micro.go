package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"firn"
)

// MicroItem is one figure taken inside this process through Firn's Go API.
type MicroItem struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
}

// smallScript is what a new machine or compartment is asked to do first.
const smallScript = `const m = new Map([["a", 1]]); JSON.stringify([m.get("a"), [1, 2, 3].map((x) => x * 2)])`

// measureMicro takes the figures. Each time is the median of several batches.
func measureMicro() ([]MicroItem, error) {
	engine, err := firn.Default()
	if err != nil {
		return nil, err
	}
	var items []MicroItem
	add := func(name string, value float64, unit string) {
		items = append(items, MicroItem{name, value, unit})
	}
	timed := func(name string, batch int, f func() error) error {
		t, err := perCall(batch, f)
		if err == nil {
			add(name, t, "µs")
		}
		return err
	}

	newMachine := func(script string) func() error {
		return func() error {
			m, err := engine.New(firn.Config{})
			if err != nil {
				return err
			}
			defer m.Close()
			if script == "" {
				return nil
			}
			_, err = m.Run("small.js", script)
			return err
		}
	}
	if err := timed("new machine on a shared ROM, and close", 200, newMachine("")); err != nil {
		return nil, err
	}
	if err := timed("new machine, small script (Map, JSON, array), and close", 200, newMachine(smallScript)); err != nil {
		return nil, err
	}
	if err := compartments(engine, timed, add); err != nil {
		return nil, err
	}
	if err := idleMachines(engine, add); err != nil {
		return nil, err
	}
	if err := hostCalls(engine, add); err != nil {
		return nil, err
	}
	return items, nil
}

// compartments measures making compartments from JavaScript, first few and then with 20,000 of them alive.
func compartments(engine *firn.Engine, timed func(string, int, func() error) error, add func(string, float64, string)) error {
	m, err := engine.New(firn.Config{})
	if err != nil {
		return err
	}
	defer m.Close()
	const many = 20000
	program := `globalThis.kept = []; globalThis.make = (n) => { for (let i = 0; i < n; i++) kept.push(Realm.makeCompartment()); };`
	if _, err := m.Run("make.js", program); err != nil {
		return err
	}
	if err := m.CollectGarbage(); err != nil {
		return err
	}
	before := m.Stats()
	phase := func(n int) (float64, error) {
		start := time.Now()
		_, err := m.Run("phase.js", fmt.Sprintf("make(%d)", n))
		return float64(time.Since(start).Microseconds()) / float64(n), err
	}
	first, err := phase(2000)
	if err != nil {
		return err
	}
	if _, err := phase(many - 2000); err != nil {
		return err
	}
	last, err := phase(2000)
	if err != nil {
		return err
	}
	if err := m.CollectGarbage(); err != nil {
		return err
	}
	after := m.Stats()
	add("new compartment (Realm.makeCompartment), first 2,000", first, "µs")
	add("new compartment, with 20,000 alive", last, "µs")
	add("memory of a compartment", float64(after.Memory-before.Memory)/float64(many+2000)/1024, "KiB")

	fresh, err := engine.New(firn.Config{})
	if err != nil {
		return err
	}
	defer fresh.Close()
	return timed("new compartment from Go with the small script", 200, func() error {
		c, err := fresh.NewCompartment()
		if err != nil {
			return err
		}
		_, err = c.Run("small.js", smallScript)
		return err
	})
}

// idleMachines measures the resident memory of machines that have run nothing and of machines after the small script.
func idleMachines(engine *firn.Engine, add func(string, float64, string)) error {
	const n = 500
	for _, c := range []struct{ name, script string }{{"resident memory of an idle machine", ""}, {"resident memory of a machine after the small script", smallScript}} {
		runtime.GC()
		before := resident()
		var machines []*firn.Machine
		for range n {
			m, err := engine.New(firn.Config{})
			if err != nil {
				return err
			}
			machines = append(machines, m)
			if c.script != "" {
				if _, err := m.Run("small.js", c.script); err != nil {
					return err
				}
			}
		}
		runtime.GC()
		after := resident()
		for _, m := range machines {
			m.Close()
		}
		if before > 0 {
			add(c.name, float64(after-before)/n/1024, "KiB")
		}
	}
	return nil
}

// hostCalls measures calls of a Go function from a JavaScript loop, with the cost of the empty loop taken off.
func hostCalls(engine *firn.Engine, add func(string, float64, string)) error {
	m, err := engine.New(firn.Config{})
	if err != nil {
		return err
	}
	defer m.Close()
	if err := m.Set("host", func(n int) int { return n }); err != nil {
		return err
	}
	const calls = 100000
	loop := func(body string) (float64, error) {
		return perCall(3, func() error {
			_, err := m.Run("loop.js", fmt.Sprintf("for (let i = 0; i < %d; i++) { %s }", calls, body))
			return err
		})
	}
	with, err := loop("host(i)")
	if err != nil {
		return err
	}
	without, err := loop("")
	if err != nil {
		return err
	}
	add("call of a Go function from JavaScript", (with-without)*1000/calls, "ns")
	return nil
}

// perCall is the median over five batches of the wall-clock microseconds of one call of f.
func perCall(batch int, f func() error) (float64, error) {
	var times []float64
	for range 5 {
		start := time.Now()
		for range batch {
			if err := f(); err != nil {
				return 0, err
			}
		}
		times = append(times, float64(time.Since(start).Nanoseconds())/1000/float64(batch))
	}
	return median(times), nil
}

// resident is the resident set of this process in bytes, or 0 where the system does not tell.
func resident() int64 {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(text))
	if len(fields) < 2 {
		return 0
	}
	pages, err := strconv.ParseInt(fields[1], 10, 64)
	if err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}
