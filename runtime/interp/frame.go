//firn:core

package interp

import (
	"firn/heap"
	"firn/ir/bytecode"
	"firn/runtime/builtin"
)

// status is how the slow path of an instruction ended.
type status uint32

const (
	next  status = iota // done: go on behind the instruction
	stay                // pc says where to go on: a frame was pushed, or a jump made
	threw               // the exception is in RootException
	again               // execute the instruction again (after a collection)
	stop                // leave Drive with code status-stop: stop+StopReturn, …
)

// after is the return word for a call made by the instruction at pc: go on
// behind it.
func (m *Machine) after(dst, act uint32) uint64 {
	return uint64(m.pc+words(m.H.U8(m.pc))-m.tmpl) | uint64(dst)<<32 | uint64(act)<<48
}

// here is the return word that executes the instruction at pc again.
func (m *Machine) here(dst uint32) uint64 {
	return uint64(m.pc-m.tmpl) | uint64(dst)<<32 | ActRetry<<48
}

// callLib calls library function root with up to four arguments. The result
// goes where ret says.
func (m *Machine) callLib(root uint32, ret uint64, n uint32, a, b, c, d Value) status {
	return m.callValue(m.H.Root(root), heap.Undefined, ret, n, a, b, c, d)
}

// callValue calls a function value with up to four arguments.
func (m *Machine) callValue(fn, this Value, ret uint64, n uint32, a, b, c, d Value) status {
	h := m.H
	base := m.top() + frameHeader
	if base+64 > m.stackLimit {
		return m.stackOverflow()
	}
	h.SetVal(base+off(frameCallee), fn)
	h.SetVal(base, this)
	h.SetVal(base+8, a)
	h.SetVal(base+16, b)
	h.SetVal(base+24, c)
	h.SetVal(base+32, d)
	return m.invoke(base, n, ret, heap.Undefined)
}

// invoke calls the function at base−8 with this at base and n arguments behind
// it. newTarget is undefined for a plain call; for a construction of a built-in
// it is the new target, and of a compiled constructor this is made already.
func (m *Machine) invoke(base, n uint32, ret uint64, newTarget Value) status {
	h := m.H
	for {
		fn := h.Val(base + off(frameCallee))
		if !fn.IsObject() {
			return m.notCallable(fn)
		}
		f := fn.Ref()
		switch h.Kind(f) {
		case heap.KFunction:
			t := h.U32(f + heap.OffWord)
			flags := h.U32(t + heap.TmplFlags)
			if fn == h.Root(builtin.RootFunctionPrototype_call) && h.IsCallable(h.Val(base)) {
				// f.call(this, …) is f with everything moved down by one place.
				base += 8
				if n == 0 {
					h.SetVal(base, heap.Undefined)
					n = 1
				}
				n--
				continue
			}
			if flags&heap.TClass != 0 && newTarget == heap.Undefined {
				return m.throwClassCall(t)
			}
			if flags&heap.TFast != 0 {
				v := m.leaf(h.U32(t+heap.TmplFast)-1, base, n, fn, newTarget)
				if v != heap.Empty || m.Call.Code == builtin.CodeNone {
					return m.deliver(ret, v, heap.Undefined)
				}
				if m.Call.Code != builtin.CodeDecline {
					return m.leafFailed(base, n, ret)
				}
			}
			return m.enter(base, n, ret, newTarget, t)
		case heap.KNative:
			v := m.leaf(h.Word(f), base, n, fn, newTarget)
			if v != heap.Empty || m.Call.Code == builtin.CodeNone {
				return m.deliver(ret, v, heap.Undefined)
			}
			return m.leafFailed(base, n, ret)
		case heap.KBound:
			var st status
			if n, st = m.unbind(base, n, f); st != next {
				return st
			}
			if newTarget == fn {
				newTarget = h.Val(base + off(frameCallee))
			}
		case heap.KProxy:
			if h.Word(f)&1 == 0 {
				return m.notCallable(fn)
			}
			args := m.argsArray(base, n)
			if args == 0 {
				return m.noMemory()
			}
			if newTarget == heap.Undefined {
				h.SetVal(base+16, h.Val(base))
				h.SetVal(base+24, heap.Object(args))
				h.SetVal(base+off(frameCallee), h.Root(builtin.LibProxyCall))
			} else {
				h.SetVal(base+16, heap.Object(args))
				h.SetVal(base+24, newTarget)
				h.SetVal(base+off(frameCallee), h.Root(builtin.LibProxyConstruct))
			}
			h.SetVal(base+8, fn)
			h.SetVal(base, heap.Undefined)
			n, newTarget = 3, heap.Undefined
		case heap.KHost, heap.KEvaluator:
			m.hostBase, m.hostN, m.hostRet, m.hostNew = base, n, ret, newTarget
			return stop + StopHost
		default:
			return m.notCallable(fn)
		}
	}
}

// enter pushes the frame of a compiled function: its registers start at base.
func (m *Machine) enter(base, n uint32, ret uint64, newTarget Value, t uint32) status {
	h := m.H
	params := uint32(h.U16(t + heap.TmplParams))
	regs := uint32(h.U16(t + heap.TmplRegs))
	moved := base
	if n > params && h.U32(t+heap.TmplFlags)&heap.TNeedsArgs != 0 {
		moved += 8*(n+1) + frameHeader
	}
	// The loop and native code have the same limit.
	if uint64(moved)+8*uint64(regs) > uint64(m.stackLimit) {
		return m.stackOverflow()
	}
	if moved != base {
		// Keep the actual arguments below the frame, where rest and arguments find them.
		h.SetVal(moved+off(frameCallee), h.Val(base+off(frameCallee)))
		h.CopyWords(moved, base, params+1)
		// The words of the header that is not used are scanned with the rest of the stack.
		h.SetU64(base+off(frameReturn), 0)
		h.SetU64(base+off(frameCaller), 0)
		h.SetVal(base+off(frameNewTarget), heap.Undefined)
		base = moved
	}
	fb := h.U32(h.FeedbackSlot(t))
	if fb == 0 {
		fb = m.newFeedback(t)
	}
	h.SetU64(base+off(frameReturn), ret)
	h.SetU64(base+off(frameCaller), uint64(n)|uint64(base-m.fp)<<32)
	h.SetVal(base+off(frameNewTarget), newTarget)
	if n > params {
		n = params
	}
	if n+1 < regs {
		h.Fill(base+8*(n+1), regs-n-1, heap.Undefined)
	}
	m.fp, m.tmpl, m.fb = base, t, fb
	m.pc = h.TemplateCode(t)
	if h.U32(fb+heap.FbNative) >= heap.NativeEnter {
		m.pending = base
	}
	return stay
}

// newFeedback makes the feedback cell of t.
func (m *Machine) newFeedback(t uint32) uint32 {
	h := m.H
	fb := h.AllocZero(heap.KFeedback, h.FeedbackSize(t))
	h.SetU32(fb+heap.FbOwner, t)
	sites := uint32(h.U16(t + heap.TmplSites))
	h.SetU32(fb+heap.FbSites, sites)
	h.SetU32(fb+heap.FbTypeRel, heap.FbEntries+heap.IcSize*sites-(heap.TmplData+8*h.U32(t+heap.TmplConsts))>>3)
	if m.native == nativeAlways {
		h.SetU32(fb+heap.FbNative, heap.NativeWanted)
	}
	if n := uint32(h.U16(t + heap.TmplRegs)); n > m.maxRegs {
		m.maxRegs = n
	}
	slot := h.FeedbackSlot(t)
	if t < h.Firn() {
		h.SetU32(slot, fb)
	} else {
		h.StoreRef(slot, fb)
	}
	return fb
}

// unbind replaces a bound function at base−8 by the function that it and the
// bound functions in it stand for, with all bound arguments before the n actual
// ones. It returns the new count. The actual ones are moved once, so that nested
// bound functions cost what they hold.
func (m *Machine) unbind(base, n, f uint32) (uint32, status) {
	h := m.H
	bound, levels, room := uint32(0), uint64(0), (m.stackLimit-base)/8
	for g := f; ; g = h.Internal(g, 0).Ref() {
		bound += m.boundArgs(g)
		levels++
		if bound > room || n+bound+2*frameHeader/8 > room {
			h.Charge(levels)
			return 0, m.stackOverflow()
		}
		if !h.IsKind(h.Internal(g, 0), heap.KBound) {
			break
		}
	}
	h.CopyWords(base+8+8*bound, base+8, n)
	at := base + 8 + 8*bound
	for g := f; ; g = h.Internal(g, 0).Ref() {
		if k := m.boundArgs(g); k > 0 {
			at -= 8 * k
			h.CopyWords(at, h.Internal(g, 2).Ref()+heap.OffValues, k)
		}
		if !h.IsKind(h.Internal(g, 0), heap.KBound) {
			h.SetVal(base, h.Internal(g, 1))
			h.SetVal(base+off(frameCallee), h.Internal(g, 0))
			break
		}
	}
	h.Charge(uint64(n) + uint64(bound) + levels)
	return n + bound, next
}

// boundArgs is the number of arguments that a bound function holds.
func (m *Machine) boundArgs(f uint32) uint32 {
	args := m.H.Internal(f, 2)
	if !args.IsCell() {
		return 0
	}
	return (m.H.Size(args.Ref()) - heap.OffValues) >> 3
}

// argsArray makes an array of n arguments behind base; 0 when out of memory.
func (m *Machine) argsArray(base, n uint32) uint32 {
	h := m.H
	a := h.NewArrayCap(n, n)
	if a == 0 {
		return 0
	}
	if n > 0 {
		e := h.U32(a + heap.OffElements)
		h.CopyWords(e+heap.OffValues, base+8, n)
		h.DirtyCell(e)
	}
	return a
}

// leaf runs a Go leaf and takes its work off the meter.
//
// Integers are given as int32s, however they came about: leaves may decline
// doubles, and neither that nor the charge must depend on who has computed them.
func (m *Machine) leaf(number, base, n uint32, fn, newTarget Value) Value {
	for at, end := base, base+8*n; at <= end; at += 8 {
		if v := m.H.Val(at); v.IsDouble() {
			m.H.SetVal(at, heap.Number(v.Float()))
		}
	}
	m.Call.Enter(base, n, fn, newTarget)
	v := m.Call.Run(number)
	m.lastLeaf = number + 1
	m.settle()
	return v
}

// settle moves the work that leaves have counted to the meter.
func (m *Machine) settle() {
	if w := m.H.WorkDone; w != 0 {
		m.H.WorkDone = 0
		m.Fuel -= int64(w)
		m.Used += w
	}
}

// leafFailed turns the failure of a leaf into what it means.
func (m *Machine) leafFailed(base, n uint32, ret uint64) status {
	c := &m.Call
	switch c.Code {
	case builtin.CodeThrow:
		return m.throw(c.Thrown)
	case builtin.CodeNoMemory:
		return m.noMemory()
	case builtin.CodeTail:
		m.H.SetVal(base+off(frameCallee), c.Thrown)
		return m.invoke(base, n, ret, heap.Undefined)
	case builtin.CodeDecline:
		return stop + StopInternal
	}
	return m.throwError(c.Code, c.Text)
}

// deliver gives the value returned by a callee to the frame that is now on
// top, as the return word says. this is the callee's, for constructions.
func (m *Machine) deliver(ret uint64, v, this Value) status {
	dst := uint32(ret>>32) & 0xFFFF
	back := m.tmpl + uint32(ret)
	switch ret >> 48 {
	case ActStore, ActRetry:
		m.set(dst, v)
	case ActConstruct:
		if !v.IsObject() {
			v = this
		}
		m.set(dst, v)
	case ActBranch, ActBranchNot:
		m.pc = back
		if m.truthy(v) == (ret>>48 == ActBranch) {
			m.pc += uint32(int32(int64(m.H.U64(back-8))>>48) * 8)
		}
		return stay
	case ActDiscard:
	case ActNot:
		m.set(dst, boolean(!m.truthy(v)))
	case ActExit, ActExitConstruct:
		if ret>>48 == ActExitConstruct && !v.IsObject() {
			v = this
		}
		m.H.SetRoot(RootResult, v)
		m.pc = back
		return stop + StopReturn
	case ActGen, ActGenEnd:
		m.set(dst, v)
		m.set(dst+1, heap.True)
	case ActGenStep:
		m.set(dst, heap.Empty)
	case ActIter:
		e := m.H.U32(v.Ref() + heap.OffElements)
		m.set(dst, m.H.Val(e+heap.OffValues))
		m.set(dst+1, m.H.Val(e+heap.OffValues+8))
		if m.get(dst+1) == m.H.Root(builtin.RootGeneratorPrototype_next) && m.H.IsKind(m.get(dst), heap.KGenerator) && bytecode.Op(m.H.U8(back-8)) == bytecode.OpGetiter {
			m.set(dst+1, byGenerator)
		}
		m.set(dst+2, heap.Undefined)
	case ActNewProto:
		m.pc = back
		return m.constructWith(v)
	case ActTypeError:
		if !m.truthy(v) {
			m.pc = back - 8
			return m.throwRefused()
		}
	}
	m.pc = back
	return stay
}

// popFrame leaves the running frame and returns its return word. If native code
// waits for it, the driver is told.
func (m *Machine) popFrame() uint64 {
	h := m.H
	ret := h.U64(m.fp + off(frameReturn))
	m.fp -= h.U32(m.fp + off(frameCaller) + 4)
	m.reload()
	if ret>>48&ActNative != 0 {
		ret &^= ActNative << 48
		m.segments--
		m.left = LeftReturned
	}
	return ret
}

// doReturn returns v from the running frame.
func (m *Machine) doReturn(v Value) status {
	this := m.H.Val(m.fp)
	if resumed(m.H.U64(m.fp + off(frameReturn))) {
		m.finishGenerator()
	}
	return m.deliver(m.popFrame(), v, this)
}

// unwind finds the handler of the exception in RootException, leaving frames
// until there is one or the host is reached. What waits for the last frame left
// that native code waited for may have the handler: the driver is told.
func (m *Machine) unwind() status {
	h := m.H
	for m.tmpl != 0 {
		if m.findHandler() {
			if m.left != 0 {
				m.left = LeftThrew
			}
			return stay
		}
		if resumed(h.U64(m.fp + off(frameReturn))) {
			m.finishGenerator()
		}
		ret := m.popFrame()
		if ret>>48 == ActExit || ret>>48 == ActExitConstruct {
			m.left = 0
			m.pc = m.tmpl + uint32(ret)
			h.SetRoot(RootResult, h.Root(RootException))
			h.SetRoot(RootException, heap.Undefined)
			return stop + StopThrow
		}
		m.pc = callerPC(m.tmpl, ret) // the handler is looked up inside the call
	}
	return stop + StopInternal
}

// findHandler looks for the innermost handler around pc in the running frame
// and goes there.
func (m *Machine) findHandler() bool {
	h := m.H
	table := h.U32(m.tmpl + heap.TmplHandlers)
	if table == 0 {
		return false
	}
	code := h.TemplateCode(m.tmpl)
	at := (m.pc - code) >> 3
	for e, end := table+heap.OffData, table+heap.OffData+h.U32(table+heap.OffLength); e < end; e += 16 {
		if at >= h.U32(e) && at < h.U32(e+4) {
			m.set(h.U32(e+12), h.Root(RootException))
			m.pc = code + 8*h.U32(e+8)
			return true
		}
	}
	return false
}
