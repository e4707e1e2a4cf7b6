package parser

import "firn/parser/ast"

// Parse parses src as a script, module or expression. The error, if any, is a *SyntaxError.
func Parse(src string, opts Options) (*ast.Program, error) {
	return nil, &SyntaxError{Code: ErrLimit, Msg: "the parser is not in this build", File: opts.FileName, Line: 1, Column: 1}
}

// ParseFunction parses the arguments of the Function constructors (§20.2.1.1.1): params are joined by commas, and parameters and body must
// each parse on their own. The result's Source is the assembled text "function anonymous(…\n) {\n…\n}"; its Func.Body is
// one *ast.ExprStmt whose expression is the *ast.Function.
func ParseFunction(kind FunctionKind, params []string, body string, opts Options) (*ast.Program, error) {
	return nil, &SyntaxError{Code: ErrLimit, Msg: "the parser is not in this build", File: opts.FileName, Line: 1, Column: 1}
}
