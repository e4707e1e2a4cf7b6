package parser

import (
	"sort"

	"firn/parser/ast"
)

// Cover grammars. An expression in parentheses or brackets may turn out to be arrow parameters or a destructuring target. It is parsed once, as
// an expression, and converted when => or = follows; each node is converted at most twice (as an assignment target, and again as a
// binding). What is only valid in a pattern ({a = 1}, a second __proto__) is noted in Object.Cover until a conversion
// clears it, and checked at the end of the statement. Parentheses leave no node; p.parens remembers them.

// noteParen records that e was in parentheses, if that matters to conversions and **.
func (p *parser) noteParen(e ast.Expr) {
	switch e.(type) {
	case *ast.Ident, *ast.Member, *ast.Index, *ast.PrivateMember, *ast.SuperMember, *ast.SuperIndex, *ast.Object, *ast.Array, *ast.Assign,
		*ast.Unary, *ast.Await:
		start, end := e.Pos()
		p.parens = append(p.parens, ast.Span{Start: start, End: end})
	}
}

// isParen tells whether e was in parentheses. The list is in order of End, and a span with its kind of node identifies an expression.
func (p *parser) isParen(e ast.Node) bool {
	if len(p.parens) == 0 {
		return false
	}
	start, end := e.Pos()
	i := sort.Search(len(p.parens), func(i int) bool { return p.parens[i].End >= end })
	for ; i < len(p.parens) && p.parens[i].End == end; i++ {
		if p.parens[i].Start == start {
			return true
		}
	}
	return false
}

// coverMark is the state of the cover notes at the start of a statement.
type coverMark struct{ covers, parens int }

func (p *parser) coverStart() coverMark { return coverMark{len(p.covers), len(p.parens)} }

// coverEnd reports what a conversion did not clear since m.
func (p *parser) coverEnd(m coverMark) {
	for _, o := range p.covers[m.covers:] {
		if o.Cover != 0 {
			p.fail(ErrEarly, o.Cover-1, o.Cover, "this object literal is only valid as a destructuring pattern: it has a default (name = value) or a second __proto__")
		}
	}
	p.covers = p.covers[:m.covers]
	p.parens = p.parens[:m.parens]
}

// simpleTarget checks that e is a simple assignment target (§8.6.4) and gives it.
func (p *parser) simpleTarget(e ast.Expr, what string) ast.Pattern {
	switch e := e.(type) {
	case *ast.Ident:
		p.checkTargetName(e)
		e.Flags |= ast.IdentWrite
		return e
	case *ast.Member:
		return e
	case *ast.Index:
		return e
	case *ast.PrivateMember:
		return e
	case *ast.SuperMember:
		return e
	case *ast.SuperIndex:
		return e
	}
	p.failNode(ErrTarget, e, what+" is not something that can be assigned to")
	return nil
}

func (p *parser) checkTargetName(id *ast.Ident) {
	if id.Name.ID == nameEval || id.Name.ID == nameArguments {
		p.failNode(ErrTarget, id, id.Name.Text+" cannot be assigned to in strict code")
	}
}

// toPattern converts an expression to an assignment target, or (binding) to a parameter of an arrow function.
func (p *parser) toPattern(e ast.Expr, binding bool) ast.Pattern {
	switch e := e.(type) {
	case *ast.Ident:
		if binding {
			p.toBindingName(e)
			return e
		}
	case *ast.Object:
		p.checkBare(e)
		return p.objectPattern(e, binding)
	case *ast.Array:
		p.checkBare(e)
		return p.arrayPattern(e, binding)
	}
	if binding {
		p.failNode(ErrTarget, e, "expected a parameter: a name or a destructuring pattern")
	}
	return p.simpleTarget(e, "the target of the assignment")
}

// checkBare rejects parentheses around a pattern.
func (p *parser) checkBare(e ast.Node) {
	if p.isParen(e) {
		p.failNode(ErrTarget, e, "a destructuring pattern or parameter cannot be in parentheses")
	}
}

// toBindingName makes a reference the name of an arrow parameter.
func (p *parser) toBindingName(id *ast.Ident) {
	p.checkBare(id)
	if id.Name.ID == nameEval || id.Name.ID == nameArguments {
		p.failNode(ErrTarget, id, id.Name.Text+" cannot be bound in strict code")
	}
	id.Flags = id.Flags&^ast.IdentWrite | ast.IdentDecl
	p.arrowNames = append(p.arrowNames, id)
}

func (p *parser) objectPattern(o *ast.Object, binding bool) ast.Pattern {
	o.Cover = 0
	pat := &ast.ObjectPattern{Span: o.Span}
	n := len(o.Props)
	if n > 0 && o.Props[n-1].Kind == ast.PropSpread {
		n--
	}
	pat.Props = make([]ast.PatternProp, n)
	for i := range o.Props {
		prop := &o.Props[i]
		switch {
		case prop.Method:
			p.fail(ErrTarget, prop.Start, prop.End, "a method cannot be part of a destructuring pattern")
		case prop.Kind == ast.PropSpread:
			if i != n {
				p.fail(ErrTarget, prop.Start, prop.End, "a rest element must be last")
			}
			if p.src[prop.End] == ',' || p.commaBefore(prop.End, o.End) {
				p.fail(ErrTarget, prop.End, o.End, "a comma cannot follow a rest element")
			}
			switch prop.Value.(type) {
			case *ast.Object, *ast.Array:
				p.failNode(ErrTarget, prop.Value, "the rest of an object must go to a plain target")
			}
			pat.Rest = p.toPattern(prop.Value, binding)
		default:
			pp := &pat.Props[i]
			pp.Span, pp.Computed, pp.Shorthand, pp.Key = prop.Span, prop.Computed, prop.Shorthand, prop.Key
			pp.Target, pp.Default, pp.ParenTarget = p.patternElem(prop.Value, binding)
			if prop.Computed || pp.Default != nil {
				p.hasExpr = true
			}
		}
	}
	return pat
}

// commaBefore tells whether a comma lies between the last property of an object literal and its end: what is between is white space, comments
// and at most one comma.
func (p *parser) commaBefore(from, end uint32) bool {
	s := p.src[:end-1]
	for i := int(from); i < len(s); i++ {
		switch s[i] {
		case ',':
			return true
		case '/':
			if s[i+1] == '/' {
				i = lineEnd(s, i)
				continue
			}
			for i += 2; s[i] != '*' || s[i+1] != '/'; i++ {
			}
			i++
		}
	}
	return false
}

func (p *parser) arrayPattern(a *ast.Array, binding bool) ast.Pattern {
	pat := &ast.ArrayPattern{Span: a.Span}
	n := len(a.Elems)
	var rest *ast.Spread
	if n > 0 {
		if s, ok := a.Elems[n-1].(*ast.Spread); ok {
			if a.CommaAfterSpread {
				p.failNode(ErrTarget, s, "a comma cannot follow a rest element")
			}
			rest = s
			n--
		}
	}
	pat.Elems = make([]ast.PatternElem, n)
	for i, e := range a.Elems[:n] {
		if e == nil {
			continue
		}
		if _, ok := e.(*ast.Spread); ok {
			p.failNode(ErrTarget, e, "a rest element must be last")
		}
		el := &pat.Elems[i]
		el.Target, el.Default, el.ParenTarget = p.patternElem(e, binding)
		if el.Default != nil {
			p.hasExpr = true
		}
	}
	if rest != nil {
		if as, ok := rest.X.(*ast.Assign); ok {
			p.failNode(ErrTarget, as, "a rest element cannot have a default")
		}
		pat.Rest = p.toPattern(rest.X, binding)
	}
	return pat
}

// patternElem converts target or target = default.
func (p *parser) patternElem(e ast.Expr, binding bool) (target ast.Pattern, def ast.Expr, paren bool) {
	a, ok := e.(*ast.Assign)
	if !ok || a.Op != ast.OpAssign {
		target = p.toPattern(e, binding)
		_, name := e.(*ast.Ident)
		return target, nil, name && p.isParen(e)
	}
	p.checkBare(a)
	if binding {
		p.rebind(a.Target)
		return a.Target, a.Value, false
	}
	if id, ok := a.Target.(*ast.Ident); ok {
		p.checkTargetName(id) // {eval = 1} was not checked yet
		id.Flags |= ast.IdentWrite
	}
	return a.Target, a.Value, a.ParenTarget
}

// rebind turns an assignment target into a binding.
func (p *parser) rebind(t ast.Pattern) {
	switch t := t.(type) {
	case nil:
	case *ast.Ident:
		p.toBindingName(t)
	case *ast.ObjectPattern:
		for i := range t.Props {
			prop := &t.Props[i]
			p.rebind(prop.Target)
			if prop.Computed || prop.Default != nil {
				p.hasExpr = true
			}
		}
		p.rebind(t.Rest)
	case *ast.ArrayPattern:
		for i := range t.Elems {
			p.rebind(t.Elems[i].Target)
			if t.Elems[i].Default != nil {
				p.hasExpr = true
			}
		}
		p.rebind(t.Rest)
	default:
		p.failNode(ErrTarget, t, "expected a parameter: a name or a destructuring pattern")
	}
}

// checkBindingName checks that the current identifier token can be bound (§13.1.1).
func (p *parser) checkBindingName() {
	switch {
	case p.tok != tIdent:
		p.unexpected("identifier")
	case p.name.ID == nameEval || p.name.ID == nameArguments:
		p.fail(ErrTarget, p.start, p.end, p.name.Text+" cannot be bound in strict code")
	case p.name.ID == nameAwait:
		p.checkAwaitName()
	}
}

// bindingIdent parses BindingIdentifier and leaves it to the caller to declare it.
func (p *parser) bindingIdent() *ast.Ident {
	p.checkBindingName()
	id := p.ident()
	p.next()
	return id
}

// parseBinding parses BindingIdentifier or BindingPattern (§14.3.3) and declares its names.
func (p *parser) parseBinding(kind ast.BindKind) ast.Pattern {
	switch p.tok {
	case tLBracket:
		return p.parseArrayBinding(kind)
	case tLBrace:
		return p.parseObjectBinding(kind)
	}
	id := p.bindingIdent()
	p.declare(id, kind)
	return id
}

// declare declares a name of a binding pattern.
func (p *parser) declare(id *ast.Ident, kind ast.BindKind) {
	if kind == ast.BindVar {
		p.declareVar(id)
	} else {
		p.declareLexical(id, kind)
	}
}

func (p *parser) parseArrayBinding(kind ast.BindKind) ast.Pattern {
	p.enter()
	pat := &ast.ArrayPattern{Span: ast.Span{Start: p.start}}
	p.next()
	for p.tok != tRBracket {
		if p.tok == tComma {
			p.next()
			pat.Elems = append(pat.Elems, ast.PatternElem{})
			continue
		}
		if p.tok == tEllipsis {
			p.next()
			pat.Rest = p.parseBinding(kind)
			if p.tok != tRBracket {
				p.unexpected("] after a rest element")
			}
			break
		}
		var el ast.PatternElem
		el.Target = p.parseBinding(kind)
		el.Default = p.parseDefault()
		pat.Elems = append(pat.Elems, el)
		if p.tok != tRBracket {
			if p.tok != tComma {
				p.unexpected(", or ]")
			}
			p.next()
		}
	}
	p.next()
	pat.End = p.prevEnd
	p.leave()
	return pat
}

// parseDefault parses an optional Initializer in a pattern.
func (p *parser) parseDefault() ast.Expr {
	if p.tok != tAssign {
		return nil
	}
	p.next()
	p.hasExpr = true
	return p.parseAssign(false)
}

func (p *parser) parseObjectBinding(kind ast.BindKind) ast.Pattern {
	p.enter()
	pat := &ast.ObjectPattern{Span: ast.Span{Start: p.start}}
	p.next()
	for p.tok != tRBrace {
		if p.tok == tEllipsis {
			p.next()
			id := p.bindingIdent()
			p.declare(id, kind)
			pat.Rest = id
			if p.tok != tRBrace {
				p.unexpected("} after a rest element")
			}
			break
		}
		prop := ast.PatternProp{Span: ast.Span{Start: p.start}}
		if p.tok == tIdent {
			id := p.ident()
			name := p.name
			s := p.strings.new()
			s.Span, s.Value = id.Span, name.Text
			prop.Key = s
			p.next()
			if p.tok != tColon {
				switch name.ID {
				case nameAwait:
					p.checkAwait(id)
				case nameEval, nameArguments:
					p.failNode(ErrTarget, id, name.Text+" cannot be bound in strict code")
				}
				prop.Shorthand = true
				prop.Target = id
				p.declare(id, kind)
			}
		} else {
			prop.Key, prop.Computed = p.parseKey()
			if prop.Computed {
				p.hasExpr = true
			}
			if p.tok != tColon {
				p.unexpected(":")
			}
		}
		if prop.Target == nil {
			p.expect(tColon)
			prop.Target = p.parseBinding(kind)
		}
		prop.Default = p.parseDefault()
		prop.End = p.prevEnd
		pat.Props = append(pat.Props, prop)
		if p.tok != tRBrace {
			if p.tok != tComma {
				p.unexpected(", or }")
			}
			p.next()
		}
	}
	p.next()
	pat.End = p.prevEnd
	p.leave()
	return pat
}
