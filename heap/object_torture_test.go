package heap

import (
	"bytes"
	"fmt"
	"math/rand"
	"testing"
)

// Objects, Maps and WeakMaps changed at random and compared with a model in Go,
// while the heap is collected, verified, saved, restored and forked.

type objectTorture struct {
	t    *testing.T
	h    *Heap
	rnd  *rand.Rand
	objs []*objectModel // by stack slot
}

type objectModel struct {
	kind  uint8
	props map[string]int32 // named properties and indices
	table map[int32]int32  // Map
	weak  map[int]int32    // WeakMap: object number to value
	hard  bool             // frozen
}

func (x *objectTorture) obj(i int) uint32 { return x.h.Val(x.h.StackBase + 8*uint32(i)).Ref() }

func (x *objectTorture) key(name string) Value {
	return x.h.KeyFromString(x.h.NewStr(name))
}

func (x *objectTorture) step() {
	h := x.h
	if len(x.objs) < 60 {
		kind := []uint8{KObject, KObject, KObject, KArray, KMap, KWeakMap}[x.rnd.Intn(6)]
		proto := h.Root(RootObjectProto).Ref()
		if kind == KArray {
			proto = h.Root(RootArrayProto).Ref()
		}
		o := h.NewKind(kind, proto)
		switch kind {
		case KMap:
			h.SetInternal(o, 0, CellRef(h.NewTable(false)))
		case KWeakMap:
			h.SetInternal(o, 0, CellRef(h.NewWeak()))
		}
		h.SetVal(h.StackTop, Object(o))
		h.StackTop += 8
		x.objs = append(x.objs, &objectModel{kind: kind, props: map[string]int32{}, table: map[int32]int32{}, weak: map[int]int32{}})
		return
	}
	i := x.rnd.Intn(len(x.objs))
	m, o := x.objs[i], x.obj(i)
	v := x.rnd.Int31()
	switch n := x.rnd.Intn(100); {
	case n < 5: // replaced by a new one; weak entries for it vanish
		last := len(x.objs) - 1
		h.StackTop -= 8
		if i != last {
			h.SetVal(h.StackBase+8*uint32(i), h.Val(h.StackTop))
			x.objs[i] = x.objs[last]
		}
		x.objs = x.objs[:last]
		for _, o := range x.objs {
			delete(o.weak, i)
			if w, ok := o.weak[last]; ok {
				delete(o.weak, last)
				o.weak[i] = w
			}
		}
	case n < 7 && !m.hard && len(m.props) > 3:
		if code := h.SetIntegrity(o, Frozen); code != OpDone {
			x.t.Fatalf("freezing: code %d", code)
		}
		m.hard = true
	case n < 30 && m.kind == KMap:
		k := x.rnd.Int31n(60)
		if x.rnd.Intn(3) == 0 {
			h.MapDelete(o, Int(k))
			delete(m.table, k)
		} else {
			h.MapSet(o, Int(k), Int(v))
			m.table[k] = v
		}
	case n < 30 && m.kind == KWeakMap:
		j := x.rnd.Intn(len(x.objs))
		w := h.Internal(o, 0).Ref()
		if x.rnd.Intn(3) == 0 {
			h.WeakDelete(w, Object(x.obj(j)))
			delete(m.weak, j)
		} else {
			w, _ = h.WeakSet(w, Object(x.obj(j)), Int(v))
			h.SetInternal(o, 0, CellRef(w))
			m.weak[j] = v
		}
	default:
		name := fmt.Sprintf("name%d", x.rnd.Intn(30))
		switch x.rnd.Intn(6) {
		case 0:
			name = fmt.Sprint(x.rnd.Intn(40))
		case 1:
			if i%4 == 0 {
				name = fmt.Sprint(x.rnd.Intn(1 << 28))
			}
		case 2:
			if i%5 == 0 {
				name = fmt.Sprintf("rare%d", x.rnd.Intn(700))
			}
		}
		if x.rnd.Intn(4) == 0 {
			if code := h.Delete(o, x.key(name)); m.hard != (code != OpDone) {
				if _, ok := m.props[name]; ok || code != OpDone {
					x.t.Fatalf("delete %s: code %d, frozen %v", name, code, m.hard)
				}
			}
			if !m.hard {
				delete(m.props, name)
			}
			return
		}
		code := h.CreateDataProperty(o, x.key(name), Int(v), &Prop{Dynamic: x.rnd.Intn(2) == 0})
		if m.hard != (code != OpDone) {
			x.t.Fatalf("define %s: code %d, frozen %v", name, code, m.hard)
		}
		if !m.hard {
			m.props[name] = v
		}
	}
}

func (x *objectTorture) check() {
	h := x.h
	for i, m := range x.objs {
		o := x.obj(i)
		if h.Kind(o) != m.kind {
			x.t.Fatalf("object %d is a %s", i, KindName(h.Kind(o)))
		}
		var p Prop
		for name, want := range m.props {
			if !h.GetOwn(o, x.key(name), &p) || p.Value != Int(want) {
				x.t.Fatalf("object %d: %s is %#x, want %d", i, name, uint64(p.Value), want)
			}
		}
		rec, n := h.OwnKeys(o, KeyAll)
		if m.kind == KArray {
			n-- // length
		}
		if int(n) != len(m.props) {
			x.t.Fatalf("object %d has %d properties, want %d (keys in %#x)", i, n, len(m.props), rec)
		}
		if m.kind == KMap {
			tb := h.Internal(o, 0).Ref()
			if int(h.TableSize(tb)) != len(m.table) {
				x.t.Fatalf("map %d has %d entries, want %d", i, h.TableSize(tb), len(m.table))
			}
			for k, want := range m.table {
				if v := h.TableGet(tb, Int(k)); v != Int(want) {
					x.t.Fatalf("map %d: %d is %#x", i, k, uint64(v))
				}
			}
		}
		if m.kind == KWeakMap {
			for j, want := range m.weak {
				if v := h.WeakGet(h.Internal(o, 0).Ref(), Object(x.obj(j))); v != Int(want) {
					x.t.Fatalf("weak map %d: object %d is %#x", i, j, uint64(v))
				}
			}
		}
	}
}

func TestObjectTorture(t *testing.T) {
	steps := 100_000
	if testing.Short() {
		steps = 6_000
	}
	h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: 1 << 18, RAM: 64 << 20})
	h.InitObjects()
	h.SetRoot(RootObjectProto, Object(h.NewKind(KObject, 0)))
	h.SetRoot(RootArrayProto, Object(h.NewKind(KArray, h.Root(RootObjectProto).Ref())))
	h.Stress = StressVerify | StressPoison
	x := &objectTorture{t: t, h: h, rnd: rand.New(rand.NewSource(5))}
	for i := 1; i <= steps; i++ {
		x.step()
		if i%100 == 0 || x.h.WantGC {
			x.h.Collect(i%300 == 0)
		}
		if i%500 == 0 {
			x.check()
		}
		if i%1000 != 0 {
			continue
		}
		img := save(t, x.h, "")
		if i%2000 == 0 {
			f, err := x.h.Fork()
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(f.Close)
			x.h = f
		} else {
			stress := x.h.Stress
			x.h = load(t, img, nil)
			x.h.Stress = stress
			if err := x.h.Verify(); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(save(t, x.h, ""), img) {
			t.Fatalf("step %d: the image changed", i)
		}
		x.check()
	}
	n := 0
	for _, m := range x.objs {
		n += len(m.props) + len(m.table) + len(m.weak)
	}
	t.Logf("%d properties and entries, %+v", n, x.h.Stats)
}
