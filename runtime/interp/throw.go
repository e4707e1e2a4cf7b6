//firn:core

package interp

import (
	"firn/heap"
	"firn/ir/bytecode"
	"firn/runtime/builtin"
)

// throwError throws a new error of a leaf Code with a message string.
func (m *Machine) throwError(code, message uint32) status {
	if m.H.Dead {
		return stop + StopMemory
	}
	return m.throw(heap.Object(m.NewError(code, message)))
}

// NewError makes an error object of the kind that a leaf Code names. Its stack
// is where the machine stands.
func (m *Machine) NewError(code, message uint32) uint32 {
	h := m.H
	root := uint32(builtin.RootErrorPrototype)
	switch code {
	case builtin.CodeTypeError:
		root = builtin.RootTypeErrorPrototype
	case builtin.CodeRangeError:
		root = builtin.RootRangeErrorPrototype
	case builtin.CodeSyntaxError:
		root = builtin.RootSyntaxErrorPrototype
	case builtin.CodeReferenceError:
		root = builtin.RootReferenceErrorPrototype
	case builtin.CodeURIError:
		root = builtin.RootURIErrorPrototype
	case builtin.CodeEvalError:
		root = builtin.RootEvalErrorPrototype
	}
	proto := uint32(0)
	if v := h.Root(root); v.IsObject() {
		proto = v.Ref()
	}
	e := h.NewKind(heap.KError, proto)
	m.desc = heap.Desc{Value: heap.String(message), Attrs: heap.WC, Has: heap.HasValue | heap.WEC}
	h.DefineOwn(e, heap.String(h.InternStr("message")), &m.desc)
	m.CaptureStack(e)
	return e
}

// text builds the message a + b + c in the cage; a and c are constant ASCII, b
// a string cell or 0.
func (m *Machine) text(a string, b uint32, c string) uint32 {
	h := m.H
	s := h.NewStr(a)
	if b != 0 {
		s, _ = h.Concat(s, b)
	}
	if len(c) > 0 {
		s, _ = h.Concat(s, h.NewStr(c))
	}
	return h.Flatten(s)
}

func (m *Machine) typeError(a string, b uint32, c string) status {
	return m.throwError(builtin.CodeTypeError, m.text(a, b, c))
}

func (m *Machine) referenceError(a string, b uint32, c string) status {
	return m.throwError(builtin.CodeReferenceError, m.text(a, b, c))
}

func (m *Machine) stackOverflow() status {
	return m.throwError(builtin.CodeRangeError, m.H.NewStr("Maximum call stack size exceeded"))
}

func (m *Machine) noMemory() status { return stop + StopMemory }

// keyText is how a property key reads in a message.
func (m *Machine) keyText(key Value) uint32 {
	h := m.H
	switch {
	case key.IsString():
		return key.Ref()
	case key.IsSymbol():
		d := h.SymbolDescription(key.Ref())
		if h.Flags(key.Ref())&heap.FPrivateName != 0 && d.IsString() {
			return d.Ref()
		}
		if !d.IsString() {
			return h.NewStr("Symbol()")
		}
		return m.text("Symbol(", d.Ref(), ")")
	}
	return m.Call.Display(key)
}

// notCallable throws the TypeError of a call of something else, naming the
// expression in the source if there is one.
func (m *Machine) notCallable(v Value) status {
	s := m.sourceText()
	if s == 0 {
		s = m.Call.Display(v)
	}
	return m.typeError("", s, " is not a function")
}

func (m *Machine) notConstructor(v Value) status {
	s := m.sourceText()
	if s == 0 {
		s = m.Call.Display(v)
	}
	return m.typeError("", s, " is not a constructor")
}

func (m *Machine) throwClassCall(t uint32) status {
	return m.typeError("Class constructor ", m.H.U32(t+heap.TmplName), " cannot be invoked without 'new'")
}

// throwNullish throws the TypeError of reading or setting property key of
// undefined or null.
func (m *Machine) throwNullish(v, key Value, verb string) status {
	h := m.H
	s := m.text("Cannot ", h.NewStr(verb), " properties of ")
	s, _ = h.Concat(s, m.Call.Display(v))
	k := m.text(" (", h.NewStr(verb), "ing '")
	if verb == "set" {
		k = h.NewStr(" (setting '")
	}
	s, _ = h.Concat(s, k)
	s, _ = h.Concat(s, m.text("", m.keyText(key), "')"))
	return m.throwError(builtin.CodeTypeError, h.Flatten(s))
}

// throwRefused throws the TypeError of an operation that a proxy refused.
func (m *Machine) throwRefused() status {
	return m.typeError("the proxy's handler refused the operation", 0, "")
}

// throwRejected throws the TypeError for a rejection of the object model.
func (m *Machine) throwRejected(code uint32, key Value, obj Value) status {
	switch code {
	case heap.RejReadOnly:
		return m.typeError("Cannot assign to read only property '", m.keyText(key), "' of object")
	case heap.RejNoSetter:
		return m.typeError("Cannot set property ", m.keyText(key), " of an object which has only a getter")
	case heap.RejNotExtensible:
		return m.typeError("Cannot add property ", m.keyText(key), ", object is not extensible")
	case heap.RejNotConfigurable:
		return m.typeError("Cannot redefine property: ", m.keyText(key), "")
	case heap.RejReceiver:
		return m.typeError("Cannot create property '", m.keyText(key), "' on a primitive value")
	case heap.OpMemory:
		return m.noMemory()
	case heap.OpRange:
		return m.throwError(builtin.CodeRangeError, m.H.NewStr("Invalid array length"))
	}
	return m.typeError("Cannot define property ", m.keyText(key), "")
}

// sourceText is the source of the expression that the instruction at pc may
// quote (its callee), 0 when there is none or it is long.
func (m *Machine) sourceText() uint32 {
	h := m.H
	if m.tmpl == 0 || h.U32(m.tmpl+heap.TmplFlags)&heap.TLibrary != 0 {
		return 0
	}
	_, from, to, ok := h.PositionAt(m.tmpl, (m.pc-h.TemplateCode(m.tmpl))>>3)
	script := h.U32(m.tmpl + heap.TmplScript)
	if !ok || script == 0 || to <= from || to-from > 60 {
		return 0
	}
	src := h.Val(script + heap.OffValues + 8)
	if !src.IsCell() || h.Kind(src.Ref()) != heap.KBytes || to > h.U32(src.Ref()+heap.OffLength) {
		return 0
	}
	return h.NewString(h.Bytes(src.Ref()+heap.OffData+from, to-from))
}

// throwMessage throws the error that throwerr names by number.
func (m *Machine) throwMessage(number uint32, name Value) status {
	s := uint32(0)
	if name.IsString() {
		s = name.Ref()
	}
	switch number {
	case bytecode.ThrowConstAssign:
		return m.typeError("Assignment to constant variable '", s, "'")
	case bytecode.ThrowSuperTwice:
		return m.referenceError("Super constructor may only be called once", 0, "")
	case bytecode.ThrowNoThrowMethod:
		return m.typeError("The iterator does not provide a 'throw' method", 0, "")
	case bytecode.ThrowNotDefined:
		return m.referenceError("", s, " is not defined")
	case bytecode.ThrowSuperDelete:
		return m.referenceError("Unsupported reference to 'super'", 0, "")
	}
	return m.typeError("", s, " is not a function")
}
