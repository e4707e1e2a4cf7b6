package native

import (
	"firn/heap"
	"firn/runtime"
)

// Mode is a way to run programs that must not show.
type Mode struct {
	Name string
	// Slow is about how many times longer a run takes than in the interpreter.
	Slow float64
	// Rare modes are of a kind: a program is run in one of them.
	Rare bool
	// Configure changes the machine's configuration.
	Configure func(c *runtime.Config, seed int64)
	// Slice runs in slices of at most so much fuel, with a save and a restore or a fork behind each; 0 runs straight.
	Slice int64
	// Windows is how many slices run under the configured stress. The others run without, and all in the same machine.
	Windows int
	// Profile has the machine take a profile of itself.
	Profile bool
}

// sliceUnits is the longest slice of the modes that have them, and the same for
// all, so that they stop at the same places.
const sliceUnits = 60000

// Interpreter is what all others are compared with.
var Interpreter = Mode{Name: "interpreter", Slow: 1}

// deepInterpreter has a stack about as deep as node's.
var deepInterpreter = Mode{Name: "interpreter with a large stack", Configure: func(c *runtime.Config, _ int64) { c.Stack *= 16 }}

// Modes are all other modes that this build has on this machine.
func Modes() []Mode {
	modes := []Mode{
		{Name: "collect at every safepoint", Slow: 300, Configure: func(c *runtime.Config, _ int64) {
			c.Stress = heap.StressCollect | heap.StressVerify | heap.StressPoison
		}},
		{Name: "slices with save, restore and fork", Slow: 15, Slice: sliceUnits},
	}
	if nativeModes != nil {
		modes = append(modes, nativeModes()...)
	}
	return modes
}

// nativeModes are those with native code, nil where there is none.
var nativeModes func() []Mode
