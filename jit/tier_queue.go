package jit

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"firn/jit/backend"
)

// CompilerError is a panic of the compiler: a bug, but the program goes on in the
// interpreter.
type CompilerError struct {
	Stage string
	Value any
	Stack []byte
}

func (e *CompilerError) Error() string {
	return fmt.Sprintf("jit: the compiler failed (%s): %v", e.Stage, e.Value)
}

// work is a job on its way to the goroutine that compiles, result what it comes
// back as.
type work struct {
	e   *Engine
	c   *code
	job Job
}

type result struct {
	c    *code
	b    *backend.Code
	err  error
	took time.Duration
}

// inbox is where the goroutine that compiles leaves an engine's results.
type inbox struct {
	ready   atomic.Bool
	pending atomic.Int32 // jobs that are not back
	mu      sync.Mutex
	done    []result
	closed  bool
}

// The queue of the process. Its goroutine lives while there is something to do, and
// lingers for a while: the stack of a new one would have to grow by doubling and copying
// while it compiles its first function, which takes 20 µs.
var compiling = struct {
	sync.Mutex
	queue   []work
	running bool
	more    chan struct{}  // wakes the goroutine
	idle    sync.WaitGroup // for tests
}{more: make(chan struct{}, 1)}

// linger is how long the goroutine waits for something to do.
const linger = 2 * time.Second

// put queues a job of an engine.
func (b *inbox) put(w work) {
	q := &compiling
	b.pending.Add(1)
	q.Lock()
	q.queue = append(q.queue, w)
	q.idle.Add(1)
	start := !q.running
	q.running = true
	q.Unlock()
	if start {
		go compile()
		return
	}
	select {
	case q.more <- struct{}{}:
	default: // it has been woken already
	}
}

func compile() {
	q := &compiling
	patience := time.NewTimer(linger)
	defer patience.Stop()
	for waited := false; ; {
		q.Lock()
		if len(q.queue) == 0 {
			q.queue = nil
			if waited {
				q.running = false
				q.Unlock()
				return
			}
			q.Unlock()
			patience.Reset(linger)
			select {
			case <-q.more:
			case <-patience.C:
				waited = true
			}
			continue
		}
		w := q.queue[0]
		q.queue[0] = work{}
		q.queue = q.queue[1:]
		q.Unlock()
		waited = false
		w.e.queue.deliver(w)
		q.idle.Done()
	}
}

// finish finishes a job and tells the CPU time that took.
func finish(job Job) (b *backend.Code, err error, took time.Duration) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	start := cpuTime()
	b, err = job.Finish()
	return b, err, cpuTime() - start
}

// deliver finishes a job and leaves the result.
func (b *inbox) deliver(w work) {
	b.mu.Lock()
	closed := b.closed
	b.mu.Unlock()
	if closed {
		return
	}
	r := result{c: w.c}
	func() {
		defer func() {
			if v := recover(); v != nil {
				r.err = &CompilerError{Stage: "finish", Value: v, Stack: debug.Stack()}
			}
		}()
		r.b, r.err, r.took = finish(w.job)
	}()
	b.mu.Lock()
	if !b.closed {
		b.done = append(b.done, r)
		b.ready.Store(true)
	}
	b.mu.Unlock()
}

func (b *inbox) close() {
	b.mu.Lock()
	b.closed, b.done = true, nil
	b.mu.Unlock()
}

// collectJobs takes over finished code.
func (e *Engine) collectJobs() {
	b := &e.queue
	if !b.ready.Load() {
		return
	}
	b.mu.Lock()
	done := b.done
	b.done = nil
	b.ready.Store(false)
	b.mu.Unlock()
	b.pending.Add(-int32(len(done)))
	for _, r := range done {
		e.finished(r)
	}
}

// sharedMemory is the code memory of engines that have no other.
var sharedMemory = sync.OnceValues(func() (*CodeMemory, error) { return NewCodeMemory(sharedCode) })
