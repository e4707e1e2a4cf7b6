//firn:core

package vm

import "firn/heap"

// Results of Run.
const (
	NoMatch   = iota // there is none from there on
	Matched          // Start and End tell where
	Suspended        // the steps are used up: Suspend, and Resume later
	NoMemory         // the memory limit forbids the stack it needs
)

// Matcher is one search of a program in a string. It lives within one leaf; what
// outlasts that is its cell:
//
//	words 0 to 4   of a suspended search: pc, position, stack, start, next start; see Suspend
//	registers      start and end of each group, then loop counters and positions
//	entries        of the backtracking stack, 8 bytes each
//
// An entry's low word says what to do when the match fails: below EntryUndo it is
// the offset of an instruction to go on with at the position in the high word.
type Matcher struct {
	h    *heap.Heap
	prog uint32 // cage offset of the program
	text uint32 // … of unit 0
	n    uint32 // units
	wide bool

	cell  uint32
	regs  uint32 // cage offsets in the cell
	stack uint32
	end   uint32 // entries must begin below it: two more fit

	running bool   // an attempt is under way
	pc      uint32 // cage offset of the next instruction
	pos     uint32
	sp      uint32 // cage offset of the next entry
	start   uint32 // where the attempt began
	from    uint32 // where the next one begins
	left    int64  // steps left

	Native *Native        // runs native code, nil for none
	known  *NativeProgram // what it knows of the program
	view   *NativeView    // the code in use
	loaded bool           // the state of native code has what does not change
	mixed  bool           // the loops had a part in this attempt
}

// Entries other than choices: the operation is in the top bits of the low word.
const (
	EntryUndo  = 1 << 28 // register (byte offset below) gets its value back
	EntryRun   = 2 << 28 // a greedy run that ended at high; where it must not end before is the entry below
	EntryRunCP = 3 << 28 // the same for code points
	EntryLazy  = 4 << 28 // a lazy run that ended at high; how many more it may take is below
	EntryData  = 5 << 28 // belongs to the entry above, or marks a lookaround
	EntryMask  = 1<<28 - 1
)

const (
	cellHeader = 24
	// firstBytes is the size of a first cell beyond its registers.
	firstBytes = 1024
)

// Begin prepares a search of a program (a cell of bytes) in v from unit from on.
// False means out of memory.
func (m *Matcher) Begin(h *heap.Heap, program uint32, v heap.StrView, from uint32) bool {
	m.h, m.prog = h, program+heap.OffData
	m.text, m.n, m.wide = v.Off, v.Len, v.Wide
	regs := 4 * h.U32(m.prog+HRegs)
	regs = (regs + 7) &^ 7
	size := heap.OffData + cellHeader + regs + firstBytes
	if size > 4096 && !h.Room(uint64(size)) {
		return false
	}
	m.place(h.Alloc(heap.KBytes, size), regs)
	m.Restart(from)
	return true
}

// place sets the fields that depend on where the cell is.
func (m *Matcher) place(cell, regs uint32) {
	size := m.h.U32(cell)
	m.h.SetU64(cell+heap.OffLength, uint64(size-heap.OffData))
	m.cell, m.loaded = cell, false
	m.regs = cell + heap.OffData + cellHeader
	m.stack = m.regs + regs
	m.end = cell + size - 16
}

// Restart begins another search in the same string.
func (m *Matcher) Restart(from uint32) {
	for at := m.regs; at < m.stack; at += 4 {
		m.h.SetU32(at, NoCapture)
	}
	m.running, m.from = false, from
}

// Suspend stores the search in its cell, which is returned.
func (m *Matcher) Suspend() uint32 {
	h := m.h
	at := m.cell + heap.OffData
	h.SetU32(at, m.pc-m.prog)
	h.SetU32(at+4, m.pos)
	h.SetU32(at+8, m.sp-m.stack)
	h.SetU32(at+12, m.start)
	h.SetU64(at+16, uint64(m.from))
	if !m.running {
		m.sp = m.stack
		h.SetU64(at, 0)
		h.SetU64(at+8, 0)
	}
	// What is above the stack must not tell what was there before.
	h.Zero(m.sp, m.cell+h.U32(m.cell)-m.sp)
	return m.cell
}

// Resume continues the search that Suspend left in cell, in the same program and
// string.
func (m *Matcher) Resume(h *heap.Heap, program uint32, v heap.StrView, cell uint32) {
	m.h, m.prog = h, program+heap.OffData
	m.text, m.n, m.wide = v.Off, v.Len, v.Wide
	regs := 4 * h.U32(m.prog+HRegs)
	m.place(cell, (regs+7)&^7)
	at := cell + heap.OffData
	m.pc = m.prog + h.U32(at)
	m.pos = h.U32(at + 4)
	m.sp = m.stack + h.U32(at+8)
	m.start = h.U32(at + 12)
	m.running = h.U32(at) != 0
	m.mixed = m.running
	m.from = h.U32(at + 16)
	// An image may lie: the search is then over. Entries are checked as they are used.
	pc, used := m.pc-m.prog, uint64(m.stack-cell)+uint64(m.sp-m.stack)+16
	bad := pc < HeaderBytes || pc >= h.U32(m.prog+HBytes) || pc&3 != 0 || m.pos > m.n || m.start > m.n || m.sp&7 != 0 || used > uint64(h.U32(cell))
	if m.running && bad {
		m.running, m.from = false, m.n+1
	}
}

// Release gives the cell back if nothing was allocated since. The matcher must
// not be used any more.
func (m *Matcher) Release() {
	if m.cell+m.h.U32(m.cell) == m.h.NurTop {
		m.h.NurTop = m.cell
	}
}

// Register is a register: 2i and 2i+1 are where group i starts and ends, or
// NoCapture.
func (m *Matcher) Register(i uint32) uint32 { return m.h.U32(m.regs + 4*i) }

// grow doubles the stack; sp is in the field.
func (m *Matcher) grow() bool {
	h := m.h
	old := h.U32(m.cell)
	if old > 1<<29 || !h.Room(2*uint64(old)) {
		return false
	}
	cell := h.Alloc(heap.KBytes, 2*old)
	used := m.sp - m.cell
	h.CopyWords(cell+heap.OffData, m.cell+heap.OffData, (used-heap.OffData)>>3)
	h.Charge(uint64(used >> 6))
	m.place(cell, m.stack-m.regs)
	m.sp = cell + used
	return true
}

// Run goes on with the search for at most about limit steps, and charges them.
func (m *Matcher) Run(limit uint32) uint32 {
	m.left = int64(limit)
	v := m.native()
	r := m.search(v)
	m.charge(limit, v)
	return r
}

// native gives the native code to use, nil for none.
func (m *Matcher) native() *NativeView {
	if m.view == nil && m.Native != nil {
		m.view = m.Native.find(m)
	}
	return m.view
}

// charge puts what has been taken off limit on the meter.
func (m *Matcher) charge(limit uint32, v *NativeView) {
	used := uint64(int64(limit) - m.left)
	m.h.Charge(used)
	if v == nil && m.known != nil {
		m.known.Steps += used
	}
}

func (m *Matcher) search(v *NativeView) uint32 {
	h := m.h
	kind := h.U32(m.prog + HSearch)
	for {
		if !m.running && (v == nil || !v.Searches) {
			if m.left <= 0 {
				return Suspended
			}
			if m.from > m.n || m.n-m.from < h.U32(m.prog+HMinimum) {
				return NoMatch
			}
			at := m.from
			switch kind {
			case SearchPrefix:
				at = h.IndexOf(heap.StrView{Off: m.text, Len: m.n, Wide: m.wide}, m.prefix(), at)
			case SearchSet:
				at = m.findSet(at)
			}
			if at == heap.NotFound {
				return NoMatch
			}
			m.start, m.pos, m.sp, m.from = at, at, m.stack, at+1
			m.pc = m.prog + h.U32(m.prog+HCode)
			m.running, m.mixed = true, false
		}
		r := m.attempt(v, false)
		if r == noMore {
			return NoMatch
		}
		if r != NoMatch {
			return r
		}
		m.running = false
		if kind == SearchOnce {
			return NoMatch
		}
		// A run that every attempt begins with has moved from to its end: an attempt from
		// within would run to the same place and fail there likewise.
		if m.from == m.start+1 && m.wide && h.U32(m.prog+HFlags)&(FUnicode|FUnicodeSets) != 0 {
			_, width := next2(h.Base(), m.text, m.start, m.n)
			m.from = m.start + width
		}
	}
}

// Once makes the search try its first place only (sticky).
func (m *Matcher) Once(limit uint32) uint32 {
	h := m.h
	m.left = int64(limit)
	v := m.native()
	if !m.running {
		if m.from > m.n {
			return NoMatch
		}
		m.start, m.pos, m.sp = m.from, m.from, m.stack
		m.pc = m.prog + h.U32(m.prog+HCode)
		m.running, m.mixed = true, false
	}
	r := m.attempt(v, true)
	if r == noMore {
		r = NoMatch
	}
	m.charge(limit, v)
	return r
}

func (m *Matcher) prefix() heap.StrView {
	h := m.h
	return heap.StrView{Off: m.prog + h.U32(m.prog+HPrefix), Len: h.U32(m.prog + HLength), Wide: h.U32(m.prog+HFlags)&FWidePrefix != 0}
}

// findSet is the first position from at on of a unit of the set that a match
// starts with.
func (m *Matcher) findSet(at uint32) uint32 {
	b := m.h.Base()
	set := m.prog + ld32(b, m.prog+HPrefix)
	first := at
	if m.wide {
		for at < m.n && !inSet(b, set, get2(b, m.text, at)) {
			at++
		}
	} else {
		for at < m.n && !inSet(b, set, get1(b, m.text, at)) {
			at++
		}
	}
	m.left -= int64((at - first) >> 3)
	if at == m.n {
		return heap.NotFound
	}
	return at
}

// unwind pops entries down to what, putting registers back: the end of a
// negative lookaround whose body matched.
func (m *Matcher) unwind(sp, to uint32) {
	b := m.h.Base()
	m.left -= int64((sp - to) >> 5)
	for sp > to {
		sp -= 8
		e := ld64(b, sp)
		if w := uint32(e); w&^EntryMask == EntryUndo {
			st32(b, m.regs+w&EntryMask, uint32(e>>32))
		}
	}
}

// settle drops the choices above the entry at, which goes too, and keeps what
// puts registers back: the end of a lookaround that matched. It returns the new
// top.
func (m *Matcher) settle(at, sp uint32) uint32 {
	b := m.h.Base()
	m.left -= int64((sp - at) >> 5)
	to := at
	for at += 8; at < sp; at += 8 {
		e := ld64(b, at)
		if uint32(e)&^EntryMask == EntryUndo {
			*(*uint64)(pointer(b, to)) = e
			to += 8
		}
	}
	return to
}

// pause stores where the attempt stands.
func (m *Matcher) pause(pc, pos, sp uint32, left int64) uint32 {
	m.pc, m.pos, m.sp, m.left = pc, pos, sp, left
	return Suspended
}
