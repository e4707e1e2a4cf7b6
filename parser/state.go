package parser

import "firn/parser/ast"

// parser is the state of one parse. Its methods report errors by panicking with a *SyntaxError, which run recovers.
type parser struct {
	scanner
	names nameTable
	opts  Options
	prog  *ast.Program
	depth int

	fs    funcState
	block *block
	// scope is the innermost scope that exists: that of block or of the nearest block around it that has one.
	scope *ast.Scope
	// top holds, by name ID, the innermost open binding of each name; Binding.Shadow links to the next one out.
	top []*ast.Binding
	// exported holds the exported names of a module.
	exported map[string]bool
	// locals are the exports of local names, to be resolved at the end.
	locals []localExport
	// requests finds module requests by specifier and attributes.
	requests map[string]int
	// funcs is the stack of functions around the scope that is being resolved.
	funcs []*ast.Function
	// noSelf: the next function expression's name is no binding (ParseFunction).
	noSelf bool

	// labels is the stack of labels; labelAt holds, by name ID, the place+1 of the innermost label of that name.
	labels  []label
	labelAt []uint32

	// covers and parens belong to the cover grammars: see cover.go.
	covers []*ast.Object
	parens []ast.Span
	// arrowNames collects the names of arrow parameters.
	arrowNames []*ast.Ident
	// forAwait: in the head of for await, where async of begins no arrow function.
	forAwait bool
	// hasExpr is set when a binding pattern contains an expression: a default or a computed key.
	hasExpr bool
	// unresolved is the first private name without a declaration.
	unresolved *ast.Ident

	// Stacks on which lists grow before they are copied at their final size.
	exprs []ast.Expr
	stmts []ast.Stmt
	props []ast.Property

	slabs
}

// slabs are the allocators of the common node types.
type slabs struct {
	idents     slab[ast.Ident]
	members    slab[ast.Member]
	calls      slab[ast.Call]
	strings    slab[ast.String]
	numbers    slab[ast.Number]
	binaries   slab[ast.Binary]
	logicals   slab[ast.Logical]
	assigns    slab[ast.Assign]
	functions  slab[ast.Function]
	scopes     slab[ast.Scope]
	bindings   slab[ast.Binding]
	exprStmts  slab[ast.ExprStmt]
	varDecls   slab[ast.VarDecl]
	decls      slab[ast.Declarator]
	returns    slab[ast.Return]
	ifs        slab[ast.If]
	blocks     slab[ast.Block]
	thises     slab[ast.This]
	unaries    slab[ast.Unary]
	indexes    slab[ast.Index]
	objects    slab[ast.Object]
	arrays     slab[ast.Array]
	conds      slab[ast.Conditional]
	properties slab[ast.Property]
	params     slab[ast.Param]
	exprList   slab[ast.Expr]
	stmtList   slab[ast.Stmt]
	owners     slab[owner]
}

// funcState is what changes from function to function.
type funcState struct {
	fn *ast.Function
	// owner is the function whose this, arguments, super and new.target are visible: fn unless that is an arrow.
	owner *owner
	// varBlock is the block that var declarations belong to.
	varBlock *block
	// await and yield: these words are operators here.
	await, yield bool
	// inParams: in the formal parameters, where the operators are forbidden all the same.
	inParams bool
	// awaitReserved: await cannot be a name although it is no operator (class static blocks).
	awaitReserved bool
	// noArguments: in a class field initializer or static block.
	noArguments bool
	// newTarget, superProp and superCall: these are allowed.
	newTarget, superProp, superCall bool
	// canReturn allows return statements.
	canReturn bool
	// loops and breakables count the enclosing statements that continue and break may leave.
	loops, breakables int
	// labelBase is the number of labels of the functions around this one.
	labelBase int
	// yieldAt and awaitAt are the offset+1 of the last yield expression, and of the last await expression or await identifier.
	yieldAt, awaitAt uint32
}

// owner is a function that owns this, arguments, super and new.target.
type owner struct {
	fn *ast.Function
	// last is the offset+1 of the latest use of each, by pseudo.
	last [pseudoCount]uint32
}

type pseudo uint8

const (
	pseudoThis pseudo = iota
	pseudoNewTarget
	pseudoHome
	pseudoActiveFunc
	pseudoCount
)

// enter counts one level of nesting; every recursion of the parser goes through it.
func (p *parser) enter() {
	p.depth++
	if p.depth > p.opts.MaxDepth {
		p.fail(ErrLimit, p.start, p.end, "the source is nested too deeply")
	}
}

func (p *parser) leave() { p.depth-- }

// run calls f and turns its panic with a *SyntaxError into a result.
func (p *parser) run(f func()) (err *SyntaxError) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*SyntaxError)
			if !ok {
				panic(r)
			}
			err = e
		}
	}()
	f()
	return nil
}

// fail reports an error at [start, end).
func (p *parser) fail(code Code, start, end uint32, msg string) {
	e := &SyntaxError{Code: code, Msg: msg, File: p.opts.FileName, Start: start, End: end}
	e.Line, e.Column = position(p.src, start)
	panic(e)
}

// failNode reports an error at a node.
func (p *parser) failNode(code Code, n ast.Node, msg string) {
	start, end := n.Pos()
	p.fail(code, start, end, msg)
}

// unexpected reports the current token where something else was expected.
func (p *parser) unexpected(expected string) {
	code := ErrUnexpected
	if p.tok == tEscapedKeyword || firstKeyword <= p.tok && expected == "identifier" {
		code = ErrReserved
	}
	p.fail(code, p.start, p.end, "expected "+expected+", found "+p.describe())
}

// describe names the current token.
func (p *parser) describe() string {
	switch {
	case p.tok == tEOF:
		return "the end of the source"
	case p.tok == tEscapedKeyword:
		return "the reserved word " + p.name.Text + " written with an escape"
	case p.tok >= firstKeyword:
		return "the reserved word " + p.name.Text
	case p.tok == tIdent || p.tok == tPrivate:
		return clip(p.name.Text)
	case p.tok <= tTemplateTail:
		return tokenText[p.tok] + " " + clip(p.src[p.start:p.end])
	}
	return tokenText[p.tok]
}

// clip shortens s for a message.
func clip(s string) string {
	if len(s) <= 40 {
		return s
	}
	n := 36
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n] + "…"
}

// expect consumes a token of kind t.
func (p *parser) expect(t token) {
	if p.tok != t {
		p.unexpected(tokenText[t])
	}
	p.next()
}

// accept consumes a token of kind t if it is there.
func (p *parser) accept(t token) bool {
	if p.tok != t {
		return false
	}
	p.next()
	return true
}

// isWord tells whether the current token is the contextual keyword of ID id, written without escapes.
func (p *parser) isWord(id uint32) bool {
	return p.tok == tIdent && p.name.ID == id && !p.escaped
}

// semicolon consumes a semicolon or inserts one (§12.10).
func (p *parser) semicolon() {
	if p.tok == tSemicolon {
		p.next()
		return
	}
	if p.tok == tRBrace || p.tok == tEOF || p.nl {
		return
	}
	p.unexpected("; or a new line")
}

// lineStarts gives the offset of the start of each line of src.
func lineStarts(src string) []uint32 {
	lines := make([]uint32, 1, 16+len(src)/40)
	for i := 0; i < len(src); i++ {
		switch c := src[i]; {
		case c > '\r' && c != 0xE2:
		case c == '\n':
			lines = append(lines, uint32(i)+1)
		case c == '\r':
			if i+1 < len(src) && src[i+1] == '\n' {
				i++
			}
			lines = append(lines, uint32(i)+1)
		case c == 0xE2 && isLineSeparator(src, i):
			i += 2
			lines = append(lines, uint32(i)+1)
		}
	}
	return lines
}

// position gives the 1-based line and column (in UTF-16 units) of an offset.
func position(src string, offset uint32) (line, column int) {
	offset = min(offset, uint32(len(src)))
	line = 1
	start := 0
	for i := 0; i < int(offset); {
		at := i
		i++
		switch c := src[at]; {
		case c == '\n':
		case c == '\r':
			if at+1 < len(src) && src[at+1] == '\n' {
				continue
			}
		case c == 0xE2 && isLineSeparator(src, at):
			i = at + 3
		default:
			continue
		}
		if i <= int(offset) {
			line++
			start = i
		}
	}
	return line, utf16Len(src[start:offset]) + 1
}

// utf16Len counts the UTF-16 units of s.
func utf16Len(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x80 || 0xC0 <= c && c < 0xF0:
			n++
		case c >= 0xF0:
			n += 2
		}
	}
	return n
}
