package runtime

import (
	"fmt"

	"firn/heap"
	"firn/parser"
	"firn/runtime/builtin"
)

// globalTemplate makes the models that compartments are made from (see
// builtin.NewCompartment): a global object with all shared globals and places
// for the compartment's own, and, if there are evaluators, eval and Function.
func (b *realmBuilder) globalTemplate() error {
	h := b.h
	g := h.NewKind(heap.KGlobal, h.Root(heap.RootObjectProto).Ref())
	h.SetRoot(builtin.RootGlobalTemplate, heap.Object(g))
	b.define(g, heap.String(h.InternStr("globalThis")), heap.Undefined, heap.WC)
	b.define(g, heap.String(h.InternStr("eval")), heap.Undefined, heap.WC)
	// In stage 1 there is one Function, as in ECMA-262; Freeze takes it away.
	b.define(g, heap.String(h.InternStr("Function")), h.Root(builtin.RootFunction), heap.WC)
	b.define(g, heap.String(h.InternStr("undefined")), heap.Undefined, 0)
	b.define(g, heap.String(h.InternStr("NaN")), heap.CanonicalNaN, 0)
	b.define(g, heap.String(h.InternStr("Infinity")), heap.Double(inf), 0)
	for i := range intrinsics {
		in := &intrinsics[i]
		if !in.hasGlobal(b.preset) || in.Global == "Function" {
			continue
		}
		b.define(g, heap.String(h.InternStr(in.Global)), h.Root(in.Root), heap.WC)
	}
	h.SetRoot(builtin.RootEvalTemplate, b.evaluator("eval", builtin.EvaluatorEval))
	h.SetU32(h.Root(builtin.RootEvaluate).Ref()+heap.OffWord, builtin.EvaluatorTask)
	h.SetInternal(h.Root(builtin.RootStageOne).Ref(), 1, heap.Bool(b.preset == PresetEndo))
	return nil
}

// evaluator makes the model of eval or Function.
func (b *realmBuilder) evaluator(name string, which uint32) heap.Value {
	h := b.h
	e := h.NewKind(heap.KEvaluator, h.Root(heap.RootFunctionProto).Ref())
	h.SetU32(e+heap.OffWord, which)
	b.define(e, h.Root(heap.RootAtomLength), heap.Int(1), heap.Configurable)
	b.define(e, h.Root(heap.RootAtomName), heap.String(h.InternStr(name)), heap.Configurable)
	if which == builtin.EvaluatorFunction {
		b.define(e, h.Root(heap.RootAtomPrototype), h.Root(heap.RootFunctionProto), 0)
	}
	return heap.Object(e)
}

// closeGlobals makes the models of a stage-1 realm those of a frozen one: each
// compartment gets a Function of its own, and the preset decides what programs
// can change of their global object.
func (m *Machine) closeGlobals() error {
	h := m.h
	b := &realmBuilder{m: m, h: h, preset: m.preset}
	g := h.Root(builtin.RootGlobalTemplate).Ref()
	if m.noEval {
		if g = b.withoutEvaluators(g); g == 0 {
			return &FreezeError{"the evaluators cannot be taken away"}
		}
	} else {
		h.SetRoot(builtin.RootFunctionTemplate, b.evaluator("Function", builtin.EvaluatorFunction))
		h.SetOwnSlot(g, builtin.SlotFunction, heap.Undefined)
	}
	if m.preset == PresetEndo {
		return nil
	}
	for _, key := range m.ownKeys(g) {
		d := heap.Desc{Has: heap.Writable | heap.Configurable}
		if code := h.DefineOwn(g, key, &d); code != heap.OpDone {
			return &FreezeError{"the global " + m.keyText(key) + " cannot be made read-only"}
		}
	}
	return nil
}

// withoutEvaluators makes the model of a global object without eval and
// Function, and takes Realm's evaluators away. 0 means that it cannot.
func (b *realmBuilder) withoutEvaluators(from uint32) uint32 {
	h := b.h
	eval, function := heap.String(h.InternStr("eval")), heap.String(h.InternStr("Function"))
	g := h.NewKind(heap.KGlobal, h.Proto(from))
	for _, key := range b.m.ownKeys(from) {
		var p heap.Prop
		if h.GetOwn(from, key, &p) && key != eval && key != function {
			b.define(g, key, p.Value, p.Attrs)
		}
	}
	h.SetRoot(builtin.RootGlobalTemplate, heap.Object(g))
	h.SetRoot(builtin.RootEvalTemplate, heap.Undefined)
	if r := h.Root(builtin.RootRealmPrototype); r.IsObject() {
		for _, name := range []string{"evaluateExpr", "evaluateProgram"} {
			if h.Delete(r.Ref(), heap.String(h.InternStr(name))) != heap.OpDone {
				return 0
			}
		}
	}
	return g
}

// NewCompartment makes a compartment: a KCompartment object.
func (m *Machine) NewCompartment() heap.Value {
	c := heap.Object(builtin.NewCompartment(m.h))
	if s := m.h.Root(builtin.RootStageOne).Ref(); m.open && m.h.Internal(s, 0) == heap.Undefined {
		m.h.SetInternal(s, 0, c)
	}
	return c
}

// Global is the global object of a compartment.
func (m *Machine) Global(compartment heap.Value) heap.Value {
	return m.h.Internal(compartment.Ref(), builtin.CompGlobal)
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
	o := parser.Options{Expression: expression}
	for _, e := range endow {
		o.Endowments = append(o.Endowments, e.Name)
	}
	t, names, err := m.Compile(source, file, o)
	if err != nil {
		return 0, err
	}
	fn := m.program(compartment.Ref(), t, len(names), func(i int) heap.Value {
		v := heap.Undefined
		for _, e := range endow {
			if e.Name == names[i] {
				v = m.h.Handle(e.Value)
			}
		}
		return v
	})
	return m.call(fn, m.Global(compartment))
}

// program makes the function that runs a compiled program in a compartment with
// n endowments.
func (m *Machine) program(compartment, template uint32, n int, endowment func(i int) heap.Value) heap.Value {
	h := m.h
	ctx := h.Internal(compartment, builtin.CompContext).Ref()
	if n > 0 {
		inner := h.AllocValues(heap.KContext, heap.OffVars+8*uint32(n), heap.OffVars, heap.Undefined)
		h.SetU64(inner+heap.OffParent, uint64(ctx)|uint64(n)<<32)
		for i := 0; i < n; i++ {
			h.Store(inner+heap.OffVars+8*uint32(i), endowment(i))
		}
		h.DirtyCell(inner)
		ctx = inner
	}
	return heap.Object(h.NewFunction(template, ctx, h.FunctionShape(h.Root(heap.RootFunctionProto).Ref())))
}

// syntaxError is the JS error for a source that does not compile.
func (m *Machine) syntaxError(err error) heap.Value {
	if e, ok := err.(*parser.SyntaxError); ok {
		return m.NewError(builtin.CodeSyntaxError, e.Msg)
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
