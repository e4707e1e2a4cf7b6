package parser

import "firn/parser/ast"

// parsePrimary parses PrimaryExpression (§13.2), and new, super and import, which start left-hand sides.
func (p *parser) parsePrimary() ast.Expr {
	start, end := p.start, p.end
	span := ast.Span{Start: start, End: end}
	switch p.tok {
	case tIdent:
		if p.isWord(nameAsync) {
			id := p.ident()
			p.next()
			if p.tok == tFunction && !p.nl {
				return p.parseFunctionExpr(start, true)
			}
			p.refer(id)
			return id
		}
		p.checkRef()
		id := p.ident()
		p.next()
		p.refer(id)
		return id
	case tNumber:
		n := p.numbers.new()
		n.Span, n.Value = span, p.numberValue()
		p.next()
		return n
	case tString:
		s := p.strings.new()
		s.Span, s.Value = span, p.stringValue()
		p.next()
		return s
	case tThis:
		t := p.thises.new()
		t.Span = span
		t.Binding = p.use(pseudoThis, start)
		p.next()
		return t
	case tLParen:
		e, _ := p.parseParen(false, false)
		return e
	case tLBracket:
		return p.parseArray()
	case tLBrace:
		return p.parseObject()
	case tFunction:
		return p.parseFunctionExpr(start, false)
	case tClass:
		return p.parseClass(false, false)
	case tTemplate, tTemplateHead:
		return p.parseTemplate(false)
	case tNull:
		p.next()
		return &ast.Null{Span: span}
	case tTrue, tFalse:
		v := p.tok == tTrue
		p.next()
		return &ast.Bool{Span: span, Value: v}
	case tDiv, tDivAssign:
		r := &ast.RegExp{}
		r.Pattern, r.Flags = p.rescanRegExp()
		r.Start, r.End = p.start, p.end
		p.next()
		return r
	case tBigInt:
		b := &ast.BigInt{Span: span}
		b.Digits, b.Base = p.bigIntValue()
		p.next()
		return b
	case tNew:
		return p.parseNew()
	case tSuper:
		return p.parseSuper()
	case tImport:
		return p.parseImport()
	}
	p.unexpected("expression")
	return nil
}

// checkRef checks that the current identifier can be a reference (§13.1.1).
func (p *parser) checkRef() {
	switch p.name.ID {
	case nameAwait:
		p.checkAwaitName()
	case nameArguments:
		p.useArguments(&ast.Span{Start: p.start, End: p.end})
	}
}

// useArguments makes sure that the owning function has its arguments binding, for a reference at n.
func (p *parser) useArguments(n ast.Node) {
	if p.fs.noArguments {
		p.failNode(ErrEarly, n, "arguments is not allowed in class field initializers and static blocks")
	}
	fn := p.fs.owner.fn
	switch fn.Kind {
	case ast.FuncScript, ast.FuncModule:
		return
	}
	if fn.Arguments == nil {
		fn.Arguments = p.newPseudo(fn, ast.BindArguments, p.names.names[nameArguments])
	}
}

// checkAwaitName checks the current token, await, as a name.
func (p *parser) checkAwaitName() {
	p.checkAwait(&ast.Span{Start: p.start, End: p.end})
}

// checkAwait checks await, at n, as a name.
func (p *parser) checkAwait(n ast.Node) {
	start, _ := n.Pos()
	if p.prog.Module || p.fs.await || p.fs.awaitReserved {
		p.failNode(ErrReserved, n, "await cannot be a name here")
	}
	p.fs.awaitAt = start + 1
}

// parseIdentOrArrow parses an identifier, an arrow function or an async function that starts with one.
func (p *parser) parseIdentOrArrow(noIn bool) (e ast.Expr, arrow bool) {
	start := p.start
	m := p.mark()
	id := p.ident()
	if p.isWord(nameAsync) {
		p.next()
		if !p.nl {
			switch {
			case p.tok == tFunction:
				return p.parseFunctionExpr(start, true), false
			case p.tok == tIdent && !(p.forAwait && p.isWord(nameOf)):
				param := p.ident()
				if p.name.ID == nameAwait {
					p.fail(ErrReserved, p.start, p.end, "await cannot be a parameter of an async function")
				}
				p.checkBindingName()
				p.next()
				if p.tok != tArrow || p.nl {
					p.unexpected("=> on the same line")
				}
				return p.parseArrow(start, true, []ast.Expr{param}, m, noIn), true
			case p.tok == tLParen:
				args, spreadComma := p.parseArgs()
				if p.tok == tArrow && !p.nl {
					if spreadComma {
						p.fail(ErrUnexpected, p.start, p.end, "a rest parameter must be last, without a comma after it")
					}
					return p.parseArrow(start, true, args, m, noIn), true
				}
				p.refer(id)
				c := p.calls.new()
				c.Start, c.End, c.Callee, c.Args = start, p.prevEnd, id, args
				return c, false
			}
		}
		if p.tok == tArrow && !p.nl {
			return p.parseArrow(start, false, []ast.Expr{id}, m, noIn), true
		}
		p.refer(id)
		return id, false
	}
	name := p.name
	if name.ID == nameAwait {
		p.checkAwaitName()
	}
	p.next()
	if p.tok == tArrow && !p.nl {
		if name.ID == nameEval || name.ID == nameArguments {
			p.failNode(ErrTarget, id, name.Text+" cannot be bound in strict code")
		}
		return p.parseArrow(start, false, []ast.Expr{id}, m, noIn), true
	}
	if name.ID == nameArguments {
		p.useArguments(id)
	}
	p.refer(id)
	return id, false
}

// parseParen parses a parenthesised expression or, if allowed, an arrow function with parenthesised parameters.
func (p *parser) parseParen(allowArrow, noIn bool) (e ast.Expr, arrow bool) {
	start := p.start
	m := p.mark()
	p.next()
	base := len(p.exprs)
	// mustArrow: only an arrow function can look like this
	mustArrow := p.tok == tRParen
	first := p.start
	for p.tok != tRParen {
		var x ast.Expr
		if p.tok == tEllipsis {
			mustArrow = true
			x = p.parseSpread()
			p.exprs = append(p.exprs, x)
			if p.tok != tRParen {
				p.unexpected(") after a rest parameter")
			}
			break
		}
		x = p.parseAssign(false)
		p.exprs = append(p.exprs, x)
		if p.tok == tComma {
			p.next()
			mustArrow = p.tok == tRParen
		} else if p.tok != tRParen {
			p.unexpected(")")
		}
	}
	end := p.start
	p.next()
	if p.tok == tArrow && !p.nl && allowArrow {
		return p.parseArrow(start, false, p.popExprs(base), m, noIn), true
	}
	if mustArrow {
		if !allowArrow {
			p.fail(ErrUnexpected, start, p.prevEnd, "an arrow function is not allowed as an operand; put it in parentheses")
		}
		p.unexpected("=> on the same line")
	}
	if len(p.exprs) == base+1 {
		e = p.exprs[base]
		p.exprs[base] = nil
		p.exprs = p.exprs[:base]
		p.noteParen(e)
		return e, false
	}
	e = &ast.Sequence{Span: ast.Span{Start: first, End: end}, Exprs: p.popExprs(base)}
	return e, false
}

// parseArray parses an array literal (§13.2.4).
func (p *parser) parseArray() ast.Expr {
	a := p.arrays.new()
	a.Start = p.start
	p.next()
	base := len(p.exprs)
	for p.tok != tRBracket {
		if p.tok == tComma {
			p.next()
			p.exprs = append(p.exprs, nil)
			continue
		}
		if p.tok == tEllipsis {
			s := p.parseSpread()
			p.exprs = append(p.exprs, s)
			a.CommaAfterSpread = p.tok == tComma
		} else {
			e := p.parseAssign(false)
			p.exprs = append(p.exprs, e)
		}
		if p.tok != tRBracket {
			if p.tok != tComma {
				p.unexpected(", or ]")
			}
			p.next()
		}
	}
	p.next()
	a.Elems = p.popExprs(base)
	a.End = p.prevEnd
	return a
}

// parseObject parses an object literal (§13.2.5), cover grammar included.
func (p *parser) parseObject() ast.Expr {
	o := p.objects.new()
	o.Start = p.start
	p.next()
	base := len(p.props)
	proto := false
	for p.tok != tRBrace {
		prop := p.parseProperty(o)
		if prop.Kind == ast.PropProto {
			if proto && o.Cover == 0 {
				o.Cover = prop.Start + 1
				p.covers = append(p.covers, o)
			}
			proto = true
		}
		p.props = append(p.props, prop)
		if p.tok != tRBrace {
			if p.tok != tComma {
				p.unexpected(", or }")
			}
			p.next()
		}
	}
	p.next()
	o.Props = p.properties.clone(p.props[base:])
	clear(p.props[base:])
	p.props = p.props[:base]
	o.End = p.prevEnd
	return o
}

// parseKey parses the name of a property (PropertyName, §13.2.5), private names excluded.
func (p *parser) parseKey() (key ast.Expr, computed bool) {
	switch {
	case p.tok == tIdent || p.tok == tEscapedKeyword || p.tok >= firstKeyword:
		s := p.strings.new()
		s.Start, s.End, s.Value = p.start, p.end, p.name.Text
		p.next()
		return s, false
	case p.tok == tString:
		s := p.strings.new()
		s.Start, s.End, s.Value = p.start, p.end, p.stringValue()
		p.next()
		return s, false
	case p.tok == tNumber:
		n := p.numbers.new()
		n.Start, n.End, n.Value = p.start, p.end, p.numberValue()
		p.next()
		return n, false
	case p.tok == tBigInt:
		b := &ast.BigInt{Span: ast.Span{Start: p.start, End: p.end}}
		b.Digits, b.Base = p.bigIntValue()
		p.next()
		return b, false
	case p.tok == tLBracket:
		p.next()
		e := p.parseAssign(false)
		p.expect(tRBracket)
		return e, true
	}
	p.unexpected("property name")
	return nil, false
}

// keyFollows tells whether the current token can begin a property name, so that get, set, async or static before it is a modifier.
func (p *parser) keyFollows() bool {
	switch p.tok {
	case tIdent, tEscapedKeyword, tString, tNumber, tBigInt, tLBracket, tPrivate:
		return true
	}
	return p.tok >= firstKeyword
}

// parseProperty parses one property definition.
func (p *parser) parseProperty(o *ast.Object) (prop ast.Property) {
	prop.Start = p.start
	if p.tok == tEllipsis {
		p.next()
		prop.Kind = ast.PropSpread
		prop.Value = p.parseAssign(false)
		prop.End = p.prevEnd
		return prop
	}
	async, generator := false, false
	kind := ast.FuncMethod
	if p.tok == tMul {
		generator = true
		p.next()
		prop.Key, prop.Computed = p.parseKey()
	} else if p.tok == tIdent {
		word, escaped, name := p.name.ID, p.escaped, p.name
		id := ast.Span{Start: p.start, End: p.end}
		p.next()
		modifier := false
		if !escaped {
			switch word {
			case nameGet, nameSet:
				if modifier = p.keyFollows(); modifier {
					kind, prop.Kind = ast.FuncGetter, ast.PropGet
					if word == nameSet {
						kind, prop.Kind = ast.FuncSetter, ast.PropSet
					}
				}
			case nameAsync:
				if modifier = !p.nl && (p.keyFollows() || p.tok == tMul); modifier {
					async = true
					generator = p.accept(tMul)
				}
			}
		}
		if modifier {
			prop.Key, prop.Computed = p.parseKey()
		} else {
			s := p.strings.new()
			s.Span, s.Value = id, name.Text
			prop.Key = s
			switch p.tok {
			case tComma, tRBrace, tAssign:
				return p.parseShorthand(o, prop, name)
			}
		}
	} else {
		prop.Key, prop.Computed = p.parseKey()
	}
	if p.tok == tColon && kind == ast.FuncMethod && !async && !generator {
		p.next()
		prop.Value = p.parseAssign(false)
		prop.End = p.prevEnd
		if s, ok := prop.Key.(*ast.String); ok && !prop.Computed && s.Value == "__proto__" {
			prop.Kind = ast.PropProto
		}
		return prop
	}
	if p.tok != tLParen {
		p.unexpected("( or :")
	}
	prop.Method = true
	prop.Value = p.parseMethod(prop.Start, kind, async, generator, nil)
	prop.End = p.prevEnd
	return prop
}

// parseShorthand finishes {name} or, in the cover grammar, {name = default}.
func (p *parser) parseShorthand(o *ast.Object, prop ast.Property, name *ast.Name) ast.Property {
	id := p.idents.new()
	id.Start, id.End = prop.Key.Pos()
	id.Name = name
	switch name.ID {
	case nameAwait:
		p.checkAwait(id)
	case nameArguments:
		p.useArguments(id)
	}
	p.refer(id)
	prop.Shorthand = true
	prop.Value = id
	if p.tok == tAssign {
		prop.Kind = ast.PropCoverInit
		if o.Cover == 0 {
			o.Cover = p.start + 1
			p.covers = append(p.covers, o)
		}
		a := p.assigns.new()
		a.Start, a.Op = id.Start, ast.OpAssign
		p.next()
		// the name is checked as a target when the literal becomes a pattern
		a.Target = id
		a.Value = p.parseAssign(false)
		a.End = p.prevEnd
		prop.Value = a
	}
	prop.End = p.prevEnd
	return prop
}

// parseNew parses new (§13.3.5) and new.target.
func (p *parser) parseNew() ast.Expr {
	start := p.start
	p.next()
	if p.tok == tDot {
		p.next()
		if !p.isWord(nameTarget) {
			p.unexpected("target (of new.target)")
		}
		if !p.fs.newTarget {
			p.fail(ErrEarly, start, p.end, "new.target is only allowed in functions")
		}
		p.next()
		return &ast.NewTarget{Span: ast.Span{Start: start, End: p.prevEnd}, Binding: p.use(pseudoNewTarget, start)}
	}
	p.enter()
	calleeStart := p.start
	var callee ast.Expr
	if p.tok == tImport {
		callee = p.parseImport()
		if _, ok := callee.(*ast.ImportCall); ok {
			p.failNode(ErrEarly, callee, "import() cannot be the callee of new")
		}
	} else {
		callee = p.parsePrimary()
	}
	if c, ok := callee.(*ast.SuperCall); ok {
		p.failNode(ErrEarly, c, "super() cannot be the callee of new")
	}
	callee = p.parseSubscripts(calleeStart, callee, false)
	n := &ast.New{Callee: callee}
	if p.tok == tLParen {
		n.Args, _ = p.parseArgs()
	}
	n.Start, n.End = start, p.prevEnd
	p.leave()
	return n
}

// parseSuper parses super.x, super[x] and super(…) (§13.3.7).
func (p *parser) parseSuper() ast.Expr {
	start := p.start
	p.next()
	switch p.tok {
	case tLParen:
		if !p.fs.superCall {
			p.fail(ErrEarly, start, p.end, "super() is only allowed in the constructor of a class with extends")
		}
		s := &ast.SuperCall{}
		s.This, s.NewTarget, s.Callee = p.use(pseudoThis, start), p.use(pseudoNewTarget, start), p.use(pseudoActiveFunc, start)
		s.Args, _ = p.parseArgs()
		s.Start, s.End = start, p.prevEnd
		return s
	case tDot, tLBracket:
	default:
		p.unexpected("., [ or ( after super")
	}
	if !p.fs.superProp {
		p.fail(ErrEarly, start, p.end, "super is only allowed in methods and class fields")
	}
	this, home := p.use(pseudoThis, start), p.use(pseudoHome, start)
	if p.accept(tLBracket) {
		y := p.parseExpr(false)
		p.expect(tRBracket)
		return &ast.SuperIndex{Span: ast.Span{Start: start, End: p.prevEnd}, Y: y, This: this, Home: home}
	}
	p.next()
	if p.tok == tPrivate {
		p.fail(ErrEarly, p.start, p.end, "super has no private members")
	}
	if p.tok != tIdent && p.tok != tEscapedKeyword && p.tok < firstKeyword {
		p.unexpected("property name")
	}
	s := &ast.SuperMember{Span: ast.Span{Start: start, End: p.end}, Name: p.name, NamePos: p.start, This: this, Home: home}
	p.next()
	return s
}

// parseImport parses import(…) and import.meta in expressions.
func (p *parser) parseImport() ast.Expr {
	start := p.start
	p.next()
	switch p.tok {
	case tLParen:
		if !p.opts.AllowDynamicImport {
			p.fail(ErrSES, start, p.end, "SES forbids import() here")
		}
		p.next()
		c := &ast.ImportCall{Specifier: p.parseAssign(false)}
		if p.accept(tComma) && p.tok != tRParen {
			c.Options = p.parseAssign(false)
			p.accept(tComma)
		}
		p.expect(tRParen)
		c.Start, c.End = start, p.prevEnd
		return c
	case tDot:
		p.next()
		if !p.isWord(nameMeta) {
			p.unexpected("meta (of import.meta)")
		}
		if !p.prog.Module {
			p.fail(ErrEarly, start, p.end, "import.meta is only allowed in modules")
		}
		if !p.opts.AllowImportMeta {
			p.fail(ErrSES, start, p.end, "SES forbids import.meta here")
		}
		p.prog.UsesImportMeta = true
		p.next()
		return &ast.ImportMeta{Span: ast.Span{Start: start, End: p.prevEnd}}
	}
	p.unexpected("( or . after import")
	return nil
}
