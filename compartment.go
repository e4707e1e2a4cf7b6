package firn

import (
	"context"
	"fmt"
	"sort"

	"firn/runtime"
)

// Compartment is a global object and the evaluators that belong to it. All
// compartments of a machine share the frozen built-ins and nothing else, except
// what is passed from one to another.
type Compartment struct{ ref *ref }

// Source is something to evaluate.
type Source struct {
	// File is the name that errors and stacks show.
	File string
	// Text is the program, in UTF-8. It is strict-mode code.
	Text string
	// Expression: Text must be one expression.
	Expression bool
	// Endowments become constants that only this evaluation sees. Names that
	// are not variable names are ignored. Values are converted as by
	// Machine.ToValue.
	Endowments map[string]any
}

// NewCompartment makes a compartment with the shared built-ins and nothing of
// the host's.
func (m *Machine) NewCompartment() (c *Compartment, err error) {
	err = m.do(func() error {
		c = &Compartment{m.newRef(m.rt.NewCompartment())}
		return nil
	})
	return c, err
}

// Machine is the compartment's machine.
func (c *Compartment) Machine() *Machine { return c.ref.m }

// raw is the KCompartment object.
func (c *Compartment) raw() rawValue { return c.ref.m.h.Handle(c.ref.id) }

// Global is the global object.
func (c *Compartment) Global() (v Value, err error) {
	m := c.ref.m
	err = m.do(func() error { v = m.value(m.rt.Global(c.raw())); return nil })
	return v, err
}

// Set defines a property of the global object: writable, configurable and not
// enumerable, as built-in globals are. x is converted as by Machine.ToValue.
func (c *Compartment) Set(name string, x any) error {
	m := c.ref.m
	return m.do(func() error {
		v, err := m.toJS(x, 0, name)
		if err != nil {
			return fmt.Errorf("firn: global %s: %w", name, err)
		}
		return m.rt.DefineGlobal(c.raw(), name, v)
	})
}

// Get is a property of the global object, undefined when there is none.
func (c *Compartment) Get(name string) (v Value, err error) {
	m := c.ref.m
	err = m.do(func() error {
		raw, err := m.get(m.rt.Global(c.raw()), m.keyOf(name))
		if err == nil {
			v = m.value(raw)
		}
		return err
	})
	return v, err
}

// Run evaluates a program and then runs promise jobs until there are none. The
// value is the program's completion value. Errors are *SyntaxError, *Exception,
// *RejectionError (the value is there, too), *LimitError and, for broken hosts
// and machines, *PanicError and *InternalError.
func (c *Compartment) Run(file, text string) (Value, error) {
	return c.RunContext(context.Background(), file, text)
}

// RunContext is Run that a context can interrupt: the error is then a
// *LimitError that wraps the context's, and Machine.Continue can go on.
func (c *Compartment) RunContext(ctx context.Context, file, text string) (Value, error) {
	return c.evaluate(activity{context: ctx, jobs: true, source: &Source{File: file, Text: text}})
}

// Evaluate evaluates a program or an expression. It runs no promise jobs: see
// Machine.RunJobs.
func (c *Compartment) Evaluate(s Source) (Value, error) {
	return c.EvaluateContext(context.Background(), s)
}

// EvaluateContext is Evaluate that a context can interrupt.
func (c *Compartment) EvaluateContext(ctx context.Context, s Source) (Value, error) {
	return c.evaluate(activity{context: ctx, source: &s})
}

func (c *Compartment) evaluate(a activity) (v Value, err error) {
	m := c.ref.m
	err = m.do(func() error {
		endow, err := m.endowments(a.source.Endowments)
		defer func() {
			for _, e := range endow {
				m.h.FreeHandle(e.Value)
			}
		}()
		if err != nil {
			return err
		}
		if m.depth > 0 {
			a.jobs = false
		}
		v, err = m.begin(a, func() (rawValue, error) {
			return m.rt.Evaluate(c.raw(), a.source.Text, a.source.File, a.source.Expression, endow...)
		})
		return err
	})
	return v, err
}

// endowments converts a map, in the order of the names.
func (m *Machine) endowments(from map[string]any) ([]runtime.Endowment, error) {
	names := make([]string, 0, len(from))
	for name := range from {
		names = append(names, name)
	}
	sort.Strings(names)
	var out []runtime.Endowment
	for _, name := range names {
		v, err := m.toJS(from[name], 0, name)
		if err != nil {
			return out, fmt.Errorf("firn: endowment %s: %w", name, err)
		}
		out = append(out, runtime.Endowment{Name: name, Value: m.h.NewHandle(v)})
	}
	return out, nil
}
