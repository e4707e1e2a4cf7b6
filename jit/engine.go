package jit

import (
	"runtime"
	"unsafe"

	"firn/heap"
	"firn/ir/bytecode"
	"firn/jit/backend"
)

// Options say how an Engine works.
type Options struct {
	Compiler Compiler
	// Always compiles every function when it is first called and every loop when
	// it is first seen, and waits for the code: for tests.
	Always bool
	// Warm is how many calls of a function, or ends of slices in it, Always lets go
	// by for the interpreter to learn from; 0 means warmCalls.
	Warm uint32
	// Interrupted reports whether the host wants the run to stop. It is asked at
	// polls.
	Interrupted func() bool
	// MaxCode is the most bytes of code for this machine; 0 means DefaultMaxCode.
	// The code not entered for the longest time is dropped.
	MaxCode int
	// Memory is where code is published; nil means one that all engines share.
	Memory *CodeMemory
}

const (
	// DefaultMaxCode is how much code a machine may have.
	DefaultMaxCode = 32 << 20
	// sharedCode is the size of the code memory that engines share.
	sharedCode = 256 << 20

	// pollUnits is the most that native code charges between two looks at what the
	// host wants: some 100 µs.
	pollUnits = 200000

	// firstNumber is the first number of a code object; those below have a meaning
	// of their own in FbNative.
	firstNumber = heap.NativeWanted&(heap.NativeEnter-1) + 1
	maxNumber   = 1 << 16

	// maxTaken is how often an exit may be taken for a failed assumption before new
	// code is made, once more for so many bytes of it, and maxRecompiles how often that
	// may happen before the function stays in the interpreter. Compiling takes .13 us a
	// byte; where an exit leaves a long loop, up to a slice, 10 us, is interpreted. After
	// maxLate times as many exits the code is not waited for any longer.
	maxTaken      = 20
	bytesPerTaken = 64
	maxLate       = 8
	fewTaken      = 4
	maxRecompiles = 10
)

// Engine executes and manages the native code of one machine. Like the machine
// it is used by one goroutine at a time; only finish and done are shared with
// the one that compiles.
type Engine struct {
	d Driver
	h *heap.Heap
	o Options

	memory   *CodeMemory
	noMemory bool   // there is none to be had
	stack    *Stack // nil until native code runs first
	base     uintptr

	codes   []*code // by number
	placed  []*code // the same, by address
	sites   callSites
	free    []uint32
	entries []uint64 // entry addresses by number; 0: none. Native code reads it.
	pin     runtime.Pinner
	doomed  []*code // not entered any more; freed when no native frame is left
	bytes   int     // of published code
	clock   uint64  // counts entries, for what was used last

	stubs [backend.MaxStubs]uintptr // addresses of the stubs that codes call

	segs   []segment
	lastGC uint32 // the heap's GCCount when native code was entered last
	budget int64  // units until the next poll
	give   int64  // fuel that native code was given last

	next    position // where native code is taken up next
	pending pending  // what has made native code leave at a slow exit

	profiling bool // samples are taken at polls

	hurried bool  // the slice is a short one
	rest    int64 // what was left of the slice in place of which it came, but for its length
	chase   int   // how many more native calls a search may go on behind
	chased  *unit // that search is for a loop of this, in the frame at chaseFP
	chaseFP uint32

	osr *code // to be entered at the frame where the machine stands

	rom   map[uint32]*unit // by template
	ram   map[uint32]*unit // likewise; valid while units is the heap's GCCount
	units uint32

	matching *matching // of regular expressions, or nil

	queue inbox
	asked int          // values of the requests that are under way
	vals  []heap.Value // scratch of rebuild
	made  []uint32     // likewise: the cells made for Exit.Objects
	stats Stats
	shut  bool
}

// driverCalls: functions whose calls are the driver's, in native code as in the
// interpreter's loop. They have native code, but no entry that native code sees.
const driverCalls = heap.TFast

// code is one published code object.
type code struct {
	*backend.Code
	number uint32
	unit   *unit
	osr    bool
	pc     uint32 // of the loop, with osr
	funcs  []Function
	pool   []uint32
	size   int  // values, while it is compiled
	small  bool // as Job.Small says
	addr   uintptr
	start  uint64       // address that is entered
	taken  []uint32     // how often each exit was taken
	quick  []*quickExit // the slow exits that were taken, by exit; nil: none was
	last   uint64       // clock when it was last entered
	dead   bool
}

// segment is native code that waits for a frame to return.
type segment struct {
	c      *code
	exit   int
	sp     uintptr // native stack, and where to go on
	resume uintptr
	frame  uint32 // register 0 of the code's outermost frame
	fp     uint32 // … and of the one whose instruction waits
	at     uint32 // that instruction, in bytes from the template
	behind uint32 // … and the next
	target uint32 // … and where it goes otherwise, if it is a conditional jump, else 0
}

// New makes an engine for a machine. The error says why there can be none:
// ErrNoNative.
func New(d Driver, o Options) (*Engine, error) {
	if !Native || o.Compiler == nil {
		return nil, ErrNoNative
	}
	if o.MaxCode == 0 {
		o.MaxCode = DefaultMaxCode
	}
	if o.Warm == 0 {
		o.Warm = warmCalls
	}
	if o.Interrupted == nil {
		o.Interrupted = func() bool { return false }
	}
	e := &Engine{d: d, h: d.NativeHeap(), o: o}
	e.base = uintptr(e.h.Base())
	e.budget = pollUnits
	d.SetSlice(e.slice())
	if e.matching = newMatching(e); e.matching != nil {
		d.SetRegExps(&e.matching.Native)
	}
	return e, nil
}

// begin makes what a machine needs that has native code. Most have none, so New
// does without. It reports whether there can be any.
func (e *Engine) begin() bool {
	if e.codes != nil {
		return true
	}
	if e.noMemory {
		return false
	}
	e.memory = e.o.Memory
	if e.memory == nil {
		m, err := sharedMemory()
		if err != nil {
			e.noMemory, e.stats.LastRefusal = true, err
			return false
		}
		e.memory = m
	}
	e.rom, e.ram = map[uint32]*unit{}, map[uint32]*unit{}
	e.codes = make([]*code, firstNumber, 64)
	e.grow(256)
	return true
}

// grow makes the table of entries larger. Native code finds it through the
// context, which is set at every entry.
func (e *Engine) grow(n int) {
	table := make([]uint64, n)
	copy(table, e.entries)
	e.pin.Unpin()
	e.pin.Pin(&table[0])
	e.entries = table
}

// number takes a free number, 0 if there is none.
func (e *Engine) number() uint32 {
	if n := len(e.free); n > 0 {
		x := e.free[n-1]
		e.free = e.free[:n-1]
		return x
	}
	x := uint32(len(e.codes))
	if x == maxNumber {
		return 0
	}
	e.codes = append(e.codes, nil)
	if int(x) >= len(e.entries) {
		e.grow(2 * len(e.entries))
	}
	return x
}

// install publishes finished code and lets the function use it.
func (e *Engine) install(c *code) error {
	if c.osr && c.OSR < 0 {
		return errNoLoop
	}
	if err := e.link(c.Stubs); err != nil {
		return err
	}
	addr, err := e.memory.Publish(c.Bytes, c.Name)
	if err != nil {
		return err
	}
	c.addr = addr
	at := c.Entry
	if c.osr {
		at = c.OSR
	}
	c.start = uint64(addr) + uint64(at)
	c.taken = make([]uint32, len(c.Exits))
	c.last = e.clock
	e.codes[c.number] = c
	e.placeCode(c)
	e.bytes += len(c.Bytes)
	u := c.unit
	if c.osr {
		u.loops[c.pc] = c
	} else {
		u.entry = c
		if e.h.U32(e.template(u)+heap.TmplFlags)&driverCalls == 0 {
			e.entries[c.number] = c.start
		}
		e.setNative(u, e.enterable(c))
	}
	e.stats.Compiled++
	e.stats.CodeBytes += uint64(len(c.Bytes))
	e.evict()
	return nil
}

// enterable is what FbNative says of c.
func (e *Engine) enterable(c *code) uint32 {
	if e.o.Always || !c.small {
		return c.number | heap.NativeEnter
	}
	return c.number
}

// setNative tells callers of u's function the number of its code.
func (e *Engine) setNative(u *unit, number uint32) {
	if fb := e.h.U32(e.h.FeedbackSlot(e.template(u))); fb != 0 {
		e.h.SetU32(fb+heap.FbNative, number)
	}
}

// discard makes c unreachable: it is not entered again. Frames of it that wait
// may still go on; it is freed when there are none.
func (e *Engine) discard(c *code) {
	if c.dead {
		return
	}
	c.dead = true
	u := c.unit
	if c.osr {
		delete(u.loops, c.pc)
	} else {
		e.entries[c.number] = 0
		u.entry = nil
		e.setNative(u, 0)
	}
	if e.osr == c {
		e.osr = nil
	}
	e.doomed = append(e.doomed, c)
	e.stats.Discarded++
}

// sweep frees discarded code. No native frame may be on the stack.
func (e *Engine) sweep() {
	for _, c := range e.doomed {
		e.memory.Free(c.addr)
		e.displace(c)
		e.release(c)
		e.codes[c.number] = nil
		e.bytes -= len(c.Bytes)
	}
	e.doomed = e.doomed[:0]
}

// release gives back the number and the pool entries of code.
func (e *Engine) release(c *code) {
	for _, at := range c.pool {
		e.h.PoolFree(at, 1)
	}
	c.pool = nil
	e.free = append(e.free, c.number)
}

// evict drops the code that was not entered for the longest time while there is
// more than allowed.
func (e *Engine) evict() {
	for e.bytes-e.doomedBytes() > e.o.MaxCode {
		var oldest *code
		for _, c := range e.codes {
			if c != nil && !c.dead && (oldest == nil || c.last < oldest.last) {
				oldest = c
			}
		}
		if oldest == nil {
			return
		}
		e.discard(oldest)
		e.stats.Evicted++
	}
}

func (e *Engine) doomedBytes() (n int) {
	for _, c := range e.doomed {
		n += len(c.Bytes)
	}
	return n
}

// Flush: see interp.Native. Units with code in the making stay; with the others goes what was
// learnt about their functions, and with all code its constants.
func (e *Engine) Flush() {
	if e.codes == nil {
		return
	}
	e.collectJobs()
	e.segs, e.osr, e.chased = e.segs[:0], nil, nil
	for _, c := range e.codes {
		if c != nil {
			e.discard(c)
		}
	}
	e.sweep()
	kept := map[uint32]*unit{}
	for _, u := range e.ram {
		if u.asked() {
			kept[e.template(u)] = u
		} else {
			e.h.PoolFree(u.tmpl, 1)
		}
	}
	e.ram, e.units = kept, e.h.GCCount
	e.stats.Flushes++
}

// Forget removes the numbers of code from the heap, which is about to be copied
// for another machine; Recall puts them back.
func (e *Engine) Forget() { e.publish(false) }

// Recall undoes Forget.
func (e *Engine) Recall() { e.publish(true) }

func (e *Engine) publish(on bool) {
	if !on && !e.o.Always {
		for _, units := range [...]map[uint32]*unit{e.rom, e.ram} {
			for _, u := range units {
				if e.native(u) == heap.NativeWanted {
					e.setNative(u, 0)
				}
			}
		}
	}
	for _, c := range e.codes {
		if c != nil && !c.dead && !c.osr {
			n := uint32(0)
			if on {
				n = e.enterable(c)
			}
			e.setNative(c.unit, n)
		}
	}
}

// Close frees the code. The heap may be closed already; the machine must not run
// any more.
func (e *Engine) Close() {
	if e.shut {
		return
	}
	e.shut = true
	e.queue.close()
	for _, c := range e.codes {
		if c != nil {
			e.memory.Free(c.addr)
		}
	}
	if e.matching != nil {
		e.matching.forget()
		e.matching.idle()
	}
	e.codes, e.placed, e.segs, e.doomed = nil, nil, nil, nil
	if e.stack != nil {
		e.stack.Release()
		e.stack = nil
	}
	e.pin.Unpin()
}

// templateOf is the cage offset of the template of a function of code.
func (e *Engine) templateOf(f Function) uint32 {
	if f.InROM {
		return f.Tmpl
	}
	return e.h.Val(f.Tmpl).Ref()
}

// word converts between instruction words and bytes from the template.
func (e *Engine) word(tmpl, word uint32) uint32 {
	return e.h.TemplateCode(tmpl) - tmpl + 8*word
}

// prepare gives the engine a native stack and tells it the constants of this
// machine.
func (e *Engine) prepare() bool {
	if e.stack != nil {
		return true
	}
	s, err := AcquireStack()
	if err != nil {
		return false
	}
	e.stack, s.engine = s, e
	s.SetBase(e.h.Base())
	s.SetPlaces(e.h.CardBias(), e.h.Firn())
	s.SetStackLimit(e.base + uintptr(e.d.StackLimit()))
	e.setStubs()
	return true
}

// off is a header offset as the uint32 that addition wraps.
func off(i int32) uint32 { return uint32(i) }

const (
	frameCallee    = bytecode.FrameCallee
	frameReturn    = bytecode.FrameReturn
	frameCaller    = bytecode.FrameCaller
	frameNewTarget = bytecode.FrameNewTarget
)

func (e *Engine) setEntries() { e.stack.SetEntries(unsafe.Pointer(&e.entries[0])) }
