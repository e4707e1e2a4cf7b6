package jit

import "firn/jit/backend"

// While a profile is running, native code polls more often, and what the driver
// does for it counts as time. Interrupted takes the samples.

const (
	profileUnits = 50000 // some 20 µs
	slowUnits    = 20    // of an instruction done by the driver, at least
)

// pollUnits is the most that native code charges between two polls.
func (e *Engine) pollUnits() int64 {
	if e.profiling {
		return profileUnits
	}
	return pollUnits
}

// took takes an instruction that the driver has done off the budget; its work
// has cost that many units. An allocation that was sampled makes a poll due.
func (e *Engine) took(units int64) {
	e.budget -= slowUnits + units
	if e.h.Samples() != 0 {
		e.budget = 0
	}
}

// places tells the machine where the code of exit x stands.
func (e *Engine) places(c *code, x *backend.Exit, frame uint32) {
	e.d.BeginPlaces(frame)
	for i := range x.Frames {
		word := x.PC
		if i+1 < len(x.Frames) {
			word = x.Frames[i+1].RetPC - 1 // inside the call
		}
		e.d.AddPlace(e.templateOf(c.funcs[x.Frames[i].Fn]), word)
	}
}
