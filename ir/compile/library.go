package compile

import (
	"strings"

	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// Library mode: the intrinsics of the engine's own code.

// isIntrinsic recognises $Name, but not the well-known values $$Name.
func isIntrinsic(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Flags&ast.IdentIntrinsic != 0 && !strings.HasPrefix(id.Name.Text, "$$")
}

// isLibraryConstructor recognises the directive "use constructor".
func isLibraryConstructor(g *ast.Function) bool {
	for _, s := range g.Body {
		x, ok := s.(*ast.ExprStmt)
		if !ok {
			return false
		}
		str, ok := x.X.(*ast.String)
		if !ok {
			return false
		}
		if str.Value == "use constructor" {
			return true
		}
	}
	return false
}

// libraryScope places every top-level binding in the program's context and
// instantiates the top-level functions.
func (f *fn) libraryScope(p *ast.Program) {
	c := f.c
	c.own = map[*ast.Name]int{}
	s := p.Func.Scope
	var bindings []*ast.Binding
	add := func(n *ast.Name) {
		if _, ok := c.own[n]; !ok {
			c.own[n] = len(c.top)
			c.top = append(c.top, n.Text)
		}
	}
	if s != nil {
		for _, b := range s.Bindings {
			if b.Kind >= ast.BindThis {
				continue
			}
			bindings = append(bindings, b)
			add(b.Name)
		}
	}
	for _, n := range p.VarNames {
		add(n)
	}
	for _, g := range p.Functions {
		if g.Name != nil {
			add(g.Name.Name)
		}
	}
	size := len(c.top)
	this := -1
	if b := p.Func.This; b != nil {
		this = size
		size++
	}
	c.ownEnv = f.pushContext(size)
	for _, b := range bindings {
		c.locs[b] = loc{kind: locContext, env: c.ownEnv, n: c.own[b.Name]}
	}
	if this >= 0 {
		c.locs[p.Func.This] = loc{kind: locContext, env: c.ownEnv, n: this}
		f.emit(bc.OpStctx, 0, c.ownEnv.reg, this)
	}
	t := f.top
	r := f.temp()
	f.undefined(r)
	for _, b := range bindings {
		if b.Kind == ast.BindVar {
			f.emit(bc.OpStctx, r, c.ownEnv.reg, c.own[b.Name])
		}
	}
	for _, g := range p.Functions {
		f.function(g, declName(g), r)
		f.emit(bc.OpStctx, r, c.ownEnv.reg, c.own[g.Name.Name])
	}
	f.top = t
}

// libraryName reads a well-known value or a constant.
func (f *fn) libraryName(id *ast.Ident, dst int) {
	c := f.c
	name := id.Name.Text
	if s, ok := strings.CutPrefix(name, "$$"); ok && c.opts.Root != nil {
		if n, ok := c.opts.Root(s); ok {
			f.emit(bc.OpLdroot, dst, n, 0)
			return
		}
	} else if s, ok := strings.CutPrefix(name, "$K"); ok && c.opts.Const != nil {
		if n, ok := c.opts.Const("K" + s); ok {
			f.number(float64(n), dst)
			return
		}
	}
	c.fail(id, "library code uses unknown name "+name)
}

// simple intrinsics: one instruction of one operand.
var simpleIntrinsics = map[string]bc.Op{
	"ToString": bc.OpTostring, "ToNumber": bc.OpTonumber, "ToNumeric": bc.OpTonumeric, "ToPropertyKey": bc.OpTopropkey,
	"ToObject": bc.OpToobject, "ToIntegerOrInfinity": bc.OpTointeger, "ToLength": bc.OpTolength,
	"IsObject": bc.OpIsobj, "IsCallable": bc.OpIscallable,
}

// intrinsic evaluates $Name(args).
func (f *fn) intrinsic(e *ast.Call, dst int) {
	name := e.Callee.(*ast.Ident).Name.Text[1:]
	args := e.Args
	want := func(min, max int) bool {
		if len(args) < min || len(args) > max {
			f.c.fail(e, "wrong number of arguments of $"+name)
			return false
		}
		return true
	}
	if op, ok := simpleIntrinsics[name]; ok {
		if want(1, 1) {
			r := f.any(args[0])
			f.at(e)
			f.emit(op, dst, r, 0)
		}
		return
	}
	switch name {
	case "Call":
		if !want(2, 0x4000) {
			return
		}
		base := f.window()
		f.expr(args[0], base-1)
		f.expr(args[1], base)
		n, spread := 0, false
		if s, ok := args[len(args)-1].(*ast.Spread); ok && len(args) == 3 {
			// The library's own array: no iterator is needed.
			n, spread = f.temp(), true
			f.expr(s.X, n)
		} else {
			n, spread = f.arguments(args[2:])
		}
		f.atRange(e.Start, args[0])
		if spread {
			f.emitX(bc.OpCallspread, 0, dst, base, n, f.callSite())
		} else {
			f.call(dst, base, n)
		}
	case "Construct":
		if !want(2, 3) {
			return
		}
		base := f.window()
		f.expr(args[0], base-1)
		f.undefined(base)
		a, nt := f.temp(), f.temp()
		f.expr(args[1], a)
		if len(args) == 3 {
			f.expr(args[2], nt)
		} else {
			f.mov(nt, base-1)
		}
		f.atRange(e.Start, args[0])
		f.emitX(bc.OpConstruct, 0, dst, base, a, nt)
	case "ToPrimitive":
		if !want(1, 2) {
			return
		}
		hint := 0
		if len(args) == 2 {
			hint = f.static(args[1])
		}
		r := f.any(args[0])
		f.at(e)
		f.emitX(bc.OpToprimitive, hint, dst, r, 0, 0)
	case "Is":
		if want(2, 2) {
			f.emit(bc.OpIskind, dst, f.any(args[0]), f.static(args[1]))
		}
	case "Slot":
		if want(2, 2) {
			f.emit(bc.OpLdslot, dst, f.any(args[0]), f.static(args[1]))
		}
	case "Element":
		if want(2, 2) {
			o := f.stable(args[0], args[1])
			f.emit(bc.OpLdelem, dst, o, f.any(args[1]))
		}
	case "SetSlot":
		if want(3, 3) {
			o := f.stable(args[0], args[2])
			v := f.any(args[2])
			f.emit(bc.OpStslot, o, v, f.static(args[1]))
			f.mov(dst, v)
		}
	case "GenResume":
		if !want(3, 3) {
			return
		}
		if f.doneReg < 0 {
			f.c.fail(e, "$GenResume outside a function")
			return
		}
		g := f.stable(args[0], args[1:]...)
		v := f.stable(args[1], args[2])
		m := f.any(args[2])
		pair := f.temps(2)
		f.at(e)
		f.emitX(bc.OpGenresume, 0, pair, g, v, m)
		f.mov(f.doneReg, pair+1)
		f.mov(dst, pair)
	case "Rethrow":
		if want(1, 1) {
			r := f.any(args[0])
			f.at(e)
			f.emit(bc.OpRethrow, r, 0, 0)
		}
	case "ArgCount":
		if want(0, 0) {
			f.emit(bc.OpArgc, dst, 0, 0)
		}
	case "Done":
		if f.doneReg < 0 {
			f.c.fail(e, "$Done without $GenResume")
			return
		}
		f.mov(dst, f.doneReg)
	default:
		f.leafCall(e, name, dst)
	}
}

// leafCall calls a leaf with its arguments in consecutive registers.
func (f *fn) leafCall(e *ast.Call, name string, dst int) {
	n, ok := 0, false
	if f.c.opts.Leaf != nil {
		n, ok = f.c.opts.Leaf(name)
	}
	if !ok {
		f.c.fail(e, "library code calls unknown intrinsic $"+name)
		return
	}
	base := f.top
	if len(e.Args) == 0 {
		base = 0
	}
	for _, a := range e.Args {
		if _, spread := a.(*ast.Spread); spread {
			f.c.fail(a, "a leaf takes no spread arguments")
			return
		}
		r := f.temp()
		f.expr(a, r)
	}
	f.at(e)
	f.emitX(bc.OpLeaf, 0, dst, base, len(e.Args), n)
}

// static evaluates an intrinsic's operand that must be a constant.
func (f *fn) static(e ast.Expr) int {
	switch e := e.(type) {
	case *ast.Number:
		if e.Value >= 0 && e.Value <= 0xFFFF && e.Value == float64(int(e.Value)) {
			return int(e.Value)
		}
	case *ast.Ident:
		if s, ok := strings.CutPrefix(e.Name.Text, "$K"); ok && f.c.opts.Const != nil {
			if n, ok := f.c.opts.Const("K" + s); ok {
				return n
			}
		}
	}
	f.c.fail(e, "operand of an intrinsic must be a constant")
	return 0
}
