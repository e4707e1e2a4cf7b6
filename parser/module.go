package parser

import (
	"sort"
	"strings"

	"firn/parser/ast"
)

// localExport is an export of a local name, to be resolved when all declarations are known.
type localExport struct {
	// entry indexes Program.Exports.
	entry int
	name  *ast.Ident
}

// moduleRequest gives the index of the request for a specifier with attributes.
func (p *parser) moduleRequest(r ast.ModuleRequest) int {
	key := r.Specifier
	sorted := append([]ast.ImportAttribute(nil), r.Attributes...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].Key < sorted[j].Key })
	for _, a := range sorted {
		key += "\x00" + a.Key + "\x00" + a.Value
	}
	if p.requests == nil {
		p.requests = map[string]int{}
	}
	i, ok := p.requests[key]
	if !ok {
		i = len(p.prog.Requests)
		p.requests[key] = i
		p.prog.Requests = append(p.prog.Requests, r)
	}
	return i
}

// parseImportItem parses an import declaration (§16.2.2).
func (p *parser) parseImportItem() ast.Stmt {
	start := p.start
	p.next()
	first := len(p.prog.Imports)
	if p.tok != tString {
		more := true
		if p.tok != tMul && p.tok != tLBrace {
			at := p.start
			p.importEntry(p.bindingIdent(), at, "default", false)
			more = p.accept(tComma)
		}
		if more {
			switch p.tok {
			case tMul:
				at := p.start
				p.next()
				p.word(nameAs)
				p.importEntry(p.bindingIdent(), at, "", true)
			case tLBrace:
				p.parseNamedImports()
			default:
				p.unexpected("* or {")
			}
		}
		p.word(nameFrom)
	}
	request := p.parseModuleSpecifier()
	for i := first; i < len(p.prog.Imports); i++ {
		p.prog.Imports[i].Request = request
	}
	p.semicolon()
	return &ast.ImportDecl{Span: ast.Span{Start: start, End: p.prevEnd}}
}

// word consumes a contextual keyword.
func (p *parser) word(id uint32) {
	if !p.isWord(id) {
		p.unexpected(p.names.names[id].Text)
	}
	p.next()
}

func (p *parser) importEntry(local *ast.Ident, start uint32, name string, namespace bool) {
	b := p.declareLexical(local, ast.BindImport)
	p.prog.Imports = append(p.prog.Imports, ast.ImportEntry{
		Span: ast.Span{Start: start, End: p.prevEnd}, ImportName: name, Namespace: namespace, Binding: b,
	})
}

func (p *parser) parseNamedImports() {
	p.next()
	for p.tok != tRBrace {
		start := p.start
		isString, isName := p.tok == tString, p.tok == tIdent
		text, id := p.parseExportName()
		if p.isWord(nameAs) {
			p.next()
			p.importEntry(p.bindingIdent(), start, text, false)
		} else {
			if isString || !isName {
				p.unexpected("as")
			}
			p.checkLocalName(id)
			p.importEntry(id, start, text, false)
		}
		if p.tok != tRBrace {
			if p.tok != tComma {
				p.unexpected(", or }")
			}
			p.next()
		}
	}
	p.next()
}

// checkLocalName checks a name that was read as an export name and is a binding after all.
func (p *parser) checkLocalName(id *ast.Ident) {
	switch id.Name.ID {
	case nameEval, nameArguments:
		p.failNode(ErrTarget, id, id.Name.Text+" cannot be bound in strict code")
	case nameAwait:
		p.failNode(ErrReserved, id, "await cannot be a name here")
	}
}

// parseExportName parses ModuleExportName (§16.2); id is the name as an identifier, nil for a string.
func (p *parser) parseExportName() (text string, id *ast.Ident) {
	switch {
	case p.tok == tString:
		text = p.stringValue()
		for i := 0; i+2 < len(text); i++ {
			if isSurrogateAt(text, i) {
				p.fail(ErrEarly, p.start, p.end, "the name of an import or export cannot contain lone surrogates")
			}
		}
	case p.tok == tIdent || p.tok == tEscapedKeyword || p.tok >= firstKeyword:
		id = p.ident()
		text = id.Name.Text
	default:
		p.unexpected("name")
	}
	p.next()
	return text, id
}

// parseModuleSpecifier parses "specifier" with { … } and gives the index of the request.
func (p *parser) parseModuleSpecifier() int {
	if p.tok != tString {
		p.unexpected("module specifier (a string)")
	}
	r := ast.ModuleRequest{Span: ast.Span{Start: p.start}, Specifier: p.stringValue()}
	p.next()
	if p.tok == tWith {
		p.next()
		p.expect(tLBrace)
		seen := map[string]bool{}
		for p.tok != tRBrace {
			var a ast.ImportAttribute
			start, end := p.start, p.end
			switch {
			case p.tok == tString:
				a.Key = p.stringValue()
			case p.tok == tIdent || p.tok == tEscapedKeyword || p.tok >= firstKeyword:
				a.Key = p.name.Text
			default:
				p.unexpected("attribute name")
			}
			if seen[a.Key] {
				p.fail(ErrDuplicate, start, end, "the attribute "+clip(a.Key)+" is there twice")
			}
			seen[a.Key] = true
			p.next()
			p.expect(tColon)
			if p.tok != tString {
				p.unexpected("string")
			}
			a.Value = p.stringValue()
			p.next()
			r.Attributes = append(r.Attributes, a)
			if p.tok != tRBrace {
				if p.tok != tComma {
					p.unexpected(", or }")
				}
				p.next()
			}
		}
		p.next()
	}
	r.End = p.prevEnd
	return p.moduleRequest(r)
}

// export adds an export entry under a name, which must be new.
func (p *parser) export(e ast.ExportEntry) int {
	if e.Kind != ast.ExportStar {
		if p.exported[e.Name] {
			p.fail(ErrDuplicate, e.Start, e.End, clip(e.Name)+" is exported twice")
		}
		if p.exported == nil {
			p.exported = map[string]bool{}
		}
		// the source's own text: e.Name may be a slice of it, which is fine to keep
		p.exported[strings.Clone(e.Name)] = true
	}
	p.prog.Exports = append(p.prog.Exports, e)
	return len(p.prog.Exports) - 1
}

// exportLocal exports a local name.
func (p *parser) exportLocal(local *ast.Ident, name string) {
	i := p.export(ast.ExportEntry{Span: local.Span, Kind: ast.ExportLocal, Name: name, Request: -1})
	p.locals = append(p.locals, localExport{i, local})
}

// parseExportItem parses an export declaration (§16.2.3).
func (p *parser) parseExportItem() ast.Stmt {
	d := &ast.ExportDecl{}
	d.Start = p.start
	p.next()
	switch p.tok {
	case tMul:
		e := ast.ExportEntry{Span: ast.Span{Start: p.start}, Kind: ast.ExportStar}
		p.next()
		if p.isWord(nameAs) {
			p.next()
			e.Kind = ast.ExportNamespaceAll
			e.Name, _ = p.parseExportName()
		}
		e.End = p.prevEnd
		p.word(nameFrom)
		e.Request = p.parseModuleSpecifier()
		p.export(e)
		p.semicolon()
	case tLBrace:
		p.parseExportList()
		p.semicolon()
	case tDefault:
		return p.parseExportDefault(d)
	case tVar:
		d.Decl = p.exportVars(ast.DeclVar)
	case tLet:
		d.Decl = p.exportVars(ast.DeclLet)
	case tConst:
		d.Decl = p.exportVars(ast.DeclConst)
	case tClass:
		c := p.parseClass(true, false)
		d.Decl = &ast.ClassDecl{Span: c.Span, Class: c}
		p.exportLocal(c.Name, c.Name.Name.Text)
	default:
		start := p.start
		async := p.asyncFunction()
		if async {
			p.next()
		}
		if p.tok != tFunction {
			p.unexpected("declaration, default, * or {")
		}
		f := p.parseFunctionDecl(start, async, nil)
		d.Decl = f
		p.exportLocal(f.Func.Name, f.Func.Name.Name.Text)
	}
	d.End = p.prevEnd
	return d
}

func (p *parser) exportVars(kind ast.DeclKind) ast.Stmt {
	v := p.parseVarStatement(kind)
	for i := range v.Decls {
		p.exportPattern(v.Decls[i].Target)
	}
	return v
}

// exportPattern exports the names of a binding pattern.
func (p *parser) exportPattern(t ast.Pattern) {
	switch t := t.(type) {
	case *ast.Ident:
		p.exportLocal(t, t.Name.Text)
	case *ast.ObjectPattern:
		for i := range t.Props {
			p.exportPattern(t.Props[i].Target)
		}
		p.exportPattern(t.Rest)
	case *ast.ArrayPattern:
		for i := range t.Elems {
			p.exportPattern(t.Elems[i].Target)
		}
		p.exportPattern(t.Rest)
	}
}

// parseExportList parses export {…} with or without from.
func (p *parser) parseExportList() {
	type item struct {
		span       ast.Span
		text, name string
		id         *ast.Ident
		reserved   bool
	}
	var items []item
	p.next()
	for p.tok != tRBrace {
		it := item{span: ast.Span{Start: p.start}}
		it.reserved = p.tok != tIdent || p.name.ID == nameAwait
		it.text, it.id = p.parseExportName()
		it.name = it.text
		if p.isWord(nameAs) {
			p.next()
			it.name, _ = p.parseExportName()
		}
		it.span.End = p.prevEnd
		items = append(items, it)
		if p.tok != tRBrace {
			if p.tok != tComma {
				p.unexpected(", or }")
			}
			p.next()
		}
	}
	p.next()
	if p.isWord(nameFrom) {
		p.next()
		request := p.parseModuleSpecifier()
		for _, it := range items {
			p.export(ast.ExportEntry{Span: it.span, Kind: ast.ExportIndirect, Name: it.name, Request: request, ImportName: it.text})
		}
		return
	}
	for _, it := range items {
		if it.id == nil {
			p.fail(ErrUnexpected, it.span.Start, it.span.End, "a string can only name an export of another module: expected from")
		}
		if it.reserved {
			p.failNode(ErrReserved, it.id, "the reserved word "+it.id.Name.Text+" cannot name a local binding")
		}
		p.exportLocal(it.id, it.name)
	}
}

// parseExportDefault parses export default (§16.2.3).
func (p *parser) parseExportDefault(d *ast.ExportDecl) ast.Stmt {
	id := p.idents.new()
	id.Start, id.End, id.Name = p.start, p.end, p.names.names[nameStarDefault]
	p.next()
	start := p.start
	async := p.asyncFunction()
	if async {
		p.next()
	}
	if p.tok == tFunction {
		f := p.parseFunctionDecl(start, async, id)
		d.Decl = f
		if f.Func.Name != nil {
			id = f.Func.Name
		}
		p.exportLocal(id, "default")
		d.End = p.prevEnd
		return d
	}
	if p.tok == tClass {
		c := p.parseClass(true, true)
		if c.Name != nil {
			d.Decl = &ast.ClassDecl{Span: c.Span, Class: c}
			p.exportLocal(c.Name, "default")
			d.End = p.prevEnd
			return d
		}
		return p.exportDefault(d, id, c)
	}
	x := p.parseAssign(false)
	p.semicolon()
	return p.exportDefault(d, id, x)
}

// exportDefault finishes export default of a value without a name of its own.
func (p *parser) exportDefault(d *ast.ExportDecl, id *ast.Ident, x ast.Expr) ast.Stmt {
	b := p.declareLexical(id, ast.BindSynthetic)
	p.exportLocal(id, "default")
	return &ast.ExportDefault{Span: ast.Span{Start: d.Start, End: p.prevEnd}, Binding: b, X: x}
}

// resolveExports gives local exports their bindings, at the end of the module, while its scope is still open (§16.2.1.6.1).
func (p *parser) resolveExports() {
	var imports map[*ast.Binding]*ast.ImportEntry
	for _, l := range p.locals {
		b := p.lookup(l.name.Name)
		if b == nil || b.Scope.Kind != ast.ScopeProgram {
			p.failNode(ErrUndeclared, l.name, clip(l.name.Name.Text)+" is exported but not declared in this module")
		}
		e := &p.prog.Exports[l.entry]
		if b.Kind == ast.BindImport {
			if imports == nil {
				imports = map[*ast.Binding]*ast.ImportEntry{}
				for i := range p.prog.Imports {
					imports[p.prog.Imports[i].Binding] = &p.prog.Imports[i]
				}
			}
			if i := imports[b]; !i.Namespace {
				e.Kind, e.Request, e.ImportName = ast.ExportIndirect, i.Request, i.ImportName
				continue
			}
		}
		e.Binding = b
		b.Exported, b.Captured, b.Used = true, true, true
		switch b.Kind {
		case ast.BindLet, ast.BindConst, ast.BindClass, ast.BindSynthetic:
			b.NeedsTDZ = true // other modules can look before it is initialised
		}
	}
}
