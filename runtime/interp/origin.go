//firn:core

package interp

import (
	"firn/heap"
	"firn/runtime/builtin"
)

// Where exceptions come from. An Error has the call stack of its making in
// internal slot 0. A value that cannot carry one gets an origin when it is
// thrown: a record of the value and the call stack. The origin is in RootOrigin
// while the exception is on its way, beside it in the register of a handler that
// will throw it again, in the job that tells of a rejection, and in the rejected
// promise; a catch clause ends it. So it is a part of the machine's state and of
// images exactly as long as the host may ask for it.
//
// A call stack is a list of (template, word index) pairs, innermost first,
// without the library's frames.

// stackFrames is the most frames that a call stack has.
const stackFrames = 32

// CaptureStack stores the call stack in an error object.
func (m *Machine) CaptureStack(e uint32) {
	v := heap.Undefined
	if rec := m.callStack(0); rec != 0 {
		v = heap.CellRef(rec)
	}
	m.H.SetInternal(e, 0, v)
}

// callStack makes a record of the call stack behind room for some values; 0 when
// there are no frames.
func (m *Machine) callStack(room uint32) uint32 {
	n := m.frames(0)
	if n == 0 {
		return 0
	}
	from := heap.OffValues + 8*room
	rec := m.H.AllocValues(heap.KRecord, from+16*n, heap.OffValues, heap.Undefined)
	m.frames(rec + from)
	return rec
}

// frames counts the frames of the call stack and, if at is not 0, writes them
// there.
func (m *Machine) frames(at uint32) (n uint32) {
	h := m.H
	fp, pc, t := m.fp, m.pc, m.tmpl
	for t != 0 && n < stackFrames {
		if h.U32(t+heap.TmplFlags)&heap.TLibrary == 0 {
			if at != 0 {
				h.SetVal(at+16*n, heap.CellRef(t))
				h.SetVal(at+16*n+8, heap.Int(int32((pc-h.TemplateCode(t))>>3)))
			}
			n++
		}
		ret := h.U64(fp + off(frameReturn))
		fp -= h.U32(fp + off(frameCaller) + 4)
		f := h.Val(fp + off(frameCallee))
		if !f.IsObject() {
			break
		}
		t = h.U32(f.Ref() + heap.OffWord)
		pc = callerPC(t, ret)
	}
	return n
}

// callerPC is a place inside the instruction of template t that made the call
// with return word ret. Return pcs are behind it, but a call to be retried is
// its own, and so is the call of a host function that has called.
func callerPC(t uint32, ret uint64) uint32 {
	pc := t + uint32(ret)
	switch ret >> 48 &^ ActNative {
	case ActRetry, ActNewProto, ActExit, ActExitConstruct:
		return pc
	}
	return pc - 8
}

// throw makes v the pending exception, thrown here.
func (m *Machine) throw(v Value) status {
	m.H.SetRoot(RootException, v)
	m.H.SetRoot(RootOrigin, m.origin(v))
	return threw
}

// origin makes the origin of v: the running instruction. It is undefined for an
// error, which has its own.
func (m *Machine) origin(v Value) Value {
	h := m.H
	if h.IsKind(v, heap.KError) && h.Internal(v.Ref(), 0).IsCell() {
		return heap.Undefined
	}
	rec := m.callStack(1)
	if rec == 0 {
		return heap.Undefined
	}
	h.SetVal(rec+heap.OffValues, v)
	return heap.CellRef(rec)
}

// throwOn makes v the pending exception again, thrown where RootOrigin says if
// that is about v.
func (m *Machine) throwOn(v Value) status {
	if o := m.H.Root(RootOrigin); builtin.OriginOf(m.H, o) == v {
		m.H.SetRoot(RootException, v)
		return threw
	}
	return m.throw(v)
}

// needOrigin makes the running instruction the origin of v if it has none: a
// rejection that nobody has thrown.
func (m *Machine) needOrigin(v Value) {
	if o := m.H.Root(RootOrigin); builtin.OriginOf(m.H, o) != v {
		m.H.SetRoot(RootOrigin, m.origin(v))
	}
}

// catch takes the pending exception. In the form that keeps its origin it is
// what rethrow undoes.
func (m *Machine) catch(keep bool) Value {
	h := m.H
	v := h.Root(RootException)
	if o := h.Root(RootOrigin); keep && builtin.OriginOf(h, o) == v {
		v = o
	}
	h.SetRoot(RootException, heap.Undefined)
	h.SetRoot(RootOrigin, heap.Undefined)
	return v
}

// rethrow makes what catch has kept the pending exception.
func (m *Machine) rethrow(kept Value) status {
	return m.throwOn(builtin.Uncaught(m.H, kept))
}

// Origin is the call stack of the pending or delivered exception v if v does not
// have one itself, as a record: its frames begin behind its first value. It is 0
// if there is none.
func (m *Machine) Origin(v Value) uint32 {
	if o := m.H.Root(RootOrigin); builtin.OriginOf(m.H, o) == v {
		return o.Ref()
	}
	return 0
}

// ForgetOrigin ends the origin of an exception that the host has taken.
func (m *Machine) ForgetOrigin() { m.H.SetRoot(RootOrigin, heap.Undefined) }
