package ssa

import "firn/heap"

// Jobs and promises as runtime/builtin has them: see heap/jobs.go. The first
// argument of these stubs is the heap's state, which has the roots.

// root is the cage offset of a root from the heap's state.
func root(n int64) int64 { return heap.StateRoots + 8*n }

// inner is the offset of internal slot i.
func inner(i int64) int64 { return heap.OffInternal + 8*i }

// jobsField is the offset of a field of the queue's record.
func jobsField(i int64) int64 { return heap.OffValues + 8*i }

// jobQueue is the job queue.
type jobQueue struct {
	rec, ring         *Value
	size, head, count *Value // jobs that fit in the ring, number of the first, jobs in the queue
}

// jobs is the job queue, which must have a ring.
func (s *stubBuilder) jobs(cannot *Block) (q jobQueue) {
	rec := s.op(OpLoadVal, root(heap.RootJobs), s.args[0])
	s.must(s.op(OpHasTag, heap.TagCell, rec), cannot)
	q.rec = s.op(OpUnboxRef, 0, rec)
	ring := s.op(OpLoadVal, jobsField(heap.JobsRing), q.rec)
	s.must(s.op(OpHasTag, heap.TagCell, ring), cannot)
	q.ring = s.op(OpUnboxRef, 0, ring)
	bytes := s.op(OpSubIntW, 0, s.op(OpLoadInt, heap.OffSize, q.ring), s.int(heap.OffValues))
	q.size = s.op(OpShrInt, 0, bytes, s.int(5)) // 8·JobWords
	q.head = s.op(OpUnboxInt, 0, s.op(OpLoadVal, jobsField(heap.JobsHead), q.rec))
	q.count = s.op(OpUnboxInt, 0, s.op(OpLoadVal, jobsField(heap.JobsCount), q.rec))
	return q
}

// put is a store with its barrier.
func (s *stubBuilder) put(off int64, ref, v *Value) {
	s.op(OpStoreVal, off, ref, v)
	s.op(OpBarrier, off, ref)
}

// place is the job with a number, from the beginning of its ring.
func (s *stubBuilder) place(q *jobQueue, number *Value) *Value {
	return s.op(OpAddRef, 0, q.ring, s.op(OpShlInt, 0, number, s.int(5)))
}

// putJob appends the job of a reaction to a promise that was fulfilled with v.
func (s *stubBuilder) putJob(reaction, v *Value, cannot *Block) {
	q := s.jobs(cannot)
	s.must(s.cmp(Lt, q.count, q.size), cannot)
	at := s.op(OpAddIntW, 0, q.head, q.count)
	wraps, _ := s.block()
	to, n := s.block(Int)
	s.unless(s.cmp(Ge, at, q.size), wraps)
	s.jump(to, at)
	s.at(wraps)
	s.jump(to, s.op(OpSubIntW, 0, at, q.size))
	s.at(to)
	job := s.place(&q, n[0])
	s.op(OpStoreVal, heap.OffValues, job, s.bits(heap.Int(heap.JobFulfilled)))
	s.put(heap.OffValues+8, job, reaction)
	s.put(heap.OffValues+16, job, v)
	s.op(OpStoreVal, heap.OffValues+24, job, s.bits(heap.Undefined))
	s.op(OpStoreVal, jobsField(heap.JobsCount), q.rec, s.op(OpBoxInt, 0, s.op(OpAddIntW, 0, q.count, s.int(1))))
}

// enqueue is builtin.EnqueueJob of the reaction 1 to what was fulfilled with 2.
func enqueue(s *stubBuilder) {
	cannot, _ := s.block()
	s.putJob(s.args[1], s.args[2], cannot)
	s.ret(s.int(0))
	s.at(cannot)
	s.cannot()
}

// nextJob is $NextJob, with a job.
func nextJob(s *stubBuilder) {
	cannot, _ := s.block()
	q := s.jobs(cannot)
	s.must(s.cmp(Ne, q.count, s.int(0)), cannot)
	left := s.op(OpSubIntW, 0, q.count, s.int(1))
	// Of the last one when a large ring is to be given back.
	taken, _ := s.block()
	last, _ := s.block()
	s.unless(s.cmp(Eq, left, s.int(0)), last)
	s.jump(taken)
	s.at(last)
	s.must(s.cmp(Le, q.size, s.int(heap.JobsFirstRing)), cannot)
	s.jump(taken)
	s.at(taken)
	undefined := s.bits(heap.Undefined)
	job := s.place(&q, q.head)
	kind := s.op(OpUnboxInt, 0, s.op(OpLoadVal, heap.OffValues, job))
	s.put(jobsField(heap.JobsTaken), q.rec, s.op(OpLoadVal, heap.OffValues+8, job))
	s.put(jobsField(heap.JobsTaken+1), q.rec, s.op(OpLoadVal, heap.OffValues+16, job))
	third := s.op(OpLoadVal, heap.OffValues+24, job)
	reaction, _ := s.block()
	other, _ := s.block()
	emptied, origin := s.block(Val)
	s.branch(s.cmp(Le, kind, s.int(heap.JobRejected)), reaction, other)
	s.op(OpStoreVal, jobsField(heap.JobsTaken+2), q.rec, undefined)
	s.jump(emptied, third)
	s.at(other)
	s.put(jobsField(heap.JobsTaken+2), q.rec, third)
	s.jump(emptied, undefined)
	s.at(emptied)
	s.op(OpStoreVal, root(heap.RootOrigin), s.args[0], origin[0])
	for i := int64(0); i < heap.JobWords; i++ {
		s.op(OpStoreVal, heap.OffValues+8*i, job, undefined)
	}
	next := s.op(OpAddIntW, 0, q.head, s.int(1))
	first, _ := s.block()
	end, head := s.block(Int)
	s.unless(s.cmp(Eq, next, q.size), first)
	s.unless(s.cmp(Eq, left, s.int(0)), first)
	s.jump(end, next)
	s.at(first)
	s.jump(end, s.int(0))
	s.at(end)
	s.op(OpStoreVal, jobsField(heap.JobsHead), q.rec, s.op(OpBoxInt, 0, head[0]))
	s.op(OpStoreVal, jobsField(heap.JobsCount), q.rec, s.op(OpBoxInt, 0, left))
	s.ret(kind)
	s.at(cannot)
	s.cannot()
}

// fulfill is builtin.FulfillPromise of the pending promise 1 with 2, for at most
// one reaction.
func fulfill(s *stubBuilder) {
	cannot, _ := s.block()
	settled, _ := s.block()
	some, _ := s.block()
	promise, v := s.args[1], s.args[2]
	list := s.op(OpLoadVal, inner(heap.PromiseReactions), promise)
	s.unless(s.op(OpHasTag, heap.TagObject, list), some)
	s.jump(settled)
	s.at(some)
	a := s.op(OpUnboxRef, 0, list)
	s.must(s.cmp(Eq, s.op(OpLoadInt, heap.OffWord, a), s.int(1)), cannot)
	s.putJob(s.op(OpLoadVal, heap.OffValues, s.op(OpLoadRef, heap.OffElements, a)), v, cannot)
	s.op(OpChargeInt, 0, s.int(1))
	s.jump(settled)
	s.at(settled)
	s.op(OpStoreVal, inner(heap.PromiseState), promise, s.bits(heap.Int(heap.PromiseFulfilled)))
	s.put(inner(heap.PromiseResult), promise, v)
	s.op(OpStoreVal, inner(heap.PromiseReactions), promise, s.bits(heap.Undefined))
	s.ret(s.int(0))
	s.at(cannot)
	s.cannot()
}

// react is $AddReaction: to a promise that is pending and has none, or fulfilled.
func react(s *stubBuilder) {
	cannot, _ := s.block()
	added, _ := s.block()
	settled, _ := s.block()
	promise, reaction := s.args[1], s.args[2]
	state := s.op(OpUnboxInt, 0, s.op(OpLoadVal, inner(heap.PromiseState), promise))
	s.unless(s.cmp(Ne, state, s.int(heap.PromisePending)), settled)
	list := s.op(OpLoadVal, inner(heap.PromiseReactions), promise)
	some, _ := s.block()
	s.unless(s.op(OpHasTag, heap.TagObject, list), some)
	shape := s.op(OpLoadVal, root(heap.RootArrayShape), s.args[0])
	s.must(s.op(OpHasTag, heap.TagCell, shape), cannot)
	// An array of one element, and room for no more.
	const size = heap.OffInternal + heap.OffValues + 8
	e := s.alloc(s.int(heap.OffValues+8), heap.KElements, 0)
	s.op(OpStoreVal, heap.OffValues, e, reaction)
	a := s.alloc(s.int(heap.OffInternal), heap.KArray, 0)
	s.op(OpStoreRef, heap.OffShape, a, s.op(OpUnboxRef, 0, shape))
	s.op(OpStoreInt, heap.OffSlots, a, s.int(0))
	s.op(OpStoreRef, heap.OffElements, a, e)
	s.op(OpStoreInt, heap.OffWord, a, s.int(1))
	s.put(inner(heap.PromiseReactions), promise, s.op(OpBoxObj, 0, a))
	s.jump(added)
	s.at(some)
	s.jump(cannot)
	s.at(settled)
	s.must(s.cmp(Eq, state, s.int(heap.PromiseFulfilled)), cannot)
	s.putJob(reaction, s.op(OpLoadVal, inner(heap.PromiseResult), promise), cannot)
	s.jump(added)
	s.at(added)
	s.op(OpStoreVal, inner(heap.PromiseHandled), promise, s.bits(heap.True))
	s.ret(s.int(0))
	s.at(cannot)
	s.cannot()
}
