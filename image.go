package firn

import (
	"context"
	"fmt"
	"io"
	"reflect"

	"firn/heap"
	"firn/runtime"
)

// Handles that every machine has, so that an image needs nothing beside it.
const (
	startHandle = 1 // the start compartment
	runHandle   = 2 // of a stopped run: the bits of activity, an integer
	valueHandle = 3 // … and the result to return after the jobs
)

const (
	runJobs = 1 << iota
	runInJobs
	runHasValue
)

// Save writes an image of the machine: heap, stopped run, promise jobs, meter.
// Equal machines give equal bytes on every platform; values that Go code holds
// are part of what is compared. It may be called between runs and when a limit has
// stopped one, but not in a host function. The machine can go on.
func (m *Machine) Save(w io.Writer) error {
	return m.do(func() error {
		if m.depth > 0 {
			return ErrHostCall
		}
		m.freeze()
		return m.rt.Save(w)
	})
}

// freeze puts what the machine knows about a stopped run into the cage.
func (m *Machine) freeze() {
	bits, value := int32(0), rawValue(heap.Undefined)
	if m.run.waiting() {
		if m.run.jobs {
			bits |= runJobs
		}
		if m.run.inJobs {
			bits |= runInJobs
		}
		if m.run.value != 0 {
			bits |= runHasValue
			value = m.h.Handle(m.run.value)
		}
	}
	m.h.SetHandle(runHandle, heap.Int(bits))
	m.h.SetHandle(valueHandle, value)
}

// thaw takes over a runtime whose cage freeze has prepared. Handles of values
// that nobody in this process holds are freed.
func (m *Machine) thaw(rt *runtime.Machine, stopped bool) error {
	m.adopt(rt)
	if !m.h.IsKind(m.h.Handle(startHandle), heap.KCompartment) {
		return &heap.ImageError{What: "machine image", Off: -1, Msg: "it has no start compartment"}
	}
	m.start = &Compartment{&ref{m: m, id: startHandle}}
	m.h.FreeHandlesAbove(valueHandle)
	if !stopped {
		return nil
	}
	bits := uint32(0)
	if v := m.h.Handle(runHandle); v.IsInt() {
		bits = uint32(v.Int32())
	}
	m.run = activity{context: context.Background(), jobs: bits&runJobs != 0, inJobs: bits&runInJobs != 0}
	if bits&runHasValue != 0 {
		m.run.value = m.h.NewHandle(m.h.Handle(valueHandle))
	}
	return nil
}

// Restore makes the machine that Save has written, on an engine with the same
// ROM. functions are the host functions by the names that they were made with;
// calling one that is missing is a TypeError. Of c only Fuel (if not 0) and Stress
// count. Bytes that are no whole image of this version on this ROM are an error
// and harm nothing, but what a stranger's image does when it runs is not checked:
// sign images that travel.
func (e *Engine) Restore(r io.Reader, c Config, functions map[string]any) (*Machine, error) {
	rc, err := c.runtime()
	if err != nil {
		return nil, err
	}
	bound := map[string]runtime.HostFunc{}
	for name, f := range functions {
		v := reflect.ValueOf(f)
		if v.Kind() != reflect.Func || v.IsNil() {
			return nil, fmt.Errorf("firn: Restore: %s is a %T; want a function", name, f)
		}
		_, g := adapt(v)
		bound[name] = hostFunc(name, g)
	}
	return e.open(func(m *Machine) error {
		rt, err := runtime.Restore(r, e.rom, rc, func(name string) runtime.HostFunc { return bound[name] })
		if err != nil {
			return err
		}
		return m.thaw(rt, rt.Stopped())
	})
}

// Restore is Engine.Restore on the default engine.
func Restore(r io.Reader, c Config, functions map[string]any) (*Machine, error) {
	e, err := Default()
	if err != nil {
		return nil, err
	}
	return e.Restore(r, c, functions)
}

// Fork makes a second machine in the same state, stopped run included. The two
// share nothing that either can change; host functions are the same Go functions,
// which should find their machine by Call.Machine. Values of m stay m's. It may
// be called when Save may.
func (m *Machine) Fork() (f *Machine, err error) {
	err = m.do(func() error {
		if m.depth > 0 {
			return ErrHostCall
		}
		m.freeze()
		f, err = m.engine.open(func(f *Machine) error {
			rt, err := m.rt.Fork()
			if err != nil {
				return err
			}
			return f.thaw(rt, m.run.waiting())
		})
		return err
	})
	return f, err
}
