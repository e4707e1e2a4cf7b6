package builtin

import (
	"math/rand"
	"testing"

	"firn/heap"
)

// TestJobQueue puts jobs into the queue and takes them off in a random order of
// operations, with collections in between: first in, first out, none lost.
func TestJobQueue(t *testing.T) {
	c := newCall(t)
	h := c.H
	r := rand.New(rand.NewSource(1))
	if got := c.call("$NextJob", heap.Undefined); got != heap.Undefined {
		t.Fatal("the empty queue has a job", got)
	}
	put, taken := int32(0), int32(0)
	for step := 0; step < 20000; step++ {
		// Phases in which the queue grows, and shrinks to nothing.
		if r.Intn(100) < 30+40*(step/2500%2) {
			arg := h.NewArrayCap(1, 1)
			h.Store(h.U32(arg+heap.OffElements)+heap.OffValues, heap.Int(put))
			if v := c.call("$EnqueueJob", heap.Undefined, heap.Int(put&3), heap.Int(put), heap.Object(arg), heap.Undefined); v != heap.Undefined {
				t.Fatal("enqueue failed")
			}
			put++
		} else if kind := c.call("$NextJob", heap.Undefined); kind == heap.Undefined {
			if put != taken {
				t.Fatalf("%d jobs lost", put-taken)
			}
		} else {
			if kind != heap.Int(taken&3) || c.call("$JobValue", heap.Undefined, heap.Int(0)) != heap.Int(taken) {
				t.Fatalf("job %d is not the next", taken)
			}
			arg := c.call("$JobValue", heap.Undefined, heap.Int(1)).Ref()
			if got := h.Val(h.U32(arg+heap.OffElements) + heap.OffValues); got != heap.Int(taken) {
				t.Fatalf("job %d has the argument %v", taken, got)
			}
			if c.call("$JobValue", heap.Undefined, heap.Int(1)) != heap.Undefined {
				t.Fatal("a value that was taken is still kept alive")
			}
			taken++
		}
		if n := PendingJobs(h); n != uint32(put-taken) {
			t.Fatalf("%d jobs in the queue, want %d", n, put-taken)
		}
		if step%997 == 0 {
			h.StackTop = h.StackBase
			h.Collect(step%2 == 0)
		}
	}
	if put < 5000 || taken < 5000 {
		t.Fatal("the test does too little:", put, taken)
	}
}

// TestRejections follows promises from rejection to being handled or reported.
func TestRejections(t *testing.T) {
	c := newCall(t)
	h := c.H
	var hs []uint32
	for i := 0; i < 50; i++ {
		p := c.call("$NewPromise", heap.Undefined)
		hs = append(hs, h.NewHandle(p))
		c.call("$RejectPromise", heap.Undefined, p, heap.Int(int32(i)))
	}
	for i := 0; i < 50; i += 2 {
		c.call("$AddReaction", heap.Undefined, h.Handle(hs[i]), heap.Object(h.NewKind(heap.KInternal, 0)))
	}
	for i := 0; i < 50; i += 2 {
		// The reaction of a rejected promise is a job.
		if c.call("$NextJob", heap.Undefined) != heap.Int(1) || c.call("$JobValue", heap.Undefined, heap.Int(1)) != heap.Int(int32(i)) {
			t.Fatal("wrong job for promise", i)
		}
	}
	h.StackTop = h.StackBase
	h.Collect(true)
	list := c.call("$TakeRejections", heap.Undefined).Ref()
	if n := h.Word(list); n != 25 {
		t.Fatalf("%d rejections, want 25", n)
	}
	for i := uint32(0); i < 25; i++ {
		if got := h.Val(h.U32(list+heap.OffElements) + heap.OffValues + 8*i); got != h.Handle(hs[2*i+1]) {
			t.Fatalf("rejection %d is not the promise that was rejected as number %d", i, 2*i+1)
		}
	}
	if n := h.Word(c.call("$TakeRejections", heap.Undefined).Ref()); n != 0 {
		t.Fatalf("%d rejections are reported twice", n)
	}
}
