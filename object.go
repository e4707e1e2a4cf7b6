package firn

import (
	"errors"
	"fmt"

	"firn/heap"
	"firn/runtime/builtin"
	"firn/runtime/builtin/num"
)

// key is the property key for a Go value: a string, an integer or a Value.
func (m *Machine) key(k any) (rawValue, error) {
	switch k := k.(type) {
	case string:
		return m.keyOf(k), nil
	case int:
		if k >= 0 && int64(k) < 1<<32-1 {
			return heap.IndexKey(uint32(k)), nil
		}
		return m.keyOf(fmt.Sprint(k)), nil
	case Value:
		raw, err := k.in(m)
		if err != nil {
			return 0, err
		}
		if raw.IsString() {
			return m.h.KeyFromString(m.h.Intern(raw.Ref())), nil
		}
		if raw.IsNumber() {
			if key, ok := heap.KeyFromNumber(raw); ok {
				return key, nil
			}
			return m.keyOf(formatNumber(raw.Num())), nil
		}
		if raw.IsSymbol() {
			return raw, nil
		}
	}
	return 0, fmt.Errorf("firn: %T is no property key; want string, int or a string, number or symbol Value", k)
}

func (m *Machine) keyOf(name string) rawValue { return m.h.KeyFromString(m.h.InternStr(name)) }

// formatNumber is Number::toString (ECMA-262 6.1.6.1.20).
func formatNumber(f float64) string {
	var buf [num.MaxDecimalLen]byte
	return string(buf[:num.NumberToString(f, 10, buf[:])])
}

// get is property key of v; v may be a primitive. It may run JavaScript.
func (m *Machine) get(v, key rawValue) (rawValue, error) {
	if v.IsObject() {
		var p heap.Prop
		switch m.h.Lookup(v.Ref(), key, &p) {
		case heap.LookupAbsent:
			return heap.Undefined, nil
		case heap.LookupData:
			return p.Value, nil
		}
	}
	return m.call(m.h.Root(builtin.LibGetElemSlow), heap.Undefined, v, key)
}

// Get is property key of the value: its own or an inherited one. key is a
// string, an int or a Value. It may run getters and proxies.
func (v Value) Get(key any) (out Value, err error) {
	err = v.do(func(m *Machine, raw rawValue) error {
		k, err := m.key(key)
		if err != nil {
			return err
		}
		r, err := m.get(raw, k)
		if err == nil {
			out = m.value(r)
		}
		return err
	})
	return out, err
}

// Set assigns x, converted as by Machine.ToValue, to a property as JavaScript's
// strict-mode assignment does.
func (v Value) Set(key, x any) error {
	return v.do(func(m *Machine, raw rawValue) error {
		k, err := m.key(key)
		if err != nil {
			return err
		}
		r, err := m.toJS(x, 0, "")
		if err != nil {
			return err
		}
		_, err = m.call(m.h.Root(builtin.LibSetElemSlow), heap.Undefined, raw, k, r)
		return err
	})
}

// Has reports whether the object has the property, its own or inherited.
func (v Value) Has(key any) (has bool, err error) {
	err = v.do(func(m *Machine, raw rawValue) error {
		k, err := m.key(key)
		if err != nil {
			return err
		}
		r, err := m.call(m.h.Root(builtin.LibInSlow), heap.Undefined, k, raw)
		has = r == heap.True
		return err
	})
	return has, err
}

// Delete removes an own property; it is an error when the property cannot be
// deleted.
func (v Value) Delete(key any) error {
	return v.do(func(m *Machine, raw rawValue) error {
		k, err := m.key(key)
		if err != nil {
			return err
		}
		_, err = m.call(m.h.Root(builtin.LibDeleteElemSlow), heap.Undefined, raw, k)
		return err
	})
}

// Keys are the names of the own enumerable properties, in the order of
// Object.keys.
func (v Value) Keys() (keys []string, err error) {
	err = v.do(func(m *Machine, raw rawValue) error {
		if !raw.IsObject() {
			return TypeErrorf("%s is not an object", v.Type())
		}
		keys, err = m.keys(v.raw)
		return err
	})
	return keys, err
}

// keys lists own enumerable string keys; of is called again after JavaScript has
// run.
func (m *Machine) keys(of func() rawValue) ([]string, error) {
	h := m.h
	o := of()
	list, n := rawValue(0), uint32(0)
	if k := h.Kind(o.Ref()); k == heap.KProxy || k == heap.KNamespace {
		object := m.h.Root(builtin.RootObject)
		fn, err := m.get(object, m.keyOf("keys"))
		if err != nil {
			return nil, err
		}
		if list, err = m.call(fn, object, of()); err != nil {
			return nil, err
		}
		n = h.Word(list.Ref())
		var keys []string
		var p heap.Prop
		for i := uint32(0); i < n; i++ {
			if h.GetOwn(list.Ref(), heap.IndexKey(i), &p) && p.Value.IsString() {
				keys = append(keys, h.GoString(p.Value.Ref()))
			}
		}
		return keys, nil
	}
	rec, n := h.OwnKeys(o.Ref(), heap.KeyStrings|heap.KeyEnumerable)
	if rec == 0 {
		return nil, &LimitError{Limit: LimitMemory}
	}
	keys := make([]string, n)
	for i := range keys {
		keys[i] = m.keyText(h.Val(rec + heap.OffValues + 8*uint32(i)))
	}
	return keys, nil
}

// keyText is the text of a property key.
func (m *Machine) keyText(k rawValue) string {
	switch {
	case k.IsString():
		return m.h.GoString(k.Ref())
	case k.IsSymbol():
		return m.symbolText(k)
	}
	return fmt.Sprint(k.Index())
}

// Len is the length property of an array or string, the number of entries of a
// Map or Set, and 0 for everything else.
func (v Value) Len() (n int) {
	v.look(func(m *Machine, raw rawValue) {
		switch {
		case raw.IsString():
			n = int(m.h.StrLen(raw.Ref()))
		case m.h.IsKind(raw, heap.KArray):
			n = int(m.h.Word(raw.Ref()))
		case m.h.IsKind(raw, heap.KTypedArray):
			n = int(m.h.TypedLength(raw.Ref()))
		case m.h.IsKind(raw, heap.KMap), m.h.IsKind(raw, heap.KSet):
			n = int(m.h.TableSize(m.h.Internal(raw.Ref(), 0).Ref()))
		}
	})
	return n
}

// args converts the arguments of a call into handles.
func (m *Machine) args(args []any) ([]uint32, error) {
	var handles []uint32
	for i, a := range args {
		r, err := m.toJS(a, 0, "")
		if err != nil {
			m.freeHandles(handles)
			return nil, fmt.Errorf("firn: argument %d: %w", i, err)
		}
		handles = append(handles, m.h.NewHandle(r))
	}
	return handles, nil
}

func (m *Machine) freeHandles(handles []uint32) {
	for _, id := range handles {
		m.h.FreeHandle(id)
	}
}

func (m *Machine) handleValues(handles []uint32) []rawValue {
	out := make([]rawValue, len(handles))
	for i, id := range handles {
		out[i] = m.h.Handle(id)
	}
	return out
}

// Call calls a function. this and the arguments are converted as by
// Machine.ToValue. It runs no promise jobs.
func (v Value) Call(this any, args ...any) (out Value, err error) {
	err = v.do(func(m *Machine, _ rawValue) error {
		handles, err := m.args(append([]any{this}, args...))
		if err != nil {
			return err
		}
		defer m.freeHandles(handles)
		out, err = m.begin(activity{}, func() (rawValue, error) {
			all := m.handleValues(handles)
			return m.rt.Call(v.raw(), all[0], all[1:]...)
		})
		return err
	})
	return out, err
}

// CallMethod calls method key of the value, with it as this.
func (v Value) CallMethod(key any, args ...any) (Value, error) {
	f, err := v.Get(key)
	if err != nil {
		return Value{}, err
	}
	if !f.IsFunction() {
		return Value{}, TypeErrorf("%v is not a function", key)
	}
	return f.Call(v, args...)
}

// New calls a constructor with new.
func (v Value) New(args ...any) (out Value, err error) {
	err = v.do(func(m *Machine, _ rawValue) error {
		handles, err := m.args(args)
		if err != nil {
			return err
		}
		defer m.freeHandles(handles)
		out, err = m.begin(activity{}, func() (rawValue, error) {
			return m.rt.Construct(v.raw(), m.handleValues(handles)...)
		})
		return err
	})
	return out, err
}

// NewObject makes an empty object.
func (m *Machine) NewObject() (v Value, err error) {
	err = m.do(func() error { v = m.value(m.newObject()); return nil })
	return v, err
}

func (m *Machine) newObject() rawValue {
	return heap.Object(m.h.NewObject(m.h.Root(heap.RootObjectProto).Ref(), 0))
}

// NewArray makes an array of the elements, converted as by ToValue.
func (m *Machine) NewArray(elements ...any) (Value, error) { return m.ToValue(elements) }

// StackString is the text of an error's stack: the message and one line for each
// frame. Confined code cannot see it; endow a compartment with a function that
// calls this to let it.
func (v Value) StackString() (s string) {
	v.look(func(m *Machine, raw rawValue) {
		frames := make([]Frame, 0, 8)
		for _, f := range m.rt.Stack(raw) {
			frames = append(frames, Frame(f))
		}
		s = stackString(m.rt.Describe(raw), frames)
	})
	return s
}

// Harden freezes the value and everything that can be reached from it, as
// JavaScript's harden does.
func (v Value) Harden() error {
	if v.ref == nil || !v.IsObject() {
		return nil
	}
	g, err := v.ref.m.start.Get("harden")
	if err != nil {
		return err
	}
	if !g.IsFunction() {
		return errors.New("firn: this ROM has no harden")
	}
	_, err = g.Call(nil, v)
	return err
}

// PromiseState tells how far a promise is.
type PromiseState uint8

// The states of promises.
const (
	Pending PromiseState = iota
	Fulfilled
	Rejected
)

// Promise is the state of a promise and, when it is settled, its result. ok is
// false for other values.
func (v Value) Promise() (state PromiseState, result Value, ok bool) {
	v.look(func(m *Machine, raw rawValue) {
		if m.h.IsKind(raw, heap.KPromise) {
			ok = true
			state = PromiseState(m.h.Internal(raw.Ref(), 0).Int32())
			if state != Pending {
				result = m.value(m.h.Internal(raw.Ref(), 1))
			}
		}
	})
	return state, result, ok
}
