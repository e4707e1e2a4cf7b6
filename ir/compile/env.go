package compile

import (
	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// env is a context that code can see: the chain of them is known statically.
type env struct {
	parent *env
	depth  int // contexts between it and the outermost one
	fn     *fn // the function whose register reg holds it; nil outside
	reg    int
}

// loc tells where a binding lives.
type loc struct {
	kind locKind
	env  *env // locContext
	n    int  // register, or slot of the context
}

type locKind uint8

const (
	locNone locKind = iota
	locRegister
	locContext
)

// maxHops is the largest hop count of an instruction.
const maxHops = 255

// context gives a register with a context from which e is hops away.
func (f *fn) context(e *env) (reg, hops int) {
	if e.fn == f {
		return e.reg, 0
	}
	hops = f.outer.depth - e.depth
	f.usesCtx = true
	reg = f.ctxReg
	if hops > maxHops {
		reg = f.temp()
		f.emit(bc.OpCtxup, reg, f.ctxReg, hops&0xFFFF)
		if hops > 0xFFFF {
			f.c.fail(f.node, "functions are nested too deeply")
		}
		hops = 0
	}
	return reg, hops
}

// current is a register that holds the innermost context.
func (f *fn) current() int {
	reg, _ := f.context(f.env)
	return reg
}

// pushContext makes a new context of n variables inside the current one.
func (f *fn) pushContext(n int) *env {
	parent := f.current()
	reg := f.temp()
	f.emit(bc.OpNewctx, reg, parent, n)
	if n > 0xFFFF {
		f.c.fail(f.node, "too many variables")
	}
	f.env = &env{parent: f.env, depth: f.env.depth + 1, fn: f, reg: reg}
	return f.env
}

// enter makes the bindings of a scope: registers or a context, TDZ markers, and
// its functions. The caller remembers top and env and restores them.
func (f *fn) enter(s *ast.Scope) {
	f.declare(s)
	if s != nil {
		f.hoist(s)
	}
}

// declare is enter without the functions.
func (f *fn) declare(s *ast.Scope) {
	if s == nil {
		return
	}
	e := f.env
	if s.NeedsContext {
		e = f.pushContext(int(s.ContextSize))
	}
	for _, b := range s.Bindings {
		f.declareOne(b, e)
	}
}

func (f *fn) declareOne(b *ast.Binding, e *env) {
	if _, done := f.c.locs[b]; done {
		return // parameters, this and the like are placed by function entry
	}
	if !b.Used && (b.Kind == ast.BindFuncName || b.Kind == ast.BindClassName) {
		return
	}
	if b.Captured {
		f.c.locs[b] = loc{kind: locContext, env: e, n: int(b.Slot)}
		if b.Kind == ast.BindVar {
			t := f.temp()
			f.undefined(t)
			f.emitX(bc.OpStctx, 0, t, e.reg, int(b.Slot), 0)
			f.top = t
		}
		return
	}
	fresh := f.top >= f.highest && b.Scope == f.node.VarScope()
	reg := f.local(b)
	switch {
	case b.NeedsTDZ:
		f.emit(bc.OpLdspecial, reg, int(bc.SpTDZ), 0)
	case b.Kind == ast.BindVar && !fresh: // a frame's registers start undefined
		f.undefined(reg)
	}
}

// local gives a binding a register.
func (f *fn) local(b *ast.Binding) int {
	reg := f.temp()
	f.c.locs[b] = loc{kind: locRegister, n: reg}
	f.setVar(reg, b)
	return reg
}

// setVar notes that a register is a variable's.
func (f *fn) setVar(reg int, b *ast.Binding) {
	for len(f.vars) <= reg {
		f.vars = append(f.vars, nil)
	}
	f.vars[reg] = b
	if b.Name != nil && b.Name.Text != "" {
		f.names = append(f.names, bc.Var{Name: b.Name.Text, Reg: uint32(reg)})
	}
}

// hoist instantiates the functions of a scope.
func (f *fn) hoist(s *ast.Scope) {
	for _, g := range s.Funcs {
		l := f.c.locs[functionBinding(s, g)]
		t := f.top
		if l.kind == locRegister {
			f.function(g, declName(g), l.n)
		} else {
			r := f.temp()
			f.function(g, declName(g), r)
			f.storeLoc(l, r)
		}
		f.top = t
	}
}

// functionBinding is the binding that a hoisted function initialises.
func functionBinding(s *ast.Scope, g *ast.Function) *ast.Binding {
	if g.Name != nil && g.Name.Binding != nil {
		return g.Name.Binding
	}
	for _, b := range s.Bindings {
		if b.Func == g {
			return b
		}
	}
	return nil
}

// declName is the name property of a function declaration.
func declName(g *ast.Function) string {
	if g.Name == nil {
		return "default" // export default function () {}
	}
	return g.Name.Name.Text
}

// loadLoc reads a binding's place without any check.
func (f *fn) loadLoc(l loc, dst int) {
	if l.kind == locRegister {
		f.mov(dst, l.n)
		return
	}
	t := f.top
	reg, hops := f.context(l.env)
	f.emitX(bc.OpLdctx, hops, dst, reg, l.n, 0)
	f.top = t
}

// storeLoc writes a binding's place without any check.
func (f *fn) storeLoc(l loc, src int) {
	if l.kind == locRegister {
		f.mov(l.n, src)
		return
	}
	t := f.top
	reg, hops := f.context(l.env)
	f.emitX(bc.OpStctx, hops, src, reg, l.n, 0)
	f.top = t
}

// loadChecked reads a binding's place and throws if it is in TDZ.
func (f *fn) loadChecked(l loc, dst int, name string) {
	if l.kind == locRegister {
		f.emit(bc.OpChktdz, l.n, f.b.String(name), 0)
		f.mov(dst, l.n)
		return
	}
	t := f.top
	reg, hops := f.context(l.env)
	f.emitX(bc.OpLdctxchk, hops, dst, reg, l.n, f.b.String(name))
	f.top = t
}

// ident reads an identifier.
func (f *fn) ident(id *ast.Ident, dst int) {
	if id.Binding == nil {
		f.global(id, dst)
		return
	}
	l := f.place(id.Binding)
	f.at(id)
	if id.Flags&ast.IdentTDZ != 0 {
		f.loadChecked(l, dst, id.Name.Text)
		return
	}
	f.loadLoc(l, dst)
}

// place is where a resolved binding lives.
func (f *fn) place(b *ast.Binding) loc {
	l := f.c.locs[b]
	if l.kind == locNone {
		f.c.fail(f.node, "binding "+b.Name.Text+" has no place")
	}
	return l
}

// global reads a global name.
func (f *fn) global(id *ast.Ident, dst int) {
	name := id.Name.Text
	if l, ok := f.c.ownName(id); ok {
		f.loadLoc(l, dst)
		return
	}
	if sp, ok := globalConstant(name); ok {
		sp(f, dst)
		return
	}
	f.at(id)
	if f.c.opts.Library {
		f.libraryName(id, dst)
		return
	}
	t := f.top
	reg, hops := f.context(f.c.root(f))
	f.emitX(bc.OpGetglobal, hops, dst, reg, f.b.String(name), f.globalSite(bc.OpGetglobal, name))
	f.top = t
}

// globalSite is the inline-cache site of accesses to a global of one kind; all
// of them in a function share it.
func (f *fn) globalSite(op bc.Op, name string) int {
	if !f.b.Alive() {
		return 0
	}
	key := globalUse{op, name}
	s, ok := f.globalSites[key]
	if !ok {
		if f.globalSites == nil {
			f.globalSites = map[globalUse]int{}
		}
		s = f.b.Site()
		f.globalSites[key] = s
	}
	return s
}

type globalUse struct {
	op   bc.Op
	name string
}

// manySites is the number of sites of a function from which on its accesses of
// named properties do without: they become element accesses, which all use one
// site. (An inline cache of an element access therefore has to check the key.)
const manySites = 1 << 15

// elementSite is the site of an element access.
func (f *fn) elementSite() int { return f.oneOfMany(&f.sharedSite) }

// additionSite is the site of an instruction that adds a property to an object, or
// gives it a prototype. Those of large functions share one, too.
func (f *fn) additionSite() int { return f.oneOfMany(&f.sharedAddition) }

// oneOfMany is a site of its own, or, in a function with many, the shared one.
func (f *fn) oneOfMany(shared *int) int {
	if f.b.Sites() < manySites {
		return f.b.Site()
	}
	if *shared == 0 {
		*shared = f.b.Site()
	}
	return *shared
}

// root is the outermost context.
func (c *compiler) root(f *fn) *env {
	e := f.env
	if c.rootEnv == nil {
		for e.parent != nil {
			e = e.parent
		}
		c.rootEnv = e
	}
	return c.rootEnv
}

// ownName finds a name that the parser takes for a global one among those that
// belong to the program: of library code and of eval code.
func (c *compiler) ownName(id *ast.Ident) (loc, bool) {
	n, ok := c.own[id.Name]
	return loc{kind: locContext, env: c.ownEnv, n: n}, ok
}

// globalConstant knows the value properties of the global object, which are
// constant in every compartment (ECMA-262 19.1).
func globalConstant(name string) (func(f *fn, dst int), bool) {
	switch name {
	case "undefined":
		return (*fn).undefined, true
	case "NaN":
		return func(f *fn, dst int) { f.number(nan, dst) }, true
	case "Infinity":
		return func(f *fn, dst int) { f.number(inf, dst) }, true
	}
	return nil, false
}

// isUndefined recognises the undefined that nothing can shadow, and void 0.
func (f *fn) isUndefined(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		_, own := f.c.ownName(e)
		return e.Binding == nil && e.Name.Text == "undefined" && !own
	case *ast.Unary:
		if e.Op == ast.OpVoid {
			_, ok := e.X.(*ast.Number)
			return ok
		}
	}
	return false
}

// storeIdent assigns to an identifier (PutValue, ECMA-262 6.2.5.6).
func (f *fn) storeIdent(id *ast.Ident, src int) {
	f.at(id)
	b := id.Binding
	if b == nil {
		if l, ok := f.c.ownName(id); ok {
			f.storeLoc(l, src)
			return
		}
		if f.c.opts.Library {
			f.c.fail(id, "library code assigns to unknown name "+id.Name.Text)
			return
		}
		t := f.top
		reg, hops := f.context(f.c.root(f))
		f.emitX(bc.OpSetglobal, hops, src, reg, f.b.String(id.Name.Text), f.globalSite(bc.OpSetglobal, id.Name.Text))
		f.top = t
		return
	}
	l := f.place(b)
	tdz := id.Flags&ast.IdentTDZ != 0
	t := f.top
	if b.Kind.Const() {
		if tdz {
			f.loadChecked(l, f.temp(), id.Name.Text)
			f.top = t
		}
		f.emit(bc.OpThrowerr, bc.ThrowConstAssign, f.b.String(id.Name.Text), 0)
		return
	}
	switch {
	case !tdz:
		f.storeLoc(l, src)
	case l.kind == locRegister:
		f.emit(bc.OpChktdz, l.n, f.b.String(id.Name.Text), 0)
		f.mov(l.n, src)
	default:
		reg, hops := f.context(l.env)
		f.emitX(bc.OpStctxchk, hops, src, reg, l.n, f.b.String(id.Name.Text))
		f.top = t
	}
}

// initIdent initialises a binding from a declaration.
func (f *fn) initIdent(id *ast.Ident, src int) {
	if id.Binding == nil {
		f.storeIdent(id, src)
		return
	}
	f.storeLoc(f.place(id.Binding), src)
}

// initTarget is the register a declaration may evaluate into directly, or −1.
func (f *fn) initTarget(id *ast.Ident) int {
	if id.Binding == nil {
		return -1
	}
	if l := f.place(id.Binding); l.kind == locRegister {
		return l.n
	}
	return -1
}
