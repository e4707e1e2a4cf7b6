package test262

import (
	"errors"
	"fmt"

	"firn/heap"
	"firn/ir/compile"
	"firn/parser"
	"firn/runtime"
)

// Stage1 is Firn with an unfrozen realm, where an inherited read-only property refuses assignment as ECMA-262 says: the
// conformance run.
type Stage1 struct {
	// Stress is a set of heap.Stress modes.
	Stress uint32
	// Native is the name of a way to compile everything at once, one of NativeModes; empty means the interpreter.
	Native string
}

// Name implements Engine.
func (e Stage1) Name() string {
	if e.Native != "" {
		return "firn stage-1, native " + e.Native
	}
	return "firn stage-1"
}

// NewWorker implements Engine.
func (e Stage1) NewWorker() (Worker, error) {
	w := &stage1Worker{stress: e.Stress, prepared: make(map[string]*preparedRealm)}
	if e.Native != "" {
		if w.native = nativeMaker(e.Native); w.native == nil {
			return nil, fmt.Errorf("test262: this build has no native code in mode %q", e.Native)
		}
	}
	return w, nil
}

// stage1Worker keeps a realm with the harness in place for each set of harness files that it has met, and runs tests in
// forks of them.
type stage1Worker struct {
	stress   uint32
	native   runtime.NativeMaker
	prepared map[string]*preparedRealm
	outcome  Outcome // of the test that is running: print adds to it
}

// preparedLimit bounds the machines that wait to be forked. Tests come in the order of their paths, so few sets are in
// use at a time.
const preparedLimit = 12

// preparedRealm is a machine in which the host's hooks and the harness have been evaluated.
type preparedRealm struct {
	machine     *runtime.Machine
	compartment uint32 // handle
}

// Close implements Worker.
func (w *stage1Worker) Close() error {
	for key, p := range w.prepared {
		p.machine.Close()
		delete(w.prepared, key)
	}
	return nil
}

// hostHooks is the part of the host that can be written in JavaScript.
const hostHooks = `var $262 = {
  global: globalThis,
  gc() {},
  detachArrayBuffer: ((transfer, detached) => buffer => {
    if (!detached.call(buffer)) transfer.call(buffer);
  })(ArrayBuffer.prototype.transfer, Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "detached").get),
};`

// prepare makes a realm for a job. A failure of the harness is in w.outcome, and the answer is nil.
func (w *stage1Worker) prepare(job *Job) *preparedRealm {
	m, err := runtime.NewStage1(runtime.Config{Memory: uint32(min(job.Memory, 1<<31)), Stress: w.stress, Native: w.native}, runtime.PresetSes)
	if err != nil {
		w.outcome.Fault, w.outcome.Message = FaultHost, err.Error()
		return nil
	}
	h := m.Heap()
	p := &preparedRealm{machine: m, compartment: h.NewHandle(m.NewCompartment())}
	print := m.HostFunction("print", 1, func(m *runtime.Machine, call *runtime.HostCall) (heap.Value, error) {
		w.outcome.Printed = append(w.outcome.Printed, m.Describe(call.Arg(0)))
		return heap.Undefined, nil
	})
	if err := m.DefineGlobal(h.Handle(p.compartment), "print", print); err != nil {
		w.outcome.Fault, w.outcome.Message = FaultHost, err.Error()
		m.Close()
		return nil
	}
	if len(job.Harness) == 0 {
		return p
	}
	for _, s := range append([]Source{{"hooks", hostHooks}}, job.Harness...) {
		if _, err := m.Evaluate(h.Handle(p.compartment), s.Text, s.Name, false); err != nil {
			w.outcome.fail(m, err)
			w.outcome.Phase, w.outcome.Message = PhaseHarness, s.Name+": "+w.outcome.Message
			m.Close()
			return nil
		}
	}
	return p
}

// Run implements Worker.
func (w *stage1Worker) Run(job *Job) Outcome {
	w.outcome = Outcome{}
	if job.Module {
		return Outcome{Fault: FaultHost, Message: "modules are not part of this build"}
	}
	p := w.prepared[job.HarnessKey]
	if p == nil {
		if p = w.prepare(job); p == nil {
			return w.outcome
		}
		if len(w.prepared) >= preparedLimit {
			w.Close()
		}
		w.prepared[job.HarnessKey] = p
	}
	m, err := p.machine.Fork()
	if err != nil {
		return Outcome{Fault: FaultHost, Message: err.Error()}
	}
	defer m.Close()
	m.SetFuel(int64(job.Fuel))
	if _, err := m.Evaluate(m.Heap().Handle(p.compartment), job.Test.Text, job.Test.Name, false); err != nil {
		w.outcome.fail(m, err)
		return w.outcome
	}
	if err := m.RunJobs(); err != nil {
		w.outcome.fail(m, err)
	}
	return w.outcome
}

// fail sorts an error of the machine into the outcome.
func (o *Outcome) fail(m *runtime.Machine, err error) {
	var syntax *parser.SyntaxError
	var declared *compile.Error
	var thrown *runtime.Exception
	var limit *runtime.LimitError
	switch {
	case errors.As(err, &syntax):
		o.Phase, o.ErrorName, o.Message = PhaseParse, "SyntaxError", syntax.Msg
	case errors.As(err, &declared):
		// What GlobalDeclarationInstantiation refuses (ECMA-262 16.1.7): the program parsed, but it did not begin.
		o.Phase, o.ErrorName, o.Message = PhaseRuntime, "SyntaxError", err.Error()
	case errors.As(err, &thrown):
		o.Phase, o.Message = PhaseRuntime, thrown.Message
		o.ErrorName = constructorName(m.Heap(), m.Heap().Handle(thrown.Value))
	case errors.As(err, &limit):
		o.Fault, o.Message = FaultLimit, err.Error()
	default:
		o.Fault, o.Message = FaultHost, err.Error()
	}
}

// constructorName reads value.constructor.name as data, without running accessors.
func constructorName(h *heap.Heap, v heap.Value) string {
	for _, key := range []string{"constructor", "name"} {
		var p heap.Prop
		if !v.IsObject() || h.Lookup(v.Ref(), heap.String(h.InternStr(key)), &p) != heap.LookupData {
			return ""
		}
		v = p.Value
	}
	if !v.IsString() {
		return ""
	}
	return h.GoString(v.Ref())
}
