package test262

// Engine is what the suite is run on. Its methods may be called from several goroutines.
type Engine interface {
	// Name labels reports.
	Name() string
	// NewWorker makes what one goroutine needs to run tests one after another, such as a pooled machine.
	NewWorker() (Worker, error)
}

// Worker runs jobs, one at a time, each in a realm that no other job has touched.
type Worker interface {
	// Run evaluates the harness and then the test, runs the job queue dry, and tells how that ended.
	Run(job *Job) Outcome
	// Close frees the worker.
	Close() error
}

// Source is a named text; names are paths inside the suite.
type Source struct {
	Name string
	Text string
}

// Job is one test made ready to run. All its texts are strict-mode code.
type Job struct {
	// Harness is evaluated first, in order, as scripts in the global scope. It is empty for raw tests. Equal
	// slices are shared between jobs, so that a worker may keep a prepared realm for each.
	Harness []Source
	// HarnessKey identifies the contents of Harness.
	HarnessKey string
	// Test is the test itself.
	Test Source
	// Module says that Test is a module; else it is a script.
	Module bool
	// Load answers the module that a specifier in referrer names.
	Load func(referrer, specifier string) (Source, error)
	// Fuel and Memory are the limits of the test, in the engine's units of work and in bytes.
	Fuel   uint64
	Memory uint64
}

// Phase says where a test stopped with an error.
type Phase uint8

// The phases of test262's negative tests; PhaseNone means that nothing was thrown.
const (
	PhaseNone Phase = iota
	PhaseParse
	PhaseResolution
	PhaseRuntime
	// PhaseHarness is an error in the harness, before the test began.
	PhaseHarness
)

var phaseNames = map[string]Phase{"parse": PhaseParse, "early": PhaseParse, "resolution": PhaseResolution, "runtime": PhaseRuntime}

// String is the phase's name in the frontmatter.
func (p Phase) String() string {
	return [...]string{"completion", "parse", "resolution", "runtime", "harness"}[p]
}

// Fault is an end that no program may bring about, or that limits brought about.
type Fault uint8

// The kinds of fault.
const (
	FaultNone  Fault = iota
	FaultLimit       // fuel, memory or stack depth ran out
	FaultPanic       // a Go panic came out of the engine
	FaultHang        // the worker did not come back, although fuel must have ended it
	FaultHost        // the engine reported an error that is not the program's
)

// String names the fault.
func (f Fault) String() string {
	return [...]string{"none", "limit", "panic", "hang", "host"}[f]
}

// Outcome tells how a job ended.
type Outcome struct {
	Phase Phase
	// ErrorName is the name of the constructor of what was thrown ("SyntaxError", "Test262Error"), or empty
	// for a value that is no error object.
	ErrorName string
	// Message is the thrown error's message or the thrown value as text.
	Message string
	// Printed holds the arguments of print, one call a string.
	Printed []string
	Fault   Fault
}
