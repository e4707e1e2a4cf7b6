package parser

import "firn/parser/ast"

// Resolution walks the finished tree of scopes from the top, once. Entering a scope pushes its bindings on the stacks of their names (parser.top),
// so that each identifier resolves in constant time; leaving it lays out its context.

// resolve resolves scope s and the scopes inside it, and gives functions their Outer and Depth.
func (p *parser) resolve(s *ast.Scope) {
	if s.Kind == ast.ScopeFunction || s.Kind == ast.ScopeProgram {
		fn := s.Func
		if s.Parent != nil {
			fn.Outer = s.Parent.Func
			fn.Depth = uint32(len(p.funcs))
		}
		p.funcs = append(p.funcs, fn)
		for _, b := range [...]*ast.Binding{fn.This, fn.Arguments, fn.NewTarget, fn.Home, fn.ActiveFunc, fn.Self} {
			if b != nil {
				s.Bindings = append(s.Bindings, b)
			}
		}
	} else if s.Parent != nil {
		s.Func = s.Parent.Func
	}
	if s.Kind == ast.ScopeProgram && !p.prog.Module {
		p.dropGlobals(s)
	}
	for _, b := range s.Bindings {
		for int(b.Name.ID) >= len(p.top) {
			p.top = append(p.top, make([]*ast.Binding, int(b.Name.ID)+64)...)
		}
		b.Shadow = p.top[b.Name.ID]
		p.top[b.Name.ID] = b
	}
	for id := s.Refs; id != nil; id = id.Next {
		p.resolveIdent(id, s)
	}
	s.FirstChild = reverse(s.FirstChild)
	for c := s.FirstChild; c != nil; c = c.NextSibling {
		p.resolve(c)
	}
	for i := len(s.Bindings) - 1; i >= 0; i-- {
		b := s.Bindings[i]
		p.top[b.Name.ID] = b.Shadow
		b.Shadow = nil
	}
	for _, b := range s.Bindings {
		if b.Captured {
			b.Slot = s.ContextSize
			s.ContextSize++
		}
	}
	s.NeedsContext = s.ContextSize > 0
	s.PerIteration = s.PerIteration && s.NeedsContext
	if s.Kind == ast.ScopeFunction || s.Kind == ast.ScopeProgram {
		p.funcs = p.funcs[:len(p.funcs)-1]
	}
}

// reverse puts a list of siblings into source order.
func reverse(s *ast.Scope) *ast.Scope {
	var out *ast.Scope
	for s != nil {
		next := s.NextSibling
		s.NextSibling = out
		out = s
		s = next
	}
	return out
}

// dropGlobals takes the names that become properties of the global object out of a script's scope.
func (p *parser) dropGlobals(s *ast.Scope) {
	kept := s.Bindings[:0]
	for _, b := range s.Bindings {
		switch b.Kind {
		case ast.BindVar:
		case ast.BindFunction:
		default:
			kept = append(kept, b)
		}
	}
	clear(s.Bindings[len(kept):])
	s.Bindings = kept
}

// resolveIdent resolves an identifier that occurs in scope s.
func (p *parser) resolveIdent(id *ast.Ident, s *ast.Scope) {
	var b *ast.Binding
	if int(id.Name.ID) < len(p.top) {
		b = p.top[id.Name.ID]
	}
	if b == nil {
		switch {
		case id.Flags&ast.IdentPrivate != 0:
			if p.unresolved == nil || id.Start < p.unresolved.Start {
				p.unresolved = id
			}
		case p.opts.Library && id.Name.Text[0] == '$':
			id.Flags |= ast.IdentIntrinsic
		}
		return
	}
	id.Binding = b
	b.Used = true
	if id.Flags&ast.IdentWrite != 0 {
		b.Assigned = true
	}
	if s.Func != b.Scope.Func {
		b.Captured = true
	}
	if p.mayPrecede(id, b, s) {
		id.Flags |= ast.IdentTDZ
		b.NeedsTDZ = true
	}
}

// mayPrecede tells whether the reference id in scope s may run before b is initialised; when in doubt, it may.
//
// A block's bindings are fresh each time it is entered, and it is entered only at its start (a switch, at each clause: Binding.Limit). So what
// follows the declaration in the same function runs after it; and so does what is in an inner function that is created
// after it: a function expression further down, or a declaration hoisted only to a block further down.
func (p *parser) mayPrecede(id *ast.Ident, b *ast.Binding, s *ast.Scope) bool {
	switch b.Kind {
	case ast.BindLet, ast.BindConst, ast.BindClass:
		if b.Scope.Kind == ast.ScopeEndowments {
			return false
		}
	case ast.BindParam:
		if !b.Scope.Func.HasParamExprs {
			return false
		}
	case ast.BindClassName:
		// Member functions cannot run before the class is made; heritage and computed keys can.
		if s.Func == b.Scope.Func {
			return true
		}
		c := p.funcs[b.Scope.Func.Depth+1].Class
		return c == nil || c.Inner != b
	case ast.BindImport:
		return true
	default:
		return false
	}
	at := id.Start
	if s.Func != b.Scope.Func {
		// the outermost function around the reference that is inside the binding's
		fn := p.funcs[b.Scope.Func.Depth+1]
		at = fn.Start
		if fn.Declaration {
			host := fn.Scope.Parent
			if host == b.Scope {
				return true
			}
			at = host.Start
		}
	}
	return at < b.InitEnd || b.Limit != 0 && at >= b.Limit
}
