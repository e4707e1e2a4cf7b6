package runtime

import (
	"errors"
	"fmt"

	"firn/heap"
	"firn/runtime/builtin"
)

// Permits: what programs can reach in a fresh realm is what the intrinsics
// table declares, and nothing else.

// PermitError names something reachable that the table does not declare.
type PermitError struct{ Path, Msg string }

func (e *PermitError) Error() string { return "permit: " + e.Path + " " + e.Msg }

// permitWalk walks a realm from its shared globals.
type permitWalk struct {
	m    *Machine
	rows map[uint32]*Intrinsic // by object
	seen map[uint32]bool
	work []permitItem
	err  error
}

type permitItem struct {
	o    uint32
	path string
	fn   *Func // the row of a function that is not an intrinsic itself
}

// CheckPermits verifies that every property of every object reachable from the
// shared globals of a stage-1 machine is in the intrinsics table. It is for
// realms that no customisation has changed. The error is a *PermitError.
func (m *Machine) CheckPermits() error {
	if !m.open {
		return errors.New("permits are checked in a stage-1 machine")
	}
	h := m.h
	w := &permitWalk{m: m, rows: map[uint32]*Intrinsic{}, seen: map[uint32]bool{}}
	preset := m.preset
	for i := range intrinsics {
		in := &intrinsics[i]
		if v := h.Root(in.Root); v.IsObject() && in.Absent&preset == 0 {
			w.rows[v.Ref()] = in
		}
	}
	g := h.Root(builtin.RootGlobalTemplate).Ref()
	for _, key := range m.ownKeys(g) {
		var p heap.Prop
		if h.GetOwn(g, key, &p) {
			w.see(p.Value, m.keyText(key), nil)
		}
	}
	w.see(heap.Object(h.Proto(g)), "the global object's prototype", nil)
	for _, root := range [...]uint32{
		builtin.RootFunctionPrototype, builtin.RootGeneratorFunctionPrototype, builtin.RootAsyncFunctionPrototype,
		builtin.RootAsyncGeneratorFunctionPrototype, builtin.RootThrowTypeError,
	} {
		w.see(h.Root(root), "syntax", nil)
	}
	for len(w.work) > 0 && w.err == nil {
		it := w.work[0]
		w.work = w.work[1:]
		w.object(it)
	}
	return w.err
}

func (w *permitWalk) fail(path, format string, args ...any) {
	if w.err == nil {
		w.err = &PermitError{path, fmt.Sprintf(format, args...)}
	}
}

func (w *permitWalk) see(v heap.Value, path string, fn *Func) {
	if !v.IsObject() || w.seen[v.Ref()] {
		return
	}
	w.seen[v.Ref()] = true
	w.work = append(w.work, permitItem{v.Ref(), path, fn})
}

// object checks the own properties of one object against its row.
func (w *permitWalk) object(it permitItem) {
	h := w.m.h
	in := w.rows[it.o]
	if in == nil && it.fn == nil {
		w.fail(it.path, "is no intrinsic and no method of one")
		return
	}
	if proto := h.Proto(it.o); proto != 0 {
		w.see(heap.Object(proto), it.path+".[[Prototype]]", nil)
	}
	callable := h.IsCallable(heap.Object(it.o))
	for _, key := range w.m.ownKeys(it.o) {
		name := w.m.keyText(key)
		path := it.path + "." + name
		var p heap.Prop
		if !h.GetOwn(it.o, key, &p) {
			continue
		}
		row := w.row(in, name)
		switch {
		case row != nil && row.Kind == PropAccessor:
			if p.Attrs&heap.Accessor == 0 {
				w.fail(path, "should be an accessor")
			}
			w.see(p.Getter, path+" (getter)", &row.Func)
			w.see(p.Setter, path+" (setter)", &row.Set)
		case row != nil:
			fn := &row.Func
			if row.Kind == PropAlias || row.Kind == PropValue {
				fn = nil
			}
			w.see(p.Value, path, fn)
		case callable && (name == "length" || name == "name"):
			if p.Value.IsObject() {
				w.fail(path, "is an object")
			}
		case in != nil && in.Kind == IsConstructor && name == "prototype":
			w.see(p.Value, path, nil)
		case in != nil && in.Cell == heap.KArray && name == "length", in != nil && in.Cell == heap.KStringObj && name == "length":
		default:
			w.fail(path, "is not in the intrinsics table")
		}
	}
}

// row is the row of property name of an intrinsic.
func (w *permitWalk) row(in *Intrinsic, name string) *Property {
	if in == nil {
		return nil
	}
	for i := range in.Props {
		if p := &in.Props[i]; p.Key == name && in.hasProperty(p, w.m.preset) {
			return p
		}
	}
	return nil
}
