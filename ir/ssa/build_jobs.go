package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// Awaits, promises and the queue of jobs: see stub_jobs.go.

// state is the heap's state, where the roots are.
func (b *builder) heapState() *Value { return b.constant(OpConstRef, int64(b.h.Firn())) }

// promiseShape is the shape of plain promises, if they inherit from ROM only: their
// constructor is %Promise%.
func (b *builder) promiseShape() (uint32, bool) {
	proto := b.cfg.Library.PromisePrototype
	if proto == 0 || !b.h.IsROM(proto) {
		return 0, false
	}
	s := b.h.FindRootShape(proto, heap.KPromise, 0)
	return s, s != 0
}

// touch tells passes that a stub has changed cell.
func (b *builder) touch(mem Mem, cell *Value) {
	b.aux(OpTouch, 0, cell).Mem = mem
}

// react builds the reaction of a coroutine or library object to a promise.
func (b *builder) react(promise, reaction *Value) {
	b.stub(StubReact, b.heapState(), promise, b.boxed(reaction))
	b.touch(MemInner, promise)
}

// fulfill builds the fulfilment of a pending promise.
func (b *builder) fulfill(promise, v *Value) {
	b.stub(StubFulfill, b.heapState(), promise, b.boxed(v))
	b.touch(MemInner, promise)
}

// awaitPrepare builds awaitprep: of plain promises, and of what is no object.
func (b *builder) awaitPrepare(in *bytecode.Inst, v, coroutine *Value) {
	enqueue := func() *Value {
		b.stub(StubEnqueue, b.heapState(), b.boxed(coroutine), b.boxed(v))
		return nil
	}
	b.orSlow(in, func() {
		if v.Type != Val {
			enqueue()
		} else {
			b.choose(b.aux(OpHasTag, heap.TagObject, v), func() *Value {
				shape, ok := b.promiseShape()
				b.require(b.constant(OpConstBool, int64(b2i(ok))))
				if ok {
					promise := b.op(OpUnboxRef, v)
					b.requireCell(b.load(OpLoadRef, MemShape, heap.OffShape, promise), b.cell(shape))
					b.react(promise, coroutine)
				}
				return nil
			}, enqueue)
		}
		b.charge(in.X)
	})
}

// asyncDone builds asyncdone with a value that is no object.
func (b *builder) asyncDone(in *bytecode.Inst, v, coroutine *Value) {
	b.orSlow(in, func() {
		v := b.boxed(v)
		b.require(b.op(OpNotBool, b.aux(OpHasTag, heap.TagObject, v)))
		b.fulfill(b.op(OpUnboxRef, b.load(OpLoadVal, MemInner, genExtra, b.cellOf(coroutine))), v)
		b.charge(in.X)
	})
}

// jobLeaf builds a leaf of library code that works on promises or jobs.
func (b *builder) jobLeaf(in *bytecode.Inst, k Intrinsic, dst, first uint32) bool {
	undefined := func() { b.set(dst, b.value(heap.Undefined)) }
	switch k {
	case LeafNextJob:
		b.orSlow(in, func() {
			kind := b.stub(StubNextJob, b.heapState())
			b.touch(MemBytes, b.heapState())
			b.set(dst, b.boxed(kind))
		})
	case LeafJobValue:
		i, ok := b.known(b.reg(first))
		if !ok || !i.IsInt() || uint32(i.Int32()) > 2 {
			return false
		}
		b.orSlow(in, func() {
			rec := b.load(OpLoadVal, MemBytes, root(heap.RootJobs), b.heapState())
			b.require(b.aux(OpHasTag, heap.TagCell, rec))
			at, cell := jobsField(heap.JobsTaken+int64(i.Int32())), b.op(OpUnboxRef, rec)
			v := b.load(OpLoadVal, MemBytes, at, cell)
			b.store(OpStoreVal, MemBytes, at, cell, b.value(heap.Undefined))
			b.set(dst, v)
		})
	case LeafFulfillPromise:
		b.orSlow(in, func() {
			b.fulfill(b.requireObject(b.reg(first)), b.reg(first+1))
			undefined()
		})
	case LeafAddReaction:
		b.orSlow(in, func() {
			b.react(b.requireObject(b.reg(first)), b.reg(first+1))
			undefined()
		})
	case LeafNewObject:
		kind, ok := b.known(b.reg(first + 1))
		shape, plain := b.promiseShape()
		if !ok || kind != heap.Int(heap.KPromise) || !plain {
			return false
		}
		b.orSlow(in, func() {
			proto := b.boxed(b.reg(first))
			if k, ok := b.known(proto); !ok || k != heap.Object(b.cfg.Library.PromisePrototype) {
				b.requireValue(proto, b.value(heap.Object(b.cfg.Library.PromisePrototype)))
			}
			b.set(dst, b.op(OpBoxObj, b.instance(shape)))
		})
	case LeafNewPromise:
		shape, ok := b.promiseShape()
		if !ok {
			return false
		}
		b.set(dst, b.op(OpBoxObj, b.newPromise(shape)))
	}
	return true
}

// newPromise builds a pending promise that nobody handles.
func (b *builder) newPromise(shape uint32) *Value {
	undefined := b.value(heap.Undefined)
	return b.withInner(shape, b.value(heap.Int(heap.PromisePending)), undefined, undefined, b.value(heap.False))
}
