package compile

import (
	"math"

	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// expr evaluates e into register dst. If dst is a variable's register it is
// written by the last instruction only.
func (f *fn) expr(e ast.Expr, dst int) {
	top := f.top
	f.exprTop(e, dst)
	f.top = top
}

// exprTop is expr without freeing the registers it needed.
func (f *fn) exprTop(e ast.Expr, dst int) {
	switch e := e.(type) {
	case *ast.Ident:
		f.ident(e, dst)
	case *ast.This:
		f.at(e)
		f.this(e.Binding, dst)
	case *ast.NewTarget:
		f.newTarget(e.Binding, dst)
	case *ast.Null:
		f.emit(bc.OpLdspecial, dst, int(bc.SpNull), 0)
	case *ast.Bool:
		f.boolean(e.Value, dst)
	case *ast.Number:
		f.number(e.Value, dst)
	case *ast.BigInt:
		f.emit(bc.OpLdk, dst, f.b.Const(bigint(e)), 0)
	case *ast.String:
		f.emit(bc.OpLdk, dst, f.b.String(e.Value), 0)
	case *ast.RegExp:
		f.at(e)
		f.emit(bc.OpNewregexp, dst, f.b.String(e.Pattern), f.b.String(e.Flags))
	case *ast.Template:
		f.template(e, dst)
	case *ast.Array:
		f.array(e, dst)
	case *ast.Object:
		f.object(e, dst)
	case *ast.Function:
		name := ""
		if e.Name != nil {
			name = e.Name.Name.Text
		}
		f.function(e, name, dst)
	case *ast.Class:
		f.class(e, "", -1, dst)
	case *ast.Unary:
		f.unary(e, dst)
	case *ast.Update:
		f.update(e, dst, true)
	case *ast.Binary:
		f.binary(e, dst)
	case *ast.Logical:
		f.logical(e, dst)
	case *ast.PrivateIn:
		y := f.any(e.Y)
		k := f.privateKey(e.Name)
		f.at(e)
		f.emit(bc.OpHaspriv, dst, y, k)
	case *ast.Assign:
		f.mov(dst, f.assign(e, dst))
	case *ast.Conditional:
		f.conditional(e, dst)
	case *ast.Sequence:
		last := len(e.Exprs) - 1
		for _, x := range e.Exprs[:last] {
			f.effect(x)
		}
		f.expr(e.Exprs[last], dst)
	case *ast.Member, *ast.Index, *ast.PrivateMember, *ast.Call, *ast.TaggedTemplate, *ast.OptionalChain,
		*ast.SuperMember, *ast.SuperIndex:
		f.chain(e, dst, -1)
	case *ast.New:
		f.newExpr(e, dst)
	case *ast.SuperCall:
		f.superCall(e, dst)
	case *ast.Yield:
		f.yield(e, dst)
	case *ast.Await:
		r := f.any(e.X)
		f.at(e)
		f.await(r, dst)
	case *ast.ImportCall:
		f.c.fail(e, "import() needs the module loader, which this build does not have")
	case *ast.ImportMeta:
		f.c.fail(e, "import.meta needs the module loader, which this build does not have")
	default:
		f.c.fail(e, "unknown expression")
	}
}

// any evaluates e and tells the register the value is in: a variable's own
// register where possible. The caller frees it by resetting f.top.
func (f *fn) any(e ast.Expr) int {
	switch e := e.(type) {
	case *ast.Ident:
		if e.Binding != nil {
			if l := f.place(e.Binding); l.kind == locRegister {
				if e.Flags&ast.IdentTDZ != 0 {
					f.at(e)
					f.emit(bc.OpChktdz, l.n, f.b.String(e.Name.Text), 0)
				}
				return l.n
			}
		}
	case *ast.This:
		f.at(e)
		return f.thisReg(e.Binding)
	case *ast.Assign:
		return f.assign(e, -1)
	}
	r := f.temp()
	f.expr(e, r)
	return r
}

// stable is any for a value that must survive the evaluation of later.
func (f *fn) stable(e ast.Expr, later ...ast.Expr) int {
	r := f.any(e)
	if r == 0 || !f.isVar(r) || !f.vars[r].Assigned {
		return r
	}
	for _, x := range later {
		if x == nil {
			continue
		}
		budget := 32
		if mayAssign(x, f.vars[r], &budget) {
			t := f.temp()
			f.mov(t, r)
			return t
		}
	}
	return r
}

// mayAssign reports whether evaluating e could change binding b, which lives in
// a register. It looks at a bounded number of nodes and then says yes.
func mayAssign(e ast.Expr, b *ast.Binding, budget *int) bool {
	*budget--
	if *budget < 0 {
		return true
	}
	switch e := e.(type) {
	case nil, *ast.Ident, *ast.This, *ast.Null, *ast.Bool, *ast.Number, *ast.BigInt, *ast.String, *ast.RegExp, *ast.Function, *ast.NewTarget:
		return false
	case *ast.Member:
		return mayAssign(e.X, b, budget)
	case *ast.Index:
		return mayAssign(e.X, b, budget) || mayAssign(e.Y, b, budget)
	case *ast.PrivateMember:
		return mayAssign(e.X, b, budget)
	case *ast.Binary:
		return mayAssign(e.X, b, budget) || mayAssign(e.Y, b, budget)
	case *ast.Logical:
		return mayAssign(e.X, b, budget) || mayAssign(e.Y, b, budget)
	case *ast.Unary:
		return mayAssign(e.X, b, budget)
	case *ast.Conditional:
		return mayAssign(e.Test, b, budget) || mayAssign(e.Then, b, budget) || mayAssign(e.Else, b, budget)
	case *ast.Call:
		return mayAssign(e.Callee, b, budget) || mayAssignAny(e.Args, b, budget)
	case *ast.New:
		return mayAssign(e.Callee, b, budget) || mayAssignAny(e.Args, b, budget)
	case *ast.Array:
		return mayAssignAny(e.Elems, b, budget)
	case *ast.Template:
		return mayAssignAny(e.Exprs, b, budget)
	case *ast.Spread:
		return mayAssign(e.X, b, budget)
	case *ast.Await:
		return mayAssign(e.X, b, budget)
	case *ast.Update:
		id, ok := e.X.(*ast.Ident)
		return !ok || id.Binding == b
	case *ast.Assign:
		id, ok := e.Target.(*ast.Ident)
		return !ok || id.Binding == b || mayAssign(e.Value, b, budget)
	}
	return true
}

func mayAssignAny(list []ast.Expr, b *ast.Binding, budget *int) bool {
	for _, x := range list {
		if x != nil && mayAssign(x, b, budget) {
			return true
		}
	}
	return false
}

// effect evaluates e for its effects.
func (f *fn) effect(e ast.Expr) {
	top := f.top
	switch e := e.(type) {
	case *ast.Null, *ast.Bool, *ast.Number, *ast.BigInt, *ast.String, *ast.Function:
	case *ast.Update:
		f.update(e, -1, false)
	case *ast.Assign:
		f.assign(e, -1)
	case *ast.Sequence:
		for _, x := range e.Exprs {
			f.effect(x)
		}
	case *ast.Logical:
		end := f.b.NewLabel()
		xs := spine(e)
		for _, x := range xs[:len(xs)-1] {
			switch e.Op {
			case ast.OpAnd:
				f.cond(x, end, false)
			case ast.OpOr:
				f.cond(x, end, true)
			default:
				f.jump(bc.OpJnnullish, f.any(x), 0, end)
			}
			f.top = top
		}
		f.effect(xs[len(xs)-1])
		f.b.Bind(end)
	case *ast.Conditional:
		other, end := f.b.NewLabel(), f.b.NewLabel()
		f.cond(e.Test, other, false)
		f.top = top
		f.effect(e.Then)
		f.goTo(end)
		f.b.Bind(other)
		f.effect(e.Else)
		f.b.Bind(end)
	default:
		f.any(e)
	}
	f.top = top
}

func (f *fn) boolean(v bool, dst int) {
	n := bc.SpFalse
	if v {
		n = bc.SpTrue
	}
	f.emit(bc.OpLdspecial, dst, int(n), 0)
}

func (f *fn) number(v float64, dst int) {
	if i := int32(clamp(v)); float64(i) == v && (i != 0 || !math.Signbit(v)) {
		f.emit(bc.OpLdint, dst, int(i), 0)
		return
	}
	f.emit(bc.OpLdk, dst, f.b.Number(v), 0)
}

// clamp keeps conversions to int32 defined.
func clamp(v float64) float64 {
	if v >= math.MinInt32 && v <= math.MaxInt32 {
		return v
	}
	return 0
}

// immediate recognises number literals that fit an instruction's 16 bits.
func immediate(e ast.Expr) (int, bool) {
	v, ok := constant(e)
	if !ok || v < math.MinInt16 || v > math.MaxInt16 || v != math.Trunc(v) || v == 0 && math.Signbit(v) {
		return 0, false
	}
	return int(v), true
}

// constant folds number literals and their negations.
func constant(e ast.Expr) (float64, bool) {
	switch e := e.(type) {
	case *ast.Number:
		return e.Value, true
	case *ast.Unary:
		if n, ok := e.X.(*ast.Number); ok && e.Op == ast.OpNeg {
			return -n.Value, true
		}
	case *ast.Binary:
		x, ok1 := e.X.(*ast.Number)
		y, ok2 := e.Y.(*ast.Number)
		if ok1 && ok2 {
			switch e.Op {
			case ast.OpAdd:
				return x.Value + y.Value, true
			case ast.OpSub:
				return x.Value - y.Value, true
			case ast.OpMul:
				return x.Value * y.Value, true
			case ast.OpDiv:
				return x.Value / y.Value, true
			}
		}
	}
	return 0, false
}

func (f *fn) unary(e *ast.Unary, dst int) {
	switch e.Op {
	case ast.OpVoid:
		f.effect(e.X)
		f.undefined(dst)
		return
	case ast.OpDelete:
		f.delete(e, dst)
		return
	case ast.OpTypeof:
		if id, ok := e.X.(*ast.Ident); ok && id.Binding == nil && !f.c.opts.Library {
			_, fixed := globalConstant(id.Name.Text)
			_, own := f.c.ownName(id)
			if !fixed && !own {
				f.at(id)
				reg, hops := f.context(f.c.root(f))
				t := f.scratch(dst)
				f.emitX(bc.OpTypeofglobal, hops, t, reg, f.b.String(id.Name.Text), f.globalSite(bc.OpTypeofglobal, id.Name.Text))
				f.emit(bc.OpTypeof, dst, t, 0)
				return
			}
		}
		f.emit(bc.OpTypeof, dst, f.any(e.X), 0)
		return
	case ast.OpNot:
		f.emit(bc.OpNot, dst, f.any(e.X), 0)
		return
	}
	if v, ok := constant(e); ok {
		f.number(v, dst)
		return
	}
	x := f.any(e.X)
	f.at(e)
	switch e.Op {
	case ast.OpNeg:
		f.emit(bc.OpNeg, dst, x, 0)
	case ast.OpPlus:
		f.emit(bc.OpTonumber, dst, x, 0)
	case ast.OpBitNot:
		f.emit(bc.OpBitnot, dst, x, 0)
	}
}

// delete evaluates the delete operator (ECMA-262 13.5.1).
func (f *fn) delete(e *ast.Unary, dst int) {
	x := e.X
	end := bc.NoLabel
	if oc, ok := x.(*ast.OptionalChain); ok {
		x = oc.X
		none, done := f.b.NewLabel(), f.b.NewLabel()
		saved := f.short
		f.short = none
		f.deleteRef(e, x, dst)
		f.short = saved
		f.goTo(done)
		f.b.Bind(none)
		f.boolean(true, dst)
		end = done
	} else {
		f.deleteRef(e, x, dst)
	}
	if end != bc.NoLabel {
		f.b.Bind(end)
	}
}

func (f *fn) deleteRef(e *ast.Unary, x ast.Expr, dst int) {
	switch x := x.(type) {
	case *ast.Member:
		o := f.any(x.X)
		f.optional(x.Optional, o)
		f.atRange(e.Start, x)
		f.emit(bc.OpDelprop, dst, o, f.b.String(x.Name.Text))
	case *ast.Index:
		o := f.stable(x.X, x.Y)
		f.optional(x.Optional, o)
		k := f.any(x.Y)
		f.atRange(e.Start, x)
		f.emit(bc.OpDelelem, dst, o, k)
	case *ast.SuperMember:
		f.at(x)
		f.thisReg(x.This)
		f.at(e)
		f.emit(bc.OpThrowerr, bc.ThrowSuperDelete, f.b.String(x.Name.Text), 0)
	case *ast.SuperIndex:
		f.at(x)
		f.thisReg(x.This)
		f.effect(x.Y)
		f.at(e)
		f.emit(bc.OpThrowerr, bc.ThrowSuperDelete, f.b.String(""), 0)
	default:
		f.effect(x)
		f.boolean(true, dst)
	}
}

// spine lists the operands of a chain of one logical operator.
func spine(e *ast.Logical) []ast.Expr {
	n := 2
	x := e
	for {
		l, ok := x.X.(*ast.Logical)
		if !ok || l.Op != e.Op {
			break
		}
		x, n = l, n+1
	}
	out := make([]ast.Expr, n)
	x = e
	for i := n - 1; i > 0; i-- {
		out[i] = x.Y
		if i == 1 {
			out[0] = x.X
		} else {
			x = x.X.(*ast.Logical)
		}
	}
	return out
}

func (f *fn) logical(e *ast.Logical, dst int) {
	d := f.scratch(dst)
	end := f.b.NewLabel()
	xs := spine(e)
	for i, x := range xs {
		f.expr(x, d)
		if i == len(xs)-1 {
			break
		}
		switch e.Op {
		case ast.OpAnd:
			f.jump(bc.OpJf, d, 0, end)
		case ast.OpOr:
			f.jump(bc.OpJt, d, 0, end)
		default:
			f.jump(bc.OpJnnullish, d, 0, end)
		}
	}
	f.b.Bind(end)
	f.mov(dst, d)
}

func (f *fn) conditional(e *ast.Conditional, dst int) {
	top := f.top
	other, end := f.b.NewLabel(), f.b.NewLabel()
	f.cond(e.Test, other, false)
	f.top = top
	f.expr(e.Then, dst)
	f.goTo(end)
	f.b.Bind(other)
	f.expr(e.Else, dst)
	f.b.Bind(end)
}

var binaryOps = map[ast.Op]bc.Op{
	ast.OpAdd: bc.OpAdd, ast.OpSub: bc.OpSub, ast.OpMul: bc.OpMul, ast.OpDiv: bc.OpDiv, ast.OpMod: bc.OpMod, ast.OpExp: bc.OpExp,
	ast.OpShl: bc.OpShl, ast.OpShr: bc.OpShr, ast.OpUshr: bc.OpUshr,
	ast.OpBitAnd: bc.OpBitand, ast.OpBitOr: bc.OpBitor, ast.OpBitXor: bc.OpBitxor,
	ast.OpEq: bc.OpEq, ast.OpNe: bc.OpNe, ast.OpStrictEq: bc.OpSeq, ast.OpStrictNe: bc.OpSne,
	ast.OpLt: bc.OpLt, ast.OpLe: bc.OpLe, ast.OpGt: bc.OpGt, ast.OpGe: bc.OpGe,
	ast.OpIn: bc.OpIn, ast.OpInstanceof: bc.OpInstanceof,
}

var immediateOps = map[ast.Op]bc.Op{
	ast.OpAdd: bc.OpAddi, ast.OpSub: bc.OpSubi, ast.OpMul: bc.OpMuli, ast.OpDiv: bc.OpDivi, ast.OpMod: bc.OpModi,
	ast.OpShl: bc.OpShli, ast.OpShr: bc.OpShri, ast.OpUshr: bc.OpUshri,
	ast.OpBitAnd: bc.OpAndi, ast.OpBitOr: bc.OpOri, ast.OpBitXor: bc.OpXori,
}

// binary walks the left spine of binary operators with a loop.
func (f *fn) binary(e *ast.Binary, dst int) {
	if v, ok := constant(e); ok {
		f.number(v, dst)
		return
	}
	nodes := []*ast.Binary{e}
	x := e.X
	for {
		n, ok := x.(*ast.Binary)
		if !ok {
			break
		}
		if _, fixed := constant(n); fixed {
			break
		}
		nodes = append(nodes, n)
		x = n.X
	}
	last := len(nodes) - 1
	var acc int
	tmp := -1
	first := nodes[last]
	if n, ok := immediate(x); ok && commutes(first.Op) {
		// 2 * x: the literal goes to the right, which nothing can observe.
		d := dst
		if last > 0 {
			d = f.scratch(dst)
		}
		y := f.any(first.Y)
		f.at(first)
		f.emit(immediateOps[first.Op], d, y, n)
		acc, last = d, last-1
		tmp = d
	} else {
		acc = f.stable(x, first.Y)
	}
	for i := last; i >= 0; i-- {
		d := dst
		if i > 0 {
			if tmp < 0 {
				tmp = f.scratch(dst)
			}
			d = tmp
		}
		top := f.top
		f.operate(nodes[i].Op, d, acc, nodes[i].Y, nodes[i])
		f.top = top
		acc = d
	}
}

// commutes lists the operators whose operands may change places when one of
// them is a number literal.
func commutes(op ast.Op) bool {
	return op == ast.OpMul || op == ast.OpBitAnd || op == ast.OpBitOr || op == ast.OpBitXor
}

// operate emits dst = x op y.
func (f *fn) operate(op ast.Op, dst, x int, y ast.Expr, at ast.Node) {
	if n, ok := immediate(y); ok {
		if o, ok := immediateOps[op]; ok {
			f.at(at)
			f.emit(o, dst, x, n)
			return
		}
	}
	r := f.any(y)
	f.at(at)
	f.emit(binaryOps[op], dst, x, r)
}

// template evaluates a template literal; each part is converted to a string
// before the next one is evaluated (ECMA-262 13.2.8.6).
func (f *fn) template(e *ast.Template, dst int) {
	n := 0
	for i := range e.Quasis {
		if e.Quasis[i].Cooked != "" {
			n++
		}
	}
	n += len(e.Exprs)
	if n == 0 {
		f.emit(bc.OpLdk, dst, f.b.String(""), 0)
		return
	}
	if n > 64 {
		f.longTemplate(e, dst)
		return
	}
	base := f.temps(n)
	r := base
	for i := range e.Quasis {
		if q := e.Quasis[i].Cooked; q != "" {
			f.emit(bc.OpLdk, r, f.b.String(q), 0)
			r++
		}
		if i < len(e.Exprs) {
			f.expr(e.Exprs[i], r)
			if !quiet(e.Exprs[i+1:]) {
				f.at(e.Exprs[i])
				f.emit(bc.OpTostring, r, r, 0)
			}
			r++
		}
	}
	f.at(e)
	if n == 1 {
		if len(e.Exprs) == 1 {
			f.emit(bc.OpTostring, dst, base, 0)
		} else {
			f.mov(dst, base)
		}
		return
	}
	f.emit(bc.OpConcat, dst, base, n)
}

// longTemplate adds the parts up one by one.
func (f *fn) longTemplate(e *ast.Template, dst int) {
	d := f.scratch(dst)
	p := f.temp()
	f.emit(bc.OpLdk, d, f.b.String(e.Quasis[0].Cooked), 0)
	for i := range e.Exprs {
		f.expr(e.Exprs[i], p)
		f.at(e.Exprs[i])
		f.emit(bc.OpTostring, p, p, 0)
		f.emit(bc.OpAdd, d, d, p)
		if q := e.Quasis[i+1].Cooked; q != "" {
			f.emit(bc.OpLdk, p, f.b.String(q), 0)
			f.emit(bc.OpAdd, d, d, p)
		}
	}
	f.mov(dst, d)
}

// quiet reports whether evaluating the expressions can neither run code nor
// throw, so that conversions before and after are indistinguishable.
func quiet(list []ast.Expr) bool {
	if len(list) > 16 {
		return false
	}
	for _, e := range list {
		switch e := e.(type) {
		case *ast.Ident:
			if e.Binding == nil || e.Flags&ast.IdentTDZ != 0 || e.Binding.Assigned && e.Binding.Captured {
				return false
			}
		case *ast.Number, *ast.String, *ast.Bool, *ast.Null:
		default:
			return false
		}
	}
	return true
}
