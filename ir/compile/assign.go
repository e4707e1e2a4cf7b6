package compile

import (
	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// place where an assignment goes, its parts evaluated.
type ref struct {
	kind refKind
	id   *ast.Ident
	obj  int    // object; this of a super reference
	key  int    // register of the key; of a private name
	base int    // refSuper: object that the property is looked up in
	name string // refName
	at   uint32
	node ast.Node // object expression, for messages
	raw  bool     // refSuper: the key is still to be converted
}

type refKind uint8

const (
	refIdent refKind = iota
	refName
	refKey
	refPrivate
	refSuper
)

// ref evaluates the parts of an assignment target; they survive later.
func (f *fn) ref(t ast.Pattern, later ...ast.Expr) ref {
	switch t := t.(type) {
	case *ast.Ident:
		return ref{kind: refIdent, id: t}
	case *ast.Member:
		r := ref{kind: refName, name: t.Name.Text, at: t.NamePos, node: t.X}
		r.obj = f.stable(t.X, later...)
		return r
	case *ast.Index:
		if s, ok := t.Y.(*ast.String); ok {
			return ref{kind: refName, name: s.Value, at: t.Start, node: t.X, obj: f.stable(t.X, later...)}
		}
		r := ref{kind: refKey, at: t.Start, node: t.X}
		r.obj = f.stable(t.X, append([]ast.Expr{t.Y}, later...)...)
		r.key = f.stable(t.Y, later...)
		return r
	case *ast.PrivateMember:
		r := ref{kind: refPrivate, at: t.Name.Start, node: t.X}
		r.obj = f.stable(t.X, later...)
		r.key = f.privateKey(t.Name)
		return r
	case *ast.SuperMember:
		r := ref{kind: refSuper, at: t.NamePos, node: t}
		f.at(t)
		r.obj = f.thisReg(t.This)
		r.key = f.temp()
		f.key(t.Name.Text, r.key)
		r.base = f.superBase(t.Home)
		return r
	case *ast.SuperIndex:
		r := ref{kind: refSuper, at: t.Start, node: t}
		f.at(t)
		r.obj = f.thisReg(t.This)
		r.key = f.stable(t.Y, later...)
		r.raw = !isPrimitive(t.Y)
		r.base = f.superBase(t.Home)
		return r
	}
	f.c.fail(t, "not an assignment target")
	return ref{}
}

// load is GetValue of a reference.
func (f *fn) load(r *ref, dst int) {
	if r.kind == refIdent {
		f.ident(r.id, dst)
		return
	}
	f.atRange(r.at, r.node)
	switch r.kind {
	case refName:
		f.getName(dst, r.obj, r.name)
	case refKey:
		f.emitX(bc.OpGetelem, 0, dst, r.obj, r.key, f.elementSite())
	case refPrivate:
		f.emitX(bc.OpGetpriv, 0, dst, r.obj, r.key, f.b.Site())
	case refSuper:
		f.superKey(r)
		f.emitX(bc.OpGetsuper, 1, dst, r.obj, r.key, r.base)
	}
}

// store is PutValue of a reference.
func (f *fn) store(r *ref, src int) {
	if r.kind == refIdent {
		f.storeIdent(r.id, src)
		return
	}
	f.atRange(r.at, r.node)
	switch r.kind {
	case refName:
		if _, ok := r.node.(*ast.This); ok {
			f.willHave(r.name)
		}
		f.setName(r.obj, src, r.name)
	case refKey:
		f.emitX(bc.OpSetelem, 0, r.obj, r.key, src, f.elementSite())
	case refPrivate:
		f.emitX(bc.OpSetpriv, 0, r.obj, r.key, src, f.b.Site())
	case refSuper:
		f.superKey(r)
		f.emitX(bc.OpSetsuper, 1, r.obj, r.key, src, r.base)
	}
}

// willHave notes a property that instances of this constructor get.
func (f *fn) willHave(name string) {
	if f.instance == nil {
		f.instance = map[string]bool{}
	}
	if len(f.instance) < 64 {
		f.instance[name] = true
	}
}

// superKey converts the key of a super reference, once.
func (f *fn) superKey(r *ref) {
	if r.raw {
		k := f.temp()
		f.emit(bc.OpElemkey, k, r.base, r.key)
		r.key, r.raw = k, false
	}
}

// isPrimitive recognises expressions whose value surely is no object.
func isPrimitive(e ast.Expr) bool {
	switch e := e.(type) {
	case nil, *ast.Number, *ast.String, *ast.Binary, *ast.Update, *ast.Template, *ast.BigInt, *ast.Bool, *ast.Null:
		return true
	case *ast.Unary:
		return e.Op != ast.OpVoid
	}
	return false
}

// localTarget is the register of a variable that can be assigned by writing its
// register, or −1.
func (f *fn) localTarget(id *ast.Ident) int {
	if id.Binding == nil || id.Binding.Kind.Const() || id.Flags&ast.IdentTDZ != 0 {
		return -1
	}
	if l := f.place(id.Binding); l.kind == locRegister {
		return l.n
	}
	return -1
}

// assign evaluates an assignment. Its value ends up in the register that it
// returns: dst, if dst >= 0 and that is cheap, or another one.
func (f *fn) assign(e *ast.Assign, dst int) int {
	switch e.Op {
	case ast.OpAssign:
		return f.assignSimple(e, dst)
	case ast.OpAnd, ast.OpOr, ast.OpNullish:
		return f.assignLogical(e, dst)
	}
	return f.assignOp(e, dst)
}

func (f *fn) assignSimple(e *ast.Assign, dst int) int {
	switch t := e.Target.(type) {
	case *ast.Ident:
		name := t.Name.Text
		if e.ParenTarget {
			name = ""
		}
		if r := f.localTarget(t); r >= 0 {
			f.named(e.Value, name, r)
			return r
		}
		exists := f.resolve(t, e.Value)
		v := f.namedAny(e.Value, name, dst)
		f.checkResolved(t, exists)
		f.storeIdent(t, v)
		return v
	case *ast.ObjectPattern, *ast.ArrayPattern:
		v := f.anyInto(e.Value, dst)
		if f.isVar(v) && v != 0 {
			c := f.temp() // the pattern may assign to the variable
			f.mov(c, v)
			v = c
		}
		f.bind(e.Target, v, bindAssign)
		return v
	}
	r := f.ref(e.Target, e.Value)
	v := f.anyInto(e.Value, dst)
	f.store(&r, v)
	return v
}

// resolve finds out whether a global name that is about to be assigned to exists
// (ResolveBinding, ECMA-262 9.4.2) if the value can change that. It gives the
// register of the answer, −1 if it is not needed.
func (f *fn) resolve(id *ast.Ident, value ast.Expr) int {
	if id.Binding != nil || f.c.opts.Library || f.c.vars[id.Name] {
		return -1
	}
	if _, own := f.c.ownName(id); own || quiet([]ast.Expr{value}) {
		return -1
	}
	if _, ok := value.(*ast.Function); ok {
		return -1
	}
	r := f.temp()
	t := f.top
	g, key := f.temp(), f.temp()
	f.loadLoc(loc{kind: locContext, env: f.c.root(f), n: 0}, g)
	f.key(id.Name.Text, key)
	f.at(id)
	f.emit(bc.OpIn, r, key, g)
	f.top = t
	return r
}

// checkResolved throws the ReferenceError of an assignment to a name that did
// not exist before its value was evaluated (PutValue, ECMA-262 6.2.5.6).
func (f *fn) checkResolved(id *ast.Ident, exists int) {
	if exists < 0 {
		return
	}
	ok := f.b.NewLabel()
	f.jump(bc.OpJt, exists, 0, ok)
	f.at(id)
	f.emit(bc.OpThrowerr, bc.ThrowNotDefined, f.b.String(id.Name.Text), 0)
	f.b.Bind(ok)
}

// anyInto is any that prefers dst for values that need a new register.
func (f *fn) anyInto(e ast.Expr, dst int) int {
	if dst < 0 || f.isVar(dst) {
		return f.any(e)
	}
	switch e.(type) {
	case *ast.Ident, *ast.This, *ast.Assign:
		return f.any(e)
	}
	f.expr(e, dst)
	return dst
}

func (f *fn) namedAny(e ast.Expr, name string, dst int) int {
	if name == "" || !isAnonymous(e) {
		return f.anyInto(e, dst)
	}
	r := f.temp()
	f.named(e, name, r)
	return r
}

// assignOp evaluates x op= y.
func (f *fn) assignOp(e *ast.Assign, dst int) int {
	if id, ok := e.Target.(*ast.Ident); ok {
		if r := f.localTarget(id); r >= 0 {
			x := r
			budget := 32
			if mayAssign(e.Value, id.Binding, &budget) {
				x = f.temp()
				f.mov(x, r)
			}
			f.operate(e.Op, r, x, e.Value, e)
			return r
		}
		v := f.temp()
		f.ident(id, v)
		f.operate(e.Op, v, v, e.Value, e)
		f.storeIdent(id, v)
		return v
	}
	r := f.ref(e.Target, e.Value)
	f.onceKey(&r, e.Target)
	v := f.temp()
	f.load(&r, v)
	f.operate(e.Op, v, v, e.Value, e)
	f.store(&r, v)
	return v
}

// onceKey converts the key of a reference that is used twice, unless that
// cannot be observed.
func (f *fn) onceKey(r *ref, t ast.Pattern) {
	if r.kind != refKey && r.kind != refSuper {
		return
	}
	var y ast.Expr
	switch t := t.(type) {
	case *ast.Index:
		y = t.Y
	case *ast.SuperIndex:
		y = t.Y
	}
	if isPrimitive(y) {
		return
	}
	f.atRange(r.at, r.node)
	if r.kind == refSuper {
		f.superKey(r)
		return
	}
	k := f.temp()
	f.emit(bc.OpElemkey, k, r.obj, r.key)
	r.key = k
}

// assignLogical evaluates x &&= y, x ||= y, x ??= y.
func (f *fn) assignLogical(e *ast.Assign, dst int) int {
	r := f.ref(e.Target, e.Value)
	f.onceKey(&r, e.Target)
	v := f.temp()
	f.load(&r, v)
	end := f.b.NewLabel()
	switch e.Op {
	case ast.OpAnd:
		f.jump(bc.OpJf, v, 0, end)
	case ast.OpOr:
		f.jump(bc.OpJt, v, 0, end)
	default:
		f.jump(bc.OpJnnullish, v, 0, end)
	}
	name := ""
	if r.kind == refIdent && !e.ParenTarget {
		name = r.id.Name.Text
	}
	f.named(e.Value, name, v)
	f.store(&r, v)
	f.b.Bind(end)
	return v
}

// update evaluates ++ and --; the value goes to dst when it is used.
func (f *fn) update(e *ast.Update, dst int, used bool) {
	op := bc.OpInc
	if e.Op == ast.OpDec {
		op = bc.OpDec
	}
	if id, ok := e.X.(*ast.Ident); ok {
		if r := f.localTarget(id); r >= 0 {
			f.at(e)
			switch {
			case !used:
				f.emit(op, r, r, 0)
			case e.Prefix:
				f.emit(op, r, r, 0)
				f.mov(dst, r)
			case dst == r: // x = x++
				f.emit(bc.OpTonumeric, r, r, 0)
			default:
				d := f.scratch(dst)
				f.emit(bc.OpTonumeric, d, r, 0)
				f.emit(op, r, d, 0)
				f.mov(dst, d)
			}
			return
		}
	}
	p, ok := e.X.(ast.Pattern)
	if !ok {
		f.c.fail(e, "not an assignment target")
		return
	}
	r := f.ref(p)
	f.onceKey(&r, p)
	v := f.temp()
	f.load(&r, v)
	f.at(e)
	if !used || e.Prefix {
		f.emit(op, v, v, 0)
		f.store(&r, v)
		if used {
			f.mov(dst, v)
		}
		return
	}
	n := f.temp()
	f.emit(bc.OpTonumeric, v, v, 0)
	f.emit(op, n, v, 0)
	f.store(&r, n)
	f.mov(dst, v)
}

// isAnonymous is IsAnonymousFunctionDefinition (ECMA-262 8.4.3).
func isAnonymous(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Function:
		return e.Name == nil
	case *ast.Class:
		return e.Name == nil
	}
	return false
}

// named evaluates e, naming it if it is an anonymous function definition.
func (f *fn) named(e ast.Expr, name string, dst int) {
	switch e := e.(type) {
	case *ast.Function:
		if e.Name == nil {
			f.function(e, name, dst)
			return
		}
	case *ast.Class:
		if e.Name == nil {
			t := f.top
			f.class(e, name, -1, dst)
			f.top = t
			return
		}
	}
	f.expr(e, dst)
}

// namedBy is named with the name in register key, which stacks show as name.
func (f *fn) namedBy(e ast.Expr, name string, key, dst int) {
	if isAnonymous(e) {
		t := f.top
		switch e := e.(type) {
		case *ast.Class:
			f.class(e, "", key, dst)
		case *ast.Function:
			f.function(e, name, dst)
			f.emitX(bc.OpSetfnname, 0, dst, key, 0, 0)
		}
		f.top = t
		return
	}
	f.expr(e, dst)
}
