package parser

import "firn/parser/ast"

// parseExpr parses Expression (§13.16).
func (p *parser) parseExpr(noIn bool) ast.Expr {
	start := p.start
	e := p.parseAssign(noIn)
	if p.tok != tComma {
		return e
	}
	base := len(p.exprs)
	p.exprs = append(p.exprs, e)
	for p.accept(tComma) {
		e = p.parseAssign(noIn)
		p.exprs = append(p.exprs, e)
	}
	return &ast.Sequence{Span: ast.Span{Start: start, End: p.prevEnd}, Exprs: p.popExprs(base)}
}

// popExprs takes what was pushed on the stack of expressions since it had base entries.
func (p *parser) popExprs(base int) []ast.Expr {
	list := p.exprList.clone(p.exprs[base:])
	clear(p.exprs[base:])
	p.exprs = p.exprs[:base]
	return list
}

// parseAssign parses AssignmentExpression (§13.15), arrow functions included.
func (p *parser) parseAssign(noIn bool) ast.Expr {
	p.enter()
	start := p.start
	var left ast.Expr
	switch p.tok {
	case tIdent:
		if p.name.ID == nameAwait && p.fs.await {
			left = p.parseOperand(0, noIn)
			break
		}
		var arrow bool
		if left, arrow = p.parseIdentOrArrow(noIn); arrow {
			p.leave()
			return left
		}
		left = p.parsePostfix(start, p.parseSubscripts(start, left, true))
	case tLParen:
		var arrow bool
		if left, arrow = p.parseParen(true, noIn); arrow {
			p.leave()
			return left
		}
		left = p.parsePostfix(start, p.parseSubscripts(start, left, true))
	case tYield:
		if p.fs.yield {
			left = p.parseYield(noIn)
			p.leave()
			return left
		}
		left = p.parseOperand(0, noIn)
	default:
		left = p.parseOperand(0, noIn)
	}
	if binaryOps[p.tok].prec != 0 {
		if p.tok == tExp {
			p.checkExpBase(left)
		}
		left = p.parseBinary(start, left, 0, noIn)
	}
	if p.tok == tQuestion {
		p.next()
		c := p.conds.new()
		c.Start, c.Test = start, left
		c.Then = p.parseAssign(false)
		p.expect(tColon)
		c.Else = p.parseAssign(noIn)
		c.End = p.prevEnd
		left = c
	} else if op := assignOps[p.tok]; op != ast.OpNone {
		a := p.assigns.new()
		a.Start, a.Op = start, op
		if op == ast.OpAssign {
			a.Target = p.toPattern(left, false)
		} else {
			a.Target = p.simpleTarget(left, "the left side of "+tokenText[p.tok])
		}
		if id, ok := left.(*ast.Ident); ok {
			a.ParenTarget = p.isParen(id)
		}
		p.next()
		a.Value = p.parseAssign(noIn)
		a.End = p.prevEnd
		left = a
	}
	p.leave()
	return left
}

// checkExpBase rejects an unparenthesised unary expression as the base of ** (§13.6).
func (p *parser) checkExpBase(left ast.Expr) {
	switch left.(type) {
	case *ast.Unary, *ast.Await:
		if !p.isParen(left) {
			p.unexpected("parentheses around the unary expression before **")
		}
	}
}

// parseOperand parses an operand of a binary operator of precedence at least min: UnaryExpression, or #x in y.
func (p *parser) parseOperand(min uint8, noIn bool) ast.Expr {
	if p.tok != tPrivate {
		return p.parseUnary()
	}
	id := p.privateRef()
	if p.tok != tIn || min > precRel || noIn {
		p.unexpected("in after a private name")
	}
	p.next()
	start := p.start
	y := p.parseUnary()
	if b := binaryOps[p.tok]; b.prec > precRel {
		if p.tok == tExp {
			p.checkExpBase(y)
		}
		y = p.parseBinary(start, y, precRel+1, noIn)
	}
	return &ast.PrivateIn{Span: ast.Span{Start: id.Start, End: p.prevEnd}, Name: id, Y: y}
}

// privateRef consumes a private name that is a reference.
func (p *parser) privateRef() *ast.Ident {
	id := p.ident()
	id.Flags |= ast.IdentPrivate
	p.next()
	p.refer(id)
	return id
}

// ident makes an identifier of the current token.
func (p *parser) ident() *ast.Ident {
	id := p.idents.new()
	id.Start, id.End, id.Name = p.start, p.end, p.name
	return id
}

// parseBinary parses what follows left, in operators of precedence at least min. Equal precedence is a loop, so that chains need no stack.
func (p *parser) parseBinary(start uint32, left ast.Expr, min uint8, noIn bool) ast.Expr {
	// mix is what left is, without parentheses: ?? must not mix with || and && (§13.13).
	const logical, nullish = 1, 2
	mix := 0
	for {
		op := binaryOps[p.tok]
		if op.prec == 0 || op.prec < min || noIn && p.tok == tIn {
			return left
		}
		switch {
		case op.op == ast.OpNullish && mix == logical, (op.op == ast.OpAnd || op.op == ast.OpOr) && mix == nullish:
			p.unexpected("parentheses: ?? does not mix with || and &&")
		}
		exp := p.tok == tExp
		p.next()
		rightStart := p.start
		// the least precedence of an operator that belongs to the right operand
		need := op.prec + 1
		if exp {
			need = precExp
		} else if op.op == ast.OpNullish {
			need = precAnd + 1
		}
		right := p.parseOperand(need, noIn)
		if next := binaryOps[p.tok].prec; next >= need {
			if p.tok == tExp {
				p.checkExpBase(right)
			}
			if exp {
				p.enter()
				right = p.parseBinary(rightStart, right, need, noIn)
				p.leave()
			} else {
				right = p.parseBinary(rightStart, right, need, noIn)
			}
		}
		switch op.op {
		case ast.OpAnd, ast.OpOr, ast.OpNullish:
			mix = logical
			if op.op == ast.OpNullish {
				mix = nullish
			}
			l := p.logicals.new()
			l.Start, l.End, l.Op, l.X, l.Y = start, p.prevEnd, op.op, left, right
			left = l
		default:
			b := p.binaries.new()
			b.Start, b.End, b.Op, b.X, b.Y = start, p.prevEnd, op.op, left, right
			left = b
		}
	}
}

// parseUnary parses UnaryExpression (§13.5).
func (p *parser) parseUnary() ast.Expr {
	start := p.start
	if op := unaryOps[p.tok]; op != ast.OpNone {
		p.enter()
		p.next()
		x := p.parseUnary()
		if op == ast.OpDelete {
			p.checkDelete(x)
		}
		u := p.unaries.new()
		u.Start, u.End, u.Op, u.X = start, p.prevEnd, op, x
		p.leave()
		return u
	}
	switch {
	case p.tok == tInc || p.tok == tDec:
		op := ast.OpInc
		if p.tok == tDec {
			op = ast.OpDec
		}
		p.enter()
		p.next()
		x := p.parseUnary()
		p.simpleTarget(x, "the operand of "+op.String())
		p.leave()
		return &ast.Update{Span: ast.Span{Start: start, End: p.prevEnd}, Op: op, Prefix: true, X: x}
	case p.tok == tIdent && p.name.ID == nameAwait && p.fs.await:
		return p.parseAwait()
	}
	return p.parsePostfix(start, p.parseSubscripts(start, p.parsePrimary(), true))
}

// checkDelete enforces §13.5.1.1.
func (p *parser) checkDelete(x ast.Expr) {
	if c, ok := x.(*ast.OptionalChain); ok {
		x = c.X
	}
	switch x.(type) {
	case *ast.Ident:
		p.failNode(ErrEarly, x, "delete of a plain name is not allowed in strict code")
	case *ast.PrivateMember:
		p.failNode(ErrEarly, x, "a private member cannot be deleted")
	}
}

// parsePostfix parses the ++ or -- after a left-hand side (§13.4).
func (p *parser) parsePostfix(start uint32, x ast.Expr) ast.Expr {
	if p.tok != tInc && p.tok != tDec || p.nl {
		return x
	}
	op := ast.OpInc
	if p.tok == tDec {
		op = ast.OpDec
	}
	p.simpleTarget(x, "the operand of "+op.String())
	p.next()
	return &ast.Update{Span: ast.Span{Start: start, End: p.prevEnd}, Op: op, X: x}
}

// parseAwait parses AwaitExpression (§15.8).
func (p *parser) parseAwait() ast.Expr {
	start := p.start
	switch {
	case p.escaped:
		p.fail(ErrReserved, p.start, p.end, "the keyword await cannot be written with an escape")
	case p.fs.inParams:
		p.fail(ErrEarly, p.start, p.end, "await is not allowed in formal parameters")
	}
	p.fs.awaitAt = start + 1
	if p.fs.fn.Kind == ast.FuncModule {
		p.fs.fn.Async = true
		p.prog.HasTopLevelAwait = true
	}
	p.enter()
	p.next()
	x := p.parseUnary()
	p.leave()
	return &ast.Await{Span: ast.Span{Start: start, End: p.prevEnd}, X: x}
}

// parseYield parses YieldExpression (§15.5).
func (p *parser) parseYield(noIn bool) ast.Expr {
	start := p.start
	if p.fs.inParams {
		p.fail(ErrEarly, p.start, p.end, "yield is not allowed in formal parameters")
	}
	p.fs.yieldAt = start + 1
	p.next()
	y := &ast.Yield{}
	if !p.nl {
		switch p.tok {
		case tMul:
			y.Delegate = true
			p.next()
			y.X = p.parseAssign(noIn)
		case tRParen, tRBracket, tRBrace, tComma, tSemicolon, tColon, tEOF, tIn, tTemplateMiddle, tTemplateTail:
		default:
			y.X = p.parseAssign(noIn)
		}
	}
	y.Start, y.End = start, p.prevEnd
	return y
}

// parseSubscripts parses member accesses, calls, optional chains and tagged templates after e, which starts at start. Chains are a loop.
func (p *parser) parseSubscripts(start uint32, e ast.Expr, calls bool) ast.Expr {
	chain := false
	for {
		optional := false
		if p.tok == tOptChain {
			if !calls {
				p.fail(ErrUnexpected, p.start, p.end, "an optional chain is not allowed in the callee of new")
			}
			p.next()
			optional, chain = true, true
			switch p.tok {
			case tLParen, tLBracket:
			case tTemplate, tTemplateHead:
				p.fail(ErrEarly, p.start, p.end, "a template is not allowed in an optional chain")
			default:
				e = p.parseMember(start, e, true)
				continue
			}
		}
		switch p.tok {
		case tDot:
			p.next()
			e = p.parseMember(start, e, false)
		case tLBracket:
			p.next()
			y := p.parseExpr(false)
			p.expect(tRBracket)
			x := p.indexes.new()
			x.Start, x.End, x.X, x.Y, x.Optional = start, p.prevEnd, e, y, optional
			e = x
		case tLParen:
			if !calls {
				return e
			}
			if id, ok := e.(*ast.Ident); ok && id.Name.ID == nameEval && !optional && !p.opts.AllowDirectEval {
				p.failNode(ErrSES, id, "SES forbids direct eval; use (0, eval)(…) for an indirect one")
			}
			args, _ := p.parseArgs()
			c := p.calls.new()
			c.Start, c.End, c.Callee, c.Args, c.Optional = start, p.prevEnd, e, args, optional
			e = c
		case tTemplate, tTemplateHead:
			if chain {
				p.fail(ErrEarly, p.start, p.end, "a template is not allowed in an optional chain")
			}
			t := p.parseTemplate(true)
			e = &ast.TaggedTemplate{Span: ast.Span{Start: start, End: p.prevEnd}, Tag: e, Quasi: t}
		default:
			if chain {
				e = &ast.OptionalChain{Span: ast.Span{Start: start, End: p.prevEnd}, X: e}
			}
			return e
		}
	}
}

// parseMember parses the name after . or ?. .
func (p *parser) parseMember(start uint32, x ast.Expr, optional bool) ast.Expr {
	switch {
	case p.tok == tPrivate:
		id := p.privateRef()
		return &ast.PrivateMember{Span: ast.Span{Start: start, End: p.prevEnd}, X: x, Name: id, Optional: optional}
	case p.tok == tIdent || p.tok == tEscapedKeyword || p.tok >= firstKeyword:
	default:
		p.unexpected("property name")
	}
	m := p.members.new()
	m.Start, m.End, m.X, m.Name, m.NamePos, m.Optional = start, p.end, x, p.name, p.start, optional
	p.next()
	return m
}

// parseArgs parses Arguments (§13.3); spreadComma tells that a comma follows a final spread.
func (p *parser) parseArgs() (args []ast.Expr, spreadComma bool) {
	p.expect(tLParen)
	base := len(p.exprs)
	for p.tok != tRParen {
		var e ast.Expr
		if p.tok == tEllipsis {
			e = p.parseSpread()
		} else {
			e = p.parseAssign(false)
		}
		p.exprs = append(p.exprs, e)
		if p.tok != tRParen {
			if p.tok != tComma {
				p.unexpected(", or )")
			}
			p.next()
			_, spread := e.(*ast.Spread)
			spreadComma = spread
		}
	}
	p.next()
	return p.popExprs(base), spreadComma
}

func (p *parser) parseSpread() *ast.Spread {
	start := p.start
	p.next()
	x := p.parseAssign(false)
	return &ast.Spread{Span: ast.Span{Start: start, End: p.prevEnd}, X: x}
}

// parseTemplate parses a template literal at its first token (§13.2.8).
func (p *parser) parseTemplate(tagged bool) *ast.Template {
	p.enter()
	t := &ast.Template{Span: ast.Span{Start: p.start}}
	t.Quasis = append(t.Quasis, p.templateElem(tagged))
	base := len(p.exprs)
	for p.tok == tTemplateHead || p.tok == tTemplateMiddle {
		p.next()
		e := p.parseExpr(false)
		p.exprs = append(p.exprs, e)
		if p.tok != tTemplateMiddle && p.tok != tTemplateTail {
			p.unexpected("} to end the substitution")
		}
		t.Quasis = append(t.Quasis, p.templateElem(tagged))
	}
	p.next()
	t.Exprs = p.popExprs(base)
	t.End = p.prevEnd
	p.leave()
	return t
}
