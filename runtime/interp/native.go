package interp

import (
	"firn/heap"
	"firn/runtime/builtin"
	"firn/runtime/builtin/regexp/vm"
)

// Native is what executes native code for a machine. It works on the machine
// through the methods below; the interpreter knows of it only by numbers:
// FbNative of a function's feedback, the flag ActNative of return words, and the
// fields of Machine that count those frames.
//
// The machine's frames are always complete when either of the two runs, so each
// can go on where the other has stopped.
type Native interface {
	// Run executes native code after Drive has returned StopNative: a function
	// that was just entered, or code that waited for the frame just left. It
	// returns what Drive may return; StopNative means: go on with Drive.
	Run() uint32
	// Sample is told that a slice of the interpreter is over, between two
	// instructions. It may execute some, and returns what Drive may return.
	Sample() uint32
	// Forget makes the native code of all functions unknown to the heap, for the
	// time that it is copied; Recall ends that.
	Forget()
	Recall()
	// Idle is told that no run is under way, and that no native code waits.
	Idle()
	// Flush is told that the memory limit is exceeded: what only native code keeps alive
	// goes with it. No native code waits.
	Flush()
	// Close gives back what the engine holds. The machine does not run any more.
	Close()
}

// How Execute ended; from NativeStop on, with a Stop code.
const (
	NativeNext  = iota // the instruction is done; pc is behind it
	NativeFrame        // it has pushed a frame and waits for its return
	NativeOther        // control went elsewhere
	NativeStop
)

// AttachNative makes the machine one with native code. With always, every
// function asks for its native code as soon as it is called.
func (m *Machine) AttachNative(always bool) {
	m.native = nativeOn
	if always {
		m.native = nativeAlways
	}
	if m.budget == 0 {
		m.budget = pollUnits
	}
}

// NativeHeap is the machine's heap.
func (m *Machine) NativeHeap() *heap.Heap { return m.H }

// Running is where the machine stands: register 0 of the frame, the template, the
// instruction, as cage offsets. The template is 0 when only the host is there.
func (m *Machine) Running() (fp, tmpl, pc uint32) { return m.fp, m.tmpl, m.pc }

// Feedback is the feedback cell of the running function.
func (m *Machine) Feedback() uint32 { return m.fb }

// GoOn makes the machine stand in the frame at fp, at instruction word pc.
func (m *Machine) GoOn(fp, pc uint32) {
	m.fp = fp
	m.reload()
	if m.fb == 0 && m.tmpl != 0 {
		m.fb = m.newFeedback(m.tmpl) // an inlined function that has never run
	}
	m.pc = m.H.TemplateCode(m.tmpl) + 8*pc
}

// StackLimit is where the frames of functions end at the latest.
func (m *Machine) StackLimit() uint32 { return m.stackLimit }

// Entered reports whether a function with native code has just been entered:
// the machine is at its first instruction.
func (m *Machine) Entered() bool { return m.pending == m.fp }

// SetEntered says whether Drive shall stop with StopNative where it is.
func (m *Machine) SetEntered(on bool) {
	m.pending = 0
	if on {
		m.pending = m.fp
	}
}

// Waiting is the number of frames on the stack that native code waits for. left
// tells, once, that one more has just been left, and how (Left…).
func (m *Machine) Waiting() (n, left uint32) {
	left, m.left = m.left, 0
	return m.segments, left
}

// Wait marks the running frame as one that native code waits for.
func (m *Machine) Wait() {
	at := m.fp + off(frameReturn)
	m.H.SetU64(at, m.H.U64(at)|ActNative<<48)
	m.segments++
}

// WaitHost is Wait for the answer to the StopHost that Execute has just ended with.
func (m *Machine) WaitHost() {
	m.hostRet |= ActNative << 48
	m.segments++
}

// DropNative makes all native code that waits for frames give up.
func (m *Machine) DropNative() { m.dropNative() }

// FuelLeft is what may still be charged.
func (m *Machine) FuelLeft() int64 { return m.Fuel }

// Charged is all that has been charged since the machine was made.
func (m *Machine) Charged() uint64 { return m.Used }

// Spend charges n units.
func (m *Machine) Spend(n int64) {
	m.Fuel -= n
	m.Used += uint64(n)
}

// Execute does the instruction at pc as Drive does it when the loop leaves it to
// the driver.
func (m *Machine) Execute() uint32 {
	op := m.H.U8(m.pc)
	if opCharges[op] != 0 {
		cost := int64(m.H.U8(m.pc + 1))
		if m.Fuel < cost {
			return NativeStop + StopFuel
		}
		m.Spend(cost)
	}
	fp, at, behind := m.fp, m.pc-m.tmpl, m.pc+words(op)
	m.lastLeaf = 0
	st := m.slow(m.H.U64(m.pc))
	if m.profile != 0 {
		m.didFP, m.didAt = fp, at
	}
	return m.ended(st, fp, behind)
}

// ended is the answer of Execute after an instruction of the frame at fp, with the
// next one at behind, has ended with status st.
func (m *Machine) ended(st status, fp, behind uint32) uint32 {
	m.settle()
	if m.H.Dead {
		return NativeStop + StopMemory
	}
	if st == threw {
		st = m.unwind()
	} else if st == next || st == stay && m.fp == fp && m.pc == behind {
		m.pc = behind
		return NativeNext
	} else if st == stay && m.fp > fp {
		return NativeFrame
	}
	if st >= stop {
		return NativeStop + uint32(st-stop)
	}
	return NativeOther
}

// Stand makes the machine stand in the frame at fp of template tmpl, at bytes from
// it.
func (m *Machine) Stand(fp, tmpl, at uint32) {
	m.fp, m.tmpl, m.fb, m.pc = fp, tmpl, m.H.U32(m.H.FeedbackSlot(tmpl)), tmpl+at
}

// Do is Spend, Stand and Execute in one. fuel is what may still be charged; now is
// where the machine stands, like at, or 0 if that is another frame.
func (m *Machine) Do(spent int64, fp, tmpl, at uint32) (r uint32, fuel int64, now uint32) {
	m.Fuel -= spent
	m.Used += uint64(spent)
	m.Stand(fp, tmpl, at)
	if r = m.Execute(); m.fp == fp {
		now = m.pc - m.tmpl
	}
	return r, m.Fuel, now
}

// LeafOf is the number of the leaf that a call of fn, or a construction with it as
// the new target, runs at once.
func (m *Machine) LeafOf(fn Value, construct bool) (number uint32, ok bool) {
	h := m.H
	if !fn.IsObject() {
		return 0, false
	}
	f := fn.Ref()
	switch h.Kind(f) {
	case heap.KFunction:
		t := h.U32(f + heap.OffWord)
		want, of := uint32(heap.TFast), uint32(heap.TFast|heap.TClass)
		if construct {
			want = heap.TFast | heap.TConstructor | heap.TBuiltinCtor
			of = want | heap.TDerived
		}
		return h.U32(t+heap.TmplFast) - 1, h.U32(t+heap.TmplFlags)&of == want
	case heap.KNative:
		return h.U32(f + heap.OffWord), !construct
	}
	return 0, false
}

// LeafApart reports whether a leaf does not look where the machine stands.
func (m *Machine) LeafApart(number uint32) bool {
	return number != builtin.LDo_CaptureStack && number != builtin.LDo_RejectPromise
}

// RunLeaf runs a leaf that need not know where the machine stands, with this at
// base and n arguments behind it. work is what it has charged. If it is not ok,
// FailLeaf is to be called.
func (m *Machine) RunLeaf(number, base, n uint32, fn, newTarget Value) (v Value, work int64, ok bool) {
	fuel := m.Fuel
	v = m.leaf(number, base, n, fn, newTarget)
	return v, fuel - m.Fuel, (v != heap.Empty || m.Call.Code == builtin.CodeNone) && !m.H.Dead
}

// FailLeaf does what is to be done behind the RunLeaf that failed just now, with
// base and n; the machine stands at its instruction, whose result goes to
// register dst. The answer is that of Execute.
func (m *Machine) FailLeaf(base, n, dst uint32) uint32 {
	c := &m.Call
	fp, behind := m.fp, m.pc+words(m.H.U8(m.pc))
	if m.H.Dead {
		return NativeStop + StopMemory
	}
	st, ret := next, m.after(dst, ActStore)
	if c.Code == builtin.CodeDecline && m.H.IsKind(c.Func, heap.KFunction) {
		st = m.enter(base, n, ret, c.NewTarget, m.H.Word(c.Func.Ref()))
	} else {
		st = m.leafFailed(base, n, ret)
	}
	return m.ended(st, fp, behind)
}

// Return returns v from the running frame, or gives it to whoever resumed the
// coroutine of that frame if native code has suspended it. The answer is that of Execute, but
// for NativeFrame.
func (m *Machine) Return(v Value) uint32 {
	st := next
	if g := m.H.Val(m.fp + off(frameNewTarget)); resumed(m.H.U64(m.fp+off(frameReturn))) && isSuspended(m.H.Internal(g.Ref(), genState)) {
		st = m.suspended(g.Ref(), v)
	} else {
		st = m.doReturn(v)
	}
	m.settle()
	if m.H.Dead {
		return NativeStop + StopMemory
	}
	if st == threw {
		st = m.unwind()
	}
	if st >= stop {
		return NativeStop + uint32(st-stop)
	}
	return NativeOther
}

// Overflow undoes the call of the running function, which native code has made
// without room for its registers, and throws what the interpreter would have
// thrown. The answer is that of Execute, but for NativeFrame.
func (m *Machine) Overflow() uint32 {
	ret := m.popFrame()
	m.left = 0
	m.pc = callerPC(m.tmpl, ret)
	st := m.stackOverflow()
	if st == threw {
		st = m.unwind()
	}
	if st >= stop {
		return NativeStop + uint32(st-stop)
	}
	return NativeOther
}

// SetRegExps gives the machine native code for regular expressions.
func (m *Machine) SetRegExps(n *vm.Native) { m.Call.RegExps = n }

// SetSlice sets how much the interpreter charges until it returns for a sample, and
// gives what was left of that.
func (m *Machine) SetSlice(units int64) (left int64) {
	left, m.budget = m.budget, units
	return left
}

// Step executes up to the next instruction but one that charges, if nothing
// comes between; it returns what Drive returns. The slice has to be set anew.
func (m *Machine) Step() uint32 {
	m.budget = m.cost()
	return m.Drive()
}
