package runtime

import (
	"firn/heap"
	"firn/ir/compile"
	"firn/parser"
	"firn/runtime/builtin"
	"firn/runtime/builtin/regexp"
)

// Evaluators: eval and Function of compartments, and what the library's half of
// them (runtime/lib/compartment.js) asks for.

// Tasks of %Evaluate%: see runtime/lib/compartment.js.
const (
	taskProgram    = 0
	taskExpression = 1
	taskNames      = 2
	taskFunction   = 3 // and the parser's number of the kind of function
)

// maxEvalSource bounds what programs can have compiled, in bytes: the compiler's
// own memory is not the machine's.
const maxEvalSource = 16 << 20

// Costs of compiling, in units.
const (
	compileCost     = 200
	compileByteCost = 4
)

// evaluatorCall executes the call of an evaluator that the driver stopped for.
func (m *Machine) evaluatorCall(e, n uint32, ret uint64) (uint32, error) {
	h := m.h
	switch h.Word(e) {
	case builtin.EvaluatorEval:
		x := heap.Undefined
		if n > 0 {
			x = m.vm.HostArg(0)
		}
		if !x.IsString() {
			return m.vm.HostReturn(ret, x), nil
		}
		compartment := h.Internal(e, 0).Ref()
		text := h.GoString(x.Ref())
		h.Charge(compileCost + compileByteCost*uint64(len(text)))
		prog, err := parser.Parse(text, m.parserOptions(parser.Options{FileName: "<eval>"}))
		if err != nil {
			return m.refuse(ret, err)
		}
		// Strict eval code has its own variable scope.
		t, _, err := m.install(prog, "<eval>", compile.Options{Eval: true})
		if err != nil {
			return m.refuse(ret, err)
		}
		return m.enter(ret, compartment, t, 0, nil), nil
	case builtin.EvaluatorFunction:
		// The arguments become strings in JS.
		return m.vm.HostTailArgs(ret, h.Root(builtin.LibCreateDynamicFunction), h.Internal(e, 0)), nil
	}
	return m.task(n, ret)
}

// enter answers the driver by calling a compiled program in a compartment.
func (m *Machine) enter(ret uint64, compartment, template uint32, n int, value func(int) heap.Value) uint32 {
	fn := m.program(compartment, template, n, value)
	return m.vm.HostTail(ret, fn, m.h.Internal(compartment, builtin.CompGlobal))
}

// refuse answers the driver for a source that does not compile: with an
// exception, or, when it does not fit the memory limit, by ending the run.
func (m *Machine) refuse(ret uint64, err error) (uint32, error) {
	if limit, ok := err.(*LimitError); ok {
		m.vm.Reset()
		return 0, limit
	}
	return m.vm.HostThrow(ret, m.syntaxError(err)), nil
}

// task executes a call of %Evaluate%, whose arguments are the library's.
func (m *Machine) task(n uint32, ret uint64) (uint32, error) {
	h := m.h
	arg := func(i uint32) heap.Value {
		if i >= n {
			return heap.Undefined
		}
		return m.vm.HostArg(i)
	}
	compartment, source, task := arg(0).Ref(), arg(1), arg(2).Int32()
	switch task {
	case taskNames:
		return m.vm.HostReturn(ret, m.variableNames(source.Ref())), nil
	case taskProgram, taskExpression:
		o := parser.Options{Expression: task == taskExpression}
		for i := uint32(0); i < h.Word(arg(3).Ref()); i++ {
			o.Endowments = append(o.Endowments, h.GoString(m.element(arg(3), i).Ref()))
		}
		file := "<program>"
		if o.Expression {
			file = "<expression>"
		}
		values := arg(4)
		return m.evaluateTail(ret, compartment, source.Ref(), file, o, len(o.Endowments), func(i int) heap.Value {
			return m.element(values, uint32(i))
		})
	}
	var params []string
	for i := uint32(0); i < h.Word(arg(3).Ref()); i++ {
		params = append(params, h.GoString(m.element(arg(3), i).Ref()))
	}
	body := h.GoString(source.Ref())
	for _, p := range params {
		h.Charge(compileByteCost * uint64(len(p)))
	}
	h.Charge(compileCost + compileByteCost*uint64(len(body)))
	prog, err := parser.ParseFunction(parser.FunctionKind(task-taskFunction), params, body, m.parserOptions(parser.Options{FileName: "<Function>"}))
	if err != nil {
		return m.refuse(ret, err)
	}
	t, _, err := m.install(prog, "<Function>", compile.Options{})
	if err != nil {
		return m.refuse(ret, err)
	}
	return m.enter(ret, compartment, t, 0, nil), nil
}

// evaluateTail compiles a source and calls it in place of the evaluator.
func (m *Machine) evaluateTail(ret uint64, compartment, source uint32, file string, o parser.Options, n int, value func(int) heap.Value) (uint32, error) {
	h := m.h
	text := h.GoString(source)
	h.Charge(compileCost + compileByteCost*uint64(len(text)))
	t, names, err := m.Compile(text, file, m.parserOptions(o))
	if err != nil {
		return m.refuse(ret, err)
	}
	if len(names) != n {
		return m.vm.HostThrow(ret, m.NewError(builtin.CodeTypeError, "endowments have two equal names")), nil
	}
	return m.enter(ret, compartment, t, n, value), nil
}

// parserOptions are the options for sources that JS strings hold.
func (m *Machine) parserOptions(o parser.Options) parser.Options {
	o.WTF8, o.ValidateRegExp, o.MaxSource = true, regexp.Validate, maxEvalSource
	return o
}

// element is element i of a library array.
func (m *Machine) element(array heap.Value, i uint32) heap.Value {
	return m.h.Val(m.h.U32(array.Ref()+heap.OffElements) + heap.OffValues + 8*i)
}

// variableNames is a library array of the strings of a library array that can be
// names of variables.
func (m *Machine) variableNames(array uint32) heap.Value {
	h := m.h
	var found []heap.Value
	for i := uint32(0); i < h.Word(array); i++ {
		v := m.element(heap.Object(array), i)
		h.Charge(uint64(h.StrLen(v.Ref())) >> 4)
		if parser.IsVariableName(h.GoString(v.Ref())) {
			found = append(found, v)
		}
	}
	k := uint32(len(found))
	a := h.NewArrayCap(k, k)
	for i, v := range found {
		h.Store(h.U32(a+heap.OffElements)+heap.OffValues+8*uint32(i), v)
	}
	return heap.Object(a)
}
