package parser

import (
	"math"
	"strconv"

	"firn/parser/ast"
)

// Scopes are built while parsing and resolved afterwards (resolve.go). A block gets a scope only when something is declared in it; identifiers
// and inner scopes seen before that moment, or before an arrow function is known to be one, are then moved into the new scope: each moves
// at most once for every scope made, so all of it is linear.

// block is an open block, function, loop head, catch clause, class or program.
type block struct {
	parent *block
	// scope is nil until something is declared.
	scope *ast.Scope
	kind  ast.ScopeKind
	start uint32
	mark  mark
	// catch is the scope of the parameter whose catch clause has this block as its body.
	catch *ast.Scope
}

// mark is a moment in the life of the current scope.
type mark struct {
	ref   *ast.Ident
	child *ast.Scope
}

func (p *parser) mark() mark { return mark{p.scope.Refs, p.scope.FirstChild} }

// open makes b the current block.
func (p *parser) open(b *block, kind ast.ScopeKind, start uint32) {
	b.parent, b.kind, b.start = p.block, kind, start
	if p.scope != nil {
		b.mark = p.mark()
	}
	p.block = b
}

// need gives the current block a scope, if it has none, with all that came since it was opened.
func (p *parser) need() *ast.Scope {
	b := p.block
	if b.scope == nil {
		b.scope = p.pushScope(b.kind, b.start, b.mark)
	}
	return b.scope
}

// pushScope makes a new current scope, which takes over the identifiers and scopes since m.
func (p *parser) pushScope(kind ast.ScopeKind, start uint32, m mark) *ast.Scope {
	s := p.scopes.new()
	s.Kind, s.Start, s.Parent, s.Func = kind, start, p.scope, p.fs.fn
	if host := p.scope; host != nil {
		if host.Refs != m.ref {
			s.Refs = host.Refs
			last := s.Refs
			for last.Next != m.ref {
				last = last.Next
			}
			last.Next = nil
			host.Refs = m.ref
		}
		if host.FirstChild != m.child {
			s.FirstChild = host.FirstChild
			last := s.FirstChild
			for {
				last.Parent = s
				if last.NextSibling == m.child {
					break
				}
				last = last.NextSibling
			}
			last.NextSibling = nil
		}
		s.NextSibling = m.child
		host.FirstChild = s
	}
	p.scope = s
	return s
}

// close leaves the current block, which ends at end, and gives its scope or nil.
func (p *parser) close(end uint32) *ast.Scope {
	b := p.block
	p.block = b.parent
	s := b.scope
	if s != nil {
		s.End = end
		if len(s.Funcs) > 0 {
			p.keepLast(s)
		}
		for i := len(s.Bindings) - 1; i >= 0; i-- {
			p.top[s.Bindings[i].Name.ID] = s.Bindings[i].Shadow
		}
		p.scope = s.Parent
	}
	return s
}

// keepLast reduces the functions of s, which is still open, to the last of each name.
func (p *parser) keepLast(s *ast.Scope) {
	kept := s.Funcs[:0]
	for _, fn := range s.Funcs {
		if fn.Name == nil || p.lookup(fn.Name.Name).Func == fn { // without a name: export default
			kept = append(kept, fn)
		}
	}
	s.Funcs = kept
}

// lookup gives the innermost open binding of a name, or nil.
func (p *parser) lookup(n *ast.Name) *ast.Binding {
	if int(n.ID) < len(p.top) {
		return p.top[n.ID]
	}
	return nil
}

// bind adds a binding to scope s, which must be open.
func (p *parser) bind(s *ast.Scope, n *ast.Name, kind ast.BindKind, start uint32) *ast.Binding {
	if int(n.ID) >= len(p.top) {
		p.top = append(p.top, make([]*ast.Binding, int(n.ID)+64)...)
	}
	b := p.bindings.new()
	b.Name, b.Scope, b.Kind, b.Start = n, s, kind, start
	b.Shadow = p.top[n.ID]
	p.top[n.ID] = b
	s.Bindings = append(s.Bindings, b)
	return b
}

// redeclared reports a second declaration.
func (p *parser) redeclared(id *ast.Ident, old *ast.Binding) {
	line, column := position(p.src, old.Start)
	p.failNode(ErrDuplicate, id, clip(id.Name.Text)+" is already declared in this scope, at "+strconv.Itoa(line)+":"+strconv.Itoa(column))
}

// declareLexical declares a let, const, class, import, catch parameter, parameter or block-level function in the current block.
func (p *parser) declareLexical(id *ast.Ident, kind ast.BindKind) *ast.Binding {
	b := p.block
	s := p.need()
	if old := p.lookup(id.Name); old != nil {
		switch {
		case old.Scope == s,
			b.kind == ast.ScopeBody && old.Kind == ast.BindParam && old.Scope == s.Func.Scope,
			b.catch != nil && old.Scope == b.catch,
			p.fs.varBlock != nil && old.Scope == p.fs.varBlock.scope && old.LastVar > b.start:
			p.redeclared(id, old)
		}
	}
	n := p.bind(s, id.Name, kind, id.Start)
	switch kind {
	case ast.BindLet, ast.BindConst, ast.BindClass, ast.BindParam:
		n.InitEnd = math.MaxUint32
	}
	id.Binding = n
	id.Flags |= ast.IdentDecl
	return n
}

// declareVar declares a var in the current function.
func (p *parser) declareVar(id *ast.Ident) {
	s := p.fs.varBlock.scope
	b := p.lookup(id.Name)
	switch {
	case b != nil && b.Scope == s:
		switch b.Kind {
		case ast.BindVar, ast.BindParam:
		case ast.BindFunction:
			if p.prog.Module && s.Kind == ast.ScopeProgram {
				p.redeclared(id, b)
			}
		default:
			p.redeclared(id, b)
		}
	case b != nil && b.Scope.Func == p.fs.fn && !(b.Kind == ast.BindParam && b.Scope == p.fs.fn.Scope):
		p.redeclared(id, b)
	default:
		outer := b
		b = p.bind(s, id.Name, ast.BindVar, id.Start)
		if outer != nil && s.Kind == ast.ScopeBody && outer.Scope == p.fs.fn.Scope {
			b.ParamShadow = outer
		}
		if s.Kind == ast.ScopeProgram && !p.prog.Module {
			p.prog.VarNames = append(p.prog.VarNames, id.Name)
		}
	}
	b.LastVar = id.Start + 1
	if s.Kind == ast.ScopeProgram && !p.prog.Module {
		p.refer(id) // a global, or an endowment
		id.Flags |= ast.IdentWrite
		return
	}
	id.Binding = b
	id.Flags |= ast.IdentDecl
}

// declareFunction declares the name of a function declaration: like a var at the top of a function or script, else lexically.
func (p *parser) declareFunction(id *ast.Ident, fn *ast.Function) {
	fn.Declaration = true
	s := p.need()
	if p.block != p.fs.varBlock || p.prog.Module && s.Kind == ast.ScopeProgram {
		b := p.declareLexical(id, ast.BindFunction)
		b.Func, fn.DeclBinding = fn, b
		s.Funcs = append(s.Funcs, fn)
		return
	}
	b := p.lookup(id.Name)
	if b != nil && b.Scope == s {
		switch b.Kind {
		case ast.BindVar:
			b.Kind = ast.BindFunction
		case ast.BindFunction, ast.BindParam:
		default:
			p.redeclared(id, b)
		}
	} else {
		b = p.bind(s, id.Name, ast.BindFunction, id.Start)
		if s.Kind == ast.ScopeProgram {
			p.prog.VarNames = append(p.prog.VarNames, id.Name)
		}
	}
	b.Func = fn
	b.LastVar = id.Start + 1
	s.Funcs = append(s.Funcs, fn)
	id.Flags |= ast.IdentDecl
	if s.Kind != ast.ScopeProgram {
		id.Binding, fn.DeclBinding = b, b
	}
}

// initialized tells that the bindings of the current block since the first n are initialised from offset end on.
func (p *parser) initialized(n int, end uint32) {
	for _, b := range p.block.scope.Bindings[n:] {
		b.InitEnd = end
	}
}

// bound gives the number of bindings of the current block.
func (p *parser) bound() int {
	if p.block.scope == nil {
		return 0
	}
	return len(p.block.scope.Bindings)
}

// refer registers an identifier of the current scope, to be resolved.
func (p *parser) refer(id *ast.Ident) {
	id.Next = p.scope.Refs
	p.scope.Refs = id
}

// unrefer takes back the identifier that was registered last.
func (p *parser) unrefer(id *ast.Ident) {
	if p.scope.Refs == id {
		p.scope.Refs = id.Next
		id.Next = nil
	}
}

// use gives the pseudo-binding k of the owning function, used at offset at by the current function.
func (p *parser) use(k pseudo, at uint32) *ast.Binding {
	o := p.fs.owner
	o.last[k] = at + 1
	b := p.pseudoBinding(o.fn, k)
	b.Used = true
	if p.fs.fn != o.fn {
		b.Captured = true
	}
	return b
}

func (p *parser) pseudoBinding(fn *ast.Function, k pseudo) *ast.Binding {
	var at **ast.Binding
	var kind ast.BindKind
	var name uint32
	switch k {
	case pseudoThis:
		at, kind, name = &fn.This, ast.BindThis, uint32(tThis-firstKeyword)
	case pseudoNewTarget:
		at, kind, name = &fn.NewTarget, ast.BindNewTarget, nameNewTarget
	case pseudoHome:
		at, kind, name = &fn.Home, ast.BindHome, nameHome
	default:
		at, kind, name = &fn.ActiveFunc, ast.BindActiveFunc, nameActiveFunc
	}
	if *at == nil {
		*at = p.newPseudo(fn, kind, p.names.names[name])
	}
	return *at
}

func (p *parser) newPseudo(fn *ast.Function, kind ast.BindKind, name *ast.Name) *ast.Binding {
	b := p.bindings.new()
	b.Name, b.Scope, b.Kind, b.Start = name, fn.Scope, kind, fn.Start
	return b
}

// captureSince marks the pseudo-bindings used at or after offset start as captured: the text turned out to be an arrow function's parameters.
func (p *parser) captureSince(start uint32) {
	o := p.fs.owner
	for k := pseudo(0); k < pseudoCount; k++ {
		if o.last[k] > start {
			p.pseudoBinding(o.fn, k).Captured = true
		}
	}
}
