package compile

import (
	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// cond jumps to l when the truth of e is sense, and falls through otherwise.
func (f *fn) cond(e ast.Expr, l bc.Label, sense bool) {
	top := f.top
	switch e := e.(type) {
	case *ast.Bool:
		if e.Value == sense {
			f.goTo(l)
		}
		return
	case *ast.Unary:
		if e.Op == ast.OpNot {
			f.cond(e.X, l, !sense)
			return
		}
	case *ast.Logical:
		if e.Op != ast.OpNullish {
			f.condLogical(e, l, sense)
			return
		}
	case *ast.Binary:
		if f.compare(e, l, sense) {
			f.top = top
			return
		}
	case *ast.Sequence:
		last := len(e.Exprs) - 1
		for _, x := range e.Exprs[:last] {
			f.effect(x)
		}
		f.cond(e.Exprs[last], l, sense)
		return
	}
	op := bc.OpJf
	if sense {
		op = bc.OpJt
	}
	f.jump(op, f.any(e), 0, l)
	f.top = top
}

func (f *fn) condLogical(e *ast.Logical, l bc.Label, sense bool) {
	xs := spine(e)
	stop := e.Op == ast.OpOr // truth of an operand that decides
	if stop == sense {
		for _, x := range xs {
			f.cond(x, l, sense)
		}
		return
	}
	skip := f.b.NewLabel()
	for _, x := range xs[:len(xs)-1] {
		f.cond(x, skip, stop)
	}
	f.cond(xs[len(xs)-1], l, sense)
	f.b.Bind(skip)
}

// relation is the fused forms of a comparison.
type relation struct{ jump, imm bc.Op }

var relations = map[ast.Op]relation{
	ast.OpLt: {bc.OpJlt, bc.OpJlti}, ast.OpLe: {bc.OpJle, bc.OpJlei},
	ast.OpGt: {bc.OpJgt, bc.OpJgti}, ast.OpGe: {bc.OpJge, bc.OpJgei},
}

var mirrored = map[ast.Op]ast.Op{ast.OpLt: ast.OpGt, ast.OpLe: ast.OpGe, ast.OpGt: ast.OpLt, ast.OpGe: ast.OpLe}

// fused gives the form of a fused jump for a sense.
func fused(op bc.Op, sense bool) bc.Op {
	if !sense {
		op, _ = bc.Inverse(op)
	}
	return op
}

// compare compiles a comparison as a condition; false when e is not one.
func (f *fn) compare(e *ast.Binary, l bc.Label, sense bool) bool {
	switch e.Op {
	case ast.OpLt, ast.OpLe, ast.OpGt, ast.OpGe:
		r := relations[e.Op]
		if n, ok := immediate(e.Y); ok {
			x := f.any(e.X)
			f.at(e)
			f.jump(fused(r.imm, sense), x, n, l)
			return true
		}
		if n, ok := immediate(e.X); ok {
			y := f.any(e.Y)
			f.at(e)
			f.jump(fused(relations[mirrored[e.Op]].imm, sense), y, n, l)
			return true
		}
		x := f.stable(e.X, e.Y)
		y := f.any(e.Y)
		f.at(e)
		f.jump(fused(r.jump, sense), x, y, l)
		return true
	case ast.OpStrictEq, ast.OpStrictNe:
		if e.Op == ast.OpStrictNe {
			sense = !sense
		}
		if f.isLiteral(e.X) && !f.isLiteral(e.Y) {
			f.jumpStrictEq(f.any(e.Y), e.X, l, sense)
			return true
		}
		f.jumpStrictEq(f.stable(e.X, e.Y), e.Y, l, sense)
		return true
	case ast.OpEq, ast.OpNe:
		if e.Op == ast.OpNe {
			sense = !sense
		}
		x, y := e.X, e.Y
		if f.isNullish(x) {
			x, y = y, x
		}
		if f.isNullish(y) {
			f.jump(fused(bc.OpJnullish, sense), f.any(x), 0, l)
			return true
		}
		a := f.stable(x, y)
		b := f.any(y)
		f.at(e)
		f.jump(fused(bc.OpJeq, sense), a, b, l)
		return true
	}
	return false
}

func (f *fn) isNullish(e ast.Expr) bool {
	_, null := e.(*ast.Null)
	return null || f.isUndefined(e)
}

func (f *fn) isLiteral(e ast.Expr) bool {
	switch e.(type) {
	case *ast.Null, *ast.Bool, *ast.String, *ast.Number:
		return true
	}
	_, num := constant(e)
	return num || f.isUndefined(e)
}

// jumpStrictEq jumps to l when (x === y) is sense.
func (f *fn) jumpStrictEq(x int, y ast.Expr, l bc.Label, sense bool) {
	k := -1
	if n, ok := immediate(y); ok {
		f.jump(fused(bc.OpJseqi, sense), x, n, l)
		return
	}
	if v, ok := constant(y); ok {
		k = f.b.Number(v)
	}
	switch y := y.(type) {
	case *ast.String:
		k = f.b.String(y.Value)
	case *ast.Null:
		if sense {
			f.jump(bc.OpJnull, x, 0, l)
			return
		}
		k = f.b.Special(bc.SpNull)
	case *ast.Bool:
		n := bc.SpFalse
		if y.Value {
			n = bc.SpTrue
		}
		k = f.b.Special(n)
	}
	switch {
	case f.isUndefined(y):
		f.jump(fused(bc.OpJundef, sense), x, 0, l)
	case k >= 0 && k <= 0xFFFF:
		f.jump(fused(bc.OpJseqk, sense), x, k, l)
	default:
		f.jump(fused(bc.OpJseq, sense), x, f.any(y), l)
	}
}
