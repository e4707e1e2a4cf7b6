package compile

import (
	"strconv"
	"unicode/utf8"

	"firn/ir/bytecode"
	"firn/parser/ast"
)

// Options control Compile. The zero value compiles an ordinary script.
type Options struct {
	// Library compiles the engine's own code: top-level names are lexical and
	// captured in one context, $Name is an intrinsic, functions carry the
	// library flag, and global names are errors.
	Library bool
	// Eval compiles the code of an indirect eval, which is strict: its var and
	// function declarations are its own (ECMA-262 19.2.1.3 step 5).
	Eval bool
	// Leaf, Root and Const resolve names of library code: the number of a leaf
	// ($Name(…), asked for "Name"), of a well-known value ($$Name, asked for
	// "Name") and of a constant ($KName, asked for "KName").
	Leaf, Root, Const func(name string) (int, bool)
}

// Result is a compiled program.
type Result struct {
	// Func is the program as a function: called with the global object as this,
	// it returns the completion value. Its context must be one whose variable 0
	// is the global object or, when Endowments is not empty, one of the
	// endowments' values in order whose parent is that.
	Func *bytecode.Function
	// Endowments are the names of the endowment bindings, in order.
	Endowments []string
	// TopLevel gives, for library code, the top-level names in order of their
	// slots in the program's context.
	TopLevel []string
}

// Error says why a program cannot be compiled.
type Error struct {
	Msg  string
	File string
	// Line and Column are 1-based; columns count UTF-16 code units.
	Line, Column int
	Start, End   uint32
}

// Error gives file:line:column: message.
func (e *Error) Error() string {
	return e.File + ":" + strconv.Itoa(e.Line) + ":" + strconv.Itoa(e.Column) + ": " + e.Msg
}

// compiler is the state of one Compile.
type compiler struct {
	opts    Options
	prog    *ast.Program
	err     error
	locs    map[*ast.Binding]loc
	classes map[*ast.Class]*classInfo
	derived map[*ast.Name]int // derived classes, by name: see inherit
	own     map[*ast.Name]int // slots of top-level names that the parser leaves global but are the program's
	ownEnv  *env
	rootEnv *env
	vars    map[*ast.Name]bool // global vars and functions of the program
	top     []string
}

// Compile compiles a program. The error, if any, is an *Error.
func Compile(p *ast.Program, o Options) (*Result, error) {
	c := &compiler{opts: o, prog: p, locs: map[*ast.Binding]loc{}, classes: map[*ast.Class]*classInfo{}}
	if p.Module && !o.Library {
		c.fail(p.Func, "modules are run by the module loader, which this build does not have")
		return nil, c.err
	}
	root := &env{depth: 0}
	outer := root
	res := &Result{}
	if p.Endowments != nil {
		outer = &env{parent: root, depth: 1}
		for i, b := range p.Endowments.Bindings {
			c.locs[b] = loc{kind: locContext, env: outer, n: i}
			res.Endowments = append(res.Endowments, b.Name.Text)
		}
	}
	res.Func = c.program(p, outer)
	if c.err != nil {
		return nil, c.err
	}
	res.TopLevel = c.top
	return res, nil
}

// fail records the first error.
func (c *compiler) fail(n ast.Node, msg string) {
	start, end := n.Pos()
	c.failAt(start, end, msg)
}

func (c *compiler) failAt(start, end uint32, msg string) {
	if c.err != nil {
		return
	}
	e := &Error{Msg: msg, File: c.prog.FileName, Start: start, End: end, Line: 1, Column: 1}
	lines := c.prog.Lines
	for e.Line < len(lines) && lines[e.Line] <= start {
		e.Line++
	}
	from := uint32(0)
	if len(lines) > 0 {
		from = lines[e.Line-1]
	}
	src := c.prog.Source
	for from < start && int(from) < len(src) {
		r, n := utf8.DecodeRuneInString(src[from:])
		from += uint32(n)
		e.Column++
		if r > 0xFFFF {
			e.Column++
		}
	}
	c.err = e
}
