package runtime

import (
	"fmt"
	"strconv"
	"strings"

	"firn/heap"
	"firn/ir/bytecode"
	"firn/runtime/builtin"
	"firn/runtime/interp"
)

// Freezing a stage-1 realm: after it every object is frozen, and nothing is
// left that could not live in read-only memory.

// FreezeError tells what keeps a realm from being frozen.
type FreezeError struct{ Msg string }

func (e *FreezeError) Error() string { return "freeze: " + e.Msg }

// Freeze freezes everything in a stage-1 machine: all that is reachable from
// its realm, prototypes that functions have not made yet included. Then it
// verifies that nothing mutable is left. The error is a *FreezeError.
func (m *Machine) Freeze() error {
	h := m.h
	if builtin.PendingJobs(h) > 0 {
		return &FreezeError{"promise jobs are waiting"}
	}
	// What only running code needs must not keep anything alive.
	for _, r := range [...]uint32{interp.RootResult, interp.RootException, interp.RootOrigin, interp.RootKept} {
		h.SetRoot(r, heap.Undefined)
	}
	builtin.Forget(h)
	h.SetInternal(h.Root(builtin.RootStageOne).Ref(), 0, heap.Undefined)
	if err := m.closeGlobals(); err != nil {
		return err
	}
	m.vm.Reset()
	if err := m.finishTemplates(); err != nil {
		return err
	}
	// Freezing a function makes its prototype object, so this takes rounds.
	// Nothing is collected meanwhile: cells stay where they are.
	for {
		m.collectAll()
		n, err := m.freezeRound()
		if err != nil {
			return err
		}
		if n == 0 {
			break
		}
	}
	m.vm.SetFunctionShapes()
	m.dropHistory()
	return m.verifyFrozen()
}

// dropHistory cuts shapes off from those that they came from: only images of
// RAM need them, and most of them are no object's.
func (m *Machine) dropHistory() {
	h := m.h
	m.cells(func(ref uint32) {
		if h.Kind(ref) == heap.KShape && h.U32(ref+heap.ShapeParent) != 0 {
			h.StoreRef(ref+heap.ShapeParent, 0)
			h.Store(ref+heap.ShapeKey, heap.Undefined)
			h.SetU32(ref+heap.ShapeAttrs, 0)
		}
	})
}

// collectAll leaves only live cells in the heap.
func (m *Machine) collectAll() {
	for i := 0; i < 2; i++ { // what the first finds dead can keep no other cell alive in the second
		m.vm.Collect(true)
	}
}

// cells calls f for every cell of RAM that was there at the start.
func (m *Machine) cells(f func(ref uint32)) {
	var refs []uint32
	for _, s := range [...]heap.Space{heap.SpaceNursery, heap.SpaceTenured} {
		m.h.Walk(s, func(ref uint32) bool {
			refs = append(refs, ref)
			return true
		})
	}
	for _, ref := range refs {
		f(ref)
	}
}

// keptOpen reports whether an object is a model for new ones and is neither
// frozen nor reachable by programs.
func (m *Machine) keptOpen(o uint32) bool {
	return o == m.h.Root(builtin.RootGlobalTemplate).Ref()
}

// freezeRound freezes the objects that are not frozen and returns their number.
func (m *Machine) freezeRound() (n int, err error) {
	h := m.h
	m.cells(func(ref uint32) {
		if h.Kind(ref) < heap.FirstObject || m.keptOpen(ref) || err != nil {
			return
		}
		if h.Flags(ref)&heap.FHardened != 0 {
			return
		}
		if k := h.Kind(ref); !romKinds[k] {
			err = &FreezeError{fmt.Sprintf("a %s object holds state that cannot be frozen (%s)", heap.KindName(k), m.owner(ref))}
			return
		}
		if code := h.SetIntegrity(ref, heap.Frozen); code != heap.OpDone {
			err = &FreezeError{fmt.Sprintf("a %s object cannot be frozen (%s)", heap.KindName(h.Kind(ref)), m.owner(ref))}
			return
		}
		h.SetFlag(ref, heap.FHardened)
		n++
	})
	return n, err
}

// romKinds are the kinds of objects without state that freezing leaves
// changeable. The prototypes that are Boolean, Number or String objects are
// such; so are compartments: the frozen one that customisation ran in.
var romKinds = func() (ok [heap.NumKinds]bool) {
	for _, k := range []uint8{
		heap.KObject, heap.KArray, heap.KArguments, heap.KError, heap.KBooleanObj, heap.KNumberObj, heap.KStringObj,
		heap.KSymbolObj, heap.KBigIntObj, heap.KRegExp, heap.KCompartment, heap.KGlobal, heap.KInternal,
		heap.KFunction, heap.KNative, heap.KBound, heap.KEvaluator,
	} {
		ok[k] = true
	}
	return ok
}()

// owner describes an object for messages: who refers to it.
func (m *Machine) owner(o uint32) string {
	h := m.h
	for i := range intrinsics {
		if v := h.Root(intrinsics[i].Root); v.IsObject() && v.Ref() == o {
			return "%" + intrinsics[i].Name + "%"
		}
	}
	text := "of unknown owner"
	m.cells(func(ref uint32) {
		if h.Kind(ref) < heap.FirstObject {
			return
		}
		var p heap.Prop
		for _, key := range m.ownKeys(ref) {
			if h.GetOwn(ref, key, &p) && p.Attrs&heap.Accessor == 0 && p.Value == heap.Object(o) {
				text = "a property " + m.keyText(key)
			}
		}
	})
	return text
}

// verifyFrozen checks what Freeze promises.
func (m *Machine) verifyFrozen() (err error) {
	h := m.h
	fail := func(format string, args ...any) {
		if err == nil {
			err = &FreezeError{fmt.Sprintf(format, args...)}
		}
	}
	m.cells(func(ref uint32) {
		k := h.Kind(ref)
		switch {
		case m.keptOpen(ref):
		case k >= heap.FirstObject:
			if !romKinds[k] || !h.TestIntegrity(ref, heap.Frozen) {
				fail("a %s object is not frozen (%s)", heap.KindName(k), m.owner(ref))
			}
			if h.PrivateFields(ref) > 0 {
				fail("an object has private fields, which freezing leaves changeable (%s)", m.owner(ref))
			}
			if k == heap.KFunction && m.writesContext(h.Word(ref)) <= 0 {
				fail("the function at %s assigns to a variable around it, which would be hidden state", m.position(h.Word(ref), 0))
			}
		}
	})
	return err
}

// writesContext is the outermost context that code of template t stores to: 0
// is the one t's functions are made in, −1 the one around it; 1 stands for
// none of these.
func (m *Machine) writesContext(t uint32) int {
	h := m.h
	n := h.U32(t + heap.TmplWords)
	code := make([]uint64, n)
	at := h.TemplateCode(t)
	for i := range code {
		code[i] = h.U64(at + 8*uint32(i))
	}
	level := map[uint32]int{} // by register: the context in it, 0 for the function's own
	lowest := 1
	seen := func(l int) {
		if l < lowest {
			lowest = l
		}
	}
	for pc := uint32(0); ; {
		in, ok := bytecode.Decode(code, pc)
		if !ok {
			return lowest
		}
		pc = in.Next
		a, b, c := in.Field(bytecode.FieldA), in.Field(bytecode.FieldB), in.Field(bytecode.FieldC)
		switch in.Op {
		case bytecode.OpFuncctx:
			level[a] = 0
		case bytecode.OpNewctx:
			level[a] = level[b] + 1
		case bytecode.OpClonectx, bytecode.OpMov:
			level[a] = level[b]
		case bytecode.OpCtxup:
			level[a] = level[b] - int(c)
		case bytecode.OpStctx, bytecode.OpStctxchk:
			seen(level[b] - int(in.X))
		case bytecode.OpClosure, bytecode.OpNewclass:
			reg := b
			if in.Op == bytecode.OpNewclass {
				reg = in.Field(bytecode.FieldD)
			}
			if child := h.Val(t + heap.TmplData + 8*c); child.IsCell() {
				if l := m.writesContext(child.Ref()); l <= 0 {
					seen(level[reg] + l)
				}
			}
		}
	}
}

// finishTemplates makes the template objects of tagged templates, which would
// otherwise be made, and stored, when they are first evaluated. Library code
// loses its source and positions: stacks and toString do not show them.
func (m *Machine) finishTemplates() error {
	h := m.h
	var err error
	m.cells(func(ref uint32) {
		if h.Kind(ref) != heap.KTemplate {
			return
		}
		if h.U32(ref+heap.TmplFlags)&heap.TLibrary != 0 {
			h.StoreRef(ref+heap.TmplScript, 0)
			h.StoreRef(ref+heap.TmplLines, 0)
		}
		for i := uint32(0); i < h.U32(ref+heap.TmplConsts); i++ {
			v := h.Val(ref + heap.TmplData + 8*i)
			if v.IsCell() && h.Kind(v.Ref()) == heap.KRecord && m.vm.TemplateObject(v.Ref()) == heap.Empty {
				err = &FreezeError{"out of memory"}
			}
		}
	})
	return err
}

// ownKeys are the own property keys of an object that is neither a proxy nor a
// module namespace.
func (m *Machine) ownKeys(o uint32) []heap.Value {
	rec, n := m.h.OwnKeys(o, heap.KeyAll)
	keys := make([]heap.Value, 0, n)
	for i := uint32(0); rec != 0 && i < n; i++ {
		keys = append(keys, m.h.Val(rec+heap.OffValues+8*i))
	}
	return keys
}

// keyText is a property key for people: name, 0 or @@iterator.
func (m *Machine) keyText(key heap.Value) string {
	switch {
	case key.IsString():
		return m.h.GoString(key.Ref())
	case key.IsSymbol():
		if d := m.h.SymbolDescription(key.Ref()); d.IsString() {
			text := m.h.GoString(d.Ref())
			if name, ok := strings.CutPrefix(text, "Symbol."); ok {
				return "@@" + name
			}
			return "Symbol(" + text + ")"
		}
		return "Symbol()"
	}
	return strconv.Itoa(int(key.Index()))
}
