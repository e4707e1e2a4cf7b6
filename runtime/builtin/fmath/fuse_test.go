package fmath

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"strings"
	"testing"
)

// fusable returns the floating-point products of the package that the compiler may fuse with an
// addition: those that are neither converted explicitly nor an operand of a product or quotient.
func fusable(t *testing.T) (*token.FileSet, []ast.Node) {
	t.Helper()
	fset := token.NewFileSet()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || name == "sqrt_mcu.go" {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	if _, err := conf.Check("fmath", fset, files, info); err != nil {
		t.Fatal(err)
	}
	isFloat := func(e ast.Expr) bool {
		tv := info.Types[e]
		b, ok := tv.Type.Underlying().(*types.Basic)
		return ok && b.Info()&types.IsFloat != 0 && tv.Value == nil
	}
	var found []ast.Node
	for _, f := range files {
		var stack []ast.Node
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil {
				stack = stack[:len(stack)-1]
				return true
			}
			stack = append(stack, n)
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok == token.MUL_ASSIGN && isFloat(n.Lhs[0]) {
					found = append(found, n)
				}
			case *ast.BinaryExpr:
				if n.Op != token.MUL || !isFloat(n) {
					break
				}
				i := len(stack) - 2
				for {
					if _, ok := stack[i].(*ast.ParenExpr); !ok {
						break
					}
					i--
				}
				switch p := stack[i].(type) {
				case *ast.CallExpr:
					if tv := info.Types[p.Fun]; tv.IsType() {
						return true
					}
				case *ast.BinaryExpr:
					if p.Op == token.MUL || p.Op == token.QUO {
						return true
					}
				}
				found = append(found, n)
			}
			return true
		})
	}
	return fset, found
}

func TestNoFusableProduct(t *testing.T) {
	fset, found := fusable(t)
	for _, n := range found {
		t.Errorf("%s: write float64(…) around this product", fset.Position(n.Pos()))
	}
}
