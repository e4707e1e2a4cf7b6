package firn

import (
	"errors"
	"fmt"
	"reflect"
	goruntime "runtime"
	"runtime/debug"

	"firn/heap"
	"firn/runtime"
)

// Call is one call of a host function. It is valid until the function returns;
// the Values taken from it live on.
type Call struct {
	m  *Machine
	rt *runtime.HostCall
}

// Machine is the machine that calls.
func (c *Call) Machine() *Machine { return c.m }

// Len is the number of arguments.
func (c *Call) Len() int { return c.rt.Len() }

// Arg is argument i, undefined when absent.
func (c *Call) Arg(i int) (v Value) {
	if i < 0 || i >= c.rt.Len() || c.m.enter() != nil {
		return Value{}
	}
	defer c.m.leave()
	return c.m.value(c.rt.Arg(i))
}

// Args are all arguments.
func (c *Call) Args() []Value {
	args := make([]Value, c.Len())
	for i := range args {
		args[i] = c.Arg(i)
	}
	return args
}

// This is the this value.
func (c *Call) This() Value {
	if c.m.enter() != nil {
		return Value{}
	}
	defer c.m.leave()
	return c.m.value(c.rt.This())
}

// IsNew reports whether the function was called with new.
func (c *Call) IsNew() bool { return c.rt.NewTarget }

// NewFunction makes a function that calls a Go function. f is a
//
//	func(*firn.Call) (any, error)
//
// or any other Go function. The arguments of others are converted as by Value.To
// to the types of the parameters (absent ones from undefined), a first parameter
// of type *Call gets the call itself, and a last result of type error is what is
// thrown. Of the other results none is undefined, one is the value and several
// are an array. An error is thrown as an Error with its text, a Thrown as the
// error object it names, an *Exception as what was thrown first. When a limit
// ends a run that the function began on the same machine, it ends all of it.
//
// A panic in the function ends the run with a *PanicError, which JavaScript
// cannot catch. The machine keeps the function until it is closed.
func (m *Machine) NewFunction(name string, f any) (v Value, err error) {
	if t := reflect.TypeOf(f); t == nil || t.Kind() != reflect.Func || reflect.ValueOf(f).IsNil() {
		return v, fmt.Errorf("firn: NewFunction(%q, %T): want a function", name, f)
	}
	err = m.do(func() error {
		raw, err := m.toJS(f, 0, name)
		if err == nil {
			v = m.value(raw)
		}
		return err
	})
	return v, err
}

// function makes the function object of a host function.
func (m *Machine) function(name string, length int, f func(*Call) (any, error)) rawValue {
	return m.rt.HostFunction(name, length, hostFunc(name, f))
}

// hostFunc is f as the runtime calls it. It finds its machine by the call: forks
// share host functions.
func hostFunc(name string, f func(*Call) (any, error)) runtime.HostFunc {
	return func(rt *runtime.Machine, hc *runtime.HostCall) (rawValue, error) {
		return rt.Owner.(*Machine).callHost(name, f, hc)
	}
}

// errStop makes the runtime drop all frames; Machine.nested has the reason.
var errStop = &runtime.LimitError{Limit: "host function"}

// callHost calls a host function. While it runs the machine may be entered
// again.
func (m *Machine) callHost(name string, f func(*Call) (any, error), hc *runtime.HostCall) (rawValue, error) {
	m.depth++
	m.leave()
	x, err := m.callGo(name, f, &Call{m: m, rt: hc})
	for !m.state.CompareAndSwap(stateIdle, stateRunning) {
		goruntime.Gosched() // another goroutine is in the machine, against the rules: wait for its end
	}
	m.depth--
	if p, ok := err.(*PanicError); ok && m.nested == nil {
		m.nested = p
	}
	if m.nested != nil {
		return 0, errStop
	}
	if err == nil {
		v, bad := m.toJS(x, 0, "")
		if bad == nil {
			return v, nil
		}
		err = TypeErrorf("the result of %s: %v", name, bad)
	}
	return 0, &runtime.Exception{Value: m.h.NewHandle(m.errorObject(err))}
}

// callGo calls f and turns a panic into a *PanicError.
func (m *Machine) callGo(name string, f func(*Call) (any, error), c *Call) (x any, err error) {
	done := false
	defer func() {
		if done {
			return
		}
		if r := recover(); r != nil {
			err = &PanicError{Function: name, Value: r, Stack: string(debug.Stack())}
		}
	}()
	x, err = f(c)
	done = true
	return x, err
}

var (
	typeCall  = reflect.TypeFor[*Call]()
	typeError = reflect.TypeFor[error]()
	typeValue = reflect.TypeFor[Value]()
)

// adapt turns any Go function into one that takes a Call, and says how many
// parameters it has.
func adapt(f reflect.Value) (length int, g func(*Call) (any, error)) {
	if g, ok := f.Interface().(func(*Call) (any, error)); ok {
		return 0, g
	}
	t := f.Type()
	first := 0
	if t.NumIn() > 0 && t.In(0) == typeCall {
		first = 1
	}
	fixed := t.NumIn()
	if t.IsVariadic() {
		fixed--
	}
	results, fails := t.NumOut(), false
	if results > 0 && t.Out(results-1) == typeError {
		results, fails = results-1, true
	}
	return fixed - first, func(c *Call) (any, error) {
		in := make([]reflect.Value, 0, max(t.NumIn(), first+c.Len()))
		if first > 0 {
			in = append(in, reflect.ValueOf(c))
		}
		n := fixed - first
		if t.IsVariadic() {
			n = max(n, c.Len())
		}
		for i := range n {
			p := t.In(min(first+i, t.NumIn()-1))
			if t.IsVariadic() && first+i >= fixed {
				p = p.Elem()
			}
			in = append(in, reflect.New(p).Elem())
		}
		if err := c.arguments(in[first:]); err != nil {
			return nil, err
		}
		out := f.Call(in)
		if fails && !out[results].IsNil() {
			return nil, out[results].Interface().(error)
		}
		switch results {
		case 0:
			return Value{}, nil
		case 1:
			return out[0].Interface(), nil
		}
		all := make([]any, results)
		for i := range all {
			all[i] = out[i].Interface()
		}
		return all, nil
	}
}

// arguments converts the arguments into xs.
func (c *Call) arguments(xs []reflect.Value) error {
	return c.m.do(func() error {
		for i, x := range xs {
			raw := rawValue(heap.Undefined)
			if i < c.rt.Len() {
				raw = c.rt.Arg(i)
			}
			err := c.m.toGo(raw, x, 0)
			var bad *ConversionError
			if errors.As(err, &bad) {
				return TypeErrorf("argument %d: %v", i+1, err)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}
