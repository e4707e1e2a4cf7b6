//firn:core

package builtin

import "firn/heap"

// Promises (ECMA-262 27.2): what runs no user code. The slots of a promise are
// described in runtime/lib/promise.js.
const (
	promiseState     = heap.PromiseState
	promiseResult    = heap.PromiseResult
	promiseReactions = heap.PromiseReactions
	promiseHandled   = heap.PromiseHandled

	promisePending   = heap.PromisePending
	promiseFulfilled = heap.PromiseFulfilled
	promiseRejected  = heap.PromiseRejected

	reactionBrand = 2 // of the library's reaction objects
)

// NewPromise makes a pending promise of %Promise%.
func NewPromise(h *heap.Heap) uint32 {
	p := h.NewKind(heap.KPromise, h.Root(RootPromisePrototype).Ref())
	h.SetInternal(p, promiseState, heap.Int(promisePending))
	h.SetInternal(p, promiseHandled, heap.False)
	return p
}

// Do_NewPromise makes a pending promise of %Promise%.
func Do_NewPromise(c *Call) heap.Value { return heap.Object(NewPromise(c.H)) }

// settle is FulfillPromise and RejectPromise (ECMA-262 27.2.1.4, 27.2.1.7) of a
// pending promise; false when there is no memory, and nothing has been done.
func settlePromise(h *heap.Heap, promise uint32, state int32, result heap.Value) bool {
	reactions := h.Internal(promise, promiseReactions)
	n := uint32(0)
	if reactions.IsObject() {
		n = h.Word(reactions.Ref())
	}
	if n > 0 && !reserveJobs(h, n) {
		return false
	}
	if state == promiseRejected && h.Internal(promise, promiseHandled) != heap.True {
		if trackRejection(h, heap.Object(promise), true) != heap.OK {
			return false
		}
	}
	origin := heap.Undefined
	if state == promiseRejected {
		origin = takeOrigin(h, result)
	}
	h.SetInternal(promise, promiseState, heap.Int(state))
	h.SetInternal(promise, promiseResult, result)
	h.SetInternal(promise, promiseReactions, origin)
	for i := uint32(0); i < n; i++ {
		// The elements of a library array are dense.
		putJob(h, heap.Int(state-1), h.Val(h.U32(reactions.Ref()+heap.OffElements)+heap.OffValues+8*i), result, origin)
	}
	h.Charge(uint64(n))
	return true
}

// FulfillPromise is ECMA-262 27.2.1.4; false when there is no memory.
func FulfillPromise(h *heap.Heap, promise uint32, value heap.Value) bool {
	return settlePromise(h, promise, promiseFulfilled, value)
}

// RejectPromise is ECMA-262 27.2.1.7; false when there is no memory.
func RejectPromise(h *heap.Heap, promise uint32, reason heap.Value) bool {
	return settlePromise(h, promise, promiseRejected, reason)
}

// Rejection is the reason of a rejected promise and its origin.
func Rejection(h *heap.Heap, promise uint32) (reason, origin heap.Value) {
	return h.Internal(promise, promiseResult), h.Internal(promise, promiseReactions)
}

func (c *Call) finished(ok bool) heap.Value {
	if !ok {
		return c.NoMemory()
	}
	return heap.Undefined
}

func Do_FulfillPromise(c *Call) heap.Value {
	return c.finished(FulfillPromise(c.H, c.Arg(0).Ref(), c.Arg(1)))
}

func Do_RejectPromise(c *Call) heap.Value {
	return c.finished(RejectPromise(c.H, c.Arg(0).Ref(), c.Arg(1)))
}

// addReaction is PerformPromiseThen (ECMA-262 27.2.5.4.1) from step 7 on; false
// when there is no memory.
func addReaction(h *heap.Heap, promise uint32, reaction heap.Value) bool {
	state := h.Internal(promise, promiseState).Int32()
	if state == promisePending {
		list := h.Internal(promise, promiseReactions)
		if !list.IsObject() {
			a := h.NewArrayCap(0, 1)
			if a == 0 {
				return false
			}
			list = heap.Object(a)
			h.SetInternal(promise, promiseReactions, list)
		}
		if !h.ArrayPush(list.Ref(), reaction) {
			return false
		}
	} else {
		if !reserveJobs(h, 1) {
			return false
		}
		if state == promiseRejected && h.Internal(promise, promiseHandled) != heap.True {
			if trackRejection(h, heap.Object(promise), false) != heap.OK {
				return false
			}
		}
		putJob(h, heap.Int(state-1), reaction, h.Internal(promise, promiseResult), h.Internal(promise, promiseReactions))
	}
	h.SetInternal(promise, promiseHandled, heap.True)
	return true
}

func Do_AddReaction(c *Call) heap.Value {
	return c.finished(addReaction(c.H, c.Arg(0).Ref(), c.Arg(1)))
}

// plainPromise reports whether v is a promise whose constructor is %Promise%, as
// can be told without running user code.
func plainPromise(h *heap.Heap, v heap.Value) bool {
	var p heap.Prop
	return h.IsKind(v, heap.KPromise) &&
		h.Lookup(v.Ref(), h.Root(heap.RootAtomConstructor), &p) == heap.LookupData && p.Value == h.Root(RootPromise)
}

// Results of Await.
const (
	AwaitDone    = iota
	AwaitDecline // user code must run: the library does it
	AwaitMemory
)

// Await is the part of ECMA-262 27.7.5.3 before the suspension: coroutine will
// be resumed when value is settled.
func Await(h *heap.Heap, value, coroutine heap.Value) uint32 {
	ok := false
	switch {
	case !value.IsObject():
		ok = EnqueueJob(h, heap.Int(0), coroutine, value, heap.Undefined)
	case plainPromise(h, value):
		ok = addReaction(h, value.Ref(), coroutine)
	default:
		return AwaitDecline
	}
	if !ok {
		return AwaitMemory
	}
	return AwaitDone
}

// PromisePrototype_then is the fast path of ECMA-262 27.2.5.4 for promises of
// %Promise% itself.
func PromisePrototype_then(c *Call) heap.Value {
	h := c.H
	var p heap.Prop
	if !plainPromise(h, c.This()) ||
		h.Lookup(h.Root(RootPromise).Ref(), h.Root(RootSymSpecies), &p) != heap.LookupAccessor || p.Getter != h.Root(Rootget_Promise_sym_species) {
		return c.Decline()
	}
	derived := heap.Object(NewPromise(h))
	r := h.NewKind(heap.KInternal, 0)
	h.SetU32(r+heap.OffWord, reactionBrand)
	for i := uint32(0); i < 2; i++ {
		if h.IsCallable(c.Arg(i)) {
			h.SetInternal(r, i, c.Arg(i))
		}
	}
	h.SetInternal(r, 2, derived)
	if !addReaction(h, c.This().Ref(), heap.Object(r)) {
		return c.NoMemory()
	}
	return derived
}
