package test262

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dop251/goja"
)

// gojaEngine runs the suite on goja. It is here to test the runner with an engine that others wrote.
type gojaEngine struct{}

func (gojaEngine) Name() string               { return "goja" }
func (gojaEngine) NewWorker() (Worker, error) { return gojaWorker{}, nil }

type gojaWorker struct{}

func (gojaWorker) Close() error { return nil }

// gojaHooks is a prelude of host hooks.
const gojaHooks = `var $262 = { detachArrayBuffer: $detach, gc() {}, global: globalThis };`

func (gojaWorker) Run(job *Job) Outcome {
	vm := goja.New()
	var o Outcome
	vm.Set("print", func(s string) { o.Printed = append(o.Printed, s) })
	vm.Set("$detach", func(b goja.ArrayBuffer) { b.Detach() })
	if job.Module {
		o.Fault, o.Message = FaultHost, "goja has no modules"
		return o
	}
	for _, s := range append([]Source{{"hooks", gojaHooks}}, job.Harness...) {
		if phase, name, message := gojaScript(vm, s); phase != PhaseNone {
			o.Phase, o.ErrorName, o.Message = PhaseHarness, name, s.Name+": "+message
			return o
		}
	}
	o.Phase, o.ErrorName, o.Message = gojaScript(vm, job.Test)
	return o
}

func gojaScript(vm *goja.Runtime, s Source) (Phase, string, string) {
	program, err := goja.Compile(s.Name, s.Text, true)
	if err != nil {
		return PhaseParse, "SyntaxError", err.Error()
	}
	_, err = vm.RunProgram(program)
	if err == nil {
		return PhaseNone, "", ""
	}
	var thrown *goja.Exception
	if !errors.As(err, &thrown) {
		return PhaseRuntime, "", err.Error()
	}
	object, ok := thrown.Value().(*goja.Object)
	if !ok {
		return PhaseRuntime, "", thrown.Value().String()
	}
	name := ""
	if c, ok := object.Get("constructor").(*goja.Object); ok {
		name = fmt.Sprint(c.Get("name"))
	}
	message := ""
	if m := object.Get("message"); m != nil {
		message = strings.TrimSpace(m.String())
	}
	return PhaseRuntime, name, message
}
