package ses

import (
	"fmt"
	"runtime/debug"
	"testing"

	"firn/heap"
	"firn/runtime"
)

// walker follows everything that is reachable from the shared globals: own
// properties, accessor functions, prototypes, internal slots.
type walker struct {
	t    *testing.T
	h    *heap.Heap
	seen map[uint32]bool
	work []uint32
	path map[uint32]string
	n    int
}

func (w *walker) see(v heap.Value, path string) {
	if !v.IsPointer() {
		return
	}
	ref := v.Ref()
	if w.seen[ref] {
		return
	}
	w.seen[ref] = true
	if !w.h.IsROM(ref) {
		w.t.Errorf("%s is not in ROM", path)
		return
	}
	if v.IsObject() {
		w.work = append(w.work, ref)
		w.path[ref] = path
	}
}

func (w *walker) object(o uint32) {
	h, path := w.h, w.path[o]
	w.n++
	if !h.TestIntegrity(o, heap.Frozen) {
		w.t.Errorf("%s is not frozen", path)
	}
	if p := h.Proto(o); p != 0 {
		w.see(heap.Object(p), path+".[[Prototype]]")
	}
	for i := uint32(0); i < heap.InternalSlots(h.Kind(o)); i++ {
		w.see(h.Internal(o, i), fmt.Sprintf("%s.[[%d]]", path, i))
	}
	if h.Kind(o) == heap.KFunction && !h.IsROM(h.Word(o)) {
		w.t.Errorf("the code of %s is not in ROM", path)
	}
	rec, n := h.OwnKeys(o, heap.KeyAll)
	for i := uint32(0); i < n; i++ {
		key := h.Val(rec + heap.OffValues + 8*i)
		var p heap.Prop
		if !h.GetOwn(o, key, &p) {
			continue
		}
		name := fmt.Sprint(path, ".", uint64(key))
		if key.IsString() {
			name = path + "." + h.GoString(key.Ref())
		}
		if p.Attrs&heap.Configurable != 0 || p.Attrs&(heap.Writable|heap.Accessor) == heap.Writable {
			w.t.Errorf("%s can be changed", name)
		}
		if p.Attrs&heap.Accessor != 0 {
			w.see(p.Getter, name+" (getter)")
			w.see(p.Setter, name+" (setter)")
		} else {
			w.see(p.Value, name)
		}
	}
}

// TestWalk proves that every object reachable from the shared globals is frozen
// and lies below the firn line.
func TestWalk(t *testing.T) {
	for _, preset := range []runtime.Presets{runtime.PresetSes, runtime.PresetDraft, runtime.PresetEndo} {
		t.Run(preset.String(), func(t *testing.T) {
			m, c := machine(t, preset)
			h := m.Heap()
			if err := h.VerifyROM(); err != nil {
				t.Fatal(err)
			}
			w := &walker{t: t, h: h, seen: map[uint32]bool{}, path: map[uint32]string{}}
			g := m.Global(h.Handle(c)).Ref()
			own := map[string]bool{"globalThis": true, "eval": true, "Function": true}
			rec, n := h.OwnKeys(g, heap.KeyAll)
			for i := uint32(0); i < n; i++ {
				key := h.Val(rec + heap.OffValues + 8*i)
				name := h.GoString(key.Ref())
				var p heap.Prop
				h.GetOwn(g, key, &p)
				if !own[name] {
					w.see(p.Value, name)
					continue
				}
				// The compartment's own evaluators inherit from shared objects only.
				if o := p.Value.Ref(); o != g && !h.TestIntegrity(o, heap.Frozen) {
					t.Errorf("%s is not frozen", name)
				}
				w.see(heap.Object(h.Proto(p.Value.Ref())), name+".[[Prototype]]")
			}
			w.see(heap.Object(h.Proto(g)), "globalThis.[[Prototype]]")
			// What syntax reaches.
			v, err := m.Evaluate(h.Handle(c), `[function () {}, function* () {}, async function () {}, async function* () {},
			  (function* () {})(), (async function* () {})(), (async () => 1)(), /x/, [][Symbol.iterator](), ""[Symbol.iterator](),
			  new Map().entries(), new Set().values(), "".matchAll ? "".matchAll(/x/g) : 1, {}, 1n, Symbol(), 1, true, "", () => 1, class {},
			  [].values().map ? [].values().map(x => x) : 1, Object.getOwnPropertyDescriptor(function () { return arguments }(), "callee").get]
			  .map(x => [Object.getPrototypeOf(x), typeof x === "function" ? 0 : x.constructor]).reduce((a, b) => a.concat(b), [])`, "syntax.js", false)
			if err != nil {
				t.Fatal(err)
			}
			e := h.U32(v.Ref() + heap.OffElements)
			for i := uint32(0); i < h.Word(v.Ref()); i++ {
				x := h.Val(e + heap.OffValues + 8*i)
				if x.IsObject() && !h.IsROM(x.Ref()) && !h.IsROM(h.Proto(x.Ref())) {
					t.Errorf("entry %d of what syntax reaches has a prototype of its own", i)
				} else if x.IsObject() && h.IsROM(x.Ref()) {
					w.see(x, fmt.Sprint("syntax ", i))
				}
			}
			for len(w.work) > 0 {
				o := w.work[0]
				w.work = w.work[1:]
				w.object(o)
			}
			if w.n < 400 {
				t.Errorf("only %d objects were reached", w.n)
			}
			t.Logf("%d objects", w.n)
		})
	}
}

// TestWriteFaults shows that a store to a ROM page does not go through.
func TestWriteFaults(t *testing.T) {
	m, _ := machine(t, runtime.PresetSes)
	h := m.Heap()
	o := h.Root(heap.RootObjectProto).Ref()
	before := h.U64(o)
	old := debug.SetPanicOnFault(true)
	defer debug.SetPanicOnFault(old)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a store to ROM was possible")
			}
		}()
		h.SetU64(o, 0)
	}()
	if h.U64(o) != before {
		t.Error("ROM has changed")
	}
}

// TestConfinedWalk is the walk as confined code can do it.
func TestConfinedWalk(t *testing.T) {
	m, c := machine(t, runtime.PresetSes)
	run(t, m, c, `
		const seen = new Set([globalThis]);
		const work = [];
		const bad = [];
		const see = (v, path) => {
			if ((typeof v === "object" && v !== null || typeof v === "function") && !seen.has(v)) {
				seen.add(v);
				work.push([v, path]);
			}
		};
		for (const k of Reflect.ownKeys(globalThis)) see(globalThis[k], String(k));
		while (work.length) {
			const [o, path] = work.pop();
			if (!Object.isFrozen(o)) bad.push(path);
			see(Object.getPrototypeOf(o), path + ".__proto__");
			for (const k of Reflect.ownKeys(o)) {
				const d = Object.getOwnPropertyDescriptor(o, k);
				see(d.value, path + "." + String(k));
				see(d.get, path + ".get " + String(k));
				see(d.set, path + ".set " + String(k));
			}
		}
		bad.join() || (seen.size > 450 ? "all frozen" : seen.size)`, "all frozen")
}
