package test262

import (
	"fmt"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"
)

// Options say what to run and within which limits. The zero value runs everything with the default limits.
type Options struct {
	// Filter keeps the tests whose path it matches; nil keeps all.
	Filter *regexp.Regexp
	// Profile keeps the tests of one profile; zero keeps all.
	Profile Profile
	// Shard and Shards keep every Shards-th test, beginning at Shard; zero Shards keeps all.
	Shard, Shards int
	// Workers is the number of goroutines; zero means one a processor.
	Workers int
	// Fuel and Memory limit each test; zero means DefaultFuel and DefaultMemory.
	Fuel, Memory uint64
	// Stuck is how long a worker may be silent before its test is reported as a hang. It guards the run against
	// an engine that does not stop when its fuel is gone; it is not a limit on tests. Zero means DefaultStuck.
	Stuck time.Duration
	// Progress is called after every test from one goroutine; nil for none.
	Progress func(done, total int, last *Record)
}

// The limits when Options has none.
const (
	DefaultFuel   = 400_000_000
	DefaultMemory = 256 << 20
	DefaultStuck  = 2 * time.Minute
)

// Status is the verdict on one test.
type Status uint8

// The verdicts.
const (
	Passed Status = iota
	Failed
	Excluded
)

// String names the verdict.
func (s Status) String() string { return [...]string{"pass", "fail", "excluded"}[s] }

// Record is the result of one test.
type Record struct {
	Path     string
	Status   Status
	Profiles Profile
	Features []string
	// Reason says why a test is excluded, or how a failed test failed.
	Reason string
	Fault  Fault
}

// Run runs the suite on an engine and answers one record a test, in the order of the paths.
func Run(suite *Suite, engine Engine, o Options) (*Report, error) {
	r := &runner{suite: suite, engine: engine, harness: newHarness(suite), options: o.withDefaults()}
	var files []string
	for _, file := range suite.Tests() {
		if r.selected(file) {
			files = append(files, file)
		}
	}
	if n := r.options.Shards; n > 1 {
		var kept []string
		for i := r.options.Shard; i < len(files); i += n {
			kept = append(kept, files[i])
		}
		files = kept
	}
	start := time.Now()
	records, err := r.all(files)
	if err != nil {
		return nil, err
	}
	return &Report{Engine: engine.Name(), Records: records, Elapsed: time.Since(start)}, nil
}

func (o Options) withDefaults() Options {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Fuel == 0 {
		o.Fuel = DefaultFuel
	}
	if o.Memory == 0 {
		o.Memory = DefaultMemory
	}
	if o.Stuck == 0 {
		o.Stuck = DefaultStuck
	}
	return o
}

type runner struct {
	suite   *Suite
	engine  Engine
	harness *harness
	options Options
}

func (r *runner) selected(file string) bool {
	if r.options.Filter != nil && !r.options.Filter.MatchString(file) {
		return false
	}
	return r.options.Profile == 0 || r.suite.Profiles(file)&r.options.Profile != 0
}

// all runs the files on a pool of workers.
func (r *runner) all(files []string) ([]Record, error) {
	records := make([]Record, len(files))
	next := make(chan int)
	done := make(chan int)
	errs := make(chan error, r.options.Workers)
	var pool sync.WaitGroup
	for range r.options.Workers {
		pool.Add(1)
		go func() {
			defer pool.Done()
			if err := r.work(files, records, next, done); err != nil {
				errs <- err
			}
		}()
	}
	go func() {
		pool.Wait()
		close(done)
	}()
	go func() {
		defer close(next)
		for i := range files {
			next <- i
		}
	}()
	finished := 0
	for i := range done {
		finished++
		if r.options.Progress != nil {
			r.options.Progress(finished, len(files), &records[i])
		}
	}
	select {
	case err := <-errs:
		return nil, err
	default:
		return records, nil
	}
}

// work is the life of one worker goroutine. After an error it only drains the queue, so that the run can end.
func (r *runner) work(files []string, records []Record, next <-chan int, done chan<- int) error {
	var failure error
	w := &seat{engine: r.engine, stuck: r.options.Stuck}
	for i := range next {
		if failure == nil {
			records[i], failure = r.one(w, files[i])
		}
		done <- i
	}
	w.leave()
	return failure
}

// one prepares, runs and judges one test.
func (r *runner) one(w *seat, file string) (Record, error) {
	source, _ := r.suite.Text(file)
	rec := Record{Path: file, Profiles: r.suite.Profiles(file)}
	meta, err := ParseMeta(source)
	if err != nil {
		return rec, fmt.Errorf("test262: %s: %w", file, err)
	}
	rec.Features = meta.Features
	if reason := ExclusionOf(file, source, meta); reason != "" {
		rec.Status, rec.Reason = Excluded, reason
		return rec, nil
	}
	key, sources, err := r.harness.For(meta)
	if err != nil {
		return rec, fmt.Errorf("test262: %s: %w", file, err)
	}
	outcome, err := w.run(&Job{
		Harness:    sources,
		HarnessKey: key,
		Test:       Source{Name: file, Text: source},
		Module:     meta.Has("module"),
		Load:       r.suite.Load,
		Fuel:       r.options.Fuel,
		Memory:     r.options.Memory,
	})
	if err != nil {
		return rec, err
	}
	rec.Fault = outcome.Fault
	if rec.Reason = Judge(meta, &outcome); rec.Reason != "" {
		rec.Status = Failed
	}
	return rec, nil
}

// Judge answers "" when the outcome is what the frontmatter asks for, else one line that says what is wrong.
func Judge(m *Meta, o *Outcome) string {
	if o.Fault != FaultNone {
		return oneLine(fmt.Sprintf("%s: %s", o.Fault, o.Message))
	}
	if o.Phase == PhaseHarness {
		return oneLine(fmt.Sprintf("harness: %s: %s", o.ErrorName, o.Message))
	}
	if n := m.Negative; n != nil {
		if o.Phase == n.Phase && o.ErrorName == n.Type {
			return ""
		}
		if o.Phase == PhaseNone {
			return fmt.Sprintf("no %s in phase %s", n.Type, n.Phase)
		}
		return oneLine(fmt.Sprintf("want %s in phase %s, got %s in phase %s: %s", n.Type, n.Phase, o.ErrorName, o.Phase, o.Message))
	}
	if o.Phase != PhaseNone {
		name := o.ErrorName
		if name == "" {
			name = "thrown"
		}
		if o.Phase != PhaseRuntime {
			name += " in phase " + o.Phase.String()
		}
		return oneLine(name + ": " + o.Message)
	}
	if m.Has("async") {
		return judgeAsync(o.Printed)
	}
	return ""
}

func judgeAsync(printed []string) string {
	complete := false
	for _, line := range printed {
		if failure, ok := strings.CutPrefix(line, "Test262:AsyncTestFailure:"); ok {
			return oneLine(failure)
		}
		if line == "Test262:AsyncTestComplete" {
			complete = true
		}
	}
	if !complete {
		return "the job queue ran dry before $DONE was called"
	}
	return ""
}

// reasonLimit is the longest reason kept, in bytes: expectations stay readable.
const reasonLimit = 160

func oneLine(s string) string {
	s = strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029 || c == 0xfffd {
			return ' '
		}
		return c
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > reasonLimit {
		s = strings.ToValidUTF8(s[:reasonLimit], "") + "…"
	}
	return s
}

// seat holds a goroutine's worker, and replaces it when a test has broken it.
type seat struct {
	engine Engine
	stuck  time.Duration
	worker Worker
}

// run gives the job to the worker. A panic or a hang costs the worker, not the run.
func (s *seat) run(job *Job) (Outcome, error) {
	if s.worker == nil {
		w, err := s.engine.NewWorker()
		if err != nil {
			return Outcome{}, fmt.Errorf("test262: a worker of %s: %w", s.engine.Name(), err)
		}
		s.worker = w
	}
	result := make(chan Outcome, 1)
	go func(w Worker) { result <- guarded(w, job) }(s.worker)
	timer := time.NewTimer(s.stuck)
	defer timer.Stop()
	select {
	case o := <-result:
		if o.Fault == FaultPanic {
			s.worker = nil
		}
		return o, nil
	case <-timer.C:
		// The goroutine cannot be ended from outside; it keeps its worker, and the run goes on with another.
		s.worker = nil
		return Outcome{Fault: FaultHang, Message: "did not stop at its fuel limit"}, nil
	}
}

func (s *seat) leave() {
	if s.worker != nil {
		s.worker.Close()
	}
}

func guarded(w Worker, job *Job) (o Outcome) {
	defer func() {
		if p := recover(); p != nil {
			o = Outcome{Fault: FaultPanic, Message: fmt.Sprintf("%v %s", p, panicSite(debug.Stack()))}
		}
	}()
	return w.Run(job)
}

// panicSite finds the function that panicked in a stack trace: the first frame below the runtime's own.
func panicSite(stack []byte) string {
	lines := strings.Split(string(stack), "\n")
	seen := false
	for i, line := range lines {
		if strings.HasPrefix(line, "panic(") {
			seen = true
			continue
		}
		if !seen || line == "" || line[0] == '\t' || strings.HasPrefix(line, "runtime.") {
			continue
		}
		name := line[:max(0, strings.LastIndexByte(line, '('))]
		if i+1 < len(lines) {
			at := strings.Fields(lines[i+1])
			if len(at) > 0 {
				return "in " + name + " " + at[0][strings.LastIndexByte(at[0], '/')+1:]
			}
		}
		return "in " + name
	}
	return ""
}
