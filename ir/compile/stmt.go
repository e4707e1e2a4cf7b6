package compile

import (
	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

func (f *fn) statements(list []ast.Stmt) {
	for _, s := range list {
		f.statement(s)
	}
}

// statement compiles a statement; registers it needed are free afterwards.
func (f *fn) statement(s ast.Stmt) {
	top := f.top
	labels := f.labels
	f.labels = nil
	switch s := s.(type) {
	case *ast.ExprStmt:
		if f.completion >= 0 {
			f.expr(s.X, f.completion)
		} else {
			f.effect(s.X)
		}
	case *ast.VarDecl:
		f.varDecl(s)
	case *ast.Block:
		if labels != nil {
			f.labelled(labels, func() { f.block(s) })
		} else {
			f.block(s)
		}
	case *ast.If:
		if labels != nil {
			f.labelled(labels, func() { f.ifStmt(s) })
		} else {
			f.ifStmt(s)
		}
	case *ast.For:
		f.forStmt(s, labels)
	case *ast.ForIn:
		f.forIn(s, labels)
	case *ast.While:
		f.while(s, labels)
	case *ast.DoWhile:
		f.doWhile(s, labels)
	case *ast.Return:
		f.returnStmt(s)
	case *ast.Break:
		if c := f.breakTarget(s.Label, false); c != nil {
			f.exitTo(target{to: c}, 0)
		} else {
			f.c.fail(s, "break without a target")
		}
	case *ast.Continue:
		if c := f.breakTarget(s.Label, true); c != nil {
			f.exitTo(target{to: c, cont: true}, 0)
		} else {
			f.c.fail(s, "continue without a loop")
		}
	case *ast.Throw:
		if id, ok := s.X.(*ast.Ident); ok {
			if kept, ok := f.caught[id.Binding]; ok {
				f.at(s)
				f.emit(bc.OpRethrow, kept, 0, 0)
				break
			}
		}
		r := f.any(s.X)
		f.at(s)
		f.emit(bc.OpThrow, r, 0, 0)
	case *ast.Try:
		if labels != nil {
			f.labelled(labels, func() { f.try(s) })
		} else {
			f.try(s)
		}
	case *ast.Switch:
		f.switchStmt(s, labels)
	case *ast.Labeled:
		f.labels = append(labels, s.Label)
		f.statement(s.Body)
		f.labels = nil
	case *ast.ClassDecl:
		f.classDecl(s.Class)
	case *ast.Debugger:
		f.emit(bc.OpDbg, 0, 0, 0)
	case *ast.FuncDecl, *ast.Empty, *ast.ImportDecl:
	case *ast.ExportDecl:
		if s.Decl != nil {
			f.statement(s.Decl)
		}
	case *ast.ExportDefault:
		r := f.temp()
		f.named(s.X, "default", r)
		f.storeLoc(f.place(s.Binding), r)
	default:
		f.c.fail(s, "unknown statement")
	}
	f.top = top
}

// labelled compiles a statement that only a labelled break can leave.
func (f *fn) labelled(labels []*ast.Name, body func()) {
	c := f.push(&control{kind: ctlBlock, labels: labels, brk: f.b.NewLabel(), cont: bc.NoLabel})
	body()
	f.pop()
	f.b.Bind(c.brk)
}

func (f *fn) block(s *ast.Block) {
	top, e := f.top, f.env
	f.enter(s.Scope)
	f.statements(s.Body)
	f.top, f.env = top, e
}

func (f *fn) varDecl(s *ast.VarDecl) {
	for i := range s.Decls {
		d := &s.Decls[i]
		id, simple := d.Target.(*ast.Ident)
		top := f.top
		switch {
		case !simple:
			r := f.any(d.Init)
			if s.Kind == ast.DeclVar {
				f.bind(d.Target, r, bindVar)
			} else {
				f.bind(d.Target, r, bindInit)
			}
		case d.Init == nil:
			if s.Kind == ast.DeclLet {
				r := f.initTarget(id)
				if r < 0 {
					r = f.temp()
				}
				f.undefined(r)
				f.initIdent(id, r)
			}
		case s.Kind == ast.DeclVar:
			f.initVar(id, d.Init)
		default:
			f.initLexical(id, d.Init)
		}
		f.top = top
	}
}

// initVar is var x = e: an assignment that checks nothing.
func (f *fn) initVar(id *ast.Ident, e ast.Expr) {
	r := f.initTarget(id)
	if r < 0 {
		r = f.temp()
	}
	f.named(e, id.Name.Text, r)
	f.initIdent(id, r)
}

// initLexical is let or const x = e. Nothing can see x before it is
// initialised unless it has TDZ checks, so partial results may be in it.
func (f *fn) initLexical(id *ast.Ident, e ast.Expr) {
	r := f.initTarget(id)
	if r < 0 {
		r = f.temp()
		f.named(e, id.Name.Text, r)
		f.initIdent(id, r)
		return
	}
	b := f.vars[r]
	if !b.NeedsTDZ {
		f.vars[r] = nil
	}
	f.named(e, id.Name.Text, r)
	f.vars[r] = b
}

func (f *fn) ifStmt(s *ast.If) {
	end := f.b.NewLabel()
	for {
		f.clearCompletion()
		top := f.top
		next := f.b.NewLabel()
		f.cond(s.Test, next, false)
		f.top = top
		f.statement(s.Then)
		if s.Else == nil {
			f.b.Bind(next)
			break
		}
		f.goTo(end)
		f.b.Bind(next)
		if more, ok := s.Else.(*ast.If); ok {
			s = more
			continue
		}
		f.statement(s.Else)
		break
	}
	f.b.Bind(end)
}

func (f *fn) returnStmt(s *ast.Return) {
	r := -1
	if x, ok := s.X.(*ast.Conditional); ok && !f.async && f.cleanup(target{}) == nil {
		f.returnEither(x)
		return
	}
	if s.X == nil {
		if !f.generator && !f.async && !f.derived && f.cleanup(target{}) == nil {
			f.at(s)
			f.emit(bc.OpRetundef, 0, 0, 0)
			return
		}
		r = f.temp()
		f.undefined(r)
	} else if f.generator && f.async {
		r = f.temp()
		f.expr(s.X, r)
		f.at(s)
		f.await(r, r)
	} else {
		r = f.any(s.X)
	}
	f.at(s)
	f.doReturn(r)
}

// returnEither is return test ? a : b with a return in each branch.
func (f *fn) returnEither(x *ast.Conditional) {
	for {
		top := f.top
		other := f.b.NewLabel()
		f.cond(x.Test, other, false)
		f.top = top
		r := f.any(x.Then)
		f.at(x)
		f.doReturn(r)
		f.top = top
		f.b.Bind(other)
		if more, ok := x.Else.(*ast.Conditional); ok {
			x = more
			continue
		}
		r = f.any(x.Else)
		f.at(x)
		f.doReturn(r)
		f.top = top
		return
	}
}

func (f *fn) switchStmt(s *ast.Switch, labels []*ast.Name) {
	top, e := f.top, f.env
	f.clearCompletion()
	x := f.temp()
	f.expr(s.X, x)
	c := f.push(&control{kind: ctlSwitch, labels: labels, brk: f.b.NewLabel(), cont: bc.NoLabel})
	f.enter(s.Scope)
	bodies := make([]bc.Label, len(s.Cases))
	other := c.brk
	for i := range s.Cases {
		bodies[i] = f.b.NewLabel()
		if s.Cases[i].Test == nil {
			other = bodies[i]
			continue
		}
		t := f.top
		f.jumpStrictEq(x, s.Cases[i].Test, bodies[i], true)
		f.top = t
	}
	f.goTo(other)
	for i := range s.Cases {
		f.b.Bind(bodies[i])
		f.statements(s.Cases[i].Body)
	}
	f.pop()
	f.b.Bind(c.brk)
	f.top, f.env = top, e
}
