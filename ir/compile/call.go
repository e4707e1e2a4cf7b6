package compile

import (
	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// header is the number of words below a call window's this: three words of
// scratch and the callee. They become the callee's frame header.
const header = 4

// window allocates a call window and gives its base, the register of this; the
// callee goes into base-1 and arguments into registers allocated from here on.
func (f *fn) window() int { return f.temps(header+1) + header }

// optional leaves the optional chain when register r is nullish.
func (f *fn) optional(is bool, r int) {
	if is {
		f.jump(bc.OpJnullish, r, 0, f.short)
	}
}

// chain evaluates a chain of property accesses and calls, walking its left
// spine with a loop. The value goes to dst or, with calleeBase >= 0, e is a
// callee: its value goes to calleeBase-1 and its this value to calleeBase.
// All calls of a chain share one window.
func (f *fn) chain(e ast.Expr, dst, calleeBase int) {
	if oc, ok := e.(*ast.OptionalChain); ok {
		f.optionalChain(oc, dst, calleeBase)
		return
	}
	var links []ast.Expr
	calls := false
	x := e
walk:
	for {
		switch n := x.(type) {
		case *ast.Member:
			links, x = append(links, n), n.X
		case *ast.Index:
			links, x = append(links, n), n.X
		case *ast.PrivateMember:
			links, x = append(links, n), n.X
		case *ast.Call:
			if isIntrinsic(n.Callee) {
				break walk
			}
			links, x, calls = append(links, n), n.Callee, true
		case *ast.TaggedTemplate:
			links, x, calls = append(links, n), n.Tag, true
		default:
			break walk
		}
	}
	base := calleeBase
	if base < 0 && calls {
		base = f.window()
	}
	// needs(i) tells what the consumer of element i wants: element −1 … are
	// links[i]; element len(links) is x.
	role := func(i int) role { return f.role(links, i, calleeBase) }
	cur := f.chainHead(x, role(len(links)), dst, base, links)
	for i := len(links) - 1; i >= 0; i-- {
		cur = f.link(links[i], cur, role(i), dst, base, next(links, i))
	}
}

// role is what the value of a chain's element is for.
type role uint8

const (
	roleValue  role = iota // the chain's value
	roleObject             // the object of a property access
	roleThis               // the object of a property access that is a callee
	roleCallee             // called next
)

// role tells what links[i-1] does with element i.
func (f *fn) role(links []ast.Expr, i, calleeBase int) role {
	if i == 0 {
		if calleeBase >= 0 {
			return roleCallee
		}
		return roleValue
	}
	if isCallLink(links[i-1]) {
		return roleCallee
	}
	if i-1 == 0 && calleeBase >= 0 || i-1 > 0 && isCallLink(links[i-2]) {
		return roleThis
	}
	return roleObject
}

func isCallLink(e ast.Expr) bool {
	switch e.(type) {
	case *ast.Call, *ast.TaggedTemplate:
		return true
	}
	return false
}

// next is what is evaluated between element i's value and its use.
func next(links []ast.Expr, i int) ast.Expr {
	if i == 0 {
		return nil
	}
	if n, ok := links[i-1].(*ast.Index); ok {
		return n.Y
	}
	return nil
}

// chainHead evaluates the innermost expression of a chain and gives the
// register it is in.
func (f *fn) chainHead(x ast.Expr, r role, dst, base int, links []ast.Expr) int {
	switch r {
	case roleValue:
		f.chainEnd(x, dst, -1)
		return dst
	case roleThis:
		f.expr(x, base)
		return base
	case roleCallee:
		switch x.(type) {
		case *ast.OptionalChain, *ast.SuperMember, *ast.SuperIndex:
			f.chainEnd(x, -1, base)
		default:
			f.expr(x, base-1)
			f.undefined(base)
		}
		return base - 1
	}
	return f.stable(x, next(links, len(links)))
}

// chainEnd evaluates expressions that chain itself must not be asked for again.
func (f *fn) chainEnd(x ast.Expr, dst, calleeBase int) {
	switch x := x.(type) {
	case *ast.OptionalChain:
		f.optionalChain(x, dst, calleeBase)
	case *ast.SuperMember:
		f.superGet(x, x.This, x.Home, nil, x.Name, dst, calleeBase)
	case *ast.SuperIndex:
		f.superGet(x, x.This, x.Home, x.Y, nil, dst, calleeBase)
	case *ast.Call:
		f.intrinsic(x, dst)
	default:
		f.expr(x, dst)
	}
}

// superGet evaluates super.name or super[y].
func (f *fn) superGet(e ast.Expr, this, home *ast.Binding, y ast.Expr, name *ast.Name, dst, calleeBase int) {
	t := f.top
	f.at(e)
	var o int
	if calleeBase >= 0 {
		o, dst = calleeBase, calleeBase-1
		f.this(this, o)
	} else {
		o = f.thisReg(this)
	}
	var k int
	if y != nil {
		k = f.any(y)
	} else {
		k = f.temp()
		f.key(name.Text, k)
	}
	if y != nil && !isPrimitive(y) {
		base := f.superBase(home)
		x := f.temp()
		f.at(e)
		f.emit(bc.OpElemkey, x, base, k)
		f.emitX(bc.OpGetsuper, 1, dst, o, x, base)
	} else {
		h := f.home(home)
		f.at(e)
		f.emitX(bc.OpGetsuper, 0, dst, o, k, h)
	}
	f.top = t
}

// superBase is a register with the object whose properties super names, where
// something can change it before it is used: GetSuperBase (ECMA-262 9.1.1.3.5).
func (f *fn) superBase(home *ast.Binding) int {
	h := f.home(home)
	r := f.temp()
	f.emit(bc.OpGetsuperctor, r, h, 0)
	return r
}

// home is a register with a function's home object.
func (f *fn) home(b *ast.Binding) int {
	l := f.place(b)
	if l.kind == locRegister {
		return l.n
	}
	r := f.temp()
	f.loadLoc(l, r)
	return r
}

// optionalChain evaluates what (a?.b) encloses.
func (f *fn) optionalChain(e *ast.OptionalChain, dst, calleeBase int) {
	saved := f.short
	none, done := f.b.NewLabel(), f.b.NewLabel()
	f.short = none
	t := f.top
	if calleeBase >= 0 {
		f.callee(e.X, calleeBase)
	} else {
		f.expr(e.X, dst)
	}
	f.top = t
	f.short = saved
	f.goTo(done)
	f.b.Bind(none)
	if calleeBase >= 0 {
		f.undefined(calleeBase - 1)
		f.undefined(calleeBase)
	} else {
		f.undefined(dst)
	}
	f.b.Bind(done)
}

// callee evaluates e as a callee into a window.
func (f *fn) callee(e ast.Expr, base int) {
	switch e.(type) {
	case *ast.Member, *ast.Index, *ast.PrivateMember, *ast.OptionalChain:
		f.chain(e, -1, base)
	case *ast.SuperMember, *ast.SuperIndex:
		f.chainEnd(e, -1, base)
	default:
		f.expr(e, base-1)
		f.undefined(base)
	}
}

// link performs one link of a chain on the value in register cur and gives the
// register of its value.
func (f *fn) link(e ast.Expr, cur int, r role, dst, base int, later ast.Expr) int {
	top := f.top
	out := dst
	switch r {
	case roleThis:
		out = base
	case roleCallee:
		out = base - 1
	case roleObject:
		switch {
		case base >= 0:
			out = base
		case dst >= 0 && !f.isVar(dst):
		default:
			if !f.isVar(cur) && cur != dst {
				out = cur
			} else {
				out = f.temp()
				top = f.top
			}
		}
	}
	switch e := e.(type) {
	case *ast.Call:
		if e.Optional {
			f.jump(bc.OpJnullish, base-1, 0, f.short)
		}
		f.finishCall(e, e.Callee, e.Args, out, base)
	case *ast.TaggedTemplate:
		f.taggedCall(e, out, base)
	case *ast.Member:
		f.optional(e.Optional, cur)
		f.atRange(e.NamePos, e.X)
		f.getName(out, cur, e.Name.Text)
	case *ast.Index:
		f.optional(e.Optional, cur)
		if k, ok := e.Y.(*ast.String); ok {
			f.atRange(e.Start, e.X)
			f.getName(out, cur, k.Value)
			break
		}
		k := f.any(e.Y)
		f.atRange(e.Start, e.X)
		f.emitX(bc.OpGetelem, 0, out, cur, k, f.elementSite())
	case *ast.PrivateMember:
		f.optional(e.Optional, cur)
		k := f.privateKey(e.Name)
		f.atRange(e.Name.Start, e.X)
		f.emitX(bc.OpGetpriv, 0, out, cur, k, f.b.Site())
	}
	if r == roleCallee && isCallLink(e) {
		f.undefined(base)
	}
	f.top = top
	return out
}

// finishCall evaluates arguments and calls base-1.
func (f *fn) finishCall(e ast.Expr, callee ast.Expr, args []ast.Expr, dst, base int) {
	f.top = base + 1
	n, spread := f.arguments(args)
	at, _ := callee.Pos()
	switch c := callee.(type) {
	case *ast.Member:
		at = c.NamePos
	case *ast.SuperMember:
		at = c.NamePos
	}
	f.atRange(at, callee)
	if spread {
		f.emitX(bc.OpCallspread, 0, dst, base, n, f.callSite())
		return
	}
	f.call(dst, base, n)
}

// arguments evaluates an argument list into the registers from f.top on, which
// must be those of the window. It gives the number of arguments, or the
// register of the array that they are in.
func (f *fn) arguments(args []ast.Expr) (n int, spread bool) {
	for _, a := range args {
		if _, ok := a.(*ast.Spread); ok || len(args) > 0x4000 {
			r := f.temp()
			f.elements(args, r)
			return r, true
		}
	}
	for _, a := range args {
		r := f.temp()
		f.expr(a, r)
	}
	return len(args), false
}

// call emits the call of base-1 with this and n arguments behind it.
func (f *fn) call(dst, base, n int) { f.emitX(bc.OpCall, 0, dst, base, n, f.callSite()) }

// callSite is the site of a call. In an enormous function the calls share one.
func (f *fn) callSite() int {
	if f.b.Sites() < manySites {
		return f.b.Site()
	}
	if f.sharedCall == 0 {
		f.sharedCall = f.b.Site()
	}
	return f.sharedCall
}

// taggedCall calls base-1 with a template object and the substitutions.
func (f *fn) taggedCall(e *ast.TaggedTemplate, dst, base int) {
	f.top = base + 1
	site := &bc.TemplateSite{}
	for i := range e.Quasi.Quasis {
		q := &e.Quasi.Quasis[i]
		site.Cooked = append(site.Cooked, bc.Cooked{Text: q.Cooked, Valid: !q.Invalid})
		site.Raw = append(site.Raw, q.Raw)
	}
	r := f.temp()
	f.emit(bc.OpTemplobj, r, f.b.Const(site), 0)
	n, spread := f.arguments(e.Quasi.Exprs)
	if spread {
		f.c.fail(e, "too many substitutions")
		return
	}
	f.atRange(e.Start, e.Tag)
	f.call(dst, base, n+1)
}

// getName emits dst = obj.name.
func (f *fn) getName(dst, obj int, name string) {
	if i, ok := arrayIndex(name); ok {
		t := f.top
		k := f.temp()
		f.number(float64(i), k)
		f.emitX(bc.OpGetelem, 0, dst, obj, k, f.elementSite())
		f.top = t
		return
	}
	k := f.b.String(name)
	if k > 0xFFFF || f.b.Sites() >= manySites {
		t := f.top
		r := f.temp()
		f.emit(bc.OpLdk, r, k, 0)
		f.emitX(bc.OpGetelem, 0, dst, obj, r, f.elementSite())
		f.top = t
		return
	}
	op := bc.OpGetprop
	if name == "length" {
		op = bc.OpGetlen
	}
	f.emitX(op, 0, dst, obj, k, f.b.Site())
}

// setName emits obj.name = src.
func (f *fn) setName(obj, src int, name string) {
	_, index := arrayIndex(name)
	k := 0
	if !index {
		k = f.b.String(name)
	}
	if index || k > 0xFFFF || f.b.Sites() >= manySites {
		t := f.top
		r := f.temp()
		f.key(name, r)
		f.emitX(bc.OpSetelem, 0, obj, r, src, f.elementSite())
		f.top = t
		return
	}
	f.emitX(bc.OpSetprop, 0, obj, src, k, f.b.Site())
}

// key loads a property key: a number if the name is a canonical array index.
func (f *fn) key(name string, dst int) {
	if i, ok := arrayIndex(name); ok {
		f.number(float64(i), dst)
		return
	}
	f.emit(bc.OpLdk, dst, f.b.String(name), 0)
}

// arrayIndex recognises canonical array indices (ECMA-262 6.1.7).
func arrayIndex(s string) (uint32, bool) {
	if len(s) == 0 || len(s) > 10 || s[0] == '0' && len(s) > 1 {
		return 0, false
	}
	v := uint64(0)
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		v = v*10 + uint64(s[i]-'0')
	}
	return uint32(v), v < 0xFFFFFFFF
}

// newExpr evaluates new callee(args).
func (f *fn) newExpr(e *ast.New, dst int) {
	base := f.window()
	f.expr(e.Callee, base-1)
	f.undefined(base)
	n, spread := f.arguments(e.Args)
	f.atRange(e.Start, e.Callee)
	op := bc.OpNew
	if spread {
		op = bc.OpNewspread
	}
	f.emitX(op, 0, dst, base, n, f.b.Site())
}

// superCall evaluates super(args) (ECMA-262 13.3.7.1).
func (f *fn) superCall(e *ast.SuperCall, dst int) {
	base := f.window()
	owner := e.This.Scope.Func
	f.at(e)
	if l := f.place(e.Callee); l.kind == locRegister {
		f.emit(bc.OpGetsuperctor, base-1, l.n, 0)
	} else {
		f.loadLoc(l, base-1)
		f.emit(bc.OpGetsuperctor, base-1, base-1, 0)
	}
	f.undefined(base)
	arrow := owner != f.node
	var n int
	var spread bool
	if arrow {
		n = f.temp()
		f.elements(e.Args, n)
	} else {
		n, spread = f.arguments(e.Args)
	}
	f.at(e)
	res := base
	switch {
	case arrow:
		nt := f.temp()
		f.newTarget(e.NewTarget, nt)
		f.emitX(bc.OpConstruct, 0, res, base, n, nt)
	case spread:
		f.emitX(bc.OpSuperspread, 0, res, base, n, f.b.Site())
	default:
		f.emitX(bc.OpSupercall, 0, res, base, n, f.b.Site())
	}
	f.bindThis(e, e.This, res)
	f.initFields(res, owner.Class)
	f.mov(dst, res)
}

// bindThis is BindThisValue: a second super() throws.
func (f *fn) bindThis(e ast.Node, this *ast.Binding, src int) {
	t := f.top
	l := f.place(this)
	old := l.n
	if l.kind != locRegister {
		old = f.temp()
		f.loadLoc(l, old)
	}
	ok := f.b.NewLabel()
	f.at(e)
	f.jump(bc.OpJseqk, old, f.b.Special(bc.SpTDZ), ok)
	f.emit(bc.OpThrowerr, bc.ThrowSuperTwice, f.b.String("this"), 0)
	f.b.Bind(ok)
	f.storeLoc(l, src)
	f.top = t
}

// newTarget reads new.target.
func (f *fn) newTarget(b *ast.Binding, dst int) {
	if b == nil {
		f.emit(bc.OpNewtarget, dst, 0, 0)
		return
	}
	f.loadLoc(f.place(b), dst)
}
