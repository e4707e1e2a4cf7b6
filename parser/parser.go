package parser

import (
	"strings"

	"firn/parser/ast"
)

// Parse parses src as a script, module or expression. The error, if any, is a *SyntaxError.
func Parse(src string, opts Options) (*ast.Program, error) {
	p := newParser(opts)
	err := p.run(func() {
		p.begin(src, true)
		fn := p.prog.Func
		p.next()
		if opts.Expression {
			m := p.coverStart()
			s := &ast.ExprStmt{X: p.parseExpr(false)}
			p.coverEnd(m)
			if p.tok != tEOF {
				p.unexpected("the end of the expression")
			}
			s.Start, s.End = s.X.Pos()
			fn.Body = []ast.Stmt{s}
		} else {
			fn.Body = p.parseStatements(tEOF, true)
		}
		p.finish()
	})
	if err != nil {
		return nil, err
	}
	return p.prog, nil
}

func newParser(opts Options) *parser {
	if opts.MaxDepth <= 0 {
		opts.MaxDepth = DefaultMaxDepth
	}
	opts.MaxDepth = min(opts.MaxDepth, LimitMaxDepth)
	if opts.MaxSource <= 0 {
		opts.MaxSource = DefaultMaxSource
	}
	opts.MaxSource = min(opts.MaxSource, 1<<31-1)
	return &parser{opts: opts}
}

// begin sets up the scanner, the program and its scopes, before the first token.
func (p *parser) begin(src string, hashbang bool) {
	if len(src) > p.opts.MaxSource {
		p.fail(ErrLimit, 0, 0, "the source is longer than the limit")
	}
	p.initScanner(src, hashbang)
	p.names.init(len(src))
	p.top = make([]*ast.Binding, int(knownNames)+64+len(src)/64)
	p.prog = &ast.Program{Source: src, FileName: p.opts.FileName, Module: p.opts.Module && !p.opts.Expression}

	fn := p.newFunction(ast.FuncScript, 0)
	if p.prog.Module {
		fn.Kind = ast.FuncModule
	}
	p.prog.Func = fn
	p.fs = funcState{fn: fn, await: p.prog.Module}
	p.fs.owner = p.owners.new()
	p.fs.owner.fn = fn
	p.beginEndowments()
	b := &block{}
	p.open(b, ast.ScopeProgram, 0)
	fn.Scope = p.need()
	p.fs.varBlock = b
}

// beginEndowments opens the scope around the program.
func (p *parser) beginEndowments() {
	for _, name := range p.opts.Endowments {
		if !IsVariableName(name) {
			continue
		}
		if p.block == nil {
			p.open(&block{}, ast.ScopeEndowments, 0)
			p.prog.Endowments = p.need()
		}
		n := p.names.intern(name)
		if old := p.lookup(n); old == nil {
			p.bind(p.prog.Endowments, n, ast.BindConst, 0)
		}
	}
}

// finish closes and resolves the scopes at the end of the source.
func (p *parser) finish() {
	prog, fn := p.prog, p.prog.Func
	end := uint32(len(p.src))
	if prog.Module {
		p.resolveExports()
	}
	fn.End = end
	p.close(end)
	root := fn.Scope
	if prog.Endowments != nil {
		p.close(end)
		root = prog.Endowments
	}
	prog.Functions = fn.Scope.Funcs
	if !prog.Module {
		fn.Scope.Funcs = nil
	}
	p.resolve(root)
	if id := p.unresolved; id != nil {
		p.failNode(ErrUndeclared, id, "the private name "+clip(id.Name.Text)+" is not declared in a class around this")
	}
	prog.Names = p.names.names
	prog.Lines = lineStarts(p.src)
}

// ParseFunction parses the arguments of the Function constructors (§20.2.1.1.1): params are joined by commas, and parameters and body must
// each parse on their own. The result's Source is the assembled text "function anonymous(…\n) {\n…\n}"; its Func.Body is
// one *ast.ExprStmt whose expression is the *ast.Function. Positions of errors refer to the assembled text.
func ParseFunction(kind FunctionKind, params []string, body string, opts Options) (*ast.Program, error) {
	opts.Module, opts.Expression = false, true
	prefix := [...]string{"function anonymous(", "function* anonymous(", "async function anonymous(", "async function* anonymous("}[kind]
	joined := strings.Join(params, ",")
	middle := "\n) {\n"
	text := prefix + joined + middle + body + "\n}"

	fail := func(err *SyntaxError, shift int) error {
		e := *err
		e.Start += uint32(shift)
		e.End += uint32(shift)
		e.Line, e.Column = position(text, e.Start)
		return &e
	}
	part := func(src string, parse func(p *parser, fn *ast.Function)) *SyntaxError {
		p := newParser(opts)
		return p.run(func() {
			p.begin(src, false)
			fn := p.newFunction(ast.FuncNormal, 0)
			fn.Generator = kind == DynamicGenerator || kind == DynamicAsyncGenerator
			fn.Async = kind == DynamicAsyncFunction || kind == DynamicAsyncGenerator
			var b block
			saved := p.enterFunction(fn, &b)
			m := p.coverStart()
			p.next()
			parse(p, fn)
			p.coverEnd(m)
			p.leaveFunction(fn, saved)
			p.finish()
		})
	}
	if err := part(joined, func(p *parser, fn *ast.Function) { p.parseParamList(fn, tEOF) }); err != nil {
		return nil, fail(err, len(prefix))
	}
	if err := part(body, func(p *parser, fn *ast.Function) { fn.Body = p.parseStatements(tEOF, true) }); err != nil {
		return nil, fail(err, len(prefix)+len(joined)+len(middle))
	}

	p := newParser(opts)
	err := p.run(func() {
		p.begin(text, false)
		p.noSelf = true
		p.next()
		s := &ast.ExprStmt{X: p.parseExpr(false)}
		if p.tok != tEOF {
			p.unexpected("the end of the function")
		}
		s.Start, s.End = s.X.Pos()
		p.prog.Func.Body = []ast.Stmt{s}
		p.finish()
	})
	if err != nil {
		return nil, err
	}
	return p.prog, nil
}
