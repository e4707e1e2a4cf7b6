package parser

import "firn/parser/ast"

// newFunction makes a function; resolve sets its Outer and Depth.
func (p *parser) newFunction(kind ast.FuncKind, start uint32) *ast.Function {
	fn := p.functions.new()
	fn.Kind, fn.Start, fn.Simple = kind, start, true
	return fn
}

// enterFunction makes fn, which is no arrow function, the current one and opens its scope; leaveFunction undoes it.
func (p *parser) enterFunction(fn *ast.Function, b *block) (saved funcState) {
	saved = p.fs
	p.fs = funcState{fn: fn, await: fn.Async, yield: fn.Generator, newTarget: true, canReturn: true, labelBase: len(p.labels)}
	p.fs.owner = p.owners.new()
	p.fs.owner.fn = fn
	p.open(b, ast.ScopeFunction, p.start)
	fn.Scope = p.need()
	p.fs.varBlock = b
	return saved
}

func (p *parser) leaveFunction(fn *ast.Function, saved funcState) {
	fn.End = p.prevEnd
	p.close(p.prevEnd)
	p.fs = saved
}

// parseFunctionExpr parses a function expression at its function keyword (§15.2, 15.5, 15.6, 15.8).
func (p *parser) parseFunctionExpr(start uint32, async bool) ast.Expr {
	p.enter()
	p.next()
	fn := p.newFunction(ast.FuncNormal, start)
	fn.Async = async
	fn.Generator = p.accept(tMul)
	noSelf := p.noSelf
	p.noSelf = false
	var b block
	saved := p.enterFunction(fn, &b)
	if p.tok != tLParen {
		fn.Name = p.bindingIdent()
		fn.Name.Flags |= ast.IdentDecl
	}
	p.parseParams(fn)
	p.parseFunctionBody(fn)
	if fn.Name != nil && !noSelf {
		p.bindSelf(fn)
	}
	p.leaveFunction(fn, saved)
	p.leave()
	return fn
}

// bindSelf gives a function expression the binding of its own name, unless a declaration hides it.
func (p *parser) bindSelf(fn *ast.Function) {
	if old := p.lookup(fn.Name.Name); old != nil && old.Scope == fn.Scope {
		return
	}
	fn.Self = p.newPseudo(fn, ast.BindFuncName, fn.Name.Name)
	fn.Name.Binding = fn.Self
}

// parseFunctionDecl parses a function declaration at its function keyword. With defaultName, the name may be absent and is then defaultName.
func (p *parser) parseFunctionDecl(start uint32, async bool, defaultName *ast.Ident) *ast.FuncDecl {
	p.enter()
	p.next()
	fn := p.newFunction(ast.FuncNormal, start)
	fn.Async = async
	fn.Generator = p.accept(tMul)
	if p.tok != tLParen || defaultName == nil {
		fn.Name = p.bindingIdent()
		p.declareFunction(fn.Name, fn)
	} else {
		p.declareFunction(defaultName, fn)
	}
	var b block
	saved := p.enterFunction(fn, &b)
	p.parseParams(fn)
	p.parseFunctionBody(fn)
	p.leaveFunction(fn, saved)
	p.leave()
	return &ast.FuncDecl{Span: fn.Span, Func: fn}
}

// parseMethod parses the parameters and body of a method, getter, setter or constructor whose source text starts at start (§15.4).
func (p *parser) parseMethod(start uint32, kind ast.FuncKind, async, generator bool, class *ast.Class) *ast.Function {
	p.enter()
	fn := p.newFunction(kind, start)
	fn.Async, fn.Generator, fn.Class = async, generator, class
	at, end := p.start, p.end
	var b block
	saved := p.enterFunction(fn, &b)
	p.fs.superProp = true
	if kind == ast.FuncDerived {
		p.fs.superCall = true
		p.pseudoBinding(fn, pseudoThis)
	}
	p.parseParams(fn)
	switch {
	case kind == ast.FuncGetter && len(fn.Params) != 0:
		p.fail(ErrEarly, at, end, "a getter has no parameters")
	case kind == ast.FuncSetter && (len(fn.Params) != 1 || fn.Params[0].Rest):
		p.fail(ErrEarly, at, end, "a setter has exactly one parameter, and no rest parameter")
	}
	p.parseFunctionBody(fn)
	p.leaveFunction(fn, saved)
	p.leave()
	return fn
}

// parseParams parses ( FormalParameters ) (§15.1) and declares the names.
func (p *parser) parseParams(fn *ast.Function) {
	p.expect(tLParen)
	p.parseParamList(fn, tRParen)
	p.next()
}

// parseParamList parses FormalParameters up to the token end.
func (p *parser) parseParamList(fn *ast.Function, end token) {
	outer := p.hasExpr
	p.hasExpr = false
	p.fs.inParams = true
	counting := true
	for p.tok != end {
		var q ast.Param
		bound := p.bound()
		q.Rest = p.accept(tEllipsis)
		if p.tok != tIdent {
			fn.Simple = false
		}
		q.Target = p.parseBinding(ast.BindParam)
		if q.Rest {
			fn.Simple, counting = false, false
			p.initialized(bound, p.prevEnd)
			fn.Params = append(fn.Params, q)
			if p.tok != end {
				p.unexpected(tokenText[end] + " after a rest parameter")
			}
			break
		}
		if q.Default = p.parseDefault(); q.Default != nil {
			fn.Simple, counting = false, false
		}
		if counting {
			fn.ExpectedArgs++
		}
		if p.bound() > bound {
			p.initialized(bound, p.prevEnd)
		}
		fn.Params = append(fn.Params, q)
		if p.tok != end {
			if p.tok != tComma {
				p.unexpected(", or " + tokenText[end])
			}
			p.next()
		}
	}
	fn.Params = p.params.clone(fn.Params)
	fn.HasParamExprs = p.hasExpr
	p.hasExpr = outer
	p.fs.inParams = false
}

// parseFunctionBody parses { FunctionBody } (§15.2).
func (p *parser) parseFunctionBody(fn *ast.Function) {
	if p.tok != tLBrace {
		p.unexpected("{")
	}
	var b block
	p.openBody(fn, &b)
	p.next()
	fn.Body = p.parseStatements(tRBrace, true)
	p.next()
	p.closeBody(fn)
}

// openBody opens the body's own scope, if the function has one; closeBody leaves it.
func (p *parser) openBody(fn *ast.Function, b *block) {
	fn.BodyStart = p.start
	if fn.HasParamExprs {
		p.open(b, ast.ScopeBody, p.start)
		fn.BodyScope = p.need()
		p.fs.varBlock = b
	}
}

func (p *parser) closeBody(fn *ast.Function) {
	if fn.HasParamExprs {
		p.close(p.prevEnd)
	}
}

// parseArrow makes an arrow function of parameters parsed as expressions since m, at its => (§15.3, 15.9).
func (p *parser) parseArrow(start uint32, async bool, items []ast.Expr, m mark, noIn bool) ast.Expr {
	switch {
	case p.fs.yieldAt > start:
		p.fail(ErrEarly, p.fs.yieldAt-1, p.fs.yieldAt+4, "yield is not allowed in arrow parameters")
	case p.fs.awaitAt > start && (async || p.fs.await):
		p.fail(ErrEarly, p.fs.awaitAt-1, p.fs.awaitAt+4, "await is not allowed in these arrow parameters")
	}
	p.captureSince(start)
	fn := p.newFunction(ast.FuncArrow, start)
	fn.Async = async
	saved := p.fs
	p.fs.fn = fn
	p.fs.await, p.fs.yield, p.fs.inParams, p.fs.awaitReserved = async, false, false, false
	p.fs.canReturn = true
	p.fs.loops, p.fs.breakables, p.fs.labelBase = 0, 0, len(p.labels)

	var b block
	b.parent, b.kind, b.start = p.block, ast.ScopeFunction, start
	fn.Scope = p.pushScope(ast.ScopeFunction, start, m)
	b.scope = fn.Scope
	p.block = &b
	p.fs.varBlock = &b
	p.arrowParams(fn, items)
	p.removeDeclared(fn.Scope)

	p.next()
	if p.tok == tLBrace {
		p.parseFunctionBody(fn)
	} else {
		var body block
		p.openBody(fn, &body)
		fn.ExprBody = p.parseAssign(noIn)
		p.closeBody(fn)
	}
	p.leaveFunction(fn, saved)
	return fn
}

// removeDeclared drops the identifiers that became parameters from the references of s.
func (p *parser) removeDeclared(s *ast.Scope) {
	at := &s.Refs
	for *at != nil {
		id := *at
		if id.Flags&ast.IdentDecl != 0 {
			*at = id.Next
			id.Next = nil
		} else {
			at = &id.Next
		}
	}
}

// arrowParams converts the parameters and declares their names.
func (p *parser) arrowParams(fn *ast.Function, items []ast.Expr) {
	outer := p.hasExpr
	p.hasExpr = false
	counting := true
	fn.Params = make([]ast.Param, len(items))
	base := len(p.arrowNames)
	for i, e := range items {
		q := &fn.Params[i]
		if s, ok := e.(*ast.Spread); ok {
			if i != len(items)-1 {
				p.failNode(ErrTarget, s, "a rest parameter must be last")
			}
			q.Rest = true
			if _, ok := s.X.(*ast.Assign); ok {
				p.failNode(ErrTarget, s.X, "a rest parameter cannot have a default")
			}
			q.Target = p.toPattern(s.X, true)
		} else {
			q.Target, q.Default, _ = p.patternElem(e, true)
		}
		if _, name := q.Target.(*ast.Ident); !name || q.Rest || q.Default != nil {
			fn.Simple = false
		}
		if q.Default != nil {
			p.hasExpr = true
		}
		if counting = counting && !q.Rest && q.Default == nil; counting {
			fn.ExpectedArgs++
		}
		_, end := e.Pos()
		bound := p.bound()
		for _, id := range p.arrowNames[base:] {
			p.declareLexical(id, ast.BindParam)
		}
		p.arrowNames = p.arrowNames[:base]
		if p.bound() > bound {
			p.initialized(bound, end)
		}
	}
	fn.HasParamExprs = p.hasExpr
	p.hasExpr = outer
}
