package firn

import (
	"firn/heap"
	"firn/runtime"
	"firn/runtime/builtin"
)

// Resolver settles a promise. Only its first Resolve or Reject counts. Both must
// be called where the machine may be used; the jobs that they queue run with the
// next Run or RunJobs.
type Resolver struct {
	promise Value
	resolve Value
	reject  Value
}

// NewPromise makes a pending promise and what settles it: give the promise to
// JavaScript, and settle it when the answer is there.
func (m *Machine) NewPromise() (r *Resolver, err error) {
	err = m.do(func() error {
		if m.executor == 0 {
			f := m.rt.HostFunction("", 2, func(rt *runtime.Machine, c *runtime.HostCall) (rawValue, error) {
				m := rt.Owner.(*Machine)
				m.resolve, m.reject = m.h.NewHandle(c.Arg(0)), m.h.NewHandle(c.Arg(1))
				return heap.Undefined, nil
			})
			m.executor = rawRef(m.h.NewHandle(f))
		}
		p, err := m.rt.Construct(m.h.Root(builtin.RootPromise), m.h.Handle(uint32(m.executor)))
		if err != nil {
			if e, ok := err.(*runtime.LimitError); ok && e.Resumable {
				m.rt.Abandon()
				err = &runtime.LimitError{Limit: e.Limit}
			}
			return m.failed(err, activity{})
		}
		r = &Resolver{promise: m.value(p), resolve: m.value(m.h.Handle(m.resolve)), reject: m.value(m.h.Handle(m.reject))}
		m.h.FreeHandle(m.resolve)
		m.h.FreeHandle(m.reject)
		m.resolve, m.reject = 0, 0
		return nil
	})
	return r, err
}

// Promise is the promise.
func (r *Resolver) Promise() Value { return r.promise }

// Resolve fulfils the promise with x, converted as by Machine.ToValue, or makes
// it follow x when that is a promise or thenable.
func (r *Resolver) Resolve(x any) error {
	_, err := r.resolve.Call(nil, x)
	return err
}

// Reject rejects the promise with x; an error becomes an Error object.
func (r *Resolver) Reject(x any) error {
	_, err := r.reject.Call(nil, x)
	return err
}
