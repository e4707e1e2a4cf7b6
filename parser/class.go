package parser

import "firn/parser/ast"

// parseClass parses a class declaration or expression at its class keyword (§15.7). anonymous allows a declaration without a name (export default).
func (p *parser) parseClass(decl, anonymous bool) *ast.Class {
	p.enter()
	c := &ast.Class{}
	c.Start = p.start
	p.next()
	if p.tok != tLBrace && p.tok != tExtends {
		c.Name = p.bindingIdent()
	} else if decl && !anonymous {
		p.unexpected("identifier")
	}
	var outer *ast.Binding
	if decl && c.Name != nil {
		outer = p.declareLexical(c.Name, ast.BindClass)
	}
	var name, body block
	p.open(&name, ast.ScopeClass, c.Start)
	if c.Name != nil {
		inner := p.ownName(c.Name)
		c.Inner = inner
		c.Name.Flags |= ast.IdentDecl
		c.Name.Binding = inner
		if outer != nil {
			c.Name.Binding = outer
		}
		c.Scope = name.scope
	}
	if p.accept(tExtends) {
		start := p.start
		c.Heritage = p.parseSubscripts(start, p.parsePrimary(), true)
	}
	p.open(&body, ast.ScopeClassBody, p.start)
	p.parseClassBody(c)
	c.End = p.prevEnd
	c.BodyScope = p.close(c.End)
	p.close(c.End)
	if outer != nil {
		outer.InitEnd = c.End
	}
	p.leave()
	return c
}

// ownName declares the inner name of a class in the current block, which has no other.
func (p *parser) ownName(id *ast.Ident) *ast.Binding {
	return p.bind(p.need(), id.Name, ast.BindClassName, id.Start)
}

// parseClassBody parses { ClassBody }.
func (p *parser) parseClassBody(c *ast.Class) {
	if p.tok != tLBrace {
		p.unexpected("{")
	}
	p.next()
	var list []ast.ClassMember
	for p.tok != tRBrace {
		if p.accept(tSemicolon) {
			continue
		}
		if p.tok == tEOF {
			p.unexpected("}")
		}
		p.enter()
		m, constructor := p.parseClassMember(c)
		p.leave()
		if constructor != nil {
			if c.Constructor != nil {
				p.fail(ErrDuplicate, constructor.Start, constructor.BodyStart, "a class has at most one constructor")
			}
			c.Constructor = constructor
		} else {
			list = append(list, m)
		}
	}
	p.next()
	c.Members = list
}

// parseClassMember parses one ClassElement; a constructor comes back as such.
func (p *parser) parseClassMember(c *ast.Class) (m ast.ClassMember, constructor *ast.Function) {
	m.Start = p.start
	start := p.start // of the source text, without static
	var key ast.Expr
	if p.tok == tStatic {
		span, name := ast.Span{Start: p.start, End: p.end}, p.name
		p.next()
		switch {
		case p.tok == tLBrace:
			p.parseStaticBlock(c, &m)
			return m, nil
		case p.keyFollows() || p.tok == tMul:
			m.Static = true
			start = p.start
		default:
			key = p.keyString(span, name)
		}
	}
	async, generator := false, false
	kind := ast.FuncMethod
	if key == nil && p.tok == tIdent && !p.escaped && (p.name.ID == nameAsync || p.name.ID == nameGet || p.name.ID == nameSet) {
		span, name := ast.Span{Start: p.start, End: p.end}, p.name
		p.next()
		switch {
		case name.ID == nameAsync && !p.nl && (p.keyFollows() || p.tok == tMul):
			async = true
		case name.ID == nameGet && p.keyFollows():
			kind, m.Kind = ast.FuncGetter, ast.MemberGet
		case name.ID == nameSet && p.keyFollows():
			kind, m.Kind = ast.FuncSetter, ast.MemberSet
		default:
			key = p.keyString(span, name)
		}
	}
	if key == nil && kind == ast.FuncMethod && p.accept(tMul) {
		generator = true
	}
	var private *ast.Ident
	keyAt, keyEnd := p.start, p.end
	if key == nil {
		if p.tok == tPrivate {
			private = p.ident()
			private.Flags |= ast.IdentPrivate
			if p.name.ID == namePrivateConstructor {
				p.fail(ErrEarly, p.start, p.end, "a private member cannot be named #constructor")
			}
			p.next()
			key = private
		} else {
			key, m.Computed = p.parseKey()
		}
	} else {
		keyAt, keyEnd = key.Pos()
	}
	m.Key = key
	// named is the literal name of the member, if it has one
	named := ""
	if s, ok := key.(*ast.String); ok && !m.Computed {
		named = s.Value
	}

	if p.tok == tLParen || async || generator || kind != ast.FuncMethod {
		if p.tok != tLParen {
			p.unexpected("(")
		}
		switch {
		case m.Static && named == "prototype":
			p.fail(ErrEarly, keyAt, keyEnd, "a static member cannot be named prototype")
		case !m.Static && named == "constructor":
			if async || generator || kind != ast.FuncMethod {
				p.fail(ErrEarly, keyAt, keyEnd, "the constructor cannot be a getter, setter, generator or async")
			}
			kind = ast.FuncConstructor
			if c.Heritage != nil {
				kind = ast.FuncDerived
			}
			return m, p.parseMethod(start, kind, false, false, c)
		}
		if private != nil {
			p.declarePrivate(c, private, &m)
		}
		m.Func = p.parseMethod(start, kind, async, generator, c)
		m.End = p.prevEnd
		return m, nil
	}

	m.Kind = ast.MemberField
	if named == "constructor" || m.Static && named == "prototype" {
		p.fail(ErrEarly, keyAt, keyEnd, "a field cannot be named "+named)
	}
	if private != nil {
		p.declarePrivate(c, private, &m)
	}
	if m.Computed {
		m.KeyBinding = p.synthetic(p.need(), keyAt)
	}
	init := p.initializer(c, m.Static)
	if p.accept(tAssign) {
		saved := p.enterInitializer(init)
		m.Value = p.parseAssign(false)
		p.leaveInitializer(saved)
	}
	p.semicolon()
	m.End = p.prevEnd
	return m, nil
}

func (p *parser) keyString(span ast.Span, name *ast.Name) ast.Expr {
	s := p.strings.new()
	s.Span, s.Value = span, name.Text
	return s
}

// declarePrivate declares a private name in the class body (§15.7.1). A getter and a setter may share one.
func (p *parser) declarePrivate(c *ast.Class, id *ast.Ident, m *ast.ClassMember) {
	s := p.need()
	id.Flags |= ast.IdentDecl
	b := p.lookup(id.Name)
	if b != nil && b.Scope == s {
		pair := m.Kind == ast.MemberGet && b.Setter && !b.Getter || m.Kind == ast.MemberSet && b.Getter && !b.Setter
		if !pair || b.Static != m.Static {
			p.redeclared(id, b)
		}
	} else {
		b = p.bind(s, id.Name, ast.BindPrivate, id.Start)
		b.Static = m.Static
	}
	id.Binding = b
	switch m.Kind {
	case ast.MemberGet:
		b.Getter = true
	case ast.MemberSet:
		b.Setter = true
	case ast.MemberMethod:
		b.Method = p.tok == tLParen
	}
	if p.tok == tLParen && !m.Static {
		m.FuncBinding = p.synthetic(s, id.Start)
		p.initializer(c, false)
	}
	if m.Kind == ast.MemberField || !m.Static {
		// the initializer function defines the member, so it needs the name
		b.Captured, b.Used = true, true
	}
}

// synthetic makes a binding without a name, shared by class definition and an initializer function.
func (p *parser) synthetic(s *ast.Scope, at uint32) *ast.Binding {
	b := p.bindings.new()
	b.Name, b.Scope, b.Kind, b.Start = p.names.names[nameSynthetic], s, ast.BindSynthetic, at
	b.Captured, b.Used = true, true
	// it takes no part in lookups: close restores what is there already
	b.Shadow = p.lookup(b.Name)
	s.Bindings = append(s.Bindings, b)
	return b
}

// initializer gives the function that initialises the instance or static fields of c.
func (p *parser) initializer(c *ast.Class, static bool) *ast.Function {
	at, kind := &c.InstanceInit, ast.FuncInstanceInit
	if static {
		at, kind = &c.StaticInit, ast.FuncStaticInit
	}
	if *at == nil {
		fn := p.newFunction(kind, c.Start)
		fn.Class = c
		*at = fn
		saved := p.fs
		p.fs.fn = fn
		m := p.mark()
		fn.Scope = p.pushScope(ast.ScopeFunction, p.start, m)
		p.scope = fn.Scope.Parent
		p.fs = saved
	}
	return *at
}

// savedInit is what leaveInitializer restores.
type savedInit struct {
	fs    funcState
	scope *ast.Scope
}

// enterInitializer makes init the current function and its scope the current scope, for one field or static block.
func (p *parser) enterInitializer(init *ast.Function) savedInit {
	saved := savedInit{p.fs, p.scope}
	p.fs = funcState{fn: init, newTarget: true, superProp: true, noArguments: true, labelBase: len(p.labels)}
	p.fs.owner = p.owners.new()
	p.fs.owner.fn = init
	p.scope = init.Scope
	return saved
}

func (p *parser) leaveInitializer(saved savedInit) {
	p.fs.fn.End = p.prevEnd
	p.fs.fn.Scope.End = p.prevEnd
	p.fs, p.scope = saved.fs, saved.scope
}

// parseStaticBlock parses the body of a static block at its { (§15.7).
func (p *parser) parseStaticBlock(c *ast.Class, m *ast.ClassMember) {
	m.Kind, m.Static = ast.MemberStaticBlock, true
	init := p.initializer(c, true)
	saved := p.enterInitializer(init)
	p.fs.awaitReserved = true
	n := p.blocks.new()
	n.Start = p.start
	var b block
	p.open(&b, ast.ScopeStaticBlock, p.start)
	p.need()
	p.fs.varBlock = &b
	p.next()
	n.Body = p.parseStatements(tRBrace, false)
	p.next()
	n.End = p.prevEnd
	n.Scope = p.close(n.End)
	p.leaveInitializer(saved)
	m.Block = n
	m.End = n.End
}
