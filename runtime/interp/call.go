//firn:core

package interp

import (
	"firn/heap"
	"firn/ir/bytecode"
	"firn/runtime/builtin"
)

// IsConstructor is ECMA-262 7.2.4.
func (m *Machine) IsConstructor(v Value) bool {
	h := m.H
	for v.IsObject() {
		o := v.Ref()
		switch h.Kind(o) {
		case heap.KFunction:
			return h.U32(h.Word(o)+heap.TmplFlags)&heap.TConstructor != 0
		case heap.KProxy:
			return h.Word(o)&2 != 0
		case heap.KEvaluator:
			return h.Word(o) == builtin.EvaluatorFunction
		case heap.KHost:
			return h.Word(o)&builtin.HostConstructor != 0
		case heap.KBound:
			v = h.Internal(o, 0)
			continue
		}
		return false
	}
	return false
}

// spread lays out a call above the running frame: fn, this, and the values of
// a dense library array as arguments. It returns the base and count.
func (m *Machine) spread(fn, this, array Value) (base, n uint32, ok bool) {
	h := m.H
	base = m.top() + frameHeader
	a := array.Ref()
	n = h.Word(a)
	if uint64(base)+8*uint64(n)+4*frameHeader > uint64(m.stackLimit) {
		return 0, 0, false
	}
	h.SetVal(base+off(frameCallee), fn)
	h.SetVal(base, this)
	e := h.U32(a + heap.OffElements)
	have := uint32(0)
	if e != 0 && h.Kind(e) == heap.KElements {
		have = (h.Size(e) - heap.OffValues) >> 3
	}
	for i := uint32(0); i < n; i++ {
		v := heap.Undefined
		if i < have {
			if v = h.Val(e + heap.OffValues + 8*i); v == heap.Hole {
				v = heap.Undefined
			}
		}
		h.SetVal(base+8+8*i, v)
	}
	h.Charge(uint64(n))
	return base, n, true
}

func (m *Machine) callSpread(dst, b uint32, array, newTarget Value) status {
	base, n, ok := m.spread(m.get(b-1), m.get(b), array)
	if !ok {
		return m.stackOverflow()
	}
	return m.invoke(base, n, m.after(dst, ActStore), newTarget)
}

// constructWith executes the construction at pc: new, super(…) or the library's
// construct. proto is the new target's prototype property where a getter had to
// be called for it, else Empty.
func (m *Machine) constructWith(proto Value) status {
	h := m.H
	w := h.U64(m.pc)
	a, b, c := fieldA(w), fieldB(w), fieldC(w)
	base, n := m.reg(b), c
	fn := m.get(b - 1)
	newTarget := fn
	switch bytecode.Op(w) {
	case bytecode.OpSupercall, bytecode.OpSuperspread:
		newTarget = h.Val(m.fp + off(frameNewTarget))
	case bytecode.OpConstruct:
		newTarget = m.get(m.fieldD())
	}
	switch bytecode.Op(w) {
	case bytecode.OpNew, bytecode.OpNewspread:
		m.noteNew(m.site(m.fieldD()))
	}
	if !m.IsConstructor(fn) {
		return m.notConstructor(fn)
	}
	switch bytecode.Op(w) {
	case bytecode.OpNewspread, bytecode.OpSuperspread, bytecode.OpConstruct:
		var ok bool
		if base, n, ok = m.spread(fn, heap.Undefined, m.get(c)); !ok {
			return m.stackOverflow()
		}
	}
	return m.construct(base, n, m.after(a, ActStore), newTarget, proto)
}

// construct is [[Construct]] of the function at base−8 with n arguments.
func (m *Machine) construct(base, n uint32, ret uint64, newTarget, proto Value) status {
	h := m.H
	fn := h.Val(base + off(frameCallee))
	if !m.IsConstructor(fn) {
		return m.notConstructor(fn)
	}
	// The function that bound ones stand for. Nothing is changed before its prototype is known: if a getter or proxy has
	// to be asked for it, the instruction is executed again with the answer.
	target := fn
	for h.Kind(target.Ref()) == heap.KBound {
		inner := h.Internal(target.Ref(), 0)
		if newTarget == target {
			newTarget = inner
		}
		target = inner
	}
	found := false
	plain := h.Kind(target.Ref()) == heap.KFunction && h.U32(h.Word(target.Ref())+heap.TmplFlags)&(heap.TDerived|heap.TBuiltinCtor) == 0
	if plain && proto == heap.Empty {
		retry := uint64(m.pc-m.tmpl) | ActNewProto<<48
		switch h.Lookup(newTarget.Ref(), h.Root(heap.RootAtomPrototype), &m.prop) {
		case heap.LookupData:
			proto = m.prop.Value
			found = proto.IsObject()
		case heap.LookupAccessor:
			if m.prop.Getter != heap.Undefined {
				return m.callValue(m.prop.Getter, newTarget, retry, 0, 0, 0, 0, 0)
			}
		case heap.LookupProxy:
			return m.callLib(builtin.LibProxyGet, retry, 3,
				heap.Object(m.prop.Holder), h.Root(heap.RootAtomPrototype), newTarget, 0)
		}
	}
	for h.Kind(fn.Ref()) == heap.KBound {
		var st status
		if n, st = m.unbind(base, n, fn.Ref()); st != next {
			return st
		}
		fn = h.Val(base + off(frameCallee))
	}
	if !plain {
		if h.Kind(fn.Ref()) == heap.KFunction {
			h.SetVal(base, heap.Undefined)
			m.noteDerived(fn)
		}
		return m.invoke(base, n, ret, newTarget)
	}
	t := h.Word(fn.Ref())
	p := h.Root(heap.RootObjectProto).Ref()
	if proto.IsObject() {
		p = proto.Ref()
	} else if m.revoked(newTarget) {
		return m.typeError("Cannot construct with a proxy that has been revoked", 0, "")
	}
	o := h.NewObject(p, h.InstanceSlots(t, newTarget.Ref()))
	h.SetVal(base, heap.Object(o))
	if found {
		m.cacheConstruct(newTarget, h.Shape(o), t)
	}
	if ret>>48 == ActStore {
		ret |= ActConstruct << 48
	} else {
		ret = ret&0xFFFFFFFFFFFF | ActExitConstruct<<48
	}
	return m.enter(base, n, ret, newTarget, t)
}

// revoked reports whether GetFunctionRealm (ECMA-262 7.3.24) of f fails.
func (m *Machine) revoked(f Value) bool {
	for f.IsObject() && (m.H.Kind(f.Ref()) == heap.KProxy || m.H.Kind(f.Ref()) == heap.KBound) {
		f = m.H.Internal(f.Ref(), 0)
	}
	return f == heap.Null
}

// literalSlots is the room for properties in an object literal of n.
func literalSlots(n uint32) uint32 {
	if n > 64 {
		return 64
	}
	return n
}

// returnDerived returns from a derived constructor: ECMA-262 10.2.2 steps
// 10–14.
func (m *Machine) returnDerived(v, this Value) status {
	if v.IsObject() {
		return m.doReturn(v)
	}
	if v != heap.Undefined {
		return m.typeError("Derived constructors may only return object or undefined", 0, "")
	}
	if this == heap.TDZ {
		return m.referenceError("Must call super constructor in derived class before accessing 'this' or returning from derived constructor", 0, "")
	}
	return m.doReturn(this)
}

// getSuperConstructor is GetSuperConstructor, ECMA-262 13.3.7.2. That it is a
// constructor is tested after the arguments, by supercall.
func (m *Machine) getSuperConstructor(dst, f uint32) status {
	v := heap.Null
	if p := m.H.Proto(f); p != 0 {
		v = heap.Object(p)
	}
	m.set(dst, v)
	return next
}

// actual is argument i of the running frame, of n actual ones.
func (m *Machine) actual(i, n uint32) Value {
	if n > uint32(m.H.U16(m.tmpl+heap.TmplParams)) {
		return m.H.Val(m.fp - frameHeader - 8*(n-i))
	}
	return m.H.Val(m.fp + 8 + 8*i)
}

// rest makes the array of a rest parameter.
func (m *Machine) rest(dst, from uint32) status {
	h := m.H
	n := h.U32(m.fp + off(frameCaller))
	k := uint32(0)
	if n > from {
		k = n - from
	}
	a := h.NewArrayCap(k, k)
	if a == 0 {
		return m.noMemory()
	}
	if k > 0 {
		e := h.U32(a + heap.OffElements)
		for i := uint32(0); i < k; i++ {
			h.SetVal(e+heap.OffValues+8*i, m.actual(from+i, n))
		}
		h.DirtyCell(e)
	}
	m.set(dst, heap.Object(a))
	h.Charge(uint64(k))
	return next
}

// arguments makes an unmapped arguments object: ECMA-262 10.4.4.6.
func (m *Machine) arguments(dst uint32) status {
	h := m.H
	n := h.U32(m.fp + off(frameCaller))
	thrower := h.Root(builtin.RootThrowTypeError)
	if !h.Room(8*uint64(n) + 4096) { // for the shape, too, which must be whole
		return m.noMemory()
	}
	s := h.Root(heap.RootArgumentsShape)
	if !s.IsCell() {
		o := h.NewObjectShape(h.RootShape(h.Root(heap.RootObjectProto).Ref(), heap.KArguments, 3))
		m.desc = heap.Desc{Value: heap.Int(0), Attrs: heap.WC, Has: heap.HasValue | heap.WEC}
		h.DefineOwn(o, h.Root(heap.RootAtomLength), &m.desc)
		h.DefineOwn(o, h.Root(builtin.RootSymIterator), &m.desc)
		m.desc = heap.Desc{Getter: thrower, Setter: thrower, Has: heap.HasGet | heap.HasSet | heap.Enumerable | heap.Configurable}
		h.DefineOwn(o, heap.String(h.InternStr("callee")), &m.desc)
		s = heap.CellRef(h.Shape(o))
		h.SetRoot(heap.RootArgumentsShape, s)
	}
	o := h.NewObjectShape(s.Ref())
	m.set(dst, heap.Object(o)) // nothing below collects
	h.SetVal(o+heap.OffInternal, heap.Uint32(n))
	h.SetVal(o+heap.OffInternal+8, h.Root(builtin.RootArrayPrototype_values))
	h.Store(o+heap.OffInternal+16, h.NewAccessor(thrower, thrower))
	if n > 0 {
		e := h.AllocValues(heap.KElements, heap.OffValues+8*n, heap.OffValues, heap.Hole)
		for i := uint32(0); i < n; i++ {
			h.SetVal(e+heap.OffValues+8*i, m.actual(i, n))
		}
		h.DirtyCell(e)
		h.StoreRef(o+heap.OffElements, e)
	}
	h.Charge(uint64(n))
	return next
}

// closure makes a function object of template t.
func (m *Machine) closure(dst uint32, ctx Value, t uint32) status {
	h := m.H
	root := uint32(heap.RootFunctionProto)
	switch h.U32(t+heap.TmplFlags) & (heap.TGenerator | heap.TAsync) {
	case heap.TGenerator:
		root = builtin.RootGeneratorFunctionPrototype
	case heap.TAsync:
		root = builtin.RootAsyncFunctionPrototype
	case heap.TGenerator | heap.TAsync:
		root = builtin.RootAsyncGeneratorFunctionPrototype
	}
	proto := uint32(0)
	if v := h.Root(root); v.IsObject() {
		proto = v.Ref()
	}
	c := uint32(0)
	if ctx.IsCell() {
		c = ctx.Ref()
	}
	m.set(dst, heap.Object(h.NewFunction(t, c, h.FunctionShape(proto))))
	return next
}

// newClass makes a class constructor and its prototype object: ECMA-262 15.7.14
// steps 6–14. With heritage, register b is the superclass (or null) and b+1 its
// prototype property.
func (m *Machine) newClass(dst, b, t uint32, ctx Value, heritage bool) status {
	h := m.H
	protoParent := h.Root(heap.RootObjectProto)
	parent := h.Root(heap.RootFunctionProto)
	if heritage {
		if super := m.get(b); super == heap.Null {
			protoParent = heap.Null
		} else {
			parent, protoParent = super, m.get(b+1)
			if !protoParent.IsObject() && protoParent != heap.Null {
				return m.typeError("Class extends value does not have valid prototype property ", m.Call.Display(protoParent), "")
			}
		}
	}
	pp := uint32(0)
	if protoParent.IsObject() {
		pp = protoParent.Ref()
	}
	proto := h.NewObject(pp, 4)
	c := uint32(0)
	if ctx.IsCell() {
		c = ctx.Ref()
	}
	f := h.NewFunction(t, c, h.FunctionShape(parent.Ref()))
	m.desc = heap.Desc{Value: heap.Object(proto), Has: heap.HasValue | heap.WEC}
	h.DefineOwn(f, h.Root(heap.RootAtomPrototype), &m.desc)
	m.desc = heap.Desc{Value: heap.Object(f), Attrs: heap.WC, Has: heap.HasValue | heap.WEC}
	h.DefineOwn(proto, h.Root(heap.RootAtomConstructor), &m.desc)
	m.set(dst, heap.Object(f))
	m.set(dst+1, heap.Object(proto))
	return next
}

// instanceOf is v instanceof target, ECMA-262 13.10.2.
func (m *Machine) instanceOf(dst uint32, v, target Value) status {
	h := m.H
	if !target.IsObject() {
		return m.typeError("Right-hand side of 'instanceof' is not an object", 0, "")
	}
	t := target.Ref()
	// The ordinary case: a function that inherits %Function.prototype%[@@hasInstance].
	if h.Kind(t) == heap.KFunction &&
		h.Lookup(t, h.Root(builtin.RootSymHasInstance), &m.prop) == heap.LookupData &&
		m.prop.Holder == h.Root(heap.RootFunctionProto).Ref() && m.prop.Attrs&heap.Writable == 0 &&
		(!v.IsObject() || h.Lookup(t, h.Root(heap.RootAtomPrototype), &m.prop) == heap.LookupData && m.prop.Value.IsObject()) {
		if !v.IsObject() {
			m.set(dst, heap.False)
			return next
		}
		want := m.prop.Value.Ref()
		for o, links := v.Ref(), uint32(1); h.Kind(o) != heap.KProxy; links++ {
			o = h.Proto(o)
			h.ChargeLink(links)
			if o == 0 || o == want {
				m.set(dst, boolean(o != 0))
				return next
			}
		}
	}
	return m.callLib(builtin.LibInstanceOf, m.after(dst, ActStore), 2, v, target, 0, 0)
}

// copyProps is CopyDataProperties of a spread or rest property: x keys from
// register first are left out, or with x = 255 those in an array.
func (m *Machine) copyProps(target, source Value, first, x uint32) status {
	h := m.H
	if source.IsNullish() {
		return next
	}
	// The keys to leave out, as a record of property keys.
	n, list := x, uint32(0)
	if x == 255 {
		list = m.get(first).Ref()
		n = h.Word(list)
	}
	rec := h.AllocValues(heap.KRecord, heap.OffValues+8*n+8, heap.OffValues, heap.Undefined)
	for i := uint32(0); i < n; i++ {
		v := heap.Undefined
		if list != 0 {
			v = h.Val(h.U32(list+heap.OffElements) + heap.OffValues + 8*i)
		} else {
			v = m.get(first + i)
		}
		k, st := m.key(v)
		if st != next {
			return st
		}
		h.SetVal(rec+heap.OffValues+8*i, k)
	}
	from := m.box(source)
	switch h.CopyDataProperties(target.Ref(), from, rec, n) {
	case heap.OpDone:
		return next
	case heap.OpMemory:
		return m.noMemory()
	}
	arr := h.NewArrayCap(n, n)
	if arr == 0 {
		return m.noMemory()
	}
	for i := uint32(0); i < n; i++ {
		h.Store(h.U32(arr+heap.OffElements)+heap.OffValues+8*i, m.keyValue(h.Val(rec+heap.OffValues+8*i)))
	}
	return m.callLib(builtin.LibCopyDataPropertiesSlow, m.after(0, ActDiscard), 3, target, heap.Object(from), heap.Object(arr), 0)
}

// newRegExp evaluates a regular expression literal.
func (m *Machine) newRegExp(dst uint32, source, flags Value) status {
	v := m.Call.NewRegExp(source, flags)
	m.settle()
	if v == heap.Empty {
		return m.leafFailed(0, 0, 0)
	}
	m.set(dst, v)
	return next
}

// templateObject gives the template object of a tagged template.
func (m *Machine) templateObject(dst, site uint32) status {
	v := m.TemplateObject(site)
	if v == heap.Empty {
		return m.noMemory()
	}
	m.set(dst, v)
	return next
}

// TemplateObject is GetTemplateObject, ECMA-262 13.2.8.4. The site is a record:
// [0] the object once it is made, [1] number of parts, then cooked and raw ones.
// Empty means no memory.
func (m *Machine) TemplateObject(site uint32) Value {
	h := m.H
	if v := h.Val(site + heap.OffValues); v.IsObject() {
		return v
	}
	n := uint32(h.Val(site + heap.OffValues + 8).Int32())
	cooked, raw := h.NewArrayCap(n, n), h.NewArrayCap(n, n)
	if cooked == 0 || raw == 0 {
		return heap.Empty
	}
	for i := uint32(0); i < n; i++ {
		h.Store(h.U32(cooked+heap.OffElements)+heap.OffValues+8*i, h.Val(site+heap.OffValues+16+8*i))
		h.Store(h.U32(raw+heap.OffElements)+heap.OffValues+8*i, h.Val(site+heap.OffValues+16+8*(n+i)))
	}
	h.SetIntegrity(raw, heap.Frozen)
	m.desc = heap.Desc{Value: heap.Object(raw), Has: heap.HasValue | heap.WEC}
	h.DefineOwn(cooked, heap.String(h.InternStr("raw")), &m.desc)
	h.SetIntegrity(cooked, heap.Frozen)
	h.Store(site+heap.OffValues, heap.Object(cooked))
	return heap.Object(cooked)
}

// cacheConstruct remembers at the site of new or super(…) that instances of
// newTarget, made by a constructor of template t, have shape s; m.prop is its
// prototype property.
func (m *Machine) cacheConstruct(newTarget Value, s, t uint32) {
	h := m.H
	switch bytecode.Op(h.U8(m.pc)) {
	case bytecode.OpNew, bytecode.OpSupercall, bytecode.OpNewspread, bytecode.OpSuperspread:
	default:
		return
	}
	if m.prop.Where != heap.WhereSlots || m.prop.Holder != newTarget.Ref() || h.ShapeFlagsOf(s)&heap.SDictionary != 0 {
		return
	}
	site := m.site(m.fieldD())
	h.StoreRef(site+heap.IcShape, s)
	h.SetU32(site+heap.IcData, m.prop.Offset)
	h.StoreRef(site+heap.IcRef, newTarget.Ref())
	h.SetU32(site+heap.IcEpoch, h.U32(t+heap.TmplInstance))
}

// noteNew records that a site of new was executed, though nothing may be known of
// what is constructed there.
func (m *Machine) noteNew(site uint32) {
	if h := m.H; h.U64(site) == 0 && h.U64(site+heap.IcRef) == 0 {
		h.SetU32(site+heap.IcEpoch, 1)
	}
}

// noteDerived records at the site of new the first derived constructor that is
// called there, with its template in place of a shape: no instance is made for it.
func (m *Machine) noteDerived(fn Value) {
	h := m.H
	if op := bytecode.Op(h.U8(m.pc)); op != bytecode.OpNew && op != bytecode.OpNewspread {
		return
	}
	if site := m.site(m.fieldD()); h.U32(site+heap.IcShape) == heap.IcEmpty {
		h.StoreRef(site+heap.IcShape, h.Word(fn.Ref()))
		h.StoreRef(site+heap.IcRef, fn.Ref())
	}
}

// boundTemplate is the template of the function that fn, a bound function, stands for;
// 0 if fn is none, or stands for something else.
func (m *Machine) boundTemplate(fn Value) uint32 {
	h := m.H
	if !h.IsKind(fn, heap.KBound) {
		return 0
	}
	target := h.Internal(fn.Ref(), 0)
	if !h.IsKind(target, heap.KFunction) {
		return 0
	}
	return h.Word(target.Ref())
}

// noteCall records a callee at the site of a call: IcShape is the template of
// the functions called so far, IcRef the function while it has always been the
// same. With more templates the site is polymorphic, then megamorphic. While there is no
// template, IcRef is the one built-in function of ROM that was called, and IcEpoch
// is 1 once there was another. Where bound functions of one template were called and
// nothing else, IcRef is one of them.
func (m *Machine) noteCall(fn Value, site uint32) {
	h := m.H
	state := h.U32(site + heap.IcShape)
	if state == heap.IcMega {
		return
	}
	switch {
	case !h.IsKind(fn, heap.KFunction):
		if t := m.boundTemplate(fn); t != 0 {
			ref := h.U32(site + heap.IcRef)
			if state == heap.IcEmpty && ref == 0 && h.U32(site+heap.IcEpoch) == 0 {
				h.StoreRef(site+heap.IcShape, t)
				h.StoreRef(site+heap.IcRef, fn.Ref())
				return
			}
			if state == t && h.Kind(ref) == heap.KBound {
				return
			}
		}
		if state == heap.IcEmpty {
			if h.U32(site+heap.IcEpoch) != 0 {
				return
			}
			if ref := h.U32(site + heap.IcRef); h.IsKind(fn, heap.KNative) && h.IsROM(fn.Ref()) && (ref == 0 || ref == fn.Ref()) {
				h.SetU32(site+heap.IcRef, fn.Ref())
				return
			}
			h.SetU32(site+heap.IcRef, 0)
			h.SetU32(site+heap.IcEpoch, 1)
			return
		}
	case state == h.Word(fn.Ref()):
		if h.U32(site+heap.IcRef) != fn.Ref() {
			h.SetU32(site+heap.IcRef, 0)
		}
		return
	case state == heap.IcEmpty:
		h.SetU32(site+heap.IcEpoch, 0)
		h.StoreRef(site+heap.IcShape, h.Word(fn.Ref()))
		h.StoreRef(site+heap.IcRef, fn.Ref())
		return
	default:
		h.AddCallee(site, h.Word(fn.Ref()))
		return
	}
	h.SetU64(site+heap.IcShape, heap.IcMega)
	h.SetU64(site+heap.IcRef, 0)
}
