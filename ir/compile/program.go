package compile

import (
	"firn/heap"
	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// program compiles the program's function (ECMA-262 16.1.6, 16.1.7).
func (c *compiler) program(p *ast.Program, outer *env) *bc.Function {
	f := c.newFn(p.Func, outer)
	f.b.SetPos(bc.Pos{At: 0, Start: 0, End: 0})
	f.ctxReg = f.temp()
	f.emit(bc.OpFuncctx, f.ctxReg, 0, 0)
	f.completion = f.temp()
	f.undefined(f.completion)
	if c.opts.Library {
		f.libraryScope(p)
	} else {
		f.bindScope(p.Func)
		f.pseudo()
		if c.opts.Eval {
			f.evalScope(p)
		} else {
			c.restricted(p)
			f.globals(p)
		}
	}
	f.statements(p.Func.Body)
	f.endBody()
	out := f.finish("", false)
	out.Flags |= heap.TProgram
	return out
}

// globals is GlobalDeclarationInstantiation, the part about the global object:
// everything is checked before anything is declared.
func (f *fn) globals(p *ast.Program) {
	top := f.top
	isFunc := map[*ast.Name]bool{}
	for _, g := range p.Functions {
		if g.Name != nil {
			isFunc[g.Name.Name] = true
		}
	}
	n := len(p.Functions)
	f.c.vars = map[*ast.Name]bool{}
	for _, v := range p.VarNames {
		f.c.vars[v] = true
		if !isFunc[v] {
			n++
		}
	}
	for v := range isFunc {
		f.c.vars[v] = true
	}
	if n == 0 {
		return
	}
	root, hops := f.context(f.c.root(f))
	if hops > 0 {
		r := f.temp()
		f.emit(bc.OpCtxup, r, root, hops)
		root = r
	}
	v := f.temp()
	f.undefined(v)
	declare := func(x, src int, name *ast.Name) {
		f.emitX(bc.OpDeclvar, x, src, root, f.b.String(name.Text), 0)
	}
	if n > 1 {
		for i := len(p.Functions) - 1; i >= 0; i-- {
			declare(3, v, p.Functions[i].Name.Name)
		}
		for _, name := range p.VarNames {
			if !isFunc[name] {
				declare(2, v, name)
			}
		}
	}
	for _, g := range p.Functions {
		r := f.temp()
		f.function(g, declName(g), r)
		f.at(g)
		declare(1, r, g.Name.Name)
		f.top = r
	}
	for _, name := range p.VarNames {
		if !isFunc[name] {
			declare(0, v, name)
		}
	}
	f.top = top
}

// restricted rejects lexical names that are non-configurable properties of every
// global object (HasRestrictedGlobalProperty, ECMA-262 16.1.7 step 3.c).
func (c *compiler) restricted(p *ast.Program) {
	for _, b := range p.Func.Scope.Bindings {
		if _, fixed := globalConstant(b.Name.Text); fixed && (b.Kind == ast.BindLet || b.Kind == ast.BindConst || b.Kind == ast.BindClass) {
			c.failAt(b.Start, b.Start+uint32(len(b.Name.Text)), b.Name.Text+" is declared already, by the global object")
		}
	}
}

// evalScope is EvalDeclarationInstantiation of strict code: variables and
// functions live in a context of the program.
func (f *fn) evalScope(p *ast.Program) {
	c := f.c
	c.own = map[*ast.Name]int{}
	for _, g := range p.Functions {
		c.own[g.Name.Name] = len(c.own)
	}
	for _, n := range p.VarNames {
		if _, ok := c.own[n]; !ok {
			c.own[n] = len(c.own)
		}
	}
	if len(c.own) == 0 {
		return
	}
	c.ownEnv = f.pushContext(len(c.own))
	t := f.top
	r := f.temp()
	f.undefined(r)
	for i := 0; i < len(c.own); i++ {
		f.emit(bc.OpStctx, r, c.ownEnv.reg, i)
	}
	for _, g := range p.Functions {
		f.function(g, declName(g), r)
		f.emit(bc.OpStctx, r, c.ownEnv.reg, c.own[g.Name.Name])
	}
	f.top = t
}
