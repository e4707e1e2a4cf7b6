package parser

import (
	"unicode/utf8"

	"firn/parser/ast"
)

// parseStatements parses statements up to the token end; directives tells that it is a function body or program, with a directive prologue.
func (p *parser) parseStatements(end token, directives bool) []ast.Stmt {
	base := len(p.stmts)
	for p.tok != end {
		if p.tok == tEOF {
			p.unexpected(tokenText[end])
		}
		if directives {
			directives = p.directive()
		}
		m := p.coverStart()
		s := p.parseItem()
		p.coverEnd(m)
		p.stmts = append(p.stmts, s)
	}
	list := p.stmtList.clone(p.stmts[base:])
	clear(p.stmts[base:])
	p.stmts = p.stmts[:base]
	return list
}

// directive checks a possible directive at the current token (§11.2.1) and tells whether another may follow.
func (p *parser) directive() bool {
	if p.tok != tString {
		return false
	}
	if text := p.src[p.start:p.end]; len(text) == 12 && text[1:11] == "use strict" {
		fn := p.fs.fn
		if p.directiveEnds() {
			if !fn.Simple {
				p.fail(ErrEarly, p.start, p.end, `"use strict" is not allowed in a function whose parameters are not plain names`)
			}
			fn.ContainsUseStrict = true
		}
	}
	return true
}

// directiveEnds tells whether the string token is a whole statement, by what follows: a string that goes on as an expression is no directive.
func (p *parser) directiveEnds() bool {
	s := p.src
	i, newline := p.peek()
	if i >= len(s) || s[i] == ';' || s[i] == '}' {
		return true
	}
	if !newline {
		return false
	}
	switch c := s[i]; c {
	case '.', ',', '(', '[', '`', '?', '*', '/', '%', '<', '>', '=', '&', '|', '^':
		return false
	case '+', '-':
		return i+1 < len(s) && s[i+1] == c
	case '!':
		return i+1 >= len(s) || s[i+1] != '='
	}
	return !p.wordAt(i, "in") && !p.wordAt(i, "instanceof")
}

// peek gives the offset of the first character of the next token, without scanning it, and whether a line terminator comes before it.
func (p *parser) peek() (i int, newline bool) {
	s := p.src
	for i = int(p.end); i < len(s); {
		c := s[i]
		switch {
		case c == ' ' || c == '\t' || c == '\v' || c == '\f':
			i++
		case c == '\n' || c == '\r':
			newline = true
			i++
		case hasPrefixAt(s, i, "//"):
			i = lineEnd(s, i)
		case hasPrefixAt(s, i, "/*"):
			for i += 2; i < len(s) && !hasPrefixAt(s, i, "*/"); i++ {
				newline = newline || s[i] == '\n' || s[i] == '\r' || isLineSeparator(s, i)
			}
			i += 2
		case c >= 0x80:
			r, w := utf8.DecodeRuneInString(s[i:])
			if !isSpace(r) && r != 0x2028 && r != 0x2029 {
				return i, newline
			}
			newline = newline || r == 0x2028 || r == 0x2029
			i += w
		default:
			return i, newline
		}
	}
	return i, newline
}

// wordAt tells whether the ASCII word is a whole identifier at offset i.
func (p *parser) wordAt(i int, word string) bool {
	if !hasPrefixAt(p.src, i, word) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.src[i+len(word):])
	return r != '\\' && !isIDPart(r)
}

// asyncFunction tells whether the current token and the next are async function on one line.
func (p *parser) asyncFunction() bool {
	if !p.isWord(nameAsync) {
		return false
	}
	i, newline := p.peek()
	return !newline && p.wordAt(i, "function")
}

// parseItem parses StatementListItem, or ModuleItem at the top of a module.
func (p *parser) parseItem() ast.Stmt {
	switch p.tok {
	case tFunction:
		return p.parseFunctionDecl(p.start, false, nil)
	case tClass:
		c := p.parseClass(true, false)
		return &ast.ClassDecl{Span: c.Span, Class: c}
	case tIdent:
		if p.asyncFunction() {
			start := p.start
			p.next()
			return p.parseFunctionDecl(start, true, nil)
		}
	case tLet:
		return p.parseVarStatement(ast.DeclLet)
	case tConst:
		return p.parseVarStatement(ast.DeclConst)
	case tImport:
		if i, _ := p.peek(); i >= len(p.src) || p.src[i] != '(' && p.src[i] != '.' {
			if p.prog.Module && p.block.kind == ast.ScopeProgram {
				return p.parseImportItem()
			}
			p.fail(ErrUnexpected, p.start, p.end, "import declarations are only allowed at the top level of a module")
		}
	case tExport:
		if p.prog.Module && p.block.kind == ast.ScopeProgram {
			return p.parseExportItem()
		}
		p.fail(ErrUnexpected, p.start, p.end, "export is only allowed at the top level of a module")
	}
	return p.parseStatement()
}

// parseStatement parses Statement (§14).
func (p *parser) parseStatement() ast.Stmt {
	p.enter()
	start := p.start
	var s ast.Stmt
	switch p.tok {
	case tLBrace:
		s = p.parseBlock(nil)
	case tSemicolon:
		p.next()
		s = &ast.Empty{Span: ast.Span{Start: start, End: p.prevEnd}}
	case tVar:
		s = p.parseVarStatement(ast.DeclVar)
	case tIf:
		s = p.parseIf()
	case tFor:
		s = p.parseFor()
	case tWhile:
		w := &ast.While{}
		p.next()
		w.Test = p.parseHead()
		w.Body = p.parseLoopBody()
		w.Start, w.End = start, p.prevEnd
		s = w
	case tDo:
		d := &ast.DoWhile{}
		p.next()
		d.Body = p.parseLoopBody()
		p.expect(tWhile)
		d.Test = p.parseHead()
		p.accept(tSemicolon) // inserted in any case (§12.10.1)
		d.Start, d.End = start, p.prevEnd
		s = d
	case tReturn:
		s = p.parseReturn()
	case tBreak, tContinue:
		s = p.parseJump()
	case tThrow:
		p.next()
		if p.nl {
			p.fail(ErrUnexpected, p.prevEnd, p.start, "a line terminator is not allowed between throw and its expression")
		}
		t := &ast.Throw{X: p.parseStatementExpr()}
		p.semicolon()
		t.Start, t.End = start, p.prevEnd
		s = t
	case tTry:
		s = p.parseTry()
	case tSwitch:
		s = p.parseSwitch()
	case tDebugger:
		p.next()
		p.semicolon()
		s = &ast.Debugger{Span: ast.Span{Start: start, End: p.prevEnd}}
	case tFunction:
		p.fail(ErrUnexpected, p.start, p.end, "a function declaration is only allowed where declarations are; use a block")
	case tClass, tLet, tConst:
		p.fail(ErrUnexpected, p.start, p.end, "a "+p.name.Text+" declaration is only allowed where declarations are; use a block")
	case tWith:
		p.fail(ErrUnexpected, p.start, p.end, "with is not allowed in strict code")
	default:
		s = p.parseExprStatement()
	}
	p.leave()
	return s
}

// parseStatementExpr parses an Expression at which the cover grammars of a statement end.
func (p *parser) parseStatementExpr() ast.Expr {
	m := p.coverStart()
	e := p.parseExpr(false)
	p.coverEnd(m)
	return e
}

// parseHead parses ( Expression ).
func (p *parser) parseHead() ast.Expr {
	p.expect(tLParen)
	e := p.parseStatementExpr()
	p.expect(tRParen)
	return e
}

func (p *parser) parseLoopBody() ast.Stmt {
	p.fs.loops++
	p.fs.breakables++
	s := p.parseStatement()
	p.fs.loops--
	p.fs.breakables--
	return s
}

// parseBlock parses a block; catch is the scope of the parameter of the catch clause whose body it is.
func (p *parser) parseBlock(catch *ast.Scope) *ast.Block {
	if p.tok != tLBrace {
		p.unexpected("{")
	}
	n := p.blocks.new()
	n.Start = p.start
	var b block
	p.open(&b, ast.ScopeBlock, p.start)
	b.catch = catch
	p.next()
	n.Body = p.parseStatements(tRBrace, false)
	p.next()
	n.End = p.prevEnd
	n.Scope = p.close(n.End)
	return n
}

// parseVarStatement parses a var, let or const declaration with its semicolon.
func (p *parser) parseVarStatement(kind ast.DeclKind) *ast.VarDecl {
	d := p.varDecls.new()
	d.Start, d.Kind = p.start, kind
	p.next()
	d.Decls = p.parseDeclarators(kind, false)
	p.semicolon()
	d.End = p.prevEnd
	return d
}

var declKinds = [...]ast.BindKind{ast.DeclVar: ast.BindVar, ast.DeclLet: ast.BindLet, ast.DeclConst: ast.BindConst}

// parseDeclarators parses the list of a declaration. With noIn it is the head of a for statement: then a single declarator without initializer
// may be anything, since for-in and for-of follow.
func (p *parser) parseDeclarators(kind ast.DeclKind, noIn bool) []ast.Declarator {
	var buf [4]ast.Declarator
	list := buf[:0]
	for {
		var d ast.Declarator
		d.Start = p.start
		bound := p.bound()
		d.Target = p.parseBinding(declKinds[kind])
		if p.tok == tAssign {
			p.next()
			initEnd := p.start
			d.Init = p.parseAssign(noIn)
			switch fn := d.Init.(type) {
			case *ast.Function:
				// It cannot run before the binding is initialised, so its own references need no check.
				initEnd = fn.Start
			default:
				initEnd = p.prevEnd
			}
			if kind != ast.DeclVar && p.bound() > bound {
				p.initialized(bound, initEnd)
			}
		} else {
			if p.tok == tIn || p.isWord(nameOf) {
				if noIn && len(list) == 0 {
					d.End = p.prevEnd
					return append([]ast.Declarator(nil), d)
				}
			}
			if _, name := d.Target.(*ast.Ident); !name {
				p.unexpected("= after a destructuring pattern")
			}
			if kind == ast.DeclConst {
				p.unexpected("= after the name of a const")
			}
			if kind == ast.DeclLet {
				p.initialized(bound, p.prevEnd)
			}
		}
		d.End = p.prevEnd
		list = append(list, d)
		if !p.accept(tComma) {
			return p.decls.clone(list)
		}
	}
}

// parseIf parses if statements; else-if chains are a loop.
func (p *parser) parseIf() ast.Stmt {
	first := p.ifs.new()
	chain := []*ast.If{first}
	for n := first; ; {
		n.Start = p.start
		p.next()
		n.Test = p.parseHead()
		n.Then = p.parseStatement()
		if !p.accept(tElse) {
			break
		}
		if p.tok != tIf {
			n.Else = p.parseStatement()
			break
		}
		next := p.ifs.new()
		n.Else = next
		n = next
		chain = append(chain, n)
	}
	for _, n := range chain {
		n.End = p.prevEnd
	}
	return first
}

// parseReturn parses a return statement.
func (p *parser) parseReturn() ast.Stmt {
	if !p.fs.canReturn {
		p.fail(ErrEarly, p.start, p.end, "return is only allowed in functions")
	}
	r := p.returns.new()
	r.Start = p.start
	p.next()
	if p.tok != tSemicolon && p.tok != tRBrace && p.tok != tEOF && !p.nl {
		r.X = p.parseStatementExpr()
	}
	p.semicolon()
	r.End = p.prevEnd
	return r
}

// parseJump parses break and continue.
func (p *parser) parseJump() ast.Stmt {
	start, end, isBreak := p.start, p.end, p.tok == tBreak
	p.next()
	var target *ast.Name
	if p.tok == tIdent && !p.nl {
		if p.name.ID == nameAwait {
			p.checkAwaitName()
		}
		target = p.name
		l := p.findLabel(target)
		if l == nil {
			p.fail(ErrUndeclared, p.start, p.end, "there is no label "+clip(target.Text)+" around this statement")
		}
		if !isBreak && !l.loop {
			p.fail(ErrEarly, p.start, p.end, "continue must name a loop; "+clip(target.Text)+" is not the label of one")
		}
		p.next()
	} else if isBreak && p.fs.breakables == 0 {
		p.fail(ErrEarly, start, end, "break is only allowed in loops and switch statements")
	} else if !isBreak && p.fs.loops == 0 {
		p.fail(ErrEarly, start, end, "continue is only allowed in loops")
	}
	p.semicolon()
	span := ast.Span{Start: start, End: p.prevEnd}
	if isBreak {
		return &ast.Break{Span: span, Label: target}
	}
	return &ast.Continue{Span: span, Label: target}
}

// parseTry parses a try statement (§14.15).
func (p *parser) parseTry() ast.Stmt {
	t := &ast.Try{}
	t.Start = p.start
	p.next()
	t.Body = p.parseBlock(nil)
	if p.tok == tCatch {
		p.next()
		if p.tok == tLParen {
			var b block
			p.open(&b, ast.ScopeCatch, p.start)
			p.next()
			t.Param = p.parseBinding(ast.BindCatch)
			p.expect(tRParen)
			t.Catch = p.parseBlock(b.scope)
			t.CatchScope = p.close(p.prevEnd)
		} else {
			t.Catch = p.parseBlock(nil)
		}
	}
	if p.tok == tFinally {
		p.next()
		t.Finally = p.parseBlock(nil)
	}
	if t.Catch == nil && t.Finally == nil {
		p.unexpected("catch or finally")
	}
	t.End = p.prevEnd
	return t
}

// parseSwitch parses a switch statement (§14.12).
func (p *parser) parseSwitch() ast.Stmt {
	s := &ast.Switch{}
	s.Start = p.start
	p.next()
	s.X = p.parseHead()
	var b block
	p.open(&b, ast.ScopeSwitch, p.start)
	p.expect(tLBrace)
	p.fs.breakables++
	hasDefault := false
	for p.tok != tRBrace {
		c := ast.Case{Span: ast.Span{Start: p.start}}
		switch p.tok {
		case tCase:
			p.next()
			c.Test = p.parseStatementExpr()
		case tDefault:
			if hasDefault {
				p.fail(ErrDuplicate, p.start, p.end, "a switch has at most one default clause")
			}
			hasDefault = true
			p.next()
		default:
			p.unexpected("case, default or }")
		}
		p.expect(tColon)
		bound := p.bound()
		base := len(p.stmts)
		for p.tok != tCase && p.tok != tDefault && p.tok != tRBrace {
			if p.tok == tEOF {
				p.unexpected("}")
			}
			m := p.coverStart()
			st := p.parseItem()
			p.coverEnd(m)
			p.stmts = append(p.stmts, st)
		}
		c.Body = p.stmtList.clone(p.stmts[base:])
		clear(p.stmts[base:])
		p.stmts = p.stmts[:base]
		c.End = p.prevEnd
		if n := p.bound(); n > bound {
			// another clause can be entered without passing the declaration
			for _, bind := range b.scope.Bindings[bound:] {
				bind.Limit = c.End
			}
		}
		s.Cases = append(s.Cases, c)
	}
	p.next()
	p.fs.breakables--
	s.Scope = p.close(p.prevEnd)
	s.End = p.prevEnd
	return s
}

// parseExprStatement parses an expression statement, a labelled statement or an async function declaration.
func (p *parser) parseExprStatement() ast.Stmt {
	start := p.start
	word := p.tok == tIdent
	if p.asyncFunction() {
		p.fail(ErrUnexpected, p.start, p.end, "an async function declaration is only allowed where declarations are; use a block")
	}
	e := p.parseExpr(false)
	if word && p.tok == tColon {
		if id, ok := e.(*ast.Ident); ok && id.Start == start && id.End == p.prevEnd {
			return p.parseLabeled(id)
		}
	}
	p.semicolon()
	s := p.exprStmts.new()
	s.Start, s.End, s.X = start, p.prevEnd, e
	return s
}

// label is one label around the current statement.
type label struct {
	name *ast.Name
	// start is the offset of the label, body that of the statement it labels.
	start, body uint32
	loop        bool
	// shadow is the place+1 of an equal label of an outer function.
	shadow uint32
}

// findLabel gives the label of that name around the current statement, in this function, or nil.
func (p *parser) findLabel(n *ast.Name) *label {
	if int(n.ID) >= len(p.labelAt) {
		return nil
	}
	if at := int(p.labelAt[n.ID]); at > p.fs.labelBase {
		return &p.labels[at-1]
	}
	return nil
}

// parseLabeled parses what follows a label (§14.13).
func (p *parser) parseLabeled(id *ast.Ident) ast.Stmt {
	p.unrefer(id)
	if p.findLabel(id.Name) != nil {
		p.failNode(ErrDuplicate, id, "the label "+clip(id.Name.Text)+" is already in use around this statement")
	}
	p.next()
	n := &ast.Labeled{Label: id.Name}
	if int(id.Name.ID) >= len(p.labelAt) {
		p.labelAt = append(p.labelAt, make([]uint32, int(id.Name.ID)+64)...)
	}
	p.labels = append(p.labels, label{name: id.Name, start: id.Start, body: p.start, shadow: p.labelAt[id.Name.ID]})
	p.labelAt[id.Name.ID] = uint32(len(p.labels))
	if p.tok == tFor || p.tok == tWhile || p.tok == tDo {
		for i := len(p.labels) - 1; ; i-- {
			p.labels[i].loop = true
			if i == p.fs.labelBase || p.labels[i-1].body != p.labels[i].start {
				break
			}
		}
	}
	n.Body = p.parseStatement()
	last := len(p.labels) - 1
	p.labelAt[id.Name.ID] = p.labels[last].shadow
	p.labels = p.labels[:last]
	n.Start, n.End = id.Start, p.prevEnd
	return n
}

// parseFor parses the three kinds of for statement (§14.7.4, 14.7.5).
func (p *parser) parseFor() ast.Stmt {
	start := p.start
	p.next()
	await := false
	if p.isWord(nameAwait) {
		if !p.fs.await {
			p.fail(ErrEarly, p.start, p.end, "for await is only allowed in async functions and modules")
		}
		if p.fs.fn.Kind == ast.FuncModule {
			p.fs.fn.Async = true
			p.prog.HasTopLevelAwait = true
		}
		await = true
		p.next()
	}
	var b block
	p.open(&b, ast.ScopeFor, p.start)
	p.expect(tLParen)
	f := &ast.For{}
	headStart := p.start
	kind, decl := ast.DeclVar, true
	switch p.tok {
	case tVar:
	case tLet:
		kind = ast.DeclLet
	case tConst:
		kind = ast.DeclConst
	default:
		decl = false
	}
	switch {
	case decl:
		d := p.varDecls.new()
		d.Start, d.Kind = p.start, kind
		p.next()
		d.Decls = p.parseDeclarators(kind, true)
		d.End = p.prevEnd
		if p.tok == tIn || p.isWord(nameOf) {
			if len(d.Decls) != 1 || d.Decls[0].Init != nil {
				p.fail(ErrUnexpected, d.Start, d.End, "for-in and for-of declare exactly one target, without initializer")
			}
			n := &ast.ForIn{Decl: true, Kind: kind, Target: d.Decls[0].Target, Await: await}
			return p.parseForIn(n, start)
		}
		f.Init = d
		if b.scope != nil {
			b.scope.PerIteration = kind == ast.DeclLet // if captured: see resolve
		}
	case p.tok != tSemicolon:
		p.forAwait = await
		e := p.parseExpr(true)
		p.forAwait = false
		if p.tok == tIn || p.isWord(nameOf) {
			n := &ast.ForIn{Target: p.toPattern(e, false), Await: await}
			return p.parseForIn(n, start)
		}
		s := p.exprStmts.new()
		s.Start, s.End, s.X = headStart, p.prevEnd, e
		f.Init = s
	}
	if await {
		p.unexpected("of (for await)")
	}
	p.expect(tSemicolon)
	if p.tok != tSemicolon {
		f.Test = p.parseExpr(false)
	}
	p.expect(tSemicolon)
	if p.tok != tRParen {
		f.Update = p.parseExpr(false)
	}
	p.expect(tRParen)
	f.Body = p.parseLoopBody()
	f.Start, f.End = start, p.prevEnd
	f.Scope = p.close(f.End)
	return f
}

// parseForIn parses the rest of a for-in or for-of statement, from in or of on.
func (p *parser) parseForIn(n *ast.ForIn, start uint32) ast.Stmt {
	n.Of = p.tok != tIn
	if n.Await && !n.Of {
		p.unexpected("of (for await)")
	}
	p.next()
	if n.Of {
		n.X = p.parseAssign(false)
	} else {
		n.X = p.parseExpr(false)
	}
	p.expect(tRParen)
	if p.bound() > 0 {
		p.initialized(0, p.prevEnd)
	}
	n.Body = p.parseLoopBody()
	n.Start, n.End = start, p.prevEnd
	n.Scope = p.close(n.End)
	return n
}
