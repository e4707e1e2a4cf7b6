package compile

import (
	"math"
	"strings"

	"firn/heap"
	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

var (
	nan = math.NaN()
	inf = math.Inf(1)
)

// fn is the state of one function's compilation. Registers are allocated as a
// stack: this, parameters, then locals and temporaries as scopes and
// expressions nest.
type fn struct {
	c       *compiler
	node    *ast.Function
	b       *bc.Builder
	outer   *env // context of the function object
	env     *env // innermost context of the code being compiled
	ctl     *control
	top     int // first free register
	highest int // no register from here on was used yet

	ctxReg  int // register of outer
	usesCtx bool

	globalSites    map[globalUse]int
	sharedSite     int // see elementSite; 0 before
	sharedAddition int // see additionSite
	sharedCall     int // see callSite; 0 before

	vars  []*ast.Binding // variable that a register holds
	names []bc.Var

	generator, async bool
	derived          bool
	retReg           int // derived constructors: value of a return on its way to retLabel
	retLabel         bc.Label
	genReg           int // generator object or coroutine, −1 in other functions
	doneReg          int // library: done flag of the last $GenResume, −1 before
	completion       int // completion value of a program, −1 in functions

	labels   []*ast.Name     // labels of the statement about to be compiled
	instance map[string]bool // properties that this.x = … gives to this
	stubs    []stub
	short    bc.Label // where a nullish link of the current optional chain goes
	catchAll int      // start of the region in which exceptions reject the coroutine, −1 for none
	needs    uint32   // T flags found while compiling

	caught map[*ast.Binding]int // library: what catch clauses have kept for rethrow
}

func (f *fn) emit(op bc.Op, a, b, c int)          { f.b.Emit(op, 0, a, b, c, 0) }
func (f *fn) emitX(op bc.Op, x, a, b, c, d int)   { f.b.Emit(op, x, a, b, c, d) }
func (f *fn) jump(op bc.Op, a, b int, l bc.Label) { f.b.Jump(op, a, b, l) }
func (f *fn) goTo(l bc.Label)                     { f.b.Jump(bc.OpJmp, 0, 0, l) }

// temp allocates a register.
func (f *fn) temp() int { return f.temps(1) }

// temps allocates n registers in a row.
func (f *fn) temps(n int) int {
	r := f.top
	f.top += n
	f.b.NeedRegs(f.top)
	if f.top > f.highest {
		f.highest = f.top
	}
	for i := r; i < f.top && i < len(f.vars); i++ {
		f.vars[i] = nil
	}
	return r
}

// isVar reports whether a register may be seen by code other than the
// expression that writes it.
func (f *fn) isVar(r int) bool { return r == 0 || r < len(f.vars) && f.vars[r] != nil }

// scratch is dst where partial results may be put into it, else a new register.
func (f *fn) scratch(dst int) int {
	if f.isVar(dst) {
		return f.temp()
	}
	return dst
}

func (f *fn) mov(dst, src int) {
	if dst != src {
		f.emit(bc.OpMov, dst, src, 0)
	}
}

func (f *fn) undefined(dst int) { f.emit(bc.OpLdspecial, dst, int(bc.SpUndefined), 0) }

// at sets the source position to a node.
func (f *fn) at(n ast.Node) {
	start, end := n.Pos()
	f.b.SetPos(bc.Pos{At: start, Start: start, End: end})
}

// atRange sets the reported position and the range that a message quotes.
func (f *fn) atRange(at uint32, quoted ast.Node) {
	start, end := quoted.Pos()
	f.b.SetPos(bc.Pos{At: at, Start: start, End: end})
}

// function evaluates a function expression or declaration: a closure.
func (f *fn) function(g *ast.Function, name string, dst int) {
	top := f.top
	k := f.b.Const(f.c.function(g, name, f.env))
	f.at(g)
	f.emit(bc.OpClosure, dst, f.current(), k)
	f.top = top
}

// function compiles g, whose function objects get the context outer.
func (c *compiler) function(g *ast.Function, name string, outer *env) *bc.Function {
	f := c.newFn(g, outer)
	f.prologue()
	f.body()
	return f.finish(name, true)
}

func (c *compiler) newFn(g *ast.Function, outer *env) *fn {
	f := &fn{c: c, node: g, b: bc.NewBuilder(), outer: outer, env: outer, genReg: -1, catchAll: -1, doneReg: -1, completion: -1}
	f.generator, f.async = g.Generator, g.Async
	f.derived = g.Kind == ast.FuncDerived
	f.top = 1
	return f
}

// finish assembles the function.
func (f *fn) finish(name string, hasName bool) *bc.Function {
	g := f.node
	f.flushStubs()
	out := &bc.Function{Name: name, HasName: hasName, Flags: f.flags(), Length: g.ExpectedArgs, Start: g.Start, End: g.End, Vars: f.names}
	switch g.Kind {
	case ast.FuncConstructor, ast.FuncDerived, ast.FuncInstanceInit, ast.FuncStaticInit:
		out.Start, out.End = g.Class.Start, g.Class.End
	}
	for _, p := range g.Params {
		if !p.Rest {
			out.Params++
		}
	}
	if out.Flags&heap.TConstructor != 0 {
		out.Instance = len(f.instance)
	}
	if !f.usesCtx {
		f.b.Drop(0)
	}
	if err := f.b.Finish(out); err != nil {
		f.c.fail(g, err.Error())
	}
	return out
}

// flags gives the template flags.
func (f *fn) flags() uint32 {
	g := f.node
	flags := f.needs
	if f.c.opts.Library {
		flags |= heap.TLibrary
	}
	if g.Generator {
		flags |= heap.TGenerator
		if !f.c.opts.Library {
			flags |= heap.TProtoProp
		}
	}
	if g.Async {
		flags |= heap.TAsync
	}
	switch g.Kind {
	case ast.FuncNormal:
		if f.c.opts.Library {
			if isLibraryConstructor(g) {
				flags |= heap.TConstructor | heap.TBuiltinCtor
			}
		} else if !g.Generator && !g.Async {
			flags |= heap.TConstructor | heap.TProtoProp
		}
	case ast.FuncArrow:
		flags |= heap.TArrow
	case ast.FuncMethod, ast.FuncGetter, ast.FuncSetter, ast.FuncInstanceInit, ast.FuncStaticInit:
		flags |= heap.TMethod
	case ast.FuncConstructor:
		flags |= heap.TConstructor | heap.TClass | heap.TProtoProp
	case ast.FuncDerived:
		flags |= heap.TConstructor | heap.TClass | heap.TDerived | heap.TProtoProp
	case ast.FuncScript, ast.FuncModule:
		flags |= heap.TProgram
	}
	return flags
}

// prologue is FunctionDeclarationInstantiation (ECMA-262 10.2.11), with the
// creation of coroutines and generators around it.
func (f *fn) prologue() {
	g := f.node
	f.top = 1
	for _, p := range g.Params {
		if !p.Rest {
			f.temp()
		}
	}
	f.b.SetPos(bc.Pos{At: g.Start, Start: g.Start, End: g.End})
	f.ctxReg = f.temp()
	f.emit(bc.OpFuncctx, f.ctxReg, 0, 0) // finish drops it when it is not used
	if f.c.opts.Library && strings.Contains(f.c.prog.Source[g.Start:g.End], "$GenResume") {
		f.doneReg = f.temp()
	}
	if f.derived {
		f.retReg, f.retLabel = f.temp(), f.b.NewLabel()
	}
	if f.async && !f.generator {
		f.genReg = f.temp()
		f.emit(bc.OpInitasync, f.genReg, 0, 0)
		f.pushCatchAll()
	}
	f.bindScope(g)
	f.pseudo()
	if g.Kind == ast.FuncConstructor && g.Class != nil {
		f.initFields(0, g.Class)
	}
	f.params()
	if g.BodyScope != nil {
		f.declare(g.BodyScope)
		for _, b := range g.BodyScope.Bindings {
			if b.ParamShadow != nil {
				t := f.top
				r := f.temp()
				f.loadLoc(f.place(b.ParamShadow), r)
				f.storeLoc(f.place(b), r)
				f.top = t
			}
		}
		f.hoist(g.BodyScope)
	} else if g.Scope != nil {
		f.hoist(g.Scope)
	}
	if f.generator {
		f.genReg = f.temp()
		x := 0
		if f.async {
			x = 1
		}
		body := f.b.NewLabel()
		f.b.JumpX(bc.OpInitgen, x, f.genReg, 0, body)
		f.emit(bc.OpRet, f.genReg, 0, 0)
		f.b.Bind(body)
		if f.async {
			f.pushCatchAll()
		}
	}
}

// bindScope places the bindings of the function's scope: simple parameters
// keep the registers they arrive in.
func (f *fn) bindScope(g *ast.Function) {
	if g.Scope == nil {
		return
	}
	for _, b := range []*ast.Binding{g.This, g.Home} {
		if b == nil {
			continue
		}
		if b == g.Home {
			f.c.locs[b] = f.c.homeLoc(g, f.outer)
		} else if !b.Captured {
			f.c.locs[b] = loc{kind: locRegister, n: 0}
		}
	}
	for i := range g.Params {
		p := &g.Params[i]
		id, ok := p.Target.(*ast.Ident)
		if !ok || p.Rest || id.Binding == nil || id.Binding.Captured || id.Binding.NeedsTDZ {
			continue
		}
		f.c.locs[id.Binding] = loc{kind: locRegister, n: 1 + i}
		f.setVar(1+i, id.Binding)
	}
	f.declare(g.Scope)
}

// pseudo initialises this, arguments, new.target and the active function where
// they have a place of their own.
func (f *fn) pseudo() {
	g := f.node
	t := f.top
	set := func(b *ast.Binding, op bc.Op) {
		if b == nil {
			return
		}
		l := f.place(b)
		if l.kind == locRegister {
			f.emit(op, l.n, 0, 0)
			return
		}
		r := f.temp()
		f.emit(op, r, 0, 0)
		f.storeLoc(l, r)
		f.top = t
	}
	if b := g.Arguments; b != nil {
		f.needs |= heap.TNeedsArgs
		set(b, bc.OpArguments)
	}
	set(g.NewTarget, bc.OpNewtarget)
	set(g.ActiveFunc, bc.OpCallee)
	if g.Self != nil && g.Self.Used {
		set(g.Self, bc.OpCallee)
	}
	switch {
	case f.derived:
		if g.This == nil || !g.This.Captured {
			f.emit(bc.OpLdspecial, 0, int(bc.SpTDZ), 0)
		}
	case g.This != nil && g.This.Captured:
		f.storeLoc(f.place(g.This), 0)
	}
}

// params is IteratorBindingInitialization of the formal parameters.
func (f *fn) params() {
	reg := 1
	for i := range f.node.Params {
		p := &f.node.Params[i]
		t := f.top
		if p.Rest {
			f.needs |= heap.TNeedsArgs
			r := -1
			if id, ok := p.Target.(*ast.Ident); ok {
				r = f.initTarget(id)
			}
			if r < 0 {
				r = f.temp()
			}
			f.at(p.Target)
			f.emit(bc.OpRest, r, i, 0)
			f.bind(p.Target, r, bindInit)
			f.top = t
			continue
		}
		r := reg
		reg++
		id, simple := p.Target.(*ast.Ident)
		if p.Default != nil {
			given := f.b.NewLabel()
			f.jump(bc.OpJnundef, r, 0, given)
			name := ""
			if simple {
				name = id.Name.Text
			}
			f.named(p.Default, name, r)
			f.b.Bind(given)
		}
		if simple && id.Binding != nil {
			if l := f.place(id.Binding); l.kind != locRegister || l.n != r {
				f.storeLoc(l, r)
			}
		} else {
			f.bind(p.Target, r, bindInit)
		}
		f.top = t
	}
}

// body compiles the statements and the final return.
func (f *fn) body() {
	g := f.node
	if g.ExprBody != nil {
		t := f.top
		r := f.any(g.ExprBody)
		f.doReturn(r)
		f.top = t
	} else {
		f.statements(g.Body)
	}
	f.endBody()
}

// endBody returns undefined from the end of the function, and closes what an
// async function's prologue opened.
func (f *fn) endBody() {
	g := f.node
	if f.b.Alive() {
		f.b.SetPos(bc.Pos{At: g.End, Start: g.End, End: g.End})
		t := f.temp()
		switch {
		case f.completion >= 0:
			f.emit(bc.OpRet, f.completion, 0, 0)
		case f.generator || f.async || f.derived:
			f.undefined(t)
			f.leave(t)
		default:
			f.emit(bc.OpRetundef, 0, 0, 0)
		}
	}
	f.popCatchAll()
	if f.derived {
		f.leaveDerived()
	}
}

// leave emits the return instruction of this kind of function.
func (f *fn) leave(r int) {
	switch {
	case f.generator:
		f.emit(bc.OpGenret, r, f.genReg, 0)
	case f.async:
		f.emit(bc.OpAsyncdone, r, f.genReg, 0)
		f.emit(bc.OpAsyncret, f.genReg, 0, 0)
	case f.derived:
		// What is wrong with the value is an error of the caller's: it is found
		// outside all handlers.
		f.mov(f.retReg, r)
		f.goTo(f.retLabel)
	default:
		f.emit(bc.OpRet, r, 0, 0)
	}
}

// leaveDerived is the end of a derived constructor (ECMA-262 10.2.2, steps 9
// to 13).
func (f *fn) leaveDerived() {
	f.b.Bind(f.retLabel)
	t := f.top
	this := 0
	if b := f.node.This; b != nil && b.Captured {
		this = f.temp()
		f.loadLoc(f.place(b), this)
	}
	f.emit(bc.OpRetderived, f.retReg, this, 0)
	f.top = t
}

// this reads a this expression.
func (f *fn) this(b *ast.Binding, dst int) {
	owner := b.Scope.Func
	if owner.Kind == ast.FuncDerived {
		f.loadChecked(f.place(b), dst, "this")
		return
	}
	if owner == f.node {
		f.mov(dst, 0)
		return
	}
	f.loadLoc(f.place(b), dst)
}

// thisReg is this in some register.
func (f *fn) thisReg(b *ast.Binding) int {
	if b.Scope.Func == f.node && b.Scope.Func.Kind != ast.FuncDerived {
		return 0
	}
	if l := f.c.locs[b]; l.kind == locRegister {
		f.emit(bc.OpChktdz, l.n, f.b.String("this"), 0)
		return l.n
	}
	t := f.temp()
	f.this(b, t)
	return t
}
