package firn

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync/atomic"

	"firn/heap"
	"firn/runtime"
	"firn/runtime/builtin"
)

type rawValue = heap.Value

// Machine is one JavaScript world: a heap, compartments, a job queue, a meter.
// It is used by one goroutine at a time; a call while another goroutine's is
// under way returns ErrConcurrent. Only Interrupt may be called at any time.
//
// Host functions may use their machine while they are being called.
type Machine struct {
	engine *Engine
	rt     *runtime.Machine
	h      *heap.Heap
	start  *Compartment

	state atomic.Int32 // one of the state constants
	depth int          // host functions that are being called
	freed *freeList

	active  atomic.Bool     // a run is under way
	context context.Context // … and this can interrupt it
	run     activity        // the stopped run

	nested error // what ended a nested run and so must end the outer ones
	dead   error // why the machine cannot be used any more

	hostErrors errorRing

	executor rawRef // the executor of NewPromise
	resolve  uint32 // handles that it was called with
	reject   uint32
}

const (
	stateIdle int32 = iota
	stateRunning
	stateClosed
)

// activity is what the run under way, or the stopped one, is for.
type activity struct {
	jobs    bool   // run the job queue when it has ended
	inJobs  bool   // it is the job queue
	value   uint32 // handle of the result to return after the jobs, or 0
	source  *Source
	context context.Context
}

// enter begins a use of the machine; a nil error must be followed by leave.
func (m *Machine) enter() error {
	if m == nil || m.h == nil {
		return ErrClosed
	}
	if !m.state.CompareAndSwap(stateIdle, stateRunning) {
		if m.state.Load() == stateClosed {
			return ErrClosed
		}
		return ErrConcurrent
	}
	if m.freed.some.Load() {
		m.freed.drain(m.h)
	}
	return nil
}

func (m *Machine) leave() { m.state.CompareAndSwap(stateRunning, stateIdle) }

// do uses the machine: it runs f while nobody else can.
func (m *Machine) do(f func() error) error {
	if err := m.enter(); err != nil {
		return err
	}
	defer m.leave()
	if m.dead != nil {
		return m.dead
	}
	if m.nested != nil {
		return m.error(m.nested, nil)
	}
	if m.h.WantGC {
		return m.protect(func() error {
			if !m.rt.Collect(m.h.WantFull) {
				return &LimitError{Limit: LimitMemory}
			}
			return f()
		})
	}
	return m.protect(f)
}

// protect runs f and turns panics and memory faults into errors.
func (m *Machine) protect(f func() error) (err error) {
	done := false
	defer func() {
		if done {
			return
		}
		r := recover()
		if r == nil {
			r = "a host function ended its goroutine"
			m.depth = 0
		}
		m.dead = &InternalError{Message: fmt.Sprint(r), Stack: string(debug.Stack())}
		err = m.dead
	}()
	if m.h == nil {
		err = f()
	} else if fault := m.h.Guard(func() { err = f() }); fault != nil {
		m.dead = &InternalError{Message: fault.Error()}
		err = m.dead
	}
	done = true
	return err
}

// Close frees the machine's memory. Its values must not be used any more. Close
// does nothing on a closed machine and returns ErrConcurrent or ErrHostCall when
// the machine is running.
func (m *Machine) Close() error {
	if err := m.enter(); err != nil {
		if err == ErrClosed {
			return nil
		}
		return err
	}
	if m.depth > 0 {
		m.leave()
		return ErrHostCall
	}
	m.state.Store(stateClosed)
	m.rt.Close()
	return nil
}

// StartCompartment is the machine's first compartment. Host objects go there,
// and reach other compartments only when they are passed on.
func (m *Machine) StartCompartment() *Compartment { return m.start }

// Set defines a global variable of the start compartment; see Compartment.Set.
func (m *Machine) Set(name string, x any) error { return m.start.Set(name, x) }

// Run evaluates a program in the start compartment and then runs promise jobs
// until there are none; see Compartment.Run.
func (m *Machine) Run(file, text string) (Value, error) { return m.start.Run(file, text) }

// RunContext is Run that a context can interrupt.
func (m *Machine) RunContext(ctx context.Context, file, text string) (Value, error) {
	return m.start.RunContext(ctx, file, text)
}

// Eval evaluates one expression in the start compartment. It runs no jobs.
func (m *Machine) Eval(expression string) (Value, error) {
	return m.start.Evaluate(Source{File: "<eval>", Text: expression, Expression: true})
}

// EvalContext is Eval that a context can interrupt.
func (m *Machine) EvalContext(ctx context.Context, expression string) (Value, error) {
	return m.start.EvaluateContext(ctx, Source{File: "<eval>", Text: expression, Expression: true})
}

// RunJobs runs promise jobs until there are none. The error is a *RejectionError
// when promises were left rejected without a handler. In a host function it does
// nothing: jobs run when the outermost call has ended.
func (m *Machine) RunJobs() error { return m.RunJobsContext(context.Background()) }

// RunJobsContext is RunJobs that a context can interrupt.
func (m *Machine) RunJobsContext(ctx context.Context) error {
	return m.do(func() error {
		if m.depth > 0 {
			return nil
		}
		_, err := m.begin(activity{inJobs: true, context: ctx}, m.rawJobs)
		return err
	})
}

// Continue goes on with a run that a limit has stopped, exactly where it
// stopped, and returns what the stopped call would have returned.
func (m *Machine) Continue() (Value, error) { return m.ContinueContext(context.Background()) }

// ContinueContext is Continue that a context can interrupt.
func (m *Machine) ContinueContext(ctx context.Context) (v Value, err error) {
	err = m.do(func() error {
		if m.depth > 0 {
			return ErrHostCall
		}
		if !m.stopped() {
			return ErrNotStopped
		}
		a := m.run
		m.run, a.context = activity{}, ctx
		v, err = m.begin(a, m.rt.Continue)
		return err
	})
	return v, err
}

// Abandon drops a stopped run. Everything that it has done stays.
func (m *Machine) Abandon() error {
	return m.do(func() error {
		if m.depth > 0 {
			return ErrHostCall
		}
		m.abandon()
		return nil
	})
}

func (m *Machine) abandon() {
	m.rt.Abandon()
	m.h.FreeHandle(m.run.value)
	m.run = activity{}
}

// Stopped reports whether a run that a limit has stopped waits for Continue.
func (m *Machine) Stopped() (stopped bool) {
	m.do(func() error { stopped = m.stopped(); return nil })
	return stopped
}

func (m *Machine) stopped() bool { return m.depth == 0 && m.run.waiting() }

// waiting: a stopped run is the only one whose activity is kept.
func (a *activity) waiting() bool { return a.context != nil }

// Interrupt makes the run under way stop with a *LimitError at its next poll. It
// may be called from any goroutine. Without a run it does nothing.
func (m *Machine) Interrupt() {
	if m.active.Load() {
		m.rt.Interrupt()
	}
}

// Fuel is what may still be charged before the machine stops; ok is false when
// there is no limit.
func (m *Machine) Fuel() (units int64, ok bool) {
	m.do(func() error { units = m.rt.Fuel(); return nil })
	if units > runtime.Unlimited/2 {
		return 0, false
	}
	return max(units, 0), true
}

// AddFuel lets the machine do more work. It has no effect on a machine without
// limit.
func (m *Machine) AddFuel(units int64) error {
	return m.do(func() error {
		if units < 0 {
			return fmt.Errorf("firn: AddFuel(%d): want 0 or more", units)
		}
		have := m.rt.Fuel()
		if have <= runtime.Unlimited/2 {
			m.rt.SetFuel(min(have, runtime.Unlimited/4) + min(units, runtime.Unlimited/4))
		}
		return nil
	})
}

// Stats are counters of a machine.
type Stats struct {
	Fuel        uint64 // all the work that it was ever charged for, in units of fuel
	Memory      uint64 // bytes of heap in use now, garbage included
	MinorGCs    uint64 // collections of the nursery
	FullGCs     uint64 // collections of the whole heap
	PendingJobs int    // promise jobs that wait to be run
}

// Stats are the machine's counters. Fuel depends only on what has run; the
// others may change from release to release.
func (m *Machine) Stats() (s Stats) {
	m.do(func() error {
		s = Stats{
			Fuel:        m.rt.Used(),
			Memory:      uint64(m.h.Used()),
			MinorGCs:    uint64(m.h.Stats.Minor),
			FullGCs:     uint64(m.h.Stats.Full),
			PendingJobs: int(builtin.PendingJobs(m.h)),
		}
		return nil
	})
	return s
}

// CollectGarbage collects all garbage and gives memory back to the system. It
// does nothing while JavaScript is running.
func (m *Machine) CollectGarbage() error {
	return m.do(func() error {
		if m.depth > 0 || m.run.waiting() {
			return nil
		}
		if !m.rt.Collect(true) || !m.h.Trim() {
			return &LimitError{Limit: LimitMemory}
		}
		return nil
	})
}

// begin runs f, which starts or continues a run, for activity a.
func (m *Machine) begin(a activity, f func() (rawValue, error)) (Value, error) {
	if m.depth > 0 {
		v, err := m.interruptible(a.context, f)
		if err != nil {
			return Value{}, m.failed(err, a)
		}
		return m.value(v), nil
	}
	if m.run.waiting() {
		return Value{}, ErrBusy
	}
	if a.context == nil {
		a.context = context.Background()
	}
	m.rt.ClearInterrupt()
	m.context = a.context
	m.active.Store(true)
	v, err := m.interruptible(a.context, f)
	for err == nil && a.jobs {
		a.jobs, a.inJobs = false, true
		a.value = m.h.NewHandle(v)
		v, err = m.interruptible(a.context, m.rawJobs)
	}
	m.active.Store(false)
	if err != nil {
		err = m.failed(err, a)
		if e, ok := err.(*LimitError); ok && e.Resumable {
			m.run = a
			return Value{}, err
		}
		m.h.FreeHandle(a.value)
		return Value{}, err
	}
	if !a.inJobs {
		return m.value(v), nil
	}
	err = m.rejections(v)
	var result Value
	if a.value != 0 {
		result = m.value(m.h.Handle(a.value))
		m.h.FreeHandle(a.value)
	}
	return result, err
}

// call calls a function for a purpose that cannot be continued after a limit.
func (m *Machine) call(fn, this rawValue, args ...rawValue) (rawValue, error) {
	if m.depth == 0 && m.run.waiting() {
		return 0, ErrBusy
	}
	v, err := m.rt.Call(fn, this, args...)
	if err != nil {
		if e, ok := err.(*runtime.LimitError); ok && e.Resumable {
			m.rt.Abandon()
			err = &runtime.LimitError{Limit: e.Limit}
		}
		return 0, m.failed(err, activity{})
	}
	return v, nil
}

// failed makes the public error of a run, and remembers it when host functions
// lie between the run and what began it.
func (m *Machine) failed(err error, a activity) error {
	if m.nested != nil {
		err = m.nested
		if m.depth == 0 {
			m.nested = nil
		}
		return m.error(err, a.source)
	}
	if m.depth > 0 {
		switch err.(type) {
		case *runtime.LimitError, *runtime.InternalError:
			m.nested = err
		}
	}
	err = m.error(err, a.source)
	if e, ok := err.(*LimitError); ok && e.Limit == LimitInterrupt && a.context != nil {
		e.cause = context.Cause(a.context)
	}
	return err
}

// interruptible runs f and lets ctx interrupt it.
func (m *Machine) interruptible(ctx context.Context, f func() (rawValue, error)) (rawValue, error) {
	if ctx == nil || ctx.Done() == nil {
		return f()
	}
	if ctx.Err() != nil {
		m.rt.Interrupt()
	}
	ended := make(chan struct{})
	stop := context.AfterFunc(ctx, func() { m.rt.Interrupt(); close(ended) })
	v, err := f()
	if !stop() {
		<-ended
		m.rt.ClearInterrupt()
		if m.depth > 0 && m.context.Err() != nil {
			m.rt.Interrupt() // that was the outer run's
		}
	}
	return v, err
}

// rawJobs runs the job queue.
func (m *Machine) rawJobs() (rawValue, error) {
	return m.rt.Call(m.h.Root(builtin.LibRunJobs), heap.Undefined)
}

// rejections is the error for the array of promises that RunJobs returned.
func (m *Machine) rejections(v rawValue) error {
	if !m.h.IsKind(v, heap.KArray) {
		return nil
	}
	var e RejectionError
	var p heap.Prop
	for i := uint32(0); i < m.h.Word(v.Ref()); i++ {
		if m.h.GetOwn(v.Ref(), heap.IndexKey(i), &p) && m.h.IsKind(p.Value, heap.KPromise) {
			e.Rejections = append(e.Rejections, m.exception(m.rt.Rejection(p.Value)))
		}
	}
	if e.Rejections == nil {
		return nil
	}
	return &e
}
