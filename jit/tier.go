package jit

import (
	"errors"
	"runtime"
	"time"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// When functions are compiled. The interpreter runs in slices; at the end of each
// the running function becomes hotter, and its caller a little. FbHot of the
// feedback counts that.
const (
	sliceUnits  = 3000 // about 10 µs
	alwaysSlice = 100
	hurryUnits  = 60 // after hot code was left

	heatRunning = 4
	heatCaller  = 1
	// heatCompile is how hot a small function is when it is compiled: see threshold.
	// Measured over the bench programs, doubling it with loopWarm and the weight of
	// words takes 6 % of compile time away and as much time as before; with four
	// times as much what is hot is interpreted for longer than is saved. Of the
	// compilations, which took 10 % of the time, two in three were for code that
	// then ran less long.
	heatCompile = 60
	heatNever   = 1<<32 - 1

	// waitsPerHeat is how many calls of interpreted functions by native code make
	// them hotter by one: leaving for one takes about as long as 50 units.
	waitsPerHeat = 8

	// maxPending is how many requests may wait for the goroutine that compiles.
	maxPending = 4

	// The compiler's CPU time, as far as known, stays below compileFree and
	// compileShare nanoseconds a unit, half of what interpreting one takes. So a
	// program that ends soon has not paid for code that it does not use, and what
	// is hottest is compiled first: it runs most often when there is time again.
	// With 1, 0.6 and 0.3 ns a unit programs of 50 ms took as long as with this, and
	// those of 150 ms 6, 13 and 27 % longer.
	compileFree  = 4 * time.Millisecond
	compileShare = 5 / 3.0
	compileValue = time.Microsecond // for each value of a request that is under way

	// The graph tells how large a function is with what is inlined in it. One of more
	// than largeGraph values is built again, and compiled, when so many requests more
	// have come: about one comes with each sample.
	largeGraph    = 1000
	valuesPerWait = 8
	// warmCalls is how often a function is called before Options.Always has it
	// compiled: code without any feedback only exits.
	warmCalls = 2
)

var (
	errPoolFull = errors.New("jit: the pool is full")
	errNoLoop   = errors.New("jit: the code has no entry in the loop")
)

// unit is what the engine knows of a template: its code, and what was learnt from
// code that was given up. A unit keeps the template alive.
type unit struct {
	tmpl  uint32 // pool entry that holds the template, or its offset in ROM
	inROM bool

	entry *code
	loops map[uint32]*code  // by word of the control instruction that jumps back
	backs map[uint32]back   // by word of those instructions
	state map[uint32]uint8  // of requests: by word of the loop + 1, 0 for the function
	warm  map[uint32]uint32 // samples that found a loop without code, by its word
	wait  map[uint32]uint32 // by the same as state: 1 + requests to be ignored, see largeGraph

	avoid      map[guard]bool
	wary       bool // operations that have failed at some lines are avoided at all: see AnyLine
	recompiles int
	misses     uint32 // samples that found no loop
	small      bool   // only native code should call it: see Job.Small
}

// States of a request.
const (
	askedFor = 1 + iota
	refused
)

// asked reports whether code of u is being made.
func (u *unit) asked() bool {
	for _, s := range u.state {
		if s == askedFor {
			return true
		}
	}
	return false
}

// guard is a guard of a function.
type guard struct {
	line uint32
	op   uint16
}

// template is the cage offset of a unit's template.
func (e *Engine) template(u *unit) uint32 {
	if u.inROM {
		return u.tmpl
	}
	return e.h.Val(u.tmpl).Ref()
}

// unitOf is the unit of a template; with add it is made if there is none, or nil
// when the pool is full.
func (e *Engine) unitOf(tmpl uint32, add bool) *unit {
	if !e.begin() {
		return nil
	}
	h := e.h
	units := e.rom
	inROM := tmpl < h.Firn()
	if !inROM {
		if e.units != h.GCCount {
			moved := make(map[uint32]*unit, len(e.ram))
			for _, u := range e.ram {
				moved[e.template(u)] = u
			}
			e.ram, e.units = moved, h.GCCount
		}
		units = e.ram
	}
	u := units[tmpl]
	if u != nil || !add {
		return u
	}
	u = &unit{tmpl: tmpl, inROM: inROM, loops: map[uint32]*code{}, backs: map[uint32]back{}, state: map[uint32]uint8{}, warm: map[uint32]uint32{}, wait: map[uint32]uint32{}}
	if !inROM {
		if u.tmpl = h.PoolAlloc(1); u.tmpl == 0 {
			return nil
		}
		h.SetPool(u.tmpl, heap.CellRef(tmpl))
	}
	units[tmpl] = u
	e.findLoops(u, tmpl)
	return u
}

// slice is what the interpreter may charge until the next sample.
func (e *Engine) slice() int64 {
	if e.o.Always {
		return alwaysSlice
	}
	return sliceUnits
}

// Sample: see interp.Native.
func (e *Engine) Sample() uint32 {
	e.collectJobs()
	e.stats.Samples++
	slice, hurried := e.slice(), e.hurried
	if e.hurried = false; hurried {
		if hurried = e.rest > 0; hurried {
			slice = e.rest
		}
	}
	e.d.SetSlice(slice)
	fp, tmpl, _ := e.d.Running()
	if tmpl == 0 {
		return StopPoll
	}
	h := e.h
	fb := e.d.Feedback()
	hot := h.U32(fb + heap.FbHot)
	if !e.o.Always {
		if hot == heatNever {
			return StopPoll
		}
		if hurried {
			chases := e.chase < chaseCalls
			if chases {
				hot++ // callers become no hotter
			}
			if u := e.unitOf(tmpl, false); u != nil && hot >= threshold(h, tmpl) {
				return e.loop(u, fp, !chases)
			}
			if u := e.chased; u != nil {
				// A function that is called from the one with the loop.
				e.chased = nil
				return e.loop(u, e.chaseFP, false)
			}
			return StopPoll
		}
		e.chase, e.chased = chaseCalls, nil
		e.warmCaller(fp)
		limit := threshold(h, tmpl)
		if hot += heatRunning; hot < limit {
			h.SetU32(fb+heap.FbHot, hot)
			return StopPoll
		}
		h.SetU32(fb+heap.FbHot, limit)
		if e.busy() {
			return StopPoll
		}
	}
	if e.o.Warm > warmCalls && hot < e.o.Warm {
		h.SetU32(fb+heap.FbHot, hot+1)
		return StopPoll
	}
	u := e.unitOf(tmpl, true)
	if u == nil {
		return StopPoll
	}
	if e.o.Always {
		if u.entry == nil {
			e.ask(u, false, 0, fp)
		}
	} else if e.expect(u) && len(u.backs) > 0 {
		return StopPoll
	}
	return e.loop(u, fp, false)
}

// expect makes the next call of a function that has become hot known: called
// requests its code. A function that is not called again needs none, but perhaps
// code of its loops. The answer is false if the function has code, if that has
// been requested, if a call is expected already, or if only native code should call
// it, which asks in waitsFor.
func (e *Engine) expect(u *unit) bool {
	if u.small || u.entry != nil || u.state[0] != 0 || e.native(u) == heap.NativeWanted {
		return false
	}
	e.setNative(u, heap.NativeWanted)
	return true
}

// called requests code of the function that was just called, and was expected to
// be.
func (e *Engine) called() {
	fp, tmpl, _ := e.d.Running()
	e.h.SetU32(e.d.Feedback()+heap.FbNative, 0)
	if e.busy() {
		return // the next sample will expect a call again
	}
	if u := e.unitOf(tmpl, true); u != nil && u.entry == nil {
		e.ask(u, false, 0, fp)
	}
}

// threshold is how hot a function must be to be compiled: what that costs grows
// with its size.
func threshold(h *heap.Heap, tmpl uint32) uint32 {
	return heatCompile + h.U32(tmpl+heap.TmplWords)
}

// warmCaller gives the caller of the running function its share.
func (e *Engine) warmCaller(fp uint32) {
	h := e.h
	f := h.Val(fp - h.U32(fp+off(frameCaller)+4) + off(frameCallee))
	if !f.IsObject() {
		return
	}
	tmpl := h.Word(f.Ref())
	fb := h.U32(h.FeedbackSlot(tmpl))
	if fb == 0 {
		return
	}
	if hot := h.U32(fb + heap.FbHot); hot < threshold(h, tmpl)-1 {
		h.SetU32(fb+heap.FbHot, hot+heatCaller)
	}
}

// waitsFor is told that native code waits for the function that was just called.
// A small one is seldom running at the end of a slice, however often it is called.
func (e *Engine) waitsFor() {
	fp, tmpl, _ := e.d.Running()
	fb := e.d.Feedback()
	hot := e.h.U32(fb + heap.FbHot)
	if tmpl == 0 || e.o.Always || hot == heatNever || e.h.U32(fb+heap.FbNative) != 0 {
		return
	}
	if hot++; hot < threshold(e.h, tmpl) {
		e.h.SetU32(fb+heap.FbHot, hot)
	} else if !e.busy() {
		if u := e.unitOf(tmpl, true); u != nil && u.entry == nil {
			e.ask(u, false, 0, fp)
		}
	}
}

// busy reports whether the compiler has enough to do, or has done enough for now.
func (e *Engine) busy() bool {
	if e.queue.pending.Load() >= maxPending {
		return true
	}
	spent := e.stats.BuildTime + e.stats.CompileTime + time.Duration(e.asked)*compileValue
	return spent > compileFree+time.Duration(compileShare*float64(e.d.Charged()))
}

// wanted compiles the function that was just called, under Options.Always.
func (e *Engine) wanted() *code {
	fp, tmpl, _ := e.d.Running()
	fb := e.d.Feedback()
	if calls := e.h.U32(fb+heap.FbHot) + 1; calls < e.o.Warm {
		e.h.SetU32(fb+heap.FbHot, calls)
		return nil
	}
	e.h.SetU32(fb+heap.FbNative, 0)
	u := e.unitOf(tmpl, true)
	if u == nil {
		return nil
	}
	return e.ask(u, false, 0, fp)
}

// ask requests code of a function or of a loop, for the activation at fp. The code is
// returned if it is there at once.
func (e *Engine) ask(u *unit, osr bool, pc, fp uint32) *code {
	key := uint32(0)
	if osr {
		key = pc + 1
	}
	if u.state[key] != 0 {
		return nil
	}
	c := &code{unit: u, osr: osr, pc: pc}
	renewed := u.code(c) != nil // whose exits have shown that it is worth it
	if n := u.wait[key]; n > 1 && !e.o.Always && !renewed {
		u.wait[key] = n - 1
		return nil
	}
	if c.number = e.number(); c.number == 0 {
		return nil
	}
	u.state[key] = askedFor
	job, err := e.build(c, fp)
	if err != nil {
		e.finished(result{c: c, err: err})
		return nil
	}
	c.small = job.Small()
	if !e.o.Always && !renewed {
		n, later := job.Size(), false
		switch {
		case n > largeGraph && u.wait[key] == 0:
			u.wait[key] = 1 + uint32(n-largeGraph)/valuesPerWait
			later = true
		case !osr && c.small && !u.small:
			// Native code may never call it, or do so only where it has it inline.
			u.small = true
			later = true
		}
		if later {
			delete(u.state, key)
			e.release(c)
			job.Drop()
			return nil
		}
	}
	if e.o.Always {
		b, err, took := finish(job)
		e.finished(result{c, b, err, took})
		if c.addr == 0 || c.dead {
			return nil
		}
		return c
	}
	c.size = job.Size()
	e.asked += c.size
	e.queue.put(work{e: e, c: c, job: job})
	return nil
}

// build runs the part of compilation that reads the heap.
func (e *Engine) build(c *code, fp uint32) (job Job, err error) {
	runtime.LockOSThread()
	start := cpuTime()
	defer func() {
		e.stats.BuildTime += cpuTime() - start
		runtime.UnlockOSThread()
	}()
	if !e.o.Always {
		defer func() {
			if r := recover(); r != nil {
				err = &CompilerError{Stage: "build", Value: r}
			}
		}()
	}
	full := false
	pool := map[heap.Value]uint32{}
	tmpl := e.template(c.unit)
	last, u := tmpl, e.unitOf(tmpl, false)
	callee, frame := uint32(0), uint32(0)
	if f := e.h.Val(fp + off(frameCallee)); f.IsObject() && e.h.Kind(f.Ref()) == heap.KFunction && e.h.Word(f.Ref()) == tmpl {
		callee, frame = f.Ref(), fp
	}
	job, err = e.o.Compiler.Build(e.h, Request{
		Template: tmpl, Callee: callee, Frame: frame, OSR: c.osr, PC: c.pc, Number: c.number,
		Failed: func(tmpl, line uint32, op uint16) bool {
			// Mostly asked about the template of the last question; units stay while building.
			if tmpl != last {
				last, u = tmpl, e.unitOf(tmpl, false)
			}
			return u != nil && u.avoid[guard{line, op}] && (line != AnyLine || u.wary)
		},
		Pool: func(v heap.Value) uint32 {
			at := pool[v]
			if at == 0 {
				if at = e.h.PoolAlloc(1); at == 0 {
					full = true
					return 0
				}
				e.h.SetPool(at, v)
				pool[v] = at
				c.pool = append(c.pool, at)
			}
			return at
		},
	})
	if err == nil && full {
		err = errPoolFull
	}
	if err == nil {
		c.funcs = job.Functions()
	}
	return job, err
}

// finished takes over what a request has come to.
func (e *Engine) finished(r result) {
	c, u := r.c, r.c.unit
	key := c.key()
	delete(u.state, key)
	e.asked -= c.size
	c.size = 0
	e.stats.CompileTime += r.took
	if old := u.code(c); old != nil {
		e.discard(old)
	}
	err := r.err
	if err == nil {
		c.Code = r.b
		err = e.install(c)
	}
	if err == nil {
		return
	}
	e.release(c)
	e.stats.Refused++
	e.stats.LastRefusal = err
	u.state[key] = refused
	if !c.osr && len(u.backs) == 0 {
		e.setHeat(u, heatNever)
	}
}

// key is where unit.state keeps the state of requests for code like c.
func (c *code) key() uint32 {
	if c.osr {
		return c.pc + 1
	}
	return 0
}

// code is the code that is entered where c would be, if there is some.
func (u *unit) code(c *code) *code {
	if c.osr {
		return u.loops[c.pc]
	}
	return u.entry
}

// native is what callers of u's function are told: see setNative.
func (e *Engine) native(u *unit) uint32 {
	if fb := e.h.U32(e.h.FeedbackSlot(e.template(u))); fb != 0 {
		return e.h.U32(fb + heap.FbNative)
	}
	return 0
}

// setHeat sets how hot a unit's function is.
func (e *Engine) setHeat(u *unit, heat uint32) {
	if fb := e.h.U32(e.h.FeedbackSlot(e.template(u))); fb != 0 {
		e.h.SetU32(fb+heap.FbHot, heat)
	}
}

// avoid notes that the guard of exit x has failed too often.
func (e *Engine) avoid(c *code, x *backend.Exit) {
	w := e.unitOf(e.templateOf(c.funcs[x.Fn]), true)
	if w == nil {
		return
	}
	if w.avoid == nil {
		w.avoid = map[guard]bool{}
	}
	g, all := guard{x.Line, x.Op}, guard{AnyLine, x.Op}
	for other := range w.avoid {
		if other.op == g.op && other != g && other != all {
			w.avoid[all] = true
		}
	}
	w.avoid[g] = true
	if c.unit.recompiles >= maxRecompiles/2 {
		w.wary = true
	}
}

// AnyLine stands for all lines of a function in which an operation has failed at
// more than one. The code of a function that was given up often enough does without
// such operations, before it is left to the interpreter.
const AnyLine = 1<<32 - 1

// giveUp has code whose exit x is taken too often compiled anew without that guard,
// from what the interpreter has learnt where it went on. Until the new code is there
// this one runs on: between two exits it is as fast as ever. Its activation is at frame.
// Where the new code is late, be the compiler busy or the process, the interpreter takes
// over, so that exits take no more than a few times what compiling takes.
func (e *Engine) giveUp(c *code, x *backend.Exit, taken, frame uint32) {
	u := c.unit
	asked, late := u.state[c.key()] != 0, taken/maxLate >= c.enough(x.Reason)
	if c.dead || !late && (asked || !e.o.Always && e.busy()) {
		return
	}
	if asked {
		e.discard(c)
		return
	}
	e.avoid(c, x)
	if r, also, ok := ssa.FailedPhi(ssa.Op(x.Op)); ok && x.Frames[len(x.Frames)-1].Fn == x.Fn {
		// Not even a double: that need not be tried.
		if fp, _, _ := e.d.Running(); !e.h.Val(fp + 8*r).IsNumber() {
			y := *x
			y.Op = uint16(also)
			e.avoid(c, &y)
		}
	}
	// What has failed a few times will fail on: better all at once than one
	// compilation for each.
	for i, n := range c.taken {
		if y := &c.Exits[i]; n >= fewTaken && y.Kind == backend.ExitDeopt && mayTake[y.Reason] == maxTaken {
			e.avoid(c, y)
		}
	}
	if u.recompiles == maxRecompiles {
		e.discard(c)
		// What is compiled of it stays; nothing more will be.
		u.state[0] = refused
		for pc := range u.backs {
			u.state[pc+1] = refused
		}
		e.stats.Abandoned++
		if u.entry == nil {
			e.setHeat(u, heatNever)
		}
		return
	}
	u.recompiles++
	if !e.o.Always && !late {
		e.ask(u, c.osr, c.pc, frame)
		return
	}
	e.discard(c)
	if e.o.Always && !c.osr {
		e.setNative(u, heap.NativeWanted)
	}
}

// enough is how often the exits of c may be taken for a reason before the code is
// given up: what is large costs more to compile anew.
func (c *code) enough(r backend.Reason) uint32 {
	n := mayTake[r]
	if n == maxTaken {
		n += uint32(len(c.Bytes)) / bytesPerTaken
	}
	return n
}
