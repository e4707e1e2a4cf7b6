//firn:core

package vm

import "unsafe"

// Native code for programs. It works on the same cell as the loops of this
// package, with the same entries on the stack, takes a step for every instruction
// that they take one for, and can leave at every instruction for them to go on.
// So it makes no difference but in time.

// Native is what a machine has for matching by native code. Who makes it (package
// jit) sets the functions.
type Native struct {
	State State // what native code works on; nothing moves it

	// Find gives what is kept of the program in a cell, as long as no other call
	// of Find. The program has no more than NativeBytes.
	Find func(program uint32) *NativeProgram
	// Compile fills in a view of p if it can.
	Compile func(p *NativeProgram, program uint32, wide bool)
	// Run executes the code at State.Entry. It gives one of the results of native
	// code; NativeBroken if the code has touched memory that is not there.
	Run func() uint32
	// Warm is how many steps of a program the loops take before it is compiled.
	Warm uint64

	// Programs by their cells, good while gc is the heap's count of collections.
	slots [nativeSlots]nativeSlot
	gc    uint32
}

const nativeSlots = 64

type nativeSlot struct {
	cell    uint32
	program *NativeProgram
}

// NativeProgram is what is known of a program, wherever it lies.
type NativeProgram struct {
	Steps uint64 // that the loops have taken
	Views [2]NativeView
}

// NativeView is the native code of a program for strings of one kind.
type NativeView struct {
	Entry    uint64 // address, 0 for none
	Tables   uint64 // address of the bits of units below 256
	Jumps    uint64 // address of the places of instructions
	Searches bool   // it tries one place after the other
	Whole    bool   // it leaves no instruction to the loops
	Refused  bool   // there will be none
}

// State is what native code gets and gives back.
type State struct {
	Entry  uint64
	Tables uint64
	Jumps  uint64
	Text   uint64 // address of unit 0
	Left   int64
	N      uint32 // units
	Regs   uint32 // cage offsets, as in Matcher
	Stack  uint32
	End    uint32
	PC     uint32 // from the start of the program; 0 between attempts
	Pos    uint32
	SP     uint32
	Start  uint32
	From   uint32
	Once   uint32 // not 0: there is but one attempt
}

// Offsets of State for native code.
const (
	StateEntry  = unsafe.Offsetof(State{}.Entry)
	StateTables = unsafe.Offsetof(State{}.Tables)
	StateJumps  = unsafe.Offsetof(State{}.Jumps)
	StateText   = unsafe.Offsetof(State{}.Text)
	StateLeft   = unsafe.Offsetof(State{}.Left)
	StateN      = unsafe.Offsetof(State{}.N)
	StateRegs   = unsafe.Offsetof(State{}.Regs)
	StateStack  = unsafe.Offsetof(State{}.Stack)
	StateEnd    = unsafe.Offsetof(State{}.End)
	StatePC     = unsafe.Offsetof(State{}.PC)
	StatePos    = unsafe.Offsetof(State{}.Pos)
	StateSP     = unsafe.Offsetof(State{}.SP)
	StateStart  = unsafe.Offsetof(State{}.Start)
	StateFrom   = unsafe.Offsetof(State{}.From)
	StateOnce   = unsafe.Offsetof(State{}.Once)
)

// Results of native code besides NoMatch, Matched and Suspended.
const (
	NativeGrow   = 4 + iota // the stack is full, before the instruction at PC
	NativeLeave             // the instruction at PC is for the loops
	NativeLoop              // Suspended at an OpLoop, before its step
	NativeRest              // the steps are used up before the instruction at PC, which takes long and does not suspend
	NativeBroken            // nothing of the state can be relied upon
)

// noMore is what attempt gives when no later attempt will match either.
const noMore = 100

const (
	// NativeBytes bounds the programs that are compiled.
	NativeBytes = 32 << 10

	// Native code cannot be preempted while it goes through a run, or takes back what
	// an attempt has stored: nativeText bounds the units of the strings that it
	// searches, nativeStack the bytes of its stack. Each takes half a millisecond at most.
	nativeText  = 1 << 19
	nativeStack = 2 << 20
	// nativeSteps is how many steps it takes at a time.
	nativeSteps = 8192
)

// Forget makes it ask for programs again.
func (x *Native) Forget() {
	for i := range x.slots {
		x.slots[i].cell = 0
	}
}

// find gives the native code for m, or nil.
func (x *Native) find(m *Matcher) *NativeView {
	if m.n > nativeText || m.h.U32(m.prog+HBytes) > NativeBytes {
		return nil
	}
	if h := m.h; x.gc != h.GCCount {
		x.gc = h.GCCount
		x.Forget()
	}
	s := &x.slots[m.prog>>3%nativeSlots]
	if s.cell != m.prog {
		s.cell, s.program = m.prog, x.Find(m.prog)
	}
	p := s.program
	m.known = p
	v := &p.Views[0]
	if m.wide {
		v = &p.Views[1]
	}
	if v.Entry == 0 {
		if v.Refused || p.Steps < x.Warm {
			return nil
		}
		x.Compile(p, m.prog, m.wide)
		if v.Entry == 0 {
			v.Refused = true
			return nil
		}
	}
	return v
}

// attempt goes on with the attempt under way. Native code may begin one itself,
// and others after it.
func (m *Matcher) attempt(v *NativeView, once bool) uint32 {
	if !m.running {
		m.mixed = false
	}
	// The loops may have made entries that native code does not know.
	for v != nil && m.end-m.stack <= nativeStack && (v.Whole || !m.running || !m.mixed) {
		r := m.enter(v, once)
		switch r {
		case NoMatch:
			if v.Searches {
				return noMore
			}
			return r
		case Matched, Suspended:
			return r
		case NativeGrow:
			if !m.grow() {
				return NoMemory
			}
			continue
		}
		if r == NativeBroken {
			// So is the heap; what happens next is up to the loops.
			v.Entry, v.Refused = 0, true
			m.view = nil
			return NoMemory
		}
		break
	}
	m.mixed = true
	if m.wide {
		return m.attempt2()
	}
	return m.attempt1()
}

// enter runs native code.
func (m *Matcher) enter(v *NativeView, once bool) uint32 {
	x := m.Native
	s := &x.State
	if !m.loaded {
		m.loaded = true
		s.Entry, s.Tables, s.Jumps = v.Entry, v.Tables, v.Jumps
		s.Text = uint64(uintptr(m.h.Base())) + uint64(m.text)
		s.N, s.Regs, s.Stack, s.End = m.n, m.regs, m.stack, m.end
	}
	s.From, s.PC, s.Once = m.from, 0, 0
	if m.running {
		s.PC, s.Pos, s.SP, s.Start = m.pc-m.prog, m.pos, m.sp, m.start
	}
	if once {
		s.Once = 1
	}
	for {
		give := m.left
		if give > nativeSteps {
			give = nativeSteps
		}
		s.Left = give
		r := x.Run()
		if r == NativeBroken {
			return r
		}
		m.left += s.Left - give
		if r == Matched {
			return r
		}
		m.running = s.PC != 0
		m.pc, m.pos, m.sp, m.start, m.from = m.prog+s.PC, s.Pos, s.SP, s.Start, s.From
		switch {
		case r == Suspended && (m.left > 0 || m.left == 0 && m.running):
		case (r == NativeLoop || r == NativeRest) && m.left > 0:
		case r == NativeLoop:
			return Suspended
		case r == NativeRest:
			return NativeLeave // the loops do that instruction before they suspend
		default:
			return r
		}
	}
}
