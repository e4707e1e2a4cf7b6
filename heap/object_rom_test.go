package heap

import "testing"

// Objects on top of a ROM: its shapes, prototypes and arrays are used, never
// changed.
func TestObjectROM(t *testing.T) {
	h := objectHeap(t)
	op := h.rootObject(RootObjectProto)
	for i := 0; i < 20; i++ { // enough for an index
		h.put(t, op, "m"+itoa(uint32(i)), Int(int32(i)))
	}
	getter := Object(h.NewKind(KNative, h.rootObject(RootFunctionProto)))
	h.DefineOwn(op, h.key("acc"), &Desc{Getter: getter, Has: HasGet})
	h.ArrayShape()
	sample := h.plain()
	for _, k := range []string{"a", "b", "c", "d", "e"} {
		h.put(t, sample, k, True)
	}
	list := h.NewArray(0)
	h.put(t, list, "0", True)
	h.SetRoot(100, Object(sample))
	h.SetRoot(101, Object(list))
	h.SetRoot(102, CellRef(h.FunctionShape(h.rootObject(RootFunctionProto))))
	for _, o := range []uint32{op, h.rootObject(RootFunctionProto), h.rootObject(RootArrayProto), sample, list, getter.Ref()} {
		if h.SetIntegrity(o, Frozen) != OpDone {
			t.Fatal("freeze")
		}
	}
	b, err := h.WriteROM(nil)
	if err != nil {
		t.Fatal(err)
	}
	rom, err := OpenROM(b)
	if err != nil {
		t.Fatal(err)
	}
	m, err := NewCage(rom, Geometry{Stack: 64 << 10, Nursery: 256 << 10, RAM: 16 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	m.InitObjects()
	m.Override = true
	m.Stress = StressVerify | StressPoison
	op = m.rootObject(RootObjectProto)
	sample, list = m.Root(100).Ref(), m.Root(101).Ref()
	if !m.IsROM(op) || !m.IsROM(m.Root(RootAtomLength).Ref()) {
		t.Fatal("not in ROM")
	}
	var p Prop
	for _, o := range []uint32{sample, list, op} {
		if !m.TestIntegrity(o, Frozen) || m.SetIntegrity(o, Frozen) != OpDone || m.PreventExtensions(o) != OpDone {
			t.Error("frozen")
		}
		for _, k := range []string{"a", "m3", "0", "new", "length"} {
			if c := m.Set(o, m.key(k), Int(99), Object(o), &p); c == OpDone {
				t.Errorf("set of %q in ROM: %d", k, c)
			}
		}
		if Rejected(m.Delete(o, m.key("a"))) != (o == sample) || m.DefineOwn(o, m.key("zz"), &Desc{Value: True, Has: HasValue}) != RejNotExtensible {
			t.Error("define, delete")
		}
		if m.SetPrototypeOf(o, list) == OpDone || m.AddPrivate(o, Symbol(m.NewSymbol(0, FPrivateName)), True, 0) != RejReadOnly {
			t.Error("prototype, private name")
		}
	}
	if m.DefineOwn(sample, m.key("a"), &Desc{Value: True, Has: HasValue}) != OpDone {
		t.Error("a definition that changes nothing")
	}

	fb := m.AllocZero(KFeedback, FbEntries+4*IcSize)
	m.SetU32(fb+FbSites, 4)
	m.SetRoot(103, CellRef(fb))
	for round := 0; round < 6; round++ {
		site := m.Root(103).Ref() + FbEntries
		o := m.NewObject(op, 4)
		key := m.key("m7")
		if m.Lookup(o, key, &p) != LookupData || p.Value != Int(7) {
			t.Fatal("inherited from ROM")
		}
		m.CacheGet(site, Object(o), key, &p)
		if m.U32(site+IcShape) != m.Shape(o) || m.U32(site+IcData)&7 > IcProtoSlots || m.U32(site+IcEpoch) != 0 || m.U32(site+IcRef) != op {
			t.Errorf("entry %#x for a method in ROM depends on epoch %d", m.U32(site+IcData), m.U32(site+IcEpoch))
		}
		m.Lookup(o, m.key("acc"), &p)
		m.CacheGet(site+IcSize, Object(o), m.key("acc"), &p)
		if m.U32(site+IcSize+IcData) != IcSpecial|IcCall<<3 || !m.IsROM(m.U32(site+IcSize+IcRef)) {
			t.Error("getter in ROM")
		}
		before := m.Shape(o)
		code := m.Set(o, key, True, Object(o), &p) // override
		m.CacheSet(site+2*IcSize, Object(o), key, code, before, &p)
		if code != OpDone || m.get(t, o, "m7") != True || m.get(t, op, "m7") != Int(7) || m.U32(site+2*IcSize+IcData)&7 != IcAdd {
			t.Errorf("override: %d", code)
		}

		// Transitions out of shapes in ROM.
		a1, a2 := m.NewArray(0), m.NewKind(KArray, m.rootObject(RootArrayProto))
		if s := m.Shape(a1); !m.IsROM(s) || m.Shape(a2) != s {
			t.Error("arrays do not have the shape in ROM")
		}
		for _, a := range []uint32{a1, a2} {
			m.put(t, a, "x", Int(1))
			m.put(t, a, "y", Int(2))
		}
		if s := m.Shape(a1); m.IsROM(s) || m.Shape(a2) != s || !sameStrings(m.keys(a1), []string{"length", "x", "y"}) {
			t.Error("transitions out of ROM are not shared")
		}
		m.SetRoot(104, Object(a1))
		tmpl := m.AllocZero(KTemplate, TmplData)
		m.SetU32(tmpl+TmplFlags, TProtoProp)
		f := m.NewFunction(tmpl, 0, m.Root(102).Ref())
		m.put(t, f, "static", True)
		if !sameStrings(m.keys(f), []string{"length", "name", "prototype", "static"}) || m.Proto(m.get(t, f, "prototype").Ref()) != op {
			t.Error("function")
		}
		m.SetRoot(105, Object(f))
		if !m.Collect(round%2 == 1) {
			t.Fatal("collect")
		}
		if got := m.get(t, m.Root(104).Ref(), "y"); got != Int(2) {
			t.Errorf("after a collection: %x", got)
		}
	}
}
