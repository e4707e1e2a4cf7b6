package runtime

import (
	"fmt"

	"firn/heap"
	"firn/parser"
	"firn/runtime/builtin"
	"firn/runtime/interp"
)

// A compartment is a KCompartment object: [0] its global object, [1] its
// outermost context (variable 0 is the global object). The global object's
// internal slot 0 leads back to it.
const (
	compGlobal  = 0
	compContext = 1
	compName    = 2
)

// globalTemplate makes the object that new global objects are copies of: all
// shared globals, and places for the compartment's own.
func (b *realmBuilder) globalTemplate() error {
	h := b.h
	g := h.NewKind(heap.KGlobal, h.Root(heap.RootObjectProto).Ref())
	h.SetRoot(interp.RootGlobalTemplate, heap.Object(g))
	h.SetRoot(interp.RootEvaluatorShape, heap.CellRef(h.RootShape(h.Root(heap.RootFunctionProto).Ref(), heap.KEvaluator, 0)))
	attrs := uint32(heap.WC)
	if b.preset != PresetEndo && !b.m.open {
		attrs = 0
	}
	b.define(g, heap.String(h.InternStr("globalThis")), heap.Undefined, heap.WC)
	b.define(g, heap.String(h.InternStr("eval")), heap.Undefined, attrs)
	b.define(g, heap.String(h.InternStr("Function")), heap.Undefined, attrs)
	b.define(g, heap.String(h.InternStr("undefined")), heap.Undefined, 0)
	b.define(g, heap.String(h.InternStr("NaN")), heap.CanonicalNaN, 0)
	b.define(g, heap.String(h.InternStr("Infinity")), heap.Double(inf), 0)
	for i := range intrinsics {
		in := &intrinsics[i]
		if in.Global == "" || in.Absent&b.preset != 0 || in.Global == "Function" {
			continue
		}
		b.define(g, heap.String(h.InternStr(in.Global)), h.Root(in.Root), attrs)
	}
	return nil
}

// Own properties of a global object that are not shared, by their slot.
const (
	slotGlobalThis = iota
	slotEval
	slotFunction
)

// NewCompartment makes a compartment: a KCompartment object.
func (m *Machine) NewCompartment() heap.Value {
	h := m.h
	template := h.Root(interp.RootGlobalTemplate).Ref()
	g := h.CloneObject(template)
	c := h.NewKind(heap.KCompartment, h.Root(heap.RootObjectProto).Ref())
	h.SetInternal(c, compGlobal, heap.Object(g))
	h.SetInternal(g, 0, heap.Object(c))
	ctx := h.AllocValues(heap.KContext, heap.OffVars+8, heap.OffVars, heap.Object(g))
	h.SetU64(ctx+heap.OffParent, 1<<32)
	h.SetInternal(c, compContext, heap.CellRef(ctx))
	h.SetOwnSlot(g, slotGlobalThis, heap.Object(g))
	h.SetOwnSlot(g, slotEval, m.evaluator(c, builtin.EvaluatorEval))
	h.SetOwnSlot(g, slotFunction, m.evaluator(c, builtin.EvaluatorFunction))
	return heap.Object(c)
}

// evaluator makes a compartment's own eval or Function.
func (m *Machine) evaluator(compartment, which uint32) heap.Value {
	h := m.h
	e := h.NewObjectShape(h.Root(interp.RootEvaluatorShape).Ref())
	h.SetU32(e+heap.OffWord, which)
	h.SetInternal(e, 0, heap.Object(compartment))
	return heap.Object(e)
}

// Global is the global object of a compartment.
func (m *Machine) Global(compartment heap.Value) heap.Value {
	return m.h.Internal(compartment.Ref(), compGlobal)
}

// Endowment is a binding around one evaluation.
type Endowment struct {
	Name  string
	Value uint32 // handle
}

// Evaluate runs a program in a compartment and returns its completion value.
// Jobs are not run. expression: the source must be one expression.
func (m *Machine) Evaluate(compartment heap.Value, source, file string, expression bool, endow ...Endowment) (heap.Value, error) {
	if err := m.ready(); err != nil {
		return 0, err
	}
	fn, err := m.program(compartment.Ref(), source, file, parser.Options{Expression: expression}, endow)
	if err != nil {
		return 0, err
	}
	return m.call(fn, m.Global(compartment))
}

// program compiles a source and makes the function that runs it.
func (m *Machine) program(compartment uint32, source, file string, o parser.Options, endow []Endowment) (heap.Value, error) {
	h := m.h
	for _, e := range endow {
		o.Endowments = append(o.Endowments, e.Name)
	}
	t, names, err := m.Compile(source, file, o)
	if err != nil {
		return 0, err
	}
	ctx := h.Internal(compartment, compContext).Ref()
	if len(names) > 0 {
		n := uint32(len(names))
		inner := h.AllocValues(heap.KContext, heap.OffVars+8*n, heap.OffVars, heap.Undefined)
		h.SetU64(inner+heap.OffParent, uint64(ctx)|uint64(n)<<32)
		for i, name := range names {
			for _, e := range endow {
				if e.Name == name {
					h.Store(inner+heap.OffVars+8*uint32(i), h.Handle(e.Value))
				}
			}
		}
		h.DirtyCell(inner)
		ctx = inner
	}
	f := h.NewFunction(t, ctx, h.FunctionShape(h.Root(heap.RootFunctionProto).Ref()))
	return heap.Object(f), nil
}

// evaluatorCall executes a call of a compartment's eval or Function.
func (m *Machine) evaluatorCall(e, n uint32, ret uint64) (uint32, error) {
	h := m.h
	compartment := h.Internal(e, 0).Ref()
	if h.Word(e) != builtin.EvaluatorEval {
		return m.vm.HostThrow(ret, m.NewError(builtin.CodeTypeError, "Function constructors are not part of this build")), nil
	}
	x := heap.Undefined
	if n > 0 {
		x = m.vm.HostArg(0)
	}
	if !x.IsString() {
		return m.vm.HostReturn(ret, x), nil
	}
	fn, err := m.program(compartment, h.GoString(x.Ref()), "<eval>", parser.Options{WTF8: true}, nil)
	if err != nil {
		return m.vm.HostThrow(ret, m.syntaxError(err)), nil
	}
	return m.vm.HostTail(ret, fn, h.Internal(compartment, compGlobal)), nil
}

// syntaxError is the JS error for a source that does not compile.
func (m *Machine) syntaxError(err error) heap.Value {
	if e, ok := err.(*parser.SyntaxError); ok {
		return m.NewError(builtin.CodeSyntaxError, e.Msg)
	}
	if _, ok := err.(*LimitError); ok {
		return m.NewError(builtin.CodeRangeError, err.Error())
	}
	return m.NewError(builtin.CodeSyntaxError, err.Error())
}

// DefineGlobal defines a property of a compartment's global object: writable,
// configurable and not enumerable, as the built-in ones of ECMA-262 are.
func (m *Machine) DefineGlobal(compartment heap.Value, name string, v heap.Value) error {
	h := m.h
	d := heap.Desc{Value: v, Attrs: heap.WC, Has: heap.HasValue | heap.WEC}
	if code := h.DefineOwn(m.Global(compartment).Ref(), h.KeyFromString(h.InternStr(name)), &d); code != heap.OpDone {
		return fmt.Errorf("the global %s cannot be defined", name)
	}
	return nil
}
