//firn:core

package heap

// The layout of promises and of the queue of jobs, which runtime/builtin works on
// and native code too.
const (
	// RootJobs is the record of the job queue; undefined until the first job.
	RootJobs = 42
	// RootOrigin is where the exception on its way comes from.
	RootOrigin = 47

	JobsRing      = 0 // KRecord of JobWords values a job, a ring; undefined when there is none
	JobsHead      = 1 // int: number of the first job in the ring
	JobsCount     = 2 // int: jobs in the queue
	JobsTaken     = 3 // three values of the job taken last
	JobsRejected  = 6 // KTable (a set): promises rejected and not handled, in order; or undefined
	JobsValues    = 7
	JobWords      = 4  // kind and three values
	JobsFirstRing = 16 // jobs in the first ring

	// Internal slots of a promise: see runtime/lib/promise.js.
	PromiseState     = 0
	PromiseResult    = 1
	PromiseReactions = 2 // rejected: the origin of the reason
	PromiseHandled   = 3

	PromisePending   = 0
	PromiseFulfilled = 1
	PromiseRejected  = 2

	// Kinds of jobs.
	JobFulfilled = 0 // a reaction to a fulfilled promise
	JobRejected  = 1
)
