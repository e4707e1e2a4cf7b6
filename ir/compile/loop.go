package compile

import (
	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// Loops are inverted: the condition is at the bottom, entered by a jump.

func (f *fn) loopControl(labels []*ast.Name) *control {
	return f.push(&control{kind: ctlLoop, labels: labels, brk: f.b.NewLabel(), cont: f.b.NewLabel()})
}

func (f *fn) while(s *ast.While, labels []*ast.Name) {
	f.clearCompletion()
	c := f.loopControl(labels)
	alive := f.b.Alive()
	top := f.b.NewLabel()
	if always(s.Test) {
		f.b.BindLoop(c.cont, alive)
		f.statement(s.Body)
		f.goTo(c.cont)
	} else {
		f.goTo(c.cont)
		f.b.BindLoop(top, alive)
		f.statement(s.Body)
		f.b.Bind(c.cont)
		t := f.top
		f.cond(s.Test, top, true)
		f.top = t
	}
	f.pop()
	f.b.Bind(c.brk)
}

// always recognises conditions that are literally true.
func always(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Bool:
		return e.Value
	case *ast.Number:
		return e.Value != 0 && e.Value == e.Value
	}
	return false
}

func (f *fn) doWhile(s *ast.DoWhile, labels []*ast.Name) {
	f.clearCompletion()
	c := f.loopControl(labels)
	top := f.b.NewLabel()
	f.b.BindLoop(top, f.b.Alive())
	f.statement(s.Body)
	f.b.Bind(c.cont)
	t := f.top
	f.cond(s.Test, top, true)
	f.top = t
	f.pop()
	f.b.Bind(c.brk)
}

func (f *fn) forStmt(s *ast.For, labels []*ast.Name) {
	f.clearCompletion()
	top, e := f.top, f.env
	f.enter(s.Scope)
	switch init := s.Init.(type) {
	case *ast.VarDecl:
		f.varDecl(init)
	case *ast.ExprStmt:
		t := f.top
		f.effect(init.X)
		f.top = t
	}
	copies := s.Scope != nil && s.Scope.PerIteration && s.Scope.NeedsContext
	if copies && !plainInit(s.Init) {
		f.emit(bc.OpClonectx, f.env.reg, f.env.reg, 0)
	}
	c := f.loopControl(labels)
	alive := f.b.Alive()
	head, test := f.b.NewLabel(), f.b.NewLabel()
	conditional := s.Test != nil && !always(s.Test)
	if conditional {
		f.goTo(test)
	}
	f.b.BindLoop(head, alive)
	f.statement(s.Body)
	f.b.Bind(c.cont)
	if copies {
		f.emit(bc.OpClonectx, f.env.reg, f.env.reg, 0)
	}
	if s.Update != nil {
		t := f.top
		f.effect(s.Update)
		f.top = t
	}
	if conditional {
		f.b.Bind(test)
		t := f.top
		f.cond(s.Test, head, true)
		f.top = t
	} else {
		f.goTo(head)
	}
	f.pop()
	f.b.Bind(c.brk)
	f.top, f.env = top, e
}

// plainInit reports whether a loop's initialisers surely make no closure, so
// that nothing can tell their context from the first iteration's.
func plainInit(s ast.Stmt) bool {
	d, ok := s.(*ast.VarDecl)
	if !ok {
		return false
	}
	for i := range d.Decls {
		x := d.Decls[i].Init
		if m, ok := x.(*ast.Member); ok {
			x = m.X
		}
		switch x.(type) {
		case nil, *ast.Ident, *ast.Number, *ast.String, *ast.Null, *ast.Bool:
		default:
			return false
		}
		if _, ok := d.Decls[i].Target.(*ast.Ident); !ok {
			return false
		}
	}
	return true
}

// forIn compiles for-in, for-of and for-await-of (ECMA-262 14.7.5).
func (f *fn) forIn(s *ast.ForIn, labels []*ast.Name) {
	f.clearCompletion()
	top, e := f.top, f.env
	it := f.temps(3) // iterator, next method, state; for-in: keys, object
	x := f.head(s, it)
	c := f.loopControl(labels)
	f.at(s.X)
	switch {
	case !s.Of:
		f.emit(bc.OpForin, it, it+1, 0)
	case s.Await:
		f.emit(bc.OpGetasynciter, it, x, 0)
	default:
		f.emit(bc.OpGetiter, it, x, 0)
	}
	f.top = it + 3
	innerEnv := f.env
	f.b.BindLoop(c.cont, f.b.Alive())
	v, direct := -1, false
	if id, ok := s.Target.(*ast.Ident); ok && s.Scope != nil && id.Binding != nil && !id.Binding.Captured {
		direct = true // the variable itself receives the value
	}
	if direct {
		v = f.local(s.Target.(*ast.Ident).Binding)
	} else {
		v = f.temp()
	}
	f.at(s.X)
	switch {
	case !s.Of:
		f.emit(bc.OpInnext, v, it, it+1)
		f.jump(bc.OpJempty, v, 0, c.brk)
	case s.Await:
		f.asyncNext(it, v, c.brk)
	default:
		f.emit(bc.OpOfnext, v, it, 0)
		f.jump(bc.OpJempty, v, 0, c.brk)
	}
	var cl *control
	start := 0
	if s.Of {
		cl = f.push(&control{kind: ctlClose, loop: c, value: f.temp()})
		start = f.b.Mark()
	}
	if !direct {
		f.declare(s.Scope)
		f.target(s, v)
	}
	f.statement(s.Body)
	f.goTo(c.cont)
	if s.Of {
		end := f.b.Mark()
		f.pop()
		f.top, f.env = cl.value+1, innerEnv
		f.closeExits(cl, it, s.Await, start, end)
	}
	f.pop()
	f.b.Bind(c.brk)
	f.top, f.env = top, e
}

// head evaluates the expression of a for-in or for-of loop, inside a scope
// where the loop's names are in TDZ. For-in gets it in it+1.
func (f *fn) head(s *ast.ForIn, it int) (x int) {
	top, e := f.top, f.env
	marked := false
	if s.Scope != nil {
		marked = s.Scope.NeedsContext
		for _, b := range s.Scope.Bindings {
			marked = marked || b.NeedsTDZ
		}
		if marked {
			f.declare(s.Scope)
		}
	}
	switch {
	case !s.Of:
		x = it + 1
		f.expr(s.X, x)
	case marked:
		x = it
		f.expr(s.X, x)
	default:
		x = f.any(s.X)
		top = f.top
	}
	f.top, f.env = top, e
	if s.Scope != nil {
		for _, b := range s.Scope.Bindings {
			delete(f.c.locs, b)
		}
	}
	return x
}

// target stores the value of an iteration.
func (f *fn) target(s *ast.ForIn, v int) {
	t := f.top
	mode := bindInit
	switch {
	case !s.Decl:
		mode = bindAssign
	case s.Kind == ast.DeclVar:
		mode = bindVar
	}
	f.bind(s.Target, v, mode)
	f.top = t
}

// asyncNext is one step of for-await: v = value of the next result, or to done.
func (f *fn) asyncNext(it, v int, done bc.Label) {
	t := f.top
	base := f.window()
	f.mov(base-1, it+1)
	f.mov(base, it)
	f.call(base, base, 0)
	f.await(base, base)
	f.emit(bc.OpChkiterres, base, 0, 0)
	f.getName(base-1, base, "done")
	f.jump(bc.OpJt, base-1, 0, done)
	f.getName(v, base, "value")
	f.top = t
}

// closeExits ends the region in which leaving closes the iterator it: the
// handler for exceptions and the exits that pass. Control does not fall in.
func (f *fn) closeExits(cl *control, it int, async bool, regions ...int) {
	if f.b.Handler(regions) {
		t := f.temp()
		f.catchKeep(t)
		f.closeIter(it, async, true)
		f.emit(bc.OpRethrow, t, 0, 0)
		f.top = t
	}
	for i := 0; i < len(cl.exits); i++ {
		f.b.Bind(cl.exits[i].label)
		if !f.b.Alive() {
			continue
		}
		f.closeIter(it, async, false)
		f.exitTo(cl.exits[i].target, cl.value)
	}
}

// closeIter closes an iterator: after a normal exit (which includes return), or
// after a throw, when errors of closing are dropped (ECMA-262 7.4.11, 7.4.13).
func (f *fn) closeIter(it int, async, thrown bool) {
	if !async {
		x := 0
		if thrown {
			x = 1
		}
		f.emitX(bc.OpIterclose, x, it, 0, 0, 0)
		return
	}
	t := f.top
	base := f.window()
	none := f.b.NewLabel()
	start := f.b.Mark()
	f.getName(base-1, it, "return")
	f.jump(bc.OpJnullish, base-1, 0, none)
	f.mov(base, it)
	f.call(base, base, 0)
	f.await(base, base)
	if !thrown {
		f.emit(bc.OpChkiterres, base, 0, 0)
	} else {
		end := f.b.Mark()
		f.goTo(none)
		if f.b.Handler([]int{start, end}) {
			f.emit(bc.OpCatch, base, 0, 0)
		}
	}
	f.b.Bind(none)
	f.top = t
}
