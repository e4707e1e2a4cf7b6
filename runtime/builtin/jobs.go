//firn:core

package builtin

import "firn/heap"

// The job queue (ECMA-262 9.5): a record in the root RootJobs.
const (
	RootJobs = heap.RootJobs

	jobsRing      = heap.JobsRing
	jobsHead      = heap.JobsHead
	jobsCount     = heap.JobsCount
	jobsTaken     = heap.JobsTaken
	jobsRejected  = heap.JobsRejected
	jobsValues    = heap.JobsValues
	jobWords      = heap.JobWords
	jobsFirstRing = heap.JobsFirstRing
	jobsMax       = 1 << 24
)

// jobs is the queue's record.
func jobs(h *heap.Heap) uint32 {
	if v := h.Root(RootJobs); v.IsCell() {
		return v.Ref()
	}
	r := h.AllocValues(heap.KRecord, heap.OffValues+8*jobsValues, heap.OffValues, heap.Undefined)
	h.SetVal(r+heap.OffValues+8*jobsHead, heap.Int(0))
	h.SetVal(r+heap.OffValues+8*jobsCount, heap.Int(0))
	h.SetRoot(RootJobs, heap.CellRef(r))
	return r
}

// jobsField is the cage offset of a field of the queue's record.
func jobsField(r, i uint32) uint32 { return r + heap.OffValues + 8*i }

// ringSize is the number of jobs that fit in a ring.
func ringSize(h *heap.Heap, ring uint32) uint32 {
	return (h.Size(ring) - heap.OffValues) / (8 * jobWords)
}

// reserveJobs makes room for so many more jobs; false when there is no memory.
func reserveJobs(h *heap.Heap, more uint32) bool {
	r := jobs(h)
	head := h.Val(jobsField(r, jobsHead)).Index()
	n := h.Val(jobsField(r, jobsCount)).Index()
	ring, size := uint32(0), uint32(0)
	if v := h.Val(jobsField(r, jobsRing)); v.IsCell() {
		ring = v.Ref()
		size = ringSize(h, ring)
	}
	if more <= size-n {
		return true
	}
	if more > jobsMax || n > jobsMax-more {
		return false
	}
	bigger := size * 2
	if size == 0 {
		bigger = jobsFirstRing
	}
	for bigger < n+more {
		bigger *= 2
	}
	bytes := heap.OffValues + 8*jobWords*bigger
	if bigger >= 256 && !h.Room(uint64(bytes)) {
		return false
	}
	to := h.AllocValues(heap.KRecord, bytes, heap.OffValues, heap.Undefined)
	if n > 0 {
		first := size - head
		if first > n {
			first = n
		}
		h.CopyWords(to+heap.OffValues, ring+heap.OffValues+8*jobWords*head, jobWords*first)
		h.CopyWords(to+heap.OffValues+8*jobWords*first, ring+heap.OffValues, jobWords*(n-first))
		h.DirtyCell(to)
		h.Charge(uint64(n))
	}
	h.Store(jobsField(r, jobsRing), heap.CellRef(to))
	h.SetVal(jobsField(r, jobsHead), heap.Int(0))
	return true
}

// putJob appends a job for which there is room.
func putJob(h *heap.Heap, kind, x, y, z heap.Value) {
	r := jobs(h)
	ring := h.Val(jobsField(r, jobsRing)).Ref()
	n := h.Val(jobsField(r, jobsCount)).Index()
	at := h.Val(jobsField(r, jobsHead)).Index() + n
	if size := ringSize(h, ring); at >= size {
		at -= size
	}
	off := ring + heap.OffValues + 8*jobWords*at
	h.Store(off, kind)
	h.Store(off+8, x)
	h.Store(off+16, y)
	h.Store(off+24, z)
	h.SetVal(jobsField(r, jobsCount), heap.Uint32(n+1))
}

// EnqueueJob appends a job; false when there is no memory for it. Its kinds are
// those of runtime/lib/promise.js.
func EnqueueJob(h *heap.Heap, kind, x, y, z heap.Value) bool {
	if !reserveJobs(h, 1) {
		return false
	}
	putJob(h, kind, x, y, z)
	return true
}

// PendingJobs is the number of jobs in the queue.
func PendingJobs(h *heap.Heap) uint32 {
	if v := h.Root(RootJobs); v.IsCell() {
		return h.Val(jobsField(v.Ref(), jobsCount)).Index()
	}
	return 0
}

func Do_EnqueueJob(c *Call) heap.Value {
	if !EnqueueJob(c.H, c.Arg(0), c.Arg(1), c.Arg(2), c.Arg(3)) {
		return c.NoMemory()
	}
	return heap.Undefined
}

func Do_NextJob(c *Call) heap.Value {
	h := c.H
	h.SetRoot(RootOrigin, heap.Undefined)
	if PendingJobs(h) == 0 {
		return heap.Undefined
	}
	r := jobs(h)
	head := h.Val(jobsField(r, jobsHead)).Index()
	n := h.Val(jobsField(r, jobsCount)).Index() - 1
	ring := h.Val(jobsField(r, jobsRing)).Ref()
	off := ring + heap.OffValues + 8*jobWords*head
	kind := h.Val(off)
	for i := uint32(0); i < 3; i++ {
		h.Store(jobsField(r, jobsTaken+i), h.Val(off+8+8*i))
	}
	if kind.Int32() <= 1 {
		h.SetRoot(RootOrigin, h.Val(off+24))
		h.SetVal(jobsField(r, jobsTaken+2), heap.Undefined)
	}
	h.Fill(off, jobWords, heap.Undefined)
	if head++; head == ringSize(h, ring) || n == 0 {
		head = 0
	}
	h.SetVal(jobsField(r, jobsHead), heap.Uint32(head))
	h.SetVal(jobsField(r, jobsCount), heap.Uint32(n))
	if n == 0 && ringSize(h, ring) > jobsFirstRing {
		h.SetVal(jobsField(r, jobsRing), heap.Undefined)
	}
	return kind
}

func Do_JobValue(c *Call) heap.Value {
	h := c.H
	at := jobsField(jobs(h), jobsTaken+uint32(c.Arg(0).Int32()))
	v := h.Val(at)
	h.SetVal(at, heap.Undefined)
	return v
}

// trackRejection is ECMA-262 27.2.1.9 HostPromiseRejectionTracker: a promise was
// rejected and nobody handles it, or somebody does now.
func trackRejection(h *heap.Heap, promise heap.Value, rejected bool) heap.Status {
	at := jobsField(jobs(h), jobsRejected)
	v := h.Val(at)
	if !v.IsCell() {
		if !rejected {
			return heap.OK
		}
		v = heap.CellRef(h.NewTable(true))
	}
	t, st := v.Ref(), heap.Status(heap.OK)
	if rejected {
		t, st = h.TableSet(t, promise, heap.Undefined)
	} else {
		t, _, st = h.TableDelete(t, promise)
	}
	if st == heap.OK {
		h.Store(at, heap.CellRef(t))
	}
	return st
}

func Do_TakeRejections(c *Call) heap.Value {
	h := c.H
	at := jobsField(jobs(h), jobsRejected)
	v := h.Val(at)
	if !v.IsCell() {
		return heap.Object(h.NewArrayCap(0, 0))
	}
	n := h.TableSize(v.Ref())
	a := h.NewArrayCap(n, n)
	if a == 0 {
		return c.NoMemory()
	}
	for i, t, pos := uint32(0), v.Ref(), uint32(0); i < n; i++ {
		var e uint32
		e, t, pos = h.TableNext(t, pos)
		h.Store(h.U32(a+heap.OffElements)+heap.OffValues+8*i, h.Val(e))
	}
	h.Charge(uint64(n))
	h.SetVal(at, heap.Undefined)
	return heap.Object(a)
}
