//firn:core

package interp

import (
	"firn/heap"
	"firn/runtime/builtin"
)

// start is the object where the lookup of a property of v begins, 0 when v is
// undefined or null.
func (m *Machine) start(v Value) uint32 {
	h := m.H
	switch v.Tag() {
	case heap.TagObject:
		return v.Ref()
	case heap.TagString:
		return h.Root(builtin.RootStringPrototype).Ref()
	case heap.TagSymbol:
		return h.Root(builtin.RootSymbolPrototype).Ref()
	case heap.TagBigInt:
		return h.Root(builtin.RootBigIntPrototype).Ref()
	case heap.TagSpecial:
		if v.IsBool() {
			return h.Root(builtin.RootBooleanPrototype).Ref()
		}
		return 0
	}
	return h.Root(builtin.RootNumberPrototype).Ref()
}

// lookup finds property key of v. code is a heap.Lookup constant and m.prop
// what was found.
func (m *Machine) lookup(v, key Value) uint32 {
	h := m.H
	if v.IsString() {
		if key.IsNumber() {
			if i := key.Index(); i < h.StrLen(v.Ref()) {
				m.prop = heap.Prop{Value: heap.String(h.Char(h.At(v.Ref(), i))), Attrs: heap.Enumerable, Where: heap.WhereString}
				return heap.LookupData
			}
		} else if key == h.Root(heap.RootAtomLength) {
			m.prop = heap.Prop{Value: heap.Uint32(h.StrLen(v.Ref())), Where: heap.WhereString}
			return heap.LookupData
		}
	}
	return h.Lookup(m.start(v), key, &m.prop)
}

// getNamed is v.key with an inline cache.
func (m *Machine) getNamed(dst uint32, v, key Value, site uint32) status {
	if v.IsNullish() {
		return m.throwNullish(v, key, "read")
	}
	h := m.H
	switch shape := h.U32(site); {
	case shape == heap.IcMega:
		if x := m.megaLoad(v, key); x != heap.Empty {
			m.set(dst, x)
			return next
		}
	case shape > heap.IcMega && v.IsObject() && shape == h.Shape(v.Ref()) && h.U32(site+heap.IcData)&0xFF == heap.IcSpecial|heap.IcCall<<3:
		// A getter that the site knows.
		if epoch := h.U32(site + heap.IcEpoch); epoch == 0 || epoch == h.ProtoEpoch {
			return m.callValue(heap.Object(h.U32(site+heap.IcRef)), v, m.after(dst, ActStore), 0, 0, 0, 0, 0)
		}
	}
	code := m.lookup(v, key)
	if code <= heap.LookupAccessor {
		h.CacheGet(site, v, key, &m.prop)
	}
	return m.found(dst, code, v, key)
}

// megaLoad reads a data property through the megamorphic cache; Empty if it
// does not know.
func (m *Machine) megaLoad(v, key Value) Value {
	h := m.H
	e := h.MegaFind(h.PseudoShape(v), key)
	if e == 0 {
		return heap.Empty
	}
	if epoch := h.U32(e + heap.IcEpoch); epoch != 0 && epoch != h.ProtoEpoch {
		return heap.Empty
	}
	data := h.U32(e + heap.IcData)
	switch data & 7 {
	case heap.IcOwn:
		return h.Val(v.Ref() + data)
	case heap.IcOwnSlots:
		return h.Val(h.U32(v.Ref()+heap.OffSlots) + data&^7)
	case heap.IcProto:
		return h.Val(h.U32(e+heap.IcRef) + data&^7)
	case heap.IcProtoSlots:
		return h.Val(h.U32(h.U32(e+heap.IcRef)+heap.OffSlots) + data&^7)
	case heap.IcAbsent:
		return heap.Undefined
	}
	return heap.Empty
}

// get is v[key] for a key that is a property key already.
func (m *Machine) getKey(dst uint32, v, key Value) status {
	if v.IsNullish() {
		return m.throwNullish(v, key, "read")
	}
	return m.found(dst, m.lookup(v, key), v, key)
}

// found finishes a read whose lookup has ended with code; receiver is this for
// a getter.
func (m *Machine) found(dst, code uint32, receiver, key Value) status {
	switch code {
	case heap.LookupData:
		m.set(dst, m.prop.Value)
		return next
	case heap.LookupAbsent:
		m.set(dst, heap.Undefined)
		return next
	case heap.LookupAccessor:
		if m.prop.Getter == heap.Undefined {
			m.set(dst, heap.Undefined)
			return next
		}
		return m.callValue(m.prop.Getter, receiver, m.after(dst, ActStore), 0, 0, 0, 0, 0)
	case heap.LookupProxy:
		m.sawProxy(receiver)
		return m.callLib(builtin.LibProxyGet, m.after(dst, ActStore), 3, heap.Object(m.prop.Holder), m.keyValue(key), receiver, 0)
	}
	return m.typeError("Cannot access a module namespace here", 0, "")
}

// sawProxy records that the instruction at pc has met v, if that is the proxy
// that has been found, and not one on its prototype chain.
func (m *Machine) sawProxy(v Value) {
	if m.H.IsKind(v, heap.KProxy) {
		m.saw(heap.FbProxy)
	}
}

// keyValue is a property key as JS sees it: numbers become strings.
func (m *Machine) keyValue(key Value) Value {
	if key.IsNumber() {
		return heap.String(m.Call.PrimitiveToString(key))
	}
	return key
}

// key makes a property key of a primitive value.
func (m *Machine) key(v Value) (Value, status) {
	h := m.H
	switch {
	case v.IsString():
		// Even an atom may be an index: "0" as a constant is one.
		return h.KeyFromString(v.Ref()), next
	case v.IsSymbol():
		return v, next
	case v.IsNumber():
		if k, ok := heap.KeyFromNumber(v); ok {
			return k, next
		}
	}
	s, st := m.primitiveString(v)
	if st != next {
		return 0, st
	}
	return h.KeyFromString(s), next
}

// getElem is v[k] for any k.
func (m *Machine) getElem(dst uint32, v, k Value, site uint32) status {
	h := m.H
	if v.IsNullish() {
		return m.throwNullish(v, k, "read")
	}
	if k.IsObject() {
		return m.callLib(builtin.LibGetElemSlow, m.after(dst, ActStore), 2, v, k, 0, 0)
	}
	if k.IsInt() && v.IsString() {
		// Another string than the loop does, or no unit of it.
		m.saw(heap.FbObject | heap.FbOther)
		if i := uint32(k.Int32()); i < h.StrLen(v.Ref()) {
			m.saw(heap.FbObject | heap.FbOther)
			m.set(dst, heap.String(h.Char(h.At(v.Ref(), i))))
			return next
		}
	}
	key, st := m.key(k)
	if st != next {
		return st
	}
	if key.IsNumber() {
		m.saw(heap.FbOther)
		return m.found(dst, m.lookup(v, key), v, key)
	}
	m.saw(heap.FbString)
	if x := m.megaLoad(v, key); x != heap.Empty {
		m.set(dst, x)
		return next
	}
	code := m.lookup(v, key)
	if code <= heap.LookupAccessor {
		h.MegaGet(v, key, &m.prop)
	}
	return m.found(dst, code, v, key)
}

// setNamed is v.key = x with an inline cache.
func (m *Machine) setNamed(v, key, x Value, site uint32) status {
	if v.IsNullish() {
		return m.throwNullish(v, key, "set")
	}
	h := m.H
	if !v.IsObject() {
		return m.setKey(v, key, x)
	}
	shape := h.Shape(v.Ref())
	m.prop.Dynamic = false
	code := h.Set(v.Ref(), key, x, v, &m.prop)
	if code == heap.OpDone || code == heap.OpSetter {
		h.CacheSet(site, v, key, code, shape, &m.prop)
	}
	if code == heap.OpDone {
		return next
	}
	return m.setFailed(code, v, key, x)
}

// setKey is v[key] = x for a property key.
func (m *Machine) setKey(v, key, x Value) status {
	m.prop.Dynamic = true
	code := m.H.Set(m.start(v), key, x, v, &m.prop)
	if code == heap.OpDone {
		return next
	}
	return m.setFailed(code, v, key, x)
}

// setFailed finishes a write that user code has to take part in, or throws.
func (m *Machine) setFailed(code uint32, v, key, x Value) status {
	switch code {
	case heap.OpSetter:
		return m.callValue(m.prop.Setter, v, m.after(0, ActDiscard), 1, x, 0, 0, 0)
	case heap.OpProxy:
		m.sawProxy(v)
		return m.callLib(builtin.LibProxyPut, m.after(0, ActDiscard), 4, heap.Object(m.prop.Holder), m.keyValue(key), x, v)
	case heap.OpReceiver:
		return m.callLib(builtin.LibSetWithReceiver, m.after(0, ActDiscard), 3, v, m.keyValue(key), x, 0)
	case heap.OpNumber:
		return m.callLib(builtin.LibSetArrayLengthSlow, m.after(0, ActDiscard), 2, v, x, 0, 0)
	case heap.OpTyped:
		if o := m.prop.Holder; x.IsNumber() && !heap.ElemIsBigInt(m.H.Word(o)) {
			// Like the loop, without a charge.
			m.H.TypedSet(o, m.prop.Offset, x)
			return next
		}
		return m.callLib(builtin.LibSetTypedElement, m.after(0, ActDiscard), 3, heap.Object(m.prop.Holder), heap.Uint32(m.prop.Offset), x, 0)
	case heap.OpNamespace:
		return m.typeError("Cannot assign to '", m.keyText(key), "' of a module namespace")
	}
	return m.throwRejected(code, key, v)
}

// setElem is v[k] = x for any k.
func (m *Machine) setElem(v, k, x Value, site uint32) status {
	if v.IsNullish() {
		return m.throwNullish(v, k, "set")
	}
	if k.IsObject() {
		return m.callLib(builtin.LibSetElemSlow, m.after(0, ActDiscard), 3, v, k, x, 0)
	}
	key, st := m.key(k)
	if st != next {
		return st
	}
	if key.IsNumber() {
		m.saw(heap.FbOther)
	} else {
		m.saw(heap.FbString)
	}
	return m.setKey(v, key, x)
}

// defineNamed is CreateDataPropertyOrThrow with an inline cache: literals and
// class fields.
func (m *Machine) defineNamed(v, key, x Value, site uint32) status {
	h := m.H
	o := v.Ref()
	if h.Kind(o) == heap.KProxy {
		return m.callLib(builtin.LibDefElemSlow, m.after(0, ActDiscard), 3, v, m.keyValue(key), x, 0)
	}
	shape := h.Shape(o)
	m.prop.Dynamic = false
	code := h.CreateDataProperty(o, key, x, &m.prop)
	if code == heap.OpDone {
		h.CacheSet(site, v, key, code, shape, &m.prop)
		return next
	}
	return m.defineFailed(code, v, key, x)
}

// defineElem is the same for a computed key.
func (m *Machine) defineElem(v, k, x Value) status {
	h := m.H
	if k.IsObject() || h.Kind(v.Ref()) == heap.KProxy {
		return m.callLib(builtin.LibDefElemSlow, m.after(0, ActDiscard), 3, v, k, x, 0)
	}
	key, st := m.key(k)
	if st != next {
		return st
	}
	m.prop.Dynamic = true
	code := h.CreateDataProperty(v.Ref(), key, x, &m.prop)
	if code == heap.OpDone {
		return next
	}
	return m.defineFailed(code, v, key, x)
}

func (m *Machine) defineFailed(code uint32, v, key, x Value) status {
	if code == heap.OpTyped || code == heap.OpNumber || code == heap.OpNamespace {
		return m.callLib(builtin.LibDefElemSlow, m.after(0, ActDiscard), 3, v, m.keyValue(key), x, 0)
	}
	return m.throwRejected(code, key, v)
}

// defineMethod defines a method, getter or setter (mode bits 0–1: 0, 1, 2; bit
// 2: enumerable) and names the function: ECMA-262 15.4.5, 10.2.9.
func (m *Machine) defineMethod(o uint32, fn, k Value, mode, site uint32) status {
	h := m.H
	key, st := m.key(k)
	if st != next {
		return st
	}
	lazy := mode&3 == 0 && key.IsString() && key.Ref() == h.U32(h.Word(fn.Ref())+heap.TmplName)
	if !lazy { // else the new function has that name already
		m.setFunctionName(fn.Ref(), key, mode&3)
	}
	before := h.Shape(o)
	attrs := uint32(heap.Configurable)
	if mode&4 != 0 {
		attrs |= heap.Enumerable
	}
	m.desc = heap.Desc{Value: heap.Undefined, Getter: heap.Undefined, Setter: heap.Undefined}
	switch mode & 3 {
	case 0:
		attrs |= heap.Writable
		m.desc.Value, m.desc.Has = fn, heap.HasValue|heap.WEC
	case 1:
		m.desc.Getter, m.desc.Has = fn, heap.HasGet|heap.Enumerable|heap.Configurable
	case 2:
		m.desc.Setter, m.desc.Has = fn, heap.HasSet|heap.Enumerable|heap.Configurable
	}
	m.desc.Attrs = attrs
	if code := h.DefineOwn(o, key, &m.desc); code != heap.OpDone {
		return m.throwRejected(code, key, heap.Object(o))
	}
	if lazy {
		h.CacheAdd(site, o, key, before, attrs)
	}
	return next
}

// setFunctionName is ECMA-262 10.2.9; prefix: 0 none, 1 get, 2 set. A function
// that has its name from the source keeps it; a class with a static name too.
func (m *Machine) setFunctionName(f uint32, k Value, prefix uint32) {
	h := m.H
	if k.IsNumber() || k.IsBigInt() {
		k = heap.String(m.Call.PrimitiveToString(k))
	}
	var s uint32
	if k.IsSymbol() {
		s = h.EmptyString()
		if d := h.SymbolDescription(k.Ref()); d.IsString() {
			s = d.Ref()
			if h.Flags(k.Ref())&heap.FPrivateName == 0 {
				s = m.text("[", s, "]")
			}
		}
	} else {
		s = k.Ref()
	}
	switch prefix {
	case 1:
		s = m.text("get ", s, "")
	case 2:
		s = m.text("set ", s, "")
	}
	if !h.IsKind(heap.Object(f), heap.KFunction) {
		return
	}
	name := h.Root(heap.RootAtomName)
	if h.U32(h.Word(f)+heap.TmplFlags)&heap.TClass != 0 {
		if h.GetOwn(f, name, &m.prop) && !(m.prop.Value.IsString() && h.StrLen(m.prop.Value.Ref()) == 0) {
			return
		}
	}
	m.desc = heap.Desc{Value: heap.String(s), Attrs: heap.Configurable, Has: heap.HasValue | heap.WEC}
	h.DefineOwn(f, name, &m.desc)
}

// deleteProperty is delete v.key (strict: a refusal throws).
func (m *Machine) deleteProperty(dst uint32, v, key Value) status {
	h := m.H
	if v.IsNullish() {
		return m.throwNullish(v, key, "read")
	}
	o := m.box(v)
	if h.Kind(o) == heap.KProxy {
		m.sawProxy(v)
		return m.callLib(builtin.LibProxyDeleteOrThrow, m.after(dst, ActStore), 2, v, m.keyValue(key), 0, 0)
	}
	if code := h.Delete(o, key); code != heap.OpDone {
		if code == heap.RejNotConfigurable || code == heap.OpNamespace {
			return m.typeError("Cannot delete property '", m.keyText(key), "' of object")
		}
		return m.throwRejected(code, key, v)
	}
	m.set(dst, heap.True)
	return next
}

func (m *Machine) deleteElem(dst uint32, v, k Value) status {
	if v.IsNullish() {
		return m.throwNullish(v, k, "read")
	}
	if k.IsObject() {
		return m.callLib(builtin.LibDeleteElemSlow, m.after(dst, ActStore), 2, v, k, 0, 0)
	}
	key, st := m.key(k)
	if st != next {
		return st
	}
	return m.deleteProperty(dst, v, key)
}

// in is k in v.
func (m *Machine) in(dst uint32, k, v Value) status {
	h := m.H
	if !v.IsObject() {
		return m.typeError("Cannot use 'in' operator to search for a key in ", m.Call.Display(v), "")
	}
	if k.IsObject() {
		return m.callLib(builtin.LibInSlow, m.after(dst, ActStore), 2, k, v, 0, 0)
	}
	key, st := m.key(k)
	if st != next {
		return st
	}
	switch code := h.HasProperty(v.Ref(), key, &m.prop); code {
	case heap.LookupProxy:
		m.sawProxy(v)
		return m.callLib(builtin.LibProxyHas, m.after(dst, ActStore), 2, heap.Object(m.prop.Holder), m.keyValue(key), 0, 0)
	default:
		m.set(dst, boolean(code != heap.LookupAbsent))
	}
	return next
}

// superBase is GetSuperBase for operand D of instruction w: the prototype of the
// home object, 0 if there is none.
func (m *Machine) superBase(w uint64) uint32 {
	v := m.get(m.fieldD())
	if fieldX(w) == 0 {
		return m.H.Proto(v.Ref())
	}
	if !v.IsObject() {
		return 0
	}
	return v.Ref()
}

// getSuper is super[k]: the lookup starts at the prototype of the home object.
func (m *Machine) getSuper(dst uint32, this, k Value, base uint32) status {
	key, st := m.key(k)
	if st != next {
		return st
	}
	if base == 0 {
		return m.throwNullish(heap.Null, key, "read")
	}
	return m.found(dst, m.H.Lookup(base, key, &m.prop), this, key)
}

func (m *Machine) setSuper(this, k, x Value, base uint32) status {
	h := m.H
	key, st := m.key(k)
	if st != next {
		return st
	}
	if base == 0 {
		return m.throwNullish(heap.Null, key, "set")
	}
	m.prop.Dynamic = false
	code := h.Set(base, key, x, this, &m.prop)
	if code == heap.OpDone {
		return next
	}
	if code == heap.OpReceiver || code == heap.OpNumber || code == heap.OpTyped || code == heap.OpNamespace {
		return m.callLib(builtin.LibSetSuperSlow, m.after(0, ActDiscard), 4, heap.Object(base), m.keyValue(key), x, this)
	}
	return m.setFailed(code, this, key, x)
}

// Private names.

func (m *Machine) getPrivate(dst uint32, v, name Value, site uint32) status {
	h := m.H
	if !v.IsObject() || !h.GetOwn(v.Ref(), name, &m.prop) {
		return m.typeError("Cannot read private member ", m.keyText(name), " from an object whose class did not declare it")
	}
	if m.prop.Attrs&heap.Accessor != 0 {
		if m.prop.Getter == heap.Undefined {
			return m.typeError("'", m.keyText(name), "' was defined without a getter")
		}
		h.CachePrivate(site, v, name, &m.prop)
		return m.callValue(m.prop.Getter, v, m.after(dst, ActStore), 0, 0, 0, 0, 0)
	}
	h.CachePrivate(site, v, name, &m.prop)
	m.set(dst, m.prop.Value)
	return next
}

func (m *Machine) setPrivate(v, name, x Value, site uint32) status {
	h := m.H
	if !v.IsObject() || !h.GetOwn(v.Ref(), name, &m.prop) {
		return m.typeError("Cannot write private member ", m.keyText(name), " to an object whose class did not declare it")
	}
	if m.prop.Attrs&heap.Accessor != 0 {
		if m.prop.Setter == heap.Undefined {
			return m.typeError("'", m.keyText(name), "' was defined without a setter")
		}
		h.CachePrivate(site, v, name, &m.prop)
		return m.callValue(m.prop.Setter, v, m.after(0, ActDiscard), 1, x, 0, 0, 0)
	}
	if m.prop.Attrs&heap.Writable == 0 {
		return m.typeError("Private method '", m.keyText(name), "' is not writable")
	}
	h.CachePrivate(site, v, name, &m.prop)
	h.Write(&m.prop, x)
	return next
}

// definePrivate adds a private field, method, getter or setter (mode 0–3). The
// site remembers the first two.
func (m *Machine) definePrivate(v, name, x Value, mode, site uint32) status {
	h := m.H
	o := v.Ref()
	before := h.Shape(o)
	var code uint32
	switch mode {
	case 0:
		code = h.AddPrivate(o, name, x, heap.Writable)
	case 1:
		code = h.AddPrivate(o, name, x, 0)
	default:
		getter, setter := x, heap.Undefined
		if mode == 3 {
			getter, setter = heap.Undefined, x
		}
		// The other half of a pair was added just before.
		if h.GetOwn(o, name, &m.prop) && m.prop.Attrs&heap.Accessor != 0 &&
			(mode == 2 && m.prop.Getter == heap.Undefined || mode == 3 && m.prop.Setter == heap.Undefined) {
			cell := h.AccessorCell(&m.prop)
			if mode == 2 {
				h.Store(cell+heap.OffGetter, x)
			} else {
				h.Store(cell+heap.OffSetter, x)
			}
			return next
		}
		code = h.AddPrivate(o, name, h.NewAccessor(getter, setter), heap.Accessor)
	}
	if code == heap.OpDone {
		if mode < 2 {
			h.CacheAdd(site, o, name, before, heap.Writable&^mode)
		}
		return next
	}
	if code == heap.OpMemory {
		return m.noMemory()
	}
	return m.typeError("Cannot initialize ", m.keyText(name), " twice on the same object")
}

// Globals. A program's outermost context has the global object in variable 0.

func (m *Machine) getGlobal(dst, ctx uint32, name Value, site uint32, typeof bool) status {
	h := m.H
	g := h.Val(ctx + heap.OffVars)
	code := h.Lookup(g.Ref(), name, &m.prop)
	if code == heap.LookupAbsent && !typeof {
		return m.referenceError("", name.Ref(), " is not defined")
	}
	if code <= heap.LookupAccessor {
		h.CacheGet(site, g, name, &m.prop)
	}
	return m.found(dst, code, g, name)
}

func (m *Machine) setGlobal(ctx uint32, name, x Value, site uint32) status {
	h := m.H
	g := h.Val(ctx + heap.OffVars)
	if h.HasProperty(g.Ref(), name, &m.prop) == heap.LookupAbsent {
		return m.referenceError("", name.Ref(), " is not defined")
	}
	before := h.Shape(g.Ref())
	m.prop.Dynamic = true
	code := h.Set(g.Ref(), name, x, g, &m.prop)
	if code != heap.OpDone {
		return m.setFailed(code, g, name, x)
	}
	if h.Shape(g.Ref()) == before {
		h.CacheSet(site, g, name, code, before, &m.prop)
	}
	return next
}

// declareGlobal is CanDeclareGlobalVar, CanDeclareGlobalFunction (x = 2, 3),
// CreateGlobalVarBinding or CreateGlobalFunctionBinding (x = 0, 1): ECMA-262
// 9.1.1.4.15 to 9.1.1.4.18.
func (m *Machine) declareGlobal(g uint32, name, v Value, x uint32) status {
	h := m.H
	has := h.GetOwn(g, name, &m.prop)
	if x&1 == 0 {
		if has || x == 0 && !h.IsExtensible(g) {
			return next
		}
		if !h.IsExtensible(g) {
			return m.typeError("Cannot declare global variable '", name.Ref(), "'")
		}
		if x == 2 {
			return next
		}
		v = heap.Undefined
	}
	m.desc = heap.Desc{Value: v, Attrs: heap.Writable | heap.Enumerable, Has: heap.HasValue | heap.WEC}
	if has && m.prop.Attrs&heap.Configurable == 0 {
		if m.prop.Attrs&heap.Accessor != 0 || m.prop.Attrs&(heap.Writable|heap.Enumerable) != heap.Writable|heap.Enumerable {
			return m.typeError("Cannot declare global function '", name.Ref(), "'")
		}
		m.desc.Has = heap.HasValue
	}
	if !has && !h.IsExtensible(g) {
		return m.typeError("Cannot declare global function '", name.Ref(), "'")
	}
	if x == 3 {
		return next
	}
	if code := h.DefineOwn(g, name, &m.desc); code != heap.OpDone {
		return m.throwRejected(code, name, heap.Object(g))
	}
	return next
}

func (m *Machine) throwTDZ(name Value) status {
	return m.referenceError("Cannot access '", name.Ref(), "' before initialization")
}
