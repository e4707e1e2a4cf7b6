package runtime

import (
	"fmt"

	"firn/heap"
	"firn/ir/bytecode"
	"firn/runtime/builtin"
	"firn/runtime/interp"
)

// Stage 1: a realm made from the intrinsics table in a machine without ROM.

// realmBuilder makes the intrinsics of one realm.
type realmBuilder struct {
	m       *Machine
	h       *heap.Heap
	preset  Presets
	library map[string]heap.Value // top-level functions of runtime/lib
}

// buildRealm makes all primordials and leaves them in the root table.
func (m *Machine) buildRealm(preset Presets) error {
	h := m.h
	b := &realmBuilder{m: m, h: h, preset: preset, library: map[string]heap.Value{}}
	h.InitObjects()
	for i := range intrinsics {
		if in := &intrinsics[i]; in.Kind == IsSymbol {
			s := h.NewSymbol(h.NewStr("Symbol."+in.Name[2:]), 0)
			h.IdentityHash(s)
			h.SetRoot(in.Root, heap.Symbol(s))
		}
	}
	for i := range intrinsics {
		in := &intrinsics[i]
		if in.Kind == IsObject && in.Absent&preset == 0 {
			b.object(in)
		} else if in.Root == builtin.RootFunctionPrototype {
			b.native(in.Root, &in.Func, h.Root(heap.RootObjectProto).Ref())
		}
	}
	m.vm.SetFunctionShapes()
	if err := b.runLibrary(); err != nil {
		return err
	}
	for i := range intrinsics {
		in := &intrinsics[i]
		if (in.Kind == IsConstructor || in.Kind == IsFunction) && in.Absent&preset == 0 && in.Root != builtin.RootFunctionPrototype {
			proto := h.Root(heap.RootFunctionProto).Ref()
			if in.Proto != 0 {
				proto = h.Root(in.Proto).Ref()
			}
			f, err := b.function(&in.Func, proto)
			if err != nil {
				return err
			}
			h.SetRoot(in.Root, f)
			if in.Kind == IsConstructor && in.Prototype != 0 {
				b.define(f.Ref(), h.Root(heap.RootAtomPrototype), h.Root(in.Prototype), 0)
			}
		}
	}
	for _, lc := range libCalls {
		f, ok := b.library[lc.Name]
		if !ok {
			return fmt.Errorf("runtime/lib has no function %s", lc.Name)
		}
		h.SetRoot(lc.Root, f)
	}
	for i := range intrinsics {
		in := &intrinsics[i]
		if in.Absent&preset != 0 {
			continue
		}
		for j := range in.Props {
			if err := b.property(in, &in.Props[j]); err != nil {
				return fmt.Errorf("%%%s%%: %w", in.Name, err)
			}
		}
	}
	h.SetIntegrity(h.Root(builtin.RootThrowTypeError).Ref(), heap.Frozen)
	return b.globalTemplate()
}

// object makes the intrinsic object of a row.
func (b *realmBuilder) object(in *Intrinsic) {
	h := b.h
	proto := uint32(0)
	if !in.NullProto {
		if proto = h.Root(heap.RootObjectProto).Ref(); in.Proto != 0 {
			proto = h.Root(in.Proto).Ref()
		}
	}
	kind := in.Cell
	if kind == 0 {
		kind = heap.KObject
	}
	o := h.NewKind(kind, proto)
	if in.Init.Kind != ExprNone {
		v, _ := b.expr(&in.Init)
		h.SetInternal(o, 0, v)
	}
	h.SetRoot(in.Root, heap.Object(o))
}

// runLibrary compiles and runs runtime/lib, whose top-level functions become
// built-ins.
func (b *realmBuilder) runLibrary() error {
	h, m := b.h, b.m
	res, err := compileLibrary()
	if err != nil {
		return err
	}
	script := m.newScript("runtime/lib", LibrarySource())
	t := bytecode.Install(h, res.Func, script)
	if t == 0 {
		return fmt.Errorf("runtime/lib does not fit the memory limit")
	}
	f := h.NewFunction(t, 0, h.FunctionShape(h.Root(heap.RootFunctionProto).Ref()))
	h.SetRoot(interp.RootKept, heap.Object(f))
	// The program's value is one of its functions, whose context they share.
	v, err := m.call(heap.Object(f), heap.Undefined)
	if err != nil {
		return fmt.Errorf("runtime/lib: %w", err)
	}
	c := h.Internal(v.Ref(), 0).Ref()
	for slot, name := range res.TopLevel {
		b.library[name] = h.Val(c + heap.OffVars + 8*uint32(slot))
	}
	return nil
}

// function makes a built-in function.
func (b *realmBuilder) function(f *Func, proto uint32) (heap.Value, error) {
	h := b.h
	if f.Impl == ImplRoot {
		return h.Root(f.Root), nil
	}
	if f.Impl == ImplGo {
		return b.native(f.Root, f, proto), nil
	}
	v, ok := b.library[f.Lib]
	if !ok || !h.IsKind(v, heap.KFunction) {
		return 0, fmt.Errorf("runtime/lib has no function %s", f.Lib)
	}
	ref := v.Ref()
	if f.Impl == ImplFast {
		t := h.Word(ref)
		h.SetU32(t+heap.TmplFlags, h.U32(t+heap.TmplFlags)|heap.TFast)
		h.SetU32(t+heap.TmplFast, f.Leaf+1)
	}
	if h.Proto(ref) != proto {
		h.InitPrototype(ref, proto)
	}
	b.nameFunction(ref, f)
	if f.Root != 0 {
		h.SetRoot(f.Root, v)
	}
	return v, nil
}

// native makes the function object of a Go leaf.
func (b *realmBuilder) native(root uint32, f *Func, proto uint32) heap.Value {
	h := b.h
	o := h.NewKind(heap.KNative, proto)
	h.SetU32(o+heap.OffWord, f.Leaf)
	b.nameFunction(o, f)
	if root != 0 {
		h.SetRoot(root, heap.Object(o))
	}
	return heap.Object(o)
}

func (b *realmBuilder) nameFunction(o uint32, f *Func) {
	h := b.h
	b.define(o, h.Root(heap.RootAtomLength), heap.Int(int32(f.Length)), heap.Configurable)
	b.define(o, h.Root(heap.RootAtomName), heap.String(h.InternStr(f.Name)), heap.Configurable)
}

// define defines an own data property.
func (b *realmBuilder) define(o uint32, key, v heap.Value, attrs uint32) {
	d := heap.Desc{Value: v, Attrs: attrs, Has: heap.HasValue | heap.WEC}
	if code := b.h.DefineOwn(o, key, &d); code != heap.OpDone {
		panic(fmt.Sprintf("stage 1 cannot define a property: code %d", code))
	}
}

// key is the property key of a table row.
func (b *realmBuilder) key(name string) (heap.Value, error) {
	if len(name) > 2 && name[:2] == "@@" {
		root, ok := builtin.RootByName(name)
		if !ok {
			return 0, fmt.Errorf("no symbol %s", name)
		}
		return b.h.Root(root), nil
	}
	return b.h.KeyFromString(b.h.InternStr(name)), nil
}

func (b *realmBuilder) expr(e *Expr) (heap.Value, error) {
	h := b.h
	switch e.Kind {
	case ExprUndefined:
		return heap.Undefined, nil
	case ExprNull:
		return heap.Null, nil
	case ExprBool:
		return heap.Bool(e.Number != 0), nil
	case ExprNumber:
		return heap.Number(e.Number), nil
	case ExprString:
		return heap.String(h.InternStr(e.Text)), nil
	case ExprRoot:
		return h.Root(e.Root), nil
	case ExprProperty:
		k, err := b.key(e.Text)
		if err != nil {
			return 0, err
		}
		var p heap.Prop
		if !h.GetOwn(h.Root(e.Root).Ref(), k, &p) {
			return 0, fmt.Errorf("no property %s yet", e.Text)
		}
		return p.Value, nil
	}
	return 0, fmt.Errorf("no value")
}

// property defines a property of an intrinsic.
func (b *realmBuilder) property(in *Intrinsic, p *Property) error {
	h := b.h
	if !in.hasProperty(p, b.preset) {
		return nil
	}
	o := h.Root(in.Root).Ref()
	k, err := b.key(p.Key)
	if err != nil {
		return err
	}
	fproto := h.Root(heap.RootFunctionProto).Ref()
	var v heap.Value
	switch p.Kind {
	case PropMethod:
		if v, err = b.function(&p.Func, fproto); err != nil {
			return err
		}
	case PropValue:
		if v, err = b.expr(&p.Value); err != nil {
			return fmt.Errorf("%s: %w", p.Key, err)
		}
	case PropAlias:
		from, err := b.key(p.Alias)
		if err != nil {
			return err
		}
		var found heap.Prop
		if !h.GetOwn(o, from, &found) {
			return fmt.Errorf("%s is an alias of %s, which is not there", p.Key, p.Alias)
		}
		v = found.Value
	case PropAccessor:
		d := heap.Desc{Getter: heap.Undefined, Setter: heap.Undefined, Attrs: p.Attrs &^ heap.Writable,
			Has: heap.HasGet | heap.HasSet | heap.Enumerable | heap.Configurable}
		if p.Func.Impl != ImplNone {
			if d.Getter, err = b.function(&p.Func, fproto); err != nil {
				return err
			}
		}
		if p.Set.Impl != ImplNone {
			if d.Setter, err = b.function(&p.Set, fproto); err != nil {
				return err
			}
		}
		h.DefineOwn(o, k, &d)
		return nil
	}
	b.define(o, k, v, p.Attrs)
	return nil
}
