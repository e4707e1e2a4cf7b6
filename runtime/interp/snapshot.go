//firn:core

package interp

import "firn/heap"

// Registers says where execution stands, whatever the places of cells: with the
// heap, whose stack and roots hold the rest, it is all of a machine.
type Registers struct {
	Frame uint32 // bytes from the start of the stack to register 0
	PC    uint32 // bytes from the start of the running template; 0 when only the host is on the stack
	Fuel  int64
	Used  uint64
}

// Registers gives the registers and marks the end of the live stack, for the
// image writer. The machine is between two instructions.
func (m *Machine) Registers() Registers {
	m.dropNative()
	m.H.StackTop = m.top()
	return Registers{Frame: m.fp - m.H.StackBase, PC: m.pc - m.tmpl, Fuel: m.Fuel, Used: m.Used}
}

// Restore makes m, after Init on a heap read from an image, stand where r says.
// It checks that the stack is a chain of frames of compiled functions, but not where
// they go on (see Place), and gives them what images leave out. ok is false for a
// stack that is none.
func (m *Machine) Restore(r Registers) (ok bool) {
	h := m.H
	first := h.StackBase + frameHeader
	if r.Frame&7 != 0 || r.Frame > h.StackEnd-h.StackBase {
		return false
	}
	m.Fuel, m.Used = r.Fuel, r.Used
	m.fp = h.StackBase + r.Frame
	if m.fp < first || m.fp > h.StackTop {
		return false
	}
	for fp := m.fp; ; {
		f := h.Val(fp + off(frameCallee))
		if fp == first {
			if f != heap.Undefined {
				return false
			}
			break
		}
		if !h.IsKind(f, heap.KFunction) {
			return false
		}
		t := h.Word(f.Ref())
		back := h.U32(fp + off(frameCaller) + 4)
		// A frame begins in its caller's window, which may be longer than its own.
		if 8*uint32(h.U16(t+heap.TmplRegs)) > h.StackEnd-fp || back&7 != 0 || back < frameHeader || back > fp-first {
			return false
		}
		if !m.checkReturn(fp, fp-back) {
			return false
		}
		if h.U32(h.FeedbackSlot(t)) == 0 {
			m.newFeedback(t)
		}
		fp -= back
	}
	m.reload()
	m.pc = m.tmpl + r.PC
	return m.tmpl != 0 || r.PC == 0
}

// Place is where the activation at fp goes on when it is returned to, or where the machine
// stands with fp 0: the template, and the offset of an instruction from it. A template of 0
// means the host. caller is the activation that fp returns to.
func (m *Machine) Place(fp uint32) (tmpl, pc, caller uint32) {
	h := m.H
	if fp == 0 {
		return m.tmpl, m.pc - m.tmpl, m.fp
	}
	caller = fp - h.U32(fp+off(frameCaller)+4)
	if f := h.Val(caller + off(frameCallee)); f.IsObject() {
		tmpl = h.Word(f.Ref())
	}
	return tmpl, uint32(h.U64(fp + off(frameReturn))), caller
}

// checkReturn checks the return word of the frame at fp, whose caller's is at
// caller, but for where that goes on.
func (m *Machine) checkReturn(fp, caller uint32) bool {
	h := m.H
	ret := h.U64(fp + off(frameReturn))
	act := ret >> 48
	if act > ActTypeError {
		return false
	}
	f := h.Val(caller + off(frameCallee))
	if caller == h.StackBase+frameHeader {
		return uint32(ret) == 0 && (act == ActExit || act == ActExitConstruct)
	}
	if !h.IsKind(f, heap.KFunction) {
		return false
	}
	return uint32(ret>>32)&0xFFFF+2 <= uint32(h.U16(h.Word(f.Ref())+heap.TmplRegs))+2
}

// CheckGenerator reports whether a generator or coroutine object, of an image
// that nobody vouches for, can be resumed: if tmpl is not 0, where an instruction begins at
// pc from it.
func (m *Machine) CheckGenerator(g uint32) (tmpl, pc uint32, ok bool) {
	h := m.H
	state, frame := h.Internal(g, genState), h.Internal(g, genFrame)
	if !state.IsInt() {
		return 0, 0, state == heap.Undefined && frame == heap.Undefined
	}
	if !frame.IsCell() {
		return 0, 0, frame == heap.Undefined && (state == heap.Int(genDone) || state == heap.Int(genRunning))
	}
	rec := frame.Ref()
	if h.Kind(rec) != heap.KRecord || h.Size(rec) < savedRegs {
		return 0, 0, false
	}
	f, word := h.Val(rec+savedFunc), h.Val(rec+savedPC)
	if !h.IsKind(f, heap.KFunction) || !word.IsInt() || word.Int32() < 1 || uint32(word.Int32()) >= h.U32(h.Word(f.Ref())+heap.TmplWords) {
		return 0, 0, false
	}
	tmpl = h.Word(f.Ref())
	return tmpl, h.TemplateCode(tmpl) - tmpl + 8*uint32(word.Int32()), h.Size(rec) >= savedRegs+8*uint32(h.U16(tmpl+heap.TmplRegs))
}
