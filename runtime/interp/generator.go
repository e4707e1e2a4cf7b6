//firn:core

package interp

import (
	"firn/heap"
	"firn/ir/bytecode"
	"firn/runtime/builtin"
)

// Generators, async functions and async generators are one mechanism: a
// coroutine object (KGenerator, KAsyncGen) holds the frame while it is
// suspended, and genresume puts it back on the stack. Await is a suspension
// whose resumption is a promise job of the library.

// Layout, states and modes: see bytecode.GenFrame and what follows.
const (
	genFrame = bytecode.GenFrame
	genState = bytecode.GenState
	genExtra = bytecode.GenExtra

	genStart   = bytecode.GenStart
	genYield   = bytecode.GenYield
	genRunning = bytecode.GenRunning
	genDone    = bytecode.GenDone
	genAwait   = bytecode.GenAwait
	genHanded  = bytecode.GenHanded

	modeNext   = bytecode.ModeNext
	modeThrow  = bytecode.ModeThrow
	modeReturn = bytecode.ModeReturn

	savedFunc = bytecode.SavedFunc
	savedPC   = bytecode.SavedPC
	savedRegs = bytecode.SavedRegs
)

// isSuspended reports whether a state is that of a coroutine that has given a
// value to whoever resumed it, and will go on.
func isSuspended(state Value) bool {
	return state == heap.Int(genYield) || state == heap.Int(genAwait) || state == heap.Int(genHanded)
}

// resumed reports whether a return word is that of a resumed coroutine, whose
// frame has the coroutine in place of new.target.
func resumed(ret uint64) bool {
	act := ret >> 48 &^ ActNative
	return act == ActGen || act == ActGenStep
}

// saveFrame copies the running frame into coroutine g, to go on at pc.
func (m *Machine) saveFrame(g, pc uint32) {
	h := m.H
	n := uint32(h.U16(m.tmpl + heap.TmplRegs))
	rec := uint32(0)
	if v := h.Internal(g, genFrame); v.IsCell() && h.Size(v.Ref()) == savedRegs+8*n {
		rec = v.Ref()
	}
	if rec == 0 {
		rec = h.Alloc(heap.KRecord, savedRegs+8*n)
	}
	h.SetVal(rec+savedFunc, h.Val(m.fp+off(frameCallee)))
	h.SetVal(rec+savedPC, heap.Int(int32((pc-h.TemplateCode(m.tmpl))>>3)))
	h.CopyWords(rec+savedRegs, m.fp, n)
	h.DirtyCell(rec)
	h.SetInternal(g, genFrame, heap.CellRef(rec))
}

// prototypeFor is GetPrototypeFromConstructor of the running function, whose
// prototype property is an ordinary data property.
func (m *Machine) prototypeFor(fallback uint32) uint32 {
	h := m.H
	f := h.Val(m.fp + off(frameCallee))
	if h.Lookup(f.Ref(), h.Root(heap.RootAtomPrototype), &m.prop) == heap.LookupData && m.prop.Value.IsObject() {
		return m.prop.Value.Ref()
	}
	return h.Root(fallback).Ref()
}

// initGenerator makes a generator object over a copy of the running frame, to go
// on at the instruction at pc.
func (m *Machine) initGenerator(dst uint32, async bool, pc uint32) status {
	h := m.H
	kind, root := uint8(heap.KGenerator), uint32(heap.RootGeneratorProto)
	if async {
		kind, root = heap.KAsyncGen, heap.RootAsyncGeneratorProto
	}
	g := h.NewKind(kind, m.prototypeFor(root))
	h.SetInternal(g, genState, heap.Int(genStart))
	m.set(dst, heap.Object(g))
	m.saveFrame(g, pc)
	return next
}

// initAsync makes the coroutine of an async function, which goes on running.
func (m *Machine) initAsync(dst uint32) status {
	h := m.H
	g := h.NewKind(heap.KGenerator, 0)
	p := h.NewKind(heap.KPromise, h.Root(builtin.RootPromisePrototype).Ref())
	h.SetInternal(p, 0, heap.Int(0))
	h.SetInternal(p, 3, heap.False)
	h.SetInternal(g, genState, heap.Int(genRunning))
	h.SetInternal(g, genExtra, heap.Object(p))
	m.set(dst, heap.Object(g))
	return next
}

// suspend leaves the running frame of coroutine g, to go on behind the
// instruction at pc.
func (m *Machine) suspend(g uint32, state int32, value Value) status {
	m.saveFrame(g, m.pc+words(m.H.U8(m.pc)))
	m.H.SetInternal(g, genState, heap.Int(state))
	return m.suspended(g, value)
}

// suspended leaves the running frame of coroutine g, which has been saved. A
// resumed frame gives value and done to its resumer; the first activation of an
// async function gives the promise to its caller.
func (m *Machine) suspended(g uint32, value Value) status {
	h := m.H
	ret := m.popFrame()
	if !resumed(ret) {
		return m.deliver(ret, h.Internal(g, genExtra), heap.Undefined)
	}
	state, done := h.Internal(g, genState), heap.Undefined
	if state == heap.Int(genYield) {
		done = heap.False
	}
	if ret>>48 == ActGenStep && state == heap.Int(genHanded) {
		// yield* hands out the inner iterator's result object.
		return m.callLib(builtin.LibIteratorResultStep, ret&0xFFFFFFFFFFFF|ActStore<<48, 1, value, 0, 0, 0)
	}
	dst := uint32(ret>>32) & 0xFFFF
	m.set(dst, value)
	if ret>>48 == ActGen {
		m.set(dst+1, done)
	}
	m.pc = m.tmpl + uint32(ret)
	return stay
}

// resumeGenerator is genresume: value and state of the generator afterwards go
// to dst and dst+1 (false: yielded, true: returned, undefined:
// awaiting, or in a plain generator: an iterator result object was yielded).
func (m *Machine) resumeGenerator(dst uint32, gen, v, mode Value) status {
	h := m.H
	g := gen.Ref()
	switch h.Internal(g, genState).Int32() {
	case genRunning:
		return m.typeError("Generator is already running", 0, "")
	case genStart:
		if mode.Int32() == modeNext {
			break
		}
		h.SetInternal(g, genState, heap.Int(genDone))
		h.SetInternal(g, genFrame, heap.Undefined)
		fallthrough
	case genDone:
		if mode.Int32() == modeThrow {
			return m.throw(v)
		}
		if mode.Int32() == modeNext {
			v = heap.Undefined
		}
		m.set(dst, v)
		m.set(dst+1, heap.True)
		return next
	}
	return m.pushGenerator(g, m.after(dst, ActGen), v, mode.Int32())
}

// pushGenerator puts the frame of a suspended coroutine on the stack and gives
// it a value to go on with.
func (m *Machine) pushGenerator(g uint32, ret uint64, v Value, mode int32) status {
	h := m.H
	if h.Internal(g, genState) == heap.Int(genRunning) {
		return m.typeError("Generator is already running", 0, "")
	}
	rec := h.Internal(g, genFrame).Ref()
	fn := h.Val(rec + savedFunc)
	t := h.Word(fn.Ref())
	n := uint32(h.U16(t + heap.TmplRegs))
	base := m.top() + frameHeader
	if base+8*n+2*frameHeader > m.stackLimit {
		return m.stackOverflow()
	}
	h.SetVal(base+off(frameCallee), fn)
	h.SetU64(base+off(frameReturn), ret)
	h.SetU64(base+off(frameCaller), uint64(base-m.fp)<<32)
	h.SetVal(base+off(frameNewTarget), heap.Object(g))
	h.CopyWords(base, rec+savedRegs, n)
	started := h.Internal(g, genState) != heap.Int(genStart)
	h.SetInternal(g, genState, heap.Int(genRunning))
	m.fp = base
	m.reload()
	if m.fb == 0 {
		m.fb = m.newFeedback(t)
	}
	m.pc = h.TemplateCode(t) + 8*uint32(h.Val(rec+savedPC).Int32())
	if h.U32(m.fb+heap.FbNative) >= heap.NativeEnter {
		m.pending = base
	}
	if !started {
		return stay
	}
	w := h.U64(m.pc - 8)
	if op := bytecode.Op(w); op == bytecode.OpYield || op == bytecode.OpYieldres {
		m.set(fieldA(w), v)
		m.set(fieldB(w), heap.Int(mode))
		return stay
	}
	// An await: the value, or an exception there.
	if mode == modeThrow {
		m.pending = 0
		m.pc -= 8
		return m.throwOn(v)
	}
	m.set(fieldA(w), v)
	return stay
}

// Sent tells how the running frame was resumed, if it is that of a coroutine
// about to go on: the value sent, and the mode of the resumption.
func (m *Machine) Sent() (v Value, mode uint32, ok bool) {
	h := m.H
	if !resumed(h.U64(m.fp + off(frameReturn))) {
		return 0, 0, false
	}
	rec := h.Internal(h.Val(m.fp+off(frameNewTarget)).Ref(), genFrame)
	if !rec.IsCell() || m.pc != h.TemplateCode(m.tmpl)+8*uint32(h.Val(rec.Ref()+savedPC).Int32()) {
		return 0, 0, false
	}
	switch w := h.U64(m.pc - 8); bytecode.Op(w) {
	case bytecode.OpYield, bytecode.OpYieldres:
		return m.get(fieldA(w)), uint32(m.get(fieldB(w)).Int32()), true
	case bytecode.OpAwait:
		return m.get(fieldA(w)), modeNext, true
	}
	return heap.Undefined, modeNext, true
}

// resumeMode is the instruction after a yield: go on, throw, or return.
func (m *Machine) resumeMode(v, mode Value, n int32) status {
	switch mode.Int32() {
	case modeThrow:
		return m.throw(v)
	case modeReturn:
		return m.branch(true, n)
	}
	return m.branch(false, 0)
}

// finishGenerator marks the coroutine of the running, resumed frame done.
func (m *Machine) finishGenerator() {
	g := m.H.Val(m.fp + off(frameNewTarget)).Ref()
	m.H.SetInternal(g, genState, heap.Int(genDone))
	m.H.SetInternal(g, genFrame, heap.Undefined)
}

// replaceFrame turns the running frame into a call of a library function with
// two arguments: what an async function does at its end.
func (m *Machine) replaceFrame(root uint32, a, b Value) status {
	h := m.H
	ret := h.U64(m.fp + off(frameReturn))
	if resumed(ret) {
		m.finishGenerator()
	}
	base := m.fp
	m.popFrame()
	h.SetVal(base+off(frameCallee), h.Root(root))
	h.SetVal(base, heap.Undefined)
	h.SetVal(base+8, a)
	h.SetVal(base+16, b)
	fn := h.Root(root)
	if resumed(ret) {
		// The library's frame is no coroutine: deliver done by hand.
		ret = ret&(0xFFFFFFFFFFFF|ActNative<<48) | ActGenEnd<<48
	}
	if m.left != 0 {
		// The new frame returns in the place of the old one.
		m.left = 0
		m.segments++
	}
	return m.enter(base, 2, ret, heap.Undefined, h.Word(fn.Ref()))
}
