package runtime

import (
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"slices"
	"strings"
	"time"
	"unsafe"

	"github.com/google/pprof/profile"

	"firn/heap"
	"firn/runtime/builtin"
)

// Profiles are about JavaScript: stacks of functions and lines. The driver stops
// every few microseconds of work (see interp.StopSample) and looks at the clock;
// when a period has passed, the time since the last sample goes to the stack
// where the machine stands. So a sample is never further from the truth than such
// a stop, and a built-in that takes long, a collection, or a host function gets
// its own time.

const (
	// DefaultPeriod is the time between two samples of a CPU profile.
	DefaultPeriod = time.Millisecond

	// maxFrames is how many frames of a stack are kept, from the innermost on.
	maxFrames = 2048
)

// Tiers that a sample can be of.
const (
	tierInterpreted = iota
	tierNative
	tierCollector
	tierHost
)

const builtIn = "(built-in)" // file of built-ins

// Errors of the Start and Stop functions.
var (
	ErrProfiling = errors.New("firn: a profile of this kind is running already")
	ErrNoProfile = errors.New("firn: no profile of this kind is running")
)

var tierNames = [...]string{"interpreted", "native", "collector", "host"}

// profiler is what the profiles of a machine have in common.
type profiler struct {
	m     *Machine
	funcs funcTable
	cpu   *cpuProfile // nil: not running
	mem   *memProfile

	// The stack that was taken last: places, innermost first, and their templates.
	key       []uint64
	templates []uint32
}

// cpuProfile adds up time by stack.
type cpuProfile struct {
	begun   time.Time
	period  time.Duration
	last    time.Duration // since begun: when the time that was attributed ends
	outside time.Duration // when the machine was left, for running
	depth   int           // runs on the Go stack
	samples sampleTable
}

// StartCPUProfile begins to sample where time goes, every period of running.
// The error tells that a profile is running already.
func (m *Machine) StartCPUProfile(period time.Duration) error {
	p := m.profiling()
	if p.cpu != nil {
		return ErrProfiling
	}
	p.cpu = &cpuProfile{begun: time.Now(), period: max(period, time.Microsecond), depth: m.depth, samples: newSampleTable(2)}
	m.vm.SetProfiling(true, true)
	return nil
}

// StopCPUProfile ends the profile and writes it in the gzipped form that pprof
// reads.
func (m *Machine) StopCPUProfile(w io.Writer) error {
	if m.prof == nil || m.prof.cpu == nil {
		return ErrNoProfile
	}
	p, c := m.prof, m.prof.cpu
	p.cpu = nil
	m.stopProfiling()
	out := newPprof(p, c.begun, "cpu", "nanoseconds", int64(c.period),
		&profile.ValueType{Type: "samples", Unit: "count"},
		&profile.ValueType{Type: "cpu", Unit: "nanoseconds"})
	for _, s := range c.samples.list {
		out.sample(s.stack, s.values, "tier", tierNames[s.class])
	}
	return out.write(w)
}

// profiling is the machine's profiler, made when needed.
func (m *Machine) profiling() *profiler {
	if m.prof == nil {
		m.prof = &profiler{m: m, funcs: newFuncTable()}
	}
	return m.prof
}

// stopProfiling is called when a profile has ended.
func (m *Machine) stopProfiling() {
	m.vm.SetProfiling(m.prof.cpu != nil || m.prof.mem != nil, m.prof.cpu != nil)
	if m.prof.cpu == nil && m.prof.mem == nil {
		m.prof = nil
	}
}

// beginRun and endRun enclose the time when JavaScript is running.
func (p *profiler) beginRun() {
	p.clear()
	p.drain() // of what the host has made
	if c := p.cpu; c != nil {
		if c.depth == 0 {
			c.last += time.Since(c.begun) - c.outside
		}
		c.depth++
	}
}

func (p *profiler) endRun() {
	if c := p.cpu; c != nil && c.depth > 0 {
		c.depth--
		if c.depth == 0 {
			c.outside = time.Since(c.begun)
		}
	}
}

// sample is called when the machine has stopped for it. It answers whether the
// machine can go on: a collection may find that memory is used up.
func (p *profiler) sample() bool {
	vm, h := &p.m.vm, p.m.h
	fp, t, word, leaf := vm.Sampled()
	if h.WantGC || h.Samples() > 0 || p.due() {
		p.stack(fp, t, word, leaf)
	}
	p.drain()
	p.tick(tierInterpreted)
	if !h.WantGC {
		return true
	}
	p.resolve()
	full := h.Stats.Full
	ok := vm.CollectForHost()
	if p.mem != nil && full != h.Stats.Full {
		p.mem.live()
	}
	if p.due() {
		p.above("(garbage collection)", "")
		p.tick(tierCollector)
	}
	return ok
}

// native is called while native code waits at a poll; the machine knows where.
func (p *profiler) native() {
	vm := &p.m.vm
	if p.m.h.Samples() == 0 && !p.due() {
		return
	}
	if n := vm.NativePlaces(); n > 0 {
		p.clear()
		for i := n; i > 0; i-- {
			p.push(vm.NativePlace(i - 1))
		}
		p.callers(vm.NativeFrame())
	} else {
		p.stack(vm.Sampled())
	}
	p.drain()
	p.tick(tierNative)
}

// hostCall is called when host function number i has returned.
func (p *profiler) hostCall(i uint32) {
	if !p.due() {
		return
	}
	fp, t, word, _ := p.m.vm.Sampled()
	p.stack(fp, t, word, 0)
	p.above(p.m.hosts[i].name, "(host)")
	p.tick(tierHost)
}

// due tells whether a period has passed since the last sample.
func (p *profiler) due() bool {
	return p.cpu != nil && time.Since(p.cpu.begun)-p.cpu.last >= p.cpu.period
}

// tick gives the time since the last sample, if it is long enough, to the stack
// that was taken.
func (p *profiler) tick(tier uint32) {
	c := p.cpu
	if c == nil {
		return
	}
	now := time.Since(c.begun)
	if now-c.last < c.period {
		return
	}
	values := c.samples.list[p.at(&c.samples, tier)].values
	values[0]++
	values[1] += int64(now - c.last)
	c.last = now
}

// stack takes the call stack from the frame at fp, which is in instruction word
// of template t, in the given leaf (plus 1) if that is not 0.
func (p *profiler) stack(fp, t, word, leaf uint32) {
	p.clear()
	if t == 0 {
		return
	}
	p.push(t, word)
	p.callers(fp)
	if leaf != 0 {
		p.above(title(builtin.LeafName(leaf-1)), builtIn)
	}
}

// callers appends the frames below the one at fp.
func (p *profiler) callers(fp uint32) {
	for len(p.key) < maxFrames {
		caller, t, word := p.m.vm.Caller(fp)
		if t == 0 {
			return
		}
		p.push(t, word)
		fp = caller
	}
	p.key = append(p.key, uint64(p.funcs.pseudo("(deeper frames)", ""))<<32)
	p.templates = append(p.templates, 0)
}

func (p *profiler) clear() { p.key, p.templates = p.key[:0], p.templates[:0] }

func (p *profiler) push(t, word uint32) {
	p.key = append(p.key, uint64(p.funcs.of(p.m, t))<<32|uint64(word))
	p.templates = append(p.templates, t)
}

// above puts a frame that is no function's of the program on the stack.
func (p *profiler) above(name, file string) {
	p.key = slices.Insert(p.key, 0, uint64(p.funcs.pseudo(name, file))<<32)
	p.templates = slices.Insert(p.templates, 0, 0)
}

// resolve finds the positions of the places of the stack, while its templates
// are where they are.
func (p *profiler) resolve() {
	for i, place := range p.key {
		t := p.templates[i]
		if _, ok := p.funcs.lines[place]; ok || t == 0 {
			continue
		}
		p.funcs.lines[place] = p.m.Position(t, uint32(place))
	}
}

// A place is a function's number in the funcTable in the upper half, the index of
// an instruction word in the lower.

// sampleTable adds up values by stack and class.
type sampleTable struct {
	width int
	index map[string]int
	list  []stackSample
	key   []byte
}

type stackSample struct {
	stack  []uint64 // places, innermost first
	class  uint32
	values []int64
}

func newSampleTable(width int) sampleTable {
	return sampleTable{width: width, index: map[string]int{}}
}

// at is the number of the entry of the stack that was taken, in t.
func (p *profiler) at(t *sampleTable, class uint32) int {
	stack := p.key
	t.key = append(t.key[:0], byte(class))
	if len(stack) > 0 {
		t.key = append(t.key, unsafe.Slice((*byte)(unsafe.Pointer(&stack[0])), 8*len(stack))...)
	}
	i, ok := t.index[string(t.key)]
	if !ok {
		p.resolve()
		i = len(t.list)
		t.list = append(t.list, stackSample{append([]uint64(nil), stack...), class, make([]int64, t.width)})
		t.index[string(t.key)] = i
	}
	return i
}

// funcTable numbers functions. Templates move; a function is the same when its
// source is.
type funcTable struct {
	list  []profiledFunc
	index map[funcKey]uint32
	lines map[uint64]Frame // position of places

	// Numbers by template: of those that stay where they are until the next full
	// collection, and of those in the nursery.
	old, young map[uint32]uint32
	scripts    map[uint32]uint64 // hash of the source, by script record
	gcs, full  uint32
	seed       maphash.Seed
}

type funcKey struct {
	name, file string
	start, end uint32
	source     uint64
}

type profiledFunc struct {
	name, file string
	line       int
}

func newFuncTable() funcTable {
	return funcTable{
		index: map[funcKey]uint32{}, lines: map[uint64]Frame{},
		old: map[uint32]uint32{}, young: map[uint32]uint32{}, scripts: map[uint32]uint64{},
		seed: maphash.MakeSeed(),
	}
}

// of is the number of the function of template t.
func (f *funcTable) of(m *Machine, t uint32) uint32 {
	h := m.h
	if f.gcs != h.GCCount {
		clear(f.young)
		clear(f.scripts)
		if f.full != h.Stats.Full {
			clear(f.old)
		}
		f.gcs, f.full = h.GCCount, h.Stats.Full
	}
	byTemplate := f.old
	if h.InNursery(t) {
		byTemplate = f.young
	}
	n, ok := byTemplate[t]
	if !ok {
		n = f.find(m, t)
		byTemplate[t] = n
	}
	return n
}

func (f *funcTable) find(m *Machine, t uint32) uint32 {
	h := m.h
	k := funcKey{start: h.U32(t + heap.TmplStart), end: h.U32(t + heap.TmplEnd)}
	if n := h.U32(t + heap.TmplName); n != 0 {
		k.name = h.GoString(n)
	}
	flags := h.U32(t + heap.TmplFlags)
	line := 0
	script := h.U32(t + heap.TmplScript)
	switch {
	case flags&heap.TLibrary != 0 || script == 0:
		k.file = builtIn
		k.name = title(k.name)
	default:
		var text []byte
		text, k.file = m.script(script)
		source, ok := f.scripts[script]
		if !ok {
			source = maphash.Bytes(f.seed, text)
			f.scripts[script] = source
		}
		k.source = source
		line, _, _ = lineColumn(text, int(k.start))
	}
	switch {
	case flags&heap.TProgram != 0:
		k.name = "(program " + k.file + ")"
	case k.name == "":
		k.name = fmt.Sprintf("(anonymous %s:%d)", k.file, line)
	}
	if n, ok := f.index[k]; ok {
		return n
	}
	n := uint32(len(f.list))
	f.list = append(f.list, profiledFunc{name: k.name, file: k.file, line: line})
	f.index[k] = n
	return n
}

// pseudo is the number of a function that has no template.
func (f *funcTable) pseudo(name, file string) uint32 {
	k := funcKey{name: name, file: file}
	n, ok := f.index[k]
	if !ok {
		n = uint32(len(f.list))
		f.list = append(f.list, profiledFunc{name: name, file: file})
		f.index[k] = n
	}
	return n
}

// script is the source and the file name in a script record.
func (m *Machine) script(rec uint32) (text []byte, file string) {
	h := m.h
	file = "?"
	if name := h.Val(rec + heap.OffValues); name.IsString() {
		file = h.GoString(name.Ref())
	}
	if src := h.Val(rec + heap.OffValues + 8); src.IsCell() && h.Kind(src.Ref()) == heap.KBytes {
		text = h.Bytes(src.Ref()+heap.OffData, h.U32(src.Ref()+heap.OffLength))
	}
	return text, file
}

// title is the name of a built-in as programs know it, from the name of what
// implements it: Array.prototype.push for ArrayPrototype_push.
func title(name string) string {
	accessor := ""
	for _, a := range []string{"get_", "set_"} {
		if rest, ok := strings.CutPrefix(name, a); ok {
			name, accessor = rest, a[:3]+" "
		}
	}
	of, key, ok := strings.Cut(name, "_")
	if !ok || of == "" {
		return accessor + name
	}
	if o, ok := strings.CutSuffix(of, "Prototype"); ok {
		of = o + ".prototype"
	}
	if s, ok := strings.CutPrefix(key, "sym_"); ok {
		return accessor + of + "[Symbol." + s + "]"
	}
	return accessor + of + "." + key
}
