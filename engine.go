package firn

import (
	"fmt"
	"math"
	"sync"

	"firn/heap"
	"firn/runtime"
)

// Engine is what machines share: the image of all built-in objects, frozen and
// never changed again. It is safe for concurrent use.
type Engine struct{ rom *heap.ROM }

// Default is the engine with the default ROM: preset ses, the newest published
// edition of the language.
func Default() (*Engine, error) { return defaultEngine() }

var defaultEngine = sync.OnceValues(func() (e *Engine, err error) {
	defer func() {
		if r := recover(); r != nil {
			e, err = nil, &InternalError{Message: fmt.Sprint(r)}
		}
	}()
	return newDefaultEngine()
})

// Config says what one machine may use. The zero value is a sensible machine
// without a fuel limit.
type Config struct {
	// Fuel is how much work the machine may do before it stops with a
	// *LimitError, in units of about one bytecode instruction or 16 bytes
	// handled by a built-in; 0 means no limit. The charge for a given run is the
	// same on every platform. See Machine.AddFuel and Machine.Continue.
	Fuel int64

	// Memory is the most bytes of live heap; 0 means 512 MiB. The greatest is
	// just under 4 GiB.
	Memory uint64

	// Stack is the bytes of JavaScript stack; 0 means 4 MiB. Deeper recursion is
	// a RangeError in JavaScript.
	Stack uint64

	// JIT says whether hot functions are compiled to native code, on platforms
	// where Firn can do that. Results and the fuel charged are the same.
	JIT JIT

	// Stress is for tests of the engine itself: collect garbage at every
	// safepoint and verify the whole heap before and after.
	Stress bool
}

func (c Config) runtime() (runtime.Config, error) {
	if c.Fuel < 0 {
		return runtime.Config{}, fmt.Errorf("firn: Config.Fuel is %d; want 0 (no limit) or more", c.Fuel)
	}
	if c.Memory > maxMemory {
		return runtime.Config{}, fmt.Errorf("firn: Config.Memory is %d; the greatest is %d", c.Memory, uint64(maxMemory))
	}
	if c.Stack > maxStack {
		return runtime.Config{}, fmt.Errorf("firn: Config.Stack is %d; the greatest is %d", c.Stack, uint64(maxStack))
	}
	rc := runtime.Config{Fuel: c.Fuel, Memory: uint32(c.Memory), Stack: uint32(c.Stack)}
	if c.Stress {
		rc.Stress = stressAll
	}
	rc.Native = native(c.JIT)
	return rc, nil
}

const (
	maxMemory = math.MaxUint32 - 256<<20
	maxStack  = 1 << 30
)

// New makes a machine on the default engine.
func New(c Config) (*Machine, error) {
	e, err := Default()
	if err != nil {
		return nil, err
	}
	return e.New(c)
}

// New makes a machine with a start compartment. Close it when it is done.
func (e *Engine) New(c Config) (*Machine, error) {
	rc, err := c.runtime()
	if err != nil {
		return nil, err
	}
	return e.open(func(m *Machine) error {
		rt, err := runtime.New(e.rom, rc)
		if err != nil {
			return err
		}
		m.adopt(rt)
		start := m.newRef(rt.NewCompartment())
		m.start = &Compartment{start}
		run, value := m.h.NewHandle(heap.Undefined), m.h.NewHandle(heap.Undefined)
		if start.id != startHandle || run != runHandle || value != valueHandle {
			return &InternalError{Message: "a new machine has handles already"}
		}
		return nil
	})
}

// open makes a machine with f, or frees what f has left of it.
func (e *Engine) open(f func(m *Machine) error) (*Machine, error) {
	m := &Machine{engine: e, freed: new(freeList)}
	if err := m.protect(func() error { return f(m) }); err != nil {
		if m.rt != nil {
			m.rt.Close()
		}
		return nil, m.error(err, nil)
	}
	return m, nil
}

// adopt makes rt the machine's engine.
func (m *Machine) adopt(rt *runtime.Machine) {
	m.rt, m.h = rt, rt.Heap()
	rt.Owner = m
}
