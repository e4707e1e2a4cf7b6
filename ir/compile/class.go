package compile

import (
	"firn/heap"
	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// classInfo is what the code inside a class needs to know about it. One context
// holds the class's captured names and, after them, the prototype, the class and
// the function that initialises instances.
type classInfo struct {
	env                *env
	proto, class, init int // slots of env, −1 if not there
	static             map[*ast.Function]bool
}

// home is the slot of the home object of a method.
func (ci *classInfo) home(g *ast.Function) int {
	if ci.static[g] {
		return ci.class
	}
	return ci.proto
}

// usesHome reports whether some code of the class uses super.
func usesHome(c *ast.Class) bool {
	if g := c.Constructor; g != nil && g.Home != nil {
		return true
	}
	if c.InstanceInit != nil && c.InstanceInit.Home != nil || c.StaticInit != nil && c.StaticInit.Home != nil {
		return true
	}
	for i := range c.Members {
		if g := c.Members[i].Func; g != nil && g.Home != nil {
			return true
		}
	}
	return false
}

func (f *fn) classDecl(c *ast.Class) {
	id := c.Name
	if id == nil {
		f.c.fail(c, "class declaration without a name")
		return
	}
	r := f.initTarget(id)
	if r < 0 {
		r = f.temp()
	}
	f.class(c, id.Name.Text, -1, r)
	f.initIdent(id, r)
}

// class is ClassDefinitionEvaluation (ECMA-262 15.7.14). The class is named
// name, after its own name, or by the key in register nameKey.
func (f *fn) class(c *ast.Class, name string, nameKey, dst int) {
	outer := f.env
	if c.Name != nil {
		name = c.Name.Name.Text
	}
	ci := f.classContext(c)

	// The heritage: h is the superclass, h+1 its prototype property.
	h := -1
	if c.Heritage != nil {
		h = f.temps(2)
		f.expr(c.Heritage, h)
		f.at(c.Heritage)
		f.emit(bc.OpChkheritage, h, 0, 0)
		none := f.b.NewLabel()
		f.emit(bc.OpLdspecial, h+1, int(bc.SpNull), 0)
		f.jump(bc.OpJnull, h, 0, none)
		f.getName(h+1, h, "prototype")
		f.b.Bind(none)
	}

	// Private names.
	if c.BodyScope != nil {
		for _, b := range c.BodyScope.Bindings {
			if b.Kind != ast.BindPrivate {
				continue
			}
			t := f.top
			x := 0
			if b.Method || b.Getter || b.Setter {
				x = 1
			}
			r := f.temp()
			f.emitX(bc.OpNewprivate, x, r, f.b.String(b.Name.Text), 0, 0)
			f.storeLoc(f.place(b), r)
			f.top = t
		}
	}

	// The constructor and the prototype.
	k := f.temps(2)
	made := f.c.constructor(c, name, f.env)
	f.c.inherit(c, made)
	ctor := f.b.Const(made)
	f.at(c)
	x := 0
	hr := k
	if h >= 0 {
		x, hr = 1, h
	}
	f.emitX(bc.OpNewclass, x, k, hr, ctor, f.current())
	if nameKey >= 0 {
		f.emitX(bc.OpSetfnname, 0, k, nameKey, 0, 0)
	}
	if ci.proto >= 0 {
		f.emit(bc.OpStctx, k+1, ci.env.reg, ci.proto)
		f.emit(bc.OpStctx, k, ci.env.reg, ci.class)
	}

	f.members(c, ci, k)

	if c.Inner != nil && c.Inner.Used {
		f.storeLoc(f.place(c.Inner), k)
	}
	if ci.init >= 0 {
		t := f.top
		r := f.temp()
		f.initializer(c.InstanceInit, false, r)
		f.emit(bc.OpStctx, r, ci.env.reg, ci.init)
		f.top = t
	}
	f.staticPrivate(c, k)
	if c.StaticInit != nil {
		t := f.top
		base := f.window()
		f.initializer(c.StaticInit, true, base-1)
		f.mov(base, k)
		f.at(c)
		f.call(base, base, 0)
		f.top = t
	}
	f.mov(dst, k)
	f.env = outer
}

// classContext makes the context of a class, if it needs one, and places its
// bindings.
func (f *fn) classContext(c *ast.Class) *classInfo {
	ci := &classInfo{proto: -1, class: -1, init: -1, static: map[*ast.Function]bool{}}
	f.c.classes[c] = ci
	for i := range c.Members {
		m := &c.Members[i]
		if m.Static && m.Func != nil {
			ci.static[m.Func] = true
		}
	}
	if c.StaticInit != nil {
		ci.static[c.StaticInit] = true
	}
	n := 0
	slots := map[*ast.Binding]int{}
	for _, s := range []*ast.Scope{c.Scope, c.BodyScope} {
		if s == nil {
			continue
		}
		for _, b := range s.Bindings {
			if b.Captured {
				slots[b] = n
				n++
			}
		}
	}
	if usesHome(c) {
		ci.proto, ci.class = n, n+1
		n += 2
	}
	if c.InstanceInit != nil && !inlineInit(c) {
		ci.init = n
		n++
	}
	if n > 0 {
		ci.env = f.pushContext(n)
	}
	for _, s := range []*ast.Scope{c.Scope, c.BodyScope} {
		if s == nil {
			continue
		}
		for _, b := range s.Bindings {
			if slot, ok := slots[b]; ok {
				f.c.locs[b] = loc{kind: locContext, env: ci.env, n: slot}
			} else {
				f.declareOne(b, f.env)
			}
		}
	}
	return ci
}

// members defines methods and accessors and evaluates computed keys, in order.
func (f *fn) members(c *ast.Class, ci *classInfo, k int) {
	for i := range c.Members {
		m := &c.Members[i]
		top := f.top
		on := k + 1
		if m.Static {
			on = k
		}
		switch m.Kind {
		case ast.MemberMethod, ast.MemberGet, ast.MemberSet:
			if id, ok := m.Key.(*ast.Ident); ok && id.Flags&ast.IdentPrivate != 0 {
				if m.FuncBinding != nil {
					r := f.temp()
					f.function(m.Func, accessorName(m), r)
					f.storeLoc(f.place(m.FuncBinding), r)
				}
				break
			}
			key := f.propKey(m.Key, -1)
			r := f.temp()
			f.function(m.Func, staticName(m.Key, memberBits(m.Kind)), r)
			f.at(m)
			f.emitX(bc.OpDefmethod, memberBits(m.Kind), on, key, r, f.additionSite())
		case ast.MemberField:
			if m.Computed && m.KeyBinding != nil {
				r := f.propKey(m.Key, -1)
				f.storeLoc(f.place(m.KeyBinding), r)
			}
		}
		f.top = top
	}
}

func memberBits(k ast.MemberKind) int {
	switch k {
	case ast.MemberGet:
		return 1
	case ast.MemberSet:
		return 2
	}
	return 0
}

// accessorName is the name property of a private method or accessor.
func accessorName(m *ast.ClassMember) string {
	return prefixed(m.Key.(*ast.Ident).Name.Text, memberBits(m.Kind))
}

// privateBits is the x of defpriv for a private method or accessor.
func privateBits(k ast.MemberKind) int { return 1 + memberBits(k) }

// staticPrivate installs static private methods on the class.
func (f *fn) staticPrivate(c *ast.Class, k int) {
	for i := range c.Members {
		m := &c.Members[i]
		id, ok := m.Key.(*ast.Ident)
		if !ok || !m.Static || m.Func == nil || id.Flags&ast.IdentPrivate == 0 {
			continue
		}
		t := f.top
		r := f.temp()
		if m.FuncBinding != nil {
			f.loadLoc(f.place(m.FuncBinding), r)
		} else {
			f.function(m.Func, accessorName(m), r)
		}
		key := f.privateKey(id)
		f.at(m)
		f.emitX(bc.OpDefpriv, privateBits(m.Kind), k, key, r, f.additionSite())
		f.top = t
	}
}

// privateKey is a register with a private name.
func (f *fn) privateKey(id *ast.Ident) int {
	if id.Binding == nil {
		f.c.fail(id, "private name is not declared")
		return 0
	}
	l := f.place(id.Binding)
	if l.kind == locRegister {
		return l.n
	}
	r := f.temp()
	f.loadLoc(l, r)
	return r
}

// constructor compiles a class's constructor, or the default one.
func (c *compiler) constructor(cl *ast.Class, name string, outer *env) *bc.Function {
	if cl.Constructor != nil {
		return c.function(cl.Constructor, name, outer)
	}
	g := &ast.Function{Span: cl.Span, Kind: ast.FuncConstructor, Class: cl}
	if cl.Heritage != nil {
		g.Kind = ast.FuncDerived
	}
	f := c.newFn(g, outer)
	f.b.SetPos(bc.Pos{At: cl.Start, Start: cl.Start, End: cl.End})
	f.ctxReg = f.temp()
	f.emit(bc.OpFuncctx, f.ctxReg, 0, 0)
	if cl.Heritage == nil {
		f.initFields(0, cl)
		f.emit(bc.OpRetundef, 0, 0, 0)
		return f.finish(name, true)
	}
	// constructor(...args) { super(...args); }, but without iterating.
	f.needs |= heap.TNeedsArgs
	base := f.window()
	args := f.temp()
	f.emit(bc.OpCallee, base-1, 0, 0)
	f.emit(bc.OpGetsuperctor, base-1, base-1, 0)
	f.undefined(base)
	f.emit(bc.OpRest, args, 0, 0)
	f.emitX(bc.OpSuperspread, 0, base, base, args, f.b.Site())
	f.initFields(base, cl)
	f.emit(bc.OpRet, base, 0, 0)
	return f.finish(name, true)
}

// inherit adds to what a derived class's instances are expected to have what those
// of its superclass have, if that is derived, too, and known by its name. (What
// the base class adds comes on top of that: see heap.InstanceSlots.)
func (c *compiler) inherit(cl *ast.Class, made *bc.Function) {
	if cl.Heritage == nil {
		return
	}
	if id, ok := cl.Heritage.(*ast.Ident); ok {
		made.Instance += c.derived[id.Name]
	}
	if cl.Name != nil {
		if c.derived == nil {
			c.derived = map[*ast.Name]int{}
		}
		c.derived[cl.Name.Name] = made.Instance
	}
}

// inlineInit tells that the constructor itself initialises the fields.
func inlineInit(c *ast.Class) bool {
	g := c.InstanceInit
	return c.Heritage == nil && g != nil && g.NewTarget == nil && (g.Scope == nil || !g.Scope.NeedsContext)
}

// initFields is InitializeInstanceElements of the object in register this.
func (f *fn) initFields(this int, c *ast.Class) {
	if c == nil || c.InstanceInit == nil {
		return
	}
	t := f.top
	if inlineInit(c) {
		g := c.InstanceInit
		if g.This != nil {
			f.c.locs[g.This] = loc{kind: locRegister, n: this}
		}
		if g.Home != nil {
			f.c.locs[g.Home] = f.c.homeLoc(g, f.outer)
		}
		node := f.node
		f.node = g
		f.fields(c, false, this)
		f.node = node
		f.top = t
		return
	}
	for i := range c.Members {
		if m := &c.Members[i]; !m.Static && m.Kind == ast.MemberField {
			switch k := m.Key.(type) {
			case *ast.Ident:
				f.willHave("#" + k.Name.Text)
			case *ast.String:
				f.willHave(k.Value)
			}
		}
	}
	ci := f.c.classes[c]
	base := f.window()
	f.loadLoc(loc{kind: locContext, env: ci.env, n: ci.init}, base-1)
	f.mov(base, this)
	f.at(c)
	f.call(base, base, 0)
	f.top = t
}

// initializer makes the function that runs a class's field initialisers.
func (f *fn) initializer(g *ast.Function, static bool, dst int) {
	in := f.c.newFn(g, f.env)
	in.prologue()
	in.fields(g.Class, static, 0)
	in.endBody()
	name := "<instance_members_initializer>" // as other engines call it in stacks
	if static {
		name = "<static_initializer>"
	}
	k := f.b.Const(in.finish(name, true))
	f.at(g)
	f.emit(bc.OpClosure, dst, f.current(), k)
}

// fields defines the fields, private methods and static blocks of a class on
// the object in register this.
func (f *fn) fields(c *ast.Class, static bool, this int) {
	if !static {
		for i := range c.Members {
			m := &c.Members[i]
			id, ok := m.Key.(*ast.Ident)
			if !ok || m.Static || m.Func == nil || id.Flags&ast.IdentPrivate == 0 {
				continue
			}
			t := f.top
			r := f.temp()
			f.loadLoc(f.place(m.FuncBinding), r)
			f.at(m)
			f.emitX(bc.OpDefpriv, privateBits(m.Kind), this, f.privateKey(id), r, f.additionSite())
			f.top = t
		}
	}
	for i := range c.Members {
		m := &c.Members[i]
		if m.Static != static {
			continue
		}
		t := f.top
		switch m.Kind {
		case ast.MemberField:
			f.field(m, this)
		case ast.MemberStaticBlock:
			f.block(m.Block)
		}
		f.top = t
	}
}

// field is DefineField.
func (f *fn) field(m *ast.ClassMember, this int) {
	id, private := m.Key.(*ast.Ident)
	private = private && id.Flags&ast.IdentPrivate != 0
	s, plain := m.Key.(*ast.String)
	plain = plain && !m.Computed
	if plain {
		_, index := arrayIndex(s.Value)
		plain = !index
	}
	r, key := -1, -1
	value := func(name string) {
		switch {
		case m.Value == nil:
			r = f.temp()
			f.undefined(r)
		case isAnonymous(m.Value):
			r = f.temp()
			if key >= 0 && !private {
				f.namedBy(m.Value, staticName(m.Key, 0), key, r)
			} else {
				f.named(m.Value, name, r)
			}
		default:
			r = f.any(m.Value)
		}
	}
	switch {
	case private:
		value(id.Name.Text)
		key = f.privateKey(id)
		if !m.Static {
			f.willHave("#" + id.Name.Text)
		}
		f.at(m)
		f.emitX(bc.OpDefpriv, 0, this, key, r, f.additionSite())
	case plain:
		value(s.Value)
		if !m.Static {
			f.willHave(s.Value)
		}
		f.at(m)
		f.emitX(bc.OpDefprop, 0, this, r, f.b.String(s.Value), f.b.Site())
	default:
		if m.Computed && m.KeyBinding != nil {
			key = f.temp()
			f.loadLoc(f.place(m.KeyBinding), key)
		} else {
			key = f.propKey(m.Key, -1)
		}
		value("")
		f.at(m)
		f.emit(bc.OpDefelem, this, key, r)
	}
}
