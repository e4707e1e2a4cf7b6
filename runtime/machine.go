package runtime

import (
	"errors"
	"fmt"
	"sync/atomic"

	"firn/heap"
	"firn/ir/bytecode"
	"firn/ir/compile"
	"firn/parser"
	"firn/parser/ast"
	"firn/runtime/builtin"
	"firn/runtime/builtin/regexp"
	"firn/runtime/interp"
)

// Config says what a machine may use. The zero value is a sensible machine.
type Config struct {
	// Memory is the most bytes of live heap; 0 means DefaultMemory.
	Memory uint32
	// Stack is the bytes of JS stack; 0 means DefaultStack. Deeper recursion is
	// a RangeError.
	Stack uint32
	// Nursery is the bytes of nursery; 0 means DefaultNursery.
	Nursery uint32
	// Fuel is how many units of work may be done before a *LimitError; 0 means
	// unlimited. See Machine.AddFuel.
	Fuel int64
	// Stress is a set of heap.Stress modes, for tests.
	Stress uint32
	// Native makes the engine for native code; nil means none.
	Native NativeMaker
}

// Defaults of Config.
const (
	DefaultMemory  = 512 << 20
	DefaultStack   = 4 << 20
	DefaultNursery = 2 << 20

	// maxHostDepth bounds host functions that call back into JS: each is a
	// nested loop on the Go stack.
	maxHostDepth = 200

	// Unlimited is the fuel of a machine without a limit.
	Unlimited = int64(1) << 62
)

// Machine is one machine: a cage, the processor, and what ties it to its host.
// It must be used by one goroutine at a time.
type Machine struct {
	h  *heap.Heap
	vm interp.Machine

	native     interp.Native // nil without native code
	makeNative NativeMaker   // for forks

	hosts []hostEntry // host functions by number; the cage holds numbers and names

	interrupt atomic.Bool // set by Interrupt from any goroutine
	open      bool        // stage 1: primordials are not frozen
	preset    Presets     // what its realm was made with
	noEval    bool        // stage 1: the ROM will have no evaluators
	custom    uint32      // stage 1: handle of the compartment that customisation runs in, or 0
	depth     int         // host calls on the Go stack
	stopped   error       // the limit that stopped the current run, if it can go on
	dead      error       // why the machine cannot be used any more

	prof *profiler // nil: no profile is running

	// Owner is what the machine belongs to in the package above, which its host
	// functions find there.
	Owner any
}

// HostFunc is a function of the host that JS can call. The result must not be
// a cell that was made before a call back into the machine: hold such values in
// handles.
type HostFunc func(m *Machine, call *HostCall) (heap.Value, error)

// HostCall is one call of a HostFunc. This and Args are handles' current
// values: read them again after calling back into the machine.
type HostCall struct {
	m         *Machine
	this      uint32 // handle
	args      []uint32
	NewTarget bool // called with new
}

// This is the this value.
func (c *HostCall) This() heap.Value { return c.m.h.Handle(c.this) }

// Len is the number of arguments.
func (c *HostCall) Len() int { return len(c.args) }

// Arg is argument i, undefined when absent.
func (c *HostCall) Arg(i int) heap.Value {
	if i >= len(c.args) {
		return heap.Undefined
	}
	return c.m.h.Handle(c.args[i])
}

type hostEntry struct {
	name string
	fn   HostFunc
}

// Exception is an uncaught JS exception. Value is a handle that the receiver
// frees.
type Exception struct {
	Value   uint32  // handle of the value thrown
	Message string  // "TypeError: x is not a function"
	Stack   []Frame // where it was made, if it is an error, else where it was thrown
	Thrown  bool    // Stack is where it was thrown
	Source  string  // source line of the first frame
}

func (e *Exception) Error() string {
	if len(e.Stack) > 0 {
		return e.Stack[0].String() + ": " + e.Message
	}
	return e.Message
}

// LimitError says that a run ended at a limit. JS cannot catch it.
type LimitError struct {
	Limit string // "fuel", "memory", "interrupt"
	// Resumable tells that Machine.Continue goes on where the run stopped.
	Resumable bool
}

func (e *LimitError) Error() string {
	if e.Limit == "interrupt" {
		return "the run was interrupted"
	}
	return "out of " + e.Limit
}

// InternalError says that the machine broke one of its own invariants and was
// stopped for good. Other machines are not affected.
type InternalError struct{ Msg string }

func (e *InternalError) Error() string { return "internal error: " + e.Msg }

// ErrBusy is returned when a machine is asked to start something while a
// stopped run waits for Continue.
var ErrBusy = errors.New("the machine is in the middle of a run: Continue or Abandon it first")

func newMachine(rom *heap.ROM, c Config) (*Machine, error) {
	if c.Memory == 0 {
		c.Memory = DefaultMemory
	}
	if c.Stack == 0 {
		c.Stack = DefaultStack
	}
	if c.Nursery == 0 {
		c.Nursery = DefaultNursery
	}
	h, err := heap.NewCage(rom, heap.Geometry{Stack: c.Stack, Nursery: c.Nursery, RAM: c.Memory, Pool: heap.DefaultPool})
	if err != nil {
		return nil, err
	}
	h.Stress = c.Stress
	h.WantGC = c.Stress&heap.StressCollect != 0
	m := &Machine{h: h}
	m.vm.Init(h)
	m.vm.Fuel = c.Fuel
	if c.Fuel == 0 {
		m.vm.Fuel = Unlimited
	}
	return m, nil
}

// NewStage1 makes a machine with a fresh, unfrozen realm of its own: stage 1,
// for building ROMs and for conformance tests.
func NewStage1(c Config, preset Presets) (*Machine, error) {
	m, err := newMachine(nil, c)
	if err != nil {
		return nil, err
	}
	fuel := m.vm.Fuel
	m.vm.Fuel, m.open, m.preset = Unlimited, true, preset
	if err := m.buildRealm(preset); err != nil {
		m.Close()
		return nil, err
	}
	m.vm.Fuel, m.vm.Used = fuel, 0
	m.attach(c.Native)
	return m, nil
}

// New makes a machine on a ROM.
func New(rom *heap.ROM, c Config) (*Machine, error) {
	p, err := ReadProfile(rom)
	if err != nil {
		return nil, err
	}
	m, err := newMachine(rom, c)
	if err != nil {
		return nil, err
	}
	m.h.Override, m.preset = p.Override, p.Preset
	m.attach(c.Native)
	return m, nil
}

// Close frees the machine's memory.
func (m *Machine) Close() {
	if m.native != nil {
		m.native.Close()
	}
	m.h.Close()
	m.dead = errors.New("the machine is closed")
}

// Heap is the machine's memory, for the packages that stand on this one.
func (m *Machine) Heap() *heap.Heap { return m.h }

// Fuel is what is left; AddFuel adds to it. Used is all that was ever charged.
func (m *Machine) Fuel() int64     { return m.vm.Fuel }
func (m *Machine) AddFuel(n int64) { m.vm.Fuel += n }
func (m *Machine) SetFuel(n int64) { m.vm.Fuel = n }
func (m *Machine) Used() uint64    { return m.vm.Used }

// Interrupt makes the current run end with a *LimitError at its next poll. It
// may be called from any goroutine.
func (m *Machine) Interrupt() { m.interrupt.Store(true) }

// run takes what a Start or Drive returned to its end.
func (m *Machine) run(code uint32) (v heap.Value, err error) {
	if p := m.prof; p != nil {
		p.beginRun()
		defer p.endRun()
	}
	v, err = m.toEnd(code)
	m.idle()
	return v, err
}

func (m *Machine) toEnd(code uint32) (v heap.Value, err error) {
	for {
		switch code {
		case interp.StopPoll:
			if m.interrupt.Swap(false) {
				return 0, m.limit("interrupt")
			}
			code = m.drive()
			if code == interp.StopFuel {
				return 0, m.limit("fuel")
			}
		case interp.StopFuel:
			return 0, m.limit("fuel")
		case interp.StopReturn:
			return m.vm.Result(), nil
		case interp.StopThrow:
			return 0, m.exception(m.vm.Result())
		case interp.StopHost:
			var err error
			if code, err = m.hostCall(); err != nil {
				return 0, err
			}
		case interp.StopMemory:
			m.vm.Reset()
			if m.h.Dead {
				m.dead = &LimitError{Limit: "memory"}
			}
			m.stopped = nil
			return 0, &LimitError{Limit: "memory"}
		default:
			m.dead = &InternalError{fmt.Sprintf("the interpreter stopped with code %d at %s", code, m.vm.Where())}
			return 0, m.dead
		}
	}
}

// limit ends a run that may go on later, unless host functions are in the way.
func (m *Machine) limit(what string) error {
	if m.depth > 0 {
		return &LimitError{Limit: what}
	}
	m.stopped = &LimitError{Limit: what, Resumable: true}
	return m.stopped
}

// Continue goes on with a run that a limit has stopped.
func (m *Machine) Continue() (heap.Value, error) {
	if m.dead != nil {
		return 0, m.dead
	}
	if m.stopped == nil {
		return 0, errors.New("the machine has no stopped run")
	}
	m.stopped = nil
	return m.run(interp.StopPoll)
}

// Abandon drops a stopped run: its frames are gone, everything else stays.
func (m *Machine) Abandon() {
	m.vm.Reset()
	m.stopped = nil
}

// ready reports why nothing can be started now.
func (m *Machine) ready() error {
	if m.dead != nil {
		return m.dead
	}
	if m.stopped != nil {
		return ErrBusy
	}
	return nil
}

// call calls a function value to its end.
func (m *Machine) call(fn, this heap.Value, args ...heap.Value) (heap.Value, error) {
	if err := m.ready(); err != nil {
		return 0, err
	}
	for i, a := range args {
		if !m.vm.PushArg(uint32(i), a) {
			return 0, &LimitError{Limit: "stack"}
		}
	}
	return m.run(m.vm.Start(fn, this, uint32(len(args))))
}

// Call calls a function. Handles are for values that must live on.
func (m *Machine) Call(fn, this heap.Value, args ...heap.Value) (heap.Value, error) {
	return m.call(fn, this, args...)
}

// Construct calls a constructor with new.
func (m *Machine) Construct(fn heap.Value, args ...heap.Value) (heap.Value, error) {
	if err := m.ready(); err != nil {
		return 0, err
	}
	for i, a := range args {
		if !m.vm.PushArg(uint32(i), a) {
			return 0, &LimitError{Limit: "stack"}
		}
	}
	return m.run(m.vm.StartNew(fn, uint32(len(args))))
}

// RunJobs runs promise jobs until there are none.
func (m *Machine) RunJobs() error {
	_, err := m.call(m.h.Root(builtin.LibRunJobs), heap.Undefined)
	return err
}

// HostFunction makes a function object for a Go function. name is its name
// property and what it is bound to again when an image is restored.
func (m *Machine) HostFunction(name string, length int, fn HostFunc) heap.Value {
	h := m.h
	n := len(m.hosts)
	m.hosts = append(m.hosts, hostEntry{name, fn})
	o := h.NewKind(heap.KHost, h.Root(heap.RootFunctionProto).Ref())
	h.SetU32(o+heap.OffWord, uint32(n))
	s := heap.String(h.InternStr(name))
	h.SetInternal(o, 0, s)
	d := heap.Desc{Value: heap.Int(int32(length)), Attrs: heap.Configurable, Has: heap.HasValue | heap.WEC}
	h.DefineOwn(o, h.Root(heap.RootAtomLength), &d)
	d.Value = s
	h.DefineOwn(o, h.Root(heap.RootAtomName), &d)
	return heap.Object(o)
}

// hostCall executes the host function or evaluator of a StopHost.
func (m *Machine) hostCall() (uint32, error) {
	h := m.h
	fn, this, n, newTarget := m.vm.HostCall()
	ret := m.vm.HostRet()
	if h.Kind(fn.Ref()) == heap.KEvaluator {
		return m.evaluatorCall(fn.Ref(), n, ret)
	}
	i := h.Word(fn.Ref()) &^ builtin.HostConstructor
	if int(i) >= len(m.hosts) || m.hosts[i].fn == nil {
		return m.vm.HostThrow(ret, m.NewError(builtin.CodeTypeError, "the host function is not bound")), nil
	}
	if m.depth == maxHostDepth {
		return m.vm.HostThrow(ret, m.NewError(builtin.CodeRangeError, "Maximum call stack size exceeded")), nil
	}
	c := &HostCall{m: m, this: h.NewHandle(this), args: make([]uint32, n), NewTarget: newTarget != heap.Undefined}
	for k := range c.args {
		c.args[k] = h.NewHandle(m.vm.HostArg(uint32(k)))
	}
	m.depth++
	v, err := m.hosts[i].fn(m, c)
	m.depth--
	if m.prof != nil {
		m.prof.hostCall(i)
	}
	h.FreeHandle(c.this)
	for _, a := range c.args {
		h.FreeHandle(a)
	}
	if err == nil {
		return m.vm.HostReturn(ret, v), nil
	}
	var limit *LimitError
	if errors.As(err, &limit) {
		m.vm.Reset()
		return 0, err
	}
	if m.dead != nil {
		return 0, m.dead
	}
	return m.vm.HostThrow(ret, m.errorValue(err)), nil
}

// errorValue is the JS value that a Go error from a host function becomes: an
// exception that came from JS is itself again.
func (m *Machine) errorValue(err error) heap.Value {
	var e *Exception
	if errors.As(err, &e) {
		v := m.h.Handle(e.Value)
		m.h.FreeHandle(e.Value)
		return v
	}
	return m.NewError(builtin.CodeError, err.Error())
}

// NewError makes an error object; code is a builtin.Code.
func (m *Machine) NewError(code uint32, msg string) heap.Value {
	return heap.Object(m.vm.NewError(code, m.h.NewStr(msg)))
}

// newScript makes the record that templates refer to for their source.
func (m *Machine) newScript(file, source string) uint32 {
	h := m.h
	src := h.Alloc(heap.KBytes, heap.OffData+uint32(len(source)))
	h.SetU32(src+heap.OffLength, uint32(len(source)))
	h.SetU32(src+12, 0)
	copy(h.Bytes(src+heap.OffData, uint32(len(source))), source)
	for i := uint32(len(source)); heap.OffData+i < h.Size(src); i++ {
		h.SetU8(src+heap.OffData+i, 0)
	}
	rec := h.AllocValues(heap.KRecord, heap.OffValues+8*2, heap.OffValues, heap.Undefined)
	h.Store(rec+heap.OffValues, heap.String(h.NewStr(file)))
	h.Store(rec+heap.OffValues+8, heap.CellRef(src))
	return rec
}

// Compile parses and compiles a program into the heap. The result is its
// template.
func (m *Machine) Compile(source, file string, o parser.Options) (template uint32, endowments []string, err error) {
	o.FileName = file
	o.ValidateRegExp = regexp.Validate
	prog, err := parser.Parse(source, o)
	if err != nil {
		return 0, nil, err
	}
	return m.install(prog, file, compile.Options{})
}

// install compiles a parsed program into the heap.
func (m *Machine) install(prog *ast.Program, file string, o compile.Options) (template uint32, endowments []string, err error) {
	res, err := compile.Compile(prog, o)
	if err != nil {
		return 0, nil, err
	}
	if !m.h.Room(uint64(len(prog.Source)) * 8) {
		return 0, nil, &LimitError{Limit: "memory"}
	}
	t := bytecode.Install(m.h, res.Func, m.newScript(file, prog.Source))
	if t == 0 {
		return 0, nil, &LimitError{Limit: "memory"}
	}
	return t, res.Endowments, nil
}
