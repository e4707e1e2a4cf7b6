package coregs

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"
	"testing"
)

// TestSubset type-checks the core files, against nothing but each other and
// unsafe, and rejects what Core Go does not have.
func TestSubset(t *testing.T) {
	checked := importer{}
	for _, pkg := range packages {
		fset := token.NewFileSet()
		files := parseCore(t, fset, pkg)
		info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}}
		failures := 0
		config := types.Config{Importer: checked, GoVersion: "go1.18", Sizes: types.SizesFor("gc", "arm"), Error: func(err error) {
			if failures++; failures < 10 {
				t.Error(err)
			}
		}}
		p, _ := config.Check("firn/"+pkg, fset, files, info)
		checked["firn/"+pkg] = p
		for _, f := range files {
			c := &checker{fset: fset, info: info, report: t.Errorf}
			c.file(f)
		}
	}
}

// importer knows the core packages that were checked before.
type importer map[string]*types.Package

func (i importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p := i[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("a core file may not import %s", path)
}

// checker looks at one file.
type checker struct {
	fset   *token.FileSet
	info   *types.Info
	report func(format string, args ...any)
	called map[ast.Expr]bool // selectors that are called, not used as values
	forced map[ast.Expr]bool // products inside float64(…)
}

func (c *checker) fail(n ast.Node, what string) {
	pos := c.fset.Position(n.Pos())
	c.report("%s:%d:%d: Core Go has no %s", filepath.ToSlash(strings.TrimPrefix(pos.Filename, root+"/")), pos.Line, pos.Column, what)
}

// builtins that allocate or need the runtime.
var forbidden = map[string]bool{"append": true, "make": true, "new": true, "panic": true, "recover": true, "print": true, "println": true,
	"close": true, "delete": true, "complex": true, "real": true, "imag": true}

func (c *checker) file(f *ast.File) {
	c.called, c.forced = map[ast.Expr]bool{}, map[ast.Expr]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			c.called[ast.Unparen(call.Fun)] = true
			if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && (id.Name == "float64" || id.Name == "float32") && len(call.Args) == 1 {
				c.forced[ast.Unparen(call.Args[0])] = true
			}
		}
		return true
	})
	ast.Inspect(f, func(n ast.Node) bool {
		c.node(n)
		return true
	})
}

func (c *checker) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.MapType:
		c.fail(n, "maps")
	case *ast.InterfaceType:
		c.fail(n, "interfaces")
	case *ast.ChanType:
		c.fail(n, "channels")
	case *ast.FuncLit:
		c.fail(n, "closures")
	case *ast.DeferStmt:
		c.fail(n, "defer")
	case *ast.GoStmt:
		c.fail(n, "goroutines")
	case *ast.SelectStmt, *ast.SendStmt:
		c.fail(n, "channels")
	case *ast.TypeAssertExpr:
		c.fail(n, "type assertions")
	case *ast.TypeSpec:
		if n.TypeParams != nil {
			c.fail(n, "generics")
		}
	case *ast.FuncType:
		if n.TypeParams != nil {
			c.fail(n, "generics")
		}
	case *ast.UnaryExpr:
		if lit, ok := ast.Unparen(n.X).(*ast.CompositeLit); ok && n.Op == token.AND {
			c.fail(lit, "pointers to new values")
		}
	case *ast.SelectorExpr:
		if s := c.info.Selections[n]; s != nil && s.Kind() == types.MethodVal && !c.called[n] {
			c.fail(n, "method values")
		}
	case *ast.CallExpr:
		c.call(n)
	case *ast.BinaryExpr:
		c.binary(n)
	case *ast.AssignStmt:
		if len(n.Lhs) == 1 {
			t := c.basic(n.Lhs[0])
			switch n.Tok {
			case token.ADD_ASSIGN:
				if t&types.IsString != 0 {
					c.fail(n, "string building")
				}
				c.fused(n.Rhs[0])
			case token.SUB_ASSIGN:
				c.fused(n.Rhs[0])
			}
		}
	case *ast.RangeStmt:
		if tv, ok := c.info.Types[n.X]; ok {
			switch tv.Type.Underlying().(type) {
			case *types.Slice, *types.Array, *types.Pointer:
			case *types.Basic:
				if c.basic(n.X)&types.IsString == 0 {
					c.fail(n, "range over integers")
				}
			default:
				c.fail(n, "range over "+tv.Type.String())
			}
		}
	}
}

// basic is the kind of a basic type, 0 for others and for constants.
func (c *checker) basic(x ast.Expr) types.BasicInfo {
	tv, ok := c.info.Types[x]
	if !ok || tv.Value != nil {
		return 0
	}
	if b, ok := tv.Type.Underlying().(*types.Basic); ok {
		return b.Info()
	}
	return 0
}

func (c *checker) call(n *ast.CallExpr) {
	fun := ast.Unparen(n.Fun)
	if id, ok := fun.(*ast.Ident); ok {
		if _, builtin := c.info.Uses[id].(*types.Builtin); builtin && forbidden[id.Name] {
			c.fail(n, id.Name)
		}
	}
	tv, ok := c.info.Types[fun]
	if !ok || !tv.IsType() || len(n.Args) != 1 {
		return
	}
	// Conversions between strings and slices copy.
	from := c.info.Types[n.Args[0]]
	if from.Value != nil && from.Value.Kind() != constant.Unknown {
		return
	}
	_, toSlice := tv.Type.Underlying().(*types.Slice)
	_, fromSlice := from.Type.Underlying().(*types.Slice)
	to, _ := tv.Type.Underlying().(*types.Basic)
	if to != nil && to.Info()&types.IsString != 0 && (fromSlice || c.basic(n.Args[0])&types.IsInteger != 0) || toSlice && c.basic(n.Args[0])&types.IsString != 0 {
		c.fail(n, "conversions between strings and slices")
	}
}

func (c *checker) binary(n *ast.BinaryExpr) {
	if n.Op != token.ADD && n.Op != token.SUB {
		return
	}
	if n.Op == token.ADD && c.basic(n)&types.IsString != 0 {
		c.fail(n, "string building")
		return
	}
	c.fused(n.X)
	c.fused(n.Y)
}

// fused rejects a float product as an operand of + or −: some compilers fuse the
// two and round once.
func (c *checker) fused(x ast.Expr) {
	m, ok := ast.Unparen(x).(*ast.BinaryExpr)
	if ok && m.Op == token.MUL && c.basic(m)&types.IsFloat != 0 && !c.forced[m] {
		c.fail(m, "float product in a sum without float64(…) around it: it could be fused")
	}
}
