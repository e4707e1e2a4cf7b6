package jit

import (
	"testing"

	"firn/jit/backend"
)

// countedJob is a job that does nothing.
type countedJob struct{ Job }

func (countedJob) Finish() (*backend.Code, error) { return &backend.Code{}, nil }

// TestQueue: all jobs come back, those that are queued while the goroutine works and
// those that are when it has nothing to do.
func TestQueue(t *testing.T) {
	var e Engine
	queued := 0
	for burst := 1; burst <= 20; burst++ {
		for i := 0; i < burst%4+1; i++ {
			e.queue.put(work{&e, &code{}, countedJob{}})
			queued++
		}
		compiling.idle.Wait()
	}
	b := &e.queue
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.done) != queued || !b.ready.Load() {
		t.Errorf("%d of %d jobs came back", len(b.done), queued)
	}
	for _, r := range b.done {
		if r.err != nil || r.b == nil {
			t.Errorf("a job gave %v, %v", r.b, r.err)
		}
	}
}
